//! How the app stands and is set.

use backwise_core::session::SessionChoices;
use backwise_store::folder::region_of_this_system;
use backwise_store::views::{DataPlace, HandsFree, Look, Settings};
use backwise_words::Language;
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use crate::error::{Answer, ApiError, ErrorCode};
use crate::host::{Host, Status};

/// The sentences of the screens, from the string files that the program carries.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct Sentences {
    /// The tag of the language that they are in.
    pub language: String,
    /// The region in whose way days and times are written, such as `US`; null where only the webview may know it.
    pub region: Option<String>,
    /// The texts of Fluent files; a message of a later one takes the place of an earlier one.
    pub texts: Vec<&'static str>,
}

impl Sentences {
    /// Those of `language`.
    fn of(language: Language) -> Self {
        Self {
            language: language.tag().to_owned(),
            region: region_of_this_system(),
            texts: language.for_screens().collect(),
        }
    }
}

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
pub(super) async fn set_emergency_number(
    host: State<'_, Host>,
    number: Option<String>,
) -> Answer<()> {
    host.journal(|journal| journal.set_emergency_number(number.as_deref()))
}

#[tauri::command]
pub(super) async fn set_hands_free(host: State<'_, Host>, hands_free: HandsFree) -> Answer<()> {
    host.journal(|journal| journal.set_hands_free(hands_free))
}

#[tauri::command]
pub(super) async fn sentences(host: State<'_, Host>) -> Answer<Sentences> {
    // Why a record does not open must be said in words, too; nobody knows then which language was chosen.
    let chosen = host.journal(|journal| journal.settings()).ok().and_then(|set| set.language);
    Ok(Sentences::of(chosen.and_then(|tag| Language::named(&tag)).unwrap_or(Language::ENGLISH)))
}

#[tauri::command]
pub(super) async fn set_session(host: State<'_, Host>, choices: SessionChoices) -> Answer<()> {
    host.journal(|journal| journal.set_session(choices))
}

#[tauri::command]
pub(super) async fn languages(_host: State<'_, Host>) -> Answer<Vec<String>> {
    Ok(Language::all().map(|language| language.tag().to_owned()).collect())
}

#[tauri::command]
pub(super) async fn set_language(host: State<'_, Host>, tag: String) -> Answer<()> {
    let unknown = || ApiError::new(ErrorCode::NotFound, "a language it does not speak");
    let language = Language::named(&tag).ok_or_else(unknown)?;
    host.journal(|journal| journal.set_language(language.tag()))
}

#[tauri::command]
pub(super) async fn data_place(host: State<'_, Host>) -> Answer<DataPlace> {
    host.journal(|journal| journal.data_place())
}
