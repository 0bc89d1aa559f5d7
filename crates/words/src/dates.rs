//! Days and times in words.

use backwise_core::time::{Day, WallTime, weekday_name};
use chrono::{Datelike as _, Timelike as _};

use crate::{Value, Words};

/// Regions in which clocks count to twelve, as CLDR has them; the screens know it from the webview, which asks the same.
const TWELVE_HOURS: &str = "AC AE AG AL AQ AR AS AU BB BD BH BM BN BO BQ BS BT CA CC CL CO CP CQ CR CU CW CY DJ DM DO \
    DZ EC EG EH ER ET FJ FM GD GH GM GR GT GU GY HK HM HN HT IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP \
    MR MV MW MX MY NA NH NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD SG SL SO SS SV SY SZ TA TC TD TK TN TO TT TV \
    TW UM US UY VC VE VG VI VU WS YE ZM";

impl Words {
    /// These words, with times as the clocks of `region` show them, such as `US`; of 24 hours where nobody names one.
    #[must_use]
    pub fn in_region(self, region: Option<&str>) -> Self {
        let twelve_hours =
            region.is_some_and(|region| TWELVE_HOURS.split_whitespace().any(|one| one == region));
        Self { twelve_hours, ..self }
    }

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

    /// A time of day: "09:00", or "9:00 am".
    #[must_use]
    pub fn time(&self, time: WallTime) -> String {
        if !self.twelve_hours {
            return self.text("time-of-day", &[("time", time.to_string().into())]);
        }
        let naive = time.to_naive();
        let (is_afternoon, hour) = naive.hour12();
        let half = if is_afternoon { "pm" } else { "am" };
        let minute = Value::from(format!("{:02}", naive.minute()));
        self.text(
            "time-of-half-day",
            &[("hour", hour.into()), ("minute", minute), ("half", half.into())],
        )
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
    fn times_are_those_of_the_clocks_of_the_region() {
        let said = |region: Option<&str>, time: &str| {
            Words::new(Language::ENGLISH).in_region(region).time(time.parse().unwrap())
        };
        assert_eq!(said(Some("US"), "00:05"), "12:05 am");
        assert_eq!(said(Some("AU"), "09:00"), "9:00 am");
        assert_eq!(said(Some("IN"), "12:00"), "12:00 pm");
        assert_eq!(said(Some("CA"), "20:30"), "8:30 pm");
        for region in [Some("GB"), Some("DE"), Some("FR"), Some("ZA"), Some("CH"), Some("xx"), None]
        {
            assert_eq!(said(region, "20:30"), "20:30", "{region:?}");
        }
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
