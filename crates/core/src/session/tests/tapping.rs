//! Repetitions that the person counts.

use super::going_back::until;
use super::*;
use crate::record::PartCount;

fn by_tap() -> SessionChoices {
    SessionChoices { counting: Counting::ByTap, ..SessionChoices::default() }
}

/// An exercise of so many sets of three.
fn sets(sets: u16) -> Prescription {
    let mut line = line("squat", &["morning"]);
    line.dose.sets = Some(sets);
    line.dose.repetitions = Some(3);
    line
}

#[test]
fn each_tap_is_kept_at_once_and_the_last_can_be_taken_back() {
    let mut runner = runner_as(vec![sets(1)], by_tap());
    assert!(runner.handle(SessionEvent::Tap).is_empty(), "it has not begun");
    runner.handle(SessionEvent::Next);
    let one = [(1, BodySide::Both, 1, 0)];
    assert_eq!(work(&runner.handle(SessionEvent::Tap)), one);
    assert_eq!(work(&runner.handle(SessionEvent::Tap)), one);
    assert_eq!(runner.handle(SessionEvent::TakeTapBack), [Witnessed::TakenBack]);
    let view = runner.view().unwrap();
    assert_eq!((view.by_taps, view.repetition, view.tapped), (true, 1, 1));
    runner.handle(SessionEvent::TakeTapBack);
    assert!(runner.handle(SessionEvent::TakeTapBack).is_empty(), "there is no other");
    for _ in 0..3 {
        assert_eq!(work(&runner.handle(SessionEvent::Tap)), one);
    }
    assert!(runner.handle(SessionEvent::Tap).is_empty(), "the sheet asks for three");
    assert!(!runner.is_over(), "the third may have been a slip: the person says when it is done");
    let end = runner.handle(SessionEvent::Next);
    assert_eq!((work(&end).len(), outcomes(&end)), (0, vec![Outcome::Done]));
}

#[test]
fn a_set_that_was_tapped_in_part_is_done_in_part() {
    let mut runner = runner_as(vec![sets(2)], by_tap());
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::Tap);
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::Next);
    // The second set without a tap: the person's word for all of it.
    let end = runner.handle(SessionEvent::Next);
    assert_eq!(work(&end), [(2, BodySide::Both, 3, 0)]);
    assert_eq!(
        outcomes(&end),
        [Outcome::Partly {
            sets: Some(1),
            repetitions: Some(1),
            seconds: None,
            counted: None,
            reason: None
        }]
    );
}

#[test]
fn taps_do_not_count_while_the_session_stands_still() {
    let mut runner = runner_as(vec![sets(1)], by_tap());
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::Pause);
    assert!(runner.handle(SessionEvent::Tap).is_empty());
}

#[test]
fn nothing_is_tapped_where_it_is_held_or_where_both_hands_belong_to_the_worktop() {
    let mut on_one_leg = sets(1);
    on_one_leg.flags = vec![crate::safety::Flag::Standing, crate::safety::Flag::SingleLeg];
    for line in [held(), on_one_leg] {
        let mut runner = runner_as(vec![line], by_tap());
        assert!(!runner.view().unwrap().can_be_tapped);
        runner.handle(SessionEvent::Next);
        assert!(runner.handle(SessionEvent::Tap).is_empty());
    }
}

#[test]
fn counting_can_be_changed_in_the_middle_of_a_set_and_nothing_is_counted_twice() {
    let mut runner = runner(vec![sets(2)]);
    runner.handle(SessionEvent::Next);
    // Ready, and one repetition of a second out and a second back.
    watch(&mut runner, 5 + 2);
    let kept = runner.handle(SessionEvent::CountBy { counting: Counting::ByTap });
    assert_eq!(work(&kept), [(1, BodySide::Both, 1, 0)]);
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.set, view.repetition), (StepKind::OwnPace, 1, 1));
    let mut all = kept;
    all.extend(runner.handle(SessionEvent::Tap));
    all.extend(runner.handle(SessionEvent::CountBy { counting: Counting::ByPace }));
    all.extend(watch(&mut runner, 5));
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.set, view.repetition), (StepKind::MoveOut, 1, 3));
    all.extend(run_through(&mut runner));
    assert_eq!(work(&all).iter().map(|(.., repetitions, _)| repetitions).sum::<u16>(), 6);
    assert_eq!(outcomes(&all), [Outcome::Done]);
}

