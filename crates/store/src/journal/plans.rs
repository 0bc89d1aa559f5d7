//! Plans: reading the present one, and taking in files.

use backwise_core::catalogue::embedded;
use backwise_core::error::{Problem, ProblemCode};
use backwise_core::ids::PlanId;
use backwise_core::person::{Answers, differences};
use backwise_core::plan::{
    self, Change, Checksum, LineTold, PlanFile, Prescription, Revision, Template,
    embedded_templates,
};
use backwise_core::schedule::{
    Agenda, InForce, LineTime, changes_from, first_day, line_time, present_stage, revision_on,
};
use backwise_core::time::{Day, Span};
use rusqlite::Connection;

use super::facts::Facts;
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::clock::Clock;
use crate::op::Op;
use crate::rows;
use crate::rows::plans::Visits;
use crate::views::{
    ImportKind, LineDays, PhaseDays, PlanCheck, PlanView, RevisionSummary, TemplateView,
};

impl Journal {
    /// The plan, for reading; `None` without one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan(&self) -> Result<Option<PlanView>> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let facts = self.facts(connection, moment, today, today)?;
            let visits = rows::plans::visits(connection)?;
            let present = revision_on(&facts.revisions, today);
            Ok(present.map(|present| view(present, &facts, &visits, today)))
        })
    }

    /// A revision that was taken in, for reading; `None` when there is none of that number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revision(&self, plan: &PlanId, number: u32) -> Result<Option<PlanView>> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let facts = self.facts(connection, moment, today, today)?;
            let visits = rows::plans::visits(connection)?;
            let found = numbered(&facts.revisions, plan, number);
            Ok(found.map(|found| view(found, &facts, &visits, today)))
        })
    }

    /// A revision that was taken in, as a file; `None` when there is none of that number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn export_revision(&self, plan: &PlanId, number: u32) -> Result<Option<String>> {
        self.read(|connection, _| {
            let revisions = self.revisions(connection)?;
            Ok(numbered(&revisions, plan, number).map(|found| plan::write(&found.revision)))
        })
    }

    /// What was changed from one revision of `plan` to another, in the order of the sheet; to the one that was
    /// taken in last when `through` is `None`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no such revision, or when the file cannot be read.
    pub fn changes_since(
        &self,
        plan: &PlanId,
        number: u32,
        through: Option<u32>,
    ) -> Result<Vec<Change>> {
        self.read(|connection, _| {
            let revisions = self.revisions(connection)?;
            let found = |number: u32| {
                let name = || format!("{plan} {number}");
                numbered(&revisions, plan, number)
                    .ok_or_else(|| StoreError::NotFound { what: "revision", name: name() })
            };
            let before = found(number)?;
            let after = match through {
                Some(number) => found(number)?,
                None => revisions.last().unwrap_or(before),
            };
            Ok(plan::changes(Some(&before.revision), &after.revision))
        })
    }

    /// The plan that holds today as a file; `None` without one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn export_plan(&self) -> Result<Option<String>> {
        self.read(|connection, moment| {
            let today = self.present_day(connection, moment)?;
            let revisions = self.revisions(connection)?;
            Ok(revision_on(&revisions, today).map(|present| plan::write(&present.revision)))
        })
    }

    /// What the plan file `name` would do. Changes nothing.
    ///
    /// # Errors
    /// When the journal cannot be read. What is wrong with the plan file is part of the answer.
    pub fn check_plan(&self, bytes: &[u8], name: &str) -> Result<PlanCheck> {
        let file = PlanFile::open(bytes, name, embedded());
        let incoming = Incoming { file, name, not_before: None, visit: None };
        self.read(|connection, moment| self.check_incoming(connection, moment, incoming))
    }

    /// Takes in the plan file `name`. `confirmed` says that the person has read the check and agreed,
    /// which it needs where [`PlanCheck::needs_confirmation`] says so.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with everything that is wrong with it, [`StoreError::NotConfirmed`],
    /// or when it cannot be written. Nothing changes then.
    pub fn import_plan(&mut self, bytes: &[u8], name: &str, confirmed: bool) -> Result<PlanCheck> {
        let file = PlanFile::open(bytes, name, embedded());
        self.transact(Op::ImportPlan, |connection, journal, moment| {
            let incoming = Incoming { file, name, not_before: None, visit: None };
            let check = journal.take_in(connection, moment, incoming, confirmed)?;
            journal.rebase_draft(connection, moment, check.kind)?;
            // A plan that was made of an example has its name: what was ticked in it is switched on.
            if let Some(taken) = &check.revision {
                rows::example_ticks::clear(connection, &taken.plan)?;
            }
            Ok(check)
        })
    }

    /// The one way in for a revision, whether a file brings it or a draft.
    pub(super) fn take_in(
        &self,
        connection: &Connection,
        moment: &Moment,
        incoming: Incoming<'_>,
        confirmed: bool,
    ) -> Result<PlanCheck> {
        let revisions = self.revisions(connection)?;
        let today = self.agenda_of_today(connection, moment)?;
        let answers = self.answers(connection)?;
        let present = Present { revisions: &revisions, today, answers, moment };
        let visit = incoming.visit;
        let checked = check(incoming, &present);
        let (Some(revision), Some(from)) = (&checked.revision, checked.in_force_from) else {
            return Err(StoreError::Refused(checked.problems));
        };
        match checked.kind {
            ImportKind::Refused => return Err(StoreError::Refused(checked.problems)),
            ImportKind::SameAgain => return Ok(checked),
            ImportKind::FirstPlan | ImportKind::Revision | ImportKind::OtherPlan => {}
        }
        if checked.needs_confirmation && !confirmed {
            return Err(StoreError::NotConfirmed);
        }
        // Of two revisions the one taken in later holds, also when the clock was set back.
        let after_the_last = revisions.last().map(|last| last.imported_at + Span::milliseconds(1));
        let imported_at = after_the_last.map_or(moment.now, |after| after.max(moment.now));
        let in_force = InForce { revision: revision.clone(), from, imported_at };
        rows::plans::append(connection, &in_force, visit)?;
        Ok(checked)
    }

    /// What `incoming` would do. Changes nothing.
    pub(super) fn check_incoming(
        &self,
        connection: &Connection,
        moment: &Moment,
        incoming: Incoming<'_>,
    ) -> Result<PlanCheck> {
        let revisions = self.revisions(connection)?;
        let today = self.agenda_of_today(connection, moment)?;
        let answers = self.answers(connection)?;
        let mut checked =
            check(incoming, &Present { revisions: &revisions, today, answers, moment });
        if checked.kind == ImportKind::Revision
            && let (Some(day), Some(after)) = (checked.in_force_from, &checked.revision)
            && let Some(before) = revisions.last()
        {
            let facts = self.facts(connection, moment, day, day)?;
            let changes = std::mem::take(&mut checked.changes);
            let (situation, before) = (facts.situation(), &before.revision);
            checked.changes = changes_from(&situation, before, after, changes, day);
            let today = situation.today().unwrap_or(day);
            checked.lines =
                line_days(after, |line| (line_time(&situation, after, line, today), None));
        }
        Ok(checked)
    }
}

