//! Facts about plans.

use backwise_core::ids::{ClearanceId, LineId, PlanId, RecordId};
use backwise_core::record::{ClearanceAnswer, PauseReason, PauseWhy, PlanFact, PlanRecord};
use backwise_core::time::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::{Timestamp, Uuid};

use super::records::{ENTERED, ENTERED_BY};
use super::{Columns, Sql, Words, find, millis, pain_facts, rule_facts, word};

pub(super) const ANSWERS: Words<ClearanceAnswer> = &[
    ("yes", ClearanceAnswer::Yes),
    ("not-yet", ClearanceAnswer::NotYet),
    ("no", ClearanceAnswer::No),
];

pub(super) const WHYS: Words<PauseWhy> = &[
    ("team", PauseWhy::Team),
    ("ill", PauseWhy::Ill),
    ("pain", PauseWhy::Pain),
    ("away", PauseWhy::Away),
    ("other", PauseWhy::Other),
];

/// A fact, spread over the columns of its row.
#[derive(Default)]
struct FactColumns<'a> {
    kind: &'static str,
    plan: Option<&'a PlanId>,
    revision: Option<u32>,
    said_on: Option<Day>,
    subject: Option<&'a str>,
    answer: Option<ClearanceAnswer>,
    who: Option<&'a str>,
    how: Option<&'a str>,
    through: Option<Day>,
    pause: Option<&'a PauseReason>,
    stage: Option<u16>,
}

impl<'a> FactColumns<'a> {
    fn of(fact: &'a PlanFact) -> Self {
        let of = |kind| Self { kind, ..Self::default() };
        match fact {
            PlanFact::Clearance {
                plan, revision, clearance, answer, who, how, said_on, ..
            } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                said_on: Some(*said_on),
                subject: Some(clearance.as_str()),
                answer: Some(*answer),
                who: who.as_deref(),
                how: how.as_deref(),
                ..of("clearance")
            },
            PlanFact::Pause { through, reason, .. } => {
                Self { through: *through, pause: reason.as_ref(), ..of("pause") }
            }
            PlanFact::Resumed { .. } => of("resumed"),
            PlanFact::BadDay { .. } => of("bad-day"),
            PlanFact::LimitOver { plan, revision, limit, who, said_on, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                said_on: Some(*said_on),
                subject: Some(limit),
                who: who.as_deref(),
                ..of("limit-over")
            },
            PlanFact::StageAgreed { plan, revision, line, stage, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                subject: Some(line.as_str()),
                stage: Some(*stage),
                ..of("stage-agreed")
            },
            PlanFact::Withdrawn { .. } => of("withdrawn"),
            // Their tables are others: see `rule_facts` and `pain_facts`.
            PlanFact::StageStayed { .. }
            | PlanFact::Hurt { .. }
            | PlanFact::AskedAndYes { .. }
            | PlanFact::AllStopped { .. }
            | PlanFact::SpokenTo { .. }
            | PlanFact::UsualMorning { .. }
            | PlanFact::Felt { .. } => Self::default(),
        }
    }
}

/// Why the person pauses; `None` where they did not say, as in pauses of an older Backwise.
fn pause_reason(columns: &Columns<'_, '_>) -> Sql<Option<PauseReason>> {
    let words = columns.get("pause_words")?;
    let why = columns.parsed_if_any("pause_reason", |text| find(WHYS, text))?;
    Ok(why.map(|why| PauseReason { why, words }))
}

/// Appends `record`. `day` is the day that it speaks of, for a withdrawal that of what it takes back.
pub(crate) fn append(connection: &Connection, record: &PlanRecord, day: Day) -> Sql<()> {
    if rule_facts::holds(connection, record)? {
        return rule_facts::append(connection, record, day);
    }
    if pain_facts::holds(connection, record)? {
        return pain_facts::append(connection, record, day);
    }
    let columns = FactColumns::of(&record.fact);
    connection
        .prepare_cached(
            "INSERT INTO plan_fact (id, at, zone, entered, entered_by, corrects, day, kind, plan,
                                    revision, subject, answer, who, how, through, pause_reason,
                                    pause_words, stage, said_on)
             VALUES (:id, :at, :zone, :entered, :entered_by, :corrects, :day, :kind, :plan,
                     :revision, :subject, :answer, :who, :how, :through, :pause_reason,
                     :pause_words, :stage, :said_on)",
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
            ":plan": columns.plan.map(PlanId::as_str),
            ":revision": columns.revision,
            ":said_on": columns.said_on.map(|day| day.to_string()),
            ":subject": columns.subject,
            ":answer": columns.answer.map(|answer| word(ANSWERS, &answer)),
            ":who": columns.who,
            ":how": columns.how,
            ":through": columns.through.map(|day| day.to_string()),
            ":pause_reason": columns.pause.map(|reason| word(WHYS, &reason.why)),
            ":pause_words": columns.pause.and_then(|reason| reason.words.as_deref()),
            ":stage": columns.stage,
        })?;
    Ok(())
}

