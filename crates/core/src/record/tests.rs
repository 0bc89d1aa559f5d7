use proptest::prelude::*;

use super::{Fact, Outcome, Record, SkipReason, settle};
use crate::samples::{bout, closed, record};

fn done() -> Record {
    record(
        1,
        "2026-11-18T07:30:00Z",
        closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done),
    )
}

fn correction(id: u128, at: &str, of: &Record, fact: Fact) -> Record {
    Record { corrects: Some(of.id), ..record(id, at, fact) }
}

fn outcome(records: &[Record]) -> Option<Outcome> {
    let bout = bout("bridge", "morning", "2026-11-18");
    settle(records)
        .bouts
        .get(&bout)
        .and_then(|known| known.closed.clone())
        .map(|(_, outcome)| outcome)
}

#[test]
fn the_last_correction_stands_and_a_withdrawn_record_does_not() {
    let skipped =
        |reason| closed(bout("bridge", "morning", "2026-11-18"), Outcome::Skipped { reason });
    let first = done();
    let second = correction(2, "2026-11-18T08:00:00Z", &first, skipped(SkipReason::Tired));
    let third = correction(3, "2026-11-18T09:00:00Z", &second, skipped(SkipReason::Pain));
    assert_eq!(outcome(std::slice::from_ref(&first)), Some(Outcome::Done));
    let all = [first.clone(), second.clone(), third.clone()];
    assert_eq!(outcome(&all), Some(Outcome::Skipped { reason: SkipReason::Pain }));
    assert!(settle(&all).bouts.iter().all(|(_, known)| known.corrected));
    let fourth = correction(4, "2026-11-18T10:00:00Z", &third, Fact::Withdrawn);
    assert_eq!(outcome(&[first, second, third, fourth]), None);
}

#[test]
fn of_two_records_of_one_bout_the_first_stands() {
    let first = done();
    let mut second = done();
    second.id = crate::ids::RecordId(uuid::Uuid::from_u128(9));
    second.at += chrono::TimeDelta::minutes(1);
    second.fact = closed(bout("bridge", "morning", "2026-11-18"), Outcome::SaidNotDone);
    assert_eq!(outcome(&[second, first]), Some(Outcome::Done));
}

#[test]
fn a_ring_of_corrections_does_not_hang() {
    let mut first = done();
    let second = correction(2, "2026-11-18T08:00:00Z", &first, Fact::Withdrawn);
    first.corrects = Some(second.id);
    assert_eq!(outcome(&[first, second]), None);
}

proptest! {
    #[test]
    fn the_order_of_records_does_not_matter(
        picks in proptest::collection::vec((0_usize..4, 0_usize..12, 0_i64..40, 0_u8..5), 1..12),
        seed in any::<usize>(),
    ) {
        let mut records: Vec<Record> = Vec::new();
        for (n, (line, corrects, minute, kind)) in picks.iter().enumerate() {
            let bout = bout(["a", "b", "c", "d"][*line], "morning", "2026-11-18");
            let fact = match kind {
                0 => Fact::Withdrawn,
                1 => Fact::Work { bout, set: 1, side: super::BodySide::Both, repetitions: 1, seconds: 5 },
                2 => closed(bout, Outcome::Done),
                3 => closed(bout, Outcome::SaidNotDone),
                _ => closed(bout, Outcome::Partly { sets: Some(1), repetitions: None, seconds: None, counted: None, reason: None }),
            };
            let mut new = record(n as u128 + 1, "2026-11-18T08:00:00Z", fact);
            new.at += chrono::TimeDelta::minutes(*minute);
            new.corrects = records.get(*corrects).map(|earlier| earlier.id);
            records.push(new);
        }
        let straight = settle(&records);
        let mut shuffled = records.clone();
        let len = shuffled.len();
        for n in 0..len {
            shuffled.swap(n, seed.wrapping_mul(n + 7) % len);
        }
        prop_assert_eq!(settle(&shuffled), straight);
    }
}

#[test]
fn the_history_of_a_bout_has_every_entry_in_the_order_in_which_they_were_made() {
    use super::{EntryFact, history};
    let first = done();
    let other = record(
        20,
        "2026-11-18T07:40:00Z",
        closed(bout("bridge", "noon", "2026-11-18"), Outcome::Done),
    );
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    let bridge = bout("bridge", "morning", "2026-11-18");
    let second =
        correction(2, "2026-11-18T08:00:00Z", &first, closed(bridge.clone(), skipped.clone()));
    let third = correction(3, "2026-11-18T09:00:00Z", &second, Fact::Withdrawn);
    let again = record(4, "2026-11-19T09:00:00Z", closed(bridge.clone(), Outcome::SaidNotDone));
    let taken_back_too = correction(21, "2026-11-18T09:00:00Z", &other, Fact::Withdrawn);
    let mut all = vec![again, taken_back_too, third, other, second, first];
    let became = |outcome| EntryFact::Became { outcome, note: None };
    let wanted = [
        (became(Outcome::Done), false),
        (became(skipped), true),
        (EntryFact::TakenBack, true),
        (became(Outcome::SaidNotDone), false),
    ];
    for _ in 0..all.len() {
        all.rotate_left(1);
        let found = history(&all, &bridge);
        let found: Vec<_> =
            found.into_iter().map(|entry| (entry.fact, entry.is_correction)).collect();
        assert_eq!(found, wanted);
    }
}
