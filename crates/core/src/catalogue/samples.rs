//! A small catalogue for tests: what is tried with it does not change when an exercise does.

use super::{Catalogue, SourceFile, load};

/// An exercise with every key there is.
pub(super) const BRIDGE: &str = "core-stability/bridge.toml";
pub(super) const BRIDGE_FACTS: &str = r#"id = "bridge"
category = "core-stability"
position = "on-back"
flags = ["supine"]
equipment = ["cushion"]
sided = "no"
tempo = { out = 2, hold = 3, back = 2 }
safety_question = "calf"
easier = ["clamshell"]
harder = []
synonyms = ["hip lift"]
review = "not-reviewed"

[typical_start]
decompression_week = 2
fusion_week = 6
needs_clearance = false
fusion_needs_clearance = true
source = "S4 (first visits)"

[usual_dose]
sets = 2
repetitions = [8, 12]
hold_seconds = 3
rest_seconds = 60
times_a_day = 1
days_a_week = [4, 5]
words = "2 sets of 8 to 12, hold 3 seconds."
source = "S4, the rest GK"

[figure]
view = "side"
things = ["bed"]

[[pose]]
angles = { trunk = 180, hip = 60, knee = 120 }
contacts = ["back", "feet"]

[[pose]]
angles = { trunk = 206, knee = 103 }
contacts = ["shoulders", "feet"]
"#;

pub(super) const BRIDGE_GUIDANCE: &str = "core-stability/bridge.en.md";
pub(super) const BRIDGE_TEXT: &str = "# Bridge

## What it is for

It makes your bottom stronger, while your back
learns to stay steady.

## What works

- Your buttocks and the back of your thighs

## How to begin

- Lie on your back with your knees bent.
- Rest your arms at your sides.

## How to do it

- Lift your hips.
- Lower your hips slowly and let
  everything rest.

## Watch for

- Lower is fine.

## Stop if

- Your back hurts more than you were told to accept.

## Ask your team first if

- You have a fusion.
";

pub(super) const CLAMSHELL: &str = "leg-strength/clamshell.toml";
pub(super) const CLAMSHELL_FACTS: &str = r#"id = "clamshell"
category = "leg-strength"
position = "on-side"
flags = ["side_lying"]
equipment = []
sided = "yes"
easier = []
harder = []
synonyms = []
review = "reviewed by Ada Example, physiotherapist, 2026-11-02"

[typical_start]
needs_clearance = true
fusion_needs_clearance = true
source = "GK"

[usual_dose]
words = "As it feels right."
source = "GK"

[figure]
view = "lying-side"
things = ["bed"]

[[pose]]
angles = { trunk = 180, roll = 90 }
contacts = ["side"]
"#;

/// The two exercises above, with their texts.
pub(super) fn two() -> [SourceFile<'static>; 4] {
    [
        SourceFile { path: BRIDGE, text: BRIDGE_FACTS },
        SourceFile { path: BRIDGE_GUIDANCE, text: BRIDGE_TEXT },
        SourceFile { path: CLAMSHELL, text: CLAMSHELL_FACTS },
        SourceFile { path: "leg-strength/clamshell.en.md", text: BRIDGE_TEXT },
    ]
}

