//! What is asked only because of another answer: how a growth goes on, how a part of the dose is rounded, and for
//! how long it holds. What stands in the draft at such a place means nothing until it is answered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Asked, DraftPlace, PlanDraft, RuleKind};
use crate::ids::LineId;
use crate::plan::{Counted, Dose, Growth, PainAction, Part, Rounding};
use crate::time::DayRef;

/// What follows from a rule about pain, before it is said how much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PainThen {
    /// Stop this exercise.
    Stop,
    /// A part of the dose: how much of it, and how it is rounded, is asked then.
    Part,
    /// Another dose.
    Dose,
    /// Go on as before. That has no end.
    GoOn,
}

/// No number that a sheet can say: the reader refuses it until somebody gives one.
const NO_NUMBER: u8 = 0;

/// The numbers of a dose that can grow.
const COUNTED: [Counted; 8] = [
    Counted::Sets,
    Counted::Repetitions,
    Counted::Breaths,
    Counted::Minutes,
    Counted::HoldSeconds,
    Counted::Seconds,
    Counted::WalkingSteps,
    Counted::Metres,
];

/// Lets a number of a line grow; `None` where the line has none that can.
pub(super) fn add_growth(draft: &mut PlanDraft, id: &LineId) -> Option<DraftPlace> {
    let line = draft.line_mut(id)?;
    let mut numbers = COUNTED.into_iter().filter(|key| line.dose.number(*key).is_some());
    let (key, is_one_of_several) = (numbers.next()?, numbers.next().is_some());
    let from = DayRef::AfterStart(0);
    line.growth = Some(Growth { key, by: 1, every_days: 1, at_most: 1, from });
    let place = DraftPlace::Growth(id.clone());
    if is_one_of_several {
        draft.ask(&place, Asked::Grows);
    }
    for asked in [Asked::GrowsBy, Asked::GrowsEvery, Asked::GrowsMost, Asked::WhichDay] {
        draft.ask(&place, asked);
    }
    Some(place)
}

/// Says what follows from the rule about pain at `place`; `None` where there is none.
pub(super) fn set_then(draft: &mut PlanDraft, place: &DraftPlace, then: PainThen) -> Option<()> {
    let DraftPlace::Rule { rule: RuleKind::PainRule, number } = place else { return None };
    let at = usize::from(*number).checked_sub(1)?;
    let is_said = !draft.is_asked(place, Asked::Then);
    let rule = draft.revision.pain.as_mut()?.rules.get_mut(at)?;
    if is_said && then == kind_of(&rule.then) {
        return Some(());
    }
    let went_on = rule.then == PainAction::GoOn;
    rule.then = match then {
        PainThen::Stop => PainAction::Stop,
        PainThen::Part => PainAction::Part(Part { percent: NO_NUMBER, rounding: Rounding::Up }),
        PainThen::Dose => PainAction::Dose(Dose::default()),
        PainThen::GoOn => PainAction::GoOn,
    };
    draft.close(place, Asked::Then);
    if then == PainThen::Part {
        draft.ask(place, Asked::Rounding);
    } else {
        draft.close(place, Asked::Rounding);
    }
    if then == PainThen::GoOn {
        draft.close(place, Asked::Lasts);
    } else if went_on {
        draft.ask(place, Asked::Lasts);
    }
    Some(())
}

fn kind_of(then: &PainAction) -> PainThen {
    match then {
        PainAction::Stop => PainThen::Stop,
        PainAction::Part(_) => PainThen::Part,
        PainAction::Dose(_) => PainThen::Dose,
        PainAction::GoOn => PainThen::GoOn,
    }
}

/// Says with which part of the dose one begins again after a pause; `None` where the sheet does not say how.
pub(super) fn set_part(draft: &mut PlanDraft, percent: Option<u8>) -> Option<DraftPlace> {
    let place = DraftPlace::Rule { rule: RuleKind::ReEntry, number: 1 };
    let part = &mut draft.revision.re_entry.as_mut()?.part;
    let is_new = part.is_none();
    *part = percent.map(|percent| {
        let (rounding, days) = part.map_or((Rounding::Up, 1), |(part, days)| (part.rounding, days));
        (Part { percent, rounding }, days)
    });
    for asked in [Asked::Rounding, Asked::Lasts] {
        if percent.is_none() {
            draft.close(&place, asked);
        } else if is_new {
            draft.ask(&place, asked);
        }
    }
    Some(place)
}
