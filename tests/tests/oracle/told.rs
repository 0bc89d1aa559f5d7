//! What is told of stops: the lines that are stopped now, for how many bouts, and that a second exercise was stopped.

use std::collections::BTreeMap;

use backwise_core::plan::Revision;
use backwise_core::record::{Hurt, HurtPlace, PainMoment};
use backwise_core::schedule::{Agenda, PainOutcome, Situation, StopBecause, pain_follows};
use backwise_core::time::Day;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::day::{Is, Slot};
use super::facts::{Moment, Pain, Spot, Told, Trouble, What};
use super::lines::Walker;
use super::sheet::{says, text, texts};
use super::stops::{Follows, follows};

/// Each stopped line, and whether it was a rule of the sheet that stopped it: for how many bouts that are still to come.
/// `None` until somebody has spoken, or until a day that they named.
pub(super) type StoppedNow = BTreeMap<(String, bool), Option<i64>>;

impl Walker<'_> {
    /// What is stopped at `now`, which lies in the present day.
    pub(super) fn stopped_now(&self, now: Second) -> StoppedNow {
        let mut stopped = StoppedNow::new();
        for line in self.sheet.lines().into_iter().map(Self::id) {
            for trouble in &self.facts.troubles {
                let Some(Follows::Stop(bouts)) = self.follows(trouble, line) else { continue };
                let word = trouble.word_at(now);
                let left = match (word, bouts) {
                    (Some((_, None)), _) => continue,
                    (Some((_, Some(from))), _) if from <= self.today => continue,
                    (Some(_), _) | (None, None) => None,
                    (None, Some(bouts)) => Some(bouts - self.used_up(trouble, line, now)),
                };
                // Of what is over there is nothing to leave out.
                if left.is_some_and(|left| left <= 0 || !self.has_bouts(line)) {
                    continue;
                }
                // No day asks for what is done when it is needed by now, so no number of bouts comes.
                let is_needed = self.on_day(self.line(line), self.today).contains_key("as_needed");
                let left = left.filter(|_| !is_needed);
                let by_rule = matches!(trouble.what, What::Hurts(pain) if !pain.spreading);
                // A way of moving is never stopped, and is named only where nothing else is that a yes is about.
                let is_stopped = |other: &str| {
                    !self.is_moved(other)
                        && matches!(self.follows(trouble, other), Some(Follows::Stop(_)))
                };
                let mut others = self.sheet.lines().into_iter().map(Self::id);
                if says(self.line(line), "off")
                    || self.is_moved(line) && (by_rule || others.any(is_stopped))
                {
                    continue;
                }
                stopped
                    .entry((line.to_owned(), by_rule))
                    .and_modify(|known| *known = known.zip(left).map(|(a, b)| a.max(b)))
                    .or_insert(left);
            }
        }
        stopped
    }

    /// Whether the line has bouts to be left out, from the present day on.
    fn has_bouts(&self, line: &str) -> bool {
        !self.is_moved(line) && self.standing(self.line(line), self.today).is_some()
    }

    /// Whether the line is a way of moving now, or off.
    fn is_moved(&self, line: &str) -> bool {
        let of = self.line(line);
        says(of, "off") || says(&self.on_day(of, self.today), "technique")
    }

    /// How many bouts that were asked for came before the one that is next.
    fn used_up(&self, trouble: &Trouble, line: &str, now: Second) -> i64 {
        // A pause and a warning sign offer nothing, and what is left to choose comes all the same once they are over.
        let slots = self.work_out(self.today, now);
        let open = slots.iter().filter(|((of, _), slot)| {
            of == line
                && slot.ends > now
                && !matches!(slot.is, Is::Told(told) if told != Told::Begun)
        });
        let next = open.map(|(_, slot)| slot.nth).min().unwrap_or(usize::MAX);
        let slot = Slot::before(now, next);
        self.since(trouble, line, (self.today, &slot), now).len() as i64
    }

    /// Whether a bad number of no exercise is answered with a second exercise that was stopped.
    fn tells_second_stop(&self, now: Second) -> bool {
        let (spot, score, moment) = (Spot::NotSaid, Some(10), Moment::During);
        let pain = Pain { spot, score, moment, spreading: false, usual: None };
        let stops = |line: &str| {
            match self.rule_about(&pain, line, false).map(follows) {
                Some(Follows::Stop(None)) => true,
                // The next times of a line that has none now are not stopped.
                Some(Follows::Stop(Some(_))) => self.has_bouts(line),
                _ => false,
            }
        };
        self.is_second_stop(self.today, now)
            && self.sheet.lines().into_iter().any(|line| stops(Self::id(line)))
    }

    /// In what the present day, as `agenda` has it, tells something else of stops.
    pub(super) fn told_otherwise(
        &self,
        agenda: &Agenda,
        situation: &Situation<'_>,
        revision: &Revision,
        now: Second,
    ) -> Option<String> {
        let theirs = self.stopped_now(now);
        let of = |stop: &backwise_core::schedule::AgendaStop| {
            let by_rule = stop.because == StopBecause::Rule;
            let keys = stop.lines.iter().map(|stopped| (stopped.line.to_string(), by_rule));
            keys.collect::<Vec<_>>()
        };
        let mut ours: Vec<_> = agenda.stops.iter().flat_map(of).collect();
        ours.sort_unstable();
        ours.dedup();
        if !ours.iter().eq(theirs.keys()) {
            return Some(format!("stops told\n   ours   {ours:?}\n   theirs {theirs:?}"));
        }
        for stop in agenda.stops.iter().filter(|stop| stop.until.is_none()) {
            // Where a day is named for one of them, it stands above any number.
            let left = of(stop).into_iter().map(|key| theirs[&key]);
            let longest = left.reduce(|one, other| one.zip(other).map(|(a, b)| a.max(b)));
            let bouts = stop.bouts.map(i64::from);
            if longest != Some(bouts) {
                return Some(format!("bouts of {stop:?}, theirs {longest:?}"));
            }
        }
        let (line, bout, usual) = (None, None, None);
        let (place, when) = (HurtPlace::NotSaid, PainMoment::During);
        let number = Hurt { line, bout, place, score: Some(10), when, spreading: false, usual };
        let outcome = pain_follows(situation, revision, &number, Day(self.today), false).outcome;
        let is_told = outcome == PainOutcome::StopSessionSecondStop;
        (is_told != self.tells_second_stop(now)).then(|| format!("a number is told {outcome:?}"))
    }

    /// Whether the line had its part in `day`: there were bouts of it that the day could have asked for. It was switched on,
    /// in its days, waited for no OK and no limit, was no way of moving, and no other line stood in its place. What stood
    /// where is asked as if all that was said of pain had been about every line: else it would go in circles.
    pub(super) fn had_part(&self, line: &str, day: NaiveDate) -> bool {
        let line = self.line(line);
        let stands_in = |other: &Table| {
            self.stands(other, day)
                && self
                    .stage_if_there(other, day)
                    .is_some_and(|now| texts(now, "replaces").contains(&Self::id(line)))
        };
        let asks = ["rounds", "times_a_day", "every_hours", "as_needed"];
        let is_moved = match self
            .stage_if_there(line, day)
            .filter(|now| asks.iter().any(|key| now.contains_key(*key)))
        {
            Some(_) => false,
            None => says(line, "technique"),
        };
        self.stands(line, day) && !is_moved && !self.sheet.lines().into_iter().any(stands_in)
    }

    /// The stage that held, had all that was said of pain been about the line.
    fn stage_if_there<'t>(&self, of: &'t Table, day: NaiveDate) -> Option<&'t Table> {
        self.stage_unless(of, day, &|of, on| self.may_not_climb(of, on))
    }

    /// Whether the line was done when it was needed on `day`, whatever kept it back when its stages came.
    pub(super) fn was_needed(&self, line: &str, day: NaiveDate) -> bool {
        let table = self.line(line);
        let stages = table.get("stage").and_then(Value::as_array).into_iter().flatten();
        let has_begun = |(nth, stage): &(i64, &Table)| {
            let dated = self.sheet.day(stage, "from");
            let said = self.facts.word_of_step(line, *nth, day);
            let comes = || self.begins(table, stage, day).is_some_and(|first| first <= day);
            dated.is_none_or(|from| from <= self.step_day(table, day))
                && self.is_cleared(stage, day)
                && said.map_or_else(comes, |(_, goes_on)| goes_on)
        };
        let begun = (1..).zip(stages.filter_map(Value::as_table)).take_while(has_begun);
        let stage = begun.last().map(|(_, stage)| stage);
        let asks = ["rounds", "times_a_day", "every_hours"];
        let is_due = stage.is_some_and(|stage| asks.iter().any(|key| stage.contains_key(*key)));
        let is_needed = stage.is_some_and(|stage| stage.contains_key("as_needed"));
        is_needed || table.contains_key("as_needed") && !is_due
    }

    /// Whether the question comes before the line in one of its stages: the sheet says so, or it is one-sided, and done
    /// when it is needed. The catalogue has it before none of the exercises that are thrown.
    pub(super) fn asks_about_the_calf(&self, line: &str) -> bool {
        let table = self.line(line);
        let of = |key: &str, stage: Option<&Value>| {
            stage.and_then(|stage| stage.get(key)).or_else(|| table.get(key)).cloned()
        };
        let asks = |stage: Option<&Value>| {
            let is_due = |key: &&str| stage.is_some_and(|stage| stage.get(*key).is_some());
            let due = ["rounds", "times_a_day", "every_hours"].iter().any(is_due);
            let side = of("side", stage);
            let one_sided = side.is_some_and(|side| side.as_str() != Some("both"));
            one_sided && !due && of("as_needed", stage).is_some()
        };
        let mut stages = table.get("stage").and_then(Value::as_array).into_iter().flatten();
        text(table, "safety_question") == Some("calf")
            || asks(None)
            || stages.any(|stage| asks(Some(stage)))
    }
}
