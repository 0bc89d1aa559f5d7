//! The state machine of a session.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::found::LeftOut;
use super::taking_back::BeforeDone;
use super::tally::{SetOf, Tally};
use super::{
    Ground, HowItGoes, PACES, PartSaid, Script, SessionEvent, SessionItem, Spot, Step, StepKind,
    Witnessed,
};
use crate::catalogue::Position;
use crate::record::BodySide;

/// The longest stretch that counts as watched. The driver looks at least once a second; a longer
/// stretch means that the machine slept or the program stood still, and nobody saw what happened.
const LONGEST_WATCHED: Duration = Duration::from_secs(3);

/// A walk is handed out in pieces of this length, so that the end of the power loses no more of it.
const PIECE_OF_A_WALK: Duration = Duration::from_secs(60);

/// A session under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Runner {
    pub(super) script: Script,
    /// The index of the step that is on, or that comes after the way there; the number of steps when all is over.
    pub(super) at: usize,
    /// What waits for the person before that step, because they came to it from elsewhere; the first is on.
    pub(super) way: Vec<Step>,
    /// What waited before the exercise that is on and was passed, and where the person was before it; the latest last.
    pub(super) told: Vec<(StepKind, Option<Spot>)>,
    /// Where the person was last; `None` where nobody knows.
    pub(super) here: Option<Spot>,
    /// Where they said they were before they went back to be told the way there again.
    pub(super) said: Option<Spot>,
    /// How much of the step has passed.
    pub(super) passed: Duration,
    pub(super) paused: bool,
    /// Where a set goes on after the time to get ready that it has after a pause; `None` where that begins the set.
    pub(super) goes_on_at: Option<usize>,
    /// Which step is on: one more with each change.
    pub(super) turn: u32,
    /// The turn with which the exercise that is on came.
    pub(super) item_since: u32,
    pub(super) ended: bool,
    /// What was handed out, or seen earlier.
    pub(super) tally: Tally,
    /// Repetitions of the present set without holds that were not handed out yet.
    pub(super) in_set: u16,
    /// Repetitions of the present set that were tapped, and can be taken back.
    pub(super) tapped: u16,
    /// How much of the present walk was handed out.
    pub(super) handed_out: Duration,
    /// Seconds that each movement takes more than its own pace, or less.
    pub(super) pace: i8,
    /// Sets and walks that were ended before their number or time.
    pub(super) cut_short: BTreeSet<SetOf>,
    /// What the person said was done of exercises that they left, and of which nothing was seen since.
    pub(super) parts_said: BTreeMap<usize, PartSaid>,
    /// Exercises that were left because they hurt: nobody is led into one again, neither back nor on.
    pub(super) hurt: BTreeSet<usize>,
    /// Exercises that are left out for what became of them elsewhere.
    pub(super) left_out: LeftOut,
    /// The exercise that was worked in last; `None` where none was begun.
    pub(super) worked: Option<usize>,
    /// Whether it is the rest of a session that was cut off, and the person has done nothing since.
    pub(super) was_cut_off: bool,
    /// Whether it stands still because nobody witnessed it, and the person has done nothing since.
    pub(super) was_out_of_sight: bool,
    /// How it stood before the tap that closed an exercise, as long as nothing else was done.
    pub(super) before_done: Option<Box<BeforeDone>>,
}

impl Runner {
    /// A session at its first step, which waits for the person.
    #[must_use]
    pub fn new(script: Script) -> Self {
        Self {
            tally: Tally::of(&script.seen),
            script,
            at: 0,
            way: Vec::new(),
            told: Vec::new(),
            here: None,
            said: None,
            passed: Duration::ZERO,
            paused: false,
            goes_on_at: None,
            turn: 0,
            item_since: 0,
            ended: false,
            in_set: 0,
            tapped: 0,
            handed_out: Duration::ZERO,
            pace: 0,
            cut_short: BTreeSet::new(),
            parts_said: BTreeMap::new(),
            hurt: BTreeSet::new(),
            left_out: LeftOut::default(),
            worked: None,
            was_cut_off: false,
            was_out_of_sight: false,
            before_done: None,
        }
    }

