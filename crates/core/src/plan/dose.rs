//! How much of an exercise.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Tempo;

/// How much. A field that is `None` was not on the sheet: it is shown as "not on your sheet, ask"
/// where it matters and never filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dose {
    /// Sets, 1 to 20.
    pub sets: Option<u16>,
    /// Repetitions a set, and a side where there are sides; 1 to 200.
    pub repetitions: Option<u16>,
    /// Seconds to hold each repetition, 1 to 600.
    pub hold_seconds: Option<u16>,
    /// Seconds of rest between sets, 1 to 900.
    pub rest_seconds: Option<u16>,
    /// Minutes a bout, 1 to 240: walking, resting positions.
    pub minutes: Option<u16>,
    /// Slow breaths a bout, 1 to 100.
    pub breaths: Option<u16>,
    /// Weight, band or resistance in the sheet's words.
    pub load: Option<String>,
    /// How far the movement goes, in the sheet's words, such as "half height".
    pub range: Option<String>,
}

/// On which side. Each line answers this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The movement has no side, or both sides move together.
    Both,
    /// The whole dose on each side.
    Each,
    /// Left only.
    Left,
    /// Right only.
    Right,
}

/// Seconds to get ready before a set, and to find the other side. Told in the estimate and counted
/// in the session.
pub const GET_READY_SECONDS: u16 = 5;

/// The pace of a held movement that has none of its own: two seconds out and two back.
pub const USUAL_PACE: Tempo = Tempo { out: 2, hold: 0, back: 2 };

impl Dose {
    /// What is counted of a set: repetitions, or breaths.
    #[must_use]
    pub fn counted(&self) -> Option<u16> {
        self.repetitions.or(self.breaths)
    }

    /// Whether nothing is given that could be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                load: self.load.clone(),
                range: self.range.clone(),
                rest_seconds: self.rest_seconds,
                ..Self::default()
            }
    }

    /// About how many seconds a bout takes; `None` when the sheet does not say enough to tell.
    #[must_use]
    pub fn about_seconds(&self, side: Side, tempo: Option<Tempo>) -> Option<u32> {
        let sides = if side == Side::Each { 2 } else { 1 };
        let sets = u32::from(self.sets.unwrap_or(1));
        let resting = sides * (sets - 1) * u32::from(self.rest_seconds.unwrap_or(0));
        if let Some(minutes) = self.minutes {
            return Some(sides * sets * u32::from(minutes) * 60 + resting);
        }
        let tempo = tempo.unwrap_or(USUAL_PACE);
        // A hold that is not on the sheet is not asked for, whatever the figure's tempo.
        let hold = self.hold_seconds.unwrap_or(0);
        let one = u32::from(tempo.out) + u32::from(hold) + u32::from(tempo.back);
        let repetitions = u32::from(self.counted()?);
        let working = sets * sides * (repetitions * one + u32::from(GET_READY_SECONDS));
        Some(working + resting)
    }
}
