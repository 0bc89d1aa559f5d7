//! Whose turn it is in a programme.

use super::Situation;
use super::asked::{has_day, may_be_asked};
use super::choosing_days::{InWeek, Week, WeekOfLine};
use super::days_off::{has_round, off_on};
use super::done::bouts_on;
use super::effects::Said;
use super::kept_back::{KeptBack, has_in_week};
use super::steps::line_on;
use super::weeks_of_lines::{BySheet, Known, WeekNow, by_sheet, days_of, sheet_on};
use crate::plan::{
    Advance, Bouts, DayPattern, Frequency, LONGEST_REST, Prescription, Programme, Revision,
};
use crate::time::Day;

/// The turn of `programme` on `day`, and whether the week leaves the choice; `None` when the day has none.
pub(super) fn turn_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    programme: &'a Programme,
    day: Day,
) -> Option<(&'a str, InWeek)> {
    let turn = turn_of(situation, revision, programme, day)?;
    let in_week = match week_of(situation, revision, programme, (day, Known::OnTheDay)) {
        Some(week) => week.today,
        None if programme.days.include(day) == Some(true) => InWeek::Due,
        None => InWeek::NotToday,
    };
    Some((turn, in_week))
}

/// The turn that `day` has, or would have were it one of the programme's days; `None` before the first one.
fn turn_of<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    programme: &'a Programme,
    day: Day,
) -> Option<&'a String> {
    match programme.advance {
        Advance::Calendar(from) => {
            let before = from.through(day.plus(-1));
            let passed = before.filter(|day| programme.days.include(*day) == Some(true)).count();
            programme.turns.get(passed % programme.turns.len().max(1)).filter(|_| day >= from)
        }
        Advance::Done => next_after_last_done(situation, revision, programme, day),
    }
}

/// The week of `programme` around `day`; `None` where its days are fixed.
fn week_of(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &Programme,
    (day, known): (Day, Known),
) -> Option<WeekNow> {
    let DayPattern::TimesAWeek { times, not_two_days_running } = programme.days else {
        return None;
    };
    // Two sheets have one week where both have one of the lines in a turn of the same programme.
    let is_in_turn = |held: BySheet<'_>| match held.days {
        DayPattern::Turn { programme: id, .. } if *id == programme.id => {
            let mut of_sheet = held.revision.programmes.iter().filter(|of| of.id == *id);
            of_sheet.any(|of| of.days == programme.days)
        }
        _ => false,
    };
    let held_on = |on| held_on(situation, revision, programme, (day, known), on);
    let is_of_week = |on| {
        let mut lines = revision.lines.iter().filter(|line| !line.off);
        lines.any(|line| {
            by_sheet(situation, revision, line, (day, known), on).is_some_and(is_in_turn)
        })
    };
    let is_open = |on, heed_days_off| {
        is_of_week(on)
            && held_on(on).is_some_and(|(held, of)| {
                has_open_turn(situation, held, of, (on, day), heed_days_off)
            })
    };
    let week = Week::new(
        day,
        revision.week_starts,
        (times, not_two_days_running),
        |on| is_open(on, false),
        |on| is_open(on, true),
        |on| {
            let held = held_on(on);
            held.is_some_and(|(held, of)| turn_done_on(situation, held, of, on).is_some())
        },
        is_of_week,
    );
    Some(WeekNow::of(&week, day, is_of_week))
}

/// The sheet by which `on` is read in the week around `day`, and `programme` as it stands there.
fn held_on<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    programme: &Programme,
    (day, known): (Day, Known),
    on: Day,
) -> Option<(&'a Revision, &'a Programme)> {
    let held = sheet_on(situation, revision, (day, known), on)?;
    let mut of_sheet = held.programmes.iter().filter(|of| of.id == programme.id);
    of_sheet.next().map(|of| (held, of))
}

/// How far the week of `programme` has come: a row for each line whose turn `day` has, and afterwards one for the programme.
pub(super) fn weeks_in_turn<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &mut Said<'a>,
    programme: &Programme,
    (day, known): (Day, Known),
) -> Vec<WeekOfLine> {
    let Some(week) = week_of(situation, revision, programme, (day, known)) else {
        return Vec::new();
    };
    let of_day = lines_of(situation, revision, programme, day);
    let standing = of_day.filter(|of| days_of(situation, revision, of.line, day).is_some());
    let shown: Vec<OfProgramme<'_>> = match known {
        Known::OnTheDay => {
            let turn = turn_of(situation, revision, programme, day);
            standing.filter(|of| turn.is_some_and(|turn| turn == of.turn)).collect()
        }
        Known::Afterwards => standing.take(1).collect(),
    };
    if shown.is_empty() {
        return Vec::new();
    }
    let is_done = turn_done_on(situation, revision, programme, day).is_some();
    let is_kept = |on: &Day| {
        let held = held_on(situation, revision, programme, (day, known), *on);
        held.is_some_and(|(held, of)| is_kept_back(situation, held, said, of, *on))
    };
    let kept_back = week.first.through(day).filter(is_kept).count();
    let row = |of: OfProgramme<'a>| {
        let keeps = KeptBack { situation, revision, said: &mut *said, line: of.line }.on(day);
        let may_be_done =
            !is_off(revision, &of, day) || !matches!(week.today, InWeek::Available | InWeek::Due);
        let today = if may_be_done { week.today } else { InWeek::NotToday };
        week.row(of.line, Some(programme), is_done, kept_back, keeps.unwrap_or(today))
    };
    shown.into_iter().map(row).collect()
}