    /// A session that was cut off: paused where nobody saw on, and at the `pace` it had, one of [`PACES`]. An exercise
    /// that was begun goes on without waiting to be begun again, but for the side of the body, which is told where it is
    /// done with one at a time, until the tap that goes on. Before another one comes the way from where what was
    /// done before may have left somebody lying, as [`may_lie_after`](super::may_lie_after) says.
    #[must_use]
    pub fn taken_up(mut script: Script, may_lie: Option<Ground>, pace: i8) -> Self {
        let was_begun = script.seen.first().is_some_and(|seen| !seen.sets.is_empty());
        let first = script.items.first().and_then(|item| item.spot);
        // Which way somebody lies who may lie, nobody knows.
        let lies = may_lie.map(|ground| Spot { ground, position: Position::OnBack });
        let lies = lies.or(first.filter(|first| first.is_down()));
        if let Some(lies) = lies.filter(|_| !was_begun) {
            script.begin_from(lies);
        }
        let mut runner = Self::new(script);
        runner.here = if was_begun { first } else { lies };
        let has_more = runner.following().is_some_and(|next| next.item == 0);
        runner.at = usize::from(was_begun && has_more);
        let goes_on =
            runner.step().filter(|step| was_begun && has_more && step.side != BodySide::Both);
        if let Some(step) = goes_on {
            runner.wait_for(step, std::iter::once(StepKind::ChangeSide));
        }
        runner.pace = pace.clamp(*PACES.start(), *PACES.end());
        runner.paused = true;
        runner.was_cut_off = true;
        runner
    }

    /// How it goes, as the person has it now.
    #[must_use]
    pub fn how_it_goes(&self) -> HowItGoes {
        HowItGoes { pace: self.pace, counting: self.script.choices.counting }
    }

    /// Lets `passed` of monotonic time go by. A stretch that nobody watched is a pause: nothing of it
    /// counts, and a hold begins again.
    pub fn advance(&mut self, passed: Duration) -> Vec<Witnessed> {
        let mut witnessed = Vec::new();
        let mut left = passed;
        while let Some(step) = self.step().filter(|_| !self.paused) {
            let Some(length) = self.length(step) else { break };
            if passed > LONGEST_WATCHED {
                self.lose_sight(step, &mut witnessed);
                break;
            }
            let to_go = length.saturating_sub(self.passed);
            if left < to_go {
                self.passed += left;
                self.hand_out_walk(step, PIECE_OF_A_WALK, &mut witnessed);
                break;
            }
            left -= to_go;
            self.passed = length;
            self.finish_step(step, &mut witnessed);
        }
        if !witnessed.is_empty() || self.has_seen_more() {
            self.before_done = None;
        }
        witnessed
    }

    /// Does what the person asked for while the step of `turn` was on. Where that one is over by now, nothing that is on
    /// is counted for it, nor is an exercise left that came after it: then the session only stands still.
    pub fn handle_in(&mut self, turn: u32, event: SessionEvent) -> Vec<Witnessed> {
        use SessionEvent::{LeaveExercise, Next, Pause, StopEarlier, Tap};
        match event {
            Next | Tap if turn != self.turn => Vec::new(),
            LeaveExercise { .. } | StopEarlier if turn < self.item_since => self.handle(Pause),
            _ => self.handle(event),
        }
    }

