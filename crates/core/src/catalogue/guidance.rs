//! Guidance texts: one Markdown file an exercise and language, with fixed headings.
//!
//! The headings are keys, not words for people: they are the same in every language, and the
//! screens put their own words above each part.

use super::Guidance;
use crate::error::{Place, Problem, ProblemCode, nearest};

/// The headings below the title, in the order in which a person reads them.
pub(super) const HEADINGS: [&str; 7] = [
    "## What it is for",
    "## What works",
    "## How to begin",
    "## How to do it",
    "## Watch for",
    "## Stop if",
    "## Ask your team first if",
];

/// The guidance in `text`, and everything that is wrong with it.
///
/// The part under the first heading is prose; each of the others is a list whose lines begin with
/// `- `. A line that begins with spaces goes on with the line above.
pub(super) fn read(file: &str, text: &str) -> (Option<Guidance>, Vec<Problem>) {
    let mut reading = Reading {
        file,
        title: None,
        parts: Default::default(),
        seen: [None; HEADINGS.len()],
        problems: Vec::new(),
    };
    let mut part = None;
    for (number, line) in text.lines().enumerate() {
        let place =
            Place { line: u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1), column: 1 };
        if line.starts_with('#') {
            part = reading.heading(line.trim_end(), place);
        } else if !line.trim().is_empty() {
            reading.line(part, line.trim_end(), place);
        }
    }
    reading.finish()
}

struct Reading<'a> {
    file: &'a str,
    title: Option<String>,
    parts: [Vec<String>; HEADINGS.len()],
    seen: [Option<Place>; HEADINGS.len()],
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn problem(&self, code: ProblemCode, place: Place) -> Problem {
        Problem::new(code, self.file).at(place)
    }

    /// The part that the heading `line` opens; `None` for the title and for a wrong heading.
    fn heading(&mut self, line: &str, place: Place) -> Option<usize> {
        if let Some(title) = line.strip_prefix("# ") {
            if self.title.replace(title.trim().to_owned()).is_some() {
                let problem = self.problem(ProblemCode::SameNameTwice, place);
                self.problems.push(problem.with("kind", "#").with("found", line));
            }
            return None;
        }
        let Some(part) = HEADINGS.iter().position(|heading| *heading == line) else {
            let problem = self.problem(ProblemCode::UnknownKey, place);
            self.problems.push(problem.with("key", line).suggest(nearest(line, HEADINGS)));
            return None;
        };
        if self.seen[part].replace(place).is_some() {
            let problem = self.problem(ProblemCode::SameNameTwice, place);
            self.problems.push(problem.with("kind", "##").with("found", line));
        }
        Some(part)
    }

    fn line(&mut self, part: Option<usize>, line: &str, place: Place) {
        let Some(part) = part else {
            // Lines under a wrong heading were reported with the heading.
            if self.seen.iter().all(Option::is_none) && self.problems.is_empty() {
                let problem = self.problem(ProblemCode::GuidanceMissing, place);
                self.problems.push(problem.with("part", HEADINGS[0]));
            }
            return;
        };
        let entries = &mut self.parts[part];
        if let (0, Some(prose)) = (part, entries.last_mut()) {
            prose.push(' ');
            prose.push_str(line.trim());
        } else if part == 0 {
            entries.push(line.trim().to_owned());
        } else if let Some(entry) = line.strip_prefix("- ") {
            entries.push(entry.trim().to_owned());
        } else if let (true, Some(above)) = (line.starts_with(' '), entries.last_mut()) {
            above.push(' ');
            above.push_str(line.trim());
        } else {
            let problem = self.problem(ProblemCode::WrongKind, place);
            self.problems.push(
                problem
                    .with("key", HEADINGS[part])
                    .with("wanted", "a line that begins with \"- \"")
                    .with("found", line),
            );
        }
    }

    fn finish(mut self) -> (Option<Guidance>, Vec<Problem>) {
        let first = Place { line: 1, column: 1 };
        if self.title.as_deref().unwrap_or_default().is_empty() {
            let problem = self.problem(ProblemCode::GuidanceMissing, first);
            self.problems.push(problem.with("part", "# "));
        }
        for (part, heading) in HEADINGS.iter().enumerate() {
            if self.parts[part].is_empty() {
                let problem =
                    self.problem(ProblemCode::GuidanceMissing, self.seen[part].unwrap_or(first));
                self.problems.push(problem.with("part", heading));
            }
        }
        if !self.problems.is_empty() {
            return (None, self.problems);
        }
        let [aim, muscles, start, steps, watch_for, stop_if, ask_first] = self.parts;
        let guidance = self.title.map(|title| Guidance {
            title,
            aim: aim.into_iter().collect(),
            muscles,
            start,
            steps,
            watch_for,
            stop_if,
            ask_first,
        });
        (guidance, self.problems)
    }
}
