//! Pain with its context: kept, judged by the plan, released by the team.

use backwise_core::record::{Hurt, PainMoment, PainPlace};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::PainOutcome;

use super::*;

/// A folder with a sheet that stops an exercise when pain goes over 5.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        + r#"
[[pain.rule]]
as_written = "Stop when pain goes over 5 and ring us"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[contact]]
name = "Ward line"
number = "555-0134"
"#;
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    folder
}

fn hurt(score: u8) -> Hurt {
    let (line, bout) = (LineId::new("bridge"), RoundId::new("morning").map(BoutPlace::Round));
    let (place, when) = (PainPlace::Back, PainMoment::During);
    Hurt { line, bout, place, score: Some(score), when, spreading: false }
}

fn withheld(journal: &Journal) -> Vec<String> {
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    let items = agenda.items().filter(|item| item.state == State::Withheld);
    items.map(|item| item.bout.line.to_string()).collect()
}

#[test]
fn a_stop_is_kept_released_and_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let answer = journal.record_hurt(&hurt(5)).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::NothingWritten);
    assert_eq!(withheld(&journal), Vec::<String>::new());
    let answer = journal.record_hurt(&hurt(7)).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(answer.follows.ring.as_deref(), Some("Ward line"));
    assert_eq!(withheld(&open(folder.path(), MORNING)), ["bridge"; 3]);
    let figures = journal.report(day(TODAY), day(TODAY)).unwrap().unwrap().total;
    assert_eq!(figures.withheld, 3);
    // "Done" on the reminder of the round says nothing of what is stopped.
    let closed = journal.finish_round(&key("morning", TODAY)).unwrap();
    assert_eq!(closed, 1, "the heel slide alone");

    let spoken = journal.spoken_to(&[answer.record], Some("Ward line"), day(TODAY)).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    assert!(journal.spoken_to(&[spoken[0]], None, day(TODAY)).is_err(), "that stopped nothing");
    assert!(journal.spoken_to(&[answer.record], None, day("2026-11-19")).is_err());
    journal.withdraw_plan_fact(spoken[0]).unwrap();
    assert_eq!(withheld(&journal), ["bridge"; 3]);
    journal.withdraw_plan_fact(answer.record).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    assert!(journal.spoken_to(&[answer.record], None, day(TODAY)).is_err(), "it no longer stands");
}

#[test]
fn a_yes_to_the_question_about_the_calf_stops_its_line() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let walk = LineId::new("walk").unwrap();
    let yes = journal.asked_and_yes(&walk, SafetyQuestion::Calf).unwrap();
    assert_eq!(withheld(&journal), ["walk"; 2]);
    journal.spoken_to(&[yes], None, day(TODAY)).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    let other = LineId::new("other").unwrap();
    assert!(journal.asked_and_yes(&other, SafetyQuestion::Calf).is_err());
    for wrong in [Hurt { line: Some(other), ..hurt(3) }, hurt(11), Hurt { line: None, ..hurt(3) }] {
        assert!(journal.record_hurt(&wrong).is_err());
    }
}
