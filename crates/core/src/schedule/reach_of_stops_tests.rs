//! Which bouts a stop reaches that is for so many of them: none of what was not there when it hurt, and of what is done
//! when it is needed all, until the team has spoken.

use super::pain_tests::{follows, hurt, said};
use super::used_up_tests::{at_noon, half, hurt_in, needed, nth_of, world};
use super::{Agenda, AgendaItem, PainOutcome, State, StopBecause};
use crate::ids::{ClearanceId, LineId, PlanId};
use crate::plan::{
    Clearance, Frequency, LimitUntil, PainAction, PainLasts, Precaution, Prescription,
};
use crate::record::{BoutPlace, ClearanceAnswer, Hurt, Outcome, PlanFact, PlanRecord, SkipReason};
use crate::safety::{Flag, LimitKind};
use crate::samples::{World, any_time, closed, day, line, plan_record, record, stage};
use crate::time::{DayRef, Stretch};

fn spoken_to(id: u128, at: &str) -> PlanRecord {
    let date = day(&at[..10]);
    let stop = plan_record(7, at, PlanFact::Resumed { day: date }).id;
    let fact = PlanFact::SpokenTo { stop, who: None, said_on: date, from: None, day: date };
    plan_record(id, at, fact)
}

/// The bridge in two ways: one from the beginning, and another from 7 December.
fn in_two_ways(first: Frequency, then: Frequency, said_at: &str) -> World {
    let mut bridge = any_time(line("bridge", &[]), 1);
    bridge.frequency = first;
    bridge.stages = vec![stage("2026-12-07", Some(then), &[])];
    let mut world = world(vec![bridge], PainAction::Stop, PainLasts::NextTime);
    world.plan_records = vec![hurt_in(7, said_at, None)];
    world
}

fn told(agenda: &Agenda) -> Vec<Option<u8>> {
    agenda.stops.iter().map(|stop| stop.bouts).collect()
}

#[test]
fn what_was_done_when_it_was_needed_as_it_hurt_waits_for_the_team_in_whichever_stage() {
    let due = any_time(line("bridge", &[]), 1).frequency;
    // It came to be needed only, and it will be asked for.
    let tapering = in_two_ways(due.clone(), needed(), "2026-12-10T09:00:00Z");
    let growing = in_two_ways(needed(), due, "2026-11-18T09:00:00Z");
    for (mut world, dates) in [
        (tapering, ["2026-12-10", "2026-12-20", "2027-01-20"]),
        (growing, ["2026-11-18", "2026-12-06", "2027-01-20"]),
    ] {
        for date in dates {
            let agenda = at_noon(&mut world, date);
            assert_eq!(told(&agenda), [None], "{date}");
            let offered = agenda.as_needed.iter().any(|needed| needed.next.is_some());
            let is_open = |item: &AgendaItem| item.state != State::Withheld;
            assert!(!offered && !agenda.any_time.iter().any(is_open), "{date}");
        }
        let last = dates[2];
        world.plan_records.push(spoken_to(8, &format!("{last}T10:00:00Z")));
        assert_eq!(told(&at_noon(&mut world, last)), []);
    }
}

#[test]
fn a_stop_that_nothing_can_use_up_any_more_waits_for_the_team_however_long() {
    let due = any_time(line("bridge", &[]), 1).frequency;
    // It hurt on the last evening before the line is only done when it is needed, by its own stage or by a newer sheet.
    let staged = in_two_ways(due.clone(), needed(), "2026-12-06T22:30:00Z");
    let mut by_sheet = in_two_ways(due.clone(), due, "2026-12-06T22:30:00Z");
    let mut next = by_sheet.revisions[0].clone();
    (next.revision.number, next.from) = (2, day("2026-12-07"));
    next.revision.lines[0].frequency = needed();
    next.revision.lines[0].stages.clear();
    by_sheet.revisions.push(next);
    for mut world in [staged, by_sheet] {
        let left = Outcome::Skipped { reason: SkipReason::Pain };
        let of_it = nth_of("2026-12-06", 1);
        world.plan_records = vec![hurt_in(7, "2026-12-06T22:30:00Z", Some(of_it.place.clone()))];
        let of_it = closed(of_it, left);
        world.records = vec![record(1, "2026-12-06T22:31:00Z", of_it)];
        for date in ["2026-12-07", "2026-12-20", "2027-01-03", "2027-01-04", "2027-02-20"] {
            let agenda = at_noon(&mut world, date);
            assert_eq!(told(&agenda), [None], "{date}");
            assert!(agenda.as_needed[0].next.is_none(), "{date}");
        }
        world.plan_records.push(spoken_to(8, "2027-02-20T10:30:00Z"));
        let agenda = at_noon(&mut world, "2027-02-20");
        assert_eq!((told(&agenda), agenda.as_needed[0].next.is_some()), (vec![], true));
    }
}

