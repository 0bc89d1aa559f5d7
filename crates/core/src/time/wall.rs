//! What the clock on the wall shows.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time of day to the minute, `00:00` to `23:59`. Written `08:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct WallTime {
    minutes: u16,
}

/// A text that is not a time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a time of day from 00:00 to 23:59")]
pub struct NotATime(pub String);

impl WallTime {
    /// The time `hour:minute`, if the clock has it.
    #[must_use]
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self { minutes: hour * 60 + minute })
    }

    /// The time so many minutes after midnight, wrapping after a day.
    #[must_use]
    pub const fn from_minutes_const(minutes: u16) -> Self {
        Self { minutes: minutes % (24 * 60) }
    }

    /// Minutes after midnight, 0 to 1439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// Minutes after `day_start`, 0 to 1439: the order of times within a day of the plan.
    #[must_use]
    pub fn minutes_into_day(self, day_start: Self) -> u16 {
        (self.minutes + 24 * 60 - day_start.minutes) % (24 * 60)
    }

    /// As chrono's type, with no seconds.
    #[must_use]
    pub fn to_naive(self) -> NaiveTime {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.minutes) * 60, 0)
            .unwrap_or(NaiveTime::MIN)
    }

    /// The minute that `time` lies in.
    #[must_use]
    pub fn of(time: NaiveTime) -> Self {
        Self { minutes: u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(0) }
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl FromStr for WallTime {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let parse = || {
            let (hour, minute) = text.split_once(':')?;
            let digits = |part: &str| {
                (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            };
            if !digits(hour) || minute.len() != 2 || !digits(minute) {
                return None;
            }
            Self::new(hour.parse().ok()?, minute.parse().ok()?)
        };
        parse().ok_or_else(|| NotATime(text.to_owned()))
    }
}

impl TryFrom<String> for WallTime {
    type Error = NotATime;
    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> String {
        time.to_string()
    }
}

/// The hours in which nothing rings: from `from` up to, not including, `until`. They may span midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: WallTime,
    /// The first minute that is no longer quiet.
    pub until: WallTime,
}

impl QuietHours {
    /// Whether nothing rings at `time`. Equal ends mean no quiet hours.
    #[must_use]
    pub fn hold(self, time: WallTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&time)
        } else {
            time >= self.from || time < self.until
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> WallTime {
        text.parse().unwrap()
    }

    #[test]
    fn times_read_and_write() {
        assert_eq!(at("08:30").to_string(), "08:30");
        assert_eq!(at("8:30").to_string(), "08:30");
        for bad in ["25:00", "24:00", "8:5", "08:60", "0830", "+8:30", "08:30:00", "", "08:-1"] {
            assert!(bad.parse::<WallTime>().is_err(), "{bad}");
        }
    }

    #[test]
    fn after_midnight_is_late_in_the_plans_day() {
        let start = at("03:00");
        assert!(at("01:00").minutes_into_day(start) > at("23:00").minutes_into_day(start));
        assert_eq!(at("03:00").minutes_into_day(start), 0);
    }

    #[test]
    fn quiet_hours_span_midnight() {
        let night = QuietHours { from: at("21:30"), until: at("07:00") };
        for (time, quiet) in
            [("21:29", false), ("21:30", true), ("00:00", true), ("06:59", true), ("07:00", false)]
        {
            assert_eq!(night.hold(at(time)), quiet, "{time}");
        }
        let none = QuietHours { from: at("07:00"), until: at("07:00") };
        assert!(!none.hold(at("07:00")));
    }
}
