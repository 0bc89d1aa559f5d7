//! An operation that is put off. The plan counts from Monday 30 November 2026 and begins on the Thursday before.

use super::{Agenda, InForce, State, agenda, bouts_of_days, not_today, pain_asked};
use crate::plan::{
    AskPain, Counted, DayOff, DayOffThen, DayPattern, Growth, Pain, Prescription, Revision,
};
use crate::record::{BodySide, BoutKey, BoutPlace, Fact, OperationSaid, Outcome};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, record, revision,
};
use crate::time::{DayRef, Stretch, Weekday};

fn sheet() -> Revision {
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let mut breathing = line("breathing", &["morning", "evening"]);
    breathing.stretch = Stretch::Days { from: None, until: Some(DayRef::AfterSurgery(0)) };
    let after = |mut line: Prescription| {
        line.stretch = Stretch::Days { from: Some(DayRef::AfterSurgery(0)), until: None };
        line
    };
    let mut sheet = revision(vec![
        breathing,
        after(line("bridge", &["morning", "noon", "evening"])),
        after(any_time(line("walk", &[]), 2)),
        after(on_days(any_time(line("turn", &[]), 1), three)),
    ]);
    sheet.surgery.date = day("2026-11-30");
    sheet.starts = day("2026-11-26");
    sheet
}

fn world(now: &str) -> World {
    let mut world = World::new(sheet(), now);
    world.revisions[0].imported_at = instant("2026-11-25T10:00:00Z");
    world
}

fn said(at: &str, date: &str) -> OperationSaid {
    let at = instant(at);
    OperationSaid { at, on: crate::time::Day(at.date_naive()), date: day(date) }
}

fn on(world: &World, date: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(date))).unwrap()
}

/// Each bout of the day: line and state.
fn told(world: &World, date: &str) -> Vec<(String, State)> {
    on(world, date).items().map(|item| (item.bout.line.to_string(), item.state)).collect()
}

fn asks_for_nothing(world: &World, date: &str) -> bool {
    let agenda = on(world, date);
    let nothing = agenda.items().next().is_none() && agenda.weeks.is_empty();
    assert_eq!(nothing, agenda.is_put_off(), "{date}");
    nothing
}

#[test]
fn nothing_of_a_plan_is_begun_that_counts_from_a_day_on_which_nobody_operates() {
    // On the Friday before, the person said that it is a week later.
    let mut world = world("2026-11-27T12:00:00Z");
    let before = told(&world, "2026-11-29");
    world.operations = vec![said("2026-11-27T11:00:00Z", "2026-12-07")];
    // What the sheet has for the days before goes on up to the day that it counts from.
    assert_eq!(told(&world, "2026-11-29"), before);
    for date in ["2026-11-30", "2026-12-06", "2026-12-07", "2027-02-01"] {
        assert!(asks_for_nothing(&world, date), "{date}");
    }
    // Neither is its review due.
    world.revisions[0].revision.review = Some(day("2026-12-14"));
    assert_eq!(on(&world, "2026-12-20").review_was_due, None);
    let agenda = on(&world, "2026-11-29");
    let put_off = agenda.put_off.unwrap();
    assert_eq!((put_off.to, put_off.counts_from), (day("2026-12-07"), day("2026-11-30")));
    assert_eq!((put_off.next, agenda.is_put_off()), (None, false));
    // The days are counted from the person's day.
    assert_eq!((agenda.after_surgery, agenda.week), (-8, 0));
    // No day that was over knows of it.
    assert_eq!(on(&world, "2026-11-26").put_off, None);
    // Nor does a plan that counts from that day, or a later one.
    for date in ["2026-12-07", "2026-12-09"] {
        world.revisions[0].revision.surgery.date = day(date);
        assert_eq!(on(&world, date).put_off, None);
        assert!(!asks_for_nothing(&world, date));
    }
}

