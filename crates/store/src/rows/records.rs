//! Facts.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::record::{
    BodySide, BoutKey, BoutPlace, Entered, EnteredBy, Fact, Outcome, PainPlace, PartCount, Record,
    SkipReason,
};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::{Timestamp, Uuid};

use super::{Columns, Names, Sql, Words, find, millis, word};

pub(super) const ENTERED: Words<Entered> = &[("live", Entered::Live), ("later", Entered::Later)];
pub(super) const ENTERED_BY: Words<EnteredBy> =
    &[("person", EnteredBy::Person), ("helper", EnteredBy::Helper)];
pub(super) const SIDES: Words<BodySide> =
    &[("both", BodySide::Both), ("left", BodySide::Left), ("right", BodySide::Right)];
pub(super) const REASONS: Words<SkipReason> = &[
    ("pain", SkipReason::Pain),
    ("tired", SkipReason::Tired),
    ("no-time", SkipReason::NoTime),
    ("not-sure-how", SkipReason::NotSureHow),
    ("other", SkipReason::Other),
];
pub(super) const PAIN_PLACES: Words<PainPlace> =
    &[("back", PainPlace::Back), ("leg", PainPlace::Leg)];

/// Where the columns of the table stand. Ten years have many rows, and finding each by its name takes longer than all
/// the rest of reading it.
mod column {
    pub(super) const ID: usize = 0;
    pub(super) const AT: usize = 1;
    pub(super) const ZONE: usize = 2;
    pub(super) const ENTERED: usize = 3;
    pub(super) const ENTERED_BY: usize = 4;
    pub(super) const CORRECTS: usize = 5;
    pub(super) const DAY: usize = 6;
    pub(super) const KIND: usize = 7;
    pub(super) const PLAN: usize = 8;
    pub(super) const LINE: usize = 9;
    pub(super) const ROUND: usize = 10;
    pub(super) const NTH: usize = 11;
    pub(super) const SET_NO: usize = 12;
    pub(super) const SIDE: usize = 13;
    pub(super) const REPETITIONS: usize = 14;
    pub(super) const SECONDS: usize = 15;
    pub(super) const OUTCOME: usize = 16;
    pub(super) const SETS: usize = 17;
    pub(super) const REASON: usize = 18;
    pub(super) const NOTE: usize = 19;
    pub(super) const PAIN_PLACE: usize = 20;
    pub(super) const SCORE: usize = 21;
    pub(super) const PART_REASON: usize = 22;
    pub(super) const PART_SECONDS: usize = 23;
    pub(super) const PART_UNIT: usize = 24;
    pub(super) const PART_COUNT: usize = 25;
}

/// Appends `record`. `day` is the day that it speaks of, for a withdrawal that of what it takes back.
pub(crate) fn append(connection: &Connection, record: &Record, day: Day) -> Sql<()> {
    let columns = FactColumns::of(&record.fact);
    connection
        .prepare_cached(
            "INSERT INTO record (id, at, zone, entered, entered_by, corrects, day, kind, plan, line,
                                 round, nth, set_no, side, repetitions, seconds, outcome, sets,
                                 reason, note, pain_place, score, part_reason, part_seconds,
                                 part_unit, part_count)
             VALUES (:id, :at, :zone, :entered, :entered_by, :corrects, :day, :kind, :plan, :line,
                     :round, :nth, :set_no, :side, :repetitions, :seconds, :outcome, :sets,
                     :reason, :note, :pain_place, :score, :part_reason, :part_seconds,
                     :part_unit, :part_count)",
        )?
        .execute(named_params! {
            ":id": record.id.to_string(),
            ":at": millis(record.at),
            ":zone": record.zone,
            ":entered": word(ENTERED, &record.entered),
            ":entered_by": word(ENTERED_BY, &record.by),
            ":corrects": record.corrects.map(|id| id.to_string()),
            ":day": day.to_string(),
            ":kind": columns.kind,
            ":plan": columns.bout.map(|bout| bout.plan.as_str()),
            ":line": columns.bout.map(|bout| bout.line.as_str()),
            ":round": columns.bout.and_then(|bout| match &bout.place {
                BoutPlace::Round(round) => Some(round.as_str()),
                BoutPlace::AnyTime(_) => None,
            }),
            ":nth": columns.bout.and_then(|bout| match bout.place {
                BoutPlace::Round(_) => None,
                BoutPlace::AnyTime(nth) => Some(nth),
            }),
            ":set_no": columns.set_no,
            ":side": columns.side.map(|side| word(SIDES, &side)),
            ":repetitions": columns.repetitions,
            ":seconds": columns.seconds,
            ":outcome": columns.outcome,
            ":sets": columns.sets,
            ":reason": columns.reason.map(|reason| word(REASONS, &reason)),
            ":note": columns.note,
            ":pain_place": columns.pain_place.map(|place| word(PAIN_PLACES, &place)),
            ":score": columns.score,
            ":part_reason": columns.part_reason.map(|reason| word(REASONS, &reason)),
            ":part_seconds": columns.part_seconds,
            ":part_unit": columns.part_count.map(|(unit, _)| unit),
            ":part_count": columns.part_count.map(|(_, count)| count),
        })?;
    Ok(())
}

