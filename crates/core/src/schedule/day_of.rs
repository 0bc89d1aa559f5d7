//! One day of one revision: the bouts that it asks for, and what became of each.

use super::amount::{part, seen};
use super::done::bouts_on;
use super::lighter::{lighter, re_entry};
use super::missed::{Offered, Rule, rule_of_line, rule_of_plan};
use super::state::{Asks, NotRequired, Window, state};
use super::waits::let_go_at;
use super::{AgendaAsNeeded, AgendaItem, Situation, State};
use crate::ids::LineId;
use crate::plan::{Bouts, Frequency, LineOnDay, Prescription, Revision, Round};
use crate::record::{BoutKey, BoutPlace, Evidence, EvidenceKind};
use crate::time::{Comes, Day, Instant, WallTime, Whereabouts};

/// One day of one revision, with what all its bouts ask of the clock worked out once.
pub(super) struct DayOf<'a> {
    pub(super) situation: &'a Situation<'a>,
    pub(super) revision: &'a Revision,
    pub(super) day: Day,
    /// When it begins and when the next day does.
    pub(super) span: (Instant, Instant),
    /// When what has no round may be done: from the beginning of the day to its latest start, where the plan
    /// has one, else to its end.
    pub(super) whole_day: (Instant, Instant),
    /// The missed-dose rule of the plan.
    pub(super) rule: Rule,
    /// The journeys with which the day came again: when each ended, and where the person had been until then.
    came_again: Vec<(Instant, Whereabouts)>,
    /// Whether the person begins again, with the part of a dose that the sheet names.
    begins_again: bool,
    /// Since when anything can be said.
    knows_since: Option<Instant>,
    /// Whether a sheet of the plan was taken in while the day ran, and holds on it.
    sheet_came: bool,
}

/// A line that a day asks for, and what it says on that day.
pub(super) struct Line<'a> {
    pub(super) line: &'a Prescription,
    pub(super) on_day: LineOnDay<'a>,
    pub(super) asks: Asks,
}

impl Line<'_> {
    /// How often the day asks for it.
    pub(super) fn bouts(&self) -> Option<&Bouts> {
        match self.on_day.frequency {
            Frequency::Due { bouts, .. } => Some(bouts),
            Frequency::AsNeeded { .. } | Frequency::Technique => None,
        }
    }

    pub(super) fn is_in(&self, round: &Round) -> bool {
        matches!(self.bouts(), Some(Bouts::InRounds(rounds)) if rounds.contains(&round.id))
    }
}

impl<'a> DayOf<'a> {
    pub(super) fn new(situation: &'a Situation<'a>, revision: &'a Revision, day: Day) -> Self {
        let span = situation.span(day);
        let rule = rule_of_plan(situation, revision, day);
        let ends = rule.too_late.map_or(span.1, |late| late.min(span.1)).max(span.0);
        let whole_day = (span.0, ends);
        let came_again = situation.came_again(day);
        let names_part = revision.re_entry.as_ref().is_some_and(|rule| rule.part.is_some());
        let begins_again = names_part && re_entry(situation, revision, day).is_some();
        let knows_since = situation.knows_since();
        let sheet_came = situation.revisions.iter().any(|known| {
            known.from == day && known.imported_at > span.0 && known.revision.plan == revision.plan
        });
        Self {
            situation,
            revision,
            day,
            span,
            whole_day,
            rule,
            came_again,
            begins_again,
            knows_since,
            sheet_came,
        }
    }

    /// When `line` came to the day, where that was while it ran: with a sheet that was taken in, or by a word that let go of it.
    fn came_at(&self, line: &Prescription) -> Option<Instant> {
        let by_word = let_go_at(self.situation, self.revision, line, self.day);
        by_word.max(self.came_with_sheet(&line.id))
    }

    /// When `line` came with a sheet that was taken in while the day ran. With the first sheet of all nothing came: what lies
    /// before that is told by `knows_since`.
    fn came_with_sheet(&self, line: &LineId) -> Option<Instant> {
        if !self.sheet_came {
            return None;
        }
        let (mut came, mut had_it) = (None, true);
        for known in self.situation.revisions.iter().filter(|known| known.from <= self.day) {
            let sheet = &known.revision;
            let has_it = sheet.plan == self.revision.plan && sheet.line(line).is_some();
            if has_it && !had_it {
                came = Some(known.imported_at);
            }
            had_it = has_it;
        }
        came.filter(|came| *came > self.span.0)
    }

