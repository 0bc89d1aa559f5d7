//! What is done every so many hours: on kinds of day that begin at another time, and how long its windows are.

use super::{Agenda, agenda};
use crate::ids::DayTypeId;
use crate::plan::{AwakeHours, Bouts, DayPattern, DayType, Frequency, Prescription, Revision};
use crate::samples::{World, day, instant, line, on_days, revision, wall};
use crate::time::{WallTime, Weekday};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

fn every(id: &str, hours: u8, between: Option<(&str, &str)>) -> Prescription {
    let between = between.map(|(from, until)| (wall(from), wall(until)));
    let bouts = Bouts::EveryHours { hours, between };
    let frequency = Frequency::Due { days: DayPattern::EveryDay, bouts };
    Prescription { frequency, ..line(id, &[]) }
}

/// Wednesdays begin at `start`.
fn with_wednesdays(lines: Vec<Prescription>, start: &str, awake: Option<AwakeHours>) -> Revision {
    let mut plan = revision(lines);
    plan.awake = Some(AwakeHours { from: wall("07:00"), until: wall("21:00") });
    plan.day_types = vec![DayType {
        id: DayTypeId::new("late").unwrap(),
        title: "Late shift".to_owned(),
        weekdays: vec![Weekday::Wed],
        dates: Vec::new(),
        start: Some(wall(start)),
        quiet_hours: None,
        awake,
        times: Vec::new(),
        leave_out: Vec::new(),
    }];
    plan
}

/// The times that Wednesday 18 November asks for, in the order in which they come.
fn on_wednesday(plan: Revision) -> Vec<String> {
    let rounds = agenda_on(&World::new(plan, "2026-11-18T05:00:00Z"), "2026-11-18").rounds;
    let has_time = |from, until| assert!(from < until, "a time without a window");
    rounds.iter().for_each(|round| has_time(round.starts, round.ends));
    let at = |at: Option<WallTime>| at.unwrap().to_string();
    rounds.iter().map(|round| at(round.at)).collect()
}

#[test]
fn a_day_that_begins_later_has_the_times_of_the_sheet_that_are_left_of_it() {
    let between = Some(("08:00", "20:00"));
    let plan = |start, between| with_wednesdays(vec![every("pump", 3, between)], start, None);
    assert_eq!(on_wednesday(plan("10:00", between)), ["11:00", "14:00", "17:00", "20:00"]);
    assert_eq!(on_wednesday(plan("20:00", between)), ["20:00"]);
    assert_eq!(on_wednesday(plan("20:30", between)), Vec::<String>::new());
    // While awake: from seven to nine in the evening, as on other days.
    assert_eq!(on_wednesday(plan("10:00", None)), ["10:00", "13:00", "16:00", "19:00"]);
    // Hours that go on after midnight are of the night after it.
    let late = Some(("16:00", "01:00"));
    assert_eq!(on_wednesday(plan("18:00", late)), ["19:00", "22:00", "01:00"]);
}

#[test]
fn a_day_that_begins_earlier_leaves_what_comes_after_its_end_to_the_next() {
    let late = Some(("16:00", "02:00"));
    let plan = with_wednesdays(vec![every("pump", 2, late)], "01:00", None);
    assert_eq!(on_wednesday(plan), ["16:00", "18:00", "20:00", "22:00", "00:00"]);
}

#[test]
fn hours_awake_of_a_kind_of_day_are_told_from_its_own_beginning() {
    let awake = Some(AwakeHours { from: wall("19:00"), until: wall("02:00") });
    let plan = with_wednesdays(vec![every("pump", 3, None)], "18:00", awake);
    assert_eq!(on_wednesday(plan), ["19:00", "22:00", "01:00"]);
}

#[test]
fn a_window_by_the_clock_does_not_grow_when_another_line_has_no_day() {
    let hours = Some(("08:00", "20:00"));
    let ends_of_ten = |days: DayPattern, now: &str, on: &str| {
        let plan = revision(vec![every("pump", 2, hours), on_days(every("push", 3, hours), days)]);
        let rounds = agenda_on(&World::new(plan, now), on).rounds;
        let ten = rounds.into_iter().find(|round| round.at == Some(wall("10:00"))).unwrap();
        assert_eq!(ten.items.len(), 1);
        ten.ends
    };
    // Eleven in Berlin: the push has a time of its own then.
    let eleven = instant("2026-11-18T10:00:00Z");
    let weekly = || DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    assert_eq!(ends_of_ten(weekly(), "2026-11-18T08:00:00Z", "2026-11-18"), eleven);
    // Once the day is over, nothing asks for the push on it.
    assert_eq!(ends_of_ten(weekly(), "2026-11-19T08:00:00Z", "2026-11-18"), eleven);
    let mondays = DayPattern::Weekdays(vec![Weekday::Mon]);
    assert_eq!(ends_of_ten(mondays, "2026-11-18T08:00:00Z", "2026-11-18"), eleven);
}
