//! Which revision holds on which day, and from when.

use std::collections::BTreeSet;

use super::waits::locks;
use super::{Agenda, Situation};
use crate::ids::LineId;
use crate::plan::{Precaution, Prescription, Revision, USUAL_WEEK_START};
use crate::time::{Day, Instant, USUAL_DAY_START, WallTime, Weekday, Zone};

/// A revision and the days from which it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// The revision.
    pub revision: Revision,
    /// The first day on which it holds.
    pub from: Day,
    /// When it was taken in. Of two that hold, the one taken in later does.
    pub imported_at: Instant,
}

/// The revision that holds on `day`: of those whose first day has come, the one taken in last.
/// Before the first of them, the earliest, so that the person can see what is coming.
#[must_use]
pub fn revision_on(revisions: &[InForce], day: Day) -> Option<&InForce> {
    revisions
        .iter()
        .filter(|revision| revision.from <= day)
        .max_by_key(|revision| (revision.imported_at, revision.revision.number))
        .or_else(|| revisions.iter().min_by_key(|revision| (revision.from, revision.imported_at)))
}

/// On which day a week begins, by the revision that holds on `day`. All that looks back counts weeks by it, so that a
/// week is the same seven days wherever it is shown.
#[must_use]
pub fn week_starts(revisions: &[InForce], day: Day) -> Weekday {
    revision_on(revisions, day).map_or(USUAL_WEEK_START, |known| known.revision.week_starts)
}

/// When `day` begins, by the revision that holds on it.
#[must_use]
pub fn day_start(revisions: &[InForce], day: Day) -> WallTime {
    revision_on(revisions, day).map_or(USUAL_DAY_START, |known| known.revision.day_start_on(day))
}

/// The days on which `line` of `revision` was done, since it is there.
pub(super) fn days_done(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &LineId,
) -> BTreeSet<Day> {
    let mut done = situation.standing.days_done(&revision.plan, line);
    match entered_again_on(situation.revisions, revision, line) {
        Some(since) => done.split_off(&since),
        None => done,
    }
}

/// The first day from which `line` of `revision` is a line of its own, where a revision before it had not got the line any
/// more: one that is entered again later is another one under the same name, unless it came back as it had been, since then
/// it was left out by mistake. `None` where it has been there all along.
fn entered_again_on(revisions: &[InForce], revision: &Revision, line: &LineId) -> Option<Day> {
    let of_plan = || {
        revisions.iter().filter(|known| {
            known.revision.plan == revision.plan && known.revision.number <= revision.number
        })
    };
    // Nearly no line ever goes and comes again, and this is asked often.
    if of_plan().all(|known| known.revision.line(line).is_some()) {
        return None;
    }
    let mut since = None;
    let mut before: Option<&Prescription> = None;
    let mut was_gone = false;
    // One that was put right before its first day has come has held on no day.
    let held = |known: &InForce| {
        let is_newer = |other: &InForce| {
            (other.imported_at, other.revision.number) > (known.imported_at, known.revision.number)
        };
        !revisions.iter().any(|other| is_newer(other) && other.from <= known.from)
    };
    for known in of_plan().filter(|known| held(known)) {
        let found = known.revision.line(line);
        if let Some(found) = found {
            if was_gone && before != Some(found) {
                since = Some(known.from);
            }
            before = Some(found);
        }
        was_gone = found.is_none() && before.is_some();
    }
    since
}

/// The first day on which `revision` would hold, were it taken in `now`, by the clocks of `zone`, beside the `revisions` that
/// are here. `of_today` is what those ask for on the day that `now` lies in; `None` when there is none.
///
/// The first plan holds from the day on which it starts. A later one holds from today at the earliest,
/// and from tomorrow when today is under way already: what was done this morning belongs to the sheet
/// that asked for it, and must not be asked for again by the next one. One that only adds something asks for nothing again.
/// Nor does any hold from today while its own today has not begun: yesterday would come back.
#[must_use]
pub fn first_day(
    revision: &Revision,
    revisions: &[InForce],
    of_today: Option<&Agenda>,
    now: Instant,
    zone: &Zone,
) -> Day {
    let Some(today) = of_today else { return revision.starts };
    let comes_back = || revision.day_of(now, zone) < today.day;
    let only_adds = || {
        revision_on(revisions, today.day)
            .is_some_and(|known| known.from <= today.day && only_adds(&known.revision, revision))
    };
    let waits = (is_under_way(today, now) && !only_adds()) || comes_back();
    revision.starts.max(if waits { today.day.plus(1) } else { today.day })
}

