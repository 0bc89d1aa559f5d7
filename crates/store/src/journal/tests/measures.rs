//! What the person measures: entered, corrected, taken back, undone, and kept.

use backwise_core::measure::{
    ChairStandWaits, Measure, MeasureFact, Measured, SittingTime, Suggested,
};
use backwise_core::person::PersonFact;
use backwise_core::plan::Fusion;

use super::*;

/// Day 43 after the operation of the ward sheet, in the morning.
const WEEK_SIX: &str = "2026-12-15T08:03:00Z";

fn number(measure: Measure, on: &str, value: u32) -> MeasureFact {
    MeasureFact::Number { measure, day: day(on), value }
}

fn enter(journal: &mut Journal, fact: MeasureFact) -> RecordId {
    journal.enter_measures(vec![fact], EnteredBy::Person).unwrap()[0]
}

fn history(journal: &Journal, measure: Measure) -> Vec<Measured> {
    let all = journal.measures().unwrap().numbers;
    all.into_iter().find(|one| one.measure == measure).unwrap().history
}

fn steps(journal: &Journal) -> Vec<u32> {
    history(journal, Measure::Steps).iter().map(|one| one.value).collect()
}

fn rows(folder: &TempDir) -> u32 {
    raw(folder.path()).query_row("SELECT count(*) FROM measure_fact", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_time_of_sitting_runs_on_while_the_program_is_closed_and_enters_nothing_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = |time: &str| open(folder.path(), &format!("2026-11-18T{time}Z"));
    let runs = |journal: &Journal| journal.measures().unwrap().sitting;
    at("08:00:00").begin_sitting().unwrap();
    let mut journal = at("08:24:59");
    let so_long = SittingTime::Runs { seconds: 24 * 60 + 59 };
    assert_eq!(runs(&journal), so_long);
    journal.begin_sitting().unwrap();
    assert_eq!(runs(&journal), so_long, "another window begins no other time");
    enter(&mut journal, number(Measure::Sitting, TODAY, 24));
    journal.end_sitting().unwrap();
    assert_eq!(runs(&journal), SittingTime::Offered);
    assert_eq!(history(&journal, Measure::Sitting)[0].value, 24);

    // One that was forgotten runs until the person says so, and nothing is entered of it.
    at("09:00:00").begin_sitting().unwrap();
    let mut forgotten = at("20:00:00");
    assert_eq!(runs(&forgotten), SittingTime::Runs { seconds: 11 * 3600 });
    forgotten.end_sitting().unwrap();
    assert_eq!(runs(&forgotten), SittingTime::Offered);
    assert_eq!(history(&forgotten, Measure::Sitting).len(), 1);
}

#[test]
fn a_number_is_kept_corrected_and_taken_back_and_each_of_it_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let first = enter(&mut journal, number(Measure::Steps, TODAY, 3000));
    drop(journal);
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(steps(&journal), [3000]);
    let corrected = journal.correct_measure(
        first,
        Some(number(Measure::Steps, TODAY, 3200)),
        EnteredBy::Helper,
    );
    let corrected = corrected.unwrap();
    let stands = &history(&journal, Measure::Steps)[0];
    assert_eq!((stands.value, stands.corrected, stands.by), (3200, true, EnteredBy::Helper));
    let back = journal.undo_measures(&[corrected]).unwrap();
    assert_eq!(steps(&journal), [3000]);
    let gone = journal.correct_measure(back[0], None, EnteredBy::Person).unwrap();
    assert_eq!(steps(&journal), [0u32; 0]);
    let again = journal.undo_measures(&[gone]).unwrap();
    assert_eq!(steps(&journal), [3000]);
    // What another entry replaced is replaced once.
    assert!(journal.undo_measures(&[first]).is_err());
    assert!(journal.correct_measure(corrected, None, EnteredBy::Person).is_err());
    assert!(journal.undo_measures(&again).is_ok());
    assert_eq!(rows(&folder), 6, "nothing is rewritten");
}

