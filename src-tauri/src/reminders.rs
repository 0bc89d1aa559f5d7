//! The resident, as the window sees it.

#[cfg(desktop)]
pub(crate) use desktop::{begin, follow, show_a_try};
#[cfg(mobile)]
pub(crate) use mobile::{begin, follow, show_a_try};

use crate::error::{Answer, ApiError, ErrorCode};
use crate::host::Host;

/// Whether this build can remind on this system at all.
pub(crate) fn are_supported() -> bool {
    #[cfg(desktop)]
    return backwise_remind::autostart::is_supported();
    #[cfg(mobile)]
    return false;
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn failed(error: impl ToString) -> ApiError {
    ApiError::new(ErrorCode::RemindersFailed, error.to_string())
}

#[cfg(desktop)]
mod desktop {
    use std::path::PathBuf;

    use backwise_remind::{autostart, start_resident};
    use backwise_words::{Language, Words};

    use super::{Answer, Host, failed};
    use backwise_store::folder::usual_data_folder;

    /// If reminders are wanted: brings up to date how the resident starts with the desktop's session,
    /// for the program may have moved, and starts it now if it does not run. If that fails, the
    /// settings screen shows that it is not alive.
    pub(crate) fn begin(host: &Host) {
        let Ok(health) = host.journal(|journal| journal.reminder_health(super::are_supported()))
        else {
            return;
        };
        if !health.supported || !health.switched_on {
            return;
        }
        if enters_itself(host) {
            let _ = repair();
        }
        if !health.resident_alive {
            let _ = start(host);
        }
    }

    /// Follows the switch: lets the resident begin with the desktop's session, and now, or no longer.
    ///
    /// A resident that runs stays when reminders are switched off. It shows nothing then and goes on
    /// writing down which rounds fell due, so that the record can tell "no entry" from "nobody knows".
    pub(crate) fn follow(host: &Host, on: bool) -> Answer<()> {
        if enters_itself(host) && on {
            autostart::enable(&Words::of_reminders(Language::ENGLISH), &resident()?)
                .map_err(failed)?;
        } else if enters_itself(host) {
            autostart::disable().map_err(failed)?;
        }
        if on { start(host) } else { Ok(()) }
    }

    /// A build for trying things out must not enter itself into the person's desktop, and neither
    /// may a folder other than the usual one: the entry names none.
    fn enters_itself(host: &Host) -> bool {
        !cfg!(debug_assertions) && host.folder() == usual_data_folder().as_deref()
    }

    fn repair() -> Answer<bool> {
        autostart::repair(&Words::of_reminders(Language::ENGLISH), &resident()?).map_err(failed)
    }

    /// The resident's program.
    fn resident() -> Answer<PathBuf> {
        Ok(std::env::current_exe().map_err(failed)?.with_file_name("backwise-remind"))
    }

    fn start(host: &Host) -> Answer<()> {
        // The resident lives in real time; beside a window whose clock stands still it would mislead.
        if host.stands_still() {
            return Ok(());
        }
        let program = std::env::current_exe().map_err(failed)?;
        start_resident(&program, host.folder()).map_err(failed)
    }

    /// Shows a reminder that is only a try.
    pub(crate) fn show_a_try() -> Answer<()> {
        #[cfg(target_os = "linux")]
        return backwise_remind::show_a_try(&Words::of_reminders(Language::ENGLISH))
            .map_err(failed);
        #[cfg(not(target_os = "linux"))]
        Err(failed(autostart::AutostartError::Unsupported))
    }
}

#[cfg(mobile)]
mod mobile {
    use super::{Answer, Host, failed};

    /// Phones get reminders of their own later; until then the screens say that they cannot remind.
    pub(crate) fn begin(_host: &Host) {}

    /// Nothing follows the switch on a phone yet.
    pub(crate) fn follow(_host: &Host, _on: bool) -> Answer<()> {
        Ok(())
    }

    /// There is nothing to try on a phone yet.
    pub(crate) fn show_a_try() -> Answer<()> {
        Err(failed("this build cannot remind on this system"))
    }
}
