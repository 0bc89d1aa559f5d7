//! What a change to a line leaves of the steps that it has taken.

use proptest::prelude::*;

use super::from_now_tests::{
    FROM, asked, asked_from, draft_of, growth, later, on, plan, row, said, taken_in, typed, walk,
    world,
};
use super::keep_steps;
use crate::ids::{ClearanceId, PlanId};
use crate::plan::draft::{Asked, DraftPlace, PlanDraft};
use crate::plan::{Clearance, Growth, StageBegins};
use crate::record::{ClearanceAnswer, PlanFact};
use crate::samples::{World, day, plan_record};
use crate::time::DayRef;

/// The draft after `change`, as the journal keeps it from `from` on.
fn changed(world: &World, former: &PlanDraft, change: impl FnOnce(&mut PlanDraft)) -> PlanDraft {
    let mut draft = former.clone();
    change(&mut draft);
    world.ask(|situation| keep_steps(situation, (former, day(FROM)), draft, day(FROM)))
}

fn grow_otherwise(draft: &mut PlanDraft, change: impl Fn(&mut Growth)) {
    draft.line_mut(&walk()).unwrap().growth.as_mut().into_iter().for_each(change);
}

#[test]
fn a_dose_that_has_grown_stays_where_it_is_to_grow_in_another_way() {
    let world = world(plan(Some(growth()), vec![]), vec![]);
    let former = draft_of(&world);
    let slower = changed(&world, &former, |draft| grow_otherwise(draft, |growth| growth.by = 1));
    assert_eq!(slower.open, [later()], "from when on is to be seen");
    let rarer = changed(&world, &slower, |draft| {
        draft.close(&DraftPlace::Line(walk()), Asked::Later);
        grow_otherwise(draft, |growth| growth.every_days = 14);
    });
    assert_eq!(asked_from(&taken_in(world, &rarer), 4), [16, 17, 17, 18]);
}

#[test]
fn who_stayed_at_a_dose_stays_at_it_where_it_is_to_grow_to_another_number() {
    let stayed = vec![said(1, 3, day("2026-12-07"), false)];
    let world = world(plan(Some(growth()), vec![]), stayed);
    assert_eq!(asked(&world, day(FROM)), 14);
    let draft = draft_of(&world);
    let draft =
        changed(&world, &draft, |draft| grow_otherwise(draft, |growth| growth.at_most = 25));
    assert_eq!(asked_from(&taken_in(world, &draft), 2), [14, 16]);
}

#[test]
fn a_dose_stays_until_the_day_to_which_its_next_step_is_put_off() {
    let world = world(plan(Some(growth()), vec![]), vec![]);
    let mut draft = draft_of(&world);
    // A year that is half typed is one of long ago.
    for from in ["0202-12-21", "2026-12-21"] {
        draft = changed(&world, &draft, |draft| {
            grow_otherwise(draft, |growth| growth.from = DayRef::On(day(from)));
        });
    }
    assert_eq!(asked_from(&taken_in(world, &draft), 4), [16, 16, 18, 20]);
}

#[test]
fn an_ok_that_a_word_went_with_is_asked_for_still_where_its_stage_is_changed() {
    let clearance = ClearanceId::new("surgeon").unwrap();
    let begins = |from| StageBegins::WithClearance { clearance: clearance.clone(), from };
    let mut plan = plan(None, vec![row(begins(None), 25)]);
    plan.clearances = vec![Clearance {
        id: clearance.clone(),
        as_written: "when the surgeon says so".to_owned(),
        from_whom: None,
        ask_on: None,
    }];
    let ok = |answer, on: &str| PlanFact::Clearance {
        plan: PlanId::new("sample").unwrap(),
        revision: 1,
        clearance: clearance.clone(),
        answer,
        who: None,
        how: None,
        said_on: day(on),
        day: day(on),
    };
    let away = (day("2026-11-19"), Some(day("2026-11-22")));
    let pause = PlanFact::Pause { from: away.0, through: away.1, reason: None };
    let words = vec![
        plan_record(1, "2026-11-19T08:00:00Z", pause),
        plan_record(2, "2026-11-20T08:00:00Z", ok(ClearanceAnswer::Yes, "2026-11-20")),
        plan_record(4, "2026-11-23T08:00:00Z", PlanFact::Resumed { day: day("2026-11-23") }),
        said(3, 1, day("2026-11-25"), true),
    ];
    let world = world(plan, words);
    assert_eq!(asked(&world, day(FROM)), 25);
    let draft = typed(&world, 20);
    assert_eq!(
        draft.revision.lines[0].stages[0].begins,
        begins(Some(DayRef::On(day("2026-11-25"))))
    );
    let mut world = taken_in(world, &draft);
    assert_eq!(asked(&world, day(FROM)), 20);
    let no = ok(ClearanceAnswer::No, "2026-12-07");
    world.plan_records.push(plan_record(5, "2026-12-07T19:00:00Z", no));
    assert_eq!(asked(&world, day(FROM)), 10, "they said no since");
}

