//! How much of a bout was done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{BodySide, StandingBout};

/// What sessions saw done of a bout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenWork {
    /// Repetitions over all sets and sides.
    pub repetitions: u32,
    /// Seconds held or walked.
    pub seconds: u32,
    /// Each set and side, in order.
    pub sets: Vec<SeenSet>,
}

/// What sessions saw done of one set on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenSet {
    /// The set, from 1.
    pub set: u16,
    /// The side.
    pub side: BodySide,
    /// Repetitions.
    pub repetitions: u16,
    /// Seconds held or walked.
    pub seconds: u32,
}

/// What sessions saw done of a bout of which so much is `known`.
pub(super) fn seen(known: &StandingBout) -> SeenWork {
    let sets: Vec<SeenSet> = known
        .work
        .iter()
        .map(|(&(set, side), &(repetitions, seconds))| SeenSet { set, side, repetitions, seconds })
        .collect();
    SeenWork {
        repetitions: sets.iter().map(|set| u32::from(set.repetitions)).sum(),
        seconds: sets.iter().map(|set| set.seconds).sum(),
        sets,
    }
}
