//! A dose does not climb while its line is kept back, and after a stop of all of it the person begins again.

use super::{Agenda, LighterBecause, agenda, offered_stage};
use crate::ids::{ClearanceId, LineId, PlanId};
use crate::plan::{
    Clearance, Counted, Growth, LimitUntil, Pain, PainAction, PainLasts, PainRule, PainTrigger,
    PainWhen, PainWhere, Part, Precaution, Prescription, ReEntry, Revision, Rounding, Stage,
    StageBegins,
};
use crate::record::{
    AllStopped, ClearanceAnswer, Hurt, HurtPlace, Outcome, PainMoment, PlanFact, PlanRecord,
    SignFact,
};
use crate::safety::{Flag, LimitKind, SafetyQuestion};
use crate::samples::{World, bout, closed, day, line, plan_record, record, revision, sign};
use crate::time::{Day, DayRef};

/// Ten times from the 16th, and from the 18th on two more every other day.
fn growing() -> Prescription {
    let mut bridge = line("bridge", &["morning"]);
    let (key, from) = (Counted::Repetitions, DayRef::On(november(18)));
    bridge.growth = Some(Growth { key, by: 2, every_days: 2, at_most: 40, from });
    bridge
}

fn november(n: u32) -> Day {
    day(&format!("2026-11-{n:02}"))
}

fn world(plan: Revision) -> World {
    World::new(plan, "2026-11-30T10:00:00Z")
}

fn on(world: &World, day: Day) -> Agenda {
    world.ask(|situation| agenda(situation, day)).unwrap()
}

fn times(world: &World, days: &[u32]) -> Vec<u16> {
    let of = |n: &u32| {
        on(world, november(*n)).items().next().map_or(0, |item| item.dose.repetitions.unwrap())
    };
    days.iter().map(of).collect()
}

fn fact(id: u128, n: u32, fact: PlanFact) -> PlanRecord {
    plan_record(id, &format!("2026-11-{n:02}T09:00:00Z"), fact)
}

fn plan_id() -> PlanId {
    PlanId::new("sample").unwrap()
}

fn bridge_id() -> LineId {
    LineId::new("bridge").unwrap()
}

/// Somebody said on that day of November that the person may go on.
fn spoken(id: u128, stop: u128, n: u32, from: Option<u32>) -> PlanRecord {
    let stop = crate::ids::RecordId(uuid::Uuid::from_u128(stop));
    let (said_on, from) = (november(n), from.map(november));
    fact(id, n, PlanFact::SpokenTo { stop, who: None, said_on, from, day: said_on })
}

