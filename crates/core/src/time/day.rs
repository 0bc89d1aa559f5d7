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

    /// The first day of the week that it lies in, where weeks begin on `week_starts`.
    #[must_use]
    pub fn week_from(self, week_starts: Weekday) -> Self {
        self.plus(-i32::try_from(self.weekday().days_since(week_starts)).unwrap_or(0))
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

/// The days that a plan counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchors {
    /// The day of surgery: day 0.
    pub surgery: Day,
    /// The day on which the person came home, where the plan says it.
    pub discharge: Option<Day>,
    /// The first day of the plan.
    pub starts: Day,
    /// How the plan counts weeks, where it speaks of weeks.
    pub weeks_counted: Option<WeeksCounted>,
}

/// How a sheet counts weeks after surgery. Sheets differ, so a plan that speaks of weeks says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WeeksCounted {
    /// The first seven days are week 1: week `n` is days `7(n-1)` to `7n-1`.
    #[serde(rename = "from-1")]
    FromOne,
    /// Completed weeks: week `n` begins when `n` whole weeks have passed, on day `7n`.
    Completed,
}

/// A day as a plan writes it: a date, or so many days after something.
///
/// It stays as written, so that a corrected date of surgery moves what hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DayRef {
    /// So many days after surgery; day 0 is the day of surgery.
    AfterSurgery(i32),
    /// So many days after the person came home.
    AfterDischarge(i32),
    /// So many days after the first day of the plan.
    AfterStart(i32),
    /// A date.
    On(Day),
}

impl DayRef {
    /// The day it means. A plan that counts from the discharge states it, else it is not read; without it the
    /// day of surgery stands in.
    #[must_use]
    pub fn resolve(self, anchors: &Anchors) -> Day {
        match self {
            Self::AfterSurgery(days) => anchors.surgery.plus(days),
            Self::AfterDischarge(days) => anchors.discharge.unwrap_or(anchors.surgery).plus(days),
            Self::AfterStart(days) => anchors.starts.plus(days),
            Self::On(day) => day,
        }
    }

    /// So many days later, unless it is a date.
    fn later(self, days: i32) -> Self {
        match self {
            Self::AfterSurgery(after) => Self::AfterSurgery(after.saturating_add(days)),
            Self::AfterDischarge(after) => Self::AfterDischarge(after.saturating_add(days)),
            Self::AfterStart(after) => Self::AfterStart(after.saturating_add(days)),
            Self::On(day) => Self::On(day),
        }
    }

    /// The day it means, as a person reads it back on the day `today`.
    #[must_use]
    pub fn counted(self, anchors: &Anchors, today: Day) -> CountedDay {
        let day = self.resolve(anchors);
        let after_surgery = day.days_after(anchors.surgery);
        CountedDay {
            day,
            before: day.plus(-1),
            after_surgery,
            week: week_after_surgery(after_surgery),
            from_today: day.days_after(today),
        }
    }
}

/// The week after surgery that lies so many days after it: the first seven days are week 1; 0 before it.
#[must_use]
pub fn week_after_surgery(days: i32) -> u32 {
    u32::try_from(days).map_or(0, |days| days / 7 + 1)
}

/// A day as a person reads it back: its date, and how it lies beside the operation and today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedDay {
    /// The day.
    pub day: Day,
    /// The day before it: the last one that counts, where it is the first that does not.
    pub before: Day,
    /// How many days after surgery; negative before it.
    pub after_surgery: i32,
    /// The week after surgery, the first seven days being week 1; 0 before surgery.
    pub week: u32,
    /// How many days after today; negative when it has passed.
    pub from_today: i32,
}

/// A stretch of days as a plan writes it; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Stretch {
    /// From one day up to another that no longer counts.
    Days {
        /// Its first day.
        from: Option<DayRef>,
        /// The first day after it.
        until: Option<DayRef>,
    },
    /// Weeks after surgery.
    Weeks {
        /// The first week.
        first: u16,
        /// The last week, which counts too; `None` when it goes on.
        last: Option<u16>,
    },
}

impl Default for Stretch {
    fn default() -> Self {
        Self::Days { from: None, until: None }
    }
}

impl Stretch {
    /// Its first day; `None` when its beginning is open.
    #[must_use]
    pub fn first_day(self, anchors: &Anchors) -> Option<Day> {
        match self {
            Self::Days { from, .. } => from.map(|from| from.resolve(anchors)),
            Self::Weeks { first, .. } => Some(week_begins(first, anchors)),
        }
    }

