//! An operation that is put off after its plan was taken in.

use backwise_core::person::PersonFact;
use backwise_core::record::EnteredBy;
use backwise_core::report::Figures;

use super::sheet::{SHEET, changed};
use super::{Person, day};

/// The sheet of the journeys for an operation on Monday 16 November, its first day.
fn sheet() -> String {
    changed(SHEET, "date = 2026-11-02", "date = 2026-11-16")
}

fn says(person: &Person, now: &str, date: &str) {
    let fact = PersonFact::Operation { date: day(date) };
    person.at(now).say(fact, EnteredBy::Person).unwrap();
}

fn figures(person: &Person, now: &str) -> Figures {
    person.at(now).report(day("2026-11-16"), day("2026-11-29")).unwrap().unwrap().total
}

#[test]
fn a_plan_waits_with_its_operation_and_begins_with_the_sheet_for_the_new_day() {
    let person = Person::with(&sheet());
    let evening = "2026-11-15T19:00:00+01:00";
    assert!(!person.coming(evening, 3).is_empty());
    // The hospital rings: it is two weeks later.
    says(&person, evening, "2026-11-30");
    assert_eq!(person.coming(evening, 60), [""; 0]);
    for now in ["2026-11-16T09:00:00+01:00", "2026-11-23T14:00:00+01:00"] {
        assert_eq!(person.wakes(now), []);
        let today = person.at(now).today().unwrap();
        let agenda = today.agenda.unwrap();
        assert!(agenda.is_put_off() && agenda.items().next().is_none() && today.next.is_none());
        assert!(agenda.after_surgery < 0 && today.gap.is_none() && today.signs.asked.is_none());
    }
    // The physiotherapist's sheet for the new day is taken in, and the plan begins with it.
    let next = changed(&sheet(), "date = 2026-11-16", "date = 2026-11-30");
    let next = changed(&next, "revision = 1", "revision = 2");
    let next = changed(&next, "starts = 2026-11-16", "starts = 2026-11-30");
    let friday = "2026-11-27T10:00:00+01:00";
    person.at(friday).import_plan(next.as_bytes(), "next.backwise", true).unwrap();
    let agenda = person.day(friday, "2026-11-27");
    assert_eq!(agenda.put_off.unwrap().next, Some(day("2026-11-30")));
    assert_eq!(person.wakes("2026-11-29T20:00:00+01:00"), []);
    let monday = "2026-11-30T09:00:00+01:00";
    assert_eq!(person.wakes(monday).len(), 1);
    let agenda = person.day(monday, "2026-11-30");
    assert_eq!((agenda.put_off, agenda.after_surgery, agenda.items().count()), (None, 0, 6));
    // Of the two weeks nothing was asked, nothing was left out, and nothing is told.
    let figures = figures(&person, monday);
    assert_eq!((figures.prescribed, figures.done, figures.no_entry), (0, 0, 0));
}

#[test]
fn a_day_that_was_put_back_is_asked_for_again_and_those_that_were_lived_stay() {
    let person = Person::with(&sheet());
    let tuesday = "2026-11-17T12:00:00+01:00";
    assert_eq!(person.wakes("2026-11-16T09:00:00+01:00").len(), 1);
    says(&person, tuesday, "2026-11-24");
    let monday = person.day(tuesday, "2026-11-16");
    assert_eq!((monday.put_off, monday.items().count()), (None, 6));
    // It was a slip of the finger, seen on Wednesday evening.
    let wednesday = "2026-11-18T19:00:00+01:00";
    says(&person, wednesday, "2026-11-16");
    for (on, bouts) in [("2026-11-16", 6), ("2026-11-17", 0), ("2026-11-18", 2), ("2026-11-19", 6)]
    {
        assert_eq!(person.day(wednesday, on).items().count(), bouts, "{on}");
    }
    assert_eq!(person.wakes("2026-11-18T20:00:00+01:00").len(), 1);
    // Whoever mends the day of an operation that is over puts nothing off.
    says(&person, "2026-11-19T08:00:00+01:00", "2026-11-18");
    assert_eq!(person.day(wednesday, "2026-11-19").items().count(), 6);
}
