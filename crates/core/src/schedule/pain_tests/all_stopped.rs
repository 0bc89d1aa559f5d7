//! What stops every line, whatever a plan says, until the team was spoken to; and a calf, which stops the legs.

use super::super::{AgendaStop, PainOutcome, State, StopBecause, last_hurt};
use super::{follows, hurt, on, rule, said, world};
use crate::catalogue::embedded;
use crate::ids::{ExerciseId, LineId, PlanId, RecordId};
use crate::plan::{PainAction, PainLasts, PainRule, PainTrigger, Prescription};
use crate::record::{AllStopped, BodySide, Fact, Hurt, Outcome, PlanFact, PlanRecord, SkipReason};
use crate::safety::{LEGS_STILL, SafetyQuestion};
use crate::samples::{World, any_time, bout, closed, day, line, plan_record, record};

const TODAY: &str = "2026-11-18";
/// Half past eight in Berlin.
const NOW: &str = "2026-11-18T07:30:00Z";

fn all_stopped(id: u128, at: &str, because: AllStopped) -> PlanRecord {
    let plan = PlanId::new("sample").unwrap();
    let fact = PlanFact::AllStopped { plan, revision: 1, line: None, because, day: day(&at[..10]) };
    plan_record(id, at, fact)
}

fn taken_back(id: u128, at: &str, of: u128) -> PlanRecord {
    let corrects = Some(RecordId(uuid::Uuid::from_u128(of)));
    let fact = PlanFact::Withdrawn { day: day(&at[..10]) };
    PlanRecord { corrects, ..plan_record(id, at, fact) }
}

fn spoken_to(id: u128, at: &str, stop: u128, from: Option<&str>) -> PlanRecord {
    let fact = PlanFact::SpokenTo {
        stop: RecordId(uuid::Uuid::from_u128(stop)),
        who: Some("Ward line".to_owned()),
        said_on: day(&at[..10]),
        from: from.map(day),
        day: day(&at[..10]),
    };
    plan_record(id, at, fact)
}

/// Bridge and squat three times a day, and a walk.
fn with_a_walk(rules: Vec<PainRule>) -> World {
    let mut world = world(rules, NOW);
    world.revisions[0].revision.lines.push(any_time(line("walk", &[]), 2));
    world
}

/// Whether each thing that the day asks for is stopped: three rounds of two, then the walks.
fn stopped(world: &World, at: &str) -> Vec<bool> {
    on(world, at).items().map(|item| item.state == State::Withheld).collect()
}

