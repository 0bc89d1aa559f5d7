//! The weeks of lines that are done so many days a week: which of their days the sheet has in one way, and how far they
//! have come.

use super::agenda::time_of_plan;
use super::choosing_days::{InTurn, InWeek, Week, WeekOfLine};
use super::days_off::{has_round, off_on};
use super::done::done_on;
use super::effects::Said;
use super::kept_back::{KeptBack, has_in_week};
use super::phases::spans;
use super::steps::line_on;
use super::turns::weeks_in_turn;
use super::waits::is_of_day;
use super::{Situation, TimeOfPlan, revision_on};
use crate::plan::{Bouts, DayPattern, Frequency, Prescription, Programme, Revision};
use crate::time::Day;

/// The week of a line or a programme that is done so many days a week, as it stands on a day.
pub(super) struct WeekNow {
    /// The first day on which the sheet has it in this way, and the last one.
    pub(super) first: Day,
    pub(super) last: Day,
    pub(super) asked: u8,
    pub(super) done_before: u8,
    pub(super) today: InWeek,
}

impl WeekNow {
    /// What `week` says on `day`, of whose days some are of it.
    pub(super) fn of(week: &Week, day: Day, is_of_week: impl Fn(Day) -> bool) -> Self {
        Self {
            first: week.days().find(|on| is_of_week(*on)).unwrap_or(day),
            last: week.days().rfind(|on| is_of_week(*on)).unwrap_or(day),
            asked: week.asked(),
            done_before: week.done_before(),
            today: week.today(),
        }
    }

    /// The row of `line`.
    pub(super) fn row(
        &self,
        line: &Prescription,
        programme: Option<&Programme>,
        is_done: bool,
        kept_back: usize,
        today: InWeek,
    ) -> WeekOfLine {
        WeekOfLine {
            line: line.id.clone(),
            title: line.title.clone(),
            programme: programme.map(|programme| InTurn {
                programme: programme.id.clone(),
                title: programme.title.clone(),
            }),
            sheet_no: line.sheet_no.clone(),
            as_written: line.as_written.clone(),
            from: self.first,
            through: self.last,
            asked: self.asked,
            done: self.done_before + u8::from(is_done),
            kept_back: u8::try_from(kept_back).unwrap_or(u8::MAX),
            today,
        }
    }
}

/// The week of `line` around `day`; `None` for lines that are not done so many days a week.
pub(super) fn week_of<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    days: &DayPattern,
    (day, known): (Day, Known),
) -> Option<WeekNow> {
    let DayPattern::TimesAWeek { times, not_two_days_running } = days else { return None };
    // A week asks for the days on which the sheet has the line in this way. One that an OK, a limit, a pause or a stop
    // cuts short asks for its share, as one that the plan cuts short does.
    let held_on = |on| {
        let of_sheet = by_sheet(situation, revision, line, (day, known), on);
        of_sheet.filter(|held| held.days == days)
    };
    let is_of_week = |on| held_on(on).is_some();
    let week = Week::new(
        day,
        revision.week_starts,
        (*times, *not_two_days_running),
        |on| {
            let held = held_on(on);
            held.is_some_and(|held| has_in_week(situation, held.revision, held.line, on, day))
        },
        |on| {
            held_on(on).is_some_and(|BySheet { revision, line, bouts, .. }| {
                off_on(revision, line, on).is_none() && has_round(revision, bouts, on)
            })
        },
        |on| done_on(situation, revision, line, on),
        is_of_week,
    );
    Some(WeekNow::of(&week, day, is_of_week))
}

/// How much is known of the week of a line: a newer sheet changes no day before it, and yet cuts the week in hindsight.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    OnTheDay,
    Afterwards,
}

/// How a sheet asks for a line on a day.
pub(super) struct BySheet<'a> {
    /// The sheet.
    pub(super) revision: &'a Revision,
    /// The line as it stands there.
    pub(super) line: &'a Prescription,
    pub(super) days: &'a DayPattern,
    bouts: &'a Bouts,
}

/// The sheet by which `on` is read in the week around `day`, on which `revision` holds: a day before it by that which held
/// then, and afterwards one after it, too. `None` where that is one of another plan.
pub(super) fn sheet_on<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    (day, known): (Day, Known),
    on: Day,
) -> Option<&'a Revision> {
    if on == day || (on > day && known == Known::OnTheDay) {
        return Some(revision);
    }
    let held = revision_on(situation.revisions, on).map(|held| &held.revision);
    held.filter(|held| held.plan == revision.plan)
}

