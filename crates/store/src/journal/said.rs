//! Everything that was said of the plan, for looking at it later; correcting it, taking it back, putting it back.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::plan::Revision;
use backwise_core::record::{
    AllStopped, BoutPlace, ClearanceAnswer, Hurt, PauseReason, PlanFact, PlanRecord,
    corrected_from, spoken_from,
};
use backwise_core::schedule::InForce;
use backwise_core::time::Day;
use rusqlite::Connection;

use super::hurt::ahead;
use super::plan_facts::{FARTHEST, check_name, check_reason};
use super::records::{not_found, within};
use super::{Journal, Moment, Result};
use crate::op::Op;
use crate::rows::plan_facts;
use crate::views::Said;

impl Journal {
    /// Everything that was said of the plan and stands, and what was taken back; the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn said(&self) -> Result<Vec<Said>> {
        self.read(|connection, _| {
            let records = plan_facts::all(connection)?;
            let revisions = self.revisions(connection)?;
            let is_replaced =
                |record: &PlanRecord| records.iter().any(|other| other.corrects == Some(record.id));
            let last = records.iter().filter(|record| !is_replaced(record));
            let mut said: Vec<Said> =
                last.filter_map(|record| said(&records, &revisions, record)).collect();
            said.sort_by_key(|one| std::cmp::Reverse((one.at, one.record)));
            Ok(said)
        })
    }

    /// Replaces what the care team said when they were asked for an OK. Another answer holds from today, and the same one
    /// from the same day as before.
    ///
    /// # Errors
    /// No such answer, a day after the one on which it was entered and from which it holds, a name that is too long, or when it cannot be
    /// written.
    pub fn correct_answer(
        &mut self,
        record: RecordId,
        answer: ClearanceAnswer,
        who: Option<&str>,
        how: Option<&str>,
        said_on: Day,
    ) -> Result<RecordId> {
        let (who, how) = (check_name(who)?, check_name(how)?);
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, _) = last_said(connection, record)?;
            let today = journal.present_day(connection, moment)?;
            let day = corrected_from(&plan_facts::all(connection)?, &known, answer, today)
                .ok_or_else(|| not_found(record))?;
            let PlanFact::Clearance { plan, revision, clearance, day: before, .. } = known.fact
            else {
                return Err(not_found(record));
            };
            within(said_on <= day.max(before), "the day", "that of the entry or earlier")?;
            let fact =
                PlanFact::Clearance { plan, revision, clearance, answer, who, how, said_on, day };
            journal.append_at(connection, moment, fact, day, Some(record))
        })
    }

    /// Replaces what somebody of the team said about a stop: who, when, and from which day the person may go on. Another
    /// day holds from today on, at once, and the same one from the same day as before.
    ///
    /// # Errors
    /// No such word, a day said on after the one on which it was entered, a day to go on more than a year after it, a
    /// name that is too long, or when it cannot be written.
    pub fn correct_spoken_to(
        &mut self,
        record: RecordId,
        who: Option<&str>,
        said_on: Day,
        from: Option<Day>,
    ) -> Result<RecordId> {
        let who = check_name(who)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, _) = last_said(connection, record)?;
            let PlanFact::SpokenTo { stop, from: before, .. } = known.fact else {
                return Err(not_found(record));
            };
            let today = journal.present_day(connection, moment)?;
            let from = if from == before { from } else { ahead(from, today)? };
            let day = spoken_from(&plan_facts::all(connection)?, &known, from, today)
                .ok_or_else(|| not_found(record))?;
            within(said_on <= day, "the day", "that of the entry or earlier")?;
            let fact = PlanFact::SpokenTo { stop, who, said_on, from, day };
            journal.append_at(connection, moment, fact, day, Some(record))
        })
    }

    /// Replaces who said that a limit is over, and on which day they did. It is over from the same day as before.
    ///
    /// # Errors
    /// No such word, a day after the one on which it was entered, a name that is too long, or when it cannot be written.
    pub fn correct_limit_over(
        &mut self,
        record: RecordId,
        who: Option<&str>,
        said_on: Day,
    ) -> Result<RecordId> {
        let who = check_name(who)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, _) = last_said(connection, record)?;
            let PlanFact::LimitOver { plan, revision, limit, day, .. } = known.fact else {
                return Err(not_found(record));
            };
            within(said_on <= day, "the day", "that of the entry or earlier")?;
            let fact = PlanFact::LimitOver { plan, revision, limit, who, said_on, day };
            journal.append_at(connection, moment, fact, day, Some(record))
        })
    }

    /// Replaces the days of a pause, and why it was taken.
    ///
    /// # Errors
    /// No such pause, a last day before the first, days more than a year ahead, words that are too long, or when it
    /// cannot be written.
    pub fn correct_pause(
        &mut self,
        record: RecordId,
        from: Day,
        through: Option<Day>,
        reason: Option<PauseReason>,
    ) -> Result<RecordId> {
        let reason = check_reason(reason)?;
        within(through.is_none_or(|last| last >= from), "the last day", "the first day or later")?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, _) = last_said(connection, record)?;
            let PlanFact::Pause { .. } = known.fact else { return Err(not_found(record)) };
            let today = journal.present_day(connection, moment)?;
            let farthest = today.plus(FARTHEST);
            let is_near = from <= farthest && through.is_none_or(|last| last <= farthest);
            within(is_near, "the pause", "at most a year ahead")?;
            let fact = PlanFact::Pause { from, through, reason };
            let pause = journal.append_at(connection, moment, fact, from, Some(record))?;
            journal.withdraw_end_of(connection, moment, &known)?;
            // A last day that it had before, as after Undo, ends it as it did then: one that waited for the person's word
            // waits for it again. Why it was taken ends nothing.
            let records = plan_facts::all(connection)?;
            let had = said_before(&records, &known, through);
            if had.is_none_or(|had| end_of(&records, had).is_some()) {
                journal.end_if_over(connection, moment, through)?;
            }
            Ok(pause)
        })
    }

    /// Takes a fact about the plan back, or what was put in its place: it stays in the file and no longer stands. What let
    /// somebody go on since an earlier day did so until today, and no day that was lived changes.
    ///
    /// # Errors
    /// No such fact, one that was taken back already, or when it cannot be written.
    pub fn withdraw_plan_fact(&mut self, record: RecordId) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, day) = last_of_chain(connection, record)?;
            journal.withdraw_end_of(connection, moment, &known)?;
            let from = match known.fact.own_day() {
                Some(_) => journal.present_day(connection, moment)?,
                None => day,
            };
            let fact = PlanFact::Withdrawn { day: from };
            let withdrawal = journal.append_at(connection, moment, fact, from, Some(known.id))?;
            journal.keep_second_stop(connection, moment, day)?;
            Ok(withdrawal)
        })
    }

    /// Puts back what the withdrawal `record` took back, as if it had stood all the time; what lets somebody go on, after
    /// days that were lived without it, from today.
    ///
    /// # Errors
    /// No such withdrawal, one that was put back already, or when it cannot be written.
    pub fn put_back_plan_fact(&mut self, record: RecordId) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, taken_back) = last_said(connection, record)?;
            let before = known.corrects.filter(|_| known.fact.is_withdrawn());
            let before = before.ok_or_else(|| not_found(record))?;
            let (before, day) =
                plan_facts::by_id(connection, before)?.ok_or_else(|| not_found(record))?;
            let through = match before.fact {
                PlanFact::Pause { through, .. } => through,
                _ => None,
            };
            let was_over = end_of(&plan_facts::all(connection)?, &before).is_some();
            let today = journal.present_day(connection, moment)?;
            let (fact, from) = match before.fact.own_day() {
                Some(_) if today > taken_back => (before.fact.from_own_day(today), today),
                _ => (before.fact, day),
            };
            let again = journal.append_at(connection, moment, fact, from, Some(record))?;
            if was_over {
                journal.end_if_over(connection, moment, through)?;
            }
            journal.keep_second_stop(connection, moment, day)?;
            Ok(again)
        })
    }

    /// Takes back that the person went on after the pause `known`, as far as that was entered with it because the
    /// pause was over already. The two are one word of the person's.
    fn withdraw_end_of(
        &self,
        connection: &Connection,
        moment: &Moment,
        known: &PlanRecord,
    ) -> Result<()> {
        let records = plan_facts::all(connection)?;
        let is_withdrawn = |id| records.iter().any(|other| other.corrects == Some(id));
        if let Some((end, day)) = end_of(&records, known).filter(|(end, _)| !is_withdrawn(*end)) {
            let fact = PlanFact::Withdrawn { day };
            self.append_at(connection, moment, fact, day, Some(end))?;
        }
        Ok(())
    }
}

