//! Reading the stages of a line, and a dose that grows by itself.

use super::around::Around;
use super::dose::{NUMBERS, Needs, read_dose};
use super::fits::report_bouts;
use super::frequency::{read_frequency, says_how_often};
use super::line::SIDES;
use super::parts::{BEGINNINGS, each_once, problem_of_beginning};
use crate::error::ProblemCode;
use crate::plan::limits::{GROWTH, LONG_TEXT, MOST_LINES, MOST_STAGES, SOME_DAYS};
use crate::plan::{Counted, Dose, Frequency, Growth, Prescription, Stage, StageBegins};
use crate::table::{Table, Value};
use crate::time::{Day, DayRef};

/// The stages of the line in `table`.
pub(super) fn read_stages(
    table: &mut Table<'_>,
    around: &Around<'_>,
    of_line: Option<&Frequency>,
    label: &str,
) -> Option<Vec<Stage>> {
    let mut before: Option<Day> = None;
    table.tables("stage", MOST_STAGES, |table| {
        let stage = read_stage(table, around, of_line, label)?;
        let anchors = around.counting.anchors;
        let first = anchors.and_then(|anchors| stage.begins.first_day(&anchors));
        // A stage begins where the one before it has ended, or later.
        if let (Some(last), Some(first)) = (before, first)
            && first < last
        {
            let problem = problem_of_beginning(table, ProblemCode::StagesOverlap);
            let problem = problem.with("line", label);
            table.report(problem.with("from", first).with("before", last));
        }
        let until = anchors.and_then(|anchors| stage.until.map(|until| until.resolve(&anchors)));
        if let (Some(first), Some(until)) = (first, until) {
            let key = if table.has("until_day") { "until_day" } else { "until" };
            super::parts::report_order(table, key, first, until);
        }
        // Two stages that begin on one day would leave open which of them holds.
        before = until.or(first.map(|first| first.plus(1))).or(before);
        Some(stage)
    })
}

fn read_stage(
    table: &mut Table<'_>,
    around: &Around<'_>,
    of_line: Option<&Frequency>,
    label: &str,
) -> Option<Stage> {
    let as_written = table.given("as_written").and_then(|value| value.lines(LONG_TEXT));
    let (begins, until) = read_beginning(table, around, label);
    let dose = read_dose(table, Needs::Part, label);
    let side = table.given("side").and_then(|value| value.choice(&SIDES));
    let frequency = read_frequency(table, around, of_line, true, label);
    // A stage that leaves the bouts as in the line has what the line was told about them.
    if let Some(frequency) = frequency.as_ref().filter(|_| says_how_often(table)) {
        report_bouts(table, frequency, around, label);
    }
    let replaces = table.given("replaces").and_then(|value| {
        each_once(value, MOST_LINES, "line", |value| {
            // A line that rested while its own stage holds would never be done.
            if value.as_text() == Some(label) {
                value.book().report(value.problem(ProblemCode::ReplacesItself).with("line", label));
            }
            around.named_line(value)
        })
    });
    Some(Stage {
        as_written,
        begins: begins?,
        until,
        dose,
        side,
        frequency,
        replaces: replaces.unwrap_or_default(),
    })
}

/// When a stage begins, and until when it holds.
fn read_beginning(
    table: &mut Table<'_>,
    around: &Around<'_>,
    label: &str,
) -> (Option<StageBegins>, Option<DayRef>) {
    let (on, until) = around.counting.stage_days(table);
    let done = table.given("after_done_days").map(|value| value.number(&SOME_DAYS));
    let agreed = table.given("when_agreed").and_then(Value::yes_or_no);
    let clearance = table.given("clearance").map(|value| around.clearance(value));
    let anchors = around.counting.anchors;
    let from = match &on {
        Some(StageBegins::On(day)) => Some(*day),
        Some(week @ StageBegins::InWeek(_)) => anchors.and_then(|anchors| {
            let first = week.first_day(&anchors)?;
            Some(DayRef::AfterSurgery(first.days_after(anchors.surgery)))
        }),
        _ => None,
    };
    let said = [
        ("from", on.is_some() && clearance.is_none()),
        ("after_done_days", done.is_some()),
        ("when_agreed", agreed == Some(true)),
        ("clearance", clearance.is_some()),
    ];
    let said: Vec<&str> = said.iter().filter(|(_, said)| *said).map(|(key, _)| *key).collect();
    if let [first, second, ..] = said.as_slice() {
        let problem = table.problem_of(second, ProblemCode::StageStartTwice).with("line", label);
        table.report(problem.with("first", *first).with("second", *second));
        return (None, until);
    }
    if said.is_empty() {
        if !BEGINNINGS.iter().any(|key| table.has(key)) {
            table.report(table.problem(ProblemCode::StageStartMissing).with("line", label));
        }
        return (None, until);
    }
    let begins = match (clearance, done) {
        (Some(clearance), _) => {
            clearance.map(|clearance| StageBegins::WithClearance { clearance, from })
        }
        (None, Some(done)) => done.map(StageBegins::AfterDoneDays),
        (None, None) if agreed == Some(true) => Some(StageBegins::WhenAgreed),
        (None, None) => on,
    };
    (begins, until)
}