#[test]
fn where_it_waits_to_begin_it_still_waits_after_counting_was_changed() {
    let mut runner = runner(vec![held(), sets(2)]);
    while runner.view().unwrap().item == 0 {
        runner.handle(SessionEvent::Next);
    }
    runner.handle(SessionEvent::CountBy { counting: Counting::ByTap });
    let view = runner.view().unwrap();
    assert_eq!((view.item, view.step), (1, StepKind::NextExercise));
    runner.handle(SessionEvent::Next);
    assert!(runner.view().unwrap().by_taps);
}

#[test]
fn repetitions_that_nobody_tapped_are_not_credited_after_the_set_began_again() {
    let mut runner = runner_as(vec![sets(1)], by_tap());
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::Tap);
    runner.handle(SessionEvent::Repeat);
    let end = runner.handle(SessionEvent::Next);
    assert_eq!(work(&end), []);
    assert_eq!(
        outcomes(&end),
        [Outcome::Partly {
            sets: Some(0),
            repetitions: Some(1),
            seconds: None,
            counted: None,
            reason: None
        }]
    );
}

#[test]
fn a_set_that_was_made_whole_after_it_was_ended_early_is_whole() {
    let mut runner = runner_as(vec![sets(2)], by_tap());
    for event in [SessionEvent::Next, SessionEvent::Tap, SessionEvent::Next, SessionEvent::Back] {
        runner.handle(event);
    }
    runner.handle(SessionEvent::CountBy { counting: Counting::ByPace });
    assert_eq!(outcomes(&run_through(&mut runner)), [Outcome::Done]);
}

#[test]
fn what_is_said_or_counted_of_breaths_steps_and_metres_is_kept_in_them() {
    let reason = SkipReason::Tired;
    let left = |dose: Dose, presses: usize, said: Option<(u16, u16)>| {
        let mut runner = runner(vec![Prescription { dose, ..line("a", &["morning"]) }]);
        (0..presses).for_each(|_| drop(runner.handle(SessionEvent::Next)));
        let done = said.map(|(sets, repetitions)| PartSaid { sets, repetitions });
        match &outcomes(&runner.handle(SessionEvent::LeaveExercise { reason, done }))[..] {
            [Outcome::Partly { sets: None, repetitions: None, counted, .. }] => *counted,
            other => panic!("{other:?}"),
        }
    };
    let steps = Dose { walking_steps: Some(50_000), ..Dose::default() };
    assert_eq!(left(steps.clone(), 0, Some((0, 49_999))), Some(PartCount::Steps(49_999)));
    let laps = Dose { sets: Some(20), metres: Some(20_000), ..Dose::default() };
    assert_eq!(left(laps, 0, Some((19, 5))), Some(PartCount::Metres(380_005)));
    let breaths = Dose { sets: Some(2), breaths: Some(5), ..Dose::default() };
    assert_eq!(left(breaths.clone(), 0, Some((1, 2))), Some(PartCount::Breaths(7)));
    // The way to it, getting ready, and three breaths of the first set.
    assert_eq!(left(breaths, 5, None), Some(PartCount::Breaths(3)));
}

#[test]
fn who_counts_may_change_before_the_rest_of_a_walk() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(15), ..Dose::default() };
    let mut runner = until(vec![held(), walk], 1, StepKind::OwnPace);
    watch(&mut runner, 600);
    while runner.view().unwrap().item == 1 {
        runner.handle(SessionEvent::Back);
    }
    runner.handle(SessionEvent::CountBy { counting: Counting::ByTap });
    while runner.view().unwrap().step != StepKind::OwnPace || runner.view().unwrap().item == 0 {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(runner.view().unwrap().seconds, Some(300));
}
