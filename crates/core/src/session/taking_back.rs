//! "Done" that was pressed by mistake, and is taken back before anything else is done.

use super::script::Step;
use super::{Runner, SessionEvent, Spot, Witnessed};

/// How a session stood before the tap with which an exercise was closed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct BeforeDone {
    runner: Runner,
    /// The exercise.
    item: usize,
    /// How many pieces of work were handed out with that tap.
    pieces: usize,
    /// Where the person was after it, as far as it was known.
    here: Option<Spot>,
}

impl Runner {
    /// How it stands before `event` in `step`, where that may close an exercise on the person's word.
    pub(super) fn before(&self, event: SessionEvent, step: Step) -> Option<Box<BeforeDone>> {
        let as_it_is = || Self { before_done: None, ..self.clone() };
        let (item, pieces, here) = (step.item, 0, None);
        (event == SessionEvent::Next)
            .then(|| Box::new(BeforeDone { runner: as_it_is(), item, pieces, here }))
    }

    /// Keeps how it stood `before` an `event` that closed an exercise, and forgets that as soon as something else is done.
    pub(super) fn remember(
        &mut self,
        before: Option<Box<BeforeDone>>,
        event: SessionEvent,
        witnessed: &[Witnessed],
    ) {
        use SessionEvent::{Next, OutOfSight, Pause, Resume};
        let is_closed = witnessed.iter().any(|seen| matches!(seen, Witnessed::Closed { .. }));
        let does_nothing = matches!(event, Next | Pause | Resume | OutOfSight);
        if let Some(mut before) = before.filter(|_| is_closed) {
            let is_work = |seen: &&Witnessed| matches!(seen, Witnessed::Work { .. });
            before.pieces = witnessed.iter().filter(is_work).count();
            before.here = self.here;
            self.before_done = Some(before);
        } else if !does_nothing || !witnessed.is_empty() || self.has_moved() || self.has_seen_more()
        {
            self.before_done = None;
        }
    }

    /// Whether the person is elsewhere by now: who got up is not led back to the floor without the way down.
    fn has_moved(&self) -> bool {
        self.before_done.as_ref().is_some_and(|before| before.here != self.here)
    }

    /// Takes back that the exercise `item` was done. What is timed stands still until the person goes on. Nobody is led back
    /// into one that was stopped, or left out, since: then the word alone is taken back.
    pub(super) fn take_done_back(&mut self, item: u32) -> Vec<Witnessed> {
        let before = self.before_done.take();
        let before = before.filter(|before| {
            u32::try_from(before.item) == Ok(item) && !self.is_left_out(before.item)
        });
        let Some(before) = before else { return Vec::new() };
        let turn = self.turn + 1;
        *self = Self { turn, item_since: turn, ..before.runner };
        let mut witnessed = vec![Witnessed::TakenBack; before.pieces];
        if let Some(step) = self.step().filter(|step| self.length(*step).is_some()) {
            self.break_off(step, &mut witnessed);
            self.pause(step);
        }
        witnessed
    }
}
