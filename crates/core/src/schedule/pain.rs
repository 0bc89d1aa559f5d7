//! What follows from pain, by the rules that the plan wrote. None written: none runs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::asked::has_bouts;
use super::bouts_since::{AskedDays, left_now};
use super::climb::is_rest;
use super::pain_rules::{Judging, effect_of_rules, reaches, rule_of_all};
use super::phases::spans;
use super::second_stop::{count_stops, stopped_on};
use super::steps::way_if_there;
use super::waits::{is_cleared, is_locked, is_replaced_if_there};
use super::withheld::holds_for;
use super::{InForce, Situation, revision_on};
use crate::ids::{LineId, PlanId};
use crate::plan::{Dose, Frequency, PainAction, PainLasts, PainRule, Prescription, Revision};
use crate::record::{AllStopped, BoutKey, Hurt, SaidOfLine, StandingRelease, StandingStop};
use crate::safety::{LEGS_STILL, SafetyQuestion};
use crate::time::{Day, Instant};

/// What follows at once when the person says that it hurts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainFollows {
    /// What is to be done now.
    pub outcome: PainOutcome,
    /// The sheet's words of the rule that fits; `None` where none does.
    pub as_written: Option<String>,
    /// The name of the contact to ring, where the rule names one.
    pub ring: Option<String>,
}

/// What is to be done now. What ends the session cannot be loosened by a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainOutcome {
    /// The plan says nothing of it: stop if it hurts more than the team told you to accept, and ask them.
    NothingWritten,
    /// The plan says to go on.
    GoOn,
    /// The plan says another dose from the next time on.
    Lighter,
    /// The plan stops this exercise.
    StopExercise,
    /// The same of a number of no exercise: the plan stops some of them, or all.
    StopSome,
    /// The pain moves down the leg: the whole session ends, with the warning signs and whom to ring.
    StopSessionSpreading,
    /// Something is newly numb or weak: the same.
    StopSessionNumb,
    /// The person feels faint: the same.
    StopSessionFaint,
    /// A second exercise was stopped on one day: the whole session ends, with the warning signs and whom to ring.
    StopSessionSecondStop,
}

impl PainOutcome {
    /// Whether the whole session ends, whatever a plan says.
    #[must_use]
    pub const fn ends_session(self) -> bool {
        use PainOutcome::{
            StopSessionFaint, StopSessionNumb, StopSessionSecondStop, StopSessionSpreading,
        };
        matches!(
            self,
            StopSessionSpreading | StopSessionNumb | StopSessionFaint | StopSessionSecondStop
        )
    }
}

/// Why a line is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StopBecause {
    /// A rule of the plan.
    Rule,
    /// The pain moved down the leg. Like the next three, it stops all lines.
    Spreading,
    /// Something is newly numb or weak.
    Numb,
    /// The person felt faint.
    Faint,
    /// A second exercise was stopped on one day.
    SecondStop,
    /// A question that comes before the line was answered with yes.
    Asked(SafetyQuestion),
}

impl StopBecause {
    /// Whether it stops every line, whatever a plan says.
    #[must_use]
    pub const fn is_of_all(self) -> bool {
        matches!(self, Self::Spreading | Self::Numb | Self::Faint | Self::SecondStop)
    }
}

impl From<AllStopped> for StopBecause {
    fn from(why: AllStopped) -> Self {
        match why {
            AllStopped::Numb => Self::Numb,
            AllStopped::Faint => Self::Faint,
            AllStopped::SecondStop => Self::SecondStop,
        }
    }
}

/// What something that was said does to a line.
pub(super) struct Effect<'a> {
    pub(super) said: &'a StandingStop,
    pub(super) does: Does<'a>,
    /// For how many bouts; `None` until somebody of the team says otherwise.
    pub(super) bouts: Option<u8>,
}