#[test]
fn what_no_plan_can_loosen_stops_every_line_until_the_team_was_spoken_to() {
    let spreads = || Hurt { spreading: true, score: None, ..hurt(0) };
    let of_no_line = || Hurt { line: None, bout: None, ..spreads() };
    let go_on = rule(PainTrigger::Spreading, PainAction::GoOn, PainLasts::NextTime);
    let stop_once = rule(PainTrigger::Spreading, PainAction::Stop, PainLasts::NextTime);
    let at = "2026-11-18T07:20:00Z";
    let (numb, faint, second) = (AllStopped::Numb, AllStopped::Faint, AllStopped::SecondStop);
    for (name, rules, stop, because) in [
        ("down the leg", vec![], said(7, at, spreads()), StopBecause::Spreading),
        ("of no line", vec![], said(7, at, of_no_line()), StopBecause::Spreading),
        ("go on", vec![go_on], said(7, at, spreads()), StopBecause::Spreading),
        ("once", vec![stop_once], said(7, at, spreads()), StopBecause::Spreading),
        ("numb", vec![], all_stopped(7, at, numb), StopBecause::Numb),
        ("faint", vec![], all_stopped(7, at, faint), StopBecause::Faint),
        ("a second one", vec![], all_stopped(7, at, second), StopBecause::SecondStop),
    ] {
        let mut world = with_a_walk(rules);
        let begun = Fact::Work {
            bout: bout("squat", "morning", TODAY),
            set: 1,
            side: BodySide::Both,
            repetitions: 4,
            seconds: 0,
        };
        world.records = vec![record(1, "2026-11-18T07:10:00Z", begun)];
        world.plan_records = vec![stop];
        let mut expected = vec![true; 8];
        expected[1] = false;
        assert_eq!(stopped(&world, TODAY), expected, "{name}");
        let today = on(&world, TODAY);
        assert_eq!(today.rounds[0].items[1].state, State::Partly { reason: None }, "{name}, begun");
        assert_eq!(today.next_round(world.now), None, "{name}: nothing rings, nothing begins");
        let lines: Vec<_> = today.stops.iter().map(|stop| stop.lines.len()).collect();
        assert_eq!(lines, [3], "{name}: one word sets all of them free");
        assert!(today.stops.iter().all(|stop| stop.because == because && stop.bouts.is_none()));
        let rings = name == "once";
        assert!(today.stops.iter().all(|stop| stop.ring.is_some() == rings), "{name}");
        // Days, and another sheet, end nothing.
        assert_eq!(stopped(&world, "2026-12-30"), [true; 8], "{name}");
        let mut another = world.revisions[0].clone();
        another.from = day("2026-11-20");
        another.revision.plan = PlanId::new("another").unwrap();
        world.revisions.push(another);
        assert_eq!(stopped(&world, "2026-11-21"), [true; 8], "{name}, another sheet");
        world.revisions.pop();
        // A mistaken tap never stopped anything.
        world.plan_records.push(taken_back(8, "2026-11-18T07:21:00Z", 7));
        assert_eq!(stopped(&world, TODAY), [false; 8], "{name}");
        assert_eq!(on(&world, TODAY).rounds[0].items[1].state, State::InProgress, "{name}");
        // A word of the team does.
        world.plan_records.pop();
        world.plan_records.push(spoken_to(8, "2026-11-18T07:25:00Z", 7, None));
        assert_eq!(stopped(&world, TODAY), [false; 8], "{name}");
        world.plan_records.pop();
        world.plan_records.push(spoken_to(8, "2026-11-18T07:25:00Z", 7, Some("2026-11-20")));
        assert_eq!(stopped(&world, "2026-11-19"), [true; 8], "{name}");
        assert_eq!(stopped(&world, "2026-11-20"), [false; 8], "{name}");
    }
}

#[test]
fn a_word_about_one_line_sets_free_not_all_of_them() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut world = with_a_walk(vec![over_five]);
    world.plan_records = vec![
        said(7, "2026-11-18T07:10:00Z", hurt(7)),
        all_stopped(8, "2026-11-18T07:20:00Z", AllStopped::Faint),
    ];
    let of = |world: &World| -> Vec<_> {
        let stops = on(world, TODAY).stops;
        let titles = |stop: &AgendaStop| {
            stop.lines.iter().map(|stopped| stopped.title.clone()).collect::<Vec<_>>().join(" ")
        };
        stops.iter().map(|stop| (titles(stop), stop.because, stop.records.len())).collect()
    };
    let all = ("bridge squat walk".to_owned(), StopBecause::Faint, 1);
    let bridge = ("bridge".to_owned(), StopBecause::Rule, 1);
    assert_eq!(of(&world), [all, bridge.clone()]);
    world.plan_records.push(spoken_to(9, "2026-11-18T07:25:00Z", 8, None));
    assert_eq!(of(&world), [bridge], "and a word about all of them not the one that hurt");
}

