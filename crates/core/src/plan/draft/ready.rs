//! The plan that a draft is when everything is answered and read back.

use std::collections::BTreeSet;

use super::check::NAME;
use super::edit::leave_out;
use super::{OpenQuestion, PlanDraft, line_of, not_added};
use crate::error::{Problem, ProblemCode};
use crate::ids::{ClearanceId, LineId};
use crate::plan::{Revision, RuleTold, Stage, StageBegins, told_rules};

/// What is compared with the paper beside the lines: every rule that says something of its own.
#[must_use]
pub fn rules_to_read_back(revision: &Revision) -> Vec<RuleTold> {
    let says_something = |rule: &RuleTold| {
        rule.title.is_some() || rule.as_written.is_some() || !rule.told.is_empty()
    };
    told_rules(revision).into_iter().filter(says_something).collect()
}

/// The plan that would be taken in: of `draft` the lines `chosen`, all of them when `None`. `in_force` is what
/// holds now.
///
/// # Errors
/// What keeps it from being taken in: what was not answered, what was not read back, what was typed and not added, and a
/// line in force that the draft still has and that was not chosen, because a plan loses no line by silence.
pub fn ready(
    draft: &PlanDraft,
    chosen: Option<&[LineId]>,
    in_force: Option<&Revision>,
) -> Result<Revision, Vec<Problem>> {
    let is_chosen = |id: &LineId| chosen.is_none_or(|chosen| chosen.contains(id));
    let mut problems = Vec::new();
    for open in draft.open.iter().filter(|open| line_of(&open.place).is_none_or(is_chosen)) {
        problems.push(not_answered(open, &draft.revision));
    }
    let present = in_force.filter(|present| present.plan == draft.revision.plan);
    for line in &draft.revision.lines {
        let is_read = line.off || draft.read_back.contains(&line.id);
        let is_in_force = || present.is_some_and(|present| present.line(&line.id).is_some());
        let is_missing = if is_chosen(&line.id) { !is_read } else { is_in_force() };
        if is_missing {
            let label = label(&line.title, &line.as_written);
            problems.push(Problem::new(ProblemCode::NotReadBack, NAME).with("line", label));
        }
    }
    for rule in rules_to_read_back(&draft.revision) {
        if !draft.rules_read_back.contains(&rule) {
            let words = rule.title.filter(|title| !title.is_empty()).or(rule.as_written);
            let problem = Problem::new(ProblemCode::NotReadBack, NAME);
            problems.push(problem.with("line", words.unwrap_or_default()));
        }
    }
    // What is of no line stays with the lines that are left.
    let is_whole = draft.revision.lines.iter().all(|line| is_chosen(&line.id));
    for typed in not_added(draft) {
        if typed.place.as_ref().and_then(line_of).map_or(is_whole, is_chosen) {
            problems.push(Problem::new(ProblemCode::NotAdded, NAME).with("words", typed.words));
        }
    }
    for id in chosen.unwrap_or_default() {
        if draft.revision.line(id).is_none() {
            let problem = Problem::new(ProblemCode::UnknownName, NAME);
            problems.push(problem.with("found", id).with("kind", "line"));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let lines = draft.revision.lines.iter().map(|line| line.id.clone());
    let left_out: Vec<LineId> = lines.filter(|id| !is_chosen(id)).collect();
    let mut part = draft.clone();
    let waited_for = waits(&part.revision);
    leave_out(&mut part, &left_out);
    // An OK that only lines wait for which were left out goes with them.
    let still_waited_for = waits(&part.revision);
    part.revision.clearances.retain(|clearance| {
        !waited_for.contains(&clearance.id) || still_waited_for.contains(&clearance.id)
    });
    Ok(part.revision)
}

/// The OKs that something in the plan waits for.
fn waits(revision: &Revision) -> BTreeSet<ClearanceId> {
    let of_stage = |stage: &Stage| match &stage.begins {
        StageBegins::WithClearance { clearance, .. } => Some(clearance.clone()),
        _ => None,
    };
    let lines = revision.lines.iter();
    let of_lines = lines
        .flat_map(|line| line.stages.iter().filter_map(of_stage).chain(line.clearance.clone()));
    let of_phases = revision.phases.iter().filter_map(|phase| phase.clearance.clone());
    let of_limits = revision.precautions.iter().filter_map(|limit| limit.until.clearance.clone());
    of_lines.chain(of_phases).chain(of_limits).collect()
}

fn not_answered(open: &OpenQuestion, revision: &Revision) -> Problem {
    let line = line_of(&open.place).and_then(|id| revision.line(id));
    let name = line.map(|line| label(&line.title, &line.as_written));
    Problem::new(ProblemCode::NotAnswered, NAME).with("line", name.unwrap_or("none"))
}

/// What a line is called in a sentence.
fn label<'a>(title: &'a str, as_written: &'a str) -> &'a str {
    if title.is_empty() { as_written } else { title }
}