/// A plan that may be taken in.
pub(super) struct Incoming<'a> {
    pub(super) file: PlanFile,
    pub(super) name: &'a str,
    /// The first day on which it may hold, where somebody chose a later one.
    pub(super) not_before: Option<Day>,
    /// The day of the visit at which it was made, where somebody told of one.
    pub(super) visit: Option<Day>,
}

/// What the plan file `name` would do where there is no data yet. Makes none.
#[must_use]
pub fn check_first_plan(bytes: &[u8], name: &str, clock: &Clock) -> PlanCheck {
    let moment = Moment { now: clock.now(), zone: clock.zone() };
    let answers = Answers::default();
    let present = Present { revisions: &[], today: None, answers, moment: &moment };
    let file = PlanFile::open(bytes, name, embedded());
    check(Incoming { file, name, not_before: None, visit: None }, &present)
}

/// The templates that were built into the program, in the order of the weeks, as nobody in particular reads them.
#[must_use]
pub fn templates() -> Vec<TemplateView> {
    let view = |template: &Template| TemplateView {
        lines: told_lines(&template.sheet),
        lock: None,
        locked_lines: Vec::new(),
        ticked: Vec::new(),
        template: template.clone(),
    };
    embedded_templates().iter().map(view).collect()
}

/// What each line of a template says.
pub(super) fn told_lines(sheet: &Revision) -> Vec<LineTold> {
    sheet.lines.iter().map(|line| plan::told_line(line, sheet)).collect()
}

/// What is here already.
struct Present<'a> {
    revisions: &'a [InForce],
    /// What the present day asks for; `None` without a plan.
    today: Option<Agenda>,
    /// What the person said of themselves.
    answers: Answers,
    moment: &'a Moment,
}

/// What `incoming` would do to what is here already.
fn check(incoming: Incoming<'_>, here: &Present<'_>) -> PlanCheck {
    let Present { revisions, today: agenda, answers, moment } = here;
    let Incoming { file, name, not_before, .. } = incoming;
    let PlanFile { revision, problems, remarks, checksum } = file;
    let mut checked = PlanCheck {
        problems,
        remarks,
        revision: None,
        checksum,
        kind: ImportKind::Refused,
        differs: Vec::new(),
        changes: Vec::new(),
        needs_confirmation: false,
        in_force_from: None,
        lines: Vec::new(),
        phases: Vec::new(),
        rules: Vec::new(),
    };
    let Some(revision) = revision else { return checked };
    if !checked.problems.is_empty() {
        return checked;
    }
    let present = revisions.last();
    let today = agenda
        .as_ref()
        .map_or_else(|| revision.day_of(moment.now, &moment.zone), |agenda| agenda.day);
    checked.kind = kind(&revision, revisions);
    match checked.kind {
        ImportKind::Refused => checked.problems.push(old_revision(&revision, name, revisions)),
        ImportKind::SameAgain => checked.in_force_from = present.map(|present| present.from),
        ImportKind::FirstPlan | ImportKind::Revision | ImportKind::OtherPlan => {
            let first = first_day(&revision, revisions, agenda.as_ref(), moment.now, &moment.zone);
            checked.in_force_from = not_before.into_iter().chain([first]).max();
            checked.differs = differences(answers, &revision);
            checked.needs_confirmation = checked.kind == ImportKind::OtherPlan
                || checksum != Checksum::Right
                || !checked.differs.is_empty();
        }
    }
    checked.changes = plan::changes(present.map(|present| &present.revision), &revision);
    checked.lines =
        line_days(&revision, |line| (LineTime::as_written(&revision, line, today), None));
    checked.phases = phase_days(&revision);
    checked.rules = plan::told_rules(&revision);
    checked.revision = Some(revision);
    checked
}

