//! Whom to ring: those of the plan and those that the person entered, from one place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Answers;
use crate::ids::RecordId;
use crate::plan::{Contact, Revision};

/// Somebody to ring, and where the number comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KnownContact {
    /// Who.
    pub contact: Contact,
    /// Where it comes from.
    pub source: ContactSource,
}

/// Where a contact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ContactSource {
    /// The plan.
    Plan,
    /// The person, by this entry.
    Person(RecordId),
}

/// Everybody to ring: the plan's first, then those that the person entered. One of the person's that only says
/// again what the plan says is left out.
#[must_use]
pub fn known_contacts(answers: &Answers, plan: Option<&Revision>) -> Vec<KnownContact> {
    let of_plan = plan.map(|plan| plan.contacts.as_slice()).unwrap_or_default();
    let own = answers.contacts.iter().filter(|(_, own)| !of_plan.iter().any(|of| says(of, own)));
    let from_plan =
        |contact: &Contact| KnownContact { contact: contact.clone(), source: ContactSource::Plan };
    let from_person = |(record, contact): &(RecordId, Contact)| KnownContact {
        contact: contact.clone(),
        source: ContactSource::Person(*record),
    };
    of_plan.iter().map(from_plan).chain(own.map(from_person)).collect()
}

/// Whether `known` says everything that `other` does: the same number, however it is spaced.
fn says(known: &Contact, other: &Contact) -> bool {
    let digits = |contact: &Contact| -> String {
        contact.number.chars().filter(|letter| letter.is_alphanumeric() || *letter == '+').collect()
    };
    digits(known) == digits(other)
        && (other.hours.is_none() || known.hours == other.hours)
        && (other.about.is_none() || known.about == other.about)
}
