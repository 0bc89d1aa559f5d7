//! How long somebody can sit, timed while they sit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Here;
use crate::safety::LimitKind;
use crate::time::Instant;

/// How it stands with timing how long the person can sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum SittingTime {
    /// It can be begun.
    Offered,
    /// They sit, and the time runs.
    Runs {
        /// The seconds since they began.
        seconds: u32,
    },
    /// It is not offered: a warning sign stops everything.
    WarningSign,
    /// It is not offered: how long somebody can sit is not tried out while their team bounds it.
    Limit,
}

/// The seconds from `since` to `now`; 0 where the clock was set back meanwhile.
#[must_use]
pub fn sat(since: Instant, now: Instant) -> u32 {
    u32::try_from((now - since).num_seconds().max(0)).unwrap_or(u32::MAX)
}

/// How it stands. A time that runs is shown whatever else holds, so that it can be ended.
pub(super) fn sitting_time(here: &Here<'_>) -> SittingTime {
    if let Some(seconds) = here.sat {
        SittingTime::Runs { seconds }
    } else if here.is_stopped {
        SittingTime::WarningSign
    } else if here.has_limit(LimitKind::Sitting) {
        SittingTime::Limit
    } else {
        SittingTime::Offered
    }
}
