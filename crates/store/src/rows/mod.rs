//! Rows to values and back. No rule lives here.

pub(crate) mod drafts;
pub(crate) mod example_ticks;
pub(crate) mod measures;
mod pain_facts;
pub(crate) mod paper_week;
pub(crate) mod person;
pub(crate) mod plan_facts;
pub(crate) mod plans;
pub(crate) mod records;
pub(crate) mod reminders;
mod rule_facts;
pub(crate) mod seen;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod signs;
pub(crate) mod under_way;
pub(crate) mod zones;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::fmt::Display;

use backwise_core::ids::{LineId, PlanId, RoundId};
use backwise_core::plan::Revision;
use backwise_core::time::{Day, Instant};
use rusqlite::types::{FromSql, Type};
use rusqlite::{Error, Row, RowIndex};

pub(crate) type Sql<T> = std::result::Result<T, Error>;

/// The words that a column uses for the values of a type.
pub(crate) type Words<T> = &'static [(&'static str, T)];

/// The word for `value`. Every table holds every value; a test goes through them all.
pub(crate) fn word<T: PartialEq>(words: Words<T>, value: &T) -> &'static str {
    words.iter().find(|(_, of)| of == value).map_or("", |(word, _)| *word)
}

/// An instant as the file keeps it.
pub(crate) fn millis(at: Instant) -> i64 {
    at.timestamp_millis()
}

/// Reads columns: by name or, where there are many rows, by place.
pub(crate) struct Columns<'a, 'row>(pub(crate) &'a Row<'row>);

impl Columns<'_, '_> {
    /// The value of a column, as SQLite has it.
    pub(crate) fn get<T: FromSql>(&self, column: impl RowIndex) -> Sql<T> {
        self.0.get(column)
    }

    /// The text of a column.
    pub(crate) fn text(&self, column: impl RowIndex + Display + Copy) -> Sql<&str> {
        self.0.get_ref(column)?.as_str().map_err(|_| strange(column, Type::Text))
    }

    /// The value whose word stands in a column.
    pub(crate) fn word<T: Clone>(
        &self,
        column: impl RowIndex + Display + Copy,
        words: Words<T>,
    ) -> Sql<T> {
        self.parsed(column, |text| find(words, text))
    }

    /// A day.
    pub(crate) fn day(&self, column: impl RowIndex + Display + Copy) -> Sql<Day> {
        self.parsed(column, day)
    }

    /// An instant.
    pub(crate) fn instant(&self, column: impl RowIndex + Display + Copy) -> Sql<Instant> {
        self.instant_if_any(column)?.ok_or_else(|| strange(column, Type::Null))
    }

    /// An instant, if there is one.
    pub(crate) fn instant_if_any(
        &self,
        column: impl RowIndex + Display + Copy,
    ) -> Sql<Option<Instant>> {
        let found: Option<i64> = self.get(column)?;
        let read =
            |at| Instant::from_timestamp_millis(at).ok_or_else(|| strange(column, Type::Integer));
        found.map(read).transpose()
    }

    /// What `read` makes of a column.
    pub(crate) fn parsed<T>(
        &self,
        column: impl RowIndex + Display + Copy,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Sql<T> {
        self.parsed_if_any(column, read)?.ok_or_else(|| strange(column, Type::Null))
    }

    /// What `read` makes of a column, if there is something in it.
    pub(crate) fn parsed_if_any<T>(
        &self,
        column: impl RowIndex + Display + Copy,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Sql<Option<T>> {
        let found = self.0.get_ref(column)?.as_str_or_null();
        let found = found.map_err(|_| strange(column, Type::Text))?;
        found.map(|text| read(text).ok_or_else(|| strange(column, Type::Text))).transpose()
    }
}

/// The names that were read. Rows repeat the same few of them: each is kept once, and shared by all.
#[derive(Default)]
pub(crate) struct Names {
    plans: BTreeSet<PlanId>,
    lines: BTreeSet<LineId>,
    rounds: BTreeSet<RoundId>,
}

impl Names {
    /// The names of `revisions`: what is read shares them with the plan that it is compared with, and two copies of one
    /// name are compared by where they lie.
    pub(crate) fn of<'a>(revisions: impl Iterator<Item = &'a Revision>) -> Self {
        let mut names = Self::default();
        for revision in revisions {
            names.plans.insert(revision.plan.clone());
            names.lines.extend(revision.lines.iter().map(|line| line.id.clone()));
            names.rounds.extend(revision.rounds.iter().map(|round| round.id.clone()));
        }
        names
    }

    /// The plan `text`; `None` where that is no name.
    pub(crate) fn plan(&mut self, text: &str) -> Option<PlanId> {
        shared(&mut self.plans, text, PlanId::new)
    }

    /// The line `text`; `None` where that is no name.
    pub(crate) fn line(&mut self, text: &str) -> Option<LineId> {
        shared(&mut self.lines, text, LineId::new)
    }

    /// The round `text`; `None` where that is no name.
    pub(crate) fn round(&mut self, text: &str) -> Option<RoundId> {
        shared(&mut self.rounds, text, RoundId::new)
    }
}

/// The name `text`: that of `known` where it is among them.
fn shared<T: Ord + Clone + Borrow<str>>(
    known: &mut BTreeSet<T>,
    text: &str,
    new: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    if let Some(name) = known.get(text) {
        return Some(name.clone());
    }
    let name = new(text)?;
    known.insert(name.clone());
    Some(name)
}

/// The day of a text as the schema keeps it, such as `2026-11-16`: its numbers by their places. Ten years have many,
/// and a reader of any date takes ten times as long.
fn day(text: &str) -> Option<Day> {
    if text.len() != 10 {
        return None;
    }
    let number = |from, until| text.get(from..until)?.parse::<u16>().ok();
    Day::new(number(0, 4)?.into(), number(5, 7)?.into(), number(8, 10)?.into())
}

fn find<T: Clone>(words: Words<T>, text: &str) -> Option<T> {
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| value.clone())
}

