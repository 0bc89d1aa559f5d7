//! What was done, and corrections of it.

use std::collections::BTreeSet;

use backwise_core::ids::RecordId;
use backwise_core::record::{
    BodySide, BoutKey, BoutPlace, Entered, EnteredBy, Fact, Outcome, PainPlace, PartCount, Record,
    StandingBout, WORST_PAIN, settle,
};
use backwise_core::reminder::ReminderKey;
use backwise_core::schedule::{self, AgendaItem, CLOCK_ROUND};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::{Journal, Moment, Result, reminders, under_way};
use crate::StoreError;
use crate::op::Op;
use crate::rows::records;
use crate::views::Recorded;

/// The longest note, in characters.
const LONGEST_NOTE: usize = 2000;

impl Journal {
    /// Records what became of a bout. A bout that is closed already stays as it is.
    ///
    /// # Errors
    /// A line or round that no plan here has, a day that has not come, a note that is too long, or
    /// when it cannot be written.
    pub fn record_bout(
        &mut self,
        bout: &BoutKey,
        outcome: &Outcome,
        note: Option<&str>,
        by: EnteredBy,
    ) -> Result<Recorded> {
        check_outcome(outcome)?;
        let note = check_note(note)?;
        self.transact(Op::RecordBout, |connection, journal, moment| {
            journal.check_bout(connection, bout)?;
            if let Some((record, _)) =
                standing_bout(connection, bout)?.and_then(|known| known.closed)
            {
                return Ok(Recorded { record, already: true });
            }
            let fact = Fact::Bout { bout: bout.clone(), outcome: outcome.clone(), note };
            let record = journal.append(connection, moment, fact, bout.day, by, None)?;
            journal.keep_second_stop(connection, moment, bout.day)?;
            Ok(Recorded { record, already: false })
        })
    }

    /// Records how a session ended a bout. Where something else was recorded of it meanwhile, such as "skipped" in the
    /// command line, that is corrected: the word of the person who does the exercise stands, and the other stays in the
    /// record. But that it hurt stays, and what was done is not made less of, unless the session itself said so in `own`.
    ///
    /// # Errors
    /// As [`Self::record_bout`].
    pub fn close_bout(
        &mut self,
        bout: &BoutKey,
        outcome: &Outcome,
        own: Option<RecordId>,
    ) -> Result<Recorded> {
        check_outcome(outcome)?;
        self.transact(Op::CloseBout, |connection, journal, moment| {
            journal.check_bout(connection, bout)?;
            let known = standing_bout(connection, bout)?;
            let (note, standing) = known.map_or((None, None), |known| (known.note, known.closed));
            let stays = |(record, known): &&(RecordId, Outcome)| {
                known == outcome || !known.gives_way_to(outcome, own == Some(*record))
            };
            if let Some((record, _)) = standing.as_ref().filter(stays) {
                return Ok(Recorded { record: *record, already: true });
            }
            let corrects = standing.map(|(record, _)| record);
            // The person's own words are about the bout, whatever became of it.
            let fact = Fact::Bout { bout: bout.clone(), outcome: outcome.clone(), note };
            let by = journal.by(connection, moment)?;
            let record = journal.append(connection, moment, fact, bout.day, by, corrects)?;
            journal.keep_second_stop(connection, moment, bout.day)?;
            Ok(Recorded { record, already: false })
        })
    }

    /// Records work whose end a session saw. `set` is 1 to 100, `repetitions` at most 10 000,
    /// `seconds` at most a day.
    ///
    /// # Errors
    /// A line or round that no plan here has, a day that has not come, a number outside its range,
    /// or when it cannot be written.
    pub fn record_work(
        &mut self,
        bout: &BoutKey,
        set: u16,
        side: BodySide,
        repetitions: u16,
        seconds: u32,
    ) -> Result<RecordId> {
        let fact = work(bout, set, side, repetitions, seconds)?;
        self.transact(Op::RecordWork, |connection, journal, moment| {
            journal.check_bout(connection, bout)?;
            under_way::forget_recorded(connection, &fact)?;
            let by = journal.by(connection, moment)?;
            journal.append(connection, moment, fact, bout.day, by, None)
        })
    }

