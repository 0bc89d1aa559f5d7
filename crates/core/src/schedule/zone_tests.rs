//! Days on which clocks change, dates that a place left out, and people who travel, in places that have names.

use super::{Agenda, NotRequired, State, agenda};
use crate::record::Outcome;
use crate::samples::{World, bout, closed, day, instant, line, record, revision, wall};
use crate::time::ZoneDatabase;

/// A world in `zone` whose plan asks for the bridge at each of `times`.
fn place(zone: &str, starts: &str, times: [&str; 3]) -> World {
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    plan.starts = day(starts);
    plan.surgery.date = day(starts).plus(-14);
    for (round, at) in plan.rounds.iter_mut().zip(times) {
        round.at = Some(wall(at));
    }
    let mut world = World::new(plan, &format!("{starts}T12:00:00Z"));
    go_to(&mut world, zone);
    world
}

fn go_to(world: &mut World, zone: &str) {
    world.zone = ZoneDatabase::embedded().zone(zone).unwrap();
}

fn on(world: &World, at: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(at))).unwrap()
}

/// The instants at which the rounds of a day begin, and the one at which the last of them ends.
fn instants(world: &World, at: &str) -> Vec<String> {
    let rounds = on(world, at).rounds;
    let last = rounds.last().map(|round| round.ends);
    let all = rounds.iter().map(|round| round.starts).chain(last);
    all.map(|at| at.format("%d %H:%M").to_string()).collect()
}

#[test]
fn rounds_come_by_the_clock_on_the_wall_when_clocks_change() {
    // The rounds of one day and its end, by the clock of Greenwich. Days begin at three in the morning, so
    // that a time before it is in the night after the day.
    let rows = [
        // Half past two is skipped on Sunday: in the night after Saturday it comes at half past three, and the day
        // ends at four.
        (
            "Europe/Berlin",
            "2027-03-27",
            ["08:00", "20:00", "02:30"],
            ["27 07:00", "27 19:00", "28 01:30", "28 02:00"],
        ),
        (
            "America/New_York",
            "2027-03-13",
            ["08:00", "20:00", "02:59"],
            ["13 13:00", "14 01:00", "14 07:59", "14 08:00"],
        ),
        // It is shown twice: the first counts, and the night is an hour longer.
        (
            "Europe/Berlin",
            "2027-10-30",
            ["08:00", "20:00", "02:30"],
            ["30 06:00", "30 18:00", "31 00:30", "31 02:00"],
        ),
        (
            "America/New_York",
            "2027-11-06",
            ["08:00", "20:00", "01:30"],
            ["06 12:00", "07 00:00", "07 05:30", "07 08:00"],
        ),
        // Half an hour only.
        (
            "Australia/Lord_Howe",
            "2027-10-02",
            ["08:00", "20:00", "02:10"],
            ["01 21:30", "02 09:30", "02 15:40", "02 16:00"],
        ),
        (
            "Australia/Lord_Howe",
            "2027-04-03",
            ["08:00", "20:00", "01:45"],
            ["02 21:00", "03 09:00", "03 14:45", "03 16:30"],
        ),
        // The hour after midnight is skipped.
        (
            "Africa/Cairo",
            "2027-04-29",
            ["08:00", "20:00", "00:15"],
            ["29 06:00", "29 18:00", "29 22:15", "30 00:00"],
        ),
        (
            "Asia/Beirut",
            "2027-03-27",
            ["08:00", "20:00", "00:30"],
            ["27 06:00", "27 18:00", "27 22:30", "28 00:00"],
        ),
        (
            "America/Santiago",
            "2027-09-04",
            ["08:00", "20:00", "00:30"],
            ["04 12:00", "05 00:00", "05 04:30", "05 06:00"],
        ),
        // The hour before midnight is shown twice.
        (
            "America/Santiago",
            "2027-04-03",
            ["08:00", "20:00", "23:30"],
            ["03 11:00", "03 23:00", "04 02:30", "04 07:00"],
        ),
    ];
    for (zone, starts, times, expected) in rows {
        assert_eq!(instants(&place(zone, starts, times), starts), expected, "{zone} {starts}");
    }
}

