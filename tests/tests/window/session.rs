//! Walking through a session without waiting for a clock.

use backwise_core::record::BoutPlace;
use backwise_core::schedule::{AgendaItem, State};
use backwise_core::session::{Runner, SessionChoices, SessionEvent, Witnessed, script};
use backwise_store::Journal;
use backwise_store::views::SessionOf;
use serde_json::json;

use super::desktop::Desktop;
use super::driver::{Window, called};
use super::{journal, journal_at, open, take_in_the_plan};

/// More steps than the rounds of the example plan have.
const MOST_STEPS: usize = 1000;

/// What a person presses to go on, in the order in which it matters.
pub(super) const ONWARD: [&str; 5] = ["Begin", "I am ready", "That is done", "Next", "Go on"];

/// Sends whatever is on in the round on, as its buttons do.
pub(crate) const NEXT: &str = "__TAURI_INTERNALS__.invoke('session_view').then(({ turn }) => __TAURI_INTERNALS__.invoke('session_event', { turn, event: { event: 'next' } }))";

impl Window {
    /// Presses whatever goes on until the round is over. A timed repetition has no such button: it
    /// is sent on by the command that the buttons send, so that the test waits for no clock.
    pub(crate) async fn walk_through_the_session(&self) {
        let buttons: Vec<String> = ONWARD.iter().map(|name| called(name)).collect();
        let button = buttons.join(" ?? ");
        for _step in 0..MOST_STEPS {
            let before = self.run("return document.querySelector('main')?.innerText ?? ''").await;
            if before.as_str().is_some_and(|text| text.contains("That is all")) {
                return;
            }
            self.run_until_done(&format!(
                "const button = {button};
                 if (button) {{ button.click(); done(); }}
                 else {NEXT}.then(() => done(), () => done());"
            ))
            .await;
            self.until(&format!("document.querySelector('main')?.innerText !== {}", json!(before)))
                .await;
        }
        panic!("the session does not end");
    }
}

/// The example plan with a hold that lasts longer than any machine is busy.
pub(super) fn sheet_with_a_long_hold() -> String {
    std::fs::read_to_string(super::example_plan())
        .unwrap()
        .replace("hold_seconds = 5\n", "hold_seconds = 600\n")
}

/// The morning round as `journal` has it.
pub(super) fn morning(journal: &Journal) -> Vec<AgendaItem> {
    journal.today().unwrap().agenda.unwrap().rounds.swap_remove(0).items
}

/// The morning round of somebody who does the same without a break, tapping all the way.
pub(super) fn unbroken(sheet: &str) -> Vec<AgendaItem> {
    let desktop = Desktop::new();
    let mut journal = journal(&desktop);
    journal.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let BoutPlace::Round(round) = morning(&journal)[0].bout.place.clone() else {
        panic!("it is done in a round")
    };
    let round = Some(round);
    let items = journal.begin_session(&SessionOf { round, ..SessionOf::default() }).unwrap();
    let mut runner = Runner::new(script(&items, SessionChoices::default()));
    while !runner.is_over() {
        for seen in runner.handle(SessionEvent::Next) {
            match seen {
                Witnessed::Work { bout, set, side, repetitions, seconds } => {
                    journal.record_work(&bout, set, side, repetitions, seconds).unwrap();
                }
                Witnessed::Closed { bout, outcome } => {
                    journal.close_bout(&bout, &outcome, None).unwrap();
                }
                Witnessed::TakenBack => unreachable!("nothing is tapped"),
            }
        }
    }
    morning(&journal)
}

/// A line, what became of it, and the repetitions of each set.
pub(super) type InShort = (String, State, Vec<(u16, u16)>);

