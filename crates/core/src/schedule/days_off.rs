//! Days on which nothing is done, but for some lines.

use super::steps::line_on;
use super::turns::turn_on;
use super::waits::stands;
use super::{Situation, put_off, revision_on};
use crate::plan::{
    Bouts, DayOff, DayOffThen, DayPattern, Frequency, LineOnDay, Prescription, Programme, Revision,
};
use crate::time::Day;

/// What becomes of `line` on `day`, if that is a day off for it.
pub(super) fn off_on(revision: &Revision, line: &Prescription, day: Day) -> Option<DayOffThen> {
    let is_off = |off: &&DayOff| {
        (off.weekdays.contains(&day.weekday()) || off.dates.contains(&day))
            && !off.except.contains(&line.id)
    };
    revision.days_off.iter().find(is_off).map(|off| off.then)
}

/// Whether the kind of day that `day` is leaves one of the rounds in which `bouts` are done.
pub(super) fn has_round(revision: &Revision, bouts: &Bouts, day: Day) -> bool {
    let Bouts::InRounds(rounds) = bouts else { return true };
    let kind = revision.day_type_on(day);
    kind.is_none_or(|kind| rounds.iter().any(|round| !kind.leave_out.contains(round)))
}

/// The sheet's words for `day`, where they make it a day off for lines of the plan.
pub(super) fn day_off(revision: &Revision, day: Day) -> Option<String> {
    let is_off = |off: &&DayOff| off.weekdays.contains(&day.weekday()) || off.dates.contains(&day);
    revision.days_off.iter().find(is_off).map(|off| off.as_written.clone())
}

/// No row of days off is looked through further back than this.
const LONGEST_ROW: i32 = 14;

/// Whether a day off shifted `line` to `day`: one of the row of days off that ends just before it, each by the revision
/// that held then, since a newer one changes no earlier day. Of a programme only the last turn of that row is shifted,
/// since a day has one turn.
pub(super) fn was_shifted_to(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let day_off = |before| {
        let held = &revision_on(situation.revisions, before)?.revision;
        let line = held.line(&line.id).filter(|_| held.plan == revision.plan)?;
        Some((held, line, before, off_on(held, line, before)?))
    };
    let row = (1..=LONGEST_ROW).map(|back| day.plus(-back)).map_while(day_off);
    let shifts = row.filter(|(.., then)| *then == DayOffThen::Shift);
    let mut shifted = shifts.filter_map(|(held, line, before, _)| {
        let is_its = was_its_day(situation, held, line, before);
        let has_turn =
            || fixed_programme(held, &line_on(situation, held, line, before), before).is_some();
        (is_its || has_turn()).then_some(is_its)
    });
    shifted.next().unwrap_or(false)
}

/// The programme by whose fixed days a line is done, if `day` is one of them: then it is the day of one of its turns.
pub(super) fn fixed_programme<'a>(
    revision: &'a Revision,
    on_day: &LineOnDay<'_>,
    day: Day,
) -> Option<&'a Programme> {
    let Frequency::Due { days: DayPattern::Turn { programme, .. }, .. } = on_day.frequency else {
        return None;
    };
    let programme = revision.programmes.iter().find(|known| known.id == *programme);
    programme.filter(|known| known.days.include(day) == Some(true))
}

/// Whether `line` would have been asked for on `day`, were it not off: by its words of that day.
pub(super) fn was_its_day(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    // What a pause holds back, or an operation that is put off, is not made up for.
    let is_put_off = put_off::holds_on(situation, revision, day);
    if is_put_off
        || situation.plan_facts.pause_on(day).is_some()
        || !stands(situation, revision, line, day)
    {
        return false;
    }
    let on_day = line_on(situation, revision, line, day);
    match on_day.frequency {
        Frequency::Due { days: DayPattern::Turn { turn, .. }, .. } => {
            let fixed = fixed_programme(revision, &on_day, day);
            let now = fixed.and_then(|known| turn_on(situation, revision, known, day));
            now.is_some_and(|(now, _)| now == turn)
        }
        Frequency::Due { days, .. } => days.include(day) == Some(true),
        Frequency::AsNeeded { .. } | Frequency::Technique => false,
    }
}
