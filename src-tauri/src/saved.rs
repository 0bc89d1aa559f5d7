//! A copy of a plan in a folder of the person's own.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use backwise_core::plan::Revision;
use backwise_store::copies;
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Answer, ApiError, ErrorCode};

/// Where a copy of a plan lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct SavedPlan {
    /// The name of the file.
    pub name: String,
    /// The name of its folder, without those above it.
    pub folder: String,
}

impl SavedPlan {
    /// Saves `revision` in `folder`.
    ///
    /// # Errors
    /// [`ErrorCode::CopyNotSaved`] with why. Nothing of the file is left then.
    pub(crate) fn save(folder: Option<PathBuf>, revision: &Revision) -> Answer<Self> {
        let place = folder.ok_or_else(|| not_saved("no-folder", String::new(), String::new()))?;
        let folder = called(&place);
        match copies::save_plan(&place, revision) {
            Ok(name) => Ok(Self { name, folder }),
            Err(error) => {
                let why = match error.kind() {
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "closed",
                    _ => "other",
                };
                Err(not_saved(why, folder, format!("{}: {error}", place.display())))
            }
        }
    }
}

fn not_saved(why: &str, folder: String, detail: String) -> ApiError {
    let args = [("why", why.to_owned()), ("folder", folder)].into();
    ApiError { code: ErrorCode::CopyNotSaved, args, detail }
}

/// A folder by its own name, as people find it.
fn called(folder: &Path) -> String {
    folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned()
}
