//! Pain with its context: kept, judged by the plan, released by the team.

use backwise_core::record::{BodySide, Felt, Hurt, HurtPlace, PainMoment, PlanFact, UsualMorning};
use backwise_core::report::{PainSeries, ReportDays};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{AgendaItem, PainOutcome};

use super::*;
use crate::views::SessionOf;

/// A folder with a sheet that stops an exercise when pain goes over 5.
pub(super) fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        + r#"
[[pain.rule]]
as_written = "Stop when pain goes over 5 and ring us"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[contact]]
name = "Ward line"
number = "555-0134"
"#;
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    folder
}

pub(super) fn hurt(score: u8) -> Hurt {
    let (line, bout) = (LineId::new("bridge"), RoundId::new("morning").map(BoutPlace::Round));
    let (place, when) = (HurtPlace::Back, PainMoment::During);
    Hurt { line, bout, place, score: Some(score), when, spreading: false, usual: None }
}

pub(super) fn withheld(journal: &Journal) -> Vec<String> {
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    let items = agenda.items().filter(|item| item.state == State::Withheld);
    items.map(|item| item.bout.line.to_string()).collect()
}

#[test]
fn a_stop_is_kept_released_and_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let answer = journal.record_hurt(&hurt(5), None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::NothingWritten);
    assert_eq!(withheld(&journal), Vec::<String>::new());
    let answer = journal.record_hurt(&hurt(7), None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(answer.follows.ring.as_deref(), Some("Ward line"));
    assert_eq!(withheld(&open(folder.path(), MORNING)), ["bridge"; 3]);
    let figures = journal.report(day(TODAY), day(TODAY)).unwrap().unwrap().total;
    assert_eq!(figures.withheld, 3);
    // "Done" on the reminder of the round says nothing of what is stopped.
    let closed = finish(&mut journal, "morning", TODAY).unwrap();
    assert_eq!(closed, 1, "the heel slide alone");

    let spoken = journal.spoken_to(&[answer.record], Some("Ward line"), day(TODAY), None).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    assert!(
        journal.spoken_to(&[spoken[0]], None, day(TODAY), None).is_err(),
        "that stopped nothing"
    );
    assert!(journal.spoken_to(&[answer.record], None, day("2026-11-19"), None).is_err());
    journal.withdraw_plan_fact(spoken[0]).unwrap();
    assert_eq!(withheld(&journal), ["bridge"; 3]);
    journal.withdraw_plan_fact(answer.record).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    assert!(
        journal.spoken_to(&[answer.record], None, day(TODAY), None).is_err(),
        "it no longer stands"
    );
}

#[test]
fn what_is_put_right_takes_the_place_of_what_was_said() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let standing = || {
        let said = open(folder.path(), MORNING).said().unwrap().into_iter();
        let standing = said.filter(|said| said.stands).map(|said| match said.fact {
            PlanFact::Hurt { hurt, .. } => (hurt.score, said.corrected),
            other => panic!("{other:?}"),
        });
        standing.collect::<Vec<_>>()
    };
    let eight = journal.record_hurt(&hurt(8), None).unwrap();
    assert_eq!(eight.follows.outcome, PainOutcome::StopExercise);
    let three = journal.correct_hurt(eight.record, &hurt(3), None).unwrap();
    assert_eq!(three.follows.outcome, PainOutcome::NothingWritten, "the slip stops nothing");
    assert_eq!(standing(), [(Some(3), true)]);
    assert_eq!(withheld(&journal), Vec::<String>::new());
    // The way back says the eight again, and what was said first is found in what stands in its place.
    let again = journal.correct_hurt(three.record, &hurt(8), None).unwrap();
    assert_eq!(again.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(withheld(&journal), ["bridge"; 3]);
    journal.withdraw_plan_fact(eight.record).unwrap();
    assert_eq!((standing(), withheld(&journal)), (vec![], vec![]));
    assert!(journal.correct_hurt(again.record, &hurt(3), None).is_err(), "it was taken back");
    let walk = LineId::new("walk");
    let yes = journal.asked_and_yes(walk.as_ref(), SafetyQuestion::Calf).unwrap();
    assert!(journal.correct_hurt(yes, &hurt(3), None).is_err(), "that is no number");
    let four = journal.record_hurt(&hurt(4), None).unwrap().record;
    assert!(journal.correct_hurt(four, &hurt(11), None).is_err());
}

