//! What was seen on days, found by the day.

use std::collections::{BTreeMap, BTreeSet};

use super::{Evidence, Opened};
use crate::time::Day;

/// What was seen on days, found by the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaysSeen {
    evidence: BTreeMap<Day, Vec<Evidence>>,
    opened: BTreeSet<Day>,
}

impl DaysSeen {
    /// What was seen of rounds that fell due, and the days on which the app was opened, in any order.
    #[must_use]
    pub fn of(evidence: Vec<Evidence>, opened: &[Opened]) -> Self {
        let mut seen = Self::default();
        for one in evidence {
            seen.evidence.entry(one.day).or_default().push(one);
        }
        seen.opened.extend(opened.iter().map(|opened| opened.day));
        seen
    }

    /// What was seen of the rounds of `day`.
    #[must_use]
    pub fn on(&self, day: Day) -> &[Evidence] {
        self.evidence.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Whether the app was opened on `day`.
    #[must_use]
    pub fn was_opened(&self, day: Day) -> bool {
        self.opened.contains(&day)
    }
}
