use std::time::Duration;

use super::{Runner, SessionEvent, StepKind, Witnessed, script};
use crate::plan::{Dose, Prescription, Side};
use crate::record::{BodySide, Outcome, SkipReason};
use crate::samples::{World, day, line, revision};
use crate::schedule::agenda;

fn held() -> Prescription {
    let mut line = line("brace", &["morning"]);
    line.dose = Dose {
        sets: Some(2),
        repetitions: Some(2),
        hold_seconds: Some(5),
        rest_seconds: Some(30),
        ..Dose::default()
    };
    line
}

fn runner(lines: Vec<Prescription>) -> Runner {
    let world = World::new(revision(lines), "2026-11-18T08:00:00Z");
    let agenda = world.ask(|situation| agenda(situation, day("2026-11-18"))).unwrap();
    Runner::new(script(&agenda.rounds[0].items))
}

/// Runs to the end second by second, tapping whenever the session waits.
fn run_through(runner: &mut Runner) -> Vec<Witnessed> {
    let mut witnessed = Vec::new();
    for _ in 0..10_000 {
        if runner.view().is_none_or(|view| view.finished) {
            return witnessed;
        }
        witnessed.extend(match runner.until_next_change() {
            Some(wait) if runner.view().is_some_and(|view| view.seconds.is_some()) => {
                runner.advance(wait)
            }
            _ => runner.handle(SessionEvent::Next),
        });
    }
    panic!("the session does not end");
}

fn work(witnessed: &[Witnessed]) -> Vec<(u16, BodySide, u16, u32)> {
    witnessed
        .iter()
        .filter_map(|seen| match seen {
            Witnessed::Work { set, side, repetitions, seconds, .. } => {
                Some((*set, *side, *repetitions, *seconds))
            }
            Witnessed::Closed { .. } => None,
        })
        .collect()
}

fn outcomes(witnessed: &[Witnessed]) -> Vec<Outcome> {
    let closed = witnessed.iter().filter_map(|seen| match seen {
        Witnessed::Closed { outcome, .. } => Some(outcome.clone()),
        Witnessed::Work { .. } => None,
    });
    closed.collect()
}

/// Lets so many seconds go by, watched.
fn watch(runner: &mut Runner, seconds: u64) -> Vec<Witnessed> {
    (0..seconds).flat_map(|_| runner.advance(Duration::from_secs(1))).collect()
}

#[test]
fn each_hold_is_witnessed_and_the_bout_is_done_at_the_end() {
    let mut runner = runner(vec![held()]);
    let witnessed = run_through(&mut runner);
    let both = BodySide::Both;
    assert_eq!(
        work(&witnessed),
        [(1, both, 1, 5), (1, both, 1, 5), (2, both, 1, 5), (2, both, 1, 5)]
    );
    assert_eq!(outcomes(&witnessed), [Outcome::Done]);
}

#[test]
fn a_set_without_holds_is_handed_out_whole_and_each_side_waits_for_a_tap() {
    let mut sided = line("clam", &["morning"]);
    sided.side = Side::Each;
    sided.dose.sets = Some(2);
    let mut runner = runner(vec![sided]);
    let kinds: Vec<StepKind> = {
        let mut kinds = Vec::new();
        let mut copy = runner.clone();
        while let Some(view) = copy.view().filter(|view| !view.finished) {
            if view.seconds.is_none() {
                kinds.push(view.step);
            }
            copy.handle(SessionEvent::Next);
        }
        kinds
    };
    assert_eq!(
        kinds,
        [StepKind::NextExercise, StepKind::Rest, StepKind::ChangeSide, StepKind::Rest]
    );
    let witnessed = run_through(&mut runner);
    let sides =
        [(1, BodySide::Left), (2, BodySide::Left), (1, BodySide::Right), (2, BodySide::Right)];
    assert_eq!(work(&witnessed), sides.map(|(set, side)| (set, side, 10, 0)));
}

