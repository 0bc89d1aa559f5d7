//! What a plan file would change, in sentences.

use backwise_core::plan::{Change, ChangedThing};
use backwise_core::time::Day;
use serde::Serialize;

use crate::Words;

impl Words {
    /// The change in words, then how it was and how it is: "Bridge: how much is different. Before: 2 x 8
    /// Now: 2 x 10".
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        let key = format!("change-{}-{}", code(change.thing), code(change.kind));
        let said =
            |text: &Option<String>| text.as_deref().map(|text| self.value(change.thing, text));
        let mut sentences = vec![self.text(&key, &[("title", change.title.as_str().into())])];
        sentences.extend(
            said(&change.before).map(|was| self.text("import-before", &[("text", was.into())])),
        );
        sentences.extend(
            said(&change.after).map(|is| self.text("import-after", &[("text", is.into())])),
        );
        sentences.join(" ")
    }

    /// A value of the plan as people read it: core writes days and choices as the file does.
    fn value(&self, thing: ChangedThing, text: &str) -> String {
        match thing {
            ChangedThing::SurgeryDate
            | ChangedThing::Starts
            | ChangedThing::Review
            | ChangedThing::Ends => {
                text.parse::<Day>().map_or_else(|_| text.to_owned(), |day| self.day_and_year(day))
            }
            ChangedThing::Fusion => self.text(&format!("plan-fusion-{text}"), &[]),
            _ => text.to_owned(),
        }
    }
}

/// The name of a choice as the window and `--json` write it.
pub(crate) fn code(choice: impl Serialize) -> String {
    let value = serde_json::to_value(choice).ok();
    value.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use backwise_core::plan::ChangeKind;

    use super::*;
    use crate::Language;

    fn check(
        kind: ChangeKind,
        thing: ChangedThing,
        title: &str,
        before: Option<&str>,
        after: Option<&str>,
        told: &str,
    ) {
        let text = |text: Option<&str>| text.map(str::to_owned);
        let (title, before, after) = (title.to_owned(), text(before), text(after));
        let change = Change { kind, thing, title, sheet_no: None, before, after };
        assert_eq!(Words::new(Language::ENGLISH).change(&change), told);
    }

    #[test]
    fn a_change_says_what_how_it_was_and_how_it_is() {
        let changed = ChangeKind::Changed;
        let dose = "Bridge: how much is different. Before: 2 x 8 Now: 2 x 10";
        check(changed, ChangedThing::LineDose, "Bridge", Some("2 x 8"), Some("2 x 10"), dose);
        let fusion =
            "It says something else about screws, rods or bone graft. Before: Not known Now: No";
        check(changed, ChangedThing::Fusion, "fusion", Some("unknown"), Some("no"), fusion);
        let review = "There is a day for the review. Now: Monday 30 November 2026";
        check(ChangeKind::Added, ChangedThing::Review, "review", None, Some("2026-11-30"), review);
    }
}
