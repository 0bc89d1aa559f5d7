//! The question about the warning signs: what was answered, and who said that the person may go on.

use backwise_core::ids::RecordId;
use backwise_core::record::{SignFact, SignRecord, SignStanding, said_of_signs, settle_signs};
use backwise_core::schedule::{Situation, last_hurt, signs_asked};
use backwise_core::time::{Day, Span};
use rusqlite::Connection;

use super::records::{not_found, within};
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::signs;
use crate::views::{SignSaid, SignsToday};

/// Characters of who said something.
const LONGEST_NAME: usize = 120;

impl Journal {
    /// Records the answer to the list of emergency signs: `any` is whether there is one of them, new or
    /// worse than at discharge. A yes stops exercises and prompts until [`Self::may_go_on`]. `mistaken`: the
    /// question was asked again, because the yes that stops them was a mistaken tap. Both answers stay.
    ///
    /// # Errors
    /// A mistake where nothing is stopped, or when it cannot be written.
    pub fn answer_signs(&mut self, any: bool, mistaken: bool) -> Result<RecordId> {
        self.transact(Op::RecordSigns, |connection, journal, moment| {
            let stop = sign_standing(connection)?.present();
            if mistaken && stop.is_none() {
                return Err(nothing_stopped());
            }
            // A second yes speaks of the same stop, so that one mended mistake mends both.
            let corrects = stop.filter(|_| mistaken || any).map(|stop| stop.record);
            journal.append_sign(connection, moment, SignFact::Answer { any }, corrects)
        })
    }

    /// Records that `who` said on the day `said_on` that the person may go on.
    ///
    /// # Errors
    /// Nobody's name or one that is too long, a day before the sign came or after today, nothing that is
    /// stopped, or when it cannot be written.
    pub fn may_go_on(&mut self, who: &str, said_on: Day) -> Result<RecordId> {
        let who = who.trim().to_owned();
        let is_a_name = (1..=LONGEST_NAME).contains(&who.chars().count());
        within(is_a_name, "who said so", "1 to 120 characters")?;
        self.transact(Op::RecordSigns, |connection, journal, moment| {
            let stop = sign_standing(connection)?.present().ok_or_else(nothing_stopped)?;
            let today = journal.present_day(connection, moment)?;
            // A clock that was set back since makes nobody wait for the day of the sign.
            let is_after = (stop.day.min(today)..=today).contains(&said_on);
            within(is_after, "the day", "from the day of the sign to today")?;
            journal.append_sign(connection, moment, SignFact::GoOn { who, said_on }, None)
        })
    }

    /// Takes back the answer with no, or somebody's word that the person may go on, which was not meant: it stays in the
    /// file and no longer stands, and a stop that it ended holds again.
    ///
    /// # Errors
    /// No such fact, one that was taken back already, a yes, which is answered anew as a mistaken tap, or when it cannot
    /// be written.
    pub fn withdraw_sign(&mut self, record: RecordId) -> Result<RecordId> {
        self.transact(Op::RecordSigns, |connection, journal, moment| {
            let known = signs::standing(connection, record)?;
            if known.is_none_or(|known| known.fact == SignFact::Answer { any: true }) {
                return Err(not_found(record));
            }
            journal.append_sign(connection, moment, SignFact::Withdrawn, Some(record))
        })
    }

    /// Every answer to the question about the warning signs, and who said that the person may go on; the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn signs_said(&self) -> Result<Vec<SignSaid>> {
        self.read(|connection, _| {
            let records = signs::all(connection)?;
            let said = said_of_signs(&records).into_iter().rev();
            let said = said.map(|(record, stands)| {
                let SignRecord { id, at, day, by, fact, .. } = record.clone();
                SignSaid { record: id, at, day, by, fact, stands }
            });
            Ok(said.collect())
        })
    }

    /// How the question about the warning signs stands on the day of `situation`. `after_surgery` is in days;
    /// `None` while nobody knows when the operation was.
    pub(super) fn signs_today(
        standing: &SignStanding,
        situation: &Situation<'_>,
        today: Day,
        after_surgery: Option<i32>,
    ) -> SignsToday {
        let hurt = last_hurt(situation, today);
        let asked = signs_asked(standing, today, after_surgery, hurt);
        SignsToday { stop: standing.present(), asked }
    }

    fn append_sign(
        &self,
        connection: &Connection,
        moment: &Moment,
        fact: SignFact,
        corrects: Option<RecordId>,
    ) -> Result<RecordId> {
        // Whoever sets a clock back does not answer before what was answered before: an old word ends no new sign.
        let later = signs::last_at(connection)?.filter(|last| *last > moment.now);
        let at = later.map_or(moment.now, |later| later + Span::milliseconds(1));
        let id = signs::new_id(connection, at)?;
        let record = SignRecord {
            id,
            at,
            day: self.present_day(connection, moment)?,
            zone: moment.zone.name().to_owned(),
            by: self.by(connection, moment)?,
            corrects,
            fact,
        };
        signs::append(connection, &record)?;
        Ok(id)
    }
}

/// What stands of the facts about warning signs.
pub(super) fn sign_standing(connection: &Connection) -> Result<SignStanding> {
    Ok(settle_signs(&signs::that_matter(connection)?))
}

fn nothing_stopped() -> StoreError {
    StoreError::NotFound { what: "stop", name: "warning signs".to_owned() }
}
