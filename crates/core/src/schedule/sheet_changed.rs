//! A newer sheet on the day that it was taken in: what it leaves out is not asked for again.
//!
//! It holds from tomorrow where the day was under way, so that nothing that was done this morning is asked for twice. A
//! line that somebody of the team stopped is not done once more for that, nor more often or more of it than the team asks
//! for by then: from the moment of the newer sheet nothing asks for it, and what was over by then stays as it was. Of a sheet
//! under another name the limits alone act: its lines are other lines.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::amount::tell_what_was_seen;
use super::clock::clock_round;
use super::days_off::{off_on, was_shifted_to};
use super::steps::line_on;
use super::waits::{is_locked, is_of_day};
use super::withheld::is_less;
use super::{Agenda, AgendaAsNeeded, AgendaItem, InForce, NotRequired, Situation, State};
use crate::ids::LineId;
use crate::plan::{Bouts, Dose, Frequency, Revision};
use crate::record::{BoutPlace, StandingBout};
use crate::time::{Day, Instant};

/// A newer sheet that acts before its first day.
#[derive(Clone, Copy)]
pub(super) struct Newer<'a> {
    pub(super) known: &'a InForce,
    /// The sheet that already waited for a later day when this one was taken in to stand in its place. Then that alone acts
    /// in which they differ: all else was meant for that day.
    pub(super) waited: Option<&'a InForce>,
}

/// The sheets that act on `day` beside `revision`, which holds on it: the last of its plan, and of others the last, where it
/// came after that.
pub(super) fn newer_sheets<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    day: Day,
) -> impl Iterator<Item = Newer<'a>> {
    let of_plan = newer_of_plan(situation, revision, day, situation.now);
    let is_of_another = |known: &&InForce| {
        known.revision.plan != revision.plan
            && was_taken_in_on(situation, known, day, situation.now)
    };
    let last = situation.revisions.iter().filter(is_of_another).max_by_key(when);
    let is_last = |other: &&InForce| of_plan.is_none_or(|newer| when(other) > when(&newer.known));
    let of_another = last.filter(is_last).map(|known| Newer { known, waited: None });
    of_plan.into_iter().chain(of_another)
}

/// The newer sheet of the plan of `revision` that acts on `day`, as far as it was known `at` that moment: the last that was
/// taken in on that day and would hold on it, were it not under way; else the last that was taken in since another began to
/// wait for the same later day. One that waits for a later day by itself changes nothing before that day.
pub(super) fn newer_of_plan<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    day: Day,
    at: Instant,
) -> Option<Newer<'a>> {
    let ends = LazyCell::new(|| situation.span(day).1);
    // What was taken in later changes nothing of a day that is over.
    let is_newer = |known: &&InForce| {
        known.revision.plan == revision.plan
            && known.revision.number > revision.number
            && known.from > day
            && known.imported_at <= at
            && known.imported_at < *ends
    };
    let newer = || situation.revisions.iter().filter(is_newer);
    let came_on_day = |known: &&InForce| was_taken_in_on(situation, known, day, at);
    if let Some(known) = newer().filter(came_on_day).max_by_key(when) {
        return Some(Newer { known, waited: None });
    }
    let last = newer().max_by_key(when)?;
    let waited = newer().filter(|known| known.from == last.from).min_by_key(when);
    let waited = waited.filter(|first| when(first) < when(&last))?;
    Some(Newer { known: last, waited: Some(waited) })
}

fn when(known: &&InForce) -> (Instant, u32) {
    (known.imported_at, known.revision.number)
}

/// Whether a sheet was taken in on `day` by the moment `at`, and would hold on that day, were it not under way.
fn was_taken_in_on(situation: &Situation<'_>, known: &InForce, day: Day, at: Instant) -> bool {
    known.revision.starts <= day
        && known.from == day.plus(1)
        && known.imported_at <= at
        && known.imported_at >= situation.span(day).0
}

