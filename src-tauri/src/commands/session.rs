//! The session under way.

use backwise_core::ids::{LineId, RoundId};
use backwise_core::session::{SessionEvent, SessionView};
use backwise_store::views::SessionOf;
use tauri::State;

use crate::error::Answer;
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
    turn: u32,
    event: SessionEvent,
) -> Answer<SessionView> {
    host.session_event(turn, event)
}

#[tauri::command]
pub(super) async fn session_view(host: State<'_, Host>) -> Answer<Option<SessionView>> {
    host.session_view()
}
