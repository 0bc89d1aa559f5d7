//! Reading one `[[line]]` of a plan file. Nothing that the sheet leaves open is filled in.

use super::around::Around;
use super::dose::{Needs, read_dose};
use super::fits;
use super::frequency::read_frequency;
use super::parts::{filled, report_twice};
use super::stage::{read_growth, read_stages, remark_stages};
use crate::catalogue::{Catalogue, Exercise, Sided, Tempo};
use crate::error::{ProblemCode, nearest};
use crate::ids::{ExerciseId, LineId, PhaseId};
use crate::plan::limits::{
    INSTRUCTION, LONG_TEXT, MOST_INSTRUCTIONS, SHEET_NUMBER, SHORT_TEXT, TEMPO_SECONDS,
};
use crate::plan::{Prescription, Side};
use crate::safety::{FLAGS, Flag, SAFETY_QUESTIONS, SafetyQuestion};
use crate::table::{Table, Value, shortened};

/// The words for [`Side`].
pub(in crate::plan) const SIDES: [(&str, Side); 4] =
    [("both", Side::Both), ("each", Side::Each), ("left", Side::Left), ("right", Side::Right)];

/// The word for no tempo, and for no question.
pub(in crate::plan) const NONE: &str = "none";

pub(super) fn read_line(table: &mut Table<'_>, around: &mut Around<'_>) -> Option<Prescription> {
    let id = around.line_names.take(table, LineId::new);
    let around = &*around;
    let label = label_of(table);
    let sheet_no = table.given("sheet_no").and_then(|value| value.text_or_number(SHEET_NUMBER));
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let source = table.given("source").and_then(|value| value.text(SHORT_TEXT));
    let off = table.given("off").and_then(Value::yes_or_no).unwrap_or(false);
    let is_technique = table.given("technique").and_then(Value::as_yes).unwrap_or(false);
    let movement = read_movement(table, around.catalogue, is_technique, &label);
    let instructions = table.given("instructions").and_then(read_instructions).unwrap_or_default();
    // A way of moving has no dose and no side: it is done every time, as the moment asks.
    let needs = if is_technique { Needs::Part } else { Needs::Whole };
    let dose = read_dose(table, needs, &label);
    let frequency = read_frequency(table, around, None, false, &label);
    let phase = table.given("phase").and_then(|value| around.phase_names.find(value, PhaseId::new));
    let stretch = around.counting.stretch(table);
    let clearance = table.given("clearance").and_then(|value| around.clearance(value));
    let stages = read_stages(table, around, frequency.as_ref(), &label);
    let growth = read_growth(table, around, &dose, &label);
    report_template(table, around, off, &label);

    let movement = movement?;
    let line = Prescription {
        id: id?,
        sheet_no,
        as_written: as_written?,
        source,
        off,
        exercise: movement.exercise,
        title: movement.title,
        flags: movement.flags,
        tempo: movement.tempo,
        instructions,
        safety_question: movement.safety_question,
        dose,
        side: movement.side,
        frequency: frequency?,
        phase,
        stretch: stretch?,
        clearance,
        stages: stages?,
        growth: growth?,
    };
    fits::report_line(table, &line, around, &label);
    fits::remark_line(table, &line, around, &label);
    remark_stages(table, &line, around, &label);
    Some(line)
}

/// What a sentence calls the line: what it is called on screen, else its name, its exercise, or nothing.
fn label_of(table: &mut Table<'_>) -> String {
    let mut text = |key| table.given(key).and_then(Value::as_text);
    shortened(text("title").or_else(|| text("id")).or_else(|| text("exercise")).unwrap_or("?"))
}

/// A template asks nobody to do anything: each of its lines is off, and says where its numbers come from.
fn report_template(table: &Table<'_>, around: &Around<'_>, off: bool, label: &str) {
    if !around.counting.is_template {
        return;
    }
    if !off {
        let problem = table.problem_of("off", ProblemCode::TemplateLineOn);
        table.report(problem.with("line", label).suggest(Some("off = true".to_owned())));
    }
    if !table.has("source") {
        table.report(table.problem(ProblemCode::SourceMissing).with("key", label));
    }
}

/// What a line says of its exercise.
struct Movement {
    exercise: ExerciseId,
    title: String,
    flags: Vec<Flag>,
    tempo: Option<Tempo>,
    safety_question: Option<SafetyQuestion>,
    side: Side,
}

/// The exercise with its title, flags and tempo: from the file where it says them, else from the
/// catalogue. An exercise of the physiotherapist's own needs a title.
fn read_movement(
    table: &mut Table<'_>,
    catalogue: &Catalogue,
    is_technique: bool,
    label: &str,
) -> Option<Movement> {
    let value = table.needed("exercise");
    let title = table.given("title").and_then(|value| value.text(SHORT_TEXT));
    let flags = table.given("flags").and_then(read_flags);
    let tempo = table.given("tempo").and_then(read_tempo);
    let question = table.given("safety_question").and_then(read_question);
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
    let has_no_side = is_technique || known.is_some_and(|exercise| exercise.sided == Sided::No);
    if !has_no_side && !table.has("side") {
        let problem = table.problem(ProblemCode::SideMissing).with("line", label);
        table.report(problem.suggest(Some("side = \"each\"".to_owned())));
    }
    let side = side.or(has_no_side.then_some(Side::Both));
    let title = title.or_else(|| Some(known?.guidance_in("en")?.title.clone()));
    if title.is_none() && !table.has("title") {
        table.report_missing("title");
    }
    let flags = flags.or_else(|| known.map(|exercise| exercise.flags.clone()));
    Some(Movement {
        exercise: exercise?,
        title: title?,
        flags: flags.unwrap_or_default(),
        tempo: tempo.unwrap_or_else(|| known.and_then(|exercise| exercise.tempo)),
        safety_question: question
            .unwrap_or_else(|| known.and_then(|exercise| exercise.safety_question)),
        side: side?,
    })
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
        return value.choice(&[(NONE, None)]);
    }
    value.table(|table| {
        let mut seconds = |key| table.needed(key).and_then(|value| value.number(&TEMPO_SECONDS));
        let (out, hold, back) = (seconds("out"), seconds("hold"), seconds("back"));
        Some(Tempo { out: out?, hold: hold?, back: back? })
    })
}

/// A question, or the word that there is none.
fn read_question(value: Value<'_>) -> Option<Option<SafetyQuestion>> {
    let known = SAFETY_QUESTIONS.map(|(word, question)| (word, Some(question)));
    let choices: Vec<_> = known.into_iter().chain([(NONE, None)]).collect();
    value.choice(&choices)
}

fn read_instructions(value: Value<'_>) -> Option<Vec<String>> {
    let steps = filled(value, MOST_INSTRUCTIONS)?;
    steps.into_iter().map(|step| step.text(INSTRUCTION)).collect()
}
