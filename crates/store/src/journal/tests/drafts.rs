use backwise_core::catalogue::embedded;
use backwise_core::error::ProblemCode;
use backwise_core::ids::{ExerciseId, LineId, PlanId};
use backwise_core::plan::draft::{Asked, DraftEdit, DraftPlace, LinePart, PlanDraft};
use backwise_core::plan::{self, ChangedThing, Counted, DayPattern, Revision, embedded_templates};
use backwise_core::schedule::State;

use super::{MORNING, TODAY, day, done, folder_with_plan, open, raw, sheet, states};
use crate::views::{BesidePresent, DraftStart, DraftView, ImportKind};
use crate::{Journal, StoreError};

const NAME: &str = "ward.backwise";
const EARLY: &str = "2026-11-18T06:00:00Z";

pub(super) fn name(id: &str) -> LineId {
    LineId::new(id).unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "each edit is made where it is handed over")]
pub(super) fn edit(journal: &mut Journal, edit: DraftEdit) -> DraftPlace {
    journal.edit_draft(&edit).unwrap().place
}

pub(super) fn held(journal: &Journal) -> PlanDraft {
    journal.draft().unwrap().unwrap().draft
}

pub(super) fn fill(journal: &mut Journal, change: impl FnOnce(&mut PlanDraft)) -> DraftView {
    let mut draft = held(journal);
    change(&mut draft);
    journal.save_draft(draft).unwrap()
}

/// Begins an empty sheet and answers what is asked of it.
pub(super) fn begin_sheet(journal: &mut Journal) {
    journal.begin_draft(&DraftStart::EmptySheet, false).unwrap();
    fill(journal, |draft| {
        draft.revision.title = "Ward sheet".to_owned();
        draft.revision.surgery.date = day("2026-11-02");
        draft.revision.starts = day("2026-11-16");
    });
    for asked in [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay] {
        edit(journal, DraftEdit::Answered { place: DraftPlace::Sheet, asked });
    }
}

/// Enters a line of ten repetitions once a day.
pub(super) fn enter(journal: &mut Journal, words: &str, exercise: &str) -> LineId {
    let added = DraftEdit::AddLine { as_written: words.to_owned(), sheet_no: None, after: None };
    let place = edit(journal, added);
    let parts = vec![
        LinePart::Exercise(ExerciseId::new(exercise).unwrap()),
        LinePart::Number { key: Counted::Repetitions, number: 10 },
        LinePart::Days(DayPattern::EveryDay),
        LinePart::TimesADay { times: 1, most: 1 },
    ];
    edit(journal, DraftEdit::Take { place: place.clone(), parts });
    let DraftPlace::Line(line) = place else { panic!("{place:?}") };
    line
}

pub(super) fn read_back(journal: &mut Journal, line: &LineId) {
    edit(journal, DraftEdit::ReadBack { line: line.clone(), is_right: true });
}

/// Compares every rule with the paper.
pub(super) fn read_back_rules(journal: &mut Journal) {
    for rule in journal.draft().unwrap().unwrap().rules {
        edit(journal, DraftEdit::RuleReadBack { rule, is_right: true });
    }
}

pub(super) fn codes(refused: Result<crate::views::DraftTakenIn, StoreError>) -> Vec<ProblemCode> {
    let Err(StoreError::Refused(problems)) = refused else { panic!("{refused:?}") };
    problems.into_iter().map(|problem| problem.code).collect()
}

pub(super) fn revisions(journal: &Journal) -> Vec<u32> {
    let plan = journal.plan().unwrap();
    plan.map_or_else(Vec::new, |plan| plan.history.iter().map(|one| one.number).collect())
}

#[test]
fn a_draft_is_there_when_the_folder_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.draft().unwrap(), None);
    begin_sheet(&mut journal);
    enter(&mut journal, "Bridge: 10 x, once a day", "bridge");
    // What stands in a field whose button was not pressed yet is kept, too.
    let typed = || ("next".to_owned(), "Sit to stand: 2 x 8".to_owned());
    fill(&mut journal, |draft| drop(draft.unfinished.insert(typed().0, typed().1)));
    let before = held(&journal);
    assert_eq!(before.unfinished.first_key_value().unwrap().1, &typed().1);
    // As after a kill: nothing was closed in order.
    std::mem::forget(journal);
    let journal = open(folder.path(), MORNING);
    assert_eq!(held(&journal), before);
    let brief = journal.today().unwrap().draft.unwrap();
    assert_eq!((brief.title.as_str(), brief.lines, brief.to_enter), ("Ward sheet", 1, 1));
}

