//! Where the person is and was: the clocks that they lived by, one after the other.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Day, Instant, WallTime, Zone};

/// No zone is further from UTC than this, a night included: what a date is nowhere on earth.
const AROUND: TimeDelta = TimeDelta::days(3);

/// Nobody travels to another zone and is back in so short a time: a setting was wrong, or a border lies close to home.
const THERE_AND_BACK: TimeDelta = TimeDelta::hours(3);

/// The zones that the person was in, each with the moment from which they were there.
///
/// A time of day comes when the clock that they live by shows it. After a journey to the west it may come again: then
/// that time counts, and not the one before. One that a journey to the east passed over never comes.
#[derive(Debug, Clone)]
pub struct Whereabouts {
    /// In their order, and never none. The first holds also for what lies before.
    stays: Vec<(Instant, Zone)>,
}

/// The moment at which a time of day comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comes {
    /// The moment. Of a time that was passed over: that at which the clock was set beyond it.
    pub at: Instant,
    /// Of a time that was passed over: when it was in the place that the person came to.
    pub passed_over: Option<Instant>,
}

impl Whereabouts {
    /// Those of somebody who stays where they are.
    #[must_use]
    pub fn always_in(zone: Zone) -> Self {
        Self { stays: vec![(Instant::UNIX_EPOCH, zone)] }
    }

    /// Those of somebody who is in `here` now and was `seen` in zones, in any order. What was seen after `now` was
    /// seen by a clock that was wrong. What lies between two sights of one zone that are less than three hours apart
    /// was no journey: it moves no hour that was lived.
    #[must_use]
    pub fn of(mut seen: Vec<(Instant, Zone)>, now: Instant, here: Zone) -> Self {
        seen.retain(|(at, _)| *at <= now);
        seen.sort_by_key(|(at, _)| *at);
        seen.push((now, here));
        let mut stays: Vec<(Instant, Zone)> = Vec::new();
        for (at, zone) in seen {
            let is_back = |(nth, stay): (usize, &(Instant, Zone))| {
                let left = stays.get(nth + 1).map(|(left, _)| *left);
                stay.1.name() == zone.name() && left.is_none_or(|left| at - left < THERE_AND_BACK)
            };
            match stays.iter().enumerate().position(is_back) {
                Some(home) => stays.truncate(home + 1),
                None => stays.push((at, zone)),
            }
        }
        Self { stays }
    }

    /// Where the person was at `instant`.
    #[must_use]
    pub fn zone(&self, instant: Instant) -> &Zone {
        let stays = self.stays.partition_point(|(since, _)| *since <= instant).max(1);
        &self.stays[stays - 1].1
    }

    /// When they came to where they are now; `None` where they have been nowhere else.
    #[must_use]
    pub fn last_arrival(&self) -> Option<Instant> {
        match &self.stays[..] {
            [.., _, (at, _)] => Some(*at),
            _ => None,
        }
    }

    /// The journeys with which `day` came again after it was over or had begun, in their order: when each ended, and
    /// where the person was and had been until then. `day_of` says which day an instant lies in by the clocks of a
    /// zone. A journey that shows hours of one day twice and stays in it makes no day come again.
    #[must_use]
    pub fn came_again(
        &self,
        day: Day,
        day_of: impl Fn(Instant, &Zone) -> Day,
    ) -> Vec<(Instant, Self)> {
        let midnight = day.0.and_time(NaiveTime::MIN).and_utc();
        let near = self.stays.partition_point(|(since, _)| *since < midnight - AROUND).max(1);
        let journeys = (near..self.stays.len()).map(|nth| (nth, &self.stays[nth]));
        journeys
            .take_while(|(_, (at, _))| *at <= midnight + AROUND)
            .filter(|(nth, (at, to))| {
                let was = day_of(*at - TimeDelta::seconds(1), &self.stays[nth - 1].1);
                let is = day_of(*at, to);
                is < was && (is..=was).contains(&day)
            })
            .map(|(nth, (at, _))| (*at, Self { stays: self.stays[..nth].to_vec() }))
            .collect()
    }

    /// What calendar and clock show them at `instant`.
    #[must_use]
    pub fn local(&self, instant: Instant) -> NaiveDateTime {
        self.zone(instant).local(instant)
    }

    /// The minute that the clock on the wall shows them at `instant`.
    #[must_use]
    pub fn wall_time(&self, instant: Instant) -> WallTime {
        self.zone(instant).wall_time(instant)
    }

    /// The moment of wall time `at` on `day`, where days begin at `day_start`. `None` for a date that was never there.
    #[must_use]
    pub fn instant_on(&self, day: Day, at: WallTime, day_start: WallTime) -> Option<Comes> {
        self.comes(day.0, |zone| zone.instant_on(day, at, day_start))
    }

