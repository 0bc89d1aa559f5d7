//! How much of a line was done: days, sets, repetitions and minutes, each by itself.

use super::{LineFigures, OutOf};
use crate::plan::Side;
use crate::record::{Outcome, StandingBout, StandingBouts};
use crate::schedule::{AgendaItem, PartDone, PartUnit, State};

impl LineFigures {
    /// Counts what was asked for and done of one bout.
    pub(super) fn count_amounts(&mut self, item: &AgendaItem, bouts: &StandingBouts) {
        let is_partly = matches!(item.state, State::Partly { .. });
        let was_asked = matches!(
            item.state,
            State::Done
                | State::Partly { .. }
                | State::Skipped { .. }
                | State::SaidNotDone
                | State::NoEntry
                | State::NotReminded
        );
        if !was_asked {
            return;
        }
        let each = item.dose.repetitions.map(u32::from);
        let sets = item.dose.sets.map(u32::from).or_else(|| each.map(|_| 1));
        let all = sets.zip(each).map(|(sets, each)| sets * each);
        let (mut done_sets, mut done) = match item.state {
            State::Done => (sets, all),
            State::Partly { .. } => partly(item, bouts.get(&item.bout)),
            _ => (Some(0), Some(0)),
        };
        let part = item.part.filter(|_| is_partly);
        if is_partly && done_sets.is_none() && done.is_none() && part.is_none() {
            self.partly_unsaid += 1;
        }
        // Whole sets are so many repetitions.
        done = done.or_else(|| done_sets.zip(each).map(|(sets, each)| sets * each));
        let counted = part.filter(|part| part.unit != PartUnit::Minutes);
        let whole = |part: PartDone| part.done * sets.unwrap_or(1) / part.asked.max(1);
        done_sets = done_sets.or_else(|| counted.map(whole));
        self.sets.count(item.dose.sets.map(u32::from), done_sets);
        self.repetitions.count(all, done);
        let dose = &item.dose;
        let of_sets = |each: Option<u16>| each.map(|each| u32::from(each) * sets.unwrap_or(1));
        for (unit, of_unit, asked) in [
            (PartUnit::Minutes, &mut self.minutes, dose.minutes.map(u32::from)),
            (PartUnit::Breaths, &mut self.breaths, of_sets(dose.breaths)),
            (PartUnit::Steps, &mut self.steps, of_sets(dose.walking_steps)),
            (PartUnit::Metres, &mut self.metres, of_sets(dose.metres)),
        ] {
            let in_part = part.filter(|part| part.unit == unit).map(|part| part.done);
            of_unit.count(asked, if item.state == State::Done { asked } else { in_part });
        }
    }

    /// Counts a day on which the line was asked for; `was_done` says whether something of it was done.
    pub(super) fn count_day(&mut self, was_done: bool) {
        self.days.asked += 1;
        self.days.done += u32::from(was_done);
    }
}

/// The whole sets and the repetitions of a bout that was partly done: as the person said, else as a session saw.
fn partly(item: &AgendaItem, known: Option<&StandingBout>) -> (Option<u32>, Option<u32>) {
    let said = known.and_then(|known| known.closed.as_ref());
    if let Some((_, Outcome::Partly { sets, repetitions, .. })) = said
        && (sets.is_some() || repetitions.is_some())
    {
        let whole = sets.map_or(0, u32::from);
        let each = u32::from(item.dose.repetitions.unwrap_or(0));
        return (Some(whole), Some(whole * each + repetitions.map_or(0, u32::from)));
    }
    let sides = if item.side == Side::Each { 2 } else { 1 };
    let seen = (!item.seen.sets.is_empty()).then(|| item.seen.repetitions / sides);
    (None, seen)
}

impl OutOf {
    fn count(&mut self, asked: Option<u32>, done: Option<u32>) {
        let Some(asked) = asked else { return };
        self.asked += asked;
        self.done += done.unwrap_or(0).min(asked);
    }
}
