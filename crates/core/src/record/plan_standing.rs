//! What stands of the facts about plans.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::{Answers, answers, chain};
use super::{
    AllStopped, BoutPlace, ClearanceAnswer, Hurt, PauseReason, PlanFact, PlanRecord, Stop,
    UsualMorning,
};
use crate::ids::{ClearanceId, LineId, PlanId, RecordId};
use crate::safety::SafetyQuestion;
use crate::time::{Day, Instant};

/// An answer of the care team that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingClearance {
    /// The record that says so.
    pub record: RecordId,
    /// The revision whose words were asked about.
    pub revision: u32,
    /// What they said.
    pub answer: ClearanceAnswer,
    /// Who said it.
    pub who: Option<String>,
    /// How.
    pub how: Option<String>,
    /// The day on which they said it.
    pub said_on: Day,
    /// The day from which it holds.
    pub day: Day,
}

/// A pause that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingPause {
    /// The record that says so.
    pub record: RecordId,
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` while it is open.
    pub through: Option<Day>,
    /// Why, where the person said so.
    pub reason: Option<PauseReason>,
    /// When it was entered first.
    #[ts(type = "string")]
    pub at: Instant,
}

/// What the person said of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingStage {
    /// The revision that the stage stood on.
    pub revision: u32,
    /// The day from which it holds.
    pub day: Day,
    /// Whether the person goes to the stage; if not, they stay as they are.
    pub goes_on: bool,
}

/// Something that the person said, and that may stop or change a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingStop {
    /// The record that says so.
    pub record: RecordId,
    /// The plan.
    pub plan: PlanId,
    /// The revision that held.
    pub revision: u32,
    /// The day.
    pub day: Day,
    /// When it was entered.
    pub at: Instant,
    /// What was said.
    pub said: SaidOfLine,
}

/// What was said that may stop or change a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidOfLine {
    /// It hurt.
    Hurt(Hurt),
    /// A question was answered with yes: one that comes before the line, or that was asked while it was done; of none.
    AskedAndYes(Option<LineId>, SafetyQuestion),
    /// All exercises are stopped.
    AllStopped(AllStopped),
}

/// What somebody of the team said about a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingRelease {
    /// When it was entered first.
    pub at: Instant,
    /// Who said it.
    pub who: Option<String>,
    /// The first day on which the person may go on; `None`: from that moment on.
    pub from: Option<Day>,
}

/// The day of the operation, as the person said it at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationSaid {
    /// When they said it.
    pub at: Instant,
    /// The day on which they did.
    pub on: Day,
    /// The day of the operation.
    pub date: Day,
}

/// What stands of the facts about plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanStanding {
    /// Every answer for each OK that held on some day, in the order of their days.
    pub clearances: Answers,
    /// Pauses, in the order of their first days.
    pub pauses: Vec<StandingPause>,
    /// Days on which the person went on, and when they said so.
    pub resumed: Vec<(Day, Instant)>,
    /// Bad days, with the record that says so.
    pub bad_days: BTreeMap<Day, RecordId>,
    /// Limits that are over: on which revision each stood, and the first day on which it is over.
    pub limits_over: BTreeMap<(PlanId, String), Vec<(u32, Day)>>,
    /// What the person said of each stage, in the order of entry.
    pub stages: BTreeMap<(PlanId, LineId, u16), Vec<StandingStage>>,
    /// What may have stopped or changed a line, in the order of entry.
    pub stops: Vec<StandingStop>,
    /// The rounds, and times of a line that was done alone, of which somebody said in one word how they felt.
    pub felt: BTreeSet<(Day, Option<LineId>, BoutPlace)>,
    /// How it hurts on a usual morning, as said last.
    pub usual_morning: Option<UsualMorning>,
    /// Stretches in which a warning sign stops all of it; they come from [`super::settle_signs`].
    pub red_flags: Vec<Stop>,
    /// The days that the person said the operation is on, in the order of entry; they come from what the person says of
    /// themselves.
    pub operations: Vec<OperationSaid>,
    /// What the team said about each stop, in the order of entry.
    pub spoken_to: BTreeMap<RecordId, Vec<StandingRelease>>,
}

/// What stands, given every record. The order of `records` does not matter: a correction replaces the record
/// it names, and of several the last entered stands.
#[must_use]
pub fn settle_plan_facts(records: &[PlanRecord]) -> PlanStanding {
    let mut in_order: Vec<&PlanRecord> = records.iter().collect();
    in_order.sort_by_key(|record| (record.at, record.id));
    in_order.dedup_by_key(|record| record.id);
    let replaced: BTreeSet<RecordId> = in_order.iter().filter_map(|known| known.corrects).collect();
    let mut standing = PlanStanding::default();
    let last = in_order.iter().filter(|record| !replaced.contains(&record.id));
    // When the first of a chain was entered counts: a correction of what was said long ago does not undo what was said
    // since.
    let chains: Vec<_> = last.map(|last| chain(&in_order, last)).collect();
    for chain in &chains {
        if let (Some(first), Some(last)) = (chain.first(), chain.last()) {
            place(&mut standing, last, first.at);
        }
    }
    standing.clearances = answers(
        chains
            .into_iter()
            .filter(|chain| chain.last().is_some_and(|last| last.fact != PlanFact::Withdrawn)),
    );
    standing.pauses.sort_by_key(|pause| (pause.from, pause.record));
    for releases in standing.spoken_to.values_mut() {
        releases.sort_by_key(|release| release.at);
    }
    standing
}

fn place(standing: &mut PlanStanding, record: &PlanRecord, first_said: Instant) {
    let id = record.id;
    match record.fact.clone() {
        PlanFact::Pause { from, through, reason } => {
            let pause = StandingPause { record: id, from, through, reason, at: first_said };
            standing.pauses.push(pause);
        }
        PlanFact::Resumed { day } => {
            standing.resumed.push((day, record.at));
        }
        PlanFact::BadDay { day } => {
            standing.bad_days.entry(day).or_insert(id);
        }
        PlanFact::LimitOver { plan, revision, limit, day, .. } => {
            standing.limits_over.entry((plan, limit)).or_default().push((revision, day));
        }
        PlanFact::StageAgreed { plan, revision, line, stage, day } => {
            let said = StandingStage { revision, day, goes_on: true };
            standing.stages.entry((plan, line, stage)).or_default().push(said);
        }
        PlanFact::StageStayed { plan, revision, line, stage, day } => {
            let said = StandingStage { revision, day, goes_on: false };
            standing.stages.entry((plan, line, stage)).or_default().push(said);
        }
        PlanFact::Hurt { plan, revision, day, hurt } => {
            let (said, at) = (SaidOfLine::Hurt(hurt), first_said);
            standing.stops.push(StandingStop { record: id, plan, revision, day, at, said });
        }
        PlanFact::AskedAndYes { plan, revision, line, question, day } => {
            let (said, at) = (SaidOfLine::AskedAndYes(line, question), first_said);
            standing.stops.push(StandingStop { record: id, plan, revision, day, at, said });
        }
        PlanFact::AllStopped { plan, revision, because, day, .. } => {
            let (said, at) = (SaidOfLine::AllStopped(because), first_said);
            standing.stops.push(StandingStop { record: id, plan, revision, day, at, said });
        }
        PlanFact::SpokenTo { stop, who, from, .. } => {
            let release = StandingRelease { at: first_said, who, from };
            standing.spoken_to.entry(stop).or_default().push(release);
        }
        PlanFact::UsualMorning { usual, .. } => standing.usual_morning = Some(usual),
        PlanFact::Felt { day, line, place, .. } => {
            standing.felt.insert((day, line, place));
        }
        // What holds of an OK hangs on its whole chain.
        PlanFact::Clearance { .. } | PlanFact::Withdrawn => {}
    }
}

impl PlanStanding {
    /// What the team had said last by `day` when asked for `clearance`.
    #[must_use]
    pub fn clearance_on(
        &self,
        plan: &PlanId,
        clearance: &ClearanceId,
        day: Day,
    ) -> Option<&StandingClearance> {
        let answers = self.clearances.get(&(plan.clone(), clearance.clone()))?;
        answers.iter().rev().find(|answer| answer.day <= day)
    }

    /// What the team had said last by `at` about `stop`.
    #[must_use]
    pub fn release_at(&self, stop: RecordId, at: Instant) -> Option<&StandingRelease> {
        self.spoken_to.get(&stop)?.iter().rev().find(|release| release.at <= at)
    }

    /// The pause that `day` lies in: from its first day until the person goes on. A pause whose last day has
    /// passed waits for that word; with one that was over when it was entered, that word was entered, too.
    #[must_use]
    pub fn pause_on(&self, day: Day) -> Option<StandingPause> {
        let pause = self.pauses.iter().rev().find(|pause| pause.from <= day)?;
        let goes_on = self
            .resumed
            .iter()
            // What was entered in one moment with the pause ends it: it was over already.
            .any(|(from, at)| *at >= pause.at && (pause.from..=day).contains(from));
        (!goes_on).then(|| pause.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Entered, EnteredBy};
    use super::*;
    use crate::samples::{day, instant};

    fn record(id: u128, at: &str, corrects: Option<u128>, fact: PlanFact) -> PlanRecord {
        let id_of = |id| RecordId(uuid::Uuid::from_u128(id));
        PlanRecord {
            id: id_of(id),
            at: instant(at),
            zone: "Europe/Berlin".to_owned(),
            entered: Entered::Live,
            by: EnteredBy::Person,
            corrects: corrects.map(id_of),
            fact,
        }
    }

    fn said(answer: ClearanceAnswer, on: &str) -> PlanFact {
        PlanFact::Clearance {
            plan: PlanId::new("sample").unwrap(),
            revision: 1,
            clearance: ClearanceId::new("nurse").unwrap(),
            answer,
            who: Some("ward nurse".to_owned()),
            how: None,
            said_on: day(on),
            day: day(on),
        }
    }

    #[test]
    fn the_last_answer_of_the_team_holds_from_its_day() {
        let records = [
            record(1, "2026-11-20T10:00:00Z", None, said(ClearanceAnswer::NotYet, "2026-11-20")),
            record(2, "2026-11-27T10:00:00Z", None, said(ClearanceAnswer::Yes, "2026-11-27")),
            record(3, "2026-12-01T10:00:00Z", None, said(ClearanceAnswer::No, "2026-12-01")),
        ];
        let (plan, nurse) = (PlanId::new("sample").unwrap(), ClearanceId::new("nurse").unwrap());
        let cleared = |records: &[PlanRecord], on: &str| {
            let standing = settle_plan_facts(records);
            let said = standing.clearance_on(&plan, &nurse, day(on));
            said.is_some_and(|said| said.answer == ClearanceAnswer::Yes)
        };
        for (on, expected) in [
            ("2026-11-26", false),
            ("2026-11-27", true),
            ("2026-11-30", true),
            ("2026-12-01", false),
        ] {
            assert_eq!(cleared(&records, on), expected, "{on}");
            let backwards: Vec<_> = records.iter().rev().cloned().collect();
            assert_eq!(cleared(&backwards, on), expected, "{on}, entered backwards");
        }
        // A yes that was tapped by mistake no longer stands, and stays in the record.
        let mut corrected = records.to_vec();
        corrected.push(record(4, "2026-11-27T11:00:00Z", Some(2), PlanFact::Withdrawn));
        assert!(!cleared(&corrected, "2026-11-28"));
    }

    #[test]
    fn a_pause_goes_on_until_the_person_goes_on() {
        let pause = PlanFact::Pause {
            from: day("2026-11-20"),
            through: Some(day("2026-11-22")),
            reason: None,
        };
        let mut records = vec![record(1, "2026-11-20T10:00:00Z", None, pause)];
        let paused =
            |records: &[PlanRecord], on| settle_plan_facts(records).pause_on(day(on)).is_some();
        assert!(!paused(&records, "2026-11-19"));
        assert!(paused(&records, "2026-11-22"));
        assert!(paused(&records, "2026-11-25"));
        let resumed = PlanFact::Resumed { day: day("2026-11-24") };
        records.push(record(2, "2026-11-24T10:00:00Z", None, resumed));
        assert!(paused(&records, "2026-11-23"));
        assert!(!paused(&records, "2026-11-24"));
        // Whoever goes on in the morning and falls ill at noon takes a pause that holds.
        let again = PlanFact::Pause { from: day("2026-11-24"), through: None, reason: None };
        records.push(record(3, "2026-11-24T12:00:00Z", None, again));
        assert!(paused(&records, "2026-11-24"));
    }

    #[test]
    fn a_pause_that_was_over_when_it_was_entered_takes_no_later_day() {
        let pause = PlanFact::Pause {
            from: day("2026-11-10"),
            through: Some(day("2026-11-17")),
            reason: None,
        };
        let (at, went_on) = ("2026-11-25T10:00:00Z", PlanFact::Resumed { day: day("2026-11-18") });
        let records = [record(1, at, None, pause), record(2, at, None, went_on)];
        let standing = settle_plan_facts(&records);
        assert!(standing.pause_on(day("2026-11-17")).is_some());
        assert!(standing.pause_on(day("2026-11-18")).is_none());
    }

    #[test]
    fn a_pause_that_is_taken_in_the_evening_for_that_day_ends_by_no_silence() {
        // Four in the afternoon in Los Angeles, and one at night in Berlin: the date of neither is that of UTC.
        for at in ["2026-11-21T00:30:00Z", "2026-11-20T00:30:00Z", "2026-11-21T11:00:00Z"] {
            let today = day("2026-11-20");
            let pause = PlanFact::Pause { from: today, through: Some(today), reason: None };
            let standing = settle_plan_facts(&[record(1, at, None, pause)]);
            assert!(standing.pause_on(day("2026-11-21")).is_some(), "{at}");
        }
    }
}
