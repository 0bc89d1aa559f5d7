//! What a command answers, as data: printed as text for people or as JSON for scripts.

use std::collections::BTreeMap;

use backwise_core::catalogue::Exercise;
use backwise_core::error::Problem;
use backwise_core::ids::{PlanId, RecordId};
use backwise_core::measure::Measures;
use backwise_core::plan::{Change, Revision};
use backwise_core::record::{BoutKey, Outcome, PainPlace};
use backwise_core::reminder::ComingReminder;
use backwise_core::report::Report;
use backwise_core::schedule::{Agenda, AgendaStop, PainFollows};
use backwise_core::time::{Day, Instant};
use backwise_store::StoreError;
use backwise_store::views::{
    CheckReport, LastDelivery, PlanCheck, PlanView, TemplateView, WalkView,
};
use serde::Serialize;

/// The version of the JSON documents. It rises when a name goes or changes its meaning.
const VERSION: u32 = 1;

/// What a command answers. In JSON each is a key of the document, next to `version`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Answer {
    /// What a plan file would do.
    Check(Box<PlanCheck>),
    /// What a plan file did.
    Imported(Box<PlanCheck>),
    /// What differs between two plans.
    Diff(PlanDiff),
    /// The present plan.
    Plan(Box<PlanView>),
    /// The present plan as a file.
    Exported(Exported),
    /// Days, in order.
    Agenda(Vec<Agenda>),
    /// An entry.
    Entry(Entry),
    /// Reminders that lie ahead.
    Reminders(Reminders),
    /// Numbers.
    Report(Report),
    /// What the person measured of themselves, and their walks.
    Function(Function),
    /// Every exercise, or those that were searched for.
    Catalogue(Exercises),
    /// One exercise.
    Exercise(&'static Exercise),
    /// Every template.
    Templates(Vec<TemplateView>),
    /// One template.
    Template(Box<TemplateView>),
    /// The state of the data folder.
    Data(DataCheck),
}

/// What the person measured of themselves, and their walks.
#[derive(Debug, Serialize)]
pub(crate) struct Function {
    /// Standing up, sitting, steps, and what matters to them.
    pub(crate) measures: Measures,
    /// The walks that no plan asked for, the latest first.
    pub(crate) walks: Vec<WalkView>,
}

/// Exercises, in JSON a list.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Exercises {
    /// The exercises.
    pub(crate) exercises: Vec<&'static Exercise>,
    /// The words they were searched for; `None` when all are shown. The text needs them.
    #[serde(skip)]
    pub(crate) search: Option<String>,
}

/// What differs between two plans.
#[derive(Debug, Serialize)]
pub(crate) struct PlanDiff {
    /// The older one; `None` when there is no plan yet.
    pub(crate) before: Option<PlanName>,
    /// The newer one.
    pub(crate) after: PlanName,
    /// The day from which the newer one would hold: its first day, or later when it is compared with the
    /// present plan.
    pub(crate) from: Option<Day>,
    /// What differs, in the order of the sheet.
    pub(crate) changes: Vec<Change>,
}

/// Which plan.
#[derive(Debug, Serialize)]
pub(crate) struct PlanName {
    /// The plan.
    pub(crate) plan: PlanId,
    /// The number of the revision.
    pub(crate) number: u32,
    /// Its title.
    pub(crate) title: String,
}

impl PlanName {
    /// The name of `revision`.
    pub(crate) fn of(revision: &Revision) -> Self {
        Self { plan: revision.plan.clone(), number: revision.number, title: revision.title.clone() }
    }
}

/// The present plan as a file.
#[derive(Debug, Serialize)]
pub(crate) struct Exported {
    /// The file that was written; `None` when the plan is printed.
    pub(crate) file: Option<String>,
    /// The plan file's text; `None` when it went into a file.
    pub(crate) text: Option<String>,
}

/// An entry and the record that stands for it.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    /// The record that stands: the new one, or the one that was there already.
    pub(crate) record: RecordId,
    /// Whether it was there already.
    pub(crate) already: bool,
    /// What was entered.
    pub(crate) what: Entered,
}

/// What was entered.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub(crate) enum Entered {
    /// What became of a bout.
    Bout {
        /// The bout.
        bout: BoutKey,
        /// The exercise's title.
        title: String,
        /// The round's title; `None` when it is done at any time.
        round: Option<String>,
        /// Whether the day asks for it several times at any time, so that the text says which.
        #[serde(skip)]
        one_of_several: bool,
        /// What became of it.
        outcome: Outcome,
        /// That all is stopped, where it was the second one of a day that was left because it hurt.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        stops: Vec<AgendaStop>,
    },
    /// A pain score.
    Pain {
        /// Where.
        place: PainPlace,
        /// 0 to 10.
        score: u8,
        /// What the plan says to do now; `None` without a plan.
        follows: Option<PainFollows>,
        /// What is stopped because of it.
        stops: Vec<AgendaStop>,
    },
    /// A record was taken back.
    Undone {
        /// The record that no longer stands.
        record: RecordId,
    },
}

