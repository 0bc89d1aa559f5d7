//! From a round to its steps.

use std::ops::Range;

use super::order::{between, in_order, is_balance, is_breathing, spot};
use super::tally::{SetOf, Tally};
use super::{Counting, ItemResult, SessionChoices, SessionItem, SessionOrder, Spot, StepKind};
use crate::catalogue::Tempo;
use crate::plan::{GET_READY_SECONDS, Side};
use crate::record::BodySide;
use crate::schedule::{AgendaItem, SeenWork};

/// The steps of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Script {
    /// How the person wants it to go.
    pub choices: SessionChoices,
    /// The exercises.
    pub items: Vec<SessionItem>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// What earlier sessions saw of each exercise.
    pub seen: Vec<SeenWork>,
    /// The pace of each exercise, where it has one.
    pub tempos: Vec<Option<Tempo>>,
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The index of its exercise.
    pub item: usize,
    /// The set, from 1.
    pub set: u16,
    /// The side that works.
    pub side: BodySide,
    /// What it asks for.
    pub kind: StepKind,
    /// The repetition, from 1; 0 where none is counted.
    pub repetition: u16,
    /// How long it lasts, in seconds; `None` where it waits for the person.
    pub seconds: Option<u16>,
}

impl Step {
    /// Whether the body works in it.
    #[must_use]
    pub fn is_work(&self) -> bool {
        use StepKind::{Hold, MoveBack, MoveOut, OwnPace};
        matches!(self.kind, MoveOut | Hold | MoveBack | OwnPace)
    }

    /// Whether it can be the first of a set: not what comes between sets and exercises.
    pub(super) fn begins_set(self) -> bool {
        self.is_work() || self.kind == StepKind::GetReady
    }

    /// Whether it may go on by itself although it waits for the person: a change, or a rest of which the sheet does not
    /// say how long it is.
    pub(super) fn may_go_on(self) -> bool {
        use StepKind::{ChangePosition, ChangeSide, NextExercise, Rest};
        let waits = matches!(self.kind, NextExercise | ChangeSide | ChangePosition | Rest);
        waits && self.seconds.is_none()
    }

    /// Which set of which exercise on which side.
    pub(super) fn set_of(self) -> SetOf {
        (self.item, self.set, self.side)
    }

    /// Whether both belong to one set on one side.
    pub(super) fn is_same_set(self, other: Self) -> bool {
        self.set_of() == other.set_of()
    }
}

/// The steps of the bouts in `items` that are still open. What earlier sessions saw done is not asked for again.
#[must_use]
pub fn script(items: &[AgendaItem], choices: SessionChoices) -> Script {
    let mut script = Script {
        choices,
        items: Vec::new(),
        steps: Vec::new(),
        seen: Vec::new(),
        tempos: Vec::new(),
    };
    let mut open: Vec<AgendaItem> =
        items.iter().filter(|item| !item.state.is_answered()).cloned().collect();
    if choices.order == SessionOrder::ByPosition {
        // Where one was begun, the person is in its position.
        open.sort_by_key(|item| item.seen.sets.is_empty());
    }
    let mut from = None;
    for item in in_order(&open, choices.order) {
        let index = script.items.len();
        let to = spot(item);
        script.seen.push(item.seen.clone());
        script.tempos.push(item.tempo);
        script.items.push(SessionItem {
            bout: item.bout.clone(),
            exercise: item.exercise.clone(),
            title: item.title.clone(),
            as_written: item.as_written.clone(),
            dose: item.dose.clone(),
            side: item.side,
            lying: item.flags.iter().any(|flag| flag.is_lying()),
            spot: to,
            is_balance: is_balance(item),
            is_breathing: is_breathing(item),
            result: ItemResult::Open,
        });
        // An exercise all of which was seen before has no steps of its own: the first tap closes it.
        let mut steps = script.steps_of(index);
        let (set, side) = steps.first().map_or((1, BodySide::Both), |step| (step.set, step.side));
        let waits = |kind| Step { item: index, set, side, kind, repetition: 0, seconds: None };
        script.steps.extend(between(from, to).iter().copied().map(waits));
        script.steps.push(waits(StepKind::NextExercise));
        script.steps.append(&mut steps);
        from = to.or(from);
    }
    script
}

impl Script {
    /// Puts the way from where somebody may lie before the first exercise. Where they may lie in that very place, nobody
    /// is asked to get up for nothing.
    pub(super) fn begin_from(&mut self, lies: Spot) {
        let first = self.items.first().and_then(|item| item.spot);
        let is_there = first.is_some_and(|first| first.ground == lies.ground);
        if let Some(step) = self.steps.first().copied().filter(|_| !is_there) {
            let way = between(Some(lies), first).iter().map(|kind| Step { kind: *kind, ..step });
            self.steps.splice(0..0, way);
        }
    }

    /// The step of an exercise that waits for the person to begin it.
    pub(super) fn waiting_step(&self, item: usize) -> usize {
        let Range { start, end } = self.range_of(item);
        let waits = |at: &usize| self.steps[*at].kind == StepKind::NextExercise;
        (start..end).find(waits).unwrap_or(start)
    }

