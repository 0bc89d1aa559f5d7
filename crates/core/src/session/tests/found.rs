//! What became of an exercise elsewhere while its round is under way.

use super::super::{Found, ItemResult};
use super::going_back::until;
use super::*;

const OPEN: Found = Found { outcome: None, is_otherwise: false };
const DONE: Found = Found { outcome: Some(Outcome::Done), is_otherwise: false };
const PAIN: Found =
    Found { outcome: Some(Outcome::Skipped { reason: SkipReason::Pain }), is_otherwise: false };
const STOPPED: Found = Found { outcome: Some(Outcome::Done), is_otherwise: true };

fn three() -> Vec<Prescription> {
    ["one", "other", "last"]
        .map(|id| Prescription { dose: held().dose, ..line(id, &["morning"]) })
        .into()
}

fn leave(reason: SkipReason) -> SessionEvent {
    SessionEvent::LeaveExercise { reason, done: None }
}

/// In the middle of the first hold.
fn holding() -> Runner {
    let mut runner = until(three(), 0, StepKind::GetReady);
    for _ in 0..20 {
        if runner.view().unwrap().step == StepKind::Hold {
            return runner;
        }
        watch(&mut runner, 1);
    }
    panic!("it is not held")
}

/// Which exercise is on, and what became of each.
fn stands(runner: &Runner) -> (u32, Vec<ItemResult>) {
    let view = runner.view().unwrap();
    (view.item, view.items.iter().map(|item| item.result).collect())
}

#[test]
fn what_was_ticked_elsewhere_ends_nothing_and_is_passed_over_once_the_person_goes_on() {
    use ItemResult::{Done, Open};
    // What hurts is open still to whoever looks whether the round is to end for it.
    for (found, result) in [(DONE, Done), (PAIN, Open)] {
        // Where it waits to be begun; in the middle of a hold; and while it stands still.
        let waits = until(three(), 0, StepKind::NextExercise);
        let holds = holding();
        let mut paused = holds.clone();
        paused.handle(SessionEvent::Pause);
        for (mut runner, event) in [
            (waits.clone(), SessionEvent::Next),
            (waits, leave(SkipReason::NoTime)),
            (holds, SessionEvent::Next),
            (paused.clone(), SessionEvent::Resume),
            (paused.clone(), SessionEvent::Repeat),
            (paused, leave(SkipReason::NoTime)),
        ] {
            let before = runner.view().unwrap();
            runner.take_in(&[found.clone(), OPEN, OPEN]);
            assert_eq!(stands(&runner), (0, vec![result, Open, Open]));
            assert_eq!(runner.view().unwrap().turn, before.turn, "nobody is moved");
            let seen = runner.handle(event);
            assert_eq!((outcomes(&seen), stands(&runner).0), (Vec::new(), 1), "{event:?}");
            assert!(!runner.view().unwrap().paused && !runner.is_over());
            assert_eq!(runner.view().unwrap().step, StepKind::NextExercise);
        }
    }
}

