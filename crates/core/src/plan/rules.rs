//! The rules of a plan that stand beside its lines. Each keeps the sheet's own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DayPattern, Kilograms};
use crate::ids::{AppointmentId, ClearanceId, DayTypeId, LineId, PhaseId, ProgrammeId, RoundId};
use crate::safety::LimitKind;
use crate::time::{Anchors, Day, DayRef, QuietHours, Stretch, WallTime, Weekday};

/// A stretch of days with its own exercises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Phase {
    /// Its name in the file.
    pub id: PhaseId,
    /// Its name on screen.
    pub title: String,
    /// Its days; it has a first one.
    pub stretch: Stretch,
    /// The team's OK that it waits for.
    pub clearance: Option<ClearanceId>,
}

/// When a person is awake, for what is done every so many hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwakeHours {
    /// From when.
    pub from: WallTime,
    /// Until when, that time included.
    pub until: WallTime,
}

/// A kind of day, such as that of a late shift. What it leaves out is as on other days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayType {
    /// Its name in the file.
    pub id: DayTypeId,
    /// Its name on screen.
    pub title: String,
    /// The weekdays that are of this kind.
    #[ts(type = "Array<string>")]
    pub weekdays: Vec<Weekday>,
    /// The dates that are of this kind; a date goes before a weekday.
    pub dates: Vec<Day>,
    /// When such a day begins.
    pub start: Option<WallTime>,
    /// When nothing may ring on it.
    pub quiet_hours: Option<QuietHours>,
    /// When the person is awake.
    pub awake: Option<AwakeHours>,
    /// Rounds at another time.
    pub times: Vec<(RoundId, WallTime)>,
    /// Rounds that such a day has not.
    pub leave_out: Vec<RoundId>,
}

/// An OK of the care team that something waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Clearance {
    /// Its name in the file.
    pub id: ClearanceId,
    /// The sheet's words.
    pub as_written: String,
    /// Whose OK it is.
    pub from_whom: Option<String>,
    /// The day on which it is to be asked for.
    pub ask_on: Option<Day>,
}

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Appointment {
    /// Its name in the file.
    pub id: AppointmentId,
    /// Its name on screen.
    pub title: String,
    /// Its day.
    pub date: Day,
    /// The sheet's words.
    pub as_written: Option<String>,
}

/// Lines that take turns: A today, B the next time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Programme {
    /// Its name in the file.
    pub id: ProgrammeId,
    /// Its name on screen.
    pub title: String,
    /// Its turns in their order, 2 to 6.
    pub turns: Vec<String>,
    /// The days on which a turn is done. Never a turn of another programme.
    pub days: DayPattern,
    /// What makes the next turn come.
    pub advance: Advance,
}

/// What makes the next turn of a programme come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Advance {
    /// The calendar: each of its days has its turn, done or not, the first one on this date.
    Calendar(Day),
    /// The next turn comes after the last one was done.
    Done,
}

/// A group of prescriptions done together, at its place in the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Round {
    /// Its name in the file.
    pub id: RoundId,
    /// Its name on screen, such as "Morning".
    pub title: String,
    /// When it falls due; `None` when it hangs on a routine alone. Then it never rings.
    pub at: Option<WallTime>,
    /// What it hangs on in the person's day, such as "after breakfast".
    pub routine: Option<String>,
    /// What the sheet says of a missed dose in this round.
    pub missed_dose: MissedDose,
}

/// What may still be offered when a bout was late or left out. What is `None` is not limited here; the
/// plan's own rule then holds, if it has one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissedDose {
    /// The sheet's words.
    pub as_written: Option<String>,
    /// Minutes from the end of one bout of a line to the start of its next, 1 to 1439.
    pub gap_minutes: Option<u16>,
    /// The most bouts of one line on one day, 1 to 24.
    pub most_a_day: Option<u8>,
    /// The latest time of day at which a bout is offered.
    pub latest_start: Option<WallTime>,
    /// The latest time of day at which it may ring.
    pub latest_ring: Option<WallTime>,
}

/// A limit, in the sheet's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Precaution {
    /// The words.
    pub as_written: String,
    /// The sheet it stands on.
    pub source: Option<String>,
    /// What it is about.
    pub kinds: Vec<LimitKind>,
    /// The heaviest that may be lifted.
    pub lift_kg: Option<Kilograms>,
    /// The longest sitting at a time, in minutes, 1 to 240.
    pub sit_minutes: Option<u16>,
    /// How long to be up after it, in minutes, 1 to 60.
    pub up_minutes: Option<u16>,
    /// Until when it holds. At least one is given, and it never ends by silence: a day that has passed is
    /// shown, and an OK that gates it must be recorded.
    pub until: LimitUntil,
}

/// Until when a limit holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LimitUntil {
    /// The first day on which it may be over.
    pub day: Option<DayRef>,
    /// The appointment at which it is looked at again; when that moves, so does the limit.
    pub appointment: Option<AppointmentId>,
    /// The OK that gates its end.
    pub clearance: Option<ClearanceId>,
    /// Until somebody says otherwise.
    pub told_otherwise: bool,
}

/// A part of a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Part {
    /// How many hundredths, 1 to 99.
    pub percent: u8,
    /// What becomes of a half repetition.
    pub rounding: Rounding,
}

/// What becomes of a half repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// It is done.
    Up,
    /// It is left out; at least one stays.
    Down,
}

/// What is enough on a bad day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BadDay {
    /// The sheet's words.
    pub as_written: String,
    /// The bouts that are enough; none when the sheet does not name any.
    pub minimum: Vec<Minimum>,
}

/// A line and how many bouts of it are enough on a bad day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Minimum {
    /// The line.
    pub line: LineId,
    /// How many bouts, 1 to 24.
    pub bouts: u8,
}

/// Days on which nothing is done, but for some lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayOff {
    /// The sheet's words.
    pub as_written: String,
    /// On these weekdays.
    #[ts(type = "Array<string>")]
    pub weekdays: Vec<Weekday>,
    /// On these dates.
    pub dates: Vec<Day>,
    /// Lines that are done all the same.
    pub except: Vec<LineId>,
    /// What becomes of the others.
    pub then: DayOffThen,
}

/// What becomes of a line on a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DayOffThen {
    /// It is left out.
    Skip,
    /// It is done on the next day that is not off.
    Shift,
}

/// How to begin again after a pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReEntry {
    /// The sheet's words.
    pub as_written: String,
    /// The part of the dose, if the sheet names one, and for how many days, 1 to 60.
    pub part: Option<(Part, u16)>,
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

/// The name of the appointment that the plan's `review` is.
pub const REVIEW: &str = "review";

impl LimitUntil {
    /// The first day on which the limit may be over, from its own day and the appointment's; `None`
    /// where neither is given.
    #[must_use]
    pub fn first_day_after(
        &self,
        anchors: &Anchors,
        appointment: impl Fn(&AppointmentId) -> Option<Day>,
    ) -> Option<Day> {
        let day = self.day.map(|day| day.resolve(anchors));
        // On the day of the appointment it still holds: what is said there is not known in the morning.
        let after = self.appointment.as_ref().and_then(appointment).map(|day| day.plus(1));
        day.into_iter().chain(after).max()
    }
}
