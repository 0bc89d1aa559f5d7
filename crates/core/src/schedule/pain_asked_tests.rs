//! The usual morning, and when pain scores are asked for, in tables.

use super::pain_tests::follows;
use super::{PainOutcome, agenda, not_rated, pain_asked};
use crate::ids::{LineId, PlanId, RoundId};
use crate::plan::{
    AskPain, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, Part,
    Rounding,
};
use crate::record::{
    self, BodySide, BoutPlace, Entered, Fact, Felt, Hurt, Outcome, PainMoment, PlanFact,
    PlanRecord, Record, SkipReason, UsualMorning,
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

/// A tick at this hour, in UTC; rounds of Berlin begin an hour earlier there.
fn tick(id: u128, round: &str, hour: &str) -> Record {
    record(id, &format!("{TODAY}T{hour}:00Z"), closed(bout("bridge", round, TODAY), Outcome::Done))
}

#[test]
fn a_ticked_round_is_rated_in_numbers_where_the_sheet_wants_them_with_each() {
    use PainMoment::{After, Before};
    let rated =
        |id, hour: &str, when| said(id, &format!("{TODAY}T{hour}:00Z"), score(when, 2, None));
    let seen = Fact::Work {
        bout: bout("bridge", "morning", TODAY),
        set: 1,
        side: BodySide::Both,
        repetitions: 10,
        seconds: 30,
    };
    let seen = record(9, &format!("{TODAY}T07:29:00Z"), seen);
    let paper = Record { entered: Entered::Later, ..tick(1, "morning", "07:30") };
    let not_done = closed(bout("bridge", "morning", TODAY), Outcome::SaidNotDone);
    let not_done = record(1, &format!("{TODAY}T07:30:00Z"), not_done);
    let morning = || tick(1, "morning", "07:30");
    type Row = (&'static str, Vec<Record>, Vec<PlanRecord>, Option<&'static str>);
    let rows: Vec<Row> = vec![
        ("nothing", vec![], vec![], None),
        ("a tick", vec![morning()], vec![], Some("07:30")),
        ("rated", vec![morning()], vec![rated(1, "07:31", After)], None),
        ("rated before the tick", vec![morning()], vec![rated(1, "07:29", After)], Some("07:30")),
        ("another moment", vec![morning()], vec![rated(1, "07:31", Before)], Some("07:30")),
        ("a second round", vec![morning(), tick(2, "noon", "11:30")], vec![], Some("11:30")),
        (
            "a second round, and the first was rated",
            vec![morning(), tick(2, "noon", "11:30")],
            vec![rated(1, "07:31", After)],
            Some("11:30"),
        ),
        (
            "one number is enough for what was ticked before it",
            vec![morning(), tick(2, "noon", "11:30")],
            vec![rated(1, "11:31", After)],
            None,
        ),
        ("a session asks at its own end", vec![seen, morning()], vec![], None),
        ("paper has no hour", vec![paper], vec![], None),
        ("not done", vec![not_done], vec![], None),
    ];
    for (name, records, plan_records, expected) in rows {
        for (ask, is_asked) in [(AskPain::EachRound, true), (AskPain::AfterItHurts, false)] {
            let mut world = world(Some(ask), vec![], "2026-11-18T12:00:00Z");
            (world.records, world.plan_records) = (records.clone(), plan_records.clone());
            let asked = world
                .ask(|situation| pain_asked(situation, &agenda(situation, day(TODAY)).unwrap()));
            let at = |hour: &str| format!("{TODAY}T{hour}:00Z").parse().ok();
            let expected = expected.filter(|_| is_asked).map(|hour| (After, at(hour)));
            let asked: Vec<_> = asked.iter().map(|one| (one.when, one.ticked)).collect();
            assert_eq!(asked, Vec::from_iter(expected), "{name}, {ask:?}");
        }
    }
}

#[test]
fn of_what_was_done_somebody_may_say_how_it_was_as_long_as_nobody_did() {
    let place = |round| BoutPlace::Round(RoundId::new(round).unwrap());
    let felt = |round| {
        let (plan, felt) = (PlanId::new("sample").unwrap(), Felt::Fine);
        let (day, line, place) = (day(TODAY), None, place(round));
        let fact = PlanFact::Felt { plan, revision: 1, day, line, place, felt };
        plan_record(1, "2026-11-18T07:40:00Z", fact)
    };
    let hurt = |round| {
        let (line, bout) = (LineId::new("bridge"), Some(place(round)));
        let hurt = Hurt { line, bout, score: None, ..score(PainMoment::After, 0, None) };
        said(1, "2026-11-18T07:40:00Z", hurt)
    };
    let of_the_day = said(1, "2026-11-18T07:40:00Z", score(PainMoment::After, 3, None));
    let withdrawn = PlanRecord {
        corrects: Some(felt("morning").id),
        ..plan_record(2, "2026-11-18T07:41:00Z", PlanFact::Withdrawn { day: day(TODAY) })
    };
    let done = || vec![tick(1, "morning", "07:30")];
    let skipped =
        closed(bout("bridge", "morning", TODAY), Outcome::Skipped { reason: SkipReason::Tired });
    type Row = (&'static str, Vec<Record>, Vec<PlanRecord>, bool);
    let rows: Vec<Row> = vec![
        ("nothing done", vec![], vec![], false),
        ("skipped", vec![record(1, "2026-11-18T07:30:00Z", skipped)], vec![], false),
        ("done", done(), vec![], true),
        ("said", done(), vec![felt("morning")], false),
        ("said, and taken back", done(), vec![felt("morning"), withdrawn], true),
        ("said of another round", done(), vec![felt("noon")], true),
        ("it hurt", done(), vec![hurt("morning")], false),
        ("it hurt in another round", done(), vec![hurt("noon")], true),
        ("a number of the day", done(), vec![of_the_day], true),
    ];
    for (name, records, plan_records, expected) in rows {
        for (ask, is_in_a_word) in [(None, true), (Some(AskPain::EachRound), false)] {
            let mut world = world(ask, vec![], "2026-11-18T12:00:00Z");
            (world.records, world.plan_records) = (records.clone(), plan_records.clone());
            let open = world
                .ask(|situation| not_rated(situation, &agenda(situation, day(TODAY)).unwrap()));
            assert_eq!(!open.is_empty(), expected && is_in_a_word, "{name}, {ask:?}");
        }
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
    let part = |reason| Outcome::Partly {
        sets: Some(1),
        repetitions: None,
        seconds: None,
        counted: None,
        reason,
    };
    for (reason, at) in
        [(None, "2026-11-18T07:30:00Z"), (Some(SkipReason::Pain), "2026-11-18T07:40:00Z")]
    {
        let some = closed(bout("bridge", "morning", TODAY), part(reason));
        world.records = vec![record(1, "2026-11-18T07:40:00Z", some)];
        assert_eq!(last(&world), Some(at.parse().unwrap()), "{reason:?}");
    }
}
