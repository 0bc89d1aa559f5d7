use super::{State, TimeOfPlan, agenda};
use crate::plan::DayPattern;
use crate::record::{BodySide, Evidence, EvidenceKind, Fact, Opened, Outcome, SkipReason};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, record, revision,
};
use crate::schedule::InForce;
use crate::time::{DayRef, Stretch, Weekday};

fn states(world: &World, on: &str) -> Vec<State> {
    let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
    agenda.rounds.iter().flat_map(|round| &round.items).map(|item| item.state).collect()
}

fn three_rounds() -> Vec<crate::plan::Prescription> {
    vec![line("bridge", &["morning", "noon", "evening"])]
}

#[test]
fn a_day_goes_from_ahead_to_due_to_no_entry() {
    // 11:00 in Berlin: the morning's window is open, the others lie ahead.
    let mut world = World::new(revision(three_rounds()), "2026-11-18T10:00:00Z");
    assert_eq!(states(&world, "2026-11-18"), [State::Due, State::Upcoming, State::Upcoming]);
    // At half past midnight it is still the same day, and the evening is still open.
    world.now = instant("2026-11-18T23:30:00Z");
    assert_eq!(states(&world, "2026-11-18"), [State::NotReminded, State::NotReminded, State::Due]);
    let evidence = |round: &str, kind| Evidence {
        plan: world.revisions[0].revision.plan.clone(),
        round: crate::ids::RoundId::new(round).unwrap(),
        day: day("2026-11-18"),
        kind,
        at: instant("2026-11-18T13:00:00Z"),
    };
    world.evidence = vec![
        evidence("morning", EvidenceKind::SwitchedOff),
        evidence("noon", EvidenceKind::Undeliverable),
    ];
    let seen = states(&world, "2026-11-18");
    assert_eq!(seen, [State::NoEntry, State::NotReminded, State::Due], "undeliverable is not told");
    world.evidence[1].kind = EvidenceKind::Shown;
    assert_eq!(states(&world, "2026-11-18")[1], State::NoEntry);
}

#[test]
fn a_journey_to_another_zone_changes_no_day_that_is_over() {
    let mut world = World::new(revision(three_rounds()), "2026-11-20T20:00:00Z");
    world.evidence = vec![Evidence {
        plan: world.revisions[0].revision.plan.clone(),
        round: crate::ids::RoundId::new("morning").unwrap(),
        day: day("2026-11-18"),
        kind: EvidenceKind::Shown,
        at: instant("2026-11-18T07:00:00Z"),
    }];
    world.opened = vec![Opened { day: day("2026-11-18"), at: instant("2026-11-18T07:05:00Z") }];
    let at_home = states(&world, "2026-11-18");
    for name in ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"] {
        world.zone = crate::time::ZoneDatabase::embedded().zone(name).unwrap();
        assert_eq!(states(&world, "2026-11-18"), at_home, "{name}");
    }
}

#[test]
fn what_lies_before_the_app_is_unknown() {
    let mut world = World::new(revision(three_rounds()), "2026-11-20T10:00:00Z");
    world.revisions[0].imported_at = instant("2026-11-18T12:00:00Z");
    assert_eq!(states(&world, "2026-11-17"), [State::Unknown; 3]);
    // The noon window (13:00 to 19:00 UTC) ended after it; the morning's at 13:00 too.
    assert_eq!(states(&world, "2026-11-18"), [State::NotReminded; 3]);
}

#[test]
fn every_outcome_has_its_state() {
    let outcomes = [
        (Outcome::Done, State::Done),
        (
            Outcome::Partly {
                sets: Some(1),
                repetitions: None,
                seconds: None,
                counted: None,
                reason: Some(SkipReason::Pain),
            },
            State::Partly { reason: Some(SkipReason::Pain) },
        ),
        (
            Outcome::Skipped { reason: SkipReason::Tired },
            State::Skipped { reason: SkipReason::Tired },
        ),
        (Outcome::SaidNotDone, State::SaidNotDone),
    ];
    for (outcome, state) in outcomes {
        let mut world = World::new(revision(three_rounds()), "2026-11-18T10:00:00Z");
        let fact = closed(bout("bridge", "morning", "2026-11-18"), outcome);
        world.records = vec![record(1, "2026-11-18T09:00:00Z", fact)];
        assert_eq!(states(&world, "2026-11-18")[0], state);
    }
}

#[test]
fn seen_work_is_in_progress_until_the_window_ends_and_some_after_it() {
    let mut world = World::new(revision(three_rounds()), "2026-11-18T10:00:00Z");
    let work = Fact::Work {
        bout: bout("bridge", "morning", "2026-11-18"),
        set: 1,
        side: BodySide::Both,
        repetitions: 4,
        seconds: 20,
    };
    world.records = vec![record(1, "2026-11-18T09:00:00Z", work)];
    assert_eq!(states(&world, "2026-11-18")[0], State::InProgress);
    world.now = instant("2026-11-18T13:00:00Z");
    assert_eq!(states(&world, "2026-11-18")[0], State::Partly { reason: None });
}

