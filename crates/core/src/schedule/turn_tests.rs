//! Programmes and days off.

use super::agenda;
use crate::ids::ProgrammeId;
use crate::plan::{Advance, DayOff, DayOffThen, DayPattern, Programme};
use crate::samples::{World, any_time, day, line, on_days, revision};
use crate::time::Weekday;

/// The lines that a day asks for.
fn asked(world: &World, on: &str) -> Vec<String> {
    let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
    agenda.items().map(|item| item.bout.line.to_string()).collect()
}

#[test]
fn a_turn_that_a_day_off_shifts_is_no_second_turn_of_a_day() {
    let id = ProgrammeId::new("ab").unwrap();
    let turn = |turn: &str| DayPattern::Turn { programme: id.clone(), turn: turn.to_owned() };
    let lines = vec![
        on_days(any_time(line("bridge", &[]), 1), turn("A")),
        on_days(any_time(line("squat", &[]), 1), turn("B")),
    ];
    let mut plan = revision(lines);
    plan.programmes = vec![Programme {
        id: id.clone(),
        title: "A and B".to_owned(),
        turns: vec!["A".to_owned(), "B".to_owned()],
        days: DayPattern::EveryDay,
        advance: Advance::Calendar(day("2026-11-16")),
    }];
    plan.days_off = vec![DayOff {
        as_written: "Sunday is off, do it on Monday".to_owned(),
        weekdays: vec![Weekday::Sun],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Shift,
    }];
    let mut world = World::new(plan, "2026-11-23T10:00:00Z");
    for (on, expected) in
        [("2026-11-21", vec!["squat"]), ("2026-11-22", vec![]), ("2026-11-23", vec!["squat"])]
    {
        assert_eq!(asked(&world, on), expected, "{on}");
    }
    // Monday has no turn of its own: of the two before it the last one comes.
    let programme = &mut world.revisions[0].revision;
    let week = [Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    programme.programmes[0].days = DayPattern::Weekdays(week.to_vec());
    programme.days_off[0].weekdays = vec![Weekday::Sat, Weekday::Sun];
    // Tuesday A, Wednesday B, Thursday A, Friday B, Saturday A, Sunday B.
    assert_eq!(asked(&world, "2026-11-23"), ["squat"]);
}
