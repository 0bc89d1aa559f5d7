//! The life of the resident: wake, look, wait.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
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
/// When the data cannot be opened or the system refuses what is needed. A desktop that shows nothing
/// is no error: it is tried again.
pub fn run(
    folder: &Path,
    clock: &Clock,
    stands_still: bool,
    chosen_folder: Option<&Path>,
) -> Result<Ending, RunError> {
    let Some(_lock) = ResidentLock::take(folder)? else { return Ok(Ending::AnotherRuns) };
    let program = Program::of_this_process()?;
    let (events, heard) = channel();
    let desktop = Desktop::start(events.clone())?;
    desktop.hear_signals(events.clone())?;
    let Some(journal) = open(folder, clock, &heard)? else { return Ok(Ending::Asked) };
    let _watch = Watch::start(folder, move |signal| {
        // Nobody listens any more once the resident is on its way out.
        let _ = events.send(match signal {
            Signal::Commit => Event::Written,
            Signal::PleaseLeave => Event::PleaseLeave,
        });
    })?;
    let region = region_of_this_system();
    let words = Words::of_reminders(chosen_language(&journal)).in_region(region.as_deref());
    let mut resident = Resident::new(journal, desktop, words);
    let again = Ending::StartAgain(program.path().to_owned());
    loop {
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
            Ok(Event::PopupsGone) => resident.popups_gone().map(|()| None),
            Ok(Event::PleaseLeave) => return Ok(leave(&mut resident, again)),
            Ok(Event::PleaseEnd) | Err(RecvTimeoutError::Disconnected) => {
                return Ok(end(&mut resident, Ending::Asked));
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

/// Opens the journal. While somebody needs it alone this waits, unless it is asked to end: then `None`.
fn open(
    folder: &Path,
    clock: &Clock,
    heard: &Receiver<Event>,
) -> Result<Option<Journal>, StoreError> {
    loop {
        match Journal::open(folder, clock.clone()) {
            // It has waited ten seconds already; a large record takes longer to bring up to date.
            Err(StoreError::InUse) if !heard.try_iter().any(|event| event == Event::PleaseEnd) => {}
            Err(StoreError::InUse) => return Ok(None),
            opened => return opened.map(Some),
        }
    }
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

/// The same, so that they come again after the new start.
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
