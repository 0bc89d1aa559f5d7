//! How much, and on which side, in the words of a line.

use super::often::often;
use super::side::{as_you_can, load, side};
use super::text::Text;
use super::{Meaning, Said};
use crate::plan::Counted;
use crate::plan::draft::{Asked, LinePart};
use crate::plan::limits::{
    BREATHS, HOLD_SECONDS, METRES, MINUTES, REPETITIONS, REST_SECONDS, SECONDS, SETS, WALKING_STEPS,
};

/// What the words at `at` say of how much or on which side, and what follows them.
pub(super) fn dose(text: &Text<'_>, at: usize) -> Option<Said> {
    side(text, at)
        .or_else(|| as_you_can(text, at))
        .or_else(|| load(text, at))
        .or_else(|| hold(text, at))
        .or_else(|| rest(text, at))
        .or_else(|| a_times_b(text, at))
        .or_else(|| counted(text, at))
        .or_else(|| times(text, at))
        .or_else(|| alone(text, at))
}

pub(super) fn plain(end: usize, parts: Vec<LinePart>) -> Option<Said> {
    Some(Said::new(end, Meaning::Parts(parts)))
}

pub(super) fn either(end: usize, readings: Vec<Vec<LinePart>>) -> Option<Said> {
    Some(Said::new(end, Meaning::Either(Asked::Dose, readings)))
}

/// A number with its most, where both are in the range of a plan.
fn number(key: Counted, low: u16, high: Option<u16>) -> Option<Vec<LinePart>> {
    let range = match key {
        Counted::Sets => SETS,
        Counted::Repetitions => REPETITIONS,
        Counted::HoldSeconds => HOLD_SECONDS,
        Counted::Seconds => SECONDS,
        Counted::Minutes => MINUTES,
        Counted::Breaths => BREATHS,
        Counted::WalkingSteps => WALKING_STEPS,
        Counted::Metres => METRES,
    };
    let is_fine = range.contains(&low) && high.is_none_or(|high| range.contains(&high));
    is_fine.then(|| {
        let mut parts = vec![LinePart::Number { key, number: low }];
        parts.extend(high.map(|most| LinePart::UpTo { key, most }));
        parts
    })
}

/// Two numbers of a dose, each with its most.
fn both(first: Option<Vec<LinePart>>, second: Option<Vec<LinePart>>) -> Option<Vec<LinePart>> {
    Some([first?, second?].concat())
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Repetitions,
    Seconds,
    Minutes,
    Breaths,
    Steps,
    Metres,
}

pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<(Unit, usize)> {
    let at = if text.sign(at) == Some('-') { at + 1 } else { at };
    let at = text.skip(at, &["slow", "deep", "slow deep", "deep slow", "calm"]);
    let words: [(&[&str], Unit); 6] = [
        (&["reps", "rep", "repetitions", "repetition", "repeats"], Unit::Repetitions),
        (&["seconds", "second", "sec", "secs", "s", "\"", "″", "sec ."], Unit::Seconds),
        (&["minutes", "minute", "min", "mins"], Unit::Minutes),
        (&["breaths", "breath", "breathes"], Unit::Breaths),
        (&["steps"], Unit::Steps),
        (&["metres", "meters", "metre", "meter"], Unit::Metres),
    ];
    words.iter().find_map(|(names, unit)| Some((*unit, text.phrase(at, names)?)))
}

pub(super) fn key_of(unit: Unit) -> Counted {
    match unit {
        Unit::Repetitions => Counted::Repetitions,
        Unit::Seconds => Counted::Seconds,
        Unit::Minutes => Counted::Minutes,
        Unit::Breaths => Counted::Breaths,
        Unit::Steps => Counted::WalkingSteps,
        Unit::Metres => Counted::Metres,
    }
}

