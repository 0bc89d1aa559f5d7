//! What is stopped for now, and doses that pain changed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::{AskedOf, asked_of};
use super::pain::{Does, Effect, StopBecause, changed, effect};
use super::{Agenda, AgendaItem, Lighter, LighterBecause, Situation, State};
use crate::ids::{LineId, PlanId, RecordId};
use crate::plan::{Dose, Revision};
use crate::record::{BoutKey, BoutPlace, SaidOfLine, StandingBout};
use crate::time::{Day, Instant};

/// How far back a rule about the next bouts is followed, in days. What has waited longer is over.
const LONGEST: i32 = 28;

/// A line that is stopped for now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaStop {
    /// The records that stopped it.
    pub records: Vec<RecordId>,
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The day on which it was stopped.
    pub since: Day,
    /// Why.
    pub because: StopBecause,
    /// The sheet's words of the rule.
    pub as_written: Option<String>,
    /// The name of the contact to ring, where the rule names one.
    pub ring: Option<String>,
    /// For how many bouts; `None` until somebody of the team was spoken to.
    pub bouts: Option<u8>,
    /// Until when the team said that it is to be left. That day stands above the number of bouts.
    pub until: Option<StoppedUntil>,
}

/// Until when the team said that a line is to be left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoppedUntil {
    /// The first day on which it is asked for again.
    pub day: Day,
    /// Who said it.
    pub who: Option<String>,
}

/// A bout that a day asked for, with the end of its window.
struct Occurrence {
    day: Day,
    place: BoutPlace,
    ends: Instant,
}

