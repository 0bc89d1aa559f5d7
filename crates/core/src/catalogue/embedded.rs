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
pub(super) const FILES: &[SourceFile<'static>] = exercises! {
    "aerobic": "walk-level";
    "balance": "tandem-stance";
    "core-stability": "abdominal-brace", "bridge";
    "functional": "sit-to-stand";
    "leg-strength": "clamshell", "heel-raise";
    "mobility": "ankle-pump", "heel-slide";
};
