//! The catalogue inside the program.

use std::sync::OnceLock;

use super::{Catalogue, SourceFile, load};

/// The exercises that were built into the program.
#[must_use]
pub fn embedded() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| load(FILES).0)
}

/// Lists the two files of each exercise. A list that is written out needs no build script and no
/// crate that reads folders while compiling, and a test compares it with the folder.
macro_rules! exercises {
    ($($folder:literal: $($id:literal),+;)+) => {
        &[$($(
            exercises!(file concat!($folder, "/", $id, ".toml")),
            exercises!(file concat!($folder, "/", $id, ".en.md")),
        )+)+]
    };
    (file $path:expr) => {
        SourceFile {
            path: $path,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../exercises/", $path)),
        }
    };
}

/// Every file of the catalogue.
pub const FILES: &[SourceFile<'static>] = exercises! {
    "activation": "glute-set", "quad-set";
    "aerobic": "stationary-bike", "walk-level";
    "balance": "heel-toe-walk", "single-leg-stance", "tandem-stance", "weight-shift";
    "breathing": "diaphragmatic-breathing";
    "core-stability":
        "abdominal-brace", "band-row", "bent-knee-fallout", "bird-dog", "bridge", "bridge-march",
        "dead-bug", "dead-bug-arms", "plank-knees", "quadruped-leg-reach", "side-plank-knees",
        "supine-march", "wall-push-up";
    "functional": "hip-hinge", "light-lift-practice", "log-roll", "sit-to-stand";
    "leg-strength":
        "clamshell", "heel-raise", "mini-squat", "standing-hip-abduction", "standing-march",
        "step-up", "supported-lunge", "wall-squat";
    "mobility":
        "ankle-pump", "calf-stretch-wall", "cat-camel-small", "hamstring-stretch-supine",
        "heel-slide", "hip-flexor-stretch", "knee-roll", "pelvic-tilt-supine",
        "single-knee-to-chest";
    "nerve-mobility": "sciatic-slider-seated", "sciatic-slider-supine";
    "posture": "shoulder-blade-squeeze", "sitting-break";
    "recovery": "positional-rest-90-90";
};
