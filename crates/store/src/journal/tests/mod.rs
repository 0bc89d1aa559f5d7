//! The journal on real files, with a clock that stands still.

mod all_stopped;
mod chosen_days;
mod closing;
mod draft_days;
mod draft_rebase;
mod drafts;
mod entering;
mod example_ticks;
mod from_now;
mod how_it_was;
mod hurt;
mod hurt_later;
mod hurt_scores;
mod keeping;
mod looking_back;
mod measures;
mod not_added;
mod opening;
mod parts;
mod person;
mod plan_facts;
mod plans;
mod records;
mod reminders;
mod said;
mod sessions;
mod signs;
mod taken_back;
mod under_way;
mod visits;
mod watching;
mod zones;

use std::path::Path;

use backwise_core::ids::{LineId, PlanId, RecordId, RoundId};
use backwise_core::record::{BoutKey, BoutPlace, EnteredBy, Outcome};
use backwise_core::reminder::ReminderKey;
use backwise_core::schedule::State;
use backwise_core::time::{Day, ZoneDatabase};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::clock::Clock;
use crate::folder::DATABASE;
use crate::{Journal, StoreError};

/// 9:03 in the morning of Wednesday 18 November 2026 in Berlin: the morning round is due.
const MORNING: &str = "2026-11-18T08:03:00Z";
const TODAY: &str = "2026-11-18";

fn clock(now: &str) -> Clock {
    let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
    Clock::fixed(Some(now.parse().unwrap()), Some(zone))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A sheet with rounds at 8, 14 and 20 o'clock and a walk at any time.
fn sheet(plan: &str, revision: u32, starts: &str) -> String {
    format!(
        r#"
format = 1
plan = "{plan}"
revision = {revision}
title = "Ward sheet"
starts = {starts}

[surgery]
date = 2026-11-02
fusion = "no"

[[round]]
id = "morning"
title = "Morning"
at = "08:00"

[[round]]
id = "noon"
title = "Noon"
at = "14:00"

[[round]]
id = "evening"
title = "Evening"
at = "20:00"

[[line]]
id = "bridge"
as_written = "Bridge, 10 times"
exercise = "bridge"
repetitions = 10
side = "both"
days = "every day"
rounds = ["morning", "noon", "evening"]

[[line]]
id = "heel-slide"
as_written = "Slide each heel, 10 times"
exercise = "heel-slide"
repetitions = 10
side = "each"
days = "every day"
rounds = ["morning", "evening"]

[[line]]
id = "walk"
as_written = "Walk twice a day, 10 minutes"
exercise = "walk-level"
minutes = 10
side = "both"
days = "every day"
times_a_day = 2
"#
    )
}

fn open(folder: &Path, now: &str) -> Journal {
    Journal::open(folder, clock(now)).unwrap()
}

/// A folder with the ward sheet, taken in on the evening before it starts.
fn folder_with_plan() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    journal.import_plan(sheet("ward", 1, "2026-11-16").as_bytes(), "ward.backwise", true).unwrap();
    folder
}

fn bout(line: &str, round: &str, on: &str) -> BoutKey {
    BoutKey {
        plan: PlanId::new("ward").unwrap(),
        line: LineId::new(line).unwrap(),
        day: day(on),
        place: BoutPlace::Round(RoundId::new(round).unwrap()),
    }
}

fn key(round: &str, on: &str) -> ReminderKey {
    ReminderKey {
        plan: PlanId::new("ward").unwrap(),
        round: RoundId::new(round).unwrap(),
        day: day(on),
    }
}

fn done(journal: &mut Journal, line: &str, round: &str, on: &str) -> crate::views::Recorded {
    journal.record_bout(&bout(line, round, on), &Outcome::Done, None, EnteredBy::Person).unwrap()
}

/// "Done" on a reminder that spoke of all that the round has.
fn finish(journal: &mut Journal, round: &str, on: &str) -> Result<u32, StoreError> {
    let agenda = journal.agenda(day(on)).unwrap();
    let rounds = agenda.into_iter().flat_map(|agenda| agenda.rounds);
    let named: Vec<_> = rounds
        .filter(|known| known.round.as_str() == round)
        .flat_map(|round| round.items)
        .map(|item| item.bout)
        .collect();
    journal.finish_round(&key(round, on), &named)
}

/// The states of the rounds of a day: round by round, in the sheet's order.
fn states(journal: &Journal, on: &str) -> Vec<State> {
    let agenda = journal.agenda(day(on)).unwrap().unwrap();
    agenda.rounds.iter().flat_map(|round| &round.items).map(|item| item.state).collect()
}

/// The file without the journal around it, as another program would open it.
fn raw(folder: &Path) -> Connection {
    Connection::open(folder.join(DATABASE)).unwrap()
}
