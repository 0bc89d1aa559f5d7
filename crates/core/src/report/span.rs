//! Which days people look back on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{Day, Weekday};

/// A stretch of days that somebody looks back on. It holds whole weeks of the plan, the present one as far as it has
/// come, so that a line that is done so many days a week is not cut in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportDays {
    /// From the first day of the week through today.
    ThisWeek,
    /// The seven days before it.
    LastWeek,
    /// This week and the three before it.
    FourWeeks,
    /// From the first day that is known through today.
    SinceStart,
}

impl ReportDays {
    /// Its first and its last day. `start` is the first day that is known, of a plan or of an entry; one that is
    /// still to come leaves today alone.
    #[must_use]
    pub fn span(self, today: Day, week_starts: Weekday, start: Day) -> (Day, Day) {
        let week = today.week_from(week_starts);
        match self {
            Self::ThisWeek => (week, today),
            Self::LastWeek => (week.plus(-7), week.plus(-1)),
            Self::FourWeeks => (week.plus(-21), today),
            Self::SinceStart => (start.min(today), today),
        }
    }
}
