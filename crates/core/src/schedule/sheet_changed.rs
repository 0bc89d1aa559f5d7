//! A newer sheet on the day that it was taken in: what it leaves out is not asked for again.
//!
//! It holds from tomorrow where the day was under way, so that nothing that was done this morning is asked for twice. A
//! line that somebody of the team stopped is not done once more for that: from the moment of the newer sheet nothing asks
//! for it, and what was over by then stays as it was.

use super::waits::{is_locked, is_of_day};
use super::{Agenda, AgendaItem, InForce, NotRequired, Situation, State};
use crate::ids::LineId;
use crate::plan::Revision;
use crate::time::{Day, Instant};

/// The sheet that was taken in on `day` and would hold on it, were it not under way; of several the last. One that was taken
/// in before, for a later day that the person chose, changes nothing before that day.
pub(super) fn newer_sheet<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    day: Day,
) -> Option<&'a InForce> {
    let begins = || situation.span(day).0;
    let is_newer = |known: &&InForce| {
        let other = &known.revision;
        other.plan == revision.plan
            && other.number > revision.number
            && other.starts <= day
            && known.from == day.plus(1)
            && known.imported_at <= situation.now
            && known.imported_at >= begins()
    };
    let newer = situation.revisions.iter().filter(is_newer);
    newer.max_by_key(|known| (known.imported_at, known.revision.number))
}

/// Whether `newer` leaves `line` out on `day`: it has not got it, it is off, a limit forbids it, it waits for an OK, or `day`
/// is none of its days. What only begins with the first day of the newer sheet goes on until then.
pub(super) fn leaves_out(
    situation: &Situation<'_>,
    newer: &InForce,
    line: &LineId,
    day: Day,
) -> bool {
    let revision = &newer.revision;
    revision.line(line).is_none_or(|found| {
        let has = |on| is_of_day(situation, revision, found, on);
        found.off || is_locked(situation, revision, found, day) || !(has(day) || has(newer.from))
    })
}

/// Asks no more for what a newer sheet leaves out, as far as its window was not over. `day_ends` is the end of the window
/// of what has no round.
pub(super) fn apply(
    agenda: &mut Agenda,
    situation: &Situation<'_>,
    revision: &Revision,
    day_ends: Instant,
) {
    let day = agenda.day;
    let Some(newer) = newer_sheet(situation, revision, day) else { return };
    let is_out = |line: &LineId| leaves_out(situation, newer, line, day);
    let leave_out = |items: &mut Vec<AgendaItem>, ends: Instant| {
        if ends <= newer.imported_at {
            return;
        }
        // What the week leaves to choose is not offered, and nobody owes it.
        items.retain(|item| item.state != State::Available || !is_out(&item.bout.line));
        for item in items.iter_mut().filter(|item| is_out(&item.bout.line)) {
            match item.state {
                // What was done of it stays, and nobody is led back to the rest.
                State::InProgress => item.state = State::Partly { reason: None },
                State::Upcoming | State::Due | State::NotReminded | State::NoEntry => {
                    item.state = State::NotRequired;
                    item.not_required = Some(NotRequired::SheetChanged);
                }
                _ => {}
            }
        }
    };
    for round in &mut agenda.rounds {
        leave_out(&mut round.items, round.ends);
    }
    agenda.rounds.retain(|round| !round.items.is_empty());
    leave_out(&mut agenda.any_time, day_ends);
    let needed = agenda.as_needed.iter_mut().filter(|needed| is_out(&needed.line));
    needed.for_each(|needed| needed.next = None);
}
