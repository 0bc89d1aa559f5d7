//! Broken data is refused with its place.

use std::collections::BTreeMap;

use super::samples::{
    BRIDGE, BRIDGE_FACTS, BRIDGE_GUIDANCE, BRIDGE_TEXT, CLAMSHELL, CLAMSHELL_FACTS, two,
};
use super::{FromTo, Review, SourceFile, load};
use crate::error::{Place, Problem, ProblemCode};
use crate::ids::ExerciseId;
use crate::safety::SafetyQuestion;

/// The problems of the samples after `from` in the file `path` became `to`.
fn problems_after(path: &str, from: &str, to: &str) -> Vec<Problem> {
    let original = text_of(path);
    assert!(original.contains(from), "{path} holds {from:?}");
    let changed = original.replacen(from, to, 1);
    let files = two()
        .map(|file| if file.path == path { SourceFile { path, text: &changed } } else { file });
    load(&files).1
}

fn text_of(path: &str) -> &'static str {
    two().iter().find(|file| file.path == path).unwrap().text
}

/// The line of `text` in the sample `path`.
fn line_of(path: &str, text: &str) -> u32 {
    let file = text_of(path);
    Place::of(file, file.find(text).unwrap()).line
}

#[test]
fn a_whole_entry_is_read_with_all_it_says() {
    let (catalogue, problems) = load(&two());
    assert_eq!(problems, []);
    let get = |id| catalogue.get(&ExerciseId::new(id).unwrap()).unwrap();
    let bridge = get("bridge");
    assert_eq!(bridge.safety_question, Some(SafetyQuestion::Calf));
    assert_eq!(bridge.easier, [ExerciseId::new("clamshell").unwrap()]);
    let numbers = bridge
        .usual_dose
        .numbers()
        .map(|(key, number)| (key, number.map(|number| (number.least(), number.most()))));
    let given = [
        ("sets", Some((2, 2))),
        ("repetitions", Some((8, 12))),
        ("hold_seconds", Some((3, 3))),
        ("rest_seconds", Some((60, 60))),
        ("minutes", None),
        ("breaths", None),
        ("times_a_day", Some((1, 1))),
        ("days_a_week", Some((4, 5))),
    ];
    assert_eq!(numbers, given);
    let guidance = bridge.guidance_in("de").unwrap();
    assert_eq!(
        guidance.aim,
        "It makes your bottom stronger, while your back learns to stay steady."
    );
    assert_eq!(guidance.muscles, ["Your buttocks and the back of your thighs"]);
    assert_eq!(guidance.start.len(), 2);
    assert_eq!(
        guidance.steps,
        ["Lift your hips.", "Lower your hips slowly and let everything rest."]
    );
    assert_eq!(guidance.stop_if, ["Your back hurts more than you were told to accept."]);
    assert_eq!(guidance.ask_first, ["You have a fusion."]);
    let clamshell = get("clamshell");
    assert_eq!(clamshell.safety_question, None);
    assert!(clamshell.usual_dose.numbers().iter().all(|(_, number)| number.is_none()));
    let by = Review::Reviewed("Ada Example, physiotherapist, 2026-11-02".to_owned());
    assert_eq!(clamshell.review, by);
}

#[test]
fn a_span_never_runs_backwards() {
    assert_eq!(FromTo::new(3, 2), None);
    assert!(FromTo::new(3, 3).is_some());
}

#[test]
fn numbers_without_a_source_are_refused() {
    for table in ["typical_start", "usual_dose"] {
        let at = BRIDGE_FACTS.find(&format!("[{table}]")).unwrap();
        let source = BRIDGE_FACTS[at..].lines().find(|line| line.starts_with("source")).unwrap();
        for instead in ["", "source = \"\"", "source = \"  \""] {
            let problems = problems_after(BRIDGE, source, instead);
            let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
            assert_eq!(codes, [ProblemCode::SourceMissing], "[{table}] {instead}");
            assert_eq!(problems[0].args["key"], table);
        }
    }
}

