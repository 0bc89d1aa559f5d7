//! Today, the plan and the exercises.

use backwise_core::catalogue::{Exercise, embedded, search};
use backwise_core::figure::{self, Movement};
use backwise_core::ids::{ExerciseId, PlanId};
use backwise_core::plan::Change;
use backwise_core::schedule::Agenda;
use backwise_core::time::Day;
use backwise_store::Journal;
use backwise_store::views::{PlanCheck, PlanView, TemplateView, Today};
use tauri::State;

use super::plan_facts::end;
use crate::error::{Answer, ApiError, ErrorCode};
use crate::host::Host;
use crate::saved::SavedPlan;

#[tauri::command]
pub(super) async fn today(host: State<'_, Host>) -> Answer<Today> {
    end(&host, Host::end_session_of_another_day);
    host.look_at_today()
}

#[tauri::command]
pub(super) async fn agenda(host: State<'_, Host>, day: Day) -> Answer<Option<Agenda>> {
    host.journal(|journal| journal.agenda(day))
}

#[tauri::command]
pub(super) async fn plan(host: State<'_, Host>) -> Answer<Option<PlanView>> {
    host.journal(|journal| journal.plan())
}

#[tauri::command]
pub(super) async fn check_plan(
    host: State<'_, Host>,
    bytes: Vec<u8>,
    name: String,
) -> Answer<PlanCheck> {
    host.journal(|journal| journal.check_plan(&bytes, &name))
}

#[tauri::command]
pub(super) async fn import_plan(
    host: State<'_, Host>,
    bytes: Vec<u8>,
    name: String,
    confirmed: bool,
) -> Answer<PlanCheck> {
    let taken_in = host.change(|journal| journal.import_plan(&bytes, &name, confirmed))?;
    // Whoever takes in a plan sees its rounds. The plan stands even if that cannot be written down.
    let _ = host.journal(Journal::app_opened);
    Ok(taken_in)
}

#[tauri::command]
pub(super) async fn revision(
    host: State<'_, Host>,
    plan: PlanId,
    number: u32,
) -> Answer<Option<PlanView>> {
    host.journal(|journal| journal.revision(&plan, number))
}

#[tauri::command]
pub(super) async fn export_revision(
    host: State<'_, Host>,
    plan: PlanId,
    number: u32,
) -> Answer<Option<String>> {
    host.journal(|journal| journal.export_revision(&plan, number))
}

#[tauri::command]
pub(super) async fn save_plan(
    host: State<'_, Host>,
    plan: PlanId,
    number: u32,
) -> Answer<SavedPlan> {
    let known = host.journal(|journal| journal.revision(&plan, number))?;
    let missing = || ApiError::new(ErrorCode::NotFound, format!("no revision {plan} {number}"));
    SavedPlan::save(host.folder_for_copies(), &known.ok_or_else(missing)?.revision)
}

#[tauri::command]
pub(super) async fn changes_since(
    host: State<'_, Host>,
    plan: PlanId,
    number: u32,
    through: Option<u32>,
) -> Answer<Vec<Change>> {
    host.journal(|journal| journal.changes_since(&plan, number, through))
}

#[tauri::command]
pub(super) async fn templates(host: State<'_, Host>) -> Answer<Vec<TemplateView>> {
    host.journal(|journal| journal.templates())
}

#[tauri::command]
pub(super) async fn catalogue(_host: State<'_, Host>) -> Answer<Vec<Exercise>> {
    Ok(embedded().exercises.values().cloned().collect())
}

#[tauri::command]
pub(super) async fn search_exercises(
    _host: State<'_, Host>,
    query: String,
    language: String,
) -> Answer<Vec<ExerciseId>> {
    Ok(search(embedded(), &language, &query))
}

#[tauri::command]
pub(super) async fn movement(
    _host: State<'_, Host>,
    exercise: ExerciseId,
) -> Answer<Option<Movement>> {
    Ok(embedded().get(&exercise).and_then(figure::movement))
}
