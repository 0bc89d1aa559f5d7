//! Reading the rules that stand beside the lines of a sheet.

use super::around::Around;
use super::dose::kilograms;
use super::fits::{RoundMoved, report_rounds_before, report_rounds_moved};
use super::frequency::{FIXED_DAY_KEYS, read_fixed_days, read_turns};
use super::parts::{
    BEGINNINGS, Counting, Names, each_once, filled, read_times, read_weekdays_and_dates,
    report_twice,
};
use crate::error::{Problem, ProblemCode};
use crate::ids::{AppointmentId, ClearanceId, DayTypeId, LineId, PhaseId, ProgrammeId, RoundId};
use crate::plan::limits::{
    GAP_MINUTES, LONG_TEXT, MOST_LINES, MOST_ROUNDS, MOST_TURNS, PERCENT, SHORT_TEXT, SIT_MINUTES,
    SOME_DAYS, TIMES_A_DAY, UP_MINUTES,
};
use crate::plan::{
    Advance, Appointment, AwakeHours, BadDay, Clearance, DayOff, DayOffThen, DayPattern, DayType,
    LimitUntil, Minimum, MissedDose, Part, Phase, Precaution, Programme, ReEntry, Round, Rounding,
};
use crate::safety::LIMIT_KINDS;
use crate::table::{Table, Value};
use crate::time::{QuietHours, WallTime};

/// The words for [`Rounding`].
pub(in crate::plan) const ROUNDINGS: [(&str, Rounding); 2] =
    [("up", Rounding::Up), ("down", Rounding::Down)];

/// The words for [`DayOffThen`].
pub(in crate::plan) const DAY_OFF_THEN: [(&str, DayOffThen); 2] =
    [("skip", DayOffThen::Skip), ("shift", DayOffThen::Shift)];

/// The value of a number that may be left out; `None` where it is given and no good.
fn maybe<T>(given: Option<Option<T>>) -> Option<Option<T>> {
    match given {
        Some(read) => read.map(Some),
        None => Some(None),
    }
}

/// The hours awake of a day that begins at `day_start`; they end on the day on which they begin.
pub(super) fn read_awake(table: &mut Table<'_>, day_start: WallTime) -> Option<AwakeHours> {
    let (from, until) = read_times(table, "awake_from", "awake_until")?;
    if until.minutes_into_day(day_start) <= from.minutes_into_day(day_start) {
        let problem = table.problem_of("awake_until", ProblemCode::EndsBeforeItStarts);
        table.report(problem.with("key", "awake_until").with("from", from).with("until", until));
    }
    Some(AwakeHours { from, until })
}

pub(super) fn read_quiet(table: &mut Table<'_>) -> Option<QuietHours> {
    let (from, until) = read_times(table, "quiet_from", "quiet_until")?;
    Some(QuietHours { from, until })
}

pub(super) fn read_day_type(
    table: &mut Table<'_>,
    names: &mut Names,
    around: &Around<'_>,
) -> Option<DayType> {
    let id = names.take(table, DayTypeId::new);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let (weekdays, dates) = read_weekdays_and_dates(table, &around.counting);
    let start = table.given("start").and_then(Value::time);
    let quiet_hours = read_quiet(table);
    let awake = read_awake(table, start.unwrap_or(around.usual_day.start));
    let leave_out = table.given("leave_out").and_then(|value| {
        each_once(value, MOST_ROUNDS, "round", |value| around.round_names.find(value, RoundId::new))
    });
    let leave_out = leave_out.unwrap_or_default();
    let mut places = Vec::new();
    let times = table.tables("times", MOST_ROUNDS, |table| {
        let round = table.needed("round");
        let round = round.and_then(|value| around.round_names.find(value, RoundId::new));
        let at = table.needed("at").and_then(Value::time);
        let (round, at) = (round?, at?);
        places.push(RoundMoved::read(table, round.clone(), at));
        Some((round, at))
    });
    report_rounds_moved(&places, &leave_out, start, around, |problem| table.report(problem));
    let has_own = |id: &RoundId| {
        leave_out.contains(id) || times.iter().flatten().any(|(round, _)| round == id)
    };
    report_rounds_before(table, start, has_own, around);
    Some(DayType {
        id: id?,
        title: title?,
        weekdays,
        dates,
        start,
        quiet_hours,
        awake,
        times: times?,
        leave_out,
    })
}

