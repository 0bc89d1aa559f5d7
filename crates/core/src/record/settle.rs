//! From all that was ever entered to what stands.

use std::collections::{BTreeMap, HashMap};

use super::{BodySide, BoutKey, Entered, Fact, Outcome, Record, RecordId};
use crate::time::Instant;

/// What stands of a set of records, whatever order they came in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    /// What is known of each bout that anything was recorded of.
    pub bouts: BTreeMap<BoutKey, StandingBout>,
    /// Standing records that are not of a bout: pain scores.
    pub others: Vec<Record>,
}

/// What stands of one bout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StandingBout {
    /// What became of it, and the record that says so; `None` while only work was seen.
    pub closed: Option<(RecordId, Outcome)>,
    /// Whether the closing record was entered on a later day.
    pub entered_later: bool,
    /// Whether the closing record replaced another.
    pub corrected: bool,
    /// When it ended, as far as somebody entered it on its day: what was entered later has no time.
    pub ended: Option<Instant>,
    /// The person's words.
    pub note: Option<String>,
    /// Seen work: (set, side) to (repetitions, seconds).
    pub work: BTreeMap<(u16, BodySide), (u16, u32)>,
}

/// What stands, given every record. The order of `records` does not matter.
///
/// A correction replaces the record it names; of several corrections of one record the last entered
/// stands. A record whose correction says [`Fact::Withdrawn`] does not stand. Should two standing
/// records speak of one bout, the first entered stands: the second was "already recorded".
#[must_use]
pub fn settle(records: &[Record]) -> Standing {
    let mut in_order: Vec<&Record> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let mut last_correction: HashMap<RecordId, &Record> = HashMap::new();
    for record in &in_order {
        if let Some(corrected) = record.corrects {
            last_correction.insert(corrected, record);
        }
    }

    let mut standing = Standing::default();
    for original in in_order.iter().filter(|record| record.corrects.is_none()) {
        let mut record = *original;
        // A chain cannot be longer than the records, even if a damaged file bends it into a ring.
        for _ in 0..records.len() {
            match last_correction.get(&record.id) {
                Some(correction) => record = correction,
                None => break,
            }
        }
        place(&mut standing, record, original);
    }
    standing
}

/// Places `record`, the last correction of `original`, or that one itself.
fn place(standing: &mut Standing, record: &Record, original: &Record) {
    let live_at = (original.entered == Entered::Live).then_some(original.at);
    match &record.fact {
        Fact::Work { bout, set, side, repetitions, seconds } => {
            let seen = standing.bouts.entry(bout.clone()).or_default();
            seen.ended = seen.ended.max(live_at);
            let total = seen.work.entry((*set, *side)).or_default();
            total.0 = total.0.saturating_add(*repetitions);
            total.1 = total.1.saturating_add(*seconds);
        }
        Fact::Bout { bout, outcome, note } => {
            let bout = standing.bouts.entry(bout.clone()).or_default();
            if bout.closed.is_none() {
                bout.closed = Some((record.id, outcome.clone()));
                bout.entered_later = record.entered == Entered::Later;
                bout.corrected = record.id != original.id;
                // A tap long after the work was seen does not make the work later.
                bout.ended = bout.ended.or(live_at);
                bout.note.clone_from(note);
            }
        }
        Fact::Pain { .. } => standing.others.push(record.clone()),
        Fact::Withdrawn => {}
    }
}
