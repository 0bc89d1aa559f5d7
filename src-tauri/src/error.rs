//! What the screens are told when something cannot be done.

use std::collections::BTreeMap;

use backwise_store::StoreError;
use serde::Serialize;
use ts_rs::TS;

/// The answer of every command.
pub(crate) type Answer<T> = Result<T, ApiError>;

/// Something that could not be done: a code that the screens have a sentence for, its arguments,
/// and words for whoever looks into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ApiError {
    /// What the screens act on.
    pub code: ErrorCode,
    /// The arguments of the sentence, by name.
    pub args: BTreeMap<&'static str, String>,
    /// In English, for whoever looks into it; never matched and never shown alone.
    pub detail: String,
}

/// What could not be done, by what the person can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ErrorCode {
    /// The record was written by a later Backwise: install that one. Arguments: `found`, `known`.
    NewerFile,
    /// Backwise was updated while this window was open: start it again.
    Updated,
    /// The file in the data folder is not one of ours. Arguments: `path`.
    ForeignFile,
    /// Another Backwise holds the record and did not leave in time: close it.
    InUse,
    /// The record is damaged: restore a backup.
    Damaged,
    /// The disk is full, or may not be written.
    CannotWrite,
    /// There is nothing by that name. Arguments: `what`, `name`.
    NotFound,
    /// What was handed in cannot be taken. Arguments: `count`.
    Refused,
    /// The person must say yes first.
    NotConfirmed,
    /// A value outside its range. Arguments: `what`, `range`.
    OutOfRange,
    /// No session is under way.
    NoSession,
    /// The system names no folder for the record.
    NoFolder,
    /// A plan could not be saved as a file. Arguments: `why` (`full`, `closed`, `no-folder`, `other`), `folder`.
    CopyNotSaved,
    /// The desktop did not take the reminder, or the resident could not be started.
    RemindersFailed,
    /// Anything else.
    Failed,
}

impl ApiError {
    /// An error without arguments.
    pub(crate) fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self { code, args: BTreeMap::new(), detail: detail.into() }
    }

    /// Whether the same would be said again however often it is tried: what was handed in is at
    /// fault, not the disk or somebody else who holds the record.
    pub(crate) fn is_permanent(&self) -> bool {
        matches!(self.code, ErrorCode::NotFound | ErrorCode::OutOfRange | ErrorCode::Refused)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let detail = error.to_string();
        let (code, args) = match error {
            StoreError::NewerFile { found, known } => (
                ErrorCode::NewerFile,
                vec![("found", found.to_string()), ("known", known.to_string())],
            ),
            StoreError::Updated => (ErrorCode::Updated, vec![]),
            StoreError::ForeignFile { path } => (ErrorCode::ForeignFile, vec![("path", path)]),
            StoreError::InUse => (ErrorCode::InUse, vec![]),
            StoreError::Damaged { .. } => (ErrorCode::Damaged, vec![]),
            StoreError::CannotWrite { .. } => (ErrorCode::CannotWrite, vec![]),
            StoreError::NotFound { what, name } => {
                (ErrorCode::NotFound, vec![("what", what.to_owned()), ("name", name)])
            }
            StoreError::Refused(problems) => {
                (ErrorCode::Refused, vec![("count", problems.len().to_string())])
            }
            StoreError::NotConfirmed => (ErrorCode::NotConfirmed, vec![]),
            StoreError::OutOfRange { what, range } => (
                ErrorCode::OutOfRange,
                vec![("what", what.to_owned()), ("range", range.to_owned())],
            ),
            StoreError::Failed { .. } => (ErrorCode::Failed, vec![]),
        };
        Self { code, args: args.into_iter().collect(), detail }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_and_the_command_line_speak_of_the_same_codes() {
        let words = String::new;
        for error in [
            StoreError::NewerFile { found: 9, known: 1 },
            StoreError::Updated,
            StoreError::ForeignFile { path: words() },
            StoreError::InUse,
            StoreError::Damaged { detail: words() },
            StoreError::CannotWrite { detail: words() },
            StoreError::NotFound { what: "line", name: words() },
            StoreError::Refused(vec![]),
            StoreError::NotConfirmed,
            StoreError::OutOfRange { what: "score", range: "0 to 10" },
            StoreError::Failed { detail: words() },
        ] {
            let code = error.code();
            assert_eq!(serde_json::to_value(ApiError::from(error).code).unwrap(), code);
        }
    }
}
