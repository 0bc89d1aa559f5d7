//! What became of a bout, and who says so.

use backwise_core::ids::RecordId;
use backwise_core::record::{BoutKey, EnteredBy, Outcome};
use backwise_store::views::Recorded;
use tauri::State;

use super::plan_facts::end;
use crate::error::Answer;
use crate::host::Host;
use crate::session::Session;

#[tauri::command]
pub(super) async fn record_bout(
    host: State<'_, Host>,
    bout: BoutKey,
    outcome: Outcome,
    note: Option<String>,
) -> Answer<Recorded> {
    let recorded = host.journal(|journal| {
        let by = journal.entered_by()?;
        journal.record_bout(&bout, &outcome, note.as_deref(), by)
    })?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(recorded)
}

#[tauri::command]
pub(super) async fn correct_bout(
    host: State<'_, Host>,
    record: RecordId,
    outcome: Outcome,
    note: Option<String>,
) -> Answer<RecordId> {
    let corrected = host.journal(|journal| {
        let by = journal.entered_by()?;
        journal.correct_bout(record, &outcome, note.as_deref(), by)
    })?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(corrected)
}

#[tauri::command]
pub(super) async fn withdraw(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    let withdrawn = host.journal(|journal| journal.withdraw(record))?;
    // The round under way shows what is open again.
    end(&host, |host| host.session(Session::view).transpose().map(drop));
    Ok(withdrawn)
}

#[tauri::command]
pub(super) async fn set_entered_by(host: State<'_, Host>, by: EnteredBy) -> Answer<()> {
    host.journal(|journal| journal.set_entered_by(by))
}

#[tauri::command]
pub(super) async fn put_back(host: State<'_, Host>, record: RecordId) -> Answer<Recorded> {
    let back = host.journal(|journal| journal.put_back(record))?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(back)
}
