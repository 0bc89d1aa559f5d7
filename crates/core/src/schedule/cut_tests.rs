//! What the kind of day, a stage, or a newer sheet takes out of a week, of a programme and of a day.

use super::{Agenda, InForce, State, agenda, weeks_that_end};
use crate::ids::DayTypeId;
use crate::plan::{
    Advance, Bouts, DayOff, DayOffThen, DayPattern, DayType, Frequency, Prescription, Revision,
};
use crate::record::SignFact;
use crate::record::{BoutKey, BoutPlace, Outcome, PlanFact, Record};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, programme, record,
    revision, sign, stage, turn,
};
use crate::time::{DayRef, Stretch, Weekday};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// The lines that a day asks for, those that it leaves to choose in brackets.
fn asked(world: &World, on: &str) -> Vec<String> {
    let items = agenda_on(world, on);
    let name = |state, line| {
        if state == State::Available { format!("({line})") } else { format!("{line}") }
    };
    items.items().map(|item| name(item.state, &item.bout.line)).collect()
}

/// Each done once, at noon of the day.
fn done(days: &[(&str, &str)]) -> Vec<Record> {
    let done = |(nth, (line, on)): (usize, &(&str, &str))| {
        let place = BoutPlace::AnyTime(1);
        let key = BoutKey { place, ..bout(line, "morning", on) };
        let id = u128::try_from(nth).unwrap() + 1;
        record(id, &format!("{on}T11:00:00Z"), closed(key, Outcome::Done))
    };
    days.iter().enumerate().map(done).collect()
}

fn three() -> DayPattern {
    DayPattern::TimesAWeek { times: 3, not_two_days_running: false }
}

fn due(days: DayPattern) -> Frequency {
    Frequency::Due { days, bouts: Bouts::AnyTime { times: 1, most: 1, gap_minutes: None } }
}

fn done_on(id: &str, days: DayPattern) -> Prescription {
    on_days(any_time(line(id, &[]), 1), days)
}

/// The week of the bridge on a day: done, asked, first and last day.
fn week(world: &World, on: &str) -> (u8, u8, String, String) {
    let week = agenda_on(world, on).weeks.remove(0);
    (week.done, week.asked, week.from.to_string(), week.through.to_string())
}

#[test]
fn a_week_that_a_stage_cuts_asks_for_its_share_of_the_days_that_are_left() {
    // Every day, and from Thursday 19 November three times a week.
    let mut bridge = done_on("bridge", DayPattern::EveryDay);
    bridge.stages = vec![stage("2026-11-19", Some(due(three())), &[])];
    let mut world = World::new(revision(vec![bridge]), "2026-11-19T09:00:00Z");
    world.records =
        done(&[("bridge", "2026-11-16"), ("bridge", "2026-11-17"), ("bridge", "2026-11-18")]);
    let (from, through) = ("2026-11-19".to_owned(), "2026-11-22".to_owned());
    assert_eq!(week(&world, "2026-11-19"), (0, 2, from, through));
    assert_eq!(asked(&world, "2026-11-19"), ["(bridge)"]);
    world.now = instant("2026-11-21T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-21"), ["bridge"]);
}

#[test]
fn days_that_the_next_stage_asks_for_are_none_of_the_week() {
    // Three times a week until Wednesday, and every day from Thursday.
    let mut bridge = done_on("bridge", three());
    bridge.stages = vec![stage("2026-11-19", Some(due(DayPattern::EveryDay)), &[])];
    let mut world = World::new(revision(vec![bridge]), "2026-11-17T09:00:00Z");
    let (from, through) = ("2026-11-16".to_owned(), "2026-11-18".to_owned());
    assert_eq!(week(&world, "2026-11-17"), (0, 2, from, through));
    assert_eq!(asked(&world, "2026-11-17"), ["bridge"]);
    // What became of the three days is told, though the week goes on in another way.
    world.now = instant("2026-11-25T09:00:00Z");
    let ended = world.ask(|now| weeks_that_end(now, day("2026-11-16"), day("2026-11-22")));
    let ended: Vec<_> = ended.iter().map(|week| (week.asked, week.through.to_string())).collect();
    assert_eq!(ended, [(2, "2026-11-18".to_owned())]);
}

#[test]
fn a_sheet_that_begins_in_the_week_asks_for_its_own_share() {
    let first = revision(vec![done_on("bridge", three())]);
    let mut world = World::new(first.clone(), "2026-11-19T09:00:00Z");
    let newer = Revision { number: 2, starts: day("2026-11-19"), ..first };
    let imported_at = instant("2026-11-18T17:00:00Z");
    world.revisions.push(InForce { revision: newer, from: day("2026-11-19"), imported_at });
    world.records = done(&[("bridge", "2026-11-16"), ("bridge", "2026-11-18")]);
    let (from, through) = ("2026-11-19".to_owned(), "2026-11-22".to_owned());
    assert_eq!(week(&world, "2026-11-19"), (0, 2, from, through));
    world.now = instant("2026-11-25T09:00:00Z");
    let ended = world.ask(|now| weeks_that_end(now, day("2026-11-16"), day("2026-11-22")));
    let ended: Vec<_> = ended
        .iter()
        .map(|week| (week.done, week.asked, week.from.to_string(), week.through.to_string()))
        .collect();
    let part = |done, from: &str, through: &str| (done, 2, from.to_owned(), through.to_owned());
    assert_eq!(ended, [part(2, "2026-11-16", "2026-11-18"), part(0, "2026-11-19", "2026-11-22")]);
}