/// What becomes of a line.
pub(super) enum Does<'a> {
    Stop(StopBecause, Option<&'a PainRule>),
    /// Another dose, as the rule says it.
    Change(&'a PainRule),
}

/// What `said` does to `line` of the plan `plan`. A rule is about the lines of its own plan; what no plan can loosen
/// stops those of another one, too, and so does what waits until somebody of the team has spoken. A number of no exercise
/// is for so many bouts of what had its part then: the next bouts of all else are none of those that it was said of.
pub(super) fn effect<'a>(
    situation: &Situation<'a>,
    said: &'a StandingStop,
    plan: &PlanId,
    line: &Prescription,
) -> Option<Effect<'a>> {
    let effect = effect_if_there(situation, said, plan, line)?;
    let is_of_none =
        matches!(&said.said, SaidOfLine::Hurt(hurt) if hurt.line.is_none() && !hurt.spreading);
    let is_counted = match effect.does {
        Does::Stop(_, rule) => rule.is_some_and(|rule| rule.lasts != PainLasts::UntilTold),
        Does::Change(rule) => rule.lasts != PainLasts::UntilTold,
    };
    if is_of_none && is_counted {
        let held = held(situation.revisions, said)?;
        let as_it_was = held.line(&line.id)?;
        return has_part(situation, held, as_it_was, said.day).then_some(effect);
    }
    Some(effect)
}

/// The same, where all that the sheet knows had its part when it was said.
pub(super) fn effect_if_there<'a>(
    situation: &Situation<'a>,
    said: &'a StandingStop,
    plan: &PlanId,
    line: &Prescription,
) -> Option<Effect<'a>> {
    let is_own = said.plan == *plan;
    let stop = |because, rule| Effect { said, does: Does::Stop(because, rule), bouts: None };
    match &said.said {
        SaidOfLine::AllStopped(why) => Some(stop((*why).into(), None)),
        SaidOfLine::AskedAndYes(of, question) => {
            let as_it_was = held(situation.revisions, said).and_then(|held| held.line(&line.id));
            let is_its = is_own && of.as_ref() == Some(&line.id);
            let came_before = is_its && as_it_was.is_some_and(|line| asks(line, *question));
            (came_before || moves_legs(line)).then(|| stop(StopBecause::Asked(*question), None))
        }
        SaidOfLine::Hurt(hurt) if hurt.spreading => {
            let judging = Judging::of(situation, said);
            let rule = judging.and_then(|judging| rule_of_all(judging, hurt, |_| true));
            let rule = rule.filter(|rule| rule.then == PainAction::Stop);
            Some(stop(StopBecause::Spreading, rule))
        }
        SaidOfLine::Hurt(hurt) => effect_of_rules(situation, said, hurt, (plan, line)),
    }
}

/// Whether `line`, as it was when a question was answered, or a stage of it, is one that `question` comes before. One that
/// was asked because it hurts may be of another.
fn asks(line: &Prescription, question: SafetyQuestion) -> bool {
    let stages = line.stages.iter().map(|stage| {
        (stage.frequency.as_ref().unwrap_or(&line.frequency), stage.side.unwrap_or(line.side))
    });
    let mut ways = stages.chain([(&line.frequency, line.side)]);
    ways.any(|(frequency, side)| line.asks_before(frequency, side) == Some(question))
}

fn moves_legs(line: &Prescription) -> bool {
    !LEGS_STILL.contains(&line.exercise.as_str())
}

/// Whether `line` had its part in what `revision` asked for on `day`, whatever it asked for: it was on, in its days, and
/// waited neither for its OK nor for a limit, no other line stood in its place, and it was no way of moving.
fn has_part(situation: &Situation<'_>, revision: &Revision, line: &Prescription, day: Day) -> bool {
    let waits = |ok| !is_cleared(situation, revision, ok, day);
    let is_moved = |often: &Frequency| matches!(often, Frequency::Technique);
    let staged = line.stages.iter().filter_map(|stage| stage.frequency.as_ref());
    let may_be_moved = staged.chain([&line.frequency]).any(is_moved);
    let was_moved =
        || may_be_moved && is_moved(way_if_there(situation, revision, line, day).frequency);
    !line.off
        && spans(situation, revision, line, day)
        && !line.clearance.as_ref().is_some_and(waits)
        && !is_locked(situation, revision, line, day)
        && !was_moved()
        && !is_replaced_if_there(situation, revision, line, day)
}

/// The revision that held when `said` was said.
pub(super) fn held<'a>(revisions: &'a [InForce], said: &StandingStop) -> Option<&'a Revision> {
    let mut known = revisions.iter().map(|known| &known.revision);
    known.find(|revision| revision.plan == said.plan && revision.number == said.revision)
}

