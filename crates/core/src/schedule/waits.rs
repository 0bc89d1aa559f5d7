//! What waits: phases for their OK, lines and stages for theirs, limits for somebody's word.

use super::Situation;
use crate::ids::{ClearanceId, LineId};
use crate::plan::{LineOnDay, Phase, Precaution, Prescription, Revision, Stage, StageBegins};
use crate::record::ClearanceAnswer;
use crate::safety::{LimitEffect, effect_of_limits};
use crate::time::Day;

/// The phase that holds on `day`. A phase that waits for an OK does not begin by itself: the one before it
/// goes on, and so does everything behind it wait.
pub(super) fn phase_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    day: Day,
) -> Option<&'a Phase> {
    let anchors = revision.anchors();
    let mut holding: Option<&Phase> = None;
    for phase in &revision.phases {
        if phase.stretch.first_day(&anchors).is_some_and(|first| day < first) {
            break;
        }
        if phase.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day)) {
            // What has its own OK outstanding keeps the phase before it, beyond its last day.
            return holding;
        }
        holding = Some(phase);
    }
    let is_over = |phase: &Phase| phase.stretch.day_after(&anchors).is_some_and(|end| end <= day);
    holding.filter(|phase| !is_over(phase))
}

/// Whether the team had given `clearance` by `day`.
pub(super) fn is_cleared(
    situation: &Situation<'_>,
    revision: &Revision,
    clearance: &ClearanceId,
    day: Day,
) -> bool {
    let said = situation.plan_facts.clearance_on(&revision.plan, clearance, day);
    let of = |revision: &Revision| {
        revision.clearances.iter().find(|known| known.id == *clearance).cloned()
    };
    said.is_some_and(|said| {
        said.answer == ClearanceAnswer::Yes && is_the_same(situation, revision, said.revision, of)
    })
}

/// Whether what `of` finds stood in revision `number` of the plan as it stands in `revision`, and in every
/// revision between them. An answer to other words is no answer.
fn is_the_same<T: PartialEq>(
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

/// Whether `day` lies in the days of `line`, with its phase as it really holds.
pub(super) fn spans(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let (first, end) = revision.own_span_of(line);
    let in_phase = line.phase.as_ref().is_none_or(|id| {
        phase_on(situation, revision, day).is_some_and(|holding| holding.id == *id)
    });
    in_phase && day >= first && end.is_none_or(|end| day < end)
}

/// Whether `line` belongs to a phase whose time has come and that waits for its OK.
pub(super) fn phase_waits(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let Some(phase) = phase else { return false };
    let (first, end) = revision.span_of(line);
    let has_come = day >= first && end.is_none_or(|end| day < end);
    let waits =
        phase.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    has_come && waits
}

/// What `line` says on `day`, with the stages that were agreed to or cleared. In a phase that goes on beyond its
/// last day, because the next one waits, dated steps stop at that day.
pub(super) fn line_on<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> LineOnDay<'a> {
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let last = phase.and_then(|phase| phase.stretch.day_after(&revision.anchors()));
    let step_day = last.map_or(day, |end| day.min(end.plus(-1)));
    let has_begun = |number: u16, begins: &StageBegins| {
        has_its_word(situation, revision, line, number, begins, day)
    };
    revision.line_on_when(line, step_day, &has_begun)
}

/// Whether somebody had said by `day` what stage `number` of `line` waits for; one that comes by its day waits
/// for no word.
pub(super) fn has_its_word(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    number: u16,
    begins: &StageBegins,
    day: Day,
) -> bool {
    match begins {
        StageBegins::WithClearance { clearance, .. } => {
            is_cleared(situation, revision, clearance, day)
        }
        // Days that were done are counted and offered; the step is taken when the person agrees.
        StageBegins::AfterDoneDays(_) | StageBegins::WhenAgreed => {
            let key = (revision.plan.clone(), line.id.clone(), number);
            let agreed = situation.plan_facts.stages.get(&key);
            // The same stage after the same stages: one that was put before it would be skipped.
            let of = |revision: &Revision| {
                let line = revision.line(&line.id)?;
                Some(line.stages.get(..usize::from(number))?.to_vec())
            };
            agreed.into_iter().flatten().any(|(of_revision, from)| {
                *from <= day && is_the_same(situation, revision, *of_revision, of)
            })
        }
        StageBegins::On(_) | StageBegins::InWeek(_) => true,
    }
}

/// Whether a limit that is in force on `day` forbids what `line` asks of the body.
pub(super) fn is_locked(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let locks = |limit: &&Precaution| {
        let effect = effect_of_limits(&limit.kinds, &line.flags);
        effect.is_some_and(|(_, effect)| effect == LimitEffect::Lock)
    };
    let mut limits = revision.precautions.iter().filter(locks);
    limits.any(|limit| !is_over(situation, revision, limit, day))
}

/// The lines that rest on `day` because a stage of another line takes their place.
pub(super) fn replaced_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    day: Day,
) -> Vec<&'a LineId> {
    let with_stages = revision.lines.iter().filter(|line| {
        // A line that waits for its own OK takes nothing's place.
        let waits =
            || line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
        !line.stages.is_empty() && !line.off && spans(situation, revision, line, day) && !waits()
    });
    with_stages
        .filter_map(|line| line_on(situation, revision, line, day).stage)
        .flat_map(|stage| &stage.replaces)
        .collect()
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
    let told = over.into_iter().flatten().any(|(of_revision, from)| {
        *from <= day && is_the_same(situation, revision, *of_revision, of)
    });
    let gated = limit.until.clearance.as_ref().is_some_and(|clearance| {
        is_cleared(situation, revision, clearance, day)
            && revision.limit_may_end(limit).is_none_or(|until| until <= day)
            && !limit.until.told_otherwise
    });
    told || gated
}

/// The stage of `line` that comes after the present one on `day`, with its number from 1.
#[must_use]
pub fn next_stage<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> Option<(u16, &'a Stage)> {
    let present = line_on(situation, revision, line, day).stage;
    let at = present.and_then(|now| line.stages.iter().position(|stage| std::ptr::eq(stage, now)));
    let next = at.map_or(0, |at| at + 1);
    Some((u16::try_from(next + 1).ok()?, line.stages.get(next)?))
}
