//! The example plan under `exercises/plans/examples/`.

use std::collections::BTreeSet;

use crate::catalogue::embedded;
use crate::plan::{Checksum, PlanFile, Revision, Side};
use crate::time::Day;

const EXAMPLE: &str = include_str!("../../../../../exercises/plans/examples/weeks-3-to-6.backwise");

const PAGE: &str = include_str!("../../../../../docs/plan-format.md");

fn example() -> Revision {
    let file = PlanFile::open(EXAMPLE.as_bytes(), "weeks-3-to-6.backwise", embedded());
    assert_eq!(file.problems, []);
    assert_eq!(file.checksum, Checksum::Absent);
    file.revision.unwrap()
}

#[test]
fn the_example_reads_and_says_that_nobody_reviewed_it() {
    let plan = example();
    assert!(plan.caution.unwrap().contains("not reviewed by a clinician"));
    assert_eq!(plan.surgery.date, Day::new(2026, 11, 2).unwrap());
    assert_eq!(plan.review, Day::new(2026, 12, 14));
}

#[test]
fn every_number_of_the_sheet_is_a_line_or_a_note() {
    let plan = example();
    let lines = plan.lines.iter().filter_map(|line| line.sheet_no.as_deref());
    let notes = plan.notes.iter().filter_map(|note| note.sheet_no.as_deref());
    let numbers: BTreeSet<&str> = lines.chain(notes).collect();
    assert_eq!(numbers, BTreeSet::from(["1", "2", "3", "4", "5", "6", "7", "8"]));
}

#[test]
fn the_lines_ask_for_what_the_sheet_asks() {
    let plan = example();
    let asked = |year, month, day| {
        let day = Day::new(year, month, day).unwrap();
        let asked = plan.lines.iter().filter(|line| plan.asks_for(line, day));
        asked.map(|line| line.id.as_str()).collect::<Vec<_>>()
    };
    let first_sunday = [
        "belly-brace",
        "heel-slides",
        "bridge-half",
        "sit-to-stand",
        "heel-raises",
        "walk-weeks-3-4",
    ];
    assert_eq!(asked(2026, 11, 22), first_sunday);
    let next_monday = [
        "belly-brace",
        "heel-slides",
        "bridge",
        "clam",
        "sit-to-stand",
        "heel-raises",
        "heel-to-toe",
        "walk-weeks-3-4",
    ];
    assert_eq!(asked(2026, 11, 23), next_monday);
    assert!(asked(2026, 11, 30).contains(&"walk-weeks-5-6"));
    assert!(!asked(2026, 11, 30).contains(&"walk-weeks-3-4"));
    // After the review the plan goes on unchanged.
    assert!(asked(2026, 12, 21).contains(&"walk-weeks-5-6"));
}

#[test]
fn what_the_sheet_leaves_open_stays_open() {
    let plan = example();
    let brace = &plan.lines[0];
    assert_eq!((brace.dose.sets, brace.dose.rest_seconds, brace.side), (None, None, Side::Both));
    assert_eq!(plan.lines[1].side, Side::Each);
}

#[test]
fn the_example_on_the_page_about_the_format_is_right() {
    let block = PAGE.split("```toml\n").nth(1).unwrap();
    let text = block.split("```").next().unwrap();
    let file = PlanFile::open(text.as_bytes(), "page", embedded());
    assert_eq!(file.problems, []);
    assert_eq!(file.revision.unwrap().lines.len(), 3);
}
