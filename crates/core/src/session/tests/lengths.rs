//! How long a round is told to take, and how long its holds are.

use proptest::prelude::*;

use super::*;
use crate::session::ItemResult;

/// What a sheet may say of how much: each number or none, at most as large as a plan may have it.
fn doses() -> impl Strategy<Value = Dose> {
    let some = |most: u16| proptest::option::of(1..=most);
    let numbers = (some(20), some(200), some(100), some(600), some(3600), some(900), some(240));
    numbers.prop_map(
        |(sets, repetitions, breaths, hold_seconds, seconds, rest_seconds, minutes)| {
            // A time beside a count is rare: most sheets give one of them.
            let timed = repetitions.is_none_or(|repetitions| repetitions % 5 == 0);
            let (seconds, minutes) = (seconds.filter(|_| timed), minutes.filter(|_| timed));
            let held = Dose { sets, repetitions, breaths, hold_seconds, ..Dose::default() };
            Dose { seconds, rest_seconds, minutes, ..held }
        },
    )
}

proptest! {
    /// What Today tells of a round is what the round tells before it begins, however repetitions are counted. Where
    /// nobody knows how long some of it takes, neither says more than what is known.
    #[test]
    fn how_long_a_round_takes_is_told_by_one_rule(
        doses in proptest::collection::vec((doses(), proptest::option::of((0_u16..5, 0_u16..5)), any::<bool>()), 1..4),
        by_tap in any::<bool>(),
        lead_seconds in proptest::option::of(Just(30_u16)),
    ) {
        let lines = doses.into_iter().enumerate().map(|(at, (dose, tempo, is_sided))| {
            let tempo = tempo.map(|(out, back)| crate::catalogue::Tempo { out, hold: 0, back });
            let side = if is_sided { Side::Each } else { Side::Both };
            Prescription { dose, tempo, side, ..line(&format!("line-{at}"), &["morning"]) }
        });
        let items = items(lines.collect());
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let choices = SessionChoices { lead_seconds, counting, ..SessionChoices::default() };
        let view = Runner::new(script(&items, choices)).view().unwrap();
        let known = items.iter().map(|item| item.dose.about_seconds(item.side, item.tempo));
        let told: Option<u32> = known.clone().sum();
        if told.is_some() {
            prop_assert_eq!(told, Some(view.seconds_ahead));
        } else {
            prop_assert!(view.is_at_least);
            prop_assert!(known.flatten().sum::<u32>() <= view.seconds_ahead);
        }
    }

    /// A driver that wakes up to 0.2 s late each time: no hold is longer or shorter than half a second beside what
    /// the sheet says, by a clock of its own, and lateness does not add up.
    #[test]
    fn a_hold_drifts_by_half_a_second_at_most(
        late in proptest::collection::vec(0_u64..=200, 1..60),
    ) {
        let mut runner = runner(vec![held()]);
        runner.handle(SessionEvent::Next);
        let mut clock = Duration::ZERO;
        let mut begun: Option<Duration> = None;
        let mut late = late.iter().cycle();
        while !runner.is_over() {
            let Some(wait) = runner.until_next_change() else { break };
            let slept = wait + Duration::from_millis(*late.next().unwrap());
            clock += slept;
            let seen = runner.advance(slept);
            let held = work(&seen);
            if let (Some(begun), [(.., seconds)]) = (begun, held.as_slice()) {
                prop_assert_eq!(*seconds, 5);
                let drift = (clock - begun).abs_diff(Duration::from_secs(5));
                prop_assert!(drift <= Duration::from_millis(500), "{:?}", drift);
            }
            let holds = runner.view().unwrap().step == StepKind::Hold;
            begun = if holds { begun.or(Some(clock)) } else { None };
        }
        // 2 sets of 5 + 2 * 7 seconds and a rest of 30, and the last wake-up.
        let drift = clock.abs_diff(Duration::from_secs(2 * (5 + 14) + 30));
        prop_assert!(drift <= Duration::from_millis(200), "{:?}", drift);
    }
}

#[test]
fn what_was_ended_before_a_second_of_it_was_seen_stays_open() {
    let timed = |dose: Dose| Prescription { dose, ..line("walk", &["morning"]) };
    let walk = Dose { minutes: Some(15), ..Dose::default() };
    let plank = Dose { sets: Some(2), seconds: Some(30), ..Dose::default() };
    for dose in [walk, plank] {
        let mut runner = runner(vec![timed(dose), held()]);
        let mut witnessed = Vec::new();
        while runner.view().unwrap().item == 0 {
            witnessed.extend(runner.handle(SessionEvent::Next));
        }
        assert_eq!(witnessed, [], "nothing is claimed");
        assert_eq!(runner.view().unwrap().items[0].result, ItemResult::Open);
        witnessed = run_through(&mut runner);
        assert_eq!(outcomes(&witnessed), [Outcome::Done], "of the other one");
    }
}

