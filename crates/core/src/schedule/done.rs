//! What was done of a line, on which day and until when.

use super::Situation;
use crate::plan::{Prescription, Revision};
use crate::record::{BoutKey, StandingBout};
use crate::time::Day;

/// Everything that stands of `line` on `day`.
pub(super) fn bouts_on<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> impl Iterator<Item = (&'a BoutKey, &'a StandingBout)> {
    situation.standing.bouts.of_line_on(&revision.plan, &line.id, day)
}

/// Whether anything of `line` was done on `day`.
pub(super) fn done_on(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    bouts_on(situation, revision, line, day).any(|(_, known)| known.was_done())
}
