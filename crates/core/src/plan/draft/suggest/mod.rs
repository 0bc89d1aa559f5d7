//! What the words of a line say. A program that reads a sheet can be wrong, so nothing here is ever taken by
//! itself: what words plainly say is a suggestion, what they can mean in two ways is a question, and the rest
//! is handed back as not understood.

mod days;
mod dose;
mod grow;
mod last_day;
mod often;
mod settle;
mod side;
mod text;
mod when;

use std::ops::Range;

use super::{Asked, LinePart, LineSuggested};
use crate::catalogue::{Catalogue, search};
use crate::plan::{Prescription, Revision};
use crate::time::{Day, DayRef, Stretch, WallTime};
use text::Text;

/// What the paper's words of one line say. `starts` is the first day of the sheet, where it is known: a date without a year is
/// the next such one. `language` is that of the exercises' titles.
#[must_use]
pub fn suggest_line(
    as_written: &str,
    starts: Option<Day>,
    catalogue: &Catalogue,
    language: &str,
) -> LineSuggested {
    let read = read(as_written, starts);
    let name = &read.name;
    let exercises = if name.is_empty() { Vec::new() } else { search(catalogue, language, name) };
    LineSuggested { exercises, ..read }
}

/// The words of `line` of `sheet` that nothing was made of, and that stand in none of its stages: whoever
/// compares the line with the paper is to see them. A last day that is not that of the line is among them.
#[must_use]
pub fn words_not_read(line: &Prescription, sheet: &Revision) -> Vec<String> {
    let stages = || line.stages.iter().filter_map(|stage| stage.as_written.as_ref());
    let LineSuggested { suggestions, questions, not_understood, .. } =
        read(&line.as_written, Some(sheet.starts));
    let ends = |part: &LinePart| match part {
        LinePart::LastDay { until, .. } => Some(is_end(line, *until)),
        _ => None,
    };
    let plain = suggestions.into_iter().filter(|one| ends(&one.part) == Some(false));
    let asked = questions.into_iter().filter(|question| {
        let mut readings = question.readings.iter().flatten().filter_map(ends).peekable();
        readings.peek().is_some() && !readings.any(|is_end| is_end)
    });
    let dated = plain.map(|one| one.words).chain(asked.map(|question| question.words));
    let mut not_read: Vec<_> = not_understood.into_iter().chain(dated).collect();
    not_read.sort_by_key(|words| words.from);
    let not_read = not_read.into_iter().map(|words| words.text);
    not_read.filter(|words| !stages().any(|stage| stage.contains(words.as_str()))).collect()
}

/// Whether `line` is over on `until`.
fn is_end(line: &Prescription, until: Day) -> bool {
    matches!(line.stretch, Stretch::Days { until: Some(DayRef::On(day)), .. } if day == until)
}

/// What the words of a line say, but for the exercises that they may mean.
fn read(as_written: &str, starts: Option<Day>) -> LineSuggested {
    let text = Text::of(as_written);
    let (sheet_no, start) = number_of_line(&text);
    let read = Read::of(&text, start, starts);
    let line = LineSuggested {
        sheet_no,
        name: read.name.clone().map_or_else(String::new, |name| text.words(name).text),
        exercises: Vec::new(),
        suggestions: Vec::new(),
        questions: Vec::new(),
        not_understood: Vec::new(),
    };
    settle::settled(&text, read, line)
}

/// The words of a line that name its exercise; empty where none do.
pub(super) fn name_in(as_written: &str) -> String {
    let text = Text::of(as_written);
    let read = Read::of(&text, number_of_line(&text).1, None);
    read.name.map_or_else(String::new, |name| text.words(name).text)
}

/// Something that words were found to say.
struct Found {
    /// The words.
    tokens: Range<usize>,
    /// What they say.
    meaning: Meaning,
}

/// What words say, before they are put together with the others.
enum Meaning {
    /// This, plainly.
    Parts(Vec<LinePart>),
    /// One of these.
    Either(Asked, Vec<Vec<LinePart>>),
    /// The most on one day.
    MostADay(u8),
    /// Not two days running.
    NotRunning,
    /// While the person is awake.
    Awake,
    /// Between these hours.
    Between(WallTime, WallTime),
    /// When the person needs it.
    When,
}

/// A meaning, and the first token that no longer belongs to it.
struct Said {
    end: usize,
    meaning: Meaning,
}

impl Said {
    fn new(end: usize, meaning: Meaning) -> Self {
        Self { end, meaning }
    }
}

/// A line as read.
struct Read {
    found: Vec<Found>,
    /// Words that speak of some days, or of what is not to be done, and so on: for a person to look at.
    apart: Vec<Range<usize>>,
    /// Words that nothing was made of, without the name.
    left: Vec<Range<usize>>,
    /// The words that name the exercise.
    name: Option<Range<usize>>,
}

