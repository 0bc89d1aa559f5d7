//! The database file: opening it, the pragmas, the schema.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use crate::StoreError;
use crate::folder::{
    DATABASE, make_private_file, make_private_folder, open_private_file, sync_folder,
};
use crate::lock::{Alone, InUse};

type Result<T> = std::result::Result<T, StoreError>;

/// Says in the file that it is ours: "Bkws".
pub(crate) const APPLICATION_ID: i64 = 0x426B_7773;

/// The steps from an empty file to what a program writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema {
    pub(crate) steps: &'static [M<'static>],
}

/// What this program writes.
pub(crate) const SCHEMA: Schema = Schema {
    steps: &[
        M::up(include_str!("migrations/0001-first.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0002-plan-facts.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0003-person.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0004-draft.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0005-rule-facts.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0007-red-flags.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0008-open-session.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0009-hands-free.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0010-pain.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0011-session-choices.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0012-measures.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0013-hurt-place.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0014-paper-week.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0015-zones.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0016-under-way.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0017-part-reason.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0018-pain-elsewhere.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0019-from-day.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0020-pause-reason.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0021-all-stopped.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0022-part-seconds.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0023-team-limits.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0024-emergency-number.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0025-visit.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0026-sign-withdrawn.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0027-part-count.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0028-yes-of-no-line.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0029-example-ticks.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0030-work-under-way.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0031-machine-started.sql")).foreign_key_check(),
        #[cfg(feature = "next-schema-for-tests")]
        M::up(include_str!("migrations/next-for-tests.sql")).foreign_key_check(),
    ],
};

impl Schema {
    /// Its version.
    pub(crate) fn version(self) -> i64 {
        i64::try_from(self.steps.len()).unwrap_or(i64::MAX)
    }

    /// Its steps, as they are run.
    pub(crate) fn migrations(self) -> Migrations<'static> {
        Migrations::from_slice(self.steps)
    }

    /// Whether `connection`'s file has become too new for it.
    pub(crate) fn is_outdated(self, connection: &Connection) -> Result<bool> {
        Ok(versions(connection)?.1 > self.version())
    }
}

/// Opens the database in `folder`, makes it if it is not there, and brings it up to `schema`.
pub(crate) fn open(folder: &Path, schema: Schema) -> Result<(Connection, InUse)> {
    make_private_folder(folder)?;
    let path = folder.join(DATABASE);
    loop {
        let in_use = InUse::join(folder)?;
        // SQLite removes the -wal file when the last one closes in good order.
        let ended_in_good_order = !folder.join(format!("{DATABASE}-wal")).exists();
        make_private_file(folder, DATABASE)?;
        let connection = connect(&path)?;
        if identify(&connection, &path, schema)? < schema.version() {
            drop((connection, in_use));
            migrate(folder, &path, schema)?;
            continue;
        }
        set_pragmas(&connection)?;
        if in_use.was_alone && !ended_in_good_order {
            quick_check(&connection)?;
        }
        return Ok((connection, in_use));
    }
}

/// The schema version in the file, and the oldest whose programs may still use it.
pub(crate) fn versions(connection: &Connection) -> Result<(i64, i64)> {
    let user_version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if user_version == 0 {
        return Ok((0, 0));
    }
    let min_compatible = connection
        .prepare_cached("SELECT min_compatible FROM meta WHERE one = 1")?
        .query_row([], |row| row.get(0))?;
    Ok((user_version, min_compatible))
}

/// Reads the file's pages without reading every index.
pub(crate) fn quick_check(connection: &Connection) -> Result<()> {
    let said: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(StoreError::Damaged { detail: said }) }
}

fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // SQLite opens a file that may not be written for reading, and says nothing.
    if connection.is_readonly("main")? {
        let detail = format!("{} may not be written", path.display());
        return Err(StoreError::CannotWrite { detail });
    }
    Ok(connection)
}

/// The schema version of a file that is ours and not too new; 0 for an empty one.
fn identify(connection: &Connection, path: &Path, schema: Schema) -> Result<i64> {
    let application: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let is_empty = tables == 0 && application == 0 && found == 0;
    if !is_empty && application != APPLICATION_ID {
        return Err(StoreError::ForeignFile { path: path.display().to_string() });
    }
    if found > schema.version() && schema.is_outdated(connection)? {
        return Err(StoreError::NewerFile { found, known: schema.version() });
    }
    Ok(found)
}

/// Sets what SQLite does not keep in the file, and makes sure of it.
///
/// WAL with synchronous NORMAL loses acknowledged commits when the power fails, and wrappers and
/// builds change the default: so FULL is set here and read back.
fn set_pragmas(connection: &Connection) -> Result<()> {
    let refused = |what: &str| StoreError::Failed { detail: format!("SQLite did not take {what}") };
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS fsync alone leaves the data in the drive's own memory; elsewhere these do nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.set_prepared_statement_cache_capacity(64);

    let journal_mode: String =
        connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if journal_mode != "wal" {
        return Err(refused("journal_mode WAL"));
    }
    if number("synchronous")? != 2 {
        return Err(refused("synchronous FULL"));
    }
    if number("foreign_keys")? != 1 {
        return Err(refused("foreign_keys ON"));
    }
    Ok(())
}

/// Whether each commit of `connection` waits until it is on the disk. One that does not is in the file for everybody, also
/// when this process is killed, and never harms what was committed before it.
pub(crate) fn wait_for_the_disk(connection: &Connection, waits: bool) -> Result<()> {
    Ok(connection.pragma_update(None, "synchronous", if waits { "FULL" } else { "NORMAL" })?)
}

/// Brings the file up to the schema of this program, alone and after a copy of it was made.
fn migrate(folder: &Path, path: &Path, schema: Schema) -> Result<()> {
    let _alone = Alone::take(folder)?;
    let mut connection = connect(path)?;
    let found = identify(&connection, path, schema)?;
    if found >= schema.version() {
        return Ok(()); // Somebody else was quicker.
    }
    set_pragmas(&connection)?;
    if found > 0 {
        copy_before_migration(&connection, folder, found)?;
    }
    schema.migrations().to_latest(&mut connection)?;
    Ok(())
}

/// Where the copy of a file of schema version `version` lies, made before it was brought further.
pub(crate) fn copy_path(folder: &Path, version: i64) -> PathBuf {
    folder.join(format!("journal-before-update-from-{version}.db"))
}

/// A copy counts only after it was opened again and checked.
fn copy_before_migration(connection: &Connection, folder: &Path, version: i64) -> Result<()> {
    quick_check(connection)?;
    let path = copy_path(folder, version);
    let unfinished = path.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    let name = unfinished.file_name().unwrap_or_default().to_string_lossy().into_owned();
    make_private_file(folder, &name)?;
    connection.backup(rusqlite::MAIN_DB, &unfinished, None)?;
    let copy = connect(&unfinished)?;
    quick_check(&copy)?;
    // A copy in WAL mode would need its -wal file beside it.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    if versions(&copy)?.0 != version {
        return Err(StoreError::Damaged { detail: "the copy is not what was copied".to_owned() });
    }
    drop(copy);
    open_private_file(folder, &name)?.sync_all()?;
    fs::rename(&unfinished, &path)?;
    sync_folder(folder)?;
    Ok(())
}
