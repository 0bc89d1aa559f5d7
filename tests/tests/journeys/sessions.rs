//! Scenarios 10 and 13: a round that is left in the middle, and one that is done lying on the floor, which is paused by
//! hand and by a stretch that nobody watched, until the system ends the app.

use std::time::Duration;

use backwise_core::ids::{LineId, RecordId, RoundId};
use backwise_core::record::{BodySide, Outcome, SkipReason};
use backwise_core::schedule::State;
use backwise_core::session::{Runner, SessionEvent, SessionView, StepKind, Witnessed, script};
use backwise_store::Journal;
use backwise_store::views::SessionOf;

use super::sheet::SHEET;
use super::{Person, bout};

const TODAY: &str = "2026-11-18";
const NOW: &str = "2026-11-18T09:10:00+01:00";

/// The sheet, with ten holds of ten seconds on each side in the place of the brace.
fn with_ten_holds() -> String {
    SHEET.replace(
        "exercise = \"abdominal-brace\"\nrepetitions = 10",
        "exercise = \"bird-dog\"\nrepetitions = 10\nhold_seconds = 10\nrest_seconds = 5\nside = \"each\"",
    )
}

/// A session as the window runs it: what was seen is recorded at once.
struct Session {
    journal: Journal,
    runner: Runner,
    kept: Vec<RecordId>,
    /// What the screen showed and the voice said, one after the other, each once.
    told: Vec<(StepKind, BodySide)>,
    /// How often it was told that all is over.
    told_end: u32,
}

impl Session {
    /// Begins `line` of the morning round.
    fn of(person: &Person, line: &str) -> Self {
        let mut journal = person.at(NOW);
        let round = Some(RoundId::new("morning").unwrap());
        let line = Some(LineId::new(line).unwrap());
        let items = journal.begin_session(&SessionOf { round, line, nth: None }).unwrap();
        let runner = Runner::new(script(&items, journal.settings().unwrap().session));
        Self { journal, runner, kept: Vec::new(), told: Vec::new(), told_end: 0 }
    }

    /// What a new start of the program takes up at `now`.
    fn after_the_end_of_the_program(person: &Person, now: &str) -> Self {
        let journal = person.at(now);
        let rest = journal.session_cut_off().unwrap();
        let (choices, pace) = journal.how_session_goes().unwrap();
        let runner = Runner::taken_up(script(&rest.items, choices), rest.may_lie, pace);
        Self { journal, runner, kept: Vec::new(), told: Vec::new(), told_end: 0 }
    }

    fn view(&self) -> SessionView {
        self.runner.view().unwrap()
    }

    fn does(&mut self, event: SessionEvent) {
        let seen = self.runner.handle(event);
        self.records(seen);
    }

    /// Lets the time go by until the screen changes, as a driver that wakes 0.2 s late.
    fn waits(&mut self) {
        let late = Duration::from_millis(200);
        let wait = self.runner.until_next_change().expect("something goes on by itself");
        let seen = self.runner.advance(wait + late);
        self.records(seen);
    }

    fn records(&mut self, seen: Vec<Witnessed>) {
        for seen in seen {
            match seen {
                Witnessed::Work { bout, set, side, repetitions, seconds } => {
                    let work = self.journal.record_work(&bout, set, side, repetitions, seconds);
                    self.kept.push(work.unwrap());
                }
                Witnessed::TakenBack => {
                    self.journal.withdraw(self.kept.pop().unwrap()).unwrap();
                }
                Witnessed::Closed { bout, outcome } => {
                    self.journal.close_bout(&bout, &outcome, None).unwrap();
                }
            }
        }
        let view = self.view();
        if view.finished {
            self.told_end += 1;
        } else if self.told.last() != Some(&(view.step, view.side)) {
            self.told.push((view.step, view.side));
        }
        if self.runner.is_over() {
            let _ = self.journal.session_is_over().unwrap();
        }
    }

    /// Lets it run until `there`, with a tap wherever it waits for one.
    fn until(&mut self, there: impl Fn(&SessionView) -> bool) {
        while !self.runner.is_over() && !there(&self.view()) {
            match self.runner.until_next_change() {
                Some(_) => self.waits(),
                None => self.does(SessionEvent::Next),
            }
        }
    }
}