#[test]
fn a_number_put_right_that_had_stopped_a_second_exercise_stops_nothing() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    journal.record_hurt(&hurt(8), None).unwrap();
    let slides = |score| Hurt { line: LineId::new("heel-slide"), ..hurt(score) };
    let eight = journal.record_hurt(&slides(8), None).unwrap();
    assert_eq!(eight.follows.outcome, PainOutcome::StopSessionSecondStop);
    let three = journal.correct_hurt(eight.record, &slides(3), None).unwrap();
    assert_eq!(three.follows.outcome, PainOutcome::NothingWritten);
    assert_eq!(withheld(&journal), ["bridge"; 3]);
}

#[test]
fn what_the_team_said_about_a_pain_holds_for_the_number_that_it_is_put_right_to() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let eight = journal.record_hurt(&hurt(8), None).unwrap();
    journal.spoken_to(&[eight.record], Some("Ward line"), day(TODAY), None).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    journal.correct_hurt(eight.record, &hurt(7), None).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
}

#[test]
fn a_number_after_the_word_of_the_team_is_another_pain_and_one_put_right_is_told_as_today_has_it() {
    let folder = folder();
    let (later, word) = ("2026-11-18T13:00:00Z", "2026-11-18T08:10:00Z");
    let first = open(folder.path(), MORNING).record_hurt(&hurt(7), None).unwrap().record;
    let mut at_the_word = open(folder.path(), word);
    at_the_word.spoken_to(&[first], Some("Ward line"), day(TODAY), None).unwrap();
    // A slip that is put right in the same moment: they spoke about it.
    let six = at_the_word.correct_hurt(first, &hurt(6), None).unwrap();
    assert_eq!((six.follows.outcome, six.stands_beside), (PainOutcome::NothingWritten, false));
    assert_eq!(withheld(&at_the_word), Vec::<String>::new());
    let mut journal = open(folder.path(), later);
    let nine = journal.correct_hurt(six.record, &hurt(9), None).unwrap();
    assert_eq!((nine.follows.outcome, nine.stands_beside), (PainOutcome::StopExercise, true));
    let stopped = |journal: &Journal| {
        let stops = journal.agenda(day(TODAY)).unwrap().unwrap().stops;
        stops.into_iter().flat_map(|stop| stop.records).collect::<Vec<_>>()
    };
    assert_eq!(stopped(&journal), [nine.record], "Today says so, too");
    let standing = || {
        let said = open(folder.path(), later).said().unwrap().into_iter().filter(|it| it.stands);
        said.filter(|said| matches!(said.fact, PlanFact::Hurt { .. })).count()
    };
    assert_eq!(standing(), 2, "what they spoke about stands as it was");
    journal.withdraw_plan_fact(nine.record).unwrap();
    assert_eq!((stopped(&journal), standing()), (vec![], 1));
    // Of a day that is over it is the slip that is put right, unless it is judged stricter.
    let mut next = open(folder.path(), "2026-11-19T08:00:00Z");
    let (of, mut four) = (Some(day(TODAY)), hurt(4));
    let eight = next.correct_hurt(six.record, &hurt(8), of).unwrap();
    assert_eq!((eight.follows.outcome, eight.stands_beside), (PainOutcome::NothingWritten, false));
    let put_right = next.correct_hurt(eight.record, &four, of).unwrap();
    assert_eq!(put_right.follows.outcome, PainOutcome::NothingWritten);
    // Undo leads back to what they spoke about.
    let back = next.correct_hurt(put_right.record, &hurt(8), of).unwrap();
    assert_eq!((back.follows.outcome, back.stands_beside), (PainOutcome::NothingWritten, false));
    let put_right = next.correct_hurt(back.record, &four, of).unwrap();
    four.score = Some(9);
    let stricter = next.correct_hurt(put_right.record, &four, of).unwrap();
    assert_eq!(
        (stricter.follows.outcome, stricter.stands_beside),
        (PainOutcome::StopExercise, true)
    );
    assert_eq!(next.today().unwrap().agenda.unwrap().stops.len(), 1);
}

