//! Entries, and what becomes of the day and the numbers.

use backwise_core::measure::{Measure, MeasureFact};
use backwise_core::record::EnteredBy;
use backwise_core::time::Day;
use backwise_store::Journal;
use insta::assert_snapshot;

use crate::rig::Rig;

#[test]
fn each_kind_of_entry() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["log", "done", "belly-brace", "--round", "morning"]);
    story += &rig.told(&["log", "partial", "2", "--round", "Morning", "--repetitions", "6"]);
    story += &rig.told(&["log", "skip", "3", "--reason", "pain", "--note", "a pull in the back"]);
    story += &rig.told(&["log", "done", "walk", "--time", "2"]);
    story += &rig.told(&["log", "partial", "walk", "--time", "1", "--steps", "1200"]);
    story += &rig.told(&["log", "said-not-done", "sit to stand", "--day", "2026-11-17"]);
    story += &rig.told(&["log", "pain", "back", "3"]);
    story += &rig.told(&["log", "pain", "leg", "0", "--json"]);
    story += &rig.told(&["agenda"]);
    story += &rig.told(&["agenda", "--from", "2026-11-17"]);
    story += &rig.told(&["report"]);
    assert_snapshot!(story);
}

#[test]
fn a_second_exercise_left_for_pain_says_that_all_is_stopped() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["log", "skip", "clam", "--reason", "pain"]);
    story += &rig.told(&["log", "skip", "sit-to-stand", "--reason", "pain"]);
    story += &rig.told(&["log", "partial", "heel-raises", "--sets", "1", "--reason", "pain"]);
    assert_snapshot!(story);
}

#[test]
fn what_somebody_who_helps_enters_says_so() {
    let rig = Rig::with_plan();
    rig.told(&["log", "done", "clam", "--helper"]);
    rig.told(&["log", "--helper", "done", "walk", "--time", "1"]);
    rig.told(&["log", "done", "walk", "--time", "2"]);
    let journal = rig.journal();
    let agenda = journal.today().unwrap().agenda.unwrap();
    let by = |line: &str| {
        let items = agenda.items().filter(|item| item.bout.line.as_str() == line);
        let entries = items.flat_map(|item| journal.history(&item.bout).unwrap());
        entries.map(|entry| entry.by).collect::<Vec<_>>()
    };
    assert_eq!(by("clam"), [EnteredBy::Helper]);
    assert_eq!(by("walk"), [EnteredBy::Helper, EnteredBy::Person]);
}

#[test]
fn a_number_of_a_past_day_is_that_of_its_own_sheet() {
    let rig = Rig::with_plan();
    let changes = [
        ("revision = 1", "revision = 2"),
        ("sheet_no = \"4\"", "sheet_no = \"9\""),
        ("sheet_no = \"5\"", "sheet_no = \"4\""),
    ];
    rig.write_changed_plan("next.backwise", &changes);
    // From Thursday on.
    let later = "2026-11-18T20:30:00Z";
    rig.told_at(later, &["plan", "import", "next.backwise", "--confirmed"]);
    let friday = "2026-11-20T16:00:00Z";
    let line_of = |day: &str| {
        let told = rig.told_at(friday, &["log", "done", "4", "--day", day, "--json"]);
        ["clam", "sit-to-stand"].map(|line| told.contains(&format!("\"line\": \"{line}\"")))
    };
    assert_eq!(line_of("2026-11-17"), [true, false]);
    assert_eq!(line_of("2026-11-20"), [false, true]);
}

#[test]
fn what_the_week_left_to_choose_is_entered_after_its_latest_start() {
    let rig = Rig::with_plan();
    // Half past nine in the evening: the sheet says that nothing is begun after nine.
    let told = rig.told_at("2026-11-18T20:30:00Z", &["log", "done", "wall-push-up"]);
    assert!(told.contains("Wall push-up"), "{told}");
}

