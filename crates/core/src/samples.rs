//! A small plan for the tests of this crate.

use crate::catalogue::Tempo;
use crate::ids::{ExerciseId, LineId, PlanId, ProgrammeId, RoundId};
use crate::plan::{
    Advance, Bouts, DayPattern, Dose, Frequency, Fusion, MissedDose, Prescription, Programme,
    Revision, Round, Side, Stage, StageBegins, Surgery, USUAL_GAP_DAYS, USUAL_WEEK_START,
};
use crate::record::{
    BoutKey, BoutPlace, DaysSeen, Entered, EnteredBy, Fact, OperationSaid, Outcome, PlanFact,
    PlanRecord, Record, SignFact, SignRecord, Standing, settle, settle_plan_facts, settle_signs,
};
use crate::schedule::{InForce, Situation};
use crate::time::{Day, DayRef, Instant, Stretch, WallTime, Whereabouts, Zone, ZoneDatabase};

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn wall(text: &str) -> WallTime {
    text.parse().unwrap()
}

pub(crate) fn berlin() -> Zone {
    ZoneDatabase::embedded().zone("Europe/Berlin").unwrap()
}

pub(crate) fn line(id: &str, rounds: &[&str]) -> Prescription {
    Prescription {
        id: LineId::new(id).unwrap(),
        sheet_no: None,
        as_written: format!("{id}, ten times"),
        source: None,
        off: false,
        exercise: ExerciseId::new(id).unwrap(),
        title: id.to_owned(),
        flags: Vec::new(),
        tempo: Some(Tempo { out: 1, hold: 0, back: 1 }),
        instructions: Vec::new(),
        safety_question: None,
        dose: Dose { repetitions: Some(10), ..Dose::default() },
        side: Side::Both,
        frequency: Frequency::Due {
            days: DayPattern::EveryDay,
            bouts: Bouts::InRounds(rounds.iter().map(|id| RoundId::new(id).unwrap()).collect()),
        },
        phase: None,
        stretch: Stretch::default(),
        clearance: None,
        stages: Vec::new(),
        growth: None,
    }
}

/// The line with these days.
pub(crate) fn on_days(mut line: Prescription, pattern: DayPattern) -> Prescription {
    if let Frequency::Due { days, .. } = &mut line.frequency {
        *days = pattern;
    }
    line
}

/// The line so many times a day, at any time.
pub(crate) fn any_time(mut line: Prescription, times: u8) -> Prescription {
    if let Frequency::Due { bouts, .. } = &mut line.frequency {
        *bouts = Bouts::AnyTime { times, most: times, gap_minutes: None };
    }
    line
}

/// A stage that begins on a date: it asks in another way, or stands in for other lines.
pub(crate) fn stage(from: &str, frequency: Option<Frequency>, replaces: &[&str]) -> Stage {
    Stage {
        as_written: None,
        begins: StageBegins::On(DayRef::On(day(from))),
        until: None,
        dose: Dose::default(),
        side: None,
        frequency,
        replaces: replaces.iter().map(|id| LineId::new(id).unwrap()).collect(),
    }
}

/// The days of a line that takes that turn of [`programme`].
pub(crate) fn turn(turn: &str) -> DayPattern {
    DayPattern::Turn { programme: ProgrammeId::new("ab").unwrap(), turn: turn.to_owned() }
}

/// A and B in turn.
pub(crate) fn programme(days: DayPattern, advance: Advance) -> Programme {
    Programme {
        id: ProgrammeId::new("ab").unwrap(),
        title: "A and B".to_owned(),
        turns: vec!["A".to_owned(), "B".to_owned()],
        days,
        advance,
    }
}

