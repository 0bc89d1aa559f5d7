//! The facts of some days, as core wants them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use backwise_core::ids::{LineId, PlanId};
use backwise_core::plan::StageBegins;
use backwise_core::record::{DaysSeen, Earlier, PlanStanding, SignStanding, Standing, settle};
use backwise_core::schedule::{self, Agenda, InForce, Situation};
use backwise_core::time::{Day, Instant, USUAL_DAY_START, Whereabouts};
use rusqlite::Connection;

use super::{Journal, Moment, Result, SaidSoFar};
use crate::rows::{Names, records, seen};

/// What is known of some days.
pub(super) struct Facts {
    pub(super) revisions: Arc<Vec<InForce>>,
    pub(super) standing: Standing,
    pub(super) plan_facts: Arc<PlanStanding>,
    pub(super) signs: Arc<SignStanding>,
    pub(super) seen: DaysSeen,
    first_opened: Option<Instant>,
    pub(super) now: Instant,
    pub(super) whereabouts: Whereabouts,
}

impl Facts {
    /// As core wants them.
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
}

/// The days around those asked for whose facts are read too: a window that began on one day ends
/// on the next.
const MARGIN: i32 = 1;

impl Journal {
    /// What is known of the days from `first` through `last`.
    pub(super) fn facts(
        &self,
        connection: &Connection,
        moment: &Moment,
        first: Day,
        last: Day,
    ) -> Result<Facts> {
        let (first, last) = (first.plus(-MARGIN), last.plus(MARGIN));
        let revisions = self.revisions(connection)?;
        let SaidSoFar { plan_facts, signs } = self.said_so_far(connection)?;
        // What is done so many days a week depends on the days before, and so does what pain changed.
        let back = revisions.iter().map(|known| known.revision.days_looked_back()).max();
        let since = first.plus(-back.unwrap_or(0));
        let whereabouts = self.whereabouts(connection, moment)?;
        let without_records = Situation {
            revisions: &revisions,
            standing: &Standing::default(),
            plan_facts: &plan_facts,
            seen: &DaysSeen::default(),
            first_opened: None,
            now: moment.now,
            is_looking_back: false,
            whereabouts: &whereabouts,
        };
        let since = schedule::followed_since(&without_records, first, last)
            .map_or(since, |followed| followed.min(since));
        let mut names = Names::of(revisions.iter().map(|known| &known.revision));
        let mut standing = settle(&records::between_of(connection, since, last, &mut names)?);
        standing.earlier = Earlier {
            last_entry: records::last_day_before(connection, since)?,
            done: days_done_before(connection, &revisions, since)?,
        };
        Ok(Facts {
            revisions,
            standing,
            plan_facts,
            signs,
            seen: DaysSeen::of(
                seen::evidence_of(connection, first, last, &mut names)?,
                &seen::opened(connection, first, last)?,
            ),
            first_opened: seen::first_opened(connection)?,
            now: moment.now,
            whereabouts,
        })
    }

    /// What the present day asks for; `None` without a plan.
    pub(super) fn agenda_of_today(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Option<Agenda>> {
        let today = self.present_day(connection, moment)?;
        let facts = self.facts(connection, moment, today, today)?;
        Ok(schedule::agenda(&facts.situation(), today))
    }

    /// The present day: of the plan, or by the usual day start when there is none yet.
    pub(super) fn present_day(&self, connection: &Connection, moment: &Moment) -> Result<Day> {
        let standing = Standing::default();
        let situation = Situation {
            revisions: &self.revisions(connection)?,
            standing: &standing,
            plan_facts: &PlanStanding::default(),
            seen: &DaysSeen::default(),
            first_opened: None,
            now: moment.now,
            is_looking_back: false,
            whereabouts: &Whereabouts::always_in(moment.zone.clone()),
        };
        Ok(situation.today().unwrap_or_else(|| moment.zone.day(moment.now, USUAL_DAY_START)))
    }
}

/// The days before `since` on which lines were done whose stages come after so many.
fn days_done_before(
    connection: &Connection,
    revisions: &[InForce],
    since: Day,
) -> Result<BTreeMap<(PlanId, LineId), BTreeSet<Day>>> {
    let mut done = BTreeMap::new();
    for InForce { revision, .. } in revisions {
        let counted = revision.lines.iter().filter(|line| {
            let counts = |begins| matches!(begins, &StageBegins::AfterDoneDays(_));
            line.stages.iter().any(|stage| counts(&stage.begins))
        });
        for line in counted {
            let (plan, id) = (&revision.plan, &line.id);
            if let Entry::Vacant(free) = done.entry((plan.clone(), id.clone())) {
                let records = records::of_line_before(connection, plan, id, since)?;
                free.insert(settle(&records).days_done(plan, id));
            }
        }
    }
    Ok(done)
}
