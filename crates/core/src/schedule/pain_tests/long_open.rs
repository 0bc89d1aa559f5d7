//! Stops for so many bouts that are open for long: no age ends them.

use super::super::effects::Said;
use super::super::followed_since;
use super::{Hurt, hurt, on, rule, stopped, times, world};
use crate::ids::PlanId;
use crate::plan::{
    Bouts, DayPattern, Frequency, PainAction, PainLasts, PainTrigger, Part, Rounding,
};
use crate::record::{Outcome, PlanFact};
use crate::samples::{World, bout, closed, day, plan_record, record};
use crate::time::{DayRef, Stretch, Weekday};

/// A number of the bridge, of the day `of`, told at `at`.
fn told(of: &str, at: &str, lasts: PainLasts) -> World {
    let mut world = world(vec![rule(PainTrigger::Over(5), PainAction::Stop, lasts)], at);
    let plan = PlanId::new("sample").unwrap();
    let hurt = Hurt { bout: None, ..hurt(7) };
    let fact = PlanFact::Hurt { plan, revision: 1, day: day(of), hurt };
    world.plan_records = vec![plan_record(7, at, fact)];
    world
}

fn on_mondays(world: &mut World) {
    let bridge = &mut world.revisions[0].revision.lines[0];
    let Frequency::Due { bouts, .. } = bridge.frequency.clone() else { panic!("{bridge:?}") };
    let Bouts::InRounds(rounds) = bouts else { panic!("{bouts:?}") };
    let bouts = Bouts::InRounds(rounds[..1].to_vec());
    let days = DayPattern::Weekdays(vec![Weekday::Mon]);
    bridge.frequency = Frequency::Due { days, bouts };
}

/// What is stopped on `day`, in the middle of its morning.
fn at(world: &mut World, day: &str) -> String {
    world.now = format!("{day}T07:10:00Z").parse().unwrap();
    stopped(world, day)
}

/// Since when bouts are looked at on `day`.
fn since(world: &World, on: &str) -> Option<String> {
    world.ask(|situation| followed_since(situation, day(on), day(on))).map(|day| day.to_string())
}

#[test]
fn a_day_that_is_told_long_after_stops_the_next_bout_all_the_same() {
    let mut world = told("2026-11-17", "2026-12-14T19:10:00Z", PainLasts::NextTime);
    on_mondays(&mut world);
    // The fourteenth was a Monday; its bout was over by then.
    assert_eq!(at(&mut world, "2026-12-21"), "s");
    assert_eq!(on(&world, "2026-12-21").stops.len(), 1);
    assert_eq!(at(&mut world, "2026-12-28"), ".");
    assert_eq!(on(&world, "2026-12-28").stops, []);
    assert_eq!(stopped(&world, "2026-12-21"), "s", "looked back at");
}

#[test]
fn a_stop_for_so_many_bouts_waits_for_as_many_however_seldom_they_are() {
    let mut world = told("2026-11-18", "2026-11-18T08:00:00Z", PainLasts::Bouts(6));
    on_mondays(&mut world);
    let mondays = (0..9).map(|week| day("2026-11-23").plus(7 * week).to_string());
    let found: String = mondays.map(|monday| at(&mut world, &monday)).collect();
    assert_eq!(found, "ssssss...");
    world.now = "2026-12-28T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2026-12-28").as_deref(), Some("2026-11-18"));
    // Once the sheet has asked for six, no day before needs to be known.
    world.now = "2027-01-04T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2027-01-04"), None);
}

#[test]
fn a_pause_of_any_length_uses_no_stop_up() {
    let mut world = told("2026-11-18", "2026-11-18T19:10:00Z", PainLasts::NextTime);
    let (from, through) = (day("2026-11-18"), Some(day("2027-01-10")));
    let pause = PlanFact::Pause { from, through, reason: None };
    world.plan_records.push(plan_record(8, "2026-11-18T19:20:00Z", pause));
    let resumed = PlanFact::Resumed { day: day("2027-01-11") };
    world.plan_records.push(plan_record(9, "2027-01-11T06:00:00Z", resumed));
    assert_eq!(at(&mut world, "2027-01-11"), "s..");
    assert_eq!(since(&world, "2027-01-11").as_deref(), Some("2026-11-18"));
    assert_eq!(at(&mut world, "2027-01-12"), "...");
    // It is followed until the sheet has asked once more without a pause.
    world.now = "2027-02-01T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2027-02-01"), None);
}

