//! What matters to the person, rated by themselves: the method of Stratford and others, 1995, in words of our own.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::series::{changes, difference, history};
use super::{ACTIVITY_SPREAD, MEAN_SPREAD, MeasureChange, MeasureFact, Measured, Suggested};
use crate::ids::RecordId;
use crate::person::Standing;
use crate::time::Day;

/// How many activities a mean needs, and how many are rated at most.
pub const FEWEST_ACTIVITIES: usize = 3;
/// The most activities that are rated at a time.
pub const MOST_ACTIVITIES: usize = 5;

/// Something that matters to the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// Its name: the entry that it began as.
    pub activity: RecordId,
    /// The entry that says so now.
    pub record: RecordId,
    /// In the person's words.
    pub words: String,
    /// Whether it is rated; one that another replaced is kept with its ratings.
    pub asked: bool,
    /// Its ratings, 0 to 10, one a day, the earliest first.
    pub history: Vec<Measured>,
    /// How far the last rating differs from the one before it, then from the first.
    pub changes: Vec<MeasureChange>,
}

/// The mean of the activities that were rated on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mean {
    /// The day.
    pub day: Day,
    /// How many days it lies after the first mean.
    pub after_first: i32,
    /// The mean in tenths, 0 to 100, rounded half up.
    pub tenths: u32,
    /// Whether the very same activities were rated as for the mean before it; the first has none before it. Means
    /// of different activities are not compared.
    pub same_as_before: bool,
}

/// What matters to the person, and how well they do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activities {
    /// Every activity in the order in which they were named, those that are no longer rated among them.
    pub activities: Vec<Activity>,
    /// A mean for each day on which at least three were rated, the earliest first.
    pub means: Vec<Mean>,
    /// How far the last mean differs, in tenths, from the one before it, where the activities are the same.
    pub changes: Vec<MeasureChange>,
    /// For which time it is suggested to rate them now.
    pub suggested: Option<Suggested>,
}

impl Activities {
    /// Those that are rated.
    pub fn asked(&self) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(|activity| activity.asked)
    }

    /// The last day on which one was rated.
    #[must_use]
    pub fn last_rated(&self) -> Option<Day> {
        self.activities.iter().filter_map(|one| Some(one.history.last()?.day)).max()
    }
}

/// What stands of the activities and their ratings.
pub(super) fn activities(stands: &[Standing<'_, MeasureFact>]) -> Activities {
    let activities: Vec<Activity> = stands
        .iter()
        .filter_map(|known| {
            let MeasureFact::Activity { words, asked } = known.fact else { return None };
            let ratings = stands.iter().filter_map(|rating| match rating.fact {
                MeasureFact::Rating { activity, day, score } if *activity == known.first.id => {
                    Some((rating, *day, u32::from(*score)))
                }
                _ => None,
            });
            let history = history(ratings);
            Some(Activity {
                activity: known.first.id,
                record: known.last.id,
                words: words.clone(),
                asked: *asked,
                changes: changes(&history, Some(ACTIVITY_SPREAD)),
                history,
            })
        })
        .collect();
    let rated = rated(&activities);
    Activities { means: means(&rated), changes: mean_change(&rated), activities, suggested: None }
}

/// The activities that were rated on a day, and the sum of their ratings.
struct Rated {
    day: Day,
    activities: BTreeSet<RecordId>,
    sum: u32,
}

impl Rated {
    fn count(&self) -> u32 {
        u32::try_from(self.activities.len()).unwrap_or(u32::MAX)
    }

    fn tenths(&self) -> u32 {
        (self.sum * 10 + self.count() / 2) / self.count()
    }
}

/// The days on which there is a mean.
fn rated(activities: &[Activity]) -> Vec<Rated> {
    let mut days: BTreeMap<Day, Rated> = BTreeMap::new();
    for activity in activities {
        for rating in &activity.history {
            let empty = || Rated { day: rating.day, activities: BTreeSet::new(), sum: 0 };
            let rated = days.entry(rating.day).or_insert_with(empty);
            rated.activities.insert(activity.activity);
            rated.sum += rating.value;
        }
    }
    days.into_values().filter(|rated| rated.activities.len() >= FEWEST_ACTIVITIES).collect()
}

fn means(rated: &[Rated]) -> Vec<Mean> {
    let mut before: Option<&Rated> = None;
    rated
        .iter()
        .map(|one| {
            let is_same = |before: &Rated| before.activities == one.activities;
            let same_as_before = before.replace(one).is_some_and(is_same);
            let after_first = rated.first().map_or(0, |first| one.day.days_after(first.day));
            Mean { day: one.day, after_first, tenths: one.tenths(), same_as_before }
        })
        .collect()
}

fn mean_change(rated: &[Rated]) -> Vec<MeasureChange> {
    let [.., before, last] = rated else { return Vec::new() };
    if before.activities != last.activities {
        return Vec::new();
    }
    // The difference of what is shown, so that a reader who checks it finds it right. Whether it may be chance is
    // reckoned from the ratings themselves.
    let by = difference(last.tenths(), before.tenths());
    let within_spread = last.sum.abs_diff(before.sum) < MEAN_SPREAD * last.count();
    vec![MeasureChange { since: before.day, by, within_spread }]
}