#[test]
fn entries_as_json() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["log", "done", "clam", "--json"]);
    story += &rig.told(&["log", "partial", "heel-raises", "--sets", "1", "--json"]);
    story += &rig.told(&["log", "skip", "sit-to-stand", "--reason", "not-sure-how", "--json"]);
    story += &rig.told(&["report", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn an_entry_is_taken_back_and_made_anew() {
    let rig = Rig::with_plan();
    let record = rig.record_of(&["log", "done", "clam"]);
    let mut story = rig.told(&["log", "undo", &record]);
    story += &rig.told(&["log", "undo", &record]);
    story += &rig.told(&["log", "skip", "clam", "--reason", "tired"]);
    story += &rig.told(&["agenda"]);
    let record = rig.record_of(&["log", "pain", "back", "8"]);
    story += &rig.told(&["log", "undo", &record, "--json"]);
    assert_snapshot!(story);
}

#[test]
fn a_number_that_the_sheet_stops_for_stops_and_is_taken_back_with_what_followed() {
    let rig = Rig::new();
    // This sheet means a number that is said at any time.
    rig.write_changed_plan(
        "any.backwise",
        &[("over = 5\nwhen = \"during\"", "over = 5\nwhen = \"any\"")],
    );
    rig.told(&["plan", "import", "any.backwise", "--confirmed"]);
    let stops = || rig.journal().today().unwrap().agenda.unwrap().stops.len();
    let record = rig.record_of(&["log", "pain", "back", "7"]);
    assert_eq!(stops(), 1);
    rig.told(&["log", "undo", &record]);
    assert_eq!(stops(), 0);
    let mut story = rig.told(&["log", "pain", "leg", "8"]);
    story += &rig.told(&["log", "pain", "back", "6", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn saying_the_same_twice_is_no_error_and_saying_something_else_is() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["log", "done", "clam"]);
    story += &rig.told(&["log", "done", "clam"]);
    story += &rig.told(&["log", "done", "clam", "--json"]);
    story += &rig.told(&["log", "skip", "clam", "--reason", "pain"]);
    story += &rig.told(&["log", "done", "clam", "--note", "it was easy"]);
    story += &rig.told(&["log", "partial", "clam", "--sets", "1", "--json"]);
    assert_snapshot!(story);
}

#[test]
fn what_was_not_entered_is_told_apart_the_day_after() {
    let rig = Rig::with_plan();
    rig.told(&["log", "done", "belly-brace", "--round", "morning"]);
    let thursday = "2026-11-19T07:30:00Z";
    let mut story = rig.told_at(thursday, &["agenda", "--from", "2026-11-18"]);
    story += &rig.told_at(
        thursday,
        &["log", "done", "heel-slides", "--round", "evening", "--day", "2026-11-18"],
    );
    story += &rig.told_at(thursday, &["report"]);
    assert_snapshot!(story);
}

#[test]
fn walking_and_function_are_read_with_what_was_corrected_and_how_far_they_changed() {
    let rig = Rig::with_plan();
    let mut story = rig.told(&["function"]);
    let mut journal = rig.journal();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let enter =
        |journal: &mut Journal, fact, by| journal.enter_measures(vec![fact], by).unwrap()[0];
    let number = |measure, on, value| MeasureFact::Number { measure, day: day(on), value };
    let stands = |on, value| number(Measure::ChairStand, on, value);
    enter(&mut journal, stands("2026-11-11", 8), EnteredBy::Person);
    let slip = enter(&mut journal, stands("2026-11-16", 19), EnteredBy::Person);
    journal.correct_measure(slip, Some(stands("2026-11-16", 9)), EnteredBy::Person).unwrap();
    enter(&mut journal, stands("2026-11-18", 12), EnteredBy::Helper);
    enter(&mut journal, number(Measure::Sitting, "2026-11-18", 1), EnteredBy::Person);
    for (words, scores) in [("Stairs", [3, 5]), ("Shopping", [0, 4]), ("Driving", [1, 1])] {
        let named = MeasureFact::Activity { words: words.to_owned(), asked: true };
        let activity = enter(&mut journal, named, EnteredBy::Person);
        for (on, score) in ["2026-11-14", "2026-11-18"].into_iter().zip(scores) {
            let rating = MeasureFact::Rating { activity, day: day(on), score };
            enter(&mut journal, rating, EnteredBy::Person);
        }
    }
    journal.record_walk(day("2026-11-17"), 12).unwrap();
    let walk = journal.record_walk(day("2026-11-18"), 9).unwrap();
    journal.correct_walk(walk, 1).unwrap();
    drop(journal);
    story += &rig.told(&["function"]);
    story += &rig.told(&["function", "--json"]);
    assert_snapshot!(story);
}
