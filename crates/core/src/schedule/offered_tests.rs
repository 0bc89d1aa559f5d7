//! What is offered keeps the gap and the cap, whoever ticked what when.

use super::{AgendaItem, InWeek, NotRequired, State, agenda};
use crate::ids::RecordId;
use crate::plan::{Bouts, DayPattern, Frequency, MissedDose, Revision};
use crate::record::{BodySide, BoutKey, BoutPlace, Entered, Fact, Outcome, Record, SkipReason};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, on_days, record, revision, wall,
};

/// Three rounds with a gap of three hours, and nothing after half past nine in the evening.
fn with_gap() -> Revision {
    let mut plan = revision(vec![line("brace", &["morning", "noon", "evening"])]);
    plan.missed_dose = MissedDose {
        gap_minutes: Some(180),
        latest_start: Some(wall("21:30")),
        ..MissedDose::default()
    };
    plan
}

fn of(world: &World, on: &str, place: &BoutPlace) -> Option<AgendaItem> {
    let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
    agenda.items().find(|item| item.bout.place == *place).cloned()
}

fn evening(world: &World, on: &str) -> AgendaItem {
    of(world, on, &bout("brace", "evening", on).place).unwrap()
}

#[test]
fn a_tick_long_after_its_round_takes_no_later_round_away() {
    // Berlin is an hour ahead: the morning is ticked at 19:30, and its window ended at 14:00.
    let mut world = World::new(with_gap(), "2026-11-16T19:05:00Z");
    let morning = bout("brace", "morning", "2026-11-16");
    let tick = record(1, "2026-11-16T18:30:00Z", closed(morning.clone(), Outcome::Done));
    world.records = vec![tick.clone()];
    let item = evening(&world, "2026-11-16");
    assert_eq!((item.state, item.not_before), (State::Due, None));
    // What a session saw at 19:30 was done then, whatever round it was of.
    let work =
        Fact::Work { bout: morning, set: 1, side: BodySide::Both, repetitions: 10, seconds: 60 };
    world.records = vec![record(2, "2026-11-16T18:30:00Z", work), tick];
    let item = evening(&world, "2026-11-16");
    assert_eq!(item.state, State::NotRequired);
    assert_eq!(item.not_required, Some(NotRequired::Gap));
}

