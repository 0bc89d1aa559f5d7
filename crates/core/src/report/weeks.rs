//! Lines and programmes that are done so many days a week: what is short belongs to the week.

use std::collections::BTreeMap;

use super::{OutOf, WeekFigures};
use crate::ids::{LineId, ProgrammeId};
use crate::schedule::{Situation, WeekOfLine, weeks_that_end};
use crate::time::Day;

/// Whose week it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Line(LineId),
    Programme(ProgrammeId),
}

/// The weeks that end from `from` through `through`, and that in which `through` lies. Each as it stood on its last
/// day, or on the last day on which the plan had the line; one that is read before its end is not over. That of a programme is one, whichever line had the turn.
pub(super) fn weeks(situation: &Situation<'_>, from: Day, through: Day) -> Vec<WeekFigures> {
    let mut found: BTreeMap<(Day, Whose), WeekOfLine> = BTreeMap::new();
    for week in weeks_that_end(situation, from, through) {
        let whose = match &week.programme {
            None => Whose::Line(week.line.clone()),
            Some(turn) => Whose::Programme(turn.programme.clone()),
        };
        found.insert((week.from, whose), week);
    }
    let today = situation.today();
    found
        .into_values()
        .map(|week| WeekFigures {
            days: OutOf { done: u32::from(week.done), asked: u32::from(week.asked) },
            is_paused: week
                .from
                .through(week.through)
                .all(|day| situation.plan_facts.pause_on(day).is_some()),
            is_over: week.through <= through && today.is_some_and(|today| week.through < today),
            kept_back: u32::from(week.kept_back),
            line: week.line,
            title: week.programme.as_ref().map_or(week.title, |turn| turn.title.clone()),
            programme: week.programme.map(|turn| turn.programme),
            from: week.from,
            through: week.through,
        })
        .collect()
}
