//! A dose that grows, and somebody who stays as they are for a while.

use backwise_core::ids::LineId;
use backwise_core::schedule::WaitsFor;

use super::Person;
use super::sheet::changed;

/// Ten times, from Wednesday on two more every other day, at the most 16.
fn person() -> Person {
    let brace = "exercise = \"abdominal-brace\"\nrepetitions = 10\ndays = \"every day\"\nrounds = [\"morning\"]\n";
    let growth = "\n[line.growth]\nkey = \"repetitions\"\nby = 2\nevery_days = 2\nat_most = 16\nfrom = 2026-11-18\n";
    Person::with(&changed(super::sheet::SHEET, brace, &format!("{brace}{growth}")))
}

/// The repetitions of the brace on a day, as it is at nine on that morning.
fn brace(person: &Person, on: &str) -> u16 {
    let agenda = person.day(&format!("{on}T09:00:00+01:00"), on);
    let brace = agenda.items().find(|item| item.bout.line.as_str() == "brace").unwrap();
    brace.dose.repetitions.unwrap()
}

#[test]
fn a_dose_that_grows_says_so_waits_for_whoever_stays_and_nothing_is_made_up_for() {
    let person = person();
    let line = LineId::new("brace").unwrap();
    let evening = person.day("2026-11-17T18:00:00+01:00", "2026-11-17");
    assert_eq!(evening.next_steps[0].grown.as_ref().unwrap().dose.repetitions, Some(12));
    assert_eq!((brace(&person, "2026-11-17"), brace(&person, "2026-11-18")), (10, 12));

    // On Thursday evening 14 are announced for Friday, and the person stays at 12, over Sunday, too.
    let mut journal = person.at("2026-11-19T18:00:00+01:00");
    let stayed = journal.stay_at_stage(&line, 2).unwrap();
    let days = ["2026-11-19", "2026-11-20", "2026-11-22", "2026-11-23"];
    assert_eq!(days.map(|on| brace(&person, on)), [12; 4]);
    let words = person.day("2026-11-23T09:00:00+01:00", "2026-11-23").in_words;
    assert_eq!(words[0].waits_for, Some(WaitsFor::PersonsYes { stage: 2 }));
    assert_eq!(words[0].grown.as_ref().unwrap().dose.repetitions, Some(14));

    // On Monday they go on by one step; the next comes on Tuesday, as the sheet has it.
    let mut journal = person.at("2026-11-23T10:00:00+01:00");
    journal.agree_to_stage(&line, 2).unwrap();
    let days = ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-26"];
    assert_eq!(days.map(|on| brace(&person, on)), [12, 14, 16, 16]);
    assert!(person.day("2026-11-26T09:00:00+01:00", "2026-11-26").in_words.is_empty());
    journal.withdraw_plan_fact(stayed).unwrap();
    assert_eq!(brace(&person, "2026-11-23"), 14, "the dates that passed are not made up for");
}
