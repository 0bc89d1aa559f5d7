//! Lines that have no day today: why, and which day is their next.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agenda::{agenda, time_of_plan};
use super::asked::{Asked, asked, may_be_asked};
use super::choosing_days::InWeek;
use super::days_off::{has_round, off_on, was_its_day};
use super::steps::line_on;
use super::turns::turn_on;
use super::{Situation, TimeOfPlan, put_off, revision_on};
use crate::ids::LineId;
use crate::plan::{DayPattern, Frequency, Prescription, Revision};
use crate::time::{Day, Weekday};

/// No further ahead than this is the next day looked for, in days.
const LONGEST_WAIT: i32 = 31;

/// A line that today leaves out, although its plan holds and nothing keeps it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotToday {
    /// The line.
    pub line: LineId,
    /// Why.
    pub because: WhyNotToday,
    /// The next day on which it is asked for, or may be chosen. `None` where that hangs on what is done until then, or
    /// where no such day comes within a month.
    pub next: Option<Day>,
}

/// Why a line has no day today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNotToday {
    /// The sheet makes it a day off for the line.
    DayOff,
    /// It is done every so many days.
    EveryNDays(u16),
    /// It is done on these weekdays.
    Weekdays(#[ts(type = "Array<string>")] Vec<Weekday>),
    /// It takes turns with others, and it is this turn.
    OtherTurn(String),
}

/// The lines that have no day today, in the sheet's order; none in a pause or after a warning sign, which ask for
/// nothing, and none that is stopped. Lines that are done so many days a week stand in their week.
#[must_use]
pub fn not_today(situation: &Situation<'_>) -> Vec<NotToday> {
    let Some(today) = situation.today() else { return Vec::new() };
    let Some(in_force) = revision_on(situation.revisions, today) else { return Vec::new() };
    let has_sign = situation.plan_facts.red_flags.iter().any(|stop| stop.until.is_none());
    if has_sign || time_of_plan(in_force, today) != TimeOfPlan::During {
        return Vec::new();
    }
    let revision = &in_force.revision;
    let stops = agenda(situation, today).map(|agenda| agenda.stops).unwrap_or_default();
    let not_today = |line: &Prescription| {
        if stops.iter().flat_map(|stop| &stop.lines).any(|stopped| stopped.line == line.id) {
            return None;
        }
        let because = why(situation, revision, line, today)?;
        Some(NotToday { line: line.id.clone(), because, next: next(situation, line, today) })
    };
    revision.lines.iter().filter_map(not_today).collect()
}

