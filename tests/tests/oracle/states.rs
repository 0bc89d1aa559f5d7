//! Every state is reached, and each by the case that the table names; a bout has one state by its type.

use std::collections::BTreeSet;

use backwise_core::ids::{RecordId, RoundId};
use backwise_core::record::{
    BodySide, Entered, EnteredBy, Evidence, EvidenceKind, Fact, Hurt, HurtPlace, PainMoment,
    PlanFact, PlanRecord, Record,
};
use backwise_core::schedule::State;
use backwise_core::time::{Day, Instant, Zone, ZoneDatabase};
use chrono::NaiveDate;
use uuid::Uuid;

use super::facts::{Facts, Pause, Said, Told};
use super::here::{Here, revision};
use super::people::{bout, plan_records, records};

/// Bridges in the morning and the evening with four hours between them, and a wall push-up three times a week.
const PLAN: &str = r#"
format = 1
plan = "oracle"
revision = 1
title = "Oracle"
starts = 2026-11-16

[surgery]
date = 2026-11-02
fusion = "no"

[pain]
as_written = "Stop an exercise if pain is over 5"

[[pain.rule]]
as_written = "Stop an exercise if pain is over 5"
where = "either"
over = 5
when = "during"
then = "stop"
lasts = "until-told"

[[round]]
id = "morning"
title = "Morning"
at = "08:00"

[[round]]
id = "evening"
title = "Evening"
at = "18:00"
gap_minutes = 240
latest_start = "21:00"

[[line]]
id = "bridge"
as_written = "Bridge 8"
exercise = "bridge"
repetitions = 8
days = "every day"
rounds = ["morning", "evening"]

[[line]]
id = "push-up"
as_written = "Wall push-up 8"
exercise = "wall-push-up"
repetitions = 8
times_a_week = 3
times_a_day = 1
"#;

