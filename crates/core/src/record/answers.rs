//! What the team had answered, day by day, when they were asked for an OK.
//!
//! An answer, its corrections with it, is one word of the team's. A correction holds from a day of its own, and the days
//! before it keep what stood in them: an OK that is entered today began no phase last week. Of several words the one that
//! was said last holds, however late another was corrected: a yes that is mended today stands behind a later no.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClearanceAnswer, PlanFact, PlanRecord, StandingClearance};
use crate::ids::{ClearanceId, PlanId};
use crate::time::{Day, Instant};

/// Every answer for each OK that held on some day, in the order of their days.
pub(super) type Answers = BTreeMap<(PlanId, ClearanceId), Vec<StandingClearance>>;

/// What held on which day, of all `chains` that stand: each from the first record to the last, and all in the order in
/// which their last ones were entered.
pub(super) fn answers<'a>(chains: impl Iterator<Item = Vec<&'a PlanRecord>>) -> Answers {
    let mut words: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for chain in chains {
        let mut said = chain.iter().filter_map(|record| answer(record)).peekable();
        let (Some((key, first)), Some(begun)) = (said.peek().cloned(), chain.first()) else {
            continue;
        };
        let mut links: Vec<_> = said.map(|(_, said)| said).collect();
        // What was put back, or put right in its words alone, has been said since it was said first.
        for nth in 1..links.len() {
            let (before, [link, ..]) = links.split_at_mut(nth) else { break };
            let is_same =
                |known: &&StandingClearance| (known.day, known.answer) == (link.day, link.answer);
            link.at = before.iter().find(is_same).map_or(link.at, |first| first.at);
        }
        words.entry(key).or_default().push(((first.day, begun.at, begun.id), links));
    }
    let by_day = |mut words: Vec<(_, Vec<StandingClearance>)>| {
        words.sort_by_key(|(begun, _)| *begun);
        let days: BTreeSet<Day> =
            words.iter().flat_map(|(_, links)| links).map(|said| said.day).collect();
        let holds = |day: Day| {
            let last = |links: &Vec<StandingClearance>| {
                links.iter().rev().find(|said| said.day <= day).cloned()
            };
            let mut said = words.iter().rev().filter_map(|(_, links)| last(links));
            let held = said.next()?;
            // Said twice on one day, it has been said since the first time.
            let same = said.take_while(|said| (said.day, said.answer) == (day, held.answer));
            let first = same.map(|said| said.at).fold(held.at, Instant::min);
            Some(StandingClearance { at: first, ..held })
        };
        let mut held: Vec<StandingClearance> = days.into_iter().filter_map(holds).collect();
        held.dedup_by_key(|said| said.record);
        held
    };
    words.into_iter().map(|(key, words)| (key, by_day(words))).collect()
}

/// From when until when each OK was not there, by words that were corrected since.
pub(super) type TakenBack = BTreeMap<(PlanId, ClearanceId), Vec<(Instant, Instant)>>;

/// When words stood that were no yes, and were corrected since: what a yes holds again that was put back, or without a no
/// that was a mistake, are days that were lived otherwise.
pub(super) fn taken_back(chains: &[Vec<&PlanRecord>]) -> TakenBack {
    let mut taken = TakenBack::new();
    for chain in chains {
        let Some((key, _)) = chain.iter().find_map(|record| answer(record)) else { continue };
        let corrected = chain.iter().zip(chain.iter().skip(1)).filter(|(record, _)| {
            let said = answer(record).map(|(_, said)| said.answer);
            said != Some(ClearanceAnswer::Yes)
        });
        let mut times = corrected.map(|(record, by)| (record.at, by.at)).peekable();
        if times.peek().is_some() {
            taken.entry(key).or_default().extend(times);
        }
    }
    taken
}

fn answer(record: &PlanRecord) -> Option<((PlanId, ClearanceId), StandingClearance)> {
    let PlanFact::Clearance { plan, revision, clearance, answer, who, how, said_on, day } =
        record.fact.clone()
    else {
        return None;
    };
    let (id, at) = (record.id, record.at);
    let said = StandingClearance { record: id, revision, answer, who, how, said_on, day, at };
    Some(((plan, clearance), said))
}

