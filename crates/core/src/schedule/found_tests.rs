//! What independent readers of plans found (`tests/tests/oracle/`), each as a case of its own.

use super::{Agenda, NotRequired, State, agenda};
use crate::ids::DayTypeId;
use crate::plan::{
    Advance, Bouts, DayOff, DayOffThen, DayPattern, DayType, Frequency, LimitUntil, Precaution,
    Prescription, Revision,
};
use crate::record::{BoutKey, BoutPlace, Outcome, PlanFact, Record};
use crate::safety::{Flag, LimitKind};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, programme, record,
    revision, stage, turn, wall,
};
use crate::time::{Weekday, ZoneDatabase};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// The lines that a day asks for, each once, those that it leaves to choose in brackets.
fn asked(world: &World, on: &str) -> Vec<String> {
    let mut names: Vec<String> = agenda_on(world, on)
        .items()
        .map(|item| match item.state {
            State::Available => format!("({})", item.bout.line),
            _ => item.bout.line.to_string(),
        })
        .collect();
    names.dedup();
    names
}

fn done(id: u128, line: &str, place: BoutPlace, at: &str) -> Record {
    let on = at.split_once('T').unwrap().0;
    record(id, at, closed(BoutKey { place, ..bout(line, "morning", on) }, Outcome::Done))
}

fn off_on(weekday: Weekday, then: DayOffThen) -> DayOff {
    DayOff {
        as_written: "not on this day".to_owned(),
        weekdays: vec![weekday],
        dates: Vec::new(),
        except: Vec::new(),
        then,
    }
}

/// Bridge and squat in turn.
fn in_turn(days: DayPattern, advance: Advance) -> Revision {
    let mut plan = revision(vec![
        on_days(any_time(line("bridge", &[]), 1), turn("A")),
        on_days(any_time(line("squat", &[]), 1), turn("B")),
    ]);
    plan.programmes = vec![programme(days, advance)];
    plan
}

fn weekdays(weekdays: &[Weekday]) -> Frequency {
    let any_time = Bouts::AnyTime { times: 1, most: 1, gap_minutes: None };
    Frequency::Due { days: DayPattern::Weekdays(weekdays.to_vec()), bouts: any_time }
}

#[test]
fn a_day_of_a_kind_begins_when_its_kind_says() {
    let mut plan = revision(vec![any_time(line("walk", &[]), 1), line("bridge", &["evening"])]);
    plan.rounds[2].at = Some(wall("04:30"));
    plan.day_types = vec![DayType {
        id: DayTypeId::new("late").unwrap(),
        title: "Late shift".to_owned(),
        weekdays: vec![Weekday::Wed],
        dates: Vec::new(),
        start: Some(wall("06:00")),
        quiet_hours: None,
        awake: None,
        times: Vec::new(),
        leave_out: Vec::new(),
    }];
    // Five in the morning of Wednesday 18 November in Berlin: still Tuesday's night for this person.
    let mut world = World::new(plan, "2026-11-18T04:00:00Z");
    assert!(agenda_on(&world, "2026-11-17").is_today);
    assert_eq!(agenda_on(&world, "2026-11-17").any_time[0].state, State::Due);
    assert_eq!(agenda_on(&world, "2026-11-18").any_time[0].state, State::Upcoming);
    world.now = instant("2026-11-18T05:00:00Z");
    assert!(agenda_on(&world, "2026-11-18").is_today);
    // Half past four comes before six, so that it is in the night after that Wednesday.
    let round = &agenda_on(&world, "2026-11-18").rounds[0];
    assert_eq!(round.starts, instant("2026-11-19T03:30:00Z"));
}

#[test]
fn a_date_that_was_never_there_asks_for_nothing_not_even_in_its_night() {
    // Samoa went from 29 to 31 December 2011.
    let mut plan = revision(vec![line("bridge", &["morning", "evening"])]);
    plan.starts = day("2011-12-20");
    plan.rounds[2].at = Some(wall("01:30"));
    let mut world = World::new(plan, "2011-12-29T20:00:00Z");
    world.zone = ZoneDatabase::embedded().zone("Pacific/Apia").unwrap();
    let left_out = |on: &str| -> Vec<bool> {
        let agenda = agenda_on(&world, on);
        agenda.items().map(|item| item.not_required == Some(NotRequired::Travel)).collect()
    };
    assert_eq!(left_out("2011-12-30"), [true, true]);
    // The night of the 29th would have been on the 30th.
    assert_eq!(left_out("2011-12-29"), [false, true]);
    assert_eq!(left_out("2011-12-31"), [false, false]);
}

