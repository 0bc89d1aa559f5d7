//! A newer sheet on the day that it was taken in: what it leaves out is not asked for again.
//!
//! It holds from tomorrow where the day was under way, so that nothing that was done this morning is asked for twice. A
//! line that somebody of the team stopped is not done once more for that, nor more often or more of it than the team asks
//! for by then: from the moment of the newer sheet nothing asks for it, and what was over by then stays as it was. Of a sheet
//! under another name the limits alone act: its lines are other lines.

use std::collections::BTreeMap;

use super::clock::clock_round;
use super::days_off::{off_on, was_shifted_to};
use super::steps::line_on;
use super::waits::{is_locked, is_of_day};
use super::withheld::is_less;
use super::{Agenda, AgendaItem, InForce, NotRequired, Situation, State};
use crate::ids::LineId;
use crate::plan::{Bouts, Dose, Frequency, Revision};
use crate::record::BoutPlace;
use crate::time::{Day, Instant};

/// The sheets that were taken in on `day` and would hold on it, were it not under way: the last of the plan of `revision`, and
/// of others the last, where it came after that. One that was taken in before, for a later day that the person chose, changes
/// nothing before that day.
pub(super) fn newer_sheets<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    day: Day,
) -> impl Iterator<Item = &'a InForce> {
    let of_plan = newer_of_plan(situation, revision, day, situation.now);
    let is_of_another = |known: &&InForce| {
        known.revision.plan != revision.plan && was_taken_in(situation, known, day, situation.now)
    };
    let of_another = situation.revisions.iter().filter(is_of_another).max_by_key(when);
    let of_another =
        of_another.filter(|other| of_plan.is_none_or(|of_plan| when(other) > when(&of_plan)));
    of_plan.into_iter().chain(of_another)
}

/// The last sheet of the plan of `revision` that was taken in on `day`, by the moment `at`, as [`newer_sheets`] has it.
pub(super) fn newer_of_plan<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    day: Day,
    at: Instant,
) -> Option<&'a InForce> {
    let is_newer = |known: &&InForce| {
        known.revision.plan == revision.plan
            && known.revision.number > revision.number
            && was_taken_in(situation, known, day, at)
    };
    situation.revisions.iter().filter(is_newer).max_by_key(when)
}

fn when(known: &&InForce) -> (Instant, u32) {
    (known.imported_at, known.revision.number)
}

fn was_taken_in(situation: &Situation<'_>, known: &InForce, day: Day, at: Instant) -> bool {
    known.revision.starts <= day
        && known.from == day.plus(1)
        && known.imported_at <= at
        && known.imported_at >= situation.span(day).0
}

/// What a newer sheet makes of a line of the day.
enum Becomes<'a> {
    /// It forbids it, or has not got it on this day.
    LeftOut,
    /// It has it only for who wants it.
    IfNeeded,
    /// It asks for it this often, with this dose.
    Asked(&'a Bouts, Box<Dose>),
    /// It says nothing of it: lines of another plan are other lines.
    Other,
}

/// What `newer` makes of `line` of `revision` on `day`. It leaves the line out where it has not got it, where it is off, where
/// a limit forbids it, where it waits for an OK, and where `day` is none of its days. What only begins with the first day of
/// the newer sheet goes on until then, as often and as much as it does there.
fn becomes<'a>(
    situation: &Situation<'_>,
    newer: &'a InForce,
    (revision, line): (&Revision, &LineId),
    day: Day,
) -> Becomes<'a> {
    let sheet = &newer.revision;
    if sheet.plan != revision.plan {
        let line = revision.line(line);
        let is_forbidden = line.is_some_and(|line| is_locked(situation, sheet, line, day));
        return if is_forbidden { Becomes::LeftOut } else { Becomes::Other };
    }
    let Some(found) = sheet.line(line) else { return Becomes::LeftOut };
    let has = |on: &Day| is_of_day(situation, sheet, found, *on);
    let Some(on) = [day, newer.from].into_iter().find(has) else { return Becomes::LeftOut };
    if found.off || is_locked(situation, sheet, found, day) {
        return Becomes::LeftOut;
    }
    let on_day = line_on(situation, sheet, found, on);
    match on_day.frequency {
        Frequency::Technique => Becomes::LeftOut,
        Frequency::AsNeeded { .. } => Becomes::IfNeeded,
        // Which days a week chooses, and whose turn it is, was the present sheet's to say.
        Frequency::Due { days, .. }
            if off_on(sheet, found, on).is_some()
                || days.include(on) == Some(false)
                    && !was_shifted_to(situation, sheet, found, on) =>
        {
            Becomes::LeftOut
        }
        Frequency::Due { bouts, .. } => Becomes::Asked(bouts, Box::new(on_day.dose)),
    }
}

