use std::collections::BTreeSet;

use backwise_core::record::{EvidenceKind, PainPlace, PlanFact};
use rusqlite::Connection;

use super::{MORNING, TODAY, day, done, folder_with_plan, key, open, raw, states};
use crate::op::Op;
use crate::views::FindingCode;
use crate::{Area, Journal, StoreError};

#[test]
fn facts_are_neither_changed_nor_removed() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.app_opened().unwrap();
    journal.saw(&key("noon", TODAY), EvidenceKind::Shown).unwrap();
    done(&mut journal, "bridge", "morning", TODAY);
    // The morning round is open while the app is opened, and the noon round was shown.
    for (table, written) in
        [("record", 1), ("evidence", 2), ("app_opened", 1), ("plan_revision", 1)]
    {
        let rows: i64 = journal
            .connection
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(rows, written, "{table}");
        for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET rowid = rowid")]
        {
            let refused = journal.connection.execute(&change, []);
            let words = refused.unwrap_err().to_string();
            assert!(words.contains("never"), "{change}: {words}");
        }
    }
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let pages: i64 =
        journal.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    journal.connection.pragma_update(None, "max_page_count", pages).unwrap();
    let mut acknowledged = 0;
    let full = loop {
        match journal.record_pain(PainPlace::Back, 3) {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(full, StoreError::CannotWrite { .. }), "{full:?}");
    drop(journal);
    let journal = open(folder.path(), MORNING);
    assert_eq!(journal.data_place().unwrap().records, acknowledged);
    assert_eq!(journal.check().unwrap().findings, []);
}

#[test]
fn what_may_not_be_written_is_said() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.connection.pragma_update(None, "query_only", true).unwrap();
    let refused = journal.app_opened();
    assert!(matches!(refused, Err(StoreError::CannotWrite { .. })), "{refused:?}");
}

#[test]
fn every_change_says_what_it_touched_and_no_change_says_nothing() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    done(&mut journal, "bridge", "morning", TODAY);
    assert_eq!(journal.take_changes(), BTreeSet::from([Area::Records]));
    done(&mut journal, "bridge", "morning", TODAY);
    journal.set_look(crate::views::Look::System).unwrap();
    journal.close_reminder(&key("noon", TODAY)).unwrap();
    assert_eq!(journal.take_changes(), BTreeSet::from([Area::Reminders]));
    journal.close_reminder(&key("noon", TODAY)).unwrap();
    assert_eq!(journal.take_changes(), BTreeSet::new());
    journal.set_reminders(true).unwrap();
    assert_eq!(journal.take_changes(), BTreeSet::from([Area::Reminders, Area::Settings]));
}

#[test]
fn the_check_finds_what_was_put_in_and_nothing_else() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let first = done(&mut journal, "bridge", "morning", TODAY).record;
    let fine = journal.check().unwrap();
    assert_eq!((fine.records, fine.plan_revisions, fine.findings), (1, 1, vec![]));
    drop(journal);

    let bout = |id: &str, day: &str, line: &str, corrects: &str| {
        format!(
            "INSERT INTO record (id, at, zone, entered, entered_by, corrects, day, kind, plan, line,
                                 round, outcome)
             VALUES ('{id}', 1, 'UTC', 'live', 'person', {corrects}, '{day}', 'bout', 'ward',
                     '{line}', 'morning', 'done');"
        )
    };
    let id = |n: u8| format!("00000000-0000-7000-8000-0000000000{n:02}");
    let strange =
        "INSERT INTO record (id, at, zone, entered, entered_by, day, kind, pain_place, score)
                   VALUES ('00000000-0000-7000-8000-000000000099', 1, 'UTC', 'live', 'person',
                           '2026-11-18', 'pain', 'back', 11);";
    for (defect, found) in [
        (strange.to_owned(), FindingCode::StrangeValue),
        (bout(&id(1), TODAY, "bridge", "NULL"), FindingCode::RecordedTwice),
        (bout(&id(2), TODAY, "swimming", "NULL"), FindingCode::UnknownLine),
        (bout(&id(3), TODAY, "bridge", &format!("'{}'", id(77))), FindingCode::BrokenReference),
        (
            bout(&id(4), "2026-11-17", "bridge", &format!("'{first}'")),
            FindingCode::CorrectionOfAnotherDay,
        ),
        (
            "INSERT INTO plan_revision VALUES (9, 'ward', 9, '2026-11-18', 9, 'nonsense', NULL);"
                .to_owned(),
            FindingCode::UnreadablePlan,
        ),
    ] {
        let copy = tempfile::tempdir().unwrap();
        let path = copy.path().join(crate::folder::DATABASE);
        std::fs::copy(folder.path().join(crate::folder::DATABASE), &path).unwrap();
        let other = raw(copy.path());
        other
            .execute_batch("PRAGMA foreign_keys = 0; PRAGMA ignore_check_constraints = 1;")
            .unwrap();
        other.execute_batch(&defect).unwrap();
        drop(other);
        let report = open(copy.path(), MORNING).check().unwrap();
        let codes: Vec<FindingCode> = report.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [found], "{:?}", report.findings);
        assert_eq!(report.findings[0].count, 1);
    }
}

#[test]
fn it_is_all_there_after_a_restart() {
    let folder = folder_with_plan();
    done(&mut open(folder.path(), MORNING), "bridge", "morning", TODAY);
    let before = states(&open(folder.path(), MORNING), TODAY);
    assert_eq!(states(&open(folder.path(), MORNING), TODAY), before);
    assert_eq!(before[0], backwise_core::schedule::State::Done);
}

#[test]
fn what_was_written_and_not_kept_is_not_remembered_either() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let today = day(TODAY);
    let is_bad = |journal: &Journal, connection: &Connection| {
        let facts = journal.facts(connection, &journal.moment(), today, today).unwrap();
        facts.plan_facts.bad_days.contains_key(&today)
    };
    let answer = journal.transact(Op::RecordPlanFact, |connection, journal, moment| {
        let fact = PlanFact::BadDay { day: today };
        journal.append_plan_fact(connection, moment, fact, today, None)?;
        assert!(is_bad(journal, connection));
        Err::<(), _>(StoreError::NotFound { what: "disk", name: "full".to_owned() })
    });
    assert!(answer.is_err());
    let stands = journal.read(|connection, _| Ok(is_bad(&journal, connection))).unwrap();
    assert!(!stands);
}
