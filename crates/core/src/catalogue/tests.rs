//! The embedded data is whole, and broken data is refused with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::embedded::FILES;
use super::entry::{CONTACTS, JOINTS};
use super::{Review, SourceFile, embedded, load};
use crate::error::{Place, Problem, ProblemCode};

const BRIDGE: &str = "core-stability/bridge.toml";
const BRIDGE_TEXT: &str = "core-stability/bridge.en.md";

/// The problems of the embedded data after `from` in the file `path` became `to`.
fn problems_after(path: &str, from: &str, to: &str) -> Vec<Problem> {
    let original = FILES.iter().find(|file| file.path == path).unwrap().text;
    assert!(original.contains(from), "{path} holds {from:?}");
    let changed = original.replacen(from, to, 1);
    let files: Vec<_> = FILES
        .iter()
        .map(|file| if file.path == path { SourceFile { path, text: &changed } } else { *file })
        .collect();
    load(&files).1
}

/// The line of `text` in the embedded file `path`.
fn line_of(path: &str, text: &str) -> u32 {
    let file = FILES.iter().find(|file| file.path == path).unwrap().text;
    Place::of(file, file.find(text).unwrap()).line
}

#[test]
fn the_embedded_data_has_no_problem() {
    let (catalogue, problems) = load(FILES);
    assert_eq!(problems, []);
    assert_eq!(catalogue.exercises.len(), 9);
    assert_eq!(&catalogue, embedded());
    for exercise in catalogue.exercises.values() {
        assert_eq!(exercise.review, Review::NotReviewed, "{} says who reviewed it", exercise.id);
        assert!(exercise.guidance_in("xx").is_some(), "{} falls back to English", exercise.id);
        assert!(exercise.poses.len() >= 2, "{} moves", exercise.id);
        let start = &exercise.typical_start;
        if start.needs_clearance || start.fusion_week.is_none_or(|week| week >= 6) {
            assert!(
                start.fusion_needs_clearance,
                "{}: from week 6 a fusion needs the team's clearance",
                exercise.id
            );
        }
    }
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises");
    let mut found = BTreeSet::new();
    for folder in std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()) {
        if !folder.is_dir() || folder.ends_with("plans") {
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap();
            found.insert(format!("{}/{name}", folder.file_name().unwrap().to_str().unwrap()));
        }
    }
    let embedded: BTreeSet<_> = FILES.iter().map(|file| file.path.to_owned()).collect();
    assert_eq!(found, embedded);
}

#[test]
fn every_source_is_explained() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sources.md");
    let page = std::fs::read_to_string(page).unwrap();
    for exercise in embedded().exercises.values() {
        for source in [&exercise.typical_start.source, &exercise.usual_dose.source] {
            let codes: Vec<_> = source
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| is_code(word))
                .collect();
            assert!(!codes.is_empty(), "{}: {source:?} names a source", exercise.id);
            for code in codes {
                assert!(
                    page.contains(&format!("| {code} |")),
                    "docs/sources.md explains {code} of {}",
                    exercise.id
                );
            }
        }
    }
}

