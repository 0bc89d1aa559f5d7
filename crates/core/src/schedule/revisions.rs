//! Which revision holds on which day.

use crate::plan::Revision;
use crate::time::{Day, Instant};

/// A revision and the days from which it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// The revision.
    pub revision: Revision,
    /// The first day on which it holds.
    pub from: Day,
    /// When it was taken in. Of two that hold, the one taken in later does.
    pub imported_at: Instant,
}

/// The revision that holds on `day`: of those whose first day has come, the one taken in last.
/// Before the first of them, the earliest, so that the person can see what is coming.
#[must_use]
pub fn revision_on(revisions: &[InForce], day: Day) -> Option<&InForce> {
    revisions
        .iter()
        .filter(|revision| revision.from <= day)
        .max_by_key(|revision| (revision.imported_at, revision.revision.number))
        .or_else(|| revisions.iter().min_by_key(|revision| (revision.from, revision.imported_at)))
}
