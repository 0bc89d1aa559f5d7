//! How far a dose that grows has come: by its dates, and by the person's word where they stayed as they were.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::steps::Taken;
use crate::plan::{Dose, Prescription, Side};

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
            let mut words = self.words(taken + 1).peekable();
            let mut went = None;
            while let Some(said) = words.next_if(|said| said.goes_on) {
                went = Some(said.day);
            }
            let has_stayed = words.peek().is_some();
            let on = match went {
                None if has_stayed => return Some(Growing { taken, waits: due.is_some() }),
                None => due,
                // Without a word before it the step came by its date.
                Some(day) if !has_stayed => Some(due.map_or(day, |due| due.min(day))),
                Some(day) => Some(day),
            };
            let Some(on) = on else { break };
            while dates.next_if(|date| *date <= on).is_some() {}
            taken += 1;
        }
        Some(Growing { taken, waits: false })
    }
}
