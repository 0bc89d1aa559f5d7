//! What the person says of themselves, and what they are shown of it. Each answer is kept at once, so that the
//! first run goes on where it was left.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::person::{
    Answers, Entry, PersonFact, Step, TERMS_VERSION, first_run, known_contacts, locked_lines,
    template_lock,
};
use backwise_core::plan::{self, Contact, Fusion, Revision, Surgery, Template, embedded_templates};
use backwise_core::record::EnteredBy;
use backwise_core::schedule::revision_on;
use backwise_core::time::Day;
use rusqlite::Connection;

use super::plans::told_lines;
use super::records::within;
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::example_ticks::{self, LineShown};
use crate::rows::person as rows;
use crate::views::{EarlierAnswer, OperationDay, Person, TemplateView};

/// Characters of a name, a number, hours and what somebody is rung for.
const LONGEST_NAME: usize = 120;

/// Characters of a note.
const LONGEST_NOTE: usize = 2000;

/// How long ago an operation may lie, and how far ahead, in days.
const LONG_AGO: i32 = 36_525;
const FAR_AHEAD: i32 = 731;

impl Journal {
    /// What the person said of themselves, and what follows from it today.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person(&self) -> Result<Person> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let entries = rows::facts(connection)?;
            let answers = Answers::of(&entries);
            let revisions = self.revisions(connection)?;
            let plan = revision_on(&revisions, today).map(|known| &known.revision);
            Ok(Person {
                today,
                terms: answers.terms.as_ref().map(|terms| (terms.value, terms.on)),
                terms_version: TERMS_VERSION,
                operation: answers.operation.as_ref().map(|said| count(said.value, today)),
                fusion: answers.fusion.as_ref().map(|said| said.value),
                floor: answers.floor.as_ref().map(|said| said.value),
                limits: answers.limits.as_ref().map(|said| said.value),
                at_discharge: answers.at_discharge.as_ref().map(|said| said.value.0.clone()),
                discharge_note: answers.at_discharge.as_ref().and_then(|said| said.value.1.clone()),
                contacts: known_contacts(&answers, plan),
                first_run: first_run(&answers, plan, today),
                has_plan: plan.is_some(),
                earlier: earlier(entries),
            })
        })
    }

    /// How far the day `date` lies from today, for reading it back before it is said.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_days(&self, date: Day) -> Result<OperationDay> {
        self.read(|connection, moment| Ok(count(date, self.present_day(connection, moment)?)))
    }

    /// Keeps what the person said. The earlier answer stays in the record, and this one stands.
    ///
    /// # Errors
    /// The terms of another version, a day of the operation more than a hundred years ago or two years ahead,
    /// an empty or too long text, or when it cannot be written.
    pub fn say(&mut self, fact: PersonFact, by: EnteredBy) -> Result<RecordId> {
        let fact = check(fact)?;
        self.transact(Op::RecordPerson, |connection, journal, moment| {
            let today = journal.present_day(connection, moment)?;
            if let PersonFact::Operation { date } = fact {
                let is_near = (-LONG_AGO..=FAR_AHEAD).contains(&date.days_after(today));
                within(is_near, "the day", "at most two years ahead")?;
            }
            journal.append_said(connection, moment, Some(fact), by, None)
        })
    }

    /// Puts another contact in the place of the one that `record` says; the earlier one stays in the record.
    ///
    /// # Errors
    /// No such contact, one that was replaced already, an empty or too long text, or when it cannot be written.
    pub fn change_contact(&mut self, record: RecordId, contact: Contact) -> Result<RecordId> {
        let fact = check(PersonFact::Contact { contact })?;
        self.replace_contact(record, Some(fact))
    }

    /// Takes a contact back: it stays in the file and no longer stands.
    ///
    /// # Errors
    /// No such contact, one that was replaced already, or when it cannot be written.
    pub fn withdraw_contact(&mut self, record: RecordId) -> Result<RecordId> {
        self.replace_contact(record, None)
    }

    /// The templates, in the order of the weeks, each with whether it is open to the person today.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn templates(&self) -> Result<Vec<TemplateView>> {
        self.read(|connection, moment| {
            let here = self.who(connection, moment)?;
            let ticked = example_ticks::all(connection)?;
            Ok(embedded_templates().iter().map(|template| here.view(template, &ticked)).collect())
        })
    }

    /// The template that is so called and its `lines`, where all of that is open to the person; with their operation, and
    /// today.
    fn open_template(
        &self,
        connection: &Connection,
        moment: &Moment,
        template: &PlanId,
        lines: &[LineId],
    ) -> Result<(TemplateView, Surgery, Day)> {
        let not_found = |what, name: &str| StoreError::NotFound { what, name: name.to_owned() };
        let here = self.who(connection, moment)?;
        let found = embedded_templates().iter().find(|known| known.id == *template);
        let found = found.ok_or_else(|| not_found("template", template.as_str()))?;
        let view = here.view(found, &[]);
        let Some(surgery) = here.surgery().filter(|_| view.lock.is_none()) else {
            return Err(not_found("template", template.as_str()));
        };
        let is_open =
            |line: &LineId| found.sheet.line(line).is_some() && !view.locked_lines.contains(line);
        if let Some(line) = lines.iter().find(|line| !is_open(line)) {
            return Err(not_found("line", line.as_str()));
        }
        Ok((view, surgery, here.today))
    }

    /// Ticks `lines` of a template, of which the person says that their own team told them to do them, or takes their ticks
    /// out. Nothing is switched on by it: they wait until a plan was made of the template and taken in.
    ///
    /// # Errors
    /// No such template, one that is closed to the person, a line that it does not have or that is closed, or when it
    /// cannot be written.
    pub fn tick_template(&mut self, template: &PlanId, lines: &[LineId], on: bool) -> Result<()> {
        self.transact(Op::KeepTicks, |connection, journal, moment| {
            let view = journal.open_template(connection, moment, template, lines)?.0;
            for line in lines {
                match shown(&view).find(|shown| shown.line.id == *line) {
                    Some(shown) if on => {
                        example_ticks::put(connection, template, &shown, moment.now)?;
                    }
                    _ => example_ticks::remove(connection, template, line)?,
                }
            }
            Ok(())
        })
    }

    /// The text of a plan file made of a template, from today on, with the lines `on` switched on and all others
    /// off. Changes nothing: the file is looked at and taken in like any other.
    ///
    /// # Errors
    /// No such template, one that is closed to the person, a line that it does not have or that is closed, none
    /// at all, or when the file cannot be read.
    pub fn plan_from_template(&self, template: &PlanId, on: &[LineId]) -> Result<String> {
        self.read(|connection, moment| {
            let (TemplateView { template: found, .. }, surgery, today) =
                self.open_template(connection, moment, template, on)?;
            within(!on.is_empty(), "the lines", "at least one")?;
            let revisions = self.revisions(connection)?;
            let same = revisions.iter().filter(|known| known.revision.plan == found.sheet.plan);
            let number = same.map(|known| known.revision.number).max().unwrap_or(0) + 1;
            Ok(plan::write(&found.as_plan(number, surgery, today, on)))
        })
    }

    /// What the person said, as core wants it.
    pub(super) fn answers(&self, connection: &Connection) -> Result<Answers> {
        Ok(Answers::of(&rows::facts(connection)?))
    }

    fn who(&self, connection: &Connection, moment: &Moment) -> Result<Who> {
        let today = self.present_day(connection, moment)?;
        let revisions = self.revisions(connection)?;
        Ok(Who {
            today,
            answers: self.answers(connection)?,
            plan: revision_on(&revisions, today).map(|known| known.revision.clone()),
        })
    }

    fn replace_contact(&mut self, record: RecordId, by: Option<PersonFact>) -> Result<RecordId> {
        self.transact(Op::RecordPerson, |connection, journal, moment| {
            let known = rows::fact(connection, record)?.and_then(|entry| entry.fact);
            let is_contact = matches!(known, Some(PersonFact::Contact { .. }));
            let is_over = rows::is_corrected(connection, rows::Table::PersonFact, record)?;
            if !is_contact || is_over {
                return Err(StoreError::NotFound { what: "contact", name: record.to_string() });
            }
            let entered_by = journal.by(connection, moment)?;
            journal.append_said(connection, moment, by, entered_by, Some(record))
        })
    }

    fn append_said(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: Option<PersonFact>,
        by: EnteredBy,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        let id = rows::new_id(connection, rows::Table::PersonFact, moment.now)?;
        let entry = self.entry(connection, moment, id, fact, by, corrects)?;
        rows::append_fact(connection, &entry)?;
        Ok(id)
    }

    /// An entry of this moment.
    pub(super) fn entry<F>(
        &self,
        connection: &Connection,
        moment: &Moment,
        id: RecordId,
        fact: Option<F>,
        by: EnteredBy,
        corrects: Option<RecordId>,
    ) -> Result<Entry<F>> {
        let on = self.present_day(connection, moment)?;
        let zone = moment.zone.name().to_owned();
        Ok(Entry { id, at: moment.now, on, zone, by, corrects, fact })
    }
}

