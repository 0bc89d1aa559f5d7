//! When and how often: nothing that nobody said stands without its question.

use super::{add, answered, asked, day, make, rule};
use crate::plan::draft::{
    Asked, DraftEdit, DraftPlace, LinePart, Often, PlanDraft, RuleKind, empty, may_follow,
};
use crate::plan::{Bouts, DayPattern, Frequency, Weekday};
use crate::time::WallTime;

fn line() -> (PlanDraft, DraftPlace) {
    let mut draft = empty(day("2026-11-25"));
    let line = add(&mut draft, "Bridge");
    (draft, DraftPlace::Line(line))
}

fn say(draft: &mut PlanDraft, place: &DraftPlace, said: Often) {
    make(draft, DraftEdit::SetOften { place: place.clone(), said });
}

/// What is asked of when and how often.
fn open(draft: &PlanDraft, place: &DraftPlace) -> Vec<Asked> {
    let others = [Asked::Exercise, Asked::Dose, Asked::Side];
    asked(draft, place).into_iter().filter(|asked| !others.contains(asked)).collect()
}

fn every_n(n: u16) -> Often {
    Often::Days(DayPattern::EveryNDays { n, from: day("2026-11-25") })
}

fn a_week(times: u8, not_two_days_running: bool) -> Often {
    Often::Days(DayPattern::TimesAWeek { times, not_two_days_running })
}

fn thrice() -> Often {
    Often::Bouts(Bouts::AnyTime { times: 3, most: 3, gap_minutes: None })
}

#[test]
fn days_that_need_one_answer_more_ask_for_it_once() {
    let (mut draft, place) = line();
    say(&mut draft, &place, thrice());
    assert_eq!(open(&draft, &place), [Asked::WhichDays]);
    say(&mut draft, &place, every_n(2));
    assert_eq!(
        open(&draft, &place),
        [Asked::CountingFrom],
        "the first day of the sheet is no answer"
    );
    say(&mut draft, &place, every_n(3));
    assert_eq!(open(&draft, &place), [Asked::CountingFrom]);
    answered(&mut draft, &place, Asked::CountingFrom);
    say(&mut draft, &place, every_n(4));
    assert_eq!(open(&draft, &place), [], "the same day counts on");
    say(&mut draft, &place, a_week(3, false));
    assert_eq!(open(&draft, &place), [Asked::NotRunning]);
    answered(&mut draft, &place, Asked::NotRunning);
    say(&mut draft, &place, a_week(2, false));
    assert_eq!(open(&draft, &place), []);
    say(&mut draft, &place, Often::Days(DayPattern::EveryDay));
    say(&mut draft, &place, a_week(3, true));
    assert_eq!(open(&draft, &place), [], "it is said that they are apart");
    // Words that say so many days a week say nothing of two running.
    say(&mut draft, &place, Often::Days(DayPattern::EveryDay));
    let days = DayPattern::TimesAWeek { times: 3, not_two_days_running: false };
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts: vec![LinePart::Days(days)] });
    assert_eq!(open(&draft, &place), [Asked::NotRunning]);
}

#[test]
fn every_so_many_hours_asks_between_which_even_where_the_hours_awake_are_known() {
    let (mut draft, place) = line();
    let at = |hour| WallTime::new(hour, 0).unwrap();
    draft.revision.awake = Some(crate::plan::AwakeHours { from: at(7), until: at(22) });
    let hours = |hours, between| Often::Bouts(Bouts::EveryHours { hours, between });
    say(&mut draft, &place, Often::Days(DayPattern::EveryDay));
    say(&mut draft, &place, hours(2, None));
    assert_eq!(open(&draft, &place), [Asked::BetweenHours]);
    say(&mut draft, &place, hours(2, Some((at(8), at(20)))));
    assert_eq!(open(&draft, &place), []);
    say(&mut draft, &place, thrice());
    say(&mut draft, &place, hours(3, None));
    answered(&mut draft, &place, Asked::BetweenHours);
    say(&mut draft, &place, hours(4, None));
    assert_eq!(open(&draft, &place), []);
    let parts = vec![LinePart::EveryHours { hours: 2, between: None }];
    say(&mut draft, &place, thrice());
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts });
    assert_eq!(open(&draft, &place), [Asked::BetweenHours]);
    say(&mut draft, &place, thrice());
    assert_eq!(open(&draft, &place), [], "the question goes with what it was about");
}

