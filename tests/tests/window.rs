//! The real window on a real display: a person's first day, walked through as they would.

pub(crate) mod card;
mod checks;
pub(crate) mod desktop;
mod driver;
mod editor;
mod first_run;
mod full_disk;
mod go_on;
mod hands_free;
mod hurts;
mod opened_file;
mod saved_plan;
mod session;
mod ticked;
mod together;
mod whole_day;

use std::path::PathBuf;

use backwise_core::person::{DischargeSign, Floor, PersonFact, Step, TERMS_VERSION, TeamLimits};
use backwise_core::plan::Fusion;
use backwise_core::record::{EnteredBy, Outcome};
use backwise_core::time::ZoneDatabase;
use backwise_store::Journal;
use backwise_store::clock::Clock;

use self::desktop::{Desktop, repository};
use self::driver::{Window, called};

/// The last screenful of a phone, and a desktop.
const PHONE: (u32, u32) = (360, 740);
const DESK: (u32, u32) = (1280, 800);

/// Wednesday morning of the third week, five minutes past the morning round, in Berlin.
const WHEN_AND_WHERE: [&str; 4] = ["--now", "2026-11-18T08:05:00Z", "--zone", "Europe/Berlin"];

/// Every screen, by its address.
const SCREENS: [&str; 18] = [
    "today",
    "plan",
    "plan/import",
    "exercises",
    "exercises/bridge",
    "settings",
    "settings/about-you",
    "welcome/plan",
    "walks",
    "measures",
    "questions",
    "day/2026-11-17",
    "day/2026-11-17/add",
    "record",
    "progress",
    "week/2026-11-16",
    "session",
    "warning-signs",
];

/// Nothing on the screen still waits for an answer.
const SETTLED: &str = "document.querySelector('h1') && !document.querySelector('[aria-busy=true]')";

/// The row of the morning round on Today.
const MORNING: &str = "[...document.querySelectorAll('main :is(li, summary, tr)')]\
    .find((it) => it.innerText.includes('Morning'))";

fn example_plan() -> PathBuf {
    repository().join("exercises/plans/examples/weeks-3-to-6.backwise")
}

/// The window of somebody who has answered the first run, and has no plan yet.
async fn open(desktop: &Desktop, name: &str) -> Window {
    answer_the_first_run(desktop);
    open_as_it_is(desktop, name).await
}

/// Answers the questions of the first run, but for the plan.
fn answer_the_first_run(desktop: &Desktop) {
    let mut journal = journal(desktop);
    if journal.person().unwrap().first_run.next.is_some() {
        let day = |text: &str| text.parse().unwrap();
        for fact in [
            PersonFact::Terms { version: TERMS_VERSION },
            PersonFact::Operation { date: day("2026-11-02") },
            PersonFact::Fusion { fusion: Fusion::No },
            PersonFact::Floor { floor: Floor::Yes },
            PersonFact::AtDischarge { signs: vec![DischargeSign::LegNumbness], note: None },
            PersonFact::Limits { limits: TeamLimits::Given },
            PersonFact::Skipped { step: Step::Contacts },
            PersonFact::Skipped { step: Step::Plan },
        ] {
            journal.say(fact, EnteredBy::Person).unwrap();
        }
    }
}

/// The record in the folder of `desktop`, on the morning of the tests.
fn journal(desktop: &Desktop) -> Journal {
    let [_, now, ..] = WHEN_AND_WHERE;
    journal_at(desktop, now)
}

/// The same, at the moment `now`.
fn journal_at(desktop: &Desktop, now: &str) -> Journal {
    let [.., zone] = WHEN_AND_WHERE;
    let zone = ZoneDatabase::of_this_machine().zone(zone).unwrap();
    let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
    Journal::open(&desktop.folder().join("data"), clock).unwrap()
}

/// The plan of the record in the folder of `desktop`, as the command line exports it; empty without one.
fn exported(desktop: &Desktop) -> Vec<u8> {
    let [_, now, ..] = WHEN_AND_WHERE;
    let cli = &mut desktop.command(desktop::program("backwise-cli"));
    let cli = cli.args(["--now", now, "--data"]).arg(desktop.folder().join("data"));
    cli.args(["plan", "export"]).output().unwrap().stdout
}

/// The window on whatever lies in the folder.
async fn open_as_it_is(desktop: &Desktop, name: &str) -> Window {
    let [_, now, ..] = WHEN_AND_WHERE;
    open_at(desktop, name, now).await
}

/// The same, at the moment `now`.
async fn open_at(desktop: &Desktop, name: &str, now: &str) -> Window {
    open_given(desktop, name, now, &[]).await
}

