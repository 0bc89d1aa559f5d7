//! From text to plan.

use toml::de::{DeTable, Error};

use super::sheet::{TOP_KEYS, read_sheet};
use super::slips;
use super::table::{Book, Table, shortened};
use super::value::Value;
use super::{FORMAT, Revision};
use crate::catalogue::Catalogue;
use crate::error::{Problem, ProblemCode};

/// Reads the plan file `name`.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file.
pub fn read(text: &str, name: &str, catalogue: &Catalogue) -> Result<Revision, Vec<Problem>> {
    read_stating(text, name, catalogue).plan
}

/// Characters of a checksum; the right one has 71.
const LONGEST_CHECKSUM: usize = 120;

/// What a text holds.
pub(super) struct Reading {
    pub(super) plan: Result<Revision, Vec<Problem>>,
    /// The checksum that the text states.
    pub(super) checksum: Option<String>,
}

/// Reads the plan file `name` and the checksum it states.
pub(super) fn read_stating(text: &str, name: &str, catalogue: &Catalogue) -> Reading {
    // A byte order mark, as some editors write it, is no column of the first line.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut book = Book::new(text, name, &TOP_KEYS);
    let (root, errors) = DeTable::parse_recoverable(text);
    let content = root.get_ref();

    // A later format is named before its strange keys are: the cure is another one.
    if let Some(format) = content.get("format") {
        let found = Value::new(&book, "format", format).as_number();
        if let Some(found) = found.filter(|found| *found > FORMAT) {
            let problem = book.problem(ProblemCode::NewerFormat, format.span().start);
            let problem = problem.with("found", found).with("known", FORMAT);
            return Reading { plan: Err(vec![problem]), checksum: None };
        }
    }

    if !report_syntax(&mut book, &errors) {
        return Reading { plan: Err(book.into_problems()), checksum: None };
    }
    let (checksum, revision) = Table::read(&book, "plan", content, 0, |top| {
        let checksum = top.given("checksum").and_then(|value| value.text(LONGEST_CHECKSUM));
        (checksum, read_sheet(top, catalogue))
    });
    let problems = book.into_problems();
    let plan = match revision {
        Some(revision) if problems.is_empty() => Ok(revision),
        _ => Err(problems),
    };
    Reading { plan, checksum }
}

/// Reports what the parser says. Returns whether reading can go on: a date or time that is not in
/// the calendar spoils one value, anything else the sense of what follows.
fn report_syntax(book: &mut Book<'_>, errors: &[Error]) -> bool {
    let mut goes_on = true;
    for error in errors {
        if book.is_full() {
            return false;
        }
        let Some(span) = error.span() else {
            let problem = book.problem_of_file(ProblemCode::NotToml);
            book.report(problem.with("detail", error.message()));
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
        } else if error.message() == "duplicate key" {
            let problem = book.problem(ProblemCode::KeyTwice, span.start);
            book.report(problem.with("key", shortened(found)));
            goes_on = false;
        } else {
            let is_curly = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’');
            let problem = book.problem(ProblemCode::NotToml, span.start);
            let quote = found.contains(is_curly).then(|| "\"".to_owned());
            book.report(problem.with("detail", error.message()).suggest(quote));
            // The parser guesses on after a slip like this; its further complaints only confuse.
            return false;
        }
    }
    goes_on
}
