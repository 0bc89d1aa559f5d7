//! What the person says of themselves, their walks without a plan, and their questions.

use backwise_core::ids::RecordId;
use backwise_core::person::{
    DischargeSign, Entry, Floor, PersonFact, Question, Step, TeamLimits, Walk,
};
use backwise_core::plan::{Contact, Fusion};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::{Timestamp, Uuid};

use super::records::ENTERED_BY;
use super::{Columns, Sql, Words, find, millis, word};

pub(super) const FUSIONS: Words<Fusion> =
    &[("yes", Fusion::Yes), ("no", Fusion::No), ("unknown", Fusion::Unknown)];
pub(super) const FLOORS: Words<Floor> =
    &[("yes", Floor::Yes), ("no", Floor::No), ("not-tried", Floor::NotTried)];
pub(super) const LIMITS: Words<TeamLimits> =
    &[("given", TeamLimits::Given), ("none", TeamLimits::None), ("not-told", TeamLimits::NotTold)];
pub(super) const STEPS: Words<Step> = &[
    ("terms", Step::Terms),
    ("operation", Step::Operation),
    ("fusion", Step::Fusion),
    ("floor", Step::Floor),
    ("discharge", Step::Discharge),
    ("limits", Step::Limits),
    ("contacts", Step::Contacts),
    ("plan", Step::Plan),
];
pub(super) const SIGNS: Words<DischargeSign> = &[
    ("saddle", DischargeSign::Saddle),
    ("bladder", DischargeSign::Bladder),
    ("bowel", DischargeSign::Bowel),
    ("sexual", DischargeSign::Sexual),
    ("leg-weakness", DischargeSign::LegWeakness),
    ("leg-numbness", DischargeSign::LegNumbness),
    ("leg-pain", DischargeSign::LegPain),
    ("wound", DischargeSign::Wound),
    ("headache", DischargeSign::Headache),
];

/// A table of entries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Table {
    PersonFact,
    Walk,
    Question,
    Measure,
}

impl Table {
    fn name(self) -> &'static str {
        match self {
            Self::PersonFact => "person_fact",
            Self::Walk => "walk",
            Self::Question => "question",
            Self::Measure => "measure_fact",
        }
    }
}

/// A name for an entry of `table` made at `at`, after those of all others of the table.
pub(crate) fn new_id(connection: &Connection, table: Table, at: Instant) -> Sql<RecordId> {
    let moment = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let count = format!("SELECT count(*) FROM {}", table.name());
    let before: u32 = connection.prepare_cached(&count)?.query_row([], |row| row.get(0))?;
    let nanos = u32::try_from(moment % 1000).unwrap_or(0) * 1_000_000;
    let time = Timestamp::from_unix_time(moment / 1000, nanos, u128::from(before), 32);
    Ok(RecordId(Uuid::new_v7(time)))
}

/// Whether another entry of `table` replaced `id`.
pub(crate) fn is_corrected(connection: &Connection, table: Table, id: RecordId) -> Sql<bool> {
    let query = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE corrects = ?1)", table.name());
    connection.prepare_cached(&query)?.query_row([id.to_string()], |row| row.get(0))
}

/// Appends what the person said of themselves.
pub(crate) fn append_fact(connection: &Connection, entry: &Entry<PersonFact>) -> Sql<()> {
    let fact = FactColumns::of(entry.fact.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO person_fact (id, at, on_day, zone, entered_by, corrects, kind, version, day, answer,
                                      limits, signs, note, name, number, hours, about)
             VALUES (:id, :at, :on_day, :zone, :entered_by, :corrects, :kind, :version, :day, :answer,
                     :limits, :signs, :note, :name, :number, :hours, :about)",
        )?
        .execute(named_params! {
            ":id": entry.id.to_string(),
            ":at": millis(entry.at),
            ":on_day": entry.on.to_string(),
            ":zone": entry.zone,
            ":entered_by": word(ENTERED_BY, &entry.by),
            ":corrects": entry.corrects.map(|id| id.to_string()),
            ":kind": fact.kind,
            ":version": fact.version,
            ":day": fact.day.map(|day| day.to_string()),
            ":answer": fact.answer,
            ":limits": fact.limits,
            ":signs": fact.signs,
            ":note": fact.note,
            ":name": fact.contact.map(|contact| &contact.name),
            ":number": fact.contact.map(|contact| &contact.number),
            ":hours": fact.contact.and_then(|contact| contact.hours.as_ref()),
            ":about": fact.contact.and_then(|contact| contact.about.as_ref()),
        })?;
    Ok(())
}

