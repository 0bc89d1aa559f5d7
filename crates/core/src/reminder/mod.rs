//! Which reminder is due, and which comes next.
//!
//! A reminder is known by plan, round and day, not by an instant: a clock that jumps or a flight
//! cannot make a second one of it.

mod planner;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use planner::{Planned, ReminderInput, coming, plan_reminders};

use crate::ids::{PlanId, RoundId};
use crate::record::{BoutKey, EvidenceKind};
use crate::time::{Day, Instant, Span, WallTime};

/// How long "In 10 minutes" is.
pub const SNOOZE: Span = Span::minutes(10);

/// One reminder: a round of a plan on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct ReminderKey {
    /// The plan.
    pub plan: PlanId,
    /// The round.
    pub round: RoundId,
    /// The day.
    pub day: Day,
}

/// What is known of a reminder that has mattered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReminderRow {
    /// The reminder.
    pub key: ReminderKey,
    /// How far it has come.
    pub state: ReminderState,
    /// When it may be shown again, where it was snoozed.
    #[ts(type = "string | null")]
    pub snoozed_until: Option<Instant>,
    /// Until when somebody who claimed it may still be showing it.
    #[ts(type = "string | null")]
    pub claimed_until: Option<Instant>,
}

/// How far a reminder has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReminderState {
    /// A process is about to show it.
    Claimed,
    /// It was shown.
    Shown,
    /// The person asked for it to come back.
    Snoozed,
    /// It needs no more showing: answered, done, switched off or too late.
    Closed,
}

/// A reminder to show now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminder {
    /// Which.
    pub key: ReminderKey,
    /// The round's name on screen.
    pub title: String,
    /// When it was due by the clock on the wall.
    pub at: WallTime,
    /// What is still open: a "Done" on the popup speaks of these and of nothing else.
    pub bouts: Vec<BoutKey>,
    /// About how many minutes they take; `None` when the sheet does not say enough.
    pub about_minutes: Option<u32>,
    /// Whether a question of safety comes before one of them: then no press on the popup alone says that they are done.
    pub asks_first: bool,
    /// Whether it would ring again [`SNOOZE`] from now. Where the quiet hours, the latest ring or the end of the round
    /// come before that, it is not offered.
    pub can_wait: bool,
    /// Why it is shown now.
    pub why: Why,
}

/// Why a reminder is shown now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It fell due.
    Due,
    /// It fell due while nothing of ours ran.
    Late,
    /// The person asked for it to come back.
    Snoozed,
}

/// A reminder that lies ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComingReminder {
    /// Which.
    pub key: ReminderKey,
    /// The round's name on screen.
    pub title: String,
    /// By the clock on the wall.
    pub at: WallTime,
    /// The instant of that.
    #[ts(type = "string")]
    pub instant: Instant,
    /// Exercises in it.
    pub items: u32,
}

/// What to write down of a round that fell due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub key: ReminderKey,
    /// What was seen.
    pub kind: EvidenceKind,
}

#[cfg(test)]
mod tests;
