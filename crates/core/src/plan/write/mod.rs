//! From plan to text.

mod line;
mod page;
mod rules;

use std::fmt::Write;

use page::Page;
use sha2::{Digest, Sha256};

use super::read::{FUSIONS, WEEKS_COUNTED};
use super::{FORMAT, Revision};
use crate::time::weekday_name;

/// Writes `revision` as a plan file with its checksum. Reading it again gives the same revision.
#[must_use]
pub fn write(revision: &Revision) -> String {
    page_of(revision, Some(&checksum_of(revision)))
}

/// The checksum of what `revision` means: that of its text without the line of the checksum.
pub(super) fn checksum_of(revision: &Revision) -> String {
    let digest = Sha256::digest(page_of(revision, None).as_bytes());
    let mut checksum = "sha256:".to_owned();
    for byte in digest {
        // Writing into a String cannot fail; so everywhere below.
        let _ = write!(checksum, "{byte:02x}");
    }
    checksum
}

fn page_of(revision: &Revision, checksum: Option<&str>) -> String {
    let mut page = Page::default();
    page.value("format", FORMAT);
    page.text("plan", revision.plan.as_str());
    page.value("revision", revision.number);
    page.text("title", &revision.title);
    page.maybe_text("author", revision.author.as_ref());
    page.maybe_value("written", revision.written);
    page.maybe_text("caution", revision.caution.as_ref());
    page.value("starts", revision.starts);
    page.maybe_value("review", revision.review);
    page.maybe_value("ends", revision.ends);
    page.maybe_word("weeks_counted", &WEEKS_COUNTED, revision.weeks_counted);
    page.text("week_starts", weekday_name(revision.week_starts));
    page.value("gap_days", revision.gap_days);
    page.maybe_text("checksum", checksum);

    page.heading("[surgery]");
    page.value("date", revision.surgery.date);
    page.text("fusion", word_of(&FUSIONS, revision.surgery.fusion));
    page.maybe_text("operation", revision.surgery.operation.as_ref());
    page.maybe_value("discharge", revision.surgery.discharge);

    page.heading("[day]");
    page.text("start", revision.day_start);
    page.times(revision.quiet_hours, revision.awake);

    page.rules_before_lines(revision);
    for line in &revision.lines {
        page.line(line);
    }
    page.rules_after_lines(revision);
    page.finished()
}

/// The word that a plan file has for `value`.
pub(super) fn word_of<T: Copy + PartialEq>(
    words: &'static [(&'static str, T)],
    value: T,
) -> &'static str {
    words.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word)
}
