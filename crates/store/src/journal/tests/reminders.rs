use backwise_core::person::PersonFact;
use backwise_core::record::{EnteredBy, EvidenceKind};
use backwise_core::reminder::Why;
use backwise_core::schedule::State;
use backwise_core::time::{Span, ZoneDatabase};

use tempfile::TempDir;

use super::{MORNING, TODAY, bout, day, done, folder_with_plan, key, open, sheet, states};
use crate::clock::Clock;
use crate::{Journal, ResidentLock, StoreError};

fn evidence(journal: &Journal) -> Vec<EvidenceKind> {
    let seen = crate::rows::seen::evidence(&journal.connection, day(TODAY), day(TODAY)).unwrap();
    seen.into_iter().map(|seen| seen.kind).collect()
}

fn shown_rounds(journal: &Journal) -> Vec<(String, Why)> {
    let planned = journal.plan_reminders().unwrap();
    planned.show.into_iter().map(|one| (one.key.round.to_string(), one.why)).collect()
}

#[test]
fn only_one_of_two_gets_a_reminder() {
    let folder = folder_with_plan();
    let (mut one, mut other) = (open(folder.path(), MORNING), open(folder.path(), MORNING));
    assert!(one.claim_reminder(&key("morning", TODAY)).unwrap());
    assert!(!other.claim_reminder(&key("morning", TODAY)).unwrap());
    assert!(other.claim_reminder(&key("noon", TODAY)).unwrap());
    one.reminder_shown(&key("morning", TODAY)).unwrap();
    assert!(!other.claim_reminder(&key("morning", TODAY)).unwrap());
    assert_eq!(evidence(&other), [EvidenceKind::Shown]);
}

#[test]
fn whoever_claimed_and_died_silences_nothing() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    assert!(open(folder.path(), MORNING).claim_reminder(&morning).unwrap());
    assert!(!open(folder.path(), "2026-11-18T08:04:59Z").claim_reminder(&morning).unwrap());
    assert!(open(folder.path(), "2026-11-18T08:05:00Z").claim_reminder(&morning).unwrap());
    // And neither does a claim from before the clock was set back.
    assert!(open(folder.path(), "2026-11-18T07:00:00Z").claim_reminder(&morning).unwrap());
}

#[test]
fn what_the_desktop_did_not_take_is_tried_again_ever_more_seldom() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut now = open(folder.path(), MORNING).clock().now();
    for wait in [30, 120, 600, 600] {
        let mut journal = open(folder.path(), &now.to_rfc3339());
        journal.set_reminders(true).unwrap();
        assert!(journal.claim_reminder(&morning).unwrap());
        journal.reminder_not_taken(&morning).unwrap();
        let too_early = now + Span::seconds(wait - 1);
        assert!(!open(folder.path(), &too_early.to_rfc3339()).claim_reminder(&morning).unwrap());
        let next = journal.plan_reminders().unwrap();
        assert_eq!((next.show.len(), next.next_wake), (0, Some(now + Span::seconds(wait))));
        now += Span::seconds(wait);
    }
    let journal = open(folder.path(), &now.to_rfc3339());
    assert_eq!(evidence(&journal), [EvidenceKind::Undeliverable]);
    assert!(!journal.reminder_health(true).unwrap().last_delivery.unwrap().taken);
}

#[test]
fn a_reminder_comes_back_when_it_was_asked_to_and_not_before() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut journal = open(folder.path(), MORNING);
    journal.set_reminders(true).unwrap();
    assert_eq!(shown_rounds(&journal), [("morning".to_owned(), Why::Late)]);
    assert!(journal.claim_reminder(&morning).unwrap());
    journal.reminder_shown(&morning).unwrap();
    assert_eq!(shown_rounds(&journal), []);
    journal.snooze_reminder(&morning, Span::minutes(10)).unwrap();
    assert!(!journal.claim_reminder(&morning).unwrap());
    let mut later = open(folder.path(), "2026-11-18T08:13:00Z");
    assert_eq!(shown_rounds(&later), [("morning".to_owned(), Why::Snoozed)]);
    assert!(later.claim_reminder(&morning).unwrap());
    later.close_reminder(&morning).unwrap();
    assert_eq!(shown_rounds(&later), []);
    later.snooze_reminder(&morning, Span::minutes(10)).unwrap();
    assert!(!open(folder.path(), "2026-11-18T08:30:00Z").claim_reminder(&morning).unwrap());
    for never in [Span::zero(), Span::minutes(-1), Span::hours(25)] {
        let refused = later.snooze_reminder(&morning, never);
        assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
    }
}

