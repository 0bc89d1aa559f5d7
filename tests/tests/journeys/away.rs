//! Scenario 19: the surgeon says stop for a week.

use backwise_core::record::{PauseReason, PauseWhy, PlanFact};
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
    pausing(SHEET)
}

/// The same, with another sheet.
fn pausing(sheet: &str) -> Person {
    let person = Person::with(sheet);
    for on in ["2026-11-16", "2026-11-17"] {
        for (at, round) in [("09:15", "morning"), ("14:15", "noon"), ("20:15", "evening")] {
            person.finishes(&format!("{on}T{at}:00+01:00"), round, on);
        }
    }
    let mut journal = person.at("2026-11-17T21:00:00+01:00");
    journal.pause(day(PAUSED[0]), Some(day(PAUSED[6])), Some(surgeon())).unwrap();
    person
}

fn surgeon() -> PauseReason {
    PauseReason { why: PauseWhy::Team, words: Some("Dr Berger".to_owned()) }
}

#[test]
fn scenario_19_who_said_so_stands_by_the_pause_wherever_it_is_looked_at() {
    let person = person();
    let back = "2026-11-25T09:00:00+01:00";
    for (now, on) in
        [("2026-11-20T09:00:00+01:00", "2026-11-20"), (back, "2026-11-18"), (back, "2026-11-25")]
    {
        let pause = person.day(now, on).pause.unwrap();
        assert_eq!(pause.reason, Some(surgeon()), "{on}, looked at {now}");
    }
    person.at(back).resume().unwrap();
    let said = person.at(back).said().unwrap();
    let [pause] = &said[..] else { panic!("{said:?}") };
    let (from, through) = (day(PAUSED[0]), Some(day(PAUSED[6])));
    assert_eq!(pause.fact, PlanFact::Pause { from, through, reason: Some(surgeon()) });
    // Long after it, it turns out to have been another reason. What was done and asked is as it was.
    let before = person.figures(back, "2026-11-16", "2026-11-25");
    let ill = Some(PauseReason { why: PauseWhy::Ill, words: None });
    person.at(back).correct_pause(pause.record, from, through, ill.clone()).unwrap();
    assert_eq!(person.day(back, PAUSED[3]).pause.unwrap().reason, ill);
    assert_eq!(person.figures(back, "2026-11-16", "2026-11-25"), before);
    let agenda = person.at(back).today().unwrap().agenda.unwrap();
    assert_eq!(agenda.pause, None, "the person went on, and is not asked again");
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

/// The sheet with what it says of beginning again.
fn with_re_entry() -> String {
    let again = "\n[re_entry]\nas_written = \"After a break, half for three days\"\npercent = 50\nrounding = \"up\"\nfor_days = 3\n";
    format!("{SHEET}{again}")
}

/// The repetitions of the morning of the day `on`, and whether each is less than its line says.
fn morning(person: &Person, now: &str, on: &str) -> Vec<(u16, bool)> {
    let items = &person.day(now, on).rounds[0].items;
    items.iter().map(|item| (item.dose.repetitions.unwrap(), item.lighter.is_some())).collect()
}

#[test]
fn scenario_19_whoever_goes_on_begins_as_the_sheet_says() {
    let person = pausing(&with_re_entry());
    let back = "2026-11-25T09:00:00+01:00";
    assert_eq!(person.at(back).today().unwrap().agenda.unwrap().re_entry, None);
    person.at(back).resume().unwrap();
    let again = person.at(back).today().unwrap().agenda.unwrap().re_entry.unwrap();
    assert_eq!((again.since, again.through), (day("2026-11-25"), Some(day("2026-11-27"))));
    assert_eq!(again.as_written.as_deref(), Some("After a break, half for three days"));
    for on in ["2026-11-25", "2026-11-27"] {
        let half = [(5, true), (5, true), (4, true), (3, true)];
        assert_eq!(morning(&person, back, on), half, "{on}");
    }
    let whole = [(10, false), (10, false), (8, false), (5, false)];
    assert_eq!(morning(&person, back, "2026-11-28"), whole);
}

#[test]
fn scenario_19_where_the_sheet_says_nothing_no_dose_is_made_up() {
    let person = pausing(SHEET);
    let back = "2026-11-25T09:00:00+01:00";
    person.at(back).resume().unwrap();
    let again = person.at(back).today().unwrap().agenda.unwrap().re_entry.unwrap();
    assert_eq!((again.through, again.as_written), (None, None), "the person is told to ask first");
    let whole = [(10, false), (10, false), (8, false), (5, false)];
    assert_eq!(morning(&person, back, "2026-11-25"), whole);
}

#[test]
fn scenario_19_a_week_without_an_entry_can_be_called_a_pause_and_is_treated_as_one() {
    let person = Person::with(&with_re_entry());
    person.finishes("2026-11-16T09:15:00+01:00", "morning", "2026-11-16");
    let back = "2026-11-24T09:00:00+01:00";
    let gap = person.at(back).today().unwrap().gap.unwrap();
    assert_eq!((gap.from, gap.through, gap.is_long), (day("2026-11-17"), day("2026-11-23"), true));
    let away = Some(PauseReason { why: PauseWhy::Away, words: None });
    let pause = person.at(back).pause(gap.from, Some(gap.through), away.clone());
    assert!(pause.is_ok(), "{pause:?}");
    assert_eq!(person.day(back, "2026-11-20").pause.unwrap().reason, away);
    let today = person.at(back).today().unwrap();
    let agenda = today.agenda.unwrap();
    assert_eq!((today.gap, agenda.pause), (None, None), "nothing more is asked");
    assert_eq!(agenda.re_entry.unwrap().since, day("2026-11-24"));
    assert_eq!(morning(&person, back, "2026-11-24")[0], (5, true));
    assert_eq!(person.state_of_all(back, "2026-11-20"), State::Paused);
}