/// Every record about plans, corrections among them. There are few: a handful in a month.
pub(crate) fn all(connection: &Connection) -> Sql<Vec<PlanRecord>> {
    let mut all = rule_facts::all(connection)?;
    all.extend(pain_facts::all(connection)?);
    let mut statement = connection.prepare_cached("SELECT * FROM plan_fact")?;
    for record in statement.query_map([], |row| Ok(read(row)?.0))? {
        all.push(record?);
    }
    Ok(all)
}

/// The record `id` and the day it speaks of.
pub(crate) fn by_id(connection: &Connection, id: RecordId) -> Sql<Option<(PlanRecord, Day)>> {
    let found = connection
        .prepare_cached("SELECT * FROM plan_fact WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()?;
    if found.is_some() {
        return Ok(found);
    }
    match rule_facts::by_id(connection, id)? {
        Some(found) => Ok(Some(found)),
        None => pain_facts::by_id(connection, id),
    }
}

/// Whether another record replaced `id`.
pub(crate) fn is_corrected(connection: &Connection, id: RecordId) -> Sql<bool> {
    Ok(correction_of(connection, id)?.is_some())
}

/// The record that replaced `id`.
pub(crate) fn correction_of(connection: &Connection, id: RecordId) -> Sql<Option<RecordId>> {
    connection
        .prepare_cached(
            "SELECT id FROM plan_fact WHERE corrects = ?1
             UNION ALL SELECT id FROM rule_fact WHERE corrects = ?1
             UNION ALL SELECT id FROM pain_fact WHERE corrects = ?1",
        )?
        .query_row([id.to_string()], |row| {
            Columns(row).parsed("id", |id| id.parse().ok().map(RecordId))
        })
        .optional()
}

/// A name for a record entered at `at`, after those of all others.
pub(crate) fn new_id(connection: &Connection, at: Instant) -> Sql<RecordId> {
    let moment = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let before: u32 = connection.query_row(
        "SELECT (SELECT count(*) FROM plan_fact) + (SELECT count(*) FROM rule_fact)
              + (SELECT count(*) FROM pain_fact)",
        [],
        |row| row.get(0),
    )?;
    let nanos = u32::try_from(moment % 1000).unwrap_or(0) * 1_000_000;
    let time = Timestamp::from_unix_time(moment / 1000, nanos, u128::from(before), 32);
    Ok(RecordId(Uuid::new_v7(time)))
}

fn read(row: &Row<'_>) -> Sql<(PlanRecord, Day)> {
    let columns = Columns(row);
    let day = columns.day("day")?;
    let kind: String = columns.get("kind")?;
    let plan = || columns.parsed("plan", PlanId::new);
    let fact = match kind.as_str() {
        "clearance" => PlanFact::Clearance {
            plan: plan()?,
            revision: columns.get("revision")?,
            said_on: columns.day("said_on")?,
            clearance: columns.parsed("subject", ClearanceId::new)?,
            answer: columns.word("answer", ANSWERS)?,
            who: columns.get("who")?,
            how: columns.get("how")?,
            day,
        },
        "pause" => PlanFact::Pause {
            from: day,
            through: columns.parsed_if_any("through", |text| text.parse().ok())?,
            reason: pause_reason(&columns)?,
        },
        "resumed" => PlanFact::Resumed { day },
        "bad-day" => PlanFact::BadDay { day },
        "limit-over" => PlanFact::LimitOver {
            plan: plan()?,
            revision: columns.get("revision")?,
            said_on: columns.day("said_on")?,
            limit: columns.get("subject")?,
            who: columns.get("who")?,
            day,
        },
        "stage-agreed" => PlanFact::StageAgreed {
            plan: plan()?,
            revision: columns.get("revision")?,
            line: columns.parsed("subject", LineId::new)?,
            stage: columns.get("stage")?,
            day,
        },
        _ => PlanFact::Withdrawn { day },
    };
    Ok((record_of(&columns, fact)?, day))
}

/// The record of `fact`: every table of facts about a plan has these columns.
pub(super) fn record_of(columns: &Columns<'_, '_>, fact: PlanFact) -> Sql<PlanRecord> {
    let id = |text: &str| text.parse().ok().map(RecordId);
    Ok(PlanRecord {
        id: columns.parsed("id", id)?,
        at: columns.instant("at")?,
        zone: columns.get("zone")?,
        entered: columns.word("entered", ENTERED)?,
        by: columns.word("entered_by", ENTERED_BY)?,
        corrects: columns.parsed_if_any("corrects", id)?,
        fact,
    })
}
