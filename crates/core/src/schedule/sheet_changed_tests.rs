//! A line that was stopped at a visit, on the day of the visit and around it.

use super::{Agenda, InForce, NotRequired, State, agenda};
use crate::ids::{ClearanceId, PlanId, RoundId};
use crate::plan::{
    Bouts, Clearance, DayOff, DayOffThen, DayPattern, Dose, Frequency, Kilograms, LimitUntil,
    Precaution, Prescription, Revision,
};
use crate::record::{BodySide, BoutKey, BoutPlace, Fact, Outcome};
use crate::safety::{Flag, LimitKind};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, record, revision, wall,
};
use crate::time::{DayRef, Stretch, Weekday};

/// A limit on twisting that holds until somebody of the team says otherwise.
fn limit(words: &str) -> Precaution {
    Precaution {
        as_written: words.to_owned(),
        source: None,
        kinds: vec![LimitKind::Twisting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }
}

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// Each bout of the day: line, state and why nothing asks for it.
fn told(world: &World, on: &str) -> Vec<(String, State, Option<NotRequired>)> {
    let agenda = agenda_on(world, on);
    let items = agenda.items();
    items.map(|item| (item.bout.line.to_string(), item.state, item.not_required)).collect()
}

fn whole() -> Vec<Prescription> {
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let mut heat = any_time(line("heat", &[]), 1);
    heat.frequency =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    vec![
        line("bridge", &["morning", "noon", "evening"]),
        line("squat", &["noon"]),
        any_time(line("walk", &[]), 1),
        on_days(any_time(line("turn", &[]), 1), three),
        heat,
    ]
}

/// A sheet that was taken in at 10:30 in Berlin, when the morning round had begun at eight.
fn next(lines: Vec<Prescription>, imported_at: &str, number: u32) -> InForce {
    let revision = Revision { number, ..revision(lines) };
    InForce { revision, from: day("2026-11-19"), imported_at: instant(imported_at) }
}

/// At the visit everything but the squat was stopped.
fn visit(now: &str) -> World {
    let mut world = World::new(revision(whole()), now);
    world.revisions.push(next(vec![line("squat", &["noon"])], "2026-11-18T09:30:00Z", 2));
    let done = closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T07:30:00Z", done)];
    world
}

#[test]
fn what_was_stopped_at_the_visit_is_not_asked_for_again_on_that_day() {
    let out = (State::NotRequired, Some(NotRequired::SheetChanged));
    let told_of = |line: &str, (state, why)| (line.to_owned(), state, why);
    let world = visit("2026-11-18T13:30:00Z");
    let expected = [
        told_of("bridge", (State::Done, None)),
        told_of("bridge", out),
        told_of("squat", (State::Due, None)),
        told_of("bridge", out),
        told_of("walk", out),
    ];
    assert_eq!(told(&world, "2026-11-18"), expected);
    let agenda = agenda_on(&world, "2026-11-18");
    assert_eq!(agenda.weeks, []);
    assert_eq!(agenda.as_needed[0].next, None);
    // Nothing of it is the next round, and the days around know nothing of this one.
    assert!(agenda_on(&world, "2026-11-17").items().all(|item| item.not_required.is_none()));
    assert_eq!(told(&world, "2026-11-19").len(), 1);
    // Before it was taken in, nobody knew.
    let before = visit("2026-11-18T09:29:00Z");
    assert!(told(&before, "2026-11-18").iter().all(|(_, _, why)| why.is_none()));
}

#[test]
fn what_was_over_when_the_sheet_came_stays_as_it_was() {
    // Nothing was done of the morning, whose window ended at two; the sheet came at three.
    let mut world = visit("2026-11-20T08:00:00Z");
    world.records.clear();
    world.revisions[1].imported_at = instant("2026-11-18T14:00:00Z");
    let states: Vec<State> = told(&world, "2026-11-18").into_iter().map(|told| told.1).collect();
    let (empty, out) = (State::NotReminded, State::NotRequired);
    assert_eq!(states, [empty, out, empty, out, out]);
}

#[test]
fn what_was_begun_of_it_stays_and_nobody_is_led_back() {
    let mut world = visit("2026-11-18T13:30:00Z");
    let key = bout("bridge", "noon", "2026-11-18");
    let work = Fact::Work { bout: key, set: 1, side: BodySide::Both, repetitions: 0, seconds: 5 };
    world.records.push(record(2, "2026-11-18T13:05:00Z", work));
    assert_eq!(told(&world, "2026-11-18")[1].1, State::Partly { reason: None });
    // What was done of it all the same is recorded.
    let walk = BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "morning", "2026-11-18") };
    world.records.push(record(3, "2026-11-18T13:20:00Z", closed(walk, Outcome::Done)));
    assert_eq!(told(&world, "2026-11-18")[4].1, State::Done);
}

