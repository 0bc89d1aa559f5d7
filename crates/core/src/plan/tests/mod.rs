//! The plan file as a whole: what it refuses, what it keeps, and what it never does.

mod differences;
mod full;
mod generated;
mod handouts;
mod mistakes;
mod one_change;
mod robust;
mod schema;
pub(in crate::plan) mod strategies;
mod templates;

use super::PlanFile;
use crate::catalogue::embedded;

/// A small sheet that is right. The tests change it; its line numbers are counted on.
const SHEET: &str = r#"format = 1
plan = "weeks-3-to-6"
revision = 2
title = "Weeks 3 to 6"
starts = 2026-11-16
review = 2026-12-14

[surgery]
date = 2026-11-02
fusion = "no"

[day]
quiet_from = "21:00"
quiet_until = "07:00"

[[phase]]
id = "first"
title = "First weeks"
from_day = 14
until_day = 28

[[round]]
id = "morning"
title = "Morning"
at = "08:30"

[[round]]
id = "evening"
title = "Evening"
at = "19:00"

[[line]]
id = "brace"
sheet_no = 1
as_written = "Belly brace: 10 x, hold 5 seconds"
exercise = "abdominal-brace"
repetitions = 10
hold_seconds = 5
days = "every day"
rounds = ["morning", "evening"]

[[line]]
id = "clam"
as_written = "Clam: 2 x 8 each side"
exercise = "clamshell"
sets = 2
repetitions = 8
side = "each"
days = ["mon", "wed"]
times_a_day = 1
phase = "first"

[[note]]
about = "pain"
as_written = "Stop if it hurts more."

[[contact]]
name = "Ward line"
number = "555-0134"
"#;

/// What the small sheet says with `from` replaced by `to`.
fn opened(from: &str, to: &str) -> PlanFile {
    assert_eq!(SHEET.matches(from).count(), 1, "{from:?} stands once on the sheet");
    PlanFile::open(SHEET.replace(from, to).as_bytes(), "sheet", embedded())
}
