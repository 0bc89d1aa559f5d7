//! Each day by itself, for looking back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Figures;
use crate::schedule::{Situation, TimeOfPlan, bouts_of_days, week_starts};
use crate::time::Day;

/// The numbers of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayFigures {
    /// The day.
    pub day: Day,
    /// Days after surgery; negative before it.
    pub after_surgery: i32,
    /// The week after surgery, counted from 1; 0 before surgery.
    pub week: u32,
    /// The first day of the week of the plan that it lies in.
    pub week_from: Day,
    /// The last of them.
    pub week_through: Day,
    /// The numbers.
    pub figures: Figures,
    /// Whether it lies in a pause.
    pub is_paused: bool,
    /// Whether the person said that it was not a good day.
    pub is_bad_day: bool,
}

/// Each day from `from` through `through` on which a plan held or of which something was entered, the latest first.
#[must_use]
pub fn days(situation: &Situation<'_>, from: Day, through: Day) -> Vec<DayFigures> {
    // All of them by the weeks of the present plan, as all other figures.
    let today = situation.today().unwrap_or(through);
    let week_starts = week_starts(situation.revisions, today);
    let mut days = Vec::new();
    for bouts in bouts_of_days(situation, from, through) {
        let day = bouts.day;
        let mut figures = Figures::default();
        figures.count_day(&bouts);
        if bouts.time_of_plan != TimeOfPlan::During && figures == Figures::default() {
            continue;
        }
        let week_from = day.week_from(week_starts);
        days.push(DayFigures {
            day,
            after_surgery: bouts.after_surgery,
            week: bouts.week,
            week_from,
            week_through: week_from.plus(6),
            figures,
            is_paused: bouts.is_paused,
            is_bad_day: bouts.is_bad_day,
        });
    }
    days.reverse();
    days
}