#[test]
fn what_was_written_goes_only_when_the_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    journal.begin_draft(&DraftStart::EmptySheet, false).unwrap();
    journal.begin_draft(&DraftStart::EmptySheet, false).unwrap();
    begin_sheet(&mut journal);
    let refused = journal.begin_draft(&DraftStart::EmptySheet, false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    assert_eq!(held(&journal).revision.title, "Ward sheet");
    let written = held(&journal);
    journal.begin_draft(&DraftStart::EmptySheet, true).unwrap();
    assert_eq!(held(&journal).revision.title, "");
    journal.discard_draft().unwrap();
    assert_eq!(journal.draft().unwrap(), None);
    // Undone by saving what was there; what was read back is to be read back again.
    assert_eq!(journal.save_draft(written.clone()).unwrap().draft.revision, written.revision);
    // One that cannot be read is not lost by beginning another.
    raw(folder.path()).execute_batch("UPDATE draft SET content = '{}'").unwrap();
    assert!(journal.draft().is_err());
    assert_eq!(journal.today().unwrap().draft, None, "and keeps nobody from their day");
    let refused = journal.begin_draft(&DraftStart::EmptySheet, false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)));
}

#[test]
fn today_works_after_the_first_line_and_the_others_follow() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    begin_sheet(&mut journal);
    fill(&mut journal, |draft| draft.lines_on_sheet = Some(3));
    let bridge = enter(&mut journal, "Bridge: 10 x", "bridge");
    let heel = enter(&mut journal, "Heel raises: 10 x", "heel-raise");
    let only = [bridge.clone()];
    assert_eq!(codes(journal.confirm_draft(Some(&only))), [ProblemCode::NotReadBack]);
    assert_eq!(journal.plan().unwrap(), None, "what is refused changes nothing");
    read_back(&mut journal, &bridge);
    let preview = journal.check_draft(Some(&only)).unwrap();
    let taken = journal.confirm_draft(Some(&only)).unwrap();
    assert_eq!(taken.check, preview);
    assert_eq!(taken.check.kind, ImportKind::FirstPlan);
    let today = journal.today().unwrap();
    assert_eq!(today.agenda.unwrap().any_time.len(), 1);
    let brief = today.draft.unwrap();
    assert_eq!((brief.lines, brief.taken_in, brief.to_enter), (2, 1, 2));

    // What is in force stays in force: the second line does not push out the first.
    read_back(&mut journal, &heel);
    let refused = codes(journal.confirm_draft(Some(std::slice::from_ref(&heel))));
    assert_eq!(refused, [ProblemCode::NotReadBack]);
    let taken = journal.confirm_draft(Some(&[bridge, heel])).unwrap();
    assert_eq!(taken.check.kind, ImportKind::Revision);
    assert_eq!(taken.draft.unwrap().to_enter, 1);
    assert_eq!(revisions(&journal), [2, 1]);
    assert_eq!(journal.plan().unwrap().unwrap().revision.plan.as_str(), "ward-sheet");

    let third = enter(&mut journal, "Clam: 10 x", "clamshell");
    edit(
        &mut journal,
        DraftEdit::Take {
            place: DraftPlace::Line(third.clone()),
            parts: vec![LinePart::Side(plan::Side::Each)],
        },
    );
    read_back(&mut journal, &third);
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!((taken.draft, journal.draft().unwrap()), (None, None));
    assert_eq!(revisions(&journal), [3, 2, 1]);
    assert_eq!(journal.today().unwrap().draft, None);
}

#[test]
fn a_sheet_whose_only_line_in_force_is_removed_stays_the_same_plan() {
    for is_undone in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = open(folder.path(), EARLY);
        begin_sheet(&mut journal);
        // The name of the sheet is the word that stands where there is no name.
        fill(&mut journal, |draft| {
            draft.revision.title = "Draft".to_owned();
            draft.lines_on_sheet = Some(2);
        });
        let bridge = enter(&mut journal, "Bridge: 10 x", "bridge");
        read_back(&mut journal, &bridge);
        journal.confirm_draft(None).unwrap();
        let before = held(&journal);
        edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(bridge.clone()) });
        if is_undone {
            let view = journal.save_draft(before).unwrap();
            assert_eq!((view.to_enter, view.draft.taken_in), (1, vec![bridge.clone()]));
            read_back(&mut journal, &bridge);
        }
        let heel = enter(&mut journal, "Heel raises: 10 x", "heel-raise");
        read_back(&mut journal, &heel);
        let taken = journal.confirm_draft(None).unwrap();
        assert_eq!(taken.check.kind, ImportKind::Revision, "{is_undone}");
        assert_eq!(revisions(&journal), [2, 1]);
        assert_eq!(journal.plan().unwrap().unwrap().revision.plan.as_str(), "draft-2");
    }
}

