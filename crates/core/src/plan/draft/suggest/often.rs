//! When and how often, in the words of a line.

use super::days::{rounds, weekdays};
use super::text::Text;
use super::{Meaning, Said};
use crate::plan::DayPattern;
use crate::plan::draft::{Asked, LinePart};
use crate::plan::limits::{EVERY_DAYS, EVERY_HOURS, TIMES_A_DAY, TIMES_A_WEEK};
use crate::time::WallTime;

/// What the words at `at` say of when and how often, and what follows them.
pub(super) fn often(text: &Text<'_>, at: usize) -> Option<Said> {
    times_a_day(text, at)
        .or_else(|| times_a_week(text, at))
        .or_else(|| every(text, at))
        .or_else(|| hours(text, at))
        .or_else(|| apart(text, at))
        .or_else(|| weekdays(text, at))
        .or_else(|| as_needed(text, at))
        .or_else(|| not_running(text, at))
        .or_else(|| rounds(text, at))
}

/// What stands for a day behind a number of times.
const A_DAY: [&str; 8] =
    ["a day", "per day", "each day", "every day", "daily", "/ day", "in a day", "a - day"];
const A_WEEK: [&str; 7] =
    ["a week", "per week", "each week", "every week", "weekly", "/ week", "in a week"];
const TIMES: [&str; 3] = ["times", "time", "x"];

/// What stands before the most that may be done.
pub(super) const AT_MOST: [&str; 9] = [
    "up to",
    "at most",
    "no more than",
    "not more than",
    "maximum",
    "maximum of",
    "max",
    "max of",
    "max .",
];

/// How doctors shorten so many times a day.
const SHORT: [(&str, u8); 8] =
    [("od", 1), ("bd", 2), ("bid", 2), ("tds", 3), ("tid", 3), ("qds", 4), ("qid", 4), ("qd", 1)];

/// Once, twice, three times, 4 to 6 times, with what follows; and whether "times" was said.
fn count(text: &Text<'_>, at: usize) -> Option<(u16, Option<u16>, usize, bool)> {
    if let Some(end) = text.phrase(at, &["once or twice", "one or two times", "once - twice"]) {
        return Some((1, Some(2), end, true));
    }
    for (word, times) in [("once", 1), ("twice", 2), ("thrice", 3)] {
        if text.is(at, &[word]) {
            return Some((times, None, at + 1, true));
        }
    }
    // "x 3 a day"
    if text.is(at, &["x"])
        && let Some((low, high, end)) = text.range(at + 1)
    {
        return Some((low, high, end, true));
    }
    let (low, high, end) = text.range(at)?;
    let after = text.phrase(end, &TIMES);
    Some((low, high, after.unwrap_or(end), after.is_some()))
}

fn times_a_day(text: &Text<'_>, at: usize) -> Option<Said> {
    if let Some((_, times)) = SHORT.iter().find(|(short, _)| text.is(at, &[short])) {
        let parts = vec![LinePart::TimesADay { times: *times, most: *times }, every_day()];
        return Some(Said::new(at + 1, Meaning::Parts(parts)));
    }
    let limited = text.phrase(at, &AT_MOST);
    let (low, high, end, said_times) = count(text, limited.unwrap_or(at))?;
    let end = text.phrase(end, &A_DAY)?;
    let times = u8::try_from(low).ok().filter(|times| TIMES_A_DAY.contains(times))?;
    let most = high.map_or(Some(times), |high| u8::try_from(high).ok())?;
    let most = Some(most).filter(|most| TIMES_A_DAY.contains(most))?;
    if limited.is_some() {
        return Some(Said::new(end, Meaning::MostADay(most)));
    }
    let often = LinePart::TimesADay { times, most };
    if said_times {
        return Some(Said::new(end, Meaning::Parts(vec![often, every_day()])));
    }
    // "10 a day": ten times, or ten of them?
    let once = LinePart::TimesADay { times: 1, most: 1 };
    let of_them = LinePart::Number { key: crate::plan::Counted::Repetitions, number: low };
    let readings = vec![vec![often, every_day()], vec![of_them, once, every_day()]];
    Some(Said::new(end, Meaning::Either(Asked::HowOften, readings)))
}

