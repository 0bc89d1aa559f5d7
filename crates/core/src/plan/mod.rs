//! A plan, as a physiotherapist wrote it.
//!
//! A plan is never edited, only revised, and a [`Revision`] is self-contained: it carries the
//! title, flags and tempo of each exercise it uses, its rounds, phases and limits, so that a later
//! catalogue or revision cannot change what an earlier day asked for.

mod by_clock;
mod diff;
mod dose;
pub mod draft;
mod file;
mod limits;
mod pain;
mod prescription;
mod read;
mod rules;
mod stages;
mod template;
mod told;
mod write;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use diff::{Change, ChangeKind, ChangedThing, changes};
pub use dose::{Dose, GET_READY_SECONDS, Kilograms, NotGiven, USUAL_PACE};
pub use file::{Checksum, FORMAT, LARGEST_FILE, PlanFile};
pub use pain::{
    AskPain, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, WORSE_BY,
};
pub use prescription::{
    Bouts, Counted, DayPattern, Frequency, Growth, Prescription, Side, Stage, StageBegins,
};
pub use read::read;
pub use rules::{
    Advance, Appointment, AwakeHours, BadDay, Clearance, Contact, DayOff, DayOffThen, DayType,
    LimitUntil, Minimum, MissedDose, Note, NoteAbout, Part, Phase, Precaution, Programme, REVIEW,
    ReEntry, Round, Rounding,
};
pub use stages::{LONGEST_REST, LineOnDay, Steps};
pub use template::{Path, Template, TemplateFile, embedded_templates};
pub use told::{
    LineTold, RuleTold, StageTold, Told, ToldArg, ToldCode, told_dose, told_frequency, told_line,
    told_rules,
};
pub use write::write;

use crate::ids::{AppointmentId, LineId, PlanId, RoundId};
use crate::time::{
    Anchors, Day, Instant, QuietHours, Stretch, USUAL_DAY_START, WallTime, Weekday, WeeksCounted,
    Zone,
};

/// One revision of a plan, complete in itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Revision {
    /// The plan it belongs to; the same through all its revisions.
    pub plan: PlanId,
    /// Its number; a higher one follows a lower one.
    pub number: u32,
    /// What the sheet is called.
    pub title: String,
    /// Who wrote it, in the sheet's words.
    pub author: Option<String>,
    /// The day it was written.
    pub written: Option<Day>,
    /// Words that must stand beside the plan wherever it is shown, such as "not reviewed by a clinician".
    pub caution: Option<String>,
    /// The operation it follows.
    pub surgery: Surgery,
    /// Its first day.
    pub starts: Day,
    /// The day of the review; the plan goes on after it.
    pub review: Option<Day>,
    /// The first day on which it is over; only this stops a plan.
    pub ends: Option<Day>,
    /// How it counts weeks, where it speaks of weeks.
    pub weeks_counted: Option<WeeksCounted>,
    /// The first day of a week, for lines that are done so many times a week.
    #[ts(type = "string")]
    pub week_starts: Weekday,
    /// After so many days without an entry a pause is offered, 2 to 60.
    pub gap_days: u16,
    /// When a new day begins.
    pub day_start: WallTime,
    /// When nothing may ring.
    pub quiet_hours: Option<QuietHours>,
    /// When the person is awake.
    pub awake: Option<AwakeHours>,
    /// Kinds of day that differ from the others.
    pub day_types: Vec<DayType>,
    /// Stretches of days after surgery, in order.
    pub phases: Vec<Phase>,
    /// What waits for an OK of the team.
    pub clearances: Vec<Clearance>,
    /// Appointments beside the review.
    pub appointments: Vec<Appointment>,
    /// Lines that take turns.
    pub programmes: Vec<Programme>,
    /// The rounds of a day, in the day's order; those that hang on a routine alone come last.
    pub rounds: Vec<Round>,
    /// What may still be offered when a bout was late or left out, in all rounds.
    pub missed_dose: MissedDose,
    /// The lines, in the sheet's order.
    pub lines: Vec<Prescription>,
    /// The limits in force, in the sheet's words.
    pub precautions: Vec<Precaution>,
    /// What the sheet says of pain.
    pub pain: Option<Pain>,
    /// What is enough on a bad day.
    pub bad_day: Option<BadDay>,
    /// Days on which nothing is done, but for some lines.
    pub days_off: Vec<DayOff>,
    /// How to begin again after a pause.
    pub re_entry: Option<ReEntry>,
    /// Everything else on the sheet, in its own words.
    pub notes: Vec<Note>,
    /// Whom to ring.
    pub contacts: Vec<Contact>,
}

/// The operation a plan follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Surgery {
    /// Its date: day 0.
    pub date: Day,
    /// Whether screws, rods or bone graft were put in.
    pub fusion: Fusion,
    /// What was done, in the sheet's words.
    pub operation: Option<String>,
    /// The day on which the person came home.
    pub discharge: Option<Day>,
}

