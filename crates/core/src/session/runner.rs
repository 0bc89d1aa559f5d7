//! The state machine of a session.

use std::collections::BTreeMap;
use std::time::Duration;

use super::script::body_sides;
use super::{ItemResult, Script, SessionEvent, SessionItem, SessionView, Step, StepKind};
use crate::record::{BodySide, BoutKey, Outcome, SkipReason};

/// Something whose end was seen and that must be recorded now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Witnessed {
    /// A hold, or a set without holds.
    Work {
        /// The bout.
        bout: BoutKey,
        /// The set, from 1.
        set: u16,
        /// The side.
        side: BodySide,
        /// Repetitions.
        repetitions: u16,
        /// Seconds held or walked.
        seconds: u32,
    },
    /// A bout came to its end.
    Closed {
        /// The bout.
        bout: BoutKey,
        /// What became of it.
        outcome: Outcome,
    },
}

/// The longest stretch that counts as watched. The driver looks at least once a second; a longer
/// stretch means that the machine slept or the program stood still, and nobody saw what happened.
const LONGEST_WATCHED: Duration = Duration::from_secs(3);

/// A session under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Runner {
    script: Script,
    /// The index of the step that is on; the number of steps when all is over.
    at: usize,
    /// How much of the step has passed.
    passed: Duration,
    paused: bool,
    ended: bool,
    /// Repetitions that were handed out or seen earlier, by exercise, set and side.
    counted: BTreeMap<(usize, u16, BodySide), u16>,
    /// Repetitions of the present set without holds that were not handed out yet.
    in_set: u16,
    /// Whether a walk of the present exercise was ended before its time.
    cut_short: bool,
    /// Whether it is the rest of a session that was cut off, and the person has done nothing since.
    was_cut_off: bool,
}

impl Runner {
    /// A session at its first step, which waits for the person.
    #[must_use]
    pub fn new(script: Script) -> Self {
        let counted = script
            .seen
            .iter()
            .enumerate()
            .flat_map(|(item, seen)| {
                seen.sets.iter().map(move |set| ((item, set.set, set.side), set.repetitions))
            })
            .collect();
        Self {
            script,
            at: 0,
            passed: Duration::ZERO,
            paused: false,
            ended: false,
            counted,
            in_set: 0,
            cut_short: false,
            was_cut_off: false,
        }
    }

    /// A session that was cut off: paused where nobody saw on. An exercise that was begun goes on without waiting to
    /// be begun again.
    #[must_use]
    pub fn taken_up(script: Script) -> Self {
        let mut runner = Self::new(script);
        let was_begun = runner.script.seen.first().is_some_and(|seen| !seen.sets.is_empty());
        let has_more = runner.following().is_some_and(|next| next.item == 0);
        runner.at = usize::from(was_begun && has_more);
        runner.paused = true;
        runner.was_cut_off = true;
        runner
    }

    /// Lets `passed` of monotonic time go by. A stretch that nobody watched is a pause: nothing of it
    /// counts, and a hold begins again.
    pub fn advance(&mut self, passed: Duration) -> Vec<Witnessed> {
        let mut witnessed = Vec::new();
        let mut left = passed;
        while let Some(step) = self.step().filter(|_| !self.paused) {
            let Some(length) = step.seconds.map(|seconds| Duration::from_secs(seconds.into()))
            else {
                break;
            };
            if passed > LONGEST_WATCHED {
                self.pause(step);
                break;
            }
            let to_go = length.saturating_sub(self.passed);
            if left < to_go {
                self.passed += left;
                break;
            }
            left -= to_go;
            self.passed = length;
            self.finish_step(step, &mut witnessed);
        }
        witnessed
    }

    /// Does what the person asked for.
    pub fn handle(&mut self, event: SessionEvent) -> Vec<Witnessed> {
        let mut witnessed = Vec::new();
        let Some(step) = self.step() else { return witnessed };
        // From the first thing that the person does it is a session like any other.
        self.was_cut_off = false;
        match event {
            SessionEvent::Pause => self.pause(step),
            SessionEvent::Resume => self.paused = false,
            SessionEvent::Next => {
                self.paused = false;
                self.next(step, &mut witnessed);
            }
            SessionEvent::Back => self.back_to_start_of_set(step),
            SessionEvent::LeaveExercise { reason } => self.leave(step, reason, &mut witnessed),
            SessionEvent::End => {
                self.break_off(step, &mut witnessed);
                self.ended = true;
            }
        }
        witnessed
    }

