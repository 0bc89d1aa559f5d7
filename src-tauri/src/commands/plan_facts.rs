//! What the team said, pauses, bad days and stages.

use backwise_core::ids::{ClearanceId, LineId, RecordId};
use backwise_core::record::ClearanceAnswer;
use backwise_core::time::Day;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn answer_clearance(
    host: State<'_, Host>,
    clearance: ClearanceId,
    answer: ClearanceAnswer,
    who: Option<String>,
    how: Option<String>,
    day: Day,
) -> Answer<RecordId> {
    let (who, how) = (who.as_deref(), how.as_deref());
    host.journal(|journal| journal.answer_clearance(&clearance, answer, who, how, day))
}

#[tauri::command]
pub(super) async fn pause(
    host: State<'_, Host>,
    from: Day,
    through: Option<Day>,
) -> Answer<RecordId> {
    host.journal(|journal| journal.pause(from, through))
}

#[tauri::command]
pub(super) async fn resume(host: State<'_, Host>) -> Answer<RecordId> {
    host.journal(backwise_store::Journal::resume)
}

#[tauri::command]
pub(super) async fn not_a_good_day(host: State<'_, Host>) -> Answer<RecordId> {
    host.journal(backwise_store::Journal::not_a_good_day)
}

#[tauri::command]
pub(super) async fn limit_is_over(
    host: State<'_, Host>,
    limit: String,
    who: Option<String>,
    day: Day,
) -> Answer<RecordId> {
    host.journal(|journal| journal.limit_is_over(&limit, who.as_deref(), day))
}

#[tauri::command]
pub(super) async fn agree_to_stage(
    host: State<'_, Host>,
    line: LineId,
    stage: u16,
) -> Answer<RecordId> {
    host.journal(|journal| journal.agree_to_stage(&line, stage))
}

#[tauri::command]
pub(super) async fn withdraw_plan_fact(
    host: State<'_, Host>,
    record: RecordId,
) -> Answer<RecordId> {
    host.journal(|journal| journal.withdraw_plan_fact(record))
}
