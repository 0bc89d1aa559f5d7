use super::{LineFigures, OutOf, Report, ReportDays, figures};
use crate::ids::ClearanceId;
use crate::plan::{Clearance, DayPattern, Dose, Frequency, Prescription};
use crate::record::{
    BodySide, BoutKey, BoutPlace, ClearanceAnswer, Fact, Outcome, PartCount, PlanFact,
};
use crate::samples::{
    World, any_time, bout, closed, day, line, on_days, plan_record, record, revision,
};
use crate::time::Weekday;

fn report(world: &World, from: &str, through: &str) -> Report {
    world.ask(|situation| figures(situation, day(from), day(through)))
}

fn counts(line: &LineFigures) -> [(u32, u32); 3] {
    [line.days, line.sets, line.repetitions].map(|OutOf { done, asked }| (done, asked))
}

/// Three sets of ten in each of three rounds.
fn slides() -> Prescription {
    let mut slides = line("slides", &["morning", "noon", "evening"]);
    (slides.dose.sets, slides.dose.repetitions) = (Some(3), Some(10));
    slides
}

#[test]
fn scenario_10_two_of_three_sets_and_six_of_the_third_are_26_of_30() {
    let mut world = World::new(revision(vec![slides()]), "2026-11-19T12:00:00Z");
    let partly = Outcome::Partly {
        sets: Some(2),
        repetitions: Some(6),
        seconds: None,
        counted: None,
        reason: None,
    };
    let morning = closed(bout("slides", "morning", "2026-11-18"), partly);
    world.records = vec![record(1, "2026-11-18T07:20:00Z", morning)];
    let found = report(&world, "2026-11-18", "2026-11-18");
    let slides = &found.lines[0];
    assert_eq!((slides.figures.prescribed, slides.figures.done, slides.figures.partly), (3, 0, 1));
    // Bouts, days, sets and repetitions are counted by themselves: the two rounds without an entry are asked for.
    assert_eq!(counts(slides), [(1, 1), (2, 9), (26, 90)]);
    // A day that is paused asks for nothing.
    assert_eq!(slides.partly_unsaid, 0);
}

#[test]
fn what_a_session_saw_counts_where_nobody_said_how_much_and_nothing_is_made_up() {
    let mut world = World::new(revision(vec![slides()]), "2026-11-19T12:00:00Z");
    let some = Outcome::Partly {
        sets: None,
        repetitions: None,
        seconds: None,
        counted: None,
        reason: None,
    };
    let of = |round: &str| bout("slides", round, "2026-11-18");
    let (set, side, seconds) = (1, BodySide::Both, 40);
    let work = Fact::Work { bout: of("morning"), set, side, repetitions: 8, seconds };
    world.records = vec![
        record(1, "2026-11-18T07:20:00Z", work),
        record(2, "2026-11-18T07:21:00Z", closed(of("morning"), some.clone())),
        record(3, "2026-11-18T13:20:00Z", closed(of("noon"), some)),
        record(4, "2026-11-18T19:20:00Z", closed(of("evening"), Outcome::Done)),
    ];
    let found = report(&world, "2026-11-18", "2026-11-18");
    assert_eq!(counts(&found.lines[0]), [(1, 1), (3, 9), (38, 90)]);
    assert_eq!(found.lines[0].partly_unsaid, 1);
}

#[test]
fn minutes_of_a_walk_are_counted_as_far_as_they_are_known() {
    let mut walk = any_time(line("walk", &[]), 4);
    (walk.dose.repetitions, walk.dose.minutes) = (None, Some(20));
    let mut world = World::new(revision(vec![walk]), "2026-11-19T12:00:00Z");
    let some = |seconds| Outcome::Partly {
        sets: None,
        repetitions: None,
        seconds,
        counted: None,
        reason: None,
    };
    let outcomes = [Outcome::Done, some(Some(720)), some(None), some(Some(1800))];
    let of =
        |nth| BoutKey { place: BoutPlace::AnyTime(nth), ..bout("walk", "morning", "2026-11-18") };
    for (nth, outcome) in (1_u8..).zip(outcomes) {
        let fact = closed(of(nth), outcome);
        world.records.push(record(u128::from(nth), "2026-11-18T12:00:00Z", fact));
    }
    let walk = &report(&world, "2026-11-18", "2026-11-18").lines[0];
    // Twenty, twelve, none of the one of which nobody said how much, and no more than was asked for.
    assert_eq!((walk.minutes.done, walk.minutes.asked), (52, 80));
    assert_eq!((walk.partly_unsaid, counts(walk)), (1, [(1, 1), (0, 0), (0, 0)]));
}

