//! A plan that is being written: a paper sheet that is carried over, or a change to a plan.
//!
//! A draft holds a whole [`Revision`], so that it carries every feature of the format, also those that no
//! form knows. What nobody has answered yet has a value that means nothing, and stands in
//! [`PlanDraft::open`]; a line with an open question is never taken in. Which answer opens or ends which question
//! of when and how often, `often` says, and of what hangs on another answer elsewhere, `hangs`. Whether the rest is
//! right the reader of plan files says ([`checked`]), so that no rule exists twice.

mod begin;
mod check;
mod edit;
mod forget;
mod hangs;
mod often;
mod part;
mod put_back;
mod ready;
mod rebase;
mod rounds;
mod rule_kind;
mod rules;
mod suggest;
mod take;
mod ticks;
mod unfinished;
mod weeks;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use begin::{began_with, empty, next_of, without_dates};
pub use check::{DraftCheck, PlaceDays, PlacedProblem, checked, line_of};
pub use edit::{edited, saved};
pub use hangs::PainThen;
pub use often::may_follow;
pub use part::{LinePart, LineQuestion, LineSuggested, Often, Suggestion, Words};
pub use put_back::put_back;
pub use ready::{ready, rules_to_read_back};
pub use rebase::rebased;
pub use rounds::usual_time;
pub use rule_kind::RuleKind;
pub use suggest::{suggest_line, words_not_read};
pub use ticks::waits_for;
pub use unfinished::{NotAdded, not_added};

use super::{Revision, RuleTold};
use crate::ids::{ExerciseId, LineId, PlanId};
use crate::time::{Day, WeeksCounted};

/// A plan that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlanDraft {
    /// The plan as far as it is written. Its number is given when it is taken in.
    pub revision: Revision,
    /// What nobody has answered yet. What stands in the plan at such a place means nothing.
    pub open: Vec<OpenQuestion>,
    /// What it began from.
    pub began_from: BeganFrom,
    /// How many lines the paper has, where the person counted them, 1 to 100.
    pub lines_on_sheet: Option<u16>,
    /// The lines that a newer file of the plan brought while this one was written: the paper has none of them.
    #[serde(default)]
    pub not_on_sheet: Vec<LineId>,
    /// The lines that were read back against the paper. A line that is changed leaves this list.
    pub read_back: Vec<LineId>,
    /// The rules that were read back, as they were told then. One that says something else now is not among them.
    #[serde(default)]
    pub rules_read_back: Vec<RuleTold>,
    /// The lines of which a visit said that they stay: marks to go by, and no change.
    #[serde(default)]
    pub kept: Vec<LineId>,
    /// The weeks of stages, as they were said.
    #[serde(default)]
    pub weeks_said: Vec<WeeksSaid>,
    /// The day before which it is not to hold, where the person chose one.
    #[serde(default)]
    pub from_day: Option<Day>,
    /// The day of the visit that it is the outcome of; `None` where it is of none.
    #[serde(default)]
    pub visit: Option<Day>,
    /// The lines that were taken in from this draft already, as they were then or as they are now.
    pub taken_in: Vec<LineId>,
    /// Whether anything was written in it since it began.
    pub touched: bool,
    /// What stands in fields whose button was not pressed yet, by their names on the screens. It says nothing of the
    /// plan, and is there again after the program was closed.
    #[serde(default)]
    pub unfinished: BTreeMap<String, String>,
}

/// Weeks of a stage, as they were said. The plan keeps the day on which they end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeeksSaid {
    /// The line.
    pub line: LineId,
    /// The first week, 0 to 520.
    pub first: u16,
    /// The last week.
    pub last: u16,
}

/// What a draft began from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BeganFrom {
    /// An empty sheet.
    EmptySheet,
    /// The plan in force: for a visit, or for a change.
    Present {
        /// The plan.
        plan: PlanId,
        /// The number of its revision.
        number: u32,
    },
    /// An earlier revision, to go back to it.
    Earlier {
        /// The plan.
        plan: PlanId,
        /// The number of the revision.
        number: u32,
    },
    /// A template; its lines are off until each is switched on by hand.
    Template {
        /// The template.
        template: PlanId,
    },
}

/// A question that nobody has answered yet, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct OpenQuestion {
    /// Where.
    pub place: DraftPlace,
    /// What is asked.
    pub asked: Asked,
}

/// A place in a draft.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DraftPlace {
    /// What stands at the top of the sheet: its title, the operation, its days and hours.
    Sheet,
    /// A line.
    Line(LineId),
    /// A stage of a line.
    Stage {
        /// The line.
        line: LineId,
        /// Which stage, counted from 1.
        number: u16,
    },
    /// The dose of a line that grows.
    Growth(LineId),
    /// A rule beside the lines.
    Rule {
        /// What it is.
        rule: RuleKind,
        /// Which of its kind, counted from 1; 1 where a plan has it once.
        number: u16,
    },
}

