//! Rounds come when python-dateutil says that they come, in thirty zones, around both changes of their
//! clocks.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use backwise_core::schedule::{AgendaItem, NotRequired};
use backwise_core::time::{Day, Zone};
use chrono::{NaiveDate, TimeDelta};

use super::dice::{Dice, SEED};
use super::here::{Here, revision};
use super::python::{self, Asked, Row};
use super::zones::places;

/// Times of day that clocks skip or show twice somewhere, and some that they never touch.
const TIMES: [&str; 20] = [
    "00:00", "00:15", "00:30", "00:59", "01:00", "01:30", "01:45", "02:00", "02:10", "02:30",
    "02:45", "03:00", "03:15", "08:30", "12:00", "13:45", "19:00", "22:30", "23:30", "23:59",
];

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Four days before each of the changes to four after it.
fn stretches(changes: &[NaiveDate]) -> Vec<(NaiveDate, NaiveDate)> {
    let around = |date: &NaiveDate| (*date - TimeDelta::days(4), *date + TimeDelta::days(4));
    changes.iter().take(4).map(around).collect()
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
    let here = Here::new(revision(&asked.text)?, "2000-01-01T00:00:00Z".parse().unwrap(), zone);
    let mut rows = BTreeSet::new();
    for [first, last] in &asked.stretches {
        for day in first.parse::<Day>().unwrap().through(last.parse().unwrap()) {
            for round in here.agenda(day.0).rounds {
                // What a calendar left out is there, and not asked for.
                let is_there = |item: &AgendaItem| item.not_required != Some(NotRequired::Travel);
                for item in round.items.into_iter().filter(is_there) {
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
    let places = places();
    let mut all_asked = Vec::new();
    let mut all_ours = Vec::new();
    for nth in 0.. {
        if all_asked.len() == count {
            break;
        }
        let mut dice = Dice::of(nth);
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        let stretches = stretches(&place.changes(&mut dice));
        let text = plan(&mut dice, &stretches);
        let stretches =
            stretches.iter().map(|(first, last)| [first.to_string(), last.to_string()]).collect();
        let asked = Asked { zone: place.name, text, stretches };
        if let Some(rows) = ours(&asked, &place.zone) {
            all_asked.push(asked);
            all_ours.push(rows);
        }
        assert!(nth < 3 * count as u64, "most plans should be plans");
    }
    eprintln!("seed {SEED}: dateutil is asked about {count} plans");
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
    eprintln!("seed {SEED}: {agreed} instants of {count} plans agree");
    agreed
}

#[test]
fn a_thousand_plans_come_when_dateutil_says() {
    let agreed = compare(1000);
    assert!(agreed > 50_000, "only {agreed} instants were compared");
}

#[test]
#[ignore = "half a minute: ./dev oracle"]
fn five_thousand_plans_come_when_dateutil_says() {
    let agreed = compare(5000);
    assert!(agreed > 250_000, "only {agreed} instants were compared");
}
