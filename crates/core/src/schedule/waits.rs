//! What waits for somebody's word: an OK, the end of a limit.

use super::Situation;
use super::phases::spans;
use super::steps::{line_on, way_if_there};
use crate::ids::{ClearanceId, LineId};
use crate::plan::{Precaution, Prescription, Revision, Stage, StageBegins};
use crate::record::{ClearanceAnswer, StandingClearance};
use crate::safety::{LimitEffect, effect_of_limits};
use crate::time::{Day, Instant};

/// Whether the team had given `clearance` by `day`.
pub(super) fn is_cleared(
    situation: &Situation<'_>,
    revision: &Revision,
    clearance: &ClearanceId,
    day: Day,
) -> bool {
    cleared_since(situation, revision, clearance, day).is_some()
}

/// The day from which the OK `clearance` holds that the team had given by `day`: of several yeses in a row the
/// first; `None` while the last word was another.
pub(super) fn cleared_since(
    situation: &Situation<'_>,
    revision: &Revision,
    clearance: &ClearanceId,
    day: Day,
) -> Option<Day> {
    yes(situation, revision, clearance, day).map(|said| said.day)
}

/// The yes by which the OK `clearance` holds that the team had given by `day`: of several in a row the first; `None` while
/// the last word was another.
fn yes<'a>(
    situation: &Situation<'a>,
    revision: &Revision,
    clearance: &ClearanceId,
    day: Day,
) -> Option<&'a StandingClearance> {
    let key = (revision.plan.clone(), clearance.clone());
    let of = |revision: &Revision| words_of_ok(revision, clearance);
    let answers = situation.plan_facts.clearances.get(&key)?.iter().rev();
    let so_far = answers.filter(|answer| answer.day <= day);
    let holding = so_far.take_while(|said| {
        said.answer == ClearanceAnswer::Yes && is_the_same(situation, revision, said.revision, of)
    });
    holding.last()
}