#[test]
fn breaths_steps_and_metres_are_counted_as_far_as_they_are_known() {
    let numbers = |dose: Dose, said: [PartCount; 2]| {
        let mut walk = any_time(line("walk", &[]), 4);
        walk.dose = dose;
        let mut world = World::new(revision(vec![walk]), "2026-11-19T12:00:00Z");
        let some = |counted| {
            let (sets, repetitions, seconds, reason) = (None, None, None, None);
            Outcome::Partly { sets, repetitions, seconds, counted, reason }
        };
        let of = |nth| {
            let place = BoutPlace::AnyTime(nth);
            BoutKey { place, ..bout("walk", "morning", "2026-11-18") }
        };
        let outcomes = [Outcome::Done, some(Some(said[0])), some(None), some(Some(said[1]))];
        for (nth, outcome) in (1_u8..).zip(outcomes) {
            let fact = closed(of(nth), outcome);
            world.records.push(record(u128::from(nth), "2026-11-18T12:00:00Z", fact));
        }
        report(&world, "2026-11-18", "2026-11-18").lines.remove(0)
    };
    let of = |amount: OutOf| (amount.done, amount.asked);
    let steps = Dose { walking_steps: Some(2_000), ..Dose::default() };
    // All, a part, none of the one of which nobody said how much, and no more than was asked for.
    let line = numbers(steps, [PartCount::Steps(1_200), PartCount::Steps(2_500)]);
    assert_eq!((of(line.steps), line.partly_unsaid), ((5_200, 8_000), 1));
    assert_eq!((of(line.metres), of(line.breaths), of(line.minutes)), ((0, 0), (0, 0), (0, 0)));
    // What was said in another measure says nothing of this one.
    let metres = Dose { metres: Some(300), ..Dose::default() };
    let line = numbers(metres, [PartCount::Metres(100), PartCount::Steps(200)]);
    assert_eq!((of(line.metres), line.partly_unsaid), ((400, 1_200), 2));
    let breaths = Dose { sets: Some(2), breaths: Some(5), ..Dose::default() };
    let line = numbers(breaths, [PartCount::Breaths(7), PartCount::Breaths(4)]);
    assert_eq!((of(line.breaths), of(line.sets)), ((21, 40), (3, 8)));
}

#[test]
fn of_timed_sets_the_whole_ones_count_by_the_seconds_that_are_known() {
    let mut plank = any_time(line("plank", &[]), 2);
    plank.dose = Dose { sets: Some(3), seconds: Some(30), ..Dose::default() };
    let mut world = World::new(revision(vec![plank]), "2026-11-19T12:00:00Z");
    for (nth, seconds) in [(1, Some(65)), (2, None)] {
        let (sets, repetitions, counted, reason) = (None, None, None, None);
        let some = Outcome::Partly { sets, repetitions, seconds, counted, reason };
        let place = BoutPlace::AnyTime(nth);
        let fact = closed(BoutKey { place, ..bout("plank", "morning", "2026-11-18") }, some);
        world.records.push(record(u128::from(nth), "2026-11-18T12:00:00Z", fact));
    }
    let line = &report(&world, "2026-11-18", "2026-11-18").lines[0];
    assert_eq!((line.sets.done, line.sets.asked, line.partly_unsaid), (2, 6, 1));
}

#[test]
fn what_is_still_open_is_not_asked_for_yet() {
    let world = World::new(revision(vec![slides()]), "2026-11-18T06:00:00Z");
    let found = report(&world, "2026-11-18", "2026-11-18");
    assert_eq!(counts(&found.lines[0]), [(0, 0), (0, 0), (0, 0)]);
    assert_eq!(found.total.open, 3);
}

#[test]
fn what_is_short_belongs_to_the_week_and_to_no_day() {
    let mut push_up = any_time(line("push-up", &[]), 1);
    if let Frequency::Due { days, .. } = &mut push_up.frequency {
        *days = DayPattern::TimesAWeek { times: 3, not_two_days_running: true };
    }
    let mut world = World::new(revision(vec![push_up]), "2026-11-25T12:00:00Z");
    let done = |on: &str| {
        let place = BoutPlace::AnyTime(1);
        closed(BoutKey { place, ..bout("push-up", "morning", on) }, Outcome::Done)
    };
    world.records = vec![
        record(1, "2026-11-16T10:00:00Z", done("2026-11-16")),
        record(2, "2026-11-19T10:00:00Z", done("2026-11-19")),
        record(3, "2026-11-24T10:00:00Z", done("2026-11-24")),
    ];
    let found = report(&world, "2026-11-16", "2026-11-25");
    let weeks: Vec<_> = found
        .weeks
        .iter()
        .map(|week| (week.from.to_string(), week.days.done, week.days.asked, week.is_over))
        .collect();
    let expected = [("2026-11-16".to_owned(), 2, 3, true), ("2026-11-23".to_owned(), 1, 3, false)];
    assert_eq!(weeks, expected);
    assert_eq!((found.total.no_entry, found.total.not_reminded), (0, 0), "no day owes anything");
    // Weeks of another sheet end a day earlier: what is read in part by then is not said to be over.
    let found = report(&world, "2026-11-15", "2026-11-21");
    assert_eq!((found.weeks.len(), found.weeks[0].is_over), (1, false));
    // A week that the plan cuts short is told on its last day.
    world.revisions[0].revision.ends = Some(day("2026-11-20"));
    let found = report(&world, "2026-11-16", "2026-11-25");
    assert_eq!((found.weeks.len(), found.weeks[0].days), (1, OutOf { done: 2, asked: 2 }));
}

