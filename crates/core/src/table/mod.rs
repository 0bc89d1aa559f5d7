//! Reading TOML that people write: tables and values with their places, and the book of what is
//! wrong with them. Plan files and the entries of the catalogue are read through it.
//!
//! A reader asks a [`Table`] for its keys by name. A mistake goes into the [`Book`] and gives
//! `None`, so that reading goes on and the person hears of all mistakes at once. Keys that nobody
//! asked for are reported when the table is left, which cannot be forgotten: a table is only lent
//! to a closure.

mod reports;
pub(crate) mod slips;
mod text;
mod value;

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::de::DeTable;

pub(crate) use text::TomlText;
pub(crate) use value::Value;

use crate::error::{Place, Problem, ProblemCode};

/// More problems than this are not kept. Nobody reads them, and a file made to be slow stays quick.
const MOST_PROBLEMS: usize = 100;

/// What is wrong with a file so far.
#[derive(Debug)]
pub(crate) struct Book<'a> {
    text: &'a str,
    file: &'a str,
    /// Keys that belong to the top of the file, to tell a misplaced key from an unknown one.
    top_keys: &'static [&'static str],
    /// Offsets of values that the parser has complained about already.
    spoiled: BTreeSet<usize>,
    problems: RefCell<Vec<Problem>>,
}

impl<'a> Book<'a> {
    /// An empty book for `text`, the content of `file`.
    fn new(text: &'a str, file: &'a str, top_keys: &'static [&'static str]) -> Self {
        Self { text, file, top_keys, spoiled: BTreeSet::new(), problems: RefCell::default() }
    }

    /// Marks the value at `offset` as one whose problem is in the book.
    fn spoil(&mut self, offset: usize) {
        self.spoiled.insert(offset);
    }

    /// Whether the problem of the value at `offset` is in the book.
    fn is_spoiled(&self, offset: usize) -> bool {
        self.spoiled.contains(&offset)
    }

    /// A problem at `offset`, to be completed and handed to [`Self::report`].
    fn problem(&self, code: ProblemCode, offset: usize) -> Problem {
        Problem::new(code, self.file).at(Place::of(self.text, offset))
    }

    /// A problem of the whole file.
    fn problem_of_file(&self, code: ProblemCode) -> Problem {
        Problem::new(code, self.file)
    }

    /// Writes `problem` down.
    pub(crate) fn report(&self, problem: Problem) {
        if !self.is_full() {
            self.problems.borrow_mut().push(problem);
        }
    }

    /// Whether no more problems are kept.
    fn is_full(&self) -> bool {
        self.problems.borrow().len() >= MOST_PROBLEMS
    }

    /// All problems, in the order of the file.
    fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.place, problem.code));
        problems
    }
}

/// A table that is being read.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    book: &'a Book<'a>,
    /// What the file calls it, such as `line`.
    name: &'static str,
    content: &'a DeTable<'a>,
    /// Where it begins, in bytes.
    start: usize,
    asked: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// Lends the table to `read`, then reports the keys it did not ask for.
    fn read<T>(
        book: &'a Book<'a>,
        name: &'static str,
        content: &'a DeTable<'a>,
        start: usize,
        read: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let mut table = Self { book, name, content, start, asked: Vec::new() };
        let result = read(&mut table);
        table.report_unknown_keys();
        result
    }

    /// What `read` makes of the table `[key]`, if it is there.
    pub(crate) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        self.given(key).and_then(|value| value.table(read))
    }

    /// What `read` makes of each table `[[key]]`, at most `most` of them. All are read; `None` if
    /// one of them failed. No such table is an empty list.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        most: usize,
        read: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        match self.given(key) {
            Some(value) => value.tables(most, read),
            None => Some(Vec::new()),
        }
    }

    /// Whether `key` stands in the table, rightly or wrongly filled.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.content.contains_key(key)
    }

    /// The value of `key`, if it is there.
    pub(crate) fn given(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        let node = self.content.get(key)?;
        let span = node.span();
        (!self.book.is_spoiled(span.start)).then(|| Value::new(self.book, key, node))
    }

    /// The value of `key`, which must be there.
    pub(crate) fn needed(&mut self, key: &'static str) -> Option<Value<'a>> {
        let value = self.given(key);
        if !self.has(key) {
            self.report_missing(key);
        }
        value
    }

    /// Reports that `key` should stand in the table.
    pub(crate) fn report_missing(&self, key: &'static str) {
        let problem = self.problem(ProblemCode::MissingKey);
        self.book.report(problem.with("key", key).with("table", self.name));
    }

    /// Reports that `key` stands in the table without `other`, which goes with it.
    pub(crate) fn goes_with(&self, key: &'static str, other: &'static str) {
        if self.has(key) && !self.has(other) {
            let problem = self.problem_of(key, ProblemCode::MissingKey);
            self.book.report(problem.with("key", other).with("table", self.name));
        }
    }

    /// Reports two keys of which only one may be given, if both are.
    pub(crate) fn only_one_of(&self, first: &'static str, second: &'static str) {
        if self.has(first) && self.has(second) {
            let problem = self.problem_of(second, ProblemCode::SaidTwice);
            self.book.report(problem.with("first", first).with("second", second));
        }
    }

    /// A problem of the value of `key`, or of the table where it has no such key.
    pub(crate) fn problem_of(&self, key: &str, code: ProblemCode) -> Problem {
        let start = self.content.get(key).map_or(self.start, |value| value.span().start);
        self.book.problem(code, start)
    }

    /// Writes `problem` down.
    pub(crate) fn report(&self, problem: Problem) {
        self.book.report(problem);
    }

    /// A problem of the table as a whole.
    pub(crate) fn problem(&self, code: ProblemCode) -> Problem {
        self.book.problem(code, self.start)
    }

    fn report_unknown_keys(&self) {
        #[cfg(test)]
        asked::note(self.name, &self.asked);
        for key in self.content.keys() {
            let found = key.get_ref().as_ref();
            if self.asked.contains(&found) || self.book.is_full() {
                continue;
            }
            let is_misplaced = self.book.top_keys.contains(&found);
            let code =
                if is_misplaced { ProblemCode::MisplacedKey } else { ProblemCode::UnknownKey };
            let problem = self.book.problem(code, key.span().start);
            self.book.report(
                problem
                    .with("key", shortened(found))
                    .with("table", self.name)
                    .suggest(slips::likely_key(found, &self.asked)),
            );
        }
    }
}

/// `found` as it is quoted in a sentence: its first line, cut to sixty characters.
pub(crate) fn shortened(found: &str) -> String {
    const MOST: usize = 60;
    let line = found.lines().next().unwrap_or_default();
    let mut short: String = line.chars().filter(|c| !c.is_control()).take(MOST).collect();
    if short.len() < found.len() {
        short.push('…');
    }
    short
}

/// Which keys readers asked for, so that a test can compare them with the published schema.
#[cfg(test)]
pub(crate) mod asked {
    use std::cell::RefCell;
    use std::collections::{BTreeMap, BTreeSet};

    thread_local! {
        static ASKED: RefCell<BTreeMap<&'static str, BTreeSet<&'static str>>> = RefCell::default();
    }

    pub(super) fn note(table: &'static str, keys: &[&'static str]) {
        ASKED.with_borrow_mut(|asked| asked.entry(table).or_default().extend(keys));
    }

    /// The keys that this thread has asked for so far, by the name of their table.
    pub(crate) fn keys() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        ASKED.with_borrow(Clone::clone)
    }
}