pub(super) fn every_day() -> LinePart {
    LinePart::Days(DayPattern::EveryDay)
}

fn times_a_week(text: &Text<'_>, at: usize) -> Option<Said> {
    let limited = text.phrase(at, &AT_MOST);
    let (low, high, end, said_times) = count(text, limited.unwrap_or(at))?;
    let said_days = text.phrase(end, &["days", "day"]);
    let end = text.phrase(said_days.unwrap_or(end), &A_WEEK)?;
    if !said_times && said_days.is_none() {
        return None;
    }
    let pattern = |times: u16| {
        let times = u8::try_from(times).ok()?;
        let pattern = DayPattern::TimesAWeek { times, not_two_days_running: false };
        match times {
            7 => Some(every_day()),
            _ => TIMES_A_WEEK.contains(&times).then_some(LinePart::Days(pattern)),
        }
    };
    let low = pattern(low)?;
    let meaning = match high {
        None if limited.is_none() => Meaning::Parts(vec![low]),
        None => Meaning::Either(Asked::WhichDays, vec![vec![low]]),
        Some(high) => Meaning::Either(Asked::WhichDays, vec![vec![low], vec![pattern(high)?]]),
    };
    Some(Said::new(end, meaning))
}

/// Every day, every other day, every two hours, every time.
fn every(text: &Text<'_>, at: usize) -> Option<Said> {
    let parts = |end, part| Some(Said::new(end, Meaning::Parts(vec![part])));
    if let Some(end) = text.phrase(at, &["every day", "each day", "daily", "everyday"]) {
        return parts(end, every_day());
    }
    let alternate = [
        "every other day",
        "every second day",
        "alternate days",
        "on alternate days",
        "every alternate day",
        "each second day",
    ];
    if let Some(end) = text.phrase(at, &alternate) {
        return parts(end, LinePart::EveryDays(2));
    }
    if let Some(end) = text.phrase(at, &["every third day"]) {
        return parts(end, LinePart::EveryDays(3));
    }
    if let Some(end) = text.phrase(at, &["every time", "each time", "always"]) {
        return parts(end, LinePart::Technique);
    }
    if let Some(end) = text.phrase(at, &["every hour", "hourly", "each hour"]) {
        return parts(end, LinePart::EveryHours { hours: 1, between: None });
    }
    let next = text.phrase(at, &["every", "each"])?;
    // "every 2-3 hours" is no rule yet.
    let (low, high, end) = text.range(next)?;
    if let Some(end) = text.phrase(end, &["hours", "hour", "hrs", "hr", "h", "hourly"]) {
        let part = |hours: u16| {
            let hours = u8::try_from(hours).ok().filter(|hours| EVERY_HOURS.contains(hours))?;
            Some(LinePart::EveryHours { hours, between: None })
        };
        return match high {
            None => parts(end, part(low)?),
            Some(high) => {
                let readings = vec![vec![part(low)?], vec![part(high)?]];
                Some(Said::new(end, Meaning::Either(Asked::HowOften, readings)))
            }
        };
    }
    let end = text.phrase(end, &["days"])?;
    let part = |days: u16| EVERY_DAYS.contains(&days).then_some(LinePart::EveryDays(days));
    match high {
        None => parts(end, part(low)?),
        Some(high) => {
            let readings = vec![vec![part(low)?], vec![part(high)?]];
            Some(Said::new(end, Meaning::Either(Asked::WhichDays, readings)))
        }
    }
}

