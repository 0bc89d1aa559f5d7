//! A plan as a file of the person's own, in a folder that they know.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use backwise_core::plan::{self, Revision};

use crate::folder::sync_folder;

/// So many letters of a plan's title are in the name of its file. Systems allow 255 bytes, and a letter has up to four.
const LONGEST_NAME: usize = 48;

/// So many files of one name are made before it is given up.
const MOST_OF_A_NAME: u16 = 999;

/// Saves `revision` in `folder` as a plan file with its checksum, and answers the name of the file. A file that is there
/// stays as it is: the next copy has a number behind its name.
///
/// # Errors
/// When the file cannot be written whole. Nothing of it is left then.
pub fn save_plan(folder: &Path, revision: &Revision) -> io::Result<String> {
    let text = plan::write(revision);
    for copy in 1..=MOST_OF_A_NAME {
        let name = file_name(revision, copy);
        match write_new_file(&folder.join(&name), &text) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| name),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes `text` to a new file at `path`, down to the disk.
///
/// # Errors
/// When something of that name is there, or the file cannot be written whole. Nothing of it is left then.
pub fn write_new_file(path: &Path, text: &str) -> io::Result<()> {
    new_file(path, |file| file.write_all(text.as_bytes()))?;
    // The file is whole: that its folder cannot be synced, as on a share, takes nothing from it.
    let _ = path.parent().map(sync_folder);
    Ok(())
}

fn new_file(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = write(&mut file).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a plan must not lie around looking like a plan.
        drop(file);
        let _ = fs::remove_file(path);
    }
    written
}

/// The name of the `copy`-th file of `revision`: its title, without what some system forbids in a name, and its number.
fn file_name(revision: &Revision, copy: u16) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-'’,&+".contains(letter);
    let words = revision.title.replace(|letter| !is_plain(letter), " ");
    let title = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = title.chars().take(LONGEST_NAME).collect();
    // A title of signs alone leaves nothing; the plan's own name is plain.
    let title = if short.is_empty() { revision.plan.as_str() } else { short.trim_end() };
    let again = if copy > 1 { format!(" ({copy})") } else { String::new() };
    format!("{title} {}{again}.backwise", revision.number)
}

#[cfg(test)]
mod tests {
    use backwise_core::catalogue::embedded;
    use backwise_core::plan::{Checksum, PlanFile};

    use super::*;

    const SHEET: &str = include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise");

    fn sheet(title: &str) -> Revision {
        let mut revision = plan::read(SHEET, "sheet", embedded()).unwrap();
        title.clone_into(&mut revision.title);
        revision
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_plan_is_saved_whole_and_read_again_with_a_right_checksum() {
        let folder = tempfile::tempdir().unwrap();
        let revision = sheet("Anna's plan");
        let name = save_plan(folder.path(), &revision).unwrap();
        assert_eq!(name, format!("Anna's plan {}.backwise", revision.number));
        let bytes = fs::read(folder.path().join(&name)).unwrap();
        assert_eq!(bytes, plan::write(&revision).as_bytes());
        let read = PlanFile::open(&bytes, &name, embedded());
        assert_eq!((read.checksum, read.revision), (Checksum::Right, Some(revision)));
    }

    #[test]
    fn a_file_that_is_there_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let revision = sheet("Weeks 3 to 6");
        let mine = format!("Weeks 3 to 6 {}.backwise", revision.number);
        fs::write(folder.path().join(&mine), "mine").unwrap();
        // Also what leads to nowhere is somebody's.
        let second = format!("Weeks 3 to 6 {} (2).backwise", revision.number);
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", folder.path().join(&second)).unwrap();
        #[cfg(not(unix))]
        fs::write(folder.path().join(&second), "mine, too").unwrap();
        let name = save_plan(folder.path(), &revision).unwrap();
        assert_eq!(name, format!("Weeks 3 to 6 {} (3).backwise", revision.number));
        assert_eq!(fs::read_to_string(folder.path().join(&mine)).unwrap(), "mine");
        assert_eq!(names(folder.path()).len(), 3);
    }

    #[test]
    fn a_name_has_only_what_every_system_allows_in_one() {
        for (title, name) in [
            ("Weeks 3 to 6", "Weeks 3 to 6"),
            ("../../etc/passwd", "etc passwd"),
            ("a\\b:c*d?e\"f<g>h|i", "a b c d e f g h i"),
            ("Rückenplan für Jörg", "Rückenplan für Jörg"),
            ("runs \u{202e}backwards\u{7}\n", "runs backwards"),
            (".hidden.", "hidden"),
            ("???", "weeks-3-to-6"),
            ("", "weeks-3-to-6"),
        ] {
            let revision = sheet(title);
            let expected = format!("{name} {}.backwise", revision.number);
            assert_eq!(file_name(&revision, 1), expected, "{title:?}");
        }
        for long in ["a ", "𝒜", "字"] {
            let name = file_name(&sheet(&long.repeat(200)), MOST_OF_A_NAME);
            assert!(name.len() <= 255 && !name.contains("  "), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_written_whole_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("half.backwise");
        let full = new_file(&path, |file| {
            file.write_all(b"half a plan")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert_eq!(full.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(names(folder.path()), Vec::<String>::new());
        let nowhere = save_plan(&folder.path().join("nowhere"), &sheet("Plan"));
        assert_eq!(nowhere.unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
