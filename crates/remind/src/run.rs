//! The life of the resident: wake, look, wait.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use backwise_core::time::Instant;
use backwise_store::clock::Clock;
use backwise_store::folder::region_of_this_system;
use backwise_store::{Journal, ResidentLock, Signal, StoreError, Watch};
use backwise_words::{Language, Words};

use crate::delivery::Event;
use crate::desktop::Desktop;
use crate::programs::{self, Program, ProgramState};
use crate::resident::Resident;

/// The longest the resident waits: after a jump of the clock or a night's sleep of the machine a
/// reminder comes at most this late.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// The shortest, so that something that stays due cannot keep the processor busy.
const SHORTEST_WAIT: Duration = Duration::from_secs(1);
/// How long it waits at first when the data cannot be opened.
const FIRST_WAIT: Duration = Duration::from_secs(2);

/// How the resident ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It was asked to, or its program was removed.
    Asked,
    /// Another resident looks after this folder.
    AnotherRuns,
    /// Another Backwise needs the data alone, or this program was replaced: this one is to be started
    /// again, as it lies on the disk now.
    StartAgain(PathBuf),
}

/// Why the resident cannot run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The data folder.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gives no thread, no signals or no executable.
    #[error("the system does not let the reminders run: {0}")]
    System(#[from] std::io::Error),
}

/// Looks after the reminders of `folder` until something ends it. `stands_still` says that the clock
/// is a fixed one: then only events wake it. `chosen_folder` is handed to the window where the folder
/// is not the usual one.
///
/// # Errors
/// When the data is damaged, foreign or of a later version, or the system refuses a thread or signals. A desktop that
/// shows nothing, a full disk and a system without a watch to give are no errors: they are tried again.
pub fn run(
    folder: &Path,
    clock: &Clock,
    stands_still: bool,
    chosen_folder: Option<&Path>,
) -> Result<Ending, RunError> {
    let program = Program::of_this_process()?;
    let (events, heard) = channel();
    let desktop = Desktop::start(events.clone())?;
    desktop.hear_signals(events.clone())?;
    let Some(lock) = keep_trying(|| ResidentLock::take(folder), &heard, FIRST_WAIT)? else {
        return Ok(Ending::Asked);
    };
    let Some(_lock) = lock else { return Ok(Ending::AnotherRuns) };
    let open = || Journal::open(folder, clock.clone());
    let Some(journal) = keep_trying(open, &heard, FIRST_WAIT)? else { return Ok(Ending::Asked) };
    let mut watch = None;
    let region = region_of_this_system();
    let words = Words::of_reminders(chosen_language(&journal)).in_region(region.as_deref());
    let mut resident = Resident::new(journal, desktop, words);
    let again = Ending::StartAgain(program.path().to_owned());
    if let Some(started) = clock.machine_started()
        && go_on(resident.machine_was_started(started)).is_err()
    {
        return Ok(end(&mut resident, again));
    }
    loop {
        watch_or_say(&mut watch, || start_watch(folder, &events));
        match program.state() {
            ProgramState::Same => {}
            ProgramState::Replaced => return Ok(leave(&mut resident, again)),
            ProgramState::Gone => return Ok(end(&mut resident, Ending::Asked)),
        }
        let Ok(next_wake) = go_on(resident.tick()) else { return Ok(end(&mut resident, again)) };
        let event = if stands_still {
            heard.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            heard.recv_timeout(wait_until(next_wake.flatten(), clock.now()))
        };
        let done = match event {
            Ok(Event::Written) | Err(RecvTimeoutError::Timeout) => Ok(None),
            Ok(Event::Answered(popup, answer)) => resident.answer(popup, answer),
            Ok(Event::PopupsGone) => {
                resident.popups_gone();
                Ok(None)
            }
            Ok(Event::PleaseLeave) => return Ok(leave(&mut resident, again)),
            // As a machine does that is started anew: what waits is told again by the next resident.
            Ok(Event::PleaseEnd) | Err(RecvTimeoutError::Disconnected) => {
                return Ok(leave(&mut resident, Ending::Asked));
            }
        };
        match go_on(done) {
            Err(TooOld) => return Ok(end(&mut resident, again)),
            Ok(round) => {
                if let Some(round) = round.flatten()
                    && let Err(error) = programs::open_window(program.path(), &round, chosen_folder)
                {
                    eprintln!("backwise-remind: {error}");
                }
            }
        }
    }
}

/// The language that the person chose, else English.
fn chosen_language(journal: &Journal) -> Language {
    let chosen = journal.settings().ok().and_then(|settings| settings.language);
    chosen.and_then(|tag| Language::named(&tag)).unwrap_or(Language::ENGLISH)
}

