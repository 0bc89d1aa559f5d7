//! People and their entries, for the tests of the measures.

mod generated;
mod offered;
mod series;

use uuid::Uuid;

use super::*;
use crate::person::{Answers, PersonFact};
use crate::plan::{Fusion, Revision};
use crate::record::EnteredBy;
use crate::safety::{LimitKind, SafetyQuestion};
use crate::samples::{World, day, instant, line, revision};
use crate::schedule::{
    Agenda, AgendaPause, AgendaPrecaution, AgendaStop, StopBecause, agenda as agenda_of,
};

/// The operation of these people, a Monday; day 42 is 14 December, day 84 is 25 January.
const OPERATION: &str = "2026-11-02";

fn id(n: usize) -> RecordId {
    RecordId(Uuid::from_u128(n as u128 + 1))
}

/// The `n`-th entry, made on `on`.
fn entry(
    n: usize,
    on: &str,
    corrects: Option<usize>,
    fact: Option<MeasureFact>,
) -> Entry<MeasureFact> {
    Entry {
        id: id(n),
        at: instant(&format!("{on}T09:{:02}:{:02}Z", n / 60, n % 60)),
        on: day(on),
        zone: "Europe/Berlin".to_owned(),
        by: EnteredBy::Person,
        corrects: corrects.map(id),
        fact,
    }
}

fn number(measure: Measure, on: &str, value: u32) -> Option<MeasureFact> {
    Some(MeasureFact::Number { measure, day: day(on), value })
}

fn stands(on: &str, value: u32) -> Option<MeasureFact> {
    number(Measure::ChairStand, on, value)
}

fn activity(words: &str, asked: bool) -> Option<MeasureFact> {
    Some(MeasureFact::Activity { words: words.to_owned(), asked })
}

fn rating(activity: usize, on: &str, score: u8) -> Option<MeasureFact> {
    Some(MeasureFact::Rating { activity: id(activity), day: day(on), score })
}

fn ok(on: &str) -> Option<MeasureFact> {
    Some(MeasureFact::ChairStandOk { who: "Ward physio".to_owned(), said_on: day(on) })
}

fn answers(fusion: Option<Fusion>, date: Option<&str>) -> Answers {
    let facts = [
        date.map(|date| PersonFact::Operation { date: day(date) }),
        fusion.map(|fusion| PersonFact::Fusion { fusion }),
    ];
    let entries: Vec<Entry<PersonFact>> = facts
        .into_iter()
        .flatten()
        .enumerate()
        .map(|(n, fact)| Entry {
            id: id(n),
            at: instant("2026-11-10T09:00:00Z"),
            on: day("2026-11-10"),
            zone: "Europe/Berlin".to_owned(),
            by: EnteredBy::Person,
            corrects: None,
            fact: Some(fact),
        })
        .collect();
    Answers::of(&entries)
}

/// Somebody after a decompression without a plan.
struct Person {
    answers: Answers,
    plan: Option<Revision>,
    agenda: Option<Agenda>,
    is_stopped: bool,
    sat: Option<u32>,
}

impl Person {
    fn after_decompression() -> Self {
        let answers = answers(Some(Fusion::No), Some(OPERATION));
        Self { answers, plan: None, agenda: None, is_stopped: false, sat: None }
    }

    fn with(fusion: Option<Fusion>) -> Self {
        Self { answers: answers(fusion, Some(OPERATION)), ..Self::after_decompression() }
    }

    fn sees(&self, today: &str, entries: &[Entry<MeasureFact>]) -> Measures {
        let here = Here {
            today: day(today),
            answers: &self.answers,
            plan: self.plan.as_ref(),
            agenda: self.agenda.as_ref(),
            is_stopped: self.is_stopped,
            sat: self.sat,
        };
        measures(entries, &here)
    }

    fn waits(&self, today: &str, entries: &[Entry<MeasureFact>]) -> Option<ChairStandWaits> {
        self.sees(today, entries).chair_stand_waits
    }
}

fn series(entries: &[Entry<MeasureFact>], measure: Measure) -> Series {
    let all = Person::after_decompression().sees("2026-12-20", entries).numbers;
    all.into_iter().find(|one| one.measure == measure).unwrap()
}

fn values(entries: &[Entry<MeasureFact>]) -> Vec<(String, u32)> {
    let history = series(entries, Measure::ChairStand).history;
    history.iter().map(|one| (one.day.to_string(), one.value)).collect()
}

/// What an ordinary day of a plan asks for.
fn a_day() -> Agenda {
    let world = World::new(revision(vec![line("bridge", &["morning"])]), "2026-12-20T09:00:00Z");
    world.ask(|situation| agenda_of(situation, day("2026-12-20"))).unwrap()
}

/// Three activities, rated on 1 December.
fn three(scores: [u8; 3]) -> Vec<Entry<MeasureFact>> {
    let mut entries: Vec<_> = ["Stairs", "Shopping", "Driving"]
        .iter()
        .enumerate()
        .map(|(n, words)| entry(n, "2026-12-01", None, activity(words, true)))
        .collect();
    let ratings = scores.iter().enumerate();
    entries.extend(
        ratings.map(|(n, score)| entry(n + 3, "2026-12-01", None, rating(n, "2026-12-01", *score))),
    );
    entries
}
