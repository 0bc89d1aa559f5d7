//! Days that are over: finding them, and saying long afterwards what became of them.

use std::collections::BTreeMap;

use backwise_core::ids::{LineId, RecordId};
use backwise_core::record::{
    BoutKey, Entered, Entry, Fact, Outcome, PlanFact, Record, StandingBouts, history, settle,
};
use backwise_core::report::{self, ReportDays, pain_by_day, pain_scores};
use backwise_core::schedule::{self, Agenda, Gap, LONGEST_GAP, WeekGrid, place_of_another};
use backwise_core::time::Day;
use rusqlite::Connection;

use super::records::{
    check_note, check_outcome, last_of_chain, not_found, standing_bout, standing_work, taken_back,
    within,
};
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::{paper_week, plan_facts, records};
use crate::views::{GapAnswer, Kept, PastDays, Progress, Recorded, WeekEntry};

/// How many days are shown at once: twelve weeks.
const DAYS_AT_ONCE: i32 = 84;

/// The most entries that are kept together: more than any sheet of paper has boxes.
const MOST_ENTRIES: usize = 1000;

impl Journal {
    /// The days that are over, the latest first: twelve weeks up to yesterday or, if it is given, up to `through`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn past_days(&self, through: Option<Day>) -> Result<PastDays> {
        self.read(|connection, moment| {
            let yesterday = self.present_day(connection, moment)?.plus(-1);
            let through = through.map_or(yesterday, |day| day.min(yesterday));
            let first = self.first_day(connection)?;
            let Some(first) = first.filter(|first| *first <= through) else {
                return Ok(PastDays { days: Vec::new(), earlier: None });
            };
            let from = through.plus(1 - DAYS_AT_ONCE).max(first);
            let facts = self.facts(connection, moment, from, through)?;
            let days = report::days(&facts.situation(), from, through);
            Ok(PastDays { days, earlier: (first < from).then(|| from.plus(-1)) })
        })
    }

    /// The numbers of `days`, which ends today at the latest.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn progress(&self, days: ReportDays) -> Result<Progress> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let revisions = self.revisions(connection)?;
            let week_starts = schedule::week_starts(&revisions, today);
            let start = self.first_day(connection)?.unwrap_or(today);
            let (from, through) = days.span(today, week_starts, start);
            let facts = self.facts(connection, moment, from, through)?;
            let report =
                (!revisions.is_empty()).then(|| report::figures(&facts.situation(), from, through));
            let scores = pain_scores(&facts.standing, &facts.plan_facts, from, through);
            Ok(Progress { days, from, through, report, pain: pain_by_day(&scores) })
        })
    }

    /// The seven days from `first` as a sheet of paper has them; `None` without a plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn week(&self, first: Day) -> Result<Option<WeekGrid>> {
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, first, first.plus(6))?;
            Ok(schedule::week_grid(&facts.situation(), first))
        })
    }

    /// Every entry of `bout`, the first one first. What was corrected or taken back is among them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, bout: &BoutKey) -> Result<Vec<Entry>> {
        self.read(|connection, _| {
            Ok(history(&records::between(connection, bout.day, bout.day)?, bout))
        })
    }

    /// The boxes of a paper week that are ticked and not kept yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn ticks(&self) -> Result<Vec<WeekEntry>> {
        self.read(|connection, _| paper_week::get(connection))
    }

    /// Puts `ticks` in the place of those that were there. Nothing is recorded by it: they wait for
    /// [`Self::record_week`], which lets them go.
    ///
    /// # Errors
    /// More than a thousand of them, or when it cannot be written.
    pub fn keep_ticks(&mut self, ticks: &[WeekEntry]) -> Result<()> {
        within(ticks.len() <= MOST_ENTRIES, "entries", "at most 1000")?;
        self.transact(Op::KeepTicks, |connection, _, moment| {
            paper_week::put(connection, ticks, moment.now)
        })
    }

    /// Records what a sheet of paper says, all or nothing. What is recorded of a bout already stays, also when the
    /// same is kept twice. Each says that it was entered later: paper knows the day and not the hour. When they
    /// speak of days that the person was asked about, they have answered for them.
    ///
    /// # Errors
    /// A line or round that no plan here has, a day that has not come, more than a thousand entries, or when it
    /// cannot be written. Nothing is written then.
    pub fn record_week(&mut self, entries: &[WeekEntry]) -> Result<Kept> {
        within(entries.len() <= MOST_ENTRIES, "entries", "at most 1000")?;
        for entry in entries {
            check_outcome(&entry.outcome)?;
        }
        self.transact(Op::RecordWeek, |connection, journal, moment| {
            let gap = journal.gap(connection, moment)?;
            let is_of_gap = |entry: &WeekEntry| {
                gap.as_ref().is_some_and(|gap| (gap.from..=gap.through).contains(&entry.bout.day))
            };
            let mut kept = Kept::default();
            if entries.iter().any(is_of_gap) {
                kept.went_on = journal.goes_on(connection, moment)?;
            }
            for entry in entries {
                journal.check_bout(connection, &entry.bout)?;
            }
            journal.append_together(connection, moment, entries, &mut kept)?;
            paper_week::put(connection, &[], moment.now)?;
            Ok(kept)
        })
    }

    /// Records what the person says of the days from `from` through `through`, of which nothing was entered. With
    /// [`GapAnswer::Leave`] they stay without an entry. They are not asked about again.
    ///
    /// # Errors
    /// When these are not the days without an entry, or when it cannot be written.
    pub fn answer_gap(&mut self, from: Day, through: Day, answer: GapAnswer) -> Result<Kept> {
        self.transact(Op::AnswerGap, |connection, journal, moment| {
            let gap = journal.gap(connection, moment)?;
            let gap = gap.filter(|gap| (gap.from, gap.through) == (from, through));
            let gap =
                gap.ok_or_else(|| StoreError::NotFound { what: "gap", name: from.to_string() })?;
            let went_on = journal.goes_on(connection, moment)?;
            let mut kept = Kept { went_on, ..Kept::default() };
            let outcome = match answer {
                GapAnswer::All => Outcome::Done,
                GapAnswer::None => Outcome::SaidNotDone,
                GapAnswer::Leave => return Ok(kept),
            };
            let facts = journal.facts(connection, moment, gap.from, gap.through)?;
            let mut entries = Vec::new();
            for day in gap.days {
                let agenda = schedule::agenda(&facts.situation(), day);
                let asked = agenda.iter().flat_map(Agenda::asked_of_person);
                let bouts = asked.map(|item| item.bout.clone());
                entries.extend(bouts.map(|bout| WeekEntry { bout, outcome: outcome.clone() }));
            }
            journal.append_together(connection, moment, &entries, &mut kept)?;
            Ok(kept)
        })
    }

    /// Takes back what was kept together. What was taken back meanwhile stays so.
    ///
    /// # Errors
    /// No such record, or when it cannot be written.
    pub fn withdraw_together(&mut self, kept: &Kept) -> Result<()> {
        self.transact(Op::WithdrawTogether, |connection, journal, moment| {
            for record in &kept.records {
                let (last, day) = match last_of_chain(connection, *record) {
                    Err(StoreError::NotFound { .. })
                        if records::by_id(connection, *record)?.is_some() =>
                    {
                        continue;
                    }
                    found => found?,
                };
                let by = journal.by(connection, moment)?;
                journal.append(connection, moment, Fact::Withdrawn, day, by, Some(last.id))?;
            }
            if let Some(record) = kept.went_on
                && !plan_facts::is_corrected(connection, record)?
            {
                let (_, day) =
                    plan_facts::by_id(connection, record)?.ok_or_else(|| not_found(record))?;
                let fact = PlanFact::Withdrawn { day };
                journal.append_at(connection, moment, fact, day, Some(record))?;
            }
            Ok(())
        })
    }

    /// Records one more bout of `line` on `day`: in the round it belongs to, and where none is left as an extra,
    /// which counts toward nothing.
    ///
    /// # Errors
    /// A line that no plan here has, a day that has not come, a note that is too long, or when it cannot be
    /// written.
    pub fn record_another(
        &mut self,
        day: Day,
        line: &LineId,
        outcome: &Outcome,
        note: Option<&str>,
    ) -> Result<Recorded> {
        check_outcome(outcome)?;
        let note = check_note(note)?;
        self.transact(Op::RecordBout, |connection, journal, moment| {
            let not_found = || StoreError::NotFound { what: "line", name: line.to_string() };
            let facts = journal.facts(connection, moment, day, day)?;
            let situation = facts.situation().looking_back();
            let agenda = schedule::agenda(&situation, day).ok_or_else(not_found)?;
            let place = place_of_another(&agenda, line, moment.now).ok_or_else(not_found)?;
            let bout = BoutKey { plan: agenda.plan, line: line.clone(), day, place };
            journal.check_bout(connection, &bout)?;
            let fact = Fact::Bout { bout, outcome: outcome.clone(), note };
            let by = journal.by(connection, moment)?;
            let record = journal.append(connection, moment, fact, day, by, None)?;
            Ok(Recorded { record, already: false })
        })
    }

    /// Puts what was recorded of a bout on the day `to`, at the same place of it: it was entered after midnight, or
    /// on the wrong day. Both entries stay in the record. Where something is recorded of that bout already, nothing
    /// is moved.
    ///
    /// # Errors
    /// No such record, one that was taken back or is not of a bout, a day that has not come, or when it cannot be
    /// written.
    pub fn move_bout(&mut self, record: RecordId, to: Day) -> Result<Recorded> {
        self.transact(Op::MoveBout, |connection, journal, moment| {
            let (last, day) = last_of_chain(connection, record)?;
            let Fact::Bout { bout, outcome, note } = last.fact else {
                return Err(not_found(record));
            };
            let from = bout.clone();
            let bout = BoutKey { day: to, ..bout };
            let closed = standing_bout(connection, &bout)?.and_then(|known| known.closed);
            let begun = standing_work(connection, &bout)?.first().map(|seen| seen.id);
            if let Some(record) = closed.map(|(record, _)| record).or(begun) {
                return Ok(Recorded { record, already: true });
            }
            let by = last.by;
            journal.append(connection, moment, Fact::Withdrawn, day, by, Some(last.id))?;
            journal.move_work(connection, moment, &from, to)?;
            // What goes back to where it was is put back, so that it was done when it was done.
            let taken_back = taken_back(connection, &bout)?;
            let fact = Fact::Bout { bout, outcome, note };
            let before = taken_back.into_iter().rfind(|(_, known)| *known == fact);
            let before = before.map(|(record, _)| record);
            let record = journal.append(connection, moment, fact, to, by, before)?;
            for of in [day, to] {
                journal.keep_second_stop(connection, moment, of)?;
            }
            Ok(Recorded { record, already: false })
        })
    }

    /// Moves what a session saw of `bout` to the same bout of the day `to`: no day counts it twice, and none loses it. What was
    /// there before is put back, so that it was seen when it was seen.
    fn move_work(
        &self,
        connection: &Connection,
        moment: &Moment,
        bout: &BoutKey,
        to: Day,
    ) -> Result<()> {
        let there = BoutKey { day: to, ..bout.clone() };
        let mut taken_away = taken_back(connection, &there)?;
        for seen in standing_work(connection, bout)? {
            let Record { id, by, mut fact, .. } = seen;
            if let Fact::Work { bout, .. } = &mut fact {
                *bout = there.clone();
            }
            self.append(connection, moment, Fact::Withdrawn, bout.day, by, Some(id))?;
            let before = taken_away.iter().position(|(_, known)| *known == fact);
            let before = before.map(|at| taken_away.remove(at).0);
            self.append(connection, moment, fact, to, by, before)?;
        }
        Ok(())
    }

    /// The first day on which a plan held or of which something was entered.
    fn first_day(&self, connection: &Connection) -> Result<Option<Day>> {
        let revisions = self.revisions(connection)?;
        let of_plans = revisions.iter().map(|known| known.from);
        Ok(of_plans.chain(records::first_day(connection)?).min())
    }

    /// The days without an entry, as they stand.
    fn gap(&self, connection: &Connection, moment: &Moment) -> Result<Option<Gap>> {
        let today = self.present_day(connection, moment)?;
        let facts = self.facts(connection, moment, today.plus(-LONGEST_GAP), today)?;
        Ok(schedule::gap(&facts.situation()))
    }

    /// Writes down that the person goes on from today. Not while they pause: a word about the days before ends no pause
    /// that began since.
    fn goes_on(&self, connection: &Connection, moment: &Moment) -> Result<Option<RecordId>> {
        let day = self.present_day(connection, moment)?;
        if self.said_so_far(connection)?.plan_facts.pause_on(day).is_some() {
            return Ok(None);
        }
        self.append_plan_fact(connection, moment, PlanFact::Resumed { day }, day, None).map(Some)
    }

    /// Appends those of `entries` whose bouts are open, and says so in `kept`.
    fn append_together(
        &self,
        connection: &Connection,
        moment: &Moment,
        entries: &[WeekEntry],
        kept: &mut Kept,
    ) -> Result<()> {
        let mut standing: BTreeMap<Day, StandingBouts> = BTreeMap::new();
        for WeekEntry { bout, outcome } in entries {
            let day = bout.day;
            let of_day = match standing.entry(day) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(new) => {
                    new.insert(settle(&records::between(connection, day, day)?).bouts)
                }
            };
            let known = of_day.entry(bout);
            if known.closed.is_some() {
                kept.already += 1;
                continue;
            }
            let fact = Fact::Bout { bout: bout.clone(), outcome: outcome.clone(), note: None };
            let (by, later) = (self.by(connection, moment)?, Entered::Later);
            let record = self.append_as(connection, moment, later, fact, day, by, None)?;
            known.closed = Some((record, outcome.clone()));
            kept.records.push(record);
        }
        Ok(())
    }
}
