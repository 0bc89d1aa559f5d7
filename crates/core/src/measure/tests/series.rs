//! What stands, and how far it changed.

use super::*;

#[test]
fn of_a_chain_of_corrections_the_last_stands_and_a_day_has_one_number() {
    let mut entries = vec![
        entry(0, "2026-12-15", None, stands("2026-12-15", 9)),
        entry(1, "2026-12-18", None, stands("2026-12-17", 8)),
        entry(2, "2026-12-18", Some(0), stands("2026-12-15", 10)),
    ];
    assert_eq!(values(&entries), [("2026-12-15".to_owned(), 10), ("2026-12-17".to_owned(), 8)]);
    let history = series(&entries, Measure::ChairStand).history;
    assert_eq!((history[0].corrected, history[0].entered_later), (true, false));
    assert_eq!((history[1].corrected, history[1].entered_later), (false, true));
    assert_eq!(history[0].record, id(2));
    assert_eq!((history[0].after_first, history[1].after_first), (0, 2));
    // A second chain about the same day, as two processes could write it.
    entries.push(entry(3, "2026-12-18", None, stands("2026-12-17", 11)));
    assert_eq!(values(&entries)[1].1, 11);
    // Taken back, the first number of that day is there again; taken back too, there is none.
    entries.push(entry(4, "2026-12-18", Some(3), None));
    assert_eq!(values(&entries)[1].1, 8);
    entries.push(entry(5, "2026-12-18", Some(1), None));
    assert_eq!(values(&entries).len(), 1);
    // Numbers of other measures are other numbers.
    entries.push(entry(6, "2026-12-18", None, number(Measure::Steps, "2026-12-18", 4000)));
    assert_eq!(values(&entries).len(), 1);
    assert_eq!(series(&entries, Measure::Steps).history[0].value, 4000);
}

#[test]
fn a_change_is_a_difference_and_says_where_it_may_be_chance() {
    let all = |values: &[u32], measure| {
        let entry = |(n, value): (usize, &u32)| {
            let on = format!("2026-12-{:02}", n + 1);
            entry(n, &on, None, number(measure, &on, *value))
        };
        series(&values.iter().enumerate().map(entry).collect::<Vec<_>>(), measure).changes
    };
    let change =
        |since: &str, by, within_spread| MeasureChange { since: day(since), by, within_spread };
    assert_eq!(all(&[], Measure::ChairStand), []);
    assert_eq!(all(&[8], Measure::ChairStand), []);
    assert_eq!(all(&[8, 9], Measure::ChairStand), [change("2026-12-01", 1, true)]);
    assert_eq!(all(&[8, 10], Measure::ChairStand), [change("2026-12-01", 2, false)]);
    let [last, first] = all(&[8, 13, 11], Measure::ChairStand)[..] else { panic!("two changes") };
    assert_eq!(last, change("2026-12-02", -2, false));
    assert_eq!(first, change("2026-12-01", 3, false));
    // Where no spread is known nothing is said of chance.
    assert_eq!(all(&[20, 21], Measure::Sitting), [change("2026-12-01", 1, false)]);
    assert_eq!(all(&[3000, 2900], Measure::Steps), [change("2026-12-01", -100, false)]);
}

fn rated(entries: &[Entry<MeasureFact>]) -> Activities {
    Person::after_decompression().sees("2026-12-20", entries).activities
}

#[test]
fn the_mean_is_of_three_activities_at_least_and_is_compared_with_the_same_ones_alone() {
    let mut entries = three([3, 4, 6]);
    assert_eq!(rated(&entries[..5]).means, [], "two ratings make no mean");
    // 13 of 3 is 4.33, 14 of 3 is 4.67.
    assert_eq!(rated(&entries).means[0].tenths, 43);
    assert_eq!(rated(&three([4, 4, 6])).means[0].tenths, 47);
    // 8 December: 6, 6, 6.
    for n in 0..3 {
        entries.push(entry(6 + n, "2026-12-08", None, rating(n, "2026-12-08", 6)));
    }
    let now = rated(&entries);
    let since = day("2026-12-01");
    // 5 of 3 more is less than 2: it may be chance. Each activity speaks for itself.
    assert_eq!(now.changes, [MeasureChange { since, by: 17, within_spread: true }]);
    assert_eq!(now.activities[0].changes, [MeasureChange { since, by: 3, within_spread: false }]);
    assert_eq!(now.activities[1].changes, [MeasureChange { since, by: 2, within_spread: true }]);
    // A rating that was corrected changes the mean of its day: 19 against 13 is 2 more in the mean.
    entries.push(entry(9, "2026-12-08", Some(8), rating(2, "2026-12-08", 7)));
    assert_eq!(rated(&entries).changes, [MeasureChange { since, by: 20, within_spread: false }]);
    // The third is replaced by another: it keeps its ratings, and the means are not compared.
    entries.push(entry(10, "2026-12-15", Some(2), activity("Driving", false)));
    entries.push(entry(11, "2026-12-15", None, activity("Gardening", true)));
    for (n, of) in [0, 1, 11].into_iter().enumerate() {
        entries.push(entry(12 + n, "2026-12-15", None, rating(of, "2026-12-15", 8)));
    }
    let now = rated(&entries);
    assert_eq!(now.changes, []);
    let same: Vec<bool> = now.means.iter().map(|mean| mean.same_as_before).collect();
    assert_eq!(same, [false, true, false]);
    let days: Vec<i32> = now.means.iter().map(|mean| mean.after_first).collect();
    assert_eq!(days, [0, 7, 14]);
    let words: Vec<&str> = now.asked().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["Stairs", "Shopping", "Gardening"]);
    assert_eq!(now.activities[2].history.len(), 2);
}

#[test]
fn an_activity_that_was_a_slip_takes_its_ratings_along() {
    let mut entries = three([3, 4, 6]);
    entries.push(entry(6, "2026-12-01", Some(2), None));
    let now = rated(&entries);
    assert_eq!((now.activities.len(), now.means.len()), (2, 0));
    // Other words are the same activity.
    entries.push(entry(7, "2026-12-02", Some(0), activity("Stairs with shopping", true)));
    let now = rated(&entries);
    assert_eq!(now.activities[0].words, "Stairs with shopping");
    assert_eq!((now.activities[0].activity, now.activities[0].record), (id(0), id(7)));
    assert_eq!(now.activities[0].history[0].value, 3);
}
