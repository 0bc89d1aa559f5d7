//! What a sheet says of pain: rules of which none stands behind a wider one.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use super::days::Frame;
use super::dose::other_dose;
use super::rules::part;
use super::words::{choice, lines_of_words, some_of};
use crate::ids::LineId;
use crate::plan::read::{ASK_PAIN, PAIN_PLACES, PAIN_WHEN};
use crate::plan::{Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere};

pub(super) fn pain(frame: &Frame) -> impl Strategy<Value = Option<Pain>> + use<> {
    let lines = frame.lines.clone();
    let words = (option::of(lines_of_words()), option::of(choice(&ASK_PAIN)));
    let pain = (words, vec(rule(frame), 0..4)).prop_map(move |((as_written, ask), all)| {
        let mut rules: Vec<PainRule> = Vec::new();
        for rule in all {
            if !rules.iter().any(|earlier| always_first(earlier, &rule, &lines)) {
                rules.push(rule);
            }
        }
        Pain { as_written, ask, rules }
    });
    // A table that says nothing is none.
    option::of(pain).prop_map(|pain| pain.filter(|pain| *pain != Pain::default()))
}

fn rule(frame: &Frame) -> impl Strategy<Value = PainRule> + use<> {
    let (lines, contacts) = (frame.lines.clone(), frame.contacts.clone());
    let trigger = prop_oneof![
        (0u8..=9).prop_map(PainTrigger::Over),
        (1u8..=10).prop_map(PainTrigger::AtLeast),
        Just(PainTrigger::Spreading),
        Just(PainTrigger::Worse),
    ];
    let then = prop_oneof![
        Just(PainAction::GoOn),
        part().prop_map(PainAction::Part),
        other_dose().prop_map(PainAction::Dose),
        Just(PainAction::Stop),
    ];
    let lasts = prop_oneof![
        Just(PainLasts::NextTime),
        (1u8..=24).prop_map(PainLasts::Bouts),
        Just(PainLasts::UntilTold),
    ];
    let about = (lines_of_words(), prop_oneof![Just(0u32), any::<u32>()]);
    let fits = (choice(&PAIN_PLACES), trigger, choice(&PAIN_WHEN));
    (about, fits, then, lasts, option::of(any::<Index>())).prop_map(
        move |((as_written, bits), (place, trigger, when), then, lasts, ring)| PainRule {
            as_written,
            lines: some_of(&lines, bits),
            place,
            trigger,
            when: if trigger == PainTrigger::Worse { PainWhen::NextMorning } else { when },
            // Pain that moves down the leg ends the session, whatever a sheet says.
            then: if trigger == PainTrigger::Spreading { PainAction::Stop } else { then },
            lasts,
            ring: Frame::any(&contacts, ring).map(|contact| contact.name),
        },
    )
}

/// Whether `earlier` fits in everything that can happen in which `later` does, tried one by one.
fn always_first(earlier: &PainRule, later: &PainRule, lines: &[LineId]) -> bool {
    let places = [PainWhere::Back, PainWhere::Leg];
    let times = [PainWhen::Before, PainWhen::During, PainWhen::After, PainWhen::NextMorning];
    // Not two ways to say one thing: pain moves, is worse than usual, both or neither.
    let ways = [(false, false), (false, true), (true, false), (true, true)];
    let fits = |rule: &PainRule, line: &LineId, place, when, score: u8, (spreads, worse)| {
        (rule.lines.is_empty() || rule.lines.contains(line))
            && [place, PainWhere::Either].contains(&rule.place)
            && [when, PainWhen::Any].contains(&rule.when)
            && match rule.trigger {
                PainTrigger::Over(limit) => score > limit,
                PainTrigger::AtLeast(limit) => score >= limit,
                PainTrigger::Spreading => spreads,
                PainTrigger::Worse => worse,
            }
    };
    lines.iter().all(|line| {
        places.iter().all(|place| {
            times.iter().all(|when| {
                (0..=10).all(|score| {
                    ways.iter().all(|way| {
                        !fits(later, line, *place, *when, score, *way)
                            || fits(earlier, line, *place, *when, score, *way)
                    })
                })
            })
        })
    })
}