#[test]
fn what_was_reckoned_for_one_day_is_asked_about_where_it_is_to_hold_from_another() {
    let rows = vec![row(on("2026-11-30"), 25), row(on("2026-12-20"), 30)];
    let growing = world(plan(Some(growth()), vec![]), vec![]);
    let staged = world(plan(None, rows), vec![]);
    let stopped = changed(&growing, &draft_of(&growing), |draft| {
        draft.line_mut(&walk()).unwrap().growth = None;
    });
    let drafts = [(&growing, typed(&growing, 12), true), (&staged, typed(&staged, 20), true)];
    for (world, mut draft, is_asked) in drafts.into_iter().chain([(&growing, stopped, false)]) {
        draft.close(&DraftPlace::Line(walk()), Asked::Later);
        draft.read_back = vec![walk()];
        let keep = |former: &PlanDraft, was: &str, is: &str| {
            let was = (former, day(was));
            world.ask(|situation| keep_steps(situation, was, former.clone(), day(is)))
        };
        assert_eq!(keep(&draft, FROM, FROM), draft);
        let moved = keep(&draft, FROM, "2026-12-21");
        assert_eq!(moved.read_back, []);
        assert_eq!(moved.open.contains(&later()), is_asked);
        assert_eq!(
            keep(&moved, "2026-12-21", "2026-12-21"),
            moved,
            "it is asked until it is answered"
        );
        let kept = draft_of(world);
        assert_eq!(keep(&kept, FROM, "2026-12-21"), kept, "nothing was changed in it");
    }
}

#[test]
fn what_was_said_of_a_step_up_is_not_said_of_a_stage_that_takes_the_place_of_the_growth() {
    let went = vec![said(1, 1, day("2026-11-24"), true), said(2, 4, day("2026-12-07"), true)];
    let world = world(plan(Some(growth()), vec![]), went);
    let before = asked(&world, day(FROM));
    let stopped = changed(&world, &draft_of(&world), |draft| {
        draft.line_mut(&walk()).unwrap().growth = None;
    });
    let rows = vec![row(StageBegins::WhenAgreed, 25), row(on("2026-12-22"), 30)];
    let staged = changed(&world, &stopped, |draft| draft.line_mut(&walk()).unwrap().stages = rows);
    // The dose that was reached stays, and the stage waits for a word of its own.
    assert_eq!(asked_from(&taken_in(world, &staged), 3), [before; 3]);
}

#[test]
fn a_growth_in_the_place_of_stages_asks_for_its_own_numbers() {
    let stages = vec![row(StageBegins::WhenAgreed, 25), row(on("2026-12-20"), 30)];
    let world = world(plan(None, stages), vec![said(1, 1, day("2026-11-20"), true)]);
    assert_eq!(asked(&world, day(FROM)), 25);
    let former = draft_of(&world);
    let without = changed(&world, &former, |draft| draft.line_mut(&walk()).unwrap().stages.clear());
    let later_growth = Growth { from: DayRef::On(day("2026-12-15")), ..growth() };
    let grows = changed(&world, &without, |draft| {
        draft.line_mut(&walk()).unwrap().growth = Some(later_growth);
    });
    // No dose above the words of the line is made of what is no longer on the sheet, and no step is taken by a word
    // about a stage.
    assert_eq!(asked_from(&taken_in(world, &grows), 3), [10, 12, 14]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_changed_of_a_growth_the_dose_of_that_day_is_what_it_was(
        words in proptest::collection::vec((1u16..6, 0i32..20, any::<bool>()), 0..4),
        changes in proptest::collection::vec((0u8..6, 1u16..40, any::<bool>()), 1..6),
    ) {
        let words = (1..).zip(words).map(|(id, (step, after, goes_on))| {
            said(id, step, day("2026-11-18").plus(after), goes_on)
        });
        let world = world(plan(Some(growth()), vec![]), words.collect());
        let before = asked(&world, day(FROM));
        let mut draft = draft_of(&world);
        let place = DraftPlace::Growth(walk());
        for (what, number, empties) in changes {
            let from = day(FROM).plus(i32::from(number));
            for half in [true, false] {
                draft = changed(&world, &draft, |draft| {
                    // A field may be emptied, or a year half typed, before it is filled.
                    match (half, what) {
                        (true, 4) => {}
                        (true, _) if !empties => {}
                        (true, _) => draft.ask(&place, Asked::GrowsBy),
                        (false, _) => draft.close(&place, Asked::GrowsBy),
                    }
                    grow_otherwise(draft, |growth| match what {
                        0 => growth.by = number,
                        1 => growth.every_days = number,
                        2 => growth.at_most = 30 + number,
                        4 => growth.from = DayRef::On(if half { day("0202-12-21") } else { from }),
                        _ => {}
                    });
                    if what == 5 {
                        draft.line_mut(&walk()).unwrap().growth = None;
                    }
                });
            }
        }
        prop_assert_eq!(asked(&taken_in(world, &draft), day(FROM)), before);
    }
}
