//! Which OKs the sheet wants to be asked for by now.

use super::agenda::time_of_plan;
use super::put_off::holds_on;
use super::waits::{is_cleared, is_the_same, words_of_ok};
use super::{Situation, TimeOfPlan, revision_on};
use crate::plan::{Clearance, Revision};
use crate::time::Day;

/// The OKs to ask for on `day`, in the order of the sheet: the day that the sheet names for it has come, and nothing
/// that was said since answers it. None while the operation is put off: the days of the sheet mean nothing then.
///
/// A "yes" of any day is an answer. Another word is one if it was said on the day that the sheet names, or later: one
/// said before leaves the question to that day. After it nobody is asked again, and the OK stands among what waits.
#[must_use]
pub fn to_ask(situation: &Situation<'_>, day: Day) -> Vec<Clearance> {
    let Some(in_force) = revision_on(situation.revisions, day) else { return Vec::new() };
    let revision = &in_force.revision;
    if time_of_plan(in_force, day) == TimeOfPlan::After || holds_on(situation, revision, day) {
        return Vec::new();
    }
    let is_asked = |ok: &&Clearance| {
        ok.ask_on.is_some_and(|ask_on| {
            ask_on <= day
                && !is_cleared(situation, revision, &ok.id, day)
                && !is_answered(situation, revision, ok, ask_on, day)
        })
    };
    revision.clearances.iter().filter(is_asked).cloned().collect()
}

/// Whether somebody of the team said anything about `ok` between `ask_on` and `day`.
fn is_answered(
    situation: &Situation<'_>,
    revision: &Revision,
    ok: &Clearance,
    ask_on: Day,
    day: Day,
) -> bool {
    let key = (revision.plan.clone(), ok.id.clone());
    let answers = situation.plan_facts.clearances.get(&key);
    answers.into_iter().flatten().any(|said| {
        said.said_on >= ask_on
            && said.day <= day
            && is_the_same(situation, revision, said.revision, |of| words_of_ok(of, &ok.id))
    })
}

#[cfg(test)]
mod tests {
    use super::to_ask;
    use crate::ids::{ClearanceId, PlanId};
    use crate::plan::{Clearance, Revision};
    use crate::record::{ClearanceAnswer, PlanFact, PlanRecord};
    use crate::samples::{World, any_time, day, instant, line, plan_record, revision};
    use crate::schedule::InForce;

    fn nurse() -> ClearanceId {
        ClearanceId::new("nurse").unwrap()
    }

    /// A walk that may get longer if the nurse agrees, who is to be asked on 30 November.
    fn plan() -> Revision {
        let mut plan = revision(vec![any_time(line("walk", &[]), 1)]);
        let ask = |id, ask_on| Clearance {
            id,
            as_written: "longer if the nurse agrees".to_owned(),
            from_whom: Some("the ward nurse".to_owned()),
            ask_on,
        };
        let other = ClearanceId::new("surgeon").unwrap();
        plan.clearances = vec![ask(nurse(), Some(day("2026-11-30"))), ask(other, None)];
        plan
    }

    fn said(id: u128, answer: ClearanceAnswer, said_on: &str, entered: &str) -> PlanRecord {
        let fact = PlanFact::Clearance {
            plan: PlanId::new("sample").unwrap(),
            revision: 1,
            clearance: nurse(),
            answer,
            who: None,
            how: None,
            said_on: day(said_on),
            day: day(entered),
        };
        plan_record(id, &format!("{entered}T09:00:00Z"), fact)
    }

    /// Whether the nurse is to be asked on each of these days.
    fn asked(world: &World, days: &[&str]) -> Vec<bool> {
        let on = |on: &&str| {
            let asked = world.ask(|situation| to_ask(situation, day(on)));
            assert!(asked.iter().all(|ok| ok.id == nurse()), "{asked:?}");
            !asked.is_empty()
        };
        days.iter().map(on).collect()
    }

    const DAYS: [&str; 4] = ["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-20"];

    #[test]
    fn it_is_asked_from_its_day_until_it_is_answered() {
        let mut world = World::new(plan(), "2026-12-20T10:00:00Z");
        assert_eq!(asked(&world, &DAYS), [false, true, true, true]);
        use ClearanceAnswer::{No, NotYet, Yes};
        for answer in [Yes, NotYet, No] {
            world.plan_records = vec![said(1, answer, "2026-12-01", "2026-12-01")];
            assert_eq!(asked(&world, &DAYS), [false, true, false, false], "{answer:?}");
        }
    }

    #[test]
    fn only_a_yes_that_was_said_before_its_day_answers_it() {
        let mut world = World::new(plan(), "2026-12-20T10:00:00Z");
        use ClearanceAnswer::{No, NotYet, Yes};
        for (answer, is_asked) in [(Yes, false), (NotYet, true), (No, true)] {
            world.plan_records = vec![said(1, answer, "2026-11-25", "2026-11-25")];
            assert_eq!(asked(&world, &DAYS[1..]), [is_asked; 3], "{answer:?}");
        }
        // It was said before its day, though it was entered later.
        world.plan_records = vec![said(1, NotYet, "2026-11-29", "2026-12-01")];
        assert_eq!(asked(&world, &DAYS), [false, true, true, true]);
        // A yes that was taken back by a later word is none; that word answers it.
        let yes = said(1, Yes, "2026-11-25", "2026-11-25");
        world.plan_records = vec![yes, said(2, NotYet, "2026-12-01", "2026-12-01")];
        assert_eq!(asked(&world, &DAYS), [false, false, false, false]);
    }

    #[test]
    fn a_newer_sheet_with_other_words_or_another_day_asks_anew() {
        let mut world = World::new(plan(), "2026-12-20T10:00:00Z");
        world.plan_records = vec![said(1, ClearanceAnswer::NotYet, "2026-11-30", "2026-11-30")];
        let newer = |change: &dyn Fn(&mut Clearance)| {
            let mut newer = plan();
            newer.number = 2;
            change(&mut newer.clearances[0]);
            let imported_at = instant("2026-12-01T06:00:00Z");
            InForce { revision: newer, from: day("2026-12-01"), imported_at }
        };
        let first = world.revisions[0].clone();
        world.revisions = vec![first.clone(), newer(&|_| ())];
        assert_eq!(asked(&world, &DAYS[2..]), [false, false]);
        let other_words = |ok: &mut Clearance| ok.as_written = "longer if all is well".to_owned();
        world.revisions = vec![first.clone(), newer(&other_words)];
        assert_eq!(asked(&world, &DAYS[2..]), [true, true]);
        let later = |ok: &mut Clearance| ok.ask_on = Some(day("2026-12-14"));
        world.revisions = vec![first, newer(&later)];
        assert_eq!(asked(&world, &DAYS[2..]), [false, true]);
    }

    #[test]
    fn a_plan_that_is_over_asks_for_nothing() {
        let mut plan = plan();
        plan.ends = Some(day("2026-12-15"));
        let world = World::new(plan, "2026-12-20T10:00:00Z");
        assert_eq!(asked(&world, &DAYS), [false, true, true, false]);
    }
}
