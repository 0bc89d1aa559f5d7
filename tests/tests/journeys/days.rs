//! Scenarios 3 and 4: clocks change, people fly, and a day ends after midnight.

use backwise_core::record::{BoutKey, BoutPlace, Outcome};
use backwise_core::reminder::Why;
use backwise_core::schedule::{LeftOut, State};

use super::sheet::{SHEET, changed, with};
use super::{Person, bout, day};

/// The autumn change of 2026 and the spring change of 2027 in Berlin.
const AUTUMN: &str = "2026-10-25";
const SPRING: &str = "2027-03-28";

/// The sheet from before the autumn change on.
fn early_sheet() -> String {
    let sheet = with("starts = 2026-11-16", "starts = 2026-10-12");
    changed(&sheet, "date = 2026-11-02", "date = 2026-09-28")
}

fn person_before_autumn(sheet: &str) -> Person {
    Person::from(sheet, "2026-10-11T18:00:00+02:00")
}

/// When each reminder of the day `on` comes, in UTC.
fn instants(person: &Person, now: &str, on: &str) -> Vec<String> {
    let coming = person.at(now).coming_reminders(Some(day(on)), 1).unwrap();
    coming
        .iter()
        .map(|one| format!("{} {}", one.key.round, one.instant.format("%dT%H:%M")))
        .collect()
}

#[test]
fn scenario_3_nine_o_clock_is_nine_o_clock_on_the_wall_when_clocks_change() {
    let person = person_before_autumn(&early_sheet());
    for (now, on, expected) in [
        ("2026-10-24T22:00:00+02:00", "2026-10-24", [].as_slice()),
        (
            "2026-10-24T22:00:00+02:00",
            AUTUMN,
            &["morning 25T08:00", "noon 25T13:00", "evening 25T19:00"],
        ),
        (
            "2027-03-27T22:00:00+01:00",
            SPRING,
            &["morning 28T07:00", "noon 28T12:00", "evening 28T18:00"],
        ),
    ] {
        assert_eq!(instants(&person, now, on), expected, "{on}");
    }
    assert_eq!(person.wakes("2026-10-25T08:59:00+01:00"), []);
    assert_eq!(person.wakes("2026-10-25T09:00:00+01:00"), [("morning".to_owned(), Why::Due)]);
    assert_eq!(person.wakes("2026-10-25T09:30:00+01:00"), []);
    assert_eq!(person.wakes("2027-03-28T09:00:00+02:00"), [("morning".to_owned(), Why::Due)]);
    assert_eq!(person.wakes("2027-03-28T09:30:00+02:00"), []);
}

#[test]
fn scenario_3_an_hour_that_is_not_there_or_there_twice_rings_once() {
    // A day that begins at midnight, with a round at half past two that may ring.
    let sheet = changed(
        &early_sheet(),
        "quiet_from = \"21:30\"\nquiet_until = \"07:00\"",
        "start = \"00:00\"",
    );
    let night = "[[round]]\nid = \"night\"\ntitle = \"Night\"\nat = \"02:30\"\n\n[[round]]\nid = \"morning\"";
    let sheet = changed(&sheet, "[[round]]\nid = \"morning\"", night);
    let sheet = changed(
        &sheet,
        "[\"morning\", \"noon\", \"evening\"]",
        "[\"night\", \"noon\", \"evening\"]",
    );
    let person = person_before_autumn(&sheet);
    // On the last Sunday of March there is no 2:30. It is read as calendars do, with the clock of before: 3:30.
    assert_eq!(instants(&person, "2027-03-27T22:00:00+01:00", SPRING)[0], "night 28T01:30");
    assert_eq!(person.wakes("2027-03-28T01:59:59+01:00"), []);
    assert_eq!(person.wakes("2027-03-28T03:00:00+02:00"), []);
    assert_eq!(person.wakes("2027-03-28T03:30:00+02:00"), [("night".to_owned(), Why::Due)]);
    assert_eq!(person.wakes("2027-03-28T04:30:00+02:00"), []);
    // On the last Sunday of October 2:30 comes twice: the first counts.
    assert_eq!(instants(&person, "2026-10-24T22:00:00+02:00", AUTUMN)[0], "night 25T00:30");
    assert_eq!(person.wakes("2026-10-25T02:30:00+02:00"), [("night".to_owned(), Why::Due)]);
    assert_eq!(person.wakes("2026-10-25T02:30:00+01:00"), []);
}

