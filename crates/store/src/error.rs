//! What can go wrong with the data folder, by what the caller can do about it.

use backwise_core::error::Problem;

/// What can go wrong. The screens and the command line have a sentence for each code.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a later Backwise: install that one.
    #[error(
        "the data was written by a later version of Backwise (schema {found}, this one knows {known})"
    )]
    NewerFile {
        /// The schema version in the file.
        found: i64,
        /// The highest this program knows.
        known: i64,
    },
    /// Another Backwise updated the data while this one ran: start this one again.
    #[error("Backwise was updated while this one was running: start it again")]
    Updated,
    /// The file is not one of ours.
    #[error("{path} is not a Backwise data file")]
    ForeignFile {
        /// The file.
        path: String,
    },
    /// Other Backwise processes hold the data and did not leave in time: close them.
    #[error("another Backwise is using the data and did not close in time")]
    InUse,
    /// The file is damaged: restore a backup.
    #[error("the data file is damaged: {detail}")]
    Damaged {
        /// SQLite's own words.
        detail: String,
    },
    /// The disk is full, or may not be written.
    #[error("the data cannot be written: {detail}")]
    CannotWrite {
        /// The system's own words.
        detail: String,
    },
    /// There is nothing by that name.
    #[error("there is no {what} {name}")]
    NotFound {
        /// What was asked for.
        what: &'static str,
        /// By which name.
        name: String,
    },
    /// What was handed in cannot be taken; each problem says why.
    #[error("{} problems", .0.len())]
    Refused(Vec<Problem>),
    /// The file was written by hand or changed after it was written, or replaces another plan: the
    /// person must read the check and say yes first.
    #[error("this needs to be confirmed first")]
    NotConfirmed,
    /// A value outside its range.
    #[error("{what} must be {range}")]
    OutOfRange {
        /// Which value.
        what: &'static str,
        /// What it may be.
        range: &'static str,
    },
    /// Anything else that SQLite or the system said.
    #[error("{detail}")]
    Failed {
        /// Their own words.
        detail: String,
    },
}

impl StoreError {
    /// The code that screens and scripts act on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NewerFile { .. } => "newer-file",
            Self::Updated => "updated",
            Self::ForeignFile { .. } => "foreign-file",
            Self::InUse => "in-use",
            Self::Damaged { .. } => "damaged",
            Self::CannotWrite { .. } => "cannot-write",
            Self::NotFound { .. } => "not-found",
            Self::Refused(_) => "refused",
            Self::NotConfirmed => "not-confirmed",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Failed { .. } => "failed",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(
                ErrorCode::DiskFull
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::SystemIoFailure,
            ) => Self::CannotWrite { detail },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { detail },
            // After the busy timeout of 5 s.
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            _ => Self::Failed { detail },
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Failed { detail: other.to_string() },
        }
    }
}

/// Files are only ever opened here to be written or locked.
impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Self::CannotWrite { detail: error.to_string() }
    }
}

impl From<notify::Error> for StoreError {
    fn from(error: notify::Error) -> Self {
        Self::Failed { detail: error.to_string() }
    }
}
