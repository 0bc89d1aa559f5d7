//! Days that are over: what nobody asked for, days without an entry, and the sheet of paper.

use proptest::prelude::*;

use super::{
    Agenda, AgendaItem, Gap, GridMark, NotRequired, State, agenda, gap, place_of_another, week_grid,
};
use crate::ids::LineId;
use crate::plan::{BadDay, DayOff, DayOffThen, DayPattern, Minimum};
use crate::record::{BodySide, BoutKey, BoutPlace, Fact, Opened, Outcome, PlanFact, Record};
use crate::report::{ReportDays, days, figures};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, plan_record, record, revision,
};
use crate::time::Weekday;

fn at_any_time(line: &str, on: &str, nth: u8) -> BoutKey {
    BoutKey { place: BoutPlace::AnyTime(nth), ..bout(line, "morning", on) }
}

fn agenda_on(world: &World, on: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(on))).unwrap()
}

fn three_rounds() -> Vec<crate::plan::Prescription> {
    vec![line("bridge", &["morning", "noon", "evening"]), any_time(line("walk", &[]), 2)]
}

/// Somebody who does everything on each of `days`, every time at 9 in the evening.
fn who_did_all(days: &[&str], now: &str) -> World {
    let mut world = World::new(revision(three_rounds()), now);
    for on in days {
        for item in agenda_on(&world, on).items().cloned().collect::<Vec<_>>() {
            let id = world.records.len() as u128 + 1;
            let at = format!("{on}T20:00:00Z");
            world.records.push(record(id, &at, closed(item.bout, Outcome::Done)));
        }
    }
    world
}

fn gap_of(world: &World) -> Option<Gap> {
    world.ask(gap)
}

#[test]
fn three_days_without_an_entry_are_one_gap() {
    let world = who_did_all(&["2026-11-16"], "2026-11-20T08:00:00Z");
    let found = gap_of(&world).unwrap();
    assert_eq!((found.from, found.through), (day("2026-11-17"), day("2026-11-19")));
    assert_eq!(found.days.len(), 3);
    assert!(!found.is_long, "seven days are asked about as a pause");
}

#[test]
fn one_entry_ends_a_gap_whatever_it_says() {
    let mut world = who_did_all(&["2026-11-16"], "2026-11-20T08:00:00Z");
    let said = closed(bout("bridge", "noon", "2026-11-18"), Outcome::SaidNotDone);
    world.records.push(record(99, "2026-11-20T08:00:00Z", said));
    assert_eq!(gap_of(&world).unwrap().days, [day("2026-11-19")]);
    // A bout that nobody asked for is an entry, too.
    let extra = closed(at_any_time("bridge", "2026-11-19", 1), Outcome::Done);
    world.records.push(record(100, "2026-11-20T08:00:00Z", extra));
    assert_eq!(gap_of(&world), None);
}

#[test]
fn whoever_goes_on_is_not_asked_about_the_days_before() {
    let mut world = who_did_all(&["2026-11-16"], "2026-11-20T08:00:00Z");
    let fact = PlanFact::Resumed { day: day("2026-11-20") };
    world.plan_records = vec![plan_record(1, "2026-11-20T08:00:00Z", fact)];
    assert_eq!(gap_of(&world), None);
    world.now = instant("2026-11-22T08:00:00Z");
    assert_eq!(gap_of(&world).unwrap().from, day("2026-11-20"));
}

#[test]
fn a_pause_a_bad_day_and_the_time_before_the_app_are_not_asked_about() {
    let mut world = who_did_all(&[], "2026-11-20T08:00:00Z");
    assert_eq!(gap_of(&world).unwrap().from, day("2026-11-16"));
    world.revisions[0].imported_at = instant("2026-11-18T20:00:00Z");
    assert_eq!(gap_of(&world).unwrap().from, day("2026-11-19"), "of the 18th we know a part");
    let pause =
        PlanFact::Pause { from: day("2026-11-17"), through: Some(day("2026-11-18")), reason: None };
    let went_on = PlanFact::Resumed { day: day("2026-11-19") };
    let at = "2026-11-20T08:00:00Z";
    world.plan_records = vec![plan_record(1, at, pause), plan_record(2, at, went_on)];
    assert_eq!(gap_of(&world).unwrap().from, day("2026-11-19"));
    let bad = PlanFact::BadDay { day: day("2026-11-19") };
    world.plan_records = vec![plan_record(1, "2026-11-19T08:00:00Z", bad)];
    assert_eq!(gap_of(&world), None);
}

