//! Leaving an exercise, and going back to one.

use super::going_back::{in_position, until, until_from};
use super::*;
use crate::ids::{LineId, RoundId};
use crate::record::{BoutPlace, Hurt, HurtPlace, PainMoment};
use crate::session::ItemResult;

/// So many whole sets, and repetitions of the next.
pub(super) fn part(sets: u16, repetitions: Option<u16>, reason: SkipReason) -> Outcome {
    Outcome::Partly {
        sets: Some(sets),
        repetitions,
        seconds: None,
        counted: None,
        reason: Some(reason),
    }
}

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
    assert_eq!(outcomes(&left), [part(1, Some(1), reason)]);
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
    assert_eq!(outcomes(&some), [part(1, Some(1), reason)]);
    let whole_sets = runner(vec![held()]).handle(leave(1, 0));
    assert_eq!(outcomes(&whole_sets), [part(1, None, reason)]);
    let none = runner(vec![held()]).handle(leave(0, 0));
    assert_eq!(outcomes(&none), [Outcome::Skipped { reason }]);
}

#[test]
fn what_hurts_on_the_way_back_from_it_is_left_and_not_come_to_again() {
    let lines = ["a", "b", "c"].map(|id| line(id, &["morning"]));
    let gone_back = || {
        let mut runner = runner(lines.clone().into());
        while runner.view().unwrap().in_hand == 0 {
            runner.handle(SessionEvent::Next);
        }
        while runner.view().unwrap().item == 1 {
            runner.handle(SessionEvent::Back);
        }
        let view = runner.view().unwrap();
        assert_eq!((view.item, view.in_hand), (0, 1));
        assert_eq!(view.items[1].result, ItemResult::Open);
        runner
    };
    let left = |witnessed: &[Witnessed]| match witnessed {
        [Witnessed::Closed { bout, outcome }] => (bout.line.to_string(), outcome.clone()),
        others => panic!("{others:?}"),
    };
    let leave = SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None };
    let hurt = Outcome::Skipped { reason: SkipReason::Pain };
    let mut runner = gone_back();
    assert_eq!(left(&runner.handle(leave)), ("b".to_owned(), hurt));
    assert_eq!(runner.view().unwrap().item, 2, "the session does not lead into it again");

    let hurt = Hurt {
        line: LineId::new("b"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        place: HurtPlace::NotSaid,
        score: None,
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    assert_eq!(gone_back().view().unwrap().ended_by(&hurt), [leave, SessionEvent::End]);

    // For another reason the exercise is left that is on the screen.
    let tired = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
    assert_eq!(left(&gone_back().handle(tired)).0, "a");
}

#[test]
fn what_was_said_to_be_done_of_one_exercise_is_never_said_of_another() {
    for (reason, outcome) in [
        // It hurt in the one that they came back from, and the numbers are of the one that they see.
        (SkipReason::Pain, Outcome::Skipped { reason: SkipReason::Pain }),
        (SkipReason::Tired, part(1, Some(1), SkipReason::Tired)),
    ] {
        let lines = vec![held(), line("bridge", &["morning"])];
        let mut runner = until(lines, 1, StepKind::GetReady);
        runner.handle(SessionEvent::Back);
        runner.handle(SessionEvent::Back);
        assert_eq!((runner.view().unwrap().item, runner.view().unwrap().in_hand), (0, 1));
        let done = Some(PartSaid { sets: 1, repetitions: 1 });
        let left = runner.handle(SessionEvent::LeaveExercise { reason, done });
        assert_eq!(outcomes(&left), [outcome]);
    }
}

#[test]
fn pain_that_ends_a_session_leaves_the_exercise_in_hand_where_that_is_what_hurt() {
    let hurt = |line: &str, round: &str| Hurt {
        line: LineId::new(line),
        bout: RoundId::new(round).map(BoutPlace::Round),
        place: HurtPlace::Leg,
        score: None,
        when: PainMoment::During,
        spreading: true,
        usual: None,
    };
    let lines = || vec![held(), line("bridge", &["morning"])];
    let leave = SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None };
    let in_hand = runner(lines()).view().unwrap();
    let mut over = runner(lines());
    over.handle(SessionEvent::End);
    for (name, view, hurt, expected) in [
        ("what is in hand", &in_hand, hurt("brace", "morning"), vec![leave, SessionEvent::End]),
        ("another exercise", &in_hand, hurt("bridge", "morning"), vec![SessionEvent::End]),
        ("another round", &in_hand, hurt("brace", "evening"), vec![SessionEvent::End]),
        (
            "of no exercise",
            &in_hand,
            Hurt { line: None, ..hurt("brace", "morning") },
            vec![SessionEvent::End],
        ),
        ("it is over", &over.view().unwrap(), hurt("brace", "morning"), vec![SessionEvent::End]),
    ] {
        assert_eq!(view.ended_by(&hurt), expected, "{name}");
    }

    // Of the rest nobody says that it hurt.
    let mut runner = runner(lines());
    let events = in_hand.ended_by(&hurt("brace", "morning"));
    let witnessed: Vec<_> = events.into_iter().flat_map(|event| runner.handle(event)).collect();
    assert_eq!(outcomes(&witnessed), [Outcome::Skipped { reason: SkipReason::Pain }]);
    assert!(runner.is_over());
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
    assert_eq!(left, [part(2, Some(6), SkipReason::Tired)]);
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
fn a_set_counts_when_every_side_has_it_whole_and_the_rest_is_shared_by_the_sides() {
    let partly = |sets, repetitions| part(sets, repetitions, SkipReason::Tired);
    // What was counted set by set, first with the left leg, then with the right; of two sets of ten.
    for (counted, expected) in [
        (&[6][..], partly(0, Some(3))),
        (&[1], partly(0, None)),
        (&[10], partly(0, Some(5))),
        (&[10, 5], partly(0, Some(7))),
        (&[10, 10], partly(0, Some(10))),
        (&[10, 10, 10], partly(1, Some(5))),
        (&[10, 10, 10, 4], partly(1, Some(7))),
    ] {
        let mut sided = line("clam", &["morning"]);
        sided.side = Side::Each;
        sided.dose.sets = Some(2);
        let mut runner = runner(vec![sided]);
        for (nth, times) in counted.iter().enumerate() {
            let (side, set) = ([BodySide::Left, BodySide::Right][nth / 2], nth % 2 + 1);
            let is_there = |runner: &Runner| {
                let view = runner.view().unwrap();
                matches!(view.step, StepKind::MoveOut | StepKind::OwnPace)
                    && (view.side, usize::from(view.set)) == (side, set)
            };
            while !is_there(&runner) {
                runner.handle(SessionEvent::Next);
            }
            for _ in 0..*times {
                runner.handle(SessionEvent::Next);
            }
        }
        let (sets, repetitions) = match expected {
            Outcome::Partly { sets, repetitions, .. } => (sets, repetitions),
            _ => (None, None),
        };
        let view = runner.view().unwrap();
        let told = (view.sets_seen, view.repetitions_seen);
        assert_eq!(told, (sets.unwrap(), repetitions.unwrap_or(0)), "{counted:?}");
        let left = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
        assert_eq!(outcomes(&runner.handle(left)), [expected], "{counted:?}");
    }
}

#[test]
fn neither_repeat_nor_back_leads_forward() {
    use crate::safety::Flag::{Standing, Supine};
    let lines = || vec![in_position("bridge", Supine), in_position("heel-raise", Standing)];
    let mut lies = until(lines(), 1, StepKind::GetUp);
    lies.handle(SessionEvent::Repeat);
    let view = lies.view().unwrap();
    assert_eq!((view.item, view.step), (1, StepKind::GetUp), "nothing goes on while they lie");
    assert_eq!(lies.until_next_change(), None);

    let mut first = runner(lines());
    for event in [SessionEvent::Repeat, SessionEvent::Back] {
        first.handle(event);
        assert_eq!(first.view().unwrap().step, StepKind::NextExercise, "{event:?}");
    }

    let mut rests = until(vec![held()], 0, StepKind::Rest);
    rests.handle(SessionEvent::Repeat);
    let view = rests.view().unwrap();
    assert_eq!((view.set, view.step, view.paused), (1, StepKind::GetReady, false));
}

#[test]
fn whoever_leaves_an_exercise_lying_down_still_gets_up_before_the_next_that_stands() {
    use crate::safety::Flag;
    let lines = vec![
        in_position("bridge", Flag::Supine),
        in_position("heel-raise", Flag::Standing),
        in_position("march", Flag::Standing),
        in_position("row", Flag::Sitting),
    ];
    let leave = SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None };
    let mut lies = until(lines.clone(), 1, StepKind::GetUp);
    lies.handle(leave);
    let view = lies.view().unwrap();
    assert_eq!((view.item, view.step, view.goes_on_in), (2, StepKind::GetUp, None));
    lies.handle(leave);
    let view = lies.view().unwrap();
    assert_eq!(
        (view.item, view.step),
        (3, StepKind::GetUp),
        "sitting comes by way of sitting, too"
    );
    lies.handle(SessionEvent::Next);
    assert_eq!(lies.view().unwrap().step, StepKind::NextExercise);

    let mut stands = until(lines, 1, StepKind::NextExercise);
    stands.handle(leave);
    let view = stands.view().unwrap();
    assert_eq!((view.item, view.step), (2, StepKind::NextExercise), "who is up need not get up");
}