#[test]
fn links_that_lead_back_are_refused_however_they_are_written() {
    let with = |file: &str, key: &str, ids: &str| {
        let text = if file == BRIDGE { BRIDGE_FACTS } else { CLAMSHELL_FACTS };
        let old = text.lines().find(|line| line.starts_with(key)).unwrap();
        problems_after(file, old, &format!("{key} = [{ids}]"))
    };
    // Bridge names clamshell as easier, whatever else is written.
    let cases = [
        (CLAMSHELL, "easier", "\"bridge\"", BRIDGE, "bridge → clamshell → bridge"),
        (BRIDGE, "harder", "\"clamshell\"", BRIDGE, "bridge → clamshell → bridge"),
        (BRIDGE, "easier", "\"bridge\"", BRIDGE, "bridge → bridge"),
        (CLAMSHELL, "harder", "\"clamshell\"", CLAMSHELL, "clamshell → clamshell"),
    ];
    for (file, key, ids, at, way) in cases {
        let problems = with(file, key, ids);
        assert_eq!(problems.len(), 1, "{key} {ids}: {problems:?}");
        assert_eq!(problems[0].code, ProblemCode::LinksInCircle);
        assert_eq!(problems[0].args["found"], way);
        assert_eq!(problems[0].file, at);
    }
    assert_eq!(with(CLAMSHELL, "harder", "\"bridge\""), [], "said from both ends is no circle");
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
            "view = \"side\"",
            "view = \"sides\"",
            ProblemCode::UnknownWord,
            "view = \"side\"",
            Some("side"),
        ),
        fault(
            BRIDGE,
            "contacts = [\"shoulders\"",
            "works = \"buttock\"\ncontacts = [\"shoulders\"",
            ProblemCode::UnknownWord,
            "contacts = [\"shoulders\"",
            Some("buttocks"),
        ),
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
        fault(BRIDGE, "sets = 2", "sets = 20", ProblemCode::OutOfRange, "sets", None),
        fault(BRIDGE, "sets = 2", "sets = 0", ProblemCode::OutOfRange, "sets", None),
        fault(BRIDGE, "sets = 2", "sets = 2.5", ProblemCode::WrongKind, "sets", None),
        fault(BRIDGE, "sets = 2", "sets = \"2\"", ProblemCode::WrongKind, "sets", Some("2")),
        fault(BRIDGE, "sets = 2", "sets = [2]", ProblemCode::WrongKind, "sets", None),
        fault(BRIDGE, "[8, 12]", "[8, 120]", ProblemCode::OutOfRange, "[8, 12]", None),
        fault(BRIDGE, "[8, 12]", "[12, 8]", ProblemCode::WrongOrder, "[8, 12]", Some("[8, 12]")),
        fault(
            BRIDGE,
            "repetitions = [",
            "repetition = [",
            ProblemCode::UnknownKey,
            "repetitions",
            Some("repetitions"),
        ),
        fault(BRIDGE, "\"calf\"", "\"calve\"", ProblemCode::UnknownWord, "safety", Some("calf")),
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
            "easier = [\"clamshell\"]",
            "easier = [\"clamshel\"]",
            ProblemCode::UnknownExercise,
            "easier",
            Some("clamshell"),
        ),
        fault(BRIDGE, "sided = \"no\"\n", "", ProblemCode::MissingKey, "id =", None),
        fault(BRIDGE, "sided = \"no\"", "sided = no", ProblemCode::NotToml, "sided", None),
        fault(
            BRIDGE_GUIDANCE,
            "## Stop if",
            "## Stop iff",
            ProblemCode::UnknownKey,
            "## Stop if",
            Some("## Stop if"),
        ),
        fault(
            BRIDGE_GUIDANCE,
            "- Your buttocks and the back of your thighs",
            "",
            ProblemCode::GuidanceMissing,
            "## What works",
            None,
        ),
        fault(
            BRIDGE_GUIDANCE,
            "## Ask your team first if\n\n- You have a fusion.\n",
            "",
            ProblemCode::GuidanceMissing,
            "# Bridge",
            None,
        ),
        fault(
            BRIDGE_GUIDANCE,
            "## Watch for\n",
            "",
            ProblemCode::GuidanceMissing,
            "# Bridge",
            None,
        ),
        fault(BRIDGE_GUIDANCE, "# Bridge\n", "", ProblemCode::GuidanceMissing, "# Bridge", None),
        fault(
            BRIDGE_GUIDANCE,
            "- Rest your",
            "Rest your",
            ProblemCode::WrongKind,
            "- Rest your",
            None,
        ),
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
    let text = BRIDGE_FACTS
        .replace("\"supine\"", "\"supin\"")
        .replace("hold = 3,", "hold = 300,")
        .replace("\"S4, the rest GK\"", "\" \"");
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
    let facts = BRIDGE_FACTS.replace("easier = [\"clamshell\"]", "easier = []");
    let file = |path| SourceFile { path, text: if path == BRIDGE { &facts } else { BRIDGE_TEXT } };
    let cases: [(Vec<SourceFile<'_>>, ProblemCode); 4] = [
        (vec![file(BRIDGE)], ProblemCode::GuidanceMissing),
        (vec![file(BRIDGE_GUIDANCE)], ProblemCode::UnknownExercise),
        (
            vec![
                file(BRIDGE),
                SourceFile { path: "balance/bridge.en.md", ..file(BRIDGE_GUIDANCE) },
            ],
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