#[test]
fn what_was_ticked_elsewhere_is_passed_over_also_where_it_would_come_next_and_on_the_way_back() {
    let mut runner = holding();
    runner.take_in(&[OPEN, DONE, OPEN]);
    while stands(&runner).0 == 0 {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(stands(&runner).0, 2);
    for item in [2, 0] {
        assert_eq!(stands(&runner).0, item);
        runner.handle(SessionEvent::Back);
    }
    assert_eq!(stands(&runner).0, 0);
    assert_eq!(outcomes(&run_through(&mut runner)), [Outcome::Done, Outcome::Done]);
}

#[test]
fn a_round_of_which_all_that_is_left_was_ticked_elsewhere_is_done_once_the_person_goes_on() {
    let mut runner = until(three(), 1, StepKind::NextExercise);
    let found = [DONE, DONE, DONE];
    assert!(runner.take_in(&found).is_empty());
    assert!(!runner.is_over(), "a tick ends nothing");
    assert!(runner.handle(SessionEvent::Next).is_empty());
    assert!(runner.is_over());
    assert_eq!(stands(&runner).1, [ItemResult::Done; 3]);
}

#[test]
fn a_tick_that_is_taken_back_makes_it_open_again_and_what_the_round_itself_ended_stays() {
    use ItemResult::{Done, Open};
    let mut runner = until(three(), 1, StepKind::NextExercise);
    runner.take_in(&[DONE, DONE, OPEN]);
    runner.take_in(&[OPEN, OPEN, OPEN]);
    assert_eq!(stands(&runner), (1, vec![Done, Open, Open]));
    assert_eq!(outcomes(&run_through(&mut runner)), [Outcome::Done, Outcome::Done]);
    // Passed over first, and taken back then: "Back" leads to it.
    let mut runner = until(three(), 1, StepKind::NextExercise);
    runner.take_in(&[DONE, DONE, OPEN]);
    runner.handle(SessionEvent::Next);
    runner.take_in(&[DONE, OPEN, OPEN]);
    runner.handle(SessionEvent::Back);
    assert_eq!(stands(&runner), (1, vec![Done, Open, Open]));
}

#[test]
fn a_hold_that_runs_when_it_is_ticked_ends_as_it_would_and_the_rest_is_not_led() {
    let mut runner = holding();
    runner.take_in(&[DONE, OPEN, OPEN]);
    assert!(!runner.view().unwrap().paused);
    // Two holds of the first set; not the rest after it, nor the second set.
    let seen = watch(&mut runner, 60);
    assert_eq!((work(&seen).len(), outcomes(&seen)), (2, Vec::new()));
    assert_eq!((stands(&runner).0, runner.view().unwrap().step), (1, StepKind::NextExercise));
}

#[test]
fn what_was_called_skipped_elsewhere_is_partly_done_where_the_round_saw_some_of_it() {
    let skipped = Some(Outcome::Skipped { reason: SkipReason::NoTime });
    let skipped = Found { outcome: skipped, is_otherwise: false };
    let mut begun = holding();
    while begun.view().unwrap().repetitions_seen == 0 {
        watch(&mut begun, 1);
    }
    let said = Some(PartSaid { sets: 0, repetitions: 2 });
    let partly = |seen: &[Witnessed]| matches!(outcomes(seen)[..], [Outcome::Partly { .. }]);
    for (mut runner, event) in [
        (begun.clone(), SessionEvent::Next),
        (begun, SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: said }),
        (holding(), SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: said }),
    ] {
        runner.take_in(&[skipped.clone(), OPEN, OPEN]);
        let seen = runner.handle(event);
        assert!(partly(&seen), "{event:?} {seen:?}");
        assert_eq!(stands(&runner).0, 1);
    }
    // Of which nothing was seen, that word stays.
    let mut runner = holding();
    runner.take_in(&[skipped, OPEN, OPEN]);
    assert_eq!(outcomes(&runner.handle(SessionEvent::Next)), []);
}

#[test]
fn what_was_ticked_elsewhere_and_hurts_in_the_round_is_left_for_that() {
    let mut runner = holding();
    runner.take_in(&[DONE, OPEN, OPEN]);
    let seen = outcomes(&runner.handle(leave(SkipReason::Pain)));
    assert!(
        matches!(seen[..], [Outcome::Partly { reason: Some(SkipReason::Pain), .. }]),
        "{seen:?}"
    );
    assert_eq!(stands(&runner), (1, vec![ItemResult::Partly, ItemResult::Open, ItemResult::Open]));
    // What it was before stands for nothing any more: it hurt in the round.
    runner.take_in(&[OPEN, OPEN, OPEN]);
    runner.handle(SessionEvent::Back);
    assert_eq!(stands(&runner).0, 1, "nobody is led into it");
}

#[test]
fn back_passes_over_what_was_done_in_the_round_and_stopped_since() {
    let at_last = || until(three(), 2, StepKind::NextExercise);
    let back = |found: &Found| {
        let mut runner = at_last();
        runner.take_in(&[DONE, found.clone(), OPEN]);
        runner.handle(SessionEvent::Back);
        runner
    };
    assert_eq!(stands(&back(&DONE)).0, 1);
    for stopped in [STOPPED, PAIN] {
        let mut runner = back(&stopped);
        assert_eq!(stands(&runner).0, 0);
        // Nor does the way on from there lead into it.
        assert_eq!(outcomes(&run_through(&mut runner)), [Outcome::Done, Outcome::Done]);
    }
    // Stopped while it is gone through once more: it stands still, and is not gone on with.
    let mut runner = back(&DONE);
    runner.handle(SessionEvent::Next);
    assert!(runner.until_next_change().is_some());
    runner.take_in(&[DONE, STOPPED, OPEN]);
    assert_eq!((runner.until_next_change(), stands(&runner).0), (None, 1));
    runner.handle(SessionEvent::Resume);
    assert_eq!(stands(&runner).0, 2);
    // A stop that was a slip of the finger.
    let mut runner = at_last();
    runner.take_in(&[DONE, STOPPED, OPEN]);
    runner.take_in(&[DONE, DONE, OPEN]);
    runner.handle(SessionEvent::Back);
    assert_eq!(stands(&runner).0, 1);
}

#[test]
fn the_time_that_is_left_has_nothing_of_what_is_passed_over() {
    let mut runner = until(three(), 0, StepKind::NextExercise);
    let ahead = |runner: &Runner| runner.view().unwrap().seconds_ahead;
    let all = ahead(&runner);
    runner.take_in(&[OPEN, DONE, OPEN]);
    assert_eq!(ahead(&runner), all / 3 * 2);
    runner.take_in(&[DONE, DONE, DONE]);
    assert_eq!(ahead(&runner), 0);
}