#[test]
fn a_day_off_neither_makes_nor_breaks_a_gap() {
    let mut world = who_did_all(&["2026-11-16"], "2026-11-20T08:00:00Z");
    world.revisions[0].revision.days_off = vec![DayOff {
        as_written: "Rest on Wednesdays".to_owned(),
        weekdays: vec![Weekday::Wed],
        dates: Vec::new(),
        except: Vec::new(),
        then: DayOffThen::Skip,
    }];
    let words = Some("Rest on Wednesdays".to_owned());
    assert_eq!(
        agenda_on(&world, "2026-11-18").day_off,
        words,
        "a day that asks for nothing says why"
    );
    assert_eq!(agenda_on(&world, "2026-11-19").day_off, None);
    let found = gap_of(&world).unwrap();
    assert_eq!(found.days, [day("2026-11-17"), day("2026-11-19")]);
    world.now = instant("2026-11-19T08:00:00Z");
    assert_eq!(gap_of(&world).unwrap().through, day("2026-11-17"));
}

#[test]
fn so_many_days_as_the_plan_says_are_a_long_gap() {
    let mut world = who_did_all(&["2026-11-16"], "2026-11-23T08:00:00Z");
    assert!(!gap_of(&world).unwrap().is_long);
    world.now = instant("2026-11-24T08:00:00Z");
    assert!(gap_of(&world).unwrap().is_long);
}

#[test]
fn what_nobody_asked_for_is_seen_and_counts_toward_nothing() {
    let mut world = who_did_all(&["2026-11-17"], "2026-11-18T08:00:00Z");
    let numbers = |world: &World| {
        world.ask(|situation| figures(situation, day("2026-11-17"), day("2026-11-17"))).total
    };
    let before = numbers(&world);
    assert_eq!((before.prescribed, before.done, before.extra), (5, 5, 0));
    let line = LineId::new("bridge").unwrap();
    let place = |world: &World| {
        place_of_another(&agenda_on(world, "2026-11-17"), &line, world.now).unwrap()
    };
    for nth in 1..=2 {
        assert_eq!(place(&world), BoutPlace::AnyTime(nth));
        let extra = closed(at_any_time("bridge", "2026-11-17", nth), Outcome::Done);
        world.records.push(record(u128::from(nth) + 200, "2026-11-18T08:00:00Z", extra));
    }
    let skipped = closed(at_any_time("bridge", "2026-11-17", 3), Outcome::SaidNotDone);
    world.records.push(record(300, "2026-11-18T08:00:00Z", skipped));
    assert_eq!(agenda_on(&world, "2026-11-17").extras.len(), 3);
    let after = numbers(&world);
    assert_eq!((after.prescribed, after.done, after.extra), (5, 5, 2));
}

