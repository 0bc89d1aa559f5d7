//! How much of an exercise.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Counted, Part, Rounding, Side};
use crate::catalogue::Tempo;

/// How much. A field that is `None` was not on the sheet: it is shown as "not on your sheet, ask"
/// where it matters and never filled in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Dose {
    /// Sets, 1 to 20.
    pub sets: Option<u16>,
    /// Repetitions a set, and a side where there are sides; 1 to 200.
    pub repetitions: Option<u16>,
    /// Seconds to hold each repetition, 1 to 600.
    pub hold_seconds: Option<u16>,
    /// Seconds of moving a set, 1 to 3600.
    pub seconds: Option<u16>,
    /// Seconds of rest between sets, 1 to 900.
    pub rest_seconds: Option<u16>,
    /// Minutes a bout, 1 to 240: walking, resting positions.
    pub minutes: Option<u16>,
    /// Slow breaths a bout, 1 to 100.
    pub breaths: Option<u16>,
    /// Steps of a walk, 1 to 50 000.
    pub walking_steps: Option<u16>,
    /// Metres of a walk, 1 to 20 000.
    pub metres: Option<u16>,
    /// Weight, band or resistance in the sheet's words.
    pub load: Option<String>,
    /// Weight.
    pub load_kg: Option<Kilograms>,
    /// The most weight, band or resistance, in the sheet's words.
    pub load_most: Option<String>,
    /// The most weight.
    pub load_most_kg: Option<Kilograms>,
    /// How far the movement goes, in the sheet's words, such as "half height".
    pub range: Option<String>,
    /// How far above its number the person may go, as the sheet allows; never below the number.
    pub up_to: Vec<(Counted, u16)>,
    /// What the sheet leaves open although it would be needed.
    pub not_given: Vec<NotGiven>,
}

/// A part of a dose that the sheet leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum NotGiven {
    /// Everything.
    Dose,
    Sets,
    Repetitions,
    Hold,
    Rest,
    Minutes,
    Load,
    Range,
}

/// A weight in kilograms, 0.1 to 200, to a tenth.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Kilograms(pub f64);

