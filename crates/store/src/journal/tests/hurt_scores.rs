//! The numbers of a day: given again later, compared, read together.

use backwise_core::record::{
    Entered, Hurt, HurtPlace, PainMoment, PainPlace, PlanFact, UsualMorning,
};
use backwise_core::schedule::PainOutcome;

use super::hurt::{folder, hurt, withheld};
use super::*;
use crate::rows::plan_facts;

/// The scores of the day that stand, in the order in which they were given.
fn scores(journal: &Journal) -> Vec<(HurtPlace, u8, Option<PainMoment>)> {
    let scores = journal.pain_scores(day(TODAY), day(TODAY)).unwrap();
    scores.into_iter().map(|score| (score.place, score.score, score.when)).collect()
}

#[test]
fn a_number_given_later_in_the_day_stands_beside_the_earlier_and_lifts_no_stop() {
    let folder = folder();
    let (back, leg) = (HurtPlace::Back, HurtPlace::Leg);
    let (before, after) = (Some(PainMoment::Before), Some(PainMoment::After));
    let mut morning = open(folder.path(), MORNING);
    let seven = morning.pain_of_day(Some(7), Some(1), None).unwrap();
    assert_eq!(seven[0].follows.outcome, PainOutcome::StopSome);
    let stopped = withheld(&morning);
    assert!(stopped.contains(&"bridge".to_owned()), "{stopped:?}");
    done(&mut morning, "heel-slide", "morning", TODAY);

    // In the evening it is less. Nobody of the team was spoken to.
    let mut evening = open(folder.path(), "2026-11-18T17:00:00Z");
    let three = evening.pain_of_day(Some(3), None, None).unwrap();
    let told = [(back, 7, before), (leg, 1, before), (back, 3, after)];
    assert_eq!(scores(&evening), told);
    assert!(withheld(&evening).contains(&"bridge".to_owned()), "it stays stopped");
    assert_eq!(
        evening.pain_of_day(None, None, None).unwrap(),
        [],
        "nothing rated takes nothing back"
    );
    assert_eq!(scores(&evening), told);
    // Taken back by its record, the later number is gone, and the earlier stands.
    evening.withdraw_plan_fact(three[0].record).unwrap();
    assert_eq!(scores(&evening), told[..2]);
    evening.withdraw_plan_fact(seven[0].record).unwrap();
    assert!(!withheld(&evening).contains(&"bridge".to_owned()), "it was a mistake");
    assert!(evening.pain_of_day(Some(11), None, None).is_err());
}

#[test]
fn a_worse_number_later_in_the_day_stops_from_then_on_also_after_the_team_was_spoken_to() {
    let folder = folder();
    let mut morning = open(folder.path(), MORNING);
    morning.pain_of_day(Some(3), None, None).unwrap();
    let mut noon = open(folder.path(), "2026-11-18T11:00:00Z");
    let seven = noon.pain_of_day(Some(7), None, None).unwrap();
    let scores = noon.pain_scores(day(TODAY), day(TODAY)).unwrap();
    let said: Vec<_> =
        scores.iter().map(|one| (one.at.format("%H:%M").to_string(), one.score)).collect();
    assert_eq!(said, [("08:03".to_owned(), 3), ("11:00".to_owned(), 7)], "each has its moment");
    noon.spoken_to(&[seven[0].record], Some("Ward line"), day(TODAY), None).unwrap();
    assert_eq!(withheld(&noon), Vec::<String>::new());
    // The same number again is another pain: the word of the team was about the one before.
    let mut evening = open(folder.path(), "2026-11-18T17:00:00Z");
    assert_eq!(evening.pain_of_day(Some(7), None, None).unwrap().len(), 1);
    assert!(withheld(&evening).contains(&"bridge".to_owned()));
}

#[test]
fn a_number_of_the_day_is_not_that_of_the_morning_and_is_compared_with_no_usual_one() {
    let folder = folder();
    let mut morning = open(folder.path(), MORNING);
    morning.usual_morning(UsualMorning { back: Some(2), leg: None }).unwrap();
    morning.answer_pain(PainMoment::NextMorning, Some(2), None).unwrap();
    let mut evening = open(folder.path(), "2026-11-18T17:00:00Z");
    evening.pain_of_day(Some(4), None, None).unwrap();
    let kept = evening.said().unwrap().into_iter().find_map(|said| match said.fact {
        PlanFact::Hurt { hurt, .. } if hurt.score == Some(4) => Some((hurt.when, hurt.usual)),
        _ => None,
    });
    assert_eq!(kept, Some((PainMoment::Before, None)));
    assert_eq!(scores(&evening).len(), 2);
}

