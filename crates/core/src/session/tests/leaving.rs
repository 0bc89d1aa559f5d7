//! Leaving an exercise, and going back to one.

use super::*;

#[test]
fn leaving_an_exercise_says_what_was_seen_of_it() {
    let mut nothing = runner(vec![held()]);
    let reason = SkipReason::Pain;
    assert_eq!(
        outcomes(&nothing.handle(SessionEvent::LeaveExercise { reason, done: None })),
        [Outcome::Skipped { reason }]
    );

    let mut some = runner(vec![held(), line("bridge", &["morning"])]);
    some.handle(SessionEvent::Next);
    watch(&mut some, 5 + 7 + 7);
    some.handle(SessionEvent::Next);
    some.handle(SessionEvent::Next);
    some.handle(SessionEvent::Next);
    let left = some.handle(SessionEvent::LeaveExercise { reason, done: None });
    assert_eq!(outcomes(&left), [Outcome::Partly { sets: Some(1), repetitions: Some(1) }]);
    assert_eq!(some.view().unwrap().item, 1, "the next exercise is on");
}

#[test]
fn what_the_person_says_was_done_of_an_exercise_stands_over_what_was_seen() {
    let reason = SkipReason::Tired;
    let leave = |sets, repetitions| SessionEvent::LeaveExercise {
        reason,
        done: Some(PartSaid { sets, repetitions }),
    };
    let some = runner(vec![held()]).handle(leave(1, 1));
    assert_eq!(outcomes(&some), [Outcome::Partly { sets: Some(1), repetitions: Some(1) }]);
    let whole_sets = runner(vec![held()]).handle(leave(1, 0));
    assert_eq!(outcomes(&whole_sets), [Outcome::Partly { sets: Some(1), repetitions: None }]);
    let none = runner(vec![held()]).handle(leave(0, 0));
    assert_eq!(outcomes(&none), [Outcome::Skipped { reason }]);
}

#[test]
fn the_screen_is_told_what_was_seen_so_that_it_need_not_be_entered() {
    let mut slides = line("slides", &["morning"]);
    slides.dose.sets = Some(3);
    let mut runner = runner(vec![slides]);
    while runner.view().unwrap().set < 3 {
        runner.handle(SessionEvent::Next);
    }
    // Rest and getting ready, then six of the third.
    for _ in 0..2 + 6 {
        runner.handle(SessionEvent::Next);
    }
    let view = runner.view().unwrap();
    assert_eq!((view.sets_seen, view.repetitions_seen), (2, 6));
    let left = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
    let left = outcomes(&runner.handle(left));
    assert_eq!(left, [Outcome::Partly { sets: Some(2), repetitions: Some(6) }]);
}

#[test]
fn back_leads_to_the_set_before_and_then_to_the_exercise_before() {
    let mut runner = runner(vec![held(), line("bridge", &["morning"])]);
    while runner.view().unwrap().item == 0 {
        runner.handle(SessionEvent::Next);
    }
    let at = |runner: &Runner| {
        let view = runner.view().unwrap();
        (view.item, view.set, view.step)
    };
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 2, StepKind::GetReady), "its last set, for all were done");
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 1, StepKind::GetReady));
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 1, StepKind::GetReady), "there is nothing before it");
    let again = run_through(&mut runner);
    assert_eq!(work(&again), [(1, BodySide::Both, 10, 0)], "what was counted is counted once");
    assert_eq!(outcomes(&again), [Outcome::Done, Outcome::Done]);
}

#[test]
fn an_exercise_that_was_left_by_mistake_can_still_be_done() {
    let mut runner = runner(vec![held(), line("bridge", &["morning"])]);
    runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::Other, done: None });
    runner.handle(SessionEvent::Back);
    assert_eq!((runner.view().unwrap().item, runner.view().unwrap().set), (0, 1));
    assert_eq!(outcomes(&run_through(&mut runner)), [Outcome::Done, Outcome::Done]);
}

#[test]
fn a_set_counts_when_every_side_has_it_whole() {
    let mut sided = line("clam", &["morning"]);
    sided.side = Side::Each;
    sided.dose.sets = Some(2);
    let mut runner = runner(vec![sided]);
    let mut witnessed = Vec::new();
    while runner.view().unwrap().step != StepKind::ChangeSide {
        witnessed.extend(runner.handle(SessionEvent::Next));
    }
    witnessed.extend(
        runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None }),
    );
    assert_eq!(outcomes(&witnessed), [Outcome::Partly { sets: Some(0), repetitions: None }]);
}
