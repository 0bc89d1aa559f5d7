//! What a revision changes is told in the order of the sheet.

use super::opened;
use crate::catalogue::Tempo;
use crate::ids::ExerciseId;
use crate::plan::{Change, Revision, changes};
use crate::safety::Flag;

fn sheet() -> Revision {
    changed("format = 1", "format = 1")
}

fn changed(from: &str, to: &str) -> Revision {
    let file = opened(from, to);
    assert_eq!(file.problems, []);
    let mut plan = file.revision.unwrap();
    // The titles come from the catalogue, whose words may change.
    plan.lines[0].title = "Brace".to_owned();
    plan.lines[1].title = "Clam".to_owned();
    plan
}

/// A change in short.
fn told(change: &Change) -> String {
    let Change { kind, thing, title, sheet_no, before, after } = change;
    let number = sheet_no.as_ref().map_or_else(String::new, |number| format!("{number}. "));
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    format!("{thing:?} {kind:?}: {number}{title}: {} => {}", text(before), text(after))
}

fn told_all(before: Option<&Revision>, after: &Revision) -> Vec<String> {
    changes(before, after).iter().map(told).collect()
}

#[test]
fn a_first_plan_is_all_new() {
    let expected = [
        "Phase Added: First weeks: - => First weeks: 2026-11-16 (+14) … 2026-11-30 (+28)",
        "Round Added: Morning: - => 08:30, Morning",
        "Round Added: Evening: - => 19:00, Evening",
        "Line Added: 1. Brace: - => Belly brace: 10 x, hold 5 seconds (x 10, hold 5 s; both; every day; Morning, Evening)",
        "Line Added: Clam: - => Clam: 2 x 8 each side (2 x 8; each; mon, wed; 1 x; First weeks)",
        "Note Added: Stop if it hurts more.: - => Stop if it hurts more. (pain)",
        "Contact Added: Ward line: - => 555-0134",
    ];
    assert_eq!(told_all(None, &sheet()), expected);
}

#[test]
fn each_change_is_told_with_before_and_after() {
    let cases = [
        (
            "title = \"Weeks 3 to 6\"",
            "title = \"Later\"",
            "Title Changed: title: Weeks 3 to 6 => Later",
        ),
        ("fusion = \"no\"", "fusion = \"yes\"", "Fusion Changed: fusion: no => yes"),
        (
            "starts = 2026-11-16",
            "starts = 2026-11-17",
            "Starts Changed: starts: 2026-11-16 => 2026-11-17",
        ),
        ("review = 2026-12-14\n", "", "Review Removed: review: 2026-12-14 => -"),
        ("review =", "ends = 2027-01-04\nreview =", "Ends Added: ends: - => 2027-01-04"),
        (
            "quiet_from = \"21:00\"",
            "quiet_from = \"22:00\"",
            "QuietHours Changed: quiet_from: 21:00 … 07:00 => 22:00 … 07:00",
        ),
        ("[day]", "[day]\nstart = \"04:00\"", "DayStart Changed: start: 03:00 => 04:00"),
        (
            "at = \"19:00\"",
            "at = \"20:00\"",
            "Round Changed: Evening: 19:00, Evening => 20:00, Evening",
        ),
        (
            "repetitions = 10",
            "repetitions = 12",
            "LineDose Changed: 1. Brace: x 10, hold 5 s => x 12, hold 5 s",
        ),
        (
            "[\"morning\", \"evening\"]",
            "[\"evening\"]",
            "LineHowOften Changed: 1. Brace: Morning, Evening => Evening",
        ),
        ("side = \"each\"", "side = \"left\"", "LineSide Changed: Clam: each => left"),
        ("[\"mon\", \"wed\"]", "\"every day\"", "LineDays Changed: Clam: mon, wed => every day"),
        (
            "phase = \"first\"",
            "from_day = 20",
            "LineSpan Changed: Clam: First weeks => 2026-11-22 (+20) …",
        ),
        (
            "sheet_no = 1",
            "sheet_no = 2",
            "LineWords Changed: 2. Brace: 1. Belly brace: 10 x, hold 5 seconds => 2. Belly brace: 10 x, hold 5 seconds",
        ),
        (
            "number = \"555-0134\"",
            "number = \"555-0135\"",
            "Contact Changed: Ward line: 555-0134 => 555-0135",
        ),
        (
            "about = \"pain\"",
            "about = \"general\"",
            "Note Changed: Stop if it hurts more.: Stop if it hurts more. (pain) => Stop if it hurts more. (general)",
        ),
    ];
    for (from, to, expected) in cases {
        assert_eq!(told_all(Some(&sheet()), &changed(from, to)), [expected], "{from:?} -> {to:?}");
    }
}

#[test]
fn another_movement_under_the_same_name_is_told() {
    let mut before = sheet();
    (before.lines[1].flags, before.lines[1].tempo) = (vec![Flag::SideLying], None);
    let mut after = before.clone();
    after.lines[1].exercise = ExerciseId::new("own-clam").unwrap();
    after.lines[1].flags = vec![Flag::SideLying, Flag::Rotation];
    after.lines[1].tempo = Some(Tempo { out: 1, hold: 0, back: 2 });
    let expected = "LineExercise Changed: Clam: Clam (clamshell); side_lying => Clam (own-clam); side_lying, rotation; 1-0-2";
    assert_eq!(told_all(Some(&before), &after), [expected]);
}

#[test]
fn what_was_removed_comes_last() {
    let after = changed("id = \"clam\"", "id = \"clam-2\"");
    let expected = [
        "Line Added: Clam: - => Clam: 2 x 8 each side (2 x 8; each; mon, wed; 1 x; First weeks)",
        "Line Removed: Clam: Clam: 2 x 8 each side (2 x 8; each; mon, wed; 1 x; First weeks) => -",
    ];
    assert_eq!(told_all(Some(&sheet()), &after), expected);
}

#[test]
fn a_corrected_date_of_surgery_shows_what_moves_with_it() {
    let after = changed("date = 2026-11-02", "date = 2026-11-03");
    let expected = [
        "SurgeryDate Changed: surgery: 2026-11-02 => 2026-11-03",
        "Phase Changed: First weeks: First weeks: 2026-11-16 (+14) … 2026-11-30 (+28) => First weeks: 2026-11-17 (+14) … 2026-12-01 (+28)",
    ];
    assert_eq!(told_all(Some(&sheet()), &after), expected);
}

#[test]
fn another_order_of_the_lines_is_told() {
    let mut after = sheet();
    after.lines.reverse();
    assert_eq!(
        told_all(Some(&sheet()), &after),
        ["LineOrder Changed: Weeks 3 to 6: Brace, Clam => Clam, Brace"]
    );
}

#[test]
fn a_new_number_alone_is_no_difference() {
    let after = changed("revision = 2", "revision = 3\nwritten = 2026-11-15");
    assert_eq!(told_all(Some(&sheet()), &after), [""; 0]);
}
