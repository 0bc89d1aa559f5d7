//! What people type, and what they find.

use super::samples::to_search;
use super::{embedded, search};

/// What is found in the catalogue of the tests, by its ids.
fn found(query: &str) -> Vec<String> {
    search(&to_search(), "en", query).into_iter().map(|id| id.to_string()).collect()
}

#[test]
fn people_find_what_they_call_an_exercise() {
    // What is typed, and what comes first.
    #[rustfmt::skip]
    let cases = [
        ("clam", "clamshell"), ("clams", "clamshell"), ("clam shell", "clamshell"), ("shell", "clamshell"),
        ("bridge", "bridge"), ("brigde", "bridge"), ("Bridging", "bridge"), ("bridges", "bridge"), ("bri", "bridge"),
        ("bridge march", "bridge-march"), ("march bridge", "bridge-march"), ("marching", "bridge-march"),
        ("belly brace", "abdominal-brace"), ("brace belly", "abdominal-brace"), ("abdominals", "abdominal-brace"),
        ("tummy", "abdominal-brace"), ("tumy tightning", "abdominal-brace"), ("TVA", "abdominal-brace"),
        ("buttock", "glute-set"), ("buttok", "glute-set"), ("buttocks squeeze", "glute-set"), ("bum", "glute-set"),
        ("heel raze", "heel-raise"), ("heal raise", "heel-raise"), ("heelraise", "heel-raise"), ("tip toes", "heel-raise"),
        ("calf", "calf-stretch-wall"), ("calf raises", "heel-raise"), ("calf strech", "calf-stretch-wall"),
        ("stretching my calves", "calf-stretch-wall"),
        ("stairs", "step-up"), ("stair", "step-up"), ("stepup", "step-up"), ("step up", "step-up"),
        ("sit-to-stand", "sit-to-stand"), ("get up from the chair", "sit-to-stand"), ("sit t", "sit-to-stand"),
        ("chair rises", "sit-to-stand"), ("getting out of bed", "log-roll"), ("logroll", "log-roll"),
        ("walk", "walk-level"), ("waking", "walk-level"), ("walks", "walk-level"), ("heel to toe", "heel-toe-walk"),
        ("birddog", "bird-dog"), ("dog", "bird-dog"), ("cat cow", "cat-camel-small"), ("pushup", "wall-push-up"),
        ("diafragm", "diaphragmatic-breathing"), ("breath", "diaphragmatic-breathing"),
        ("deep breathe", "diaphragmatic-breathing"), ("nerve", "sciatic-slider-supine"),
        ("siatic", "sciatic-slider-supine"), ("thigh", "quad-set"), ("quad", "quad-set"),
        ("one leg", "single-leg-stance"), ("psoas", "positional-rest-90-90"), ("foot pump", "ankle-pump"),
        ("brücke bridge", "bridge"), ("plank", "plank-knees"),
    ];
    assert!(cases.len() >= 40);
    let wrong: Vec<_> = cases
        .into_iter()
        .map(|(query, wanted)| (query, wanted, found(query)))
        .filter(|(_, wanted, found)| found.first().map(String::as_str) != Some(*wanted))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn all_that_fit_are_found_and_nothing_else() {
    let cases: [(&str, &[&str]); 6] = [
        ("calf", &["calf-stretch-wall", "heel-raise", "ankle-pump"]),
        ("walk", &["walk-level", "heel-toe-walk"]),
        ("wall", &["wall-squat", "wall-push-up", "calf-stretch-wall"]),
        ("bridge", &["bridge", "bridge-march"]),
        ("balance", &["heel-toe-walk", "single-leg-stance"]),
        ("hands and knees", &["bird-dog", "cat-camel-small"]),
    ];
    for (query, wanted) in cases {
        assert_eq!(found(query), wanted, "{query}");
    }
    assert_eq!(found("on my back").first().unwrap(), "bird-dog", "a muscle before a position");
    assert_eq!(found("on my back").len(), 13);
}

#[test]
fn nonsense_finds_nothing() {
    let long = "bridge".repeat(50_000);
    for query in
        ["swimming", "xyzzy", "qqq", "pizza", "guitar", "zip", "лестница", "1234567", &long]
    {
        assert_eq!(found(query), [""; 0], "{query:.20}");
    }
}

#[test]
fn nothing_asked_gives_all_in_order() {
    let all: Vec<_> = to_search().exercises.keys().map(ToString::to_string).collect();
    for query in ["", "   ", "?!", "-"] {
        assert_eq!(found(query), all, "{query:?}");
    }
}

#[test]
fn each_letter_typed_keeps_the_exercise_in_sight() {
    for (name, wanted) in
        [("bridge", "bridge"), ("clamshell", "clamshell"), ("heel slides", "heel-slide")]
    {
        for end in 1..=name.len() {
            let found = found(&name[..end]);
            assert!(found.iter().any(|id| id == wanted), "{}", &name[..end]);
        }
    }
}

#[test]
fn what_people_type_leads_to_our_exercises() {
    let cases = [
        ("clam", "clamshell"),
        ("belly brace", "abdominal-brace"),
        ("tummy", "abdominal-brace"),
        ("buttock", "glute-set"),
        ("buttok", "glute-set"),
        ("brigde", "bridge"),
        ("heel raze", "heel-raise"),
        ("calf", "calf-stretch-wall"),
        ("stairs", "step-up"),
        ("getting up from a chair", "sit-to-stand"),
        ("hamstrings", "hamstring-stretch-supine"),
        ("walking", "walk-level"),
    ];
    for (query, wanted) in cases {
        let found = search(embedded(), "en", query);
        assert!(found.iter().take(3).any(|id| id.as_str() == wanted), "{query}: {found:?}");
    }
    assert_eq!(search(embedded(), "en", "swimming"), []);
}

#[test]
fn every_exercise_is_found_by_each_of_its_names() {
    for exercise in embedded().exercises.values() {
        let find = |name: &str| search(embedded(), "en", name);
        let title = &exercise.guidance["en"].title;
        assert_eq!(find(title)[0], exercise.id, "{title}");
        assert_eq!(find(exercise.id.as_str())[0], exercise.id);
        for name in &exercise.synonyms {
            assert!(
                find(name).iter().take(5).any(|id| *id == exercise.id),
                "{name}: {}",
                exercise.id
            );
        }
    }
}
