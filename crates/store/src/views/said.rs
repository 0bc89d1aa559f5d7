//! What was said of the plan, as the screens are shown it, and the answers to entries.

use backwise_core::ids::RecordId;
use backwise_core::record::{Entered, EnteredBy, PlanFact, SignFact};
use backwise_core::schedule::PainFollows;
use backwise_core::time::{Day, Instant};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer to "it hurts".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HurtAnswer {
    /// The record of it.
    pub record: RecordId,
    /// What the plan says to do now.
    pub follows: PainFollows,
    /// Whether what it was to take the place of stands beside it, since the team has spoken about that.
    pub stands_beside: bool,
}

/// Something that was said of the plan: by the team, or by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Said {
    /// The record with which it can be corrected, taken back or put back.
    pub record: RecordId,
    /// When it was entered, for one that was taken back when that was.
    #[ts(type = "string")]
    pub at: Instant,
    /// Whether it was entered on its day.
    pub entered: Entered,
    /// Who entered it.
    pub by: EnteredBy,
    /// What was said.
    pub fact: PlanFact,
    /// The sheet's words or the title of the line that it is about.
    pub about: Option<String>,
    /// Whether it stands; if not, it was taken back.
    pub stands: bool,
    /// Whether it replaced something that was said before.
    pub corrected: bool,
}

/// An answer to the question about the warning signs, or somebody's word that the person may go on. It is shown, and changed
/// only where it was said: a yes is answered anew, as a mistaken tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignSaid {
    /// The record of it.
    pub record: RecordId,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
    /// The day on which it was entered.
    pub day: Day,
    /// Who entered it.
    pub by: EnteredBy,
    /// What was said.
    pub fact: SignFact,
    /// Whether it stands; if not, it was taken back, or was a mistaken tap.
    pub stands: bool,
}

/// The answer to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recorded {
    /// The record that stands: the new one, or the one that was there already.
    pub record: RecordId,
    /// Whether it was there already.
    pub already: bool,
}