#[test]
fn whoever_left_out_the_exercise_on_the_floor_is_told_the_way_to_the_next_one_there() {
    use crate::safety::Flag::{Quadruped, Supine};
    use StepKind::{GetDown, GetUp};
    let lines = vec![
        in_position("bridge", Supine),
        in_position("dog", Quadruped),
        line("own", &["morning"]),
        in_position("cat", Quadruped),
    ];
    let mut lies = until(lines, 1, GetUp);
    lies.handle(SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None });
    assert_eq!(lies.view().unwrap().item, 2, "of which nobody knows where it is done");
    let up = until_from(lies, 3, GetUp);
    assert_eq!(until_from(up, 3, GetDown).view().unwrap().items[3].title, "cat");
}

#[test]
fn on_the_way_back_counting_can_be_changed_and_it_still_waits() {
    let mut runner = until(vec![line("squat", &["morning"]), held()], 1, StepKind::NextExercise);
    for event in [
        SessionEvent::Back,
        SessionEvent::CountBy { counting: Counting::ByTap },
        SessionEvent::Repeat,
    ] {
        runner.handle(event);
        let view = runner.view().unwrap();
        assert_eq!((view.item, view.step, view.seconds), (0, StepKind::NextExercise, None));
    }
}

#[test]
fn nothing_counts_down_for_somebody_who_left_an_exercise_in_pain() {
    let after = |reason| {
        let choices = SessionChoices { lead_seconds: Some(30), ..SessionChoices::default() };
        let mut runner = runner_as(vec![held(), line("bridge", &["morning"])], choices);
        runner.handle(SessionEvent::LeaveExercise { reason, done: None });
        watch(&mut runner, 60);
        runner.view().unwrap().step
    };
    assert_eq!(after(SkipReason::Pain), StepKind::NextExercise);
    assert_ne!(after(SkipReason::Tired), StepKind::NextExercise);
}

