use backwise_core::catalogue::embedded;
use backwise_core::error::ProblemCode;
use backwise_core::plan::{self, ChangedThing, Checksum, PlanFile, write};
use backwise_core::record::{BodySide, BoutKey, BoutPlace, EnteredBy, Outcome};
use backwise_core::schedule::LineTime;

use super::{MORNING, TODAY, bout, clock, day, done, folder_with_plan, open, sheet, states};
use crate::journal::plans::Incoming;
use crate::op::Op;
use crate::views::ImportKind;
use crate::{Journal, StoreError, check_first_plan};

const NAME: &str = "ward.backwise";
/// 7:00 in the morning of the same day: no round of it has begun.
const EARLY: &str = "2026-11-18T06:00:00Z";

/// The next revision of the ward sheet, with another time for the noon round.
fn later_sheet() -> String {
    sheet("ward", 2, "2026-11-16").replace("at = \"14:00\"", "at = \"13:30\"")
}

#[test]
fn the_first_plan_holds_from_its_first_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.plan().unwrap(), None);
    assert_eq!(journal.export_plan().unwrap(), None);
    let text = sheet("ward", 1, "2026-11-16");
    let before = journal.check_plan(text.as_bytes(), NAME).unwrap();
    assert_eq!(before, check_first_plan(text.as_bytes(), NAME, &clock(MORNING)));
    assert_eq!(journal.plan().unwrap(), None, "checking changes nothing");
    let taken_in = journal.import_plan(text.as_bytes(), NAME, true).unwrap();
    assert_eq!(taken_in, before);
    assert_eq!(taken_in.kind, ImportKind::FirstPlan);
    assert_eq!(taken_in.in_force_from, Some(day("2026-11-16")));
    assert!(
        taken_in
            .lines
            .iter()
            .all(|line| line.time == LineTime::Now && line.from == day("2026-11-16"))
    );
    let plan = journal.plan().unwrap().unwrap();
    assert_eq!(Some(plan.revision), taken_in.revision);
    assert_eq!(plan.history.len(), 1);
}

#[test]
fn a_plan_comes_back_from_the_file_as_it_went_in() {
    let folder = folder_with_plan();
    let journal = open(folder.path(), MORNING);
    let exported = journal.export_plan().unwrap().unwrap();
    let again = journal.check_plan(exported.as_bytes(), NAME).unwrap();
    assert_eq!(again.kind, ImportKind::SameAgain);
    assert_eq!(again.revision, Some(journal.plan().unwrap().unwrap().revision));
}

#[test]
fn a_later_revision_holds_from_today_before_the_first_round_and_changes_no_earlier_day() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    done(&mut journal, "bridge", "noon", "2026-11-17");
    let yesterday = journal.agenda(day("2026-11-17")).unwrap();
    let check = journal.import_plan(later_sheet().as_bytes(), NAME, true).unwrap();
    assert_eq!(check.kind, ImportKind::Revision);
    assert_eq!(check.in_force_from, Some(day(TODAY)));
    assert!(check.changes.iter().any(|change| change.thing == ChangedThing::Round));
    assert_eq!(journal.agenda(day("2026-11-17")).unwrap(), yesterday);
    let today = journal.agenda(day(TODAY)).unwrap().unwrap();
    assert_eq!(today.revision, 2);
    assert_eq!(today.rounds[1].at.map(|at| at.to_string()).as_deref(), Some("13:30"));
    let history = journal.plan().unwrap().unwrap().history;
    assert_eq!(history.iter().map(|entry| entry.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn a_day_that_is_under_way_is_finished_by_the_sheet_it_began_with() {
    let other_rounds = later_sheet().replace("\"morning\"", "\"first\"");
    for (later, kind) in [
        (other_rounds.clone(), ImportKind::Revision),
        (other_rounds.replace("plan = \"ward\"", "plan = \"clinic\""), ImportKind::OtherPlan),
    ] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), MORNING);
        done(&mut journal, "bridge", "morning", TODAY);
        done(&mut journal, "heel-slide", "morning", TODAY);
        let before = journal.today().unwrap();
        let checked = journal.check_plan(later.as_bytes(), NAME).unwrap();
        let taken_in = journal.import_plan(later.as_bytes(), NAME, true).unwrap();
        assert_eq!(taken_in, checked);
        assert_eq!((taken_in.kind, taken_in.in_force_from), (kind, Some(day("2026-11-19"))));
        assert_eq!(
            journal.today().unwrap(),
            before,
            "what was done this morning is not asked again"
        );
        let tomorrow = journal.agenda(day("2026-11-19")).unwrap().unwrap();
        assert_eq!(tomorrow.rounds[0].round.as_str(), "first");
    }
}

