//! "Back", and what it leads to.

use super::super::{ItemResult, SessionOrder};
use super::leaving::part;
use super::*;

/// A session of `lines`, at the first step of this kind of this exercise.
pub(super) fn until(lines: Vec<Prescription>, item: u32, kind: StepKind) -> Runner {
    until_from(runner(lines), item, kind)
}

pub(super) fn until_from(mut runner: Runner, item: u32, kind: StepKind) -> Runner {
    while (runner.view().unwrap().item, runner.view().unwrap().step) != (item, kind) {
        runner.handle(SessionEvent::Next);
    }
    runner
}

pub(super) fn in_position(id: &str, flag: crate::safety::Flag) -> Prescription {
    Prescription { flags: vec![flag], ..line(id, &["morning"]) }
}

/// The steps that "Back" leads to from where `runner` is, pressed so many times.
fn back(runner: &mut Runner, times: usize) -> Vec<(u32, StepKind)> {
    let mut steps = Vec::new();
    for _ in 0..times {
        assert_eq!(work(&runner.handle(SessionEvent::Back)), [], "nothing was done in between");
        let view = runner.view().unwrap();
        assert!(!view.paused && view.seconds.is_none(), "it waits: {:?}", view.step);
        assert_eq!(runner.until_next_change(), None, "for a tap alone");
        steps.push((view.item, view.step));
    }
    steps
}

#[test]
fn back_leads_through_what_was_asked_before_one_press_each() {
    use crate::safety::Flag::{Quadruped, Supine};
    use crate::session::Ground;
    use StepKind::{GetDown, GetReady, GetUp, NextExercise};
    let lines = || vec![in_position("bridge", Supine), in_position("dog", Quadruped)];
    let choices = SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() };
    let mut runner = until_from(runner_as(lines(), choices), 1, GetReady);
    let asked = [(1, NextExercise), (1, GetDown), (1, GetUp)];
    assert_eq!(back(&mut runner, 3), asked, "and not into the exercise before");
    let mut again = runner.clone();
    for kind in [GetUp, GetDown, NextExercise, GetReady] {
        assert_eq!((again.view().unwrap().item, again.view().unwrap().step), (1, kind));
        again.handle(SessionEvent::Next);
    }
    // Whether they are still in bed, or on the floor as they said, nobody knows: both ways up are told.
    assert_eq!(back(&mut runner, 1), [(0, GetUp)]);
    assert_eq!(runner.view().unwrap().from.map(|spot| spot.ground), Some(Ground::Down));
    let mut way = Vec::new();
    while runner.view().unwrap().seconds.is_none() {
        way.push(runner.view().unwrap().step);
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(way, [GetUp, GetDown, NextExercise]);
}

#[test]
fn back_from_the_first_set_waits_for_it_to_begin_and_keeps_what_was_seen() {
    use StepKind::{GetReady, NextExercise};
    let mut runner = until(vec![held(), line("bridge", &["morning"])], 0, GetReady);
    assert_eq!(
        back(&mut runner, 2),
        [(0, NextExercise), (0, NextExercise)],
        "nothing is before it"
    );
    assert_eq!(runner.view().unwrap().from, None, "where they are now, nobody knows");
    runner.handle(SessionEvent::Next);
    let mut witnessed = watch(&mut runner, 5 + 7 + 6);
    assert_eq!(work(&witnessed).len(), 2);
    assert_eq!(back(&mut runner, 1), [(0, NextExercise)]);
    witnessed.extend(run_through(&mut runner));
    let counted: u16 = work(&witnessed).iter().take(4).map(|(.., count, _)| count).sum();
    assert_eq!((counted, work(&witnessed).len()), (4, 5), "each hold is counted once");
}

#[test]
fn back_and_the_same_again_keep_what_was_walked_until_then() {
    for event in [SessionEvent::Back, SessionEvent::Repeat] {
        let mut walk = line("walk", &["morning"]);
        walk.dose = Dose { minutes: Some(15), ..Dose::default() };
        let mut runner = until(vec![walk], 0, StepKind::OwnPace);
        let mut seen = watch(&mut runner, 90);
        seen.extend(runner.handle(event));
        assert_eq!(walked(&seen), 90, "{event:?}");
    }
}