#[test]
fn what_is_used_up_keeps_no_day_of_years_ago() {
    let mut world = told("2026-11-18", "2026-11-18T08:00:00Z", PainLasts::NextTime);
    world.now = "2026-12-01T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2026-12-01").as_deref(), Some("2026-11-18"));
    world.now = "2028-12-01T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2028-12-01"), None);
}

#[test]
fn what_was_done_in_a_pause_all_the_same_uses_up_what_is_for_the_next_time() {
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Up });
    let mut world = told("2026-11-18", "2026-11-18T19:10:00Z", PainLasts::NextTime);
    world.revisions[0].revision.pain.as_mut().unwrap().rules[0].then = half;
    let (from, through) = (day("2026-11-19"), Some(day("2026-11-24")));
    let pause = PlanFact::Pause { from, through, reason: None };
    world.plan_records.push(plan_record(8, "2026-11-18T19:20:00Z", pause));
    let resumed = PlanFact::Resumed { day: day("2026-11-25") };
    world.plan_records.push(plan_record(9, "2026-11-25T06:00:00Z", resumed));
    world.now = "2026-11-25T07:10:00Z".parse().unwrap();
    assert_eq!(times(&world, "2026-11-25")[0], 5);
    let done = closed(bout("bridge", "morning", "2026-11-20"), Outcome::Done);
    world.records = vec![record(1, "2026-11-20T07:10:00Z", done)];
    assert_eq!(times(&world, "2026-11-25")[0], 10);
}

#[test]
fn what_is_used_up_is_not_followed_for_ever_though_no_bout_comes_after_it() {
    let mut world = told("2026-11-18", "2026-11-18T08:00:00Z", PainLasts::NextTime);
    world.revisions[0].revision.lines[0].stretch =
        Stretch::Days { from: None, until: Some(DayRef::On(day("2026-11-25"))) };
    world.now = "2028-12-01T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2028-12-01"), None);
    // A way of moving has no next time.
    let mut world = told("2026-11-18", "2026-11-18T08:00:00Z", PainLasts::NextTime);
    world.revisions[0].revision.lines[0].frequency = Frequency::Technique;
    let number = Hurt { line: None, bout: None, ..hurt(7) };
    let (plan, on) = (PlanId::new("sample").unwrap(), day("2026-11-18"));
    let fact = PlanFact::Hurt { plan, revision: 1, day: on, hurt: number };
    world.plan_records = vec![plan_record(7, "2026-11-18T08:00:00Z", fact)];
    world.revisions[0].revision.lines.truncate(1);
    world.now = "2028-12-01T07:10:00Z".parse().unwrap();
    assert_eq!(since(&world, "2028-12-01"), None);
}

#[test]
fn what_was_over_by_a_word_is_left_out_and_known_again_where_somebody_looks_further_back() {
    let mut world = told("2026-11-18", "2026-11-18T08:00:00Z", PainLasts::Bouts(20));
    let (stop, date) = (world.plan_records[0].id, day("2026-11-20"));
    let spoken = PlanFact::SpokenTo { stop, who: None, said_on: date, from: None, day: date };
    world.plan_records.push(plan_record(8, "2026-11-20T08:00:00Z", spoken));
    world.now = "2027-02-01T07:10:00Z".parse().unwrap();
    let days = ["2027-02-01", "2026-11-19", "2027-02-01"].map(day);
    let found = world.ask(|situation| {
        let mut said = Said::default();
        let revision = &situation.revisions[0].revision;
        days.map(|day| !said.on(situation, revision, day).0.is_empty())
    });
    assert_eq!(found, [false, true, false]);
    // The word may be of three days later where somebody travels.
    assert_eq!(since(&world, "2026-11-23").as_deref(), Some("2026-11-18"));
    assert_eq!(since(&world, "2026-11-24"), None);
}
