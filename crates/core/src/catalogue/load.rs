//! From the texts of the data folder to the catalogue.

use std::collections::BTreeMap;

use super::entry::{self, Entry};
use super::{Catalogue, Guidance, guidance};
use crate::error::{Problem, ProblemCode, nearest};
use crate::ids::ExerciseId;

/// A file of the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceFile<'a> {
    /// Its path under `exercises/`.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The catalogue that `files` describe, and everything that is wrong with them, by file and place.
///
/// An entry with a problem is left out. Files other than `<category>/<id>.toml` and
/// `<category>/<id>.<language>.md` are not part of the catalogue and are a problem too.
#[must_use]
pub fn load(files: &[SourceFile<'_>]) -> (Catalogue, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut entries: BTreeMap<ExerciseId, (&str, Entry)> = BTreeMap::new();
    let mut broken: Vec<&str> = Vec::new();
    let mut texts: Vec<(&SourceFile<'_>, Name<'_>, &str)> = Vec::new();

    for file in files {
        match Name::of(file.path) {
            Some((name, None)) => {
                let (entry, found) = entry::read(file.path, name.folder, name.id, file.text);
                problems.extend(found);
                match entry {
                    Some(entry) => {
                        let id = entry.exercise.id.clone();
                        if let Some((other, _)) = entries.insert(id, (file.path, entry)) {
                            let problem = Problem::new(ProblemCode::SameNameTwice, file.path);
                            problems.push(problem.with("kind", other).with("found", name.id));
                        }
                    }
                    None => broken.push(name.id),
                }
            }
            Some((name, Some(language))) => texts.push((file, name, language)),
            None => {
                let problem = Problem::new(ProblemCode::BadName, file.path);
                problems.push(problem.with("key", "exercises/").with("found", file.path));
            }
        }
    }

    for (file, name, language) in texts {
        let (text, found) = guidance::read(file.path, file.text);
        problems.extend(found);
        let home = entries.iter_mut().find(|(id, _)| id.as_str() == name.id);
        match home {
            Some((_, (path, entry))) if folder_of(path) == name.folder => {
                attach(entry, language, text);
            }
            Some((_, (path, _))) => {
                let problem = Problem::new(ProblemCode::WrongFolder, file.path);
                problems.push(problem.with("found", name.folder).with("wanted", folder_of(path)));
            }
            None if broken.contains(&name.id) => {}
            None => {
                let suggestion = nearest(name.id, entries.keys().map(ExerciseId::as_str));
                let problem = Problem::new(ProblemCode::UnknownExercise, file.path);
                problems.push(problem.with("found", name.id).suggest(suggestion));
            }
        }
    }

    problems.extend(
        entries.values().flat_map(|(path, entry)| missing(path, entry, &entries, &broken, files)),
    );
    problems.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    let exercises = entries
        .into_iter()
        .filter(|(_, (_, entry))| entry.exercise.guidance.contains_key("en"))
        .map(|(id, (_, entry))| (id, entry.exercise))
        .collect();
    (Catalogue { exercises }, problems)
}

/// What the path of a file says.
struct Name<'a> {
    folder: &'a str,
    id: &'a str,
}

impl<'a> Name<'a> {
    /// The name of an entry, or of a guidance text with its language.
    fn of(path: &'a str) -> Option<(Self, Option<&'a str>)> {
        let (folder, file) = path.split_once('/')?;
        if file.contains('/') {
            return None;
        }
        if let Some(id) = file.strip_suffix(".toml") {
            return Some((Self { folder, id }, None));
        }
        let (id, language) = file.strip_suffix(".md")?.split_once('.')?;
        Some((Self { folder, id }, Some(language)))
    }
}

fn folder_of(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

fn attach(entry: &mut Entry, language: &str, text: Option<Guidance>) {
    if let Some(text) = text {
        entry.exercise.guidance.insert(language.to_owned(), text);
    }
}

/// Links to nowhere, and an entry without its English text. A text that is there but broken has
/// been reported as itself.
fn missing(
    path: &str,
    entry: &Entry,
    entries: &BTreeMap<ExerciseId, (&str, Entry)>,
    broken: &[&str],
    files: &[SourceFile<'_>],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (link, place) in &entry.links {
        if !entries.contains_key(link) && !broken.contains(&link.as_str()) {
            let suggestion = nearest(link.as_str(), entries.keys().map(ExerciseId::as_str));
            let problem = Problem::new(ProblemCode::UnknownExercise, path).at(*place);
            problems.push(problem.with("found", link).suggest(suggestion));
        }
    }
    let english = format!("{}.en.md", path.trim_end_matches(".toml"));
    if !files.iter().any(|file| file.path == english) {
        problems.push(Problem::new(ProblemCode::GuidanceMissing, path).with("part", english));
    }
    problems
}
