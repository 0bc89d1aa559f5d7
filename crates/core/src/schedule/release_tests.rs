//! What the team said about a stop: at once, or from a day on.

use proptest::prelude::*;

use super::{Agenda, AgendaStop, State, StoppedUntil, agenda};
use crate::ids::{LineId, PlanId, RecordId, RoundId};
use crate::plan::{Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere};
use crate::record::{BoutPlace, Hurt, HurtPlace, PainMoment, PlanFact};
use crate::samples::{World, day, line, plan_record, revision};

/// The bridge three times a day, stopped on the morning of 18 November.
fn world(lasts: PainLasts, now: &str) -> World {
    let mut plan = revision(vec![line("bridge", &["morning", "noon", "evening"])]);
    let rule = PainRule {
        as_written: "Stop over 5".to_owned(),
        lines: Vec::new(),
        place: PainWhere::Either,
        trigger: PainTrigger::Over(5),
        when: PainWhen::Any,
        then: PainAction::Stop,
        lasts,
        ring: None,
    };
    plan.pain = Some(Pain { as_written: None, ask: None, rules: vec![rule] });
    let mut world = World::new(plan, now);
    world.plan_records = vec![plan_record(7, "2026-11-18T08:00:00Z", hurt("2026-11-18"))];
    world
}

