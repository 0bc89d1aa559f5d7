//! What the person measures of themselves by hand: standing up from a chair, sitting, steps, and how well they do
//! what matters to them. Nothing here is a target, and no number is held against those of other people.
//!
//! Walks without a plan are in the diary of [`crate::person`], and have no second place here. Where the constants
//! come from stands in `docs/sources.md` under "Measures". No clinician has reviewed them.

mod activities;
mod offered;
mod series;
mod sitting;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use activities::{Activities, Activity, FEWEST_ACTIVITIES, MOST_ACTIVITIES, Mean};
pub use offered::{ChairStandWaits, Here, SaidOk, Suggested};
pub use series::{MeasureChange, Measured, Series};
pub use sitting::{SittingTime, sat};

use crate::ids::RecordId;
use crate::person::{Entry, standing};
use crate::time::Day;

/// Something that is measured as one whole number a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// How often somebody stands up from a chair in 30 seconds with their arms crossed; 0 where they needed them.
    ChairStand,
    /// Minutes until somebody has to get up from sitting.
    Sitting,
    /// Steps on the day, as a telephone or a watch counts them.
    Steps,
}

impl Measure {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::ChairStand, Self::Sitting, Self::Steps];

    /// The numbers that can be recorded. They only keep slips of the finger out: one stand a second is more than
    /// anybody does, ten hours are the longest walk of the diary too, 100,000 steps are some 70 km.
    #[must_use]
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            Self::ChairStand => 0..=30,
            Self::Sitting => 0..=600,
            Self::Steps => 0..=100_000,
        }
    }

    /// The change below which two numbers may differ by chance; `None` where no such number is known.
    /// For stands it is about 2 (GK).
    #[must_use]
    pub fn usual_spread(self) -> Option<u32> {
        match self {
            Self::ChairStand => Some(2),
            Self::Sitting | Self::Steps => None,
        }
    }
}

/// The most that an activity is rated: as before the trouble began. 0 is "cannot do it".
pub const AS_BEFORE: u8 = 10;

/// The change of one activity below which two ratings may differ by chance (E18).
pub const ACTIVITY_SPREAD: u32 = 3;

/// The change of the mean of several activities below which two means may differ by chance (E18).
pub const MEAN_SPREAD: u32 = 2;

/// What the person says of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "about")]
pub enum MeasureFact {
    /// A number that was measured.
    Number {
        /// Of what.
        measure: Measure,
        /// The day.
        day: Day,
        /// The number, inside [`Measure::range`].
        value: u32,
    },
    /// Something that matters to the person and has become hard.
    Activity {
        /// In their own words.
        words: String,
        /// Whether it is rated from now on. One that another replaced is kept with its ratings.
        asked: bool,
    },
    /// How well the person did an activity, 0 (cannot) to 10 (as before).
    Rating {
        /// The activity: the first entry of its chain.
        activity: RecordId,
        /// The day.
        day: Day,
        /// 0 to 10.
        score: u8,
    },
    /// The chair stand was broken off because it hurt.
    ChairStandHurt {
        /// The day.
        day: Day,
    },
    /// Somebody of the care team said that the person may do the chair stand.
    ChairStandOk {
        /// Who, in the person's words.
        who: String,
        /// The day on which they said it.
        said_on: Day,
    },
}

impl MeasureFact {
    /// Whether both speak of one thing, so that either can be put in the place of the other.
    #[must_use]
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Number { measure, day, .. },
                Self::Number { measure: other, day: other_day, .. },
            ) => (measure, day) == (other, other_day),
            (
                Self::Rating { activity, day, .. },
                Self::Rating { activity: other, day: other_day, .. },
            ) => (activity, day) == (other, other_day),
            (Self::Activity { .. }, Self::Activity { .. })
            | (Self::ChairStandOk { .. }, Self::ChairStandOk { .. }) => true,
            _ => false,
        }
    }
}

/// What is known of the measures, and what is offered of them today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Measures {
    /// The present day.
    pub today: Day,
    /// What is measured as a number, each with its history.
    pub numbers: Vec<Series>,
    /// What matters to the person, and how well they do it.
    pub activities: Activities,
    /// Why the chair stand is not offered now; `None` where it is. What was counted elsewhere can always be entered.
    pub chair_stand_waits: Option<ChairStandWaits>,
    /// Who said last that the person may do the chair stand.
    pub chair_stand_ok: Option<SaidOk>,
    /// How it stands with timing how long the person can sit.
    pub sitting: SittingTime,
}

/// What is known and offered, given every entry in whatever order.
#[must_use]
pub fn measures(entries: &[Entry<MeasureFact>], here: &Here<'_>) -> Measures {
    let stands = standing(entries);
    let waits = offered::chair_stand_waits(&stands, here);
    let number = |measure| {
        let mut series = series::series(&stands, measure);
        let days = series.history.iter().map(|one| one.day);
        series.suggested = offered::number_suggested(measure, days.max(), here, waits.as_ref());
        series
    };
    let mut activities = activities::activities(&stands);
    activities.suggested = offered::activities_suggested(&activities, here);
    Measures {
        today: here.today,
        numbers: Measure::ALL.map(number).into(),
        activities,
        chair_stand_ok: offered::last_ok(&stands).map(|(_, ok)| ok),
        chair_stand_waits: waits,
        sitting: sitting::sitting_time(here),
    }
}