#[test]
fn what_was_over_or_done_when_it_was_said_stays() {
    // Two days after the day of the plan, at half past ten in Berlin, when the morning round is under way.
    let mut world = world("2026-12-02T19:30:00Z");
    let before = [told(&world, "2026-11-30"), told(&world, "2026-12-01")];
    let walk = BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "morning", "2026-12-02") };
    let turn = BoutKey { line: line("turn", &[]).id, ..walk.clone() };
    let work = Fact::Work { bout: turn, set: 1, side: BodySide::Both, repetitions: 0, seconds: 5 };
    world.records = vec![
        record(1, "2026-12-02T09:00:00Z", closed(walk, Outcome::Done)),
        record(2, "2026-12-02T09:10:00Z", work),
    ];
    world.operations = vec![said("2026-12-02T13:30:00Z", "2026-12-10")];
    assert_eq!([told(&world, "2026-11-30"), told(&world, "2026-12-01")], before);
    let state = |line: &str, state| (line.to_owned(), state);
    let expected = [
        state("bridge", State::NotReminded),
        state("walk", State::Done),
        state("turn", State::Partly { reason: None }),
    ];
    assert_eq!(told(&world, "2026-12-02"), expected);
    assert!(asks_for_nothing(&world, "2026-12-03"));
}

#[test]
fn a_word_counts_that_names_a_later_day_and_one_that_had_not_passed() {
    let mut world = world("2026-12-15T12:00:00Z");
    let holds = |world: &mut World, at: &str, date: &str| {
        world.operations = vec![said(at, date)];
        asks_for_nothing(world, "2026-12-15")
    };
    // Whoever mends a day of long ago, or says when it was, puts nothing off.
    assert!(!holds(&mut world, "2026-12-14T09:00:00Z", "2026-12-01"));
    assert!(!holds(&mut world, "2026-12-14T09:00:00Z", "2026-12-13"));
    assert!(holds(&mut world, "2026-12-14T09:00:00Z", "2026-12-14"));
    assert!(holds(&mut world, "2026-12-14T09:00:00Z", "2027-01-04"));
    // Whoever had put it off and says afterwards which day it was in the end does not begin the plan of the old day.
    world.operations = vec![
        said("2026-11-27T09:00:00Z", "2026-12-07"),
        said("2026-12-14T09:00:00Z", "2026-12-08"),
    ];
    assert!(asks_for_nothing(&world, "2026-12-15"));
    assert_eq!(on(&world, "2026-12-15").after_surgery, 7);
    // Nor does a day that was planned once, where the operation was sooner and the plan was taken in after that day.
    world.revisions[0].imported_at = instant("2026-12-08T10:00:00Z");
    assert!(!holds(&mut world, "2026-11-20T09:00:00Z", "2026-12-07"));
    assert!(holds(&mut world, "2026-11-20T09:00:00Z", "2026-12-09"));
    world.revisions[0].imported_at = instant("2026-11-25T10:00:00Z");
    // It goes on to count when that day has come: somebody has to write what is done after it.
    assert!(holds(&mut world, "2026-11-27T09:00:00Z", "2026-12-02"));
    for date in ["2026-11-30", "2026-11-20"] {
        assert!(!holds(&mut world, "2026-11-19T09:00:00Z", date));
    }
}

#[test]
fn the_last_word_holds_and_the_days_between_stay() {
    let mut world = world("2026-12-04T12:00:00Z");
    world.operations = vec![
        said("2026-11-27T11:00:00Z", "2026-12-07"),
        said("2026-12-04T11:00:00Z", "2026-11-30"),
    ];
    assert!(asks_for_nothing(&world, "2026-12-03"));
    // At noon of the Friday only the round whose window is over then was kept back.
    world.operations[1].at = instant("2026-12-04T13:00:00Z");
    world.now = instant("2026-12-04T14:00:00Z");
    let lines: Vec<String> = told(&world, "2026-12-04").into_iter().map(|told| told.0).collect();
    assert_eq!(lines, ["bridge", "bridge", "walk", "walk", "turn"]);
    assert_eq!(on(&world, "2026-12-04").put_off, None);
    // The week asks for its share.
    let week = |world: &World| on(world, "2026-12-04").weeks.remove(0);
    assert_eq!((week(&world).asked, week(&world).kept_back), (2, 0));
}

