//! SQLite, the journal and the clock of Backwise.
//!
//! This is the only crate that knows SQL and the only one that reads the clock and the environment.
//! Callers use [`Journal`], which has one method a use case. A process that stays also starts a
//! [`Watch`], to hear of what others write and of requests to let go of the file.

pub mod clock;
pub mod copies;
pub mod folder;
pub mod views;

mod check;
mod database;
mod error;
mod journal;
mod lock;
mod op;
mod rows;
mod watch;

pub use error::StoreError;
pub use journal::{Journal, SessionRest, SessionTime, check_first_plan, suggest_line, templates};
pub use lock::ResidentLock;
pub use op::{Area, Changes};
pub use rows::sessions::OpenSession;
pub use watch::{Signal, Watch};
