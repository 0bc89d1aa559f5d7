//! What the words of a line say.

use super::LineSuggested;
use crate::catalogue::{Catalogue, search};

/// What the paper's words of one line say.
#[must_use]
pub fn suggest_line(as_written: &str, catalogue: &Catalogue, language: &str) -> LineSuggested {
    LineSuggested {
        name: as_written.to_owned(),
        exercises: search(catalogue, language, as_written),
        suggestions: Vec::new(),
        questions: Vec::new(),
        not_understood: Vec::new(),
    }
}
