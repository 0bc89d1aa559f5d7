//! What the person measures of themselves by hand. It is corrected and taken back, never rewritten.

use backwise_core::ids::RecordId;
use backwise_core::measure::{
    AS_BEFORE, Here, MOST_ACTIVITIES, MeasureFact, Measures, measures, sat,
};
use backwise_core::person::{Entry, standing};
use backwise_core::record::EnteredBy;
use backwise_core::schedule::{agenda, revision_on};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::person::text;
use super::records::within;
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::measures as rows;
use crate::rows::person::{Table, is_corrected, new_id};

/// Characters of an activity, and of who said something.
const LONGEST_WORDS: usize = 120;

/// How many entries are made together: more than there are things to measure.
const MOST_TOGETHER: usize = 20;

impl Journal {
    /// What was measured, how it changed, and what is offered and suggested today.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures(&self) -> Result<Measures> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let facts = self.facts(connection, moment, today, today)?;
            let agenda = agenda(&facts.situation(), today);
            let here = Here {
                today,
                answers: &self.answers(connection)?,
                plan: revision_on(&facts.revisions, today).map(|known| &known.revision),
                agenda: agenda.as_ref(),
                is_stopped: facts.signs.present().is_some(),
                sat: rows::sitting_since(connection)?.map(|since| sat(since, moment.now)),
            };
            Ok(measures(&rows::all(connection)?, &here))
        })
    }

    /// Keeps what was measured or said, all or nothing, and answers an entry for each. A second number of a day
    /// takes the place of the first, which stays in the record. Whether a test is offered bounds nothing here: what
    /// was counted at a visit can be entered.
    ///
    /// # Errors
    /// A day that has not come, a number outside its range, no words or too many, a rating of no activity, more
    /// than five activities to rate, or when it cannot be written. Nothing is written then.
    pub fn enter_measures(
        &mut self,
        facts: Vec<MeasureFact>,
        by: EnteredBy,
    ) -> Result<Vec<RecordId>> {
        within(facts.len() <= MOST_TOGETHER, "entries", "at most 20")?;
        self.transact(Op::RecordMeasure, |connection, journal, moment| {
            let mut made = Vec::new();
            for fact in facts {
                made.push(journal.enter_measure(connection, moment, fact, by)?);
            }
            let asked = activities_asked(connection)?;
            within(asked <= MOST_ACTIVITIES, "the activities", "at most 5")?;
            Ok(made)
        })
    }

    /// Puts `fact` in the place of the entry `record`, or takes that back where it is `None`; the original stays in
    /// the record.
    ///
    /// # Errors
    /// No such entry, one that was replaced or taken back already, a fact about something else, one that could not
    /// be entered either, or when it cannot be written.
    pub fn correct_measure(
        &mut self,
        record: RecordId,
        fact: Option<MeasureFact>,
        by: EnteredBy,
    ) -> Result<RecordId> {
        self.transact(Op::RecordMeasure, |connection, journal, moment| {
            let before =
                last_of_chain(connection, record)?.fact.ok_or_else(|| not_found(record))?;
            let check = |fact| journal.check_measure(connection, moment, fact);
            let fact = fact.map(check).transpose()?;
            let is_same = fact.as_ref().is_none_or(|fact| fact.is_about_the_same(&before));
            within(is_same, "the entry", "one about the same")?;
            let made = journal.append_measure(connection, moment, fact, by, Some(record))?;
            let asked = activities_asked(connection)?;
            within(asked <= MOST_ACTIVITIES, "the activities", "at most 5")?;
            Ok(made)
        })
    }

    /// From now on it is timed how long the person sits. It goes on while the program is closed. A time that runs
    /// goes on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin_sitting(&mut self) -> Result<()> {
        self.transact(Op::RecordMeasure, |connection, _, moment| {
            let since = rows::sitting_since(connection)?.unwrap_or(moment.now);
            Ok(rows::put_sitting(connection, Some(since))?)
        })
    }

    /// Ends the time of sitting. What is kept of it is the person's to say, and entered like any number: nobody sat for
    /// as long as a time ran that was forgotten.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end_sitting(&mut self) -> Result<()> {
        self.transact(Op::RecordMeasure, |connection, _, _| {
            Ok(rows::put_sitting(connection, None)?)
        })
    }

    /// Undoes the entries `records`: what each replaced stands again, and what replaced nothing is taken back. All
    /// or nothing.
    ///
    /// # Errors
    /// An entry that is not there or that another replaced since, or when it cannot be written.
    pub fn undo_measures(&mut self, records: &[RecordId]) -> Result<Vec<RecordId>> {
        self.transact(Op::RecordMeasure, |connection, journal, moment| {
            let undo = |&record: &RecordId| {
                let last = last_of_chain(connection, record)?;
                let before = match last.corrects {
                    Some(before) => rows::by_id(connection, before)?.and_then(|known| known.fact),
                    None => None,
                };
                journal.append_measure(connection, moment, before, last.by, Some(record))
            };
            records.iter().map(undo).collect()
        })
    }

    fn enter_measure(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: MeasureFact,
        by: EnteredBy,
    ) -> Result<RecordId> {
        let fact = self.check_measure(connection, moment, fact)?;
        let entries = rows::all(connection)?;
        let of_a_day = matches!(fact, MeasureFact::Number { .. } | MeasureFact::Rating { .. });
        let stands = standing(&entries);
        let mut same = stands.iter().filter(|known| fact.is_about_the_same(known.fact));
        let corrects = same.next_back().filter(|_| of_a_day).map(|known| known.last.id);
        self.append_measure(connection, moment, Some(fact), by, corrects)
    }

    /// `fact` as it is kept.
    fn check_measure(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: MeasureFact,
    ) -> Result<MeasureFact> {
        let has_come = |day: Day| {
            within(day <= self.present_day(connection, moment)?, "the day", "today or earlier")
        };
        Ok(match fact {
            MeasureFact::Number { measure, day, value } => {
                has_come(day)?;
                within(measure.range().contains(&value), "the number", "inside its range")?;
                fact
            }
            MeasureFact::Rating { activity, day, score } => {
                has_come(day)?;
                within(score <= AS_BEFORE, "the rating", "0 to 10")?;
                let known = rows::by_id(connection, activity)?;
                let is_first = |known: &Entry<MeasureFact>| {
                    known.corrects.is_none()
                        && matches!(known.fact, Some(MeasureFact::Activity { .. }))
                };
                known.filter(is_first).ok_or_else(|| not_found(activity))?;
                fact
            }
            MeasureFact::Activity { words, asked } => {
                MeasureFact::Activity { words: some_words(words, "the activity")?, asked }
            }
            MeasureFact::ChairStandHurt { day } => {
                has_come(day)?;
                fact
            }
            MeasureFact::ChairStandOk { who, said_on } => {
                has_come(said_on)?;
                MeasureFact::ChairStandOk { who: some_words(who, "who said so")?, said_on }
            }
        })
    }

    fn append_measure(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: Option<MeasureFact>,
        by: EnteredBy,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        let id = new_id(connection, Table::Measure, moment.now)?;
        let entry = self.entry(connection, moment, id, fact, by, corrects)?;
        rows::append(connection, &entry)?;
        Ok(id)
    }
}

/// How many activities are rated from now on.
fn activities_asked(connection: &Connection) -> Result<usize> {
    let entries = rows::all(connection)?;
    let is_asked = |fact: &MeasureFact| matches!(fact, MeasureFact::Activity { asked: true, .. });
    Ok(standing(&entries).into_iter().filter(|known| is_asked(known.fact)).count())
}

/// The entry `record`, if nothing replaced it.
fn last_of_chain(connection: &Connection, record: RecordId) -> Result<Entry<MeasureFact>> {
    let known = rows::by_id(connection, record)?.ok_or_else(|| not_found(record))?;
    if is_corrected(connection, Table::Measure, record)? {
        Err(not_found(record))
    } else {
        Ok(known)
    }
}

fn some_words(words: String, what: &'static str) -> Result<String> {
    let kept = text(Some(words), what, LONGEST_WORDS)?;
    kept.ok_or(StoreError::OutOfRange { what, range: "not empty" })
}

fn not_found(record: RecordId) -> StoreError {
    StoreError::NotFound { what: "measure", name: record.to_string() }
}
