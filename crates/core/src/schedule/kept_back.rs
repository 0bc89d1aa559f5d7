//! Days on which a limit or a stop keeps back a line that is done so many days a week.

use super::Situation;
use super::asked::{has_day, may_be_asked};
use super::choosing_days::InWeek;
use super::climb::was_stopped;
use super::days_off::off_on;
use super::done::done_on;
use super::effects::Said;
use super::pain::Does;
use super::stops::is_stopped;
use super::waits::is_locked;
use super::withheld::holds_for;
use crate::plan::{Prescription, Revision};
use crate::record::{BoutKey, BoutPlace};
use crate::time::Day;

/// Whether `line` has `on` in its week, as it stands on `day`: nothing that is known beforehand keeps it back, and it was
/// not stopped when `on` ended, until somebody has spoken. A day on which it was done belongs to the week all the same.
pub(super) fn has_in_week(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    on: Day,
    day: Day,
) -> bool {
    // When somebody speaks nobody knows: no day that is to come is lost before that.
    may_be_asked(situation, revision, line, on)
        && (on > day
            || !was_stopped(situation, revision, line, on)
            || done_on(situation, revision, line, on))
}

/// What is asked of one line, day by day.
pub(super) struct KeptBack<'s, 'a> {
    pub(super) situation: &'s Situation<'a>,
    pub(super) revision: &'a Revision,
    pub(super) said: &'s mut Said<'a>,
    pub(super) line: &'s Prescription,
}

impl KeptBack<'_, '_> {
    /// Whether `day` belongs to the line, and a limit or a stop kept it back so that nothing of it was done.
    pub(super) fn counts(&mut self, day: Day) -> bool {
        let Self { situation, revision, line, .. } = *self;
        off_on(revision, line, day).is_none()
            && has_day(situation, revision, line, day)
            && !done_on(situation, revision, line, day)
            && self.on(day).is_some()
    }

    /// What keeps the line back on `day`, as far as the end of the day or the present moment knows.
    pub(super) fn on(&mut self, day: Day) -> Option<InWeek> {
        let Self { situation, revision, line, .. } = *self;
        if is_locked(situation, revision, line, day) {
            return Some(InWeek::LimitHolds);
        }
        let facts = situation.plan_facts;
        if facts.stops.is_empty() && facts.red_flags.is_empty() {
            return None;
        }
        let ends = situation.span(day).1;
        if is_stopped(&facts.red_flags, ends, situation.now) {
            return Some(InWeek::Stopped);
        }
        // As before the first bout of the day.
        let place = BoutPlace::AnyTime(0);
        let bout = BoutKey { plan: revision.plan.clone(), line: line.id.clone(), day, place };
        let now = situation.now;
        let (effects, asked) = self.said.on(situation, revision, day);
        let mut of_line =
            effects.iter().filter(|known| *known.line == line.id).map(|known| &known.effect);
        let is_held = of_line.any(|effect| {
            matches!(effect.does, Does::Stop(..))
                && holds_for(situation, asked, effect, &bout, now.min(ends))
        });
        is_held.then_some(InWeek::Stopped)
    }
}