/// A set in which nothing is counted is kept with the word that it is done, and is not asked for again.
#[test]
fn a_set_in_which_nothing_is_counted_is_not_asked_for_again_after_a_restart() {
    let mut stretch = line("stretch", &["morning"]);
    stretch.dose = Dose { sets: Some(2), ..Dose::default() };
    let mut runner = runner(vec![stretch.clone()]);
    runner.handle(SessionEvent::Next);
    let seen = runner.handle(SessionEvent::Next);
    assert_eq!(work(&seen), [(1, BodySide::Both, 0, 0)]);
    let mut items = items(vec![stretch]);
    items[0].seen.sets = vec![SeenSet { set: 1, side: BodySide::Both, repetitions: 0, seconds: 0 }];
    let mut again = Runner::taken_up(script(&items, SessionChoices::default()), None, 0);
    assert_eq!(again.view().unwrap().set, 2);
    again.handle(SessionEvent::Resume);
    let witnessed = run_through(&mut again);
    assert_eq!(work(&witnessed), [(2, BodySide::Both, 0, 0)]);
    assert_eq!(outcomes(&witnessed), [Outcome::Done]);
}

/// Whoever comes back with the phone in the hand has the same time to get into it as after a kill.
#[test]
fn after_a_pause_what_was_broken_off_begins_again_with_time_to_get_ready() {
    let mut runner = runner(vec![held()]);
    runner.handle(SessionEvent::Next);
    // The first repetition, and the hold of the second.
    let mut seen = watch(&mut runner, 5 + 7 + 1 + 3);
    let before = runner.view().unwrap();
    assert_eq!((before.step, before.repetition), (StepKind::Hold, 2));
    runner.handle(SessionEvent::Pause);
    assert_eq!(runner.view().unwrap().step, StepKind::Hold, "as long as it stands still");
    runner.handle(SessionEvent::Slower);
    runner.handle(SessionEvent::Faster);
    runner.handle(SessionEvent::Resume);
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.seconds, view.set), (StepKind::GetReady, Some(5), 1));
    assert_eq!(
        view.steps_over,
        before.steps_over - 1,
        "what was counted is not gone through again"
    );
    assert_eq!(view.seconds_ahead, before.seconds_ahead + 1 + 5);
    // Once more, in the middle of it.
    watch(&mut runner, 3);
    for event in [SessionEvent::Pause, SessionEvent::Resume, SessionEvent::Resume] {
        runner.handle(event);
    }
    seen.extend(watch(&mut runner, 5));
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.repetition), (StepKind::MoveOut, 2));
    // On the way back what was held stays counted, and nothing begins again.
    seen.extend(watch(&mut runner, 1 + 5));
    for event in [SessionEvent::Pause, SessionEvent::Resume] {
        runner.handle(event);
    }
    assert_eq!(runner.view().unwrap().step, StepKind::MoveBack);
    seen.extend(run_through(&mut runner));
    let both = |set| (set, BodySide::Both, 1, 5);
    assert_eq!(work(&seen), [both(1), both(1), both(2), both(2)]);

    // "Repeat" asks for all of the set, whatever was to go on.
    let mut again = self::runner(vec![held()]);
    again.handle(SessionEvent::Next);
    watch(&mut again, 5 + 7 + 2);
    for event in [SessionEvent::Pause, SessionEvent::Resume, SessionEvent::Repeat] {
        again.handle(event);
    }
    watch(&mut again, 5);
    assert_eq!(again.view().unwrap().repetition, 1);
}

#[test]
fn after_a_pause_a_time_goes_on_with_its_rest_after_time_to_get_ready() {
    let mut stance = line("stance", &["morning"]);
    stance.dose = Dose { sets: Some(1), seconds: Some(30), ..Dose::default() };
    let mut runner = runner(vec![stance]);
    runner.handle(SessionEvent::Next);
    assert!(watch(&mut runner, 5 + 10).is_empty());
    let mut seen = runner.handle(SessionEvent::Pause);
    assert!(runner.handle(SessionEvent::Resume).is_empty());
    assert_eq!(runner.view().unwrap().step, StepKind::GetReady);
    watch(&mut runner, 5);
    let view = runner.view().unwrap();
    assert_eq!((view.step, view.seconds, view.seconds_passed), (StepKind::OwnPace, Some(20), 0));
    seen.extend(run_through(&mut runner));
    assert_eq!(work(&seen), [(1, BodySide::Both, 0, 10), (1, BodySide::Both, 0, 20)]);
    assert_eq!(outcomes(&seen), [Outcome::Done]);
}
