//! Names for things. Readable ones are slugs, those of facts are UUIDs of version 7. The text of a slug is shared by
//! all its copies: ten years of bouts name the same few lines.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

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

/// The letters and digits of `title` as a slug; `fallback` where it has none that a slug may hold.
fn first_slug(title: &str, fallback: &'static str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(LONGEST_SLUG);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { fallback.to_owned() } else { slug.to_owned() }
}

/// `slug` with a number behind it.
fn with_number(slug: &str, number: u32) -> String {
    let end = format!("-{number}");
    let room = LONGEST_SLUG.saturating_sub(end.len());
    format!("{}{end}", slug.get(..room).unwrap_or(slug).trim_end_matches('-'))
}

macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name, if `text` is a slug.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                is_slug(text).then(|| Self(text.into()))
            }

            /// A name made of `title`, of `fallback` where it has no letters for one: the first that
            /// `is_taken` does not know.
            #[must_use]
            pub fn made_of(
                title: &str,
                fallback: &'static str,
                is_taken: impl Fn(&Self) -> bool,
            ) -> Self {
                let mut name = Self(first_slug(title, fallback).into());
                let first = name.clone();
                for n in 2_u32.. {
                    if !is_taken(&name) {
                        break;
                    }
                    name = Self(with_number(&first.0, n).into());
                }
                name
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                // Most names that are compared are copies of one.
                if Arc::ptr_eq(&self.0, &other.0) {
                    return Ordering::Equal;
                }
                self.0.cmp(&other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
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
                if is_slug(&text) { Ok(Self(text.into())) } else { Err(NotASlug(text)) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                (*id.0).to_owned()
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
    fn a_name_is_made_of_a_title_and_is_the_first_that_is_free() {
        let free = |title: &str| PlanId::made_of(title, "my-plan", |_| false).to_string();
        assert_eq!(free("Weeks 3 to 6 after decompression"), "weeks-3-to-6-after-decompression");
        assert_eq!(free("  Dr. O'Neill’s  sheet! "), "dr-oneills-sheet");
        assert_eq!(free("Упражнения"), "my-plan");
        assert!(is_slug(&free(&"long ".repeat(40))));
        let taken = ["clam", "clam-2"];
        let next = LineId::made_of("Clam", "line", |name| taken.contains(&name.as_str()));
        assert_eq!(next.as_str(), "clam-3");
        let long = "x".repeat(LONGEST_SLUG);
        let next = LineId::made_of(&long, "line", |name| name.as_str() == long);
        assert!(is_slug(next.as_str()) && next.as_str().ends_with("-2"));
    }

    #[test]
    fn names_are_one_when_their_texts_are_and_stand_in_the_order_of_these() {
        let name = |text: &str| LineId::new(text).unwrap();
        let (walk, other) = (name("walk"), name("walk"));
        assert_eq!((&walk, walk.cmp(&other)), (&other, Ordering::Equal));
        assert_eq!((&walk, walk.cmp(&walk.clone())), (&walk.clone(), Ordering::Equal));
        let mut names = ["walk", "bridge", "walk-2", "clam"].map(name);
        names.sort();
        assert_eq!(names.map(String::from), ["bridge", "clam", "walk", "walk-2"]);
    }

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