    /// Records a pain score, 0 to 10, for the present day.
    ///
    /// # Errors
    /// A score above 10, or when it cannot be written.
    pub fn record_pain(&mut self, place: PainPlace, score: u8) -> Result<RecordId> {
        within(score <= WORST_PAIN, "the score", "0 to 10")?;
        self.transact(Op::RecordPain, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            let fact = Fact::Pain { day, place, score };
            let by = journal.by(connection, moment)?;
            journal.append(connection, moment, fact, day, by, None)
        })
    }

    /// Replaces what was recorded of a bout; the original stays in the record. Without a note the
    /// note that stands is kept.
    ///
    /// # Errors
    /// No such record, one that was taken back or is not of a bout, a note that is too long, or when
    /// it cannot be written.
    pub fn correct_bout(
        &mut self,
        record: RecordId,
        outcome: &Outcome,
        note: Option<&str>,
        by: EnteredBy,
    ) -> Result<RecordId> {
        check_outcome(outcome)?;
        let note = check_note(note)?;
        self.transact(Op::CorrectBout, |connection, journal, moment| {
            let (last, day) = last_of_chain(connection, record)?;
            let Fact::Bout { bout, note: before, .. } = last.fact else {
                return Err(not_found(record));
            };
            let fact = Fact::Bout { bout, outcome: outcome.clone(), note: note.or(before) };
            let record = journal.append(connection, moment, fact, day, by, Some(last.id))?;
            journal.keep_second_stop(connection, moment, day)?;
            Ok(record)
        })
    }

    /// Takes a record back: it stays in the file and no longer stands. What was left for pain since is taken back by its own
    /// name alone: the way back from "Done" was offered before it hurt.
    ///
    /// # Errors
    /// No such record, one that was taken back already or is not the last word where that says that it hurt, or when it
    /// cannot be written.
    pub fn withdraw(&mut self, record: RecordId) -> Result<RecordId> {
        self.transact(Op::Withdraw, |connection, journal, moment| {
            let (last, day) = last_of_chain(connection, record)?;
            let hurt =
                matches!(&last.fact, Fact::Bout { outcome, .. } if outcome.was_left_for_pain());
            if hurt && last.id != record {
                let (what, name) = ("word-before-it-hurt", record.to_string());
                return Err(StoreError::NotFound { what, name });
            }
            let by = journal.by(connection, moment)?;
            let record =
                journal.append(connection, moment, Fact::Withdrawn, day, by, Some(last.id))?;
            journal.keep_second_stop(connection, moment, day)?;
            Ok(record)
        })
    }

    /// Puts back what the withdrawal `record` took back, as it was entered: its time, and who entered it. Where
    /// something else was recorded of the bout meanwhile, that stays as it is.
    ///
    /// # Errors
    /// No such withdrawal of a bout, one that was put back already, or when it cannot be written.
    pub fn put_back(&mut self, record: RecordId) -> Result<Recorded> {
        self.transact(Op::CorrectBout, |connection, journal, moment| {
            let (known, day) =
                records::by_id(connection, record)?.ok_or_else(|| not_found(record))?;
            let before = known.corrects.filter(|_| known.fact == Fact::Withdrawn);
            let before = before.ok_or_else(|| not_found(record))?;
            let (before, _) =
                records::by_id(connection, before)?.ok_or_else(|| not_found(record))?;
            let Fact::Bout { bout, .. } = &before.fact else { return Err(not_found(record)) };
            if records::correction_of(connection, record)?.is_some() {
                return Err(not_found(record));
            }
            if let Some((record, _)) =
                standing_bout(connection, bout)?.and_then(|known| known.closed)
            {
                return Ok(Recorded { record, already: true });
            }
            let Record { entered, fact, by, .. } = before;
            let record =
                journal.append_as(connection, moment, entered, fact, day, by, Some(record))?;
            journal.keep_second_stop(connection, moment, day)?;
            Ok(Recorded { record, already: false })
        })
    }

    /// "Done" on a reminder that spoke of `named`: closes those of them that are still open and asked for. Returns how
    /// many. Where the round asks for more, the reminder stays as it is. What a question of safety comes before now is
    /// closed by no press on a popup.
    ///
    /// # Errors
    /// No such round on that day, a day that has not come, or when it cannot be written.
    pub fn finish_round(&mut self, key: &ReminderKey, named: &[BoutKey]) -> Result<u32> {
        self.transact(Op::FinishRound, |connection, journal, moment| {
            let facts = journal.facts(connection, moment, key.day, key.day)?;
            let agenda = schedule::agenda(&facts.situation(), key.day);
            let round = agenda
                .filter(|agenda| agenda.plan == key.plan)
                .and_then(|agenda| agenda.rounds.into_iter().find(|round| round.round == key.round))
                .ok_or_else(|| StoreError::NotFound {
                    what: "round",
                    name: key.round.to_string(),
                })?;
            let is_open = |bout: &BoutKey| {
                facts.standing.bouts.get(bout).is_none_or(|known| known.closed.is_none())
            };
            let mut closed = 0;
            let held_back = round.held_back_until(moment.now);
            let offered: BTreeSet<BoutKey> =
                round.open_at(moment.now).into_iter().map(|item| item.bout.clone()).collect();
            // What the round no longer asks for, leaves to choose or holds back, nobody said was done.
            let asked = round.items.into_iter().filter(|item| !item.state.is_settled());
            let is_done = |item: &AgendaItem| {
                named.contains(&item.bout)
                    && item.safety_question.is_none()
                    && offered.contains(&item.bout)
            };
            let (done, left): (Vec<_>, Vec<_>) =
                asked.filter(|item| is_open(&item.bout)).partition(is_done);
            for item in done {
                let fact = Fact::Bout { bout: item.bout, outcome: Outcome::Done, note: None };
                let by = journal.by(connection, moment)?;
                journal.append(connection, moment, fact, key.day, by, None)?;
                closed += 1;
            }
            if left.iter().all(|item| item.is_held_back(moment.now)) {
                reminders::close(connection, key, held_back)?;
            }
            Ok(closed)
        })
    }

    pub(super) fn append(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: Fact,
        day: Day,
        by: EnteredBy,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        let today = self.present_day(connection, moment)?;
        let entered = if day >= today { Entered::Live } else { Entered::Later };
        self.append_as(connection, moment, entered, fact, day, by, corrects)
    }

    /// The same, and says when it was entered.
    #[expect(
        clippy::too_many_arguments,
        reason = "a record has so many parts, and each is said once"
    )]
    pub(super) fn append_as(
        &self,
        connection: &Connection,
        moment: &Moment,
        entered: Entered,
        fact: Fact,
        day: Day,
        by: EnteredBy,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        // After midnight the date names a day that can be recorded, too, although the one before is not over.
        let date = Day(moment.zone.local(moment.now).date());
        let today = self.present_day(connection, moment)?.max(date);
        within(day <= today, "the day", "today or earlier")?;
        let id = records::new_id(connection, moment.now)?;
        let zone = moment.zone.name().to_owned();
        let record = Record { id, at: moment.now, zone, entered, by, corrects, fact };
        records::append(connection, &record, day)?;
        Ok(id)
    }

    /// Whether a plan here has the line and the round. Whether it asks for them on that day does
    /// not matter: a plan bounds what is asked, never what may be recorded.
    pub(super) fn check_bout(&self, connection: &Connection, bout: &BoutKey) -> Result<()> {
        let revisions = self.revisions(connection)?;
        let of_plan = || revisions.iter().filter(|known| known.revision.plan == bout.plan);
        if !of_plan().any(|known| known.revision.line(&bout.line).is_some()) {
            return Err(StoreError::NotFound { what: "line", name: bout.line.to_string() });
        }
        match &bout.place {
            BoutPlace::Round(round)
                if !round.as_str().starts_with(CLOCK_ROUND)
                    && !of_plan().any(|known| known.revision.round(round).is_some()) =>
            {
                Err(StoreError::NotFound { what: "round", name: round.to_string() })
            }
            BoutPlace::AnyTime(0) => within(false, "the place in the day", "1 or more"),
            BoutPlace::Round(_) | BoutPlace::AnyTime(_) => Ok(()),
        }
    }
}