#[test]
fn scenario_3_three_hours_apart_are_three_hours_that_passed() {
    let sheet = changed(
        &early_sheet(),
        "quiet_from = \"21:30\"\nquiet_until = \"07:00\"",
        "start = \"00:00\"",
    );
    let sheet = changed(&sheet, "at = \"09:00\"", "at = \"01:00\"");
    let sheet = changed(&sheet, "at = \"14:00\"", "at = \"04:00\"");
    let person = person_before_autumn(&sheet);
    // Before the clocks change: on the wall an hour more or less lies between.
    for (done, on, next) in [
        ("2026-10-25T02:30:00+02:00", AUTUMN, "2026-10-25T04:30:00+01:00"),
        ("2027-03-28T01:30:00+01:00", SPRING, "2027-03-28T05:30:00+02:00"),
    ] {
        person.records(done, &bout("slides", "morning", on), &Outcome::Done);
        let noon = &person.day(done, on).rounds[1].items[0];
        assert_eq!(noon.not_before, Some(next.parse().unwrap()), "{on}");
        assert_eq!(person.wakes(&next.replace(":30:00", ":29:00")), [], "{on}");
        assert_eq!(person.wakes(next), [("noon".to_owned(), Why::Due)], "{on}");
    }
}

#[test]
fn scenario_3_the_history_has_no_day_of_23_or_25_hours() {
    let person = person_before_autumn(&early_sheet());
    let now = "2027-04-05T12:00:00+02:00";
    for on in ["2026-10-24", AUTUMN, "2026-10-26", "2027-03-27", SPRING, "2027-03-29"] {
        assert_eq!(person.figures(now, on, on).prescribed, 6, "{on}");
    }
}

#[test]
fn scenario_4_after_a_flight_west_reminders_follow_the_clock_there() {
    let mut person = Person::with(SHEET);
    person.finishes("2026-11-18T09:20:00+01:00", "morning", "2026-11-18");
    person.finishes("2026-11-18T14:10:00+01:00", "noon", "2026-11-18");
    // Twelve hours later in Los Angeles it is six in the evening of the same day.
    person.zone = "America/Los_Angeles";
    let landed = "2026-11-18T18:00:00-08:00";
    assert_eq!(person.wakes(landed), []);
    let ahead = person.coming(landed, 2);
    assert_eq!(
        ahead,
        [
            "2026-11-18 evening 20:00",
            "2026-11-19 morning 09:00",
            "2026-11-19 noon 14:00",
            "2026-11-19 evening 20:00"
        ]
    );
    assert_eq!(person.states(landed, "2026-11-18", "morning"), [State::Done; 4]);
    assert_eq!(person.wakes("2026-11-18T20:00:00-08:00"), [("evening".to_owned(), Why::Due)]);
    person.finishes("2026-11-18T20:15:00-08:00", "evening", "2026-11-18");
    // No day is lost or counted twice.
    let figures = person.figures("2026-11-19T12:00:00-08:00", "2026-11-18", "2026-11-18");
    assert_eq!((figures.prescribed, figures.done), (6, 6));
}

