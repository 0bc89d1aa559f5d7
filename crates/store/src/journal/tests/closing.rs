//! What a round ends a bout with, and what was recorded of it elsewhere.

use backwise_core::ids::{LineId, RoundId};
use backwise_core::record::{BodySide, EnteredBy, Fact, Outcome, SkipReason};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::State;
use backwise_core::session::{Found, SessionChoices, script};

use super::{MORNING, TODAY, bout, day, done, finish, folder_with_plan, open, sheet, states};
use crate::StoreError;
use crate::rows::records;
use crate::views::SessionOf;

const SKIPPED: Outcome = Outcome::Skipped { reason: SkipReason::Tired };

#[test]
fn what_a_session_ended_with_stands_over_what_was_recorded_meanwhile() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let morning = bout("bridge", "morning", TODAY);
    let hurt = Outcome::Skipped { reason: SkipReason::Pain };
    // Somebody pressed "Done" on the reminder while the person said in the session that it hurt.
    finish(&mut journal, "morning", TODAY).unwrap();
    let last = journal.close_bout(&morning, &hurt, None).unwrap().record;
    let item = journal.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[0].clone();
    assert_eq!(item.state, State::Skipped { reason: SkipReason::Pain });
    assert_eq!((item.record, item.corrected), (Some(last), true));
    assert_eq!(journal.data_place().unwrap().records, 3, "the other word stays in the record");
    // The same again is no second correction.
    assert_eq!(journal.close_bout(&morning, &hurt, None).unwrap().record, last);
    assert_eq!(journal.data_place().unwrap().records, 3);
}

#[test]
fn what_was_said_to_hurt_elsewhere_stays_though_a_round_ends_it_as_done() {
    let part = |reason| {
        let (sets, repetitions, seconds, counted) = (Some(1), None, None, None);
        Outcome::Partly { sets, repetitions, seconds, counted, reason }
    };
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    for hurt in [skipped.clone(), part(Some(SkipReason::Pain))] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), MORNING);
        let morning = bout("bridge", "morning", TODAY);
        let said = journal.record_bout(&morning, &hurt, None, EnteredBy::Person).unwrap().record;
        for word in [Outcome::Done, part(None), Outcome::Skipped { reason: SkipReason::NoTime }] {
            let kept = journal.close_bout(&morning, &word, None).unwrap();
            assert_eq!((kept.record, kept.already), (said, true), "{word:?}");
        }
        // The person's own correction of that entry is their word.
        journal.correct_bout(said, &Outcome::Done, None, EnteredBy::Person).unwrap();
        assert_eq!(states(&journal, TODAY)[0], State::Done);
    }
}

#[test]
fn what_was_done_elsewhere_is_made_less_of_by_no_round_but_by_what_it_said_itself() {
    let part = |sets| {
        let (repetitions, seconds, counted, reason) = (None, None, None, Some(SkipReason::NoTime));
        Outcome::Partly { sets: Some(sets), repetitions, seconds, counted, reason }
    };
    let skipped = Outcome::Skipped { reason: SkipReason::NoTime };
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let (morning, noon) = (bout("bridge", "morning", TODAY), bout("bridge", "noon", TODAY));
    // A tick elsewhere, of all of it or of some.
    let ticked = done(&mut journal, "bridge", "morning", TODAY).record;
    let some = journal.record_bout(&noon, &part(1), None, EnteredBy::Person).unwrap().record;
    for (bout, ticked, word) in
        [(&morning, ticked, part(1)), (&morning, ticked, skipped.clone()), (&noon, some, skipped)]
    {
        assert_eq!(journal.close_bout(bout, &word, None).unwrap().record, ticked, "{word:?}");
    }
    // More than was said, and what the round said itself.
    let own = journal.close_bout(&noon, &Outcome::Done, None).unwrap();
    assert!(!own.already);
    let less = journal.close_bout(&noon, &part(2), Some(own.record)).unwrap();
    assert!(!less.already);
    // Ticked since: that is the person's word, and no longer the round's.
    journal.correct_bout(less.record, &Outcome::Done, None, EnteredBy::Person).unwrap();
    assert!(journal.close_bout(&noon, &part(1), Some(less.record)).unwrap().already);
    let rounds = journal.agenda(day(TODAY)).unwrap().unwrap().rounds;
    let bridges = rounds.iter().flat_map(|round| &round.items);
    let done = bridges.filter(|item| item.state == State::Done).map(|item| &item.bout);
    assert_eq!(done.collect::<Vec<_>>(), [&morning, &noon]);
}

