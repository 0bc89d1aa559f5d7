//! The usual time of a round, by its name.

use crate::time::WallTime;

/// The usual time of a round called `title`, as a suggestion: "after breakfast" is about 8:30.
#[must_use]
pub fn usual_time(title: &str) -> Option<WallTime> {
    let title = title.to_lowercase();
    let usual = USUAL_TIMES.iter().find(|(word, _)| title.contains(word))?;
    WallTime::new(usual.1 / 60, usual.1 % 60)
}

/// Words in the titles of rounds, the more exact ones first, with minutes after midnight.
const USUAL_TIMES: [(&str, u16); 16] = [
    ("before breakfast", 7 * 60 + 30),
    ("breakfast", 8 * 60 + 30),
    ("late morning", 11 * 60),
    ("mid-morning", 10 * 60 + 30),
    ("early afternoon", 13 * 60 + 30),
    ("late afternoon", 17 * 60),
    ("before bed", 21 * 60 + 30),
    ("bedtime", 21 * 60 + 30),
    ("morning", 8 * 60),
    ("lunch", 13 * 60),
    ("midday", 12 * 60),
    ("noon", 12 * 60),
    ("dinner", 19 * 60),
    ("tea", 17 * 60),
    ("evening", 19 * 60),
    ("night", 21 * 60),
];
