//! When and how often a line, a stage or a programme is done: what an answer leaves open, and what it ends.

use std::mem::discriminant;

use super::edit::no_frequency;
use super::take::dose_mut;
use super::{Asked, DraftPlace, Often, PlanDraft, RuleKind};
use crate::catalogue::{Catalogue, Sided};
use crate::plan::{Bouts, DayPattern, Frequency, Prescription};

/// All that can be asked of when and how often.
const OF_OFTEN: [Asked; 5] = [
    Asked::WhichDays,
    Asked::HowOften,
    Asked::CountingFrom,
    Asked::NotRunning,
    Asked::BetweenHours,
];

/// What the person says of when and how often `place` is done; `None` where there is no such place.
pub(super) fn say(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    said: &Often,
    catalogue: &Catalogue,
) -> Option<()> {
    match said {
        Often::Due => {
            due_mut(draft, place, catalogue)?;
            Some(())
        }
        Often::AsNeeded => {
            let frequency = frequency_mut(draft, place)?;
            if !matches!(frequency, Frequency::AsNeeded { .. }) {
                let (when, most_a_day, ask_first) = (String::new(), None, None);
                let before = std::mem::replace(
                    frequency,
                    Frequency::AsNeeded { when, most_a_day, ask_first },
                );
                ask_after(draft, place, &before, catalogue);
            }
            close_all(draft, place);
            Some(())
        }
        Often::Technique => technique(draft, place),
        Often::Differs => {
            let DraftPlace::Stage { .. } = place else { return None };
            let is_due = matches!(frequency_mut(draft, place)?, Frequency::Due { .. });
            if is_due {
                draft.ask(place, Asked::HowOften);
            }
            Some(())
        }
        Often::AsLine => {
            draft.stage_mut(place)?.frequency = None;
            close_all(draft, place);
            Some(())
        }
        Often::Days(days) => set_days(draft, place, days.clone(), catalogue),
        Often::Bouts(bouts) => set_bouts(draft, place, bouts.clone(), catalogue),
    }
}

/// A way of moving: it has no dose and no side, it is done every time, as the moment asks.
pub(super) fn technique(draft: &mut PlanDraft, place: &DraftPlace) -> Option<()> {
    *frequency_mut(draft, place)? = Frequency::Technique;
    close_all(draft, place);
    draft.close(place, Asked::Dose);
    draft.close(place, Asked::Side);
    dose_mut(draft, place)?.not_given.clear();
    Some(())
}

/// Sets the days. A kind of days that needs one answer more asks for it, unless it was of that kind before.
pub(super) fn set_days(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    new: DayPattern,
    catalogue: &Catalogue,
) -> Option<()> {
    let days = days_mut(draft, place, catalogue)?;
    let is_of_that_kind = discriminant(days) == discriminant(&new);
    let asked = match new {
        DayPattern::EveryNDays { .. } => Some(Asked::CountingFrom),
        DayPattern::TimesAWeek { not_two_days_running: false, .. } => Some(Asked::NotRunning),
        _ => None,
    };
    *days = new;
    let was_said = !draft.is_asked(place, Asked::WhichDays);
    draft.close(place, Asked::WhichDays);
    for known in [Asked::CountingFrom, Asked::NotRunning] {
        if asked != Some(known) {
            draft.close(place, known);
        } else if !(is_of_that_kind && was_said) {
            draft.ask(place, known);
        }
    }
    Some(())
}

/// Sets how often on such a day. Every so many hours asks between which hours, unless it was so before.
pub(super) fn set_bouts(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    new: Bouts,
    catalogue: &Catalogue,
) -> Option<()> {
    let (_, bouts) = due_mut(draft, place, catalogue)?;
    let is_of_that_kind = discriminant(bouts) == discriminant(&new);
    let leaves_hours_open = matches!(new, Bouts::EveryHours { between: None, .. });
    *bouts = new;
    let was_said = !draft.is_asked(place, Asked::HowOften);
    draft.close(place, Asked::HowOften);
    if !leaves_hours_open {
        draft.close(place, Asked::BetweenHours);
    } else if !(is_of_that_kind && was_said) {
        draft.ask(place, Asked::BetweenHours);
    }
    Some(())
}

