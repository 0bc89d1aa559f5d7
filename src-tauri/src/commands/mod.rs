//! What the screens can ask for: one list, and a few lines for each name on it.

mod draft;
mod looking_back;
mod measures;
mod person;
mod plan;
mod plan_facts;
mod record;
mod reminders;
mod session;
mod settings;
mod signs;
mod topics;

use backwise_core::catalogue::Exercise;
use backwise_core::figure::Movement;
use backwise_core::ids::{ClearanceId, ExerciseId, LineId, PlanId, RecordId, RoundId, TopicId};
use backwise_core::measure::{MeasureFact, Measures};
use backwise_core::person::PersonFact;
use backwise_core::plan::draft::{DraftEdit, LineSuggested, PlanDraft};
use backwise_core::plan::{Change, Contact};
use backwise_core::record::{
    AllStopped, BoutKey, BoutPlace, ClearanceAnswer, EnteredBy, Entry, Felt, Hurt, Outcome,
    PainMoment, PauseReason, UsualMorning,
};
use backwise_core::report::{PainScore, ReportDays};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{Agenda, WeekGrid};
use backwise_core::session::{SessionChoices, SessionEvent, SessionView};
use backwise_core::time::{CountedDay, Day, DayRef};
use backwise_core::topics::Topic;
use backwise_store::views::{
    DataPlace, DraftEdited, DraftStart, DraftTakenIn, DraftView, GapAnswer, HandsFree, HurtAnswer,
    Kept, Look, OperationDay, PastDays, Person, PlanCheck, PlanView, Progress, QuestionView,
    Recorded, ReminderHealth, Said, Settings, SignSaid, TemplateView, Today, TopicsOfWeek, Walks,
    WeekEntry,
};
use tauri::State;

use self::{
    draft::*, looking_back::*, measures::*, person::*, plan::*, plan_facts::*, record::*,
    reminders::*, session::*, settings::*, signs::*, topics::*,
};
use crate::bindings::{CommandRow, Types};
use crate::error::Answer;
use crate::host::{Host, Status};
use crate::saved::SavedPlan;

/// Makes of the list the handler, a proof that each command takes and answers what the list says,
/// and the rows from which the TypeScript functions are written.
macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        /// Answers what the screens ask for.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }

        $(const _: () = {
            #[expect(dead_code, reason = "compiled as a proof of the types, never called")]
            async fn matches_the_list(host: State<'_, Host>, $($argument: $type),*) -> Answer<$answer> {
                $name(host, $($argument),*).await
            }
        };)*

        /// The list, with all its types entered in `types`.
        pub(crate) fn rows(types: &mut Types) -> Vec<CommandRow> {
            vec![$(CommandRow {
                doc: concat!($($doc),*),
                name: stringify!($name),
                arguments: vec![$((stringify!($argument), types.enter::<$type>())),*],
                answer: types.enter::<$answer>(),
            }),*]
        }
    };
}

include!("list.rs");
