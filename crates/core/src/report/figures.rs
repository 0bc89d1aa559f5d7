//! Counting.

use std::collections::BTreeMap;

use super::weeks::weeks;
use super::{Figures, LineFigures, OutOf, Report, WaitingLine};
use crate::ids::{LineId, PlanId};
use crate::schedule::{AgendaItem, BoutsOfDay, Situation, State, bouts_of_days};
use crate::time::Day;

/// The numbers from `from` through `through`, both included.
#[must_use]
pub fn figures(situation: &Situation<'_>, from: Day, through: Day) -> Report {
    let mut total = Figures::default();
    let mut order: Vec<(PlanId, LineId)> = Vec::new();
    let mut by_line: BTreeMap<(PlanId, LineId), LineFigures> = BTreeMap::new();
    let mut waiting: Vec<WaitingLine> = Vec::new();
    for bouts in bouts_of_days(situation, from, through) {
        // What waits still, and was not asked for before.
        let lines = bouts.waiting.iter();
        let lines =
            lines.map(|(line, title)| WaitingLine { line: line.clone(), title: title.clone() });
        waiting = lines.collect();
        for (item, is_extra) in asked_and_extra(&bouts) {
            let key = (item.bout.plan.clone(), item.bout.line.clone());
            let line = by_line.entry(key.clone()).or_insert_with(|| {
                order.push(key);
                LineFigures {
                    line: item.bout.line.clone(),
                    title: String::new(),
                    figures: Figures::default(),
                    days: OutOf::default(),
                    sets: OutOf::default(),
                    repetitions: OutOf::default(),
                    minutes: OutOf::default(),
                    breaths: OutOf::default(),
                    steps: OutOf::default(),
                    metres: OutOf::default(),
                    partly_unsaid: 0,
                }
            });
            // The title of the last day on which it was asked for.
            line.title.clone_from(&item.title);
            line.figures.count(item, is_extra);
            if !is_extra {
                line.count_amounts(item, situation.standing.bouts.get(&item.bout));
            }
        }
        for (key, was_done) in days_of_lines(&bouts) {
            if let Some(line) = by_line.get_mut(&key) {
                line.count_day(was_done);
            }
        }
        total.count_day(&bouts);
    }
    let sheet_order = |plan: &PlanId, line: &LineId| {
        situation.revisions.iter().filter(|known| known.revision.plan == *plan).find_map(|known| {
            known.revision.lines.iter().position(|candidate| candidate.id == *line)
        })
    };
    order.sort_by_key(|(plan, line)| sheet_order(plan, line));
    waiting.retain(|one| order.iter().all(|(_, asked)| *asked != one.line));
    let lines = order.iter().filter_map(|key| by_line.remove(key)).collect();
    let weeks = weeks(situation, from, through);
    waiting.retain(|one| weeks.iter().all(|week| week.line != one.line));
    Report { from, through, total, lines, waiting, weeks }
}

/// The lines that the day asked for and whose time has come, each with whether something of it was done.
fn days_of_lines(bouts: &BoutsOfDay) -> BTreeMap<(PlanId, LineId), bool> {
    let mut lines = BTreeMap::new();
    for item in &bouts.items {
        let was_done = matches!(item.state, State::Done | State::Partly { .. });
        let was_left =
            item.state.is_answered() || matches!(item.state, State::NoEntry | State::NotReminded);
        if was_left {
            let key = (item.bout.plan.clone(), item.bout.line.clone());
            *lines.entry(key).or_insert(false) |= was_done;
        }
    }
    lines
}

impl Figures {
    /// Counts every bout of a day.
    pub(super) fn count_day(&mut self, bouts: &BoutsOfDay) {
        for (item, is_extra) in asked_and_extra(bouts) {
            self.count(item, is_extra);
        }
    }

    fn count(&mut self, item: &AgendaItem, is_extra: bool) {
        if is_extra {
            self.extra += u32::from(matches!(item.state, State::Done | State::Partly { .. }));
            return;
        }
        let place = match item.state {
            State::Done => &mut self.done,
            State::Partly { .. } => &mut self.partly,
            State::Skipped { .. } => &mut self.skipped,
            State::SaidNotDone => &mut self.said_not_done,
            State::StoppedByRedFlag => &mut self.stopped,
            State::Withheld => &mut self.withheld,
            State::Paused => &mut self.paused,
            State::NotRequired => &mut self.not_required,
            // What the week leaves to choose belongs to the week and not to the day.
            State::Available => return,
            State::NoEntry => &mut self.no_entry,
            State::NotReminded => &mut self.not_reminded,
            State::Unknown => &mut self.unknown,
            State::InProgress | State::Due | State::Upcoming => &mut self.open,
        };
        *place += 1;
        self.prescribed += 1;
        self.entered_later += u32::from(item.entered_later);
        self.corrected += u32::from(item.corrected);
    }
}

/// Every bout that the day asks for, then what was done and nothing asked for.
fn asked_and_extra(bouts: &BoutsOfDay) -> impl Iterator<Item = (&AgendaItem, bool)> {
    let extras = bouts.extras.iter().map(|item| (item, true));
    bouts.items.iter().map(|item| (item, false)).chain(extras)
}
