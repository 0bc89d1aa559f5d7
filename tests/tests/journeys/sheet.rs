//! The sheet of the journeys: heel slides three times a day, and three exercises in the morning.

/// The name of the plan.
pub(super) const PLAN: &str = "ward";

/// The first revision. It begins on Monday 16 November 2026.
pub(super) const SHEET: &str = r#"format = 1
plan = "ward"
revision = 1
title = "Ward sheet"
starts = 2026-11-16

[surgery]
date = 2026-11-02
fusion = "no"

[day]
quiet_from = "21:30"
quiet_until = "07:00"

[[round]]
id = "morning"
title = "Morning"
at = "09:00"

[[round]]
id = "noon"
title = "Noon"
at = "14:00"

[[round]]
id = "evening"
title = "Evening"
at = "20:00"

[missed_dose]
as_written = "Three hours apart, three times a day, nothing after half past nine."
gap_minutes = 180
most_a_day = 3
latest_start = "21:30"
latest_ring = "21:30"

[[line]]
id = "slides"
as_written = "Heel slides, 3 x 10, three times a day"
exercise = "heel-slide"
sets = 3
repetitions = 10
side = "both"
days = "every day"
rounds = ["morning", "noon", "evening"]

[[line]]
id = "brace"
as_written = "Belly brace, 10 x"
exercise = "abdominal-brace"
repetitions = 10
days = "every day"
rounds = ["morning"]

[[line]]
id = "bridge"
as_written = "Bridge, 8 x"
exercise = "bridge"
repetitions = 8
days = "every day"
rounds = ["morning"]

[[line]]
id = "squeeze"
as_written = "Squeeze the buttocks, 5 x"
exercise = "glute-set"
repetitions = 5
days = "every day"
rounds = ["morning"]
"#;

/// The sheet with one thing written differently.
pub(super) fn with(from: &str, to: &str) -> String {
    changed(SHEET, from, to)
}

/// `sheet` with one thing written differently.
pub(super) fn changed(sheet: &str, from: &str, to: &str) -> String {
    assert_eq!(sheet.matches(from).count(), 1, "{from:?} stands once on the sheet");
    sheet.replace(from, to)
}
