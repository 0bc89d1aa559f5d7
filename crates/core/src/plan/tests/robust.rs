//! Whatever is in a file, reading it ends with a plan or with problems.

use proptest::collection::vec;
use proptest::prelude::*;

use super::SHEET;
use crate::catalogue::embedded;
use crate::plan::{LARGEST_FILE, PlanFile, Template, TemplateFile, told_line, told_rules, write};

/// Reads `bytes` and holds the reader to its word: a plan or problems, never both or neither.
fn open(bytes: &[u8]) -> PlanFile {
    let file = PlanFile::open(bytes, "any", embedded());
    assert_eq!(file.revision.is_some(), file.problems.is_empty());
    assert!(file.problems.len() <= 100);
    file
}

/// Pieces of plan files, right and wrong.
const PIECES: &[&str] = &[
    "\n",
    " = ",
    "[[line]]\n",
    "[[round]]\n",
    "[[phase]]\n",
    "[line]\n",
    "[surgery]\n",
    "[day]\n",
    "format",
    "plan",
    "id = ",
    "title = ",
    "exercise = ",
    "days = ",
    "rounds = ",
    "every_days = ",
    "counting_from = ",
    "from_day = ",
    "until = ",
    "tempo = ",
    "flags = ",
    "at = ",
    "sets = ",
    "hold_seconds = ",
    "line",
    "round",
    "surgery",
    ".",
    "\"every day\"",
    "\"bridge\"",
    "\"\"",
    "'",
    "\"\"\"",
    "2026-11-31",
    "25:00",
    "08:30",
    "-1",
    "1e400",
    "inf",
    "0x",
    "99999999999999999999",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "\\",
    "\u{0}",
    "\u{202e}",
    "ä",
    "\r",
    "true",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..300)) {
        open(&bytes);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        open(text.as_bytes());
    }

    #[test]
    fn any_pieces(pieces in vec(prop::sample::select(PIECES), 0..60)) {
        open(pieces.concat().as_bytes());
    }

    #[test]
    fn a_sheet_with_pieces_put_in_or_cut_out(
        edits in vec((any::<prop::sample::Index>(), 0usize..12, prop::sample::select(PIECES)), 1..6),
    ) {
        let mut text: Vec<char> = SHEET.chars().collect();
        for (place, cut, piece) in edits {
            let place = place.index(text.len());
            let end = (place + cut).min(text.len());
            text.splice(place..end, piece.chars());
        }
        open(text.into_iter().collect::<String>().as_bytes());
    }
}

#[test]
fn files_made_to_be_slow_or_deep_are_refused() {
    let fill = |piece: &str| piece.repeat(LARGEST_FILE / piece.len());
    let numbered = |make: fn(usize) -> String| {
        let mut text: String = (0..60_000).map(make).collect();
        text.truncate(LARGEST_FILE);
        text
    };
    for text in [
        fill("["),
        format!("a = {}", &fill("[")[4..]),
        format!("a = {}", &fill("{a=")[4..]),
        fill("a."),
        fill("[[line]]\n"),
        fill("\"\"\""),
        format!("a = \"{}\"", &fill("ä")[..LARGEST_FILE - 6]),
        format!("plan = \"{}\"", &fill("a")[9..]),
        numbered(|n| format!("k{n}=1\n")),
        numbered(|n| format!("a{n}=2026-99-99\n")),
        format!("x = [{}]", numbered(|n| format!("25:0{n},")))
            .split_at(LARGEST_FILE - 8)
            .0
            .to_owned(),
        numbered(|_| "a=1\n".to_owned()),
        format!("surgery = {{ {} }}", &numbered(|n| format!("a{n}=1,"))[..500_000]),
    ] {
        assert!(open(text.as_bytes()).revision.is_none());
    }
}

/// What the fuzzer found worth keeping; CONTRIBUTING says how it is run.
#[test]
fn the_corpus_of_the_fuzzer_is_read_without_panic() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/read_plan");
    let (mut read, mut plans) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        if let Some(plan) = open(&bytes).revision {
            let again = open(write(&plan).as_bytes());
            assert_eq!(again.revision.as_ref(), Some(&plan));
            let _ = told_rules(&plan);
            for line in &plan.lines {
                let _ = told_line(line, &plan);
            }
            plans += 1;
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let _ = Template::open(TemplateFile { name: "any", text }, embedded());
        }
        read += 1;
    }
    assert!(read > 100, "{read} files");
    assert!(plans >= 4, "{plans} plans");
}
