//! Whose turn it is in a programme.

use super::Situation;
use super::asked::may_be_asked;
use super::days_off::{has_round, off_on};
use super::done::bouts_on;
use super::kept_back::has_in_week;
use super::phases::spans;
use super::steps::line_on;
use super::week::{InWeek, Week};
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
                |on| has_open_turn(situation, revision, programme, (on, day), false),
                |on| has_open_turn(situation, revision, programme, (on, day), true),
                |day| turn_done_on(situation, revision, programme, day).is_some(),
                |day| {
                    let mut of_day = lines_of(situation, revision, programme, day);
                    of_day.any(|of| spans(situation, revision, of.line, day))
                },
            );
            week.today()
        }
        days if days.include(day) == Some(true) => InWeek::Due,
        _ => InWeek::NotToday,
    };
    Some((turn, in_week))
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
    lines_of(situation, revision, programme, on).any(|OfProgramme { line, bouts, .. }| {
        let is_off = heed_days_off
            && (off_on(revision, line, on).is_some() || !has_round(revision, bouts, on));
        !line.off && !is_off && has_in_week(situation, revision, line, on, day)
    })
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
