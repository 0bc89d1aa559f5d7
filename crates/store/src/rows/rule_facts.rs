//! Facts about plans that came later: steps, pain, questions, stops, journeys.

use backwise_core::ids::{LineId, PlanId, RecordId, RoundId};
use backwise_core::record::{
    AllStopped, BoutPlace, Hurt, HurtPlace, PainMoment, PlanFact, PlanRecord,
};
use backwise_core::safety::SafetyQuestion;
use backwise_core::time::Day;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::plan_facts::record_of;
use super::records::{ENTERED, ENTERED_BY};
use super::{Columns, Sql, Words, millis, word};

pub(super) const MOMENTS: Words<PainMoment> = &[
    ("before", PainMoment::Before),
    ("during", PainMoment::During),
    ("after", PainMoment::After),
    ("next-morning", PainMoment::NextMorning),
];
/// Back and leg stand in `pain_place`, the others in `other_place`.
pub(super) const PLACES: Words<HurtPlace> = &[
    ("back", HurtPlace::Back),
    ("leg", HurtPlace::Leg),
    ("elsewhere", HurtPlace::Elsewhere),
    ("not-said", HurtPlace::NotSaid),
];
const ALL_STOPPED: Words<AllStopped> = &[
    ("numb", AllStopped::Numb),
    ("faint", AllStopped::Faint),
    ("second-stop", AllStopped::SecondStop),
];
pub(super) const QUESTIONS: Words<SafetyQuestion> = &[("calf", SafetyQuestion::Calf)];

/// A fact, spread over the columns of its row.
#[derive(Default)]
struct FactColumns<'a> {
    kind: &'static str,
    plan: Option<&'a PlanId>,
    revision: Option<u32>,
    line: Option<&'a LineId>,
    stage: Option<u16>,
    hurt: Option<&'a Hurt>,
    all_stopped: Option<AllStopped>,
    question: Option<SafetyQuestion>,
    stop: Option<RecordId>,
    who: Option<&'a str>,
    said_on: Option<Day>,
    from: Option<Day>,
}

impl<'a> FactColumns<'a> {
    /// `None` for the kinds of the other table.
    fn of(fact: &'a PlanFact) -> Option<Self> {
        let of = |kind| Self { kind, ..Self::default() };
        Some(match fact {
            PlanFact::StageStayed { plan, revision, line, stage, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                line: Some(line),
                stage: Some(*stage),
                ..of("stage-stayed")
            },
            PlanFact::Hurt { plan, revision, hurt, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                line: hurt.line.as_ref(),
                hurt: Some(hurt),
                ..of("hurt")
            },
            PlanFact::AskedAndYes { plan, revision, line, question, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                line: line.as_ref(),
                question: Some(*question),
                ..of("asked-and-yes")
            },
            PlanFact::AllStopped { plan, revision, line, because, .. } => Self {
                plan: Some(plan),
                revision: Some(*revision),
                line: line.as_ref(),
                all_stopped: Some(*because),
                ..of("hurt")
            },
            PlanFact::SpokenTo { stop, who, said_on, from, .. } => Self {
                stop: Some(*stop),
                who: who.as_deref(),
                said_on: Some(*said_on),
                from: *from,
                ..of("spoken-to")
            },
            PlanFact::Withdrawn { .. } => of("withdrawn"),
            PlanFact::Clearance { .. }
            | PlanFact::Pause { .. }
            | PlanFact::Resumed { .. }
            | PlanFact::BadDay { .. }
            | PlanFact::LimitOver { .. }
            | PlanFact::StageAgreed { .. }
            | PlanFact::UsualMorning { .. }
            | PlanFact::Felt { .. } => return None,
        })
    }
}

/// Whether the row of `record` belongs here: by its kind, or by what it takes back.
pub(super) fn holds(connection: &Connection, record: &PlanRecord) -> Sql<bool> {
    match (&record.fact, record.corrects) {
        (PlanFact::Withdrawn { .. }, Some(corrected)) => {
            Ok(by_id(connection, corrected)?.is_some())
        }
        (fact, _) => Ok(FactColumns::of(fact).is_some()),
    }
}

