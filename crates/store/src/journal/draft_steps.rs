//! What a draft makes of the steps that have begun.

use backwise_core::ids::LineId;
use backwise_core::plan::draft::{self, OpenQuestion, PlanDraft};
use backwise_core::schedule::{first_day, keep_steps};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::facts::Facts;
use super::{Journal, Moment, Result};
use crate::rows::drafts::{self, KeptDraft};

impl Journal {
    /// What is known around the first day on which `draft` would hold, were it taken in now, and that day.
    pub(super) fn facts_of_draft(
        &self,
        connection: &Connection,
        moment: &Moment,
        draft: &PlanDraft,
    ) -> Result<(Facts, Day)> {
        let agenda = self.agenda_of_today(connection, moment)?;
        let (plan, revisions) = (&draft.revision, self.revisions(connection)?);
        let first = first_day(plan, &revisions, agenda.as_ref(), moment.now, &moment.zone);
        let day = draft.from_day.map_or(first, |chosen| chosen.max(first));
        Ok((self.facts(connection, moment, day, day)?, day))
    }

    /// The draft that is kept, as it is on the first day on which it would hold, were it taken in now: while it lay, the
    /// steps of the present plan went on.
    pub(super) fn kept_draft(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Option<KeptDraft>> {
        let Some(kept) = drafts::get(connection)? else { return Ok(None) };
        let draft = kept.draft.clone();
        self.steps_kept(connection, moment, &kept, draft).map(Some)
    }

    /// `draft`, which was `former`, with the steps of the present plan that its changes are not to undo.
    pub(super) fn steps_kept(
        &self,
        connection: &Connection,
        moment: &Moment,
        former: &KeptDraft,
        draft: PlanDraft,
    ) -> Result<KeptDraft> {
        let (facts, day) = self.facts_of_draft(connection, moment, &draft)?;
        let former = (&former.draft, former.reckoned_for.unwrap_or(day));
        let draft = keep_steps(&facts.situation(), former, draft, day);
        Ok(KeptDraft { draft, reckoned_for: Some(day) })
    }

    /// What is kept of `sent`, which a screen made of the draft that is kept. A question that came since only because the day
    /// moved from which the draft would hold stays open: the screen did not know of it.
    pub(super) fn sent_kept(
        &self,
        connection: &Connection,
        moment: &Moment,
        sent: PlanDraft,
    ) -> Result<KeptDraft> {
        let shown = drafts::get(connection)?;
        let former = self.kept_draft(connection, moment)?;
        // A line that was removed and comes back by Undo is in force still.
        let (revisions, mut again) = (self.revisions(connection)?, sent.taken_in.clone());
        let present = revisions.last().map(|last| &last.revision);
        let mut sent = draft::saved(former.as_ref().map(|kept| &kept.draft), sent);
        let present = present.filter(|present| present.plan == sent.revision.plan);
        let is_in_force = |id: &LineId| present.is_some_and(|there| there.line(id).is_some());
        again.retain(|id| {
            !sent.taken_in.contains(id) && sent.revision.line(id).is_some() && is_in_force(id)
        });
        sent.taken_in.extend(again);
        if let (Some(shown), Some(former)) = (shown, &former) {
            let is_there = |asked: &OpenQuestion| {
                draft::line_of(&asked.place).is_none_or(|line| sent.revision.line(line).is_some())
            };
            let is_new = |asked: &&OpenQuestion| {
                let known = [&shown.draft.open, &sent.open];
                !known.iter().any(|open| open.contains(asked)) && is_there(asked)
            };
            let new: Vec<_> = former.draft.open.iter().filter(is_new).cloned().collect();
            sent.open.extend(new);
        }
        let former =
            former.unwrap_or_else(|| KeptDraft { draft: sent.clone(), reckoned_for: None });
        self.steps_kept(connection, moment, &former, sent)
    }
}
