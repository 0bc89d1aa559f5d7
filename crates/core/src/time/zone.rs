//! The zone: the one door between instants, days and wall times.

use std::path::Path;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::{Day, Instant, WallTime};

/// The largest shift that is still an ordinary gap. A larger one means that the zone left out the
/// whole date, as Samoa did with 30 December 2011.
const LARGEST_GAP: TimeDelta = TimeDelta::hours(3);

/// What the zone of a machine is called that has its rules and no name for them. It is in no database, and every
/// machine means its own by it.
pub const UNNAMED_ZONE: &str = "localtime";

/// A name that the zone database does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no time zone is called {0:?}")]
pub struct UnknownZone(pub String);

/// Where zone rules come from: the system's folder first, the copy inside the program last.
#[derive(Debug, Clone)]
pub struct ZoneDatabase(TimeZoneDatabase);

impl ZoneDatabase {
    /// The rules of this machine, or the embedded copy where there are none.
    #[must_use]
    pub fn of_this_machine() -> Self {
        Self(TimeZoneDatabase::from_env())
    }

    /// The copy inside the program and nothing else: the same on every machine.
    #[must_use]
    pub fn embedded() -> Self {
        Self(TimeZoneDatabase::bundled())
    }

    /// The rules in `folder`, laid out like `/usr/share/zoneinfo`.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no rules.
    pub fn in_folder(folder: &Path) -> Result<Self, UnknownZone> {
        TimeZoneDatabase::from_dir(folder)
            .map(Self)
            .map_err(|_| UnknownZone(folder.display().to_string()))
    }

    /// The zone `name`, for example `Europe/Berlin`.
    ///
    /// # Errors
    /// When the database has no such zone.
    pub fn zone(&self, name: &str) -> Result<Zone, UnknownZone> {
        let rules = self.0.get(name).map_err(|_| UnknownZone(name.to_owned()))?;
        let name = rules.iana_name().unwrap_or(name).to_owned();
        Ok(Zone { name, rules })
    }

    /// The zone that this machine is set to; UTC where it does not say. One that is set by its rules alone, as by a
    /// copied `/etc/localtime`, is called [`UNNAMED_ZONE`].
    #[must_use]
    pub fn zone_of_this_machine(&self) -> Zone {
        self.zone_by(TimeZone::try_system().ok())
    }

    fn zone_by(&self, found: Option<TimeZone>) -> Zone {
        let Some(rules) = found else {
            return Zone { name: "UTC".to_owned(), rules: TimeZone::UTC };
        };
        match rules.iana_name().map(str::to_owned) {
            Some(name) => self.zone(&name).unwrap_or(Zone { name, rules }),
            None => Zone { name: UNNAMED_ZONE.to_owned(), rules },
        }
    }
}

/// The rules by which a place sets its clocks.
#[derive(Debug, Clone)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

impl Zone {
    /// Its name in the IANA database, or [`UNNAMED_ZONE`].
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What calendar and clock show there at `instant`.
    #[must_use]
    pub fn local(&self, instant: Instant) -> NaiveDateTime {
        instant.naive_utc() + self.offset(instant)
    }

    /// How far the clock there is ahead of UTC at `instant`.
    fn offset(&self, instant: Instant) -> TimeDelta {
        let seconds = jiff::Timestamp::from_second(instant.timestamp())
            .map_or(0, |at| self.rules.to_offset(at).seconds());
        TimeDelta::seconds(i64::from(seconds))
    }

    /// The minute that the clock on the wall shows at `instant`.
    #[must_use]
    pub fn wall_time(&self, instant: Instant) -> WallTime {
        WallTime::of(self.local(instant).time())
    }

    /// The day of the plan that `instant` lies in, for days that begin at `day_start`.
    #[must_use]
    pub fn day(&self, instant: Instant, day_start: WallTime) -> Day {
        let local = self.local(instant);
        let date = Day(local.date());
        // Shortly after the clocks changed, what they show does not say whether the day has begun.
        let has_changed = self.offset(instant) != self.offset(instant - LARGEST_GAP);
        let begins = if has_changed { self.begins(date, day_start) } else { None };
        let has_begun =
            begins.map_or_else(|| local.time() >= day_start.to_naive(), |begins| begins <= instant);
        if has_begun { date } else { date.plus(-1) }
    }

