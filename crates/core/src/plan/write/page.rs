//! A text in TOML that grows line by line.

use std::fmt::{Display, Write};

use super::word_of;
use crate::plan::AwakeHours;
use crate::time::{Day, DayRef, QuietHours, Stretch, Weekday, weekday_name};

/// A text in TOML that grows line by line. Writing into a String cannot fail.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    /// The text.
    pub(super) fn finished(self) -> String {
        self.0
    }

    pub(super) fn heading(&mut self, heading: &str) {
        let _ = writeln!(self.0, "\n{heading}");
    }

    pub(super) fn value(&mut self, key: &str, value: impl Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    pub(super) fn maybe_value(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.value(key, value);
        }
    }

    pub(super) fn text(&mut self, key: &str, text: impl Display) {
        self.value(key, quoted(&text.to_string()));
    }

    pub(super) fn maybe_text(&mut self, key: &str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub(super) fn maybe_word<T: Copy + PartialEq>(
        &mut self,
        key: &str,
        words: &'static [(&'static str, T)],
        value: Option<T>,
    ) {
        self.maybe_text(key, value.map(|value| word_of(words, value)));
    }

    /// `key = true`, where it is so.
    pub(super) fn when(&mut self, key: &str, is_so: bool) {
        if is_so {
            self.value(key, true);
        }
    }

    pub(super) fn list(&mut self, key: &str, words: impl IntoIterator<Item = impl Display>) {
        let words: Vec<String> = words.into_iter().map(|word| quoted(&word.to_string())).collect();
        self.value(key, format!("[{}]", words.join(", ")));
    }

    /// A list that is left out when it is empty.
    pub(super) fn maybe_list<T: Display>(&mut self, key: &str, words: &[T]) {
        if !words.is_empty() {
            self.list(key, words);
        }
    }

    pub(super) fn weekdays(&mut self, weekdays: &[Weekday]) {
        let names: Vec<_> = weekdays.iter().map(|day| weekday_name(*day)).collect();
        self.maybe_list("weekdays", &names);
    }

    pub(super) fn dates(&mut self, dates: &[Day]) {
        if !dates.is_empty() {
            let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
            self.value("dates", format!("[{}]", dates.join(", ")));
        }
    }

    pub(super) fn times(&mut self, quiet: Option<QuietHours>, awake: Option<AwakeHours>) {
        self.maybe_text("quiet_from", quiet.map(|quiet| quiet.from));
        self.maybe_text("quiet_until", quiet.map(|quiet| quiet.until));
        self.maybe_text("awake_from", awake.map(|awake| awake.from));
        self.maybe_text("awake_until", awake.map(|awake| awake.until));
    }

    pub(super) fn stretch(&mut self, stretch: Stretch) {
        match stretch {
            Stretch::Days { from, until } => {
                self.day("from_day", "from", from);
                self.day("until_day", "until", until);
            }
            Stretch::Weeks { first, last: None } => self.value("from_week", first),
            Stretch::Weeks { first, last: Some(last) } => {
                self.value("weeks", format!("[{first}, {last}]"));
            }
        }
    }

    pub(super) fn day(&mut self, days_key: &str, date_key: &str, day: Option<DayRef>) {
        let after = |word: &str, days: i32| {
            format!("{word} {} {}", if days < 0 { '-' } else { '+' }, days.unsigned_abs())
        };
        match day {
            Some(DayRef::AfterSurgery(days)) => self.value(days_key, days),
            Some(DayRef::AfterDischarge(days)) => self.text(date_key, after("discharge", days)),
            Some(DayRef::AfterStart(days)) => self.text(date_key, after("start", days)),
            Some(DayRef::On(Day(date))) => self.value(date_key, date),
            None => {}
        }
    }
}

/// `text` as a TOML string on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