pub(super) fn read_phase(
    table: &mut Table<'_>,
    names: &mut Names,
    around: &Around<'_>,
) -> Option<Phase> {
    let id = names.take(table, PhaseId::new);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let stretch = around.counting.stretch(table);
    let clearance = table.given("clearance").and_then(|value| around.clearance(value));
    if !BEGINNINGS.iter().any(|key| table.has(key)) {
        table.report_missing("from_day");
        return None;
    }
    Some(Phase { id: id?, title: title?, stretch: stretch?, clearance })
}

pub(super) fn read_clearance(
    table: &mut Table<'_>,
    names: &mut Names,
    counting: &Counting,
) -> Option<Clearance> {
    let id = names.take(table, ClearanceId::new);
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let from_whom = table.given("from_whom").and_then(|value| value.text(SHORT_TEXT));
    let ask_on = table.given("ask_on").and_then(|value| counting.date(value));
    Some(Clearance { id: id?, as_written: as_written?, from_whom, ask_on })
}

pub(super) fn read_appointment(
    table: &mut Table<'_>,
    names: &mut Names,
    counting: &Counting,
) -> Option<Appointment> {
    let id = names.take(table, AppointmentId::new);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let date = table.needed("date").and_then(|value| counting.date(value));
    let as_written = table.given("as_written").and_then(|value| value.lines(LONG_TEXT));
    Some(Appointment { id: id?, title: title?, date: date?, as_written })
}

pub(super) fn read_programme(
    table: &mut Table<'_>,
    names: &mut Names,
    around: &Around<'_>,
) -> Option<Programme> {
    let id = names.take(table, ProgrammeId::new);
    let label = id.as_ref().map_or_else(String::new, ToString::to_string);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let turns = table.needed("turns").and_then(|value| read_turns(value, MOST_TURNS));
    let days = read_fixed_days(table, around, &label);
    if !FIXED_DAY_KEYS.iter().any(|key| table.has(key)) && !table.has("counting_from") {
        table.report_missing("days");
    }
    let advance = table
        .needed("advance")
        .and_then(|value| value.choice(&[("calendar", true), ("done", false)]));
    let from = table.given("turns_from").and_then(|value| around.counting.date(value));
    let advance = match advance? {
        true => {
            if !table.has("turns_from") {
                table.report_missing("turns_from");
            }
            if matches!(days, Some(DayPattern::TimesAWeek { .. })) {
                table.report(table.problem_of("advance", ProblemCode::ProgrammeNeedsDays));
            }
            Advance::Calendar(from?)
        }
        false => Advance::Done,
    };
    Some(Programme { id: id?, title: title?, turns: turns?, days: days?, advance })
}

pub(super) fn read_round(table: &mut Table<'_>, names: &mut Names) -> Option<Round> {
    // Rounds by the clock have names of their own.
    let id = names.take(table, |text| RoundId::new(text).filter(|_| !text.starts_with("clock-")));
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let at = table.given("at").map(Value::time);
    let routine = table.given("routine").and_then(|value| value.text(SHORT_TEXT));
    if !table.has("at") && !table.has("routine") {
        table.report_missing("at");
    }
    let missed_dose = read_limits(table);
    Some(Round { id: id?, title: title?, at: maybe(at)?, routine, missed_dose })
}

/// The rule of the plan for all rounds. A sheet that has one says it in its own words.
pub(super) fn read_missed_dose(table: &mut Table<'_>) -> MissedDose {
    let most_a_day = table.given("most_a_day").and_then(|value| value.number(&TIMES_A_DAY));
    let rule = MissedDose { most_a_day, ..read_limits(table) };
    if !table.has("as_written") {
        table.report_missing("as_written");
    }
    rule
}

/// What a round may say, too.
fn read_limits(table: &mut Table<'_>) -> MissedDose {
    MissedDose {
        as_written: table.given("as_written").and_then(|value| value.lines(LONG_TEXT)),
        gap_minutes: table.given("gap_minutes").and_then(|value| value.number(&GAP_MINUTES)),
        most_a_day: None,
        latest_start: table.given("latest_start").and_then(Value::time),
        latest_ring: table.given("latest_ring").and_then(Value::time),
    }
}

