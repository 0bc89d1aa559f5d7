//! Facts about a plan rather than about one bout: what the team said, pauses, bad days, stages agreed to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BoutPlace, Entered, EnteredBy, PainPlace};
use crate::ids::{ClearanceId, LineId, PlanId, RecordId};
use crate::safety::SafetyQuestion;
use crate::time::{Day, Instant};

/// One appended fact about a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRecord {
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
    pub fact: PlanFact,
}

/// A fact about a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum PlanFact {
    /// What the care team said when they were asked for an OK.
    Clearance {
        /// The plan.
        plan: PlanId,
        /// The revision whose words were asked about. A later one must say the same for the answer to hold.
        revision: u32,
        /// What they were asked for.
        clearance: ClearanceId,
        /// What they said.
        answer: ClearanceAnswer,
        /// Who said it.
        who: Option<String>,
        /// How: on the phone, at the visit.
        how: Option<String>,
        /// The day on which they said it.
        said_on: Day,
        /// The day from which it holds: that on which it was entered, so that no day that was lived changes.
        day: Day,
    },
    /// The person does not exercise on these days.
    Pause {
        /// The first day of it.
        from: Day,
        /// The last day of it; `None` while it is open.
        through: Option<Day>,
        /// Why, where the person said so.
        reason: Option<PauseReason>,
    },
    /// The person goes on from this day.
    Resumed {
        /// The first day on which they do.
        day: Day,
    },
    /// The person said "not a good day".
    BadDay {
        /// The day.
        day: Day,
    },
    /// The care team said that a limit is over.
    LimitOver {
        /// The plan.
        plan: PlanId,
        /// The revision that the limit stood on. A limit that was imposed anew is another one.
        revision: u32,
        /// The limit, in the sheet's words.
        limit: String,
        /// Who said it.
        who: Option<String>,
        /// The day on which they said it.
        said_on: Day,
        /// The day from which it is over: that on which it was entered.
        day: Day,
    },
    /// The person agreed to the next stage of a line.
    StageAgreed {
        /// The plan.
        plan: PlanId,
        /// The revision that the stage stood on.
        revision: u32,
        /// The line.
        line: LineId,
        /// The stage, from 1.
        stage: u16,
        /// The day from which it holds.
        day: Day,
    },
    /// The person stays as they are: the stage does not begin, or no longer holds.
    StageStayed {
        /// The plan.
        plan: PlanId,
        /// The revision that the stage stood on.
        revision: u32,
        /// The line.
        line: LineId,
        /// The stage, from 1.
        stage: u16,
        /// The day from which they stay.
        day: Day,
    },
    /// It hurt.
    Hurt {
        /// The plan.
        plan: PlanId,
        /// The revision whose rules about pain held.
        revision: u32,
        /// The day.
        day: Day,
        /// Where, when and how much.
        hurt: Hurt,
    },
    /// The answer to a question that comes before a line was yes, or that was asked because it hurts.
    AskedAndYes {
        /// The plan.
        plan: PlanId,
        /// The revision.
        revision: u32,
        /// The line that it came before, or that was being done; `None` where it was of none.
        line: Option<LineId>,
        /// The question.
        question: SafetyQuestion,
        /// The day.
        day: Day,
    },
    /// All exercises are stopped, whatever a plan says.
    AllStopped {
        /// The plan.
        plan: PlanId,
        /// The revision.
        revision: u32,
        /// The line that was being done, where the person was doing one.
        line: Option<LineId>,
        /// Why.
        because: AllStopped,
        /// The day.
        day: Day,
    },
    /// Somebody of the care team was spoken to about a stop, and said that the person may go on, or from when on.
    SpokenTo {
        /// The record that stopped the line, or all of them.
        stop: RecordId,
        /// Who said it.
        who: Option<String>,
        /// The day on which they said it.
        said_on: Day,
        /// The first day on which the person may go on; `None`, or a day that has come: at once.
        from: Option<Day>,
        /// The day on which it was entered.
        day: Day,
    },
    /// How it hurts on a usual morning, for a morning after exercises to be compared with. The last said stands.
    UsualMorning {
        /// The day on which it was said.
        day: Day,
        /// The scores.
        usual: UsualMorning,
    },
    /// How a round felt, in one word, where nobody gave a number. No rule is about it.
    Felt {
        /// The plan.
        plan: PlanId,
        /// The revision.
        revision: u32,
        /// The day.
        day: Day,
        /// The line, where it was done alone at any time of the day.
        line: Option<LineId>,
        /// The round, or which time of the day it was.
        place: BoutPlace,
        /// How.
        felt: Felt,
    },
    /// The corrected record was a mistake, or holds no longer: it does not stand.
    Withdrawn {
        /// Of a word that holds from a day of its own, the day from which it no longer does; of anything else the day of
        /// what it takes back, which is as if it had never been said.
        day: Day,
    },
}

/// Why the person pauses. It is kept for whoever looks back; nothing is asked differently because of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PauseReason {
    /// In one word.
    pub why: PauseWhy,
    /// Who of the team said so, else the person's own words; where they said so.
    pub words: Option<String>,
}

/// Why the person pauses, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PauseWhy {
    /// The surgeon, or somebody else of the team, said so.
    Team,
    /// They are ill.
    Ill,
    /// It hurts.
    Pain,
    /// They are away.
    Away,
    /// Something else.
    Other,
}

/// What the care team said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceAnswer {
    /// Yes.
    Yes,
    /// Not yet.
    NotYet,
    /// No.
    No,
}

/// Pain, with what the rules of a plan ask about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hurt {
    /// The line with which it came; `None` where it is of no line.
    pub line: Option<LineId>,
    /// The bout of that line in which it came.
    pub bout: Option<BoutPlace>,
    /// Where.
    pub place: HurtPlace,
    /// 0 to 10; `None` where it was not rated.
    pub score: Option<u8>,
    /// When it was looked at.
    pub when: PainMoment,
    /// Whether it moves further down the leg.
    pub spreading: bool,
    /// Of a morning: the score of the person's usual one, 0 to 10, as it stood when this was entered. So a usual
    /// morning that is corrected later changes nothing of what followed.
    pub usual: Option<u8>,
}

/// Why all exercises are stopped, besides pain that moves down the leg, which is told with the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AllStopped {
    /// The person said that something is newly numb or weak.
    Numb,
    /// The person said that they feel faint.
    Faint,
    /// A second exercise was stopped on the day. Nobody says this: it follows from what was said.
    SecondStop,
}

/// Where it hurt, as far as the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum HurtPlace {
    /// In the back.
    Back,
    /// In a leg.
    Leg,
    /// Somewhere else, of which no rule of a plan speaks.
    Elsewhere,
    /// Nobody said where.
    NotSaid,
}

impl From<PainPlace> for HurtPlace {
    fn from(place: PainPlace) -> Self {
        match place {
            PainPlace::Back => Self::Back,
            PainPlace::Leg => Self::Leg,
        }
    }
}

/// How it hurts on a usual morning, 0 to 10 each; `None` where it was not rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[expect(missing_docs, reason = "the words say it")]
pub struct UsualMorning {
    pub back: Option<u8>,
    pub leg: Option<u8>,
}

/// How a round felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Felt {
    /// Fine.
    Fine,
    /// Sore, but as the person can accept it.
    Sore,
}

/// When pain is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PainMoment {
    Before,
    During,
    After,
    NextMorning,
}
