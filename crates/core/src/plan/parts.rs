//! What several tables of a plan file have in common: a name of their own, and a stretch of days.

use std::collections::BTreeSet;

use super::limits::DAYS_AFTER_SURGERY;
use crate::error::{Problem, ProblemCode, nearest};
use crate::table::{Table, Value, shortened};
use crate::time::{Day, DayRef};

/// The names that tables of one kind have taken.
#[derive(Debug)]
pub(super) struct Names {
    kind: &'static str,
    taken: BTreeSet<String>,
}

impl Names {
    /// No names yet of tables `[[kind]]`.
    pub(super) fn of(kind: &'static str) -> Self {
        Self { kind, taken: BTreeSet::new() }
    }

    /// Reads the name of `table`, which no other of its kind may have.
    pub(super) fn take<T>(
        &mut self,
        table: &mut Table<'_>,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = table.needed("id")?;
        if let Some(text) = value.as_text()
            && !self.taken.insert(text.to_owned())
        {
            report_twice(value, self.kind, text);
        }
        value.name(make)
    }

    /// Reads a value that names one of them. A name that is taken but is no good was reported where
    /// it was taken.
    pub(super) fn find<T>(
        &self,
        value: Value<'_>,
        code: ProblemCode,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = value.text_of("text")?;
        if !self.taken.contains(text) {
            let near = nearest(text, self.taken.iter().map(String::as_str));
            value.report(code, text, near);
            return None;
        }
        make(text)
    }
}

/// Reports that `found` stands twice where each `kind` may stand once.
pub(super) fn report_twice(value: Value<'_>, kind: &str, found: &str) {
    let problem = value.problem(ProblemCode::SameNameTwice);
    value.book().report(problem.with("kind", kind).with("found", shortened(found)));
}

/// The first day of a table and the first day after it, as far as they are given: a number of days
/// after surgery or a date each.
pub(super) fn read_span(
    table: &mut Table<'_>,
    surgery: Option<Day>,
) -> (Option<DayRef>, Option<DayRef>) {
    let from = read_day_ref(table, "from_day", "from");
    let until = read_day_ref(table, "until_day", "until");
    if let (Some(from), Some(until), Some(surgery)) = (from, until, surgery) {
        let key = if table.has("until_day") { "until_day" } else { "until" };
        report_order(table, key, from.resolve(surgery), until.resolve(surgery));
    }
    (from, until)
}

/// A day, given as a number of days after surgery under `days_key` or as a date under `date_key`.
pub(super) fn read_day_ref(
    table: &mut Table<'_>,
    days_key: &'static str,
    date_key: &'static str,
) -> Option<DayRef> {
    let days = table.given(days_key).and_then(|value| value.number(&DAYS_AFTER_SURGERY));
    let date = table.given(date_key).and_then(Value::day);
    table.only_one_of(days_key, date_key);
    days.map(DayRef::AfterSurgery).or(date.map(DayRef::On))
}

/// Reports that the day under `key` is not after the day on which the matter begins.
pub(super) fn report_order(table: &Table<'_>, key: &str, from: Day, until: Day) {
    if until <= from {
        let problem: Problem = table.problem_of(key, ProblemCode::EndsBeforeItStarts);
        table.report(problem.with("key", key).with("from", from).with("until", until));
    }
}
