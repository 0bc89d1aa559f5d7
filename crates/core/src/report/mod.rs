//! The numbers of a stretch of days, with nothing subtracted silently.

mod days;
mod figures;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use days::{DayFigures, days};
pub use figures::figures;

use crate::ids::LineId;
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
}

/// The numbers of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineFigures {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The numbers.
    pub figures: Figures,
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
