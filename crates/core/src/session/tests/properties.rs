//! What holds whatever happens in whichever order.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What happens to a session: time that passes, in milliseconds, or something that the person does.
type Happening = Result<u64, SessionEvent>;

fn happenings(most: usize) -> impl Strategy<Value = Vec<Happening>> {
    let leave = (0_u16..3, 0_u16..3, any::<bool>()).prop_map(|(sets, repetitions, said)| {
        let done = said.then_some(PartSaid { sets, repetitions });
        Err(SessionEvent::LeaveExercise { reason: SkipReason::Tired, done })
    });
    let one = prop_oneof![
        12 => (0_u64..3_000).prop_map(Ok),
        1 => (3_001_u64..100_000_000).prop_map(Ok),
        1 => Just(Err(SessionEvent::Pause)),
        3 => Just(Err(SessionEvent::Resume)),
        4 => Just(Err(SessionEvent::Next)),
        1 => Just(Err(SessionEvent::Repeat)),
        1 => Just(Err(SessionEvent::Back)),
        4 => Just(Err(SessionEvent::Tap)),
        1 => Just(Err(SessionEvent::TakeTapBack)),
        1 => Just(Err(SessionEvent::Slower)),
        1 => Just(Err(SessionEvent::Faster)),
        1 => Just(Err(SessionEvent::CountBy { counting: Counting::ByTap })),
        1 => Just(Err(SessionEvent::CountBy { counting: Counting::ByPace })),
        1 => leave,
    ];
    proptest::collection::vec(one, 0..most)
}

/// Held, in two sets; ten at a pace, on each side; a walk of three minutes; one that the sheet leaves open.
fn lines() -> Vec<Prescription> {
    let mut sided = line("clam", &["morning"]);
    sided.side = Side::Each;
    let mut walk = line("walk", &["morning"]);
    walk.dose = Dose { minutes: Some(3), ..Dose::default() };
    let mut open = line("stretch", &["morning"]);
    open.dose = Dose { sets: Some(2), ..Dose::default() };
    vec![held(), sided, walk, open]
}

/// On the feet, in bed or on the floor, or nobody knows where, in any order.
fn in_positions() -> impl Strategy<Value = Vec<Prescription>> {
    use crate::safety::Flag::{FloorTransfer, Quadruped, SideLying, Sitting, Standing, Supine};
    let flags = prop_oneof![
        Just(vec![Standing]),
        Just(vec![Sitting]),
        Just(vec![Supine]),
        Just(vec![SideLying]),
        Just(vec![Quadruped]),
        Just(vec![Supine, FloorTransfer]),
        Just(Vec::new()),
    ];
    proptest::collection::vec(flags, 4).prop_map(|flags| {
        let in_position = |(line, flags)| Prescription { flags, ..line };
        lines().into_iter().zip(flags).map(in_position).collect()
    })
}

fn happens(runner: &mut Runner, happening: Happening) -> Vec<Witnessed> {
    match happening {
        Ok(millis) => runner.advance(Duration::from_millis(millis)),
        Err(event) => runner.handle(event),
    }
}

/// What stands of `witnessed`: repetitions and seconds of each set, and what became of each line.
#[derive(Debug, Default, PartialEq)]
struct Stands {
    sets: BTreeMap<(String, u16, BodySide), (u16, u32)>,
    outcomes: BTreeMap<String, Outcome>,
}

fn stands(witnessed: &[Witnessed]) -> Stands {
    let mut stands = Stands::default();
    let mut last = None;
    for seen in witnessed {
        match seen {
            Witnessed::Work { bout, set, side, repetitions, seconds } => {
                let key = (bout.line.to_string(), *set, *side);
                let known = stands.sets.entry(key.clone()).or_default();
                *known = (known.0 + repetitions, known.1 + seconds);
                last = Some(key);
            }
            Witnessed::TakenBack => {
                let key = last.clone().expect("a tap is taken back after it was handed out");
                stands.sets.get_mut(&key).unwrap().0 -= 1;
            }
            Witnessed::Closed { bout, outcome } => {
                stands.outcomes.insert(bout.line.to_string(), outcome.clone());
            }
        }
    }
    stands
}

