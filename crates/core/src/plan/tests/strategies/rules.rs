//! The rules beside the lines, but for pain.

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::days::{Frame, date};
use super::dose::kilograms;
use super::frequency::days;
use super::line::clearance;
use super::words::{
    WEEK, choice, lines_of_words, minutes_later, numbered, short, some_of, wall_time, words,
};
use crate::ids::{AppointmentId, DayTypeId, ProgrammeId, RoundId};
use crate::plan::read::{DAY_OFF_THEN, NOTE_ABOUTS, ROUNDINGS};
use crate::plan::{
    Advance, AwakeHours, BadDay, Bouts, Contact, DayOff, DayPattern, DayType, Frequency,
    LimitUntil, Minimum, MissedDose, Note, Part, Precaution, Prescription, Programme, REVIEW,
    ReEntry, Round,
};
use crate::safety::{LIMIT_KINDS, LimitKind};
use crate::time::{Day, QuietHours, WallTime, Weekday};

pub(super) fn quiet_hours() -> impl Strategy<Value = Option<QuietHours>> {
    option::of((wall_time(), wall_time()).prop_map(|(from, until)| QuietHours { from, until }))
}

/// Hours awake, which end on the day on which they begin.
pub(super) fn awake(day_start: WallTime) -> impl Strategy<Value = Option<AwakeHours>> {
    let hours = (0u16..1439, any::<Index>()).prop_map(move |(from, length)| {
        let until = from + 1 + u16::try_from(length.index(usize::from(1439 - from))).unwrap();
        let at = |minutes| minutes_later(day_start, minutes);
        AwakeHours { from: at(from), until: at(until) }
    });
    option::of(hours)
}

/// Rounds in the order of the day, and the rule for all of them. No round comes after what is its latest
/// start, and no gap is wider than what lies between two of them.
pub(super) fn rounds(
    day_start: WallTime,
) -> impl Strategy<Value = (Vec<Round>, MissedDose)> + use<> {
    let names = (words(), option::of(words()), option::of(lines_of_words()));
    let limits = (option::of(any::<Index>()), option::of(any::<Index>()), option::of(wall_time()));
    let details = vec((names, limits), 9);
    let rule = (option::of(lines_of_words()), option::of(1u8..=24));
    let rule =
        (rule, option::of(any::<Index>()), option::of(any::<Index>()), option::of(wall_time()));
    (btree_set(0u16..24 * 60, 0..6), 0usize..3, details, rule).prop_map(
        move |(times, without_time, details, ((words, most_a_day), gap, latest, latest_ring))| {
            let times: Vec<u16> = times.into_iter().collect();
            let narrowest = times.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(1439);
            let gap_of = |at: Option<Index>| {
                at.map(|at| u16::try_from(at.index(usize::from(narrowest)) + 1).unwrap())
            };
            let not_before = |least: u16, at: Option<Index>| {
                let later = at.map(|at| at.index(usize::from(24 * 60 - least)));
                later.map(|later| minutes_later(day_start, least + u16::try_from(later).unwrap()))
            };
            let last = times.last().copied().unwrap_or(0);
            let at = times.into_iter().map(Some).chain(vec![None; without_time]);
            let rounds = at.zip(details).enumerate();
            let rounds: Vec<Round> = rounds
                .map(|(n, (at, ((title, routine, words), (gap, latest, latest_ring))))| Round {
                    id: RoundId::new(&format!("round-{n}")).unwrap(),
                    routine: routine.or_else(|| at.is_none().then(|| title.clone())),
                    title: numbered(&title, n),
                    at: at.map(|at| minutes_later(day_start, at)),
                    missed_dose: MissedDose {
                        as_written: words,
                        gap_minutes: gap_of(gap),
                        most_a_day: None,
                        latest_start: not_before(at.unwrap_or(0), latest),
                        latest_ring,
                    },
                })
                .collect();
            // A sheet that has a rule says it in its own words.
            let rule = words.map(|words| MissedDose {
                as_written: Some(words),
                gap_minutes: gap_of(gap),
                most_a_day,
                latest_start: not_before(last, latest),
                latest_ring,
            });
            (rounds, rule.unwrap_or_default())
        },
    )
}

pub(super) fn programmes(starts: Day) -> impl Strategy<Value = Vec<Programme>> + use<> {
    let one = (words(), btree_set(short(), 2..=6), days(starts), option::of(date()));
    vec(one, 0..3).prop_map(|programmes| {
        let programmes = programmes.into_iter().enumerate();
        let programmes = programmes.map(|(n, (title, turns, days, from))| {
            // The calendar needs days that are fixed.
            let from = from.filter(|_| !matches!(days, DayPattern::TimesAWeek { .. }));
            Programme {
                id: ProgrammeId::new(&format!("programme-{n}")).unwrap(),
                title: numbered(&title, n),
                turns: turns.into_iter().collect(),
                days,
                advance: from.map_or(Advance::Done, Advance::Calendar),
            }
        });
        programmes.collect()
    })
}

