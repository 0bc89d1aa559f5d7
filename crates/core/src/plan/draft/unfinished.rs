//! What was typed in fields whose button was not pressed yet, or that is no number: which of it is not part of the plan, and
//! where it stands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DraftPlace, PlanDraft, line_of};
use crate::ids::LineId;

/// Words that were typed, and are no part of the plan yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotAdded {
    /// The name of the field.
    pub field: String,
    /// What stands in it; of a number with what it counts.
    pub words: String,
    /// What the field is of; `None` where it is of the whole sheet, or of what is gone.
    pub place: Option<DraftPlace>,
}

/// The field for the number of the next line. Without the words of the line it says nothing.
const NEXT_NUMBER: &str = "next-number";

/// How the name of a field begins in which something stands that is no number there. What it counts follows.
const NUMBER: &str = "number";

/// How the field is called in which the words of a new rule are typed. Its kind follows.
const NEW_RULE: &str = "rule";

/// What was typed in `draft` and is no part of the plan yet.
#[must_use]
pub fn not_added(draft: &PlanDraft) -> Vec<NotAdded> {
    let says_something =
        |(field, words): &(&String, &String)| *field != NEXT_NUMBER && !words.trim().is_empty();
    let typed = draft.unfinished.iter().filter(says_something);
    typed.map(|(field, words)| of_field(field, words, draft)).collect()
}

fn of_field(field: &str, words: &str, draft: &PlanDraft) -> NotAdded {
    let (name, place) = parts(field).map_or((field, None), |(name, place)| (name, Some(place)));
    let is_there =
        |place: &DraftPlace| line_of(place).is_none_or(|line| draft.revision.line(line).is_some());
    let words = words.trim();
    let words = match name.strip_prefix(NUMBER) {
        Some(counted) => format!("{}: {words}", counted.trim()),
        None => words.to_owned(),
    };
    NotAdded { field: field.to_owned(), words, place: place.filter(is_there) }
}

/// The name of a field, and what it is of, which stands behind it: a place as it is written in JSON, the kind of a rule that
/// is still to be made, or the name of a line.
fn parts(field: &str) -> Option<(&str, DraftPlace)> {
    if let Some(at) = field.find(['{', '"']) {
        let (name, place) = field.split_at(at);
        return Some((name, serde_json::from_str(place).ok()?));
    }
    let (name, of) = field.split_once(' ')?;
    let place = match name {
        NEW_RULE => DraftPlace::Rule { rule: serde_json::from_value(of.into()).ok()?, number: 1 },
        _ => DraftPlace::Line(LineId::new(of)?),
    };
    Some((name, place))
}

impl PlanDraft {
    /// Lets what was typed follow what it was typed of to another place; it goes with what is `None` by now.
    pub(super) fn move_typed(&mut self, place_now: impl Fn(&DraftPlace) -> Option<DraftPlace>) {
        let typed = std::mem::take(&mut self.unfinished).into_iter();
        let moved = |(field, words): (String, String)| {
            // A rule that is still to be made is none of those that move.
            let found = parts(&field).filter(|(name, _)| *name != NEW_RULE);
            let Some((name, place)) = found else { return Some((field, words)) };
            let now = place_now(&place)?;
            // What has not moved keeps its name, whoever wrote it.
            if now == place {
                return Some((field, words));
            }
            Some((format!("{name}{}", serde_json::to_string(&now).ok()?), words))
        };
        self.unfinished = typed.filter_map(moved).collect();
    }
}