/// Whether `next` is `present` with something more in it, as where the rest of a sheet is typed in after its first lines:
/// lines, appointments, limits that forbid none of the lines that are there, words, and more that is enough on a bad day. One
/// more round is not among them: it ends the window of the one before it.
fn only_adds(present: &Revision, next: &Revision) -> bool {
    let is_new = |line: &&Prescription| present.line(&line.id).is_none();
    let mut replaced = next.lines.iter().filter(is_new).flat_map(|line| &line.stages);
    let forbids = |limit: &&Precaution| present.lines.iter().any(|line| locks(limit, line));
    let mut limits = next.precautions.iter().filter(|limit| !present.precautions.contains(limit));
    let mut without = Revision { number: present.number, ..next.clone() };
    let at = |line: &Prescription| present.lines.iter().position(|known| known.id == line.id);
    without.lines.retain(|line| at(line).is_some());
    without.lines.sort_by_key(at);
    keep_known(&mut without.clearances, &present.clearances);
    keep_known(&mut without.appointments, &present.appointments);
    keep_known(&mut without.precautions, &present.precautions);
    keep_known(&mut without.notes, &present.notes);
    keep_known(&mut without.contacts, &present.contacts);
    match &mut without.bad_day {
        Some(rule) if present.bad_day.is_some() => {
            rule.minimum.retain(|least| present.line(&least.line).is_some());
        }
        bad_day => *bad_day = None,
    }
    let as_present = Revision { number: next.number, ..present.clone() };
    without == *present
        && *next != as_present
        && !replaced.any(|stage| stage.replaces.iter().any(|line| present.line(line).is_some()))
        && !limits.any(|limit| forbids(&limit))
}

/// Leaves in `next` what `present` has, too.
fn keep_known<T: PartialEq>(next: &mut Vec<T>, present: &[T]) {
    next.retain(|one| present.contains(one));
}

/// Whether a round of the day has begun, or anything at all was recorded of it.
fn is_under_way(day: &Agenda, now: Instant) -> bool {
    let needed = day.as_needed.iter().flat_map(|line| line.recorded.iter().chain(&line.next));
    let mut all = day.items().chain(needed).chain(&day.extras);
    day.rounds.iter().any(|round| round.starts <= now)
        || all.any(|item| item.record.is_some() || !item.seen.sets.is_empty())
}

#[cfg(test)]
mod tests {
    use super::first_day;
    use crate::ids::{PlanId, RoundId};
    use crate::plan::{Frequency, LimitUntil, Precaution, Revision, Round};
    use crate::record::{BodySide, BoutKey, BoutPlace, Fact, Outcome};
    use crate::safety::{Flag, LimitKind};
    use crate::samples::{
        World, any_time, bout, closed, day, instant, line, record, revision, stage,
    };
    use crate::schedule::{State, agenda};

    /// Rounds at 7, 13 and 19 o'clock UTC, and a walk at any time.
    fn world(now: &str) -> World {
        let walk = any_time(line("walk", &[]), 1);
        World::new(revision(vec![line("bridge", &["morning", "noon", "evening"]), walk]), now)
    }

    /// The first day of a next revision that starts on `starts`.
    fn first(world: &World, starts: &str) -> String {
        let mut next = revision(vec![line("bridge", &["morning"])]);
        (next.number, next.starts) = (2, day(starts));
        let first = world.ask(|situation| {
            let today = situation.today().and_then(|today| agenda(situation, today));
            let revisions = situation.revisions;
            first_day(&next, revisions, today.as_ref(), situation.now, situation.zone())
        });
        first.to_string()
    }

    #[test]
    fn the_first_plan_holds_from_its_start_whenever_it_is_taken_in() {
        for starts in ["2026-11-02", "2026-11-18", "2026-12-01"] {
            let mut world = world("2026-11-18T10:00:00Z");
            world.revisions.clear();
            assert_eq!(first(&world, starts), starts);
        }
    }

    #[test]
    fn a_later_one_holds_from_today_only_while_nothing_has_begun() {
        let early = world("2026-11-18T06:59:59Z");
        assert_eq!(first(&early, "2026-11-16"), "2026-11-18");
        assert_eq!(first(&early, "2026-11-19"), "2026-11-19");
        for begun in ["2026-11-18T07:00:00Z", "2026-11-18T12:00:00Z", "2026-11-18T23:30:00Z"] {
            assert_eq!(first(&world(begun), "2026-11-16"), "2026-11-19", "{begun}");
            assert_eq!(first(&world(begun), "2026-11-18"), "2026-11-19", "{begun}");
            assert_eq!(first(&world(begun), "2026-11-30"), "2026-11-30", "{begun}");
        }
    }

