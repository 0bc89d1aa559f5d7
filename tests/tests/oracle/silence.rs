//! Days up to yesterday of which nothing at all was entered, and after how many of them a pause is offered.

use backwise_core::schedule::Gap;
use chrono::NaiveDate;

use super::clock::Second;
use super::day::Is;
use super::dice::Dice;
use super::facts::Facts;
use super::lines::Walker;
use super::sheet::{number, plus};

/// No further back than this are days asked about.
const LONGEST: i64 = 60;

/// After so many days the sheet asks whether it was a pause, where it does not say.
const USUAL: i64 = 7;

/// The days that are asked about, whether any of them asked for something, and whether a pause is offered.
pub(super) type Silence = (Vec<NaiveDate>, bool, bool);

/// Makes two plans in three say after how many days a pause is offered.
pub(super) fn say_gap(plan: &mut String, dice: &mut Dice) {
    if !dice.one_in(3) {
        *plan = format!("gap_days = {}\n{plan}", dice.within(2, 14));
    }
}

/// Half of the people enter nothing of some days before `today`.
pub(super) fn fall_silent(facts: &mut Facts, dice: &mut Dice, today: NaiveDate) {
    let through = plus(today, -dice.within(1, 3));
    let from = plus(through, -dice.within(1, 20));
    if dice.one_in(2) {
        facts.said.retain(|said| !(from..=through).contains(&said.day));
        facts.bad_days.retain(|day| !(from..=through).contains(day));
    }
}

impl Walker<'_> {
    /// The days without an entry before the present one, back to the last of which something was said. Who said that they go
    /// on was asked already. Where all of them left it to the person what to do, so many are asked about as make a pause.
    pub(super) fn silence(&self, now: Second) -> Option<Silence> {
        let answered = self.facts.resumed.iter().copied().max();
        let is_silent = |day: &NaiveDate| {
            let said = self.facts.said.iter().any(|said| said.day == *day);
            !said && !self.facts.bad_days.contains(day) && !self.facts.is_paused(*day)
        };
        let back = (1..=LONGEST).map(|ago| plus(self.today, -ago));
        let is_asked_about = |day: &NaiveDate| {
            *day >= self.sheet.starts() && answered.is_none_or(|on| *day >= on) && is_silent(day)
        };
        let mut silent: Vec<NaiveDate> = back.take_while(is_asked_about).collect();
        silent.reverse();
        let asked =
            |day: &&NaiveDate| self.slots(**day, now).values().any(|slot| slot.is == Is::Passed);
        let left_to_choose = |day: &&NaiveDate| {
            self.weeks(**day, now).values().any(super::weeks::WeekSoFar::is_open)
        };
        let (asked, free): (Vec<_>, Vec<_>) = (
            silent.iter().filter(asked).copied().collect(),
            silent.iter().filter(left_to_choose).copied().collect(),
        );
        let is_asked = !asked.is_empty();
        let days: Vec<NaiveDate> = if is_asked { asked } else { free };
        let many = number(&self.sheet.table, "gap_days").unwrap_or(USUAL);
        let is_long = (*days.last()? - *days.first()?).num_days() + 1 >= many;
        (is_asked || is_long).then_some((days, is_asked, is_long))
    }
}

/// The same as Backwise tells it.
pub(super) fn our_silence(gap: Option<Gap>) -> Option<Silence> {
    gap.map(|gap| {
        let days: Vec<_> = gap.days.iter().map(|day| day.0).collect();
        assert_eq!((gap.from.0, gap.through.0), (days[0], days[days.len() - 1]));
        (days, gap.is_asked, gap.is_long)
    })
}
