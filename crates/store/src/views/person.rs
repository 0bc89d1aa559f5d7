//! What is shown of the person: what they said of themselves, their walks and their questions.

use backwise_core::ids::RecordId;
use backwise_core::person::{DischargeSign, FirstRun, Floor, KnownContact, PersonFact, TeamLimits};
use backwise_core::plan::Fusion;
use backwise_core::time::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the person said of themselves, and what follows from it today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// The present day.
    pub today: Day,
    /// The version of the terms that they accepted, and the day on which they did.
    pub terms: Option<(u16, Day)>,
    /// The version of the present terms.
    pub terms_version: u16,
    /// The day of the operation, as they said it. A plan has its own.
    pub operation: Option<OperationDay>,
    /// Whether screws, rods or bone graft were put in, as they said it.
    pub fusion: Option<Fusion>,
    /// Whether they get to the floor and up alone.
    pub floor: Option<Floor>,
    /// What their team said of limits, as they said it. A plan has its own.
    pub limits: Option<TeamLimits>,
    /// What was there when they came home; empty when nothing was, `None` when they have not said it.
    pub at_discharge: Option<Vec<DischargeSign>>,
    /// Their own words about that.
    pub discharge_note: Option<String>,
    /// Whom to ring: the plan's first.
    pub contacts: Vec<KnownContact>,
    /// How far the first run has come.
    pub first_run: FirstRun,
    /// Whether there is a plan.
    pub has_plan: bool,
    /// What they said before and no longer say, newest first.
    pub earlier: Vec<EarlierAnswer>,
}

/// The day of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OperationDay {
    /// The day.
    pub date: Day,
    /// How many days ago it was; negative when it is to come.
    pub days_ago: i32,
}

/// An answer that another followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EarlierAnswer {
    /// The day on which it was given.
    pub on: Day,
    /// What was said.
    pub fact: PersonFact,
}

/// A walk without a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WalkView {
    /// The entry that says so now.
    pub record: RecordId,
    /// The day.
    pub day: Day,
    /// How long, in minutes.
    pub minutes: u16,
    /// Whether it was entered on a later day.
    pub entered_later: bool,
    /// Whether it was corrected.
    pub corrected: bool,
}

/// Walks without a plan, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Walks {
    /// Those that were asked for.
    pub walks: Vec<WalkView>,
    /// Whether there are earlier ones.
    pub earlier: bool,
}

/// A question for the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// The entry that says so now.
    pub record: RecordId,
    /// In the person's words.
    pub text: String,
    /// The day on which they asked it.
    pub asked_on: Option<Day>,
    /// What the team said.
    pub answer: Option<String>,
}
