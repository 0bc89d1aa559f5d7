//! Scenarios 10 and 15: half done, and a wrong tap of three days ago.

use backwise_core::record::{BodySide, EnteredBy, EntryFact, Outcome, PartCount, SkipReason};
use backwise_core::schedule::{PartUnit, State};

use super::sheet::SHEET;
use super::{Person, bout, day, finish};

const TODAY: &str = "2026-11-18";
const NOW: &str = "2026-11-18T09:10:00+01:00";

#[test]
fn scenario_10_two_sets_and_six_of_the_third_are_some_of_it_and_count_as_they_are() {
    let person = Person::with(SHEET);
    let slides = bout("slides", "morning", TODAY);
    for (set, repetitions) in [(1, 10), (2, 10), (3, 6)] {
        person.at(NOW).record_work(&slides, set, BodySide::Both, repetitions, 0).unwrap();
    }
    assert_eq!(person.states(NOW, TODAY, "morning")[0], State::InProgress);
    let partly = Outcome::Partly {
        sets: Some(2),
        repetitions: Some(6),
        seconds: None,
        counted: None,
        reason: None,
    };
    person.at(NOW).close_bout(&slides, &partly, None).unwrap();
    let item = &person.day(NOW, TODAY).rounds[0].items[0];
    assert_eq!(
        (item.state, item.seen.repetitions, item.seen.sets.len()),
        (State::Partly { reason: None }, 26, 3)
    );
    let said = person.at(NOW).history(&slides).unwrap().pop().unwrap().fact;
    assert_eq!(said, EntryFact::Became { outcome: partly, note: None });
    let asked = item.dose.repetitions.unwrap() * item.dose.sets.unwrap();
    assert_eq!(asked, 30);
    let figures = person.figures("2026-11-19T12:00:00+01:00", TODAY, TODAY);
    assert_eq!((figures.prescribed, figures.partly, figures.done), (6, 1, 0));
    // Days, sets and repetitions are counted by themselves.
    let report = person.at("2026-11-19T12:00:00+01:00").report(day(TODAY), day(TODAY));
    let line = report.unwrap().unwrap().lines.into_iter().find(|line| line.line == slides.line);
    let line = line.unwrap();
    let counts = [line.days, line.sets, line.repetitions].map(|count| (count.done, count.asked));
    assert_eq!(counts, [(1, 1), (2, 9), (26, 90)]);
}

#[test]
fn scenario_10_twelve_of_twenty_minutes_are_some_of_a_walk_and_are_put_right_like_any_entry() {
    let walk = "\n[[line]]\nid = \"walk\"\nas_written = \"Walk for 20 minutes\"\nexercise = \"walk-level\"\n\
                minutes = 20\ndays = \"every day\"\nrounds = [\"noon\"]\n";
    let person = Person::with(&(SHEET.to_owned() + walk));
    let part = |minutes: u32| {
        let seconds = Some(minutes * 60);
        Outcome::Partly { sets: None, repetitions: None, seconds, counted: None, reason: None }
    };
    let noon = "2026-11-18T14:40:00+01:00";
    let walk = bout("walk", "noon", TODAY);
    let record = person.records(noon, &walk, &part(12)).record;
    let told = |person: &Person| {
        let part = person.day(noon, TODAY).rounds[1].items[1].part.unwrap();
        (part.unit, part.done, part.asked)
    };
    assert_eq!(told(&person), (PartUnit::Minutes, 12, 20));
    person.at(noon).correct_bout(record, &part(15), None, EnteredBy::Person).unwrap();
    assert_eq!(told(&person), (PartUnit::Minutes, 15, 20));
    let report = person.at("2026-11-19T12:00:00+01:00").report(day(TODAY), day(TODAY));
    let minutes = report.unwrap().unwrap().lines.into_iter().find(|line| line.line == walk.line);
    let minutes = minutes.unwrap().minutes;
    assert_eq!((minutes.done, minutes.asked), (15, 20));
}

#[test]
fn scenario_10_steps_of_a_walk_are_some_of_it_and_count_as_they_are() {
    let walk = "\n[[line]]\nid = \"walk\"\nas_written = \"Walk 2000 steps\"\nexercise = \"walk-level\"\n\
                walking_steps = 2000\ndays = \"every day\"\nrounds = [\"noon\"]\n";
    let person = Person::with(&(SHEET.to_owned() + walk));
    let (sets, repetitions, seconds, counted) = (None, None, None, Some(PartCount::Steps(1_200)));
    let part = Outcome::Partly { sets, repetitions, seconds, counted, reason: None };
    let (noon, walk) = ("2026-11-18T14:40:00+01:00", bout("walk", "noon", TODAY));
    person.records(noon, &walk, &part);
    let told = person.day(noon, TODAY).rounds[1].items[1].part.unwrap();
    assert_eq!((told.unit, told.done, told.asked), (PartUnit::Steps, 1_200, 2_000));
    let report = person.at("2026-11-19T12:00:00+01:00").report(day(TODAY), day(TODAY));
    let line = report.unwrap().unwrap().lines.into_iter().find(|line| line.line == walk.line);
    let line = line.unwrap();
    assert_eq!((line.figures.partly, line.partly_unsaid), (1, 0));
    assert_eq!((line.steps.done, line.steps.asked), (1_200, 2_000));
}

