//! Thirty places, each with Backwise's reading of its zone file and the one of our own.

use std::fs;
use std::path::PathBuf;

use backwise_core::time::{Zone, ZoneDatabase};
use chrono::{DateTime, NaiveDate, NaiveTime};

use super::clock::Clock;
use super::dice::Dice;
use super::zone_file::offsets;

const ZONES: [&str; 30] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Nuuk",
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "UTC",
];

/// A place where people live.
pub(super) struct Place {
    pub(super) name: &'static str,
    /// As Backwise reads its zone file.
    pub(super) zone: Zone,
    /// As we read it.
    pub(super) clock: Clock,
}

/// What `./dev test` brings with pip.
pub(super) fn oracles() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/oracles")
}

/// The zone files of all sides: the pinned ones, or those of this machine where they were not brought.
fn zoneinfo() -> PathBuf {
    let pinned = oracles().join("tzdata/zoneinfo");
    if pinned.is_dir() { pinned } else { PathBuf::from("/usr/share/zoneinfo") }
}

pub(super) fn places() -> Vec<Place> {
    let folder = zoneinfo();
    let database = ZoneDatabase::in_folder(&folder)
        .expect("zone files: \"./dev test\" brings them, and the system's package tzdata does too");
    let place = |name: &'static str| Place {
        name,
        zone: database.zone(name).unwrap(),
        clock: Clock { offsets: offsets(&fs::read(folder.join(name)).unwrap()) },
    };
    ZONES.into_iter().map(place).collect()
}

impl Place {
    /// The days of some year on which the clocks change here; where none do, two that stand for them.
    pub(super) fn changes(&self, dice: &mut Dice) -> Vec<NaiveDate> {
        // Samoa left out a date in 2011.
        let year = if self.name == "Pacific/Apia" && dice.one_in(2) {
            2011
        } else {
            i32::try_from(dice.within(2022, 2029)).unwrap()
        };
        let changes = self.clock.changes(year);
        let quiet = [(3, 25), (9, 25)];
        let quiet = quiet.map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
        if changes.is_empty() { quiet.to_vec() } else { changes }
    }
}

#[test]
fn both_readers_of_zone_files_show_the_same_clocks() {
    let at = |date: &str| date.parse::<NaiveDate>().unwrap().and_time(NaiveTime::MIN).and_utc();
    let (first, last) = (at("2010-01-01").timestamp(), at("2032-01-01").timestamp());
    for Place { name, zone, clock } in places() {
        let changes = clock.offsets.iter().map(|(from, _)| *from);
        let changes = changes.filter(|second| (first..last).contains(second));
        let changes = changes.flat_map(|second| [second - 1, second]);
        for second in
            changes.chain((0..).map(|nth| first + nth * 7 * 3600).take_while(|at| *at < last))
        {
            let shown = zone.local(DateTime::from_timestamp(second, 0).unwrap());
            assert_eq!(shown, clock.local(second), "{name} {second}");
        }
    }
}
