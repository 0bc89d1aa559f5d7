//! The plan that is being written, from the first word until it is taken in.

use std::collections::BTreeSet;

use backwise_core::catalogue::embedded;
use backwise_core::error::Problem;
use backwise_core::ids::{LineId, PlanId};
use backwise_core::person::Answers;
use backwise_core::plan::draft::{
    self, Asked, BeganFrom, DraftEdit, DraftPlace, LineSuggested, OpenQuestion, PlacedProblem,
    PlanDraft, RuleKind,
};
use backwise_core::plan::{self, Fusion, PlanFile, Revision, embedded_templates};
use backwise_core::schedule::{InForce, LineFrom, from_now_on, line_from};
use backwise_core::time::{Anchors, CountedDay, Day, DayRef};
use rusqlite::Connection;

use super::plans::{Incoming, highest_of_its_plan, numbered};
use super::{Journal, Moment, Result};
use crate::StoreError;
use crate::op::Op;
use crate::rows::drafts::{self, KeptDraft};
use crate::views::{
    BesidePresent, DraftEdited, DraftInBrief, DraftLine, DraftStart, DraftTakenIn, DraftView,
    LineRemoved, PlanCheck, UsualTime,
};

/// What a draft is called where a file has a name.
const NAME: &str = "draft";

impl Journal {
    /// The plan that is being written; `None` when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft(&self) -> Result<Option<DraftView>> {
        self.read(|connection, moment| {
            let kept = self.kept_draft(connection, moment)?;
            kept.map(|kept| self.view_of(connection, moment, kept.draft)).transpose()
        })
    }

    /// Begins a draft. `replace` says that a draft in which something was written may go.
    ///
    /// # Errors
    /// [`StoreError::NotConfirmed`] where there is such a draft and `replace` is false,
    /// [`StoreError::NotFound`] where there is nothing to begin from, or when it cannot be written.
    pub fn begin_draft(&mut self, start: &DraftStart, replace: bool) -> Result<DraftView> {
        self.transact(Op::WriteDraft, |connection, journal, moment| {
            // One that cannot be read counts as written in: only the person's word lets it go.
            let is_written_in = drafts::get(connection)
                .map_or(true, |there| there.is_some_and(|kept| kept.draft.touched));
            if is_written_in && !replace {
                return Err(StoreError::NotConfirmed);
            }
            let draft = journal.begun(connection, moment, start)?;
            let kept = KeptDraft { draft, reckoned_for: None };
            drafts::put(connection, &kept, moment.now)?;
            journal.view_of(connection, moment, kept.draft)
        })
    }

    /// Keeps `draft` in the place of what was there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save_draft(&mut self, draft: PlanDraft) -> Result<DraftView> {
        self.transact(Op::WriteDraft, |connection, journal, moment| {
            let kept = journal.sent_kept(connection, moment, draft)?;
            drafts::put(connection, &kept, moment.now)?;
            journal.view_of(connection, moment, kept.draft)
        })
    }

    /// Makes one change to the draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no draft or no such place in it, or when it cannot be written.
    pub fn edit_draft(&mut self, edit: &DraftEdit) -> Result<DraftEdited> {
        self.transact(Op::WriteDraft, |connection, journal, moment| {
            let kept = journal.kept_draft(connection, moment)?.ok_or_else(no_draft)?;
            let former = &kept.draft;
            let edited = match edit {
                DraftEdit::FromNowOn { line } => {
                    let (facts, day) = journal.facts_of_draft(connection, moment, former)?;
                    from_now_on(&facts.situation(), former, line, day)
                }
                DraftEdit::PutBack { line } => latest(&journal.revisions(connection)?)
                    .and_then(|present| draft::put_back(former, present, line)),
                _ => draft::edited(former, edit, embedded()),
            };
            let (draft, place) = edited
                .ok_or_else(|| StoreError::NotFound { what: "place", name: NAME.to_owned() })?;
            let kept = journal.steps_kept(connection, moment, &kept, draft)?;
            drafts::put(connection, &kept, moment.now)?;
            Ok(DraftEdited { place, view: journal.view_of(connection, moment, kept.draft)? })
        })
    }

    /// The day that `day` means beside `anchors`, as it is read back today.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_day(&self, anchors: &Anchors, day: DayRef) -> Result<CountedDay> {
        self.read(|connection, moment| {
            Ok(day.counted(anchors, self.present_day(connection, moment)?))
        })
    }

    /// Lets the draft go. The plan in force stays as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn discard_draft(&mut self) -> Result<()> {
        self.transact(Op::WriteDraft, |connection, _, _| drafts::remove(connection))
    }

    /// What taking in the draft would do. Changes nothing. `lines`: only these, all when `None`.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without a draft, or when the file cannot be read. What is wrong with the draft is
    /// part of the answer.
    pub fn check_draft(&self, lines: Option<&[LineId]>) -> Result<PlanCheck> {
        self.read(|connection, moment| {
            let KeptDraft { draft, .. } =
                self.kept_draft(connection, moment)?.ok_or_else(no_draft)?;
            let revisions = self.revisions(connection)?;
            let file = file_of(&draft, lines, &revisions);
            self.check_incoming(connection, moment, incoming(file, draft.from_day))
        })
    }

    /// Takes in the draft as the next revision of its plan, by the way that plan files take. `lines`: only these,
    /// all when `None`. The draft is gone when no line of the paper is left to enter; else what is left of it holds no
    /// sooner than this.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with everything that keeps it from being taken in, [`StoreError::NotFound`]
    /// without a draft, or when it cannot be written. Nothing changes then.
    pub fn confirm_draft(&mut self, lines: Option<&[LineId]>) -> Result<DraftTakenIn> {
        let check = self.transact(Op::ImportPlan, |connection, journal, moment| {
            let mut kept = journal.kept_draft(connection, moment)?.ok_or_else(no_draft)?;
            let draft = &mut kept.draft;
            let revisions = journal.revisions(connection)?;
            let file = file_of(draft, lines, &revisions);
            let today = journal.present_day(connection, moment)?;
            // A visit that is still to come made nothing.
            let visit = draft.visit.filter(|day| *day <= today);
            let incoming = Incoming { visit, ..incoming(file, draft.from_day) };
            let check = journal.take_in(connection, moment, incoming, true)?;
            draft.from_day = ahead(&journal.revisions(connection)?, today);
            let Some(taken) = &check.revision else { return Ok(check) };
            draft.revision.plan = taken.plan.clone();
            draft.revision.number = taken.number;
            draft.taken_in = taken.lines.iter().map(|line| line.id.clone()).collect();
            if to_enter(draft) == 0 {
                drafts::remove(connection)?;
            } else {
                drafts::put(connection, &kept, moment.now)?;
            }
            Ok(check)
        })?;
        Ok(DraftTakenIn { check, draft: self.draft()? })
    }

    /// The draft in a sentence, for Today.
    pub(super) fn draft_in_brief(&self, connection: &Connection) -> Option<DraftInBrief> {
        // A draft of another version keeps nobody from their day; the editor says what is wrong with it.
        let KeptDraft { draft, .. } = drafts::get(connection).ok().flatten()?;
        Some(DraftInBrief {
            title: draft.revision.title.clone(),
            lines: count(draft.revision.lines.len()),
            taken_in: count(draft.taken_in.len()),
            to_enter: to_enter(&draft),
        })
    }

    fn begun(
        &self,
        connection: &Connection,
        moment: &Moment,
        start: &DraftStart,
    ) -> Result<PlanDraft> {
        let revisions = self.revisions(connection)?;
        let today = self.present_day(connection, moment)?;
        let missing = |what, name: &PlanId| StoreError::NotFound { what, name: name.to_string() };
        match start {
            DraftStart::EmptySheet => Ok(answered(draft::empty(today), &self.answers(connection)?)),
            DraftStart::Present | DraftStart::Visit => {
                let present = latest(&revisions)
                    .ok_or_else(|| StoreError::NotFound { what: "plan", name: String::new() })?;
                let (plan, number) = (present.plan.clone(), present.number);
                let visit = (*start == DraftStart::Visit).then_some(today);
                let begun = draft::next_of(present, BeganFrom::Present { plan, number });
                Ok(PlanDraft { visit, from_day: ahead(&revisions, today), ..begun })
            }
            DraftStart::Earlier { plan, number } => {
                let earlier =
                    numbered(&revisions, plan, *number).ok_or_else(|| missing("revision", plan))?;
                let from = BeganFrom::Earlier { plan: plan.clone(), number: *number };
                let begun = draft::next_of(&earlier.revision, from);
                Ok(PlanDraft { from_day: ahead(&revisions, today), ..begun })
            }
            DraftStart::Template { template } => {
                let found = embedded_templates().iter().find(|known| known.id == *template);
                Ok(draft::began_with(found.ok_or_else(|| missing("template", template))?, today))
            }
        }
    }

    fn view_of(
        &self,
        connection: &Connection,
        moment: &Moment,
        draft: PlanDraft,
    ) -> Result<DraftView> {
        let revisions = self.revisions(connection)?;
        let (facts, day) = self.facts_of_draft(connection, moment, &draft)?;
        let from = |line: &LineId| line_from(&facts.situation(), &draft, line, day);
        let checked = draft::checked(&draft, embedded());
        let revision = &draft.revision;
        let present = latest(&revisions);
        let is_dated = !draft::without_dates(&draft);
        Ok(DraftView {
            lines: lines(&draft, &checked.problems, present, from),
            removed: removed(revision, present),
            rules: draft::rules_to_read_back(revision),
            usual_times: usual_times(&draft),
            unsaid: plan::UNSAID,
            changes: plan::changes(present, revision),
            in_force_from: is_dated.then_some(day),
            to_enter: to_enter(&draft),
            problems: checked.problems,
            not_added: draft::not_added(&draft),
            remarks: checked.remarks,
            days: checked.days,
            draft,
        })
    }
}

