//! What pain does, by the rules of the plan, in tables.

mod all_stopped;
mod counted;
mod long_open;
mod newer_sheet;

use super::{
    Agenda, LighterBecause, PainFollows, PainOutcome, State, StopBecause, agenda, pain_follows,
};
use crate::ids::{LineId, PlanId, RecordId, RoundId};
use crate::plan::{
    Dose, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, Part, Rounding,
};
use crate::record::{
    BoutPlace, Hurt, HurtPlace, Outcome, PainMoment, PlanFact, PlanRecord, SkipReason,
};
use crate::samples::{World, bout, closed, day, line, plan_record, record, revision};
use crate::time::Day;

pub(super) fn rule(trigger: PainTrigger, then: PainAction, lasts: PainLasts) -> PainRule {
    PainRule {
        as_written: "the sheet's words".to_owned(),
        lines: Vec::new(),
        place: PainWhere::Either,
        trigger,
        when: PainWhen::Any,
        then,
        lasts,
        ring: Some("Ward line".to_owned()),
    }
}

/// Bridge and squat, each three times a day, with these rules.
pub(super) fn world(rules: Vec<PainRule>, now: &str) -> World {
    let rounds = ["morning", "noon", "evening"];
    let mut plan = revision(vec![line("bridge", &rounds), line("squat", &rounds)]);
    plan.pain = Some(Pain { as_written: None, ask: None, rules });
    World::new(plan, now)
}

pub(super) fn hurt(score: u8) -> Hurt {
    Hurt {
        line: LineId::new("bridge"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        place: HurtPlace::Back,
        score: Some(score),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    }
}

pub(super) fn said(id: u128, at: &str, hurt: Hurt) -> PlanRecord {
    let plan = PlanId::new("sample").unwrap();
    let fact = PlanFact::Hurt { plan, revision: 1, day: day(&at[..10]), hurt };
    plan_record(id, at, fact)
}

pub(super) fn follows(world: &World, hurt: &Hurt, on: Day) -> PainFollows {
    let revision = &world.revisions[0].revision;
    world.ask(|situation| pain_follows(situation, revision, hurt, on, false))
}

pub(super) fn on(world: &World, at: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(at))).unwrap()
}

/// Of the bridge on that day, morning, noon and evening: `s`topped, `.` or another state.
pub(super) fn stopped(world: &World, at: &str) -> String {
    let agenda = on(world, at);
    let bridge = agenda.items().filter(|item| item.title == "bridge");
    bridge.map(|item| if item.state == State::Withheld { 's' } else { '.' }).collect()
}

pub(super) fn times(world: &World, at: &str) -> Vec<u16> {
    let agenda = on(world, at);
    let bridge = agenda.items().filter(|item| item.title == "bridge");
    bridge.map(|item| item.dose.repetitions.unwrap()).collect()
}