#[test]
fn scenario_4_after_a_flight_east_what_passed_in_the_air_was_not_reminded() {
    let mut person = Person::with(SHEET);
    person.zone = "America/Los_Angeles";
    for (at, round) in [("09:15", "morning"), ("14:15", "noon"), ("20:15", "evening")] {
        person.finishes(&format!("2026-11-18T{at}:00-08:00"), round, "2026-11-18");
    }
    // Twelve hours from ten in the evening on, and it is seven in the evening of the next day.
    person.zone = "Europe/Berlin";
    let landed = "2026-11-19T19:00:00+01:00";
    assert_eq!(person.wakes(landed), []);
    assert_eq!(person.coming(landed, 1), ["2026-11-19 evening 20:00"]);
    assert_eq!(person.wakes("2026-11-19T20:00:00+01:00"), [("evening".to_owned(), Why::Due)]);
    let later = "2026-11-20T12:00:00+01:00";
    let figures = person.figures(later, "2026-11-18", "2026-11-19");
    assert_eq!((figures.prescribed, figures.done), (12, 6));
    assert_eq!((figures.not_reminded, figures.no_entry), (5, 1));
}

#[test]
fn scenario_4_a_round_that_the_flight_passed_over_does_not_count_and_today_says_so_once() {
    let mut person = Person::with(SHEET);
    person.zone = "America/New_York";
    person.finishes("2026-11-17T09:15:00-05:00", "morning", "2026-11-17");
    person.finishes("2026-11-17T14:15:00-05:00", "noon", "2026-11-17");
    // Half past six in the evening there is half past eight in the morning of the next day in Tokyo.
    person.zone = "Asia/Tokyo";
    let landed = "2026-11-18T08:30:00+09:00";
    person.at(landed).note_zone().unwrap();
    let today = person.at(landed).today().unwrap();
    let travelled = today.travelled.unwrap();
    assert_eq!(travelled.left_out, [LeftOut::Round("20:00".parse().ok())]);
    assert!(!travelled.again);
    assert_eq!((person.wakes(landed), today.gap), (vec![], None));
    assert_eq!(person.states(landed, "2026-11-17", "evening"), [State::NotRequired]);
    let rings = person.wakes("2026-11-18T09:00:00+09:00");
    assert_eq!(rings, [("morning".to_owned(), Why::Due)]);
    // A week later, at home, it is the same.
    person.zone = "Europe/Berlin";
    let later = "2026-11-25T12:00:00+01:00";
    assert_eq!(person.at(later).today().unwrap().travelled, None);
    let figures = person.figures(later, "2026-11-17", "2026-11-17");
    assert_eq!((figures.prescribed, figures.done, figures.not_required), (6, 5, 1));
}

#[test]
fn scenario_4_a_day_that_the_date_line_brings_back_asks_and_rings_for_nothing_twice() {
    let mut person = Person::with(SHEET);
    person.zone = "Pacific/Auckland";
    person.finishes("2026-11-18T09:15:00+13:00", "morning", "2026-11-18");
    // Half past eight of the next morning there is half past nine of the same Wednesday here.
    person.zone = "Pacific/Honolulu";
    let landed = "2026-11-18T09:30:00-10:00";
    person.at(landed).note_zone().unwrap();
    for now in [landed, "2026-11-18T14:00:00-10:00", "2026-11-18T20:00:00-10:00"] {
        let today = person.at(now).today().unwrap();
        assert_eq!((today.date, today.next), (day("2026-11-18"), None), "{now}");
        assert!(today.travelled.is_some_and(|travelled| travelled.again), "{now}");
        assert_eq!(person.wakes(now), [], "{now}");
    }
    let states =
        ["morning", "noon", "evening"].map(|round| person.states(landed, "2026-11-18", round));
    assert!(states[0].iter().all(|state| *state == State::Done));
    assert!(states[1..].iter().flatten().all(|state| *state == State::NotRequired));
    let rings = person.wakes("2026-11-19T09:00:00-10:00");
    assert_eq!(rings, [("morning".to_owned(), Why::Due)]);
}