/// Surgery on 2 November 2026, plan from the 16th; rounds at 8, 14 and 20 o'clock.
pub(crate) fn revision(lines: Vec<Prescription>) -> Revision {
    let round = |id: &str, at: &str| Round {
        id: RoundId::new(id).unwrap(),
        title: id.to_owned(),
        at: Some(wall(at)),
        routine: None,
        missed_dose: MissedDose::default(),
    };
    Revision {
        plan: PlanId::new("sample").unwrap(),
        number: 1,
        title: "Sample".to_owned(),
        author: None,
        written: None,
        caution: None,
        surgery: Surgery {
            date: day("2026-11-02"),
            fusion: Fusion::No,
            operation: None,
            discharge: None,
        },
        starts: day("2026-11-16"),
        review: None,
        ends: None,
        weeks_counted: None,
        week_starts: USUAL_WEEK_START,
        gap_days: USUAL_GAP_DAYS,
        day_start: crate::time::USUAL_DAY_START,
        quiet_hours: None,
        awake: None,
        day_types: Vec::new(),
        phases: Vec::new(),
        clearances: Vec::new(),
        appointments: Vec::new(),
        programmes: Vec::new(),
        missed_dose: MissedDose::default(),
        rounds: vec![round("morning", "08:00"), round("noon", "14:00"), round("evening", "20:00")],
        lines,
        precautions: Vec::new(),
        pain: None,
        bad_day: None,
        days_off: Vec::new(),
        re_entry: None,
        notes: Vec::new(),
        contacts: Vec::new(),
    }
}

pub(crate) fn bout(line: &str, round: &str, on: &str) -> BoutKey {
    BoutKey {
        plan: PlanId::new("sample").unwrap(),
        line: LineId::new(line).unwrap(),
        day: day(on),
        place: BoutPlace::Round(RoundId::new(round).unwrap()),
    }
}

pub(crate) fn record(id: u128, at: &str, fact: Fact) -> Record {
    Record {
        id: crate::ids::RecordId(uuid::Uuid::from_u128(id)),
        at: instant(at),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }
}

pub(crate) fn plan_record(id: u128, at: &str, fact: PlanFact) -> PlanRecord {
    PlanRecord {
        id: crate::ids::RecordId(uuid::Uuid::from_u128(id)),
        at: instant(at),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }
}

pub(crate) fn sign(id: u128, at: &str, fact: SignFact) -> SignRecord {
    let at = instant(at);
    SignRecord {
        id: crate::ids::RecordId(uuid::Uuid::from_u128(id)),
        at,
        day: Day(berlin().local(at).date()),
        zone: "Europe/Berlin".to_owned(),
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }
}

pub(crate) fn closed(bout: BoutKey, outcome: Outcome) -> Fact {
    Fact::Bout { bout, outcome, note: None }
}

/// A person's data for the tests to ask about.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) revisions: Vec<InForce>,
    pub(crate) records: Vec<Record>,
    pub(crate) plan_records: Vec<PlanRecord>,
    pub(crate) signs: Vec<SignRecord>,
    pub(crate) operations: Vec<OperationSaid>,
    pub(crate) evidence: Vec<crate::record::Evidence>,
    pub(crate) opened: Vec<crate::record::Opened>,
    pub(crate) now: Instant,
    /// Where the person was seen before.
    pub(crate) was_in: Vec<(Instant, Zone)>,
    pub(crate) zone: Zone,
}

impl World {
    /// The plan was taken in on its first morning, and it is `now`.
    pub(crate) fn new(revision: Revision, now: &str) -> Self {
        let imported_at = instant("2026-11-16T06:00:00Z");
        Self {
            revisions: vec![InForce { from: revision.starts, revision, imported_at }],
            records: Vec::new(),
            plan_records: Vec::new(),
            signs: Vec::new(),
            operations: Vec::new(),
            evidence: Vec::new(),
            opened: Vec::new(),
            now: instant(now),
            was_in: Vec::new(),
            zone: berlin(),
        }
    }

    pub(crate) fn ask<T>(&self, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        let standing: Standing = settle(&self.records);
        let mut plan_facts = settle_plan_facts(&self.plan_records);
        plan_facts.red_flags = settle_signs(&self.signs).stops;
        plan_facts.operations.clone_from(&self.operations);
        let seen = DaysSeen::of(self.evidence.clone(), &self.opened);
        let whereabouts = Whereabouts::of(self.was_in.clone(), self.now, self.zone.clone());
        question(&Situation {
            revisions: &self.revisions,
            standing: &standing,
            plan_facts: &plan_facts,
            seen: &seen,
            first_opened: None,
            now: self.now,
            is_looking_back: false,
            whereabouts: &whereabouts,
        })
    }
}