impl Read {
    fn of(text: &Text<'_>, start: usize, starts: Option<Day>) -> Self {
        let grow::Grows { found: mut grown, rest } = grow::grows(text, start);
        let last = starts.and_then(|starts| last_day::last_day(text, start, starts));
        let is_free = |tokens: &Range<usize>| {
            let mut taken = grown.iter().map(|found| &found.tokens).chain(&rest);
            taken.all(|other| other.end <= tokens.start || tokens.end <= other.start)
        };
        let last = last.filter(|last| is_free(&last.tokens));
        grown.extend(last);
        grown.sort_by_key(|found| found.tokens.start);
        let covered = grown.iter().map(|found| found.tokens.clone()).chain(rest.clone());
        let mut apart = when::apart(text, start, &covered.collect::<Vec<_>>());
        apart.extend(rest);
        let mut grown = grown.into_iter().peekable();
        let mut found = Vec::new();
        let mut left: Vec<Range<usize>> = Vec::new();
        let mut at = start;
        while at < text.len() {
            if let Some(region) = apart.iter().find(|region| region.contains(&at)) {
                at = region.end;
                continue;
            }
            if let Some(growth) = grown.next_if(|growth| growth.tokens.start == at) {
                at = growth.tokens.end;
                found.push(growth);
                continue;
            }
            let said = often::often(text, at).or_else(|| dose::dose(text, at));
            if let Some(Said { end, meaning }) = said.filter(|said| said.end > at) {
                found.push(Found { tokens: at..end, meaning });
                at = end;
                continue;
            }
            if !text.is_edge(at) {
                match left.last_mut().filter(|last| last.end == at) {
                    Some(last) => last.end = at + 1,
                    None => left.push(at..at + 1),
                }
            }
            at += 1;
        }
        left.retain(|run| run.clone().any(|at| !is_filler(text, at)));
        for run in &mut left {
            // A dash or a picture at either end is no part of what was said.
            let is_sign = |at: usize| text.sign(at).is_some();
            run.start = run.clone().find(|at| !is_sign(*at)).unwrap_or(run.start);
            run.end = run.clone().rfind(|at| !is_sign(*at)).map_or(run.end, |last| last + 1);
        }
        let name = name_of(text, &found, &left);
        left.retain(|run| Some(run) != name.as_ref());
        Self { found, apart, left, name }
    }
}

/// The number that a line begins with, and where the line goes on.
fn number_of_line(text: &Text<'_>) -> (Option<String>, usize) {
    let ends = |at: usize| matches!(text.sign(at), Some('.' | ')'));
    match text.digits(0) {
        Some(digits) if ends(1) && text.len() > 2 => (Some(digits.to_owned()), 2),
        _ => (None, 0),
    }
}

/// The words that name the exercise: the first that are left in a part of the line, from colon to colon, that does
/// not say how often ("Twice a day at home: bridge, 8 x"), before the dose.
fn name_of(text: &Text<'_>, found: &[Found], left: &[Range<usize>]) -> Option<Range<usize>> {
    let is_dose = |found: &&Found| match &found.meaning {
        Meaning::Parts(parts) => parts.iter().any(|part| !is_often(part)),
        Meaning::Either(asked, _) => matches!(asked, Asked::Dose | Asked::Side | Asked::Grows),
        Meaning::MostADay(_)
        | Meaning::NotRunning
        | Meaning::Awake
        | Meaning::Between(..)
        | Meaning::When => false,
    };
    let part_of = |at: usize| (0..at).filter(|before| text.sign(*before) == Some(':')).count();
    let says_often = |part: usize| {
        let others = found.iter().filter(|found| !is_dose(found));
        { others }.any(|found| part_of(found.tokens.start) == part)
    };
    let dose = found.iter().find(is_dose).map_or(text.len(), |found| found.tokens.start);
    let before: Vec<_> = left.iter().filter(|run| run.end <= dose).collect();
    let named = before.iter().find(|run| !says_often(part_of(run.start)));
    let last_part = before.iter().map(|run| part_of(run.start)).max();
    let in_last = || before.iter().find(|run| Some(part_of(run.start)) == last_part);
    named.or_else(in_last).copied().or_else(|| left.first()).cloned()
}

/// Whether `part` says on which days or how often.
fn is_often(part: &LinePart) -> bool {
    matches!(
        part,
        LinePart::Days(_)
            | LinePart::NotOn(_)
            | LinePart::EveryDays(_)
            | LinePart::TimesADay { .. }
            | LinePart::GapMinutes(_)
            | LinePart::Rounds(_)
            | LinePart::EveryHours { .. }
            | LinePart::LastDay { .. }
    )
}

/// Words that say nothing by themselves.
fn is_filler(text: &Text<'_>, at: usize) -> bool {
    const FILLERS: [&str; 44] = [
        "do",
        "these",
        "this",
        "those",
        "may",
        "be",
        "done",
        "can",
        "it",
        "any",
        "days",
        "day",
        "but",
        "and",
        "then",
        "repeat",
        "for",
        "with",
        "at",
        "the",
        "a",
        "an",
        "of",
        "to",
        "please",
        "perform",
        "exercise",
        "exercises",
        "on",
        "in",
        "or",
        "as",
        "is",
        "are",
        "should",
        "you",
        "all",
        "only",
        "also",
        "just",
        "by",
        "your",
        "times",
        "x",
    ];
    text.is(at, &FILLERS) || text.sign(at).is_some()
}
