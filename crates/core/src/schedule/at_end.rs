//! A plan of which nothing is asked any more by itself: all of it is over, or waits for somebody's word.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::phases::{PhaseNow, last_begun, phase_waits, spans};
use super::waits::{is_cleared, is_locked};
use super::{Situation, TimeOfPlan};
use crate::ids::PhaseId;
use crate::plan::{Frequency, Prescription, Revision};
use crate::time::Day;

/// Why no day from this one on asks for anything by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AtEnd {
    /// All of the plan is over. It was written up to this day.
    Over(Day),
    /// What is not over waits for an OK of the team, or for the end of a limit.
    Waits,
}

/// Whether `revision` has come to its end on `day`. What is done when it is needed, and ways of moving, are asked for on no
/// day and keep no plan going.
pub(super) fn at_end(
    situation: &Situation<'_>,
    revision: &Revision,
    time_of_plan: TimeOfPlan,
    day: Day,
) -> Option<AtEnd> {
    match time_of_plan {
        TimeOfPlan::Before => return None,
        TimeOfPlan::After => return revision.ends.map(|end| AtEnd::Over(end.plus(-1))),
        TimeOfPlan::During => {}
    }
    let mut last = None;
    let mut waits = false;
    for line in revision.lines.iter().filter(|line| !line.off && is_ever_due(line)) {
        if let Some(end) = end_of(situation, revision, line, day).filter(|end| *end <= day) {
            last = last.max(Some(end));
            continue;
        }
        let lacks_ok =
            || line.clearance.as_ref().is_some_and(|ok| !is_cleared(situation, revision, ok, day));
        let is_kept_back = phase_waits(situation, revision, line, day)
            || spans(situation, revision, line, day)
                && (lacks_ok() || is_locked(situation, revision, line, day));
        if !is_kept_back {
            return None;
        }
        waits = true;
    }
    if waits { Some(AtEnd::Waits) } else { last.map(|end| AtEnd::Over(end.plus(-1))) }
}

/// Whether a day may ask for `line`.
fn is_ever_due(line: &Prescription) -> bool {
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    staged.chain([&line.frequency]).any(|often| matches!(often, Frequency::Due { .. }))
}

