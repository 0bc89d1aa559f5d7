//! Stops for so many bouts, and what is told of them while they are used up.

use super::{hurt, on, rule, said, world};
use crate::ids::{LineId, RecordId};
use crate::plan::{Frequency, PainAction, PainLasts, PainRule, PainTrigger, Part, Rounding};
use crate::record::{Hurt, Outcome, PlanFact, SkipReason};
use crate::samples::{World, bout, closed, day, plan_record, record};

const TODAY: &str = "2026-11-18";

fn over_five(lasts: PainLasts) -> PainRule {
    rule(PainTrigger::Over(5), PainAction::Stop, lasts)
}

/// The bridge hurt in the morning and was left.
fn that_hurt(lasts: PainLasts) -> World {
    let mut world = world(vec![over_five(lasts)], "2026-11-18T08:30:00Z");
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    let closed = closed(bout("bridge", "morning", TODAY), skipped);
    world.records = vec![record(1, "2026-11-18T08:01:00Z", closed)];
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
    world
}

/// What is told on `day` at `now`: how many bouts are still to come, for each stop.
fn told(world: &mut World, day: &str, now: &str) -> Vec<Option<u8>> {
    world.now = format!("{day}T{now}:00Z").parse().unwrap();
    on(world, day).stops.iter().map(|stop| stop.bouts).collect()
}

#[test]
fn a_stop_for_so_many_bouts_counts_down_and_is_told_until_it_is_used_up() {
    // The rounds of Berlin are over at 14, 20 and 24 o'clock, an hour earlier in UTC.
    let moments = [
        (TODAY, "08:30"),
        (TODAY, "12:59"),
        (TODAY, "18:59"),
        (TODAY, "19:01"),
        ("2026-11-19", "07:10"),
        ("2026-11-19", "13:10"),
        ("2026-11-19", "19:10"),
    ];
    let until_told = vec![Some(None); 7];
    for (lasts, expected) in [
        (PainLasts::NextTime, vec![Some(1), Some(1), Some(1), None, None, None, None]),
        (PainLasts::Bouts(3), vec![Some(3), Some(3), Some(3), Some(2), Some(1), None, None]),
    ] {
        let mut world = that_hurt(lasts);
        let found: Vec<_> =
            moments.map(|(day, now)| told(&mut world, day, now).first().copied()).to_vec();
        let expected: Vec<_> = expected.into_iter().map(|left| left.map(Some)).collect();
        assert_eq!(found, expected, "{lasts:?}");
    }
    let mut world = that_hurt(PainLasts::UntilTold);
    let found = moments.map(|(day, now)| told(&mut world, day, now).first().copied()).to_vec();
    assert_eq!(found, until_told);
}

#[test]
fn what_is_told_of_several_lines_is_the_most_that_is_still_to_come_of_one() {
    let of = |line: &str, lasts| PainRule {
        lines: vec![LineId::new(line).unwrap()],
        ..over_five(lasts)
    };
    let rules = vec![of("bridge", PainLasts::NextTime), of("squat", PainLasts::Bouts(3))];
    let mut world = world(rules, "2026-11-18T12:30:00Z");
    let number = Hurt { line: None, bout: None, ..hurt(7) };
    world.plan_records = vec![said(7, "2026-11-18T12:30:00Z", number)];
    assert_eq!(told(&mut world, TODAY, "12:40"), [Some(3)]);
    assert_eq!(on(&world, TODAY).stops[0].lines.len(), 2);
    assert_eq!(told(&mut world, TODAY, "13:10"), [Some(2)]);
    assert_eq!(on(&world, TODAY).stops[0].lines[0].title, "squat", "the bridge is over");
}

