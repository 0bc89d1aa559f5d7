//! Reading when and how often a line is done.

use super::around::Around;
use super::parts::{WEEKDAY_NAMES, each_once, read_weekdays, report_twice};
use crate::error::{ProblemCode, nearest};
use crate::ids::{ProgrammeId, RoundId};
use crate::plan::limits::{
    EVERY_DAYS, EVERY_HOURS, GAP_MINUTES, LONG_TEXT, MOST_ROUNDS, SHORT_TEXT, TIMES_A_DAY,
    TIMES_A_WEEK, TURN,
};
use crate::plan::{Bouts, DayPattern, Frequency};
use crate::table::{Table, Value, shortened, slips};

/// The words for every day.
pub(in crate::plan) const EVERY_DAY: &str = "every day";

/// The keys of days that are not those of a turn.
pub(super) const FIXED_DAY_KEYS: [&str; 3] = ["days", "every_days", "times_a_week"];
const BOUT_KEYS: [&str; 3] = ["rounds", "times_a_day", "every_hours"];

/// When and how often; `None` when a stage leaves it as in the line, or when it could not be read. What a
/// stage says of days or of bouts alone goes with the other half of `of_line`.
pub(super) fn read_frequency(
    table: &mut Table<'_>,
    around: &Around<'_>,
    of_line: Option<&Frequency>,
    is_stage: bool,
    label: &str,
) -> Option<Frequency> {
    let as_needed = table.given("as_needed").map(|value| value.table(read_as_needed).flatten());
    let technique = table.given("technique").and_then(Value::yes_or_no);
    let days = read_days(table, around, label);
    let bouts = read_bouts(table, around, label);
    let has = |keys: &[&str]| keys.iter().any(|key| table.has(key));
    let has_days = has(&FIXED_DAY_KEYS) || has(&["programme", "turn", "counting_from"]);
    let has_bouts = has(&BOUT_KEYS);
    let due = has_days || has_bouts;
    let said = [due, table.has("as_needed"), technique == Some(true)];
    let said = said.iter().filter(|said| **said).count();
    if said > 1 {
        let key = if table.has("as_needed") { "as_needed" } else { "technique" };
        table.report(table.problem_of(key, ProblemCode::HowOftenTwice).with("line", label));
        return None;
    }
    if let Some(as_needed) = as_needed {
        return as_needed;
    }
    if technique == Some(true) {
        return Some(Frequency::Technique);
    }
    if is_stage && !due {
        return None;
    }
    let (line_days, line_bouts) = match of_line {
        Some(Frequency::Due { days, bouts }) if is_stage => (Some(days), Some(bouts)),
        _ => (None, None),
    };
    if !has_days && line_days.is_none() {
        table.report_missing("days");
    }
    if !has_bouts && line_bouts.is_none() {
        table.report(table.problem(ProblemCode::HowOftenMissing).with("line", label));
    }
    let days = if has_days { days } else { line_days.cloned() };
    let bouts = if has_bouts { bouts } else { line_bouts.cloned() };
    Some(Frequency::Due { days: days?, bouts: bouts? })
}

/// Whether a table says how often a day, whatever it says of the days.
pub(super) fn says_how_often(table: &Table<'_>) -> bool {
    BOUT_KEYS.iter().any(|key| table.has(key))
}

fn read_as_needed(table: &mut Table<'_>) -> Option<Frequency> {
    let when = table.needed("when").and_then(|value| value.text(SHORT_TEXT));
    let most_a_day = table.given("most_a_day").map(|value| value.number(&TIMES_A_DAY));
    let ask_first = table.given("ask_first").and_then(|value| value.lines(LONG_TEXT));
    let most_a_day = match most_a_day {
        Some(most) => Some(most?),
        None => None,
    };
    Some(Frequency::AsNeeded { when: when?, most_a_day, ask_first })
}

/// The days of a line, which may be those of its turn.
fn read_days(table: &mut Table<'_>, around: &Around<'_>, label: &str) -> Option<DayPattern> {
    let turn = read_turn(table, around);
    for key in FIXED_DAY_KEYS {
        table.only_one_of(key, "programme");
    }
    let days = read_fixed_days(table, around, label);
    if table.has("programme") { turn } else { days }
}

/// The days of a line or a programme, but for turns.
pub(super) fn read_fixed_days(
    table: &mut Table<'_>,
    around: &Around<'_>,
    label: &str,
) -> Option<DayPattern> {
    let days = table.given("days");
    let every = table.given("every_days").and_then(|value| value.number(&EVERY_DAYS));
    let from = table.given("counting_from").and_then(|value| around.counting.date(value));
    let times = table.given("times_a_week").and_then(|value| value.number(&TIMES_A_WEEK));
    let apart = table.given("not_two_days_running").map(Value::yes_or_no);
    let given: Vec<_> = FIXED_DAY_KEYS.into_iter().filter(|key| table.has(key)).collect();
    if let [first, second, ..] = given.as_slice() {
        table.only_one_of(first, second);
    }
    table.goes_with("not_two_days_running", "times_a_week");
    table.goes_with("every_days", "counting_from");
    table.goes_with("counting_from", "every_days");
    match given.first().copied()? {
        "every_days" => Some(DayPattern::EveryNDays { n: every?, from: from? }),
        "times_a_week" => {
            let not_two_days_running = apart.unwrap_or(Some(false))?;
            let times = times?;
            // Four days of a week can each have a free day between them, but then not those of the next week.
            if not_two_days_running && times > 3 {
                let problem = table.problem_of("times_a_week", ProblemCode::TooManyDaysApart);
                table.report(problem.with("line", label).with("times", times));
            }
            Some(DayPattern::TimesAWeek { times, not_two_days_running })
        }
        _ => read_named_days(days?),
    }
}

