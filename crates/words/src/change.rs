//! What a plan file would change, in sentences.

use backwise_core::plan::{Change, Told, ToldCode};
use serde::Serialize;

use crate::Words;

impl Words {
    /// The change in words, and under it how it was and how it is:
    ///
    /// ```text
    /// Bridge: how much is different.
    /// Before: 2 sets of 8
    /// Now: 2 sets of 10
    /// ```
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        let key = format!("change-{}-{}", code(change.thing), code(change.kind));
        let said = |key: &str, told: &[Told]| {
            (!told.is_empty()).then(|| self.text(key, &[("text", self.groups(told).into())]))
        };
        let sentence = self.text(&key, &[("title", change.title.as_str().into())]);
        let before = said("change-was", &change.before);
        let after = said("change-is", &change.after);
        [Some(sentence), before, after].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

impl Words {
    /// What is told, on a line of its own for each rule or stage with words of the sheet.
    fn groups(&self, told: &[Told]) -> String {
        let is_words = |told: &Told| told.code == ToldCode::Words;
        let mut groups: Vec<Vec<Told>> = vec![Vec::new()];
        for one in told {
            match groups.last_mut() {
                Some(group) if !(is_words(one) && group.iter().any(is_words)) => {
                    group.push(one.clone());
                }
                _ => groups.push(vec![one.clone()]),
            }
        }
        let groups: Vec<String> = groups.iter().map(|group| self.told_all(group)).collect();
        groups.join("\n  ")
    }
}

/// The name of a choice as the window and `--json` write it.
pub(crate) fn code(choice: impl Serialize) -> String {
    let value = serde_json::to_value(choice).ok();
    value.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use backwise_core::plan::{ChangeKind, ChangedThing, ToldArg};

    use super::*;
    use crate::Language;

    fn plain(text: &str) -> Vec<Told> {
        let args = [("text".to_owned(), ToldArg::Text(text.to_owned()))];
        vec![Told { code: ToldCode::Plain, args: args.into() }]
    }

    fn check(
        kind: ChangeKind,
        thing: ChangedThing,
        title: &str,
        before: Vec<Told>,
        after: Vec<Told>,
        said: &str,
    ) {
        let title = title.to_owned();
        let change = Change { kind, thing, title, sheet_no: None, before, after };
        assert_eq!(Words::new(Language::ENGLISH).change(&change), said);
    }

    #[test]
    fn a_change_says_what_how_it_was_and_how_it_is() {
        let (changed, added) = (ChangeKind::Changed, ChangeKind::Added);
        let dose = "Bridge: how much is different.\nBefore: 2 x 8\nNow: 2 x 10";
        check(changed, ChangedThing::LineDose, "Bridge", plain("2 x 8"), plain("2 x 10"), dose);
        let waits = "Bridge: what it waits for is different.\nBefore: the nurse";
        check(changed, ChangedThing::LineWaits, "Bridge", plain("the nurse"), Vec::new(), waits);
        let words = |text: &str| Told { code: ToldCode::Words, ..plain(text).remove(0) };
        let rules = vec![words("No lifting"), words("At 4, half"), plain("do half").remove(0)];
        let pain = "What the sheet says about pain is different.\n\
            Before: “No lifting”\nNow: “No lifting”\n  “At 4, half”; do half";
        check(changed, ChangedThing::Pain, "", vec![words("No lifting")], rules, pain);
        let author = "The plan now says who wrote it.\nNow: A. Meier";
        check(added, ChangedThing::Author, "", Vec::new(), plain("A. Meier"), author);
    }
}