    /// Does what the person asked for.
    pub fn handle(&mut self, event: SessionEvent) -> Vec<Witnessed> {
        if let SessionEvent::TakeDoneBack { item } = event {
            return self.take_done_back(item);
        }
        let mut witnessed = Vec::new();
        let Some(step) = self.step() else {
            // What ends a round ends the way back into it, too.
            self.before_done.take_if(|_| event == SessionEvent::End);
            return witnessed;
        };
        let before = self.before(event, step);
        let was_cut_off = self.was_cut_off;
        // From the first thing that the person does it is a session like any other.
        if event != SessionEvent::OutOfSight {
            self.was_cut_off = false;
            self.was_out_of_sight = false;
            self.works_in(step);
        }
        match event {
            _ if self.goes_on_in_vain(event, step) => self.pass_over(step, &mut witnessed),
            SessionEvent::Pause => {
                self.break_off(step, &mut witnessed);
                self.pause(step);
            }
            SessionEvent::OutOfSight => self.lose_sight(step, &mut witnessed),
            SessionEvent::Resume => {
                let was_paused = std::mem::take(&mut self.paused);
                // The side stood there while it was paused, and one tap is enough to go on.
                if was_cut_off && step.kind == StepKind::ChangeSide {
                    self.go_on(step, &mut witnessed);
                } else if was_paused {
                    self.get_ready_again(step, &mut witnessed);
                }
            }
            SessionEvent::Next => {
                self.paused = false;
                self.next(step, &mut witnessed);
            }
            SessionEvent::Repeat => {
                self.break_off(step, &mut witnessed);
                self.repeat(step);
            }
            SessionEvent::Back => {
                self.break_off(step, &mut witnessed);
                self.go_back(step);
            }
            SessionEvent::Tap => self.tap(step, &mut witnessed),
            SessionEvent::TakeTapBack => self.take_tap_back(step, &mut witnessed),
            SessionEvent::Slower => self.pace = (self.pace + 1).min(*PACES.end()),
            SessionEvent::Faster => self.pace = (self.pace - 1).max(*PACES.start()),
            SessionEvent::CountBy { counting } => {
                self.break_off(step, &mut witnessed);
                let counted = self.tally.of_set(step.set_of());
                let at = self.script.count_by(counting, self.at, counted);
                self.script.ask_for_each_rest(at, &self.tally);
                let way = std::mem::take(&mut self.way);
                self.go_to(at);
                self.way = way;
            }
            SessionEvent::LeaveExercise { reason, done } => {
                let left = self.left_for(reason, step);
                // What the person says was done is said of the exercise that they see.
                let done = done.filter(|_| left.item == step.item);
                self.leave(left, reason, done, &mut witnessed);
            }
            SessionEvent::StopEarlier => self.stop_earlier(step, &mut witnessed),
            SessionEvent::End => {
                self.break_off(step, &mut witnessed);
                self.ended = true;
            }
            SessionEvent::TakeDoneBack { .. } => {}
        }
        self.remember(before, event, &witnessed);
        witnessed
    }

    /// How long until the screen changes by itself: the next full second or the end of the step.
    /// `None` while it waits for the person.
    #[must_use]
    pub fn until_next_change(&self) -> Option<Duration> {
        let length = self.length(self.step().filter(|_| !self.paused)?)?;
        let next_second =
            Duration::from_secs(1) - Duration::from_nanos(self.passed.subsec_nanos().into());
        Some(next_second.min(length.saturating_sub(self.passed)))
    }