    /// The moments at which `day` begins and the next one begins, where `day_start` says when each does. A day that
    /// was never there, or that a journey passed over, is empty: both are the same.
    #[must_use]
    pub fn span(&self, day: Day, day_start: impl Fn(Day) -> WallTime) -> (Instant, Instant) {
        let begins = |day: Day| {
            // A date that was skipped begins where the next one does.
            let mut days = (0..3).map(|later| day.plus(later));
            days.find_map(|day| self.comes(day.0, |zone| zone.begins(day, day_start(day))))
                .map(|comes| comes.at)
        };
        let start = begins(day).unwrap_or(Instant::UNIX_EPOCH);
        (start, begins(day.plus(1)).unwrap_or(start).max(start))
    }

    /// The last moment at which the clock that they live by shows a time of about `date`. `shown` says when that of
    /// a zone does.
    fn comes(&self, date: NaiveDate, shown: impl Fn(&Zone) -> Option<Instant>) -> Option<Comes> {
        let midnight = date.and_time(NaiveTime::MIN).and_utc();
        let later = self.stays.partition_point(|(since, _)| *since < midnight - AROUND);
        let first = later.saturating_sub(1);
        let (mut found, mut was_ahead) = (None, false);
        for (nth, (since, zone)) in self.stays.iter().enumerate().skip(first) {
            if found.is_some() && *since > midnight + AROUND {
                break;
            }
            let Some(at) = shown(zone) else { continue };
            let next = self.stays.get(nth + 1);
            if next.is_some_and(|(until, _)| *until <= at) {
                was_ahead = true; // They left before.
                continue;
            }
            if nth == first || *since <= at {
                found = Some(Comes { at, passed_over: None });
            } else if was_ahead {
                // It was ahead where they came from, and is over where they came to.
                found = Some(Comes { at: *since, passed_over: Some(at) });
            }
            was_ahead = false;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{USUAL_DAY_START, ZoneDatabase};

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    /// Somebody who was in the first zone, and since those moments in the others.
    fn journey(first: &str, then: &[(&str, &str)]) -> Whereabouts {
        let zone = |name: &str| ZoneDatabase::embedded().zone(name).unwrap();
        let mut seen: Vec<_> = then.iter().map(|(at, name)| (instant(at), zone(name))).collect();
        seen.reverse();
        seen.push((instant("2020-01-01T00:00:00Z"), zone(first)));
        let here = then.last().map_or(first, |(_, name)| name);
        Whereabouts::of(seen, instant("2030-01-01T00:00:00Z"), zone(here))
    }

    fn comes(journey: &Whereabouts, on: &str, at: &str) -> (String, bool) {
        let comes = journey.instant_on(on.parse().unwrap(), at.parse().unwrap(), USUAL_DAY_START);
        let comes = comes.unwrap();
        (comes.at.format("%d %H:%M").to_string(), comes.passed_over.is_some())
    }

    #[test]
    fn a_journey_to_the_west_shows_times_again_and_the_last_counts() {
        // Three in the afternoon in Berlin is nine in the morning in New York.
        let journey = journey("Europe/Berlin", &[("2026-11-16T14:00:00Z", "America/New_York")]);
        for (at, expected) in [
            ("08:00", "16 07:00"),
            ("08:59", "16 07:59"),
            ("09:00", "16 14:00"),
            ("14:00", "16 19:00"),
            ("20:00", "17 01:00"),
            ("02:00", "17 07:00"),
        ] {
            assert_eq!(comes(&journey, "2026-11-16", at), (expected.to_owned(), false), "{at}");
        }
    }

    #[test]
    fn a_journey_to_the_east_passes_over_times_that_never_come() {
        // Two at night in New York is eight in the morning in Berlin.
        let journey = journey("America/New_York", &[("2026-11-17T07:00:00Z", "Europe/Berlin")]);
        for (on, at, expected, passed) in [
            ("2026-11-16", "20:00", "17 01:00", false),
            ("2026-11-16", "01:59", "17 06:59", false),
            ("2026-11-16", "02:00", "17 07:00", true),
            ("2026-11-17", "07:59", "17 07:00", true),
            ("2026-11-17", "08:00", "17 07:00", false),
            ("2026-11-17", "14:00", "17 13:00", false),
        ] {
            assert_eq!(comes(&journey, on, at), (expected.to_owned(), passed), "{on} {at}");
        }
        let span = journey.span("2026-11-16".parse().unwrap(), |_| USUAL_DAY_START);
        assert_eq!(span, (instant("2026-11-16T08:00:00Z"), instant("2026-11-17T07:00:00Z")));
    }

    #[test]
    fn whoever_flies_over_the_date_line_and_back_loses_a_date_and_has_another_twice() {
        let there = ("2026-11-17T08:00:00Z", "Pacific/Auckland");
        let back = ("2026-11-21T08:00:00Z", "Pacific/Honolulu");
        let journey = journey_to_and_fro(there, back);
        let span = |on: &str| {
            let (from, until) = journey.span(on.parse().unwrap(), |_| USUAL_DAY_START);
            (until - from).num_hours()
        };
        // Ten in the evening of Monday, then nine of Tuesday; there nine of Saturday, then ten of Friday.
        let lengths = [span("2026-11-16"), span("2026-11-17"), span("2026-11-18")];
        assert_eq!(lengths, [19, 6, 24]);
        assert_eq!([span("2026-11-20"), span("2026-11-21"), span("2026-11-22")], [47, 24, 24]);
        let line_islands = journey_of("Pacific/Honolulu", "2026-11-17T13:00:00Z");
        let skipped = line_islands.span("2026-11-17".parse().unwrap(), |_| USUAL_DAY_START);
        assert_eq!(skipped.0, skipped.1, "all of Tuesday");
    }

    fn journey_to_and_fro(there: (&str, &str), back: (&str, &str)) -> Whereabouts {
        journey("Pacific/Honolulu", &[there, back])
    }

    /// From a place to the other side of the date line, where the clock shows the same and the date is the next.
    fn journey_of(from: &str, at: &str) -> Whereabouts {
        journey(from, &[(at, "Pacific/Kiritimati")])
    }

    #[test]
    fn a_day_comes_again_where_a_later_one_had_begun() {
        let again = |journey: &Whereabouts, on: &str| {
            let day_of = |at, zone: &Zone| zone.day(at, USUAL_DAY_START);
            let journeys = journey.came_again(on.parse().unwrap(), day_of);
            journeys.iter().map(|(at, _)| at.format("%d %H:%M").to_string()).collect::<Vec<_>>()
        };
        // Ten in the evening of Wednesday in Auckland is one at night in Los Angeles, in the night of Tuesday.
        let west = journey("Pacific/Auckland", &[("2026-11-18T09:00:00Z", "America/Los_Angeles")]);
        let days = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"];
        assert_eq!(days.map(|on| again(&west, on).len()), [0, 1, 1, 0]);
        assert_eq!(again(&west, "2026-11-17"), ["18 09:00"]);
        // Hours of a day that is not over come again, and the day does not; to the east nothing does.
        let within = journey("Europe/Berlin", &[("2026-11-17T14:00:00Z", "America/New_York")]);
        let east = journey("America/New_York", &[("2026-11-18T00:00:00Z", "Asia/Tokyo")]);
        assert!(days.iter().all(|on| again(&within, on).is_empty() && again(&east, on).is_empty()));
    }

    #[test]
    fn a_zone_that_was_seen_for_a_moment_moves_nothing() {
        let lived = journey("Europe/Berlin", &[]);
        let seen = |back: &str| {
            let there = ("2026-11-16T07:30:00Z", "UTC");
            let stray = ("2026-11-16T07:40:00Z", "America/Los_Angeles");
            journey("Europe/Berlin", &[there, stray, (back, "Europe/Berlin")])
        };
        let moment = seen("2026-11-16T07:45:00Z");
        assert!(moment.last_arrival().is_none());
        for at in ["08:00", "08:15", "08:40", "14:00", "02:00"] {
            assert_eq!(comes(&moment, "2026-11-16", at), comes(&lived, "2026-11-16", at), "{at}");
        }
        // Whoever comes back after three hours was away.
        let journey = seen("2026-11-16T10:30:00Z");
        assert!(journey.last_arrival().is_some());
        assert_eq!(comes(&journey, "2026-11-16", "11:15"), ("16 10:30".to_owned(), true));
    }

    #[test]
    fn what_a_clock_that_was_wrong_saw_is_left_aside_and_so_is_what_was_seen_twice() {
        let zone = |name: &str| ZoneDatabase::embedded().zone(name).unwrap();
        let now = instant("2026-11-16T12:00:00Z");
        let seen = vec![
            (instant("2031-01-01T00:00:00Z"), zone("Asia/Tokyo")),
            (instant("2026-11-02T00:00:00Z"), zone("Europe/Berlin")),
            (instant("2026-11-01T00:00:00Z"), zone("Europe/Berlin")),
        ];
        let home = Whereabouts::of(seen.clone(), now, zone("Europe/Berlin"));
        assert!(home.last_arrival().is_none());
        assert_eq!(home.zone(instant("2032-01-01T00:00:00Z")).name(), "Europe/Berlin");
        let away = Whereabouts::of(seen, now, zone("Asia/Tokyo"));
        assert_eq!(away.last_arrival(), Some(now));
        assert_eq!(away.zone(now - TimeDelta::seconds(1)).name(), "Europe/Berlin");
        assert_eq!(away.wall_time(now).to_string(), "21:00");
    }
}
