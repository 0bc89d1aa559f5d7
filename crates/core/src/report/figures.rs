//! Counting.

use super::weeks::weeks;
use super::{Figures, LineFigures, OutOf, Report, WaitingLine};
use crate::ids::{LineId, PlanId};
use crate::record::BoutKey;
use crate::schedule::{AgendaItem, BoutsOfDay, Situation, State, bouts_of_days};
use crate::time::Day;

/// The numbers from `from` through `through`, both included.
#[must_use]
pub fn figures(situation: &Situation<'_>, from: Day, through: Day) -> Report {
    let mut total = Figures::default();
    let mut lines: Vec<Counted> = Vec::new();
    let mut waiting: Vec<WaitingLine> = Vec::new();
    for bouts in bouts_of_days(situation, from, through) {
        // What waits still, and was not asked for before.
        let still = bouts.waiting.iter();
        let still =
            still.map(|(line, title)| WaitingLine { line: line.clone(), title: title.clone() });
        waiting = still.collect();
        for (item, is_extra) in asked_and_extra(&bouts) {
            let line = of_line(&mut lines, &item.bout);
            // The title of the last day on which it was asked for.
            line.figures.title.clone_from(&item.title);
            line.figures.figures.count(item, is_extra);
            total.count(item, is_extra);
            if !is_extra {
                line.figures.count_amounts(item, &situation.standing.bouts);
                line.of_day = line.of_day.max(was_done_of_day(item));
            }
        }
        for line in &mut lines {
            if let Some(was_done) = line.of_day.take() {
                line.figures.count_day(was_done);
            }
        }
    }
    let sheet_order = |plan: &PlanId, line: &LineId| {
        situation.revisions.iter().filter(|known| known.revision.plan == *plan).find_map(|known| {
            known.revision.lines.iter().position(|candidate| candidate.id == *line)
        })
    };
    lines.sort_by_key(|known| sheet_order(&known.plan, &known.figures.line));
    let lines: Vec<LineFigures> = lines.into_iter().map(|known| known.figures).collect();
    waiting.retain(|one| lines.iter().all(|asked| asked.line != one.line));
    let weeks = weeks(situation, from, through);
    waiting.retain(|one| weeks.iter().all(|week| week.line != one.line));
    Report { from, through, total, lines, waiting, weeks }
}

/// A line while it is counted.
struct Counted {
    plan: PlanId,
    figures: LineFigures,
    /// Whether something of it was done on the day that is being counted; `None` while that has not asked for it, or its
    /// time has not come.
    of_day: Option<bool>,
}

/// What is counted of the line of `bout`, in the order in which they are met: a plan has a dozen lines and ten years have
/// thirty thousand bouts.
fn of_line<'a>(lines: &'a mut Vec<Counted>, bout: &BoutKey) -> &'a mut Counted {
    let is_it = |known: &Counted| known.figures.line == bout.line && known.plan == bout.plan;
    let at = lines.iter().position(is_it).unwrap_or_else(|| {
        let figures = LineFigures {
            line: bout.line.clone(),
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
        };
        lines.push(Counted { plan: bout.plan.clone(), figures, of_day: None });
        lines.len() - 1
    });
    &mut lines[at]
}

/// Whether something of `item`, which the day asked for, was done; `None` where its time has not come.
fn was_done_of_day(item: &AgendaItem) -> Option<bool> {
    let was_left =
        item.state.is_answered() || matches!(item.state, State::NoEntry | State::NotReminded);
    let was_done = matches!(item.state, State::Done | State::Partly { .. });
    was_left.then_some(was_done)
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
