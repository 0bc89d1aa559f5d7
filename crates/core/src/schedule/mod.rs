//! What a day asks for, and what became of it.

mod agenda;
mod revisions;
mod state;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use agenda::{Situation, agenda};
pub use revisions::{InForce, revision_on};
pub use state::State;

use crate::catalogue::Tempo;
use crate::ids::{ExerciseId, PlanId, RecordId, RoundId};
use crate::plan::{Dose, Note, Side};
use crate::record::BoutKey;
use crate::time::{Day, Instant, WallTime};

/// One day of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Agenda {
    /// The day.
    pub day: Day,
    /// Whether it is the day that `now` lies in.
    pub is_today: bool,
    /// The plan.
    pub plan: PlanId,
    /// The revision that holds on this day.
    pub revision: u32,
    /// The plan's title.
    pub title: String,
    /// Words that stand beside the plan wherever it is shown.
    pub caution: Option<String>,
    /// Days after surgery; negative before it.
    pub after_surgery: i32,
    /// The week after surgery, counted from 1; 0 before surgery.
    pub week: u32,
    /// Whether the plan has not begun, holds, or has ended.
    pub time_of_plan: TimeOfPlan,
    /// Whether the review's day has passed.
    pub review_was_due: Option<Day>,
    /// Rounds with something to do, in the day's order.
    pub rounds: Vec<AgendaRound>,
    /// What is done at any time of the day, in the sheet's order.
    pub any_time: Vec<AgendaItem>,
    /// The limits in force.
    pub precautions: Vec<AgendaPrecaution>,
    /// The sheet's other words.
    pub notes: Vec<Note>,
}

/// Where a day lies in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TimeOfPlan {
    /// Before the plan's first day.
    Before,
    /// The plan holds.
    During,
    /// After the day on which it ended.
    After,
}

/// A round of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaRound {
    /// The round.
    pub round: RoundId,
    /// Its name on screen.
    pub title: String,
    /// Its place in the person's day.
    pub routine: Option<String>,
    /// When it falls due by the clock on the wall.
    pub at: WallTime,
    /// The instant of that.
    #[ts(type = "string")]
    pub starts: Instant,
    /// When its window ends: at the next round of the plan, or with the day.
    #[ts(type = "string")]
    pub ends: Instant,
    /// About how many minutes it takes, rounded up; `None` when the sheet does not say enough.
    pub about_minutes: Option<u32>,
    /// What is done in it, in the sheet's order.
    pub items: Vec<AgendaItem>,
}

/// One bout of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// The bout.
    pub bout: BoutKey,
    /// The exercise.
    pub exercise: ExerciseId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
    /// The pace.
    pub tempo: Option<Tempo>,
    /// What became of it.
    pub state: State,
    /// The record that says so, for correcting it.
    pub record: Option<RecordId>,
    /// Whether that record was entered on a later day.
    pub entered_later: bool,
    /// Whether that record replaced another.
    pub corrected: bool,
    /// What a session saw done of it.
    pub seen: SeenWork,
}

/// What sessions saw done of a bout.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenWork {
    /// Repetitions over all sets and sides.
    pub repetitions: u32,
    /// Seconds held or walked.
    pub seconds: u32,
}

/// A limit in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaPrecaution {
    /// The sheet's words.
    pub as_written: String,
    /// The day until which it was written; the limit stays until somebody says otherwise.
    pub until: Option<Day>,
    /// Whether that day has passed without anybody saying that it is over.
    pub until_has_passed: bool,
}

impl AgendaRound {
    /// Whether every bout of it has been answered.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.items.iter().all(|item| item.state.is_settled())
    }
}
