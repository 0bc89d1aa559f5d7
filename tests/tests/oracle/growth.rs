//! How far a dose that grows has come.

use chrono::NaiveDate;
use toml::Table;

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
            let words = self.words_of_growth(Self::id(line), steps + 1, day);
            let stayed = words.iter().rposition(|(_, goes_on)| !goes_on);
            let went = words.get(stayed.map_or(0, |at| at + 1)).map(|(from, _)| *from);
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

    /// What the person said of a step by `day`, each since when. Who takes back that they stay goes on from then, unless
    /// another word says so.
    fn words_of_growth(&self, line: &str, nth: i64, day: NaiveDate) -> Vec<(NaiveDate, bool)> {
        let of_step = self.facts.steps.iter().filter(|step| step.line == line && step.nth == nth);
        let mut words = self.facts.words_of_step(line, nth, day);
        if words.iter().all(|(_, goes_on)| *goes_on) {
            for held in of_step.map(|step| step.word.held(day)) {
                let stayed = held.iter().find(|(_, says)| *says == Some(false));
                let taken_back = held.last().filter(|(_, says)| says.is_none());
                if let Some(((from, _), (until, _))) = stayed.zip(taken_back) {
                    words.extend([(*from, false), (*until, true)]);
                }
            }
        }
        words.sort_by_key(|(from, _)| *from);
        words
    }
}