/// Whether `newer` leaves `line` of `revision` out on `day`.
pub(super) fn leaves_out(
    situation: &Situation<'_>,
    newer: &InForce,
    of: (&Revision, &LineId),
    day: Day,
) -> bool {
    matches!(becomes(situation, newer, of, day), Becomes::LeftOut)
}

/// Whether `sheet` asks for a line, as often as `bouts` says, at `place` of `day`, one of the `places` of the present sheet in
/// their order. Rounds that both have are told by their names; all else is counted.
fn has_place(
    (sheet, bouts): (&Revision, &Bouts),
    place: &BoutPlace,
    places: &[BoutPlace],
    day: Day,
) -> bool {
    let (rounds, most) = match bouts {
        Bouts::InRounds(rounds) => (rounds.clone(), rounds.len()),
        Bouts::AnyTime { most, .. } => (Vec::new(), usize::from(*most)),
        Bouts::EveryHours { .. } => {
            let times = sheet.clock_times_on(bouts, day);
            (times.iter().filter_map(|at| clock_round(*at)).collect(), times.len())
        }
    };
    let is_there =
        |place: &BoutPlace| matches!(place, BoutPlace::Round(round) if rounds.contains(round));
    if places.iter().any(is_there) {
        return is_there(place);
    }
    places.iter().take(most).any(|one| one == place)
}

/// Makes of `dose` what `newer` asks less of: how much is counted, and the weight. Of a weight that is not known to be less,
/// nothing is taken, nor of how far to go.
fn take_less(dose: &mut Dose, newer: &Dose) {
    let before = dose.clone();
    let has_less_load =
        before.load_kg.zip(newer.load_kg).is_some_and(|(before, newer)| newer < before);
    let load = if has_less_load { newer } else { &before }.clone();
    if is_less(newer, &before) {
        *dose = Dose { rest_seconds: before.rest_seconds, range: before.range, ..newer.clone() };
    }
    (dose.load, dose.load_kg) = (load.load, load.load_kg);
    (dose.load_most, dose.load_most_kg) = (load.load_most, load.load_most_kg);
}

/// Asks no more for what a newer sheet leaves out, and no longer for more than it does, as far as its window was not over.
/// `day_ends` is the end of the window of what has no round.
pub(super) fn apply(
    agenda: &mut Agenda,
    situation: &Situation<'_>,
    revision: &Revision,
    day_ends: Instant,
) {
    for newer in newer_sheets(situation, revision, agenda.day) {
        apply_one(agenda, situation, (revision, newer), day_ends);
    }
}

fn apply_one(
    agenda: &mut Agenda,
    situation: &Situation<'_>,
    (revision, newer): (&Revision, &InForce),
    day_ends: Instant,
) {
    let day = agenda.day;
    let mut places: BTreeMap<LineId, Vec<BoutPlace>> = BTreeMap::new();
    for item in agenda.items() {
        places.entry(item.bout.line.clone()).or_default().push(item.bout.place.clone());
    }
    let of_line = |line: &LineId| becomes(situation, newer, (revision, line), day);
    let leave_out = |items: &mut Vec<AgendaItem>, ends: Instant| {
        if ends <= newer.imported_at {
            return;
        }
        items.retain_mut(|item| {
            let is_out = match of_line(&item.bout.line) {
                Becomes::Other => false,
                Becomes::LeftOut | Becomes::IfNeeded => true,
                Becomes::Asked(bouts, dose) => {
                    let is_to_come =
                        matches!(item.state, State::Upcoming | State::Due | State::Available);
                    if is_to_come {
                        take_less(&mut item.dose, &dose);
                    }
                    let of_line = &places[&item.bout.line];
                    !has_place((&newer.revision, bouts), &item.bout.place, of_line, day)
                }
            };
            match item.state {
                // What the week leaves to choose is not offered, and nobody owes it.
                State::Available if is_out => return false,
                // What was done of it stays, and nobody is led back to the rest.
                State::InProgress if is_out => item.state = State::Partly { reason: None },
                State::Upcoming | State::Due | State::NotReminded | State::NoEntry if is_out => {
                    item.state = State::NotRequired;
                    item.not_required = Some(NotRequired::SheetChanged);
                }
                _ => {}
            }
            true
        });
    };
    for round in &mut agenda.rounds {
        leave_out(&mut round.items, round.ends);
    }
    agenda.rounds.retain(|round| !round.items.is_empty());
    leave_out(&mut agenda.any_time, day_ends);
    let is_out = |line: &LineId| matches!(of_line(line), Becomes::LeftOut);
    let needed = agenda.as_needed.iter_mut().filter(|needed| is_out(&needed.line));
    needed.for_each(|needed| needed.next = None);
}