#[test]
fn back_on_the_second_side_asks_for_the_side_again_before_it_leads_to_the_first() {
    use StepKind::{ChangeSide, GetReady, NextExercise};
    let mut clam = line("clam", &["morning"]);
    clam.side = Side::Each;
    let mut runner = until(vec![clam], 0, ChangeSide);
    runner.handle(SessionEvent::Next);
    assert_eq!(runner.view().unwrap().step, GetReady);
    let sides = [BodySide::Right, BodySide::Left, BodySide::Left];
    for (side, kind) in sides.into_iter().zip([ChangeSide, ChangeSide, NextExercise]) {
        assert_eq!(back(&mut runner, 1), [(0, kind)]);
        assert_eq!(runner.view().unwrap().side, side);
        runner.handle(SessionEvent::Next);
        assert_eq!(runner.view().unwrap().step, GetReady);
        if kind == ChangeSide && side == BodySide::Right {
            back(&mut runner, 1);
        }
    }
}

#[test]
fn an_exercise_that_was_begun_before_the_restart_can_be_waited_for() {
    let mut items = items(vec![held()]);
    items[0].seen.sets = vec![seen(1, BodySide::Both, 1)];
    let mut runner = Runner::taken_up(script(&items, SessionChoices::default()), None, 0);
    assert_eq!(runner.view().unwrap().step, StepKind::GetReady);
    assert_eq!(back(&mut runner, 1), [(0, StepKind::NextExercise)]);
    let holds = work(&run_through(&mut runner)).len();
    assert_eq!(holds, 3, "the one that was seen is not asked for again");
}

#[test]
fn the_side_is_told_after_a_restart_and_one_tap_goes_on_with_it() {
    use StepKind::{ChangeSide, GetReady};
    let sided = |side| vec![Prescription { side, ..held() }];
    let left = [seen(1, BodySide::Left, 2), seen(2, BodySide::Left, 2)];
    for (side, before, goes_on) in [
        (Side::Each, &left[..], BodySide::Right),
        (Side::Each, &left[..1], BodySide::Left),
        (Side::Right, &[seen(1, BodySide::Right, 1)], BodySide::Right),
    ] {
        let mut items = items(sided(side));
        items[0].seen.sets = before.to_vec();
        let at = |runner: &Runner| runner.view().map(|view| (view.step, view.side, view.paused));
        let mut runner = Runner::taken_up(script(&items, SessionChoices::default()), None, 0);
        assert_eq!(at(&runner), Some((ChangeSide, goes_on, true)), "{before:?}");
        assert_eq!(watch(&mut runner, 60), [], "it waits for a tap");
        runner.handle(SessionEvent::Resume);
        assert_eq!(at(&runner), Some((GetReady, goes_on, false)));
    }
}

#[test]
fn who_said_by_mistake_that_they_got_up_is_still_told_how() {
    use crate::safety::Flag::{Standing, Supine};
    use StepKind::{GetUp, NextExercise};
    let lines = ["bridge", "heel-raise", "march"].into_iter().zip([Supine, Standing, Standing]);
    let lines = lines.map(|(id, flag)| in_position(id, flag)).collect();
    let mut runner = until(lines, 1, NextExercise);
    assert_eq!(back(&mut runner, 1), [(1, GetUp)]);
    runner.handle(SessionEvent::Repeat);
    assert_eq!(runner.view().unwrap().step, GetUp, "nothing leads over it");
    runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None });
    assert_eq!((runner.view().unwrap().item, runner.view().unwrap().step), (2, GetUp));
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
    use StepKind::{GetReady, NextExercise};
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 2, NextExercise), "its last set, for all were done");
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 1, NextExercise));
    runner.handle(SessionEvent::Back);
    assert_eq!(at(&runner), (0, 1, NextExercise), "there is nothing before it");
    runner.handle(SessionEvent::Next);
    assert_eq!(at(&runner), (0, 1, GetReady), "one tap, and it begins");
    let again = run_through(&mut runner);
    assert_eq!(work(&again), [(1, BodySide::Both, 10, 0)], "what was counted is counted once");
    assert_eq!(outcomes(&again), [Outcome::Done, Outcome::Done]);
}

#[test]
fn back_in_another_exercise_or_on_the_other_side_it_waits_for_one_tap() {
    let mut clam = line("clam", &["morning"]);
    clam.side = Side::Each;
    let lines = || vec![clam.clone(), line("bridge", &["morning"])];
    let of_exercise = until(lines(), 1, StepKind::GetReady);
    let of_side = until(lines(), 0, StepKind::ChangeSide);
    for (mut runner, waits) in
        [(of_exercise, StepKind::NextExercise), (of_side, StepKind::ChangeSide)]
    {
        runner.handle(SessionEvent::Pause);
        runner.handle(SessionEvent::Back);
        let before = runner.view().unwrap();
        assert_eq!((before.step, before.paused, before.goes_on_in), (waits, false, None));
        watch(&mut runner, 60);
        assert_eq!(runner.view().unwrap(), before);
        runner.handle(SessionEvent::Next);
        assert_eq!(runner.view().unwrap().step, StepKind::GetReady);
    }
}