    /// What `of` says of the day as it was before each journey with which it came again, each with when that ended.
    pub(super) fn before<T>(&self, of: impl Fn(&DayOf<'_>) -> T) -> Vec<(Instant, T)> {
        let was = |(arrival, whereabouts): &(Instant, Whereabouts)| {
            let situation = Situation { whereabouts, ..*self.situation };
            (*arrival, of(&DayOf::new(&situation, self.revision, self.day)))
        };
        self.came_again.iter().map(was).collect()
    }

    /// When a time of the day comes. On a day that was never there all of them were passed over, and in a night the
    /// times of a date that was never there.
    pub(super) fn comes(&self, at: WallTime) -> Comes {
        let (starts, ends) = self.span;
        let never = |at| Comes { at, passed_over: Some(at) };
        if starts == ends {
            return never(starts);
        }
        let day_start = self.revision.day_start_on(self.day);
        let comes = self.situation.whereabouts.instant_on(self.day, at, day_start);
        comes.unwrap_or_else(|| never(ends))
    }

    /// When the day begins.
    pub(super) fn begins(&self) -> Comes {
        // A change of the clocks may have moved it by an hour.
        Comes { at: self.span.0, ..self.comes(self.revision.day_start_on(self.day)) }
    }

    /// Why nothing asks for what has no time left, from `starts` on.
    pub(super) fn without_time(&self, starts: Comes) -> Offered {
        let has_day = self.span.0 < self.span.1;
        let why = if !has_day || starts.passed_over.is_some() {
            NotRequired::Travel
        } else if starts.at >= self.span.1 {
            NotRequired::NextDayBegan
        } else {
            NotRequired::ClocksChanged
        };
        Offered { asks: Asks::NoLonger(why), not_before: None }
    }
}

impl DayOf<'_> {
    pub(super) fn was_opened(&self) -> bool {
        self.situation.seen.was_opened(self.day)
    }

    /// What is done at any time: as many bouts as the sheet says, each with the whole day as its window.
    pub(super) fn any_time(&self, lines: &[Line<'_>]) -> Vec<AgendaItem> {
        let (starts, ends) = self.whole_day;
        let told = self.was_opened() || self.evidence().next().is_some();
        let window = self.window(starts, ends, told);
        let before = self.before(|day| day.whole_day);
        let before = before.into_iter().find_map(|(arrival, was)| over_by(arrival, was));
        let item = |line: &Line<'_>, nth| {
            let place = BoutPlace::AnyTime(nth);
            let window = before
                .map_or((window, ends), |(starts, ends)| (self.window(starts, ends, told), ends));
            let offered = if before.is_some() && line.asks == Asks::Yes {
                not_again()
            } else if starts < ends {
                self.at_any_time(lines, line, &place, (starts, ends))
            } else {
                self.without_time(self.begins())
            };
            self.item(line, place, window, offered)
        };
        let mut items = Vec::new();
        for line in lines {
            let Some(Bouts::AnyTime { times, most, .. }) = line.bouts() else { continue };
            let first = items.len();
            items.extend((1..=*times).filter_map(|nth| item(line, nth)));
            // "4 to 6 times": what comes above the lower number is offered once that was answered, and
            // what was recorded of it stays to be seen.
            let asks = if line.asks == Asks::Yes { Asks::IfWanted } else { line.asks };
            let wanted = Line { line: line.line, on_day: line.on_day.clone(), asks };
            for nth in times.saturating_add(1)..=*most {
                let is_next =
                    items.iter().skip(first).all(|item: &AgendaItem| item.state.is_answered());
                let is_offered = is_next && window == Window::Open;
                let Some(extra) = item(&wanted, nth) else { continue };
                if is_offered || extra.state != State::Available {
                    items.push(extra);
                }
            }
        }
        items
    }

    /// What the person may want today, with what they did of it.
    pub(super) fn as_needed(&self, lines: &[Line<'_>]) -> Vec<AgendaAsNeeded> {
        let (starts, ends) = self.whole_day;
        let as_needed = |line: &Line<'_>| {
            let Frequency::AsNeeded { when, most_a_day, ask_first } = line.on_day.frequency else {
                return None;
            };
            let bouts = || bouts_on(self.situation, self.revision, line.line, self.day);
            let places: Vec<BoutPlace> = bouts().map(|(key, _)| key.place.clone()).collect();
            let done = bouts().filter(|(_, known)| known.was_done()).count();
            let is_free = |nth: &u8| !places.contains(&BoutPlace::AnyTime(*nth));
            let next = (1..=u8::MAX).find(is_free)?;
            let is_full = most_a_day.is_some_and(|most| done >= usize::from(most));
            let window = self.window(starts, ends, true);
            let item = |place| self.item(line, place, (window, ends), whenever());
            let is_over = self.situation.now >= ends;
            let is_offered = !is_full && starts < ends && !is_over;
            Some(AgendaAsNeeded {
                line: line.line.id.clone(),
                when: when.clone(),
                most_a_day: *most_a_day,
                ask_first: ask_first.clone(),
                safety_question: line.line.asks_before(line.on_day.frequency, line.on_day.side),
                recorded: places.into_iter().filter_map(item).collect(),
                next: is_offered.then(|| item(BoutPlace::AnyTime(next))).flatten(),
                title: line.line.title.clone(),
            })
        };
        lines.iter().filter_map(as_needed).collect()
    }

