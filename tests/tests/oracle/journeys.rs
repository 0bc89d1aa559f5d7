//! Who travels in a thrown case, where to, and when.

use chrono::NaiveDate;

use super::clock::Second;
use super::dice::Dice;
use super::lived::Lived;
use super::zones::Place;

/// The clocks of somebody at `home` who made those journeys. Who is back where they were in less than three hours was
/// never away.
pub(super) fn lived(home: &Place, journeys: &[(Second, &Place)]) -> Lived {
    let mut places = vec![(Second::MIN, home)];
    for (at, there) in journeys {
        places.push((*at, *there));
        let left = |nth: usize| places[nth + 1].0;
        let is_back = |nth: &usize| places[*nth].1.name == there.name && at - left(*nth) < 3 * 3600;
        if let Some(nth) = (0..places.len() - 1).find(is_back) {
            places.truncate(nth + 1);
        }
    }
    Lived { stays: places.into_iter().map(|(at, there)| (at, there.clock.clone())).collect() }
}

/// Up to three journeys in the weeks after `starts`, half of them close to each other. No two at once.
pub(super) fn journeys(nth: u64, starts: NaiveDate, others: &[Place]) -> Vec<(Second, &Place)> {
    if others.is_empty() {
        return Vec::new();
    }
    let mut dice = Dice::of(nth + 5_000_000);
    let midnight = starts.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
    let mut at = midnight + 60 * dice.within(-2 * 1440, 30 * 1440);
    let mut journeys = Vec::new();
    for _ in 0..dice.below(4) {
        // Every third time another zone is seen for some minutes before.
        if dice.one_in(3) && !journeys.is_empty() {
            let (_, here) = journeys[journeys.len() - 1];
            let (there, minutes) = (dice.pick(others), dice.within(2, 30));
            journeys.extend([(at - 60 * minutes, there), (at - 30 * minutes, here)]);
        }
        journeys.push((at + dice.within(0, 59), dice.pick(others)));
        at +=
            60 * if dice.one_in(2) { dice.within(60, 2 * 1440) } else { dice.within(60, 9 * 1440) };
    }
    journeys
}
