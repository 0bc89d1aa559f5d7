//! What became of weeks that end before the week does, and of those of a programme.

use super::{InWeek, agenda};
use crate::ids::{ClearanceId, PhaseId, PlanId};
use crate::plan::{Advance, Clearance, DayPattern, Phase, Prescription, Revision};
use crate::record::{BoutKey, BoutPlace, ClearanceAnswer, Outcome, PlanFact, Record};
use crate::report::{WeekFigures, figures};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, programme, record,
    revision, stage, turn,
};
use crate::time::{DayRef, Stretch};

/// Each done once, at noon of the day.
fn done(days: &[(&str, &str)]) -> Vec<Record> {
    let done = |(nth, (line, on)): (usize, &(&str, &str))| {
        let key = BoutKey { place: BoutPlace::AnyTime(1), ..bout(line, "morning", on) };
        let id = u128::try_from(nth).unwrap() + 1;
        record(id, &format!("{on}T11:00:00Z"), closed(key, Outcome::Done))
    };
    days.iter().enumerate().map(done).collect()
}

fn done_on(id: &str, days: DayPattern) -> Prescription {
    on_days(any_time(line(id, &[]), 1), days)
}

fn three() -> DayPattern {
    DayPattern::TimesAWeek { times: 3, not_two_days_running: false }
}

/// The weeks of a report: the title, done and asked, the first and the last day.
fn weeks(world: &World, from: &str, through: &str) -> Vec<String> {
    let found = world.ask(|now| figures(now, day(from), day(through))).weeks;
    let row = |week: &WeekFigures| {
        let (done, asked) = (week.days.done, week.days.asked);
        format!("{} {done} of {asked}, {} to {}", week.title, week.from, week.through)
    };
    found.iter().map(row).collect()
}

#[test]
fn a_week_that_a_phase_ends_is_told_with_what_is_short_of_it() {
    // The phase ends with Wednesday 18 November, in the middle of a week.
    let phase = PhaseId::new("first").unwrap();
    let mut bridge = done_on("bridge", three());
    bridge.phase = Some(phase.clone());
    let mut plan = revision(vec![bridge]);
    let until = Some(DayRef::On(day("2026-11-19")));
    plan.phases = vec![Phase {
        id: phase,
        title: "First".to_owned(),
        stretch: Stretch::Days { from: Some(DayRef::On(plan.starts)), until },
        clearance: None,
    }];
    let mut world = World::new(plan, "2026-11-30T09:00:00Z");
    world.records = done(&[("bridge", "2026-11-16")]);
    let expected = ["bridge 1 of 2, 2026-11-16 to 2026-11-18"];
    assert_eq!(weeks(&world, "2026-11-16", "2026-11-29"), expected);
}

#[test]
fn a_week_in_which_another_line_comes_to_stand_in_is_told() {
    // From Thursday 19 November the squat stands in for the bridge.
    let mut squat = done_on("squat", DayPattern::EveryDay);
    squat.stages = vec![stage("2026-11-19", None, &["bridge"])];
    let plan = revision(vec![done_on("bridge", three()), squat]);
    let mut world = World::new(plan, "2026-11-30T09:00:00Z");
    world.records = done(&[("bridge", "2026-11-16")]);
    let expected = ["bridge 1 of 2, 2026-11-16 to 2026-11-22"];
    assert_eq!(weeks(&world, "2026-11-16", "2026-11-29"), expected);
}

#[test]
fn a_week_in_which_an_ok_is_taken_back_is_told() {
    let ok = ClearanceId::new("ok").unwrap();
    let mut plan =
        revision(vec![Prescription { clearance: Some(ok.clone()), ..done_on("bridge", three()) }]);
    plan.clearances = vec![Clearance {
        id: ok.clone(),
        as_written: "if the surgeon agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    let mut world = World::new(plan, "2026-11-30T09:00:00Z");
    let said = |id, on: &str, answer| {
        let fact = PlanFact::Clearance {
            plan: PlanId::new("sample").unwrap(),
            revision: 1,
            clearance: ok.clone(),
            answer,
            who: None,
            how: None,
            said_on: day(on),
            day: day(on),
        };
        plan_record(id, &format!("{on}T06:00:00Z"), fact)
    };
    world.plan_records = vec![
        said(1, "2026-11-16", ClearanceAnswer::Yes),
        said(2, "2026-11-19", ClearanceAnswer::NotYet),
    ];
    world.records = done(&[("bridge", "2026-11-16")]);
    let expected = ["bridge 1 of 2, 2026-11-16 to 2026-11-22"];
    assert_eq!(weeks(&world, "2026-11-16", "2026-11-29"), expected);
}

/// Bridge and squat in turn, three times a week.
fn in_turn() -> Revision {
    let lines = vec![done_on("bridge", turn("A")), done_on("squat", turn("B"))];
    Revision { programmes: vec![programme(three(), Advance::Done)], ..revision(lines) }
}

#[test]
fn the_week_of_a_programme_is_shown_with_the_line_whose_turn_it_is() {
    let mut world = World::new(in_turn(), "2026-11-17T09:00:00Z");
    world.records = done(&[("bridge", "2026-11-16")]);
    let shown = |world: &World, on: &str| {
        let found = world.ask(|now| agenda(now, day(on))).unwrap().weeks;
        let row = |week: &super::WeekOfLine| {
            let title = week.programme.as_ref().map(|turn| turn.title.clone()).unwrap();
            (title, week.title.clone(), week.done, week.asked, week.today)
        };
        found.iter().map(row).collect::<Vec<_>>()
    };
    let row =
        |line: &str, done, today| vec![("A and B".to_owned(), line.to_owned(), done, 3, today)];
    assert_eq!(shown(&world, "2026-11-17"), row("squat", 1, InWeek::Available));
    world.records =
        done(&[("bridge", "2026-11-16"), ("squat", "2026-11-17"), ("bridge", "2026-11-19")]);
    world.now = instant("2026-11-20T09:00:00Z");
    assert_eq!(shown(&world, "2026-11-20"), row("squat", 3, InWeek::Complete));
}

#[test]
fn what_is_short_of_a_programme_stands_once_in_each_week() {
    let mut world = World::new(in_turn(), "2026-11-30T09:00:00Z");
    world.records = done(&[("bridge", "2026-11-16")]);
    let expected =
        ["A and B 1 of 3, 2026-11-16 to 2026-11-22", "A and B 0 of 3, 2026-11-23 to 2026-11-29"];
    assert_eq!(weeks(&world, "2026-11-16", "2026-11-29"), expected);
    // It ends with its last line: on Wednesday the bridge's days are over, and on Thursday the squat's.
    let until = |on| Stretch::Days { from: None, until: Some(DayRef::On(day(on))) };
    let lines = &mut world.revisions[0].revision.lines;
    lines[0].stretch = until("2026-11-19");
    lines[1].stretch = until("2026-11-20");
    let expected = ["A and B 1 of 2, 2026-11-16 to 2026-11-19"];
    assert_eq!(weeks(&world, "2026-11-16", "2026-11-29"), expected);
}
