//! What pauses, jumps of the clock and kills leave of a session.

use proptest::prelude::*;

use super::super::{Ground, PACES, SessionOrder};
use super::properties::{found, lines, stands};
use super::*;

proptest! {
    /// Whoever pauses, or is called away, and never comes back has on record what was seen until then, as after an end.
    #[test]
    fn a_pause_keeps_all_that_was_seen_until_then(
        moves in 1_usize..400,
        by in 0_u8..3,
    ) {
        let mut runner = runner(lines());
        for _ in 0..moves {
            match runner.until_next_change() {
                Some(wait) => runner.advance(wait),
                None => runner.handle(SessionEvent::Next),
            };
        }
        let runs = runner.until_next_change().is_some();
        let ended = stands(&runner.clone().handle(SessionEvent::End));
        let paused = stands(&match by {
            0 => runner.handle(SessionEvent::Pause),
            1 => runner.handle(SessionEvent::OutOfSight),
            _ => runner.advance(Duration::from_secs(4)),
        });
        prop_assert!(!runs || paused.sets == ended.sets, "{:?} of {:?}", paused.sets, ended.sets);
    }

    #[test]
    fn a_pause_or_a_jump_of_the_clock_adds_and_takes_no_second_of_a_hold(
        at in 1_u64..50,
        jump in 3_001_u64..1_000_000_000,
        by in 0_u8..3,
    ) {
        let by_hand = by == 1;
        let mut runner = runner(lines());
        let mut witnessed = Vec::new();
        for _ in 0..at {
            witnessed.extend(match runner.until_next_change() {
                Some(wait) => runner.advance(wait),
                None => runner.handle(SessionEvent::Next),
            });
        }
        if by_hand {
            witnessed.extend(runner.handle(SessionEvent::Pause));
        } else if by == 2 {
            witnessed.extend(runner.handle(SessionEvent::OutOfSight));
        }
        let was_paused = runner.view().unwrap().paused;
        let is_timed = runner.until_next_change().is_some();
        let kept = runner.clone().handle(SessionEvent::Pause);
        let by_jump = runner.advance(Duration::from_millis(jump));
        prop_assert_eq!(&by_jump, &if is_timed { kept } else { Vec::new() });
        witnessed.extend(by_jump);
        prop_assert_eq!(runner.view().unwrap().paused, was_paused || is_timed);
        prop_assert!(was_paused || !by_hand);
        runner.handle(SessionEvent::Resume);
        witnessed.extend(run_through(&mut runner));
        let unbroken = run_through(&mut self::runner(lines()));
        prop_assert_eq!(stands(&witnessed), stands(&unbroken));
    }

    /// What a program that ends without warning has kept is every repetition that was counted, and of what has a time all but
    /// less than five seconds: never more than was seen.
    #[test]
    fn an_end_without_warning_loses_no_repetition_and_less_than_five_seconds(
        moves in proptest::collection::vec(1_u64..3_000, 1..400),
        by_tap in any::<bool>(),
    ) {
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let mut runner = runner_as(lines(), SessionChoices { counting, ..SessionChoices::default() });
        for millis in moves {
            match runner.until_next_change() {
                Some(_) => runner.advance(Duration::from_millis(millis)),
                None => runner.handle(SessionEvent::Next),
            };
            let kept = stands(&runner.under_way().into_iter().collect::<Vec<_>>());
            let seen = stands(&runner.clone().handle(SessionEvent::Pause));
            prop_assert!(kept.sets.keys().all(|set| seen.sets.contains_key(set)));
            for (set, (repetitions, seconds)) in seen.sets {
                let kept = kept.sets.get(&set).copied().unwrap_or_default();
                prop_assert_eq!(kept.0, repetitions, "of {:?}", set);
                prop_assert!(kept.1 <= seconds && seconds < kept.1 + 5, "{} of {}", kept.1, seconds);
            }
            prop_assert!(runner.under_way().is_none_or(|_| !runner.is_over()));
        }
    }

    /// The program is killed at any moment, again and again: what is recorded in the end is what an unbroken session
    /// records, in either order, at any pace, with and without rests between holds, wherever the person may lie.
    #[test]
    fn after_kills_at_any_moment_the_record_is_that_of_an_unbroken_session(
        kills in proptest::collection::vec((1_usize..400, 0_u8..4), 0..6),
        (by_tap, as_written) in (any::<bool>(), any::<bool>()),
        pace in PACES,
        may_lie in proptest::option::of(Just(Ground::Bed)),
    ) {
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let order = if as_written { SessionOrder::AsWritten } else { SessionOrder::ByPosition };
        let choices = SessionChoices { order, counting, ..SessionChoices::default() };
        let mut rests = line("rests", &["morning"]);
        rests.dose = Dose { sets: None, rest_seconds: Some(10), ..held().dose };
        let lines = || [vec![rests.clone()], lines()].concat();
        let mut witnessed = Vec::new();
        for (moves, how) in kills {
            let mut runner = Runner::taken_up(script(&found(lines(), &witnessed), choices), may_lie, pace);
            if runner.view().is_none() {
                break;
            }
            let opened = runner.advance(Duration::from_secs(2));
            prop_assert!(opened.is_empty() && runner.view().unwrap().paused);
            runner.handle(SessionEvent::Resume);
            for _ in 0..moves {
                witnessed.extend(match runner.until_next_change() {
                    Some(wait) => runner.advance(wait),
                    None => runner.handle(SessionEvent::Next),
                });
            }
            // It is gone, and the next one hands out what was kept; or it was stopped, hidden or ended before.
            witnessed.extend(match how {
                0 => runner.under_way().into_iter().collect(),
                1 => runner.handle(SessionEvent::Pause),
                2 => runner.handle(SessionEvent::OutOfSight),
                _ => runner.handle(SessionEvent::End),
            });
        }
        let mut last = Runner::taken_up(script(&found(lines(), &witnessed), choices), may_lie, pace);
        last.handle(SessionEvent::Resume);
        witnessed.extend(run_through(&mut last));
        let unbroken = run_through(&mut runner_as(lines(), choices));
        prop_assert_eq!(stands(&witnessed), stands(&unbroken));
    }
}

#[test]
fn the_pace_that_a_session_had_is_taken_up_with_it() {
    let mut before = runner(vec![held()]);
    for _ in 0..2 {
        before.handle(SessionEvent::Slower);
    }
    let HowItGoes { pace, counting } = before.how_it_goes();
    let choices = SessionChoices { counting, ..SessionChoices::default() };
    let after = Runner::taken_up(script(&items(vec![held()]), choices), None, pace);
    assert_eq!((after.how_it_goes(), after.view().unwrap().slower), (before.how_it_goes(), 2));
}
