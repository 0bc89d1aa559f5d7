//! Both paper handouts, day by day from their first to their review, for somebody who records nothing. The
//! tables were written by hand from the paper: line by line, how often, and in brackets what the day leaves
//! to choose.

use std::fmt::Write as _;

use backwise_core::schedule::{AgendaItem, AgendaRound, NotAsked, State};
use backwise_core::time::{Day, ZoneDatabase};

use super::here::{Here, revision};

/// Weeks 3 to 6. The numbers are those of the sheet; `3h` is the bridge at half height. Three times a week
/// with a day between: Monday and Tuesday leave the choice, from Wednesday on too few days are left.
const WEEKS_3_TO_6: &str = "
    2026-11-16 mon: 1x3 2x3 3hx1 4x1 5x1 6x1 7x1 (8x1) walk-15x3 (calf)
    2026-11-17 tue: 1x3 2x3 3hx1 4x1 5x1 6x1     (8x1) walk-15x3 (calf)
    2026-11-18 wed: 1x3 2x3 3hx1 4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-19 thu: 1x3 2x3 3hx1 4x1 5x1 6x1      8x1  walk-15x3 (calf)
    2026-11-20 fri: 1x3 2x3 3hx1 4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-21 sat: 1x3 2x3 3hx1 4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-22 sun: 1x3 2x3 3hx1     5x1 6x1      8x1  walk-15x3 (calf)
    2026-11-23 mon: 1x3 2x3 3x1  4x1 5x1 6x1 7x1 (8x1) walk-15x3 (calf)
    2026-11-24 tue: 1x3 2x3 3x1  4x1 5x1 6x1     (8x1) walk-15x3 (calf)
    2026-11-25 wed: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-26 thu: 1x3 2x3 3x1  4x1 5x1 6x1      8x1  walk-15x3 (calf)
    2026-11-27 fri: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-28 sat: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-15x3 (calf)
    2026-11-29 sun: 1x3 2x3 3x1      5x1 6x1      8x1  walk-15x3 (calf)
    2026-11-30 mon: 1x3 2x3 3x1  4x1 5x1 6x1 7x1 (8x1) walk-25x2 (calf)
    2026-12-01 tue: 1x3 2x3 3x1  4x1 5x1 6x1     (8x1) walk-25x2 (calf)
    2026-12-02 wed: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-03 thu: 1x3 2x3 3x1  4x1 5x1 6x1      8x1  walk-25x2 (calf)
    2026-12-04 fri: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-05 sat: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-06 sun: 1x3 2x3 3x1      5x1 6x1      8x1  walk-25x2 (calf)
    2026-12-07 mon: 1x3 2x3 3x1  4x1 5x1 6x1 7x1 (8x1) walk-25x2 (calf)
    2026-12-08 tue: 1x3 2x3 3x1  4x1 5x1 6x1     (8x1) walk-25x2 (calf)
    2026-12-09 wed: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-10 thu: 1x3 2x3 3x1  4x1 5x1 6x1      8x1  walk-25x2 (calf)
    2026-12-11 fri: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-12 sat: 1x3 2x3 3x1  4x1 5x1 6x1 7x1  8x1  walk-25x2 (calf)
    2026-12-13 sun: 1x3 2x3 3x1      5x1 6x1      8x1  walk-25x2 (calf)
    2026-12-14 mon: 1x3 2x3 3x1  4x1 5x1 6x1 7x1 (8x1) walk-25x2 (calf)
";

/// The first days: every two hours from 8 to 8 is seven times; the walk is four times and may be six; the
/// heel raises wait for the nurse from day 7, which is 27 November.
const EARLY_DAYS: &str = "
    2026-11-22 sun: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-3x4
    2026-11-23 mon: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-3x4
    2026-11-24 tue: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-4x4
    2026-11-25 wed: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-4x4
    2026-11-26 thu: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-5x4
    2026-11-27 fri: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-5x4 [heels]
    2026-11-28 sat: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-6x4 [heels]
    2026-11-29 sun: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-6x4 [heels]
    2026-11-30 mon: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-7x4 [heels]
    2026-12-01 tue: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-7x4 [heels]
    2026-12-02 wed: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-8x4 [heels]
    2026-12-03 thu: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-8x4 [heels]
    2026-12-04 fri: pumps-20x7 buttocks-5x7 thighs-5x7 breaths-8x2 walk-9x4 [heels]
";