/// While awake, and between which hours.
fn hours(text: &Text<'_>, at: usize) -> Option<Said> {
    let awake = [
        "while you are awake",
        "while awake",
        "when awake",
        "when you are awake",
        "during the day",
        "in waking hours",
        "during waking hours",
        "while you're awake",
    ];
    if let Some(end) = text.phrase(at, &awake) {
        return Some(Said::new(end, Meaning::Awake));
    }
    let start = text.phrase(at, &["from", "between"]);
    let (from, from_is_sure, next) = clock(text, start.unwrap_or(at))?;
    let next = text.phrase(next, &["to", "until", "till", "and", "-"])?;
    let (until, until_is_sure, end) = clock(text, next)?;
    ((from_is_sure || start.is_some()) && until_is_sure && from < until)
        .then(|| Said::new(end, Meaning::Between(from, until)))
}

/// A time of day, whether it can be nothing else, and what follows.
fn clock(text: &Text<'_>, at: usize) -> Option<(WallTime, bool, usize)> {
    if let Some(end) = text.phrase(at, &["noon", "midday"]) {
        return Some((WallTime::new(12, 0)?, true, end));
    }
    let (hour, mut end) = text.number(at)?;
    let mut minute = 0;
    let mut is_sure = false;
    if text.sign(end) == Some(':')
        && let Some(digits) = text.digits(end + 1).filter(|digits| digits.len() == 2)
    {
        minute = digits.parse().ok()?;
        (end, is_sure) = (end + 2, true);
    }
    let morning = ["am", "a . m .", "in the morning", "o'clock in the morning"];
    let evening = [
        "pm",
        "p . m .",
        "in the evening",
        "in the afternoon",
        "at night",
        "o'clock in the evening",
    ];
    if let Some(after) = text.phrase(end, &morning) {
        return Some((WallTime::new(hour % 12, minute)?, true, after)).filter(|_| hour <= 12);
    }
    if let Some(after) = text.phrase(end, &evening) {
        let hour = if hour < 12 { hour + 12 } else { hour };
        return Some((WallTime::new(hour, minute)?, true, after));
    }
    Some((WallTime::new(hour, minute)?, is_sure || hour > 12, end))
}

/// At least three hours apart.
fn apart(text: &Text<'_>, at: usize) -> Option<Said> {
    let next = text.skip(at, &["at least"]);
    let (number, end) = text.number(next)?;
    let (minutes, end) = if let Some(end) = text.phrase(end, &["hours", "hour", "hrs"]) {
        (number.checked_mul(60)?, end)
    } else {
        (number, text.phrase(end, &["minutes", "mins", "min"])?)
    };
    let end = text.phrase(end, &["apart", "between them", "in between"])?;
    Some(Said::new(end, Meaning::Parts(vec![LinePart::GapMinutes(minutes)])))
}

/// As needed, or if something feels so.
fn as_needed(text: &Text<'_>, at: usize) -> Option<Said> {
    let needed = [
        "as needed",
        "when needed",
        "if needed",
        "as required",
        "if required",
        "when required",
        "prn",
        "when you need it",
        "if you need it",
        "whenever you need it",
        "as necessary",
    ];
    if let Some(end) = text.phrase(at, &needed) {
        return Some(Said::new(end, Meaning::When));
    }
    let start = text.phrase(at, &["if", "when", "whenever"])?;
    let mut end = start;
    while !text.is_edge(end) {
        end += 1;
    }
    let feels = [
        "feel",
        "feels",
        "tight",
        "stiff",
        "cramp",
        "cramps",
        "ache",
        "aches",
        "aching",
        "tense",
        "sore",
        "uncomfortable",
    ];
    (start..end).any(|word| text.is(word, &feels)).then(|| Said::new(end, Meaning::When))
}

fn not_running(text: &Text<'_>, at: usize) -> Option<Said> {
    let words = [
        "not two days running",
        "but not two days running",
        "not two days in a row",
        "but not two days in a row",
        "not on consecutive days",
        "but not on consecutive days",
        "non - consecutive days",
        "on non - consecutive days",
        "not 2 days running",
        "never two days running",
        "with a rest day between",
        "with a rest day in between",
        "with a day's rest between",
        "with a day of rest between",
        "not on two days running",
        "any days but not two days running",
        "not consecutive days",
    ];
    let end = text.phrase(at, &words)?;
    Some(Said::new(end, Meaning::NotRunning))
}