#[test]
fn one_more_fills_the_round_whose_window_it_lies_in_then_the_next_one_then_what_is_empty() {
    // 15:00 in Berlin: the noon round is open.
    let mut world = World::new(revision(three_rounds()), "2026-11-18T14:00:00Z");
    let line = LineId::new("bridge").unwrap();
    for round in ["noon", "evening", "morning"] {
        let place = place_of_another(&agenda_on(&world, "2026-11-18"), &line, world.now).unwrap();
        let wanted = bout("bridge", round, "2026-11-18");
        assert_eq!(place, wanted.place);
        let id = world.records.len() as u128 + 1;
        world.records.push(record(id, "2026-11-18T14:00:00Z", closed(wanted, Outcome::Done)));
    }
    let place = place_of_another(&agenda_on(&world, "2026-11-18"), &line, world.now).unwrap();
    assert_eq!(place, BoutPlace::AnyTime(1));
    // A line of any time has its extras after the places that are asked for.
    let walk = LineId::new("walk").unwrap();
    for nth in 1..=3 {
        let place = place_of_another(&agenda_on(&world, "2026-11-18"), &walk, world.now).unwrap();
        assert_eq!(place, BoutPlace::AnyTime(nth));
        let id = world.records.len() as u128 + 1;
        let walked = closed(at_any_time("walk", "2026-11-18", nth), Outcome::Done);
        world.records.push(record(id, "2026-11-18T14:00:00Z", walked));
    }
    let titles: Vec<String> =
        agenda_on(&world, "2026-11-18").extras.into_iter().map(|item| item.title).collect();
    assert_eq!(titles, ["walk"]);
}

#[test]
fn after_midnight_both_days_can_be_recorded() {
    // 00:20 on the 19th in Berlin: the day of the plan is still the 18th.
    let world = World::new(revision(three_rounds()), "2026-11-18T23:20:00Z");
    assert!(agenda_on(&world, "2026-11-18").is_today);
    assert!(!agenda_on(&world, "2026-11-19").is_to_come);
    assert!(agenda_on(&world, "2026-11-20").is_to_come);
    let noon = World::new(revision(three_rounds()), "2026-11-18T11:00:00Z");
    assert!(agenda_on(&noon, "2026-11-19").is_to_come);
}

