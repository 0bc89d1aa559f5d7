//! What stands beside the lines: adding, moving and removing it, with what names it and what is asked of it.

use super::edit::leave_out;
use super::forget::forget;
use super::{Asked, DraftPlace, PlanDraft, RuleKind};
use crate::ids::{AppointmentId, ClearanceId, DayTypeId, PhaseId, ProgrammeId, RoundId};
use crate::plan::{
    Advance, Appointment, BadDay, Clearance, Contact, DayOff, DayOffThen, DayPattern, DayType,
    LimitUntil, MissedDose, Note, NoteAbout, Pain, PainAction, PainLasts, PainRule, PainTrigger,
    PainWhen, PainWhere, Phase, Precaution, Programme, REVIEW, ReEntry, Revision, Round,
};
use crate::time::{DayRef, Stretch};

/// Adds a rule with the paper's words, and asks what else it needs.
pub(super) fn add(draft: &mut PlanDraft, rule: RuleKind, as_written: &str) -> DraftPlace {
    let words = || as_written.to_owned();
    let sheet = &mut draft.revision;
    let asked: &[Asked] = match rule {
        RuleKind::DayType => {
            let day_type = new_day_type(sheet, as_written);
            sheet.day_types.push(day_type);
            &[Asked::Day]
        }
        RuleKind::Clearance => {
            let taken = |id: &ClearanceId| sheet.clearances.iter().any(|known| known.id == *id);
            let id = ClearanceId::made_of(as_written, "ok", taken);
            let (from_whom, ask_on) = (None, None);
            sheet.clearances.push(Clearance { id, as_written: words(), from_whom, ask_on });
            &[]
        }
        RuleKind::Appointment => {
            let appointments = &sheet.appointments;
            let taken = |id: &AppointmentId| {
                id.as_str() == REVIEW || appointments.iter().any(|known| known.id == *id)
            };
            let id = AppointmentId::made_of(as_written, "appointment", taken);
            let (title, date) = (words(), sheet.starts);
            sheet.appointments.push(Appointment { id, title, date, as_written: None });
            &[Asked::Day]
        }
        RuleKind::Phase => {
            let taken = |id: &PhaseId| sheet.phases.iter().any(|known| known.id == *id);
            let id = PhaseId::made_of(as_written, "phase", taken);
            let stretch = Stretch::Days { from: Some(DayRef::AfterStart(0)), until: None };
            sheet.phases.push(Phase { id, title: words(), stretch, clearance: None });
            &[Asked::WhichDay]
        }
        RuleKind::Programme => {
            let taken = |id: &ProgrammeId| sheet.programmes.iter().any(|known| known.id == *id);
            let id = ProgrammeId::made_of(as_written, "programme", taken);
            let turns = vec!["A".to_owned(), "B".to_owned()];
            let (days, advance) = (DayPattern::EveryDay, Advance::Done);
            sheet.programmes.push(Programme { id, title: words(), turns, days, advance });
            &[Asked::WhichDays, Asked::Advance]
        }
        RuleKind::MissedDose => {
            sheet.missed_dose.as_written = Some(words());
            &[]
        }
        RuleKind::Round => {
            let taken = |id: &RoundId| sheet.rounds.iter().any(|known| known.id == *id);
            let id = RoundId::made_of(as_written, "round", taken);
            let missed_dose = MissedDose::default();
            sheet.rounds.push(Round { id, title: words(), at: None, routine: None, missed_dose });
            &[Asked::Time]
        }
        RuleKind::Limit => {
            sheet.precautions.push(new_limit(words()));
            &[Asked::Until]
        }
        RuleKind::Pain => {
            sheet.pain.get_or_insert_with(Pain::default).as_written = Some(words());
            &[]
        }
        RuleKind::PainRule => {
            let pain = sheet.pain.get_or_insert_with(Pain::default);
            pain.rules.push(new_pain_rule(words()));
            &[Asked::Trigger, Asked::Where, Asked::When, Asked::Then, Asked::Lasts]
        }
        RuleKind::BadDay => {
            let minimum = sheet.bad_day.take().map_or_else(Vec::new, |before| before.minimum);
            sheet.bad_day = Some(BadDay { as_written: words(), minimum });
            &[]
        }
        RuleKind::DayOff => {
            let (weekdays, dates, except) = (Vec::new(), Vec::new(), Vec::new());
            let then = DayOffThen::Skip;
            sheet.days_off.push(DayOff { as_written: words(), weekdays, dates, except, then });
            &[Asked::Day, Asked::Then]
        }
        RuleKind::ReEntry => {
            let part = sheet.re_entry.take().and_then(|before| before.part);
            sheet.re_entry = Some(ReEntry { as_written: words(), part });
            &[]
        }
        RuleKind::Note => {
            let (sheet_no, about) = (None, NoteAbout::General);
            sheet.notes.push(Note { sheet_no, as_written: words(), about });
            &[Asked::About]
        }
        RuleKind::Contact => {
            let (number, hours, about) = (String::new(), None, None);
            sheet.contacts.push(Contact { name: words(), number, hours, about });
            &[Asked::Number]
        }
    };
    let number = length(&draft.revision, rule);
    let place = DraftPlace::Rule { rule, number };
    for asked in asked {
        draft.ask(&place, *asked);
    }
    place
}

