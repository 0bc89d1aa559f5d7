//! Which stage of a line holds, what the next one waits for, and what is announced.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Situation;
use super::asked::WaitsFor;
use super::climb::{is_kept_back, is_kept_back_if_there};
use super::growth::{Grown, MOST_STEPS};
use super::phases::{late_of, spans};
use super::revisions::days_done;
use super::waits::{cleared_since, is_cleared, is_the_same, replaced_on, stands};
use crate::ids::LineId;
use crate::plan::{
    Frequency, LONGEST_REST, LineOnDay, Prescription, Revision, Stage, StageBegins, Steps,
};
use crate::record::StandingStage;
use crate::time::{Day, WallTime};

/// From when on the next day's step is announced.
const EVENING: WallTime = WallTime::from_minutes_const(17 * 60);

/// A step that begins on the next day, or that began on this one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NextStep {
    /// The line.
    pub line: LineId,
    /// Its title.
    pub title: String,
    /// The number on the sheet.
    pub sheet_no: Option<String>,
    /// The sheet's words for the step.
    pub as_written: String,
    /// The stage, or the step up of a growth, from 1.
    pub stage: u16,
    /// The day on which it begins.
    pub begins: Day,
    /// What the step makes of a dose that grows; `None` for a stage.
    pub grown: Option<Grown>,
}

/// The steps of a line as they were taken: its phase may be late, and the person may have stayed.
pub(super) struct Taken<'a> {
    situation: &'a Situation<'a>,
    pub(super) revision: &'a Revision,
    pub(super) line: &'a Prescription,
    pub(super) day: Day,
    /// How many days late the line's phase is.
    pub(super) late: i32,
}

/// What `line` says on `day`. In a phase that goes on beyond its last day, because the next one waits, dated
/// steps stop at that day; in one that began late they come as much later.
pub(super) fn line_on<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> LineOnDay<'a> {
    let taken = Taken::new(situation, revision, line, day);
    let has_begun = |number: u16, begins: &StageBegins| taken.has_begun(number, begins);
    let steps_up = |_| taken.growth().map_or(0, |growing| growing.taken);
    let steps = Steps { has_begun: &has_begun, steps_up: &steps_up };
    revision.line_on_when(line, taken.step_day(), steps)
}

/// Whether `line` is done when it is needed on `day`, had nothing kept it back when its stages came: whether a stop keeps
/// a line back asks for this.
pub(super) fn is_as_needed(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> bool {
    let is_needed = |frequency: &Frequency| matches!(frequency, Frequency::AsNeeded { .. });
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    let mut ways = staged.map(is_needed);
    let first = is_needed(&line.frequency);
    if ways.all(|way| way == first) {
        return first;
    }
    is_needed(way_unless(situation, revision, line, day, |_| false).frequency)
}

/// In which way `line` is done on `day`, where it is taken to have had its part in all that was said of pain. Whether it had
/// asks whether a stage of another stood in its place, and lines may stand in each other's.
pub(super) fn way_if_there<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> LineOnDay<'a> {
    let is_kept_back = |first| is_kept_back_if_there(situation, revision, line, first);
    way_unless(situation, revision, line, day, is_kept_back)
}

/// In which way `line` is done on `day`, where a stage begins by itself unless its first day `is_kept_back`.
fn way_unless<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
    is_kept_back: impl Fn(Day) -> bool,
) -> LineOnDay<'a> {
    let taken = Taken::new(situation, revision, line, day);
    let has_begun =
        |number: u16, begins: &StageBegins| taken.has_begun_unless(number, begins, &is_kept_back);
    let steps = Steps { has_begun: &has_begun, steps_up: &|_| 0 };
    revision.line_on_when(line, taken.step_day(), steps)
}

impl<'a> Taken<'a> {
    pub(super) fn new(
        situation: &'a Situation<'_>,
        revision: &'a Revision,
        line: &'a Prescription,
        day: Day,
    ) -> Self {
        Self {
            situation,
            revision,
            line,
            day,
            late: late_of(situation, revision, line, day).unwrap_or_default(),
        }
    }

    /// The day for which dated steps are read.
    pub(super) fn step_day(&self) -> Day {
        let mut phases = self.revision.phases.iter();
        let phase = phases.find(|phase| Some(&phase.id) == self.line.phase.as_ref());
        let end = phase.and_then(|phase| phase.stretch.day_after(&self.revision.anchors()));
        let day = self.day.plus(-self.late);
        end.map_or(day, |end| day.min(end.plus(-1)))
    }

