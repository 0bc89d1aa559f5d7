//! Changes to a draft that carry a rule.

use super::{
    Asked, DraftEdit, DraftPlace, OpenQuestion, PlanDraft, RuleKind, hangs, often, rules,
    rules_to_read_back, suggest, take, ticks, weeks,
};
use crate::catalogue::{Catalogue, Exercise, Sided};
use crate::ids::{ExerciseId, LineId};
use crate::plan::{
    Bouts, DayPattern, Dose, Frequency, Prescription, Revision, Side, Stage, StageBegins,
};
use crate::time::{DayRef, Stretch};

/// What is asked of a new line.
const OF_A_LINE: [Asked; 5] =
    [Asked::Exercise, Asked::Dose, Asked::Side, Asked::WhichDays, Asked::HowOften];

/// `draft` after `edit`, and the place that it made or changed; `None` where the draft has no such place.
#[must_use]
pub fn edited(
    draft: &PlanDraft,
    edit: &DraftEdit,
    catalogue: &Catalogue,
) -> Option<(PlanDraft, DraftPlace)> {
    let mut new = draft.clone();
    let place = match edit {
        DraftEdit::AddLine { as_written, sheet_no, after } => {
            add_line(&mut new, as_written, sheet_no.clone(), after.as_ref())?
        }
        DraftEdit::CopyLine { line } => copy_line(&mut new, line)?,
        DraftEdit::AddStage { line, as_written } => add_stage(&mut new, line, as_written.clone())?,
        DraftEdit::AddGrowth { line } => hangs::add_growth(&mut new, line)?,
        // These need what is beside the draft: the days, or the present plan.
        DraftEdit::FromNowOn { .. } | DraftEdit::PutBack { .. } => return None,
        DraftEdit::SetThen { place, then } => {
            hangs::set_then(&mut new, place, *then)?;
            place.clone()
        }
        DraftEdit::SetPart { percent } => hangs::set_part(&mut new, *percent)?,
        DraftEdit::SetExercise { line, exercise } => {
            set_exercise(&mut new, line, catalogue.get(exercise)?)?
        }
        DraftEdit::OwnExercise { line, title, instructions } => {
            own_exercise(&mut new, line, title, instructions, catalogue)?
        }
        DraftEdit::Take { place, parts } => {
            for part in parts {
                take::take(&mut new, place, part, catalogue)?;
            }
            place.clone()
        }
        DraftEdit::SetOften { place, said } => {
            often::say(&mut new, place, said, catalogue)?;
            place.clone()
        }
        DraftEdit::CountWeeks { counted } => {
            weeks::count(&mut new, *counted);
            DraftPlace::Sheet
        }
        DraftEdit::StageWeeks { place, first, last } => {
            weeks::set(&mut new, place, *first, *last)?;
            place.clone()
        }
        DraftEdit::AddRule { rule, as_written } => rules::add(&mut new, *rule, as_written),
        DraftEdit::Remove { place } => {
            rules::remove(&mut new, place)?;
            place.clone()
        }
        DraftEdit::Move { place, to } => rules::move_to(&mut new, place, *to)?,
        DraftEdit::Answered { place, asked } => {
            new.is_asked(place, *asked).then_some(())?;
            new.close(place, *asked);
            place.clone()
        }
        DraftEdit::ReadBack { line, is_right } => {
            let waits = ticks::waits_for(&new, new.revision.line(line)?);
            (waits.is_empty() || !is_right).then_some(())?;
            new.read_back.retain(|read| read != line);
            if *is_right {
                new.read_back.push(line.clone());
            }
            new.touched = true;
            return Some((new, DraftPlace::Line(line.clone())));
        }
        DraftEdit::RuleReadBack { rule, is_right } => {
            new.rules_read_back.retain(|read| read != rule);
            if *is_right {
                rules_to_read_back(&new.revision).contains(rule).then_some(())?;
                new.rules_read_back.push(rule.clone());
            }
            DraftPlace::Sheet
        }
    };
    new.touched = true;
    new.keep_read_back(draft);
    Some((new, place))
}

/// What is kept of `sent`, which a screen made of `former`. What only [`edited`] may say stays as it was, and a
/// line that is not as it was read back leaves the list.
#[must_use]
pub fn saved(former: Option<&PlanDraft>, sent: PlanDraft) -> PlanDraft {
    let Some(former) = former else {
        let (read_back, rules_read_back) = (Vec::new(), Vec::new());
        return PlanDraft { read_back, rules_read_back, touched: true, ..sent };
    };
    let touched = former.touched || *former != sent;
    let mut kept = PlanDraft {
        began_from: former.began_from.clone(),
        taken_in: former.taken_in.clone(),
        touched,
        ..sent
    };
    kept.read_back.retain(|id| former.read_back.contains(id));
    kept.rules_read_back.retain(|rule| former.rules_read_back.contains(rule));
    kept.keep_read_back(former);
    kept
}

impl PlanDraft {
    /// Asks `asked` at `place`, if it is not asked there already.
    pub(crate) fn ask(&mut self, place: &DraftPlace, asked: Asked) {
        if !self.is_asked(place, asked) {
            self.open.push(OpenQuestion { place: place.clone(), asked });
        }
    }

