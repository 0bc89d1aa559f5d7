//! What is done when the person needs it: as often as the sheet allows, and so much.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml::Value;

use super::clock::Second;
use super::day::{Is, Slot, dose};
use super::facts::{Said, Trouble};
use super::lines::Walker;
use super::sheet::{minutes, number, plus, text};
use super::stops::{Follows, LOOKED_BACK, less};

/// A line that the person may want: how often something was said of it, what is offered of it, if anything (the number
/// that counts a bout, and how far they may go above it), and the question that comes first.
pub(super) type Wanted = BTreeMap<String, (usize, Option<(i64, Option<i64>)>, Option<String>)>;

impl Walker<'_> {
    /// What the person may want on `day`: as often as the sheet allows, and not after its latest start.
    pub(super) fn wanted(&self, day: NaiveDate, now: Second) -> Wanted {
        let mut wanted = Wanted::new();
        let latest = self.rule(None, "latest_start").and_then(Value::as_str).map(minutes);
        let latest = latest.map(|latest| self.sheet.too_late(day, latest));
        let ends = self.sheet.begins(plus(day, 1));
        let ends = latest.map_or(ends, |latest| latest.min(ends));
        let is_over = now >= ends || ends <= self.sheet.begins(day);
        for line in self.sheet.lines() {
            let Some(on_day) = self.standing(line, day) else { continue };
            let Some(rule) = on_day.get("as_needed").and_then(Value::as_table) else { continue };
            let id = text(line, "id").unwrap();
            let said: Vec<&Said> =
                self.facts.said.iter().filter(|said| said.line == id && said.day == day).collect();
            let done = said.iter().filter(|said| said.told.is_work()).count() as i64;
            let is_full = number(rule, "most_a_day").is_some_and(|most| done >= most);
            if said.is_empty() && self.is_put_off(day) {
                continue;
            }
            let is_stopped =
                self.is_put_off(day) || self.is_stopped(id, day, ends, now) || self.has_sign(ends);
            let is_offered = !is_full && !is_over && !self.facts.is_paused(day) && !is_stopped;
            let offered = is_offered.then(|| self.dose_when_needed(id, day, now));
            let question = text(rule, "ask_first").map(str::to_owned);
            wanted.insert(id.to_owned(), (said.len(), offered, question));
        }
        wanted
    }
    /// Whether the line is stopped for what ends then, beside any count of bouts.
    fn is_stopped(&self, line: &str, day: NaiveDate, ends: Second, now: Second) -> bool {
        // What has no place of its own stands before all that have one.
        let slot = Slot::before(ends, 0);
        self.facts.troubles.iter().filter(|one| one.at < ends).any(|trouble| {
            let Some(Follows::Stop(bouts)) = self.follows(trouble, line) else { return false };
            match trouble.word_at(ends) {
                Some((_, from)) => from.is_some_and(|from| day < from),
                None => {
                    let since = || self.since(trouble, line, (day, &slot), now).len() as i64;
                    bouts.is_none_or(|bouts| since() < bouts)
                }
            }
        })
    }

    /// The dose of the next bout: less after a break, and less where it hurt.
    fn dose_when_needed(&self, line: &str, day: NaiveDate, now: Second) -> (i64, Option<i64>) {
        let written = dose(&self.on_day(self.line(line), day));
        let at = now.min(self.sheet.begins(plus(day, 1)));
        let (mut amount, mut most) = self.after_a_break(day, written);
        for trouble in self.facts.troubles.iter().filter(|trouble| trouble.at <= at) {
            let Some(Follows::Less(rule, bouts)) = self.follows(trouble, line) else { continue };
            let word = trouble.word_at(at);
            let waits = word.map(|(_, from)| from.is_some_and(|from| day < from));
            let is_left =
                || bouts.is_none_or(|bouts| self.done_since(trouble, line, day, now) < bouts);
            if waits.unwrap_or_else(is_left) {
                (amount, most) = (amount.min(less(rule, written.0)), None);
            }
        }
        (amount, most)
    }

    /// How many bouts of the line were done after the trouble, through `day`.
    fn done_since(&self, trouble: &Trouble, line: &str, day: NaiveDate, now: Second) -> i64 {
        if (day - trouble.day).num_days() > LOOKED_BACK {
            return i64::MAX;
        }
        let is_work = |is: &&Is| matches!(is, Is::Told(told) if told.is_work());
        let last = Slot::before(self.sheet.begins(plus(day, 1)), usize::MAX);
        let asked = self.since(trouble, line, (day, &last), now);
        let is_needed = |said: &&Said| {
            let is_after = !said.live || said.at > trouble.at;
            let is_its = trouble.day == said.day && trouble.place.as_deref() == Some(&said.place);
            said.line == line
                && (trouble.day..=day).contains(&said.day)
                && is_after
                && !is_its
                && said.told.is_work()
                && self.on_day(self.line(line), said.day).contains_key("as_needed")
        };
        let needed = self.facts.said.iter().filter(is_needed).count();
        (asked.iter().filter(is_work).count() + needed) as i64
    }
}