    #[test]
    fn whatever_was_recorded_today_keeps_today_as_it_is() {
        let walk =
            BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "morning", "2026-11-18") };
        let work = Fact::Work {
            bout: walk.clone(),
            set: 1,
            side: BodySide::Both,
            repetitions: 0,
            seconds: 60,
        };
        for fact in [work, closed(walk.clone(), Outcome::Done), closed(walk, Outcome::SaidNotDone)]
        {
            let mut world = world("2026-11-18T06:30:00Z");
            world.records = vec![record(1, "2026-11-18T06:20:00Z", fact)];
            assert_eq!(first(&world, "2026-11-16"), "2026-11-19");
        }
        // What was recorded of yesterday changes nothing.
        let mut world = world("2026-11-18T06:30:00Z");
        let yesterday = closed(bout("bridge", "noon", "2026-11-17"), Outcome::Done);
        world.records = vec![record(1, "2026-11-18T06:20:00Z", yesterday)];
        assert_eq!(first(&world, "2026-11-16"), "2026-11-18");
    }

    #[test]
    fn what_only_adds_lines_holds_from_today_though_the_day_is_under_way() {
        let mut world = world("2026-11-18T12:00:00Z");
        world.revisions[0].revision.lines[0].flags.push(Flag::Rotation);
        let first = |change: &dyn Fn(&mut Revision)| {
            let mut next = world.revisions[0].revision.clone();
            next.number = 2;
            next.lines.insert(1, line("clam", &["noon"]));
            change(&mut next);
            world.ask(|situation| {
                let today = situation.today().and_then(|today| agenda(situation, today));
                let here = situation.revisions;
                first_day(&next, here, today.as_ref(), situation.now, situation.zone()).to_string()
            })
        };
        let limit = |kind| Precaution {
            as_written: "No twisting".to_owned(),
            source: None,
            kinds: vec![kind],
            lift_kg: None,
            sit_minutes: None,
            up_minutes: None,
            until: LimitUntil { told_otherwise: true, ..LimitUntil::default() },
        };
        let more: [&dyn Fn(&mut Revision); 2] =
            [&|_| {}, &|next| next.precautions.push(limit(LimitKind::Driving))];
        for change in more {
            assert_eq!(first(change), "2026-11-18");
        }
        let other: [&dyn Fn(&mut Revision); 8] = [
            &|next| {
                let night = RoundId::new("night").unwrap();
                next.rounds.push(Round { id: night, ..next.rounds[0].clone() });
                next.lines[1] = line("clam", &["night"]);
            },
            &|next| next.lines.retain(|line| line.id.as_str() != "clam"),
            &|next| next.precautions.push(limit(LimitKind::Twisting)),
            &|next| next.lines.retain(|line| line.id.as_str() != "walk"),
            &|next| next.lines[0].dose.repetitions = Some(99),
            &|next| next.plan = PlanId::new("another").unwrap(),
            &|next| next.rounds.truncate(2),
            &|next| next.lines[1].stages = vec![stage("2026-11-20", None, &["bridge"])],
        ];
        for change in other {
            assert_eq!(first(change), "2026-11-19");
        }
    }

    #[test]
    fn what_was_done_because_it_was_needed_begins_the_day_too() {
        let mut world = world("2026-11-18T05:00:00Z");
        let lines = &mut world.revisions[0].revision.lines;
        lines[1].frequency =
            Frequency::AsNeeded { when: "sore".to_owned(), most_a_day: None, ask_first: None };
        assert_eq!(first(&world, "2026-11-16"), "2026-11-18");
        let walked =
            BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "morning", "2026-11-18") };
        world.records = vec![record(1, "2026-11-18T04:30:00Z", closed(walked, Outcome::Done))];
        assert_eq!(first(&world, "2026-11-16"), "2026-11-19");
    }

    #[test]
    fn a_line_that_came_in_the_day_has_nothing_to_say_of_hours_that_were_over() {
        // The first line at eight, the second one at three in the afternoon, when the window of the morning was over.
        let mut world = world("2026-11-18T20:00:00Z");
        let mut more = world.revisions[0].clone();
        more.revision.number = 2;
        more.revision.lines.push(line("clam", &["morning", "noon"]));
        (more.from, more.imported_at) = (day("2026-11-18"), instant("2026-11-18T14:00:00Z"));
        world.revisions.push(more);
        let states = |world: &World, on: &str| -> Vec<(String, State)> {
            let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
            let items = agenda.rounds.iter().flat_map(|round| &round.items);
            items.map(|item| (item.bout.line.to_string(), item.state)).take(4).collect()
        };
        let is = |line: &str, state| (line.to_owned(), state);
        let empty = State::NotReminded;
        let expected = [
            is("bridge", empty),
            is("clam", State::Unknown),
            is("bridge", empty),
            is("clam", empty),
        ];
        assert_eq!(states(&world, "2026-11-18"), expected);
        // One line more at four: the one that came at three is none the older.
        let mut third = world.revisions[1].clone();
        third.revision.number = 3;
        third.revision.lines.push(line("squat", &["evening"]));
        third.imported_at = instant("2026-11-18T15:00:00Z");
        world.revisions.push(third);
        assert_eq!(states(&world, "2026-11-18"), expected);
        world.now = instant("2026-11-19T20:00:00Z");
        assert_eq!(states(&world, "2026-11-19")[1], is("clam", empty));
    }

    #[test]
    fn before_the_present_plan_has_begun_another_may_hold_from_today() {
        let world = world("2026-11-15T18:00:00Z");
        assert_eq!(first(&world, "2026-11-10"), "2026-11-15");
    }
}