/// What `revision` is to us. A number names one text for ever, so that what was recorded under it
/// keeps its meaning; going back to another plan is allowed, back to an older number is not.
fn kind(revision: &Revision, revisions: &[InForce]) -> ImportKind {
    let Some(present) = revisions.last() else { return ImportKind::FirstPlan };
    let is_present_plan = present.revision.plan == revision.plan;
    match highest_of_its_plan(revision, revisions) {
        Some(highest) if revision.number < highest.number => ImportKind::Refused,
        Some(highest) if revision.number == highest.number && revision != highest => {
            ImportKind::Refused
        }
        Some(highest) if revision.number == highest.number && is_present_plan => {
            ImportKind::SameAgain
        }
        _ if is_present_plan => ImportKind::Revision,
        _ => ImportKind::OtherPlan,
    }
}

pub(super) fn highest_of_its_plan<'a>(
    revision: &Revision,
    revisions: &'a [InForce],
) -> Option<&'a Revision> {
    let of_its_plan = revisions.iter().map(|in_force| &in_force.revision);
    of_its_plan.filter(|other| other.plan == revision.plan).max_by_key(|other| other.number)
}

fn old_revision(revision: &Revision, name: &str, revisions: &[InForce]) -> Problem {
    let highest = highest_of_its_plan(revision, revisions).map_or(0, |highest| highest.number);
    Problem::new(ProblemCode::OldRevision, name)
        .with("found", revision.number)
        .with("present", highest)
}

/// The revision `number` of `plan`, as it was taken in last.
pub(super) fn numbered<'a>(
    revisions: &'a [InForce],
    plan: &PlanId,
    number: u32,
) -> Option<&'a InForce> {
    revisions.iter().rfind(|known| known.revision.plan == *plan && known.revision.number == number)
}

fn view(shown: &InForce, facts: &Facts, visits: &Visits, today: Day) -> PlanView {
    let (revision, revisions) = (&shown.revision, &facts.revisions);
    let present = revision_on(revisions, today).filter(|present| present.from <= today);
    let holds = present.is_some_and(|present| present == shown);
    let stage = |line: &Prescription| {
        holds.then(|| present_stage(&facts.situation(), revision, line, today)).flatten()
    };
    PlanView {
        in_force_from: shown.from,
        lines: line_days(revision, |line| {
            (line_time(&facts.situation(), revision, line, today), stage(line))
        }),
        phases: phase_days(revision),
        rules: plan::told_rules(revision),
        revision: revision.clone(),
        history: revisions.iter().rev().map(|known| summary(known, visits)).collect(),
        before_visit: before_visit(revisions, visits),
    }
}

fn line_days(
    revision: &Revision,
    today: impl Fn(&Prescription) -> (LineTime, Option<u16>),
) -> Vec<LineDays> {
    let days = revision.lines.iter().map(|line| {
        let (from, until) = revision.span_of(line);
        let told = plan::told_line(line, revision);
        let (time, stage) = today(line);
        LineDays { line: line.id.clone(), from, until, time, stage, told }
    });
    days.collect()
}

fn phase_days(revision: &Revision) -> Vec<PhaseDays> {
    let anchors = revision.anchors();
    let days = revision.phases.iter().map(|phase| PhaseDays {
        phase: phase.id.clone(),
        from: phase.stretch.first_day(&anchors).unwrap_or(revision.starts),
        until: phase.stretch.day_after(&anchors),
    });
    days.collect()
}

/// The number of the revision of the present plan that was there before its last visit. What a visit changed may have
/// been taken in in parts: all of them are of that day.
fn before_visit(revisions: &[InForce], visits: &Visits) -> Option<u32> {
    let present = &revisions.last()?.revision.plan;
    let of_plan = revisions.iter().filter(|known| known.revision.plan == *present);
    let visit = |known: &InForce| visits.get(&known.imported_at);
    let last = of_plan.clone().rev().find_map(visit)?;
    let before = of_plan.take_while(|known| visit(known) != Some(last)).last();
    before.map(|known| known.revision.number)
}

fn summary(in_force: &InForce, visits: &Visits) -> RevisionSummary {
    RevisionSummary {
        plan: in_force.revision.plan.clone(),
        number: in_force.revision.number,
        title: in_force.revision.title.clone(),
        in_force_from: in_force.from,
        imported_at: in_force.imported_at,
        visit: visits.get(&in_force.imported_at).copied(),
    }
}