#[test]
fn scenario_4_a_day_that_comes_again_asks_for_nothing_twice() {
    let mut person = Person::with(SHEET);
    person.zone = "Pacific/Auckland";
    for (at, round) in [("09:15", "morning"), ("14:15", "noon"), ("20:15", "evening")] {
        person.finishes(&format!("2026-11-18T{at}:00+13:00"), round, "2026-11-18");
    }
    // Ten in the evening there is eleven in the evening of the day before in Honolulu.
    person.zone = "Pacific/Honolulu";
    person.at("2026-11-17T23:00:00-10:00").note_zone().unwrap();
    for at in ["09:00", "14:00", "20:00"] {
        assert_eq!(person.wakes(&format!("2026-11-18T{at}:00-10:00")), [], "{at}");
    }
    assert_eq!(person.state_of_all("2026-11-18T21:00:00-10:00", "2026-11-18"), State::Done);
    let figures = person.figures("2026-11-19T12:00:00-10:00", "2026-11-18", "2026-11-18");
    assert_eq!((figures.prescribed, figures.done), (6, 6));
}

#[test]
fn scenario_4_the_most_a_day_holds_over_the_flight() {
    let rounds = "rounds = [\"noon\", \"evening\"]";
    let sheet = SHEET.replace("most_a_day = 3", "most_a_day = 2");
    let mut person =
        Person::with(&sheet.replace("rounds = [\"morning\", \"noon\", \"evening\"]", rounds));
    // In the morning they did it beyond what was asked, and then at noon.
    let extra = BoutKey { place: BoutPlace::AnyTime(1), ..bout("slides", "noon", "2026-11-18") };
    person.records("2026-11-18T09:20:00+01:00", &extra, &Outcome::Done);
    person.finishes("2026-11-18T14:10:00+01:00", "noon", "2026-11-18");
    person.zone = "America/Los_Angeles";
    let evening = "2026-11-18T20:05:00-08:00";
    assert_eq!(person.states(evening, "2026-11-18", "evening"), [State::NotRequired]);
    assert_eq!(person.wakes(evening), []);
    assert_eq!(person.wakes("2026-11-19T09:00:00-08:00"), [("morning".to_owned(), Why::Due)]);
}

#[test]
fn scenario_4_the_gap_holds_over_the_flight() {
    let mut person = Person::with(SHEET);
    person.finishes("2026-11-18T09:20:00+01:00", "morning", "2026-11-18");
    // In Berlin it is past midnight, where the day still goes on; in Los Angeles it is four in the afternoon.
    person.records(
        "2026-11-19T01:00:00+01:00",
        &bout("slides", "evening", "2026-11-18"),
        &Outcome::Done,
    );
    person.zone = "America/Los_Angeles";
    let noon = "2026-11-18T16:05:00-08:00";
    let round = &person.day(noon, "2026-11-18").rounds[1];
    assert_eq!(round.items[0].not_before, Some("2026-11-18T19:00:00-08:00".parse().unwrap()));
    assert_eq!(person.wakes(noon), []);
    assert_eq!(person.wakes("2026-11-18T19:00:00-08:00"), [("noon".to_owned(), Why::Due)]);
}

#[test]
fn scenario_4_a_tap_after_midnight_goes_to_the_evening_before() {
    let person = Person::with(SHEET);
    let midnight = "2026-11-19T00:20:00+01:00";
    let today = person.at(midnight).today().unwrap().agenda.unwrap();
    assert_eq!(today.day, day("2026-11-18"));
    let evening = bout("slides", "evening", "2026-11-18");
    person.records(midnight, &evening, &Outcome::Done);
    let item = &person.day(midnight, "2026-11-18").rounds[2].items[0];
    assert_eq!((item.state, item.entered_later), (State::Done, false));
    // After the start of the next day it is entered later.
    person.records(
        "2026-11-20T03:00:00+01:00",
        &bout("slides", "evening", "2026-11-19"),
        &Outcome::Done,
    );
    let item = &person.day("2026-11-20T03:00:00+01:00", "2026-11-19").rounds[2].items[0];
    assert!(item.entered_later);
}
