//! Doing a round: which step comes now, and what was seen done.
//!
//! A session is a state machine without a clock: whoever drives it says how much monotonic time has
//! passed. Only work whose end was seen is handed out to be recorded.

mod elsewhere;
mod found;
mod handing_out;
mod order;
mod runner;
mod script;
mod taking_back;
mod tally;
mod view;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use found::Found;
pub use order::may_lie_after;
pub use runner::Runner;
pub use script::{Script, Step, script};

use crate::catalogue::Position;
use crate::ids::ExerciseId;
use crate::plan::{Dose, Side};
use crate::record::{BodySide, BoutKey, Outcome, SkipReason};

/// How many seconds each movement may take more than its own pace. A movement takes at least one.
pub const PACES: RangeInclusive<i8> = -1..=3;

/// After how many seconds a change of position or side may go on by itself.
pub const LEADS: [u16; 3] = [30, 60, 90];

/// How a person wants their sessions to go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionChoices {
    /// In which order the exercises come.
    pub order: SessionOrder,
    /// After how many seconds a change of position or side goes on by itself, one of [`LEADS`]; `None` for never.
    pub lead_seconds: Option<u16>,
    /// How repetitions are counted.
    pub counting: Counting,
}

/// In which order the exercises of a round come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SessionOrder {
    /// Those in one position together, so that nobody gets down and up more than they must.
    #[default]
    ByPosition,
    /// As the sheet has them.
    AsWritten,
}

/// How repetitions are counted that are not held for so many seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// At the pace of the movement, where it has one.
    #[default]
    ByPace,
    /// One tap, one repetition.
    ByTap,
}

/// How a session goes, as the person has it in the middle of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HowItGoes {
    /// The seconds that each movement takes more than its own pace, or less: one of [`PACES`].
    pub pace: i8,
    /// How repetitions are counted.
    pub counting: Counting,
}

/// What the body is on. Between two of them somebody gets up, or down, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The feet, or a chair.
    Up,
    /// The bed.
    Bed,
    /// The floor.
    Floor,
    /// The bed or the floor, and nobody knows which.
    Down,
}

/// Where somebody is, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spot {
    /// What they are on.
    pub ground: Ground,
    /// Their position.
    pub position: Position,
}

impl Spot {
    /// Whether it is on the bed or on the floor, from where getting up needs care.
    pub(super) fn is_down(self) -> bool {
        self.ground != Ground::Up
    }
}

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
    /// Another position on the same ground: turn over, come onto hands and knees, sit down.
    ChangePosition,
    /// Up from the bed or the floor, by way of sitting. It takes as long as it takes: it never goes on by itself.
    GetUp,
    /// Down to the bed or the floor. It takes as long as it takes, too.
    GetDown,
}

impl StepKind {
    /// Whether it stands before the first set of an exercise.
    fn is_before_exercise(self) -> bool {
        use StepKind::{ChangePosition, GetDown, GetUp, NextExercise};
        matches!(self, NextExercise | ChangePosition | GetUp | GetDown)
    }
}

/// What the person does to a running session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "event")]
pub enum SessionEvent {
    /// Stop the clock.
    Pause,
    /// The round can be neither seen nor heard from now on: what runs stops by itself, for nobody would witness it.
    OutOfSight,
    /// Let it run again. What was broken off begins again, after the time to get ready for it.
    Resume,
    /// On with it: a waiting step is over, a repetition under way counts as done.
    Next,
    /// Do the present set again from its beginning.
    Repeat,
    /// Go to the set before, or to the exercise before.
    Back,
    /// One repetition is done, where they are counted by taps.
    Tap,
    /// The last tap was a mistake.
    TakeTapBack,
    /// That an exercise was done was pressed by mistake, and nothing was done since: it is open again where it was, and
    /// what was counted on that word alone is taken back. Later than that, or where it is left out by now, it changes
    /// nothing.
    TakeDoneBack {
        /// Its index.
        item: u32,
    },
    /// Each movement takes a second longer from now on. Holds and rests stay as they are.
    Slower,
    /// Each movement takes a second less from now on.
    Faster,
    /// Count repetitions in another way from now on.
    CountBy {
        /// How.
        counting: Counting,
    },
    /// Leave the rest of this exercise.
    LeaveExercise {
        /// Why.
        reason: SkipReason,
        /// How much of it the person says was done; `None` for what was seen: partly done if anything was, skipped
        /// otherwise.
        #[serde(default)]
        #[ts(optional)]
        done: Option<PartSaid>,
    },
    /// The exercise in hand was stopped because it hurt, also where it was done or left before. The session goes on where it is.
    StopEarlier,
    /// End the session. What was not begun stays open.
    End,
}

