//! Guidance texts: one Markdown file an exercise and language, with fixed headings.

use super::Guidance;
use crate::error::Problem;
use crate::page::{self, Holds, Page};

/// The headings below the title, in the order in which a person reads them.
pub(super) const HEADINGS: [(&str, Holds); 7] = [
    ("## What it is for", Holds::Prose),
    ("## What works", Holds::List),
    ("## How to begin", Holds::List),
    ("## How to do it", Holds::List),
    ("## Watch for", Holds::List),
    ("## Stop if", Holds::List),
    ("## Ask your team first if", Holds::List),
];

/// The guidance in `text`, and everything that is wrong with it.
pub(super) fn read(file: &str, text: &str) -> (Option<Guidance>, Vec<Problem>) {
    let (page, problems) = page::read(file, text, HEADINGS);
    (page.map(guidance), problems)
}

fn guidance(page: Page<{ HEADINGS.len() }>) -> Guidance {
    let [aim, muscles, start, steps, watch_for, stop_if, ask_first] = page.parts;
    Guidance {
        title: page.title,
        aim: aim.into_iter().collect(),
        muscles,
        start,
        steps,
        watch_for,
        stop_if,
        ask_first,
    }
}