#[test]
fn a_stretch_holds_whole_weeks_of_the_plan_and_ends_today() {
    // Wednesday; the plan's weeks begin on Saturday.
    let span = |of: ReportDays, start: &str| {
        let (from, through) = of.span(day("2026-11-18"), Weekday::Sat, day(start));
        (from.to_string(), through.to_string())
    };
    let expected = |from: &str, through: &str| (from.to_owned(), through.to_owned());
    let start = "2026-11-02";
    assert_eq!(span(ReportDays::ThisWeek, start), expected("2026-11-14", "2026-11-18"));
    assert_eq!(span(ReportDays::LastWeek, start), expected("2026-11-07", "2026-11-13"));
    assert_eq!(span(ReportDays::FourWeeks, start), expected("2026-10-24", "2026-11-18"));
    assert_eq!(span(ReportDays::SinceStart, start), expected(start, "2026-11-18"));
    assert_eq!(span(ReportDays::SinceStart, "2026-12-01"), expected("2026-11-18", "2026-11-18"));
}

#[test]
fn a_line_that_waited_in_all_of_the_days_is_named_and_counted_nowhere() {
    let mut sheet = revision(vec![line("bridge", &["morning"]), line("squat", &["noon"])]);
    let ok = ClearanceId::new("ok").unwrap();
    let as_written = "Ask the surgeon".to_owned();
    sheet.clearances =
        vec![Clearance { id: ok.clone(), as_written, from_whom: None, ask_on: None }];
    sheet.lines[1].clearance = Some(ok.clone());
    let plan = sheet.plan.clone();
    let mut world = World::new(sheet, "2026-11-21T12:00:00Z");
    let told = |world: &World, from: &str| {
        let found = report(world, from, "2026-11-20");
        let lines = found.lines.iter().map(|line| line.title.clone()).collect::<Vec<_>>();
        let waiting = found.waiting.into_iter().map(|line| line.title).collect::<Vec<_>>();
        (lines.join(" "), waiting.join(" "), found.total.prescribed)
    };
    let expected = |lines: &str, waiting: &str, n| (lines.to_owned(), waiting.to_owned(), n);
    assert_eq!(told(&world, "2026-11-18"), expected("bridge", "squat", 3));
    let said = PlanFact::Clearance {
        plan,
        revision: 1,
        clearance: ok,
        answer: ClearanceAnswer::Yes,
        who: None,
        how: None,
        said_on: day("2026-11-20"),
        day: day("2026-11-20"),
    };
    world.plan_records = vec![plan_record(1, "2026-11-20T08:00:00Z", said)];
    assert_eq!(told(&world, "2026-11-18"), expected("bridge squat", "", 4));
    // What waited at first and is left to choose since then has no bout, and waits no longer.
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let squat = &mut world.revisions[0].revision.lines[1];
    *squat = on_days(any_time(squat.clone(), 1), three);
    assert_eq!(told(&world, "2026-11-18"), expected("bridge", "", 3));
    world.plan_records.clear();
    assert_eq!(told(&world, "2026-11-18"), expected("bridge", "squat", 3));
}

#[test]
fn a_week_that_a_pause_covers_asks_for_nothing_and_says_why() {
    let three = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    let push_up = on_days(any_time(line("push-up", &[]), 1), three);
    let mut world = World::new(revision(vec![push_up]), "2026-12-02T12:00:00Z");
    let pause = PlanFact::Pause { from: day("2026-11-23"), through: None, reason: None };
    let goes_on = |on| PlanFact::Resumed { day: day(on) };
    let weeks = |world: &World| {
        let found = report(world, "2026-11-16", "2026-12-02").weeks.into_iter();
        found.map(|week| (week.days.asked, week.is_paused)).collect::<Vec<_>>()
    };
    for (on, second) in [("2026-11-29", (1, false)), ("2026-11-30", (0, true))] {
        world.plan_records = vec![
            plan_record(1, "2026-11-23T08:00:00Z", pause.clone()),
            plan_record(2, &format!("{on}T08:00:00Z"), goes_on(on)),
        ];
        assert_eq!(weeks(&world), [(3, false), second, (3, false)], "{on}");
    }
}