/// Withholds what is stopped, and changes the doses that pain changed.
pub(super) fn apply(asked: &mut AskedOf<'_>, situation: &Situation<'_>) {
    let AskedOf { agenda, revision, doses, .. } = asked;
    let revision: &Revision = revision;
    let of_plan = situation.plan_facts.stops.iter().filter(|said| said.plan == revision.plan);
    let effects: Vec<(LineId, Effect<'_>)> = of_plan
        .flat_map(|said| {
            let lines = revision.lines.iter();
            lines.filter_map(|line| {
                Some((line.id.clone(), effect(situation.revisions, said, &line.id)?))
            })
        })
        .collect();
    if effects.is_empty() {
        return;
    }
    let day_ends = situation.whereabouts.span(agenda.day, |day| revision.day_start_on(day)).1;
    let ends: Vec<(BoutKey, Instant)> =
        occurrences(agenda, day_ends).map(|(item, ends)| (item.bout.clone(), ends)).collect();
    let end_of = |bout: &BoutKey| {
        ends.iter().find(|(known, _)| known == bout).map_or(day_ends, |(_, ends)| *ends)
    };
    for item in agenda.items_mut() {
        let at = situation.now.min(end_of(&item.bout));
        let of_line = effects.iter().filter(|(line, _)| *line == item.bout.line);
        // What had been done by then was as it was.
        let ended = situation.standing.bouts.get(&item.bout).and_then(|known| known.ended);
        let holding: Vec<&Effect<'_>> = of_line
            .map(|(_, effect)| effect)
            .filter(|effect| ended.is_none_or(|ended| ended > effect.said.at))
            .filter(|effect| holds_for(situation, effect, &item.bout, at))
            .collect();
        let whole = doses.iter().find(|(line, _)| *line == item.bout.line);
        change_dose(item, whole.map(|(_, dose)| dose), &holding);
        let is_stopped = holding.iter().any(|effect| matches!(effect.does, Does::Stop(..)));
        let is_open = !item.state.is_answered()
            && !matches!(item.state, State::InProgress | State::NotRequired | State::Unknown);
        if is_stopped && is_open {
            item.state = State::Withheld;
        }
    }
    for needed in &mut agenda.as_needed {
        let bout = needed.next.as_ref().map(|next| next.bout.clone());
        let is_stopped = bout.is_some_and(|bout| {
            effects.iter().any(|(line, effect)| {
                *line == bout.line
                    && matches!(effect.does, Does::Stop(..))
                    && holds_for(situation, effect, &bout, situation.now.min(day_ends))
            })
        });
        if is_stopped {
            needed.next = None;
        }
    }
    agenda.stops = stops(situation, revision, agenda, &effects);
}

/// The last change that holds changes the dose of a bout, in the place of what a pause changed.
fn change_dose(item: &mut AgendaItem, whole: Option<&Dose>, holding: &[&Effect<'_>]) {
    let last = holding.iter().rev().find_map(|effect| match effect.does {
        Does::Change(rule) => Some(rule),
        Does::Stop(..) => None,
    });
    if let Some((rule, whole)) = last.zip(whole) {
        item.dose = changed(rule, whole);
        let as_written = rule.as_written.clone();
        item.lighter = Some(Lighter { because: LighterBecause::Pain, as_written });
    }
}

/// The bouts of the day in its order, each with the end of its window.
fn occurrences(agenda: &Agenda, day_ends: Instant) -> impl Iterator<Item = (&AgendaItem, Instant)> {
    let rounds = agenda.rounds.iter();
    let in_rounds = rounds.flat_map(|round| round.items.iter().map(|item| (item, round.ends)));
    in_rounds.chain(agenda.any_time.iter().map(move |item| (item, day_ends)))
}

/// Whether `effect` holds for `bout`, as far as was known `at` that moment.
fn holds_for(situation: &Situation<'_>, effect: &Effect<'_>, bout: &BoutKey, at: Instant) -> bool {
    effect.holds_at(situation, bout.day, at)
        && (effect.left_until(situation, bout.day, at).is_some()
            || !is_used_up(situation, effect, bout))
}

/// Whether `effect` was for so many bouts, and as many came before `bout`. A stop is used up by the bouts that
/// were asked for; another dose by those that were done, since one that was left out was not lighter.
fn is_used_up(situation: &Situation<'_>, effect: &Effect<'_>, bout: &BoutKey) -> bool {
    let Some(bouts) = effect.bouts else { return false };
    if bout.day.days_after(effect.said.day) > LONGEST {
        return true;
    }
    let came_in = match &effect.said.said {
        SaidOfLine::Hurt(hurt) => hurt.bout.clone().map(|place| (effect.said.day, place)),
        SaidOfLine::AskedAndYes(..) => None,
    };
    let asked = effect
        .said
        .day
        .through(bout.day)
        .flat_map(|day| asked_on(situation, &bout.plan, &bout.line, day));
    let before = asked
        .take_while(|one| (one.day, &one.place) != (bout.day, &bout.place))
        .filter(|one| one.ends > effect.said.at)
        .filter(|one| {
            came_in.as_ref().is_none_or(|(day, place)| (one.day, &one.place) != (*day, place))
        });
    let count = match effect.does {
        Does::Stop(..) => before.count(),
        Does::Change(_) => before.filter(|one| was_done(situation, bout, one)).count(),
    };
    count >= usize::from(bouts)
}

fn was_done(situation: &Situation<'_>, of: &BoutKey, one: &Occurrence) -> bool {
    let key = BoutKey { day: one.day, place: one.place.clone(), ..of.clone() };
    situation.standing.bouts.get(&key).is_some_and(StandingBout::was_done)
}

/// The bouts of `line` that `day` asked for.
fn asked_on(situation: &Situation<'_>, plan: &PlanId, line: &LineId, day: Day) -> Vec<Occurrence> {
    let Some(AskedOf { agenda, revision, .. }) = asked_of(situation, day) else {
        return Vec::new();
    };
    let day_ends = situation.whereabouts.span(day, |day| revision.day_start_on(day)).1;
    let of_line = occurrences(&agenda, day_ends).filter(|(item, _)| {
        item.bout.line == *line
            && item.bout.plan == *plan
            && !matches!(item.state, State::Available | State::NotRequired)
    });
    of_line.map(|(item, ends)| Occurrence { day, place: item.bout.place.clone(), ends }).collect()
}

/// What is stopped on the day, for the person to read: each with why, and whom to ring.
fn stops(
    situation: &Situation<'_>,
    revision: &Revision,
    agenda: &Agenda,
    effects: &[(LineId, Effect<'_>)],
) -> Vec<AgendaStop> {
    let is_withheld = |line: &LineId| {
        let mut items = agenda.items();
        let is_needed = || agenda.as_needed.iter().any(|needed| needed.line == *line);
        items.any(|item| item.bout.line == *line && item.state == State::Withheld) || is_needed()
    };
    let shown = effects.iter().filter_map(|(line, effect)| {
        let Does::Stop(because, rule) = effect.does else { return None };
        let (day, now) = (agenda.day, situation.now);
        let until = effect.left_until(situation, day, now);
        let is_shown = is_withheld(line) || effect.bouts.is_none() || until.is_some();
        if !is_shown || !effect.holds_at(situation, day, now) {
            return None;
        }
        Some(AgendaStop {
            records: vec![effect.said.record],
            line: line.clone(),
            title: revision.line(line)?.title.clone(),
            since: effect.said.day,
            because,
            as_written: rule.map(|rule| rule.as_written.clone()),
            ring: rule.and_then(|rule| rule.ring.clone()),
            bouts: effect.bouts,
            until: until.map(|(day, said)| StoppedUntil { day, who: said.who.clone() }),
        })
    });
    // Said twice of one line, it is read once, and whoever is spoken to about it speaks of both.
    let mut once: Vec<AgendaStop> = Vec::new();
    for stop in shown.filter(|_| agenda.is_today) {
        match once.iter_mut().find(|known| known.line == stop.line) {
            Some(known) => {
                known.records.extend(stop.records);
                // What ends last ends it; what nobody has set a day for ends later than any.
                let later = known.until.take().zip(stop.until);
                known.until = later.map(|(a, b)| if a.day < b.day { b } else { a });
                known.bouts = known.bouts.zip(stop.bouts).map(|(a, b)| a.max(b));
            }
            None => once.push(stop),
        }
    }
    once
}
