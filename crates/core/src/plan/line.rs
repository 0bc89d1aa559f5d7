//! Reading one `[[line]]` of a plan file. Nothing that the sheet leaves open is filled in.

use super::limits::{
    BREATHS, EVERY_DAYS, HOLD_SECONDS, LONG_TEXT, MINUTES, MOST_ROUNDS, REPETITIONS, REST_SECONDS,
    SETS, SHEET_NUMBER, SHORT_TEXT, TEMPO_SECONDS, TIMES_A_DAY,
};
use super::parts::{Names, read_span, report_twice};
use super::{Bouts, DayPattern, Dose, Phase, Prescription, Round, Side};
use crate::catalogue::{Catalogue, Exercise, Sided, Tempo};
use crate::error::{Problem, ProblemCode, nearest};
use crate::ids::{ExerciseId, LineId, PhaseId, RoundId};
use crate::safety::{FLAGS, Flag};
use crate::table::{Table, Value, shortened, slips};
use crate::time::{Day, DayRef, Weekday, weekday_from_name};

/// The words for [`Side`].
pub(super) const SIDES: [(&str, Side); 4] =
    [("both", Side::Both), ("each", Side::Each), ("left", Side::Left), ("right", Side::Right)];

/// The words for every day.
pub(super) const EVERY_DAY: &str = "every day";

/// The word for no tempo.
pub(super) const NO_TEMPO: &str = "none";

const WEEKDAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Around<'c> {
    pub(super) catalogue: &'c Catalogue,
    /// Day 0, if it could be read.
    pub(super) surgery: Option<Day>,
    pub(super) starts: Option<Day>,
    pub(super) ends: Option<Day>,
    pub(super) phases: Vec<Phase>,
    pub(super) phase_names: Names,
    /// In the order of the day.
    pub(super) rounds: Vec<Round>,
    pub(super) round_names: Names,
    pub(super) line_names: Names,
}

pub(super) fn read_line(table: &mut Table<'_>, around: &mut Around<'_>) -> Option<Prescription> {
    let id = around.line_names.take(table, LineId::new);
    let label = label_of(table);
    let sheet_no = table.given("sheet_no").and_then(|value| value.text_or_number(SHEET_NUMBER));
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let source = table.given("source").and_then(|value| value.text(SHORT_TEXT));
    let movement = read_movement(table, around.catalogue, &label);
    let dose = read_dose(table, &label);
    let days = read_days(table);
    let bouts = read_bouts(table, around, &label);
    let phase = table
        .given("phase")
        .and_then(|value| around.phase_names.find(value, ProblemCode::UnknownPhase, PhaseId::new));
    let (from, until) = read_span(table, around.surgery);

    let (exercise, title, flags, tempo, side) = movement?;
    let line = Prescription {
        id: id?,
        sheet_no,
        as_written: as_written?,
        source,
        exercise,
        title,
        flags,
        tempo,
        dose,
        side,
        days: days?,
        bouts: bouts?,
        phase,
        from,
        until,
    };
    report_never(table, &line, around, &label);
    Some(line)
}

/// What a sentence calls the line: its name, its exercise, or nothing.
fn label_of(table: &mut Table<'_>) -> String {
    let id = table.given("id").and_then(Value::as_text);
    let exercise = table.given("exercise").and_then(Value::as_text);
    shortened(id.or(exercise).unwrap_or("?"))
}

fn problem(table: &Table<'_>, code: ProblemCode, label: &str) -> Problem {
    table.problem(code).with("line", label)
}

type Movement = (ExerciseId, String, Vec<Flag>, Option<Tempo>, Side);

/// The exercise with its title, flags and tempo: from the file where it says them, else from the
/// catalogue. An exercise of the physiotherapist's own needs a title.
fn read_movement(table: &mut Table<'_>, catalogue: &Catalogue, label: &str) -> Option<Movement> {
    let value = table.needed("exercise");
    let title = table.given("title").and_then(|value| value.text(SHORT_TEXT));
    let flags = table.given("flags").and_then(read_flags);
    let tempo = table.given("tempo").and_then(read_tempo);
    let side = table.given("side").and_then(|value| value.choice(&SIDES));

    let value = value?;
    let text = value.text_of("text")?;
    let known = ExerciseId::new(text).and_then(|id| catalogue.get(&id));
    if known.is_none() && !table.has("title") {
        value.report(ProblemCode::UnknownExercise, text, nearest_exercise(catalogue, text));
        return None;
    }
    let exercise = value.name(ExerciseId::new);
    // Only the catalogue can say that an exercise has no side; of an own one, the sheet must.
    let has_no_side = known.is_some_and(|exercise| exercise.sided == Sided::No);
    if !has_no_side && !table.has("side") {
        table.report(problem(table, ProblemCode::SideMissing, label));
    }
    let side = side.or(has_no_side.then_some(Side::Both));
    let title = title.or_else(|| Some(known?.guidance_in("en")?.title.clone()));
    if title.is_none() && !table.has("title") {
        table.report_missing("title");
    }
    let flags = flags.or_else(|| known.map(|exercise| exercise.flags.clone()));
    let tempo = tempo.unwrap_or_else(|| known.and_then(|exercise| exercise.tempo));
    Some((exercise?, title?, flags.unwrap_or_default(), tempo, side?))
}

