//! The plan that is being written.

use backwise_core::ids::LineId;
use backwise_core::plan::draft::{DraftEdit, LineSuggested, PlanDraft};
use backwise_core::time::{Anchors, CountedDay, Day, DayRef};
use backwise_store::views::{DraftEdited, DraftStart, DraftTakenIn, DraftView, PlanCheck};
use backwise_store::{Journal, suggest_line as suggested};
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn draft(host: State<'_, Host>) -> Answer<Option<DraftView>> {
    host.journal(|journal| journal.draft())
}

#[tauri::command]
pub(super) async fn begin_draft(
    host: State<'_, Host>,
    start: DraftStart,
    replace: bool,
) -> Answer<DraftView> {
    host.journal(|journal| journal.begin_draft(&start, replace))
}

#[tauri::command]
pub(super) async fn save_draft(host: State<'_, Host>, draft: PlanDraft) -> Answer<DraftView> {
    host.journal(|journal| journal.save_draft(draft))
}

#[tauri::command]
pub(super) async fn edit_draft(host: State<'_, Host>, edit: DraftEdit) -> Answer<DraftEdited> {
    host.journal(|journal| journal.edit_draft(&edit))
}

#[tauri::command]
pub(super) async fn discard_draft(host: State<'_, Host>) -> Answer<()> {
    host.journal(Journal::discard_draft)
}

#[tauri::command]
pub(super) async fn count_day(
    host: State<'_, Host>,
    surgery: Day,
    discharge: Option<Day>,
    starts: Day,
    day: DayRef,
) -> Answer<CountedDay> {
    let anchors = Anchors { surgery, discharge, starts, weeks_counted: None };
    host.journal(|journal| journal.count_day(&anchors, day))
}

#[tauri::command]
pub(super) async fn check_draft(
    host: State<'_, Host>,
    lines: Option<Vec<LineId>>,
) -> Answer<PlanCheck> {
    host.journal(|journal| journal.check_draft(lines.as_deref()))
}

#[tauri::command]
pub(super) async fn confirm_draft(
    host: State<'_, Host>,
    lines: Option<Vec<LineId>>,
) -> Answer<DraftTakenIn> {
    let taken_in = host.change(|journal| journal.confirm_draft(lines.as_deref()))?;
    // Whoever takes in a plan sees its rounds. The plan stands even if that cannot be written down.
    let _ = host.journal(Journal::app_opened);
    Ok(taken_in)
}

#[tauri::command]
pub(super) async fn suggest_line(
    _host: State<'_, Host>,
    as_written: String,
    starts: Option<Day>,
    language: String,
) -> Answer<LineSuggested> {
    Ok(suggested(&as_written, starts, &language))
}