/// The same, and whatever else the app is `given`.
async fn open_given(desktop: &Desktop, name: &str, now: &str, given: &[&str]) -> Window {
    let data = desktop.folder().join("data").display().to_string();
    let [.., zone] = WHEN_AND_WHERE;
    let mut arguments = vec!["--data", data.as_str(), "--now", now, "--zone", zone];
    arguments.extend(given);
    let window = Window::open(desktop, name, &arguments).await;
    window.until("document.querySelector('h1')").await;
    window.watch_the_policy().await;
    window
}

async fn take_in_the_plan(window: &mut Window) {
    window.go("#/plan/import").await;
    window.choose_file("input[type=file]", &example_plan()).await;
    take_in_what_is_shown(window).await;
}

/// Takes in the plan that was read from a file and is shown.
async fn take_in_what_is_shown(window: &mut Window) {
    window.until_shown("Is this your plan?").await;
    window.picture("plan-read").await;
    // A file without a checksum is compared by the person; the tick says that they did.
    window
        .run("document.querySelectorAll('main input[type=checkbox]').forEach((box) => box.click())")
        .await;
    window.press("Make this my plan").await;
    window.until_shown("Your plan is taken in").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_is_done_and_is_still_there_after_the_program_was_killed() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "a-round").await;
    window.until_shown("You have no plan yet").await;
    window.picture("no-plan").await;
    take_in_the_plan(&mut window).await;

    window.go("#/today").await;
    window.until_shown("Next: your morning round").await;
    window.picture("today").await;
    window.press("Start").await;
    window.until("location.hash === '#/session' && document.querySelector('main button')").await;
    window.picture("session").await;
    window.walk_through_the_session().await;
    window.until_shown("That is all").await;
    window.picture("finished").await;
    window.assert_the_policy_held().await;
    window.kill().await;

    let mut window = open(&desktop, "a-round-after-the-kill").await;
    window.until(&format!("{MORNING}.innerText.includes('Done')")).await;
    window.picture("today-again").await;
    window.assert_the_policy_held().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_sound_and_the_warning_signs_are_one_step_away() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "screens").await;
    let mut found = Vec::new();
    for state in ["empty", "plan"] {
        if state == "plan" {
            take_in_the_plan(&mut window).await;
        }
        for screen in SCREENS {
            for (width, height) in [PHONE, DESK] {
                window.resize(width, height).await;
                window.go(&format!("#/{screen}")).await;
                window.until(&format!("location.hash === '#/{screen}' && {SETTLED}")).await;
                let name = format!("{}-{state}-{width}", screen.replace('/', "-"));
                window.picture(&name).await;
                let hard = window.what_is_hard_to_use().await;
                found.extend(hard.into_iter().map(|what| format!("{name}: {what}")));
            }
            if screen == "warning-signs" {
                continue;
            }
            // One action from the keyboard: the button is there, takes the focus and answers Enter.
            window.until(&called("Warning signs")).await;
            window.run(&format!("{}.focus()", called("Warning signs"))).await;
            window.keys("\u{e007}").await;
            window.until_shown("Get help now").await;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n\n"));
    window.assert_the_policy_held().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_records_is_shown_at_once() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "from-outside").await;
    take_in_the_plan(&mut window).await;
    window.go("#/today").await;
    window.until_shown("Next: your morning round").await;

    let mut journal = journal(&desktop);
    let agenda = journal.today().unwrap().agenda.unwrap();
    for item in &agenda.rounds[0].items {
        journal.record_bout(&item.bout, &Outcome::Done, None, EnteredBy::Helper).unwrap();
    }
    window.until(&format!("{MORNING}.innerText.includes('Done')")).await;
    window.picture("done-from-outside").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_is_left_alone_and_the_window_says_so() {
    let desktop = Desktop::new();
    let data = desktop.folder().join("data");
    std::fs::create_dir(&data).unwrap();
    let rubbish = b"Something went wrong with this disk. ".repeat(40);
    std::fs::write(data.join("journal.db"), &rubbish).unwrap();
    let mut window = open_as_it_is(&desktop, "damaged-file").await;
    window.until_shown("The file with your record is damaged.").await;
    window.picture("damaged-file").await;
    for (width, height) in [PHONE, DESK] {
        window.resize(width, height).await;
        let found = window.what_is_hard_to_use().await;
        assert!(found.is_empty(), "{}", found.join("\n\n"));
    }
    assert_eq!(std::fs::read(data.join("journal.db")).unwrap(), rubbish);

    std::fs::remove_file(data.join("journal.db")).unwrap();
    window.press("Try again").await;
    window.until_shown("Welcome to Backwise").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_leaves_no_process() {
    let desktop = Desktop::new();
    let window = open(&desktop, "closing").await;
    window.close_and_wait_until_all_has_ended().await;
}
