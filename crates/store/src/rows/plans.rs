//! Plan revisions, as the canonical text of their files.

use std::collections::BTreeMap;

use backwise_core::catalogue::embedded;
use backwise_core::plan::{self, Revision};
use backwise_core::schedule::InForce;
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, params};

use super::{Columns, Sql, millis};
use crate::StoreError;

/// The days of the visits at which revisions were made, by when those were taken in.
pub(crate) type Visits = BTreeMap<Instant, Day>;

/// Appends a revision, the day from which it holds, and that of the visit at which it was made.
pub(crate) fn append(connection: &Connection, in_force: &InForce, visit: Option<Day>) -> Sql<()> {
    let InForce { revision, from, imported_at } = in_force;
    connection
        .prepare_cached("INSERT INTO plan (id) VALUES (?1) ON CONFLICT DO NOTHING")?
        .execute([revision.plan.as_str()])?;
    connection
        .prepare_cached(
            "INSERT INTO plan_revision (plan, number, in_force_from, imported_at, file, visit)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            revision.plan.as_str(),
            revision.number,
            from.to_string(),
            millis(*imported_at),
            plan::write(revision),
            visit.map(|day| day.to_string()),
        ])?;
    Ok(())
}

/// The days of all visits.
pub(crate) fn visits(connection: &Connection) -> Result<Visits, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT imported_at, visit FROM plan_revision WHERE visit IS NOT NULL")?;
    let mut rows = statement.query([])?;
    let mut visits = Visits::new();
    while let Some(row) = rows.next()? {
        let columns = Columns(row);
        visits.insert(columns.instant("imported_at")?, columns.day("visit")?);
    }
    Ok(visits)
}

/// The revisions taken in after the one at `seq`, in that order, each with its own `seq`.
pub(crate) fn after(connection: &Connection, seq: i64) -> Result<Vec<(i64, InForce)>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM plan_revision WHERE seq > ?1 ORDER BY seq")?;
    let mut rows = statement.query([seq])?;
    let mut revisions = Vec::new();
    while let Some(row) = rows.next()? {
        let columns = Columns(row);
        let file: String = columns.get("file")?;
        let from = columns.day("in_force_from")?;
        let imported_at = columns.instant("imported_at")?;
        let revision = read_again(&file)?;
        revisions.push((columns.get("seq")?, InForce { revision, from, imported_at }));
    }
    Ok(revisions)
}

/// A revision was read once before it was kept, and its text is complete in itself.
fn read_again(file: &str) -> Result<Revision, StoreError> {
    plan::read(file, "journal", embedded()).map_err(|problems| {
        let first = problems.first().map(|problem| problem.code);
        StoreError::Damaged { detail: format!("a stored plan cannot be read: {first:?}") }
    })
}