pub(super) fn read_precaution(table: &mut Table<'_>, around: &Around<'_>) -> Option<Precaution> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let source = table.given("source").and_then(|value| value.text(SHORT_TEXT));
    let kinds = table.given("kinds").and_then(|value| {
        each_once(value, LIMIT_KINDS.len(), "kind", |value| value.choice(&LIMIT_KINDS))
    });
    let lift_kg = table.given("lift_kg").and_then(kilograms);
    let sit_minutes = table.given("sit_minutes").and_then(|value| value.number(&SIT_MINUTES));
    let up_minutes = table.given("up_minutes").and_then(|value| value.number(&UP_MINUTES));
    table.goes_with("up_minutes", "sit_minutes");
    let day = around.counting.day(table, "until_day", "until");
    let appointment = table
        .given("until_appointment")
        .and_then(|value| around.appointment_names.find(value, AppointmentId::new));
    let clearance = table.given("clearance").and_then(|value| around.clearance(value));
    let told = table.given("until_told_otherwise").and_then(Value::yes_or_no);
    let ends = ["until_day", "until", "until_appointment", "clearance"];
    let told_otherwise = told == Some(true);
    if !told_otherwise && !ends.iter().any(|key| table.has(key)) {
        let problem = table.problem(ProblemCode::LimitWithoutEnd);
        table.report(problem.suggest(Some("until_told_otherwise = true".to_owned())));
    }
    Some(Precaution {
        as_written: as_written?,
        source,
        kinds: kinds.unwrap_or_default(),
        lift_kg,
        sit_minutes,
        up_minutes,
        until: LimitUntil { day, appointment, clearance, told_otherwise },
    })
}

/// A part of the dose.
pub(super) fn read_part(table: &mut Table<'_>) -> Option<Part> {
    let percent = table.given("percent").and_then(|value| value.number(&PERCENT));
    let rounding = table.given("rounding").and_then(|value| value.choice(&ROUNDINGS));
    table.goes_with("percent", "rounding");
    table.goes_with("rounding", "percent");
    Some(Part { percent: percent?, rounding: rounding? })
}

/// `places` takes where the bouts of each line stand, as an empty problem.
pub(super) fn read_bad_day(
    table: &mut Table<'_>,
    around: &Around<'_>,
    places: &mut Vec<Problem>,
) -> Option<BadDay> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let mut named: Vec<LineId> = Vec::new();
    let minimum = table.given("minimum").map(|value| {
        let tables = filled(value, MOST_LINES)?;
        let mut read = |table: &mut Table<'_>| {
            let line = table.needed("line").and_then(|value| {
                let line = around.named_line(value)?;
                if named.contains(&line) {
                    report_twice(value, "line", line.as_str());
                }
                named.push(line.clone());
                Some(line)
            });
            let bouts = table.needed("bouts").and_then(|value| value.number(&TIMES_A_DAY));
            places.push(table.problem_of("bouts", ProblemCode::BadDayAboveDay));
            Some(Minimum { line: line?, bouts: bouts? })
        };
        tables.into_iter().map(|value| value.table(&mut read).flatten()).collect()
    });
    Some(BadDay { as_written: as_written?, minimum: maybe(minimum)?.unwrap_or_default() })
}

pub(super) fn read_day_off(table: &mut Table<'_>, around: &Around<'_>) -> Option<DayOff> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let (weekdays, dates) = read_weekdays_and_dates(table, &around.counting);
    let except = table
        .given("except")
        .and_then(|value| each_once(value, MOST_LINES, "line", |value| around.named_line(value)));
    let then = table.needed("then").and_then(|value| value.choice(&DAY_OFF_THEN));
    Some(DayOff {
        as_written: as_written?,
        weekdays,
        dates,
        except: except.unwrap_or_default(),
        then: then?,
    })
}

pub(super) fn read_re_entry(table: &mut Table<'_>) -> Option<ReEntry> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let part = read_part(table);
    let days = table.given("for_days").and_then(|value| value.number(&SOME_DAYS));
    table.goes_with("percent", "for_days");
    table.goes_with("for_days", "percent");
    Some(ReEntry { as_written: as_written?, part: part.zip(days) })
}