#[test]
fn what_was_recorded_before_the_first_round_keeps_the_day_too() {
    let walk = BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "morning", TODAY) };
    type Enter = fn(&mut Journal, &BoutKey);
    let entries: [Enter; 2] = [
        |journal, walk| {
            journal.record_bout(walk, &Outcome::Done, None, EnteredBy::Person).unwrap();
        },
        |journal, walk| {
            journal.record_work(walk, 1, BodySide::Both, 0, 60).unwrap();
        },
    ];
    for enter in entries {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), EARLY);
        enter(&mut journal, &walk);
        let check = journal.import_plan(later_sheet().as_bytes(), NAME, true).unwrap();
        assert_eq!(check.in_force_from, Some(day("2026-11-19")));
        assert_eq!(journal.agenda(day(TODAY)).unwrap().unwrap().revision, 1);
    }
}

#[test]
fn a_revision_for_later_waits_for_its_day() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let later = sheet("ward", 2, "2026-11-30");
    let check = journal.import_plan(later.as_bytes(), NAME, true).unwrap();
    assert_eq!(check.in_force_from, Some(day("2026-11-30")));
    assert_eq!(journal.agenda(day("2026-11-29")).unwrap().unwrap().revision, 1);
    assert_eq!(journal.agenda(day("2026-11-30")).unwrap().unwrap().revision, 2);
    assert_eq!(journal.plan().unwrap().unwrap().revision.number, 1);
}

#[test]
fn a_number_names_one_text_for_ever() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let same = journal.import_plan(sheet("ward", 1, "2026-11-16").as_bytes(), NAME, true).unwrap();
    assert_eq!(same.kind, ImportKind::SameAgain);
    assert_eq!(journal.take_changes().len(), 0);

    journal.import_plan(sheet("ward", 3, "2026-11-16").as_bytes(), NAME, true).unwrap();
    let changed = sheet("ward", 3, "2026-11-16").replace("10 times", "12 times");
    for old in [changed, sheet("ward", 2, "2026-11-16"), sheet("ward", 1, "2026-11-16")] {
        let check = journal.check_plan(old.as_bytes(), NAME).unwrap();
        assert_eq!(check.kind, ImportKind::Refused);
        let Err(StoreError::Refused(problems)) = journal.import_plan(old.as_bytes(), NAME, true)
        else {
            panic!("an old number was taken in")
        };
        assert_eq!(problems, check.problems);
        assert_eq!(problems[0].code, ProblemCode::OldRevision);
        assert_eq!(problems[0].args["present"], "3");
    }
    assert_eq!(journal.plan().unwrap().unwrap().history.len(), 2);
}

/// The plan of `text` as Backwise itself writes it, with a checksum that fits.
fn as_written(text: &str) -> String {
    write(&plan::read(text, NAME, embedded()).unwrap())
}

#[test]
fn what_nothing_vouches_for_and_another_plan_need_a_yes() {
    let later = sheet("ward", 2, "2026-11-16");
    let other = as_written(&sheet("clinic", 1, "2026-11-16"));
    let tampered = as_written(&later).replace("10 times", "30 times");
    for (text, checksum, kind, needs) in [
        (as_written(&later), Checksum::Right, ImportKind::Revision, false),
        (later, Checksum::Absent, ImportKind::Revision, true),
        (tampered, Checksum::Wrong, ImportKind::Revision, true),
        (other, Checksum::Right, ImportKind::OtherPlan, true),
        // Nothing would change.
        (sheet("ward", 1, "2026-11-16"), Checksum::Absent, ImportKind::SameAgain, false),
    ] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), MORNING);
        let check = journal.check_plan(text.as_bytes(), NAME).unwrap();
        assert_eq!((check.checksum, check.kind), (checksum, kind));
        assert_eq!(check.needs_confirmation, needs, "{checksum:?} {kind:?}");
        let unconfirmed = journal.import_plan(text.as_bytes(), NAME, false);
        if needs {
            assert!(matches!(unconfirmed, Err(StoreError::NotConfirmed)), "{unconfirmed:?}");
            assert_eq!(journal.plan().unwrap().unwrap().history.len(), 1);
            assert_eq!(journal.import_plan(text.as_bytes(), NAME, true).unwrap(), check);
        } else {
            assert_eq!(unconfirmed.unwrap(), check);
        }
    }
}

