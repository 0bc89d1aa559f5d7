//! What the answers of the person mean for templates and for plan files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Answers, Floor};
use crate::ids::LineId;
use crate::plan::{Fusion, Path, Revision, Template};
use crate::safety::Flag;
use crate::time::Day;

/// Why a template is closed to somebody. The first reason that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum TemplateLock {
    /// Nobody has said whether screws, rods or bone graft were put in.
    FusionUnknown,
    /// It is meant for another operation.
    OtherOperation,
    /// Nobody has said when the operation was.
    DateUnknown,
    /// Its first week has not come.
    NotYet {
        /// The first day on which it is meant.
        from: Day,
    },
    /// Its last week has passed.
    Over {
        /// The first day on which it was no longer meant.
        until: Day,
    },
}

/// Why `template` is closed to the person on `today`; `None` when it is open. Weeks are completed weeks: the
/// template of week n begins on day 7n. `plan`, where there is one, knows the operation better than the person.
#[must_use]
pub fn template_lock(
    template: &Template,
    answers: &Answers,
    plan: Option<&Revision>,
    today: Day,
) -> Option<TemplateLock> {
    let path = match fusion(answers, plan) {
        Fusion::Unknown => return Some(TemplateLock::FusionUnknown),
        Fusion::Yes => Path::Fusion,
        Fusion::No => Path::Decompression,
    };
    if !template.paths.contains(&path) {
        return Some(TemplateLock::OtherOperation);
    }
    let Some(operation) = operation(answers, plan) else {
        return Some(TemplateLock::DateUnknown);
    };
    let week = |week: u16| operation.plus(7 * i32::from(week));
    let from = week(template.from_week);
    if today < from {
        return Some(TemplateLock::NotYet { from });
    }
    let until = template.until_week.map(week);
    until.filter(|until| today >= *until).map(|until| TemplateLock::Over { until })
}

/// The lines of `sheet` that begin or end on the floor, unless the person gets there and up again alone.
#[must_use]
pub fn locked_lines(sheet: &Revision, answers: &Answers) -> Vec<LineId> {
    if answers.floor.as_ref().is_some_and(|answer| answer.value == Floor::Yes) {
        return Vec::new();
    }
    let on_the_floor = sheet.lines.iter().filter(|line| line.flags.contains(&Flag::FloorTransfer));
    on_the_floor.map(|line| line.id.clone()).collect()
}

/// Something that a plan says otherwise than the person did. It is asked about, never merged: the plan counts
/// from its own date, and the person says which of both is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum AnswerDiffers {
    /// The day of the operation.
    Operation {
        /// What the plan says.
        plan: Day,
        /// What the person said.
        person: Day,
    },
    /// Whether screws, rods or bone graft were put in.
    Fusion {
        /// What the plan says.
        plan: Fusion,
        /// What the person said.
        person: Fusion,
    },
}

/// What `revision` says otherwise than the person did. "I don't know" differs from nothing.
#[must_use]
pub fn differences(answers: &Answers, revision: &Revision) -> Vec<AnswerDiffers> {
    let surgery = &revision.surgery;
    let date = answers.operation.as_ref().map(|answer| answer.value);
    let fusion = answers.fusion.as_ref().map(|answer| answer.value);
    let is_known = |fusion: &Fusion| *fusion != Fusion::Unknown;
    let date = date
        .filter(|said| *said != surgery.date)
        .map(|person| AnswerDiffers::Operation { plan: surgery.date, person });
    let fusion = fusion
        .filter(|said| is_known(said) && is_known(&surgery.fusion) && *said != surgery.fusion)
        .map(|person| AnswerDiffers::Fusion { plan: surgery.fusion, person });
    date.into_iter().chain(fusion).collect()
}

/// The day of the operation: the plan's, else the person's.
pub(super) fn operation(answers: &Answers, plan: Option<&Revision>) -> Option<Day> {
    plan.map(|plan| plan.surgery.date).or(answers.operation.as_ref().map(|answer| answer.value))
}

/// Whether screws, rods or bone graft were put in: as the plan says, else as the person does.
fn fusion(answers: &Answers, plan: Option<&Revision>) -> Fusion {
    let of_plan = plan.map(|plan| plan.surgery.fusion).filter(|known| *known != Fusion::Unknown);
    of_plan.or(answers.fusion.as_ref().map(|answer| answer.value)).unwrap_or(Fusion::Unknown)
}