#[test]
fn a_gap_goes_on_through_the_night() {
    let mut plan = revision(vec![line("brace", &["morning", "evening"])]);
    plan.missed_dose.gap_minutes = Some(480);
    // The evening was done at half past one in the night, so that the next may begin at half past nine.
    let mut world = World::new(plan, "2026-11-17T08:00:00Z");
    let evening = closed(bout("brace", "evening", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-17T00:30:00Z", evening)];
    let morning = |world: &World| {
        let item = agenda_on(world, "2026-11-17").rounds.remove(0).items.remove(0);
        (item.state, item.not_before)
    };
    assert_eq!(morning(&world), (State::Upcoming, Some(instant("2026-11-17T08:30:00Z"))));
    world.now = instant("2026-11-17T08:30:00Z");
    assert_eq!(morning(&world).0, State::Due);
}

#[test]
fn four_to_six_times_asks_for_four_and_allows_six() {
    let mut walk = any_time(line("walk", &[]), 4);
    let bouts = Bouts::AnyTime { times: 4, most: 6, gap_minutes: None };
    walk.frequency = Frequency::Due { days: DayPattern::EveryDay, bouts };
    let mut world = World::new(revision(vec![walk]), "2026-11-16T12:00:00Z");
    let states = |world: &World| -> Vec<State> {
        agenda_on(world, "2026-11-16").items().map(|item| item.state).collect()
    };
    let nth = |nth: u8| {
        done(nth.into(), "walk", BoutPlace::AnyTime(nth), &format!("2026-11-16T0{nth}:30:00Z"))
    };
    world.records = (1..=3).map(nth).collect();
    assert_eq!(states(&world), [State::Done, State::Done, State::Done, State::Due]);
    world.records.push(nth(4));
    assert_eq!(states(&world).last(), Some(&State::Available));
    assert_eq!(states(&world).len(), 5);
    world.records.extend([nth(5), nth(6)]);
    assert_eq!(states(&world), [State::Done; 6]);
    // On the next day the two that were allowed above are owed by nobody.
    world.records.truncate(4);
    world.now = instant("2026-11-17T12:00:00Z");
    assert_eq!(states(&world), [State::Done; 4]);
}

#[test]
fn a_line_is_shifted_by_its_words_of_the_day_off() {
    // Sundays until Monday 23 November, from then on Wednesdays: Sunday's is done on that Monday.
    let mut clam = any_time(line("clam", &[]), 1);
    clam.frequency = weekdays(&[Weekday::Sun]);
    clam.stages = vec![stage("2026-11-23", Some(weekdays(&[Weekday::Wed])), &[])];
    let mut plan = revision(vec![clam]);
    plan.days_off = vec![off_on(Weekday::Sun, DayOffThen::Shift)];
    let mut world = World::new(plan, "2026-11-16T12:00:00Z");
    assert_eq!(asked(&world, "2026-11-22"), [""; 0]);
    assert_eq!(asked(&world, "2026-11-23"), ["clam"]);
    assert_eq!(asked(&world, "2026-11-30"), [""; 0]);
    // What rested on the Sunday is not done on the Monday either.
    let mut bridge = any_time(line("bridge", &[]), 1);
    bridge.frequency = weekdays(&[Weekday::Thu]);
    bridge.stages = vec![stage("2026-11-20", None, &["clam"]), stage("2026-11-23", None, &[])];
    world.revisions[0].revision.lines.push(bridge);
    assert_eq!(asked(&world, "2026-11-23"), [""; 0]);
}

#[test]
fn a_turn_is_shifted_by_a_day_off_too() {
    let days = DayPattern::Weekdays(vec![Weekday::Wed, Weekday::Sun]);
    let mut plan = in_turn(days, Advance::Calendar(day("2026-11-18")));
    plan.days_off = vec![off_on(Weekday::Sun, DayOffThen::Shift)];
    let mut world = World::new(plan, "2026-11-16T12:00:00Z");
    assert_eq!(asked(&world, "2026-11-18"), ["bridge"]);
    assert_eq!(asked(&world, "2026-11-22"), [""; 0]);
    assert_eq!(asked(&world, "2026-11-23"), ["squat"]);
    world.revisions[0].revision.days_off[0].then = DayOffThen::Skip;
    assert_eq!(asked(&world, "2026-11-23"), [""; 0]);
}

#[test]
fn the_next_turn_comes_after_the_one_that_ended_last() {
    let mut world =
        World::new(in_turn(DayPattern::EveryDay, Advance::Done), "2026-11-17T12:00:00Z");
    let first = || BoutPlace::AnyTime(1);
    // A in the morning and B in the evening of one day: A is next, in whatever order they stand on the sheet.
    world.records = vec![
        done(1, "bridge", first(), "2026-11-16T08:00:00Z"),
        done(2, "squat", first(), "2026-11-16T18:00:00Z"),
    ];
    assert_eq!(asked(&world, "2026-11-17"), ["bridge"]);
    world.revisions[0].revision.lines.reverse();
    assert_eq!(asked(&world, "2026-11-17"), ["bridge"]);
    world.records[0].at = instant("2026-11-16T19:00:00Z");
    assert_eq!(asked(&world, "2026-11-17"), ["squat"]);
}

#[test]
fn a_week_does_not_count_on_days_on_which_another_line_stands_in() {
    let twice = DayPattern::TimesAWeek { times: 2, not_two_days_running: true };
    let walk = on_days(any_time(line("walk", &[]), 1), twice);
    // From Saturday 21 November the other line stands in its place.
    let mut other: Prescription = any_time(line("other", &[]), 1);
    other.stages = vec![stage("2026-11-21", None, &["walk"])];
    let mut world = World::new(revision(vec![walk, other]), "2026-11-16T12:00:00Z");
    for (now, expected) in
        [("2026-11-16", "(walk)"), ("2026-11-17", "(walk)"), ("2026-11-18", "walk")]
    {
        world.now = instant(&format!("{now}T12:00:00Z"));
        assert_eq!(asked(&world, now)[0], expected, "{now}");
    }
    // It rests from then on, so that no week of it is shown either.
    let weeks = |world: &World, on| agenda_on(world, on).weeks.len();
    assert_eq!(weeks(&world, "2026-11-20"), 1);
    assert_eq!(weeks(&world, "2026-11-21"), 0);
}

#[test]
fn as_needed_is_capped_by_how_often_and_not_by_which_number() {
    let mut stretch = line("calf-stretch", &[]);
    stretch.frequency = Frequency::AsNeeded {
        when: "if the calf feels tight".to_owned(),
        most_a_day: Some(2),
        ask_first: None,
    };
    // The first of two was taken back: one stands, and one more is allowed.
    let mut world = World::new(revision(vec![stretch]), "2026-11-16T12:00:00Z");
    world.records = vec![done(2, "calf-stretch", BoutPlace::AnyTime(2), "2026-11-16T09:00:00Z")];
    let next = |world: &World| {
        let needed = agenda_on(world, "2026-11-16").as_needed.remove(0);
        needed.next.map(|item| item.bout.place)
    };
    assert_eq!(next(&world), Some(BoutPlace::AnyTime(1)));
    world.records.push(done(1, "calf-stretch", BoutPlace::AnyTime(1), "2026-11-16T10:00:00Z"));
    assert_eq!(next(&world), None);
}

#[test]
fn the_week_of_a_programme_is_cut_by_a_pause_as_that_of_a_line_is() {
    let thrice = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let mut world = World::new(in_turn(thrice, Advance::Done), "2026-11-16T12:00:00Z");
    // Six days of the week are paused: nothing of it is owed on them, and on Sunday its share of one day is.
    world.plan_records = vec![
        plan_record(
            1,
            "2026-11-16T06:00:00Z",
            PlanFact::Pause {
                from: day("2026-11-16"),
                through: Some(day("2026-11-21")),
                reason: None,
            },
        ),
        plan_record(2, "2026-11-16T07:00:00Z", PlanFact::Resumed { day: day("2026-11-22") }),
    ];
    for paused in ["2026-11-16", "2026-11-20", "2026-11-21"] {
        assert_eq!(asked(&world, paused), [""; 0], "{paused}");
    }
    assert_eq!(asked(&world, "2026-11-22"), ["bridge"]);
}

/// The bridge and a squat that turns the back, under "no twisting".
fn no_twisting() -> Revision {
    let lines = ["bridge", "squat"].map(|id| any_time(line(id, &[]), 1));
    let mut plan = revision(lines.to_vec());
    plan.lines[1].flags = vec![Flag::Rotation];
    plan.precautions = vec![Precaution {
        as_written: "no twisting".to_owned(),
        source: None,
        kinds: vec![LimitKind::Twisting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }];
    plan
}

#[test]
fn what_a_limit_forbids_takes_the_place_of_nothing() {
    let mut plan = no_twisting();
    plan.lines[1].stages = vec![stage("2026-11-16", None, &["bridge"])];
    let mut world = World::new(plan, "2026-11-20T08:00:00Z");
    assert_eq!(asked(&world, "2026-11-20"), ["bridge"]);
    world.revisions[0].revision.precautions.clear();
    assert_eq!(asked(&world, "2026-11-20"), ["squat"]);
}

#[test]
fn what_a_limit_forbade_on_a_day_off_is_not_put_on_the_next() {
    let mut plan = no_twisting();
    plan.lines[1].frequency = weekdays(&[Weekday::Sun]);
    plan.days_off = vec![off_on(Weekday::Sun, DayOffThen::Shift)];
    let mut world = World::new(plan, "2026-11-23T08:00:00Z");
    world.plan_records = vec![plan_record(
        1,
        "2026-11-23T06:00:00Z",
        PlanFact::LimitOver {
            plan: world.revisions[0].revision.plan.clone(),
            revision: 1,
            limit: "no twisting".to_owned(),
            who: None,
            said_on: day("2026-11-23"),
            day: day("2026-11-23"),
        },
    )];
    assert_eq!(asked(&world, "2026-11-23"), ["bridge"]);
}
