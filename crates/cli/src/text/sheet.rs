//! A sheet in words: its head, its lines and its rules.

use backwise_core::plan::{
    ChangedThing, LineTold, Note, Prescription, Revision, RuleTold, StageTold, Told,
};
use backwise_core::time::Day;

use super::{Page, aligned, name_of};

/// Rules beside the lines, in the order in which they are read; each kind under its own heading.
const BEFORE_LINES: [ChangedThing; 3] =
    [ChangedThing::DayType, ChangedThing::Phase, ChangedThing::Programme];
const AFTER_LINES: [ChangedThing; 8] = [
    ChangedThing::Precaution,
    ChangedThing::Pain,
    ChangedThing::BadDay,
    ChangedThing::DayOff,
    ChangedThing::MissedDose,
    ChangedThing::ReEntry,
    ChangedThing::Appointment,
    ChangedThing::Clearance,
];

/// A line as it is shown: what it says, and its days where there are any.
pub(super) struct Shown<'a> {
    pub(super) line: &'a Prescription,
    pub(super) told: &'a LineTold,
    /// Its first day and the first day after it.
    pub(super) days: Option<(Day, Option<Day>)>,
}

/// The parts of a sheet below its head, in its own order. A template has no dates.
pub(super) struct Sheet<'a> {
    pub(super) page: Page<'a>,
    pub(super) revision: &'a Revision,
    pub(super) rules: &'a [RuleTold],
    pub(super) is_template: bool,
}

impl Sheet<'_> {
    /// Rounds, lines, limits and all other rules, notes and contacts.
    pub(super) fn body<'l>(&self, lines: impl Iterator<Item = Shown<'l>>) -> String {
        let page = self.page;
        let mut text = page.section("heading-rounds", &self.rounds());
        for thing in BEFORE_LINES {
            text += &self.section(thing);
        }
        let lines: Vec<_> = lines.collect();
        text += &page.section("heading-lines", &self.lines(&lines));
        for thing in AFTER_LINES {
            text += &self.section(thing);
        }
        text += &page.section("heading-notes", &notes(page, &self.revision.notes));
        let contacts: Vec<_> = self
            .revision
            .contacts
            .iter()
            .map(|contact| {
                let rest = [&contact.hours, &contact.about].into_iter().flatten().cloned();
                vec![contact.name.clone(), contact.number.clone(), page.list(rest)]
            })
            .collect();
        text + &page.section("heading-contacts", &aligned(&contacts))
    }

    fn told(&self, told: &[Told]) -> String {
        if self.is_template {
            self.page.words.told_undated(told)
        } else {
            self.page.words.told_all(told)
        }
    }

    fn rules_of(&self, thing: ChangedThing) -> impl Iterator<Item = &RuleTold> {
        self.rules.iter().filter(move |rule| rule.thing == thing)
    }

    fn rounds(&self) -> Vec<String> {
        let rounds = self.revision.rounds.iter().zip(self.rules_of(ChangedThing::Round));
        let rows: Vec<_> = rounds
            .map(|(round, rule)| {
                vec![round.title.clone(), round.id.to_string(), self.told(&rule.told)]
            })
            .collect();
        let mut lines = Vec::new();
        for (row, rule) in aligned(&rows).into_iter().zip(self.rules_of(ChangedThing::Round)) {
            lines.push(row);
            lines.extend(rule.as_written.as_ref().map(|words| self.quoted(words)));
        }
        lines
    }

    /// The rules of one kind, under their heading.
    fn section(&self, thing: ChangedThing) -> String {
        let mut lines = Vec::new();
        for rule in self.rules_of(thing) {
            let told = self.told(&rule.told);
            lines.extend(rule.title.clone());
            lines.extend(rule.as_written.as_ref().map(|words| match rule.title {
                Some(_) => self.quoted(words),
                None => self.page.say("line-as-written", &[("words", words.as_str().into())]),
            }));
            let is_under = rule.title.is_some() || rule.as_written.is_some();
            if !told.is_empty() {
                lines.push(if is_under { format!("  {told}") } else { told });
            }
        }
        if thing == ChangedThing::Precaution && !lines.is_empty() {
            lines.push(self.page.say("limits-stay", &[]));
        }
        self.page.section(&format!("heading-{}", name_of(thing)), &lines)
    }

    fn lines(&self, lines: &[Shown<'_>]) -> Vec<String> {
        let titles: Vec<_> = lines
            .iter()
            .map(|Shown { line, .. }| {
                let number = line.sheet_no.clone().unwrap_or_default();
                vec![number, line.title.clone(), line.id.to_string()]
            })
            .collect();
        let mut out = Vec::new();
        for (shown, title) in lines.iter().zip(aligned(&titles)) {
            out.push(title);
            out.extend(self.line(shown));
        }
        out
    }

    /// What stands under the title of a line.
    fn line(&self, Shown { line, told, days }: &Shown<'_>) -> Vec<String> {
        let mut out = vec![self.quoted(&line.as_written)];
        let parts = [&told.how_much, &told.when, &told.waits];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        out.extend(parts.map(|part| format!("  {}", self.told(part))));
        out.extend(told.stages.iter().map(|stage| format!("  {}", self.stage(stage))));
        out.extend(days.map(|(from, until)| format!("  {}", self.page.span(from, until))));
        out.extend(line.instructions.iter().map(|step| format!("  {}", indented(step))));
        out.extend(line.source.as_ref().map(|source| {
            let source = self.page.say("line-source", &[("source", source.as_str().into())]);
            format!("  {source}")
        }));
        out
    }

    fn stage(&self, stage: &StageTold) -> String {
        let words = stage.as_written.as_ref().map(|words| {
            self.page.say("line-as-written", &[("words", one_line(words).into())]) + " "
        });
        let told = self.told(&stage.told);
        let stage = format!("{}{told}", words.unwrap_or_default());
        self.page.say("line-stage", &[("stage", stage.into())])
    }

    fn quoted(&self, words: &str) -> String {
        let quoted = self.page.say("line-as-written", &[("words", words.into())]);
        format!("  {}", indented(&quoted))
    }
}

/// What is on the sheet besides its lines, and what each is about.
pub(super) fn notes(page: Page<'_>, notes: &[Note]) -> Vec<String> {
    let rows: Vec<_> = notes
        .iter()
        .map(|note| {
            let about = page.say("note-about", &[("about", name_of(note.about).into())]);
            let number = note.sheet_no.clone().unwrap_or_default();
            vec![number, about, one_line(&note.as_written)]
        })
        .collect();
    aligned(&rows)
}

/// Words of a sheet on one line.
pub(super) fn one_line(words: &str) -> String {
    words.replace('\n', " ")
}

/// Words of a sheet on as many lines as they have, each under the first.
fn indented(words: &str) -> String {
    words.replace('\n', "\n  ")
}

impl Page<'_> {
    /// From a day until the day before `until`.
    fn span(self, from: Day, until: Option<Day>) -> String {
        let first = self.words.day_and_year(from);
        match until {
            Some(until) => {
                let last = self.words.day_and_year(until.plus(-1));
                self.say("span-from-through", &[("first", first.into()), ("last", last.into())])
            }
            None => self.say("span-from", &[("first", first.into())]),
        }
    }

    /// Words one after the other.
    pub(super) fn list(self, items: impl Iterator<Item = String>) -> String {
        items.collect::<Vec<_>>().join(&self.words.text("list-comma", &[]))
    }
}
