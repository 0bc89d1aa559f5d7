//! The file as a whole: all mistakes at once, what is no text or no plan, the checksum.

use super::super::{SHEET, opened};
use super::{problems_of, told};
use crate::catalogue::embedded;
use crate::error::ProblemCode;
use crate::plan::{Checksum, LARGEST_FILE, PlanFile};

#[test]
fn all_mistakes_are_told_at_once_and_in_the_order_of_the_file() {
    let text = SHEET
        .replace("revision = 2", "revision = 0")
        .replace("starts = 2026-11-16", "starts = 2026-11-31")
        .replace("at = \"08:30\"", "at = \"25:00\"")
        .replace("clamshell", "clamshel")
        .replace("about = \"pain\"", "about = \"pian\"");
    let file = PlanFile::open(text.as_bytes(), "sheet", embedded());
    let found: Vec<String> = file.problems.iter().map(told).collect();
    let expected = [
        "3:12 OutOfRange -",
        "5:10 BadDate 2026-11-30",
        "25:6 BadTime -",
        "45:12 UnknownExercise clamshell",
        "54:9 UnknownWord pain",
    ];
    assert_eq!(found, expected);
    assert!(file.problems.iter().all(|problem| problem.file == "sheet"));
}

pub(super) fn without_lines() -> String {
    let (head, rest) = SHEET.split_once("[[line]]").unwrap();
    format!("{head}{}", &rest[rest.find("[[note]]").unwrap()..])
}

pub(super) fn with_too_many_lines() -> String {
    let line = &SHEET[SHEET.find("[[line]]").unwrap()..SHEET.rfind("[[line]]").unwrap()];
    let many: String =
        (0..100).map(|n| line.replace("\"brace\"", &format!("\"brace-{n}\""))).collect();
    format!("{SHEET}{many}")
}

#[test]
fn a_sheet_without_lines_is_no_plan() {
    let text = without_lines();
    assert_eq!(problems_of(text.as_bytes()), ["1:1 NoLines -"]);
    assert_eq!(problems_of(format!("line = []\n{text}").as_bytes()), ["1:8 NoLines -"]);
}

#[test]
fn more_lines_than_any_sheet_has_are_refused() {
    assert_eq!(problems_of(with_too_many_lines().as_bytes()), ["32:1 TooMany -"]);
}

#[test]
fn what_is_not_text_is_refused_with_its_place() {
    let mut bytes = SHEET.replace("Belly", "Bellyä").into_bytes();
    let at = bytes.iter().position(|byte| *byte == 0xa4).unwrap();
    bytes[at] = b'(';
    assert_eq!(problems_of(&bytes), ["35:20 NotText -"]);
    let utf16: Vec<u8> = SHEET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problems_of(&[&[0xff, 0xfe], &utf16[..]].concat()), ["1:1 NotText -"]);
}

#[test]
fn what_is_too_large_is_not_even_looked_at() {
    // 50 MB that are no text either: only their size is told.
    let file = PlanFile::open(&vec![0xff; 50_000_000], "sheet", embedded());
    assert_eq!(file.problems.len(), 1);
    assert_eq!(file.problems[0].code, ProblemCode::TooLarge);
    let file = PlanFile::open(&vec![0xff; LARGEST_FILE + 1], "sheet", embedded());
    assert_eq!(file.problems.len(), 1);
    assert_eq!(file.problems[0].code, ProblemCode::TooLarge);
    assert_eq!(file.problems[0].place, None);
    assert_eq!(file.problems[0].args["limit"], "512");
}

#[test]
fn a_checksum_tells_whether_the_meaning_was_changed() {
    let file = opened("format = 1", "format = 1");
    assert_eq!((file.checksum, file.problems.as_slice()), (Checksum::Absent, &[][..]));
    let written = crate::plan::write(&file.revision.unwrap());
    let checksum = |text: &str| PlanFile::open(text.as_bytes(), "sheet", embedded()).checksum;
    assert_eq!(checksum(&written), Checksum::Right);
    assert_eq!(checksum(&written.replace("repetitions = 10", "repetitions = 12")), Checksum::Wrong);
    let commented = written.replace("\n\n", "\n\n# a word\n\n").replace(" = ", "=");
    assert_eq!(checksum(&commented), Checksum::Right);
    assert_eq!(checksum(&written.replace("\n", "\r\n")), Checksum::Right);
    assert_eq!(checksum(&written.replace("sha256:", "md5:")), Checksum::Wrong);
    assert_eq!(checksum(&written.replace("repetitions = 10", "repetitions = 0")), Checksum::Wrong);
}

#[test]
fn other_ways_to_write_the_same_mean_the_same() {
    let plan = opened("format = 1", "format = 1").revision;
    assert!(plan.is_some());
    for (from, to) in [
        ("format = 1", "\u{feff}format = 1"),
        ("starts = 2026-11-16", "starts = \"2026-11-16\""),
        ("at = \"08:30\"", "at = 08:30"),
        ("at = \"08:30\"", "at = 08:30:00"),
        ("at = \"08:30\"", "at = \"8:30\""),
        ("sheet_no = 1", "sheet_no = \"1\""),
        ("repetitions = 10", "repetitions = 0x0a"),
        ("[\"morning\", \"evening\"]", "[\n  \"evening\", # last\n  \"morning\",\n]"),
        ("[\"mon\", \"wed\"]", "[\"wed\", \"mon\"]"),
        (
            "exercise = \"clamshell\"",
            "exercise = \"clamshell\"\ntempo = { out = 1, hold = 2, back = 2 }",
        ),
        ("[day]", "[day]\nstart = \"03:00\""),
    ] {
        let file = opened(from, to);
        assert_eq!(
            (&file.revision, file.problems.as_slice()),
            (&plan, &[][..]),
            "{from:?} -> {to:?}"
        );
    }
}
