//! That it hurt, what follows from it, and that somebody of the team was spoken to.

use backwise_core::ids::{LineId, RecordId};
use backwise_core::record::{
    AllStopped, BoutPlace, Felt, Hurt, HurtPlace, PainMoment, PlanFact, UsualMorning, WORST_PAIN,
};
use backwise_core::report::{PainScore, pain_scores};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{
    PainFollows, PainOutcome, agenda, is_judged_stricter, moment_of_day, pain_follows, revision_on,
};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::plan_facts::{FARTHEST, check_name};
use super::records::{not_found, within};
use super::said::{last_of_chain, last_said, was_said_before};
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::{plan_facts, sessions};
use crate::views::HurtAnswer;

impl Journal {
    /// Records that it hurt on `day`, that of the bout; on the present one where it is of none. A round may be over
    /// after the next day has begun. Answers what the plan says to do now. Where the whole session ends, none is under
    /// way any more.
    ///
    /// # Errors
    /// No plan, a line that it does not have, a bout without its line, a score above 10, a day that has not come, or
    /// when it cannot be written.
    pub fn record_hurt(&mut self, hurt: &Hurt, day: Option<Day>) -> Result<HurtAnswer> {
        check_hurt(hurt)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = day.map_or_else(|| journal.present_day(connection, moment), Ok)?;
            journal.keep_hurt(connection, moment, hurt.clone(), day, None)
        })
    }

    /// The same in the place of `before`, or of what was put in its place: one answer to one question stands, and what
    /// follows is judged without the one before. That one stays in the record. Where the team has spoken about it since, a
    /// number of the present day is another pain, and so is one that is judged stricter: it stands beside the one before,
    /// and their word is not about it.
    ///
    /// # Errors
    /// As [`Self::record_hurt`]; where `before` is not of pain, or was taken back.
    pub fn correct_hurt(
        &mut self,
        before: RecordId,
        hurt: &Hurt,
        day: Option<Day>,
    ) -> Result<HurtAnswer> {
        check_hurt(hurt)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, of) = last_of_chain(connection, before)?;
            let PlanFact::Hurt { hurt: known_hurt, .. } = &known.fact else {
                return Err(not_found(before));
            };
            let today = journal.present_day(connection, moment)?;
            let day = day.unwrap_or(today);
            let facts = journal.facts(connection, moment, day, day)?;
            let word = facts.plan_facts.release(known.id);
            // What it was before the word, as Undo has it, is no other pain.
            let was_said = was_said_before(connection, &known, hurt)?;
            let judged = (hurt, known_hurt);
            let is_stricter = || !was_said && is_judged_stricter(&facts.situation(), day, judged);
            if word.is_some_and(|word| day == today && word.at < moment.now || is_stricter()) {
                let answer = journal.keep_hurt(connection, moment, hurt.clone(), day, None)?;
                return Ok(HurtAnswer { stands_beside: true, ..answer });
            }
            let fact = PlanFact::Withdrawn { day: of };
            let gone = journal.append_at(connection, moment, fact, of, Some(known.id))?;
            journal.keep_second_stop(connection, moment, of)?;
            journal.keep_hurt(connection, moment, hurt.clone(), day, Some(gone))
        })
    }

    /// Records scores that the person was asked for, of no exercise: back and leg apart, each `None` where it was
    /// not rated. Answers what the plan says to do now, for each score that was given.
    ///
    /// # Errors
    /// No plan, a score above 10, or when it cannot be written.
    pub fn answer_pain(
        &mut self,
        when: PainMoment,
        back: Option<u8>,
        leg: Option<u8>,
    ) -> Result<Vec<HurtAnswer>> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            journal.keep_scores(connection, moment, day, when, [back, leg])
        })
    }

    /// Records how it hurts now, because the person wants to say so, or how it hurt on a `day` that is over: back and leg
    /// apart, `None` where it is not rated. Each is told with its own moment and stands beside what was told earlier: no
    /// later number lifts what an earlier one stopped. Answers what the plan says to do, for each score that was given.
    ///
    /// # Errors
    /// No plan, a score above 10, a day that has not come, or when it cannot be written.
    pub fn pain_of_day(
        &mut self,
        back: Option<u8>,
        leg: Option<u8>,
        day: Option<Day>,
    ) -> Result<Vec<HurtAnswer>> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = day.map_or_else(|| journal.present_day(connection, moment), Ok)?;
            let facts = journal.facts(connection, moment, day, day)?;
            let when = moment_of_day(&agenda(&facts.situation(), day).ok_or_else(no_plan)?);
            journal.keep_scores(connection, moment, day, when, [back, leg])
        })
    }

    /// The pain scores of the days from `from` through `through`, in their order, wherever they were said.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pain_scores(&self, from: Day, through: Day) -> Result<Vec<PainScore>> {
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, from, through)?;
            Ok(pain_scores(&facts.standing, &facts.plan_facts, from, through))
        })
    }

    /// Records how it hurts on a usual morning. What was said of it before stays in the record, and what followed
    /// from mornings that were compared with it stays as it was.
    ///
    /// # Errors
    /// A score above 10, nothing rated, or when it cannot be written.
    pub fn usual_morning(&mut self, usual: UsualMorning) -> Result<RecordId> {
        check_usual(usual)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            let fact = PlanFact::UsualMorning { day, usual };
            journal.append_plan_fact(connection, moment, fact, day, None)
        })
    }

    /// Replaces how it hurts on a usual morning, as it was said on the day of `record`. A later word about it stands.
    ///
    /// # Errors
    /// No such word, a score above 10, nothing rated, or when it cannot be written.
    pub fn correct_usual_morning(
        &mut self,
        record: RecordId,
        usual: UsualMorning,
    ) -> Result<RecordId> {
        check_usual(usual)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let (known, day) = last_said(connection, record)?;
            let PlanFact::UsualMorning { .. } = known.fact else { return Err(not_found(record)) };
            let fact = PlanFact::UsualMorning { day, usual };
            journal.append_at(connection, moment, fact, day, Some(record))
        })
    }

    /// Records how a round of `day` felt, or one time of a `line` that was done alone. It felt one way: another answer
    /// takes the place of the one that stands.
    ///
    /// # Errors
    /// No plan, a line that it does not have, a time of the day without its line, a day that has not come, or when it
    /// cannot be written.
    pub fn record_felt(
        &mut self,
        day: Day,
        line: Option<LineId>,
        place: BoutPlace,
        felt: Felt,
    ) -> Result<RecordId> {
        let is_alone = matches!(place, BoutPlace::AnyTime(nth) if nth > 0);
        let is_round = matches!(place, BoutPlace::Round(_));
        within(if line.is_some() { is_alone } else { is_round }, "the round", "one of the plan")?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let revisions = journal.revisions(connection)?;
            let revision = &revision_on(&revisions, day).ok_or_else(no_plan)?.revision;
            if let Some(line) = line.as_ref().filter(|line| revision.line(line).is_none()) {
                return Err(StoreError::NotFound { what: "line", name: line.to_string() });
            }
            let (plan, revision) = (revision.plan.clone(), revision.number);
            let records = plan_facts::all(connection)?;
            let before = records.iter().find_map(|known| match &known.fact {
                PlanFact::Felt { day: of, line: one, place: at, felt, .. }
                    if (*of, one, at) == (day, &line, &place)
                        && !records.iter().any(|other| other.corrects == Some(known.id)) =>
                {
                    Some((known.id, *felt))
                }
                _ => None,
            });
            if let Some((record, _)) = before.filter(|(_, known)| *known == felt) {
                return Ok(record);
            }
            let corrects = before.map(|(record, _)| record);
            let fact = PlanFact::Felt { plan, revision, day, line, place, felt };
            journal.append_plan_fact(connection, moment, fact, day, corrects)
        })
    }

    /// Keeps scores of `day` and of no exercise, back and leg, as far as they were given.
    fn keep_scores(
        &self,
        connection: &Connection,
        moment: &Moment,
        day: Day,
        when: PainMoment,
        [back, leg]: [Option<u8>; 2],
    ) -> Result<Vec<HurtAnswer>> {
        let scores = [(HurtPlace::Back, back), (HurtPlace::Leg, leg)];
        let is_a_score = scores.iter().all(|(_, score)| score.is_none_or(|one| one <= WORST_PAIN));
        within(is_a_score, "the score", "0 to 10")?;
        let given = scores.into_iter().filter(|(_, score)| score.is_some());
        let kept = given.map(|(place, score)| {
            let (line, bout, spreading, usual) = (None, None, false, None);
            let hurt = Hurt { line, bout, place, score, when, spreading, usual };
            self.keep_hurt(connection, moment, hurt, day, None)
        });
        kept.collect()
    }

    /// Keeps that it hurt on `day`, a morning with the usual one that it is compared with; `corrects` is what it is put in
    /// the place of.
    fn keep_hurt(
        &self,
        connection: &Connection,
        moment: &Moment,
        mut hurt: Hurt,
        day: Day,
        corrects: Option<RecordId>,
    ) -> Result<HurtAnswer> {
        let facts = self.facts(connection, moment, day, day)?;
        let revision = &revision_on(&facts.revisions, day).ok_or_else(no_plan)?.revision;
        if let Some(line) = hurt.line.as_ref().filter(|line| revision.line(line).is_none()) {
            return Err(StoreError::NotFound { what: "line", name: line.to_string() });
        }
        let usual = facts.plan_facts.usual_morning.and_then(|usual| match hurt.place {
            HurtPlace::Back => usual.back,
            HurtPlace::Leg => usual.leg,
            HurtPlace::Elsewhere | HurtPlace::NotSaid => None,
        });
        // A morning that is put right is compared with what it was compared with.
        let compared = hurt.usual.filter(|_| corrects.is_some()).or(usual);
        hurt.usual = compared.filter(|_| hurt.when == PainMoment::NextMorning);
        let today = self.present_day(connection, moment)?;
        let is_released = corrects.and_then(|gone| facts.plan_facts.release(gone));
        let is_released = is_released.is_some_and(|it| it.from.is_none_or(|from| from <= today));
        let follows = pain_follows(&facts.situation(), revision, &hurt, day, is_released);
        let (plan, revision) = (revision.plan.clone(), revision.number);
        let fact = PlanFact::Hurt { plan, revision, day, hurt };
        let record = self.append_plan_fact(connection, moment, fact, day, corrects)?;
        self.keep_second_stop(connection, moment, day)?;
        // Should the program end now, the next start does not go on with what hurt.
        if follows.outcome.ends_session() {
            sessions::remove(connection)?;
        }
        Ok(HurtAnswer { record, follows, stands_beside: false })
    }

    /// Records that something is newly numb or weak, or that the person feels faint: all exercises are stopped until
    /// somebody of the team was spoken to, and no session is under way any more. `line` is the one that was being done, kept
    /// where the sheet of today has it: a round may run on into the first day of a sheet without it.
    ///
    /// # Errors
    /// No plan, what nobody says, or when it cannot be written.
    pub fn stop_all(&mut self, because: AllStopped, line: Option<LineId>) -> Result<HurtAnswer> {
        let outcome = match because {
            AllStopped::Numb => PainOutcome::StopSessionNumb,
            AllStopped::Faint => PainOutcome::StopSessionFaint,
            AllStopped::SecondStop => PainOutcome::StopSessionSecondStop,
        };
        within(because != AllStopped::SecondStop, "the reason", "what a person says")?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            let revisions = journal.revisions(connection)?;
            let revision = &revision_on(&revisions, day).ok_or_else(no_plan)?.revision;
            let line = line.filter(|line| revision.line(line).is_some());
            let (plan, revision) = (revision.plan.clone(), revision.number);
            let fact = PlanFact::AllStopped { plan, revision, line, because, day };
            let record = journal.append_plan_fact(connection, moment, fact, day, None)?;
            sessions::remove(connection)?;
            let follows = PainFollows { outcome, as_written: None, ring: None };
            Ok(HurtAnswer { record, follows, stands_beside: false })
        })
    }

    /// Keeps that a second exercise was stopped on `day`, and takes that back where one of them turns out to have been a
    /// mistake.
    pub(super) fn keep_second_stop(
        &self,
        connection: &Connection,
        moment: &Moment,
        day: Day,
    ) -> Result<()> {
        let facts = self.facts(connection, moment, day, day)?;
        let situation = facts.situation();
        let Some(known) = revision_on(&facts.revisions, day) else { return Ok(()) };
        match (situation.is_second_stop(day), situation.open_second_stop(day)) {
            (true, None) if situation.begins_second_stop(day) => {
                let (plan, revision) = (known.revision.plan.clone(), known.revision.number);
                let because = AllStopped::SecondStop;
                let fact = PlanFact::AllStopped { plan, revision, line: None, because, day };
                self.append_at(connection, moment, fact, day, None)?;
            }
            (false, Some(record)) => {
                let fact = PlanFact::Withdrawn { day };
                self.append_at(connection, moment, fact, day, Some(record))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Records that the answer to a question was yes: one that comes before `line`, or that was asked because it hurts, of the
    /// line that was being done or of none. `line` is kept where the sheet of today has it, as in [`Self::stop_all`]; the yes
    /// is kept in any case. What it stops waits until somebody of the team was spoken to.
    ///
    /// # Errors
    /// No plan, or when it cannot be written.
    pub fn asked_and_yes(
        &mut self,
        line: Option<&LineId>,
        question: SafetyQuestion,
    ) -> Result<RecordId> {
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            let revisions = journal.revisions(connection)?;
            let revision = &revision_on(&revisions, day).ok_or_else(no_plan)?.revision;
            let line = line.filter(|line| revision.line(line).is_some()).cloned();
            let (plan, revision) = (revision.plan.clone(), revision.number);
            let fact = PlanFact::AskedAndYes { plan, revision, line, question, day };
            let record = journal.append_plan_fact(connection, moment, fact, day, None)?;
            journal.keep_second_stop(connection, moment, day)?;
            Ok(record)
        })
    }

    /// Records that somebody of the team was spoken to on the day `said_on` about what `stops` stopped, and said that
    /// the person may go on from the day `from`; without one, or where that day has come, at once. Answers a record for
    /// each.
    ///
    /// # Errors
    /// A record that stopped nothing or no longer stands, a day said on that has not come, a day more than a year
    /// ahead, a name that is too long, or when it cannot be written.
    pub fn spoken_to(
        &mut self,
        stops: &[RecordId],
        who: Option<&str>,
        said_on: Day,
        from: Option<Day>,
    ) -> Result<Vec<RecordId>> {
        let who = check_name(who)?;
        self.transact(Op::RecordPlanFact, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            within(said_on <= day, "the day", "today or earlier")?;
            let from = ahead(from, day)?;
            let mut records = Vec::new();
            for &stop in stops {
                let not_found = || StoreError::NotFound { what: "record", name: stop.to_string() };
                let (known, _) = plan_facts::by_id(connection, stop)?.ok_or_else(not_found)?;
                let may_stop = matches!(
                    known.fact,
                    PlanFact::Hurt { .. }
                        | PlanFact::AskedAndYes { .. }
                        | PlanFact::AllStopped { .. }
                );
                if !may_stop || plan_facts::is_corrected(connection, stop)? {
                    return Err(not_found());
                }
                let fact = PlanFact::SpokenTo { stop, who: who.clone(), said_on, from, day };
                records.push(journal.append_plan_fact(connection, moment, fact, day, None)?);
            }
            Ok(records)
        })
    }
}

fn check_hurt(hurt: &Hurt) -> Result<()> {
    within(hurt.score.is_none_or(|score| score <= WORST_PAIN), "the score", "0 to 10")?;
    within(hurt.bout.is_none() || hurt.line.is_some(), "the bout", "one of a line")
}

fn check_usual(usual: UsualMorning) -> Result<()> {
    let mut scores = [usual.back, usual.leg].into_iter().flatten().peekable();
    within(scores.peek().is_some(), "the usual morning", "a score for the back or the leg")?;
    within(scores.all(|score| score <= WORST_PAIN), "the score", "0 to 10")
}

/// The day from which the person may go on, where it lies after `day`, that of the entry.
pub(super) fn ahead(from: Option<Day>, day: Day) -> Result<Option<Day>> {
    let is_near = from.is_none_or(|from| from <= day.plus(FARTHEST));
    within(is_near, "the day to go on", "at most a year ahead")?;
    Ok(from.filter(|from| *from > day))
}

fn no_plan() -> StoreError {
    StoreError::NotFound { what: "plan", name: String::new() }
}
