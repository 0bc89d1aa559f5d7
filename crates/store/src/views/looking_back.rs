//! Days that are over: one by one, and in numbers.

use backwise_core::report::{DayFigures, PainSeries, Report, ReportDays};
use backwise_core::time::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days that are over, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastDays {
    /// The days.
    pub days: Vec<DayFigures>,
    /// The last day before them, when there may be more.
    pub earlier: Option<Day>,
}

/// A stretch of days in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Which days.
    pub days: ReportDays,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub through: Day,
    /// What was asked for and what became of it; `None` without a plan.
    pub report: Option<Report>,
    /// The highest pain of each day of which there is a number, place by place.
    pub pain: Vec<PainSeries>,
}