/// What a rule of the plan does to `line` because of `hurt`, by what judged it then.
pub(super) fn by_rule<'a>(
    situation: &Situation<'a>,
    said: &'a StandingStop,
    hurt: &Hurt,
    line: &LineId,
) -> Option<Effect<'a>> {
    if hurt.line.as_ref().is_some_and(|with| with != line) {
        return None;
    }
    let rule = Judging::of(situation, said)?.rule_for(hurt, line)?;
    let does = match rule.then {
        PainAction::GoOn => return None,
        PainAction::Stop => Does::Stop(StopBecause::Rule, Some(rule)),
        PainAction::Part(_) | PainAction::Dose(_) => Does::Change(rule),
    };
    let bouts = match rule.lasts {
        PainLasts::NextTime => Some(1),
        PainLasts::Bouts(bouts) => Some(bouts),
        PainLasts::UntilTold => None,
    };
    Some(Effect { said, does, bouts })
}

/// The dose that `rule` makes of `dose`.
pub(super) fn changed(rule: &PainRule, dose: &Dose) -> Dose {
    match &rule.then {
        PainAction::Part(part) => dose.part(*part),
        PainAction::Dose(own) => own.over(dose),
        PainAction::GoOn | PainAction::Stop => dose.clone(),
    }
}

/// What follows now from `hurt`, which is of `day`, by the rules of `revision`, the one of that day. A day that is over may
/// be one of a plan that is none any more, or of a line that is: then nothing is left that its rule could change. Neither is
/// there where the team has let the person go on with just that (`is_released`).
#[must_use]
pub fn pain_follows<'a>(
    situation: &Situation<'a>,
    revision: &'a Revision,
    hurt: &Hurt,
    day: Day,
    is_released: bool,
) -> PainFollows {
    let judging = Judging::on(situation, revision, day, situation.now);
    let rule = rule_of_all(judging, hurt, |line| has_bouts(situation, revision, line, day));
    let line = hurt.line.as_ref();
    let today = situation.today().and_then(|today| revision_on(situation.revisions, today));
    // What waits for the team waits in another plan, too.
    let is_on = today.is_none_or(|InForce { revision: on, .. }| {
        on.plan == revision.plan && line.is_none_or(|line| on.line(line).is_some())
            || reaches(situation, judging, day, hurt, on)
    });
    let rule = rule.filter(|_| is_on && !is_released);
    let by_rule = match rule.map(|rule| &rule.then) {
        None => PainOutcome::NothingWritten,
        Some(PainAction::GoOn) => PainOutcome::GoOn,
        Some(PainAction::Part(_) | PainAction::Dose(_)) => PainOutcome::Lighter,
        Some(PainAction::Stop) if hurt.line.is_none() => PainOutcome::StopSome,
        Some(PainAction::Stop) => PainOutcome::StopExercise,
    };
    let mut stopped = stopped_on(situation, day);
    let mut is_stopped = stopped.iter().any(|(known, _)| line.is_some() && line == *known);
    if matches!(by_rule, PainOutcome::StopExercise | PainOutcome::StopSome) {
        is_stopped = true;
        stopped.extend(line.map(|line| (Some(line), None)));
    }
    let outcome = if hurt.spreading {
        PainOutcome::StopSessionSpreading
    } else if is_stopped && count_stops(&stopped) > 1 && situation.begins_second_stop(day) {
        PainOutcome::StopSessionSecondStop
    } else if is_on && line.is_some_and(|line| is_stopped_on(situation, revision, line, day, hurt))
    {
        // A lower number said afterwards takes no stop back.
        PainOutcome::StopExercise
    } else if is_told_to_go_on(by_rule) && is_on && is_any_stopped(situation, revision, hurt, day) {
        PainOutcome::NothingWritten
    } else {
        by_rule
    };
    // The words of a rule stand beside what it says, and not beside the stop of another.
    let is_other = matches!(outcome, PainOutcome::StopExercise | PainOutcome::NothingWritten);
    let rule = rule.filter(|_| !is_other || outcome == by_rule);
    PainFollows {
        outcome,
        as_written: rule.map(|rule| rule.as_written.clone()),
        ring: rule.and_then(|rule| rule.ring.clone()),
    }
}

