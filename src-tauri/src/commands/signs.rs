//! The warning signs.

use backwise_core::ids::RecordId;
use backwise_core::time::Day;
use backwise_store::views::SignSaid;
use tauri::State;

use super::plan_facts::end;
use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn answer_signs(
    host: State<'_, Host>,
    any: bool,
    mistaken: bool,
) -> Answer<RecordId> {
    host.answer_signs(any, mistaken)
}

#[tauri::command]
pub(super) async fn may_go_on(
    host: State<'_, Host>,
    who: String,
    said_on: Day,
) -> Answer<RecordId> {
    host.journal(|journal| journal.may_go_on(&who, said_on))
}

#[tauri::command]
pub(super) async fn signs_said(host: State<'_, Host>) -> Answer<Vec<SignSaid>> {
    host.journal(|journal| journal.signs_said())
}

/// What it ended is stopped again, so a session that was begun meanwhile ends.
#[tauri::command]
pub(super) async fn withdraw_sign(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    let withdrawal = host.journal(|journal| journal.withdraw_sign(record))?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(withdrawal)
}
