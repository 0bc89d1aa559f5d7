//! Days on which somebody was not to do a line, whatever the reason: meanwhile its dose does not climb.

use super::pain::{Does, Effect, effect, effect_if_there};
use super::waits::{is_cleared, is_locked};
use super::{Situation, put_off, revision_on};
use crate::ids::PlanId;
use crate::plan::{Prescription, Revision};
use crate::record::{PlanStanding, SaidOfLine, StandingStop};
use crate::time::{Day, Instant, Span};

/// Whether `line` was kept back when `day` ended, as far as that is known: in a pause, while the operation is put off,
/// while it waits for its own OK, under a limit that forbids it, or stopped until somebody has spoken. By the revision
/// that held on that day. A stop for so many bouts keeps no day back: it is over by bouts that were asked for.
pub(super) fn is_kept_back(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    keeps_back(situation, revision, line, day, effect)
}

/// The same, where `line` is taken to have had its part in all that was said of pain.
pub(super) fn is_kept_back_if_there(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    keeps_back(situation, revision, line, day, effect_if_there)
}

/// What something that was said does to a line.
type Follows =
    for<'a> fn(&Situation<'a>, &'a StandingStop, &PlanId, &Prescription) -> Option<Effect<'a>>;

fn keeps_back(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
    follows: Follows,
) -> bool {
    let (revision, line) = as_held(situation, revision, line, day);
    let waits =
        || line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    is_rest(situation, day)
        || put_off::holds_on(situation, revision, day)
        || waits()
        || is_locked(situation, revision, line, day)
        || is_stopped(situation, revision, line, day, follows)
}

/// Whether `line` was stopped when `day` ended, as far as that is known: until somebody has spoken, or beside a warning
/// sign. By the revision that held on that day.
pub(super) fn was_stopped(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let (revision, line) = as_held(situation, revision, line, day);
    is_rest(situation, day) || is_stopped(situation, revision, line, day, effect)
}

/// The revision that held on `day` with its words for `line`, where it has it.
fn as_held<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    day: Day,
) -> (&'a Revision, &'a Prescription) {
    let held = revision_on(situation.revisions, day).map(|known| &known.revision);
    let held = held.filter(|held| held.plan == revision.plan);
    held.and_then(|held| Some((held, held.line(&line.id)?))).unwrap_or((revision, line))
}

/// Whether nothing was to be done when `day` ended, as far as that is known: in a pause, beside a warning sign, or
/// where all was stopped and nobody had spoken.
pub(super) fn is_rest(situation: &Situation<'_>, day: Day) -> bool {
    let facts = situation.plan_facts;
    if facts.pause_on(day).is_some() {
        return true;
    }
    let is_stop_of_all = |said: &SaidOfLine| match said {
        SaidOfLine::AllStopped(_) => true,
        SaidOfLine::Hurt(hurt) => hurt.spreading,
        SaidOfLine::AskedAndYes(..) => false,
    };
    let mut signs = facts.red_flags.iter().peekable();
    let mut said = facts.stops_said_by(day).filter(|said| is_stop_of_all(&said.said)).peekable();
    if signs.peek().is_none() && said.peek().is_none() {
        return false;
    }
    let at = last_moment(situation, day);
    signs.any(|stop| stop.from <= at && stop.until.is_none_or(|until| until > at))
        || said.any(|said| said.at <= at && !is_released(facts, said, day, at))
}

fn is_released(facts: &PlanStanding, said: &StandingStop, day: Day, at: Instant) -> bool {
    let release = facts.release_at(said.record, at);
    release.is_some_and(|release| release.from.is_none_or(|from| from <= day))
}

fn last_moment(situation: &Situation<'_>, day: Day) -> Instant {
    situation.span(day).1 - Span::nanoseconds(1)
}

/// Whether `line` alone, or with others, was stopped when `day` ended, until somebody has spoken.
fn is_stopped(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
    follows: Follows,
) -> bool {
    let facts = situation.plan_facts;
    let mut said = facts.stops_said_by(day).peekable();
    if said.peek().is_none() {
        return false;
    }
    let at = last_moment(situation, day);
    // Whether somebody has spoken is known sooner than what a rule makes of what was said.
    let open = said.filter(|said| said.at <= at && !is_released(facts, said, day, at));
    let effects = open.filter_map(|said| follows(situation, said, &revision.plan, line));
    // A day that the team named stands above the number of bouts.
    effects
        .filter(|effect| matches!(effect.does, Does::Stop(..)))
        .any(|stop| stop.bouts.is_none() || stop.left_until(situation, day, at).is_some())
}