fn read_named_days(days: Value<'_>) -> Option<DayPattern> {
    match days.as_text() {
        Some(EVERY_DAY) => Some(DayPattern::EveryDay),
        Some(text) => {
            let weekday =
                slips::likely_word(text, &WEEKDAY_NAMES).map(|day| format!("[\"{day}\"]"));
            let daily = || ["daily", "day", "every"].contains(&text).then(|| EVERY_DAY.to_owned());
            let near = nearest(text, [EVERY_DAY]).or_else(daily).or(weekday);
            let problem = days.problem(ProblemCode::UnknownWord).with("found", shortened(text));
            let choices = format!("{EVERY_DAY}, {}", WEEKDAY_NAMES.join(", "));
            days.book().report(problem.with("choices", choices).suggest(near));
            None
        }
        None => read_weekdays(days).map(DayPattern::Weekdays),
    }
}

fn read_turn(table: &mut Table<'_>, around: &Around<'_>) -> Option<DayPattern> {
    let programme = table.given("programme");
    let turn = table.given("turn");
    table.goes_with("programme", "turn");
    table.goes_with("turn", "programme");
    let programme = around.programme_names.find(programme?, ProgrammeId::new)?;
    let turn = turn?;
    let found = turn.text(TURN)?;
    let known = around.programmes.iter().find(|known| known.id == programme);
    if let Some(known) = known
        && !known.turns.contains(&found)
    {
        let problem = turn.problem(ProblemCode::UnknownWord).with("found", &found);
        let near = nearest(&found, known.turns.iter().map(String::as_str));
        turn.book().report(problem.with("choices", known.turns.join(", ")).suggest(near));
        return None;
    }
    Some(DayPattern::Turn { programme, turn: found })
}

fn read_bouts(table: &mut Table<'_>, around: &Around<'_>, label: &str) -> Option<Bouts> {
    let rounds = table.given("rounds");
    let times = table.given("times_a_day").and_then(|value| value.least_and_most(&TIMES_A_DAY));
    let gap = table.given("gap_minutes").and_then(|value| value.number(&GAP_MINUTES));
    let hours = table.given("every_hours").and_then(|value| value.number(&EVERY_HOURS));
    let between = table.given("between");
    let given: Vec<_> = BOUT_KEYS.into_iter().filter(|key| table.has(key)).collect();
    if let [_, second, ..] = given.as_slice() {
        let problem = table.problem_of(second, ProblemCode::HowOftenTwice);
        table.report(problem.with("line", label));
    }
    table.goes_with("between", "every_hours");
    table.goes_with("gap_minutes", "times_a_day");
    match given.first().copied()? {
        "times_a_day" => {
            times.map(|(times, most)| Bouts::AnyTime { times, most, gap_minutes: gap })
        }
        "every_hours" => {
            let between = match between {
                Some(between) => Some(read_between(between, around)?),
                None => None,
            };
            if between.is_none() && around.usual_day.awake.is_none() {
                let problem = table.problem_of("every_hours", ProblemCode::AwakeMissing);
                table.report(problem.with("line", label));
            }
            Some(Bouts::EveryHours { hours: hours?, between })
        }
        _ => read_rounds(rounds?, around),
    }
}

/// The first and the last time of day; the last is later in the day of the plan.
fn read_between(
    value: Value<'_>,
    around: &Around<'_>,
) -> Option<(crate::time::WallTime, crate::time::WallTime)> {
    let values = value.list(2)?;
    let [from, until] = values.as_slice() else {
        value.report_kind("two-times");
        return None;
    };
    let (from, until) = (from.time()?, until.time()?);
    if around.minutes_into_day(until) <= around.minutes_into_day(from) {
        let problem = value.problem(ProblemCode::EndsBeforeItStarts);
        value.book().report(problem.with("from", from).with("until", until));
        return None;
    }
    Some((from, until))
}

fn read_rounds(rounds: Value<'_>, around: &Around<'_>) -> Option<Bouts> {
    let mut found = each_once(rounds, MOST_ROUNDS, "round", |value| {
        around.round_names.find(value, RoundId::new)
    })?;
    let place = |id: &RoundId| around.rounds.iter().position(|round| round.id == *id);
    found.sort_by_key(place);
    Some(Bouts::InRounds(found))
}

/// The turns of a programme.
pub(super) fn read_turns(value: Value<'_>, most: usize) -> Option<Vec<String>> {
    let mut turns: Vec<String> = Vec::new();
    for value in value.list(most)? {
        let turn = value.text(TURN)?;
        if turns.contains(&turn) {
            report_twice(value, "turn", &turn);
        }
        turns.push(turn);
    }
    if turns.len() < 2 {
        value.report_kind("two-or-more");
        return None;
    }
    Some(turns)
}
