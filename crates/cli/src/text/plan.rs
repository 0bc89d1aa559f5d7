//! Plans in words.

use backwise_core::error::Problem;
use backwise_core::plan::{Change, Revision, RuleTold};
use backwise_core::time::Day;
use backwise_store::views::{ImportKind, LineDays, PlanCheck, PlanView};

use super::sheet::{Sheet, Shown, one_line};
use super::{Page, name_of};
use crate::answer::{Exported, PlanDiff, PlanName};

/// What a plan file would do.
pub(super) fn check(page: Page<'_>, check: &PlanCheck) -> String {
    let Some(revision) = &check.revision else {
        return String::new();
    };
    let file = page.say("check-file", &[("checksum", name_of(check.checksum).into())]);
    let mut import = import_sentence(page, check, "check-import");
    if check.needs_confirmation {
        import = format!("{import}\n{}", page.say("check-needs-yes", &[]));
    }
    let changes = match check.kind {
        // Every line is new, and the plan below shows each of them.
        ImportKind::FirstPlan | ImportKind::SameAgain | ImportKind::Refused => String::new(),
        ImportKind::Revision | ImportKind::OtherPlan => {
            changes(page, &check.changes, check.in_force_from)
        }
    };
    let remarks = remarks(page, &check.remarks);
    let sheet = sheet(page, revision, &check.lines, &check.rules);
    format!("{file}\n{import}\n{remarks}{changes}\n{sheet}")
}

/// What a plan file did.
pub(super) fn imported(page: Page<'_>, check: &PlanCheck) -> String {
    let sentence = import_sentence(page, check, "imported");
    let changes = match check.kind {
        // Every line of a first plan is new: `plan show` reads it back.
        ImportKind::FirstPlan | ImportKind::SameAgain | ImportKind::Refused => String::new(),
        ImportKind::Revision | ImportKind::OtherPlan => {
            changes(page, &check.changes, check.in_force_from)
        }
    };
    format!("{sentence}\n{changes}")
}

/// What differs.
pub(super) fn diff(page: Page<'_>, diff: &PlanDiff) -> String {
    let name = |plan: &PlanName| {
        let args =
            [("title", plan.title.as_str().into()), ("number", plan.number.to_string().into())];
        page.say("plan-name", &args)
    };
    let before = diff.before.as_ref().map_or_else(|| page.say("diff-no-plan", &[]), name);
    let before = page.say("diff-before", &[("plan", before.into())]);
    let after = page.say("diff-after", &[("plan", name(&diff.after).into())]);
    format!("{before}\n{after}\n{}", changes(page, &diff.changes, diff.from))
}

/// The present plan.
pub(super) fn plan(page: Page<'_>, plan: &PlanView) -> String {
    let sheet = sheet(page, &plan.revision, &plan.lines, &plan.rules);
    let history: Vec<_> = plan
        .history
        .iter()
        .map(|revision| {
            page.say(
                "history-line",
                &[
                    ("title", revision.title.as_str().into()),
                    ("number", revision.number.to_string().into()),
                    ("from", page.words.day_and_year(revision.in_force_from).into()),
                ],
            )
        })
        .collect();
    format!("{sheet}{}", page.section("heading-history", &history))
}

/// The plan as a file: itself, or where it went.
pub(super) fn exported(page: Page<'_>, exported: &Exported) -> String {
    match (&exported.text, &exported.file) {
        (Some(text), _) => text.clone(),
        (None, file) => {
            let file = file.as_deref().unwrap_or_default();
            page.say("exported", &[("file", file.into())]) + "\n"
        }
    }
}

fn import_sentence(page: Page<'_>, check: &PlanCheck, key: &str) -> String {
    let revision = check.revision.as_ref();
    let from = check.in_force_from.map(|day| page.words.day_and_year(day)).unwrap_or_default();
    page.say(
        key,
        &[
            ("kind", name_of(check.kind).into()),
            ("title", revision.map_or("", |revision| &revision.title).into()),
            ("number", revision.map_or(0, |revision| revision.number).to_string().into()),
            ("from", from.into()),
        ],
    )
}

