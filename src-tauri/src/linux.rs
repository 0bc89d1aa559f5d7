//! Care for Linux: what has to happen before GTK is touched.
//!
//! Some NVIDIA drivers show an empty window unless `WEBKIT_DISABLE_DMABUF_RENDERER=1` stands in the
//! environment. We do not set it: changing the environment of a running process is unsafe code in
//! Rust, which this project forbids, and it would slow down everybody else. Whoever needs it starts
//! `env WEBKIT_DISABLE_DMABUF_RENDERER=1 backwise`.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use gtk::glib::{ControlFlow, unix_signal_add};
use tauri::AppHandle;

/// What a system sends a program that is to end, as when somebody logs out.
const SIGTERM: i32 = 15;

/// Lets the program end by itself when the system says so, and not at once: what was seen of a session is recorded first.
pub(crate) fn end_when_told(app: &AppHandle) {
    let app = app.clone();
    unix_signal_add(SIGTERM, move || {
        app.exit(0);
        ControlFlow::Break
    });
}

/// Becomes the resident, `backwise-remind`, which stands beside this program. Returns only if that
/// is not possible.
pub fn become_the_resident(arguments: &[std::ffi::OsString]) -> io::Error {
    match std::env::current_exe() {
        Ok(here) => Command::new(here.with_file_name("backwise-remind")).args(arguments).exec(),
        Err(error) => error,
    }
}

/// Whether there is a display to open a window on. Tauri would end with a panic where there is none.
#[must_use]
pub fn has_display() -> bool {
    gtk::init().is_ok()
}
