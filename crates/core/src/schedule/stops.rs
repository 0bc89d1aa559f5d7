//! What a warning sign does to the day: nothing is asked until somebody said that the person may go on.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Agenda, AgendaItem, Situation, State};
use crate::record::{HurtPlace, SaidOfLine, SignStanding, Stop};
use crate::time::{Day, Instant};

/// How long the list of signs is asked daily, in days after surgery, and how many days lie between two
/// answers afterwards.
const DAILY_UNTIL: i32 = 14;
const LATER_EVERY: i32 = 7;

/// Why the person is asked about the warning signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WhyAsked {
    /// Something hurt since they were last asked.
    Hurt,
    /// Once a day, in the first two weeks after surgery.
    Daily,
    /// Once a week, after them.
    Weekly,
}

/// Whether the person is asked about the warning signs on `day`, and why. They may leave the question: it
/// keeps nothing back unless they say yes. Before the operation nobody is asked; while nobody knows
/// when it was (`after_surgery` in days), once a week. `hurt` is when an exercise of the day last hurt.
#[must_use]
pub fn signs_asked(
    signs: &SignStanding,
    day: Day,
    after_surgery: Option<i32>,
    hurt: Option<Instant>,
) -> Option<WhyAsked> {
    if signs.present().is_some() || after_surgery.is_some_and(|days| days < 0) {
        return None;
    }
    let answered = signs.last_answer;
    if hurt.is_some_and(|hurt| answered.is_none_or(|(at, _)| at < hurt)) {
        return Some(WhyAsked::Hurt);
    }
    let days_since = answered.map(|(_, on)| day.days_after(on));
    if after_surgery.is_some_and(|days| days < DAILY_UNTIL) {
        return days_since.is_none_or(|days| days >= 1).then_some(WhyAsked::Daily);
    }
    days_since.is_none_or(|days| days >= LATER_EVERY).then_some(WhyAsked::Weekly)
}

/// When something last hurt on `day`, or all exercises were stopped: one was left for that, or said to have hurt; the pain
/// moved down the leg; or it was told of no exercise, elsewhere or without a number. It counts for the day on which it was
/// said: a round may run on over the start of it, and its pain belongs to the bout's day. What is told of a day before that
/// is looking back; a number for the back or a leg is the score of a whole day or a morning, and neither is a reason to ask.
#[must_use]
pub fn last_hurt(situation: &Situation<'_>, day: Day) -> Option<Instant> {
    let begins = situation.span(day).0;
    let is_today = |of: Day, at: Instant| of == day || of.plus(1) == day && at >= begins;
    let bouts = [day.plus(-1), day].into_iter().flat_map(|of| situation.standing.of_day(of));
    let hurt = bouts.filter(|(_, known)| known.was_left_for_pain());
    let left = hurt.filter_map(|(bout, known)| known.ended.filter(|at| is_today(bout.day, *at)));
    let of_line = situation.plan_facts.stops.iter().filter(|said| {
        let asks_for_signs = match &said.said {
            SaidOfLine::Hurt(hurt) => {
                let is_of_back_or_leg = matches!(hurt.place, HurtPlace::Back | HurtPlace::Leg);
                let is_score = hurt.score.is_some() && is_of_back_or_leg;
                hurt.line.is_some() || hurt.spreading || !is_score
            }
            SaidOfLine::AskedAndYes(..) => false,
            SaidOfLine::AllStopped(_) => true,
        };
        is_today(said.day, said.at) && asks_for_signs
    });
    left.chain(of_line.map(|said| said.at)).max()
}

/// Whether a warning sign stops what has its window until `ends`. What is recorded has been said by `now`, also where
/// the clock has been set back since.
pub(super) fn is_stopped(stops: &[Stop], ends: Instant, now: Instant) -> bool {
    let is_before = |until: Instant| until.min(now) < ends;
    stops.iter().any(|stop| stop.from.min(now) < ends && !stop.until.is_some_and(is_before))
}

/// Stops what the day asks for while a stop holds: a bout whose window ended during a stop, or will end
/// before anybody has spoken. What was answered, and what a session has begun, stays as it was. `whole_day`
/// is the window of what has no round.
pub(super) fn apply(agenda: &mut Agenda, situation: &Situation<'_>, whole_day: (Instant, Instant)) {
    let stops = &situation.plan_facts.red_flags;
    let is_stopped = |ends: Instant| is_stopped(stops, ends, situation.now);
    let stop = |items: &mut Vec<AgendaItem>, ends: Instant| {
        if !is_stopped(ends) {
            return;
        }
        // What the week leaves to choose is not offered now, and nobody owes it.
        items.retain(|item| item.state != State::Available);
        let is_open = |item: &&mut AgendaItem| {
            !item.state.is_answered() && !matches!(item.state, State::InProgress | State::Unknown)
        };
        for item in items.iter_mut().filter(is_open) {
            item.state = State::StoppedByRedFlag;
        }
    };
    for round in &mut agenda.rounds {
        stop(&mut round.items, round.ends);
    }
    agenda.rounds.retain(|round| !round.items.is_empty());
    stop(&mut agenda.any_time, whole_day.1);
    if is_stopped(whole_day.1) {
        agenda.as_needed.iter_mut().for_each(|line| line.next = None);
    }
}