    /// Whether `asked` is open at `place`.
    pub(crate) fn is_asked(&self, place: &DraftPlace, asked: Asked) -> bool {
        self.open.iter().any(|open| open.place == *place && open.asked == asked)
    }

    /// Asks `asked` at `place` no more.
    pub(crate) fn close(&mut self, place: &DraftPlace, asked: Asked) {
        self.open.retain(|open| open.place != *place || open.asked != asked);
    }

    /// The line `id`, to be changed.
    pub(crate) fn line_mut(&mut self, id: &LineId) -> Option<&mut Prescription> {
        self.revision.lines.iter_mut().find(|line| line.id == *id)
    }

    /// The stage at `place`, to be changed.
    pub(super) fn stage_mut(&mut self, place: &DraftPlace) -> Option<&mut Stage> {
        let DraftPlace::Stage { line, number } = place else { return None };
        let at = usize::from(*number).checked_sub(1)?;
        self.line_mut(line)?.stages.get_mut(at)
    }
}

fn add_line(
    draft: &mut PlanDraft,
    as_written: &str,
    sheet_no: Option<String>,
    after: Option<&LineId>,
) -> Option<DraftPlace> {
    let lines = &draft.revision.lines;
    let at = match after {
        None => by_number(lines, sheet_no.as_deref()),
        Some(after) => lines.iter().position(|line| line.id == *after)? + 1,
    };
    let id = line_name(&suggest::name_in(as_written), &draft.revision);
    let line = Prescription {
        id: id.clone(),
        sheet_no,
        as_written: as_written.to_owned(),
        source: None,
        off: false,
        exercise: ExerciseId::made_of("", NOT_CHOSEN, |_| false),
        title: String::new(),
        flags: Vec::new(),
        tempo: None,
        instructions: Vec::new(),
        safety_question: None,
        dose: Dose::default(),
        side: Side::Both,
        frequency: no_frequency(),
        phase: None,
        stretch: Stretch::default(),
        clearance: None,
        stages: Vec::new(),
        growth: None,
    };
    draft.revision.lines.insert(at, line);
    let place = DraftPlace::Line(id);
    for asked in OF_A_LINE {
        draft.ask(&place, asked);
    }
    Some(place)
}

/// Where a new line stands: in the paper's order where its number says so, else last. A number that is there already
/// belongs to another sheet, or was typed wrong: nothing is known of its place then.
fn by_number(lines: &[Prescription], sheet_no: Option<&str>) -> usize {
    let number = |text: &str| text.trim().parse::<u16>().ok();
    let of_line = |line: &Prescription| line.sheet_no.as_deref().and_then(number);
    let Some(new) = sheet_no.and_then(number) else { return lines.len() };
    if lines.iter().any(|line| of_line(line) == Some(new)) {
        return lines.len();
    }
    let is_later = |line: &Prescription| of_line(line).is_some_and(|number| number > new);
    lines.iter().position(is_later).unwrap_or(lines.len())
}

/// Stands where nobody has chosen an exercise. The line has no title then, which no reader of plans lets pass.
const NOT_CHOSEN: &str = "not-chosen";

/// Stands where nobody has said when and how often.
pub(super) fn no_frequency() -> Frequency {
    let bouts = Bouts::AnyTime { times: 1, most: 1, gap_minutes: None };
    Frequency::Due { days: DayPattern::EveryDay, bouts }
}

fn line_name(title: &str, revision: &Revision) -> LineId {
    LineId::made_of(title, "line", |name| revision.line(name).is_some())
}

fn copy_line(draft: &mut PlanDraft, of: &LineId) -> Option<DraftPlace> {
    let at = draft.revision.lines.iter().position(|line| line.id == *of)?;
    let mut copy = draft.revision.lines[at].clone();
    copy.id = line_name(of.as_str(), &draft.revision);
    let id = copy.id.clone();
    draft.revision.lines.insert(at + 1, copy);
    let asked: Vec<OpenQuestion> = draft
        .open
        .iter()
        .filter_map(|open| {
            let place = match &open.place {
                DraftPlace::Line(line) if line == of => DraftPlace::Line(id.clone()),
                DraftPlace::Growth(line) if line == of => DraftPlace::Growth(id.clone()),
                DraftPlace::Stage { line, number } if line == of => {
                    DraftPlace::Stage { line: id.clone(), number: *number }
                }
                _ => return None,
            };
            Some(OpenQuestion { place, asked: open.asked })
        })
        .collect();
    draft.open.extend(asked);
    // The same exercise under another name is not outside what the sheet says where it hurts.
    let rules = draft.revision.pain.iter_mut().flat_map(|pain| &mut pain.rules);
    for rule in rules.filter(|rule| rule.lines.contains(of)) {
        rule.lines.push(id.clone());
    }
    Some(DraftPlace::Line(id))
}

