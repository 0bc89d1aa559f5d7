//! A line whose steps have begun, and that is changed: what it asks for on the day from which the change holds, and what
//! makes that a number which is typed as "from now on" is what is asked for on that day.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::phases::late_of;
use super::steps::{Taken, line_on, number_of};
use crate::ids::LineId;
use crate::plan::draft::{Asked, DraftPlace, PlanDraft, saved};
use crate::plan::{
    Change, ChangeKind, ChangedThing, Dose, Frequency, Prescription, Revision, Side, StageBegins,
    Told, told_dose, told_frequency,
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
    let late = late_of(situation, &next, &line, day).unwrap_or_default();
    let coming = growth.dates(&next.anchors()).find(|date| date.plus(late) > day)?;
    growth.from = DayRef::On(coming);
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

/// `draft`, which was `former` before it was changed, so that the steps of the present plan stay taken on `day`: a stage that
/// had begun does not end because something in it was changed, one at which the person stayed does not begin, and where
/// another dose is asked for, whether what comes later still holds is asked.
#[must_use]
pub fn keep_steps(
    situation: &Situation<'_>,
    former: &PlanDraft,
    mut draft: PlanDraft,
    day: Day,
) -> PlanDraft {
    let Some(present) = present(situation, draft.revision.plan.as_str()) else { return draft };
    for old in &present.lines {
        let Some(line) = draft.revision.line(&old.id) else { continue };
        let place = DraftPlace::Line(old.id.clone());
        if line == old {
            draft.close(&place, Asked::Later);
            continue;
        }
        let begun = number_of(situation, present, old, day);
        let was = former
            .revision
            .line(&old.id)
            .filter(|was| was.growth.is_some() && line.growth.is_none() && line.dose == was.dose);
        if let Some(was) = was {
            let (dose, ..) = asks(situation, former, was, day);
            // What grows no more stays as it is. A number that was typed beside it stands.
            draft.line_mut(&old.id).into_iter().for_each(|line| line.dose = dose.clone());
        } else if begun == 0 && old.growth.is_some() {
            wait_on(situation, old, &mut draft, day);
        } else if old.growth.is_none() && line.growth.is_none() {
            keep_begun(situation, (present, old), &mut draft, begun, day);
            ask_of_stayed(situation, old, (former, &mut draft), begun, day);
        }
        let Some(line) = draft.revision.line(&old.id) else { continue };
        let before = former.revision.line(&old.id);
        let now = asks(situation, &draft, line, day);
        let is_new = before.is_some_and(|before| asks(situation, former, before, day) != now);
        let next = as_next(situation, &draft);
        let taken = number_of(situation, &next, &answered(&draft, line), day);
        if !has_later(line, taken) {
            draft.close(&place, Asked::Later);
        } else if is_new {
            draft.ask(&place, Asked::Later);
        }
    }
    draft
}

/// Lets the first `begun` stages of a line begin where only words of the person let them begin, that were said of them as
/// they were: on the day from which those held.
fn keep_begun(
    situation: &Situation<'_>,
    (present, old): (&Revision, &Prescription),
    draft: &mut PlanDraft,
    begun: u16,
    day: Day,
) {
    for number in 1..=begun {
        let next = as_next(situation, draft);
        let Some(line) = draft.revision.line(&old.id) else { return };
        let line = answered(draft, line);
        let at = usize::from(number) - 1;
        let begins =
            |line: &Prescription, at: usize| line.stages.get(at).map(|stage| stage.begins.clone());
        if begins(&line, at).is_none() || begins(&line, at) != begins(old, at) {
            return;
        }
        if number_of(situation, &next, &line, day) >= number {
            continue;
        }
        // What an OK or a day let begin waits for those again: no silence stands in their place.
        let words = Taken::new(situation, present, old, day);
        let Some(said) = words.words(number).next() else { return };
        let late = late_of(situation, &next, &line, day).unwrap_or_default();
        let anchors = next.anchors();
        let first = |at: usize| begins(&line, at).and_then(|begins| begins.first_day(&anchors));
        let mut on = said.day.plus(-late);
        // Rows follow one another, each from a day of its own.
        if let Some(before) = at.checked_sub(1).and_then(first) {
            on = on.max(before.plus(1));
        }
        if let Some(after) = first(at + 1).filter(|_| number < begun) {
            on = on.min(after.plus(-1));
        }
        let Some(line) = draft.line_mut(&old.id) else { return };
        line.stages[at].begins = StageBegins::On(DayRef::On(on));
        if let Some(before) = at.checked_sub(1).and_then(|at| line.stages.get_mut(at)) {
            let ends = before.until.map(|until| until.resolve(&anchors));
            before.until = ends.map(|until| DayRef::On(until.min(on)));
        }
    }
}

/// Lets a line go on growing after `day` that has not grown yet and would have, because another number was typed: the person
/// had stayed at the one of before.
fn wait_on(situation: &Situation<'_>, old: &Prescription, draft: &mut PlanDraft, day: Day) {
    let next = as_next(situation, draft);
    let Some(line) = draft.revision.line(&old.id) else { return };
    let grows = line.growth.filter(|grows| old.growth.is_some_and(|was| was.from == grows.from));
    let Some(mut growth) = grows else { return };
    if number_of(situation, &next, &answered(draft, line), day) == 0 {
        return;
    }
    let late = late_of(situation, &next, line, day).unwrap_or_default();
    let coming = growth.dates(&next.anchors()).find(|date| date.plus(late) > day);
    let (Some(coming), Some(line)) = (coming, draft.line_mut(&old.id)) else { return };
    growth.from = DayRef::On(coming);
    line.growth = Some(growth);
}

/// Asks from which day the stages hold that would begin because their line was changed: the person had stayed before them.
fn ask_of_stayed(
    situation: &Situation<'_>,
    old: &Prescription,
    (former, draft): (&PlanDraft, &mut PlanDraft),
    begun: u16,
    day: Day,
) {
    let Some(line) = draft.revision.line(&old.id) else { return };
    let next = as_next(situation, draft);
    let now = number_of(situation, &next, &answered(draft, line), day);
    // Once it would begin in the draft as it was, it was asked already.
    let then = former.revision.line(&old.id).map(|was| answered(former, was));
    let before =
        then.map_or(begun, |was| number_of(situation, &as_next(situation, former), &was, day));
    for number in begun.max(before) + 1..=now {
        let at = usize::from(number) - 1;
        let is_as_before = old
            .stages
            .get(at)
            .zip(line_at(draft, &old.id, at))
            .is_some_and(|(was, is)| was.begins == *is);
        let place = DraftPlace::Stage { line: old.id.clone(), number };
        if is_as_before {
            draft.ask(&place, Asked::WhichDay);
        }
    }
}

fn line_at<'a>(draft: &'a PlanDraft, id: &LineId, at: usize) -> Option<&'a StageBegins> {
    Some(&draft.revision.line(id)?.stages.get(at)?.begins)
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
fn asks(
    situation: &Situation<'_>,
    draft: &PlanDraft,
    line: &Prescription,
    day: Day,
) -> (Dose, Side, Frequency) {
    let line = answered(draft, line);
    let on_day = line_on(situation, &as_next(situation, draft), &line, day);
    (on_day.dose, on_day.side, on_day.frequency.clone())
}

/// Whether anything of `line` comes after so many of its steps.
fn has_later(line: &Prescription, taken: u16) -> bool {
    let grows = line.growth.is_some_and(|growth| {
        line.dose.number(growth.key).is_some_and(|number| growth.steps_above(number) > taken)
    });
    grows || line.stages.len() > usize::from(taken)
}

/// `line` without the steps of which something is not answered yet, and what comes after them.
fn answered(draft: &PlanDraft, line: &Prescription) -> Prescription {
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
fn as_next(situation: &Situation<'_>, draft: &PlanDraft) -> Revision {
    let mut next = draft.revision.clone();
    if let Some(present) = present(situation, next.plan.as_str()) {
        next.number = present.number.saturating_add(1);
    }
    next
}

/// The revision of `plan` that was taken in last.
fn present<'a>(situation: &Situation<'a>, plan: &str) -> Option<&'a Revision> {
    let mine = situation.revisions.iter().filter(|known| known.revision.plan.as_str() == plan);
    mine.max_by_key(|known| (known.imported_at, known.revision.number)).map(|known| &known.revision)
}
