//! What holds whatever happens in whichever order.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::{ItemResult, SessionItem, SessionView};
use super::*;

/// What happens to a session: time that passes, in milliseconds, or something that the person does.
type Happening = Result<u64, SessionEvent>;

fn happenings(most: usize) -> impl Strategy<Value = Vec<Happening>> {
    let reason = prop_oneof![
        Just(SkipReason::Pain),
        Just(SkipReason::Tired),
        Just(SkipReason::NoTime),
        Just(SkipReason::NotSureHow),
        Just(SkipReason::Other),
    ];
    let leave = (0_u16..3, 0_u16..3, any::<bool>(), reason);
    let leave = leave.prop_map(|(sets, repetitions, said, reason)| {
        let done = said.then_some(PartSaid { sets, repetitions });
        Err(SessionEvent::LeaveExercise { reason, done })
    });
    // Rare, so that most of what happens is not after the end.
    let end = (0_u8..4)
        .prop_map(|one| Err([SessionEvent::End, SessionEvent::Resume][usize::from(one > 0)]));
    let one = prop_oneof![
        12 => (0_u64..3_000).prop_map(Ok),
        1 => (3_001_u64..100_000_000).prop_map(Ok),
        1 => Just(Err(SessionEvent::Pause)),
        1 => Just(Err(SessionEvent::OutOfSight)),
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
        1 => Just(Err(SessionEvent::StopEarlier)),
        2 => (0_u32..4).prop_map(|item| Err(SessionEvent::TakeDoneBack { item })),
        1 => end,
    ];
    proptest::collection::vec(one, 0..most)
}

/// Nothing but on, back and over the rest of an exercise, which are what leads elsewhere.
fn moves() -> impl Strategy<Value = Vec<Happening>> {
    let over = |reason| SessionEvent::LeaveExercise { reason, done: None };
    let one = prop_oneof![
        3 => Just(Err(SessionEvent::Next)),
        3 => Just(Err(SessionEvent::Back)),
        1 => Just(Err(over(SkipReason::Pain))),
        1 => Just(Err(over(SkipReason::Tired))),
    ];
    proptest::collection::vec(one, 0..40)
}

