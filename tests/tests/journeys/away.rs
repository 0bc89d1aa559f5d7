//! Scenario 19: the surgeon says stop for a week.

use backwise_core::schedule::State;

use super::sheet::SHEET;
use super::{Person, day};

/// The days of the pause.
const PAUSED: [&str; 7] = [
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2026-11-23",
    "2026-11-24",
];

/// Somebody who did two days, and pauses from the third for a week.
fn person() -> Person {
    let person = Person::with(SHEET);
    for on in ["2026-11-16", "2026-11-17"] {
        for (at, round) in [("09:15", "morning"), ("14:15", "noon"), ("20:15", "evening")] {
            person.finishes(&format!("{on}T{at}:00+01:00"), round, on);
        }
    }
    let mut journal = person.at("2026-11-17T21:00:00+01:00");
    journal.pause(day(PAUSED[0]), Some(day(PAUSED[6]))).unwrap();
    person
}

#[test]
fn scenario_19_nothing_rings_in_the_pause() {
    let person = person();
    for on in PAUSED {
        for at in ["09:00", "14:00", "20:00"] {
            assert_eq!(person.wakes(&format!("{on}T{at}:00+01:00")), [], "{on} {at}");
        }
    }
    let ahead = person.coming("2026-11-18T08:00:00+01:00", 7);
    assert_eq!(ahead, Vec::<String>::new());
}

#[test]
fn scenario_19_no_figure_falls_by_the_pause() {
    let person = person();
    let after = "2026-11-25T08:00:00+01:00";
    for on in PAUSED {
        assert_eq!(person.state_of_all(after, on), State::Paused, "{on}");
    }
    let figures = person.figures(after, "2026-11-16", "2026-11-24");
    assert_eq!((figures.prescribed, figures.done, figures.paused), (54, 12, 42));
    assert_eq!((figures.no_entry, figures.not_reminded), (0, 0));
}

#[test]
fn scenario_19_after_the_pause_nothing_is_asked_before_the_person_says_that_they_go_on() {
    let person = person();
    let back = "2026-11-25T09:00:00+01:00";
    assert_eq!(person.wakes(back), []);
    let today = person.at(back).today().unwrap();
    let agenda = today.agenda.unwrap();
    assert!(agenda.pause.unwrap().is_waiting);
    assert_eq!((today.next, today.gap), (None, None));
    assert_eq!(agenda.week, 4, "weeks after surgery go on");
    person.at(back).resume().unwrap();
    let agenda = person.at(back).today().unwrap().agenda.unwrap();
    assert_eq!(agenda.pause, None);
    assert_eq!(person.states(back, "2026-11-25", "morning"), [State::Due; 4]);
    assert_eq!(person.wakes("2026-11-25T09:01:00+01:00").len(), 1);
}
