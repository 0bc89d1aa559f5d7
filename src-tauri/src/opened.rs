//! The record, or why it is not open.

use std::time::{Duration, Instant};

use backwise_store::clock::monotonic;
use backwise_store::{Journal, Watch};
use tauri::AppHandle;

use crate::error::{Answer, ApiError, ErrorCode};
use crate::host::Start;
use crate::watching;

/// Screens ask for several things at once; those that waited for a failed try share its answer.
const SAME_TRY: Duration = Duration::from_millis(250);

/// The record, or why it is not open.
pub(crate) struct Opened {
    journal: Answer<Journal>,
    watch: Option<Watch>,
    tried: Option<Instant>,
}

impl Opened {
    /// Not open before the first question.
    pub(crate) fn not_yet() -> Self {
        let journal = Err(ApiError::new(ErrorCode::Failed, "it was not opened yet"));
        Self { journal, watch: None, tried: None }
    }

    /// Opens it, if that can be done, and watches it.
    fn open(&mut self, start: &Start, app: &AppHandle) {
        // Whoever watches hears our own request that everybody leave.
        self.watch = None;
        if let Some(folder) = &start.folder {
            self.journal = Journal::open(folder, start.clock.clone()).map_err(ApiError::from);
            self.watch = self.journal.is_ok().then(|| watching::begin(folder, app)).flatten();
        } else {
            let detail = "this system names no folder for data; start with --data";
            self.journal = Err(ApiError::new(ErrorCode::NoFolder, detail));
        }
        self.tried = Some(monotonic());
    }

    /// The journal. Where it could not be opened it is tried again: disks get room, and others leave.
    ///
    /// # Errors
    /// Why it is not open.
    pub(crate) fn journal(&mut self, start: &Start, app: &AppHandle) -> Answer<&mut Journal> {
        let may_have_passed = |error: &ApiError| error.code != ErrorCode::Updated;
        let is_new = self.tried.is_some_and(|tried| monotonic().duration_since(tried) < SAME_TRY);
        if !is_new && self.journal.as_ref().err().is_some_and(may_have_passed) {
            self.open(start, app);
        }
        self.journal.as_mut().map_err(|error| error.clone())
    }

    /// Lets go of it for good: another Backwise needs it alone or has updated it. The watch is what
    /// said so, and cannot be ended from within.
    pub(crate) fn leave(&mut self) {
        self.journal =
            Err(ApiError::new(ErrorCode::Updated, "Backwise was updated; start it again"));
    }
}
