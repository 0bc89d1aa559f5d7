//! What a journey did to the days around the present one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{NotRequired, Situation, agenda, revision_on};
use crate::time::{Day, Instant, Span, WallTime};

/// How many days before the present one a journey can have passed over: no two places are further apart.
const DAYS_BEFORE: i32 = 2;

/// What the journey on which the person came to where they are today did to their days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Travelled {
    /// What it passed over and nobody asks for, in its order.
    pub left_out: Vec<LeftOut>,
    /// Whether the date of today was there before: what was done of it stands, and only the rest is asked for.
    pub again: bool,
}

/// Something that a journey passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// A round, by its time of day; `None` for one that hangs on a routine alone.
    Round(Option<WallTime>),
    /// All of a day.
    Day(Day),
}

/// What a journey of today did to the days up to today; `None` where it left nothing out and nothing comes again.
#[must_use]
pub fn travelled(situation: &Situation<'_>) -> Option<Travelled> {
    let (arrival, from) = situation.whereabouts.last_arrival()?;
    let today = situation.today()?;
    let revision = &revision_on(situation.revisions, today)?.revision;
    if revision.day_of(arrival, situation.zone()) != today {
        return None;
    }
    let span = |day| situation.whereabouts.span(day, |day| revision.day_start_on(day));
    let again = revision.day_of(arrival - Span::seconds(1), from) > today;
    let mut left_out = Vec::new();
    for day in today.plus(-DAYS_BEFORE).through(today) {
        left_out.extend(left_out_of(situation, day, arrival, span(day)));
    }
    (again || !left_out.is_empty()).then_some(Travelled { left_out, again })
}

/// What of `day` the journey that ended with `arrival` passed over.
fn left_out_of(
    situation: &Situation<'_>,
    day: Day,
    arrival: Instant,
    (starts, ends): (Instant, Instant),
) -> Vec<LeftOut> {
    let Some(agenda) = agenda(situation, day) else { return Vec::new() };
    let mut items = agenda.items();
    let is_left_out = |why: Option<NotRequired>| why == Some(NotRequired::Travel);
    if (starts, ends) == (arrival, arrival) {
        let is_any = items.any(|item| is_left_out(item.not_required));
        return if is_any { vec![LeftOut::Day(day)] } else { Vec::new() };
    }
    let rounds = agenda.rounds.iter().filter(|round| {
        round.starts == arrival && round.items.iter().any(|item| is_left_out(item.not_required))
    });
    rounds.map(|round| LeftOut::Round(round.at)).collect()
}
