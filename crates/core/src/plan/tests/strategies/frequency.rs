//! When and how often.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::days::Frame;
use super::words::{lines_of_words, minutes_later, some_of, weekdays, words};
use crate::ids::RoundId;
use crate::plan::{Bouts, DayPattern, Frequency};
use crate::time::Day;

/// The days of a line or of a programme, but for turns.
pub(super) fn days(starts: Day) -> impl Strategy<Value = DayPattern> + Clone {
    // Near the first day of the plan, so that no line is over before it is due.
    let counted = (2u16..=60, -60i32..=5);
    prop_oneof![
        Just(DayPattern::EveryDay),
        weekdays().prop_map(DayPattern::Weekdays),
        counted.prop_map(move |(n, from)| DayPattern::EveryNDays { n, from: starts.plus(from) }),
        (1u8..=6, any::<bool>()).prop_map(|(times, apart)| DayPattern::TimesAWeek {
            times,
            // More cannot have a free day between them in every week.
            not_two_days_running: apart && times <= 3,
        }),
    ]
}

/// When and how often a line or a stage is done, within the rule of the plan for a missed dose.
pub(super) fn frequency(frame: &Frame) -> impl Strategy<Value = Frequency> + use<> {
    let as_needed = (words(), option::of(1u8..=24), option::of(lines_of_words()));
    prop_oneof![
        8 => (line_days(frame), bouts(frame))
            .prop_map(|(days, bouts)| Frequency::Due { days, bouts }),
        1 => as_needed.prop_map(|(when, most_a_day, ask_first)| Frequency::AsNeeded {
            when,
            most_a_day,
            ask_first,
        }),
        1 => Just(Frequency::Technique),
    ]
}

fn line_days(frame: &Frame) -> impl Strategy<Value = DayPattern> + use<> {
    let programmes = frame.programmes.clone();
    (days(frame.starts), option::of(any::<Index>()), any::<Index>()).prop_map(
        move |(days, programme, turn)| match Frame::any(&programmes, programme) {
            Some(programme) => DayPattern::Turn {
                turn: turn.get(&programme.turns).clone(),
                programme: programme.id,
            },
            None => days,
        },
    )
}

fn bouts(frame: &Frame) -> impl Strategy<Value = Bouts> + use<> {
    let in_rounds = in_rounds(frame);
    prop_oneof![any_time(frame), every_hours(frame), in_rounds]
}

/// So many times a day, with a gap that leaves room for all of them between waking and the latest start.
fn any_time(frame: &Frame) -> impl Strategy<Value = Bouts> + use<> {
    let into_day = |time: crate::time::WallTime| time.minutes_into_day(frame.day_start);
    let from = frame.awake.map_or(0, |awake| into_day(awake.from));
    let latest = frame.missed_dose.latest_start.or(frame.awake.map(|awake| awake.until));
    let room = latest.map_or(24 * 60, into_day).saturating_sub(from);
    (1u8..=24, 0u8..24, option::of(any::<Index>())).prop_map(move |(times, more, gap)| {
        let widest = room.checked_div(u16::from(times - 1)).unwrap_or(1439).min(1439);
        let gap = gap.filter(|_| widest > 0).map(|at| at.index(usize::from(widest)) + 1);
        Bouts::AnyTime {
            times,
            most: (times + more).min(24),
            gap_minutes: gap.map(|gap| u16::try_from(gap).unwrap()),
        }
    })
}

fn every_hours(frame: &Frame) -> impl Strategy<Value = Bouts> + use<> {
    let (day_start, is_awake_given) = (frame.day_start, frame.awake.is_some());
    (1u8..=12, any::<bool>(), 0u16..1439, any::<Index>()).prop_map(
        move |(hours, while_awake, from, length)| {
            let until = from + 1 + u16::try_from(length.index(usize::from(1439 - from))).unwrap();
            let ends = (minutes_later(day_start, from), minutes_later(day_start, until));
            let between = (!(while_awake && is_awake_given)).then_some(ends);
            Bouts::EveryHours { hours, between }
        },
    )
}

fn in_rounds(frame: &Frame) -> BoxedStrategy<Bouts> {
    let rounds: Vec<RoundId> = frame.rounds.iter().map(|round| round.id.clone()).collect();
    if rounds.is_empty() {
        return any_time(frame).boxed();
    }
    let most = frame.missed_dose.most_a_day.map_or(rounds.len(), usize::from);
    (any::<u32>(), any::<Index>())
        .prop_map(move |(bits, one)| {
            let mut some = some_of(&rounds, bits);
            some.truncate(most);
            if some.is_empty() {
                some.push(one.get(&rounds).clone());
            }
            Bouts::InRounds(some)
        })
        .boxed()
}
