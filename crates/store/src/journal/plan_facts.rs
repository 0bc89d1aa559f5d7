//! What the team said, pauses, bad days and stages: facts about the plan. They are appended and taken back,
//! never rewritten.

use backwise_core::ids::{ClearanceId, LineId, PlanId, RecordId};
use backwise_core::plan::Revision;
use backwise_core::record::{ClearanceAnswer, Entered, PauseReason, PlanFact, PlanRecord};
use backwise_core::schedule::{new_steps, offered_stage, revision_on, sheet_of_limit};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::records::within;
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::plan_facts;

/// Characters of who said something, and how.
const LONGEST_NAME: usize = 120;

/// How far ahead a pause may begin or end, and how far back it may begin, in days.
pub(super) const FARTHEST: i32 = 366;

impl Journal {
    /// Records what the care team said on the day `said_on` when they were asked for `clearance`. It holds from
    /// today, so that no day that was lived changes, and nothing is cleared without it.
    ///
    /// # Errors
    /// An OK that the present plan does not wait for, a day that has not come, a name that is too long, or
    /// when it cannot be written.
    pub fn answer_clearance(
        &mut self,
        clearance: &ClearanceId,
        answer: ClearanceAnswer,
        who: Option<&str>,
        how: Option<&str>,
        said_on: Day,
    ) -> Result<RecordId> {
        let (who, how) = (check_name(who)?, check_name(how)?);
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            within(said_on <= day, "the day", "today or earlier")?;
            let (plan, revision) = journal
                .present_plan(connection, moment, |known| {
                    known.clearances.iter().any(|known| known.id == *clearance)
                })?
                .ok_or_else(|| StoreError::NotFound {
                    what: "clearance",
                    name: clearance.to_string(),
                })?;
            let clearance = clearance.clone();
            let fact =
                PlanFact::Clearance { plan, revision, clearance, answer, who, how, said_on, day };
            journal.append_plan_fact(connection, moment, fact, day, None)
        })
    }

    /// Records a pause from the day `from` through the day `through`, and why; without a last day it is open. Weeks
    /// after surgery go on, and after it the person is asked whether they go on, unless it was over already when
    /// it was entered.
    ///
    /// # Errors
    /// A last day before the first, days more than a year ahead or back, words that are too long, or when it cannot be
    /// written.
    pub fn pause(
        &mut self,
        from: Day,
        through: Option<Day>,
        reason: Option<PauseReason>,
    ) -> Result<RecordId> {
        let reason = check_reason(reason)?;
        within(through.is_none_or(|last| last >= from), "the last day", "the first day or later")?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let today = journal.present_day(connection, moment)?;
            let farthest = today.plus(FARTHEST);
            let is_near = from <= farthest && through.is_none_or(|last| last <= farthest);
            within(is_near, "the pause", "at most a year ahead")?;
            within(from >= today.plus(-FARTHEST), "the pause", "at most a year back")?;
            let fact = PlanFact::Pause { from, through, reason };
            let pause = journal.append_at(connection, moment, fact, from, None)?;
            journal.end_if_over(connection, moment, through)?;
            Ok(pause)
        })
    }

    /// Records that the person goes on from today.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn resume(&mut self) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            journal.append_plan_fact(connection, moment, PlanFact::Resumed { day }, day, None)
        })
    }

    /// Records "not a good day" of `day`, today or one that is over. Said twice, it stands once.
    ///
    /// # Errors
    /// A day that has not come, or when it cannot be written.
    pub fn not_a_good_day(&mut self, day: Day) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let facts = journal.facts(connection, moment, day, day)?;
            if let Some(record) = facts.plan_facts.bad_days.get(&day) {
                return Ok(*record);
            }
            journal.append_plan_fact(connection, moment, PlanFact::BadDay { day }, day, None)
        })
    }

    /// Records that the care team said on the day `said_on` that the limit with the words `limit` is over. It is
    /// over from today.
    ///
    /// # Errors
    /// A limit that today does not list, a day that has not come, a name that is too long, or when it
    /// cannot be written.
    pub fn limit_is_over(
        &mut self,
        limit: &str,
        who: Option<&str>,
        said_on: Day,
    ) -> Result<RecordId> {
        let who = check_name(who)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            within(said_on <= day, "the day", "today or earlier")?;
            let facts = journal.facts(connection, moment, day, day)?;
            let sheet = sheet_of_limit(&facts.situation(), limit, day)
                .ok_or_else(|| StoreError::NotFound { what: "limit", name: limit.to_owned() })?;
            let (plan, revision) = (sheet.plan.clone(), sheet.number);
            let limit = limit.to_owned();
            let fact = PlanFact::LimitOver { plan, revision, limit, who, said_on, day };
            journal.append_plan_fact(connection, moment, fact, day, None)
        })
    }

    /// Records that the person goes today to stage `stage` of `line`, or to that step up of its growth, counted from 1.
    /// Only the next one can be gone to, and only one that waits for the person's word.
    ///
    /// # Errors
    /// A line without that stage, one that is not next or does not wait for the person, or when it cannot be
    /// written.
    pub fn agree_to_stage(&mut self, line: &LineId, stage: u16) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let not_found = || StoreError::NotFound { what: "stage", name: line.to_string() };
            let day = journal.present_day(connection, moment)?;
            let facts = journal.facts(connection, moment, day, day)?;
            let present = revision_on(&facts.revisions, day).ok_or_else(not_found)?;
            let revision = &present.revision;
            let known = revision.line(line).ok_or_else(not_found)?;
            let offered = offered_stage(&facts.situation(), revision, known, day);
            offered.filter(|offered| *offered == stage).ok_or_else(not_found)?;
            let (plan, line, revision) = (revision.plan.clone(), line.clone(), revision.number);
            let fact = PlanFact::StageAgreed { plan, revision, line, stage, day };
            journal.append_plan_fact(connection, moment, fact, day, None)
        })
    }

    /// Records that the person stays as they are: stage `stage` of `line`, or that step up of its growth, which began
    /// today or would begin tomorrow, waits for their word.
    ///
    /// # Errors
    /// A line or a stage that is not about to begin, or when it cannot be written.
    pub fn stay_at_stage(&mut self, line: &LineId, stage: u16) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let not_found = || StoreError::NotFound { what: "stage", name: line.to_string() };
            let day = journal.present_day(connection, moment)?;
            let facts = journal.facts(connection, moment, day, day)?;
            let present = revision_on(&facts.revisions, day).ok_or_else(not_found)?;
            let revision = &present.revision;
            let known = revision.line(line).ok_or_else(not_found)?;
            let steps = new_steps(&facts.situation(), revision, known, day);
            steps.iter().find(|step| step.stage == stage).ok_or_else(not_found)?;
            let (plan, line, revision) = (revision.plan.clone(), line.clone(), revision.number);
            let fact = PlanFact::StageStayed { plan, revision, line, stage, day };
            journal.append_plan_fact(connection, moment, fact, day, None)
        })
    }

    /// The plan that holds today and its revision, if `has` says that it has what is meant.
    fn present_plan(
        &self,
        connection: &Connection,
        moment: &Moment,
        has: impl Fn(&Revision) -> bool,
    ) -> Result<Option<(PlanId, u32)>> {
        let today = self.present_day(connection, moment)?;
        let revisions = self.revisions(connection)?;
        let present = revision_on(&revisions, today).map(|known| &known.revision);
        let present = present.filter(|revision| has(revision));
        Ok(present.map(|revision| (revision.plan.clone(), revision.number)))
    }

    /// Records that the person went on after a pause that was over when it was entered: nobody is asked.
    pub(super) fn end_if_over(
        &self,
        connection: &Connection,
        moment: &Moment,
        through: Option<Day>,
    ) -> Result<()> {
        let today = self.present_day(connection, moment)?;
        if let Some(last) = through.filter(|last| *last < today) {
            let day = last.plus(1);
            let fact = PlanFact::Resumed { day };
            self.append_plan_fact(connection, moment, fact, day, None)?;
        }
        Ok(())
    }

    /// Appends a fact of a day that has come.
    pub(super) fn append_plan_fact(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: PlanFact,
        day: Day,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        let today = self.present_day(connection, moment)?;
        within(day <= today, "the day", "today or earlier")?;
        self.append_at(connection, moment, fact, day, corrects)
    }

    pub(super) fn append_at(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: PlanFact,
        day: Day,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        let today = self.present_day(connection, moment)?;
        let id = plan_facts::new_id(connection, moment.now)?;
        let record = PlanRecord {
            id,
            at: moment.now,
            zone: moment.zone.name().to_owned(),
            entered: if day >= today { Entered::Live } else { Entered::Later },
            by: self.by(connection, moment)?,
            corrects,
            fact,
        };
        plan_facts::append(connection, &record, day)?;
        Ok(id)
    }
}

/// Who or how, without space around it; `None` when nothing is left.
pub(super) fn check_name(name: Option<&str>) -> Result<Option<String>> {
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    let is_short_enough = name.is_none_or(|name| name.chars().count() <= LONGEST_NAME);
    within(is_short_enough, "the name", "at most 120 characters")?;
    Ok(name.map(str::to_owned))
}

/// A reason, its words without space around them.
pub(super) fn check_reason(reason: Option<PauseReason>) -> Result<Option<PauseReason>> {
    let Some(PauseReason { why, words }) = reason else { return Ok(None) };
    Ok(Some(PauseReason { why, words: check_name(words.as_deref())? }))
}
