//! Days without any entry, told as one stretch and asked about once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::{AskedOf, settled};
use super::effects::Said;
use super::{Agenda, AgendaItem, Situation, State, TimeOfPlan, revision_on};
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
    let (mut days, mut said) = (Vec::new(), Said::default());
    for back in 1..=LONGEST_GAP {
        let day = today.plus(-back);
        if answered.is_some_and(|answered| day < answered) {
            break;
        }
        let Some(AskedOf { agenda, .. }) = settled(situation, day, &mut said) else { break };
        if agenda.is_without_entry() {
            days.push(day);
        } else if !agenda.is_silent()
            || agenda.asked_of_person().next().is_some()
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

impl Agenda {
    /// Whether the day asked for something, is over, and nothing at all was entered. Days before
    /// the app was first opened are not asked about.
    #[must_use]
    pub fn is_without_entry(&self) -> bool {
        let mut items = self.asked_of_person().peekable();
        let untouched =
            |item: &AgendaItem| matches!(item.state, State::NoEntry | State::NotReminded);
        self.is_silent() && items.peek().is_some() && items.all(untouched)
    }

    /// Whether the person has said nothing of the day: no bout was answered, asked for or not, the day was not
    /// said to be bad, and it lies in no pause.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        let said = self.items().any(|item| item.state.is_answered())
            || !self.extras.is_empty()
            || self.as_needed.iter().any(|line| !line.recorded.is_empty());
        !said && self.bad_day.is_none() && self.pause.is_none()
    }

    /// Every bout that the day asked the person for: all but those that are stopped, and those that its own rules or
    /// a journey took away.
    pub fn asked_of_person(&self) -> impl Iterator<Item = &AgendaItem> {
        self.items().filter(|item| {
            !matches!(item.state, State::Withheld | State::StoppedByRedFlag | State::NotRequired)
        })
    }
}
