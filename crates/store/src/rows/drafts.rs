//! The plan that is being written: one row, or none.

use backwise_core::plan::draft::PlanDraft;
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::millis;
use crate::StoreError;

/// A draft as it is kept.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptDraft {
    /// The draft.
    #[serde(flatten)]
    pub(crate) draft: PlanDraft,
    /// The day from which it was to hold when it was last changed; `None` where nothing was changed yet.
    #[serde(default)]
    pub(crate) reckoned_for: Option<Day>,
}

/// The draft; `None` when there is none.
pub(crate) fn get(connection: &Connection) -> Result<Option<KeptDraft>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM draft WHERE one = 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let read = |content: String| {
        serde_json::from_str(&content).map_err(|error| StoreError::Failed {
            detail: format!("the draft was written by another version: {error}"),
        })
    };
    content.map(read).transpose()
}

/// Puts `kept` in the place of what was there.
pub(crate) fn put(
    connection: &Connection,
    kept: &KeptDraft,
    now: Instant,
) -> Result<(), StoreError> {
    let content = serde_json::to_string(kept)
        .map_err(|error| StoreError::Failed { detail: error.to_string() })?;
    connection
        .prepare_cached(
            "INSERT INTO draft (one, content, saved_at) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET content = ?1, saved_at = ?2",
        )?
        .execute(params![content, millis(now)])?;
    Ok(())
}

/// Removes it.
pub(crate) fn remove(connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM draft WHERE one = 1")?.execute([])?;
    Ok(())
}
