//! Reminders: planning, claiming, and writing down what became of them.

use std::collections::BTreeSet;

use backwise_core::record::{Evidence, EvidenceKind};
use backwise_core::reminder::{
    self, ComingReminder, Planned, ReminderInput, ReminderKey, ReminderRow, ReminderState,
};
use backwise_core::schedule::{self, revision_on};
use backwise_core::time::{Day, Instant, Span};
use rusqlite::Connection;

use super::records::within;
use super::{Journal, Moment, Result};
use crate::op::Op;
use crate::rows::reminders::{self, Kept};
use crate::rows::{seen, settings};

/// How long whoever claimed a reminder has it to themselves. A desktop answers within seconds; a
/// process that died in between must not silence the round.
const LEASE: Span = Span::seconds(120);

/// How long to wait after the desktop did not take a reminder: after the first time, the second,
/// and every later one.
const BACK_OFF: [Span; 3] = [Span::seconds(30), Span::minutes(2), Span::minutes(10)];

/// By how much the start of the machine may be told otherwise, because the clock was set right since.
const SAME_START: Span = Span::minutes(1);

/// The longest a reminder may be put off.
const LONGEST_SNOOZE: Span = Span::hours(24);

/// The longest look ahead, in days.
const LONGEST_LOOK_AHEAD: u32 = 366;

impl Journal {
    /// The reminders of `days` days from `from` on (today if `None`) that lie ahead.
    ///
    /// # Errors
    /// More than 366 days, or when the file cannot be read.
    pub fn coming_reminders(&self, from: Option<Day>, days: u32) -> Result<Vec<ComingReminder>> {
        within(days <= LONGEST_LOOK_AHEAD, "days", "at most 366")?;
        self.read(|connection, moment| self.coming(connection, moment, from, days))
    }

    pub(super) fn coming(
        &self,
        connection: &Connection,
        moment: &Moment,
        from: Option<Day>,
        days: u32,
    ) -> Result<Vec<ComingReminder>> {
        let from = from.map_or_else(|| self.present_day(connection, moment), Ok)?;
        let last = from.plus(i32::try_from(days).unwrap_or(i32::MAX));
        let facts = self.facts(connection, moment, from, last)?;
        Ok(reminder::coming(&facts.situation(), from, days))
    }

