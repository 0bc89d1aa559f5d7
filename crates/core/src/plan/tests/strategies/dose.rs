//! How much: whole doses of lines, and parts of doses of stages and pain rules.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::words::{some_of, words};
use crate::plan::read::NUMBERS;
use crate::plan::{Counted, Dose, Kilograms, NotGiven};

/// What a bout is counted in; the last is nothing.
const MEASURES: [Option<Counted>; 7] = [
    Some(Counted::Repetitions),
    Some(Counted::Breaths),
    Some(Counted::Minutes),
    Some(Counted::Seconds),
    Some(Counted::WalkingSteps),
    Some(Counted::Metres),
    None,
];

/// Any weight that a file can name.
pub(super) fn kilograms() -> impl Strategy<Value = Kilograms> + Clone {
    (1u16..=2000).prop_map(|tenths| Kilograms(f64::from(tenths) / 10.0))
}

/// A number under `key` inside its range.
fn number(key: Counted, at: Index) -> u16 {
    let (_, _, range) = NUMBERS.into_iter().find(|(_, known, _)| *known == key).unwrap();
    range.start() + u16::try_from(at.index(usize::from(range.end() - range.start()) + 1)).unwrap()
}

/// The dose of a line: something counts a bout, or the sheet leaves that open.
pub(super) fn whole_dose() -> impl Strategy<Value = Dose> {
    (part_of_dose(), select(vec![NotGiven::Dose, NotGiven::Repetitions, NotGiven::Minutes]))
        .prop_map(|(mut dose, open)| {
            let counted = dose.repetitions.or(dose.breaths).is_some();
            // A hold says how many times.
            if dose.hold_seconds.is_some() && !counted {
                leave_open(&mut dose, NotGiven::Repetitions);
            } else if dose.measure().is_none() && !is_open(&dose) {
                let says_something = dose.sets.is_some() || dose.rest_seconds.is_some();
                let open = if says_something { NotGiven::Repetitions } else { open };
                leave_open(&mut dose, open);
            }
            dose
        })
}

/// What a pain rule says instead of the dose: at least one number.
pub(super) fn other_dose() -> impl Strategy<Value = Dose> {
    (part_of_dose(), 1u16..=20).prop_map(|(mut dose, sets)| {
        if NUMBERS.into_iter().all(|(_, key, _)| dose.number(key).is_none()) {
            dose.sets = Some(sets);
            dose.not_given.retain(|part| !matches!(part, NotGiven::Sets | NotGiven::Dose));
        }
        dose
    })
}

/// What a stage says of a dose, which may be nothing.
pub(super) fn part_of_dose() -> impl Strategy<Value = Dose> {
    let numbers = (
        select(MEASURES.to_vec()),
        any::<[Index; 11]>(),
        any::<[bool; 3]>(),
        option::of(1u16..=900),
        prop_oneof![Just(0u32), any::<u32>()],
    );
    let load = (
        option::of(words()),
        option::of(words()),
        option::of(words()),
        option::of(kilograms()),
        option::of(kilograms()),
    );
    (numbers, load, prop_oneof![3 => Just(0u32), 1 => any::<u32>()]).prop_map(
        |((measure, at, [has_sets, has_hold, _], rest_seconds, ceilings), load, open)| {
            let (load, load_most, range, load_kg, load_most_kg) = load;
            let mut dose =
                Dose { rest_seconds, load, load_most, range, load_kg, ..Dose::default() };
            dose.load_most_kg = load_most_kg.filter(|most| load_kg.is_none_or(|kg| kg <= *most));
            let counted = [
                (measure, true),
                (Some(Counted::Sets), has_sets),
                (Some(Counted::HoldSeconds), has_hold),
            ];
            for ((key, is_given), at) in counted.into_iter().zip(at) {
                if let Some(key) = key.filter(|_| is_given) {
                    dose.set_number(key, number(key, at));
                }
            }
            dose.up_to = up_to(&dose, ceilings, &at[3..]);
            dose.not_given = not_given(&dose, open);
            dose
        },
    )
}

/// Ceilings above numbers of `dose`, in the order of the file.
fn up_to(dose: &Dose, ceilings: u32, at: &[Index]) -> Vec<(Counted, u16)> {
    let ceiling =
        |((_, key, range), at): ((&str, Counted, std::ops::RangeInclusive<u16>), &Index)| {
            let room = range.end() - dose.number(key)?;
            let above = u16::try_from(at.index(usize::from(room.max(1)))).unwrap() + 1;
            (room > 0).then(|| (key, dose.number(key).unwrap() + above))
        };
    let all: Vec<_> = NUMBERS.into_iter().zip(at).filter_map(ceiling).collect();
    some_of(&all, ceilings)
}

/// Parts that `dose` leaves open and does not give, in the order of the file.
fn not_given(dose: &Dose, open: u32) -> Vec<NotGiven> {
    let given = |part: &NotGiven| match part {
        NotGiven::Dose => {
            let has_number = NUMBERS.into_iter().any(|(_, key, _)| dose.number(key).is_some());
            has_number || dose.rest_seconds.is_some()
        }
        NotGiven::Sets => dose.sets.is_some(),
        NotGiven::Repetitions => dose.repetitions.is_some(),
        NotGiven::Hold => dose.hold_seconds.is_some(),
        NotGiven::Rest => dose.rest_seconds.is_some(),
        NotGiven::Minutes => dose.minutes.is_some(),
        NotGiven::Load => dose.load.is_some() || dose.load_kg.is_some(),
        NotGiven::Range => dose.range.is_some(),
    };
    let all = [
        NotGiven::Dose,
        NotGiven::Sets,
        NotGiven::Repetitions,
        NotGiven::Hold,
        NotGiven::Rest,
        NotGiven::Minutes,
        NotGiven::Load,
        NotGiven::Range,
    ];
    let mut all = some_of(&all, open);
    all.retain(|part| !given(part));
    all
}

fn is_open(dose: &Dose) -> bool {
    let open = [NotGiven::Dose, NotGiven::Repetitions, NotGiven::Minutes];
    dose.not_given.iter().any(|part| open.contains(part))
}

fn leave_open(dose: &mut Dose, part: NotGiven) {
    dose.not_given.push(part);
    dose.not_given.sort_unstable();
    dose.not_given.dedup();
}
