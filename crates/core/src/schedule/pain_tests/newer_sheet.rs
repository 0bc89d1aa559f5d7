//! Pain that is said on the day on which a newer sheet was taken in.

use super::{follows, hurt, rule, said, stopped, world};
use crate::plan::{Pain, PainAction, PainLasts, PainRule, PainTrigger};
use crate::samples::{World, day, instant};
use crate::schedule::{InForce, PainOutcome};

const TODAY: &str = "2026-11-18";

/// The morning round had begun when the newer sheet came, at half past ten in Berlin: it holds from tomorrow.
fn taken_in(before: PainAction, newer: Vec<PainRule>, now: &str) -> World {
    let at = PainTrigger::AtLeast(5);
    let mut world = world(vec![rule(at, before, PainLasts::UntilTold)], now);
    let mut next = world.revisions[0].revision.clone();
    next.number = 2;
    next.pain = Some(Pain { as_written: None, ask: None, rules: newer });
    let imported_at = instant("2026-11-18T09:30:00Z");
    world.revisions.push(InForce { revision: next, from: day("2026-11-19"), imported_at });
    world
}

fn stop() -> PainRule {
    rule(PainTrigger::AtLeast(5), PainAction::Stop, PainLasts::UntilTold)
}

#[test]
fn a_stricter_rule_of_a_newer_sheet_acts_on_its_day() {
    let mut world = taken_in(PainAction::GoOn, vec![stop()], "2026-11-18T11:00:00Z");
    assert_eq!(follows(&world, &hurt(6), day(TODAY)).outcome, PainOutcome::StopExercise);
    world.plan_records = vec![said(1, "2026-11-18T10:00:00Z", hurt(6))];
    assert_eq!(stopped(&world, TODAY), "sss");
    assert_eq!(stopped(&world, "2026-11-19"), "sss");
    // What was said before it came is judged by the sheet of then.
    world.plan_records = vec![said(1, "2026-11-18T09:00:00Z", hurt(6))];
    assert_eq!(stopped(&world, TODAY), "...");
}

#[test]
fn a_rule_that_a_newer_sheet_loosens_holds_until_the_sheet_begins() {
    for newer in [Vec::new(), vec![PainRule { then: PainAction::GoOn, ..stop() }]] {
        let mut world = taken_in(PainAction::Stop, newer, "2026-11-18T11:00:00Z");
        assert_eq!(follows(&world, &hurt(6), day(TODAY)).outcome, PainOutcome::StopExercise);
        world.plan_records = vec![said(1, "2026-11-18T10:00:00Z", hurt(6))];
        assert_eq!(stopped(&world, TODAY), "sss");
    }
}

#[test]
fn a_sheet_that_was_chosen_for_a_later_day_judges_nothing_before_it() {
    let mut world = taken_in(PainAction::GoOn, vec![stop()], "2026-11-18T11:00:00Z");
    world.revisions[1].revision.starts = day("2026-11-19");
    assert_eq!(follows(&world, &hurt(6), day(TODAY)).outcome, PainOutcome::GoOn);
    world.revisions[1].revision.starts = day("2026-11-16");
    world.revisions[1].from = day("2026-11-20");
    assert_eq!(follows(&world, &hurt(6), day(TODAY)).outcome, PainOutcome::GoOn);
}
