//! Rounds by the clock: what is done every so many hours.

use crate::ids::RoundId;
use crate::time::WallTime;

/// What the names of rounds by the clock begin with. No round of a sheet may have such a name.
pub const CLOCK_ROUND: &str = "clock-";

/// The name of the round at `at`.
#[must_use]
pub fn clock_round(at: WallTime) -> Option<RoundId> {
    RoundId::new(&format!("{CLOCK_ROUND}{:02}{:02}", at.minutes() / 60, at.minutes() % 60))
}
