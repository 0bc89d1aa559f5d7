//! The usual morning, and when pain scores are asked for, in tables.

use super::pain_tests::follows;
use super::{PainOutcome, agenda, pain_asked};
use crate::ids::{LineId, PlanId, RoundId};
use crate::plan::{
    AskPain, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, Part,
    Rounding,
};
use crate::record::{
    self, BoutPlace, Hurt, Outcome, PainMoment, PlanFact, PlanRecord, SkipReason, UsualMorning,
};
use crate::samples::{World, bout, closed, day, line, plan_record, record, revision};

const TODAY: &str = "2026-11-18";

fn rule(trigger: PainTrigger, when: PainWhen) -> PainRule {
    PainRule {
        as_written: "the sheet's words".to_owned(),
        lines: Vec::new(),
        place: PainWhere::Either,
        trigger,
        when,
        then: PainAction::Part(Part { percent: 50, rounding: Rounding::Down }),
        lasts: PainLasts::UntilTold,
        ring: None,
    }
}

/// The bridge three times a day, asked about pain in this way.
fn world(ask: Option<AskPain>, rules: Vec<PainRule>, now: &str) -> World {
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    plan.pain = Some(Pain { as_written: None, ask, rules });
    World::new(plan, now)
}

fn score(when: PainMoment, score: u8, usual: Option<u8>) -> Hurt {
    let place = record::HurtPlace::Back;
    Hurt { line: None, bout: None, place, score: Some(score), when, spreading: false, usual }
}

fn said(id: u128, at: &str, hurt: Hurt) -> PlanRecord {
    let plan = PlanId::new("sample").unwrap();
    plan_record(id, at, PlanFact::Hurt { plan, revision: 1, day: day(&at[..10]), hurt })
}

#[test]
fn a_morning_counts_as_worse_from_two_above_the_usual_one() {
    use PainMoment::{After, NextMorning};
    use PainOutcome::{Lighter, NothingWritten};
    let worse = || rule(PainTrigger::Worse, PainWhen::NextMorning);
    let over_five = || rule(PainTrigger::Over(5), PainWhen::NextMorning);
    let rows: Vec<(&str, Vec<PainRule>, Hurt, PainOutcome)> = vec![
        ("as usual", vec![worse()], score(NextMorning, 3, Some(3)), NothingWritten),
        ("better", vec![worse()], score(NextMorning, 0, Some(3)), NothingWritten),
        ("one more", vec![worse()], score(NextMorning, 4, Some(3)), NothingWritten),
        ("two more", vec![worse()], score(NextMorning, 5, Some(3)), Lighter),
        ("two more than none", vec![worse()], score(NextMorning, 2, Some(0)), Lighter),
        ("ten, and usually nine", vec![worse()], score(NextMorning, 10, Some(9)), NothingWritten),
        ("no usual morning", vec![worse()], score(NextMorning, 10, None), NothingWritten),
        (
            "not rated",
            vec![worse()],
            Hurt { score: None, ..score(NextMorning, 0, Some(0)) },
            NothingWritten,
        ),
        ("not a morning", vec![worse()], score(After, 9, Some(0)), NothingWritten),
        // A limit in numbers is about the number: unchanged inside it is fine, and outside it is not.
        ("inside the limit", vec![over_five()], score(NextMorning, 5, Some(5)), NothingWritten),
        ("inside it, and worse", vec![over_five()], score(NextMorning, 5, Some(1)), NothingWritten),
        ("outside it, as usual", vec![over_five()], score(NextMorning, 6, Some(6)), Lighter),
        ("no rule", vec![], score(NextMorning, 10, Some(0)), NothingWritten),
    ];
    for (name, rules, hurt, expected) in rows {
        let world = world(None, rules, "2026-11-18T08:00:00Z");
        let follows = follows(&world, &hurt, day("2026-11-18"));
        assert_eq!(follows.outcome, expected, "{name}");
    }
}

#[test]
fn a_worse_morning_changes_the_doses_that_come_after_it() {
    let mut world =
        world(None, vec![rule(PainTrigger::Worse, PainWhen::NextMorning)], "2026-11-18T21:00:00Z");
    world.plan_records =
        vec![said(1, "2026-11-18T06:30:00Z", score(PainMoment::NextMorning, 4, Some(2)))];
    let times = |world: &World, on: &str| -> Vec<_> {
        let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
        agenda.items().map(|item| item.dose.repetitions.unwrap()).collect()
    };
    assert_eq!(times(&world, "2026-11-17"), [10; 3]);
    assert_eq!(times(&world, TODAY), [5; 3]);
    // What was said of the usual morning afterwards does not turn it round.
    let usual = UsualMorning { back: Some(4), leg: None };
    world.plan_records.push(plan_record(
        2,
        "2026-11-18T06:40:00Z",
        PlanFact::UsualMorning { day: day(TODAY), usual },
    ));
    assert_eq!(times(&world, TODAY), [5; 3]);
}

