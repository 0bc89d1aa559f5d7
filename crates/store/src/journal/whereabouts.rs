//! Where the person is and was. It is written down when it changed, so that a day that is over stays as it was
//! lived, wherever it is looked at from.

use backwise_core::time::Whereabouts;
use rusqlite::Connection;

use super::{Journal, Moment, Result};
use crate::op::Op;
use crate::rows::zones;

impl Journal {
    /// Writes down where the person is, if that is another zone than before and the clock is theirs. Whatever writes
    /// does this, too; whoever only looks calls it first.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note_zone(&mut self) -> Result<()> {
        let is_known = self.read(|connection, moment| {
            Ok(zones::last(connection, moment.now)?.as_deref() == Some(moment.zone.name()))
        })?;
        if is_known { Ok(()) } else { self.transact(Op::NoteZone, |_, _, _| Ok(())) }
    }

    /// Appends the zone of `moment`, unless it is the one that was seen last or says nothing of the person.
    pub(super) fn note(&self, connection: &Connection, moment: &Moment) -> Result<()> {
        let zone = moment.zone.name();
        let is_new = || Result::Ok(zones::last(connection, moment.now)?.as_deref() != Some(zone));
        if self.clock.is_the_persons() && is_new()? {
            zones::append(connection, moment.now, zone)?;
        }
        Ok(())
    }

    /// Where the person is and was. A zone that this machine does not know is left aside.
    pub(super) fn whereabouts(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Whereabouts> {
        let seen = zones::all(connection)?.into_iter();
        let seen = seen.filter_map(|(at, name)| Some((at, self.clock.zone_called(&name)?)));
        Ok(Whereabouts::of(seen.collect(), moment.now, moment.zone.clone()))
    }
}
