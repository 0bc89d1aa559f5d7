//! What a week makes of its days, for what is done so many days a week.

use chrono::{Datelike, NaiveDate};
use toml::Table;

use super::lines::{Asks, Walker};
use super::sheet::{WEEKDAYS, number, plus, says, text, texts};

/// A week in which something is done so many times.
pub(super) struct Week {
    times: i64,
    apart: bool,
    /// Its days that the sheet has in this way, whatever keeps the line back on them.
    pub(super) of_sheet: Vec<NaiveDate>,
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
        // What was done the day before, be it in another week or in another part of this one, keeps a day free.
        let is_free =
            |day: &&NaiveDate| self.of_sheet.contains(&plus(**day, -1)) || !self.rests(**day);
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
        let counts = |past: &&NaiveDate| **past < day && self.of_sheet.contains(past);
        let done = self.done.iter().filter(counts).count();
        let left = self.asked() - i64::try_from(done).unwrap();
        if left <= 0 || !self.allowed.contains(&day) || self.rests(day) {
            return None;
        }
        let later: Vec<NaiveDate> =
            self.allowed.iter().copied().filter(|later| *later > day).collect();
        Some(if self.fit(&later) < left { Asks::Yes } else { Asks::IfWanted })
    }
}

/// Whether two ask for as many days a week in the same way.
fn is_same_pattern(one: &Table, other: &Table) -> bool {
    number(one, "times_a_week") == number(other, "times_a_week")
        && says(one, "not_two_days_running") == says(other, "not_two_days_running")
}

