//! A line whose steps have begun, and that is changed: what it asks for on the day from which the change holds, and what
//! makes that a number which is typed as "from now on" is what is asked for on that day.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::phases::late_of;
use super::steps::{line_on, number_of};
use crate::ids::LineId;
use crate::plan::draft::{Asked, DraftPlace, PlanDraft, saved};
use crate::plan::{
    Change, ChangeKind, ChangedThing, Dose, Frequency, Prescription, Revision, Side, Told,
    told_dose, told_frequency,
};
use crate::time::{Day, DayRef};

/// What a line asks for from a day on, where its steps have made something else of it than its first words say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineFrom {
    /// The day.
    pub day: Day,
    /// How much, and on which side.
    pub how_much: Vec<Told>,
    /// When and how often.
    pub when: Vec<Told>,
}

/// What `line` of `draft` asks for on `day`, were the draft taken in; `None` where that is what its first words say.
#[must_use]
pub fn line_from(
    situation: &Situation<'_>,
    draft: &PlanDraft,
    line: &LineId,
    day: Day,
) -> Option<LineFrom> {
    let line = draft.revision.line(line)?;
    let (dose, side, frequency) = asks(situation, draft, line, day);
    let told = |dose, side, often| LineFrom {
        day,
        how_much: told_dose(dose, side),
        when: told_frequency(often, &draft.revision),
    };
    let from = told(&dose, side, &frequency);
    (from != told(&line.dose, line.side, &line.frequency)).then_some(from)
}

/// Makes what a line of `draft` asks for on `day` what can be changed. A dose that has grown becomes that of the line, and
/// whether it goes on growing is asked. The place is that of the line, or of the stage that holds; `None` where no step has
/// begun.
#[must_use]
pub fn from_now_on(
    situation: &Situation<'_>,
    draft: &PlanDraft,
    id: &LineId,
    day: Day,
) -> Option<(PlanDraft, DraftPlace)> {
    let next = as_next(situation, draft);
    let line = answered(draft, draft.revision.line(id)?);
    let number = number_of(situation, &next, &line, day);
    if number == 0 {
        return None;
    }
    let Some(mut growth) = line.growth else {
        return Some((draft.clone(), DraftPlace::Stage { line: id.clone(), number }));
    };
    growth.from = DayRef::On(next_date(situation, &next, &line, day)?);
    let mut new = draft.clone();
    let place = DraftPlace::Line(id.clone());
    let changed = new.line_mut(id)?;
    changed.dose = line_on(situation, &next, &line, day).dose;
    // What has come to its end grows no more.
    changed.growth = Some(growth).filter(|_| has_later(&line, number));
    if changed.growth.is_some() {
        new.ask(&place, Asked::Later);
    }
    Some((saved(Some(draft), new), place))
}

/// `changes`, which are those from `before` to `after`, with what they make of the lines whose steps have begun on `day`, the
/// first on which `after` holds. They stand first: what the first words of such a line say is not what is asked for.
#[must_use]
pub fn changes_from(
    situation: &Situation<'_>,
    before: &Revision,
    after: &Revision,
    mut changes: Vec<Change>,
    day: Day,
) -> Vec<Change> {
    let mut next = after.clone();
    next.number = next.number.max(before.number.saturating_add(1));
    let mut first = Vec::new();
    for line in &after.lines {
        let Some(old) = before.line(&line.id) else { continue };
        let was_begun = number_of(situation, before, old, day) > 0;
        let is_begun = number_of(situation, &next, line, day) > 0;
        let is_it =
            |other: &Prescription| (&other.title, &other.sheet_no) == (&line.title, &line.sheet_no);
        let is_alone = after.lines.iter().filter(|other| is_it(other)).count() == 1;
        let of_amount = |change: &Change| {
            let things =
                [ChangedThing::LineDose, ChangedThing::LineSide, ChangedThing::LineHowOften];
            (&change.title, &change.sheet_no) == (&line.title, &line.sheet_no)
                && things.contains(&change.thing)
        };
        let (was, is) =
            (told_on(situation, before, old, day), told_on(situation, &next, line, day));
        let is_told = was != is || changes.iter().any(of_amount);
        if (!was_begun && !is_begun) || !is_told {
            continue;
        }
        if !is_begun && is_alone {
            changes.retain(|change| !of_amount(change));
        }
        first.push(Change {
            kind: ChangeKind::Changed,
            thing: ChangedThing::LineFrom,
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            before: was,
            after: is,
        });
    }
    first.extend(changes);
    first
}

fn told_on(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Vec<Told> {
    let on_day = line_on(situation, revision, line, day);
    let mut told = told_dose(&on_day.dose, on_day.side);
    told.extend(told_frequency(on_day.frequency, revision));
    told
}

/// What a line of `draft` asks for on `day`.
pub(super) fn asks(
    situation: &Situation<'_>,
    draft: &PlanDraft,
    line: &Prescription,
    day: Day,
) -> (Dose, Side, Frequency) {
    on_day(situation, &as_next(situation, draft), &answered(draft, line), day)
}

/// What `line` of `revision` asks for on `day`.
pub(super) fn on_day(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> (Dose, Side, Frequency) {
    let on_day = line_on(situation, revision, line, day);
    (on_day.dose, on_day.side, on_day.frequency.clone())
}

/// Whether anything of `line` of `draft` comes after what holds on `day`.
pub(super) fn later_in(
    situation: &Situation<'_>,
    draft: &PlanDraft,
    line: &Prescription,
    day: Day,
) -> bool {
    let next = as_next(situation, draft);
    has_later(line, number_of(situation, &next, &answered(draft, line), day))
}

/// The first date after `day` on which `line` of `revision` grows; `None` where nothing grows.
pub(super) fn next_date(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<Day> {
    let late = late_of(situation, revision, line, day).unwrap_or_default();
    line.growth?.dates(&revision.anchors()).find(|date| date.plus(late) > day)
}

/// Whether anything of `line` comes after so many of its steps.
fn has_later(line: &Prescription, taken: u16) -> bool {
    let grows = line.growth.is_some_and(|growth| {
        line.dose.number(growth.key).is_some_and(|number| growth.steps_above(number) > taken)
    });
    grows || line.stages.len() > usize::from(taken)
}

/// `line` without the steps of which something is not answered yet, and what comes after them.
pub(super) fn answered(draft: &PlanDraft, line: &Prescription) -> Prescription {
    let mut line = line.clone();
    for open in &draft.open {
        match &open.place {
            DraftPlace::Growth(id) if *id == line.id => line.growth = None,
            DraftPlace::Stage { line: id, number } if *id == line.id => {
                line.stages.truncate(usize::from(number.saturating_sub(1)));
            }
            _ => {}
        }
    }
    line
}

/// The draft as the revision that it would be.
pub(super) fn as_next(situation: &Situation<'_>, draft: &PlanDraft) -> Revision {
    let mut next = draft.revision.clone();
    if let Some(present) = present(situation, next.plan.as_str()) {
        next.number = present.number.saturating_add(1);
    }
    next
}

/// The revision of `plan` that was taken in last.
pub(super) fn present<'a>(situation: &Situation<'a>, plan: &str) -> Option<&'a Revision> {
    let mine = situation.revisions.iter().filter(|known| known.revision.plan.as_str() == plan);
    mine.max_by_key(|known| (known.imported_at, known.revision.number)).map(|known| &known.revision)
}
