//! What is right about a draft: what the reader of plan files says about it, place by place.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::edit::leave_out;
use super::{Asked, DraftPlace, OpenQuestion, PlanDraft, RuleKind, without_dates};
use crate::catalogue::Catalogue;
use crate::error::{Place, Problem, ProblemCode};
use crate::ids::{ClearanceId, LineId};
use crate::plan::{PlanFile, Revision, Stage, StageBegins, write};
use crate::time::{Day, Stretch};

/// What is right about a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftCheck {
    /// What keeps it from being taken in, place by place; open questions apart.
    pub problems: Vec<PlacedProblem>,
    /// What somebody should look at although nothing is wrong.
    pub remarks: Vec<PlacedProblem>,
    /// The days of what counts by days, where they are known.
    pub days: Vec<PlaceDays>,
}

/// Something that is wrong with a draft, or that somebody should look at, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlacedProblem {
    /// Where.
    pub place: DraftPlace,
    /// The key of the plan file that it is about, such as `until`; `None` when it is the place as a whole.
    pub key: Option<String>,
    /// What.
    pub problem: Problem,
}

/// The days of a place of a draft, whichever way the sheet counts them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceDays {
    /// The place.
    pub place: DraftPlace,
    /// Its first day.
    pub from: Option<Day>,
    /// The first day after it.
    pub until: Option<Day>,
}

/// What the reader of plan files says about `draft`, and where it says so.
#[must_use]
pub fn checked(draft: &PlanDraft, catalogue: &Catalogue) -> DraftCheck {
    let text = write(&draft.revision);
    let file = PlanFile::open(text.as_bytes(), NAME, catalogue);
    let places = Places::of(&text, &draft.revision);
    let placed = |problems: Vec<Problem>| -> Vec<PlacedProblem> {
        let placed = problems.into_iter().map(|problem| places.placed(problem));
        placed.filter(|placed| !is_asked_already(placed, draft)).collect()
    };
    DraftCheck {
        problems: placed(file.problems),
        remarks: placed(file.remarks),
        days: if without_dates(draft) { Vec::new() } else { days_of(&draft.revision) },
    }
}

/// What a draft is called in a problem.
const NAME: &str = "draft";

/// Where each line of a written plan stands in the draft.
struct Places<'a>(Vec<(DraftPlace, &'a str)>);

impl<'a> Places<'a> {
    /// The writer puts each heading and each value on a line of its own, in the order of the revision.
    fn of(text: &'a str, revision: &Revision) -> Self {
        let mut place = DraftPlace::Sheet;
        let mut counted = [0_u16; HEADINGS.len()];
        let mut line: Option<LineId> = None;
        let mut stages = 0;
        let mut places = Vec::new();
        for row in text.lines() {
            let heading = row.starts_with('[').then(|| row.trim_matches(['[', ']']));
            match heading {
                Some("line") => {
                    let before = line.as_ref();
                    let at = before.and_then(|id| revision.lines.iter().position(|l| l.id == *id));
                    let next = revision.lines.get(at.map_or(0, |at| at + 1));
                    line = next.map(|line| line.id.clone());
                    stages = 0;
                    place = line.clone().map_or(DraftPlace::Sheet, DraftPlace::Line);
                }
                Some("line.stage") => {
                    stages += 1;
                    place = line.clone().map_or(DraftPlace::Sheet, |line| DraftPlace::Stage {
                        line,
                        number: stages,
                    });
                }
                Some("line.growth") => {
                    place = line.clone().map_or(DraftPlace::Sheet, DraftPlace::Growth);
                }
                Some(heading) => {
                    let known = HEADINGS.iter().position(|(known, _)| *known == heading);
                    place = known.map_or(DraftPlace::Sheet, |at| {
                        counted[at] += 1;
                        DraftPlace::Rule { rule: HEADINGS[at].1, number: counted[at] }
                    });
                }
                None => {}
            }
            let key = row.split_once(" = ").map_or("", |(key, _)| key);
            places.push((place.clone(), if heading.is_some() { "" } else { key }));
        }
        Self(places)
    }

    fn placed(&self, problem: Problem) -> PlacedProblem {
        let row = problem.place.map_or(0, |Place { line, .. }| line.saturating_sub(1));
        let found = usize::try_from(row).ok().and_then(|row| self.0.get(row));
        let (place, key) = found.cloned().unwrap_or((DraftPlace::Sheet, ""));
        // A key that is missing stands nowhere; the problem names it.
        let named = || problem.args.get("key").cloned();
        let key = if key.is_empty() { named() } else { Some(key.to_owned()) };
        PlacedProblem { place, key, problem }
    }
}

