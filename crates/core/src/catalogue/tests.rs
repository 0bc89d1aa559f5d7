//! The embedded data is whole.

use std::collections::BTreeSet;
use std::path::Path;

use super::embedded::FILES;
use super::guidance::HEADINGS;
use super::pose::{CONTACTS, JOINTS, PROPS, VIEWS, WORKING};
use super::{Guidance, Position, Prop, Review, embedded, load};
use crate::safety::Flag;

#[test]
fn the_embedded_data_has_no_problem() {
    let (catalogue, problems) = load(FILES);
    assert_eq!(problems, []);
    assert_eq!(catalogue.exercises.len(), 48);
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
        if !folder.is_dir() || folder.ends_with("plans") || folder.ends_with("topics") {
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

/// Tables whose numbers need no source, and why.
const NO_SOURCE_NEEDED: [(&str, &str); 3] = [
    ("figure", "it counts lines of the guidance"),
    ("tempo", "it paces the figure; how long a person holds stands in the dose"),
    ("pose", "angles of a drawing that was made for Backwise"),
];

#[test]
fn every_table_with_a_number_names_its_source() {
    let facts = FILES.iter().filter(|file| file.path.ends_with(".toml"));
    for file in facts {
        let without = tables_without_source(file.text);
        assert_eq!(without, [""; 0], "{}: numbers without a source", file.path);
    }
    let made_up = "[dose]\nsets = 2\nsource = \"\"\n[first.step]\nweeks = [1, 2]\n\
        [words]\nwords = \"2\"\n[known]\nn = 1\nsource = \"S1\"\n[[list]]\nangle = 0.5\n\
        [tempo]\nout = 1\n";
    assert_eq!(tables_without_source(made_up), ["dose", "step", "list"]);
    assert_eq!(tables_without_source("minutes = 5"), ["the top"]);
}

/// The tables of `text` that hold a number and do not say where it comes from.
fn tables_without_source(text: &str) -> Vec<String> {
    let mut without = Vec::new();
    look_for_sources("the top", &text.parse().unwrap(), &mut without);
    without
}

fn look_for_sources(name: &str, table: &toml::Table, without: &mut Vec<String>) {
    let is_number = |value: &toml::Value| value.is_integer() || value.is_float();
    let holds_number = |value: &toml::Value| {
        is_number(value) || value.as_array().is_some_and(|values| values.iter().any(is_number))
    };
    let source = table.get("source").and_then(toml::Value::as_str).unwrap_or_default();
    if table.values().any(holds_number) && source.trim().is_empty() {
        without.push(name.to_owned());
    }
    for (key, value) in table.iter().filter(|(key, _)| !needs_no_source(key)) {
        let many = value.as_array().into_iter().flatten().filter_map(toml::Value::as_table);
        for inner in value.as_table().into_iter().chain(many) {
            look_for_sources(key, inner, without);
        }
    }
}

fn needs_no_source(key: &str) -> bool {
    NO_SOURCE_NEEDED.iter().any(|(name, _)| *name == key)
}

fn is_code(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    word == "GK"
        || (word.len() - digits.len() == 1 && digits.starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn every_word_for_joints_and_contacts_is_used() {
    let exercises: Vec<_> = embedded().exercises.values().collect();
    let poses: Vec<_> = exercises.iter().flat_map(|exercise| &exercise.poses).collect();
    for (joint, _) in JOINTS {
        assert!(poses.iter().any(|pose| pose.angles.contains_key(joint)), "{joint}");
    }
    for contact in CONTACTS {
        assert!(
            poses.iter().any(|pose| pose.contacts.iter().any(|used| used == contact)),
            "{contact}"
        );
    }
    for (word, prop) in PROPS {
        assert!(exercises.iter().any(|exercise| exercise.scene.things.contains(&prop)), "{word}");
    }
    for (word, view) in VIEWS {
        assert!(exercises.iter().any(|exercise| exercise.scene.view == view), "{word}");
    }
    for (word, part) in WORKING {
        assert!(poses.iter().any(|pose| pose.works == Some(part)), "{word}");
    }
}

#[test]
fn the_headings_stand_in_the_order_of_reading() {
    for file in FILES.iter().filter(|file| file.path.ends_with(".md")) {
        let found: Vec<_> = file.text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(found, HEADINGS.map(|(heading, _)| heading), "{}", file.path);
    }
}

#[test]
fn the_figure_is_told_by_lines_that_tell_the_posture() {
    for exercise in embedded().exercises.values() {
        let told = |guidance: &Guidance| -> String {
            let line = |number: &u16| guidance.start[usize::from(*number) - 1].clone();
            exercise.scene.posture.iter().map(line).collect::<Vec<_>>().join(" ")
        };
        // A line that is missing in any language is not told: it fails here.
        exercise.guidance.values().for_each(|guidance| drop(told(guidance)));
        let told = told(&exercise.guidance["en"]);
        let words: &[&str] = match exercise.position {
            Position::OnBack => &["your back"],
            Position::OnSide => &["on your side", "on one side"],
            Position::OnFront => &["on your forearms"],
            Position::AllFours => &["hands and knees"],
            Position::Kneeling => &["one knee onto"],
            Position::Sitting => &["Sit ", "to sit"],
            Position::Standing => &["Stand ", "Face ", "Lean "],
            // "On the move" is all there is to tell of a walk.
            Position::Moving => &["Stand ", ""],
        };
        assert!(words.iter().any(|word| told.contains(word)), "{}: {told}", exercise.id);
        for aside in ["shoes", "phone", "floor is dry", "Put a firm chair", "Find a", "mat "] {
            assert!(!told.contains(aside), "{} begins with {aside}: {told}", exercise.id);
        }
    }
}

#[test]
fn who_lies_or_kneels_on_a_mat_gets_down_to_the_floor() {
    for exercise in embedded().exercises.values() {
        let on_mat = exercise.scene.things.contains(&Prop::Mat);
        let to_the_floor = exercise.flags.contains(&Flag::FloorTransfer);
        assert_eq!(on_mat, to_the_floor, "{}", exercise.id);
    }
}

#[test]
fn lying_down_ends_with_a_clear_head() {
    use super::Position::{OnBack, OnFront, OnSide};
    for exercise in embedded().exercises.values() {
        let steps = exercise.guidance["en"].steps.join(" ");
        let lying = matches!(exercise.position, OnBack | OnSide | OnFront);
        assert!(!lying || steps.contains("stand when your head is clear"), "{}", exercise.id);
        // Straight from the back to the edge of the bed would be a sit-up.
        let from_the_back = exercise.position == OnBack && steps.contains("edge of the bed first");
        assert!(!from_the_back || steps.contains("your side"), "{}", exercise.id);
    }
}