#[test]
fn the_last_sheet_of_the_day_decides_and_one_for_a_later_day_does_not() {
    let mut world = visit("2026-11-18T13:30:00Z");
    world.revisions.push(next(whole(), "2026-11-18T10:00:00Z", 3));
    assert!(told(&world, "2026-11-18").iter().all(|(_, _, why)| why.is_none()));
    // Somebody who stops a line from next Monday on means next Monday.
    let mut later = visit("2026-11-18T13:30:00Z");
    later.revisions[1].revision.starts = day("2026-11-19");
    assert!(told(&later, "2026-11-18").iter().all(|(_, _, why)| why.is_none()));
    // On the day before, a sheet that was taken in two days ago changes nothing either.
    let mut chosen = visit("2026-11-18T13:30:00Z");
    chosen.revisions[1].imported_at = instant("2026-11-16T09:30:00Z");
    assert!(told(&chosen, "2026-11-18").iter().all(|(_, _, why)| why.is_none()));
}

#[test]
fn what_waits_for_an_ok_since_the_visit_or_has_ended_is_not_asked_for_again_on_that_day() {
    // The lines of the day for which nothing asks any more, with a newer sheet in which the squat was changed so.
    let out = |change: &dyn Fn(&mut Revision)| -> Vec<String> {
        let mut world = visit("2026-11-18T13:30:00Z");
        world.revisions[1] = next(whole(), "2026-11-18T09:30:00Z", 2);
        change(&mut world.revisions[1].revision);
        let told = told(&world, "2026-11-18").into_iter();
        told.filter(|told| told.2 == Some(NotRequired::SheetChanged)).map(|told| told.0).collect()
    };
    let days = |from: Option<&str>, until: Option<&str>| {
        let on = |of: &str| DayRef::On(day(of));
        Stretch::Days { from: from.map(on), until: until.map(on) }
    };
    let waits = |sheet: &mut Revision| {
        sheet.clearances = vec![Clearance {
            id: ClearanceId::new("surgeon").unwrap(),
            as_written: "not before the surgeon has agreed".to_owned(),
            from_whom: None,
            ask_on: None,
        }];
        sheet.lines[1].clearance = Some(sheet.clearances[0].id.clone());
    };
    assert_eq!(out(&|_| {}), [""; 0]);
    assert_eq!(out(&waits), ["squat"]);
    assert_eq!(out(&|sheet| sheet.lines[1].stretch = days(None, Some("2026-11-18"))), ["squat"]);
    assert_eq!(out(&|sheet| sheet.lines[1].stretch = days(Some("2026-12-01"), None)), ["squat"]);
    // Today is its last day; and what goes on tomorrow in another way goes on today as it was.
    assert_eq!(out(&|sheet| sheet.lines[1].stretch = days(None, Some("2026-11-19"))), [""; 0]);
    assert_eq!(out(&|sheet| sheet.lines[1].stretch = days(Some("2026-11-19"), None)), [""; 0]);
}

/// The bouts of the day that nothing asks for any more at 14:30, each with its place; `change` makes the newer sheet of the
/// present one.
fn out_by(present: Vec<Prescription>, change: &dyn Fn(&mut Revision)) -> Vec<(String, String)> {
    let mut world = World::new(revision(present.clone()), "2026-11-18T13:30:00Z");
    world.revisions.push(next(present, "2026-11-18T09:30:00Z", 2));
    change(&mut world.revisions[1].revision);
    let agenda = agenda_on(&world, "2026-11-18");
    let out = agenda.items().filter(|item| item.not_required == Some(NotRequired::SheetChanged));
    out.map(|item| {
        let place = match &item.bout.place {
            BoutPlace::Round(round) => round.to_string(),
            BoutPlace::AnyTime(nth) => nth.to_string(),
        };
        (item.bout.line.to_string(), place)
    })
    .collect()
}