#[test]
fn a_round_at_night_that_the_clocks_left_out_is_due_where_they_went_on() {
    let mut world = place("Europe/Berlin", "2027-03-27", ["08:00", "20:00", "02:30"]);
    let rows = [
        ("2027-03-27T12:00:00Z", State::Upcoming),
        ("2027-03-28T01:29:59Z", State::Upcoming),
        ("2027-03-28T01:30:00Z", State::Due),
        ("2027-03-28T01:59:59Z", State::Due),
        ("2027-03-28T02:00:00Z", State::NotReminded),
    ];
    for (now, state) in rows {
        world.now = instant(now);
        let agenda = on(&world, "2027-03-27");
        assert_eq!(agenda.items().last().unwrap().state, state, "{now}");
        assert_eq!(agenda.is_today, state != State::NotReminded, "{now}");
    }
}

#[test]
fn what_the_clocks_leave_no_time_for_is_not_required_and_rings_never() {
    // After ten past three nobody is to begin, and half past two comes at half past three.
    let mut world = place("Europe/Berlin", "2027-03-27", ["08:00", "20:00", "02:30"]);
    world.revisions[0].revision.day_start = wall("05:00");
    world.revisions[0].revision.rounds[2].missed_dose.latest_start = Some(wall("03:10"));
    for now in ["2027-03-27T12:00:00Z", "2027-03-28T01:30:00Z", "2027-03-29T12:00:00Z"] {
        world.now = instant(now);
        let agenda = on(&world, "2027-03-27");
        let night = agenda.items().last().unwrap();
        assert_eq!(night.state, State::NotRequired, "{now}");
        assert_eq!(night.not_required, Some(NotRequired::ClocksChanged), "{now}");
    }
    // The night before it was there, and whatever was done can be recorded.
    let done = closed(bout("bridge", "evening", "2027-03-27"), Outcome::Done);
    world.records = vec![record(1, "2027-03-28T01:40:00Z", done)];
    assert_eq!(on(&world, "2027-03-27").items().last().unwrap().state, State::Done);
}

#[test]
fn a_time_that_the_clocks_put_onto_another_shares_its_window() {
    // Days begin at midnight: half past two comes at half past three, where another round is.
    let mut world = place("Europe/Berlin", "2027-03-28", ["02:30", "03:30", "20:00"]);
    world.revisions[0].revision.day_start = wall("00:00");
    world.now = instant("2027-03-28T01:40:00Z");
    let agenda = on(&world, "2027-03-28");
    let [first, second] = [&agenda.rounds[0], &agenda.rounds[1]];
    assert_eq!((first.starts, first.ends), (second.starts, second.ends));
    assert_eq!(first.starts, instant("2027-03-28T01:30:00Z"));
    assert_eq!((first.items[0].state, second.items[0].state), (State::Due, State::Due));
}

#[test]
fn a_zone_that_changes_in_the_middle_of_a_plan_moves_what_is_to_come_and_nothing_that_was() {
    let mut world = place("Europe/Berlin", "2026-11-16", ["08:00", "14:00", "20:00"]);
    let morning = closed(bout("bridge", "morning", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T07:10:00Z", morning)];
    // Noon in Berlin; then the same evening in New York, where it is still early afternoon.
    world.now = instant("2026-11-16T11:00:00Z");
    assert_eq!(instants(&world, "2026-11-16")[1..], ["16 13:00", "16 19:00", "17 02:00"]);
    world.now = instant("2026-11-16T18:30:00Z");
    go_to(&mut world, "America/New_York");
    assert_eq!(instants(&world, "2026-11-16")[1..], ["16 19:00", "17 01:00", "17 08:00"]);
    let states: Vec<State> = on(&world, "2026-11-16").items().map(|item| item.state).collect();
    assert_eq!(states, [State::Done, State::Upcoming, State::Upcoming]);
}

#[test]
fn a_date_that_travel_repeats_is_asked_for_once() {
    // Monday in Auckland, done and slept on; Monday again in Honolulu.
    let mut world = place("Pacific/Auckland", "2026-11-16", ["08:00", "14:00", "20:00"]);
    world.records = ["morning", "noon", "evening"]
        .into_iter()
        .zip(1..)
        .map(|(round, n)| {
            let done = closed(bout("bridge", round, "2026-11-16"), Outcome::Done);
            record(n, &format!("2026-11-16T0{n}:00:00Z"), done)
        })
        .collect();
    world.now = instant("2026-11-16T18:00:00Z");
    assert!(on(&world, "2026-11-17").is_today);
    go_to(&mut world, "Pacific/Honolulu");
    let again = on(&world, "2026-11-16");
    assert!(again.is_today);
    assert!(again.items().all(|item| item.state == State::Done), "nothing is asked for twice");
}
