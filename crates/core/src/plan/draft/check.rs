//! What is right about a draft: what the reader of plan files says about it, place by place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Asked, DraftPlace, PlanDraft, RuleKind, weeks, without_dates};
use crate::catalogue::Catalogue;
use crate::error::{Place, Problem, ProblemCode};
use crate::ids::LineId;
use crate::plan::{PlanFile, Revision, StageBegins, write};
use crate::time::{Anchors, Day, Stretch, WeeksCounted};

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
    /// Where it begins with a week: the day on which that week begins where the first seven days are week 1, and
    /// where it is counted by whole weeks that have passed.
    pub week_begins: Option<[Day; 2]>,
    /// The last week of a stage that begins and ends with one.
    pub last_week: Option<u16>,
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
        days: days_of(draft),
    }
}

/// What a draft is called in a problem.
pub(super) const NAME: &str = "draft";

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

/// The days of what counts by days. As long as nobody has said from which days the sheet counts, only the weeks.
fn days_of(draft: &PlanDraft) -> Vec<PlaceDays> {
    let revision = &draft.revision;
    let anchors = revision.anchors();
    let is_dated = !without_dates(draft);
    let is_known = |stretch: &Stretch| {
        anchors.weeks_counted.is_some() || !matches!(stretch, Stretch::Weeks { .. })
    };
    let begins = |week: u16, counted| {
        let anchors = Anchors { weeks_counted: Some(counted), ..anchors };
        Stretch::Weeks { first: week, last: None }.first_day(&anchors)
    };
    let mut days = Vec::new();
    let mut add = |place, from: Option<Day>, until: Option<Day>, last_week: Option<u16>| {
        let week = weeks::first_week(revision, &place).filter(|_| is_dated);
        let week_begins = week.and_then(|week| {
            let both = [WeeksCounted::FromOne, WeeksCounted::Completed];
            let [one, completed] = both.map(|counted| begins(week, counted));
            Some([one?, completed?])
        });
        let (from, until) = (from.filter(|_| is_dated), until.filter(|_| is_dated));
        if from.or(until).is_some() || week_begins.is_some() || last_week.is_some() {
            days.push(PlaceDays { place, from, until, week_begins, last_week });
        }
    };
    for line in &revision.lines {
        let stretch = Some(line.stretch).filter(is_known);
        let from = stretch.and_then(|stretch| stretch.first_day(&anchors));
        let until = stretch.and_then(|stretch| stretch.day_after(&anchors));
        add(DraftPlace::Line(line.id.clone()), from, until, None);
        for (number, stage) in (1..).zip(&line.stages) {
            let place = DraftPlace::Stage { line: line.id.clone(), number };
            let last_week =
                weeks::last_week(&line.id, stage, anchors.weeks_counted, &draft.weeks_said);
            let is_unknown = |by_week| by_week && anchors.weeks_counted.is_none();
            let until = stage.until.filter(|_| !is_unknown(last_week.is_some()));
            let from = if is_unknown(matches!(stage.begins, StageBegins::InWeek(_))) {
                None
            } else {
                stage.begins.first_day(&anchors)
            };
            add(place, from, until.map(|until| until.resolve(&anchors)), last_week);
        }
        let grows = line.growth.map(|growth| growth.from.resolve(&anchors));
        add(DraftPlace::Growth(line.id.clone()), grows, None, None);
    }
    for (number, phase) in (1..).zip(&revision.phases) {
        let stretch = Some(phase.stretch).filter(is_known);
        let from = stretch.and_then(|stretch| stretch.first_day(&anchors));
        let until = stretch.and_then(|stretch| stretch.day_after(&anchors));
        add(DraftPlace::Rule { rule: RuleKind::Phase, number }, from, until, None);
    }
    for (number, limit) in (1..).zip(&revision.precautions) {
        let place = DraftPlace::Rule { rule: RuleKind::Limit, number };
        add(place, None, revision.limit_until(limit), None);
    }
    days
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
