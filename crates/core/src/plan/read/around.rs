//! What the tables of a sheet may refer to, and what is checked when all of them were read.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::parts::{Counting, Names};
use crate::catalogue::Catalogue;
use crate::error::Problem;
use crate::ids::{ClearanceId, LineId};
use crate::plan::by_clock::UsualDay;
use crate::plan::{DayType, MissedDose, Phase, Programme, Round};
use crate::table::Value;
use crate::time::{Day, WallTime};

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Around<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) counting: Counting,
    /// The first day on which the plan is over.
    pub(super) ends: Option<Day>,
    /// Whether screws, rods or bone graft were put in, or may have been.
    pub(super) may_be_fused: bool,
    /// A day of no special kind.
    pub(super) usual_day: UsualDay,
    pub(super) day_types: Vec<DayType>,
    pub(super) missed_dose: MissedDose,
    pub(super) phases: Vec<Phase>,
    pub(super) phase_names: Names,
    pub(super) programmes: Vec<Programme>,
    pub(super) programme_names: Names,
    /// In the order of the day.
    pub(super) rounds: Vec<Round>,
    pub(super) round_names: Names,
    pub(super) line_names: Names,
    pub(super) appointment_names: Names,
    pub(super) clearance_names: Names,
    /// The clearances that something waits for.
    pub(super) clearances_used: RefCell<BTreeSet<String>>,
    /// Lines that were named before all lines were read, with what to report if there is none.
    pub(super) named_lines: RefCell<Vec<(String, Problem)>>,
    /// What somebody should look at although the plan can be read.
    pub(super) remarks: RefCell<Vec<Problem>>,
}

impl Around<'_> {
    /// The clearance that a value names.
    pub(super) fn clearance(&self, value: Value<'_>) -> Option<ClearanceId> {
        let id = self.clearance_names.find(value, ClearanceId::new)?;
        self.clearances_used.borrow_mut().insert(id.to_string());
        Some(id)
    }

    /// The line that a value names. Whether it exists is known when all have been read.
    pub(super) fn named_line(&self, value: Value<'_>) -> Option<LineId> {
        let text = value.text_of("text")?;
        let problem = value.problem(crate::error::ProblemCode::UnknownName);
        self.named_lines.borrow_mut().push((text.to_owned(), problem));
        LineId::new(text)
    }

    /// Minutes of `time` into the day of the plan.
    pub(super) fn minutes_into_day(&self, time: WallTime) -> u16 {
        time.minutes_into_day(self.usual_day.start)
    }

    /// When `round` may start at the latest, by its own rule or the plan's.
    pub(super) fn latest_start(&self, round: &Round) -> Option<WallTime> {
        round.missed_dose.latest_start.or(self.missed_dose.latest_start)
    }

    /// Notes something to look at.
    pub(super) fn remark(&self, problem: Problem) {
        self.remarks.borrow_mut().push(problem);
    }
}
