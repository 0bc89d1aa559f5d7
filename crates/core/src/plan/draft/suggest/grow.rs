//! A number that grows by itself, in the words of a line: "add 2 minutes each week, up to 30". Growth that hangs
//! on something ("if it does not hurt") is not read: a person makes it.

use std::ops::Range;

use super::dose::{Unit, key_of, unit};
use super::text::Text;
use super::{Found, Meaning, is_filler};
use crate::plan::Counted;
use crate::plan::draft::{Asked, LinePart};
use crate::plan::limits::{GROWTH, SOME_DAYS};

/// What is found of growth in a line.
pub(super) struct Grows {
    /// Each growth.
    pub(super) found: Vec<Found>,
    /// What stands behind a growth in the same piece of the line ("for four weeks"): it may change what is meant.
    pub(super) rest: Vec<Range<usize>>,
}

/// The growths of `text`, in order.
pub(super) fn grows(text: &Text<'_>, start: usize) -> Grows {
    let mut grows = Grows { found: Vec::new(), rest: Vec::new() };
    let mut at = start;
    while at < text.len() {
        let said = growth(text, at, start);
        let said = said.filter(|(end, _)| !hangs_on_something(text, start, at..*end));
        let Some((end, meaning)) = said else {
            at += 1;
            continue;
        };
        grows.found.push(Found { tokens: at..end, meaning });
        at = end;
        while at < text.len() && !ends_piece(text, at) {
            at += 1;
        }
        if (end..at).any(|at| !is_filler(text, at)) {
            grows.rest.push(end..at);
        }
    }
    grows
}

/// Words before the most that a growth may reach.
const UP_TO: [&str; 18] = [
    "up to",
    "up to a maximum of",
    "up to a total of",
    "to a maximum of",
    "to a max of",
    "to a total of",
    "maximum",
    "maximum of",
    "max",
    "no more than",
    "but no more than",
    "not more than",
    "but not more than",
    "at most",
    "until",
    "until you reach",
    "until you can do",
    "till you reach",
];

/// Whether a piece ends at `at`. What limits the growth belongs to it, also behind a comma.
fn ends_piece(text: &Text<'_>, at: usize) -> bool {
    text.is_edge(at) && !(text.sign(at) == Some(',') && text.phrase(at + 1, &UP_TO).is_some())
}

/// Whether what stands around `growth`, from full stop to full stop, may take it back.
fn hangs_on_something(text: &Text<'_>, start: usize, growth: Range<usize>) -> bool {
    let ends = |at: usize| matches!(text.sign(at), Some('.' | ':' | ';' | '\n' | '!' | '?'));
    let from = (start..growth.start).rev().find(|at| ends(*at)).map_or(start, |at| at + 1);
    let until = (growth.end..text.len()).find(|at| ends(*at)).unwrap_or(text.len());
    let words =
        ["don't", "never", "if", "unless", "when", "without", "instead", "stop", "provided"];
    let phrases = [
        "do not",
        "must not",
        "should not",
        "not to",
        "no longer",
        "once you",
        "as long as",
        "as soon as",
        "as tolerated",
        "as able",
        "as you",
    ];
    let mut around = (from..growth.start).chain(growth.end..until);
    around.any(|at| text.is(at, &words) || text.phrase(at, &phrases).is_some())
}

/// A growth that begins at `at`, and what follows it.
fn growth(text: &Text<'_>, at: usize, start: usize) -> Option<(usize, Meaning)> {
    let (first, at) = every(text, at).map_or((None, at), |(days, end)| (Some(days), end));
    let adds = adding(text, at);
    // "1 to 2 minutes more": the second number alone is not what was said.
    let joins = at > start && (text.sign(at - 1) == Some('-') || text.is(at - 1, &["to", "or"]));
    if adds.is_none() && joins {
        return None;
    }
    let (by, keys, says_more, at) = amount(text, adds.unwrap_or(at))?;
    if adds.is_none() && !says_more {
        return None;
    }
    let then = every(text, at);
    let (every_days, at) = match (first, then) {
        (Some(days), None) => (days, at),
        (None, Some((days, end))) if every(text, end).is_none() => (days, end),
        // "two minutes more a day each week" can be meant in more than one way.
        _ => return None,
    };
    if !GROWTH.contains(&by) || !SOME_DAYS.contains(&every_days) {
        return None;
    }
    let (most, end) = up_to(text, at, &keys).map_or((None, at), |(most, end)| (Some(most), end));
    let part = |key: &Counted| LinePart::Growth { key: *key, by, every_days, most };
    let meaning = match keys.as_slice() {
        [key] => Meaning::Parts(vec![part(key)]),
        keys => Meaning::Either(Asked::Grows, keys.iter().map(|key| vec![part(key)]).collect()),
    };
    Some((end, meaning))
}

