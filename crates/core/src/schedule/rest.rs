//! Days on which less is asked: a pause, and a bad day.

use std::collections::BTreeMap;

use super::{Agenda, AgendaItem, NotRequired, Situation, State};
use crate::ids::LineId;
use crate::plan::{Minimum, Revision};

/// Applies pause and bad day to what the day asks for. What was answered stays as it was.
pub(super) fn apply(agenda: &mut Agenda, situation: &Situation<'_>, revision: &Revision) {
    let is_begun = |item: &AgendaItem| matches!(item.state, State::InProgress | State::Withheld);
    let rest = |item: &mut AgendaItem| {
        if !item.state.is_answered() && !is_begun(item) && item.state != State::Available {
            item.state = State::Paused;
            item.not_required = None;
        }
    };
    if agenda.pause.is_some() {
        // What the week leaves to choose is not offered in a pause, and nobody owes it.
        let is_offered = |item: &AgendaItem| item.state != State::Available;
        agenda.any_time.retain(is_offered);
        agenda.rounds.iter_mut().for_each(|round| round.items.retain(is_offered));
        agenda.rounds.retain(|round| !round.items.is_empty());
        agenda.as_needed.iter_mut().for_each(|line| line.next = None);
        agenda.items_mut().for_each(rest);
        return;
    }
    // Who goes on in the afternoon was asked for nothing in the morning.
    let day = agenda.day;
    let was_paused = |end| end <= situation.now && situation.plan_facts.was_paused_at(day, end);
    let over = agenda.rounds.iter_mut().filter(|round| was_paused(round.ends));
    over.flat_map(|round| &mut round.items).for_each(rest);
    let minimum = revision.bad_day.as_ref().filter(|_| agenda.bad_day.is_some());
    // Where the sheet names no minimum, none is invented, and the day asks for what it asks for.
    let Some(minimum) = minimum.filter(|bad_day| !bad_day.minimum.is_empty()) else { return };
    let mut left: BTreeMap<LineId, u8> =
        minimum.minimum.iter().map(|least| (least.line.clone(), least.bouts)).collect();
    for item in agenda.items() {
        if (was_done(item) || item.state == State::InProgress)
            && let Some(left) = left.get_mut(&item.bout.line)
        {
            *left = left.saturating_sub(1);
        }
    }
    let is_ahead = |item: &AgendaItem| matches!(item.state, State::Due | State::Upcoming);
    let items = agenda.items_mut().filter(|item| is_open_or_empty(item));
    // What can still be done is the minimum; where its windows are over, the last of them were it.
    let (ahead, over): (Vec<_>, Vec<_>) = items.partition(|item| is_ahead(item));
    for item in ahead.into_iter().chain(over.into_iter().rev()) {
        match left.get_mut(&item.bout.line).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => {
                item.state = State::NotRequired;
                item.not_required = Some(NotRequired::BadDay);
            }
        }
    }
}

/// Whether the minimum of a bad day was done: bouts that the day asked for, that were done because they were needed, and
/// what was done beyond it. `None` where the sheet names none, and on other days.
pub(super) fn is_kept(agenda: &Agenda, revision: &Revision) -> Option<bool> {
    let minimum = &revision.bad_day.as_ref().filter(|_| agenda.bad_day.is_some())?.minimum;
    let needed = || agenda.as_needed.iter().flat_map(|line| &line.recorded);
    let is_done = |least: &Minimum| {
        let all = agenda.items().chain(needed()).chain(&agenda.extras);
        let done = all.filter(|item| item.bout.line == least.line && was_done(item));
        done.count() >= usize::from(least.bouts)
    };
    (!minimum.is_empty()).then(|| minimum.iter().all(is_done))
}

fn was_done(item: &AgendaItem) -> bool {
    matches!(item.state, State::Done | State::Partly { .. })
}

/// Whether nobody has said what became of it, and no session has begun it.
fn is_open_or_empty(item: &AgendaItem) -> bool {
    !item.state.is_answered()
        && !matches!(
            item.state,
            State::InProgress
                | State::Withheld
                | State::Available
                | State::NotRequired
                | State::Paused
        )
}
