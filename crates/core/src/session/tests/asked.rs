//! What is asked of whom: words that come late, hands that are busy, and places.

use super::super::{Ground, ItemResult, Spot};
use super::*;
use crate::catalogue::{Position, embedded};
use crate::ids::ExerciseId;

/// An exercise of the catalogue, with its flags and its pace.
fn known(id: &str) -> Prescription {
    let exercise = &embedded().exercises[&ExerciseId::new(id).unwrap()];
    let mut line = line(id, &["morning"]);
    line.flags.clone_from(&exercise.flags);
    line.tempo = exercise.tempo;
    line.dose.repetitions = Some(3);
    line
}

fn with_lead() -> SessionChoices {
    SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() }
}

#[test]
fn a_word_that_comes_late_credits_nothing_of_the_step_after() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    let before = runner.view().unwrap();
    assert_eq!(before.step, StepKind::GetReady);
    // While the press was on its way the time to get ready was over, and the first repetition began.
    watch(&mut runner, 5);
    assert!(runner.handle_in(before.turn, SessionEvent::Next).is_empty(), "nobody saw a hold");
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.repetition), (StepKind::MoveOut, 1));
    let seen = runner.handle_in(view.turn, SessionEvent::Next);
    assert_eq!(work(&seen), [(1, BodySide::Both, 1, 0)], "in time it is the person's word");
}

#[test]
fn each_step_is_another_turn_also_on_the_way() {
    use crate::safety::Flag::{Standing, Supine};
    let place = |id, flag| Prescription { flags: vec![flag], ..line(id, &["morning"]) };
    let mut runner = runner(vec![place("a", Supine), place("b", Standing)]);
    let mut before = runner.view().unwrap();
    for event in [SessionEvent::Next; 30].into_iter().chain([SessionEvent::Back; 6]) {
        let late = before.turn;
        runner.handle(event);
        let view = runner.view().unwrap();
        if view.finished {
            break;
        }
        let is_same = (view.step, view.repetition, view.item)
            == (before.step, before.repetition, before.item);
        assert!(is_same || view.turn > late, "{:?} after {:?}", view.step, before.step);
        before = view;
    }
}

#[test]
fn what_hurt_at_the_end_of_an_exercise_leaves_no_other() {
    let leave = |reason| SessionEvent::LeaveExercise { reason, done: None };
    for reason in [SkipReason::Pain, SkipReason::Tired] {
        let lines =
            ["a", "b"].map(|id| Prescription { dose: held().dose, ..line(id, &["morning"]) });
        let mut runner = runner_as(lines.into(), with_lead());
        runner.handle(SessionEvent::Next);
        let mut last = runner.view().unwrap();
        let mut seen = Vec::new();
        while runner.view().unwrap().item == 0 {
            last = runner.view().unwrap();
            seen = runner.advance(Duration::from_secs(1));
        }
        assert_eq!(outcomes(&seen), [Outcome::Done]);
        assert!(outcomes(&runner.handle_in(last.turn, leave(reason))).is_empty());
        let view = runner.view().unwrap();
        assert!(view.paused, "nothing begins while they say what hurts");
        assert_eq!((view.item, view.items[1].result), (1, ItemResult::Open));
        let left = runner.handle_in(view.turn, leave(SkipReason::Tired));
        assert_eq!(outcomes(&left), [Outcome::Skipped { reason: SkipReason::Tired }]);
    }
}

#[test]
fn a_set_that_changed_meanwhile_is_still_of_the_exercise_that_is_left() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    let before = runner.view().unwrap();
    watch(&mut runner, 5 + 7 + 3);
    let leave = SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None };
    let left = runner.handle_in(before.turn, leave);
    assert!(matches!(outcomes(&left)[..], [Outcome::Partly { .. }]));
}

#[test]
fn at_the_worktop_and_on_one_leg_nothing_is_tapped() {
    let by_tap = SessionChoices { counting: Counting::ByTap, ..SessionChoices::default() };
    let mut led = Vec::new();
    for (id, exercise) in &embedded().exercises {
        let line = known(id.as_str());
        if line.tempo.is_none() {
            continue;
        }
        let mut runner = runner_as(vec![line], by_tap);
        runner.handle(SessionEvent::Next);
        let view = runner.view().unwrap();
        assert_eq!(view.items[0].is_balance, !view.can_be_tapped, "{id}");
        assert_eq!(view.items[0].is_balance, view.step == StepKind::GetReady, "{id}");
        let stands_on_one = exercise.flags.contains(&crate::safety::Flag::SingleLeg);
        let holds_on = exercise.equipment.iter().any(|it| it == "worktop");
        assert!(view.items[0].is_balance || !(stands_on_one || holds_on), "{id}");
        if view.items[0].is_balance {
            led.push(id.as_str());
        }
    }
    for id in ["heel-raise", "mini-squat", "supported-lunge", "standing-march", "weight-shift"] {
        assert!(led.contains(&id), "{id} is not among {led:?}");
    }
    assert!(!led.contains(&"bridge"));
}

