//! The rules of a day, as sentences about somebody's week.

use super::{Agenda, AgendaItem, InWeek, NotAsked, State, WaitsFor, agenda};
use crate::ids::{ClearanceId, LineId, ProgrammeId, RoundId};
use crate::plan::{
    Advance, Bouts, Clearance, DayOff, DayOffThen, DayPattern, Dose, Frequency, MissedDose,
    Prescription, Programme, Revision, Side, Stage, StageBegins,
};
use crate::record::{BoutKey, BoutPlace, Fact, Outcome, Record};
use crate::safety::SafetyQuestion;
use crate::samples::{World, any_time, bout, closed, day, line, on_days, record, revision, wall};
use crate::time::{DayRef, Stretch, Weekday};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

/// The lines that a day asks for, each once, those that it leaves to choose in brackets.
fn asked(world: &World, on: &str) -> Vec<String> {
    let agenda = agenda_on(world, on);
    let mut names: Vec<String> = agenda
        .items()
        .map(|item| match item.state {
            State::Available => format!("({})", item.bout.line),
            _ => item.bout.line.to_string(),
        })
        .collect();
    names.dedup();
    names
}

/// The state of a line's bout in a round.
fn in_round<'a>(agenda: &'a Agenda, round: &str) -> &'a AgendaItem {
    let round = agenda.rounds.iter().find(|known| known.round.as_str() == round).unwrap();
    &round.items[0]
}

/// `line` was done at `at` on the day `on`, at any time of it.
fn done_any_time(id: u128, line: &str, on: &str, at: &str) -> Record {
    let place = BoutPlace::AnyTime(1);
    record(id, at, closed(BoutKey { place, ..bout(line, "morning", on) }, Outcome::Done))
}

fn three_a_week() -> Revision {
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: true };
    revision(vec![on_days(any_time(line("push-up", &[]), 1), three)])
}

#[test]
fn three_times_a_week_is_offered_until_the_days_run_out() {
    // Monday 16 November: nothing was done yet.
    let mut world = World::new(three_a_week(), "2026-11-16T10:00:00Z");
    assert_eq!(asked(&world, "2026-11-16"), ["(push-up)"]);
    assert_eq!(agenda_on(&world, "2026-11-16").weeks[0].today, InWeek::Available);
    // Done on Monday: not on Tuesday, and again from Wednesday.
    world.records = vec![done_any_time(1, "push-up", "2026-11-16", "2026-11-16T10:30:00Z")];
    world.now = crate::samples::instant("2026-11-17T10:00:00Z");
    assert_eq!(asked(&world, "2026-11-17"), [""; 0]);
    let week = &agenda_on(&world, "2026-11-17").weeks[0];
    assert_eq!((week.asked, week.done, week.today), (3, 1, InWeek::Resting));
    world.now = crate::samples::instant("2026-11-20T10:00:00Z");
    // Friday with one done: without today, two of two days with a day between no longer fit.
    assert_eq!(asked(&world, "2026-11-20"), ["push-up"]);
    // The days that went by without it owe nothing.
    assert_eq!(asked(&world, "2026-11-18"), [""; 0]);
    assert_eq!(asked(&world, "2026-11-16"), ["push-up"]);
}

#[test]
fn turns_follow_the_calendar_or_what_was_done() {
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
        days: DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Wed, Weekday::Fri]),
        advance: Advance::Calendar(day("2026-11-16")),
    }];
    let world = World::new(plan.clone(), "2026-11-16T10:00:00Z");
    for (on, expected) in [
        ("2026-11-16", vec!["bridge"]),
        ("2026-11-17", vec![]),
        ("2026-11-18", vec!["squat"]),
        ("2026-11-20", vec!["bridge"]),
        ("2026-11-23", vec!["squat"]),
    ] {
        assert_eq!(asked(&world, on), expected, "{on}");
    }
    plan.programmes[0].advance = Advance::Done;
    let mut world = World::new(plan, "2026-11-20T10:00:00Z");
    assert_eq!(asked(&world, "2026-11-20"), ["bridge"]);
    world.records = vec![done_any_time(1, "bridge", "2026-11-18", "2026-11-18T10:30:00Z")];
    assert_eq!(asked(&world, "2026-11-20"), ["squat"]);
    // What was done today does not change whose turn today is.
    world.records.push(done_any_time(2, "squat", "2026-11-20", "2026-11-20T09:30:00Z"));
    assert_eq!(asked(&world, "2026-11-20"), ["squat"]);
}