#[test]
fn a_day_that_the_team_named_is_kept_put_right_and_taken_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let stop = journal.record_hurt(&hurt(7), None).unwrap().record;
    let (today, third) = (day(TODAY), day("2026-12-03"));
    let who = Some("Ward line");
    assert!(journal.spoken_to(&[stop], who, today, Some(day("2027-12-03"))).is_err(), "too far");
    let said = journal.spoken_to(&[stop], who, today, Some(third)).unwrap()[0];
    let open_again = || open(folder.path(), MORNING);
    assert_eq!(withheld(&open_again()), ["bridge"; 3]);
    let until = |journal: &Journal| {
        let agenda = journal.agenda(today).unwrap().unwrap();
        agenda.stops[0].until.clone().map(|until| (until.day, until.who))
    };
    assert_eq!(until(&open_again()), Some((third, Some("Ward line".to_owned()))));
    let is_asked_on = |journal: &Journal, on| {
        let agenda = journal.agenda(day(on)).unwrap().unwrap();
        agenda.items().all(|item| item.state == State::Upcoming)
    };
    assert!(!is_asked_on(&journal, "2026-12-02") && is_asked_on(&journal, "2026-12-03"));
    // They had said the fourth.
    let fourth = day("2026-12-04");
    let right = journal.correct_spoken_to(said, Some("Kim"), today, Some(fourth)).unwrap();
    assert_eq!(until(&open_again()), Some((fourth, Some("Kim".to_owned()))));
    assert!(journal.correct_spoken_to(said, None, today, None).is_err(), "it no longer stands");
    assert!(journal.correct_spoken_to(stop, None, today, None).is_err(), "nobody's word");
    let gone = journal.withdraw_plan_fact(right).unwrap();
    assert_eq!((until(&journal), withheld(&journal).len()), (None, 3), "until somebody speaks");
    journal.put_back_plan_fact(gone).unwrap();
    assert_eq!(until(&journal).unwrap().0, fourth);
    // Or not at all: they may go on now.
    let said = journal.said().unwrap();
    let last = said.iter().find(|one| matches!(one.fact, PlanFact::SpokenTo { .. })).unwrap();
    journal.correct_spoken_to(last.record, None, today, Some(today)).unwrap();
    assert_eq!(withheld(&open_again()), Vec::<String>::new());
}

#[test]
fn progress_shows_the_pain_of_the_days_that_were_rated() {
    let folder = folder();
    open(folder.path(), "2026-11-16T12:00:00Z").pain_of_day(Some(3), Some(0), None).unwrap();
    let mut journal = open(folder.path(), MORNING);
    journal.record_hurt(&hurt(2), None).unwrap();
    let four = journal.record_hurt(&hurt(4), None).unwrap().record;
    journal.record_hurt(&Hurt { score: None, ..hurt(0) }, None).unwrap();
    let found = |journal: &Journal| {
        let pain = journal.progress(ReportDays::ThisWeek).unwrap().pain.into_iter();
        let days = pain.flat_map(|PainSeries { place, days }| {
            days.into_iter().map(move |one| (place, one.day, one.value, one.apart))
        });
        days.collect::<Vec<_>>()
    };
    let monday = day("2026-11-16");
    let back = |value| (HurtPlace::Back, day(TODAY), value, true);
    let (of_monday, leg) = ((HurtPlace::Back, monday, 3, true), (HurtPlace::Leg, monday, 0, true));
    assert_eq!(found(&journal), [of_monday, back(4), leg]);
    journal.withdraw_plan_fact(four).unwrap();
    assert_eq!(found(&journal), [of_monday, back(2), leg]);
}