/// `sheet` with what the person has said of the operation, so that it is not asked a second time. "I don't know" is
/// asked again: the sheet may say it.
fn answered(mut sheet: PlanDraft, answers: &Answers) -> PlanDraft {
    let mut known = Vec::new();
    if let Some(operation) = &answers.operation {
        sheet.revision.surgery.date = operation.value;
        known.push(Asked::SurgeryDate);
    }
    if let Some(fusion) = answers.fusion.as_ref().filter(|said| said.value != Fusion::Unknown) {
        sheet.revision.surgery.fusion = fusion.value;
        known.push(Asked::Fusion);
    }
    sheet.open.retain(|question| !known.contains(&question.asked));
    sheet
}

/// What the words of a line say. Nothing of it is taken by itself.
#[must_use]
pub fn suggest_line(as_written: &str, starts: Option<Day>, language: &str) -> LineSuggested {
    draft::suggest_line(as_written, starts, embedded(), language)
}

/// The plan that a draft or a visit goes on from: what was taken in last, although it may hold only later.
pub(super) fn latest(revisions: &[InForce]) -> Option<&Revision> {
    revisions.last().map(|last| &last.revision)
}

/// The day from which the latest sheet holds, where somebody chose one that lies ahead: what is built on it does not bring it
/// forward unless they choose another.
pub(super) fn ahead(revisions: &[InForce], today: Day) -> Option<Day> {
    let latest = revisions.last()?;
    let soonest = latest.revision.starts.max(today.plus(1));
    Some(latest.from).filter(|from| *from > soonest)
}

