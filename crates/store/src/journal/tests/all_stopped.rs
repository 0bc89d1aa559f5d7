//! What stops every exercise: kept with what stopped it, told on the day, released by the team, mended as a mistake.

use backwise_core::record::{AllStopped, Hurt, HurtPlace, PainMoment, PlanFact, SkipReason};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{AgendaStop, PainOutcome, StopBecause};

use super::*;
use crate::views::SessionOf;

const HURTS: Outcome = Outcome::Skipped { reason: SkipReason::Pain };
const TIRED: Outcome = Outcome::Skipped { reason: SkipReason::Tired };

/// Why all lines are stopped, if they are; and whether something of the day is still asked for.
fn stands(journal: &Journal) -> (Option<StopBecause>, bool) {
    let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
    let asks = agenda.items().any(|item| !item.state.is_settled());
    let stops = agenda.stops.iter().filter(|stop| stop.because.is_of_all());
    let because: Vec<StopBecause> = stops.map(|stop| stop.because).collect();
    (because.first().copied(), asks)
}

fn records_of(journal: &Journal) -> Vec<RecordId> {
    let stops: Vec<AgendaStop> = journal.agenda(day(TODAY)).unwrap().unwrap().stops;
    stops.first().map(|stop| stop.records.clone()).unwrap_or_default()
}

fn whole_morning() -> SessionOf {
    SessionOf { round: RoundId::new("morning"), ..SessionOf::default() }
}

#[test]
fn the_way_back_from_done_takes_back_no_pain_that_was_told_since() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let person = EnteredBy::Person;
    journal.record_bout(&bout("bridge", "morning", TODAY), &HURTS, None, person).unwrap();
    let second = bout("heel-slide", "morning", TODAY);
    let done = journal.record_bout(&second, &Outcome::Done, None, person).unwrap().record;
    let hurt = journal.close_bout(&second, &HURTS, Some(done)).unwrap().record;
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    assert!(matches!(journal.withdraw(done), Err(StoreError::NotFound { .. })));
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    // By its own name it can be taken back, as on Today.
    journal.withdraw(hurt).unwrap();
    assert_eq!(stands(&journal), (None, true));
}

#[test]
fn two_exercises_skipped_for_pain_on_today_stop_all_until_the_team_was_spoken_to() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let person = EnteredBy::Person;
    journal.record_bout(&bout("bridge", "morning", TODAY), &HURTS, None, person).unwrap();
    assert_eq!(stands(&journal), (None, true));
    let second = bout("heel-slide", "morning", TODAY);
    let recorded = journal.record_bout(&second, &HURTS, None, person).unwrap();
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    assert!(journal.begin_session(&whole_morning()).unwrap().is_empty());
    assert_eq!(journal.said().unwrap(), [], "nobody said it: it follows from what was entered");

    // One of them was no pain: nothing is stopped, as if it never had been. And back.
    let tired = journal.correct_bout(recorded.record, &TIRED, None, person).unwrap();
    assert_eq!(stands(&journal), (None, true));
    let hurts = journal.correct_bout(tired, &HURTS, None, person).unwrap();
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    let back = journal.withdraw(hurts).unwrap();
    assert_eq!(stands(&journal), (None, true));
    let put_back = journal.put_back(back).unwrap().record;
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false), "the undo of an undo");
    // It was of yesterday: two of one day are what stops all.
    let moved = journal.move_bout(put_back, day("2026-11-17")).unwrap();
    assert_eq!(stands(&journal), (None, true));
    let again = journal.move_bout(moved.record, day(TODAY)).unwrap();
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    journal.withdraw(again.record).unwrap();
    assert_eq!(stands(&journal), (None, true));

    journal.record_bout(&second, &HURTS, None, person).unwrap();
    let mut later = open(folder.path(), "2026-11-20T08:03:00Z");
    let agenda = later.agenda(day("2026-11-20")).unwrap().unwrap();
    assert!(agenda.items().all(|item| item.state == State::Withheld), "days end nothing");
    later.spoken_to(&records_of(&journal), Some("Ward"), day("2026-11-20"), None).unwrap();
    let agenda = later.agenda(day("2026-11-20")).unwrap().unwrap();
    assert!(agenda.items().all(|item| item.state != State::Withheld));
    assert_eq!(agenda.stops, []);
}

