//! What was said and done, in words of the oracle's own.

use chrono::NaiveDate;

use super::clock::Second;

/// What became of a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    Done,
    Partly,
    Skipped,
    NotDone,
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

/// All that happened.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) said: Vec<Said>,
    /// The answers of the team: what was asked for, the day, whether it is a yes. In the order of days.
    pub(super) answers: Vec<(String, NaiveDate, bool)>,
    /// Pauses, one after the other.
    pub(super) pauses: Vec<Pause>,
    /// Days on which the person went on.
    pub(super) resumed: Vec<NaiveDate>,
    pub(super) bad_days: Vec<NaiveDate>,
    /// Stages that were agreed to: line, number from 1, first day.
    pub(super) agreed: Vec<(String, i64, NaiveDate)>,
}

impl Facts {
    /// A line for each, for whoever reads a difference.
    pub(super) fn in_words(&self) -> String {
        let said = self.said.iter().map(|said| format!("{said:?}\n")).collect::<String>();
        let Self { answers, pauses, resumed, bad_days, agreed, .. } = self;
        format!("{said}{answers:?}\n{pauses:?}\n{resumed:?}\n{bad_days:?}\n{agreed:?}\n")
    }

    pub(super) fn said(&self, line: &str, day: NaiveDate, place: &str) -> Option<&Said> {
        self.said.iter().find(|said| said.line == line && said.day == day && said.place == place)
    }

    /// Whether something of the line was done on `day`.
    pub(super) fn was_done(&self, line: &str, day: NaiveDate) -> bool {
        self.said.iter().any(|said| said.line == line && said.day == day && said.told.is_work())
    }

    /// Whether the last answer by `day` was a yes.
    pub(super) fn is_cleared(&self, clearance: &str, day: NaiveDate) -> bool {
        let mut answers = self.answers.iter().rev();
        answers.find(|(id, on, _)| id == clearance && *on <= day).is_some_and(|(.., yes)| *yes)
    }

    /// A pause lasts until the person goes on. One that was over when it was entered ends by itself.
    pub(super) fn is_paused(&self, day: NaiveDate) -> bool {
        self.pauses.iter().any(|pause| {
            let was_over = pause.through.is_some_and(|last| last < pause.entered && last < day);
            let went_on = self.resumed.iter().any(|on| (pause.from..=day).contains(on));
            pause.from <= day && !was_over && !went_on
        })
    }
}

impl Told {
    /// Whether something was done.
    pub(super) fn is_work(self) -> bool {
        matches!(self, Self::Done | Self::Partly)
    }
}
