//! So many days a week: which days may still be chosen, and when choosing is over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{LineId, ProgrammeId};
use crate::time::{Day, Weekday};

/// How far the week of a line has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekOfLine {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// Where it takes turns: the programme, whose week this is.
    pub programme: Option<InTurn>,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// The first day of the week on which the sheet has it in this way.
    pub from: Day,
    /// The last one.
    pub through: Day,
    /// On how many days of this week it is asked for. A week that the plan cuts short asks for its share.
    pub asked: u8,
    /// On how many days of it something was done, up to the day in question.
    pub done: u8,
    /// On how many days of it, up to the day in question, a limit or a stop kept it back and nothing of it was done.
    pub kept_back: u8,
    /// What the day makes of it.
    pub today: InWeek,
}

/// The programme in which a line takes its turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InTurn {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its title.
    pub title: String,
}

/// What a day makes of a line that is done so many days a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum InWeek {
    /// It may be done today.
    Available,
    /// Without today, the days that are left are too few.
    Due,
    /// Nothing more is asked this week.
    Complete,
    /// It was done yesterday, and not two days running.
    Resting,
    /// The day is off, or not among the days of the line.
    NotToday,
    /// It may be done today, and is not offered now: its time is over, or the sheet's gap is not.
    NotNow,
    /// A limit in force forbids what it asks of the body.
    LimitHolds,
    /// It is stopped for now: by pain, an answer or a warning sign.
    Stopped,
}

/// The days of a week.
const DAYS: usize = 7;

/// A week, as a line sees it. Each of its days is asked about once.
pub(super) struct Week {
    first: Day,
    /// The day in question, from 0.
    today: usize,
    /// Days a week, 1 to 7.
    times: u8,
    not_two_days_running: bool,
    /// Whether a day lies between the first and the last day of the line, off or not.
    in_span: [bool; DAYS],
    /// Whether the line has a day in its span that is not off.
    allowed: [bool; DAYS],
    /// Whether something of the line was done the day before the week.
    done_the_day_before: bool,
    /// Whether something of the line was done on a day; of the day in question and those after it nothing.
    done: [bool; DAYS],
    /// On which of those days it counts.
    counted: [bool; DAYS],
}

impl Week {
    /// The week around `day` of a line that is done on `times` days a week, and with the second of them never two
    /// days running. `is_allowed` is asked about days in the span of the line alone, `is_done` about those
    /// before `day`. What was done on a day that the sheet does not count, because it asked in another way then, keeps
    /// the next day free and is none of the week's.
    pub(super) fn new(
        day: Day,
        week_starts: Weekday,
        (times, not_two_days_running): (u8, bool),
        is_in_span: impl Fn(Day) -> bool,
        is_allowed: impl Fn(Day) -> bool,
        is_done: impl Fn(Day) -> bool,
        counts: impl Fn(Day) -> bool,
    ) -> Self {
        let since = day.weekday().days_since(week_starts);
        let first = day.plus(-i32::try_from(since).unwrap_or(0));
        let mut week = Self {
            first,
            today: usize::try_from(since).unwrap_or(0),
            times,
            not_two_days_running,
            in_span: [false; DAYS],
            allowed: [false; DAYS],
            done_the_day_before: is_done(first.plus(-1)),
            done: [false; DAYS],
            counted: [false; DAYS],
        };
        let past = week.done.iter_mut().zip(&mut week.counted);
        let states = week.in_span.iter_mut().zip(&mut week.allowed).zip(past);
        for (on, ((in_span, allowed), (done, counted))) in first.through(first.plus(6)).zip(states)
        {
            *in_span = is_in_span(on);
            *allowed = *in_span && is_allowed(on);
            *done = on < day && is_done(on);
            *counted = *done && counts(on);
        }
        week
    }

    /// The days of the week, from its first.
    pub(super) fn days(&self) -> impl DoubleEndedIterator<Item = Day> + use<> {
        let first = self.first;
        (0..7).map(move |later| first.plus(later))
    }

    /// On how many days of the week the line is asked for: in a week that its span cuts short its share,
    /// rounded up, and never more than the days can hold.
    pub(super) fn asked(&self) -> u8 {
        let share = (usize::from(self.times) * count(&self.in_span)).div_ceil(DAYS);
        u8::try_from(share.min(self.room(0, self.done_the_day_before))).unwrap_or(u8::MAX)
    }

