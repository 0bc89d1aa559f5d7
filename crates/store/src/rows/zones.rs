//! The zones that the person was seen in.

use backwise_core::time::Instant;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Columns, Sql, millis};

/// Each zone that was seen, with the moment, in the order in which they were written down.
pub(crate) fn all(connection: &Connection) -> Sql<Vec<(Instant, String)>> {
    connection
        .prepare_cached("SELECT at, zone FROM zone_seen ORDER BY seq")?
        .query_map([], |row| {
            let columns = Columns(row);
            Ok((columns.instant("at")?, columns.get("zone")?))
        })?
        .collect()
}

/// The zone that was seen last, up to `now`; `None` where none was.
pub(crate) fn last(connection: &Connection, now: Instant) -> Sql<Option<String>> {
    connection
        .prepare_cached(
            "SELECT zone FROM zone_seen WHERE at <= ?1 ORDER BY at DESC, seq DESC LIMIT 1",
        )?
        .query_row([millis(now)], |row| Columns(row).get("zone"))
        .optional()
}

/// Appends that the person was in `zone` at `now`.
pub(crate) fn append(connection: &Connection, now: Instant, zone: &str) -> Sql<()> {
    connection
        .prepare_cached("INSERT INTO zone_seen (at, zone) VALUES (?1, ?2)")?
        .execute(params![millis(now), zone])?;
    Ok(())
}
