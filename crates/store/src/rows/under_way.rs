//! What the session under way has seen and has not recorded yet: one row, or none.

use backwise_core::record::Record;
use backwise_core::time::Day;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Columns, Sql};
use crate::StoreError;

/// The record to make of it, and the day that it speaks of. One of another version, which cannot be read, is none.
pub(crate) fn get(connection: &Connection) -> Sql<Option<(Record, Day)>> {
    let kept: Option<(Day, String)> = connection
        .prepare_cached("SELECT day, content FROM work_under_way WHERE one = 1")?
        .query_row([], |row| Ok((Columns(row).day("day")?, row.get("content")?)))
        .optional()?;
    Ok(kept.and_then(|(day, content)| Some((serde_json::from_str(&content).ok()?, day))))
}

/// Puts `record` in the place of what was there.
pub(crate) fn put(connection: &Connection, record: &Record, day: Day) -> Result<(), StoreError> {
    let content = serde_json::to_string(record)
        .map_err(|error| StoreError::Failed { detail: error.to_string() })?;
    connection
        .prepare_cached(
            "INSERT INTO work_under_way (one, day, content) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET day = ?1, content = ?2",
        )?
        .execute(params![day.to_string(), content])?;
    Ok(())
}

/// Removes it.
pub(crate) fn remove(connection: &Connection) -> Sql<()> {
    connection.prepare_cached("DELETE FROM work_under_way WHERE one = 1")?.execute([])?;
    Ok(())
}
