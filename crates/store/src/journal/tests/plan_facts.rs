//! What the team said, pauses and bad days: kept, taken back, and seen by the day.

use backwise_core::ids::ClearanceId;
use backwise_core::record::{ClearanceAnswer, Entered, PlanFact};

use super::*;
use crate::StoreError;
use crate::views::PlanView;

const MORNING: &str = "2026-11-18T08:30:00Z";
const TODAY: &str = "2026-11-18";

/// A folder with a sheet on which the bridge waits for the nurse, with a limit and a stage.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        .replace("id = \"bridge\"", "id = \"bridge\"\nclearance = \"nurse\"")
        + r#"
[[line.stage]]
when_agreed = true
minutes = 15

[[clearance]]
id = "nurse"
as_written = "if the nurse agrees"
ask_on = 2026-11-17

[[precaution]]
as_written = "No lifting"
until = 2026-11-17

[bad_day]
as_written = "Bad day? One walk is enough."
minimum = [{ line = "walk", bouts = 1 }]
"#;
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    folder
}

fn nurse() -> ClearanceId {
    ClearanceId::new("nurse").unwrap()
}

fn lines(journal: &Journal) -> Vec<String> {
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    let mut lines: Vec<_> = agenda.items().map(|item| item.bout.line.to_string()).collect();
    lines.sort();
    lines.dedup();
    lines
}

#[test]
fn an_answer_of_the_team_is_kept_and_can_be_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(lines(&journal), ["heel-slide", "walk"]);
    let yes = journal
        .answer_clearance(&nurse(), ClearanceAnswer::Yes, Some(" Ward nurse "), None, day(TODAY))
        .unwrap();
    assert_eq!(lines(&journal), ["bridge", "heel-slide", "walk"]);
    assert_eq!(lines(&open(folder.path(), MORNING)), ["bridge", "heel-slide", "walk"]);
    let bridge = [bout("bridge", "morning", TODAY)];
    assert!(journal.asked_of(&bridge).unwrap()[0].is_some(), "a round may begin with it");
    journal.withdraw_plan_fact(yes).unwrap();
    assert_eq!(journal.asked_of(&bridge).unwrap(), [None], "and does not go on with it");
    assert_eq!(lines(&journal), ["heel-slide", "walk"]);
    assert!(journal.withdraw_plan_fact(yes).is_err(), "taken back once");
    let kept: u32 = raw(folder.path())
        .query_row("SELECT count(*) FROM plan_fact WHERE who = 'Ward nurse'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 1, "what was taken back stays in the file");
}

#[test]
fn an_ok_is_to_be_asked_for_until_an_answer_is_kept_and_again_once_that_is_taken_back() {
    let folder = folder();
    let asked = |journal: &Journal| {
        let today = journal.today().unwrap();
        today.to_ask.into_iter().map(|ok| ok.id).collect::<Vec<_>>()
    };
    assert_eq!(asked(&open(folder.path(), "2026-11-16T09:00:00Z")), []);
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(asked(&journal), [nurse()]);
    let not_yet = ClearanceAnswer::NotYet;
    let answer = journal.answer_clearance(&nurse(), not_yet, None, None, day(TODAY)).unwrap();
    assert_eq!(asked(&journal), []);
    // It is not asked about on Today any more, and still waits.
    assert_eq!(lines(&journal), ["heel-slide", "walk"]);
    journal.withdraw_plan_fact(answer).unwrap();
    assert_eq!(asked(&journal), [nurse()]);
}

#[test]
fn what_the_plan_does_not_have_and_days_to_come_are_refused_and_nothing_is_written() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let yes = ClearanceAnswer::Yes;
    let other = ClearanceId::new("other").unwrap();
    let walk = LineId::new("walk").unwrap();
    assert!(journal.answer_clearance(&other, yes, None, None, day(TODAY)).is_err());
    assert!(journal.answer_clearance(&nurse(), yes, None, None, day("2026-11-19")).is_err());
    let long = "x".repeat(121);
    assert!(journal.answer_clearance(&nurse(), yes, Some(&long), None, day(TODAY)).is_err());
    assert!(journal.limit_is_over("No bending", None, day(TODAY)).is_err());
    assert!(journal.agree_to_stage(&walk, 2).is_err());
    assert!(journal.agree_to_stage(&walk, 0).is_err());
    assert!(journal.pause(day(TODAY), Some(day("2026-11-17")), None).is_err());
    assert!(journal.pause(day("2036-01-01"), None, None).is_err());
    let kept: u32 = raw(folder.path())
        .query_row("SELECT count(*) FROM plan_fact", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 0);
}

