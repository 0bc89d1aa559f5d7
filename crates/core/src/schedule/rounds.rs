//! The rounds of a day: those of the sheet, and those by the clock.

use super::clock::clock_round;
use super::day_of::{DayOf, Line, not_again, over_by};
use super::missed::{Rule, rule_of};
use super::state::Asks;
use super::steps::line_on;
use super::waits::stands;
use super::{AgendaItem, AgendaRound, State};
use crate::ids::RoundId;
use crate::plan::{Bouts, Frequency, Round};
use crate::record::BoutPlace;
use crate::time::{Comes, Instant, WallTime};

/// A round of the sheet, or one by the clock, with its place in the day.
struct Placed<'a> {
    id: RoundId,
    title: &'a str,
    routine: Option<&'a String>,
    at: Option<WallTime>,
    starts: Comes,
    rule: Rule,
    lines: Vec<&'a Line<'a>>,
    /// When the next one begins, or the day ends.
    next: Instant,
}

impl Placed<'_> {
    /// From its time to that of the next, and no later than its latest start.
    fn window(&self) -> (Instant, Instant) {
        let starts = self.starts.at;
        let ends = self.rule.too_late.map_or(self.next, |late| late.min(self.next));
        (starts, ends.max(starts))
    }
}

impl DayOf<'_> {
    /// The rounds that have something to do, in the day's order.
    pub(super) fn rounds(&self, lines: &[Line<'_>]) -> Vec<AgendaRound> {
        let windows = |day: &DayOf<'_>| -> Vec<(RoundId, (Instant, Instant))> {
            let placed = day.placed(lines).into_iter();
            placed.map(|round| (round.id.clone(), round.window())).collect()
        };
        let before = self.before(windows);
        let was_over = |round: &Placed<'_>| {
            before.iter().find_map(|(arrival, windows)| {
                let (_, was) = windows.iter().find(|(id, _)| *id == round.id)?;
                over_by(*arrival, *was)
            })
        };
        let placed = self.placed(lines);
        let mut rounds: Vec<_> =
            placed.iter().map(|round| self.round(lines, round, was_over(round))).collect();
        rounds.retain(|round| !round.items.is_empty());
        rounds
    }

    /// When the window of `round` ends; `None` where the day has no such round, or no time for it.
    pub(super) fn end_of(&self, lines: &[Line<'_>], round: &RoundId) -> Option<Instant> {
        let placed = self.placed(lines);
        let (starts, ends) = placed.iter().find(|placed| placed.id == *round)?.window();
        (starts < ends).then_some(ends)
    }

    /// The places of the day, also those at which it asks for nothing: a window must not grow when a week that is
    /// complete, or a day that is over, asks for less. The window of each ends where the next of them begins; that of a
    /// round without a time is the day, and stands last. Rounds by the clock follow one another, and so do those of the sheet.
    fn placed<'l>(&'l self, lines: &'l [Line<'l>]) -> Vec<Placed<'l>> {
        let (timed, without_time): (Vec<_>, Vec<_>) =
            self.rounds_of_sheet(lines).into_iter().partition(|round| round.at.is_some());
        let day_start = self.revision.day_start_on(self.day);
        let mut all = Vec::new();
        for mut placed in [timed, self.rounds_by_clock(lines)] {
            let into_day = |round: &Placed<'_>| round.at.map(|at| at.minutes_into_day(day_start));
            placed.sort_by_key(|round| (round.starts.at, into_day(round)));
            // Two that the clocks put on one moment share its window. Of two that a journey passed over, the first
            // was over when the second began.
            let end = |of: &Placed<'_>| {
                let mut later = placed.iter().filter(|round| {
                    let is_behind =
                        of.starts.passed_over.is_some() && into_day(round) > into_day(of);
                    round.starts.at > of.starts.at || (round.starts.at == of.starts.at && is_behind)
                });
                later.next().map_or(of.next, |round| round.starts.at)
            };
            let ends: Vec<Instant> = placed.iter().map(end).collect();
            all.extend(placed.into_iter().zip(ends).map(|(of, next)| Placed { next, ..of }));
        }
        all.sort_by_key(|round| round.starts.at);
        all.extend(without_time);
        all
    }

    fn rounds_of_sheet<'l>(&'l self, lines: &'l [Line<'l>]) -> Vec<Placed<'l>> {
        let place = |round: &'l Round| {
            let lines: Vec<_> = lines.iter().filter(|line| line.is_in(round)).collect();
            let at = self.time_of(round)?;
            Some(Placed {
                id: round.id.clone(),
                title: &round.title,
                routine: round.routine.as_ref(),
                at,
                starts: match at {
                    Some(at) => self.comes(at),
                    None => self.begins(),
                },
                rule: rule_of(self.rule, round, |at| self.comes(at)),
                lines,
                next: self.span.1,
            })
        };
        self.revision.rounds.iter().filter_map(place).collect()
    }

    /// The rounds of lines that are done every so many hours: those of the same time are done together. A line that
    /// stands on the sheet that day, and is not asked for, has its times all the same.
    fn rounds_by_clock<'l>(&'l self, lines: &'l [Line<'l>]) -> Vec<Placed<'l>> {
        let mut rounds: Vec<Placed<'l>> = Vec::new();
        let mut place = |bouts: &Bouts, line: Option<&'l Line<'l>>| {
            for at in self.revision.clock_times_on(bouts, self.day) {
                if let Some(round) = rounds.iter_mut().find(|round| round.at == Some(at)) {
                    round.lines.extend(line);
                    continue;
                }
                let Some(id) = clock_round(at) else { continue };
                let starts = self.comes(at);
                let (rule, next) = (self.rule, self.span.1);
                let (title, routine, lines) = ("", None, line.into_iter().collect());
                rounds.push(Placed { id, title, routine, at: Some(at), starts, rule, lines, next });
            }
        };
        for line in lines {
            line.bouts().into_iter().for_each(|bouts| place(bouts, Some(line)));
        }
        let is_by_clock = |often: &Frequency| {
            matches!(often, Frequency::Due { bouts: Bouts::EveryHours { .. }, .. })
        };
        for line in &self.revision.lines {
            let mut staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
            if (is_by_clock(&line.frequency) || staged.any(is_by_clock))
                && !lines.iter().any(|asked| asked.line.id == line.id)
                && stands(self.situation, self.revision, line, self.day)
                && let Frequency::Due { bouts, .. } =
                    line_on(self.situation, self.revision, line, self.day).frequency
            {
                place(bouts, None);
            }
        }
        rounds
    }

    /// When `round` falls due on a day of this kind; `None` when such a day has not got it, and
    /// `Some(None)` when it hangs on a routine alone.
    fn time_of(&self, round: &Round) -> Option<Option<WallTime>> {
        let Some(kind) = self.revision.day_type_on(self.day) else { return Some(round.at) };
        if kind.leave_out.contains(&round.id) {
            return None;
        }
        let own = kind.times.iter().find(|(id, _)| *id == round.id);
        Some(own.map(|(_, at)| *at).or(round.at))
    }

    /// Whether the person was told of a round stands in the evidence under its name and day: the hours
    /// of a day long past would move with the zone the person is in now. `before` is the window that was over when
    /// the day came again, if one was.
    fn round(
        &self,
        lines: &[Line<'_>],
        round: &Placed<'_>,
        before: Option<(Instant, Instant)>,
    ) -> AgendaRound {
        let Placed { starts: Comes { passed_over, .. }, rule, .. } = *round;
        let (starts, ends) = round.window();
        let told = self.evidence().any(|seen| seen.round == round.id);
        // What has no time never rings: the person was told of it when they opened the app.
        let told = told || (round.at.is_none() && self.was_opened());
        let (from, until) = before.unwrap_or((starts, ends));
        let window = self.window(from, until, told);
        let place = BoutPlace::Round(round.id.clone());
        let item = |line: &&Line<'_>| {
            let offered = if before.is_some() && line.asks == Asks::Yes {
                not_again()
            } else if starts < ends {
                self.offered(lines, line.line, &place, (starts, ends), rule)
            } else {
                self.without_time(round.starts)
            };
            self.item(line, place.clone(), (window, until), offered)
        };
        let items: Vec<AgendaItem> = round.lines.iter().filter_map(item).collect();
        AgendaRound {
            round: round.id.clone(),
            title: round.title.to_owned(),
            routine: round.routine.cloned(),
            at: round.at,
            starts,
            ends,
            latest_ring: rule.latest_ring,
            passed_over,
            about_minutes: about_minutes(
                items
                    .iter()
                    .filter(|item| !matches!(item.state, State::Available | State::NotRequired)),
            ),
            times: None,
            items,
        }
    }
}

