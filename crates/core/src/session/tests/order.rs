//! Positions and what comes between them.

use super::super::{Ground, SessionOrder, Spot, may_lie_after};
use super::*;
use crate::catalogue::{Position, embedded};
use crate::safety::Flag;

fn in_position(id: &str, flags: &[Flag]) -> Prescription {
    let mut line = line(id, &["morning"]);
    line.flags = flags.to_vec();
    line
}

/// Two that stand, one that lies on the side, one on the back, and one of which nobody knows.
fn mixed() -> Vec<Prescription> {
    vec![
        in_position("stand-a", &[Flag::Standing]),
        in_position("back-a", &[Flag::Supine]),
        in_position("own", &[]),
        in_position("stand-b", &[Flag::Standing]),
        in_position("side", &[Flag::SideLying]),
        in_position("back-b", &[Flag::Supine]),
    ]
}

fn order(lines: Vec<Prescription>, order: SessionOrder) -> Vec<String> {
    let runner = runner_as(lines, SessionChoices { order, ..SessionChoices::default() });
    runner.view().unwrap().items.into_iter().map(|item| item.title).collect()
}

/// The steps at which the session waits, of a session that is tapped through.
fn waits(mut runner: Runner) -> Vec<StepKind> {
    let mut kinds = Vec::new();
    while let Some(view) = runner.view().filter(|view| !view.finished) {
        if view.seconds.is_none() {
            kinds.push(view.step);
        }
        runner.handle(SessionEvent::Next);
    }
    kinds
}

#[test]
fn exercises_in_one_position_come_together_and_the_first_of_the_sheet_comes_first() {
    let by_position = order(mixed(), SessionOrder::ByPosition);
    assert_eq!(by_position, ["stand-a", "stand-b", "back-a", "own", "back-b", "side"]);
    let as_written = order(mixed(), SessionOrder::AsWritten);
    assert_eq!(as_written, ["stand-a", "back-a", "own", "stand-b", "side", "back-b"]);
}

#[test]
fn nobody_gets_up_more_than_once() {
    let ups = |order| {
        let runner = runner_as(mixed(), SessionChoices { order, ..SessionChoices::default() });
        waits(runner).iter().filter(|kind| **kind == StepKind::GetUp).count()
    };
    assert_eq!((ups(SessionOrder::ByPosition), ups(SessionOrder::AsWritten)), (0, 1));
}

#[test]
fn every_way_up_from_lying_comes_by_way_of_sitting_and_takes_as_long_as_it_takes() {
    let lines = || {
        vec![in_position("bridge", &[Flag::Supine]), in_position("heel-raise", &[Flag::Standing])]
    };
    use StepKind::{GetDown, GetUp, NextExercise};
    assert_eq!(waits(runner(lines())), [NextExercise, GetUp, NextExercise]);
    let choices = SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() };
    let mut runner = runner_as(lines(), choices);
    while runner.view().unwrap().step != GetUp {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(runner.view().unwrap().goes_on_in, None);
    watch(&mut runner, 3600);
    let view = runner.view().unwrap();
    let in_bed = Some(Spot { ground: Ground::Bed, position: Position::OnBack });
    assert_eq!((view.step, view.item, view.from), (GetUp, 1, in_bed));

    let down =
        vec![in_position("march", &[Flag::Standing]), in_position("clam", &[Flag::SideLying])];
    assert_eq!(waits(self::runner(down)), [NextExercise, GetDown, NextExercise]);
}

#[test]
fn the_bed_and_the_floor_are_two_places_with_a_way_up_and_a_way_down_between_them() {
    use Flag::{FloorTransfer, Prone, Quadruped, Standing, Supine};
    use StepKind::{ChangePosition, GetDown, GetUp, NextExercise};
    let bridge = || in_position("bridge", &[Supine]);
    for floor in [&[Quadruped][..], &[Prone, FloorTransfer], &[Supine, FloorTransfer]] {
        let choices = SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() };
        let mut runner = runner_as(vec![bridge(), in_position("floor", floor)], choices);
        let way = [NextExercise, GetUp, GetDown, NextExercise];
        assert_eq!(waits(runner.clone()), way, "{floor:?}");
        let mut from = Vec::new();
        for step in [GetUp, GetDown] {
            while runner.view().unwrap().step != step {
                runner.handle(SessionEvent::Next);
            }
            watch(&mut runner, 3600);
            let view = runner.view().unwrap();
            assert_eq!((view.step, view.goes_on_in), (step, None), "it takes as long as it takes");
            from.push(view.from.unwrap().ground);
        }
        assert_eq!(from, [Ground::Bed, Ground::Up]);
    }
    let on_floor = vec![
        in_position("rest", &[Supine, FloorTransfer]),
        in_position("dog", &[Quadruped]),
        bridge(),
        in_position("march", &[Standing]),
    ];
    let way = [NextExercise, ChangePosition, NextExercise, GetUp, GetDown];
    assert_eq!(waits(runner(on_floor))[..5], way);
}

