//! What there is to learn.

use backwise_core::ids::TopicId;
use backwise_core::topics::{Topic, embedded, search};
use backwise_store::views::TopicsOfWeek;
use tauri::State;

use crate::error::Answer;
use crate::host::Host;

#[tauri::command]
pub(super) async fn topics(_host: State<'_, Host>) -> Answer<Vec<Topic>> {
    Ok(embedded().to_vec())
}

#[tauri::command]
pub(super) async fn topics_of_the_week(host: State<'_, Host>) -> Answer<Option<TopicsOfWeek>> {
    host.journal(|journal| journal.topics_of_the_week())
}

#[tauri::command]
pub(super) async fn search_topics(
    _host: State<'_, Host>,
    query: String,
    language: String,
) -> Answer<Vec<TopicId>> {
    Ok(search(embedded(), &language, &query))
}