/// Held, in two sets; ten at a pace, on each side; a walk of three minutes; one that the sheet leaves open.
pub(super) fn lines() -> Vec<Prescription> {
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
pub(super) struct Stands {
    pub(super) sets: BTreeMap<(String, u16, BodySide), (u16, u32)>,
    pub(super) outcomes: BTreeMap<String, Outcome>,
}

pub(super) fn stands(witnessed: &[Witnessed]) -> Stands {
    let mut stands = Stands::default();
    let mut pieces = Vec::new();
    for seen in witnessed {
        match seen {
            Witnessed::Work { bout, set, side, repetitions, seconds } => {
                let key = (bout.line.to_string(), *set, *side);
                let known = stands.sets.entry(key.clone()).or_default();
                *known = (known.0 + repetitions, known.1 + seconds);
                pieces.push((key, *repetitions, *seconds));
            }
            Witnessed::TakenBack => {
                let (key, repetitions, seconds) =
                    pieces.pop().expect("work is taken back after it was handed out");
                let known = stands.sets.get_mut(&key).unwrap();
                *known = (known.0 - repetitions, known.1 - seconds);
            }
            Witnessed::Closed { bout, outcome } => {
                stands.outcomes.insert(bout.line.to_string(), outcome.clone());
            }
        }
    }
    stands
}

/// What became of each line that is closed in `seen`.
fn closed_in(seen: &[Witnessed]) -> BTreeMap<String, Outcome> {
    let closed = |seen: &Witnessed| match seen {
        Witnessed::Closed { bout, outcome } => Some((bout.line.to_string(), outcome.clone())),
        Witnessed::Work { .. } | Witnessed::TakenBack => None,
    };
    seen.iter().filter_map(closed).collect()
}

/// Whether an exercise was left because it hurt.
fn is_for_pain(outcome: &Outcome) -> bool {
    let (Outcome::Skipped { reason } | Outcome::Partly { reason: Some(reason), .. }) = outcome
    else {
        return false;
    };
    *reason == SkipReason::Pain
}

/// The items as a program finds them that starts after `witnessed` was recorded.
pub(super) fn found(lines: Vec<Prescription>, witnessed: &[Witnessed]) -> Vec<AgendaItem> {
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

proptest! {
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
        // What stands of each exercise, and stood before the last of them was closed; and those left because they hurt.
        let (mut told, mut told_before) = (BTreeMap::new(), BTreeMap::new());
        let mut hurt = BTreeSet::new();
        for happening in happenings {
            let was_over = runner.is_over();
            let before = runner.view().unwrap();
            let kept = runner.clone().handle(SessionEvent::Pause);
            let seen = happens(&mut runner, happening);
            let is_back = matches!(happening, Err(SessionEvent::TakeDoneBack { .. }))
                && runner.view().unwrap().turn > before.turn;
            prop_assert!(!was_over || is_back || seen.is_empty(), "nothing is seen after the end");
            let closed = closed_in(&seen);
            if is_back {
                told = told_before.clone();
            } else if !closed.is_empty() {
                told_before = told.clone();
                told.extend(closed.clone());
            }
            for seen in &seen {
                let is_led = matches!(seen, Witnessed::Work { bout, .. } if hurt.contains(bout.line.as_str()));
                prop_assert!(!is_led, "it hurt, and was gone on with: {seen:?}");
            }
            for (line, outcome) in closed {
                let is_left = is_for_pain(&outcome);
                prop_assert!(is_left || !hurt.contains(&line), "{line} hurt, and became {outcome:?}");
                hurt.extend(is_left.then_some(line));
            }
            // Time that was watched, while it ran.
            if happening.is_ok_and(|millis| millis <= 3_000) && !before.paused && !was_over {
                passed += happening.unwrap();
            } else if happening.is_ok() {
                prop_assert!(seen.is_empty() || seen == kept, "nobody saw it");
            }
            witnessed.extend(seen);
            let view = runner.view().unwrap();
            prop_assert!(!was_over || is_back || view.finished, "what is over stays over");
            let on = &view.items[usize::try_from(view.item).unwrap()].bout.line;
            prop_assert!(view.finished || !hurt.contains(on.as_str()), "{on} hurt, and is on");
            prop_assert!(happening != Err(SessionEvent::End) || view.finished);
            prop_assert!(!view.was_out_of_sight || view.paused);
// What was tapped is shown only while it runs.
            let count = |view: &SessionView| {
                if view.step == StepKind::OwnPace { 0 } else { view.repetition }
            };
            let of = |view: &SessionView| (view.step, view.item, view.set, view.side, count(view));
            prop_assert!(of(&view) == of(&before) || view.turn > before.turn, "{:?}", view.step);
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
        // Each outcome says no more than was seen or the person said, and each exercise ends as what it shows.
        for item in runner.view().unwrap().items {
            let shown = match told.get(item.bout.line.as_str()) {
                None => ItemResult::Open,
                Some(Outcome::Done) => ItemResult::Done,
                Some(Outcome::Partly { .. }) => ItemResult::Partly,
                Some(_) => ItemResult::Skipped,
            };
            prop_assert_eq!(item.result, shown, "{}", item.bout.line);
        }
    }

    /// A press that was made in one step and comes in a later one: no repetition and no second is credited, and no
    /// exercise is left but the one that it was made in.
    #[test]
    fn a_late_press_is_about_nothing_that_came_after_it(
        before in happenings(80),
        meanwhile in proptest::collection::vec(1_u64..3_000, 1..20),
        lead_seconds in proptest::option::of(Just(30_u16)),
        reason in prop_oneof![Just(SkipReason::Pain), Just(SkipReason::Tired)],
    ) {
        let choices = SessionChoices { lead_seconds, ..SessionChoices::default() };
        let mut runner = runner_as(lines(), choices);
        for happening in before {
            happens(&mut runner, happening);
        }
        let pressed = runner.view().unwrap();
        for millis in meanwhile {
            runner.advance(Duration::from_millis(millis));
        }
        let view = runner.view().unwrap();
        let late = |event| {
            let mut runner = runner.clone();
            let seen = runner.handle_in(pressed.turn, event);
            (seen, runner.view().unwrap())
        };
        if view.turn != pressed.turn {
            for event in [SessionEvent::Next, SessionEvent::Tap] {
                prop_assert_eq!(late(event), (Vec::new(), view.clone()));
            }
        }
        if view.item != pressed.item && !view.finished {
            let (seen, after) = late(SessionEvent::LeaveExercise { reason, done: None });
            prop_assert!(seen.is_empty());
            prop_assert_eq!((after.items, after.item, after.paused), (view.items, view.item, true));
        }
    }

    /// Wherever somebody goes in a session: nobody works on their feet or on the floor who lay in bed before and was not
    /// told how to get up, nor the other way round; nobody gets down untold; and whoever comes to another exercise or
    /// side by "Back" begins it with a tap.
    #[test]
    fn nobody_is_led_from_one_place_to_another_without_the_way_up_and_down(
        lines in in_positions(),
        happenings in prop_oneof![happenings(200), moves()],
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

    /// "Back" at any moments, each of them pressed so many times: what is recorded in the end is what a session records in
    /// which nobody went back, and each press leads to what was there before, never forward.
    #[test]
    fn going_back_adds_and_loses_nothing(
        presses in proptest::collection::vec((1_usize..60, 1_usize..6), 0..8),
        positions in in_positions(),
        first in 0_usize..4,
        by_tap in any::<bool>(),
    ) {
        let counting = if by_tap { Counting::ByTap } else { Counting::ByPace };
        let choices = SessionChoices { counting, ..SessionChoices::default() };
        let lines = || [&positions[first..], &positions[..first]].concat();
        let mut runner = runner_as(lines(), choices);
        let mut witnessed = Vec::new();
        let is_walk = |item: &SessionItem| item.bout.line.as_str() == "walk";
        // Of a walk that was whole and is gone through once more, more is walked.
        let mut walks_again = false;
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
                let ahead = &view.items[usize::try_from(view.item).unwrap()..];
                walks_again |= ahead.iter().any(|it| is_walk(it) && it.result == ItemResult::Done);
            }
        }
        witnessed.extend(run_through(&mut runner));
        let unbroken = stands(&run_through(&mut runner_as(lines(), choices)));
        let mut found = stands(&witnessed);
        let of_walk = ("walk".to_owned(), 1, BodySide::Both);
        if walks_again {
            prop_assert!(found.sets[&of_walk].1 >= unbroken.sets[&of_walk].1);
            found.sets.insert(of_walk.clone(), unbroken.sets[&of_walk]);
        }
        prop_assert_eq!(found, unbroken);
    }
}
