//! Drafts: what words say, changes that carry a rule, and the way to a plan and back.

mod edits;
mod generated;
mod handouts;
mod hangs;
mod last_day;
mod often;
mod read_back;
mod suggestions;
mod weeks;

use super::{Asked, DraftEdit, DraftPlace, PlanDraft, RuleKind, edited, rules_to_read_back, saved};
use crate::catalogue::embedded;
use crate::ids::LineId;
use crate::time::Day;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Makes one change, and answers its place.
#[expect(clippy::needless_pass_by_value, reason = "each edit is made where it is handed over")]
fn make(draft: &mut PlanDraft, edit: DraftEdit) -> DraftPlace {
    let (new, place) = edited(draft, &edit, embedded()).unwrap_or_else(|| panic!("{edit:?}"));
    *draft = new;
    place
}

/// Changes the draft as a form does: by hand, and saved.
fn fill(draft: &mut PlanDraft, change: impl FnOnce(&mut PlanDraft)) {
    let mut sent = draft.clone();
    change(&mut sent);
    *draft = saved(Some(draft), sent);
}

fn answered(draft: &mut PlanDraft, place: &DraftPlace, asked: Asked) {
    make(draft, DraftEdit::Answered { place: place.clone(), asked });
}

fn add(draft: &mut PlanDraft, as_written: &str) -> LineId {
    let as_written = as_written.to_owned();
    let place = make(draft, DraftEdit::AddLine { as_written, sheet_no: None, after: None });
    let DraftPlace::Line(line) = place else { panic!("{place:?}") };
    line
}

fn rule(draft: &mut PlanDraft, rule: RuleKind, as_written: &str) -> DraftPlace {
    make(draft, DraftEdit::AddRule { rule, as_written: as_written.to_owned() })
}

/// Compares every rule with the paper.
fn read_back_rules(draft: &mut PlanDraft) {
    for rule in rules_to_read_back(&draft.revision) {
        make(draft, DraftEdit::RuleReadBack { rule, is_right: true });
    }
}

/// What is asked of a place.
fn asked(draft: &PlanDraft, place: &DraftPlace) -> Vec<Asked> {
    draft.open.iter().filter(|open| open.place == *place).map(|open| open.asked).collect()
}