#[test]
fn where_it_hurt_is_kept_as_it_was_said_and_not_where_nobody_said_it() {
    use HurtPlace::{Back, Elsewhere, Leg, NotSaid};
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    for place in [Back, Leg, Elsewhere, NotSaid] {
        let answer = journal.record_hurt(&Hurt { place, score: None, ..hurt(0) }, None).unwrap();
        assert_eq!(answer.follows.outcome, PainOutcome::NothingWritten, "{place:?}");
    }
    let said = open(folder.path(), MORNING).said().unwrap().into_iter().rev();
    let places = said.map(|said| match said.fact {
        PlanFact::Hurt { hurt, .. } => hurt.place,
        other => panic!("{other:?}"),
    });
    assert_eq!(places.collect::<Vec<_>>(), [Back, Leg, Elsewhere, NotSaid]);
    assert_eq!(withheld(&journal), Vec::<String>::new());
}

#[test]
fn a_round_that_is_over_after_the_next_day_began_is_told_about_on_its_own() {
    let folder = folder();
    // The day of the plan begins at three o'clock.
    let mut journal = open(folder.path(), "2026-11-19T02:10:00Z");
    let evening = BoutPlace::Round(RoundId::new("evening").unwrap());
    journal.record_felt(day(TODAY), None, evening.clone(), Felt::Sore).unwrap();
    let of_evening = Hurt { bout: Some(evening), ..hurt(7) };
    let slide = Hurt { line: LineId::new("heel-slide"), ..of_evening.clone() };
    journal.record_hurt(&of_evening, Some(day(TODAY))).unwrap();
    let second = journal.record_hurt(&slide, Some(day(TODAY))).unwrap();
    assert_eq!(second.follows.outcome, PainOutcome::StopSessionSecondStop, "on one day");
    for said in journal.said().unwrap() {
        let (PlanFact::Felt { day: of, .. } | PlanFact::Hurt { day: of, .. }) = said.fact else {
            panic!("{said:?}")
        };
        assert_eq!(of, day(TODAY));
    }
    let tomorrow = Some(day("2026-11-20"));
    assert!(journal.record_hurt(&of_evening, tomorrow).is_err(), "a day that has not come");
}

#[test]
fn a_session_that_pain_ended_is_not_taken_up_again() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let morning = SessionOf { round: RoundId::new("morning"), ..SessionOf::default() };
    let begun = journal.begin_session(&morning).unwrap();
    assert!(begun.len() > 1, "{begun:?}");
    let spreads = Hurt { score: None, place: HurtPlace::Leg, spreading: true, ..hurt(0) };
    let answer = journal.record_hurt(&spreads, None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopSessionSpreading);
    let later = open(folder.path(), "2026-11-18T08:20:00Z");
    assert_eq!(later.session_cut_off().unwrap().items, [], "nothing of the round is begun again");
}

#[test]
fn a_line_that_was_stopped_is_not_taken_up_again() {
    let folder = folder();
    let alone = SessionOf { line: LineId::new("bridge"), ..SessionOf::default() };
    let morning = SessionOf { round: RoundId::new("morning"), ..SessionOf::default() };
    for (of, left) in [(&morning, 1), (&alone, 0)] {
        let mut journal = open(folder.path(), MORNING);
        let begun = journal.begin_session(of).unwrap();
        let bridge = begun.iter().find(|item| item.bout.line.as_str() == "bridge").unwrap();
        journal.record_work(&bridge.bout, 1, BodySide::Both, 4, 0).unwrap();
        let stop = journal.record_hurt(&hurt(7), None).unwrap();
        assert_eq!(stop.follows.outcome, PainOutcome::StopExercise);
        let items = open(folder.path(), MORNING).session_cut_off().unwrap().items;
        assert_eq!(items.len(), left, "{of:?}");
        assert!(items.iter().all(|item| item.bout.line.as_str() != "bridge"));
        journal.withdraw_plan_fact(stop.record).unwrap();
        assert!(
            !open(folder.path(), MORNING).session_cut_off().unwrap().items.is_empty(),
            "taken back"
        );
    }
}

