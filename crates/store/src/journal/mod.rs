//! The use cases. Each method reads the clock once and passes `now` down.

mod days;
mod diary;
mod draft_rebase;
mod draft_steps;
mod drafts;
mod entering;
mod facts;
mod health;
mod hurt;
mod looking_back;
mod measures;
mod person;
mod plan_facts;
mod plans;
mod records;
mod reminders;
mod said;
mod sessions;
mod signs;
#[cfg(test)]
mod tests;
mod under_way;
mod whereabouts;

pub use drafts::suggest_line;
pub use plans::{check_first_plan, templates};
pub use sessions::{SessionRest, SessionTime};

use std::cell::{Cell, RefCell};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use backwise_core::person::operations_said;
use backwise_core::record::{PlanStanding, SignStanding, settle_plan_facts};
use backwise_core::schedule::InForce;
use backwise_core::time::{Day, Instant, Zone};
use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;
use crate::clock::Clock;
use crate::database::{self, SCHEMA, Schema};
use crate::folder::{CHANGED, open_private_file};
use crate::lock::InUse;
use crate::op::{Changes, Op};
use crate::rows;

type Result<T> = std::result::Result<T, StoreError>;

/// The person's data folder, open.
///
/// It belongs to one thread at a time. Whoever is asked to leave ([`crate::Signal::PleaseLeave`])
/// drops it.
#[derive(Debug)]
pub struct Journal {
    // Before the lock, so that the file is closed before others may change it.
    connection: Connection,
    _in_use: InUse,
    folder: PathBuf,
    clock: Clock,
    schema: Schema,
    revisions: RefCell<Revisions>,
    /// What was said, and the version of the file that said so. Never kept of what is not committed.
    said: RefCell<Option<(i64, SaidSoFar)>>,
    is_writing: Cell<bool>,
    /// Whether a commit waits for the disk, as the connection stands.
    waits_for_the_disk: Cell<bool>,
    data_version: Cell<i64>,
    changes: Changes,
    /// The day on which somebody who helps enters.
    helper_on: Option<Day>,
}

/// The revisions read so far. They are never changed, so each is read once.
#[derive(Debug, Default)]
struct Revisions {
    last_seq: i64,
    all: Arc<Vec<InForce>>,
}

/// What stands of all that was said of plans and of warning signs.
#[derive(Debug, Clone)]
struct SaidSoFar {
    plan_facts: Arc<PlanStanding>,
    signs: Arc<SignStanding>,
}

impl SaidSoFar {
    fn read(connection: &Connection) -> Result<Self> {
        let signs = signs::sign_standing(connection)?;
        let mut plan_facts = settle_plan_facts(&rows::plan_facts::all(connection)?);
        plan_facts.red_flags.clone_from(&signs.stops);
        plan_facts.operations = operations_said(&rows::person::facts(connection)?);
        Ok(Self { plan_facts: Arc::new(plan_facts), signs: Arc::new(signs) })
    }
}

/// When and where a method was called.
#[derive(Debug, Clone)]
struct Moment {
    now: Instant,
    zone: Zone,
}

