//! No stop for so many bouts is followed too short: on the last day on which it is, as many were asked for.

use proptest::collection::vec;
use proptest::prelude::*;

use super::bouts_since::{AskedDays, last_day, left_now};
use super::least_asked::LongStops;
use super::pain::effect;
use super::pain_tests::{hurt, said};
use super::used_up_tests::{at_noon, world};
use super::{Situation, State, followed_since};
use crate::ids::{ClearanceId, LineId, PlanId};
use crate::plan::{
    Advance, Bouts, Clearance, DayOff, DayOffThen, DayPattern, Frequency, PainAction, PainLasts,
    StageBegins,
};
use crate::record::{
    AllStopped, BoutKey, BoutPlace, ClearanceAnswer, Hurt, Outcome, PlanFact, SignFact, Standing,
};
use crate::samples::{
    World, any_time, closed, day, line, on_days, plan_record, programme, record, sign, stage, turn,
};
use crate::time::{Day, Weekday};

const FIRST: &str = "2026-11-16";
/// So long is looked at.
const DAYS: i32 = 150;

fn nth(nth: i32) -> Day {
    day(FIRST).plus(nth)
}

fn at(on: i32, hour: u8) -> String {
    format!("{}T{hour:02}:10:00Z", nth(on))
}

/// In which ways a line may be done: at any time of its days, or in the evening.
fn way(of: u8, in_rounds: bool) -> Frequency {
    use Weekday::{Mon, Thu};
    let weekly = |times, apart| DayPattern::TimesAWeek { times, not_two_days_running: apart };
    let days = match of % 7 {
        0 => DayPattern::EveryDay,
        1 => DayPattern::Weekdays(vec![Mon, Thu]),
        2 => DayPattern::EveryNDays { n: 3, from: day(FIRST) },
        3 => weekly(1, true),
        4 => weekly(3, true),
        5 => weekly(2, false),
        _ => turn("A"),
    };
    let whole = line("bridge", &["evening"]);
    let whole = if in_rounds { whole } else { any_time(whole, 1) };
    on_days(whole, days).frequency
}

/// Something that happens on a day of the plan, at an hour.
type Event = (u8, i32, u8);

