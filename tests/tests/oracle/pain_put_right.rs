//! What was said of pain and put right later, and what was said of it by mistake: what stands is as if it had been said so
//! at first, and nothing stands of a mistake.

use backwise_core::ids::RecordId;
use backwise_core::record::{Entered, PlanFact, PlanRecord};
use backwise_core::time::Day;
use uuid::Uuid;

use super::clock::Second;
use super::dice::Dice;
use super::here::instant;

/// The `records`, with other numbers before some of those about pain, and others that were taken back by `now`.
pub(super) fn with_pain_put_right(
    records: Vec<PlanRecord>,
    dice: &mut Dice,
    now: Second,
) -> Vec<PlanRecord> {
    let mut next = 90_000_000;
    let mut id = || {
        next += 1;
        RecordId(Uuid::from_u128(next))
    };
    let mut all = Vec::new();
    for record in records {
        let later = |dice: &mut Dice| instant(dice.within(record.at.timestamp() + 1, now));
        let is_of_pain = matches!(
            record.fact,
            PlanFact::Hurt { .. } | PlanFact::AskedAndYes { .. } | PlanFact::AllStopped { .. }
        );
        if !is_of_pain || record.at.timestamp() >= now {
            all.push(record);
            continue;
        }
        if dice.one_in(4) {
            let mistaken =
                PlanRecord { id: id(), fact: another(dice, &record.fact), ..record.clone() };
            all.push(PlanRecord {
                id: id(),
                at: later(dice),
                corrects: Some(mistaken.id),
                fact: PlanFact::Withdrawn { day: Day(record.at.date_naive()) },
                ..record.clone()
            });
            all.push(mistaken);
        }
        if matches!(record.fact, PlanFact::Hurt { .. }) && dice.one_in(3) {
            let first =
                PlanRecord { id: id(), fact: another(dice, &record.fact), ..record.clone() };
            let (at, corrects) = (later(dice), Some(first.id));
            all.push(PlanRecord { at, corrects, entered: Entered::Later, ..record });
            all.push(first);
        } else {
            all.push(record);
        }
    }
    all
}

/// The same with another number, where it has one.
fn another(dice: &mut Dice, fact: &PlanFact) -> PlanFact {
    let mut fact = fact.clone();
    if let PlanFact::Hurt { hurt, .. } = &mut fact {
        hurt.score = (!dice.one_in(5)).then(|| u8::try_from(dice.within(0, 10)).unwrap());
    }
    fact
}
