//! The lines of example plans that are ticked while no plan was made of them.

use backwise_core::ids::{LineId, PlanId};
use backwise_core::plan::{LineTold, Prescription};
use backwise_core::time::Instant;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{Sql, millis};
use crate::StoreError;

/// A line of an example as it is shown to the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LineShown {
    /// The line.
    pub(crate) line: Prescription,
    /// What it says.
    pub(crate) told: LineTold,
}

/// The lines of every example that are ticked, as they were shown then. One that cannot be read was another line.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(String, LineShown)>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT template, shown FROM example_tick ORDER BY at, line")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let rows: Vec<(String, String)> = rows.collect::<Sql<_>>()?;
    let read =
        |(template, shown): (String, String)| Some((template, serde_json::from_str(&shown).ok()?));
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Ticks the line of `template` that was `shown`.
pub(crate) fn put(
    connection: &Connection,
    template: &PlanId,
    shown: &LineShown,
    now: Instant,
) -> Result<(), StoreError> {
    let content = serde_json::to_string(shown)
        .map_err(|error| StoreError::Failed { detail: error.to_string() })?;
    connection
        .prepare_cached(
            "INSERT INTO example_tick (template, line, shown, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (template, line) DO UPDATE SET shown = ?3, at = ?4",
        )?
        .execute(params![template.as_str(), shown.line.id.as_str(), content, millis(now)])?;
    Ok(())
}

/// Takes the tick of `line` out.
pub(crate) fn remove(
    connection: &Connection,
    template: &PlanId,
    line: &LineId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM example_tick WHERE template = ?1 AND line = ?2")?
        .execute(params![template.as_str(), line.as_str()])?;
    Ok(())
}

/// Takes all ticks of `template` out.
pub(crate) fn clear(connection: &Connection, template: &PlanId) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM example_tick WHERE template = ?1")?
        .execute(params![template.as_str()])?;
    Ok(())
}
