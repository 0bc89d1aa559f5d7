//! What hurt, and what was answered about warning signs, as the records that Backwise keeps.

use backwise_core::ids::{LineId, PlanId, RecordId};
use backwise_core::record::{
    AllStopped, EnteredBy, Hurt, HurtPlace, PainMoment, PlanFact, PlanRecord, SignFact, SignRecord,
};
use backwise_core::safety::SafetyQuestion;
use backwise_core::time::Day;
use chrono::NaiveDate;
use uuid::Uuid;

use super::clock::Second;
use super::facts::{Facts, Moment, Spot, What};
use super::here::instant;
use super::people::{bout, plan_record, word_records};

fn id(nth: usize) -> RecordId {
    RecordId(Uuid::from_u128(50_000_000 + nth as u128))
}

/// The records of it.
pub(super) fn trouble_records(facts: &Facts) -> Vec<PlanRecord> {
    let plan = || PlanId::new("oracle").unwrap();
    let mut all = Vec::new();
    for (nth, trouble) in facts.troubles.iter().enumerate() {
        let line = trouble.line.as_ref().map(|line| LineId::new(line).unwrap());
        let day = Day(trouble.day);
        let bout = trouble.line.as_ref().zip(trouble.place.as_ref());
        let bout = bout.map(|(line, place)| bout_place(line, place, trouble.day));
        let fact = match trouble.what {
            What::Hurts(pain) => {
                let hurt = Hurt {
                    line,
                    bout,
                    place: match pain.spot {
                        Spot::Back => HurtPlace::Back,
                        Spot::Leg => HurtPlace::Leg,
                        Spot::Elsewhere => HurtPlace::Elsewhere,
                        Spot::NotSaid => HurtPlace::NotSaid,
                    },
                    score: pain.score.map(|score| u8::try_from(score).unwrap()),
                    when: match pain.moment {
                        Moment::Before => PainMoment::Before,
                        Moment::During => PainMoment::During,
                        Moment::After => PainMoment::After,
                        Moment::NextMorning => PainMoment::NextMorning,
                    },
                    spreading: pain.spreading,
                    usual: pain.usual.map(|score| u8::try_from(score).unwrap()),
                };
                PlanFact::Hurt { plan: plan(), revision: 1, day, hurt }
            }
            What::Calf => {
                let question = SafetyQuestion::Calf;
                PlanFact::AskedAndYes { plan: plan(), revision: 1, line, question, day }
            }
            What::Numb | What::Faint | What::SecondStop => {
                let because = match trouble.what {
                    What::Numb => AllStopped::Numb,
                    What::Faint => AllStopped::Faint,
                    _ => AllStopped::SecondStop,
                };
                PlanFact::AllStopped { plan: plan(), revision: 1, line, because, day }
            }
        };
        all.push(plan_record(id(nth), instant(trouble.at), None, fact));
        for (of_stop, word) in trouble.words.iter().enumerate() {
            let number = 70_000_000 + 1000 * nth + 100 * of_stop;
            let spoken = |on: NaiveDate, from: Option<NaiveDate>| {
                let (stop, said_on, from) = (id(nth), Day(on), from.map(Day));
                PlanFact::SpokenTo { stop, who: None, said_on, from, day: said_on }
            };
            all.extend(word_records(word, number, spoken));
        }
    }
    for (nth, (limit, word)) in facts.limits_over.iter().enumerate() {
        let over = |on: NaiveDate, ()| {
            let (limit, day) = (limit.clone(), Day(on));
            PlanFact::LimitOver { plan: plan(), revision: 1, limit, who: None, said_on: day, day }
        };
        all.extend(word_records(word, 62_000_000 + 100 * nth, over));
    }
    all
}

fn bout_place(line: &str, place: &str, day: NaiveDate) -> backwise_core::record::BoutPlace {
    bout(line, place, day).place
}

/// The records of warning signs.
pub(super) fn sign_records(facts: &Facts) -> Vec<SignRecord> {
    let record = |nth: usize, at: Second, corrects, fact| SignRecord {
        id: id(20_000 + nth),
        at: instant(at),
        day: Day(instant(at).date_naive()),
        zone: "UTC".to_owned(),
        by: EnteredBy::Person,
        corrects,
        fact,
    };
    let mut all = Vec::new();
    for (nth, sign) in facts.signs.iter().enumerate() {
        all.push(record(2 * nth, sign.at, None, SignFact::Answer { any: true }));
        let corrects = Some(id(20_000 + 2 * nth));
        all.extend(
            sign.mistaken
                .map(|at| record(2 * nth + 1, at, corrects, SignFact::Answer { any: false })),
        );
    }
    for (nth, at) in facts.goes_on.iter().enumerate() {
        let said_on = Day(instant(*at).date_naive());
        let fact = SignFact::GoOn { who: "the surgeon".to_owned(), said_on };
        all.push(record(1000 + nth, *at, None, fact));
    }
    all
}
