//! How many bouts came since something was said of a line: what "the next time" and "for so many bouts" count.

use std::collections::BTreeMap;

use super::agenda::{AskedOf, asked_of};
use super::least_asked::{BOUT, LongStops, least_asked};
use super::pain::{Does, Effect};
use super::waits::was_taken_back;
use super::{Agenda, AgendaItem, Situation, State, rest, revision_on, stops};
use crate::ids::LineId;
use crate::record::{AROUND, BoutKey, StandingBout, StandingStop};
use crate::time::{Day, Instant};

/// For how many days after it was said all that is for so many bouts is followed at the least. It ends another dose, and
/// no stop: see [`last_day`].
const FOLLOWED: i32 = 28;

/// The bouts of some days.
#[derive(Default)]
pub(super) struct AskedDays(BTreeMap<Day, Vec<Occurrence>>);

/// A bout of a day, with the end of its window.
struct Occurrence {
    bout: BoutKey,
    ends: Instant,
    /// Whether the day asked for it, whatever hurt.
    is_asked: bool,
}

/// The bouts of the day in its order, each with the end of its window.
pub(super) fn occurrences(
    agenda: &Agenda,
    day_ends: Instant,
) -> impl Iterator<Item = (&AgendaItem, Instant)> {
    let rounds = agenda.rounds.iter();
    let in_rounds = rounds.flat_map(|round| round.items.iter().map(|item| (item, round.ends)));
    in_rounds.chain(agenda.any_time.iter().map(move |item| (item, day_ends)))
}

/// The day from which bouts can use up what was said. What is told of a day long ago counts those since it was told.
pub(super) fn counted_from(said: &StandingStop) -> Day {
    said.day.max(Day(said.at.date_naive()).plus(-AROUND))
}

/// The same, and no day before the plan's first one: a clock may once have stood years before it.
fn first_counted(situation: &Situation<'_>, said: &StandingStop) -> Day {
    let of_plan = situation.revisions.iter().filter(|known| known.revision.plan == said.plan);
    let first = of_plan.map(|known| known.from).min();
    first.map_or(counted_from(said), |first| counted_from(said).max(first))
}

/// The last day on which `effect`, which is for so many bouts, can hold for `line`; `None` where it has not come before
/// `today`. Another dose is over four weeks after it was said. A stop is over when as many bouts were asked for, however
/// long that takes: that has happened at the latest when the plan alone has asked for as many. It is followed for four weeks
/// at the least.
pub(super) fn last_day<'a>(
    situation: &Situation<'a>,
    long: &LongStops<'a>,
    effect: &Effect<'_>,
    line: &LineId,
    today: Day,
) -> Option<Day> {
    let bouts = effect.bouts?;
    let followed = counted_from(effect.said).plus(FOLLOWED);
    if matches!(effect.does, Does::Change(_)) {
        return Some(followed);
    }
    let mut open = u32::from(bouts) * BOUT;
    // Wherever the person was, none of these days had begun when it was said.
    let told = Day(effect.said.at.date_naive()).plus(AROUND);
    let first = first_counted(situation, effect.said).plus(1).max(told);
    let of_line = (&effect.said.plan, line);
    let found = first.through(today.plus(-1)).find(|day| {
        open = open.saturating_sub(least_asked(situation, long, of_line, first, *day));
        open == 0
    });
    found.map(|found| found.max(followed))
}

/// Whether `effect` was for so many bouts, and as many came before `bout`. A stop is used up by the bouts that
/// were asked for; another dose by those that were done, since one that was left out was not lighter.
pub(super) fn is_used_up(
    situation: &Situation<'_>,
    asked: &mut AskedDays,
    effect: &Effect<'_>,
    bout: &BoutKey,
) -> bool {
    if effect.bouts.is_none() {
        return false;
    }
    let is_it = |one: &Occurrence| one.bout == *bout;
    // What is none of the day's bouts stands before them all.
    let last =
        if asked.on(situation, bout.day).iter().any(is_it) { bout.day } else { bout.day.plus(-1) };
    left_before(situation, asked, effect, &bout.line, last, &is_it) == Some(0)
}

/// How many of the bouts of `line` that `effect` is for are still to come now, on `today`; `None` where it is for no number
/// of them.
pub(super) fn left_now(
    situation: &Situation<'_>,
    asked: &mut AskedDays,
    effect: &Effect<'_>,
    line: &LineId,
    today: Day,
) -> Option<u8> {
    let is_open = |one: &Occurrence| {
        let known = situation.standing.bouts.get(&one.bout);
        one.ends > situation.now && known.is_none_or(|known| known.closed.is_none())
    };
    left_before(situation, asked, effect, line, today, &is_open)
}

