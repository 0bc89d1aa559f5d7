//! From the texts of the data folder to the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{self, Entry};
use super::{Catalogue, Guidance, guidance};
use crate::error::{Place, Problem, ProblemCode, nearest};
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
    problems.extend(circles(&entries));
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
    for (link, place) in entry.easier.iter().chain(&entry.harder) {
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

/// A link from an exercise to a gentler one, with the file and the place where it is written.
type Gentler<'a> = (&'a ExerciseId, &'a str, Place);

/// Exercises that their links make gentler than themselves. `easier` links and, turned round,
/// `harder` links are looked at together: A easier than B and B easier than A is nonsense however
/// it is written. Each circle is reported once, at its exercise that comes first in the alphabet.
fn circles(entries: &BTreeMap<ExerciseId, (&str, Entry)>) -> Vec<Problem> {
    let mut gentler: BTreeMap<&ExerciseId, Vec<Gentler<'_>>> = BTreeMap::new();
    for (id, (file, entry)) in entries {
        for (link, place) in &entry.easier {
            gentler.entry(id).or_default().push((link, file, *place));
        }
        for (link, place) in &entry.harder {
            gentler.entry(link).or_default().push((id, file, *place));
        }
    }
    let circle_through = |start: &ExerciseId| {
        gentler.get(start)?.iter().find_map(|(link, file, place)| {
            let between = way_back(&gentler, link, start, &mut BTreeSet::new())?;
            let way = [vec![start.as_str()], between, vec![start.as_str()]].concat();
            let problem = Problem::new(ProblemCode::LinksInCircle, file).at(*place);
            Some(problem.with("found", way.join(" → ")))
        })
    };
    gentler.keys().filter_map(|start| circle_through(start)).collect()
}

/// The exercises on a way from `from` to `to` along gentler ones, without `to`. Only those that come
/// after `to` in the alphabet are looked at, and none twice.
fn way_back<'a>(
    gentler: &BTreeMap<&ExerciseId, Vec<Gentler<'a>>>,
    from: &'a ExerciseId,
    to: &ExerciseId,
    seen: &mut BTreeSet<&'a ExerciseId>,
) -> Option<Vec<&'a str>> {
    if from == to {
        return Some(Vec::new());
    }
    if from < to || !seen.insert(from) {
        return None;
    }
    let onward = gentler.get(from)?.iter();
    let rest = onward.into_iter().find_map(|(link, ..)| way_back(gentler, link, to, seen))?;
    Some([vec![from.as_str()], rest].concat())
}