#[test]
fn nobody_gets_down_to_the_floor_twice() {
    use Flag::{FloorTransfer, Quadruped, SideLying, Standing, Supine};
    let lines = vec![
        in_position("bridge", &[Supine]),
        in_position("dog", &[Quadruped]),
        in_position("clam", &[SideLying]),
        in_position("march", &[Standing]),
        in_position("plank", &[SideLying, FloorTransfer]),
    ];
    let by_position = order(lines.clone(), SessionOrder::ByPosition);
    assert_eq!(by_position, ["bridge", "clam", "dog", "plank", "march"]);
    let downs = |order| {
        let choices = SessionChoices { order, ..SessionChoices::default() };
        let kinds = waits(runner_as(lines.clone(), choices));
        kinds.iter().filter(|kind| **kind == StepKind::GetDown).count()
    };
    assert_eq!((downs(SessionOrder::ByPosition), downs(SessionOrder::AsWritten)), (1, 3));
}

#[test]
fn a_position_that_nobody_knows_hides_no_way_up() {
    let lines = vec![
        in_position("bridge", &[Flag::Supine]),
        in_position("own", &[]),
        in_position("heel-raise", &[Flag::Standing]),
    ];
    let kinds = waits(runner(lines.clone()));
    assert_eq!(kinds.iter().filter(|kind| **kind == StepKind::GetUp).count(), 1);

    let choices = SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() };
    let mut unknown = runner_as(lines, choices);
    while unknown.view().unwrap().item == 0 {
        unknown.handle(SessionEvent::Next);
    }
    let view = unknown.view().unwrap();
    assert_eq!((view.step, view.goes_on_in), (StepKind::NextExercise, None), "they may lie");
    assert_eq!(unknown.until_next_change(), None);
    assert_eq!(view.from.map(|spot| spot.position), Some(Position::OnBack));
}

#[test]
fn changes_go_on_by_themselves_only_after_the_time_that_the_person_chose() {
    let lines = || vec![in_position("a", &[Flag::Supine]), in_position("b", &[Flag::Supine])];
    let second = |mut runner: Runner| {
        while runner.view().unwrap().item == 0 {
            runner.handle(SessionEvent::Next);
        }
        runner
    };
    let mut waiting = second(runner(lines()));
    assert_eq!(waiting.until_next_change(), None);
    watch(&mut waiting, 3600);
    assert_eq!(waiting.view().unwrap().step, StepKind::NextExercise);

    let choices = SessionChoices { lead_seconds: Some(60), ..SessionChoices::default() };
    let mut first = runner_as(lines(), choices);
    watch(&mut first, 3600);
    assert_eq!(first.view().unwrap().steps_over, 0, "it begins when somebody is there");
    let mut led = second(first);
    assert_eq!(led.view().unwrap().goes_on_in, Some(60));
    watch(&mut led, 59);
    assert_eq!(led.view().unwrap().goes_on_in, Some(1));
    led.handle(SessionEvent::Pause);
    watch(&mut led, 3600);
    led.handle(SessionEvent::Resume);
    assert_eq!(led.view().unwrap().goes_on_in, Some(60), "a pause takes nothing from it");
    watch(&mut led, 60);
    assert_eq!(led.view().unwrap().step, StepKind::GetReady);
}

#[test]
fn the_flags_of_every_exercise_say_where_it_is_done() {
    for exercise in embedded().exercises.values() {
        let mut line = in_position("line", &exercise.flags);
        line.exercise = exercise.id.clone();
        let item = runner(vec![line]).view().unwrap().items.remove(0);
        let wanted = match exercise.id.as_str() {
            // It begins on a chair and is done standing up.
            "sit-to-stand" => Some(Position::Standing),
            _ if exercise.position == Position::Moving => Some(Position::Standing),
            _ => Some(exercise.position),
        };
        assert_eq!(item.spot.map(|spot| spot.position), wanted, "{}", exercise.id);
        let on_floor = item.spot.is_some_and(|spot| spot.ground == Ground::Floor);
        assert_eq!(on_floor, exercise.flags.contains(&Flag::FloorTransfer), "{}", exercise.id);
    }
}

#[test]
fn nobody_is_told_to_lie_on_their_front_for_a_plank() {
    use StepKind::{GetUp, NextExercise};
    let plank = Some(Spot { ground: Ground::Floor, position: Position::AllFours });
    let known = |id: &str| {
        let exercise = embedded().exercises.values().find(|one| one.id.as_str() == id).unwrap();
        let line = in_position(id, &exercise.flags);
        Prescription { exercise: exercise.id.clone(), ..line }
    };
    let runner = runner(["bird-dog", "plank-knees", "heel-raise"].map(known).to_vec());
    assert_eq!(runner.view().unwrap().items[1].spot, plank);
    assert_eq!(waits(runner)[..4], [NextExercise, NextExercise, GetUp, NextExercise]);
    // What only the flags of a sheet tell to lie there, does.
    let own = in_position("own", &[Flag::Prone]);
    let spot = self::runner(vec![own]).view().unwrap().items[0].spot;
    assert_eq!(spot.map(|spot| spot.position), Some(Position::OnFront));
}