#[test]
fn scores_are_asked_for_where_the_plan_wants_them_and_once() {
    use AskPain::{AfterItHurts, EachRound, OnceADay};
    use PainMoment::{After, Before, During, NextMorning};
    let morning = || rule(PainTrigger::Over(5), PainWhen::NextMorning);
    let before = || rule(PainTrigger::Over(5), PainWhen::Before);
    let any = || rule(PainTrigger::Over(5), PainWhen::Any);
    let (six, eleven, noon) =
        ("2026-11-18T05:30:00Z", "2026-11-18T10:59:00Z", "2026-11-18T11:00:00Z");
    let at_six = |when| vec![said(1, six, score(when, 2, None))];
    type Row =
        (Option<AskPain>, Vec<PainRule>, Vec<PlanRecord>, bool, &'static str, Vec<PainMoment>);
    let rows: Vec<Row> = vec![
        // Nothing that wants a number.
        (None, vec![], vec![], false, eleven, vec![]),
        (None, vec![any()], vec![], false, eleven, vec![]),
        (Some(AfterItHurts), vec![any()], vec![], false, eleven, vec![]),
        (Some(EachRound), vec![any()], vec![], false, eleven, vec![]),
        // The morning, until noon, until it was rated.
        (None, vec![morning()], vec![], false, eleven, vec![NextMorning]),
        (None, vec![morning()], vec![], true, eleven, vec![NextMorning]),
        (None, vec![morning()], vec![], false, noon, vec![]),
        (None, vec![morning()], at_six(NextMorning), false, eleven, vec![]),
        (None, vec![morning()], at_six(During), false, eleven, vec![NextMorning]),
        // Before the first exercise of the day.
        (None, vec![before()], vec![], false, noon, vec![Before]),
        (None, vec![before()], vec![], true, noon, vec![]),
        (None, vec![before(), morning()], vec![], false, eleven, vec![NextMorning, Before]),
        // Once a day.
        (Some(OnceADay), vec![], vec![], false, noon, vec![Before]),
        (Some(OnceADay), vec![], vec![], true, noon, vec![After]),
        (Some(OnceADay), vec![], at_six(During), true, noon, vec![]),
        (Some(OnceADay), vec![morning()], vec![], false, eleven, vec![NextMorning]),
        (Some(OnceADay), vec![morning()], vec![], false, noon, vec![Before]),
    ];
    for (row, (ask, rules, plan_records, has_begun, now, expected)) in rows.into_iter().enumerate()
    {
        let mut world = world(ask, rules, now);
        world.plan_records = plan_records;
        if has_begun {
            let done = closed(bout("bridge", "morning", TODAY), Outcome::Done);
            world.records = vec![record(1, six, done)];
        }
        let moments = |world: &World| -> Vec<PainMoment> {
            world.ask(|situation| {
                let agenda = agenda(situation, day(TODAY)).unwrap();
                pain_asked(situation, &agenda).iter().map(|asked| asked.when).collect()
            })
        };
        assert_eq!(moments(&world), expected, "row {row}");
        // In a pause nobody is asked.
        let pause = PlanFact::Pause { from: day(TODAY), through: None, reason: None };
        world.plan_records.push(plan_record(9, six, pause));
        assert_eq!(moments(&world), [], "row {row}, paused");
    }
}

#[test]
fn an_exercise_that_hurt_is_a_reason_to_ask_about_the_warning_signs() {
    let mut world = world(None, vec![], "2026-11-18T08:00:00Z");
    let last = |world: &World| world.ask(|situation| super::last_hurt(situation, day(TODAY)));
    world.plan_records =
        vec![said(1, "2026-11-18T06:00:00Z", score(PainMoment::NextMorning, 3, None))];
    assert_eq!(last(&world), None, "a score of the morning is no exercise");
    let bridge = Hurt {
        line: LineId::new("bridge"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        ..score(PainMoment::After, 3, None)
    };
    world.plan_records.push(said(2, "2026-11-18T07:30:00Z", bridge));
    assert_eq!(last(&world), Some("2026-11-18T07:30:00Z".parse().unwrap()));
    // Some of it was done, and it was no more because it hurt.
    let part = |reason| Outcome::Partly { sets: Some(1), repetitions: None, seconds: None, reason };
    for (reason, at) in
        [(None, "2026-11-18T07:30:00Z"), (Some(SkipReason::Pain), "2026-11-18T07:40:00Z")]
    {
        let some = closed(bout("bridge", "morning", TODAY), part(reason));
        world.records = vec![record(1, "2026-11-18T07:40:00Z", some)];
        assert_eq!(last(&world), Some(at.parse().unwrap()), "{reason:?}");
    }
}