/// How much of an exercise a person says was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartSaid {
    /// Whole sets.
    pub sets: u16,
    /// So much of the next one: repetitions, or what else the dose counts.
    pub repetitions: u16,
}

/// Something whose end was seen and that must be recorded now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Witnessed {
    /// A hold, a set without holds, a tap, or a piece of a walk.
    Work {
        /// The bout.
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
    /// The last work was a tap by mistake, or was counted on a word that is taken back.
    TakenBack,
    /// A bout came to its end.
    Closed {
        /// The bout.
        bout: BoutKey,
        /// What became of it.
        outcome: Outcome,
    },
}

/// What the screen shows of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// The exercises of the session, in order.
    pub items: Vec<SessionItem>,
    /// Which one is on, or comes after the change of position.
    pub item: u32,
    /// The exercise that what hurts now belongs to: the one that is on or, until that is begun, the one that was on
    /// before.
    pub in_hand: u32,
    /// What is asked for now.
    pub step: StepKind,
    /// The set, from 1.
    pub set: u16,
    /// The sets of this exercise.
    pub sets: u16,
    /// The side that works.
    pub side: BodySide,
    /// The repetition, from 1, or how many were tapped; 0 where none is counted.
    pub repetition: u16,
    /// The repetitions of a set; `None` where the sheet does not say.
    pub repetitions: Option<u16>,
    /// How long the step lasts, in seconds; `None` where it waits for the person.
    pub seconds: Option<u16>,
    /// Seconds of the step that have passed.
    pub seconds_passed: u16,
    /// Seconds until a step that waits goes on by itself; `None` where it waits for the person alone.
    pub goes_on_in: Option<u16>,
    /// Where the person was last; `None` where nobody knows.
    pub from: Option<Spot>,
    /// Whether each tap is a repetition now.
    pub by_taps: bool,
    /// Whether the repetitions of this exercise can be counted by taps.
    pub can_be_tapped: bool,
    /// The taps that can be taken back.
    pub tapped: u16,
    /// How repetitions are counted.
    pub counting: Counting,
    /// The seconds that each movement takes more than its own pace, or less.
    pub slower: i8,
    /// Whether the movement of this exercise has a pace, that of the sheet or the usual one.
    pub has_pace: bool,
    /// Whether it cannot go slower.
    pub slowest: bool,
    /// Whether it cannot go faster.
    pub fastest: bool,
    /// Whole sets of this exercise that were seen, on every side.
    pub sets_seen: u16,
    /// Repetitions that were seen of the sets that are not whole, as the dose counts them: of each side.
    pub repetitions_seen: u16,
    /// About how many seconds the rest of the session takes, as far as anybody knows; 0 where nobody does.
    pub seconds_ahead: u32,
    /// Whether something of it has no time, so that it takes longer than that.
    pub is_at_least: bool,
    /// Which step is on: another number with each one, so that what is asked for it can never fall to the next.
    pub turn: u32,
    /// Steps that are over, of all.
    pub steps_over: u32,
    /// All steps.
    pub steps: u32,
    /// Whether the clock stands still.
    pub paused: bool,
    /// Whether it stands still because nobody could see or hear it, and the person has done nothing in it since.
    pub was_out_of_sight: bool,
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
    /// Where it is done; `None` where nobody knows.
    pub spot: Option<Spot>,
    /// Whether somebody might lose their balance in it: a hand stays near the worktop, and nothing is tapped.
    pub is_balance: bool,
    /// Whether what is counted are breaths: in on the way out, out on the way back.
    pub is_breathing: bool,
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
