//! What uses up a stop or another dose that holds for so many bouts, looked at on each of the days after.

use super::pain_tests::{hurt, on, rule, said};
use super::{Agenda, State};
use crate::plan::{
    Advance, DayPattern, Frequency, Pain, PainAction, PainLasts, PainTrigger, Part, Prescription,
    Rounding,
};
use crate::record::{BoutKey, BoutPlace, Hurt, Outcome, PlanFact, PlanRecord, SkipReason};
use crate::samples::{
    World, any_time, bout, closed, day, line, on_days, plan_record, programme, record, revision,
    turn,
};

pub(super) fn world(lines: Vec<Prescription>, then: PainAction, lasts: PainLasts) -> World {
    let mut plan = revision(lines);
    let rules = vec![rule(PainTrigger::Over(5), then, lasts)];
    plan.pain = Some(Pain { as_written: None, ask: None, rules });
    World::new(plan, "2026-11-16T10:00:00Z")
}

pub(super) fn at_noon(world: &mut World, date: &str) -> Agenda {
    world.now = format!("{date}T11:00:00Z").parse().unwrap();
    on(world, date)
}

/// The day of November.
fn of(nth: u32) -> String {
    format!("2026-11-{nth:02}")
}

pub(super) fn nth_of(on: &str, nth: u8) -> BoutKey {
    BoutKey { place: BoutPlace::AnyTime(nth), ..bout("bridge", "morning", on) }
}

pub(super) fn hurt_in(id: u128, at: &str, place: Option<BoutPlace>) -> PlanRecord {
    said(id, at, Hurt { bout: place, ..hurt(7) })
}

pub(super) fn needed() -> Frequency {
    Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None }
}

pub(super) fn half() -> PainAction {
    PainAction::Part(Part { percent: 50, rounding: Rounding::Down })
}

/// Three a week, not two days running: on Monday it hurt and was left.
fn left_on_monday(lasts: PainLasts, in_turn: bool) -> World {
    let days = DayPattern::TimesAWeek { times: 3, not_two_days_running: true };
    let own = if in_turn { turn("A") } else { days.clone() };
    let mut world =
        world(vec![on_days(any_time(line("bridge", &[]), 1), own)], PainAction::Stop, lasts);
    let mut programme = programme(days, Advance::Done);
    programme.turns = vec!["A".to_owned()];
    world.revisions[0].revision.programmes = in_turn.then_some(programme).into_iter().collect();
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    world.records = vec![record(1, "2026-11-16T09:01:00Z", closed(nth_of(&of(16), 1), skipped))];
    world.plan_records = vec![hurt_in(7, "2026-11-16T09:00:00Z", Some(BoutPlace::AnyTime(1)))];
    world
}

#[test]
fn a_day_on_which_the_week_asked_for_it_uses_up_a_stop_once_it_is_over() {
    for in_turn in [false, true] {
        for (lasts, held) in [(PainLasts::NextTime, 18), (PainLasts::Bouts(3), 20)] {
            let mut world = left_on_monday(lasts, in_turn);
            for nth in 17..=24 {
                let agenda = at_noon(&mut world, &of(nth));
                let is_held = nth <= held;
                let states: Vec<State> = agenda.any_time.iter().map(|item| item.state).collect();
                let is_withheld = states == [State::Withheld];
                assert_eq!(is_withheld, is_held, "{lasts:?}, {nth}, in turn {in_turn}: {states:?}");
                assert_eq!(agenda.stops.len(), usize::from(is_held), "{lasts:?}, {nth}");
            }
        }
    }
}

#[test]
fn a_word_that_came_later_changes_nothing_of_what_the_days_before_it_used_up() {
    for in_turn in [false, true] {
        let kept_back = |word: bool| {
            let mut world = left_on_monday(PainLasts::NextTime, in_turn);
            if word {
                let (stop, said_on) = (world.plan_records[0].id, day(&of(21)));
                let from = Some(day(&of(20)));
                let word = PlanFact::SpokenTo { stop, who: None, said_on, from, day: said_on };
                world.plan_records.push(plan_record(8, "2026-11-21T12:00:00Z", word));
            }
            world.now = "2026-11-24T11:00:00Z".parse().unwrap();
            on(&world, &of(20)).weeks[0].kept_back
        };
        assert_eq!(kept_back(true), kept_back(false), "in turn {in_turn}");
    }
}

#[test]
fn another_dose_of_what_is_done_when_it_is_needed_is_used_up_by_what_was_done() {
    for (lasts, halves) in [(PainLasts::NextTime, 1), (PainLasts::Bouts(2), 2)] {
        let mut bridge = line("bridge", &[]);
        bridge.frequency = needed();
        let mut world = world(vec![bridge], half(), lasts);
        world.plan_records = vec![hurt_in(7, "2026-11-16T09:00:00Z", Some(BoutPlace::AnyTime(1)))];
        let left = Outcome::Skipped { reason: SkipReason::Pain };
        world.records = vec![record(1, "2026-11-16T09:01:00Z", closed(nth_of(&of(16), 1), left))];
        let offered = |world: &mut World, date: &str| {
            let next = at_noon(world, date).as_needed[0].next.clone().unwrap();
            (next.bout, next.dose.repetitions, next.lighter.is_some())
        };
        for nth in 0..3 {
            let is_half = nth < halves;
            let expected = (Some(if is_half { 5 } else { 10 }), is_half);
            // On the same day, and on the days after.
            for date in [of(16), of(17), of(24)] {
                let (_, times, lighter) = offered(&mut world, &date);
                assert_eq!((times, lighter), expected, "{lasts:?}, {nth} done, on {date}");
            }
            let (bout, ..) = offered(&mut world, &of(16));
            let done = closed(bout, Outcome::Done);
            world.records.push(record(2 + nth, &format!("2026-11-16T10:0{nth}:00Z"), done));
        }
        // What was done at half was all of what was asked.
        let recorded = at_noon(&mut world, &of(16)).as_needed[0].recorded.clone();
        let doses: Vec<_> = recorded.iter().map(|item| item.dose.repetitions.unwrap()).collect();
        let expected: &[u16] = if halves == 1 { &[10, 5, 10, 10] } else { &[10, 5, 5, 10] };
        assert_eq!(doses, expected, "{lasts:?}");
    }
}
