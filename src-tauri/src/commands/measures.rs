//! What the person measures of themselves.

use backwise_core::ids::RecordId;
use backwise_core::measure::{MeasureFact, Measures};
use backwise_store::Journal;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn measures(host: State<'_, Host>) -> Answer<Measures> {
    host.journal(|journal| journal.measures())
}

#[tauri::command]
pub(super) async fn enter_measures(
    host: State<'_, Host>,
    facts: Vec<MeasureFact>,
) -> Answer<Vec<RecordId>> {
    host.journal(|journal| {
        let by = journal.entered_by()?;
        journal.enter_measures(facts, by)
    })
}

#[tauri::command]
pub(super) async fn correct_measure(
    host: State<'_, Host>,
    record: RecordId,
    fact: Option<MeasureFact>,
) -> Answer<RecordId> {
    host.journal(|journal| {
        let by = journal.entered_by()?;
        journal.correct_measure(record, fact, by)
    })
}

#[tauri::command]
pub(super) async fn undo_measures(
    host: State<'_, Host>,
    records: Vec<RecordId>,
) -> Answer<Vec<RecordId>> {
    host.journal(|journal| journal.undo_measures(&records))
}

#[tauri::command]
pub(super) async fn begin_sitting(host: State<'_, Host>) -> Answer<()> {
    host.journal(Journal::begin_sitting)
}

#[tauri::command]
pub(super) async fn end_sitting(host: State<'_, Host>) -> Answer<()> {
    host.journal(Journal::end_sitting)
}
