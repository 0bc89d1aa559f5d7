//! What always holds, whatever was entered.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// Anything that could have been entered, corrections of what came before it among them.
fn any_entries() -> impl Strategy<Value = Vec<Entry<MeasureFact>>> {
    let fact = (0u8..7, 0i32..60, 0u32..30, any::<prop::sample::Index>(), any::<bool>());
    vec((fact, any::<prop::sample::Index>(), 0u8..3), 0..25).prop_map(|all| {
        let mut entries: Vec<Entry<MeasureFact>> = Vec::new();
        for (n, ((kind, days, value, of, asked), which, corrects)) in all.into_iter().enumerate() {
            let on = day("2026-12-01").plus(days);
            let measure = Measure::ALL[usize::from(kind) % 3];
            let fact = match kind {
                0..=2 => MeasureFact::Number { measure, day: on, value },
                3 => MeasureFact::Activity { words: value.to_string(), asked },
                4 => MeasureFact::ChairStandHurt { day: on },
                5 => MeasureFact::ChairStandOk { who: "x".to_owned(), said_on: on },
                _ => {
                    let score = u8::try_from(value % 11).unwrap();
                    MeasureFact::Rating { activity: id(of.index(n + 1)), day: on, score }
                }
            };
            // One in three corrects an earlier entry that nothing has replaced, or takes it back.
            let open: Vec<RecordId> = entries
                .iter()
                .filter(|one| entries.iter().all(|other| other.corrects != Some(one.id)))
                .map(|one| one.id)
                .collect();
            let mut made = entry(n, &on.to_string(), None, Some(fact));
            if corrects == 0 && !open.is_empty() {
                made.corrects = Some(open[which.index(open.len())]);
                let replaced = entries.iter().find(|one| Some(one.id) == made.corrects).unwrap();
                made.fact = if asked { None } else { replaced.fact.clone() };
            }
            entries.push(made);
        }
        entries
    })
}

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(
        (entries, shuffled) in any_entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        today in 0i32..120,
        is_stopped: bool,
    ) {
        let person = Person { is_stopped, ..Person::after_decompression() };
        let today = day("2026-11-20").plus(today).to_string();
        // Read twice, an entry is still one entry.
        let twice = [shuffled.clone(), shuffled.clone()].concat();
        prop_assert_eq!(person.sees(&today, &entries), person.sees(&today, &shuffled));
        prop_assert_eq!(person.sees(&today, &entries), person.sees(&today, &twice));
    }

    #[test]
    fn whatever_was_entered_the_test_is_never_offered_without_week_and_word(
        entries in any_entries(),
        today in 0i32..120,
        fusion in prop::sample::select(vec![None, Some(Fusion::No), Some(Fusion::Yes), Some(Fusion::Unknown)]),
    ) {
        let today = day("2026-11-02").plus(today);
        let seen = Person::with(fusion).sees(&today.to_string(), &entries);
        if seen.chair_stand_waits.is_none() {
            let week = if fusion == Some(Fusion::No) { 6 } else { 12 };
            prop_assert!(today >= day(OPERATION).plus(7 * week));
            prop_assert!(seen.chair_stand_ok.is_some());
        }
        for series in &seen.numbers {
            let days: Vec<Day> = series.history.iter().map(|one| one.day).collect();
            prop_assert!(days.is_sorted_by(|one, next| one < next), "one number a day, in order");
            let is_offered = series.measure != Measure::ChairStand || seen.chair_stand_waits.is_none();
            prop_assert!(series.suggested.is_none() || is_offered);
        }
        for mean in &seen.activities.means {
            prop_assert!(mean.tenths <= 100);
        }
    }
}