#[test]
fn what_a_line_loses_in_rounds_and_times_is_not_asked_for_on_that_day() {
    let three = || vec![line("bridge", &["morning", "noon", "evening"])];
    let out = |frequency: &Frequency| -> Vec<String> {
        let change = |sheet: &mut Revision| sheet.lines[0].frequency = frequency.clone();
        out_by(three(), &change).into_iter().map(|(_, place)| place).collect()
    };
    let due = |days: &DayPattern, bouts: Bouts| Frequency::Due { days: days.clone(), bouts };
    let rounds = |names: &[&str]| {
        Bouts::InRounds(names.iter().map(|name| RoundId::new(name).unwrap()).collect())
    };
    let times = |times, most| Bouts::AnyTime { times, most, gap_minutes: None };
    let daily = DayPattern::EveryDay;
    let all = ["morning", "noon", "evening"];
    assert_eq!(out(&due(&daily, rounds(&all))), [""; 0]);
    assert_eq!(out(&due(&daily, rounds(&["morning"]))), ["noon", "evening"]);
    assert_eq!(out(&due(&daily, rounds(&["evening"]))), ["morning", "noon"]);
    // Rounds of other names, and times, are counted.
    assert_eq!(out(&due(&daily, rounds(&["night", "dawn"]))), ["evening"]);
    assert_eq!(out(&due(&daily, times(1, 2))), ["evening"]);
    let hours = |hours| Bouts::EveryHours { hours, between: Some((wall("08:00"), wall("20:00"))) };
    assert_eq!(out(&due(&daily, hours(12))), ["evening"]);
    assert_eq!(out(&due(&daily, hours(6))), [""; 0]);
    // Neither this Wednesday nor the first day of the sheet is one of its days.
    let monday = DayPattern::Weekdays(vec![Weekday::Mon]);
    assert_eq!(out(&due(&monday, rounds(&all))), all);
    let week = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    assert_eq!(out(&due(&week, rounds(&all))), [""; 0]);
    let if_sore =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    assert_eq!(out(&if_sore), all);
    assert_eq!(out(&Frequency::Technique), all);
}

#[test]
fn a_day_off_of_the_newer_sheet_is_one_from_the_visit_on() {
    let off = |sheet: &mut Revision| {
        sheet.days_off = vec![DayOff {
            as_written: "Wednesday is off".to_owned(),
            weekdays: vec![Weekday::Wed],
            dates: Vec::new(),
            except: Vec::new(),
            then: DayOffThen::Skip,
        }];
    };
    let out = out_by(vec![line("bridge", &["evening"])], &off);
    assert_eq!(out, [("bridge".to_owned(), "evening".to_owned())]);
}

#[test]
fn a_smaller_dose_of_the_newer_sheet_is_the_dose_of_what_is_to_come() {
    let doses = |times: u16| -> Vec<Option<u16>> {
        let present = vec![line("bridge", &["morning", "noon", "evening"])];
        let mut world = World::new(revision(present.clone()), "2026-11-18T13:30:00Z");
        world.revisions.push(next(present, "2026-11-18T09:30:00Z", 2));
        world.revisions[1].revision.lines[0].dose.repetitions = Some(times);
        let done = closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done);
        world.records = vec![record(1, "2026-11-18T07:30:00Z", done)];
        agenda_on(&world, "2026-11-18").items().map(|item| item.dose.repetitions).collect()
    };
    let usual = line("bridge", &[]).dose.repetitions.unwrap();
    assert_eq!(doses(usual - 3), [Some(usual), Some(usual - 3), Some(usual - 3)]);
    // More of it begins with the first day of the sheet.
    assert_eq!(doses(usual + 3), [Some(usual); 3]);
}

#[test]
fn of_a_sheet_under_another_name_the_limits_alone_act() {
    let mut squat = line("squat", &["noon"]);
    squat.flags = vec![Flag::Rotation];
    let other = |sheet: &mut Revision| {
        sheet.plan = PlanId::new("another").unwrap();
        sheet.number = 1;
        sheet.lines = vec![line("step-up", &["morning"])];
        sheet.precautions = vec![limit("no twisting")];
    };
    let out = out_by(vec![line("bridge", &["noon"]), squat], &other);
    assert_eq!(out, [("squat".to_owned(), "noon".to_owned())]);
}

#[test]
fn what_the_visit_stopped_stays_stopped_where_a_sheet_under_another_name_comes_after_it() {
    let mut world = visit("2026-11-18T13:30:00Z");
    let before = told(&world, "2026-11-18");
    let mut other = next(vec![line("step-up", &["morning"])], "2026-11-18T10:30:00Z", 1);
    other.revision.plan = PlanId::new("another").unwrap();
    world.revisions.push(other);
    assert_eq!(told(&world, "2026-11-18"), before);
}

#[test]
fn less_weight_is_taken_and_more_is_not_whatever_becomes_of_the_number() {
    let dose = |times: u16, kg: Option<f64>| Dose {
        repetitions: Some(times),
        load_kg: kg.map(Kilograms),
        ..Dose::default()
    };
    let today = |before: Dose, newer: Dose| {
        let of = |dose| vec![Prescription { dose, ..line("bridge", &["evening"]) }];
        let mut world = World::new(revision(of(before)), "2026-11-18T13:30:00Z");
        world.revisions.push(next(of(newer), "2026-11-18T09:30:00Z", 2));
        let dose = agenda_on(&world, "2026-11-18").items().next().unwrap().dose.clone();
        (dose.repetitions, dose.load_kg.map(|kg| kg.0))
    };
    assert_eq!(today(dose(12, Some(2.0)), dose(8, Some(5.0))), (Some(8), Some(2.0)));
    assert_eq!(today(dose(12, Some(5.0)), dose(12, Some(2.0))), (Some(12), Some(2.0)));
    assert_eq!(today(dose(12, Some(5.0)), dose(8, None)), (Some(8), Some(5.0)));
}