/// Whether a limit or a stop kept back all of the turn that `day` had, so that nothing of the programme was done.
fn is_kept_back<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    said: &mut Said<'a>,
    programme: &Programme,
    day: Day,
) -> bool {
    let facts = situation.plan_facts;
    let may_be =
        !facts.stops.is_empty() || !facts.red_flags.is_empty() || !revision.precautions.is_empty();
    if !may_be || turn_done_on(situation, revision, programme, day).is_some() {
        return false;
    }
    let Some(turn) = turn_of(situation, revision, programme, day) else { return false };
    let lines = lines_of(situation, revision, programme, day).filter(|of| {
        of.turn == turn
            && !of.line.off
            && off_on(revision, of.line, day).is_none()
            && has_day(situation, revision, of.line, day)
    });
    let mut kept = lines.map(|OfProgramme { line, .. }| {
        KeptBack { situation, revision, said: &mut *said, line }.on(day).is_some()
    });
    kept.next().is_some_and(|first| first && kept.all(|is_kept| is_kept))
}

/// The turn after the one that was done last before `day`; the first when none was. A turn of which nothing may be asked
/// is passed over: what is over, or waits for an OK, keeps the others waiting no longer than itself.
fn next_after_last_done<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &'a Programme,
    day: Day,
) -> Option<&'a String> {
    let last = (1..=LONGEST_REST)
        .find_map(|back| turn_done_on(situation, revision, programme, day.plus(-back)));
    let next = last.map_or(0, |turn| turn + 1) % programme.turns.len().max(1);
    let (before, from_next) = programme.turns.split_at_checked(next)?;
    let is_open = |turn: &&String| {
        lines_of(situation, revision, programme, day).any(|of| {
            of.turn == turn.as_str()
                && !of.line.off
                && may_be_asked(situation, revision, of.line, day)
        })
    };
    from_next.iter().chain(before).find(is_open).or_else(|| from_next.first())
}

/// The place of the turn of which something was done on `day`: where it was more than one, that which ended
/// last. What was entered later has no time, and came before what has one.
fn turn_done_on(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &Programme,
    day: Day,
) -> Option<usize> {
    let ends_of = |of: OfProgramme<'_>| {
        let at = programme.turns.iter().position(|known| known == of.turn);
        let done =
            bouts_on(situation, revision, of.line, day).filter(|(_, known)| known.was_done());
        done.map(|(_, known)| known.ended).max().zip(at)
    };
    lines_of(situation, revision, programme, day).filter_map(ends_of).max().map(|(_, at)| at)
}

/// Whether nothing keeps back every turn of `programme` on `on`, as its week stands on `day`; with `heed_days_off` not even
/// a day off.
fn has_open_turn(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &Programme,
    (on, day): (Day, Day),
    heed_days_off: bool,
) -> bool {
    lines_of(situation, revision, programme, on).any(|of| {
        let is_left_out = of.line.off || (heed_days_off && is_off(revision, &of, on));
        !is_left_out && has_in_week(situation, revision, of.line, on, day)
    })
}

/// Whether `day` is a day off for the line, or has no round for it.
fn is_off(revision: &Revision, of: &OfProgramme<'_>, day: Day) -> bool {
    off_on(revision, of.line, day).is_some() || !has_round(revision, of.bouts, day)
}

/// A line that takes a turn of a programme.
struct OfProgramme<'a> {
    line: &'a Prescription,
    turn: &'a str,
    bouts: &'a Bouts,
}

/// The lines that take a turn of `programme` on `day`: a stage may give it to them, or take it away.
fn lines_of<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    programme: &Programme,
    day: Day,
) -> impl Iterator<Item = OfProgramme<'a>> {
    let turn_of = |frequency: &'a Frequency| match frequency {
        Frequency::Due { days: DayPattern::Turn { programme: id, turn }, bouts }
            if *id == programme.id =>
        {
            Some((turn.as_str(), bouts))
        }
        _ => None,
    };
    let may_take_turns = move |line: &&'a Prescription| {
        let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
        staged.chain([&line.frequency]).any(|frequency| turn_of(frequency).is_some())
    };
    revision.lines.iter().filter(may_take_turns).filter_map(move |line| {
        let (turn, bouts) = turn_of(line_on(situation, revision, line, day).frequency)?;
        Some(OfProgramme { line, turn, bouts })
    })
}
