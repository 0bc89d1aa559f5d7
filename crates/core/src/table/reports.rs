//! What is reported of a value: its kind, its range, its length.

use std::fmt::Display;

use toml::de::DeValue;

use super::value::Value;
use super::{shortened, slips};
use crate::error::{Problem, ProblemCode};

impl Value<'_> {
    /// Reports that the value is not of the kind `wanted`.
    pub(crate) fn report_kind(self, wanted: &str) {
        let source = &self.book.text[self.node.span()];
        let (found, suggestion) = match (self.node.get_ref(), wanted) {
            (DeValue::String(text), "number") => {
                ("text", slips::number_in(text).filter(|number| !number.contains('.')))
            }
            (DeValue::String(text), "decimal") => ("text", slips::number_in(text)),
            (DeValue::String(text), "true-or-false") => ("text", slips::likely_answer(text)),
            (DeValue::String(_), "list") => ("text", Some(format!("[{}]", shortened(source)))),
            (DeValue::String(_), _) => ("text", None),
            (DeValue::Integer(_), "text") => ("number", Some(format!("\"{}\"", shortened(source)))),
            (DeValue::Integer(_), "list") => ("number", Some(format!("[{}]", shortened(source)))),
            (DeValue::Integer(number), "time") => ("number", slips::likely_clock(number.as_str())),
            (DeValue::Integer(_), _) => ("number", None),
            (DeValue::Float(number), _) => ("decimal", slips::without_decimals(number.as_str())),
            (DeValue::Boolean(_), _) => ("true-or-false", None),
            (DeValue::Datetime(_), "text") => {
                ("date-or-time", Some(format!("\"{}\"", shortened(source))))
            }
            (DeValue::Datetime(_), _) => ("date-or-time", None),
            (DeValue::Array(values), "table") if holds_tables(values) => {
                ("tables", Some(format!("[{}]", self.key)))
            }
            (DeValue::Array(_), _) => ("list", None),
            (DeValue::Table(_), "tables") => ("table", Some(format!("[[{}]]", self.key))),
            (DeValue::Table(_), _) => ("table", None),
        };
        self.book.report(self.problem_of_kind(wanted, found).suggest(suggestion));
    }

    /// A problem of a value that is `found` and not of the kind `wanted`.
    pub(super) fn problem_of_kind(self, wanted: &str, found: &str) -> Problem {
        self.problem(ProblemCode::WrongKind).with("wanted", wanted).with("found", found)
    }

    /// Reports two numbers where one is asked for, with how the greater is said.
    pub(crate) fn report_two_numbers(self, likely: String) {
        let found = if self.as_text().is_some() { "text" } else { "list" };
        self.book.report(self.problem_of_kind("number", found).suggest(Some(likely)));
    }

    /// Reports a list that has nothing in it. What the parser has complained about was something.
    pub(crate) fn report_if_empty(self) {
        if matches!(self.node.get_ref(), DeValue::Array(values) if values.is_empty()) {
            self.book.report(self.problem(ProblemCode::EmptyList));
        }
    }

    pub(super) fn report_range(self, found: &str, least: &dyn Display, most: &dyn Display) {
        self.book.report(
            self.problem(ProblemCode::OutOfRange)
                .with("least", least)
                .with("most", most)
                .with("found", shortened(found)),
        );
    }

    pub(super) fn report_too_many(self, found: usize, most: usize) {
        if found > most {
            self.book
                .report(self.problem(ProblemCode::TooMany).with("most", most).with("found", found));
        }
    }
}

/// Whether a list is made of tables, as `[[name]]` makes it.
fn holds_tables(values: &toml::de::DeArray<'_>) -> bool {
    values.iter().next().is_some_and(|value| matches!(value.get_ref(), DeValue::Table(_)))
}