#[test]
fn every_two_hours_makes_rounds_by_the_clock_both_ends_included() {
    let mut pump = line("ankle-pump", &[]);
    let bouts = Bouts::EveryHours { hours: 2, between: Some((wall("08:00"), wall("20:00"))) };
    pump.frequency = Frequency::Due { days: DayPattern::EveryDay, bouts };
    let mut squeeze = pump.clone();
    squeeze.id = LineId::new("squeeze").unwrap();
    let plan = revision(vec![pump, squeeze, line("breathing", &["morning", "evening"])]);
    let world = World::new(plan, "2026-11-16T10:30:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    let clock: Vec<_> = agenda.rounds.iter().filter(|round| round.title.is_empty()).collect();
    let times: Vec<_> = clock.iter().map(|round| round.at.unwrap().to_string()).collect();
    assert_eq!(times, ["08:00", "10:00", "12:00", "14:00", "16:00", "18:00", "20:00"]);
    assert!(clock.iter().all(|round| round.items.len() == 2));
    assert_eq!(clock[1].round, RoundId::new("clock-1000").unwrap());
    assert_eq!(clock[1].ends, clock[2].starts);
    // 11:30 in Berlin: the round of ten is open, and the morning of the sheet is not cut by it.
    assert_eq!(clock[1].items[0].state, State::Due);
    assert_eq!(in_round(&agenda, "morning").state, State::Due);
}

/// Three rounds with a gap of three hours, and nothing after nine in the evening.
fn with_gap() -> Revision {
    let mut plan = revision(vec![line("brace", &["morning", "noon", "evening"])]);
    plan.missed_dose = MissedDose {
        as_written: Some("If you miss a round, leave it.".to_owned()),
        gap_minutes: Some(180),
        most_a_day: None,
        latest_start: Some(wall("21:00")),
        latest_ring: Some(wall("21:00")),
    };
    plan
}

#[test]
fn a_late_bout_moves_the_next_and_takes_away_one_that_no_longer_fits() {
    // Berlin is an hour ahead. Noon was done at 18:30, so that the evening may begin at 21:30: too late.
    let mut world = World::new(with_gap(), "2026-11-16T19:30:00Z");
    let noon = closed(bout("brace", "noon", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T17:30:00Z", noon.clone())];
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(in_round(&agenda, "evening").state, State::NotRequired);
    // At 17:15 it would have moved the evening by a quarter of an hour.
    world.records = vec![record(1, "2026-11-16T16:15:00Z", noon)];
    world.now = crate::samples::instant("2026-11-16T19:05:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(in_round(&agenda, "evening").state, State::Upcoming);
    assert_eq!(
        in_round(&agenda, "evening").not_before,
        Some(crate::samples::instant("2026-11-16T19:15:00Z"))
    );
    world.now = crate::samples::instant("2026-11-16T19:15:00Z");
    assert_eq!(in_round(&agenda_on(&world, "2026-11-16"), "evening").state, State::Due);
}

#[test]
fn what_was_missed_is_never_called_not_required() {
    let mut world = World::new(with_gap(), "2026-11-16T22:00:00Z");
    world.opened = vec![crate::record::Opened { day: day("2026-11-16"), at: world.now }];
    let agenda = agenda_on(&world, "2026-11-16");
    for round in ["morning", "noon", "evening"] {
        assert_eq!(in_round(&agenda, round).state, State::NotReminded, "{round}");
    }
    // After the latest start nothing is offered, and it may still be recorded.
    let evening = agenda.rounds.last().unwrap();
    assert_eq!(evening.ends, crate::samples::instant("2026-11-16T20:01:00Z"));
    let done = closed(bout("brace", "evening", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T21:30:00Z", done)];
    assert_eq!(in_round(&agenda_on(&world, "2026-11-16"), "evening").state, State::Done);
}

#[test]
fn what_was_entered_later_pushes_nothing() {
    let mut world = World::new(with_gap(), "2026-11-16T19:30:00Z");
    let noon = closed(bout("brace", "noon", "2026-11-16"), Outcome::Done);
    let mut late = record(1, "2026-11-16T19:20:00Z", noon);
    late.entered = crate::record::Entered::Later;
    world.records = vec![late];
    assert_eq!(in_round(&agenda_on(&world, "2026-11-16"), "evening").state, State::Due);
}

#[test]
fn the_cap_of_the_day_bounds_what_is_offered_and_not_what_is_recorded() {
    let mut plan = with_gap();
    plan.missed_dose.most_a_day = Some(1);
    plan.missed_dose.gap_minutes = None;
    let mut world = World::new(plan, "2026-11-16T19:30:00Z");
    let key = |round| closed(bout("brace", round, "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T08:00:00Z", key("morning"))];
    assert_eq!(in_round(&agenda_on(&world, "2026-11-16"), "evening").state, State::NotRequired);
    world.records.push(record(2, "2026-11-16T19:20:00Z", key("evening")));
    assert_eq!(in_round(&agenda_on(&world, "2026-11-16"), "evening").state, State::Done);
}

#[test]
fn as_needed_is_never_due_and_stops_at_its_cap() {
    let mut stretch = line("calf-stretch", &[]);
    stretch.frequency = Frequency::AsNeeded {
        when: "if the calf feels tight".to_owned(),
        most_a_day: Some(2),
        ask_first: None,
    };
    let mut world = World::new(revision(vec![stretch]), "2026-11-16T10:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(agenda.items().count(), 0);
    let next = |world: &World| {
        let agenda = agenda_on(world, "2026-11-16");
        let line = &agenda.as_needed[0];
        (line.recorded.len(), line.next.as_ref().map(|item| item.bout.place.clone()))
    };
    assert_eq!(next(&world), (0, Some(BoutPlace::AnyTime(1))));
    assert_eq!(agenda.as_needed[0].next.as_ref().unwrap().state, State::Available);
    world.records = vec![done_any_time(1, "calf-stretch", "2026-11-16", "2026-11-16T09:00:00Z")];
    assert_eq!(next(&world), (1, Some(BoutPlace::AnyTime(2))));
    let second =
        BoutKey { place: BoutPlace::AnyTime(2), ..bout("calf-stretch", "x", "2026-11-16") };
    world.records.push(record(2, "2026-11-16T09:30:00Z", closed(second, Outcome::Done)));
    assert_eq!(next(&world), (2, None));
    // What turned out not to have been done takes up none of them.
    world.records[1].fact = match world.records[1].fact.clone() {
        Fact::Bout { bout, note, .. } => Fact::Bout { bout, outcome: Outcome::SaidNotDone, note },
        other => other,
    };
    assert_eq!(next(&world), (2, Some(BoutPlace::AnyTime(3))));
}

#[test]
fn what_one_leg_needs_is_asked_about_first() {
    for (side, question) in [
        (Side::Both, None),
        (Side::Each, Some(SafetyQuestion::Calf)),
        (Side::Left, Some(SafetyQuestion::Calf)),
    ] {
        let mut stretch = Prescription { side, ..line("hamstring-stretch", &[]) };
        stretch.frequency = Frequency::AsNeeded {
            when: "if it feels tight".to_owned(),
            most_a_day: None,
            ask_first: None,
        };
        let world = World::new(revision(vec![stretch]), "2026-11-16T10:00:00Z");
        let offered = &agenda_on(&world, "2026-11-16").as_needed[0];
        assert_eq!(offered.safety_question, question, "{side:?}");
        assert_eq!(offered.next.as_ref().unwrap().safety_question, question, "{side:?}");
    }
    let due = Prescription { side: Side::Left, ..line("clam", &["morning"]) };
    let world = World::new(revision(vec![due]), "2026-11-16T10:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(in_round(&agenda, "morning").safety_question, None);
}

#[test]
fn sunday_is_off_but_for_the_walk_and_may_shift_to_monday() {
    let mut plan = revision(vec![
        any_time(line("bridge", &[]), 1),
        on_days(any_time(line("clam", &[]), 1), DayPattern::Weekdays(vec![Weekday::Sun])),
        any_time(line("walk", &[]), 1),
    ]);
    plan.days_off = vec![DayOff {
        as_written: "Sunday: nothing but the walk".to_owned(),
        weekdays: vec![Weekday::Sun],
        dates: Vec::new(),
        except: vec![LineId::new("walk").unwrap()],
        then: DayOffThen::Skip,
    }];
    let mut world = World::new(plan, "2026-11-16T10:00:00Z");
    assert_eq!(asked(&world, "2026-11-22"), ["walk"]);
    assert_eq!(asked(&world, "2026-11-23"), ["bridge", "walk"]);
    world.revisions[0].revision.days_off[0].then = DayOffThen::Shift;
    assert_eq!(asked(&world, "2026-11-22"), ["walk"]);
    assert_eq!(asked(&world, "2026-11-23"), ["bridge", "clam", "walk"]);
}

fn stage(begins: StageBegins, dose: Dose) -> Stage {
    Stage {
        as_written: Some("the next stage".to_owned()),
        begins,
        until: None,
        dose,
        side: None,
        frequency: None,
        replaces: Vec::new(),
    }
}

fn minutes(minutes: u16) -> Dose {
    Dose { minutes: Some(minutes), ..Dose::default() }
}

#[test]
fn stages_begin_on_their_day_and_the_last_stays() {
    let mut walk: Prescription = any_time(line("walk", &[]), 1);
    walk.dose = minutes(5);
    walk.stages = vec![
        stage(StageBegins::On(DayRef::AfterSurgery(14)), minutes(15)),
        stage(StageBegins::On(DayRef::AfterSurgery(28)), minutes(25)),
    ];
    let mut plan = revision(vec![walk]);
    plan.starts = day("2026-11-10");
    let world = World::new(plan, "2026-11-16T10:00:00Z");
    let walked = |on| agenda_on(&world, on).any_time[0].dose.minutes;
    assert_eq!(walked("2026-11-17"), Some(15));
    assert_eq!(walked("2026-11-30"), Some(25));
    assert_eq!(walked("2027-02-01"), Some(25));
}

#[test]
fn a_stage_that_waits_does_not_begin_by_itself_and_is_shown() {
    let mut bridge = any_time(line("bridge", &[]), 1);
    bridge.stages = vec![stage(StageBegins::WhenAgreed, Dose::default())];
    let world = World::new(revision(vec![bridge]), "2026-11-16T10:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(agenda.any_time.len(), 1);
    assert_eq!(agenda.in_words[0].why, NotAsked::StageWaits);
    assert_eq!(agenda.in_words[0].as_written, "the next stage");
}

#[test]
fn a_line_that_waits_for_an_ok_is_never_asked_for() {
    let mut raise = any_time(line("heel-raise", &[]), 1);
    raise.clearance = ClearanceId::new("nurse");
    raise.stretch = Stretch::Days { from: Some(DayRef::AfterSurgery(14)), until: None };
    let mut plan = revision(vec![raise]);
    plan.clearances = vec![Clearance {
        id: ClearanceId::new("nurse").unwrap(),
        as_written: "if the nurse agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    let world = World::new(plan, "2026-11-16T10:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(agenda.items().count(), 0);
    assert_eq!(agenda.in_words[0].why, NotAsked::WaitsForOk);
    let nurse = ClearanceId::new("nurse").unwrap();
    assert_eq!(agenda.in_words[0].waits_for, Some(WaitsFor::TeamsOk(nurse)));
}

#[test]
fn what_is_switched_off_is_nowhere_on_the_day() {
    let mut off = any_time(line("bridge", &[]), 1);
    off.off = true;
    let world = World::new(revision(vec![off]), "2026-11-16T10:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!((agenda.items().count(), agenda.in_words.len()), (0, 0));
}

#[test]
fn a_round_that_hangs_on_a_routine_lasts_all_day() {
    let mut plan = revision(vec![line("bridge", &["morning"])]);
    plan.rounds[0].at = None;
    plan.rounds[0].routine = Some("after breakfast".to_owned());
    let world = World::new(plan, "2026-11-16T22:00:00Z");
    let agenda = agenda_on(&world, "2026-11-16");
    assert_eq!(agenda.rounds[0].at, None);
    assert_eq!(agenda.rounds[0].items[0].state, State::Due);
    assert_eq!(agenda.next_round(world.now).map(|next| next.is_due), Some(true));
}

#[test]
fn whatever_is_recorded_at_the_gap_is_kept() {
    let mut world = World::new(with_gap(), "2026-11-16T08:30:00Z");
    let key = |round| closed(bout("brace", round, "2026-11-16"), Outcome::Done);
    let facts: Vec<Fact> = vec![key("morning"), key("noon"), key("evening")];
    world.records =
        (1..).zip(facts).map(|(n, fact)| record(n, "2026-11-16T08:00:00Z", fact)).collect();
    let agenda = agenda_on(&world, "2026-11-16");
    assert!(agenda.items().all(|item| item.state == State::Done));
}