/// Exercises for the search: folder, id, position, title, other names, muscles, aim.
type Named = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const NAMED: [Named; 24] = [
    ("aerobic", "walk-level", "moving", "Level walking", "walk, stroll", "heart and lungs, legs", "Walking is the best thing you can do."),
    ("balance", "single-leg-stance", "standing", "One-leg stand", "stork, single leg stand", "hips, ankles", "It keeps you steady."),
    ("balance", "heel-toe-walk", "moving", "Heel-to-toe walk", "tandem walk, tightrope", "ankles", "It keeps you steady on the stairs."),
    ("breathing", "diaphragmatic-breathing", "on-back", "Belly breathing", "deep breathing, tummy breathing", "diaphragm", "It helps you to let go."),
    ("core-stability", "abdominal-brace", "on-back", "Gentle abdominal brace", "belly brace, tummy tightening, tva", "deep belly muscles", "It wakes up your belly muscles."),
    ("core-stability", "bird-dog", "all-fours", "Bird dog", "pointer, arm and leg reach", "back, buttocks", "It makes your back steady."),
    ("core-stability", "bridge", "on-back", "Bridge", "glute bridge, hip lift, bottom lift", "buttocks, back of the thighs", "It makes your bottom stronger."),
    ("core-stability", "bridge-march", "on-back", "Bridge with march", "marching bridge", "buttocks, belly", "A bridge on one leg after the other."),
    ("core-stability", "plank-knees", "on-front", "Forearm plank from knees", "half plank", "belly, shoulders", "It makes your belly stronger."),
    ("core-stability", "wall-push-up", "standing", "Wall push-up", "wall press, push up", "chest, arms", "It makes your arms stronger."),
    ("activation", "glute-set", "on-back", "Buttock squeezes", "glute squeeze, bum squeeze", "buttocks", "It wakes up your bottom."),
    ("activation", "quad-set", "on-back", "Thigh squeezes", "quads, static quads, knee press", "front of the thighs", "It wakes up your thighs."),
    ("functional", "sit-to-stand", "sitting", "Sit to stand", "chair rise, getting up from a chair", "thighs, buttocks", "It makes getting up easier."),
    ("functional", "log-roll", "on-back", "Log roll out of and into bed", "getting out of bed, rolling over", "whole trunk", "It spares your back."),
    ("leg-strength", "clamshell", "on-side", "Clamshell", "clam, side-lying knee lift", "side of the hip, buttocks", "It makes your hips stronger."),
    ("leg-strength", "heel-raise", "standing", "Heel raises at the worktop", "calf raise, tiptoes", "calves", "Calves push you forward."),
    ("leg-strength", "step-up", "standing", "Step-up", "stairs, stair climbing", "thighs, buttocks", "It makes a step easier."),
    ("leg-strength", "wall-squat", "standing", "Wall squat", "wall sit, wall slide", "thighs", "It makes your thighs stronger."),
    ("mobility", "ankle-pump", "on-back", "Ankle pumps", "foot pumps, circulation", "calves, shins", "It keeps your blood moving."),
    ("mobility", "calf-stretch-wall", "standing", "Calf stretch at the wall", "gastrocnemius stretch", "calves", "It makes your calves longer."),
    ("mobility", "cat-camel-small", "all-fours", "Small cat-camel", "cat cow", "back", "It moves your back a little."),
    ("mobility", "heel-slide", "on-back", "Heel slides", "knee bends lying", "front of the hip", "It moves hip and knee."),
    ("nerve-mobility", "sciatic-slider-supine", "on-back", "Lying sciatic nerve slider", "nerve glide, flossing", "none: a nerve glides", "It lets the nerve glide."),
    ("recovery", "positional-rest-90-90", "on-back", "Rest position, legs on chair", "psoas rest, legs up", "nothing works", "It rests your back."),
];

/// A catalogue to search in.
pub(super) fn to_search() -> Catalogue {
    let files: Vec<_> =
        NAMED.iter().flat_map(|named| [facts_of(named), guidance_of(named)]).collect();
    let files: Vec<_> = files.iter().map(|(path, text)| SourceFile { path, text }).collect();
    let (catalogue, problems) = load(&files);
    assert_eq!(problems, []);
    catalogue
}

fn facts_of(&(folder, id, position, _, synonyms, _, _): &Named) -> (String, String) {
    let synonyms: Vec<_> = synonyms.split(", ").map(|name| format!("\"{name}\"")).collect();
    let facts = CLAMSHELL_FACTS
        .replace("clamshell", id)
        .replace("leg-strength", folder)
        .replace("on-side", position)
        .replace("\"side_lying\"", "")
        .replace("synonyms = []", &format!("synonyms = [{}]", synonyms.join(", ")));
    (format!("{folder}/{id}.toml"), facts)
}

fn guidance_of(&(folder, id, _, title, _, muscles, aim): &Named) -> (String, String) {
    let text = BRIDGE_TEXT
        .replace("# Bridge", &format!("# {title}"))
        .replace("Your buttocks and the back of your thighs", &muscles.replace(", ", "\n- "))
        .replace("It makes your bottom stronger, while your back\nlearns to stay steady.", aim);
    (format!("{folder}/{id}.en.md"), text)
}