/// They got up, left two exercises on the way, and went back over all of them: they may be in bed or on their feet until
/// they say more, however many are passed.
#[test]
fn who_got_up_is_told_the_way_down_also_past_exercises_that_were_left() {
    use crate::safety::Flag::{Standing, Supine};
    use StepKind::{GetDown, GetUp, NextExercise};
    let upright = |id| in_position(id, Standing);
    let lines = vec![in_position("bridge", Supine), upright("a"), upright("b"), upright("c")];
    let mut runner = runner(lines);
    let left = SessionEvent::LeaveExercise { reason: SkipReason::NoTime, done: None };
    for event in [SessionEvent::Next, left, left, SessionEvent::Next, SessionEvent::Next] {
        runner.handle(event);
    }
    let way = [(2, NextExercise), (2, GetUp), (1, GetUp), (0, GetDown)];
    assert_eq!(back(&mut runner, 4), way);
    // Over the rest of what they went back to, the same holds.
    assert_eq!(back(&mut runner, 1), [(0, GetDown)], "nothing is before it");
    let tired = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
    runner.handle(tired);
    assert_eq!((runner.view().unwrap().item, runner.view().unwrap().step), (1, GetUp));
}

/// An exercise of which nobody knows where it is done says nothing about where they are.
#[test]
fn who_got_up_is_told_the_way_down_also_past_one_of_which_nobody_knows_where() {
    use crate::safety::Flag::{Standing, Supine};
    use StepKind::{GetDown, GetReady, GetUp, NextExercise};
    let choices = SessionChoices { order: SessionOrder::AsWritten, ..SessionChoices::default() };
    let lines = vec![
        in_position("bridge", Supine),
        line("own", &["morning"]),
        in_position("heel-raise", Standing),
    ];
    let mut runner = until_from(runner_as(lines, choices), 2, GetReady);
    assert_eq!(back(&mut runner, 3), [(2, NextExercise), (2, GetUp), (1, NextExercise)]);
    runner.handle(SessionEvent::Next);
    assert_eq!(back(&mut runner, 2), [(1, NextExercise), (0, GetDown)]);

    // Through that one, too.
    let lines = vec![
        in_position("bridge", Supine),
        in_position("heel-raise", Standing),
        line("own", &["morning"]),
        in_position("slides", Supine),
    ];
    let mut runner = until_from(runner_as(lines, choices), 1, GetReady);
    assert_eq!(back(&mut runner, 2), [(1, NextExercise), (1, GetUp)]);
    let reason = SkipReason::Tired;
    runner.handle(SessionEvent::LeaveExercise { reason, done: None });
    while runner.view().unwrap().item < 3 {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(runner.view().unwrap().step, GetDown);
}

#[test]
fn the_way_back_begins_with_the_change_of_position_that_it_needs() {
    use crate::catalogue::Position::{OnBack, Standing};
    use crate::safety::Flag;
    use StepKind::{GetDown, GetReady, GetUp, NextExercise};
    let lines =
        || vec![in_position("bridge", Flag::Supine), in_position("heel-raise", Flag::Standing)];
    let way = |mut runner: Runner| {
        let item = runner.view().unwrap().item;
        while runner.view().unwrap().item == item {
            runner.handle(SessionEvent::Back);
        }
        let mut way = Vec::new();
        loop {
            let view = runner.view().unwrap();
            way.push((view.item, view.step, view.from.map(|spot| spot.position)));
            if view.seconds.is_some() {
                return (way, runner);
            }
            runner.handle(SessionEvent::Next);
        }
    };
    // They said that they stood up, and went back to be told how: whether they stand, nobody knows.
    let (stood, runner) = way(until(lines(), 1, GetReady));
    let (stands, lies) = (Some(Standing), Some(OnBack));
    let lie_down = [(0, GetDown, lies), (0, NextExercise, lies), (0, GetReady, lies)];
    assert_eq!(stood, lie_down);
    let up_again = until_from(runner, 1, GetUp);
    assert_eq!(up_again.view().unwrap().from.map(|spot| spot.position), lies);
    let (lay, _) = way(up_again);
    assert_eq!(lay, lie_down[1..], "who has not got up need not lie down");

    let turned = || vec![lines().remove(1), lines().remove(0)];
    let (lay, _) = way(until(turned(), 1, GetReady));
    assert_eq!(lay[..2], [(0, GetUp, lies), (0, NextExercise, stands)]);
    // Whether somebody who was asked to lie down has begun to, nobody knows.
    let (lies_down, _) = way(until(turned(), 1, GetDown));
    assert_eq!(lies_down[0].1, GetUp);
}

#[test]
fn a_walk_that_is_come_back_to_asks_for_the_rest_of_it() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(15), ..Dose::default() };
    let mut ahead = runner(vec![walk, held()]);
    ahead.handle(SessionEvent::Next);
    watch(&mut ahead, 190);
    // From within it, and from the exercise after it.
    let mut after = ahead.clone();
    after.handle(SessionEvent::Next);
    for mut runner in [ahead, after] {
        runner.handle(SessionEvent::Back);
        runner.handle(SessionEvent::Next);
        let view = runner.view().unwrap();
        assert_eq!((view.item, view.step), (0, StepKind::OwnPace));
        assert_eq!(view.seconds, Some(900 - 190));
        assert_eq!(outcomes(&watch(&mut runner, 710)), [Outcome::Done]);
    }
}

