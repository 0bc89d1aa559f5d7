//! What a newer sheet makes of the week in which it begins to hold, where it begins as the one before it did.

use super::{InForce, State, agenda, weeks_that_end};
use crate::plan::{Advance, DayOff, DayOffThen, DayPattern, Revision};
use crate::record::{BoutKey, BoutPlace, Outcome};
use crate::report::figures;
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, programme, record, revision, turn,
};
use crate::time::Weekday;

fn times(times: u8) -> DayPattern {
    DayPattern::TimesAWeek { times, not_two_days_running: false }
}

fn walk(days: DayPattern) -> Revision {
    revision(vec![on_days(any_time(line("walk", &[]), 1), days)])
}

/// The `first` sheet holds, and from Friday 20 November the `next` one, taken in on Thursday; nothing else moved.
fn changed(first: Revision, next: Revision) -> World {
    let mut world = World::new(first, "2026-11-20T09:00:00Z");
    let revision = Revision { number: 2, ..next };
    let imported_at = instant("2026-11-19T17:00:00Z");
    world.revisions.push(InForce { revision, from: day("2026-11-20"), imported_at });
    world
}

/// The line was done on these days of November.
fn done(world: &mut World, line: &str, days: &[u8]) {
    for nth in days {
        let on = format!("2026-11-{nth:02}");
        let key = BoutKey { place: BoutPlace::AnyTime(1), ..bout(line, "morning", &on) };
        let fact = closed(key, Outcome::Done);
        world.records.push(record(u128::from(*nth), &format!("{on}T11:00:00Z"), fact));
    }
}

/// What a day has: the state of what it asks for, or leaves to choose; of its week how far it has come, and its days.
fn on(world: &mut World, nth: u8) -> (Vec<State>, (u8, u8, String)) {
    let on = format!("2026-11-{nth}");
    world.now = instant(&format!("{on}T09:00:00Z"));
    let mut agenda = world.ask(|now| agenda(now, day(&on))).unwrap();
    let states = agenda.items().map(|item| item.state).collect();
    let week = agenda.weeks.remove(0);
    (states, (week.done, week.asked, format!("{} {}", week.from, week.through)))
}

/// The weeks in the report of 16 to 22 November: done, asked, first and last day.
fn told(world: &mut World) -> Vec<(u32, u32, String)> {
    world.now = instant("2026-11-25T09:00:00Z");
    let weeks = world.ask(|now| figures(now, day("2026-11-16"), day("2026-11-22"))).weeks;
    let ended = world.ask(|now| weeks_that_end(now, day("2026-11-16"), day("2026-11-22")));
    assert!(ended.len() >= weeks.len());
    let row = |days: crate::report::OutOf, from, through| {
        (days.done, days.asked, format!("{from} {through}"))
    };
    weeks.into_iter().map(|week| row(week.days, week.from, week.through)).collect()
}

const WHOLE: &str = "2026-11-16 2026-11-22";
const BEFORE: &str = "2026-11-16 2026-11-19";
const AFTER: &str = "2026-11-20 2026-11-22";

#[test]
fn another_number_of_days_a_week_cuts_it_where_the_newer_sheet_begins_to_hold() {
    // Two a week, and from Friday four: ceil(4 * 3 / 7) of its three days.
    let mut world = changed(walk(times(2)), walk(times(4)));
    assert_eq!(on(&mut world, 19), (vec![State::Available], (0, 2, WHOLE.to_owned())));
    let part = |done| (done, 2, AFTER.to_owned());
    assert_eq!(on(&mut world, 20), (vec![State::Available], part(0)));
    assert_eq!(on(&mut world, 21), (vec![State::Due], part(0)));
    assert_eq!(on(&mut world, 22), (vec![State::Due], part(0)));
    let rows = |before, after| [(before, 2, BEFORE.to_owned()), (after, 2, AFTER.to_owned())];
    assert_eq!(told(&mut world), rows(0, 0));
    // What was done in the one part is none of the other.
    done(&mut world, "walk", &[16, 19, 21]);
    assert_eq!(on(&mut world, 20), (vec![State::Available], part(0)));
    assert_eq!(on(&mut world, 22), (vec![State::Due], part(1)));
    assert_eq!(told(&mut world), rows(2, 1));
}

#[test]
fn fewer_days_a_week_are_asked_of_the_days_that_are_left_alone() {
    let mut world = changed(walk(times(6)), walk(times(1)));
    done(&mut world, "walk", &[16, 17, 18, 19]);
    let part = (0, 1, AFTER.to_owned());
    assert_eq!(on(&mut world, 20), (vec![State::Available], part));
    let rows = [(4, 4, BEFORE.to_owned()), (0, 1, AFTER.to_owned())];
    assert_eq!(told(&mut world), rows);
}

#[test]
fn a_sheet_that_asks_for_as_many_days_goes_on_with_the_week() {
    let mut world = changed(walk(times(2)), walk(times(2)));
    done(&mut world, "walk", &[16, 18]);
    assert_eq!(on(&mut world, 20), (vec![], (2, 2, WHOLE.to_owned())));
    assert_eq!(told(&mut world), [(2, 2, WHOLE.to_owned())]);
}

#[test]
fn a_line_that_was_off_or_not_there_has_no_days_before_the_newer_sheet() {
    let mut off = walk(times(4));
    off.lines[0].off = true;
    for first in [off, revision(vec![line("bridge", &["morning"])])] {
        let mut world = changed(first, walk(times(4)));
        assert_eq!(on(&mut world, 20), (vec![State::Available], (0, 2, AFTER.to_owned())));
        assert_eq!(told(&mut world), [(0, 2, AFTER.to_owned())]);
    }
}

#[test]
fn days_before_a_newer_sheet_are_free_by_the_sheet_that_held_then() {
    let mut next = walk(times(4));
    next.days_off = vec![DayOff {
        as_written: "Not before Friday".to_owned(),
        weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Skip,
    }];
    // By the newer sheet alone its three days could hold three.
    let mut world = changed(walk(times(4)), next);
    assert_eq!(on(&mut world, 20).1, (0, 4, WHOLE.to_owned()));
}

#[test]
fn not_two_days_running_looks_back_over_the_cut() {
    let apart = |times| DayPattern::TimesAWeek { times, not_two_days_running: true };
    let mut world = changed(walk(apart(2)), walk(apart(4)));
    done(&mut world, "walk", &[19]);
    // Of the three days one is left that has a day before it.
    assert_eq!(on(&mut world, 20).0, []);
    assert_eq!(on(&mut world, 21).0, [State::Available]);
}

#[test]
fn the_week_of_a_programme_is_cut_in_the_same_way() {
    let sheet = |days: DayPattern| {
        let of_turn = |id, name| on_days(any_time(line(id, &[]), 1), turn(name));
        let mut plan = revision(vec![of_turn("squat", "A"), of_turn("step", "B")]);
        plan.programmes = vec![programme(days, Advance::Done)];
        plan
    };
    let mut world = changed(sheet(times(2)), sheet(times(4)));
    done(&mut world, "squat", &[16]);
    assert_eq!(on(&mut world, 20), (vec![State::Available], (0, 2, AFTER.to_owned())));
    assert_eq!(told(&mut world), [(1, 2, BEFORE.to_owned()), (0, 2, AFTER.to_owned())]);
    let mut world = changed(sheet(times(2)), sheet(times(2)));
    done(&mut world, "squat", &[16]);
    assert_eq!(on(&mut world, 20).1, (1, 2, WHOLE.to_owned()));
}
