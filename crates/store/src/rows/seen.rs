//! What was seen of rounds that fell due, and when the app was opened.

use backwise_core::record::{Evidence, EvidenceKind, Opened};
use backwise_core::reminder::ReminderKey;
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, params};

use super::{Columns, Names, Sql, Words, millis, word};

pub(super) const EVIDENCE: Words<EvidenceKind> = &[
    ("shown", EvidenceKind::Shown),
    ("silent-because-done", EvidenceKind::SilentBecauseDone),
    ("switched-off", EvidenceKind::SwitchedOff),
    ("undeliverable", EvidenceKind::Undeliverable),
    ("app-open", EvidenceKind::AppOpen),
];

/// Appends what was seen, unless the same was seen of the same round already.
pub(crate) fn append_evidence(
    connection: &Connection,
    key: &ReminderKey,
    kind: EvidenceKind,
    at: Instant,
) -> Sql<()> {
    connection
        .prepare_cached(
            "INSERT INTO evidence (plan, round, day, kind, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            key.plan.as_str(),
            key.round.as_str(),
            key.day.to_string(),
            word(EVIDENCE, &kind),
            millis(at),
        ])?;
    Ok(())
}

/// What was seen on the days from `first` through `last`.
pub(crate) fn evidence(connection: &Connection, first: Day, last: Day) -> Sql<Vec<Evidence>> {
    evidence_of(connection, first, last, &mut Names::default())
}

/// The same with the `names` that are known.
pub(crate) fn evidence_of(
    connection: &Connection,
    first: Day,
    last: Day,
    names: &mut Names,
) -> Sql<Vec<Evidence>> {
    connection
        .prepare_cached(
            "SELECT plan, round, day, kind, at FROM evidence WHERE day BETWEEN ?1 AND ?2 ORDER BY at",
        )?
        .query_map([first.to_string(), last.to_string()], |row| {
            let columns = Columns(row);
            Ok(Evidence {
                plan: columns.parsed(0, |text| names.plan(text))?,
                round: columns.parsed(1, |text| names.round(text))?,
                day: columns.day(2)?,
                kind: columns.word(3, EVIDENCE)?,
                at: columns.instant(4)?,
            })
        })?
        .collect()
}

/// Appends that the app was opened.
pub(crate) fn append_opened(connection: &Connection, opened: Opened) -> Sql<()> {
    connection
        .prepare_cached("INSERT INTO app_opened (day, at) VALUES (?1, ?2)")?
        .execute(params![opened.day.to_string(), millis(opened.at)])?;
    Ok(())
}

/// When the app was opened on the days from `first` through `last`, in any order.
pub(crate) fn opened(connection: &Connection, first: Day, last: Day) -> Sql<Vec<Opened>> {
    connection
        .prepare_cached("SELECT day, at FROM app_opened WHERE day BETWEEN ?1 AND ?2")?
        .query_map([first.to_string(), last.to_string()], |row| {
            let columns = Columns(row);
            Ok(Opened { day: columns.day(0)?, at: columns.instant(1)? })
        })?
        .collect()
}

/// When the app was opened for the first time.
pub(crate) fn first_opened(connection: &Connection) -> Sql<Option<Instant>> {
    connection
        .prepare_cached("SELECT min(at) AS at FROM app_opened")?
        .query_row([], |row| Columns(row).instant_if_any("at"))
}
