//! What was compared with the paper, and what is to be compared again.

use super::edits::small;
use super::{answered, edited, fill, make, read_back_rules, rule, rules_to_read_back};
use crate::catalogue::embedded;
use crate::error::ProblemCode;
use crate::ids::LineId;
use crate::plan::draft::{
    Asked, DraftEdit, DraftPlace, LinePart, PlanDraft, RuleKind, ready, words_not_read,
};
use crate::plan::{Counted, Dose, Kilograms, PainTrigger, Stage, StageBegins};
use crate::safety::LimitKind;
use crate::time::{Day, DayRef, Stretch};

#[test]
fn a_line_that_is_changed_is_to_be_read_back_again() {
    let (mut draft, place) = small();
    let line = draft.read_back[0].clone();
    assert!(ready(&draft, None, None).is_ok());
    let parts = vec![LinePart::Number { key: Counted::Repetitions, number: 9 }];
    make(&mut draft, DraftEdit::Take { place, parts });
    let refused = ready(&draft, None, None).unwrap_err();
    assert_eq!(refused[0].code, ProblemCode::NotReadBack);
    make(&mut draft, DraftEdit::ReadBack { line: line.clone(), is_right: true });
    assert!(ready(&draft, None, None).is_ok());
    // By hand as well; and a form cannot say that a line was read back.
    fill(&mut draft, |draft| draft.revision.lines[0].as_written = "Bridge".to_owned());
    assert_eq!(draft.read_back, []);
    fill(&mut draft, |draft| draft.read_back = vec![line]);
    assert_eq!(draft.read_back, []);
}

#[test]
fn a_rule_that_is_changed_is_to_be_read_back_again() {
    let (mut draft, _) = small();
    let place = rule(&mut draft, RuleKind::Limit, "Lift no more than 4.5 kg");
    answered(&mut draft, &place, Asked::Until);
    fill(&mut draft, |draft| {
        let limit = &mut draft.revision.precautions[0];
        limit.kinds = vec![LimitKind::Lifting];
        limit.until.told_otherwise = true;
    });
    let not_read = |draft: &PlanDraft| {
        let problems = ready(draft, None, None).err().unwrap_or_default();
        problems
            .iter()
            .map(|problem| (problem.code, problem.args["line"].clone()))
            .collect::<Vec<_>>()
    };
    let wanted = [(ProblemCode::NotReadBack, "Lift no more than 4.5 kg".to_owned())];
    assert_eq!(not_read(&draft), wanted);
    read_back_rules(&mut draft);
    assert_eq!(not_read(&draft), []);
    // 45 for 4.5: what was compared says something else now.
    fill(&mut draft, |draft| {
        draft.revision.precautions[0].lift_kg = Some(Kilograms(45.0));
    });
    assert_eq!(not_read(&draft), wanted);
    // A form cannot say that a rule was read back, nor can anybody of one that is not there.
    let told = rules_to_read_back(&draft.revision);
    fill(&mut draft, |draft| draft.rules_read_back.clone_from(&told));
    assert_eq!(not_read(&draft), wanted);
    let mut other = told[0].clone();
    other.as_written = Some("Something else".to_owned());
    let edit = DraftEdit::RuleReadBack { rule: other, is_right: true };
    assert_eq!(edited(&draft, &edit, embedded()), None);
    let edit = DraftEdit::RuleReadBack { rule: told[0].clone(), is_right: true };
    make(&mut draft, edit);
    assert_eq!(not_read(&draft), []);
    let edit = DraftEdit::RuleReadBack { rule: told[0].clone(), is_right: false };
    make(&mut draft, edit);
    assert_eq!(not_read(&draft), wanted);
}

/// The line of `small`, ticked, until `days` after the first day.
fn counted(days: i32) -> (PlanDraft, LineId) {
    let (mut draft, place) = small();
    let line = draft.read_back[0].clone();
    draft.revision.lines[0].stretch =
        Stretch::Days { from: None, until: Some(DayRef::AfterStart(days)) };
    assert_eq!(place, DraftPlace::Line(line.clone()));
    (draft, line)
}

#[test]
fn a_line_whose_counted_days_move_is_to_be_read_back_again() {
    let (mut draft, line) = counted(7);
    fill(&mut draft, |draft| draft.revision.surgery.date = draft.revision.surgery.date.plus(-1));
    assert_eq!(draft.read_back, std::slice::from_ref(&line), "it counts from the first day");
    fill(&mut draft, |draft| draft.revision.starts = draft.revision.starts.plus(1));
    assert_eq!(draft.read_back, []);
    let (mut draft, _) = counted(7);
    let until = Some(DayRef::AfterSurgery(14));
    draft.revision.lines[0].stretch = Stretch::Days { from: None, until };
    fill(&mut draft, |draft| draft.revision.surgery.date = draft.revision.surgery.date.plus(-1));
    assert_eq!(draft.read_back, []);
    // A line without counted days keeps its tick.
    let (mut draft, place) = small();
    fill(&mut draft, |draft| draft.revision.starts = draft.revision.starts.plus(1));
    assert_eq!(place, DraftPlace::Line(draft.read_back[0].clone()));
}

