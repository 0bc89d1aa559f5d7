//! What was typed into a draft and not added to it.

use backwise_core::error::ProblemCode;
use backwise_core::plan::draft::{DraftPlace, PlanDraft, RuleKind};

use super::drafts::{begin_sheet, codes, enter, fill, held, read_back};
use super::{MORNING, open};
use crate::{Journal, StoreError};

#[test]
fn nothing_is_taken_in_without_what_was_typed_and_not_added() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    begin_sheet(&mut journal);
    let bridge = enter(&mut journal, "Bridge: 10 x", "bridge");
    let heel = enter(&mut journal, "Heel raises: 10 x", "heel-raise");
    read_back(&mut journal, &bridge);
    read_back(&mut journal, &heel);
    let typed = |journal: &mut Journal, field: &str, words: &str| {
        let put = |draft: &mut PlanDraft| {
            draft.unfinished = [(field.to_owned(), words.to_owned())].into();
        };
        fill(journal, put).not_added
    };
    let number = r#"number Sets {"line":"bridge"}"#;
    let of_bridge = Some(DraftPlace::Line(bridge.clone()));
    for (field, words, shown, place) in [
        ("next", " Sit to stand ", "Sit to stand", None),
        (
            "rule limit",
            "Nothing over 5 kg",
            "Nothing over 5 kg",
            Some(DraftPlace::Rule { rule: RuleKind::Limit, number: 1 }),
        ),
        ("own bridge", "My bridge", "My bridge", of_bridge.clone()),
        ("own gone", "Another", "Another", None),
        (number, "250", "Sets: 250", of_bridge.clone()),
        (r#"number Lines "sheet""#, "0", "Lines: 0", Some(DraftPlace::Sheet)),
        (r#"hours {"line":"gone"}"#, "08:00/", "08:00/", None),
    ] {
        let left = typed(&mut journal, field, words);
        assert_eq!((left[0].words.as_str(), &left[0].place), (shown, &place), "{field}");
        let Err(StoreError::Refused(problems)) = journal.confirm_draft(None) else {
            panic!("{field}")
        };
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].code, ProblemCode::NotAdded);
        assert_eq!(problems[0].args["words"], shown);
        let every = [bridge.clone(), heel.clone()];
        assert_eq!(codes(journal.confirm_draft(Some(&every))), [ProblemCode::NotAdded]);
        let check = journal.check_draft(None).unwrap();
        assert_eq!(check.problems, problems);
    }
    // What says nothing by itself is not asked about.
    for (field, words) in [("next-number", "3"), ("next", "  ")] {
        assert_eq!(typed(&mut journal, field, words), []);
    }
    // A line goes with what was typed of it, and not without; what is of no line stays with the rest of the sheet.
    typed(&mut journal, number, "250");
    assert_eq!(
        codes(journal.confirm_draft(Some(std::slice::from_ref(&bridge)))),
        [ProblemCode::NotAdded]
    );
    journal.confirm_draft(Some(std::slice::from_ref(&heel))).unwrap();
    typed(&mut journal, "next", "Sit to stand");
    read_back(&mut journal, &bridge);
    assert_eq!(codes(journal.confirm_draft(None)), [ProblemCode::NotAdded]);
    assert_eq!(held(&journal).unfinished["next"], "Sit to stand", "nothing was taken in");
    typed(&mut journal, "next", "");
    journal.confirm_draft(None).unwrap();
}
