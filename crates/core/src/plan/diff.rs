//! What a revision changes, in the order of the sheet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::{FUSIONS, WEEKS_COUNTED};
use super::told::{self, Told, ToldCode};
use super::write::word_of;
use super::{MissedDose, Prescription, Revision};
use crate::time::Day;

/// One difference between two revisions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Change {
    /// What happened to it.
    pub kind: ChangeKind,
    /// What it happened to.
    pub thing: ChangedThing,
    /// Its name for people: the title of a line, the name of a round; empty where a plan has it once.
    pub title: String,
    /// Its number on the sheet, if it is a line with one.
    pub sheet_no: Option<String>,
    /// How it was, part by part; empty when it is new.
    pub before: Vec<Told>,
    /// How it is; empty when it is gone.
    pub after: Vec<Told>,
}

/// What happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
}

/// What a difference is about; each has its sentence `change-<thing>-<kind>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each names the table or key of the plan file that differs")]
pub enum ChangedThing {
    Title,
    Author,
    Caution,
    SurgeryDate,
    Fusion,
    Operation,
    Discharge,
    Starts,
    Review,
    Ends,
    WeeksCounted,
    WeekStarts,
    GapDays,
    DayHours,
    DayType,
    Phase,
    Clearance,
    Appointment,
    Programme,
    MissedDose,
    Round,
    Line,
    LineFrom,
    LineExercise,
    LineDose,
    LineSide,
    LineHowOften,
    LineSpan,
    LineWaits,
    LineStages,
    LineWords,
    LineOrder,
    Precaution,
    Pain,
    BadDay,
    DayOff,
    ReEntry,
    Note,
    Contact,
}

/// What differs from `before` to `after`, in the order of the new sheet, then what was removed.
/// Without `before`, everything on the sheet below its head is new. The number of a revision and the
/// day it was written are no differences: they differ each time.
#[must_use]
pub fn changes(before: Option<&Revision>, after: &Revision) -> Vec<Change> {
    let mut found = Found { before, after, present: Vec::new(), removed: Vec::new() };
    found.compare_heads();
    found.compare_tables(&Kind {
        thing: ChangedThing::DayType,
        list: |plan| &plan.day_types,
        key: |day_type| day_type.id.as_str(),
        title: |day_type| &day_type.title,
        told: |day_type, plan| told::day_type(day_type, plan),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Clearance,
        list: |plan| &plan.clearances,
        key: |clearance| clearance.id.as_str(),
        title: |clearance| &clearance.as_written,
        told: |clearance, _| told::clearance(clearance),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Appointment,
        list: |plan| &plan.appointments,
        key: |appointment| appointment.id.as_str(),
        title: |appointment| &appointment.title,
        told: |appointment, _| told::appointment(appointment),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Phase,
        list: |plan| &plan.phases,
        key: |phase| phase.id.as_str(),
        title: |phase| &phase.title,
        told: told::phase,
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Programme,
        list: |plan| &plan.programmes,
        key: |programme| programme.id.as_str(),
        title: |programme| &programme.title,
        told: told::programme,
    });
    found.compare_one(ChangedThing::MissedDose, |plan| {
        let rule = &plan.missed_dose;
        (*rule != MissedDose::default()).then(|| told::missed_dose(rule))
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Round,
        list: |plan| &plan.rounds,
        key: |round| round.id.as_str(),
        title: |round| &round.title,
        told: |round, _| told::round(round),
    });
    found.compare_lines();
    found.compare_tables(&Kind {
        thing: ChangedThing::Precaution,
        list: |plan| &plan.precautions,
        key: |limit| &limit.as_written,
        title: |limit| &limit.as_written,
        told: told::precaution,
    });
    found.compare_one(ChangedThing::Pain, |plan| {
        plan.pain.as_ref().map(|pain| told::pain(pain, plan))
    });
    found.compare_one(ChangedThing::BadDay, |plan| {
        plan.bad_day.as_ref().map(|bad_day| told::bad_day(bad_day, plan))
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::DayOff,
        list: |plan| &plan.days_off,
        key: |day_off| &day_off.as_written,
        title: |day_off| &day_off.as_written,
        told: told::day_off,
    });
    found.compare_one(ChangedThing::ReEntry, |plan| plan.re_entry.as_ref().map(told::re_entry));
    found.compare_tables(&Kind {
        thing: ChangedThing::Note,
        list: |plan| &plan.notes,
        key: |note| &note.as_written,
        title: |note| &note.as_written,
        told: |note, _| told::note(note),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Contact,
        list: |plan| &plan.contacts,
        key: |contact| &contact.name,
        title: |contact| &contact.name,
        told: |contact, _| told::contact(contact),
    });
    found.present.append(&mut found.removed);
    found.present
}

