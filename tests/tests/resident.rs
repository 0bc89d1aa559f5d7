//! The real resident on a bus of its own: the reminder arrives, and what the person presses is kept.
#![expect(clippy::unwrap_used, reason = "a test ends where its ground gives way")]

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use backwise_core::record::{EnteredBy, Outcome};
use backwise_core::reminder::Why;
use backwise_core::schedule::AgendaRound;
use backwise_core::time::{Span, ZoneDatabase};
use backwise_store::clock::Clock;
use backwise_store::views::Look;
use backwise_store::{Journal, Watch};
use tokio::process::Child;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::bus::{Asked, NotificationServer, Shown, USUAL, discreet_bus, patiently};
use crate::window::desktop::{Desktop, program, repository};

/// Half a minute after the morning round, in the person's zone.
const DUE: &str = "2026-11-18T08:30:30+01:00";

/// A person's desktop and folder, with the example plan and reminders switched on.
struct Person {
    desktop: Desktop,
    written: UnboundedReceiver<()>,
    _watch: Watch,
}

impl Person {
    fn new() -> Self {
        let desktop = Desktop::new();
        let data = desktop.folder().join("data");
        let (tell, written) = unbounded_channel();
        let watch = Watch::start(&data, move |_| {
            // Nobody listens any more at the end of a test.
            let _ = tell.send(());
        })
        .unwrap();
        let person = Self { desktop, written, _watch: watch };
        let plan = repository().join("exercises/plans/examples/weeks-3-to-6.backwise");
        let mut journal = person.journal(DUE);
        journal.import_plan(&std::fs::read(plan).unwrap(), "weeks-3-to-6.backwise", true).unwrap();
        journal.set_reminders(true).unwrap();
        person
    }

    fn bus(&self) -> &str {
        self.desktop.bus()
    }

    fn journal(&self, now: &str) -> Journal {
        let zone = ZoneDatabase::of_this_machine().zone("Europe/Berlin").unwrap();
        let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
        Journal::open(&self.desktop.folder().join("data"), clock).unwrap()
    }

    fn command(&self, now: &str) -> Command {
        self.command_of(&program("backwise-remind"), now)
    }

    fn command_of(&self, program: &Path, now: &str) -> Command {
        let mut command = self.desktop.command(program);
        command.arg("--data").arg(self.desktop.folder().join("data"));
        command.args(["--zone", "Europe/Berlin", "--now", now]).stderr(Stdio::inherit());
        command
    }

    fn resident_at(&self, now: &str) -> Resident {
        Resident::start(self.command(now))
    }

    fn resident_on(&self, bus: &str) -> Resident {
        let mut command = self.command(DUE);
        command.env("DBUS_SESSION_BUS_ADDRESS", bus);
        Resident::start(command)
    }

    fn resident(&self) -> Resident {
        self.resident_at(DUE)
    }

    fn morning(&self) -> AgendaRound {
        let agenda = self.journal(DUE).today().unwrap().agenda.unwrap();
        agenda.rounds.into_iter().find(|round| round.round.as_str() == "morning").unwrap()
    }

    fn was_taken(&self) -> Option<bool> {
        self.journal(DUE).reminder_health(true).unwrap().last_delivery.map(|last| last.taken)
    }

    /// Waits until `holds`, looking again whenever something was written.
    async fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        while !holds(self) {
            patiently(what, self.written.recv()).await;
        }
    }
}

/// A copy of the resident's program in a folder of its own, for tests that change the program.
fn own_copy(person: &Person) -> PathBuf {
    let folder = person.desktop.folder().join("programs");
    std::fs::create_dir(&folder).unwrap();
    let copy = folder.join("backwise-remind");
    by_the_shell("cp \"$1\" \"$2\"", &program("backwise-remind"), &copy);
    copy
}

/// Runs `script` on two paths. A file that is to be run is written by a process that has ended, never by this
/// one: what another test starts at that moment would hold it open for writing, and such a file cannot be run.
fn by_the_shell(script: &str, first: &Path, second: &Path) {
    let run = Command::new("sh").args(["-c", script, "sh"]).arg(first).arg(second).status();
    assert!(run.unwrap().success(), "{script}");
}

/// A resident, ended when it is dropped.
struct Resident(Child);

impl Resident {
    fn start(command: Command) -> Self {
        Self(tokio::process::Command::from(command).kill_on_drop(true).spawn().unwrap())
    }

    /// Asks it to end, as the session does.
    fn terminate(&self) {
        let process = self.0.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-TERM", &process]).status().unwrap().success());
    }

    /// How it ended.
    async fn ended(mut self) -> ExitStatus {
        patiently("the resident ends", self.0.wait()).await.unwrap()
    }

