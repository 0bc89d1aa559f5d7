//! Days of a plan.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use chrono::Weekday;

/// A day of the plan: the civil date on which it begins.
///
/// It runs from the plan's day start to the next day's, so one in the morning still belongs to the
/// day before. Written `2026-11-16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Day(pub NaiveDate);

impl Day {
    /// The day `year-month-day`, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day `days` later (earlier if negative); the end of the calendar at its ends.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let fallback = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        Self(self.0.checked_add_signed(TimeDelta::days(i64::from(days))).unwrap_or(fallback))
    }

    /// How many days this is after `other`; negative when it is before.
    #[must_use]
    pub fn days_after(self, other: Self) -> i32 {
        i32::try_from(self.0.signed_duration_since(other.0).num_days()).unwrap_or(i32::MAX)
    }

    /// Its weekday.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The days from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (0..=last.days_after(self)).map(move |n| self.plus(n))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = chrono::ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// A day as a plan writes it: a date, or so many days after the operation.
///
/// It stays as written, so that a corrected date of surgery moves what hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DayRef {
    /// So many days after surgery; day 0 is the day of surgery.
    AfterSurgery(i32),
    /// A date.
    On(Day),
}

impl DayRef {
    /// The day it means, given the day of surgery.
    #[must_use]
    pub fn resolve(self, surgery: Day) -> Day {
        match self {
            Self::AfterSurgery(days) => surgery.plus(days),
            Self::On(day) => day,
        }
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// The weekday that a plan file calls `mon`, `tue` ... `sun`.
#[must_use]
pub fn weekday_from_name(name: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(word, _)| *word == name).map(|(_, weekday)| *weekday)
}

/// What a plan file calls `weekday`.
#[must_use]
pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.num_days_from_monday() as usize].0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_and_step() {
        let surgery = Day::new(2026, 11, 2).unwrap();
        assert_eq!(surgery.plus(42).to_string(), "2026-12-14");
        assert_eq!(surgery.plus(-1).days_after(surgery), -1);
        assert_eq!(DayRef::AfterSurgery(14).resolve(surgery).to_string(), "2026-11-16");
        assert_eq!(surgery.through(surgery.plus(2)).count(), 3);
        assert_eq!(surgery.through(surgery.plus(-1)).count(), 0);
    }

    #[test]
    fn weekday_names_go_both_ways() {
        for (name, weekday) in WEEKDAYS {
            assert_eq!(weekday_from_name(name), Some(weekday));
            assert_eq!(weekday_name(weekday), name);
        }
    }
}