/// The squat takes turn A from Monday 16 November on; before, it is done every day. The step is turn B.
fn turns_by_stage(days: DayPattern) -> Revision {
    let mut squat = done_on("squat", DayPattern::EveryDay);
    squat.stages = vec![stage("2026-11-16", Some(due(turn("A"))), &[])];
    let mut step = done_on("step", turn("B"));
    step.stretch = Stretch::Days { from: Some(DayRef::On(day("2026-11-16"))), until: None };
    let mut plan = revision(vec![squat, step]);
    plan.programmes = vec![programme(days, Advance::Done)];
    plan
}

#[test]
fn a_turn_that_stands_in_a_stage_is_taken_like_any_other() {
    let mut world = World::new(turns_by_stage(DayPattern::EveryDay), "2026-11-17T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-17"), ["squat"]);
    world.records = done(&[("squat", "2026-11-16")]);
    assert_eq!(asked(&world, "2026-11-17"), ["step"]);
    // Three a week: days on which it was done count, and what was done before it took turns does not.
    let mut world = World::new(turns_by_stage(three()), "2026-11-20T09:00:00Z");
    world.records = done(&[
        ("squat", "2026-11-15"),
        ("squat", "2026-11-16"),
        ("step", "2026-11-17"),
        ("squat", "2026-11-18"),
    ]);
    assert_eq!(asked(&world, "2026-11-20"), Vec::<String>::new());
}

#[test]
fn a_week_is_not_left_to_days_that_have_no_round_for_it() {
    // Twice a week at noon, and there is no noon on Saturdays and Sundays.
    let twice = DayPattern::TimesAWeek { times: 2, not_two_days_running: false };
    let mut plan =
        revision(vec![on_days(line("bridge", &["noon"]), twice), line("squat", &["noon"])]);
    plan.day_types = vec![DayType {
        leave_out: plan
            .rounds
            .iter()
            .filter(|round| round.title == "noon" || round.id.as_str() == "noon")
            .map(|round| round.id.clone())
            .collect(),
        ..kind_of_day("weekend", &[Weekday::Sat, Weekday::Sun])
    }];
    let mut world = World::new(plan, "2026-11-19T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-19"), ["bridge", "squat"]);
    world.now = instant("2026-11-18T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-18"), ["(bridge)", "squat"]);
    world.now = instant("2026-11-21T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-21"), Vec::<String>::new());
    let why = world.ask(crate::schedule::not_today);
    let next: Vec<_> = why.iter().map(|one| (one.line.to_string(), one.next)).collect();
    assert_eq!(next.last(), Some(&("squat".to_owned(), Some(day("2026-11-23")))));
}

fn kind_of_day(id: &str, weekdays: &[Weekday]) -> DayType {
    DayType {
        id: DayTypeId::new(id).unwrap(),
        title: id.to_owned(),
        weekdays: weekdays.to_vec(),
        dates: Vec::new(),
        start: None,
        awake: None,
        quiet_hours: None,
        times: Vec::new(),
        leave_out: Vec::new(),
    }
}

#[test]
fn a_window_does_not_grow_once_its_day_is_over() {
    // Noon has only what may be chosen in the week. At three a warning sign is told.
    let plan = revision(vec![
        line("bridge", &["morning", "evening"]),
        on_days(line("push", &["noon"]), three()),
    ]);
    let mut world = World::new(plan, "2026-11-16T15:00:00Z");
    world.signs = vec![sign(1, "2026-11-16T14:00:00Z", SignFact::Answer { any: true })];
    let state = |world: &World| {
        let agenda = agenda_on(world, "2026-11-16");
        let round = agenda.rounds.first().unwrap();
        (round.items[0].state, round.ends)
    };
    let then = state(&world);
    world.now = instant("2026-11-17T09:00:00Z");
    assert_eq!(state(&world), then);
    assert_ne!(then.0, State::StoppedByRedFlag);
}

#[test]
fn what_a_pause_held_back_is_not_shifted_to_the_day_after_it() {
    let mut plan = revision(vec![done_on("bridge", DayPattern::Weekdays(vec![Weekday::Sun]))]);
    plan.days_off = vec![DayOff {
        as_written: "Sundays off".to_owned(),
        weekdays: vec![Weekday::Sun],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Shift,
    }];
    let mut world = World::new(plan, "2026-11-23T09:00:00Z");
    assert_eq!(asked(&world, "2026-11-23"), ["bridge"]);
    let pause =
        PlanFact::Pause { from: day("2026-11-20"), through: Some(day("2026-11-22")), reason: None };
    world.plan_records = vec![
        plan_record(1, "2026-11-20T06:00:00Z", pause),
        plan_record(2, "2026-11-23T06:00:00Z", PlanFact::Resumed { day: day("2026-11-23") }),
    ];
    assert_eq!(asked(&world, "2026-11-23"), Vec::<String>::new());
}