impl Walker<'_> {
    /// Whether the line, as it is on `day`, is of a programme that has fixed days, of which `day` is one.
    pub(super) fn has_turn(&self, on: &Table, day: NaiveDate) -> bool {
        text(on, "programme").map(|id| self.programme(id)).is_some_and(|programme| {
            !programme.contains_key("times_a_week") && self.names(programme, day)
        })
    }

    /// Whether the kind of day leaves the line, as it is on `day`, one of its rounds.
    pub(super) fn has_round(&self, on: &Table, day: NaiveDate) -> bool {
        let left: Vec<&str> =
            self.rounds(day).iter().map(|(round, _)| text(round, "id").unwrap()).collect();
        !on.contains_key("rounds") || texts(on, "rounds").iter().any(|round| left.contains(round))
    }

    /// The lines that are of the programme on `day`: a stage may bring one in, and take it out.
    pub(super) fn of_programme(&self, programme: &Table, day: NaiveDate) -> Vec<&Table> {
        let is_of =
            |line: &&Table| text(&self.on_day(line, day), "programme") == Some(Self::id(programme));
        self.sheet.lines().into_iter().filter(is_of).collect()
    }

    /// Whether `day` lies in the days of the line, whatever keeps it back then.
    pub(super) fn has(&self, line: &Table, day: NaiveDate) -> bool {
        self.sheet.is_running(day) && self.is_in_its_days(line, day)
    }

    /// Who reads `on` in the week around `day`: who walks by the sheet that held then. What a newer one says of days after
    /// `day` is known afterwards.
    pub(super) fn reads(&self, day: NaiveDate, on: NaiveDate) -> &Self {
        match self.later {
            Some((from, later)) if on > day && from <= on => later,
            _ if on < day => self.held_on(on),
            _ => self,
        }
    }

    /// The line as the sheet has it that this one walks by.
    pub(super) fn own(&self, line: &Table) -> Option<&Table> {
        let mut lines = self.sheet.lines().into_iter();
        lines.find(|other| Self::id(other) == Self::id(line) && !says(other, "off"))
    }

    /// Whether the sheet that held on `on` had the line then, and `is_like_it` as that has it. A sheet goes on with a line of
    /// the one before it where it would have had it already.
    fn has_like_it(
        &self,
        line: &Table,
        day: NaiveDate,
        on: NaiveDate,
        is_like_it: &dyn Fn(&Walker<'_>, &Table) -> bool,
    ) -> bool {
        let by = |walker: &Walker<'_>, line: &Table| {
            walker.has(line, on) && is_like_it(walker, &walker.on_day(line, on))
        };
        let held = self.reads(day, on);
        if std::ptr::eq(held, self) {
            return by(self, line);
        }
        held.own(line).is_some_and(|other| {
            let goes_on = if on < day { self.has(line, on) } else { held.has(other, day) };
            goes_on && by(held, other)
        })
    }

    /// The week of a programme around `day`.
    pub(super) fn week_of_programme(&self, programme: &Table, day: NaiveDate) -> Week {
        let lines = |on| self.reads(day, on).of_programme(programme, on);
        let is_in_turn = |walker: &Walker<'_>, on: &Table| {
            let id = text(on, "programme").filter(|id| *id == Self::id(programme));
            id.is_some_and(|id| is_same_pattern(walker.programme(id), programme))
        };
        let has = |on| {
            let mut known = self.sheet.lines().into_iter().filter(|line| !says(line, "off"));
            known.any(|line| self.has_like_it(line, day, on, &is_in_turn))
        };
        self.week(programme, &lines, &has, day)
    }

    /// The week of a line around `day`, on which it is `pattern`. Its other days count as far as they are like it.
    pub(super) fn week_of_line(&self, line: &Table, pattern: &Table, day: NaiveDate) -> Week {
        let is_like_it = |_: &Walker<'_>, on: &Table| {
            let other = ["technique", "as_needed"];
            !other.iter().any(|key| on.contains_key(*key)) && is_same_pattern(on, pattern)
        };
        let has = |on| self.has_like_it(line, day, on, &is_like_it);
        let own = |on| self.reads(day, on).own(line).into_iter().collect();
        self.week(pattern, &own, &has, day)
    }

    fn week<'t>(
        &self,
        pattern: &Table,
        lines: &dyn Fn(NaiveDate) -> Vec<&'t Table>,
        has: &dyn Fn(NaiveDate) -> bool,
        day: NaiveDate,
    ) -> Week {
        let first = text(&self.sheet.table, "week_starts").unwrap_or("mon");
        let mut begins = day;
        while WEEKDAYS[begins.weekday().num_days_from_monday() as usize] != first {
            begins = plus(begins, -1);
        }
        let days: Vec<NaiveDate> = begins.iter_days().take(7).collect();
        // A day that ended with the line stopped until somebody has spoken is none of its week, unless it was done then.
        let may = |line: &Table, on: NaiveDate| {
            let was_done = || self.facts.was_done(Self::id(line), on);
            let held = self.reads(day, on);
            held.may_be_asked(line, on)
                && (on > day || was_done() || !held.does_not_climb(line, on))
        };
        let in_span =
            days.iter().filter(|day| has(**day) && lines(**day).iter().any(|of| may(of, **day)));
        let is_allowed = |on: &NaiveDate| {
            has(*on)
                && lines(*on).into_iter().any(|line| {
                    let held = self.reads(day, *on);
                    may(line, *on)
                        && held.day_off(line, *on).is_none()
                        && held.has_round(&held.on_day(line, *on), *on)
                })
        };
        let is_done = |day: &NaiveDate| {
            lines(*day).iter().any(|line| self.facts.was_done(Self::id(line), *day))
        };
        Week {
            times: number(pattern, "times_a_week").unwrap(),
            apart: says(pattern, "not_two_days_running"),
            of_sheet: days.iter().copied().filter(|day| has(*day)).collect(),
            in_span: i64::try_from(in_span.count()).unwrap(),
            allowed: days.iter().copied().filter(is_allowed).collect(),
            // The day before the week counts where two days may not follow each other.
            done: plus(begins, -1).iter_days().take(8).filter(is_done).collect(),
        }
    }
}