/// Who the person is, for what is offered to them today.
struct Who {
    today: Day,
    answers: Answers,
    plan: Option<Revision>,
}

impl Who {
    fn view(&self, template: &Template, ticks: &[(String, LineShown)]) -> TemplateView {
        let mut view = TemplateView {
            lock: template_lock(template, &self.answers, self.plan.as_ref(), self.today),
            locked_lines: locked_lines(&template.sheet, &self.answers),
            lines: told_lines(&template.sheet),
            ticked: Vec::new(),
            template: template.clone(),
        };
        let is_open = |line: &LineId| view.lock.is_none() && !view.locked_lines.contains(line);
        // A line that says something else than when it was ticked is another one: nobody has seen that.
        let is_ticked = |line: &LineShown| {
            ticks.iter().any(|(of, ticked)| of == template.id.as_str() && ticked == line)
        };
        let ticked = shown(&view).filter(is_ticked).map(|ticked| ticked.line.id);
        view.ticked = ticked.filter(is_open).collect();
        view
    }

    /// The operation, as the present plan says it, else as the person did.
    fn surgery(&self) -> Option<Surgery> {
        let said = self.answers.fusion.as_ref().map(|said| said.value);
        let of_person = || {
            let date = self.answers.operation.as_ref()?.value;
            let fusion = said.unwrap_or(Fusion::Unknown);
            Some(Surgery { date, fusion, operation: None, discharge: None })
        };
        let mut surgery = self.plan.as_ref().map(|plan| plan.surgery.clone()).or_else(of_person)?;
        if surgery.fusion == Fusion::Unknown {
            surgery.fusion = said.unwrap_or(Fusion::Unknown);
        }
        Some(surgery)
    }
}