    /// How long until the screen changes by itself: the next full second or the end of the step.
    /// `None` while it waits for the person.
    #[must_use]
    pub fn until_next_change(&self) -> Option<Duration> {
        let step = self.step()?;
        let length = Duration::from_secs(step.seconds.filter(|_| !self.paused)?.into());
        let next_second =
            Duration::from_secs(1) - Duration::from_nanos(self.passed.subsec_nanos().into());
        Some(next_second.min(length.saturating_sub(self.passed)))
    }

    /// What the screen shows; `None` when there was nothing to do.
    #[must_use]
    pub fn view(&self) -> Option<SessionView> {
        // A session that was ended early shows where it was ended.
        let step = self.script.steps.get(self.at).or(self.script.steps.last()).copied()?;
        let item = self.script.items.get(step.item)?;
        Some(SessionView {
            items: self.script.items.clone(),
            item: count(step.item),
            step: step.kind,
            set: step.set,
            sets: item.dose.sets.unwrap_or(1),
            side: step.side,
            repetition: step.repetition,
            repetitions: item.dose.counted(),
            seconds: step.seconds,
            seconds_passed: u16::try_from(self.passed.as_secs()).unwrap_or(u16::MAX),
            stands_up: self.stands_up(step),
            steps_over: count(self.at),
            steps: count(self.script.steps.len()),
            paused: self.paused,
            was_cut_off: self.was_cut_off,
            finished: self.is_over(),
        })
    }