#[test]
fn a_tick_in_the_night_for_the_morning_before_moves_no_morning() {
    let mut plan = with_gap();
    plan.missed_dose.gap_minutes = Some(11 * 60);
    // Monday's noon is ticked at 23:00; on Tuesday the morning comes at 8.
    let mut world = World::new(plan, "2026-11-17T07:30:00Z");
    let noon = closed(bout("brace", "noon", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T22:00:00Z", noon)];
    let morning = bout("brace", "morning", "2026-11-17").place;
    let item = of(&world, "2026-11-17", &morning).unwrap();
    assert_eq!((item.state, item.not_before), (State::Due, None));
}

#[test]
fn what_was_ticked_on_paper_counts_for_the_most_of_its_day_and_pushes_no_gap() {
    let mut plan = revision(vec![line("brace", &["morning", "noon", "evening"])]);
    plan.missed_dose =
        MissedDose { gap_minutes: Some(180), most_a_day: Some(2), ..MissedDose::default() };
    let mut world = World::new(plan, "2026-11-16T19:05:00Z");
    let ticked = |id, round| {
        let done = closed(bout("brace", round, "2026-11-16"), Outcome::Done);
        Record { entered: Entered::Later, ..record(id, "2026-11-16T19:00:00Z", done) }
    };
    world.records = vec![ticked(1, "morning")];
    let item = evening(&world, "2026-11-16");
    assert_eq!((item.state, item.not_before), (State::Due, None));
    world.records.push(ticked(2, "noon"));
    let item = evening(&world, "2026-11-16");
    assert_eq!(item.state, State::NotRequired);
    assert_eq!(item.not_required, Some(NotRequired::MostADay));
    // On the next day it counts no more.
    world.now = instant("2026-11-17T19:05:00Z");
    assert_eq!(evening(&world, "2026-11-17").state, State::Due);
}

#[test]
fn a_tick_of_the_round_before_pushes_from_the_end_of_its_window() {
    // Noon is ticked at 20:05, and its window ended at 20:00: nobody knows that it was done earlier.
    let mut world = World::new(with_gap(), "2026-11-16T19:10:00Z");
    let noon = closed(bout("brace", "noon", "2026-11-16"), Outcome::Done);
    world.records = vec![record(1, "2026-11-16T19:05:00Z", noon)];
    let item = evening(&world, "2026-11-16");
    assert_eq!(item.not_before, Some(instant("2026-11-16T22:00:00Z")));
    assert_eq!(item.not_required, Some(NotRequired::Gap));
}

#[test]
fn what_the_sheet_allows_beyond_the_lower_number_waits_for_the_gap_too() {
    let mut walk = line("walk", &[]);
    walk.frequency = match walk.frequency {
        Frequency::Due { days, .. } => {
            let bouts = Bouts::AnyTime { times: 1, most: 3, gap_minutes: Some(120) };
            Frequency::Due { days, bouts }
        }
        other => other,
    };
    let mut plan = revision(vec![walk]);
    plan.missed_dose.latest_start = Some(wall("20:00"));
    let done = BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", "x", "2026-11-16") };
    let mut world = World::new(plan, "2026-11-16T10:01:00Z");
    world.records = vec![record(1, "2026-11-16T10:00:00Z", closed(done, Outcome::Done))];
    let second = |world: &World| of(world, "2026-11-16", &BoutPlace::AnyTime(2));
    // One minute after the first, nobody offers the second.
    assert_eq!(second(&world), None);
    world.now = instant("2026-11-16T12:00:00Z");
    assert_eq!(second(&world).unwrap().state, State::Available);
    // Where the gap leaves no time before the latest start, none is offered.
    world.records[0].at = instant("2026-11-16T17:30:00Z");
    world.now = instant("2026-11-16T18:30:00Z");
    assert_eq!(second(&world), None);
}

#[test]
fn a_round_that_the_week_leaves_to_choose_keeps_the_gap_and_the_cap() {
    let mut plan = with_gap();
    plan.lines = vec![crate::samples::on_days(
        line("brace", &["noon", "evening"]),
        crate::plan::DayPattern::TimesAWeek { times: 2, not_two_days_running: false },
    )];
    let done = closed(bout("brace", "noon", "2026-11-16"), Outcome::Done);
    let place = bout("brace", "evening", "2026-11-16").place;
    let mut world = World::new(plan, "2026-11-16T19:05:00Z");
    world.records = vec![record(1, "2026-11-16T17:10:00Z", done)];
    assert_eq!(of(&world, "2026-11-16", &place), None);
    world.now = instant("2026-11-16T20:10:00Z");
    assert_eq!(of(&world, "2026-11-16", &place).unwrap().state, State::Available);
    world.revisions[0].revision.missed_dose.most_a_day = Some(1);
    assert_eq!(of(&world, "2026-11-16", &place), None);
}

#[test]
fn what_is_put_right_to_done_was_done_when_that_was_entered() {
    // Noon was skipped at 14:05 in Berlin, and done after all until 19:50: three hours later it is too late.
    let mut world = World::new(with_gap(), "2026-11-16T19:05:00Z");
    let noon = bout("brace", "noon", "2026-11-16");
    let skipped = Outcome::Skipped { reason: SkipReason::NoTime };
    let first = record(1, "2026-11-16T13:05:00Z", closed(noon.clone(), skipped));
    let put_right = |outcome, entered| Record {
        corrects: Some(first.id),
        entered,
        ..record(2, "2026-11-16T18:50:00Z", closed(noon.clone(), outcome))
    };
    world.records = vec![first.clone(), put_right(Outcome::Done, Entered::Live)];
    let item = evening(&world, "2026-11-16");
    assert_eq!((item.state, item.not_required), (State::NotRequired, Some(NotRequired::Gap)));
    // What is entered later has no hour, whatever it puts right.
    world.records[1] = put_right(Outcome::Done, Entered::Later);
    assert_eq!(evening(&world, "2026-11-16").state, State::Due);
    // Another answer of the same kind was as true when it was entered first.
    let done = record(1, "2026-11-16T13:05:00Z", closed(noon.clone(), Outcome::Done));
    world.records = vec![done, put_right(Outcome::Done, Entered::Live)];
    assert_eq!(evening(&world, "2026-11-16").state, State::Due);
}

#[test]
fn the_gap_counts_from_the_end_of_what_was_seen_only_in_part() {
    // A set was seen at 9:05, and the rest was done without us: at 13:50 they say that it is done.
    let mut world = World::new(with_gap(), "2026-11-16T13:05:00Z");
    let morning = bout("brace", "morning", "2026-11-16");
    let work = Fact::Work {
        bout: morning.clone(),
        set: 1,
        side: BodySide::Both,
        repetitions: 10,
        seconds: 60,
    };
    let tick = record(2, "2026-11-16T12:50:00Z", closed(morning, Outcome::Done));
    world.records = vec![record(1, "2026-11-16T08:05:00Z", work), tick];
    let noon = of(&world, "2026-11-16", &bout("brace", "noon", "2026-11-16").place).unwrap();
    assert_eq!(noon.state, State::Upcoming);
    assert_eq!(noon.not_before, Some(instant("2026-11-16T15:50:00Z")));
    // So it does where the rest of it had been left, and that was put right.
    let partly = Outcome::Partly {
        sets: Some(1),
        repetitions: None,
        seconds: None,
        counted: None,
        reason: Some(SkipReason::NoTime),
    };
    let done = world.records.pop().unwrap();
    let left =
        record(2, "2026-11-16T08:06:00Z", closed(bout("brace", "morning", "2026-11-16"), partly));
    let put_right =
        Record { id: RecordId(uuid::Uuid::from_u128(3)), corrects: Some(left.id), ..done.clone() };
    world.records.extend([left, put_right]);
    let noon = of(&world, "2026-11-16", &bout("brace", "noon", "2026-11-16").place).unwrap();
    assert_eq!(noon.not_before, Some(instant("2026-11-16T15:50:00Z")));
    // What is said once the window of noon is over takes it away from nobody.
    world.now = instant("2026-11-16T19:35:00Z");
    world.records.truncate(1);
    world.records.push(Record { at: instant("2026-11-16T19:30:00Z"), ..done });
    let noon = of(&world, "2026-11-16", &bout("brace", "noon", "2026-11-16").place).unwrap();
    assert_eq!(noon.state, State::NotReminded);
}

#[test]
fn nothing_that_is_left_to_choose_is_offered_after_its_time() {
    for in_rounds in [false, true] {
        let of_line = line("push-up", &["evening"]);
        let of_line = if in_rounds { of_line } else { any_time(of_line, 1) };
        let days = DayPattern::TimesAWeek { times: 3, not_two_days_running: true };
        let mut plan = revision(vec![on_days(of_line, days)]);
        plan.missed_dose.latest_start = Some(wall("21:00"));
        let mut world = World::new(plan, "2026-11-16T19:59:00Z");
        let looks = |world: &World, back: bool| {
            world.ask(|situation| {
                let there = if back { situation.looking_back() } else { *situation };
                let agenda = agenda(&there, day("2026-11-16")).unwrap();
                let states: Vec<State> = agenda.items().map(|item| item.state).collect();
                (states, agenda.weeks[0].today)
            })
        };
        assert_eq!(looks(&world, false), (vec![State::Available], InWeek::Available));
        world.now = instant("2026-11-16T20:30:00Z");
        assert_eq!(looks(&world, false), (Vec::new(), InWeek::NotNow));
        // Who looks back may have done it in its time.
        assert_eq!(looks(&world, true).0, [State::Available]);
    }
}

#[test]
fn what_is_put_right_twice_was_done_when_that_was_entered_last() {
    // Noon: done by mistake at 14:05 in Berlin, put right to "not done", and really done at 19:50.
    let mut world = World::new(with_gap(), "2026-11-16T19:05:00Z");
    let noon = bout("brace", "noon", "2026-11-16");
    let said = |id: u128, at: &str, outcome| {
        let before = (id > 1).then(|| RecordId(uuid::Uuid::from_u128(id - 1)));
        Record { corrects: before, ..record(id, at, closed(noon.clone(), outcome)) }
    };
    let mistake = said(1, "2026-11-16T13:05:00Z", Outcome::Done);
    let put_right = said(2, "2026-11-16T13:10:00Z", Outcome::SaidNotDone);
    let done = said(3, "2026-11-16T18:50:00Z", Outcome::Done);
    world.records = vec![mistake.clone(), put_right.clone(), done];
    let item = evening(&world, "2026-11-16");
    assert_eq!((item.state, item.not_required), (State::NotRequired, Some(NotRequired::Gap)));
    // A wrong tap at 19:50 that is undone at once leaves the first one where it was.
    let slip = Record { at: instant("2026-11-16T18:50:00Z"), ..put_right };
    let undone = said(3, "2026-11-16T18:50:09Z", Outcome::Done);
    world.records = vec![mistake, slip, undone];
    assert_eq!(evening(&world, "2026-11-16").state, State::Due);
}

#[test]
fn what_is_counted_for_the_date_that_has_begun_pushes_what_the_day_before_still_asks_for() {
    // At 0:20 in Berlin the day of the 18th goes on until 3:00; the walk was counted for the 19th.
    let mut plan = with_gap();
    plan.missed_dose.latest_start = None;
    let mut world = World::new(plan, "2026-11-18T23:21:00Z");
    assert_eq!(evening(&world, "2026-11-18").state, State::Due);
    let counted = closed(bout("brace", "evening", "2026-11-19"), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T23:20:00Z", counted)];
    let item = evening(&world, "2026-11-18");
    assert_eq!((item.state, item.not_required), (State::NotRequired, Some(NotRequired::Gap)));
}

#[test]
fn a_day_that_is_none_of_its_days_shows_what_was_done_and_offers_no_more() {
    // Three days a week, not two running, in the morning and in the evening: Monday was one of them.
    let days = DayPattern::TimesAWeek { times: 3, not_two_days_running: true };
    let mut world = World::new(
        revision(vec![on_days(line("brace", &["morning", "evening"]), days)]),
        "2026-11-17T19:05:00Z",
    );
    let done = |id, key| record(id, "2026-11-17T07:05:00Z", closed(key, Outcome::Done));
    let states = |world: &World, on: &str| -> Vec<State> {
        let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
        agenda.items().map(|item| item.state).collect()
    };
    world.records = vec![done(1, bout("brace", "morning", "2026-11-16"))];
    assert_eq!(states(&world, "2026-11-17"), []);
    // The rest of Monday can still be entered, and nothing of it is offered.
    let monday = world.ask(|situation| {
        let looks = [*situation, situation.looking_back()];
        looks.map(|there| agenda(&there, day("2026-11-16")).unwrap().items().count())
    });
    assert_eq!(monday, [1, 2]);
    // They did it on Tuesday all the same.
    world.records.push(done(2, bout("brace", "morning", "2026-11-17")));
    assert_eq!(states(&world, "2026-11-17"), [State::Done]);
    // On a day of its own the second round is there after the first.
    world.records.pop();
    world.records.push(done(2, bout("brace", "morning", "2026-11-18")));
    world.now = instant("2026-11-18T19:05:00Z");
    assert_eq!(states(&world, "2026-11-18"), [State::Done, State::Available]);
    // It is the third of its week there, too.
    for (nth, on) in [(3, "2026-11-20"), (4, "2026-11-22")] {
        world.records.push(done(nth, bout("brace", "morning", on)));
    }
    world.now = instant("2026-11-20T19:05:00Z");
    assert_eq!(states(&world, "2026-11-20"), [State::Done, State::Available]);
}
