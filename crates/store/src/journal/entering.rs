//! Who enters what is written: the person, or somebody who helps.

use backwise_core::record::EnteredBy;
use rusqlite::Connection;

use super::{Journal, Moment, Result};

impl Journal {
    /// Says who enters from now on. It is kept nowhere: a helper's turn ends with this journal and with the present day,
    /// so that whoever forgets to hand back signs nothing that the person enters tomorrow.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn set_entered_by(&mut self, by: EnteredBy) -> Result<()> {
        let today = self.read(|connection, moment| self.present_day(connection, moment))?;
        self.helper_on = (by == EnteredBy::Helper).then_some(today);
        Ok(())
    }

    /// Who enters now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entered_by(&self) -> Result<EnteredBy> {
        self.read(|connection, moment| self.by(connection, moment))
    }

    pub(super) fn by(&self, connection: &Connection, moment: &Moment) -> Result<EnteredBy> {
        let is_helper = match self.helper_on {
            Some(day) => day == self.present_day(connection, moment)?,
            None => false,
        };
        Ok(if is_helper { EnteredBy::Helper } else { EnteredBy::Person })
    }
}
