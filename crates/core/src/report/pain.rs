//! Every pain score of some days, wherever it was said: with an exercise, of a day, or for itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::LineId;
use crate::record::{Fact, HurtPlace, PainMoment, PlanStanding, SaidOfLine, Standing};
use crate::time::{Day, Instant, Span};

/// A pain score that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainScore {
    /// The day it counts for.
    pub day: Day,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
    /// Where it hurt.
    pub place: HurtPlace,
    /// 0 to 10.
    pub score: u8,
    /// When it was looked at; `None` where it is of the day and no more was said.
    pub when: Option<PainMoment>,
    /// The line with which it came; `None` where it is of no line.
    pub line: Option<LineId>,
}

/// The pain of one place over some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainSeries {
    /// Where.
    pub place: HurtPlace,
    /// The days of which there is a number, the earliest first. A day that nobody rated is none of them.
    pub days: Vec<PainOfDay>,
}

/// The pain of one place on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainOfDay {
    /// The day.
    pub day: Day,
    /// Days after the first one of its series.
    pub after_first: i32,
    /// The highest number of the day, 0 to 10.
    pub value: u8,
    /// Whether the day before it has no number: no line leads here.
    pub apart: bool,
}

/// The highest number of each day, for each place of which there is one: the back, the leg, elsewhere, not said.
/// `scores` are in the order of their days.
#[must_use]
pub fn pain_by_day(scores: &[PainScore]) -> Vec<PainSeries> {
    let mut places: BTreeMap<HurtPlace, Vec<PainOfDay>> = BTreeMap::new();
    for PainScore { day, place, score, .. } in scores {
        let days = places.entry(*place).or_default();
        let first = days.first().map_or(*day, |first| first.day);
        match days.last_mut() {
            Some(last) if last.day == *day => last.value = last.value.max(*score),
            last => {
                let apart = last.is_none_or(|last| day.days_after(last.day) > 1);
                let after_first = day.days_after(first);
                days.push(PainOfDay { day: *day, after_first, value: *score, apart });
            }
        }
    }
    places.into_iter().map(|(place, days)| PainSeries { place, days }).collect()
}

/// Rating an exercise once kept its score twice, moments apart: alone, and with the exercise. What was entered closer
/// together than this, alike in all else, is one score.
const ONE_TAP: Span = Span::minutes(1);

/// The scores of the days from `from` through `through`, in the order of their days and of their entry.
#[must_use]
pub fn pain_scores(
    standing: &Standing,
    said: &PlanStanding,
    from: Day,
    through: Day,
) -> Vec<PainScore> {
    let told = said.stops.iter().filter_map(|stop| match &stop.said {
        SaidOfLine::Hurt(hurt) => Some(PainScore {
            day: stop.day,
            at: stop.at,
            place: hurt.place,
            score: hurt.score?,
            when: Some(hurt.when),
            line: hurt.line.clone(),
        }),
        SaidOfLine::AskedAndYes(..) | SaidOfLine::AllStopped(_) => None,
    });
    let is_asked = |score: &PainScore| (from..=through).contains(&score.day);
    let mut scores: Vec<PainScore> = told.filter(is_asked).collect();
    // Ordered by days, so that years are not gone through for each of them.
    scores.sort_by_key(|score| score.day);
    let mut more = Vec::new();
    let alone = standing.others.iter().filter_map(|record| match record.fact {
        Fact::Pain { day, place, score } => Some(PainScore {
            day,
            at: record.at,
            place: place.into(),
            score,
            when: None,
            line: None,
        }),
        _ => None,
    });
    for score in alone.filter(is_asked) {
        let is_same = |other: &&PainScore| {
            (other.day, other.place, other.score) == (score.day, score.place, score.score)
                && (other.at - score.at).abs() < ONE_TAP
        };
        let since = scores.partition_point(|other| other.day < score.day);
        let mut of_day = scores[since..].iter().take_while(|other| other.day == score.day);
        if !of_day.any(|other| is_same(&other)) {
            more.push(score);
        }
    }
    scores.extend(more);
    scores.sort_by_key(|score| (score.day, score.at));
    scores
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PlanId;
    use crate::record::{Hurt, PainPlace, PlanFact, settle, settle_plan_facts};
    use crate::samples::{day, plan_record, record};

    #[test]
    fn a_day_shows_its_highest_number_and_no_line_leads_over_days_without_one() {
        let scores = [
            ("2026-11-16", HurtPlace::Back, 3),
            ("2026-11-16", HurtPlace::Back, 5),
            ("2026-11-16", HurtPlace::Leg, 0),
            ("2026-11-17", HurtPlace::Back, 2),
            ("2026-11-17", HurtPlace::Back, 1),
            ("2026-11-19", HurtPlace::Back, 4),
            ("2026-11-19", HurtPlace::NotSaid, 6),
        ];
        let scores = scores.map(|(on, place, score)| PainScore {
            day: day(on),
            at: crate::samples::instant("2026-11-16T09:00:00Z"),
            place,
            score,
            when: None,
            line: None,
        });
        let series = pain_by_day(&scores);
        let found: Vec<_> = series
            .iter()
            .flat_map(|PainSeries { place, days }| {
                days.iter().map(|one| (*place, one.after_first, one.value, one.apart))
            })
            .collect();
        let expected = [
            (HurtPlace::Back, 0, 5, true),
            (HurtPlace::Back, 1, 2, false),
            (HurtPlace::Back, 3, 4, true),
            (HurtPlace::Leg, 0, 0, true),
            (HurtPlace::NotSaid, 0, 6, true),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_score_that_one_tap_kept_twice_is_one_and_all_others_stand() {
        let hurt = |id, at: &str, line: Option<&str>, score| {
            let hurt = Hurt {
                line: line.and_then(LineId::new),
                bout: None,
                place: HurtPlace::Back,
                score,
                when: PainMoment::After,
                spreading: false,
                usual: None,
            };
            let plan = PlanId::new("sample").unwrap();
            plan_record(id, at, PlanFact::Hurt { plan, revision: 1, day: day(&at[..10]), hurt })
        };
        let alone = |id, at: &str, place, score| {
            record(id, at, Fact::Pain { day: day(&at[..10]), place, score })
        };
        let said = settle_plan_facts(&[
            hurt(1, "2026-11-18T09:00:01Z", Some("bridge"), Some(4)),
            hurt(2, "2026-11-18T20:00:00Z", None, Some(2)),
            hurt(3, "2026-11-18T21:00:00Z", None, None),
            hurt(4, "2026-11-17T20:00:00Z", None, Some(9)),
        ]);
        let standing = settle(&[
            alone(11, "2026-11-18T09:00:00Z", PainPlace::Back, 4),
            alone(12, "2026-11-18T09:00:00Z", PainPlace::Leg, 4),
            alone(13, "2026-11-18T10:00:00Z", PainPlace::Back, 4),
            alone(14, "2026-11-19T10:00:00Z", PainPlace::Back, 8),
        ]);
        let scores = pain_scores(&standing, &said, day("2026-11-18"), day("2026-11-18"));
        let found: Vec<_> = scores
            .iter()
            .map(|score| (score.at.format("%H:%M").to_string(), score.place, score.score))
            .collect();
        let expected = [
            ("09:00", HurtPlace::Leg, 4),
            ("09:00", HurtPlace::Back, 4),
            ("10:00", HurtPlace::Back, 4),
            ("20:00", HurtPlace::Back, 2),
        ];
        assert_eq!(found, expected.map(|(at, place, score)| (at.to_owned(), place, score)));
        assert_eq!(scores[1].line, LineId::new("bridge"), "it is known with what it came");
    }
}
