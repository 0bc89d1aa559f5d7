//! What is said of pain in a round, as the record has it afterwards.

use backwise_core::record::{HurtPlace, PlanFact, SkipReason};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::State;
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
             ask('pain_today', {{ back: {score}, leg: null }})
                 .then(() => ask('session_view'))
                 .then((it) => done(it.finished), (it) => done(String(it)))"
        );
        assert_eq!(window.run_until_done(&script).await, is_over, "{score}");
    }
    let journal = journal(&desktop);
    assert_eq!(journal.session_cut_off().unwrap().items, [], "nothing is taken up again");
    assert_eq!(morning(&journal)[0].state, State::Withheld);
}

/// What was said of pain, the first one first: where, how much, and of which line.
fn hurts(journal: &Journal) -> Vec<(HurtPlace, Option<u8>, String)> {
    let said = journal.said().unwrap().into_iter().rev();
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
    window.until_shown("That is all for now").await;
    let journal = journal(&desktop);
    let yes = journal.said().unwrap().into_iter().find_map(|said| match said.fact {
        PlanFact::AskedAndYes { line, question, .. } => Some((line, question)),
        _ => None,
    });
    assert_eq!(yes, Some((second.clone(), SafetyQuestion::Calf)));
    assert_eq!(morning(&journal)[1].state, State::Skipped { reason: SkipReason::Pain });
    assert_eq!(journal.session_cut_off().unwrap().items, [], "the round is over");
}
