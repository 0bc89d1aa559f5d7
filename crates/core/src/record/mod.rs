//! What happened. Facts are appended and corrected, never rewritten.

mod answers;
mod bouts;
mod history;
mod own_days;
mod plan_facts;
mod plan_standing;
mod seen;
mod settle;
mod signs;
mod standing_stops;

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use answers::corrected_from;
pub use bouts::StandingBouts;
pub use history::{Entry, EntryFact, history};
pub use own_days::spoken_from;
pub use plan_facts::{
    AllStopped, ClearanceAnswer, Felt, Hurt, HurtPlace, PainMoment, PauseReason, PauseWhy,
    PlanFact, PlanRecord, UsualMorning,
};
pub(crate) use plan_standing::AROUND;
pub use plan_standing::{
    OperationSaid, PlanStanding, SaidOfLine, StandingClearance, StandingLimitOver, StandingPause,
    StandingRelease, StandingStage, StandingStop, settle_plan_facts,
};
pub use seen::DaysSeen;
pub use settle::{Earlier, Standing, StandingBout, settle};
pub use signs::{SignFact, SignRecord, SignStanding, Stop, said_of_signs, settle_signs};

use crate::ids::{LineId, PlanId, RecordId, RoundId};
use crate::time::{Day, Instant};

/// One appended fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
    /// The zone the person was in when it was entered.
    pub zone: String,
    /// Whether it was entered on the day it speaks of.
    pub entered: Entered,
    /// Who entered it.
    pub by: EnteredBy,
    /// The record that this one replaces.
    pub corrects: Option<RecordId>,
    /// The fact.
    pub fact: Fact,
}

/// Whether a fact was entered on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Entered {
    /// On the day itself.
    Live,
    /// On a later day, or from a sheet that was ticked on paper.
    Later,
}

/// Who entered a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum EnteredBy {
    /// The person who does the exercises.
    Person,
    /// Somebody who helps.
    Helper,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Fact {
    /// Work that a running session saw to its end: a hold, or a set without holds.
    Work {
        /// The bout it is part of.
        bout: BoutKey,
        /// The set, from 1.
        set: u16,
        /// The side.
        side: BodySide,
        /// Repetitions.
        repetitions: u16,
        /// Seconds held or walked.
        seconds: u32,
    },
    /// What became of a bout.
    Bout {
        /// The bout.
        bout: BoutKey,
        /// What became of it.
        outcome: Outcome,
        /// The person's own words.
        note: Option<String>,
    },
    /// A pain score.
    Pain {
        /// The day it counts for.
        day: Day,
        /// Where.
        place: PainPlace,
        /// 0 to 10.
        score: u8,
    },
    /// The corrected record was a mistake: it no longer stands.
    Withdrawn,
}

/// One bout: a line, on a day, at its place in that day. There is at most one standing record a key. They are
/// ordered by their days first, so that what was recorded of a day lies together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct BoutKey {
    /// The plan.
    pub plan: PlanId,
    /// The line.
    pub line: LineId,
    /// The day of the plan.
    pub day: Day,
    /// Its place in the day.
    pub place: BoutPlace,
}

impl Ord for BoutKey {
    fn cmp(&self, other: &Self) -> Ordering {
        let days = self.day.cmp(&other.day);
        let lines = || self.plan.cmp(&other.plan).then_with(|| self.line.cmp(&other.line));
        days.then_with(lines).then_with(|| self.place.cmp(&other.place))
    }
}

impl PartialOrd for BoutKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A bout's place in the day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BoutPlace {
    /// In a round.
    Round(RoundId),
    /// At any time: the first, second ... of the day, from 1.
    AnyTime(u8),
}

/// The side that worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BodySide {
    /// Both, or the movement has no side.
    Both,
    /// The left.
    Left,
    /// The right.
    Right,
}

/// What became of a bout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// All of it was done.
    Done,
    /// Some of it was done.
    Partly {
        /// Complete sets, where the person said so.
        sets: Option<u16>,
        /// Repetitions of the set that was not finished, where the person said so.
        repetitions: Option<u16>,
        /// Seconds of a bout that is done for so many minutes, where the person said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        seconds: Option<u32>,
        /// How much of a bout that is counted in breaths, steps or metres, where the person said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        counted: Option<PartCount>,
        /// Why it was no more, where the person said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<SkipReason>,
    },
    /// The person chose not to do it.
    Skipped {
        /// Why.
        reason: SkipReason,
    },
    /// Asked later, the person said that it was not done.
    SaidNotDone,
}

/// So much of a bout, over all sets, in what its sheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PartCount {
    /// Slow breaths.
    Breaths(u32),
    /// Steps of a walk.
    Steps(u32),
    /// Metres of a walk.
    Metres(u32),
}

/// Why a bout was skipped, or done in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// It hurt.
    Pain,
    /// Too tired.
    Tired,
    /// No time.
    NoTime,
    /// Not sure how.
    NotSureHow,
    /// Something else.
    Other,
}

/// Where pain is rated that a day is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainPlace {
    /// The back.
    Back,
    /// A leg.
    Leg,
}

/// The highest pain score.
pub const WORST_PAIN: u8 = 10;

/// What whoever ran when a round fell due saw of it. Appended, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// The plan.
    pub plan: PlanId,
    /// The round.
    pub round: RoundId,
    /// The day.
    pub day: Day,
    /// What was seen.
    pub kind: EvidenceKind,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
}

/// What was seen of a round that fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A reminder was shown.
    Shown,
    /// Everything was done already, so nothing was shown.
    SilentBecauseDone,
    /// Reminders are switched off, so nothing was shown.
    SwitchedOff,
    /// The desktop did not take the reminder.
    Undeliverable,
    /// The app was opened while the round's window was open, so that the person saw it there.
    AppOpen,
}

/// When the app was opened. It shows what the day asks for, as a reminder does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opened {
    /// The day of the plan.
    pub day: Day,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
}

#[cfg(test)]
mod plan_standing_tests;
#[cfg(test)]
mod tests;
