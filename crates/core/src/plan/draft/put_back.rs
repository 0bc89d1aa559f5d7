//! A line that was taken out of a change by mistake, and what named it.

use super::{DraftPlace, PlanDraft};
use crate::ids::LineId;
use crate::plan::Revision;

/// `draft` with the line `id` as `present` has it, at its place there, and named again by what names it there; `None` where the
/// draft has it, or `present` has not.
#[must_use]
pub fn put_back(
    draft: &PlanDraft,
    present: &Revision,
    id: &LineId,
) -> Option<(PlanDraft, DraftPlace)> {
    if draft.revision.line(id).is_some() {
        return None;
    }
    let before = present.lines.iter().position(|line| line.id == *id)?;
    let mut new = draft.clone();
    let revision = &mut new.revision;
    let is_above = |line: &LineId| present.lines[..before].iter().any(|known| known.id == *line);
    let at = revision.lines.iter().rposition(|line| is_above(&line.id)).map_or(0, |at| at + 1);
    revision.lines.insert(at, present.lines[before].clone());
    for line in &mut revision.lines {
        let Some(known) = present.line(&line.id) else { continue };
        for (stage, known) in line.stages.iter_mut().zip(&known.stages) {
            name_again(&mut stage.replaces, &known.replaces, id, stage.begins == known.begins);
        }
    }
    if let (Some(now), Some(known)) = (&mut revision.bad_day, &present.bad_day)
        && let Some(least) = known.minimum.iter().find(|least| least.line == *id)
    {
        now.minimum.push(least.clone());
    }
    for now in &mut revision.days_off {
        let known = present.days_off.iter().find(|known| known.as_written == now.as_written);
        let known = known.map_or(&[][..], |known| &known.except);
        name_again(&mut now.except, known, id, true);
    }
    let rules = present.pain.iter().flat_map(|pain| &pain.rules);
    for known in rules.filter(|rule| rule.lines.contains(id)) {
        let Some(pain) = &mut revision.pain else { break };
        let mut here = pain.rules.iter_mut().filter(|rule| rule.as_written == known.as_written);
        match here.next() {
            // One that is about all lines is so by the person's word.
            Some(rule) => {
                let is_of_some = !rule.lines.is_empty();
                name_again(&mut rule.lines, &known.lines, id, is_of_some);
            }
            None => pain.rules.push(known.clone()),
        }
    }
    new.read_back.push(id.clone());
    new.touched = true;
    Some((new, DraftPlace::Line(id.clone())))
}

fn name_again(now: &mut Vec<LineId>, known: &[LineId], id: &LineId, is_the_same: bool) {
    if is_the_same && known.contains(id) && !now.contains(id) {
        now.push(id.clone());
    }
}
