//! What the person answered when they were asked about the warning signs, and who said that they may go
//! on. Facts are appended; what stands is worked out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EnteredBy;
use crate::ids::RecordId;
use crate::time::{Day, Instant};

/// One appended fact about warning signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignRecord {
    /// Its name.
    pub id: RecordId,
    /// When it was entered.
    pub at: Instant,
    /// The day on which it was entered.
    pub day: Day,
    /// The zone the person was in when it was entered.
    pub zone: String,
    /// Who entered it.
    pub by: EnteredBy,
    /// The answer that this one replaces, because that one was a mistaken tap; or what [`SignFact::Withdrawn`] takes back.
    pub corrects: Option<RecordId>,
    /// The fact.
    pub fact: SignFact,
}

/// A fact about warning signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum SignFact {
    /// The list of emergency signs was answered.
    Answer {
        /// Whether there is one of them, new or worse than at discharge.
        any: bool,
    },
    /// Somebody who may say so said that the person may go on.
    GoOn {
        /// Who, in the person's words.
        who: String,
        /// The day on which they said it.
        said_on: Day,
    },
    /// What `corrects` names was not meant: a no, or somebody's word. A yes is never taken back; it is answered anew.
    Withdrawn,
}

/// A stretch in which a warning sign stops everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Stop {
    /// When the person said that there is a sign.
    #[ts(type = "string")]
    pub from: Instant,
    /// When somebody's word that they may go on was recorded; `None` while nobody's was.
    #[ts(type = "string | null")]
    pub until: Option<Instant>,
    /// The answer that says so.
    pub record: RecordId,
    /// The day on which it was given.
    pub day: Day,
}

/// What stands of the facts about warning signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignStanding {
    /// Every stop, in the order in which they began.
    pub stops: Vec<Stop>,
    /// When the list was last answered, and the day of that.
    pub last_answer: Option<(Instant, Day)>,
}

impl SignStanding {
    /// The stop that holds now: one that nobody's word has ended.
    #[must_use]
    pub fn present(&self) -> Option<Stop> {
        self.stops.iter().find(|stop| stop.until.is_none()).copied()
    }
}

/// What stands, given every record. The order of `records` does not matter.
///
/// A yes stops everything until somebody's word is recorded after it, or until the same question, asked
/// again because it was a mistaken tap, is answered with no: then it never stopped anything. A no that
/// replaces nothing ends no stop. What was withdrawn says nothing: the stop that it ended holds, and holds since it began.
#[must_use]
pub fn settle_signs(records: &[SignRecord]) -> SignStanding {
    let in_order = not_withdrawn(records);
    let replaced_by = replaced_by(&in_order);
    let mut standing = SignStanding::default();
    for record in &in_order {
        match record.fact {
            SignFact::Answer { any } => {
                standing.last_answer = Some((record.at, record.day));
                // An answer that replaces another speaks through the one that it replaces.
                if any && record.corrects.is_none() && !was_mistaken(record, &replaced_by) {
                    let (from, day) = (record.at, record.day);
                    let stop =
                        Stop { from, until: None, record: last(record, &replaced_by).id, day };
                    standing.stops.push(stop);
                }
            }
            SignFact::GoOn { .. } => {
                for stop in standing.stops.iter_mut().filter(|stop| stop.until.is_none()) {
                    stop.until = Some(record.at);
                }
            }
            SignFact::Withdrawn => {}
        }
    }
    standing
}

/// Every answer and every word that was said, in the order in which they were entered, and whether each stands: one that was
/// taken back does not, nor does a yes that was a mistaken tap.
#[must_use]
pub fn said_of_signs(records: &[SignRecord]) -> Vec<(&SignRecord, bool)> {
    let standing = not_withdrawn(records);
    let replaced_by = replaced_by(&standing);
    let kept: BTreeSet<RecordId> = standing.iter().map(|record| record.id).collect();
    let is_yes = |record: &SignRecord| record.fact == SignFact::Answer { any: true };
    let stands = |record: &SignRecord| {
        kept.contains(&record.id) && !(is_yes(record) && was_mistaken(record, &replaced_by))
    };
    let mut said: Vec<&SignRecord> =
        records.iter().filter(|record| record.fact != SignFact::Withdrawn).collect();
    said.sort_by_key(|record| (record.at, record.id));
    said.into_iter().map(|record| (record, stands(record))).collect()
}

/// What was not taken back, in the order in which it was entered.
fn not_withdrawn(records: &[SignRecord]) -> Vec<&SignRecord> {
    let mut in_order: Vec<&SignRecord> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let withdrawn: BTreeSet<RecordId> = in_order
        .iter()
        .filter(|record| record.fact == SignFact::Withdrawn)
        .filter_map(|record| record.corrects)
        .collect();
    in_order.retain(|record| record.fact != SignFact::Withdrawn && !withdrawn.contains(&record.id));
    in_order
}

fn replaced_by<'a>(in_order: &[&'a SignRecord]) -> BTreeMap<RecordId, &'a SignRecord> {
    in_order.iter().filter_map(|record| Some((record.corrects?, *record))).collect()
}

fn was_mistaken(record: &SignRecord, replaced_by: &BTreeMap<RecordId, &SignRecord>) -> bool {
    last(record, replaced_by).fact == SignFact::Answer { any: false }
}

/// The last of the answers that replaced `record`, or that one itself.
fn last<'a>(
    record: &'a SignRecord,
    replaced_by: &BTreeMap<RecordId, &'a SignRecord>,
) -> &'a SignRecord {
    let mut last = record;
    // A chain cannot be longer than the records, even if a damaged file bends it into a ring.
    for _ in 0..replaced_by.len() {
        match replaced_by.get(&last.id) {
            Some(next) => last = next,
            None => break,
        }
    }
    last
}