/// Why `day` leaves `line` out; `None` where it does not, or where something else keeps it back.
fn why(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<WhyNotToday> {
    if !matches!(asked(situation, revision, line, day), Asked::No) {
        return None;
    }
    if line.off || !may_be_asked(situation, revision, line, day) {
        return None;
    }
    let Frequency::Due { days, bouts } = line_on(situation, revision, line, day).frequency else {
        return None;
    };
    if !has_round(revision, bouts, day) {
        return Some(WhyNotToday::DayOff);
    }
    let programme = match days {
        DayPattern::Turn { programme, .. } => {
            Some(revision.programmes.iter().find(|known| known.id == *programme)?)
        }
        _ => None,
    };
    let pattern = programme.map_or(days, |programme| &programme.days);
    let may_choose = matches!(pattern, DayPattern::TimesAWeek { .. });
    let is_off = off_on(revision, line, day).is_some();
    if is_off && (may_choose || was_its_day(situation, revision, line, day)) {
        return Some(WhyNotToday::DayOff);
    }
    if let Some((turn, InWeek::Due | InWeek::Available)) =
        programme.and_then(|programme| turn_on(situation, revision, programme, day))
    {
        return Some(WhyNotToday::OtherTurn(turn.to_owned()));
    }
    match pattern {
        DayPattern::EveryNDays { n, .. } => Some(WhyNotToday::EveryNDays(*n)),
        DayPattern::Weekdays(weekdays) => Some(WhyNotToday::Weekdays(weekdays.clone())),
        DayPattern::EveryDay | DayPattern::TimesAWeek { .. } | DayPattern::Turn { .. } => None,
    }
}

/// The next day after `day` that asks for `line` or leaves the choice, by the revision that holds then.
fn next(situation: &Situation<'_>, line: &Prescription, day: Day) -> Option<Day> {
    let is_its_day = |day: &Day| {
        let Some(in_force) = revision_on(situation.revisions, *day) else { return false };
        if put_off::holds_on(situation, &in_force.revision, *day) {
            return false;
        }
        let line = in_force.revision.line(&line.id);
        let asked = line.map(|line| asked(situation, &in_force.revision, line, *day));
        matches!(asked, Some(Asked::Yes(..))) && situation.plan_facts.pause_on(*day).is_none()
    };
    (1..=LONGEST_WAIT).map(|later| day.plus(later)).find(is_its_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ProgrammeId;
    use crate::plan::{Advance, Bouts, DayOff, DayOffThen, Dose, Programme, Stage, StageBegins};
    use crate::record::{BoutKey, BoutPlace, Outcome, PlanFact};
    use crate::samples::{
        World, any_time, bout, closed, day, line, on_days, plan_record, record, revision,
    };
    use crate::time::{DayRef, Stretch};

    /// Line, why and next day of what has no day, on Wednesday 18 November 2026.
    fn on_wednesday(world: &World) -> Vec<(String, WhyNotToday, Option<String>)> {
        let lines = world.ask(not_today).into_iter();
        lines
            .map(|one| (one.line.to_string(), one.because, one.next.map(|day| day.to_string())))
            .collect()
    }

    fn wednesday(revision: Revision) -> World {
        World::new(revision, "2026-11-18T12:00:00Z")
    }

    /// A line of that pattern.
    fn done_on(id: &str, pattern: DayPattern) -> Prescription {
        on_days(any_time(line(id, &[]), 1), pattern)
    }

    fn every(n: u16, from: &str) -> DayPattern {
        DayPattern::EveryNDays { n, from: day(from) }
    }

    fn one(
        line: &str,
        because: WhyNotToday,
        next: Option<&str>,
    ) -> (String, WhyNotToday, Option<String>) {
        (line.to_owned(), because, next.map(str::to_owned))
    }

    fn wednesdays_off(then: DayOffThen) -> DayOff {
        DayOff {
            as_written: "Wednesdays: rest".to_owned(),
            weekdays: vec![Weekday::Wed],
            dates: Vec::new(),
            except: Vec::new(),
            then,
        }
    }

    /// Bridge and squat in turn.
    fn in_turn(days: DayPattern, advance: Advance) -> Revision {
        let id = || ProgrammeId::new("ab").unwrap();
        let turn = |turn: &str| DayPattern::Turn { programme: id(), turn: turn.to_owned() };
        let mut plan = revision(vec![done_on("bridge", turn("A")), done_on("squat", turn("B"))]);
        let turns = vec!["A".to_owned(), "B".to_owned()];
        plan.programmes =
            vec![Programme { id: id(), title: "A and B".to_owned(), turns, days, advance }];
        plan
    }

    #[test]
    fn a_line_of_other_days_says_which_and_when_it_comes_next() {
        let world = wednesday(revision(vec![
            done_on("bridge", DayPattern::EveryDay),
            done_on("squat", every(2, "2026-11-17")),
            done_on("clam", every(2, "2026-11-16")),
            done_on("row", DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Wed])),
            done_on("plank", DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Tue])),
            done_on("walk", DayPattern::TimesAWeek { times: 3, not_two_days_running: true }),
        ]));
        let days = WhyNotToday::Weekdays(vec![Weekday::Mon, Weekday::Tue]);
        let expected = [
            one("squat", WhyNotToday::EveryNDays(2), Some("2026-11-19")),
            one("plank", days, Some("2026-11-23")),
        ];
        assert_eq!(on_wednesday(&world), expected);
    }

    #[test]
    fn what_something_else_keeps_back_is_told_elsewhere() {
        let mut off = done_on("bridge", every(2, "2026-11-17"));
        off.off = true;
        let mut over = done_on("squat", every(2, "2026-11-17"));
        over.stretch = Stretch::Days { from: None, until: Some(DayRef::On(day("2026-11-18"))) };
        let mut replaced = done_on("clam", every(2, "2026-11-17"));
        let mut plan = revision(vec![off, over, done_on("plank", every(2, "2026-11-17"))]);
        replaced.stages = vec![Stage {
            as_written: None,
            begins: StageBegins::On(DayRef::On(day("2026-11-18"))),
            until: None,
            dose: Dose::default(),
            side: None,
            frequency: None,
            replaces: vec![LineId::new("plank").unwrap()],
        }];
        plan.lines.push(replaced);
        let mut world = wednesday(plan);
        let expected = [one("clam", WhyNotToday::EveryNDays(2), Some("2026-11-19"))];
        assert_eq!(on_wednesday(&world), expected);
        // A pause asks for nothing at all.
        let pause = PlanFact::Pause { from: day("2026-11-18"), through: None, reason: None };
        world.plan_records = vec![plan_record(1, "2026-11-18T06:00:00Z", pause)];
        assert_eq!(on_wednesday(&world), []);
    }

    #[test]
    fn the_next_day_is_one_that_asks_for_it() {
        // The day after is off, and the line ends before another comes; a pause that is known covers all but the last.
        let mut ends = done_on("squat", every(2, "2026-11-17"));
        ends.stretch = Stretch::Days { from: None, until: Some(DayRef::On(day("2026-11-21"))) };
        let mut plan = revision(vec![ends, done_on("clam", every(2, "2026-11-17"))]);
        let thursdays = vec![Weekday::Thu];
        plan.days_off = vec![DayOff { weekdays: thursdays, ..wednesdays_off(DayOffThen::Skip) }];
        let mut world = wednesday(plan);
        let next = |world: &World| -> Vec<Option<String>> {
            on_wednesday(world).into_iter().map(|(.., next)| next).collect()
        };
        assert_eq!(next(&world), [None, Some("2026-11-21".to_owned())]);
        let pause = PlanFact::Pause {
            from: day("2026-11-20"),
            through: Some(day("2026-11-22")),
            reason: None,
        };
        let resumed = PlanFact::Resumed { day: day("2026-11-23") };
        world.plan_records = vec![
            plan_record(1, "2026-11-18T06:00:00Z", pause),
            plan_record(2, "2026-11-18T06:01:00Z", resumed),
        ];
        assert_eq!(next(&world), [None, Some("2026-11-23".to_owned())]);
        world.revisions[0].revision.ends = Some(day("2026-11-23"));
        assert_eq!(next(&world), [None, None]);
    }

    #[test]
    fn a_day_off_says_so_where_the_line_would_have_had_its_day() {
        let mut plan = revision(vec![
            done_on("bridge", DayPattern::EveryDay),
            done_on("squat", every(2, "2026-11-17")),
            done_on("walk", DayPattern::TimesAWeek { times: 3, not_two_days_running: false }),
            done_on("row", DayPattern::Weekdays(vec![Weekday::Wed])),
        ]);
        plan.days_off = vec![wednesdays_off(DayOffThen::Skip)];
        let mut world = wednesday(plan);
        let off = |line, next| one(line, WhyNotToday::DayOff, next);
        let expected = [
            off("bridge", Some("2026-11-19")),
            one("squat", WhyNotToday::EveryNDays(2), Some("2026-11-19")),
            off("walk", Some("2026-11-19")),
            off("row", None),
        ];
        assert_eq!(on_wednesday(&world), expected);
        // What is shifted comes on the day after.
        world.revisions[0].revision.days_off[0].then = DayOffThen::Shift;
        assert_eq!(on_wednesday(&world)[3], off("row", Some("2026-11-19")));
    }

    #[test]
    fn another_turn_says_whose_it_is() {
        let by_calendar = in_turn(DayPattern::EveryDay, Advance::Calendar(day("2026-11-16")));
        let turn = |turn: &str| WhyNotToday::OtherTurn(turn.to_owned());
        let world = wednesday(by_calendar);
        assert_eq!(on_wednesday(&world), [one("squat", turn("A"), Some("2026-11-19"))]);
        // A programme that has no turn today says on which days it has one.
        let tuesdays = || DayPattern::Weekdays(vec![Weekday::Tue]);
        let world = wednesday(in_turn(tuesdays(), Advance::Calendar(day("2026-11-17"))));
        let WhyNotToday::Weekdays(_) = on_wednesday(&world).remove(0).1 else {
            panic!("other days")
        };
        let next = on_wednesday(&world).into_iter().map(|(.., next)| next);
        assert!(next.eq([Some("2026-12-01".to_owned()), Some("2026-11-24".to_owned())]));
        // Where turns follow what is done, the next day of the other one is known when this one was done.
        let mut world = wednesday(in_turn(DayPattern::EveryDay, Advance::Done));
        assert_eq!(on_wednesday(&world), [one("squat", turn("A"), None)]);
        let done =
            BoutKey { place: BoutPlace::AnyTime(1), ..bout("bridge", "morning", "2026-11-18") };
        world.records = vec![record(1, "2026-11-18T10:00:00Z", closed(done, Outcome::Done))];
        assert_eq!(on_wednesday(&world), [one("squat", turn("A"), Some("2026-11-19"))]);
    }

    #[test]
    fn a_stage_that_changes_the_days_holds_for_both() {
        let mut bridge = done_on("bridge", DayPattern::Weekdays(vec![Weekday::Mon]));
        let bouts = Bouts::AnyTime { times: 1, most: 1, gap_minutes: None };
        bridge.stages = vec![Stage {
            as_written: None,
            begins: StageBegins::On(DayRef::On(day("2026-11-20"))),
            until: None,
            dose: Dose::default(),
            side: None,
            frequency: Some(Frequency::Due {
                days: DayPattern::Weekdays(vec![Weekday::Sat]),
                bouts,
            }),
            replaces: Vec::new(),
        }];
        let world = wednesday(revision(vec![bridge]));
        let mondays = WhyNotToday::Weekdays(vec![Weekday::Mon]);
        assert_eq!(on_wednesday(&world), [one("bridge", mondays, Some("2026-11-21"))]);
    }
}
