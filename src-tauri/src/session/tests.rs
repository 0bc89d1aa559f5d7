//! The thread of a session: what was seen is recorded before it is answered, or waits.

use std::sync::{Arc, Mutex};

use backwise_core::ids::{ExerciseId, LineId, PlanId, RoundId};
use backwise_core::plan::{Dose, Side};
use backwise_core::record::{BodySide, BoutKey, BoutPlace, Outcome};
use backwise_core::schedule::SeenWork;
use backwise_core::session::{
    Counting, ItemResult, Script, SessionChoices, SessionItem, Step, StepKind,
};
use backwise_core::time::Day;

use super::*;

/// One walk at the person's own pace.
fn walk() -> Runner {
    one(Dose::default(), StepKind::OwnPace, 0, None)
}

/// One exercise of this dose, with one step of this kind, for so many seconds.
pub(super) fn one(dose: Dose, kind: StepKind, repetition: u16, seconds: Option<u16>) -> Runner {
    let bout = BoutKey {
        plan: PlanId::new("plan").unwrap(),
        line: LineId::new("walk").unwrap(),
        day: Day::new(2026, 11, 18).unwrap(),
        place: BoutPlace::Round(RoundId::new("morning").unwrap()),
    };
    let item = SessionItem {
        bout,
        exercise: ExerciseId::new("walking").unwrap(),
        title: "Walking".to_owned(),
        as_written: "Walk".to_owned(),
        dose,
        side: Side::Both,
        lying: false,
        spot: None,
        is_balance: false,
        is_breathing: false,
        result: ItemResult::Open,
    };
    let begins = Step {
        item: 0,
        set: 1,
        side: BodySide::Both,
        kind: StepKind::NextExercise,
        repetition: 0,
        seconds: None,
    };
    let steps = vec![begins, Step { kind, repetition, seconds, ..begins }];
    Runner::new(Script {
        choices: SessionChoices::default(),
        items: vec![item],
        steps,
        seen: vec![SeenWork::default()],
        tempos: vec![None],
    })
}

/// A session whose records land in the list, unless something says why they cannot.
struct Tried {
    session: Session,
    /// Why nothing can be recorded.
    refusal: Arc<Mutex<Option<ErrorCode>>>,
    /// How often recording was tried.
    tries: Arc<Mutex<u32>>,
    recorded: Arc<Mutex<Vec<Witnessed>>>,
    /// What the window was told of.
    told: Arc<Mutex<Vec<ErrorCode>>>,
    /// What was written down of it: that it is over, or under way again.
    over: Arc<Mutex<Vec<bool>>>,
    /// How it goes, as it was kept.
    goes: Arc<Mutex<Vec<HowItGoes>>>,
}

fn begin(refusal: Option<ErrorCode>) -> Tried {
    let refusal = Arc::new(Mutex::new(refusal));
    let (tries, recorded, told) =
        <(Arc<Mutex<u32>>, Arc<Mutex<Vec<_>>>, Arc<Mutex<Vec<_>>>)>::default();
    let (why, count, list, words) =
        (Arc::clone(&refusal), Arc::clone(&tries), Arc::clone(&recorded), Arc::clone(&told));
    let over = Arc::new(Mutex::new(Vec::new()));
    let overs = Arc::clone(&over);
    let goes = Arc::new(Mutex::new(Vec::new()));
    let (kept, why_not) = (Arc::clone(&goes), Arc::clone(&refusal));
    let outside = Outside {
        record: Box::new(move |seen| {
            *count.lock().unwrap() += 1;
            if let Some(code) = *why.lock().unwrap() {
                return Err(ApiError::new(code, "tried"));
            }
            list.lock().unwrap().push(seen.clone());
            Ok(())
        }),
        found: Box::new(|_| Ok(Vec::new())),
        under_way: Box::new(|_| Ok(())),
        over: Box::new(move |is_over| {
            overs.lock().unwrap().push(is_over);
            Ok(())
        }),
        goes: Box::new(move |now| {
            if let Some(code) = *why_not.lock().unwrap() {
                return Err(ApiError::new(code, "tried"));
            }
            kept.lock().unwrap().push(now);
            Ok(())
        }),
        changed: Box::new(|_| {}),
        trouble: Box::new(move |error| words.lock().unwrap().push(error.code)),
    };
    let session = Session::start(walk(), Clock::of_this_machine(), outside).unwrap();
    Tried { session, refusal, tries, recorded, told, over, goes }
}

#[test]
fn what_was_done_is_recorded_before_the_answer() {
    let Tried { session, recorded, .. } = begin(None);
    session.event(SessionEvent::Next).unwrap();
    let view = session.event(SessionEvent::Next).unwrap().unwrap();
    assert!(view.finished);
    let closed =
        |seen: &Witnessed| matches!(seen, Witnessed::Closed { outcome: Outcome::Done, .. });
    assert!(recorded.lock().unwrap().iter().any(closed));
}

