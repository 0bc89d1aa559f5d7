//! Parts of a plan in words: doses, days, rounds.

use backwise_core::plan::{Bouts, DayPattern, Dose, Prescription, Revision, Side};
use backwise_core::time::Day;

use super::Page;

impl Page<'_> {
    /// How much and on which side, such as "2 sets of 10, each side".
    pub(super) fn dose(self, dose: &Dose, side: Side) -> String {
        let say = |key: &str, name: &str, n: Option<u16>| {
            Some(self.words.text(key, &[(name, n?.into())]))
        };
        let sets = match (dose.sets, dose.repetitions) {
            (Some(sets), Some(times)) => {
                let args = [("sets", sets.into()), ("times", times.into())];
                Some(self.words.text("dose-sets-of", &args))
            }
            (sets, None) => say("dose-sets", "sets", sets),
            (None, times) => say("dose-times", "times", times),
        };
        let side = match side {
            Side::Both => None,
            Side::Each => Some("dose-each-side"),
            Side::Left => Some("dose-left-side"),
            Side::Right => Some("dose-right-side"),
        };
        let parts = [
            sets,
            say("dose-breaths", "breaths", dose.breaths),
            say("dose-minutes", "minutes", dose.minutes),
            side.map(|key| self.words.text(key, &[])),
            say("dose-hold", "seconds", dose.hold_seconds),
            say("cli-dose-rest", "seconds", dose.rest_seconds),
            dose.load.clone(),
            dose.range.clone(),
        ];
        self.list(parts.into_iter().flatten())
    }

    /// The days of a line and how often on each, such as "every day, in Morning and Evening".
    pub(super) fn how_often(self, line: &Prescription, revision: &Revision) -> String {
        let days = match &line.days {
            DayPattern::EveryDay => self.say("days-every-day", &[]),
            DayPattern::Weekdays(weekdays) => {
                let names = weekdays.iter().map(|weekday| {
                    let key = format!("weekday-{}", backwise_core::time::weekday_name(*weekday));
                    self.words.text(&key, &[])
                });
                self.say("days-weekdays", &[("weekdays", self.list(names).into())])
            }
            DayPattern::EveryNDays { n, from } => {
                let from = self.words.day_and_year(*from);
                self.say("days-every-n", &[("n", (*n).into()), ("from", from.into())])
            }
        };
        let bouts = match &line.bouts {
            Bouts::InRounds(rounds) => {
                let titles = rounds.iter().map(|id| {
                    revision.round(id).map_or_else(|| id.to_string(), |round| round.title.clone())
                });
                self.say("bouts-in-rounds", &[("rounds", self.list(titles).into())])
            }
            Bouts::AnyTime(n) => self.say("bouts-any-time", &[("n", (*n).into())]),
        };
        self.list([days, bouts].into_iter())
    }

    /// From a day until the day before `until`.
    pub(super) fn span(self, from: Day, until: Option<Day>) -> String {
        let first = self.words.day_and_year(from);
        match until {
            Some(until) => {
                let last = self.words.day_and_year(until.plus(-1));
                self.say("span-from-through", &[("first", first.into()), ("last", last.into())])
            }
            None => self.say("span-from", &[("first", first.into())]),
        }
    }

    /// Words one after the other.
    pub(super) fn list(self, items: impl Iterator<Item = String>) -> String {
        items.collect::<Vec<_>>().join(&self.say("list-comma", &[]))
    }
}
