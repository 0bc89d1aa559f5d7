//! The weeks of lines that are done so many days a week: which of their days the sheet has in one way, and how far they
//! have come.

use super::agenda::time_of_plan;
use super::days_off::{has_round, off_on};
use super::done::done_on;
use super::effects::Said;
use super::kept_back::{KeptBack, has_in_week};
use super::phases::{late_of, spans};
use super::steps::line_on;
use super::waits::{is_cleared, replaced_on};
use super::week::{InWeek, Week, WeekOfLine};
use super::{Situation, TimeOfPlan, revision_on};
use crate::plan::{Bouts, DayPattern, Frequency, Prescription, Revision};
use crate::time::Day;

/// The week of a line that is done so many days a week, as it stands on a day.
pub(super) struct WeekNow {
    first: Day,
    last: Day,
    asked: u8,
    done_before: u8,
    pub(super) today: InWeek,
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
    let is_of_week = |on| {
        let of_sheet = by_sheet(situation, revision, line, (day, known), on);
        of_sheet.is_some_and(|(of_day, _)| of_day == days)
    };
    let week = Week::new(
        day,
        revision.week_starts,
        (*times, *not_two_days_running),
        |on| is_of_week(on) && has_in_week(situation, revision, line, on, day),
        |on| {
            let bouts =
                by_sheet(situation, revision, line, (day, known), on).map(|(_, bouts)| bouts);
            off_on(revision, line, on).is_none()
                && bouts.is_some_and(|bouts| has_round(revision, bouts, on))
        },
        |on| done_on(situation, revision, line, on),
        is_of_week,
    );
    Some(WeekNow {
        first: week.days().find(|on| is_of_week(*on)).unwrap_or(day),
        last: week.days().rfind(|on| is_of_week(*on)).unwrap_or(day),
        asked: week.asked(),
        done_before: week.done_before(),
        today: week.today(),
    })
}

/// How much is known of the week of a line: a newer sheet changes no day before it, and yet cuts the week in hindsight.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    OnTheDay,
    Afterwards,
}

/// How `line` is asked for on `on`: by the sheet of `day`, and afterwards by a newer one that held then and went on with
/// the line. `None` where none has it.
fn by_sheet<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    (day, known): (Day, Known),
    on: Day,
) -> Option<(&'a DayPattern, &'a Bouts)> {
    let held = revision_on(situation.revisions, on).map(|known| &known.revision);
    let may_be_cut = known == Known::Afterwards && on > day;
    let later = held.filter(|held| may_be_cut && !std::ptr::eq(*held, revision));
    let (revision, line) = match later {
        Some(later) if later.plan != revision.plan => return None,
        Some(later) => {
            let line = later.line(&line.id).filter(|line| !line.off)?;
            spans(situation, later, line, day).then_some((later, line))?
        }
        None => (revision, line),
    };
    if !spans(situation, revision, line, on) {
        return None;
    }
    match line_on(situation, revision, line, on).frequency {
        Frequency::Due { days, bouts } => Some((days, bouts)),
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
    let ends_after = |line: &Prescription| {
        let late = late_of(situation, revision, line, day).unwrap_or_default();
        let asks_otherwise = || {
            let pattern =
                |on| Some(by_sheet(situation, revision, line, (on, Known::OnTheDay), on)?.0);
            pattern(day) != pattern(after)
        };
        revision.own_span_of(line, late).1 == Some(after)
            || (!line.stages.is_empty() && asks_otherwise())
    };
    let is_over = is_last
        || after.weekday() == revision.week_starts
        || next.is_none_or(|next| !std::ptr::eq(next, in_force))
        || revision.lines.iter().any(|line| may_choose_days(line) && ends_after(line));
    if is_over { weeks(situation, revision, said, (day, Known::Afterwards)) } else { Vec::new() }
}

/// How far the week of each line has come that is done so many days a week, in the sheet's order.
pub(super) fn weeks<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &mut Said<'a>,
    (day, known): (Day, Known),
) -> Vec<WeekOfLine> {
    let week_of_line = |line: &'a Prescription| {
        if line.off
            || !may_choose_days(line)
            || !spans(situation, revision, line, day)
            || replaced_on(situation, revision, day).contains(&&line.id)
        {
            return None;
        }
        if line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day)) {
            return None;
        }
        let on_day = line_on(situation, revision, line, day);
        let Frequency::Due { days, .. } = on_day.frequency else { return None };
        let week = week_of(situation, revision, line, days, (day, known))?;
        let mut keeper = KeptBack { situation, revision, said: &mut *said, line };
        let kept_back = week.first.through(day).filter(|on| keeper.counts(*on)).count();
        Some(WeekOfLine {
            line: line.id.clone(),
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            as_written: line.as_written.clone(),
            from: week.first,
            through: week.last,
            asked: week.asked,
            done: week.done_before + u8::from(done_on(situation, revision, line, day)),
            kept_back: u8::try_from(kept_back).unwrap_or(u8::MAX),
            today: keeper.on(day).unwrap_or(week.today),
        })
    };
    revision.lines.iter().filter_map(week_of_line).collect()
}

/// Whether `line` is at any time done so many days a week.
fn may_choose_days(line: &Prescription) -> bool {
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    staged.chain([&line.frequency]).any(|frequency| {
        matches!(frequency, Frequency::Due { days: DayPattern::TimesAWeek { .. }, .. })
    })
}
