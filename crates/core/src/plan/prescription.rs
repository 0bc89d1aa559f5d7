//! One line of a plan: an exercise, how much of it, and how often.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Dose;
use crate::catalogue::Tempo;
use crate::ids::{ClearanceId, ExerciseId, LineId, PhaseId, ProgrammeId, RoundId};
use crate::safety::{Flag, SafetyQuestion};
use crate::time::{Anchors, Day, DayRef, Stretch, WallTime, Weekday};

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
    /// Whether it waits to be switched on: it is shown, and nobody is asked to do it.
    pub off: bool,
    /// The exercise.
    pub exercise: ExerciseId,
    /// The exercise's title when the revision was made.
    pub title: String,
    /// The exercise's flags when the revision was made.
    pub flags: Vec<Flag>,
    /// The exercise's tempo when the revision was made; `None` when it has none.
    pub tempo: Option<Tempo>,
    /// How to do it, where the plan says so itself; up to 20 steps.
    pub instructions: Vec<String>,
    /// What is asked before it is offered.
    pub safety_question: Option<SafetyQuestion>,
    /// How much.
    pub dose: Dose,
    /// On which side.
    pub side: Side,
    /// When and how often.
    pub frequency: Frequency,
    /// Only within this phase.
    pub phase: Option<PhaseId>,
    /// The days on which it counts.
    pub stretch: Stretch,
    /// The team's OK that it waits for.
    pub clearance: Option<ClearanceId>,
    /// Its stages, in order; what a stage leaves out is as in the line.
    pub stages: Vec<Stage>,
    /// A dose that grows by itself on the days that the sheet says.
    pub growth: Option<Growth>,
}

impl Prescription {
    /// What is asked before a bout that is done so: what the line says. Before something for one
    /// side that is done when needed it is always the calf, because what feels like a reason to
    /// stretch may be a clot (clinical reference, corrections).
    pub fn asks_before(&self, frequency: &Frequency, side: Side) -> Option<SafetyQuestion> {
        let is_needed = matches!(frequency, Frequency::AsNeeded { .. });
        let always = (is_needed && side != Side::Both).then_some(SafetyQuestion::Calf);
        always.or(self.safety_question)
    }
}

/// On which side. Each line answers this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The movement has no side, or both sides move together.
    Both,
    /// The whole dose on each side.
    Each,
    /// Left only.
    Left,
    /// Right only.
    Right,
}

/// When and how often a line is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// On these days, so often.
    Due {
        /// On which days.
        days: DayPattern,
        /// How often on such a day.
        bouts: Bouts,
    },
    /// When the person finds that they need it; never due.
    AsNeeded {
        /// When, in the sheet's words, such as "if the calf feels tight".
        when: String,
        /// The most bouts on one day, 1 to 24.
        most_a_day: Option<u8>,
        /// A question of the sheet's that comes first.
        ask_first: Option<String>,
    },
    /// A way of moving such as the log roll: every time, never due and never counted.
    Technique,
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
    /// So many days of each week, on days that the person chooses.
    TimesAWeek {
        /// How many days, 1 to 6.
        times: u8,
        /// Whether two days running are forbidden, also across the end of a week.
        not_two_days_running: bool,
    },
    /// When its turn comes in a programme.
    Turn {
        /// The programme.
        programme: ProgrammeId,
        /// The turn of the programme, such as "A".
        turn: String,
    },
}

/// How often a line is done on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Bouts {
    /// Once in each of these rounds.
    InRounds(Vec<RoundId>),
    /// At any time of the day.
    AnyTime {
        /// So many times are asked for.
        times: u8,
        /// So many times are allowed; not below `times`.
        most: u8,
        /// Minutes from the end of one bout to the start of the next, 1 to 1439.
        gap_minutes: Option<u16>,
    },
    /// Every so many hours on the clock, the ends included.
    EveryHours {
        /// Hours from one to the next, 1 to 12.
        hours: u8,
        /// The first and the last time of day; `None` for the hours awake.
        between: Option<(WallTime, WallTime)>,
    },
}

/// A step inside a line: from a day or an event on, something of it is different.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Stage {
    /// The sheet's words for it.
    pub as_written: Option<String>,
    /// When it begins.
    pub begins: StageBegins,
    /// The first day on which it no longer holds. After the last stage of a line the last stays.
    pub until: Option<DayRef>,
    /// How much; what is not given is as in the line.
    pub dose: Dose,
    /// On which side; `None` as in the line.
    pub side: Option<Side>,
    /// When and how often; `None` as in the line.
    pub frequency: Option<Frequency>,
    /// Lines that rest while it holds.
    pub replaces: Vec<LineId>,
}

/// When a stage begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StageBegins {
    /// On a day, announced the evening before.
    On(DayRef),
    /// In a week.
    InWeek(u16),
    /// When the line was done on so many days.
    AfterDoneDays(u16),
    /// When the person agrees.
    WhenAgreed,
    /// When the team has given its OK, and not before the day.
    WithClearance {
        /// The OK.
        clearance: ClearanceId,
        /// The first day on which it may begin.
        from: Option<DayRef>,
    },
}

impl StageBegins {
    /// The day before which it cannot begin, where there is one.
    #[must_use]
    pub fn first_day(&self, anchors: &Anchors) -> Option<Day> {
        match self {
            Self::On(day) => Some(day.resolve(anchors)),
            Self::InWeek(week) => Stretch::Weeks { first: *week, last: None }.first_day(anchors),
            Self::WithClearance { from, .. } => from.map(|from| from.resolve(anchors)),
            Self::AfterDoneDays(_) | Self::WhenAgreed => None,
        }
    }
}

/// A dose that grows by itself: "then one minute more every second day, no more than 10".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Growth {
    /// What grows.
    pub key: Counted,
    /// By how much each time.
    pub by: u16,
    /// Every so many days, 1 to 60.
    pub every_days: u16,
    /// Where it stops.
    pub at_most: u16,
    /// The day of the first step up.
    pub from: DayRef,
}

/// A number of a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a field of `Dose`")]
pub enum Counted {
    Sets,
    Repetitions,
    HoldSeconds,
    Seconds,
    Minutes,
    Breaths,
    WalkingSteps,
    Metres,
}

impl DayPattern {
    /// Whether `day` is one of the days, for patterns that the calendar alone decides; `None` for those that
    /// depend on what was done.
    #[must_use]
    pub fn include(&self, day: Day) -> Option<bool> {
        match self {
            Self::EveryDay => Some(true),
            Self::Weekdays(weekdays) => Some(weekdays.contains(&day.weekday())),
            Self::EveryNDays { n, from } => {
                let since = day.days_after(*from);
                Some(since >= 0 && since % i32::from((*n).max(1)) == 0)
            }
            Self::TimesAWeek { .. } | Self::Turn { .. } => None,
        }
    }
}
