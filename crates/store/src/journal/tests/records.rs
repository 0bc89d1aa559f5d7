use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::record::{
    BodySide, BoutKey, BoutPlace, EnteredBy, EntryFact, Fact, Outcome, PainPlace, Record,
    SkipReason,
};
use backwise_core::schedule::State;
use proptest::prelude::*;

use super::{MORNING, TODAY, bout, day, done, finish, folder_with_plan, open, states};
use crate::StoreError;
use crate::rows::records;

const SKIPPED: Outcome = Outcome::Skipped { reason: SkipReason::Tired };

#[test]
fn a_second_done_is_answered_already_recorded() {
    let folder = folder_with_plan();
    let mut window = open(folder.path(), MORNING);
    let mut resident = open(folder.path(), MORNING);
    let first = done(&mut window, "bridge", "morning", TODAY);
    assert!(!first.already);
    let second = done(&mut resident, "bridge", "morning", TODAY);
    assert!(second.already);
    assert_eq!(second.record, first.record);
    assert_eq!(window.data_place().unwrap().records, 1);
}

#[test]
fn a_correction_stands_and_the_original_stays() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let original = done(&mut journal, "bridge", "morning", TODAY).record;
    journal.correct_bout(original, &SKIPPED, Some(" sore "), EnteredBy::Helper).unwrap();
    assert_eq!(states(&journal, TODAY)[0], State::Skipped { reason: SkipReason::Tired });
    // Correcting the original again corrects what stands, in the same millisecond too.
    let partly = Outcome::Partly {
        sets: Some(1),
        repetitions: Some(4),
        seconds: None,
        counted: None,
        reason: None,
    };
    let last = journal.correct_bout(original, &partly, None, EnteredBy::Person).unwrap();
    assert_eq!(states(&journal, TODAY)[0], State::Partly { reason: None });
    let item = journal.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[0].clone();
    assert_eq!((item.record, item.corrected), (Some(last), true));
    assert_eq!(journal.data_place().unwrap().records, 3);
    let kept = records::by_id(&journal.connection, last).unwrap().unwrap().0;
    let Fact::Bout { note, .. } = kept.fact else { panic!("a bout was corrected") };
    assert_eq!(note.as_deref(), Some("sore"), "a correction without words keeps the words");
}

#[test]
fn a_part_keeps_its_reason_where_one_was_given() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let part = |reason| Outcome::Partly {
        sets: None,
        repetitions: Some(4),
        seconds: None,
        counted: None,
        reason,
    };
    let tired = part(Some(SkipReason::Tired));
    let morning = bout("bridge", "morning", TODAY);
    let first = journal.record_bout(&morning, &tired, None, EnteredBy::Person).unwrap().record;
    journal.correct_bout(first, &part(Some(SkipReason::Pain)), None, EnteredBy::Person).unwrap();
    journal.correct_bout(first, &part(None), None, EnteredBy::Person).unwrap();
    let entries = open(folder.path(), MORNING).history(&morning).unwrap();
    let reasons = entries.into_iter().map(|entry| match entry.fact {
        EntryFact::Became { outcome: Outcome::Partly { reason, .. }, .. } => reason,
        other => panic!("{other:?}"),
    });
    assert_eq!(
        reasons.collect::<Vec<_>>(),
        [Some(SkipReason::Tired), Some(SkipReason::Pain), None]
    );
}

#[test]
fn a_correction_stands_also_after_the_clock_was_set_back() {
    let folder = folder_with_plan();
    let original = done(&mut open(folder.path(), MORNING), "bridge", "morning", TODAY).record;
    let mut early = open(folder.path(), "2026-11-18T08:02:00Z");
    early.correct_bout(original, &SKIPPED, None, EnteredBy::Person).unwrap();
    let mut earlier = open(folder.path(), "2026-11-18T08:01:00Z");
    earlier.correct_bout(original, &Outcome::SaidNotDone, None, EnteredBy::Person).unwrap();
    assert_eq!(states(&open(folder.path(), MORNING), TODAY)[0], State::SaidNotDone);
}