fn hurt(on: &str) -> PlanFact {
    let hurt = Hurt {
        line: LineId::new("bridge"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        place: HurtPlace::Back,
        score: Some(7),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    PlanFact::Hurt { plan: PlanId::new("sample").unwrap(), revision: 1, day: day(on), hurt }
}

/// The team was spoken to about the record `stop`.
fn spoken(world: &mut World, id: u128, stop: u128, at: &str, from: Option<&str>) {
    let fact = PlanFact::SpokenTo {
        stop: RecordId(uuid::Uuid::from_u128(stop)),
        who: Some("Ward line".to_owned()),
        said_on: day(&at[..10]),
        from: from.map(day),
        day: day(&at[..10]),
    };
    world.plan_records.push(plan_record(id, at, fact));
}

fn on(world: &World, at: &str) -> Agenda {
    world.ask(|situation| agenda(situation, day(at))).unwrap()
}

/// The day, morning, noon and evening: `s`topped, or `.`.
fn stopped(world: &World, at: &str) -> String {
    let agenda = on(world, at);
    agenda.items().map(|item| if item.state == State::Withheld { 's' } else { '.' }).collect()
}

fn until(agenda: &Agenda) -> Option<StoppedUntil> {
    let [AgendaStop { until, .. }] = &agenda.stops[..] else { panic!("{:?}", agenda.stops) };
    until.clone()
}

#[test]
fn what_is_left_until_a_day_is_asked_for_again_from_that_day_by_itself() {
    let mut world = world(PainLasts::UntilTold, "2026-11-18T15:00:00Z");
    spoken(&mut world, 8, 7, "2026-11-18T14:00:00Z", Some("2026-12-03"));
    let told = StoppedUntil { day: day("2026-12-03"), who: Some("Ward line".to_owned()) };
    assert_eq!(until(&on(&world, "2026-11-18")), Some(told.clone()));
    // Looked at ahead, and as the days come.
    for now in ["2026-11-18T15:00:00Z", "2026-12-02T11:00:00Z", "2026-12-03T05:00:00Z"] {
        world.now = now.parse().unwrap();
        assert_eq!(stopped(&world, "2026-11-17"), "...", "{now}");
        assert_eq!(stopped(&world, "2026-11-19"), "sss", "{now}");
        assert_eq!(stopped(&world, "2026-12-02"), "sss", "{now}");
        assert_eq!(stopped(&world, "2026-12-03"), "...", "{now}");
    }
    assert!(on(&world, "2026-12-03").stops.is_empty());
    world.now = "2026-12-02T11:00:00Z".parse().unwrap();
    assert_eq!(until(&on(&world, "2026-12-02")), Some(told));
    // The night after belongs to the day before.
    world.now = "2026-12-03T00:30:00Z".parse().unwrap();
    assert!(on(&world, "2026-12-02").is_today);
    assert_eq!(stopped(&world, "2026-12-02"), "sss");
}

#[test]
fn a_day_that_has_come_is_at_once() {
    for from in [None, Some("2026-11-10"), Some("2026-11-19")] {
        let mut world = world(PainLasts::UntilTold, "2026-11-20T11:00:00Z");
        spoken(&mut world, 8, 7, "2026-11-19T09:00:00Z", from);
        let days = ["2026-11-18", "2026-11-19", "2026-11-20"].map(|at| stopped(&world, at));
        // The morning was over when it was entered.
        assert_eq!(days, ["sss", "...", "..."], "{from:?}");
    }
}

#[test]
fn the_last_word_of_the_team_holds_and_no_day_that_was_lived_changes() {
    let mut world = world(PainLasts::UntilTold, "2026-12-20T11:00:00Z");
    spoken(&mut world, 8, 7, "2026-11-18T14:00:00Z", Some("2026-12-03"));
    // They say longer, and then that it may be now.
    spoken(&mut world, 9, 7, "2026-12-01T06:00:00Z", Some("2026-12-10"));
    let days = ["2026-12-02", "2026-12-09", "2026-12-10"].map(|at| stopped(&world, at));
    assert_eq!(days, ["sss", "sss", "..."]);
    spoken(&mut world, 10, 7, "2026-12-05T06:00:00Z", None);
    let days = ["2026-12-02", "2026-12-04", "2026-12-05"].map(|at| stopped(&world, at));
    assert_eq!(days, ["sss", "sss", "..."]);
    // Once it is done again, their word can stop it again; what was done in between was allowed.
    spoken(&mut world, 11, 7, "2026-12-15T06:00:00Z", Some("2026-12-18"));
    let days = ["2026-12-14", "2026-12-17", "2026-12-18"].map(|at| stopped(&world, at));
    assert_eq!(days, ["...", "sss", "..."]);
}

#[test]
fn a_line_that_was_stopped_twice_waits_for_both() {
    let mut world = world(PainLasts::Bouts(2), "2026-11-18T15:00:00Z");
    world.plan_records.push(plan_record(6, "2026-11-18T09:00:00Z", hurt("2026-11-18")));
    spoken(&mut world, 8, 7, "2026-11-18T14:00:00Z", Some("2026-12-03"));
    // The other, of which nobody has spoken, is used up by then.
    assert_eq!(until(&on(&world, "2026-11-18")).unwrap().day, day("2026-12-03"));
    assert_eq!(stopped(&world, "2026-12-02"), "sss");
    assert_eq!(stopped(&world, "2026-12-03"), "...");
    spoken(&mut world, 9, 6, "2026-11-18T14:00:00Z", Some("2026-12-01"));
    assert_eq!(until(&on(&world, "2026-11-18")).unwrap().day, day("2026-12-03"));
    assert_eq!(stopped(&world, "2026-12-02"), "sss");
    assert_eq!(stopped(&world, "2026-12-03"), "...");
}

proptest! {
    #[test]
    fn what_is_withheld_until_a_day_is_not_offered_before_it(
        lasts in prop_oneof![
            Just(PainLasts::NextTime),
            (1_u8..6).prop_map(PainLasts::Bouts),
            Just(PainLasts::UntilTold),
        ],
        said_after in 1_i64..200,
        from in 0_i32..60,
        now_after in 0_i64..2000,
        looked_at in 0_i32..70,
    ) {
        let stop = "2026-11-18T08:00:00Z".parse::<crate::time::Instant>().unwrap();
        let said = stop + chrono::Duration::hours(said_after);
        let first = day("2026-11-18").plus(from);
        let mut world = world(lasts, "2026-11-18T08:00:00Z");
        spoken(&mut world, 8, 7, &said.to_rfc3339(), Some(&first.to_string()));
        world.now = said + chrono::Duration::hours(now_after);
        let of = day("2026-11-18").plus(looked_at);
        let found = on(&world, &of.to_string());
        for item in found.items() {
            let is_offered = matches!(item.state, State::Due | State::Upcoming | State::Available);
            prop_assert!(of >= first || !is_offered, "{of} before {first}: {item:?}");
            // And nothing keeps it back from then on, once somebody has said so.
            let was_said = of > crate::time::Day(said.date_naive());
            let is_kept = item.state == State::Withheld;
            prop_assert!(of < first || !was_said || !is_kept, "{of} from {first}: {item:?}");
        }
    }
}
