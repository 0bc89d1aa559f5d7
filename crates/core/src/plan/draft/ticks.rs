//! What was compared with the paper, and what takes its tick again.

use super::{Asked, DraftPlace, PlanDraft, rules_to_read_back, weeks};
use crate::plan::{ChangedThing, Prescription, Revision, RuleTold, told_line, told_rules};

impl PlanDraft {
    /// Lets the lines and rules leave the lists of those read back that do not say what they said in `former`: also
    /// those whose days are counted from another one by now.
    pub(super) fn keep_read_back(&mut self, former: &Self) {
        let (revision, before) = (&self.revision, &former.revision);
        let is_recounted = revision.weeks_counted != before.weeks_counted;
        let is_kept = |line: &Prescription| {
            before.line(&line.id) == Some(line)
                && told_line(line, revision) == told_line(line, before)
                && !(is_recounted && weeks::speaks_of_weeks(line, revision))
                && waits_for(self, line).is_empty()
        };
        let lines = self.read_back.iter();
        self.read_back =
            lines.filter(|id| revision.line(id).is_some_and(is_kept)).cloned().collect();
        let told = rules_to_read_back(revision);
        let moved = reordered(before, revision);
        self.rules_read_back.retain(|rule| told.contains(rule) && !moved.contains(rule));
    }
}

/// The questions of the sheet's days from which `line` tells days that are counted: there is nothing to compare before
/// they are answered.
#[must_use]
pub fn waits_for(draft: &PlanDraft, line: &Prescription) -> Vec<Asked> {
    let is_waited_for = |asked: &Asked| {
        if !draft.is_asked(&DraftPlace::Sheet, *asked) {
            return false;
        }
        // What is told otherwise once this is another day is counted from it.
        let mut other = draft.revision.clone();
        let anchor =
            if *asked == Asked::FirstDay { &mut other.starts } else { &mut other.surgery.date };
        *anchor = anchor.plus(1);
        told_line(line, &draft.revision) != told_line(line, &other)
    };
    [Asked::SurgeryDate, Asked::FirstDay].into_iter().filter(is_waited_for).collect()
}

/// The rules about pain of `revision` that come after others than they did in `before`. The first that fits counts: they
/// may say what they said, and mean another thing.
fn reordered(before: &Revision, revision: &Revision) -> Vec<RuleTold> {
    let of = |revision: &Revision| {
        revision.pain.as_ref().map_or_else(Vec::new, |pain| pain.rules.clone())
    };
    let same = of(before).iter().zip(&of(revision)).take_while(|(was, now)| was == now).count();
    let of_pain = told_rules(revision).into_iter().filter(|rule| rule.thing == ChangedThing::Pain);
    // The first is what is told of pain beside its rules.
    of_pain.skip(1 + same).collect()
}
