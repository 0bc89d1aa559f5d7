//! What a revision changes, in the order of the sheet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::sheet::FUSIONS;
use super::write::word_of;
use super::{Prescription, Revision, shown};
use crate::time::{Day, DayRef};

/// One difference between two revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// What happened to it.
    pub kind: ChangeKind,
    /// What it happened to.
    pub thing: ChangedThing,
    /// Its name for people: the title of a line, the name of a round, the key of a date.
    pub title: String,
    /// Its number on the sheet, if it is a line with one.
    pub sheet_no: Option<String>,
    /// How it was, in the sheet's words or values.
    pub before: Option<String>,
    /// How it is.
    pub after: Option<String>,
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
    Starts,
    Review,
    Ends,
    DayStart,
    QuietHours,
    Phase,
    Round,
    Line,
    LineExercise,
    LineDose,
    LineSide,
    LineDays,
    LineHowOften,
    LineSpan,
    LineWords,
    LineOrder,
    Precaution,
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
        thing: ChangedThing::Phase,
        list: |plan| &plan.phases,
        key: |phase| phase.id.as_str(),
        title: |phase| &phase.title,
        shown: |phase, plan| shown::phase(phase, plan.surgery.date),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Round,
        list: |plan| &plan.rounds,
        key: |round| round.id.as_str(),
        title: |round| &round.title,
        shown: |round, _| shown::round(round),
    });
    found.compare_lines();
    found.compare_tables(&Kind {
        thing: ChangedThing::Precaution,
        list: |plan| &plan.precautions,
        key: |limit| &limit.as_written,
        title: |limit| &limit.as_written,
        shown: |limit, plan| shown::precaution(limit, plan.surgery.date),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Note,
        list: |plan| &plan.notes,
        key: |note| &note.as_written,
        title: |note| &note.as_written,
        shown: |note, _| shown::note(note),
    });
    found.compare_tables(&Kind {
        thing: ChangedThing::Contact,
        list: |plan| &plan.contacts,
        key: |contact| &contact.name,
        title: |contact| &contact.name,
        shown: |contact, _| shown::contact(contact),
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
    shown: fn(&T, &Revision) -> String,
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
        let mut head = |thing, key, before: Option<String>, after: Option<String>| {
            if before != after {
                self.present.push(change(thing, key, None, before, after));
            }
        };
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let fusion = |plan: &Revision| Some(word_of(&FUSIONS, plan.surgery.fusion).to_owned());
        let quiet = |plan: &Revision| {
            plan.quiet_hours.map(|quiet| format!("{} … {}", quiet.from, quiet.until))
        };
        let title = |plan: &Revision| Some(plan.title.clone());
        head(ChangedThing::Title, "title", title(before), title(after));
        head(ChangedThing::Author, "author", before.author.clone(), after.author.clone());
        head(ChangedThing::Caution, "caution", before.caution.clone(), after.caution.clone());
        let dates = (Some(before.surgery.date), Some(after.surgery.date));
        head(ChangedThing::SurgeryDate, "surgery", day(dates.0), day(dates.1));
        head(ChangedThing::Fusion, "fusion", fusion(before), fusion(after));
        head(ChangedThing::Starts, "starts", day(Some(before.starts)), day(Some(after.starts)));
        head(ChangedThing::Review, "review", day(before.review), day(after.review));
        head(ChangedThing::Ends, "ends", day(before.ends), day(after.ends));
        let starts = (before.day_start.to_string(), after.day_start.to_string());
        head(ChangedThing::DayStart, "start", Some(starts.0), Some(starts.1));
        head(ChangedThing::QuietHours, "quiet_from", quiet(before), quiet(after));
    }

    fn compare_tables<T: PartialEq>(&mut self, kind: &Kind<T>) {
        let (pairs, removed) = self.pairs(kind.list, kind.key);
        for (old, new) in pairs {
            let was = old.zip(self.before).map(|(old, plan)| (kind.shown)(old, plan));
            let is = (kind.shown)(new, self.after);
            // The same words may mean another date when the date of surgery was corrected.
            if old != Some(new) || was.as_ref() != Some(&is) {
                let title = (kind.title)(new);
                self.present.push(change(kind.thing, title, None, was, Some(is)));
            }
        }
        for old in removed {
            let was = self.before.map(|plan| (kind.shown)(old, plan));
            self.removed.push(change(kind.thing, (kind.title)(old), None, was, None));
        }
    }

    fn compare_lines(&mut self) {
        let (pairs, removed) = self.pairs(|plan| &plan.lines, |line| line.id.as_str());
        for (old, new) in &pairs {
            match old.zip(self.before) {
                None => {
                    let is = Some(shown::line(new, self.after));
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
                    Some(
                        lines.iter().map(|line| line.title.as_str()).collect::<Vec<_>>().join(", "),
                    )
                };
                let (was, is) = (order(&was), order(&kept));
                let title = &self.after.title;
                self.present.push(change(ChangedThing::LineOrder, title, None, was, is));
            }
        }
        for old in removed {
            let was = self.before.map(|plan| shown::line(old, plan));
            self.removed.push(line_change(ChangedThing::Line, old, was, None));
        }
    }

    fn compare_line(&mut self, old: &Prescription, before: &Revision, new: &Prescription) {
        let after = self.after;
        let mut compare = |thing, is_same: bool, was: Option<String>, is: Option<String>| {
            if !is_same {
                let mut change = line_change(thing, new, was, is);
                // A part of a line is never new or gone by itself: the line has changed.
                change.kind = ChangeKind::Changed;
                self.present.push(change);
            }
        };
        let movement = |line: &Prescription| {
            (line.exercise.clone(), line.title.clone(), line.flags.clone(), line.tempo)
        };
        let words = |line: &Prescription| {
            (line.as_written.clone(), line.sheet_no.clone(), line.source.clone())
        };
        let some = |text: fn(&Prescription) -> String| (Some(text(old)), Some(text(new)));
        let (was, is) = some(shown::exercise);
        compare(ChangedThing::LineExercise, movement(old) == movement(new), was, is);
        let (was, is) = (shown::dose(&old.dose), shown::dose(&new.dose));
        compare(ChangedThing::LineDose, old.dose == new.dose, was, is);
        let (was, is) = some(shown::side);
        compare(ChangedThing::LineSide, old.side == new.side, was, is);
        let (was, is) = some(|line| shown::days(&line.days));
        compare(ChangedThing::LineDays, old.days == new.days, was, is);
        let was = Some(shown::how_often(&old.bouts, before));
        let is = Some(shown::how_often(&new.bouts, after));
        compare(ChangedThing::LineHowOften, old.bouts == new.bouts, was, is);
        let (was, is) = (shown::own_span(old, before), shown::own_span(new, after));
        let spans = |line: &Prescription, plan: &Revision| {
            let date = |day: Option<DayRef>| day.map(|day| (day, day.resolve(plan.surgery.date)));
            (line.phase.clone(), date(line.from), date(line.until))
        };
        compare(ChangedThing::LineSpan, spans(old, before) == spans(new, after), was, is);
        let (was, is) = some(shown::words);
        compare(ChangedThing::LineWords, words(old) == words(new), was, is);
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

fn line_change(
    thing: ChangedThing,
    line: &Prescription,
    before: Option<String>,
    after: Option<String>,
) -> Change {
    change(thing, &line.title, line.sheet_no.clone(), before, after)
}

fn change(
    thing: ChangedThing,
    title: &str,
    sheet_no: Option<String>,
    before: Option<String>,
    after: Option<String>,
) -> Change {
    let kind = match (&before, &after) {
        (None, Some(_)) => ChangeKind::Added,
        (Some(_), None) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    };
    Change { kind, thing, title: title.to_owned(), sheet_no, before, after }
}
