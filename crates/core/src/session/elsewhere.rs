//! Going elsewhere in a session: back, again, and over the rest of an exercise. What the person needs on the way there
//! from where they are waits for them; nothing of it goes on by itself.

use std::time::Duration;

use super::order::between;
use super::script::Step;
use super::tally::partly;
use super::{Ground, ItemResult, PartSaid, Runner, Spot, StepKind, Witnessed};
use crate::catalogue::Position;
use crate::record::{Outcome, SkipReason};

impl Runner {
    /// "Back" from `step`: to what was asked before it. From the first set of an exercise or side that is the wait for it
    /// to begin, from there the way that led to it, and from that the set before.
    pub(super) fn go_back(&mut self, step: Step) {
        let is_before = step.kind.is_before_exercise();
        let begins_here = !is_before && self.way.is_empty() && step.kind != StepKind::ChangeSide;
        let begins = self.script.waits_before(step).filter(|_| begins_here);
        let was_told = is_before || begins == Some(StepKind::NextExercise);
        if let Some((told, here)) = was_told.then(|| self.told.pop()).flatten() {
            // How much of it they did, nobody knows.
            self.said = self.said.or(self.here);
            self.here = here;
            self.ask_again(told, step);
        } else if let Some(begins) = begins {
            self.ask_again(begins, step);
        } else {
            let at = self.script.before(step, self.at, &self.tally, |item| self.is_left_out(item));
            if at < self.at || self.way.is_empty() {
                self.go_back_to(step, at);
            }
        }
        self.script.ask_for_the_rest(self.at, &self.tally);
    }

    /// "Repeat set" in `step`. What waits before a set is asked already, and nothing leads over it.
    pub(super) fn repeat(&mut self, step: Step) {
        if self.way.is_empty() {
            self.go_back_to(step, self.script.to_repeat(step, self.at));
        }
    }

    /// After a pause in `step`: what was broken off begins again, with the time to get ready that its set begins with. A way
    /// back from what was counted goes on, and so does what begins without that time.
    pub(super) fn get_ready_again(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let is_way_back =
            step.kind == StepKind::MoveBack && self.item(step).dose.hold_seconds.is_some();
        let begins = self.script.start_of_set(step).filter(|_| step.is_work() && !is_way_back);
        let gets_ready = |at: &usize| self.script.steps[*at].kind == StepKind::GetReady;
        let Some(ready) = begins.filter(gets_ready) else { return };
        let is_it = |it: &Step| it.is_same_set(step) && it.repetition == step.repetition;
        let again = |it: &Step| it.is_work() && is_it(it);
        let first = self.script.steps.iter().position(again).unwrap_or(self.at);
        // What was seen of a time is kept, and the rest of it is asked for.
        self.hand_out_walk(step, Duration::from_secs(1), witnessed);
        self.script.ask_for_the_rest(first, &self.tally);
        self.go_to(ready);
        self.goes_on_at = Some(first);
    }

    /// Waits once more with a step of this kind, before what comes after it: the beginning of the set of `step`, or `step`
    /// itself where that waits, too.
    fn ask_again(&mut self, kind: StepKind, step: Step) {
        let way = std::mem::take(&mut self.way);
        let start = self.script.start_of_set(step).filter(|_| !step.kind.is_before_exercise());
        self.go_to(start.unwrap_or(self.at));
        self.wait_for(step, std::iter::once(kind));
        self.way.extend(way);
        self.paused = false;
    }