    /// Where the steps of an exercise stand, with what comes before it.
    pub(super) fn range_of(&self, item: usize) -> Range<usize> {
        let start = self.steps.partition_point(|step| step.item < item);
        start..self.steps.partition_point(|step| step.item <= item)
    }

    /// The work of an exercise, set by set and side by side, less what earlier sessions saw.
    fn steps_of(&self, item: usize) -> Vec<Step> {
        let SessionItem { dose, side, .. } = &self.items[item];
        let mut steps: Vec<Step> = Vec::new();
        // All sets of one side come before the other side: turning over is what costs most.
        for &side in body_sides(*side) {
            for set in 1..=dose.sets.unwrap_or(1) {
                let mut work = self.work(item, set, side, seen_of(&self.seen[item], set, side));
                if work.is_empty() {
                    continue;
                }
                let step = |kind, seconds| Step { item, set, side, kind, repetition: 0, seconds };
                match steps.last() {
                    Some(last) if last.side != side => steps.push(step(StepKind::ChangeSide, None)),
                    // A rest that is not on the sheet lasts as long as the person likes.
                    Some(_) => steps.push(step(StepKind::Rest, dose.rest_seconds)),
                    None => {}
                }
                steps.append(&mut work);
            }
        }
        steps
    }

    /// The work of one set on one side, less the repetitions and seconds that were seen of it.
    pub(super) fn work(
        &self,
        item: usize,
        set: u16,
        side: BodySide,
        seen: Option<(u16, u32)>,
    ) -> Vec<Step> {
        let dose = &self.items[item].dose;
        let was_seen = seen.is_some();
        let (seen, seen_seconds) = seen.unwrap_or_default();
        let step = |kind, repetition, seconds| Step { item, set, side, kind, repetition, seconds };
        let ready = step(StepKind::GetReady, 0, Some(GET_READY_SECONDS));
        let timed = dose.minutes.map(|minutes| u32::from(minutes) * 60);
        if let Some(asked) = timed.or(dose.seconds.map(u32::from)) {
            let left = u16::try_from(asked.saturating_sub(seen_seconds)).unwrap_or(u16::MAX);
            let own_pace = step(StepKind::OwnPace, 0, Some(left));
            return match left {
                0 => Vec::new(),
                _ if timed.is_some() => vec![own_pace],
                _ => vec![ready, own_pace],
            };
        }
        let own_pace = step(StepKind::OwnPace, 0, None);
        let Some(repetitions) = dose.counted() else {
            return if was_seen { Vec::new() } else { vec![own_pace] };
        };
        if seen >= repetitions {
            return Vec::new();
        }
        let tempo = self.tempos[item].filter(|_| !self.counts_by_tap(item));
        let Some(pace) = dose.pace(tempo) else { return vec![own_pace] };
        let mut steps = vec![ready];
        for repetition in seen + 1..=repetitions {
            let parts = [
                (StepKind::MoveOut, pace.out),
                (StepKind::Hold, pace.hold),
                (StepKind::MoveBack, pace.back),
            ];
            let parts = parts.into_iter().filter(|(_, seconds)| *seconds > 0);
            steps.extend(parts.map(|(kind, seconds)| step(kind, repetition, Some(seconds))));
            let rest = dose.rest_between_holds().filter(|_| repetition < repetitions);
            steps.extend(rest.map(|rest| step(StepKind::Rest, repetition, Some(rest))));
        }
        steps
    }

    /// Whether the repetitions of an exercise can be counted by taps: not where each is held for so many seconds, and
    /// not where both hands belong to the worktop.
    pub(super) fn can_be_tapped(&self, item: usize) -> bool {
        let SessionItem { dose, is_balance, .. } = &self.items[item];
        let is_counted =
            dose.counted().is_some() && dose.minutes.is_none() && dose.seconds.is_none();
        is_counted && dose.hold_seconds.is_none() && !is_balance
    }

    /// Whether the repetitions of an exercise have a pace, whoever counts them.
    pub(super) fn has_pace(&self, item: usize) -> bool {
        let SessionItem { dose, .. } = &self.items[item];
        let is_timed = dose.minutes.is_some() || dose.seconds.is_some();
        !is_timed && dose.counted().is_some() && dose.pace(self.tempos[item]).is_some()
    }

    /// Whether the person counts the repetitions of an exercise by taps although it has a pace.
    fn counts_by_tap(&self, item: usize) -> bool {
        self.choices.counting == Counting::ByTap && self.can_be_tapped(item)
    }

    /// What waits for the person before the set of `step`: the other side, or the exercise itself; `None` where the set
    /// comes after a rest.
    pub(super) fn waits_before(&self, step: Step) -> Option<StepKind> {
        use StepKind::{ChangeSide, NextExercise};
        let before = self.start_of_set(step)?.checked_sub(1).and_then(|at| self.steps.get(at));
        let kind = before.map(|before| before.kind);
        kind.filter(|kind| matches!(kind, NextExercise | ChangeSide))
    }

