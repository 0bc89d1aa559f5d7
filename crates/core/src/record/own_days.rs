//! Words that let somebody go on, or go on with more: that a limit is over, what is said of a stage, and of a stop.
//!
//! Each holds from the day on which it was entered. What takes one back, or puts it right, on a later day holds from that
//! day on, and the days before it keep what stood in them. On the day of the word itself it is as if it had never been
//! said, or had been said so at first.

use std::collections::BTreeMap;

use super::answers::chain;
use super::{PlanFact, PlanRecord, StandingRelease};
use crate::ids::RecordId;
use crate::time::{Day, Instant};

/// What the team had said about a stop from each moment on, in the order of those: `None` where their word was taken back.
pub(super) type Words = Vec<(Instant, Option<StandingRelease>)>;

impl PlanFact {
    /// The day from which such a word holds, or its being taken back; `None` of anything else.
    #[must_use]
    pub fn own_day(&self) -> Option<Day> {
        match self {
            Self::LimitOver { day, .. }
            | Self::StageAgreed { day, .. }
            | Self::StageStayed { day, .. }
            | Self::SpokenTo { day, .. }
            | Self::Withdrawn { day } => Some(*day),
            _ => None,
        }
    }

    /// Whether it takes another record back.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        matches!(self, Self::Withdrawn { .. })
    }

    /// The same word from `other` on; anything else as it is.
    #[must_use]
    pub fn from_own_day(mut self, other: Day) -> Self {
        match &mut self {
            Self::LimitOver { day, .. }
            | Self::StageAgreed { day, .. }
            | Self::StageStayed { day, .. }
            | Self::Withdrawn { day } => *day = other,
            Self::SpokenTo { day, from, .. } => {
                *day = other;
                *from = from.filter(|from| *from > other);
            }
            _ => {}
        }
        self
    }
}

/// A word for as long as it held.
pub(super) struct Held<'a> {
    pub(super) record: &'a PlanRecord,
    /// When it was said, on the day from which it holds.
    pub(super) since: Instant,
    /// The first day on which it no longer held.
    pub(super) until: Option<Day>,
}

/// What of `chain` held for some days: on each day what was entered last of all that held from it or from one before.
pub(super) fn held<'a>(chain: &[&'a PlanRecord]) -> Vec<Held<'a>> {
    let with_day = |record: &'a PlanRecord| Some((record, record.fact.own_day()?));
    let words: Vec<_> = chain.iter().filter_map(|record| with_day(record)).collect();
    let of = |(nth, &(record, day)): (usize, &(&'a PlanRecord, Day))| {
        let until = words[nth + 1..].iter().map(|(_, other)| *other).min();
        let (first, _) = words.iter().find(|(_, other)| *other == day)?;
        let holds = until.is_none_or(|until| until > day);
        holds.then_some(Held { record, since: first.at, until })
    };
    words.iter().enumerate().filter_map(of).collect()
}

/// What the team had said about each stop, where `last_of` tells what stands in the place of a record. Of several words
/// the one that was begun last holds, however late another was put right.
pub(super) fn words_of_stops(
    chains: &[Vec<&PlanRecord>],
    last_of: impl Fn(RecordId) -> RecordId,
) -> BTreeMap<RecordId, Words> {
    let mut all: BTreeMap<RecordId, Vec<_>> = BTreeMap::new();
    for chain in chains {
        let stop = chain.iter().find_map(|record| match record.fact {
            PlanFact::SpokenTo { stop, .. } => Some(stop),
            _ => None,
        });
        if let (Some(stop), Some(first)) = (stop, chain.first()) {
            let links: Words = held(chain).iter().map(release).collect();
            all.entry(last_of(stop)).or_default().push(((first.at, first.id), links));
        }
    }
    let in_time = |mut words: Vec<(_, Words)>| {
        words.sort_by_key(|(begun, _)| *begun);
        let mut moments: Vec<Instant> =
            words.iter().flat_map(|(_, links)| links).map(|(since, _)| *since).collect();
        moments.sort_unstable();
        let last = |links: &Words, at| {
            links.iter().rev().find(|(since, _)| *since <= at).and_then(|(_, word)| word.clone())
        };
        let holds = |at| words.iter().rev().find_map(|(_, links)| last(links, at));
        let mut said: Words = moments.into_iter().map(|at| (at, holds(at))).collect();
        said.dedup_by(|later, earlier| later.1 == earlier.1);
        // What was never said, as far as anything shows, is nobody's word.
        if said.first().is_some_and(|(_, word)| word.is_none()) {
            said.remove(0);
        }
        said
    };
    let all = all.into_iter().map(|(stop, words)| (stop, in_time(words)));
    all.filter(|(_, words)| !words.is_empty()).collect()
}

