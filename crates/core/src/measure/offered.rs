//! What is offered and what is suggested. Neither bounds what can be recorded.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::sitting::sitting_waits;
use super::{Activities, Measure, MeasureFact};
use crate::ids::RecordId;
use crate::person::{Answers, Standing};
use crate::plan::{Fusion, Revision};
use crate::safety::LimitKind;
use crate::schedule::Agenda;
use crate::time::{Day, Instant};

/// The completed weeks after surgery from which the chair stand is offered: after a decompression, and after a
/// fusion (GK; the same weeks in which strength is usually first trained, E6).
const CHAIR_STAND_WEEK: i32 = 6;
const CHAIR_STAND_WEEK_FUSION: i32 = 12;

/// The completed weeks for which it is suggested to rate activities, and to measure standing and sitting (GK).
const ACTIVITY_WEEKS: [u16; 5] = [2, 6, 12, 24, 52];
const FUNCTION_WEEKS: [u16; 3] = [6, 12, 24];

/// How long a suggestion stands, in days from the first day of its week. It then goes without a word: nothing is to
/// be made up for.
const SUGGESTED_DAYS: i32 = 14;

/// A number of so many days before the week counts for it.
const EARLY_DAYS: i32 = 7;

/// What the present day looks like, for what is offered on it.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// The present day.
    pub today: Day,
    /// What the person said of themselves.
    pub answers: &'a Answers,
    /// The plan that holds.
    pub plan: Option<&'a Revision>,
    /// What the plan asks for today.
    pub agenda: Option<&'a Agenda>,
    /// Whether a warning sign stops everything.
    pub is_stopped: bool,
    /// For how many seconds the person has been sitting who times it; `None` where nobody does.
    pub sat: Option<u32>,
}

/// Why the chair stand is not offered: the first reason that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum ChairStandWaits {
    /// A warning sign stops everything.
    WarningSign,
    /// Nobody has said when the operation was.
    DateUnknown,
    /// Its week has not come.
    NotYet {
        /// The first day on which it may be offered.
        from: Day,
        /// Whether screws, rods or bone graft were put in, or nobody knows.
        counts_as_fusion: bool,
    },
    /// It was broken off because it hurt, and nobody of the team has said anything since.
    Hurt {
        /// The entry that says so.
        record: RecordId,
        /// The day.
        day: Day,
    },
    /// Nobody of the team has said that the person may do it.
    NoOk,
    /// The plan is paused, or waits after a pause until the person goes on.
    Paused,
    /// An exercise is stopped for now.
    ExerciseStopped,
    /// The person said "not a good day".
    BadDay,
}

/// Who said that the person may do the chair stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaidOk {
    /// The entry that says so.
    pub record: RecordId,
    /// Who, in the person's words.
    pub who: String,
    /// The day on which they said it.
    pub said_on: Day,
}

/// For which time a measure is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Suggested {
    /// To begin with.
    Start,
    /// For so many completed weeks after surgery.
    Week(u16),
}