#[test]
fn what_was_taken_back_may_be_entered_again() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let original = done(&mut journal, "bridge", "morning", TODAY).record;
    journal.withdraw(original).unwrap();
    assert_eq!(states(&journal, TODAY)[0], State::Due);
    for again in [
        journal.withdraw(original),
        journal.correct_bout(original, &SKIPPED, None, EnteredBy::Person),
    ] {
        assert!(matches!(again, Err(StoreError::NotFound { what: "record", .. })), "{again:?}");
    }
    assert!(!done(&mut journal, "bridge", "morning", TODAY).already);
    assert_eq!(states(&journal, TODAY)[0], State::Done);
    assert_eq!(journal.data_place().unwrap().records, 3);
}

#[test]
fn what_was_taken_back_is_put_back_as_it_was_entered() {
    let folder = folder_with_plan();
    let original = done(&mut open(folder.path(), MORNING), "bridge", "morning", TODAY).record;
    let withdrawal = open(folder.path(), MORNING).withdraw(original).unwrap();
    // Two days later: it is no entry of that moment, and not entered later.
    let mut later = open(folder.path(), "2026-11-20T08:00:00Z");
    let put_back = later.put_back(withdrawal).unwrap();
    assert!(!put_back.already);
    let item = later.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[0].clone();
    assert_eq!((item.state, item.entered_later), (State::Done, false));
    // Once, and only what was taken back.
    for again in [later.put_back(withdrawal), later.put_back(original)] {
        assert!(matches!(again, Err(StoreError::NotFound { what: "record", .. })), "{again:?}");
    }
    // What was entered of the bout since stays.
    let withdrawal = later.withdraw(put_back.record).unwrap();
    let since = done(&mut later, "bridge", "morning", TODAY).record;
    let answer = later.put_back(withdrawal).unwrap();
    assert_eq!((answer.record, answer.already), (since, true));
}

#[test]
fn a_pain_score_can_be_taken_back_and_not_corrected_as_a_bout() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let pain = journal.record_pain(PainPlace::Leg, 10).unwrap();
    let refused = journal.correct_bout(pain, &Outcome::Done, None, EnteredBy::Person);
    assert!(matches!(refused, Err(StoreError::NotFound { .. })), "{refused:?}");
    journal.withdraw(pain).unwrap();
}

#[test]
fn what_is_entered_late_says_so_and_tomorrow_is_refused() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    done(&mut journal, "bridge", "noon", "2026-11-17");
    let late = journal.agenda(day("2026-11-17")).unwrap().unwrap().rounds[1].items[0].clone();
    assert!(late.entered_later);
    let tomorrow = bout("bridge", "morning", "2026-11-19");
    let refused = journal.record_bout(&tomorrow, &Outcome::Done, None, EnteredBy::Person);
    assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
    // Half past midnight still belongs to the day before.
    let mut night = open(folder.path(), "2026-11-18T23:30:00Z");
    done(&mut night, "bridge", "evening", TODAY);
    let evening = night.agenda(day(TODAY)).unwrap().unwrap().rounds[2].items[0].clone();
    assert!(!evening.entered_later);
}

#[test]
fn values_outside_their_range_are_refused_and_nothing_is_written() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let morning = bout("bridge", "morning", TODAY);
    let long = "ä".repeat(2001);
    let partly = |sets| Outcome::Partly {
        sets: Some(sets),
        repetitions: None,
        seconds: None,
        counted: None,
        reason: None,
    };
    let person = EnteredBy::Person;
    let both = BodySide::Both;
    let zeroth = BoutKey { place: BoutPlace::AnyTime(0), ..bout("walk", "noon", TODAY) };
    let refusals = [
        journal.record_bout(&morning, &Outcome::Done, Some(&long), person).map(|done| done.record),
        journal.record_bout(&morning, &partly(101), None, person).map(|done| done.record),
        journal.record_bout(&zeroth, &Outcome::Done, None, person).map(|done| done.record),
        journal.record_pain(PainPlace::Back, 11),
        journal.record_work(&morning, 0, both, 10, 5),
        journal.record_work(&morning, 1, both, 10_001, 5),
        journal.record_work(&morning, 1, both, 10, 86_401),
    ];
    for refused in refusals {
        assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
    }
    assert_eq!(journal.data_place().unwrap().records, 0);
    journal.record_bout(&morning, &Outcome::Done, Some(&long[2..]), person).unwrap();
}