#[test]
fn the_first_plan_needs_a_yes_when_it_was_written_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let by_hand = sheet("ward", 1, "2026-11-16");
    assert!(check_first_plan(by_hand.as_bytes(), NAME, &clock(MORNING)).needs_confirmation);
    let refused = journal.import_plan(by_hand.as_bytes(), NAME, false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    assert_eq!(journal.plan().unwrap(), None);
    journal.import_plan(as_written(&by_hand).as_bytes(), NAME, false).unwrap();
}

#[test]
fn going_back_to_the_plan_before_is_a_choice_and_no_old_number() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    let present = |journal: &Journal| journal.plan().unwrap().unwrap().revision.plan.to_string();
    journal.import_plan(sheet("clinic", 1, "2026-11-16").as_bytes(), NAME, true).unwrap();
    assert_eq!(present(&journal), "clinic");
    let back = journal.import_plan(sheet("ward", 1, "2026-11-16").as_bytes(), NAME, true).unwrap();
    assert_eq!(back.kind, ImportKind::OtherPlan);
    assert_eq!(present(&journal), "ward");
}

#[test]
fn another_date_of_surgery_is_shown_as_a_change() {
    let folder = folder_with_plan();
    let journal = open(folder.path(), MORNING);
    let other = sheet("ward", 2, "2026-11-16").replace("2026-11-02", "2026-11-03");
    let check = journal.check_plan(other.as_bytes(), NAME).unwrap();
    assert!(check.changes.iter().any(|change| change.thing == ChangedThing::SurgeryDate));
}

#[test]
fn a_file_with_problems_changes_nothing() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let before = states(&journal, TODAY);
    let bad = sheet("ward", 2, "2026-11-16").replace("\"08:00\"", "\"25:00\"");
    let Err(StoreError::Refused(problems)) = journal.import_plan(bad.as_bytes(), NAME, true) else {
        panic!("a bad file was taken in")
    };
    assert_eq!(problems[0].code, ProblemCode::BadTime);
    assert_eq!(problems[0].file, NAME);
    assert_eq!(states(&journal, TODAY), before);
    assert_eq!(journal.plan().unwrap().unwrap().history.len(), 1);
}

#[test]
fn of_two_revisions_of_one_moment_the_later_one_holds() {
    let folder = folder_with_plan();
    // The clock was set back to before the first one was taken in.
    let mut journal = open(folder.path(), "2026-11-14T08:00:00Z");
    journal.import_plan(sheet("ward", 2, "2026-11-16").as_bytes(), NAME, true).unwrap();
    journal.import_plan(sheet("ward", 3, "2026-11-16").as_bytes(), NAME, true).unwrap();
    assert_eq!(journal.agenda(day("2026-11-16")).unwrap().unwrap().revision, 3);
}

#[test]
fn a_sheet_whose_commit_failed_is_not_known_to_anybody() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    let second = sheet("ward", 2, "2026-11-16");
    let failed: Result<(), StoreError> =
        journal.transact(Op::ImportPlan, |connection, journal, moment| {
            let file = PlanFile::open(second.as_bytes(), NAME, embedded());
            let incoming = Incoming { file, name: NAME, not_before: None, visit: None };
            journal.take_in(connection, moment, incoming, true)?;
            assert_eq!(journal.revisions(connection)?.len(), 2);
            Err(StoreError::NotConfirmed)
        });
    failed.unwrap_err();
    assert_eq!(journal.agenda(day(TODAY)).unwrap().unwrap().revision, 1);
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();
    assert_eq!(journal.agenda(day(TODAY)).unwrap().unwrap().revision, 2);
}
