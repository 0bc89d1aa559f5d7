//! Up to which day a line goes, in its words: "until 4 December", "through December 4th". Whether a day after "until" still
//! counts nobody knows but who wrote it: it is asked, with the last day in words.

use chrono::Datelike;

use super::dose::unit;
use super::text::Text;
use super::{Found, Meaning};
use crate::plan::draft::{Asked, LinePart};
use crate::time::Day;

/// The months, long and short.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const WEEKDAYS: [&str; 15] = [
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
];

/// Words that the day itself is in.
const THROUGH: [&str; 6] = [
    "through",
    "through to",
    "until and including",
    "till and including",
    "up to and including",
    "until the end of",
];

const UNTIL: [&str; 5] = ["until", "till", "up to", "up until", "up till"];

/// So many words may stand between "until" and "on 4 December": "until the two-week check on 4 December".
const MOST_BETWEEN: usize = 8;

/// Words that turn it round, or make it hang on something else: a person looks at what stands with them.
const TURNING: [&str; 20] = [
    "not", "don't", "no", "never", "nothing", "stop", "avoid", "wait", "without", "instead",
    "rest", "pause", "off", "start", "begin", "leave", "delay", "if", "unless", "except",
];

/// Words with which another stretch of the same line begins.
const THEN: [&str; 7] = ["then", "after", "afterwards", "thereafter", "from", "increase", "next"];

/// What `text` says of the last day of the line, whose sheet `starts` on that day; `None` where it says nothing, where
/// what it says is about a part of the line, or where it says two.
pub(super) fn last_day(text: &Text<'_>, start: usize, starts: Day) -> Option<Found> {
    let mut all = (start..text.len()).filter_map(|at| Some((at, until(text, at)?)));
    let (at, until) = all.next()?;
    let end = until.date.end;
    // "up until" holds "until".
    if all.any(|(_, other)| other.date.end != end) {
        return None;
    }
    let turns =
        (start..end).any(|at| text.is(at, &TURNING)) || (at..end).any(|at| text.is(at, &["or"]));
    if turns || !is_about_the_line(text, at, start) || !ends_there(text, end) {
        return None;
    }
    let Date { day, month, year, .. } = until.date;
    let first_year = starts.0.year();
    let mut years = year.map_or(first_year..=first_year + 1, |year| year..=year);
    let day = years.find_map(|year| Day::new(year, month, day).filter(|day| *day >= starts))?;
    let last = |last: Day| vec![LinePart::LastDay { last, until: last.plus(1) }];
    let meaning = if until.is_through {
        Meaning::Parts(last(day))
    } else {
        let before = Some(day.plus(-1)).filter(|before| *before >= starts);
        Meaning::Either(Asked::Until, [Some(day), before].into_iter().flatten().map(last).collect())
    };
    Some(Found { tokens: at..end, meaning })
}

/// "until", and a date.
struct Until {
    /// Whether the words say that the day itself counts.
    is_through: bool,
    date: Date,
}

fn until(text: &Text<'_>, at: usize) -> Option<Until> {
    let through = text.phrase(at, &THROUGH);
    let mut next = through.or_else(|| text.phrase(at, &UNTIL))?;
    let mut date = date_at(text, next);
    while date.is_none() && next < at + MOST_BETWEEN && !text.is_edge(next) {
        next += 1;
        date = text.is(next - 1, &["on"]).then(|| date_at(text, next)).flatten();
    }
    Some(Until { is_through: through.is_some(), date: date? })
}

/// A day of a month, as it is said.
struct Date {
    day: u32,
    month: u32,
    year: Option<i32>,
    end: usize,
}

fn date_at(text: &Text<'_>, at: usize) -> Option<Date> {
    let mut at = text.skip(at, &["the", "on"]);
    if text.is(at, &WEEKDAYS) {
        at = text.skip(at + 1, &[", the", ".", ",", "the"]);
    }
    let in_order = day_of_month(text, at).and_then(|(day, at)| {
        month(text, text.skip(at, &["of"])).map(|(month, end)| (day, month, end))
    });
    let turned = || {
        let (month, at) = month(text, at)?;
        day_of_month(text, text.skip(at, &["the"])).map(|(day, end)| (day, month, end))
    };
    let (day, month, end) = in_order.or_else(turned)?;
    let at = text.skip(end, &[","]);
    let digits = text.digits(at).filter(|digits| digits.len() == 4 && unit(text, at + 1).is_none());
    let year = digits.and_then(|digits| digits.parse().ok());
    Some(Date { day, month, year, end: if year.is_some() { at + 1 } else { end } })
}

/// "4", "4th".
fn day_of_month(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    let day = text.digits(at)?.parse().ok()?;
    Some((day, text.skip(at + 1, &["st", "nd", "rd", "th"])))
}

/// "December", "Dec", "Dec." before a number.
fn month(text: &Text<'_>, at: usize) -> Option<(u32, usize)> {
    let number = (1..).zip(MONTHS).find(|(_, names)| text.is(at, names))?.0;
    let has_point = text.sign(at + 1) == Some('.') && text.digits(at + 2).is_some();
    Some((number, if has_point { at + 2 } else { at + 1 }))
}

/// Whether the words at `at` stand in a piece of their own, or end the first: "half height until 4 December" in the midst of
/// a line is about the height.
fn is_about_the_line(text: &Text<'_>, at: usize, start: usize) -> bool {
    let piece = (start..at).rev().find(|at| text.is_edge(*at));
    piece.is_none_or(|edge| edge + 1 == at)
}

/// Whether nothing goes on at `at` that may hold only from then on.
fn ends_there(text: &Text<'_>, at: usize) -> bool {
    let is_end = at >= text.len() || matches!(text.sign(at), Some('.' | ':' | ';' | ')' | '\n'));
    let next = (at..text.len()).find(|at| text.sign(*at).is_none());
    // In brackets it is about what they follow, unless they end the line.
    let in_brackets = text.sign(at) == Some(')') && next.is_some();
    is_end && !in_brackets && !(at..text.len()).any(|at| text.is(at, &THEN))
}
