//! How much of a bout was done.

use backwise_core::record::{EnteredBy, EntryFact, Outcome, PartCount};

use super::*;
use crate::StoreError;

#[test]
fn a_part_keeps_its_number_through_corrections() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let part = |minutes: Option<u32>, counted| {
        let (sets, repetitions, reason) = (None, None, None);
        let seconds = minutes.map(|minutes| minutes * 60);
        Outcome::Partly { sets, repetitions, seconds, counted, reason }
    };
    let said = [
        part(Some(12), None),
        part(Some(15), None),
        part(None, Some(PartCount::Breaths(5))),
        part(None, Some(PartCount::Steps(1_200))),
        part(None, Some(PartCount::Metres(0))),
    ];
    let morning = bout("bridge", "morning", TODAY);
    let first = journal.record_bout(&morning, &said[0], None, EnteredBy::Person).unwrap().record;
    for said in &said[1..] {
        journal.correct_bout(first, said, None, EnteredBy::Person).unwrap();
    }
    let entries = open(folder.path(), MORNING).history(&morning).unwrap();
    let kept: Vec<_> = entries.into_iter().map(|entry| entry.fact).collect();
    assert_eq!(kept, said.map(|outcome| EntryFact::Became { outcome, note: None }));
    for (too_much, where_it_is) in [
        (part(Some(1441), None), "seconds"),
        (part(None, Some(PartCount::Steps(1_000_001))), "the number"),
    ] {
        let refused = journal.correct_bout(first, &too_much, None, EnteredBy::Person);
        let Err(StoreError::OutOfRange { what, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!(what, where_it_is);
    }
}
