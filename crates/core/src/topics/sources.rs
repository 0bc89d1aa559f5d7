//! What the codes of sources mean.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Source {
    /// Its code.
    pub code: String,
    /// What it is, in English.
    pub what: String,
    /// How it was known when it was used, in English: read, read in part, not checked.
    pub known_how: String,
}

/// Every source that `docs/sources.md` explains. The page itself is built in, so that the screens and
/// the page cannot say different things.
pub(super) fn explained() -> &'static [Source] {
    const PAGE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/sources.md"));
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| PAGE.lines().filter_map(row).collect())
}

/// The source of a line such as `| S1 | an exercise guide | read |`.
fn row(line: &str) -> Option<Source> {
    let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
    let (code, what, known_how) = (cells.next()?, cells.next()?, cells.next()?);
    let is_code = code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.chars().all(|c| c.is_ascii_alphanumeric());
    is_code.then(|| Source {
        code: code.to_owned(),
        what: what.to_owned(),
        known_how: known_how.to_owned(),
    })
}