/// Appends `record`, one of those that belong here.
pub(super) fn append(connection: &Connection, record: &PlanRecord, day: Day) -> Sql<()> {
    let columns = FactColumns::of(&record.fact).unwrap_or_default();
    let hurt = columns.hurt;
    // What every row of its kind must say, and means nothing here.
    let is_all = columns.all_stopped.is_some();
    let no_line = columns.question.filter(|_| columns.line.is_none());
    let no_line = no_line.map(|question| word(QUESTIONS, &question));
    let bout = hurt.and_then(|hurt| hurt.bout.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO rule_fact (id, at, zone, entered, entered_by, corrects, day, kind, plan,
                                    revision, line, stage, round, nth, pain_place, score,
                                    pain_moment, spreading, usual, question, stop, who, said_on,
                                    other_place, from_day, all_stopped, of_no_line)
             VALUES (:id, :at, :zone, :entered, :entered_by, :corrects, :day, :kind, :plan,
                     :revision, :line, :stage, :round, :nth, :pain_place, :score,
                     :pain_moment, :spreading, :usual, :question, :stop, :who, :said_on,
                     :other_place, :from_day, :all_stopped, :of_no_line)",
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
            ":line": columns.line.map(LineId::as_str).or(no_line),
            ":of_no_line": no_line.map(|_| true),
            ":stage": columns.stage,
            ":round": bout.and_then(round),
            ":nth": bout.and_then(nth),
            ":pain_place": hurt.map(|hurt| match hurt.place {
                HurtPlace::Leg => "leg",
                HurtPlace::Back | HurtPlace::Elsewhere | HurtPlace::NotSaid => "back",
            }).or(is_all.then_some("back")),
            ":other_place": hurt
                .filter(|hurt| matches!(hurt.place, HurtPlace::Elsewhere | HurtPlace::NotSaid))
                .map(|hurt| word(PLACES, &hurt.place)),
            ":score": hurt.and_then(|hurt| hurt.score),
            ":pain_moment": hurt
                .map(|hurt| hurt.when)
                .or(is_all.then_some(PainMoment::During))
                .map(|when| word(MOMENTS, &when)),
            ":spreading": hurt.map(|hurt| hurt.spreading).or(is_all.then_some(false)),
            ":all_stopped": columns.all_stopped.map(|why| word(ALL_STOPPED, &why)),
            ":usual": hurt.and_then(|hurt| hurt.usual),
            ":question": columns.question.map(|question| word(QUESTIONS, &question)),
            ":stop": columns.stop.map(|id| id.to_string()),
            ":who": columns.who,
            ":said_on": columns.said_on.map(|day| day.to_string()),
            ":from_day": columns.from.map(|day| day.to_string()),
        })?;
    Ok(())
}

/// Every record of this table.
pub(super) fn all(connection: &Connection) -> Sql<Vec<PlanRecord>> {
    connection
        .prepare_cached("SELECT * FROM rule_fact")?
        .query_map([], |row| Ok(read(row)?.0))?
        .collect()
}

/// The record `id` and the day it speaks of.
pub(super) fn by_id(connection: &Connection, id: RecordId) -> Sql<Option<(PlanRecord, Day)>> {
    connection
        .prepare_cached("SELECT * FROM rule_fact WHERE id = ?1")?
        .query_row([id.to_string()], read)
        .optional()
}

fn read(row: &Row<'_>) -> Sql<(PlanRecord, Day)> {
    let columns = Columns(row);
    let day = columns.day("day")?;
    let kind: String = columns.get("kind")?;
    let plan = || columns.parsed("plan", PlanId::new);
    let line = || columns.parsed("line", LineId::new);
    let id = |text: &str| text.parse().ok().map(RecordId);
    let is_of_none = columns.get::<Option<bool>>("of_no_line")? == Some(true);
    let is_other = columns.get::<Option<String>>("other_place")?.is_some();
    let place = if is_other { "other_place" } else { "pain_place" };
    let fact = match kind.as_str() {
        "stage-stayed" => PlanFact::StageStayed {
            plan: plan()?,
            revision: columns.get("revision")?,
            line: line()?,
            stage: columns.get("stage")?,
            day,
        },
        "hurt" if columns.get::<Option<String>>("all_stopped")?.is_some() => PlanFact::AllStopped {
            plan: plan()?,
            revision: columns.get("revision")?,
            line: columns.parsed_if_any("line", LineId::new)?,
            because: columns.word("all_stopped", ALL_STOPPED)?,
            day,
        },
        "hurt" => PlanFact::Hurt {
            plan: plan()?,
            revision: columns.get("revision")?,
            day,
            hurt: Hurt {
                line: columns.parsed_if_any("line", LineId::new)?,
                bout: bout(&columns)?,
                place: columns.word(place, PLACES)?,
                score: columns.get("score")?,
                when: columns.word("pain_moment", MOMENTS)?,
                spreading: columns.get("spreading")?,
                usual: columns.get("usual")?,
            },
        },
        "asked-and-yes" => PlanFact::AskedAndYes {
            plan: plan()?,
            revision: columns.get("revision")?,
            line: if is_of_none { None } else { Some(line()?) },
            question: columns.word("question", QUESTIONS)?,
            day,
        },
        "spoken-to" => PlanFact::SpokenTo {
            stop: columns.parsed("stop", id)?,
            who: columns.get("who")?,
            said_on: columns.day("said_on")?,
            from: columns.parsed_if_any("from_day", |text| text.parse().ok())?,
            day,
        },
        _ => PlanFact::Withdrawn { day },
    };
    Ok((record_of(&columns, fact)?, day))
}

/// The round of a place in the day.
pub(super) fn round(place: &BoutPlace) -> Option<&str> {
    match place {
        BoutPlace::Round(round) => Some(round.as_str()),
        BoutPlace::AnyTime(_) => None,
    }
}

/// Which time of the day a place is, where it belongs to no round.
pub(super) fn nth(place: &BoutPlace) -> Option<u8> {
    match place {
        BoutPlace::Round(_) => None,
        BoutPlace::AnyTime(nth) => Some(*nth),
    }
}

/// The place in the day that a row names.
pub(super) fn bout(columns: &Columns<'_, '_>) -> Sql<Option<BoutPlace>> {
    let round = columns.parsed_if_any("round", RoundId::new)?.map(BoutPlace::Round);
    let nth: Option<u8> = columns.get("nth")?;
    Ok(round.or(nth.map(BoutPlace::AnyTime)))
}