/// The first of the chain that `last` ends, and all after it.
pub(super) fn chain<'a>(records: &[&'a PlanRecord], last: &'a PlanRecord) -> Vec<&'a PlanRecord> {
    let mut chain = vec![last];
    let mut first = last;
    // A chain cannot be longer than the records, even if a damaged file bends it into a ring.
    for _ in records {
        let corrected = records.iter().find(|known| Some(known.id) == first.corrects);
        let Some(corrected) = corrected else { break };
        chain.push(corrected);
        first = corrected;
    }
    chain.reverse();
    chain
}

/// The day from which `answer` holds when it replaces `last` on the day `today`. One that says the same holds from the
/// same day, and a yes that puts an earlier yes of the chain back from that one's. Any other changes no day that was
/// lived. `None` where `last` is no answer.
#[must_use]
pub fn corrected_from(
    records: &[PlanRecord],
    last: &PlanRecord,
    answer: ClearanceAnswer,
    today: Day,
) -> Option<Day> {
    let said = |record: &PlanRecord| match record.fact {
        PlanFact::Clearance { answer, day, .. } => Some((answer, day)),
        _ => None,
    };
    let (was, day) = said(last)?;
    let of_chain = chain(&records.iter().collect::<Vec<_>>(), last);
    let mut before = of_chain.into_iter().filter_map(said);
    if was == answer {
        Some(day)
    } else if answer == ClearanceAnswer::Yes {
        before.find(|(known, _)| *known == answer).map(|(_, day)| day).or(Some(today))
    } else {
        Some(today)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Entered, EnteredBy, settle_plan_facts};
    use super::*;
    use crate::ids::RecordId;
    use crate::samples::day;
    use crate::time::Span;

    const ANSWERS: [ClearanceAnswer; 3] =
        [ClearanceAnswer::Yes, ClearanceAnswer::NotYet, ClearanceAnswer::No];

    /// Days that the trials last.
    const DAYS: usize = 12;

    fn on(nth: usize) -> Day {
        day("2026-11-16").plus(i32::try_from(nth).unwrap())
    }

    fn key() -> (PlanId, ClearanceId) {
        (PlanId::new("sample").unwrap(), ClearanceId::new("nurse").unwrap())
    }

    /// Enters `answer` on a day, as the first of its word or in the place of the record `of`.
    fn enter(
        records: &mut Vec<PlanRecord>,
        nth: usize,
        answer: ClearanceAnswer,
        of: Option<usize>,
    ) {
        let (plan, clearance) = key();
        let (today, number) = (on(nth), records.len());
        let from = of.map(|of| corrected_from(records, &records[of], answer, today).unwrap());
        let fact = PlanFact::Clearance {
            plan,
            revision: 1,
            clearance,
            answer,
            who: None,
            how: None,
            said_on: today,
            day: from.unwrap_or(today),
        };
        let corrects = of.map(|of| records[of].id);
        let at = today.0.and_hms_opt(9, 0, 0).unwrap().and_utc();
        records.push(PlanRecord {
            // Names that say nothing of the order, and moments that do.
            id: RecordId(uuid::Uuid::from_u128(u128::from(97_u8) * (number as u128 + 1) % 101)),
            at: at + Span::minutes(i64::try_from(number).unwrap()),
            zone: "Europe/Berlin".to_owned(),
            entered: Entered::Live,
            by: EnteredBy::Person,
            corrects,
            fact,
        });
    }

    fn held(records: &[PlanRecord]) -> Vec<Option<ClearanceAnswer>> {
        let (plan, nurse) = key();
        let standing = settle_plan_facts(records);
        let answer = |nth| standing.clearance_on(&plan, &nurse, on(nth)).map(|said| said.answer);
        (0..DAYS).map(answer).collect()
    }

    /// A word of the team's as it stood on each day, and the day of its first yes.
    #[derive(Clone)]
    struct Word {
        last: usize,
        answers: Vec<Option<ClearanceAnswer>>,
        first_yes: Option<usize>,
    }

    proptest! {
        #[test]
        fn on_each_day_the_word_that_was_said_last_holds_as_it_stood_on_that_day(
            steps in prop::collection::vec((0..3_usize, 0..3_usize, any::<Option<u8>>()), 1..12),
            shuffle in any::<u64>(),
        ) {
            let (mut records, mut words, mut today) = (Vec::new(), Vec::<Word>::new(), 0);
            for (later, answer, of) in steps {
                today = (today + later).min(DAYS - 1);
                let answer = ANSWERS[answer];
                let of = of.filter(|_| !words.is_empty()).map(|of| usize::from(of) % words.len());
                let before = held(&records);
                enter(&mut records, today, answer, of.map(|of| words[of].last));
                let last = records.len() - 1;
                let mut puts_back = false;
                match of {
                    None => {
                        let mut answers = vec![None; DAYS];
                        answers[today..].fill(Some(answer));
                        let first_yes = (answer == ClearanceAnswer::Yes).then_some(today);
                        words.push(Word { last, answers, first_yes });
                    }
                    Some(of) => {
                        let word = &mut words[of];
                        word.last = last;
                        let is_yes = answer == ClearanceAnswer::Yes;
                        puts_back = is_yes && word.first_yes.is_some();
                        let from = word.first_yes.filter(|_| is_yes).unwrap_or(today);
                        word.answers[from..].fill(Some(answer));
                        word.first_yes = word.first_yes.or(is_yes.then_some(today));
                    }
                }
                let expected: Vec<_> = (0..DAYS)
                    .map(|day| words.iter().rev().find_map(|word| word.answers[day]))
                    .collect();
                let now = held(&records);
                prop_assert_eq!(&now, &expected);
                prop_assert!(puts_back || now[..today] == before[..today], "no day that was lived changes");
            }
            let mut others = records.clone();
            let turn = usize::try_from(shuffle % records.len() as u64).unwrap();
            others.rotate_left(turn);
            prop_assert_eq!(held(&others), held(&records), "the order of reading does not matter");
        }
    }

    fn words(records: &[PlanRecord]) -> String {
        let letter = |answer: Option<ClearanceAnswer>| match answer {
            None => '.',
            Some(ClearanceAnswer::Yes) => 'y',
            Some(ClearanceAnswer::NotYet) => 't',
            Some(ClearanceAnswer::No) => 'n',
        };
        held(records).into_iter().map(letter).collect()
    }

    #[test]
    fn a_not_yet_that_is_corrected_to_a_yes_is_a_yes_of_that_day_and_behind_a_later_no() {
        let [yes, not_yet, no] = ANSWERS;
        let mut records = Vec::new();
        enter(&mut records, 1, not_yet, None);
        enter(&mut records, 6, yes, Some(0));
        assert_eq!(words(&records), ".tttttyyyyyy");
        let mut records = Vec::new();
        enter(&mut records, 1, not_yet, None);
        enter(&mut records, 4, no, None);
        enter(&mut records, 6, yes, Some(0));
        assert_eq!(words(&records), ".tttnnnnnnnn", "the no was said later");
    }

    #[test]
    fn a_yes_that_was_changed_and_is_put_back_holds_as_if_nothing_had_been() {
        let [yes, _, no] = ANSWERS;
        let mut records = Vec::new();
        enter(&mut records, 1, yes, None);
        enter(&mut records, 4, no, Some(0));
        assert_eq!(words(&records), ".yyynnnnnnnn");
        enter(&mut records, 6, yes, Some(1));
        assert_eq!(words(&records), ".yyyyyyyyyyy");
    }

    #[test]
    fn a_ring_of_corrections_ends() {
        let mut records = Vec::new();
        enter(&mut records, 1, ANSWERS[0], None);
        enter(&mut records, 2, ANSWERS[1], Some(0));
        records[0].corrects = Some(records[1].id);
        let all: Vec<&PlanRecord> = records.iter().collect();
        assert_eq!(chain(&all, &records[1]).len(), records.len() + 1);
    }
}
