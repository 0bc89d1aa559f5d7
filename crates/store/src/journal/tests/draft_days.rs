//! The days from which a draft counts.

use backwise_core::plan::draft::{Asked, DraftEdit, DraftPlace};
use backwise_core::time::{DayRef, Stretch};

use super::drafts::{edit, enter, fill};
use super::{day, folder_with_plan, open};
use crate::views::{DraftStart, DraftView};

const EARLY: &str = "2026-11-18T06:00:00Z";

#[test]
fn a_line_that_counts_from_a_day_that_nobody_said_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    journal.begin_draft(&DraftStart::EmptySheet, false).unwrap();
    let bridge = enter(&mut journal, "Bridge: 10 x, 7 days", "bridge");
    enter(&mut journal, "Heel raises: 10 x", "heel-raise");
    let view = fill(&mut journal, |draft| {
        let until = Some(DayRef::AfterStart(7));
        draft.revision.lines[0].stretch = Stretch::Days { from: None, until };
    });
    let said = |view: &DraftView| {
        let of = |at: usize| (view.lines[at].complete, view.lines[at].waits_for.clone());
        [of(0), of(1)]
    };
    assert_eq!(said(&view), [(false, vec![Asked::FirstDay]), (true, vec![])]);
    let tick = DraftEdit::ReadBack { line: bridge, is_right: true };
    assert!(journal.edit_draft(&tick).is_err());
    edit(&mut journal, DraftEdit::Answered { place: DraftPlace::Sheet, asked: Asked::FirstDay });
    let view = journal.edit_draft(&tick).unwrap().view;
    assert_eq!(said(&view), [(true, vec![]), (true, vec![])]);
}

#[test]
fn a_later_day_that_was_chosen_is_the_one_from_which_it_would_hold() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    let mut from = |day| fill(&mut journal, |draft| draft.from_day = day).in_force_from;
    let soonest = from(None);
    assert_eq!(from(Some(day("2026-12-21"))), Some(day("2026-12-21")));
    assert_eq!(from(Some(day("2026-11-02"))), soonest, "no day that is over");
}