fn release(held: &Held<'_>) -> (Instant, Option<StandingRelease>) {
    let word = match &held.record.fact {
        PlanFact::SpokenTo { who, from, .. } => {
            Some(StandingRelease { at: held.since, who: who.clone(), from: *from })
        }
        _ => None,
    };
    (held.since, word)
}

/// The day from which a word about a stop holds that takes the place of `last` on the day `today`, and lets the person go
/// on from the day `from`: the same one from the same day. One that was changed today and is put back holds from its own
/// day again; any other changes no day that was lived. `None` where `last` is no such word.
#[must_use]
pub fn spoken_from(
    records: &[PlanRecord],
    last: &PlanRecord,
    from: Option<Day>,
    today: Day,
) -> Option<Day> {
    let said = |record: &PlanRecord| match record.fact {
        PlanFact::SpokenTo { from, day, .. } => Some((from, day)),
        _ => None,
    };
    let (was, day) = said(last)?;
    if was == from {
        return Some(day);
    }
    let of_chain = chain(&records.iter().collect::<Vec<_>>(), last);
    // What was taken back and put back again since leads back to no word before that.
    let is_earlier = |record: &&PlanRecord| record.fact.own_day().is_some_and(|of| of < day);
    let before = of_chain.into_iter().rev().find(is_earlier).and_then(said);
    let is_undone = day == today && before.is_some_and(|(before, _)| before == from);
    before.filter(|_| is_undone).map(|(_, of)| of).or(Some(today))
}

#[cfg(test)]
mod tests {
    use super::super::{AllStopped, Entered, EnteredBy, PlanStanding, settle_plan_facts};
    use super::*;
    use crate::ids::PlanId;
    use crate::samples::{day, instant};

    const STOP: RecordId = RecordId(uuid::Uuid::nil());

    fn record(id: u128, at: &str, corrects: Option<u128>, fact: PlanFact) -> PlanRecord {
        let name = |id| RecordId(uuid::Uuid::from_u128(id));
        PlanRecord {
            id: name(id),
            at: instant(at),
            zone: "Europe/Berlin".to_owned(),
            entered: Entered::Live,
            by: EnteredBy::Person,
            corrects: corrects.map(name),
            fact,
        }
    }

    fn spoken(on: &str, from: Option<&str>) -> PlanFact {
        let (day, from) = (day(on), from.map(day));
        PlanFact::SpokenTo { stop: STOP, who: None, said_on: day, from, day }
    }

    /// From when on the person may go on, by what was known at noon of each day: "-" where nobody had spoken.
    fn told(records: &[PlanRecord], days: [&str; 4]) -> Vec<String> {
        let standing: PlanStanding = settle_plan_facts(records);
        let on = |day: &&str| {
            let word = standing.release_at(STOP, instant(&format!("{day}T12:00:00Z")));
            let from =
                |word: &StandingRelease| word.from.map_or("now".into(), |day| day.to_string());
            word.map_or("-".into(), from)
        };
        days.iter().map(on).collect()
    }

    const DAYS: [&str; 4] = ["2026-11-19", "2026-11-20", "2026-11-26", "2026-11-27"];

    #[test]
    fn a_word_about_a_stop_holds_until_the_day_on_which_it_is_put_right_or_taken_back() {
        let said = record(1, "2026-11-20T10:00:00Z", None, spoken("2026-11-20", None));
        let third = "2026-12-03";
        let right = |at: &str| record(2, at, Some(1), spoken(&at[..10], Some(third)));
        let at_once = [said.clone(), right("2026-11-20T11:00:00Z")];
        assert_eq!(told(&at_once, DAYS), ["-", third, third, third], "as if said so at first");
        let later = [said.clone(), right("2026-11-27T09:00:00Z")];
        assert_eq!(told(&later, DAYS), ["-", "now", "now", third]);
        let gone = |at: &str| record(2, at, Some(1), PlanFact::Withdrawn { day: day(&at[..10]) });
        assert_eq!(told(&[said.clone(), gone("2026-11-20T11:00:00Z")], DAYS), ["-"; 4]);
        let later = [said, gone("2026-11-27T09:00:00Z")];
        assert_eq!(told(&later, DAYS), ["-", "now", "now", "-"]);
        assert_eq!(settle_plan_facts(&later).release(STOP), None);
    }

