//! Hearing of what other processes do with the data folder, without asking again and again.

use std::path::Path;
use std::sync::{Arc, Mutex};

use notify::event::{EventKind, ModifyKind};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};

use crate::StoreError;
use crate::folder::{CHANGED, PLEASE_LEAVE, make_private_folder};
use crate::lock;

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Somebody committed, perhaps this very process: ask [`crate::Journal::changed_elsewhere`].
    Commit,
    /// Somebody needs the records alone: drop the journal within ten seconds.
    PleaseLeave,
}

/// Watches a data folder until it is dropped.
///
/// The system wakes it; while nothing is written in the folder it does nothing. It watches the
/// folder and not its files, so that it does not matter whether they exist already, and it makes
/// the folder if that is not there.
///
/// What it waits for is a small file that each commit writes to when it is done, and not SQLite's
/// -wal file: that one is written before the commit can be read, and whoever looks as soon as it
/// changes still sees the old state and hears of nothing more.
///
/// Start it after [`crate::Journal::open`], which may itself ask everybody to leave, and then ask
/// [`crate::Journal::changed_elsewhere`] once for what happened in between.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Calls `heard` for each signal, from a thread of its own. A request to leave that stands
    /// already is heard at once.
    ///
    /// # Errors
    /// When the folder cannot be made or the system has no more watches to give.
    pub fn start(
        folder: &Path,
        heard: impl FnMut(Signal) + Send + 'static,
    ) -> Result<Self, StoreError> {
        make_private_folder(folder)?;
        let heard = Arc::new(Mutex::new(heard));
        let tell = move |signal| {
            if let Ok(mut heard) = heard.lock() {
                heard(signal);
            }
        };
        let tell_of_an_earlier_request = tell.clone();
        let place = folder.to_owned();
        let on_event = move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let concerns = |name: &str| {
                let named = event.paths.iter().any(|path| path.ends_with(name));
                event.need_rescan() || (named && is_a_write(event.kind))
            };
            if concerns(CHANGED) {
                tell(Signal::Commit);
            }
            if concerns(PLEASE_LEAVE) && lock::asked_to_leave(&place) {
                tell(Signal::PleaseLeave);
            }
        };
        let mut watcher = RecommendedWatcher::new(on_event, Config::default())?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        if lock::asked_to_leave(folder) {
            tell_of_an_earlier_request(Signal::PleaseLeave);
        }
        Ok(Self { _watcher: watcher })
    }
}

/// Whether an event says that something was written. Opening, closing and reading, which happen all
/// the time, do not count.
fn is_a_write(kind: EventKind) -> bool {
    use EventKind::{Any, Create, Modify};
    matches!(kind, Any | Create(_) | Modify(ModifyKind::Any | ModifyKind::Data(_)))
}
