//! What a journey did to the days around the present one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgendaItem, NotRequired, Situation, agenda};
use crate::time::{Day, Instant, WallTime};

/// How many days before the present one a journey can have passed over: no two places are further apart.
const DAYS_BEFORE: i32 = 2;

/// What the journey on which the person came to where they are today did to their days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Travelled {
    /// What it passed over and nobody asks for, in its order.
    pub left_out: Vec<LeftOut>,
    /// Whether the day was there before, in part or as a whole: what was entered of it stands, and what had its time
    /// then is not asked for again.
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

/// What a journey of today did to the days up to today, and whether a journey brought today a second time; `None`
/// where nothing was left out and nothing comes again.
#[must_use]
pub fn travelled(situation: &Situation<'_>) -> Option<Travelled> {
    let arrival = situation.whereabouts.last_arrival()?;
    let today = situation.today()?;
    let is_of_today = situation.day_of(arrival, situation.zone()) == today;
    let came_again = situation.came_again(today);
    // Where only hours came again in which nothing had its time, there is nothing to say.
    let asks_less = || {
        let is_less = |item: &AgendaItem| item.not_required == Some(NotRequired::DayAgain);
        agenda(situation, today).is_some_and(|agenda| agenda.items().any(is_less))
    };
    let again = !came_again.is_empty() && (is_of_today || asks_less());
    let mut left_out = Vec::new();
    if is_of_today {
        for day in today.plus(-DAYS_BEFORE).through(today) {
            left_out.extend(left_out_of(situation, day, arrival, situation.span(day)));
        }
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
