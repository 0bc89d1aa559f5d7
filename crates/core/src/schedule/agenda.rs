//! One day of the plan, worked out from facts.

use super::asked::{Asked, NotAsked, WaitsFor, asked, notes, shown_in_words};
use super::at_end::at_end;
use super::choosing_days::InWeek;
use super::day_of::{DayOf, Line};
use super::days_off::day_off;
use super::effects::Said;
use super::extra::extras;
use super::lighter::re_entry;
use super::put_off;
use super::rest;
use super::sheet_changed::{self, leaves_out, newer_sheets};
use super::state::Asks;
use super::steps::next_steps;
use super::stops;
use super::times;
use super::waits::is_over;
use super::weeks_of_lines::{Known, weeks};
use super::withheld;
use super::written_up_to::written_up_to;
use super::{
    Agenda, AgendaItem, AgendaPause, AgendaPrecaution, InForce, TimeOfPlan, day_start, revision_on,
};
use crate::ids::LineId;
use crate::plan::{Dose, Precaution, Prescription, Revision};
use crate::record::{DaysSeen, PlanStanding, Standing};
use crate::safety::{LimitEffect, effect_of_limits};
use crate::time::{Day, Instant, Span, Whereabouts, Zone, week_after_surgery};

/// The bouts of a day and what became of each: its agenda without the sheet's other words, for whoever counts.
#[derive(Debug, Clone, PartialEq)]
pub struct BoutsOfDay {
    /// The day.
    pub day: Day,
    /// Days after surgery; negative before it.
    pub after_surgery: i32,
    /// The week after surgery, counted from 1; 0 before surgery.
    pub week: u32,
    /// Whether the plan has not begun, holds, or has ended.
    pub time_of_plan: TimeOfPlan,
    /// Every bout of the day: those of the rounds, then those of any time.
    pub items: Vec<AgendaItem>,
    /// What was recorded of the day and nothing of it asked for.
    pub extras: Vec<AgendaItem>,
    /// Lines of the day that wait for an OK of the team or for the end of a limit, each with its title.
    pub waiting: Vec<(LineId, String)>,
    /// Whether it lies in a pause.
    pub is_paused: bool,
    /// Whether the person said that it was not a good day.
    pub is_bad_day: bool,
}

/// Everything that a day depends on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// Every revision that was taken in.
    pub revisions: &'a [InForce],
    /// What stands of the records of the days asked for.
    pub standing: &'a Standing,
    /// What stands of the facts about plans, of all days.
    pub plan_facts: &'a PlanStanding,
    /// What was seen on those days.
    pub seen: &'a DaysSeen,
    /// When the app was first opened, ever.
    pub first_opened: Option<Instant>,
    /// The present moment.
    pub now: Instant,
    /// Whether somebody looks back: what was said after `now` is not known then, and what was left to choose is not over.
    pub is_looking_back: bool,
    /// Where the person is and was.
    pub whereabouts: &'a Whereabouts,
}

impl Situation<'_> {
    /// The day of the plan that `now` lies in; `None` without a plan.
    #[must_use]
    pub fn today(&self) -> Option<Day> {
        (!self.revisions.is_empty()).then(|| self.day_of(self.now, self.zone()))
    }

    /// The day that `instant` lies in by the clocks of `zone`.
    pub(super) fn day_of(&self, instant: Instant, zone: &Zone) -> Day {
        let date = Day(zone.local(instant).date());
        zone.day(instant, day_start(self.revisions, date))
    }

    /// The moments at which `day` begins and the next one begins. Each begins as the revision says that holds on it,
    /// so that the day before a newer one ends where that begins its first, and every moment lies in one day.
    pub(super) fn span(&self, day: Day) -> (Instant, Instant) {
        self.whereabouts.span(day, |day| day_start(self.revisions, day))
    }

    /// The journeys with which `day` came again, as [`Whereabouts::came_again`] has them.
    pub(super) fn came_again(&self, day: Day) -> Vec<(Instant, Whereabouts)> {
        self.whereabouts.came_again(day, |at, zone| self.day_of(at, zone))
    }

    /// What the calendar shows. After midnight that is the day after [`Self::today`].
    #[must_use]
    pub fn date(&self) -> Day {
        Day(self.zone().local(self.now).date())
    }

    /// Where the person is.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        self.whereabouts.zone(self.now)
    }

    /// The same, for whoever looks back on the day: what it left to choose stands in it also after its time, since it may
    /// have been done in it.
    #[must_use]
    pub fn looking_back(&self) -> Self {
        Self { is_looking_back: true, ..*self }
    }

    /// The same at the last moment of `day`, where that is over.
    pub(super) fn as_of(&self, day: Day) -> Self {
        let last = self.span(day).1 - Span::seconds(1);
        let is_over = last < self.now;
        Self {
            now: if is_over { last } else { self.now },
            is_looking_back: is_over || self.is_looking_back,
            ..*self
        }
    }

    /// When we first knew of a plan or of the person, whichever came first. Nothing can be said of
    /// what lies before.
    pub(super) fn knows_since(&self) -> Option<Instant> {
        let imported = self.revisions.iter().map(|revision| revision.imported_at).min();
        self.first_opened.into_iter().chain(imported).min()
    }
}

