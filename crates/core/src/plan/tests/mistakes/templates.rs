//! Mistakes of templates.

use super::told;
use crate::catalogue::embedded;
use crate::error::Problem;
use crate::plan::{Template, TemplateFile};

/// A small template that is right. Its line numbers are counted on.
const TEMPLATE: &str = r#"format = 1
template = "small"
title = "Weeks 2 to 6"
paths = ["decompression"]
from_week = 2
until_week = 6
source = "S1"
caution = "Not reviewed by a clinician."

[[clearance]]
id = "team"
as_written = "The team's OK"

[[line]]
id = "bridge"
as_written = "Bridge: 2 x 8"
exercise = "bridge"
source = "S1"
off = true
sets = 2
repetitions = 8
days = "every day"
times_a_day = 1
from_day = 14
clearance = "team"
"#;

#[rustfmt::skip]
const MISTAKES: &[super::Mistake] = &[
    ("off = true\n", "", &["14:1 TemplateLineOn off = true"]),
    ("off = true", "off = false", &["19:7 TemplateLineOn off = true"]),
    ("source = \"S1\"\noff", "off", &["14:1 SourceMissing -"]),
    ("source = \"S1\"\ncaution", "caution", &["1:1 SourceMissing -"]),
    ("caution = \"Not reviewed by a clinician.\"\n", "", &["1:1 MissingKey -"]),
    ("paths = [\"decompression\"]\n", "", &["1:1 MissingKey -"]),
    ("paths = [\"decompression\"]", "paths = []", &["4:9 EmptyList -"]),
    ("paths = [\"decompression\"]", "paths = [\"decompresion\"]", &["4:10 UnknownWord decompression"]),
    ("from_week = 2\n", "", &["1:1 MissingKey -"]),
    ("until_week = 6", "until_week = 2", &["6:14 EndsBeforeItStarts -"]),
    ("template = \"small\"", "template = \"small\"\nplan = \"mine\"", &["3:8 PlanKeyInTemplate -"]),
    ("template = \"small\"", "plan = \"small\"", &["1:1 MissingKey -", "2:8 PlanKeyInTemplate -"]),
    ("until_week = 6", "until_week = 6\nstarts = 2026-11-16", &["7:10 PlanKeyInTemplate -"]),
    ("until_week = 6", "until_week = 6\nreview = 2026-11-16", &["7:10 PlanKeyInTemplate -"]),
    ("[[clearance]]", "[surgery]\ndate = 2026-11-02\nfusion = \"no\"\n\n[[clearance]]", &["10:1 PlanKeyInTemplate -"]),
    ("from_day = 14", "from = 2026-11-16", &["24:8 DateInTemplate -"]),
    ("from_day = 14", "from = \"discharge + 2\"", &["24:8 DateInTemplate -"]),
    ("from_day = 14", "weeks = [2, 6]", &["24:9 WeeksNotCounted weeks_counted = \"from-1\""]),
    ("days = \"every day\"", "every_days = 2\ncounting_from = 2026-11-16", &["23:17 DateInTemplate -"]),
    ("[[line]]", "[[appointment]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-16\n\n[[line]]", &["17:8 DateInTemplate -"]),
    ("as_written = \"The team's OK\"", "as_written = \"The team's OK\"\nask_on = 2026-11-16", &["13:10 DateInTemplate -"]),
    ("exercise = \"bridge\"", "exercise = \"brigde\"", &["17:12 UnknownExercise bridge"]),
    ("format = 1", "format = 2", &["1:10 NewerFormat -"]),
];

fn problems_of(text: &str) -> Vec<Problem> {
    Template::open(TemplateFile { name: "small.backwise", text }, embedded())
        .err()
        .unwrap_or_default()
}

fn wrong_templates() -> impl Iterator<Item = (String, &'static super::Mistake)> {
    MISTAKES.iter().map(|mistake| {
        let (from, to, _) = mistake;
        assert_eq!(TEMPLATE.matches(from).count(), 1, "{from:?} stands once in the template");
        (TEMPLATE.replace(from, to), mistake)
    })
}

/// Every problem that a mistake of the table produces.
pub(super) fn problems() -> Vec<Problem> {
    wrong_templates().flat_map(|(text, _)| problems_of(&text)).collect()
}

#[test]
fn a_template_without_mistakes_is_read() {
    assert_eq!(problems_of(TEMPLATE), []);
}

#[test]
fn each_mistake_of_a_template_is_found_at_its_place() {
    let mut wrong = Vec::new();
    for (text, (from, to, expected)) in wrong_templates() {
        let found: Vec<String> = problems_of(&text).iter().map(told).collect();
        if found != *expected || found.is_empty() {
            wrong
                .push(format!("{from:?} -> {to:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