#[test]
fn a_way_of_moving_asks_for_nothing_and_what_was_one_asks_for_everything() {
    let (mut draft, place) = line();
    say(&mut draft, &place, Often::Technique);
    assert_eq!(asked(&draft, &place), [Asked::Exercise]);
    say(&mut draft, &place, Often::Due);
    let all = [Asked::WhichDays, Asked::HowOften, Asked::Dose, Asked::Side];
    assert_eq!(asked(&draft, &place)[1..], all);
    say(&mut draft, &place, Often::Technique);
    say(&mut draft, &place, Often::AsNeeded);
    assert_eq!(asked(&draft, &place)[1..], [Asked::Dose, Asked::Side]);
}

#[test]
fn words_that_say_as_needed_keep_the_question_that_is_asked_first() {
    let (mut draft, place) = line();
    say(&mut draft, &place, Often::AsNeeded);
    let DraftPlace::Line(id) = place.clone() else { panic!("{place:?}") };
    let question = Some("Does it go below the knee?".to_owned());
    super::fill(&mut draft, |draft| {
        let frequency = &mut draft.line_mut(&id).unwrap().frequency;
        let Frequency::AsNeeded { ask_first, .. } = frequency else { panic!("{frequency:?}") };
        ask_first.clone_from(&question);
    });
    let when = "when it is stiff".to_owned();
    let parts = vec![LinePart::AsNeeded { when: when.clone(), most_a_day: Some(2) }];
    make(&mut draft, DraftEdit::Take { place, parts });
    let asked = Frequency::AsNeeded { when, most_a_day: Some(2), ask_first: question };
    assert_eq!(draft.revision.line(&id).unwrap().frequency, asked);
}

#[test]
fn that_two_days_may_follow_one_another_is_told_where_it_was_said() {
    let (mut draft, place) = line();
    let DraftPlace::Line(id) = place.clone() else { panic!("{place:?}") };
    let told = |draft: &PlanDraft| may_follow(draft.revision.line(&id).unwrap());
    say(&mut draft, &place, thrice());
    assert!(!told(&draft), "nobody has said on which days");
    say(&mut draft, &place, a_week(3, false));
    assert!(told(&draft));
    say(&mut draft, &place, a_week(3, true));
    assert!(!told(&draft));
}

#[test]
fn a_stage_never_takes_what_nobody_said_of_its_line() {
    let (mut draft, place) = line();
    let DraftPlace::Line(id) = place.clone() else { panic!("{place:?}") };
    let stage = make(&mut draft, DraftEdit::AddStage { line: id.clone(), as_written: None });
    let frequency =
        |draft: &PlanDraft| draft.revision.line(&id).unwrap().stages[0].frequency.clone();
    say(&mut draft, &stage, Often::Differs);
    assert_eq!(asked(&draft, &stage), [Asked::WhichDay, Asked::WhichDays, Asked::HowOften]);
    say(&mut draft, &stage, Often::AsLine);
    assert_eq!((frequency(&draft), asked(&draft, &stage)), (None, vec![Asked::WhichDay]));
    // The days are those of the line, which somebody said; how often it is then is asked.
    let weekdays = DayPattern::Weekdays(vec![Weekday::Mon, Weekday::Thu]);
    say(&mut draft, &place, Often::Days(weekdays.clone()));
    say(&mut draft, &place, thrice());
    say(&mut draft, &stage, Often::Differs);
    assert_eq!(asked(&draft, &stage), [Asked::WhichDay, Asked::HowOften]);
    say(&mut draft, &stage, thrice());
    assert_eq!(asked(&draft, &stage), [Asked::WhichDay]);
    let Some(Frequency::Due { days, .. }) = frequency(&draft) else { panic!() };
    assert_eq!(days, weekdays);
    // Words that say only on which days keep the number of the line.
    say(&mut draft, &stage, Often::AsLine);
    let parts = vec![LinePart::EveryDays(2)];
    make(&mut draft, DraftEdit::Take { place: stage.clone(), parts });
    assert_eq!(asked(&draft, &stage), [Asked::WhichDay, Asked::CountingFrom]);
}

#[test]
fn what_takes_turns_asks_for_its_days_like_a_line() {
    let (mut draft, line) = line();
    let place = rule(&mut draft, RuleKind::Programme, "A and B");
    assert_eq!(asked(&draft, &place), [Asked::WhichDays, Asked::Advance]);
    say(&mut draft, &place, every_n(2));
    assert_eq!(asked(&draft, &place), [Asked::Advance, Asked::CountingFrom]);
    say(&mut draft, &place, a_week(3, false));
    assert_eq!(asked(&draft, &place), [Asked::Advance, Asked::NotRunning]);
    let edit = DraftEdit::SetOften { place, said: thrice() };
    let catalogue = crate::catalogue::embedded();
    assert_eq!(super::edited(&draft, &edit, catalogue), None, "it has no bouts");
    let edit = DraftEdit::SetOften { place: line, said: Often::AsLine };
    assert_eq!(super::edited(&draft, &edit, catalogue), None, "a line is as no line");
}
