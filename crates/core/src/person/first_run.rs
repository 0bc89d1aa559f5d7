//! The first run: what is asked before the first day, and how far the person has come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Answers;
use super::offered::operation;
use crate::plan::{Fusion, Revision};
use crate::time::Day;

/// A question of the first run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// What Backwise is and is not. The only one that cannot be passed over.
    Terms,
    /// When the operation was or will be.
    Operation,
    /// Whether screws, rods or bone graft were put in.
    Fusion,
    /// Whether they get to the floor and up alone.
    Floor,
    /// What was there when they came home.
    Discharge,
    /// What the team said of limits.
    Limits,
    /// Whom they ring.
    Contacts,
    /// Where the plan comes from.
    Plan,
}

/// How far the first run has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FirstRun {
    /// The questions that are asked of this person, in order. Before the operation nobody can know yet what was
    /// put in, how they get up from the floor, how they came home, or what holds from then on.
    pub steps: Vec<StepState>,
    /// The first question that is open; `None` when none is.
    pub next: Option<Step>,
    /// Whether it comes before everything else: the terms are not accepted, or nobody has said where the plan
    /// comes from. What is open beside these waits until the person has time.
    pub comes_first: bool,
}

/// A question, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepState {
    /// The question.
    pub step: Step,
    /// What became of it.
    pub stands: StepStands,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepStands {
    /// It was not answered.
    Open,
    /// It was answered, by the person or by their plan.
    Answered,
    /// The person passed over it.
    Skipped,
}

/// How far the first run has come on `today`. `plan` is the plan that holds: what it says need not be asked.
#[must_use]
pub fn first_run(answers: &Answers, plan: Option<&Revision>, today: Day) -> FirstRun {
    let operation = operation(answers, plan);
    // One that was put off lies ahead, whatever day the plan counts from.
    let said = answers.operation.as_ref().map(|answer| answer.value);
    let is_before = operation.max(said).is_some_and(|date| date > today);
    let is_answered = |step: Step| match step {
        Step::Terms => answers.accepts_the_terms(),
        Step::Operation => operation.is_some(),
        Step::Fusion => {
            answers.fusion.is_some()
                || plan.is_some_and(|plan| plan.surgery.fusion != Fusion::Unknown)
        }
        Step::Floor => answers.floor.is_some(),
        Step::Discharge => answers.at_discharge.is_some(),
        Step::Limits => {
            answers.limits.is_some() || plan.is_some_and(|plan| !plan.precautions.is_empty())
        }
        Step::Contacts => {
            !answers.contacts.is_empty() || plan.is_some_and(|plan| !plan.contacts.is_empty())
        }
        Step::Plan => plan.is_some(),
    };
    let is_asked = |step: &Step| {
        let of_later = matches!(step, Step::Fusion | Step::Floor | Step::Discharge | Step::Limits);
        !(is_before && of_later)
    };
    let steps: Vec<StepState> = ALL
        .into_iter()
        .filter(is_asked)
        .map(|step| {
            let is_skipped = step != Step::Terms && answers.skipped.contains(&step);
            let stands = match (is_answered(step), is_skipped) {
                (true, _) => StepStands::Answered,
                (false, true) => StepStands::Skipped,
                (false, false) => StepStands::Open,
            };
            StepState { step, stands }
        })
        .collect();
    let open = |state: &&StepState| state.stands == StepStands::Open;
    FirstRun {
        next: steps.iter().find(open).map(|state| state.step),
        comes_first: steps
            .iter()
            .filter(open)
            .any(|state| matches!(state.step, Step::Terms | Step::Plan)),
        steps,
    }
}

const ALL: [Step; 8] = [
    Step::Terms,
    Step::Operation,
    Step::Fusion,
    Step::Floor,
    Step::Discharge,
    Step::Limits,
    Step::Contacts,
    Step::Plan,
];
