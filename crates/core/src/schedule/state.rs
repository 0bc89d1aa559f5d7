//! What became of a bout.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{Outcome, SkipReason, StandingBout};

/// What became of a bout. The first that fits holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum State {
    /// Begun in a session and its window is still open.
    InProgress,
    /// Done.
    Done,
    /// Partly done.
    Partly {
        /// Why it was no more, where the person said so.
        reason: Option<SkipReason>,
    },
    /// Skipped.
    Skipped {
        /// Why.
        reason: SkipReason,
    },
    /// The person said that it was not done.
    SaidNotDone,
    /// A warning sign stops everything until somebody said that the person may go on.
    StoppedByRedFlag,
    /// The line is stopped for now: by a rule of the plan about pain, or until the team was spoken to.
    Withheld,
    /// It lies in a pause.
    Paused,
    /// The plan's own rules no longer ask for it.
    NotRequired,
    /// The week leaves the choice: it may be done today, and need not.
    Available,
    /// Its window has not begun, or the gap after the last bout is not over.
    Upcoming,
    /// Its window is open.
    Due,
    /// Its window ended and nothing of ours ran in it: we cannot say that the person was told.
    NotReminded,
    /// Its window ended and nothing was entered.
    NoEntry,
    /// It lies before the app was first opened.
    Unknown,
}

impl State {
    /// Whether the person has answered for it.
    #[must_use]
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Done | Self::Partly { .. } | Self::Skipped { .. } | Self::SaidNotDone)
    }

    /// Whether nothing of it is asked any more: it was answered, or nothing asks for it.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.is_answered()
            || matches!(
                self,
                Self::StoppedByRedFlag
                    | Self::Withheld
                    | Self::Paused
                    | Self::NotRequired
                    | Self::Available
            )
    }
}

/// Why the plan no longer asks for a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NotRequired {
    /// The day has had as many as the sheet allows.
    MostADay,
    /// After the gap that the sheet asks for, its time was over.
    Gap,
    /// It was not a good day, and the sheet's minimum leaves it out.
    BadDay,
    /// The clocks were put forward over its time, and where they went on it was too late to begin.
    ClocksChanged,
    /// A journey, or a calendar that left the date out, passed over all of its time.
    Travel,
    /// A newer sheet was taken in on this day, and leaves it out.
    SheetChanged,
    /// A journey brought its day a second time, and its time of the first was over by then.
    DayAgain,
    /// The next day begins at an earlier hour than its own did, and had begun before its time.
    NextDayBegan,
}

/// Where `now` lies beside a bout's window, and what is known of that window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    /// It has not begun.
    Ahead,
    /// It is open.
    Open,
    /// It ended, and the person was told of it.
    Told,
    /// It ended, and nothing of ours ran in it.
    Untold,
    /// It ended before the app was first opened.
    BeforeUs,
}

/// How strongly the plan asks for a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// It asks for it.
    Yes,
    /// It asks for it once the gap after the last bout is over.
    NotYet,
    /// It leaves the choice.
    IfWanted,
    /// It asks for none and leaves none to choose: what was recorded of it stays to be seen.
    OnlyRecorded,
    /// Its own rules no longer ask for it.
    NoLonger(NotRequired),
}

/// The state of a bout.
pub(super) fn state(known: Option<&StandingBout>, window: Window, asks: Asks) -> State {
    match known {
        Some(StandingBout { closed: Some((_, outcome)), .. }) => match outcome {
            Outcome::Done => State::Done,
            Outcome::Partly { reason, .. } => State::Partly { reason: *reason },
            Outcome::Skipped { reason } => State::Skipped { reason: *reason },
            Outcome::SaidNotDone => State::SaidNotDone,
        },
        Some(StandingBout { closed: None, work, .. }) if !work.is_empty() => match window {
            Window::Ahead | Window::Open => State::InProgress,
            Window::Told | Window::Untold | Window::BeforeUs => State::Partly { reason: None },
        },
        _ => match (asks, window) {
            (Asks::NoLonger(_), _) => State::NotRequired,
            (Asks::IfWanted | Asks::OnlyRecorded, _) => State::Available,
            (_, Window::Ahead) | (Asks::NotYet, Window::Open) => State::Upcoming,
            (Asks::Yes, Window::Open) => State::Due,
            (_, Window::Told) => State::NoEntry,
            (_, Window::Untold) => State::NotReminded,
            (_, Window::BeforeUs) => State::Unknown,
        },
    }
}
