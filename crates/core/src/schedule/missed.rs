//! The missed-dose rule: what may still be offered when a bout came late. It bounds what is offered and
//! prompted, never what may be recorded.

use super::agenda::lines_of;
use super::day_of::{DayOf, Line};
use super::done::bouts_on;
use super::state::{Asks, NotRequired};
use super::{Situation, revision_on};
use crate::plan::{Prescription, Revision, Round};
use crate::record::{BoutKey, BoutPlace, StandingBout};
use crate::time::{Comes, Day, Instant, Span, WallTime};

/// The rule of one round: its own, and where that is silent the plan's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Rule {
    /// Minutes from the end of one bout to the start of the next.
    gap_minutes: Option<u16>,
    most_a_day: Option<u8>,
    /// From then on no bout may begin.
    pub(super) too_late: Option<Instant>,
    /// The last moment at which it may ring.
    pub(super) latest_ring: Option<Instant>,
}

/// What the rule makes of one bout.
#[derive(Clone, Copy)]
pub(super) struct Offered {
    pub(super) asks: Asks,
    /// Before this moment it is not offered, although its round has begun.
    pub(super) not_before: Option<Instant>,
}

/// The rule of the plan on `day`: that of every round which has none of its own.
pub(super) fn rule_of_plan(situation: &Situation<'_>, revision: &Revision, day: Day) -> Rule {
    let plan = &revision.missed_dose;
    let comes = |at| situation.whereabouts.instant_on(day, at, revision.day_start_on(day));
    Rule {
        gap_minutes: plan.gap_minutes,
        most_a_day: plan.most_a_day,
        too_late: plan.latest_start.and_then(comes).map(after),
        latest_ring: plan.latest_ring.and_then(comes).map(last),
    }
}

/// The minute of a latest start is one in which one may still begin. A journey that passed over it ended it.
fn after(latest: Comes) -> Instant {
    if latest.passed_over.is_some() { latest.at } else { latest.at + Span::minutes(1) }
}

/// The last second of a latest time.
fn last(latest: Comes) -> Instant {
    if latest.passed_over.is_some() { latest.at - Span::seconds(1) } else { latest.at }
}

/// The rule of `round`, where it has one of its own, else that of the `plan`. `comes` says when the day has a
/// time.
pub(super) fn rule_of(plan: Rule, round: &Round, comes: impl Fn(WallTime) -> Comes) -> Rule {
    let own = &round.missed_dose;
    Rule {
        gap_minutes: own.gap_minutes.or(plan.gap_minutes),
        most_a_day: plan.most_a_day,
        too_late: own.latest_start.map(|at| after(comes(at))).or(plan.too_late),
        latest_ring: own.latest_ring.map(|at| last(comes(at))).or(plan.latest_ring),
    }
}

/// The rule of a line that is done at any time: its own gap, and the latest start of the `plan`.
pub(super) fn rule_of_line(plan: Rule, gap_minutes: Option<u16>) -> Rule {
    Rule { gap_minutes, most_a_day: None, ..plan }
}

impl DayOf<'_> {
    /// What `rule` makes of the bout of `line` at `place`, whose window is open from `starts` to `ends`. `lines` are
    /// all that the day asks for.
    pub(super) fn offered(
        &self,
        lines: &[Line<'_>],
        line: &Prescription,
        place: &BoutPlace,
        (starts, ends): (Instant, Instant),
        rule: Rule,
    ) -> Offered {
        if rule.gap_minutes.is_none() && rule.most_a_day.is_none() {
            return Offered { asks: Asks::Yes, not_before: None };
        }
        let others_on = |on: Day| {
            bouts_on(self.situation, self.revision, line, on).filter(move |(key, known)| {
                (on != self.day || key.place != *place) && known.was_done()
            })
        };
        // What ended when this window was over already pushed nothing, and what was entered later has no time.
        let ended_on = |on: Day| {
            let ended = others_on(on).filter_map(|(key, known)| Some((key, known, known.ended?)));
            ended.filter(|(_, _, end)| *end < ends)
        };
        // The most are counted by the day; the gap is elapsed time, and goes on through the night, in which somebody may count
        // what they did for the date that has begun.
        let not_before = rule.gap_minutes.and_then(|gap| {
            let gap = Span::minutes(i64::from(gap));
            let all = [0, -1, 1].into_iter().flat_map(|days| ended_on(self.day.plus(days)));
            // At the latest it was done when it was said to be, which pushes nothing once this window is over.
            let said = |known: &StandingBout, end: Instant| {
                known.answered.filter(|at| *at < ends).map_or(end, |at| at.max(end))
            };
            let pushing = all.filter(|(_, known, end)| said(known, *end) + gap > starts);
            let ended = pushing.map(|(key, known, end)| {
                self.work_ended(lines, key, known, (end, said(known, end)))
            });
            ended.max().map(|end| end + gap).filter(|at| *at > starts)
        });
        let is_full = rule.most_a_day.is_some_and(|most| {
            // What was entered later pushes no gap, since nobody knows its hour, and counts for the day all the same.
            let counts = |known: &StandingBout| known.ended.is_none_or(|end| end < ends);
            let done = others_on(self.day).filter(|(_, known)| counts(known)).count();
            done >= usize::from(most)
        });
        // The window ends after the minute of the latest start, so that this is later than that, too.
        let is_too_late = not_before.is_some_and(|at| at >= ends);
        let asks = if is_full {
            Asks::NoLonger(NotRequired::MostADay)
        } else if is_too_late {
            Asks::NoLonger(NotRequired::Gap)
        } else if not_before.is_some_and(|at| self.situation.now < at) {
            Asks::NotYet
        } else {
            Asks::Yes
        };
        Offered { asks, not_before }
    }

    /// When the work of a bout ended that was entered, or seen last, at `entered`, and of which somebody `said` what became
    /// of it: the rest of what was seen may have been done without us until then. What is ticked of a round whose
    /// window is over was done before that, and a tick in the evening is no bout of the evening.
    fn work_ended(
        &self,
        lines: &[Line<'_>],
        bout: &BoutKey,
        known: &StandingBout,
        (entered, said): (Instant, Instant),
    ) -> Instant {
        let was_seen = !known.work.is_empty();
        let BoutPlace::Round(round) = &bout.place else { return said };
        let ends = if bout.day == self.day {
            self.end_of(lines, round)
        } else {
            let in_force = revision_on(self.situation.revisions, bout.day);
            in_force.filter(|known| known.revision.plan == bout.plan).and_then(|known| {
                let lines = lines_of(self.situation, known, bout.day).0;
                DayOf::new(self.situation, &known.revision, bout.day).end_of(&lines, round)
            })
        };
        let said = ends.map_or(said, |ends| ends.min(said));
        if was_seen { said.max(entered) } else { said }
    }
}
