//! Changes that carry a rule, one by one.

use super::{add, answered, asked, fill, make, read_back_rules, rule};
use crate::catalogue::embedded;
use crate::error::ProblemCode;
use crate::ids::ExerciseId;
use crate::plan::draft::{
    Asked, BeganFrom, DraftEdit, DraftPlace, LinePart, OpenQuestion, PlanDraft, RuleKind,
    began_with, checked, empty, next_of, ready, usual_time,
};
use crate::plan::{Bouts, Counted, Frequency, Side, embedded_templates};

fn sheet() -> PlanDraft {
    empty(super::day("2026-11-25"))
}

/// A sheet of which all is known, with one line of which all is known and that was read back.
pub(super) fn small() -> (PlanDraft, DraftPlace) {
    let mut draft = sheet();
    fill(&mut draft, |draft| draft.revision.title = "My sheet".to_owned());
    for asked in [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay] {
        answered(&mut draft, &DraftPlace::Sheet, asked);
    }
    let line = add(&mut draft, "Bridge: 8 x");
    let place = DraftPlace::Line(line.clone());
    let parts = vec![
        LinePart::Exercise(ExerciseId::new("bridge").unwrap()),
        LinePart::Number { key: Counted::Repetitions, number: 8 },
        LinePart::Days(crate::plan::DayPattern::EveryDay),
        LinePart::TimesADay { times: 1, most: 1 },
    ];
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts });
    make(&mut draft, DraftEdit::ReadBack { line, is_right: true });
    (draft, place)
}

#[test]
fn an_empty_sheet_and_a_new_line_ask_for_everything_and_give_nothing() {
    let mut draft = sheet();
    assert_eq!(
        asked(&draft, &DraftPlace::Sheet),
        [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay]
    );
    let line = add(&mut draft, "3. Clam: 2 x 8 each side, once a day");
    assert_eq!(line.as_str(), "clam");
    let place = DraftPlace::Line(line.clone());
    let all = [Asked::Exercise, Asked::Dose, Asked::Side, Asked::WhichDays, Asked::HowOften];
    assert_eq!(asked(&draft, &place), all);
    let dose = &draft.revision.line(&line).unwrap().dose;
    assert_eq!(*dose, crate::plan::Dose::default(), "the words are not taken by themselves");
    // What is asked is not complained about besides.
    assert_eq!(checked(&draft, embedded()).problems, []);
    assert!(ready(&draft, None, None).is_err());
}

#[test]
fn what_was_typed_and_not_added_goes_where_what_it_is_of_goes() {
    let (mut draft, place) = small();
    for words in ["Sundays off", "Sundays off", "Not on holidays"] {
        rule(&mut draft, RuleKind::DayOff, words);
    }
    let day_off = |number| DraftPlace::Rule { rule: RuleKind::DayOff, number };
    let of = |what: &str, place: &DraftPlace| {
        format!("{what} {}", serde_json::to_string(place).unwrap())
    };
    let fields = |draft: &PlanDraft| draft.unfinished.keys().cloned().collect::<Vec<_>>();
    fill(&mut draft, |draft| {
        let DraftPlace::Line(line) = &place else { panic!("{place:?}") };
        let typed = [
            of("date", &day_off(2)),
            of("date", &day_off(3)),
            of("number Sets", &place),
            format!("own {line}"),
            "rule day-off".to_owned(),
        ];
        draft.unfinished = typed.map(|field| (field.clone(), field)).into();
    });
    make(&mut draft, DraftEdit::Move { place: day_off(3), to: 1 });
    assert_eq!(draft.unfinished[&of("date", &day_off(1))], of("date", &day_off(3)));
    assert_eq!(draft.unfinished[&of("date", &day_off(3))], of("date", &day_off(2)));
    make(&mut draft, DraftEdit::Remove { place: day_off(1) });
    assert_eq!(draft.unfinished[&of("date", &day_off(2))], of("date", &day_off(2)));
    assert_eq!(draft.unfinished.len(), 4);
    make(&mut draft, DraftEdit::Remove { place });
    assert_eq!(fields(&draft), [of("date", &day_off(2)), "rule day-off".to_owned()]);
}

