use std::time::Duration;

use super::{
    Counting, HowItGoes, PartSaid, Runner, SessionChoices, SessionEvent, StepKind, Witnessed,
    script,
};
use crate::plan::{Dose, Prescription, Side};
use crate::record::{BodySide, Outcome, SkipReason};
use crate::samples::{World, day, line, revision};
use crate::schedule::{AgendaItem, SeenSet, agenda};

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

/// The morning round of a plan of these lines.
fn items(lines: Vec<Prescription>) -> Vec<AgendaItem> {
    let world = World::new(revision(lines), "2026-11-18T08:00:00Z");
    let agenda = world.ask(|situation| agenda(situation, day("2026-11-18"))).unwrap();
    agenda.rounds.into_iter().next().unwrap().items
}

fn runner_as(lines: Vec<Prescription>, choices: SessionChoices) -> Runner {
    Runner::new(script(&items(lines), choices))
}

fn runner(lines: Vec<Prescription>) -> Runner {
    runner_as(lines, SessionChoices::default())
}

/// Runs to the end second by second, tapping whenever the session waits.
fn run_through(runner: &mut Runner) -> Vec<Witnessed> {
    let mut witnessed = Vec::new();
    for _ in 0..10_000 {
        if runner.view().is_none_or(|view| view.finished) {
            return witnessed;
        }
        witnessed.extend(match runner.until_next_change() {
            Some(wait) => runner.advance(wait),
            None => runner.handle(SessionEvent::Next),
        });
    }
    panic!("the session does not end");
}

fn work(witnessed: &[Witnessed]) -> Vec<(u16, BodySide, u16, u32)> {
    let pieces = witnessed.iter().filter_map(|seen| match seen {
        Witnessed::Work { set, side, repetitions, seconds, .. } => {
            Some((*set, *side, *repetitions, *seconds))
        }
        _ => None,
    });
    pieces.collect()
}

fn outcomes(witnessed: &[Witnessed]) -> Vec<Outcome> {
    let closed = witnessed.iter().filter_map(|seen| match seen {
        Witnessed::Closed { outcome, .. } => Some(outcome.clone()),
        _ => None,
    });
    closed.collect()
}

/// So many repetitions of a set that an earlier session saw, held for five seconds each.
fn seen(set: u16, side: BodySide, repetitions: u16) -> SeenSet {
    SeenSet { set, side, repetitions, seconds: 5 * u32::from(repetitions) }
}

/// Lets so many seconds go by, watched.
fn watch(runner: &mut Runner, seconds: u64) -> Vec<Witnessed> {
    (0..seconds).flat_map(|_| runner.advance(Duration::from_secs(1))).collect()
}

/// The seconds of work.
fn walked(witnessed: &[Witnessed]) -> u32 {
    work(witnessed).iter().map(|(.., seconds)| seconds).sum()
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
    assert_eq!(runner.view().unwrap().step, StepKind::GetReady);
    assert!(watch(&mut runner, 5 + 1 + 4).is_empty());
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
fn a_walk_keeps_the_seconds_that_were_walked() {
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(15), ..Dose::default() };
    let mut broken_off = runner(vec![walk.clone()]);
    broken_off.handle(SessionEvent::Next);
    let mut seen = watch(&mut broken_off, 330);
    assert_eq!(work(&seen), [(1, BodySide::Both, 0, 60); 5], "a minute is kept when it is over");
    seen.extend(broken_off.handle(SessionEvent::Pause));
    assert_eq!(walked(&seen), 330, "a pause keeps the rest");
    assert!(broken_off.handle(SessionEvent::End).is_empty());
    assert!(broken_off.view().unwrap().finished);

    let mut whole = runner(vec![walk]);
    let witnessed = run_through(&mut whole);
    assert_eq!(walked(&witnessed), 900);
    assert_eq!(outcomes(&witnessed), [Outcome::Done]);
}

#[test]
fn going_back_counts_no_repetition_twice() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    let mut witnessed = watch(&mut runner, 5 + 7 + 6);
    runner.handle(SessionEvent::Repeat);
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
    let mut witnessed = watch(&mut runner, 190);
    witnessed.extend(runner.handle(SessionEvent::Next));
    assert_eq!(walked(&witnessed), 190);
    assert_eq!(
        outcomes(&witnessed),
        [Outcome::Partly {
            sets: None,
            repetitions: None,
            seconds: None,
            counted: None,
            reason: None
        }]
    );
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
    let mut items = items(vec![held()]);
    let seen = |set, repetitions| seen(set, BodySide::Both, repetitions);
    items[0].seen.sets = vec![seen(1, 2), seen(2, 1)];
    let witnessed = run_through(&mut Runner::new(script(&items, SessionChoices::default())));
    assert_eq!(work(&witnessed), [(2, BodySide::Both, 1, 5)]);

    items[0].seen.sets = vec![seen(1, 2), seen(2, 2)];
    let mut all_seen = Runner::new(script(&items, SessionChoices::default()));
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
fn an_uncounted_set_that_was_said_done_is_not_asked_for_again() {
    let mut stretch = line("stretch", &["morning"]);
    stretch.dose = Dose { sets: Some(2), ..Dose::default() };
    let mut items = items(vec![stretch]);
    let mut runner = Runner::new(script(&items, SessionChoices::default()));
    runner.handle(SessionEvent::Next);
    let said = runner.handle(SessionEvent::Next);
    assert_eq!(work(&said), [(1, BodySide::Both, 0, 0)]);
    items[0].seen.sets = vec![seen(1, BodySide::Both, 0)];
    let mut again = Runner::new(script(&items, SessionChoices::default()));
    again.handle(SessionEvent::Next);
    assert_eq!(again.view().unwrap().set, 2);
    let reason = SkipReason::NoTime;
    let left = again.handle(SessionEvent::LeaveExercise { reason, done: None });
    assert_eq!(
        outcomes(&left),
        [Outcome::Partly {
            sets: None,
            repetitions: None,
            seconds: None,
            counted: None,
            reason: Some(reason)
        }]
    );
}

