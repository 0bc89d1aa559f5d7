//! What the commands share: the open journal, the session under way, and the words to the window.

mod ends;
mod unkept;

use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use backwise_core::ids::{RecordId, RoundId};
use backwise_core::record::BoutKey;
use backwise_core::session::{Runner, SessionEvent, SessionView, Witnessed, script};
use backwise_core::time::{Instant, Span};
use backwise_store::Journal;
use backwise_store::clock::Clock;
use backwise_store::views::SessionOf;
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use ts_rs::TS;

use crate::error::{Answer, ApiError, ErrorCode};
use crate::opened::Opened;
use crate::session::{Outside, Session};
use unkept::{LeftForPain, Unkept};

/// What the app was started with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The folder of the record; `None` where neither the person nor the system named one.
    pub folder: Option<PathBuf>,
    /// The clock.
    pub clock: Clock,
    /// Whether that clock stands still, for showing one moment again and again.
    pub stands_still: bool,
    /// The round to open, when a reminder asked for it.
    pub open_round: Option<RoundId>,
    /// The plan file to show, when the person opened one with the app.
    pub open_file: Option<PathBuf>,
}

/// A file that the person opened with the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct GivenFile {
    /// Its name, without its folder.
    pub name: String,
    /// What is in it; null when it cannot be read, or is far too large for a plan.
    pub bytes: Option<Vec<u8>>,
}

/// How the app stands: asked once by the screens when they appear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct Status {
    /// Why the record is not open; null when it is.
    pub trouble: Option<ApiError>,
    /// The round that a reminder asked for. Handed out once.
    pub open_round: Option<RoundId>,
    /// The plan file that the person opened with the app. Handed out once.
    pub open_file: Option<GivenFile>,
    /// The version of Backwise.
    pub version: String,
}

/// The open record, the session, and where to speak to the window.
pub(crate) struct Host {
    app: AppHandle,
    start: Start,
    record: Mutex<Opened>,
    session: Mutex<Option<Session>>,
    open_round: Mutex<Option<RoundId>>,
    open_file: Mutex<Option<PathBuf>>,
    /// Whether the screens have asked how the app stands, and so hear what they are told.
    has_asked: AtomicBool,
    last_seen: Mutex<Option<Instant>>,
    /// How many sheets had been taken in when the session was last compared with them.
    sheets: AtomicUsize,
    left_for_pain: LeftForPain,
    unkept: Unkept,
}

impl GivenFile {
    /// The file at `path`, as far as a plan may be long: the reader says what is wrong with it.
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_small = |file: &std::fs::File| {
            file.metadata().is_ok_and(|about| about.is_file() && about.len() <= LARGEST_GIVEN)
        };
        let read = |mut file: std::fs::File| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok().map(|_| bytes)
        };
        Self { name, bytes: std::fs::File::open(path).ok().filter(is_small).and_then(read) }
    }
}

/// The records of a session.
#[derive(Default)]
struct Kept {
    /// Of its work, for the one that is taken back; `None` stands for work that can never be recorded.
    work: Vec<Option<RecordId>>,
    /// With which it ended each bout, so that it may say something else of it.
    closed: HashMap<BoutKey, RecordId>,
}

/// A file that is longer is not handed to the screens. A little more than a plan may have, so that the reader
/// can say that it is too large.
const LARGEST_GIVEN: u64 = 1024 * 1024;

/// How long a look at the window counts. Each new one is a row in the record, which tells that the
/// person saw what was due; rounds lie further apart than this.
const A_LOOK: Span = Span::minutes(10);

/// A panic elsewhere leaves the journal as the last commit left it, so a poisoned lock may be used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends `session`, so that what it still has to record is recorded.
fn end(session: Option<&Session>) -> Answer<()> {
    send(session, SessionEvent::End)
}

/// Tells `session` of `event`, for its sake alone.
fn send(session: Option<&Session>, event: SessionEvent) -> Answer<()> {
    match session.map(|session| session.event(event)) {
        // Where its thread is gone there is nothing to end.
        None | Some(Ok(_) | Err(ApiError { code: ErrorCode::NoSession, .. })) => Ok(()),
        Some(Err(unrecorded)) => Err(unrecorded),
    }
}

impl Host {
    /// A host that opens the record at the first question. If that cannot be done, the window opens
    /// all the same and `status` says why.
    pub(crate) fn new(app: AppHandle, start: Start) -> Self {
        Self {
            app,
            record: Mutex::new(Opened::not_yet()),
            session: Mutex::new(None),
            open_round: Mutex::new(start.open_round.clone()),
            open_file: Mutex::new(start.open_file.clone()),
            has_asked: AtomicBool::new(false),
            last_seen: Mutex::new(None),
            sheets: AtomicUsize::new(0),
            left_for_pain: LeftForPain::default(),
            unkept: Unkept::default(),
            start,
        }
    }