/// The items as a program finds them that starts after `witnessed` was recorded.
fn found(lines: Vec<Prescription>, witnessed: &[Witnessed]) -> Vec<AgendaItem> {
    let stands = stands(witnessed);
    let mut items = items(lines);
    items.retain(|item| !stands.outcomes.contains_key(item.bout.line.as_str()));
    for item in &mut items {
        for ((line, set, side), (repetitions, seconds)) in &stands.sets {
            if item.bout.line.as_str() == line {
                item.seen.repetitions += u32::from(*repetitions);
                item.seen.seconds += seconds;
                let (set, side) = (*set, *side);
                let (repetitions, seconds) = (*repetitions, *seconds);
                item.seen.sets.push(SeenSet { set, side, repetitions, seconds });
            }
        }
    }
    items
}

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

    #[test]
    fn any_order_of_events_leaves_a_state_that_makes_sense_and_credits_nothing_that_nobody_did(
        happenings in happenings(200),
        choices in (any::<bool>(), any::<bool>(), proptest::option::of(Just(30_u16))),
    ) {
        let (by_tap, as_written, lead_seconds) = choices;
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let order = if as_written { super::super::SessionOrder::AsWritten } else { Default::default() };
        let mut runner = runner_as(lines(), SessionChoices { order, lead_seconds, counting });
        let mut witnessed = Vec::new();
        let mut passed = 0;
        for happening in happenings {
            passed += happening.unwrap_or(0);
            witnessed.extend(happens(&mut runner, happening));
            let view = runner.view().unwrap();
            prop_assert!(view.steps_over <= view.steps);
            prop_assert!(view.seconds.is_none_or(|seconds| view.seconds_passed <= seconds));
            prop_assert!(view.repetition <= view.repetitions.unwrap_or(0));
            prop_assert!(u32::from(view.tapped) <= 10);
            prop_assert_eq!(view.finished, runner.until_next_change().is_none() && runner.is_over());
        }
        let stands = stands(&witnessed);
        for ((line, ..), (repetitions, _)) in &stands.sets {
            let asked = match line.as_str() { "brace" => 2, "clam" => 10, _ => 0 };
            prop_assert!(*repetitions <= asked, "{} has {}", line, repetitions);
        }
        let seconds: u32 = stands.sets.values().map(|(_, seconds)| *seconds).sum();
        prop_assert!(u64::from(seconds) * 1000 <= passed);
    }

    /// Wherever somebody goes in a session: nobody works on their feet or on the floor who lay in bed before and was not
    /// told how to get up, nor the other way round; nobody gets down untold; and whoever comes to another exercise or
    /// side by "Back" begins it with a tap.
    #[test]
    fn nobody_is_led_from_one_place_to_another_without_the_way_up_and_down(
        lines in in_positions(),
        happenings in happenings(200),
        as_written in any::<bool>(),
        lead_seconds in proptest::option::of(Just(30_u16)),
    ) {
        use super::super::Ground::Up;
        let order = if as_written { super::super::SessionOrder::AsWritten } else { Default::default() };
        let choices = SessionChoices { order, lead_seconds, ..SessionChoices::default() };
        let mut runner = runner_as(lines, choices);
        let mut ground = None;
        let (mut was_told_up, mut was_told_down) = (false, false);
        for happening in happenings {
            let before = runner.view().unwrap();
            happens(&mut runner, happening);
            let view = runner.view().unwrap();
            let has_turned = (view.item, view.side) != (before.item, before.side);
            if happening == Err(SessionEvent::Back) && has_turned && !view.finished {
                prop_assert!(!view.paused && view.seconds.is_none(), "{:?}", view.step);
                prop_assert_eq!(runner.until_next_change(), None);
            }
            was_told_up |= view.step == StepKind::GetUp;
            was_told_down |= view.step == StepKind::GetDown;
            if matches!(view.step, StepKind::GetUp | StepKind::GetDown) {
                prop_assert_eq!(runner.until_next_change(), None, "it takes as long as it takes");
            }
            if view.finished || view.step.is_before_exercise() {
                continue;
            }
            let item = &view.items[usize::try_from(view.item).unwrap()];
            let Some(now) = item.spot.map(|spot| spot.ground) else { continue };
            if let Some(before) = ground.replace(now).filter(|before| *before != now) {
                prop_assert!(before == Up || was_told_up, "from {before:?} to {now:?}");
                prop_assert!(now == Up || was_told_down, "from {before:?} to {now:?}");
            }
            (was_told_up, was_told_down) = (false, false);
        }
    }

    #[test]
    fn a_pause_or_a_jump_of_the_clock_adds_and_takes_no_second_of_a_hold(
        at in 1_u64..50,
        jump in 3_001_u64..1_000_000_000,
        by_hand in any::<bool>(),
    ) {
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
        }
        let is_timed = runner.until_next_change().is_some();
        let by_jump = runner.advance(Duration::from_millis(jump));
        prop_assert!(by_jump.is_empty());
        prop_assert_eq!(runner.view().unwrap().paused, by_hand || is_timed);
        runner.handle(SessionEvent::Resume);
        witnessed.extend(run_through(&mut runner));
        let unbroken = run_through(&mut self::runner(lines()));
        prop_assert_eq!(stands(&witnessed), stands(&unbroken));
    }

    /// The program is killed at any moment, again and again: what is recorded in the end is what an unbroken session
    /// records.
    #[test]
    fn after_kills_at_any_moment_the_record_is_that_of_an_unbroken_session(
        kills in proptest::collection::vec(1_usize..400, 0..6),
        by_tap in any::<bool>(),
    ) {
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let choices = SessionChoices { counting, ..SessionChoices::default() };
        let mut witnessed = Vec::new();
        for moves in kills {
            let mut runner = Runner::taken_up(script(&found(lines(), &witnessed), choices), None, 0);
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
            // It is gone, with whatever was not handed out.
        }
        let mut last = Runner::taken_up(script(&found(lines(), &witnessed), choices), None, 0);
        last.handle(SessionEvent::Resume);
        witnessed.extend(run_through(&mut last));
        let unbroken = run_through(&mut runner_as(lines(), choices));
        prop_assert_eq!(stands(&witnessed), stands(&unbroken));
    }

    /// "Back" at any moments, each of them pressed so many times: what is recorded in the end is what a session records in
    /// which nobody went back, and each press leads to what was there before, never forward.
    #[test]
    fn going_back_adds_and_loses_nothing(
        presses in proptest::collection::vec((1_usize..60, 1_usize..6), 0..8),
        positions in in_positions(),
        by_tap in any::<bool>(),
    ) {
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let choices = SessionChoices { counting, ..SessionChoices::default() };
        // Of a walk that is begun again more is walked.
        let lines = || positions.iter().filter(|line| line.dose.minutes.is_none()).cloned().collect();
        let mut runner = runner_as(lines(), choices);
        let mut witnessed = Vec::new();
        for (moves, times) in presses {
            for _ in 0..moves {
                witnessed.extend(match runner.until_next_change() {
                    Some(wait) => runner.advance(wait),
                    None => runner.handle(SessionEvent::Next),
                });
            }
            for _ in 0..times {
                let before = runner.view().unwrap();
                witnessed.extend(runner.handle(SessionEvent::Back));
                let view = runner.view().unwrap();
                prop_assert!((view.item, view.steps_over) <= (before.item, before.steps_over));
            }
        }
        witnessed.extend(run_through(&mut runner));
        let unbroken = run_through(&mut runner_as(lines(), choices));
        prop_assert_eq!(stands(&witnessed), stands(&unbroken));
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
