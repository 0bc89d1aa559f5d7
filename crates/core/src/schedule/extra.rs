//! Bouts that nothing asked for: they stay to be seen, and count toward nothing.

use std::collections::BTreeSet;

use super::amount::{part, seen};
use super::state::{Asks, Window, state};
use super::steps::line_on;
use super::{Agenda, AgendaItem, Situation};
use crate::ids::LineId;
use crate::plan::{Prescription, Revision};
use crate::record::{BoutKey, BoutPlace};
use crate::time::Instant;

/// What was recorded of the day of `agenda` and stands nowhere else in it, in the order of lines and places.
pub(super) fn extras(situation: &Situation<'_>, agenda: &Agenda) -> Vec<AgendaItem> {
    let shown: BTreeSet<&BoutKey> = shown(agenda).map(|item| &item.bout).collect();
    let of_day = situation.standing.of_day(agenda.day).filter(|(bout, known)| {
        !shown.contains(bout) && (known.closed.is_some() || !known.work.is_empty())
    });
    of_day
        .filter_map(|(bout, known)| {
            let (revision, line) = known_line(situation, agenda, bout)?;
            let on_day = line_on(situation, revision, line, bout.day);
            Some(AgendaItem {
                exercise: line.exercise.clone(),
                title: line.title.clone(),
                sheet_no: line.sheet_no.clone(),
                as_written: line.as_written.clone(),
                dose: on_day.dose.clone(),
                side: on_day.side,
                tempo: line.tempo,
                flags: line.flags.clone(),
                safety_question: None,
                lighter: None,
                not_before: None,
                state: state(Some(known), Window::Told, Asks::IfWanted),
                not_required: None,
                record: known.closed.as_ref().map(|(record, _)| *record),
                entered_later: known.entered_later,
                corrected: known.corrected,
                part: part(known, &on_day.dose, on_day.side),
                seen: seen(known, &on_day.dose, on_day.side),
                bout: bout.clone(),
            })
        })
        .collect()
}

/// The line of `bout` as it stood on its day or, where the plan of that day has not got it, in the last
/// revision that had.
fn known_line<'a>(
    situation: &Situation<'a>,
    agenda: &Agenda,
    bout: &BoutKey,
) -> Option<(&'a Revision, &'a Prescription)> {
    let revisions = || situation.revisions.iter().map(|known| &known.revision);
    let of_day = revisions()
        .find(|revision| revision.plan == agenda.plan && revision.number == agenda.revision);
    let of_day = of_day.filter(|revision| revision.plan == bout.plan);
    let others = revisions().filter(|revision| revision.plan == bout.plan).rev();
    let mut candidates = of_day.into_iter().chain(others);
    candidates.find_map(|revision| Some((revision, revision.line(&bout.line)?)))
}

/// Where one more bout of `line` belongs on the day of `agenda`: in the round whose window holds `now`, if it is
/// not answered, else in the next that is open, else in the first that has no answer. When every place of the day
/// is answered it is an extra, at the first place that is free. `None` after 255 of them.
#[must_use]
pub fn place_of_another(agenda: &Agenda, line: &LineId, now: Instant) -> Option<BoutPlace> {
    let rounds = agenda.rounds.iter().flat_map(|round| {
        let is_over = now >= round.ends;
        round.items.iter().map(move |item| (is_over, item))
    });
    let any_time = agenda.any_time.iter().map(|item| (false, item));
    let mut open: Vec<_> = rounds
        .chain(any_time)
        .filter(|(_, item)| item.bout.line == *line && !item.state.is_answered())
        .collect();
    // Sorting keeps the order of the day among those that are over and among those that are not.
    open.sort_by_key(|(is_over, _)| *is_over);
    if let Some((_, item)) = open.first() {
        return Some(item.bout.place.clone());
    }
    let taken: BTreeSet<&BoutPlace> = shown(agenda)
        .chain(&agenda.extras)
        .filter(|item| item.bout.line == *line)
        .map(|item| &item.bout.place)
        .collect();
    let is_offered = |item: &&AgendaItem| item.bout.line == *line;
    let offered = agenda.as_needed.iter().filter_map(|line| line.next.as_ref()).find(is_offered);
    let free = || (1..=u8::MAX).map(BoutPlace::AnyTime).find(|place| !taken.contains(place));
    offered.map(|item| item.bout.place.clone()).or_else(free)
}

/// Every bout that the day shows: asked for, or done because it was needed.
fn shown(agenda: &Agenda) -> impl Iterator<Item = &AgendaItem> {
    agenda.items().chain(agenda.as_needed.iter().flat_map(|line| &line.recorded))
}