/// How `line` is asked for on `on` by the sheet by which that day is read. Two sheets have one week where the newer of
/// them has the line on the days of both: one that begins anew cuts it. `None` where none has it.
pub(super) fn by_sheet<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    (day, known): (Day, Known),
    on: Day,
) -> Option<BySheet<'a>> {
    let held = sheet_on(situation, revision, (day, known), on)?;
    let (revision, line) = if std::ptr::eq(held, revision) {
        (revision, line)
    } else {
        let other = held.line(&line.id).filter(|line| !line.off)?;
        let goes_on = if on < day {
            spans(situation, revision, line, on)
        } else {
            spans(situation, held, other, day)
        };
        goes_on.then_some((held, other))?
    };
    if !spans(situation, revision, line, on) {
        return None;
    }
    match line_on(situation, revision, line, on).frequency {
        Frequency::Due { days, bouts } => Some(BySheet { revision, line, days, bouts }),
        Frequency::AsNeeded { .. } | Frequency::Technique => None,
    }
}

/// How far the weeks have come that end on a day from `from` through `through`, because the week, the line or the
/// revision does, and those in which `through` lies: day by day, in the sheet's order. What was said of pain is looked
/// through once for all of them.
#[must_use]
pub fn weeks_that_end(situation: &Situation<'_>, from: Day, through: Day) -> Vec<WeekOfLine> {
    let mut said = Said::default();
    from.through(through)
        .flat_map(|day| weeks_that_end_on(situation, &mut said, day, day == through))
        .collect()
}

/// The weeks that end on `day`; all weeks with `is_last`.
fn weeks_that_end_on<'a>(
    situation: &Situation<'a>,
    said: &mut Said<'a>,
    day: Day,
    is_last: bool,
) -> Vec<WeekOfLine> {
    let Some(in_force) = revision_on(situation.revisions, day) else { return Vec::new() };
    let revision = &in_force.revision;
    if time_of_plan(in_force, day) != TimeOfPlan::During {
        return Vec::new();
    }
    let after = day.plus(1);
    let next = revision_on(situation.revisions, after);
    // Not only with its own last day: its phase ends, another line stands in for it, a stage asks in another way.
    let ends_after = |line: &Prescription| {
        let asked = |on| days_of(situation, revision, line, on);
        let now = asked(day);
        now.is_some() && now != asked(after)
    };
    let is_over = is_last
        || after.weekday() == revision.week_starts
        || next.is_none_or(|next| !std::ptr::eq(next, in_force))
        || revision.lines.iter().any(|line| may_choose_days(revision, line) && ends_after(line));
    if is_over { weeks(situation, revision, said, (day, Known::Afterwards)) } else { Vec::new() }
}

/// How far the week of each line has come that is done so many days a week, in the sheet's order, and then that of each
/// programme: on the day with the lines whose turn it is, and afterwards once.
pub(super) fn weeks<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &mut Said<'a>,
    (day, known): (Day, Known),
) -> Vec<WeekOfLine> {
    let mut rows = Vec::new();
    for line in revision.lines.iter().filter(|line| may_choose_days(revision, line)) {
        let Some(days) = days_of(situation, revision, line, day) else { continue };
        let Some(week) = week_of(situation, revision, line, days, (day, known)) else { continue };
        let is_kept_back = |on: &Day| {
            let held = by_sheet(situation, revision, line, (day, known), *on);
            held.filter(|held| held.days == days).is_some_and(
                |BySheet { revision, line, .. }| {
                    KeptBack { situation, revision, said: &mut *said, line }.counts(*on)
                },
            )
        };
        let kept_back = week.first.through(day).filter(is_kept_back).count();
        let is_done = done_on(situation, revision, line, day);
        let keeps = KeptBack { situation, revision, said: &mut *said, line }.on(day);
        let today = keeps.unwrap_or(week.today);
        rows.push(week.row(line, None, is_done, kept_back, today));
    }
    for programme in &revision.programmes {
        rows.extend(weeks_in_turn(situation, revision, said, programme, (day, known)));
    }
    rows
}

/// On which days `line` is asked for as it stands on `day`; `None` where it does not, or has no such days. One under a
/// limit stands: its week says so.
pub(super) fn days_of<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> Option<&'a DayPattern> {
    if line.off || !is_of_day(situation, revision, line, day) {
        return None;
    }
    // What grows asks for it on the same days.
    let is_staged = !line.stages.is_empty();
    let frequency =
        if is_staged { line_on(situation, revision, line, day).frequency } else { &line.frequency };
    match frequency {
        Frequency::Due { days, .. } => Some(days),
        Frequency::AsNeeded { .. } | Frequency::Technique => None,
    }
}

/// Whether `line` is at any time done so many days a week, by itself or in turn.
fn may_choose_days(revision: &Revision, line: &Prescription) -> bool {
    let leaves_choice = |days: &DayPattern| matches!(days, DayPattern::TimesAWeek { .. });
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    staged.chain([&line.frequency]).any(|frequency| match frequency {
        Frequency::Due { days: DayPattern::Turn { programme, .. }, .. } => {
            let mut known = revision.programmes.iter().filter(|known| known.id == *programme);
            known.any(|known| leaves_choice(&known.days))
        }
        Frequency::Due { days, .. } => leaves_choice(days),
        Frequency::AsNeeded { .. } | Frequency::Technique => false,
    })
}
