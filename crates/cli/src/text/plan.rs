//! Plans in words.

use backwise_core::plan::{Change, Note, Revision};
use backwise_core::time::Day;
use backwise_store::views::{ImportKind, LineDays, PhaseDays, PlanCheck, PlanView};

use super::{Page, aligned, name_of};
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
        ImportKind::Revision | ImportKind::OtherPlan => changes(page, &check.changes),
    };
    let sheet = sheet(page, revision, &check.lines, &check.phases);
    format!("{file}\n{import}\n{changes}\n{sheet}")
}

/// What a plan file did.
pub(super) fn imported(page: Page<'_>, check: &PlanCheck) -> String {
    let sentence = import_sentence(page, check, "imported");
    let changes = match check.kind {
        // Every line of a first plan is new: `plan show` reads it back.
        ImportKind::FirstPlan | ImportKind::SameAgain | ImportKind::Refused => String::new(),
        ImportKind::Revision | ImportKind::OtherPlan => changes(page, &check.changes),
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
    format!("{before}\n{after}\n{}", changes(page, &diff.changes))
}

/// The present plan.
pub(super) fn plan(page: Page<'_>, plan: &PlanView) -> String {
    let sheet = sheet(page, &plan.revision, &plan.lines, &plan.phases);
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

fn changes(page: Page<'_>, changes: &[Change]) -> String {
    let mut sentences: Vec<_> = changes.iter().map(|change| page.words.change(change)).collect();
    if sentences.is_empty() {
        sentences.push(page.say("changes-none", &[]));
    }
    page.section("heading-changes", &sentences)
}

/// The whole sheet, in its own order.
fn sheet(page: Page<'_>, revision: &Revision, lines: &[LineDays], phases: &[PhaseDays]) -> String {
    let mut text = head(page, revision).join("\n") + "\n";
    text += &page.section("heading-rounds", &rounds(page, revision));
    text += &page.section("heading-phases", &phases_of(page, revision, phases));
    text += &page.section("heading-lines", &lines_of(page, revision, lines));
    let limits = revision.precautions.iter().map(|precaution| {
        let until = precaution.until.map(|until| until.resolve(revision.surgery.date));
        limit(page, &precaution.as_written, until)
    });
    text += &page.section("heading-limits", &limits.collect::<Vec<_>>());
    text += &page.section("heading-notes", &notes(page, &revision.notes));
    let contacts: Vec<_> = revision
        .contacts
        .iter()
        .map(|contact| {
            let rest = [&contact.hours, &contact.about].into_iter().flatten().cloned();
            vec![contact.name.clone(), contact.number.clone(), page.list(rest)]
        })
        .collect();
    text + &page.section("heading-contacts", &aligned(&contacts))
}

/// A limit and the day until which it was written.
pub(super) fn limit(page: Page<'_>, as_written: &str, until: Option<Day>) -> String {
    let until = until.map(|day| page.words.day_and_year(day));
    match until {
        Some(until) => {
            page.say("limit-until", &[("limit", as_written.into()), ("until", until.into())])
        }
        None => as_written.to_owned(),
    }
}

/// What is on the sheet besides its lines, and what each is about.
pub(super) fn notes(page: Page<'_>, notes: &[Note]) -> Vec<String> {
    let rows: Vec<_> = notes
        .iter()
        .map(|note| {
            let about = page.say("note-about", &[("about", name_of(note.about).into())]);
            vec![note.sheet_no.clone().unwrap_or_default(), about, note.as_written.clone()]
        })
        .collect();
    aligned(&rows)
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
    head.extend(day("plan-starts", Some(revision.starts)));
    head.extend(day("plan-review", revision.review));
    head.extend(day("plan-ends", revision.ends));
    let start = page.words.time(revision.day_start);
    head.push(page.say("plan-day-start", &[("time", start.into())]));
    if let Some(quiet) = revision.quiet_hours {
        let (from, until) = (page.words.time(quiet.from), page.words.time(quiet.until));
        head.push(page.say("plan-quiet", &[("from", from.into()), ("until", until.into())]));
    }
    head
}

fn rounds(page: Page<'_>, revision: &Revision) -> Vec<String> {
    let rows: Vec<_> = revision
        .rounds
        .iter()
        .map(|round| {
            let routine = round.routine.clone().unwrap_or_default();
            vec![page.words.time(round.at), round.title.clone(), round.id.to_string(), routine]
        })
        .collect();
    aligned(&rows)
}

fn phases_of(page: Page<'_>, revision: &Revision, phases: &[PhaseDays]) -> Vec<String> {
    let rows: Vec<_> = phases
        .iter()
        .map(|days| {
            let phase = revision.phases.iter().find(|phase| phase.id == days.phase);
            let title = phase.map_or_else(|| days.phase.to_string(), |phase| phase.title.clone());
            vec![title, page.span(days.from, days.until)]
        })
        .collect();
    aligned(&rows)
}

fn lines_of(page: Page<'_>, revision: &Revision, lines: &[LineDays]) -> Vec<String> {
    let titles: Vec<_> = revision
        .lines
        .iter()
        .map(|line| {
            vec![line.sheet_no.clone().unwrap_or_default(), line.title.clone(), line.id.to_string()]
        })
        .collect();
    let titles = aligned(&titles);
    let mut out = Vec::new();
    for (line, title) in revision.lines.iter().zip(titles) {
        out.push(title);
        let as_written = page.say("line-as-written", &[("words", line.as_written.as_str().into())]);
        out.push(format!("  {as_written}"));
        let dose = page.dose(&line.dose, line.side);
        out.push(format!("  {}", page.list([dose, page.how_often(line, revision)].into_iter())));
        if let Some(days) = lines.iter().find(|days| days.line == line.id) {
            out.push(format!("  {}", page.span(days.from, days.until)));
        }
        if let Some(source) = &line.source {
            out.push(format!(
                "  {}",
                page.say("line-source", &[("source", source.as_str().into())])
            ));
        }
    }
    out
}
