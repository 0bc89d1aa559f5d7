//! What a stop or a limit keeps back: the days without an entry, the state of a bout.

use super::{Agenda, State, agenda, gap};
use crate::ids::{ExerciseId, LineId, PlanId};
use crate::plan::{MissedDose, Prescription};
use crate::record::{Outcome, PlanFact, PlanRecord, SignFact};
use crate::safety::SafetyQuestion;
use crate::samples::{World, bout, closed, day, line, plan_record, record, revision, sign, wall};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// The bridge is stopped from that moment on, until somebody of the team was spoken to.
fn stopped(line: &str, at: &str) -> PlanRecord {
    let (plan, line) = (PlanId::new("sample").unwrap(), LineId::new(line).unwrap());
    let (question, day) = (SafetyQuestion::Calf, day(&at[..10]));
    plan_record(90, at, PlanFact::AskedAndYes { plan, revision: 1, line, question, day })
}

#[test]
fn one_stopped_exercise_does_not_switch_off_the_question_about_empty_days() {
    // A calf stops the bridge and not the arms.
    let arms = Prescription {
        exercise: ExerciseId::new("dead-bug-arms").unwrap(),
        ..line("arms", &["morning"])
    };
    let plan = revision(vec![line("bridge", &["morning"]), arms]);
    let mut world = World::new(plan, "2026-11-26T08:00:00Z");
    let done = closed(bout("arms", "morning", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T08:00:00Z", done)];
    world.plan_records = vec![stopped("bridge", "2026-11-16T08:00:00Z")];
    let found = world.ask(gap).unwrap();
    assert_eq!((found.from, found.days.len()), (day("2026-11-17"), 9));
    assert!(found.is_long);
    // "All of it" is all that was asked for: the arms alone.
    let asked: Vec<String> = agenda_on(&world, "2026-11-20")
        .asked_of_person()
        .map(|item| item.bout.line.to_string())
        .collect();
    assert_eq!(asked, ["arms"]);
    // A day on which a warning sign stopped all of it asked for nothing.
    let yes = SignFact::Answer { any: true };
    world.signs = vec![sign(1, "2026-11-25T06:30:00Z", yes)];
    assert_eq!(world.ask(gap).unwrap().through, day("2026-11-24"));
}

#[test]
fn what_is_stopped_is_called_stopped_also_where_the_gap_has_passed_over_it() {
    let mut plan = revision(vec![line("bridge", &["morning", "evening"])]);
    plan.missed_dose = MissedDose {
        gap_minutes: Some(300),
        latest_start: Some(wall("21:00")),
        ..MissedDose::default()
    };
    let mut world = World::new(plan, "2026-11-16T19:30:00Z");
    let done = closed(bout("bridge", "morning", "2026-11-16"), Outcome::Done);
    // The morning lasts until the evening's round at 20:00.
    world.records = vec![record(1, "2026-11-16T18:30:00Z", done)];
    assert_eq!(agenda_on(&world, "2026-11-16").rounds[1].items[0].state, State::NotRequired);
    world.plan_records = vec![stopped("bridge", "2026-11-16T18:40:00Z")];
    let item = agenda_on(&world, "2026-11-16").rounds[1].items[0].clone();
    assert_eq!((item.state, item.not_required), (State::Withheld, None));
}
