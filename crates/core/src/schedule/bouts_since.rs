//! How many bouts came since something was said of a line: what "the next time" and "for so many bouts" count.

use std::collections::BTreeMap;

use super::agenda::{AskedOf, asked_of};
use super::pain::{Does, Effect};
use super::{Agenda, AgendaItem, Situation, State, rest, stops};
use crate::record::{BoutKey, StandingBout};
use crate::time::{Day, Instant};

/// How far back a rule about the next bouts is followed, in days. What has waited longer is over.
pub(super) const LONGEST: i32 = 28;

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

/// Whether `effect` was for so many bouts, and as many came before `bout`. A stop is used up by the bouts that
/// were asked for; another dose by those that were done, since one that was left out was not lighter.
pub(super) fn is_used_up(
    situation: &Situation<'_>,
    asked: &mut AskedDays,
    effect: &Effect<'_>,
    bout: &BoutKey,
) -> bool {
    let Some(bouts) = effect.bouts else { return false };
    if bouts == 0 || bout.day.days_after(effect.said.day) > LONGEST {
        return true;
    }
    let mut left = bouts;
    for day in effect.said.day.through(bout.day) {
        let of_day = asked.on(situation, day);
        // What is none of the day's bouts stands before them all.
        if day == bout.day && !of_day.iter().any(|one| one.bout == *bout) {
            break;
        }
        let of_line =
            of_day.iter().filter(|one| one.bout.line == bout.line && one.bout.plan == bout.plan);
        for one in of_line {
            if one.bout == *bout {
                return false;
            }
            let counts = match effect.does {
                Does::Stop(..) => !effect.came_in(&one.bout),
                Does::Change(_) => {
                    was_done(situation, &one.bout)
                        && !effect.came_after_beginning(situation, &one.bout)
                }
            };
            let known = situation.standing.bouts.get(&one.bout);
            let ended = known.and_then(|known| known.ended).unwrap_or(one.ends).min(one.ends);
            let is_after = one.is_asked && ended > effect.said.at;
            if is_after && counts {
                left -= 1;
            }
            // What comes later need not be looked at.
            if left == 0 {
                return true;
            }
        }
    }
    false
}

fn was_done(situation: &Situation<'_>, bout: &BoutKey) -> bool {
    situation.standing.bouts.get(bout).is_some_and(StandingBout::was_done)
}

fn is_asked_for(state: State) -> bool {
    use State::{Available, NotRequired, Paused, StoppedByRedFlag};
    !matches!(state, Available | NotRequired | Paused | StoppedByRedFlag)
}

impl AskedDays {
    /// The bouts of `day`, in its order.
    fn on(&mut self, situation: &Situation<'_>, day: Day) -> &[Occurrence] {
        self.0.entry(day).or_insert_with(|| {
            let Some(AskedOf { mut agenda, revision, whole_day, .. }) = asked_of(situation, day)
            else {
                return Vec::new();
            };
            let all: Vec<(BoutKey, Instant)> = occurrences(&agenda, whole_day.1)
                .map(|(item, ends)| (item.bout.clone(), ends))
                .collect();
            // A pause, a bad day and a warning sign ask for less, or for nothing.
            rest::apply(&mut agenda, revision);
            stops::apply(&mut agenda, &situation.plan_facts.red_flags, whole_day);
            // They leave out some, and change the order of none.
            let mut left = agenda.items().peekable();
            let occurrence = |(bout, ends)| {
                let item = left.next_if(|item| item.bout == bout);
                let is_asked = item.is_some_and(|item| is_asked_for(item.state));
                Occurrence { bout, ends, is_asked }
            };
            all.into_iter().map(occurrence).collect()
        })
    }

    /// Lets go of the days before `day`.
    pub(super) fn forget_before(&mut self, day: Day) {
        while let Some(first) = self.0.first_entry().filter(|first| *first.key() < day) {
            first.remove();
        }
    }
}
