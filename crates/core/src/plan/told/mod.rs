//! What a plan says, part by part, as messages with arguments.
//!
//! Screens, paper and the command line make sentences of them, in the person's language, from the message
//! `told-<code>`. So what a rule means is put into parts in one place, and into words in none.

mod line;
mod rules;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use line::{LineTold, StageTold, told_dose, told_frequency, told_line};
pub use rules::{RuleTold, told_rules};

pub(super) use line::{dose, exercise, frequency, side, span, stages, waits, words};
pub(super) use rules::{
    appointment, bad_day, clearance, contact, day_off, day_type, missed_dose, note, pain, phase,
    precaution, programme, re_entry, round,
};

use crate::time::{Day, WallTime, Weekday};

/// One thing that a plan says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Told {
    /// What it says: the message `told-<code>`.
    pub code: ToldCode,
    /// The arguments of the message, by name.
    pub args: BTreeMap<String, ToldArg>,
}

/// An argument of a message. Whoever makes the sentence writes days, times and numbers as the language does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ToldArg {
    /// Words of the sheet, or a word of the file to choose by.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
    /// Days.
    Days(Vec<Day>),
    /// A time of day.
    Time(WallTime),
    /// Weekdays.
    Weekdays(#[ts(type = "Array<string>")] Vec<Weekday>),
}

/// Lists the codes once, for the type and for tests that look for their messages.
macro_rules! codes {
    ($($code:ident $args:literal),+ $(,)?) => {
        /// What is said. Each has a message `told-<code>` in every language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "kebab-case")]
        pub enum ToldCode {
            $(
                #[doc = concat!("Arguments: ", $args, ".")]
                $code
            ),+
        }

        impl ToldCode {
            /// Every code with the names of the arguments that its message may use.
            pub const ALL: &[(Self, &str)] = &[$((Self::$code, $args)),+];
        }
    };
}

codes! {
    // How much
    SetsOf "sets, repetitions", Sets "n", Repetitions "n", Hold "n", Seconds "n", Rest "n",
    Minutes "n", Breaths "n", WalkingSteps "n", Metres "n", Load "text", LoadKg "n",
    LoadMost "text", LoadMostKg "n", Range "text", UpTo "what, n", NotGiven "what",
    SideEach "", SideLeft "", SideRight "", SideBoth "",
    // When and how often
    EveryDay "", OnWeekdays "days", EveryNDays "n, day", TimesAWeek "n", NotTwoDaysRunning "",
    Turn "title, turn", InRounds "titles", TimesADay "n", TimesADayUpTo "n, most", Gap "n",
    EveryHours "n", Between "from, until", WhileAwake "", AsNeeded "text", AtMostADay "n",
    AskFirst "text", Technique "",
    // From when until when
    InPhase "title", FromDay "day", FromCounted "day, n, what", LastDay "day",
    LastDayCounted "day, n, what", Weeks "first, last, from, until", FromWeek "n, day",
    // What waits, and what changes
    SwitchedOff "", WaitsFor "text", AfterDoneDays "n", WhenAgreed "", WrittenUpTo "day",
    Replaces "titles", Grows "what, by, n, most, day",
    // The exercise and the sheet
    Exercise "title, id", Flags "list", Pace "out, hold, back", NoPace "", Instruction "text",
    CalfQuestion "", Words "text", SheetNo "text", Source "text",
    // Rules
    At "time", Routine "text", LatestStart "time", LatestRing "time", OnDates "days",
    DayStart "time", Quiet "from, until", Awake "from, until", RoundAt "title, time",
    WithoutRounds "titles", FromWhom "text", AskOn "day", OnDay "day", Turns "text",
    AdvanceCalendar "day", AdvanceDone "", LimitKinds "list", LiftKg "n", SitMinutes "n",
    UpMinutes "n", UntilDay "day", UntilAppointment "title, day", UntilOk "text", UntilTold "",
    AskPain "what", PainOver "place, when, n", PainAtLeast "place, when, n", PainSpreading "when",
    PainWorse "place, n",
    GoOn "", Stop "", PartOfDose "n, rounding", OtherDose "", NextTime "", ForBouts "n",
    UntilSaid "", OnlyFor "titles", Ring "text", Minimum "title, n", Except "titles", OffSkip "", OffShift "",
    ForDays "n", About "what", Number "text", Hours "text", WhatFor "text",
    // The head
    Plain "text", Fusion "what", WeeksCounted "what", WeekStarts "days", GapDays "n",
}

/// A message without arguments.
fn told(code: ToldCode) -> Told {
    Told { code, args: BTreeMap::new() }
}

impl Told {
    fn with(mut self, name: &str, arg: ToldArg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    fn text(self, name: &str, text: impl Into<String>) -> Self {
        self.with(name, ToldArg::Text(text.into()))
    }

    fn number(self, name: &str, number: impl Into<f64>) -> Self {
        self.with(name, ToldArg::Number(number.into()))
    }

    fn day(self, name: &str, day: Day) -> Self {
        self.with(name, ToldArg::Day(day))
    }

    fn time(self, name: &str, time: WallTime) -> Self {
        self.with(name, ToldArg::Time(time))
    }
}

/// A message about a number.
fn counted(code: ToldCode, number: impl Into<f64>) -> Told {
    told(code).number("n", number)
}

/// A message about words of the sheet.
fn said(code: ToldCode, text: impl Into<String>) -> Told {
    told(code).text("text", text)
}

/// A movement of both sides, where it has to be said.
pub(super) fn both() -> Told {
    told(ToldCode::SideBoth)
}

/// A message about the head of a sheet.
pub(super) fn plain(text: &str) -> Told {
    said(ToldCode::Plain, text)
}

/// A day of the head.
pub(super) fn on_day(day: Day) -> Told {
    told(ToldCode::OnDay).day("day", day)
}

/// A choice of the head.
pub(super) fn choice(code: ToldCode, word: &str) -> Told {
    told(code).text("what", word)
}

/// A number of the head.
pub(super) fn number(code: ToldCode, number: u16) -> Told {
    counted(code, number)
}

/// The first weekday of a week.
pub(super) fn week_starts(weekday: Weekday) -> Told {
    told(ToldCode::WeekStarts).with("days", ToldArg::Weekdays(vec![weekday]))
}

/// The day's beginning, quiet hours and hours awake.
pub(super) fn hours(
    start: Option<WallTime>,
    quiet: Option<crate::time::QuietHours>,
    awake: Option<super::AwakeHours>,
) -> Vec<Told> {
    let start = start.map(|start| told(ToldCode::DayStart).time("time", start));
    let quiet = quiet.map(|q| told(ToldCode::Quiet).time("from", q.from).time("until", q.until));
    let awake = awake.map(|a| told(ToldCode::Awake).time("from", a.from).time("until", a.until));
    [start, quiet, awake].into_iter().flatten().collect()
}
