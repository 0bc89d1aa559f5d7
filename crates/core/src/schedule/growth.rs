//! How far a dose that grows has come: by its dates, and by the person's word where they stayed as they were.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::steps::Taken;
use crate::plan::{Dose, Prescription, Side};
use crate::record::StandingStage;
use crate::time::Day;

/// The highest number of a step of which anything can be kept. A growth that is longer goes on in silence.
pub(super) const MOST_STEPS: u16 = 100;

/// What a step up makes of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Grown {
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
}

impl Grown {
    /// What `line` asks for after so many steps up; `None` where nothing grows.
    pub(super) fn of(line: &Prescription, steps: u16) -> Option<Self> {
        Some(Self { dose: line.dose_after(steps)?, side: line.side })
    }
}

/// How far a growth has come.
pub(super) struct Growing {
    /// How many steps up were taken.
    pub(super) taken: u16,
    /// Whether the day of the next one has come, and the person stayed as they were.
    pub(super) waits: bool,
}

impl Taken<'_> {
    /// How far the growth of the line has come; `None` where nothing grows. Dates on which the line is kept back, or that
    /// pass while the person stays, are not taken: afterwards it is the same dose as before.
    pub(super) fn growth(&self) -> Option<Growing> {
        let growth = self.line.growth?;
        let most = growth.steps_above(self.line.dose.number(growth.key)?);
        let (anchors, last) = (self.revision.anchors(), self.step_day());
        let dates = growth.dates(&anchors).take_while(|date| *date <= last);
        let dates = dates.map(|date| date.plus(self.late));
        let mut dates = dates.filter(|date| !self.is_kept_back(*date)).peekable();
        let mut taken = 0;
        while taken < most {
            let due = dates.peek().copied();
            let words = self.turns(taken + 1);
            let stayed = words.iter().rposition(|(_, goes_on)| !goes_on);
            let went = words.get(stayed.map_or(0, |at| at + 1)).map(|(day, _)| *day);
            let on = match went {
                None if stayed.is_some() => return Some(Growing { taken, waits: due.is_some() }),
                None => due,
                // Without a word before it the step came by its date.
                Some(day) if stayed.is_none() => Some(due.map_or(day, |due| due.min(day))),
                Some(day) => Some(day),
            };
            let Some(on) = on else { break };
            while dates.next_if(|date| *date <= on).is_some() {}
            taken += 1;
        }
        Some(Growing { taken, waits: false })
    }

    /// What the person said of step `number` by the day, each from when on: whether they go to it. Who takes back on a later
    /// day that they stay goes on from then: the dates that had passed meanwhile are not made up for.
    fn turns(&self, number: u16) -> Vec<(Day, bool)> {
        let stays = self.words(number).any(|said| !said.goes_on && said.holds_on(self.day));
        let of = |said: &StandingStage| match said.until.filter(|until| *until <= self.day) {
            None => [Some((said.day, said.goes_on)), None],
            Some(until) if !said.goes_on && !stays => {
                [Some((said.day, false)), Some((until, true))]
            }
            Some(_) => [None, None],
        };
        let mut turns: Vec<_> = self.words(number).flat_map(of).flatten().collect();
        turns.reverse();
        turns.sort_by_key(|(day, _)| *day);
        turns
    }
}
