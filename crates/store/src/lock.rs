//! Who has the data folder open, and who needs it alone.
//!
//! Everybody with an open journal holds `in-use.lock` shared. Whoever has to change the file under
//! everybody's feet locks and writes `please-leave.lock`, which the others see ([`crate::Watch`])
//! and drop their journals, and then takes `in-use.lock` exclusively. Both files stay where they
//! are for good: it is the lock that speaks, and the system takes it back from a process that died,
//! so nothing stale can be left behind.

use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use crate::StoreError;
use crate::folder::{IN_USE, PLEASE_LEAVE, RESIDENT, make_private_folder, open_private_file};

type Result<T> = std::result::Result<T, StoreError>;

/// How long to wait for the others to leave.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a new resident waits for the old one, which may be on its way out; also longer than
/// anybody takes to ask whether a resident runs.
const RESIDENT_PATIENCE: Duration = Duration::from_secs(1);

/// The lock of everybody who has the journal open. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct InUse {
    /// Whether nobody else had the journal open when this lock was taken.
    pub(crate) was_alone: bool,
    _file: File,
}

impl InUse {
    /// Joins those who have the journal in `folder` open. Waits while somebody needs it alone.
    pub(crate) fn join(folder: &Path) -> Result<Self> {
        let request =
            lock_within(open_private_file(folder, PLEASE_LEAVE)?, Kind::Shared, PATIENCE)?;
        drop(request);
        let file = open_private_file(folder, IN_USE)?;
        let was_alone = file.try_lock().is_ok();
        if was_alone {
            // Windows cannot turn one kind of lock into the other.
            file.unlock()?;
        }
        let file = lock_within(file, Kind::Shared, PATIENCE)?;
        Ok(Self { was_alone, _file: file })
    }
}

/// The lock of whoever needs the journal alone. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Alone {
    _file: File,
    // After the lock itself, so that nobody joins while it is still held.
    _request: File,
}

impl Alone {
    /// Asks everybody to leave `folder` and waits for it.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        Self::take_within(folder, PATIENCE)
    }

    fn take_within(folder: &Path, patience: Duration) -> Result<Self> {
        let request = lock_within(open_private_file(folder, PLEASE_LEAVE)?, Kind::Alone, patience)?;
        request.set_len(0)?;
        (&request).write_all(b"Another Backwise needs the records for itself.\n")?;
        let file = lock_within(open_private_file(folder, IN_USE)?, Kind::Alone, patience)?;
        Ok(Self { _file: file, _request: request })
    }
}

/// Whether somebody is asking everybody to leave `folder`.
pub(crate) fn asked_to_leave(folder: &Path) -> bool {
    is_locked(folder, PLEASE_LEAVE)
}

/// Says that this process is the resident of a data folder. Dropping it says that it no longer is.
#[derive(Debug)]
pub struct ResidentLock {
    _file: File,
}

impl ResidentLock {
    /// Becomes the resident of `folder`; `None` when another process is.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn take(folder: &Path) -> Result<Option<Self>> {
        make_private_folder(folder)?;
        match lock_within(open_private_file(folder, RESIDENT)?, Kind::Alone, RESIDENT_PATIENCE) {
            Ok(file) => Ok(Some(Self { _file: file })),
            Err(StoreError::InUse) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Whether a resident runs for `folder`.
pub(crate) fn resident_is_alive(folder: &Path) -> bool {
    is_locked(folder, RESIDENT)
}

/// Whether anybody holds the file `name` exclusively.
fn is_locked(folder: &Path, name: &str) -> bool {
    File::open(folder.join(name))
        .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Shared,
    Alone,
}

/// Locks `file`, waiting for at most `patience`.
fn lock_within(file: File, kind: Kind, patience: Duration) -> Result<File> {
    let tried = match kind {
        Kind::Shared => file.try_lock_shared(),
        Kind::Alone => file.try_lock(),
    };
    match tried {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    // No system has a lock with a time limit, so a thread waits for it. If it comes too late, nobody
    // takes the file from the channel and it is closed, which gives the lock back.
    let (sender, receiver) = mpsc::sync_channel(0);
    std::thread::spawn(move || {
        let locked = match kind {
            Kind::Shared => file.lock_shared(),
            Kind::Alone => file.lock(),
        };
        let _nobody_waits_any_more = sender.send(locked.map(|()| file));
    });
    match receiver.recv_timeout(patience) {
        Ok(locked) => Ok(locked?),
        Err(_) => Err(StoreError::InUse),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_PATIENCE: Duration = Duration::ZERO;

    #[test]
    fn many_may_join_but_only_one_may_be_alone() {
        let folder = tempfile::tempdir().unwrap();
        let first = InUse::join(folder.path()).unwrap();
        assert!(first.was_alone);
        let second = InUse::join(folder.path()).unwrap();
        assert!(!second.was_alone);
        let refused = Alone::take_within(folder.path(), NO_PATIENCE);
        assert!(matches!(refused, Err(StoreError::InUse)), "{refused:?}");
        assert!(!asked_to_leave(folder.path()), "a request that failed is taken back");
        drop((first, second));
        let alone = Alone::take(folder.path()).unwrap();
        assert!(asked_to_leave(folder.path()));
        drop(alone);
        assert!(!asked_to_leave(folder.path()));
        InUse::join(folder.path()).unwrap();
    }

    #[test]
    fn whoever_waits_to_be_alone_gets_it_when_the_last_one_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let joined = InUse::join(folder.path()).unwrap();
        let place = folder.path().to_owned();
        let waiting = std::thread::spawn(move || Alone::take(&place).map(drop));
        drop(joined);
        waiting.join().unwrap().unwrap();
    }

    #[test]
    fn there_is_one_resident_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!resident_is_alive(folder.path()));
        let resident = ResidentLock::take(folder.path()).unwrap();
        assert!(resident.is_some());
        assert!(resident_is_alive(folder.path()));
        drop(resident);
        assert!(!resident_is_alive(folder.path()));
        let resident = ResidentLock::take(folder.path()).unwrap();
        assert!(ResidentLock::take(folder.path()).unwrap().is_none());
        drop(resident);
        // Who waited in vain may have the lock for a moment before it is given back; that is waited for.
        assert!(ResidentLock::take(folder.path()).unwrap().is_some());
    }
}
