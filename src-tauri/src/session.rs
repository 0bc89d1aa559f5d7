//! The session under way: a thread that lets monotonic time pass and records what it saw.
//!
//! A hidden webview stops its timers, so the session is timed here. Each piece of work whose end was
//! seen is recorded at once; what cannot be recorded now stays here, the session pauses, and it is
//! tried again before the session goes on. What can never be recorded is told once and let go.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use backwise_core::session::{HowItGoes, Runner, SessionEvent, SessionView, Witnessed};
use backwise_core::time::Span;
use backwise_store::clock::{Clock, monotonic};

use crate::error::{Answer, ApiError, ErrorCode};

/// Monotonic time stands still while the machine sleeps and the clock on the wall goes on. When the
/// two part by more than this, the machine slept, and nobody saw the end of the step that was on.
const ASLEEP: Duration = Duration::from_secs(2);

/// Records what was seen.
type Record = Box<dyn FnMut(&Witnessed) -> Answer<()> + Send>;

/// How the session speaks to the rest of the app.
pub(crate) struct Outside {
    /// Records what was seen.
    pub record: Record,
    /// Writes down that the session is over.
    pub over: Box<dyn FnMut() -> Answer<()> + Send>,
    /// Keeps how the session goes, once the person has changed it.
    pub goes: Box<dyn FnMut(HowItGoes) -> Answer<()> + Send>,
    /// Told how the session stands whenever it changes by itself.
    pub changed: Box<dyn FnMut(&SessionView) + Send>,
    /// Told that something could not be recorded.
    pub trouble: Box<dyn FnMut(&ApiError) + Send>,
}

/// A session under way. Dropping it ends the thread; what was not begun stays open.
pub(crate) struct Session {
    asks: Sender<Ask>,
}

enum Ask {
    View(Sender<Answer<Option<SessionView>>>),
    Event(SessionEvent, Option<u32>, Sender<Answer<Option<SessionView>>>),
}

impl Session {
    /// Begins `runner`, whose first step waits for the person.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn start(runner: Runner, clock: Clock, outside: Outside) -> Answer<Self> {
        let (asks, asked) = mpsc::channel();
        let host = SessionHost {
            kept: runner.how_it_goes(),
            runner,
            clock,
            outside,
            unrecorded: Vec::new(),
            is_written_over: false,
        };
        std::thread::Builder::new()
            .name("session".to_owned())
            .spawn(move || host.run(&asked))
            .map_err(|error| ApiError::new(ErrorCode::Failed, error.to_string()))?;
        Ok(Self { asks })
    }

    /// How it stands.
    ///
    /// # Errors
    /// When the session is gone.
    pub(crate) fn view(&self) -> Answer<Option<SessionView>> {
        self.ask(Ask::View)
    }

    /// Does what the person asked for and answers how it stands then.
    ///
    /// # Errors
    /// When what was seen could not be recorded; the session is then paused.
    pub(crate) fn event(&self, event: SessionEvent) -> Answer<Option<SessionView>> {
        self.ask(|answer| Ask::Event(event, None, answer))
    }

    /// The same of what the person asked for while the step of `turn` was on, which may be over by now.
    pub(crate) fn event_in(&self, turn: u32, event: SessionEvent) -> Answer<Option<SessionView>> {
        self.ask(|answer| Ask::Event(event, Some(turn), answer))
    }

    fn ask(
        &self,
        ask: impl FnOnce(Sender<Answer<Option<SessionView>>>) -> Ask,
    ) -> Answer<Option<SessionView>> {
        let gone = || ApiError::new(ErrorCode::NoSession, "the session is over");
        let (answer, answered) = mpsc::channel();
        self.asks.send(ask(answer)).map_err(|_| gone())?;
        answered.recv().map_err(|_| gone())?
    }
}

struct SessionHost {
    runner: Runner,
    clock: Clock,
    outside: Outside,
    unrecorded: Vec<Witnessed>,
    /// How it goes, as it is kept.
    kept: HowItGoes,
    /// Whether it is written down that the session is over.
    is_written_over: bool,
}