impl Journal {
    /// Opens the data folder, and makes it if it is not there.
    ///
    /// # Errors
    /// A newer or foreign file, one that is damaged, a folder that cannot be written, or others who
    /// would not leave while an update needed the file alone.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        Self::open_as(folder, clock, SCHEMA)
    }

    /// The same, as a program of another version would.
    pub(crate) fn open_as(folder: &Path, clock: Clock, schema: Schema) -> Result<Self> {
        let (connection, in_use) = database::open(folder, schema)?;
        let data_version = read_data_version(&connection)?;
        Ok(Self {
            connection,
            _in_use: in_use,
            folder: folder.to_owned(),
            clock,
            schema,
            revisions: RefCell::default(),
            said: RefCell::default(),
            is_writing: Cell::new(false),
            waits_for_the_disk: Cell::new(true),
            data_version: Cell::new(data_version),
            changes: Changes::new(),
            helper_on: None,
        })
    }

    /// The clock it was opened with.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What was changed through this journal since this was last asked.
    pub fn take_changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// Whether another journal, in this process or another, committed since this was last asked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        let present = read_data_version(&self.connection)?;
        Ok(self.data_version.replace(present) != present)
    }

    /// Whether a later Backwise has changed the file so that this one can no longer use it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn was_updated(&self) -> Result<bool> {
        self.schema.is_outdated(&self.connection)
    }

    /// The zone that it goes by now.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.moment().zone
    }

    fn moment(&self) -> Moment {
        let now = self.clock.now();
        // Before anything was written, or where it cannot be read, there is no better one than that of the machine.
        let seen_last = self
            .clock
            .may_be_elsewhere()
            .then(|| rows::zones::last(&self.connection, now).ok().flatten())
            .flatten();
        let zone = seen_last.and_then(|name| self.clock.zone_called(&name));
        Moment { now, zone: zone.unwrap_or_else(|| self.clock.zone()) }
    }

    /// The one way to write: one operation, one transaction, one commit.
    fn transact<T>(
        &mut self,
        op: Op,
        write: impl FnOnce(&Connection, &Self, &Moment) -> Result<T>,
    ) -> Result<T> {
        let moment = self.moment();
        if self.waits_for_the_disk.get() != op.waits_for_the_disk() {
            database::wait_for_the_disk(&self.connection, op.waits_for_the_disk())?;
            self.waits_for_the_disk.set(op.waits_for_the_disk());
        }
        let before = self.connection.total_changes();
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        if self.schema.is_outdated(&transaction)? {
            return Err(StoreError::Updated);
        }
        if op.is_told() {
            self.note(&transaction, &moment)?;
        }
        self.is_writing.set(true);
        let answer = write(&transaction, self, &moment);
        self.is_writing.set(false);
        if answer.is_ok() && self.connection.total_changes() == before {
            return answer; // Nothing was written: nothing to commit, nothing to tell.
        }
        let answer = answer.and_then(|answer| {
            transaction.commit()?;
            Ok(answer)
        });
        if answer.is_err() {
            // What was written was taken back, and so is what was read of it.
            self.revisions.take();
        }
        let answer = answer?;
        self.said.take();
        if op.is_told() {
            self.tell_others();
        }
        self.changes.extend(op.touches());
        Ok(answer)
    }

    /// Reads from one state of the file, and lets go of it when `read` is done.
    fn read<T>(&self, read: impl FnOnce(&Connection, &Moment) -> Result<T>) -> Result<T> {
        let transaction = self.connection.unchecked_transaction()?;
        read(&transaction, &self.moment())
    }

    /// Every revision that was taken in, in that order.
    fn revisions(&self, connection: &Connection) -> Result<Arc<Vec<InForce>>> {
        let mut known = self.revisions.borrow_mut();
        let new = rows::plans::after(connection, known.last_seq)?;
        if let Some((seq, _)) = new.last() {
            known.last_seq = *seq;
            Arc::make_mut(&mut known.all).extend(new.into_iter().map(|(_, in_force)| in_force));
        }
        Ok(Arc::clone(&known.all))
    }

    /// What stands of all that was said of plans and of warning signs. It grows for years and changes seldom, so it is
    /// read anew only once somebody has written.
    fn said_so_far(&self, connection: &Connection) -> Result<SaidSoFar> {
        if self.is_writing.get() {
            return SaidSoFar::read(connection);
        }
        let version = read_data_version(connection)?;
        let mut kept = self.said.borrow_mut();
        match &*kept {
            Some((of_version, said)) if *of_version == version => Ok(said.clone()),
            _ => {
                let said = SaidSoFar::read(connection)?;
                *kept = Some((version, said.clone()));
                Ok(said)
            }
        }
    }

    /// Wakes whoever watches the folder. The commit stands whether or not that succeeds: a full disk
    /// must not turn an entry that was kept into an error.
    fn tell_others(&self) {
        let _not_told =
            open_private_file(&self.folder, CHANGED).and_then(|mut file| file.write_all(b".\n"));
    }
}

fn read_data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}
