use backwise_core::error::ProblemCode;
use backwise_core::plan::{ChangedThing, write};

use super::{MORNING, TODAY, clock, day, done, folder_with_plan, open, sheet, states};
use crate::views::ImportKind;
use crate::{StoreError, check_first_plan};

const NAME: &str = "ward.backwise";

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
    let taken_in = journal.import_plan(text.as_bytes(), NAME, false).unwrap();
    assert_eq!(taken_in, before);
    assert_eq!(taken_in.kind, ImportKind::FirstPlan);
    assert_eq!(taken_in.in_force_from, Some(day("2026-11-16")));
    assert!(taken_in.lines.iter().all(|line| line.has_begun && line.from == day("2026-11-16")));
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
fn a_later_revision_holds_from_today_and_changes_no_earlier_day() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    done(&mut journal, "bridge", "noon", "2026-11-17");
    let yesterday = journal.agenda(day("2026-11-17")).unwrap();
    let later = sheet("ward", 2, "2026-11-16").replace("at = \"14:00\"", "at = \"13:30\"");
    let check = journal.import_plan(later.as_bytes(), NAME, false).unwrap();
    assert_eq!(check.kind, ImportKind::Revision);
    assert_eq!(check.in_force_from, Some(day(TODAY)));
    assert!(check.changes.iter().any(|change| change.thing == ChangedThing::Round));
    assert_eq!(journal.agenda(day("2026-11-17")).unwrap(), yesterday);
    let today = journal.agenda(day(TODAY)).unwrap().unwrap();
    assert_eq!(today.revision, 2);
    assert_eq!(today.rounds[1].at.to_string(), "13:30");
    let history = journal.plan().unwrap().unwrap().history;
    assert_eq!(history.iter().map(|entry| entry.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn a_revision_for_later_waits_for_its_day() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let later = sheet("ward", 2, "2026-11-30");
    let check = journal.import_plan(later.as_bytes(), NAME, false).unwrap();
    assert_eq!(check.in_force_from, Some(day("2026-11-30")));
    assert_eq!(journal.agenda(day("2026-11-29")).unwrap().unwrap().revision, 1);
    assert_eq!(journal.agenda(day("2026-11-30")).unwrap().unwrap().revision, 2);
    assert_eq!(journal.plan().unwrap().unwrap().revision.number, 1);
}

#[test]
fn a_number_names_one_text_for_ever() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let same = journal.import_plan(sheet("ward", 1, "2026-11-16").as_bytes(), NAME, false).unwrap();
    assert_eq!(same.kind, ImportKind::SameAgain);
    assert_eq!(journal.take_changes().len(), 0);

    journal.import_plan(sheet("ward", 3, "2026-11-16").as_bytes(), NAME, false).unwrap();
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

#[test]
fn another_plan_and_a_changed_file_need_a_yes() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let other = sheet("clinic", 1, "2026-11-16");
    let check = journal.check_plan(other.as_bytes(), NAME).unwrap();
    assert_eq!(check.kind, ImportKind::OtherPlan);
    let refused = journal.import_plan(other.as_bytes(), NAME, false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    assert_eq!(journal.plan().unwrap().unwrap().revision.plan.as_str(), "ward");
    journal.import_plan(other.as_bytes(), NAME, true).unwrap();
    assert_eq!(journal.plan().unwrap().unwrap().revision.plan.as_str(), "clinic");
    // Going back to the plan before is allowed: it is a choice between plans, not an old number.
    let back = journal.import_plan(sheet("ward", 1, "2026-11-16").as_bytes(), NAME, true).unwrap();
    assert_eq!(back.kind, ImportKind::OtherPlan);
    assert_eq!(journal.plan().unwrap().unwrap().revision.plan.as_str(), "ward");

    let mut next = journal.plan().unwrap().unwrap().revision;
    next.number = 2;
    let tampered = write(&next).replace("10 times", "30 times");
    let refused = journal.import_plan(tampered.as_bytes(), NAME, false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    journal.import_plan(tampered.as_bytes(), NAME, true).unwrap();
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
    journal.import_plan(sheet("ward", 2, "2026-11-16").as_bytes(), NAME, false).unwrap();
    journal.import_plan(sheet("ward", 3, "2026-11-16").as_bytes(), NAME, false).unwrap();
    assert_eq!(journal.agenda(day("2026-11-16")).unwrap().unwrap().revision, 3);
}
