//! An operation that was put off: a plan that counts from a day on which nobody operates is not begun.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::day_of::DayOf;
use super::{Agenda, AgendaItem, InForce, Situation, State};
use crate::plan::Revision;
use crate::time::{Day, Instant, week_after_surgery};

/// An operation that is on a later day than the one that the plan counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PutOff {
    /// The day of the operation, as the person said it.
    pub to: Day,
    /// The day that the plan counts from. From it on nothing of the plan is asked for.
    pub counts_from: Day,
    /// The first day of a plan that was taken in and counts from the person's day, or a later one.
    pub next: Option<Day>,
    /// Whether the day in question has come to the one that the plan counts from: it asks for nothing.
    pub holds: bool,
}

/// The day to which the operation is put off, as far as the person had said so by `at`: they named a day that had not passed when they said
/// it, and that is later than the plan's. Whoever then says when it really was, names another day that the plan does not
/// count from; only a day that is not later than the plan's ends it. A day that had passed when the plan was taken in puts
/// nothing off: whoever took it in knew better.
fn put_off_at(situation: &Situation<'_>, revision: &Revision, at: Instant) -> Option<Day> {
    let counts_from = revision.surgery.date;
    let of = |known: &&InForce| std::ptr::eq(&known.revision, revision);
    let taken_in = situation.revisions.iter().find(of).map(|known| known.imported_at)?;
    let taken_in = Day(situation.whereabouts.zone(taken_in).local(taken_in).date());
    let said = situation.plan_facts.operations.iter().take_while(|said| said.at < at);
    said.fold(None, |to, said| {
        let lay_ahead = said.date >= said.on.max(taken_in);
        let is_later = said.date > counts_from && (to.is_some() || lay_ahead);
        is_later.then_some(said.date)
    })
}

/// Whether, when `day` ended or as far as is known, nothing of `revision` was asked for because the operation is put off.
pub(super) fn holds_on(situation: &Situation<'_>, revision: &Revision, day: Day) -> bool {
    let counts_from = revision.surgery.date;
    // Nearly nobody's operation is put off, and this is asked often.
    let may_hold = situation.plan_facts.operations.iter().any(|said| said.date > counts_from);
    may_hold && day >= counts_from && {
        let ends = situation.span(day).1;
        put_off_at(situation, revision, ends).is_some()
    }
}

/// Leaves out of the day what the plan counts from an operation that is put off. What was answered, and what was over
/// when the person said so, stays as it was.
pub(super) fn apply(agenda: &mut Agenda, day_of: &DayOf<'_>) {
    let DayOf { situation, revision, day, .. } = *day_of;
    agenda.put_off = put_off_at(situation, revision, day_of.span.1).map(|to| {
        let counts = |known: &&InForce| known.from > day && known.revision.surgery.date >= to;
        let next = situation.revisions.iter().filter(counts).map(|known| known.from).min();
        let counts_from = revision.surgery.date;
        PutOff { to, counts_from, next, holds: day >= counts_from }
    });
    if let Some(put_off) = agenda.put_off {
        agenda.after_surgery = day.days_after(put_off.to);
        agenda.week = week_after_surgery(agenda.after_surgery);
    }
    if agenda.is_put_off() {
        agenda.review_was_due = None;
    }
    if day < revision.surgery.date || situation.plan_facts.operations.is_empty() {
        return;
    }
    let leave_out = |items: &mut Vec<AgendaItem>, ends: Instant| {
        if put_off_at(situation, revision, ends).is_none() {
            return;
        }
        items.retain(|item| item.state.is_answered() || item.state == State::InProgress);
        // What was done of it stays, and nobody is led back to the rest.
        let begun = items.iter_mut().filter(|item| item.state == State::InProgress);
        begun.for_each(|item| item.state = State::Partly { reason: None });
    };
    for round in &mut agenda.rounds {
        leave_out(&mut round.items, round.ends);
    }
    agenda.rounds.retain(|round| !round.items.is_empty());
    leave_out(&mut agenda.any_time, day_of.whole_day.1);
    if agenda.is_put_off() {
        agenda.as_needed.iter_mut().for_each(|needed| needed.next = None);
        agenda.as_needed.retain(|needed| !needed.recorded.is_empty());
    }
}

impl Agenda {
    /// Whether the day asks for nothing because the operation that it counts from is put off.
    #[must_use]
    pub fn is_put_off(&self) -> bool {
        self.put_off.is_some_and(|put_off| put_off.holds)
    }
}