#[test]
fn a_newer_sheet_that_counts_from_the_new_day_ends_it() {
    let mut world = world("2026-12-01T09:00:00Z");
    world.operations = vec![said("2026-11-27T11:00:00Z", "2026-12-07")];
    let mut next = sheet();
    (next.number, next.starts, next.surgery.date) = (2, day("2026-12-07"), day("2026-12-07"));
    let imported_at = instant("2026-12-01T08:00:00Z");
    world.revisions.push(InForce { from: next.starts, revision: next, imported_at });
    assert!(asks_for_nothing(&world, "2026-12-06"));
    let next = on(&world, "2026-12-06").put_off.unwrap().next;
    assert_eq!(next, Some(day("2026-12-07")));
    let agenda = on(&world, "2026-12-07");
    assert_eq!((agenda.put_off, agenda.after_surgery), (None, 0));
    assert!(!asks_for_nothing(&world, "2026-12-07"));
    // One that counts from an earlier day than the person says does not.
    world.revisions[1].revision.surgery.date = day("2026-12-06");
    assert!(asks_for_nothing(&world, "2026-12-07"));
}

#[test]
fn meanwhile_no_dose_climbs_and_nothing_is_asked_beside_it() {
    let mut world = world("2026-12-08T07:00:00Z");
    let sheet = &mut world.revisions[0].revision;
    let from = DayRef::AfterSurgery(2);
    let key = Counted::Repetitions;
    sheet.lines[1].growth = Some(Growth { key, by: 2, every_days: 7, at_most: 40, from });
    sheet.pain = Some(Pain { as_written: None, ask: Some(AskPain::OnceADay), rules: Vec::new() });
    world.operations = vec![said("2026-12-01T11:00:00Z", "2026-12-14")];
    let today = on(&world, "2026-12-08");
    assert!(today.next_steps.is_empty() && today.in_words.is_empty());
    assert!(world.ask(|situation| pain_asked(situation, &today)).is_empty());
    assert!(world.ask(not_today).is_empty());
    let (from, through) = (day("2026-12-02"), day("2026-12-08"));
    let bouts = world.ask(|situation| {
        bouts_of_days(situation, from, through).map(|day| day.items.len()).sum::<usize>()
    });
    assert_eq!(bouts, 0);
    // It was on the day of the plan after all: the steps of the days between were not taken.
    world.operations.push(said("2026-12-08T06:00:00Z", "2026-11-30"));
    assert_eq!(on(&world, "2026-12-08").rounds[0].items[0].dose.repetitions, Some(10));
}

#[test]
fn no_next_day_is_promised_and_no_day_off_shifts_what_was_not_asked() {
    let mut world = world("2026-11-29T12:00:00Z");
    let every_other = DayPattern::EveryNDays { n: 2, from: day("2026-11-28") };
    let sheet = &mut world.revisions[0].revision;
    sheet.lines = vec![on_days(line("bridge", &["morning"]), every_other)];
    let next = |world: &World| world.ask(not_today).remove(0).next;
    assert_eq!(next(&world), Some(day("2026-11-30")));
    world.operations = vec![said("2026-11-27T11:00:00Z", "2026-12-07")];
    assert_eq!(next(&world), None);
    // Wednesday is off, and what it has comes on the day after; unless it had nothing.
    let sheet = &mut world.revisions[0].revision;
    sheet.lines =
        vec![on_days(line("bridge", &["noon"]), DayPattern::Weekdays(vec![Weekday::Wed]))];
    sheet.days_off = vec![DayOff {
        as_written: "Wednesdays: rest".to_owned(),
        weekdays: vec![Weekday::Wed],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Shift,
    }];
    world.operations.push(said("2026-12-03T06:00:00Z", "2026-11-30"));
    world.now = instant("2026-12-03T07:00:00Z");
    assert_eq!(told(&world, "2026-12-03"), []);
    world.operations.clear();
    assert_eq!(told(&world, "2026-12-03").len(), 1);
}
