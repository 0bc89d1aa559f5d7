//! Every kind of mistake is found where it is, and mended with a word where there is one.

use std::collections::BTreeSet;

use super::{SHEET, opened};
use crate::catalogue::embedded;
use crate::error::{Problem, ProblemCode};
use crate::plan::{Checksum, LARGEST_FILE, PlanFile};

/// From, to, and the problems: line, column, code, suggestion.
const MISTAKES: &[(&str, &str, &[&str])] = &[
    // The file as a whole
    ("format = 1", "format = 2", &["1:10 NewerFormat -"]),
    ("format = 1", "format = 2\nshape = \"later", &["1:10 NewerFormat -"]),
    ("format = 1", "format = 0", &["1:10 OutOfRange -"]),
    ("format = 1\n", "", &["1:1 MissingKey -"]),
    ("format = 1", "format = \"1\"", &["1:10 WrongKind 1"]),
    ("title = \"Weeks 3 to 6\"", "title = Weeks 3 to 6", &["4:9 NotToml -"]),
    ("title = \"Weeks 3 to 6\"", "title = “Weeks”", &["4:9 NotToml \""]),
    ("\"Weeks 3 to 6\"", "\"Weeks 3 to 6", &["4:22 NotToml -"]),
    ("[surgery]", "[surgery", &["8:9 NotToml -"]),
    ("revision = 2", "revision = 2\nrevision = 3", &["4:1 KeyTwice -"]),
    ("[[contact]]", "[line]\n[[contact]]", &["57:2 KeyTwice -"]),
    // Keys
    ("review =", "reveiw =", &["6:1 UnknownKey review"]),
    ("hold_seconds = 5", "hold = 5", &["38:1 UnknownKey hold_seconds"]),
    ("quiet_from =", "quiet_form =", &["12:1 MissingKey -", "13:1 UnknownKey quiet_from"]),
    ("fusion = \"no\"", "fusion = \"no\"\nauthor = \"A. Meier\"", &["11:1 MisplacedKey -"]),
    ("fusion = \"no\"\n", "", &["8:1 MissingKey -"]),
    ("title = \"Evening\"\n", "", &["27:1 MissingKey -"]),
    ("from_day = 14\n", "", &["16:1 MissingKey -"]),
    ("from_day = 14", "from_day = 14\nfrom = 2026-11-16", &["20:8 SaidTwice -"]),
    ("[[phase]]", "[phase]", &["16:1 WrongKind [[phase]]", "51:9 UnknownPhase -"]),
    ("[surgery]", "[[surgery]]", &["8:1 WrongKind [surgery]"]),
    ("[[note]]\nabout", "[[nots]]\nabout", &["53:3 UnknownKey note"]),
    // Values
    ("revision = 2", "revision = 2.0", &["3:12 WrongKind 2"]),
    ("revision = 2", "revision = \"two\"", &["3:12 WrongKind -"]),
    ("revision = 2", "revision = 0", &["3:12 OutOfRange -"]),
    ("revision = 2", "revision = 99999999999999999999", &["3:12 OutOfRange -"]),
    ("number = \"555-0134\"", "number = 5550134", &["59:10 WrongKind \"5550134\""]),
    ("title = \"Weeks 3 to 6\"", "title = \" \"", &["4:9 BadLength -"]),
    ("title = \"Weeks 3 to 6\"", "title = \"Weeks\\u001B[2J\"", &["4:9 HiddenCharacter -"]),
    ("\"Stop if", "\"\\u202EStop if", &["55:14 HiddenCharacter -"]),
    ("plan = \"weeks-3-to-6\"", "plan = \"Weeks 3 to 6\"", &["2:8 BadName weeks-3-to-6"]),
    ("starts = 2026-11-16", "starts = 2026-11-31", &["5:10 BadDate 2026-11-30"]),
    ("starts = 2026-11-16", "starts = \"16.11.2026\"", &["5:10 BadDate 2026-11-16"]),
    ("starts = 2026-11-16", "starts = 16/11/2026", &["5:10 BadDate 2026-11-16"]),
    ("starts = 2026-11-16", "starts = 2026-11-16T08:00:00", &["5:10 WrongKind -"]),
    ("date = 2026-11-02", "date = 0026-11-02", &["9:8 OutOfRange -"]),
    ("date = 2026-11-02", "date = \"2026-02-30\"", &["9:8 BadDate 2026-02-28"]),
    ("at = \"08:30\"", "at = \"25:00\"", &["25:6 BadTime -"]),
    ("at = \"08:30\"", "at = 25:00", &["25:6 BadTime -"]),
    ("at = \"08:30\"", "at = \"8.30 am\"", &["25:6 BadTime 08:30"]),
    ("at = \"08:30\"", "at = 830", &["25:6 WrongKind -"]),
    ("fusion = \"no\"", "fusion = \"none\"", &["10:10 UnknownWord no"]),
    ("fusion = \"no\"", "fusion = false", &["10:10 UnknownWord no"]),
    ("about = \"pain\"", "about = \"pains\"", &["54:9 UnknownWord pain"]),
    ("side = \"each\"", "side = \"each side\"", &["48:8 UnknownWord each"]),
    ("days = [\"mon\", \"wed\"]", "days = [\"Monday\", \"wed\"]", &["49:9 UnknownWord mon"]),
    ("days = [\"mon\", \"wed\"]", "days = \"mon\"", &["49:8 UnknownWord [\"mon\"]"]),
    ("days = [\"mon\", \"wed\"]", "days = \"everyday\"", &["49:8 UnknownWord every day"]),
    ("days = [\"mon\", \"wed\"]", "days = \"daily\"", &["49:8 UnknownWord every day"]),
    ("days = [\"mon\", \"wed\"]", "days = []", &["49:8 EmptyList -"]),
    ("days = [\"mon\", \"wed\"]", "days = [\"mon\", \"mon\"]", &["49:16 SameNameTwice -"]),
    ("days = [\"mon\", \"wed\"]", "days = 2", &["49:8 WrongKind -"]),
    ("days = [\"mon\", \"wed\"]", "every_days = 2", &["42:1 MissingKey -"]),
    ("days = [\"mon\", \"wed\"]", "counting_from = 2026-11-16", &["42:1 MissingKey -"]),
    (
        "days = [\"mon\", \"wed\"]",
        "every_days = 1\ncounting_from = 2026-11-16",
        &["49:14 OutOfRange -"],
    ),
    (
        "days = [\"mon\", \"wed\"]",
        "days = \"every day\"\nevery_days = 2\ncounting_from = 2026-11-16",
        &["50:14 SaidTwice -"],
    ),
    ("days = [\"mon\", \"wed\"]\n", "", &["42:1 MissingKey -"]),
    // What must fit together
    ("id = \"clam\"", "id = \"brace\"", &["43:6 SameNameTwice -"]),
    ("id = \"evening\"", "id = \"morning\"", &["28:6 SameNameTwice -", "40:22 UnknownRound -"]),
    ("exercise = \"clamshell\"", "exercise = \"clamshel\"", &["45:12 UnknownExercise clamshell"]),
    ("exercise = \"clamshell\"", "exercise = \"Clams\"", &["45:12 UnknownExercise clamshell"]),
    (
        "exercise = \"clamshell\"",
        "exercise = \"belly brase\"",
        &["45:12 UnknownExercise abdominal-brace"],
    ),
    ("exercise = \"clamshell\"", "exercise = \"swimming\"", &["45:12 UnknownExercise -"]),
    (
        "exercise = \"clamshell\"",
        "exercise = \"My clam\"\ntitle = \"My clam\"",
        &["45:12 BadName my-clam"],
    ),
    ("[\"morning\", \"evening\"]", "[\"mornning\", \"evening\"]", &["40:11 UnknownRound morning"]),
    ("[\"morning\", \"evening\"]", "[\"evening\", \"evening\"]", &["40:22 SameNameTwice -"]),
    ("phase = \"first\"", "phase = \"frist\"", &["51:9 UnknownPhase first"]),
    ("at = \"19:00\"", "at = \"08:30\"", &["30:6 RoundsAtSameTime -"]),
    ("until_day = 28", "until_day = 14", &["20:13 EndsBeforeItStarts -"]),
    ("until_day = 28", "until = 2026-11-10", &["20:9 EndsBeforeItStarts -"]),
    ("review = 2026-12-14", "review = 2026-11-16", &["6:10 EndsBeforeItStarts -"]),
    ("review = 2026-12-14", "ends = 2026-11-01", &["6:8 EndsBeforeItStarts -"]),
    ("phase = \"first\"", "until = 2026-11-10", &["42:1 NeverDue -"]),
    ("phase = \"first\"", "phase = \"first\"\nfrom_day = 28", &["42:1 NeverDue -"]),
    ("times_a_day = 1\n", "", &["42:1 HowOftenMissing -"]),
    ("times_a_day = 1", "times_a_day = 1\nrounds = [\"morning\"]", &["50:15 HowOftenTwice -"]),
    ("sets = 2\nrepetitions = 8\n", "rest_seconds = 60\n", &["42:1 DoseMissing -"]),
    ("side = \"each\"\n", "", &["42:1 SideMissing -"]),
    (
        "exercise = \"clamshell\"\nsets = 2\nrepetitions = 8\nside = \"each\"",
        "exercise = \"own\"\ntitle = \"My own\"\nminutes = 5",
        &["42:1 SideMissing -"],
    ),
    (
        "sets = 2\nrepetitions = 8",
        "sets = 3\nhold_seconds = 10",
        &["47:16 HoldWithoutRepetitions -"],
    ),
    ("repetitions = 10\n", "", &["37:16 HoldWithoutRepetitions -"]),
    ("repetitions = 10", "repetitions = -10", &["37:15 OutOfRange -"]),
    ("hold_seconds = 5", "hold_seconds = 601", &["38:16 OutOfRange -"]),
    ("hold_seconds = 5", "hold_seconds = 5\ntempo = \"slow\"", &["39:9 UnknownWord -"]),
    ("hold_seconds = 5", "tempo = { out = 2, hold = 1 }", &["38:9 MissingKey -"]),
    ("hold_seconds = 5", "flags = [\"suppine\"]", &["38:10 UnknownWord supine"]),
];