#[test]
fn an_exercise_with_sides_asks_for_them_and_one_without_does_not() {
    let mut draft = sheet();
    let line = add(&mut draft, "Something");
    let place = DraftPlace::Line(line.clone());
    let set = |draft: &mut PlanDraft, exercise: &str| {
        let exercise = ExerciseId::new(exercise).unwrap();
        make(draft, DraftEdit::SetExercise { line: line.clone(), exercise });
    };
    set(&mut draft, "bridge");
    assert!(!asked(&draft, &place).contains(&Asked::Side));
    set(&mut draft, "clamshell");
    assert!(asked(&draft, &place).contains(&Asked::Side));
    let parts = vec![LinePart::Side(Side::Each)];
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts });
    assert!(!asked(&draft, &place).contains(&Asked::Side));
    // A side that was said is not lost with another choice; one that nobody said means nothing.
    for (side, is_open) in [(Side::Left, false), (Side::Each, false), (Side::Left, true)] {
        set(&mut draft, "clamshell");
        fill(&mut draft, |draft| draft.revision.lines[0].side = side);
        if is_open {
            draft.ask(&place, Asked::Side);
        }
        set(&mut draft, "bridge");
        let kept = if is_open { Side::Both } else { side };
        assert_eq!(draft.revision.lines[0].side, kept);
        assert!(!asked(&draft, &place).contains(&Asked::Side));
    }
    let own = DraftEdit::OwnExercise {
        line: line.clone(),
        title: "Swing".to_owned(),
        instructions: vec!["Stand.".to_owned()],
    };
    make(&mut draft, own);
    let own = draft.revision.line(&line).unwrap();
    assert_eq!((own.exercise.as_str(), own.title.as_str()), ("swing", "Swing"));
    assert_eq!((own.flags.len(), own.tempo, own.safety_question), (0, None, None));
}

#[test]
fn a_line_that_is_not_answered_is_not_taken_in_and_the_others_are() {
    let (mut draft, _) = small();
    let done = draft.read_back[0].clone();
    let open = add(&mut draft, "Clam");
    let refused = ready(&draft, None, None).unwrap_err();
    assert!(refused.iter().any(|problem| problem.code == ProblemCode::NotAnswered));
    let part = ready(&draft, Some(std::slice::from_ref(&done)), None).unwrap();
    assert_eq!(part.lines.len(), 1);
    assert!(ready(&draft, Some(&[open]), None).is_err());
    // A question of the sheet, or of a rule, keeps every line back.
    rule(&mut draft, RuleKind::Limit, "No lifting");
    assert!(ready(&draft, Some(&[done]), None).is_err());
}

#[test]
fn a_line_in_force_is_not_lost_by_leaving_it_out() {
    let (draft, _) = small();
    let present = ready(&draft, None, None).unwrap();
    let mut next = next_of(&present, BeganFrom::EmptySheet);
    let new = add(&mut next, "Clam");
    let refused = ready(&next, Some(&[new]), Some(&present)).unwrap_err();
    assert!(refused.iter().any(|problem| problem.code == ProblemCode::NotReadBack));
    // It is taken out by taking it out.
    let place = DraftPlace::Line(present.lines[0].id.clone());
    make(&mut next, DraftEdit::Remove { place });
    assert!(next.revision.line(&present.lines[0].id).is_none());
}

