//! Every kind of mistake is found where it is, and mended with a word where there is one.

mod days;
mod lines;
mod remarks;
mod rules;
mod templates;
mod text;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use super::SHEET;
use super::full::FULL;
use crate::catalogue::embedded;
use crate::error::{Problem, ProblemCode};
use crate::plan::{LARGEST_FILE, PlanFile};

/// From, to, and the problems: line, column, code, suggestion.
type Mistake = (&'static str, &'static str, &'static [&'static str]);

/// The small sheet and the one with every table, with the mistakes that are put into them.
const TABLES: &[(&str, &[Mistake])] = &[
    (SHEET, text::MISTAKES),
    (SHEET, lines::MISTAKES),
    (FULL, days::MISTAKES),
    (FULL, rules::MISTAKES),
];

/// Each wrong sheet with what was changed and what is expected.
pub(super) fn wrong_sheets() -> impl Iterator<Item = (String, &'static Mistake)> {
    TABLES.iter().flat_map(|(sheet, mistakes)| {
        mistakes.iter().map(|mistake| {
            let (from, to, _) = mistake;
            assert_eq!(sheet.matches(from).count(), 1, "{from:?} stands once on the sheet");
            (sheet.replace(from, to), mistake)
        })
    })
}

#[test]
fn each_mistake_is_found_at_its_place() {
    let mut wrong = Vec::new();
    for (text, (from, to, expected)) in wrong_sheets() {
        let file = PlanFile::open(text.as_bytes(), "sheet", embedded());
        let found: Vec<String> = file.problems.iter().map(told).collect();
        if found != *expected || file.revision.is_some() {
            wrong
                .push(format!("{from:?} -> {to:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every problem that a test of this folder produces.
fn all_problems() -> Vec<Problem> {
    let of = |text: &[u8]| PlanFile::open(text, "sheet", embedded()).problems;
    let mut problems: Vec<Problem> =
        wrong_sheets().flat_map(|(text, _)| of(text.as_bytes())).collect();
    problems.extend(templates::problems());
    problems.extend(remarks::remarks());
    problems.extend(of(whole::without_lines().as_bytes()));
    problems.extend(of(whole::with_too_many_lines().as_bytes()));
    problems.extend(of(&[0xff]));
    problems.extend(of(&vec![b' '; LARGEST_FILE + 1]));
    problems
}

/// Codes that the reader of plans never has: those of the catalogue, that of a revision that is taken in, that of
/// the second opinion, and those of drafts.
const NOT_OF_A_PLAN: [&str; 8] = [
    "GuidanceMissing",
    "LinksInCircle",
    "WrongFolder",
    "OldRevision",
    "SchemaDisagrees",
    "NotAnswered",
    "NotReadBack",
    "NotAdded",
];

/// Each code with the arguments that its description promises.
fn described() -> BTreeMap<String, Vec<String>> {
    let source = include_str!("../../../error.rs");
    let list = source.split("pub enum ProblemCode {").nth(1).unwrap().split("\n}").next().unwrap();
    let (mut codes, mut comment) = (BTreeMap::new(), String::new());
    for line in list.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("///") {
            comment += words;
        } else if let Some(code) = line.strip_suffix(',') {
            let arguments = comment.split("Arguments:").nth(1).unwrap_or_default();
            // "(or `none`)" and the like explain an argument.
            let arguments: String = arguments
                .split('(')
                .enumerate()
                .map(
                    |(n, part)| {
                        if n == 0 { part } else { part.split_once(')').map_or("", |p| p.1) }
                    },
                )
                .collect();
            let names = arguments.split('`').skip(1).step_by(2).map(str::to_owned);
            codes.insert(code.to_owned(), names.collect());
            comment.clear();
        }
    }
    codes
}

#[test]
fn each_code_that_a_plan_file_can_have_is_produced() {
    let problems = all_problems();
    let produced: BTreeSet<String> =
        problems.iter().map(|problem| format!("{:?}", problem.code)).collect();
    let known: BTreeSet<String> = described().into_keys().collect();
    let missing: Vec<_> = known
        .difference(&produced)
        .filter(|code| !NOT_OF_A_PLAN.contains(&code.as_str()))
        .collect();
    assert!(missing.is_empty(), "no test produces {missing:?}");
    assert!(NOT_OF_A_PLAN.iter().all(|code| !produced.contains(*code)));
    assert!(produced.len() >= 40, "{}", produced.len());
}

/// Arguments that are there only where there is something to say.
const SOMETIMES: [(ProblemCode, &str); 3] = [
    (ProblemCode::BadDate, "key"),
    (ProblemCode::BadTime, "key"),
    // A template without codes has no line to name.
    (ProblemCode::UnknownKey, "table"),
];

#[test]
fn each_problem_brings_the_arguments_of_its_description() {
    let described = described();
    for problem in all_problems() {
        for name in &described[&format!("{:?}", problem.code)] {
            let is_there = problem.args.contains_key(name);
            let may_lack = SOMETIMES.iter().any(|(code, arg)| *code == problem.code && arg == name);
            assert!(is_there || may_lack, "{name} is missing: {problem:?}");
        }
    }
}

#[test]
fn each_sentence_is_there_and_has_all_its_arguments() {
    let sentences = include_str!("../../../../../../locales/en/problems.ftl");
    for problem in all_problems() {
        let mut code = String::new();
        for c in format!("{:?}", problem.code).chars() {
            if c.is_uppercase() {
                code.push('-');
            }
            code.extend(c.to_lowercase());
        }
        let start = sentences.find(&format!("\nproblem{code} = "));
        let sentence = &sentences[start.unwrap_or_else(|| panic!("problem{code}")) + 1..];
        let sentence = &sentence[..sentence.find("\nproblem-").unwrap_or(sentence.len())];
        // The remark above the next message is not part of it.
        let sentence = sentence.split("\n#").next().unwrap();
        for argument in sentence.split('$').skip(1) {
            let name = argument.split(|c: char| !c.is_alphabetic()).next().unwrap();
            assert!(problem.args.contains_key(name), "problem{code} wants ${name}: {problem:?}");
        }
    }
}

/// A problem in short: line, column, code, suggestion.
fn told(problem: &Problem) -> String {
    let place = problem.place.map_or_else(String::new, |at| format!("{}:{}", at.line, at.column));
    let suggestion = problem.suggestion.as_deref().unwrap_or("-");
    format!("{place} {:?} {suggestion}", problem.code)
}

fn problems_of(bytes: &[u8]) -> Vec<String> {
    PlanFile::open(bytes, "sheet", embedded()).problems.iter().map(told).collect()
}