const fn is_told_to_go_on(outcome: PainOutcome) -> bool {
    matches!(outcome, PainOutcome::GoOn | PainOutcome::Lighter)
}

/// Whether all exercises are stopped on `day`, or one of them is and `hurt` is of none: then nobody is told to go on.
fn is_any_stopped(situation: &Situation<'_>, revision: &Revision, hurt: &Hurt, day: Day) -> bool {
    let mut lines = revision.lines.iter();
    is_rest(situation, day)
        || hurt.line.is_none()
            && lines.any(|line| is_stopped_on(situation, revision, &line.id, day, hurt))
}

/// Whether something that was said on `day`, or before it where that is today, stops `line` now, in the bout in which it
/// hurts where that is known.
fn is_stopped_on(
    situation: &Situation<'_>,
    revision: &Revision,
    line: &LineId,
    day: Day,
    hurt: &Hurt,
) -> bool {
    let Some(line) = revision.line(line) else { return false };
    let mut asked = AskedDays::default();
    let mut stops = |effect: &Effect<'_>| {
        let (plan, id) = (revision.plan.clone(), line.id.clone());
        let bout = hurt.bout.clone().map(|place| BoutKey { plan, line: id, day, place });
        matches!(effect.does, Does::Stop(..))
            && match bout {
                Some(bout) => holds_for(situation, &mut asked, effect, &bout, situation.now),
                None => {
                    effect.holds_at(situation, day, situation.now)
                        && left_now(situation, &mut asked, effect, &line.id, day) != Some(0)
                }
            }
    };
    // Of a day that is over it is told as it was then; now all that is in the record has been said, whatever the clock says.
    let is_today = situation.today() == Some(day);
    let said = situation.plan_facts.stops_since(day);
    said.filter(|said| said.day == day || is_today)
        .filter_map(|said| effect(situation, said, &revision.plan, line))
        .any(|effect| stops(&effect))
}

impl Effect<'_> {
    /// Whether it was in `bout`, one of the line, that it hurt.
    pub(super) fn came_in(&self, bout: &BoutKey) -> bool {
        let SaidOfLine::Hurt(hurt) = &self.said.said else { return false };
        self.said.day == bout.day && hurt.bout.as_ref() == Some(&bout.place)
    }

    /// Whether `bout`, one of the line, had been begun when it was said.
    pub(super) fn came_after_beginning(&self, situation: &Situation<'_>, bout: &BoutKey) -> bool {
        let begun = situation.standing.bouts.get(bout).and_then(|known| known.begun);
        self.came_in(bout) || begun.is_some_and(|begun| begun <= self.said.at)
    }

    /// Whether it holds for what `day` asks for, as far as was known `at` that moment: it had been said, and nobody of
    /// the team had said that the person may go on by that day.
    pub(super) fn holds_at(&self, situation: &Situation<'_>, day: Day, at: Instant) -> bool {
        let released = situation.plan_facts.release_at(self.said.record, known_by(situation, at));
        let is_over = |release: &StandingRelease| release.from.is_none_or(|from| from <= day);
        self.said_at(situation) <= at && !released.is_some_and(is_over)
    }

    /// When it was said: by now, also where the clock has been set back since. What was said stops what comes. No fact tells
    /// later on that a clock was: a window of the hours that came twice is then as if it had been over before the word.
    pub(super) fn said_at(&self, situation: &Situation<'_>) -> Instant {
        self.said.at.min(situation.now)
    }

    /// Until when somebody of the team had said, by `at`, that the line is to be left: the first day on which it may be
    /// done. `None` where they named no day, and from that day on.
    pub(super) fn left_until<'s>(
        &self,
        situation: &'s Situation<'_>,
        day: Day,
        at: Instant,
    ) -> Option<(Day, &'s StandingRelease)> {
        let at = known_by(situation, at);
        let release = situation.plan_facts.release_at(self.said.record, at)?;
        Some((release.from.filter(|from| *from > day)?, release))
    }
}

/// The moment by which a word counts for what is looked at `at`: now, every word has been said, also where the clock has been
/// set back since.
fn known_by(situation: &Situation<'_>, at: Instant) -> Instant {
    if at < situation.now || situation.is_looking_back { at } else { Instant::MAX_UTC }
}
