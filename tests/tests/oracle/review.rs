//! The day of the review, after which the plan goes on, and the minimum of a bad day.

use chrono::NaiveDate;
use toml::Value;

use super::day::Is;
use super::dice::Dice;
use super::facts::Told;
use super::lines::Walker;
use super::sheet::{date, plus};

/// Gives half of the plans a review.
pub(super) fn say_review(plan: &mut String, dice: &mut Dice, starts: NaiveDate) {
    if dice.one_in(2) {
        *plan = format!("review = {}\n{plan}", plus(starts, dice.within(0, 40)));
    }
}

impl Walker<'_> {
    /// Whether the day of the review has passed on `day`. While the operation still lies ahead there is none to tell of.
    pub(super) fn review_was_due(&self, day: NaiveDate) -> bool {
        !self.is_put_off(day)
            && self.sheet.table.get("review").is_some_and(|review| date(review) < day)
    }

    /// Whether all that the sheet wants of a bad day was done on `day`; `None` where it was none, or the sheet wants nothing.
    /// What is under way at `now` is not done yet.
    pub(super) fn bad_day_was_kept(&self, day: NaiveDate, now: i64) -> Option<bool> {
        let rule = self.sheet.table.get("bad_day")?.as_table()?;
        let minimum = rule.get("minimum").and_then(Value::as_array)?;
        let slots = self.slots(day, now);
        let is_under_way = |line: &String, place: &String| {
            let slot = slots.get(&(line.clone(), place.clone()));
            slot.is_some_and(|slot| slot.is == Is::Told(Told::Begun))
        };
        let is_done = |least: &Value| {
            let said = self.facts.said.iter().filter(|said| {
                said.day == day
                    && !is_under_way(&said.line, &said.place)
                    && Some(said.line.as_str()) == least["line"].as_str()
                    && said.told.is_work()
            });
            said.count() as i64 >= least["bouts"].as_integer().unwrap()
        };
        self.facts.bad_days.contains(&day).then(|| minimum.iter().all(is_done))
    }
}
