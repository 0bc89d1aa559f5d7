//! What the resident does, with a clock that stands still and a desktop that only takes notes.
#![expect(clippy::unwrap_used, reason = "a test ends where its ground gives way")]

mod changes;

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use backwise_core::record::{EnteredBy, Outcome};
use backwise_core::schedule::{AgendaRound, NotRequired};
use backwise_core::time::{Span, ZoneDatabase};
use backwise_remind::{Answer, Delivery, NotTaken, Popup, PopupId, Resident};
use backwise_store::Journal;
use backwise_store::clock::Clock;
use backwise_words::{Language, Words};

/// Morning at 08:30 and early afternoon at 13:30, two exercises each, from Monday 16 November on.
const PLAN: &str = include_str!("../../../../exercises/plans/examples/weeks-3-to-6.backwise");

/// What happened on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Seen {
    Shown {
        title: String,
        body: String,
        replaces: Option<PopupId>,
    },
    /// In the place of another, without a sound.
    Changed {
        body: String,
        buttons: Vec<Answer>,
        replaces: Option<PopupId>,
    },
    Closed(PopupId),
}

/// A desktop that takes notes.
#[derive(Debug, Clone, Default)]
struct Notes {
    seen: Rc<RefCell<Vec<Seen>>>,
    refuses: bool,
    last: u32,
}

impl Delivery for Notes {
    fn show(&mut self, popup: &Popup, replaces: Option<PopupId>) -> Result<PopupId, NotTaken> {
        if self.refuses {
            return Err(NotTaken::NoAnswer);
        }
        self.last += 1;
        let (title, body) = (popup.title.clone(), popup.body.clone());
        let buttons = popup.buttons.iter().map(|button| button.answer).collect();
        self.seen.borrow_mut().push(if popup.is_silent {
            Seen::Changed { body, buttons, replaces }
        } else {
            Seen::Shown { title, body, replaces }
        });
        Ok(PopupId(self.last))
    }

    fn close(&mut self, popup: PopupId) {
        self.seen.borrow_mut().push(Seen::Closed(popup));
    }
}

/// A person's folder with a plan, on Wednesday 18 November in Berlin.
struct Person {
    folder: tempfile::TempDir,
    seen: Rc<RefCell<Vec<Seen>>>,
}

impl Person {
    /// With the plan, and reminders switched on.
    fn new() -> Self {
        Self::with(PLAN)
    }

    /// The same with another sheet.
    fn with(sheet: &str) -> Self {
        let person = Self { folder: tempfile::tempdir().unwrap(), seen: Rc::default() };
        let mut journal = person.journal("08:00");
        journal.import_plan(sheet.as_bytes(), "example.backwise", true).unwrap();
        journal.set_reminders(true).unwrap();
        person
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn journal(&self, time: &str) -> Journal {
        let zone = ZoneDatabase::embedded().zone("Europe/Berlin").unwrap();
        let now = format!("2026-11-18T{time}:00+01:00").parse().unwrap();
        Journal::open(self.path(), Clock::fixed(Some(now), Some(zone))).unwrap()
    }

    fn resident_on(&self, time: &str, desktop: Notes) -> Resident<Notes> {
        Resident::new(self.journal(time), desktop, Words::of_reminders(Language::ENGLISH))
    }

    /// A resident that begins at `time`.
    fn resident(&self, time: &str) -> Resident<Notes> {
        self.resident_on(time, Notes { seen: Rc::clone(&self.seen), ..Notes::default() })
    }

    /// What the screen showed since this was last asked.
    fn seen(&self) -> Vec<Seen> {
        self.seen.take()
    }

    fn round(&self, name: &str) -> AgendaRound {
        let agenda = self.journal("08:00").today().unwrap().agenda.unwrap();
        agenda.rounds.into_iter().find(|round| round.round.as_str() == name).unwrap()
    }

    fn do_the_round(&self, name: &str, time: &str) {
        let mut journal = self.journal(time);
        for item in self.round(name).items {
            journal.record_bout(&item.bout, &Outcome::Done, None, EnteredBy::Person).unwrap();
        }
    }
}

fn morning() -> Seen {
    Seen::Shown {
        title: "Next: your morning round".to_owned(),
        body: "Two exercises, about 3 minutes.".to_owned(),
        replaces: None,
    }
}

#[test]
fn what_is_due_is_shown_once_and_nothing_is_written_afterwards() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning()]);

    let before = person.journal("08:30");
    before.changed_elsewhere().unwrap();
    for _ in 0..3 {
        resident.tick().unwrap();
    }
    assert_eq!(person.seen(), []);
    assert!(!before.changed_elsewhere().unwrap(), "nothing is written while nothing happens");
    assert!(resident.journal().reminder_health(true).unwrap().last_delivery.unwrap().taken);
}