/// What `day` asks for and what became of it; `None` without a plan.
#[must_use]
pub fn agenda(situation: &Situation<'_>, day: Day) -> Option<Agenda> {
    let mut said = Said::default();
    let AskedOf { mut agenda, revision, shown, .. } = settled(situation, day, &mut said)?;
    times::apply(&mut agenda, situation);
    agenda.title.clone_from(&revision.title);
    agenda.caution.clone_from(&revision.caution);
    agenda.precautions = precautions(situation, revision, day);
    agenda.notes = notes(revision);
    if !agenda.is_put_off() && agenda.items().next().is_none() {
        agenda.at_end = at_end(situation, revision, agenda.time_of_plan, day);
    }
    if agenda.time_of_plan == TimeOfPlan::During && !agenda.is_put_off() {
        agenda.day_off = day_off(revision, day);
        agenda.weeks = weeks(situation, revision, &mut said, (day, Known::OnTheDay));
        end_what_is_left_to_choose(&mut agenda);
        for newer in newer_sheets(situation, revision, day) {
            // What a newer sheet forbids acts at once, and is read with what it does.
            let limits = precautions(situation, &newer.known.revision, day).into_iter();
            let waited = newer.waited.map(|waited| &waited.revision.precautions);
            let is_known = |limit: &AgendaPrecaution| {
                agenda.precautions.iter().any(|known| known.as_written == limit.as_written)
                    || waited.is_some_and(|all| {
                        all.iter().any(|known| known.as_written == limit.as_written)
                    })
            };
            let new: Vec<_> = limits.filter(|limit| !is_known(limit)).collect();
            agenda.precautions.extend(new);
            agenda.weeks.retain(|week| !leaves_out(situation, newer, (revision, &week.line), day));
        }
        agenda.in_words = shown_in_words(situation, revision, &shown, day);
        agenda.re_entry = re_entry(situation, revision, day);
        agenda.next_steps = next_steps(situation, revision, day);
        leave_steps_of_stopped(&mut agenda);
        let asked = shown.iter().filter(|(_, why)| why.is_none()).map(|(line, _)| *line);
        agenda.written_up_to = written_up_to(situation, revision, asked, day);
    }
    Some(agenda)
}

/// What may still be done today needs a bout that is not over, or is not left to choose.
fn end_what_is_left_to_choose(agenda: &mut Agenda) {
    let has: Vec<LineId> = agenda.items().map(|item| item.bout.line.clone()).collect();
    let ended = agenda.weeks.iter_mut().filter(|week| week.today == InWeek::Available);
    let rests = agenda.pause.is_some() || agenda.bad_day.is_some();
    for week in ended.filter(|week| agenda.is_today && !rests && !has.contains(&week.line)) {
        week.today = InWeek::NotNow;
    }
}