/// What a newer sheet makes of a line of the day.
#[derive(PartialEq)]
enum Becomes<'a> {
    /// It forbids it, or has not got it on this day.
    LeftOut,
    /// It has it only for who wants it, so many times a day, after this question.
    IfNeeded(Option<u8>, Option<&'a String>, Box<Dose>),
    /// It asks for it this often, with this dose.
    Asked(&'a Bouts, Box<Dose>),
    /// It changes nothing of it yet: lines of another plan are other lines, and what waited for a later day waits.
    Other,
}

/// What `newer` makes of `line` of `revision` on `day`.
fn becomes<'a>(
    situation: &Situation<'_>,
    newer: Newer<'a>,
    of: (&Revision, &LineId),
    day: Day,
) -> Becomes<'a> {
    let made = made_by(situation, newer.known, of, day);
    let as_waited = newer.waited.is_some_and(|waited| made_by(situation, waited, of, day) == made);
    if as_waited { Becomes::Other } else { made }
}

/// What the sheet `newer` makes of `line` of `revision` on `day`. It leaves the line out where it has not got it, where it is off, where
/// a limit forbids it, where it waits for an OK, and where `day` is none of its days. What only begins with the first day of
/// the newer sheet goes on until then, as often and as much as it does there.
fn made_by<'a>(
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
        Frequency::AsNeeded { most_a_day, ask_first, .. } => {
            Becomes::IfNeeded(*most_a_day, ask_first.as_ref(), Box::new(on_day.dose))
        }
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
    newer: Newer<'_>,
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

/// Makes of the dose of `item` what `newer` asks less of: how much is counted, and the weight. Of a weight that is not known
/// to be less, nothing is taken, nor of how far to go.
fn take_less(situation: &Situation<'_>, item: &mut AgendaItem, newer: &Dose) {
    let before = item.dose.clone();
    let has_less_load =
        before.load_kg.zip(newer.load_kg).is_some_and(|(before, newer)| newer < before);
    let load = if has_less_load { newer } else { &before }.clone();
    if is_less(newer, &before) {
        item.dose =
            Dose { rest_seconds: before.rest_seconds, range: before.range, ..newer.clone() };
        tell_what_was_seen(situation, item);
    }
    let dose = &mut item.dose;
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
    (revision, newer): (&Revision, Newer<'_>),
    day_ends: Instant,
) {
    let day = agenda.day;
    let mut places: BTreeMap<LineId, Vec<BoutPlace>> = BTreeMap::new();
    for item in agenda.items() {
        places.entry(item.bout.line.clone()).or_default().push(item.bout.place.clone());
    }
    let of_line = |line: &LineId| becomes(situation, newer, (revision, line), day);
    let leave_out = |items: &mut Vec<AgendaItem>, ends: Instant| {
        if ends <= newer.known.imported_at {
            return;
        }
        items.retain_mut(|item| {
            let is_out = match of_line(&item.bout.line) {
                Becomes::Other => false,
                Becomes::LeftOut | Becomes::IfNeeded(..) => true,
                Becomes::Asked(bouts, dose) => {
                    let is_open = matches!(
                        item.state,
                        State::Upcoming | State::Due | State::Available | State::InProgress
                    );
                    if is_open {
                        take_less(situation, item, &dose);
                    }
                    let of_line = &places[&item.bout.line];
                    !has_place((&newer.known.revision, bouts), &item.bout.place, of_line, day)
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
    for needed in &mut agenda.as_needed {
        match of_line(&needed.line) {
            Becomes::LeftOut => needed.next = None,
            Becomes::IfNeeded(most, ask_first, dose) => {
                need_less(situation, needed, (most, ask_first, &dose));
            }
            Becomes::Asked(..) | Becomes::Other => {}
        }
    }
}

/// Offers no more of what is done when it is needed than a newer sheet does, and not without its question.
fn need_less(
    situation: &Situation<'_>,
    needed: &mut AgendaAsNeeded,
    (most, ask_first, dose): (Option<u8>, Option<&String>, &Dose),
) {
    needed.most_a_day = needed.most_a_day.into_iter().chain(most).min();
    needed.ask_first = ask_first.or(needed.ask_first.as_ref()).cloned();
    let done = needed.recorded.iter().filter(|item| {
        situation.standing.bouts.get(&item.bout).is_some_and(StandingBout::was_done)
    });
    if needed.most_a_day.is_some_and(|most| done.count() >= usize::from(most)) {
        needed.next = None;
    }
    let begun = needed.recorded.iter_mut().filter(|item| item.state == State::InProgress);
    for item in begun.chain(&mut needed.next) {
        take_less(situation, item, dose);
    }
}