/// Every record that speaks of a day from `first` through `last`, corrections among them.
pub(crate) fn between(connection: &Connection, first: Day, last: Day) -> Sql<Vec<Record>> {
    between_of(connection, first, last, &mut Names::default())
}

/// The same with the `names` that are known.
pub(crate) fn between_of(
    connection: &Connection,
    first: Day,
    last: Day,
    names: &mut Names,
) -> Sql<Vec<Record>> {
    connection
        .prepare_cached("SELECT * FROM record WHERE day BETWEEN ?1 AND ?2")?
        .query_map([first.to_string(), last.to_string()], |row| Ok(read(row, names)?.0))?
        .collect()
}

/// Every record of `line` that speaks of a day before `day`, corrections among them.
pub(crate) fn of_line_before(
    connection: &Connection,
    plan: &PlanId,
    line: &LineId,
    day: Day,
) -> Sql<Vec<Record>> {
    let mut names = Names::default();
    connection
        .prepare_cached(
            "SELECT * FROM record WHERE plan = ?1 AND line = ?2 AND day < ?3
             UNION ALL
             SELECT withdrawal.* FROM record JOIN record AS withdrawal ON withdrawal.corrects = record.id
             WHERE record.plan = ?1 AND record.line = ?2 AND record.day < ?3
               AND withdrawal.kind = 'withdrawn'",
        )?
        .query_map([plan.as_str(), line.as_str(), &day.to_string()], |row| {
            Ok(read(row, &mut names)?.0)
        })?
        .collect()
}

/// The last day before `day` of which a bout was recorded.
pub(crate) fn last_day_before(connection: &Connection, day: Day) -> Sql<Option<Day>> {
    connection
        .prepare_cached("SELECT max(day) AS day FROM record WHERE day < ?1 AND plan IS NOT NULL")?
        .query_row([day.to_string()], |row| {
            Columns(row).parsed_if_any("day", |text| text.parse().ok())
        })
}

/// The record `id` and the day it speaks of.
pub(crate) fn by_id(connection: &Connection, id: RecordId) -> Sql<Option<(Record, Day)>> {
    connection
        .prepare_cached("SELECT * FROM record WHERE id = ?1")?
        .query_row([id.to_string()], |row| read(row, &mut Names::default()))
        .optional()
}

/// The record that replaced `id`, and the day it speaks of.
pub(crate) fn correction_of(connection: &Connection, id: RecordId) -> Sql<Option<(Record, Day)>> {
    connection
        .prepare_cached("SELECT * FROM record WHERE corrects = ?1")?
        .query_row([id.to_string()], |row| read(row, &mut Names::default()))
        .optional()
}

/// The first day that any record speaks of.
pub(crate) fn first_day(connection: &Connection) -> Sql<Option<Day>> {
    let first: Option<String> =
        connection.query_row("SELECT min(day) FROM record", [], |row| row.get(0))?;
    Ok(first.and_then(|day| day.parse().ok()))
}

