//! What the walker of the oracles found in what follows from pain: each with what the design says instead.

use super::pain_tests::{hurt, on, rule, said, stopped, times, world};
use super::{InWeek, State};
use crate::plan::{
    Bouts, DayPattern, Frequency, MissedDose, Pain, PainAction, PainLasts, PainTrigger, Part,
    Rounding,
};
use crate::record::{BoutKey, BoutPlace, Hurt, Outcome, PlanFact, SkipReason};
use crate::samples::{
    World, any_time, bout, closed, day, line, plan_record, record, revision, wall,
};
use crate::time::Span;

fn part(percent: u8) -> PainAction {
    PainAction::Part(Part { percent, rounding: Rounding::Down })
}

/// The bridge three times on 18 November, at any time. The first was done at nine; in the second it hurt at ten, and it
/// was left for that.
fn done_and_hurt(then: PainAction, lasts: PainLasts) -> World {
    let mut plan = revision(vec![any_time(line("bridge", &[]), 3)]);
    let rules = vec![rule(PainTrigger::Over(5), then, lasts)];
    plan.pain = Some(Pain { as_written: None, ask: None, rules });
    let mut world = World::new(plan, "2026-11-18T10:30:00Z");
    let of =
        |nth| BoutKey { place: BoutPlace::AnyTime(nth), ..bout("bridge", "morning", "2026-11-18") };
    let left = Outcome::Skipped { reason: SkipReason::Pain };
    world.records = vec![
        record(1, "2026-11-18T09:00:00Z", closed(of(1), Outcome::Done)),
        record(2, "2026-11-18T10:01:00Z", closed(of(2), left)),
    ];
    let hurt = Hurt { bout: Some(BoutPlace::AnyTime(2)), ..hurt(7) };
    world.plan_records = vec![said(7, "2026-11-18T10:00:00Z", hurt)];
    world
}

#[test]
fn what_was_done_before_it_hurt_uses_up_no_stop_and_no_other_dose() {
    let world = done_and_hurt(PainAction::Stop, PainLasts::NextTime);
    assert_eq!(["2026-11-18", "2026-11-19"].map(|at| stopped(&world, at)), ["..s", "..."]);
    let world = done_and_hurt(part(50), PainLasts::NextTime);
    assert_eq!(times(&world, "2026-11-18"), [10, 10, 5]);
}

#[test]
fn days_that_ask_for_nothing_use_up_no_stop() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::Bouts(3));
    let mut world = world(vec![over_five], "2026-11-21T05:00:00Z");
    let (from, through) = (day("2026-11-19"), Some(day("2026-11-20")));
    world.plan_records = vec![
        said(7, "2026-11-18T08:00:00Z", hurt(7)),
        plan_record(8, "2026-11-18T21:00:00Z", PlanFact::Pause { from, through, reason: None }),
        plan_record(9, "2026-11-21T04:00:00Z", PlanFact::Resumed { day: day("2026-11-21") }),
    ];
    // The bout in which it came is stopped, too, and counts for none; the pause between asked for nothing.
    assert_eq!(stopped(&world, "2026-11-18"), "sss");
    assert_eq!(stopped(&world, "2026-11-21"), "s..");
}

#[test]
fn a_lower_number_said_afterwards_makes_no_dose_larger() {
    let rules = vec![
        rule(PainTrigger::AtLeast(7), part(30), PainLasts::UntilTold),
        rule(PainTrigger::AtLeast(4), part(50), PainLasts::UntilTold),
    ];
    let mut world = world(rules, "2026-11-18T09:00:00Z");
    world.plan_records =
        vec![said(7, "2026-11-18T08:00:00Z", hurt(8)), said(8, "2026-11-18T08:30:00Z", hurt(4))];
    // The bout in which it came is as it was, although it is still open.
    assert_eq!(times(&world, "2026-11-18"), [10, 3, 3]);
}

#[test]
fn a_word_that_comes_after_the_latest_start_reaches_back_to_nothing() {
    let mut world = done_and_hurt(PainAction::Stop, PainLasts::UntilTold);
    world.revisions[0].revision.missed_dose =
        MissedDose { latest_start: Some(wall("20:00")), ..MissedDose::default() };
    world.now = "2026-11-19T09:00:00Z".parse().unwrap();
    let on_it = day("2026-11-18");
    let stop = world.plan_records[0].id;
    let spoken = PlanFact::SpokenTo { stop, who: None, said_on: on_it, from: None, day: on_it };
    world.plan_records.push(plan_record(8, "2026-11-18T21:00:00Z", spoken));
    assert_eq!(on(&world, "2026-11-18").any_time[2].state, State::Withheld);
    assert_eq!(stopped(&world, "2026-11-19"), "...");
}

#[test]
fn the_day_whose_first_bout_is_stopped_is_one_on_which_its_week_is_stopped_also_by_the_clock() {
    let mut bridge = line("bridge", &[]);
    bridge.frequency = Frequency::Due {
        days: DayPattern::TimesAWeek { times: 7, not_two_days_running: false },
        bouts: Bouts::EveryHours { hours: 6, between: Some((wall("08:00"), wall("20:00"))) },
    };
    let mut plan = revision(vec![bridge]);
    let rules = vec![rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::NextTime)];
    plan.pain = Some(Pain { as_written: None, ask: None, rules });
    let mut world = World::new(plan, "2026-11-19T20:00:00Z");
    // The last of that day was done.
    let done = closed(bout("bridge", "clock-2000", "2026-11-18"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T21:30:00Z", done)];
    world.plan_records = vec![said(7, "2026-11-18T22:00:00Z", Hurt { bout: None, ..hurt(7) })];
    assert_eq!(stopped(&world, "2026-11-19"), "s..");
    assert_eq!(on(&world, "2026-11-19").weeks[0].today, InWeek::Stopped);
    world.now = "2026-11-20T20:00:00Z".parse().unwrap();
    assert_eq!(stopped(&world, "2026-11-20"), "...");
    assert_eq!(on(&world, "2026-11-20").weeks[0].today, InWeek::Due);
}

#[test]
fn what_is_said_as_a_window_ends_reaches_the_next_one_alone() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut world = world(vec![over_five], "2026-11-18T20:00:00Z");
    let ends = on(&world, "2026-11-18").rounds[0].ends;
    for (later, expected) in [(0, ".ss"), (-1, "sss")] {
        let hurt = Hurt { bout: None, ..hurt(7) };
        let mut told = said(7, "2026-11-18T08:00:00Z", hurt);
        told.at = ends + Span::seconds(later);
        world.plan_records = vec![told];
        assert_eq!(stopped(&world, "2026-11-18"), expected, "{later}");
    }
}
