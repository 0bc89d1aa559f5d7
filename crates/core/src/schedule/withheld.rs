//! What is stopped for now, and doses that pain changed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::AskedOf;
use super::amount::tell_what_was_seen;
use super::asked::has_bouts;
use super::bouts_since::{AskedDays, counted_from, is_used_up, left_now, occurrences};
use super::effects::{OfLine, Said};
use super::pain::{Does, Effect, StopBecause, changed};
use super::steps::line_on;
use super::{AgendaItem, Lighter, LighterBecause, Situation, State};
use crate::ids::{LineId, RecordId};
use crate::plan::{Counted, Dose, Frequency, Prescription, Revision};
use crate::record::BoutKey;
use crate::time::{Day, Instant};

/// What is stopped for now: every line that the same answers stopped by one rule. One word sets free whatever the same
/// answers stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaStop {
    /// The records that stopped it.
    pub records: Vec<RecordId>,
    /// The lines, at least one, in the order in which they were stopped.
    pub lines: Vec<StoppedLine>,
    /// The day on which it was stopped.
    pub since: Day,
    /// Why.
    pub because: StopBecause,
    /// The sheet's words of the rule.
    pub as_written: Option<String>,
    /// The name of the contact to ring, where the rule names one.
    pub ring: Option<String>,
    /// For how many bouts that are still to come, at most for each line; `None` until somebody of the team was spoken to.
    pub bouts: Option<u8>,
    /// Until when the team said that it is to be left. That day stands above the number of bouts.
    pub until: Option<StoppedUntil>,
}

/// A line that is stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoppedLine {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
}

/// Until when the team said that a line is to be left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoppedUntil {
    /// The first day on which it is asked for again.
    pub day: Day,
    /// Who said it.
    pub who: Option<String>,
}

