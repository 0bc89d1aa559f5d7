//! Sessions: what one is about, and that one is under way.

use backwise_core::ids::{ExerciseId, LineId, RecordId, RoundId};
use backwise_core::plan::{Dose, Side};
use backwise_core::record::{BoutKey, BoutPlace, Outcome, SkipReason};
use backwise_core::schedule::{self, Agenda, AgendaItem, AgendaStop, NotRequired, State};
use backwise_core::session::{
    Found, Ground, HowItGoes, SessionChoices, SessionItem, may_lie_after,
};
use backwise_core::time::{Day, Instant, Span};
use rusqlite::Connection;

use super::under_way::record_what_was_under_way;
use super::{Journal, Moment, Result};
use crate::OpenSession;
use crate::op::Op;
use crate::rows::sessions;
use crate::rows::settings;
use crate::views::SessionOf;

/// The rest of a session that was cut off.
#[derive(Debug, Default, PartialEq)]
pub struct SessionRest {
    /// What is still open of it.
    pub items: Vec<AgendaItem>,
    /// Where what came before may have left the person lying; `None` where it left them on their feet.
    pub may_lie: Option<Ground>,
}

/// Whether the time of the session under way is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionTime {
    /// It is of the present day, and its round is not over.
    Lasts,
    /// Its round is over, and its day is not; or there is none. A round that somebody is doing may run on, over the start of
    /// the next day too.
    RoundOver,
    /// Its day is over, or a warning sign stops everything.
    Over,
}

/// So long somebody may stand still in a session that runs on over the start of the next day, and has not left it.
const STANDS_STILL: Span = Span::hours(1);