    #[test]
    fn an_earlier_word_that_is_put_right_stands_behind_a_later_one_and_for_it_once_that_is_taken_back()
     {
        let mut records = vec![
            record(1, "2026-11-19T10:00:00Z", None, spoken("2026-11-19", Some("2026-12-01"))),
            record(2, "2026-11-20T10:00:00Z", None, spoken("2026-11-20", None)),
            record(3, "2026-11-26T10:00:00Z", Some(1), spoken("2026-11-26", Some("2026-12-03"))),
        ];
        assert_eq!(told(&records, DAYS), ["2026-12-01", "now", "now", "now"]);
        let gone = PlanFact::Withdrawn { day: day("2026-11-27") };
        records.push(record(4, "2026-11-27T10:00:00Z", Some(2), gone));
        assert_eq!(told(&records, DAYS), ["2026-12-01", "now", "now", "2026-12-03"]);
        // The stop is followed as long as any word said that it holds, also one that was taken back.
        let plan = PlanId::new("sample").unwrap();
        let (because, day) = (AllStopped::Faint, day("2026-11-18"));
        let stop = PlanFact::AllStopped { plan, revision: 1, line: None, because, day };
        records.push(PlanRecord { id: STOP, ..record(5, "2026-11-18T10:00:00Z", None, stop) });
        records[0].fact = spoken("2026-11-19", Some("2026-11-22"));
        records[1].fact = spoken("2026-11-20", Some("2026-12-03"));
        records.remove(2);
        assert_eq!(
            settle_plan_facts(&records).stops[0].over,
            Some(crate::samples::day("2026-12-03"))
        );
    }

    #[test]
    fn a_correction_that_is_undone_leaves_nothing_of_itself() {
        let before = [record(1, "2026-11-20T10:00:00Z", None, spoken("2026-11-20", None))];
        let today = day("2026-11-27");
        let changed =
            record(2, "2026-11-27T09:00:00Z", Some(1), spoken("2026-11-27", Some("2026-12-03")));
        let mut records = vec![before[0].clone(), changed.clone()];
        assert_eq!(spoken_from(&before, &before[0], None, today), Some(day("2026-11-20")));
        assert_eq!(spoken_from(&before, &before[0], Some(day("2026-12-03")), today), Some(today));
        let from = spoken_from(&records, &changed, None, today).unwrap();
        assert_eq!(
            spoken_from(&records, &changed, None, today.plus(1)),
            Some(today.plus(1)),
            "lived"
        );
        // A word that was taken back for some days, and put back, does not reach back over them.
        let gone = record(
            2,
            "2026-11-24T09:00:00Z",
            Some(1),
            PlanFact::Withdrawn { day: day("2026-11-24") },
        );
        let back = record(3, "2026-11-27T09:00:00Z", Some(2), spoken("2026-11-27", None));
        let right =
            record(4, "2026-11-27T10:00:00Z", Some(3), spoken("2026-11-27", Some("2026-12-03")));
        let chain = [before[0].clone(), gone, back, right.clone()];
        assert_eq!(spoken_from(&chain, &right, None, today), Some(today));
        records.push(record(3, "2026-11-27T09:01:00Z", Some(2), spoken(&from.to_string(), None)));
        let words = |records: &[PlanRecord]| settle_plan_facts(records).words_about(STOP).to_vec();
        assert_eq!(words(&records), words(&before));
    }

    #[test]
    fn a_limit_that_was_over_was_so_until_the_day_on_which_that_is_taken_back() {
        let (plan, from) = (PlanId::new("sample").unwrap(), day("2026-11-20"));
        let limit = "No bending".to_owned();
        let over = |day| PlanFact::LimitOver {
            plan: plan.clone(),
            revision: 1,
            limit: limit.clone(),
            who: None,
            said_on: from,
            day,
        };
        let gone = |on: &str| PlanFact::Withdrawn { day: day(on) };
        let said = record(1, "2026-11-20T10:00:00Z", None, over(from));
        let held = |records: &[PlanRecord]| {
            let standing =
                settle_plan_facts(records).limits_over.remove(&(plan.clone(), limit.clone()));
            let days = standing.unwrap_or_default().into_iter().map(|over| (over.day, over.until));
            days.collect::<Vec<_>>()
        };
        let at_once =
            [said.clone(), record(2, "2026-11-20T11:00:00Z", Some(1), gone("2026-11-20"))];
        assert_eq!(held(&at_once), []);
        let (taken, back) = (day("2026-11-27"), day("2026-11-29"));
        let mut records =
            vec![said, record(2, "2026-11-27T11:00:00Z", Some(1), gone("2026-11-27"))];
        assert_eq!(held(&records), [(from, Some(taken))]);
        records.push(record(3, "2026-11-29T11:00:00Z", Some(2), over(back)));
        assert_eq!(held(&records), [(from, Some(taken)), (back, None)]);
        records[2].fact = over(from);
        assert_eq!(held(&records), [(from, None)], "put back at once");
    }
}
