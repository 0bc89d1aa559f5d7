//! Words that let somebody go on, or go on with more: that a limit is over, what is said of a stage, and of a stop.
//!
//! Each holds from the day on which it was entered. What takes one back, or puts it right, on a later day holds from that
//! day on, and the days before it keep what stood in them. On the day of the word itself it is as if it had never been
//! said, or had been said so at first.

use std::collections::BTreeMap;

use super::answers::chain;
use super::{PlanFact, PlanRecord, StandingRelease};
use crate::ids::RecordId;
use crate::time::{Day, Instant};

/// What the team had said about a stop from each moment on, in the order of those: `None` where their word was taken back.
pub(super) type Words = Vec<(Instant, Option<StandingRelease>)>;

impl PlanFact {
    /// The day from which such a word holds, or its being taken back; `None` of anything else.
    #[must_use]
    pub fn own_day(&self) -> Option<Day> {
        match self {
            Self::LimitOver { day, .. }
            | Self::StageAgreed { day, .. }
            | Self::StageStayed { day, .. }
            | Self::SpokenTo { day, .. }
            | Self::Withdrawn { day } => Some(*day),
            _ => None,
        }
    }

    /// Whether it takes another record back.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        matches!(self, Self::Withdrawn { .. })
    }

    /// The same word from `other` on; anything else as it is.
    #[must_use]
    pub fn from_own_day(mut self, other: Day) -> Self {
        match &mut self {
            Self::LimitOver { day, .. }
            | Self::StageAgreed { day, .. }
            | Self::StageStayed { day, .. }
            | Self::Withdrawn { day } => *day = other,
            Self::SpokenTo { day, from, .. } => {
                *day = other;
                *from = from.filter(|from| *from > other);
            }
            _ => {}
        }
        self
    }
}

/// A word for as long as it held.
pub(super) struct Held<'a> {
    pub(super) record: &'a PlanRecord,
    /// When it was said, on the day from which it holds.
    pub(super) since: Instant,
    /// The first day on which it no longer held.
    pub(super) until: Option<Day>,
}

/// What of `chain` held for some days: on each day what was entered last of all that held from it or from one before.
pub(super) fn held<'a>(chain: &[&'a PlanRecord]) -> Vec<Held<'a>> {
    let with_day = |record: &'a PlanRecord| Some((record, record.fact.own_day()?));
    let words: Vec<_> = chain.iter().filter_map(|record| with_day(record)).collect();
    let of = |(nth, &(record, day)): (usize, &(&'a PlanRecord, Day))| {
        let until = words[nth + 1..].iter().map(|(_, other)| *other).min();
        let (first, _) = words.iter().find(|(_, other)| *other == day)?;
        let holds = until.is_none_or(|until| until > day);
        holds.then_some(Held { record, since: first.at, until })
    };
    words.iter().enumerate().filter_map(of).collect()
}

/// What the team had said about each stop, where `last_of` tells what stands in the place of a record. Of several words
/// the one that was begun last holds, however late another was put right.
pub(super) fn words_of_stops(
    chains: &[Vec<&PlanRecord>],
    last_of: impl Fn(RecordId) -> RecordId,
) -> BTreeMap<RecordId, Words> {
    let mut all: BTreeMap<RecordId, Vec<_>> = BTreeMap::new();
    for chain in chains {
        let stop = chain.iter().find_map(|record| match record.fact {
            PlanFact::SpokenTo { stop, .. } => Some(stop),
            _ => None,
        });
        if let (Some(stop), Some(first)) = (stop, chain.first()) {
            let links: Words = held(chain).iter().map(release).collect();
            all.entry(last_of(stop)).or_default().push(((first.at, first.id), links));
        }
    }
    let in_time = |mut words: Vec<(_, Words)>| {
        words.sort_by_key(|(begun, _)| *begun);
        let mut moments: Vec<Instant> =
            words.iter().flat_map(|(_, links)| links).map(|(since, _)| *since).collect();
        moments.sort_unstable();
        let last = |links: &Words, at| {
            links.iter().rev().find(|(since, _)| *since <= at).and_then(|(_, word)| word.clone())
        };
        let holds = |at| words.iter().rev().find_map(|(_, links)| last(links, at));
        let mut said: Words = moments.into_iter().map(|at| (at, holds(at))).collect();
        said.dedup_by(|later, earlier| later.1 == earlier.1);
        // What was never said, as far as anything shows, is nobody's word.
        if said.first().is_some_and(|(_, word)| word.is_none()) {
            said.remove(0);
        }
        said
    };
    let all = all.into_iter().map(|(stop, words)| (stop, in_time(words)));
    all.filter(|(_, words)| !words.is_empty()).collect()
}

fn release(held: &Held<'_>) -> (Instant, Option<StandingRelease>) {
    let word = match &held.record.fact {
        PlanFact::SpokenTo { who, from, .. } => {
            Some(StandingRelease { at: held.since, who: who.clone(), from: *from })
        }
        _ => None,
    };
    (held.since, word)
}

/// The day from which a word about a stop holds that takes the place of `last` on the day `today`, and lets the person go
/// on from the day `from`: the same one from the same day. One that was changed today and is put back holds from its own
/// day again; any other changes no day that was lived. `None` where `last` is no such word.
#[must_use]
pub fn spoken_from(
    records: &[PlanRecord],
    last: &PlanRecord,
    from: Option<Day>,
    today: Day,
) -> Option<Day> {
    let said = |record: &PlanRecord| match record.fact {
        PlanFact::SpokenTo { from, day, .. } => Some((from, day)),
        _ => None,
    };
    let (was, day) = said(last)?;
    if was == from {
        return Some(day);
    }
    let of_chain = chain(&records.iter().collect::<Vec<_>>(), last);
    let before = of_chain.into_iter().rev().filter_map(said).find(|(_, of)| *of < day);
    let is_undone = day == today && before.is_some_and(|(before, _)| before == from);
    before.filter(|_| is_undone).map(|(_, of)| of).or(Some(today))
}
