//! How much a plan file may hold. Wide enough for any sheet on paper, narrow enough that a slip of
//! the finger is found and that no file makes the app slow.

use std::ops::RangeInclusive;

/// Characters of a title, a name or a routine.
pub(super) const SHORT_TEXT: usize = 120;
/// Characters of the sheet's own words about one matter.
pub(super) const LONG_TEXT: usize = 1000;
/// Characters of a number on the sheet, such as "2b".
pub(super) const SHEET_NUMBER: usize = 12;

pub(super) const MOST_PHASES: usize = 40;
pub(super) const MOST_ROUNDS: usize = 24;
pub(super) const MOST_LINES: usize = 100;
pub(super) const MOST_PRECAUTIONS: usize = 40;
pub(super) const MOST_NOTES: usize = 100;
pub(super) const MOST_CONTACTS: usize = 20;

pub(super) const REVISION: RangeInclusive<u32> = 1..=9999;
/// Days after surgery; negative ones are before it.
pub(super) const DAYS_AFTER_SURGERY: RangeInclusive<i32> = -365..=3650;
pub(super) const TIMES_A_DAY: RangeInclusive<u8> = 1..=24;
/// Every so many days. Every single day has its own words.
pub(super) const EVERY_DAYS: RangeInclusive<u16> = 2..=60;
/// Seconds of a movement out, held or back.
pub(super) const TEMPO_SECONDS: RangeInclusive<u16> = 0..=120;

// The ranges that `Dose` states.
pub(super) const SETS: RangeInclusive<u16> = 1..=20;
pub(super) const REPETITIONS: RangeInclusive<u16> = 1..=200;
pub(super) const HOLD_SECONDS: RangeInclusive<u16> = 1..=600;
pub(super) const REST_SECONDS: RangeInclusive<u16> = 1..=900;
pub(super) const MINUTES: RangeInclusive<u16> = 1..=240;
pub(super) const BREATHS: RangeInclusive<u16> = 1..=100;