fn new_day_type(sheet: &Revision, title: &str) -> DayType {
    let taken = |id: &DayTypeId| sheet.day_types.iter().any(|known| known.id == *id);
    DayType {
        id: DayTypeId::made_of(title, "kind-of-day", taken),
        title: title.to_owned(),
        weekdays: Vec::new(),
        dates: Vec::new(),
        start: None,
        quiet_hours: None,
        awake: None,
        times: Vec::new(),
        leave_out: Vec::new(),
    }
}

fn new_limit(as_written: String) -> Precaution {
    Precaution {
        as_written,
        source: None,
        kinds: Vec::new(),
        lift_kg: None,
        sit_minutes: None,
        up_minutes: None,
        until: LimitUntil::default(),
    }
}

/// A rule that stops for any pain until somebody speaks, for as long as nobody has said what the sheet means.
fn new_pain_rule(as_written: String) -> PainRule {
    PainRule {
        as_written,
        lines: Vec::new(),
        place: PainWhere::Either,
        trigger: PainTrigger::AtLeast(1),
        when: PainWhen::Any,
        then: PainAction::Stop,
        lasts: PainLasts::UntilTold,
        ring: None,
    }
}

/// How many of `rule` the sheet has.
fn length(sheet: &Revision, rule: RuleKind) -> u16 {
    let length = match rule {
        RuleKind::DayType => sheet.day_types.len(),
        RuleKind::Clearance => sheet.clearances.len(),
        RuleKind::Appointment => sheet.appointments.len(),
        RuleKind::Phase => sheet.phases.len(),
        RuleKind::Programme => sheet.programmes.len(),
        RuleKind::Round => sheet.rounds.len(),
        RuleKind::Limit => sheet.precautions.len(),
        RuleKind::PainRule => sheet.pain.as_ref().map_or(0, |pain| pain.rules.len()),
        RuleKind::DayOff => sheet.days_off.len(),
        RuleKind::Note => sheet.notes.len(),
        RuleKind::Contact => sheet.contacts.len(),
        RuleKind::MissedDose => usize::from(sheet.missed_dose != MissedDose::default()),
        RuleKind::Pain => usize::from(sheet.pain.is_some()),
        RuleKind::BadDay => usize::from(sheet.bad_day.is_some()),
        RuleKind::ReEntry => usize::from(sheet.re_entry.is_some()),
    };
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// Removes what stands at `place`, and what named it; `None` where there is nothing to remove.
pub(super) fn remove(draft: &mut PlanDraft, place: &DraftPlace) -> Option<()> {
    match place {
        DraftPlace::Sheet => return None,
        DraftPlace::Line(id) => {
            draft.revision.line(id)?;
            leave_out(draft, std::slice::from_ref(id));
        }
        DraftPlace::Stage { line, number } => {
            let stages = &mut draft.line_mut(line)?.stages;
            let at = at(*number, stages.len())?;
            stages.remove(at);
            follow(draft, place, None);
        }
        DraftPlace::Growth(id) => {
            draft.line_mut(id)?.growth.take()?;
            draft.open.retain(|open| open.place != *place);
        }
        DraftPlace::Rule { rule, number } => {
            let at = at(*number, length(&draft.revision, *rule).into())?;
            forget(draft, *rule, at);
            remove_rule(&mut draft.revision, *rule, at);
            if *rule == RuleKind::Pain {
                draft.open.retain(|open| {
                    !matches!(open.place, DraftPlace::Rule { rule: RuleKind::PainRule, .. })
                });
            }
            follow(draft, place, None);
        }
    }
    Some(())
}

fn remove_rule(sheet: &mut Revision, rule: RuleKind, at: usize) {
    match rule {
        RuleKind::DayType => drop(sheet.day_types.remove(at)),
        RuleKind::Clearance => drop(sheet.clearances.remove(at)),
        RuleKind::Appointment => drop(sheet.appointments.remove(at)),
        RuleKind::Phase => drop(sheet.phases.remove(at)),
        RuleKind::Programme => drop(sheet.programmes.remove(at)),
        RuleKind::Round => drop(sheet.rounds.remove(at)),
        RuleKind::Limit => drop(sheet.precautions.remove(at)),
        RuleKind::PainRule => {
            if let Some(pain) = &mut sheet.pain {
                pain.rules.remove(at);
            }
        }
        RuleKind::DayOff => drop(sheet.days_off.remove(at)),
        RuleKind::Note => drop(sheet.notes.remove(at)),
        RuleKind::Contact => drop(sheet.contacts.remove(at)),
        RuleKind::MissedDose => sheet.missed_dose = MissedDose::default(),
        RuleKind::Pain => sheet.pain = None,
        RuleKind::BadDay => sheet.bad_day = None,
        RuleKind::ReEntry => sheet.re_entry = None,
    }
}

/// Moves what stands at `place` to the place `to` among its like; answers its new place.
pub(super) fn move_to(draft: &mut PlanDraft, place: &DraftPlace, to: u16) -> Option<DraftPlace> {
    match place {
        DraftPlace::Line(id) => {
            let lines = &mut draft.revision.lines;
            let from = lines.iter().position(|line| line.id == *id)?;
            shift(lines, from, at(to, lines.len())?);
            Some(place.clone())
        }
        DraftPlace::Stage { line, number } => {
            let stages = &mut draft.line_mut(line)?.stages;
            let (from, new) = (at(*number, stages.len())?, at(to, stages.len())?);
            shift(stages, from, new);
            follow(draft, place, Some(to));
            Some(DraftPlace::Stage { line: line.clone(), number: to })
        }
        DraftPlace::Rule { rule, number } => {
            let length = length(&draft.revision, *rule).into();
            let (from, new) = (at(*number, length)?, at(to, length)?);
            move_rule(&mut draft.revision, *rule, from, new)?;
            follow(draft, place, Some(to));
            Some(DraftPlace::Rule { rule: *rule, number: to })
        }
        DraftPlace::Sheet | DraftPlace::Growth(_) => None,
    }
}

fn move_rule(sheet: &mut Revision, rule: RuleKind, from: usize, to: usize) -> Option<()> {
    match rule {
        RuleKind::DayType => shift(&mut sheet.day_types, from, to),
        RuleKind::Clearance => shift(&mut sheet.clearances, from, to),
        RuleKind::Appointment => shift(&mut sheet.appointments, from, to),
        RuleKind::Phase => shift(&mut sheet.phases, from, to),
        RuleKind::Programme => shift(&mut sheet.programmes, from, to),
        RuleKind::Round => shift(&mut sheet.rounds, from, to),
        RuleKind::Limit => shift(&mut sheet.precautions, from, to),
        RuleKind::PainRule => shift(&mut sheet.pain.as_mut()?.rules, from, to),
        RuleKind::DayOff => shift(&mut sheet.days_off, from, to),
        RuleKind::Note => shift(&mut sheet.notes, from, to),
        RuleKind::Contact => shift(&mut sheet.contacts, from, to),
        RuleKind::MissedDose | RuleKind::Pain | RuleKind::BadDay | RuleKind::ReEntry => {
            return None;
        }
    }
    Some(())
}

fn shift<T>(list: &mut Vec<T>, from: usize, to: usize) {
    let moved = list.remove(from);
    list.insert(to, moved);
}

/// The place in a list of `length` that people call `number`.
fn at(number: u16, length: usize) -> Option<usize> {
    usize::from(number).checked_sub(1).filter(|at| *at < length)
}

/// Lets the questions, and what was typed, follow what was moved from `place` to the place `to`, or removed when `None`.
fn follow(draft: &mut PlanDraft, place: &DraftPlace, to: Option<u16>) {
    let renumbered = |number: u16, moved: u16| match to {
        None if number == moved => None,
        None => Some(if number > moved { number - 1 } else { number }),
        Some(to) if number == moved => Some(to),
        Some(to) => {
            let without = if number > moved { number - 1 } else { number };
            Some(if without >= to { without + 1 } else { without })
        }
    };
    let place_now = |known: &DraftPlace| match (known, place) {
        (
            DraftPlace::Stage { line, number },
            DraftPlace::Stage { line: of_moved, number: moved },
        ) if line == of_moved => {
            let number = renumbered(*number, *moved)?;
            Some(DraftPlace::Stage { line: line.clone(), number })
        }
        (DraftPlace::Rule { rule, number }, DraftPlace::Rule { rule: of_moved, number: moved })
            if rule == of_moved =>
        {
            Some(DraftPlace::Rule { rule: *rule, number: renumbered(*number, *moved)? })
        }
        _ => Some(known.clone()),
    };
    draft.open.retain_mut(|open| place_now(&open.place).map(|now| open.place = now).is_some());
    draft.move_typed(place_now);
}