    /// The instant at which the clock there first shows `date` and `time`.
    ///
    /// A time in a gap shifts forward by the gap, a doubled one means the first, and a date that
    /// this zone never had gives `None`.
    #[must_use]
    pub fn instant(&self, date: NaiveDate, time: NaiveTime) -> Option<Instant> {
        let civil = jiff::civil::DateTime::new(
            i16::try_from(date.year()).ok()?,
            i8::try_from(date.month()).ok()?,
            i8::try_from(date.day()).ok()?,
            i8::try_from(time.hour()).ok()?,
            i8::try_from(time.minute()).ok()?,
            i8::try_from(time.second()).ok()?,
            0,
        )
        .ok()?;
        let found = self.rules.to_ambiguous_timestamp(civil).compatible().ok()?;
        let instant = DateTime::from_timestamp(found.as_second(), 0)?;
        (self.local(instant) - date.and_time(time) <= LARGEST_GAP).then_some(instant)
    }

    /// The instant of wall time `at` on `day`, where days begin at `day_start`: a time before the
    /// day start is on the next calendar date. `None` when the zone never had that date.
    #[must_use]
    pub fn instant_on(&self, day: Day, at: WallTime, day_start: WallTime) -> Option<Instant> {
        let date = if at < day_start { day.plus(1) } else { day };
        self.instant(date.0, at.to_naive())
    }

    /// The instant at which `day` begins, where days begin at `day_start`; `None` when the zone never had that date.
    ///
    /// A time of the evening before that the clocks left out comes later, as in [`Self::instant`], and still
    /// comes before the new day: in a night in which they go from two to three, a day that begins at three begins
    /// at four. Otherwise half past two would come when its day is over.
    #[must_use]
    pub fn begins(&self, day: Day, day_start: WallTime) -> Option<Instant> {
        let at = self.instant(day.0, day_start.to_naive())?;
        let (mut before, mut after) = (at - LARGEST_GAP, at);
        let forward = self.offset(after) - self.offset(before);
        // One that was left out itself has moved already.
        let is_gap = forward > TimeDelta::zero() && forward <= LARGEST_GAP;
        if !is_gap || self.local(at).time() != day_start.to_naive() {
            return Some(at);
        }
        while after - before > TimeDelta::seconds(1) {
            let middle = before + (after - before) / 2;
            if self.offset(middle) == self.offset(at) { after = middle } else { before = middle }
        }
        Some(at.max(after + forward))
    }

