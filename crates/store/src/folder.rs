//! Where the data is kept, and the names of what lies there.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The person's records.
pub(crate) const DATABASE: &str = "journal.db";
/// Locked shared by everybody who has the records open, exclusively by whoever needs them alone.
pub(crate) const IN_USE: &str = "in-use.lock";
/// Locked and written to by whoever needs the records alone, so that the others let go of them.
pub(crate) const PLEASE_LEAVE: &str = "please-leave.lock";
/// Locked by the resident for as long as it runs.
pub(crate) const RESIDENT: &str = "resident.lock";
/// Written to after each commit, so that whoever watches the folder looks again.
pub(crate) const CHANGED: &str = "changed";

/// The folder for this person's data on this machine; `None` where the system names no place.
///
/// `$XDG_DATA_HOME/backwise` on Linux, and the like elsewhere. One person a folder: a second person
/// takes a second folder (`--data`).
#[must_use]
pub fn usual_data_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("backwise"))
}

/// The region in whose way the system writes times, such as `US`; `None` where it names none, and on systems that do
/// not say it by the environment.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub fn region_of_this_system() -> Option<String> {
    let told =
        ["LC_ALL", "LC_TIME", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    region_of(&told.into_iter().find(|locale| !locale.is_empty())?)
}

/// The region in a locale's name, such as `en_US.UTF-8`.
fn region_of(locale: &str) -> Option<String> {
    let name = locale.split(['.', '@']).next()?;
    let region = name.split(['_', '-']).nth(1)?;
    let is_region = region.len() == 2 && region.bytes().all(|letter| letter.is_ascii_uppercase());
    is_region.then(|| region.to_owned())
}

/// Whether somebody's data is in `folder`.
#[must_use]
pub fn holds_data(folder: &Path) -> bool {
    folder.join(DATABASE).exists()
}

/// Makes `folder` if it is not there, for its owner's eyes alone.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens the file `name` in `folder` for reading and writing, and makes it if it is not there, for
/// its owner's eyes alone.
pub(crate) fn open_private_file(folder: &Path, name: &str) -> io::Result<File> {
    private().create(true).truncate(false).open(folder.join(name))
}

/// Makes the file `name` in `folder` if it is not there, for its owner's eyes alone. A file that is
/// there is not even opened: closing it again would take away the locks that SQLite holds on it
/// anywhere in this process (they are POSIX locks).
pub(crate) fn make_private_file(folder: &Path, name: &str) -> io::Result<()> {
    match private().create_new(true).open(folder.join(name)) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a rename or a new file in `folder` survive a power cut, where the system can.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_is_the_second_part_of_a_locale() {
        for (locale, region) in [
            ("en_US.UTF-8", Some("US")),
            ("de_CH.UTF-8@euro", Some("CH")),
            ("en-GB", Some("GB")),
            ("C.UTF-8", None),
            ("C", None),
            ("POSIX", None),
            ("eo", None),
            ("", None),
            ("sr_RS@latin", Some("RS")),
        ] {
            assert_eq!(region_of(locale).as_deref(), region, "{locale}");
        }
    }
}
