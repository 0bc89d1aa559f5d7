//! A draft beside a newer file of its plan.

use backwise_core::ids::PlanId;
use backwise_core::plan::ChangedThing;
use backwise_core::plan::draft::{BeganFrom, DraftEdit, DraftPlace, PlanDraft};
use backwise_core::time::{DayRef, Stretch};

use super::drafts::{
    begin_sheet, edit, enter, fill, held, name, read_back, read_back_rules, revisions,
};
use super::{day, folder_with_plan, open, sheet};
use crate::Journal;
use crate::views::DraftStart;

const NAME: &str = "ward.backwise";
const EARLY: &str = "2026-11-18T06:00:00Z";
const SQUAT: &str = "\n[[line]]\nid = \"squat\"\nas_written = \"Small squats, 8\"\nexercise = \"mini-squat\"\nrepetitions = 8\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1\n";

/// What changed from the revision before the latest to the latest.
fn changed(journal: &Journal, plan: &str) -> Vec<ChangedThing> {
    let latest = revisions(journal)[0];
    let plan = PlanId::new(plan).unwrap();
    let changes = journal.changes_since(&plan, latest - 1, Some(latest)).unwrap();
    changes.into_iter().map(|change| change.thing).collect()
}

fn repetitions(draft: &PlanDraft, line: &str) -> Option<u16> {
    draft.revision.line(&name(line)).and_then(|line| line.dose.repetitions)
}

/// A sheet of four lines: one in force, and two more that are entered and ticked.
fn in_part(journal: &mut Journal) {
    begin_sheet(journal);
    fill(journal, |draft| draft.lines_on_sheet = Some(4));
    let bridge = enter(journal, "Bridge: 10 x", "bridge");
    let heel = enter(journal, "Heel raises: 10 x", "heel-raise");
    let brace = enter(journal, "Brace: 10 x", "abdominal-brace");
    fill(journal, |draft| {
        let until = Some(DayRef::AfterStart(30));
        draft.revision.lines[2].stretch = Stretch::Days { from: None, until };
    });
    for line in [&bridge, &heel, &brace] {
        read_back(journal, line);
    }
    journal.confirm_draft(Some(&[bridge])).unwrap();
}

#[test]
fn a_sheet_that_is_in_force_in_part_undoes_nothing_of_a_newer_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    in_part(&mut journal);
    let first = journal.export_plan().unwrap().unwrap();
    let second = first
        .replace("revision = 1", "revision = 2")
        .replace("repetitions = 10", "repetitions = 6")
        .replace("title = \"Ward sheet\"", "title = \"Ward sheet\"\nreview = 2026-12-20")
        + SQUAT;
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();

    let view = journal.draft().unwrap().unwrap();
    assert_eq!(view.draft.began_from, BeganFrom::EmptySheet, "it is that sheet still");
    assert_eq!(repetitions(&view.draft, "bridge"), Some(6));
    assert_eq!(view.draft.revision.review, Some(day("2026-12-20")));
    assert_eq!(view.draft.taken_in, [name("bridge"), name("squat")]);
    assert_eq!(view.to_enter, 3, "two lines of the paper, and one that nobody typed yet");
    assert_eq!(view.draft.read_back.len(), 4, "{:?}", view.draft.read_back);

    // The third begins a day later: what counts from the first day says another date now.
    let third = second
        .replace("revision = 2", "revision = 3")
        .replace("repetitions = 6", "repetitions = 5")
        .replace("starts = 2026-11-16", "starts = 2026-11-17");
    journal.import_plan(third.as_bytes(), NAME, true).unwrap();
    let draft = held(&journal);
    assert_eq!(repetitions(&draft, "bridge"), Some(5));
    assert!(draft.read_back.contains(&name("heel-raises")));
    assert!(!draft.read_back.contains(&name("brace")));
    read_back(&mut journal, &name("brace"));
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!(revisions(&journal), [4, 3, 2, 1]);
    assert_eq!(changed(&journal, "ward-sheet"), [ChangedThing::Line; 2]);
    assert_eq!(taken.draft.unwrap().to_enter, 1);
}

#[test]
fn a_line_that_a_newer_file_brings_is_none_of_those_of_the_paper() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    in_part(&mut journal);
    let second = journal.export_plan().unwrap().unwrap().replace("revision = 1", "revision = 2");
    journal.import_plan((second + SQUAT).as_bytes(), NAME, true).unwrap();
    let view = journal.draft().unwrap().unwrap();
    assert_eq!((view.draft.revision.lines.len(), view.draft.lines_on_sheet), (4, Some(4)));
    assert_eq!(view.to_enter, 3, "two that are entered, and one that nobody typed yet");
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!(taken.draft.expect("a line of the paper is still to be entered").to_enter, 1);
    // One more file, and the draft still knows which line is none of the paper's.
    let third = journal.export_plan().unwrap().unwrap().replace("revision = 3", "revision = 4");
    journal
        .import_plan(third.replace("repetitions = 8", "repetitions = 9").as_bytes(), NAME, true)
        .unwrap();
    assert_eq!(journal.draft().unwrap().unwrap().to_enter, 1);
    // Whoever takes that line out takes none of the paper's out.
    edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(name("squat")) });
    assert_eq!(journal.draft().unwrap().unwrap().to_enter, 1);
    let brace = enter(&mut journal, "Sit to stand: 10 x", "sit-to-stand");
    read_back(&mut journal, &brace);
    assert_eq!(journal.confirm_draft(None).unwrap().draft, None);
}

#[test]
fn what_goes_back_to_an_earlier_sheet_undoes_nothing_of_a_newer_file_but_that() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    let second = sheet("ward", 2, "2026-11-16").replace("minutes = 10", "minutes = 20");
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();
    let plan = PlanId::new("ward").unwrap();
    journal.begin_draft(&DraftStart::Earlier { plan, number: 1 }, false).unwrap();
    let begun = held(&journal);
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();
    assert_eq!(held(&journal), begun, "the same file again brings nothing");

    let third = second
        .replace("revision = 2", "revision = 3")
        .replace("repetitions = 10", "repetitions = 6");
    journal.import_plan(third.as_bytes(), NAME, true).unwrap();
    let fourth = third.replace("revision = 3", "revision = 4") + SQUAT;
    journal.import_plan(fourth.as_bytes(), NAME, true).unwrap();
    let draft = held(&journal);
    assert_eq!(draft.revision.line(&name("walk")).unwrap().dose.minutes, Some(10));
    assert_eq!((repetitions(&draft, "bridge"), repetitions(&draft, "squat")), (Some(6), Some(8)));
    assert_eq!(draft.read_back.len(), 4, "{:?}", draft.read_back);
    read_back_rules(&mut journal);
    journal.confirm_draft(None).unwrap();
    assert_eq!(revisions(&journal), [5, 4, 3, 2, 1]);
    assert_eq!(changed(&journal, "ward"), [ChangedThing::LineDose], "the walk");
}
