//! Values, asked for by the kind they should be.

use std::fmt::Display;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::DeValue;

use super::{Book, Table, shortened, slips};
use crate::error::{Place, Problem, ProblemCode};
use crate::time::{Day, WallTime};

/// A value that is being read, with its key and place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(super) book: &'a Book<'a>,
    pub(super) key: &'static str,
    pub(super) node: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub(super) fn new(
        book: &'a Book<'a>,
        key: &'static str,
        node: &'a Spanned<DeValue<'a>>,
    ) -> Self {
        Self { book, key, node }
    }

    /// The book its problems go into.
    pub(crate) fn book(self) -> &'a Book<'a> {
        self.book
    }

    /// Where it begins, in bytes.
    fn start(self) -> usize {
        self.node.span().start
    }

    /// Where it begins.
    pub(crate) fn place(self) -> Place {
        Place::of(self.book.text, self.start())
    }

    /// A problem of this value, with its key as an argument.
    pub(crate) fn problem(self, code: ProblemCode) -> Problem {
        self.book.problem(code, self.start()).with("key", self.key)
    }

    /// Reports a problem of this value that quotes `found`.
    pub(crate) fn report(self, code: ProblemCode, found: &str, suggestion: Option<String>) {
        self.book.report(self.problem(code).with("found", shortened(found)).suggest(suggestion));
    }

    /// The text as it is, if it is one.
    pub(crate) fn as_text(self) -> Option<&'a str> {
        match self.node.get_ref() {
            DeValue::String(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// The numbers of a text such as "10 to 12" or of a list of two, the greater last.
    pub(crate) fn as_two_numbers(self) -> Option<(u16, u16)> {
        match self.node.get_ref() {
            DeValue::String(text) => slips::two_numbers(text),
            DeValue::Array(values) if values.len() == 2 => {
                let mut numbers = values.iter().map(|node| whole_number(node.get_ref()));
                let mut next = || u16::try_from(numbers.next()??).ok();
                let (first, second) = (next()?, next()?);
                (first < second).then_some((first, second))
            }
            _ => None,
        }
    }

    /// Yes or no as it is, if it is one.
    pub(crate) fn as_yes(self) -> Option<bool> {
        self.node.get_ref().as_bool()
    }

    /// A text of one line, 1 to `most` characters.
    pub(crate) fn text(self, most: usize) -> Option<String> {
        self.checked_text(most, false)
    }

    /// A text of one or more lines, 1 to `most` characters.
    pub(crate) fn lines(self, most: usize) -> Option<String> {
        self.checked_text(most, true)
    }

    /// A text, or a whole number that was written where the sheet has a number.
    pub(crate) fn text_or_number(self, most: usize) -> Option<String> {
        match self.node.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
            _ => self.text(most),
        }
    }

    /// A name of small letters, digits and hyphens.
    pub(crate) fn name<T>(self, make: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text_of("text")?;
        let name = make(text);
        if name.is_none() {
            self.report(ProblemCode::BadName, text, slips::likely_name(text));
        }
        name
    }

    /// A whole number inside `range`.
    pub(crate) fn number<T>(self, range: &RangeInclusive<T>) -> Option<T>
    where
        T: TryFrom<i64> + PartialOrd + Display,
    {
        let DeValue::Integer(number) = self.node.get_ref() else {
            self.report_kind("number");
            return None;
        };
        let read = whole_number(self.node.get_ref()).and_then(|number| T::try_from(number).ok());
        let inside = read.filter(|number| range.contains(number));
        if inside.is_none() {
            self.report_range(number.as_str(), range.start(), range.end());
        }
        inside
    }

    /// A number inside `range`, with or without decimals, or a list of two; one stands for both.
    pub(crate) fn one_or_two(self, range: &RangeInclusive<f64>) -> Option<(f64, f64)> {
        let DeValue::Array(values) = self.node.get_ref() else {
            return self.decimal("one-or-two", range).map(|number| (number, number));
        };
        if values.len() != 2 {
            self.report_kind("one-or-two");
            return None;
        }
        let mut numbers = values.iter().map(|node| Self { node, ..self }.decimal("decimal", range));
        let (first, second) = (numbers.next()?, numbers.next()?);
        Some((first?, second?))
    }

    /// A number inside `range`, with or without decimals.
    pub(crate) fn decimal_number(self, range: &RangeInclusive<f64>) -> Option<f64> {
        self.decimal("decimal", range)
    }

    /// A whole number inside `range`, or a list of two, the second not below the first; one stands for both.
    pub(crate) fn least_and_most<T>(self, range: &RangeInclusive<T>) -> Option<(T, T)>
    where
        T: TryFrom<i64> + PartialOrd + Display + Copy,
    {
        let DeValue::Array(values) = self.node.get_ref() else {
            if let Some((least, most)) = self.as_two_numbers() {
                let likely = format!("[{least}, {most}]");
                self.book.report(self.problem_of_kind("from-to", "text").suggest(Some(likely)));
                return None;
            }
            return self.number(range).map(|number| (number, number));
        };
        if values.len() != 2 {
            self.report_kind("from-to");
            return None;
        }
        let mut numbers = values.iter().map(|node| Self { node, ..self }.number(range));
        let (least, most) = (numbers.next()?, numbers.next()?);
        let (least, most) = (least?, most?);
        if most < least {
            let likely = format!("[{most}, {least}]");
            self.report(ProblemCode::WrongOrder, &format!("[{least}, {most}]"), Some(likely));
            return None;
        }
        Some((least, most))
    }

    /// Yes or no.
    pub(crate) fn yes_or_no(self) -> Option<bool> {
        let answer = self.node.get_ref().as_bool();
        if answer.is_none() {
            self.report_kind("true-or-false");
        }
        answer
    }

    /// A date: `2026-11-16`, with or without quotes.
    pub(crate) fn day(self) -> Option<Day> {
        let written = match self.node.get_ref() {
            DeValue::Datetime(at) if at.time.is_none() => at.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => {
                self.report_kind("date");
                return None;
            }
        };
        let Some(day) = slips::exact_day(&written) else {
            self.report(ProblemCode::BadDate, &written, slips::likely_day(&written));
            return None;
        };
        let [least, most] = slips::CALENDAR;
        if written.as_str() < least || written.as_str() > most {
            self.report_range(&written, &least, &most);
            return None;
        }
        Some(day)
    }

    /// A time of day: `"08:30"`, with or without quotes.
    pub(crate) fn time(self) -> Option<WallTime> {
        let written = match self.node.get_ref() {
            DeValue::Datetime(at) if at.date.is_none() => {
                let text = at.to_string();
                text.strip_suffix(":00").map(str::to_owned).unwrap_or(text)
            }
            DeValue::String(text) => text.to_string(),
            _ => {
                self.report_kind("time");
                return None;
            }
        };
        let time = written.parse().ok();
        if time.is_none() {
            self.report(ProblemCode::BadTime, &written, slips::likely_time(&written));
        }
        time
    }

    /// One of `choices`, by its word.
    pub(crate) fn choice<T: Copy>(self, choices: &[(&str, T)]) -> Option<T> {
        let text = match self.node.get_ref() {
            // Somebody who writes true for "yes" is answered in the words of the file.
            DeValue::Boolean(true) => "yes",
            DeValue::Boolean(false) => "no",
            _ => self.text_of("text")?,
        };
        let found = choices.iter().find(|(word, _)| *word == text && self.as_text().is_some());
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let suggestion = slips::likely_word(text, &words);
            let found = self.as_text().unwrap_or(&self.book.text[self.node.span()]);
            self.book.report(
                self.problem(ProblemCode::UnknownWord)
                    .with("found", shortened(found))
                    .with("choices", words.join(", "))
                    .suggest(suggestion),
            );
        }
        found.map(|(_, choice)| *choice)
    }

    /// The values of a list, at most `most` of them.
    pub(crate) fn list(self, most: usize) -> Option<Vec<Self>> {
        let DeValue::Array(values) = self.node.get_ref() else {
            self.report_kind("list");
            return None;
        };
        self.report_too_many(values.len(), most);
        let values = values.iter().take(most);
        let intact = values.filter(|node| !self.book.is_spoiled(node.span().start));
        Some(intact.map(|node| Self { node, ..self }).collect())
    }

    /// What `read` makes of the table.
    pub(crate) fn table<T>(self, read: impl FnOnce(&mut Table<'a>) -> T) -> Option<T> {
        let DeValue::Table(content) = self.node.get_ref() else {
            self.report_kind("table");
            return None;
        };
        Some(Table::read(self.book, self.key, content, self.start(), read))
    }

    /// What `read` makes of each of the tables, at most `most` of them; `None` if one failed.
    pub(crate) fn tables<T>(
        self,
        most: usize,
        mut read: impl FnMut(&mut Table<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let DeValue::Array(values) = self.node.get_ref() else {
            self.report_kind("tables");
            return None;
        };
        self.report_too_many(values.len(), most);
        let mut results = Vec::new();
        for node in values.iter().take(most) {
            results.push(Self { node, ..self }.table(&mut read).flatten());
        }
        results.into_iter().collect()
    }

    /// The text, or a report that `wanted` was expected.
    pub(crate) fn text_of(self, wanted: &str) -> Option<&'a str> {
        let text = self.as_text();
        if text.is_none() {
            self.report_kind(wanted);
        }
        text
    }

    fn decimal(self, wanted: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        let written = match self.node.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.report_kind(wanted);
                return None;
            }
        };
        let inside = written.parse().ok().filter(|number| range.contains(number));
        if inside.is_none() {
            self.report_range(written, range.start(), range.end());
        }
        inside
    }

    fn checked_text(self, most: usize, may_break: bool) -> Option<String> {
        let text = self.text_of("text")?.replace("\r\n", "\n");
        if text.trim().is_empty() || text.chars().count() > most {
            self.book.report(self.problem(ProblemCode::BadLength).with("most", most));
            return None;
        }
        let hidden = |c: &char| slips::is_hidden(*c) && !(may_break && *c == '\n');
        if let Some(hidden) = text.chars().find(hidden) {
            let found = format!("U+{:04X}", u32::from(hidden));
            // A text that may not break is offered on one line.
            let on_one_line = || shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            let likely = (hidden == '\n').then(|| format!("\"{}\"", on_one_line()));
            self.report(ProblemCode::HiddenCharacter, &found, likely);
            return None;
        }
        Some(text)
    }
}

/// The whole number that `value` is, if it is one.
pub(super) fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}