#[test]
fn a_limit_stays_after_its_day_until_somebody_said_that_it_is_over() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let limits = |journal: &Journal| journal.agenda(day(TODAY)).unwrap().unwrap().precautions;
    assert!(limits(&journal)[0].until_has_passed);
    let record = journal.limit_is_over("No lifting", Some("surgeon"), day(TODAY)).unwrap();
    assert!(limits(&journal).is_empty());

    // Who said it, and when, is put right later; the limit is over from the day from which it was.
    let mut journal = open(folder.path(), "2026-11-20T08:30:00Z");
    let right = journal.correct_limit_over(record, Some("nurse"), day("2026-11-17")).unwrap();
    assert!(limits(&journal).is_empty());
    let said = journal.said().unwrap();
    assert!(
        matches!(&said[0].fact, PlanFact::LimitOver { who, said_on, day: from, .. }
            if who.as_deref() == Some("nurse")
                && (*said_on, *from) == (day("2026-11-17"), day(TODAY))),
        "{said:?}"
    );
    let after = day("2026-11-19");
    assert!(journal.correct_limit_over(right, None, after).is_err(), "it held before that");
    assert!(journal.correct_limit_over(record, None, day(TODAY)).is_err(), "it was replaced");
}

#[test]
fn a_limit_of_a_newer_sheet_that_acts_already_can_be_said_to_be_over() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let newer = sheet("ward", 2, "2026-11-16")
        + "\n[[precaution]]\nas_written = \"No driving\"\nuntil = 2026-11-30\n";
    journal.import_plan(newer.as_bytes(), "ward.backwise", true).unwrap();
    let limits = |journal: &Journal, on: &str| {
        let agenda = journal.agenda(day(on)).unwrap().unwrap();
        agenda.precautions.into_iter().map(|limit| limit.as_written).collect::<Vec<_>>()
    };
    assert_eq!(limits(&journal, TODAY), ["No lifting", "No driving"]);
    journal.limit_is_over("No driving", None, day(TODAY)).unwrap();
    assert_eq!(limits(&journal, TODAY), ["No lifting"]);
    assert!(limits(&journal, "2026-11-19").is_empty());
}

#[test]
fn a_pause_of_days_that_are_over_is_entered_later_and_what_was_done_in_it_stays() {
    let folder = folder();
    let mut journal = open(folder.path(), "2026-11-18T11:00:00Z");
    done(&mut journal, "heel-slide", "morning", TODAY);
    let mut journal = open(folder.path(), "2026-11-21T08:30:00Z");
    journal.pause(day(TODAY), Some(day("2026-11-19")), None).unwrap();
    assert_eq!(journal.said().unwrap()[0].entered, Entered::Later);
    let of_day = states(&journal, TODAY);
    assert!(of_day.contains(&State::Done) && of_day.contains(&State::Paused), "{of_day:?}");
    let is_paused = |on| journal.agenda(day(on)).unwrap().unwrap().pause.is_some();
    assert!(is_paused("2026-11-19") && !is_paused("2026-11-20") && !is_paused("2026-11-21"));
    assert!(journal.pause(day("2024-11-18"), None, None).is_err());
}

#[test]
fn a_bad_day_is_said_once_and_asks_for_the_minimum() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let first = journal.not_a_good_day(day(TODAY)).unwrap();
    assert_eq!(journal.not_a_good_day(day(TODAY)).unwrap(), first);
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    assert_eq!(agenda.bad_day, Some(first));
    let asked: Vec<_> = agenda.items().filter(|item| !item.state.is_settled()).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].bout.line.as_str(), "walk");
    journal.withdraw_plan_fact(first).unwrap();
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    assert!(agenda.bad_day.is_none());
    assert!(agenda.items().all(|item| item.state != State::NotRequired));
}