/// The draft as the next file of its plan.
fn file_of(draft: &PlanDraft, lines: Option<&[LineId]>, revisions: &[InForce]) -> PlanFile {
    let problem = |problems: Vec<Problem>| PlanFile {
        revision: None,
        problems,
        remarks: Vec::new(),
        checksum: plan::Checksum::Absent,
    };
    let mut revision = match draft::ready(draft, lines, latest(revisions)) {
        Ok(revision) => revision,
        Err(problems) => return problem(problems),
    };
    if draft.is_unnamed() {
        let taken: BTreeSet<&PlanId> = revisions.iter().map(|known| &known.revision.plan).collect();
        let is_no_name = |plan: &PlanId| taken.contains(plan) || *plan == draft.revision.plan;
        revision.plan = PlanId::made_of(&revision.title, "my-plan", is_no_name);
    }
    revision.number = 1;
    if let Some(highest) = highest_of_its_plan(&revision, revisions) {
        let is_unchanged = latest(revisions)
            .is_some_and(|latest| revision == Revision { number: 1, ..latest.clone() });
        // Nothing was changed: it is the revision that is here already.
        revision.number = if is_unchanged { highest.number } else { highest.number + 1 };
    }
    PlanFile::open(plan::write(&revision).as_bytes(), NAME, embedded())
}

