//! Going elsewhere in a session: back, again, and over the rest of an exercise. What the person needs on the way there
//! from where they are waits for them; nothing of it goes on by itself.

use std::time::Duration;

use super::order::between;
use super::script::Step;
use super::{ItemResult, PartSaid, Runner, Spot, StepKind, Witnessed};
use crate::record::{Outcome, SkipReason};

impl Runner {
    /// Back or to the same set again from `step`, to the step at `at`. Where that is another exercise or the other side,
    /// it waits there, after the way that it needs.
    pub(super) fn go_back_to(&mut self, step: Step, at: usize) {
        let place = self.place();
        let was_on_the_way = !self.way.is_empty();
        self.go_to(at);
        let Some(to) = self.script.steps.get(at).copied() else { return };
        if !was_on_the_way && (to.item, to.side) == (step.item, step.side) {
            return;
        }
        self.here = place;
        // It waits for the person in any case, and one tap is enough to begin.
        self.paused = false;
        let is_other_side = to.item == step.item && !step.kind.is_before_exercise();
        let begins = if is_other_side { StepKind::ChangeSide } else { StepKind::NextExercise };
        let begins = Some(begins).filter(|_| !to.kind.is_before_exercise());
        let change = between(place, self.item(to).spot);
        self.wait_for(to, change.iter().copied().chain(begins));
    }

    /// The exercise that what hurts in `step` belongs to. Where none was begun it is the one before, and never the one
    /// that waits to be begun.
    pub(super) fn in_hand(&self, step: Step) -> usize {
        let before = self.worked.unwrap_or(step.item.saturating_sub(1));
        if step.kind.is_before_exercise() { before } else { step.item }
    }

    /// The step whose exercise is left for `reason`. Whoever went back from an exercise because it hurt leaves that one,
    /// which is still open, and not the one that they went back to.
    pub(super) fn left_for(&self, reason: SkipReason, step: Step) -> Step {
        let hurts = self.in_hand(step);
        let is_open = self.script.items[hurts].result == ItemResult::Open;
        let is_that = reason == SkipReason::Pain && hurts != step.item && is_open;
        if is_that { self.script.steps[self.script.waiting_step(hurts)] } else { step }
    }

    /// Leaves the rest of the exercise of `step`, with what was seen of it or what the person says was done.
    pub(super) fn leave(
        &mut self,
        step: Step,
        reason: SkipReason,
        said: Option<PartSaid>,
        witnessed: &mut Vec<Witnessed>,
    ) {
        self.break_off(step, witnessed);
        let item = self.item(step);
        let seen = self.tally.partly(step.item, item, Some(reason));
        let (outcome, result) = match said {
            // One that was done before and is gone through once more stays done.
            None if item.result == ItemResult::Done => (Outcome::Done, ItemResult::Done),
            None if !self.tally.is_empty(step.item) => (seen, ItemResult::Partly),
            Some(PartSaid { sets, repetitions }) if sets > 0 || repetitions > 0 => {
                let repetitions = (repetitions > 0).then_some(repetitions);
                let reason = Some(reason);
                (Outcome::Partly { sets: Some(sets), repetitions, reason }, ItemResult::Partly)
            }
            _ => (Outcome::Skipped { reason }, ItemResult::Skipped),
        };
        self.close(step.item, outcome, result, witnessed);
        self.go_past(step.item);
        // Nothing counts down while somebody in pain reads whom to ring.
        self.paused =
            reason == SkipReason::Pain && self.step().is_some_and(|next| self.lead(next).is_some());
        self.cut_short.retain(|(item, ..)| *item != step.item);
    }

    /// To the exercise after `item`, the rest of which is left.
    fn go_past(&mut self, item: usize) {
        let place = self.place();
        self.go_to(self.script.range_of(item).end);
        self.take_the_way_from(place);
        self.here = place;
    }

    /// At the beginning of an exercise: the way there is the one from `place`, where the person is. Since exercises can be
    /// left out it may be another than the script has.
    pub(super) fn take_the_way_from(&mut self, place: Option<Spot>) {
        let Some(to) = self.script.steps.get(self.at).copied() else { return };
        let change = between(place, self.item(to).spot);
        let waiting = self.script.waiting_step(to.item);
        let of_script = self.script.steps[self.at..waiting].iter().map(|step| step.kind);
        if place.is_some() && !of_script.eq(change.iter().copied()) {
            self.go_to(waiting);
            self.wait_for(to, change.iter().copied());
        }
    }

    /// Puts steps of these kinds before `to`, each of which waits for a tap.
    fn wait_for(&mut self, to: Step, kinds: impl Iterator<Item = StepKind>) {
        let waits = |kind| Step { kind, repetition: 0, seconds: None, ..to };
        self.way = kinds.map(waits).collect();
    }

    /// Where the person is, as far as it is known. While they change it, where getting up needs care: how far they have
    /// come, nobody sees.
    fn place(&self) -> Option<Spot> {
        let changes = |step: &Step| {
            matches!(step.kind, StepKind::ChangePosition | StepKind::GetUp | StepKind::GetDown)
        };
        let to = self.step().filter(changes).and_then(|step| self.item(step).spot);
        let low = [self.here, to].into_iter().flatten().find(|spot| spot.is_down());
        low.or(self.here)
    }

    /// To the step at `at`, with nothing left on the way.
    pub(super) fn go_to(&mut self, at: usize) {
        let is_new_set = match (self.script.steps.get(self.at), self.script.steps.get(at)) {
            (Some(one), Some(other)) => !one.is_same_set(*other) || at <= self.at,
            _ => true,
        };
        if is_new_set {
            self.tapped = 0;
        }
        self.way.clear();
        self.at = at;
        self.passed = Duration::ZERO;
        self.handed_out = Duration::ZERO;
    }
}
