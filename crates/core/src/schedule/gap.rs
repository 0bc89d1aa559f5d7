//! Days without any entry, told as one stretch and asked about once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Situation, TimeOfPlan, agenda, revision_on};
use crate::time::Day;

/// No further back than this are days asked about.
pub const LONGEST_GAP: i32 = 60;

/// Days up to yesterday of which nothing at all was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub through: Day,
    /// Those that asked for something, in their order; never empty.
    pub days: Vec<Day>,
    /// Whether there are so many that the plan asks whether it was a pause.
    pub is_long: bool,
}

/// The days before today that asked for something and of which nobody entered anything, back to the last day of
/// which somebody did. Days that asked for nothing break it no more than they make it. Whoever said that they go on
/// was asked already: days before that are left alone, and so are pauses, days that were said to be bad, and what
/// lies before the app. `None` when there are no such days.
#[must_use]
pub fn gap(situation: &Situation<'_>) -> Option<Gap> {
    let today = situation.today()?;
    let answered = situation.plan_facts.resumed.iter().map(|(day, _)| *day).max();
    let mut days = Vec::new();
    for back in 1..=LONGEST_GAP {
        let day = today.plus(-back);
        if answered.is_some_and(|answered| day < answered) {
            break;
        }
        let Some(agenda) = agenda(situation, day) else { break };
        if agenda.is_without_entry() {
            days.push(day);
        } else if !agenda.is_silent()
            || agenda.with_time().next().is_some()
            || agenda.time_of_plan == TimeOfPlan::Before
        {
            break;
        }
    }
    days.reverse();
    let (from, through) = (*days.first()?, *days.last()?);
    let gap_days = revision_on(situation.revisions, today)?.revision.gap_days;
    let is_long = through.days_after(from) + 1 >= i32::from(gap_days);
    Some(Gap { from, through, days, is_long })
}