#[test]
fn a_second_stop_counts_from_the_last_word_of_the_team() {
    let skipped = |line: &str, round: &str| {
        closed(bout(line, round, TODAY), Outcome::Skipped { reason: SkipReason::Pain })
    };
    let mut world = with_a_walk(Vec::new());
    world.now = "2026-11-18T14:00:00Z".parse().unwrap();
    world.records = vec![
        record(1, "2026-11-18T07:10:00Z", skipped("bridge", "morning")),
        record(2, "2026-11-18T07:20:00Z", skipped("squat", "morning")),
    ];
    let stands = |world: &World| {
        world.ask(|situation| {
            (situation.is_second_stop(day(TODAY)), situation.open_second_stop(day(TODAY)).is_some())
        })
    };
    assert_eq!(stands(&world), (true, false), "to be kept");
    world.plan_records = vec![all_stopped(7, "2026-11-18T07:20:00Z", AllStopped::SecondStop)];
    assert_eq!(stands(&world), (true, true));
    world.plan_records.push(spoken_to(8, "2026-11-18T09:00:00Z", 7, None));
    assert_eq!(stands(&world), (false, false), "they spoke of both");
    world.records.push(record(3, "2026-11-18T13:10:00Z", skipped("bridge", "noon")));
    assert_eq!(stands(&world), (false, false));
    world.records.push(record(4, "2026-11-18T13:20:00Z", skipped("squat", "noon")));
    assert_eq!(stands(&world), (true, false), "two more");
    let lower = follows(&world, &hurt(1), day(TODAY));
    assert_eq!(lower.outcome, PainOutcome::StopSessionSecondStop);
}

#[test]
fn a_number_of_no_exercise_is_no_second_exercise() {
    let today = day(TODAY);
    let number = || Hurt { line: None, bout: None, ..hurt(7) };
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut world = world(vec![over_five], "2026-11-18T16:00:00Z");
    let outcome = |world: &World| follows(world, &number(), today).outcome;
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
    assert_eq!(outcome(&world), PainOutcome::StopSome, "only the bridge was ever stopped");
    world.plan_records.push(said(8, "2026-11-18T16:00:00Z", number()));
    assert!(!world.ask(|situation| situation.is_second_stop(today)), "and nothing else is kept");
    assert!(on(&world, TODAY).stops.iter().all(|stop| stop.because == StopBecause::Rule));
    let squat = Hurt { line: LineId::new("squat"), ..hurt(7) };
    world.plan_records.push(said(9, "2026-11-18T15:00:00Z", squat));
    assert_eq!(outcome(&world), PainOutcome::StopSessionSecondStop, "two of them were");
    assert!(world.ask(|situation| situation.is_second_stop(today)));
}

#[test]
fn a_calf_stops_whatever_moves_a_leg() {
    let of = |id: &str, exercise: &str| Prescription {
        exercise: ExerciseId::new(exercise).unwrap(),
        ..line(id, &["morning"])
    };
    let mut world = world(Vec::new(), NOW);
    world.revisions[0].revision.lines = vec![
        of("stretch", "calf-stretch-wall"),
        of("heels", "heel-raise"),
        of("own", "own-balance-board"),
        of("breathe", "diaphragmatic-breathing"),
        of("arms", "dead-bug-arms"),
    ];
    let yes = PlanFact::AskedAndYes {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        line: LineId::new("stretch"),
        question: SafetyQuestion::Calf,
        day: day(TODAY),
    };
    let with = |line: &str| match yes.clone() {
        PlanFact::AskedAndYes { plan, revision, question, day, .. } => {
            let line = LineId::new(line);
            PlanFact::AskedAndYes { plan, revision, line, question, day }
        }
        other => other,
    };
    // One that was asked because something hurts leaves what moves no leg, of whichever line it was, or of none.
    for of in ["breathe", "stretch", ""] {
        world.plan_records = vec![plan_record(8, "2026-11-18T06:50:00Z", with(of))];
        assert_eq!(stopped(&world, TODAY), [true, true, true, false, false], "{of}");
        let told = |line| {
            follows(&world, &Hurt { line: LineId::new(line), ..hurt(1) }, day(TODAY)).outcome
        };
        assert_eq!(told("breathe"), PainOutcome::NothingWritten, "{of}");
        assert_eq!(told("heels"), PainOutcome::StopExercise, "{of}");
    }
    let breathing = &mut world.revisions[0].revision.lines[3];
    breathing.safety_question = Some(SafetyQuestion::Calf);
    world.plan_records = vec![plan_record(8, "2026-11-18T06:50:00Z", with("breathe"))];
    assert_eq!(stopped(&world, TODAY), [true, true, true, true, false]);
    world.plan_records = vec![plan_record(8, "2026-11-18T06:50:00Z", yes)];
    assert_eq!(stopped(&world, TODAY), [true, true, true, false, false]);
    let today = on(&world, TODAY);
    let calf = StopBecause::Asked(SafetyQuestion::Calf);
    assert!(today.stops.iter().all(|stop| stop.because == calf), "{:?}", today.stops);
    world.plan_records.push(spoken_to(9, "2026-11-18T07:00:00Z", 8, None));
    assert_eq!(stopped(&world, TODAY), [false; 5]);
    world.plan_records.pop();
    world.plan_records.push(taken_back(9, "2026-11-18T07:00:00Z", 8));
    assert_eq!(stopped(&world, TODAY), [false; 5]);
}

