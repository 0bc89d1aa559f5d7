//! How to begin again after a break, as the sheet says it.

use std::fmt::Write as _;

use chrono::NaiveDate;
use toml::{Table, Value};

use super::dice::Dice;
use super::facts::{Trouble, What};
use super::lines::Walker;
use super::sheet::{number, plus, text};

/// Makes half of the plans say how to begin again: most with a part of the dose, the others in words alone.
pub(super) fn say_how_to_begin_again(plan: &mut String, dice: &mut Dice) {
    if dice.one_in(2) {
        return;
    }
    plan.push_str("\n[re_entry]\nas_written = \"Begin again with less\"\n");
    if dice.one_in(4) {
        return;
    }
    let (percent, rounding) = (dice.pick(&[5, 30, 50, 75, 99]), dice.pick(&["up", "down"]));
    let days = *dice.pick(&[1, 2, 3, 3, 5, 9, 60]);
    write!(plan, "percent = {percent}\nrounding = \"{rounding}\"\nfor_days = {days}\n").unwrap();
}

/// The part of `whole` that a rule names: at least one is left.
pub(super) fn part(rule: &Table, whole: i64) -> i64 {
    let hundredths = whole * number(rule, "percent").unwrap();
    let up = if text(rule, "rounding") == Some("up") { 99 } else { 0 };
    ((hundredths + up) / 100).max(1)
}

/// How the person begins again: since when, and through which day with less, where the sheet says so.
type BeginsAgain = (NaiveDate, Option<NaiveDate>);

impl Walker<'_> {
    fn how_to_begin_again(&self) -> Option<&Table> {
        self.sheet.table.get("re_entry").and_then(Value::as_table)
    }

    /// What is asked for of a dose on `day`, and how far the person may go above it: on the first days after a break the
    /// part that the sheet names, and nothing above that.
    pub(super) fn after_a_break(
        &self,
        day: NaiveDate,
        (whole, most): (i64, Option<i64>),
    ) -> (i64, Option<i64>) {
        match self.begins_again(day).zip(self.how_to_begin_again()) {
            Some(((_, Some(_)), rule)) => (part(rule, whole), None),
            _ => (whole, most),
        }
    }

    /// The same, with whether the sheet has words for it, where `day` is one that the plan has.
    pub(super) fn told_to_begin_again(
        &self,
        day: NaiveDate,
    ) -> Option<(NaiveDate, Option<NaiveDate>, bool)> {
        let (since, through) = self.begins_again(day)?;
        let is_asked = self.sheet.is_running(day) && !self.is_put_off(day);
        is_asked.then(|| (since, through, self.how_to_begin_again().is_some()))
    }

    /// How the person begins again, where `day` is one of the first after a break. Without a number of days it is told
    /// on the first of them.
    fn begins_again(&self, day: NaiveDate) -> Option<BeginsAgain> {
        let days = self.how_to_begin_again().and_then(|rule| number(rule, "for_days"));
        if self.is_break(day) {
            return None;
        }
        let is_back = |on: &NaiveDate| self.is_break(plus(*on, -1)) && !self.is_break(*on);
        let days_ago = (0..days.unwrap_or(1)).map(|ago| plus(day, -ago));
        let since = days_ago.into_iter().find(is_back)?;
        Some((since, days.map(|days| plus(since, days - 1))))
    }

    /// Whether all exercises rested when `day` ended: in a pause, beside a warning sign, or stopped together.
    fn is_break(&self, day: NaiveDate) -> bool {
        let ends = self.sheet.begins(plus(day, 1));
        let stops_all = |trouble: &Trouble| {
            let of_all = match trouble.what {
                What::Numb | What::Faint | What::SecondStop => true,
                What::Hurts(pain) => pain.spreading,
                What::Calf => false,
            };
            let word = trouble.word_at(ends - 1);
            let waits = word.is_none_or(|(_, from)| from.is_some_and(|from| day < from));
            of_all && trouble.at < ends && waits
        };
        self.facts.is_paused(day)
            || self.has_sign(ends)
            || self.facts.troubles.iter().any(stops_all)
    }
}
