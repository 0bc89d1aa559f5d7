use backwise_core::ids::PlanId;
use backwise_core::plan::draft::DraftEdit;
use backwise_core::time::Day;

use super::{day, folder_with_plan, open, sheet};
use crate::Journal;
use crate::views::{DraftStart, DraftView};

/// Each is early on its day, so that what is taken in holds from that day.
const FIRST: &str = "2026-11-18T06:00:00Z";
const LATER: &str = "2026-11-25T06:00:00Z";

fn begin(journal: &mut Journal, start: &DraftStart, repetitions: u16) -> DraftView {
    let mut draft = journal.begin_draft(start, false).unwrap().draft;
    draft.revision.lines[0].dose.repetitions = Some(repetitions);
    journal.save_draft(draft).unwrap()
}

pub(super) fn take_in(journal: &mut Journal) {
    read_back(journal);
    journal.confirm_draft(None).unwrap();
}

/// Compares every line and rule with the paper.
pub(super) fn read_back(journal: &mut Journal) {
    let view = journal.draft().unwrap().unwrap();
    let lines = view.draft.revision.lines.iter().map(|line| line.id.clone());
    let lines = lines.map(|line| DraftEdit::ReadBack { line, is_right: true });
    let rules = view.rules.iter().cloned();
    let rules = rules.map(|rule| DraftEdit::RuleReadBack { rule, is_right: true });
    lines.chain(rules).for_each(|edit| drop(journal.edit_draft(&edit).unwrap()));
}

/// The days of the visits of each revision, the newest first, and the number from which one compares.
fn visits(journal: &Journal) -> (Vec<Option<Day>>, Option<u32>) {
    let plan = journal.plan().unwrap().unwrap();
    (plan.history.iter().map(|known| known.visit).collect(), plan.before_visit)
}

#[test]
fn what_changed_since_the_last_visit_begins_before_that_visit() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), FIRST);
    assert_eq!(visits(&journal), (vec![None], None));

    // A change is no visit.
    begin(&mut journal, &DraftStart::Present, 11);
    take_in(&mut journal);
    assert_eq!(visits(&journal), (vec![None, None], None));

    begin(&mut journal, &DraftStart::Visit, 12);
    take_in(&mut journal);
    let first = Some(day("2026-11-18"));
    assert_eq!(visits(&journal), (vec![first, None, None], Some(2)));

    // A week later a visit that is told a day late; it is there again when the folder is opened.
    let mut journal = open(folder.path(), LATER);
    let mut draft = begin(&mut journal, &DraftStart::Visit, 13).draft;
    assert_eq!(draft.visit, Some(day("2026-11-25")));
    draft.visit = Some(day("2026-11-24"));
    journal.save_draft(draft).unwrap();
    take_in(&mut journal);
    begin(&mut journal, &DraftStart::Present, 14);
    take_in(&mut journal);
    let journal = open(folder.path(), LATER);
    let second = Some(day("2026-11-24"));
    let all = vec![None, second, first, None, None];
    assert_eq!(visits(&journal), (all, Some(3)));
    let plan = PlanId::new("ward").unwrap();
    let changes = journal.changes_since(&plan, 3, None).unwrap();
    assert_eq!(changes.len(), 1, "{changes:?}");
}

#[test]
fn what_one_visit_changed_in_two_parts_is_of_that_visit() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), FIRST);
    for repetitions in [11, 12] {
        begin(&mut journal, &DraftStart::Visit, repetitions);
        take_in(&mut journal);
    }
    let day = Some(day("2026-11-18"));
    assert_eq!(visits(&journal), (vec![day, day, None], Some(1)));
}

#[test]
fn a_visit_to_come_marks_nothing_and_another_plan_has_visits_of_its_own() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), FIRST);
    let mut draft = begin(&mut journal, &DraftStart::Visit, 11).draft;
    draft.visit = Some(day("2026-11-19"));
    journal.save_draft(draft).unwrap();
    take_in(&mut journal);
    assert_eq!(visits(&journal), (vec![None, None], None));

    begin(&mut journal, &DraftStart::Visit, 12);
    take_in(&mut journal);
    let other = sheet("clinic", 1, "2026-11-16");
    journal.import_plan(other.as_bytes(), "clinic.backwise", true).unwrap();
    let visit = Some(day("2026-11-18"));
    assert_eq!(visits(&journal), (vec![None, visit, None, None], None));
}