#[test]
fn the_last_exercise_of_a_round_counts_and_so_does_what_is_said_before_it_is_left() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    // A round of two, gone through to its end: no other exercise of it is open.
    for line in ["bridge", "heel-slide"] {
        journal.close_bout(&bout(line, "morning", TODAY), &HURTS, None).unwrap();
    }
    assert_eq!(stands(&journal), (Some(StopBecause::SecondStop), false));
    assert!(journal.is_any_stopped(&[bout("walk", "morning", TODAY)]).unwrap());
    // Said of it afterwards, it is told without any rule.
    let hurt = Hurt {
        line: LineId::new("heel-slide"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        place: HurtPlace::NotSaid,
        score: None,
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    let told = journal.record_hurt(&hurt, None).unwrap().follows.outcome;
    assert_eq!(told, PainOutcome::StopSessionSecondStop);
    // Told again, it is kept once.
    journal.close_bout(&bout("bridge", "noon", TODAY), &HURTS, None).unwrap();
    assert_eq!(records_of(&journal).len(), 1);
}

#[test]
fn a_round_that_goes_on_after_its_window_or_its_day_is_reached_by_a_stop() {
    // The morning is over at 14:00 in Berlin, and the day in the night.
    for (now, round) in [("2026-11-18T13:02:00Z", "morning"), ("2026-11-19T05:02:00Z", "evening")] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), now);
        let left_to_do = [bout("heel-slide", round, TODAY)];
        let is_stopped = |journal: &Journal| journal.is_any_stopped(&left_to_do).unwrap();
        journal.close_bout(&bout("bridge", round, TODAY), &HURTS, None).unwrap();
        assert!(!is_stopped(&journal), "{round}: one of them was left");
        let walk = BoutKey { place: BoutPlace::AnyTime(1), ..bout("walk", round, TODAY) };
        let walk = journal.record_bout(&walk, &HURTS, None, EnteredBy::Person).unwrap();
        assert!(is_stopped(&journal), "{round}: a second one");
        journal.withdraw(walk.record).unwrap();
        assert!(!is_stopped(&journal), "{round}: it was a mistake");
        journal.asked_and_yes(LineId::new("walk").as_ref(), SafetyQuestion::Calf).unwrap();
        assert!(is_stopped(&journal), "{round}: said on Today meanwhile");
        done(&mut journal, "heel-slide", round, TODAY);
        assert!(!is_stopped(&journal), "{round}: nothing is left of it");
    }
}

#[test]
fn what_is_stopped_does_not_ring() {
    let folder = folder_with_plan();
    let mut noon = open(folder.path(), "2026-11-18T13:03:00Z");
    noon.set_reminders(true).unwrap();
    let rings = |journal: &Journal| !journal.plan_reminders().unwrap().show.is_empty();
    assert!(rings(&noon));
    let told = noon.stop_all(AllStopped::Faint, None).unwrap();
    assert!(!rings(&noon));
    assert!(!rings(&open(folder.path(), "2026-11-25T13:03:00Z")));
    noon.withdraw_plan_fact(told.record).unwrap();
    assert!(rings(&noon));
}

#[test]
fn two_exercises_of_a_week_ago_stop_nothing_now() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), "2026-11-26T08:03:00Z");
    for line in ["bridge", "heel-slide"] {
        let of = bout(line, "morning", TODAY);
        journal.record_bout(&of, &HURTS, None, EnteredBy::Person).unwrap();
    }
    let agenda = journal.agenda(day("2026-11-26")).unwrap().unwrap();
    assert!(agenda.items().all(|item| item.state != State::Withheld));
}

