//! The clock: the one place that asks the machine what time it is and where.

use backwise_core::time::{Instant, UNNAMED_ZONE, Zone, ZoneDatabase};

/// What time it is, and where.
#[derive(Debug, Clone)]
pub struct Clock {
    fixed_now: Option<Instant>,
    fixed_zone: Option<Zone>,
    is_the_persons: bool,
    zones: ZoneDatabase,
}

impl Clock {
    /// The clock and the zone of this machine.
    #[must_use]
    pub fn of_this_machine() -> Self {
        let zones = ZoneDatabase::of_this_machine();
        Self { fixed_now: None, fixed_zone: None, is_the_persons: true, zones }
    }

    /// The same, standing still at `now` and set up in `zone` where they are given: every answer
    /// can be asked for again.
    #[must_use]
    pub fn fixed(now: Option<Instant>, zone: Option<Zone>) -> Self {
        Self { fixed_now: now, fixed_zone: zone, ..Self::of_this_machine() }
    }

    /// The same for whoever need not be where the person is, such as a script with other settings: nobody takes its zone
    /// for the person's. Where none is given, a journal goes by the zone in which the person was seen last.
    #[must_use]
    pub fn of_somebody_else(now: Option<Instant>, zone: Option<Zone>) -> Self {
        Self { is_the_persons: false, ..Self::fixed(now, zone) }
    }

    /// Whether its zone says where the person is.
    #[must_use]
    pub fn is_the_persons(&self) -> bool {
        self.is_the_persons
    }

    /// Whether its zone is the machine's own, and need not be the person's.
    pub(crate) fn may_be_elsewhere(&self) -> bool {
        !self.is_the_persons && self.fixed_zone.is_none()
    }

    /// The present moment, to the millisecond.
    #[must_use]
    pub fn now(&self) -> Instant {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
        let now = self.fixed_now.unwrap_or_else(chrono::Utc::now);
        Instant::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    /// When this machine was started, where it says so; by a clock that stands still it never was.
    #[must_use]
    pub fn machine_started(&self) -> Option<Instant> {
        let told =
            std::fs::read_to_string("/proc/stat").ok().filter(|_| self.fixed_now.is_none())?;
        let seconds = told.lines().find_map(|line| line.strip_prefix("btime "))?;
        Instant::from_timestamp(seconds.trim().parse().ok()?, 0)
    }

    /// The zone `name`; `None` where this machine does not know it. By [`UNNAMED_ZONE`] each machine means its own.
    #[must_use]
    pub fn zone_called(&self, name: &str) -> Option<Zone> {
        let fixed = self.fixed_zone.as_ref().filter(|zone| zone.name() == name);
        let own = || (name == UNNAMED_ZONE).then(|| self.zones.zone_of_this_machine());
        fixed.cloned().or_else(own).or_else(|| self.zones.zone(name).ok())
    }

    /// The zone. Asked anew each time: people travel and system settings change.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.fixed_zone.clone().unwrap_or_else(|| self.zones.zone_of_this_machine())
    }
}

/// Monotonic time, for sessions: it stands still while the machine sleeps and never jumps.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads monotonic time")]
pub fn monotonic() -> std::time::Instant {
    std::time::Instant::now()
}