/// Work that a session saw.
pub(super) fn work(
    bout: &BoutKey,
    set: u16,
    side: BodySide,
    repetitions: u16,
    seconds: u32,
) -> Result<Fact> {
    within((1..=100).contains(&set), "the set", "1 to 100")?;
    within(repetitions <= 10_000, "repetitions", "at most 10000")?;
    within(seconds <= 86_400, "seconds", "at most 86400")?;
    Ok(Fact::Work { bout: bout.clone(), set, side, repetitions, seconds })
}

/// What stands of `bout`; `None` when nothing was recorded of it.
pub(super) fn standing_bout(
    connection: &Connection,
    bout: &BoutKey,
) -> Result<Option<StandingBout>> {
    let standing = settle(&records::between(connection, bout.day, bout.day)?);
    Ok(standing.bouts.get(bout).cloned())
}

/// What a session saw of `bout` and was not taken back.
pub(super) fn standing_work(connection: &Connection, bout: &BoutKey) -> Result<Vec<Record>> {
    let of_day = records::between(connection, bout.day, bout.day)?;
    let taken_back: BTreeSet<RecordId> =
        of_day.iter().filter_map(|record| record.corrects).collect();
    let is_of_it = |record: &Record| {
        let is_it = matches!(&record.fact, Fact::Work { bout: of, .. } if of == bout);
        is_it && !taken_back.contains(&record.id)
    };
    Ok(of_day.into_iter().filter(is_of_it).collect())
}