#[test]
fn an_answer_given_while_the_desktop_is_asked_stays() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    for desktop_took_it in [true, false] {
        let mut resident = open(folder.path(), MORNING);
        resident.set_reminders(true).unwrap();
        assert!(resident.claim_reminder(&morning).unwrap());
        open(folder.path(), "2026-11-18T07:50:00Z")
            .snooze_reminder(&morning, Span::minutes(10))
            .unwrap();
        if desktop_took_it {
            resident.reminder_shown(&morning).unwrap();
        } else {
            resident.reminder_not_taken(&morning).unwrap();
        }
        assert_eq!(shown_rounds(&resident), [("morning".to_owned(), Why::Snoozed)]);
    }
}

#[test]
fn what_was_put_back_comes_again_and_stays_shown_in_the_record() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut journal = open(folder.path(), MORNING);
    assert!(journal.claim_reminder(&morning).unwrap());
    journal.reminder_shown(&morning).unwrap();
    journal.put_back_reminder(&morning).unwrap();
    assert!(journal.claim_reminder(&morning).unwrap());
    assert_eq!(evidence(&journal), [EvidenceKind::Shown]);
    assert!(journal.reminder_health(true).unwrap().last_delivery.unwrap().taken);
    journal.close_reminder(&morning).unwrap();
    journal.put_back_reminder(&morning).unwrap();
    assert!(!journal.claim_reminder(&morning).unwrap(), "closed stays closed");
}

#[test]
fn what_is_done_rings_no_more_and_goes_off_the_screen() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut resident = open(folder.path(), MORNING);
    resident.set_reminders(true).unwrap();
    assert!(resident.claim_reminder(&morning).unwrap());
    resident.reminder_shown(&morning).unwrap();
    let mut window = open(folder.path(), MORNING);
    for line in ["bridge", "heel-slide"] {
        super::done(&mut window, line, "morning", TODAY);
    }
    let close = resident.plan_reminders().unwrap().close;
    assert_eq!(close, std::slice::from_ref(&morning));
    resident.close_reminder(&morning).unwrap();
    assert_eq!(resident.plan_reminders().unwrap().close, []);
    // What is still on the screen from the day before goes too.
    let evening = key("evening", "2026-11-17");
    assert!(resident.claim_reminder(&evening).unwrap());
    assert_eq!(resident.plan_reminders().unwrap().close, [evening]);
}

#[test]
fn what_a_clock_that_was_ahead_showed_or_put_off_rings_at_its_time() {
    let folder = folder_with_plan();
    open(folder.path(), MORNING).set_reminders(true).unwrap();
    // (The hour of the clock that is ahead, the day that it shows, the true hours before it and when it rings.)
    let cases = [
        ("2026-11-18T19:02:00Z", TODAY, "2026-11-18T06:31:00Z", "2026-11-18T19:00:00Z"),
        ("2026-11-20T19:02:00Z", "2026-11-20", "2026-11-19T09:00:00Z", "2026-11-20T19:00:00Z"),
    ];
    for (ahead, on, now, rings) in cases {
        let evening = key("evening", on);
        let mut wrong = open(folder.path(), ahead);
        assert!(wrong.claim_reminder(&evening).unwrap());
        wrong.reminder_shown(&evening).unwrap();
        wrong.snooze_reminder(&evening, Span::minutes(10)).unwrap();
        let mut right = open(folder.path(), now);
        let planned = right.plan_reminders().unwrap();
        assert_eq!(planned.forget, std::slice::from_ref(&evening));
        assert!(!planned.close.contains(&evening));
        right.forget_reminder(&evening).unwrap();
        let mut later = open(folder.path(), rings);
        assert_eq!(shown_rounds(&later), [("evening".to_owned(), Why::Due)]);
        assert!(later.claim_reminder(&evening).unwrap());
        later.reminder_shown(&evening).unwrap();
        assert_eq!(later.plan_reminders().unwrap().forget, [], "and once");
        assert_eq!(shown_rounds(&later), []);
    }
    // Nobody can wait longer than a day.
    let morning = key("morning", TODAY);
    open(folder.path(), "2026-11-20T08:00:00Z")
        .snooze_reminder(&morning, Span::minutes(10))
        .unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(shown_rounds(&journal), [("morning".to_owned(), Why::Snoozed)]);
    assert!(journal.claim_reminder(&morning).unwrap());
}

