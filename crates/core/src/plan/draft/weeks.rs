//! Weeks of a draft: how the sheet counts them, and what speaks of them.

use super::{Asked, DraftPlace, PlanDraft, RuleKind, WeeksSaid};
use crate::ids::LineId;
use crate::plan::{Prescription, Revision, Stage, StageBegins};
use crate::time::{Anchors, Day, DayRef, Stretch, WeeksCounted};

/// Says how the sheet counts weeks. A stage that ends with a week ends with it still.
pub(super) fn count(draft: &mut PlanDraft, counted: WeeksCounted) {
    let (before, said) = (draft.revision.weeks_counted, &draft.weeks_said);
    for line in &mut draft.revision.lines {
        for stage in &mut line.stages {
            let (StageBegins::InWeek(first), Some(last)) =
                (&stage.begins, last_week(&line.id, stage, before, said))
            else {
                continue;
            };
            stage.until = after(*first, last, Some(counted));
        }
    }
    draft.revision.weeks_counted = Some(counted);
}

/// Says in which weeks the stage at `place` holds; answers `None` when there is no such place.
pub(super) fn set(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    first: u16,
    last: Option<u16>,
) -> Option<()> {
    let DraftPlace::Stage { line, .. } = place else { return None };
    let weeks_counted = draft.revision.weeks_counted;
    let stage = draft.stage_mut(place)?;
    stage.begins = StageBegins::InWeek(first);
    stage.until = last.and_then(|last| after(first, last, weeks_counted));
    draft.close(place, Asked::WhichDay);
    draft.weeks_said.retain(|said| said.line != *line || said.first != first);
    draft.weeks_said.extend(last.map(|last| WeeksSaid { line: line.clone(), first, last }));
    Some(())
}

/// The last week of a stage that begins with one; `None` where it does not end with a week. As long as nobody has
/// said how the sheet counts, its end stands there as if the first week were number 1.
pub(super) fn last_week(
    line: &LineId,
    stage: &Stage,
    weeks_counted: Option<WeeksCounted>,
    said: &[WeeksSaid],
) -> Option<u16> {
    let StageBegins::InWeek(first) = stage.begins else { return None };
    let until = stage.until?;
    let is_it = |last: &u16| after(first, *last, weeks_counted) == Some(until);
    // "Week 2" and "weeks 2 to 3" may end on the same day: what the person said comes first.
    let said = said.iter().filter(|said| said.line == *line && said.first == first);
    said.map(|said| said.last).find(is_it).or_else(|| (first..=MOST_WEEKS).find(is_it))
}

/// The highest number of a week in a plan.
const MOST_WEEKS: u16 = 520;

/// The first day after the weeks `first` to `last`, counted from the operation.
fn after(first: u16, last: u16, weeks_counted: Option<WeeksCounted>) -> Option<DayRef> {
    let surgery = Day(chrono::NaiveDate::default());
    let anchors = Anchors { surgery, discharge: None, starts: surgery, weeks_counted };
    let after = Stretch::Weeks { first, last: Some(last) }.day_after(&anchors)?;
    Some(DayRef::AfterSurgery(after.days_after(surgery)))
}

/// The first week that is named at a place of `revision`, if it speaks of one.
pub(super) fn first_week(revision: &Revision, place: &DraftPlace) -> Option<u16> {
    let of = |stretch: &Stretch| match stretch {
        Stretch::Weeks { first, .. } => Some(*first),
        Stretch::Days { .. } => None,
    };
    match place {
        DraftPlace::Line(id) => of(&revision.line(id)?.stretch),
        DraftPlace::Stage { line, number } => {
            match revision.line(line)?.stages.get(usize::from(*number).checked_sub(1)?)?.begins {
                StageBegins::InWeek(week) => Some(week),
                _ => None,
            }
        }
        DraftPlace::Rule { rule: RuleKind::Phase, number } => {
            of(&revision.phases.get(usize::from(*number).checked_sub(1)?)?.stretch)
        }
        _ => None,
    }
}

/// Whether the days of `line` hang on how the sheet counts weeks.
pub(super) fn speaks_of_weeks(line: &Prescription, revision: &Revision) -> bool {
    let is_weeks = |stretch: &Stretch| matches!(stretch, Stretch::Weeks { .. });
    let phase = revision.phases.iter().find(|phase| line.phase.as_ref() == Some(&phase.id));
    is_weeks(&line.stretch)
        || phase.is_some_and(|phase| is_weeks(&phase.stretch))
        || line.stages.iter().any(|stage| matches!(stage.begins, StageBegins::InWeek(_)))
}