/// "add", "increase the time by", "+".
fn adding(text: &Text<'_>, at: usize) -> Option<usize> {
    let verbs = [
        "+",
        "add",
        "adding",
        "increase",
        "increasing",
        "build up",
        "go up",
        "gradually increase",
        "slowly increase",
        "gradually add",
    ];
    let what = [
        "it",
        "this",
        "time",
        "the time",
        "your time",
        "the walk",
        "your walk",
        "the walking",
        "walking",
        "walking time",
        "your walking",
        "gradually",
        "slowly",
    ];
    let at = text.skip(text.phrase(at, &verbs)?, &what);
    Some(text.skip(at, &["by", "by about"]))
}

/// "2 minutes more", "an extra minute": how much, of what it can be, and whether it is said to be more.
fn amount(text: &Text<'_>, at: usize) -> Option<(u16, Vec<Counted>, bool, usize)> {
    let another = text.phrase(at, &["another", "an extra", "an additional", "a further", "extra"]);
    let at = another.unwrap_or(at);
    let number = text.number(at).or_else(|| text.phrase(at, &["a", "an"]).map(|end| (1, end)));
    let (by, at) = number.or_else(|| another.map(|end| (1, end)))?;
    let more = ["more", "extra", "additional", "longer"];
    let between = text.phrase(at, &more);
    let (keys, at) = keys(text, between.unwrap_or(at))?;
    let behind = text.phrase(at, &more);
    let says_more = another.or(between).or(behind).is_some();
    Some((by, keys, says_more, behind.unwrap_or(at)))
}

/// What a unit can count, and what follows.
fn keys(text: &Text<'_>, at: usize) -> Option<(Vec<Counted>, usize)> {
    if let Some(end) = text.phrase(at, &["set", "sets"]) {
        return Some((vec![Counted::Sets], end));
    }
    let (unit, end) = unit(text, at)?;
    let keys = match unit {
        // Held longer, or moved longer?
        Unit::Seconds => vec![Counted::HoldSeconds, Counted::Seconds],
        unit => vec![key_of(unit)],
    };
    Some((keys, end))
}

/// "each week", "every 2 days": how many days from one step up to the next.
fn every(text: &Text<'_>, at: usize) -> Option<(u16, usize)> {
    let words: [(&[&str], u16); 5] = [
        (&["each week", "every week", "a week", "per week", "weekly"], 7),
        (&["each day", "every day", "a day", "per day", "daily"], 1),
        (&["every other day", "every second day", "each second day", "on alternate days"], 2),
        (&["every third day"], 3),
        (&["every other week", "every second week", "every fortnight", "each fortnight"], 14),
    ];
    let said = words.iter().find_map(|(phrases, days)| Some((*days, text.phrase(at, phrases)?)));
    said.or_else(|| {
        let (number, at) = text.number(text.phrase(at, &["every", "each"])?)?;
        let weeks = || Some((number.checked_mul(7)?, text.phrase(at, &["week", "weeks"])?));
        text.phrase(at, &["day", "days"]).map(|end| (number, end)).or_else(weeks)
    })
}

/// "up to 30 minutes", of the same that grows, and what follows.
fn up_to(text: &Text<'_>, at: usize, of: &[Counted]) -> Option<(u16, usize)> {
    let at = if text.sign(at) == Some(',') { at + 1 } else { at };
    let at = text.phrase(text.skip(at, &["and", "then"]), &UP_TO)?;
    let (most, None, at) = text.range(at)? else { return None };
    let end = match keys(text, at) {
        Some((keys, end)) => (keys == of).then_some(end)?,
        None => at,
    };
    // "up to 30 minutes a day" speaks of the whole day, and "until 6 weeks" of days.
    text.is_edge(end).then_some((most, end))
}