/// When somebody let go of `line` on `day` itself: the team gave the OK that it waited for, its own or that of its phase, or
/// a limit that forbade it ended by a word. What was over before was asked of nobody.
pub(super) fn let_go_at(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<Instant> {
    let said = |ok: &ClearanceId| {
        let said = yes(situation, revision, ok, day).filter(|said| said.day == day)?;
        Some(said.at)
    };
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let of_phase = phase.and_then(|phase| phase.clearance.as_ref());
    let oks = [of_phase, line.clearance.as_ref()].into_iter().flatten().filter_map(said);
    let ended = |limit: &Precaution| {
        if is_over(situation, revision, limit, day.plus(-1)) {
            return None;
        }
        let key = (revision.plan.clone(), limit.as_written.clone());
        let told = situation.plan_facts.limits_over.get(&key).into_iter().flatten();
        let told = told.filter(|over| over.day == day).map(|over| over.at);
        told.chain(limit.until.clearance.as_ref().and_then(said)).min()
    };
    let limits = revision.precautions.iter().filter(|limit| locks(limit, line)).filter_map(ended);
    oks.chain(limits).max()
}

/// The words of an OK. On which day to ask for it, and whom, may change: it is the same OK by its place and its words.
pub(super) fn words_of_ok(revision: &Revision, clearance: &ClearanceId) -> Option<String> {
    let known = revision.clearances.iter().find(|known| known.id == *clearance)?;
    Some(known.as_written.clone())
}

/// Whether what `of` finds stood in revision `number` of the plan as it stands in `revision`, and in every
/// revision between them. An answer to other words is no answer.
pub(super) fn is_the_same<T: PartialEq>(
    situation: &Situation<'_>,
    revision: &Revision,
    number: u32,
    of: impl Fn(&Revision) -> Option<T>,
) -> bool {
    let Some(wanted) = of(revision) else { return false };
    let since = situation.revisions.iter().map(|known| &known.revision).filter(|known| {
        known.plan == revision.plan && (number..=revision.number).contains(&known.number)
    });
    number <= revision.number && since.map(of).all(|found| found.as_ref() == Some(&wanted))
}

/// Whether a limit that is in force on `day` forbids what `line` asks of the body.
pub(super) fn is_locked(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let mut limits = revision.precautions.iter().filter(|limit| locks(limit, line));
    limits.any(|limit| !is_over(situation, revision, limit, day))
}

/// Whether `limit` forbids what `line` asks of the body while it is in force.
pub(super) fn locks(limit: &Precaution, line: &Prescription) -> bool {
    let effect = effect_of_limits(&limit.kinds, &line.flags);
    effect.is_some_and(|(_, effect)| effect == LimitEffect::Lock)
}

/// Whether an OK on which `line` hangs was not there when `day` ended, by a word that was corrected since: nobody was asked
/// then for what the day asks for by now.
pub(super) fn was_taken_back(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let taken = &situation.plan_facts.taken_back;
    if taken.is_empty() {
        return false;
    }
    let ends = situation.span(day).1;
    taken.iter().any(|((plan, ok), times)| {
        *plan == revision.plan
            && times.iter().any(|(from, until)| *from < ends && ends <= *until)
            && hangs_on(revision, line, ok)
    })
}

/// Whether `line` is asked for on other days without the OK `ok`: its own, that of one of its stages or of a phase, or that
/// which ends a limit.
fn hangs_on(revision: &Revision, line: &Prescription, ok: &ClearanceId) -> bool {
    let of_stage = |stage: &Stage| {
        stage.frequency.is_some()
            && matches!(&stage.begins, StageBegins::WithClearance { clearance, .. } if clearance == ok)
    };
    let of_limit = |limit: &Precaution| limit.until.clearance.as_ref() == Some(ok);
    line.clearance.as_ref() == Some(ok)
        || line.stages.iter().any(of_stage)
        || (line.phase.is_some()
            && revision.phases.iter().any(|phase| phase.clearance.as_ref() == Some(ok)))
        || revision.precautions.iter().any(|limit| of_limit(limit) && locks(limit, line))
}

/// Whether the sheet has `line` on `day`, on or off: it lies in its days, waits for no OK, and no other line stands in its
/// place.
pub(super) fn is_of_day(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let waits = line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    !waits
        && spans(situation, revision, line, day)
        && !replaced_on(situation, revision, day).contains(&&line.id)
}

/// Whether `line` stands on the sheet on `day`, whatever its weekdays: the day has it, it is on, and no limit keeps it
/// from being done.
pub(super) fn stands(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    !line.off
        && !is_locked(situation, revision, line, day)
        && is_of_day(situation, revision, line, day)
}

/// The lines that rest on `day` because a stage of another line takes their place.
pub(super) fn replaced_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    day: Day,
) -> Vec<&'a LineId> {
    let with_stages = revision.lines.iter().filter(|line| {
        let replaces = line.stages.iter().any(|stage| !stage.replaces.is_empty());
        replaces && may_take_places(situation, revision, line, day)
    });
    with_stages
        .filter_map(|line| line_on(situation, revision, line, day).stage)
        .flat_map(|stage| &stage.replaces)
        .collect()
}

/// Whether `line` rests on `day` because a stage of another line takes its place, where that is taken to have had its part
/// in all that was said of pain.
pub(super) fn is_replaced_if_there(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let takes_its = |stage: &Stage| stage.replaces.contains(&line.id);
    let others = revision.lines.iter().filter(|other| {
        other.stages.iter().any(takes_its) && may_take_places(situation, revision, other, day)
    });
    let mut stages = others.filter_map(|other| way_if_there(situation, revision, other, day).stage);
    stages.any(takes_its)
}

/// Whether stages of `line` may take the place of other lines on `day`. What waits for its own OK, or under a limit, takes
/// nothing's place.
fn may_take_places(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let waits =
        || line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    !line.off
        && spans(situation, revision, line, day)
        && !waits()
        && !is_locked(situation, revision, line, day)
}

/// Whether `limit` is over on `day`. Nothing ends by silence: its day must have passed and the OK that gates its
/// end be there, or somebody of the team must have said so.
pub(super) fn is_over(
    situation: &Situation<'_>,
    revision: &Revision,
    limit: &Precaution,
    day: Day,
) -> bool {
    let key = (revision.plan.clone(), limit.as_written.clone());
    let of = |revision: &Revision| {
        revision.precautions.iter().find(|known| known.as_written == limit.as_written).cloned()
    };
    let over = situation.plan_facts.limits_over.get(&key);
    let told = over.into_iter().flatten().any(|over| {
        over.day <= day
            && over.until.is_none_or(|until| until > day)
            && is_the_same(situation, revision, over.revision, of)
    });
    let gated = limit.until.clearance.as_ref().is_some_and(|clearance| {
        is_cleared(situation, revision, clearance, day)
            && revision.limit_may_end(limit).is_none_or(|until| until <= day)
            && !limit.until.told_otherwise
    });
    told || gated
}
