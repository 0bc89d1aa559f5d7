//! Walks without a plan, and questions for the team. They are corrected and taken back, never rewritten.

use backwise_core::ids::RecordId;
use backwise_core::person::{Question, Walk, standing};
use backwise_core::time::Day;

use super::person::text;
use super::records::within;
use super::{Journal, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::person as rows;
use crate::views::{QuestionView, WalkView, Walks};

/// The longest walk, in minutes.
const LONGEST_WALK: u16 = 600;

/// Characters of a question and of an answer.
const LONGEST_QUESTION: usize = 1000;
const LONGEST_ANSWER: usize = 2000;

impl Journal {
    /// The walks of the `days` newest days of which one was entered, newest first; however long ago they were.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn walks(&self, days: u32) -> Result<Walks> {
        self.read(|connection, _| {
            let of = rows::days_of_walks(connection, days.saturating_add(1))?;
            let most = usize::try_from(days).unwrap_or(usize::MAX);
            let Some(&first) = of.iter().take(most).next_back() else {
                return Ok(Walks { walks: Vec::new(), earlier: !of.is_empty() });
            };
            let entries = rows::walks_since(connection, first)?;
            let mut walks: Vec<WalkView> = standing(&entries)
                .into_iter()
                .map(|known| WalkView {
                    record: known.last.id,
                    day: known.fact.day,
                    minutes: known.fact.minutes,
                    entered_later: known.first.on > known.fact.day,
                    corrected: known.first.id != known.last.id,
                })
                .collect();
            walks.reverse();
            walks.sort_by_key(|walk| std::cmp::Reverse(walk.day));
            Ok(Walks { walks, earlier: of.last().is_some_and(|last| *last < first) })
        })
    }

    /// Records a walk of `day`, 1 to 600 minutes.
    ///
    /// # Errors
    /// A day that has not come, minutes outside their range, or when it cannot be written.
    pub fn record_walk(&mut self, day: Day, minutes: u16) -> Result<RecordId> {
        within((1..=LONGEST_WALK).contains(&minutes), "the minutes", "1 to 600")?;
        self.transact(Op::RecordWalk, |connection, journal, moment| {
            within(day <= journal.present_day(connection, moment)?, "the day", "today or earlier")?;
            let id = rows::new_id(connection, rows::Table::Walk, moment.now)?;
            let (walk, by) = (Some(Walk { day, minutes }), journal.by(connection, moment)?);
            let entry = journal.entry(connection, moment, id, walk, by, None)?;
            rows::append_walk(connection, &entry, day)?;
            Ok(id)
        })
    }

    /// Replaces the minutes of a walk; the original stays in the record.
    ///
    /// # Errors
    /// No such walk, one that was replaced already, minutes outside their range, or when it cannot be written.
    pub fn correct_walk(&mut self, record: RecordId, minutes: u16) -> Result<RecordId> {
        within((1..=LONGEST_WALK).contains(&minutes), "the minutes", "1 to 600")?;
        self.replace_walk(record, Some(minutes))
    }

    /// Takes a walk back: it stays in the file and no longer stands.
    ///
    /// # Errors
    /// No such walk, one that was replaced already, or when it cannot be written.
    pub fn withdraw_walk(&mut self, record: RecordId) -> Result<RecordId> {
        self.replace_walk(record, None)
    }

    /// The questions for the team: those still to ask in the order in which they were written, then the others.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn questions(&self) -> Result<Vec<QuestionView>> {
        self.read(|connection, _| {
            let entries = rows::questions(connection)?;
            let mut questions: Vec<QuestionView> = standing(&entries)
                .into_iter()
                .map(|known| QuestionView {
                    record: known.last.id,
                    text: known.fact.text.clone(),
                    asked_on: known.fact.asked_on,
                    answer: known.fact.answer.clone(),
                })
                .collect();
            questions.sort_by_key(|question| question.asked_on.is_some());
            Ok(questions)
        })
    }

    /// Keeps a question for the team.
    ///
    /// # Errors
    /// No words or more than 1000 characters, or when it cannot be written.
    pub fn add_question(&mut self, words: &str) -> Result<RecordId> {
        let words = question_words(words)?;
        self.transact(Op::RecordQuestion, |connection, journal, moment| {
            let id = rows::new_id(connection, rows::Table::Question, moment.now)?;
            let question = Some(Question { text: words, asked_on: None, answer: None });
            let by = journal.by(connection, moment)?;
            let entry = journal.entry(connection, moment, id, question, by, None)?;
            rows::append_question(connection, &entry)?;
            Ok(id)
        })
    }

    /// Says anew what a question is, whether it was asked, and what the team answered; the earlier words stay in
    /// the record. One that was asked keeps the day on which that was said.
    ///
    /// # Errors
    /// No such question, one that was replaced already, no words or too many, or when it cannot be written.
    pub fn change_question(
        &mut self,
        record: RecordId,
        words: &str,
        asked: bool,
        answer: Option<&str>,
    ) -> Result<RecordId> {
        let words = question_words(words)?;
        let answer = text(answer.map(str::to_owned), "the answer", LONGEST_ANSWER)?;
        self.replace_question(record, |before, today| {
            let asked_on = asked.then(|| before.asked_on.unwrap_or(today));
            Some(Question { text: words, asked_on, answer })
        })
    }

    /// Takes a question back: it stays in the file and no longer stands.
    ///
    /// # Errors
    /// No such question, one that was replaced already, or when it cannot be written.
    pub fn withdraw_question(&mut self, record: RecordId) -> Result<RecordId> {
        self.replace_question(record, |_, _| None)
    }

    fn replace_walk(&mut self, record: RecordId, minutes: Option<u16>) -> Result<RecordId> {
        self.transact(Op::RecordWalk, |connection, journal, moment| {
            let not_found = || StoreError::NotFound { what: "walk", name: record.to_string() };
            let (known, day) = rows::walk(connection, record)?.ok_or_else(not_found)?;
            let is_over = rows::is_corrected(connection, rows::Table::Walk, record)?;
            if is_over || known.fact.is_none() {
                return Err(not_found());
            }
            let id = rows::new_id(connection, rows::Table::Walk, moment.now)?;
            let walk = minutes.map(|minutes| Walk { day, minutes });
            let by = journal.by(connection, moment)?;
            let entry = journal.entry(connection, moment, id, walk, by, Some(record))?;
            rows::append_walk(connection, &entry, day)?;
            Ok(id)
        })
    }

    fn replace_question(
        &mut self,
        record: RecordId,
        make: impl FnOnce(Question, Day) -> Option<Question>,
    ) -> Result<RecordId> {
        self.transact(Op::RecordQuestion, |connection, journal, moment| {
            let not_found = || StoreError::NotFound { what: "question", name: record.to_string() };
            let known = rows::question(connection, record)?.and_then(|entry| entry.fact);
            let is_over = rows::is_corrected(connection, rows::Table::Question, record)?;
            let before = known.filter(|_| !is_over).ok_or_else(not_found)?;
            let after = make(before, journal.present_day(connection, moment)?);
            let id = rows::new_id(connection, rows::Table::Question, moment.now)?;
            let by = journal.by(connection, moment)?;
            let entry = journal.entry(connection, moment, id, after, by, Some(record))?;
            rows::append_question(connection, &entry)?;
            Ok(id)
        })
    }
}

fn question_words(words: &str) -> Result<String> {
    let kept = text(Some(words.to_owned()), "the question", LONGEST_QUESTION)?;
    kept.ok_or(StoreError::OutOfRange { what: "the question", range: "not empty" })
}