/// The word that the person went on after `pause`, entered in one moment with it because it was over already, and its day.
fn end_of(records: &[PlanRecord], pause: &PlanRecord) -> Option<(RecordId, Day)> {
    let PlanFact::Pause { through: Some(last), .. } = pause.fact else { return None };
    let day = last.plus(1);
    let is_its_end = |it: &&PlanRecord| it.at == pause.at && it.fact == PlanFact::Resumed { day };
    records.iter().rev().find(is_its_end).map(|end| (end.id, day))
}

/// Where the pause `last`, or one that it took the place of, last had the last day `through`.
fn said_before<'a>(
    records: &'a [PlanRecord],
    last: &'a PlanRecord,
    through: Option<Day>,
) -> Option<&'a PlanRecord> {
    let before = |known: &PlanRecord| {
        let corrected = known.corrects?;
        records.iter().find(|record| record.id == corrected)
    };
    let mut chain = std::iter::successors(Some(last), |known| before(known));
    chain.find(|known| matches!(known.fact, PlanFact::Pause { through: had, .. } if had == through))
}

/// The fact `record`, if nothing replaced it, and the day that it speaks of.
pub(super) fn last_said(connection: &Connection, record: RecordId) -> Result<(PlanRecord, Day)> {
    let known = plan_facts::by_id(connection, record)?.ok_or_else(|| not_found(record))?;
    if plan_facts::is_corrected(connection, record)? { Err(not_found(record)) } else { Ok(known) }
}