fn is_code(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    word == "GK"
        || (word.len() - digits.len() == 1 && digits.starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn every_word_for_joints_and_contacts_is_used() {
    let poses: Vec<_> =
        embedded().exercises.values().flat_map(|exercise| &exercise.poses).collect();
    for (joint, _) in JOINTS {
        assert!(poses.iter().any(|pose| pose.angles.contains_key(joint)), "{joint}");
    }
    for contact in CONTACTS {
        assert!(
            poses.iter().any(|pose| pose.contacts.iter().any(|used| used == contact)),
            "{contact}"
        );
    }
}

#[test]
fn guidance_never_presses() {
    let forbidden =
        ["this is normal", "push through the", "you missed", "catch up", "streak", "don't worry"];
    for file in FILES.iter().filter(|file| file.path.ends_with(".md")) {
        let text = file.text.to_lowercase();
        for words in forbidden {
            assert!(!text.contains(words), "{}: {words}", file.path);
        }
    }
}

#[test]
fn lying_down_ends_with_a_clear_head() {
    use super::Position::{OnBack, OnFront, OnSide};
    for exercise in embedded().exercises.values() {
        let steps = exercise.guidance["en"].steps.join(" ");
        let lying = matches!(exercise.position, OnBack | OnSide | OnFront);
        assert!(!lying || steps.contains("stand when your head is clear"), "{}", exercise.id);
    }
}

/// One fault: the file, the words that are replaced, their replacement, what must be found, on
/// the line of which words of the file, and what is suggested.
struct Fault {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    code: ProblemCode,
    at: &'static str,
    suggestion: Option<&'static str>,
}

#[test]
fn a_fault_is_named_with_its_file_and_line() {
    let fault =
        |file, from, to, code, at, suggestion| Fault { file, from, to, code, at, suggestion };
    let faults = [
        fault(
            BRIDGE,
            "source = \"S4 (",
            "sauce = \"S4 (",
            ProblemCode::SourceMissing,
            "[typical_start]",
            None,
        ),
        fault(
            BRIDGE,
            "source = \"S4, ",
            "source = \" \"#",
            ProblemCode::SourceMissing,
            "source = \"S4, ",
            None,
        ),
        fault(BRIDGE, "\"supine\"", "\"supin\"", ProblemCode::UnknownWord, "flags", Some("supine")),
        fault(BRIDGE, "flags =", "flag =", ProblemCode::UnknownKey, "flags", Some("flags")),
        fault(
            BRIDGE,
            "\"core-stability\"",
            "\"balance\"",
            ProblemCode::WrongFolder,
            "category",
            None,
        ),
        fault(
            BRIDGE,
            "id = \"bridge\"",
            "id = \"brigde\"",
            ProblemCode::UnknownWord,
            "id =",
            Some("bridge"),
        ),
        fault(BRIDGE, "knee = 120", "knee = 190", ProblemCode::OutOfRange, "knee = 120", None),
        fault(BRIDGE, "knee = 120", "knee = nan", ProblemCode::OutOfRange, "knee = 120", None),
        fault(BRIDGE, "knee = 120", "knee = \"bent\"", ProblemCode::WrongKind, "knee = 120", None),
        fault(BRIDGE, "knee = 120", "knee = [1, 2, 3]", ProblemCode::WrongKind, "knee = 120", None),
        fault(
            BRIDGE,
            "needs_clearance = false",
            "needs_clearance = 0",
            ProblemCode::WrongKind,
            "needs_clearance",
            None,
        ),
        fault(
            BRIDGE,
            "knee = 120",
            "nee = 120",
            ProblemCode::UnknownKey,
            "knee = 120",
            Some("knee"),
        ),
        fault(
            BRIDGE,
            "fusion_week = 6",
            "fusion_week = 600",
            ProblemCode::OutOfRange,
            "fusion_week",
            None,
        ),
        fault(
            BRIDGE,
            "fusion_week = 6",
            "fusion_week = -1",
            ProblemCode::OutOfRange,
            "fusion_week",
            None,
        ),
        fault(
            BRIDGE,
            "\"shoulders\"",
            "\"shoulder\"",
            ProblemCode::UnknownWord,
            "\"shoulders\"",
            Some("shoulders"),
        ),
        fault(
            BRIDGE,
            "easier = []",
            "easier = [\"clamshel\"]",
            ProblemCode::UnknownExercise,
            "easier",
            Some("clamshell"),
        ),
        fault(BRIDGE, "sided = \"no\"\n", "", ProblemCode::MissingKey, "id =", None),
        fault(BRIDGE, "sided = \"no\"", "sided = no", ProblemCode::NotToml, "sided", None),
        fault(
            BRIDGE_TEXT,
            "## Stop if",
            "## Stop iff",
            ProblemCode::UnknownKey,
            "## Stop if",
            Some("## Stop if"),
        ),
        fault(BRIDGE_TEXT, "## Watch for\n", "", ProblemCode::GuidanceMissing, "# Bridge", None),
        fault(BRIDGE_TEXT, "# Bridge\n", "", ProblemCode::GuidanceMissing, "# Bridge", None),
        fault(BRIDGE_TEXT, "- Rest your", "Rest your", ProblemCode::WrongKind, "- Rest your", None),
    ];
    for Fault { file, from, to, code, at, suggestion } in faults {
        let problems = problems_after(file, from, to);
        let found = problems.iter().find(|problem| problem.code == code);
        let found =
            found.unwrap_or_else(|| panic!("{file}: {to:?} gives {code:?}, not {problems:#?}"));
        assert_eq!(found.file, file, "{to:?}");
        assert_eq!(found.place.unwrap().line, line_of(file, at), "{to:?}");
        assert_eq!(found.suggestion.as_deref(), suggestion, "{to:?}");
    }
}

#[test]
fn every_fault_of_a_file_is_reported_at_once() {
    let original = FILES.iter().find(|file| file.path == BRIDGE).unwrap().text;
    let text = original
        .replace("\"supine\"", "\"supin\"")
        .replace("hold = 3,", "hold = 300,")
        .replace("\"S4, ", "\" \"#");
    let files = [SourceFile { path: BRIDGE, text: &text }];
    let (catalogue, problems) = load(&files);
    assert!(catalogue.exercises.is_empty(), "an entry with a problem is left out");
    let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(
        codes,
        [ProblemCode::UnknownWord, ProblemCode::OutOfRange, ProblemCode::SourceMissing]
    );
}

#[test]
fn an_entry_and_its_text_belong_together() {
    let file = |path: &str| FILES.iter().find(|file| file.path == path).copied().unwrap();
    let cases: [(Vec<SourceFile<'_>>, ProblemCode); 4] = [
        (vec![file(BRIDGE)], ProblemCode::GuidanceMissing),
        (vec![file(BRIDGE_TEXT)], ProblemCode::UnknownExercise),
        (
            vec![file(BRIDGE), SourceFile { path: "balance/bridge.en.md", ..file(BRIDGE_TEXT) }],
            ProblemCode::WrongFolder,
        ),
        (vec![SourceFile { path: "bridge.toml", ..file(BRIDGE) }], ProblemCode::BadName),
    ];
    for (files, code) in cases {
        let (catalogue, problems) = load(&files);
        assert!(catalogue.exercises.is_empty(), "{code:?}");
        assert!(problems.iter().any(|problem| problem.code == code), "{code:?}: {problems:?}");
    }
}

#[test]
fn a_column_counts_from_the_start_of_its_line() {
    let problems = problems_after(BRIDGE, "\"supine\"", "\"supin\"");
    let expected = BTreeMap::from([("key", "flags"), ("found", "supin")]);
    assert_eq!(problems[0].place, Some(Place { line: line_of(BRIDGE, "flags"), column: 10 }));
    for (name, value) in expected {
        assert_eq!(problems[0].args[name], value);
    }
}
