//! A plan, as a physiotherapist wrote it.
//!
//! A plan is never edited, only revised, and a [`Revision`] is self-contained: it carries the
//! title, flags and tempo of each exercise it uses, its rounds, phases and limits, so that a later
//! catalogue or revision cannot change what an earlier day asked for.

mod diff;
mod dose;
mod file;
mod limits;
mod line;
mod parts;
mod read;
mod sheet;
mod shown;
mod write;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use diff::{Change, ChangeKind, ChangedThing, changes};
pub use dose::{Dose, GET_READY_SECONDS, Side, USUAL_PACE};
pub use file::{Checksum, FORMAT, LARGEST_FILE, PlanFile};
pub use read::read;
pub use write::write;

use crate::catalogue::Tempo;
use crate::ids::{ExerciseId, LineId, PhaseId, PlanId, RoundId};
use crate::safety::Flag;
use crate::time::{Day, DayRef, QuietHours, WallTime, Weekday};

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
    /// When a new day begins.
    pub day_start: WallTime,
    /// When nothing may ring.
    pub quiet_hours: Option<QuietHours>,
    /// Stretches of days after surgery, in order.
    pub phases: Vec<Phase>,
    /// The rounds of a day, in the day's order.
    pub rounds: Vec<Round>,
    /// The lines, in the sheet's order.
    pub lines: Vec<Prescription>,
    /// The limits in force, in the sheet's words.
    pub precautions: Vec<Precaution>,
    /// Everything else on the sheet, in its own words.
    pub notes: Vec<Note>,
    /// Whom to ring.
    pub contacts: Vec<Contact>,
}

/// The operation a plan follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Surgery {
    /// Its date: day 0.
    pub date: Day,
    /// Whether screws, rods or bone graft were put in.
    pub fusion: Fusion,
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

/// A stretch of days with its own exercises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Phase {
    /// Its name in the file.
    pub id: PhaseId,
    /// Its name on screen.
    pub title: String,
    /// Its first day.
    pub from: DayRef,
    /// The first day after it; `None` when it goes on.
    pub until: Option<DayRef>,
}

/// A group of prescriptions done together, at its place in the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Round {
    /// Its name in the file.
    pub id: RoundId,
    /// Its name on screen, such as "Morning".
    pub title: String,
    /// When it falls due.
    pub at: WallTime,
    /// What it hangs on in the person's day, such as "after breakfast".
    pub routine: Option<String>,
}

/// One line of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Prescription {
    /// Its name in the file, the same through all revisions.
    pub id: LineId,
    /// The number on the sheet: people say "do number 1".
    pub sheet_no: Option<String>,
    /// The sheet's own words.
    pub as_written: String,
    /// The sheet it stands on, such as "ward leaflet".
    pub source: Option<String>,
    /// The exercise.
    pub exercise: ExerciseId,
    /// The exercise's title when the revision was made.
    pub title: String,
    /// The exercise's flags when the revision was made.
    pub flags: Vec<Flag>,
    /// The exercise's tempo when the revision was made; `None` when it has none.
    pub tempo: Option<Tempo>,
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
    /// On which days.
    pub days: DayPattern,
    /// How often on such a day.
    pub bouts: Bouts,
    /// Only within this phase.
    pub phase: Option<PhaseId>,
    /// Not before this day.
    pub from: Option<DayRef>,
    /// No longer on this day.
    pub until: Option<DayRef>,
}

/// The days on which a line is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DayPattern {
    /// Every day.
    EveryDay,
    /// On these weekdays.
    Weekdays(#[ts(type = "Array<string>")] Vec<Weekday>),
    /// Every so many days, counted from a day.
    EveryNDays {
        /// 2 means every second day.
        n: u16,
        /// A day on which it is done.
        from: Day,
    },
}

/// How often a line is done on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Bouts {
    /// Once in each of these rounds.
    InRounds(Vec<RoundId>),
    /// So many times, at any time of the day.
    AnyTime(u8),
}

/// A limit, in the sheet's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Precaution {
    /// The words.
    pub as_written: String,
    /// The day of the appointment until which it holds; `None` until told otherwise. It never ends
    /// by itself: a date that has passed is shown, and the limit stays.
    pub until: Option<DayRef>,
}

/// Something on the sheet that is shown in its own words and carried out by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Note {
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The words.
    pub as_written: String,
    /// What it is about.
    pub about: NoteAbout,
}

/// What a note is about, which is where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NoteAbout {
    /// Pain and when to stop: shown in the session too.
    Pain,
    /// A bad day.
    BadDay,
    /// A missed round.
    MissedRound,
    /// A technique such as the log roll: every time, never counted.
    Technique,
    /// Anything else.
    General,
}

/// Whom to ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their number, as written.
    pub number: String,
    /// Their hours, as written.
    pub hours: Option<String>,
    /// What for.
    pub about: Option<String>,
}

impl Revision {
    /// The round `id`.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// The line `id`.
    #[must_use]
    pub fn line(&self, id: &LineId) -> Option<&Prescription> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The first day of `line` and the first day after it, from its own dates, its phase's and the
    /// plan's.
    #[must_use]
    pub fn span_of(&self, line: &Prescription) -> (Day, Option<Day>) {
        let surgery = self.surgery.date;
        let phase = line.phase.as_ref().and_then(|id| self.phases.iter().find(|p| p.id == *id));
        let starts = [
            Some(self.starts),
            line.from.map(|day| day.resolve(surgery)),
            phase.map(|p| p.from.resolve(surgery)),
        ];
        let ends = [
            self.ends,
            line.until.map(|day| day.resolve(surgery)),
            phase.and_then(|p| p.until).map(|day| day.resolve(surgery)),
        ];
        let first = starts.into_iter().flatten().max().unwrap_or(self.starts);
        (first, ends.into_iter().flatten().min())
    }

    /// Whether `line` is asked for on `day`.
    #[must_use]
    pub fn asks_for(&self, line: &Prescription, day: Day) -> bool {
        let (first, end) = self.span_of(line);
        day >= first && end.is_none_or(|end| day < end) && line.days.include(day)
    }
}

impl DayPattern {
    /// Whether `day` is one of the days.
    #[must_use]
    pub fn include(&self, day: Day) -> bool {
        match self {
            Self::EveryDay => true,
            Self::Weekdays(weekdays) => weekdays.contains(&day.weekday()),
            Self::EveryNDays { n, from } => {
                let since = day.days_after(*from);
                since >= 0 && since % i32::from((*n).max(1)) == 0
            }
        }
    }
}
