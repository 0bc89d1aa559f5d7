//! People who travel: what counts, what does not, and the one sentence that Today says of it.

use super::{Agenda, LeftOut, NotRequired, State, Travelled, agenda, bouts_of, gap, travelled};
use crate::record::{BodySide, Entered, EnteredBy, Fact, Outcome};
use crate::reminder::{ReminderInput, coming, plan_reminders};
use crate::report::figures;
use crate::samples::{World, any_time, bout, closed, day, instant, line, record, revision, wall};
use crate::time::ZoneDatabase;

/// A world in which the bridge is done in the morning at 8, at noon at 14 and in the evening at 20, and a walk at any
/// time. The person was in each of these zones since that moment, and is in the last.
fn journey(seen: &[(&str, &str)], now: &str) -> World {
    let lines =
        vec![line("bridge", &["morning", "noon", "evening"]), any_time(line("walk", &[]), 1)];
    let mut world = World::new(revision(lines), now);
    let zone = |name: &str| ZoneDatabase::embedded().zone(name).unwrap();
    world.was_in = seen.iter().map(|(at, name)| (instant(at), zone(name))).collect();
    let last = seen.iter().rev().find(|(at, _)| instant(at) <= instant(now));
    world.zone = zone(last.unwrap().1);
    world
}

fn on(world: &World, at: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(at))).unwrap()
}

/// The states of the rounds of a day and of the walk, with `Travel` as such.
fn states(world: &World, at: &str) -> Vec<(State, bool)> {
    let is_travel = |why| why == Some(NotRequired::Travel);
    on(world, at).items().map(|item| (item.state, is_travel(item.not_required))).collect()
}

fn said(world: &World) -> Option<Travelled> {
    world.ask(travelled)
}

const TRAVEL: (State, bool) = (State::NotRequired, true);
const NOBODY_TOLD: (State, bool) = (State::NotReminded, false);

/// From New York to Tokyo, where the clock is fourteen hours ahead.
const TO_THE_EAST: [(&str, &str); 2] =
    [("2026-11-16T06:00:00Z", "America/New_York"), ("2026-11-18T00:00:00Z", "Asia/Tokyo")];

#[test]
fn rounds_that_a_journey_passed_over_are_not_required() {
    // Seven in the evening of Tuesday in New York is nine in the morning of Wednesday in Tokyo.
    let before = journey(&TO_THE_EAST, "2026-11-17T23:59:00Z");
    assert_eq!(states(&before, "2026-11-17")[2], (State::Upcoming, false));
    assert_eq!(said(&before), None);
    let world = journey(&TO_THE_EAST, "2026-11-18T00:30:00Z");
    let due = (State::Due, false);
    assert_eq!(states(&world, "2026-11-17"), [NOBODY_TOLD, NOBODY_TOLD, TRAVEL, NOBODY_TOLD]);
    // The morning of the day of arrival has begun an hour before, and can still be done.
    let upcoming = (State::Upcoming, false);
    assert_eq!(states(&world, "2026-11-18"), [due, upcoming, upcoming, due]);
    let evening = LeftOut::Round(Some(wall("20:00")));
    assert_eq!(said(&world), Some(Travelled { left_out: vec![evening], again: false }));
}

#[test]
fn what_a_journey_passed_over_is_the_same_ever_after() {
    let mut world = journey(&TO_THE_EAST, "2026-11-18T00:30:00Z");
    let expected = states(&world, "2026-11-17");
    for (now, zone) in [
        ("2026-11-19T12:00:00Z", "Asia/Tokyo"),
        ("2026-12-24T12:00:00Z", "Europe/Berlin"),
        ("2027-06-01T12:00:00Z", "America/New_York"),
    ] {
        world.now = instant(now);
        world.zone = ZoneDatabase::embedded().zone(zone).unwrap();
        assert_eq!(states(&world, "2026-11-17"), expected, "{now}");
        assert_eq!(said(&world), None, "said on the day of arrival alone");
    }
}

