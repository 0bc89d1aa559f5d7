//! Watches the record for what other processes do to it.

use std::path::Path;

use backwise_store::{Signal, Watch};
use tauri::{AppHandle, Manager};

use crate::host::Host;

/// Begins to watch `folder`, and goes on until the answer is dropped. Where the system cannot watch,
/// the screens still look again when they are opened.
///
/// The journal must be open already: opening it may ask everybody to leave, and we would hear
/// ourselves. What is shown was asked for later, so that nothing falls between the two.
pub(crate) fn begin(folder: &Path, app: &AppHandle) -> Option<Watch> {
    let app = app.clone();
    let heard = move |signal| {
        let host = app.state::<Host>();
        match signal {
            Signal::Commit => {
                if let Ok(true) = host.journal(|journal| journal.changed_elsewhere()) {
                    // What was said to another program stops the round here, too, and so does a newer sheet.
                    if let Err(trouble) = host.end_session_stopped_elsewhere() {
                        host.tell("session-trouble", trouble);
                    }
                    host.tell("changed", ());
                }
            }
            Signal::PleaseLeave => host.leave(),
        }
    };
    Watch::start(folder, heard).ok()
}