#[test]
fn a_second_number_of_a_day_takes_the_place_of_the_first_and_undoing_it_brings_that_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    enter(&mut journal, number(Measure::Steps, TODAY, 3000));
    let second = enter(&mut journal, number(Measure::Steps, TODAY, 4000));
    enter(&mut journal, number(Measure::Steps, "2026-11-17", 2500));
    enter(&mut journal, number(Measure::Sitting, TODAY, 20));
    assert_eq!(steps(&journal), [2500, 4000]);
    let history = history(&journal, Measure::Steps);
    assert_eq!((history[0].entered_later, history[1].entered_later), (true, false));
    assert_eq!((history[0].corrected, history[1].corrected), (false, true));
    journal.undo_measures(&[second]).unwrap();
    assert_eq!(steps(&journal), [2500, 3000]);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let activity = |words: &str| MeasureFact::Activity { words: words.to_owned(), asked: true };
    let ok = |who: &str, on| MeasureFact::ChairStandOk { who: who.to_owned(), said_on: day(on) };
    let nobody = RecordId(uuid::Uuid::from_u128(1));
    let rating = |activity, score| MeasureFact::Rating { activity, day: day(TODAY), score };
    let wrong = [
        number(Measure::ChairStand, TODAY, 31),
        number(Measure::Sitting, TODAY, 601),
        number(Measure::Steps, TODAY, 100_001),
        number(Measure::Steps, "2026-11-19", 10),
        activity("  "),
        activity(&"x".repeat(121)),
        rating(nobody, 3),
        MeasureFact::ChairStandHurt { day: day("2026-11-19") },
        ok("", TODAY),
        ok("Ward", "2026-11-19"),
    ];
    for fact in wrong {
        let right = number(Measure::Steps, TODAY, 10);
        let said = format!("{fact:?}");
        let entered = journal.enter_measures(vec![right, fact], EnteredBy::Person);
        assert!(entered.is_err(), "{said}");
    }
    assert_eq!(rows(&folder), 0);
    let stairs = enter(&mut journal, activity(" Stairs "));
    assert!(journal.enter_measures(vec![rating(stairs, 11)], EnteredBy::Person).is_err());
    let rated = enter(&mut journal, rating(stairs, 3));
    // An entry is corrected by one about the same day and activity, and by no other.
    let other = number(Measure::Steps, TODAY, 3);
    assert!(journal.correct_measure(rated, Some(other), EnteredBy::Person).is_err());
    assert!(journal.correct_measure(rated, Some(rating(stairs, 4)), EnteredBy::Person).is_ok());
    for n in 2..=5 {
        enter(&mut journal, activity(&format!("Activity {n}")));
    }
    assert!(journal.enter_measures(vec![activity("A sixth")], EnteredBy::Person).is_err());
    let gone = MeasureFact::Activity { words: "Stairs".to_owned(), asked: false };
    journal.correct_measure(stairs, Some(gone), EnteredBy::Person).unwrap();
    enter(&mut journal, activity("In its place"));
    let activities = journal.measures().unwrap().activities;
    assert_eq!(activities.asked().count(), 5);
    assert_eq!(
        (activities.activities[0].words.as_str(), activities.activities[0].asked),
        ("Stairs", false)
    );
    assert_eq!(activities.activities[0].history[0].value, 4, "it keeps its ratings");
}

#[test]
fn the_ratings_of_a_day_are_kept_together_and_undone_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let name = |words: &str| MeasureFact::Activity { words: words.to_owned(), asked: true };
    let named = ["Stairs", "Shopping", "Driving"].map(name).into();
    let named = journal.enter_measures(named, EnteredBy::Person).unwrap();
    assert_eq!(journal.measures().unwrap().activities.suggested, None, "nobody knows the week");
    let rate = |journal: &mut Journal, score| {
        let rating = |&activity| MeasureFact::Rating { activity, day: day(TODAY), score };
        journal.enter_measures(named.iter().map(rating).collect(), EnteredBy::Person).unwrap()
    };
    let tenths = |journal: &Journal| -> Vec<u32> {
        journal.measures().unwrap().activities.means.iter().map(|mean| mean.tenths).collect()
    };
    rate(&mut journal, 4);
    let second = rate(&mut journal, 6);
    assert_eq!(tenths(&journal), [60]);
    journal.undo_measures(&second).unwrap();
    assert_eq!(tenths(&journal), [40]);
}

