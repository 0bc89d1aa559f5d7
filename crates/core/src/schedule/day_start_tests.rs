//! Two sheets that begin their days at other hours: where one follows the other, every moment lies in one day.

use proptest::prelude::*;

use super::{InForce, NotRequired, State, agenda, first_day};
use crate::samples::{World, any_time, day, instant, line, revision, wall};
use crate::time::{Day, Instant, Span, WallTime};

/// A walk at any time and a round at five in the morning, by a sheet that begins its days at `first`; from `seam` on by
/// one that begins them at `then`. It was taken in on the evening before.
fn world(seam: &str, first: WallTime, then: WallTime) -> World {
    let walk = any_time(line("walk", &[]), 1);
    let mut one = revision(vec![walk, line("bridge", &["morning"])]);
    one.rounds.truncate(1);
    one.rounds[0].at = Some(wall("05:00"));
    one.day_start = first;
    let other = crate::plan::Revision { number: 2, day_start: then, ..one.clone() };
    let mut world = World::new(one, &format!("{seam}T12:00:00Z"));
    let from = day(seam);
    let imported_at = instant(&format!("{}T17:00:00Z", from.plus(-1)));
    world.revisions.push(InForce { revision: other, from, imported_at });
    world
}

/// The minutes of the seam: in Berlin the date on which the newer sheet begins its first day, and an hour around it.
fn minutes(seam: Day) -> impl Iterator<Item = Instant> {
    let first = instant(&format!("{}T21:00:00Z", seam.plus(-1)));
    (0..28 * 60).map(move |minute| first + Span::minutes(minute))
}

fn today(world: &World) -> Day {
    world.ask(|situation| situation.day_of(situation.now, situation.zone()))
}

fn any_day_start() -> impl Strategy<Value = WallTime> {
    (0_u16..24 * 60).prop_map(WallTime::from_minutes_const)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_minute_lies_in_one_day_and_no_day_comes_back(
        first in any_day_start(),
        then in any_day_start(),
        // An ordinary night, and those in which the clocks go forward and back.
        seam in prop::sample::select(vec!["2026-11-20", "2027-03-28", "2027-10-31"]),
    ) {
        let mut world = world(seam, first, then);
        let seam = day(seam);
        let days: Vec<Day> = seam.plus(-4).through(seam.plus(4)).collect();
        let spans: Vec<_> =
            world.ask(|situation| days.iter().map(|day| (*day, situation.span(*day))).collect());
        let mut before = days[0];
        for now in minutes(seam) {
            world.now = now;
            let within = spans.iter().filter(|(_, (from, until))| (*from..*until).contains(&now));
            let within: Vec<Day> = within.map(|(day, _)| *day).collect();
            let today = today(&world);
            prop_assert_eq!(within, vec![today], "{}", now);
            prop_assert!(today >= before, "{} after {}", today, before);
            before = today;
        }
    }

    #[test]
    fn no_day_comes_back_when_a_sheet_is_taken_in(
        first in any_day_start(), then in any_day_start(), minute in 0_i64..24 * 60,
    ) {
        let mut world = world("2026-11-20", first, then);
        let mut newer = world.revisions.pop().unwrap();
        world.now = instant("2026-11-20T00:00:00Z") + Span::minutes(minute);
                let before = today(&world);
        newer.imported_at = world.now;
        newer.from = world.ask(|situation| {
            let of_today = agenda(situation, before);
            let here = situation.revisions;
            first_day(&newer.revision, here, of_today.as_ref(), situation.now, situation.zone())
        });
        world.revisions.push(newer);
        let after = today(&world);
        prop_assert!(after >= before, "{} after {}", after, before);
    }
}

/// On which of the day before the seam and its own the walk can be done, at a time of the seam in Berlin.
fn open_at(world: &mut World, at: &str) -> Vec<Day> {
    world.now = instant(&format!("2026-11-20T{at}:00Z")) - Span::hours(1);
    let is_due = |on: &Day| {
        let agenda = world.ask(|situation| agenda(situation, *on)).unwrap();
        assert_eq!(agenda.is_today, agenda.any_time[0].state == State::Due, "{at} {on}");
        agenda.is_today
    };
    [day("2026-11-19"), day("2026-11-20")].into_iter().filter(is_due).collect()
}

#[test]
fn the_day_before_a_sheet_with_later_days_goes_on_until_they_begin() {
    let mut world = world("2026-11-20", wall("04:00"), wall("06:00"));
    for (at, on) in [("03:59", 19), ("04:00", 19), ("05:00", 19), ("05:59", 19), ("06:00", 20)] {
        assert_eq!(open_at(&mut world, at), [Day::new(2026, 11, on).unwrap()], "{at}");
    }
    // So does its last round.
    let agenda = world.ask(|situation| agenda(situation, day("2026-11-19"))).unwrap();
    assert_eq!(agenda.rounds[0].ends, instant("2026-11-20T05:00:00Z"));
}

#[test]
fn a_sheet_with_earlier_days_begins_its_first_and_asks_once_for_its_early_round() {
    let mut world = world("2026-11-20", wall("06:00"), wall("04:00"));
    for (at, on) in [("03:59", 19), ("04:00", 20), ("05:00", 20), ("05:59", 20), ("06:00", 20)] {
        assert_eq!(open_at(&mut world, at), [Day::new(2026, 11, on).unwrap()], "{at}");
    }
    world.now = instant("2026-11-20T04:00:00Z");
    let bridge = |on: &str| {
        let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
        let item = &agenda.rounds[0].items[0];
        (item.state, item.not_required)
    };
    // Five in the night of the 19th is five in the morning of the 20th.
    assert_eq!(bridge("2026-11-19"), (State::NotRequired, Some(NotRequired::NextDayBegan)));
    assert_eq!(bridge("2026-11-20"), (State::Due, None));
}
