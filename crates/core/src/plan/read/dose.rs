//! Reading how much a line asks for. Nothing that the sheet leaves open is filled in.

use super::parts::each_once;
use crate::error::ProblemCode;
use crate::plan::dose::MEASURES;
use crate::plan::limits::{
    BREATHS, HOLD_SECONDS, KILOGRAMS, METRES, MINUTES, REPETITIONS, REST_SECONDS, SECONDS, SETS,
    SHORT_TEXT, WALKING_STEPS,
};
use crate::plan::{Counted, Dose, Kilograms, NotGiven};
use crate::table::{Table, Value};
use std::ops::RangeInclusive;

/// The numbers of a dose that a sheet can give a ceiling, with their keys and ranges.
pub(in crate::plan) const NUMBERS: [(&str, Counted, RangeInclusive<u16>); 8] = [
    ("sets", Counted::Sets, SETS),
    ("repetitions", Counted::Repetitions, REPETITIONS),
    ("hold_seconds", Counted::HoldSeconds, HOLD_SECONDS),
    ("seconds", Counted::Seconds, SECONDS),
    ("minutes", Counted::Minutes, MINUTES),
    ("breaths", Counted::Breaths, BREATHS),
    ("walking_steps", Counted::WalkingSteps, WALKING_STEPS),
    ("metres", Counted::Metres, METRES),
];

/// The words for [`NotGiven`].
pub(in crate::plan) const NOT_GIVEN: [(&str, NotGiven); 8] = [
    ("dose", NotGiven::Dose),
    ("sets", NotGiven::Sets),
    ("repetitions", NotGiven::Repetitions),
    ("hold", NotGiven::Hold),
    ("rest", NotGiven::Rest),
    ("minutes", NotGiven::Minutes),
    ("load", NotGiven::Load),
    ("range", NotGiven::Range),
];

/// The key that a plan file has for a number of a dose.
pub(in crate::plan) fn key_of(counted: Counted) -> &'static str {
    NUMBERS.iter().find(|(_, known, _)| *known == counted).map_or("", |(key, ..)| key)
}

/// Which part of a dose must be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// A line says how much, or that its sheet does not.
    Whole,
    /// A stage says what differs.
    Part,
}

/// The dose of a table, such as a line. `label` is what a sentence calls the line.
pub(super) fn read_dose(table: &mut Table<'_>, needs: Needs, label: &str) -> Dose {
    let mut dose = Dose::default();
    for (key, counted, range) in NUMBERS {
        let Some(value) = table.given(key) else { continue };
        if let Some((asked, most)) = value.as_two_numbers() {
            let likely = format!("{key} = {asked}, up_to = {{ {key} = {most} }}");
            value.report_two_numbers(likely);
        } else if let Some(number) = value.number(&range) {
            dose.set_number(counted, number);
        }
    }
    dose.rest_seconds = table.given("rest_seconds").and_then(|value| value.number(&REST_SECONDS));
    let mut text = |key| table.given(key).and_then(|value| value.text(SHORT_TEXT));
    dose.load = text("load");
    dose.load_most = text("load_most");
    dose.range = text("range");
    dose.load_kg = table.given("load_kg").and_then(kilograms);
    dose.load_most_kg = table.given("load_most_kg").and_then(kilograms);
    if let (Some(asked), Some(most)) = (dose.load_kg, dose.load_most_kg)
        && most < asked
    {
        let problem = table.problem_of("load_most_kg", ProblemCode::UpToTooLow);
        let problem = problem.with("key", "load_most_kg").with("found", most);
        table.report(problem.with("asked", asked));
    }
    dose.not_given = table
        .given("not_given")
        .and_then(|value| {
            each_once(value, NOT_GIVEN.len(), "not_given", |value| value.choice(&NOT_GIVEN))
        })
        .unwrap_or_default();
    dose.not_given.sort_unstable();
    dose.up_to = table
        .given("up_to")
        .and_then(|value| value.table(|table| read_up_to(table, &dose)))
        .unwrap_or_default();
    report_measures(table);
    report_not_given(table, &dose, label);
    if needs == Needs::Whole {
        report_open(table, &dose, label);
    }
    dose
}

