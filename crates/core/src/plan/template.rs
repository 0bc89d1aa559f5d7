//! Templates: lists of lines that somebody may start a plan from. All of them are off.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::read_as_template;
use super::{Revision, Surgery};
use crate::catalogue::{Catalogue, embedded};
use crate::error::Problem;
use crate::ids::{LineId, PlanId};
use crate::time::Day;

/// A template. Nobody prescribed it, and no clinician has reviewed it; each of its lines waits until the
/// person finds it on their own sheet and switches it on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Template {
    /// Its name.
    pub id: PlanId,
    /// After which operations it is meant.
    pub paths: Vec<Path>,
    /// The completed week after surgery from which it is meant, 0 to 520.
    pub from_week: u16,
    /// The completed week with which it ends; `None` when it goes on.
    pub until_week: Option<u16>,
    /// Where its numbers come from: codes of `docs/sources.md`.
    pub source: String,
    /// Its lines and rules, as if somebody had been operated on a day long ago. Days hang on the operation
    /// and on the start, so that another operation moves them.
    pub sheet: Revision,
}

/// After which operation a template is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Path {
    /// Decompression alone.
    Decompression,
    /// Decompression with screws, rods or bone graft.
    Fusion,
}

/// A template as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateFile<'a> {
    /// Its name, such as `lami-2-6.backwise`.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Template {
    /// Reads the template in `file`. Exercises are looked up in `catalogue`.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the file.
    pub fn open(file: TemplateFile<'_>, catalogue: &Catalogue) -> Result<Self, Vec<Problem>> {
        read_as_template(file.text, file.name, catalogue)
    }

    /// A plan made of the template, with the lines `on` switched on and all others off. It begins on `starts`,
    /// counts from the operation `surgery`, and ends with the weeks that the template is meant for. Its caution
    /// goes with it.
    #[must_use]
    pub fn as_plan(&self, number: u32, surgery: Surgery, starts: Day, on: &[LineId]) -> Revision {
        let mut plan = self.sheet.clone();
        let ends = self.until_week.map(|week| surgery.date.plus(7 * i32::from(week)));
        (plan.number, plan.starts, plan.ends, plan.surgery) = (number, starts, ends, surgery);
        for line in &mut plan.lines {
            line.off = !on.contains(&line.id);
        }
        plan
    }
}

/// Lists the files of the templates, as `embedded.rs` lists those of the exercises.
macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        &[$(TemplateFile {
            name: concat!($name, ".backwise"),
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"), "/../../exercises/plans/templates/", $name, ".backwise"
            )),
        }),+]
    };
}

/// Every template file, in the order of the weeks.
pub(in crate::plan) const FILES: &[TemplateFile<'static>] = templates![
    "lami-0-2",
    "lami-2-6",
    "lami-6-12",
    "lami-12-plus",
    "fusion-0-2",
    "fusion-2-6",
    "fusion-6-12",
    "fusion-12-24",
    "fusion-24-plus",
    "flare-24h",
    "walk-lami",
    "walk-fusion",
];

/// The templates that were built into the program, in the order of the weeks.
#[must_use]
pub fn embedded_templates() -> &'static [Template] {
    static TEMPLATES: OnceLock<Vec<Template>> = OnceLock::new();
    TEMPLATES.get_or_init(|| {
        FILES.iter().filter_map(|file| Template::open(*file, embedded()).ok()).collect()
    })
}
