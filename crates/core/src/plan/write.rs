//! From plan to text.

use std::fmt::{Display, Write};

use sha2::{Digest, Sha256};

use super::line::{EVERY_DAY, NO_TEMPO, SIDES};
use super::sheet::{FUSIONS, NOTE_ABOUTS};
use super::{Bouts, DayPattern, Dose, FORMAT, Prescription, Revision};
use crate::safety::FLAGS;
use crate::time::{Day, DayRef, weekday_name};

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
    let mut page = Page(String::new());
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
    page.maybe_text("checksum", checksum);

    page.heading("[surgery]");
    page.value("date", revision.surgery.date);
    page.text("fusion", word_of(&FUSIONS, revision.surgery.fusion));

    page.heading("[day]");
    page.text("start", revision.day_start);
    page.maybe_text("quiet_from", revision.quiet_hours.map(|quiet| quiet.from));
    page.maybe_text("quiet_until", revision.quiet_hours.map(|quiet| quiet.until));

    for phase in &revision.phases {
        page.heading("[[phase]]");
        page.text("id", &phase.id);
        page.text("title", &phase.title);
        page.day("from_day", "from", Some(phase.from));
        page.day("until_day", "until", phase.until);
    }
    for round in &revision.rounds {
        page.heading("[[round]]");
        page.text("id", &round.id);
        page.text("title", &round.title);
        page.text("at", round.at);
        page.maybe_text("routine", round.routine.as_ref());
    }
    for line in &revision.lines {
        page.line(line);
    }
    for precaution in &revision.precautions {
        page.heading("[[precaution]]");
        page.text("as_written", &precaution.as_written);
        page.day("until_day", "until", precaution.until);
    }
    for note in &revision.notes {
        page.heading("[[note]]");
        page.text("about", word_of(&NOTE_ABOUTS, note.about));
        page.maybe_text("sheet_no", note.sheet_no.as_ref());
        page.text("as_written", &note.as_written);
    }
    for contact in &revision.contacts {
        page.heading("[[contact]]");
        page.text("name", &contact.name);
        page.text("number", &contact.number);
        page.maybe_text("hours", contact.hours.as_ref());
        page.maybe_text("about", contact.about.as_ref());
    }
    page.0
}

/// The word that a plan file has for `value`.
pub(super) fn word_of<T: Copy + PartialEq>(
    words: &'static [(&'static str, T)],
    value: T,
) -> &'static str {
    words.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word)
}

/// A text that grows line by line.
struct Page(String);

impl Page {
    fn line(&mut self, line: &Prescription) {
        self.heading("[[line]]");
        self.text("id", &line.id);
        self.maybe_text("sheet_no", line.sheet_no.as_ref());
        self.text("as_written", &line.as_written);
        self.maybe_text("source", line.source.as_ref());
        self.text("exercise", &line.exercise);
        self.text("title", &line.title);
        self.list("flags", line.flags.iter().map(|flag| word_of(&FLAGS, *flag)));
        match line.tempo {
            Some(tempo) => {
                let (out, hold, back) = (tempo.out, tempo.hold, tempo.back);
                self.value("tempo", format!("{{ out = {out}, hold = {hold}, back = {back} }}"));
            }
            None => self.text("tempo", NO_TEMPO),
        }
        self.dose(&line.dose);
        self.text("side", word_of(&SIDES, line.side));
        match &line.days {
            DayPattern::EveryDay => self.text("days", EVERY_DAY),
            DayPattern::Weekdays(days) => {
                self.list("days", days.iter().map(|day| weekday_name(*day)));
            }
            DayPattern::EveryNDays { n, from } => {
                self.value("every_days", n);
                self.value("counting_from", from);
            }
        }
        match &line.bouts {
            Bouts::InRounds(rounds) => self.list("rounds", rounds),
            Bouts::AnyTime(times) => self.value("times_a_day", times),
        }
        self.maybe_text("phase", line.phase.as_ref());
        self.day("from_day", "from", line.from);
        self.day("until_day", "until", line.until);
    }

    fn dose(&mut self, dose: &Dose) {
        self.maybe_value("sets", dose.sets);
        self.maybe_value("repetitions", dose.repetitions);
        self.maybe_value("hold_seconds", dose.hold_seconds);
        self.maybe_value("rest_seconds", dose.rest_seconds);
        self.maybe_value("minutes", dose.minutes);
        self.maybe_value("breaths", dose.breaths);
        self.maybe_text("load", dose.load.as_ref());
        self.maybe_text("range", dose.range.as_ref());
    }

    fn heading(&mut self, heading: &str) {
        let _ = writeln!(self.0, "\n{heading}");
    }

    fn value(&mut self, key: &str, value: impl Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn maybe_value(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.value(key, value);
        }
    }

    fn text(&mut self, key: &str, text: impl Display) {
        self.value(key, quoted(&text.to_string()));
    }

    fn maybe_text(&mut self, key: &str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn list(&mut self, key: &str, words: impl IntoIterator<Item = impl Display>) {
        let words: Vec<String> = words.into_iter().map(|word| quoted(&word.to_string())).collect();
        self.value(key, format!("[{}]", words.join(", ")));
    }

    fn day(&mut self, days_key: &str, date_key: &str, day: Option<DayRef>) {
        match day {
            Some(DayRef::AfterSurgery(days)) => self.value(days_key, days),
            Some(DayRef::On(Day(date))) => self.value(date_key, date),
            None => {}
        }
    }
}

/// `text` as a TOML string on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
