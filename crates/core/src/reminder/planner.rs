//! The planner: a function of the day, of what was shown, and of now.

use super::{ComingReminder, Reminder, ReminderKey, ReminderRow, ReminderState, SNOOZE, Seen, Why};
use crate::record::{Evidence, EvidenceKind};
use crate::schedule::{Agenda, AgendaRound, Situation, agenda, revision_on};
use crate::time::{Day, Instant, QuietHours, Span, WallTime, Zone};

/// How long after its time a round may still be announced for the first time. Later than this the
/// notice says more about our failure than about the round. Reminders reference, section 7.
const LATEST_FIRST_NOTICE: Span = Span::hours(4);

/// From when on a notice says that it comes late.
const ON_TIME: Span = Span::minutes(2);

/// Everything that a reminder depends on.
#[derive(Debug, Clone, Copy)]
pub struct ReminderInput<'a> {
    /// Today.
    pub agenda: &'a Agenda,
    /// What is known of today's reminders, and of earlier ones that are not closed.
    pub rows: &'a [ReminderRow],
    /// What was seen of today's rounds, and of those of later days that `rows` are of.
    pub evidence: &'a [Evidence],
    /// Whether the person wants reminders.
    pub switched_on: bool,
    /// When nothing may ring.
    pub quiet_hours: Option<QuietHours>,
    /// The present moment.
    pub now: Instant,
    /// Where the person is.
    pub zone: &'a Zone,
}

/// What is to be done about reminders now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Planned {
    /// To show now, the newest first; one popup speaks for all of them.
    pub show: Vec<Reminder>,
    /// Shown earlier and still open, in the order of the day: what a popup about it says now.
    pub standing: Vec<Reminder>,
    /// To write down.
    pub seen: Vec<Seen>,
    /// Shown earlier and no longer needed: take them off the screen.
    pub close: Vec<ReminderKey>,
    /// Shown or put off by a clock that was ahead: take them off the screen and forget them, so that they ring in time.
    pub forget: Vec<ReminderKey>,
    /// When something changes by itself, if nothing else happens before.
    pub next_wake: Option<Instant>,
}

impl Planned {
    fn wake_at(&mut self, instant: Instant) {
        self.next_wake = Some(self.next_wake.map_or(instant, |known| known.min(instant)));
    }
}

/// What is to be done about reminders now.
#[must_use]
pub fn plan_reminders(input: &ReminderInput<'_>) -> Planned {
    let mut planned = Planned::default();
    for round in &input.agenda.rounds {
        plan_round(input, round, &mut planned);
    }
    for row in input.rows.iter().filter(|row| row.state != ReminderState::Closed) {
        let open = input.agenda.rounds.iter().find(|round| key(input.agenda, round) == row.key);
        if is_ahead(input, row, open) {
            planned.forget.push(row.key.clone());
        } else if open
            .is_none_or(|round| input.now >= round.ends || needs_no_more(input, row, round))
        {
            planned.close.push(row.key.clone());
        }
    }
    planned.show.reverse();
    planned
}

/// Whether a reminder that has rung is answered for now. One that never did, or that was put off, outlasts what is taken
/// back: a slip, a pause, a switch.
fn needs_no_more(input: &ReminderInput<'_>, row: &ReminderRow, round: &AgendaRound) -> bool {
    let has_rung = match row.state {
        ReminderState::Claimed => was_shown(input, &row.key),
        ReminderState::Snoozed => false,
        ReminderState::Shown | ReminderState::Closed => true,
    };
    has_rung && (round.is_settled() || !input.switched_on)
}

/// A clock that is set right by less than this was not ahead: what rang a moment before its time rang.
const STEP: Span = Span::minutes(2);