/// How the tables call a line: its name in the file, and the word for it.
type Word = (&'static str, fn(&AgendaItem) -> String);

const SHEET_WORDS: [Word; 10] = [
    ("belly-brace", |_| "1".to_owned()),
    ("heel-slides", |_| "2".to_owned()),
    ("bridge", |item| match item.dose.range.as_deref() {
        Some("half height") => "3h".to_owned(),
        _ => "3".to_owned(),
    }),
    ("clam", |_| "4".to_owned()),
    ("sit-to-stand", |_| "5".to_owned()),
    ("heel-raises", |_| "6".to_owned()),
    ("heel-to-toe", |_| "7".to_owned()),
    ("wall-push-up", |_| "8".to_owned()),
    ("walk", |item| format!("walk-{}", item.dose.minutes.unwrap())),
    ("calf-stretch", |_| "calf".to_owned()),
];

const LEAFLET_WORDS: [Word; 6] = [
    ("ankle-pumps", |item| format!("pumps-{}", item.dose.repetitions.unwrap())),
    ("buttock-squeezes", |item| format!("buttocks-{}", item.dose.repetitions.unwrap())),
    ("thigh-squeezes", |item| format!("thighs-{}", item.dose.repetitions.unwrap())),
    ("belly-breathing", |item| format!("breaths-{}", item.dose.breaths.unwrap())),
    ("walk-indoors", |item| format!("walk-{}", item.dose.minutes.unwrap())),
    ("heel-raises", |_| "heels".to_owned()),
];

/// What Backwise asks for on each of the days, seen at noon of it, in the words of the tables.
fn asked(plan: &str, words: &[Word], first: &str, last: &str) -> String {
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    let mut table = String::new();
    for Day(day) in first.parse::<Day>().unwrap().through(last.parse().unwrap()) {
        let noon = zone.instant(day, "12:00:00".parse().unwrap()).unwrap();
        let agenda = Here::new(revision(plan).unwrap(), noon, &zone).agenda(day);
        write!(table, "{day} {}:", day.format("%a").to_string().to_lowercase()).unwrap();
        for (line, word) in words {
            let items: Vec<_> =
                agenda.items().filter(|item| item.bout.line.as_str() == *line).collect();
            if let Some(item) = items.first() {
                let text = format!("{}x{}", word(item), items.len());
                let is_choice = items.iter().all(|item| item.state == State::Available);
                let text = if is_choice { format!("({text})") } else { text };
                write!(table, " {text}").unwrap();
            }
            let mut needed = agenda.as_needed.iter().filter_map(|line| line.next.as_ref());
            if let Some(item) = needed.find(|item| item.bout.line.as_str() == *line) {
                write!(table, " ({})", word(item)).unwrap();
            }
            let waits = agenda
                .in_words
                .iter()
                .any(|shown| shown.line.as_str() == *line && shown.why == NotAsked::WaitsForOk);
            if waits {
                write!(table, " [heels]").unwrap();
            }
        }
        table.push('\n');
    }
    table
}

fn same(table: &str, found: &str) {
    let written: Vec<String> = table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    let found: Vec<&str> = found.lines().collect();
    assert_eq!(found, written);
}

/// The rounds of a day, one a line: when each begins and ends by the clock, and what is done in it.
fn rounds(plan: &str, words: &[Word], day: &str) -> Vec<String> {
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    let Day(day) = day.parse().unwrap();
    let noon = zone.instant(day, "12:00:00".parse().unwrap()).unwrap();
    let agenda = Here::new(revision(plan).unwrap(), noon, &zone).agenda(day);
    let round = |round: &AgendaRound| {
        let items = round.items.iter().map(|item| {
            let is_it = |(line, _): &&Word| item.bout.line.as_str() == *line;
            words.iter().find(is_it).unwrap().1(item)
        });
        let done: Vec<String> = items.collect();
        let (from, until) = (zone.wall_time(round.starts), zone.wall_time(round.ends));
        format!("{from} to {until}: {}", done.join(" "))
    };
    agenda.rounds.iter().map(round).collect()
}

#[test]
fn the_rounds_of_each_day_come_at_the_hours_that_were_agreed() {
    let plan = include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise");
    // Nothing after nine: at that minute one may still begin.
    let three = ["08:30 to 13:30: 1 2", "13:30 to 19:00: 1 2", "19:00 to 21:01: 1 2"];
    for Day(day) in "2026-11-16".parse::<Day>().unwrap().through("2026-12-14".parse().unwrap()) {
        assert_eq!(rounds(plan, &SHEET_WORDS, &day.to_string()), three, "{day}");
    }
    let plan = include_str!("../../../exercises/plans/examples/early-days.backwise");
    let by_the_clock = "pumps-20 buttocks-5 thighs-5";
    let every_two_hours = (8..20)
        .step_by(2)
        .map(|hour| format!("{hour:02}:00 to {:02}:00: {by_the_clock}", hour + 2));
    let mut expected: Vec<String> = every_two_hours.collect();
    // A day ends at three in the night.
    expected.push(format!("20:00 to 03:00: {by_the_clock}"));
    expected.push("08:00 to 20:00: breaths-8".to_owned());
    expected.push("20:00 to 03:00: breaths-8".to_owned());
    expected.sort();
    for Day(day) in "2026-11-22".parse::<Day>().unwrap().through("2026-12-04".parse().unwrap()) {
        let mut found = rounds(plan, &LEAFLET_WORDS, &day.to_string());
        found.sort();
        assert_eq!(found, expected, "{day}");
    }
}

#[test]
fn weeks_3_to_6_ask_for_what_stands_on_the_paper() {
    let plan = include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise");
    same(WEEKS_3_TO_6, &asked(plan, &SHEET_WORDS, "2026-11-16", "2026-12-14"));
}

#[test]
fn the_early_days_ask_for_what_stands_on_the_paper() {
    let plan = include_str!("../../../exercises/plans/examples/early-days.backwise");
    same(EARLY_DAYS, &asked(plan, &LEAFLET_WORDS, "2026-11-22", "2026-12-04"));
}

#[test]
fn no_day_of_either_asks_for_more_than_its_lines() {
    // The words above know every line, but for the log roll, which is never asked for.
    for (plan, words) in [
        (include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise"), &SHEET_WORDS[..]),
        (include_str!("../../../exercises/plans/examples/early-days.backwise"), &LEAFLET_WORDS[..]),
    ] {
        let lines = revision(plan).unwrap().lines;
        let unknown: Vec<&str> = lines
            .iter()
            .map(|line| line.id.as_str())
            .filter(|id| *id != "log-roll" && !words.iter().any(|(line, _)| line == id))
            .collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }
}
