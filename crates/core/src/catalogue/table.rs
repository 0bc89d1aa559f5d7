//! Reads the tables of an entry one key at a time, and remembers where each value stands.
//!
//! A reader of this kind goes on after a fault, so that a person sees everything that is wrong
//! with a file at once and not one fault per attempt.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Place, Problem, ProblemCode, nearest};

/// A file that is being read, and what was found wrong so far.
pub(super) struct Reading<'t> {
    file: &'t str,
    text: &'t str,
    /// What was found wrong so far.
    pub(super) problems: Vec<Problem>,
}

/// A value and the place where it was written.
pub(super) struct Written<T> {
    /// The value.
    pub(super) value: T,
    /// Where it begins.
    pub(super) place: Place,
}

/// A table whose keys are taken out one by one; what is left at the end is unknown.
pub(super) struct Table<'t> {
    name: String,
    place: Place,
    left: BTreeMap<String, (Place, Spanned<DeValue<'t>>)>,
    asked: Vec<&'static str>,
}

impl<'t> Reading<'t> {
    /// The whole of `text` as a table. Faults of TOML itself are noted, and the rest is read.
    pub(super) fn begin(file: &'t str, text: &'t str) -> (Self, Table<'t>) {
        let mut reading = Self { file, text, problems: Vec::new() };
        let (root, faults) = DeTable::parse_recoverable(text);
        for fault in faults {
            let place = reading.place(fault.span().map_or(0, |span| span.start));
            reading
                .note(reading.problem(ProblemCode::NotToml, place).with("detail", fault.message()));
        }
        let table = reading.table_of("", Place { line: 1, column: 1 }, root.into_inner());
        (reading, table)
    }

    /// A problem of this file at `place`.
    pub(super) fn problem(&self, code: ProblemCode, place: Place) -> Problem {
        Problem::new(code, self.file).at(place)
    }

    /// Remembers that something is wrong.
    pub(super) fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The text under `key`.
    pub(super) fn text(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
    ) -> Option<Written<String>> {
        let value = self.take(table, key)?;
        self.as_text(key, &value)
    }

    /// The text under `key`, which must not be blank.
    pub(super) fn filled(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
        longest: usize,
    ) -> Option<String> {
        let Written { value, place } = self.text(table, key)?;
        if value.trim().is_empty() || value.chars().count() > longest {
            self.note(
                self.problem(ProblemCode::BadLength, place).with("key", key).with("most", longest),
            );
            return None;
        }
        Some(value)
    }

    /// What the word under `key` stands for in `choices`.
    pub(super) fn choice<T: Copy>(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<Written<T>> {
        let word = self.text(table, key)?;
        self.chosen(key, &word, choices)
    }

    /// What the words in the list under `key` stand for in `choices`.
    pub(super) fn choices<T: Copy>(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<Vec<T>> {
        let words = self.texts(table, key)?;
        let chosen: Vec<_> =
            words.into_iter().map(|word| self.chosen(key, &word, choices)).collect();
        chosen.into_iter().map(|word| word.map(|word| word.value)).collect()
    }

    /// The list of texts under `key`.
    pub(super) fn texts(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
    ) -> Option<Vec<Written<String>>> {
        let list = self.list(table, key)?;
        let read: Vec<_> = list.into_iter().map(|value| self.as_text(key, &value)).collect();
        read.into_iter().collect()
    }

    /// The list of tables under `key`.
    pub(super) fn tables(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
    ) -> Option<Vec<Table<'t>>> {
        let list = self.list(table, key)?;
        let read: Vec<_> = list.into_iter().map(|value| self.as_table(key, value)).collect();
        read.into_iter().collect()
    }

    /// The table under `key`.
    pub(super) fn table(&mut self, table: &mut Table<'t>, key: &'static str) -> Option<Table<'t>> {
        let value = self.take(table, key)?;
        self.as_table(key, value)
    }