#[test]
fn a_pace_changes_the_movement_and_neither_hold_nor_rest() {
    let seconds_of = |change: SessionEvent, times: usize| {
        let mut runner = runner(vec![held()]);
        for _ in 0..times {
            runner.handle(change);
        }
        let mut seconds = Vec::new();
        while let Some(view) = runner.view().filter(|view| !view.finished && view.set == 1) {
            seconds.extend(view.seconds.map(|seconds| (view.step, seconds)));
            match runner.until_next_change() {
                Some(_) => {
                    runner.advance(Duration::from_secs(view.seconds.unwrap_or(1).min(1).into()))
                }
                None => runner.handle(SessionEvent::Next),
            };
        }
        seconds.sort_unstable_by_key(|(kind, seconds)| (format!("{kind:?}"), *seconds));
        seconds.dedup();
        seconds
    };
    use StepKind::{GetReady, Hold, MoveBack, MoveOut};
    let with = |moves| vec![(GetReady, 5), (Hold, 5), (MoveBack, moves), (MoveOut, moves)];
    assert_eq!(seconds_of(SessionEvent::Slower, 1), with(2));
    assert_eq!(seconds_of(SessionEvent::Slower, 50), with(4), "three seconds more at most");
    assert_eq!(seconds_of(SessionEvent::Faster, 50), with(1), "a movement takes a second at least");
}

#[test]
fn a_movement_that_is_made_faster_while_it_is_on_shows_no_more_seconds_than_it_has() {
    let mut runner = runner(vec![held()]);
    for _ in 0..3 {
        runner.handle(SessionEvent::Slower);
    }
    runner.handle(SessionEvent::Next);
    watch(&mut runner, 5 + 3);
    for _ in 0..2 {
        runner.handle(SessionEvent::Faster);
    }
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.seconds, view.seconds_passed), (StepKind::MoveOut, Some(2), 2));
}

#[test]
fn how_long_it_takes_is_told_beforehand_as_far_as_anybody_knows() {
    let mut runner = runner(vec![held()]);
    let view = runner.view().unwrap();
    // Two sets with five seconds before each and two repetitions of 1 + 5 + 1, and the rest.
    assert_eq!((view.seconds_ahead, view.is_at_least), (2 * (5 + 14) + 30, false));
    for _ in 0..2 {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(runner.view().unwrap().seconds_ahead, 2 * (5 + 14) + 30 - 5);

    let mut open = line("stretch", &["morning"]);
    open.dose = Dose::default();
    let view = self::runner(vec![held(), open]).view().unwrap();
    assert!(view.is_at_least, "nobody knows how long the second one takes");
}

#[test]
fn changes_of_position_and_side_are_part_of_how_long_it_takes() {
    use crate::safety::Flag::{SideLying, Standing, Supine};
    let timed = |flag| Prescription { flags: vec![flag], ..held() };
    let alone = runner(vec![timed(Supine)]).view().unwrap().seconds_ahead;
    let told = |lines: Vec<Prescription>, lead_seconds| {
        let choices = SessionChoices { lead_seconds, ..SessionChoices::default() };
        let view = runner_as(lines, choices).view().unwrap();
        (view.seconds_ahead, view.is_at_least)
    };
    let turns = || vec![timed(Supine), Prescription { id: line("b", &[]).id, ..timed(SideLying) }];
    assert_eq!(told(turns(), None), (2 * alone, true), "nobody knows how long turning takes");
    assert_eq!(told(turns(), Some(30)), (2 * alone, true), "nor where it would go on by itself");
    let gets_up = vec![timed(Supine), Prescription { id: line("b", &[]).id, ..timed(Standing) }];
    assert!(told(gets_up, Some(30)).1, "getting up takes as long as it takes");
    let same = vec![timed(Supine), Prescription { id: line("b", &[]).id, ..timed(Supine) }];
    assert_eq!(told(same, None), (2 * alone, false));
}

#[test]
fn what_hurts_belongs_to_the_exercise_that_was_worked_in() {
    let lines = ["a", "b", "c"].map(|id| line(id, &["morning"])).into();
    let mut runner = runner(lines);
    let now = |runner: &Runner| {
        let view = runner.view().unwrap();
        (view.item, view.in_hand)
    };
    assert_eq!(now(&runner), (0, 0));
    let mut hurt_before = runner.clone();
    hurt_before.handle(SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None });
    assert_eq!(now(&hurt_before), (1, 0), "the coming one is not left for it");
    runner.handle(SessionEvent::Next);
    while runner.view().unwrap().item == 0 {
        runner.handle(SessionEvent::Next);
    }
    assert_eq!(now(&runner), (1, 0), "the second waits to begin");
    runner.handle(SessionEvent::LeaveExercise { reason: SkipReason::NoTime, done: None });
    assert_eq!(now(&runner), (2, 0), "nobody did any of the second");
    runner.handle(SessionEvent::Next);
    assert_eq!(now(&runner), (2, 2));
    runner.handle(SessionEvent::Back);
    assert_eq!(now(&runner), (2, 2), "it waits to begin once more");
    runner.handle(SessionEvent::Back);
    assert_eq!(now(&runner), (1, 2), "on the way back");
}

mod asked;
mod found;
mod going_back;
mod kept;
mod leaving;
mod lengths;
mod order;
mod properties;
mod taking_back;
mod tapping;
