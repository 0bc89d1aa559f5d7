//! What is asked only because of another answer: nothing of it stands without its question.

use super::{add, answered, asked, day, fill, make, rule};
use crate::catalogue::embedded;
use crate::plan::draft::{
    Asked, DraftEdit, DraftPlace, PainThen, PlanDraft, RuleKind, edited, empty,
};
use crate::plan::{Counted, PainAction, Part, Rounding};

fn sheet() -> PlanDraft {
    empty(day("2026-11-25"))
}

fn then(draft: &mut PlanDraft, place: &DraftPlace, then: PainThen) -> Vec<Asked> {
    make(draft, DraftEdit::SetThen { place: place.clone(), then });
    let about_then = [Asked::Then, Asked::Rounding, Asked::Lasts];
    asked(draft, place).into_iter().filter(|asked| about_then.contains(asked)).collect()
}

#[test]
fn a_part_after_pain_asks_how_it_is_rounded_and_going_on_asks_for_no_end() {
    let mut draft = sheet();
    let place = rule(&mut draft, RuleKind::PainRule, "Over 5: do half of it.");
    assert_eq!(then(&mut draft, &place, PainThen::Part), [Asked::Lasts, Asked::Rounding]);
    assert_eq!(then(&mut draft, &place, PainThen::GoOn), []);
    assert_eq!(then(&mut draft, &place, PainThen::Dose), [Asked::Lasts]);
    assert_eq!(then(&mut draft, &place, PainThen::Stop), [Asked::Lasts]);
    answered(&mut draft, &place, Asked::Lasts);
    assert_eq!(then(&mut draft, &place, PainThen::Part), [Asked::Rounding], "that was said");
}

#[test]
fn the_same_answer_once_more_takes_nothing_away() {
    let mut draft = sheet();
    let place = rule(&mut draft, RuleKind::PainRule, "Over 5: do half of it.");
    then(&mut draft, &place, PainThen::Part);
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    fill(&mut draft, |sent| sent.revision.pain.as_mut().unwrap().rules[0].then = half.clone());
    answered(&mut draft, &place, Asked::Rounding);
    assert_eq!(then(&mut draft, &place, PainThen::Part), [Asked::Lasts]);
    assert_eq!(draft.revision.pain.unwrap().rules[0].then, half);
}

#[test]
fn an_amount_after_a_pause_asks_for_the_rest_once_and_takes_its_questions_with_it() {
    let mut draft = sheet();
    let part = |percent| DraftEdit::SetPart { percent };
    assert_eq!(edited(&draft, &part(Some(50)), embedded()), None, "no rule, no part of it");
    let place = rule(&mut draft, RuleKind::ReEntry, "After a break begin with half.");
    assert_eq!(asked(&draft, &place), []);
    make(&mut draft, part(Some(5)));
    assert_eq!(asked(&draft, &place), [Asked::Rounding, Asked::Lasts]);
    answered(&mut draft, &place, Asked::Rounding);
    make(&mut draft, part(Some(50)));
    assert_eq!(asked(&draft, &place), [Asked::Lasts]);
    assert_eq!(draft.revision.re_entry.as_ref().unwrap().part.unwrap().0.percent, 50);
    make(&mut draft, part(None));
    assert_eq!(asked(&draft, &place), []);
    assert_eq!(draft.revision.re_entry.unwrap().part, None);
}

#[test]
fn what_grows_is_asked_where_more_than_one_number_could() {
    let mut draft = sheet();
    let line = add(&mut draft, "Walk");
    let grow = DraftEdit::AddGrowth { line: line.clone() };
    assert_eq!(edited(&draft, &grow, embedded()), None, "there is no number yet");
    let rest = [Asked::GrowsBy, Asked::GrowsEvery, Asked::GrowsMost, Asked::WhichDay];
    fill(&mut draft, |sent| sent.revision.lines[0].dose.minutes = Some(10));
    let place = make(&mut draft, grow.clone());
    assert_eq!(place, DraftPlace::Growth(line));
    assert_eq!(asked(&draft, &place), rest);
    assert_eq!(draft.revision.lines[0].growth.unwrap().key, Counted::Minutes);
    make(&mut draft, DraftEdit::Remove { place: place.clone() });
    fill(&mut draft, |sent| sent.revision.lines[0].dose.sets = Some(2));
    make(&mut draft, grow);
    assert_eq!(asked(&draft, &place), [&[Asked::Grows], &rest[..]].concat());
}