/// How many records there are, corrections among them.
pub(crate) fn count(connection: &Connection) -> Sql<u32> {
    connection.query_row("SELECT count(*) FROM record", [], |row| row.get(0))
}

/// A name for a record entered at `at`, after those of all others of the same millisecond: two
/// entries of one moment keep their order, whichever process makes them.
pub(crate) fn new_id(connection: &Connection, at: Instant) -> Sql<RecordId> {
    let moment = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let bound = |rest: u8| {
        let low = uuid::Builder::from_unix_timestamp_millis(moment, &[rest; 10]);
        low.into_uuid().to_string()
    };
    let before: u32 = connection
        .prepare_cached("SELECT count(*) FROM record WHERE id BETWEEN ?1 AND ?2")?
        .query_row([bound(0), bound(0xFF)], |row| row.get(0))?;
    let nanos = u32::try_from(moment % 1000).unwrap_or(0) * 1_000_000;
    let time = Timestamp::from_unix_time(moment / 1000, nanos, u128::from(before), 32);
    Ok(RecordId(Uuid::new_v7(time)))
}

/// A fact, spread over the columns of its row.
#[derive(Default)]
struct FactColumns<'a> {
    kind: &'static str,
    bout: Option<&'a BoutKey>,
    set_no: Option<u16>,
    side: Option<BodySide>,
    repetitions: Option<u16>,
    seconds: Option<u32>,
    outcome: Option<&'static str>,
    sets: Option<u16>,
    reason: Option<SkipReason>,
    note: Option<&'a str>,
    pain_place: Option<PainPlace>,
    score: Option<u8>,
    part_reason: Option<SkipReason>,
    part_seconds: Option<u32>,
    part_count: Option<(&'static str, u32)>,
}

impl<'a> FactColumns<'a> {
    fn of(fact: &'a Fact) -> Self {
        let empty = Self::default();
        match fact {
            Fact::Work { bout, set, side, repetitions, seconds } => Self {
                kind: "work",
                bout: Some(bout),
                set_no: Some(*set),
                side: Some(*side),
                repetitions: Some(*repetitions),
                seconds: Some(*seconds),
                ..empty
            },
            Fact::Bout { bout, outcome, note } => {
                let of_bout =
                    Self { kind: "bout", bout: Some(bout), note: note.as_deref(), ..empty };
                match outcome {
                    Outcome::Done => Self { outcome: Some("done"), ..of_bout },
                    Outcome::SaidNotDone => Self { outcome: Some("said-not-done"), ..of_bout },
                    Outcome::Skipped { reason } => {
                        Self { outcome: Some("skipped"), reason: Some(*reason), ..of_bout }
                    }
                    Outcome::Partly { sets, repetitions, seconds, counted, reason } => Self {
                        outcome: Some("partly"),
                        sets: *sets,
                        repetitions: *repetitions,
                        part_reason: *reason,
                        part_seconds: *seconds,
                        part_count: counted.map(|said| match said {
                            PartCount::Breaths(count) => ("breaths", count),
                            PartCount::Steps(count) => ("steps", count),
                            PartCount::Metres(count) => ("metres", count),
                        }),
                        ..of_bout
                    },
                }
            }
            Fact::Pain { day: _, place, score } => {
                Self { kind: "pain", pain_place: Some(*place), score: Some(*score), ..empty }
            }
            Fact::Withdrawn => Self { kind: "withdrawn", ..empty },
        }
    }
}

fn read(row: &Row<'_>, names: &mut Names) -> Sql<(Record, Day)> {
    let columns = Columns(row);
    let id = |text: &str| Uuid::parse_str(text).ok().map(RecordId);
    let day = columns.day(column::DAY)?;
    let record = Record {
        id: columns.parsed(column::ID, id)?,
        at: columns.instant(column::AT)?,
        zone: columns.get(column::ZONE)?,
        entered: columns.word(column::ENTERED, ENTERED)?,
        by: columns.word(column::ENTERED_BY, ENTERED_BY)?,
        corrects: columns.parsed_if_any(column::CORRECTS, id)?,
        fact: read_fact(&columns, day, names)?,
    };
    Ok((record, day))
}

