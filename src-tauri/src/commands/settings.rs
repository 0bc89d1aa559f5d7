//! How the app stands and is set.

use backwise_store::views::{DataPlace, Look, Settings};
use tauri::State;

use crate::error::Answer;
use crate::host::{Host, Status};

#[tauri::command]
pub(super) async fn status(host: State<'_, Host>) -> Answer<Status> {
    Ok(host.status())
}

#[tauri::command]
pub(super) async fn settings(host: State<'_, Host>) -> Answer<Settings> {
    host.journal(|journal| journal.settings())
}

#[tauri::command]
pub(super) async fn set_look(host: State<'_, Host>, look: Look) -> Answer<()> {
    host.journal(|journal| journal.set_look(look))
}

#[tauri::command]
pub(super) async fn data_place(host: State<'_, Host>) -> Answer<DataPlace> {
    host.journal(|journal| journal.data_place())
}