/// The headings that the writer has for what stands beside the lines.
const HEADINGS: [(&str, RuleKind); 15] = [
    ("day_type", RuleKind::DayType),
    ("clearance", RuleKind::Clearance),
    ("appointment", RuleKind::Appointment),
    ("phase", RuleKind::Phase),
    ("programme", RuleKind::Programme),
    ("missed_dose", RuleKind::MissedDose),
    ("round", RuleKind::Round),
    ("precaution", RuleKind::Limit),
    ("pain", RuleKind::Pain),
    ("pain.rule", RuleKind::PainRule),
    ("bad_day", RuleKind::BadDay),
    ("day_off", RuleKind::DayOff),
    ("re_entry", RuleKind::ReEntry),
    ("note", RuleKind::Note),
    ("contact", RuleKind::Contact),
];

/// Whether a question that is open asks for what the reader misses there: it is not said twice.
fn is_asked_already(placed: &PlacedProblem, draft: &PlanDraft) -> bool {
    let hangs_on_days = matches!(
        placed.problem.code,
        ProblemCode::EndsBeforeItStarts
            | ProblemCode::NeverDue
            | ProblemCode::EarlierThanUsual
            | ProblemCode::StagesOverlap
    );
    if hangs_on_days && without_dates(draft) {
        return true;
    }
    // Contacts are read together: one without its number makes all of them unknown to the rules.
    let names_contact = placed.problem.code == ProblemCode::UnknownName
        && placed.problem.args.get("kind").is_some_and(|kind| kind == "contact");
    draft.open.iter().any(|open| {
        let is_here = open.place == placed.place && asks_for(open.asked, placed);
        is_here || (names_contact && open.asked == Asked::Number)
    })
}

fn asks_for(asked: Asked, placed: &PlacedProblem) -> bool {
    let keys: &[&str] = match asked {
        Asked::Title => &["title"],
        Asked::SurgeryDate => &["date"],
        Asked::Exercise => &["exercise", "title"],
        Asked::WhichDays | Asked::HowOften => &["days", "times_a_day", "rounds"],
        Asked::CountingFrom => &["counting_from"],
        Asked::BetweenHours => &["every_hours"],
        Asked::Grows => &["key"],
        Asked::GrowsBy => &["by"],
        Asked::GrowsEvery => &["every_days"],
        Asked::GrowsMost => &["at_most"],
        Asked::Time => &["at", "routine"],
        Asked::Number => &["number"],
        Asked::WhichDay | Asked::Day => &["from", "from_day", "until", "until_day", "date"],
        _ => &[],
    };
    let code = placed.problem.code;
    let is_asked = match asked {
        Asked::Dose => code == ProblemCode::DoseMissing,
        Asked::Until => code == ProblemCode::LimitWithoutEnd,
        Asked::BetweenHours => code == ProblemCode::AwakeMissing,
        Asked::Exercise => matches!(
            code,
            ProblemCode::EarlierThanUsual
                | ProblemCode::ClearanceIsUsual
                | ProblemCode::LimitTouchesLine
        ),
        _ => false,
    };
    is_asked || placed.key.as_deref().is_some_and(|key| keys.contains(&key))
}

/// The days of what counts by days.
fn days_of(revision: &Revision) -> Vec<PlaceDays> {
    let anchors = revision.anchors();
    let is_known = |stretch: &Stretch| {
        anchors.weeks_counted.is_some() || !matches!(stretch, Stretch::Weeks { .. })
    };
    let mut days = Vec::new();
    let mut add = |place, from: Option<Day>, until: Option<Day>| {
        if from.is_some() || until.is_some() {
            days.push(PlaceDays { place, from, until });
        }
    };
    for line in &revision.lines {
        let stretch = Some(line.stretch).filter(is_known);
        let from = stretch.and_then(|stretch| stretch.first_day(&anchors));
        add(
            DraftPlace::Line(line.id.clone()),
            from,
            stretch.and_then(|stretch| stretch.day_after(&anchors)),
        );
        for (number, stage) in (1..).zip(&line.stages) {
            let place = DraftPlace::Stage { line: line.id.clone(), number };
            let until = stage.until.map(|until| until.resolve(&anchors));
            let counts_weeks = matches!(stage.begins, StageBegins::InWeek(_));
            let from = if counts_weeks && anchors.weeks_counted.is_none() {
                None
            } else {
                stage.begins.first_day(&anchors)
            };
            add(place, from, until);
        }
        let grows = line.growth.map(|growth| growth.from.resolve(&anchors));
        add(DraftPlace::Growth(line.id.clone()), grows, None);
    }
    for (number, phase) in (1..).zip(&revision.phases) {
        let stretch = Some(phase.stretch).filter(is_known);
        let from = stretch.and_then(|stretch| stretch.first_day(&anchors));
        let until = stretch.and_then(|stretch| stretch.day_after(&anchors));
        add(DraftPlace::Rule { rule: RuleKind::Phase, number }, from, until);
    }
    for (number, limit) in (1..).zip(&revision.precautions) {
        let place = DraftPlace::Rule { rule: RuleKind::Limit, number };
        add(place, None, revision.limit_until(limit));
    }
    days
}

