//! What a stop or a limit keeps back: the days without an entry, the state of a bout.

use super::{Agenda, InWeek, State, agenda, gap, weeks_that_end};
use crate::ids::{ExerciseId, LineId, PlanId, RecordId};
use crate::plan::{DayPattern, LimitUntil, MissedDose, Precaution, Prescription, Revision};
use crate::record::{BoutKey, BoutPlace, Outcome, PlanFact, PlanRecord, SignFact};
use crate::safety::{Flag, LimitKind, SafetyQuestion};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, record, revision,
    sign, wall,
};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// The bridge is stopped from that moment on, until somebody of the team was spoken to.
fn stopped(line: &str, at: &str) -> PlanRecord {
    let (plan, line) = (PlanId::new("sample").unwrap(), LineId::new(line));
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
    let mut plan = revision(vec![line("bridge", &["noon", "evening"])]);
    plan.missed_dose = MissedDose {
        gap_minutes: Some(300),
        latest_start: Some(wall("21:00")),
        ..MissedDose::default()
    };
    let mut world = World::new(plan, "2026-11-16T19:30:00Z");
    let done = closed(bout("bridge", "noon", "2026-11-16"), Outcome::Done);
    // Noon lasts until the evening's round at 20:00.
    world.records = vec![record(1, "2026-11-16T18:30:00Z", done)];
    assert_eq!(agenda_on(&world, "2026-11-16").rounds[1].items[0].state, State::NotRequired);
    world.plan_records = vec![stopped("bridge", "2026-11-16T18:40:00Z")];
    let item = agenda_on(&world, "2026-11-16").rounds[1].items[0].clone();
    assert_eq!((item.state, item.not_required), (State::Withheld, None));
}

/// A line that turns the back, three times a week.
fn three_a_week() -> Revision {
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let mut turn = on_days(any_time(line("turn", &[]), 1), three);
    turn.flags = vec![Flag::Rotation];
    revision(vec![turn])
}

