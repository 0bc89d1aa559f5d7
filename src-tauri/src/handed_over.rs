//! Files that the system hands over by their addresses: at a start, and on some systems to an app that runs.

use std::path::PathBuf;

use tauri::Url;

/// The file at `address`; `None` where it is none of this machine's own.
pub(crate) fn path_of(address: &Url) -> Option<PathBuf> {
    (address.scheme() == "file").then(|| address.to_file_path().ok()).flatten()
}

#[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
pub(crate) use by_event::{Early, hear};

/// macOS and phones start the app without arguments and tell it of the file by an event.
#[cfg(any(target_os = "macos", target_os = "ios", target_os = "android"))]
mod by_event {
    use std::path::PathBuf;
    use std::sync::{Mutex, PoisonError};

    use tauri::{AppHandle, Manager, RunEvent};

    use super::path_of;
    use crate::host::Host;

    /// A file that came before there was anything to show it: macOS tells of the one that the app is started for first.
    #[derive(Default)]
    pub(crate) struct Early(Mutex<Option<PathBuf>>);

    impl Early {
        /// Hands it out, once.
        pub(crate) fn take(&self) -> Option<PathBuf> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
        }
    }

    /// Shows the file that `event` tells of, if it does; of several, the first.
    pub(crate) fn hear(app: &AppHandle, event: &RunEvent) {
        let RunEvent::Opened { urls } = event else { return };
        let Some(path) = urls.iter().find_map(path_of) else { return };
        if let Some(host) = app.try_state::<Host>() {
            host.show(None, Some(&path));
        } else if let Some(early) = app.try_state::<Early>() {
            *early.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        }
    }
}