#[test]
fn done_on_a_reminder_is_about_what_it_spoke_of_and_nothing_else() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut journal = open(folder.path(), MORNING);
    journal.set_reminders(true).unwrap();
    assert!(journal.claim_reminder(&morning).unwrap());
    journal.reminder_shown(&morning).unwrap();
    // The popup spoke of the bridge alone; by now the round asks for the heel slide, too.
    assert_eq!(journal.finish_round(&morning, &[bout("bridge", "morning", TODAY)]).unwrap(), 1);
    let standing = journal.plan_reminders().unwrap().standing;
    assert_eq!(standing[0].bouts, [bout("heel-slide", "morning", TODAY)], "it is asked for still");
    // What it never spoke of here is no answer to it.
    assert_eq!(journal.finish_round(&morning, &[bout("bridge", "noon", TODAY)]).unwrap(), 0);
    assert_eq!(journal.finish_round(&morning, &standing[0].bouts).unwrap(), 1);
    let planned = journal.plan_reminders().unwrap();
    assert_eq!((planned.show, planned.standing), (vec![], vec![]));
    assert!(!journal.claim_reminder(&morning).unwrap(), "now it is closed");
}

#[test]
fn no_press_on_a_popup_closes_what_a_question_of_safety_comes_before_by_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let asked = sheet("ward", 1, "2026-11-16")
        .replace("exercise = \"bridge\"\n", "exercise = \"bridge\"\nsafety_question = \"calf\"\n");
    journal.import_plan(asked.as_bytes(), "ward.backwise", true).unwrap();
    let (bridge, slide) = (bout("bridge", "morning", TODAY), bout("heel-slide", "morning", TODAY));
    assert_eq!(journal.finish_round(&key("morning", TODAY), &[bridge, slide]).unwrap(), 1);
    assert_eq!(states(&journal, TODAY)[1], State::Done, "the heel slide alone");
}

#[test]
fn what_was_shown_and_could_not_be_written_counts_as_shown() {
    let folder = folder_with_plan();
    let morning = key("morning", TODAY);
    let mut journal = open(folder.path(), MORNING);
    journal.set_reminders(true).unwrap();
    let unwritten = std::collections::BTreeSet::from([morning.clone()]);
    let planned = |journal: &Journal| {
        let planned = journal.plan_reminders_beside(&unwritten).unwrap();
        (planned.show.len(), planned.standing.len())
    };
    assert_eq!(planned(&journal), (0, 1));
    assert!(journal.claim_reminder(&morning).unwrap());
    assert_eq!(
        planned(&open(folder.path(), "2026-11-18T08:30:00Z")),
        (0, 1),
        "nor when a claim ends"
    );
    journal.snooze_reminder(&morning, Span::minutes(10)).unwrap();
    assert_eq!(planned(&open(folder.path(), "2026-11-18T08:30:00Z")), (1, 0), "an answer stays");
}

#[test]
fn evidence_is_written_once_a_kind() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let morning = key("morning", TODAY);
    let planned = journal.plan_reminders().unwrap();
    assert_eq!(planned.seen.len(), 1, "reminders are off until somebody asked for them");
    for _ in 0..2 {
        journal.saw(&morning, EvidenceKind::SwitchedOff).unwrap();
    }
    journal.saw(&morning, EvidenceKind::SilentBecauseDone).unwrap();
    let mut found = evidence(&journal);
    found.sort();
    assert_eq!(found, [EvidenceKind::SilentBecauseDone, EvidenceKind::SwitchedOff]);
}

#[test]
fn opening_the_app_is_seen_of_the_round_that_is_open_then_and_of_no_other() {
    let folder = folder_with_plan();
    for (now, seen) in [
        ("2026-11-18T06:59:59Z", vec![]),
        ("2026-11-18T07:00:00Z", vec!["morning"]),
        (MORNING, vec!["morning"]),
        ("2026-11-18T23:30:00Z", vec!["morning", "evening"]),
    ] {
        let mut journal = open(folder.path(), now);
        journal.app_opened().unwrap();
        let today = day(TODAY);
        let found = crate::rows::seen::evidence(&journal.connection, today, today).unwrap();
        assert!(found.iter().all(|seen| seen.kind == EvidenceKind::AppOpen));
        let found: Vec<_> = found.iter().map(|seen| seen.round.as_str()).collect();
        assert_eq!(found, seen, "{now}");
    }
}

#[test]
fn a_journey_does_not_change_what_was_told_of_past_rounds() {
    let folder = folder_with_plan();
    // 13:30 in Berlin: the morning round is open. In Auckland that moment lies in another window.
    open(folder.path(), "2026-11-18T12:30:00Z").app_opened().unwrap();
    for zone in ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Honolulu"] {
        let zone = ZoneDatabase::embedded().zone(zone).unwrap();
        let clock = Clock::fixed(Some("2026-11-20T20:00:00Z".parse().unwrap()), Some(zone));
        let states = states(&Journal::open(folder.path(), clock).unwrap(), TODAY);
        let (told, not_told) = (State::NoEntry, State::NotReminded);
        assert_eq!(states, [told, told, not_told, not_told, not_told]);
    }
}

