//! What the lines of the handouts say on the days of their weeks.

use super::plans;
use crate::plan::{Bouts, Frequency, LineOnDay, Revision};
use crate::time::Day;

fn on<'a>(plan: &'a Revision, line: &str, day: Day) -> LineOnDay<'a> {
    let line = plan.lines.iter().find(|known| known.id.as_str() == line).unwrap();
    plan.line_on(line, day)
}

/// The days from `from` through `until`.
fn days(from: &str, until: &str) -> impl Iterator<Item = Day> {
    let day = |text: &str| text.parse::<Day>().unwrap();
    day(from).through(day(until))
}

fn times(on: &LineOnDay<'_>) -> (u8, u8) {
    match on.frequency {
        Frequency::Due { bouts: Bouts::AnyTime { times, most, .. }, .. } => (*times, *most),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_walk_of_each_day_from_the_first_to_the_review_and_on() {
    let [plan, _] = plans();
    let walk = |day: Day| {
        let on = on(&plan, "walk", day);
        (on.dose.minutes, times(&on))
    };
    // Weeks 3 and 4 are days 14 to 27.
    for day in days("2026-11-16", "2026-11-29") {
        assert_eq!(walk(day), (Some(15), (3, 3)), "{day}");
    }
    for day in days("2026-11-30", "2026-12-13") {
        assert_eq!(walk(day), (Some(25), (2, 2)), "{day}");
    }
    // No row is left, and the last one stays; the review ends nothing.
    for day in days("2026-12-14", "2027-01-10") {
        assert_eq!(walk(day), (Some(25), (2, 2)), "{day}");
    }
}

#[test]
fn the_bridge_is_at_half_height_in_the_first_week_of_the_sheet() {
    let [plan, _] = plans();
    let bridge = |day: Day| {
        let dose = on(&plan, "bridge", day).dose;
        assert_eq!((dose.sets, dose.repetitions), (Some(2), Some(8)), "{day}");
        assert_eq!((dose.hold_seconds, dose.rest_seconds), (Some(3), Some(60)), "{day}");
        dose.range
    };
    for day in days("2026-11-16", "2026-11-22") {
        assert_eq!(bridge(day).as_deref(), Some("half height"), "{day}");
    }
    for day in days("2026-11-23", "2026-12-20") {
        assert_eq!(bridge(day), None, "{day}");
    }
}

#[test]
fn the_walk_of_the_first_days_grows_by_a_minute_every_second_day() {
    let [_, plan] = plans();
    let minutes: Vec<u16> = days("2026-11-22", "2026-12-12")
        .map(|day| {
            let on = on(&plan, "walk-indoors", day);
            assert_eq!(times(&on), (4, 6), "{day}");
            on.dose.minutes.unwrap()
        })
        .collect();
    let expected = [3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 10, 10, 10, 10, 10];
    assert_eq!(minutes, expected);
}

#[test]
fn the_exercises_of_every_two_hours_are_done_on_the_day_of_the_check_for_the_last_time() {
    let [_, plan] = plans();
    let span = |id: &str| {
        let line = plan.lines.iter().find(|line| line.id.as_str() == id).unwrap();
        let (from, until) = plan.span_of(line);
        (from.to_string(), until.map(|day| day.plus(-1).to_string()))
    };
    for id in ["ankle-pumps", "buttock-squeezes", "thigh-squeezes"] {
        assert_eq!(span(id), ("2026-11-22".to_owned(), Some("2026-12-04".to_owned())), "{id}");
    }
    assert_eq!(span("heel-raises"), ("2026-11-27".to_owned(), None));
}

#[test]
fn the_limits_until_the_review_never_end_by_themselves() {
    let [weeks, early] = plans();
    let review = weeks.review.unwrap();
    for limit in &weeks.precautions {
        assert_eq!(weeks.limit_until(limit), Some(review));
        assert!(!limit.until.told_otherwise && limit.until.clearance.is_none());
    }
    // The leaflet gives no end.
    assert!(early.precautions.iter().all(|limit| early.limit_until(limit).is_none()));
}
