//! How long somebody can sit, timed while they sit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Here;
use crate::safety::LimitKind;
use crate::schedule::StopBecause;
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
    /// It is not offered: the plan is paused, or waits after a pause until the person goes on.
    Paused,
    /// It is not offered: more than one exercise is stopped, whatever the plan says, until the team was spoken to.
    Stopped,
    /// It is not offered: the person said "not a good day".
    BadDay,
}

/// The seconds from `since` to `now`; 0 where the clock was set back meanwhile.
#[must_use]
pub fn sat(since: Instant, now: Instant) -> u32 {
    u32::try_from((now - since).num_seconds().max(0)).unwrap_or(u32::MAX)
}

/// How it stands. A time that runs is shown whatever else holds, so that it can be ended.
pub(super) fn sitting_time(here: &Here<'_>) -> SittingTime {
    match here.sat {
        Some(seconds) => SittingTime::Runs { seconds },
        None => sitting_waits(here).unwrap_or(SittingTime::Offered),
    }
}

/// Why it is not offered, the first reason that fits; `None` where it is. A stop that a rule of the plan makes is of its
/// own exercise alone and leaves sitting as it is.
pub(super) fn sitting_waits(here: &Here<'_>) -> Option<SittingTime> {
    if here.is_stopped {
        return Some(SittingTime::WarningSign);
    }
    if here.has_limit(LimitKind::Sitting) {
        return Some(SittingTime::Limit);
    }
    let agenda = here.agenda?;
    if agenda.pause.is_some() {
        Some(SittingTime::Paused)
    } else if agenda.stops.iter().any(|stop| stop.because != StopBecause::Rule) {
        Some(SittingTime::Stopped)
    } else {
        agenda.bad_day.map(|_| SittingTime::BadDay)
    }
}