/// What stands in the place of `record`, or itself, and the day that it speaks of.
pub(super) fn last_of_chain(
    connection: &Connection,
    record: RecordId,
) -> Result<(PlanRecord, Day)> {
    let mut last = record;
    while let Some(correction) = plan_facts::correction_of(connection, last)? {
        last = correction;
    }
    let known = plan_facts::by_id(connection, last)?.ok_or_else(|| not_found(record))?;
    if known.0.fact.is_withdrawn() { Err(not_found(record)) } else { Ok(known) }
}

/// Whether `hurt` was said before in the chain that `last` ends.
pub(super) fn was_said_before(
    connection: &Connection,
    last: &PlanRecord,
    hurt: &Hurt,
) -> Result<bool> {
    let mut before = last.corrects;
    while let Some(id) = before {
        let Some((known, _)) = plan_facts::by_id(connection, id)? else { break };
        if matches!(&known.fact, PlanFact::Hurt { hurt: said, .. } if said == hurt) {
            return Ok(true);
        }
        before = known.corrects;
    }
    Ok(false)
}

/// What `last`, the end of a chain, says; `None` for what nobody said.
fn said(records: &[PlanRecord], revisions: &[InForce], last: &PlanRecord) -> Option<Said> {
    let stands = !last.fact.is_withdrawn();
    let by_id = |id| records.iter().find(|known| known.id == id);
    let spoken = if stands { last } else { by_id(last.corrects?)? };
    if let PlanFact::Resumed { .. } | PlanFact::AllStopped { because: AllStopped::SecondStop, .. } =
        spoken.fact
    {
        return None;
    }
    Some(Said {
        record: last.id,
        at: last.at,
        entered: spoken.entered,
        by: spoken.by,
        about: about(records, revisions, &spoken.fact),
        fact: spoken.fact.clone(),
        stands,
        corrected: spoken.corrects.is_some(),
    })
}

/// What `fact` is about, in the words of the revision that it was said of.
fn about(records: &[PlanRecord], revisions: &[InForce], fact: &PlanFact) -> Option<String> {
    let of = |plan: &PlanId, number: u32| -> Option<&Revision> {
        let mut known = revisions.iter().map(|known| &known.revision);
        known.find(|revision| revision.plan == *plan && revision.number == number)
    };
    let title = |plan: &PlanId, number: u32, line: &LineId| {
        of(plan, number)?.line(line).map(|line| line.title.clone())
    };
    match fact {
        PlanFact::Clearance { plan, revision, clearance, .. } => {
            let mut known = of(plan, *revision)?.clearances.iter();
            known.find(|known| known.id == *clearance).map(|known| known.as_written.clone())
        }
        PlanFact::LimitOver { limit, .. } => Some(limit.clone()),
        PlanFact::StageAgreed { plan, revision, line, stage, .. }
        | PlanFact::StageStayed { plan, revision, line, stage, .. } => {
            let line = of(plan, *revision)?.line(line)?;
            let stage = line.stages.get(usize::from(*stage).checked_sub(1)?);
            let words = stage.and_then(|stage| stage.as_written.as_ref());
            let words = words.unwrap_or(&line.as_written);
            Some(format!("{}: {words}", line.title))
        }
        PlanFact::Hurt { plan, revision, hurt, .. } => title(plan, *revision, hurt.line.as_ref()?),
        PlanFact::AskedAndYes { plan, revision, line, .. }
        | PlanFact::AllStopped { plan, revision, line, .. } => {
            title(plan, *revision, line.as_ref()?)
        }
        PlanFact::Felt { plan, revision, line, place, .. } => match (line, place) {
            (Some(line), _) => title(plan, *revision, line),
            (None, BoutPlace::Round(round)) => {
                of(plan, *revision)?.round(round).map(|round| round.title.clone())
            }
            (None, BoutPlace::AnyTime(_)) => None,
        },
        PlanFact::SpokenTo { stop, .. } => {
            let stop = records.iter().find(|known| known.id == *stop)?;
            about(records, revisions, &stop.fact)
        }
        PlanFact::Pause { .. }
        | PlanFact::Resumed { .. }
        | PlanFact::BadDay { .. }
        | PlanFact::UsualMorning { .. }
        | PlanFact::Withdrawn { .. } => None,
    }
}
