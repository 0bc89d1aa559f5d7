//! Rounds come when python-dateutil says that they come, in thirty zones, around both changes of their
//! clocks.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_core::catalogue;
use backwise_core::plan::PlanFile;
use backwise_core::record::{PlanStanding, Standing};
use backwise_core::schedule::{InForce, Situation, agenda};
use backwise_core::time::{Day, Zone, ZoneDatabase};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::dice::{Dice, SEED};
use super::python::{self, Asked, Row};

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

/// Times of day that clocks skip or show twice somewhere, and some that they never touch.
const TIMES: [&str; 20] = [
    "00:00", "00:15", "00:30", "00:59", "01:00", "01:30", "01:45", "02:00", "02:10", "02:30",
    "02:45", "03:00", "03:15", "08:30", "12:00", "13:45", "19:00", "22:30", "23:30", "23:59",
];

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Four days before each change of the clocks of a year to four after it, or some days of the year.
fn stretches(zone: &Zone, year: i32) -> Vec<(NaiveDate, NaiveDate)> {
    let new_year = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let offset = |date: NaiveDate| {
        let midnight = date.and_time(NaiveTime::MIN).and_utc();
        zone.local(midnight) - midnight.naive_utc()
    };
    let changes = new_year
        .iter_days()
        .take(364)
        .filter(|date| offset(*date) != offset(*date + TimeDelta::days(1)))
        .map(|date| (date - TimeDelta::days(4), date + TimeDelta::days(4)));
    let mut found: Vec<_> = changes.take(4).collect();
    if found.is_empty() {
        found.push((new_year + TimeDelta::days(80), new_year + TimeDelta::days(95)));
    }
    found
}

/// A plan of random recurrences that begins before the first of the stretches.
fn plan(dice: &mut Dice, stretches: &[(NaiveDate, NaiveDate)]) -> String {
    let (first, last) = (stretches[0].0, stretches[stretches.len() - 1].1);
    let starts = first - TimeDelta::days(dice.within(-5, 30));
    let surgery = starts - TimeDelta::days(dice.within(0, 40));
    let mut text = format!(
        "format = 1\nplan = \"oracle\"\nrevision = 1\ntitle = \"Oracle\"\nstarts = {starts}\n"
    );
    if dice.one_in(6) {
        writeln!(text, "ends = {}", last - TimeDelta::days(dice.within(0, 8))).unwrap();
    }
    let day_start = *dice.pick(&["00:00", "01:00", "02:30", "03:00", "03:00", "05:00"]);
    write!(text, "\n[surgery]\ndate = {surgery}\nfusion = \"no\"\n").unwrap();
    write!(text, "\n[day]\nstart = \"{day_start}\"\n").unwrap();
    let into_day = |time: &str| {
        let minutes = |time: &str| {
            let (hour, minute) = time.split_once(':').unwrap();
            hour.parse::<u32>().unwrap() * 60 + minute.parse::<u32>().unwrap()
        };
        (minutes(time) + 1440 - minutes(day_start)) % 1440
    };
    let two_times = |dice: &mut Dice| loop {
        let mut times = dice.some(&TIMES, 2);
        times.sort_by_key(|time| into_day(time));
        if into_day(times[1]) > into_day(times[0]) {
            return (times[0], times[1]);
        }
    };
    let (awake, asleep) = two_times(dice);
    write!(text, "awake_from = \"{awake}\"\nawake_until = \"{asleep}\"\n").unwrap();
    let count = 2 + dice.below(4);
    let rounds = dice.some(&TIMES, count);
    for (n, at) in rounds.iter().enumerate() {
        write!(text, "\n[[round]]\nid = \"r{n}\"\ntitle = \"R{n}\"\nat = \"{at}\"\n").unwrap();
    }
    let names: Vec<String> = (0..rounds.len()).map(|n| format!("r{n}")).collect();
    for n in 0..2 + dice.below(4) {
        write!(text, "\n[[line]]\nid = \"line-{n}\"\nas_written = \"Bridge 8\"\nexercise = \"bridge\"\nrepetitions = 8\n").unwrap();
        match dice.below(3) {
            0 => text.push_str("days = \"every day\"\n"),
            1 => {
                let count = 1 + dice.below(6);
                writeln!(text, "days = {:?}", dice.some(&WEEKDAYS, count)).unwrap();
            }
            _ => {
                let from = starts + TimeDelta::days(dice.within(-10, 20));
                write!(text, "every_days = {}\ncounting_from = {from}\n", dice.within(2, 9))
                    .unwrap();
            }
        }
        if dice.one_in(2) {
            let count = 1 + dice.below(names.len());
            writeln!(text, "rounds = {:?}", dice.some(&names, count)).unwrap();
        } else {
            writeln!(text, "every_hours = {}", dice.within(1, 6)).unwrap();
            if dice.one_in(2) {
                let (from, until) = two_times(dice);
                writeln!(text, "between = [\"{from}\", \"{until}\"]").unwrap();
            }
        }
        match dice.below(6) {
            0 => writeln!(text, "from_day = {}", dice.within(0, 60)).unwrap(),
            1 => writeln!(text, "from = {}", first + TimeDelta::days(dice.within(0, 8))).unwrap(),
            _ => {}
        }
        match dice.below(6) {
            0 => writeln!(text, "until_day = {}", dice.within(80, 400)).unwrap(),
            1 => writeln!(text, "until = {}", last - TimeDelta::days(dice.within(0, 8))).unwrap(),
            _ => {}
        }
    }
    text
}

