//! From text to plan.

use super::sheet::{TOP_KEYS, read_sheet};
use super::{FORMAT, Revision};
use crate::catalogue::Catalogue;
use crate::error::{Problem, ProblemCode};
use crate::table::TomlText;

/// Reads the plan file `name`.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file.
pub fn read(text: &str, name: &str, catalogue: &Catalogue) -> Result<Revision, Vec<Problem>> {
    read_stating(text, name, catalogue).plan
}

/// Characters of a checksum; the right one has 71.
const LONGEST_CHECKSUM: usize = 120;

/// What a text holds.
pub(super) struct Reading {
    pub(super) plan: Result<Revision, Vec<Problem>>,
    /// The checksum that the text states.
    pub(super) checksum: Option<String>,
}

/// Reads the plan file `name` and the checksum it states.
pub(super) fn read_stating(text: &str, name: &str, catalogue: &Catalogue) -> Reading {
    let file = TomlText::parse(text, name);
    // A later format is named before its strange keys are: the cure is another one.
    if let Some((found, place)) = file.number("format").filter(|(found, _)| *found > FORMAT) {
        let problem = Problem::new(ProblemCode::NewerFormat, name).at(place);
        let problem = problem.with("found", found).with("known", FORMAT);
        return Reading { plan: Err(vec![problem]), checksum: None };
    }
    let (read, problems) = file.read("plan", &TOP_KEYS, |top| {
        let checksum = top.given("checksum").and_then(|value| value.text(LONGEST_CHECKSUM));
        (checksum, read_sheet(top, catalogue))
    });
    let (checksum, revision) = read.unwrap_or_default();
    let plan = match revision {
        Some(revision) if problems.is_empty() => Ok(revision),
        _ => Err(problems),
    };
    Reading { plan, checksum }
}
