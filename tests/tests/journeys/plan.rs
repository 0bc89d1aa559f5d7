//! Scenario 14: the physiotherapist changes the plan.

use backwise_core::plan::{ChangeKind, ChangedThing};
use backwise_core::record::Outcome;
use backwise_store::StoreError;
use backwise_store::views::ImportKind;

use super::sheet::{SHEET, changed, with};
use super::{Person, bout, day};

/// Friday noon of the first week, and the Monday from which the second sheet holds.
const FRIDAY: &str = "2026-11-20T12:00:00+01:00";
const MONDAY: &str = "2026-11-23T08:00:00+01:00";

/// The second revision: the evening round is at seven, the bridge is gone, the brace is longer.
fn second() -> String {
    let sheet = with("revision = 1", "revision = 2");
    let sheet = changed(&sheet, "starts = 2026-11-16", "starts = 2026-11-23");
    let sheet = changed(&sheet, "at = \"20:00\"", "at = \"19:00\"");
    let sheet = changed(&sheet, "Belly brace, 10 x\"", "Belly brace, 12 x\"");
    let sheet = changed(
        &sheet,
        "exercise = \"abdominal-brace\"\nrepetitions = 10",
        "exercise = \"abdominal-brace\"\nrepetitions = 12",
    );
    let from = sheet.find("[[line]]\nid = \"bridge\"").unwrap();
    let until = sheet.find("[[line]]\nid = \"squeeze\"").unwrap();
    format!("{}{}", &sheet[..from], &sheet[until..])
}

/// Somebody who did some of the first week.
fn person() -> Person {
    let person = Person::with(SHEET);
    for on in ["2026-11-16", "2026-11-17", "2026-11-18"] {
        person.wakes(&format!("{on}T09:00:00+01:00"));
        person.finishes(&format!("{on}T09:15:00+01:00"), "morning", on);
        person.wakes(&format!("{on}T14:00:00+01:00"));
    }
    person.records(FRIDAY, &bout("slides", "morning", "2026-11-20"), &Outcome::Done);
    person
}

#[test]
fn scenario_14_what_changes_is_told_before_anything_happens() {
    let person = person();
    let ahead = person.coming(FRIDAY, 7);
    let check = person.at(FRIDAY).check_plan(second().as_bytes(), "second.backwise").unwrap();
    assert_eq!((check.kind, check.problems.len()), (ImportKind::Revision, 0));
    assert_eq!(check.in_force_from, Some(day("2026-11-23")));
    let told: Vec<_> = check.changes.iter().map(|change| (change.kind, change.thing)).collect();
    assert!(told.contains(&(ChangeKind::Removed, ChangedThing::Line)), "{told:?}");
    assert!(told.contains(&(ChangeKind::Changed, ChangedThing::LineDose)), "{told:?}");
    assert!(told.contains(&(ChangeKind::Changed, ChangedThing::Round)), "{told:?}");
    assert_eq!(person.coming(FRIDAY, 7), ahead, "looking changes nothing");
}

#[test]
fn scenario_14_old_prompts_are_gone_and_new_ones_are_there() {
    let person = person();
    person.at(FRIDAY).import_plan(second().as_bytes(), "second.backwise", true).unwrap();
    let expected: Vec<String> =
        ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]
            .iter()
            .flat_map(|on| {
                let evening = if *on < "2026-11-23" { "20:00" } else { "19:00" };
                [("morning", "09:00"), ("noon", "14:00"), ("evening", evening)]
                    .map(|(round, at)| format!("{on} {round} {at}"))
            })
            // The morning of Friday has begun.
            .skip(1)
            .collect();
    let mut ahead = person.coming(FRIDAY, 5);
    // The gap after Friday's bout, which ended at noon, moves that noon.
    assert_eq!(ahead[0], "2026-11-20 noon 15:00");
    ahead[0] = expected[0].clone();
    assert_eq!(ahead, expected);
    assert_eq!(person.day(MONDAY, "2026-11-23").items().count(), 5);
    assert_eq!(person.day(MONDAY, "2026-11-22").items().count(), 6);
    assert_eq!(person.wakes("2026-11-23T18:59:00+01:00"), []);
    assert_eq!(person.wakes("2026-11-23T19:00:00+01:00").len(), 1);
    assert_eq!(person.wakes("2026-11-23T20:00:00+01:00"), []);
}

#[test]
fn scenario_14_last_weeks_figures_stay_to_the_digit() {
    let person = person();
    let before = person.at(MONDAY).report(day("2026-11-16"), day("2026-11-22")).unwrap().unwrap();
    person.at(FRIDAY).import_plan(second().as_bytes(), "second.backwise", true).unwrap();
    let after = person.at(MONDAY).report(day("2026-11-16"), day("2026-11-22")).unwrap().unwrap();
    assert_eq!(before, after);
    assert_eq!((before.total.prescribed, before.total.done), (42, 13));
    assert!(before.total.no_entry > 0 && before.total.not_reminded > 0);
}

#[test]
fn scenario_14_a_file_that_is_damaged_older_or_somebody_elses_changes_nothing() {
    let person = person();
    person.at(FRIDAY).import_plan(second().as_bytes(), "second.backwise", true).unwrap();
    let exported = person.at(FRIDAY).export_plan().unwrap().unwrap();
    let ahead = person.coming(FRIDAY, 7);
    let second = second();
    let damaged = &second.as_bytes()[..second.len() / 2];
    let refused = person.at(FRIDAY).import_plan(damaged, "half.backwise", true);
    assert!(
        matches!(&refused, Err(StoreError::Refused(problems)) if !problems.is_empty()),
        "{refused:?}"
    );
    let refused = person.at(FRIDAY).import_plan(SHEET.as_bytes(), "old.backwise", true);
    assert!(
        matches!(&refused, Err(StoreError::Refused(problems)) if !problems.is_empty()),
        "{refused:?}"
    );
    // Somebody else's sheet is another plan, and never takes the place of this one without a yes.
    let other = changed(&second, "plan = \"ward\"", "plan = \"other-ward\"");
    let check = person.at(FRIDAY).check_plan(other.as_bytes(), "other.backwise").unwrap();
    assert_eq!((check.kind, check.needs_confirmation), (ImportKind::OtherPlan, true));
    let refused = person.at(FRIDAY).import_plan(other.as_bytes(), "other.backwise", false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    assert_eq!(person.coming(FRIDAY, 7), ahead);
    assert_eq!(person.at(FRIDAY).export_plan().unwrap().unwrap(), exported);
}

#[test]
fn scenario_14_a_dose_that_was_changed_after_the_file_was_written_is_not_taken_in_unseen() {
    let person = person();
    person.at(FRIDAY).import_plan(second().as_bytes(), "second.backwise", true).unwrap();
    let written = person.at(MONDAY).export_plan().unwrap().unwrap();
    let next = changed(
        &changed(&written, "revision = 2", "revision = 3"),
        "repetitions = 12",
        "repetitions = 13",
    );
    let check = person.at(MONDAY).check_plan(next.as_bytes(), "next.backwise").unwrap();
    assert!(check.needs_confirmation);
    let refused = person.at(MONDAY).import_plan(next.as_bytes(), "next.backwise", false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
}