#[test]
fn a_line_with_a_question_is_never_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    begin_sheet(&mut journal);
    let clam = enter(&mut journal, "Clam: 10 x", "clamshell");
    read_back(&mut journal, &clam);
    let line = &journal.draft().unwrap().unwrap().lines[0];
    assert!(!line.complete && line.read_back);
    // Nobody has said on which side.
    assert_eq!(codes(journal.confirm_draft(None)), [ProblemCode::NotAnswered]);
    assert_eq!(codes(journal.confirm_draft(Some(&[clam]))), [ProblemCode::NotAnswered]);
    assert_eq!(journal.plan().unwrap(), None);
    assert!(!journal.check_draft(None).unwrap().problems.is_empty());
}

#[test]
fn taking_in_is_one_step_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), EARLY);
    begin_sheet(&mut journal);
    let bridge = enter(&mut journal, "Bridge: 10 x", "bridge");
    read_back(&mut journal, &bridge);
    // The plan can be written, and the draft cannot be removed: then neither is done.
    let spoil = "CREATE TRIGGER spoil BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, 'no'); END;";
    raw(folder.path()).execute_batch(spoil).unwrap();
    assert!(journal.confirm_draft(None).is_err());
    assert_eq!(journal.plan().unwrap(), None);
    assert_eq!(held(&journal).taken_in, []);
    raw(folder.path()).execute_batch("DROP TRIGGER spoil").unwrap();
    journal.confirm_draft(None).unwrap();
    assert_eq!(revisions(&journal), [1]);
}

#[test]
fn a_draft_is_taken_in_by_the_way_of_files() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    done(&mut journal, "bridge", "morning", TODAY);
    let states_before = states(&journal, TODAY);
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    let walk = DraftPlace::Line(name("walk"));
    edit(
        &mut journal,
        DraftEdit::Take {
            place: walk.clone(),
            parts: vec![LinePart::Number { key: Counted::Minutes, number: 15 }],
        },
    );
    edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(name("heel-slide")) });
    let view = journal.draft().unwrap().unwrap();
    let beside: Vec<_> = view.lines.iter().map(|line| line.beside_present).collect();
    assert_eq!(beside, [BesidePresent::Kept, BesidePresent::Changed]);
    assert!(view.changes.iter().any(|change| change.thing == ChangedThing::LineDose));
    assert_eq!(view.in_force_from, Some(day("2026-11-19")), "today is under way");
    assert_eq!(codes(journal.confirm_draft(None)), [ProblemCode::NotReadBack]);
    read_back(&mut journal, &name("walk"));
    // The same file, brought from outside, would do the same.
    let draft = held(&journal);
    let file = plan::write(&Revision { number: 2, ..draft.revision });
    let by_file = journal.check_plan(file.as_bytes(), NAME).unwrap();
    let taken = journal.confirm_draft(None).unwrap().check;
    assert_eq!(taken.changes, by_file.changes);
    assert_eq!(taken.in_force_from, by_file.in_force_from);
    assert_eq!(taken.revision, by_file.revision);
    // Today goes on as it was, but for the line that is gone: that is not asked for again.
    let [before, after] = [states_before, states(&journal, TODAY)]
        .map(|states| states.iter().filter(|state| **state == State::NotRequired).count());
    assert_eq!([before, after], [0, 2]);
}

#[test]
fn a_change_that_was_begun_before_a_later_revision_undoes_nothing_of_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    fill(&mut journal, |draft| {
        let line = draft.revision.lines.iter_mut().find(|line| line.id == name("bridge")).unwrap();
        line.dose.repetitions = Some(6);
        draft.revision.author = Some("Physiotherapy, ward 4".to_owned());
    });
    read_back(&mut journal, &name("bridge"));

    // The physiotherapist's file changes the walk and the review, and has a line more.
    let more = "\n[[line]]\nid = \"squat\"\nas_written = \"Small squats, 8\"\nexercise = \"mini-squat\"\nrepetitions = 8\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1\n";
    let second = sheet("ward", 2, "2026-11-16")
        .replace("minutes = 10", "minutes = 20")
        .replace("title = \"Ward sheet\"", "title = \"Ward sheet\"\nreview = 2026-12-20")
        + more;
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();

    let draft = held(&journal);
    let of = |id: &str| draft.revision.line(&name(id)).unwrap().dose.clone();
    assert_eq!(of("bridge").repetitions, Some(6));
    assert_eq!((of("walk").minutes, of("squat").repetitions), (Some(20), Some(8)));
    assert_eq!(draft.revision.review, Some(day("2026-12-20")));
    assert_eq!(draft.revision.author.as_deref(), Some("Physiotherapy, ward 4"));
    assert!(["bridge", "walk", "squat"].iter().all(|id| draft.read_back.contains(&name(id))));

    // The third changes what the draft changed: both are to be seen again.
    let third = second
        .replace("revision = 2", "revision = 3")
        .replace("repetitions = 10", "repetitions = 12");
    journal.import_plan(third.as_bytes(), NAME, true).unwrap();
    let draft = held(&journal);
    assert_eq!(draft.revision.line(&name("bridge")).unwrap().dose.repetitions, Some(6));
    assert!(!draft.read_back.contains(&name("bridge")));
    assert_ne!(draft.rules_read_back, [], "no rule was changed by both");
    assert!(codes(journal.confirm_draft(None)).contains(&ProblemCode::NotReadBack));
    read_back(&mut journal, &name("bridge"));
    read_back_rules(&mut journal);
    journal.confirm_draft(None).unwrap();
    assert_eq!(revisions(&journal), [4, 3, 2, 1]);
    let plan = PlanId::new("ward").unwrap();
    let changes = journal.changes_since(&plan, 3, Some(4)).unwrap();
    assert_eq!(changes.len(), 2, "{changes:?}");

    // Where both changed the same part of the rules, all of them are to be seen again.
    journal.begin_draft(&DraftStart::Present, true).unwrap();
    fill(&mut journal, |draft| draft.revision.review = Some(day("2026-12-22")));
    let fifth = third.replace("revision = 3", "revision = 5").replace("2026-12-20", "2026-12-27");
    journal.import_plan(fifth.as_bytes(), NAME, true).unwrap();
    let draft = held(&journal);
    assert_eq!((draft.revision.review, draft.rules_read_back), (Some(day("2026-12-22")), vec![]));
}