#[test]
fn what_was_done_stays_done_when_it_is_gone_through_once_more() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(3), ..Dose::default() };
    let mut runner = runner(vec![walk, held()]);
    runner.handle(SessionEvent::Next);
    assert_eq!(outcomes(&watch(&mut runner, 180)), [Outcome::Done]);
    runner.handle(SessionEvent::Back);
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 20);
    assert_eq!(outcomes(&runner.handle(SessionEvent::Next)), [Outcome::Done]);
}

#[test]
fn what_was_done_and_is_stopped_because_it_hurts_was_left_for_pain() {
    let lines = || vec![held(), line("bridge", &["morning"])];
    let leave = |reason| SessionEvent::LeaveExercise { reason, done: None };
    let all = Outcome::Partly {
        sets: Some(2),
        repetitions: None,
        seconds: None,
        counted: None,
        reason: Some(SkipReason::Pain),
    };
    // While the next one waits, nothing of that is left, and once it is gone through again.
    let mut waits = until(lines(), 1, StepKind::NextExercise);
    assert_eq!(waits.view().unwrap().items[0].result, ItemResult::Done);
    let mut skips = waits.clone();
    assert_eq!(outcomes(&waits.handle(SessionEvent::StopEarlier)), std::slice::from_ref(&all));
    let view = waits.view().unwrap();
    assert_eq!((view.item, view.step), (1, StepKind::NextExercise));
    assert_eq!(view.items[1].result, ItemResult::Open);
    // Whoever skips the next one because of pain leaves that one.
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    assert_eq!(outcomes(&skips.handle(leave(SkipReason::Pain))), [skipped]);
    assert_eq!(skips.view().unwrap().items[0].result, ItemResult::Done);
    let mut again = until(lines(), 1, StepKind::NextExercise);
    again.handle(SessionEvent::Back);
    again.handle(SessionEvent::Next);
    assert_eq!(again.view().unwrap().item, 0);
    let mut tired = again.clone();
    assert_eq!(outcomes(&again.handle(leave(SkipReason::Pain))), [all]);
    assert_eq!(again.view().unwrap().item, 1);
    assert_eq!(outcomes(&tired.handle(leave(SkipReason::Tired))), [Outcome::Done]);
}

#[test]
fn what_the_person_said_was_done_stands_when_it_is_said_to_have_hurt() {
    let lines =
        ["a", "b", "c"].map(|id| Prescription { dose: held().dose, ..line(id, &["morning"]) });
    let mut runner = until(lines.into(), 1, StepKind::NextExercise);
    runner.handle(SessionEvent::Next);
    let said = Some(PartSaid { sets: 1, repetitions: 1 });
    let tired = SkipReason::Tired;
    runner.handle(SessionEvent::LeaveExercise { reason: tired, done: said });
    assert_eq!((runner.view().unwrap().item, runner.view().unwrap().in_hand), (2, 1));
    let left = runner.handle(SessionEvent::StopEarlier);
    assert_eq!(outcomes(&left), [part(1, Some(1), SkipReason::Pain)]);
    // What comes after it is neither left nor gone back from.
    assert_eq!(runner.view().unwrap().item, 2);
}