#[test]
fn whoever_wakes_in_another_zone_writes_it_down_and_rings_by_the_clock_there() {
    let person = Person::new();
    let in_tokyo = |now: &str| {
        let zone = ZoneDatabase::embedded().zone("Asia/Tokyo").unwrap();
        Journal::open(person.path(), Clock::fixed(Some(now.parse().unwrap()), Some(zone))).unwrap()
    };
    // Five past eight in the morning of Berlin is five past four in the afternoon there: all of the morning was
    // passed over, and the early afternoon has begun two and a half hours ago.
    let desktop = Notes { seen: Rc::clone(&person.seen), ..Notes::default() };
    let words = Words::of_reminders(Language::ENGLISH);
    Resident::new(in_tokyo("2026-11-18T07:05:00Z"), desktop, words).tick().unwrap();
    assert!(matches!(&person.seen()[..], [Seen::Shown { .. }]), "the afternoon alone");
    let days_later = in_tokyo("2026-11-20T07:05:00Z");
    let agenda = days_later.agenda("2026-11-18".parse().unwrap()).unwrap().unwrap();
    let morning = agenda.rounds.iter().find(|round| round.round.as_str() == "morning").unwrap();
    let why = morning.items.iter().map(|item| item.not_required);
    assert!(why.eq([Some(NotRequired::Travel); 2]), "{morning:?}");
}

#[test]
fn nothing_is_shown_before_its_time_and_the_next_wake_is_known() {
    let person = Person::new();
    let wake = person.resident("08:00").tick().unwrap().unwrap();
    assert_eq!(wake.to_rfc3339(), "2026-11-18T07:30:00+00:00");
    assert_eq!(person.seen(), []);
}

#[test]
fn a_round_done_before_its_time_stays_silent_and_says_why_in_the_record() {
    let person = Person::new();
    person.do_the_round("morning", "08:10");
    let mut resident = person.resident("08:30");
    let planned = resident.journal().plan_reminders().unwrap();
    assert_eq!(planned.seen.len(), 1, "the silence is evidence");
    resident.tick().unwrap();
    assert_eq!(person.seen(), []);
    assert_eq!(resident.journal().plan_reminders().unwrap().seen, [], "it was written down, once");
}

#[test]
fn switched_off_nothing_is_shown_and_the_record_says_so() {
    let person = Person::new();
    person.journal("08:20").set_reminders(false).unwrap();
    let mut resident = person.resident("08:30");
    assert_eq!(resident.journal().plan_reminders().unwrap().seen.len(), 1);
    resident.tick().unwrap();
    assert_eq!(person.seen(), []);
    assert_eq!(resident.journal().plan_reminders().unwrap().seen, []);
}

#[test]
fn switching_off_takes_what_is_on_the_screen_away() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    person.journal("08:31").set_reminders(false).unwrap();
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning(), Seen::Closed(PopupId(1))]);
}

#[test]
fn done_closes_the_round_and_the_popup() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    assert_eq!(resident.answer(PopupId(1), Answer::Done).unwrap(), None);
    assert_eq!(person.seen(), [morning(), Seen::Closed(PopupId(1))]);
    assert!(person.round("morning").is_settled());
    // A second press, and a popup of somebody else's, change nothing.
    resident.answer(PopupId(1), Answer::Done).unwrap();
    resident.answer(PopupId(77), Answer::Done).unwrap();
    resident.tick().unwrap();
    assert_eq!(person.seen(), []);
}

#[test]
fn closing_the_popup_is_never_done() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    resident.answer(PopupId(1), Answer::Closed).unwrap();
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning()], "it does not come again by itself either");
    assert!(!person.round("morning").is_settled());
}

#[test]
fn start_names_the_round_for_the_window() {
    for answer in [Answer::Start, Answer::Open] {
        let person = Person::new();
        let mut resident = person.resident("08:30");
        resident.tick().unwrap();
        let round = resident.answer(PopupId(1), answer).unwrap().unwrap();
        assert_eq!(round.as_str(), "morning");
        assert!(!person.round("morning").is_settled());
    }
}

#[test]
fn a_snoozed_reminder_comes_back_after_ten_minutes_and_a_new_start() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    resident.answer(PopupId(1), Answer::Snooze).unwrap();
    person.resident("08:39").tick().unwrap();
    assert_eq!(person.seen(), [morning(), Seen::Closed(PopupId(1))]);
    person.resident("08:40").tick().unwrap();
    let body = "Here again, as you asked. Two exercises, about 3 minutes.";
    assert!(matches!(&person.seen()[..], [Seen::Shown { body: told, .. }] if told == body));
}

#[test]
fn a_snoozed_reminder_stays_away_when_the_round_is_done_meanwhile() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    resident.answer(PopupId(1), Answer::Snooze).unwrap();
    person.do_the_round("morning", "08:35");
    person.seen();
    person.resident("08:40").tick().unwrap();
    assert_eq!(person.seen(), []);
}

