//! The numbers of a stretch of days, with nothing subtracted silently.

mod amounts;
mod days;
mod figures;
mod pain;
mod span;
mod weeks;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use days::{DayFigures, days};
pub use figures::figures;
pub use pain::{PainOfDay, PainScore, PainSeries, pain_by_day, pain_scores};
pub use span::ReportDays;

use crate::ids::{LineId, ProgrammeId};
use crate::time::Day;

/// The numbers of a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Report {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub through: Day,
    /// All lines together.
    pub total: Figures,
    /// Each line that was asked for, in the order of the sheet.
    pub lines: Vec<LineFigures>,
    /// Lines that nobody was asked for on any of the days, because they waited for an OK of the team or for the end of a
    /// limit, in the order of the sheet. They stand in no number.
    pub waiting: Vec<WaitingLine>,
    /// The weeks of lines and programmes that are done so many days a week, in their order. What is short belongs to the week and
    /// to no day, so that it stands in no other number.
    pub weeks: Vec<WeekFigures>,
}

/// A line that waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingLine {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
}

/// The numbers of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineFigures {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The numbers of its bouts.
    pub figures: Figures,
    /// On how many of the days on which it was asked for something of it was done.
    pub days: OutOf,
    /// Sets, where the sheet gives them.
    pub sets: OutOf,
    /// Repetitions, those of each side of the body once, where the sheet gives them.
    pub repetitions: OutOf,
    /// Whole minutes of each bout, of walks above all, where the sheet gives them.
    pub minutes: OutOf,
    /// Slow breaths over all sets, where the sheet gives them.
    pub breaths: OutOf,
    /// Steps, where the sheet gives them.
    pub steps: OutOf,
    /// Metres, where the sheet gives them.
    pub metres: OutOf,
    /// Bouts that were partly done, and of which nobody said how much: nothing above counts them as done but the days.
    pub partly_unsaid: u32,
}

/// So much was done of what was asked for. What was not required, paused, stopped, withheld or is still open was
/// not asked for, and what was done beyond it does not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[expect(missing_docs, reason = "the words say it")]
pub struct OutOf {
    pub done: u32,
    pub asked: u32,
}

/// A week of a line that is done so many days a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekFigures {
    /// The line; of a programme the first that the sheet has on the last day.
    pub line: LineId,
    /// The programme, where it is the week of one.
    pub programme: Option<ProgrammeId>,
    /// The title of the line or the programme.
    pub title: String,
    /// The first day of the week.
    pub from: Day,
    /// The last day of the week.
    pub through: Day,
    /// The days on which something was done, of those that the week asked for.
    pub days: OutOf,
    /// On how many of its days a limit or a stop kept the line back. Such a week is short of nothing.
    pub kept_back: u32,
    /// Whether the week is over: until then nothing is short.
    pub is_over: bool,
    /// Whether all of its days lay in a pause.
    pub is_paused: bool,
}

/// Bouts by what became of them. `prescribed` is the sum of all the others but `entered_later`
/// and `corrected`, which say how many of the answered ones were entered late or changed, and `extra`: what was
/// done and nothing asked for counts toward nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[expect(missing_docs, reason = "each word is a state, explained in GLOSSARY.md")]
pub struct Figures {
    pub prescribed: u32,
    pub done: u32,
    pub partly: u32,
    pub skipped: u32,
    pub said_not_done: u32,
    pub stopped: u32,
    pub withheld: u32,
    pub paused: u32,
    pub not_required: u32,
    pub no_entry: u32,
    pub not_reminded: u32,
    pub unknown: u32,
    pub open: u32,
    pub entered_later: u32,
    pub corrected: u32,
    pub extra: u32,
}