#[test]
fn scenario_10_each_reason_is_kept() {
    let person = Person::with(SHEET);
    let reasons = [
        ("slides", SkipReason::Pain),
        ("brace", SkipReason::Tired),
        ("bridge", SkipReason::NoTime),
        ("squeeze", SkipReason::NotSureHow),
    ];
    for (line, reason) in reasons {
        person.records(NOW, &bout(line, "morning", TODAY), &Outcome::Skipped { reason });
    }
    let other = Outcome::Skipped { reason: SkipReason::Other };
    person.records("2026-11-18T14:05:00+01:00", &bout("slides", "noon", TODAY), &other);
    let night = "2026-11-18T22:00:00+01:00";
    let skipped = reasons.map(|(_, reason)| State::Skipped { reason });
    assert_eq!(person.states(night, TODAY, "morning"), skipped);
    assert_eq!(person.states(night, TODAY, "noon"), [State::Skipped { reason: SkipReason::Other }]);
    assert_eq!(person.figures(night, TODAY, TODAY).skipped, 5);
}

#[test]
fn scenario_15_a_wrong_tap_of_three_days_ago_is_put_right_and_stays_in_the_record() {
    let person = Person::with(SHEET);
    let slides = bout("slides", "morning", TODAY);
    let wrong = person.records(NOW, &slides, &Outcome::Done).record;
    let later = "2026-11-21T10:00:00+01:00";
    let before = person.figures(later, TODAY, TODAY);
    // Found where it stands: on its day, under its line.
    let found = person.day(later, TODAY).rounds[0].items[0].record.unwrap();
    assert_eq!(found, wrong);
    person.at(later).correct_bout(found, &Outcome::SaidNotDone, None, EnteredBy::Person).unwrap();
    let item = person.day(later, TODAY).rounds[0].items[0].clone();
    assert_eq!((item.state, item.corrected, item.entered_later), (State::SaidNotDone, true, true));
    let after = person.figures(later, TODAY, TODAY);
    assert_eq!((after.prescribed, after.done, after.said_not_done), (before.prescribed, 0, 1));
    assert_eq!((before.done, before.corrected, after.corrected), (1, 0, 1));
    assert_eq!(person.at(later).check().unwrap().records, 2, "the original stays");
    let report = person.at(later).report(super::day(TODAY), super::day(TODAY)).unwrap().unwrap();
    let of_line = report.lines.iter().find(|known| known.line.as_str() == "slides").unwrap();
    assert_eq!((of_line.figures.said_not_done, of_line.figures.corrected), (1, 1));
    let history = person.at(later).history(&slides).unwrap();
    let said: Vec<_> = history.into_iter().map(|entry| (entry.is_correction, entry.fact)).collect();
    let became = |outcome| EntryFact::Became { outcome, note: None };
    assert_eq!(said, [(false, became(Outcome::Done)), (true, became(Outcome::SaidNotDone))]);
    // The list of the days that are over agrees.
    let past = person.at(later).past_days(None).unwrap();
    let of_day = past.days.iter().find(|known| known.day == super::day(TODAY)).unwrap();
    assert_eq!(of_day.figures, after);
    // Other days are as they were.
    assert_eq!(person.figures(later, "2026-11-16", "2026-11-17").corrected, 0);
}

#[test]
fn scenario_15_a_tap_that_is_taken_back_leaves_the_bout_as_it_was() {
    let person = Person::with(SHEET);
    let slides = bout("slides", "morning", TODAY);
    let tapped = person.records(NOW, &slides, &Outcome::Done).record;
    let noon = "2026-11-18T14:05:00+01:00";
    person.at("2026-11-18T09:10:08+01:00").withdraw(tapped).unwrap();
    assert_eq!(person.states("2026-11-18T09:10:09+01:00", TODAY, "morning")[0], State::Due);
    // What was taken back pushes nothing either.
    assert_eq!(person.day(noon, TODAY).rounds[1].items[0].not_before, None);
    assert_eq!(person.figures(noon, TODAY, TODAY).done, 0);
    assert!(!person.records("2026-11-18T09:11:00+01:00", &slides, &Outcome::Done).already);
}

#[test]
fn what_a_daughter_enters_for_her_father_says_so_and_what_he_enters_does_not() {
    let person = Person::with(SHEET);
    let today = "2026-11-16";
    let now = "2026-11-16T09:15:00+01:00";
    let mut window = person.at(now);
    window.set_entered_by(EnteredBy::Helper).unwrap();
    finish(&mut window, "morning", today);
    window.pause(day(today), None, None).unwrap();
    // She closes it and forgets to hand back. In the evening he opens it himself.
    drop(window);
    let mut window = person.at("2026-11-16T20:15:00+01:00");
    window.resume().unwrap();
    finish(&mut window, "evening", today);
    let by = |round: &str| {
        let entries = window.history(&bout("slides", round, today)).unwrap();
        entries.iter().map(|entry| entry.by).collect::<Vec<_>>()
    };
    assert_eq!(by("morning"), [EnteredBy::Helper]);
    assert_eq!(by("evening"), [EnteredBy::Person]);
    let said: Vec<_> = window.said().unwrap().into_iter().map(|one| one.by).collect();
    assert_eq!(said, [EnteredBy::Helper]);
}