#[test]
fn a_limit_that_came_with_the_visit_holds_from_the_visit_on() {
    let mut world = visit("2026-11-18T13:30:00Z");
    let mut lines = whole();
    lines[1].flags = vec![Flag::Rotation];
    world.revisions[1] = next(lines, "2026-11-18T09:30:00Z", 2);
    world.revisions[1].revision.precautions = vec![limit("no twisting")];
    let told = told(&world, "2026-11-18");
    let out: Vec<&str> =
        told.iter().filter(|told| told.2.is_some()).map(|told| told.0.as_str()).collect();
    assert_eq!(out, ["squat"]);
}

#[test]
fn a_limit_of_the_newer_sheet_is_listed_on_the_day_that_it_acts() {
    let limits = |world: &World, on: &str| -> Vec<String> {
        agenda_on(world, on).precautions.into_iter().map(|limit| limit.as_written).collect()
    };
    let mut world = visit("2026-11-18T13:30:00Z");
    world.revisions[0].revision.precautions = vec![limit("Do not twist")];
    world.revisions[1].revision.precautions = vec![limit("Do not twist"), limit("No lifting")];
    assert_eq!(limits(&world, "2026-11-18"), ["Do not twist", "No lifting"]);
    assert_eq!(limits(&world, "2026-11-17"), ["Do not twist"]);
    world.revisions.truncate(1);
    assert_eq!(limits(&world, "2026-11-18"), ["Do not twist"]);
}

#[test]
fn what_a_day_off_shifts_is_asked_for_after_it_by_the_sheet_that_held_on_it() {
    let wednesday =
        |id| on_days(any_time(line(id, &[]), 1), DayPattern::Weekdays(vec![Weekday::Wed]));
    let (push, clam) = (wednesday("push"), wednesday("clam"));
    let off = DayOff {
        as_written: "Wednesday is off, do it on Thursday".to_owned(),
        weekdays: vec![Weekday::Wed],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Shift,
    };
    let with =
        |lines: Vec<Prescription>, days_off: Vec<DayOff>| Revision { days_off, ..revision(lines) };
    let asked = |world: &World, on| -> Vec<String> {
        told(world, on).into_iter().map(|(line, ..)| line).collect()
    };
    // The sheet from Thursday on has no day off any more, and not the clam.
    let first = with(vec![push.clone(), clam.clone()], vec![off.clone()]);
    let mut world = World::new(first, "2026-11-19T08:00:00Z");
    world.revisions.push(next(vec![push.clone()], "2026-11-18T17:00:00Z", 2));
    assert_eq!(asked(&world, "2026-11-18"), [""; 0]);
    assert_eq!(asked(&world, "2026-11-19"), ["push"]);
    // A day off that only the newer sheet has shifts nothing: on that day it was asked for.
    let mut world = World::new(with(vec![push.clone()], Vec::new()), "2026-11-19T08:00:00Z");
    world.revisions.push(next(vec![push, clam], "2026-11-18T17:00:00Z", 2));
    world.revisions[1].revision.days_off = vec![off];
    assert_eq!(asked(&world, "2026-11-18"), ["push"]);
    assert_eq!(asked(&world, "2026-11-19"), [""; 0]);
}

#[test]
fn what_a_day_off_shifted_to_the_day_of_the_visit_is_still_asked_for() {
    // On Tuesdays, which are off, and so on Wednesday. At the visit nothing of it was changed.
    let tuesday = on_days(line("bridge", &["evening"]), DayPattern::Weekdays(vec![Weekday::Tue]));
    let off = DayOff {
        as_written: "Tuesday is off, do it on Wednesday".to_owned(),
        weekdays: vec![Weekday::Tue],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Shift,
    };
    let mut world = World::new(revision(vec![tuesday.clone()]), "2026-11-18T13:30:00Z");
    world.revisions.push(next(vec![tuesday], "2026-11-18T09:30:00Z", 2));
    for known in &mut world.revisions {
        known.revision.days_off = vec![off.clone()];
    }
    assert_eq!(told(&world, "2026-11-18"), [("bridge".to_owned(), State::Upcoming, None)]);
    // Where the visit stopped it, it is not done once more.
    world.revisions[1].revision.lines[0].off = true;
    let out = (State::NotRequired, Some(NotRequired::SheetChanged));
    assert_eq!(told(&world, "2026-11-18"), [("bridge".to_owned(), out.0, out.1)]);
}
