//! How far a dose that grows has come.

use chrono::NaiveDate;
use toml::Table;

use super::facts::Step;
use super::lines::Walker;
use super::sheet::{number, plus, text};

impl Walker<'_> {
    /// How many times a dose has grown by `day`, and whether the next time waits for the person's word. It grows on
    /// its days but those on which the line is kept back. Where the person stays as they are it stands still, until they go on: that is
    /// one step on the day on which they say so, and then come the days after it. Who went on without having stayed
    /// has not held anything up.
    pub(super) fn steps_up(&self, line: &Table, growth: &Table, day: NaiveDate) -> (i64, bool) {
        let late = self.late(line, day);
        let days = self.sheet.day(growth, "from").unwrap().iter_days();
        let days = days.step_by(usize::try_from(number(growth, "every_days").unwrap()).unwrap());
        let days = days.take_while(|date| *date <= self.step_day(line, day));
        let days: Vec<_> = days.map(|date| plus(date, late)).collect();
        let key = text(growth, "key").unwrap();
        let missing = number(growth, "at_most").unwrap() - number(line, key).unwrap();
        let mut steps = 0;
        let mut since = NaiveDate::MIN;
        while steps * number(growth, "by").unwrap() < missing {
            let mut next =
                days.iter().filter(|date| **date > since && !self.does_not_climb(line, **date));
            let next = next.next().copied();
            let is_word = |step: &&Step| {
                step.line == Self::id(line) && step.nth == steps + 1 && step.day <= day
            };
            let words: Vec<&Step> = self.facts.steps.iter().filter(is_word).collect();
            let stayed = words.iter().rposition(|step| !step.goes_on);
            let went = words.get(stayed.map_or(0, |at| at + 1)).map(|step| step.day);
            let on = match (stayed, went) {
                (Some(_), None) => return (steps, next.is_some()),
                (Some(_), Some(_)) => went,
                (None, _) => [went, next].into_iter().flatten().min(),
            };
            let Some(on) = on else { break };
            since = since.max(on);
            steps += 1;
        }
        (steps, false)
    }
}
