//! The raw file of a plan, read key by key as docs/plan-format.md explains the keys.

use chrono::{Datelike, NaiveDate, TimeDelta};
use toml::{Table, Value};

use super::clock::{Clock, Second};
use super::lived::{Lived, Moment};

pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A day starts then where the plan does not say.
const USUAL_START: &str = "03:00";

/// A plan on paper, so to speak.
pub(super) struct Sheet {
    pub(super) table: Table,
    pub(super) clock: Lived,
}

pub(super) fn plus(date: NaiveDate, days: i64) -> NaiveDate {
    date + TimeDelta::days(days)
}

pub(super) fn date(value: &Value) -> NaiveDate {
    value.to_string().trim_matches('"').parse().unwrap()
}

/// Minutes after midnight.
pub(super) fn minutes(time: &str) -> i64 {
    let (hour, minute) = time.split_once(':').unwrap();
    hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
}

pub(super) fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(Value::as_str)
}

pub(super) fn number(table: &Table, key: &str) -> Option<i64> {
    table.get(key).and_then(Value::as_integer)
}

pub(super) fn says(table: &Table, key: &str) -> bool {
    table.get(key).and_then(Value::as_bool) == Some(true)
}

/// The texts of a list; none where it is left out.
pub(super) fn texts<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    let list = table.get(key).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Whether a list of weekdays and dates names `day`.
pub(super) fn names(table: &Table, day: NaiveDate) -> bool {
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    let dates = table.get("dates").and_then(Value::as_array);
    texts(table, "weekdays").contains(&weekday)
        || dates.into_iter().flatten().any(|named| date(named) == day)
}

impl Sheet {
    pub(super) fn all(&self, key: &str) -> Vec<&Table> {
        let list = self.table.get(key).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_table).collect()
    }

    pub(super) fn lines(&self) -> Vec<&Table> {
        self.all("line")
    }

    pub(super) fn starts(&self) -> NaiveDate {
        date(&self.table["starts"])
    }

    pub(super) fn surgery(&self) -> NaiveDate {
        date(&self.table["surgery"]["date"])
    }

    /// A day of a stretch: a date, days after surgery, or days after the first day of the plan.
    pub(super) fn day(&self, table: &Table, name: &str) -> Option<NaiveDate> {
        if let Some(after) = number(table, &format!("{name}_day")) {
            return Some(plus(self.surgery(), after));
        }
        let value = table.get(name)?;
        match value.as_str().and_then(|words| words.strip_prefix("start + ")) {
            Some(days) => Some(plus(self.starts(), days.parse().unwrap())),
            None => Some(date(value)),
        }
    }

    /// Whether `day` lies in the stretch; `until` is the first day that no longer counts.
    pub(super) fn holds(&self, table: &Table, day: NaiveDate) -> bool {
        self.day(table, "from").is_none_or(|from| from <= day)
            && self.day(table, "until").is_none_or(|until| day < until)
    }

    pub(super) fn is_running(&self, day: NaiveDate) -> bool {
        self.starts() <= day && self.table.get("ends").is_none_or(|ends| day < date(ends))
    }

    /// The kind of a day: a date goes before a weekday.
    pub(super) fn day_type(&self, day: NaiveDate) -> Option<&Table> {
        let kinds = self.all("day_type");
        let by_date = kinds.iter().find(|kind| {
            let dates = kind.get("dates").and_then(Value::as_array);
            dates.into_iter().flatten().any(|named| date(named) == day)
        });
        by_date.or_else(|| kinds.iter().find(|kind| names(kind, day))).copied()
    }

    /// A key of the kind of the day, or of `[day]`.
    pub(super) fn of_day(&self, day: NaiveDate, key: &str) -> Option<&str> {
        let usual = || text(self.table.get("day")?.as_table()?, key);
        self.day_type(day).and_then(|kind| text(kind, key)).or_else(usual)
    }

    /// When `day` begins, in minutes after midnight.
    pub(super) fn day_start(&self, day: NaiveDate) -> i64 {
        self.day_type(day)
            .and_then(|kind| text(kind, "start"))
            .map_or_else(|| self.usual_start(), minutes)
    }

    /// When a day begins that is of no special kind, in minutes after midnight.
    pub(super) fn usual_start(&self) -> i64 {
        let day = self.table.get("day").and_then(Value::as_table);
        minutes(day.and_then(|day| text(day, "start")).unwrap_or(USUAL_START))
    }

    /// How many minutes after the start of its day the clock shows `time`.
    pub(super) fn minutes_into_day(&self, day: NaiveDate, time: i64) -> i64 {
        (time + 1440 - self.day_start(day)) % 1440
    }

    /// The moment of a time of day on `day`: one before the day's start is on the next date. On a day that was never
    /// there all were skipped, and so was a time of a date that was never there.
    pub(super) fn moment(&self, day: NaiveDate, time: i64) -> Moment {
        let skipped = |at| Moment { at, was_skipped: true };
        if !self.exists(day) {
            return skipped(self.begins(day));
        }
        let on = if time < self.day_start(day) { plus(day, 1) } else { day };
        self.clock.moment(on, time).unwrap_or_else(|| skipped(self.begins(plus(day, 1))))
    }

    /// The moment from which it is too late for what had to begin by `time`: that minute still counts.
    pub(super) fn too_late(&self, day: NaiveDate, time: i64) -> Second {
        let Moment { at, was_skipped } = self.moment(day, time);
        if was_skipped { at } else { at + 60 }
    }

    /// The instant at which `day` begins; where its date was never there, the next day does.
    pub(super) fn begins(&self, day: NaiveDate) -> Second {
        let mut date = day;
        loop {
            match self.clock.begins(date, self.day_start(date)) {
                Some(at) => return at,
                None => date = plus(date, 1),
            }
        }
    }

    /// The same sheet by the clocks that somebody lived by before each journey with which `day` came again, with when
    /// that journey ended.
    pub(super) fn before_again(&self, day: NaiveDate) -> Vec<(Second, Self)> {
        let with = |stays: &[(Second, Clock)]| Self {
            table: self.table.clone(),
            clock: Lived { stays: stays.to_vec() },
        };
        let near = self.begins(day);
        let stays = &self.clock.stays;
        let journeys = (1..stays.len()).filter(|nth| (stays[*nth].0 - near).abs() < 5 * 86_400);
        let again = journeys.filter_map(|nth| {
            let (arrival, here) = (stays[nth].0, &stays[nth]);
            let was = with(std::slice::from_ref(&stays[nth - 1])).day_at(arrival - 1, day);
            let is = with(std::slice::from_ref(here)).day_at(arrival, day);
            (is < was && is <= day && day <= was).then(|| (arrival, with(&stays[..nth])))
        });
        again.collect()
    }

    /// The day that `at` lies in, which is some days from `about` at most.
    pub(super) fn day_at(&self, at: Second, about: NaiveDate) -> NaiveDate {
        let mut days = plus(about, -8).iter_days().take(17);
        days.find(|day| at < self.begins(plus(*day, 1))).unwrap()
    }

    /// Whether there is such a day at all.
    pub(super) fn exists(&self, day: NaiveDate) -> bool {
        self.begins(day) < self.begins(plus(day, 1))
    }
}