#[test]
fn each_line_is_told_in_the_words_of_the_rule_that_stopped_it() {
    let of = |line: &str, words: &str, over| PainRule {
        lines: vec![LineId::new(line).unwrap()],
        as_written: words.to_owned(),
        ring: Some(format!("{words}'s line")),
        ..rule(PainTrigger::Over(over), PainAction::Stop, PainLasts::UntilTold)
    };
    let once = PainRule { lasts: PainLasts::NextTime, ..of("bridge", "once", 5) };
    let rules = vec![of("bridge", "worse", 8), once, of("squat", "squat", 5)];
    let mut world = world(rules, "2026-11-18T12:30:00Z");
    let number = |score| Hurt { line: None, bout: None, ..hurt(score) };
    world.plan_records = vec![said(7, "2026-11-18T12:30:00Z", number(7))];
    world.now = "2026-11-18T12:40:00Z".parse().unwrap();
    let words = |world: &World| -> Vec<String> {
        let stops = on(world, TODAY).stops.into_iter();
        let each = stops.map(|stop| {
            let lines: Vec<_> = stop.lines.iter().map(|line| line.title.as_str()).collect();
            assert_eq!(stop.ring, stop.as_written.as_ref().map(|words| format!("{words}'s line")));
            format!("{}: {}", lines.join(" "), stop.as_written.unwrap())
        });
        each.collect()
    };
    assert_eq!(words(&world), ["bridge: once", "squat: squat"]);
    // Of two rules that stop a line, that is told which ends last, whichever was first.
    for scores in [[7, 9], [9, 7]] {
        let told = |n: u8, id| {
            said(id, &format!("2026-11-18T12:3{n}:00Z"), number(scores[usize::from(n)]))
        };
        world.plan_records = vec![told(0, 7), told(1, 8)];
        assert_eq!(words(&world), ["bridge: worse", "squat: squat"], "{scores:?}");
    }
}

#[test]
fn a_line_that_is_done_when_it_is_needed_waits_for_the_team() {
    let mut world = that_hurt(PainLasts::NextTime);
    let bridge = &mut world.revisions[0].revision.lines[0];
    bridge.frequency =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    world.records.clear();
    let is_offered = |world: &World, at: &str| on(world, at).as_needed[0].next.is_some();
    for date in [TODAY, "2026-11-25", "2026-12-25"] {
        assert_eq!(told(&mut world, date, "09:30"), [None], "{date}: until somebody has spoken");
        assert!(!is_offered(&world, date), "{date}");
    }
    let fact = PlanFact::SpokenTo {
        stop: RecordId(uuid::Uuid::from_u128(7)),
        who: None,
        said_on: day("2026-12-25"),
        from: None,
        day: day("2026-12-25"),
    };
    world.plan_records.push(plan_record(8, "2026-12-25T09:00:00Z", fact));
    assert_eq!(told(&mut world, "2026-12-25", "09:30"), []);
    assert!(is_offered(&world, "2026-12-25"));
}

#[test]
fn what_a_newer_sheet_makes_of_a_line_changes_nothing_of_a_stop_that_was_over() {
    let mut world = that_hurt(PainLasts::NextTime);
    assert_eq!(told(&mut world, "2026-11-19", "13:10"), []);
    let mut next = world.revisions[0].clone();
    (next.revision.number, next.from) = (2, day("2026-12-01"));
    next.revision.lines[0].frequency =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    world.revisions.push(next);
    assert_eq!(told(&mut world, "2026-12-02", "09:30"), []);
    assert!(on(&world, "2026-12-02").as_needed[0].next.is_some(), "it is offered");
}

#[test]
fn what_has_no_bout_to_leave_out_is_not_said_to_be_left_out() {
    let mut world = world(vec![over_five(PainLasts::NextTime)], "2026-11-18T08:30:00Z");
    let revision = &mut world.revisions[0].revision;
    revision.lines[1].off = true;
    let number = Hurt { line: None, bout: None, ..hurt(7) };
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", number)];
    world.now = "2026-11-18T08:30:00Z".parse().unwrap();
    let stops = on(&world, TODAY).stops;
    let lines = stops.iter().flat_map(|stop| &stop.lines);
    let lines: Vec<&str> = lines.map(|line| line.title.as_str()).collect();
    assert!(lines.contains(&"bridge") && !lines.contains(&"squat"), "{lines:?}");
}

#[test]
fn another_dose_is_that_of_what_is_done_when_it_is_needed_too() {
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    let half = rule(PainTrigger::Over(5), half, PainLasts::UntilTold);
    let mut world = world(vec![half], "2026-11-18T09:30:00Z");
    world.revisions[0].revision.lines[0].frequency =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    let offered = |world: &World| on(world, TODAY).as_needed[0].next.clone().unwrap();
    let whole = offered(&world).dose.repetitions.unwrap();
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
    let less = offered(&world);
    assert_eq!(less.dose.repetitions, Some(whole / 2));
    assert!(less.lighter.is_some(), "and why");
}