#[test]
fn a_bout_of_no_plan_is_not_found() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let good = bout("bridge", "morning", TODAY);
    for strange in [
        BoutKey { plan: PlanId::new("other").unwrap(), ..good.clone() },
        BoutKey { line: LineId::new("swimming").unwrap(), ..good.clone() },
        bout("bridge", "midnight", TODAY),
    ] {
        let refused = journal.record_bout(&strange, &Outcome::Done, None, EnteredBy::Person);
        assert!(matches!(refused, Err(StoreError::NotFound { .. })), "{refused:?}");
    }
    // A line may be done where the plan does not ask for it.
    done(&mut journal, "heel-slide", "noon", TODAY);
}

#[test]
fn work_that_a_session_saw_is_kept_and_the_bout_stays_open() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let slide = bout("heel-slide", "morning", TODAY);
    journal.record_work(&slide, 1, BodySide::Left, 10, 40).unwrap();
    journal.record_work(&slide, 1, BodySide::Right, 9, 38).unwrap();
    let item = journal.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[1].clone();
    assert_eq!(item.state, State::InProgress);
    assert_eq!((item.seen.repetitions, item.seen.seconds), (19, 78));
    done(&mut journal, "heel-slide", "morning", TODAY);
    assert_eq!(states(&journal, TODAY)[1], State::Done);
}

#[test]
fn done_on_a_reminder_closes_what_is_open_and_no_more() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let skipped = bout("bridge", "morning", TODAY);
    journal.record_bout(&skipped, &SKIPPED, None, EnteredBy::Person).unwrap();
    assert_eq!(finish(&mut journal, "morning", TODAY).unwrap(), 1);
    let after = states(&journal, TODAY);
    assert_eq!(after[..2], [State::Skipped { reason: SkipReason::Tired }, State::Done]);
    assert_eq!(finish(&mut journal, "morning", TODAY).unwrap(), 0);
    assert_eq!(journal.data_place().unwrap().records, 2);
    for (round, on) in [("midnight", TODAY), ("morning", "2026-11-15")] {
        let refused = finish(&mut journal, round, on);
        assert!(matches!(refused, Err(StoreError::NotFound { what: "round", .. })), "{refused:?}");
    }
    let tomorrow = finish(&mut journal, "morning", "2026-11-19");
    assert!(matches!(tomorrow, Err(StoreError::OutOfRange { .. })), "{tomorrow:?}");
    assert_eq!(states(&journal, "2026-11-19")[0], State::Upcoming);
}

#[test]
fn today_knows_the_next_round_and_an_empty_yesterday() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let today = journal.today().unwrap();
    assert_eq!(today.local, "2026-11-18T09:03");
    assert_eq!(today.zone, "Europe/Berlin");
    let next = today.next.unwrap();
    assert_eq!((next.index, next.is_due), (0, true));
    assert_eq!(today.gap.unwrap().through, day("2026-11-17"));
    finish(&mut journal, "morning", TODAY).unwrap();
    done(&mut journal, "bridge", "noon", "2026-11-17");
    let today = journal.today().unwrap();
    let next = today.next.unwrap();
    assert_eq!((next.index, next.is_due), (1, false));
    assert_eq!(today.gap, None);
    let night = open(folder.path(), "2026-11-18T23:30:00Z").today().unwrap();
    assert_eq!(night.agenda.unwrap().day, day(TODAY));
    // The plan's first day: nothing is asked of the day before it.
    let first = open(folder.path(), "2026-11-16T08:03:00Z").today().unwrap();
    assert_eq!(first.gap, None);
}

