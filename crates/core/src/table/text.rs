//! A text as the parser left it, with what the parser has to say.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::value::whole_number;
use super::{Book, Table, shortened, slips};
use crate::error::{Place, Problem, ProblemCode};

/// A text that was parsed, with its faults, and not yet read.
#[derive(Debug)]
pub(crate) struct TomlText<'a> {
    text: &'a str,
    file: &'a str,
    root: Spanned<DeTable<'a>>,
    faults: Vec<Error>,
}

impl<'a> TomlText<'a> {
    /// Parses `text`, the content of `file`.
    pub(crate) fn parse(text: &'a str, file: &'a str) -> Self {
        // A byte order mark, as some editors write it, is no column of the first line.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (root, faults) = DeTable::parse_recoverable(text);
        Self { text, file, root, faults }
    }

    /// The whole number under `key` at the top, and its place, whatever is wrong with the rest.
    pub(crate) fn number(&self, key: &str) -> Option<(i64, Place)> {
        let value = self.root.get_ref().get(key)?;
        Some((whole_number(value.get_ref())?, Place::of(self.text, value.span().start)))
    }

    /// What `read` makes of the text, and everything that is wrong with it, in the order of the
    /// file. `None` where the faults of TOML itself spoil the sense of what follows.
    ///
    /// The text as a table is called `name`; one of its `top_keys` inside another table is
    /// misplaced and not unknown.
    pub(crate) fn read<T>(
        &self,
        name: &'static str,
        top_keys: &'static [&'static str],
        read: impl FnOnce(&mut Table<'_>) -> T,
    ) -> (Option<T>, Vec<Problem>) {
        let mut book = Book::new(self.text, self.file, top_keys);
        if !report_faults(&mut book, &self.faults) {
            return (None, book.into_problems());
        }
        let result = Table::read(&book, name, self.root.get_ref(), 0, read);
        (Some(result), book.into_problems())
    }
}

/// Reports what the parser says. Returns whether reading can go on: a date or time that is not in
/// the calendar spoils one value, anything else the sense of what follows.
fn report_faults(book: &mut Book<'_>, faults: &[Error]) -> bool {
    let mut goes_on = true;
    for fault in faults {
        if book.is_full() {
            return false;
        }
        let Some(span) = fault.span() else {
            let problem = book.problem_of_file(ProblemCode::NotToml);
            book.report(problem.with("detail", fault.message()));
            return false;
        };
        let found = book.text.get(span.clone()).unwrap_or_default();
        let problem = |code| book.problem(code, span.start).with("found", found);
        if slips::looks_like_day(found) {
            let likely = slips::likely_day(found);
            book.report(problem(ProblemCode::BadDate).suggest(likely));
            book.spoil(span.start);
        } else if slips::looks_like_time(found) {
            let likely = slips::likely_time(found);
            book.report(problem(ProblemCode::BadTime).suggest(likely));
            book.spoil(span.start);
        } else if fault.message() == "duplicate key" {
            let problem = book.problem(ProblemCode::KeyTwice, span.start);
            book.report(problem.with("key", shortened(found)));
            goes_on = false;
        } else {
            let is_curly = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’');
            let problem = book.problem(ProblemCode::NotToml, span.start);
            let quote = found.contains(is_curly).then(|| "\"".to_owned());
            book.report(problem.with("detail", fault.message()).suggest(quote));
            // The parser guesses on after a slip like this; its further complaints only confuse.
            return false;
        }
    }
    goes_on
}
