//! Whether the resident starts with the session, and how.
//!
//! Where systemd runs the graphical session, a unit of the person's own starts the resident and
//! starts it again should it crash; elsewhere an entry in the autostart folder starts it. Both speak
//! of the usual data folder.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use backwise_words::Words;

const UNIT: &str = "app.backwise.service";
const ENTRY: &str = "app.backwise.desktop";

/// How the resident is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By a unit of the person's systemd.
    SystemdUnit,
    /// By an entry in the autostart folder.
    AutostartEntry,
}

/// Why it cannot be arranged.
#[derive(Debug, thiserror::Error)]
pub enum AutostartError {
    /// This build knows no way on this system.
    #[error("reminders cannot start by themselves on this system yet")]
    Unsupported,
    /// The system names no folder for settings.
    #[error("this system names no folder for settings")]
    NoFolder,
    /// A file could not be written or removed.
    #[error("{path}: {cause}")]
    CannotWrite {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        cause: io::Error,
    },
    /// systemd did not do what it was asked.
    #[error("systemd did not take the unit: {0}")]
    Systemd(String),
}

/// Whether this build can remind on this system at all.
#[must_use]
pub const fn is_supported() -> bool {
    cfg!(target_os = "linux")
}

/// Lets the resident `executable` start with the session from the next one on.
///
/// # Errors
/// On a system that is not supported, or when a file cannot be written.
pub fn enable(words: &Words, executable: &Path) -> Result<Way, AutostartError> {
    let places = Places::of_this_person()?;
    let way = if systemd_runs_the_session() { Way::SystemdUnit } else { Way::AutostartEntry };
    places.write(way, words, executable)?;
    // Two ways at once would do no harm, but only one of them would be looked after.
    match way {
        Way::SystemdUnit => {
            places.remove(Way::AutostartEntry)?;
            systemctl(&["daemon-reload"])?;
            systemctl(&["enable", UNIT])?;
        }
        Way::AutostartEntry => places.remove(Way::SystemdUnit)?,
    }
    Ok(way)
}

/// Lets the resident no longer start by itself. One that runs goes on until the session ends.
///
/// # Errors
/// On a system that is not supported, or when a file cannot be removed.
pub fn disable() -> Result<(), AutostartError> {
    let places = Places::of_this_person()?;
    if places.file(Way::SystemdUnit).exists() && systemd_runs_the_session() {
        systemctl(&["disable", UNIT])?;
    }
    places.remove(Way::SystemdUnit)?;
    places.remove(Way::AutostartEntry)
}

/// Brings what [`enable`] wrote up to date: the program may have moved, or say other things now.
/// Does nothing where the resident does not start by itself. Returns whether something was written.
///
/// # Errors
/// As [`enable`].
pub fn repair(words: &Words, executable: &Path) -> Result<bool, AutostartError> {
    let places = Places::of_this_person()?;
    match places.way() {
        Some(way) if !places.is_fresh(way, words, executable) => {
            enable(words, executable).map(|_| true)
        }
        _ => Ok(false),
    }
}

/// Starts the resident by its unit, where there is one; `false` where there is none.
///
/// # Errors
/// When systemd has the unit and does not start it.
pub(crate) fn start_unit() -> Result<bool, AutostartError> {
    let unit = Places::of_this_person()?.way() == Some(Way::SystemdUnit);
    if unit {
        systemctl(&["start", UNIT])?;
    }
    Ok(unit)
}

/// Where the two ways keep their files.
#[derive(Debug)]
struct Places {
    settings: PathBuf,
}

impl Places {
    fn of_this_person() -> Result<Self, AutostartError> {
        if !is_supported() {
            return Err(AutostartError::Unsupported);
        }
        dirs::config_dir().map(|settings| Self { settings }).ok_or(AutostartError::NoFolder)
    }

    fn file(&self, way: Way) -> PathBuf {
        match way {
            Way::SystemdUnit => self.settings.join("systemd/user").join(UNIT),
            Way::AutostartEntry => self.settings.join("autostart").join(ENTRY),
        }
    }

    fn way(&self) -> Option<Way> {
        // An entry that the person switched off in the settings of their desktop stays, marked hidden.
        let off = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];
        let is_hidden = |text: String| text.lines().any(|line| off.contains(&line.trim()));
        [Way::SystemdUnit, Way::AutostartEntry]
            .into_iter()
            .find(|way| std::fs::read_to_string(self.file(*way)).is_ok_and(|text| !is_hidden(text)))
    }

    fn is_fresh(&self, way: Way, words: &Words, executable: &Path) -> bool {
        std::fs::read_to_string(self.file(way))
            .is_ok_and(|text| text == text_for(way, words, executable))
    }

    fn write(&self, way: Way, words: &Words, executable: &Path) -> Result<(), AutostartError> {
        let path = self.file(way);
        let written = path
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::write(&path, text_for(way, words, executable)));
        written.map_err(|cause| AutostartError::CannotWrite { path, cause })
    }

    fn remove(&self, way: Way) -> Result<(), AutostartError> {
        let path = self.file(way);
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                Err(AutostartError::CannotWrite { path, cause })
            }
            _ => Ok(()),
        }
    }
}

