//! The clocks that somebody lived by who travels: one place after the other, each with its own clock.

use chrono::{NaiveDate, NaiveDateTime};

use super::clock::{Clock, Second};

/// A moment at which a time of day comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: Second,
    /// Whether no clock ever showed it: that is when the person came to a place where it was over.
    pub(super) was_skipped: bool,
}

/// The places, each with the second at which the person came there. The first of them is home.
#[derive(Debug, Clone)]
pub(super) struct Lived {
    pub(super) stays: Vec<(Second, Clock)>,
}

impl Lived {
    /// What calendar and clock show.
    pub(super) fn local(&self, at: Second) -> NaiveDateTime {
        let here = self.stays.iter().skip(1).rev().find(|(since, _)| *since <= at);
        here.unwrap_or(&self.stays[0]).1.local(at)
    }

    /// When a time of day comes: the last of what happened to it, be it that a clock showed it or that the person
    /// came to where it was over.
    pub(super) fn moment(&self, date: NaiveDate, minutes: i64) -> Option<Moment> {
        self.last(|clock| clock.instant(date, minutes))
    }

    /// When the day of `date` begins.
    pub(super) fn begins(&self, date: NaiveDate, minutes: i64) -> Option<Second> {
        self.last(|clock| clock.begins(date, minutes)).map(|moment| moment.at)
    }

    fn last(&self, shown: impl Fn(&Clock) -> Option<Second>) -> Option<Moment> {
        let mut found = None;
        for (nth, (since, clock)) in self.stays.iter().enumerate() {
            let until = self.stays.get(nth + 1).map_or(Second::MAX, |(until, _)| *until);
            if nth > 0 {
                // Where the person came from it was not yet over, and where they came to it is.
                let before = &self.stays[nth - 1].1;
                let (was, is) = (shown(before), shown(clock));
                if was.is_some_and(|was| was >= *since) && is.is_some_and(|is| is < *since) {
                    found = Some(Moment { at: *since, was_skipped: true });
                }
            }
            let from = if nth == 0 { Second::MIN } else { *since };
            if let Some(at) = shown(clock).filter(|at| (from..until).contains(at)) {
                found = Some(Moment { at, was_skipped: false });
            }
        }
        found
    }
}