    /// The first day after it; `None` when its end is open.
    #[must_use]
    pub fn day_after(self, anchors: &Anchors) -> Option<Day> {
        match self {
            Self::Days { until, .. } => until.map(|until| until.resolve(anchors)),
            Self::Weeks { first, last } => {
                let last = last?;
                // "Weeks 2 to 6" in completed weeks ends when six have passed; "week 2" lasts for seven days.
                let ends_with = match anchors.weeks_counted {
                    Some(WeeksCounted::Completed) if last > first => last,
                    _ => last.saturating_add(1),
                };
                Some(week_begins(ends_with, anchors))
            }
        }
    }

    /// The same stretch so many days later. What a date says stays on its date.
    #[must_use]
    pub fn later(self, days: i32, anchors: &Anchors) -> Self {
        let since_surgery =
            |day: Day| DayRef::AfterSurgery(day.plus(days).days_after(anchors.surgery));
        match self {
            Self::Days { from, until } => Self::Days {
                from: from.map(|from| from.later(days)),
                until: until.map(|until| until.later(days)),
            },
            Self::Weeks { .. } => Self::Days {
                from: self.first_day(anchors).map(since_surgery),
                until: self.day_after(anchors).map(since_surgery),
            },
        }
    }

    /// Whether neither end is given.
    #[must_use]
    pub fn is_open(self) -> bool {
        self == Self::default()
    }
}

fn week_begins(week: u16, anchors: &Anchors) -> Day {
    let passed = match anchors.weeks_counted {
        Some(WeeksCounted::Completed) => i32::from(week),
        Some(WeeksCounted::FromOne) | None => i32::from(week) - 1,
    };
    anchors.surgery.plus(7 * passed)
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
        assert_eq!(surgery.through(surgery.plus(2)).count(), 3);
        assert_eq!(surgery.through(surgery.plus(-1)).count(), 0);
    }

    #[test]
    fn days_of_a_plan_hang_on_surgery_discharge_start_or_the_calendar() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut anchors = Anchors {
            surgery: day("2026-11-02"),
            discharge: Some(day("2026-11-04")),
            starts: day("2026-11-16"),
            weeks_counted: Some(WeeksCounted::FromOne),
        };
        let says = |day: DayRef, anchors: &Anchors| day.resolve(anchors).to_string();
        assert_eq!(says(DayRef::AfterSurgery(14), &anchors), "2026-11-16");
        assert_eq!(says(DayRef::AfterSurgery(-1), &anchors), "2026-11-01");
        assert_eq!(says(DayRef::AfterDischarge(2), &anchors), "2026-11-06");
        assert_eq!(says(DayRef::AfterStart(7), &anchors), "2026-11-23");
        assert_eq!(says(DayRef::On(day("2026-12-14")), &anchors), "2026-12-14");
        let ends = |stretch: Stretch, anchors: &Anchors| {
            let text = |day: Option<Day>| day.map_or("-".to_owned(), |day| day.to_string());
            format!("{} {}", text(stretch.first_day(anchors)), text(stretch.day_after(anchors)))
        };
        let weeks = |first, last| Stretch::Weeks { first, last };
        assert_eq!(ends(weeks(3, Some(4)), &anchors), "2026-11-16 2026-11-30");
        assert_eq!(ends(weeks(3, Some(3)), &anchors), "2026-11-16 2026-11-23");
        assert_eq!(ends(weeks(5, None), &anchors), "2026-11-30 -");
        anchors.weeks_counted = Some(WeeksCounted::Completed);
        assert_eq!(ends(weeks(2, Some(6)), &anchors), "2026-11-16 2026-12-14");
        assert_eq!(ends(weeks(2, Some(2)), &anchors), "2026-11-16 2026-11-23");
        assert_eq!(ends(Stretch::default(), &anchors), "- -");
    }

    #[test]
    fn a_day_is_read_back_beside_the_operation_and_today() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let anchors = Anchors {
            surgery: day("2026-11-02"),
            discharge: None,
            starts: day("2026-11-16"),
            weeks_counted: None,
        };
        let today = day("2026-11-18");
        let operation = DayRef::AfterSurgery(0).counted(&anchors, today);
        assert_eq!((operation.after_surgery, operation.week, operation.from_today), (0, 1, -16));
        let week = DayRef::AfterStart(7).counted(&anchors, today);
        assert_eq!((week.day, week.before), (day("2026-11-23"), day("2026-11-22")));
        assert_eq!((week.after_surgery, week.week, week.from_today), (21, 4, 5));
        let before = DayRef::On(day("2026-11-01")).counted(&anchors, today);
        assert_eq!((before.after_surgery, before.week), (-1, 0));
    }

    #[test]
    fn weekday_names_go_both_ways() {
        for (name, weekday) in WEEKDAYS {
            assert_eq!(weekday_from_name(name), Some(weekday));
            assert_eq!(weekday_name(weekday), name);
        }
    }
}