/// How tables of one kind are compared.
struct Kind<T> {
    thing: ChangedThing,
    list: fn(&Revision) -> &[T],
    /// What stays the same when the rest of it changes.
    key: fn(&T) -> &str,
    title: fn(&T) -> &str,
    told: fn(&T, &Revision) -> Vec<Told>,
}

/// The differences found so far.
struct Found<'a> {
    before: Option<&'a Revision>,
    after: &'a Revision,
    present: Vec<Change>,
    removed: Vec<Change>,
}

impl<'a> Found<'a> {
    fn compare_heads(&mut self) {
        let Some(before) = self.before else { return };
        let after = self.after;
        let mut head = |thing, of: &dyn Fn(&Revision) -> Option<Told>| {
            let list = |told: Option<Told>| told.map(|told| vec![told]);
            let (was, is) = (list(of(before)), list(of(after)));
            if was != is {
                self.present.push(change(thing, "", None, was, is));
            }
        };
        let text = |text: &Option<String>| text.as_deref().map(told::plain);
        let day = |day: Option<Day>| day.map(told::on_day);
        head(ChangedThing::Title, &|plan| Some(told::plain(&plan.title)));
        head(ChangedThing::Author, &|plan| text(&plan.author));
        head(ChangedThing::Caution, &|plan| text(&plan.caution));
        head(ChangedThing::SurgeryDate, &|plan| day(Some(plan.surgery.date)));
        head(ChangedThing::Fusion, &|plan| {
            Some(told::choice(ToldCode::Fusion, word_of(&FUSIONS, plan.surgery.fusion)))
        });
        head(ChangedThing::Operation, &|plan| text(&plan.surgery.operation));
        head(ChangedThing::Discharge, &|plan| day(plan.surgery.discharge));
        head(ChangedThing::Starts, &|plan| day(Some(plan.starts)));
        head(ChangedThing::Review, &|plan| day(plan.review));
        head(ChangedThing::Ends, &|plan| day(plan.ends));
        head(ChangedThing::WeeksCounted, &|plan| {
            let counted = plan.weeks_counted?;
            Some(told::choice(ToldCode::WeeksCounted, word_of(&WEEKS_COUNTED, counted)))
        });
        head(ChangedThing::WeekStarts, &|plan| Some(told::week_starts(plan.week_starts)));
        head(ChangedThing::GapDays, &|plan| Some(told::number(ToldCode::GapDays, plan.gap_days)));
        self.compare_one(ChangedThing::DayHours, |plan| {
            Some(told::hours(Some(plan.day_start), plan.quiet_hours, plan.awake))
        });
    }

    /// Compares what a plan has once. A first plan brings it in where it is there, but for its head.
    fn compare_one(&mut self, thing: ChangedThing, of: impl Fn(&Revision) -> Option<Vec<Told>>) {
        let (was, is) = (self.before.and_then(&of), of(self.after));
        if was == is || (thing == ChangedThing::DayHours && self.before.is_none()) {
            return;
        }
        let found = change(thing, "", None, was, is);
        let list =
            if found.kind == ChangeKind::Removed { &mut self.removed } else { &mut self.present };
        list.push(found);
    }

    fn compare_tables<T: PartialEq>(&mut self, kind: &Kind<T>) {
        let (pairs, removed) = self.pairs(kind.list, kind.key);
        for (old, new) in pairs {
            let was = old.zip(self.before).map(|(old, plan)| (kind.told)(old, plan));
            let is = (kind.told)(new, self.after);
            // The same words may mean another date when the date of surgery was corrected.
            if old == Some(new) && was.as_ref() == Some(&is) {
                continue;
            }
            let title = (kind.title)(new);
            let mut found = change(kind.thing, title, None, was, Some(is));
            // Where only the title is another one, that is what is told.
            if let Some(old) = old.filter(|_| found.before == found.after) {
                found.before = vec![told::plain((kind.title)(old))];
                found.after = vec![told::plain(title)];
            }
            self.present.push(found);
        }
        for old in removed {
            let was = self.before.map(|plan| (kind.told)(old, plan));
            self.removed.push(change(kind.thing, (kind.title)(old), None, was, None));
        }
    }

