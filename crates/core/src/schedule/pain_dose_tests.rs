//! Another dose because of pain is never a larger one.

use super::pain_tests::{hurt, on, rule, said};
use super::{AgendaItem, LighterBecause};
use crate::ids::{LineId, RecordId};
use crate::plan::{
    Counted, Dose, Growth, Pain, PainAction, PainLasts, PainRule, PainTrigger, Part, ReEntry,
    Rounding,
};
use crate::record::{Hurt, PlanFact, PlanRecord};
use crate::samples::{World, any_time, day, instant, line, plan_record, revision};
use crate::time::DayRef;

fn walk(minutes: u16) -> Dose {
    Dose { minutes: Some(minutes), ..Dose::default() }
}

fn holds(repetitions: u16, seconds: u16) -> Dose {
    Dose { repetitions: Some(repetitions), hold_seconds: Some(seconds), ..Dose::default() }
}

/// One line of this dose, of which a rule says another one; it hurt on the 18th.
fn world(dose: Dose, then: PainAction, names_it: bool) -> World {
    let mut bridge = any_time(line("bridge", &[]), 1);
    bridge.dose = dose;
    let lines = LineId::new("bridge").filter(|_| names_it).into_iter().collect();
    let rule = PainRule { lines, ..rule(PainTrigger::AtLeast(4), then, PainLasts::UntilTold) };
    let mut plan = revision(vec![bridge]);
    plan.pain = Some(Pain { as_written: None, ask: None, rules: vec![rule] });
    let mut world = World::new(plan, "2026-11-19T09:00:00Z");
    world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", Hurt { bout: None, ..hurt(4) })];
    world
}

fn next(world: &World) -> AgendaItem {
    on(world, "2026-11-19").any_time[0].clone()
}

#[test]
fn a_dose_that_a_rule_names_stands_only_where_it_asks_for_no_more() {
    let five_times = Dose { repetitions: Some(5), ..Dose::default() };
    let shorter = Dose { hold_seconds: Some(10), ..Dose::default() };
    let longer = Dose { hold_seconds: Some(30), ..Dose::default() };
    let lighter_band = Dose { load: Some("yellow band".to_owned()), ..Dose::default() };
    for (name, dose, rule, names_it, expected) in [
        ("a shorter walk", walk(15), walk(10), true, Some(walk(10))),
        ("a longer one", walk(5), walk(10), true, None),
        ("fewer", holds(10, 5), five_times.clone(), false, Some(holds(5, 5))),
        ("more of what is held", holds(3, 20), five_times.clone(), false, None),
        ("held for less long", holds(3, 20), shorter, false, Some(holds(3, 10))),
        ("held for longer", holds(3, 20), longer, false, None),
        ("a walk is no repetition", walk(15), five_times.clone(), false, None),
        ("unless the rule names it", walk(15), five_times.clone(), true, Some(five_times)),
        (
            "a lighter band",
            holds(3, 20),
            lighter_band.clone(),
            false,
            Some(Dose { load: lighter_band.load, ..holds(3, 20) }),
        ),
    ] {
        let world = world(dose.clone(), PainAction::Dose(rule), names_it);
        let next = next(&world);
        assert_eq!(next.lighter.is_some(), expected.is_some(), "{name}");
        assert_eq!(next.dose, expected.unwrap_or(dose), "{name}");
    }
}

#[test]
fn a_dose_that_still_grows_is_not_made_larger_by_the_one_that_a_rule_names() {
    let mut world = world(walk(5), PainAction::Dose(walk(8)), true);
    let from = DayRef::On(day("2026-11-23"));
    let growth = Growth { key: Counted::Minutes, by: 2, every_days: 7, at_most: 20, from };
    world.revisions[0].revision.lines[0].growth = Some(growth);
    assert_eq!(next(&world).dose, walk(5));
}

#[test]
fn pain_makes_no_dose_larger_while_the_person_begins_again() {
    for (percent, repetitions, because) in
        [(75, 5, LighterBecause::AfterPause), (20, 2, LighterBecause::Pain)]
    {
        let part = |percent| Part { percent, rounding: Rounding::Down };
        let mut world = world(line("bridge", &[]).dose, PainAction::Part(part(percent)), false);
        let as_written = "Begin again with half".to_owned();
        world.revisions[0].revision.re_entry =
            Some(ReEntry { as_written, part: Some((part(50), 7)) });
        let (from, through) = (day("2026-11-16"), Some(day("2026-11-17")));
        let resumed = PlanFact::Resumed { day: day("2026-11-18") };
        world.plan_records.extend([
            plan_record(8, "2026-11-16T05:00:00Z", PlanFact::Pause { from, through, reason: None }),
            plan_record(9, "2026-11-18T05:00:00Z", resumed),
        ]);
        let next = next(&world);
        let found = (next.dose.repetitions, next.lighter.map(|lighter| lighter.because));
        assert_eq!(found, (Some(repetitions), Some(because)), "{percent} %");
    }
}

#[test]
fn another_dose_is_over_after_four_weeks_also_where_a_word_of_the_team_was_taken_back() {
    let five_times = Dose { repetitions: Some(5), ..Dose::default() };
    let mut world = world(holds(10, 5), PainAction::Dose(five_times), false);
    world.revisions[0].revision.pain.as_mut().unwrap().rules[0].lasts = PainLasts::NextTime;
    let id = |id| RecordId(uuid::Uuid::from_u128(id));
    let (said_on, taken_back) = (day("2026-11-19"), day("2026-11-20"));
    let (stop, who, from) = (id(7), None, None);
    let spoken = PlanFact::SpokenTo { stop, who, said_on, from, day: said_on };
    let withdrawn = PlanFact::Withdrawn { day: taken_back };
    let withdrawn = plan_record(9, "2026-11-20T08:00:00Z", withdrawn);
    world.plan_records.extend([
        plan_record(8, "2026-11-19T08:00:00Z", spoken),
        PlanRecord { corrects: Some(id(8)), ..withdrawn },
    ]);
    world.now = instant("2026-11-21T09:00:00Z");
    let days = ["2026-11-19", "2026-11-20", "2026-11-25", "2026-12-16", "2026-12-17", "2027-05-20"];
    let asked = days.map(|day| on(&world, day).any_time[0].dose.repetitions.unwrap());
    assert_eq!(asked, [10, 5, 5, 5, 10, 10]);
}