/// "2 x 8", "2 sets of 8", "3 x 10 seconds".
fn a_times_b(text: &Text<'_>, at: usize) -> Option<Said> {
    let (a, a_most, next) = text.range(at)?;
    let said_sets = text.phrase(next, &["sets of", "sets x", "set of", "x sets of", "sets"]);
    let next = said_sets.or_else(|| text.phrase(next, &["x", "*", "lots of", "times"]))?;
    // "3 sets 2 times a day": the second number belongs to the day.
    if often(text, next).is_some() {
        return None;
    }
    let (b, b_most, end) = text.range(next)?;
    let sets = || number(Counted::Sets, a, a_most);
    let Some((unit, end)) = unit(text, end) else {
        let plainly = both(sets(), number(Counted::Repetitions, b, b_most))?;
        let other = both(number(Counted::Sets, b, b_most), number(Counted::Repetitions, a, a_most));
        // "10 x 3": ten sets of three, or three sets of ten?
        return match other {
            Some(other) if said_sets.is_none() && a != b && (a > b || a > 6) => {
                either(end, vec![other, plainly])
            }
            _ => plain(end, plainly),
        };
    };
    let many = |key, low, most| number(key, low, most);
    let times_a_day = u8::try_from(a).ok().map(|times| LinePart::TimesADay { times, most: times });
    let readings = match unit {
        Unit::Repetitions => {
            return plain(end, both(sets(), many(Counted::Repetitions, b, b_most))?);
        }
        // Held so often, or moved so often for so long, or sets of one hold each?
        Unit::Seconds => vec![
            both(many(Counted::Repetitions, a, a_most), many(Counted::HoldSeconds, b, b_most)),
            both(sets(), many(Counted::Seconds, b, b_most)),
            both(
                both(sets(), many(Counted::Repetitions, 1, None)),
                many(Counted::HoldSeconds, b, b_most),
            ),
        ],
        Unit::Minutes | Unit::Breaths | Unit::Steps | Unit::Metres => {
            let measure = || many(key_of(unit), b, b_most);
            vec![both(measure(), times_a_day.map(|times| vec![times])), both(sets(), measure())]
        }
    };
    let readings: Vec<_> = readings.into_iter().flatten().collect();
    let readings = if said_sets.is_some() {
        readings.into_iter().filter(|reading| has_sets(reading)).collect()
    } else {
        readings
    };
    either(end, readings)
}

fn has_sets(reading: &[LinePart]) -> bool {
    reading.iter().any(|part| matches!(part, LinePart::Number { key: Counted::Sets, .. }))
}

/// Words between a hold or a rest and its number.
const BETWEEN: [&str; 14] = [
    "for",
    "each",
    "each for",
    "it",
    "it for",
    "it there for",
    "there for",
    "the position for",
    "the stretch for",
    "this for",
    "each one for",
    "about",
    "for about",
    "of",
];

/// Seconds said as seconds or minutes, and what follows.
fn seconds(text: &Text<'_>, at: usize) -> Option<(u16, Option<u16>, usize)> {
    let (low, high, end) = match text.phrase(at, &["a", "half a"]) {
        Some(end) if unit(text, end).is_some_and(|(unit, _)| unit == Unit::Minutes) => {
            let is_half = text.is(at, &["half"]);
            return unit(text, end).map(|(_, end)| (if is_half { 30 } else { 60 }, None, end));
        }
        _ => text.range(at)?,
    };
    let (unit, end) = unit(text, end)?;
    let factor = match unit {
        Unit::Seconds => 1,
        Unit::Minutes => 60,
        Unit::Repetitions | Unit::Breaths | Unit::Steps | Unit::Metres => return None,
    };
    let high = match high {
        None => None,
        Some(high) => Some(high.checked_mul(factor)?),
    };
    Some((low.checked_mul(factor)?, high, end))
}

/// "hold 5 seconds", "5 second hold".
fn hold(text: &Text<'_>, at: usize) -> Option<Said> {
    let holds = ["hold", "holding", "holds", "held", "hold each", "hold for"];
    if let Some((low, high, end)) = seconds(text, at) {
        let end = text.phrase(if text.sign(end) == Some('-') { end + 1 } else { end }, &holds)?;
        return plain(end, number(Counted::HoldSeconds, low, high)?);
    }
    let next = text.skip(text.phrase(at, &holds)?, &BETWEEN);
    if let Some((low, high, end)) = seconds(text, next) {
        return plain(end, number(Counted::HoldSeconds, low, high)?);
    }
    // "hold 5": seconds, most likely, and nobody has said so.
    let (low, high, end) = text.range(next)?;
    match unit(text, end) {
        None => either(end, vec![number(Counted::HoldSeconds, low, high)?]),
        Some(_) => None,
    }
}

