//! What stands of the facts about plans: answers of the team, and pauses.

use super::{ClearanceAnswer, Entered, EnteredBy, PlanFact, PlanRecord, settle_plan_facts};
use crate::ids::{ClearanceId, PlanId, RecordId};
use crate::samples::{day, instant};

fn record(id: u128, at: &str, corrects: Option<u128>, fact: PlanFact) -> PlanRecord {
    let id_of = |id| RecordId(uuid::Uuid::from_u128(id));
    PlanRecord {
        id: id_of(id),
        at: instant(at),
        zone: "Europe/Berlin".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: corrects.map(id_of),
        fact,
    }
}

fn said(answer: ClearanceAnswer, on: &str) -> PlanFact {
    PlanFact::Clearance {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        clearance: ClearanceId::new("nurse").unwrap(),
        answer,
        who: Some("ward nurse".to_owned()),
        how: None,
        said_on: day(on),
        day: day(on),
    }
}

#[test]
fn the_last_answer_of_the_team_holds_from_its_day() {
    let records = [
        record(1, "2026-11-20T10:00:00Z", None, said(ClearanceAnswer::NotYet, "2026-11-20")),
        record(2, "2026-11-27T10:00:00Z", None, said(ClearanceAnswer::Yes, "2026-11-27")),
        record(3, "2026-12-01T10:00:00Z", None, said(ClearanceAnswer::No, "2026-12-01")),
    ];
    let (plan, nurse) = (PlanId::new("sample").unwrap(), ClearanceId::new("nurse").unwrap());
    let cleared = |records: &[PlanRecord], on: &str| {
        let standing = settle_plan_facts(records);
        let said = standing.clearance_on(&plan, &nurse, day(on));
        said.is_some_and(|said| said.answer == ClearanceAnswer::Yes)
    };
    for (on, expected) in
        [("2026-11-26", false), ("2026-11-27", true), ("2026-11-30", true), ("2026-12-01", false)]
    {
        assert_eq!(cleared(&records, on), expected, "{on}");
        let backwards: Vec<_> = records.iter().rev().cloned().collect();
        assert_eq!(cleared(&backwards, on), expected, "{on}, entered backwards");
    }
    // A yes that was tapped by mistake no longer stands, and stays in the record.
    let mut corrected = records.to_vec();
    corrected.push(record(
        4,
        "2026-11-27T11:00:00Z",
        Some(2),
        PlanFact::Withdrawn { day: day("2026-11-27") },
    ));
    assert!(!cleared(&corrected, "2026-11-28"));
}

#[test]
fn a_pause_goes_on_until_the_person_goes_on() {
    let pause =
        PlanFact::Pause { from: day("2026-11-20"), through: Some(day("2026-11-22")), reason: None };
    let mut records = vec![record(1, "2026-11-20T10:00:00Z", None, pause)];
    let paused =
        |records: &[PlanRecord], on| settle_plan_facts(records).pause_on(day(on)).is_some();
    assert!(!paused(&records, "2026-11-19"));
    assert!(paused(&records, "2026-11-22"));
    assert!(paused(&records, "2026-11-25"));
    let resumed = PlanFact::Resumed { day: day("2026-11-24") };
    records.push(record(2, "2026-11-24T10:00:00Z", None, resumed));
    assert!(paused(&records, "2026-11-23"));
    assert!(!paused(&records, "2026-11-24"));
    // Whoever goes on in the morning and falls ill at noon takes a pause that holds.
    let again = PlanFact::Pause { from: day("2026-11-24"), through: None, reason: None };
    records.push(record(3, "2026-11-24T12:00:00Z", None, again));
    assert!(paused(&records, "2026-11-24"));
}

#[test]
fn a_pause_that_was_over_when_it_was_entered_takes_no_later_day() {
    let pause =
        PlanFact::Pause { from: day("2026-11-10"), through: Some(day("2026-11-17")), reason: None };
    let (at, went_on) = ("2026-11-25T10:00:00Z", PlanFact::Resumed { day: day("2026-11-18") });
    let records = [record(1, at, None, pause), record(2, at, None, went_on)];
    let standing = settle_plan_facts(&records);
    assert!(standing.pause_on(day("2026-11-17")).is_some());
    assert!(standing.pause_on(day("2026-11-18")).is_none());
}

/// A pause of these days of November that was entered on the day `entered`, from the number of its record.
fn pause(id: u128, entered: u32, from: u32, through: u32) -> PlanRecord {
    let on = |n: u32| day(&format!("2026-11-{n:02}"));
    let fact = PlanFact::Pause { from: on(from), through: Some(on(through)), reason: None };
    record(id, &format!("2026-11-{entered:02}T10:00:00Z"), None, fact)
}