/// The name of the exercise that `found` probably means, by its name, title or other words for it.
fn nearest_exercise(catalogue: &Catalogue, found: &str) -> Option<String> {
    let words = |exercise: &Exercise| {
        let titles = exercise.guidance.values().map(|guidance| guidance.title.clone());
        let names = std::iter::once(exercise.id.to_string());
        let all = names.chain(titles).chain(exercise.synonyms.iter().cloned());
        all.map(|word| (word, exercise.id.to_string())).collect::<Vec<_>>()
    };
    let words: Vec<_> = catalogue.exercises.values().flat_map(words).collect();
    let near = nearest(found, words.iter().map(|(word, _)| word.as_str()))?;
    words.into_iter().find(|(word, _)| *word == near).map(|(_, id)| id)
}

fn read_flags(value: Value<'_>) -> Option<Vec<Flag>> {
    let mut flags = Vec::new();
    for value in value.list(FLAGS.len())? {
        let flag = value.choice(&FLAGS)?;
        if flags.contains(&flag) {
            report_twice(value, "flag", value.as_text().unwrap_or_default());
        }
        flags.push(flag);
    }
    Some(flags)
}

/// A tempo, or the word that there is none.
fn read_tempo(value: Value<'_>) -> Option<Option<Tempo>> {
    if value.as_text().is_some() {
        return value.choice(&[(NO_TEMPO, None)]);
    }
    value.table(|table| {
        let mut seconds = |key| table.needed(key).and_then(|value| value.number(&TEMPO_SECONDS));
        let (out, hold, back) = (seconds("out"), seconds("hold"), seconds("back"));
        Some(Tempo { out: out?, hold: hold?, back: back? })
    })
}

fn read_dose(table: &mut Table<'_>, label: &str) -> Dose {
    let mut number = |key, range| table.given(key).and_then(|value| value.number(range));
    let dose = Dose {
        sets: number("sets", &SETS),
        repetitions: number("repetitions", &REPETITIONS),
        hold_seconds: number("hold_seconds", &HOLD_SECONDS),
        rest_seconds: number("rest_seconds", &REST_SECONDS),
        minutes: number("minutes", &MINUTES),
        breaths: number("breaths", &BREATHS),
        load: table.given("load").and_then(|value| value.text(SHORT_TEXT)),
        range: table.given("range").and_then(|value| value.text(SHORT_TEXT)),
    };
    let counted = ["repetitions", "breaths"].iter().any(|key| table.has(key));
    let timed = ["sets", "hold_seconds", "minutes"].iter().any(|key| table.has(key));
    if !counted && !timed {
        table.report(problem(table, ProblemCode::DoseMissing, label));
    }
    // A bout is counted or timed; both at once would leave open which of them ends it.
    for (one, other) in
        [("minutes", "repetitions"), ("minutes", "breaths"), ("repetitions", "breaths")]
    {
        table.only_one_of(one, other);
    }
    if let Some(seconds) = dose.hold_seconds
        && !counted
    {
        let problem = table.problem_of("hold_seconds", ProblemCode::HoldWithoutRepetitions);
        let sets = dose.sets.map_or_else(|| "none".to_owned(), |sets| sets.to_string());
        table.report(problem.with("line", label).with("sets", sets).with("seconds", seconds));
    }
    dose
}

