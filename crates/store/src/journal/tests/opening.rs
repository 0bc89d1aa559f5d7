use std::fs;
use std::sync::mpsc;

use rusqlite::Connection;
use rusqlite_migration::M;

use super::watching::next;
use super::{MORNING, TODAY, clock, done, folder_with_plan, open, raw};
use crate::database::{SCHEMA, Schema, copy_path};
use crate::folder::{DATABASE, holds_data};
use crate::{Journal, Signal, StoreError, Watch};

const OLD: Schema = SCHEMA;

/// What a later program writes that only adds to the file.
fn added_to() -> Schema {
    followed_by("CREATE TABLE more (id INTEGER NOT NULL PRIMARY KEY) STRICT;")
}

/// What a later program writes that older ones cannot follow.
fn rebuilt() -> Schema {
    followed_by(include_str!("../../migrations/next-for-tests.sql"))
}

fn followed_by(step: &'static str) -> Schema {
    Schema { steps: [OLD.steps, &[M::up(step)]].concat().leak() }
}

fn code(opened: Result<Journal, StoreError>) -> &'static str {
    opened.map_or_else(|error| error.code(), |_| "opened")
}

#[test]
fn the_migrations_run_one_after_the_other() {
    SCHEMA.migrations().validate().unwrap();
    rebuilt().migrations().validate().unwrap();
}

#[test]
#[cfg(not(feature = "next-schema-for-tests"))]
fn the_schema_is_this() {
    let mut connection = Connection::open_in_memory().unwrap();
    SCHEMA.migrations().to_latest(&mut connection).unwrap();
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .unwrap();
    let texts = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let schema: Vec<String> = texts.map(Result::unwrap).collect();
    insta::assert_snapshot!(schema.join(";\n\n"));
}

#[test]
fn every_table_is_strict() {
    let mut connection = Connection::open_in_memory().unwrap();
    SCHEMA.migrations().to_latest(&mut connection).unwrap();
    let query = "SELECT count(*), sum(strict) FROM pragma_table_list
                 WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'";
    let (tables, strict): (i64, i64) =
        connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert!(tables >= 9);
    assert_eq!(tables, strict);
}

#[test]
fn what_is_acknowledged_is_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let journal = open(folder.path(), MORNING);
    for (pragma, wanted) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("busy_timeout", "5000"),
        ("fullfsync", "1"),
    ] {
        let query = format!("SELECT CAST(\"{pragma}\" AS TEXT) FROM pragma_{pragma}");
        let query = query.replace("\"busy_timeout\"", "timeout");
        let found: String = journal.connection.query_row(&query, [], |row| row.get(0)).unwrap();
        assert_eq!(found, wanted, "{pragma}");
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("one").join("two");
    assert!(!holds_data(&folder));
    let mut journal = open(&folder, MORNING);
    journal.app_opened().unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert!(holds_data(&folder));
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    raw(folder.path()).execute_batch("CREATE TABLE theirs (a); PRAGMA user_version = 1;").unwrap();
    let before = fs::read(folder.path().join(DATABASE)).unwrap();
    assert_eq!(code(Journal::open(folder.path(), clock(MORNING))), "foreign-file");
    assert_eq!(fs::read(folder.path().join(DATABASE)).unwrap(), before);
}

#[test]
fn a_damaged_file_is_called_damaged() {
    let folder = folder_with_plan();
    let path = folder.path().join(DATABASE);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, b"this is a letter to my aunt and not a database at all").unwrap();
    assert_eq!(code(Journal::open(folder.path(), clock(MORNING))), "damaged");
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let cut = Journal::open(folder.path(), clock(MORNING)).and_then(|journal| journal.today());
    assert!(matches!(cut, Err(StoreError::Damaged { .. })), "{cut:?}");
}

