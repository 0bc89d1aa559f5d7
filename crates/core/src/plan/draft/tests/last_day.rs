//! The last day of a line, in its words.

use super::suggestions::check;
use crate::catalogue::embedded;
use crate::plan::draft::suggest_line;

#[test]
fn a_last_day_is_asked_with_its_date_and_an_impossible_one_is_left_to_a_person() {
    check(&[
        (
            "Bridge 10 x until 4 December",
            "Bridge | reps 10 | until? last 2026-12-04 / last 2026-12-03",
        ),
        (
            "Bridge, 10 x, till the 4th of Dec.",
            "Bridge | reps 10 | until? last 2026-12-04 / last 2026-12-03",
        ),
        (
            "Bridge, 10 x, up to Friday, December 4th",
            "Bridge | reps 10 | until? last 2026-12-04 / last 2026-12-03",
        ),
        (
            "Until 4 December 2027: bridge, 10 x",
            "bridge | reps 10 | until? last 2027-12-04 / last 2027-12-03",
        ),
        ("Bridge, 10 x, through December 4, 2026.", "Bridge | reps 10, last 2026-12-04"),
        ("Bridge, 10 x (until and including 4 Dec)", "Bridge | reps 10, last 2026-12-04"),
        // The next one, on the sheet's first day or after it.
        ("Bridge, 10 x, until 20 November", "Bridge | reps 10 | until? last 2026-11-20"),
        (
            "Bridge, 10 x, until 19 November",
            "Bridge | reps 10 | until? last 2027-11-19 / last 2027-11-18",
        ),
        (
            "Bridge, 10 x, until 1 March",
            "Bridge | reps 10 | until? last 2027-03-01 / last 2027-02-28",
        ),
        (
            "Bridge, 10 x, until 29 February 2028",
            "Bridge | reps 10 | until? last 2028-02-29 / last 2028-02-28",
        ),
        // No such day, or one before the sheet.
        ("Bridge, 10 x, until 29 February", "Bridge | reps 10 | \"until 29 February\""),
        ("Bridge, 10 x, until 31 April", "Bridge | reps 10 | \"until 31 April\""),
        ("Bridge, 10 x, until 19 November 2026", "Bridge | reps 10 | \"until 19 November 2026\""),
        // About a part of the line, turned round, or with something after it.
        (
            "Bridge, 10 x, half height until 4 December",
            "Bridge | reps 10 | \"half height until 4 December\"",
        ),
        ("Bridge, 10 x, not until 4 December", "Bridge | reps 10 | \"not until 4 December\""),
        (
            "Bridge, 10 x, until 4 December. Then half height",
            "Bridge | reps 10 | \"until 4 December\" | \"Then half height\"",
        ),
        (
            "Bridge, 10 x, until 4 December, until 9 December",
            "Bridge | reps 10 | \"until 4 December\" | \"until 9 December\"",
        ),
        ("Walk, until 4 December, 2000 steps", "Walk | steps 2000 | \"until 4 December\""),
    ]);
}

#[test]
fn a_last_day_is_not_read_where_the_first_day_of_the_sheet_is_not_known() {
    let line = suggest_line("Bridge, 10 x, until 4 December", None, embedded(), "en");
    assert!(line.questions.is_empty());
    assert_eq!(line.not_understood[0].text, "until 4 December");
}
