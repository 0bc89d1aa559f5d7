//! Scenario 12: a warning sign.

use backwise_core::schedule::{State, WhyAsked};

use super::sheet::SHEET;
use super::{Person, day};

const FOUND: &str = "2026-11-16T09:05:00+01:00";

/// What is asked of the person at `now`: open bouts, a round to begin, prompts that lie ahead.
fn is_asked(person: &Person, now: &str, on: &str) -> bool {
    let agenda = person.day(now, on);
    let is_open = |state| matches!(state, State::Due | State::Upcoming | State::InProgress);
    agenda.items().any(|item| is_open(item.state))
        || person.at(now).today().unwrap().next.is_some()
        || !person.coming(now, 3).is_empty()
}

#[test]
fn scenario_12_a_yes_silences_every_prompt_and_logs_the_time_until_somebody_has_spoken() {
    let person = Person::with(SHEET);
    assert_eq!(person.wakes("2026-11-16T09:00:00+01:00").len(), 1);
    assert!(is_asked(&person, FOUND, "2026-11-16"));
    person.at(FOUND).answer_signs(true, false).unwrap();
    let stop = person.at(FOUND).today().unwrap().signs.stop.unwrap();
    assert_eq!((stop.from, stop.until), (FOUND.parse().unwrap(), None));
    for (now, on) in [
        (FOUND, "2026-11-16"),
        ("2026-11-16T14:00:00+01:00", "2026-11-16"),
        ("2026-11-17T09:00:00+01:00", "2026-11-17"),
        ("2026-11-23T09:00:00+01:00", "2026-11-23"),
    ] {
        assert!(!is_asked(&person, now, on), "{now}");
        assert_eq!(person.wakes(now), [], "{now}");
        // An ordinary no, and days that pass, end nothing.
        person.at(now).answer_signs(false, false).unwrap();
        assert!(person.at(now).today().unwrap().signs.stop.is_some(), "{now}");
    }
    let now = "2026-11-23T13:00:00+01:00";
    let monday = day("2026-11-23");
    assert!(person.at(now).may_go_on(" ", monday).is_err(), "nobody's word is nobody's");
    person.at(now).may_go_on("Dr Kahn, by telephone", monday).unwrap();
    assert_eq!(person.coming(now, 1)[0], "2026-11-23 noon 14:00");
    assert_eq!(person.state_of_all(now, "2026-11-18"), State::StoppedByRedFlag);
}

#[test]
fn scenario_12_a_mistaken_tap_is_asked_again_and_gives_the_day_back() {
    let person = Person::with(SHEET);
    person.at(FOUND).answer_signs(true, false).unwrap();
    let again = "2026-11-16T09:06:00+01:00";
    person.at(again).answer_signs(false, true).unwrap();
    assert!(is_asked(&person, again, "2026-11-16"));
    assert_eq!(person.wakes(again).len(), 1, "the morning round rings as if nothing had been");
    assert!(person.at(again).answer_signs(false, true).is_err(), "there is nothing to mend");
}

#[test]
fn scenario_12_the_list_is_asked_daily_for_two_weeks_and_weekly_after_them() {
    // The operation was on 2 November: the sheet begins on day 14.
    let person = Person::from(
        &SHEET.replace("date = 2026-11-02", "date = 2026-11-10"),
        "2026-11-15T18:00:00+01:00",
    );
    let asked = |now: &str| person.at(now).today().unwrap().signs.asked;
    for on in ["2026-11-16", "2026-11-17", "2026-11-23"] {
        let (at, later) = (format!("{on}T09:00:00+01:00"), format!("{on}T20:00:00+01:00"));
        assert_eq!(asked(&at), Some(WhyAsked::Daily), "{on}");
        person.at(&at).answer_signs(false, false).unwrap();
        assert_eq!(asked(&later), None, "{on}: once");
    }
    assert_eq!(asked("2026-11-24T09:00:00+01:00"), None, "day 14: a week after the last answer");
    assert_eq!(asked("2026-11-30T09:00:00+01:00"), Some(WhyAsked::Weekly));
}