#[test]
fn what_named_a_line_that_is_removed_forgets_it() {
    let (mut draft, _) = small();
    let gone = draft.revision.lines[0].id.clone();
    let stays = add(&mut draft, "Clam");
    rule(&mut draft, RuleKind::PainRule, "Stop the bridge over 5");
    rule(&mut draft, RuleKind::PainRule, "Stop both");
    rule(&mut draft, RuleKind::BadDay, "One bridge is enough");
    fill(&mut draft, |draft| {
        let rules = &mut draft.revision.pain.as_mut().unwrap().rules;
        rules[0].lines = vec![gone.clone()];
        rules[1].lines = vec![gone.clone(), stays.clone()];
        let least = crate::plan::Minimum { line: gone.clone(), bouts: 1 };
        draft.revision.bad_day.as_mut().unwrap().minimum = vec![least];
    });
    let place = DraftPlace::Rule { rule: RuleKind::PainRule, number: 2 };
    for known in [Asked::Where, Asked::When, Asked::Then, Asked::Lasts] {
        answered(&mut draft, &place, known);
    }
    make(&mut draft, DraftEdit::Remove { place: DraftPlace::Line(gone) });
    let rules = &draft.revision.pain.as_ref().unwrap().rules;
    assert_eq!(rules.len(), 1, "a rule about that line alone does not become one about all");
    assert_eq!(rules[0].lines, [stays]);
    assert_eq!(draft.revision.bad_day.as_ref().unwrap().minimum, []);
    // Its question moved with the rule that stayed.
    let place = DraftPlace::Rule { rule: RuleKind::PainRule, number: 1 };
    assert_eq!(asked(&draft, &place), [Asked::Trigger]);
}

#[test]
fn a_rule_about_pain_asks_for_each_part_and_takes_no_empty_number() {
    let (mut draft, _) = small();
    let place = rule(&mut draft, RuleKind::PainRule, "Over 5: do less for a few times");
    let all = [Asked::Trigger, Asked::Where, Asked::When, Asked::Then, Asked::Lasts];
    assert_eq!(asked(&draft, &place), all);
    for known in all {
        answered(&mut draft, &place, known);
    }
    let wrong = |percent, bouts| {
        let mut draft = draft.clone();
        fill(&mut draft, |draft| {
            let rules = &mut draft.revision.pain.as_mut().unwrap().rules;
            let rounding = crate::plan::Rounding::Down;
            rules[0].then = crate::plan::PainAction::Part(crate::plan::Part { percent, rounding });
            rules[0].lasts = crate::plan::PainLasts::Bouts(bouts);
        });
        let found = checked(&draft, embedded()).problems.into_iter();
        found.filter(|one| one.place == place).filter_map(|one| one.key).collect::<Vec<_>>()
    };
    assert_eq!(wrong(0, 3), ["percent"], "an empty part");
    assert_eq!(wrong(50, 0), ["bouts"], "an empty number of times");
    assert_eq!(wrong(50, 3), Vec::<String>::new());
}

#[test]
fn a_round_is_made_by_its_name_and_its_usual_time_is_only_offered() {
    let (mut draft, place) = small();
    let parts = vec![LinePart::Rounds(vec!["After breakfast".to_owned(), "Evening".to_owned()])];
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts: parts.clone() });
    make(&mut draft, DraftEdit::Take { place: place.clone(), parts });
    assert_eq!(draft.revision.rounds.len(), 2, "the same words mean the same round");
    let round = DraftPlace::Rule { rule: RuleKind::Round, number: 1 };
    assert_eq!(asked(&draft, &round), [Asked::Time]);
    assert_eq!(draft.revision.rounds[0].at, None);
    assert_eq!(usual_time("After breakfast").unwrap().to_string(), "08:30");
    assert_eq!(checked(&draft, embedded()).problems, [], "the time is asked for already");
    make(&mut draft, DraftEdit::Remove { place: round });
    make(
        &mut draft,
        DraftEdit::Remove { place: DraftPlace::Rule { rule: RuleKind::Round, number: 1 } },
    );
    let Frequency::Due { bouts, .. } = &draft.revision.lines[0].frequency else { panic!() };
    assert!(matches!(bouts, Bouts::AnyTime { .. }));
    assert_eq!(asked(&draft, &place), [Asked::HowOften], "nobody has said how often now");
}

#[test]
fn a_copy_has_a_name_of_its_own_and_asks_what_the_first_asks() {
    let mut draft = sheet();
    let line = add(&mut draft, "Clam: left");
    let words = "Stop over 5".to_owned();
    make(&mut draft, DraftEdit::AddRule { rule: RuleKind::PainRule, as_written: words });
    draft.revision.pain.as_mut().unwrap().rules[0].lines = vec![line.clone()];
    let copy = make(&mut draft, DraftEdit::CopyLine { line: line.clone() });
    let second = crate::ids::LineId::new("clam-2").unwrap();
    assert_eq!(copy, DraftPlace::Line(second.clone()));
    assert_eq!(draft.revision.pain.as_ref().unwrap().rules[0].lines, [line.clone(), second]);
    assert_eq!(asked(&draft, &copy), asked(&draft, &DraftPlace::Line(line)));
    make(&mut draft, DraftEdit::Move { place: copy.clone(), to: 1 });
    assert_eq!(DraftPlace::Line(draft.revision.lines[0].id.clone()), copy);
}