#[test]
fn counted_days_that_have_no_date_yet_cannot_be_read_back() {
    let (mut draft, line) = counted(7);
    let tick = DraftEdit::ReadBack { line: line.clone(), is_right: true };
    draft.ask(&DraftPlace::Sheet, Asked::SurgeryDate);
    fill(&mut draft, |draft| draft.revision.title.push('.'));
    assert_eq!(draft.read_back, [line], "it counts from the first day");
    draft.ask(&DraftPlace::Sheet, Asked::FirstDay);
    fill(&mut draft, |draft| draft.revision.title.push('.'));
    assert_eq!(draft.read_back, []);
    assert_eq!(edited(&draft, &tick, embedded()), None);
    answered(&mut draft, &DraftPlace::Sheet, Asked::FirstDay);
    make(&mut draft, tick.clone());
    // What is said of other days than these is compared at any time.
    let (mut draft, _) = small();
    draft.ask(&DraftPlace::Sheet, Asked::FirstDay);
    make(&mut draft, tick);
}

#[test]
fn a_pain_rule_that_comes_after_others_than_before_is_to_be_read_back_again() {
    let made = || {
        let (mut draft, _) = small();
        for (words, limit) in [("Over 5: stop", 5), ("Over 3: half", 3), ("Over 1: tell", 1)] {
            let place = rule(&mut draft, RuleKind::PainRule, words);
            fill(&mut draft, |draft| {
                let rules = &mut draft.revision.pain.as_mut().unwrap().rules;
                rules.last_mut().unwrap().trigger = PainTrigger::Over(limit);
                draft.open.retain(|open| open.place != place);
            });
        }
        read_back_rules(&mut draft);
        draft
    };
    let at = |number| DraftPlace::Rule { rule: RuleKind::PainRule, number };
    let ticked = |draft: &PlanDraft| {
        let words = draft.rules_read_back.iter().filter_map(|rule| rule.as_written.clone());
        words.filter(|words| words.starts_with("Over")).collect::<Vec<_>>()
    };
    let all = ["Over 5: stop", "Over 3: half", "Over 1: tell"];
    assert_eq!(ticked(&made()), all);
    let mut draft = made();
    make(&mut draft, DraftEdit::Move { place: at(3), to: 2 });
    assert_eq!(ticked(&draft), all[..1]);
    let mut draft = made();
    make(&mut draft, DraftEdit::Remove { place: at(2) });
    assert_eq!(ticked(&draft), all[..1]);
    // One more at the end comes after all of them.
    let mut draft = made();
    rule(&mut draft, RuleKind::PainRule, "Leg pain: ring");
    assert_eq!(ticked(&draft), all);
}

#[test]
fn a_last_day_that_is_taken_is_the_last_one_and_a_line_of_some_weeks_keeps_its_end() {
    let (mut draft, place) = small();
    let last = Day::new(2026, 12, 4).unwrap();
    let part = LinePart::LastDay { last, until: last.plus(1) };
    let edit = DraftEdit::Take { place: place.clone(), parts: vec![part] };
    make(&mut draft, edit.clone());
    let until = Some(DayRef::On(last.plus(1)));
    assert_eq!(draft.revision.lines[0].stretch, Stretch::Days { from: None, until });
    draft.revision.lines[0].stretch = Stretch::Weeks { first: 3, last: None };
    assert_eq!(edited(&draft, &edit, embedded()), None);
}

#[test]
fn words_that_nothing_was_made_of_are_told_until_a_stage_has_them() {
    let (mut draft, place) = small();
    let DraftPlace::Line(id) = place else { panic!("{place:?}") };
    let mut line = draft.revision.lines.remove(0);
    assert_eq!(line.id, id);
    line.as_written = "Bridge, 10 times until 4 December".to_owned();
    assert_eq!(words_not_read(&line, &draft.revision), ["until 4 December"]);
    line.as_written = "Bridge: 10 times, until 4 December".to_owned();
    let december = Day::new(2026, 12, 1).unwrap();
    assert!(draft.revision.starts < december);
    for (until, not_read) in [(4, None), (5, None), (6, Some("until 4 December"))] {
        let until = Some(DayRef::On(december.plus(until - 1)));
        line.stretch = Stretch::Days { from: None, until };
        assert_eq!(words_not_read(&line, &draft.revision), Vec::from_iter(not_read), "{until:?}");
    }
    line.as_written = "Bridge: 10 times. Half height for the first week.".to_owned();
    assert_eq!(words_not_read(&line, &draft.revision), ["Half height for the first week"]);
    line.stages = vec![Stage {
        as_written: Some("Half height for the first week.".to_owned()),
        begins: StageBegins::WhenAgreed,
        until: None,
        dose: Dose::default(),
        side: None,
        frequency: None,
        replaces: Vec::new(),
    }];
    assert_eq!(words_not_read(&line, &draft.revision), Vec::<String>::new());
}