/// What our own code makes of the plan; `None` when it is refused, such as for a line that is never due.
fn ours(asked: &Asked, zone: &Zone) -> Option<BTreeSet<Row>> {
    let file = PlanFile::open(asked.text.as_bytes(), "oracle.backwise", catalogue::embedded());
    let revision = file.revision.filter(|_| file.problems.is_empty())?;
    let now = "2000-01-01T00:00:00Z".parse().unwrap();
    let revisions = [InForce { from: revision.starts, revision, imported_at: now }];
    let situation = Situation {
        revisions: &revisions,
        plan_facts: &PlanStanding::default(),
        standing: &Standing::default(),
        evidence: &[],
        opened: &[],
        first_opened: None,
        now,
        zone,
    };
    let mut rows = BTreeSet::new();
    for [first, last] in &asked.stretches {
        for day in first.parse::<Day>().unwrap().through(last.parse().unwrap()) {
            for round in agenda(&situation, day).unwrap().rounds {
                for item in round.items {
                    let at = round.starts.timestamp();
                    rows.insert((
                        day.to_string(),
                        item.bout.line.to_string(),
                        round.round.to_string(),
                        at,
                    ));
                }
            }
        }
    }
    Some(rows)
}

/// Compares so many plans, and says how many instants agreed.
fn compare(count: usize) -> usize {
    let database = ZoneDatabase::in_folder(&python::zoneinfo()).unwrap();
    let mut all_asked = Vec::new();
    let mut all_ours = Vec::new();
    for nth in 0.. {
        if all_asked.len() == count {
            break;
        }
        let mut dice = Dice::of(nth);
        let name = ZONES[usize::try_from(nth).unwrap() % ZONES.len()];
        let zone = database.zone(name).unwrap();
        let year = if name == "Pacific/Apia" && dice.one_in(2) {
            2011
        } else {
            i32::try_from(dice.within(2022, 2029)).unwrap()
        };
        let stretches = stretches(&zone, year);
        let text = plan(&mut dice, &stretches);
        let stretches =
            stretches.iter().map(|(first, last)| [first.to_string(), last.to_string()]).collect();
        let asked = Asked { zone: name, text, stretches };
        if let Some(rows) = ours(&asked, &zone) {
            all_asked.push(asked);
            all_ours.push(rows);
        }
        assert!(nth < 3 * count as u64, "most plans should be plans");
    }
    let theirs = python::ask(&all_asked).plans;
    assert_eq!(theirs.len(), count);
    let mut agreed = 0;
    let mut differences = Vec::new();
    for ((asked, ours), theirs) in all_asked.iter().zip(all_ours).zip(theirs) {
        let theirs: BTreeSet<Row> = theirs.into_iter().collect();
        agreed += ours.intersection(&theirs).count();
        let only_ours: Vec<_> = ours.difference(&theirs).collect();
        let only_theirs: Vec<_> = theirs.difference(&ours).collect();
        if ours != theirs {
            differences.push(format!(
                "{}\nonly ours {only_ours:?}\nonly dateutil's {only_theirs:?}\n{}",
                asked.zone, asked.text
            ));
        }
    }
    assert!(
        differences.is_empty(),
        "seed {SEED}: {} of {count} plans differ, the first:\n{}",
        differences.len(),
        differences[0]
    );
    agreed
}

#[test]
#[ignore = "needs Python's dateutil: ./dev oracle"]
fn a_thousand_plans_come_when_dateutil_says() {
    let agreed = compare(1000);
    assert!(agreed > 50_000, "only {agreed} instants were compared");
}

#[test]
#[ignore = "a minute: ./dev test --long"]
fn five_thousand_plans_come_when_dateutil_says() {
    let agreed = compare(5000);
    assert!(agreed > 250_000, "only {agreed} instants were compared");
}
