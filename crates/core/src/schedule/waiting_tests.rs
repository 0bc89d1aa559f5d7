//! What waits for the team or for the person, as sentences about somebody's weeks.

use super::{Agenda, NotAsked, State, WaitsFor, agenda};
use crate::ids::{ClearanceId, LineId, PhaseId, PlanId};
use crate::plan::{
    BadDay, Clearance, DayPattern, Dose, Frequency, LimitUntil, Minimum, Phase, Precaution,
    Revision, Stage, StageBegins,
};
use crate::record::{BoutKey, BoutPlace, ClearanceAnswer, Outcome, PlanFact, PlanRecord};
use crate::safety::LimitKind;
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, record, revision,
};
use crate::time::{DayRef, Stretch, Weekday, WeeksCounted};

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

fn asked(world: &World, on: &str) -> Vec<String> {
    let agenda = agenda_on(world, on);
    agenda.items().map(|item| item.bout.line.to_string()).collect()
}

fn states(world: &World, on: &str) -> Vec<State> {
    agenda_on(world, on).items().map(|item| item.state).collect()
}

fn surgeon() -> ClearanceId {
    ClearanceId::new("surgeon").unwrap()
}

fn with_clearance(mut plan: Revision) -> Revision {
    plan.clearances = vec![Clearance {
        id: surgeon(),
        as_written: "if the surgeon agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    plan
}

pub(super) fn said(id: u128, answer: ClearanceAnswer, on: &str) -> PlanRecord {
    let fact = PlanFact::Clearance {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        clearance: surgeon(),
        answer,
        who: None,
        how: None,
        said_on: day(on),
        day: day(on),
    };
    plan_record(id, &format!("{on}T09:00:00Z"), fact)
}

/// Weeks 3 and 4, then a second phase that needs the surgeon's OK.
pub(super) fn two_phases() -> Revision {
    let phase = |id: &str, from, until, clearance| Phase {
        id: PhaseId::new(id).unwrap(),
        title: id.to_owned(),
        stretch: Stretch::Days { from: Some(DayRef::AfterSurgery(from)), until },
        clearance,
    };
    let mut early = any_time(line("early", &[]), 1);
    early.phase = PhaseId::new("first");
    early.dose = Dose { minutes: Some(5), ..Dose::default() };
    let step = |from| Stage {
        as_written: None,
        begins: StageBegins::On(DayRef::AfterSurgery(from)),
        until: None,
        dose: Dose { minutes: u16::try_from(from).ok(), ..Dose::default() },
        side: None,
        frequency: None,
        replaces: Vec::new(),
    };
    early.stages = vec![step(20), step(30)];
    let mut late = any_time(line("late", &[]), 1);
    late.phase = PhaseId::new("second");
    let mut plan = with_clearance(revision(vec![early, late]));
    plan.phases = vec![
        phase("first", 14, Some(DayRef::AfterSurgery(28)), None),
        phase("second", 28, None, Some(surgeon())),
    ];
    plan
}

#[test]
fn a_phase_without_its_ok_does_not_begin_and_the_present_one_goes_on() {
    // The second phase would begin on day 28, 30 November.
    let mut world = World::new(two_phases(), "2026-12-10T10:00:00Z");
    assert_eq!(asked(&world, "2026-11-29"), ["early"]);
    assert_eq!(asked(&world, "2026-12-05"), ["early"]);
    assert_eq!(agenda_on(&world, "2026-12-05").in_words[0].why, NotAsked::WaitsForOk);
    // Its dated steps stop at its last day: the step of day 30 was never of this phase.
    assert_eq!(agenda_on(&world, "2026-12-05").any_time[0].dose.minutes, Some(20));
    for answer in [ClearanceAnswer::NotYet, ClearanceAnswer::No] {
        world.plan_records = vec![said(1, answer, "2026-12-01")];
        assert_eq!(asked(&world, "2026-12-05"), ["early"], "{answer:?}");
    }
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-12-03")];
    assert_eq!(asked(&world, "2026-12-02"), ["early"]);
    assert_eq!(asked(&world, "2026-12-03"), ["late"]);
}

#[test]
fn an_ok_stays_when_only_its_day_or_its_person_was_changed() {
    let mut world = World::new(two_phases(), "2026-12-10T10:00:00Z");
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-12-03")];
    let mut next = two_phases();
    next.number = 2;
    next.clearances[0].ask_on = Some(day("2026-12-20"));
    next.clearances[0].from_whom = Some("ward clerk".to_owned());
    let imported_at = instant("2026-12-05T08:00:00Z");
    world.revisions.push(super::InForce { from: day("2026-12-05"), revision: next, imported_at });
    assert_eq!(asked(&world, "2026-12-06"), ["late"]);
    // Other words are another OK.
    world.revisions[1].revision.clearances[0].as_written = "if the scan is clear".to_owned();
    assert_eq!(asked(&world, "2026-12-06"), ["early"]);
}

#[test]
fn an_ok_that_comes_early_does_not_bring_the_phase_forward() {
    let mut world = World::new(two_phases(), "2026-11-20T10:00:00Z");
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-11-18")];
    assert_eq!(asked(&world, "2026-11-20"), ["early"]);
    assert_eq!(asked(&world, "2026-11-30"), ["late"]);
}

#[test]
fn a_stage_begins_when_the_person_agreed_or_the_team_did() {
    let mut bridge = any_time(line("bridge", &[]), 1);
    let stage = |begins, repetitions| Stage {
        as_written: None,
        begins,
        until: None,
        dose: Dose { repetitions: Some(repetitions), ..Dose::default() },
        side: None,
        frequency: None,
        replaces: vec![LineId::new("squat").unwrap()],
    };
    bridge.stages = vec![
        stage(StageBegins::WhenAgreed, 12),
        stage(StageBegins::WithClearance { clearance: surgeon(), from: None }, 15),
    ];
    let squat = any_time(line("squat", &[]), 1);
    let mut world =
        World::new(with_clearance(revision(vec![bridge, squat])), "2026-11-20T10:00:00Z");
    let waits = |world: &World, on| {
        let shown = agenda_on(world, on).in_words;
        shown.into_iter().map(|words| (words.why, words.waits_for)).collect::<Vec<_>>()
    };
    let yes = Some(WaitsFor::PersonsYes { stage: 1 });
    let both = [yes, Some(WaitsFor::TeamsOk(surgeon()))];
    assert_eq!(waits(&world, "2026-11-20"), both.clone().map(|what| (NotAsked::StageWaits, what)));
    // The OK of the second stage does not jump over the first.
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-11-17")];
    let repetitions = |world: &World, on| agenda_on(world, on).any_time[0].dose.repetitions;
    assert_eq!(repetitions(&world, "2026-11-20"), Some(10));
    assert_eq!(asked(&world, "2026-11-20"), ["bridge", "squat"]);
    assert_eq!(waits(&world, "2026-11-20"), [(NotAsked::StageWaits, both[0].clone())]);
    let agreed = PlanFact::StageAgreed {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        line: LineId::new("bridge").unwrap(),
        stage: 1,
        day: day("2026-11-19"),
    };
    world.plan_records.push(plan_record(2, "2026-11-18T20:00:00Z", agreed));
    assert_eq!(repetitions(&world, "2026-11-18"), Some(10));
    assert_eq!(repetitions(&world, "2026-11-19"), Some(15));
    assert_eq!(asked(&world, "2026-11-19"), ["bridge"]);
    // Nobody is asked again what was answered.
    assert_eq!(waits(&world, "2026-11-19"), []);
}

#[test]
fn a_stage_without_a_change_keeps_one_for_the_person_from_being_asked_about_before_its_day() {
    // "From week 4, when you feel ready": week 4 begins on day 21, the 23rd of November.
    let mut bridge = any_time(line("bridge", &[]), 1);
    let stage = |begins, repetitions| Stage {
        as_written: None,
        begins,
        until: None,
        dose: Dose { repetitions, ..Dose::default() },
        side: None,
        frequency: None,
        replaces: Vec::new(),
    };
    bridge.stages =
        vec![stage(StageBegins::InWeek(4), None), stage(StageBegins::WhenAgreed, Some(15))];
    let world = World::new(revision(vec![bridge]), "2026-11-30T10:00:00Z");
    let may_agree = |on| {
        let shown = agenda_on(&world, on).in_words;
        shown.into_iter().any(|words| words.waits_for == Some(WaitsFor::PersonsYes { stage: 2 }))
    };
    assert!(!may_agree("2026-11-22"));
    assert!(may_agree("2026-11-23"));
    assert_eq!(agenda_on(&world, "2026-11-23").any_time[0].dose.repetitions, Some(10));
}

fn limit(until: LimitUntil) -> Precaution {
    Precaution {
        as_written: "no lifting".to_owned(),
        source: None,
        kinds: vec![LimitKind::Lifting],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until,
    }
}

#[test]
fn a_precaution_never_lapses_by_silence() {
    let review = DayRef::On(day("2026-12-14"));
    let dated = LimitUntil { day: Some(review), ..LimitUntil::default() };
    let gated = LimitUntil { clearance: Some(surgeon()), ..dated.clone() };
    let open = LimitUntil { told_otherwise: true, ..LimitUntil::default() };
    for until in [dated.clone(), gated.clone(), open.clone()] {
        let mut plan = with_clearance(revision(vec![line("bridge", &["morning"])]));
        plan.precautions = vec![limit(until)];
        let mut world = World::new(plan, "2027-03-01T10:00:00Z");
        for on in ["2026-12-13", "2026-12-14", "2027-03-01"] {
            assert_eq!(agenda_on(&world, on).precautions.len(), 1, "{on}");
        }
        // Somebody of the team said that it is over.
        let over = PlanFact::LimitOver {
            plan: PlanId::new("sample").unwrap(),
            revision: 1,
            limit: "no lifting".to_owned(),
            who: Some("surgeon".to_owned()),
            said_on: day("2026-12-20"),
            day: day("2026-12-20"),
        };
        world.plan_records = vec![plan_record(1, "2026-12-20T10:00:00Z", over)];
        assert_eq!(agenda_on(&world, "2026-12-19").precautions.len(), 1);
        assert_eq!(agenda_on(&world, "2026-12-20").precautions.len(), 0);
    }
    let mut plan = with_clearance(revision(vec![line("bridge", &["morning"])]));
    plan.precautions = vec![limit(gated)];
    let mut world = World::new(plan, "2027-03-01T10:00:00Z");
    // An OK before the day does not end it before the day.
    world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-12-01")];
    assert_eq!(agenda_on(&world, "2026-12-13").precautions.len(), 1);
    assert_eq!(agenda_on(&world, "2026-12-14").precautions.len(), 0);
}

#[test]
fn a_pause_asks_for_nothing_until_the_person_goes_on() {
    let mut world = World::new(
        revision(vec![line("bridge", &["morning"]), any_time(line("walk", &[]), 1)]),
        "2026-11-20T10:00:00Z",
    );
    let pause =
        PlanFact::Pause { from: day("2026-11-17"), through: Some(day("2026-11-18")), reason: None };
    world.plan_records = vec![plan_record(1, "2026-11-17T06:00:00Z", pause)];
    let done = closed(bout("bridge", "morning", "2026-11-17"), Outcome::Done);
    world.records = vec![record(1, "2026-11-17T08:00:00Z", done)];
    // What was done in spite of it stays done.
    assert_eq!(states(&world, "2026-11-17"), [State::Done, State::Paused]);
    assert_eq!(states(&world, "2026-11-20"), [State::Paused, State::Paused]);
    assert!(agenda_on(&world, "2026-11-20").pause.unwrap().is_waiting);
    let goes_on = PlanFact::Resumed { day: day("2026-11-20") };
    world.plan_records.push(plan_record(2, "2026-11-20T09:00:00Z", goes_on));
    assert_eq!(states(&world, "2026-11-20"), [State::Due, State::Due]);
    assert_eq!(states(&world, "2026-11-19"), [State::Paused, State::Paused]);
    // Weeks after surgery go on.
    assert_eq!(agenda_on(&world, "2026-11-20").after_surgery, 18);
}

/// A bad day at noon in Berlin: the sheet asks for one bout of the brace and one walk.
fn bad_day(with_minimum: bool) -> World {
    let mut plan = revision(vec![
        line("brace", &["morning", "noon", "evening"]),
        line("bridge", &["noon"]),
        any_time(line("walk", &[]), 3),
    ]);
    let least = |line: &str| Minimum { line: LineId::new(line).unwrap(), bouts: 1 };
    let minimum = if with_minimum { vec![least("brace"), least("walk")] } else { Vec::new() };
    plan.bad_day = Some(BadDay { as_written: "Do number 1 and one walk.".to_owned(), minimum });
    let mut world = World::new(plan, "2026-11-16T11:30:00Z");
    let fact = PlanFact::BadDay { day: day("2026-11-16") };
    world.plan_records = vec![plan_record(1, "2026-11-16T11:00:00Z", fact)];
    world
}

#[test]
fn a_bad_day_asks_for_the_minimum_of_the_sheet_and_no_more() {
    let mut world = bad_day(true);
    let not_required = |world: &World| {
        states(world, "2026-11-16").iter().filter(|s| **s == State::NotRequired).count()
    };
    // Three of the brace, one bridge, three walks: one brace and one walk stay.
    assert_eq!(not_required(&world), 5);
    let agenda = agenda_on(&world, "2026-11-16");
    assert!(agenda.bad_day.is_some());
    let done = closed(bout("brace", "morning", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T08:00:00Z", done)];
    assert_eq!(states(&world, "2026-11-16")[0], State::Done);
    assert_eq!(not_required(&world), 5);
    // The next day asks for everything again.
    assert!(!states(&world, "2026-11-17").contains(&State::NotRequired));
}

#[test]
fn where_the_sheet_names_no_minimum_none_is_invented() {
    let world = bad_day(false);
    assert!(!states(&world, "2026-11-16").contains(&State::NotRequired));
    assert_eq!(world.now, instant("2026-11-16T11:30:00Z"));
}

#[test]
fn the_days_of_a_line_come_as_much_later_as_its_phase_and_dates_stay() {
    let with_own = |stretch| {
        let mut plan = two_phases();
        plan.weeks_counted = Some(WeeksCounted::FromOne);
        plan.lines[1].stretch = stretch;
        // The second phase was written for day 28 and begins on day 31.
        let mut world = World::new(plan, "2026-12-30T10:00:00Z");
        world.plan_records = vec![said(1, ClearanceAnswer::Yes, "2026-12-03")];
        world
    };
    let days_of = |world: &World| -> Vec<String> {
        let december = (1..=24).map(|n| format!("2026-12-{n:02}"));
        december.filter(|on| asked(world, on) == ["late"]).map(|on| on[8..].to_owned()).collect()
    };
    let days = |from, until| Stretch::Days { from: Some(from), until: Some(until) };
    let own = days(DayRef::AfterSurgery(33), DayRef::AfterSurgery(35));
    // Days 33 and 34 are days 36 and 37.
    assert_eq!(days_of(&with_own(own)), ["08", "09"]);
    let of_week = days_of(&with_own(Stretch::Weeks { first: 6, last: Some(6) }));
    assert_eq!(of_week, ["10", "11", "12", "13", "14", "15", "16"]);
    let dated = days(DayRef::On(day("2026-12-05")), DayRef::On(day("2026-12-07")));
    assert_eq!(days_of(&with_own(dated)), ["05", "06"]);
    // While the phase waits, its line does, beyond the days that were written for it.
    let mut waiting = with_own(own);
    waiting.plan_records.clear();
    let why = |world: &World, on| agenda_on(world, on).in_words.first().map(|words| words.why);
    assert_eq!(why(&waiting, "2026-12-20"), Some(NotAsked::WaitsForOk));
    let mut over = with_own(dated);
    over.plan_records.clear();
    assert_eq!(why(&over, "2026-12-20"), None);
}

#[test]
fn what_was_done_because_it_was_needed_and_beyond_what_was_asked_keeps_a_bad_day() {
    let mut heat = any_time(line("heat", &[]), 1);
    heat.frequency =
        Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
    // The squat has no turn on this Wednesday.
    let squat = on_days(any_time(line("squat", &[]), 1), DayPattern::Weekdays(vec![Weekday::Mon]));
    let mut sheet = revision(vec![line("bridge", &["morning", "noon"]), heat, squat]);
    let least = |line: &str| Minimum { line: LineId::new(line).unwrap(), bouts: 1 };
    sheet.bad_day = Some(BadDay {
        as_written: "Heat, and one squat".to_owned(),
        minimum: vec![least("heat"), least("squat")],
    });
    let mut world = World::new(sheet, "2026-11-18T15:00:00Z");
    let kept = |world: &World| {
        world.ask(|situation| agenda(situation, day("2026-11-18"))).unwrap().bad_day_kept
    };
    assert_eq!(kept(&world), None);
    let fact = PlanFact::BadDay { day: day("2026-11-18") };
    world.plan_records = vec![plan_record(1, "2026-11-18T06:00:00Z", fact)];
    let done = |id, line, outcome| {
        let place = BoutPlace::AnyTime(1);
        let key = BoutKey { place, ..bout(line, "morning", "2026-11-18") };
        record(id, "2026-11-18T10:00:00Z", closed(key, outcome))
    };
    assert_eq!(kept(&world), Some(false));
    world.records = vec![done(1, "heat", Outcome::Done)];
    assert_eq!(kept(&world), Some(false));
    world.records.push(done(2, "squat", Outcome::Done));
    assert_eq!(kept(&world), Some(true));
    // What was tried and left is not enough.
    world.records[0] = done(1, "heat", Outcome::SaidNotDone);
    assert_eq!(kept(&world), Some(false));
    // Where the sheet names no minimum, no day is kept.
    world.revisions[0].revision.bad_day.as_mut().unwrap().minimum.clear();
    assert_eq!(kept(&world), None);
}