/// Kinds of day, none of which shares a weekday or a date with another.
pub(super) fn day_types(frame: &Frame) -> impl Strategy<Value = Vec<DayType>> + use<> {
    let days = (vec(0usize..4, 7), vec((date(), 0usize..3), 0..6));
    let hours = (option::of(wall_time()), quiet_hours(), option::of(any::<(Index, Index)>()));
    let details = vec((words(), hours, any::<[u32; 2]>(), vec(any::<Index>(), 9)), 3);
    let frame = frame.clone();
    (days, details).prop_map(move |((weekdays, dates), details)| {
        let mut dates = dates;
        dates.sort_unstable();
        dates.dedup_by_key(|(date, _)| *date);
        let of_kind = |n: usize| {
            let weekdays = WEEK.into_iter().zip(&weekdays).filter(|(_, kind)| **kind == n);
            let dates = dates.iter().filter(|(_, kind)| *kind == n);
            let weekdays: Vec<Weekday> = weekdays.map(|(day, _)| day).collect();
            (weekdays, dates.map(|(date, _)| *date).collect::<Vec<_>>())
        };
        let all = details.into_iter().enumerate();
        let all = all.map(|(n, (title, (start, quiet_hours, awake), bits, times))| {
            let (weekdays, dates) = of_kind(n);
            let day_start = start.unwrap_or(frame.day_start);
            let awake = awake.map(|(from, until)| {
                let from = from.index(1439);
                let until = from + 1 + until.index(1439 - from);
                let at = |minutes| minutes_later(day_start, u16::try_from(minutes).unwrap());
                AwakeHours { from: at(from), until: at(until) }
            });
            let [other_times, leave_out] = bits;
            let mut leave_out = some_of(&frame.rounds, leave_out);
            let times = other_times_of(&frame, day_start, &leave_out, other_times, &times);
            // Nor has it rounds that come before it begins.
            let is_before = |round: &Round| {
                let is_early = |at: &WallTime| (frame.day_start..day_start).contains(at);
                round.at.as_ref().is_some_and(is_early)
                    && !times.iter().any(|(id, _)| *id == round.id)
            };
            let before = frame.rounds.iter().filter(|round| is_before(round));
            let before: Vec<Round> =
                before.filter(|round| !leave_out.contains(round)).cloned().collect();
            leave_out.extend(before);
            DayType {
                id: DayTypeId::new(&format!("day-type-{n}")).unwrap(),
                title: numbered(&title, n),
                weekdays,
                dates,
                start,
                quiet_hours,
                awake,
                times,
                leave_out: leave_out.into_iter().map(|round| round.id).collect(),
            }
        });
        all.filter(|kind| !kind.weekdays.is_empty() || !kind.dates.is_empty()).collect()
    })
}

/// Other times for some rounds that such a day has: none twice, and none after its latest start.
fn other_times_of(
    frame: &Frame,
    day_start: WallTime,
    without: &[Round],
    bits: u32,
    at: &[Index],
) -> Vec<(RoundId, WallTime)> {
    let stay = some_of(&frame.rounds, !bits);
    let is_there = |round: &&Round| !without.contains(round);
    let mut taken: Vec<WallTime> =
        stay.iter().filter(is_there).filter_map(|round| round.at).collect();
    let mut times = Vec::new();
    for (round, at) in some_of(&frame.rounds, bits).iter().filter(is_there).zip(at) {
        let latest = round.missed_dose.latest_start.or(frame.missed_dose.latest_start);
        let latest = latest.map_or(1439, |latest| latest.minutes_into_day(day_start));
        let at = at.index(usize::from(latest) + 1);
        let at = minutes_later(day_start, u16::try_from(at).unwrap());
        if taken.contains(&at) {
            continue;
        }
        taken.push(at);
        times.push((round.id.clone(), at));
    }
    times
}

pub(super) fn precaution(frame: &Frame) -> impl Strategy<Value = Precaution> + use<> {
    let kinds: Vec<LimitKind> = LIMIT_KINDS.iter().map(|(_, kind)| *kind).collect();
    let kinds = proptest::sample::subsequence(kinds, 0..=4).prop_shuffle();
    let numbers = (option::of(kilograms()), option::of(1u16..=240), option::of(1u16..=60));
    let mut appointments: Vec<AppointmentId> =
        frame.appointments.iter().map(|appointment| appointment.id.clone()).collect();
    if frame.review.is_some() {
        appointments.push(AppointmentId::new(REVIEW).unwrap());
    }
    let until = (option::of((-20i32..300, any::<u8>())), option::of(any::<Index>()));
    let until = (until, clearance(frame), any::<bool>());
    let frame = frame.clone();
    (lines_of_words(), option::of(words()), kinds, numbers, until).prop_map(
        move |(as_written, source, kinds, numbers, ((day, appointment), clearance, told))| {
            let (lift_kg, sit_minutes, up_minutes) = numbers;
            let up_minutes = up_minutes.filter(|_| sit_minutes.is_some());
            let day = day.map(|(day, way)| frame.day(day, way));
            let appointment = Frame::any(&appointments, appointment);
            let has_end = day.is_some() || appointment.is_some() || clearance.is_some();
            let until =
                LimitUntil { day, appointment, clearance, told_otherwise: told || !has_end };
            Precaution { as_written, source, kinds, lift_kg, sit_minutes, up_minutes, until }
        },
    )
}