/// Why the chair stand is not offered; `None` where it is.
pub(super) fn chair_stand_waits(
    stands: &[Standing<'_, MeasureFact>],
    here: &Here<'_>,
) -> Option<ChairStandWaits> {
    if here.is_stopped {
        return Some(ChairStandWaits::WarningSign);
    }
    let Some(operation) = here.operation() else { return Some(ChairStandWaits::DateUnknown) };
    let counts_as_fusion = here.counts_as_fusion();
    let week = if counts_as_fusion { CHAIR_STAND_WEEK_FUSION } else { CHAIR_STAND_WEEK };
    let from = operation.plus(7 * week);
    if here.today < from {
        return Some(ChairStandWaits::NotYet { from, counts_as_fusion });
    }
    let ok_at = last_ok(stands).map(|(at, _)| at);
    let hurt = stands.iter().filter_map(|known| match known.fact {
        MeasureFact::ChairStandHurt { day } => Some((known.first.at, known.last.id, *day)),
        _ => None,
    });
    if let Some((_, record, day)) = hurt.max().filter(|(at, ..)| ok_at.is_none_or(|ok| ok <= *at)) {
        return Some(ChairStandWaits::Hurt { record, day });
    }
    if ok_at.is_none() {
        return Some(ChairStandWaits::NoOk);
    }
    let agenda = here.agenda?;
    if agenda.pause.is_some() {
        Some(ChairStandWaits::Paused)
    } else if !agenda.stops.is_empty() {
        Some(ChairStandWaits::ExerciseStopped)
    } else {
        agenda.bad_day.map(|_| ChairStandWaits::BadDay)
    }
}

/// The word of the team that was recorded last, and when.
pub(super) fn last_ok(stands: &[Standing<'_, MeasureFact>]) -> Option<(Instant, SaidOk)> {
    let said = stands.iter().filter_map(|known| match known.fact {
        MeasureFact::ChairStandOk { who, said_on } => {
            let ok = SaidOk { record: known.last.id, who: who.clone(), said_on: *said_on };
            Some((known.first.at, ok))
        }
        _ => None,
    });
    said.max_by_key(|(at, ok)| (*at, ok.record))
}

/// For which time `measure` is suggested, given the last day on which it was measured.
pub(super) fn number_suggested(
    measure: Measure,
    last: Option<Day>,
    here: &Here<'_>,
    waits: Option<&ChairStandWaits>,
) -> Option<Suggested> {
    let is_offered = match measure {
        Measure::ChairStand => waits.is_none(),
        Measure::Sitting => sitting_waits(here).is_none(),
        Measure::Steps => false,
    };
    week(&FUNCTION_WEEKS, last, here).filter(|_| is_offered)
}

/// For which time it is suggested to rate the activities.
pub(super) fn activities_suggested(activities: &Activities, here: &Here<'_>) -> Option<Suggested> {
    let is_to_come = here.operation().is_some_and(|operation| here.today < operation);
    if here.is_resting() || is_to_come {
        return None;
    }
    if activities.asked().next().is_none() {
        return Some(Suggested::Start);
    }
    week(&ACTIVITY_WEEKS, activities.last_rated(), here)
}

/// The one of `weeks` that today lies in and that has no number yet.
fn week(weeks: &[u16], last: Option<Day>, here: &Here<'_>) -> Option<Suggested> {
    let operation = here.operation()?;
    let is_now = |week: &&u16| {
        let first = operation.plus(7 * i32::from(**week));
        let is_measured = last.is_some_and(|last| last >= first.plus(-EARLY_DAYS));
        (0..SUGGESTED_DAYS).contains(&here.today.days_after(first)) && !is_measured
    };
    weeks.iter().find(is_now).map(|week| Suggested::Week(*week))
}

impl Here<'_> {
    /// The day of the operation. Where plan and person say different days it is the later: a test that comes a few
    /// days late harms nobody.
    fn operation(&self) -> Option<Day> {
        let of_person = self.answers.operation.as_ref().map(|answer| answer.value);
        self.plan.map(|plan| plan.surgery.date).max(of_person)
    }

    /// Whether the weeks of a fusion hold. They do where plan or person says so, and where nobody knows: then the
    /// test comes later than it might, and never earlier than it should; and the team is asked in any case.
    fn counts_as_fusion(&self) -> bool {
        let of_person = self.answers.fusion.as_ref().map(|answer| answer.value);
        let said = [self.plan.map(|plan| plan.surgery.fusion), of_person];
        said.contains(&Some(Fusion::Yes)) || !said.contains(&Some(Fusion::No))
    }

    /// Whether nothing is suggested today, because everything rests.
    fn is_resting(&self) -> bool {
        self.is_stopped || self.agenda.is_some_and(|agenda| agenda.pause.is_some())
    }

    pub(super) fn has_limit(&self, kind: LimitKind) -> bool {
        let limits = self.agenda.iter().flat_map(|agenda| &agenda.precautions);
        limits.into_iter().any(|limit| limit.kinds.contains(&kind))
    }
}
