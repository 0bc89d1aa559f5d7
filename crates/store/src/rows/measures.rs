//! What the person measures of themselves.

use backwise_core::ids::RecordId;
use backwise_core::measure::{Measure, MeasureFact};
use backwise_core::person::Entry;
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::person::entry;
use super::records::ENTERED_BY;
use super::{Columns, Sql, Words, find, millis, word};

pub(super) const MEASURES: Words<Measure> = &[
    ("chair-stand", Measure::ChairStand),
    ("sitting", Measure::Sitting),
    ("steps", Measure::Steps),
];

/// Since when somebody sits who times it; `None` where nobody does.
pub(crate) fn sitting_since(connection: &Connection) -> Sql<Option<Instant>> {
    connection
        .prepare_cached("SELECT since FROM sitting WHERE one = 1")?
        .query_row([], |row| Columns(row).instant("since"))
        .optional()
}

/// Puts `since` in the place of what was there, or removes it.
pub(crate) fn put_sitting(connection: &Connection, since: Option<Instant>) -> Sql<()> {
    match since {
        Some(since) => connection
            .prepare_cached("INSERT OR REPLACE INTO sitting (one, since) VALUES (1, ?1)")?
            .execute([millis(since)])?,
        None => connection.prepare_cached("DELETE FROM sitting WHERE one = 1")?.execute([])?,
    };
    Ok(())
}

/// Appends an entry.
pub(crate) fn append(connection: &Connection, entry: &Entry<MeasureFact>) -> Sql<()> {
    let fact = FactColumns::of(entry.fact.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO measure_fact (id, at, on_day, zone, entered_by, corrects, kind, day, value, words, activity,
                                       asked)
             VALUES (:id, :at, :on_day, :zone, :entered_by, :corrects, :kind, :day, :value, :words, :activity, :asked)",
        )?
        .execute(named_params! {
            ":id": entry.id.to_string(),
            ":at": millis(entry.at),
            ":on_day": entry.on.to_string(),
            ":zone": entry.zone,
            ":entered_by": word(ENTERED_BY, &entry.by),
            ":corrects": entry.corrects.map(|id| id.to_string()),
            ":kind": fact.kind,
            ":day": fact.day.map(|day| day.to_string()),
            ":value": fact.value,
            ":words": fact.words,
            ":activity": fact.activity.map(|id| id.to_string()),
            ":asked": fact.asked,
        })?;
    Ok(())
}

/// Every entry. They are few: a number a day at most is typed in by hand.
pub(crate) fn all(connection: &Connection) -> Sql<Vec<Entry<MeasureFact>>> {
    connection.prepare_cached("SELECT * FROM measure_fact")?.query_map([], read)?.collect()
}

/// The entry `id`.
pub(crate) fn by_id(connection: &Connection, id: RecordId) -> Sql<Option<Entry<MeasureFact>>> {
    connection
        .prepare_cached("SELECT * FROM measure_fact WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()
}

/// A fact, spread over the columns of its row.
#[derive(Default)]
struct FactColumns<'a> {
    kind: &'static str,
    day: Option<Day>,
    value: Option<u32>,
    words: Option<&'a str>,
    activity: Option<RecordId>,
    asked: Option<bool>,
}

impl<'a> FactColumns<'a> {
    fn of(fact: Option<&'a MeasureFact>) -> Self {
        let of = |kind| Self { kind, ..Self::default() };
        let Some(fact) = fact else { return of("withdrawn") };
        match fact {
            MeasureFact::Number { measure, day, value } => {
                Self { day: Some(*day), value: Some(*value), ..of(word(MEASURES, measure)) }
            }
            MeasureFact::Activity { words, asked } => {
                Self { words: Some(words), asked: Some(*asked), ..of("activity") }
            }
            MeasureFact::Rating { activity, day, score } => Self {
                activity: Some(*activity),
                day: Some(*day),
                value: Some((*score).into()),
                ..of("rating")
            },
            MeasureFact::ChairStandHurt { day } => {
                Self { day: Some(*day), ..of("chair-stand-hurt") }
            }
            MeasureFact::ChairStandOk { who, said_on } => {
                Self { words: Some(who), day: Some(*said_on), ..of("chair-stand-ok") }
            }
        }
    }
}

fn read(row: &Row<'_>) -> Sql<Entry<MeasureFact>> {
    let columns = Columns(row);
    let kind: String = columns.get("kind")?;
    let fact = match kind.as_str() {
        "activity" => {
            MeasureFact::Activity { words: columns.get("words")?, asked: columns.get("asked")? }
        }
        "rating" => MeasureFact::Rating {
            activity: columns.parsed("activity", |text| text.parse().ok().map(RecordId))?,
            day: columns.day("day")?,
            score: columns.get("value")?,
        },
        "chair-stand-hurt" => MeasureFact::ChairStandHurt { day: columns.day("day")? },
        "chair-stand-ok" => {
            MeasureFact::ChairStandOk { who: columns.get("words")?, said_on: columns.day("day")? }
        }
        _ => match find(MEASURES, &kind) {
            Some(measure) => MeasureFact::Number {
                measure,
                day: columns.day("day")?,
                value: columns.get("value")?,
            },
            None => return entry(&columns, None),
        },
    };
    entry(&columns, Some(fact))
}
