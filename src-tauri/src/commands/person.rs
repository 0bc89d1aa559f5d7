//! What the person says of themselves, their walks without a plan, and their questions.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::person::PersonFact;
use backwise_core::plan::Contact;
use backwise_core::time::Day;
use backwise_store::Journal;
use backwise_store::views::{OperationDay, Person, QuestionView, Walks};
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn person(host: State<'_, Host>) -> Answer<Person> {
    host.journal(|journal| journal.person())
}

#[tauri::command]
pub(super) async fn count_days(host: State<'_, Host>, date: Day) -> Answer<OperationDay> {
    host.journal(|journal| journal.count_days(date))
}

#[tauri::command]
pub(super) async fn say(host: State<'_, Host>, fact: PersonFact) -> Answer<RecordId> {
    host.journal(|journal| {
        let by = journal.entered_by()?;
        journal.say(fact, by)
    })
}

#[tauri::command]
pub(super) async fn change_contact(
    host: State<'_, Host>,
    record: RecordId,
    contact: Contact,
) -> Answer<RecordId> {
    host.journal(|journal| journal.change_contact(record, contact))
}

#[tauri::command]
pub(super) async fn withdraw_contact(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    host.journal(|journal| journal.withdraw_contact(record))
}

#[tauri::command]
pub(super) async fn plan_from_template(
    host: State<'_, Host>,
    template: PlanId,
    lines: Vec<LineId>,
) -> Answer<String> {
    host.journal(|journal| journal.plan_from_template(&template, &lines))
}

#[tauri::command]
pub(super) async fn tick_template(
    host: State<'_, Host>,
    template: PlanId,
    lines: Vec<LineId>,
    on: bool,
) -> Answer<()> {
    host.journal(|journal| journal.tick_template(&template, &lines, on))
}

#[tauri::command]
pub(super) async fn walks(host: State<'_, Host>, days: u32) -> Answer<Walks> {
    host.journal(|journal| journal.walks(days))
}

#[tauri::command]
pub(super) async fn record_walk(host: State<'_, Host>, day: Day, minutes: u16) -> Answer<RecordId> {
    host.journal(|journal| journal.record_walk(day, minutes))
}

#[tauri::command]
pub(super) async fn correct_walk(
    host: State<'_, Host>,
    record: RecordId,
    minutes: u16,
) -> Answer<RecordId> {
    host.journal(|journal| journal.correct_walk(record, minutes))
}

#[tauri::command]
pub(super) async fn withdraw_walk(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    host.journal(|journal| journal.withdraw_walk(record))
}

#[tauri::command]
pub(super) async fn questions(host: State<'_, Host>) -> Answer<Vec<QuestionView>> {
    host.journal(|journal| journal.questions())
}

#[tauri::command]
pub(super) async fn add_question(host: State<'_, Host>, text: String) -> Answer<RecordId> {
    host.journal(|journal| journal.add_question(&text))
}

#[tauri::command]
pub(super) async fn change_question(
    host: State<'_, Host>,
    record: RecordId,
    text: String,
    asked: bool,
    answer: Option<String>,
) -> Answer<RecordId> {
    host.journal(|journal| journal.change_question(record, &text, asked, answer.as_deref()))
}

#[tauri::command]
pub(super) async fn withdraw_question(host: State<'_, Host>, record: RecordId) -> Answer<RecordId> {
    host.journal(|journal| journal.withdraw_question(record))
}

#[tauri::command]
pub(super) async fn no_reminders_for_now(host: State<'_, Host>) -> Answer<()> {
    host.journal(Journal::no_reminders_for_now)
}
