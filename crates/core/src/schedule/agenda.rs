//! One day of the plan, worked out from facts.

use super::asked::{Asked, asked, notes, shown_in_words, weeks};
use super::days_off::day_off;
use super::done::bouts_on;
use super::extra::extras;
use super::lighter::{lighter, re_entry};
use super::missed::{Offered, offered, rule_of, rule_of_line};
use super::rest;
use super::state::{Asks, Window, state};
use super::steps::next_steps;
use super::stops;
use super::waits::is_over;
use super::withheld;
use super::{
    Agenda, AgendaAsNeeded, AgendaItem, AgendaPause, AgendaPrecaution, InForce, SeenSet, SeenWork,
    State, TimeOfPlan, revision_on,
};
use crate::ids::LineId;
use crate::plan::{Bouts, Dose, Frequency, LineOnDay, Prescription, Revision, Round};
use crate::record::{
    BoutKey, BoutPlace, Evidence, EvidenceKind, Opened, PlanStanding, Standing, StandingBout,
};
use crate::time::{Day, Instant, Span, Zone};

/// Everything that a day depends on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// Every revision that was taken in.
    pub revisions: &'a [InForce],
    /// What stands of the records of the days asked for.
    pub standing: &'a Standing,
    /// What stands of the facts about plans, of all days.
    pub plan_facts: &'a PlanStanding,
    /// What was seen of rounds that fell due on those days.
    pub evidence: &'a [Evidence],
    /// When the app was opened on those days.
    pub opened: &'a [Opened],
    /// When the app was first opened, ever.
    pub first_opened: Option<Instant>,
    /// The present moment.
    pub now: Instant,
    /// Where the person is.
    pub zone: &'a Zone,
}

impl Situation<'_> {
    /// The day of the plan that `now` lies in; `None` without a plan.
    #[must_use]
    pub fn today(&self) -> Option<Day> {
        let holds = revision_on(self.revisions, self.date())?;
        Some(holds.revision.day_of(self.now, self.zone))
    }

    /// What the calendar shows. After midnight that is the day after [`Self::today`].
    #[must_use]
    pub fn date(&self) -> Day {
        Day(self.zone.local(self.now).date())
    }

    /// When we first knew of a plan or of the person, whichever came first. Nothing can be said of
    /// what lies before.
    fn knows_since(&self) -> Option<Instant> {
        let imported = self.revisions.iter().map(|revision| revision.imported_at).min();
        self.first_opened.into_iter().chain(imported).min()
    }
}

/// What `day` asks for and what became of it; `None` without a plan.
#[must_use]
pub fn agenda(situation: &Situation<'_>, day: Day) -> Option<Agenda> {
    let mut asked = asked_of(situation, day)?;
    withheld::apply(&mut asked, situation);
    let AskedOf { mut agenda, revision, .. } = asked;
    rest::apply(&mut agenda, revision);
    let whole_day = DayOf { situation, revision, day }.whole_day();
    stops::apply(&mut agenda, &situation.plan_facts.red_flags, whole_day);
    agenda.extras = extras(situation, &agenda);
    if agenda.time_of_plan == TimeOfPlan::During {
        agenda.re_entry = re_entry(situation, revision, day);
        agenda.next_steps = next_steps(situation, revision, day);
    }
    Some(agenda)
}

/// What a day asks for, before pain, pauses and bad days.
pub(super) struct AskedOf<'a> {
    pub(super) agenda: Agenda,
    pub(super) revision: &'a Revision,
    /// What each line says, before anything made it less.
    pub(super) doses: Vec<(LineId, Dose)>,
}

