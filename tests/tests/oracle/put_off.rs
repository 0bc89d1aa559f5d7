//! An operation that is later than the day that the plan counts from.

use backwise_core::record::OperationSaid;
use backwise_core::time::Day;
use chrono::NaiveDate;
use toml::Table;

use super::clock::Second;
use super::dice::Dice;
use super::facts::Facts;
use super::here::instant;
use super::lines::Walker;
use super::sheet::{Sheet, plus};

/// What the person said of the day of the operation: when, and which day they named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operation {
    at: Second,
    /// The day of the plan on which they said it.
    on: NaiveDate,
    names: NaiveDate,
}

/// Now and then the person says another day of the operation, or several, until `now`.
pub(super) fn say_operations(
    facts: &mut Facts,
    dice: &mut Dice,
    sheet: &Sheet,
    today: NaiveDate,
    now: Second,
) {
    if !dice.one_in(4) {
        return;
    }
    for _ in 0..1 + dice.below(3) {
        let on = plus(today, -dice.within(0, 12));
        let at = sheet.begins(on) + 60 * dice.within(0, 1380);
        if at < now.min(sheet.begins(plus(on, 1))) {
            facts.operations.push(Operation { at, on, names: plus(on, dice.within(-30, 20)) });
        }
    }
    facts.operations.sort_by_key(|said| said.at);
}

/// The same as Backwise keeps it.
pub(super) fn operations(facts: &Facts) -> Vec<OperationSaid> {
    let said = facts.operations.iter();
    said.map(|said| OperationSaid { at: instant(said.at), on: Day(said.on), date: Day(said.names) })
        .collect()
}

impl Walker<'_> {
    /// Whether what ends then on `day` is not asked for: since the last word that names no day behind the one that the
    /// sheet counts from, one word named a day that lay ahead, also when the sheet was taken in.
    pub(super) fn is_put_off_at(&self, day: NaiveDate, ends: Second) -> bool {
        let surgery = self.sheet.surgery();
        let said: Vec<&Operation> =
            self.facts.operations.iter().filter(|said| said.at < ends).collect();
        let since = said.iter().rposition(|said| said.names <= surgery).map_or(0, |at| at + 1);
        day >= surgery
            && said[since..].iter().any(|said| said.names >= said.on.max(self.sheet.starts()))
    }

    /// Whether `day` ended so.
    pub(super) fn is_put_off(&self, day: NaiveDate) -> bool {
        self.is_put_off_at(day, self.sheet.begins(plus(day, 1)))
    }

    /// Whether nothing keeps the line back on `day`.
    pub(super) fn may_be_asked(&self, line: &Table, day: NaiveDate) -> bool {
        let rests = self.facts.is_paused(day) || self.is_put_off(day);
        !rests && self.standing(line, day).is_some()
    }
}
