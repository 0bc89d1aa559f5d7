//! What became of a bout, and pain scores.

use backwise_core::ids::RecordId;
use backwise_core::record::{BoutKey, EnteredBy, Outcome};
use backwise_store::views::Recorded;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn record_bout(
    host: State<'_, Host>,
    bout: BoutKey,
    outcome: Outcome,
    note: Option<String>,
) -> Answer<Recorded> {
    host.journal(|journal| journal.record_bout(&bout, &outcome, note.as_deref(), EnteredBy::Person))
}

#[tauri::command]
pub(super) async fn correct_bout(
    host: State<'_, Host>,
    record: RecordId,
    outcome: Outcome,
    note: Option<String>,
) -> Answer<RecordId> {
    host.journal(|journal| {
        journal.correct_bout(record, &outcome, note.as_deref(), EnteredBy::Person)
    })
}

#[tauri::command]
pub(super) async fn withdraw(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    host.journal(|journal| journal.withdraw(record))
}
