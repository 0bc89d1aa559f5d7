//! What a week makes of its days, for what is done so many days a week.

use chrono::{Datelike, NaiveDate};
use toml::Table;

use super::lines::{Asks, Walker};
use super::sheet::{WEEKDAYS, number, plus, says, text};

/// A week in which something is done so many times.
pub(super) struct Week {
    times: i64,
    apart: bool,
    pub(super) begins: NaiveDate,
    /// How many of its days are days of the line at all.
    in_span: i64,
    /// Its days on which it may be done.
    allowed: Vec<NaiveDate>,
    /// Its days on which it was done, and the day before them.
    done: Vec<NaiveDate>,
}

impl Week {
    /// On how many days it is asked for: a week that is cut short asks for its share.
    pub(super) fn asked(&self) -> i64 {
        let share = if self.in_span < 7 { (self.times * self.in_span + 6) / 7 } else { self.times };
        let is_free = |day: &&NaiveDate| **day != self.begins || !self.rests(**day);
        let free: Vec<NaiveDate> = self.allowed.iter().filter(is_free).copied().collect();
        share.min(self.fit(&free))
    }

    /// Whether it was done the day before, and not two days running.
    fn rests(&self, day: NaiveDate) -> bool {
        self.apart && self.done.contains(&plus(day, -1))
    }

    /// How many of `days` can be taken, with a day between where two may not follow each other.
    fn fit(&self, days: &[NaiveDate]) -> i64 {
        let mut taken: Vec<NaiveDate> = Vec::new();
        for day in days {
            if !self.apart || taken.last().is_none_or(|last| *last < plus(*day, -1)) {
                taken.push(*day);
            }
        }
        i64::try_from(taken.len()).unwrap()
    }

    /// What it makes of `day`.
    pub(super) fn says(&self, day: NaiveDate) -> Option<Asks> {
        let done = self.done.iter().filter(|past| (self.begins..day).contains(*past)).count();
        let left = self.asked() - i64::try_from(done).unwrap();
        if left <= 0 || !self.allowed.contains(&day) || self.rests(day) {
            return None;
        }
        let later: Vec<NaiveDate> =
            self.allowed.iter().copied().filter(|later| *later > day).collect();
        Some(if self.fit(&later) < left { Asks::Yes } else { Asks::IfWanted })
    }
}

impl Walker<'_> {
    /// Whether the line, as it is on `day`, is of a programme that has fixed days, of which `day` is one.
    pub(super) fn has_turn(&self, on: &Table, day: NaiveDate) -> bool {
        text(on, "programme").map(|id| self.programme(id)).is_some_and(|programme| {
            !programme.contains_key("times_a_week") && self.names(programme, day)
        })
    }

    /// The week of `lines` around `day`: those of a programme, or one.
    pub(super) fn week(&self, lines: &[&Table], pattern: &Table, day: NaiveDate) -> Week {
        let first = text(&self.sheet.table, "week_starts").unwrap_or("mon");
        let mut begins = day;
        while WEEKDAYS[begins.weekday().num_days_from_monday() as usize] != first {
            begins = plus(begins, -1);
        }
        let days: Vec<NaiveDate> = begins.iter_days().take(7).collect();
        let may = |line: &&Table, day: NaiveDate| self.may_be_asked(line, day);
        let in_span = days.iter().filter(|day| lines.iter().any(|line| may(line, **day))).count();
        let is_allowed = |day: &NaiveDate| {
            lines.iter().any(|line| may(line, *day) && self.day_off(line, *day).is_none())
        };
        let is_done =
            |day: &NaiveDate| lines.iter().any(|line| self.facts.was_done(Self::id(line), *day));
        Week {
            times: number(pattern, "times_a_week").unwrap(),
            apart: says(pattern, "not_two_days_running"),
            in_span: i64::try_from(in_span).unwrap(),
            allowed: days.iter().copied().filter(is_allowed).collect(),
            // The day before the week counts where two days may not follow each other.
            done: plus(begins, -1).iter_days().take(8).filter(is_done).collect(),
            begins,
        }
    }
}
