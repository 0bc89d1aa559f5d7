//! Facts about a plan rather than about one bout: what the team said, pauses, bad days, stages agreed to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Entered, EnteredBy};
use crate::ids::{ClearanceId, LineId, PlanId, RecordId};
use crate::time::{Day, Instant};

/// One appended fact about a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanRecord {
    /// Its name.
    pub id: RecordId,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
    /// The zone the person was in when it was entered.
    pub zone: String,
    /// Whether it was entered on the day it speaks of.
    pub entered: Entered,
    /// Who entered it.
    pub by: EnteredBy,
    /// The record that this one replaces.
    pub corrects: Option<RecordId>,
    /// The fact.
    pub fact: PlanFact,
}

/// A fact about a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum PlanFact {
    /// What the care team said when they were asked for an OK.
    Clearance {
        /// The plan.
        plan: PlanId,
        /// The revision whose words were asked about. A later one must say the same for the answer to hold.
        revision: u32,
        /// What they were asked for.
        clearance: ClearanceId,
        /// What they said.
        answer: ClearanceAnswer,
        /// Who said it.
        who: Option<String>,
        /// How: on the phone, at the visit.
        how: Option<String>,
        /// The day on which they said it.
        said_on: Day,
        /// The day from which it holds: that on which it was entered, so that no day that was lived changes.
        day: Day,
    },
    /// The person does not exercise on these days.
    Pause {
        /// The first day of it.
        from: Day,
        /// The last day of it; `None` while it is open.
        through: Option<Day>,
    },
    /// The person goes on from this day.
    Resumed {
        /// The first day on which they do.
        day: Day,
    },
    /// The person said "not a good day".
    BadDay {
        /// The day.
        day: Day,
    },
    /// The care team said that a limit is over.
    LimitOver {
        /// The plan.
        plan: PlanId,
        /// The revision that the limit stood on. A limit that was imposed anew is another one.
        revision: u32,
        /// The limit, in the sheet's words.
        limit: String,
        /// Who said it.
        who: Option<String>,
        /// The day on which they said it.
        said_on: Day,
        /// The day from which it is over: that on which it was entered.
        day: Day,
    },
    /// The person agreed to the next stage of a line.
    StageAgreed {
        /// The plan.
        plan: PlanId,
        /// The revision that the stage stood on.
        revision: u32,
        /// The line.
        line: LineId,
        /// The stage, from 1.
        stage: u16,
        /// The day from which it holds.
        day: Day,
    },
    /// The corrected record was a mistake: it no longer stands.
    Withdrawn,
}

/// What the care team said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceAnswer {
    /// Yes.
    Yes,
    /// Not yet.
    NotYet,
    /// No.
    No,
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingPause {
    /// The record that says so.
    pub record: RecordId,
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` while it is open.
    pub through: Option<Day>,
    /// When it was entered.
    #[ts(type = "string")]
    pub at: Instant,
}

/// What stands of the facts about plans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanStanding {
    /// Every answer for each OK, in the order of its days.
    pub clearances: BTreeMap<(PlanId, ClearanceId), Vec<StandingClearance>>,
    /// Pauses, in the order of their first days.
    pub pauses: Vec<StandingPause>,
    /// Days on which the person went on, and when they said so.
    pub resumed: Vec<(Day, Instant)>,
    /// Bad days, with the record that says so.
    pub bad_days: BTreeMap<Day, RecordId>,
    /// Limits that are over: on which revision each stood, and the first day on which it is over.
    pub limits_over: BTreeMap<(PlanId, String), Vec<(u32, Day)>>,
    /// Stages that were agreed to: on which revision each stood, and the first day on which it holds.
    pub stages: BTreeMap<(PlanId, LineId, u16), Vec<(u32, Day)>>,
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
    for record in in_order.iter().filter(|record| !replaced.contains(&record.id)) {
        place(&mut standing, record);
    }
    standing.pauses.sort_by_key(|pause| (pause.from, pause.record));
    for answers in standing.clearances.values_mut() {
        // Sorting keeps the order of entry within a day.
        answers.sort_by_key(|answer| answer.day);
    }
    standing
}

fn place(standing: &mut PlanStanding, record: &PlanRecord) {
    let id = record.id;
    match record.fact.clone() {
        PlanFact::Clearance { plan, revision, clearance, answer, who, how, said_on, day } => {
            let said = StandingClearance { record: id, revision, answer, who, how, said_on, day };
            standing.clearances.entry((plan, clearance)).or_default().push(said);
        }
        PlanFact::Pause { from, through } => {
            standing.pauses.push(StandingPause { record: id, from, through, at: record.at });
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
            standing.stages.entry((plan, line, stage)).or_default().push((revision, day));
        }
        PlanFact::Withdrawn => {}
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

    /// The pause that `day` lies in: from its first day until the person goes on. A pause whose last day has
    /// passed waits for that word, unless it was over already when it was entered.
    #[must_use]
    pub fn pause_on(&self, day: Day) -> Option<StandingPause> {
        let holds = |pause: &&StandingPause| {
            let is_in = pause.through.is_none_or(|last| day <= last);
            let waits = pause.through.is_none_or(|last| last >= Day(pause.at.date_naive()));
            pause.from <= day && (is_in || waits)
        };
        let pause = self.pauses.iter().rev().find(holds)?;
        let goes_on = self
            .resumed
            .iter()
            .any(|(from, at)| *at > pause.at && (pause.from..=day).contains(from));
        (!goes_on).then_some(*pause)
    }
}

#[cfg(test)]
mod tests {
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
        let pause = PlanFact::Pause { from: day("2026-11-20"), through: Some(day("2026-11-22")) };
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
        let again = PlanFact::Pause { from: day("2026-11-24"), through: None };
        records.push(record(3, "2026-11-24T12:00:00Z", None, again));
        assert!(paused(&records, "2026-11-24"));
    }

    #[test]
    fn a_pause_that_was_over_when_it_was_entered_takes_no_later_day() {
        let pause = PlanFact::Pause { from: day("2026-11-10"), through: Some(day("2026-11-17")) };
        let standing = settle_plan_facts(&[record(1, "2026-11-25T10:00:00Z", None, pause)]);
        assert!(standing.pause_on(day("2026-11-17")).is_some());
        assert!(standing.pause_on(day("2026-11-18")).is_none());
    }
}