    /// The instants at which `day` begins and the next one begins, where `day_start` says when each does.
    ///
    /// A day that the zone never had is empty: both are the same instant.
    #[must_use]
    pub fn span(&self, day: Day, day_start: impl Fn(Day) -> WallTime) -> (Instant, Instant) {
        let begins = |day: Day| {
            // A date that was skipped begins where the next one does.
            let mut days = (0..3).map(|later| day.plus(later));
            days.find_map(|day| self.begins(day, day_start(day)))
        };
        let start = begins(day).unwrap_or(DateTime::UNIX_EPOCH);
        (start, begins(day.plus(1)).unwrap_or(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        ZoneDatabase::embedded().zone(name).unwrap()
    }

    fn check(name: &str, local: &str, utc: Option<&str>) {
        let local: NaiveDateTime = local.parse().unwrap();
        let found = zone(name).instant(local.date(), local.time());
        let wanted = utc.map(|text| text.parse::<Instant>().unwrap());
        assert_eq!(found, wanted, "{name} {local}");
    }

    #[test]
    fn gaps_shift_forward_overlaps_take_the_first_and_missing_dates_give_none() {
        check("Europe/Berlin", "2027-03-28T02:30:00", Some("2027-03-28T01:30:00Z"));
        check("Europe/Berlin", "2027-10-31T02:30:00", Some("2027-10-31T00:30:00Z"));
        check("America/New_York", "2027-03-14T02:30:00", Some("2027-03-14T07:30:00Z"));
        check("Australia/Lord_Howe", "2027-10-03T02:10:00", Some("2027-10-02T15:40:00Z"));
        check("Australia/Lord_Howe", "2027-04-04T01:45:00", Some("2027-04-03T14:45:00Z"));
        check("Africa/Cairo", "2027-04-30T00:15:00", Some("2027-04-29T22:15:00Z"));
        check("Asia/Beirut", "2027-03-28T00:30:00", Some("2027-03-27T22:30:00Z"));
        check("America/Santiago", "2027-09-05T00:30:00", Some("2027-09-05T04:30:00Z"));
        check("Europe/Dublin", "2027-03-28T01:30:00", Some("2027-03-28T01:30:00Z"));
        // Since the autumn of 2026 Morocco changes its clocks no more, in Ramadan either.
        check("Africa/Casablanca", "2026-02-15T02:30:00", Some("2026-02-15T01:30:00Z"));
        check("Africa/Casablanca", "2027-02-07T02:30:00", Some("2027-02-07T02:30:00Z"));
        check("Pacific/Apia", "2011-12-30T09:00:00", None);
        check("Pacific/Apia", "2011-12-31T09:00:00", Some("2011-12-30T19:00:00Z"));
    }

    #[test]
    fn a_machine_that_has_rules_and_no_name_for_them_keeps_its_clock() {
        let database = ZoneDatabase::embedded();
        let rules = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let found = database.zone_by(Some(rules));
        assert_eq!(found.name(), UNNAMED_ZONE);
        for at in ["2026-11-27T07:00:00Z", "2027-06-01T07:00:00Z"] {
            let at = at.parse().unwrap();
            assert_eq!(found.local(at), zone("Europe/Berlin").local(at));
        }
        let named = TimeZoneDatabase::bundled().get("Asia/Tokyo").unwrap();
        assert_eq!(database.zone_by(Some(named)).name(), "Asia/Tokyo");
        assert_eq!(database.zone_by(None).name(), "UTC");
    }

    #[test]
    fn half_past_midnight_belongs_to_the_day_before() {
        let berlin = zone("Europe/Berlin");
        let start = super::super::USUAL_DAY_START;
        let at = |text: &str| text.parse::<Instant>().unwrap();
        assert_eq!(berlin.day(at("2026-11-18T23:30:00Z"), start).to_string(), "2026-11-18");
        assert_eq!(berlin.day(at("2026-11-19T02:00:00Z"), start).to_string(), "2026-11-19");
        let late =
            berlin.instant_on(Day::new(2026, 11, 18).unwrap(), "01:00".parse().unwrap(), start);
        assert_eq!(late, Some(at("2026-11-19T00:00:00Z")));
    }

    #[test]
    fn a_day_begins_after_the_times_that_the_clocks_moved_and_only_once() {
        let day_of = |name: &str, at: &str, start: &str| {
            zone(name).day(at.parse().unwrap(), start.parse().unwrap()).to_string()
        };
        let begins = |name: &str, on: &str, start: &str| {
            let begins = zone(name).begins(on.parse().unwrap(), start.parse().unwrap());
            begins.unwrap().format("%H:%M").to_string()
        };
        let berlin = "Europe/Berlin";
        // Two becomes three. What begins in the hour after waits for what was moved into it.
        for (start, begins_at) in [
            ("01:59", "00:59"),
            ("02:00", "01:00"),
            ("02:30", "01:30"),
            ("03:00", "02:00"),
            ("03:30", "02:00"),
            ("03:59", "02:00"),
            ("04:00", "02:00"),
            ("04:01", "02:01"),
        ] {
            assert_eq!(begins(berlin, "2027-03-28", start), begins_at, "{start}");
        }
        assert_eq!(begins("Pacific/Apia", "2011-12-31", "00:00"), "10:00", "no gap of a day");
        assert_eq!(begins("Australia/Lord_Howe", "2027-10-03", "02:45"), "16:00");
        assert_eq!(begins("Australia/Lord_Howe", "2027-10-03", "03:00"), "16:00");
        assert_eq!(day_of(berlin, "2027-03-28T01:59:59Z", "03:00"), "2027-03-27");
        assert_eq!(day_of(berlin, "2027-03-28T02:00:00Z", "03:00"), "2027-03-28");
        // The hour from two to three is shown twice: the day that began in the first one goes on.
        for (at, on) in [("00:29", "30"), ("00:30", "31"), ("00:59", "31"), ("01:10", "31")] {
            let at = format!("2027-10-31T{at}:00Z");
            assert_eq!(day_of(berlin, &at, "02:30"), format!("2027-10-{on}"), "{at}");
        }
    }

    #[test]
    fn a_days_span_is_as_long_as_the_day() {
        let hours = |name: &str, day: Day| {
            let (start, end) = zone(name).span(day, |_| super::super::USUAL_DAY_START);
            (end - start).num_minutes()
        };
        let berlin = "Europe/Berlin";
        // The day begins at three and the next one at four: the night is as long as the one before.
        assert_eq!(hours(berlin, Day::new(2027, 3, 27).unwrap()), 24 * 60);
        assert_eq!(hours(berlin, Day::new(2027, 3, 28).unwrap()), 23 * 60);
        assert_eq!(hours(berlin, Day::new(2027, 10, 30).unwrap()), 25 * 60);
        assert_eq!(hours("Pacific/Apia", Day::new(2011, 12, 30).unwrap()), 0);
        assert_eq!(hours("Pacific/Apia", Day::new(2011, 12, 29).unwrap()), 24 * 60);
        assert_eq!(hours("Australia/Lord_Howe", Day::new(2027, 10, 2).unwrap()), 23 * 60 + 30);
    }
}