/// Everything that the person said of themselves. It is little: a handful of answers, and their corrections.
pub(crate) fn facts(connection: &Connection) -> Sql<Vec<Entry<PersonFact>>> {
    connection.prepare_cached("SELECT * FROM person_fact")?.query_map([], read_fact)?.collect()
}

/// The entry `id` of what the person said.
pub(crate) fn fact(connection: &Connection, id: RecordId) -> Sql<Option<Entry<PersonFact>>> {
    connection
        .prepare_cached("SELECT * FROM person_fact WHERE id = ?1")?
        .query_row([id.to_string()], read_fact)
        .optional()
}

/// Appends a walk of `day`, or takes one of it back.
pub(crate) fn append_walk(connection: &Connection, entry: &Entry<Walk>, day: Day) -> Sql<()> {
    connection
        .prepare_cached(
            "INSERT INTO walk (id, at, on_day, zone, entered_by, corrects, day, minutes)
             VALUES (:id, :at, :on_day, :zone, :entered_by, :corrects, :day, :minutes)",
        )?
        .execute(named_params! {
            ":id": entry.id.to_string(),
            ":at": millis(entry.at),
            ":on_day": entry.on.to_string(),
            ":zone": entry.zone,
            ":entered_by": word(ENTERED_BY, &entry.by),
            ":corrects": entry.corrects.map(|id| id.to_string()),
            ":day": day.to_string(),
            ":minutes": entry.fact.as_ref().map(|walk| walk.minutes),
        })?;
    Ok(())
}

/// The `most` newest days of which a walk was entered, the newest first.
pub(crate) fn days_of_walks(connection: &Connection, most: u32) -> Sql<Vec<Day>> {
    connection
        .prepare_cached("SELECT DISTINCT day FROM walk ORDER BY day DESC LIMIT ?1")?
        .query_map([most], |row| Columns(row).day("day"))?
        .collect()
}

/// Every walk from `first` on, corrections among them.
pub(crate) fn walks_since(connection: &Connection, first: Day) -> Sql<Vec<Entry<Walk>>> {
    connection
        .prepare_cached("SELECT * FROM walk WHERE day >= ?1")?
        .query_map([first.to_string()], |row| Ok(read_walk(row)?.0))?
        .collect()
}

/// The walk `id`, and its day.
pub(crate) fn walk(connection: &Connection, id: RecordId) -> Sql<Option<(Entry<Walk>, Day)>> {
    connection
        .prepare_cached("SELECT * FROM walk WHERE id = ?1")?
        .query_row([id.to_string()], read_walk)
        .optional()
}

/// Appends a question, or takes one back.
pub(crate) fn append_question(connection: &Connection, entry: &Entry<Question>) -> Sql<()> {
    let question = entry.fact.as_ref();
    connection
        .prepare_cached(
            "INSERT INTO question (id, at, on_day, zone, entered_by, corrects, text, asked_on, answer)
             VALUES (:id, :at, :on_day, :zone, :entered_by, :corrects, :text, :asked_on, :answer)",
        )?
        .execute(named_params! {
            ":id": entry.id.to_string(),
            ":at": millis(entry.at),
            ":on_day": entry.on.to_string(),
            ":zone": entry.zone,
            ":entered_by": word(ENTERED_BY, &entry.by),
            ":corrects": entry.corrects.map(|id| id.to_string()),
            ":text": question.map(|question| &question.text),
            ":asked_on": question.and_then(|question| question.asked_on).map(|day| day.to_string()),
            ":answer": question.and_then(|question| question.answer.as_ref()),
        })?;
    Ok(())
}

/// Every question, corrections among them.
pub(crate) fn questions(connection: &Connection) -> Sql<Vec<Entry<Question>>> {
    connection.prepare_cached("SELECT * FROM question")?.query_map([], read_question)?.collect()
}

/// The entry `id` of a question.
pub(crate) fn question(connection: &Connection, id: RecordId) -> Sql<Option<Entry<Question>>> {
    connection
        .prepare_cached("SELECT * FROM question WHERE id = ?1")?
        .query_row([id.to_string()], read_question)
        .optional()
}

/// That the question about limits was passed over, in its column.
const LIMITS_LATER: &str = "later";

/// A fact, spread over the columns of its row.
#[derive(Default)]
struct FactColumns<'a> {
    kind: &'static str,
    version: Option<u16>,
    day: Option<Day>,
    answer: Option<&'static str>,
    limits: Option<&'static str>,
    signs: Option<String>,
    note: Option<&'a str>,
    contact: Option<&'a Contact>,
}

