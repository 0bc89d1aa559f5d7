//! The notifications of the desktop.

#[cfg(target_os = "linux")]
mod notification;
#[cfg(target_os = "linux")]
mod screen;
#[cfg(target_os = "linux")]
mod server;
#[cfg(target_os = "linux")]
mod worker;

#[cfg(target_os = "linux")]
pub use worker::{Desktop, show_a_try};

/// There is nothing to try where this build shows no reminders.
///
/// # Errors
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn show_a_try(_words: &backwise_words::Words) -> Result<(), crate::NotTaken> {
    Err(crate::NotTaken::NoServer("this build knows no notifications of this system".to_owned()))
}
