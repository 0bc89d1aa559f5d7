//! The session under way.

use backwise_core::ids::{LineId, RoundId};
use backwise_core::record::SkipReason;
use backwise_core::session::{SessionEvent, SessionView};
use backwise_store::views::SessionOf;
use tauri::State;

use crate::error::{Answer, ApiError, ErrorCode};
use crate::host::Host;

#[tauri::command]
pub(super) async fn session_start(
    host: State<'_, Host>,
    round: Option<RoundId>,
    line: Option<LineId>,
    occurrence: Option<u8>,
) -> Answer<Option<SessionView>> {
    host.start_session(&SessionOf { round, line, nth: occurrence })
}

#[tauri::command]
pub(super) async fn session_event(
    host: State<'_, Host>,
    event: SessionEvent,
) -> Answer<SessionView> {
    let hurt = matches!(event, SessionEvent::LeaveExercise { reason: SkipReason::Pain, .. });
    let handle = |event| host.session(|session| session.event(event)).transpose();
    let no_session = || ApiError::new(ErrorCode::NoSession, "no session is under way");
    let view = handle(event)?.flatten().ok_or_else(no_session)?;
    // No plan loosens that two exercises left for pain on one day end the round, so one that is silent does not.
    let day = view.items.first().filter(|_| hurt && !view.finished).map(|item| item.bout.day);
    if let Some(day) = day
        && host.journal(|journal| journal.is_second_stop(day))?
    {
        return handle(SessionEvent::End)?.flatten().ok_or_else(no_session);
    }
    Ok(view)
}

#[tauri::command]
pub(super) async fn session_view(host: State<'_, Host>) -> Answer<Option<SessionView>> {
    host.session_view()
}