#[test]
fn the_health_says_who_runs_and_what_comes_next() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let health = journal.reminder_health(true).unwrap();
    assert!(!health.switched_on && !health.resident_alive && health.last_delivery.is_none());
    let next = health.next.unwrap();
    assert_eq!((next.key, next.items), (key("noon", TODAY), 1));
    let _resident = ResidentLock::take(folder.path()).unwrap().unwrap();
    journal.set_reminders(true).unwrap();
    let health = journal.reminder_health(false).unwrap();
    assert!(health.switched_on && health.resident_alive && !health.supported);
    assert_eq!(journal.coming_reminders(Some(day("2026-11-19")), 2).unwrap().len(), 6);
    let refused = journal.coming_reminders(None, 367);
    assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
}

#[test]
fn nothing_rings_for_a_plan_whose_operation_was_put_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let text = sheet("ward", 1, "2026-11-16").replace("date = 2026-11-02", "date = 2026-11-16");
    journal.import_plan(text.as_bytes(), "ward.backwise", true).unwrap();
    journal.set_reminders(true).unwrap();
    assert!(!journal.coming_reminders(None, 30).unwrap().is_empty());
    let say = |journal: &mut Journal, date: &str| {
        let date = day(date);
        journal.say(PersonFact::Operation { date }, EnteredBy::Person).unwrap();
    };
    say(&mut journal, "2026-11-30");
    for now in ["2026-11-15T18:00:00Z", MORNING, "2026-12-02T08:03:00Z"] {
        let journal = open(folder.path(), now);
        assert_eq!(shown_rounds(&journal), []);
        assert_eq!(journal.coming_reminders(None, 30).unwrap(), []);
        assert_eq!(journal.today().unwrap().next, None);
    }
    // It was a slip: the plan is right.
    let mut journal = open(folder.path(), MORNING);
    say(&mut journal, "2026-11-16");
    assert_eq!(shown_rounds(&journal), [("morning".to_owned(), Why::Late)]);
}

#[test]
fn what_a_gap_holds_back_is_neither_named_nor_done_and_rings_when_the_gap_is_over() {
    // The bridge of the noon round was done at half past six in the evening, and the next one comes two hours later.
    let open_at_five_past_eight = || {
        let folder = TempDir::new().unwrap();
        let of = "at = \"20:00\"\n";
        let sheet = sheet("ward", 1, "2026-11-16").replace(of, &format!("{of}gap_minutes = 120\n"));
        let mut journal = open(folder.path(), "2026-11-18T17:30:00Z");
        journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
        journal.set_reminders(true).unwrap();
        done(&mut journal, "bridge", "noon", TODAY);
        drop(journal);
        let mut journal = open(folder.path(), "2026-11-18T19:05:00Z");
        let shown = journal.plan_reminders().unwrap().show.swap_remove(0);
        assert_eq!(shown.bouts, [bout("heel-slide", "evening", TODAY)]);
        assert!(journal.claim_reminder(&shown.key).unwrap());
        journal.reminder_shown(&shown.key).unwrap();
        (folder, journal, shown.key)
    };
    let bridge = || bout("bridge", "evening", TODAY);
    let quiet = |journal: &Journal| {
        let planned = journal.plan_reminders().unwrap();
        planned.show.is_empty() && planned.standing.is_empty()
    };

    let (folder, mut journal, evening) = open_at_five_past_eight();
    let named = [bout("heel-slide", "evening", TODAY), bridge()];
    assert_eq!(journal.finish_round(&evening, &named).unwrap(), 1);
    assert!(quiet(&journal));
    drop(journal);
    let mut journal = open(folder.path(), "2026-11-18T19:31:00Z");
    let shown = journal.plan_reminders().unwrap().show.swap_remove(0);
    assert_eq!((shown.why, shown.bouts), (Why::Due, vec![bridge()]));
    assert_eq!(journal.finish_round(&evening, &[bridge()]).unwrap(), 1);
    assert!(quiet(&journal));

    // Whoever presses "Start" is not rung for again at once.
    let (folder, mut journal, evening) = open_at_five_past_eight();
    journal.close_reminder(&evening).unwrap();
    assert!(quiet(&journal));
    drop(journal);
    let journal = open(folder.path(), "2026-11-18T19:31:00Z");
    assert_eq!(shown_rounds(&journal), [("evening".to_owned(), Why::Due)]);

    // Where all of it is held back, the popup that stands names it, and its "Done" is what the person says.
    let (_folder, mut journal, evening) = open_at_five_past_eight();
    done(&mut journal, "heel-slide", "evening", TODAY);
    assert_eq!(journal.plan_reminders().unwrap().standing[0].bouts, [bridge()]);
    assert_eq!(journal.finish_round(&evening, &[bridge()]).unwrap(), 1);
}
