//! Rounds by the clock: what is done every so many hours.

use crate::ids::RoundId;
use crate::plan::{Bouts, Revision};
use crate::time::{Day, WallTime};

/// What the names of rounds by the clock begin with. No round of a sheet may have such a name.
pub const CLOCK_ROUND: &str = "clock-";

/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// The name of the round at `at`.
#[must_use]
pub fn clock_round(at: WallTime) -> Option<RoundId> {
    RoundId::new(&format!("{CLOCK_ROUND}{:02}{:02}", at.minutes() / 60, at.minutes() % 60))
}

/// The times of day at which `bouts` come by the clock on `day`, the ends included; none for other bouts.
pub(super) fn times_of(revision: &Revision, bouts: &Bouts, day: Day) -> Vec<WallTime> {
    let Bouts::EveryHours { hours, between } = bouts else { return Vec::new() };
    let kind = revision.day_type_on(day);
    let awake = kind.and_then(|kind| kind.awake).or(revision.awake);
    let Some((from, until)) = between.or(awake.map(|awake| (awake.from, awake.until))) else {
        return Vec::new();
    };
    let start = revision.day_start_on(day);
    let first = from.minutes_into_day(start);
    // Hours that go on beyond the day's end are those of the next day from there on.
    let last =
        Some(until.minutes_into_day(start)).filter(|last| *last >= first).unwrap_or(LAST_MINUTE);
    (first..=last)
        .step_by(usize::from((*hours).max(1)) * 60)
        .map(|minutes| WallTime::from_minutes_const(minutes + start.minutes()))
        .collect()
}
