//! "Done" pressed by mistake.

use super::*;
use crate::session::ItemResult;

/// Two exercises of two sets at the person's own pace.
fn two_at_own_pace() -> Runner {
    let at_own_pace = |name: &str| {
        let mut line = line(name, &["morning"]);
        line.dose.sets = Some(2);
        line
    };
    let mut runner = runner_as(vec![at_own_pace("one"), at_own_pace("other")], by_tap());
    runner.handle(SessionEvent::Next);
    runner
}

fn by_tap() -> SessionChoices {
    SessionChoices { counting: Counting::ByTap, ..SessionChoices::default() }
}

/// On with it until the exercise `item` is closed.
fn close(runner: &mut Runner, item: usize) -> Vec<Witnessed> {
    for _ in 0..10 {
        let seen = runner.handle(SessionEvent::Next);
        if runner.view().unwrap().items[item].result != ItemResult::Open {
            return seen;
        }
    }
    panic!("it is not closed");
}

const BACK: SessionEvent = SessionEvent::TakeDoneBack { item: 0 };

#[test]
fn what_was_counted_on_a_word_is_taken_back_with_it_and_asked_for_again() {
    let mut runner = two_at_own_pace();
    runner.handle(SessionEvent::Next);
    runner.handle(SessionEvent::Next);
    let before = runner.view().unwrap();
    let closed = runner.handle(SessionEvent::Next);
    assert_eq!((work(&closed).len(), outcomes(&closed)), (1, vec![Outcome::Done]));
    assert_eq!(runner.handle(BACK), [Witnessed::TakenBack]);
    let after = runner.view().unwrap();
    assert!(after.turn > before.turn, "a tap that comes late from there falls to nothing");
    assert_eq!(super::super::SessionView { turn: before.turn, ..after }, before);
    assert!(runner.handle(BACK).is_empty(), "there is nothing more to take back");
    assert_eq!(runner.handle(SessionEvent::Next), closed, "and it is done once it was done");
}

#[test]
fn only_the_exercise_that_is_meant_and_only_before_something_else_is_done() {
    let mut runner = two_at_own_pace();
    close(&mut runner, 0);
    let other = SessionEvent::TakeDoneBack { item: 1 };
    assert!(runner.clone().handle(other).is_empty());
    for between in [SessionEvent::Pause, SessionEvent::Resume] {
        runner.handle(between);
    }
    assert_eq!(runner.clone().handle(BACK), [Witnessed::TakenBack]);
    for something in [SessionEvent::StopEarlier, SessionEvent::Back, SessionEvent::End] {
        let mut runner = runner.clone();
        runner.handle(something);
        let as_it_is = runner.view();
        assert!(runner.handle(BACK).is_empty(), "{something:?}");
        assert_eq!(runner.view(), as_it_is, "{something:?}");
    }
    runner.handle(SessionEvent::Next);
    assert!(!runner.handle(SessionEvent::Tap).is_empty());
    assert!(runner.handle(BACK).is_empty(), "the next one was begun");
}

#[test]
fn the_last_exercise_is_open_again_too_and_a_time_stands_still() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(10), ..Dose::default() };
    let mut runner = runner(vec![walk]);
    runner.handle(SessionEvent::Next);
    assert_eq!(walked(&watch(&mut runner, 70)), 60);
    let closed = close(&mut runner, 0);
    assert_eq!((walked(&closed), runner.is_over()), (10, true));
    // What was counted on that word goes with it, and what was seen is on record again.
    let back = runner.handle(BACK);
    assert_eq!((back.first(), back.len(), walked(&back)), (Some(&Witnessed::TakenBack), 2, 10));
    let view = runner.view().unwrap();
    assert_eq!((view.finished, view.paused, view.seconds_passed), (false, true, 70));
    runner.handle(SessionEvent::Resume);
    assert_eq!(walked(&watch(&mut runner, 530)), 530, "no second is lost, and none counted twice");
    assert!(runner.is_over());
    assert!(runner.handle(BACK).is_empty(), "nobody pressed that it was done");
}

#[test]
fn nobody_who_got_up_is_led_back_to_the_floor() {
    use super::going_back::{in_position, until_from};
    use crate::safety::Flag::{Standing, Supine};
    use StepKind::{GetUp, NextExercise};
    let lines = vec![in_position("bridge", Supine), in_position("heel-raise", Standing)];
    let mut runner = until_from(runner_as(lines, by_tap()), 1, GetUp);
    assert_eq!(runner.clone().handle(BACK), [Witnessed::TakenBack], "still lying");
    runner.handle(SessionEvent::Next);
    assert_eq!(runner.view().unwrap().step, NextExercise);
    assert!(runner.handle(BACK).is_empty());
}

#[test]
fn what_was_seen_of_the_next_exercise_is_not_lost_with_the_word_about_the_one_before() {
    let walk = Dose { minutes: Some(3), ..Dose::default() };
    let ten = Dose { repetitions: Some(10), ..Dose::default() };
    for (next, seconds, kept) in [(walk, 3, (0, 3)), (ten, 20, (2, 0))] {
        let mut first = line("one", &["morning"]);
        first.dose = Dose::default();
        let mut other = line("other", &["morning"]);
        other.dose = next;
        let mut runner = runner(vec![first, other]);
        close(&mut runner, 0);
        runner.handle(SessionEvent::Next);
        watch(&mut runner, seconds);
        assert!(runner.handle(BACK).is_empty(), "something else was done since");
        let seen = work(&runner.handle(SessionEvent::Pause));
        let [(_, _, repetitions, walked)] = seen[..] else { panic!("{seen:?}") };
        assert!(repetitions >= kept.0 && walked == kept.1, "{repetitions} times, {walked} seconds");
    }
}

#[test]
fn a_round_that_was_ended_after_its_last_done_is_not_opened_again() {
    let mut runner = two_at_own_pace();
    close(&mut runner, 0);
    close(&mut runner, 1);
    assert!(runner.is_over());
    let other = SessionEvent::TakeDoneBack { item: 1 };
    assert_eq!(runner.clone().handle(other), [Witnessed::TakenBack], "it was a slip");
    runner.handle(SessionEvent::End);
    assert!(runner.handle(other).is_empty() && runner.is_over());
}

#[test]
fn nobody_is_led_back_into_what_was_stopped_or_left_out_since() {
    use crate::session::Found;
    let mut runner = two_at_own_pace();
    close(&mut runner, 0);
    let open = Found::default();
    for (is_otherwise, opens) in [(true, false), (false, true)] {
        let mut runner = runner.clone();
        // Its entry was taken back already, as the way back does first.
        runner.take_in(&[Found { is_otherwise, ..open.clone() }, open.clone()]);
        let back = runner.handle(BACK);
        assert_eq!(!back.is_empty(), opens);
        assert_eq!(runner.view().unwrap().item, u32::from(!opens));
    }
}