/// The lines of `view` as it shows them.
fn shown(view: &TemplateView) -> impl Iterator<Item = LineShown> {
    let lines = view.template.sheet.lines.iter().zip(&view.lines);
    lines.map(|(line, told)| LineShown { line: line.clone(), told: told.clone() })
}

/// The day `date`, counted from `today`.
fn count(date: Day, today: Day) -> OperationDay {
    OperationDay { date, days_ago: today.days_after(date) }
}

/// What was said before, newest first: every answer that another followed.
fn earlier(mut entries: Vec<Entry<PersonFact>>) -> Vec<EarlierAnswer> {
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    let mut seen = Vec::new();
    let mut earlier = Vec::new();
    for entry in entries {
        let Some(fact) = entry.fact else { continue };
        if matches!(fact, PersonFact::Contact { .. } | PersonFact::Skipped { .. }) {
            continue;
        }
        let about = std::mem::discriminant(&fact);
        if seen.contains(&about) {
            earlier.push(EarlierAnswer { on: entry.on, fact });
        } else {
            seen.push(about);
        }
    }
    earlier
}

/// `fact` as it is kept: texts without space around them, each sign once.
fn check(fact: PersonFact) -> Result<PersonFact> {
    Ok(match fact {
        PersonFact::Terms { version } => {
            within(version == TERMS_VERSION, "the version", "the one that is shown")?;
            fact
        }
        PersonFact::AtDischarge { mut signs, note } => {
            signs.sort();
            signs.dedup();
            PersonFact::AtDischarge { signs, note: text(note, "the note", LONGEST_NOTE)? }
        }
        PersonFact::Contact { contact } => {
            let needed = |given: String, what| -> Result<String> {
                let kept = text(Some(given), what, LONGEST_NAME)?;
                kept.ok_or(StoreError::OutOfRange { what, range: "not empty" })
            };
            let contact = Contact {
                name: needed(contact.name, "the name")?,
                number: needed(contact.number, "the number")?,
                hours: text(contact.hours, "the hours", LONGEST_NAME)?,
                about: text(contact.about, "what they are rung for", LONGEST_NAME)?,
            };
            PersonFact::Contact { contact }
        }
        PersonFact::Skipped { step } => {
            within(step != Step::Terms, "the question", "one that can be passed over")?;
            fact
        }
        PersonFact::Operation { .. }
        | PersonFact::Fusion { .. }
        | PersonFact::Floor { .. }
        | PersonFact::Limits { .. } => fact,
    })
}

/// A text without space around it; `None` when nothing is left.
pub(super) fn text(
    given: Option<String>,
    what: &'static str,
    longest: usize,
) -> Result<Option<String>> {
    let kept = given.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let is_short = kept.as_ref().is_none_or(|text| text.chars().count() <= longest);
    within(is_short, what, "shorter")?;
    Ok(kept)
}
