//! How much of a bout was done, of how much.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgendaItem, Situation};
use crate::plan::{Dose, Side};
use crate::record::{BodySide, Outcome, PartCount, StandingBout};

/// How much of a bout that was done in part, of how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartDone {
    /// What is counted.
    pub unit: PartUnit,
    /// So much was done: as the person said, else as a session saw. Whole minutes.
    pub done: u32,
    /// So much the sheet asks for.
    pub asked: u32,
}

/// What is counted of a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PartUnit {
    /// Repetitions over all sets.
    Times,
    /// Repetitions over all sets, those of each side of the body once.
    TimesEachSide,
    /// Minutes.
    Minutes,
    /// Seconds over all sets, those of each side of the body once.
    Seconds,
    /// Slow breaths over all sets.
    Breaths,
    /// Steps of a walk.
    Steps,
    /// Metres of a walk.
    Metres,
}

/// What sessions saw done of a bout.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenWork {
    /// Repetitions over all sets and sides.
    pub repetitions: u32,
    /// The repetitions that the sheet asks for over all sets and sides; `None` where it gives no number.
    pub asked: Option<u32>,
    /// Seconds held or walked.
    pub seconds: u32,
    /// Each set and side, in order.
    pub sets: Vec<SeenSet>,
}

/// What sessions saw done of one set on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenSet {
    /// The set, from 1.
    pub set: u16,
    /// The side.
    pub side: BodySide,
    /// Repetitions.
    pub repetitions: u16,
    /// Seconds held or walked.
    pub seconds: u32,
}

/// How much of a bout that was done in part, of how much; `None` where the sheet gives no number, or where nobody
/// said or saw one.
pub(super) fn part(known: &StandingBout, dose: &Dose, side: Side) -> Option<PartDone> {
    let (sets, repetitions, seconds, counted) = match known.closed {
        Some((_, Outcome::Partly { sets, repetitions, seconds, counted, .. })) => {
            (sets, repetitions, seconds, counted)
        }
        Some(_) => return None,
        None => (None, None, None, None),
    };
    let seen = seen(known, dose, side);
    if let Some(minutes) = dose.minutes {
        let seen = Some(seen.seconds / sides(side)).filter(|seconds| *seconds > 0);
        let done = seconds.or(seen)? / 60;
        return Some(PartDone { unit: PartUnit::Minutes, done, asked: u32::from(minutes) });
    }
    let (unit, each) = counted_in(dose, side)?;
    let counted = counted.map(|said| match said {
        PartCount::Breaths(n) => (PartUnit::Breaths, n),
        PartCount::Steps(n) => (PartUnit::Steps, n),
        PartCount::Metres(n) => (PartUnit::Metres, n),
    });
    // What was said in another measure says nothing of this one.
    let counted = counted.filter(|(said, _)| *said == unit).map(|(_, n)| n);
    let counted = if unit == PartUnit::Seconds { seconds } else { counted };
    let said = sets.is_some() || repetitions.is_some();
    let said = said.then(|| sets.map_or(0, u32::from) * each + repetitions.map_or(0, u32::from));
    let seen = match unit {
        PartUnit::Seconds => Some(seen.seconds).filter(|seconds| *seconds > 0),
        // A session sees nothing of how far somebody walked.
        PartUnit::Steps | PartUnit::Metres => None,
        _ => (!seen.sets.is_empty()).then_some(seen.repetitions),
    };
    let seen = seen.map(|seen| seen / sides(side));
    let asked = dose.sets.map_or(1, u32::from) * each;
    Some(PartDone { unit, done: counted.or(said).or(seen)?, asked })
}

