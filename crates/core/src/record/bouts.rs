//! What stands of bouts, by their days.

use std::collections::BTreeMap;

use super::{BoutKey, StandingBout};
use crate::ids::{LineId, PlanId};
use crate::time::Day;

/// What is known of each bout that anything was recorded of, in the order of days, then of keys. A day has a handful
/// of them and ten years have thirty thousand: who asks for one finds its day by a number, and compares the names of
/// that day alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StandingBouts(BTreeMap<Day, Vec<(BoutKey, StandingBout)>>);

impl StandingBouts {
    /// What is known of `bout`.
    #[must_use]
    pub fn get(&self, bout: &BoutKey) -> Option<&StandingBout> {
        let known = self.0.get(&bout.day)?;
        known.iter().find(|(key, _)| key == bout).map(|(_, known)| known)
    }

    /// What is known of each bout of `day`, in the order of lines and places.
    pub fn of_day(&self, day: Day) -> impl Iterator<Item = (&BoutKey, &StandingBout)> {
        self.0.get(&day).into_iter().flatten().map(|(bout, known)| (bout, known))
    }

    /// What is known of each bout of `line` on `day`, in the order of places.
    pub fn of_line_on<'a>(
        &'a self,
        plan: &PlanId,
        line: &LineId,
        day: Day,
    ) -> impl Iterator<Item = (&'a BoutKey, &'a StandingBout)> {
        self.of_day(day).filter(move |(bout, _)| bout.line == *line && bout.plan == *plan)
    }

    /// What is known of each bout.
    pub fn iter(&self) -> impl Iterator<Item = (&BoutKey, &StandingBout)> {
        self.0.values().flatten().map(|(bout, known)| (bout, known))
    }

    /// Forgets what is known of `bout`, as if nobody had begun or answered it.
    pub fn forget(&mut self, bout: &BoutKey) {
        if let Some(of_day) = self.0.get_mut(&bout.day) {
            of_day.retain(|(key, _)| key != bout);
        }
    }

    /// What is known of `bout`, to be added to.
    pub fn entry(&mut self, bout: &BoutKey) -> &mut StandingBout {
        let of_day = self.0.entry(bout.day).or_default();
        let at = match of_day.binary_search_by(|(key, _)| key.cmp(bout)) {
            Ok(at) => at,
            Err(at) => {
                of_day.insert(at, (bout.clone(), StandingBout::default()));
                at
            }
        };
        &mut of_day[at].1
    }
}
