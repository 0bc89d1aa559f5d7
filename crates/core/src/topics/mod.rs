//! What people can read about the operation and the time after it, as data files under
//! `exercises/topics/` say it.
//!
//! A topic without a source is refused, and so is one whose source `docs/sources.md` does not
//! explain. No clinician has reviewed the texts, and each says so.

mod embedded;
mod load;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use embedded::{FILES, embedded};
pub use load::load;
pub use sources::Source;

use crate::catalogue::Review;
use crate::ids::TopicId;
use crate::search::{Known, SYNONYM, TITLE, likeliest};

/// One topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Topic {
    /// Its name.
    pub id: TopicId,
    /// Its place in the order of reading, from 1; no other topic has it.
    pub order: u16,
    /// What it is part of.
    pub theme: Theme,
    /// The first and the last week after surgery that it is most about, counted from 1; 0 is the time
    /// before the operation.
    pub first_week: u16,
    /// The last of these weeks; `None` where it stays of use.
    pub last_week: Option<u16>,
    /// Other words people search for.
    pub synonyms: Vec<String>,
    /// Where the facts come from: one or more.
    pub sources: Vec<Source>,
    /// Whether a clinician has reviewed it.
    pub review: Review,
    /// What to tell people, by language tag.
    pub text: BTreeMap<String, TopicText>,
}

/// What a topic is part of, in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// What the operation is, why it is done and what happens.
    Operation,
    /// The time after it: recovery and rehabilitation.
    Recovery,
    /// What can go wrong, and how it shows.
    Risks,
    /// Moving, resting, sleeping and going back to what one did.
    DailyLife,
    /// Talking with the team.
    YourTeam,
}

/// A topic in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TopicText {
    /// Its title.
    pub title: String,
    /// What it comes to, in a few sentences.
    pub brief: String,
    /// The text, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Signs to act on; empty where there are none.
    pub signs: Vec<String>,
    /// What to ask or tell one's own team.
    pub ask: Vec<String>,
}

impl Topic {
    /// Its text in `language`, or in English where there is none.
    #[must_use]
    pub fn text_in(&self, language: &str) -> Option<&TopicText> {
        self.text.get(language).or_else(|| self.text.get("en"))
    }

    /// Whether it is about `week` after surgery, counted from 1; 0 is the time before the operation.
    fn is_about(&self, week: u32) -> bool {
        u32::from(self.first_week) <= week
            && self.last_week.is_none_or(|last| week <= u32::from(last))
    }
}

/// The topics that fit `week` after surgery (counted from 1; 0 before it), those first that are about
/// the fewest weeks; among those of one length in the order of reading. What stays of use belongs to no
/// week, and is left out.
#[must_use]
pub fn fitting(topics: &[Topic], week: u32) -> Vec<TopicId> {
    let mut fitting: Vec<(u16, &Topic)> = topics
        .iter()
        .filter(|topic| topic.is_about(week))
        .filter_map(|topic| Some((topic.last_week? - topic.first_week, topic)))
        .collect();
    fitting.sort_by_key(|(weeks, topic)| (*weeks, topic.order));
    fitting.into_iter().map(|(_, topic)| topic.id.clone()).collect()
}

/// The topics that `query` speaks of, the likeliest first; slips are forgiven as in the search for
/// exercises. `language` is that of the texts. A query without a letter or a digit finds all, in the
/// order of reading.
#[must_use]
pub fn search(topics: &[Topic], language: &str, query: &str) -> Vec<TopicId> {
    let known: Vec<Known> = topics.iter().map(|topic| known(topic, language)).collect();
    likeliest(&known, query).into_iter().map(|at| topics[at].id.clone()).collect()
}

/// What the signs to act on are worth: people search for what they feel.
const SIGN: f64 = 0.5;

fn known(topic: &Topic, language: &str) -> Known {
    let text = topic.text_in(language);
    let titles = text.map(|text| text.title.as_str()).into_iter().chain([topic.id.as_str()]);
    let titles = titles.map(|name| (TITLE, name));
    let synonyms = topic.synonyms.iter().map(|name| (SYNONYM, name.as_str()));
    let signs = text.into_iter().flat_map(|text| &text.signs).map(|sign| (SIGN, sign.as_str()));
    let whole = text.into_iter().flat_map(|text| [&text.brief].into_iter().chain(&text.paragraphs));
    Known::new(titles.chain(synonyms), signs, whole.map(String::as_str))
}