fn hurts(id: u128, n: u32) -> PlanRecord {
    let hurt = Hurt {
        line: Some(bridge_id()),
        bout: None,
        place: HurtPlace::Back,
        score: Some(8),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    fact(id, n, PlanFact::Hurt { plan: plan_id(), revision: 1, day: november(n), hurt })
}

/// The growing bridge with a rule that stops it for so long.
fn with_rule(lasts: PainLasts) -> Revision {
    let mut plan = revision(vec![growing()]);
    let rule = PainRule {
        as_written: "over 5: stop".to_owned(),
        place: PainWhere::Either,
        when: PainWhen::Any,
        trigger: PainTrigger::Over(5),
        then: PainAction::Stop,
        lasts,
        lines: Vec::new(),
        ring: None,
    };
    plan.pain = Some(Pain { as_written: None, ask: None, rules: vec![rule] });
    plan
}

#[test]
fn a_dose_does_not_climb_while_its_line_is_kept_back() {
    let days = [17, 18, 19, 20, 22, 24, 25, 26, 28];
    let climbed = [10, 12, 12, 14, 16, 18, 18, 20, 22];
    // From the 19th until somebody spoke on the 25th: what came on the 20th, 22nd and 24th is not taken.
    let frozen = [10, 12, 12, 12, 12, 12, 12, 14, 16];
    let plan = || revision(vec![growing()]);
    assert_eq!(times(&world(plan()), &days), climbed);

    let mut signs = world(plan());
    let go_on = SignFact::GoOn { who: "the surgeon".to_owned(), said_on: november(25) };
    signs.signs = vec![
        sign(1, "2026-11-19T09:00:00Z", SignFact::Answer { any: true }),
        sign(2, "2026-11-25T09:00:00Z", go_on),
    ];
    assert_eq!(times(&signs, &days), frozen, "a warning sign");
    // A mistaken tap never stopped anything.
    let mut mistaken =
        crate::samples::sign(2, "2026-11-19T09:01:00Z", SignFact::Answer { any: false });
    mistaken.corrects = Some(signs.signs[0].id);
    signs.signs[1] = mistaken;
    assert_eq!(times(&signs, &days), climbed, "a mistaken tap");

    let because = AllStopped::Numb;
    let (plan_of, line, said_on) = (plan_id(), None, november(19));
    let all = PlanFact::AllStopped { plan: plan_of, revision: 1, line, because, day: said_on };
    let asked = PlanFact::AskedAndYes {
        plan: plan_id(),
        revision: 1,
        line: Some(bridge_id()),
        question: SafetyQuestion::Calf,
        day: said_on,
    };
    for stop in [all, asked] {
        let mut stopped = world(plan());
        stopped.plan_records = vec![fact(1, 19, stop), spoken(2, 1, 25, None)];
        assert_eq!(times(&stopped, &days), frozen);
        // The day that the team named counts, and not the one on which they said it.
        stopped.plan_records[1] = spoken(2, 1, 19, Some(25));
        assert_eq!(times(&stopped, &days), frozen);
    }

    let mut by_rule = world(with_rule(PainLasts::UntilTold));
    by_rule.plan_records = vec![hurts(1, 19), spoken(2, 1, 25, None)];
    assert_eq!(times(&by_rule, &days), frozen, "a rule of the plan");
    // A stop for so many bouts is over by them, unless the team named a day for it.
    let mut for_bouts = world(with_rule(PainLasts::Bouts(3)));
    for_bouts.plan_records = vec![hurts(1, 19)];
    assert_eq!(times(&for_bouts, &days), climbed);
    for_bouts.plan_records.push(spoken(2, 1, 19, Some(25)));
    assert_eq!(times(&for_bouts, &days), frozen);
}

#[test]
fn a_dose_does_not_climb_before_its_ok_nor_under_a_limit() {
    let mut plan = revision(vec![growing()]);
    let ok = ClearanceId::new("surgeon").unwrap();
    plan.clearances = vec![Clearance {
        id: ok.clone(),
        as_written: "when the surgeon agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    plan.lines[0].clearance = Some(ok.clone());
    let mut waiting = world(plan);
    let yes = PlanFact::Clearance {
        plan: plan_id(),
        revision: 1,
        clearance: ok,
        answer: ClearanceAnswer::Yes,
        who: None,
        how: None,
        said_on: november(23),
        day: november(23),
    };
    waiting.plan_records = vec![fact(1, 23, yes)];
    assert_eq!(times(&waiting, &[22, 23, 24, 26]), [0, 10, 12, 14]);

    let mut plan = revision(vec![growing()]);
    plan.lines[0].flags = vec![Flag::SpineFlexion];
    let limit = "no bending".to_owned();
    plan.precautions = vec![Precaution {
        as_written: limit.clone(),
        source: None,
        kinds: vec![LimitKind::Bending],
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
    }];
    let mut locked = world(plan);
    let (said_on, day) = (november(23), november(23));
    let over = PlanFact::LimitOver { plan: plan_id(), revision: 1, limit, who: None, said_on, day };
    locked.plan_records = vec![fact(1, 23, over)];
    assert_eq!(times(&locked, &[22, 23, 24, 26]), [0, 10, 12, 14]);
}

#[test]
fn a_stage_whose_day_lay_in_a_stop_waits_for_a_word_that_can_be_said_once_it_is_over() {
    let mut bridge = line("bridge", &["morning"]);
    let stage = |n| Stage {
        as_written: None,
        begins: StageBegins::On(DayRef::On(november(n))),
        until: None,
        dose: crate::plan::Dose { repetitions: Some(15), ..Default::default() },
        side: None,
        frequency: None,
        replaces: Vec::new(),
    };
    bridge.stages = vec![stage(22)];
    let mut world = World::new(revision(vec![bridge]), "2026-11-21T18:00:00Z");
    let announced = |world: &World| !on(world, november(21)).next_steps.is_empty();
    assert!(announced(&world));
    let because = AllStopped::Faint;
    let all = PlanFact::AllStopped {
        plan: plan_id(),
        revision: 1,
        line: None,
        because,
        day: november(20),
    };
    world.plan_records = vec![fact(1, 20, all)];
    assert!(!announced(&world), "nothing more begins tomorrow for what is stopped");
    let offered = |world: &World, n| {
        world.ask(|situation| {
            let plan = &situation.revisions[0].revision;
            offered_stage(situation, plan, &plan.lines[0], november(n))
        })
    };
    world.now = crate::samples::instant("2026-11-23T10:00:00Z");
    assert_eq!(offered(&world, 23), None);
    let words = &on(&world, november(23)).in_words[0];
    assert_eq!(words.waits_for, None, "it is shown, and cannot be agreed to");
    world.plan_records.push(spoken(2, 1, 23, None));
    assert_eq!(times(&world, &[23]), [10]);
    assert_eq!(offered(&world, 23), Some(1));
}

#[test]
fn what_is_stopped_for_some_bouts_is_not_told_that_more_begins() {
    let mut world = World::new(with_rule(PainLasts::Bouts(5)), "2026-11-19T18:00:00Z");
    let done = closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T07:30:00Z", done)];
    assert_eq!(on(&world, november(19)).next_steps.len(), 1);
    world.plan_records = vec![hurts(1, 19)];
    assert_eq!(on(&world, november(19)).next_steps, []);
}

#[test]
fn after_a_stop_of_all_of_it_the_person_begins_again_as_after_a_pause() {
    let mut plan = revision(vec![line("bridge", &["morning"])]);
    let part = Part { percent: 50, rounding: Rounding::Up };
    plan.re_entry =
        Some(ReEntry { as_written: "half, for two days".to_owned(), part: Some((part, 2)) });
    let mut world = world(plan);
    let go_on = SignFact::GoOn { who: "the surgeon".to_owned(), said_on: november(25) };
    world.signs = vec![
        sign(1, "2026-11-19T09:00:00Z", SignFact::Answer { any: true }),
        sign(2, "2026-11-25T09:00:00Z", go_on),
    ];
    assert_eq!(times(&world, &[18, 25, 26, 27]), [10, 5, 5, 10]);
    let agenda = on(&world, november(26));
    assert_eq!(agenda.re_entry.unwrap().since, november(25));
    let because = agenda.rounds[0].items[0].lighter.as_ref().unwrap().because;
    assert_eq!(because, LighterBecause::AfterPause);
    // What was over on the same day left no day out.
    world.signs[1] = sign(
        2,
        "2026-11-19T12:00:00Z",
        SignFact::GoOn { who: "the surgeon".to_owned(), said_on: november(19) },
    );
    assert_eq!(times(&world, &[19, 20]), [10, 10]);
}