    pub(super) fn is_kept_back(&self, day: Day) -> bool {
        is_kept_back(self.situation, self.revision, self.line, day)
    }

    /// What the person said of step `number` by the day, also what was taken back by then: the last first.
    pub(super) fn words(&self, number: u16) -> impl Iterator<Item = &StandingStage> {
        let key = (self.revision.plan.clone(), self.line.id.clone(), number);
        // The same stage after the same stages: one that was put before it would be skipped. A growth is the same
        // while it leads from the same number by the same steps.
        let of = move |revision: &Revision| {
            let line = revision.line(&self.line.id)?;
            let growth = line.growth.map(|growth| (growth, line.dose.number(growth.key)));
            let stages = if growth.is_some() { 0 } else { usize::from(number) };
            Some((growth, line.stages.get(..stages)?.to_vec()))
        };
        let said = self.situation.plan_facts.stages.get(&key).into_iter().flatten().rev();
        said.filter(move |said| {
            said.day <= self.day && is_the_same(self.situation, self.revision, said.revision, of)
        })
    }

    /// What the person said last of step `number` by the day: whether they go to it.
    fn word(&self, number: u16) -> Option<bool> {
        self.words(number).find(|said| said.holds_on(self.day)).map(|said| said.goes_on)
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
        days_done(self.situation, self.revision, &self.line.id)
    }

    /// Whether stage `number` has begun: by itself, unless the line was kept back on its day, or by
    /// the person's word.
    fn has_begun(&self, number: u16, begins: &StageBegins) -> bool {
        self.has_begun_unless(number, begins, |first| self.is_kept_back(first))
    }

    fn has_begun_unless(
        &self,
        number: u16,
        begins: &StageBegins,
        is_kept_back: impl Fn(Day) -> bool,
    ) -> bool {
        if self.lacks_ok(begins) {
            return false;
        }
        self.word(number).unwrap_or_else(|| {
            let first = self.begins_on(begins);
            first.is_some_and(|first| first <= self.day && !is_kept_back(first))
        })
    }

    fn lacks_ok(&self, begins: &StageBegins) -> bool {
        let StageBegins::WithClearance { clearance, .. } = begins else { return false };
        !is_cleared(self.situation, self.revision, clearance, self.day)
    }

    /// What a stage that has not begun waits for; `None` for one that comes by its day. The person is asked about
    /// the very next one alone, and not while the line is kept back.
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
            // They stayed as they were, or the line was kept back on its day.
            _ => has_come && !self.has_begun(number, &stage.begins),
        };
        if is_asked {
            let can_say = is_next && !self.is_kept_back(self.day);
            return Some(Waits(can_say.then_some(WaitsFor::PersonsYes { stage: number })));
        }
        let StageBegins::AfterDoneDays(asked) = stage.begins else { return None };
        let done = self.days_done().into_iter().filter(|day| *day <= self.day).count();
        let done = u16::try_from(done).unwrap_or(u16::MAX);
        (done < asked).then_some(Waits(Some(WaitsFor::DoneDays { asked, done })))
    }
}

/// What a stage waits for; nothing that can be said now, where it is not the next one.
struct Waits(Option<WaitsFor>);

/// A step that does not come by its day alone.
pub(super) struct WaitingStep<'a> {
    /// The sheet's words for it.
    pub(super) as_written: &'a str,
    /// What can be said so that it begins; `None` where nothing can be said now.
    pub(super) waits_for: Option<WaitsFor>,
    /// What it makes of a dose that grows; `None` for a stage.
    pub(super) grown: Option<Grown>,
}

/// The steps of `line` after the present one that do not come by their day alone, in their order.
pub(super) fn steps_that_wait<'a>(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &'a Prescription,
    day: Day,
) -> Vec<WaitingStep<'a>> {
    let taken = Taken::new(situation, revision, line, day);
    if let Some(growing) = taken.growth() {
        let stage = growing.taken + 1;
        let waiting = growing.waits.then(|| WaitingStep {
            as_written: &line.as_written,
            waits_for: (!taken.is_kept_back(day)).then_some(WaitsFor::PersonsYes { stage }),
            grown: Grown::of(line, stage),
        });
        return waiting.into_iter().collect();
    }
    if line.stages.is_empty() {
        return Vec::new();
    }
    let next = number_of(situation, revision, line, day) + 1;
    let later = (1..).zip(&line.stages).skip_while(|(number, _)| *number < next);
    let waiting = later.filter_map(|(number, stage)| {
        Some(WaitingStep {
            as_written: stage.as_written.as_ref().unwrap_or(&line.as_written),
            waits_for: taken.waits_for(number, stage, number == next)?.0,
            grown: None,
        })
    });
    waiting.collect()
}