    /// Writes down that the person has the window before them.
    pub(crate) fn seen(&self) {
        let now = self.start.clock.now();
        let before = lock(&self.last_seen).replace(now);
        if before.is_none_or(|before| now - before >= A_LOOK) {
            // If it cannot be written, nothing is lost but this one look.
            let _ = self.journal(Journal::app_opened);
        } else {
            *lock(&self.last_seen) = before;
        }
    }

    /// The folder of the record, where there is one.
    #[cfg(desktop)]
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.start.folder.as_deref()
    }

    /// Whether the clock stands still.
    #[cfg(desktop)]
    pub(crate) fn stands_still(&self) -> bool {
        self.start.stands_still
    }

    /// Where the person finds a file that is saved for them: the first of their own folders that is there.
    pub(crate) fn folder_for_copies(&self) -> Option<PathBuf> {
        let path = self.app.path();
        let theirs = [path.download_dir(), path.document_dir(), path.home_dir()];
        theirs.into_iter().flatten().find(|folder| folder.is_dir())
    }

    /// How the app stands.
    pub(crate) fn status(&self) -> Status {
        self.has_asked.store(true, Ordering::SeqCst);
        Status {
            trouble: lock(&self.record).journal(&self.start, &self.app).err(),
            open_round: lock(&self.open_round).take(),
            open_file: lock(&self.open_file).take().as_deref().map(GivenFile::read),
            version: self.app.package_info().version.to_string(),
        }
    }

    /// Does one thing with the journal.
    ///
    /// # Errors
    /// What the journal says, or why it is not open.
    pub(crate) fn journal<T>(
        &self,
        method: impl FnOnce(&mut Journal) -> Result<T, backwise_store::StoreError>,
    ) -> Answer<T> {
        let mut record = lock(&self.record);
        let answer = method(record.journal(&self.start, &self.app)?).map_err(ApiError::from);
        drop(record);
        if let Err(ApiError { code: ErrorCode::Updated, .. }) = &answer {
            self.leave();
        }
        answer
    }

    /// Lets go of the record, because another Backwise needs it alone or has updated it.
    pub(crate) fn leave(&self) {
        lock(&self.record).leave();
        self.tell("updated", ());
    }

    /// Brings `round` or the plan file `path` to the screen of a window that is open already. Screens that have not
    /// asked yet how the app stands hear of it then.
    pub(crate) fn show(&self, round: Option<RoundId>, path: Option<&Path>) {
        #[cfg(desktop)]
        if let Some(window) = self.app.get_webview_window("main") {
            let _ = window.unminimize();
            let _ = window.set_focus();
        }
        let has_asked = self.has_asked.load(Ordering::SeqCst);
        match round {
            Some(round) if has_asked => self.tell("open-round", round),
            Some(round) => *lock(&self.open_round) = Some(round),
            None => {}
        }
        match path {
            Some(path) if has_asked => self.tell("open-file", GivenFile::read(path)),
            Some(path) => *lock(&self.open_file) = Some(path.to_owned()),
            None => {}
        }
    }

    /// Begins a session with what is open of a round, of one line of it, or of one time of a line. A
    /// session under way ends first, so that what it still has to record is not asked for again.
    ///
    /// # Errors
    /// What the journal says.
    pub(crate) fn start_session(&self, of: &SessionOf) -> Answer<Option<SessionView>> {
        // Held until the new session stands, so that of two starts one ends the other in order.
        let mut session = lock(&self.session);
        end(session.as_ref())?;
        self.keep_what_waits()?;
        let items = self.journal(|journal| journal.begin_session(of))?;
        let choices = self.journal(|journal| journal.settings())?.session;
        self.run(&mut session, Runner::new(script(&items, choices)))
    }

    /// The session under way, finished or not; else the rest of one that was cut off when the program ended, which is
    /// under way again from then on. `None` when there is neither. One that stands still and whose day or round is over
    /// ends, as one does that was cut off: what was done of it stays.
    ///
    /// # Errors
    /// What the journal says.
    pub(crate) fn session_view(&self) -> Answer<Option<SessionView>> {
        let mut session = lock(&self.session);
        if let Some(under_way) = &*session {
            let view = under_way.view()?;
            if !self.was_left(view.as_ref())? {
                return self.unless_stopped(under_way, view);
            }
            end(Some(under_way))?;
            *session = None;
        }
        self.keep_what_waits()?;
        self.journal(Journal::record_what_was_under_way)?;
        let rest = self.journal(|journal| journal.session_cut_off())?;
        let (choices, pace) = self.journal(|journal| journal.how_session_goes())?;
        let script = script(&rest.items, choices);
        self.run(&mut session, Runner::taken_up(script, rest.may_lie, pace))
    }

    /// Lets `runner` run, where it has anything to do.
    fn run(&self, session: &mut Option<Session>, runner: Runner) -> Answer<Option<SessionView>> {
        let Some(view) = runner.view() else { return Ok(None) };
        self.has_newer_sheet()?;
        *session = Some(Session::start(runner, self.start.clock.clone(), self.outside())?);
        Ok(Some(view))
    }

    /// Ends the session under way, if there is one.
    ///
    /// # Errors
    /// When what it still has to record cannot be recorded.
    pub(crate) fn end_session(&self) -> Answer<()> {
        end(lock(&self.session).as_ref())
    }

    /// The program ends: the session stands still, so that what was seen of it is recorded. What cannot be is lost as in an
    /// end without warning.
    pub(crate) fn stand_still(&self) {
        let _ = send(lock(&self.session).as_ref(), SessionEvent::Pause);
    }

    /// Does what the person asked for in the session under way while the step of `turn` was on. Where it was the second
    /// exercise that was left for pain on one day, the round ends, whatever the plan says of pain and also where it says
    /// nothing.
    ///
    /// # Errors
    /// When no session is under way, or what was seen cannot be recorded.
    pub(crate) fn session_event(&self, turn: u32, event: SessionEvent) -> Answer<SessionView> {
        let handled = self.session(|session| {
            let view = session.event_in(turn, event)?;
            if matches!(event, SessionEvent::TakeDoneBack { .. }) {
                // What is open again may be stopped by now.
                self.left_for_pain.note();
            }
            self.unless_stopped(session, view)
        });
        let no_session = || ApiError::new(ErrorCode::NoSession, "no session is under way");
        handled.transpose()?.flatten().ok_or_else(no_session)
    }

    /// Does something with the session under way; `None` when there is none.
    pub(crate) fn session<T>(
        &self,
        method: impl FnOnce(&Session) -> Answer<T>,
    ) -> Option<Answer<T>> {
        lock(&self.session).as_ref().map(method)
    }

    /// Says `event` to the window. A window that is gone needs no telling.
    pub(crate) fn tell(&self, event: &str, payload: impl Serialize + Clone) {
        let _ = self.app.emit(event, payload);
    }

    fn outside(&self) -> Outside {
        let (record, over, goes) = (self.app.clone(), self.app.clone(), self.app.clone());
        let (under_way, changed, trouble) = (self.app.clone(), self.app.clone(), self.app.clone());
        let found = self.app.clone();
        let (mut kept, mut ended) = (Kept::default(), None);
        Outside {
            record: Box::new(move |seen| record.state::<Self>().record(seen, &mut kept)),
            under_way: Box::new(move |seen| {
                under_way.state::<Self>().journal(|journal| match seen {
                    Some(seen) => journal.keep_under_way(seen),
                    None => journal.nothing_under_way(),
                })
            }),
            over: Box::new(move |is_over| {
                let host = over.state::<Self>();
                if is_over {
                    ended = host.journal(Journal::session_is_over)?;
                } else if let Some(ended) = &ended {
                    host.journal(|journal| journal.session_goes_on(ended))?;
                }
                Ok(())
            }),
            found: Box::new(move |items| {
                found.state::<Self>().journal(|journal| journal.how_they_stand(items))
            }),
            goes: Box::new(move |as_now| {
                goes.state::<Self>().journal(|journal| journal.keep_how_session_goes(as_now))
            }),
            changed: Box::new(move |view| changed.state::<Self>().tell("session", view)),
            trouble: Box::new(move |error| trouble.state::<Self>().tell("session-trouble", error)),
        }
    }

    /// Records what was seen, and keeps by which records.
    fn record(&self, seen: &Witnessed, kept: &mut Kept) -> Answer<()> {
        match seen {
            Witnessed::Work { bout, set, side, repetitions, seconds } => {
                let recorded = self.journal(|journal| {
                    journal.record_work(bout, *set, *side, *repetitions, *seconds)
                });
                if recorded.is_ok() || recorded.as_ref().is_err_and(ApiError::is_permanent) {
                    kept.work.push(recorded.as_ref().ok().copied());
                }
                recorded.map(drop)
            }
            Witnessed::TakenBack => {
                if let Some(Some(last)) = kept.work.last().copied() {
                    self.journal(|journal| journal.withdraw(last))?;
                }
                kept.work.pop();
                Ok(())
            }
            Witnessed::Closed { bout, outcome } => {
                let own = kept.closed.get(bout).copied();
                let closed = self.journal(|journal| journal.close_bout(bout, outcome, own))?;
                if !closed.already {
                    kept.closed.insert(bout.clone(), closed.record);
                }
                if outcome.was_left_for_pain() {
                    self.left_for_pain.note();
                }
                Ok(())
            }
        }
    }
}