#[test]
fn the_first_rule_that_fits_holds_and_without_one_none_runs() {
    use PainMoment::{After, Before, NextMorning};
    use PainTrigger::{AtLeast, Over, Spreading};
    let stop = || PainAction::Stop;
    let of = |trigger| rule(trigger, stop(), PainLasts::UntilTold);
    let at = |when| PainRule { when, ..of(Over(5)) };
    let there = |place| PainRule { place, ..of(Over(5)) };
    let about = |id| PainRule { lines: vec![LineId::new(id).unwrap()], ..of(Over(5)) };
    let go_on = rule(AtLeast(4), PainAction::GoOn, PainLasts::NextTime);
    let rows: Vec<(&str, Vec<PainRule>, Hurt, PainOutcome)> = vec![
        ("no rule", vec![], hurt(10), PainOutcome::NothingWritten),
        ("over 5, 5", vec![of(Over(5))], hurt(5), PainOutcome::NothingWritten),
        ("over 5, 6", vec![of(Over(5))], hurt(6), PainOutcome::StopExercise),
        ("5 or more, 5", vec![of(AtLeast(5))], hurt(5), PainOutcome::StopExercise),
        ("5 or more, 4", vec![of(AtLeast(5))], hurt(4), PainOutcome::NothingWritten),
        (
            "not rated",
            vec![of(Over(0))],
            Hurt { score: None, ..hurt(0) },
            PainOutcome::NothingWritten,
        ),
        ("the first", vec![go_on.clone(), of(Over(5))], hurt(9), PainOutcome::GoOn),
        ("then the next", vec![go_on, of(AtLeast(3))], hurt(3), PainOutcome::StopExercise),
        ("in the leg", vec![there(PainWhere::Leg)], hurt(9), PainOutcome::NothingWritten),
        ("in the back", vec![there(PainWhere::Back)], hurt(9), PainOutcome::StopExercise),
        (
            "somewhere else, over 5 in the back or in the leg",
            vec![there(PainWhere::Back), there(PainWhere::Leg)],
            Hurt { place: HurtPlace::Elsewhere, ..hurt(9) },
            PainOutcome::NothingWritten,
        ),
        (
            "somewhere else, over 5 wherever it is",
            vec![there(PainWhere::Either)],
            Hurt { place: HurtPlace::Elsewhere, ..hurt(6) },
            PainOutcome::StopExercise,
        ),
        (
            "over 5 in the leg, and nobody said where",
            vec![there(PainWhere::Leg)],
            Hurt { place: HurtPlace::NotSaid, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        (
            "nobody said where, over 5 wherever it is",
            vec![there(PainWhere::Either)],
            Hurt { place: HurtPlace::NotSaid, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        ("during", vec![at(PainWhen::During)], hurt(9), PainOutcome::StopExercise),
        (
            "an exercise that is said afterwards to have hurt",
            vec![at(PainWhen::During)],
            Hurt { when: After, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        (
            "said afterwards, and a rule for afterwards is the stricter",
            vec![PainRule { then: PainAction::GoOn, ..at(PainWhen::During) }, at(PainWhen::After)],
            Hurt { when: After, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        (
            "how it is after the round",
            vec![at(PainWhen::During)],
            Hurt { when: After, line: None, ..hurt(9) },
            PainOutcome::NothingWritten,
        ),
        (
            "before",
            vec![at(PainWhen::Before)],
            Hurt { when: Before, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        (
            "after",
            vec![at(PainWhen::After)],
            Hurt { when: After, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        ("not after", vec![at(PainWhen::After)], hurt(9), PainOutcome::NothingWritten),
        (
            "morning",
            vec![at(PainWhen::NextMorning)],
            Hurt { when: NextMorning, ..hurt(9) },
            PainOutcome::StopExercise,
        ),
        ("another line", vec![about("squat")], hurt(9), PainOutcome::NothingWritten),
        ("this line", vec![about("bridge")], hurt(9), PainOutcome::StopExercise),
        // Down the leg: nothing that a plan says loosens it.
        (
            "down the leg",
            vec![],
            Hurt { spreading: true, ..hurt(1) },
            PainOutcome::StopSessionSpreading,
        ),
        (
            "down the leg, go on",
            vec![rule(Spreading, PainAction::GoOn, PainLasts::NextTime)],
            Hurt { spreading: true, ..hurt(1) },
            PainOutcome::StopSessionSpreading,
        ),
    ];
    for (name, rules, hurt, expected) in rows {
        let world = world(rules, "2026-11-18T08:00:00Z");
        let follows = follows(&world, &hurt, day("2026-11-18"));
        assert_eq!(follows.outcome, expected, "{name}");
        let has_rule = expected != PainOutcome::NothingWritten && !name.ends_with("leg");
        assert_eq!(follows.ring.is_some(), has_rule, "{name}");
    }
}

#[test]
fn a_second_exercise_stopped_on_one_day_ends_the_session() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut world = world(vec![over_five], "2026-11-18T12:00:00Z");
    let squat = Hurt { line: LineId::new("squat"), ..hurt(7) };
    let (yesterday, today) = (day("2026-11-17"), day("2026-11-18"));
    for (said, of, expected) in [
        (said(1, "2026-11-17T07:10:00Z", hurt(7)), today, PainOutcome::StopExercise),
        (said(1, "2026-11-18T07:10:00Z", hurt(5)), today, PainOutcome::StopExercise),
        (said(1, "2026-11-18T07:10:00Z", squat.clone()), today, PainOutcome::StopExercise),
        (said(1, "2026-11-18T07:10:00Z", hurt(7)), today, PainOutcome::StopSessionSecondStop),
        // Told after the next day has begun, it is the day of the bout that counts.
        (said(1, "2026-11-17T07:10:00Z", hurt(7)), yesterday, PainOutcome::StopSessionSecondStop),
    ] {
        world.plan_records = vec![said];
        let follows = follows(&world, &squat, of);
        assert_eq!(follows.outcome, expected);
    }
}

#[test]
fn two_exercises_left_for_pain_on_one_day_end_the_session_where_no_sheet_speaks_of_pain() {
    let (pain, tired, sets) = (SkipReason::Pain, SkipReason::Tired, Some(1));
    let skipped = |reason| Outcome::Skipped { reason };
    let partly =
        |reason| Outcome::Partly { sets, repetitions: None, seconds: None, counted: None, reason };
    let (today, squat) = (day("2026-11-18"), Hurt { line: LineId::new("squat"), ..hurt(3) });
    let of = |line: &str, round: &str, on: &str, outcome| closed(bout(line, round, on), outcome);
    for (name, bridge, own, expected) in [
        ("both", of("bridge", "morning", "2026-11-18", skipped(pain)), Some(skipped(pain)), true),
        (
            "in part",
            of("bridge", "noon", "2026-11-18", partly(Some(pain))),
            Some(partly(Some(pain))),
            true,
        ),
        (
            "the other tired",
            of("bridge", "morning", "2026-11-18", skipped(tired)),
            Some(skipped(pain)),
            false,
        ),
        (
            "itself tired",
            of("bridge", "morning", "2026-11-18", skipped(pain)),
            Some(partly(Some(tired))),
            false,
        ),
        ("it goes on", of("bridge", "morning", "2026-11-18", skipped(pain)), None, false),
        (
            "yesterday",
            of("bridge", "morning", "2026-11-17", skipped(pain)),
            Some(skipped(pain)),
            false,
        ),
        (
            "the same twice",
            of("squat", "noon", "2026-11-18", skipped(pain)),
            Some(skipped(pain)),
            false,
        ),
    ] {
        let mut world = world(Vec::new(), "2026-11-18T12:00:00Z");
        world.records = vec![record(1, "2026-11-18T07:10:00Z", bridge)];
        let own = own.map(|own| of("squat", "morning", "2026-11-18", own));
        world.records.extend(own.map(|own| record(2, "2026-11-18T07:20:00Z", own)));
        let follows = follows(&world, &squat, today);
        let second = PainOutcome::StopSessionSecondStop;
        let expected = if expected { second } else { PainOutcome::NothingWritten };
        assert_eq!(follows.outcome, expected, "{name}");
        let is_second = world.ask(|situation| situation.is_second_stop(today));
        assert_eq!(is_second, expected == second, "{name}");
    }
    // What the sheet has stopped stays stopped, whatever lower number is said of it afterwards.
    let over_five = || rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut stopped = self::world(vec![over_five()], "2026-11-18T12:00:00Z");
    stopped.plan_records = vec![said(1, "2026-11-18T07:10:00Z", hurt(9))];
    assert_eq!(follows(&stopped, &hurt(2), today).outcome, PainOutcome::StopExercise);
    // The sheet stops the second one, and the first was left by hand.
    let mut world = world(vec![over_five()], "2026-11-18T12:00:00Z");
    let left = of("bridge", "morning", "2026-11-18", skipped(pain));
    world.records = vec![record(1, "2026-11-18T07:10:00Z", left)];
    let seven = Hurt { score: Some(7), ..squat };
    assert_eq!(follows(&world, &seven, today).outcome, PainOutcome::StopSessionSecondStop);
}

#[test]
fn a_stop_withholds_from_that_moment_until_the_team_was_spoken_to() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    // At noon in Berlin on the 18th; it hurt at nine in the morning, after the bridge was done.
    let mut world = world(vec![over_five], "2026-11-18T11:00:00Z");
    let done = closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T07:20:00Z", done)];
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
    assert_eq!(stopped(&world, "2026-11-17"), "...", "no day that was lived changes");
    assert_eq!(stopped(&world, "2026-11-18"), ".ss");
    assert_eq!(stopped(&world, "2026-11-25"), "sss");
    let today = on(&world, "2026-11-18");
    assert!(
        today
            .items()
            .filter(|item| item.title == "squat")
            .all(|item| item.state != State::Withheld)
    );
    let [stop] = &today.stops[..] else { panic!("{:?}", today.stops) };
    assert_eq!((stop.lines[0].title.as_str(), stop.because), ("bridge", StopBecause::Rule));
    assert_eq!(stop.ring.as_deref(), Some("Ward line"));
    // The next day nothing of it is asked, and what is over stays withheld.
    world.now = "2026-11-20T21:30:00Z".parse().unwrap();
    assert_eq!(stopped(&world, "2026-11-19"), "sss");
    let spoken = PlanFact::SpokenTo {
        stop: RecordId(uuid::Uuid::from_u128(7)),
        who: Some("Ward line".to_owned()),
        said_on: day("2026-11-19"),
        from: None,
        day: day("2026-11-19"),
    };
    world.plan_records.push(plan_record(8, "2026-11-19T13:30:00Z", spoken));
    // It was entered at half past two in the afternoon, in the noon round.
    assert_eq!(stopped(&world, "2026-11-18"), ".ss");
    assert_eq!(stopped(&world, "2026-11-19"), "s..");
    assert_eq!(stopped(&world, "2026-11-20"), "...");
    assert!(on(&world, "2026-11-20").stops.is_empty());
    // It hurts again: another stop.
    world.plan_records.push(said(9, "2026-11-20T08:00:00Z", hurt(8)));
    assert_eq!(stopped(&world, "2026-11-20"), "sss");
}

#[test]
fn a_stop_for_the_next_bouts_is_over_after_as_many_that_were_asked_for() {
    for (lasts, expected) in [
        (PainLasts::NextTime, [".s.", "..."]),
        (PainLasts::Bouts(2), [".ss", "..."]),
        (PainLasts::Bouts(4), [".ss", "ss."]),
        (PainLasts::UntilTold, [".ss", "sss"]),
    ] {
        let over_five = rule(PainTrigger::Over(5), PainAction::Stop, lasts);
        let mut world = world(vec![over_five], "2026-11-18T08:30:00Z");
        let skipped = Outcome::Skipped { reason: SkipReason::Pain };
        let closed = closed(bout("bridge", "morning", "2026-11-18"), skipped);
        world.records = vec![record(1, "2026-11-18T08:01:00Z", closed)];
        world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
        let found = ["2026-11-18", "2026-11-19"].map(|at| stopped(&world, at));
        assert_eq!(found, expected, "{lasts:?}");
    }
}

#[test]
fn another_dose_holds_for_as_many_bouts_that_were_done() {
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    let own = PainAction::Dose(Dose { repetitions: Some(4), ..Dose::default() });
    for (then, lasts, first, second) in [
        (half.clone(), PainLasts::NextTime, [10, 5, 10], [10, 10, 10]),
        (half.clone(), PainLasts::Bouts(2), [10, 5, 5], [5, 10, 10]),
        (half, PainLasts::UntilTold, [10, 5, 5], [5, 5, 5]),
        (own, PainLasts::NextTime, [10, 4, 10], [10, 10, 10]),
    ] {
        let mut world =
            world(vec![rule(PainTrigger::AtLeast(4), then, lasts)], "2026-11-18T21:00:00Z");
        let of = |id, round: &str, on: &str, at: &str, outcome| {
            record(id, at, closed(bout("bridge", round, on), outcome))
        };
        let no_time = Outcome::Skipped { reason: SkipReason::NoTime };
        world.records = vec![
            of(1, "morning", "2026-11-18", "2026-11-18T07:20:00Z", Outcome::Done),
            of(2, "noon", "2026-11-18", "2026-11-18T13:20:00Z", Outcome::Done),
            // One that was left out was not lighter.
            of(3, "evening", "2026-11-18", "2026-11-18T19:20:00Z", no_time),
            of(4, "morning", "2026-11-19", "2026-11-19T07:20:00Z", Outcome::Done),
        ];
        world.plan_records =
            vec![said(7, "2026-11-18T07:30:00Z", Hurt { when: PainMoment::After, ..hurt(4) })];
        assert_eq!(times(&world, "2026-11-17"), [10, 10, 10]);
        // The bout in which it came was as it was.
        assert_eq!(times(&world, "2026-11-18"), first, "{lasts:?}");
        assert_eq!(times(&world, "2026-11-19"), second, "{lasts:?}");
        let item = on(&world, "2026-11-18")
            .items()
            .find(|item| item.title == "bridge" && item.dose.repetitions != Some(10))
            .cloned();
        assert_eq!(item.unwrap().lighter.unwrap().because, LighterBecause::Pain);
    }
}
