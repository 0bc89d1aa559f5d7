//! Who entered it: the person, or somebody who helps.

use backwise_core::measure::{Measure, MeasureFact};
use backwise_core::person::PersonFact;
use backwise_core::record::{BodySide, PainPlace, PauseReason, PauseWhy, UsualMorning};

use super::*;
use crate::views::WeekEntry;

/// The tables of facts.
const TABLES: [&str; 7] =
    ["record", "plan_fact", "pain_fact", "sign_fact", "person_fact", "walk", "question"];

/// How many facts somebody entered, table by table.
fn entered(folder: &Path, by: &str) -> Vec<u32> {
    let connection = raw(folder);
    let of = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table} WHERE entered_by = ?1");
        connection.query_row(&sql, [by], |row| row.get(0)).unwrap()
    };
    TABLES.into_iter().map(of).collect()
}

/// An entry of each kind, and what can be done to it.
fn enters(journal: &mut Journal) {
    let today = journal.today().unwrap().agenda.unwrap().day;
    let on = today.to_string();
    finish(journal, "morning", &on).unwrap();
    let noon = bout("bridge", "noon", &on);
    journal.record_work(&noon, 1, BodySide::Both, 10, 60).unwrap();
    let closed = journal.close_bout(&noon, &Outcome::Done, None).unwrap().record;
    journal.withdraw(closed).unwrap();
    let paper = WeekEntry { bout: bout("bridge", "evening", &on), outcome: Outcome::Done };
    journal.record_week(&[paper]).unwrap();
    let walk = LineId::new("walk").unwrap();
    journal.record_another(today, &walk, &Outcome::Done, None).unwrap();
    journal.record_pain(PainPlace::Back, 3).unwrap();
    journal.usual_morning(UsualMorning { back: Some(2), leg: None }).unwrap();
    journal.answer_signs(false, false).unwrap();
    let taken = journal.record_walk(today, 10).unwrap();
    journal.correct_walk(taken, 12).unwrap();
    let asked = journal.add_question("May I drive?").unwrap();
    journal.withdraw_question(asked).unwrap();
    let ill = Some(PauseReason { why: PauseWhy::Ill, words: None });
    let pause = journal.pause(today, None, ill).unwrap();
    journal.withdraw_plan_fact(pause).unwrap();
    let by = journal.entered_by().unwrap();
    journal.say(PersonFact::Terms { version: 1 }, by).unwrap();
}

#[test]
fn what_somebody_who_helps_enters_says_so_whatever_it_is() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.today().unwrap().entered_by, EnteredBy::Person);
    journal.set_entered_by(EnteredBy::Helper).unwrap();
    assert_eq!(journal.today().unwrap().entered_by, EnteredBy::Helper);
    enters(&mut journal);
    let by_helper = entered(folder.path(), "helper");
    assert!(by_helper.iter().all(|facts| *facts > 0), "{by_helper:?}");
    assert_eq!(entered(folder.path(), "person"), [0; 7]);
    // Handed back on the same day: all that follows is the person's.
    journal.set_entered_by(EnteredBy::Person).unwrap();
    journal.record_pain(PainPlace::Leg, 1).unwrap();
    assert_eq!(entered(folder.path(), "helper"), by_helper);
    assert_eq!(entered(folder.path(), "person"), [1, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn whoever_forgets_to_hand_back_signs_nothing_of_tomorrow() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.set_entered_by(EnteredBy::Helper).unwrap();
    // Half past one in the night: the day of the plan is not over.
    journal.clock = clock("2026-11-19T00:30:00Z");
    assert_eq!(journal.entered_by().unwrap(), EnteredBy::Helper);
    journal.clock = clock("2026-11-19T08:03:00Z");
    assert_eq!(journal.today().unwrap().entered_by, EnteredBy::Person);
    enters(&mut journal);
    assert_eq!(entered(folder.path(), "helper"), [0; 7]);
}

#[test]
fn a_helper_s_turn_ends_with_the_window() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.set_entered_by(EnteredBy::Helper).unwrap();
    // The resident beside it has no helper, and neither has the next window.
    assert_eq!(open(folder.path(), MORNING).entered_by().unwrap(), EnteredBy::Person);
    drop(journal);
    let mut journal = open(folder.path(), MORNING);
    let value = 3000;
    let steps = MeasureFact::Number { measure: Measure::Steps, day: day("2026-11-17"), value };
    let by = journal.entered_by().unwrap();
    journal.enter_measures(vec![steps], by).unwrap();
    enters(&mut journal);
    assert_eq!(entered(folder.path(), "helper"), [0; 7]);
}