    /// The bout of `line` at `place`; `None` for one that is left to choose, while the rule offers none: it has no
    /// time, the gap is not over, its time is, or the day has had as many as it may.
    pub(super) fn item(
        &self,
        line: &Line<'_>,
        place: BoutPlace,
        (window, ends): (Window, Instant),
        offered: Offered,
    ) -> Option<AgendaItem> {
        let Line { line, on_day, asks } = line;
        let was_over = || self.came_at(line).is_some_and(|came| ends <= came);
        let window = match window {
            Window::Told | Window::Untold if was_over() => Window::BeforeUs,
            _ => window,
        };
        let asks = if *asks == Asks::Yes { offered.asks } else { *asks };
        let bout = BoutKey {
            plan: self.revision.plan.clone(),
            line: line.id.clone(),
            day: self.day,
            place,
        };
        let known = self.situation.standing.bouts.get(&bout);
        let state = state(known, window, asks);
        let is_over = !matches!(window, Window::Ahead | Window::Open);
        let is_open = !is_over || self.situation.is_looking_back;
        let is_offered = offered.asks == Asks::Yes && is_open && asks != Asks::OnlyRecorded;
        if state == State::Available && !is_offered {
            return None;
        }
        let less = self.begins_again.then(|| lighter(self.revision, &on_day.dose)).flatten();
        let (dose, lighter) =
            less.map_or((on_day.dose.clone(), None), |(dose, why)| (dose, Some(why)));
        let was_partly = matches!(state, State::Partly { .. });
        Some(AgendaItem {
            bout,
            exercise: line.exercise.clone(),
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            as_written: line.as_written.clone(),
            side: on_day.side,
            tempo: line.tempo,
            flags: line.flags.clone(),
            safety_question: line.asks_before(on_day.frequency, on_day.side),
            not_before: offered.not_before,
            state,
            not_required: match asks {
                Asks::NoLonger(why) if state == State::NotRequired => Some(why),
                _ => None,
            },
            record: known.and_then(|known| known.closed.as_ref()).map(|(record, _)| *record),
            entered_later: known.is_some_and(|known| known.entered_later),
            corrected: known.is_some_and(|known| known.corrected),
            part: known.filter(|_| was_partly).and_then(|known| part(known, &dose, on_day.side)),
            seen: known.map(|known| seen(known, &dose, on_day.side)).unwrap_or_default(),
            dose,
            lighter,
        })
    }

    pub(super) fn window(&self, starts: Instant, ends: Instant, told: bool) -> Window {
        if self.situation.now < starts {
            Window::Ahead
        } else if self.situation.now < ends {
            Window::Open
        } else if told {
            Window::Told
        } else if self.knows_since.is_none_or(|since| ends <= since) {
            Window::BeforeUs
        } else {
            Window::Untold
        }
    }

    /// What the line's own gap makes of a bout at any time.
    fn at_any_time(
        &self,
        lines: &[Line<'_>],
        line: &Line<'_>,
        place: &BoutPlace,
        window: (Instant, Instant),
    ) -> Offered {
        let gap = match line.bouts() {
            Some(Bouts::AnyTime { gap_minutes, .. }) => *gap_minutes,
            _ => None,
        };
        let rule = rule_of_line(self.rule, gap);
        self.offered(lines, line.line, place, window, rule)
    }

    /// What shows that the person was told of the day.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let of_day = self.situation.seen.on(self.day).iter();
        of_day.filter(|seen| {
            // What a clock that was ahead saw is not seen yet.
            let was_seen = seen.at <= self.situation.now;
            was_seen && seen.plan == self.revision.plan && seen.kind != EvidenceKind::Undeliverable
        })
    }
}

/// The window, if it was there and over when the person came to where the day came again.
pub(super) fn over_by(
    arrival: Instant,
    (starts, ends): (Instant, Instant),
) -> Option<(Instant, Instant)> {
    (starts < ends && ends <= arrival).then_some((starts, ends))
}

/// What had its time before the day came again is asked for once.
pub(super) fn not_again() -> Offered {
    Offered { asks: Asks::NoLonger(NotRequired::DayAgain), not_before: None }
}

/// What is done at any time is offered all day.
fn whenever() -> Offered {
    Offered { asks: Asks::Yes, not_before: None }
}