/// Whether a clock that was ahead showed it: that moment lies ahead, and so does its time. After a flight to the west the
/// moment is over, and what rang rings no second time.
fn is_ahead(input: &ReminderInput<'_>, row: &ReminderRow, round: Option<&AgendaRound>) -> bool {
    let is_to_come = match round {
        Some(round) => input.now < round.starts,
        None => row.key.day > input.agenda.day,
    };
    let is_told = matches!(row.state, ReminderState::Shown | ReminderState::Snoozed);
    is_told && is_to_come && shown_at(input, &row.key).is_some_and(|at| at > input.now + STEP)
}

fn plan_round(input: &ReminderInput<'_>, round: &AgendaRound, planned: &mut Planned) {
    // What hangs on a routine alone has no time at which it could ring.
    let Some(at) = round.at else { return };
    let key = key(input.agenda, round);
    let row = input.rows.iter().find(|row| row.key == key && !is_ahead(input, row, Some(round)));
    // What is on the screen stays there past its latest ring, and where a gap begins anew.
    let is_shown = row.is_some_and(|row| row.state == ReminderState::Shown);
    let begins = begins(round);
    if input.now < begins {
        planned.wake_at(begins);
    }
    let may_ring =
        input.now >= begins && round.latest_ring.is_none_or(|latest| input.now <= latest);
    if input.now >= round.ends || !(may_ring || is_shown) {
        return;
    }
    planned.wake_at(round.ends);
    if round.is_settled() {
        // In a pause, or where nothing is asked, there was nothing to tell.
        if is_shown || !round.items.iter().any(|item| item.state.is_answered()) {
            return;
        }
        note(input, planned, key, EvidenceKind::SilentBecauseDone);
        return;
    }
    if !input.switched_on {
        if is_shown {
            return;
        }
        note(input, planned, key, EvidenceKind::SwitchedOff);
        return;
    }
    let was_due = was_due(round, begins);
    let why = match row.map(|row| (row.state, row.snoozed_until, row.claimed_until)) {
        Some((ReminderState::Closed, ..)) => return,
        Some((ReminderState::Shown, ..)) => {
            let why = if input.now - was_due >= ON_TIME { Why::Late } else { Why::Due };
            return planned.standing.push(reminder(input, round, at, why));
        }
        Some((ReminderState::Snoozed, Some(until), _)) if input.now < until => {
            return planned.wake_at(until);
        }
        Some((ReminderState::Claimed, _, Some(until))) if input.now < until => {
            return planned.wake_at(until);
        }
        // The end of a gap was nobody's wish.
        Some((ReminderState::Snoozed, until, _))
            if round.items.iter().any(|item| until.is_some() && item.not_before == until) =>
        {
            Why::Due
        }
        Some((ReminderState::Snoozed, ..)) => Why::Snoozed,
        None | Some((ReminderState::Claimed, ..)) => match input.now - was_due {
            late if late >= LATEST_FIRST_NOTICE && !was_shown(input, &key) => return,
            late if late >= ON_TIME => Why::Late,
            _ => Why::Due,
        },
    };
    if let Some(end) = end_of_quiet(input.quiet_hours, input.now, input.zone) {
        return planned.wake_at(end);
    }
    planned.show.push(reminder(input, round, at, why));
}

/// What a popup about `round` says now.
fn reminder(input: &ReminderInput<'_>, round: &AgendaRound, at: WallTime, why: Why) -> Reminder {
    let open = round.open_at(input.now);
    Reminder {
        key: key(input.agenda, round),
        title: round.title.clone(),
        at,
        bouts: open.iter().map(|item| item.bout.clone()).collect(),
        about_minutes: round.about_minutes_at(input.now),
        asks_first: open.iter().any(|item| item.safety_question.is_some()),
        can_wait: can_wait(input, round),
        why,
    }
}

/// Whether `round` would ring again where it is put off now.
fn can_wait(input: &ReminderInput<'_>, round: &AgendaRound) -> bool {
    let again = input.now + SNOOZE;
    let is_late = round.latest_ring.is_some_and(|latest| again > latest);
    let is_quiet = end_of_quiet(input.quiet_hours, again, input.zone).is_some();
    again < round.ends && !is_late && !is_quiet
}

