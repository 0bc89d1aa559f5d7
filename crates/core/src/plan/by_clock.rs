//! The times at which something is done by the clock, every so many hours.

use super::{AwakeHours, Bouts, DayType, Revision};
use crate::time::{Day, WallTime};

/// When a day begins that is of no special kind, and when the person is awake on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct UsualDay {
    pub(super) start: WallTime,
    pub(super) awake: Option<AwakeHours>,
}

/// The times of day at which `bouts` come by the clock on a day of `kind`, or on a usual one, the ends included; none
/// for other bouts. Where such a day begins later than the hours do, those before it are left out, so that the others
/// stay the sheet's times.
pub(super) fn times_by_clock(
    bouts: &Bouts,
    usual: UsualDay,
    kind: Option<&DayType>,
) -> Vec<WallTime> {
    let Bouts::EveryHours { hours, between } = bouts else { return Vec::new() };
    let start = kind.and_then(|kind| kind.start).unwrap_or(usual.start);
    // The hours awake of a kind of day are told from its own beginning, all others from the usual one.
    let of_kind = kind.and_then(|kind| kind.awake).filter(|_| between.is_none());
    let told_from = if of_kind.is_some() { start } else { usual.start };
    let awake = of_kind.or(usual.awake).map(|awake| (awake.from, awake.until));
    let Some((from, until)) = between.or(awake) else { return Vec::new() };
    // What comes before the day, or after the next one has begun, is of another day.
    let of_another = told_from.min(start)..told_from.max(start);
    (from.minutes_into_day(told_from)..=until.minutes_into_day(told_from))
        .step_by(usize::from((*hours).max(1)) * 60)
        .map(|minutes| WallTime::from_minutes_const(minutes + told_from.minutes()))
        .filter(|at| !of_another.contains(at))
        .collect()
}

/// The most times that `bouts` come by the clock on one day, be it a usual one or one of `kinds`.
pub(super) fn most_by_clock(bouts: &Bouts, usual: UsualDay, kinds: &[DayType]) -> usize {
    let all = kinds.iter().map(Some).chain([None]);
    all.map(|kind| times_by_clock(bouts, usual, kind).len()).max().unwrap_or(0)
}

impl Revision {
    /// A day of no special kind.
    pub(super) fn usual_day(&self) -> UsualDay {
        UsualDay { start: self.day_start, awake: self.awake }
    }

    /// The times of day at which `bouts` come by the clock on `day`, the ends included; none for other bouts.
    #[must_use]
    pub fn clock_times_on(&self, bouts: &Bouts, day: Day) -> Vec<WallTime> {
        times_by_clock(bouts, self.usual_day(), self.day_type_on(day))
    }
}
