//! Weekdays and rounds, in the words of a line.

use super::often::every_day;
use super::text::Text;
use super::{Meaning, Said};
use crate::plan::DayPattern;
use crate::plan::draft::LinePart;
use crate::time::Weekday;

/// The weekdays by the first letters of their names.
const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["monday", "mondays", "mon", "mo"], Weekday::Mon),
    (&["tuesday", "tuesdays", "tue", "tues"], Weekday::Tue),
    (&["wednesday", "wednesdays", "wed", "weds"], Weekday::Wed),
    (&["thursday", "thursdays", "thu", "thur", "thurs"], Weekday::Thu),
    (&["friday", "fridays", "fri"], Weekday::Fri),
    (&["saturday", "saturdays", "sat"], Weekday::Sat),
    (&["sunday", "sundays", "sun"], Weekday::Sun),
];

fn weekday(text: &Text<'_>, at: usize) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(names, _)| text.is(at, names)).map(|(_, day)| *day)
}

pub(super) fn weekdays(text: &Text<'_>, at: usize) -> Option<Said> {
    let refused = [
        "not on",
        "not",
        "except",
        "except on",
        "except for",
        "but not",
        "but not on",
        "never on",
        "no",
        "apart from",
        "excluding",
        "not on a",
    ];
    let not_on = text.phrase(at, &refused);
    let mut end = match not_on {
        Some(next) => next,
        None => text.skip(at, &["on", "every", "each"]),
    };
    let mut days = Vec::new();
    let mut last = end;
    loop {
        if text.is(end, &["weekdays"]) {
            days.extend_from_slice(&[
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ]);
        } else if text.is(end, &["weekends", "weekend"]) {
            days.extend_from_slice(&[Weekday::Sat, Weekday::Sun]);
        } else {
            let Some(day) = weekday(text, end) else { break };
            days.push(day);
            let until = text.phrase(end + 1, &["-", "to", "through", "until"]);
            if let Some(until) = until
                && let Some(through) = weekday(text, until)
            {
                let mut next = day.succ();
                while next != through.succ() {
                    days.push(next);
                    next = next.succ();
                }
                end = until;
            }
        }
        last = end + 1;
        end = last;
        // "Mon." has a point; a list has commas, "and", strokes.
        if text.sign(end) == Some('.') && weekday(text, end + 1).is_some() {
            end += 1;
        }
        end = text.skip(end, &[", and", ",", "and", "&", "/", "+", "or", ". ,"]);
    }
    if days.is_empty() {
        return None;
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    let part = match not_on {
        Some(_) => LinePart::NotOn(days),
        None => LinePart::Days(DayPattern::Weekdays(days)),
    };
    Some(Said::new(last, Meaning::Parts(vec![part])))
}

/// Names of rounds, as sheets have them.
const ROUNDS: [&str; 30] = [
    "before breakfast",
    "after breakfast",
    "with breakfast",
    "at breakfast",
    "before lunch",
    "after lunch",
    "at lunch",
    "lunch",
    "lunchtime",
    "early morning",
    "mid - morning",
    "late morning",
    "morning",
    "mornings",
    "early afternoon",
    "mid - afternoon",
    "late afternoon",
    "afternoon",
    "afternoons",
    "before dinner",
    "after dinner",
    "early evening",
    "evening",
    "evenings",
    "before bed",
    "before bedtime",
    "bedtime",
    "midday",
    "noon",
    "night",
];

pub(super) fn rounds(text: &Text<'_>, at: usize) -> Option<Said> {
    let is_each = text.phrase(at, &["every", "each"]);
    let mut end = is_each.unwrap_or_else(|| text.skip(at, &["in the", "at", "at the"]));
    let mut titles = Vec::new();
    let mut last = end;
    while let Some(after) = text.phrase(end, &ROUNDS) {
        titles.push(title(&text.words(end..after).text));
        last = after;
        end = text.skip(after, &[", and", ",", "and", "&", "/", "+"]);
        end = text.skip(end, &["in the", "at", "at the", "every", "each", "the"]);
    }
    if titles.is_empty() {
        return None;
    }
    let mut parts = vec![LinePart::Rounds(titles)];
    parts.extend(is_each.map(|_| every_day()));
    Some(Said::new(last, Meaning::Parts(parts)))
}

/// "mornings" as the title of a round.
fn title(words: &str) -> String {
    let words = words.to_lowercase();
    let one = words.strip_suffix('s').filter(|one| one.ends_with("ing") || one.ends_with("noon"));
    let mut letters = one.unwrap_or(&words).chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
