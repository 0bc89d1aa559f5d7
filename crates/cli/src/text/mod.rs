//! Answers in words.

mod agenda;
mod catalogue;
mod figures;
mod log;
mod measures;
mod plan;
mod sheet;
mod template;

use backwise_core::error::Problem;
use backwise_core::plan::{Dose, Side, told_dose};
use backwise_words::{Value, Words};
use serde::Serialize;

use crate::answer::{Answer, Refusal};

/// `answer` as text for people, with a line break at its end.
pub(crate) fn answer(words: &Words, answer: &Answer) -> String {
    let page = Page { words };
    match answer {
        Answer::Check(check) => plan::check(page, check),
        Answer::Imported(check) => plan::imported(page, check),
        Answer::Diff(diff) => plan::diff(page, diff),
        Answer::Plan(plan) => plan::plan(page, plan),
        Answer::Exported(exported) => plan::exported(page, exported),
        Answer::Agenda(days) => agenda::agenda(page, days),
        Answer::Entry(entry) => log::entry(page, entry),
        Answer::Reminders(reminders) => agenda::reminders(page, reminders),
        Answer::Report(report) => figures::report(page, report),
        Answer::Function(function) => measures::measures(page, function),
        Answer::Catalogue(found) => catalogue::all(page, &found.exercises, found.search.as_deref()),
        Answer::Exercise(exercise) => catalogue::one(page, exercise),
        Answer::Templates(found) => template::all(page, found),
        Answer::Template(found) => template::one(page, found),
        Answer::Data(data) => figures::data(page, data),
    }
}

/// `refusal` as text for people: each problem, then the sentence.
pub(crate) fn refusal(words: &Words, refusal: &Refusal) -> String {
    let problems = refusal.problems.iter().map(|problem| self::problem(words, problem) + "\n");
    problems.chain([refusal_sentence(words, refusal) + "\n"]).collect()
}

/// Why nothing was done, in one sentence or a few.
pub(crate) fn refusal_sentence(words: &Words, refusal: &Refusal) -> String {
    let args: Vec<_> =
        refusal.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    let sentence = words.text(&format!("cli-refused-{}", refusal.code), &args);
    match refusal.args.get("nearest").filter(|nearest| !nearest.is_empty()) {
        Some(nearest) => {
            let args = [("suggestion", Value::from(nearest.as_str()))];
            format!("{sentence} {}", words.text("problem-suggestion", &args))
        }
        None => sentence,
    }
}

/// A problem as compilers print it, so that editors jump to it.
fn problem(words: &Words, problem: &Problem) -> String {
    let Problem { file, .. } = problem;
    let sentence = words.problem_without_place(problem);
    match problem.place {
        Some(place) => format!("{file}:{}:{}: {sentence}", place.line, place.column),
        None => format!("{file}: {sentence}"),
    }
}

/// What every text is made with.
#[derive(Clone, Copy)]
struct Page<'a> {
    words: &'a Words,
}

impl Page<'_> {
    /// The sentence `cli-<key>`.
    fn say(self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.text(&format!("cli-{key}"), args)
    }

    /// A heading and what stands under it, after an empty line; nothing when nothing stands there.
    fn section(self, key: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        self.under(&self.say(key, &[]), lines)
    }

    /// The same under a heading that has been said.
    fn under(self, heading: &str, lines: &[String]) -> String {
        let lines: String =
            lines.iter().map(|line| format!("  {}\n", line.replace('\n', "\n  "))).collect();
        format!("\n{heading}\n{lines}")
    }

    /// How much and on which side, such as "2 sets of 10, each side".
    fn dose(self, dose: &Dose, side: Side) -> String {
        self.words.told_all(&told_dose(dose, side))
    }
}

/// The name of a choice as the JSON documents write it.
fn name_of(choice: impl Serialize) -> String {
    let value = serde_json::to_value(choice).ok();
    value.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// Rows with their columns under one another, and no blanks at the ends.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    // A column without a single word takes no room.
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
            let line: String = cells.map(|(cell, width)| format!("{cell:width$}  ")).collect();
            line.trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_one_another() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = aligned(&[row(["1", "", "Brücke"]), row(["12", "", "Gehen"])]);
        assert_eq!(lines, ["1   Brücke", "12  Gehen"]);
        let lines = aligned(&[row(["ä", "x", ""]), row(["ab", "y", ""])]);
        assert_eq!(lines, ["ä   x", "ab  y"]);
    }
}