/// Whether it was on the screen before, and is to come back to it.
fn was_shown(input: &ReminderInput<'_>, key: &ReminderKey) -> bool {
    shown_at(input, key).is_some_and(|at| at <= input.now)
}

fn shown_at(input: &ReminderInput<'_>, key: &ReminderKey) -> Option<Instant> {
    let shown = |seen: &&Evidence| seen.kind == EvidenceKind::Shown && is_of(seen, key);
    input.evidence.iter().find(shown).map(|seen| seen.at)
}

fn is_of(seen: &Evidence, key: &ReminderKey) -> bool {
    seen.plan == key.plan && seen.round == key.round && seen.day == key.day
}

/// When a round may ring: at its time, or when the gap after the last bout is over for the first of what is open.
fn begins(round: &AgendaRound) -> Instant {
    let open = round.items.iter().filter(|item| !item.state.is_settled());
    let earliest = open.map(|item| item.not_before.unwrap_or(round.starts)).min();
    earliest.map_or(round.starts, |at| at.max(round.starts))
}

/// Since when a round that begins at `begins` has been due: where a journey passed over its time, since that time.
fn was_due(round: &AgendaRound, begins: Instant) -> Instant {
    round.passed_over.filter(|_| begins == round.starts).unwrap_or(begins)
}

/// Adds what was seen, unless something was written down of this round's reminder before.
fn note(input: &ReminderInput<'_>, planned: &mut Planned, key: ReminderKey, kind: EvidenceKind) {
    // That the person had the app open says nothing of reminders.
    let written =
        input.evidence.iter().any(|seen| is_of(seen, &key) && seen.kind != EvidenceKind::AppOpen);
    if !written {
        planned.seen.push(Seen { key, kind });
    }
}

/// When the quiet hours end that `at` lies in; `None` when it lies in none.
fn end_of_quiet(quiet: Option<QuietHours>, at: Instant, zone: &Zone) -> Option<Instant> {
    let quiet = quiet.filter(|quiet| quiet.hold(zone.wall_time(at)))?;
    let date = Day(zone.local(at).date());
    (0..3)
        .filter_map(|later| zone.instant(date.plus(later).0, quiet.until.to_naive()))
        .find(|end| *end > at)
}

fn key(agenda: &Agenda, round: &AgendaRound) -> ReminderKey {
    ReminderKey { plan: agenda.plan.clone(), round: round.round.clone(), day: agenda.day }
}

/// The reminders of `days` days from `from` on that lie ahead and are still needed, each at the time
/// at which it will ring: a round in the quiet hours rings when they end, or never.
#[must_use]
pub fn coming(situation: &Situation<'_>, from: Day, days: u32) -> Vec<ComingReminder> {
    let days = i32::try_from(days).unwrap_or(i32::MAX);
    let agendas = (0..days).filter_map(|later| agenda(situation, from.plus(later)));
    agendas.flat_map(|agenda| coming_of(situation, &agenda)).collect()
}

fn coming_of(situation: &Situation<'_>, agenda: &Agenda) -> Vec<ComingReminder> {
    let quiet = revision_on(situation.revisions, agenda.day)
        .and_then(|in_force| in_force.revision.quiet_hours_on(agenda.day));
    let rings = |round: &AgendaRound| {
        round.at?;
        let begins = begins(round);
        let instant = end_of_quiet(quiet, begins, situation.zone()).unwrap_or(begins);
        let is_late = round.latest_ring.is_some_and(|latest| instant > latest);
        let in_time = !is_late && instant < round.ends && instant - begins < LATEST_FIRST_NOTICE;
        (in_time && instant > situation.now && !round.is_settled()).then_some(instant)
    };
    let ringing = agenda.rounds.iter().filter_map(|round| Some((round, rings(round)?)));
    ringing
        .map(|(round, instant)| ComingReminder {
            key: key(agenda, round),
            title: round.title.clone(),
            at: situation.zone().wall_time(instant),
            instant,
            items: u32::try_from(round.items.len()).unwrap_or(u32::MAX),
        })
        .collect()
}
