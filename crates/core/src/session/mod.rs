//! Doing a round: which step comes now, and what was seen done.
//!
//! A session is a state machine without a clock: whoever drives it says how much monotonic time has
//! passed. Only work whose end was seen is handed out to be recorded.

mod runner;
mod script;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use runner::{Runner, Witnessed};
pub use script::{Script, Step, script};

use crate::ids::ExerciseId;
use crate::plan::{Dose, Side};
use crate::record::{BodySide, BoutKey, SkipReason};

/// What a step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Take the position; seconds are counted down.
    GetReady,
    /// Move out.
    MoveOut,
    /// Hold.
    Hold,
    /// Move back.
    MoveBack,
    /// Rest before the next set.
    Rest,
    /// The sheet does not say how long or how many: done at the person's own pace until they say so.
    OwnPace,
    /// The exercise waits for a tap to begin, so that nobody is hurried into a position.
    NextExercise,
    /// The other side waits for a tap to begin.
    ChangeSide,
}

/// What the person does to a running session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "event")]
pub enum SessionEvent {
    /// Stop the clock.
    Pause,
    /// Let it run again, from the beginning of the step that was interrupted.
    Resume,
    /// On with it: a waiting step is over, a repetition under way counts as done.
    Next,
    /// Do the present set again from its beginning.
    Back,
    /// Leave the rest of this exercise: partly done if anything was seen, skipped otherwise.
    LeaveExercise {
        /// Why.
        reason: SkipReason,
    },
    /// End the session. What was not begun stays open.
    End,
}

/// What the screen shows of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// The exercises of the session, in order.
    pub items: Vec<SessionItem>,
    /// Which one is on.
    pub item: u32,
    /// What is asked for now.
    pub step: StepKind,
    /// The set, from 1.
    pub set: u16,
    /// The sets of this exercise.
    pub sets: u16,
    /// The side that works.
    pub side: BodySide,
    /// The repetition, from 1; 0 where none is counted.
    pub repetition: u16,
    /// The repetitions of a set; `None` where the sheet does not say.
    pub repetitions: Option<u16>,
    /// How long the step lasts, in seconds; `None` where it waits for the person.
    pub seconds: Option<u16>,
    /// Seconds of the step that have passed.
    pub seconds_passed: u16,
    /// Whether the person has to stand up for this exercise: slowly, and by way of the edge of the bed.
    pub stands_up: bool,
    /// Steps that are over, of all.
    pub steps_over: u32,
    /// All steps.
    pub steps: u32,
    /// Whether the clock stands still.
    pub paused: bool,
    /// Whether it is the rest of a session that was under way when the program ended, and the person has done nothing
    /// in it since.
    pub was_cut_off: bool,
    /// Whether all is over.
    pub finished: bool,
}

/// An exercise of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SessionItem {
    /// The bout.
    pub bout: BoutKey,
    /// The exercise.
    pub exercise: ExerciseId,
    /// Its title.
    pub title: String,
    /// The sheet's own words.
    pub as_written: String,
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
    /// Whether it is done lying or on all fours.
    pub lying: bool,
    /// What became of it in this session.
    pub result: ItemResult,
}

/// What became of an exercise in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ItemResult {
    /// Not finished yet.
    Open,
    /// Done.
    Done,
    /// Partly done.
    Partly,
    /// Skipped.
    Skipped,
}

#[cfg(test)]
mod tests;
