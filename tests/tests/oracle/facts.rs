//! What was said and done, in words of the oracle's own.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::clock::Second;
use super::put_off::Operation;
use super::words::{AboutStop, Answer, Word};

/// What became of a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    Done,
    Partly,
    /// Some of it was done, and it is under way.
    Begun,
    Skipped,
    NotDone,
    /// Some of it was done, and then it was left because it hurt.
    LeftForPain,
    /// It was not begun because it hurt.
    SkippedForPain,
}

/// What the person said of a bout: at most once of each.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) line: String,
    /// The round, or the number of the bout.
    pub(super) place: String,
    pub(super) day: NaiveDate,
    pub(super) told: Told,
    pub(super) at: Second,
    /// Whether it was said on the day itself, so that its time is known.
    pub(super) live: bool,
}

/// Days on which the person did not exercise.
#[derive(Debug, Clone)]
pub(super) struct Pause {
    pub(super) from: NaiveDate,
    /// Its last day; `None` while it is open.
    pub(super) through: Option<NaiveDate>,
    /// The day on which it was entered.
    pub(super) entered: NaiveDate,
}

/// A word about a stage, or a step up of a dose that grows.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) line: String,
    /// Its number, from 1.
    pub(super) nth: i64,
    /// Whether they go to it, or stay as they are.
    pub(super) word: Word<bool>,
}

/// Where it hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Back,
    Leg,
    Elsewhere,
    NotSaid,
}

/// When pain was looked at, as the sheet names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Before,
    During,
    After,
    NextMorning,
}

/// What may stop a line, or all of them.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Hurts(Pain),
    /// The question about the calf, which comes before some lines, was answered with yes.
    Calf,
    /// Something is newly numb or weak.
    Numb,
    Faint,
    /// A second exercise was stopped on the day.
    SecondStop,
}

/// Something that may stop a line or all of them.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    /// The line, and the place of the bout in which it came. Without a line it is of the whole day.
    pub(super) line: Option<String>,
    pub(super) place: Option<String>,
    pub(super) day: NaiveDate,
    pub(super) at: Second,
    pub(super) what: What,
    /// What the team said of it, in the order in which they began to.
    pub(super) words: Vec<AboutStop>,
}

impl Trouble {
    /// What the team had said of it by `at`, and since when: of several words that which was begun last.
    pub(super) fn word_at(&self, at: Second) -> Option<(Second, Option<NaiveDate>)> {
        self.words.iter().rev().find_map(|word| word.at(at))
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Pain {
    pub(super) spot: Spot,
    pub(super) score: Option<i64>,
    pub(super) moment: Moment,
    pub(super) spreading: bool,
    /// The score of a usual morning.
    pub(super) usual: Option<i64>,
}

/// A yes to the warning signs.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    pub(super) at: Second,
    /// When it was said to be a mistaken tap.
    pub(super) mistaken: Option<Second>,
}

/// All that happened.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) said: Vec<Said>,
    /// The answers of the team, in the order in which they were first said.
    pub(super) answers: Vec<Answer>,
    /// Pauses; they may overlap.
    pub(super) pauses: Vec<Pause>,
    /// Days on which the person went on.
    pub(super) resumed: Vec<NaiveDate>,
    pub(super) bad_days: Vec<NaiveDate>,
    /// What the person said of steps, in the order of entry.
    pub(super) steps: Vec<Step>,
    /// In the order in which it came.
    pub(super) troubles: Vec<Trouble>,
    pub(super) signs: Vec<Sign>,
    /// When somebody's word after a warning sign was recorded.
    pub(super) goes_on: Vec<Second>,
    /// In the order in which it was said.
    pub(super) operations: Vec<Operation>,
    /// Limits that somebody said are over, by their words.
    pub(super) limits_over: Vec<(String, Word<()>)>,
}

impl Facts {
    /// A line for each, for whoever reads a difference.
    pub(super) fn in_words(&self) -> String {
        let said = self.said.iter().map(|said| format!("{said:?}\n")).collect::<String>();
        let Self { answers, pauses, resumed, bad_days, steps, signs, goes_on, .. } = self;
        let troubles = self.troubles.iter().map(|one| format!("{one:?}\n")).collect::<String>();
        let (limits, operations) = (&self.limits_over, &self.operations);
        format!(
            "{said}{answers:?}\n{pauses:?}\n{resumed:?}\n{bad_days:?}\n{steps:?}\n{troubles}{signs:?} \
             {goes_on:?}\n{limits:?}\n{operations:?}\n"
        )
    }

    pub(super) fn said(&self, line: &str, day: NaiveDate, place: &str) -> Option<&Said> {
        self.said.iter().find(|said| said.line == line && said.day == day && said.place == place)
    }

    /// Whether something of the line was done on `day`.
    pub(super) fn was_done(&self, line: &str, day: NaiveDate) -> bool {
        self.said.iter().any(|said| said.line == line && said.day == day && said.told.is_work())
    }

    /// The first of the days on which the answer was yes, and none but yes since.
    pub(super) fn cleared_since(&self, clearance: &str, day: NaiveDate) -> Option<NaiveDate> {
        let of_it = || self.answers.iter().filter(|(id, _)| id == clearance).map(|(_, word)| word);
        let days: BTreeSet<_> = of_it().flat_map(Word::days).filter(|from| *from <= day).collect();
        let mut since = None;
        for on in days {
            // A later word of theirs stands above an earlier one, however late that is put right.
            let is_yes = of_it().filter_map(|word| word.on(on)).next_back();
            since = if is_yes == Some(true) { since.or(Some(on)) } else { None };
        }
        since
    }

    /// The days on which something of the line was done, each once.
    pub(super) fn days_done(&self, line: &str) -> BTreeSet<NaiveDate> {
        let done = self.said.iter().filter(|said| said.line == line && said.told.is_work());
        done.map(|said| said.day).collect()
    }

    /// A pause lasts until the person goes on, having said it. One that was over when it was entered ends by itself.
    pub(super) fn is_paused(&self, day: NaiveDate) -> bool {
        self.lies_in_pause(day, Second::MAX)
    }

    /// Whether they pause on `day`, or had not gone on yet when a window of it ended that is over `now`.
    pub(super) fn was_paused_until(&self, day: NaiveDate, ends: Second, now: Second) -> bool {
        self.is_paused(day) || ends <= now && self.lies_in_pause(day, ends)
    }

    /// Whether `day` lies in a pause by all that was said before a moment of it.
    fn lies_in_pause(&self, day: NaiveDate, at: Second) -> bool {
        let is_said = |on: NaiveDate| said_at(on) < at;
        self.pauses.iter().filter(|pause| is_said(pause.entered)).any(|pause| {
            let was_over = pause.through.is_some_and(|last| last < pause.entered && last < day);
            let mut words = self.resumed.iter().filter(|on| **on >= pause.entered && is_said(**on));
            let went_on = words.any(|on| (pause.from..=day).contains(on));
            pause.from <= day && !was_over && !went_on
        })
    }
}

/// When such a word is entered on `day`: that somebody pauses, or goes on.
pub(super) fn said_at(day: NaiveDate) -> Second {
    day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp()
}

impl Told {
    /// Whether something was done.
    pub(super) fn is_work(self) -> bool {
        matches!(self, Self::Done | Self::Partly | Self::Begun | Self::LeftForPain)
    }

    /// Whether the exercise was stopped by hand.
    pub(super) fn is_for_pain(self) -> bool {
        matches!(self, Self::LeftForPain | Self::SkippedForPain)
    }
}
