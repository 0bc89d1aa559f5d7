//! What a line says on a day: its own words, those of its stage, or a dose that has grown.

use super::{
    DayPattern, Dose, Frequency, Growth, Prescription, Revision, Side, Stage, StageBegins,
};
use crate::time::Day;

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

impl Revision {
    /// What `line` says on `day`, as far as the calendar alone decides it. A stage that waits for anything but a
    /// day does not begin by itself, and the stages after it wait with it.
    #[must_use]
    pub fn line_on<'a>(&self, line: &'a Prescription, day: Day) -> LineOnDay<'a> {
        self.line_on_when(line, day, &|_, _| false)
    }

    /// What `line` says on `day`. `has_begun` says of a stage that waits for more than a day, and of its number
    /// from 1, whether it has begun.
    #[must_use]
    pub fn line_on_when<'a>(
        &self,
        line: &'a Prescription,
        day: Day,
        has_begun: &dyn Fn(u16, &StageBegins) -> bool,
    ) -> LineOnDay<'a> {
        let stage = self.stage_on(line, day, has_begun);
        let mut dose = stage.map_or_else(|| line.dose.clone(), |stage| stage.dose.over(&line.dose));
        if let Some(growth) = line.growth
            && let Some(number) = line.dose.number(growth.key)
        {
            dose.set_number(growth.key, self.grown(growth, number, day));
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
        has_begun: &dyn Fn(u16, &StageBegins) -> bool,
    ) -> Option<&'a Stage> {
        let anchors = self.anchors();
        let begun = |(number, stage): &(u16, &Stage)| {
            let has_come = stage.begins.first_day(&anchors).is_none_or(|first| first <= day);
            has_come
                && match stage.begins {
                    StageBegins::On(_) | StageBegins::InWeek(_) => true,
                    StageBegins::AfterDoneDays(_)
                    | StageBegins::WhenAgreed
                    | StageBegins::WithClearance { .. } => has_begun(*number, &stage.begins),
                }
        };
        // A stage holds until the next has begun, whatever day its row was written up to.
        (1..).zip(&line.stages).take_while(begun).last().map(|(_, stage)| stage)
    }

    /// What `number` has grown to by `day`.
    fn grown(&self, growth: Growth, number: u16, day: Day) -> u16 {
        let since = day.days_after(growth.from.resolve(&self.anchors()));
        let Ok(since) = u32::try_from(since) else { return number };
        let steps = since / u32::from(growth.every_days.max(1)) + 1;
        let grown = u32::from(number).saturating_add(steps.saturating_mul(growth.by.into()));
        u16::try_from(grown).unwrap_or(u16::MAX).min(growth.at_most.max(number))
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
