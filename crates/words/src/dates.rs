//! Days and times in words.

use backwise_core::time::{Day, WallTime, weekday_name};
use chrono::Datelike as _;

use crate::{Value, Words};

impl Words {
    /// A day near now: "Monday 16 November".
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let (weekday, month) = self.names(day);
        self.text(
            "day-near",
            &[("weekday", weekday.into()), ("day", day.0.day().into()), ("month", month.into())],
        )
    }

    /// A day of any year: "Monday 16 November 2026".
    #[must_use]
    pub fn day_and_year(&self, day: Day) -> String {
        let (weekday, month) = self.names(day);
        // The year is handed over as text: no language groups its digits.
        let year = Value::from(day.0.year().to_string());
        self.text(
            "day-and-year",
            &[
                ("weekday", weekday.into()),
                ("day", day.0.day().into()),
                ("month", month.into()),
                ("year", year),
            ],
        )
    }

    /// A time of day: "09:00".
    #[must_use]
    pub fn time(&self, time: WallTime) -> String {
        self.text("time-of-day", &[("time", time.to_string().into())])
    }

    fn names(&self, day: Day) -> (String, String) {
        let weekday = self.text(&format!("weekday-{}", weekday_name(day.weekday())), &[]);
        let month = self.text(&format!("month-{}", day.0.month()), &[]);
        (weekday, month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn days_read_as_people_say_them() {
        let words = Words::new(Language::ENGLISH);
        let day = Day::new(2026, 11, 16).unwrap();
        assert_eq!(words.day(day), "Monday 16 November");
        assert_eq!(words.day_and_year(day), "Monday 16 November 2026");
        assert_eq!(words.time("09:00".parse().unwrap()), "09:00");
    }

    #[test]
    fn every_weekday_and_month_has_a_name() {
        let words = Words::new(Language::ENGLISH);
        let first = Day::new(2027, 1, 1).unwrap();
        let told: std::collections::BTreeSet<String> =
            first.through(first.plus(364)).map(|day| words.day_and_year(day)).collect();
        assert_eq!(told.len(), 365);
        assert!(told.contains("Friday 1 January 2027"));
        assert!(told.contains("Friday 31 December 2027"));
    }
}