fn text_for(way: Way, words: &Words, executable: &Path) -> String {
    let executable = executable.display().to_string();
    let name = words.text("autostart-name", &[]);
    let description = words.text("autostart-description", &[]);
    match way {
        // With 1 and 2 it says that it cannot run, and would say so again. KillMode: the window that
        // "Start" opened must not end with the resident.
        Way::SystemdUnit => format!(
            "[Unit]\n\
             Description={name}\n\
             PartOf=graphical-session.target\n\
             After=graphical-session.target\n\
             \n\
             [Service]\n\
             ExecStart=\"{}\"\n\
             Restart=on-failure\n\
             RestartSec=30\n\
             RestartPreventExitStatus=1 2\n\
             KillMode=process\n\
             \n\
             [Install]\n\
             WantedBy=graphical-session.target\n",
            quoted(&executable, &[('\\', "\\\\"), ('"', "\\\""), ('%', "%%"), ('$', "$$")])
        ),
        Way::AutostartEntry => format!(
            "[Desktop Entry]\n\
             Type=Application\n\
             Name={name}\n\
             Comment={description}\n\
             Exec=\"{}\"\n\
             TryExec={executable}\n\
             Icon=backwise\n\
             NoDisplay=true\n\
             X-GNOME-Autostart-enabled=true\n",
            // Quoted once for the command line and once more for the file, as the specification says.
            quoted(
                &executable,
                &[('\\', "\\\\\\\\"), ('"', "\\\\\""), ('`', "\\\\`"), ('$', "\\\\$"), ('%', "%%")]
            )
        ),
    }
}

fn quoted(text: &str, escapes: &[(char, &str)]) -> String {
    text.chars()
        .map(|letter| {
            escapes
                .iter()
                .find(|(plain, _)| *plain == letter)
                .map_or_else(|| letter.to_string(), |(_, escape)| (*escape).to_owned())
        })
        .collect()
}

/// Whether a systemd of this person's runs the graphical session. Under desktops that do not tell
/// it, a unit bound to the session would never start.
fn systemd_runs_the_session() -> bool {
    systemctl(&["--quiet", "is-active", "graphical-session.target"]).is_ok()
}

fn systemctl(arguments: &[&str]) -> Result<(), AutostartError> {
    let asked =
        Command::new("systemctl").arg("--user").args(arguments).stdin(Stdio::null()).output();
    match asked {
        Ok(answer) if answer.status.success() => Ok(()),
        Ok(answer) => {
            Err(AutostartError::Systemd(String::from_utf8_lossy(&answer.stderr).trim().to_owned()))
        }
        Err(cause) => Err(AutostartError::Systemd(cause.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use backwise_words::Language;

    use super::*;

    fn words() -> Words {
        Words::of_reminders(Language::ENGLISH)
    }

    #[test]
    fn what_was_arranged_is_found_and_can_be_undone() {
        for way in [Way::SystemdUnit, Way::AutostartEntry] {
            let folder = tempfile::tempdir().unwrap();
            let places = Places { settings: folder.path().to_owned() };
            assert_eq!(places.way(), None);
            places.write(way, &words(), Path::new("/usr/bin/backwise-remind")).unwrap();
            assert_eq!(places.way(), Some(way));
            places.remove(way).unwrap();
            assert_eq!(places.way(), None);
            places.remove(way).unwrap();
        }
    }

    #[test]
    fn a_program_that_moved_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { settings: folder.path().to_owned() };
        let (old, new) =
            (Path::new("/opt/old/backwise-remind"), Path::new("/usr/bin/backwise-remind"));
        places.write(Way::AutostartEntry, &words(), old).unwrap();
        assert!(places.is_fresh(Way::AutostartEntry, &words(), old));
        assert!(!places.is_fresh(Way::AutostartEntry, &words(), new));
    }

    #[test]
    fn an_entry_that_the_person_hid_stays_off() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { settings: folder.path().to_owned() };
        places.write(Way::AutostartEntry, &words(), Path::new("/usr/bin/backwise-remind")).unwrap();
        let entry = places.file(Way::AutostartEntry);
        let text = std::fs::read_to_string(&entry).unwrap();
        std::fs::write(&entry, text + "Hidden=true\n").unwrap();
        assert_eq!(places.way(), None);
    }

    #[test]
    fn odd_paths_are_quoted_for_their_file() {
        let path = Path::new("/home/me/my \"$50%\" apps/backwise-remind");
        let entry = text_for(Way::AutostartEntry, &words(), path);
        assert!(
            entry.contains("Exec=\"/home/me/my \\\\\"\\\\$50%%\\\\\" apps/backwise-remind\"\n"),
            "{entry}"
        );
        let unit = text_for(Way::SystemdUnit, &words(), path);
        assert!(
            unit.contains("ExecStart=\"/home/me/my \\\"$$50%%\\\" apps/backwise-remind\"\n"),
            "{unit}"
        );
    }
}
