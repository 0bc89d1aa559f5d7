//! What changes while a popup is on the screen, and a disk that is full.

use backwise_core::record::{BodySide, BoutKey};

use super::*;

fn bouts(person: &Person) -> Vec<BoutKey> {
    person.round("morning").items.into_iter().map(|item| item.bout).collect()
}

#[test]
fn a_popup_says_what_is_open_and_done_on_it_speaks_of_that_alone() {
    let person = Person::new();
    let bouts = bouts(&person);
    let mut window = person.journal("08:31");
    let done = window.record_bout(&bouts[0], &Outcome::Done, None, EnteredBy::Person).unwrap();
    let mut resident = person.resident("08:32");
    resident.tick().unwrap();
    assert!(matches!(&person.seen()[..], [Seen::Shown { body, .. }] if body.contains("One exer")));
    // The tick was a slip. Before the resident looks again "Done" is pressed, for the one exercise.
    window.withdraw(done.record).unwrap();
    resident.answer(PopupId(1), Answer::Done).unwrap();
    let open: Vec<bool> =
        person.round("morning").items.iter().map(|item| !item.state.is_settled()).collect();
    assert_eq!(open, [true, false]);
    // What is left is told of again.
    resident.tick().unwrap();
    let seen = person.seen();
    assert!(
        matches!(&seen[..], [Seen::Closed(PopupId(1)), Seen::Shown { body, .. }] if body.contains("One exer")),
        "{seen:?}"
    );
    resident.answer(PopupId(2), Answer::Done).unwrap();
    resident.tick().unwrap();
    assert!(person.round("morning").is_settled());
    assert_eq!(person.seen(), [Seen::Closed(PopupId(2))]);
}

#[test]
fn a_popup_is_shown_anew_in_its_place_when_what_is_open_changes() {
    let person = Person::new();
    let bouts = bouts(&person);
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    let mut window = person.journal("08:31");
    window.record_work(&bouts[0], 1, BodySide::Both, 5, 30).unwrap();
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning()], "a set that was done changes nothing of what is open");
    let done = window.record_bout(&bouts[0], &Outcome::Done, None, EnteredBy::Person).unwrap();
    resident.tick().unwrap();
    window.withdraw(done.record).unwrap();
    resident.tick().unwrap();
    resident.tick().unwrap();
    let seen = person.seen();
    let [Seen::Changed { body: one, replaces: Some(PopupId(1)), .. }, two] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert!(one.starts_with("One exercise,"), "{one}");
    assert!(
        matches!(two, Seen::Changed { body, replaces: Some(PopupId(2)), .. } if body.starts_with("Two exercises,"))
    );
}

#[test]
fn what_would_not_come_back_stays_on_the_screen_without_the_button() {
    let person = Person::new();
    // The afternoon round of this plan begins at half past one, and the morning ends there.
    let mut resident = person.resident("12:29");
    resident.tick().unwrap();
    assert_eq!(person.seen().len(), 1);
    resident.answer(PopupId(1), Answer::Snooze).unwrap();
    assert_eq!(person.seen(), [Seen::Closed(PopupId(1))]);
    let mut late = person.resident("13:25");
    late.tick().unwrap();
    let buttons = [Answer::Open, Answer::Start, Answer::Done];
    let seen = person.seen();
    assert!(matches!(&seen[..], [Seen::Shown { .. }]), "{seen:?}");
    late.answer(PopupId(1), Answer::Snooze).unwrap();
    let seen = person.seen();
    assert!(
        matches!(&seen[..], [Seen::Changed { buttons: left, replaces: Some(PopupId(1)), .. }] if *left == buttons),
        "{seen:?}"
    );
    late.answer(PopupId(2), Answer::Done).unwrap();
    assert!(person.round("morning").is_settled());
}

#[test]
fn start_on_a_popup_for_two_rounds_leaves_the_other_one_there() {
    let by_clock = r#"as_written = "Heel slides: 10 each leg"
exercise = "heel-slide"
repetitions = 10
side = "each"
days = "every day"
"#;
    let sheet = PLAN.replace(
        &format!("{by_clock}rounds = [\"morning\", \"afternoon\", \"evening\"]"),
        &format!("{by_clock}every_hours = 4\nbetween = [\"08:30\", \"20:30\"]"),
    );
    assert_ne!(sheet, PLAN);
    let person = Person::with(&sheet);
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    let seen = person.seen();
    assert!(matches!(&seen[..], [Seen::Shown { title, .. }] if title == "Next: two rounds"));
    let opened = resident.answer(PopupId(1), Answer::Start).unwrap().unwrap();
    let seen = person.seen();
    let [Seen::Changed { body, replaces: Some(PopupId(1)), .. }] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert!(body.starts_with("One exercise"), "{body}");
    resident.tick().unwrap();
    let other = resident.answer(PopupId(2), Answer::Start).unwrap().unwrap();
    assert_ne!(opened, other);
    assert_eq!(person.seen(), [Seen::Closed(PopupId(2))]);
}

/// Nothing of reminders can be written, as on a full disk, until the second statement is run.
const FULL: &str =
    "CREATE TRIGGER full_1 BEFORE INSERT ON reminder BEGIN SELECT RAISE(ABORT, 'full'); END;
    CREATE TRIGGER full_2 BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'full'); END;";
const SPACE_AGAIN: &str = "DROP TRIGGER full_1; DROP TRIGGER full_2;";

fn disk(person: &Person, sql: &str) {
    let file = person.path().join("journal.db");
    rusqlite::Connection::open(file).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn on_a_full_disk_it_rings_once_and_its_buttons_are_heard() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    disk(&person, FULL);
    for _ in 0..3 {
        assert!(resident.tick().is_err(), "it is said");
    }
    assert_eq!(person.seen(), [morning()]);
    assert_eq!(resident.answer(PopupId(1), Answer::Start).unwrap().unwrap().as_str(), "morning");
    assert!(resident.tick().is_err());
    assert_eq!(person.seen(), [Seen::Closed(PopupId(1))], "and it does not ring again");
    // Once there is space the record has it.
    disk(&person, SPACE_AGAIN);
    resident.tick().unwrap();
    assert!(resident.journal().reminder_health(true).unwrap().last_delivery.unwrap().taken);
    person.resident("08:40").tick().unwrap();
    assert_eq!(person.seen(), []);
}

#[test]
fn a_popup_whose_showing_could_not_be_written_can_be_answered_and_goes_when_its_round_is_done() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    disk(
        &person,
        "CREATE TRIGGER full_2 BEFORE INSERT ON evidence BEGIN SELECT RAISE(ABORT, 'full'); END;",
    );
    assert!(resident.tick().is_err());
    assert_eq!(person.seen(), [morning()]);
    person.do_the_round("morning", "08:34");
    assert!(resident.tick().is_err());
    assert_eq!(person.seen(), [Seen::Closed(PopupId(1))]);
}