impl fmt::Display for Kilograms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// Read from text with a finite range, so that it is never NaN and equals itself.
impl Eq for Kilograms {}

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

    /// The number under `key`.
    #[must_use]
    pub fn number(&self, key: Counted) -> Option<u16> {
        match key {
            Counted::Sets => self.sets,
            Counted::Repetitions => self.repetitions,
            Counted::HoldSeconds => self.hold_seconds,
            Counted::Seconds => self.seconds,
            Counted::Minutes => self.minutes,
            Counted::Breaths => self.breaths,
            Counted::WalkingSteps => self.walking_steps,
            Counted::Metres => self.metres,
        }
    }

    /// Makes the number under `key` this one.
    pub(in crate::plan) fn set_number(&mut self, key: Counted, number: u16) {
        let place = match key {
            Counted::Sets => &mut self.sets,
            Counted::Repetitions => &mut self.repetitions,
            Counted::HoldSeconds => &mut self.hold_seconds,
            Counted::Seconds => &mut self.seconds,
            Counted::Minutes => &mut self.minutes,
            Counted::Breaths => &mut self.breaths,
            Counted::WalkingSteps => &mut self.walking_steps,
            Counted::Metres => &mut self.metres,
        };
        *place = Some(number);
    }

    /// A part of this dose: of the number that counts a bout, at least one. Sets, holds and weights stay.
    #[must_use]
    pub fn part(&self, part: Part) -> Self {
        let mut less = self.clone();
        if let Some(key) = self.measure()
            && let Some(number) = self.number(key)
        {
            let hundredths = u32::from(number) * u32::from(part.percent);
            let number = match part.rounding {
                Rounding::Up => hundredths.div_ceil(100),
                Rounding::Down => hundredths / 100,
            };
            less.set_number(key, u16::try_from(number.max(1)).unwrap_or(u16::MAX));
            less.up_to.retain(|(known, _)| *known != key);
        }
        less
    }

    /// Seconds of rest between held repetitions: the rest of a dose that has one set.
    #[must_use]
    pub fn rest_between_holds(&self) -> Option<u16> {
        let is_one_set = self.sets.is_none_or(|sets| sets <= 1);
        self.rest_seconds.filter(|_| is_one_set && self.hold_seconds.is_some())
    }

    /// What ends a bout, where the sheet says it.
    #[must_use]
    pub fn measure(&self) -> Option<Counted> {
        MEASURES.into_iter().find(|key| self.number(*key).is_some())
    }

    /// This dose, with what it leaves open taken from `line`. Another measure takes the place of the
    /// line's, such as minutes that of repetitions.
    #[must_use]
    pub fn over(&self, line: &Self) -> Self {
        let mut whole = line.clone();
        if self.measure().is_some_and(|key| line.number(key).is_none()) {
            (whole.repetitions, whole.seconds, whole.minutes) = (None, None, None);
            (whole.breaths, whole.walking_steps, whole.metres) = (None, None, None);
            // What belonged to the other measure goes with it.
            (whole.sets, whole.hold_seconds, whole.up_to) = (None, None, Vec::new());
        }
        if self.load.is_some() || self.load_kg.is_some() {
            (whole.load, whole.load_kg, whole.load_most, whole.load_most_kg) =
                (None, None, None, None);
        }
        // What the stage's row leaves open is not taken from the row before.
        for part in &self.not_given {
            match part {
                NotGiven::Dose => {
                    whole = Self { load: whole.load, load_kg: whole.load_kg, ..Self::default() };
                }
                NotGiven::Sets => whole.sets = None,
                NotGiven::Repetitions => whole.repetitions = None,
                NotGiven::Hold => whole.hold_seconds = None,
                NotGiven::Rest => whole.rest_seconds = None,
                NotGiven::Minutes => whole.minutes = None,
                NotGiven::Load => (whole.load, whole.load_kg) = (None, None),
                NotGiven::Range => whole.range = None,
            }
        }
        let number = |own: Option<u16>, of_line: Option<u16>| own.or(of_line);
        whole.sets = number(self.sets, whole.sets);
        whole.repetitions = number(self.repetitions, whole.repetitions);
        whole.hold_seconds = number(self.hold_seconds, whole.hold_seconds);
        whole.seconds = number(self.seconds, whole.seconds);
        whole.rest_seconds = number(self.rest_seconds, whole.rest_seconds);
        whole.minutes = number(self.minutes, whole.minutes);
        whole.breaths = number(self.breaths, whole.breaths);
        whole.walking_steps = number(self.walking_steps, whole.walking_steps);
        whole.metres = number(self.metres, whole.metres);
        let text = |own: &Option<String>, of_line: Option<String>| own.clone().or(of_line);
        whole.load = text(&self.load, whole.load);
        whole.load_most = text(&self.load_most, whole.load_most);
        whole.range = text(&self.range, whole.range);
        whole.load_kg = self.load_kg.or(whole.load_kg);
        whole.load_most_kg = self.load_most_kg.or(whole.load_most_kg);
        // A ceiling of the line says nothing about a number that the stage changed.
        whole.up_to.retain(|(key, _)| whole_number_is_kept(self, *key));
        whole.up_to.extend(&self.up_to);
        whole.up_to.sort_unstable();
        let answered = |part: &NotGiven| match part {
            NotGiven::Dose | NotGiven::Repetitions | NotGiven::Minutes => self.measure().is_some(),
            NotGiven::Sets => self.sets.is_some(),
            NotGiven::Hold => self.hold_seconds.is_some(),
            NotGiven::Rest => self.rest_seconds.is_some(),
            NotGiven::Load => self.load.is_some() || self.load_kg.is_some(),
            NotGiven::Range => self.range.is_some(),
        };
        whole.not_given.retain(|part| !answered(part));
        whole.not_given.extend(&self.not_given);
        whole.not_given.sort_unstable();
        whole.not_given.dedup();
        whole
    }

    /// The pace of a repetition: out, held, back. A hold is asked for only if it is on the sheet; a movement that has
    /// neither a hold nor a tempo goes at the person's own pace and has none.
    #[must_use]
    pub fn pace(&self, tempo: Option<Tempo>) -> Option<Tempo> {
        let hold = self.hold_seconds.unwrap_or(0);
        let tempo = tempo.or((hold > 0).then_some(USUAL_PACE))?;
        let pace = Tempo { hold, ..tempo };
        (pace.seconds() > 0).then_some(pace)
    }

    /// About how many seconds so many repetitions of a set take, with getting ready. At the person's own pace they take
    /// about as long as at the usual one.
    #[must_use]
    pub fn about_seconds_of_set(&self, repetitions: u16, tempo: Option<Tempo>) -> u32 {
        let one = self.pace(tempo).unwrap_or(USUAL_PACE).seconds();
        let rests = u32::from(repetitions.saturating_sub(1));
        let resting = rests * u32::from(self.rest_between_holds().unwrap_or(0));
        u32::from(GET_READY_SECONDS) + u32::from(repetitions) * one + resting
    }

    /// About how many seconds a bout takes; `None` when the sheet does not say enough to tell. A session tells the same
    /// before it begins. What a person needs to change sides or positions is theirs and stands in no figure, as is a rest
    /// that is not on the sheet.
    #[must_use]
    pub fn about_seconds(&self, side: Side, tempo: Option<Tempo>) -> Option<u32> {
        let sides = if side == Side::Each { 2 } else { 1 };
        let sets = u32::from(self.sets.unwrap_or(1));
        let one = if let Some(minutes) = self.minutes {
            u32::from(minutes) * 60
        } else if let Some(seconds) = self.seconds {
            u32::from(seconds) + u32::from(GET_READY_SECONDS)
        } else {
            self.about_seconds_of_set(self.counted()?, tempo)
        };
        let rests = sets.saturating_sub(1) * u32::from(self.rest_seconds.unwrap_or(0));
        Some(sides * (sets * one + rests))
    }
}

/// What can end a bout. A sheet gives one of them.
pub(in crate::plan) const MEASURES: [Counted; 6] = [
    Counted::Repetitions,
    Counted::Breaths,
    Counted::Minutes,
    Counted::Seconds,
    Counted::WalkingSteps,
    Counted::Metres,
];

fn whole_number_is_kept(stage: &Dose, key: Counted) -> bool {
    stage.number(key).is_none() && !stage.up_to.iter().any(|(own, _)| *own == key)
}