#[test]
fn each_mistake_is_found_at_its_place() {
    let mut wrong = Vec::new();
    for (from, to, expected) in MISTAKES {
        let file = opened(from, to);
        let found: Vec<String> = file.problems.iter().map(told).collect();
        if found != *expected {
            wrong
                .push(format!("{from:?} -> {to:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
        assert_eq!(file.revision, None, "{from:?} -> {to:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_mistakes_knows_every_kind() {
    let seen: BTreeSet<ProblemCode> = MISTAKES
        .iter()
        .flat_map(|(from, to, _)| opened(from, to).problems)
        .map(|problem| problem.code)
        .collect();
    // Four more are tried below: no lines, too many, not text, too large.
    assert_eq!(seen.len(), 28, "{seen:?}");
}

#[test]
fn each_sentence_is_there_and_has_all_its_arguments() {
    let sentences = include_str!("../../../../../locales/en/problems.ftl");
    for problem in MISTAKES.iter().flat_map(|(from, to, _)| opened(from, to).problems) {
        let mut code = String::new();
        for c in format!("{:?}", problem.code).chars() {
            if c.is_uppercase() {
                code.push('-');
            }
            code.extend(c.to_lowercase());
        }
        let start = sentences.find(&format!("\nproblem{code} = "));
        let sentence = &sentences[start.unwrap_or_else(|| panic!("problem{code}")) + 1..];
        let sentence = &sentence[..sentence.find("\nproblem-").unwrap_or(sentence.len())];
        for argument in sentence.split('$').skip(1) {
            let name = argument.split(|c: char| !c.is_alphabetic()).next().unwrap();
            assert!(problem.args.contains_key(name), "problem{code} wants ${name}: {problem:?}");
        }
    }
}

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

#[test]
fn a_sheet_without_lines_is_no_plan() {
    let (head, rest) = SHEET.split_once("[[line]]").unwrap();
    let note = &rest[rest.find("[[note]]").unwrap()..];
    assert_eq!(problems_of(format!("{head}{note}").as_bytes()), ["1:1 NoLines -"]);
    assert_eq!(problems_of(format!("line = []\n{head}{note}").as_bytes()), ["1:8 NoLines -"]);
}

#[test]
fn more_lines_than_any_sheet_has_are_refused() {
    let line = &SHEET[SHEET.find("[[line]]").unwrap()..SHEET.rfind("[[line]]").unwrap()];
    let many: String =
        (0..100).map(|n| line.replace("\"brace\"", &format!("\"brace-{n}\""))).collect();
    assert_eq!(problems_of(format!("{SHEET}{many}").as_bytes()), ["32:1 TooMany -"]);
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

/// A problem in short: line, column, code, suggestion.
fn told(problem: &Problem) -> String {
    let place = problem.place.map_or_else(String::new, |at| format!("{}:{}", at.line, at.column));
    let suggestion = problem.suggestion.as_deref().unwrap_or("-");
    format!("{place} {:?} {suggestion}", problem.code)
}

fn problems_of(bytes: &[u8]) -> Vec<String> {
    PlanFile::open(bytes, "sheet", embedded()).problems.iter().map(told).collect()
}