/// What was seen and what became of it, without the seconds of holds, which were tapped away.
pub(super) fn in_short(items: &[AgendaItem]) -> Vec<InShort> {
    let sets = |item: &AgendaItem| {
        item.seen.sets.iter().map(|set| (set.set, set.repetitions)).collect::<Vec<_>>()
    };
    items.iter().map(|item| (item.bout.line.to_string(), item.state, sets(item))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_killed_in_the_middle_of_a_hold_goes_on_at_that_hold() {
    let desktop = Desktop::new();
    let sheet = sheet_with_a_long_hold();
    journal(&desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(&desktop, "killed-in-a-hold").await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    let next = &format!("{NEXT}.then(() => done(null), (error) => done(error))");
    // On with the time to get ready, and two repetitions at the person's word.
    for _ in 0..3 {
        assert!(window.run_until_done(next).await.is_null());
    }
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
    window.until_shown("Hold").await;
    window.kill().await;

    let left = morning(&journal(&desktop));
    assert_eq!((left[0].state, left[0].seen.repetitions), (State::InProgress, 2));

    let mut window = open(&desktop, "killed-in-a-hold-again").await;
    window.until("location.hash === '#/session'").await;
    window.until_shown("Your morning round is still open").await;
    window.picture("still-open").await;
    assert_eq!(morning(&journal(&desktop)), left, "opening it credits nothing");
    window.press("Go on").await;
    assert!(window.run_until_done(next).await.is_null());
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
    window.walk_through_the_session().await;
    assert_eq!(in_short(&morning(&journal(&desktop))), in_short(&unbroken(&sheet)));
    window.kill().await;

    let window = open(&desktop, "a-finished-round-stays-finished").await;
    window.until_shown("Nothing is asked of you now").await;
    assert_ne!(window.run("return location.hash").await, "#/session");
}

/// The window in the middle of a set without holds: two repetitions are counted, and the third is on.
async fn in_the_third_of_a_set(desktop: &Desktop, name: &str) -> Window {
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    let sheet = sheet.replace("hold_seconds = 5\n", "");
    journal(desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(desktop, name).await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    let next = &format!("{NEXT}.then(() => done(null), (error) => done(error))");
    for _ in 0..3 {
        assert!(window.run_until_done(next).await.is_null());
    }
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
    assert_eq!(morning(&journal(desktop))[0].seen.repetitions, 0, "a set is recorded whole");
    window
}

#[tokio::test(flavor = "multi_thread")]
async fn who_logs_out_in_the_middle_of_a_set_finds_what_was_counted() {
    let desktop = Desktop::new();
    in_the_third_of_a_set(&desktop, "logged-out-in-a-set").await.log_out().await;
    assert_eq!(morning(&journal(&desktop))[0].seen.repetitions, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_killed_in_the_middle_of_a_set_goes_on_with_what_was_counted() {
    let desktop = Desktop::new();
    in_the_third_of_a_set(&desktop, "killed-in-a-set").await.kill().await;
    let window = open(&desktop, "killed-in-a-set-again").await;
    window.until_shown("Your morning round is still open").await;
    assert_eq!(morning(&journal(&desktop))[0].seen.repetitions, 2);
    window.press("Go on").await;
    let next = &format!("{NEXT}.then(() => done(null), (error) => done(error))");
    // On with the time to get ready.
    assert!(window.run_until_done(next).await.is_null());
    window.until("document.querySelector('.count')?.innerText.startsWith('3')").await;
}

/// The evening round of the day before, as the session under way.
fn begin_the_evening_before(desktop: &Desktop) {
    let mut before = journal_at(desktop, "2026-11-17T18:05:00Z");
    let evening = before.today().unwrap().agenda.unwrap().rounds.pop().unwrap().round;
    let of = SessionOf { round: Some(evening), ..SessionOf::default() };
    assert!(!before.begin_session(&of).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_left_open_the_evening_before_does_not_stand_in_the_place_of_this_morning() {
    let desktop = Desktop::new();
    let plan = super::example_plan();
    let before = &mut journal_at(&desktop, "2026-11-16T08:05:00Z");
    before.import_plan(&std::fs::read(plan).unwrap(), "sheet.backwise", true).unwrap();
    let window = open(&desktop, "left-open").await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    let next = &format!("{NEXT}.then(() => done(null), (error) => done(error))");
    for _ in 0..2 {
        assert!(window.run_until_done(next).await.is_null());
    }
    let pause =
        "__TAURI_INTERNALS__.invoke('session_event', { turn: 0, event: { event: 'pause' } })
        .then(() => done(null), (error) => done(error))";
    assert!(window.run_until_done(pause).await.is_null());
    let seen = morning(&journal(&desktop))[0].seen.repetitions;
    // The window stayed open over night: what it has is of the day before.
    begin_the_evening_before(&desktop);
    window.run("location.hash = '#/today'").await;
    window.until_shown("Next: your morning round").await;
    assert_eq!(morning(&journal(&desktop))[0].seen.repetitions, seen, "what was done stays");
    let view = "__TAURI_INTERNALS__.invoke('session_view').then(done, (error) => done(error))";
    assert!(window.run_until_done(view).await.is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_sheet_ends_the_round_under_way_where_it_leaves_out_what_is_open_in_it() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    // Two sheets of one moment would lie a little apart, and the clock of the window stands still.
    let before = &mut journal_at(&desktop, "2026-11-16T08:05:00Z");
    before.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(&desktop, "newer-sheet").await;
    window.press("Start").await;
    window.press("Begin").await;
    let other = sheet
        .replace("revision = 1\n", "revision = 2\n")
        .replace("id = \"belly-brace\"\n", "id = \"belly-brace\"\noff = true\n");
    let bytes = serde_json::to_string(other.as_bytes()).unwrap();
    let script = format!(
        "const ask = (name, of) => __TAURI_INTERNALS__.invoke(name, of);
         const before = ask('session_view');
         before.then(() => ask('import_plan', {{ bytes: {bytes}, name: 'sheet.backwise', confirmed: true }}))
             .then(() => Promise.all([before, ask('session_view')]))
             .then((both) => done(both.map((it) => it.finished)), (it) => done(JSON.stringify(it)))"
    );
    assert_eq!(window.run_until_done(&script).await, serde_json::json!([false, true]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_program_records_stops_the_round_under_way() {
    let desktop = Desktop::new();
    let mut window = open(&desktop, "stopped-elsewhere").await;
    take_in_the_plan(&mut window).await;
    window.go("#/today").await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    let mut elsewhere = journal(&desktop);
    elsewhere.answer_signs(true, false).unwrap();
    window.until_shown("That is all").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_sheet_that_another_program_takes_in_ends_the_round_under_way() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    let before = &mut journal_at(&desktop, "2026-11-16T08:05:00Z");
    before.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let window = open(&desktop, "newer-sheet-elsewhere").await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("I am ready").await;
    // What changes nothing that is still open in it leaves it alone.
    let named = sheet.replace("revision = 1\n", "revision = 2\n").replace("555-0134", "555-0135");
    let before = &mut journal_at(&desktop, "2026-11-17T08:05:00Z");
    before.import_plan(named.as_bytes(), "sheet.backwise", true).unwrap();
    window.press("Pause").await;
    window.press("It hurts").await;
    window.until_shown("555-0135").await;
    let other = sheet
        .replace("revision = 1\n", "revision = 3\n")
        .replace("id = \"belly-brace\"\n", "id = \"belly-brace\"\noff = true\n");
    journal(&desktop).import_plan(other.as_bytes(), "sheet.backwise", true).unwrap();
    window.until_shown("That is all").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_whose_last_done_was_undone_stands_open_after_the_app_was_killed() {
    let desktop = Desktop::new();
    let sheet = std::fs::read(super::example_plan()).unwrap();
    let before = &mut journal_at(&desktop, "2026-11-16T08:05:00Z");
    before.import_plan(&sheet, "sheet.backwise", true).unwrap();
    let window = open(&desktop, "last-done-undone").await;
    let bout = morning(&journal(&desktop))[0].bout.clone();
    let BoutPlace::Round(round) = &bout.place else { panic!("{bout:?}") };
    let of = json!({ "round": round, "line": bout.line, "occurrence": null });
    let ask = "const ask = (name, of) => __TAURI_INTERNALS__.invoke(name, of);";
    let done = format!(
        "{ask}
         const next = (it) => it.finished ? it : ask('session_event', {{ turn: it.turn, event: {{ event: 'next' }} }}).then(next);
         ask('session_start', {of}).then(next).then((it) => done(it.items[0].result), (it) => done(JSON.stringify(it)))"
    );
    assert_eq!(window.run_until_done(&done).await, "done");
    let record = morning(&journal(&desktop))[0].record.unwrap();
    let undone = format!(
        "{ask}
         ask('withdraw', {{ record: '{record}' }})
             .then(() => ask('session_event', {{ turn: 0, event: {{ event: 'take-done-back', item: 0 }} }}))
             .then((it) => done(it.finished), (it) => done(JSON.stringify(it)))"
    );
    assert_eq!(window.run_until_done(&undone).await, false);
    window.kill().await;
    let window = open(&desktop, "last-done-undone-again").await;
    window.until("location.hash === '#/session'").await;
    window.until_shown("is still open").await;
}
