//! The topics inside the program.

use std::sync::OnceLock;

use super::{Topic, load};
use crate::catalogue::SourceFile;

/// The topics that were built into the program, in the order of reading.
#[must_use]
pub fn embedded() -> &'static [Topic] {
    static TOPICS: OnceLock<Vec<Topic>> = OnceLock::new();
    TOPICS.get_or_init(|| load(FILES).0)
}

/// Lists the two files of each topic. A test compares the list with the folder.
macro_rules! topics {
    ($($id:literal),+ $(,)?) => {
        &[$(topics!(file concat!($id, ".toml")), topics!(file concat!($id, ".en.md")),)+]
    };
    (file $path:expr) => {
        SourceFile {
            path: $path,
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../exercises/topics/",
                $path
            )),
        }
    };
}

/// Every file of the topics, by its path under `exercises/topics/`.
pub const FILES: &[SourceFile<'static>] = topics![
    "what-it-is",
    "why-it-is-done",
    "what-happens",
    "fusion",
    "right-afterwards",
    "recovery-time",
    "results",
    "why-exercise",
    "why-walking",
    "infection",
    "bleeding",
    "nerve-damage",
    "spinal-fluid-leak",
    "blood-clots",
    "other-risks",
    "pacing",
    "moving-well",
    "wound-care",
    "sleep",
    "driving-work-sex-sport",
    "mood",
    "smoking",
    "questions",
];
