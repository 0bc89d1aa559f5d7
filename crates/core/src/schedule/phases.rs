//! Which phase holds, and how late it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::waits::{cleared_since, is_cleared};
use crate::plan::{Phase, Prescription, Revision};
use crate::time::Day;

/// A phase as it really holds.
#[derive(Clone, Copy)]
pub(super) struct PhaseNow<'a> {
    /// The phase.
    pub(super) phase: &'a Phase,
    /// How many days later than written it began, because its OK came late or because one before it did.
    pub(super) late: i32,
    /// Whether it goes on beyond its last day, because the one after it waits for its OK.
    pub(super) goes_on: bool,
}

/// The phase that had begun last by `day`, over or not. A phase that waits for an OK does not begin by itself: the one
/// before it goes on, and everything behind it waits, too. One whose OK came late begins on that day and is as long as
/// it was written; what follows it moves by as many days, so that no phase is left out.
pub(super) fn last_begun<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    day: Day,
) -> Option<PhaseNow<'a>> {
    let anchors = revision.anchors();
    let first_day = |phase: &Phase| phase.stretch.first_day(&anchors).unwrap_or(revision.starts);
    let mut holding: Option<PhaseNow<'_>> = None;
    for phase in &revision.phases {
        let written = first_day(phase);
        let mut begins = written;
        if let Some(PhaseNow { phase: before, late, .. }) = holding {
            // Days without a phase take up the delay.
            let free = before.stretch.day_after(&anchors).map_or(0, |end| written.days_after(end));
            begins = written.plus((late - free.max(0)).max(0));
        }
        if day < begins {
            break;
        }
        if let Some(ok) = &phase.clearance {
            // What has its own OK outstanding keeps the phase before it, beyond its last day.
            let Some(since) = cleared_since(situation, revision, ok, day) else {
                return holding.map(|now| PhaseNow { goes_on: true, ..now });
            };
            begins = begins.max(since);
        }
        holding = Some(PhaseNow { phase, late: begins.days_after(written), goes_on: false });
    }
    holding
}

/// The phase that holds on `day`.
fn phase_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    day: Day,
) -> Option<PhaseNow<'a>> {
    let anchors = revision.anchors();
    last_begun(situation, revision, day).filter(|PhaseNow { phase, late, goes_on }| {
        *goes_on || phase.stretch.day_after(&anchors).is_none_or(|end| day < end.plus(*late))
    })
}

/// Whether `day` lies in the days of `line`, with its phase as it really holds.
pub(super) fn spans(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let Some(late) = late_of(situation, revision, line, day) else { return false };
    let (first, end) = revision.own_span_of(line, late);
    day >= first && end.is_none_or(|end| day < end)
}

/// Where a day lies by the days of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LineTime {
    /// Before them.
    NotBegun,
    /// In them.
    Now,
    /// After them.
    Over,
}

impl LineTime {
    /// Where `day` lies by the days of `line` as they are written, whatever its phase waits for.
    #[must_use]
    pub fn as_written(revision: &Revision, line: &Prescription, day: Day) -> Self {
        match revision.span_of(line) {
            (first, _) if day < first => Self::NotBegun,
            (_, Some(end)) if end <= day => Self::Over,
            _ => Self::Now,
        }
    }
}

/// Where `day` lies by the days of `line`, with its phase as it really holds: one goes on beyond its last day while the
/// next waits for its OK, and comes later where one before it did.
#[must_use]
pub fn line_time(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> LineTime {
    if spans(situation, revision, line, day) {
        return LineTime::Now;
    }
    let Some(id) = &line.phase else { return LineTime::as_written(revision, line, day) };
    let begun = last_begun(situation, revision, day);
    let Some(PhaseNow { phase, late, .. }) = begun else { return LineTime::NotBegun };
    let is_to_come = if phase.id == *id {
        day < revision.own_span_of(line, late).0
    } else {
        revision.phases.iter().skip_while(|one| one.id != phase.id).any(|one| one.id == *id)
    };
    if is_to_come { LineTime::NotBegun } else { LineTime::Over }
}

/// How many days later than written the phase of `line` began that holds on `day`; `None` where another one holds.
/// What has no phase is never late.
pub(super) fn late_of(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<i32> {
    let Some(id) = &line.phase else { return Some(0) };
    let holding = phase_on(situation, revision, day)?;
    (holding.phase.id == *id).then_some(holding.late)
}

/// Whether `line` belongs to a phase whose time has come and that waits for its OK, however long ago that was.
pub(super) fn phase_waits(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let Some(phase) = phase else { return false };
    let (first, _) = revision.span_of(line);
    // It would begin today at the earliest, and what the line does not end by a date moves with it.
    let written = phase.stretch.first_day(&revision.anchors()).unwrap_or(revision.starts);
    let (_, end) = revision.own_span_of(line, day.days_after(written).max(0));
    let has_come = day >= first && end.is_none_or(|end| day < end);
    let waits =
        phase.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    has_come && waits
}