    /// The beginning of the set that `step` belongs to.
    pub(super) fn start_of_set(&self, step: Step) -> Option<usize> {
        self.steps.iter().position(|it| it.is_same_set(step) && it.begins_set())
    }

    /// Asks of the walk that is begun at `at`, or of what else has a time there, for what was not seen of it. One that is
    /// whole is gone through once more.
    pub(super) fn ask_for_the_rest(&mut self, at: usize, tally: &Tally) {
        let Some(step) = self.steps.get(at).copied() else { return };
        let seen = (tally.of_set(step.set_of()), tally.seconds_of_set(step.set_of()));
        let rest = self.work(step.item, step.set, step.side, Some(seen)).pop();
        let is_timed = |it: &Step| it.kind == StepKind::OwnPace && it.seconds.is_some();
        let walk = self.steps.iter_mut().find(|it| it.is_same_set(step) && is_timed(it));
        if let (Some(walk), Some(rest)) = (walk, rest) {
            walk.seconds = rest.seconds;
        }
    }

    /// The same of all that is begun from `at` on, where its steps were made anew.
    pub(super) fn ask_for_each_rest(&mut self, at: usize, tally: &Tally) {
        for at in at..self.steps.len() {
            if self.steps[at].kind == StepKind::OwnPace {
                self.ask_for_the_rest(at, tally);
            }
        }
    }

    /// Where "Repeat set" leads from `step` at `at`: to the beginning of its set, and between two sets to that of the set
    /// before. What stands before an exercise stays: nothing leads forward over it.
    pub(super) fn to_repeat(&self, step: Step, at: usize) -> usize {
        let of_item = |it: &&Step| it.item == step.item && it.begins_set();
        let last = self.steps[..=at].iter().rfind(of_item);
        last.and_then(|last| self.start_of_set(*last)).unwrap_or(at)
    }

    /// Where "Back" leads from `step` at `at`: to the set before, and from the first set to the exercise before that is
    /// not left out, where the first set that is not whole comes next.
    pub(super) fn before(
        &self,
        step: Step,
        at: usize,
        tally: &Tally,
        is_left_out: impl Fn(usize) -> bool,
    ) -> usize {
        let start = self.start_of_set(step).unwrap_or(at);
        let earlier = |it: &&Step| it.item == step.item && it.begins_set();
        if let Some(last) = self.steps[..start].iter().rfind(earlier) {
            return self.start_of_set(*last).unwrap_or(at);
        }
        let before = (0..step.item).rfind(|item| !is_left_out(*item));
        let Some(item) = before else { return start.min(at) };
        let asked = self.items[item].dose.counted().unwrap_or(1);
        let is_open = |it: &&Step| it.begins_set() && tally.of_set(it.set_of()) < asked;
        let of_item = &self.steps[self.range_of(item)];
        let first = of_item.iter().find(is_open).or(of_item.iter().rfind(|it| it.begins_set()));
        let first = first.and_then(|first| self.start_of_set(*first));
        first.unwrap_or(self.waiting_step(item))
    }

    /// Changes how repetitions are counted from the step at `at` on, in a set of which so many were counted. Returns
    /// where the session goes on: that set begins again, less what was counted.
    pub(super) fn count_by(&mut self, counting: Counting, at: usize, counted: u16) -> usize {
        self.choices.counting = counting;
        let Some(step) = self.steps.get(at).copied() else { return at };
        let old = self.steps.split_off(self.range_of(step.item).start);
        for item in step.item..self.items.len() {
            let comes_first = |old: &&Step| old.item == item && old.kind.is_before_exercise();
            self.steps.extend(old.iter().filter(comes_first));
            let work = self.steps_of(item);
            self.steps.extend(work);
        }
        if step.kind.is_before_exercise() {
            return at;
        }
        let was_counted =
            |it: &Step| (1..=counted).contains(&it.repetition) && step.is_same_set(*it);
        self.steps.retain(|it| !was_counted(it));
        let stays = !step.is_work() && step.kind != StepKind::GetReady && step.repetition == 0;
        let goes_on = |it: &Step| {
            if stays { it.kind == step.kind && it.repetition == 0 } else { it.begins_set() }
        };
        self.steps.iter().position(|it| step.is_same_set(*it) && goes_on(it)).unwrap_or(at)
    }
}

/// The sides of the body that a dose is done on, in their order.
pub(super) fn body_sides(side: Side) -> &'static [BodySide] {
    match side {
        Side::Both => &[BodySide::Both],
        Side::Each => &[BodySide::Left, BodySide::Right],
        Side::Left => &[BodySide::Left],
        Side::Right => &[BodySide::Right],
    }
}

/// Repetitions and seconds that were seen of one set on one side.
fn seen_of(seen: &SeenWork, set: u16, side: BodySide) -> Option<(u16, u32)> {
    let found = seen.sets.iter().find(|known| known.set == set && known.side == side);
    found.map(|known| (known.repetitions, known.seconds))
}
