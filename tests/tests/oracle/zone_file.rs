//! The zone rules of a compiled zone file (RFC 9636), read by a reader of our own: a second one beside that of
//! the library Backwise uses.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::clock::Second;

/// A file lists the past, some only until 1995, and gives a rule for what comes after it. Changes by that rule
/// are worked out for these years.
const YEARS: RangeInclusive<i32> = 1995..=2032;

/// The offsets from UTC in seconds, each with the second from which it holds.
pub(super) fn offsets(file: &[u8]) -> Vec<(Second, i64)> {
    // The first block is for readers of 32 bits.
    let first = Header::of(file);
    let file = &file[HEADER + first.length(4)..];
    let header = Header::of(file);
    let (data, footer) = file[HEADER..].split_at(header.length(8));
    let (times, data) = data.split_at(8 * header.changes);
    let (kinds, data) = data.split_at(header.changes);
    let offset_of = |kind: u8| {
        let at = 6 * usize::from(kind);
        i64::from(i32::from_be_bytes(data[at..at + 4].try_into().unwrap()))
    };
    let times = times.chunks(8).map(|time| i64::from_be_bytes(time.try_into().unwrap()));
    let mut offsets: Vec<(Second, i64)> = vec![(i64::MIN, offset_of(0))];
    offsets.extend(times.zip(kinds.iter().map(|kind| offset_of(*kind))));
    let last = offsets[offsets.len() - 1].0;
    let rule = std::str::from_utf8(footer).unwrap().trim_matches('\n');
    offsets.extend(by_rule(rule).into_iter().filter(|(from, _)| *from > last));
    offsets
}

const HEADER: usize = 44;

/// How many of each there are.
struct Header {
    changes: usize,
    rest: [usize; 5],
}

impl Header {
    fn of(file: &[u8]) -> Self {
        assert_eq!(&file[..4], b"TZif");
        let count = |nth: usize| {
            let at = 20 + 4 * nth;
            usize::try_from(u32::from_be_bytes(file[at..at + 4].try_into().unwrap())).unwrap()
        };
        Self { changes: count(3), rest: [count(0), count(1), count(2), count(4), count(5)] }
    }

    /// How many bytes follow it, where a time takes `of_time` bytes.
    fn length(&self, of_time: usize) -> usize {
        let [of_ut, of_standard, leaps, kinds, letters] = self.rest;
        let of_change = of_time + 1;
        of_ut + of_standard + leaps * (of_time + 4) + self.changes * of_change + 6 * kinds + letters
    }
}

/// The changes by a rule such as `EET-2EEST,M4.5.5/0,M10.5.4/24`; none for one without summer time.
fn by_rule(rule: &str) -> Vec<(Second, i64)> {
    let mut parts = rule.split(',');
    let (winter, rest) = offset_after_name(parts.next().unwrap());
    let Some((begins, ends)) = parts.next().zip(parts.next()) else { return Vec::new() };
    let (given, _) = offset_after_name(rest);
    // Without an offset, summer time is one hour ahead.
    let summer = given.or(winter.map(|winter| winter + 3600)).unwrap();
    let winter = winter.unwrap();
    let mut changes = Vec::new();
    for year in YEARS {
        changes.push((shown(begins, year) - winter, summer));
        changes.push((shown(ends, year) - summer, winter));
    }
    changes.sort_unstable();
    changes
}

/// The offset that follows a name, with the other sign than the file writes, and what comes after it.
fn offset_after_name(text: &str) -> (Option<i64>, &str) {
    let name = match text.strip_prefix('<') {
        Some(quoted) => quoted.find('>').unwrap() + 2,
        None => text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len()),
    };
    let rest = &text[name..];
    let end = rest.find(|letter: char| !"+-:0123456789".contains(letter)).unwrap_or(rest.len());
    let (offset, rest) = rest.split_at(end);
    ((!offset.is_empty()).then(|| -seconds(offset)), rest)
}

/// The second of a clock that shows `2`, `-1` or `12:45`.
fn seconds(clock: &str) -> i64 {
    let (sign, digits) = match clock.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, clock.trim_start_matches('+')),
    };
    let parts = digits.split(':').zip([3600, 60, 1]);
    sign * parts.map(|(part, of)| part.parse::<i64>().unwrap() * of).sum::<i64>()
}

/// What the clock shows, as seconds, at `M4.5.5/0` of a year: month, week (5 is the last), weekday from Sunday.
fn shown(rule: &str, year: i32) -> i64 {
    let (day, clock) = rule.split_once('/').unwrap_or((rule, "2"));
    let numbers: Vec<u32> = day[1..].split('.').map(|number| number.parse().unwrap()).collect();
    let [month, week, weekday] = numbers[..] else { panic!("no such rule: {rule}") };
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    let is_it = |day: &NaiveDate| day.weekday().num_days_from_sunday() == weekday;
    let of_month = first.iter_days().take_while(|day| day.month() == month).filter(is_it);
    let day = of_month.take(usize::try_from(week).unwrap()).last().unwrap();
    let midnight = day.and_hms_opt(0, 0, 0).unwrap();
    (midnight + TimeDelta::seconds(seconds(clock))).and_utc().timestamp()
}
