//! Facts about pain that came later: the usual morning, and how a round felt.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::record::{BoutPlace, Felt, PlanFact, PlanRecord, UsualMorning};
use backwise_core::time::Day;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::plan_facts::record_of;
use super::records::{ENTERED, ENTERED_BY};
use super::rule_facts::{bout, nth, round};
use super::{Columns, Sql, Words, millis, word};

pub(super) const FELT: Words<Felt> = &[("fine", Felt::Fine), ("sore", Felt::Sore)];

/// Whether the row of `record` belongs here: by its kind, or by what it takes back.
pub(super) fn holds(connection: &Connection, record: &PlanRecord) -> Sql<bool> {
    match (&record.fact, record.corrects) {
        (PlanFact::Withdrawn { .. }, Some(corrected)) => {
            Ok(by_id(connection, corrected)?.is_some())
        }
        (fact, _) => Ok(matches!(fact, PlanFact::UsualMorning { .. } | PlanFact::Felt { .. })),
    }
}

/// Appends `record`, one of those that belong here.
pub(super) fn append(connection: &Connection, record: &PlanRecord, day: Day) -> Sql<()> {
    let (mut kind, mut usual, mut of_round) = ("withdrawn", None, None);
    match &record.fact {
        PlanFact::UsualMorning { usual: scores, .. } => {
            (kind, usual) = ("usual-morning", Some(scores));
        }
        PlanFact::Felt { plan, revision, line, place, felt, .. } => {
            (kind, of_round) = ("felt", Some((plan, revision, line, place, felt)));
        }
        _ => {}
    }
    let place = of_round.map(|(_, _, _, place, _)| place);
    connection
        .prepare_cached(
            "INSERT INTO pain_fact (id, at, zone, entered, entered_by, corrects, day, kind, back, leg,
                                    plan, revision, line, round, nth, felt)
             VALUES (:id, :at, :zone, :entered, :entered_by, :corrects, :day, :kind, :back, :leg,
                     :plan, :revision, :line, :round, :nth, :felt)",
        )?
        .execute(named_params! {
            ":id": record.id.to_string(),
            ":at": millis(record.at),
            ":zone": record.zone,
            ":entered": word(ENTERED, &record.entered),
            ":entered_by": word(ENTERED_BY, &record.by),
            ":corrects": record.corrects.map(|id| id.to_string()),
            ":day": day.to_string(),
            ":kind": kind,
            ":back": usual.and_then(|usual| usual.back),
            ":leg": usual.and_then(|usual| usual.leg),
            ":plan": of_round.map(|(plan, ..)| plan.as_str()),
            ":revision": of_round.map(|(_, revision, ..)| revision),
            ":line": of_round.and_then(|(_, _, line, ..)| line.as_ref()).map(LineId::as_str),
            ":round": place.and_then(round),
            ":nth": place.and_then(nth),
            ":felt": of_round.map(|(.., felt)| word(FELT, felt)),
        })?;
    Ok(())
}

/// Every record of this table.
pub(super) fn all(connection: &Connection) -> Sql<Vec<PlanRecord>> {
    connection
        .prepare_cached("SELECT * FROM pain_fact")?
        .query_map([], |row| Ok(read(row)?.0))?
        .collect()
}

/// The record `id` and the day it speaks of.
pub(super) fn by_id(connection: &Connection, id: RecordId) -> Sql<Option<(PlanRecord, Day)>> {
    connection
        .prepare_cached("SELECT * FROM pain_fact WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()
}

fn read(row: &Row<'_>) -> Sql<(PlanRecord, Day)> {
    let columns = Columns(row);
    let day = columns.day("day")?;
    let kind: String = columns.get("kind")?;
    let fact = match kind.as_str() {
        "usual-morning" => {
            let usual = UsualMorning { back: columns.get("back")?, leg: columns.get("leg")? };
            PlanFact::UsualMorning { day, usual }
        }
        "felt" => PlanFact::Felt {
            plan: columns.parsed("plan", PlanId::new)?,
            revision: columns.get("revision")?,
            day,
            line: columns.parsed_if_any("line", LineId::new)?,
            // One of the two is there: the table sees to it.
            place: bout(&columns)?.unwrap_or(BoutPlace::AnyTime(1)),
            felt: columns.word("felt", FELT)?,
        },
        _ => PlanFact::Withdrawn { day },
    };
    Ok((record_of(&columns, fact)?, day))
}
