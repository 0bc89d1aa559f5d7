//! Of two states whose causes hold at once the one that stands first in the list holds, pair by pair.

use std::collections::BTreeSet;

use backwise_core::ids::{RecordId, RoundId};
use backwise_core::record::{
    BodySide, Entered, EnteredBy, Evidence, EvidenceKind, Fact, Hurt, HurtPlace, PainMoment,
    PlanFact, PlanRecord, Record,
};
use backwise_core::schedule::{Agenda, NotAsked};
use backwise_core::time::{Instant, Zone, ZoneDatabase};
use chrono::NaiveDate;
use uuid::Uuid;

use super::facts::{Facts, Pause, Said, Told};
use super::here::{Here, revision};
use super::people::{bout, plan_records, records};
use super::states::name;

/// The list, first match first. What waits has no bout: its line stands in words.
const ORDER: [&str; 14] = [
    "in progress",
    "done",
    "partly",
    "skipped",
    "said not done",
    "stopped by red flag",
    "withheld",
    "paused",
    "not yet",
    "not required",
    "upcoming or due",
    "not reminded",
    "no entry",
    "unknown",
];

/// Bridges in the morning and the evening, at least four hours apart and not begun after nine.
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

[bad_day]
as_written = "Bad day? Walk, and that is enough."
minimum = [{ line = "walk", bouts = 1 }]

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
id = "walk"
as_written = "Walk 5 minutes"
exercise = "walk-level"
minutes = 5
days = "every day"
times_a_day = 1

[[line]]
id = "bridge"
as_written = "Bridge 8"
exercise = "bridge"
repetitions = 8
days = "every day"
rounds = ["morning", "evening"]
"#;

/// Why a state is as it is. The bout is the bridge of the evening of 16 November, from 18:00 to 21:00 in Berlin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Because {
    /// A session saw some of it.
    Work,
    Answer(Told),
    /// A warning sign came, and nobody has spoken.
    Sign,
    /// The bridge hurt in the morning, more than the plan accepts.
    Hurt,
    /// In the morning the pain moved down the leg.
    Spreading,
    Pause,
    /// The sheet lets it wait for an OK.
    WaitsForOk,
    /// A limit of the sheet forbids it.
    Limit,
    BadDay,
    /// The morning's bridge was done half an hour before it.
    Gap,
    /// It is noon.
    Before,
    /// It is seven in the evening.
    Open,
    /// It is the next day, and nothing ran.
    Untold,
    /// It is the next day, and its reminder was shown.
    Told,
    /// It is the next day, and the plan was taken in on that day.
    NewHere,
}

use Because::{
    Answer, BadDay, Before, Gap, Hurt as ItHurt, Limit, NewHere, Open, Pause as InPause, Sign,
    Spreading, Told as WasTold, Untold, WaitsForOk, Work,
};

/// Each state with what makes it so.
const CAUSES: [(&str, Because); 19] = [
    ("in progress", Work),
    ("done", Answer(Told::Done)),
    ("partly", Answer(Told::Partly)),
    ("skipped", Answer(Told::Skipped)),
    ("said not done", Answer(Told::NotDone)),
    ("stopped by red flag", Sign),
    ("withheld", ItHurt),
    ("withheld", Spreading),
    ("paused", InPause),
    ("not yet", WaitsForOk),
    ("not yet", Limit),
    ("not required", BadDay),
    ("not required", Gap),
    ("upcoming or due", Before),
    ("upcoming or due", Open),
    ("not reminded", Untold),
    ("no entry", WasTold),
    ("unknown", NewHere),
    ("partly", Work),
];

/// States that never hold at once, and why.
const APART: [(&[&str], &[&str], &str); 8] = [
    (
        &["in progress"],
        &["done", "partly", "skipped", "said not done"],
        "what is in progress is what nobody has answered",
    ),
    (
        &["done", "partly", "skipped", "said not done"],
        &["done", "partly", "skipped", "said not done"],
        "a bout has one answer: the first that was recorded",
    ),
    (
        &["in progress"],
        &["not reminded", "no entry", "unknown"],
        "what was begun is in progress while its window is open, and partly done after it",
    ),
    (
        &["upcoming or due", "not reminded", "no entry", "unknown"],
        &["upcoming or due", "not reminded", "no entry", "unknown"],
        "a window is ahead, open, or over; one that is over was told of, was not, or lies before us",
    ),
    (
        &["stopped by red flag", "withheld"],
        &["unknown"],
        "who says that something is wrong has us, and a stop reaches no window that was over by then",
    ),
    (
        &["in progress", "stopped by red flag", "withheld", "paused"],
        &["not yet"],
        "a line that waits has no window: both are told, each for itself, and what was begun is some of it",
    ),
    (
        &["in progress"],
        &["withheld"],
        "what is stopped is not gone on with: what was done of it stays",
    ),
    (
        &["in progress"],
        &["upcoming or due"],
        "what is ahead or open is in progress once it was begun",
    ),
];

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn at(time: &str) -> Instant {
    time.parse().unwrap()
}

/// Said of the bridge on the 16th.
fn said(place: &str, told: Told, when: &str) -> Said {
    let (line, place) = ("bridge".to_owned(), place.to_owned());
    Said { line, place, day: monday(), told, at: at(when).timestamp(), live: true }
}

fn hurt(score: Option<u8>, spreading: bool) -> PlanRecord {
    let bout = bout("bridge", "morning", monday());
    let hurt = Hurt {
        line: Some(bout.line),
        bout: Some(bout.place),
        place: HurtPlace::Leg,
        score,
        when: PainMoment::During,
        spreading,
        usual: None,
    };
    PlanRecord {
        id: RecordId(Uuid::nil()),
        at: at("2026-11-16T08:00:00Z"),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact: PlanFact::Hurt { plan: bout.plan, revision: 1, day: bout.day, hurt },
    }
}

