//! Days that are over.

use backwise_core::ids::{LineId, RecordId};
use backwise_core::record::{BoutKey, Entry, Outcome};
use backwise_core::report::ReportDays;
use backwise_core::schedule::WeekGrid;
use backwise_core::time::Day;
use backwise_store::views::{GapAnswer, Kept, PastDays, Progress, Recorded, WeekEntry};
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn past_days(host: State<'_, Host>, through: Option<Day>) -> Answer<PastDays> {
    host.journal(|journal| journal.past_days(through))
}

#[tauri::command]
pub(super) async fn progress(host: State<'_, Host>, days: ReportDays) -> Answer<Progress> {
    host.journal(|journal| journal.progress(days))
}

#[tauri::command]
pub(super) async fn week(host: State<'_, Host>, first: Day) -> Answer<Option<WeekGrid>> {
    host.journal(|journal| journal.week(first))
}

#[tauri::command]
pub(super) async fn history(host: State<'_, Host>, bout: BoutKey) -> Answer<Vec<Entry>> {
    host.journal(|journal| journal.history(&bout))
}

#[tauri::command]
pub(super) async fn ticks(host: State<'_, Host>) -> Answer<Vec<WeekEntry>> {
    host.journal(|journal| journal.ticks())
}

#[tauri::command]
pub(super) async fn keep_ticks(host: State<'_, Host>, ticks: Vec<WeekEntry>) -> Answer<()> {
    host.journal(|journal| journal.keep_ticks(&ticks))
}

#[tauri::command]
pub(super) async fn record_week(host: State<'_, Host>, entries: Vec<WeekEntry>) -> Answer<Kept> {
    host.journal(|journal| journal.record_week(&entries))
}

#[tauri::command]
pub(super) async fn answer_gap(
    host: State<'_, Host>,
    from: Day,
    through: Day,
    answer: GapAnswer,
) -> Answer<Kept> {
    host.journal(|journal| journal.answer_gap(from, through, answer))
}

#[tauri::command]
pub(super) async fn withdraw_together(host: State<'_, Host>, kept: Kept) -> Answer<()> {
    host.journal(|journal| journal.withdraw_together(&kept))
}

#[tauri::command]
pub(super) async fn record_another(
    host: State<'_, Host>,
    day: Day,
    line: LineId,
    outcome: Outcome,
) -> Answer<Recorded> {
    host.journal(|journal| journal.record_another(day, &line, &outcome, None))
}

#[tauri::command]
pub(super) async fn move_bout(
    host: State<'_, Host>,
    record: RecordId,
    day: Day,
) -> Answer<Recorded> {
    host.journal(|journal| journal.move_bout(record, day))
}
