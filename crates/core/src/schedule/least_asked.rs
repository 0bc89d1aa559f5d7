//! How many bouts of a line the plan alone asks for at the least. No records are needed to know that.

use std::cell::OnceCell;

use super::asked::may_be_asked;
use super::days_off::{has_round, off_on};
use super::pain::{Does, effect_if_there, held};
use super::waits::was_taken_back;
use super::{Situation, revision_on};
use crate::ids::{LineId, PlanId};
use crate::plan::{DayPattern, Frequency, Prescription, Revision, StageBegins};
use crate::record::{SaidOfLine, StandingRelease, StandingStop};
use crate::time::{Day, Instant, Span};

/// A whole bout, as [`least_asked`] counts it: its share for a few stages is no fraction.
pub(super) const BOUT: u32 = 60;

/// What may have stopped lines until somebody spoke, found once for all that is asked about.
#[derive(Default)]
pub(super) struct LongStops<'a>(OnceCell<Vec<&'a StandingStop>>);

/// How much of a bout of `line` the plan asks for on `day` at the least, in parts of [`BOUT`], in any of its stages, looked at
/// from the day `since` on: nothing where anything keeps it back, nor of what takes turns, since the turn may always be
/// another's. A week is looked at on its last day. What was done of a line beyond what its day asked for may have filled a week:
/// that alone is not seen here.
pub(super) fn least_asked<'a>(
    situation: &Situation<'a>,
    long: &LongStops<'a>,
    (plan, line): (&PlanId, &LineId),
    since: Day,
    day: Day,
) -> u32 {
    let held = revision_on(situation.revisions, day).map(|known| &known.revision);
    let held = held.filter(|held| held.plan == *plan);
    let Some((held, line)) = held.and_then(|held| Some((held, held.line(line)?))) else { return 0 };
    if line.off || may_be_replaced_by_done(held, line) {
        return 0;
    }
    let is_weekly = |often: &Frequency| {
        matches!(often, Frequency::Due { days: DayPattern::TimesAWeek { .. }, .. })
    };
    if !ways(line).any(is_weekly) {
        let asks = ways(line).all(|often| names(held, line, often, day));
        return if asks && is_free(situation, held, line, day) { BOUT } else { 0 };
    }
    let first = day.plus(-6);
    if day.plus(1).weekday() != held.week_starts || first < since {
        return 0;
    }
    let asks = |often: &Frequency| {
        let named = first.through(day).filter(|on| names(held, line, often, *on)).count();
        // The day before the week may keep its first one free.
        named > usize::from(is_weekly(often))
    };
    let is_its = |on| {
        let known = revision_on(situation.revisions, on);
        known.is_some_and(|known| std::ptr::eq(&raw const known.revision, held))
            && is_free(situation, held, line, on)
    };
    let asks = ways(line).all(asks)
        && first.through(day).all(is_its)
        && !long.may_hold(situation, &line.id, (first, day));
    // A week in which a stage begins may ask for nothing, and each begins once.
    let stages = ways(line).count();
    u32::try_from(stages)
        .ok()
        .filter(|_| asks)
        .and_then(|stages| BOUT.checked_div(stages))
        .unwrap_or(0)
}

/// In which ways a line is done, in its stages.
fn ways(line: &Prescription) -> impl Iterator<Item = &Frequency> {
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    staged.chain([&line.frequency])
}

/// Whether the sheet has a bout of what is done so `often` on `day`, or may have one in its week.
fn names(revision: &Revision, line: &Prescription, often: &Frequency, day: Day) -> bool {
    let Frequency::Due { days, bouts } = often else { return false };
    let is_weekly = matches!(days, DayPattern::TimesAWeek { .. });
    (is_weekly || days.include(day) == Some(true))
        && off_on(revision, line, day).is_none()
        && has_round(revision, bouts, day)
}

/// Whether nothing took anything of `line` away on `day` that the sheet alone asked for, but for what was said of pain.
fn is_free(situation: &Situation<'_>, revision: &Revision, line: &Prescription, day: Day) -> bool {
    let facts = situation.plan_facts;
    if facts.bad_days.contains_key(&day)
        || !may_be_asked(situation, revision, line, day)
        || was_taken_back(situation, revision, line, day)
    {
        return false;
    }
    let (begins, ends) = situation.span(day);
    let has_sign = facts
        .red_flags
        .iter()
        .any(|stop| stop.from < ends && stop.until.is_none_or(|until| until > begins));
    // A journey, or clocks that change, may leave no time for a round.
    !has_sign && ends - begins == Span::days(1)
}

/// Whether a stage that waits for days on which something was done may take the place of `line`: without records nobody
/// knows since when it has.
fn may_be_replaced_by_done(revision: &Revision, line: &Prescription) -> bool {
    revision.lines.iter().filter(|other| !other.off).any(|other| {
        let mut waits = false;
        other.stages.iter().any(|stage| {
            waits |= matches!(stage.begins, StageBegins::AfterDoneDays(_));
            waits && stage.replaces.contains(&line.id)
        })
    })
}

impl<'a> LongStops<'a> {
    /// Whether anything may have kept `line` back until somebody spoke, at a moment of the days from the `first` through the
    /// `last`.
    fn may_hold(
        &self,
        situation: &Situation<'a>,
        line: &LineId,
        (first, last): (Day, Day),
    ) -> bool {
        let (begins, ends) = (situation.span(first).0, situation.span(last).1);
        let all = self.0.get_or_init(|| {
            let said = situation.plan_facts.stops.iter();
            said.filter(|said| may_last(situation, said)).collect()
        });
        let is_about = |said: &StandingStop| match &said.said {
            SaidOfLine::Hurt(hurt) if !hurt.spreading => {
                hurt.line.as_ref().is_none_or(|of| of == line)
            }
            _ => true,
        };
        all.iter().any(|said| {
            said.at < ends && is_about(said) && !is_over(situation, said, (first, begins))
        })
    }
}

/// Whether `said` stopped lines until somebody spoke, or was spoken of: then they may have named a day.
fn may_last(situation: &Situation<'_>, said: &StandingStop) -> bool {
    let is_until_told = |line| {
        let effect = effect_if_there(situation, said, &said.plan, line);
        effect.is_some_and(|effect| matches!(effect.does, Does::Stop(..)) && effect.bouts.is_none())
    };
    !matches!(said.said, SaidOfLine::Hurt(_))
        || !situation.plan_facts.words_about(said.record).is_empty()
        || held(situation.revisions, said).is_some_and(|held| held.lines.iter().any(is_until_told))
}

/// Whether somebody had said by the moment at which `day` began that the person may go on, and nobody named a
/// later day or took that back.
fn is_over(situation: &Situation<'_>, said: &StandingStop, (day, begins): (Day, Instant)) -> bool {
    let words = situation.plan_facts.words_about(said.record);
    let lets_go_on = |word: &Option<StandingRelease>| {
        word.as_ref().is_some_and(|word| word.from.is_none_or(|from| from <= day))
    };
    words.iter().any(|(since, _)| *since <= begins)
        && words.iter().all(|(_, word)| lets_go_on(word))
}
