//! That it hurt on a day that is over.

use backwise_core::record::{Entered, Hurt, HurtPlace, PainMoment};
use backwise_core::schedule::{AgendaStop, PainOutcome, StopBecause};

use super::*;
use crate::views::SessionOf;

/// Eight days after the day that is spoken of.
const LATER: &str = "2026-11-26T08:03:00Z";

const RULE: &str = r#"
[[pain.rule]]
as_written = "Stop when pain goes over 5 and ring us"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "until-told"
"#;

/// A folder with a sheet that stops an exercise when pain goes over 5, and with two exercises done on that day.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    take_in(&mut journal, &(sheet("ward", 1, "2026-11-16") + RULE));
    let mut journal = open(folder.path(), MORNING);
    for line in ["bridge", "heel-slide"] {
        let of = bout(line, "morning", TODAY);
        journal.record_bout(&of, &Outcome::Done, None, EnteredBy::Person).unwrap();
    }
    folder
}

fn take_in(journal: &mut Journal, sheet: &str) {
    let check = journal.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
}

fn hurt(line: &str) -> Hurt {
    let (line, bout) = (LineId::new(line), RoundId::new("morning").map(BoutPlace::Round));
    let (place, when) = (HurtPlace::Back, PainMoment::After);
    Hurt { line, bout, place, score: Some(7), when, spreading: false, usual: None }
}

fn withheld(journal: &Journal, on: &str) -> Vec<String> {
    let agenda = journal.agenda(day(on)).unwrap().unwrap();
    let items = agenda.items().filter(|item| item.state == State::Withheld);
    items.map(|item| item.bout.line.to_string()).collect()
}

#[test]
fn it_stops_by_the_rule_from_when_it_is_told_and_the_day_stays_as_it_was() {
    let folder = folder();
    let mut journal = open(folder.path(), LATER);
    let figures = |journal: &Journal| {
        let report = journal.report(day(TODAY), day("2026-11-25")).unwrap().unwrap();
        report.total
    };
    let before = figures(&journal);
    let told = journal.record_hurt(&hurt("bridge"), Some(day(TODAY))).unwrap();
    assert_eq!(told.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(withheld(&journal, "2026-11-26"), ["bridge"; 3]);
    assert_eq!(figures(&journal), before);
    let said = journal.said().unwrap();
    assert_eq!((said[0].record, said[0].entered), (told.record, Entered::Later));
    journal.spoken_to(&[told.record], None, day("2026-11-26"), None).unwrap();
    assert_eq!(withheld(&journal, "2026-11-26"), [""; 0]);
}

#[test]
fn of_a_day_before_yesterday_a_second_exercise_stops_itself_alone() {
    let folder = folder();
    let mut journal = open(folder.path(), LATER);
    let morning = SessionOf { round: RoundId::new("morning"), ..SessionOf::default() };
    assert!(!journal.begin_session(&morning).unwrap().is_empty());
    for line in ["bridge", "heel-slide"] {
        let told = journal.record_hurt(&hurt(line), Some(day(TODAY))).unwrap();
        assert_eq!(told.follows.outcome, PainOutcome::StopExercise, "{line}");
    }
    assert_eq!(withheld(&journal, "2026-11-27").len(), 5, "each by the rule");
    let agenda = journal.agenda(day("2026-11-26")).unwrap().unwrap();
    let rule = |stop: &AgendaStop| stop.because == StopBecause::Rule;
    assert!(!agenda.stops.is_empty() && agenda.stops.iter().all(rule), "{:?}", agenda.stops);
}

#[test]
fn the_rule_of_a_plan_that_is_over_says_nothing_of_today_but_what_waits_for_the_team() {
    for (exercise, waits) in [("bridge", true), ("glute-set", false)] {
        let folder = folder();
        let mut journal = open(folder.path(), "2026-11-20T06:00:00Z");
        let other = sheet("clinic", 1, "2026-11-20") + RULE;
        let exercise = format!("exercise = \"{exercise}\"");
        take_in(&mut journal, &other.replace("exercise = \"bridge\"", &exercise));
        let mut journal = open(folder.path(), LATER);
        let told = journal.record_hurt(&hurt("bridge"), Some(day(TODAY))).unwrap();
        let stopped = withheld(&journal, "2026-11-26");
        if waits {
            assert_eq!(told.follows.outcome, PainOutcome::StopExercise);
            assert_eq!(stopped, ["bridge"; 3]);
        } else {
            assert_eq!(told.follows.outcome, PainOutcome::NothingWritten);
            assert_eq!(told.follows.as_written, None);
            assert_eq!(stopped, [""; 0]);
        }
        // What no plan can loosen is told of any day.
        let spreads =
            Hurt { spreading: true, score: None, place: HurtPlace::Leg, ..hurt("bridge") };
        let told = journal.record_hurt(&spreads, Some(day(TODAY))).unwrap();
        assert_eq!(told.follows.outcome, PainOutcome::StopSessionSpreading);
        assert!(!withheld(&journal, "2026-11-26").is_empty());
    }
}
