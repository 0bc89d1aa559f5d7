//! Lines with their stages and their growth.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::days::Frame;
use super::dose::{part_of_dose, whole_dose};
use super::frequency::frequency;
use super::words::{choice, lines_of_words, short, some_of, words};
use crate::catalogue::{Tempo, embedded};
use crate::ids::{ClearanceId, ExerciseId, LineId};
use crate::plan::read::{NUMBERS, SIDES};
use crate::plan::{
    DayPattern, Dose, Frequency, Growth, Phase, Prescription, Side, Stage, StageBegins,
};
use crate::safety::{FLAGS, Flag, SAFETY_QUESTIONS};
use crate::time::{Day, Stretch, Weekday};

/// The line `id` of a plan within `frame`.
pub(super) fn line(frame: &Frame, id: LineId) -> impl Strategy<Value = Prescription> + use<> {
    let paper = (option::of(short()), lines_of_words(), option::of(words()), any::<bool>());
    let parts = (
        paper,
        movement(),
        whole_dose(),
        frequency(frame),
        span(frame),
        clearance(frame),
        option::of(growth()),
        vec(stage(frame, &id), 0..4),
    );
    let frame = frame.clone();
    parts.prop_map(
        move |(paper, movement, dose, frequency, (phase, stretch), clearance, growth, stages)| {
            let (sheet_no, as_written, source, off) = paper;
            let (exercise, title, flags, tempo, instructions, question, side) = movement;
            let growth = growth.and_then(|growth| growth.of(&frame, &dose));
            let stages = if growth.is_none() { in_order(&frame, stages) } else { Vec::new() };
            let due_in = |phase: Option<&Phase>, stretch| {
                is_ever_due(&frame, &frequency, &[phase.map(|phase| phase.stretch), Some(stretch)])
            };
            // A phase and days of its own might have no day in common.
            let (phase, stretch) = match (phase, stretch) {
                (phase, stretch) if due_in(phase.as_ref(), stretch) => (phase, stretch),
                (phase, _) if due_in(phase.as_ref(), Stretch::default()) => {
                    (phase, Stretch::default())
                }
                (_, stretch) if due_in(None, stretch) => (None, stretch),
                _ => (None, Stretch::default()),
            };
            Prescription {
                id: id.clone(),
                sheet_no,
                as_written,
                source,
                off,
                exercise,
                title,
                flags,
                tempo,
                instructions,
                safety_question: question.then_some(SAFETY_QUESTIONS[0].1),
                dose,
                side,
                frequency,
                phase: phase.map(|phase| phase.id),
                stretch,
                clearance,
                stages,
                growth,
            }
        },
    )
}

/// The exercise, its title, flags, tempo, steps, whether it has a question, and the side.
fn movement()
-> impl Strategy<Value = (ExerciseId, String, Vec<Flag>, Option<Tempo>, Vec<String>, bool, Side)> {
    let known: Vec<ExerciseId> = embedded().exercises.keys().cloned().collect();
    let own = Just(ExerciseId::new("my-own-exercise").unwrap());
    let flags: Vec<Flag> = FLAGS.iter().map(|(_, flag)| *flag).collect();
    let flags = proptest::sample::subsequence(flags, 0..=4).prop_shuffle();
    let tempo = (0u16..=120, 0u16..=120, 0u16..=120).prop_map(|(out, hold, back)| Tempo {
        out,
        hold,
        back,
    });
    (
        prop_oneof![select(known), own],
        words(),
        flags,
        option::of(tempo),
        vec(words(), 0..3),
        any::<bool>(),
        choice(&SIDES),
    )
}

/// A phase and days of its own, either of which may be missing.
fn span(frame: &Frame) -> impl Strategy<Value = (Option<Phase>, Stretch)> + use<> {
    let days = (option::of(-100i32..200), option::of(1i32..200), any::<[bool; 2]>());
    let frame = frame.clone();
    (option::of(any::<Index>()), days, any::<(u8, u8)>()).prop_map(
        move |(phase, (from, length, [is_whole, in_weeks]), ways)| {
            let whole = |days: i32| if is_whole { days / 7 * 7 } else { days };
            let from = from.map(whole);
            let until = length.map(|days| from.unwrap_or(0) + whole(days).max(7));
            (Frame::any(&frame.phases, phase), frame.stretch(from, until, in_weeks, ways))
        },
    )
}

pub(super) fn clearance(frame: &Frame) -> impl Strategy<Value = Option<ClearanceId>> + use<> {
    let clearances = frame.clearances.clone();
    option::of(any::<Index>())
        .prop_map(move |at| Frame::any(&clearances, at).map(|clearance| clearance.id))
}

/// Whether a day of the plan that lies in all of `stretches` asks for a line.
fn is_ever_due(frame: &Frame, frequency: &Frequency, stretches: &[Option<Stretch>]) -> bool {
    let anchors = crate::time::Anchors {
        surgery: frame.surgery.date,
        discharge: frame.surgery.discharge,
        starts: frame.starts,
        weeks_counted: frame.weeks_counted,
    };
    let lies_in = |day: Day| {
        day >= frame.starts
            && frame.ends.is_none_or(|end| day < end)
            && stretches.iter().flatten().all(|stretch| {
                stretch.first_day(&anchors).is_none_or(|first| day >= first)
                    && stretch.day_after(&anchors).is_none_or(|end| day < end)
            })
    };
    frame.starts.through(frame.starts.plus(700)).any(|day| lies_in(day) && asks(frequency, day))
}