/// What `day` asks for, before pain, pauses and bad days.
pub(super) fn asked_of<'a>(situation: &Situation<'a>, day: Day) -> Option<AskedOf<'a>> {
    let in_force = revision_on(situation.revisions, day)?;
    let revision = &in_force.revision;
    let time_of_plan = time_of_plan(in_force, day);
    let is_running = time_of_plan == TimeOfPlan::During;
    let asked_for = |line| match asked(situation, revision, line, day) {
        Asked::Yes(on_day, asks) => Some(Line { line, on_day, asks }),
        Asked::AsNeeded(on_day) => Some(Line { line, on_day, asks: Asks::IfWanted }),
        Asked::No | Asked::Words(_) => None,
    };
    let lines: Vec<Line<'_>> =
        revision.lines.iter().filter(|_| is_running).filter_map(asked_for).collect();
    let day_of = DayOf { situation, revision, day };
    let today = situation.today();
    let after_surgery = day.days_after(revision.surgery.date);
    let agenda = Agenda {
        day,
        is_today: today == Some(day),
        // After midnight both days can be recorded: the one that is not over, and the one that the date names.
        is_to_come: today.is_some_and(|today| day > today.max(situation.date())),
        previous: day.plus(-1),
        next: day.plus(1),
        plan: revision.plan.clone(),
        revision: revision.number,
        title: revision.title.clone(),
        caution: revision.caution.clone(),
        after_surgery,
        week: u32::try_from(after_surgery).map_or(0, |days| days / 7 + 1),
        time_of_plan,
        review_was_due: revision.review.filter(|review| day > *review),
        rounds: day_of.rounds(&lines),
        any_time: day_of.any_time(&lines),
        as_needed: day_of.as_needed(&lines),
        extras: Vec::new(),
        weeks: if is_running { weeks(situation, revision, day) } else { Vec::new() },
        in_words: if is_running { shown_in_words(situation, revision, day) } else { Vec::new() },
        next_steps: Vec::new(),
        precautions: precautions(situation, revision, day),
        pause: situation.plan_facts.pause_on(day).map(|pause| AgendaPause {
            record: pause.record,
            from: pause.from,
            through: pause.through,
            is_waiting: pause.through.is_some_and(|last| last < day),
        }),
        re_entry: None,
        stops: Vec::new(),
        day_off: if is_running { day_off(revision, day) } else { None },
        bad_day: situation.plan_facts.bad_days.get(&day).copied(),
        notes: notes(revision),
    };
    let doses = lines.into_iter().map(|line| (line.line.id.clone(), line.on_day.dose)).collect();
    Some(AskedOf { agenda, revision, doses })
}

fn time_of_plan(in_force: &InForce, day: Day) -> TimeOfPlan {
    if day < in_force.from.max(in_force.revision.starts) {
        TimeOfPlan::Before
    } else if in_force.revision.ends.is_some_and(|end| day >= end) {
        TimeOfPlan::After
    } else {
        TimeOfPlan::During
    }
}

fn precautions(situation: &Situation<'_>, revision: &Revision, day: Day) -> Vec<AgendaPrecaution> {
    let in_force =
        revision.precautions.iter().filter(|limit| !is_over(situation, revision, limit, day));
    in_force
        .map(|limit| {
            let until = revision.limit_until(limit);
            AgendaPrecaution {
                as_written: limit.as_written.clone(),
                until,
                until_has_passed: revision.limit_may_end(limit).is_some_and(|end| day >= end),
                kinds: limit.kinds.clone(),
            }
        })
        .collect()
}

/// One day of one revision.
pub(super) struct DayOf<'a> {
    pub(super) situation: &'a Situation<'a>,
    pub(super) revision: &'a Revision,
    pub(super) day: Day,
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