/// The stage, or the step up of a growth, that the person may go to on `day`, from 1; `None` where none waits for
/// their word. While the line is kept back nothing is asked of it.
#[must_use]
pub fn offered_stage(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<u16> {
    let waiting = steps_that_wait(situation, revision, line, day).into_iter();
    waiting.filter_map(|step| step.waits_for).find_map(|waits| match waits {
        WaitsFor::PersonsYes { stage } => Some(stage),
        WaitsFor::TeamsOk(_) | WaitsFor::DoneDays { .. } => None,
    })
}

/// The stage of `line` that says what is done on `day`, from 1; `None` before the first, of a line that grows, and
/// where the line is not done.
#[must_use]
pub fn present_stage(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Option<u16> {
    if line.stages.is_empty() || !stands(situation, revision, line, day) {
        return None;
    }
    Some(number_of(situation, revision, line, day)).filter(|number| *number > 0)
}

/// The number of the stage of `line` that holds on `day`, or of the last step up of its growth, from 1; 0 before the
/// first.
pub(super) fn number_of(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> u16 {
    if let Some(growing) = Taken::new(situation, revision, line, day).growth() {
        return growing.taken;
    }
    let present = line_on(situation, revision, line, day).stage;
    let at = present.and_then(|now| line.stages.iter().position(|stage| std::ptr::eq(stage, now)));
    at.map_or(0, |at| u16::try_from(at + 1).unwrap_or(u16::MAX))
}

/// The steps of `line` that come by themselves on `day` and on the day after, and at which the person may stay as they
/// are instead. One that came since the last day of which anything was entered counts as coming on `day`: nobody has
/// seen it yet. Of several the first is named, so that whoever stays stays as they were, with what is asked now.
#[must_use]
pub fn new_steps(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &Prescription,
    day: Day,
) -> Vec<NextStep> {
    let is_asked = |day| {
        spans(situation, revision, line, day)
            && !is_kept_back(situation, revision, line, day)
            && !replaced_on(situation, revision, day).contains(&&line.id)
    };
    if line.off || (line.stages.is_empty() && line.growth.is_none()) {
        return Vec::new();
    }
    let number_on = |day| number_of(situation, revision, line, day);
    // The step that begins by itself on a day, of which nothing was said by then or since.
    let begins_on = |begins: Day| {
        let before = begins.plus(-1);
        if !is_asked(begins) || !spans(situation, revision, line, before) {
            return None;
        }
        let number = number_on(begins);
        let known_by = begins.max(day);
        let was_said = Taken::new(situation, revision, line, known_by).word(number).is_some();
        let is_new = number > number_on(before) && number <= number_on(known_by);
        (is_new && !was_said && number <= MOST_STEPS).then_some((number, begins))
    };
    let seen = situation.standing.last_entry_before(day);
    let farthest = day.plus(-LONGEST_REST);
    let unseen = seen.map_or(farthest, |seen| seen.plus(1).max(farthest));
    let come = is_asked(day).then(|| unseen.through(day).find_map(begins_on)).flatten();
    let now = number_on(day);
    let come = come.map(|(number, begins)| (number, begins, now));
    let comes = begins_on(day.plus(1)).map(|(number, begins)| (number, begins, number));
    let told = come.into_iter().chain(comes).map(|(number, begins, now)| {
        let stage = line.stages.get(usize::from(now) - 1);
        let words = stage.and_then(|stage| stage.as_written.as_ref());
        NextStep {
            line: line.id.clone(),
            title: line.title.clone(),
            sheet_no: line.sheet_no.clone(),
            as_written: words.unwrap_or(&line.as_written).clone(),
            stage: number,
            begins,
            grown: Grown::of(line, now),
        }
    });
    told.collect()
}

/// The steps that `day` announces: those that began on it or unseen before it, and from the evening on those of the day
/// after.
pub(super) fn next_steps(
    situation: &Situation<'_>,
    revision: &Revision,
    day: Day,
) -> Vec<NextStep> {
    if situation.today() != Some(day) {
        return Vec::new();
    }
    let evening = situation.whereabouts.instant_on(day, EVENING, revision.day_start_on(day));
    let is_evening = evening.is_some_and(|evening| evening.at <= situation.now);
    let steps = revision.lines.iter().flat_map(|line| new_steps(situation, revision, line, day));
    steps.filter(|step| is_evening || step.begins <= day).collect()
}