impl AgendaItem {
    /// Whether the gap after another bout holds it back `now`, although its round has begun.
    #[must_use]
    pub fn is_held_back(&self, now: Instant) -> bool {
        self.not_before.is_some_and(|at| now < at)
    }
}

impl AgendaRound {
    /// The bouts that are open, but for those that the gap after another holds back `now`. Where it holds back all of them,
    /// those are what is open.
    #[must_use]
    pub fn open_at(&self, now: Instant) -> Vec<&AgendaItem> {
        let open = || self.items.iter().filter(|item| !item.state.is_settled());
        let offered: Vec<_> = open().filter(|item| !item.is_held_back(now)).collect();
        if offered.is_empty() { open().collect() } else { offered }
    }

    /// About how many minutes those take, rounded up; `None` when the sheet does not say enough.
    #[must_use]
    pub fn about_minutes_at(&self, now: Instant) -> Option<u32> {
        about_minutes(self.open_at(now).into_iter())
    }

    /// When the first of the bouts comes that the gap after another holds back `now`; `None` where it holds back none.
    #[must_use]
    pub fn held_back_until(&self, now: Instant) -> Option<Instant> {
        let open = self.items.iter().filter(|item| !item.state.is_settled());
        open.filter(|item| item.is_held_back(now)).filter_map(|item| item.not_before).min()
    }

    /// Whether every bout of it has been answered.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.items.iter().all(|item| item.state.is_settled())
    }
}

/// About how many minutes `items` take together, rounded up; `None` when the sheet does not say enough.
fn about_minutes<'a>(items: impl Iterator<Item = &'a AgendaItem>) -> Option<u32> {
    let seconds: Option<u32> =
        items.map(|item| item.dose.about_seconds(item.side, item.tempo)).sum();
    seconds.map(|seconds| seconds.div_ceil(60).max(1))
}
