//! How far each reminder has come.

use backwise_core::ids::{PlanId, RoundId};
use backwise_core::reminder::{ReminderKey, ReminderRow, ReminderState};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{Columns, Sql, Words, millis, word};
use crate::views::LastDelivery;

pub(super) const STATES: Words<ReminderState> = &[
    ("claimed", ReminderState::Claimed),
    ("shown", ReminderState::Shown),
    ("snoozed", ReminderState::Snoozed),
    ("closed", ReminderState::Closed),
];

/// A reminder's row, and how often the desktop did not take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) row: ReminderRow,
    pub(crate) attempts: u32,
}

/// The row of `key`.
pub(crate) fn get(connection: &Connection, key: &ReminderKey) -> Sql<Option<Kept>> {
    connection
        .prepare_cached("SELECT * FROM reminder WHERE plan = ?1 AND round = ?2 AND day = ?3")?
        .query_row(params![key.plan.as_str(), key.round.as_str(), key.day.to_string()], read)
        .optional()
}

/// The rows of `day`, and those of other days that are not closed.
pub(crate) fn of_day_or_open(connection: &Connection, day: Day) -> Sql<Vec<ReminderRow>> {
    connection
        .prepare_cached(
            "SELECT * FROM reminder WHERE day = ?1
             UNION SELECT * FROM reminder WHERE state <> 'closed'",
        )?
        .query_map([day.to_string()], |row| Ok(read(row)?.row))?
        .collect()
}

/// The start of the machine after which what had been on the screen was let go.
pub(crate) fn machine_started(connection: &Connection) -> Sql<Option<Instant>> {
    let started: Option<i64> =
        connection.query_row("SELECT machine_started FROM meta", [], |row| row.get(0))?;
    Ok(started.and_then(Instant::from_timestamp_millis))
}

/// Writes down that start.
pub(crate) fn set_machine_started(connection: &Connection, started: Instant) -> Sql<()> {
    connection.execute("UPDATE meta SET machine_started = ?1", [millis(started)])?;
    Ok(())
}

/// Writes down how far a reminder has come.
pub(crate) fn put(connection: &Connection, kept: &Kept) -> Sql<()> {
    let Kept { row, attempts } = kept;
    connection
        .prepare_cached(
            "INSERT INTO reminder (plan, round, day, state, claimed_until, snoozed_until, attempts)
             VALUES (:plan, :round, :day, :state, :claimed_until, :snoozed_until, :attempts)
             ON CONFLICT (day, plan, round) DO UPDATE SET
                 state = excluded.state, claimed_until = excluded.claimed_until,
                 snoozed_until = excluded.snoozed_until, attempts = excluded.attempts",
        )?
        .execute(named_params! {
            ":plan": row.key.plan.as_str(),
            ":round": row.key.round.as_str(),
            ":day": row.key.day.to_string(),
            ":state": word(STATES, &row.state),
            ":claimed_until": row.claimed_until.map(millis),
            ":snoozed_until": row.snoozed_until.map(millis),
            ":attempts": attempts,
        })?;
    Ok(())
}

/// Removes the row of `key`.
pub(crate) fn remove(connection: &Connection, key: &ReminderKey) -> Sql<()> {
    connection
        .prepare_cached("DELETE FROM reminder WHERE plan = ?1 AND round = ?2 AND day = ?3")?
        .execute(params![key.plan.as_str(), key.round.as_str(), key.day.to_string()])?;
    Ok(())
}

/// Writes down what became of the last attempt to show a reminder.
pub(crate) fn put_last_delivery(connection: &Connection, at: Instant, taken: bool) -> Sql<()> {
    connection
        .prepare_cached(
            "INSERT INTO last_delivery (one, at, taken) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET at = excluded.at, taken = excluded.taken",
        )?
        .execute(params![millis(at), taken])?;
    Ok(())
}

/// What became of the last attempt to show a reminder.
pub(crate) fn last_delivery(connection: &Connection) -> Sql<Option<LastDelivery>> {
    connection
        .prepare_cached("SELECT * FROM last_delivery WHERE one = 1")?
        .query_row([], |row| {
            let columns = Columns(row);
            Ok(LastDelivery { at: columns.instant("at")?, taken: columns.get("taken")? })
        })
        .optional()
}

fn read(row: &Row<'_>) -> Sql<Kept> {
    let columns = Columns(row);
    Ok(Kept {
        row: ReminderRow {
            key: ReminderKey {
                plan: columns.parsed("plan", PlanId::new)?,
                round: columns.parsed("round", RoundId::new)?,
                day: columns.day("day")?,
            },
            state: columns.word("state", STATES)?,
            snoozed_until: columns.instant_if_any("snoozed_until")?,
            claimed_until: columns.instant_if_any("claimed_until")?,
        },
        attempts: columns.get("attempts")?,
    })
}
