//! A line that was taken out of a change by mistake, and what named it.

use super::{DraftPlace, PlanDraft};
use crate::ids::LineId;
use crate::plan::{PainRule, Revision};

/// `draft` with the line `id` as `present` has it, at its place there, and named again by what names it there; `None` where the
/// draft has it, or `present` has not.
#[must_use]
pub fn put_back(
    draft: &PlanDraft,
    present: &Revision,
    id: &LineId,
) -> Option<(PlanDraft, DraftPlace)> {
    if draft.revision.line(id).is_some() {
        return None;
    }
    let before = present.lines.iter().position(|line| line.id == *id)?;
    let mut new = draft.clone();
    let revision = &mut new.revision;
    let is_above = |line: &LineId| present.lines[..before].iter().any(|known| known.id == *line);
    let at = revision.lines.iter().rposition(|line| is_above(&line.id)).map_or(0, |at| at + 1);
    revision.lines.insert(at, present.lines[before].clone());
    for line in &mut revision.lines {
        let Some(known) = present.line(&line.id) else { continue };
        for (stage, known) in line.stages.iter_mut().zip(&known.stages) {
            name_again(&mut stage.replaces, &known.replaces, id, stage.begins == known.begins);
        }
    }
    if let (Some(now), Some(known)) = (&mut revision.bad_day, &present.bad_day)
        && let Some(least) = known.minimum.iter().find(|least| least.line == *id)
    {
        now.minimum.push(least.clone());
    }
    for now in &mut revision.days_off {
        let known = present.days_off.iter().find(|known| known.as_written == now.as_written);
        let known = known.map_or(&[][..], |known| &known.except);
        name_again(&mut now.except, known, id, true);
    }
    let known_rules = present.pain.as_ref().map_or(&[][..], |pain| &pain.rules);
    for (nth, known) in known_rules.iter().enumerate() {
        let Some(pain) = revision.pain.as_mut().filter(|_| known.lines.contains(id)) else {
            continue;
        };
        let has_its_words = |rule: &&PainRule| rule.as_written == known.as_written;
        let is_alone = known_rules.iter().filter(has_its_words).count() == 1;
        let is_it =
            |rule: &&mut PainRule| is_alike(rule, known) || (is_alone && has_its_words(&&**rule));
        if let Some(rule) = pain.rules.iter_mut().find(is_it) {
            // One that is about all lines is so by the person's word.
            let is_of_some = !rule.lines.is_empty();
            name_again(&mut rule.lines, &known.lines, id, is_of_some);
            continue;
        }
        // The first rule that fits is the one that counts: it comes back to where it stood.
        let is_above = |rule: &PainRule| known_rules[..nth].iter().any(|one| is_alike(one, rule));
        let at = pain.rules.iter().rposition(is_above).map_or(0, |at| at + 1);
        let mut rule = known.clone();
        rule.lines.retain(|line| revision.lines.iter().any(|known| known.id == *line));
        pain.rules.insert(at, rule);
    }
    new.read_back.push(id.clone());
    new.touched = true;
    Some((new, DraftPlace::Line(id.clone())))
}

/// Whether two rules say the same, of whatever lines.
fn is_alike(one: &PainRule, other: &PainRule) -> bool {
    PainRule { lines: Vec::new(), ..one.clone() } == PainRule { lines: Vec::new(), ..other.clone() }
}

fn name_again(now: &mut Vec<LineId>, known: &[LineId], id: &LineId, is_the_same: bool) {
    if is_the_same && known.contains(id) && !now.contains(id) {
        now.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BeganFrom, next_of};
    use super::*;
    use crate::plan::{Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere};
    use crate::samples::{line, revision};

    fn rule(words: &str, lines: &[&str], over: u8) -> PainRule {
        PainRule {
            as_written: words.to_owned(),
            lines: lines.iter().map(|line| LineId::new(line).unwrap()).collect(),
            place: PainWhere::Either,
            trigger: PainTrigger::Over(over),
            when: PainWhen::Any,
            then: PainAction::Stop,
            lasts: PainLasts::UntilTold,
            ring: None,
        }
    }

    #[test]
    fn a_rule_about_a_line_comes_back_before_the_one_that_it_stood_before() {
        let mut present = revision(["a", "b", "c"].map(|id| line(id, &["morning"])).into());
        let rules = vec![
            rule("one sentence", &["a"], 3),
            rule("one sentence", &["a", "b"], 4),
            rule("all", &[], 5),
        ];
        present.pain = Some(Pain { as_written: None, ask: None, rules: rules.clone() });
        let began = BeganFrom::Present { plan: present.plan.clone(), number: present.number };
        let mut draft = next_of(&present, began);
        // As both lines are stopped, what is about them alone goes with them.
        draft.revision.lines.retain(|line| line.id.as_str() == "c");
        draft.revision.pain =
            Some(Pain { as_written: None, ask: None, rules: vec![rules[2].clone()] });
        let back = |draft: &PlanDraft, id: &str| {
            put_back(draft, &present, &LineId::new(id).unwrap()).unwrap().0
        };
        let with_a = back(&draft, "a");
        let then =
            [rule("one sentence", &["a"], 3), rule("one sentence", &["a"], 4), rules[2].clone()];
        assert_eq!(with_a.revision.pain.as_ref().unwrap().rules, then);
        assert_eq!(back(&with_a, "b").revision.pain.unwrap().rules, rules);
    }
}
