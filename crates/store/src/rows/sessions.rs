//! The session under way: one row, or none.

use backwise_core::ids::{LineId, PlanId, RoundId};
use backwise_core::session::{Counting, HowItGoes};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, params};

use super::settings::COUNTINGS;
use super::{Columns, Sql, find, millis, word};
use crate::views::SessionOf;

/// A session that was begun and is not known to be over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// The plan.
    pub(crate) plan: PlanId,
    /// The day of the plan.
    pub(crate) day: Day,
    /// What it is about.
    pub(crate) of: SessionOf,
}

/// The session under way; `None` when there is none.
pub(crate) fn get(connection: &Connection) -> Sql<Option<OpenSession>> {
    connection
        .prepare_cached("SELECT * FROM open_session WHERE one = 1")?
        .query_row([], |row| {
            let columns = Columns(row);
            Ok(OpenSession {
                plan: columns.parsed("plan", PlanId::new)?,
                day: columns.day("day")?,
                of: SessionOf {
                    round: columns.parsed_if_any("round", RoundId::new)?,
                    line: columns.parsed_if_any("line", LineId::new)?,
                    nth: columns.get("nth")?,
                },
            })
        })
        .optional()
}

/// Puts `session`, begun at `now`, in the place of what was there.
pub(crate) fn put(connection: &Connection, session: &OpenSession, now: Instant) -> Sql<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO open_session (one, begun, plan, day, round, line, nth)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            millis(now),
            session.plan.as_str(),
            session.day.to_string(),
            session.of.round.as_ref().map(RoundId::as_str),
            session.of.line.as_ref().map(LineId::as_str),
            session.of.nth,
        ])?;
    Ok(())
}

/// How the session under way goes, where that was changed in it: at which pace, and how repetitions are counted.
/// `None` when there is none.
pub(crate) fn goes(connection: &Connection) -> Sql<Option<(i8, Option<Counting>)>> {
    connection
        .prepare_cached("SELECT pace, counting FROM open_session WHERE one = 1")?
        .query_row([], |row| {
            let columns = Columns(row);
            let counting = columns.parsed_if_any("counting", |text| find(COUNTINGS, text))?;
            Ok((columns.get("pace")?, counting))
        })
        .optional()
}

/// Keeps how the session under way goes from now on.
pub(crate) fn put_goes(connection: &Connection, goes: HowItGoes) -> Sql<()> {
    connection
        .prepare_cached("UPDATE open_session SET pace = ?1, counting = ?2 WHERE one = 1")?
        .execute(params![goes.pace, word(COUNTINGS, &goes.counting)])?;
    Ok(())
}

/// Removes it.
pub(crate) fn remove(connection: &Connection) -> Sql<()> {
    connection.prepare_cached("DELETE FROM open_session WHERE one = 1")?.execute([])?;
    Ok(())
}
