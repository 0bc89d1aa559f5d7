//! A set or a walk in the middle of which the program is killed.

use backwise_core::ids::RoundId;
use backwise_core::record::{BodySide, BoutKey, EnteredBy, Fact, Record};
use backwise_core::session::Witnessed;

use super::{MORNING, TODAY, bout, folder_with_plan, open};
use crate::Journal;
use crate::rows::records;
use crate::views::SessionOf;

fn morning() -> SessionOf {
    SessionOf { round: RoundId::new("morning"), ..SessionOf::default() }
}

fn seen(bout: &BoutKey, set: u16, repetitions: u16, seconds: u32) -> Witnessed {
    let (bout, side) = (bout.clone(), BodySide::Both);
    Witnessed::Work { bout, set, side, repetitions, seconds }
}

/// The work on record, with who entered it and when.
fn work(journal: &Journal) -> Vec<(u16, u16, u32, String, EnteredBy)> {
    let day = TODAY.parse().unwrap();
    let all = records::between(&journal.connection, day, day).unwrap();
    let of = |record: Record| match record.fact {
        Fact::Work { set, repetitions, seconds, .. } => {
            Some((set, repetitions, seconds, record.at.to_rfc3339(), record.by))
        }
        _ => None,
    };
    all.into_iter().filter_map(of).collect()
}

const AT: &str = "2026-11-18T08:03:00+00:00";

#[test]
fn what_was_counted_of_a_set_is_recorded_once_by_the_next_start_as_of_when_it_was_seen() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.set_entered_by(EnteredBy::Helper).unwrap();
    let begun = journal.begin_session(&morning()).unwrap();
    for repetitions in 1..=3 {
        journal.keep_under_way(&seen(&begun[0].bout, 1, repetitions, 0)).unwrap();
    }
    assert_eq!(work(&journal), [], "a set is recorded whole");
    // The program is gone, and nothing was tidied up.
    drop(journal);
    let mut later = open(folder.path(), "2026-11-18T08:20:00Z");
    later.record_what_was_under_way().unwrap();
    later.record_what_was_under_way().unwrap();
    assert_eq!(work(&later), [(1, 3, 0, AT.to_owned(), EnteredBy::Helper)]);
    assert_eq!(later.session_cut_off().unwrap().items[0].seen.repetitions, 3);
}

#[test]
fn what_was_kept_of_a_set_is_recorded_with_the_set_and_not_beside_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let first = journal.begin_session(&morning()).unwrap()[0].bout.clone();
    journal.keep_under_way(&seen(&first, 1, 9, 0)).unwrap();
    journal.record_work(&first, 1, BodySide::Both, 10, 0).unwrap();
    journal.keep_under_way(&seen(&first, 2, 4, 0)).unwrap();
    journal.nothing_under_way().unwrap();
    drop(journal);
    let mut later = open(folder.path(), MORNING);
    later.record_what_was_under_way().unwrap();
    assert_eq!(work(&later), [(1, 10, 0, AT.to_owned(), EnteredBy::Person)]);
}

#[test]
fn another_round_that_is_begun_first_loses_none_of_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let first = journal.begin_session(&morning()).unwrap()[0].bout.clone();
    journal.keep_under_way(&seen(&first, 1, 9, 0)).unwrap();
    drop(journal);
    let mut later = open(folder.path(), "2026-11-19T08:20:00Z");
    later.begin_session(&morning()).unwrap();
    assert_eq!(work(&later), [(1, 9, 0, AT.to_owned(), EnteredBy::Person)]);
}

#[test]
fn seconds_of_a_walk_wake_nobody_and_do_not_wait_for_the_disk_and_all_else_does() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let synchronous = |journal: &Journal| -> i64 {
        journal.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    };
    let tells = folder.path().join(crate::folder::CHANGED);
    let was_told = || std::fs::read_to_string(&tells).unwrap() != "nothing";
    let first = journal.begin_session(&morning()).unwrap()[0].bout.clone();
    std::fs::write(&tells, "nothing").unwrap();
    journal.keep_under_way(&seen(&first, 1, 0, 5)).unwrap();
    assert_eq!((synchronous(&journal), was_told()), (1, false));
    assert!(journal.keep_under_way(&seen(&first, 0, 0, 5)).is_err(), "no such set");
    journal.keep_under_way(&seen(&first, 1, 1, 0)).unwrap();
    assert_eq!((synchronous(&journal), was_told()), (2, false));
    journal.keep_under_way(&seen(&first, 1, 0, 10)).unwrap();
    journal.record_work(&bout("bridge", "morning", TODAY), 1, BodySide::Both, 10, 0).unwrap();
    assert_eq!((synchronous(&journal), was_told()), (2, true));
}