#[test]
fn without_a_plan_there_is_nothing_to_do_and_nothing_fails() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    journal.app_opened().unwrap();
    let today = journal.today().unwrap();
    assert_eq!((today.agenda, today.next, today.gap), (None, None, None));
    assert_eq!(journal.agenda(day(TODAY)).unwrap(), None);
    assert_eq!(journal.report(day("2026-11-01"), day(TODAY)).unwrap(), None);
    assert_eq!(journal.coming_reminders(None, 7).unwrap(), []);
    assert_eq!(journal.plan_reminders().unwrap(), backwise_core::reminder::Planned::default());
    journal.record_pain(PainPlace::Back, 0).unwrap();
    let refused = journal.report(day(TODAY), day("2026-11-17"));
    assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
}

#[test]
fn entries_of_one_millisecond_keep_their_order_whoever_makes_them() {
    let folder = folder_with_plan();
    let (mut one, mut other) = (open(folder.path(), MORNING), open(folder.path(), MORNING));
    let mut ids: Vec<RecordId> = Vec::new();
    for _ in 0..50 {
        ids.push(one.record_pain(PainPlace::Back, 1).unwrap());
        ids.push(other.record_pain(PainPlace::Back, 2).unwrap());
    }
    assert!(ids.is_sorted());
    assert_eq!(ids[0].0.get_version_num(), 7);
    let (seconds, _) = ids[0].0.get_timestamp().unwrap().to_unix();
    assert_eq!(i64::try_from(seconds).unwrap(), one.clock().now().timestamp());
}

/// Records as a week of use leaves them: entries, corrections, withdrawals.
fn some_records() -> Vec<(Record, backwise_core::time::Day)> {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    for on in ["2026-11-16", "2026-11-17", TODAY] {
        let first = done(&mut journal, "bridge", "morning", on).record;
        let second = done(&mut journal, "heel-slide", "morning", on).record;
        journal.correct_bout(first, &SKIPPED, Some("sore"), EnteredBy::Helper).unwrap();
        journal.correct_bout(first, &Outcome::SaidNotDone, None, EnteredBy::Person).unwrap();
        journal.withdraw(second).unwrap();
        done(&mut journal, "heel-slide", "morning", on);
        journal.record_work(&bout("bridge", "evening", on), 1, BodySide::Both, 7, 30).unwrap();
        journal.record_pain(PainPlace::Leg, 4).unwrap();
    }
    let all = records::between(&journal.connection, day("2026-11-01"), day(TODAY)).unwrap();
    all.into_iter()
        .map(|record| {
            let (record, on) = records::by_id(&journal.connection, record.id).unwrap().unwrap();
            (record, on)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entry_does_not_matter(shuffled in Just(some_records()).prop_shuffle()) {
        let agendas = |records: &[(Record, backwise_core::time::Day)]| {
            let folder = folder_with_plan();
            let journal = open(folder.path(), MORNING);
            // A correction may come before what it corrects, as after a merge.
            journal.connection.pragma_update(None, "foreign_keys", false).unwrap();
            let all = journal.connection.unchecked_transaction().unwrap();
            for (record, on) in records {
                records::append(&all, record, *on).unwrap();
            }
            all.commit().unwrap();
            let read = records::between(&journal.connection, day("2026-11-01"), day(TODAY)).unwrap();
            let days = ["2026-11-16", "2026-11-17", TODAY];
            let days = days.map(|on| journal.agenda(day(on)).unwrap().unwrap());
            (read.len(), days)
        };
        let mut in_order = shuffled.clone();
        in_order.sort_by_key(|(record, _)| record.id);
        prop_assert_eq!(agendas(&shuffled), agendas(&in_order));
    }
}