#[test]
fn what_was_used_up_before_the_line_was_only_needed_is_over() {
    let due = any_time(line("bridge", &[]), 1).frequency;
    let mut world = in_two_ways(due, needed(), "2026-12-01T09:00:00Z");
    for date in ["2026-12-02", "2026-12-08", "2027-01-20"] {
        let agenda = at_noon(&mut world, date);
        let offered = agenda.as_needed.iter().all(|needed| needed.next.is_some());
        assert_eq!((told(&agenda), offered), (vec![], true), "{date}");
    }
}

/// A number of no exercise on 18 November, and a sheet from 1 December.
fn a_number_before_a_newer_sheet(then: PainAction, newer: Prescription) -> World {
    let mut world = world(vec![line("bridge", &["morning"])], then, PainLasts::NextTime);
    world.plan_records =
        vec![said(7, "2026-11-18T22:50:00Z", Hurt { line: None, bout: None, ..hurt(7) })];
    let mut next = world.revisions[0].clone();
    (next.revision.number, next.from) = (2, day("2026-12-01"));
    next.revision.lines.push(newer);
    world.revisions.push(next);
    world
}

#[test]
fn a_number_of_no_exercise_stops_and_lessens_no_bout_of_a_line_that_was_not_there_yet() {
    let clam = || line("clam", &["noon"]);
    let needed_only = Prescription { frequency: needed(), ..clam() };
    for then in [PainAction::Stop, half()] {
        for newer in [clam(), needed_only.clone()] {
            let mut world = a_number_before_a_newer_sheet(then.clone(), newer);
            for nth in 1..4 {
                let agenda = at_noon(&mut world, &format!("2026-12-{nth:02}"));
                let needed = agenda.as_needed.iter().map(|needed| needed.next.as_ref());
                let items = agenda.items().filter(|item| item.title == "clam").map(Some);
                let of_it: Vec<_> = items.chain(needed).collect();
                let is_whole = |item: Option<&AgendaItem>| {
                    item.is_some_and(|item| {
                        item.state != State::Withheld && item.dose.repetitions == Some(10)
                    })
                };
                assert!(of_it.len() == 1 && of_it.into_iter().all(is_whole), "{then:?}, {nth}");
                assert_eq!(told(&agenda), []);
            }
        }
    }
}

#[test]
fn neither_what_was_off_nor_what_had_no_day_yet_is_stopped_by_a_number_of_no_exercise() {
    for what in ["off", "later", "waits", "locked", "replaced", "moved"] {
        let mut world = a_number_before_a_newer_sheet(PainAction::Stop, line("clam", &["noon"]));
        world.revisions.pop();
        let revision = &mut world.revisions[0].revision;
        revision.clearances = vec![Clearance {
            id: ClearanceId::new("nurse").unwrap(),
            as_written: "if the nurse agrees".to_owned(),
            from_whom: None,
            ask_on: None,
        }];
        let mut clam = line("clam", &["noon"]);
        match what {
            "off" => clam.off = true,
            "later" => {
                clam.stretch =
                    Stretch::Days { from: Some(DayRef::On(day("2026-12-01"))), until: None }
            }
            "waits" => clam.clearance = ClearanceId::new("nurse"),
            "locked" => {
                clam.flags = vec![Flag::Rotation];
                revision.precautions = vec![no_twisting()];
            }
            "replaced" => {
                let stages = [("2026-11-16", &["clam"][..]), ("2026-12-01", &[])];
                let stages = stages.map(|(from, replaces)| stage(from, None, replaces));
                revision.lines[0].stages = stages.to_vec();
            }
            _ => {
                clam.stages = vec![stage("2026-12-01", Some(clam.frequency), &[])];
                clam.frequency = Frequency::Technique;
            }
        }
        revision.lines.push(clam);
        if what == "off" {
            let mut next = world.revisions[0].clone();
            (next.revision.number, next.from) = (2, day("2026-12-01"));
            next.revision.lines[1].off = false;
            world.revisions.push(next);
        }
        if matches!(what, "waits" | "locked") {
            let on = day("2026-12-01");
            let fact = PlanFact::Clearance {
                plan: PlanId::new("sample").unwrap(),
                revision: 1,
                clearance: ClearanceId::new("nurse").unwrap(),
                answer: ClearanceAnswer::Yes,
                who: None,
                how: None,
                said_on: on,
                day: on,
            };
            world.plan_records.push(plan_record(9, "2026-12-01T05:00:00Z", fact));
        }
        let agenda = at_noon(&mut world, "2026-12-01");
        let states = agenda.items().filter(|item| item.title == "clam").map(|item| item.state);
        assert_eq!(states.collect::<Vec<_>>(), [State::Upcoming], "{what}");
        assert_eq!(told(&agenda), [], "{what}");
    }
}