fn went_on(id: u128, entered: u32, from: u32) -> PlanRecord {
    let fact = PlanFact::Resumed { day: day(&format!("2026-11-{from:02}")) };
    record(id, &format!("2026-11-{entered:02}T10:00:00Z"), None, fact)
}

/// The last day of the pause that holds on this day of November; 0 without one.
fn lasts(records: &[PlanRecord], on: u32) -> u32 {
    let pause = settle_plan_facts(records).pause_on(day(&format!("2026-11-{on:02}")));
    let through = pause.and_then(|pause| pause.through);
    through.map_or(0, |last| chrono::Datelike::day(&last.0))
}

#[test]
fn of_pauses_that_overlap_each_lasts_as_long_as_was_said_and_one_word_ends_them() {
    // Away from the 20th to the 22nd, said before; and the surgeon said on the 16th: until the 30th.
    let mut records = vec![pause(1, 15, 20, 22), pause(2, 16, 16, 30)];
    for _ in 0..2 {
        let found = [15, 16, 21, 23, 30].map(|on| lasts(&records, on));
        assert_eq!(found, [0, 30, 30, 30, 30]);
        records.reverse();
    }
    records.push(went_on(3, 25, 25));
    assert_eq!([24, 25, 30].map(|on| lasts(&records, on)), [30, 0, 0]);
    // The one that begins later and ends later is the one that waits for their word.
    let records = [pause(1, 10, 10, 20), pause(2, 18, 18, 22)];
    assert_eq!([17, 19, 23].map(|on| lasts(&records, on)), [20, 22, 22]);
}

#[test]
fn a_pause_that_is_told_late_ends_no_other_one() {
    let records = [pause(1, 16, 16, 30), pause(2, 23, 20, 21), went_on(3, 23, 22)];
    assert_eq!([20, 22, 24].map(|on| lasts(&records, on)), [30, 30, 30]);
    // It was corrected later: its end came with the correction.
    let mut corrected = pause(2, 23, 20, 21);
    corrected.corrects = Some(RecordId(uuid::Uuid::from_u128(4)));
    let records = [pause(1, 16, 16, 30), pause(4, 20, 20, 29), corrected, went_on(3, 23, 22)];
    assert_eq!([20, 22, 24].map(|on| lasts(&records, on)), [30, 30, 30]);
    // After a pause that ended by their word it is no question either.
    let records =
        [pause(1, 16, 16, 30), went_on(2, 25, 25), pause(3, 27, 20, 21), went_on(4, 27, 22)];
    assert_eq!([24, 25, 27].map(|on| lasts(&records, on)), [30, 0, 0]);
}

#[test]
fn a_pause_that_is_taken_in_the_evening_for_that_day_ends_by_no_silence() {
    // Four in the afternoon in Los Angeles, and one at night in Berlin: the date of neither is that of UTC.
    for at in ["2026-11-21T00:30:00Z", "2026-11-20T00:30:00Z", "2026-11-21T11:00:00Z"] {
        let today = day("2026-11-20");
        let pause = PlanFact::Pause { from: today, through: Some(today), reason: None };
        let standing = settle_plan_facts(&[record(1, at, None, pause)]);
        assert!(standing.pause_on(day("2026-11-21")).is_some(), "{at}");
    }
}

#[test]
fn a_pause_that_is_made_longer_afterwards_lasts_through_its_new_last_day() {
    // Ill from the 1st to the 5th, and they went on on the 8th. On the 20th: it was until the 10th.
    let corrected = |id, entered, through, of: u128| {
        let corrects = Some(RecordId(uuid::Uuid::from_u128(of)));
        PlanRecord { corrects, ..pause(id, entered, 1, through) }
    };
    let before = [pause(1, 1, 1, 5), went_on(2, 8, 8)];
    let found = |more: &[PlanRecord]| {
        let records = [&before[..], more].concat();
        [5, 7, 8, 10, 11].map(|on| lasts(&records, on))
    };
    assert_eq!(found(&[]), [5, 5, 0, 0, 0]);
    let longer = [corrected(3, 20, 10, 1), went_on(4, 20, 11)];
    assert_eq!(found(&longer), [10, 10, 10, 10, 0]);
    // What else is corrected then says nothing of its end, and neither does that it was shorter.
    let again = [corrected(3, 20, 5, 1), went_on(4, 20, 6)];
    assert_eq!(found(&again), [5, 0, 0, 0, 0]);
    let because = [longer[0].clone(), corrected(5, 21, 10, 3), went_on(6, 21, 11)];
    assert_eq!(found(&because), [10, 10, 10, 10, 0]);
    // Whoever came back early from a pause until the 10th, and says on the 20th why it was, had come back.
    let records = [pause(1, 1, 1, 10), went_on(2, 8, 8), corrected(3, 20, 10, 1)];
    assert_eq!([7, 8, 10].map(|on| lasts(&records, on)), [10, 0, 0]);
}