fn incoming(file: PlanFile, not_before: Option<Day>) -> Incoming<'static> {
    Incoming { file, name: NAME, not_before, visit: None }
}

fn no_draft() -> StoreError {
    StoreError::NotFound { what: "draft", name: NAME.to_owned() }
}

/// The lines of the paper that were not taken in yet: those in the draft, and those that nobody entered.
fn to_enter(draft: &PlanDraft) -> u16 {
    let entered = draft.revision.lines.iter();
    let is_left = |line: &&plan::Prescription| !draft.taken_in.contains(&line.id);
    let left = count(entered.filter(is_left).count());
    let of_paper = draft.lines_on_sheet.unwrap_or_default();
    let entered = draft.revision.lines.len().saturating_sub(draft.not_on_sheet.len());
    left + of_paper.saturating_sub(count(entered))
}

fn lines(
    draft: &PlanDraft,
    problems: &[PlacedProblem],
    present: Option<&Revision>,
    from: impl Fn(&LineId) -> Option<LineFrom>,
) -> Vec<DraftLine> {
    let revision = &draft.revision;
    let lines = revision.lines.iter().map(|line| {
        let is_here = |place: &DraftPlace| draft::line_of(place) == Some(&line.id);
        let is_open = |open: &OpenQuestion| is_here(&open.place);
        let is_wrong = |problem: &PlacedProblem| is_here(&problem.place);
        let before = present.and_then(|present| present.line(&line.id));
        let beside_present = match before {
            Some(before) if before == line => BesidePresent::Kept,
            Some(_) => BesidePresent::Changed,
            None => BesidePresent::New,
        };
        let is_kept = beside_present == BesidePresent::Kept;
        let waits_for = draft::waits_for(draft, line);
        DraftLine {
            line: line.id.clone(),
            told: plan::told_line(line, revision),
            from: before.and_then(|_| from(&line.id)),
            read_back: draft.read_back.contains(&line.id),
            complete: !draft.open.iter().any(is_open)
                && !problems.iter().any(is_wrong)
                && waits_for.is_empty(),
            waits_for,
            beside_present,
            may_follow: draft::may_follow(line),
            not_read: if is_kept { Vec::new() } else { draft::words_not_read(line, revision) },
        }
    });
    lines.collect()
}

/// The lines of the present plan that the draft has not got any more.
fn removed(revision: &Revision, present: Option<&Revision>) -> Vec<LineRemoved> {
    let lines =
        present.filter(|present| present.plan == revision.plan).map(|present| &present.lines);
    let gone = lines.into_iter().flatten().filter(|line| revision.line(&line.id).is_none());
    gone.map(|line| LineRemoved { line: line.id.clone(), title: line.title.clone() }).collect()
}

/// The usual times of the rounds whose time nobody has said yet.
fn usual_times(draft: &PlanDraft) -> Vec<UsualTime> {
    let rounds = (1..).zip(&draft.revision.rounds).filter(|(number, _)| {
        let place = DraftPlace::Rule { rule: RuleKind::Round, number: *number };
        draft.open.contains(&OpenQuestion { place, asked: draft::Asked::Time })
    });
    let usual = rounds.filter_map(|(_, round)| {
        let at = draft::usual_time(&round.title)?;
        Some(UsualTime { round: round.id.clone(), at })
    });
    usual.collect()
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
