//! Putting together what the words of a line say: what belongs to each other, and what contradicts.

use super::text::Text;
use super::{Found, Meaning, Read};
use crate::plan::dose::MEASURES;
use crate::plan::draft::{Asked, LinePart, LineQuestion, LineSuggested, Suggestion, Words};
use crate::plan::{Counted, DayPattern};

/// What the words of a line say, put together.
pub(super) fn settled(text: &Text<'_>, read: Read, mut line: LineSuggested) -> LineSuggested {
    let Read { found, apart, left, .. } = read;
    let mut plain: Vec<(Words, Vec<LinePart>)> = Vec::new();
    let mut qualities = Vec::new();
    for Found { tokens, meaning } in found {
        let words = text.words(tokens);
        match meaning {
            Meaning::Parts(parts) => plain.push((words, parts)),
            Meaning::Either(asked, readings) => {
                line.questions.push(LineQuestion { words, asked, readings });
            }
            other => qualities.push((words, other)),
        }
    }
    for (words, quality) in &qualities {
        if !qualify(words, quality, &qualities, &mut plain, &mut line.questions) {
            line.not_understood.push(words.clone());
        }
    }
    drop_implied_days(&mut plain);
    ask_where_they_disagree(&mut plain, &mut line.questions);
    ask_for_the_rest(&mut plain, &mut line.questions);
    line.suggestions = plain
        .into_iter()
        .flat_map(|(words, parts)| {
            parts.into_iter().map(move |part| Suggestion { words: words.clone(), part })
        })
        .collect();
    line.not_understood.extend(apart.into_iter().chain(left).map(|tokens| text.words(tokens)));
    line.not_understood.sort_by_key(|words| words.from);
    line
}

/// Puts words that say something about other words to those; whether there were any.
fn qualify(
    words: &Words,
    quality: &Meaning,
    qualities: &[(Words, Meaning)],
    plain: &mut Vec<(Words, Vec<LinePart>)>,
    questions: &mut Vec<LineQuestion>,
) -> bool {
    let most_a_day = qualities.iter().find_map(|(_, quality)| match quality {
        Meaning::MostADay(most) => Some(*most),
        _ => None,
    });
    let is_as_needed = qualities.iter().any(|(_, quality)| matches!(quality, Meaning::When));
    let parts = plain.iter_mut().flat_map(|(_, parts)| parts);
    let asked = questions.iter_mut().flat_map(|question| question.readings.iter_mut().flatten());
    let mut is_about_something = false;
    match quality {
        Meaning::When => {
            plain.push((
                words.clone(),
                vec![LinePart::AsNeeded { when: words.text.clone(), most_a_day }],
            ));
            return true;
        }
        Meaning::MostADay(_) if is_as_needed => return true,
        Meaning::MostADay(most) => {
            let as_needed =
                LinePart::AsNeeded { when: words.text.clone(), most_a_day: Some(*most) };
            let between = LinePart::TimesADay { times: 1, most: *most };
            let readings =
                vec![vec![as_needed], vec![between, LinePart::Days(DayPattern::EveryDay)]];
            let words = words.clone();
            questions.push(LineQuestion { words, asked: Asked::HowOften, readings });
            return true;
        }
        Meaning::NotRunning => {
            for part in parts.chain(asked) {
                if let LinePart::Days(DayPattern::TimesAWeek { not_two_days_running, .. }) = part {
                    (*not_two_days_running, is_about_something) = (true, true);
                }
            }
        }
        Meaning::Awake => {
            for part in parts.chain(asked) {
                is_about_something |= matches!(part, LinePart::EveryHours { .. });
            }
        }
        Meaning::Between(from, until) => {
            for part in parts.chain(asked) {
                if let LinePart::EveryHours { between, .. } = part {
                    (*between, is_about_something) = (Some((*from, *until)), true);
                }
            }
        }
        Meaning::Parts(_) | Meaning::Either(..) => {}
    }
    is_about_something
}

/// What a line can have once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Measure,
    Sets,
    Hold,
    Rest,
    Load,
    Side,
    Days,
    Bouts,
    Growth,
}

fn slot(part: &LinePart) -> Option<Slot> {
    Some(match part {
        LinePart::Number { key, .. } if MEASURES.contains(key) => Slot::Measure,
        LinePart::Number { key: Counted::Sets, .. } => Slot::Sets,
        LinePart::Number { .. } => Slot::Hold,
        LinePart::RestSeconds(_) => Slot::Rest,
        LinePart::Load(_) | LinePart::LoadKg(_) => Slot::Load,
        LinePart::Side(_) => Slot::Side,
        LinePart::Days(_) | LinePart::EveryDays(_) | LinePart::NotOn(_) => Slot::Days,
        LinePart::TimesADay { .. }
        | LinePart::EveryHours { .. }
        | LinePart::Rounds(_)
        | LinePart::AsNeeded { .. }
        | LinePart::Technique => Slot::Bouts,
        LinePart::Growth { .. } => Slot::Growth,
        LinePart::Exercise(_)
        | LinePart::UpTo { .. }
        | LinePart::Range(_)
        | LinePart::NotGiven(_)
        | LinePart::DayOff { .. }
        | LinePart::LastDay { .. }
        | LinePart::GapMinutes(_) => return None,
    })
}

