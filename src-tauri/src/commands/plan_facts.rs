//! What the team said, pauses, bad days and stages.

use backwise_core::ids::{ClearanceId, LineId, RecordId};
use backwise_core::record::{
    AllStopped, BoutPlace, ClearanceAnswer, Felt, Hurt, PainMoment, PauseReason, UsualMorning,
};
use backwise_core::report::PainScore;
use backwise_core::safety::SafetyQuestion;
use backwise_core::time::Day;
use backwise_store::views::{HurtAnswer, Said};
use backwise_store::{Journal, StoreError};
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
    host.change(|journal| journal.answer_clearance(&clearance, answer, who, how, day))
}

#[tauri::command]
pub(super) async fn pause(
    host: State<'_, Host>,
    from: Day,
    through: Option<Day>,
    reason: Option<PauseReason>,
) -> Answer<RecordId> {
    host.journal(|journal| journal.pause(from, through, reason))
}

#[tauri::command]
pub(super) async fn resume(host: State<'_, Host>) -> Answer<RecordId> {
    host.journal(backwise_store::Journal::resume)
}

#[tauri::command]
pub(super) async fn not_a_good_day(host: State<'_, Host>, day: Day) -> Answer<RecordId> {
    host.journal(|journal| journal.not_a_good_day(day))
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
pub(super) async fn correct_limit_over(
    host: State<'_, Host>,
    record: RecordId,
    who: Option<String>,
    day: Day,
) -> Answer<RecordId> {
    host.journal(|journal| journal.correct_limit_over(record, who.as_deref(), day))
}

#[tauri::command]
pub(super) async fn agree_to_stage(
    host: State<'_, Host>,
    line: LineId,
    stage: u16,
) -> Answer<RecordId> {
    host.change(|journal| journal.agree_to_stage(&line, stage))
}

#[tauri::command]
pub(super) async fn withdraw_plan_fact(
    host: State<'_, Host>,
    record: RecordId,
) -> Answer<RecordId> {
    // It may have been the word that set free what the round goes on with.
    host.change(|journal| journal.withdraw_plan_fact(record))
}

#[tauri::command]
pub(super) async fn stay_at_stage(
    host: State<'_, Host>,
    line: LineId,
    stage: u16,
) -> Answer<RecordId> {
    host.change(|journal| journal.stay_at_stage(&line, stage))
}

#[tauri::command]
pub(super) async fn said(host: State<'_, Host>) -> Answer<Vec<Said>> {
    host.journal(|journal| journal.said())
}

#[tauri::command]
pub(super) async fn correct_answer(
    host: State<'_, Host>,
    record: RecordId,
    answer: ClearanceAnswer,
    who: Option<String>,
    how: Option<String>,
    day: Day,
) -> Answer<RecordId> {
    let (who, how) = (who.as_deref(), how.as_deref());
    host.change(|journal| journal.correct_answer(record, answer, who, how, day))
}

#[tauri::command]
pub(super) async fn correct_pause(
    host: State<'_, Host>,
    record: RecordId,
    from: Day,
    through: Option<Day>,
    reason: Option<PauseReason>,
) -> Answer<RecordId> {
    host.change(|journal| journal.correct_pause(record, from, through, reason))
}

#[tauri::command]
pub(super) async fn put_back_plan_fact(
    host: State<'_, Host>,
    record: RecordId,
) -> Answer<RecordId> {
    host.change(|journal| journal.put_back_plan_fact(record))
}

#[tauri::command]
pub(super) async fn record_hurt(
    host: State<'_, Host>,
    hurt: Hurt,
    day: Option<Day>,
    instead: Option<RecordId>,
) -> Answer<HurtAnswer> {
    host.hurt(&hurt, day, instead)
}

#[tauri::command]
pub(super) async fn answer_pain(
    host: State<'_, Host>,
    when: PainMoment,
    back: Option<u8>,
    leg: Option<u8>,
) -> Answer<Vec<HurtAnswer>> {
    scored(&host, |journal| journal.answer_pain(when, back, leg))
}

#[tauri::command]
pub(super) async fn pain_of_day(
    host: State<'_, Host>,
    back: Option<u8>,
    leg: Option<u8>,
    day: Option<Day>,
) -> Answer<Vec<HurtAnswer>> {
    scored(&host, |journal| journal.pain_of_day(back, leg, day))
}

#[tauri::command]
pub(super) async fn pain_scores(
    host: State<'_, Host>,
    day: Day,
    through: Day,
) -> Answer<Vec<PainScore>> {
    host.journal(|journal| journal.pain_scores(day, through))
}

/// Records scores of no exercise.
fn scored(
    host: &Host,
    record: impl FnOnce(&mut Journal) -> Result<Vec<HurtAnswer>, StoreError>,
) -> Answer<Vec<HurtAnswer>> {
    host.change(record)
}

/// Ends the session. What follows from what was said is answered even where that fails: then the session stands still.
pub(super) fn end(host: &Host, how: impl FnOnce(&Host) -> Answer<()>) {
    if let Err(trouble) = how(host) {
        host.tell("session-trouble", trouble);
    }
}

#[tauri::command]
pub(super) async fn usual_morning(host: State<'_, Host>, usual: UsualMorning) -> Answer<RecordId> {
    host.journal(|journal| journal.usual_morning(usual))
}

#[tauri::command]
pub(super) async fn correct_usual_morning(
    host: State<'_, Host>,
    record: RecordId,
    usual: UsualMorning,
) -> Answer<RecordId> {
    host.journal(|journal| journal.correct_usual_morning(record, usual))
}

#[tauri::command]
pub(super) async fn record_felt(
    host: State<'_, Host>,
    day: Day,
    line: Option<LineId>,
    place: BoutPlace,
    felt: Felt,
) -> Answer<RecordId> {
    host.journal(|journal| journal.record_felt(day, line, place, felt))
}

#[tauri::command]
pub(super) async fn asked_and_yes(
    host: State<'_, Host>,
    line: Option<LineId>,
    question: SafetyQuestion,
) -> Answer<RecordId> {
    let record = host.journal(|journal| journal.asked_and_yes(line.as_ref(), question))?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(record)
}

#[tauri::command]
pub(super) async fn stop_all(
    host: State<'_, Host>,
    because: AllStopped,
    line: Option<LineId>,
) -> Answer<HurtAnswer> {
    host.stop_all(because, move |journal| journal.stop_all(because, line.clone()))
}

#[tauri::command]
pub(super) async fn spoken_to(
    host: State<'_, Host>,
    stops: Vec<RecordId>,
    who: Option<String>,
    day: Day,
    from: Option<Day>,
) -> Answer<Vec<RecordId>> {
    host.journal(|journal| journal.spoken_to(&stops, who.as_deref(), day, from))
}

#[tauri::command]
pub(super) async fn correct_spoken_to(
    host: State<'_, Host>,
    record: RecordId,
    who: Option<String>,
    day: Day,
    from: Option<Day>,
) -> Answer<RecordId> {
    let correction =
        host.journal(|journal| journal.correct_spoken_to(record, who.as_deref(), day, from))?;
    end(&host, |host| host.end_session_if_stopped(None));
    Ok(correction)
}