/// A weight, to a tenth of a kilogram. A limit is never rounded.
pub(super) fn kilograms(value: Value<'_>) -> Option<Kilograms> {
    let weight = value.decimal_number(&KILOGRAMS)?;
    let tenths = (weight * 10.0).round() / 10.0;
    if (weight - tenths).abs() > 1e-9 {
        value.report(ProblemCode::TooPrecise, &weight.to_string(), None);
        return None;
    }
    Some(Kilograms(tenths))
}

fn read_up_to(table: &mut Table<'_>, dose: &Dose) -> Vec<(Counted, u16)> {
    let mut up_to = Vec::new();
    for (key, counted, range) in NUMBERS {
        let Some(value) = table.given(key) else { continue };
        let Some(most) = value.number(&range) else { continue };
        let asked = dose.number(counted);
        if asked.is_none_or(|asked| asked >= most) {
            let problem = value.problem(ProblemCode::UpToTooLow).with("found", most);
            let asked = asked.map_or_else(|| "none".to_owned(), |asked| asked.to_string());
            value.book().report(problem.with("asked", asked));
        }
        up_to.push((counted, most));
    }
    up_to
}

/// A bout is counted or timed; two measures at once would leave open which of them ends it.
fn report_measures(table: &Table<'_>) {
    let given: Vec<&'static str> =
        MEASURES.into_iter().map(key_of).filter(|key| table.has(key)).collect();
    if let [first, second, ..] = given.as_slice() {
        table.only_one_of(first, second);
    }
}

fn report_not_given(table: &Table<'_>, dose: &Dose, label: &str) {
    let keys = |part: NotGiven| -> &[&str] {
        match part {
            NotGiven::Dose => &[
                "sets",
                "repetitions",
                "hold_seconds",
                "seconds",
                "rest_seconds",
                "minutes",
                "breaths",
                "walking_steps",
                "metres",
            ],
            NotGiven::Sets => &["sets"],
            NotGiven::Repetitions => &["repetitions"],
            NotGiven::Hold => &["hold_seconds"],
            NotGiven::Rest => &["rest_seconds"],
            NotGiven::Minutes => &["minutes"],
            NotGiven::Load => &["load", "load_kg"],
            NotGiven::Range => &["range"],
        }
    };
    for part in &dose.not_given {
        if let Some(key) = keys(*part).iter().find(|key| table.has(key)) {
            let problem = table.problem_of("not_given", ProblemCode::GivenAndNotGiven);
            table.report(problem.with("line", label).with("key", *key));
        }
    }
}

/// Reports what cannot be carried out as it stands. What the sheet leaves open is said to be open.
fn report_open(table: &Table<'_>, dose: &Dose, label: &str) {
    let is_open = |part| dose.not_given.contains(&part);
    let measured = MEASURES.into_iter().any(|key| table.has(key_of(key)));
    let counted = ["repetitions", "breaths"].iter().any(|key| table.has(key));
    let something = measured || table.has("hold_seconds");
    let is_left_open = [NotGiven::Dose, NotGiven::Repetitions, NotGiven::Minutes].map(is_open);
    if !something && !is_left_open.contains(&true) {
        let suggestion = Some("not_given = [\"repetitions\"]".to_owned());
        table.report(
            table
                .problem(ProblemCode::DoseMissing)
                .with("line", label)
                .suggest(suggestion.filter(|_| table.has("sets"))),
        );
    }
    if let Some(seconds) = dose.hold_seconds
        && !counted
        && !is_open(NotGiven::Repetitions)
    {
        let problem = table.problem_of("hold_seconds", ProblemCode::HoldWithoutRepetitions);
        let sets = dose.sets.map_or_else(|| "none".to_owned(), |sets| sets.to_string());
        let suggestion = dose.sets.map_or_else(
            || "not_given = [\"repetitions\"]".to_owned(),
            |sets| format!("repetitions = {sets}"),
        );
        table.report(
            problem
                .with("line", label)
                .with("sets", sets)
                .with("seconds", seconds)
                .suggest(Some(suggestion)),
        );
    }
}