    fn compare_lines(&mut self) {
        let (pairs, removed) = self.pairs(|plan| &plan.lines, |line| line.id.as_str());
        for (old, new) in &pairs {
            match old.zip(self.before) {
                None => {
                    let is = Some(whole_line(new, self.after));
                    self.present.push(line_change(ChangedThing::Line, new, None, is));
                }
                Some((old, before)) => self.compare_line(old, before, new),
            }
        }
        let kept: Vec<&Prescription> = pairs.iter().filter_map(|(old, _)| *old).collect();
        if let Some(before) = self.before {
            let stays = |line: &&Prescription| kept.iter().any(|kept| kept.id == line.id);
            let was: Vec<&Prescription> = before.lines.iter().filter(stays).collect();
            if was != kept {
                let order = |lines: &[&Prescription]| {
                    let titles: Vec<_> = lines.iter().map(|line| line.title.as_str()).collect();
                    Some(vec![told::plain(&titles.join(", "))])
                };
                let (was, is) = (order(&was), order(&kept));
                let title = &self.after.title;
                self.present.push(change(ChangedThing::LineOrder, title, None, was, is));
            }
        }
        for old in removed {
            let was = self.before.map(|plan| whole_line(old, plan));
            self.removed.push(line_change(ChangedThing::Line, old, was, None));
        }
    }

    fn compare_line(&mut self, old: &Prescription, before: &Revision, new: &Prescription) {
        let after = self.after;
        let mut compare = |thing, is_same: bool, was: Vec<Told>, is: Vec<Told>| {
            // The same words may mean another date when the date of surgery was corrected.
            if !is_same || was != is {
                let mut change = line_change(thing, new, some(was), some(is));
                // A part of a line is never new or gone by itself: the line has changed.
                change.kind = ChangeKind::Changed;
                self.present.push(change);
            }
        };
        let (was, is) = (told::exercise(old), told::exercise(new));
        compare(ChangedThing::LineExercise, true, was, is);
        let (was, is) = (told::dose(&old.dose), told::dose(&new.dose));
        compare(ChangedThing::LineDose, old.dose == new.dose, was, is);
        let side = |line: &Prescription| vec![told::side(line.side).unwrap_or_else(told::both)];
        compare(ChangedThing::LineSide, old.side == new.side, side(old), side(new));
        let was = told::frequency(&old.frequency, before);
        let is = told::frequency(&new.frequency, after);
        compare(ChangedThing::LineHowOften, old.frequency == new.frequency, was, is);
        let (was, is) = (told::span(old, before), told::span(new, after));
        let is_same = (&old.phase, old.stretch) == (&new.phase, new.stretch);
        compare(ChangedThing::LineSpan, is_same, was, is);
        let is_same = (old.off, &old.clearance) == (new.off, &new.clearance);
        compare(
            ChangedThing::LineWaits,
            is_same,
            told::waits(old, before),
            told::waits(new, after),
        );
        let is_same = (&old.stages, old.growth) == (&new.stages, new.growth);
        let (was, is) = (told::stages(old, before), told::stages(new, after));
        compare(ChangedThing::LineStages, is_same, was, is);
        compare(ChangedThing::LineWords, true, told::words(old), told::words(new));
    }

    /// Each of the new list with the old one of the same key, and the old ones that are left over.
    /// Of several with one key, the first belongs to the first.
    fn pairs<T>(
        &self,
        list: fn(&Revision) -> &[T],
        key: fn(&T) -> &str,
    ) -> (Vec<(Option<&'a T>, &'a T)>, Vec<&'a T>) {
        let mut old: Vec<&T> = self.before.map_or(Vec::new(), |plan| list(plan).iter().collect());
        let mut pairs = Vec::new();
        for new in list(self.after) {
            let same = old.iter().position(|old| key(old) == key(new));
            pairs.push((same.map(|at| old.remove(at)), new));
        }
        (pairs, old)
    }
}

/// A whole line: the sheet's words, and what they became.
fn whole_line(line: &Prescription, revision: &Revision) -> Vec<Told> {
    let mut parts = told::words(line);
    parts.extend(told::dose(&line.dose));
    parts.extend(told::side(line.side));
    parts.extend(told::frequency(&line.frequency, revision));
    parts.extend(told::span(line, revision));
    parts.extend(told::waits(line, revision));
    parts.extend(told::stages(line, revision));
    parts
}

fn some(told: Vec<Told>) -> Option<Vec<Told>> {
    (!told.is_empty()).then_some(told)
}

fn line_change(
    thing: ChangedThing,
    line: &Prescription,
    before: Option<Vec<Told>>,
    after: Option<Vec<Told>>,
) -> Change {
    change(thing, &line.title, line.sheet_no.clone(), before, after)
}

fn change(
    thing: ChangedThing,
    title: &str,
    sheet_no: Option<String>,
    before: Option<Vec<Told>>,
    after: Option<Vec<Told>>,
) -> Change {
    let kind = match (&before, &after) {
        (None, Some(_)) => ChangeKind::Added,
        (Some(_), None) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    };
    let told = Option::unwrap_or_default;
    let (before, after) = (told(before), told(after));
    Change { kind, thing, title: title.to_owned(), sheet_no, before, after }
}
