//! Names for things. Readable ones are slugs, those of facts are UUIDs of version 7.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The longest slug, in characters.
pub const LONGEST_SLUG: usize = 64;

/// Whether `text` is made of small letters, digits and single hyphens, 1 to 64 of them.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_SLUG
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// The name, if `text` is a slug.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_slug(text).then(|| Self(text.to_owned()))
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotASlug;
            fn try_from(text: String) -> Result<Self, NotASlug> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(NotASlug(text)) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

/// A text that should have been a slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a name of small letters, digits and hyphens")]
pub struct NotASlug(pub String);

slug_id!(
    /// An exercise of the catalogue, for ever the same movement.
    ExerciseId
);
slug_id!(
    /// A topic to learn about.
    TopicId
);
slug_id!(
    /// A plan through all its revisions.
    PlanId
);
slug_id!(
    /// A prescription: one line of a plan, the same through all its revisions.
    LineId
);
slug_id!(
    /// A round of a plan.
    RoundId
);
slug_id!(
    /// A phase of a plan.
    PhaseId
);

slug_id!(
    /// An OK of the care team that a plan waits for.
    ClearanceId
);
slug_id!(
    /// An appointment of a plan.
    AppointmentId
);
slug_id!(
    /// A programme of a plan, whose turns alternate.
    ProgrammeId
);
slug_id!(
    /// A kind of day of a plan.
    DayTypeId
);

/// A recorded fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct RecordId(pub Uuid);

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        for good in ["a", "heel-slide", "weeks-3-6", "7"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Heel", "heel slide", "ä", "a_b", &"x".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
