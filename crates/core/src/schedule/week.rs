//! So many days a week: which days may still be chosen, and when choosing is over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::LineId;
use crate::time::{Day, Weekday};

/// How far the week of a line has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeekOfLine {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// The first day of the week.
    pub from: Day,
    /// The last day of the week.
    pub through: Day,
    /// On how many days of this week it is asked for. A week that the plan cuts short asks for its share.
    pub asked: u8,
    /// On how many days of it something was done, up to the day in question.
    pub done: u8,
    /// What the day makes of it.
    pub today: InWeek,
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
}

/// A week, as a line sees it.
pub(super) struct Week<'a> {
    /// The day in question.
    pub(super) day: Day,
    /// The first weekday of a week.
    pub(super) week_starts: Weekday,
    /// Days a week, 1 to 7.
    pub(super) times: u8,
    /// Whether two days running are forbidden.
    pub(super) not_two_days_running: bool,
    /// Whether the line has a day in its span that is not off.
    pub(super) is_allowed: &'a dyn Fn(Day) -> bool,
    /// Whether a day lies between the first and the last day of the line, off or not.
    pub(super) is_in_span: &'a dyn Fn(Day) -> bool,
    /// Whether something of the line was done on a day.
    pub(super) is_done: &'a dyn Fn(Day) -> bool,
}

impl Week<'_> {
    /// The first day of the week.
    pub(super) fn first(&self) -> Day {
        let since = self.day.weekday().days_since(self.week_starts);
        self.day.plus(-i32::try_from(since).unwrap_or(0))
    }

    /// The last day of the week.
    pub(super) fn last(&self) -> Day {
        self.first().plus(6)
    }

    /// On how many days of the week the line is asked for: in a week that its span cuts short its share,
    /// rounded up, and never more than the days can hold.
    pub(super) fn asked(&self) -> u8 {
        let days = self.first().through(self.last()).filter(|day| (self.is_in_span)(*day)).count();
        let share = (usize::from(self.times) * days).div_ceil(7);
        let room = self.room(self.first(), (self.is_done)(self.first().plus(-1)));
        u8::try_from(share.min(room)).unwrap_or(u8::MAX)
    }

    /// On how many days of the week before `day` something was done.
    pub(super) fn done_before(&self) -> u8 {
        let days = self.first().through(self.day.plus(-1)).filter(|day| (self.is_done)(*day));
        u8::try_from(days.count()).unwrap_or(u8::MAX)
    }

    /// What the day makes of the line.
    pub(super) fn today(&self) -> InWeek {
        let left = self.asked().saturating_sub(self.done_before());
        if left == 0 {
            return InWeek::Complete;
        }
        if !(self.is_allowed)(self.day) {
            return InWeek::NotToday;
        }
        // The rule looks across the end of a week.
        if self.not_two_days_running && (self.is_done)(self.day.plus(-1)) {
            return InWeek::Resting;
        }
        if self.room(self.day.plus(1), false) < usize::from(left) {
            InWeek::Due
        } else {
            InWeek::Available
        }
    }

    /// On how many days from `from` to the end of the week the line can still be done.
    fn room(&self, from: Day, done_the_day_before: bool) -> usize {
        let mut before = done_the_day_before;
        let mut room = 0;
        for day in from.through(self.last()) {
            before = (self.is_allowed)(day) && !(self.not_two_days_running && before);
            room += usize::from(before);
        }
        room
    }
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
                let week = Week {
                    day: of(n),
                    week_starts: Weekday::Mon,
                    times,
                    not_two_days_running: apart,
                    is_allowed: &|day| is_in_span(day) && !off.contains(&day),
                    is_in_span: &is_in_span,
                    is_done: &|day| done.contains(&day),
                };
                match week.today() {
                    InWeek::Available => 'a',
                    InWeek::Due => 'd',
                    InWeek::Complete => 'c',
                    InWeek::Resting => 'r',
                    InWeek::NotToday => '-',
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