    /// The whole number under `key`.
    pub(super) fn whole(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
        range: &RangeInclusive<u16>,
    ) -> Option<u16> {
        let value = self.take(table, key)?;
        let place = self.place(value.span().start);
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_kind(key, "a whole number", &value);
            return None;
        };
        let read = i64::from_str_radix(number.as_str(), number.radix()).ok();
        let read = read
            .and_then(|number| u16::try_from(number).ok())
            .filter(|number| range.contains(number));
        if read.is_none() {
            self.out_of_range(key, place, range, number.as_str());
        }
        read
    }

    /// The yes or no under `key`.
    pub(super) fn yes_no(&mut self, table: &mut Table<'t>, key: &'static str) -> Option<bool> {
        let value = self.take(table, key)?;
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            self.wrong_kind(key, "true or false", &value);
        }
        answer
    }

    /// The number under `key`, or the two numbers of a list, near limb first.
    pub(super) fn near_and_far(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
        range: &RangeInclusive<f64>,
    ) -> Option<(f64, f64)> {
        let value = self.take(table, key)?;
        if let DeValue::Array(pair) = value.get_ref() {
            if let [near, far] = pair.as_ref() {
                let pair = (self.as_number(key, near, range), self.as_number(key, far, range));
                return Some((pair.0?, pair.1?));
            }
            self.wrong_kind(key, "one number, or two: near limb, far limb", &value);
            return None;
        }
        self.as_number(key, &value, range).map(|number| (number, number))
    }

    /// Notes every key of `table` that nobody asked for.
    pub(super) fn finish(&mut self, table: &Table<'t>) {
        for (key, (place, _)) in &table.left {
            let suggestion = nearest(key, table.asked.iter().copied());
            self.note(
                self.problem(ProblemCode::UnknownKey, *place).with("key", key).suggest(suggestion),
            );
        }
    }

    /// Notes a word that is not one of `choices`.
    pub(super) fn unknown_word<'c>(
        &mut self,
        key: &str,
        word: &Written<String>,
        choices: impl Iterator<Item = &'c str> + Clone,
    ) {
        let problem = self
            .problem(ProblemCode::UnknownWord, word.place)
            .with("key", key)
            .with("found", &word.value)
            .with("choices", choices.clone().collect::<Vec<_>>().join(", "))
            .suggest(nearest(&word.value, choices));
        self.note(problem);
    }

    fn chosen<T: Copy>(
        &mut self,
        key: &str,
        word: &Written<String>,
        choices: &[(&str, T)],
    ) -> Option<Written<T>> {
        if let Some((_, meaning)) = choices.iter().find(|(choice, _)| *choice == word.value) {
            return Some(Written { value: *meaning, place: word.place });
        }
        self.unknown_word(key, word, choices.iter().map(|(choice, _)| *choice));
        None
    }

    fn take(&mut self, table: &mut Table<'t>, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        let value = table.take(key);
        if value.is_none() {
            let problem = self.problem(ProblemCode::MissingKey, table.place);
            self.note(problem.with("key", key).with("table", &table.name));
        }
        value
    }

    fn list(
        &mut self,
        table: &mut Table<'t>,
        key: &'static str,
    ) -> Option<Vec<Spanned<DeValue<'t>>>> {
        let value = self.take(table, key)?;
        if !value.get_ref().is_array() {
            self.wrong_kind(key, "a list", &value);
            return None;
        }
        match value.into_inner() {
            DeValue::Array(list) => Some(list.into_iter().collect()),
            _ => None,
        }
    }

    fn as_text(&mut self, key: &str, value: &Spanned<DeValue<'t>>) -> Option<Written<String>> {
        let place = self.place(value.span().start);
        if let DeValue::String(text) = value.get_ref() {
            return Some(Written { value: text.clone().into_owned(), place });
        }
        self.wrong_kind(key, "text in quotes", value);
        None
    }

    fn as_table(&mut self, key: &str, value: Spanned<DeValue<'t>>) -> Option<Table<'t>> {
        let place = self.place(value.span().start);
        if !value.get_ref().is_table() {
            self.wrong_kind(key, "a table", &value);
            return None;
        }
        match value.into_inner() {
            DeValue::Table(table) => Some(self.table_of(key, place, table)),
            _ => None,
        }
    }

    fn as_number(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'t>>,
        range: &RangeInclusive<f64>,
    ) -> Option<f64> {
        let written = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => {
                self.wrong_kind(key, "a number", value);
                return None;
            }
        };
        let read = written.parse::<f64>().ok().filter(|number| range.contains(number));
        if read.is_none() {
            self.out_of_range(key, self.place(value.span().start), range, written);
        }
        read
    }

    fn out_of_range<T: ToString>(
        &mut self,
        key: &str,
        place: Place,
        range: &RangeInclusive<T>,
        found: &str,
    ) {
        let problem = self
            .problem(ProblemCode::OutOfRange, place)
            .with("key", key)
            .with("least", range.start().to_string())
            .with("most", range.end().to_string())
            .with("found", found);
        self.note(problem);
    }

    fn wrong_kind(&mut self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>) {
        let problem = self
            .problem(ProblemCode::WrongKind, self.place(value.span().start))
            .with("key", key)
            .with("wanted", wanted)
            .with("found", value.get_ref().type_str());
        self.note(problem);
    }

    fn place(&self, offset: usize) -> Place {
        Place::of(self.text, offset)
    }

    fn table_of(&self, name: &str, place: Place, table: DeTable<'t>) -> Table<'t> {
        let left = table
            .into_iter()
            .map(|(key, value)| {
                (key.get_ref().clone().into_owned(), (self.place(key.span().start), value))
            })
            .collect();
        Table { name: name.to_owned(), place, left, asked: Vec::new() }
    }
}

impl<'t> Table<'t> {
    /// Whether `key` is there. A key that was asked for is a known key.
    pub(super) fn has(&mut self, key: &'static str) -> bool {
        self.asked.push(key);
        self.left.contains_key(key)
    }

    /// Where the table begins.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.left.remove(key).map(|(_, value)| value)
    }
}
