//! The thread of a session, in a time that a script tells: how far what it times drifts from what has passed.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use backwise_core::plan::Dose;
use backwise_core::session::StepKind;

use super::tests::one;
use super::*;

/// How far what is timed may drift.
const DRIFT: Duration = Duration::from_millis(500);

/// A machine that wakes late after each wait, and then says that the app has gone.
struct Machine {
    now: Arc<Mutex<Instant>>,
    late: Duration,
    /// How often it waits at most.
    waits: u32,
    begins: Option<Ask>,
}

impl World for Machine {
    fn next(&mut self, wait: Option<Duration>) -> Result<Ask, RecvTimeoutError> {
        if let Some(begins) = self.begins.take() {
            return Ok(begins);
        }
        let Some(wait) = wait.filter(|_| self.waits > 0) else {
            return Err(RecvTimeoutError::Disconnected);
        };
        self.waits -= 1;
        *self.now.lock().unwrap() += wait + self.late;
        Err(RecvTimeoutError::Timeout)
    }

    fn monotonic(&self) -> Instant {
        *self.now.lock().unwrap()
    }
}

/// What a session was asked to keep of the walk in hand, and what was recorded of it.
type Kept = Arc<Mutex<Vec<u32>>>;

/// How much has passed until `runner`, which waits to begin, is over, and the seconds that were seen of it. The machine
/// wakes `late`, and telling the window takes so long.
fn lasts(runner: Runner, late: Duration, telling: Duration) -> (Duration, u32, Kept) {
    let began = monotonic();
    let now = Arc::new(Mutex::new(began));
    let (tells, over) = (Arc::clone(&now), Arc::new(Mutex::new(None)));
    let (ends, at) = (Arc::clone(&over), Arc::clone(&now));
    let seen = Arc::new(Mutex::new(0));
    let counts = Arc::clone(&seen);
    let kept = Kept::default();
    let keeps = Arc::clone(&kept);
    let outside = Outside {
        record: Box::new(move |witnessed| {
            if let Witnessed::Work { seconds, .. } = witnessed {
                *counts.lock().unwrap() += seconds;
            }
            Ok(())
        }),
        found: Box::new(|_| Ok(Vec::new())),
        under_way: Box::new(move |seen| {
            if let Some(Witnessed::Work { seconds, .. }) = seen {
                keeps.lock().unwrap().push(*seconds);
            }
            Ok(())
        }),
        over: Box::new(move |_| {
            ends.lock().unwrap().get_or_insert(*at.lock().unwrap());
            Ok(())
        }),
        goes: Box::new(|_| Ok(())),
        changed: Box::new(move |_| *tells.lock().unwrap() += telling),
        trouble: Box::new(|_| {}),
    };
    let clock = Clock::fixed(Some("2026-11-18T07:00:00Z".parse().unwrap()), None);
    let goes = runner.how_it_goes();
    let (unrecorded, under_way, is_written_over) = (Vec::new(), None, false);
    let host =
        SessionHost { runner, clock, outside, unrecorded, under_way, kept: goes, is_written_over };
    let (answer, _answered) = channel();
    let begins = Some(Ask::Event(SessionEvent::Next, None, answer));
    host.run(&mut Machine { now, late, waits: 5000, begins });
    let ended = over.lock().unwrap().expect("it is over");
    (ended.duration_since(began), *seen.lock().unwrap(), kept)
}

#[test]
fn what_the_thread_times_drifts_by_half_a_second_at_most() {
    let hold = Dose { repetitions: Some(1), hold_seconds: Some(30), ..Dose::default() };
    let long = Dose { repetitions: Some(1), hold_seconds: Some(600), ..Dose::default() };
    let walk = Dose { minutes: Some(20), ..Dose::default() };
    let (late, telling) = (Duration::from_millis(10), Duration::from_millis(5));
    for (runner, asked) in [
        (one(hold, StepKind::Hold, 1, Some(30)), 30),
        (one(long, StepKind::Hold, 1, Some(600)), 600),
        (one(walk, StepKind::OwnPace, 0, Some(1200)), 1200),
    ] {
        let (lasted, seen, _) = lasts(runner, late, telling);
        assert_eq!(seen, asked);
        let asked = Duration::from_secs(asked.into());
        assert!(lasted >= asked, "nobody is told that it is over before it is: {lasted:?}");
        assert!(lasted <= asked + DRIFT, "{lasted:?}");
    }
}

#[test]
fn a_walk_is_kept_every_five_seconds_until_its_minute_is_recorded() {
    let walk = Dose { minutes: Some(2), ..Dose::default() };
    let walk = one(walk, StepKind::OwnPace, 0, Some(120));
    let (_, seen, kept) = lasts(walk, Duration::from_millis(10), Duration::from_millis(5));
    let of_a_minute = (1..12).map(|fives| 5 * fives);
    let twice: Vec<u32> = of_a_minute.clone().chain(of_a_minute).collect();
    assert_eq!((seen, &*kept.lock().unwrap()), (120, &twice));
}