/// What of a set is counted, and how much of it a set has.
fn counted_in(dose: &Dose, side: Side) -> Option<(PartUnit, u32)> {
    let times = if side == Side::Each { PartUnit::TimesEachSide } else { PartUnit::Times };
    let numbers = [
        (times, dose.repetitions),
        (PartUnit::Breaths, dose.breaths),
        (PartUnit::Steps, dose.walking_steps),
        (PartUnit::Metres, dose.metres),
        (PartUnit::Seconds, dose.seconds),
    ];
    numbers.into_iter().find_map(|(unit, number)| number.map(|each| (unit, u32::from(each))))
}

/// How often each movement is done for its number.
fn sides(side: Side) -> u32 {
    if side == Side::Each { 2 } else { 1 }
}

/// What sessions saw done of a bout of which so much is `known`.
pub(super) fn seen(known: &StandingBout, dose: &Dose, side: Side) -> SeenWork {
    let all = dose.sets.map_or(1, u32::from) * sides(side);
    let sets: Vec<SeenSet> = known
        .work
        .iter()
        .map(|(&(set, side), &(repetitions, seconds))| SeenSet { set, side, repetitions, seconds })
        .collect();
    SeenWork {
        repetitions: sets.iter().map(|set| u32::from(set.repetitions)).sum(),
        asked: dose.repetitions.map(|each| all * u32::from(each)),
        seconds: sets.iter().map(|set| set.seconds).sum(),
        sets,
    }
}

