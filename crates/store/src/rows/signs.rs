//! Facts about warning signs.

use backwise_core::ids::RecordId;
use backwise_core::record::{SignFact, SignRecord};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::{Timestamp, Uuid};

use super::records::ENTERED_BY;
use super::{Columns, Sql, millis, word};

/// Appends `record`.
pub(crate) fn append(connection: &Connection, record: &SignRecord) -> Sql<()> {
    let (kind, who, said_on): (_, Option<&str>, Option<Day>) = match &record.fact {
        SignFact::Answer { any: true } => ("yes", None, None),
        SignFact::Answer { any: false } => ("no", None, None),
        SignFact::GoOn { who, said_on } => ("go-on", Some(who), Some(*said_on)),
        SignFact::Withdrawn => ("no", None, None),
    };
    let named = record.corrects.map(|id| id.to_string());
    let (corrects, withdraws) =
        if record.fact == SignFact::Withdrawn { (None, named) } else { (named, None) };
    connection
        .prepare_cached(
            "INSERT INTO sign_fact (id, at, day, zone, entered_by, corrects, kind, who, said_on, withdraws)
             VALUES (:id, :at, :day, :zone, :entered_by, :corrects, :kind, :who, :said_on, :withdraws)",
        )?
        .execute(named_params! {
            ":id": record.id.to_string(),
            ":at": millis(record.at),
            ":day": record.day.to_string(),
            ":zone": record.zone,
            ":entered_by": word(ENTERED_BY, &record.by),
            ":corrects": corrects,
            ":kind": kind,
            ":who": who,
            ":said_on": said_on.map(|day| day.to_string()),
            ":withdraws": withdraws,
        })?;
    Ok(())
}

/// The fact `id`, where it was not taken back.
pub(crate) fn standing(connection: &Connection, id: RecordId) -> Sql<Option<SignRecord>> {
    connection
        .prepare_cached(
            "SELECT * FROM sign_fact WHERE id = :id AND withdraws IS NULL
             AND NOT EXISTS (SELECT 1 FROM sign_fact AS later WHERE later.withdraws = :id)",
        )?
        .query_row(named_params! { ":id": id.to_string() }, read)
        .optional()
}

/// Every fact.
pub(crate) fn all(connection: &Connection) -> Sql<Vec<SignRecord>> {
    connection.prepare_cached("SELECT * FROM sign_fact")?.query_map([], read)?.collect()
}

/// What the stops follow from, and the last answer. The many answers with no say nothing more.
pub(crate) fn that_matter(connection: &Connection) -> Sql<Vec<SignRecord>> {
    connection
        .prepare_cached(
            "SELECT * FROM sign_fact WHERE kind <> 'no' OR corrects IS NOT NULL
             UNION
             SELECT * FROM sign_fact WHERE withdraws IS NOT NULL
             UNION
             SELECT * FROM (
                 SELECT * FROM sign_fact AS one WHERE withdraws IS NULL
                 AND NOT EXISTS (SELECT 1 FROM sign_fact AS later WHERE later.withdraws = one.id)
                 ORDER BY at DESC, id DESC LIMIT 1
             )",
        )?
        .query_map([], read)?
        .collect()
}

/// When the last fact was entered, as the clock stood then.
pub(crate) fn last_at(connection: &Connection) -> Sql<Option<Instant>> {
    connection
        .prepare_cached("SELECT max(at) AS at FROM sign_fact")?
        .query_row([], |row| Columns(row).instant_if_any("at"))
}

/// A name for a record entered at `at`, after those of all others.
pub(crate) fn new_id(connection: &Connection, at: Instant) -> Sql<RecordId> {
    let moment = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let before: u32 =
        connection.query_row("SELECT count(*) FROM sign_fact", [], |row| row.get(0))?;
    let nanos = u32::try_from(moment % 1000).unwrap_or(0) * 1_000_000;
    let time = Timestamp::from_unix_time(moment / 1000, nanos, u128::from(before), 32);
    Ok(RecordId(Uuid::new_v7(time)))
}

fn read(row: &Row<'_>) -> Sql<SignRecord> {
    let columns = Columns(row);
    let kind: String = columns.get("kind")?;
    let id = |text: &str| text.parse().ok().map(RecordId);
    let withdraws = columns.parsed_if_any("withdraws", id)?;
    let fact = match kind.as_str() {
        _ if withdraws.is_some() => SignFact::Withdrawn,
        "go-on" => SignFact::GoOn { who: columns.get("who")?, said_on: columns.day("said_on")? },
        other => SignFact::Answer { any: other == "yes" },
    };
    Ok(SignRecord {
        id: columns.parsed("id", id)?,
        at: columns.instant("at")?,
        day: columns.day("day")?,
        zone: columns.get("zone")?,
        by: columns.word("entered_by", ENTERED_BY)?,
        corrects: withdraws.or(columns.parsed_if_any("corrects", id)?),
        fact,
    })
}
