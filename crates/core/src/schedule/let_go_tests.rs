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

#[test]
fn whoever_goes_on_in_the_afternoon_was_asked_for_nothing_in_the_morning() {
    let brace = line("brace", &["morning", "noon", "evening"]);
    let mut world = World::new(revision(vec![brace]), "2026-11-20T20:00:00Z");
    let pause =
        PlanFact::Pause { from: day("2026-11-17"), through: Some(day("2026-11-18")), reason: None };
    let goes_on = |at: &str| plan_record(2, at, PlanFact::Resumed { day: day("2026-11-20") });
    let pause = |at: &str| plan_record(1, at, pause.clone());
    // The window of the morning is over at one o'clock UTC, that of noon at seven.
    world.plan_records = vec![pause("2026-11-17T06:00:00Z"), goes_on("2026-11-20T13:30:00Z")];
    let (empty, due) = (State::NotReminded, State::Due);
    assert_eq!(states(&world, "2026-11-20", "brace"), [State::Paused, empty, due]);
    assert_eq!(states(&world, "2026-11-19", "brace"), [State::Paused; 3]);
    world.plan_records[1] = goes_on("2026-11-20T12:59:00Z");
    assert_eq!(states(&world, "2026-11-20", "brace"), [empty, empty, due]);
    // One that was entered when it was over was known to nobody before.
    let went_on =
        plan_record(2, "2026-11-20T13:30:00Z", PlanFact::Resumed { day: day("2026-11-19") });
    world.plan_records = vec![pause("2026-11-20T13:30:00Z"), went_on];
    assert_eq!(states(&world, "2026-11-20", "brace"), [empty, empty, due]);
    // One of this morning, of which the person thought better.
    let today = PlanFact::Pause { from: day("2026-11-20"), through: None, reason: None };
    let today = plan_record(1, "2026-11-20T08:00:00Z", today);
    world.plan_records = vec![today, goes_on("2026-11-20T13:30:00Z")];
    assert_eq!(states(&world, "2026-11-20", "brace"), [State::Paused, empty, due]);
}
