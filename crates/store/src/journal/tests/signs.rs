//! A yes to the warning signs stops exercises and prompts, and is kept whatever follows.

use backwise_core::person::PersonFact;
use backwise_core::schedule::WhyAsked;

use super::*;

fn asked(journal: &Journal) -> Option<WhyAsked> {
    journal.today().unwrap().signs.asked
}

fn is_stopped(journal: &Journal) -> bool {
    let today = journal.today().unwrap();
    let all = |state: fn(&State) -> bool| states(journal, TODAY).iter().all(state);
    let stopped = today.signs.stop.is_some();
    assert_eq!(all(|state| *state == State::StoppedByRedFlag), stopped, "the day says the same");
    assert_eq!(today.next.is_none(), stopped, "nothing is next while it is stopped");
    stopped
}

fn kept(folder: &Path) -> Vec<String> {
    let connection = raw(folder);
    let mut statement = connection.prepare("SELECT kind FROM sign_fact ORDER BY at, id").unwrap();
    let kinds = statement.query_map([], |row| row.get(0)).unwrap();
    kinds.map(Result::unwrap).collect()
}

#[test]
fn a_yes_stops_the_day_for_every_program_until_somebody_has_spoken() {
    let folder = folder_with_plan();
    let mut window = open(folder.path(), MORNING);
    window.set_reminders(true).unwrap();
    let resident = open(folder.path(), MORNING);
    assert!(!is_stopped(&window));
    assert_eq!(resident.plan_reminders().unwrap().show.len(), 1, "the morning is due");
    window.answer_signs(true, false).unwrap();
    assert!(is_stopped(&window) && is_stopped(&resident));
    let planned = resident.plan_reminders().unwrap();
    assert_eq!((planned.show, planned.seen), (vec![], vec![]), "prompts are silent");
    assert_eq!(resident.coming_reminders(None, 7).unwrap(), [], "and stay so");
    drop(resident);

    let mut days_later = open(folder.path(), "2026-11-21T08:03:00Z");
    assert_eq!(days_later.today().unwrap().next, None, "days that pass end nothing");
    let said_on = day("2026-11-21");
    assert!(days_later.may_go_on("  ", said_on).is_err(), "somebody's word has a name");
    assert!(days_later.may_go_on("Dr Kahn", day("2026-11-17")).is_err(), "said before the sign");
    assert!(days_later.may_go_on("Dr Kahn", day("2026-11-22")).is_err(), "a day to come");
    assert_eq!(kept(folder.path()), ["yes"], "what was refused wrote nothing");
    days_later.may_go_on(" Dr Kahn ", said_on).unwrap();
    assert!(days_later.today().unwrap().next.is_some());
    assert!(days_later.may_go_on("Dr Kahn", said_on).is_err(), "nothing is stopped any more");
    assert_eq!(states(&days_later, TODAY), [State::StoppedByRedFlag; 5], "the past stays told");
    assert_eq!(kept(folder.path()), ["yes", "go-on"]);
}

#[test]
fn a_mistaken_tap_keeps_both_entries_and_restores_the_plan() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.set_reminders(true).unwrap();
    let before = states(&journal, TODAY);
    assert!(journal.answer_signs(false, true).is_err(), "there is no mistake to mend");
    journal.answer_signs(true, false).unwrap();
    journal.answer_signs(true, true).unwrap();
    assert!(is_stopped(&journal), "asked again and answered with yes");
    journal.answer_signs(false, true).unwrap();
    assert!(!is_stopped(&journal));
    assert_eq!(states(&journal, TODAY), before);
    assert_eq!(kept(folder.path()), ["yes", "yes", "no"]);
    let stand: Vec<_> =
        journal.signs_said().unwrap().into_iter().map(|one| (one.stands, one.fact)).collect();
    let answer = |any| backwise_core::record::SignFact::Answer { any };
    assert_eq!(stand, [(true, answer(false)), (false, answer(true)), (false, answer(true))]);
    assert_eq!(journal.plan_reminders().unwrap().show.len(), 1, "prompts go on");
}

#[test]
fn the_question_comes_weekly_in_the_third_week_and_after_it_hurt() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(asked(&journal), Some(WhyAsked::Weekly));
    journal.answer_signs(false, false).unwrap();
    assert_eq!(asked(&journal), None);
    let mut later = open(folder.path(), "2026-11-18T08:10:00Z");
    let hurt = Outcome::Skipped { reason: backwise_core::record::SkipReason::Pain };
    let first = bout("bridge", "morning", TODAY);
    later.record_bout(&first, &hurt, None, EnteredBy::Person).unwrap();
    assert_eq!(asked(&later), Some(WhyAsked::Hurt));
    let mut at_last = open(folder.path(), "2026-11-18T08:20:00Z");
    at_last.answer_signs(false, false).unwrap();
    assert_eq!(asked(&at_last), None);
    let next_week = open(folder.path(), "2026-11-25T08:03:00Z");
    assert_eq!(asked(&next_week), Some(WhyAsked::Weekly));
}