#[test]
fn what_is_not_required_says_why() {
    let why = |world: &World| -> Vec<Option<NotRequired>> {
        agenda_on(world, "2026-11-18").items().map(|item| item.not_required).collect()
    };
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    plan.missed_dose.most_a_day = Some(1);
    let mut world = World::new(plan.clone(), "2026-11-18T08:00:00Z");
    let done = closed(bout("bridge", "morning", "2026-11-18"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T07:30:00Z", done)];
    let most = Some(NotRequired::MostADay);
    assert_eq!(why(&world), [None, most, most]);
    plan.missed_dose.most_a_day = None;
    plan.missed_dose.gap_minutes = Some(12 * 60);
    world.revisions[0].revision = plan.clone();
    assert_eq!(why(&world), [None, Some(NotRequired::Gap), None]);
    plan.missed_dose.gap_minutes = None;
    plan.bad_day = Some(BadDay {
        as_written: "Bad day? Once is enough.".to_owned(),
        minimum: vec![Minimum { line: LineId::new("bridge").unwrap(), bouts: 1 }],
    });
    world.revisions[0].revision = plan;
    let bad = PlanFact::BadDay { day: day("2026-11-18") };
    world.plan_records = vec![plan_record(1, "2026-11-18T08:00:00Z", bad)];
    let bad_day = Some(NotRequired::BadDay);
    assert_eq!(why(&world), [None, bad_day, bad_day]);
    let pause = PlanFact::Pause { from: day("2026-11-18"), through: None, reason: None };
    world.plan_records = vec![plan_record(2, "2026-11-18T08:00:00Z", pause)];
    assert_eq!(why(&world), [None; 3], "a pause is another reason");
}

#[test]
fn the_grid_has_a_box_for_each_bout_of_the_week_and_keeps_what_is_recorded() {
    let mut plan = revision(vec![
        any_time(line("walk", &[]), 2),
        line("bridge", &["morning", "evening"]),
        on_days(
            any_time(line("squat", &[]), 1),
            DayPattern::TimesAWeek { times: 3, not_two_days_running: false },
        ),
    ]);
    plan.lines[1].sheet_no = Some("2".to_owned());
    let mut world = World::new(plan, "2026-11-20T08:00:00Z");
    let done = closed(bout("bridge", "evening", "2026-11-17"), Outcome::Done);
    let counted = Fact::Work {
        bout: bout("bridge", "morning", "2026-11-18"),
        set: 1,
        side: BodySide::Both,
        repetitions: 4,
        seconds: 12,
    };
    world.records =
        vec![record(1, "2026-11-17T20:00:00Z", done), record(2, "2026-11-18T08:00:00Z", counted)];
    let grid = world.ask(|situation| week_grid(situation, day("2026-11-16"))).unwrap();
    let rows: Vec<(&str, Option<String>, String)> = grid
        .rows
        .iter()
        .map(|row| {
            let of = |cell: &Option<_>| match cell.as_ref().map(|cell: &super::GridCell| cell.mark)
            {
                None => '-',
                Some(GridMark::Empty) => '.',
                Some(GridMark::Recorded(_)) => 'x',
                Some(GridMark::ToCome) => '>',
            };
            (row.line.as_str(), row.sheet_no.clone(), row.cells.iter().map(of).collect())
        })
        .collect();
    let two = Some("2".to_owned());
    assert_eq!(
        rows,
        [
            ("walk", None, ".....>>".to_owned()),
            ("walk", None, ".....>>".to_owned()),
            ("bridge", two.clone(), "..x..>>".to_owned()),
            ("bridge", two, ".x...>>".to_owned()),
            // Three times a week leaves the choice, and paper has a box for each day.
            ("squat", None, ".....>>".to_owned()),
        ]
    );
    assert_eq!((grid.previous, grid.next), (day("2026-11-09"), day("2026-11-23")));
    assert_eq!(grid.days[0].after_surgery, 14);
    let none = world.ask(|situation| week_grid(situation, day("2026-11-02"))).unwrap();
    assert!(none.rows.is_empty(), "before the plan nothing was asked");
}

#[test]
fn looking_back_has_every_day_since_the_plan_began_and_what_was_entered_before_it() {
    let mut world = who_did_all(&["2026-11-16"], "2026-11-18T08:00:00Z");
    world.opened = vec![Opened { day: day("2026-11-17"), at: instant("2026-11-17T08:00:00Z") }];
    let extra = closed(at_any_time("walk", "2026-11-10", 1), Outcome::Done);
    world.records.push(record(50, "2026-11-18T08:00:00Z", extra));
    let found = world.ask(|situation| days(situation, day("2026-11-01"), day("2026-11-17")));
    let shown =
        found.iter().map(|of| (of.day.to_string(), of.week, of.figures.done, of.figures.extra));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            ("2026-11-17".to_owned(), 3, 0, 0),
            ("2026-11-16".to_owned(), 3, 5, 0),
            ("2026-11-10".to_owned(), 2, 0, 1)
        ]
    );
    assert_eq!((found[0].week_from, found[0].week_through), (day("2026-11-16"), day("2026-11-22")));
    assert_eq!(found[0].figures.no_entry + found[0].figures.not_reminded, 5);
}

#[test]
fn a_week_is_the_same_seven_days_in_the_record_and_in_the_figures() {
    // The operation was on a Monday, and the weeks of this plan begin on Thursday.
    let mut world = who_did_all(&["2026-11-16"], "2026-11-25T08:00:00Z");
    world.revisions[0].revision.week_starts = Weekday::Thu;
    let found = world.ask(|situation| days(situation, day("2026-11-16"), day("2026-11-24")));
    let mut weeks: Vec<_> = found.iter().map(|of| (of.week_from, of.week_through)).collect();
    weeks.dedup();
    let first_days = [day("2026-11-19"), day("2026-11-12")];
    assert_eq!(weeks, first_days.map(|first| (first, first.plus(6))));
    let last = ReportDays::LastWeek.span(day("2026-11-25"), Weekday::Thu, day("2026-11-16"));
    assert_eq!(last, (day("2026-11-12"), day("2026-11-18")));
    // The week after surgery stands by the day, and begins on another one.
    assert_eq!((found[0].week, found[1].week, found[2].week), (4, 4, 3));
}