/// The days of a line, stage or programme.
pub(super) fn days_mut<'a>(
    draft: &'a mut PlanDraft,
    place: &DraftPlace,
    catalogue: &Catalogue,
) -> Option<&'a mut DayPattern> {
    if let DraftPlace::Rule { rule: RuleKind::Programme, number } = place {
        let at = usize::from(*number).checked_sub(1)?;
        return draft.revision.programmes.get_mut(at).map(|programme| &mut programme.days);
    }
    due_mut(draft, place, catalogue).map(|(days, _)| days)
}

/// The days and bouts of a line or stage. What was done as needed, or every time, becomes due; what that leaves
/// open is asked.
pub(super) fn due_mut<'a>(
    draft: &'a mut PlanDraft,
    place: &DraftPlace,
    catalogue: &Catalogue,
) -> Option<(&'a mut DayPattern, &'a mut Bouts)> {
    let frequency = frequency_mut(draft, place)?;
    if !matches!(frequency, Frequency::Due { .. }) {
        let before = std::mem::replace(frequency, no_frequency());
        draft.ask(place, Asked::WhichDays);
        draft.ask(place, Asked::HowOften);
        ask_after(draft, place, &before, catalogue);
    }
    match frequency_mut(draft, place)? {
        Frequency::Due { days, bouts } => Some((days, bouts)),
        Frequency::AsNeeded { .. } | Frequency::Technique => None,
    }
}

/// When and how often. A stage that is as its line gets its own, with what is still open of the line's.
pub(super) fn frequency_mut<'a>(
    draft: &'a mut PlanDraft,
    place: &DraftPlace,
) -> Option<&'a mut Frequency> {
    match place {
        DraftPlace::Line(line) => draft.line_mut(line).map(|line| &mut line.frequency),
        DraftPlace::Stage { line: id, .. } => {
            if draft.stage_mut(place)?.frequency.is_none() {
                let of_line = draft.revision.line(id)?.frequency.clone();
                draft.stage_mut(place)?.frequency = Some(of_line);
                let line = DraftPlace::Line(id.clone());
                for asked in OF_OFTEN {
                    if draft.is_asked(&line, asked) {
                        draft.ask(place, asked);
                    }
                }
            }
            draft.stage_mut(place)?.frequency.as_mut()
        }
        DraftPlace::Sheet | DraftPlace::Growth(_) | DraftPlace::Rule { .. } => None,
    }
}

/// What was a way of moving has an amount and a side again, and nobody has said them.
fn ask_after(draft: &mut PlanDraft, place: &DraftPlace, before: &Frequency, catalogue: &Catalogue) {
    let DraftPlace::Line(id) = place else { return };
    if !matches!(before, Frequency::Technique) {
        return;
    }
    draft.ask(place, Asked::Dose);
    let exercise = draft.revision.line(id).and_then(|line| catalogue.get(&line.exercise));
    if exercise.is_none_or(|exercise| exercise.sided != Sided::No) {
        draft.ask(place, Asked::Side);
    }
}

/// Asks no more of when and how often.
pub(super) fn close_all(draft: &mut PlanDraft, place: &DraftPlace) {
    for asked in OF_OFTEN {
        draft.close(place, asked);
    }
}

/// Whether the days of a week on which `line` is done may follow one another. No word of the line says so: it is told where
/// the line is read back.
#[must_use]
pub fn may_follow(line: &Prescription) -> bool {
    let Frequency::Due { days, .. } = &line.frequency else { return false };
    matches!(days, DayPattern::TimesAWeek { not_two_days_running: false, .. })
}
