//! What stands of the answers of the person.

use super::{DischargeSign, Entry, Floor, PersonFact, Step, TERMS_VERSION, TeamLimits, standing};
use crate::ids::RecordId;
use crate::plan::{Contact, Fusion};
use crate::record::OperationSaid;
use crate::time::{Day, Instant};

/// An answer, and when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<T> {
    /// The answer.
    pub value: T,
    /// The day on which it was given.
    pub on: Day,
    /// The moment of that.
    pub at: Instant,
}

/// The days that the person said the operation is on, in the order in which they said them.
#[must_use]
pub fn operations_said(entries: &[Entry<PersonFact>]) -> Vec<OperationSaid> {
    let said = standing(entries).into_iter().filter_map(|known| match known.fact {
        PersonFact::Operation { date } => {
            Some(OperationSaid { at: known.last.at, on: known.last.on, date: *date })
        }
        _ => None,
    });
    said.collect()
}

/// What stands of the answers of the person. Of several about one thing the one given last does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The version of the terms that was accepted.
    pub terms: Option<Answer<u16>>,
    /// The day of the operation.
    pub operation: Option<Answer<Day>>,
    /// Whether screws, rods or bone graft were put in.
    pub fusion: Option<Answer<Fusion>>,
    /// Whether they get to the floor and up alone.
    pub floor: Option<Answer<Floor>>,
    /// What their team said of limits.
    pub limits: Option<Answer<TeamLimits>>,
    /// What was there when they came home, and their own words about it.
    pub at_discharge: Option<Answer<(Vec<DischargeSign>, Option<String>)>>,
    /// Whom they ring, in the order in which they were entered, each with the entry that says so now.
    pub contacts: Vec<(RecordId, Contact)>,
    /// The questions that were passed over.
    pub skipped: Vec<Step>,
}

impl Answers {
    /// What stands, given every entry in whatever order.
    #[must_use]
    pub fn of(entries: &[Entry<PersonFact>]) -> Self {
        let mut answers = Self::default();
        for known in standing(entries) {
            let (on, at) = (known.last.on, known.last.at);
            match known.fact.clone() {
                PersonFact::Terms { version } => {
                    answers.terms = Some(Answer { value: version, on, at });
                }
                PersonFact::Operation { date } => {
                    answers.operation = Some(Answer { value: date, on, at });
                }
                PersonFact::Fusion { fusion } => {
                    answers.fusion = Some(Answer { value: fusion, on, at });
                }
                PersonFact::Floor { floor } => {
                    answers.floor = Some(Answer { value: floor, on, at });
                }
                PersonFact::Limits { limits } => {
                    answers.limits = Some(Answer { value: limits, on, at });
                }
                PersonFact::AtDischarge { signs, note } => {
                    answers.at_discharge = Some(Answer { value: (signs, note), on, at });
                }
                PersonFact::Contact { contact } => {
                    answers.contacts.push((known.last.id, contact));
                }
                PersonFact::Skipped { step } => answers.skipped.push(step),
            }
        }
        answers
    }

    /// Whether the present terms were accepted.
    #[must_use]
    pub fn accepts_the_terms(&self) -> bool {
        self.terms.as_ref().is_some_and(|terms| terms.value >= TERMS_VERSION)
    }
}