fn add_stage(draft: &mut PlanDraft, id: &LineId, as_written: Option<String>) -> Option<DraftPlace> {
    let line = draft.line_mut(id)?;
    line.stages.push(Stage {
        as_written,
        begins: no_beginning(),
        until: None,
        dose: Dose::default(),
        side: None,
        frequency: None,
        replaces: Vec::new(),
    });
    let number = u16::try_from(line.stages.len()).ok()?;
    let place = DraftPlace::Stage { line: id.clone(), number };
    draft.ask(&place, Asked::WhichDay);
    Some(place)
}

/// Stands where nobody has said when a stage begins.
pub(super) fn no_beginning() -> StageBegins {
    StageBegins::On(DayRef::AfterStart(0))
}

/// Makes `exercise` that of a line. One with sides asks for them where none is said; a side that was said stays said also
/// for one that the catalogue has without sides.
pub(super) fn set_exercise(
    draft: &mut PlanDraft,
    id: &LineId,
    exercise: &Exercise,
) -> Option<DraftPlace> {
    let place = DraftPlace::Line(id.clone());
    let title = exercise.guidance_in("en")?.title.clone();
    let is_open = draft.is_asked(&place, Asked::Side);
    let line = draft.line_mut(id)?;
    let is_another = line.exercise != exercise.id;
    line.exercise = exercise.id.clone();
    line.title = title;
    line.flags.clone_from(&exercise.flags);
    line.tempo = exercise.tempo;
    line.safety_question = exercise.safety_question;
    if is_another {
        line.instructions.clear();
    }
    let has_no_side = exercise.sided == Sided::No && (is_open || line.side == Side::Both);
    if has_no_side {
        line.side = Side::Both;
    }
    let asks_for_side = is_another && !has_no_side && line.side == Side::Both;
    draft.close(&place, Asked::Exercise);
    if has_no_side {
        draft.close(&place, Asked::Side);
    } else if asks_for_side {
        draft.ask(&place, Asked::Side);
    }
    Some(place)
}

/// An exercise of the physiotherapist's own. Nothing is known of it but what the sheet says.
fn own_exercise(
    draft: &mut PlanDraft,
    id: &LineId,
    title: &str,
    instructions: &[String],
    catalogue: &Catalogue,
) -> Option<DraftPlace> {
    let place = DraftPlace::Line(id.clone());
    // Another line with the same title is the same movement.
    let same = draft.revision.lines.iter().find(|line| {
        line.id != *id && line.title == title && catalogue.get(&line.exercise).is_none()
    });
    let same = same.map(|line| line.exercise.clone());
    let lines = &draft.revision.lines;
    let is_taken = |name: &ExerciseId| {
        let is_another = |line: &Prescription| line.id != *id && line.exercise == *name;
        catalogue.get(name).is_some() || name.as_str() == NOT_CHOSEN || lines.iter().any(is_another)
    };
    let exercise = same.unwrap_or_else(|| ExerciseId::made_of(title, "own-exercise", is_taken));
    let line = draft.line_mut(id)?;
    if line.exercise != exercise {
        line.flags.clear();
        line.tempo = None;
        line.safety_question = None;
    }
    line.exercise = exercise;
    title.clone_into(&mut line.title);
    line.instructions = instructions.to_vec();
    draft.close(&place, Asked::Exercise);
    Some(place)
}

/// Takes `lines` out of `draft`, and what named them.
pub(super) fn leave_out(draft: &mut PlanDraft, lines: &[LineId]) {
    let is_out = |id: &LineId| lines.contains(id);
    let revision = &mut draft.revision;
    revision.lines.retain(|line| !is_out(&line.id));
    for stage in revision.lines.iter_mut().flat_map(|line| &mut line.stages) {
        stage.replaces.retain(|id| !is_out(id));
    }
    if let Some(bad_day) = &mut revision.bad_day {
        bad_day.minimum.retain(|least| !is_out(&least.line));
    }
    for day_off in &mut revision.days_off {
        day_off.except.retain(|id| !is_out(id));
    }
    draft.open.retain(|open| super::line_of(&open.place).is_none_or(|id| !is_out(id)));
    draft.move_typed(|place| {
        super::line_of(place).is_none_or(|id| !is_out(id)).then(|| place.clone())
    });
    draft.not_on_sheet.retain(|id| !is_out(id));
    draft.read_back.retain(|id| !is_out(id));
    draft.taken_in.retain(|id| !is_out(id));
    draft.kept.retain(|id| !is_out(id));
    // A rule about these lines alone would become one about all of them.
    let rules = draft.revision.pain.as_ref().map_or(&[][..], |pain| &pain.rules);
    let only_out = (1_u16..)
        .zip(rules)
        .filter(|(_, rule)| !rule.lines.is_empty() && rule.lines.iter().all(is_out));
    let only_out: Vec<u16> = only_out.map(|(number, _)| number).collect();
    for number in only_out.into_iter().rev() {
        let place = DraftPlace::Rule { rule: RuleKind::PainRule, number };
        rules::remove(draft, &place);
    }
    for rule in draft.revision.pain.iter_mut().flat_map(|pain| &mut pain.rules) {
        rule.lines.retain(|id| !is_out(id));
    }
}