    /// Whether all is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.step().is_none()
    }

    fn step(&self) -> Option<Step> {
        if self.ended { None } else { self.script.steps.get(self.at).copied() }
    }

    /// "On with it": a repetition counts as the person's word, with the seconds that were seen.
    fn next(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        if step.repetition > 0 {
            while self
                .following()
                .is_some_and(|next| next.repetition == step.repetition && is_same_set(next, step))
            {
                // The hold of a repetition that was tapped away was not seen to its end.
                self.at += 1;
            }
            let last = self.script.steps[self.at];
            let held = if step.kind == StepKind::Hold { self.passed } else { Duration::ZERO };
            self.count_repetition(last, held, witnessed);
            self.go_on(last, witnessed);
        } else {
            self.finish_step(step, witnessed);
        }
    }

    fn finish_step(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let held = if step.kind == StepKind::Hold { self.passed } else { Duration::ZERO };
        match step.kind {
            StepKind::OwnPace => self.finish_own_pace(step, witnessed),
            StepKind::Hold => self.count_repetition(step, held, witnessed),
            StepKind::MoveOut | StepKind::MoveBack if self.is_end_of_unheld_repetition(step) => {
                self.count_repetition(step, held, witnessed);
            }
            _ => {}
        }
        self.go_on(step, witnessed);
    }

    /// A set at the person's own pace is over when they say so. A walk that they end before its time
    /// is part of a walk.
    fn finish_own_pace(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        match step.seconds {
            Some(seconds) => {
                self.cut_short |= self.passed < Duration::from_secs(seconds.into());
                self.work(step, 0, self.passed, witnessed);
            }
            None => {
                if let Some(repetitions) = self.script.items[step.item].dose.counted() {
                    self.work(step, repetitions, Duration::ZERO, witnessed);
                }
            }
        }
    }

    /// To the next step; a set that ends is handed out, an exercise that ends is closed.
    fn go_on(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        if self.following().is_none_or(|next| !is_same_set(next, step)) {
            self.hand_out_set(step, witnessed);
        }
        self.at += 1;
        self.passed = Duration::ZERO;
        let item_is_over = self.script.steps.get(self.at).is_none_or(|next| next.item != step.item);
        if item_is_over && std::mem::take(&mut self.cut_short) {
            self.close(step.item, self.partly(step.item), ItemResult::Partly, witnessed);
        } else if item_is_over {
            self.close(step.item, Outcome::Done, ItemResult::Done, witnessed);
        }
    }

    fn is_end_of_unheld_repetition(&self, step: Step) -> bool {
        let held = self.script.items[step.item].dose.hold_seconds.is_some();
        !held
            && self
                .following()
                .is_none_or(|next| next.repetition != step.repetition || !is_same_set(next, step))
    }

    fn count_repetition(&mut self, step: Step, held: Duration, witnessed: &mut Vec<Witnessed>) {
        let counted = self.counted.get(&(step.item, step.set, step.side)).copied().unwrap_or(0);
        if step.repetition <= counted.saturating_add(self.in_set) {
            // It was counted before the person went back to the beginning of the set.
            return;
        }
        if self.script.items[step.item].dose.hold_seconds.is_some() {
            self.work(step, 1, held, witnessed);
        } else {
            self.in_set += 1;
        }
    }

    fn hand_out_set(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let repetitions = std::mem::take(&mut self.in_set);
        if repetitions > 0 {
            self.work(step, repetitions, Duration::ZERO, witnessed);
        }
    }

    /// The work of a set or a walk that is broken off is kept as far as it was seen.
    fn break_off(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        self.hand_out_set(step, witnessed);
        let is_timed_walk = step.kind == StepKind::OwnPace && step.seconds.is_some();
        if is_timed_walk && self.passed >= Duration::from_secs(1) {
            self.work(step, 0, self.passed, witnessed);
        }
    }

    fn pause(&mut self, step: Step) {
        self.paused = true;
        // A broken hold is not half a hold: it begins again. A walk goes on where it was.
        if step.kind != StepKind::OwnPace {
            self.passed = Duration::ZERO;
        }
    }

    fn work(
        &mut self,
        step: Step,
        repetitions: u16,
        seen: Duration,
        witnessed: &mut Vec<Witnessed>,
    ) {
        *self.counted.entry((step.item, step.set, step.side)).or_default() += repetitions;
        witnessed.push(Witnessed::Work {
            bout: self.script.items[step.item].bout.clone(),
            set: step.set,
            side: step.side,
            repetitions,
            seconds: u32::try_from(seen.as_secs()).unwrap_or(u32::MAX),
        });
    }

    fn back_to_start_of_set(&mut self, step: Step) {
        let start = self
            .script
            .steps
            .iter()
            .position(|other| is_same_set(*other, step) && other.kind != StepKind::Rest);
        self.at = start.unwrap_or(self.at);
        self.passed = Duration::ZERO;
    }

    fn leave(&mut self, step: Step, reason: SkipReason, witnessed: &mut Vec<Witnessed>) {
        self.break_off(step, witnessed);
        let nothing = self.counted_of(step.item).next().is_none()
            && self.script.seen[step.item].seconds == 0
            && !witnessed.iter().any(|seen| matches!(seen, Witnessed::Work { .. }));
        let (outcome, result) = if nothing {
            (Outcome::Skipped { reason }, ItemResult::Skipped)
        } else {
            (self.partly(step.item), ItemResult::Partly)
        };
        self.close(step.item, outcome, result, witnessed);
        while self.script.steps.get(self.at).is_some_and(|other| other.item == step.item) {
            self.at += 1;
        }
        self.passed = Duration::ZERO;
        self.paused = false;
        self.cut_short = false;
    }

    /// What was counted of an exercise: its sets and sides that have any, with their repetitions.
    fn counted_of(&self, item: usize) -> impl Iterator<Item = ((u16, BodySide), u16)> {
        let of_item = self.counted.iter().filter(move |((of, ..), n)| *of == item && **n > 0);
        of_item.map(|((_, set, side), repetitions)| ((*set, *side), *repetitions))
    }

    /// How much of an exercise was done: a set counts when every side has it whole.
    fn partly(&self, item: usize) -> Outcome {
        let SessionItem { dose, side, .. } = &self.script.items[item];
        let Some(asked) = dose.counted() else {
            return Outcome::Partly { sets: None, repetitions: None };
        };
        let counted: BTreeMap<(u16, BodySide), u16> = self.counted_of(item).collect();
        let is_whole =
            |set: u16, side: BodySide| counted.get(&(set, side)).is_some_and(|n| *n >= asked);
        let sets = 1..=dose.sets.unwrap_or(1);
        let whole =
            sets.filter(|set| body_sides(*side).iter().all(|side| is_whole(*set, *side))).count();
        let of_another = counted.values().copied().find(|n| *n < asked);
        Outcome::Partly { sets: u16::try_from(whole).ok(), repetitions: of_another }
    }

    /// Whether the step asks somebody who lies to stand up.
    fn stands_up(&self, step: Step) -> bool {
        let lies = |item: usize| self.script.items.get(item).is_some_and(|item| item.lying);
        step.kind == StepKind::NextExercise
            && step.item.checked_sub(1).is_some_and(lies)
            && !lies(step.item)
    }

    fn close(
        &mut self,
        item: usize,
        outcome: Outcome,
        result: ItemResult,
        witnessed: &mut Vec<Witnessed>,
    ) {
        let closed = &mut self.script.items[item];
        closed.result = result;
        witnessed.push(Witnessed::Closed { bout: closed.bout.clone(), outcome });
    }

    fn following(&self) -> Option<Step> {
        self.script.steps.get(self.at + 1).copied()
    }
}

fn is_same_set(one: Step, other: Step) -> bool {
    (one.item, one.set, one.side) == (other.item, other.set, other.side)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
