//! What a visit changes in a line whose steps have begun, from the sheet that is typed to the days that follow.

use backwise_core::plan::draft::{Asked, DraftEdit, DraftPlace, OpenQuestion};
use backwise_core::plan::{ChangedThing, Told, ToldArg};

use super::drafts::{edit, fill, name};
use super::visits::take_in;
use super::{day, open, sheet};
use crate::Journal;
use crate::views::{DraftStart, DraftView};

/// The evening of a visit.
const VISIT: &str = "2026-12-07T20:00:00Z";

/// The plan of a walk that grew, and that of the project's handout whose stages lie over its first words.
const GROWS: &str = r#"
[line.growth]
key = "minutes"
by = 2
every_days = 7
at_most = 30
from = 2026-11-23
"#;
const STAGES: &str = r#"
[[line.stage]]
as_written = "weeks 5-6 twenty-five minutes once a day"
from_week = 5
minutes = 25
times_a_day = 1

[[line.stage]]
as_written = "then half an hour"
from_week = 7
minutes = 30
times_a_day = 1
"#;

fn at_the_visit(folder: &std::path::Path, more: &str) -> (Journal, DraftView) {
    let mut journal = open(folder, "2026-11-15T18:00:00Z");
    let text = sheet("ward", 1, "2026-11-16") + more;
    let counted = "title = \"Ward sheet\"\nweeks_counted = \"from-1\"";
    let text = text.replacen("title = \"Ward sheet\"", counted, 1);
    journal.import_plan(text.as_bytes(), "ward.backwise", true).unwrap();
    let mut journal = open(folder, VISIT);
    let view = journal.begin_draft(&DraftStart::Visit, false).unwrap();
    (journal, view)
}

/// How many minutes the walk asks for on each of these days, and how often.
fn walks(journal: &Journal, days: &[&str]) -> Vec<(u16, usize)> {
    let of = |text: &&str| {
        let agenda = journal.agenda(day(text)).unwrap().unwrap();
        let walks: Vec<_> =
            agenda.items().filter(|item| item.bout.line == name("walk")).cloned().collect();
        (walks[0].dose.minutes.unwrap(), walks.len())
    };
    days.iter().map(of).collect()
}

fn minutes(told: &[Told]) -> Option<f64> {
    told.iter().find_map(|told| match told.args.get("n") {
        Some(ToldArg::Number(number)) => Some(*number),
        _ => None,
    })
}

/// How many minutes the draft says of the walk where its first words do not hold.
fn from(view: &DraftView) -> Option<f64> {
    let walk = view.lines.iter().find(|line| line.line == name("walk")).unwrap();
    walk.from.as_ref().and_then(|from| {
        assert_eq!(from.day, day("2026-12-08"));
        minutes(&from.how_much)
    })
}

fn later() -> OpenQuestion {
    OpenQuestion { place: DraftPlace::Line(name("walk")), asked: Asked::Later }
}

/// What the page of comparing says of the walk: before and now.
fn change(journal: &Journal) -> (Option<f64>, Option<f64>) {
    let changes = journal.check_draft(None).unwrap().changes;
    let first = changes.iter().find(|change| change.thing == ChangedThing::LineFrom).unwrap();
    assert!(!changes.iter().any(|change| change.thing == ChangedThing::LineDose));
    (minutes(&first.before), minutes(&first.after))
}

#[test]
fn a_dose_that_has_grown_is_shown_and_the_number_of_a_visit_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, view) = at_the_visit(folder.path(), GROWS);
    assert_eq!(from(&view), Some(16.0));
    edit(&mut journal, DraftEdit::FromNowOn { line: name("walk") });
    let view = fill(&mut journal, |draft| draft.revision.lines[2].dose.minutes = Some(12));
    assert_eq!((from(&view), view.draft.open), (None, vec![later()]));
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    take_in(&mut journal);
    let days = ["2026-12-07", "2026-12-08", "2026-12-13", "2026-12-14"];
    // The smaller number is that of the rest of the day, too.
    assert_eq!(walks(&journal, &days), [(12, 2), (12, 2), (12, 2), (14, 2)]);
}

#[test]
fn the_stage_that_holds_is_shown_and_the_number_of_a_visit_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, view) = at_the_visit(folder.path(), STAGES);
    assert_eq!(from(&view), Some(25.0));
    let place = edit(&mut journal, DraftEdit::FromNowOn { line: name("walk") });
    assert_eq!(place, DraftPlace::Stage { line: name("walk"), number: 1 });
    let view = fill(&mut journal, |draft| {
        draft.revision.lines[2].stages[0].dose.minutes = Some(20);
    });
    assert_eq!((from(&view), view.draft.open), (Some(20.0), vec![later()]));
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    take_in(&mut journal);
    let days = ["2026-12-07", "2026-12-08", "2026-12-13", "2026-12-14"];
    assert_eq!(walks(&journal, &days), [(20, 1), (20, 1), (20, 1), (30, 1)]);
}