/// Records of a few days, at places that are asked for and at places that are not.
fn some_records() -> impl Strategy<Value = Vec<Record>> {
    let one = (0_usize..2, 16_u32..20, 0_usize..6, 0_u8..3, 0_u32..3);
    proptest::collection::vec(one, 0..14).prop_map(|picks| {
        let one =
            |(at, (line, on, place, outcome, later)): (usize, (usize, u32, usize, u8, u32))| {
                let on = format!("2026-11-{on}");
                let line = ["bridge", "walk"][line];
                let bout = match place {
                    0..=2 => bout(line, ["morning", "noon", "evening"][place], &on),
                    nth => at_any_time(line, &on, u8::try_from(nth - 2).unwrap()),
                };
                let outcome = match outcome {
                    0 => Outcome::Done,
                    1 => Outcome::Partly {
                        sets: None,
                        repetitions: None,
                        seconds: None,
                        counted: None,
                        reason: None,
                    },
                    _ => Outcome::SaidNotDone,
                };
                record(
                    at as u128 + 1,
                    &format!("2026-11-{}T09:00:00Z", 20 + later),
                    closed(bout, outcome),
                )
            };
        picks.into_iter().enumerate().map(one).collect()
    })
}

proptest! {
    #[test]
    fn nothing_that_was_recorded_is_invisible_or_seen_twice(records in some_records()) {
        let mut world = World::new(revision(three_rounds()), "2026-11-24T08:00:00Z");
        world.records = records;
        let standing = crate::record::settle(&world.records);
        let mut seen: Vec<BoutKey> = Vec::new();
        let mut done = 0;
        for on in 16..20 {
            let agenda = agenda_on(&world, &format!("2026-11-{on}"));
            let answered = agenda.items().chain(&agenda.extras).filter(|item| item.record.is_some());
            seen.extend(answered.map(|item| item.bout.clone()));
            done += agenda.extras.iter().filter(|item| item.state == State::Done).count();
            prop_assert_eq!(agenda.items().count(), 5, "an extra asks for nothing");
        }
        seen.sort();
        prop_assert_eq!(seen, standing.bouts.iter().map(|(bout, _)| bout.clone()).collect::<Vec<_>>());
        let total = world.ask(|situation| figures(situation, day("2026-11-16"), day("2026-11-19"))).total;
        prop_assert_eq!(total.prescribed, 20);
        prop_assert!(total.extra as usize >= done);
    }

    #[test]
    fn one_more_never_takes_the_place_of_an_answer(records in some_records(), line in 0_usize..2, hour in 0_u32..24) {
        let mut world = World::new(revision(three_rounds()), &format!("2026-11-19T{hour:02}:30:00Z"));
        world.records = records;
        let line = LineId::new(["bridge", "walk"][line]).unwrap();
        for on in ["2026-11-18", "2026-11-19"] {
            let agenda = agenda_on(&world, on);
            let place = place_of_another(&agenda, &line, world.now).unwrap();
            let is_there = |item: &&AgendaItem| item.bout.line == line && item.bout.place == place;
            let found = agenda.items().chain(&agenda.extras).find(is_there);
            prop_assert!(found.is_none_or(|item| !item.state.is_answered()));
            let open = agenda.items().filter(|item| item.bout.line == line && !item.state.is_answered());
            prop_assert_eq!(found.is_some(), open.count() > 0, "what is asked for comes first");
        }
    }

    #[test]
    fn a_gap_holds_only_days_without_any_entry_and_reaches_yesterday(records in some_records()) {
        let mut world = World::new(revision(three_rounds()), "2026-11-20T08:00:00Z");
        world.records = records;
        let standing = crate::record::settle(&world.records);
        let entered = |on| standing.of_day(on).next().is_some();
        match gap_of(&world) {
            Some(found) => {
                prop_assert_eq!(found.through, day("2026-11-19"));
                prop_assert!(found.days.iter().all(|on| !entered(*on)));
                let before = found.from.plus(-1);
                prop_assert!(entered(before) || before < day("2026-11-16"));
            }
            None => prop_assert!(entered(day("2026-11-19"))),
        }
    }
}