#[test]
fn a_visit_that_changes_nothing_makes_no_revision() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    journal.begin_draft(&DraftStart::Present, false).unwrap();
    let taken = journal.confirm_draft(None).unwrap();
    assert_eq!(taken.check.kind, ImportKind::SameAgain);
    assert_eq!((taken.draft, revisions(&journal)), (None, vec![1]));
}

#[test]
fn going_back_to_the_first_revision_gives_a_third_with_the_words_of_the_first() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), EARLY);
    let second = sheet("ward", 2, "2026-11-16").replace("minutes = 10", "minutes = 20");
    journal.import_plan(second.as_bytes(), NAME, true).unwrap();
    let plan = PlanId::new("ward").unwrap();
    let missing = DraftStart::Earlier { plan: plan.clone(), number: 9 };
    assert!(matches!(
        journal.begin_draft(&missing, false),
        Err(StoreError::NotFound { what: "revision", .. })
    ));
    journal.begin_draft(&DraftStart::Earlier { plan: plan.clone(), number: 1 }, false).unwrap();
    journal.confirm_draft(None).unwrap();
    assert_eq!(revisions(&journal), [3, 2, 1]);
    let text = |number| journal.export_revision(&plan, number).unwrap().unwrap();
    let read = |number| plan::read(&text(number), NAME, embedded()).unwrap();
    assert_eq!(read(3), Revision { number: 3, ..read(1) });
    assert_eq!(journal.revision(&plan, 1).unwrap().unwrap().revision, read(1));
    assert_eq!(journal.revision(&plan, 9).unwrap(), None);
    assert_eq!(journal.changes_since(&plan, 1, None).unwrap(), []);
    let things = |from, through| -> Vec<ChangedThing> {
        let changes = journal.changes_since(&plan, from, Some(through)).unwrap();
        changes.iter().map(|change| change.thing).collect()
    };
    assert_eq!(things(1, 2), [ChangedThing::LineDose]);
    assert_eq!(things(2, 3), [ChangedThing::LineDose]);
    assert!(matches!(
        journal.changes_since(&plan, 1, Some(9)),
        Err(StoreError::NotFound { what: "revision", .. })
    ));
}

#[test]
fn a_template_asks_nobody_for_anything_until_a_line_is_switched_on() {
    for template in embedded_templates() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = open(folder.path(), EARLY);
        let start = DraftStart::Template { template: template.id.clone() };
        journal.begin_draft(&start, false).unwrap();
        fill(&mut journal, |draft| {
            draft.revision.surgery.date = day("2026-11-02");
            draft.revision.starts = day("2026-11-16");
            // Some count from the day of coming home.
            draft.revision.surgery.discharge = Some(day("2026-11-04"));
        });
        for asked in [Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay] {
            edit(&mut journal, DraftEdit::Answered { place: DraftPlace::Sheet, asked });
        }
        read_back_rules(&mut journal);
        journal.confirm_draft(None).unwrap();
        let lines = &journal.plan().unwrap().unwrap().revision.lines;
        assert!(!lines.is_empty() && lines.iter().all(|line| line.off));
        let today = journal.today().unwrap();
        assert_eq!(today.agenda.unwrap().items().count(), 0, "{}", template.id);
    }
}
