//! Plan files in and out.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use backwise_core::catalogue::embedded;
use backwise_core::plan::{LARGEST_FILE, PlanFile, Revision, changes};
use backwise_store::copies::write_new_file;
use backwise_store::views::{PlanCheck, RevisionSummary};
use backwise_store::{StoreError, check_first_plan};

use super::{Place, Result, no_plan};
use crate::answer::{Answer, Exported, PlanDiff, PlanName, Refusal};
use crate::arguments::PlanCommand;
use crate::second_opinion::second_opinion;

/// Does what `command` asks for.
pub(super) fn run(place: &Place, command: &PlanCommand) -> Result<Answer> {
    match command {
        PlanCommand::Check { file } => check(place, file),
        PlanCommand::Diff { file, newer: None } => diff_to_present(place, file),
        PlanCommand::Diff { file, newer: Some(newer) } => diff_of_files(file, newer),
        PlanCommand::Import { file, confirmed } => import(place, file, *confirmed),
        PlanCommand::Show => {
            place.journal()?.plan()?.map(|plan| Answer::Plan(Box::new(plan))).ok_or_else(no_plan)
        }
        PlanCommand::Export { file } => export(place, file.as_deref()),
    }
}

/// What the reader says of `file`, then the published schema.
fn check(place: &Place, file: &Path) -> Result<Answer> {
    let bytes = bytes_of(file)?;
    let mut check = checked(place, &bytes, file)?;
    let text = String::from_utf8_lossy(&bytes);
    check.remarks.extend(second_opinion(&text, &name_of(file)));
    Ok(Answer::Check(Box::new(check)))
}

fn import(place: &Place, file: &Path, confirmed: bool) -> Result<Answer> {
    let bytes = bytes_of(file)?;
    // A file that is no plan makes no data folder, and neither does one without the person's yes.
    if checked(place, &bytes, file)?.needs_confirmation && !confirmed {
        return Err(StoreError::NotConfirmed.into());
    }
    let mut journal = place.journal_or_new()?;
    let check = journal.import_plan(&bytes, &name_of(file), confirmed)?;
    // Whoever takes in a plan has it before their eyes, as in the window.
    journal.app_opened()?;
    Ok(Answer::Imported(Box::new(check)))
}

fn diff_to_present(place: &Place, file: &Path) -> Result<Answer> {
    let check = checked(place, &bytes_of(file)?, file)?;
    let after = check.revision.as_ref().map(PlanName::of).ok_or_else(no_plan)?;
    let present = match place.journal_if_any()? {
        Some(journal) => journal.plan()?.and_then(|plan| plan.history.into_iter().next()),
        None => None,
    };
    let before =
        present.map(|RevisionSummary { plan, number, title, .. }| PlanName { plan, number, title });
    let from = check.in_force_from;
    Ok(Answer::Diff(PlanDiff { before, after, from, changes: check.changes }))
}

fn diff_of_files(older: &Path, newer: &Path) -> Result<Answer> {
    let before = read(&bytes_of(older)?, older)?;
    let after = read(&bytes_of(newer)?, newer)?;
    Ok(Answer::Diff(PlanDiff {
        before: Some(PlanName::of(&before)),
        after: PlanName::of(&after),
        from: Some(after.starts),
        changes: changes(Some(&before), &after),
    }))
}

fn export(place: &Place, file: Option<&Path>) -> Result<Answer> {
    let text = place.journal()?.export_plan()?.ok_or_else(no_plan)?;
    let Some(path) = file else {
        return Ok(Answer::Exported(Exported { file: None, text: Some(text) }));
    };
    write_new_file(path, &text).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Refusal::new("file-exists").with("file", name_of(path)),
        _ => Refusal::new("cannot-write-file")
            .with("file", name_of(path))
            .with("reason", error.to_string()),
    })?;
    Ok(Answer::Exported(Exported { file: Some(name_of(path)), text: None }))
}

/// The plan in `bytes`, or everything that is wrong with it.
fn read(bytes: &[u8], file: &Path) -> Result<Revision> {
    let PlanFile { revision, problems, .. } = PlanFile::open(bytes, &name_of(file), embedded());
    revision.ok_or_else(|| Refusal::of_problems(problems))
}

fn bytes_of(file: &Path) -> Result<Vec<u8>> {
    // One byte more than a plan can have is enough to see that it is too large.
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(file).and_then(|opened| opened.take(most).read_to_end(&mut bytes)).map_err(
        |error| {
            Refusal::new("cannot-read-file")
                .with("file", name_of(file))
                .with("reason", error.to_string())
        },
    )?;
    Ok(bytes)
}

fn name_of(file: &Path) -> String {
    file.display().to_string()
}

/// What the plan in `bytes` of `file` would do to the present one, or to nothing where there is none.
fn checked(place: &Place, bytes: &[u8], file: &Path) -> Result<PlanCheck> {
    let name = name_of(file);
    let check = match place.journal_if_any()? {
        Some(journal) => journal.check_plan(bytes, &name)?,
        None => check_first_plan(bytes, &name, &place.clock),
    };
    if check.problems.is_empty() { Ok(check) } else { Err(Refusal::of_problems(check.problems)) }
}