    /// What is to be done about reminders now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_reminders(&self) -> Result<Planned> {
        self.plan_reminders_beside(&BTreeSet::new())
    }

    /// The same for whoever showed `unwritten` and could not write that down: they count as shown.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_reminders_beside(&self, unwritten: &BTreeSet<ReminderKey>) -> Result<Planned> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let facts = self.facts(connection, moment, today, today)?;
            let Some(agenda) = schedule::agenda(&facts.situation(), today) else {
                return Ok(Planned::default());
            };
            let rows = reminders::of_day_or_open(connection, today)?;
            let mut rows: Vec<ReminderRow> =
                rows.into_iter().map(|row| without_strange_ends(row, moment.now)).collect();
            let last = rows.iter().map(|row| row.key.day).max().unwrap_or(today).max(today);
            let evidence = seen::evidence(connection, today, last)?;
            count_as_shown(&mut rows, unwritten);
            let holds = revision_on(&facts.revisions, today);
            Ok(reminder::plan_reminders(&ReminderInput {
                agenda: &agenda,
                rows: &rows,
                evidence: &evidence,
                switched_on: settings::get(connection)?.reminders,
                quiet_hours: holds.and_then(|holds| holds.revision.quiet_hours_on(agenda.day)),
                now: moment.now,
                zone: &moment.zone,
            }))
        })
    }

    /// Writes down what was seen of a round that fell due, once a round, day and kind.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn saw(&mut self, key: &ReminderKey, kind: EvidenceKind) -> Result<()> {
        self.transact(Op::Saw, |connection, _, moment| {
            Ok(seen::append_evidence(connection, key, kind, moment.now)?)
        })
    }

    /// Claims a reminder for showing, for two minutes. `false`: somebody else has it, or it was
    /// shown, put off or closed.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn claim_reminder(&mut self, key: &ReminderKey) -> Result<bool> {
        self.transact(Op::ClaimReminder, |connection, _, moment| {
            let kept = get_or_new(connection, key)?;
            let row = without_strange_ends(kept.row, moment.now);
            let is_free = match row.state {
                ReminderState::Claimed => row.claimed_until.is_none_or(|end| end <= moment.now),
                ReminderState::Snoozed => row.snoozed_until.is_none_or(|end| end <= moment.now),
                ReminderState::Shown | ReminderState::Closed => false,
            };
            if is_free {
                claim_until(connection, key, moment.now + LEASE, kept.attempts)?;
            }
            Ok(is_free)
        })
    }

    /// The desktop took the reminder. What somebody answered meanwhile stays as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn reminder_shown(&mut self, key: &ReminderKey) -> Result<()> {
        self.transact(Op::ReminderShown, |connection, _, moment| {
            seen::append_evidence(connection, key, EvidenceKind::Shown, moment.now)?;
            reminders::put_last_delivery(connection, moment.now, true)?;
            if get_or_new(connection, key)?.row.state != ReminderState::Claimed {
                return Ok(());
            }
            set_state(connection, key, ReminderState::Shown)
        })
    }

    /// The desktop did not take the reminder; it may be tried again after the back-off, unless
    /// somebody answered it meanwhile.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn reminder_not_taken(&mut self, key: &ReminderKey) -> Result<()> {
        self.transact(Op::ReminderNotTaken, |connection, _, moment| {
            seen::append_evidence(connection, key, EvidenceKind::Undeliverable, moment.now)?;
            reminders::put_last_delivery(connection, moment.now, false)?;
            let Kept { row, attempts } = get_or_new(connection, key)?;
            if row.state != ReminderState::Claimed {
                return Ok(());
            }
            let nth = usize::try_from(attempts).unwrap_or(usize::MAX).min(BACK_OFF.len() - 1);
            claim_until(connection, key, moment.now + BACK_OFF[nth], attempts.saturating_add(1))
        })
    }

    /// The reminder is no longer on the screen though nobody answered it, because whatever showed it
    /// ends: it may be claimed again at once. That it was shown stays in the record.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_back_reminder(&mut self, key: &ReminderKey) -> Result<()> {
        self.transact(Op::PutBackReminder, |connection, _, moment| {
            put_back(connection, key, moment)
        })
    }

    /// The machine was started at `started`: what was on the screen before is not any more, and may be claimed again as
    /// after [`Self::put_back_reminder`]. That happens once a start, however often the reminding begins anew after it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn machine_was_started(&mut self, started: Instant) -> Result<()> {
        self.transact(Op::PutBackReminder, |connection, journal, moment| {
            let is_same = |known: Instant| (known - started).abs() <= SAME_START;
            if reminders::machine_started(connection)?.is_some_and(is_same) {
                return Ok(());
            }
            reminders::set_machine_started(connection, started)?;
            let today = journal.present_day(connection, moment)?;
            let rows = reminders::of_day_or_open(connection, today)?;
            let was_shown = |row: &ReminderRow| row.state == ReminderState::Shown;
            let last = rows.iter().map(|row| row.key.day).max().unwrap_or(today).max(today);
            let seen = seen::evidence(connection, today, last)?;
            for key in rows.into_iter().filter(was_shown).map(|row| row.key) {
                let is_it = |seen: &&Evidence| {
                    let of = (&seen.plan, &seen.round, seen.day);
                    seen.kind == EvidenceKind::Shown && of == (&key.plan, &key.round, key.day)
                };
                if seen.iter().find(is_it).is_some_and(|seen| seen.at < started) {
                    put_back(connection, &key, moment)?;
                }
            }
            Ok(())
        })
    }

    /// The person asked for the reminder to come back after `later`. One that needs no more showing
    /// stays closed.
    ///
    /// # Errors
    /// No time at all or more than a day, or when it cannot be written.
    pub fn snooze_reminder(&mut self, key: &ReminderKey, later: Span) -> Result<()> {
        let is_within = later > Span::zero() && later <= LONGEST_SNOOZE;
        within(is_within, "the time to put it off", "up to a day")?;
        self.transact(Op::SnoozeReminder, |connection, _, moment| {
            let kept = get_or_new(connection, key)?;
            if kept.row.state == ReminderState::Closed {
                return Ok(());
            }
            let row = ReminderRow {
                key: key.clone(),
                state: ReminderState::Snoozed,
                snoozed_until: Some(moment.now + later),
                claimed_until: None,
            };
            Ok(reminders::put(connection, &Kept { row, attempts: 0 })?)
        })
    }

    /// A clock that was ahead showed the reminder, or had it put off: by the one that is right it has not come yet.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_reminder(&mut self, key: &ReminderKey) -> Result<()> {
        self.transact(Op::ForgetReminder, |connection, _, _| {
            Ok(reminders::remove(connection, key)?)
        })
    }

    /// The reminder needs no more showing, until the gap is over that holds back some of its round.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close_reminder(&mut self, key: &ReminderKey) -> Result<()> {
        self.transact(Op::CloseReminder, |connection, journal, moment| {
            let facts = journal.facts(connection, moment, key.day, key.day)?;
            let agenda = schedule::agenda(&facts.situation(), key.day);
            let rounds = agenda.filter(|agenda| agenda.plan == key.plan).map(|it| it.rounds);
            let mut rounds = rounds.into_iter().flatten();
            let round = rounds.find(|round| round.round == key.round);
            close(connection, key, round.and_then(|round| round.held_back_until(moment.now)))
        })
    }
}

