//! Whose turn it is in a programme.

use super::Situation;
use super::asked::may_be_asked;
use super::days_off::off_on;
use super::done::bouts_on;
use super::week::{InWeek, Week};
use crate::plan::{
    Advance, DayPattern, Frequency, LONGEST_REST, Prescription, Programme, Revision,
};
use crate::time::Day;

/// The turn of `programme` on `day`, and whether the week leaves the choice; `None` when the day has none.
pub(super) fn turn_on<'a>(
    situation: &Situation<'_>,
    revision: &'a Revision,
    programme: &'a Programme,
    day: Day,
) -> Option<(&'a str, InWeek)> {
    let turn = match programme.advance {
        Advance::Calendar(from) => {
            let before = from.through(day.plus(-1));
            let passed = before.filter(|day| programme.days.include(*day) == Some(true)).count();
            programme.turns.get(passed % programme.turns.len().max(1)).filter(|_| day >= from)?
        }
        Advance::Done => next_after_last_done(situation, revision, programme, day)?,
    };
    let in_week = match &programme.days {
        DayPattern::TimesAWeek { times, not_two_days_running } => {
            let week = Week::new(
                day,
                revision.week_starts,
                (*times, *not_two_days_running),
                |day| has_open_turn(situation, revision, programme, day, false),
                |day| has_open_turn(situation, revision, programme, day, true),
                |day| turn_done_on(situation, revision, programme, day).is_some(),
            );
            week.today()
        }
        days if days.include(day) == Some(true) => InWeek::Due,
        _ => InWeek::NotToday,
    };
    Some((turn, in_week))
}

/// The turn after the one that was done last before `day`; the first when none was.
fn next_after_last_done<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &'a Programme,
    day: Day,
) -> Option<&'a String> {
    let last = (1..=LONGEST_REST)
        .find_map(|back| turn_done_on(situation, revision, programme, day.plus(-back)));
    let next = last.map_or(0, |turn| turn + 1);
    programme.turns.get(next % programme.turns.len().max(1))
}

/// The place of the turn of which something was done on `day`: where it was more than one, that which ended
/// last. What was entered later has no time, and came before what has one.
fn turn_done_on(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &Programme,
    day: Day,
) -> Option<usize> {
    let ends_of = |(line, turn): (&Prescription, &String)| {
        let at = programme.turns.iter().position(|known| known == turn);
        let done = bouts_on(situation, revision, line, day).filter(|(_, known)| known.was_done());
        done.map(|(_, known)| known.ended).max().zip(at)
    };
    lines_of(revision, programme).filter_map(ends_of).max().map(|(_, at)| at)
}

/// Whether nothing keeps back every turn of `programme` on `day`; with `heed_days_off` not even a day off.
fn has_open_turn(
    situation: &Situation<'_>,
    revision: &Revision,
    programme: &Programme,
    day: Day,
    heed_days_off: bool,
) -> bool {
    lines_of(revision, programme).any(|(line, _)| {
        let is_off = heed_days_off && off_on(revision, line, day).is_some();
        !line.off && !is_off && may_be_asked(situation, revision, line, day)
    })
}

/// The lines of a programme, each with its turn.
fn lines_of<'a>(
    revision: &'a Revision,
    programme: &'a Programme,
) -> impl Iterator<Item = (&'a Prescription, &'a String)> {
    revision.lines.iter().filter_map(|line| match &line.frequency {
        Frequency::Due { days: DayPattern::Turn { programme: id, turn }, .. }
            if *id == programme.id =>
        {
            Some((line, turn))
        }
        _ => None,
    })
}
