//! What was done of a line, on which day and until when.

use super::Situation;
use crate::ids::RoundId;
use crate::plan::{Prescription, Revision};
use crate::record::{BoutKey, BoutPlace, StandingBout};
use crate::time::Day;

/// Everything that stands of `line` on `day`.
pub(super) fn bouts_on<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> impl Iterator<Item = (&'a BoutKey, &'a StandingBout)> {
    let key = |place| BoutKey { plan: revision.plan.clone(), line: line.id.clone(), day, place };
    // Rounds come before places at any time in the order of keys, whatever their names.
    let first = RoundId::new("0").map_or(BoutPlace::AnyTime(0), BoutPlace::Round);
    situation.standing.bouts.range(key(first)..=key(BoutPlace::AnyTime(u8::MAX)))
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