#[test]
fn scores_of_a_day_are_read_together_wherever_they_were_said() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    journal.record_hurt(&hurt(2), None).unwrap();
    journal.record_pain(PainPlace::Leg, 4).unwrap();
    journal.pain_of_day(None, Some(1), None).unwrap();
    let (during, before) = (Some(PainMoment::During), Some(PainMoment::Before));
    let all =
        [(HurtPlace::Back, 2, during), (HurtPlace::Leg, 4, None), (HurtPlace::Leg, 1, before)];
    let mut found = scores(&journal);
    found.sort_by_key(|score| all.iter().position(|one| one == score));
    assert_eq!(found, all);
    assert_eq!(journal.pain_scores(day("2026-11-17"), day("2026-11-17")).unwrap(), []);
}

#[test]
fn what_was_said_elsewhere_or_just_now_is_known_and_what_failed_is_not() {
    let folder = folder();
    let (mut one, mut other) = (open(folder.path(), MORNING), open(folder.path(), MORNING));
    assert_eq!((withheld(&one), withheld(&other)), (vec![], vec![]));
    let stop = one.record_hurt(&hurt(7), None).unwrap().record;
    assert_eq!((withheld(&one), withheld(&other)), (vec!["bridge".into(); 3], withheld(&one)));
    let nobody = other.spoken_to(&[stop, RecordId(uuid::Uuid::nil())], None, day(TODAY), None);
    assert!(nobody.is_err(), "the second stop is not known");
    assert_eq!((withheld(&one).len(), withheld(&other).len()), (3, 3));
    other.spoken_to(&[stop], None, day(TODAY), None).unwrap();
    assert_eq!((withheld(&other), withheld(&one)), (vec![], vec![]));
}

#[test]
fn a_number_for_a_day_that_is_over_is_of_that_day_and_judged_by_its_moment() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let of = |journal: &Journal, on: &str| {
        let scores = journal.pain_scores(day(on), day(on)).unwrap();
        scores.into_iter().map(|one| (one.score, one.when)).collect::<Vec<_>>()
    };
    let yesterday = "2026-11-17";
    journal.pain_of_day(Some(2), None, Some(day(yesterday))).unwrap();
    assert_eq!(of(&journal, yesterday), [(2, Some(PainMoment::Before))], "nothing was done of it");
    done(&mut journal, "bridge", "morning", yesterday);
    journal.pain_of_day(None, Some(1), Some(day(yesterday))).unwrap();
    assert_eq!(of(&journal, yesterday).last(), Some(&(1, Some(PainMoment::After))));
    assert_eq!(of(&journal, TODAY), [], "today has none");
    let said = journal.said().unwrap();
    assert!(said.iter().all(|one| one.entered == Entered::Later), "and it says so");
    assert!(journal.pain_of_day(Some(2), None, Some(day("2026-11-19"))).is_err(), "not to come");
}

#[test]
fn a_usual_morning_is_put_right_and_a_later_word_about_it_still_stands() {
    let folder = folder();
    let usual = |back, leg| UsualMorning { back: Some(back), leg };
    let of = |journal: &Journal| {
        let facts = plan_facts::all(&journal.connection).unwrap();
        backwise_core::record::settle_plan_facts(&facts).usual_morning
    };
    let first = open(folder.path(), "2026-11-16T08:00:00Z").usual_morning(usual(7, None)).unwrap();
    let mut journal = open(folder.path(), MORNING);
    let right = journal.correct_usual_morning(first, usual(2, Some(1))).unwrap();
    assert_eq!(of(&journal), Some(usual(2, Some(1))));
    assert!(journal.correct_usual_morning(first, usual(3, None)).is_err(), "it was replaced");
    for wrong in [usual(11, None), UsualMorning { back: None, leg: None }] {
        assert!(journal.correct_usual_morning(right, wrong).is_err());
    }
    journal.usual_morning(usual(4, None)).unwrap();
    let mut evening = open(folder.path(), "2026-11-18T17:00:00Z");
    evening.correct_usual_morning(right, usual(3, None)).unwrap();
    assert_eq!(of(&evening), Some(usual(4, None)), "what was said last");
    let pain = evening.pain_of_day(Some(1), None, None).unwrap();
    assert!(evening.correct_usual_morning(pain[0].record, usual(3, None)).is_err());
}

#[test]
fn a_morning_that_is_put_right_is_compared_with_the_usual_one_of_then() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let usual = |back| UsualMorning { back: Some(back), leg: None };
    journal.usual_morning(usual(2)).unwrap();
    let five = journal.answer_pain(PainMoment::NextMorning, Some(5), None).unwrap();
    let compared = |journal: &Journal| {
        let said = journal.said().unwrap();
        said.into_iter().find_map(|one| match one.fact {
            PlanFact::Hurt { hurt, .. } if one.stands => Some(hurt),
            _ => None,
        })
    };
    let hurt = compared(&journal).unwrap();
    assert_eq!(hurt.usual, Some(2));
    journal.usual_morning(usual(4)).unwrap();
    let six = Hurt { score: Some(6), ..hurt };
    journal.correct_hurt(five[0].record, &six, Some(day(TODAY))).unwrap();
    assert_eq!(compared(&journal).unwrap().usual, Some(2));
}