fn asks(frequency: &Frequency, day: Day) -> bool {
    let weekday = |days: &[Weekday]| days.contains(&day.weekday());
    match frequency {
        Frequency::Due { days: DayPattern::Weekdays(days), .. } => weekday(days),
        Frequency::Due { days: DayPattern::EveryNDays { n, from }, .. } => {
            day >= *from && day.days_after(*from) % i32::from(*n) == 0
        }
        _ => true,
    }
}

/// How a dose may grow, whatever it is.
#[derive(Debug, Clone)]
struct AnyGrowth {
    key: Index,
    by: u16,
    every_days: u16,
    at_most: Index,
    from: (i32, u8),
}

fn growth() -> impl Strategy<Value = AnyGrowth> {
    let numbers = (any::<Index>(), 1u16..=60, 1u16..=60, any::<Index>());
    (numbers, -100i32..300, any::<u8>()).prop_map(|((key, by, every_days, at_most), from, way)| {
        AnyGrowth { key, by, every_days, at_most, from: (from, way) }
    })
}

impl AnyGrowth {
    /// The growth of a number of `dose` that has room above it.
    fn of(self, frame: &Frame, dose: &Dose) -> Option<Growth> {
        let has_room = |(_, key, range): &(&str, _, std::ops::RangeInclusive<u16>)| {
            dose.number(*key).is_some_and(|number| number < *range.end())
        };
        let keys: Vec<_> = NUMBERS.into_iter().filter(has_room).collect();
        let (_, key, range) = (!keys.is_empty()).then(|| self.key.get(&keys))?;
        let asked = dose.number(*key)?;
        let ceiling =
            dose.up_to.iter().find(|(of, _)| of == key).map_or(range.end(), |(_, most)| most);
        let above = self.at_most.index(usize::from(ceiling - asked)) + 1;
        Some(Growth {
            key: *key,
            by: self.by,
            every_days: self.every_days,
            at_most: asked + u16::try_from(above).unwrap(),
            from: frame.day(self.from.0, self.from.1),
        })
    }
}

/// When a stage begins, before its place among the others is known.
#[derive(Debug, Clone, Copy)]
enum Beginning {
    OnDay,
    InWeek,
    AfterDoneDays(u16),
    WhenAgreed,
    WithClearance { waits_for_day: bool },
}

/// A stage that waits for its days: its beginning, days since the one before, its length, and the rest.
type Unplaced = (Beginning, i32, Option<i32>, (u8, u8), Option<ClearanceId>, Stage);

fn stage(frame: &Frame, id: &LineId) -> impl Strategy<Value = Unplaced> + use<> {
    let begins = prop_oneof![
        Just(Beginning::OnDay),
        Just(Beginning::InWeek),
        (1u16..=60).prop_map(Beginning::AfterDoneDays),
        Just(Beginning::WhenAgreed),
        any::<bool>().prop_map(|waits_for_day| Beginning::WithClearance { waits_for_day }),
    ];
    // Those behind it, so that no line rests for itself.
    let behind = frame.lines.iter().skip_while(|line| *line != id).skip(1);
    let others: Vec<LineId> = behind.cloned().collect();
    let replaces = prop_oneof![2 => Just(0u32), 1 => any::<u32>()];
    let body = (
        option::of(lines_of_words()),
        part_of_dose(),
        option::of(choice(&SIDES)),
        option::of(frequency(frame)),
        replaces.prop_map(move |bits| some_of(&others, bits)),
    );
    let body = body.prop_map(|(as_written, dose, side, frequency, replaces)| Stage {
        as_written,
        begins: StageBegins::WhenAgreed,
        until: None,
        dose,
        side,
        frequency,
        replaces,
    });
    (begins, 1i32..40, option::of(1i32..40), any::<(u8, u8)>(), clearance(frame), body)
}

/// The stages one after the other.
fn in_order(frame: &Frame, stages: Vec<Unplaced>) -> Vec<Stage> {
    let mut free = -20;
    let place = |(begins, after, length, ways, clearance, body): Unplaced| {
        let mut from = free + after - 1;
        if matches!(begins, Beginning::InWeek) {
            from = from.div_euclid(7) * 7 + 7;
        }
        let on = StageBegins::On(frame.day(from, ways.0));
        let (begins, is_dated) = match (begins, clearance) {
            (Beginning::AfterDoneDays(days), _) => (StageBegins::AfterDoneDays(days), false),
            (Beginning::WhenAgreed, _) => (StageBegins::WhenAgreed, false),
            (Beginning::WithClearance { waits_for_day }, Some(clearance)) => {
                let from = waits_for_day.then(|| frame.day(from, ways.0));
                (StageBegins::WithClearance { clearance, from }, waits_for_day)
            }
            (Beginning::InWeek, _) => (frame.week(from).map_or(on, StageBegins::InWeek), true),
            (Beginning::OnDay | Beginning::WithClearance { .. }, _) => (on, true),
        };
        let until = length.map(|days| from + days);
        free = until.unwrap_or(if is_dated { from + 1 } else { free });
        Stage { begins, until: until.map(|day| frame.day(day, ways.1)), ..body }
    };
    stages.into_iter().map(place).collect()
}
