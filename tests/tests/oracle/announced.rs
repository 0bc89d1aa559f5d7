//! The steps that are announced: from the evening before, on their day, and to somebody who did not see them come.

use std::collections::BTreeMap;

use backwise_core::schedule::Agenda;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::lines::Walker;
use super::sheet::{number, plus, says, text};

/// No step is told that came so many days ago.
const LONGEST: i64 = 28;

/// From when on a step of the next day is told, in minutes after midnight.
const EVENING: i64 = 17 * 60;

/// The steps that are told, by line and the day on which they came or come: the number of the first at which the person may
/// stay, and the dose that they make of one that grows.
pub(super) type Announced = BTreeMap<(String, NaiveDate), (i64, Option<i64>)>;

impl Walker<'_> {
    /// What the present day tells at `now`.
    pub(super) fn announced(&self, now: Second) -> Announced {
        let (today, mut told) = (self.today, Announced::new());
        if self.is_put_off(today) || !self.sheet.is_running(today) {
            return told;
        }
        let stopped = self.stopped_now(now);
        let is_stopped = |line: &Table| stopped.keys().any(|(of, _)| of == Self::id(line));
        let tomorrow = plus(today, 1);
        let is_evening = self.sheet.moment(today, EVENING).at <= now;
        let entered = self.facts.said.iter().map(|said| said.day).filter(|day| *day < today).max();
        let unseen = entered.map_or(NaiveDate::MIN, |day| plus(day, 1)).max(plus(today, -LONGEST));
        for line in self.sheet.lines().into_iter().filter(|line| !is_stopped(line)) {
            // One that nobody saw come is told as long as the line is there; of several the first.
            if self.is_there(line, today) {
                let mut days = unseen.iter_days().take_while(|day| *day <= today);
                let came = days.find_map(|day| Some((day, self.step_that_comes(line, day)?)));
                if let Some((day, nth)) = came {
                    told.insert((Self::id(line).to_owned(), day), (nth, self.grown(line, today)));
                }
            }
            if let Some(nth) = self.step_that_comes(line, tomorrow).filter(|_| is_evening) {
                let grown = self.grown(line, tomorrow);
                told.insert((Self::id(line).to_owned(), tomorrow), (nth, grown));
            }
        }
        told
    }

    /// Whether the line is on, in its days, and nothing keeps it back.
    fn is_there(&self, line: &Table, day: NaiveDate) -> bool {
        !says(line, "off")
            && self.sheet.is_running(day)
            && self.is_in_its_days(line, day)
            && !self.does_not_climb(line, day)
            && !self.rests(line, day)
    }

    /// The step of the line that comes by itself on `day`, where the person has said nothing of it.
    fn step_that_comes(&self, line: &Table, day: NaiveDate) -> Option<i64> {
        let before = plus(day, -1);
        // What was so on its first day is no step.
        let was_there = self.sheet.is_running(before) && self.is_in_its_days(line, before);
        if !self.is_there(line, day) || !was_there {
            return None;
        }
        let (was, nth) = (self.step_on(line, before), self.step_on(line, day));
        let known_by = day.max(self.today);
        let is_said = self.facts.word_of_step(Self::id(line), nth, known_by).is_some();
        // What has come may have been taken away since.
        (nth > was && nth <= self.step_on(line, known_by) && !is_said).then_some(nth)
    }

    /// The number of the last step that was taken by `day`.
    fn step_on(&self, line: &Table, day: NaiveDate) -> i64 {
        if let Some(growth) = line.get("growth").and_then(Value::as_table) {
            return self.steps_up(line, growth, day).0;
        }
        let Some(present) = self.stage(line, day) else { return 0 };
        let stages = line["stage"].as_array().unwrap().iter().filter_map(Value::as_table);
        (1..).zip(stages).find(|(_, stage)| std::ptr::eq(*stage, present)).unwrap().0
    }

    /// The dose that a growth has come to by `day`.
    fn grown(&self, line: &Table, day: NaiveDate) -> Option<i64> {
        let growth = line.get("growth")?.as_table()?;
        number(&self.on_day(line, day), text(growth, "key")?)
    }
}

pub(super) fn our_announced(agenda: &Agenda) -> Announced {
    let steps = agenda.next_steps.iter().map(|step| {
        let grown = step.grown.as_ref().map(|grown| grown.dose.repetitions.unwrap().into());
        ((step.line.to_string(), step.begins.0), (step.stage.into(), grown))
    });
    let announced: Announced = steps.collect();
    assert_eq!(announced.len(), agenda.next_steps.len(), "a step is told twice");
    announced
}