/// The first day after `line`, as its phase really began; `None` where it has no end, or its phase has not begun.
fn end_of(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<Day> {
    let Some(id) = &line.phase else { return revision.span_of(line).1 };
    let place = |id: &PhaseId| revision.phases.iter().position(|phase| phase.id == *id);
    let PhaseNow { phase, late, goes_on } = last_begun(situation, revision, day)?;
    let (own, present) = (place(id)?, place(&phase.id)?);
    if own > present {
        return None;
    }
    if own == present && goes_on {
        // It goes on in the place of the next one; a line of its own days ends with those.
        return revision.own_span_of(line, late).1;
    }
    // A phase before the present one is over, whenever it was.
    let late = if own == present { late } else { 0 };
    let of_phase = revision.phases.get(own)?.stretch.day_after(&revision.anchors());
    let of_phase = of_phase.map(|end| end.plus(late)).or((own < present).then_some(day));
    let (_, of_line) = revision.own_span_of(line, late);
    let end = of_phase.into_iter().chain(of_line).min();
    if own < present { end.map(|end| end.min(day)) } else { end }
}

#[cfg(test)]
mod tests {
    use super::AtEnd;
    use crate::ids::{ClearanceId, PhaseId};
    use crate::plan::{Clearance, DayPattern, Frequency, Phase, Prescription, Revision};
    use crate::record::{ClearanceAnswer, PlanFact};
    use crate::samples::{World, day, line, on_days, plan_record, revision};
    use crate::schedule::agenda;
    use crate::time::{DayRef, Stretch, Weekday};

    fn days(from: i32, until: Option<i32>) -> Stretch {
        let day = DayRef::AfterSurgery;
        Stretch::Days { from: Some(day(from)), until: until.map(day) }
    }

    fn in_phase(id: &str, phase: &str) -> Prescription {
        let mut line = line(id, &["morning"]);
        line.phase = Some(PhaseId::new(phase).unwrap());
        line
    }

    fn phase(id: &str, stretch: Stretch, clearance: Option<&str>) -> Phase {
        let clearance = clearance.map(|ok| ClearanceId::new(ok).unwrap());
        Phase { id: PhaseId::new(id).unwrap(), title: id.to_owned(), stretch, clearance }
    }

    /// Two phases, of which the second ends on day 28, the 30th of November; and the log roll without an end.
    fn sheet() -> Revision {
        let mut roll = line("log-roll", &[]);
        roll.frequency = Frequency::Technique;
        let mut sheet = revision(vec![in_phase("bridge", "one"), in_phase("squat", "two"), roll]);
        sheet.phases =
            vec![phase("one", days(14, Some(21)), None), phase("two", days(21, Some(28)), None)];
        sheet
    }

    fn at_end(world: &World, on: &str) -> Option<AtEnd> {
        world.ask(|situation| agenda(situation, day(on))).unwrap().at_end
    }

    fn of(sheet: Revision) -> World {
        World::new(sheet, "2027-02-01T12:00:00Z")
    }

    #[test]
    fn a_plan_whose_last_phase_is_over_says_up_to_when_it_was_written() {
        let world = of(sheet());
        assert_eq!(at_end(&world, "2026-11-29"), None);
        let over = Some(AtEnd::Over(day("2026-11-29")));
        assert_eq!(at_end(&world, "2026-11-30"), over);
        assert_eq!(at_end(&world, "2027-01-30"), over);
        // Where one line goes on, the plan does; whether it has this day or another.
        let mut goes_on = sheet();
        goes_on.lines.push(line("walk", &["noon"]));
        assert_eq!(at_end(&of(goes_on), "2026-11-30"), None);
        let mut later = sheet();
        later.lines.push(Prescription { stretch: days(60, Some(70)), ..line("walk", &["noon"]) });
        assert_eq!(at_end(&of(later.clone()), "2026-12-20"), None);
        assert_eq!(at_end(&of(later), "2027-01-11"), Some(AtEnd::Over(day("2027-01-10"))));
        let mut open = sheet();
        open.phases[1].stretch = days(21, None);
        assert_eq!(at_end(&of(open), "2026-12-20"), None);
        // The end of the plan is one, too.
        let mut ends = revision(vec![line("walk", &["noon"])]);
        ends.ends = Some(day("2026-12-01"));
        assert_eq!(at_end(&of(ends.clone()), "2026-11-30"), None);
        assert_eq!(at_end(&of(ends), "2026-12-01"), Some(AtEnd::Over(day("2026-11-30"))));
    }

    #[test]
    fn what_waits_is_told_apart_and_a_phase_that_began_late_ends_as_much_later() {
        let mut sheet = sheet();
        let ok = ClearanceId::new("ok").unwrap();
        sheet.clearances = vec![Clearance {
            id: ok.clone(),
            as_written: "Ask the surgeon".to_owned(),
            from_whom: None,
            ask_on: None,
        }];
        sheet.phases[1].clearance = Some(ok.clone());
        // A line of the first phase that ends before it does is over, also while the phase goes on.
        let mut ended = of(sheet.clone());
        ended.revisions[0].revision.lines[0].stretch = days(14, Some(18));
        assert_eq!(at_end(&ended, "2026-12-10"), Some(AtEnd::Waits));
        let mut world = of(sheet);
        // The first phase goes on while the second waits, also on a day without a bout.
        let mondays = DayPattern::Weekdays(vec![Weekday::Mon]);
        let bridge = &mut world.revisions[0].revision.lines[0];
        *bridge = on_days(bridge.clone(), mondays);
        assert_eq!(at_end(&world, "2026-12-10"), None);
        let said = PlanFact::Clearance {
            plan: world.revisions[0].revision.plan.clone(),
            revision: 1,
            clearance: ok.clone(),
            answer: ClearanceAnswer::Yes,
            who: None,
            how: None,
            said_on: day("2026-11-26"),
            day: day("2026-11-26"),
        };
        world.plan_records = vec![plan_record(1, "2026-11-26T08:00:00Z", said)];
        assert_eq!(at_end(&world, "2026-12-02"), None);
        assert_eq!(at_end(&world, "2026-12-03"), Some(AtEnd::Over(day("2026-12-02"))));
        // A line that waits for its own OK beside those that are over.
        world.plan_records.clear();
        let sheet = &mut world.revisions[0].revision;
        sheet.phases[1].clearance = None;
        sheet.lines.push(Prescription { clearance: Some(ok), ..line("walk", &["noon"]) });
        assert_eq!(at_end(&world, "2026-11-29"), None);
        assert_eq!(at_end(&world, "2026-11-30"), Some(AtEnd::Waits));
    }
}