#[test]
fn a_pause_restarts_the_hold_and_credits_nothing() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 5 + 1 + 4);
    assert_eq!(runner.view().unwrap().step, StepKind::Hold);
    assert_eq!(runner.view().unwrap().seconds_passed, 4);
    assert!(runner.handle(SessionEvent::Pause).is_empty());
    assert!(runner.advance(Duration::from_secs(3600)).is_empty());
    runner.handle(SessionEvent::Resume);
    assert!(watch(&mut runner, 4).is_empty());
    assert!(runner.advance(Duration::from_millis(999)).is_empty());
    assert_eq!(work(&runner.advance(Duration::from_millis(1))), [(1, BodySide::Both, 1, 5)]);
}

#[test]
fn a_stretch_that_nobody_watched_is_a_pause() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 5 + 1 + 2);
    assert!(runner.advance(Duration::from_secs(4)).is_empty(), "nobody watched");
    let view = runner.view().unwrap();
    assert!(view.paused);
    assert_eq!((view.step, view.seconds_passed), (StepKind::Hold, 0));
}

#[test]
fn leaving_an_exercise_says_what_was_seen_of_it() {
    let mut nothing = runner(vec![held()]);
    let reason = SkipReason::Pain;
    assert_eq!(
        outcomes(&nothing.handle(SessionEvent::LeaveExercise { reason })),
        [Outcome::Skipped { reason }]
    );

    let mut some = runner(vec![held(), line("bridge", &["morning"])]);
    some.handle(SessionEvent::Next);
    watch(&mut some, 5 + 7 + 7);
    some.handle(SessionEvent::Next);
    some.handle(SessionEvent::Next);
    some.handle(SessionEvent::Next);
    let left = some.handle(SessionEvent::LeaveExercise { reason });
    assert_eq!(outcomes(&left), [Outcome::Partly { sets: Some(1), repetitions: Some(1) }]);
    assert_eq!(some.view().unwrap().item, 1, "the next exercise is on");
}

#[test]
fn a_walk_keeps_the_seconds_that_were_walked() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(15), ..Dose::default() };
    let mut broken_off = runner(vec![walk.clone()]);
    broken_off.handle(SessionEvent::Next);
    watch(&mut broken_off, 300);
    broken_off.handle(SessionEvent::Pause);
    assert_eq!(work(&broken_off.handle(SessionEvent::End)), [(1, BodySide::Both, 0, 300)]);
    assert!(broken_off.view().unwrap().finished);

    let mut whole = runner(vec![walk]);
    let witnessed = run_through(&mut whole);
    assert_eq!(work(&witnessed), [(1, BodySide::Both, 0, 900)]);
    assert_eq!(outcomes(&witnessed), [Outcome::Done]);
}

#[test]
fn going_back_counts_no_repetition_twice() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    let mut witnessed = watch(&mut runner, 5 + 7 + 6);
    runner.handle(SessionEvent::Back);
    assert_eq!(runner.view().unwrap().repetition, 0);
    witnessed.extend(run_through(&mut runner));
    assert_eq!(work(&witnessed).iter().map(|(.., repetitions, _)| repetitions).sum::<u16>(), 4);
}

#[test]
fn a_walk_that_is_ended_early_is_part_of_a_walk() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(15), ..Dose::default() };
    let mut runner = runner(vec![walk]);
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 180);
    let witnessed = runner.handle(SessionEvent::Next);
    assert_eq!(work(&witnessed), [(1, BodySide::Both, 0, 180)]);
    assert_eq!(outcomes(&witnessed), [Outcome::Partly { sets: None, repetitions: None }]);
}

#[test]
fn minutes_and_uncounted_work_are_done_in_every_set_and_on_every_side() {
    let mut stretch = line("stretch", &["morning"]);
    stretch.side = Side::Each;
    stretch.dose = Dose { minutes: Some(1), ..Dose::default() };
    let witnessed = run_through(&mut runner(vec![stretch.clone()]));
    assert_eq!(work(&witnessed), [(1, BodySide::Left, 0, 60), (1, BodySide::Right, 0, 60)]);

    stretch.dose = Dose { sets: Some(2), ..Dose::default() };
    let mut uncounted = runner(vec![stretch]);
    let mut taps = 0;
    while !uncounted.view().unwrap().finished {
        uncounted.handle(SessionEvent::Next);
        taps += 1;
    }
    // To begin, four sets, two rests and the change of side.
    assert_eq!(taps, 1 + 4 + 2 + 1);
}

