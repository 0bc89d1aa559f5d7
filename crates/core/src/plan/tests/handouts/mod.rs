//! What each line of the two paper handouts became. The tables are written to be checked by hand against
//! the paper; the tests hold the plan files to them, in both directions.

mod days;
mod early_days;
mod meaning;
mod weeks_3_to_6;

use std::collections::BTreeSet;

use crate::catalogue::embedded;
use crate::plan::{Checksum, PlanFile, Revision};

/// A piece of the paper in its own words, and all that it became.
struct Row {
    paper: &'static str,
    /// How the words are kept.
    kept: Kept,
    became: &'static [&'static str],
}

/// How the words of a piece of paper are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// In an `as_written`, all of them and one after the other.
    Written,
    /// As values of the head: dates, a yes or no, the operation.
    AsValues,
    /// The title of the copy, which is not on the paper.
    NotPaper,
}

/// A handout: its rows in the order of the paper, and what was agreed because the paper does not say it.
pub(super) struct Handout {
    file: &'static str,
    rows: &'static [Row],
    agreed: &'static [&'static str],
}

pub(super) const HANDOUTS: [(&Handout, &str); 2] = [
    (
        &weeks_3_to_6::HANDOUT,
        include_str!("../../../../../../exercises/plans/examples/weeks-3-to-6.backwise"),
    ),
    (
        &early_days::HANDOUT,
        include_str!("../../../../../../exercises/plans/examples/early-days.backwise"),
    ),
];

/// The plan that `handout` became.
fn plan_of(handout: &Handout, text: &str) -> Revision {
    let file = PlanFile::open(text.as_bytes(), handout.file, embedded());
    assert_eq!(file.problems, [], "{}", handout.file);
    assert_eq!(file.checksum, Checksum::Absent, "a file written by hand has none");
    file.revision.unwrap()
}

fn plans() -> [Revision; 2] {
    HANDOUTS.map(|(handout, text)| plan_of(handout, text))
}

#[test]
fn each_line_of_the_paper_became_what_it_says_and_nothing_was_added() {
    for ((handout, _), plan) in HANDOUTS.iter().zip(plans()) {
        let rows = handout.rows.iter().flat_map(|row| row.became);
        let expected: BTreeSet<&str> = rows.chain(handout.agreed).copied().collect();
        let meaning = meaning::of(&plan);
        let found: BTreeSet<&str> = meaning.iter().map(String::as_str).collect();
        let lost: Vec<_> = expected.difference(&found).collect();
        let added: Vec<_> = found.difference(&expected).collect();
        let file = handout.file;
        assert!(lost.is_empty() && added.is_empty(), "{file}\nlost:  {lost:#?}\nadded: {added:#?}");
        assert_eq!(meaning.len(), found.len(), "each meaning is told once");
    }
}

#[test]
fn no_word_of_the_paper_is_lost() {
    for ((handout, _), plan) in HANDOUTS.iter().zip(plans()) {
        let kept: Vec<Vec<String>> =
            meaning::words_of(&plan).iter().map(|text| words(text)).collect();
        for row in handout.rows.iter().filter(|row| row.kept == Kept::Written) {
            let wanted = words(row.paper);
            let stands_in = |text: &Vec<String>| text.windows(wanted.len()).any(|w| w == wanted);
            assert!(kept.iter().any(stands_in), "{}: {:?} is lost", handout.file, row.paper);
        }
    }
}

/// The words of a text in small letters, without the marks around them.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c| ".,:;".contains(c)).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

#[test]
fn every_number_of_the_paper_is_the_number_of_its_line() {
    let [plan, _] = plans();
    let numbers: Vec<(&str, &str)> = plan
        .lines
        .iter()
        .filter_map(|line| Some((line.sheet_no.as_deref()?, line.id.as_str())))
        .collect();
    let expected = [
        ("1", "belly-brace"),
        ("2", "heel-slides"),
        ("3", "bridge"),
        ("4", "clam"),
        ("5", "sit-to-stand"),
        ("6", "heel-raises"),
        ("7", "heel-to-toe"),
        ("8", "wall-push-up"),
    ];
    assert_eq!(numbers, expected);
}

#[test]
fn both_say_that_nobody_reviewed_them() {
    for plan in plans() {
        let caution = plan.caution.unwrap();
        assert!(caution.contains("example, not your plan"), "{caution}");
        assert!(caution.contains("not reviewed by a clinician"), "{caution}");
    }
}
