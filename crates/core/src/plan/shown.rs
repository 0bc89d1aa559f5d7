//! Short renderings of what a plan says, in its digits and words and those of the file format.

use super::line::{EVERY_DAY, SIDES};
use super::sheet::NOTE_ABOUTS;
use super::write::word_of;
use super::{
    Bouts, Contact, DayPattern, Dose, Note, Phase, Precaution, Prescription, Revision, Round,
};
use crate::time::{Day, DayRef, weekday_name};

/// A dose: `2 x 8, hold 3 s, rest 60 s`.
pub(super) fn dose(dose: &Dose) -> Option<String> {
    let times = match (dose.sets, dose.repetitions) {
        (Some(sets), Some(repetitions)) => Some(format!("{sets} x {repetitions}")),
        (Some(sets), None) => Some(format!("{sets} x")),
        (None, Some(repetitions)) => Some(format!("x {repetitions}")),
        (None, None) => None,
    };
    let seconds = |word: &str, seconds: Option<u16>| seconds.map(|n| format!("{word} {n} s"));
    let parts = [
        times,
        seconds("hold", dose.hold_seconds),
        seconds("rest", dose.rest_seconds),
        dose.minutes.map(|n| format!("{n} min")),
        dose.breaths.map(|n| format!("breaths {n}")),
        dose.load.clone(),
        dose.range.clone(),
    ];
    joined(parts, ", ")
}

/// The days of a line: `every day`, `mon, wed` or `every 2 days: 2026-11-16`.
pub(super) fn days(days: &DayPattern) -> String {
    match days {
        DayPattern::EveryDay => EVERY_DAY.to_owned(),
        DayPattern::Weekdays(days) => {
            days.iter().map(|day| weekday_name(*day)).collect::<Vec<_>>().join(", ")
        }
        DayPattern::EveryNDays { n, from } => format!("every {n} days: {from}"),
    }
}

/// How often a line is done on a day: the titles of its rounds, or `3 x`.
pub(super) fn how_often(bouts: &Bouts, revision: &Revision) -> String {
    match bouts {
        Bouts::AnyTime(times) => format!("{times} x"),
        Bouts::InRounds(rounds) => {
            let title = |id| revision.round(id).map_or_else(String::new, |r| r.title.clone());
            rounds.iter().map(title).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The side of a line.
pub(super) fn side(line: &Prescription) -> String {
    word_of(&SIDES, line.side).to_owned()
}

/// The phase and the days of a line, where it has any of its own.
pub(super) fn own_span(line: &Prescription, revision: &Revision) -> Option<String> {
    let surgery = revision.surgery.date;
    let phase = line.phase.as_ref().map(|id| {
        let phase = revision.phases.iter().find(|phase| phase.id == *id);
        phase.map_or_else(|| id.to_string(), |phase| phase.title.clone())
    });
    joined([phase, stretch(line.from, line.until, surgery)], ", ")
}

/// A whole line: the sheet's words, and what they became.
pub(super) fn line(line: &Prescription, revision: &Revision) -> String {
    let values = [
        dose(&line.dose),
        Some(side(line)),
        Some(days(&line.days)),
        Some(how_often(&line.bouts, revision)),
        own_span(line, revision),
    ];
    format!("{} ({})", line.as_written, joined(values, "; ").unwrap_or_default())
}

/// The exercise of a line, with what it asks of the body.
pub(super) fn exercise(line: &Prescription) -> String {
    let flags = line.flags.iter().map(|flag| word_of(&crate::safety::FLAGS, *flag));
    let flags = joined(flags.map(|flag| Some(flag.to_owned())), ", ");
    let tempo = line.tempo.map(|tempo| format!("{}-{}-{}", tempo.out, tempo.hold, tempo.back));
    let title = format!("{} ({})", line.title, line.exercise);
    joined([Some(title), flags, tempo], "; ").unwrap_or_default()
}

/// The sheet's words of a line, with its number and source.
pub(super) fn words(line: &Prescription) -> String {
    let source = line.source.as_ref().map(|source| format!("({source})"));
    let numbered = numbered(line.sheet_no.as_ref(), &line.as_written);
    joined([Some(numbered), source], " ").unwrap_or_default()
}

/// The days of a phase.
pub(super) fn phase(phase: &Phase, surgery: Day) -> String {
    let stretch = stretch(Some(phase.from), phase.until, surgery).unwrap_or_default();
    format!("{}: {stretch}", phase.title)
}

/// The place of a round in the day.
pub(super) fn round(round: &Round) -> String {
    let place = [Some(round.at.to_string()), Some(round.title.clone()), round.routine.clone()];
    joined(place, ", ").unwrap_or_default()
}

/// Until when a limit holds.
pub(super) fn precaution(precaution: &Precaution, surgery: Day) -> String {
    let until = precaution.until.map(|until| format!("… {}", day(until, surgery)));
    joined([Some(precaution.as_written.clone()), until], " ").unwrap_or_default()
}

/// A note with its number and what it is about.
pub(super) fn note(note: &Note) -> String {
    let words = numbered(note.sheet_no.as_ref(), &note.as_written);
    format!("{words} ({})", word_of(&NOTE_ABOUTS, note.about))
}

/// Whom to ring.
pub(super) fn contact(contact: &Contact) -> String {
    let parts = [Some(contact.number.clone()), contact.hours.clone(), contact.about.clone()];
    joined(parts, ", ").unwrap_or_default()
}

/// A day as the file has it, with the date it means.
fn day(day: DayRef, surgery: Day) -> String {
    let date = day.resolve(surgery);
    match day {
        DayRef::AfterSurgery(days) => format!("{date} (+{days})").replace("+-", "-"),
        DayRef::On(_) => date.to_string(),
    }
}

fn stretch(from: Option<DayRef>, until: Option<DayRef>, surgery: Day) -> Option<String> {
    if from.is_none() && until.is_none() {
        return None;
    }
    let side = |end: Option<DayRef>| end.map(|end| day(end, surgery));
    joined([side(from), Some("…".to_owned()), side(until)], " ")
}

fn numbered(sheet_no: Option<&String>, words: &str) -> String {
    sheet_no.map_or_else(|| words.to_owned(), |number| format!("{number}. {words}"))
}

fn joined(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(between))
}
