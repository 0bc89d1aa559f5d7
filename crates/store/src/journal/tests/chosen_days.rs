//! A change of the plan for a day that somebody chose.

use backwise_core::plan::draft::{DraftEdit, DraftPlace};
use backwise_core::schedule::State;

use super::drafts::{edit, fill, held, name};
use super::{TODAY, day, folder_with_plan, open};
use crate::views::DraftStart;

const EARLY: &str = "2026-11-18T06:00:00Z";

#[test]
fn a_change_may_hold_from_a_later_day_and_never_from_an_earlier_one() {
    for (chosen, holds) in [("2026-12-01", "2026-12-01"), ("2026-11-10", "2026-11-18")] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), EARLY);
        journal.begin_draft(&DraftStart::Present, false).unwrap();
        edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(name("walk")) });
        fill(&mut journal, |draft| draft.from_day = Some(day(chosen)));
        // It stays with the draft, also when the program is opened again.
        let mut journal = open(folder.path(), EARLY);
        assert_eq!(held(&journal).from_day, Some(day(chosen)));
        let taken = journal.confirm_draft(None).unwrap();
        assert_eq!(taken.check.in_force_from, Some(day(holds)), "{chosen}");
        let lines = |on: &str| journal.agenda(day(on)).unwrap().unwrap().any_time.len();
        assert_eq!(lines(holds), 0);
        assert_eq!(lines("2026-11-17"), 2);
    }
}

#[test]
fn a_change_beside_one_that_was_chosen_for_later_does_not_bring_that_forward() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(name("walk")) });
    fill(&mut journal, |draft| draft.from_day = Some(day("2026-12-01")));
    journal.confirm_draft(None).unwrap();
    // On the day before it holds, too, nothing of it is known.
    let mut journal = open(folder.path(), "2026-11-30T09:30:00Z");
    let walks: Vec<State> = {
        let agenda = journal.agenda(day("2026-11-30")).unwrap().unwrap();
        agenda.any_time.iter().map(|item| item.state).collect()
    };
    assert!(walks.len() == 2 && walks.iter().all(|state| *state == State::Due), "{walks:?}");
    for start in [DraftStart::Visit, DraftStart::Present] {
        journal = open(folder.path(), EARLY);
        journal.begin_draft(&start, true).unwrap();
        assert_eq!(held(&journal).from_day, Some(day("2026-12-01")), "and it is there to be seen");
    }
    fill(&mut journal, |draft| draft.revision.author = Some("Ward 4".to_owned()));
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!(taken.check.in_force_from, Some(day("2026-12-01")));
    let lines = |on: &str| journal.agenda(day(on)).unwrap().unwrap().any_time.len();
    assert_eq!((lines("2026-11-30"), lines("2026-12-01")), (2, 0));
    // Whoever wants it sooner says so.
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    fill(&mut journal, |draft| {
        draft.from_day = None;
        draft.revision.author = Some("Ward 5".to_owned());
    });
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!(taken.check.in_force_from, Some(day(TODAY)));
}