impl DayOf<'_> {
    pub(super) fn was_opened(&self) -> bool {
        self.situation.opened.iter().any(|opened| opened.day == self.day)
    }

    /// What is done at any time: as many bouts as the sheet says, each with the whole day as its window.
    fn any_time(&self, lines: &[Line<'_>]) -> Vec<AgendaItem> {
        let (starts, ends) = self.whole_day();
        if starts == ends {
            return Vec::new();
        }
        let situation = self.situation;
        let told = self.was_opened()
            || situation
                .evidence
                .iter()
                .any(|seen| self.is_ours(seen) && seen.kind != EvidenceKind::Undeliverable);
        let window = self.window(starts, ends, told);
        let item = |line: &Line<'_>, nth| {
            let place = BoutPlace::AnyTime(nth);
            let offered = self.at_any_time(line, &place, (starts, ends));
            self.item(line, place, window, offered)
        };
        let mut items = Vec::new();
        for line in lines {
            let Some(Bouts::AnyTime { times, most, .. }) = line.bouts() else { continue };
            let first = items.len();
            items.extend((1..=*times).map(|nth| item(line, nth)));
            // "4 to 6 times": what comes above the lower number is offered once that was answered, and
            // what was recorded of it stays to be seen.
            let wanted =
                Line { line: line.line, on_day: line.on_day.clone(), asks: Asks::IfWanted };
            for nth in times.saturating_add(1)..=*most {
                let is_next =
                    items.iter().skip(first).all(|item: &AgendaItem| item.state.is_answered());
                let is_offered = is_next && window == Window::Open;
                let extra = item(&wanted, nth);
                if is_offered || extra.state != State::Available {
                    items.push(extra);
                }
            }
        }
        items
    }

    /// What the person may want today, with what they did of it.
    fn as_needed(&self, lines: &[Line<'_>]) -> Vec<AgendaAsNeeded> {
        let (starts, ends) = self.whole_day();
        let as_needed = |line: &Line<'_>| {
            let Frequency::AsNeeded { when, most_a_day, ask_first } = line.on_day.frequency else {
                return None;
            };
            let bouts = bouts_on(self.situation, self.revision, line.line, self.day);
            let places: Vec<BoutPlace> = bouts.map(|(key, _)| key.place.clone()).collect();
            let is_free = |nth: &u8| !places.contains(&BoutPlace::AnyTime(*nth));
            let next = (1..=u8::MAX).find(is_free)?;
            let is_full = most_a_day.is_some_and(|most| places.len() >= usize::from(most));
            let window = self.window(starts, ends, true);
            let item = |place| self.item(line, place, window, whenever());
            let is_over = self.situation.now >= ends;
            let is_offered = !is_full && starts < ends && !is_over;
            Some(AgendaAsNeeded {
                line: line.line.id.clone(),
                when: when.clone(),
                most_a_day: *most_a_day,
                ask_first: ask_first.clone(),
                safety_question: line.line.safety_question,
                recorded: places.into_iter().map(item).collect(),
                next: is_offered.then(|| item(BoutPlace::AnyTime(next))),
                title: line.line.title.clone(),
            })
        };
        lines.iter().filter_map(as_needed).collect()
    }

    pub(super) fn item(
        &self,
        line: &Line<'_>,
        place: BoutPlace,
        window: Window,
        offered: Offered,
    ) -> AgendaItem {
        let Line { line, on_day, asks } = line;
        let asks = if *asks == Asks::Yes { offered.asks } else { *asks };
        let bout = BoutKey {
            plan: self.revision.plan.clone(),
            line: line.id.clone(),
            day: self.day,
            place,
        };
        let known = self.situation.standing.bouts.get(&bout);
        let state = state(known, window, asks);
        let (dose, lighter) = lighter(self.situation, self.revision, &on_day.dose, self.day);
        AgendaItem {
            bout,
            exercise: line.exercise.clone(),
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            as_written: line.as_written.clone(),
            dose,
            lighter,
            side: on_day.side,
            tempo: line.tempo,
            flags: line.flags.clone(),
            safety_question: line.safety_question,
            not_before: offered.not_before,
            state,
            not_required: match asks {
                Asks::NoLonger(why) if state == State::NotRequired => Some(why),
                _ => None,
            },
            record: known.and_then(|known| known.closed.as_ref()).map(|(record, _)| *record),
            entered_later: known.is_some_and(|known| known.entered_later),
            corrected: known.is_some_and(|known| known.corrected),
            seen: known.map(seen).unwrap_or_default(),
        }
    }

    pub(super) fn window(&self, starts: Instant, ends: Instant, told: bool) -> Window {
        if self.situation.now < starts {
            Window::Ahead
        } else if self.situation.now < ends {
            Window::Open
        } else if told {
            Window::Told
        } else if self.situation.knows_since().is_none_or(|since| ends <= since) {
            Window::BeforeUs
        } else {
            Window::Untold
        }
    }

    /// When what has no round may be done: from the beginning of the day to its latest start, where the plan
    /// has one, else to its end.
    fn whole_day(&self) -> (Instant, Instant) {
        let (starts, ends) = self.span();
        let latest = rule_of(self.situation, self.revision, None, self.day).latest_start;
        let last_moment = latest.map(|latest| latest + Span::minutes(1));
        (starts, last_moment.map_or(ends, |moment| moment.min(ends)).max(starts))
    }

    /// What the line's own gap makes of a bout at any time.
    fn at_any_time(
        &self,
        line: &Line<'_>,
        place: &BoutPlace,
        window: (Instant, Instant),
    ) -> Offered {
        let gap = match line.bouts() {
            Some(Bouts::AnyTime { gap_minutes, .. }) => *gap_minutes,
            _ => None,
        };
        let rule = rule_of_line(self.situation, self.revision, gap, self.day);
        offered(self.situation, self.revision, line.line, self.day, place, window, rule)
    }

    pub(super) fn span(&self) -> (Instant, Instant) {
        self.situation.zone.span(self.day, |day| self.revision.day_start_on(day))
    }

    pub(super) fn is_ours(&self, seen: &Evidence) -> bool {
        seen.plan == self.revision.plan && seen.day == self.day
    }
}

/// What is done at any time is offered all day.
fn whenever() -> Offered {
    Offered { asks: Asks::Yes, not_before: None }
}

pub(super) fn seen(known: &StandingBout) -> SeenWork {
    let sets: Vec<SeenSet> = known
        .work
        .iter()
        .map(|(&(set, side), &(repetitions, seconds))| SeenSet { set, side, repetitions, seconds })
        .collect();
    SeenWork {
        repetitions: sets.iter().map(|set| u32::from(set.repetitions)).sum(),
        seconds: sets.iter().map(|set| set.seconds).sum(),
        sets,
    }
}
