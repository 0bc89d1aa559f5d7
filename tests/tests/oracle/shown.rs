//! What a day shows beside its bouts: lines that nobody is asked for, and what the person may want.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use toml::{Table, Value};

use super::lines::Walker;
use super::sheet::{number, says, text};

/// Why a line is shown and not asked for, with the line, and how often.
pub(super) type InWords = BTreeMap<(String, Why), usize>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Technique,
    WaitsForOk,
    Limit,
    StageWaits,
}

impl Walker<'_> {
    /// What `day` shows in the sheet's words.
    pub(super) fn in_words(&self, day: NaiveDate) -> InWords {
        let mut shown = InWords::new();
        if self.is_put_off(day) {
            return shown;
        }
        let mut show = |line: &Table, why| {
            *shown.entry((Self::id(line).to_owned(), why)).or_insert(0) += 1;
        };
        for line in self.sheet.lines() {
            if says(line, "off") || !self.sheet.is_running(day) {
                continue;
            }
            let on_day = self.on_day(line, day);
            if self.phase_is_awaited(line, day) {
                show(line, Why::WaitsForOk);
            } else if !self.is_in_its_days(line, day) || self.rests(line, day) {
                continue;
            } else if !self.is_cleared(line, day) {
                show(line, Why::WaitsForOk);
            } else if self.is_locked(line, day) {
                show(line, Why::Limit);
            } else if says(&on_day, "technique") {
                show(line, Why::Technique);
            } else if self.asks(line, day).is_none() && !on_day.contains_key("as_needed") {
                continue;
            }
            for _ in 0..self.steps_that_wait(line, day) {
                show(line, Why::StageWaits);
            }
        }
        shown
    }

    /// Whether the day of the line's phase has come, and its OK has not.
    fn phase_is_awaited(&self, line: &Table, day: NaiveDate) -> bool {
        let Some(of_line) = text(line, "phase") else { return false };
        let phases = self.sheet.all("phase");
        let phase = phases.into_iter().find(|phase| Self::id(phase) == of_line).unwrap();
        let has_come = self.sheet.day(phase, "from").unwrap() <= day;
        has_come && !self.is_cleared(phase, day) && self.sheet.holds(line, day)
    }

    /// How many steps after the present one wait for somebody's word.
    fn steps_that_wait(&self, line: &Table, day: NaiveDate) -> usize {
        if let Some(growth) = line.get("growth").and_then(Value::as_table) {
            return usize::from(self.steps_up(line, growth, day).1);
        }
        let stages = line.get("stage").and_then(Value::as_array).into_iter().flatten();
        let stages: Vec<&Table> = stages.filter_map(Value::as_table).collect();
        let present = self.stage(line, day);
        let present =
            present.and_then(|now| stages.iter().position(|stage| std::ptr::eq(*stage, now)));
        let later = (1..).zip(stages).skip(present.map_or(0, |now| now + 1));
        later.filter(|(nth, stage)| self.waits(line, *nth, stage, day)).count()
    }

    /// Whether a stage that does not hold waits for more than its day: for the team's OK, the person's word or
    /// days that are to be done.
    fn waits(&self, line: &Table, nth: i64, stage: &Table, day: NaiveDate) -> bool {
        let done = self.facts.days_done(Self::id(line));
        let done = done.into_iter().filter(|past| *past <= day).count();
        let lacks_days = number(stage, "after_done_days")
            .is_some_and(|days| i64::try_from(done).unwrap() < days);
        let has_come = self.begins(line, stage, day).is_some_and(|first| first <= day);
        let was_left = has_come
            && !self.has_begun(line, nth, stage, day, &|of, on| self.does_not_climb(of, on));
        !self.is_cleared(stage, day) || says(stage, "when_agreed") || lacks_days || was_left
    }

    /// The line as it stands on `day`, or would without a limit.
    pub(super) fn standing_or_locked(&self, line: &Table, day: NaiveDate) -> Option<Rc<Table>> {
        let is_its = !says(line, "off")
            && self.sheet.is_running(day)
            && self.is_in_its_days(line, day)
            && self.is_cleared(line, day);
        (is_its && !self.rests(line, day)).then(|| self.on_day(line, day))
    }
}