/// What was done of `item` is told of what is asked by now, where its dose has changed.
pub(super) fn tell_what_was_seen(situation: &Situation<'_>, item: &mut AgendaItem) {
    if let Some(known) = situation.standing.bouts.get(&item.bout) {
        item.seen = seen(known, &item.dose, item.side);
        item.part = item.part.and_then(|_| part(known, &item.dose, item.side));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ids::RecordId;

    fn partly(sets: Option<u16>, repetitions: Option<u16>, seconds: Option<u32>) -> StandingBout {
        let outcome = Outcome::Partly { sets, repetitions, seconds, counted: None, reason: None };
        StandingBout {
            closed: Some((RecordId(uuid::Uuid::from_u128(1)), outcome)),
            ..StandingBout::default()
        }
    }

    fn walk() -> Dose {
        Dose { minutes: Some(20), ..Dose::default() }
    }

    fn slides() -> Dose {
        Dose { sets: Some(3), repetitions: Some(10), ..Dose::default() }
    }

    fn told(known: &StandingBout, dose: &Dose, side: Side) -> Option<(PartUnit, u32, u32)> {
        part(known, dose, side).map(|part| (part.unit, part.done, part.asked))
    }

    #[test]
    fn twelve_of_twenty_minutes_and_26_of_30_times() {
        let twelve = partly(None, None, Some(720));
        assert_eq!(told(&twelve, &walk(), Side::Both), Some((PartUnit::Minutes, 12, 20)));
        let sets = partly(Some(2), Some(6), None);
        assert_eq!(told(&sets, &slides(), Side::Both), Some((PartUnit::Times, 26, 30)));
        let each = Some((PartUnit::TimesEachSide, 26, 30));
        assert_eq!(told(&sets, &slides(), Side::Each), each);
    }

    #[test]
    fn what_a_session_saw_is_told_where_nobody_said_more_and_nothing_is_made_up() {
        let nobody = partly(None, None, None);
        assert_eq!(told(&nobody, &walk(), Side::Both), None);
        assert_eq!(told(&nobody, &slides(), Side::Both), None);
        let mut seen = nobody;
        seen.work.insert((1, BodySide::Left), (8, 400));
        seen.work.insert((1, BodySide::Right), (8, 410));
        assert_eq!(told(&seen, &walk(), Side::Both), Some((PartUnit::Minutes, 13, 20)));
        assert_eq!(told(&seen, &slides(), Side::Each), Some((PartUnit::TimesEachSide, 8, 30)));
        assert_eq!(
            super::seen(&seen, &slides(), Side::Each).asked,
            Some(60),
            "each side is counted"
        );
        let said = StandingBout { work: seen.work.clone(), ..partly(None, None, Some(900)) };
        assert_eq!(told(&said, &walk(), Side::Both), Some((PartUnit::Minutes, 15, 20)));
        seen.closed = None;
        assert_eq!(told(&seen, &walk(), Side::Both), Some((PartUnit::Minutes, 13, 20)));
        seen.closed = Some((RecordId(uuid::Uuid::from_u128(1)), Outcome::Done));
        assert_eq!(told(&seen, &walk(), Side::Both), None, "all of it is no part");
    }

    #[test]
    fn breaths_steps_and_metres_are_told_as_they_were_said_and_no_walk_is_made_up() {
        let counted = |said| {
            let (sets, repetitions, seconds, counted) = (None, None, None, Some(said));
            let outcome = Outcome::Partly { sets, repetitions, seconds, counted, reason: None };
            StandingBout {
                closed: partly(None, None, None).closed.map(|(id, _)| (id, outcome)),
                ..StandingBout::default()
            }
        };
        let steps = Dose { walking_steps: Some(2_000), ..Dose::default() };
        let metres = Dose { sets: Some(2), metres: Some(150), ..Dose::default() };
        let breaths = Dose { sets: Some(2), breaths: Some(5), ..Dose::default() };
        let said = counted(PartCount::Steps(1_200));
        assert_eq!(told(&said, &steps, Side::Both), Some((PartUnit::Steps, 1_200, 2_000)));
        assert_eq!(told(&said, &metres, Side::Both), None, "steps are no metres");
        let said = counted(PartCount::Metres(200));
        assert_eq!(told(&said, &metres, Side::Both), Some((PartUnit::Metres, 200, 300)));
        let said = counted(PartCount::Breaths(7));
        assert_eq!(told(&said, &breaths, Side::Both), Some((PartUnit::Breaths, 7, 10)));
        // Breaths were once kept as the sets and repetitions that they are.
        let sets = partly(Some(1), Some(2), None);
        assert_eq!(told(&sets, &breaths, Side::Both), Some((PartUnit::Breaths, 7, 10)));
        // A set without a number says that it was walked, not how far.
        let mut seen = partly(None, None, None);
        seen.work.insert((1, BodySide::Both), (0, 0));
        assert_eq!(told(&seen, &steps, Side::Both), None);
    }

    #[test]
    fn seconds_of_timed_sets_are_told_as_they_were_said_or_seen() {
        let planks = Dose { sets: Some(3), seconds: Some(30), ..Dose::default() };
        let said = partly(None, None, Some(45));
        assert_eq!(told(&said, &planks, Side::Both), Some((PartUnit::Seconds, 45, 90)));
        // They were once kept as whole sets.
        let sets = partly(Some(2), None, None);
        assert_eq!(told(&sets, &planks, Side::Both), Some((PartUnit::Seconds, 60, 90)));
        let mut seen = partly(None, None, None);
        assert_eq!(told(&seen, &planks, Side::Each), None, "nobody said or saw how long");
        seen.work.insert((1, BodySide::Left), (0, 30));
        seen.work.insert((1, BodySide::Right), (0, 14));
        assert_eq!(told(&seen, &planks, Side::Each), Some((PartUnit::Seconds, 22, 90)));
        let said = StandingBout { work: seen.work, ..said };
        assert_eq!(told(&said, &planks, Side::Each), Some((PartUnit::Seconds, 45, 90)));
        // Seconds say nothing of what is counted in times.
        assert_eq!(told(&partly(None, None, Some(45)), &slides(), Side::Both), None);
    }

    proptest! {
        #[test]
        fn what_was_said_is_told_as_it_was_said(minutes in 1_u16..=240, said in 0_u32..=240) {
            let dose = Dose { minutes: Some(minutes), ..Dose::default() };
            let known = partly(None, None, Some(said * 60));
            let asked = u32::from(minutes);
            prop_assert_eq!(told(&known, &dose, Side::Both), Some((PartUnit::Minutes, said, asked)));
        }
    }
}
