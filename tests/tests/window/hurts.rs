//! What is said of pain in a round, as the record has it afterwards.

use backwise_core::record::{BoutKey, HurtPlace, PlanFact, SkipReason};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{AgendaItem, State};
use backwise_store::Journal;

use super::desktop::Desktop;
use super::session::morning;
use super::{journal, open};

#[tokio::test(flavor = "multi_thread")]
async fn a_number_said_today_ends_the_round_where_the_sheet_says_stop_and_only_there() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap()
        + r#"
[[pain.rule]]
as_written = "Back over 6 at any time: stop and ring us."
where = "back"
over = 6
when = "any"
then = "stop"
lasts = "until-told"
ring = "Ward line"
"#;
    let check = journal(&desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    let window = open(&desktop, "pain-today").await;
    window.press("Start").await;
    window.press("Begin").await;
    for (score, is_over) in [(6, false), (7, true)] {
        let script = format!(
            "const ask = (name, of) => __TAURI_INTERNALS__.invoke(name, of);
             ask('pain_of_day', {{ back: {score}, leg: null, day: null }})
                 .then(() => ask('session_view'))
                 .then((it) => done(it.finished), (it) => done(String(it)))"
        );
        assert_eq!(window.run_until_done(&script).await, is_over, "{score}");
    }
    let journal = journal(&desktop);
    assert_eq!(journal.session_cut_off().unwrap().items, [], "nothing is taken up again");
    assert_eq!(morning(&journal)[0].state, State::Withheld);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_word_of_the_team_is_taken_back_or_put_off_the_round_ends() {
    for (how, of) in [
        ("withdraw_plan_fact", ""),
        ("correct_spoken_to", ", who: null, day: '2026-11-18', from: '2026-11-20'"),
    ] {
        let desktop = Desktop::new();
        let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
        let mut before = journal(&desktop);
        before.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
        let line = morning(&before)[0].bout.line.clone();
        let stop = before.asked_and_yes(Some(&line), SafetyQuestion::Calf).unwrap();
        let day = morning(&before)[0].bout.day;
        let word = before.spoken_to(&[stop], None, day, None).unwrap()[0];
        drop(before);
        let window = open(&desktop, how).await;
        window.press("Start").await;
        window.press("Begin").await;
        let script = format!(
            "const ask = (name, of) => __TAURI_INTERNALS__.invoke(name, of);
             ask('{how}', {{ record: '{word}'{of} }})
                 .then(() => ask('session_view'))
                 .then((it) => done(it.finished), (it) => done(String(it)))"
        );
        assert_eq!(window.run_until_done(&script).await, true, "{how}");
    }
}

/// What stands of what was said of pain, the first one first: where, how much, and of which line.
fn hurts(journal: &Journal) -> Vec<(HurtPlace, Option<u8>, String)> {
    let said = journal.said().unwrap().into_iter().rev().filter(|said| said.stands);
    let hurts = said.filter_map(|said| match said.fact {
        PlanFact::Hurt { hurt, .. } => Some((hurt.place, hurt.score, hurt.line?.to_string())),
        _ => None,
    });
    hurts.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pain_is_kept_as_it_was_said_and_a_yes_about_the_calf_ends_the_round() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    journal(&desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let lines: Vec<_> =
        morning(&journal(&desktop)).into_iter().map(|item| item.bout.line).collect();
    let [first, second, ..] = &lines[..] else { panic!("{lines:?}") };
    let window = open(&desktop, "hurts").await;
    window.press("Start").await;
    window.press("Begin").await;

    // Nobody said where, nor how much.
    window.press("It hurts").await;
    window.press("Stop this exercise").await;
    window.until_shown("Exercise 2 of").await;
    let not_said = (HurtPlace::NotSaid, None, first.to_string());
    assert_eq!(hurts(&journal(&desktop)), std::slice::from_ref(&not_said));

    // Before the next one is begun, what hurts came with the one before; the coming one is not left for it.
    window.press("It hurts").await;
    window.press("Somewhere else").await;
    window.press("Stop this exercise").await;
    window.press("Go on").await;
    let elsewhere = (HurtPlace::Elsewhere, None, first.to_string());
    assert_eq!(hurts(&journal(&desktop)), [not_said, elsewhere]);
    let items = morning(&journal(&desktop));
    assert_eq!(items[0].state, State::Skipped { reason: SkipReason::Pain });
    assert_eq!(items[1].state, State::Due);

    window.press("I am ready").await;
    window.press("It hurts").await;
    window.press("Somewhere else").await;
    window.press("In a calf or lower leg").await;
    window.press("Yes").await;
    window.until_shown("Leave leg exercises").await;
    window.until_shown("Saved: you answered yes, so leg exercises are stopped").await;
    window.until_shown("That is all for now").await;
    let journal = journal(&desktop);
    let yes = journal.said().unwrap().into_iter().find_map(|said| match said.fact {
        PlanFact::AskedAndYes { line, question, .. } => Some((line, question)),
        _ => None,
    });
    assert_eq!(yes, Some((Some(second.clone()), SafetyQuestion::Calf)));
    assert_eq!(morning(&journal)[1].state, State::Skipped { reason: SkipReason::Pain });
    assert_eq!(journal.session_cut_off().unwrap().items, [], "the round is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_round_the_tap_on_what_hurt_is_kept_and_a_number_takes_its_place() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    journal(&desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let first = morning(&journal(&desktop))[0].clone();
    let window = open(&desktop, "which-hurt").await;
    window.press("Start").await;
    window.press("Begin").await;
    window.press("End the round").await;
    window.press("End it here").await;
    window.press("It hurt").await;
    window.press(&first.title).await;
    window.until_shown("Saved").await;
    let line = first.bout.line.to_string();
    let tapped = [(HurtPlace::NotSaid, None, line.clone())];
    assert_eq!(hurts(&journal(&desktop)), tapped);
    window.press("Leg").await;
    window.press("Pain 4 out of 10").await;
    window.until_shown("Saved: leg, 4 out of 10").await;
    assert_eq!(hurts(&journal(&desktop)), [(HurtPlace::Leg, Some(4), line)], "the same, said anew");
    window.press("Undo").await;
    window
        .until("!document.querySelector('[aria-label=\"Pain 4 out of 10\"][aria-pressed=true]')")
        .await;
    window.until_shown("Undone").await;
    assert_eq!(hurts(&journal(&desktop)), tapped, "what was said first stands again");
}

/// Asks the host for this command, and then whether the round under way is over.
async fn is_over_after(window: &super::driver::Window, name: &str, of: serde_json::Value) -> bool {
    let script = format!(
        "const ask = (name, of) => __TAURI_INTERNALS__.invoke(name, of);
         ask('{name}', {of}).then(() => ask('session_view'))
             .then((it) => done(it.finished), (it) => done(String(it.message ?? it)))"
    );
    window.run_until_done(&script).await == true
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stopped_outside_a_round_that_is_under_way_is_not_led_in_it() {
    let desktop = Desktop::new();
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    journal(&desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let items = morning(&journal(&desktop));
    let [first, second, ..] = &items[..] else { panic!("{items:?}") };
    let window = open(&desktop, "stopped-outside").await;

    // A calf, said on Today without an exercise.
    window.press("Start").await;
    window.press("Begin").await;
    window.go("#/today").await;
    window.press("Something hurts").await;
    window.press("Somewhere else").await;
    window.press("In a calf or lower leg").await;
    window.press("Yes").await;
    window.until_shown("Leave leg exercises").await;
    window.until_shown("Saved: you answered yes, so leg exercises are stopped").await;
    let kept = journal(&desktop);
    assert_eq!(kept.session_cut_off().unwrap().items, [], "the round is over");
    assert_eq!(morning(&kept)[0].state, State::Withheld);
    let said = kept.said().unwrap().remove(0);
    assert!(matches!(said.fact, PlanFact::AskedAndYes { line: None, .. }), "{said:?}");
    assert_eq!(said.about, None);
    let stops = kept.today().unwrap().agenda.unwrap().stops;
    assert_eq!(stops.len(), 1, "and the rest goes on: {stops:?}");
    let mut kept = kept;
    kept.withdraw_plan_fact(stops[0].records[0]).unwrap();

    let begin = serde_json::json!({ "round": "morning", "line": null, "occurrence": null });
    let skip = |of: &BoutKey| {
        let outcome = serde_json::json!({ "outcome": "skipped", "reason": "pain" });
        serde_json::json!({ "bout": of, "outcome": outcome, "note": null })
    };
    let done = serde_json::json!({
        "bout": second.bout, "outcome": { "outcome": "done" }, "note": null
    });
    assert!(!is_over_after(&window, "session_start", begin).await);
    assert!(!is_over_after(&window, "record_bout", done).await, "a tick ends nothing");
    assert!(is_over_after(&window, "record_bout", skip(&first.bout)).await, "it hurt");
}

/// A window on the example plan with its morning round under way, and the exercises of that round.
async fn in_the_morning_round(
    desktop: &Desktop,
    name: &str,
) -> (super::driver::Window, Vec<AgendaItem>) {
    let sheet = std::fs::read_to_string(super::example_plan()).unwrap();
    journal(desktop).import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    let items = morning(&journal(desktop));
    let window = open(desktop, name).await;
    window.press("Start").await;
    window.press("Begin").await;
    (window, items)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_said_on_the_page_of_an_exercise_ends_the_round_that_has_it_still() {
    let desktop = Desktop::new();
    let (window, items) = in_the_morning_round(&desktop, "stopped-on-a-page").await;
    let BoutKey { day, line, .. } = &items[1].bout;
    window.go(&format!("#/day/{day}/{line}/round/morning")).await;
    window.press("It hurts").await;
    window.press("Leg").await;
    window.press("Pain 7 out of 10").await;
    window.until_shown("Your plan says: stop this exercise").await;
    let journal = journal(&desktop);
    assert_eq!(journal.session_cut_off().unwrap().items, [], "the round is over");
    let states: Vec<_> = morning(&journal).into_iter().map(|item| item.state).collect();
    assert_eq!(states[..2], [State::Due, State::Withheld]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_stop_of_a_day_ends_the_round_also_where_an_entry_is_put_right() {
    let desktop = Desktop::new();
    let (window, _) = in_the_morning_round(&desktop, "stopped-by-a-correction").await;
    let agenda = journal(&desktop).today().unwrap().agenda.unwrap();
    let mut apart = agenda.any_time.iter().map(|item| &item.bout);
    let (one, other) = (apart.next().unwrap(), apart.next_back().unwrap());
    assert_ne!(one.line, other.line);
    let left = serde_json::json!({ "outcome": "skipped", "reason": "pain" });
    let one = serde_json::json!({ "bout": one, "outcome": left, "note": null });
    assert!(!is_over_after(&window, "record_bout", one).await, "the first is none of this round");
    let done = serde_json::json!({ "outcome": "done" });
    let entry = serde_json::json!({ "bout": other, "outcome": done, "note": null });
    assert!(!is_over_after(&window, "record_bout", entry).await);
    let agenda = journal(&desktop).today().unwrap().agenda.unwrap();
    let record = agenda.items().find(|item| item.bout == *other).unwrap().record;
    let right = serde_json::json!({ "record": record, "outcome": left, "note": null });
    assert!(is_over_after(&window, "correct_bout", right).await, "the second stops them all");
    let kept = journal(&desktop);
    assert!(morning(&kept).iter().all(|item| item.state == State::Withheld));
    assert_eq!(kept.session_cut_off().unwrap().items, [], "nothing is taken up again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_to_the_question_asked_before_another_exercise_ends_the_round() {
    let desktop = Desktop::new();
    let (window, items) = in_the_morning_round(&desktop, "stopped-by-a-yes").await;
    let line = &items[1].bout.line;
    let yes = serde_json::json!({ "line": line, "question": "calf" });
    assert!(is_over_after(&window, "asked_and_yes", yes).await);
    let kept = journal(&desktop);
    assert_eq!(kept.session_cut_off().unwrap().items, [], "the round is over");
    assert_eq!(morning(&kept)[1].state, State::Withheld);
}