#[test]
fn a_bout_that_a_session_closes_first_is_recorded_and_keeps_the_words_of_a_later_one() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let morning = bout("bridge", "morning", TODAY);
    let first = journal.close_bout(&morning, &Outcome::Done, None).unwrap().record;
    let item = journal.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[0].clone();
    assert_eq!((item.state, item.record, item.corrected), (State::Done, Some(first), false));
    journal.correct_bout(first, &SKIPPED, Some("sore"), EnteredBy::Person).unwrap();
    let last = journal.close_bout(&morning, &Outcome::Done, None).unwrap().record;
    let kept = records::by_id(&journal.connection, last).unwrap().unwrap().0;
    let note = Some("sore".to_owned());
    assert_eq!(kept.fact, Fact::Bout { bout: morning.clone(), outcome: Outcome::Done, note });
    let refused = journal.close_bout(&bout("bridge", "midnight", TODAY), &Outcome::Done, None);
    assert!(matches!(refused, Err(StoreError::NotFound { .. })), "{refused:?}");
}

#[test]
fn a_round_finds_what_was_ticked_taken_back_and_stopped_since() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let round = RoundId::new("morning");
    let items = journal.begin_session(&SessionOf { round, ..SessionOf::default() }).unwrap();
    let led = script(&items, SessionChoices::default()).items;
    let found = |line: &str| {
        let found = open(folder.path(), MORNING).how_they_stand(&led).unwrap();
        let at = led.iter().position(|item| item.bout.line.as_str() == line).unwrap();
        found.into_iter().nth(at).unwrap()
    };
    let stands = |outcome, is_otherwise| Found { outcome, is_otherwise };
    assert_eq!(found("bridge"), stands(None, false));
    // Being part of the way through is no answer.
    journal.record_work(&bout("bridge", "morning", TODAY), 1, BodySide::Both, 4, 0).unwrap();
    assert_eq!(found("bridge"), stands(None, false));
    let ticked = done(&mut journal, "bridge", "morning", TODAY).record;
    assert_eq!(found("bridge"), stands(Some(Outcome::Done), false), "it is done as it was led");
    assert_eq!(found("heel-slide"), stands(None, false));
    journal.withdraw(ticked).unwrap();
    assert_eq!(found("bridge"), stands(None, false));
    done(&mut journal, "bridge", "morning", TODAY);
    // A yes about the calf stops the legs, also what is done already.
    let line = LineId::new("bridge");
    let yes = journal.asked_and_yes(line.as_ref(), SafetyQuestion::Calf).unwrap();
    assert_eq!(found("bridge"), stands(Some(Outcome::Done), true));
    journal.withdraw_plan_fact(yes).unwrap();
    assert_eq!(found("bridge"), stands(Some(Outcome::Done), false));
}

#[test]
fn what_a_newer_sheet_takes_away_is_found_also_where_the_round_has_done_it() {
    let sheet = || sheet("ward", 2, TODAY);
    let bridge = sheet().find("[[line]]\nid = \"bridge\"").unwrap();
    let slide = sheet().find("[[line]]\nid = \"heel-slide\"").unwrap();
    let from_slide = sheet().split_off(slide);
    for (newer, is_otherwise) in [
        (sheet().replace("title = \"Ward sheet\"", "title = \"Sheet\""), false),
        (sheet().replacen("repetitions = 10", "repetitions = 15", 1), false),
        (sheet().replacen("repetitions = 10", "repetitions = 5", 1), true),
        (sheet().replacen("\"morning\", ", "", 1), true),
        (sheet().replacen("id = \"bridge\"\n", "id = \"bridge\"\noff = true\n", 1), true),
        (sheet()[..bridge].to_owned() + &from_slide, true),
    ] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), MORNING);
        let round = RoundId::new("morning");
        let items = journal.begin_session(&SessionOf { round, ..SessionOf::default() }).unwrap();
        let led = script(&items, SessionChoices::default()).items;
        let closed = journal.close_bout(&items[0].bout, &Outcome::Done, None).unwrap();
        let check = journal.import_plan(newer.as_bytes(), "ward.backwise", true).unwrap();
        assert!(check.problems.is_empty(), "{:?}", check.problems);
        let found = || open(folder.path(), MORNING).how_they_stand(&led).unwrap();
        let stands = |outcome, is_otherwise| Found { outcome, is_otherwise };
        let as_done = [stands(Some(Outcome::Done), is_otherwise), stands(None, false)];
        assert_eq!(found(), as_done, "{newer}");
        assert_eq!(states(&journal, TODAY)[0], State::Done, "what was done stays done");
        // Nor where its entry was taken back since, and some of it was seen.
        let (bout, side) = (&items[0].bout, BodySide::Both);
        journal.record_work(bout, 1, side, 4, 0).unwrap();
        journal.withdraw(closed.record).unwrap();
        assert_eq!(found()[0], stands(None, is_otherwise), "{newer}");
    }
}