impl<'a> FactColumns<'a> {
    fn of(fact: Option<&'a PersonFact>) -> Self {
        let of = |kind| Self { kind, ..Self::default() };
        // The kinds of the table are fixed, and so are the questions that may be passed over.
        let about_limits = |limits| Self {
            answer: Some(word(STEPS, &Step::Plan)),
            limits: Some(limits),
            ..of("skipped")
        };
        let Some(fact) = fact else { return of("withdrawn") };
        match fact {
            PersonFact::Terms { version } => Self { version: Some(*version), ..of("terms") },
            PersonFact::Operation { date } => Self { day: Some(*date), ..of("operation") },
            PersonFact::Fusion { fusion } => {
                Self { answer: Some(word(FUSIONS, fusion)), ..of("fusion") }
            }
            PersonFact::Floor { floor } => {
                Self { answer: Some(word(FLOORS, floor)), ..of("floor") }
            }
            PersonFact::Limits { limits } => about_limits(word(LIMITS, limits)),
            PersonFact::AtDischarge { signs, note } => {
                let signs: Vec<&str> = signs.iter().map(|sign| word(SIGNS, sign)).collect();
                Self { signs: Some(signs.join(" ")), note: note.as_deref(), ..of("at-discharge") }
            }
            PersonFact::Skipped { step: Step::Limits } => about_limits(LIMITS_LATER),
            PersonFact::Contact { contact } => Self { contact: Some(contact), ..of("contact") },
            PersonFact::Skipped { step } => {
                Self { answer: Some(word(STEPS, step)), ..of("skipped") }
            }
        }
    }
}

fn read_fact(row: &Row<'_>) -> Sql<Entry<PersonFact>> {
    let columns = Columns(row);
    let kind: String = columns.get("kind")?;
    let fact = match kind.as_str() {
        "terms" => PersonFact::Terms { version: columns.get("version")? },
        "operation" => PersonFact::Operation { date: columns.day("day")? },
        "fusion" => PersonFact::Fusion { fusion: columns.word("answer", FUSIONS)? },
        "floor" => PersonFact::Floor { floor: columns.word("answer", FLOORS)? },
        "at-discharge" => {
            let read = |text: &str| text.split_whitespace().map(|one| find(SIGNS, one)).collect();
            PersonFact::AtDischarge {
                signs: columns.parsed("signs", read)?,
                note: columns.get("note")?,
            }
        }
        "contact" => PersonFact::Contact {
            contact: Contact {
                name: columns.get("name")?,
                number: columns.get("number")?,
                hours: columns.get("hours")?,
                about: columns.get("about")?,
            },
        },
        "skipped" if columns.get::<Option<String>>("limits")?.is_some() => {
            match columns.get::<String>("limits")?.as_str() {
                LIMITS_LATER => PersonFact::Skipped { step: Step::Limits },
                _ => PersonFact::Limits { limits: columns.word("limits", LIMITS)? },
            }
        }
        "skipped" => PersonFact::Skipped { step: columns.word("answer", STEPS)? },
        _ => return entry(&columns, None),
    };
    entry(&columns, Some(fact))
}

fn read_walk(row: &Row<'_>) -> Sql<(Entry<Walk>, Day)> {
    let columns = Columns(row);
    let day = columns.day("day")?;
    let minutes: Option<u16> = columns.get("minutes")?;
    Ok((entry(&columns, minutes.map(|minutes| Walk { day, minutes }))?, day))
}

fn read_question(row: &Row<'_>) -> Sql<Entry<Question>> {
    let columns = Columns(row);
    let text: Option<String> = columns.get("text")?;
    let asked_on = columns.parsed_if_any("asked_on", |text| text.parse().ok())?;
    let answer = columns.get("answer")?;
    entry(&columns, text.map(|text| Question { text, asked_on, answer }))
}

pub(super) fn entry<F>(columns: &Columns<'_, '_>, fact: Option<F>) -> Sql<Entry<F>> {
    let id = |text: &str| text.parse().ok().map(RecordId);
    Ok(Entry {
        id: columns.parsed("id", id)?,
        at: columns.instant("at")?,
        on: columns.day("on_day")?,
        zone: columns.get("zone")?,
        by: columns.word("entered_by", ENTERED_BY)?,
        corrects: columns.parsed_if_any("corrects", id)?,
        fact,
    })
}
