//! What was counted of each set, from earlier sessions and from this one.

use std::collections::BTreeMap;

use super::SessionItem;
use super::script::body_sides;
use crate::record::{BodySide, Outcome, SkipReason};
use crate::schedule::SeenWork;

/// The index of an exercise, the set, and the side.
pub(super) type SetOf = (usize, u16, BodySide);

/// Repetitions by exercise, set and side, and the seconds of each exercise.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    /// A set that is here was done or begun, also one in which nothing is counted.
    repetitions: BTreeMap<SetOf, u16>,
    seconds: BTreeMap<usize, u32>,
}

impl Tally {
    /// What earlier sessions saw of each exercise.
    pub(super) fn of(seen: &[SeenWork]) -> Self {
        let sets = seen.iter().enumerate().flat_map(|(item, seen)| {
            seen.sets.iter().map(move |set| ((item, set.set, set.side), set.repetitions))
        });
        let seconds = seen.iter().enumerate().map(|(item, seen)| (item, seen.seconds));
        Self { repetitions: sets.collect(), seconds: seconds.collect() }
    }

    /// The repetitions of one set on one side.
    pub(super) fn of_set(&self, set: SetOf) -> u16 {
        self.repetitions.get(&set).copied().unwrap_or(0)
    }

    /// Whether a set on one side was done or begun.
    pub(super) fn has(&self, set: SetOf) -> bool {
        self.repetitions.contains_key(&set)
    }

    /// Counts repetitions of a set, and seconds of its exercise.
    pub(super) fn add(&mut self, set: SetOf, repetitions: u16, seconds: u32) {
        *self.repetitions.entry(set).or_default() += repetitions;
        *self.seconds.entry(set.0).or_default() += seconds;
    }

    /// Takes one repetition of a set back.
    pub(super) fn take_one(&mut self, set: SetOf) {
        match self.of_set(set) {
            0 | 1 => self.repetitions.remove(&set),
            more => self.repetitions.insert(set, more - 1),
        };
    }

    /// Whether nothing at all was seen of an exercise.
    pub(super) fn is_empty(&self, item: usize) -> bool {
        self.seconds.get(&item).is_none_or(|seconds| *seconds == 0)
            && !self.repetitions.keys().any(|(of, ..)| *of == item)
    }

    /// The sets of `of` that every side has whole, and the repetitions of the first that is begun and not whole; `None`
    /// where nothing is counted.
    pub(super) fn sets_and_rest(&self, item: usize, of: &SessionItem) -> Option<(u16, u16)> {
        let asked = of.dose.counted()?;
        let is_whole = |set: u16, side: BodySide| self.of_set((item, set, side)) >= asked;
        let is_done = |set: &u16| body_sides(of.side).iter().all(|side| is_whole(*set, *side));
        let whole = (1..=of.dose.sets.unwrap_or(1)).filter(is_done).count();
        let of_another = self.counted(item).find(|n| *n < asked);
        Some((u16::try_from(whole).unwrap_or(u16::MAX), of_another.unwrap_or(0)))
    }

    /// Whether an exercise has less than its number; `None` where it has a time or nothing is counted.
    pub(super) fn is_short(&self, item: usize, of: &SessionItem) -> Option<bool> {
        let is_timed = of.dose.minutes.is_some() || of.dose.seconds.is_some();
        let (sets, _) = self.sets_and_rest(item, of).filter(|_| !is_timed)?;
        Some(sets < of.dose.sets.unwrap_or(1))
    }

    /// How much of an exercise was done; `reason`: why no more, where the person said so.
    pub(super) fn partly(
        &self,
        item: usize,
        of: &SessionItem,
        reason: Option<SkipReason>,
    ) -> Outcome {
        let Some((sets, rest)) = self.sets_and_rest(item, of) else {
            return Outcome::Partly { sets: None, repetitions: None, reason };
        };
        Outcome::Partly { sets: Some(sets), repetitions: (rest > 0).then_some(rest), reason }
    }

    /// The repetitions of each set of an exercise that has any.
    fn counted(&self, item: usize) -> impl Iterator<Item = u16> {
        let of_item = self.repetitions.iter().filter(move |((of, ..), n)| *of == item && **n > 0);
        of_item.map(|(_, n)| *n)
    }
}