/// What is stopped is neither told that more begins, nor asked whether it may: not for so many bouts either.
fn leave_steps_of_stopped(agenda: &mut Agenda) {
    let stopped: Vec<&LineId> =
        agenda.stops.iter().flat_map(|stop| &stop.lines).map(|stopped| &stopped.line).collect();
    agenda.next_steps.retain(|step| !stopped.contains(&&step.line));
    for words in agenda.in_words.iter_mut().filter(|words| stopped.contains(&&words.line)) {
        words.waits_for.take_if(|waits| matches!(waits, WaitsFor::PersonsYes { .. }));
    }
}

/// The bouts of `day` and what became of each, as its agenda has them, without the sheet's other words; `None`
/// without a plan.
#[must_use]
pub fn bouts_of(situation: &Situation<'_>, day: Day) -> Option<BoutsOfDay> {
    bouts_of_days(situation, day, day).next()
}

/// The same for every day from `from` through `through`; nothing without a plan. What was said of pain is looked
/// through once for all of them.
pub fn bouts_of_days(
    situation: &Situation<'_>,
    from: Day,
    through: Day,
) -> impl Iterator<Item = BoutsOfDay> {
    let mut said = Said::default();
    from.through(through).map_while(move |day| settled(situation, day, &mut said).map(bouts))
}

fn bouts(AskedOf { agenda, shown, .. }: AskedOf<'_>) -> BoutsOfDay {
    let day = agenda.day;
    let is_put_off = agenda.is_put_off();
    let waits = |why| matches!(why, Some(NotAsked::WaitsForOk | NotAsked::Limit));
    let waiting = shown.iter().filter(|(_, why)| !is_put_off && waits(*why));
    // Moved round by round: each is large, and one by one they take longer.
    let mut items = Vec::with_capacity(agenda.items().count());
    agenda.rounds.into_iter().for_each(|round| items.extend(round.items));
    items.extend(agenda.any_time);
    BoutsOfDay {
        day,
        after_surgery: agenda.after_surgery,
        week: agenda.week,
        time_of_plan: agenda.time_of_plan,
        items,
        extras: agenda.extras,
        waiting: waiting.map(|(line, _)| (line.id.clone(), line.title.clone())).collect(),
        is_paused: agenda.pause.is_some(),
        is_bad_day: agenda.bad_day.is_some(),
    }
}

/// What `day` asks for and what became of it, before the sheet's words are added that stand beside the bouts.
pub(super) fn settled<'a>(
    situation: &Situation<'a>,
    day: Day,
    said: &mut Said<'a>,
) -> Option<AskedOf<'a>> {
    let mut asked = asked_of(situation, day)?;
    sheet_changed::apply(&mut asked.agenda, situation, asked.revision, asked.whole_day.1);
    withheld::apply(&mut asked, situation, said);
    let AskedOf { agenda, revision, whole_day, .. } = &mut asked;
    rest::apply(agenda, situation, revision);
    stops::apply(agenda, situation, *whole_day);
    agenda.extras = extras(situation, agenda);
    agenda.bad_day_kept = rest::is_kept(agenda, revision);
    Some(asked)
}

/// What a day asks for, before pain, pauses and bad days.
pub(super) struct AskedOf<'a> {
    pub(super) agenda: Agenda,
    pub(super) revision: &'a Revision,
    /// What each line says, before anything made it less.
    pub(super) doses: Vec<(LineId, Dose)>,
    /// Each line that the day has, and why nobody is asked for it, if so.
    shown: Vec<Shown<'a>>,
    /// The window of what has no round.
    pub(super) whole_day: (Instant, Instant),
}