/// A value that the checks of the schema should have kept out.
fn strange(column: impl Display, kind: Type) -> Error {
    Error::FromSqlConversionFailure(0, kind, format!("unexpected value in {column}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        let first: Day = "1995-12-30".parse().unwrap();
        for written in first.through(first.plus(3000)) {
            assert_eq!(day(&written.to_string()), Some(written));
        }
        for text in
            ["", "2026-11-31", "2026-13-01", "2026-11-1", "2026-11-016", "zwei-11-01", "2026-1é-1"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    /// Every value is in its table once: the compiler does not see to that.
    fn check<T: PartialEq + Clone + std::fmt::Debug>(words: Words<T>, all: &[T]) {
        assert_eq!(words.len(), all.len());
        for value in all {
            assert_eq!(find(words, word(words, value)).as_ref(), Some(value));
        }
    }

    #[test]
    fn every_word_means_one_value() {
        use backwise_core::record::{
            BodySide, ClearanceAnswer, Entered, EnteredBy, EvidenceKind, PainMoment, PainPlace,
            SkipReason,
        };
        use backwise_core::reminder::ReminderState;
        use backwise_core::session::{Counting, SessionOrder};

        use crate::views::{Look, ScreenInRound, Volume};

        check(records::ENTERED, &[Entered::Live, Entered::Later]);
        check(records::ENTERED_BY, &[EnteredBy::Person, EnteredBy::Helper]);
        check(records::SIDES, &[BodySide::Both, BodySide::Left, BodySide::Right]);
        check(records::PAIN_PLACES, &[PainPlace::Back, PainPlace::Leg]);
        use PainMoment::{After, Before, During, NextMorning};
        check(rule_facts::MOMENTS, &[Before, During, After, NextMorning]);
        use backwise_core::record::Felt;
        check(pain_facts::FELT, &[Felt::Fine, Felt::Sore]);
        use backwise_core::record::HurtPlace::{Back, Elsewhere, Leg, NotSaid};
        check(rule_facts::PLACES, &[Back, Leg, Elsewhere, NotSaid]);
        check(rule_facts::QUESTIONS, &[backwise_core::safety::SafetyQuestion::Calf]);
        use SkipReason::{NoTime, NotSureHow, Other, Pain, Tired};
        check(records::REASONS, &[Pain, Tired, NoTime, NotSureHow, Other]);
        use EvidenceKind::{AppOpen, Shown, SilentBecauseDone, SwitchedOff, Undeliverable};
        let kinds = [Shown, SilentBecauseDone, SwitchedOff, Undeliverable, AppOpen];
        check(seen::EVIDENCE, &kinds);
        use ReminderState::{Claimed, Closed, Snoozed};
        check(reminders::STATES, &[Claimed, ReminderState::Shown, Snoozed, Closed]);
        use ClearanceAnswer::{No, NotYet, Yes};
        check(plan_facts::ANSWERS, &[Yes, NotYet, No]);
        use backwise_core::record::PauseWhy::{self, Away, Ill, Team};
        check(plan_facts::WHYS, &[Team, Ill, PauseWhy::Pain, Away, PauseWhy::Other]);
        use backwise_core::person::{DischargeSign, Floor, Step, TeamLimits};
        use backwise_core::plan::Fusion;
        check(person::FUSIONS, &[Fusion::Yes, Fusion::No, Fusion::Unknown]);
        check(person::FLOORS, &[Floor::Yes, Floor::No, Floor::NotTried]);
        check(person::LIMITS, &[TeamLimits::Given, TeamLimits::None, TeamLimits::NotTold]);
        let steps = [
            Step::Terms,
            Step::Operation,
            Step::Fusion,
            Step::Floor,
            Step::Discharge,
            Step::Limits,
            Step::Contacts,
            Step::Plan,
        ];
        check(person::STEPS, &steps);
        let signs = [
            DischargeSign::Saddle,
            DischargeSign::Bladder,
            DischargeSign::Bowel,
            DischargeSign::Sexual,
            DischargeSign::LegWeakness,
            DischargeSign::LegNumbness,
            DischargeSign::LegPain,
            DischargeSign::Wound,
            DischargeSign::Headache,
        ];
        check(person::SIGNS, &signs);
        check(measures::MEASURES, &backwise_core::measure::Measure::ALL);
        check(settings::LOOKS, &[Look::System, Look::Light, Look::Dark]);
        check(settings::VOLUMES, &[Volume::Off, Volume::Soft, Volume::Medium, Volume::Loud]);
        let screens = [ScreenInRound::AsDevice, ScreenInRound::On, ScreenInRound::Dimmed];
        check(settings::SCREENS, &screens);
        check(settings::ORDERS, &[SessionOrder::ByPosition, SessionOrder::AsWritten]);
        check(settings::COUNTINGS, &[Counting::ByPace, Counting::ByTap]);
    }
}