#[test]
fn what_is_tapped_away_of_a_repetition_leaves_the_rest_between_holds() {
    let mut rests = held();
    rests.dose = Dose { sets: None, rest_seconds: Some(10), ..rests.dose };
    let mut runner = runner(vec![rests]);
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 5);
    for step in [StepKind::MoveOut, StepKind::Rest] {
        assert_eq!(runner.view().unwrap().step, step);
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(
        (runner.view().unwrap().step, runner.view().unwrap().repetition),
        (StepKind::MoveOut, 2)
    );
}

#[test]
fn what_the_person_said_was_done_stands_when_they_come_back_and_do_nothing_of_it() {
    let lines =
        ["a", "b", "c"].map(|id| Prescription { dose: held().dose, ..line(id, &["morning"]) });
    let said = Some(PartSaid { sets: 1, repetitions: 1 });
    let leave = |reason, done| SessionEvent::LeaveExercise { reason, done };
    for reason in [SkipReason::Pain, SkipReason::NoTime] {
        let mut runner = until(lines.clone().into(), 1, StepKind::NextExercise);
        runner.handle(SessionEvent::Next);
        runner.handle(leave(SkipReason::Tired, said));
        runner.handle(SessionEvent::Back);
        runner.handle(SessionEvent::Next);
        let shown = runner.view().unwrap();
        assert_eq!((shown.item, shown.step), (1, StepKind::GetReady));
        let mut again = runner.clone();
        assert_eq!(outcomes(&runner.handle(leave(reason, None))), [part(1, Some(1), reason)]);
        // Once more is seen of it, that is what was done.
        assert_eq!(work(&watch(&mut again, 15)).len(), 1);
        assert_eq!(outcomes(&again.handle(leave(reason, None))), [part(0, Some(1), reason)]);
    }
}

#[test]
fn nobody_is_led_back_or_on_into_an_exercise_that_was_left_because_it_hurt() {
    let lines = || ["a", "b", "c"].map(|id| line(id, &["morning"])).into();
    let hurts = SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None };
    let where_to = |runner: &Runner| (runner.view().unwrap().item, runner.view().unwrap().step);
    // The first of all: there is nothing before it to go back to.
    let mut first = until(lines(), 0, StepKind::GetReady);
    first.handle(hurts);
    assert_eq!(back(&mut first, 2), [(1, StepKind::NextExercise); 2]);
    // One in the middle is passed over on the way back, and on the way on.
    let mut runner = until(lines(), 1, StepKind::GetReady);
    runner.handle(hurts);
    assert_eq!(back(&mut runner, 1), [(0, StepKind::NextExercise)]);
    runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::Other, done: None });
    assert_eq!(where_to(&runner), (2, StepKind::NextExercise));
    back(&mut runner, 1);
    let closed = outcomes(&run_through(&mut runner));
    assert_eq!(closed, [Outcome::Done, Outcome::Done], "the first and the last");
    assert_eq!(runner.view().unwrap().items[1].result, ItemResult::Skipped);
    // Also one that hurt and waits further on, because they went back from it.
    let mut runner = until(lines(), 1, StepKind::GetReady);
    back(&mut runner, 2);
    runner.handle(SessionEvent::StopEarlier);
    assert_eq!(where_to(&runner), (0, StepKind::NextExercise));
    run_through(&mut runner);
    let results: Vec<_> = runner.view().unwrap().items.iter().map(|item| item.result).collect();
    assert_eq!(results, [ItemResult::Done, ItemResult::Skipped, ItemResult::Done]);
}