fn read_days(table: &mut Table<'_>) -> Option<DayPattern> {
    let days = table.given("days");
    let every = table.given("every_days").and_then(|value| value.number(&EVERY_DAYS));
    let from = table.given("counting_from").and_then(Value::day);
    table.only_one_of("days", "every_days");
    match (table.has("every_days"), table.has("counting_from")) {
        (true, true) => return Some(DayPattern::EveryNDays { n: every?, from: from? }),
        (true, false) => table.report_missing("counting_from"),
        (false, true) => table.report_missing("every_days"),
        (false, false) if !table.has("days") => table.report_missing("days"),
        (false, false) => {}
    }
    let days = days?;
    match days.as_text() {
        Some(EVERY_DAY) => Some(DayPattern::EveryDay),
        Some(text) => {
            let weekday =
                slips::likely_word(text, &WEEKDAY_NAMES).map(|day| format!("[\"{day}\"]"));
            let daily = || ["daily", "day", "every"].contains(&text).then(|| EVERY_DAY.to_owned());
            let near = nearest(text, [EVERY_DAY]).or_else(daily).or(weekday);
            let problem = days.problem(ProblemCode::UnknownWord).with("found", shortened(text));
            let choices = format!("{EVERY_DAY}, [\"mon\", \"wed\"]");
            table.report(problem.with("choices", choices).suggest(near));
            None
        }
        None => read_weekdays(days),
    }
}

/// Weekdays, which are kept from Monday to Sunday: their order on the sheet means nothing.
fn read_weekdays(value: Value<'_>) -> Option<DayPattern> {
    let choices = WEEKDAY_NAMES.map(|name| (name, weekday_from_name(name)));
    let mut weekdays: Vec<Weekday> = Vec::new();
    let values = value.list(WEEKDAY_NAMES.len())?;
    if values.is_empty() {
        value.report_empty();
        return None;
    }
    for value in values {
        let weekday = value.choice(&choices)??;
        if weekdays.contains(&weekday) {
            report_twice(value, "weekday", value.as_text().unwrap_or_default());
        }
        weekdays.push(weekday);
    }
    weekdays.sort_by_key(Weekday::num_days_from_monday);
    Some(DayPattern::Weekdays(weekdays))
}

fn read_bouts(table: &mut Table<'_>, around: &Around<'_>, label: &str) -> Option<Bouts> {
    let rounds = table.given("rounds");
    let times = table.given("times_a_day").and_then(|value| value.number(&TIMES_A_DAY));
    match (table.has("rounds"), table.has("times_a_day")) {
        (true, true) => table.report(
            table.problem_of("times_a_day", ProblemCode::HowOftenTwice).with("line", label),
        ),
        (false, false) => table.report(problem(table, ProblemCode::HowOftenMissing, label)),
        _ => {}
    }
    let Some(rounds) = rounds else { return times.map(Bouts::AnyTime) };
    let values = rounds.list(MOST_ROUNDS)?;
    if values.is_empty() {
        rounds.report_empty();
        return None;
    }
    let mut found: Vec<RoundId> = Vec::new();
    for value in values {
        let id = around.round_names.find(value, ProblemCode::UnknownRound, RoundId::new);
        if let Some(id) = id {
            if found.contains(&id) {
                report_twice(value, "round", id.as_str());
            }
            found.push(id);
        }
    }
    let place = |id: &RoundId| around.rounds.iter().position(|round| round.id == *id);
    found.sort_by_key(place);
    Some(Bouts::InRounds(found))
}

/// Reports a line that no day of the plan would ask for: its days, its phase and the end of the
/// plan have none in common.
fn report_never(table: &Table<'_>, line: &Prescription, around: &Around<'_>, label: &str) {
    let Some(surgery) = around.surgery else { return };
    let phase = line.phase.as_ref().and_then(|id| around.phases.iter().find(|p| p.id == *id));
    let day = |day: Option<DayRef>| day.map(|day| day.resolve(surgery));
    let from = [around.starts, day(line.from), day(phase.map(|phase| phase.from))];
    let from = from.into_iter().flatten().max();
    let ends = [around.ends, day(line.until), day(phase.and_then(|phase| phase.until))];
    let (Some(from), Some(end)) = (from, ends.into_iter().flatten().min()) else { return };
    let plan_is_empty = around.starts.zip(around.ends).is_some_and(|(from, until)| until <= from);
    let is_empty = |from, until| day(from).zip(day(until)).is_some_and(|(f, u)| u <= f);
    let phase_is_empty = phase.is_some_and(|phase| is_empty(Some(phase.from), phase.until));
    if plan_is_empty || is_empty(line.from, line.until) || phase_is_empty {
        return; // That was reported where it stands.
    }
    let longest = from.plus(i32::from(*EVERY_DAYS.end()));
    let asks = match line.days {
        DayPattern::EveryNDays { from: first, .. } if first >= end => false,
        DayPattern::EveryNDays { from: first, .. } if first > from => true,
        _ => from.through(end.plus(-1).min(longest)).any(|day| line.days.include(day)),
    };
    if !asks {
        let problem = problem(table, ProblemCode::NeverDue, label);
        table.report(problem.with("from", from).with("until", end));
    }
}
