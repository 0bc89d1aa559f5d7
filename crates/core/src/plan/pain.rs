//! What a plan says of pain. Each rule keeps the sheet's own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Dose, Part};
use crate::ids::LineId;

/// What the sheet says of pain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Pain {
    /// The words.
    pub as_written: Option<String>,
    /// When scores from 0 to 10 are asked for; `None` when the sheet does not say.
    pub ask: Option<AskPain>,
    /// The rules, in order; the first that fits holds. Without any, none runs.
    pub rules: Vec<PainRule>,
}

/// When pain scores are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AskPain {
    /// Once a day.
    OnceADay,
    /// With each round.
    EachRound,
    /// Only after the person said that it hurt.
    AfterItHurts,
}

/// One rule of the sheet about pain: when, what, and for how long.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PainRule {
    /// The sheet's words.
    pub as_written: String,
    /// The lines it is about; all of them when none is named.
    pub lines: Vec<LineId>,
    /// Which pain it is about.
    pub place: PainWhere,
    /// What makes it fit.
    pub trigger: PainTrigger,
    /// When it is looked at.
    pub when: PainWhen,
    /// What follows.
    pub then: PainAction,
    /// For how long that holds.
    pub lasts: PainLasts,
    /// The name of the contact to ring.
    pub ring: Option<String>,
}

/// Which pain a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PainWhere {
    Back,
    Leg,
    Either,
}

/// What makes a rule about pain fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainTrigger {
    /// A score above this, 0 to 9.
    Over(u8),
    /// A score of this or more, 1 to 10.
    AtLeast(u8),
    /// It moves further down the leg.
    Spreading,
    /// It is worse than on the person's usual morning, by [`WORSE_BY`] or more.
    Worse,
}

/// How far above the usual morning a score lies that counts as worse. One more is within what people say of
/// the same pain.
pub const WORSE_BY: u8 = 2;

/// When pain is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PainWhen {
    Before,
    During,
    After,
    NextMorning,
    Any,
}

/// What follows from pain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainAction {
    /// Go on as before.
    GoOn,
    /// A part of the dose.
    Part(Part),
    /// Another dose, as the sheet says it.
    Dose(Dose),
    /// Stop this exercise.
    Stop,
}

/// For how long a rule about pain holds once it fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainLasts {
    /// The next time.
    NextTime,
    /// So many bouts, 1 to 24.
    Bouts(u8),
    /// Until somebody says otherwise.
    UntilTold,
}
