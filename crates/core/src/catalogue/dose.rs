//! A usual first dose, for people who write plans.

use std::ops::RangeInclusive;

use serde::Serialize;
use ts_rs::TS;

use super::entry::{LONGEST_TEXT, source};
use crate::table::{Table, Value};

/// A usual first dose. What it does not say is not usual either: nothing is filled in for anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UsualDose {
    /// How many sets.
    pub sets: Option<FromTo>,
    /// How many repetitions a set, on each side where there are sides.
    pub repetitions: Option<FromTo>,
    /// How long each repetition is held.
    pub hold_seconds: Option<FromTo>,
    /// How long to rest between sets.
    pub rest_seconds: Option<FromTo>,
    /// How long, for what goes by the clock.
    pub minutes: Option<FromTo>,
    /// How many breaths.
    pub breaths: Option<FromTo>,
    /// How often a day.
    pub times_a_day: Option<FromTo>,
    /// On how many days of a week.
    pub days_a_week: Option<FromTo>,
    /// In the words a physiotherapist would use.
    pub words: String,
    /// Where the numbers come from.
    pub source: String,
}

/// A number, or all from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FromTo {
    least: u16,
    most: u16,
}

impl FromTo {
    /// From `least` to `most`; `None` if they stand the wrong way round.
    #[must_use]
    pub fn new(least: u16, most: u16) -> Option<Self> {
        (least <= most).then_some(Self { least, most })
    }

    /// The least; never more than the most.
    #[must_use]
    pub fn least(self) -> u16 {
        self.least
    }

    /// The most.
    #[must_use]
    pub fn most(self) -> u16 {
        self.most
    }
}

impl UsualDose {
    /// Its numbers by the keys of the data files, in the order in which they are read.
    #[must_use]
    pub fn numbers(&self) -> [(&'static str, Option<FromTo>); 8] {
        [
            ("sets", self.sets),
            ("repetitions", self.repetitions),
            ("hold_seconds", self.hold_seconds),
            ("rest_seconds", self.rest_seconds),
            ("minutes", self.minutes),
            ("breaths", self.breaths),
            ("times_a_day", self.times_a_day),
            ("days_a_week", self.days_a_week),
        ]
    }
}

/// The dose in `[usual_dose]`. The ranges only catch slips: no first dose lies outside them.
pub(super) fn usual_dose(table: &mut Table<'_>) -> Option<UsualDose> {
    let mut number = |key, range: RangeInclusive<u16>| match table.given(key) {
        Some(value) => from_to(value, &range).map(Some),
        None => Some(None),
    };
    let sets = number("sets", 1..=10);
    let repetitions = number("repetitions", 1..=50);
    let hold_seconds = number("hold_seconds", 1..=120);
    let rest_seconds = number("rest_seconds", 1..=300);
    let minutes = number("minutes", 1..=90);
    let breaths = number("breaths", 1..=50);
    let times_a_day = number("times_a_day", 1..=24);
    let days_a_week = number("days_a_week", 1..=7);
    let words = table.needed("words").and_then(|value| value.text(LONGEST_TEXT));
    let source = source(table, "usual_dose");
    Some(UsualDose {
        sets: sets?,
        repetitions: repetitions?,
        hold_seconds: hold_seconds?,
        rest_seconds: rest_seconds?,
        minutes: minutes?,
        breaths: breaths?,
        times_a_day: times_a_day?,
        days_a_week: days_a_week?,
        words: words?,
        source: source?,
    })
}

/// A whole number inside `range`, or a list of two: the least and the most.
fn from_to(value: Value<'_>, range: &RangeInclusive<u16>) -> Option<FromTo> {
    let (least, most) = value.least_and_most(range)?;
    FromTo::new(least, most)
}