#[test]
fn what_the_desktop_does_not_take_is_tried_again_after_a_pause() {
    let person = Person::new();
    let refusing = Notes { refuses: true, ..Notes::default() };
    let mut resident = person.resident_on("08:30", refusing);
    let wake = |resident: &mut Resident<Notes>| resident.tick().unwrap().unwrap();
    wake(&mut resident);
    assert!(!resident.journal().reminder_health(true).unwrap().last_delivery.unwrap().taken);
    assert_eq!(
        wake(&mut resident).to_rfc3339(),
        "2026-11-18T07:30:30+00:00",
        "half a minute later"
    );
    person.resident("08:31").tick().unwrap();
    assert_eq!(person.seen(), [morning()]);
}

/// A desktop on which another resident looks for work while this one is showing something.
struct Shared {
    own: Notes,
    other: Resident<Notes>,
}

impl Delivery for Shared {
    fn show(&mut self, popup: &Popup, replaces: Option<PopupId>) -> Result<PopupId, NotTaken> {
        self.other.tick().unwrap();
        self.own.show(popup, replaces)
    }

    fn close(&mut self, popup: PopupId) {
        self.own.close(popup);
    }
}

#[test]
fn of_two_residents_one_shows() {
    let person = Person::new();
    let own = Notes { seen: Rc::clone(&person.seen), ..Notes::default() };
    let shared = Shared { own, other: person.resident("08:30") };
    Resident::new(person.journal("08:30"), shared, Words::of_reminders(Language::ENGLISH))
        .tick()
        .unwrap();
    person.resident("08:30").tick().unwrap();
    assert_eq!(person.seen(), [morning()]);
}

#[test]
fn a_round_done_in_the_window_takes_its_popup_away() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    person.do_the_round("morning", "08:34");
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning(), Seen::Closed(PopupId(1))]);
}

#[test]
fn a_reminder_that_comes_again_takes_the_place_of_the_one_on_the_screen() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    let planned = person.journal("08:31").coming_reminders(None, 1).unwrap();
    let mut key = planned[0].key.clone();
    key.round = person.round("morning").round;
    person.journal("08:10").snooze_reminder(&key, Span::minutes(10)).unwrap();
    resident.tick().unwrap();
    let seen = person.seen();
    assert!(
        matches!(&seen[..], [_, Seen::Shown { replaces: Some(PopupId(1)), .. }]),
        "one popup a round: {seen:?}"
    );
}

#[test]
fn when_the_desktop_lost_the_popup_it_is_shown_again() {
    let person = Person::new();
    let mut resident = person.resident("08:30");
    resident.tick().unwrap();
    resident.popups_gone();
    resident.tick().unwrap();
    assert_eq!(person.seen(), [morning(), morning()]);
}

#[test]
fn a_resident_that_leaves_for_another_hands_the_popup_on() {
    let person = Person::new();
    let mut old = person.resident("08:30");
    old.tick().unwrap();
    old.put_back().unwrap();
    person.resident("08:30").tick().unwrap();
    assert_eq!(person.seen(), [morning(), Seen::Closed(PopupId(1)), morning()]);
}

#[test]
fn a_machine_that_is_started_anew_within_a_round_tells_once_what_waits() {
    let on = |time: &str| format!("2026-11-18T{time}:00Z").parse().unwrap();
    // In hours of Berlin the round is told at half past eight.
    for (started, again) in [("07:45", 1), ("07:15", 0)] {
        let person = Person::new();
        // The power ends: nobody takes the popup off the screen.
        person.resident("08:30").tick().unwrap();
        let mut resident = person.resident("08:50");
        resident.machine_was_started(on(started)).unwrap();
        for _ in 0..2 {
            resident.tick().unwrap();
        }
        let seen = person.seen();
        assert_eq!(seen.len(), 1 + again, "{seen:?}");
        let waits = |seen: &Seen| matches!(seen, Seen::Shown { body, replaces: None, .. } if body.starts_with("Waiting since 08:30."));
        assert!(seen[1..].iter().all(waits), "{seen:?}");
        // The reminding fails and begins anew: since the machine was started, it has been told.
        let mut next = person.resident("08:55");
        next.machine_was_started(on(started)).unwrap();
        next.tick().unwrap();
        assert_eq!(person.seen(), []);
    }
}

#[test]
fn a_computer_that_was_off_tells_the_present_round_late_and_no_older_one() {
    let person = Person::new();
    person.resident("15:00").tick().unwrap();
    let [Seen::Shown { title, body, .. }] = &person.seen()[..] else { panic!("one reminder") };
    assert_eq!(title, "Next: Early afternoon");
    assert!(body.starts_with("Waiting since 13:30."), "{body}");
}
