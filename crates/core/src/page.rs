//! Reading Markdown that people write: a title, and parts under fixed headings.
//!
//! The headings are keys, not words for people: they are the same in every language, and the
//! screens put their own words above each part.

use crate::error::{Place, Problem, ProblemCode, nearest};

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Prose, all of it one text.
    Prose,
    /// Paragraphs, with an empty line between two.
    Paragraphs,
    /// A list, whose lines begin with `- `. A line that begins with spaces goes on with the line above.
    List,
    /// A list that may be left out, heading and all.
    ListIfAny,
}

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page<const PARTS: usize> {
    /// Its title.
    pub(crate) title: String,
    /// What stands under each heading, in the order of the headings.
    pub(crate) parts: [Vec<String>; PARTS],
}

/// The page in `text`, whose parts stand under `headings`, and everything that is wrong with it.
pub(crate) fn read<const PARTS: usize>(
    file: &str,
    text: &str,
    headings: [(&'static str, Holds); PARTS],
) -> (Option<Page<PARTS>>, Vec<Problem>) {
    let mut reading = Reading {
        file,
        headings,
        title: None,
        parts: [const { Vec::new() }; PARTS],
        seen: [None; PARTS],
        is_after_gap: false,
        problems: Vec::new(),
    };
    let mut part = None;
    for (number, line) in text.lines().enumerate() {
        let place =
            Place { line: u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1), column: 1 };
        if line.starts_with('#') {
            part = reading.heading(line.trim_end(), place);
        } else if line.trim().is_empty() {
            reading.is_after_gap = true;
        } else {
            reading.line(part, line.trim_end(), place);
            reading.is_after_gap = false;
        }
    }
    reading.finish()
}

struct Reading<'a, const PARTS: usize> {
    file: &'a str,
    headings: [(&'static str, Holds); PARTS],
    title: Option<String>,
    parts: [Vec<String>; PARTS],
    seen: [Option<Place>; PARTS],
    is_after_gap: bool,
    problems: Vec<Problem>,
}

impl<const PARTS: usize> Reading<'_, PARTS> {
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
        let Some(part) = self.headings.iter().position(|(heading, _)| *heading == line) else {
            let likely = nearest(line, self.headings.map(|(heading, _)| heading));
            let problem = self.problem(ProblemCode::UnknownKey, place);
            self.problems.push(problem.with("key", line).suggest(likely));
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
                self.problems.push(problem.with("part", self.headings[0].0));
            }
            return;
        };
        let (heading, holds) = self.headings[part];
        let entries = &mut self.parts[part];
        let is_list = matches!(holds, Holds::List | Holds::ListIfAny);
        let goes_on = match holds {
            Holds::Prose => true,
            Holds::Paragraphs => !self.is_after_gap,
            Holds::List | Holds::ListIfAny => line.starts_with(' '),
        };
        match entries.last_mut().filter(|_| goes_on) {
            Some(above) => {
                above.push(' ');
                above.push_str(line.trim());
            }
            None if !is_list => entries.push(line.trim().to_owned()),
            None => match line.strip_prefix("- ") {
                Some(entry) => entries.push(entry.trim().to_owned()),
                None => {
                    let problem = self.problem(ProblemCode::WrongKind, place).with("key", heading);
                    let wanted = "a line that begins with \"- \"";
                    self.problems.push(problem.with("wanted", wanted).with("found", line));
                }
            },
        }
    }

    fn finish(mut self) -> (Option<Page<PARTS>>, Vec<Problem>) {
        let first = Place { line: 1, column: 1 };
        if self.title.as_deref().unwrap_or_default().is_empty() {
            let problem = self.problem(ProblemCode::GuidanceMissing, first);
            self.problems.push(problem.with("part", "# "));
        }
        for (part, (heading, holds)) in self.headings.into_iter().enumerate() {
            let is_left_out = holds == Holds::ListIfAny && self.seen[part].is_none();
            if self.parts[part].is_empty() && !is_left_out {
                let problem =
                    self.problem(ProblemCode::GuidanceMissing, self.seen[part].unwrap_or(first));
                self.problems.push(problem.with("part", heading));
            }
        }
        if !self.problems.is_empty() {
            return (None, self.problems);
        }
        let parts = self.parts;
        (self.title.map(|title| Page { title, parts }), self.problems)
    }
}
