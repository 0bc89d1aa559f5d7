//! What the screen shows of a session.

use super::script::Step;
use super::{ItemResult, PACES, Runner, SessionEvent, SessionItem, SessionView, Spot, StepKind};
use crate::record::{Hurt, SkipReason};

impl SessionView {
    /// The exercise in hand: the one that is on, or the one before while somebody waits beside it.
    #[must_use]
    pub fn item_in_hand(&self) -> Option<&SessionItem> {
        usize::try_from(self.in_hand).ok().and_then(|at| self.items.get(at))
    }

    /// What ends the session because of `hurt`, one after the other. Where the exercise that hurt is the one in hand, it
    /// is left for that reason: an end alone would leave it open.
    #[must_use]
    pub fn ended_by(&self, hurt: &Hurt) -> Vec<SessionEvent> {
        let item = self.item_in_hand();
        // One that somebody only waits beside is left if nothing has become of it yet.
        let can_be_left = |item: &&SessionItem| {
            !self.finished && (self.in_hand == self.item || item.result == ItemResult::Open)
        };
        let in_hand = item.filter(can_be_left).map(|item| &item.bout);
        let is_in_hand = in_hand.is_some_and(|bout| {
            hurt.line.as_ref() == Some(&bout.line) && hurt.bout.as_ref() == Some(&bout.place)
        });
        let leave = SessionEvent::LeaveExercise { reason: SkipReason::Pain, done: None };
        is_in_hand.then_some(leave).into_iter().chain([SessionEvent::End]).collect()
    }
}

impl Runner {
    /// What the screen shows; `None` when there was nothing to do.
    #[must_use]
    pub fn view(&self) -> Option<SessionView> {
        let steps = &self.script.steps;
        // A session that was ended early shows where it was ended.
        let step = self.way.first().or(steps.get(self.at)).or(steps.last()).copied()?;
        let item = self.script.items.get(step.item)?;
        let passed = u16::try_from(self.passed.as_secs()).unwrap_or(u16::MAX);
        let by_taps = self.asked_of_taps(step).is_some();
        let repetition = if by_taps { self.tally.of_set(step.set_of()) } else { step.repetition };
        let mut seen = self.tally.clone();
        // With what was counted of the set in hand and is not handed out yet.
        seen.add(step.set_of(), self.in_set, 0);
        let (sets_seen, repetitions_seen) = seen.sets_and_rest(step.item, item).unwrap_or_default();
        let (seconds_ahead, is_at_least) = self.ahead();
        Some(SessionView {
            items: self.script.items.clone(),
            item: count(step.item),
            in_hand: count(self.in_hand(step)),
            step: step.kind,
            set: step.set,
            sets: item.dose.sets.unwrap_or(1),
            side: step.side,
            repetition,
            repetitions: item.dose.counted(),
            seconds: self.seconds(step),
            // A movement that was made faster while it was on is over at the next look.
            seconds_passed: self.seconds(step).map_or(0, |seconds| passed.min(seconds)),
            goes_on_in: self.lead(step).map(|lead| lead.saturating_sub(passed)),
            from: self.here,
            by_taps,
            can_be_tapped: self.script.can_be_tapped(step.item),
            tapped: self.tapped,
            counting: self.script.choices.counting,
            slower: self.pace,
            has_pace: self.script.has_pace(step.item),
            slowest: self.pace == *PACES.end(),
            fastest: self.pace == *PACES.start(),
            sets_seen,
            repetitions_seen,
            seconds_ahead,
            is_at_least,
            turn: self.turn,
            steps_over: count(self.goes_on_at.unwrap_or(self.at)),
            steps: count(steps.len()),
            paused: self.paused,
            was_out_of_sight: self.was_out_of_sight,
            was_cut_off: self.was_cut_off,
            finished: self.is_over(),
        })
    }

    /// How long a step lasts by the sheet. The pace is that of the movement alone: a hold and a rest stay as they are.
    pub(super) fn seconds(&self, step: Step) -> Option<u16> {
        let moves = matches!(step.kind, StepKind::MoveOut | StepKind::MoveBack);
        let paced = |seconds: u16| seconds.saturating_add_signed(self.pace.into()).max(1);
        step.seconds.map(|seconds| if moves { paced(seconds) } else { seconds })
    }

    /// After how many seconds a step that waits goes on by itself, where the person chose so. Getting up or down
    /// never does, nor does an exercise for which somebody may have to get up, nor the way back to one; and the first step waits for
    /// somebody who is there.
    pub(super) fn lead(&self, step: Step) -> Option<u16> {
        let is_here = self.at > 0 && self.way.is_empty();
        let may = step.may_go_on() && is_here && !self.may_get_up(step);
        self.script.choices.lead_seconds.filter(|_| may)
    }

    /// Whether it is an exercise of which nobody knows where it is done, after one on the bed or the floor.
    fn may_get_up(&self, step: Step) -> bool {
        let is_unknown = self.script.items[step.item].spot.is_none();
        let waits = step.kind == StepKind::NextExercise;
        waits && is_unknown && self.here.is_some_and(Spot::is_down)
    }

    /// How many repetitions are counted by taps in `step`; `None` where none are, or the session stands still.
    pub(super) fn asked_of_taps(&self, step: Step) -> Option<u16> {
        let takes = step.kind == StepKind::OwnPace && !self.paused;
        let asked = self.item(step).dose.counted();
        asked.filter(|_| takes && self.script.can_be_tapped(step.item))
    }

    /// About how many seconds the steps ahead take, by the rule of [`Dose::about_seconds`](crate::plan::Dose), and whether
    /// some work, rest, or change of position or side among them has no time. How long somebody takes for that, and to
    /// begin, is theirs and counted nowhere, and so is what nobody is led into any more.
    fn ahead(&self) -> (u32, bool) {
        use StepKind::{ChangePosition, ChangeSide, GetDown, GetUp, Rest};
        // After a pause the time to get ready leads over what was counted.
        let ready = self.goes_on_at.and_then(|_| self.script.steps.get(self.at));
        let left = self.script.steps.iter().skip(self.goes_on_at.unwrap_or(self.at));
        let steps = ready.into_iter().chain(left).filter(|step| !self.is_left_out(step.item));
        let seconds = steps.clone().filter_map(|step| self.about_seconds(*step)).sum();
        let takes_time = |step: &&Step| {
            step.is_work()
                || matches!(step.kind, Rest | ChangePosition | ChangeSide | GetUp | GetDown)
        };
        let mut takes_time = steps.filter(takes_time);
        (seconds, takes_time.any(|step| self.about_seconds(*step).is_none()))
    }

    /// About how many seconds a step takes; `None` where nobody knows.
    fn about_seconds(&self, step: Step) -> Option<u32> {
        let counted = || {
            let dose = &self.item(step).dose;
            let asked = dose.counted().filter(|_| step.kind == StepKind::OwnPace)?;
            let left = asked.saturating_sub(self.tally.of_set(step.set_of()));
            Some(dose.about_seconds_of_set(left, self.script.tempos[step.item]))
        };
        self.seconds(step).map(u32::from).or_else(counted)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
