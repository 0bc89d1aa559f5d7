//! The programs of Backwise: starting the one beside this, and noticing that this one was replaced.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use backwise_core::ids::RoundId;
use backwise_store::folder::usual_data_folder;

use crate::autostart;

/// The window's program.
const WINDOW: &str = "backwise";
/// The resident's program.
const RESIDENT: &str = "backwise-remind";

/// Starts the resident of `folder` now: by its unit where it has one, else the program beside
/// `executable`. Where one runs already, the new one ends at once and the old one stays.
///
/// # Errors
/// When the resident's program is not there, or the system does not start it.
pub fn start_resident(executable: &Path, folder: Option<&Path>) -> io::Result<()> {
    let folder = folder.filter(|folder| usual_data_folder().as_deref() != Some(folder));
    // The unit speaks of the usual folder. Where systemd fails, the program itself may still run.
    if folder.is_none() && autostart::start_unit().unwrap_or(false) {
        return Ok(());
    }
    start(&mut Command::new(beside(executable, RESIDENT)?), folder)
}

/// Opens the window at `round`, or brings the one that is open to the front. `folder` is the data
/// folder where it is not the usual one.
pub(crate) fn open_window(
    executable: &Path,
    round: &RoundId,
    folder: Option<&Path>,
) -> io::Result<()> {
    let mut command = Command::new(beside(executable, WINDOW)?);
    command.arg("--open-round").arg(round.as_str());
    start(&mut command, folder)
}

/// The program that this process runs, as it was when the process began.
#[derive(Debug)]
pub(crate) struct Program {
    path: PathBuf,
    stamp: Stamp,
}

/// What became of the program's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProgramState {
    /// It is as it was.
    Same,
    /// Another one has taken its place.
    Replaced,
    /// It was removed.
    Gone,
}

impl Program {
    pub(crate) fn of_this_process() -> io::Result<Self> {
        Self::at(std::env::current_exe()?)
    }

    fn at(path: PathBuf) -> io::Result<Self> {
        let stamp = stamp(&path)?;
        Ok(Self { path, stamp })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn state(&self) -> ProgramState {
        match stamp(&self.path) {
            Ok(stamp) if stamp == self.stamp => ProgramState::Same,
            Ok(_) => ProgramState::Replaced,
            Err(_) => ProgramState::Gone,
        }
    }
}

/// What tells a file from the one that replaces it.
type Stamp = (u64, Option<SystemTime>);

fn stamp(path: &Path) -> io::Result<Stamp> {
    let file = std::fs::metadata(path)?;
    Ok((file.len(), file.modified().ok()))
}

/// The program `name` in the folder of `executable`.
fn beside(executable: &Path, name: &str) -> io::Result<PathBuf> {
    let program = executable.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(program);
    }
    Err(io::Error::new(io::ErrorKind::NotFound, format!("{} is not there", program.display())))
}

fn start(command: &mut Command, folder: Option<&Path>) -> io::Result<()> {
    if let Some(folder) = folder {
        command.arg("--data").arg(folder);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A group of its own, so that Ctrl-C in the terminal of one does not end the other.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut child = command.spawn()?;
    // Somebody has to take note of its end, or it stays in the table of processes.
    std::thread::Builder::new().name("child".to_owned()).spawn(move || child.wait())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_program_that_is_there_is_started() {
        let folder = tempfile::tempdir().unwrap();
        let executable = folder.path().join(RESIDENT);
        let round = RoundId::new("morning").unwrap();
        let refused = open_window(&executable, &round, None).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::NotFound);
        assert!(refused.to_string().contains(WINDOW), "{refused}");
    }

    #[test]
    fn a_program_that_is_replaced_or_removed_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("program");
        std::fs::write(&path, "old").unwrap();
        let program = Program::at(path.clone()).unwrap();
        assert_eq!(program.state(), ProgramState::Same);
        std::fs::write(&path, "newer").unwrap();
        assert_eq!(program.state(), ProgramState::Replaced);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(program.state(), ProgramState::Gone);
    }
}
