//! Which stage of a line holds, what the next one waits for, and what is announced.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::asked::WaitsFor;
use super::phases::{phase_on, spans};
use super::waits::{cleared_since, is_cleared, is_the_same};
use crate::ids::LineId;
use crate::plan::{LineOnDay, Prescription, Revision, Stage, StageBegins, Steps};
use crate::time::{Day, WallTime};

/// From when on the next day's step is announced.
const EVENING: WallTime = WallTime::from_minutes_const(17 * 60);

/// A step that begins on the next day, or that began on this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextStep {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's words for the step.
    pub as_written: String,
    /// The stage, from 1.
    pub stage: u16,
    /// The day on which it begins.
    pub begins: Day,
}

/// A line whose last stage was written up to a day that has passed. The stage stays until somebody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WrittenUpTo {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The last day that the sheet names.
    pub last: Day,
}

/// The steps of a line as they were taken: its phase may be late, and the person may have stayed.
struct Taken<'a> {
    situation: &'a Situation<'a>,
    revision: &'a Revision,
    line: &'a Prescription,
    day: Day,
    /// How many days late the line's phase is.
    late: i32,
}

/// What `line` says on `day`. In a phase that goes on beyond its last day, because the next one waits, dated
/// steps stop at that day; in one that began late they come as much later.
pub(super) fn line_on<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> LineOnDay<'a> {
    let taken =
        Taken { situation, revision, line, day, late: late(situation, revision, line, day) };
    let phase = line.phase.as_ref().and_then(|id| revision.phases.iter().find(|p| p.id == *id));
    let last = phase.and_then(|phase| phase.stretch.day_after(&revision.anchors()));
    let step_day = day.plus(-taken.late);
    let step_day = last.map_or(step_day, |end| step_day.min(end.plus(-1)));
    let has_begun = |number: u16, begins: &StageBegins| taken.has_begun(number, begins);
    // What would have grown in a pause has not: afterwards it is the same dose as before.
    let may_grow = |date: Day| !taken.is_paused(date.plus(taken.late));
    revision.line_on_when(line, step_day, Steps { has_begun: &has_begun, may_grow: &may_grow })
}

fn late(situation: &Situation<'_>, revision: &Revision, line: &Prescription, day: Day) -> i32 {
    let now = line.phase.as_ref().and_then(|_| phase_on(situation, revision, day));
    now.filter(|now| Some(&now.phase.id) == line.phase.as_ref()).map_or(0, |now| now.late)
}

impl Taken<'_> {
    fn is_paused(&self, day: Day) -> bool {
        self.situation.plan_facts.pause_on(day).is_some()
    }

    /// What the person said last of stage `number` by the day: whether they go to it.
    fn word(&self, number: u16) -> Option<bool> {
        let key = (self.revision.plan.clone(), self.line.id.clone(), number);
        // The same stage after the same stages: one that was put before it would be skipped.
        let of = |revision: &Revision| {
            let line = revision.line(&self.line.id)?;
            Some(line.stages.get(..usize::from(number))?.to_vec())
        };
        let said = self.situation.plan_facts.stages.get(&key)?.iter().rev();
        let mut said = said.filter(|said| {
            said.day <= self.day && is_the_same(self.situation, self.revision, said.revision, of)
        });
        said.next().map(|said| said.goes_on)
    }

    /// The day on which a stage begins without a word of the person; `None` while that is not known.
    fn begins_on(&self, begins: &StageBegins) -> Option<Day> {
        let first = begins.first_day(&self.revision.anchors()).map(|day| day.plus(self.late));
        match begins {
            StageBegins::On(_) | StageBegins::InWeek(_) => first,
            StageBegins::AfterDoneDays(days) => {
                let done = self.days_done();
                let last = done.into_iter().nth(usize::from(*days).saturating_sub(1))?;
                Some(last.plus(1))
            }
            StageBegins::WithClearance { clearance, .. } => {
                let since = cleared_since(self.situation, self.revision, clearance, self.day)?;
                Some(first.map_or(since, |first| first.max(since)))
            }
            StageBegins::WhenAgreed => None,
        }
    }

    fn days_done(&self) -> std::collections::BTreeSet<Day> {
        self.situation.standing.days_done(&self.revision.plan, &self.line.id)
    }

    /// Whether stage `number` has begun: by itself, unless its day lay in a pause, or by the person's word.
    fn has_begun(&self, number: u16, begins: &StageBegins) -> bool {
        if self.lacks_ok(begins) {
            return false;
        }
        match self.word(number) {
            Some(goes_on) => goes_on,
            None => {
                let first = self.begins_on(begins);
                first.is_some_and(|first| first <= self.day && !self.is_paused(first))
            }
        }
    }

    fn lacks_ok(&self, begins: &StageBegins) -> bool {
        let StageBegins::WithClearance { clearance, .. } = begins else { return false };
        !is_cleared(self.situation, self.revision, clearance, self.day)
    }

    /// What a stage that has not begun waits for; `None` for one that comes by its day. The person is asked about
    /// the very next one alone.
    fn waits_for(&self, number: u16, stage: &Stage, is_next: bool) -> Option<Waits> {
        if let StageBegins::WithClearance { clearance, .. } = &stage.begins
            && self.lacks_ok(&stage.begins)
        {
            return Some(Waits(Some(WaitsFor::TeamsOk(clearance.clone()))));
        }
        let first = self.begins_on(&stage.begins);
        let has_come = first.is_some_and(|first| first <= self.day);
        let is_asked = match stage.begins {
            StageBegins::WhenAgreed => true,
            // They stayed as they were, or its day lay in a pause.
            _ => has_come && !self.has_begun(number, &stage.begins),
        };
        if is_asked {
            return Some(Waits(is_next.then_some(WaitsFor::PersonsYes { stage: number })));
        }
        let StageBegins::AfterDoneDays(asked) = stage.begins else { return None };
        let done = self.days_done().into_iter().filter(|day| *day <= self.day).count();
        let done = u16::try_from(done).unwrap_or(u16::MAX);
        (done < asked).then_some(Waits(Some(WaitsFor::DoneDays { asked, done })))
    }
}

