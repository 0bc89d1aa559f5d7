//! What is told of stops: the lines that are stopped now, for how many bouts, and that a second exercise was stopped.

use std::collections::BTreeMap;

use backwise_core::plan::Revision;
use backwise_core::record::{Hurt, HurtPlace, PainMoment};
use backwise_core::schedule::{Agenda, PainOutcome, Situation, StopBecause, pain_follows};
use backwise_core::time::Day;

use super::clock::Second;
use super::day::{Is, Slot};
use super::facts::{Moment, Pain, Spot, Trouble, What};
use super::lines::Walker;
use super::stops::{Follows, follows};

/// Each stopped line, and whether it was a rule of the sheet that stopped it: for how many bouts that are still to come.
/// `None` until somebody has spoken, or until a day that they named.
type StoppedNow = BTreeMap<(String, bool), Option<i64>>;

impl Walker<'_> {
    /// What is stopped at `now`, which lies in the present day.
    fn stopped_now(&self, now: Second) -> StoppedNow {
        let mut stopped = StoppedNow::new();
        for line in self.sheet.lines().into_iter().map(Self::id) {
            for trouble in &self.facts.troubles {
                let Some(Follows::Stop(bouts)) = self.follows(trouble, line) else { continue };
                let word = trouble.words.iter().rev().find(|(at, _)| *at <= now);
                let left = match (word, bouts) {
                    (Some((_, None)), _) => continue,
                    (Some((_, Some(from))), _) if *from <= self.today => continue,
                    (Some(_), _) | (None, None) => None,
                    (None, Some(bouts)) => Some(bouts - self.used_up(trouble, line, now)),
                };
                if left.is_some_and(|left| left <= 0) {
                    continue;
                }
                let by_rule = matches!(trouble.what, What::Hurts(pain) if !pain.spreading);
                stopped
                    .entry((line.to_owned(), by_rule))
                    .and_modify(|known| *known = known.zip(left).map(|(a, b)| a.max(b)))
                    .or_insert(left);
            }
        }
        stopped
    }

    /// How many bouts that were asked for came before the one that is next.
    fn used_up(&self, trouble: &Trouble, line: &str, now: Second) -> i64 {
        let slots = self.unstopped(self.today, now);
        let open = slots.iter().filter(|((of, _), slot)| {
            of == line && slot.ends > now && !matches!(slot.is, Is::Told(_))
        });
        let next = open.map(|(_, slot)| slot.nth).min().unwrap_or(usize::MAX);
        let slot =
            Slot { starts: now, ends: now, not_before: None, is: Is::Due, amount: 0, nth: next };
        self.since(trouble, line, (self.today, &slot), now).len() as i64
    }

    /// Whether a bad number of no exercise is answered with a second exercise that was stopped.
    fn tells_second_stop(&self, now: Second) -> bool {
        let (spot, score, moment) = (Spot::NotSaid, Some(10), Moment::During);
        let pain = Pain { spot, score, moment, spreading: false, usual: None };
        let stops = |line: &str| {
            let rule = self.rule_about(&pain, line, false);
            matches!(rule.map(follows), Some(Follows::Stop(_)))
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
        let outcome = pain_follows(situation, revision, &number, Day(self.today)).outcome;
        let is_told = outcome == PainOutcome::StopSessionSecondStop;
        (is_told != self.tells_second_stop(now)).then(|| format!("a number is told {outcome:?}"))
    }
}
