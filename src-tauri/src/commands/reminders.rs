//! Reminders: whether they are wanted, and whether they can arrive.

use backwise_store::views::ReminderHealth;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;
use crate::reminders;

#[tauri::command]
pub(super) async fn set_reminders(host: State<'_, Host>, on: bool) -> Answer<()> {
    host.journal(|journal| journal.set_reminders(on))?;
    reminders::follow(&host, on)
}

#[tauri::command]
pub(super) async fn reminder_health(host: State<'_, Host>) -> Answer<ReminderHealth> {
    host.journal(|journal| journal.reminder_health(reminders::are_supported()))
}

#[tauri::command]
pub(super) async fn send_test_reminder(_host: State<'_, Host>) -> Answer<()> {
    reminders::show_a_try()
}