    /// Back or to the same set again from `step`, to the step at `at`. Where that is another exercise or the other side,
    /// it waits there, after the way that it needs.
    fn go_back_to(&mut self, step: Step, at: usize) {
        let Some(to) = self.script.steps.get(at).copied() else { return };
        let (place, change) = (self.place(), self.way_from(self.place(), self.item(to).spot));
        let was_on_the_way = !self.way.is_empty();
        self.go_to(at);
        if !was_on_the_way && (to.item, to.side) == (step.item, step.side) {
            return;
        }
        // Where they said they were holds until they are there: they may be at either end of all that is told once more.
        self.here = place;
        // It waits for the person in any case, and one tap is enough to begin.
        self.paused = false;
        let is_other_side = to.item == step.item && !step.kind.is_before_exercise();
        let begins = if is_other_side { StepKind::ChangeSide } else { StepKind::NextExercise };
        let begins = Some(begins).filter(|_| !to.kind.is_before_exercise());
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

    /// The exercise in hand was stopped because it hurt, whatever has become of it. What else is on stays on.
    pub(super) fn stop_earlier(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let hurts = self.in_hand(step);
        if hurts == step.item {
            return self.leave(step, SkipReason::Pain, None, witnessed);
        }
        self.close_left(hurts, SkipReason::Pain, None, witnessed);
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
        self.close_left(step.item, reason, said, witnessed);
        self.go_past(step.item);
        // Nothing counts down while somebody in pain reads whom to ring.
        self.paused =
            reason == SkipReason::Pain && self.step().is_some_and(|next| self.lead(next).is_some());
    }

    /// Closes the exercise `at`, which was left for `reason`.
    fn close_left(
        &mut self,
        at: usize,
        reason: SkipReason,
        said: Option<PartSaid>,
        witnessed: &mut Vec<Witnessed>,
    ) {
        let is_for_pain = reason == SkipReason::Pain;
        self.hurt.extend(is_for_pain.then_some(at));
        // What they said when they left it before stands until something more is seen of it.
        let said = said.or(self.parts_said.remove(&at));
        self.parts_said.extend(said.map(|said| (at, said)));
        let item = &self.script.items[at];
        let was_done = item.result == ItemResult::Done;
        let seen = self.tally.partly(at, item, Some(reason));
        let (outcome, result) = match said {
            // One that was done before and is gone through once more stays done, unless it was stopped because it hurt.
            None if was_done && !is_for_pain => (Outcome::Done, ItemResult::Done),
            None if was_done || !self.tally.is_empty(at) => (seen, ItemResult::Partly),
            Some(PartSaid { sets, repetitions }) if sets > 0 || repetitions > 0 => {
                (partly(&item.dose, sets, repetitions, Some(reason)), ItemResult::Partly)
            }
            _ => (Outcome::Skipped { reason }, ItemResult::Skipped),
        };
        self.close(at, outcome, result, witnessed);
        self.cut_short.retain(|(item, ..)| *item != at);
    }

    /// To the exercise after `item`, the rest of which is left.
    pub(super) fn go_past(&mut self, item: usize) {
        let place = self.place();
        let next = self.past_what_is_left_out(item, self.script.range_of(item).end);
        let change =
            self.script.steps.get(next).map(|to| self.way_from(place, self.item(*to).spot));
        self.go_to(next);
        self.here = place;
        self.take_the_way(change.unwrap_or_default());
    }

    /// The step at `at` or, where that is one of another exercise than `item` that nobody is led into, the first one after
    /// that.
    pub(super) fn past_what_is_left_out(&self, item: usize, mut at: usize) -> usize {
        let item_of = |at: usize| self.script.steps.get(at).map(|step| step.item);
        let left_out = |next: &usize| *next != item && self.is_left_out(*next);
        while let Some(next) = item_of(at).filter(left_out) {
            at = self.script.range_of(next).end;
        }
        at
    }

    /// At the beginning of an exercise: the way there is the one from `place`, where the person is.
    pub(super) fn take_the_way_from(&mut self, place: Option<Spot>) {
        let to = self.script.steps.get(self.at).and_then(|to| self.item(*to).spot);
        self.take_the_way(self.way_from(place, to));
    }

    /// At the beginning of an exercise: the way there is `change`. Since exercises can be left out it may be another than
    /// the script has.
    fn take_the_way(&mut self, change: &[StepKind]) {
        let Some(to) = self.script.steps.get(self.at).copied() else { return };
        let waiting = self.script.waiting_step(to.item);
        let of_script = self.script.steps[self.at..waiting].iter().map(|step| step.kind);
        if self.here.is_some() && !of_script.eq(change.iter().copied()) {
            self.go_to(waiting);
            self.wait_for(to, change.iter().copied());
        }
    }

    /// The way from `place` to `to`. Who was told a way once more may be at either end of it.
    fn way_from(&self, place: Option<Spot>, to: Option<Spot>) -> &'static [StepKind] {
        let way = between(place, to);
        let is_down = |at: Option<Spot>| at.is_some_and(Spot::is_down);
        let may_be_up = self.said.is_some() && !(is_down(self.here) && is_down(self.said));
        let gets_down = may_be_up && is_down(to) && !way.contains(&StepKind::GetDown);
        if gets_down { &[StepKind::GetDown] } else { way }
    }

    /// The person said that they are done with `step`, or it was over.
    pub(super) fn comes_after(&mut self, step: Step) {
        if step.kind.is_before_exercise() {
            self.told.push((step.kind, self.here));
        }
        self.here = self.after(step);
        // One of which nobody knows where it is done says nothing about it.
        if self.item(step).spot.is_some() {
            self.said = None;
        }
    }

    /// Where somebody is when `step` is over. Who got up from the bed on the way to the floor stands between.
    fn after(&self, step: Step) -> Option<Spot> {
        let to = self.item(step).spot;
        let stands = Spot { ground: Ground::Up, position: Position::Standing };
        let got_up = step.kind == StepKind::GetUp && to.is_some_and(Spot::is_down);
        if got_up { Some(stands) } else { to.or(self.here) }
    }

    /// Puts steps of these kinds before `to`, each of which waits for a tap.
    pub(super) fn wait_for(&mut self, to: Step, kinds: impl Iterator<Item = StepKind>) {
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
        let said = self.said.filter(|spot| spot.is_down());
        match (low, said) {
            (Some(low), Some(said)) if low.ground != said.ground => {
                Some(Spot { ground: Ground::Down, ..low })
            }
            _ => low.or(said).or(self.here).or(self.said),
        }
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
        let item = |at: usize| self.script.steps.get(at).map(|step| step.item);
        self.turn += 1;
        if item(at) != item(self.at) {
            self.told.clear();
            self.item_since = self.turn;
        }
        self.way.clear();
        self.goes_on_at = None;
        self.at = at;
        self.passed = Duration::ZERO;
        self.handed_out = Duration::ZERO;
    }
}