#[test]
fn of_a_day_that_is_over_it_can_be_said_that_it_was_not_a_good_day_and_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let on = |journal: &Journal, on| journal.agenda(day(on)).unwrap().unwrap();
    let days = ["2026-11-16", "2026-11-17", TODAY, "2026-11-19"];
    let before = days.map(|of| on(&journal, of));
    let said = journal.not_a_good_day(day("2026-11-17")).unwrap();
    assert_eq!(journal.not_a_good_day(day("2026-11-17")).unwrap(), said);
    let yesterday = on(&journal, "2026-11-17");
    assert_eq!(yesterday.bad_day, Some(said));
    // What the sheet calls enough is asked for, as on the day itself.
    let asked: Vec<_> = yesterday.asked_of_person().map(|item| item.bout.line.as_str()).collect();
    assert_eq!(asked, ["walk"]);
    for of in [0, 2, 3] {
        assert_eq!(on(&journal, days[of]), before[of], "{}", days[of]);
    }
    let fact = journal.said().unwrap().into_iter().find(|fact| fact.record == said).unwrap();
    assert_eq!(fact.entered, Entered::Later);
    journal.withdraw_plan_fact(said).unwrap();
    assert_eq!(on(&journal, "2026-11-17"), before[1]);
    let to_come = journal.not_a_good_day(day("2026-11-19"));
    assert!(matches!(to_come, Err(StoreError::OutOfRange { what: "the day", .. })));
}

#[test]
fn a_pause_rings_nothing_until_the_person_goes_on() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    journal.set_reminders(true).unwrap();
    journal.pause(day(TODAY), Some(day(TODAY)), None).unwrap();
    assert!(journal.agenda(day(TODAY)).unwrap().unwrap().pause.is_some());
    assert!(states(&journal, TODAY).iter().all(|state| *state == State::Paused));
    let mut later = open(folder.path(), "2026-11-20T08:30:00Z");
    assert!(states(&later, "2026-11-20").iter().all(|state| *state == State::Paused));
    later.resume().unwrap();
    assert!(states(&later, "2026-11-20").contains(&State::Due));
    assert!(states(&later, "2026-11-19").iter().all(|state| *state == State::Paused));
}

#[test]
fn a_pause_that_is_to_come_leaves_the_days_before_it_and_can_be_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let pause = journal.pause(day("2026-11-20"), Some(day("2026-11-22")), None).unwrap();
    assert!(states(&journal, TODAY).contains(&State::Due));
    assert!(journal.agenda(day("2026-11-19")).unwrap().unwrap().pause.is_none());
    for paused in ["2026-11-20", "2026-11-22"] {
        assert!(states(&journal, paused).iter().all(|state| *state == State::Paused), "{paused}");
    }
    let begun = open(folder.path(), "2026-11-20T08:30:00Z");
    assert!(begun.agenda(day("2026-11-20")).unwrap().unwrap().pause.is_some());
    journal.withdraw_plan_fact(pause).unwrap();
    assert!(journal.agenda(day("2026-11-20")).unwrap().unwrap().pause.is_none());
}

#[test]
fn a_stage_that_was_agreed_to_holds_from_today() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let minutes =
        |journal: &Journal, on| journal.agenda(day(on)).unwrap().unwrap().any_time[0].dose.minutes;
    assert_eq!(minutes(&journal, TODAY), Some(10));
    journal.agree_to_stage(&LineId::new("walk").unwrap(), 1).unwrap();
    assert_eq!(minutes(&journal, TODAY), Some(15));
    assert_eq!(minutes(&journal, "2026-11-17"), Some(10));
}

#[test]
fn the_plan_says_which_stage_is_done_today_and_an_earlier_or_later_one_of_it_says_none() {
    let folder = folder();
    let walk = |view: PlanView| {
        view.lines.into_iter().find(|one| one.line.as_str() == "walk").unwrap().stage
    };
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(walk(journal.plan().unwrap().unwrap()), None);
    journal.agree_to_stage(&LineId::new("walk").unwrap(), 1).unwrap();
    assert_eq!(walk(journal.plan().unwrap().unwrap()), Some(1));
    let later = sheet("ward", 2, "2026-12-01");
    journal.import_plan(later.as_bytes(), "ward.backwise", true).unwrap();
    let of = |number| journal.revision(&PlanId::new("ward").unwrap(), number).unwrap().unwrap();
    assert_eq!((walk(of(1)), walk(of(2))), (Some(1), None));
    let journal = open(folder.path(), "2026-12-01T09:00:00Z");
    let earlier = journal.revision(&PlanId::new("ward").unwrap(), 1).unwrap().unwrap();
    assert_eq!(walk(earlier), None);
}
