//! The kinds of rules that a draft can hold.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kinds of what stands beside the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a field of `Revision`, or of its `Pain`")]
pub enum RuleKind {
    DayType,
    Clearance,
    Appointment,
    Phase,
    Programme,
    MissedDose,
    Round,
    Limit,
    Pain,
    PainRule,
    BadDay,
    DayOff,
    ReEntry,
    Note,
    Contact,
}

impl RuleKind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::DayType,
        Self::Clearance,
        Self::Appointment,
        Self::Phase,
        Self::Programme,
        Self::MissedDose,
        Self::Round,
        Self::Limit,
        Self::Pain,
        Self::PainRule,
        Self::BadDay,
        Self::DayOff,
        Self::ReEntry,
        Self::Note,
        Self::Contact,
    ];
}
