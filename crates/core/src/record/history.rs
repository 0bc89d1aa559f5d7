//! All that was ever said of one bout: the first entry and each correction of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BoutKey, Entered, EnteredBy, Fact, Outcome, Record, RecordId};
use crate::time::Instant;

/// One entry of the history of a bout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// The record.
    pub record: RecordId,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
    /// Whether it was entered on the day it speaks of.
    pub entered: Entered,
    /// Who entered it.
    pub by: EnteredBy,
    /// Whether it took the place of another.
    pub is_correction: bool,
    /// What it says.
    pub fact: EntryFact,
}

/// What an entry says of a bout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum EntryFact {
    /// What became of it.
    Became {
        /// What became of it.
        outcome: Outcome,
        /// The person's own words.
        note: Option<String>,
    },
    /// The entry before was taken back.
    TakenBack,
}

/// Every entry that says what became of `bout`, in the order in which they were made. What a session saw is
/// not among them: nobody entered it. The order of `records` does not matter.
#[must_use]
pub fn history(records: &[Record], bout: &BoutKey) -> Vec<Entry> {
    let mut in_order: Vec<&Record> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let is_of_bout =
        |record: &&Record| matches!(&record.fact, Fact::Bout { bout: of, .. } if of == bout);
    let mut ids: BTreeSet<RecordId> =
        in_order.iter().copied().filter(is_of_bout).map(|record| record.id).collect();
    // An entry that was taken back says no more of which bout it was than the one it names.
    let withdrawn = in_order.iter().filter(|record| record.fact == Fact::Withdrawn);
    let of_bout: Vec<RecordId> = withdrawn
        .filter(|record| record.corrects.is_some_and(|corrected| ids.contains(&corrected)))
        .map(|record| record.id)
        .collect();
    ids.extend(of_bout);
    in_order.into_iter().filter(|record| ids.contains(&record.id)).map(entry).collect()
}

fn entry(record: &Record) -> Entry {
    let fact = match &record.fact {
        Fact::Bout { outcome, note, .. } => {
            EntryFact::Became { outcome: outcome.clone(), note: note.clone() }
        }
        Fact::Work { .. } | Fact::Pain { .. } | Fact::Withdrawn => EntryFact::TakenBack,
    };
    Entry {
        record: record.id,
        at: record.at,
        entered: record.entered,
        by: record.by,
        is_correction: record.corrects.is_some(),
        fact,
    }
}