#[test]
fn after_an_unclean_end_the_pages_are_read_before_anything_else() {
    let folder = folder_with_plan();
    let path = folder.path().join(DATABASE);
    // A page that is not needed for opening lost its contents.
    let query = "SELECT rootpage FROM sqlite_schema WHERE name = 'last_delivery'";
    let page: u32 = raw(folder.path()).query_row(query, [], |row| row.get(0)).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let ends = usize::try_from(page).unwrap() * 4096;
    bytes[ends - 4096..ends].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(code(Journal::open(folder.path(), clock(MORNING))), "opened");
    fs::write(folder.path().join(format!("{DATABASE}-wal")), b"").unwrap();
    assert_eq!(code(Journal::open(folder.path(), clock(MORNING))), "damaged");
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let outer = tempfile::tempdir().unwrap();
    let file = outer.path().join("file");
    fs::write(&file, b"").unwrap();
    assert_eq!(code(Journal::open(&file.join("data"), clock(MORNING))), "cannot-write");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    // The superuser may write everywhere, so that there is nothing to refuse.
    let may_write = fs::write(folder.path().join("probe"), b"").is_ok();
    let wanted = if may_write { "opened" } else { "cannot-write" };
    assert_eq!(code(Journal::open(folder.path(), clock(MORNING))), wanted);
}

#[test]
fn a_file_that_only_grew_is_used_and_one_that_was_rebuilt_is_not() {
    let folder = folder_with_plan();
    drop(Journal::open_as(folder.path(), clock(MORNING), added_to()).unwrap());
    let mut old = Journal::open_as(folder.path(), clock(MORNING), OLD).unwrap();
    old.app_opened().unwrap();
    drop(old);

    let folder = folder_with_plan();
    drop(Journal::open_as(folder.path(), clock(MORNING), rebuilt()).unwrap());
    let old = Journal::open_as(folder.path(), clock(MORNING), OLD);
    let Err(StoreError::NewerFile { found, known }) = old else { panic!("{old:?}") };
    assert_eq!((found, known), (rebuilt().version(), OLD.version()));
}

#[test]
fn a_file_is_copied_before_it_is_brought_up_to_date() {
    let folder = folder_with_plan();
    done(&mut open(folder.path(), MORNING), "bridge", "morning", TODAY);
    drop(Journal::open_as(folder.path(), clock(MORNING), rebuilt()).unwrap());

    let copy = copy_path(folder.path(), OLD.version());
    let copied = tempfile::tempdir().unwrap();
    fs::copy(&copy, copied.path().join(DATABASE)).unwrap();
    let old = Journal::open_as(copied.path(), clock(MORNING), OLD).unwrap();
    assert_eq!(old.data_place().unwrap().records, 1);
    let unfinished: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("unfinished"))
        .collect();
    assert_eq!(unfinished, Vec::<String>::new());
}

#[test]
fn an_old_program_that_did_not_leave_writes_nothing_more() {
    let folder = folder_with_plan();
    let mut old = Journal::open_as(folder.path(), clock(MORNING), OLD).unwrap();
    // As on a network drive, where locks may hold nobody back.
    let mut other = raw(folder.path());
    rebuilt().migrations().to_latest(&mut other).unwrap();
    assert!(old.was_updated().unwrap());
    assert!(matches!(old.app_opened(), Err(StoreError::Updated)));
    assert_eq!(old.take_changes().len(), 0);
}

#[test]
fn whoever_has_it_open_is_asked_to_leave_before_it_is_rebuilt() {
    let folder = folder_with_plan();
    let old = Journal::open_as(folder.path(), clock(MORNING), OLD).unwrap();
    let (sender, heard) = mpsc::channel();
    let _watch = Watch::start(folder.path(), move |signal| {
        let _ = sender.send(signal);
    })
    .unwrap();
    let place = folder.path().to_owned();
    let newer =
        std::thread::spawn(move || Journal::open_as(&place, clock(MORNING), rebuilt()).map(drop));
    while next(&heard) != Signal::PleaseLeave {}
    assert!(!old.was_updated().unwrap(), "nothing happens under an open journal");
    drop(old);
    newer.join().unwrap().unwrap();
}

#[test]
fn many_may_open_a_new_folder_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let openers: Vec<_> = (0..6)
        .map(|_| {
            let place = folder.path().to_owned();
            std::thread::spawn(move || Journal::open(&place, clock(MORNING)).unwrap().app_opened())
        })
        .collect();
    for opener in openers {
        opener.join().unwrap().unwrap();
    }
    let opened: i64 = raw(folder.path())
        .query_row("SELECT count(*) FROM app_opened", [], |row| row.get(0))
        .unwrap();
    assert_eq!(opened, 6);
}

#[test]
fn a_journal_may_move_to_another_thread() {
    fn check<T: Send>() {}
    check::<Journal>();
}
