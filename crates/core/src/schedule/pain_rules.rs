//! Which rule of a plan is about what was said of pain.

use super::pain::{Does, Effect, by_rule, held};
use super::sheet_changed::{Newer, newer_of_plan};
use super::steps::is_as_needed;
use super::{Situation, revision_on};
use crate::ids::{LineId, PlanId};
use crate::plan::{
    Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, Prescription,
    Revision, WORSE_BY,
};
use crate::record::{Hurt, HurtPlace, PainMoment, StandingStop};
use crate::time::{Day, Instant};

/// The sheet that judges what is said of pain on a day, and the newer one of its plan that was taken in on that day, where
/// there is one: of what both say, the stricter holds, so that the day is not lived by what the team no longer says.
#[derive(Clone, Copy)]
pub(super) struct Judging<'a> {
    pub(super) sheet: &'a Revision,
    newer: Option<&'a Revision>,
}

impl<'a> Judging<'a> {
    /// What judges on `day` by `sheet`, which holds on it, as far as it was known `at` that moment.
    pub(super) fn on(
        situation: &Situation<'a>,
        sheet: &'a Revision,
        day: Day,
        at: Instant,
    ) -> Self {
        let has_own_rules = |newer: &Newer<'_>| {
            newer.waited.is_none_or(|waited| waited.revision.pain != newer.known.revision.pain)
        };
        let newer = newer_of_plan(situation, sheet, day, at).filter(has_own_rules);
        Self { sheet, newer: newer.map(|newer| &newer.known.revision) }
    }

    /// What judges `said`; `None` where its sheet is not here.
    pub(super) fn of(situation: &Situation<'a>, said: &StandingStop) -> Option<Self> {
        let sheet = held(situation.revisions, said)?;
        Some(Self::on(situation, sheet, said.day, said.at))
    }

    /// The rule about `line` where this was said.
    pub(super) fn rule_for(self, hurt: &Hurt, line: &LineId) -> Option<&'a PainRule> {
        let of = |sheet: &'a Revision| rule_for(sheet.pain.as_ref(), hurt, line);
        let by_sheet = of(self.sheet);
        match self.newer.map(of) {
            Some(newer) if strictness_of(newer) > strictness_of(by_sheet) => newer,
            _ => by_sheet,
        }
    }
}

/// What the plan says of `line` where this was said: the first rule that fits. An exercise of which somebody says after
/// the round that it hurt, hurt while it was done: then it is the stricter of the first for each.
fn rule_for<'a>(pain: Option<&'a Pain>, hurt: &Hurt, line: &LineId) -> Option<&'a PainRule> {
    let as_told = first_that_fits(pain, hurt, line, hurt.when);
    if hurt.when != PainMoment::After || hurt.line.is_none() {
        return as_told;
    }
    let as_it_was = first_that_fits(pain, hurt, line, PainMoment::During);
    [as_it_was, as_told].into_iter().flatten().max_by_key(|rule| strictness(rule))
}

/// What a rule of its sheet does to `line` of the plan `plan` because of `hurt`. Of a line that the sheet of then did not know,
/// of another plan or under another name, it is what stops its exercise until somebody of the team has spoken: another sheet
/// says nothing of the pain.
pub(super) fn effect_of_rules<'a>(
    situation: &Situation<'a>,
    said: &'a StandingStop,
    hurt: &Hurt,
    (plan, line): (&PlanId, &Prescription),
) -> Option<Effect<'a>> {
    let revisions = situation.revisions;
    let held = held(revisions, said);
    let of_line = |id: &LineId| {
        let effect = by_rule(situation, said, hurt, id)?;
        let as_it_was = held.and_then(|held| Some((held, held.line(id)?)));
        // Nothing asked for a bout of it, when it hurt, that could use up a stop for so many of them. What a newer
        // sheet makes of the line changes nothing of what was said before.
        let was_needed = |(held, line)| is_as_needed(situation, held, line, said.day);
        let is_open = matches!(effect.does, Does::Stop(..)) && as_it_was.is_some_and(was_needed);
        Some(if is_open { Effect { bouts: None, ..effect } } else { effect })
    };
    if said.plan == *plan {
        let effect = of_line(&line.id);
        if effect.is_some() || held.is_none_or(|held| held.line(&line.id).is_some()) {
            return effect;
        }
    }
    let is_it = |known: &&Prescription| !known.off && known.exercise == line.exercise;
    let mut effects = held?.lines.iter().filter(is_it).filter_map(|known| of_line(&known.id));
    let is_until_told =
        |effect: &Effect<'_>| matches!(effect.does, Does::Stop(..)) && effect.bouts.is_none();
    effects.find(is_until_told)
}

