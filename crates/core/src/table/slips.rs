//! What a person probably meant by a value that cannot be read. Offered, never filled in.

use crate::error::nearest;
use crate::ids::{LONGEST_SLUG, is_slug};
use crate::time::{Day, WallTime};

/// The first and the last date a plan may name: a year such as 2062 or 0026 is a slip.
pub(crate) const CALENDAR: [&str; 2] = ["1990-01-01", "2059-12-31"];

/// The day that `written` names as year, month and day, all digits given.
pub(crate) fn exact_day(written: &str) -> Option<Day> {
    let is_exact = written.len() == 10
        && written.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if is_exact { written.parse().ok() } else { None }
}

/// Whether `written` looks like a date: three numbers between dots, dashes or strokes.
pub(crate) fn looks_like_day(written: &str) -> bool {
    written.len() <= 12 && three_numbers(written).is_some()
}

/// Whether `written` looks like a time of day: two or three numbers between colons.
pub(crate) fn looks_like_time(written: &str) -> bool {
    let parts: Vec<&str> = written.split(':').collect();
    written.len() <= 12
        && (2..=3).contains(&parts.len())
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The date that `written` probably means; none where day and month could be exchanged.
pub(crate) fn likely_day(written: &str) -> Option<String> {
    let (separator, [first, second, third]) = three_numbers(written)?;
    let candidates = if first > 31 {
        [Some((first, second, third)), None]
    } else if separator == '.' {
        [Some((third, second, first)), None]
    } else {
        [Some((third, second, first)), Some((third, first, second))]
    };
    let mut days = candidates.into_iter().flatten().filter_map(|(year, month, day)| {
        let year = if year < 100 { year + 2000 } else { year };
        let exact = day_of(year, month, day);
        // The 31st of a month that has thirty days was meant to be its last day.
        let last_day = || (28..=31).contains(&day).then(|| last_of_month(year, month)).flatten();
        exact.or_else(last_day).map(|day| day.to_string())
    });
    let likely = days.next()?;
    days.all(|other| other == likely).then_some(likely)
}

/// The time of day that `written` probably means.
pub(crate) fn likely_time(written: &str) -> Option<String> {
    let lower = written.trim().to_lowercase();
    let (clock, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim_end(), Some(0)),
        (_, Some(clock)) => (clock.trim_end(), Some(12)),
        _ => (lower.trim_end_matches(['h', ' ']), None),
    };
    let mut parts = clock.split([':', '.', 'h']);
    let number = |part: &str| part.parse::<u16>().ok().filter(|_| part.len() <= 2);
    let hour = number(parts.next()?)?;
    let minute = parts.next().map_or(Some(0), number)?;
    if parts.next().is_some_and(|seconds| seconds != "00") {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    WallTime::new(hour, minute).map(|time| time.to_string())
}

/// The time of day that a number such as 830 probably means, in the quotes it needs.
pub(crate) fn likely_clock(number: &str) -> Option<String> {
    let at = number.len().checked_sub(2).filter(|at| (1..=2).contains(at))?;
    let (hour, minute) = number.split_at(at);
    likely_time(&format!("{hour}:{minute}")).map(|time| format!("\"{time}\""))
}

/// The answer that `text` probably means.
pub(crate) fn likely_answer(text: &str) -> Option<String> {
    let answer = match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "on" => true,
        "no" | "false" | "off" => false,
        _ => return None,
    };
    Some(answer.to_string())
}

/// The word that `found` probably means.
pub(crate) fn likely_word(found: &str, words: &[&str]) -> Option<String> {
    let lower = found.trim().to_lowercase();
    let begins = words.iter().find(|word| lower.starts_with(*word)).map(ToString::to_string);
    let whole = || only_one(words.iter().filter(|word| word.starts_with(&lower)));
    begins.or_else(|| nearest(&lower, words.iter().copied())).or_else(whole)
}

/// The name that `found` probably means: a near one, or the only one that begins as it does.
pub(crate) fn likely_known(found: &str, names: &[&str]) -> Option<String> {
    let near = nearest(found, names.iter().copied());
    let lower = found.trim().to_lowercase();
    let begins_so = |name: &&&str| {
        let name = name.to_lowercase();
        name.len().min(lower.len()) > 2 && (name.starts_with(&lower) || lower.starts_with(&name))
    };
    near.or_else(|| only_one(names.iter().filter(begins_so)))
}

fn only_one<'a>(mut all: impl Iterator<Item = &'a &'a str>) -> Option<String> {
    let one = all.next()?;
    all.next().is_none().then(|| (*one).to_owned())
}

/// The key that `found` probably means. Half a key stands for the whole one: `hold` is nearer to
/// `hold_seconds` than to `load`.
pub(crate) fn likely_key(found: &str, keys: &[&str]) -> Option<String> {
    let lower = found.to_lowercase();
    let other = OTHER_KEYS.iter().find(|(other, key)| *other == lower && keys.contains(key));
    let begins = |key: &&&str| lower.len() > 2 && key.starts_with(&lower);
    let whole = || keys.iter().find(begins).map(ToString::to_string);
    let near = || nearest(&lower, keys.iter().copied());
    other.map(|(_, key)| (*key).to_owned()).or_else(whole).or_else(near)
}

