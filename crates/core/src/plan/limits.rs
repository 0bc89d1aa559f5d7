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
pub(super) const MOST_STAGES: usize = 30;
pub(super) const MOST_CLEARANCES: usize = 30;
pub(super) const MOST_APPOINTMENTS: usize = 30;
pub(super) const MOST_PROGRAMMES: usize = 12;
pub(super) const MOST_TURNS: usize = 6;
pub(super) const MOST_DAY_TYPES: usize = 20;
pub(super) const MOST_DATES: usize = 100;
pub(super) const MOST_PAIN_RULES: usize = 30;
pub(super) const MOST_DAYS_OFF: usize = 20;
pub(super) const MOST_INSTRUCTIONS: usize = 20;
/// Characters of one step of how to do an exercise.
pub(super) const INSTRUCTION: usize = 300;
/// Characters of a turn, such as "A".
pub(super) const TURN: usize = 12;

pub(super) const REVISION: RangeInclusive<u32> = 1..=9999;
/// Days after surgery; negative ones are before it.
pub(super) const DAYS_AFTER_SURGERY: RangeInclusive<i32> = -365..=3650;
pub(super) const TIMES_A_DAY: RangeInclusive<u8> = 1..=24;
/// Every so many days. Every single day has its own words.
pub(super) const EVERY_DAYS: RangeInclusive<u16> = 2..=60;
/// Seconds of a movement out, held or back.
pub(super) const TEMPO_SECONDS: RangeInclusive<u16> = 0..=120;

pub(super) const WEEK: RangeInclusive<u16> = 0..=520;
pub(super) const GAP_DAYS: RangeInclusive<u16> = 2..=60;
pub(super) const TIMES_A_WEEK: RangeInclusive<u8> = 1..=6;
pub(super) const EVERY_HOURS: RangeInclusive<u8> = 1..=12;
pub(super) const GAP_MINUTES: RangeInclusive<u16> = 1..=1439;
pub(super) const SOME_DAYS: RangeInclusive<u16> = 1..=60;
pub(super) const GROWTH: RangeInclusive<u16> = 1..=60;
pub(super) const PERCENT: RangeInclusive<u8> = 1..=99;
pub(super) const SIT_MINUTES: RangeInclusive<u16> = 1..=240;
pub(super) const UP_MINUTES: RangeInclusive<u16> = 1..=60;
/// A score that can be exceeded, and one that can be reached.
pub(super) const SCORE_OVER: RangeInclusive<u8> = 0..=9;
pub(super) const SCORE_AT_LEAST: RangeInclusive<u8> = 1..=10;
pub(super) const KILOGRAMS: RangeInclusive<f64> = 0.1..=200.0;

// The ranges that `Dose` states.
pub(super) const SETS: RangeInclusive<u16> = 1..=20;
pub(super) const REPETITIONS: RangeInclusive<u16> = 1..=200;
pub(super) const HOLD_SECONDS: RangeInclusive<u16> = 1..=600;
pub(super) const REST_SECONDS: RangeInclusive<u16> = 1..=900;
pub(super) const MINUTES: RangeInclusive<u16> = 1..=240;
pub(super) const BREATHS: RangeInclusive<u16> = 1..=100;
pub(super) const SECONDS: RangeInclusive<u16> = 1..=3600;
pub(super) const WALKING_STEPS: RangeInclusive<u16> = 1..=50_000;
pub(super) const METRES: RangeInclusive<u16> = 1..=20_000;
