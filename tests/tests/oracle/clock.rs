//! The clock on the wall, from a second reader of the zone files beside the one that Backwise uses.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// An instant, in seconds.
pub(super) type Second = i64;

/// A larger shift is no change of the clocks: the zone left out the whole date.
const LARGEST_GAP: i64 = 3 * 3600;

/// No zone is further from UTC than this, and none shifts further at once.
const AROUND: i64 = 3 * 24 * 3600;

/// The offsets of a zone, each with the second from which it holds.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    pub(super) offsets: Vec<(Second, i64)>,
}

impl Clock {
    fn offset(&self, at: Second) -> i64 {
        self.offsets[self.until(at) - 1].1
    }

    /// How many offsets had held by then.
    fn until(&self, at: Second) -> usize {
        self.offsets.partition_point(|(from, _)| *from <= at)
    }

    /// The offsets that hold around then, whatever a zone adds to it and however far it shifts.
    fn around(&self, at: Second) -> &[(Second, i64)] {
        &self.offsets[self.until(at - AROUND) - 1..self.until(at + AROUND)]
    }

    /// What calendar and clock show.
    pub(super) fn local(&self, at: Second) -> NaiveDateTime {
        DateTime::from_timestamp(at + self.offset(at), 0).unwrap().naive_utc()
    }

    /// When they first show `date` and `minutes` after midnight: a time in a gap shifts forward by the gap, a
    /// doubled one means the first, and a date that was never there gives nothing.
    pub(super) fn instant(&self, date: NaiveDate, minutes: i64) -> Option<Second> {
        let local = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes);
        let shown = local.and_utc().timestamp();
        // Every instant that shows it is behind some offset of the zone.
        let shows = |offset: &i64| {
            let at = shown - offset;
            (self.offset(at) == *offset).then_some(at)
        };
        let around = self.around(shown);
        let first = around.iter().filter_map(|(_, offset)| shows(offset)).min();
        first.or_else(|| {
            let gap = around.windows(2).find(|pair| {
                let [(_, before), (from, after)] = pair else { return false };
                from + before <= shown && shown < from + after
            })?;
            (gap[1].1 - gap[0].1 <= LARGEST_GAP).then_some(shown - gap[0].1)
        })
    }

    /// When the day of `date` begins, at so many minutes after midnight: not before the times of the evening before
    /// have come that the clocks moved beyond it.
    pub(super) fn begins(&self, date: NaiveDate, minutes: i64) -> Option<Second> {
        let at = self.instant(date, minutes)?;
        if self.local(at) != date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes) {
            return Some(at); // It was moved itself.
        }
        let changes = self.around(at).windows(2).map(|pair| (pair[1].0, pair[1].1 - pair[0].1));
        let mut moved = changes.filter(|(from, forward)| {
            (1..=LARGEST_GAP).contains(forward) && *from <= at && at < from + forward
        });
        Some(moved.next_back().map_or(at, |(from, forward)| from + forward))
    }

    /// The days of `year` on which the offset changes.
    pub(super) fn changes(&self, year: i32) -> Vec<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let noon = |day: NaiveDate| day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp();
        let days = first.iter_days().take(364);
        let is_change = |day: &NaiveDate| {
            self.offset(noon(*day)) != self.offset(noon(*day + TimeDelta::days(1)))
        };
        days.filter(is_change).map(|day| day + TimeDelta::days(1)).collect()
    }
}