/// What is asked at a place of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// Of the sheet: what it is called.
    Title,
    /// Of the sheet: the day of the operation.
    SurgeryDate,
    /// Of the sheet: whether screws, rods or bone graft were put in.
    Fusion,
    /// Of the sheet: its first day.
    FirstDay,
    /// Of a line: which exercise it is.
    Exercise,
    /// Of a line or stage: how much.
    Dose,
    /// Of a line: on which side.
    Side,
    /// Of a line, stage or programme: on which days.
    WhichDays,
    /// Of a line or stage: how often on such a day, or in which rounds.
    HowOften,
    /// Of what is done every so many days: a day on which it is done.
    CountingFrom,
    /// Of what is done on so many days a week: whether two of them may follow one another.
    NotRunning,
    /// Of what is done every so many hours: between which hours.
    BetweenHours,
    /// Of a line that was changed after its steps began: whether what its sheet says of later still holds.
    Later,
    /// Of a line, stage or growth that a day begins or ends: which day is meant ("the first two days" of what?).
    WhichDay,
    /// Of a growth: which number grows.
    Grows,
    /// Of a growth: by how much each time.
    GrowsBy,
    /// Of a growth: every how many days.
    GrowsEvery,
    /// Of a growth: up to how much.
    GrowsMost,
    /// Of a round: its time of day, or that it has none.
    Time,
    /// Of an appointment, a day off or a kind of day: its day.
    Day,
    /// Of a rule about pain: how much it hurts.
    Trigger,
    /// Of a rule about pain: where it hurts.
    Where,
    /// Of a rule about pain: when it is looked at.
    When,
    /// Of a rule about pain: what follows. Of a day off: whether what falls on it is left out or moved.
    Then,
    /// Of a rule about pain: for how long that holds.
    Lasts,
    /// Of a rule about pain with a part of the dose: what becomes of a half.
    Rounding,
    /// Of a limit: until when it holds.
    Until,
    /// Of a note: what it is about.
    About,
    /// Of a programme: what makes the next turn come.
    Advance,
    /// Of a contact: the number.
    Number,
}

/// One change to a draft that carries a rule. Other changes are made in the draft itself and saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DraftEdit {
    /// A new line with the paper's words; everything else about it is open.
    AddLine {
        /// The words.
        as_written: String,
        /// The number on the sheet.
        sheet_no: Option<String>,
        /// Behind which line it stands. When `None`, where its number says; at the end where that says nothing.
        after: Option<LineId>,
    },
    /// The same line again, behind the first, under a name of its own.
    CopyLine {
        /// The line.
        line: LineId,
    },
    /// A stage behind the others of a line; its beginning is open.
    AddStage {
        /// The line.
        line: LineId,
        /// The paper's words for it.
        as_written: Option<String>,
    },
    /// A number of a line begins to grow: the only one that can, or the one that is said then. The rest of it is asked.
    AddGrowth {
        /// The line.
        line: LineId,
    },
    /// What a line whose steps have begun asks for is to be changed from now on. Only `schedule::from_now_on` can tell what
    /// that is.
    FromNowOn {
        /// The line.
        line: LineId,
    },
    /// Says what follows from a rule about pain.
    SetThen {
        /// The rule.
        place: DraftPlace,
        /// What follows.
        then: PainThen,
    },
    /// Says with which part of the dose one begins again after a pause; rounded how and for how long is asked then.
    SetPart {
        /// Percent; `None` where the sheet gives no amount.
        percent: Option<u8>,
    },
    /// The exercise of a line, from the catalogue.
    SetExercise {
        /// The line.
        line: LineId,
        /// The exercise.
        exercise: ExerciseId,
    },
    /// An exercise that the catalogue does not have.
    OwnExercise {
        /// The line.
        line: LineId,
        /// What it is called.
        title: String,
        /// How to do it, step by step; up to 20 steps.
        instructions: Vec<String>,
    },
    /// Takes suggestions, or a reading of ambiguous words, into a line or a stage.
    Take {
        /// The line or stage.
        place: DraftPlace,
        /// What is taken.
        parts: Vec<LinePart>,
    },
    /// Says when and how often a line or stage is done, or on which days a programme is. What the answer leaves
    /// open is asked, and what it makes superfluous is asked no more.
    SetOften {
        /// The line, stage or programme.
        place: DraftPlace,
        /// What is said.
        said: Often,
    },
    /// Says how the sheet counts weeks. What ends with a week ends with it still, on another day.
    CountWeeks {
        /// How.
        counted: WeeksCounted,
    },
    /// Says in which weeks a stage holds.
    StageWeeks {
        /// The stage.
        place: DraftPlace,
        /// The first week, as the sheet counts.
        first: u16,
        /// The last one; `None` where the sheet gives no end.
        last: Option<u16>,
    },
    /// A new rule with the paper's words; what else it needs is open. A plan has some rules once: then the
    /// words replace those that are there.
    AddRule {
        /// What it is.
        rule: RuleKind,
        /// The paper's words, or the title of what has one.
        as_written: String,
    },
    /// Removes a line, a stage, a growth or a rule, and what named it. Undone by saving the draft as it was.
    Remove {
        /// What.
        place: DraftPlace,
    },
    /// Puts a line back that was taken out, as the present plan has it. That knows [`put_back`].
    PutBack {
        /// The line.
        line: LineId,
    },
    /// Moves a line, a stage or a rule among its like.
    Move {
        /// What.
        place: DraftPlace,
        /// Its new place, counted from 1.
        to: u16,
    },
    /// The person says that what stands in the draft is the answer.
    Answered {
        /// Where.
        place: DraftPlace,
        /// To what.
        asked: Asked,
    },
    /// A line was compared with the paper, or is to be compared again.
    ReadBack {
        /// The line.
        line: LineId,
        /// Whether it is as on the paper.
        is_right: bool,
    },
    /// A rule was compared with the paper, or is to be compared again.
    RuleReadBack {
        /// The rule, as it was told.
        rule: RuleTold,
        /// Whether it is as on the paper.
        is_right: bool,
    },
}