#[test]
fn weekdays_every_n_days_and_days_after_surgery_choose_the_days() {
    let mondays = DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Wed]);
    let weekdays = on_days(line("weekdays", &["morning"]), mondays);
    let every_second = DayPattern::EveryNDays { n: 2, from: day("2026-11-17") };
    let second = on_days(line("second", &["morning"]), every_second);
    let mut week_four = line("week-four", &["morning"]);
    let (from, until) = (DayRef::AfterSurgery(21), DayRef::AfterSurgery(28));
    week_four.stretch = Stretch::Days { from: Some(from), until: Some(until) };
    let walk = any_time(line("walk", &[]), 3);
    let world =
        World::new(revision(vec![weekdays, second, week_four, walk]), "2026-11-16T07:30:00Z");
    let asked = |on: &str| {
        let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
        assert_eq!(agenda.any_time.len(), 3, "{on}");
        let items = agenda.rounds.iter().flat_map(|round| &round.items);
        items.map(|item| item.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(asked("2026-11-16"), ["weekdays"]);
    assert_eq!(asked("2026-11-17"), ["second"]);
    assert_eq!(asked("2026-11-22"), Vec::<String>::new());
    assert_eq!(asked("2026-11-23"), ["weekdays", "second", "week-four"]);
    assert_eq!(asked("2026-11-29"), ["second", "week-four"]);
    assert_eq!(asked("2026-11-30"), ["weekdays"]);
}

#[test]
fn days_and_weeks_are_counted_from_surgery() {
    let world = World::new(revision(three_rounds()), "2026-11-18T10:00:00Z");
    let count = |on: &str| {
        let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
        (agenda.after_surgery, agenda.week, agenda.time_of_plan)
    };
    assert_eq!(count("2026-11-18"), (16, 3, TimeOfPlan::During));
    assert_eq!(count("2026-11-02"), (0, 1, TimeOfPlan::Before));
    assert_eq!(count("2026-11-01"), (-1, 0, TimeOfPlan::Before));
}

#[test]
fn a_later_revision_changes_no_earlier_day() {
    let mut world = World::new(revision(three_rounds()), "2026-11-20T10:00:00Z");
    let before: Vec<_> =
        (16..19).map(|n| world.ask(|s| agenda(s, day(&format!("2026-11-{n}"))))).collect();
    let mut second = revision(vec![line("clamshell", &["evening"])]);
    second.number = 2;
    second.rounds[0].at = Some(crate::samples::wall("09:30"));
    world.revisions.push(InForce {
        revision: second,
        from: day("2026-11-20"),
        imported_at: instant("2026-11-20T09:00:00Z"),
    });
    let after: Vec<_> =
        (16..19).map(|n| world.ask(|s| agenda(s, day(&format!("2026-11-{n}"))))).collect();
    assert_eq!(before, after);
    assert_eq!(states(&world, "2026-11-20"), [State::Upcoming]);
}

#[test]
fn a_date_that_the_zone_never_had_asks_for_nothing() {
    let mut plan = revision(three_rounds());
    plan.surgery.date = day("2011-12-01");
    plan.starts = day("2011-12-15");
    let mut world = World::new(plan, "2011-12-29T10:00:00Z");
    world.zone = crate::time::ZoneDatabase::embedded().zone("Pacific/Apia").unwrap();
    assert_eq!(states(&world, "2011-12-30"), [State::NotRequired; 3]);
    assert_eq!(states(&world, "2011-12-31").len(), 3);
}

#[test]
fn the_next_round_is_the_first_that_is_open_and_not_over() {
    let next = |now: &str, done: Option<&str>| {
        let mut world = World::new(revision(three_rounds()), now);
        if let Some(round) = done {
            let fact = closed(bout("bridge", round, "2026-11-18"), Outcome::Done);
            world.records = vec![record(1, "2026-11-18T07:00:00Z", fact)];
        }
        let agenda = world.ask(|situation| agenda(situation, day("2026-11-18"))).unwrap();
        agenda.next_round(world.now).map(|next| (next.index, next.is_due))
    };
    assert_eq!(next("2026-11-18T06:00:00Z", None), Some((0, false)));
    assert_eq!(next("2026-11-18T08:00:00Z", None), Some((0, true)));
    assert_eq!(next("2026-11-18T08:00:00Z", Some("morning")), Some((1, false)));
    assert_eq!(next("2026-11-18T20:00:00Z", Some("evening")), None);
}

#[test]
fn a_day_is_without_entry_only_when_nothing_at_all_was_entered() {
    let mut world = World::new(revision(three_rounds()), "2026-11-19T08:00:00Z");
    let asked = |world: &World, on: &str| {
        world.ask(|situation| agenda(situation, day(on))).unwrap().is_without_entry()
    };
    assert!(asked(&world, "2026-11-18"));
    assert!(!asked(&world, "2026-11-19"), "it is not over");
    let fact = closed(bout("bridge", "noon", "2026-11-18"), Outcome::SaidNotDone);
    world.records = vec![record(1, "2026-11-18T14:00:00Z", fact)];
    assert!(!asked(&world, "2026-11-18"));
}