/// What was said, or seen by a session, of `bout` and was taken back since, each with the record that takes it back.
pub(super) fn taken_back(connection: &Connection, bout: &BoutKey) -> Result<Vec<(RecordId, Fact)>> {
    let of_day = records::between(connection, bout.day, bout.day)?;
    let correction = |id: RecordId| of_day.iter().find(|record| record.corrects == Some(id));
    let is_of_it = |record: &&Record| match &record.fact {
        Fact::Work { bout: of, .. } | Fact::Bout { bout: of, .. } => of == bout,
        _ => false,
    };
    let withdrawn = |record: &Record| {
        let withdrawal = correction(record.id).filter(|known| known.fact == Fact::Withdrawn)?;
        let is_last = correction(withdrawal.id).is_none();
        is_last.then(|| (withdrawal.id, record.fact.clone()))
    };
    Ok(of_day.iter().filter(is_of_it).filter_map(withdrawn).collect())
}

/// The last correction of `record`, or itself. A new correction always names that one, so that
/// what stands is one chain and never a race between two.
pub(super) fn last_of_chain(connection: &Connection, record: RecordId) -> Result<(Record, Day)> {
    let mut last = records::by_id(connection, record)?.ok_or_else(|| not_found(record))?;
    while let Some(correction) = records::correction_of(connection, last.0.id)? {
        last = correction;
    }
    if last.0.fact == Fact::Withdrawn { Err(not_found(record)) } else { Ok(last) }
}

pub(super) fn not_found(record: RecordId) -> StoreError {
    StoreError::NotFound { what: "record", name: record.to_string() }
}

pub(super) fn check_outcome(outcome: &Outcome) -> Result<()> {
    if let Outcome::Partly { sets, repetitions, seconds, counted, .. } = outcome {
        within(sets.is_none_or(|sets| sets <= 100), "sets", "at most 100")?;
        let repetitions = repetitions.is_none_or(|repetitions| repetitions <= 10_000);
        within(repetitions, "repetitions", "at most 10000")?;
        let seconds = seconds.is_none_or(|seconds| seconds <= 86_400);
        within(seconds, "seconds", "at most 86400")?;
        let counted = counted.is_none_or(|said| match said {
            PartCount::Breaths(n) | PartCount::Steps(n) | PartCount::Metres(n) => n <= 1_000_000,
        });
        within(counted, "the number", "at most 1000000")?;
    }
    Ok(())
}

/// The person's words without space around them; `None` when nothing is left.
pub(super) fn check_note(note: Option<&str>) -> Result<Option<String>> {
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    let is_short_enough = note.is_none_or(|note| note.chars().count() <= LONGEST_NOTE);
    within(is_short_enough, "the note", "at most 2000 characters")?;
    Ok(note.map(str::to_owned))
}

pub(super) fn within(is_within: bool, what: &'static str, range: &'static str) -> Result<()> {
    if is_within { Ok(()) } else { Err(StoreError::OutOfRange { what, range }) }
}