pub(super) fn part() -> impl Strategy<Value = Part> + Clone {
    (1u8..=99, choice(&ROUNDINGS)).prop_map(|(percent, rounding)| Part { percent, rounding })
}

/// What is enough on a bad day: never more than on any other.
pub(super) fn bad_day(
    lines: &[Prescription],
    frame: &Frame,
) -> impl Strategy<Value = Option<BadDay>> + use<> {
    let most: Vec<_> =
        lines.iter().map(|line| (line.id.clone(), most_a_day(line, frame))).collect();
    let minimum = (any::<u32>(), vec(any::<Index>(), lines.len()));
    option::of((lines_of_words(), option::of(minimum)).prop_map(move |(as_written, minimum)| {
        let minimum = minimum.map_or(Vec::new(), |(bits, bouts)| {
            let some: Vec<_> = most.iter().cloned().zip(bouts).collect();
            let some = some_of(&some, bits).into_iter().filter(|((_, most), _)| *most > 0);
            let bouts =
                |at: Index, most: u8| u8::try_from(at.index(usize::from(most))).unwrap() + 1;
            some.map(|((line, most), at)| Minimum { line, bouts: bouts(at, most) }).collect()
        });
        BadDay { as_written, minimum }
    }))
}

/// The most bouts that any day may ask for, up to the 24 that a file can name.
fn most_a_day(line: &Prescription, frame: &Frame) -> u8 {
    let into_day = |time: WallTime| time.minutes_into_day(frame.day_start);
    let most = |frequency: &Frequency| match frequency {
        Frequency::Due { bouts: Bouts::InRounds(rounds), .. } => rounds.len(),
        Frequency::Due { bouts: Bouts::AnyTime { most, .. }, .. } => usize::from(*most),
        Frequency::Due { bouts: Bouts::EveryHours { hours, between }, .. } => {
            let awake = frame.awake.map(|awake| (awake.from, awake.until));
            let (from, until) = between.or(awake).unwrap();
            usize::from((into_day(until) - into_day(from)) / (u16::from(*hours) * 60)) + 1
        }
        Frequency::AsNeeded { most_a_day, .. } => most_a_day.map_or(24, usize::from),
        // A way of moving is never counted.
        Frequency::Technique => 0,
    };
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    let most = staged.chain([&line.frequency]).map(most).max().unwrap();
    u8::try_from(most.min(24)).unwrap()
}

pub(super) fn days_off(frame: &Frame) -> impl Strategy<Value = Vec<DayOff>> + use<> {
    let lines = frame.lines.clone();
    let days = (super::words::weekdays(), btree_set(date(), 1..4), 0u8..3);
    let one = (lines_of_words(), days, any::<u32>(), choice(&DAY_OFF_THEN));
    vec(one, 0..3).prop_map(move |days_off| {
        let days_off = days_off.into_iter();
        let days_off = days_off.map(|(as_written, (weekdays, dates, which), bits, then)| {
            let dates: Vec<Day> = dates.into_iter().collect();
            let (weekdays, dates) = match which {
                0 => (weekdays, dates),
                1 => (weekdays, Vec::new()),
                _ => (Vec::new(), dates),
            };
            DayOff { as_written, weekdays, dates, except: some_of(&lines, bits), then }
        });
        days_off.collect()
    })
}

pub(super) fn re_entry() -> impl Strategy<Value = Option<ReEntry>> {
    option::of(
        (lines_of_words(), option::of((part(), 1u16..=60)))
            .prop_map(|(as_written, part)| ReEntry { as_written, part }),
    )
}

pub(super) fn note() -> impl Strategy<Value = Note> {
    (option::of("[0-9]{1,3}[a-z]?"), lines_of_words(), choice(&NOTE_ABOUTS))
        .prop_map(|(sheet_no, as_written, about)| Note { sheet_no, as_written, about })
}

pub(super) fn contact() -> impl Strategy<Value = Contact> {
    (words(), words(), option::of(words()), option::of(words()))
        .prop_map(|(name, number, hours, about)| Contact { name, number, hours, about })
}
