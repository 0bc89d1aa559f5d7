//! Words, times, weekdays and parts of lists.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::table::slips::is_hidden;
use crate::time::{WallTime, Weekday};

/// A text of a sheet: any characters but those that cannot be seen, and something that can.
pub(super) fn words() -> impl Strategy<Value = String> + Clone {
    let text = vec(any::<char>(), 0..20)
        .prop_map(|text| text.into_iter().filter(|c| !is_hidden(*c)).collect::<String>());
    let plain = "[ \"'\\\\#=\\[\\]a-zäß€]{0,20}";
    (prop_oneof![text, plain], "[a-z0-9]").prop_map(|(text, end)| text + &end)
}

/// The sheet's own words, which may run over several lines.
pub(super) fn lines_of_words() -> impl Strategy<Value = String> + Clone {
    vec(words(), 1..4).prop_map(|lines| lines.join("\n"))
}

/// A short text such as a number on the sheet or a turn.
pub(super) fn short() -> impl Strategy<Value = String> + Clone {
    words().prop_map(|text| {
        let end = text.chars().count().saturating_sub(12);
        text.chars().skip(end).collect()
    })
}

/// A title that no other of its kind has.
pub(super) fn numbered(title: &str, n: usize) -> String {
    format!("{title} {n}")
}

pub(super) fn wall_time() -> impl Strategy<Value = WallTime> + Clone {
    (0u16..24 * 60).prop_map(WallTime::from_minutes_const)
}

/// The time so many minutes into the day that begins at `day_start`.
pub(super) fn minutes_later(day_start: WallTime, minutes: u16) -> WallTime {
    WallTime::from_minutes_const(day_start.minutes() + minutes)
}

pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Some days of the week, in its order.
pub(super) fn weekdays() -> impl Strategy<Value = Vec<Weekday>> + Clone {
    subsequence(WEEK.to_vec(), 1..=7)
}

pub(super) fn weekday() -> impl Strategy<Value = Weekday> + Clone {
    select(WEEK.to_vec())
}

/// The parts of `all` whose bits are set.
pub(super) fn some_of<T: Clone>(all: &[T], bits: u32) -> Vec<T> {
    let is_in = |n: &usize| bits & (1 << (n % 32)) != 0;
    all.iter().enumerate().filter(|(n, _)| is_in(n)).map(|(_, one)| one.clone()).collect()
}

/// Any of the words that a file can choose from.
pub(super) fn choice<T: Copy + std::fmt::Debug + 'static>(
    words: &'static [(&'static str, T)],
) -> impl Strategy<Value = T> + Clone {
    select(words.iter().map(|(_, value)| *value).collect::<Vec<_>>())
}