/// The plan that would be taken in: of `draft` the lines `chosen`, all of them when `None`. `in_force` is what
/// holds now.
///
/// # Errors
/// What keeps it from being taken in: what was not answered, what was not read back, and a line in force that
/// the draft still has and that was not chosen, because a plan loses no line by silence.
pub fn ready(
    draft: &PlanDraft,
    chosen: Option<&[LineId]>,
    in_force: Option<&Revision>,
) -> Result<Revision, Vec<Problem>> {
    let is_chosen = |id: &LineId| chosen.is_none_or(|chosen| chosen.contains(id));
    let mut problems = Vec::new();
    for open in draft.open.iter().filter(|open| line_of(&open.place).is_none_or(is_chosen)) {
        problems.push(not_answered(open, &draft.revision));
    }
    let present = in_force.filter(|present| present.plan == draft.revision.plan);
    for line in &draft.revision.lines {
        let is_read = line.off || draft.read_back.contains(&line.id);
        let is_in_force = || present.is_some_and(|present| present.line(&line.id).is_some());
        let is_missing = if is_chosen(&line.id) { !is_read } else { is_in_force() };
        if is_missing {
            let label = label(&line.title, &line.as_written);
            problems.push(Problem::new(ProblemCode::NotReadBack, NAME).with("line", label));
        }
    }
    for id in chosen.unwrap_or_default() {
        if draft.revision.line(id).is_none() {
            let problem = Problem::new(ProblemCode::UnknownName, NAME);
            problems.push(problem.with("found", id).with("kind", "line"));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let lines = draft.revision.lines.iter().map(|line| line.id.clone());
    let left_out: Vec<LineId> = lines.filter(|id| !is_chosen(id)).collect();
    let mut part = draft.clone();
    let waited_for = waits(&part.revision);
    leave_out(&mut part, &left_out);
    // An OK that only lines wait for which were left out goes with them.
    let still_waited_for = waits(&part.revision);
    part.revision.clearances.retain(|clearance| {
        !waited_for.contains(&clearance.id) || still_waited_for.contains(&clearance.id)
    });
    Ok(part.revision)
}

/// The OKs that something in the plan waits for.
fn waits(revision: &Revision) -> BTreeSet<ClearanceId> {
    let of_stage = |stage: &Stage| match &stage.begins {
        StageBegins::WithClearance { clearance, .. } => Some(clearance.clone()),
        _ => None,
    };
    let lines = revision.lines.iter();
    let of_lines = lines
        .flat_map(|line| line.stages.iter().filter_map(of_stage).chain(line.clearance.clone()));
    let of_phases = revision.phases.iter().filter_map(|phase| phase.clearance.clone());
    let of_limits = revision.precautions.iter().filter_map(|limit| limit.until.clearance.clone());
    of_lines.chain(of_phases).chain(of_limits).collect()
}

/// The line that a place belongs to; `None` for what stands beside the lines.
#[must_use]
pub fn line_of(place: &DraftPlace) -> Option<&LineId> {
    match place {
        DraftPlace::Line(line) | DraftPlace::Stage { line, .. } | DraftPlace::Growth(line) => {
            Some(line)
        }
        DraftPlace::Sheet | DraftPlace::Rule { .. } => None,
    }
}

fn not_answered(open: &OpenQuestion, revision: &Revision) -> Problem {
    let line = line_of(&open.place).and_then(|id| revision.line(id));
    let name = line.map(|line| label(&line.title, &line.as_written));
    Problem::new(ProblemCode::NotAnswered, NAME).with("line", name.unwrap_or("none"))
}

/// What a line is called in a sentence.
fn label<'a>(title: &'a str, as_written: &'a str) -> &'a str {
    if title.is_empty() { as_written } else { title }
}