#[test]
fn the_lines_of_a_template_are_off_until_each_is_switched_on_and_read_back() {
    for template in embedded_templates() {
        let mut draft = began_with(template, super::day("2026-11-25"));
        assert!(draft.revision.lines.iter().all(|line| line.off) && draft.read_back.is_empty());
        for asked in [Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay] {
            answered(&mut draft, &DraftPlace::Sheet, asked);
        }
        read_back_rules(&mut draft);
        let off = ready(&draft, None, None).unwrap();
        assert!(off.lines.iter().all(|line| line.off));
        fill(&mut draft, |draft| draft.revision.lines[0].off = false);
        let refused = ready(&draft, None, None).unwrap_err();
        assert_eq!(refused[0].code, ProblemCode::NotReadBack);
        let line = draft.revision.lines[0].id.clone();
        make(&mut draft, DraftEdit::ReadBack { line, is_right: true });
        let one = ready(&draft, None, None).unwrap();
        assert_eq!(one.lines.iter().filter(|line| !line.off).count(), 1);
    }
}

#[test]
fn a_problem_stands_at_its_place_with_its_key() {
    let (mut draft, place) = small();
    rule(&mut draft, RuleKind::Round, "Morning");
    rule(&mut draft, RuleKind::Round, "Evening");
    let line = draft.revision.lines[0].id.clone();
    make(&mut draft, DraftEdit::AddStage { line, as_written: None });
    fill(&mut draft, |draft| {
        draft.open.clear();
        let sheet = &mut draft.revision;
        sheet.gap_days = 99;
        sheet.rounds[0].at = crate::time::WallTime::new(8, 0);
        sheet.rounds[1].at = crate::time::WallTime::new(19, 0);
        sheet.rounds[1].missed_dose.gap_minutes = Some(2000);
        sheet.lines[0].dose.sets = Some(99);
        sheet.lines[0].stages[0].dose.minutes = Some(999);
    });
    let found: Vec<_> = checked(&draft, embedded())
        .problems
        .into_iter()
        .map(|placed| (placed.place, placed.key.unwrap_or_default(), placed.problem.code))
        .collect();
    let stage = DraftPlace::Stage { line: draft.revision.lines[0].id.clone(), number: 1 };
    let round = DraftPlace::Rule { rule: RuleKind::Round, number: 2 };
    for (place, key) in [
        (DraftPlace::Sheet, "gap_days"),
        (round, "gap_minutes"),
        (place, "sets"),
        (stage, "minutes"),
    ] {
        let wanted = (place, key.to_owned(), ProblemCode::OutOfRange);
        assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    }
}

#[test]
fn weeks_stand_beside_their_dates_as_soon_as_the_days_are_known() {
    let (mut draft, place) = small();
    fill(&mut draft, |draft| {
        draft.revision.surgery.date = super::day("2026-11-02");
        draft.revision.starts = super::day("2026-11-16");
        let weeks = crate::time::Stretch::Weeks { first: 3, last: Some(4) };
        draft.revision.lines[0].stretch = weeks;
    });
    let days = |draft: &PlanDraft| {
        let days = checked(draft, embedded()).days;
        days.into_iter().find(|days| days.place == place).map(|days| (days.from, days.until))
    };
    assert_eq!(days(&draft), Some((None, None)), "nobody has said how the sheet counts weeks");
    fill(&mut draft, |draft| {
        draft.revision.weeks_counted = Some(crate::time::WeeksCounted::FromOne);
    });
    let wanted = (Some(super::day("2026-11-16")), Some(super::day("2026-11-30")));
    assert_eq!(days(&draft), Some(wanted));
    fill(&mut draft, |draft| {
        let asked = Asked::SurgeryDate;
        draft.open.push(OpenQuestion { place: DraftPlace::Sheet, asked });
    });
    assert_eq!(days(&draft), None);
}