#[test]
fn whatever_was_done_in_a_time_that_was_passed_over_stands() {
    let mut world = journey(&TO_THE_EAST, "2026-11-18T00:30:00Z");
    let done = closed(bout("bridge", "evening", "2026-11-17"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T00:10:00Z", done)];
    assert_eq!(states(&world, "2026-11-17")[2], (State::Done, false));
    assert_eq!(said(&world), None);
}

#[test]
fn a_round_that_has_begun_where_the_person_comes_to_is_theirs_from_then_on() {
    let world = journey(&TO_THE_EAST, "2026-11-18T00:30:00Z");
    let morning = &on(&world, "2026-11-18").rounds[0];
    assert_eq!(morning.starts, instant("2026-11-18T00:00:00Z"));
    assert_eq!(morning.passed_over, Some(instant("2026-11-17T23:00:00Z")));
    assert_eq!(morning.ends, instant("2026-11-18T05:00:00Z"));
}

#[test]
fn a_day_that_the_date_line_left_out_is_not_required_as_a_whole() {
    let seen = [
        ("2026-11-16T06:00:00Z", "Pacific/Honolulu"),
        // Three at night on both sides; Tuesday here, Wednesday there.
        ("2026-11-17T13:00:00Z", "Pacific/Kiritimati"),
    ];
    let world = journey(&seen, "2026-11-17T18:00:00Z");
    assert!(on(&world, "2026-11-18").is_today);
    assert_eq!(states(&world, "2026-11-17"), [TRAVEL; 4]);
    let left_out = vec![LeftOut::Day(day("2026-11-17"))];
    assert_eq!(said(&world), Some(Travelled { left_out, again: false }));
}

/// Wednesday morning in Auckland, and then it is nine in the morning of Tuesday again.
const TO_THE_WEST: [(&str, &str); 2] =
    [("2026-11-16T06:00:00Z", "Pacific/Auckland"), ("2026-11-17T19:00:00Z", "Pacific/Honolulu")];

#[test]
fn a_date_that_comes_again_asks_for_nothing_twice_and_says_so() {
    let mut world = journey(&TO_THE_WEST, "2026-11-17T20:00:00Z");
    let done = |n, round| {
        let fact = closed(bout("bridge", round, "2026-11-17"), Outcome::Done);
        record(n, &format!("2026-11-17T0{n}:00:00Z"), fact)
    };
    world.records = vec![done(1, "morning"), done(2, "noon"), done(3, "evening")];
    assert!(on(&world, "2026-11-17").is_today);
    let is_done = (State::Done, false);
    assert_eq!(states(&world, "2026-11-17")[..3], [is_done; 3]);
    assert_eq!(said(&world), Some(Travelled { left_out: Vec::new(), again: true }));
    let figures = world.ask(|situation| figures(situation, day("2026-11-16"), day("2026-11-18")));
    assert_eq!(figures.total.prescribed, 12, "three days, each once");
    // Wednesday's morning, which had come there, comes here.
    world.now = instant("2026-11-18T19:00:00Z");
    assert_eq!(states(&world, "2026-11-18")[0], (State::Due, false));
    assert_eq!(said(&world), None);
}

/// Of the rounds of a day and of the walk, which had their time before the day came again and are not required.
fn not_again(world: &World, at: &str) -> Vec<bool> {
    let is_it = |why| why == Some(NotRequired::DayAgain);
    on(world, at).items().map(|item| is_it(item.not_required)).collect()
}

const AGAIN: Option<Travelled> = Some(Travelled { left_out: Vec::new(), again: true });

#[test]
fn what_was_left_of_a_date_that_comes_again_is_not_required() {
    let mut world = journey(&TO_THE_WEST, "2026-11-17T18:30:00Z");
    assert_eq!(
        states(&world, "2026-11-17"),
        [NOBODY_TOLD; 4],
        "before the journey nobody can know of it"
    );
    let not_required = (State::NotRequired, false);
    for now in ["2026-11-17T19:00:00Z", "2026-11-17T20:00:00Z", "2026-11-18T07:00:00Z"] {
        world.now = instant(now);
        world.zone = ZoneDatabase::embedded().zone("Pacific/Honolulu").unwrap();
        assert!(on(&world, "2026-11-17").is_today);
        assert_eq!(states(&world, "2026-11-17"), [not_required; 4], "{now}");
        assert_eq!(not_again(&world, "2026-11-17"), [true; 4], "{now}");
        assert_eq!(on(&world, "2026-11-17").next_round(world.now), None, "{now}");
        assert_eq!(said(&world), AGAIN, "{now}");
    }
    // Wednesday's morning had just begun there, and comes here.
    world.now = instant("2026-11-18T19:00:00Z");
    assert_eq!(not_again(&world, "2026-11-18"), [false; 4]);
    assert_eq!(states(&world, "2026-11-18")[0], (State::Due, false));
    // The days stay as they were lived.
    assert_eq!(not_again(&world, "2026-11-17"), [true; 4]);
    let figures = world.ask(|situation| figures(situation, day("2026-11-17"), day("2026-11-17")));
    assert_eq!((figures.total.prescribed, figures.total.not_required), (4, 4));
    // Nobody is asked about the Tuesday; about the Monday before it they are.
    world.revisions[0].imported_at = instant("2026-11-15T00:00:00Z");
    assert_eq!(world.ask(gap).unwrap().days, [day("2026-11-16")]);
}

#[test]
fn nothing_rings_on_a_date_that_comes_again() {
    let mut world = journey(&TO_THE_WEST, "2026-11-17T20:00:00Z");
    for now in ["2026-11-17T20:00:00Z", "2026-11-18T00:00:00Z", "2026-11-18T06:00:00Z"] {
        world.now = instant(now);
        let planned = world.ask(|situation| {
            let agenda = agenda(situation, day("2026-11-17")).unwrap();
            plan_reminders(&ReminderInput {
                agenda: &agenda,
                rows: &[],
                evidence: &[],
                switched_on: true,
                quiet_hours: None,
                now: situation.now,
                zone: situation.zone(),
            })
        });
        assert_eq!((planned.show, planned.seen), (Vec::new(), Vec::new()), "{now}");
        let ahead = world.ask(|situation| coming(situation, day("2026-11-17"), 2));
        let days: Vec<_> = ahead.iter().map(|reminder| reminder.key.day).collect();
        assert_eq!(days, [day("2026-11-18"); 3], "{now}");
    }
}

#[test]
fn what_had_not_had_all_of_its_time_is_asked_for_when_it_comes_again() {
    // Ten in the evening of Wednesday there; here it is one in the night after Tuesday, and Wednesday begins at three.
    let seen = [
        ("2026-11-16T06:00:00Z", "Pacific/Auckland"),
        ("2026-11-18T09:00:00Z", "America/Los_Angeles"),
    ];
    let mut world = journey(&seen, "2026-11-18T09:30:00Z");
    assert!(on(&world, "2026-11-17").is_today);
    assert_eq!(not_again(&world, "2026-11-17"), [true; 4]);
    assert_eq!(not_again(&world, "2026-11-18"), [true, true, false, false]);
    world.now = instant("2026-11-18T17:00:00Z");
    assert_eq!(said(&world), AGAIN, "it is said on each day of which something is not asked again");
    let upcoming = (State::Upcoming, false);
    assert_eq!(states(&world, "2026-11-18")[2..], [upcoming, (State::Due, false)]);
    world.now = instant("2026-11-19T04:00:00Z");
    assert_eq!(states(&world, "2026-11-18")[2], (State::Due, false));
    // Where the evening was not to begin after nine, it was over at ten.
    world.revisions[0].revision.rounds[2].missed_dose.latest_start = Some(wall("21:00"));
    assert_eq!(not_again(&world, "2026-11-18"), [true, true, true, false]);
    world.revisions[0].revision.missed_dose.latest_start = Some(wall("21:00"));
    assert_eq!(not_again(&world, "2026-11-18"), [true; 4]);
    world.now = instant("2026-11-19T18:00:00Z");
    assert_eq!(said(&world), None);
}

#[test]
fn what_is_done_on_a_date_that_comes_again_counts_as_ever() {
    let mut world = journey(&TO_THE_WEST, "2026-11-17T20:00:00Z");
    let noon = || bout("bridge", "noon", "2026-11-17");
    let begun =
        Fact::Work { bout: noon(), set: 1, side: BodySide::Both, repetitions: 4, seconds: 0 };
    world.records = vec![
        record(1, "2026-11-17T01:30:00Z", begun),
        record(
            2,
            "2026-11-17T19:40:00Z",
            closed(bout("bridge", "evening", "2026-11-17"), Outcome::Done),
        ),
    ];
    // What was begun before is some, and its rest is not asked for either.
    let states = states(&world, "2026-11-17");
    assert_eq!(states[1..3], [(State::Partly { reason: None }, false), (State::Done, false)]);
    assert_eq!(on(&world, "2026-11-17").next_round(world.now), None);
}

#[test]
fn a_date_that_was_passed_over_is_asked_for_when_it_comes_after_all() {
    // From Monday at ten in the evening to Tuesday at ten, and back from Wednesday at ten to Tuesday at ten.
    let seen = [
        ("2026-11-16T06:00:00Z", "Pacific/Honolulu"),
        ("2026-11-17T08:00:00Z", "Pacific/Kiritimati"),
        ("2026-11-17T20:00:00Z", "Pacific/Honolulu"),
    ];
    let world = journey(&seen, "2026-11-17T20:30:00Z");
    assert!(on(&world, "2026-11-17").is_today);
    // The evening was there, for five hours; so was the rest of the day for the walk.
    assert_eq!(not_again(&world, "2026-11-17"), [false, false, true, true]);
    let asked = [(State::Due, false), (State::Upcoming, false)];
    assert_eq!(states(&world, "2026-11-17")[..2], asked);
}

#[test]
fn a_date_that_comes_for_the_third_time_is_asked_for_no_more_than_for_the_second() {
    let there = ("2026-11-16T06:00:00Z", "Pacific/Auckland");
    let seen = [
        there,
        ("2026-11-17T19:00:00Z", "Pacific/Honolulu"),
        // From Tuesday at five in the evening to Wednesday at four.
        ("2026-11-18T03:00:00Z", "Pacific/Auckland"),
        ("2026-11-18T07:30:00Z", "Pacific/Honolulu"),
    ];
    let mut world = journey(&seen, "2026-11-18T03:30:00Z");
    assert_eq!(not_again(&world, "2026-11-17"), [true; 4]);
    // There the morning of Wednesday is over by now, and the noon goes on.
    assert_eq!(states(&world, "2026-11-18")[..2], [TRAVEL, (State::Due, false)]);
    world.now = instant("2026-11-18T08:00:00Z");
    world.zone = ZoneDatabase::embedded().zone("Pacific/Honolulu").unwrap();
    assert!(on(&world, "2026-11-17").is_today);
    assert_eq!(not_again(&world, "2026-11-17"), [true; 4]);
    // Of Wednesday the noon was there for four hours, and the morning never was.
    assert_eq!(not_again(&world, "2026-11-18"), [false, true, false, false]);
}

#[test]
fn a_date_that_a_calendar_left_out_is_not_required() {
    let mut world = journey(&[("2011-12-01T00:00:00Z", "Pacific/Apia")], "2011-12-31T09:00:00Z");
    world.revisions[0].revision.starts = day("2011-12-20");
    world.revisions[0].revision.surgery.date = day("2011-12-01");
    world.revisions[0].from = day("2011-12-20");
    world.revisions[0].imported_at = instant("2011-12-20T00:00:00Z");
    assert_eq!(states(&world, "2011-12-30"), [TRAVEL; 4]);
    let unknown = |world: &World| states(world, "2011-12-29")[0].0;
    assert_eq!(unknown(&world), State::NotReminded, "the day before was there");
    let figures = world.ask(|situation| figures(situation, day("2011-12-30"), day("2011-12-30")));
    assert_eq!((figures.total.prescribed, figures.total.not_required), (4, 4));
    let bouts = world.ask(|situation| bouts_of(situation, day("2011-12-30"))).unwrap();
    assert_eq!(bouts.items.len(), 4);
}

#[test]
fn nobody_is_asked_about_a_day_that_was_never_there() {
    let seen = [
        ("2026-11-16T06:00:00Z", "Pacific/Honolulu"),
        ("2026-11-17T13:00:00Z", "Pacific/Kiritimati"),
    ];
    let mut world = journey(&seen, "2026-11-19T18:00:00Z");
    let mut done = record(
        1,
        "2026-11-19T17:00:00Z",
        closed(bout("bridge", "noon", "2026-11-16"), Outcome::Done),
    );
    done.entered = Entered::Later;
    done.by = EnteredBy::Helper;
    world.records = vec![done];
    let gap = world.ask(gap).unwrap();
    // It lies between, and is none of them.
    assert_eq!(gap.days, [day("2026-11-18"), day("2026-11-19")]);
}

#[test]
fn a_latest_start_that_was_passed_over_is_past() {
    let mut world = journey(&TO_THE_EAST, "2026-11-18T00:30:00Z");
    // In Tokyo it is nine: half past eight is over, and so is the morning.
    world.revisions[0].revision.rounds[0].missed_dose.latest_start = Some(wall("08:30"));
    assert_eq!(states(&world, "2026-11-18")[0], TRAVEL);
    world.revisions[0].revision.rounds[0].missed_dose.latest_start = Some(wall("09:30"));
    assert_eq!(states(&world, "2026-11-18")[0], (State::Due, false));
}
