//! What the words of a line say, in parts that can be taken into it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Asked;
use crate::ids::ExerciseId;
use crate::plan::{Bouts, Counted, DayPattern, Kilograms, NotGiven, Side};
use crate::time::{Day, WallTime, Weekday};

/// A part of a line, as words can give it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LinePart {
    /// The exercise.
    Exercise(ExerciseId),
    /// A number of the dose.
    Number {
        /// Which.
        key: Counted,
        /// The number.
        number: u16,
    },
    /// How far above its number the person may go.
    UpTo {
        /// Of which number.
        key: Counted,
        /// The most.
        most: u16,
    },
    /// Seconds of rest.
    RestSeconds(u16),
    /// Weight, band or resistance in the sheet's words.
    Load(String),
    /// Weight.
    LoadKg(Kilograms),
    /// How far the movement goes, in the sheet's words.
    Range(String),
    /// The sheet leaves it open.
    NotGiven(NotGiven),
    /// On which side.
    Side(Side),
    /// On which days.
    Days(DayPattern),
    /// Every so many days; from which day is asked then.
    EveryDays(u16),
    /// Not on these weekdays.
    NotOn(#[ts(type = "Array<string>")] Vec<Weekday>),
    /// Nothing on the whole sheet on these weekdays: a rule beside the lines.
    DayOff {
        /// The words that say so.
        as_written: String,
        /// The weekdays.
        #[ts(type = "Array<string>")]
        weekdays: Vec<Weekday>,
    },
    /// At any time of the day, so often.
    TimesADay {
        /// So many times are asked for.
        times: u8,
        /// So many are allowed; not below `times`.
        most: u8,
    },
    /// Minutes from the end of one bout to the start of the next.
    GapMinutes(u16),
    /// Every so many hours; between which hours is asked where they are not given.
    EveryHours {
        /// Hours from one to the next.
        hours: u8,
        /// The first and the last time of day.
        between: Option<(WallTime, WallTime)>,
    },
    /// In these rounds, by their titles; one that is not there is made, and its time is asked.
    Rounds(Vec<String>),
    /// When the person needs it.
    AsNeeded {
        /// When, in the sheet's words.
        when: String,
        /// The most on one day.
        most_a_day: Option<u8>,
    },
    /// A number of the dose grows by itself. What of it is not said is asked then: from which day, and up to
    /// how much.
    Growth {
        /// Which number.
        key: Counted,
        /// By how much each time.
        by: u16,
        /// Every so many days.
        every_days: u16,
        /// Up to how much; `None` where the words do not say it.
        most: Option<u16>,
    },
    /// Up to which day.
    LastDay {
        /// The last day that counts.
        last: Day,
        /// The day after it: the first that no longer counts.
        until: Day,
    },
    /// A way of moving: every time, never counted.
    Technique,
}

/// What a person says of when and how often something is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Often {
    /// On set days; on which, and how often on them, is asked.
    Due,
    /// When the person needs it.
    AsNeeded,
    /// A way of moving: every time, never counted.
    Technique,
    /// Of a stage: otherwise than its line. It begins with the days of the line; how often is asked.
    Differs,
    /// Of a stage: as its line.
    AsLine,
    /// On these days.
    Days(DayPattern),
    /// So often on such a day.
    Bouts(Bouts),
}

/// What the words of a line say, as far as a program can tell. Nothing of it is taken by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineSuggested {
    /// The number on the sheet, where the words begin with one: "3." or "3)".
    pub sheet_no: Option<String>,
    /// The words that name the exercise; empty where none are left.
    pub name: String,
    /// The exercises that the name may mean, the likeliest first.
    pub exercises: Vec<ExerciseId>,
    /// What the words plainly say.
    pub suggestions: Vec<Suggestion>,
    /// Where the words can be read in more than one way, or say only a part.
    pub questions: Vec<LineQuestion>,
    /// Words that say something else, such as "Half height for the first week": to be looked at by a person.
    pub not_understood: Vec<Words>,
}

/// Something that words plainly say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Suggestion {
    /// The words it came from.
    pub words: Words,
    /// What they say.
    pub part: LinePart,
}

/// Words that can be read in more than one way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LineQuestion {
    /// The words.
    pub words: Words,
    /// What is asked.
    pub asked: Asked,
    /// The ways to read them, each with all its parts; another answer is always possible.
    pub readings: Vec<Vec<LinePart>>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The character with which they begin, counted from 0 as JavaScript counts (in UTF-16).
    pub from: u32,
    /// The first character after them.
    pub until: u32,
}