#[test]
fn numbness_and_faintness_stop_all_of_it_and_can_be_taken_back() {
    for (why, because, outcome) in [
        (AllStopped::Numb, StopBecause::Numb, PainOutcome::StopSessionNumb),
        (AllStopped::Faint, StopBecause::Faint, PainOutcome::StopSessionFaint),
    ] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), MORNING);
        assert!(!journal.begin_session(&whole_morning()).unwrap().is_empty());
        let told = journal.stop_all(why, LineId::new("bridge")).unwrap();
        assert_eq!(told.follows.outcome, outcome);
        assert!(told.follows.outcome.ends_session());
        assert_eq!(stands(&journal), (Some(because), false));
        assert!(open(folder.path(), MORNING).session_cut_off().unwrap().items.is_empty());
        let said = journal.said().unwrap();
        assert_eq!(said[0].about.as_deref(), Some("Bridge"));
        assert!(matches!(&said[0].fact, PlanFact::AllStopped { because, .. } if *because == why));
        let withdrawal = journal.withdraw_plan_fact(told.record).unwrap();
        assert_eq!(stands(&journal), (None, true));
        journal.put_back_plan_fact(withdrawal).unwrap();
        assert_eq!(stands(&journal), (Some(because), false));
        journal.spoken_to(&records_of(&journal), None, day(TODAY), None).unwrap();
        assert_eq!(stands(&journal), (None, true));
    }
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.stop_all(AllStopped::SecondStop, None).unwrap_err().code(), "out-of-range");
    // What a newer sheet has left out was still being done: it stops all the same.
    journal.stop_all(AllStopped::Faint, LineId::new("none")).unwrap();
    assert_eq!(stands(&journal), (Some(StopBecause::Faint), false));
    assert_eq!(journal.said().unwrap()[0].about, None);
}

#[test]
fn a_yes_about_the_calf_of_no_exercise_names_none_and_is_released_and_taken_back() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let withheld = |journal: &Journal| {
        let agenda = journal.agenda(day(TODAY)).unwrap().unwrap();
        agenda.items().filter(|item| item.state == State::Withheld).count()
    };
    let told = |journal: &Journal| {
        let said = journal.said().unwrap().into_iter();
        let mut said = said.filter(|said| matches!(said.fact, PlanFact::AskedAndYes { .. }));
        let yes = said.next().unwrap();
        assert!(matches!(yes.fact, PlanFact::AskedAndYes { line: None, .. }), "{yes:?}");
        (yes.about, yes.stands)
    };
    let yes = journal.asked_and_yes(None, SafetyQuestion::Calf).unwrap();
    let legs = withheld(&journal);
    assert!(legs > 0);
    assert_eq!(told(&journal), (None, true));
    let taken_back = journal.withdraw_plan_fact(yes).unwrap();
    assert_eq!((withheld(&journal), told(&journal)), (0, (None, false)));
    let again = journal.put_back_plan_fact(taken_back).unwrap();
    assert_eq!((withheld(&journal), told(&journal)), (legs, (None, true)));
    journal.spoken_to(&[again], None, day(TODAY), None).unwrap();
    assert_eq!(withheld(&journal), 0);
    // One of a line is kept and told with it, as ever.
    let walk = LineId::new("walk");
    journal.asked_and_yes(walk.as_ref(), SafetyQuestion::Calf).unwrap();
    let said = journal.said().unwrap();
    let of_walk = |said: &&crate::views::Said| matches!(&said.fact, PlanFact::AskedAndYes { line, .. } if *line == walk);
    assert!(said.iter().find(of_walk).unwrap().about.is_some());
}

const OVER_FIVE: &str = r#"
[[pain.rule]]
as_written = "Leave it out the next time when pain goes over 5"
over = 5
where = "either"
when = "any"
then = "stop"
lasts = "next-time"
"#;