#[test]
fn a_line_that_was_passed_over_stands_where_its_number_says() {
    let mut draft = sheet();
    let mut enter = |as_written: &str, sheet_no: Option<&str>| {
        let (as_written, sheet_no) = (as_written.to_owned(), sheet_no.map(str::to_owned));
        make(&mut draft, DraftEdit::AddLine { as_written, sheet_no, after: None });
    };
    enter("Bridge", Some("1"));
    enter("Clam", Some("3"));
    enter("Walk", None);
    enter("Heel slides", Some("2"));
    // The number of another sheet says nothing of this one.
    enter("Ankle pumps", Some("1"));
    enter("Log roll", Some("b"));
    let words: Vec<_> = draft.revision.lines.iter().map(|line| line.as_written.as_str()).collect();
    assert_eq!(words, ["Bridge", "Heel slides", "Clam", "Walk", "Ankle pumps", "Log roll"]);
}

#[test]
fn not_on_sundays_can_be_about_the_whole_sheet_and_is_added_once() {
    let (mut draft, place) = small();
    let as_written = "not on Sundays".to_owned();
    let weekdays = vec![crate::time::Weekday::Sun];
    let parts = vec![
        LinePart::Days(crate::plan::DayPattern::EveryDay),
        LinePart::DayOff { as_written: as_written.clone(), weekdays: weekdays.clone() },
    ];
    for _ in 0..2 {
        make(&mut draft, DraftEdit::Take { place: place.clone(), parts: parts.clone() });
    }
    let [off] = draft.revision.days_off.as_slice() else { panic!("{:?}", draft.revision.days_off) };
    assert_eq!((&off.as_written, &off.weekdays, off.except.len()), (&as_written, &weekdays, 0));
    assert_eq!(checked(&draft, embedded()).problems, []);
    let place = DraftPlace::Rule { rule: RuleKind::DayOff, number: 1 };
    assert_eq!(
        asked(&draft, &place),
        [Asked::Then],
        "the day is said, and not what becomes of the rest"
    );
}

#[test]
fn a_growth_takes_its_numbers_from_the_words_and_asks_for_what_they_leave_open() {
    let (mut draft, place) = small();
    let DraftPlace::Line(line) = place.clone() else { panic!("{place:?}") };
    let grows = DraftPlace::Growth(line.clone());
    let part = |most| LinePart::Growth { key: Counted::Repetitions, by: 2, every_days: 7, most };
    let take = |most| DraftEdit::Take { place: place.clone(), parts: vec![part(most)] };
    make(&mut draft, take(None));
    let growth = draft.revision.line(&line).unwrap().growth.unwrap();
    assert_eq!((growth.key, growth.by, growth.every_days), (Counted::Repetitions, 2, 7));
    assert_eq!(asked(&draft, &grows), [Asked::GrowsMost, Asked::WhichDay]);
    assert_eq!(checked(&draft, embedded()).problems, [], "what is asked is not complained about");
    make(&mut draft, DraftEdit::ReadBack { line: line.clone(), is_right: true });
    let codes = |draft: &PlanDraft| -> Vec<_> {
        let problems = ready(draft, None, None).err().unwrap_or_default();
        problems.into_iter().map(|problem| problem.code).collect()
    };
    assert!(codes(&draft).contains(&ProblemCode::NotAnswered), "nobody said up to how much");
    make(&mut draft, take(Some(20)));
    assert_eq!(draft.revision.line(&line).unwrap().growth.unwrap().at_most, 20);
    assert_eq!(asked(&draft, &grows), [Asked::WhichDay]);
    answered(&mut draft, &grows, Asked::WhichDay);
    // Taken again without its most, it keeps the one that was said.
    make(&mut draft, take(None));
    assert_eq!(draft.revision.line(&line).unwrap().growth.unwrap().at_most, 20);
    make(&mut draft, DraftEdit::ReadBack { line, is_right: true });
    assert_eq!(codes(&draft), []);
}