/// Does `attempt` until it succeeds, at first `wait` apart. A disk that is full, and somebody who needs the data alone,
/// end no session without reminders; what no waiting mends does. `None` where it is asked to end meanwhile.
fn keep_trying<T>(
    mut attempt: impl FnMut() -> Result<T, StoreError>,
    heard: &Receiver<Event>,
    mut wait: Duration,
) -> Result<Option<T>, StoreError> {
    loop {
        match attempt() {
            Ok(value) => return Ok(Some(value)),
            Err(
                error @ (StoreError::NewerFile { .. }
                | StoreError::ForeignFile { .. }
                | StoreError::Damaged { .. }),
            ) => return Err(error),
            Err(error) => eprintln!("backwise-remind: {error}"),
        }
        match heard.recv_timeout(wait) {
            Ok(Event::PleaseEnd) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Ok(_) | Err(RecvTimeoutError::Timeout) => wait = (wait * 2).min(LONGEST_WAIT),
        }
    }
}

/// Hears of what other processes write and ask for. Where the system has no more watches to give, the resident looks
/// every half a minute all the same, and asks for one each time.
fn watch_or_say<W>(watch: &mut Option<W>, start: impl FnOnce() -> Result<W, StoreError>) {
    if watch.is_some() {
        return;
    }
    match start() {
        Ok(started) => *watch = Some(started),
        Err(error) => eprintln!("backwise-remind: {error}"),
    }
}

fn start_watch(folder: &Path, events: &Sender<Event>) -> Result<Watch, StoreError> {
    let events = events.clone();
    Watch::start(folder, move |signal| {
        // Nobody listens any more once the resident is on its way out.
        let _ = events.send(match signal {
            Signal::Commit => Event::Written,
            Signal::PleaseLeave => Event::PleaseLeave,
        });
    })
}

/// The data was brought up to date by a later program.
struct TooOld;

/// Any trouble but that is said, and tried again at the next wake: a full disk or a slow one passes.
fn go_on<T>(outcome: Result<T, StoreError>) -> Result<Option<T>, TooOld> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(StoreError::Updated) => Err(TooOld),
        Err(error) => {
            eprintln!("backwise-remind: {error}");
            Ok(None)
        }
    }
}

/// How long to wait for `next_wake`, never longer than a jump of the clock may go unnoticed.
fn wait_until(next_wake: Option<Instant>, now: Instant) -> Duration {
    let wait = next_wake.map_or(LONGEST_WAIT, |wake| (wake - now).to_std().unwrap_or_default());
    wait.clamp(SHORTEST_WAIT, LONGEST_WAIT)
}

/// Takes the popups along: nobody would hear their buttons any more.
fn end(resident: &mut Resident<Desktop>, ending: Ending) -> Ending {
    resident.clear_the_screen();
    ending
}

/// The same, so that they come again with the next start.
fn leave(resident: &mut Resident<Desktop>, ending: Ending) -> Ending {
    if let Err(error) = resident.put_back() {
        eprintln!("backwise-remind: {error}");
    }
    ending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_that_fails_is_tried_again_and_what_no_waiting_mends_is_not() {
        let (_events, heard) = channel();
        let mut tries = 0;
        let opened = keep_trying(
            || {
                tries += 1;
                match tries {
                    1 => Err(StoreError::CannotWrite { detail: "disk full".to_owned() }),
                    2 => Err(StoreError::Failed { detail: "disk full".to_owned() }),
                    3 => Err(StoreError::InUse),
                    tries => Ok(tries),
                }
            },
            &heard,
            Duration::ZERO,
        );
        assert!(matches!(opened, Ok(Some(4))), "{opened:?}");
        let damaged = || Err::<(), _>(StoreError::Damaged { detail: String::new() });
        assert!(keep_trying(damaged, &heard, Duration::ZERO).is_err());
    }

    #[test]
    fn whoever_asks_it_to_end_does_not_wait_for_the_data() {
        let (events, heard) = channel();
        events.send(Event::Written).unwrap();
        events.send(Event::PleaseEnd).unwrap();
        let busy = || Err::<(), _>(StoreError::InUse);
        assert!(matches!(keep_trying(busy, &heard, Duration::ZERO), Ok(None)));
    }

    #[test]
    fn it_goes_on_without_a_watch_and_asks_for_one_again() {
        let mut watch = None;
        let none_left = || Err(StoreError::Failed { detail: "no watches".to_owned() });
        watch_or_say(&mut watch, none_left);
        assert_eq!(watch, None);
        watch_or_say(&mut watch, || Ok(1));
        watch_or_say(&mut watch, || Ok(2));
        assert_eq!(watch, Some(1));
    }

    #[test]
    fn it_waits_for_what_comes_next_but_never_long() {
        let now: Instant = "2026-11-18T08:00:00Z".parse().unwrap();
        let at = |text: &str| Some(text.parse::<Instant>().unwrap());
        for (next, seconds) in [
            (None, 30),
            (at("2026-11-18T12:00:00Z"), 30),
            (at("2026-11-18T08:00:12Z"), 12),
            (at("2026-11-18T08:00:00Z"), 1),
            (at("2026-11-18T07:00:00Z"), 1),
        ] {
            assert_eq!(wait_until(next, now), Duration::from_secs(seconds), "{next:?}");
        }
    }
}
