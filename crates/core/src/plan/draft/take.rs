//! Taking into a line or a stage what its words say.

use super::edit::set_exercise;
use super::{Asked, DraftPlace, LinePart, PlanDraft, RuleKind, often, rules};
use crate::catalogue::Catalogue;
use crate::ids::RoundId;
use crate::plan::dose::MEASURES;
use crate::plan::{Bouts, Counted, DayOff, DayPattern, Dose, Frequency, Growth, NotGiven, Side};
use crate::time::{DayRef, Stretch, Weekday};

/// Takes `part` into the line or stage at `place`; `None` where there is none.
pub(super) fn take(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    part: &LinePart,
    catalogue: &Catalogue,
) -> Option<()> {
    match part {
        LinePart::Exercise(exercise) => {
            let DraftPlace::Line(line) = place else { return None };
            set_exercise(draft, line, catalogue.get(exercise)?)?;
        }
        LinePart::Side(side) => {
            set_side(draft, place, *side)?;
            draft.close(place, Asked::Side);
        }
        LinePart::Number { .. }
        | LinePart::UpTo { .. }
        | LinePart::RestSeconds(_)
        | LinePart::Load(_)
        | LinePart::LoadKg(_)
        | LinePart::Range(_)
        | LinePart::NotGiven(_) => {
            let dose = dose_mut(draft, place)?;
            give(dose, part);
            if dose.measure().is_some() || dose.not_given.contains(&NotGiven::Dose) {
                draft.close(place, Asked::Dose);
            }
        }
        LinePart::Days(_) | LinePart::EveryDays(_) | LinePart::NotOn(_) => {
            take_days(draft, place, part, catalogue)?;
        }
        LinePart::DayOff { as_written, weekdays } => take_day_off(draft, as_written, weekdays),
        LinePart::TimesADay { .. }
        | LinePart::GapMinutes(_)
        | LinePart::EveryHours { .. }
        | LinePart::Rounds(_) => take_bouts(draft, place, part, catalogue)?,
        LinePart::AsNeeded { when, most_a_day } => {
            let frequency = often::frequency_mut(draft, place)?;
            // The words say nothing of what is asked first.
            let ask_first = match frequency {
                Frequency::AsNeeded { ask_first, .. } => ask_first.take(),
                _ => None,
            };
            *frequency =
                Frequency::AsNeeded { when: when.clone(), most_a_day: *most_a_day, ask_first };
            often::close_all(draft, place);
        }
        LinePart::Growth { .. } => take_growth(draft, place, part)?,
        LinePart::LastDay { until, .. } => {
            let DraftPlace::Line(line) = place else { return None };
            // What goes by weeks has its end already.
            let Stretch::Days { until: end, .. } = &mut draft.line_mut(line)?.stretch else {
                return None;
            };
            *end = Some(DayRef::On(*until));
        }
        LinePart::Technique => {
            often::technique(draft, place)?;
            set_side(draft, place, Side::Both)?;
        }
    }
    Some(())
}

/// Makes a number of a line grow. What the words do not say is asked; a growth that is there keeps its answers.
fn take_growth(draft: &mut PlanDraft, place: &DraftPlace, part: &LinePart) -> Option<()> {
    let (DraftPlace::Line(id), LinePart::Growth { key, by, every_days, most }) = (place, part)
    else {
        return None;
    };
    let line = draft.line_mut(id)?;
    let before = line.growth.filter(|growth| growth.key == *key);
    // Where it ends and from when it grows only stand there until they are answered.
    line.growth = Some(Growth {
        key: *key,
        by: *by,
        every_days: *every_days,
        at_most: most.or(before.map(|growth| growth.at_most)).unwrap_or(*by),
        from: before.map_or(DayRef::AfterStart(0), |growth| growth.from),
    });
    let grows = DraftPlace::Growth(id.clone());
    for asked in [Asked::Grows, Asked::GrowsBy, Asked::GrowsEvery] {
        draft.close(&grows, asked);
    }
    if most.is_some() {
        draft.close(&grows, Asked::GrowsMost);
    } else if before.is_none() {
        draft.ask(&grows, Asked::GrowsMost);
    }
    if before.is_none() {
        draft.ask(&grows, Asked::WhichDay);
    }
    Some(())
}

fn set_side(draft: &mut PlanDraft, place: &DraftPlace, side: Side) -> Option<()> {
    match place {
        DraftPlace::Line(line) => draft.line_mut(line)?.side = side,
        DraftPlace::Stage { .. } => draft.stage_mut(place)?.side = Some(side),
        DraftPlace::Sheet | DraftPlace::Growth(_) | DraftPlace::Rule { .. } => return None,
    }
    Some(())
}

pub(super) fn dose_mut<'a>(draft: &'a mut PlanDraft, place: &DraftPlace) -> Option<&'a mut Dose> {
    match place {
        DraftPlace::Line(line) => draft.line_mut(line).map(|line| &mut line.dose),
        DraftPlace::Stage { .. } => draft.stage_mut(place).map(|stage| &mut stage.dose),
        DraftPlace::Sheet | DraftPlace::Growth(_) | DraftPlace::Rule { .. } => None,
    }
}

