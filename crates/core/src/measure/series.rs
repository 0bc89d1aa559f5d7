//! The history of a number, and how far it changed. A change is a difference: it is neither good nor bad here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Measure, MeasureFact, Suggested};
use crate::ids::RecordId;
use crate::person::Standing;
use crate::record::EnteredBy;
use crate::time::Day;

/// A number of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Measured {
    /// The entry that says so now.
    pub record: RecordId,
    /// The day.
    pub day: Day,
    /// How many days it lies after the first of its history.
    pub after_first: i32,
    /// The number.
    pub value: u32,
    /// Whether it was entered on a later day.
    pub entered_later: bool,
    /// Whether it was corrected.
    pub corrected: bool,
    /// Who entered it.
    pub by: EnteredBy,
}

/// How far a number has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasureChange {
    /// The day of the earlier number.
    pub since: Day,
    /// The later number less the earlier one.
    pub by: i32,
    /// Whether the two may differ by chance, because they differ less than such numbers usually do.
    pub within_spread: bool,
}

/// Everything that is known of one number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Series {
    /// What it is.
    pub measure: Measure,
    /// The least that can be recorded.
    pub least: u32,
    /// The most.
    pub most: u32,
    /// The change below which two numbers may differ by chance, where that is known.
    pub spread: Option<u32>,
    /// One number a day, the earliest first.
    pub history: Vec<Measured>,
    /// How far the last differs from the one before it, then from the first.
    pub changes: Vec<MeasureChange>,
    /// For which time it is suggested to measure it now.
    pub suggested: Option<Suggested>,
}

/// What stands of `measure`.
pub(super) fn series(stands: &[Standing<'_, MeasureFact>], measure: Measure) -> Series {
    let of_measure = stands.iter().filter_map(|known| match known.fact {
        MeasureFact::Number { measure: of, day, value } if *of == measure => {
            Some((known, *day, *value))
        }
        _ => None,
    });
    let history = history(of_measure);
    let (least, most) = measure.range().into_inner();
    let spread = measure.usual_spread();
    let changes = changes(&history, spread);
    Series { measure, least, most, spread, history, changes, suggested: None }
}

/// One number a day, the earliest first. Where two chains speak of one day the one that was begun last stands: the
/// store lets in one a day, and two processes could still write both.
pub(super) fn history<'a, 'b: 'a>(
    stands: impl Iterator<Item = (&'a Standing<'b, MeasureFact>, Day, u32)>,
) -> Vec<Measured> {
    let by_day: BTreeMap<Day, Measured> = stands
        .map(|(known, day, value)| {
            let measured = Measured {
                record: known.last.id,
                day,
                after_first: 0,
                value,
                entered_later: known.first.on > day,
                corrected: known.first.id != known.last.id,
                by: known.last.by,
            };
            (day, measured)
        })
        .collect();
    let mut history: Vec<Measured> = by_day.into_values().collect();
    if let Some(first) = history.first().map(|first| first.day) {
        history.iter_mut().for_each(|one| one.after_first = one.day.days_after(first));
    }
    history
}

/// How far the last number differs from the one before it, then from the first where that is another one.
pub(super) fn changes(history: &[Measured], spread: Option<u32>) -> Vec<MeasureChange> {
    let Some((last, before)) = history.split_last() else { return Vec::new() };
    let since = |earlier: &Measured| {
        let by = difference(last.value, earlier.value);
        let within_spread = spread.is_some_and(|spread| by.unsigned_abs() < spread);
        MeasureChange { since: earlier.day, by, within_spread }
    };
    let first = before.first().filter(|_| before.len() > 1);
    before.last().into_iter().chain(first).map(since).collect()
}

/// `later` less `earlier`. Both are small: see [`Measure::range`].
pub(super) fn difference(later: u32, earlier: u32) -> i32 {
    let signed = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    signed(later).saturating_sub(signed(earlier))
}