impl SessionHost {
    fn run(mut self, asked: &Receiver<Ask>) {
        let mut last = (monotonic(), self.clock.now());
        loop {
            let wait = self.runner.until_next_change();
            let ask = match wait {
                Some(wait) => asked.recv_timeout(wait),
                None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let passed = monotonic().duration_since(last.0);
            let by_the_clock = self.clock.now() - last.1;
            let seen = if wait.is_some() && slept(passed, by_the_clock) {
                self.runner.handle(SessionEvent::OutOfSight)
            } else {
                self.runner.advance(passed)
            };
            let recorded = self.record(seen);
            match ask {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => self.tell(recorded.err()),
                Ok(Ask::View(answer)) => {
                    self.tell(recorded.err());
                    let _ = answer.send(Ok(self.runner.view()));
                }
                Ok(Ask::Event(event, turn, answer)) => {
                    let done = recorded.and_then(|()| {
                        let seen = match turn {
                            Some(turn) => self.runner.handle_in(turn, event),
                            None => self.runner.handle(event),
                        };
                        self.record(seen)
                    });
                    self.keep_how_it_goes();
                    // Told before it is answered, so that the next session cannot be overtaken by this one.
                    self.tell(None);
                    let _ = answer.send(done.map(|()| self.runner.view()));
                }
            }
            // Time spent on recording belongs to no step.
            last = (monotonic(), self.clock.now());
        }
    }

    /// Records what waits from before and then `seen`, in order. If that fails, the session pauses and
    /// what is left waits; a piece that would fail for ever is told of and dropped, so that it does
    /// not stand in the way of the others.
    fn record(&mut self, seen: Vec<Witnessed>) -> Answer<()> {
        self.unrecorded.extend(seen);
        while let Some(first) = self.unrecorded.first() {
            let recorded = (self.outside.record)(first);
            if recorded.is_err() {
                let last = self.runner.handle(SessionEvent::Pause);
                self.unrecorded.extend(last);
            }
            match recorded {
                Err(error) if error.is_permanent() => (self.outside.trouble)(&error),
                other => other?,
            }
            self.unrecorded.remove(0);
        }
        self.write_over();
        Ok(())
    }

    /// Once all is done and recorded, no session is under way any more. Should that not be kept, a later start finds
    /// nothing left to do in it.
    fn write_over(&mut self) {
        if self.runner.is_over() && !self.is_written_over {
            self.is_written_over = (self.outside.over)().is_ok();
        }
    }

    /// Keeps what the person changed of how it goes. Should that not be kept, it is tried again with whatever they do
    /// next; nothing that was done depends on it.
    fn keep_how_it_goes(&mut self) {
        let goes = self.runner.how_it_goes();
        if goes != self.kept && (self.outside.goes)(goes).is_ok() {
            self.kept = goes;
        }
    }

    fn tell(&mut self, trouble: Option<ApiError>) {
        if let Some(view) = self.runner.view() {
            (self.outside.changed)(&view);
        }
        if let Some(trouble) = trouble {
            (self.outside.trouble)(&trouble);
        }
    }
}

/// Whether the machine slept in a stretch of `passed` by monotonic time.
fn slept(passed: Duration, by_the_clock: Span) -> bool {
    by_the_clock.to_std().unwrap_or_default().saturating_sub(passed) > ASLEEP
}

#[cfg(test)]
mod tests {
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
            dose: Dose::default(),
            side: Side::Both,
            lying: false,
            spot: None,
            is_balance: false,
            is_breathing: false,
            result: ItemResult::Open,
        };
        let step = |kind| Step {
            item: 0,
            set: 1,
            side: BodySide::Both,
            kind,
            repetition: 0,
            seconds: None,
        };
        let steps = vec![step(StepKind::NextExercise), step(StepKind::OwnPace)];
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
        /// How often it was written down that it is over.
        over: Arc<Mutex<u32>>,
        /// How it goes, as it was kept.
        goes: Arc<Mutex<Vec<HowItGoes>>>,
    }

    fn begin(refusal: Option<ErrorCode>) -> Tried {
        let refusal = Arc::new(Mutex::new(refusal));
        let (tries, recorded, told) =
            <(Arc<Mutex<u32>>, Arc<Mutex<Vec<_>>>, Arc<Mutex<Vec<_>>>)>::default();
        let (why, count, list, words) =
            (Arc::clone(&refusal), Arc::clone(&tries), Arc::clone(&recorded), Arc::clone(&told));
        let over = Arc::new(Mutex::new(0));
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
            over: Box::new(move || {
                *overs.lock().unwrap() += 1;
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
        assert!(
            session.event(SessionEvent::Resume).is_err(),
            "it does not go on before it is saved"
        );
        assert!(recorded.lock().unwrap().is_empty());
        *refusal.lock().unwrap() = None;
        session.event(SessionEvent::Resume).unwrap();
        assert!(
            recorded.lock().unwrap().iter().any(|seen| matches!(seen, Witnessed::Closed { .. }))
        );
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
        assert_eq!(*over.lock().unwrap(), 0, "what was done is not recorded yet");
        *refusal.lock().unwrap() = None;
        session.event(SessionEvent::Resume).unwrap();
        session.event(SessionEvent::End).unwrap();
        assert_eq!(*over.lock().unwrap(), 1);
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
}