/// "Twice a day" says every day only where nothing else says which days.
fn drop_implied_days(plain: &mut [(Words, Vec<LinePart>)]) {
    let is_every_day = |part: &LinePart| *part == LinePart::Days(DayPattern::EveryDay);
    let parts = || plain.iter().flat_map(|(_, parts)| parts);
    let says_other_days = parts().any(|part| {
        (slot(part) == Some(Slot::Days) && !is_every_day(part))
            || matches!(part, LinePart::AsNeeded { .. } | LinePart::Technique)
    });
    let mut has_one = false;
    for (_, parts) in plain {
        parts.retain(|part| {
            let is_said_again = is_every_day(part) && (says_other_days || has_one);
            has_one |= is_every_day(part);
            !is_said_again
        });
    }
}

/// Where two words of a line say different things of the same, neither is taken: it is asked.
fn ask_where_they_disagree(
    plain: &mut Vec<(Words, Vec<LinePart>)>,
    questions: &mut Vec<LineQuestion>,
) {
    let slots = [
        (Slot::Measure, Asked::Dose),
        (Slot::Sets, Asked::Dose),
        (Slot::Hold, Asked::Dose),
        (Slot::Rest, Asked::Dose),
        (Slot::Load, Asked::Dose),
        (Slot::Side, Asked::Side),
        (Slot::Days, Asked::WhichDays),
        (Slot::Bouts, Asked::HowOften),
        (Slot::Growth, Asked::Grows),
    ];
    for (wanted, asked) in slots {
        let has = |parts: &[LinePart]| parts.iter().any(|part| slot(part) == Some(wanted));
        let saying: Vec<_> = plain.iter().filter(|(_, parts)| has(parts)).cloned().collect();
        let [(words, first), others @ ..] = saying.as_slice() else { continue };
        let of_slot = |parts: &[LinePart]| -> Vec<LinePart> {
            let parts = parts.iter().filter(|part| slot(part) == Some(wanted));
            parts.cloned().collect()
        };
        if others.iter().all(|(_, other)| of_slot(other) == of_slot(first)) {
            // Said twice alike, it is suggested once.
            let mut is_first = true;
            for (_, parts) in plain.iter_mut().filter(|(_, parts)| has(parts)) {
                if !std::mem::take(&mut is_first) {
                    parts.retain(|part| slot(part) != Some(wanted));
                }
            }
            continue;
        }
        let readings = saying.iter().map(|(_, parts)| parts.clone()).collect();
        questions.push(LineQuestion { words: words.clone(), asked, readings });
        plain.retain(|(_, parts)| !has(parts));
    }
}

/// Asks how often on a day where only the days are said, and on which days where only the times are.
fn ask_for_the_rest(plain: &mut Vec<(Words, Vec<LinePart>)>, questions: &mut Vec<LineQuestion>) {
    let said = plain.clone();
    let saying = |wanted: Slot| {
        said.iter().find(|(_, parts)| parts.iter().any(|part| slot(part) == Some(wanted)))
    };
    let is_asked = |questions: &[LineQuestion], wanted: Slot| {
        questions.iter().any(|question| {
            question.readings.iter().flatten().any(|part| slot(part) == Some(wanted))
        })
    };
    match (saying(Slot::Days), saying(Slot::Bouts)) {
        (Some((words, parts)), None) if !is_asked(questions, Slot::Bouts) => {
            let once = LinePart::TimesADay { times: 1, most: 1 };
            let words = words.clone();
            let (asked, readings) = match parts.as_slice() {
                // "Not on Sundays" alone can be about the line or about everything, and leaves open how often.
                [not_on @ LinePart::NotOn(weekdays)] => {
                    plain.retain(|(_, parts)| !parts.contains(not_on));
                    let (as_written, weekdays) = (words.text.clone(), weekdays.clone());
                    let day_off = LinePart::DayOff { as_written, weekdays };
                    let every_day = LinePart::Days(DayPattern::EveryDay);
                    let of_line = vec![not_on.clone()];
                    let once = vec![not_on.clone(), once];
                    (Asked::WhichDays, vec![once, of_line, vec![every_day, day_off]])
                }
                _ => (Asked::HowOften, vec![vec![once]]),
            };
            questions.push(LineQuestion { words, asked, readings });
        }
        (None, Some((words, parts)))
            if !is_asked(questions, Slot::Days)
                && !parts.iter().any(|part| {
                    matches!(part, LinePart::AsNeeded { .. } | LinePart::Technique)
                }) =>
        {
            let readings = vec![vec![LinePart::Days(DayPattern::EveryDay)]];
            let words = words.clone();
            questions.push(LineQuestion { words, asked: Asked::WhichDays, readings });
        }
        _ => {}
    }
}