fn folder_with_a_rule() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let sheet = sheet("ward", 1, "2026-11-16") + OVER_FIVE;
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    folder
}

fn seven(line: &str) -> Hurt {
    Hurt {
        line: LineId::new(line),
        bout: None,
        place: HurtPlace::Back,
        score: Some(7),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    }
}

#[test]
fn a_second_stop_that_a_number_made_is_mended_where_both_are_put_right() {
    let folder = folder_with_a_rule();
    let mut journal = open(folder.path(), MORNING);
    let person = EnteredBy::Person;
    journal.record_bout(&bout("bridge", "morning", TODAY), &HURTS, None, person).unwrap();
    let second = bout("heel-slide", "morning", TODAY);
    let number = journal.record_hurt(&seven("heel-slide"), None).unwrap();
    assert_eq!(number.follows.outcome, PainOutcome::StopSessionSecondStop);
    let left = journal.record_bout(&second, &HURTS, None, person).unwrap();
    let is_second = |journal: &Journal| stands(journal).0 == Some(StopBecause::SecondStop);
    let done = journal.correct_bout(left.record, &Outcome::Done, None, person).unwrap();
    assert!(is_second(&journal), "the number stands");
    journal.withdraw_plan_fact(number.record).unwrap();
    assert!(!is_second(&journal), "and was taken back");
    // The other way round, and where the first one was the mistake.
    journal.correct_bout(done, &HURTS, None, person).unwrap();
    assert!(is_second(&journal));
    let number = journal.record_hurt(&seven("walk"), None).unwrap();
    let first = journal.today().unwrap().agenda.unwrap();
    let first = first.items().find_map(|item| item.record).unwrap();
    journal.correct_bout(first, &Outcome::Done, None, person).unwrap();
    assert!(is_second(&journal), "two others were stopped");
    journal.withdraw_plan_fact(number.record).unwrap();
    assert!(!is_second(&journal));
}

#[test]
fn a_stop_for_the_next_time_outlasts_a_pause_of_six_weeks() {
    let folder = folder_with_a_rule();
    let mut journal = open(folder.path(), "2026-11-18T20:02:00Z");
    journal.record_hurt(&Hurt { bout: None, ..seven("walk") }, None).unwrap();
    let (first, last) = (day("2026-11-18"), day("2026-12-30"));
    journal.pause(first, Some(last), None).unwrap();
    let walks = |journal: &Journal, on: &str| -> Vec<bool> {
        let agenda = journal.agenda(day(on)).unwrap().unwrap();
        let walks = agenda.items().filter(|item| item.bout.line.as_str() == "walk");
        walks.map(|item| item.state == State::Withheld).collect()
    };
    let mut journal = open(folder.path(), "2026-12-31T08:02:00Z");
    journal.resume().unwrap();
    assert_eq!(walks(&journal, "2026-12-31"), [true, false], "the next one is left out");
    let journal = open(folder.path(), "2027-01-02T08:02:00Z");
    assert_eq!(walks(&journal, "2027-01-02"), [false, false]);
    assert_eq!(walks(&journal, "2026-12-31"), [true, false]);
}

#[test]
fn what_stops_holds_also_when_the_clock_is_set_back_before_the_moment_in_which_it_was_said() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), "2026-11-18T14:00:00Z");
    let hurt = Hurt { spreading: true, ..seven("bridge") };
    journal.record_hurt(&hurt, None).unwrap();
    assert_eq!(stands(&journal).0, Some(StopBecause::Spreading));
    drop(journal);
    let mut set_back = open(folder.path(), MORNING);
    assert_eq!(stands(&set_back), (Some(StopBecause::Spreading), false));
    assert!(set_back.begin_session(&whole_morning()).unwrap().is_empty());
    let records = records_of(&set_back);
    set_back.spoken_to(&records, Some("Ward"), day(TODAY), None).unwrap();
    assert_eq!(stands(&set_back), (None, true), "their word ends it");
}