impl Journal {
    /// What is open of `of`, and from now on the session under way. Empty where nothing of it is open, where it is
    /// stopped, or a warning sign stops everything: then none is under way.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin_session(&mut self, of: &SessionOf) -> Result<Vec<AgendaItem>> {
        self.transact(Op::KeepSession, |connection, journal, moment| {
            // Of one that was cut off and never taken up again.
            record_what_was_under_way(connection)?;
            let Some(agenda) = journal.agenda_unless_stopped(connection, moment)? else {
                sessions::remove(connection)?;
                return Ok(Vec::new());
            };
            let (plan, day) = (agenda.plan.clone(), agenda.day);
            let items = open_of(agenda, of, moment.now);
            if items.is_empty() {
                sessions::remove(connection)?;
            } else {
                let session = OpenSession { plan, day, of: of.clone() };
                sessions::put(connection, &session, moment.now)?;
            }
            Ok(items)
        })
    }

    /// What is still open of the session that was under way when the program ended, on the same day of the same
    /// plan, and where it may have left the person. Empty where there is none: a session whose day or round is over is
    /// not taken up again, and neither is a line that was stopped or paused meanwhile.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session_cut_off(&self) -> Result<SessionRest> {
        self.read(|connection, moment| {
            let Some(session) = sessions::get(connection)? else {
                return Ok(SessionRest::default());
            };
            let agenda = self.agenda_unless_stopped(connection, moment)?;
            let agenda =
                agenda.filter(|today| time(&session, today, moment.now) == SessionTime::Lasts);
            Ok(agenda.map(|today| rest(today, &session.of, moment.now)).unwrap_or_default())
        })
    }

    /// Whether the time of the session under way is over.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session_time(&self) -> Result<SessionTime> {
        self.read(|connection, moment| {
            let session = sessions::get(connection)?;
            let Some(session) = session else { return Ok(SessionTime::RoundOver) };
            let Some(today) = self.agenda_unless_stopped(connection, moment)? else {
                return Ok(SessionTime::Over);
            };
            let runs_on = today.plan == session.plan
                && today.day == session.day.plus(1)
                && self.is_somebody_in_it(connection, moment, session.day)?;
            if runs_on {
                Ok(SessionTime::RoundOver)
            } else {
                Ok(time(&session, &today, moment.now))
            }
        })
    }

    /// Whether something of a session of `day` was seen, or said to hurt, so short a time ago that somebody who stands still
    /// in it has not left it.
    fn is_somebody_in_it(
        &self,
        connection: &Connection,
        moment: &Moment,
        day: Day,
    ) -> Result<bool> {
        let facts = self.facts(connection, moment, day, day)?;
        let seen = facts.standing.of_day(day).filter_map(|(_, known)| known.ended);
        let said = facts.plan_facts.stops.iter().filter(|said| said.day == day);
        Ok(seen.chain(said.map(|said| said.at)).any(|at| moment.now - at < STANDS_STILL))
    }

    /// Whether one of `bouts`, all of one day, is stopped by now, by a warning sign or by pain, or was left because it hurt. A
    /// session does not go on with it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_any_stopped(&self, bouts: &[BoutKey]) -> Result<bool> {
        let Some(day) = bouts.first().map(|bout| bout.day) else { return Ok(false) };
        self.read(|connection, moment| {
            if self.said_so_far(connection)?.signs.present().is_some() {
                return Ok(true);
            }
            // What is stopped now is told with the present day, and a round may be over after the next has begun.
            let present = self.present_day(connection, moment)?;
            let facts = self.facts(connection, moment, day.min(present), day.max(present))?;
            let on = |day| schedule::agenda(&facts.situation(), day);
            let stops = on(present).map(|agenda| agenda.stops).unwrap_or_default();
            let Some(agenda) = on(day) else { return Ok(false) };
            let items: Vec<&AgendaItem> = with_as_needed(&agenda).collect();
            let is_stopped = |bout: &BoutKey| {
                let item = items.iter().find(|item| item.bout == *bout);
                is_stopped_in(item.map(|item| item.state), &stops, &bout.line)
            };
            Ok(bouts.iter().any(is_stopped))
        })
    }

    /// What the day asks of each of `bouts`, all of one day: the exercise, how much, on which side. `None` where it asks
    /// nothing of it any more, or no longer offers it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn asked_of(&self, bouts: &[BoutKey]) -> Result<Vec<Option<(ExerciseId, Dose, Side)>>> {
        let Some(day) = bouts.first().map(|bout| bout.day) else { return Ok(Vec::new()) };
        self.read(|connection, moment| {
            let facts = self.facts(connection, moment, day, day)?;
            let agenda = schedule::agenda(&facts.situation().looking_back(), day);
            let items: Vec<&AgendaItem> = agenda.iter().flat_map(with_as_needed).collect();
            let is_asked =
                |item: &AgendaItem| !item.state.is_settled() || item.state == State::Available;
            let asked = |bout: &BoutKey| {
                let item = items.iter().find(|item| item.bout == *bout && is_asked(item))?;
                Some((item.exercise.clone(), item.dose.clone(), item.side))
            };
            Ok(bouts.iter().map(asked).collect())
        })
    }

    /// How each of the exercises `items` of a session stands by now, all of one day. What was done of them stays done; whether
    /// the day asks for one as it is led is asked as if nobody had begun it, for a newer sheet leaves what was done alone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn how_they_stand(&self, items: &[SessionItem]) -> Result<Vec<Found>> {
        let Some(day) = items.first().map(|item| item.bout.day) else { return Ok(Vec::new()) };
        self.read(|connection, moment| {
            // What is stopped now is told with the present day.
            let present = self.present_day(connection, moment)?;
            let mut facts = self.facts(connection, moment, day.min(present), day.max(present))?;
            let now = schedule::agenda(&facts.situation(), present);
            let stops = now.map(|agenda| agenda.stops).unwrap_or_default();
            let closed = |item: &SessionItem| facts.standing.bouts.get(&item.bout)?.closed.clone();
            let outcomes: Vec<_> = items.iter().map(closed).collect();
            items.iter().for_each(|item| facts.standing.bouts.forget(&item.bout));
            let agenda = schedule::agenda(&facts.situation().looking_back(), day);
            let asked: Vec<&AgendaItem> = agenda.iter().flat_map(with_as_needed).collect();
            let found = |(item, outcome): (&SessionItem, Option<(RecordId, Outcome)>)| {
                let is_led = |now: &&AgendaItem| {
                    now.bout == item.bout
                        && now.not_required != Some(NotRequired::SheetChanged)
                        && (&now.exercise, &now.dose, now.side)
                            == (&item.exercise, &item.dose, item.side)
                };
                let is_stopped = is_stopped_in(None, &stops, &item.bout.line);
                let is_otherwise = is_stopped || !asked.iter().any(is_led);
                Found { outcome: outcome.map(|(_, outcome)| outcome), is_otherwise }
            };
            Ok(items.iter().zip(outcomes).map(found).collect())
        })
    }

    /// How many sheets have been taken in: another number, and a newer one is here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sheets_taken_in(&self) -> Result<usize> {
        self.read(|connection, _| Ok(self.revisions(connection)?.len()))
    }

    /// How the session under way goes: as the person has it in the settings, but for what they changed in it, and at
    /// which pace.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn how_session_goes(&self) -> Result<(SessionChoices, i8)> {
        self.read(|connection, _| {
            let choices = settings::get(connection)?.session;
            let (pace, counting) = sessions::goes(connection)?.unwrap_or_default();
            Ok((SessionChoices { counting: counting.unwrap_or(choices.counting), ..choices }, pace))
        })
    }

    /// Keeps how the session under way goes from now on, for a program that takes it up again. Where none is under
    /// way there is nothing to keep.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_how_session_goes(&mut self, goes: HowItGoes) -> Result<()> {
        self.transact(Op::KeepSession, |connection, _, _| Ok(sessions::put_goes(connection, goes)?))
    }

    /// No session is under way any more. Answers the one that was, for [`Self::session_goes_on`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn session_is_over(&mut self) -> Result<Option<OpenSession>> {
        self.transact(Op::KeepSession, |connection, _, _| {
            let session = sessions::get(connection)?;
            sessions::remove(connection)?;
            Ok(session)
        })
    }

    /// `session`, which was over, is under way again: that its last exercise was done was taken back. One that began since
    /// stays in its place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn session_goes_on(&mut self, session: &OpenSession) -> Result<()> {
        self.transact(Op::KeepSession, |connection, _, moment| {
            if sessions::get(connection)?.is_none() {
                sessions::put(connection, session, moment.now)?;
            }
            Ok(())
        })
    }

    /// The present day; `None` without a plan, and while a warning sign stops everything.
    fn agenda_unless_stopped(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Option<Agenda>> {
        let day = self.present_day(connection, moment)?;
        let facts = self.facts(connection, moment, day, day)?;
        // A warning sign stops a line that the person chose, too.
        let is_stopped = facts.signs.present().is_some();
        Ok((!is_stopped).then(|| schedule::agenda(&facts.situation(), day)).flatten())
    }
}

