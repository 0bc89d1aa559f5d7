//! What must not change the answer does not change it.

use backwise_core::catalogue::Catalogue;
use backwise_core::ids::RecordId;
use backwise_core::plan::{PlanFile, read, write};
use backwise_core::record::{BoutKey, EnteredBy, Outcome, SkipReason};
use backwise_core::schedule::Agenda;
use backwise_core::time::{Day, ZoneDatabase};
use backwise_store::Journal;
use backwise_store::clock::Clock;
use proptest::prelude::*;

const SHEET: &str = include_str!("../../exercises/plans/examples/weeks-3-to-6.backwise");
const NAME: &str = "weeks-3-to-6.backwise";

fn journal(folder: &tempfile::TempDir, now: &str) -> Journal {
    let zone = ZoneDatabase::of_this_machine().zone("Europe/Berlin").unwrap();
    Journal::open(folder.path(), Clock::fixed(Some(now.parse().unwrap()), Some(zone))).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The agendas of the plan's days before `today`, without the names of records, which are random.
fn earlier_days(journal: &Journal, today: &str) -> Vec<Agenda> {
    let mut agendas: Vec<Agenda> = day("2026-11-16")
        .through(day(today).plus(-1))
        .filter_map(|day| journal.agenda(day).unwrap())
        .collect();
    for agenda in &mut agendas {
        let rounds = agenda.rounds.iter_mut().flat_map(|round| &mut round.items);
        rounds
            .chain(&mut agenda.any_time)
            .for_each(|item| item.record = item.record.map(|_| RecordId(uuid::Uuid::nil())));
    }
    agendas
}

fn outcome(kind: u8) -> Outcome {
    match kind {
        0 => Outcome::Done,
        1 => Outcome::Partly {
            sets: Some(1),
            repetitions: Some(3),
            seconds: None,
            counted: None,
            reason: None,
        },
        2 => Outcome::Skipped { reason: SkipReason::Tired },
        _ => Outcome::SaidNotDone,
    }
}

/// A folder with the example plan taken in on its first morning, and every bout of its first days.
fn person() -> (tempfile::TempDir, Vec<BoutKey>) {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(&folder, "2026-11-16T06:00:00Z");
    journal.import_plan(SHEET.as_bytes(), NAME, true).unwrap();
    let days = day("2026-11-16").through(day("2026-11-22"));
    let agendas: Vec<Agenda> = days.filter_map(|day| journal.agenda(day).unwrap()).collect();
    let bouts = agendas.iter().flat_map(Agenda::items).map(|item| item.bout.clone()).collect();
    (folder, bouts)
}

fn enter(journal: &mut Journal, bouts: &[BoutKey], picks: &[(usize, u8)]) {
    for (pick, kind) in picks {
        let bout = &bouts[pick % bouts.len()];
        journal.record_bout(bout, &outcome(*kind), None, EnteredBy::Person).unwrap();
    }
}

fn picks() -> impl Strategy<Value = Vec<(usize, u8)>> {
    proptest::collection::vec((0_usize..1000, 0_u8..4), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entries_changes_no_day(picks in picks(), turn in 0_usize..25) {
        let (one, bouts) = person();
        // At most one entry a bout: which of two stands does depend on which came first.
        let mut picks = picks;
        picks.sort_by_key(|(pick, _)| pick % bouts.len());
        picks.dedup_by_key(|(pick, _)| *pick % bouts.len());
        enter(&mut journal(&one, "2026-11-23T09:00:00Z"), &bouts, &picks);
        let (other, _) = person();
        let turn = turn % picks.len();
        picks.rotate_left(turn);
        picks.reverse();
        enter(&mut journal(&other, "2026-11-23T09:00:00Z"), &bouts, &picks);
        let days = |folder| earlier_days(&journal(folder, "2026-11-23T10:00:00Z"), "2026-11-23");
        prop_assert_eq!(days(&one), days(&other));
    }

    #[test]
    fn a_later_revision_and_a_moved_slot_change_no_earlier_day(picks in picks(), hour in 5_u16..10, dropped in 0_usize..6) {
        let (folder, bouts) = person();
        enter(&mut journal(&folder, "2026-11-20T09:00:00Z"), &bouts, &picks[..picks.len() / 2]
            .iter().copied().filter(|(pick, _)| bouts[pick % bouts.len()].day <= day("2026-11-20")).collect::<Vec<_>>());
        let before = earlier_days(&journal(&folder, "2026-11-21T09:00:00Z"), "2026-11-21");

        let mut revision = read(SHEET, NAME, backwise_core::catalogue::embedded()).unwrap();
        revision.number += 1;
        revision.rounds[0].at = backwise_core::time::WallTime::new(hour, 45);
        // What names lines goes with them.
        revision.bad_day = None;
        revision.lines.remove(dropped);
        revision.lines[0].dose.repetitions = Some(3);
        journal(&folder, "2026-11-21T09:00:00Z").import_plan(write(&revision).as_bytes(), NAME, true).unwrap();
        prop_assert_eq!(earlier_days(&journal(&folder, "2026-11-21T09:00:00Z"), "2026-11-21"), before);
    }
}

#[test]
fn a_plan_that_was_taken_in_needs_no_catalogue() {
    let revision = read(SHEET, NAME, backwise_core::catalogue::embedded()).unwrap();
    let kept = PlanFile::open(write(&revision).as_bytes(), NAME, &Catalogue::default());
    assert_eq!(kept.problems, []);
    assert_eq!(
        kept.revision,
        Some(revision),
        "title, flags and tempo stand in the revision itself"
    );
}
