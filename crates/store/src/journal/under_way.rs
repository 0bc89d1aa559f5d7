//! What the session under way has seen of the set or the walk in hand and has not recorded yet. It is kept beside the record,
//! so that an end without warning loses none of it, and the record has a row for a set and not for each repetition.

use backwise_core::record::{Entered, Fact, Record};
use backwise_core::session::Witnessed;
use rusqlite::Connection;

use super::records::work;
use super::{Journal, Result};
use crate::op::Op;
use crate::rows::{records, under_way};

impl Journal {
    /// Keeps what was `seen` of the set in hand, in the place of what was kept of it before. Repetitions are on the disk when
    /// this returns; seconds alone, of which there are more every few moments, are when the disk gets to it.
    ///
    /// # Errors
    /// As [`Self::record_work`].
    pub fn keep_under_way(&mut self, seen: &Witnessed) -> Result<()> {
        let Witnessed::Work { bout, set, side, repetitions, seconds } = seen else { return Ok(()) };
        let fact = work(bout, *set, *side, *repetitions, *seconds)?;
        let op = if *repetitions > 0 { Op::KeepCounted } else { Op::KeepWatched };
        self.transact(op, |connection, journal, moment| {
            journal.check_bout(connection, bout)?;
            let by = journal.by(connection, moment)?;
            let id = records::new_id(connection, moment.now)?;
            let (at, zone) = (moment.now, moment.zone.name().to_owned());
            let record = Record { id, at, zone, entered: Entered::Live, by, corrects: None, fact };
            under_way::put(connection, &record, bout.day)
        })
    }

    /// Nothing is left of what was kept of the set in hand: it was taken back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn nothing_under_way(&mut self) -> Result<()> {
        self.transact(Op::KeepCounted, |connection, _, _| Ok(under_way::remove(connection)?))
    }

    /// Records what a program that ended without warning had seen, with the moment at which it saw it. To be called where no
    /// session runs.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn record_what_was_under_way(&mut self) -> Result<()> {
        if self.read(|connection, _| Ok(under_way::get(connection)?.is_none()))? {
            return Ok(());
        }
        self.transact(Op::RecordWork, |connection, _, _| record_what_was_under_way(connection))
    }
}

/// The same, within what else is done.
pub(super) fn record_what_was_under_way(connection: &Connection) -> Result<()> {
    let Some((kept, day)) = under_way::get(connection)? else { return Ok(()) };
    under_way::remove(connection)?;
    let id = records::new_id(connection, kept.at)?;
    Ok(records::append(connection, &Record { id, ..kept }, day)?)
}

/// What was kept of the set of `recorded` is recorded with it, and is not kept any more.
pub(super) fn forget_recorded(connection: &Connection, recorded: &Fact) -> Result<()> {
    let Some((kept, _)) = under_way::get(connection)? else { return Ok(()) };
    let of = |fact: &Fact| match fact {
        Fact::Work { bout, set, side, .. } => Some((bout.clone(), *set, *side)),
        _ => None,
    };
    if of(&kept.fact) == of(recorded) {
        under_way::remove(connection)?;
    }
    Ok(())
}
