//! Three kinds of time that are never mixed, and the zone that joins them.
//!
//! - an **instant** says when something happened ([`Instant`], UTC);
//! - a **day** says for which day of the plan it counts ([`Day`]: from day start to day start);
//! - a **wall time** says what the clock on the wall shows ([`WallTime`]).
//!
//! Only a [`Zone`], and the [`Whereabouts`] of somebody who was in several, turns one into another, and it says what happens in the missing and in the
//! doubled hour: a wall time that does not exist shifts forward by the gap (02:30 becomes 03:30), one
//! that exists twice means the first, and a date that the zone never had gives nothing at all
//! (Apia, 30 December 2011). These are the rules of RFC 5545, section 3.3.5.

mod day;
mod wall;
mod whereabouts;
mod zone;

pub use day::{
    Anchors, CountedDay, Day, DayRef, Stretch, Weekday, WeeksCounted, week_after_surgery,
    weekday_from_name, weekday_name,
};
pub use wall::{QuietHours, WallTime};
pub use whereabouts::{Comes, Whereabouts};
pub use zone::{UNNAMED_ZONE, UnknownZone, Zone, ZoneDatabase};

/// A moment, the same everywhere on earth.
pub type Instant = chrono::DateTime<chrono::Utc>;

/// Elapsed time.
pub type Span = chrono::TimeDelta;

/// When a new day of the plan begins if the plan says nothing: what is ticked at half past
/// midnight belongs to the evening before. Design section 5 (scenario 4).
pub const USUAL_DAY_START: WallTime = WallTime::from_minutes_const(3 * 60);
