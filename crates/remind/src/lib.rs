//! The resident of Backwise: a small process without a window that finds what is due and hands it to
//! the desktop.
//!
//! [`run`] is the whole of it. It wakes when another process writes, when the person answers a
//! reminder, when something falls due, and every half a minute, because clocks jump and machines
//! sleep. [`Resident`] is what it does then; [`Delivery`] is the seam to whatever shows reminders.
//! [`autostart`], [`start_resident`] and `show_a_try` are for the window, which switches all this on
//! and off.

pub mod autostart;
pub mod text;

mod delivery;
mod desktop;
mod programs;
mod resident;
#[cfg(target_os = "linux")]
mod run;
mod trouble;

pub use delivery::{Answer, Button, Delivery, Event, NotTaken, Popup, PopupId};
#[cfg(target_os = "linux")]
pub use desktop::Desktop;
pub use desktop::show_a_try;
pub use programs::start_resident;
pub use resident::Resident;
#[cfg(target_os = "linux")]
pub use run::{Ending, RunError, run};