/// A bridge that is done in two ways, and all that keeps it back; it hurt on the eighth day.
fn lived(ways: (u8, u8, u8), bouts: u8, starts: usize, events: &[Event]) -> World {
    let mut bridge = any_time(line("bridge", &[]), 1);
    let in_rounds = ways.1.is_multiple_of(2);
    bridge.frequency = way(ways.0, in_rounds);
    let mut march = line("march", &["morning"]);
    let mut then = stage("2026-12-20", Some(way(ways.1, in_rounds)), &[]);
    match ways.2 % 5 {
        0 => bridge.stages = vec![then],
        1 => {
            then.begins = StageBegins::AfterDoneDays(3);
            bridge.stages = vec![then];
        }
        2 => {
            then = stage("2026-12-10", None, &["bridge"]);
            then.begins = StageBegins::AfterDoneDays(2);
            march.stages = vec![then];
        }
        3 => bridge.clearance = ClearanceId::new("nurse"),
        _ => {}
    }
    let mut world = world(vec![bridge, march], PainAction::Stop, PainLasts::Bouts(bouts));
    let plan = &mut world.revisions[0].revision;
    plan.week_starts = [Weekday::Mon, Weekday::Thu, Weekday::Sun][starts % 3];
    let days = DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Wed, Weekday::Fri]);
    plan.programmes = vec![programme(days, Advance::Done)];
    plan.clearances = vec![Clearance {
        id: ClearanceId::new("nurse").unwrap(),
        as_written: "if the nurse agrees".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    if starts.is_multiple_of(2) {
        plan.days_off = vec![DayOff {
            as_written: "not at the weekend".to_owned(),
            weekdays: vec![Weekday::Sat, Weekday::Sun],
            dates: Vec::new(),
            except: Vec::new(),
            then: DayOffThen::Skip,
        }];
    }
    let hurts = Hurt { bout: None, ..hurt(7) };
    world.plan_records = vec![answer(1, 0, ClearanceAnswer::Yes, 0), said(7, &at(7, 9), hurts)];
    world.now = at(DAYS, 9).parse().unwrap();
    let mut id = 100;
    for (what, on, hour) in events {
        happens(&mut world, id, *what, *on, 5 + hour % 14);
        id += 10;
    }
    world
}

fn answer(id: u128, on: i32, said: ClearanceAnswer, from: i32) -> crate::record::PlanRecord {
    let fact = PlanFact::Clearance {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        clearance: ClearanceId::new("nurse").unwrap(),
        answer: said,
        who: None,
        how: None,
        said_on: nth(on),
        day: nth(from),
    };
    plan_record(id, &at(on, 6), fact)
}

fn happens(world: &mut World, id: u128, what: u8, on: i32, hour: u8) {
    let plan = PlanId::new("sample").unwrap();
    // As its lines say: what is done elsewhere is no bout that a day asked for.
    let way = &world.revisions[0].revision.lines[0].frequency;
    let evening = crate::ids::RoundId::new("evening").map(BoutPlace::Round).unwrap();
    let is_any_time = matches!(way, Frequency::Due { bouts: Bouts::AnyTime { .. }, .. });
    let place = if is_any_time { BoutPlace::AnyTime(1) } else { evening };
    let bout = |title: &str, place| BoutKey {
        plan: PlanId::new("sample").unwrap(),
        line: LineId::new(title).unwrap(),
        day: nth(on),
        place,
    };
    let told = &mut world.plan_records;
    match what % 7 {
        0 | 1 => {
            let done = closed(bout("bridge", place), Outcome::Done);
            world.records.push(record(id, &at(on, hour), done));
        }
        2 => {
            let morning = crate::ids::RoundId::new("morning").map(BoutPlace::Round).unwrap();
            let done = closed(bout("march", morning), Outcome::Done);
            world.records.push(record(id, &at(on, hour), done));
        }
        3 => {
            let pause = PlanFact::Pause { from: nth(on), through: None, reason: None };
            told.push(plan_record(id, &at(on, hour), pause));
            let again = PlanFact::Resumed { day: nth(on + 9) };
            told.push(plan_record(id + 1, &at(on + 9, hour), again));
        }
        4 => {
            let (revision, line, because) = (1, None, AllStopped::Faint);
            let all = PlanFact::AllStopped { plan, revision, line, because, day: nth(on) };
            told.push(plan_record(id, &at(on, hour), all));
            let (stop, day) = (told.last().unwrap().id, nth(on + 12));
            let word = PlanFact::SpokenTo { stop, who: None, said_on: day, from: None, day };
            told.push(plan_record(id + 1, &at(on + 12, hour), word));
        }
        5 => {
            world.signs.push(sign(id, &at(on, hour), SignFact::Answer { any: true }));
            let word = SignFact::GoOn { who: "the nurse".to_owned(), said_on: nth(on) };
            world.signs.push(sign(id + 1, &at(on, hour + 3), word));
        }
        _ => {
            // An OK that is taken back for some days and put back.
            let mut no = answer(id, on, ClearanceAnswer::No, on);
            let mut yes = answer(id + 1, on + 5, ClearanceAnswer::Yes, 0);
            let is_answer =
                |of: &&crate::record::PlanRecord| matches!(of.fact, PlanFact::Clearance { .. });
            let last = told.iter().filter(is_answer).max_by_key(|of| of.at).unwrap();
            (no.corrects, yes.corrects) = (Some(last.id), Some(no.id));
            if last.at < no.at {
                told.extend([no, yes]);
            }
        }
    }
}

/// The last day on which the first stop is followed, as `known` has it, and how many bouts of it were still to come then.
fn followed(known: &Situation<'_>, situation: &Situation<'_>) -> Option<(Day, Option<u8>)> {
    let revision = &situation.revisions[0].revision;
    let stops = &situation.plan_facts.stops;
    let said = stops.iter().find(|said| said.day == nth(7) && said.record.0.as_u128() == 7)?;
    let effect = effect(situation, said, &revision.plan, &revision.lines[0])?;
    let line = &revision.lines[0].id;
    let last = last_day(known, &LongStops::default(), &effect, line, nth(DAYS))?;
    let mut asked = AskedDays::default();
    Some((last, left_now(situation, &mut asked, &effect, line, last)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_stop_is_followed_shorter_than_it_holds(
        ways in any::<(u8, u8, u8)>(),
        bouts in 1..14_u8,
        starts in 0..6_usize,
        events in vec((any::<u8>(), 0..110_i32, any::<u8>()), 0..24),
    ) {
        let world = lived(ways, bouts, starts, &events);
        world.ask(|situation| {
            let none = Standing::default();
            let without_records = Situation { standing: &none, ..*situation };
            for known in [situation, &without_records] {
                if let Some((last, left)) = followed(known, situation) {
                    prop_assert_eq!(left, Some(0), "{}", last);
                }
            }
            Ok(())
        })?;
    }
}

/// The day of the plan on which it was last followed.
fn last(world: &World) -> Option<i32> {
    world.ask(|situation| followed(situation, situation).map(|(last, _)| last.days_after(nth(0))))
}

#[test]
fn what_a_week_asks_for_is_followed_until_the_week_is_over() {
    // The eighth day was a Monday; the twelfth week after it ends on day 90.
    let weekly = |starts| last(&lived((4, 4, 4), 12, starts, &[]));
    assert_eq!([weekly(0), weekly(3)], [Some(97), Some(97)]);
    // All of it is stopped for weeks: those ask for nothing.
    let stopped: Vec<Event> = (0..4).map(|nth| (4, 20 + 12 * nth, 9)).collect();
    let held = last(&lived((4, 4, 4), 4, 3, &stopped));
    assert!(held.is_some_and(|held| held > 80), "{held:?}");
}

#[test]
fn a_day_with_a_warning_sign_counts_for_no_bout_however_soon_somebody_spoke() {
    let daily = |signs: &[Event]| last(&lived((7, 7, 4), 40, 3, signs)).unwrap();
    let signs: Vec<Event> = (0..6).map(|nth| (5, 20 + nth, 9)).collect();
    assert_eq!(daily(&signs) - daily(&[]), 6);
}

#[test]
fn a_clock_that_once_stood_at_1970_makes_no_day_before_the_plan_count() {
    let mut world =
        world(vec![line("bridge", &["morning"])], PainAction::Stop, PainLasts::NextTime);
    world.plan_records = vec![said(7, "1970-01-01T09:00:00Z", Hurt { bout: None, ..hurt(7) })];
    let (mut fact, far) = (world.plan_records[0].clone(), Day(chrono::NaiveDate::MIN).plus(400));
    let PlanFact::Hurt { day, .. } = &mut fact.fact else { panic!("{fact:?}") };
    // A row that was taken in from elsewhere may name any year.
    (*day, fact.at) = (far, far.0.and_hms_opt(9, 0, 0).unwrap().and_utc());
    world.plan_records.push(crate::record::PlanRecord {
        id: plan_record(8, FIRST_NOON, PlanFact::Resumed { day: far }).id,
        ..fact
    });
    let agenda = at_noon(&mut world, "2026-11-16");
    assert_eq!(agenda.rounds[0].items[0].state, State::Withheld);
    assert_eq!(agenda.stops.len(), 1);
    let agenda = at_noon(&mut world, "2026-11-18");
    assert_eq!(agenda.stops, []);
    assert_eq!(world.ask(|known| followed_since(known, nth(2), nth(2))), None);
}

const FIRST_NOON: &str = "2026-11-16T11:00:00Z";

#[test]
fn a_stop_is_followed_by_the_sheet_of_the_first_day_and_by_that_of_the_last() {
    let mut world = lived((0, 0, 4), 14, 3, &[]);
    // The second sheet leaves the bridge out, and the third has it again.
    for (number, from) in [(2, 10), (3, 13)] {
        let mut next = world.revisions[0].clone();
        (next.revision.number, next.from) = (number, nth(from));
        next.revision.lines.retain(|line| number != 2 || line.id.as_str() != "bridge");
        world.revisions.push(next);
    }
    world.now = at(13, 9).parse().unwrap();
    let since = |first, last| world.ask(|known| followed_since(known, nth(first), nth(last)));
    assert_eq!([since(12, 12), since(12, 14), since(14, 14)], [None, Some(nth(7)), Some(nth(7))]);
}

#[test]
fn a_line_in_whose_place_another_may_stand_after_days_done_is_followed_without_records() {
    let world = lived((0, 0, 2), 3, 3, &[(2, 1, 5), (2, 2, 5)]);
    let none = Standing::default();
    let last_without_records = world.ask(|situation| {
        let without_records = Situation { standing: &none, ..*situation };
        followed(&without_records, situation)
    });
    assert_eq!(last_without_records, None);
    assert_eq!(last(&lived((0, 0, 4), 3, 3, &[])), Some(35));
}

#[test]
fn an_ok_that_is_put_back_uses_up_no_stop_with_days_on_which_nobody_was_asked() {
    // It hurt on the eighth day, whose bout was the first of two; taken back on the ninth day, put back on the fourteenth.
    let mut world = lived((0, 1, 3), 2, 3, &[(6, 8, 0)]);
    let mut states = |on: i32| {
        let agenda = at_noon(&mut world, &nth(on).to_string());
        agenda.any_time.iter().map(|item| item.state).collect::<Vec<_>>()
    };
    assert_eq!(states(13), [State::Withheld], "the first time since");
    assert_eq!(states(14), [State::Due]);
}