/// Notes stages of `line` that are written for days on which it is not done: over before it begins, or after its end. Rows of a
/// table that were over when the sheet was typed in are none.
pub(super) fn remark_stages(
    table: &Table<'_>,
    line: &Prescription,
    around: &Around<'_>,
    label: &str,
) {
    let Some(anchors) = around.counting.anchors else { return };
    let phase = line.phase.as_ref().and_then(|id| around.phases.iter().find(|p| p.id == *id));
    let stretches = [Some(line.stretch), phase.map(|phase| phase.stretch)];
    let given = || stretches.iter().flatten();
    let first = given().filter_map(|s| s.first_day(&anchors)).max();
    let end = given().filter_map(|s| s.day_after(&anchors)).chain(around.ends).min();
    let begins: Vec<Option<Day>> =
        line.stages.iter().map(|stage| stage.begins.first_day(&anchors)).collect();
    for (at, stage) in line.stages.iter().enumerate() {
        let next = begins.iter().skip(at + 1).flatten().min();
        let over =
            stage.until.map(|until| until.resolve(&anchors)).into_iter().chain(next.copied());
        let is_before = over.min().zip(first).is_some_and(|(over, first)| over <= first);
        let is_after =
            begins.get(at).copied().flatten().zip(end).is_some_and(|(on, end)| on >= end);
        if is_before || is_after {
            let problem = table.problem_of("stage", ProblemCode::StageOutsideLine);
            around.remark(problem.with("line", label).with("stage", at + 1));
        }
    }
}

/// The growth of the dose of a line; `Some(None)` where it has none.
pub(super) fn read_growth(
    table: &mut Table<'_>,
    around: &Around<'_>,
    dose: &Dose,
    label: &str,
) -> Option<Option<Growth>> {
    let Some(value) = table.given("growth") else { return Some(None) };
    if table.has("stage") {
        let problem = value.problem(ProblemCode::GrowthWithStages).with("line", label);
        table.report(problem);
    }
    value.table(|table| growth(table, around, dose, label)).flatten().map(Some)
}

fn growth(table: &mut Table<'_>, around: &Around<'_>, dose: &Dose, label: &str) -> Option<Growth> {
    let keys = NUMBERS.map(|(key, counted, _)| (key, counted));
    let key = table.needed("key").and_then(|value| value.choice(&keys));
    let by = table.needed("by").and_then(|value| value.number(&GROWTH));
    let every_days = table.needed("every_days").and_then(|value| value.number(&SOME_DAYS));
    let range = NUMBERS.into_iter().find(|(_, counted, _)| Some(*counted) == key);
    let range = range.map_or(1..=u16::MAX, |(.., range)| range);
    let at_most = table.needed("at_most").and_then(|value| value.number(&range));
    let from = around.counting.day(table, "from_day", "from");
    if !table.has("from_day") && !table.has("from") {
        table.report_missing("from");
    }
    let key: Counted = key?;
    match (dose.number(key), at_most) {
        (None, _) => {
            let problem = table.problem_of("key", ProblemCode::GrowthWithoutNumber);
            table.report(problem.with("line", label).with("key", super::dose::key_of(key)));
        }
        (Some(asked), Some(most)) if most <= asked => {
            let problem = table.problem_of("at_most", ProblemCode::UpToTooLow);
            let problem = problem.with("key", "at_most").with("found", most);
            table.report(problem.with("asked", asked));
        }
        // A number never grows above its own ceiling.
        (Some(_), Some(most)) => {
            let ceiling = dose.up_to.iter().find(|(of, _)| *of == key).map(|(_, ceiling)| *ceiling);
            if let Some(ceiling) = ceiling.filter(|ceiling| *ceiling < most) {
                let problem = table.problem_of("at_most", ProblemCode::OutOfRange);
                let problem = problem.with("key", "at_most").with("found", most);
                table.report(
                    problem.with("least", dose.number(key).unwrap_or(1)).with("most", ceiling),
                );
            }
        }
        (Some(_), None) => {}
    }
    Some(Growth { key, by: by?, every_days: every_days?, at_most: at_most?, from: from? })
}
