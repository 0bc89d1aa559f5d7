//! What is shown of a plan that is being written.

use backwise_core::ids::{LineId, PlanId, RoundId};
use backwise_core::plan::draft::{
    Asked, DraftPlace, NotAdded, PlaceDays, PlacedProblem, PlanDraft,
};
use backwise_core::plan::{Change, LineTold, RuleTold, Unsaid};
use backwise_core::schedule::LineFrom;
use backwise_core::time::{Day, WallTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PlanCheck;

/// A plan that is being written, with all that can be said about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// The draft.
    pub draft: PlanDraft,
    /// What keeps it from being taken in, beside the open questions in it.
    pub problems: Vec<PlacedProblem>,
    /// What was typed and is no part of the plan yet. Nothing is taken in without it.
    pub not_added: Vec<NotAdded>,
    /// What somebody should look at although nothing is wrong.
    pub remarks: Vec<PlacedProblem>,
    /// What each line says, in the order of the sheet.
    pub lines: Vec<DraftLine>,
    /// The lines of the present plan that it has not got any more.
    pub removed: Vec<LineRemoved>,
    /// The rules beside the lines, part by part.
    pub rules: Vec<RuleTold>,
    /// The dates of what counts by days or weeks; empty until the days are known that it counts from.
    pub days: Vec<PlaceDays>,
    /// The usual times of rounds whose time is open, as suggestions.
    pub usual_times: Vec<UsualTime>,
    /// What holds where the sheet does not say it.
    pub unsaid: Unsaid,
    /// What differs from the plan in force, in the order of the sheet; without one, all that it says.
    pub changes: Vec<Change>,
    /// The first day on which it would hold, were it taken in now, as chosen or later; `None` until its first day is known.
    pub in_force_from: Option<Day>,
    /// The lines of the paper that were not taken in yet, entered or not.
    pub to_enter: u16,
}

/// A line of a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftLine {
    /// The line.
    pub line: LineId,
    /// What it says, part by part. What is open in it means nothing.
    pub told: LineTold,
    /// What it asks for from the first day on which the draft would hold, where it is a line of the present plan and its
    /// steps have made something else of it.
    pub from: Option<LineFrom>,
    /// Whether it was read back against the paper since it was last changed.
    pub read_back: bool,
    /// Whether nothing about it is open or wrong, so that it can be read back and taken in.
    pub complete: bool,
    /// What is asked at the top of the sheet and makes the days that it tells: before that there is nothing to read back.
    pub waits_for: Vec<Asked>,
    /// What it is beside the plan in force.
    pub beside_present: BesidePresent,
    /// Whether the days of a week on which it is done may follow one another.
    pub may_follow: bool,
    /// Words of the paper that nothing was made of, unless the line is in force as it is.
    pub not_read: Vec<String>,
}

/// A line of the present plan that a draft has not got any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineRemoved {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
}

/// What a line of a draft is beside the plan in force. A line that is only there is among the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BesidePresent {
    /// It is as it is there.
    Kept,
    /// It is there, and differs.
    Changed,
    /// It is not there.
    New,
}

/// A usual time of a round, as a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UsualTime {
    /// The round.
    pub round: RoundId,
    /// The time.
    pub at: WallTime,
}

/// What a draft begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DraftStart {
    /// An empty sheet.
    EmptySheet,
    /// The plan in force, for a change.
    Present,
    /// The plan in force, for what a visit of today changes and keeps.
    Visit,
    /// A revision that was taken in, to go back to it.
    Earlier {
        /// The plan.
        plan: PlanId,
        /// The number of the revision.
        number: u32,
    },
    /// A template. Its lines stay off.
    Template {
        /// The template.
        template: PlanId,
    },
}

/// A change that was made to a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftEdited {
    /// What it made or changed.
    pub place: DraftPlace,
    /// The draft after it.
    pub view: DraftView,
}

/// A draft that was taken in, wholly or in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftTakenIn {
    /// What was taken in.
    pub check: PlanCheck,
    /// The draft with what is left to enter; `None` when all of it was taken in.
    pub draft: Option<DraftView>,
}

/// A draft in a sentence: "5 lines of your sheet still to enter".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftInBrief {
    /// What it is called; empty where nobody has said it yet.
    pub title: String,
    /// The lines in it.
    pub lines: u16,
    /// Those of them that were taken in already.
    pub taken_in: u16,
    /// The lines of the paper that were not taken in yet, entered or not.
    pub to_enter: u16,
}