/// What `day` asks for, before pain, pauses and bad days. The sheet's words beside the bouts are not in it.
pub(super) fn asked_of<'a>(situation: &Situation<'a>, day: Day) -> Option<AskedOf<'a>> {
    let in_force = revision_on(situation.revisions, day)?;
    let revision = &in_force.revision;
    let time_of_plan = time_of_plan(in_force, day);
    let (lines, shown) = lines_of(situation, in_force, day);
    let day_of = DayOf::new(situation, revision, day);
    let today = situation.today();
    let after_surgery = day.days_after(revision.surgery.date);
    let mut agenda = Agenda {
        day,
        is_today: today == Some(day),
        // After midnight both days can be recorded: the one that is not over, and the one that the date names.
        is_to_come: today.is_some_and(|today| day > today.max(situation.date())),
        previous: day.plus(-1),
        next: day.plus(1),
        plan: revision.plan.clone(),
        revision: revision.number,
        title: String::new(),
        caution: None,
        after_surgery,
        week: week_after_surgery(after_surgery),
        time_of_plan,
        put_off: None,
        at_end: None,
        review_was_due: revision.review.filter(|review| day > *review),
        rounds: day_of.rounds(&lines),
        any_time: day_of.any_time(&lines),
        as_needed: day_of.as_needed(&lines),
        extras: Vec::new(),
        weeks: Vec::new(),
        in_words: Vec::new(),
        next_steps: Vec::new(),
        written_up_to: Vec::new(),
        precautions: Vec::new(),
        pause: situation.plan_facts.pause_on(day).map(|pause| AgendaPause {
            record: pause.record,
            from: pause.from,
            through: pause.through,
            reason: pause.reason.clone(),
            is_waiting: pause.through.is_some_and(|last| last < day),
        }),
        re_entry: None,
        stops: Vec::new(),
        day_off: None,
        bad_day: situation.plan_facts.bad_days.get(&day).copied(),
        bad_day_kept: None,
        notes: Vec::new(),
    };
    let whole_day = day_of.whole_day;
    put_off::apply(&mut agenda, &day_of);
    let doses = lines.into_iter().map(|line| (line.line.id.clone(), line.on_day.dose)).collect();
    Some(AskedOf { agenda, revision, doses, shown, whole_day })
}

/// A line that a day has, and why nobody is asked for it, if so.
type Shown<'a> = (&'a Prescription, Option<NotAsked>);

/// The lines that `day` asks for, and all that it has.
pub(super) fn lines_of<'a>(
    situation: &Situation<'a>,
    in_force: &'a InForce,
    day: Day,
) -> (Vec<Line<'a>>, Vec<Shown<'a>>) {
    let (mut lines, mut shown) = (Vec::new(), Vec::new());
    if time_of_plan(in_force, day) != TimeOfPlan::During {
        return (lines, shown);
    }
    for line in &in_force.revision.lines {
        let (why, asked_for) = match asked(situation, &in_force.revision, line, day) {
            Asked::No => continue,
            Asked::Words(why) => (Some(why), None),
            Asked::Yes(on_day, asks) => (None, Some((on_day, asks))),
            Asked::AsNeeded(on_day) => (None, Some((on_day, Asks::IfWanted))),
        };
        shown.push((line, why));
        lines.extend(asked_for.map(|(on_day, asks)| Line { line, on_day, asks }));
    }
    (lines, shown)
}

pub(super) fn time_of_plan(in_force: &InForce, day: Day) -> TimeOfPlan {
    if day < in_force.from.max(in_force.revision.starts) {
        TimeOfPlan::Before
    } else if in_force.revision.ends.is_some_and(|end| day >= end) {
        TimeOfPlan::After
    } else {
        TimeOfPlan::During
    }
}

/// The sheet whose limit with these `words` `day` lists: the one that holds, or a newer one whose limits act already.
#[must_use]
pub fn sheet_of_limit<'a>(
    situation: &Situation<'a>,
    words: &str,
    day: Day,
) -> Option<&'a Revision> {
    let present = &revision_on(situation.revisions, day)?.revision;
    let newer = newer_sheets(situation, present, day).map(|newer| &newer.known.revision);
    let mut sheets = std::iter::once(present).chain(newer);
    sheets.find(|sheet| {
        precautions(situation, sheet, day).iter().any(|limit| limit.as_written == words)
    })
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
                beside: beside(revision, limit),
            }
        })
        .collect()
}

/// The lines beside which `limit` is read, in the sheet's order.
fn beside(revision: &Revision, limit: &Precaution) -> Vec<LineId> {
    let shows = |line: &&Prescription| {
        let effect = effect_of_limits(&limit.kinds, &line.flags);
        !line.off && effect.is_some_and(|(_, effect)| effect == LimitEffect::Show)
    };
    revision.lines.iter().filter(shows).map(|line| line.id.clone()).collect()
}