/// The time of `session`, on the day `today` at `now`.
fn time(session: &OpenSession, today: &Agenda, now: Instant) -> SessionTime {
    let of_round = session.of.round.as_ref();
    // One of which only what was left to choose was left is not there any more after its time.
    let is_over =
        |round: &RoundId| !today.rounds.iter().any(|it| it.round == *round && it.ends > now);
    if today.plan != session.plan || today.day != session.day {
        SessionTime::Over
    } else if of_round.is_some_and(is_over) {
        SessionTime::RoundOver
    } else {
        SessionTime::Lasts
    }
}

/// What of a session that was cut off is taken up again: the program begins it, so a line that is stopped or paused
/// stays out of it, whoever chose it and however much of it was seen. What was answered or stopped came before.
fn rest(agenda: Agenda, of: &SessionOf, now: Instant) -> SessionRest {
    if agenda.pause.is_some() {
        return SessionRest::default();
    }
    let stops = agenda.stops.clone();
    let is_stopped = |item: &AgendaItem| is_stopped_in(Some(item.state), &stops, &item.bout.line);
    let (before, left): (Vec<_>, Vec<_>) =
        all_of(agenda, of).partition(|item| item.state.is_answered() || is_stopped(item));
    let items = left.into_iter().filter(|item| is_open(item, of, now)).collect();
    SessionRest { items, may_lie: may_lie_after(&before) }
}

/// What a day asks for, and what is done on it when it is needed.
fn with_as_needed(agenda: &Agenda) -> impl Iterator<Item = &AgendaItem> {
    let as_needed = agenda.as_needed.iter().flat_map(|it| it.recorded.iter().chain(&it.next));
    agenda.items().chain(as_needed)
}

/// Whether a bout of `line` is stopped, or was left because it hurt: by its state, where it is offered, and the stops of now.
fn is_stopped_in(state: Option<State>, stops: &[AgendaStop], line: &LineId) -> bool {
    match state {
        Some(State::Withheld | State::Skipped { reason: SkipReason::Pain }) => true,
        Some(State::Partly { reason: Some(reason) }) => reason == SkipReason::Pain,
        Some(State::Done | State::Skipped { .. } | State::SaidNotDone) => false,
        // As long as its window is open, its state says it.
        Some(State::InProgress | State::Available | State::Upcoming | State::Due) => false,
        // What was begun has become part of it, what is done when it is needed is not offered, and a round that was
        // begun in its window goes on after it.
        Some(_) | None => stops.iter().flat_map(|stop| &stop.lines).any(|it| it.line == *line),
    }
}

/// What of a day belongs to `of` and can be done at `now`.
fn open_of(agenda: Agenda, of: &SessionOf, now: Instant) -> Vec<AgendaItem> {
    all_of(agenda, of).filter(|item| is_open(item, of, now)).collect()
}

/// Whether an item that belongs to `of` can be done at `now`.
fn is_open(item: &AgendaItem, of: &SessionOf, now: Instant) -> bool {
    // A round asks for what is asked; a line that the person chose is done whatever asks for it, also before the gap is
    // over that the sheet asks for.
    let is_asked = !item.state.is_settled() && item.not_before.is_none_or(|at| at <= now);
    // What is stopped is not begun, whoever chose it.
    let may_be_begun = !item.state.is_answered() && item.state != State::Withheld;
    (of.line.is_some() || is_asked) && may_be_begun
}

/// What of a day belongs to `of`.
fn all_of(agenda: Agenda, of: &SessionOf) -> impl Iterator<Item = AgendaItem> {
    let wanted = move |item: &AgendaItem| {
        of.line.as_ref().is_none_or(|line| item.bout.line == *line)
            && match &item.bout.place {
                BoutPlace::Round(place) => {
                    of.nth.is_none() && of.round.as_ref().is_none_or(|round| place == round)
                }
                BoutPlace::AnyTime(nth) => {
                    of.round.is_none() && of.line.is_some() && of.nth.is_none_or(|of| of == *nth)
                }
            }
    };
    // What was begun of a line for when it is needed goes on as what is asked for does.
    let as_needed =
        agenda.as_needed.into_iter().flat_map(|it| it.recorded.into_iter().chain(it.next));
    let in_rounds = agenda.rounds.into_iter().flat_map(|round| round.items);
    in_rounds.chain(agenda.any_time).chain(as_needed).filter(wanted)
}