#[test]
fn what_could_not_be_recorded_waits_and_nothing_is_lost() {
    let Tried { session, recorded, refusal, .. } = begin(Some(ErrorCode::CannotWrite));
    session.event(SessionEvent::Next).unwrap();
    let refused = session.event(SessionEvent::Next).unwrap_err();
    assert_eq!(refused.code, ErrorCode::CannotWrite);
    assert!(session.event(SessionEvent::Resume).is_err(), "it does not go on before it is saved");
    assert!(recorded.lock().unwrap().is_empty());
    *refusal.lock().unwrap() = None;
    session.event(SessionEvent::Resume).unwrap();
    assert!(recorded.lock().unwrap().iter().any(|seen| matches!(seen, Witnessed::Closed { .. })));
}

#[test]
fn an_end_ends_the_session_though_nothing_can_be_recorded_and_what_waits_is_tried_again() {
    let Tried { session, recorded, refusal, .. } = begin(Some(ErrorCode::CannotWrite));
    session.event(SessionEvent::Next).unwrap();
    assert!(session.event(SessionEvent::Next).is_err());
    assert!(session.event(SessionEvent::End).is_err(), "that it waits is said");
    assert!(session.view().unwrap().unwrap().finished);
    assert!(session.event(SessionEvent::End).is_err(), "no other begins before it is recorded");
    *refusal.lock().unwrap() = None;
    session.event(SessionEvent::End).unwrap();
    assert!(recorded.lock().unwrap().iter().any(|seen| matches!(seen, Witnessed::Closed { .. })));
}

#[test]
fn what_can_never_be_recorded_is_told_once_and_stands_in_nobodys_way() {
    for code in [ErrorCode::NotFound, ErrorCode::OutOfRange, ErrorCode::Refused] {
        let Tried { session, tries, recorded, told, .. } = begin(Some(code));
        session.event(SessionEvent::Next).unwrap();
        let view = session.event(SessionEvent::Next).unwrap().unwrap();
        assert!(view.finished, "the person goes on");
        let pieces = *tries.lock().unwrap();
        assert!(pieces > 0 && recorded.lock().unwrap().is_empty());
        assert_eq!(*told.lock().unwrap(), vec![code; usize::try_from(pieces).unwrap()]);
        for event in [SessionEvent::Resume, SessionEvent::End] {
            session.event(event).unwrap();
        }
        assert_eq!(*tries.lock().unwrap(), pieces, "none of it is tried again");
    }
}

#[test]
fn it_is_written_down_once_that_it_is_over_and_not_before_all_is_recorded() {
    let Tried { session, refusal, over, .. } = begin(Some(ErrorCode::CannotWrite));
    session.event(SessionEvent::Next).unwrap();
    assert!(session.event(SessionEvent::Next).is_err());
    assert!(over.lock().unwrap().is_empty(), "what was done is not recorded yet");
    *refusal.lock().unwrap() = None;
    session.event(SessionEvent::Resume).unwrap();
    session.event(SessionEvent::End).unwrap();
    assert_eq!(*over.lock().unwrap(), [true]);
}

#[test]
fn a_last_done_that_is_taken_back_writes_down_that_the_session_goes_on_and_how() {
    let Tried { session, over, goes, .. } = begin(None);
    session.event(SessionEvent::Slower).unwrap();
    for _ in 0..2 {
        session.event(SessionEvent::Next).unwrap();
    }
    assert_eq!(*over.lock().unwrap(), [true]);
    let view = session.event(SessionEvent::TakeDoneBack { item: 0 }).unwrap().unwrap();
    assert!(!view.finished);
    assert_eq!(*over.lock().unwrap(), [true, false]);
    assert_eq!(goes.lock().unwrap().last().map(|goes| goes.pace), Some(1));
    assert_eq!(goes.lock().unwrap().len(), 2, "what is written anew goes as they have it");
    session.event(SessionEvent::Next).unwrap();
    assert_eq!(*over.lock().unwrap(), [true, false, true]);
}

#[test]
fn a_pace_that_was_changed_is_kept_before_the_answer_and_tried_again_where_it_was_not() {
    let Tried { session, refusal, goes, .. } = begin(None);
    let with = |pace| HowItGoes { pace, counting: Counting::ByPace };
    session.event(SessionEvent::Slower).unwrap();
    assert_eq!(*goes.lock().unwrap(), [with(1)]);
    session.event(SessionEvent::Pause).unwrap();
    assert_eq!(goes.lock().unwrap().len(), 1, "nothing of it changed");
    *refusal.lock().unwrap() = Some(ErrorCode::CannotWrite);
    let view = session.event(SessionEvent::Slower).unwrap().unwrap();
    assert_eq!(view.slower, 2, "the session goes on as the person wants it");
    *refusal.lock().unwrap() = None;
    session.event(SessionEvent::Resume).unwrap();
    assert_eq!(*goes.lock().unwrap(), [with(1), with(2)]);
}

#[test]
fn a_night_of_the_machine_is_no_exercise() {
    let second = Duration::from_secs(1);
    assert!(slept(second, Span::hours(8)));
    assert!(!slept(second, Span::seconds(1)));
    // A clock that is set back, or that stands still, says nothing.
    assert!(!slept(second, Span::hours(-1)));
    assert!(!slept(second, Span::zero()));
}