/// "one minute rest", "rest 30 seconds between sets".
fn rest(text: &Text<'_>, at: usize) -> Option<Said> {
    let rests = ["rest", "rests", "resting", "break", "pause", "rest for"];
    let between = [
        "between sets",
        "between",
        "in between",
        "between each set",
        "between each",
        "between them",
        "after each set",
        "between the sets",
    ];
    let (seconds, end) = if let Some((low, None, end)) = seconds(text, at) {
        (low, text.phrase(skip_dash(text, end), &rests)?)
    } else {
        let next = text.skip(text.phrase(at, &rests)?, &BETWEEN);
        let (low, high, end) = seconds(text, next)?;
        high.is_none().then_some((low, end))?
    };
    let end = text.skip(end, &between);
    REST_SECONDS.contains(&seconds).then_some(())?;
    plain(end, vec![LinePart::RestSeconds(seconds)])
}

fn skip_dash(text: &Text<'_>, at: usize) -> usize {
    if text.sign(at) == Some('-') { at + 1 } else { at }
}

/// "8 reps", "2 sets", "3 minutes", "8 slow breaths".
fn counted(text: &Text<'_>, at: usize) -> Option<Said> {
    if let Some(end) = text.phrase(at, &["half an hour", "half - hour"]) {
        return plain(end, number(Counted::Minutes, 30, None)?);
    }
    let (low, high, end) = text.range(at)?;
    if let Some(end) = text.phrase(end, &["sets", "set"]) {
        return plain(end, number(Counted::Sets, low, high)?);
    }
    // "10 m": metres or minutes?
    if let Some(end) = text.phrase(end, &["m"]) {
        let readings = [Counted::Minutes, Counted::Metres].map(|key| number(key, low, high));
        return either(end, readings.into_iter().flatten().collect());
    }
    let (unit, end) = unit(text, end)?;
    match unit {
        // Moving for so long, or held for so long?
        Unit::Seconds => {
            let held = both(
                number(Counted::Repetitions, 1, None),
                number(Counted::HoldSeconds, low, high),
            );
            let moved = number(Counted::Seconds, low, high);
            either(end, [held, moved].into_iter().flatten().collect())
        }
        Unit::Repetitions | Unit::Minutes | Unit::Breaths | Unit::Steps | Unit::Metres => {
            plain(end, number(key_of(unit), low, high)?)
        }
    }
}

/// "10 x", "5 times", "x 10".
fn times(text: &Text<'_>, at: usize) -> Option<Said> {
    let before = text.phrase(at, &["repeat", "x", "repeat x", "do"]);
    let (low, high, next) = text.range(before.unwrap_or(at))?;
    let said = text.phrase(next, &["times", "time", "x"]);
    let is_said = said.is_some() || text.is(at, &["x"]);
    let end = said.or_else(|| is_said.then_some(next))?;
    // "10 x each leg" says a side, "10 x each" does not.
    let each = text.phrase(next, &["x each"]);
    let end = each.filter(|each| text.is_edge(*each) || side(text, end).is_none()).unwrap_or(end);
    let repetitions = number(Counted::Repetitions, low, high)?;
    // A hold behind it can only be that of each repetition.
    let is_held = (end..end + 3).any(|at| text.is(at, &["hold", "holding", "holds"]));
    if is_held || low > 6 {
        return plain(end, repetitions);
    }
    // "3 times": repetitions, sets, or three times a day?
    let times = u8::try_from(low).ok()?;
    let most = high.and_then(|high| u8::try_from(high).ok()).unwrap_or(times);
    let a_day = vec![LinePart::TimesADay { times, most }];
    let sets = number(Counted::Sets, low, high);
    either(end, [Some(repetitions), sets, Some(a_day)].into_iter().flatten().collect())
}

/// A number without a word: "10 each leg", ", 20".
fn alone(text: &Text<'_>, at: usize) -> Option<Said> {
    let begins = at == 0 || text.is_edge(at - 1);
    let (low, high, end) = text.range(at)?;
    let repetitions = number(Counted::Repetitions, low, high)?;
    if side(text, end).is_some() {
        return plain(end, repetitions);
    }
    if !text.is_edge(end) {
        // "20 ankle pumps": so many of them. A small number may count anything, such as pillows.
        return (begins && low > 4 && text.word(end).is_some())
            .then(|| Said::new(end, Meaning::Parts(repetitions)));
    }
    // Nothing says what is counted.
    let others = [Counted::Seconds, Counted::Minutes].map(|key| number(key, low, high));
    either(end, [Some(repetitions)].into_iter().chain(others).flatten().collect())
}
