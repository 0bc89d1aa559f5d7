//! What became of the exercises of a session elsewhere: ticked on Today, on a popup or in the command line, taken back
//! there, or stopped. It moves nobody and ends nothing: the session passes over it once the person goes on.

use std::collections::BTreeSet;

use super::script::Step;
use super::{ItemResult, Runner, SessionEvent, Witnessed};
use crate::record::{Outcome, SkipReason};

/// How an exercise of a session stands by now in the record and on the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// What became of it; `None` where nobody has said so, or it was taken back.
    pub outcome: Option<Outcome>,
    /// Whether it is stopped by now, or asked for in another way than the session leads it, or not any more.
    pub is_otherwise: bool,
}

/// The exercises that a session leaves out for what was found of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// Answered elsewhere, and not in the session.
    answered: BTreeSet<usize>,
    /// Answered here or there, and stopped or otherwise by now.
    otherwise: BTreeSet<usize>,
}

impl Runner {
    /// Takes in how each exercise stands, in the order of the session. The one in hand stands still where it was stopped,
    /// and goes on where it was answered, as far as it was begun.
    pub fn take_in(&mut self, found: &[Found]) -> Vec<Witnessed> {
        let mut witnessed = Vec::new();
        for (at, Found { outcome, is_otherwise }) in found.iter().enumerate() {
            let Some(item) = self.script.items.get_mut(at) else { break };
            let is_own = item.result != ItemResult::Open && !self.left_out.answered.contains(&at);
            let hurts = outcome.as_ref().is_some_and(Outcome::was_left_for_pain);
            item.result = match outcome {
                Some(outcome) if is_own || !hurts => ItemResult::of(outcome),
                _ if is_own => item.result,
                // What was said to hurt elsewhere ends the session, as whatever stops what is still open in it does.
                _ => ItemResult::Open,
            };
            let is_answered = is_own || outcome.is_some();
            put(&mut self.left_out.answered, at, is_answered && !is_own);
            put(&mut self.left_out.otherwise, at, is_answered && (*is_otherwise || hurts));
        }
        let on = self.step().filter(|step| self.left_out.otherwise.contains(&step.item));
        if let Some(step) = on.filter(|step| !self.paused && self.length(*step).is_some()) {
            self.break_off(step, &mut witnessed);
            self.pause(step);
        }
        witnessed
    }

    /// Whether nobody is led into the exercise `item` again, neither back nor on.
    pub(super) fn is_left_out(&self, item: usize) -> bool {
        let LeftOut { answered, otherwise } = &self.left_out;
        [&self.hurt, answered, otherwise].iter().any(|left| left.contains(&item))
    }

    /// Whether `event` would go on with the exercise of `step`, or leave the rest of it, although it is left out.
    pub(super) fn goes_on_in_vain(&self, event: SessionEvent, step: Step) -> bool {
        use SessionEvent::{LeaveExercise, Next, Repeat, Resume};
        let goes_on = match event {
            Next | Resume | Repeat => true,
            // How much was done is a word of its own.
            LeaveExercise { reason, done } => reason != SkipReason::Pain && done.is_none(),
            _ => false,
        };
        goes_on && self.is_left_out(step.item)
    }

    /// On from the exercise of `step`, of which nothing more is asked. What was seen of it is kept, and said where it was
    /// called skipped elsewhere.
    pub(super) fn pass_over(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        self.break_off(step, witnessed);
        let was_skipped = self.item(step).result == ItemResult::Skipped
            && self.left_out.answered.contains(&step.item);
        if was_skipped && !self.tally.is_empty(step.item) {
            let outcome = self.tally.partly(step.item, self.item(step), None);
            self.close(step.item, outcome, ItemResult::Partly, witnessed);
        }
        self.paused = false;
        self.go_past(step.item);
    }

    /// The session itself says what became of `item`.
    pub(super) fn is_own_word(&mut self, item: usize) {
        self.left_out.answered.remove(&item);
    }
}

impl ItemResult {
    /// What a session shows of an exercise of which `outcome` was recorded.
    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::Done,
            Outcome::Partly { .. } => Self::Partly,
            Outcome::Skipped { .. } | Outcome::SaidNotDone => Self::Skipped,
        }
    }
}

fn put(items: &mut BTreeSet<usize>, at: usize, is_in: bool) {
    if is_in {
        items.insert(at);
    } else {
        items.remove(&at);
    }
}
