//! What people live through, day by day: the use cases of the journal with a clock and a zone that a script
//! sets, on one folder that is opened anew each time.
//!
//! What a day says of a bout that nobody answered is *no entry* where the person was told of it, and *not
//! reminded* where nothing of ours ran.

mod away;
mod days;
mod entries;
mod growth;
mod hurts;
mod plan;
mod put_off;
mod reminders;
mod sessions;
mod sheet;
mod signs;

use backwise_core::ids::{LineId, PlanId, RoundId};
use backwise_core::record::{BoutKey, BoutPlace, EnteredBy, Outcome};
use backwise_core::reminder::{ReminderKey, Why};
use backwise_core::report::Figures;
use backwise_core::schedule::{Agenda, State};
use backwise_core::time::{Day, ZoneDatabase};
use backwise_store::Journal;
use backwise_store::clock::Clock;
use backwise_store::views::Recorded;
use tempfile::TempDir;

/// A person with a folder of their own.
struct Person {
    folder: TempDir,
    /// Where they are.
    zone: &'static str,
}

impl Person {
    /// Somebody in Berlin who took the sheet in on the evening before it begins, and wants reminders.
    fn with(sheet: &str) -> Self {
        Self::from(sheet, "2026-11-15T18:00:00+01:00")
    }

    /// The same, having taken the sheet in at `now`.
    fn from(sheet: &str, now: &str) -> Self {
        let person = Self { folder: tempfile::tempdir().unwrap(), zone: "Europe/Berlin" };
        let mut journal = person.at(now);
        journal.import_plan(sheet.as_bytes(), "sheet.backwise", true).unwrap();
        journal.app_opened().unwrap();
        journal.set_reminders(true).unwrap();
        person
    }

    /// The journal at the moment `now`, opened anew.
    fn at(&self, now: &str) -> Journal {
        let zone = ZoneDatabase::of_this_machine().zone(self.zone).unwrap();
        let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
        Journal::open(self.folder.path(), clock).unwrap()
    }

    /// What the resident shows when it wakes at `now`: the rounds that its one popup speaks for. It writes down
    /// what it saw, claims what it shows, and takes away what is no longer needed.
    fn wakes(&self, now: &str) -> Vec<(String, Why)> {
        let mut journal = self.at(now);
        journal.note_zone().unwrap();
        let planned = journal.plan_reminders().unwrap();
        for seen in planned.seen {
            journal.saw(&seen.key, seen.kind).unwrap();
        }
        for key in planned.close {
            journal.close_reminder(&key).unwrap();
        }
        let mut shown = Vec::new();
        for reminder in planned.show {
            if journal.claim_reminder(&reminder.key).unwrap() {
                journal.reminder_shown(&reminder.key).unwrap();
                shown.push((reminder.key.round.to_string(), reminder.why));
            }
        }
        shown
    }

    /// The reminders that lie ahead at `now`, of so many days: day, round, time on the wall.
    fn coming(&self, now: &str, days: u32) -> Vec<String> {
        let coming = self.at(now).coming_reminders(None, days).unwrap();
        coming.iter().map(|one| format!("{} {} {}", one.key.day, one.key.round, one.at)).collect()
    }

    /// The day `on`, as it is at `now`.
    fn day(&self, now: &str, on: &str) -> Agenda {
        self.at(now).agenda(day(on)).unwrap().unwrap()
    }

    /// What became of each bout of `round` on the day `on`, in the order of the sheet.
    fn states(&self, now: &str, on: &str, round: &str) -> Vec<State> {
        let agenda = self.day(now, on);
        let round = agenda.rounds.iter().find(|known| known.round.as_str() == round).unwrap();
        round.items.iter().map(|item| item.state).collect()
    }

    /// The state that all bouts of the day `on` have.
    fn state_of_all(&self, now: &str, on: &str) -> State {
        let agenda = self.day(now, on);
        let first = agenda.items().next().unwrap().state;
        assert!(agenda.items().all(|item| item.state == first), "{agenda:#?}");
        first
    }

    /// Records at `now` what became of a bout.
    fn records(&self, now: &str, bout: &BoutKey, outcome: &Outcome) -> Recorded {
        self.at(now).record_bout(bout, outcome, None, EnteredBy::Person).unwrap()
    }

    /// "Done" at `now` on a reminder that speaks for all of a round.
    fn finishes(&self, now: &str, round: &str, on: &str) -> u32 {
        finish(&mut self.at(now), round, on)
    }

    /// The figures from `from` through `through`, as they are at `now`.
    fn figures(&self, now: &str, from: &str, through: &str) -> Figures {
        self.at(now).report(day(from), day(through)).unwrap().unwrap().total
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn bout(line: &str, round: &str, on: &str) -> BoutKey {
    BoutKey {
        plan: PlanId::new(sheet::PLAN).unwrap(),
        line: LineId::new(line).unwrap(),
        day: day(on),
        place: BoutPlace::Round(RoundId::new(round).unwrap()),
    }
}

fn key(round: &str, on: &str) -> ReminderKey {
    ReminderKey {
        plan: PlanId::new(sheet::PLAN).unwrap(),
        round: RoundId::new(round).unwrap(),
        day: day(on),
    }
}

/// "Done" on a reminder that speaks for all of a round.
fn finish(journal: &mut Journal, round: &str, on: &str) -> u32 {
    let agenda = journal.agenda(day(on)).unwrap().unwrap();
    let asked = agenda.rounds.iter().find(|known| known.round.as_str() == round).unwrap();
    let named: Vec<BoutKey> = asked.items.iter().map(|item| item.bout.clone()).collect();
    journal.finish_round(&key(round, on), &named).unwrap()
}
