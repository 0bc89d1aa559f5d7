//! Asks Backwise about one plan that was taken in on its first day.

use backwise_core::catalogue;
use backwise_core::ids::RecordId;
use backwise_core::plan::{PlanFile, Revision};
use backwise_core::record::{
    DaysSeen, Evidence, Opened, OperationSaid, PlanRecord, PlanStanding, Record, SignRecord,
    Standing, Stop, settle, settle_plan_facts, settle_signs,
};
use backwise_core::schedule::{Agenda, InForce, Situation, agenda};
use backwise_core::time::{Day, Instant, Whereabouts, Zone};
use chrono::{DateTime, NaiveDate};

use super::clock::Second;

pub(super) fn instant(at: Second) -> Instant {
    DateTime::from_timestamp(at, 0).unwrap()
}

/// The revision of a plan without problems.
pub(super) fn revision(text: &str) -> Option<Revision> {
    let file = PlanFile::open(text.as_bytes(), "oracle.backwise", catalogue::embedded());
    file.revision.filter(|_| file.problems.is_empty())
}

/// A plan and all that is known beside it.
pub(super) struct Here {
    revisions: Vec<InForce>,
    standing: Standing,
    plan_facts: PlanStanding,
    seen: DaysSeen,
    pub(super) first_opened: Option<Instant>,
    now: Instant,
    whereabouts: Whereabouts,
}

impl Here {
    /// Nothing was recorded yet, and it is `now`.
    pub(super) fn new(revision: Revision, now: Instant, zone: &Zone) -> Self {
        let imported_at = zone.span(revision.starts, |day| revision.day_start_on(day)).0;
        Self {
            revisions: vec![InForce { from: revision.starts, revision, imported_at }],
            standing: Standing::default(),
            plan_facts: PlanStanding::default(),
            seen: DaysSeen::default(),
            first_opened: None,
            now,
            whereabouts: Whereabouts::always_in(zone.clone()),
        }
    }

    /// The person was in these places before.
    pub(super) fn having_been(mut self, whereabouts: Whereabouts) -> Self {
        self.whereabouts = whereabouts;
        self
    }

    pub(super) fn knowing(mut self, records: &[Record], plan_records: &[PlanRecord]) -> Self {
        self.standing = settle(records);
        self.plan_facts = settle_plan_facts(plan_records);
        self
    }

    /// What was answered when the person was asked about the warning signs, and who said that they may go on.
    pub(super) fn having_signs(mut self, signs: &[SignRecord]) -> Self {
        self.plan_facts.red_flags = settle_signs(signs).stops;
        self
    }

    /// What the person said of the day of the operation.
    pub(super) fn having_operations(mut self, said: Vec<OperationSaid>) -> Self {
        self.plan_facts.operations = said;
        self
    }

    /// What was seen of rounds that fell due, and when the app was opened.
    pub(super) fn having_seen(&mut self, evidence: Vec<Evidence>, opened: &[Opened]) {
        self.seen = DaysSeen::of(evidence, opened);
    }

    /// Another revision holds from a later day on.
    pub(super) fn take_in(&mut self, revision: Revision, from: Day, imported_at: Instant) {
        self.revisions.push(InForce { from, revision, imported_at });
    }

    /// A warning sign stops everything since the plan was taken in, and nobody has spoken.
    pub(super) fn stop(&mut self) {
        let InForce { from: day, imported_at: from, .. } = self.revisions[0];
        let record = RecordId(uuid::Uuid::nil());
        self.plan_facts.red_flags.push(Stop { from, until: None, record, day });
    }

    /// The plan was not known before.
    pub(super) fn known_since(&mut self, at: Instant) {
        self.revisions[0].imported_at = at;
    }

    pub(super) fn situation(&self) -> Situation<'_> {
        Situation {
            revisions: &self.revisions,
            standing: &self.standing,
            plan_facts: &self.plan_facts,
            seen: &self.seen,
            first_opened: self.first_opened,
            now: self.now,
            is_looking_back: false,
            whereabouts: &self.whereabouts,
        }
    }

    pub(super) fn agenda(&self, day: NaiveDate) -> Agenda {
        agenda(&self.situation(), Day(day)).expect("a plan")
    }
}