fn give(dose: &mut Dose, part: &LinePart) {
    match part {
        LinePart::Number { key, number } => {
            if MEASURES.contains(key) {
                // A sheet gives one measure: another one takes its place.
                (dose.repetitions, dose.breaths, dose.minutes) = (None, None, None);
                (dose.seconds, dose.walking_steps, dose.metres) = (None, None, None);
                dose.up_to.retain(|(known, _)| !MEASURES.contains(known));
            }
            dose.up_to.retain(|(known, _)| known != key);
            dose.set_number(*key, *number);
            dose.not_given.retain(|open| !answers(*key, *open));
        }
        LinePart::UpTo { key, most } => {
            dose.up_to.retain(|(known, _)| known != key);
            dose.up_to.push((*key, *most));
            dose.up_to.sort_unstable();
        }
        LinePart::RestSeconds(seconds) => {
            dose.rest_seconds = Some(*seconds);
            dose.not_given.retain(|open| *open != NotGiven::Rest);
        }
        LinePart::Load(words) => {
            dose.load = Some(words.clone());
            dose.not_given.retain(|open| *open != NotGiven::Load);
        }
        LinePart::LoadKg(weight) => {
            dose.load_kg = Some(*weight);
            dose.not_given.retain(|open| *open != NotGiven::Load);
        }
        LinePart::Range(words) => {
            dose.range = Some(words.clone());
            dose.not_given.retain(|open| *open != NotGiven::Range);
        }
        LinePart::NotGiven(part) if !dose.not_given.contains(part) => {
            dose.not_given.push(*part);
            dose.not_given.sort_unstable();
        }
        _ => {}
    }
}

/// Whether a number under `key` is what `open` says is not given.
fn answers(key: Counted, open: NotGiven) -> bool {
    match open {
        NotGiven::Dose => MEASURES.contains(&key),
        NotGiven::Sets => key == Counted::Sets,
        NotGiven::Repetitions => key == Counted::Repetitions,
        NotGiven::Hold => key == Counted::HoldSeconds,
        NotGiven::Minutes => key == Counted::Minutes,
        NotGiven::Rest | NotGiven::Load | NotGiven::Range => false,
    }
}

fn take_days(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    part: &LinePart,
    catalogue: &Catalogue,
) -> Option<()> {
    let starts = draft.revision.starts;
    let now = often::days_mut(draft, place, catalogue)?.clone();
    let new = match part {
        LinePart::Days(pattern) => pattern.clone(),
        // From which day is asked: the first day of the sheet only stands there until it is answered.
        LinePart::EveryDays(n) => DayPattern::EveryNDays { n: *n, from: starts },
        LinePart::NotOn(not_on) => {
            let now = match now {
                DayPattern::Weekdays(now) => now,
                _ => ALL_DAYS.to_vec(),
            };
            DayPattern::Weekdays(now.into_iter().filter(|day| !not_on.contains(day)).collect())
        }
        _ => return None,
    };
    often::set_days(draft, place, new, catalogue)?;
    match part {
        LinePart::EveryDays(_) => draft.ask(place, Asked::CountingFrom),
        _ => draft.close(place, Asked::CountingFrom),
    }
    Some(())
}

/// A day off of the whole sheet; one that is there already is not added again.
fn take_day_off(draft: &mut PlanDraft, as_written: &str, weekdays: &[Weekday]) {
    let is_it = |known: &DayOff| known.weekdays == weekdays && known.except.is_empty();
    if draft.revision.days_off.iter().any(is_it) {
        return;
    }
    let place = rules::add(draft, RuleKind::DayOff, as_written);
    if let Some(made) = draft.revision.days_off.last_mut() {
        made.weekdays = weekdays.to_vec();
    }
    draft.close(&place, Asked::Day);
}

fn take_bouts(
    draft: &mut PlanDraft,
    place: &DraftPlace,
    part: &LinePart,
    catalogue: &Catalogue,
) -> Option<()> {
    let (_, bouts) = often::due_mut(draft, place, catalogue)?;
    let gap = match bouts {
        Bouts::AnyTime { gap_minutes, .. } => *gap_minutes,
        Bouts::InRounds(_) | Bouts::EveryHours { .. } => None,
    };
    let new = match part {
        LinePart::TimesADay { times, most } => {
            Bouts::AnyTime { times: *times, most: *most, gap_minutes: gap }
        }
        LinePart::GapMinutes(minutes) => {
            if let Bouts::AnyTime { gap_minutes, .. } = bouts {
                *gap_minutes = Some(*minutes);
            }
            return Some(());
        }
        LinePart::EveryHours { hours, between } => {
            Bouts::EveryHours { hours: *hours, between: *between }
        }
        LinePart::Rounds(titles) => {
            Bouts::InRounds(titles.iter().map(|title| round_named(draft, title)).collect())
        }
        _ => return None,
    };
    often::set_bouts(draft, place, new, catalogue)
}

/// The round called `title`; one that is not there is made, and its time is asked.
fn round_named(draft: &mut PlanDraft, title: &str) -> RoundId {
    let is_it = |words: &str| words.trim().eq_ignore_ascii_case(title.trim());
    let known = draft
        .revision
        .rounds
        .iter()
        .find(|round| is_it(&round.title) || round.routine.as_deref().is_some_and(is_it));
    if let Some(known) = known {
        return known.id.clone();
    }
    rules::add(draft, RuleKind::Round, title);
    let made = draft.revision.rounds.last().map(|round| round.id.clone());
    made.unwrap_or_else(|| RoundId::made_of(title, "round", |_| false))
}

const ALL_DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