/// How many bouts of `line` `effect` is still for after all of those through the day `last` that stand before the first one
/// that `is_it`; `None` where it is for no number of them.
fn left_before(
    situation: &Situation<'_>,
    asked: &mut AskedDays,
    effect: &Effect<'_>,
    line: &LineId,
    last: Day,
    is_it: &dyn Fn(&Occurrence) -> bool,
) -> Option<u8> {
    let mut left = effect.bouts?;
    // A pause may be long, and asks for nothing; what was done in it all the same counts.
    let is_empty = |day: &Day| {
        situation.standing.of_day(*day).next().is_none()
            && situation.plan_facts.pause_on(*day).is_some()
    };
    for day in first_counted(situation, effect.said).through(last).filter(|day| !is_empty(day)) {
        let plan = &effect.said.plan;
        let of_day = asked.on(situation, day).iter();
        for one in of_day.filter(|one| one.bout.line == *line && one.bout.plan == *plan) {
            if is_it(one) {
                return Some(left);
            }
            let counts = match effect.does {
                Does::Stop(..) => {
                    one.is_asked && !effect.came_in(&one.bout) && !was_unasked(situation, &one.bout)
                }
                Does::Change(_) => {
                    was_done(situation, &one.bout)
                        && !effect.came_after_beginning(situation, &one.bout)
                }
            };
            let known = situation.standing.bouts.get(&one.bout);
            let ended = known.and_then(|known| known.ended).unwrap_or(one.ends).min(one.ends);
            if counts && ended > effect.said.at {
                left -= 1;
                // What comes later need not be looked at.
                if left == 0 {
                    return Some(0);
                }
            }
        }
    }
    Some(left)
}

/// Whether nobody was asked for `bout` on its day, although the day asks for it by now, and nothing was said of it.
fn was_unasked(situation: &Situation<'_>, bout: &BoutKey) -> bool {
    let held = revision_on(situation.revisions, bout.day).map(|known| &known.revision);
    let of_line = held.and_then(|held| Some((held, held.line(&bout.line)?)));
    situation.standing.bouts.get(bout).is_none()
        && of_line.is_some_and(|(held, line)| was_taken_back(situation, held, line, bout.day))
}

fn was_done(situation: &Situation<'_>, bout: &BoutKey) -> bool {
    situation.standing.bouts.get(bout).is_some_and(StandingBout::was_done)
}

fn is_asked_for(state: State) -> bool {
    use State::{Available, NotRequired, Paused, StoppedByRedFlag};
    !matches!(state, Available | NotRequired | Paused | StoppedByRedFlag)
}

impl AskedDays {
    /// The bouts of `day`, in its order, and then those of what is done when it is needed. A day that is over asks for
    /// nothing that its week could still hold: it is asked as it stood at its last moment.
    fn on(&mut self, situation: &Situation<'_>, day: Day) -> &[Occurrence] {
        self.0.entry(day).or_insert_with(|| {
            let Some(AskedOf { mut agenda, revision, whole_day, .. }) =
                asked_of(&situation.as_of(day), day)
            else {
                return Vec::new();
            };
            let all: Vec<(BoutKey, Instant)> = occurrences(&agenda, whole_day.1)
                .map(|(item, ends)| (item.bout.clone(), ends))
                .collect();
            // A pause, a bad day and a warning sign ask for less, or for nothing.
            rest::apply(&mut agenda, situation, revision);
            stops::apply(&mut agenda, situation, whole_day);
            // They leave out some, and change the order of none.
            let mut left = agenda.items().peekable();
            let occurrence = |(bout, ends)| {
                let item = left.next_if(|item| item.bout == bout);
                let is_asked = item.is_some_and(|item| is_asked_for(item.state));
                Occurrence { bout, ends, is_asked }
            };
            let asked = all.into_iter().map(occurrence);
            let needed = agenda.as_needed.iter();
            let needed = needed.flat_map(|line| line.recorded.iter().chain(&line.next));
            let occurrence = |item: &AgendaItem| Occurrence {
                bout: item.bout.clone(),
                ends: whole_day.1,
                is_asked: false,
            };
            asked.chain(needed.map(occurrence)).collect()
        })
    }

    /// Lets go of the days before `day`.
    pub(super) fn forget_before(&mut self, day: Day) {
        while let Some(first) = self.0.first_entry().filter(|first| *first.key() < day) {
            first.remove();
        }
    }
}