/// Withholds what is stopped, and changes the doses that pain changed.
pub(super) fn apply<'a>(asked: &mut AskedOf<'a>, situation: &Situation<'a>, said: &mut Said<'a>) {
    let AskedOf { agenda, revision, doses, whole_day, .. } = asked;
    let (revision, day_ends): (&'a Revision, _) = (revision, whole_day.1);
    if situation.plan_facts.stops.is_empty() {
        return;
    }
    let (effects, asked_days) = said.on(situation, revision, agenda.day);
    if effects.is_empty() {
        return;
    }
    let has_effect = |line: &LineId| effects.iter().any(|known| *known.line == *line);
    let ends: Vec<(BoutKey, Instant)> = occurrences(agenda, day_ends)
        .filter(|(item, _)| has_effect(&item.bout.line))
        .map(|(item, ends)| (item.bout.clone(), ends))
        .collect();
    let counted = effects.iter().filter(|known| known.effect.bouts.is_some());
    let since = counted.map(|known| counted_from(known.effect.said)).min();
    asked_days.forget_before(since.unwrap_or(agenda.day));
    let end_of = |bout: &BoutKey| {
        ends.iter().find(|(known, _)| known == bout).map_or(day_ends, |(_, ends)| *ends)
    };
    // Changes the dose of a bout, and answers whether it is stopped.
    let mut is_stopped = |item: &mut AgendaItem| {
        // Most lines have none, and what follows is asked of every bout.
        if !has_effect(&item.bout.line) {
            return false;
        }
        let ends = end_of(&item.bout);
        let at = situation.now.min(ends);
        let of_line = effects.iter().filter(|known| *known.line == item.bout.line);
        // What had been done by then was as it was.
        let known = situation.standing.bouts.get(&item.bout);
        let is_begun = item.state == State::InProgress;
        let ended = known.and_then(|known| known.ended).filter(|_| !is_begun);
        let holding: Vec<&Effect<'_>> = of_line
            .map(|known| &known.effect)
            .filter(|effect| {
                let said_at = effect.said_at(situation);
                said_at < ends && ended.is_none_or(|ended| ended > said_at)
            })
            .filter(|effect| holds_for(situation, asked_days, effect, &item.bout, at))
            .collect();
        let whole = doses.iter().find(|(line, _)| *line == item.bout.line);
        if change_dose(item, whole.map(|(_, dose)| dose), &holding) {
            tell_what_was_seen(situation, item);
        }
        holding.iter().any(|effect| matches!(effect.does, Does::Stop(..)))
    };
    let asked = agenda.rounds.iter_mut().flat_map(|round| &mut round.items);
    // What was begun because it was needed is stopped, too.
    let needed = agenda.as_needed.iter_mut().flat_map(|needed| &mut needed.recorded);
    for item in asked.chain(&mut agenda.any_time).chain(needed) {
        let is_open = !item.state.is_answered() && item.state != State::Unknown;
        if !is_stopped(item) || !is_open {
            continue;
        }
        if item.state == State::InProgress {
            // What was done of it stays, and nobody is led back to the rest.
            item.state = State::Partly { reason: None };
        } else {
            item.state = State::Withheld;
            item.not_required = None;
        }
    }
    for needed in &mut agenda.as_needed {
        needed.next.take_if(&mut is_stopped);
    }
    if agenda.is_today {
        agenda.stops = told(situation, revision, asked_days, agenda.day, &effects);
    }
}

/// The smallest dose of the changes that hold becomes that of a bout, where it asks for no more than the bout does without
/// them: pain makes no dose larger, neither by a lower number said afterwards, nor while a dose still grows or somebody
/// begins again. What is counted otherwise stands only where the rule names the line. Answers whether there was one.
fn change_dose(item: &mut AgendaItem, whole: Option<&Dose>, holding: &[&Effect<'_>]) -> bool {
    let Some(whole) = whole else { return false };
    let changes = holding.iter().filter_map(|effect| match effect.does {
        Does::Change(rule) => Some((rule, changed(rule, whole))),
        Does::Stop(..) => None,
    });
    let changes = changes.filter(|(rule, dose)| match asks_for(dose).zip(asks_for(&item.dose)) {
        Some(((key, amount), (other_key, other))) if key == other_key => amount <= other,
        _ => rule.lines.contains(&item.bout.line),
    });
    let least = changes.reduce(|least, next| if is_less(&least.1, &next.1) { least } else { next });
    let Some((rule, dose)) = least else { return false };
    item.dose = dose;
    let as_written = rule.as_written.clone();
    item.lighter = Some(Lighter { because: LighterBecause::Pain, as_written });
    true
}

/// Whether `dose` asks for less than `other`, where both count the same.
pub(super) fn is_less(dose: &Dose, other: &Dose) -> bool {
    let both = asks_for(dose).zip(asks_for(other));
    both.is_some_and(|((key, amount), (other_key, other))| key == other_key && amount < other)
}

/// How much a bout of `dose` asks for over all sets, and what is counted: of what is held the seconds.
fn asks_for(dose: &Dose) -> Option<(Counted, u32)> {
    let key = dose.measure()?;
    let times = [dose.number(key), dose.sets, dose.hold_seconds].map(|number| number.unwrap_or(1));
    Some((key, times.into_iter().map(u32::from).product()))
}

/// Whether `effect` holds for `bout`, as far as was known `at` that moment. Another dose is for what comes after the bout that
/// was begun when it was said.
pub(super) fn holds_for(
    situation: &Situation<'_>,
    asked: &mut AskedDays,
    effect: &Effect<'_>,
    bout: &BoutKey,
    at: Instant,
) -> bool {
    let changes = matches!(effect.does, Does::Change(_));
    !(changes && effect.came_after_beginning(situation, bout))
        && effect.holds_at(situation, bout.day, at)
        && (effect.left_until(situation, bout.day, at).is_some()
            || !is_used_up(situation, asked, effect, bout))
}

/// What is stopped on `day`, the present one, for the person to read: each with why, and whom to ring.
fn told(
    situation: &Situation<'_>,
    revision: &Revision,
    asked: &mut AskedDays,
    day: Day,
    effects: &[&OfLine<'_>],
) -> Vec<AgendaStop> {
    let shown = effects.iter().filter_map(|OfLine { line, effect, .. }| {
        let Does::Stop(because, rule) = effect.does else { return None };
        let until = effect.left_until(situation, day, situation.now);
        let bouts = left_now(situation, asked, effect, line, day);
        let of_line = revision.line(line)?;
        // What has no bout to leave out, as what is over, is not said to be left out.
        let has_none = || !has_bouts(situation, revision, of_line, day);
        let is_counted = bouts.is_some() && until.is_none();
        let is_used_up = is_counted && (bouts == Some(0) || has_none());
        // A way of moving is never stopped. Where nothing else is, why and whom to ring are told beside it.
        let is_moved = |line: &Prescription| {
            let often = line_on(situation, revision, line, day).frequency;
            line.off || matches!(often, Frequency::Technique)
        };
        let mut beside = effects.iter().filter(|known| {
            known.effect.said.record == effect.said.record
                && revision.line(known.line).is_some_and(|line| !is_moved(line))
        });
        let is_left_out = of_line.off
            || is_moved(of_line) && (because == StopBecause::Rule || beside.next().is_some());
        if is_used_up || is_left_out || !effect.holds_at(situation, day, situation.now) {
            return None;
        }
        // What is done when it is needed has no next time that a day asks for.
        let often = line_on(situation, revision, of_line, day).frequency;
        let bouts = bouts.filter(|_| !matches!(often, Frequency::AsNeeded { .. }));
        Some(AgendaStop {
            records: vec![effect.said.record],
            lines: vec![StoppedLine {
                line: (*line).clone(),
                title: revision.line(line)?.title.clone(),
            }],
            since: effect.said.day,
            because,
            as_written: rule.map(|rule| rule.as_written.clone()),
            ring: rule.and_then(|rule| rule.ring.clone()),
            bouts,
            until: until.map(|(day, said)| StoppedUntil { day, who: said.who.clone() }),
        })
    });
    // Said twice of one line, it is read once, and whoever is spoken to about it speaks of both. What has another reason
    // is read by itself: a word about one line sets free neither all of them nor the legs.
    let mut once: Vec<AgendaStop> = Vec::new();
    for stop in shown {
        match once
            .iter_mut()
            .find(|known| (&known.lines, known.because) == (&stop.lines, stop.because))
        {
            Some(known) => {
                let (stop_ends, known_ends) = (ends(&stop), ends(known));
                known.records.extend(stop.records);
                known.bouts = longest(known.bouts, stop.bouts);
                // It is told in the words of the rule that ends last.
                if stop_ends > known_ends {
                    (known.as_written, known.ring) = (stop.as_written, stop.ring);
                    known.until = stop.until;
                }
            }
            None => once.push(stop),
        }
    }
    let mut groups = together(once);
    groups.sort_by_key(|stop| !stop.because.is_of_all());
    groups
}

/// The longer of two stops for so many bouts; `None`, until somebody was spoken to, is the longest.
fn longest(one: Option<u8>, other: Option<u8>) -> Option<u8> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// When a stop ends, to compare it with others: last of all what waits for a word, then what a day was named for.
fn ends(stop: &AgendaStop) -> (bool, Option<Day>, Option<u8>) {
    let until = stop.until.as_ref().map(|until| until.day);
    (until.is_none() && stop.bouts.is_none(), until, stop.bouts)
}

/// What the same answers stopped in one way is told once.
fn together(stops: Vec<AgendaStop>) -> Vec<AgendaStop> {
    // What another rule stopped is not told in the words of this one, and what comes back by itself not with what waits.
    let told_alike = |one: &AgendaStop, other: &AgendaStop| {
        (&one.records, one.because) == (&other.records, other.because)
            && (&one.as_written, &one.ring) == (&other.as_written, &other.ring)
            && (&one.until, one.bouts.is_none()) == (&other.until, other.bouts.is_none())
    };
    let mut groups: Vec<AgendaStop> = Vec::new();
    for stop in stops {
        match groups.iter_mut().find(|known| told_alike(known, &stop)) {
            Some(known) => {
                known.lines.extend(stop.lines);
                known.bouts = longest(known.bouts, stop.bouts);
            }
            None => groups.push(stop),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::day;

    fn stop(line: &str, records: &[u128]) -> AgendaStop {
        let id = |id: &u128| RecordId(uuid::Uuid::from_u128(*id));
        let (line, title) = (LineId::new(line).unwrap(), line.to_owned());
        AgendaStop {
            records: records.iter().map(id).collect(),
            lines: vec![StoppedLine { line, title }],
            since: day("2026-11-18"),
            because: StopBecause::Rule,
            as_written: None,
            ring: None,
            bouts: None,
            until: None,
        }
    }

    #[test]
    fn what_the_same_answers_stopped_is_told_once() {
        let stops = [("bridge", &[1][..]), ("clam", &[2]), ("squat", &[1]), ("march", &[1, 2])];
        let stops = stops.map(|(line, records)| stop(line, records));
        let lines = together(stops.to_vec()).into_iter().map(|stop| {
            stop.lines.into_iter().map(|stopped| stopped.title).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(lines.collect::<Vec<_>>(), ["bridge squat", "clam", "march"]);
    }
}