#[test]
fn what_was_seen_before_is_neither_asked_for_nor_counted_again() {
    let world = World::new(revision(vec![held()]), "2026-11-18T08:00:00Z");
    let mut items =
        world.ask(|situation| agenda(situation, day("2026-11-18"))).unwrap().rounds.remove(0).items;
    let seen = |set, repetitions| crate::schedule::SeenSet {
        set,
        side: BodySide::Both,
        repetitions,
        seconds: 5 * u32::from(repetitions),
    };
    items[0].seen.sets = vec![seen(1, 2), seen(2, 1)];
    let witnessed = run_through(&mut Runner::new(script(&items)));
    assert_eq!(work(&witnessed), [(2, BodySide::Both, 1, 5)]);

    items[0].seen.sets = vec![seen(1, 2), seen(2, 2)];
    let mut all_seen = Runner::new(script(&items));
    let witnessed = all_seen.handle(SessionEvent::Next);
    assert_eq!((work(&witnessed).len(), outcomes(&witnessed)), (0, vec![Outcome::Done]));
    assert!(all_seen.view().unwrap().finished);
}

#[test]
fn a_session_that_was_ended_shows_the_exercise_it_was_ended_in() {
    let mut runner = runner(vec![held(), line("bridge", &["morning"])]);
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::End);
    let view = runner.view().unwrap();
    assert_eq!((view.finished, view.item), (true, 0));
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
    witnessed.extend(runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::Tired }));
    assert_eq!(outcomes(&witnessed), [Outcome::Partly { sets: Some(0), repetitions: None }]);
}

#[test]
fn standing_up_is_announced_where_somebody_lies() {
    let mut lying = line("bridge", &["morning"]);
    lying.flags = vec![crate::safety::Flag::Supine];
    let mut standing = line("heel-raise", &["morning"]);
    standing.flags = vec![crate::safety::Flag::Standing];
    let mut runner = runner(vec![lying, standing]);
    assert!(!runner.view().unwrap().stands_up);
    while runner.view().unwrap().item == 0 {
        runner.handle(SessionEvent::Next);
    }
    assert!(runner.view().unwrap().stands_up);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn events() -> impl Strategy<Value = Vec<Result<u64, SessionEvent>>> {
        let event = prop_oneof![
            6 => (0_u64..9_000).prop_map(Ok),
            1 => Just(Err(SessionEvent::Pause)),
            2 => Just(Err(SessionEvent::Resume)),
            3 => Just(Err(SessionEvent::Next)),
            1 => Just(Err(SessionEvent::Back)),
            1 => Just(Err(SessionEvent::LeaveExercise { reason: SkipReason::Tired })),
        ];
        proptest::collection::vec(event, 0..200)
    }

    proptest! {
        #[test]
        fn nothing_is_credited_beyond_the_dose_or_the_time_that_passed(events in events()) {
            let mut runner = runner(vec![held(), line("bridge", &["morning"])]);
            let mut witnessed = Vec::new();
            let mut passed = 0;
            for event in events {
                witnessed.extend(match event {
                    Ok(millis) => {
                        passed += millis;
                        runner.advance(Duration::from_millis(millis))
                    }
                    Err(event) => runner.handle(event),
                });
                let view = runner.view().unwrap();
                prop_assert!(view.steps_over <= view.steps);
                prop_assert!(view.seconds.is_none_or(|seconds| view.seconds_passed <= seconds));
            }
            let work = work(&witnessed);
            prop_assert!(work.iter().map(|(.., repetitions, _)| u32::from(*repetitions)).sum::<u32>() <= 4 + 10);
            prop_assert!(u64::from(work.iter().map(|(.., seconds)| *seconds).sum::<u32>()) * 1000 <= passed);
            prop_assert!(outcomes(&witnessed).len() <= 2);
        }
    }
}