/// What differs, in the order of the sheet, under the day from which it holds.
fn changes(page: Page<'_>, changes: &[Change], from: Option<Day>) -> String {
    // How it was and how it is stand under each sentence.
    let sentence = |change: &Change| {
        let said = page.words.change(change).replace('\n', "\n  ");
        match &change.sheet_no {
            Some(number) => page.say(
                "change-of-number",
                &[("number", number.as_str().into()), ("change", said.into())],
            ),
            None => said,
        }
    };
    let mut sentences: Vec<_> = changes.iter().map(sentence).collect();
    if sentences.is_empty() {
        sentences.push(page.say("changes-none", &[]));
    }
    let heading = match from {
        Some(day) => {
            page.say("heading-changes-from", &[("day", page.words.day_and_year(day).into())])
        }
        None => page.say("heading-changes", &[]),
    };
    page.under(&heading, &sentences)
}

/// What somebody should look at although nothing is wrong.
fn remarks(page: Page<'_>, remarks: &[Problem]) -> String {
    let remarks: Vec<_> = remarks.iter().map(|remark| super::problem(page.words, remark)).collect();
    page.section("heading-remarks", &remarks)
}

/// The whole sheet, in its own order.
fn sheet(page: Page<'_>, revision: &Revision, lines: &[LineDays], rules: &[RuleTold]) -> String {
    let sheet = Sheet { page, revision, rules, is_template: false };
    let lines = revision.lines.iter().filter_map(|line| {
        let LineDays { told, from, until, .. } = lines.iter().find(|days| days.line == line.id)?;
        Some(Shown { line, told, days: Some((*from, *until)) })
    });
    format!("{}\n{}", head(page, revision).join("\n"), sheet.body(lines))
}

/// A limit and the day until which it was written.
pub(super) fn limit(page: Page<'_>, as_written: &str, until: Option<Day>) -> String {
    let as_written = one_line(as_written);
    match until {
        Some(until) => {
            let until = page.words.day_and_year(until);
            page.say("limit-until", &[("limit", as_written.into()), ("until", until.into())])
        }
        None => as_written,
    }
}

fn head(page: Page<'_>, revision: &Revision) -> Vec<String> {
    let number = revision.number.to_string();
    let mut head =
        vec![page.say(
            "plan-name",
            &[("title", revision.title.as_str().into()), ("number", number.into())],
        )];
    head.extend(revision.caution.clone());
    if let Some(author) = &revision.author {
        head.push(page.say("plan-author", &[("author", author.as_str().into())]));
    }
    let day = |key: &str, day: Option<Day>| {
        Some(page.say(key, &[("day", page.words.day_and_year(day?).into())]))
    };
    head.extend(day("plan-written", revision.written));
    let surgery = page.words.day_and_year(revision.surgery.date);
    let fusion = name_of(revision.surgery.fusion);
    head.push(page.say("plan-surgery", &[("day", surgery.into()), ("fusion", fusion.into())]));
    let operation = revision.surgery.operation.as_ref();
    head.extend(
        operation.map(|words| page.say("plan-operation", &[("words", words.as_str().into())])),
    );
    head.extend(day("plan-discharge", revision.surgery.discharge));
    head.extend(day("plan-starts", Some(revision.starts)));
    head.extend(day("plan-review", revision.review));
    head.extend(day("plan-ends", revision.ends));
    let start = page.words.time(revision.day_start);
    head.push(page.say("plan-day-start", &[("time", start.into())]));
    if let Some(quiet) = revision.quiet_hours {
        let (from, until) = (page.words.time(quiet.from), page.words.time(quiet.until));
        head.push(page.say("plan-quiet", &[("from", from.into()), ("until", until.into())]));
    }
    if let Some(awake) = revision.awake {
        let (from, until) = (page.words.time(awake.from), page.words.time(awake.until));
        head.push(page.say("plan-awake", &[("from", from.into()), ("until", until.into())]));
    }
    head
}
