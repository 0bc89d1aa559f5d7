//! What becomes of a draft when a newer revision of its plan comes from elsewhere.

use backwise_core::plan::Revision;
use backwise_core::plan::draft::{self, BeganFrom};
use rusqlite::Connection;

use super::drafts::{ahead, latest};
use super::plans::numbered;
use super::{Journal, Moment, Result};
use crate::rows::drafts::{self, KeptDraft};
use crate::views::ImportKind;

impl Journal {
    /// Makes the draft a change of the latest revision, which was taken in just now as `kind`, where it was begun beside an earlier
    /// one of the same plan: else taking it in would undo, without a word, what the later one says.
    pub(super) fn rebase_draft(
        &self,
        connection: &Connection,
        moment: &Moment,
        kind: ImportKind,
    ) -> Result<()> {
        if kind == ImportKind::SameAgain {
            return Ok(());
        }
        // A draft of another version is left as it is; the editor says what is wrong with it.
        let Ok(Some(KeptDraft { draft, reckoned_for })) = drafts::get(connection) else {
            return Ok(());
        };
        let all = self.revisions(connection)?;
        let Some((_, before)) = all.split_last() else { return Ok(()) };
        let (plan, number) = (&draft.revision.plan, draft.revision.number);
        let base = match draft.began_from {
            // It puts back what an earlier one said, in the place of the one that was the latest so far.
            BeganFrom::Earlier { .. } => before.iter().rfind(|known| known.revision.plan == *plan),
            // No revision has the name of a sheet of which nothing was taken in.
            _ if draft.is_unnamed() => None,
            _ => numbered(before, plan, number),
        };
        let Some(base) = base.map(|base| &base.revision) else { return Ok(()) };
        let is_later = |there: &&Revision| there.plan == base.plan && there.number > base.number;
        let Some(latest) = latest(&all).filter(is_later) else { return Ok(()) };
        let mut rebased = draft::rebased(&draft, base, latest);
        let today = self.present_day(connection, moment)?;
        rebased.from_day = rebased.from_day.max(ahead(&all, today));
        drafts::put(connection, &KeptDraft { draft: rebased, reckoned_for }, moment.now)
    }
}