/// Reminders that lie ahead.
#[derive(Debug, Serialize)]
pub(crate) struct Reminders {
    /// Whether they can reach anybody.
    #[serde(flatten)]
    pub(crate) reach: Reach,
    /// The reminders, in order.
    pub(crate) coming: Vec<ComingReminder>,
}

/// Whether reminders can reach anybody.
#[derive(Debug, Serialize)]
pub(crate) struct Reach {
    /// Whether they are wanted.
    pub(crate) switched_on: bool,
    /// Whether the resident, which shows them, runs.
    pub(crate) resident_alive: bool,
    /// What became of the last attempt to show one; `None` before the first.
    pub(crate) last_delivery: Option<LastDelivery>,
}

/// The state of the data folder.
#[derive(Debug, Serialize)]
pub(crate) struct DataCheck {
    /// The moment of the answer.
    pub(crate) now: Instant,
    /// The time zone of the answer.
    pub(crate) zone: String,
    /// The data folder.
    pub(crate) folder: String,
    /// What is wrong with the data file. If anything is, nothing else is read from it.
    pub(crate) check: CheckReport,
    /// The present plan; `None` without one.
    pub(crate) plan: Option<PlanName>,
    /// Today; `None` without a plan.
    pub(crate) today: Option<Day>,
    /// Whether reminders can reach anybody.
    pub(crate) reminders: Option<Reach>,
}

impl Answer {
    /// Whether all is well. A data file with faults is an answer and no refusal, and not fine.
    pub(crate) fn is_fine(&self) -> bool {
        !matches!(self, Self::Data(data) if !data.check.findings.is_empty())
    }
}

/// Why a command did nothing.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// What scripts act on; each has a sentence `cli-refused-<code>`.
    pub(crate) code: &'static str,
    /// The values of the sentence.
    pub(crate) args: BTreeMap<&'static str, String>,
    /// What is wrong with a plan file.
    pub(crate) problems: Vec<Problem>,
}

impl Refusal {
    /// A refusal with the sentence `cli-refused-<code>`.
    pub(crate) fn new(code: &'static str) -> Self {
        Self { code, args: BTreeMap::new(), problems: Vec::new() }
    }

    /// The same with the value `name` for its sentence.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// A plan file that cannot be taken, because of `problems`.
    pub(crate) fn of_problems(problems: Vec<Problem>) -> Self {
        Self { problems, ..Self::new("refused") }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let refusal = Self::new(error.code());
        match error {
            StoreError::NewerFile { found, known } => {
                refusal.with("found", found.to_string()).with("known", known.to_string())
            }
            StoreError::ForeignFile { path } => refusal.with("path", path),
            StoreError::Damaged { detail }
            | StoreError::CannotWrite { detail }
            | StoreError::Failed { detail } => refusal.with("detail", detail),
            StoreError::NotFound { what, name } => refusal.with("what", what).with("name", name),
            StoreError::OutOfRange { what, range } => {
                refusal.with("what", what).with("range", range)
            }
            StoreError::Refused(problems) => Self { problems, ..refusal },
            StoreError::Updated | StoreError::InUse | StoreError::NotConfirmed => refusal,
        }
    }
}

#[derive(Serialize)]
struct Document<T> {
    version: u32,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Failed<'a> {
    error: ErrorDocument<'a>,
}

#[derive(Serialize)]
struct ErrorDocument<'a> {
    code: &'a str,
    args: &'a BTreeMap<&'static str, String>,
    detail: &'a str,
    problems: &'a [Problem],
}

/// The JSON document of `answer`, with a line break at its end.
pub(crate) fn answer_document(answer: &Answer) -> Result<String, serde_json::Error> {
    written(answer)
}

/// The JSON document of `refusal`, whose sentence is `detail`.
pub(crate) fn refusal_document(
    refusal: &Refusal,
    detail: &str,
) -> Result<String, serde_json::Error> {
    let Refusal { code, args, problems } = refusal;
    written(Failed { error: ErrorDocument { code, args, detail, problems } })
}

fn written(body: impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Document { version: VERSION, body })?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use backwise_words::{Language, Words};

    use super::*;

    #[test]
    fn every_refusal_of_the_store_has_a_sentence_with_its_values() {
        let text = || "a".to_owned();
        let errors = [
            StoreError::NewerFile { found: 9, known: 1 },
            StoreError::Updated,
            StoreError::ForeignFile { path: text() },
            StoreError::InUse,
            StoreError::Damaged { detail: text() },
            StoreError::CannotWrite { detail: text() },
            StoreError::NotFound { what: "record", name: text() },
            StoreError::Refused(Vec::new()),
            StoreError::NotConfirmed,
            StoreError::OutOfRange { what: "the score", range: "0 to 10" },
            StoreError::Failed { detail: text() },
        ];
        let words = Words::new(Language::ENGLISH);
        for error in errors {
            let said = crate::text::refusal_sentence(&words, &error.into());
            assert!(said.ends_with('.') && !said.contains('{'), "{said}");
        }
    }
}