/// What a stage waits for; nothing that can be said now, where it is not the next one.
struct Waits(Option<WaitsFor>);

/// The stages of `line` after the present one that do not come by their day alone, in their order.
pub(super) fn stages_that_wait<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> Vec<(&'a Stage, Option<WaitsFor>)> {
    if line.stages.is_empty() {
        return Vec::new();
    }
    let taken =
        Taken { situation, revision, line, day, late: late(situation, revision, line, day) };
    let next = number_of(situation, revision, line, day) + 1;
    let later = (1..).zip(&line.stages).skip_while(|(number, _)| *number < next);
    let waiting = later.filter_map(|(number, stage)| {
        Some((stage, taken.waits_for(number, stage, number == next)?.0))
    });
    waiting.collect()
}

/// The stage that the person may go to on `day`, from 1; `None` where none waits for their word.
#[must_use]
pub fn offered_stage(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<u16> {
    let waiting = stages_that_wait(situation, revision, line, day).into_iter();
    waiting.filter_map(|(_, waits)| waits).find_map(|waits| match waits {
        WaitsFor::PersonsYes { stage } => Some(stage),
        WaitsFor::TeamsOk(_) | WaitsFor::DoneDays { .. } => None,
    })
}

/// The number of the stage of `line` that holds on `day`, from 1; 0 before the first.
fn number_of(situation: &Situation<'_>, revision: &Revision, line: &Prescription, day: Day) -> u16 {
    let present = line_on(situation, revision, line, day).stage;
    let at = present.and_then(|now| line.stages.iter().position(|stage| std::ptr::eq(stage, now)));
    at.map_or(0, |at| u16::try_from(at + 1).unwrap_or(u16::MAX))
}

/// The step of `line` that comes by itself on the day after `day`, or that came on `day`, and at which the person
/// may stay as they are instead.
#[must_use]
pub fn next_step(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<NextStep> {
    let is_asked = |day| {
        spans(situation, revision, line, day)
            && line.clearance.as_ref().is_none_or(|ok| is_cleared(situation, revision, ok, day))
            && situation.plan_facts.pause_on(day).is_none()
    };
    if line.off || line.stages.is_empty() {
        return None;
    }
    let begins_on = |first: Day| {
        let before = first.plus(-1);
        if !is_asked(first) || !spans(situation, revision, line, before) {
            return None;
        }
        let number = number_of(situation, revision, line, first);
        let stage = line.stages.get(usize::from(number).checked_sub(1)?)?;
        let late = late(situation, revision, line, first);
        let was_said = Taken { situation, revision, line, day: first, late }.word(number).is_some();
        let is_new = number > number_of(situation, revision, line, before);
        (is_new && !was_said).then_some((number, stage, first))
    };
    let (number, stage, begins) = begins_on(day).or_else(|| begins_on(day.plus(1)))?;
    Some(NextStep {
        line: line.id.clone(),
        title: line.title.clone(),
        sheet_no: line.sheet_no.clone(),
        as_written: stage.as_written.as_ref().unwrap_or(&line.as_written).clone(),
        stage: number,
        begins,
    })
}

/// Which of `lines` go on at their last stage on `day`, beyond the day up to which the sheet was written.
pub(super) fn written_up_to<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    lines: impl Iterator<Item = &'a Prescription>,
    day: Day,
) -> Vec<WrittenUpTo> {
    let is_over = |line: &Prescription| {
        let until = line.stages.last()?.until?.resolve(&revision.anchors());
        let is_last = usize::from(number_of(situation, revision, line, day)) == line.stages.len();
        // In a phase that began late the days of its stages come as much later.
        let until = until.plus(late(situation, revision, line, day));
        let (id, title) = (line.id.clone(), line.title.clone());
        (is_last && until <= day).then(|| WrittenUpTo { line: id, title, last: until.plus(-1) })
    };
    lines.filter_map(is_over).collect()
}

/// The steps that `day` announces: those that began on it, and from the evening on those of the day after.
pub(super) fn next_steps(
    situation: &Situation<'_>,
    revision: &Revision,
    day: Day,
) -> Vec<NextStep> {
    if situation.today() != Some(day) {
        return Vec::new();
    }
    let starts = revision.day_start_on(day);
    let now = situation.zone().wall_time(situation.now).minutes_into_day(starts);
    let is_evening = now >= EVENING.minutes_into_day(starts);
    let steps = revision.lines.iter().filter_map(|line| next_step(situation, revision, line, day));
    steps.filter(|step| is_evening || step.begins <= day).collect()
}