/// The sheet, as what holds has it.
fn sheet(holds: &[Because]) -> String {
    let mut text = PLAN.to_owned();
    if holds.contains(&WaitsForOk) {
        text.push_str("clearance = \"nurse\"\n");
    }
    if holds.contains(&Limit) {
        text.push_str("flags = [\"supine\", \"rotation\"]\n");
        text.push_str("\n[[precaution]]\nas_written = \"No twisting\"\nkinds = [\"twisting\"]\n");
        text.push_str("until_told_otherwise = true\n");
    }
    if holds.contains(&WaitsForOk) {
        text.push_str("\n[[clearance]]\nid = \"nurse\"\nas_written = \"If the nurse agrees\"\n");
    }
    text
}

/// What the evening's bridge is at `now` when all of that holds.
fn is(holds: &[Because], now: Instant, zone: &Zone) -> &'static str {
    let mut facts = Facts::default();
    let (mut told, mut work) = (Vec::new(), Vec::new());
    let key = bout("bridge", "evening", monday());
    for because in holds {
        match because {
            Answer(told) => facts.said.push(said("evening", *told, "2026-11-16T17:55:00Z")),
            Gap => facts.said.push(said("morning", Told::Done, "2026-11-16T16:30:00Z")),
            InPause => {
                facts.pauses.push(Pause { from: monday(), through: None, entered: monday() });
            }
            BadDay => facts.bad_days.push(monday()),
            ItHurt => told.push(hurt(Some(6), false)),
            Spreading => told.push(hurt(None, true)),
            Work => {
                let (set, side) = (1, BodySide::Both);
                let seen = Fact::Work { bout: key.clone(), set, side, repetitions: 3, seconds: 9 };
                work.push(seen);
            }
            Sign | WaitsForOk | Limit | Before | Open | Untold | WasTold | NewHere => {}
        }
    }
    let mut known = records(&facts);
    known.extend(work.into_iter().map(|fact| Record {
        id: RecordId(Uuid::nil()),
        at: at("2026-11-16T17:45:00Z"),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }));
    told.extend(plan_records(&facts, at("2026-11-16T07:00:00Z").timestamp()));
    let mut here = Here::new(revision(&sheet(holds)).unwrap(), now, zone).knowing(&known, &told);
    if holds.contains(&WasTold) {
        let (plan, round) = (key.plan.clone(), RoundId::new("evening").unwrap());
        let kind = EvidenceKind::Shown;
        let shown = Evidence { plan, round, day: key.day, kind, at: at("2026-11-16T17:00:00Z") };
        here.having_seen(vec![shown], &[]);
    }
    if holds.contains(&NewHere) {
        here.known_since(at("2026-11-17T06:00:00Z"));
    }
    if holds.contains(&Sign) {
        here.stop();
    }
    shown(&here.agenda(monday()))
}

/// How the agenda shows the evening's bridge.
fn shown(agenda: &Agenda) -> &'static str {
    let key = bout("bridge", "evening", monday());
    let found = agenda.items().chain(&agenda.extras).find(|item| item.bout == key);
    let waits = |why: NotAsked| matches!(why, NotAsked::WaitsForOk | NotAsked::Limit);
    match found.map(|item| name(item.state)) {
        Some("upcoming" | "due") => "upcoming or due",
        Some(state) => state,
        None if agenda.in_words.iter().any(|said| said.line == key.line && waits(said.why)) => {
            "not yet"
        }
        None => "nothing",
    }
}

/// When what makes it so can be looked at: at noon, at seven in the evening, and on the next day.
fn times(because: Because) -> &'static [&'static str] {
    match because {
        Before => &["2026-11-16T11:00:00Z"],
        Open => &["2026-11-16T18:00:00Z"],
        Untold | WasTold | NewHere => &["2026-11-17T11:00:00Z"],
        _ => &["2026-11-16T11:00:00Z", "2026-11-16T18:00:00Z", "2026-11-17T11:00:00Z"],
    }
}

/// Why the two never hold at once, if so.
fn apart(first: &str, second: &str) -> Option<&'static str> {
    let are = |(some, others, _): &&(&[&str], &[&str], &str)| {
        some.contains(&first) && others.contains(&second)
    };
    APART.iter().find(are).map(|(.., why)| *why)
}

#[test]
fn of_two_states_that_meet_the_first_holds() {
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    let mut met = BTreeSet::new();
    let mut wrong = Vec::new();
    let rank = |state: &str| ORDER.iter().position(|known| *known == state).unwrap();
    for (first, because) in CAUSES {
        for (second, beside) in CAUSES {
            if rank(first) >= rank(second) || because == beside {
                continue;
            }
            for now in times(because).iter().filter(|now| times(beside).contains(now)) {
                let seen = |holds: &[Because]| is(holds, at(now), &zone);
                // Each holds by itself, or the two do not meet then.
                if seen(&[because]) != first || seen(&[beside]) != second {
                    continue;
                }
                let both = seen(&[because, beside]);
                match apart(first, second) {
                    Some(_) => {}
                    None if both == first => {
                        met.insert((first, second));
                    }
                    None => wrong.push(format!(
                        "{because:?} and {beside:?} at {now}: {both}, not {first} before {second}"
                    )),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut never = Vec::new();
    for (nth, first) in ORDER.iter().enumerate() {
        for second in &ORDER[nth + 1..] {
            if apart(first, second).is_some() == met.contains(&(*first, *second)) {
                never.push(format!("{first} and {second}"));
            }
        }
    }
    assert!(never.is_empty(), "no day has both of\n{}", never.join("\n"));
}