/// What people write for a key that they remember otherwise.
const OTHER_KEYS: [(&str, &str); 6] = [
    ("reps", "repetitions"),
    ("weight", "load_kg"),
    ("steps", "walking_steps"),
    ("distance", "metres"),
    ("pause", "rest_seconds"),
    ("time", "at"),
];

/// The name that `found` would be in small letters, digits and hyphens.
pub(crate) fn likely_name(found: &str) -> Option<String> {
    let mut name = String::new();
    for c in found.to_lowercase().chars().take(LONGEST_SLUG) {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    is_slug(name).then(|| name.to_owned())
}

/// The number at the beginning of a text such as "10 x" or "1.5 kg", if there is no other.
pub(crate) fn number_in(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let is_alone = !rest.contains(|c: char| c.is_ascii_digit());
    (is_alone && number.parse::<f64>().is_ok()).then(|| number.to_owned())
}

/// The two numbers of a text such as "10-12" or "10 to 12", the greater last.
pub(crate) fn two_numbers(text: &str) -> Option<(u16, u16)> {
    let (first, second) = ["-", "–", "to"].into_iter().find_map(|word| text.split_once(word))?;
    let (first, second) = (first.trim().parse().ok()?, second.trim().parse().ok()?);
    (first < second).then_some((first, second))
}

/// A decimal number such as 8.0 as a whole number.
pub(crate) fn without_decimals(number: &str) -> Option<String> {
    let (whole, decimals) = number.split_once('.')?;
    decimals.bytes().all(|byte| byte == b'0').then(|| whole.to_owned())
}

/// Whether `c` cannot be seen: control characters, and those that turn the direction of writing
/// and so can make "5" and "10" change places on the screen.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn three_numbers(written: &str) -> Option<(char, [i32; 3])> {
    let separator = written.chars().find(|c| matches!(c, '.' | '/' | '-'))?;
    let mut parts = written.trim().split(separator);
    let mut number = || {
        let part = parts.next()?.trim();
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if is_number { part.parse::<i32>().ok() } else { None }
    };
    let numbers = [number()?, number()?, number()?];
    parts.next().is_none().then_some((separator, numbers))
}

fn last_of_month(year: i32, month: i32) -> Option<Day> {
    (28..=31).rev().find_map(|day| day_of(year, month, day))
}

fn day_of(year: i32, month: i32, day: i32) -> Option<Day> {
    Day::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_guessed_only_when_there_is_one_way_to_read_them() {
        let cases = [
            ("16.11.2026", Some("2026-11-16")),
            ("2.3.2026", Some("2026-03-02")),
            ("16/11/2026", Some("2026-11-16")),
            ("11/16/2026", Some("2026-11-16")),
            ("02/11/2026", None),
            ("2026-11-31", Some("2026-11-30")),
            ("2026-13-01", None),
            ("2026-1-5", Some("2026-01-05")),
            ("16.11.26", Some("2026-11-16")),
            ("soon", None),
        ];
        for (written, likely) in cases {
            assert_eq!(likely_day(written).as_deref(), likely, "{written}");
        }
    }

    #[test]
    fn times_are_guessed_when_they_are_plain() {
        let cases = [
            ("8.30", Some("08:30")),
            ("8:30 pm", Some("20:30")),
            ("12 am", Some("00:00")),
            ("12pm", Some("12:00")),
            ("20h", Some("20:00")),
            ("8h30", Some("08:30")),
            ("25:00", None),
            ("13 pm", None),
            ("after breakfast", None),
        ];
        for (written, likely) in cases {
            assert_eq!(likely_time(written).as_deref(), likely, "{written}");
        }
    }

    #[test]
    fn numbers_are_found_in_words() {
        for (text, number) in [("10 x", Some("10")), ("1.5 kg", Some("1.5")), ("2 x 8", None)] {
            assert_eq!(number_in(text).as_deref(), number, "{text}");
        }
        for (text, numbers) in [
            ("10-12", Some((10, 12))),
            ("4 to 6", Some((4, 6))),
            ("3 – 4", Some((3, 4))),
            ("6-4", None),
            ("ten", None),
        ] {
            assert_eq!(two_numbers(text), numbers, "{text}");
        }
    }

    #[test]
    fn a_name_is_offered_that_begins_in_the_same_way() {
        let names = ["walk", "ward line", "wall-push-up"];
        assert_eq!(likely_known("walking", &names).as_deref(), Some("walk"));
        assert_eq!(likely_known("Ward", &["Ward line"]).as_deref(), Some("Ward line"));
        assert_eq!(likely_known("w", &names), None);
        assert_eq!(likely_known("swimming", &names), None);
    }

    #[test]
    fn keys_are_known_by_other_words() {
        let keys = ["sets", "repetitions", "load_kg"];
        assert_eq!(likely_key("reps", &keys).as_deref(), Some("repetitions"));
        assert_eq!(likely_key("weight", &keys).as_deref(), Some("load_kg"));
        assert_eq!(likely_key("steps", &["steps-of-it"]), Some("steps-of-it".to_owned()));
    }

    #[test]
    fn names_are_made_plain() {
        assert_eq!(likely_name("Heel slide (left)").as_deref(), Some("heel-slide-left"));
        assert_eq!(likely_name("ä"), None);
    }
}
