//! What was counted of each set, from earlier sessions and from this one.

use std::collections::BTreeMap;

use super::SessionItem;
use super::script::body_sides;
use crate::plan::Dose;
use crate::record::{BodySide, Outcome, PartCount, SkipReason};
use crate::schedule::SeenWork;

/// The index of an exercise, the set, and the side.
pub(super) type SetOf = (usize, u16, BodySide);

/// Repetitions and seconds by exercise, set and side.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    /// A set that is here was done or begun, also one in which nothing is counted.
    repetitions: BTreeMap<SetOf, u16>,
    seconds: BTreeMap<SetOf, u32>,
}

impl Tally {
    /// What earlier sessions saw of each exercise.
    pub(super) fn of(seen: &[SeenWork]) -> Self {
        let sets = seen.iter().enumerate().flat_map(|(item, seen)| {
            seen.sets.iter().map(move |set| ((item, set.set, set.side), set))
        });
        let repetitions = sets.clone().map(|(of, set)| (of, set.repetitions));
        let seconds = sets.map(|(of, set)| (of, set.seconds));
        Self { repetitions: repetitions.collect(), seconds: seconds.collect() }
    }

    /// The repetitions of one set on one side.
    pub(super) fn of_set(&self, set: SetOf) -> u16 {
        self.repetitions.get(&set).copied().unwrap_or(0)
    }

    /// The seconds of one set on one side.
    pub(super) fn seconds_of_set(&self, set: SetOf) -> u32 {
        self.seconds.get(&set).copied().unwrap_or(0)
    }

    /// Whether a set on one side was done or begun.
    pub(super) fn has(&self, set: SetOf) -> bool {
        self.repetitions.contains_key(&set)
    }

    /// Counts repetitions and seconds of a set.
    pub(super) fn add(&mut self, set: SetOf, repetitions: u16, seconds: u32) {
        *self.repetitions.entry(set).or_default() += repetitions;
        *self.seconds.entry(set).or_default() += seconds;
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
        !self.seconds.iter().any(|((of, ..), seconds)| *of == item && *seconds > 0)
            && !self.repetitions.keys().any(|(of, ..)| *of == item)
    }

    /// The sets of `of` that every side has whole, and the repetitions of the others as the dose counts them: of each side,
    /// so that ten with one leg and none with the other are five. `None` where nothing is counted.
    pub(super) fn sets_and_rest(&self, item: usize, of: &SessionItem) -> Option<(u16, u16)> {
        let asked = of.dose.counted()?;
        let sides = body_sides(of.side);
        let of_side = |set: u16, side: BodySide| self.of_set((item, set, side)).min(asked);
        let (mut whole, mut rest) = (0, 0);
        for set in 1..=of.dose.sets.unwrap_or(1) {
            let seen = sides.iter().map(|side| of_side(set, *side));
            if seen.clone().all(|of_side| of_side == asked) {
                whole += 1;
            } else {
                rest += seen.map(usize::from).sum::<usize>();
            }
        }
        Some((whole, u16::try_from(rest / sides.len()).unwrap_or(u16::MAX)))
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
        match self.sets_and_rest(item, of) {
            Some((sets, rest)) => partly(&of.dose, sets, rest, reason),
            None => {
                let (sets, repetitions, seconds, counted) = (None, None, None, None);
                Outcome::Partly { sets, repetitions, seconds, counted, reason }
            }
        }
    }
}

/// So many whole sets of `dose` and so many of the next, as they are recorded.
pub(super) fn partly(dose: &Dose, sets: u16, rest: u16, reason: Option<SkipReason>) -> Outcome {
    let all = |each: u16| u32::from(sets) * u32::from(each) + u32::from(rest);
    let breaths = dose.breaths.map(|each| PartCount::Breaths(all(each)));
    let steps = || dose.walking_steps.map(|each| PartCount::Steps(all(each)));
    let metres = || dose.metres.map(|each| PartCount::Metres(all(each)));
    let counted = breaths.or_else(steps).or_else(metres).filter(|_| dose.repetitions.is_none());
    let (sets, repetitions) = match counted {
        Some(_) => (None, None),
        None => (Some(sets), (rest > 0).then_some(rest)),
    };
    Outcome::Partly { sets, repetitions, seconds: None, counted, reason }
}