    fn is_running(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }
}

fn reminder(id: u32) -> Shown {
    Shown {
        id,
        replaces: 0,
        title: "Next: your morning round".to_owned(),
        body: "Two exercises, about 3 minutes.".to_owned(),
        actions: ["default", "start", "snooze", "done"].map(str::to_owned).into(),
        urgency: Some(1),
        desktop_entry: Some("Backwise".to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_arrives_and_done_is_kept() {
    let mut person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let resident = person.resident();
    let shown = server.shown().await;
    assert_eq!(shown, reminder(1));
    // At once: the resident listens before it shows anything.
    server.press(shown.id, "done").await;
    person.until("the round is done", |person| person.morning().is_settled()).await;
    assert_eq!(person.was_taken(), Some(true));
    resident.terminate();
    assert!(resident.ended().await.success());
    let again = server.left_over().into_iter().find(|asked| matches!(asked, Asked::Show(_)));
    assert_eq!(again, None, "one round, one reminder");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_stays_after_the_press_is_taken_off_the_screen() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let _resident = person.resident();
    let shown = server.shown().await;
    server.press_only(shown.id, "done").await;
    assert_eq!(server.asked().await, Asked::Close(shown.id));
    assert!(person.morning().is_settled(), "it is kept before the screen says so");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snoozed_reminder_comes_back_after_ten_minutes() {
    let mut person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let resident = person.resident();
    let shown = server.shown().await;
    server.press(shown.id, "snooze").await;
    let later = "2026-11-18T08:40:30+01:00";
    let comes_back = |person: &Person| person.journal(later).plan_reminders().unwrap().show;
    let put_off =
        |person: &Person| comes_back(person).iter().any(|reminder| reminder.why == Why::Snoozed);
    person.until("it was put off", put_off).await;
    let before = "2026-11-18T08:40:29+01:00";
    assert_eq!(person.journal(before).plan_reminders().unwrap().show, []);
    assert!(!person.morning().is_settled());
    drop(resident);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_reminder_is_no_answer() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let resident = person.resident();
    let shown = server.shown().await;
    server.dismiss(shown.id).await;
    resident.terminate();
    assert!(resident.ended().await.success());
    assert!(!person.morning().is_settled());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_that_comes_again_takes_the_place_of_the_one_on_the_screen() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let _resident = person.resident();
    let shown = server.shown().await;
    // As if it had been put off before, for a time that is over now.
    let mut earlier = person.journal("2026-11-18T08:10:00+01:00");
    let key = earlier.coming_reminders(None, 1).unwrap().swap_remove(0).key;
    earlier.snooze_reminder(&key, Span::minutes(10)).unwrap();
    let again = server.shown().await;
    assert_ne!(again.id, shown.id);
    assert_eq!(server.asked().await, Asked::Close(shown.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_done_elsewhere_takes_its_reminder_off_the_screen() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let _resident = person.resident();
    let shown = server.shown().await;
    let mut journal = person.journal(DUE);
    for item in person.morning().items {
        journal.record_bout(&item.bout, &Outcome::Done, None, EnteredBy::Person).unwrap();
    }
    // Woken in between, it shows what is left in the place of what was there.
    let mut last = shown.id;
    loop {
        match server.asked().await {
            Asked::Show(left) => last = left.id,
            Asked::Close(gone) if gone == last => break,
            Asked::Close(_) => {}
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_it_is_tried_again_later() {
    let mut person = Person::new();
    let mut resident = person.resident();
    person.until("a try", |person| person.was_taken() == Some(false)).await;
    assert!(resident.is_running(), "a desktop without notifications ends nothing");
    resident.terminate();
    assert!(resident.ended().await.success());
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let _later = person.resident_at("2026-11-18T08:31:00+01:00");
    assert_eq!(server.shown().await, reminder(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_bus_it_runs_on() {
    let mut person = Person::new();
    let nowhere = person.desktop.folder().join("no-bus");
    let mut resident = person.resident_on(&format!("unix:path={}", nowhere.display()));
    person.until("a try", |person| person.was_taken() == Some(false)).await;
    assert!(resident.is_running());
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_bus_that_allows_no_witness_a_press_is_heard_all_the_same() {
    let person = Person::new();
    let (_bus, address) = discreet_bus(person.desktop.folder());
    let mut server = NotificationServer::start(&address, &USUAL).await;
    let _resident = person.resident_on(&address);
    let shown = server.shown().await;
    server.press_until_it_goes(shown.id, "done").await;
    assert!(person.morning().is_settled());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_hangs_stops_nothing() {
    let mut person = Person::new();
    let mut server = NotificationServer::start_hanging(person.bus()).await;
    let resident = person.resident();
    server.shown().await;
    person.until("a try", |person| person.was_taken() == Some(false)).await;
    resident.terminate();
    assert!(resident.ended().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_server_shows_the_reminder_that_the_old_one_took_along() {
    let mut person = Person::new();
    let mut old = NotificationServer::start(person.bus(), &USUAL).await;
    let mut new = NotificationServer::start(person.bus(), &USUAL).await;
    let _resident = person.resident();
    assert_eq!(old.shown().await, reminder(1));
    person.until("the old server took it", |person| person.was_taken() == Some(true)).await;
    old.crash().await;
    let again = new.shown().await;
    assert_eq!(again, reminder(1));
    new.press(again.id, "done").await;
    person.until("its buttons are heard", |person| person.morning().is_settled()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_without_buttons_says_what_to_do() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &["body"]).await;
    let _resident = person.resident();
    let shown = server.shown().await;
    assert_eq!(shown.actions, Vec::<String>::new());
    assert_eq!(shown.body, "Two exercises, about 3 minutes. Open Backwise to begin.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_resident_ends_quietly() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let first = person.resident();
    server.shown().await;
    assert!(person.resident().ended().await.success());
    first.terminate();
    assert!(first.ended().await.success());
    assert_eq!(server.asked().await, Asked::Close(1));
    assert_eq!(server.left_over(), [], "two residents, one reminder");
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_to_end_it_ends_and_takes_its_popup_along() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let resident = person.resident();
    let shown = server.shown().await;
    resident.terminate();
    assert!(resident.ended().await.success());
    assert_eq!(server.asked().await, Asked::Close(shown.id));
    // As after a machine was started anew in the middle of the round.
    let _next = person.resident();
    assert_eq!(server.shown().await.title, shown.title);
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_to_leave_it_lets_go_and_starts_again_when_it_may() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let mut resident = person.resident();
    let shown = server.shown().await;
    let data = person.desktop.folder().join("data");
    let open = |name: &str| File::options().write(true).open(data.join(name)).unwrap();
    // As an update or a restore does it.
    let mut request = open("please-leave.lock");
    request.lock().unwrap();
    request.write_all(b"please").unwrap();
    drop(open("please-leave.lock"));
    assert_eq!(server.asked().await, Asked::Close(shown.id));
    let in_use = open("in-use.lock");
    let alone = tokio::task::spawn_blocking(move || in_use.lock().map(|()| in_use));
    let alone = patiently("the resident lets go of the records", alone).await.unwrap().unwrap();
    drop((alone, request));
    let again = server.shown().await;
    assert_eq!(again.title, shown.title, "what was on the screen comes again");
    assert!(resident.is_running(), "it is the same process, begun anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn start_opens_the_window_at_the_round() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let program = own_copy(&person);
    // In the window's place a script says how it was called.
    let said = program.with_file_name("said");
    assert!(Command::new("mkfifo").arg(&said).status().unwrap().success());
    let window = program.with_file_name("backwise");
    let text = program.with_file_name("window.sh");
    std::fs::write(&text, "#!/bin/sh\necho \"$*\" > \"$(dirname \"$0\")/said\"\n").unwrap();
    by_the_shell("cp \"$1\" \"$2\" && chmod 755 \"$2\"", &text, &window);
    let _resident = Resident::start(person.command_of(&program, DUE));
    let shown = server.shown().await;
    server.press(shown.id, "start").await;
    let reading = tokio::process::Command::new("cat").arg(said).kill_on_drop(true).output();
    let arguments = patiently("the window is opened", reading).await.unwrap().stdout;
    let arguments = String::from_utf8(arguments).unwrap();
    let data = person.desktop.folder().join("data");
    assert_eq!(arguments.trim(), format!("--open-round morning --data {}", data.display()));
    assert!(!person.morning().is_settled(), "to start is not to have done it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_was_replaced_begins_anew_and_one_that_was_removed_ends() {
    let person = Person::new();
    let mut server = NotificationServer::start(person.bus(), &USUAL).await;
    let program = own_copy(&person);
    let mut resident = Resident::start(person.command_of(&program, DUE));
    let shown = server.shown().await;

    let newer = program.with_file_name("newer");
    by_the_shell("cp \"$1\" \"$2\" && printf newer >> \"$2\"", &program, &newer);
    std::fs::rename(newer, &program).unwrap();
    person.journal(DUE).set_look(Look::Dark).unwrap();
    assert_eq!(server.asked().await, Asked::Close(shown.id));
    assert_eq!(server.shown().await.title, shown.title, "what was on the screen comes again");
    assert!(resident.is_running());

    std::fs::remove_file(&program).unwrap();
    person.journal(DUE).set_look(Look::Light).unwrap();
    assert!(resident.ended().await.success());
}