/// Whether `hurt`, said of a `day` that `judging` judges, stops an exercise of the sheet `on` until somebody of the team has
/// spoken, under whatever name that sheet has it, as [`effect_of_rules`] does.
pub(super) fn reaches(
    situation: &Situation<'_>,
    judging: Judging<'_>,
    day: Day,
    hurt: &Hurt,
    on: &Revision,
) -> bool {
    let revision = judging.sheet;
    let waits = |known: &&Prescription| {
        let rule = judging.rule_for(hurt, &known.id);
        rule.filter(|rule| rule.then == PainAction::Stop).is_some_and(|rule| {
            rule.lasts == PainLasts::UntilTold || is_as_needed(situation, revision, known, day)
        })
    };
    let is_it = |known: &&Prescription| {
        !known.off && hurt.line.as_ref().is_none_or(|line| *line == known.id)
    };
    let mut stops = revision.lines.iter().filter(is_it).filter(waits);
    stops.any(|known| on.lines.iter().any(|it| !it.off && it.exercise == known.exercise))
}

/// What the plan says where this was said: of its line, and of what is of no line the strictest that it says of any.
/// Where it says nothing of one of them it is not told to go on. A stop for so many bouts says nothing of a line that
/// `has_bouts` does not know.
pub(super) fn rule_of_all<'a>(
    judging: Judging<'a>,
    hurt: &Hurt,
    has_bouts: impl Fn(&Prescription) -> bool,
) -> Option<&'a PainRule> {
    let of = |line: &LineId| judging.rule_for(hurt, line);
    if let Some(line) = &hurt.line {
        return of(line);
    }
    let is_counted_stop =
        |rule: &PainRule| rule.then == PainAction::Stop && rule.lasts != PainLasts::UntilTold;
    let rules = judging.sheet.lines.iter().filter(|line| !line.off).filter_map(|line| {
        let rule = of(&line.id);
        (!rule.is_some_and(is_counted_stop) || has_bouts(line)).then_some(rule)
    });
    rules
        .reduce(|one, other| if strictness_of(other) > strictness_of(one) { other } else { one })?
}

/// Whether `hurt`, said of `day`, is judged stricter than `before` by what judges on that day: the pain moves down the leg,
/// less is to be done, or for longer. Without a plan nothing is.
#[must_use]
pub fn is_judged_stricter(
    situation: &Situation<'_>,
    day: Day,
    (hurt, before): (&Hurt, &Hurt),
) -> bool {
    let Some(held) = revision_on(situation.revisions, day) else { return false };
    let judging = Judging::on(situation, &held.revision, day, situation.now);
    let judged =
        |hurt: &Hurt| (hurt.spreading, strictness_of(rule_of_all(judging, hurt, |_| true)));
    judged(hurt) > judged(before)
}

/// That nothing is written is stricter than going on, and less strict than all else.
fn strictness_of(rule: Option<&PainRule>) -> (u8, u16) {
    rule.map_or((1, 0), strictness)
}

/// A stop goes before less, less before going on, and of two the one that lasts longer.
fn strictness(rule: &PainRule) -> (u8, u16) {
    let action = match rule.then {
        PainAction::GoOn => 0,
        PainAction::Part(_) | PainAction::Dose(_) => 2,
        PainAction::Stop => 3,
    };
    let bouts = match rule.lasts {
        PainLasts::NextTime => 1,
        PainLasts::Bouts(bouts) => u16::from(bouts),
        PainLasts::UntilTold => u16::MAX,
    };
    (action, bouts)
}

fn first_that_fits<'a>(
    pain: Option<&'a Pain>,
    hurt: &Hurt,
    line: &LineId,
    when: PainMoment,
) -> Option<&'a PainRule> {
    let is_of_line = |rule: &PainRule| rule.lines.is_empty() || rule.lines.contains(line);
    let is_there = |rule: &PainRule| match rule.place {
        // A sheet that names no place means pain wherever it is, and pain of which nobody said where may be there.
        PainWhere::Either => true,
        PainWhere::Back => matches!(hurt.place, HurtPlace::Back | HurtPlace::NotSaid),
        PainWhere::Leg => matches!(hurt.place, HurtPlace::Leg | HurtPlace::NotSaid),
    };
    let is_then = |rule: &PainRule| match rule.when {
        PainWhen::Any => true,
        PainWhen::Before => when == PainMoment::Before,
        PainWhen::During => when == PainMoment::During,
        PainWhen::After => when == PainMoment::After,
        PainWhen::NextMorning => when == PainMoment::NextMorning,
    };
    // What was not rated is over no number.
    let is_so_much = |rule: &PainRule| match rule.trigger {
        PainTrigger::Over(limit) => hurt.score.is_some_and(|score| score > limit),
        PainTrigger::AtLeast(limit) => hurt.score.is_some_and(|score| score >= limit),
        PainTrigger::Spreading => hurt.spreading,
        // Without a usual morning there is nothing to compare with.
        PainTrigger::Worse => {
            hurt.score.zip(hurt.usual).is_some_and(|(score, usual)| score >= usual + WORSE_BY)
        }
    };
    let fits =
        |rule: &&PainRule| is_of_line(rule) && is_there(rule) && is_then(rule) && is_so_much(rule);
    pain?.rules.iter().find(fits)
}