#[test]
fn the_page_of_comparing_says_what_is_asked_for_from_that_day() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = at_the_visit(folder.path(), GROWS);
    edit(&mut journal, DraftEdit::FromNowOn { line: name("walk") });
    fill(&mut journal, |draft| draft.revision.lines[2].dose.minutes = Some(12));
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    super::visits::read_back(&mut journal);
    assert_eq!(change(&journal), (Some(16.0), Some(12.0)));
}

/// The draft of a visit on which the walk is to be 12 minutes, of which everything was compared with the paper.
fn compared(folder: &std::path::Path) -> Journal {
    let (mut journal, _) = at_the_visit(folder, GROWS);
    edit(&mut journal, DraftEdit::FromNowOn { line: name("walk") });
    fill(&mut journal, |draft| draft.revision.lines[2].dose.minutes = Some(12));
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    super::visits::read_back(&mut journal);
    journal
}

/// Whether the walk is to be compared with the paper anew, and whether what comes later still holds is asked.
fn is_to_be_seen(view: &DraftView) -> (bool, bool) {
    (!view.draft.read_back.contains(&name("walk")), view.draft.open == [later()])
}

#[test]
fn a_day_that_is_chosen_last_has_the_line_seen_that_asks_for_something_else_then() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = compared(folder.path());
    let others = journal.draft().unwrap().unwrap().draft.read_back.len() - 1;
    let view = fill(&mut journal, |draft| draft.from_day = Some(day("2026-12-10")));
    assert_eq!(is_to_be_seen(&view), (false, false), "it is the same until the 14th");
    let view = fill(&mut journal, |draft| draft.from_day = Some(day("2026-12-21")));
    assert_eq!(is_to_be_seen(&view), (true, true));
    assert_eq!(view.draft.read_back.len(), others, "the others are as they were");
    assert!(journal.confirm_draft(None).is_err());
    // Until somebody has answered it.
    edit(&mut journal, DraftEdit::ReadBack { line: name("walk"), is_right: true });
    assert!(journal.confirm_draft(None).is_err());
}

#[test]
fn a_draft_that_lay_for_two_weeks_has_the_line_seen_that_asks_for_something_else_now() {
    let folder = tempfile::tempdir().unwrap();
    drop(compared(folder.path()));
    let mut journal = open(folder.path(), "2026-12-20T20:00:00Z");
    let view = journal.draft().unwrap().unwrap();
    assert_eq!(is_to_be_seen(&view), (true, true));
    assert!(journal.confirm_draft(None).is_err());
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    take_in(&mut journal);
    assert_eq!(walks(&journal, &["2026-12-21"]), [(16, 2)]);
}

#[test]
fn what_a_screen_sends_that_did_not_know_of_another_day_answers_nothing_that_came_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = compared(folder.path());
    // Shown on the evening of the visit, and typed on two weeks later.
    let mut sent = journal.draft().unwrap().unwrap().draft;
    assert_eq!(sent.open, []);
    drop(journal);
    journal = open(folder.path(), "2026-12-20T20:00:00Z");
    sent.revision.title = "Ward sheet, second page".to_owned();
    let view = journal.save_draft(sent.clone()).unwrap();
    assert_eq!(is_to_be_seen(&view), (true, true));
    assert!(journal.confirm_draft(None).is_err());
    // Once it was answered, nothing asks it again.
    edit(&mut journal, DraftEdit::Answered { place: later().place, asked: Asked::Later });
    let view = journal.save_draft(sent).unwrap();
    assert_eq!(view.draft.open, []);
}

#[test]
fn a_line_stopped_by_mistake_is_put_back_and_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let extra = format!(
        "{GROWS}\n[bad_day]\nas_written = \"Only the walk\"\nminimum = [{{ line = \"walk\", bouts = 1 }}]\n"
    );
    let (mut journal, before) = at_the_visit(folder.path(), &extra);
    edit(&mut journal, DraftEdit::Remove { place: DraftPlace::Line(name("walk")) });
    let view = journal.draft().unwrap().unwrap();
    assert_eq!(view.removed.iter().map(|gone| &gone.line).collect::<Vec<_>>(), [&name("walk")]);
    edit(&mut journal, DraftEdit::PutBack { line: name("walk") });
    let view = journal.draft().unwrap().unwrap();
    assert_eq!((view.removed, view.changes), (vec![], vec![]));
    assert_eq!(view.draft.revision, before.draft.revision);
    assert!(view.draft.read_back.contains(&name("walk")));
}
