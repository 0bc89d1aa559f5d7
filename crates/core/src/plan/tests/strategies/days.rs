//! Days, stretches of days and the frame of a plan that they hang on.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::ids::LineId;
use crate::plan::{
    Appointment, AwakeHours, Clearance, Contact, MissedDose, Phase, Programme, Round, Surgery,
};
use crate::time::{Day, DayRef, QuietHours, Stretch, WallTime, WeeksCounted};

/// What the lines and rules of a plan may refer to.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) surgery: Surgery,
    pub(super) starts: Day,
    pub(super) review: Option<Day>,
    pub(super) ends: Option<Day>,
    pub(super) weeks_counted: Option<WeeksCounted>,
    pub(super) day_start: WallTime,
    pub(super) quiet_hours: Option<QuietHours>,
    pub(super) awake: Option<AwakeHours>,
    pub(super) phases: Vec<Phase>,
    pub(super) clearances: Vec<Clearance>,
    pub(super) appointments: Vec<Appointment>,
    pub(super) programmes: Vec<Programme>,
    pub(super) rounds: Vec<Round>,
    pub(super) missed_dose: MissedDose,
    pub(super) contacts: Vec<Contact>,
    pub(super) lines: Vec<LineId>,
}

impl Frame {
    /// The day so many days after surgery, written in one of the four ways.
    pub(super) fn day(&self, after_surgery: i32, way: u8) -> DayRef {
        let date = self.surgery.date.plus(after_surgery);
        match (way % 4, self.surgery.discharge) {
            (0, _) => DayRef::On(date),
            (1, _) => DayRef::AfterStart(date.days_after(self.starts)),
            (2, Some(discharge)) => DayRef::AfterDischarge(date.days_after(discharge)),
            _ => DayRef::AfterSurgery(after_surgery),
        }
    }

    /// The days from one day after surgery up to another, in weeks where `in_weeks` and that is possible.
    pub(super) fn stretch(
        &self,
        from: Option<i32>,
        until: Option<i32>,
        in_weeks: bool,
        ways: (u8, u8),
    ) -> Stretch {
        let weeks = in_weeks.then(|| self.weeks(from?, until)).flatten();
        weeks.unwrap_or_else(|| Stretch::Days {
            from: from.map(|day| self.day(day, ways.0)),
            until: until.map(|day| self.day(day, ways.1)),
        })
    }

    /// The week that begins so many days after surgery, if one does and the plan counts weeks.
    pub(super) fn week(&self, from: i32) -> Option<u16> {
        let passed = (from % 7 == 0).then_some(from / 7)?;
        u16::try_from(match self.weeks_counted? {
            WeeksCounted::FromOne => passed + 1,
            WeeksCounted::Completed => passed,
        })
        .ok()
    }

    fn weeks(&self, from: i32, until: Option<i32>) -> Option<Stretch> {
        let first = self.week(from)?;
        let Some(until) = until else { return Some(Stretch::Weeks { first, last: None }) };
        let end = self.week(until)?;
        let last = match self.weeks_counted? {
            // "Weeks 2 to 6" in completed weeks is over when six have passed; one week lasts seven days.
            WeeksCounted::Completed if end > first + 1 => end,
            WeeksCounted::Completed | WeeksCounted::FromOne => end - 1,
        };
        Some(Stretch::Weeks { first, last: Some(last) })
    }

    /// Any of `list`, if there is one.
    pub(super) fn any<T: Clone>(list: &[T], at: Option<Index>) -> Option<T> {
        let at = at.filter(|_| !list.is_empty())?;
        Some(at.get(list).clone())
    }
}

/// A date that a plan may name.
pub(super) fn date() -> impl Strategy<Value = Day> + Clone {
    (0i32..3000).prop_map(|days| Day::new(2024, 1, 1).unwrap().plus(days))
}