#[test]
fn what_the_sheet_stopped_in_the_middle_of_it_is_not_begun() {
    let folder = folder();
    let alone = SessionOf { line: LineId::new("bridge"), ..SessionOf::default() };
    let morning = SessionOf { round: RoundId::new("morning"), ..SessionOf::default() };
    let mut journal = open(folder.path(), MORNING);
    journal.record_work(&bout("bridge", "morning", TODAY), 1, BodySide::Both, 4, 0).unwrap();
    let begins = |journal: &mut Journal| {
        let of_bridge =
            |items: Vec<AgendaItem>| items.iter().any(|item| item.bout.line.as_str() == "bridge");
        [&morning, &alone].map(|of| of_bridge(journal.begin_session(of).unwrap()))
    };
    assert_eq!(begins(&mut journal), [true, true]);
    let seven = journal.pain_of_day(Some(7), None, None).unwrap();
    assert_eq!(seven[0].follows.outcome, PainOutcome::StopSome);
    assert_eq!(begins(&mut journal), [false, false]);
    journal.withdraw_plan_fact(seven[0].record).unwrap();
    assert_eq!(begins(&mut journal), [true, true], "taken back");
}

#[test]
fn a_yes_to_the_question_about_the_calf_stops_the_legs() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let walk = LineId::new("walk").unwrap();
    let yes = journal.asked_and_yes(Some(&walk), SafetyQuestion::Calf).unwrap();
    let legs = ["bridge", "heel-slide", "bridge", "bridge", "heel-slide", "walk", "walk"];
    assert_eq!(withheld(&journal), legs);
    journal.spoken_to(&[yes], None, day(TODAY), None).unwrap();
    assert_eq!(withheld(&journal), Vec::<String>::new());
    // A round may run on into the first day of a sheet without the line: the yes is kept, and stops the legs.
    let other = LineId::new("other").unwrap();
    journal.asked_and_yes(Some(&other), SafetyQuestion::Calf).unwrap();
    assert_eq!(withheld(&open(folder.path(), MORNING)), legs);
    for wrong in [Hurt { line: Some(other), ..hurt(3) }, hurt(11), Hurt { line: None, ..hurt(3) }] {
        assert!(journal.record_hurt(&wrong, None).is_err());
    }
}

#[test]
fn a_morning_is_kept_with_the_usual_one_that_it_is_compared_with() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let usual = journal.usual_morning(UsualMorning { back: Some(2), leg: None }).unwrap();
    let answers = journal.answer_pain(PainMoment::NextMorning, Some(4), Some(3)).unwrap();
    assert_eq!(answers.len(), 2);
    journal.usual_morning(UsualMorning { back: Some(4), leg: Some(0) }).unwrap();
    let hurts = |journal: &Journal| -> Vec<(HurtPlace, Option<u8>, Option<u8>)> {
        let said = journal.said().unwrap().into_iter().rev().filter(|said| said.stands);
        let hurts = said.filter_map(|said| match said.fact {
            PlanFact::Hurt { hurt, .. } => Some((hurt.place, hurt.score, hurt.usual)),
            _ => None,
        });
        hurts.collect()
    };
    let kept = [(HurtPlace::Back, Some(4), Some(2)), (HurtPlace::Leg, Some(3), None)];
    assert_eq!(hurts(&open(folder.path(), MORNING)), kept, "corrected later, it changes nothing");
    // What is no morning is compared with nothing; what was not rated is not there.
    let before = journal.answer_pain(PainMoment::Before, None, Some(1)).unwrap();
    assert_eq!(before.len(), 1);
    assert_eq!(hurts(&journal).last(), Some(&(HurtPlace::Leg, Some(1), None)));
    assert!(journal.answer_pain(PainMoment::NextMorning, None, None).unwrap().is_empty());

    for wrong in
        [UsualMorning { back: None, leg: None }, UsualMorning { back: Some(11), leg: None }]
    {
        assert!(journal.usual_morning(wrong).is_err());
    }
    assert!(journal.answer_pain(PainMoment::NextMorning, Some(11), None).is_err());
    journal.withdraw_plan_fact(usual).unwrap();
    journal.put_back_plan_fact(journal.said().unwrap()[0].record).unwrap();
}