fn no_twisting() -> Precaution {
    Precaution {
        as_written: "no twisting".to_owned(),
        source: None,
        kinds: vec![LimitKind::Twisting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { clearance: ClearanceId::new("nurse"), ..LimitUntil::default() },
    }
}

#[test]
fn a_line_whose_place_another_was_kept_back_from_taking_has_its_part_in_a_number_of_no_exercise() {
    let mut world = world(vec![line("bridge", &["noon"])], PainAction::Stop, PainLasts::NextTime);
    let revision = &mut world.revisions[0].revision;
    let mut clam = line("clam", &["noon"]);
    clam.stages = vec![stage("2026-11-18", None, &["bridge"])];
    // Each may stand in the place of the other.
    revision.lines[0].stages = vec![stage("2026-11-18", None, &["clam"])];
    revision.lines.push(clam);
    let number = |id, at: &str, spreading| {
        said(id, at, Hurt { line: None, bout: None, spreading, ..hurt(7) })
    };
    world.plan_records = vec![number(7, "2026-11-18T10:00:00Z", false)];
    let stopped = |world: &mut World| {
        let agenda = at_noon(world, "2026-11-18");
        let lines = agenda.stops.iter().filter(|stop| stop.because == StopBecause::Rule);
        lines.flat_map(|stop| &stop.lines).map(|line| line.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(stopped(&mut world), [""; 0], "each stands in the place of the other");
    // All of it was stopped when the stages were to begin: neither did.
    let of_all = number(6, "2026-11-17T12:00:00Z", true);
    world.plan_records.insert(0, of_all);
    assert_eq!(stopped(&mut world), ["bridge", "clam"]);
}

#[test]
fn an_exercise_that_is_stopped_until_the_team_has_spoken_is_stopped_in_another_plan_too() {
    // With an exercise, with none of them, and with one that was done when it was needed, which waits however long it is for.
    for (lasts, is_of_all, is_needed, reaches) in [
        (PainLasts::UntilTold, false, false, true),
        (PainLasts::UntilTold, true, false, true),
        (PainLasts::NextTime, false, true, true),
        (PainLasts::NextTime, false, false, false),
    ] {
        let mut world = world(
            vec![any_time(line("bridge", &[]), 1), any_time(line("clam", &[]), 1)],
            PainAction::Stop,
            lasts,
        );
        if is_needed {
            world.revisions[0].revision.lines[0].frequency = needed();
        }
        let of_bridge = hurt_in(7, "2026-11-18T09:00:00Z", Some(BoutPlace::AnyTime(1)));
        let of_none = said(7, "2026-11-18T09:00:00Z", Hurt { line: None, ..hurt(7) });
        world.plan_records = vec![if is_of_all { of_none } else { of_bridge }];
        let mut other = world.revisions[0].clone();
        other.from = day("2026-11-19");
        other.revision.plan = PlanId::new("other").unwrap();
        other.revision.lines[0].id = LineId::new("number-one").unwrap();
        other.revision.lines[0].frequency = any_time(line("bridge", &[]), 1).frequency;
        other.revision.pain = None;
        world.revisions.push(other);
        let agenda = at_noon(&mut world, "2026-11-25");
        let states: Vec<State> = agenda.any_time.iter().map(|item| item.state).collect();
        let of_it = if reaches { State::Withheld } else { State::Due };
        let of_other = if is_of_all { State::Withheld } else { State::Due };
        assert_eq!(states, [of_it, of_other], "{lasts:?}");
        assert_eq!(agenda.stops.is_empty(), !reaches);
        // Told of that day only now, it is said to stop what it stops.
        let told_then = std::mem::take(&mut world.plan_records);
        let PlanFact::Hurt { hurt, day, .. } = &told_then[0].fact else { panic!("it hurt") };
        let outcome = match (reaches, is_of_all) {
            (false, _) => PainOutcome::NothingWritten,
            (true, false) => PainOutcome::StopExercise,
            (true, true) => PainOutcome::StopSome,
        };
        assert_eq!(follows(&world, hurt, *day).outcome, outcome, "{lasts:?}");
        world.plan_records = told_then;
        world.plan_records.push(spoken_to(8, "2026-11-25T10:00:00Z"));
        assert_eq!(told(&at_noon(&mut world, "2026-11-25")), []);
    }
}
