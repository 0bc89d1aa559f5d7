//! Days on which nothing is done, but for some lines.

use super::Situation;
use super::phases::spans;
use super::steps::line_on;
use super::turns::turn_on;
use super::waits::{is_cleared, is_locked, replaced_on};
use crate::plan::{DayOff, DayOffThen, DayPattern, Frequency, Prescription, Revision};
use crate::time::Day;

/// What becomes of `line` on `day`, if that is a day off for it.
pub(super) fn off_on(revision: &Revision, line: &Prescription, day: Day) -> Option<DayOffThen> {
    let is_off = |off: &&DayOff| {
        (off.weekdays.contains(&day.weekday()) || off.dates.contains(&day))
            && !off.except.contains(&line.id)
    };
    revision.days_off.iter().find(is_off).map(|off| off.then)
}

/// The sheet's words for `day`, where they make it a day off for lines of the plan.
pub(super) fn day_off(revision: &Revision, day: Day) -> Option<String> {
    let is_off = |off: &&DayOff| off.weekdays.contains(&day.weekday()) || off.dates.contains(&day);
    revision.days_off.iter().find(is_off).map(|off| off.as_written.clone())
}

/// No row of days off is looked through further back than this.
const LONGEST_ROW: i32 = 14;

/// Whether a day off shifted `line` to `day`: one of the row of days off that ends just before it.
pub(super) fn was_shifted_to(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    (1..=LONGEST_ROW)
        .map(|back| day.plus(-back))
        .map_while(|before| Some((before, off_on(revision, line, before)?)))
        .filter(|(_, then)| *then == DayOffThen::Shift)
        .any(|(before, _)| was_its_day(situation, revision, line, before))
}

/// Whether `line` would have been asked for on `day`, were it not off: by its words of that day.
pub(super) fn was_its_day(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let waits = line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
    if waits
        || is_locked(situation, revision, line, day)
        || !spans(situation, revision, line, day)
        || replaced_on(situation, revision, day).contains(&&line.id)
    {
        return false;
    }
    match line_on(situation, revision, line, day).frequency {
        Frequency::Due { days: DayPattern::Turn { programme, turn }, .. } => {
            let programme = revision.programmes.iter().find(|known| known.id == *programme);
            let fixed = programme.filter(|known| known.days.include(day) == Some(true));
            let now = fixed.and_then(|known| turn_on(situation, revision, known, day));
            now.is_some_and(|(now, _)| now == turn)
        }
        Frequency::Due { days, .. } => days.include(day) == Some(true),
        Frequency::AsNeeded { .. } | Frequency::Technique => false,
    }
}