/// What happened to a bout, beside what the table says of the day.
enum Happened {
    Nothing,
    /// The person said so at this time of that day.
    Said(Told, &'static str),
    /// The morning's bridge was done at this time of that day.
    MorningDone(&'static str),
    /// A session saw some of it.
    Seen,
    /// Its reminder was shown.
    Shown,
    Pause,
    /// The bridge hurt in the morning, more than the plan accepts.
    Hurt,
    /// A warning sign came, and nobody has spoken.
    RedFlag,
    /// The plan was taken in on the 18th.
    TakenInLate,
}

use Happened::{
    Hurt as ItHurt, MorningDone, Nothing, Pause as InPause, RedFlag, Said as Says, Seen, Shown,
    TakenInLate,
};

/// The state, the line and its place on 16 November, the present moment in Berlin, and what happened.
const TABLE: [(&str, &str, &str, &str, Happened); 16] = [
    ("stopped by red flag", "bridge", "morning", "2026-11-16T12:00:00Z", RedFlag),
    ("upcoming", "bridge", "evening", "2026-11-16T12:00:00Z", Nothing),
    ("due", "bridge", "morning", "2026-11-16T12:00:00Z", Nothing),
    ("in progress", "bridge", "morning", "2026-11-16T12:00:00Z", Seen),
    ("partly", "bridge", "morning", "2026-11-17T12:00:00Z", Seen),
    ("done", "bridge", "morning", "2026-11-16T12:00:00Z", Says(Told::Done, "09:00")),
    ("partly", "bridge", "morning", "2026-11-16T12:00:00Z", Says(Told::Partly, "09:00")),
    ("skipped", "bridge", "morning", "2026-11-16T12:00:00Z", Says(Told::Skipped, "09:00")),
    ("said not done", "bridge", "morning", "2026-11-16T12:00:00Z", Says(Told::NotDone, "09:00")),
    ("withheld", "bridge", "evening", "2026-11-16T12:00:00Z", ItHurt),
    ("paused", "bridge", "morning", "2026-11-16T12:00:00Z", InPause),
    // The gap moves the evening's start beyond nine.
    ("not required", "bridge", "evening", "2026-11-16T18:00:00Z", MorningDone("17:30")),
    ("available", "push-up", "1", "2026-11-16T12:00:00Z", Nothing),
    ("not reminded", "bridge", "morning", "2026-11-17T12:00:00Z", Nothing),
    ("no entry", "bridge", "morning", "2026-11-17T12:00:00Z", Shown),
    ("unknown", "bridge", "morning", "2026-11-18T12:00:00Z", TakenInLate),
];

/// The name of a state. A new one must be named here, and reached by the table.
pub(super) fn name(state: State) -> &'static str {
    match state {
        State::InProgress => "in progress",
        State::Done => "done",
        State::Partly { .. } => "partly",
        State::Skipped { .. } => "skipped",
        State::SaidNotDone => "said not done",
        State::StoppedByRedFlag => "stopped by red flag",
        State::Withheld => "withheld",
        State::Paused => "paused",
        State::NotRequired => "not required",
        State::Available => "available",
        State::Upcoming => "upcoming",
        State::Due => "due",
        State::NotReminded => "not reminded",
        State::NoEntry => "no entry",
        State::Unknown => "unknown",
    }
}

/// How many names there are.
const STATES: usize = 15;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn said(place: &str, told: Told, at: &str, zone: &Zone) -> Facts {
    let time = format!("{at}:00").parse().unwrap();
    let at = zone.instant(monday(), time).unwrap().timestamp();
    let (line, place) = ("bridge".to_owned(), place.to_owned());
    Facts {
        said: vec![Said { line, place, day: monday(), told, at, live: true }],
        ..Facts::default()
    }
}

/// Six of ten during the morning's bridge.
fn it_hurt() -> PlanRecord {
    let bout = bout("bridge", "morning", monday());
    let hurt = Hurt {
        line: Some(bout.line),
        bout: Some(bout.place),
        place: HurtPlace::Back,
        score: Some(6),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    let fact = PlanFact::Hurt { plan: bout.plan, revision: 1, day: bout.day, hurt };
    PlanRecord {
        id: RecordId(Uuid::nil()),
        at: "2026-11-16T08:00:00Z".parse().unwrap(),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }
}

#[test]
fn every_state_is_reached_by_the_case_of_the_table() {
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    let mut reached = BTreeSet::new();
    for (state, line, place, now, happened) in TABLE {
        let now: Instant = now.parse().unwrap();
        let facts = match happened {
            Says(told, at) => said(place, told, at, &zone),
            MorningDone(at) => said("morning", Told::Done, at, &zone),
            InPause => Facts {
                pauses: vec![Pause { from: monday(), through: None, entered: monday() }],
                ..Facts::default()
            },
            Nothing | Seen | Shown | ItHurt | RedFlag | TakenInLate => Facts::default(),
        };
        let mut known = records(&facts);
        let key = bout(line, place, monday());
        if matches!(happened, Seen) {
            let (set, side) = (1, BodySide::Both);
            let work = Fact::Work { bout: key.clone(), set, side, repetitions: 3, seconds: 9 };
            let said = records(&said(place, Told::Done, "09:00", &zone)).remove(0);
            known.push(Record { id: RecordId(Uuid::nil()), fact: work, ..said });
        }
        let mut told = plan_records(&facts, now.timestamp());
        if matches!(happened, ItHurt) {
            told.push(it_hurt());
        }
        let mut here = Here::new(revision(PLAN).unwrap(), now, &zone).knowing(&known, &told);
        if matches!(happened, Shown) {
            let (plan, day) = (key.plan.clone(), Day(monday()));
            let round = RoundId::new(place).unwrap();
            let shown = Evidence { plan, round, day, kind: EvidenceKind::Shown, at: now };
            here.having_seen(vec![shown], &[]);
        }
        if matches!(happened, TakenInLate) {
            here.known_since("2026-11-18T08:00:00Z".parse().unwrap());
        }
        if matches!(happened, RedFlag) {
            here.stop();
        }
        let agenda = here.agenda(monday());
        let found = agenda.items().find(|item| item.bout == key).unwrap();
        assert_eq!(name(found.state), state, "{line} {place} at {now}");
        reached.insert(state);
    }
    assert_eq!(reached.len(), STATES);
}
