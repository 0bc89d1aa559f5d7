//! What stops lines, found by the days on which it can hold: of ten years nearly all of it is over, or still to come.

use chrono::NaiveDate;

use super::{PlanStanding, RecordId, StandingRelease, StandingStop};
use crate::time::{Day, Instant};

/// Says of each of `stops` how far those around it reach.
pub(super) fn reach(stops: &mut [StandingStop]) {
    let mut so_far = Some(Day(NaiveDate::MIN));
    for stop in &mut *stops {
        so_far = so_far.zip(stop.over).map(|(one, other)| one.max(other));
        stop.over_so_far = so_far;
    }
    let mut first = Day(NaiveDate::MAX);
    for stop in stops.iter_mut().rev() {
        first = first.min(stop.day);
        stop.first_from_here = first;
    }
}

impl PlanStanding {
    /// What may stop or change a line on `day` or later, in the order of entry: without what the team had spoken about long
    /// before.
    pub fn stops_since(&self, day: Day) -> impl Iterator<Item = &StandingStop> {
        since(&self.stops, day)
    }

    /// The same of what was said of `day` or a day before it.
    pub fn stops_said_by(&self, day: Day) -> impl Iterator<Item = &StandingStop> {
        let end = self.stops.partition_point(|said| said.first_from_here <= day);
        since(&self.stops[..end], day).filter(move |said| said.day <= day)
    }

    /// What the team had said last by `at` about `stop`.
    #[must_use]
    pub fn release_at(&self, stop: RecordId, at: Instant) -> Option<&StandingRelease> {
        let (_, word) = self.spoken_to.get(&stop)?.iter().rev().find(|(since, _)| *since <= at)?;
        word.as_ref()
    }

    /// The team's present word about `stop`.
    #[must_use]
    pub fn release(&self, stop: RecordId) -> Option<&StandingRelease> {
        self.release_at(stop, Instant::MAX_UTC)
    }

    /// What the team had said about `stop`, and since when: `None` where their word was taken back.
    #[must_use]
    pub fn words_about(&self, stop: RecordId) -> &[(Instant, Option<StandingRelease>)] {
        self.spoken_to.get(&stop).map_or(&[], Vec::as_slice)
    }
}

fn since(stops: &[StandingStop], day: Day) -> impl Iterator<Item = &StandingStop> {
    let is_over = move |last: Option<Day>| last.is_some_and(|last| last < day);
    let first = stops.partition_point(|said| is_over(said.over_so_far));
    stops[first..].iter().filter(move |said| !is_over(said.over))
}