#[test]
fn the_rest_of_a_round_begins_with_what_was_begun() {
    // The first of the sheet stood too and was done.
    let lines =
        vec![in_position("bridge", &[Flag::Supine]), in_position("heel-raise", &[Flag::Standing])];
    let mut items = items(lines);
    items[1].seen.sets = vec![seen(1, BodySide::Both, 4)];
    let view = Runner::taken_up(script(&items, SessionChoices::default()), None, 0).view().unwrap();
    assert_eq!((view.items[0].title.as_str(), view.step), ("heel-raise", StepKind::GetReady));
}

/// What is told at a start that takes up `rest`, after `before` was done: where it begins, and the steps up to the first
/// exercise.
fn told_after(before: &[&[Flag]], rest: &[Flag]) -> (Option<Ground>, Vec<StepKind>) {
    let names = ["a", "b", "c"].into_iter();
    let before: Vec<_> =
        before.iter().zip(names).map(|(flags, name)| in_position(name, flags)).collect();
    // A plan without lines has no round.
    let before = if before.is_empty() { Vec::new() } else { items(before) };
    let rest = items(vec![in_position("rest", rest), in_position("last", &[Flag::Standing])]);
    let script = script(&rest, SessionChoices::default());
    let runner = Runner::taken_up(script, may_lie_after(&before), 0);
    let view = runner.view().unwrap();
    assert!(view.paused && view.was_cut_off && runner.until_next_change().is_none());
    let mut told = waits(runner);
    let to_begin = told.iter().position(|kind| *kind == StepKind::NextExercise).unwrap();
    told.truncate(to_begin + 1);
    (view.from.map(|spot| spot.ground), told)
}

#[test]
fn after_a_restart_the_way_is_told_from_wherever_they_may_lie() {
    use Flag::{FloorTransfer, Quadruped, SideLying, Sitting, Standing, Supine};
    use StepKind::{GetDown, GetUp, NextExercise};
    let (feet, chair, bed, floor): (&[_], &[_], &[_], &[_]) =
        (&[Standing], &[Sitting], &[Supine], &[Quadruped]);
    let side: &[_] = &[SideLying];
    let floor_too: &[_] = &[Supine, FloorTransfer];
    for (before, rest, from, told) in [
        // To the feet: up from where they may lie, and from nowhere where nothing was done lying.
        (vec![bed], feet, Some(Ground::Bed), vec![GetUp, NextExercise]),
        (vec![floor], chair, Some(Ground::Floor), vec![GetUp, NextExercise]),
        (vec![bed, floor], feet, Some(Ground::Down), vec![GetUp, NextExercise]),
        (vec![bed, feet], feet, Some(Ground::Bed), vec![GetUp, NextExercise]),
        (vec![&[]], feet, Some(Ground::Down), vec![GetUp, NextExercise]),
        (vec![feet, chair], feet, None, vec![NextExercise]),
        (vec![], feet, None, vec![NextExercise]),
        // To where they may lie already: nobody is asked to get up for nothing, and it is known that they may lie.
        (vec![bed], side, Some(Ground::Bed), vec![NextExercise]),
        (vec![floor], floor_too, Some(Ground::Floor), vec![NextExercise]),
        (vec![feet], bed, Some(Ground::Bed), vec![NextExercise]),
        (vec![], floor, Some(Ground::Floor), vec![NextExercise]),
        // From the bed to the floor, and the other way round: up, and down again.
        (vec![bed], floor, Some(Ground::Bed), vec![GetUp, GetDown, NextExercise]),
        (vec![floor], bed, Some(Ground::Floor), vec![GetUp, GetDown, NextExercise]),
        (vec![floor, bed], bed, Some(Ground::Down), vec![GetUp, GetDown, NextExercise]),
        (vec![&[]], bed, Some(Ground::Down), vec![GetUp, GetDown, NextExercise]),
        // Of what nobody knows where it is done, they see themselves.
        (vec![bed], &[], Some(Ground::Bed), vec![NextExercise]),
    ] {
        assert_eq!(told_after(&before, rest), (from, told), "{before:?} and then {rest:?}");
    }
}

#[test]
fn what_was_begun_lying_goes_on_there_and_is_got_up_from() {
    let mut items = items(vec![
        in_position("bridge", &[Flag::Supine]),
        in_position("heel-raise", &[Flag::Standing]),
        in_position("march", &[Flag::Standing]),
    ]);
    items[0].seen.sets = vec![seen(1, BodySide::Both, 4)];
    let mut runner = Runner::taken_up(script(&items, SessionChoices::default()), None, 0);
    let view = runner.view().unwrap();
    assert_eq!(
        (view.step, view.from.map(|spot| spot.ground)),
        (StepKind::GetReady, Some(Ground::Bed))
    );
    let leave = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
    for item in 1..3 {
        runner.handle(leave);
        assert_eq!(
            (runner.view().unwrap().item, runner.view().unwrap().step),
            (item, StepKind::GetUp)
        );
    }
}