#[test]
fn the_chair_stand_is_offered_in_its_week_after_an_ok_and_never_while_something_stops_it() {
    let folder = folder_with_plan();
    let waits = |journal: &Journal| journal.measures().unwrap().chair_stand_waits;
    let from = day("2026-12-14");
    let early = open(folder.path(), MORNING);
    assert_eq!(waits(&early), Some(ChairStandWaits::NotYet { from, counts_as_fusion: false }));
    drop(early);
    let mut journal = open(folder.path(), WEEK_SIX);
    assert_eq!(waits(&journal), Some(ChairStandWaits::NoOk));
    // What was counted at a visit can be entered all the same.
    enter(&mut journal, number(Measure::ChairStand, "2026-12-01", 8));
    let who = "Ward physio".to_owned();
    let ok = MeasureFact::ChairStandOk { who, said_on: day("2026-12-14") };
    let said = enter(&mut journal, ok);
    assert_eq!(waits(&journal), None);
    assert_eq!(journal.measures().unwrap().numbers[0].suggested, Some(Suggested::Week(6)));
    let stop = journal.answer_signs(true, false).unwrap();
    assert_eq!(waits(&journal), Some(ChairStandWaits::WarningSign));
    journal.answer_signs(false, true).unwrap();
    assert_ne!(stop, said);
    let pause = journal.pause(day("2026-12-15"), None, None).unwrap();
    assert_eq!(waits(&journal), Some(ChairStandWaits::Paused));
    journal.withdraw_plan_fact(pause).unwrap();
    let bad_day = journal.not_a_good_day(day("2026-12-15")).unwrap();
    assert_eq!(waits(&journal), Some(ChairStandWaits::BadDay));
    journal.withdraw_plan_fact(bad_day).unwrap();
    assert_eq!(waits(&journal), None);
    // The person says what the plan does not: the later week holds.
    journal.say(PersonFact::Fusion { fusion: Fusion::Yes }, EnteredBy::Person).unwrap();
    let from = day("2027-01-25");
    assert_eq!(waits(&journal), Some(ChairStandWaits::NotYet { from, counts_as_fusion: true }));
    journal.say(PersonFact::Fusion { fusion: Fusion::No }, EnteredBy::Person).unwrap();
    let hurt = enter(&mut journal, MeasureFact::ChairStandHurt { day: day("2026-12-15") });
    let day = day("2026-12-15");
    assert_eq!(waits(&journal), Some(ChairStandWaits::Hurt { record: hurt, day }));
    journal.undo_measures(&[hurt]).unwrap();
    assert_eq!(waits(&journal), None);
    journal.correct_measure(said, None, EnteredBy::Person).unwrap();
    assert_eq!(waits(&journal), Some(ChairStandWaits::NoOk));
}

#[test]
fn the_file_keeps_what_was_measured_whoever_writes_to_it() {
    let folder = tempfile::tempdir().unwrap();
    enter(&mut open(folder.path(), MORNING), number(Measure::Steps, TODAY, 3000));
    let file = raw(folder.path());
    assert!(file.execute("UPDATE measure_fact SET value = 9000", []).is_err());
    assert!(file.execute("DELETE FROM measure_fact", []).is_err());
    let second = "INSERT INTO measure_fact (id, at, on_day, zone, entered_by, kind, day, value)
                  SELECT '11111111-1111-7111-8111-111111111111', at, on_day, zone, entered_by, 'chair-stand', day, 31
                  FROM measure_fact";
    assert!(file.execute(second, []).is_err(), "31 stands");
    assert!(file.execute(&second.replace("31\n", "30\n"), []).is_ok());
}