#[test]
fn one_yes_about_the_calf_is_one_stop_of_however_many_lines_it_was_asked_about() {
    let yes = |number, line: &str| {
        let fact = PlanFact::AskedAndYes {
            plan: PlanId::new("sample").unwrap(),
            revision: 1,
            line: LineId::new(line),
            question: SafetyQuestion::Calf,
            day: day(TODAY),
        };
        plan_record(number, "2026-11-18T06:50:00Z", fact)
    };
    let left = |number, line: &str| {
        let skipped = Outcome::Skipped { reason: SkipReason::Pain };
        record(number, "2026-11-18T06:55:00Z", closed(bout(line, "morning", TODAY), skipped))
    };
    for (name, asked, left_for_pain, is_second) in [
        ("both stretches", &["bridge", "squat"][..], &[][..], false),
        ("the one in hand was left for it", &["bridge"], &["bridge"], false),
        ("another was left", &["bridge"], &["squat"], true),
        ("one of both was left before", &["bridge", "squat"], &["squat"], true),
        ("of none", &[""], &[], false),
        ("of none, and one was left", &[""], &["bridge"], true),
        ("each was left by itself", &["bridge", "squat"], &["bridge", "squat"], true),
    ] {
        let mut world = with_a_walk(Vec::new());
        world.plan_records = asked.iter().zip(1..).map(|(line, n)| yes(n, line)).collect();
        world.records = left_for_pain.iter().zip(11..).map(|(line, n)| left(n, line)).collect();
        assert_eq!(world.ask(|it| it.is_second_stop(day(TODAY))), is_second, "{name}");
        // What is said of one of them afterwards is told the same.
        let outcome = follows(&world, &hurt(1), day(TODAY)).outcome;
        let second = PainOutcome::StopSessionSecondStop;
        assert_eq!(outcome == second, is_second, "{name}: {outcome:?}");
    }
}

#[test]
fn what_a_calf_leaves_moves_no_leg_in_any_of_its_poses() {
    for id in LEGS_STILL {
        let exercise = embedded().get(&ExerciseId::new(id).unwrap()).unwrap();
        let legs: Vec<_> = exercise
            .poses
            .iter()
            .map(|pose| ["hip", "out", "open", "knee", "ankle"].map(|joint| pose.angles.get(joint)))
            .collect();
        assert!(legs.windows(2).all(|two| two[0] == two[1]), "{id}: {legs:?}");
    }
}

#[test]
fn what_stops_all_is_followed_by_the_question_about_warning_signs() {
    let mut world = with_a_walk(Vec::new());
    let hurt = |world: &World| world.ask(|situation| last_hurt(situation, day(TODAY)));
    assert_eq!(hurt(&world), None);
    world.plan_records = vec![all_stopped(7, "2026-11-18T07:20:00Z", AllStopped::Numb)];
    assert_eq!(hurt(&world), Some("2026-11-18T07:20:00Z".parse().unwrap()));
}