fn read_fact(columns: &Columns<'_, '_>, day: Day, names: &mut Names) -> Sql<Fact> {
    Ok(match columns.text(column::KIND)? {
        "work" => Fact::Work {
            bout: read_bout(columns, day, names)?,
            set: columns.get(column::SET_NO)?,
            side: columns.word(column::SIDE, SIDES)?,
            repetitions: columns.get(column::REPETITIONS)?,
            seconds: columns.get(column::SECONDS)?,
        },
        "bout" => Fact::Bout {
            bout: read_bout(columns, day, names)?,
            outcome: read_outcome(columns)?,
            note: columns.get(column::NOTE)?,
        },
        "pain" => Fact::Pain {
            day,
            place: columns.word(column::PAIN_PLACE, PAIN_PLACES)?,
            score: columns.get(column::SCORE)?,
        },
        _ => Fact::Withdrawn,
    })
}

fn read_bout(columns: &Columns<'_, '_>, day: Day, names: &mut Names) -> Sql<BoutKey> {
    let place = match columns.parsed_if_any(column::ROUND, |text| names.round(text))? {
        Some(round) => BoutPlace::Round(round),
        None => BoutPlace::AnyTime(columns.get(column::NTH)?),
    };
    Ok(BoutKey {
        plan: columns.parsed(column::PLAN, |text| names.plan(text))?,
        line: columns.parsed(column::LINE, |text| names.line(text))?,
        day,
        place,
    })
}

fn read_outcome(columns: &Columns<'_, '_>) -> Sql<Outcome> {
    Ok(match columns.text(column::OUTCOME)? {
        "done" => Outcome::Done,
        "partly" => Outcome::Partly {
            sets: columns.get(column::SETS)?,
            repetitions: columns.get(column::REPETITIONS)?,
            seconds: columns.get(column::PART_SECONDS)?,
            counted: read_count(columns)?,
            reason: columns.parsed_if_any(column::PART_REASON, |text| find(REASONS, text))?,
        },
        "skipped" => Outcome::Skipped { reason: columns.word(column::REASON, REASONS)? },
        _ => Outcome::SaidNotDone,
    })
}

fn read_count(columns: &Columns<'_, '_>) -> Sql<Option<PartCount>> {
    let Some(count) = columns.get(column::PART_COUNT)? else { return Ok(None) };
    Ok(Some(match columns.text(column::PART_UNIT)? {
        "breaths" => PartCount::Breaths(count),
        "steps" => PartCount::Steps(count),
        _ => PartCount::Metres(count),
    }))
}

#[cfg(test)]
mod tests {
    use super::column;

    #[test]
    fn each_column_stands_in_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (connection, _) =
            crate::database::open(folder.path(), crate::database::SCHEMA).unwrap();
        let table = connection.prepare("SELECT * FROM record").unwrap();
        let names: Vec<_> = table.column_names();
        let places = [
            ("id", column::ID),
            ("at", column::AT),
            ("zone", column::ZONE),
            ("entered", column::ENTERED),
            ("entered_by", column::ENTERED_BY),
            ("corrects", column::CORRECTS),
            ("day", column::DAY),
            ("kind", column::KIND),
            ("plan", column::PLAN),
            ("line", column::LINE),
            ("round", column::ROUND),
            ("nth", column::NTH),
            ("set_no", column::SET_NO),
            ("side", column::SIDE),
            ("repetitions", column::REPETITIONS),
            ("seconds", column::SECONDS),
            ("outcome", column::OUTCOME),
            ("sets", column::SETS),
            ("reason", column::REASON),
            ("note", column::NOTE),
            ("pain_place", column::PAIN_PLACE),
            ("score", column::SCORE),
            ("part_reason", column::PART_REASON),
            ("part_seconds", column::PART_SECONDS),
            ("part_unit", column::PART_UNIT),
            ("part_count", column::PART_COUNT),
        ];
        assert_eq!(names.len(), places.len());
        for (name, place) in places {
            assert_eq!(names.get(place), Some(&name));
        }
    }
}