#[test]
fn scenario_13_ten_holds_a_side_survive_pauses_and_the_end_of_the_app_at_hold_6() {
    let person = Person::with(&with_ten_holds());
    let dog = bout("brace", "morning", TODAY);
    let mut session = Session::of(&person, "brace");
    let hold_6 = |view: &SessionView| view.step == StepKind::Hold && view.repetition == 6;
    session.until(|view| view.step == StepKind::Hold && view.repetition == 3);
    // A telephone call lies over the app in the middle of the third hold.
    session.waits();
    session.does(SessionEvent::OutOfSight);
    assert!(session.view().paused && session.view().was_out_of_sight, "and it is said afterwards");
    let before = person.day(NOW, TODAY).rounds[0].items[1].seen.clone();
    assert_eq!((before.repetitions, before.seconds), (2, 20));
    let hour = session.runner.advance(Duration::from_secs(3600));
    assert!(hour.is_empty(), "a call is no exercise");
    session.does(SessionEvent::Resume);

    // In the fourth the system stops the app for a while, as it does with what lies behind a call.
    session.until(|view| view.step == StepKind::Hold && view.repetition == 4);
    let unwatched = session.runner.advance(Duration::from_secs(90));
    assert!(unwatched.is_empty() && session.view().paused, "what nobody watched is a pause");
    assert_eq!(person.day(NOW, TODAY).rounds[0].items[1].seen.repetitions, 3);
    session.does(SessionEvent::Resume);

    session.until(hold_6);
    session.waits();
    // The system ends the app: nothing is tidied up.
    drop(session);

    let later = "2026-11-18T10:30:00+01:00";
    let mut again = Session::after_the_end_of_the_program(&person, later);
    let view = again.view();
    assert!(view.paused && view.was_cut_off);
    // The side is told while it waits, and the one tap that goes on is enough.
    assert_eq!((view.step, view.side), (StepKind::ChangeSide, BodySide::Left));
    assert_eq!(person.day(later, TODAY).rounds[0].items[1].seen.repetitions, 5);
    again.does(SessionEvent::Resume);
    again.until(|view| view.step == StepKind::Hold);
    assert_eq!((again.view().repetition, again.view().side), (6, BodySide::Left));
    again.until(|_| false);

    let item = person.day(later, TODAY).rounds[0].items[1].clone();
    assert_eq!((item.bout, item.state), (dog, State::Done));
    assert_eq!((item.seen.repetitions, item.seen.seconds), (20, 200));
    let sides: Vec<_> = item.seen.sets.iter().map(|set| (set.side, set.repetitions)).collect();
    assert_eq!(sides, [(BodySide::Left, 10), (BodySide::Right, 10)]);
    // Each thing there is to hear was there to be told, in its order: to be ready, to move, to hold, to rest between two
    // holds, the other side, and the end.
    use StepKind::{ChangeSide, GetReady, Hold, MoveBack, MoveOut, Rest};
    let side = |side: BodySide, holds: usize| {
        let hold = [MoveOut, Hold, MoveBack, Rest].repeat(holds);
        let holds = hold[..4 * holds - 1].iter().copied();
        std::iter::once(GetReady).chain(holds).map(move |step| (step, side)).collect::<Vec<_>>()
    };
    let turns = vec![(ChangeSide, BodySide::Right)];
    let wanted = [side(BodySide::Left, 5), turns, side(BodySide::Right, 10)].concat();
    assert_eq!(again.told, wanted);
    assert_eq!(again.told_end, 1);
    assert!(person.at(later).session_cut_off().unwrap().items.is_empty(), "it is over");
}

#[test]
fn scenario_10_half_a_round_is_kept_as_it_was_seen_and_nothing_has_to_be_entered() {
    let person = Person::with(SHEET);
    let mut session = Session::of(&person, "slides");
    session.until(|view| view.set == 3 && view.repetition == 7);
    // What stands on the page before any tap on it: "Skip" opens it, and a reason is the second tap.
    assert_eq!((session.view().sets_seen, session.view().repetitions_seen), (2, 6));
    session.does(SessionEvent::LeaveExercise { reason: SkipReason::Tired, done: None });
    let item = person.day(NOW, TODAY).rounds[0].items[0].clone();
    assert_eq!(
        (item.state, item.seen.repetitions),
        (State::Partly { reason: Some(SkipReason::Tired) }, 26)
    );
    let partly = Outcome::Partly {
        sets: Some(2),
        repetitions: Some(6),
        seconds: None,
        counted: None,
        reason: Some(SkipReason::Tired),
    };
    let said = person.at(NOW).history(&bout("slides", "morning", TODAY)).unwrap();
    let became = said.into_iter().filter_map(|entry| match entry.fact {
        backwise_core::record::EntryFact::Became { outcome, .. } => Some(outcome),
        backwise_core::record::EntryFact::TakenBack => None,
    });
    assert_eq!(became.collect::<Vec<_>>(), [partly]);
}

#[test]
fn a_tap_is_kept_at_once_and_one_that_was_taken_back_does_not_stand() {
    let person = Person::with(SHEET);
    let mut journal = person.at(NOW);
    let mut choices = journal.settings().unwrap().session;
    choices.counting = backwise_core::session::Counting::ByTap;
    journal.set_session(choices).unwrap();
    drop(journal);
    let mut session = Session::of(&person, "slides");
    session.does(SessionEvent::Next);
    for _ in 0..4 {
        session.does(SessionEvent::Tap);
    }
    session.does(SessionEvent::TakeTapBack);
    drop(session);
    let mut again = Session::after_the_end_of_the_program(&person, NOW);
    assert_eq!(again.view().repetition, 0, "it stands still");
    again.does(SessionEvent::Resume);
    assert_eq!((again.view().by_taps, again.view().repetition), (true, 3));
}
