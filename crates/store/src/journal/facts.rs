//! The facts of some days, as core wants them.

use std::sync::Arc;

use backwise_core::record::{Evidence, Opened, Standing, settle};
use backwise_core::schedule::{self, Agenda, InForce, Situation};
use backwise_core::time::{Day, Instant, USUAL_DAY_START, Zone};
use rusqlite::Connection;

use super::{Journal, Moment, Result};
use crate::rows::{records, seen};

/// What is known of some days.
pub(super) struct Facts {
    pub(super) revisions: Arc<Vec<InForce>>,
    pub(super) standing: Standing,
    pub(super) evidence: Vec<Evidence>,
    opened: Vec<Opened>,
    first_opened: Option<Instant>,
    pub(super) now: Instant,
    pub(super) zone: Zone,
}

impl Facts {
    /// As core wants them.
    pub(super) fn situation(&self) -> Situation<'_> {
        Situation {
            revisions: &self.revisions,
            standing: &self.standing,
            evidence: &self.evidence,
            opened: &self.opened,
            first_opened: self.first_opened,
            now: self.now,
            zone: &self.zone,
        }
    }
}

/// The days around those asked for whose facts are read too: a window that began on one day ends
/// on the next.
const MARGIN: i32 = 1;

impl Journal {
    /// What is known of the days from `first` through `last`.
    pub(super) fn facts(
        &self,
        connection: &Connection,
        moment: &Moment,
        first: Day,
        last: Day,
    ) -> Result<Facts> {
        let (first, last) = (first.plus(-MARGIN), last.plus(MARGIN));
        Ok(Facts {
            revisions: self.revisions(connection)?,
            standing: settle(&records::between(connection, first, last)?),
            evidence: seen::evidence(connection, first, last)?,
            opened: seen::opened(connection, first, last)?,
            first_opened: seen::first_opened(connection)?,
            now: moment.now,
            zone: moment.zone.clone(),
        })
    }

    /// What the present day asks for; `None` without a plan.
    pub(super) fn agenda_of_today(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Option<Agenda>> {
        let today = self.present_day(connection, moment)?;
        let facts = self.facts(connection, moment, today, today)?;
        Ok(schedule::agenda(&facts.situation(), today))
    }

    /// The present day: of the plan, or by the usual day start when there is none yet.
    pub(super) fn present_day(&self, connection: &Connection, moment: &Moment) -> Result<Day> {
        let standing = Standing::default();
        let situation = Situation {
            revisions: &self.revisions(connection)?,
            standing: &standing,
            evidence: &[],
            opened: &[],
            first_opened: None,
            now: moment.now,
            zone: &moment.zone,
        };
        Ok(situation.today().unwrap_or_else(|| moment.zone.day(moment.now, USUAL_DAY_START)))
    }
}