/// What was on the screen is not any more: it may be claimed at once.
fn put_back(connection: &Connection, key: &ReminderKey, moment: &Moment) -> Result<()> {
    let kept = get_or_new(connection, key)?;
    if kept.row.state == ReminderState::Shown {
        claim_until(connection, key, moment.now, kept.attempts)?;
    }
    Ok(())
}

/// A reminder needs no more showing; where something of its round is `held_back` until a moment, until then.
pub(super) fn close(
    connection: &Connection,
    key: &ReminderKey,
    held_back: Option<Instant>,
) -> Result<()> {
    let Some(until) = held_back else {
        return set_state(connection, key, ReminderState::Closed);
    };
    let row = ReminderRow {
        key: key.clone(),
        state: ReminderState::Snoozed,
        snoozed_until: Some(until),
        claimed_until: None,
    };
    Ok(reminders::put(connection, &Kept { row, attempts: 0 })?)
}

/// Sets a reminder to a state without an end.
fn set_state(connection: &Connection, key: &ReminderKey, state: ReminderState) -> Result<()> {
    let row = ReminderRow { key: key.clone(), state, snoozed_until: None, claimed_until: None };
    if reminders::get(connection, key)?.is_some_and(|kept| kept.row == row) {
        return Ok(()); // Saying it again writes nothing.
    }
    Ok(reminders::put(connection, &Kept { row, attempts: 0 })?)
}

/// A claim of what was shown is over, and so is having none. What somebody answered stays.
fn count_as_shown(rows: &mut Vec<ReminderRow>, unwritten: &BTreeSet<ReminderKey>) {
    for key in unwritten {
        let shown = ReminderRow {
            key: key.clone(),
            state: ReminderState::Shown,
            snoozed_until: None,
            claimed_until: None,
        };
        match rows.iter_mut().find(|row| row.key == *key) {
            None => rows.push(shown),
            Some(row) if row.state == ReminderState::Claimed => *row = shown,
            Some(_) => {}
        }
    }
}

fn claim_until(
    connection: &Connection,
    key: &ReminderKey,
    end: Instant,
    attempts: u32,
) -> Result<()> {
    let row = ReminderRow {
        key: key.clone(),
        state: ReminderState::Claimed,
        snoozed_until: None,
        claimed_until: Some(end),
    };
    Ok(reminders::put(connection, &Kept { row, attempts })?)
}

/// The row of a reminder, or that of one which nobody has claimed yet.
fn get_or_new(connection: &Connection, key: &ReminderKey) -> Result<Kept> {
    Ok(reminders::get(connection, key)?.unwrap_or_else(|| Kept {
        row: ReminderRow {
            key: key.clone(),
            state: ReminderState::Claimed,
            snoozed_until: None,
            claimed_until: None,
        },
        attempts: 0,
    }))
}

/// A lease that ends later than any that could be given now was given before the clock was set
/// back, and so was a time to wait. It counts for nothing: the round must not be silent until the old time comes again.
fn without_strange_ends(row: ReminderRow, now: Instant) -> ReminderRow {
    let longest = BACK_OFF.into_iter().chain([LEASE]).max().unwrap_or(LEASE);
    let claimed_until = row.claimed_until.filter(|end| *end <= now + longest);
    let snoozed_until = row.snoozed_until.filter(|end| *end <= now + LONGEST_SNOOZE);
    ReminderRow { claimed_until, snoozed_until, ..row }
}
