//! What days ask for.

use backwise_core::person::Answers;
use backwise_core::record::{EvidenceKind, Opened};
use backwise_core::reminder::ReminderKey;
use backwise_core::report::{self, Report};
use backwise_core::schedule::{self, Agenda, AgendaRound, LONGEST_GAP};
use backwise_core::time::{Day, week_after_surgery};
use backwise_core::topics;
use rusqlite::Connection;

use super::{Journal, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::{person, seen};
use crate::views::{Today, TopicsOfWeek};

/// The longest stretch of a report: a hundred years, so that a slip of the finger does not keep
/// anybody waiting.
const LONGEST_REPORT: i32 = 36_525;

impl Journal {
    /// Writes down that the app was opened, and that the rounds were seen whose windows are open now.
    ///
    /// The rounds are written down as they are at this moment: were they worked out later from the
    /// time of the opening, a journey to another zone would change what past days say.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn app_opened(&mut self) -> Result<()> {
        self.transact(Op::AppOpened, |connection, journal, moment| {
            let day = journal.present_day(connection, moment)?;
            seen::append_opened(connection, Opened { day, at: moment.now })?;
            let Some(agenda) = journal.agenda_of_today(connection, moment)? else { return Ok(()) };
            let is_open = |round: &&AgendaRound| (round.starts..round.ends).contains(&moment.now);
            for round in agenda.rounds.iter().filter(is_open) {
                let (plan, round) = (agenda.plan.clone(), round.round.clone());
                let key = ReminderKey { plan, round, day: agenda.day };
                seen::append_evidence(connection, &key, EvidenceKind::AppOpen, moment.now)?;
            }
            Ok(())
        })
    }

    /// What the person sees first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn today(&self) -> Result<Today> {
        self.read(|connection, moment| {
            let day = self.present_day(connection, moment)?;
            let yesterday = day.plus(-1);
            let facts = self.facts(connection, moment, yesterday, day)?;
            let agenda = schedule::agenda(&facts.situation(), day);
            // Older facts are read only when yesterday asks for it: most days do not.
            let before = schedule::agenda(&facts.situation(), yesterday);
            let gap = if before.is_some_and(|before| before.is_silent()) {
                let older = self.facts(connection, moment, day.plus(-LONGEST_GAP), day)?;
                schedule::gap(&older.situation())
            } else {
                None
            };
            Ok(Today {
                now: moment.now,
                local: moment.zone.local(moment.now).format("%Y-%m-%dT%H:%M").to_string(),
                zone: moment.zone.name().to_owned(),
                next: agenda.as_ref().and_then(|agenda| agenda.next_round(moment.now)),
                date: facts.situation().date(),
                travelled: schedule::travelled(&facts.situation()),
                not_today: schedule::not_today(&facts.situation()),
                to_ask: schedule::to_ask(&facts.situation(), day),
                gap,
                signs: Self::signs_today(
                    &facts.signs,
                    &facts.situation(),
                    day,
                    after_surgery(connection, agenda.as_ref(), day)?,
                ),
                pain: agenda.as_ref().map_or_else(Vec::new, |agenda| {
                    schedule::pain_asked(&facts.situation(), agenda)
                }),
                not_rated: agenda.as_ref().map_or_else(Vec::new, |agenda| {
                    schedule::not_rated(&facts.situation(), agenda)
                }),
                agenda,
                draft: self.draft_in_brief(connection),
                entered_by: self.by(connection, moment)?,
            })
        })
    }

    /// The topics that fit the present week after surgery; `None` while nobody has said when the operation
    /// was.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn topics_of_the_week(&self) -> Result<Option<TopicsOfWeek>> {
        self.read(|connection, moment| {
            let agenda = self.agenda_of_today(connection, moment)?;
            let today = self.present_day(connection, moment)?;
            let after = after_surgery(connection, agenda.as_ref(), today)?;
            let week = after.map(week_after_surgery);
            Ok(week.map(|week| TopicsOfWeek {
                week,
                topics: topics::fitting(topics::embedded(), week),
            }))
        })
    }

    /// Any day of the plan; `None` without a plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn agenda(&self, day: Day) -> Result<Option<Agenda>> {
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, day, day)?;
            Ok(schedule::agenda(&facts.situation(), day))
        })
    }

    /// The same for whoever looks back on the day: what was left to choose stands in it also after its time, since it may have
    /// been done in it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn agenda_looking_back(&self, day: Day) -> Result<Option<Agenda>> {
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, day, day)?;
            Ok(schedule::agenda(&facts.situation().looking_back(), day))
        })
    }

    /// The numbers from `from` through `through`; `None` without a plan.
    ///
    /// # Errors
    /// When `through` lies before `from` or a hundred years after it, or the file cannot be read.
    pub fn report(&self, from: Day, through: Day) -> Result<Option<Report>> {
        if !(0..=LONGEST_REPORT).contains(&through.days_after(from)) {
            return Err(StoreError::OutOfRange {
                what: "the last day",
                range: "on or after the first, and within a hundred years of it",
            });
        }
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, from, through)?;
            let has_plan = !facts.revisions.is_empty();
            Ok(has_plan.then(|| report::figures(&facts.situation(), from, through)))
        })
    }
}

/// How many days after surgery `day` lies: as the plan says, else as the person did; `None` while neither has.
fn after_surgery(
    connection: &Connection,
    agenda: Option<&Agenda>,
    day: Day,
) -> Result<Option<i32>> {
    if let Some(agenda) = agenda {
        return Ok(Some(agenda.after_surgery));
    }
    let said = Answers::of(&person::facts(connection)?).operation;
    Ok(said.map(|operation| day.days_after(operation.value)))
}
