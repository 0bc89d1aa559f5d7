//! Every pain score of some days, wherever it was said: with an exercise, of a day, or for itself.

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
        SaidOfLine::AskedAndYes(..) => None,
    });
    let mut scores: Vec<PainScore> = told.collect();
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
    for score in alone {
        let is_same = |other: &&PainScore| {
            (other.day, other.place, other.score) == (score.day, score.place, score.score)
                && (other.at - score.at).abs() < ONE_TAP
        };
        if !scores.iter().any(|other| is_same(&other)) {
            scores.push(score);
        }
    }
    scores.retain(|score| (from..=through).contains(&score.day));
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
