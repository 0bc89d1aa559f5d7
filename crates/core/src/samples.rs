//! A small plan for the tests of this crate.

use crate::catalogue::Tempo;
use crate::ids::{ExerciseId, LineId, PlanId, RoundId};
use crate::plan::{Bouts, DayPattern, Dose, Fusion, Prescription, Revision, Round, Side, Surgery};
use crate::record::{
    BoutKey, BoutPlace, Entered, EnteredBy, Fact, Outcome, Record, Standing, settle,
};
use crate::schedule::{InForce, Situation};
use crate::time::{Day, Instant, WallTime, Zone, ZoneDatabase};

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
        exercise: ExerciseId::new(id).unwrap(),
        title: id.to_owned(),
        flags: Vec::new(),
        tempo: Some(Tempo { out: 1, hold: 0, back: 1 }),
        dose: Dose { repetitions: Some(10), ..Dose::default() },
        side: Side::Both,
        days: DayPattern::EveryDay,
        bouts: Bouts::InRounds(rounds.iter().map(|id| RoundId::new(id).unwrap()).collect()),
        phase: None,
        from: None,
        until: None,
    }
}

/// Surgery on 2 November 2026, plan from the 16th; rounds at 8, 14 and 20 o'clock.
pub(crate) fn revision(lines: Vec<Prescription>) -> Revision {
    let round = |id: &str, at: &str| Round {
        id: RoundId::new(id).unwrap(),
        title: id.to_owned(),
        at: wall(at),
        routine: None,
    };
    Revision {
        plan: PlanId::new("sample").unwrap(),
        number: 1,
        title: "Sample".to_owned(),
        author: None,
        written: None,
        caution: None,
        surgery: Surgery { date: day("2026-11-02"), fusion: Fusion::No },
        starts: day("2026-11-16"),
        review: None,
        ends: None,
        day_start: crate::time::USUAL_DAY_START,
        quiet_hours: None,
        phases: Vec::new(),
        rounds: vec![round("morning", "08:00"), round("noon", "14:00"), round("evening", "20:00")],
        lines,
        precautions: Vec::new(),
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

pub(crate) fn closed(bout: BoutKey, outcome: Outcome) -> Fact {
    Fact::Bout { bout, outcome, note: None }
}

/// A person's data for the tests to ask about.
pub(crate) struct World {
    pub(crate) revisions: Vec<InForce>,
    pub(crate) records: Vec<Record>,
    pub(crate) evidence: Vec<crate::record::Evidence>,
    pub(crate) opened: Vec<crate::record::Opened>,
    pub(crate) now: Instant,
    pub(crate) zone: Zone,
}

impl World {
    /// The plan was taken in on its first morning, and it is `now`.
    pub(crate) fn new(revision: Revision, now: &str) -> Self {
        let imported_at = instant("2026-11-16T06:00:00Z");
        Self {
            revisions: vec![InForce { from: revision.starts, revision, imported_at }],
            records: Vec::new(),
            evidence: Vec::new(),
            opened: Vec::new(),
            now: instant(now),
            zone: berlin(),
        }
    }

    pub(crate) fn ask<T>(&self, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        let standing: Standing = settle(&self.records);
        question(&Situation {
            revisions: &self.revisions,
            standing: &standing,
            evidence: &self.evidence,
            opened: &self.opened,
            first_opened: None,
            now: self.now,
            zone: &self.zone,
        })
    }
}
