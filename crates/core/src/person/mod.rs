//! What the person says of themselves: when they were operated on and how, whom they ring, what they walked
//! without a plan, what they want to ask. Entries are appended and corrected, never rewritten.

mod answers;
mod contacts;
mod first_run;
mod offered;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use answers::{Answer, Answers, operations_said};
pub use contacts::{ContactSource, KnownContact, known_contacts};
pub use first_run::{FirstRun, Step, StepStands, StepState, first_run};
pub use offered::{AnswerDiffers, TemplateLock, differences, locked_lines, template_lock};

use crate::ids::RecordId;
use crate::plan::{Contact, Fusion};
use crate::record::EnteredBy;
use crate::time::{Day, Instant};

/// The present version of what the person accepts before anything else. A text that means something else has
/// a higher one, and is then asked about again.
pub const TERMS_VERSION: u16 = 1;

/// One appended entry, with when, where and by whom it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<F> {
    /// Its name.
    pub id: RecordId,
    /// When it was entered.
    pub at: Instant,
    /// The day on which it was entered.
    pub on: Day,
    /// The zone the person was in when it was entered.
    pub zone: String,
    /// Who entered it.
    pub by: EnteredBy,
    /// The entry that this one replaces.
    pub corrects: Option<RecordId>,
    /// What it says; `None` takes back the entry that it replaces.
    pub fact: Option<F>,
}

/// What the person said of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum PersonFact {
    /// They have read what Backwise is and is not, and agree.
    Terms {
        /// The version of the text.
        version: u16,
    },
    /// The day of the operation. One to come is the state before surgery.
    Operation {
        /// The day.
        date: Day,
    },
    /// Whether screws, rods or bone graft were put in.
    Fusion {
        /// What they said.
        fusion: Fusion,
    },
    /// Whether they get down to the floor and up again alone.
    Floor {
        /// What they said.
        floor: Floor,
    },
    /// What their team said of limits. What stands in a plan, its limits say.
    Limits {
        /// What they said.
        limits: TeamLimits,
    },
    /// What was there already when they came home, so that "new or worse" can be judged.
    AtDischarge {
        /// What was there; empty when nothing of it was.
        signs: Vec<DischargeSign>,
        /// In their own words.
        note: Option<String>,
    },
    /// Somebody whom they ring.
    Contact {
        /// Who.
        contact: Contact,
    },
    /// They passed over a question of the first run. "No plan yet" is such an answer, too.
    Skipped {
        /// The question.
        step: Step,
    },
}

/// Whether somebody gets down to the floor and up again alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Floor {
    /// Yes.
    Yes,
    /// No, or only with help.
    No,
    /// They have not tried.
    NotTried,
}

/// What the team said of limits. That there are none somebody has said; that nobody was told is something to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TeamLimits {
    /// There are some.
    Given,
    /// There are none.
    None,
    /// Nobody has told them.
    NotTold,
}

/// What may be there already when somebody comes home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DischargeSign {
    /// Numbness or pins and needles between the legs.
    Saddle,
    /// Trouble with passing or holding water, or a catheter.
    Bladder,
    /// Trouble with holding or feeling a bowel movement.
    Bowel,
    /// Loss of feeling in the genitals, or trouble with sex.
    Sexual,
    /// A weak leg or foot.
    LegWeakness,
    /// Numbness or tingling in a leg or foot.
    LegNumbness,
    /// Pain in a leg.
    LegPain,
    /// A wound that was not closed or dry.
    Wound,
    /// A headache that is worse when upright.
    Headache,
}

/// A walk that no plan asked for. It has no target and counts toward nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The day.
    pub day: Day,
    /// How long, 1 to 600 minutes.
    pub minutes: u16,
}

/// Something that the person wants to ask their team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In their own words.
    pub text: String,
    /// The day on which they asked it.
    pub asked_on: Option<Day>,
    /// What the team said, in the person's words.
    pub answer: Option<String>,
}

/// An entry that stands, with the one it began as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a, F> {
    /// The first of the chain: when it was first said.
    pub first: &'a Entry<F>,
    /// The last of the chain.
    pub last: &'a Entry<F>,
    /// What it says now.
    pub fact: &'a F,
}

/// What stands, in the order in which it was first entered: of each chain of corrections the last entry, unless
/// that takes it back. The order of `entries` does not matter.
#[must_use]
pub fn standing<F>(entries: &[Entry<F>]) -> Vec<Standing<'_, F>> {
    let mut in_order: Vec<&Entry<F>> = entries.iter().collect();
    in_order.sort_by_key(|entry| (entry.at, entry.id));
    in_order.dedup_by_key(|entry| entry.id);
    // Of two corrections of one entry the later stands; the store lets only one in.
    let replaced_by: BTreeMap<RecordId, &Entry<F>> =
        in_order.iter().filter_map(|entry| Some((entry.corrects?, *entry))).collect();
    let first_ones = in_order.iter().filter(|entry| entry.corrects.is_none());
    first_ones
        .filter_map(|first| {
            let mut last = *first;
            while let Some(next) = replaced_by.get(&last.id) {
                last = next;
            }
            let fact = last.fact.as_ref()?;
            Some(Standing { first, last, fact })
        })
        .collect()
}
