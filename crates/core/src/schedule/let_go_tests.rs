//! What a word that is said in the course of a day leaves of the hours that were over by then.

use super::waiting_tests::{said, two_phases};
use super::{State, agenda};
use crate::ids::PlanId;
use crate::plan::{LimitUntil, Precaution};
use crate::record::{ClearanceAnswer, PlanFact, PlanRecord};
use crate::safety::{Flag, LimitKind};
use crate::samples::{World, any_time, day, instant, line, plan_record, revision};

const YES: ClearanceAnswer = ClearanceAnswer::Yes;

fn at(moment: &str, said: PlanRecord) -> PlanRecord {
    PlanRecord { at: instant(moment), ..said }
}

fn states(world: &World, on: &str, line: &str) -> Vec<State> {
    let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
    let items = agenda.items().filter(|item| item.bout.line.as_str() == line);
    items.map(|item| item.state).collect()
}

#[test]
fn hours_that_were_over_before_a_line_was_let_go_of_were_asked_of_nobody() {
    // Each window ends where the next round begins, at one and at seven o'clock UTC.
    let rounds = ["morning", "noon", "evening"];
    let empty = State::NotReminded;
    let of_afternoon = [State::Unknown, empty, empty];
    let mut plan = two_phases();
    plan.lines = vec![line("squat", &rounds), any_time(line("walk", &[]), 1)];
    plan.phases.clear();
    plan.lines[0].clearance = Some(plan.clearances[0].id.clone());
    let mut world = World::new(plan.clone(), "2026-12-05T21:00:00Z");
    world.plan_records = vec![at("2026-12-03T13:05:00Z", said(1, YES, "2026-12-03"))];
    assert_eq!(states(&world, "2026-12-02", "squat"), []);
    assert_eq!(states(&world, "2026-12-03", "squat"), of_afternoon, "it begins at once");
    assert_eq!(states(&world, "2026-12-04", "squat"), [empty; 3]);
    // The same where a limit ends by a word.
    plan.lines[0].clearance = None;
    plan.lines[0].flags.push(Flag::Rotation);
    plan.precautions = vec![Precaution {
        as_written: "No twisting".to_owned(),
        source: None,
        kinds: vec![LimitKind::Twisting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }];
    let over = PlanFact::LimitOver {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        limit: "No twisting".to_owned(),
        who: None,
        said_on: day("2026-12-03"),
        day: day("2026-12-03"),
    };
    let mut world = World::new(plan, "2026-12-05T21:00:00Z");
    world.plan_records = vec![plan_record(1, "2026-12-03T13:05:00Z", over)];
    assert_eq!(states(&world, "2026-12-02", "squat"), []);
    assert_eq!(states(&world, "2026-12-03", "squat"), of_afternoon);
    assert_eq!(states(&world, "2026-12-04", "squat"), [empty; 3]);
}

#[test]
fn a_yes_that_is_put_back_was_said_when_it_was_said_first() {
    let mut plan = two_phases();
    plan.lines = vec![line("squat", &["morning", "noon", "evening"])];
    plan.phases.clear();
    plan.lines[0].clearance = Some(plan.clearances[0].id.clone());
    let mut world = World::new(plan, "2026-12-05T21:00:00Z");
    let first = at("2026-12-03T06:05:00Z", said(1, YES, "2026-12-03"));
    let no = at("2026-12-03T15:00:00Z", said(2, ClearanceAnswer::No, "2026-12-03"));
    let back = at("2026-12-03T15:01:00Z", said(3, YES, "2026-12-03"));
    let no = PlanRecord { corrects: Some(first.id), ..no };
    let back = PlanRecord { corrects: Some(no.id), ..back };
    world.plan_records = vec![first, no, back];
    assert_eq!(states(&world, "2026-12-03", "squat"), [State::NotReminded; 3]);
    // So was one that was said a second time.
    let again = at("2026-12-03T15:00:00Z", said(2, YES, "2026-12-03"));
    world.plan_records.truncate(1);
    world.plan_records.push(again);
    assert_eq!(states(&world, "2026-12-03", "squat"), [State::NotReminded; 3]);
}
