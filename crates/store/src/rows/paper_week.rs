//! The boxes of a paper week that are ticked and not kept yet: one row, or none.

use backwise_core::time::Instant;
use rusqlite::{Connection, OptionalExtension, params};

use super::millis;
use crate::StoreError;
use crate::views::WeekEntry;

/// The ticks. Those of another version, which cannot be read, are none.
pub(crate) fn get(connection: &Connection) -> Result<Vec<WeekEntry>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM paper_week WHERE one = 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(content.and_then(|content| serde_json::from_str(&content).ok()).unwrap_or_default())
}

/// Puts `ticks` in the place of what was there.
pub(crate) fn put(
    connection: &Connection,
    ticks: &[WeekEntry],
    now: Instant,
) -> Result<(), StoreError> {
    if ticks.is_empty() {
        connection.prepare_cached("DELETE FROM paper_week WHERE one = 1")?.execute([])?;
        return Ok(());
    }
    let content = serde_json::to_string(ticks)
        .map_err(|error| StoreError::Failed { detail: error.to_string() })?;
    connection
        .prepare_cached(
            "INSERT INTO paper_week (one, content, saved_at) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET content = ?1, saved_at = ?2",
        )?
        .execute(params![content, millis(now)])?;
    Ok(())
}