fn no_twisting() -> Precaution {
    Precaution {
        as_written: "no twisting".to_owned(),
        source: None,
        kinds: vec![LimitKind::Twisting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }
}

#[test]
fn nobody_may_do_today_what_a_limit_forbids_or_what_is_stopped() {
    let mut plan = three_a_week();
    plan.precautions = vec![no_twisting()];
    let week_of = |world: &World, on: &str| agenda_on(world, on).weeks[0].clone();
    let world = World::new(plan, "2026-11-16T10:00:00Z");
    assert_eq!(week_of(&world, "2026-11-16").today, InWeek::LimitHolds);
    assert_eq!(week_of(&world, "2026-11-16").asked, 0);
    // Stopped since Wednesday: no shortfall of the person's.
    let mut world = World::new(three_a_week(), "2026-11-19T10:00:00Z");
    assert_eq!(week_of(&world, "2026-11-19").today, InWeek::Available);
    world.plan_records = vec![stopped("turn", "2026-11-18T10:00:00Z")];
    assert_eq!(week_of(&world, "2026-11-19").today, InWeek::Stopped);
    world.now = instant("2026-11-23T10:00:00Z");
    let weeks =
        world.ask(|situation| weeks_that_end(situation, day("2026-11-22"), day("2026-11-22")));
    // Of Monday and Tuesday, its share of one day.
    assert_eq!((weeks[0].asked, weeks[0].kept_back), (1, 5));
}

#[test]
fn a_limit_that_ends_in_the_week_leaves_its_share_and_a_release_ends_the_stop() {
    let mut plan = three_a_week();
    plan.precautions = vec![no_twisting()];
    let id = PlanId::new("sample").unwrap();
    let mut world = World::new(plan, "2026-11-20T10:00:00Z");
    let over = PlanFact::LimitOver {
        plan: id,
        revision: 1,
        limit: "no twisting".to_owned(),
        who: None,
        said_on: day("2026-11-20"),
        day: day("2026-11-20"),
    };
    world.plan_records = vec![plan_record(1, "2026-11-20T08:00:00Z", over)];
    let week = agenda_on(&world, "2026-11-20").weeks[0].clone();
    // Friday, Saturday and Sunday: two of three days, and Monday to Thursday were kept back.
    assert_eq!((week.today, week.asked, week.kept_back), (InWeek::Available, 2, 4));
    // A day on which it was done all the same was not kept from anybody.
    let place = BoutPlace::AnyTime(1);
    let done = BoutKey { place, ..bout("turn", "morning", "2026-11-18") };
    world.records = vec![record(2, "2026-11-18T09:00:00Z", closed(done, Outcome::Done))];
    let week = agenda_on(&world, "2026-11-20").weeks[0].clone();
    assert_eq!((week.done, week.kept_back), (1, 3));
}

#[test]
fn a_warning_sign_stops_what_the_week_leaves_to_choose() {
    let mut world = World::new(three_a_week(), "2026-11-18T10:00:00Z");
    world.signs = vec![sign(1, "2026-11-18T06:30:00Z", SignFact::Answer { any: true })];
    let week = agenda_on(&world, "2026-11-18").weeks[0].clone();
    assert_eq!((week.today, week.kept_back), (InWeek::Stopped, 1));
}

/// On that day the team set the bridge or the turn free.
fn spoken_to(on: &str) -> PlanRecord {
    let (stop, who) = (RecordId(uuid::Uuid::from_u128(90)), None);
    let fact = PlanFact::SpokenTo { stop, who, said_on: day(on), from: None, day: day(on) };
    plan_record(91, &format!("{on}T09:00:00Z"), fact)
}

#[test]
fn days_on_which_a_line_was_stopped_shorten_its_week() {
    let mut world = World::new(three_a_week(), "2026-11-20T10:00:00Z");
    world.plan_records = vec![stopped("turn", "2026-11-16T10:00:00Z")];
    let week = |world: &World, on: &str| {
        let week = agenda_on(world, on).weeks[0].clone();
        (week.today, week.asked, week.kept_back)
    };
    // While nobody has spoken, what is to come of the week is still its own.
    world.now = instant("2026-11-17T10:00:00Z");
    assert_eq!(week(&world, "2026-11-17"), (InWeek::Stopped, 3, 2));
    // Friday, Saturday and Sunday are left: two of them, and none of them need be today.
    world.plan_records.push(spoken_to("2026-11-20"));
    for (on, expected) in [
        ("2026-11-20", (InWeek::Available, 2, 4)),
        ("2026-11-21", (InWeek::Due, 2, 4)),
        ("2026-11-22", (InWeek::Due, 2, 4)),
    ] {
        world.now = instant(&format!("{on}T10:00:00Z"));
        assert_eq!(week(&world, on), expected, "{on}");
    }
    // On Monday it was done before it hurt.
    let place = BoutPlace::AnyTime(1);
    let done = BoutKey { place, ..bout("turn", "morning", "2026-11-16") };
    world.records = vec![record(2, "2026-11-16T09:00:00Z", closed(done, Outcome::Done))];
    world.now = instant("2026-11-20T10:00:00Z");
    assert_eq!(week(&world, "2026-11-20"), (InWeek::Available, 2, 3));
}

#[test]
fn days_beside_a_warning_sign_shorten_the_week() {
    let mut world = World::new(three_a_week(), "2026-11-20T10:00:00Z");
    let go_on = SignFact::GoOn { who: "Ward line".to_owned(), said_on: day("2026-11-20") };
    world.signs = vec![
        sign(1, "2026-11-16T06:30:00Z", SignFact::Answer { any: true }),
        sign(2, "2026-11-20T08:00:00Z", go_on),
    ];
    let week = agenda_on(&world, "2026-11-20").weeks[0].clone();
    assert_eq!((week.today, week.asked, week.kept_back), (InWeek::Available, 2, 4));
}
