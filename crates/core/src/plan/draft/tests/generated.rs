//! What must hold for a draft of any plan, tried on plans that nobody would write.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::catalogue::embedded;
use crate::plan::draft::{
    BeganFrom, DraftEdit, DraftPlace, PlanDraft, RuleKind, checked, edited, next_of, ready, saved,
};
use crate::plan::tests::strategies::revision;
use crate::plan::{PlanFile, Revision, write};

fn draft_of(plan: &Revision) -> PlanDraft {
    next_of(plan, BeganFrom::Present { plan: plan.plan.clone(), number: plan.number })
}

/// Every place that the draft may have, and some that it has not.
fn places(draft: &PlanDraft) -> Vec<DraftPlace> {
    let lines = draft.revision.lines.iter().flat_map(|line| {
        let stages = (1..=3).map(|number| DraftPlace::Stage { line: line.id.clone(), number });
        stages.chain([DraftPlace::Line(line.id.clone()), DraftPlace::Growth(line.id.clone())])
    });
    let rules = RuleKind::ALL
        .into_iter()
        .flat_map(|rule| (0..=3).map(move |number| DraftPlace::Rule { rule, number }));
    lines.chain(rules).chain([DraftPlace::Sheet]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_of_a_plan_that_is_confirmed_is_that_plan(plan in revision()) {
        let opened = draft_of(&plan);
        // A screen has it as text, and sends all of it back.
        let sent = serde_json::from_str(&serde_json::to_string(&opened).unwrap()).unwrap();
        let draft = saved(Some(&opened), sent);
        prop_assert!(!draft.touched);
        let checked = checked(&draft, embedded());
        prop_assert_eq!(checked.problems, []);
        let confirmed = ready(&draft, None, Some(&plan));
        prop_assert_eq!(confirmed.as_ref(), Ok(&plan));
        let file = PlanFile::open(write(&confirmed.unwrap()).as_bytes(), "draft", embedded());
        prop_assert_eq!(file.revision, Some(plan));
    }

    #[test]
    fn a_draft_that_is_kept_and_read_again_is_the_same(plan in revision()) {
        let draft = draft_of(&plan);
        let kept = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<PlanDraft>(&kept).unwrap(), draft);
    }

    #[test]
    fn whatever_is_changed_in_whatever_order_names_stay_unique_and_nothing_falls_over(
        plan in revision(),
        changes in proptest::collection::vec((any::<Index>(), 0u8..6, 1u16..4), 1..12),
    ) {
        let mut draft = draft_of(&plan);
        for (which, kind, number) in changes {
            let places = places(&draft);
            let place = places[which.index(places.len())].clone();
            let edit = match (kind, &place) {
                (0, DraftPlace::Line(line)) => DraftEdit::CopyLine { line: line.clone() },
                (1, DraftPlace::Rule { rule, .. }) => {
                    DraftEdit::AddRule { rule: *rule, as_written: "Words".to_owned() }
                }
                (2, _) => DraftEdit::Move { place, to: number },
                (3, DraftPlace::Line(line)) => {
                    DraftEdit::AddStage { line: line.clone(), as_written: None }
                }
                (4, _) => DraftEdit::AddLine {
                    as_written: "Clam: 2 x 8".to_owned(),
                    sheet_no: None,
                    after: None,
                },
                _ => DraftEdit::Remove { place },
            };
            let Some((new, _)) = edited(&draft, &edit, embedded()) else { continue };
            draft = new;
            let mut names: Vec<_> = draft.revision.lines.iter().map(|line| &line.id).collect();
            names.sort_unstable();
            names.dedup();
            prop_assert_eq!(names.len(), draft.revision.lines.len());
            for id in &draft.read_back {
                prop_assert_eq!(draft.revision.line(id), plan.line(id), "read back as it is");
            }
            let checked = checked(&draft, embedded());
            let there: Vec<_> = places_of(&draft);
            for placed in checked.problems.iter().chain(&checked.remarks) {
                prop_assert!(there.contains(&placed.place), "{:?}", placed);
            }
            for open in &draft.open {
                prop_assert!(there.contains(&open.place), "{:?}", open);
            }
        }
        // No name is left of what is gone: every name that is used is there.
        let problems = checked(&draft, embedded()).problems;
        let gone = |p: &&crate::plan::draft::PlacedProblem| {
            p.problem.code == crate::error::ProblemCode::UnknownName
        };
        prop_assert_eq!(problems.iter().find(gone), None);
    }
}

/// The places that the draft has.
fn places_of(draft: &PlanDraft) -> Vec<DraftPlace> {
    let exists = |place: &DraftPlace| match place {
        DraftPlace::Growth(_) | DraftPlace::Sheet => true,
        _ => edited(draft, &DraftEdit::Remove { place: place.clone() }, embedded()).is_some(),
    };
    let many = (1..=40).flat_map(|number| {
        RuleKind::ALL.into_iter().map(move |rule| DraftPlace::Rule { rule, number })
    });
    let stages = draft.revision.lines.iter().flat_map(|line| {
        (1..=40).map(|number| DraftPlace::Stage { line: line.id.clone(), number })
    });
    places(draft).into_iter().chain(many).chain(stages).filter(exists).collect()
}
