//! What a change to a line leaves of the steps that it has taken.

use super::Situation;
use super::from_now::{answered, as_next, asks, later_in, next_date, on_day, present};
use super::phases::late_of;
use super::steps::{Taken, number_of};
use crate::ids::LineId;
use crate::plan::draft::{Asked, DraftPlace, PlanDraft};
use crate::plan::{Growth, Prescription, Revision, StageBegins};
use crate::time::{Day, DayRef};

/// `draft`, which was `former` before it was changed, so that the steps of the present plan stay taken on `day`: a stage that
/// had begun does not end because something in it was changed, one at which the person stayed does not begin, and a dose
/// that has grown stays where the way in which it grows is another. Where another dose is asked for, because the line was
/// changed or because `day` is not the one from which `former` was to hold, whether what comes later still holds is asked.
#[must_use]
pub fn keep_steps(
    situation: &Situation<'_>,
    (former, former_day): (&PlanDraft, Day),
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
        let mut grows_anew = false;
        if old.growth.is_some() {
            grows_anew = keep_grown(situation, (present, old), former, &mut draft, day);
            if begun == 0 {
                wait_on(situation, old, &mut draft, day);
            }
        } else if line.growth.is_none() {
            keep_begun(situation, (present, old), &mut draft, begun, day);
            ask_of_stayed(situation, old, (former, &mut draft), begun, day);
        }
        let Some(line) = draft.revision.line(&old.id) else { continue };
        let before = former.revision.line(&old.id);
        let now = asks(situation, &draft, line, day);
        let is_new =
            before.is_some_and(|before| asks(situation, former, before, former_day) != now);
        let has_now = later_in(situation, &draft, line, day);
        let had = before.is_some_and(|before| later_in(situation, former, before, former_day));
        let of_present = |day| on_day(situation, present, old, day);
        // On another day another step is reached: what was compared with the paper did not say that.
        if former_day != day && (is_new || of_present(former_day) != of_present(day)) {
            draft.read_back.retain(|id| *id != old.id);
        }
        if (is_new && (has_now || former_day != day)) || (grows_anew && has_now) {
            draft.ask(&place, Asked::Later);
        } else if had && !has_now {
            draft.close(&place, Asked::Later);
        }
    }
    draft
}

/// Lets a dose that has grown stay what it is on `day` where how it grows was changed since `former`, or is asked, and the dose
/// was not typed beside it. It goes on from the next date on. Answers whether it does so in another way.
fn keep_grown(
    situation: &Situation<'_>,
    (present, old): (&Revision, &Prescription),
    former: &PlanDraft,
    draft: &mut PlanDraft,
    day: Day,
) -> bool {
    let Some(was) = former.revision.line(&old.id) else { return false };
    let Some(line) = draft.revision.line(&old.id).filter(|line| line.dose == was.dose) else {
        return false;
    };
    let way = |growth: Growth| (growth.key, growth.by, growth.every_days, growth.at_most);
    let (before, now) = (answered(former, was), answered(draft, line).growth);
    let Some(grew) = before.growth else { return false };
    let next = as_next(situation, former);
    let anchors = draft.revision.anchors();
    let has_come = |growth: Growth| growth.from.resolve(&anchors) <= day;
    let grown = if now.map(way) != Some(way(grew)) {
        on_day(situation, &next, &before, day).0
    } else if has_come(grew)
        && now.is_some_and(|now| !has_come(now))
        && now.map(way) == old.growth.map(way)
        && line.dose == old.dose
    {
        // Only the day from which it grows is another one, and lies ahead. While it was typed it may have been any day, such
        // as one of a half year: so what it has grown to is what the present plan says.
        on_day(situation, present, old, day).0
    } else {
        return false;
    };
    let coming = next_date(situation, &next, &before, day);
    let Some(line) = draft.line_mut(&old.id) else { return false };
    line.dose = grown;
    let (Some(growth), Some(coming)) = (&mut line.growth, coming) else { return false };
    if has_come(*growth) {
        growth.from = DayRef::On(coming);
    }
    true
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
        let Some(said) = words.words(number).find(|said| said.holds_on(day)) else { return };
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
        let on = DayRef::On(on);
        line.stages[at].begins = match begins(line, at) {
            // No is said of it later as before.
            Some(StageBegins::WithClearance { clearance, .. }) => {
                StageBegins::WithClearance { clearance, from: Some(on) }
            }
            _ => StageBegins::On(on),
        };
        if let Some(before) = at.checked_sub(1).and_then(|at| line.stages.get_mut(at)) {
            let ends = before.until.map(|until| until.resolve(&anchors));
            before.until = ends.map(|until| DayRef::On(until.min(on.resolve(&anchors))));
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
    let coming = next_date(situation, &next, line, day);
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