#[test]
fn a_rest_that_has_no_time_goes_on_after_the_lead_that_the_person_chose() {
    let mut line = held();
    line.dose.rest_seconds = None;
    let rests = |choices| {
        let mut runner = runner_as(vec![line.clone()], choices);
        while runner.view().unwrap().step != StepKind::Rest {
            match runner.until_next_change() {
                Some(wait) => runner.advance(wait),
                None => runner.handle(SessionEvent::Next),
            };
        }
        runner
    };
    let mut runner = rests(with_lead());
    let view = runner.view().unwrap();
    assert_eq!((view.seconds, view.goes_on_in), (None, Some(30)));
    watch(&mut runner, 29);
    assert_eq!(runner.view().unwrap().step, StepKind::Rest);
    watch(&mut runner, 1);
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.set), (StepKind::GetReady, 2));

    let mut alone = rests(SessionChoices::default());
    watch(&mut alone, 3600);
    let view = alone.view().unwrap();
    assert_eq!((view.step, view.goes_on_in), (StepKind::Rest, None), "nobody is hurried");

    line.dose.rest_seconds = Some(45);
    let mut runner = runner_as(vec![line], with_lead());
    while runner.view().unwrap().step != StepKind::Rest {
        match runner.until_next_change() {
            Some(wait) => runner.advance(wait),
            None => runner.handle(SessionEvent::Next),
        };
    }
    let view = runner.view().unwrap();
    assert_eq!((view.seconds, view.goes_on_in), (Some(45), None), "the sheet's own time holds");
}

#[test]
fn whoever_rests_or_rolls_is_in_bed() {
    let in_bed = Some(Spot { ground: Ground::Bed, position: Position::OnBack });
    for id in ["positional-rest-90-90", "log-roll"] {
        let standing = Prescription { dose: held().dose, ..known("mini-squat") };
        let mut runner = runner(vec![known(id), standing]);
        assert_eq!(runner.view().unwrap().items[0].spot, in_bed, "{id}");
        while runner.view().unwrap().item == 0 {
            runner.handle(SessionEvent::Next);
        }
        let view = runner.view().unwrap();
        assert_eq!((view.step, view.from), (StepKind::GetUp, in_bed), "after {id}");
    }
}

#[test]
fn a_breath_is_known_by_its_number_and_by_its_exercise() {
    let breathes = |line: Prescription| runner(vec![line]).view().unwrap().items[0].is_breathing;
    assert!(breathes(known("diaphragmatic-breathing")), "also where the sheet says three times");
    let mut counted = known("heel-slide");
    assert!(!breathes(counted.clone()));
    (counted.dose.repetitions, counted.dose.breaths) = (None, Some(3));
    assert!(breathes(counted));
}

#[test]
fn what_nobody_could_see_or_hear_stands_still_and_says_so() {
    let mut runner = runner_as(vec![held()], with_lead());
    runner.handle(SessionEvent::OutOfSight);
    let view = runner.view().unwrap();
    assert!(!view.paused && !view.was_out_of_sight, "it waits for the person as it did");
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 5 + 1 + 4);
    assert!(runner.handle(SessionEvent::OutOfSight).is_empty());
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.seconds_passed), (StepKind::Hold, 0), "nobody saw its end");
    assert!(view.paused && view.was_out_of_sight);
    assert!(runner.advance(Duration::from_secs(3600)).is_empty());
    runner.handle(SessionEvent::OutOfSight);
    assert!(runner.view().unwrap().was_out_of_sight, "also when it is hidden again");
    runner.handle(SessionEvent::Resume);
    assert!(!runner.view().unwrap().was_out_of_sight);
    assert_eq!(work(&watch(&mut runner, 5 + 1 + 5)), [(1, BodySide::Both, 1, 5)]);

    watch(&mut runner, 1);
    runner.advance(Duration::from_secs(60));
    let view = runner.view().unwrap();
    assert!(view.paused && view.was_out_of_sight, "the machine slept");

    runner.handle(SessionEvent::Pause);
    runner.handle(SessionEvent::OutOfSight);
    assert!(!runner.view().unwrap().was_out_of_sight, "the person's own pause is theirs");
}
