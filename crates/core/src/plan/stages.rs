//! What a line says on a day: its own words, those of its stage, or a dose that has grown.

use super::{
    DayPattern, Dose, Frequency, Growth, Prescription, Revision, Side, Stage, StageBegins,
};
use crate::time::{Anchors, Day};

/// The days of a week.
const WEEK: i32 = 7;

/// How far back a turn of a programme is looked for that was done, in days. A programme that rested longer
/// begins anew.
pub const LONGEST_REST: i32 = 28;

/// What a line says on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct LineOnDay<'a> {
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
    /// When and how often.
    pub frequency: &'a Frequency,
    /// The stage that holds; `None` before the first, and where there is none.
    pub stage: Option<&'a Stage>,
}

/// Which steps of a line were taken.
#[derive(Clone, Copy)]
pub struct Steps<'a> {
    /// Whether a stage whose day has come, if it has one, has begun: by its number from 1, and how it begins.
    pub has_begun: &'a dyn Fn(u16, &StageBegins) -> bool,
    /// How many steps up a growth has taken.
    pub steps_up: &'a dyn Fn(Growth) -> u16,
}

impl Growth {
    /// The days on which the sheet takes a step up, without an end.
    pub fn dates(self, anchors: &Anchors) -> impl Iterator<Item = Day> {
        let first = self.from.resolve(anchors);
        (0..).map(move |n: i32| first.plus(n * i32::from(self.every_days.max(1))))
    }

    /// How many steps up lead from `number` to the most that the sheet allows.
    #[must_use]
    pub fn steps_above(self, number: u16) -> u16 {
        self.at_most.saturating_sub(number).div_ceil(self.by.max(1))
    }

    /// What `number` is after so many steps up.
    fn after(self, steps: u16, number: u16) -> u16 {
        number.saturating_add(self.by.saturating_mul(steps)).min(self.at_most.max(number))
    }
}

impl Prescription {
    /// How much a line asks for after so many steps up of its growth; `None` where nothing grows.
    #[must_use]
    pub fn dose_after(&self, steps: u16) -> Option<Dose> {
        let growth = self.growth?;
        let mut dose = self.dose.clone();
        dose.set_number(growth.key, growth.after(steps, self.dose.number(growth.key)?));
        Some(dose)
    }
}

impl Revision {
    /// What `line` says on `day`, as far as the calendar alone decides it. A stage that waits for anything but a
    /// day does not begin by itself, and the stages after it wait with it.
    #[must_use]
    pub fn line_on<'a>(&self, line: &'a Prescription, day: Day) -> LineOnDay<'a> {
        let by_day =
            |_, begins: &StageBegins| matches!(begins, StageBegins::On(_) | StageBegins::InWeek(_));
        let anchors = self.anchors();
        let steps_up = |growth: Growth| {
            let so_far = growth.dates(&anchors).take_while(|date| *date <= day).count();
            u16::try_from(so_far).unwrap_or(u16::MAX)
        };
        self.line_on_when(line, day, Steps { has_begun: &by_day, steps_up: &steps_up })
    }

    /// What `line` says on `day`, where `steps` decide which of its steps were taken.
    #[must_use]
    pub fn line_on_when<'a>(
        &self,
        line: &'a Prescription,
        day: Day,
        steps: Steps<'_>,
    ) -> LineOnDay<'a> {
        let stage = self.stage_on(line, day, steps);
        let mut dose = stage.map_or_else(|| line.dose.clone(), |stage| stage.dose.over(&line.dose));
        if let Some(growth) = line.growth
            && let Some(number) = line.dose.number(growth.key)
        {
            dose.set_number(growth.key, growth.after((steps.steps_up)(growth), number));
        }
        LineOnDay {
            dose,
            side: stage.and_then(|stage| stage.side).unwrap_or(line.side),
            frequency: stage.and_then(|stage| stage.frequency.as_ref()).unwrap_or(&line.frequency),
            stage,
        }
    }

    /// The stage of `line` that holds on `day`.
    fn stage_on<'a>(
        &self,
        line: &'a Prescription,
        day: Day,
        steps: Steps<'_>,
    ) -> Option<&'a Stage> {
        let anchors = self.anchors();
        let begun = |(number, stage): &(u16, &Stage)| {
            let has_come = stage.begins.first_day(&anchors).is_none_or(|first| first <= day);
            has_come && (steps.has_begun)(*number, &stage.begins)
        };
        // A stage holds until the next has begun, whatever day its row was written up to.
        (1..).zip(&line.stages).take_while(begun).last().map(|(_, stage)| stage)
    }

    /// How many days before a day its agenda depends on: what was done in the week, or the turn before, or the
    /// evening before, where a gap has to be kept.
    #[must_use]
    pub fn days_looked_back(&self) -> i32 {
        let frequencies = self.lines.iter().flat_map(|line| {
            let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
            staged.chain([&line.frequency])
        });
        let longest = frequencies.map(|frequency| match frequency {
            Frequency::Due { days: DayPattern::TimesAWeek { .. }, .. } => WEEK,
            Frequency::Due { days: DayPattern::Turn { .. }, .. } => LONGEST_REST,
            _ => 1,
        });
        longest.max().unwrap_or(1)
    }
}