#[test]
fn without_a_plan_the_question_and_the_stop_work_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(asked(&journal), Some(WhyAsked::Weekly));
    assert_eq!(journal.topics_of_the_week().unwrap(), None);
    let operation = PersonFact::Operation { date: day("2026-11-12") };
    journal.say(operation, EnteredBy::Person).unwrap();
    assert_eq!(asked(&journal), Some(WhyAsked::Daily), "in the first week, as the person says");
    assert_eq!(journal.topics_of_the_week().unwrap().unwrap().week, 1);
    journal.answer_signs(true, false).unwrap();
    assert!(journal.today().unwrap().signs.stop.is_some());
    journal.may_go_on("Ward", day(TODAY)).unwrap();
    assert_eq!(journal.today().unwrap().signs.stop, None);
}

#[test]
fn what_was_recorded_while_stopped_is_kept() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.answer_signs(true, false).unwrap();
    done(&mut journal, "bridge", "morning", TODAY);
    assert_eq!(states(&journal, TODAY)[0], State::Done);
}

#[test]
fn a_fact_about_signs_is_never_changed() {
    let folder = folder_with_plan();
    open(folder.path(), MORNING).answer_signs(true, false).unwrap();
    for change in ["UPDATE sign_fact SET kind = 'no'", "DELETE FROM sign_fact"] {
        assert!(raw(folder.path()).execute(change, []).is_err(), "{change}");
    }
}

#[test]
fn a_no_and_a_word_that_were_not_meant_are_taken_back_and_the_stop_holds_again() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(asked(&journal), Some(WhyAsked::Weekly));
    let slip = journal.answer_signs(false, false).unwrap();
    assert_eq!(asked(&journal), None);
    journal.withdraw_sign(slip).unwrap();
    assert_eq!(asked(&journal), Some(WhyAsked::Weekly), "nothing was answered");
    assert!(journal.withdraw_sign(slip).is_err(), "it was taken back already");

    let yes = journal.answer_signs(true, false).unwrap();
    assert!(journal.withdraw_sign(yes).is_err(), "a yes is answered anew");
    for _ in 0..2 {
        let mended = journal.answer_signs(false, true).unwrap();
        assert!(!is_stopped(&journal));
        journal.withdraw_sign(mended).unwrap();
        assert!(is_stopped(&journal), "and it was no mistake");
    }
    let word = journal.may_go_on("Ward", day(TODAY)).unwrap();
    assert!(!is_stopped(&journal));
    let begun = [bout("bridge", "morning", TODAY)];
    assert!(!journal.is_any_stopped(&begun).unwrap());
    let withdrawal = journal.withdraw_sign(word).unwrap();
    assert!(is_stopped(&journal), "nobody said that they may go on");
    assert!(journal.is_any_stopped(&begun).unwrap(), "what was begun meanwhile ends");
    assert!(journal.withdraw_sign(withdrawal).is_err());
    assert!(journal.withdraw_sign(word).is_err());
    journal.may_go_on("Ward", day(TODAY)).unwrap();
    assert!(!is_stopped(&journal));
    assert_eq!(kept(folder.path()).len(), 10, "all of it stays in the file");
    // And all of it can be read later: what was answered, who said go on, and what no longer stands.
    use backwise_core::record::SignFact::{Answer, GoOn};
    let said = open(folder.path(), "2026-11-19T09:00:00Z").signs_said().unwrap().into_iter();
    let said: Vec<_> = said.map(|one| (one.day, one.fact, one.stands)).collect();
    assert!(said.iter().all(|(on, ..)| *on == day(TODAY)), "each stands on its own day");
    let said: Vec<_> = said.into_iter().map(|(_, fact, stands)| (fact, stands)).collect();
    let word = GoOn { who: "Ward".to_owned(), said_on: day(TODAY) };
    let (yes, no) = (Answer { any: true }, Answer { any: false });
    let gone = (no, false);
    let all = [(word.clone(), true), (word, false), gone.clone(), gone.clone(), (yes, true), gone];
    assert_eq!(said, all);
}

#[test]
fn a_clock_that_is_set_back_lets_no_old_word_end_a_new_sign() {
    let folder = folder_with_plan();
    open(folder.path(), "2026-11-18T10:00:00Z").answer_signs(true, false).unwrap();
    let mut ahead = open(folder.path(), "2026-11-18T10:30:00Z");
    ahead.may_go_on("Ward", day(TODAY)).unwrap();
    assert!(!is_stopped(&ahead));
    drop(ahead);
    let mut set_back = open(folder.path(), "2026-11-18T07:40:00Z");
    assert!(!is_stopped(&set_back), "what was ended is over, whatever the clock says");
    set_back.answer_signs(true, false).unwrap();
    drop(set_back);
    let mut later = open(folder.path(), "2026-11-18T07:50:00Z");
    assert!(is_stopped(&later), "the word was about another sign");
    later.may_go_on("Ward", day(TODAY)).unwrap();
    assert!(!is_stopped(&later));
    assert_eq!(kept(folder.path()), ["yes", "go-on", "yes", "go-on"], "in the order of entry");
}

#[test]
fn a_sign_of_a_clock_that_was_a_day_ahead_ends_by_a_word_of_today() {
    let folder = folder_with_plan();
    open(folder.path(), "2026-11-19T10:00:00Z").answer_signs(true, false).unwrap();
    let mut put_right = open(folder.path(), MORNING);
    assert!(is_stopped(&put_right));
    put_right.may_go_on("Ward", day(TODAY)).unwrap();
    assert!(!is_stopped(&put_right));
}
