//! The session under way: a thread that lets monotonic time pass and records what it saw.
//!
//! A hidden webview stops its timers, so the session is timed here. Each piece of work whose end was
//! seen is recorded at once; what cannot be recorded now stays here, the session pauses, and it is
//! tried again before the session goes on. What can never be recorded is told once and let go.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use backwise_core::session::{
    Found, HowItGoes, Runner, SessionEvent, SessionItem, SessionView, Witnessed,
};
use backwise_core::time::Span;
use backwise_store::clock::{Clock, monotonic};

use crate::error::{Answer, ApiError, ErrorCode};

/// Monotonic time stands still while the machine sleeps and the clock on the wall goes on. When the
/// two part by more than this, the machine slept, and nobody saw the end of the step that was on.
const ASLEEP: Duration = Duration::from_secs(2);

/// Records what was seen.
type Record = Box<dyn FnMut(&Witnessed) -> Answer<()> + Send>;

/// Keeps what was seen of the set in hand and is not to be recorded yet, or that nothing is.
type UnderWay = Box<dyn FnMut(Option<&Witnessed>) -> Answer<()> + Send>;

/// Looks how the exercises stand by now.
type Finds = Box<dyn FnMut(&[SessionItem]) -> Answer<Vec<Found>> + Send>;

/// How the session speaks to the rest of the app.
pub(crate) struct Outside {
    /// Records what was seen.
    pub record: Record,
    /// Keeps what is under way.
    pub under_way: UnderWay,
    /// Writes down whether the session is over: one that was is under way again after a "Done" that was taken back.
    pub over: Box<dyn FnMut(bool) -> Answer<()> + Send>,
    /// Looks how its exercises stand by now: something of them may be said, or stopped, elsewhere.
    pub found: Finds,
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
            under_way: None,
            is_written_over: false,
        };
        std::thread::Builder::new()
            .name("session".to_owned())
            .spawn(move || host.run(&mut Waits(asked)))
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

/// What the thread waits for, and by which time.
trait World {
    /// The next ask, or that `wait` is over; `None` waits for an ask alone.
    fn next(&mut self, wait: Option<Duration>) -> Result<Ask, RecvTimeoutError>;

    /// Monotonic time.
    fn monotonic(&self) -> Instant;
}

/// The asks of the app, in the time of this machine.
struct Waits(Receiver<Ask>);

impl World for Waits {
    fn next(&mut self, wait: Option<Duration>) -> Result<Ask, RecvTimeoutError> {
        match wait {
            Some(wait) => self.0.recv_timeout(wait),
            None => self.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn monotonic(&self) -> Instant {
        monotonic()
    }
}

struct SessionHost {
    runner: Runner,
    clock: Clock,
    outside: Outside,
    unrecorded: Vec<Witnessed>,
    /// What was seen of the set in hand, as it is kept.
    under_way: Option<Witnessed>,
    /// How it goes, as it is kept.
    kept: HowItGoes,
    /// Whether it is written down that the session is over.
    is_written_over: bool,
}

impl SessionHost {
    fn run(mut self, world: &mut impl World) {
        let mut last = (world.monotonic(), self.clock.now());
        loop {
            let wait = self.runner.until_next_change();
            let ask = world.next(wait);
            let woke = world.monotonic();
            let passed = woke.duration_since(last.0);
            let by_the_clock = self.clock.now() - last.1;
            let seen = if wait.is_some() && slept(passed, by_the_clock) {
                self.runner.handle(SessionEvent::OutOfSight)
            } else {
                self.runner.advance(passed)
            };
            let mut recorded = self.record(seen);
            if ask.is_ok() && recorded.is_ok() {
                let seen = self.look_elsewhere();
                recorded = self.record(seen);
            }
            self.keep_under_way();
            let mut recording = world.monotonic() - woke;
            match ask {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => self.tell(recorded.err()),
                Ok(Ask::View(answer)) => {
                    self.tell(recorded.err());
                    let _ = answer.send(Ok(self.runner.view()));
                }
                Ok(Ask::Event(event, turn, answer)) => {
                    // It is over whatever cannot be recorded now: that waits, and is tried again.
                    let may = if event == SessionEvent::End { Ok(()) } else { recorded };
                    let done = may.and_then(|()| {
                        let seen = match turn {
                            Some(turn) => self.runner.handle_in(turn, event),
                            None => self.runner.handle(event),
                        };
                        self.record(seen)
                    });
                    self.keep_under_way();
                    // What came of a tap begins once it is recorded.
                    recording = world.monotonic() - woke;
                    self.keep_how_it_goes();
                    // Told before it is answered, so that the next session cannot be overtaken by this one.
                    self.tell(None);
                    let _ = answer.send(done.map(|()| self.runner.view()));
                }
            }
            // Time spent on recording belongs to no step; the window is told while the step goes on.
            last = (woke + recording, self.clock.now());
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
            let recorded = self.unrecorded.remove(0);
            if matches!(recorded, Witnessed::Work { .. }) {
                // What was kept of it is part of the record now.
                self.under_way = None;
            }
        }
        self.write_over();
        Ok(())
    }

    /// Takes in what was said of its exercises elsewhere. Where that cannot be read, it goes on with what it knows.
    fn look_elsewhere(&mut self) -> Vec<Witnessed> {
        let under_way = self.runner.view().filter(|view| !view.finished);
        let found = under_way.map(|view| (self.outside.found)(&view.items));
        found.and_then(Result::ok).map(|found| self.runner.take_in(&found)).unwrap_or_default()
    }

    /// Keeps what was seen of the set in hand, so that an end without warning loses none of it. Should that not be kept, it
    /// is tried again with what is seen next, and told once the set cannot be recorded.
    fn keep_under_way(&mut self) {
        let seen = self.runner.under_way();
        // What is to be recorded first is kept until it is.
        if self.unrecorded.is_empty()
            && seen != self.under_way
            && (self.outside.under_way)(seen.as_ref()).is_ok()
        {
            self.under_way = seen;
        }
    }

    /// Once all is done and recorded, no session is under way any more, until the last "Done" is taken back. Should that not
    /// be kept, it is tried again with whatever they do next; a later start finds nothing left to do in it.
    fn write_over(&mut self) {
        let is_over = self.runner.is_over();
        if is_over != self.is_written_over && (self.outside.over)(is_over).is_ok() {
            self.is_written_over = is_over;
            if !is_over {
                // What is written anew goes as nobody has changed it. Nothing that was done depends on it.
                let _ = (self.outside.goes)(self.kept);
            }
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
mod on_a_scripted_clock;

#[cfg(test)]
mod tests;
