//! What a draft makes of the steps that have begun.

use backwise_core::plan::draft::PlanDraft;
use backwise_core::schedule::{first_day, keep_steps};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::facts::Facts;
use super::{Journal, Moment, Result};

impl Journal {
    /// What is known around the first day on which `draft` would hold, were it taken in now, and that day.
    pub(super) fn facts_of_draft(
        &self,
        connection: &Connection,
        moment: &Moment,
        draft: &PlanDraft,
    ) -> Result<(Facts, Day)> {
        let agenda = self.agenda_of_today(connection, moment)?;
        let first = first_day(&draft.revision, agenda.as_ref(), moment.now, &moment.zone);
        let day = draft.from_day.map_or(first, |chosen| chosen.max(first));
        Ok((self.facts(connection, moment, day, day)?, day))
    }

    /// `draft`, which was `former`, with the steps of the present plan that its changes are not to undo.
    pub(super) fn steps_kept(
        &self,
        connection: &Connection,
        moment: &Moment,
        former: &PlanDraft,
        draft: PlanDraft,
    ) -> Result<PlanDraft> {
        let (facts, day) = self.facts_of_draft(connection, moment, &draft)?;
        Ok(keep_steps(&facts.situation(), former, draft, day))
    }
}