    /// On how many days of the week before the day in question something was done that counts.
    pub(super) fn done_before(&self) -> u8 {
        u8::try_from(count(&self.counted)).unwrap_or(u8::MAX)
    }

    /// What the day makes of the line.
    pub(super) fn today(&self) -> InWeek {
        let left = self.asked().saturating_sub(self.done_before());
        if left == 0 {
            return InWeek::Complete;
        }
        if self.allowed.get(self.today) != Some(&true) {
            return InWeek::NotToday;
        }
        // The rule looks across the end of a week.
        let yesterday = self.today.checked_sub(1).and_then(|yesterday| self.done.get(yesterday));
        if self.not_two_days_running && *yesterday.unwrap_or(&self.done_the_day_before) {
            return InWeek::Resting;
        }
        if self.room(self.today + 1, false) < usize::from(left) {
            InWeek::Due
        } else {
            InWeek::Available
        }
    }

    /// On how many days of the week, from its day `from` on, the line can still be done.
    fn room(&self, from: usize, done_the_day_before: bool) -> usize {
        let mut before = done_the_day_before;
        let mut room = 0;
        let past = self.done.iter().zip(&self.counted);
        for (allowed, (done, counted)) in self.allowed.iter().zip(past).skip(from) {
            before = *allowed && !(self.not_two_days_running && before);
            room += usize::from(before);
            // What was done in another part of the week keeps the day after it free.
            before |= *done && !*counted;
        }
        room
    }
}

fn count(days: &[bool]) -> usize {
    days.iter().filter(|is_so| **is_so).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::day;

    /// What each day of the week from Monday 16 November 2026 makes of a line: `a`vailable, `d`ue,
    /// `c`omplete, `r`esting, `-` not today. `done` and `off` are days of November.
    fn week(times: u8, apart: bool, span: (u32, u32), done: &[u32], off: &[u32]) -> String {
        let of = |n: u32| day(&format!("2026-11-{n:02}"));
        let done: Vec<Day> = done.iter().map(|n| of(*n)).collect();
        let off: Vec<Day> = off.iter().map(|n| of(*n)).collect();
        let (from, through) = (of(span.0), of(span.1));
        let is_in_span = |day: Day| (from..=through).contains(&day);
        (16..=22)
            .map(|n| {
                let week = Week::new(
                    of(n),
                    Weekday::Mon,
                    (times, apart),
                    is_in_span,
                    |day| !off.contains(&day),
                    |day| done.contains(&day),
                    is_in_span,
                );
                match week.today() {
                    InWeek::Available => 'a',
                    InWeek::Due => 'd',
                    InWeek::Complete => 'c',
                    InWeek::Resting => 'r',
                    InWeek::NotToday => '-',
                    InWeek::NotNow | InWeek::LimitHolds | InWeek::Stopped => 'k',
                }
            })
            .collect()
    }

    #[test]
    fn a_line_is_due_only_when_the_days_left_are_too_few_without_it() {
        // Nothing done: three of seven with a day between can begin on Wednesday at the latest.
        assert_eq!(week(3, true, (1, 30), &[], &[]), "aaddddd");
        assert_eq!(week(3, false, (1, 30), &[], &[]), "aaaaddd");
        assert_eq!(week(3, true, (1, 30), &[16, 18, 20], &[]), "araracc");
        assert_eq!(week(2, false, (1, 30), &[16, 17], &[]), "aaccccc");
    }

    #[test]
    fn not_two_days_running_looks_across_the_end_of_a_week() {
        assert_eq!(week(3, true, (1, 30), &[15], &[]), "raddddd");
    }

    #[test]
    fn a_cut_week_asks_for_its_share_and_no_more_than_fits() {
        // Three days of the week: ceil(3 * 3 / 7) = 2, and with a day between two fit.
        assert_eq!(week(3, true, (20, 30), &[], &[]), "----ddd");
        // One day left: one is asked.
        assert_eq!(week(3, false, (22, 30), &[], &[]), "------d");
        // A day off is never due.
        assert_eq!(week(6, false, (1, 30), &[], &[22]), "dddddd-");
    }
}
