//! The warning signs.

use backwise_core::ids::RecordId;
use backwise_core::time::Day;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn answer_signs(
    host: State<'_, Host>,
    any: bool,
    mistaken: bool,
) -> Answer<RecordId> {
    let record = host.journal(|journal| journal.answer_signs(any, mistaken))?;
    if any {
        host.end_session()?;
    }
    Ok(record)
}

#[tauri::command]
pub(super) async fn may_go_on(
    host: State<'_, Host>,
    who: String,
    said_on: Day,
) -> Answer<RecordId> {
    host.journal(|journal| journal.may_go_on(&who, said_on))
}