    /// Whether all is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.step().is_none()
    }

    pub(super) fn step(&self) -> Option<Step> {
        let on = self.way.first().or(self.script.steps.get(self.at));
        on.copied().filter(|_| !self.ended)
    }

    /// How long a step lasts; `None` where it waits for the person.
    pub(super) fn length(&self, step: Step) -> Option<Duration> {
        self.seconds(step).or(self.lead(step)).map(|seconds| Duration::from_secs(seconds.into()))
    }

    /// "On with it": a repetition counts as the person's word, with the seconds that were seen.
    fn next(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        if step.repetition == 0 {
            return self.finish_step(step, witnessed);
        }
        // The rest that the sheet has between holds comes all the same.
        while self.following().is_some_and(|next| {
            next.repetition == step.repetition
                && next.is_same_set(step)
                && next.kind != StepKind::Rest
        }) {
            // The hold of a repetition that was tapped away was not seen to its end.
            self.at += 1;
        }
        let last = self.script.steps[self.at];
        let held = if step.kind == StepKind::Hold { self.passed } else { Duration::ZERO };
        self.count_repetition(last, held, witnessed);
        self.go_on(last, witnessed);
    }

    fn finish_step(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        // Time leads into nothing more of it; what the body is in the middle of comes to its end.
        if !step.is_work() && self.is_left_out(step.item) {
            return self.pass_over(step, witnessed);
        }
        match step.kind {
            StepKind::OwnPace => self.finish_own_pace(step, witnessed),
            StepKind::Hold => self.count_repetition(step, self.passed, witnessed),
            StepKind::MoveOut | StepKind::MoveBack if self.is_end_of_unheld_repetition(step) => {
                self.count_repetition(step, Duration::ZERO, witnessed);
            }
            _ => {}
        }
        self.go_on(step, witnessed);
    }

    /// A set at the person's own pace is over when they say so. A walk that they end before its time is part of a walk,
    /// and a set that they tapped has as many as they tapped.
    fn finish_own_pace(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        let is_short = if let Some(seconds) = step.seconds {
            self.hand_out_walk(step, Duration::from_secs(1), witnessed);
            self.passed < Duration::from_secs(seconds.into())
        } else {
            let asked = self.item(step).dose.counted();
            let left = asked.unwrap_or(0).saturating_sub(self.tally.of_set(step.set_of()));
            // Of a set that was counted in part, nobody did more than was counted.
            let was_counted = self.tally.has(step.set_of());
            if !was_counted {
                self.work(step, left, Duration::ZERO, witnessed);
            }
            was_counted && left > 0
        };
        if is_short {
            self.cut_short.insert(step.set_of());
        } else {
            self.cut_short.remove(&step.set_of());
        }
    }

    /// To the next step; a set that ends is handed out, an exercise that ends is closed.
    fn go_on(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        self.works_in(step);
        self.comes_after(step);
        if !self.way.is_empty() {
            self.way.remove(0);
            self.turn += 1;
            return;
        }
        if self.following().is_none_or(|next| !next.is_same_set(step)) {
            self.hand_out_set(step, witnessed);
        }
        let next = self.goes_on_at.unwrap_or(self.at + 1);
        self.go_to(self.past_what_is_left_out(step.item, next));
        if self.script.steps.get(self.at).is_none_or(|next| next.item != step.item) {
            self.close_as_it_went(step, witnessed);
            self.take_the_way_from(self.here);
        }
    }

    fn works_in(&mut self, step: Step) {
        if !step.kind.is_before_exercise() {
            self.worked = Some(step.item);
        }
    }

    fn is_end_of_unheld_repetition(&self, step: Step) -> bool {
        self.item(step).dose.hold_seconds.is_none()
            && self
                .following()
                .is_none_or(|next| next.repetition != step.repetition || !next.is_same_set(step))
    }

    /// Nobody sees or hears what runs; what was seen of it before is kept. What waits for the person goes on waiting.
    fn lose_sight(&mut self, step: Step, witnessed: &mut Vec<Witnessed>) {
        if !self.paused && self.length(step).is_some() {
            self.break_off(step, witnessed);
            self.pause(step);
            self.was_out_of_sight = true;
        }
    }

    pub(super) fn pause(&mut self, step: Step) {
        self.paused = true;
        // A broken hold is not half a hold: it begins again. A walk goes on where it was.
        if step.kind != StepKind::OwnPace {
            self.passed = Duration::ZERO;
        }
    }

    pub(super) fn item(&self, step: Step) -> &SessionItem {
        &self.script.items[step.item]
    }

    fn following(&self) -> Option<Step> {
        self.script.steps.get(self.at + 1).copied()
    }
}
