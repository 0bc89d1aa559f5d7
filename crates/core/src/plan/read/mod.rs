//! From text to plan.

mod around;
mod by_clock;
mod circles;
mod dose;
mod fits;
mod frequency;
mod line;
mod pain;
mod parts;
mod rules;
mod sheet;
mod stage;
mod template;

#[cfg(test)]
pub(super) use dose::NUMBERS;
pub(super) use dose::{NOT_GIVEN, key_of};
pub(super) use frequency::EVERY_DAY;
pub(super) use line::{NONE, SIDES};
pub(super) use pain::{ASK_PAIN, PAIN_PLACES, PAIN_WHEN};
pub(super) use rules::{DAY_OFF_THEN, ROUNDINGS};
pub(super) use sheet::{FUSIONS, NOTE_ABOUTS, WEEKS_COUNTED};

use sheet::{Sheet, TOP_KEYS, read_plan};
use template::{TEMPLATE_KEYS, read_template};

use super::template::Template;
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
    /// What somebody should look at although the plan can be read.
    pub(super) remarks: Vec<Problem>,
    /// The checksum that the text states.
    pub(super) checksum: Option<String>,
}

/// Reads the plan file `name` and the checksum it states.
pub(super) fn read_stating(text: &str, name: &str, catalogue: &Catalogue) -> Reading {
    let file = TomlText::parse(text, name);
    if let Some(problem) = newer_format(&file, name) {
        return Reading { plan: Err(vec![problem]), remarks: Vec::new(), checksum: None };
    }
    let (read, problems) = file.read("plan", &TOP_KEYS, |top| {
        let checksum = top.given("checksum").and_then(|value| value.text(LONGEST_CHECKSUM));
        (checksum, read_plan(top, catalogue))
    });
    let (checksum, sheet) = read.unwrap_or_default();
    let (plan, remarks) = settled(sheet, problems);
    Reading { plan, remarks, checksum }
}

/// Reads the template `name`.
pub(super) fn read_as_template(
    text: &str,
    name: &str,
    catalogue: &Catalogue,
) -> Result<Template, Vec<Problem>> {
    let file = TomlText::parse(text, name);
    if let Some(problem) = newer_format(&file, name) {
        return Err(vec![problem]);
    }
    let (read, problems) =
        file.read("template", &TEMPLATE_KEYS, |top| read_template(top, catalogue));
    match read.flatten() {
        Some(template) if problems.is_empty() => Ok(template),
        _ => Err(problems),
    }
}

/// A later format is named before its strange keys are: the cure is another one.
fn newer_format(file: &TomlText<'_>, name: &str) -> Option<Problem> {
    let (found, place) = file.number("format").filter(|(found, _)| *found > FORMAT)?;
    let problem = Problem::new(ProblemCode::NewerFormat, name).at(place);
    Some(problem.with("found", found).with("known", FORMAT))
}

fn settled(
    sheet: Option<Sheet>,
    problems: Vec<Problem>,
) -> (Result<Revision, Vec<Problem>>, Vec<Problem>) {
    match sheet {
        Some(Sheet { revision, mut remarks }) if problems.is_empty() => {
            remarks.sort_by_key(|remark| (remark.place, remark.code));
            (Ok(revision), remarks)
        }
        _ => (Err(problems), Vec::new()),
    }
}