/// Whether screws, rods or bone graft were put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Fusion {
    /// They were.
    Yes,
    /// They were not.
    No,
    /// The person does not know.
    Unknown,
}

/// When a new week begins if the plan says nothing.
pub const USUAL_WEEK_START: Weekday = Weekday::Mon;

/// After so many days without an entry a pause is offered, if the plan says nothing.
pub const USUAL_GAP_DAYS: u16 = 7;

/// What holds where a sheet does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unsaid {
    /// The first day of a week.
    #[ts(type = "string")]
    pub week_starts: Weekday,
    /// After so many days without an entry a pause is offered.
    pub gap_days: u16,
    /// When a new day begins.
    pub day_start: WallTime,
}

/// What holds where a sheet does not say it.
pub const UNSAID: Unsaid =
    Unsaid { week_starts: USUAL_WEEK_START, gap_days: USUAL_GAP_DAYS, day_start: USUAL_DAY_START };

impl Revision {
    /// The days it counts from.
    #[must_use]
    pub fn anchors(&self) -> Anchors {
        Anchors {
            surgery: self.surgery.date,
            discharge: self.surgery.discharge,
            starts: self.starts,
            weeks_counted: self.weeks_counted,
        }
    }

    /// The round `id`.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// The kind of `day`, where it is a special one: of its date, else of its weekday.
    #[must_use]
    pub fn day_type_on(&self, day: Day) -> Option<&DayType> {
        let by_date = self.day_types.iter().find(|kind| kind.dates.contains(&day));
        by_date
            .or_else(|| self.day_types.iter().find(|kind| kind.weekdays.contains(&day.weekday())))
    }

    /// When `day` begins: as its kind says, else as the plan does.
    #[must_use]
    pub fn day_start_on(&self, day: Day) -> WallTime {
        self.day_type_on(day).and_then(|kind| kind.start).unwrap_or(self.day_start)
    }

    /// When nothing may ring on `day`: as its kind says, else as the plan does.
    #[must_use]
    pub fn quiet_hours_on(&self, day: Day) -> Option<QuietHours> {
        self.day_type_on(day).and_then(|kind| kind.quiet_hours).or(self.quiet_hours)
    }

    /// The day of this plan that `instant` lies in.
    #[must_use]
    pub fn day_of(&self, instant: Instant, zone: &Zone) -> Day {
        zone.day(instant, self.day_start_on(Day(zone.local(instant).date())))
    }

    /// The line `id`.
    #[must_use]
    pub fn line(&self, id: &LineId) -> Option<&Prescription> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The day of the appointment `id`; the review is one.
    #[must_use]
    pub fn appointment(&self, id: &AppointmentId) -> Option<Day> {
        let own = self.appointments.iter().find(|appointment| appointment.id == *id);
        own.map(|own| own.date).or_else(|| self.review.filter(|_| id.as_str() == REVIEW))
    }

    /// The first day on which `limit` may be over; `None` where no day is given.
    #[must_use]
    pub fn limit_may_end(&self, limit: &Precaution) -> Option<Day> {
        limit.until.first_day_after(&self.anchors(), |id| self.appointment(id))
    }

    /// The day that the sheet names for the end of `limit`: its date, or that of the appointment.
    #[must_use]
    pub fn limit_until(&self, limit: &Precaution) -> Option<Day> {
        let appointment = limit.until.appointment.as_ref().and_then(|id| self.appointment(id));
        let day = limit.until.day.map(|day| day.resolve(&self.anchors()));
        day.into_iter().chain(appointment).max()
    }

    /// The first day of `line` and the first day after it, from its own dates, its phase's and the
    /// plan's, as they were written.
    #[must_use]
    pub fn span_of(&self, line: &Prescription) -> (Day, Option<Day>) {
        let phase = line.phase.as_ref().and_then(|id| self.phases.iter().find(|p| p.id == *id));
        self.common_span(&[Some(line.stretch), phase.map(|phase| phase.stretch)])
    }

    /// The first day of `line` and the first day after it, whatever its phase says, where that begins so many days
    /// later than it was written: what the line does not say by a date comes as much later.
    #[must_use]
    pub fn own_span_of(&self, line: &Prescription, late: i32) -> (Day, Option<Day>) {
        self.common_span(&[Some(line.stretch.later(late, &self.anchors()))])
    }

    fn common_span(&self, stretches: &[Option<Stretch>]) -> (Day, Option<Day>) {
        let anchors = self.anchors();
        let starts = stretches.iter().flatten().filter_map(|days| days.first_day(&anchors));
        let ends = stretches.iter().flatten().filter_map(|days| days.day_after(&anchors));
        let first = starts.chain([self.starts]).max().unwrap_or(self.starts);
        (first, ends.chain(self.ends).min())
    }
}
