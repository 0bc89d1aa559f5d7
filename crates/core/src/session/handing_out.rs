//! What was seen and said of the step that is on, handed out to be recorded.

use std::time::Duration;

use super::script::Step;
use super::{ItemResult, Runner, StepKind, Witnessed};
use crate::record::Outcome;

/// So many seconds of a walk, or of what else has a time, may be lost where the program ends without warning.
const KEPT_EVERY: u64 = 5;

impl Runner {
    /// What was seen of the set or the walk in hand and is not handed out yet: to be kept at once, so that it is handed out
    /// by the next program where this one ends without warning. The repetitions are all there, the seconds so many at a time.
    #[must_use]
    pub fn under_way(&self) -> Option<Witnessed> {
        let step = self.step()?;
        let watched = if is_timed(step) { self.watched() } else { 0 };
        let seconds = watched - watched % KEPT_EVERY;
        (self.in_set > 0 || seconds > 0).then(|| Witnessed::Work {
            bout: self.item(step).bout.clone(),
            set: step.set,
            side: step.side,
            repetitions: self.in_set,
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
        })
    }

    /// Whether something was seen of the set or the walk in hand and is not handed out yet.
    pub(super) fn has_seen_more(&self) -> bool {
        self.in_set > 0 || self.step().is_some_and(|step| is_timed(step) && self.watched() > 0)
    }

    /// The whole seconds of the present step that were seen and not handed out yet.
    fn watched(&self) -> u64 {
        self.passed.saturating_sub(self.handed_out).as_secs()
    }

    /// One repetition that the person counted. It is kept at once, like every acknowledged tap.
    pub(super) fn tap(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let asked = self.asked_of_taps(step);
        if asked.is_some_and(|asked| self.tally.of_set(step.set_of()) < asked) {
            self.tapped += 1;
            self.work(step, 1, Duration::ZERO, witnessed);
        }
    }

    pub(super) fn take_tap_back(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        if self.asked_of_taps(step).is_none() || self.tapped == 0 {
            return;
        }
        self.tapped -= 1;
        self.tally.take_one(step.set_of());
        witnessed.push(Witnessed::TakenBack);
    }

    pub(super) fn count_repetition(
        &mut self,
        step: Step,
        held: Duration,
        witnessed: &mut Vec<Witnessed>,
    ) {
        if step.repetition <= self.tally.of_set(step.set_of()).saturating_add(self.in_set) {
            // It was counted before the person went back to the beginning of the set.
            return;
        }
        if self.item(step).dose.hold_seconds.is_some() {
            self.work(step, 1, held, witnessed);
        } else {
            self.in_set += 1;
        }
    }

    pub(super) fn hand_out_set(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let repetitions = std::mem::take(&mut self.in_set);
        if repetitions > 0 {
            self.work(step, repetitions, Duration::ZERO, witnessed);
        }
    }

    /// Hands out what was seen of a timed stretch and not handed out yet, in whole pieces.
    pub(super) fn hand_out_walk(
        &mut self,
        step: Step,
        piece: Duration,
        witnessed: &mut Vec<Witnessed>,
    ) {
        let pieces = self.watched() / piece.as_secs();
        if is_timed(step) && pieces > 0 {
            let seen = Duration::from_secs(pieces * piece.as_secs());
            self.handed_out += seen;
            self.work(step, 0, seen, witnessed);
        }
    }

    /// The work of a set or a walk that is broken off is kept as far as it was seen.
    pub(super) fn break_off(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        self.hand_out_set(step, witnessed);
        self.hand_out_walk(step, Duration::from_secs(1), witnessed);
    }

    pub(super) fn work(
        &mut self,
        step: Step,
        repetitions: u16,
        seen: Duration,
        witnessed: &mut Vec<Witnessed>,
    ) {
        let seconds = u32::try_from(seen.as_secs()).unwrap_or(u32::MAX);
        self.tally.add(step.set_of(), repetitions, seconds);
        self.parts_said.remove(&step.item);
        witnessed.push(Witnessed::Work {
            bout: self.item(step).bout.clone(),
            set: step.set,
            side: step.side,
            repetitions,
            seconds,
        });
    }

    /// Closes the exercise of `step`, which was gone through. One whose time was ended before a second of it was seen stays
    /// as it was: nobody knows of anything that was done of it, and Today asks for it still.
    pub(super) fn close_as_it_went(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let was_done = self.item(step).result == ItemResult::Done;
        let was_ended = self.cut_short.iter().any(|(item, ..)| *item == step.item);
        let is_short = self.tally.is_short(step.item, self.item(step)).unwrap_or(was_ended);
        if !is_short || was_done {
            self.close(step.item, Outcome::Done, ItemResult::Done, witnessed);
        } else if !self.tally.is_empty(step.item) {
            let outcome = self.tally.partly(step.item, self.item(step), None);
            self.close(step.item, outcome, ItemResult::Partly, witnessed);
        }
    }

    pub(super) fn close(
        &mut self,
        item: usize,
        outcome: Outcome,
        result: ItemResult,
        witnessed: &mut Vec<Witnessed>,
    ) {
        self.is_own_word(item);
        let closed = &mut self.script.items[item];
        closed.result = result;
        witnessed.push(Witnessed::Closed { bout: closed.bout.clone(), outcome });
    }
}

/// Whether a step is a walk, or something else that has a time and no number.
fn is_timed(step: Step) -> bool {
    step.kind == StepKind::OwnPace && step.seconds.is_some()
}
