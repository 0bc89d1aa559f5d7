//! What hangs on a rule that is removed from a draft.

use super::edit::no_beginning;
use super::{Asked, DraftPlace, PlanDraft, RuleKind};
use crate::plan::{Bouts, DayPattern, Frequency, StageBegins};

/// Takes the names of a rule out of what names it. What then has no answer any more is asked.
pub(super) fn forget(draft: &mut PlanDraft, rule: RuleKind, at: usize) {
    match rule {
        RuleKind::Round => {
            let id = draft.revision.rounds[at].id.clone();
            for day_type in &mut draft.revision.day_types {
                day_type.times.retain(|(round, _)| *round != id);
                day_type.leave_out.retain(|round| *round != id);
            }
            change_frequencies(draft, Asked::HowOften, |frequency| match frequency {
                Frequency::Due { days, bouts: Bouts::InRounds(rounds) } => {
                    rounds.retain(|round| *round != id);
                    let is_empty = rounds.is_empty();
                    if is_empty {
                        let bouts = Bouts::AnyTime { times: 1, most: 1, gap_minutes: None };
                        *frequency = Frequency::Due { days: days.clone(), bouts };
                    }
                    is_empty
                }
                _ => false,
            });
        }
        RuleKind::Programme => {
            let id = draft.revision.programmes[at].id.clone();
            change_frequencies(draft, Asked::WhichDays, |frequency| match frequency {
                Frequency::Due { days: DayPattern::Turn { programme, .. }, bouts }
                    if *programme == id =>
                {
                    let (days, bouts) = (DayPattern::EveryDay, bouts.clone());
                    *frequency = Frequency::Due { days, bouts };
                    true
                }
                _ => false,
            });
        }
        RuleKind::Phase => {
            let id = draft.revision.phases[at].id.clone();
            for line in &mut draft.revision.lines {
                line.phase.take_if(|phase| *phase == id);
            }
        }
        RuleKind::Clearance => forget_clearance(draft, at),
        RuleKind::Appointment => {
            let id = draft.revision.appointments[at].id.clone();
            for limit in &mut draft.revision.precautions {
                limit.until.appointment.take_if(|appointment| *appointment == id);
            }
        }
        RuleKind::Contact => {
            let name = draft.revision.contacts[at].name.clone();
            for rule in draft.revision.pain.iter_mut().flat_map(|pain| &mut pain.rules) {
                rule.ring.take_if(|ring| *ring == name);
            }
        }
        RuleKind::DayType
        | RuleKind::MissedDose
        | RuleKind::Limit
        | RuleKind::Pain
        | RuleKind::PainRule
        | RuleKind::BadDay
        | RuleKind::DayOff
        | RuleKind::ReEntry
        | RuleKind::Note => {}
    }
}

fn forget_clearance(draft: &mut PlanDraft, at: usize) {
    let id = draft.revision.clearances[at].id.clone();
    let mut asked = Vec::new();
    for line in &mut draft.revision.lines {
        line.clearance.take_if(|clearance| *clearance == id);
        for (number, stage) in (1..).zip(&mut line.stages) {
            if matches!(&stage.begins, StageBegins::WithClearance { clearance, .. } if *clearance == id)
            {
                stage.begins = no_beginning();
                asked.push(DraftPlace::Stage { line: line.id.clone(), number });
            }
        }
    }
    for phase in &mut draft.revision.phases {
        phase.clearance.take_if(|clearance| *clearance == id);
    }
    for limit in &mut draft.revision.precautions {
        limit.until.clearance.take_if(|clearance| *clearance == id);
    }
    for place in asked {
        draft.ask(&place, Asked::WhichDay);
    }
}

/// Changes every frequency of the plan; where `change` says that an answer is gone, `asked` is asked.
fn change_frequencies(
    draft: &mut PlanDraft,
    asked: Asked,
    mut change: impl FnMut(&mut Frequency) -> bool,
) {
    let mut places = Vec::new();
    for line in &mut draft.revision.lines {
        if change(&mut line.frequency) {
            places.push(DraftPlace::Line(line.id.clone()));
        }
        for (number, stage) in (1..).zip(&mut line.stages) {
            if stage.frequency.as_mut().is_some_and(&mut change) {
                places.push(DraftPlace::Stage { line: line.id.clone(), number });
            }
        }
    }
    for place in places {
        draft.ask(&place, asked);
    }
}
