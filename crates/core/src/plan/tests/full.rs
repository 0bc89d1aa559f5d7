//! A sheet with every table. The tests of mistakes change it; its line numbers are counted on.

use crate::catalogue::embedded;
use crate::plan::PlanFile;

pub(super) const FULL: &str = r#"format = 1
plan = "full"
revision = 1
title = "From week 3"
starts = 2026-11-16
review = 2026-12-14
weeks_counted = "from-1"

[surgery]
date = 2026-11-02
fusion = "no"
discharge = 2026-11-05

[day]
awake_from = "08:00"
awake_until = "20:00"

[[day_type]]
id = "late"
title = "Late shift"
weekdays = ["fri"]
times = [{ round = "morning", at = "10:00" }]
leave_out = ["noon"]

[[phase]]
id = "first"
title = "Weeks 3 and 4"
weeks = [3, 4]

[[phase]]
id = "second"
title = "From week 5"
from_week = 5
clearance = "surgeon"

[[clearance]]
id = "surgeon"
as_written = "From week 5, if the surgeon agrees"

[[appointment]]
id = "check"
title = "Wound check"
date = 2026-11-20

[[programme]]
id = "ab"
title = "In turn"
turns = ["A", "B"]
days = ["mon", "thu"]
advance = "calendar"
turns_from = 2026-11-16

[[round]]
id = "morning"
title = "Morning"
at = "08:30"

[[round]]
id = "noon"
title = "Noon"
at = "13:30"

[[round]]
id = "bedtime"
title = "Bedtime"
routine = "before you go to bed"

[missed_dose]
as_written = "3 hours apart. Nothing after 9."
gap_minutes = 180
most_a_day = 7
latest_start = "21:00"

[[line]]
id = "brace"
as_written = "Belly brace: 10 x, hold 5 seconds"
exercise = "abdominal-brace"
repetitions = 10
hold_seconds = 5
days = "every day"
rounds = ["morning", "noon", "bedtime"]

[[line]]
id = "bridge"
as_written = "Bridge: 2 x 8. Half height for a week."
exercise = "bridge"
sets = 2
repetitions = 8
times_a_week = 3
not_two_days_running = true
times_a_day = 1

[[line.stage]]
weeks = [3]
range = "half height"

[[line.stage]]
from_week = 4
sets = 3

[[line]]
id = "walk"
as_written = "Walk 10 minutes, 2 to 3 times"
exercise = "walk-level"
minutes = 10
days = "every day"
times_a_day = [2, 3]
gap_minutes = 120

[line.growth]
key = "minutes"
by = 2
every_days = 7
at_most = 20
from = "start + 7"

[[line]]
id = "clam"
as_written = "A: clam, 2 x 8 each side, with 1.5 kg"
exercise = "clamshell"
sets = 2
repetitions = 8
load_kg = 1.5
load_most_kg = 2
side = "each"
programme = "ab"
turn = "A"
times_a_day = 1
phase = "first"

[[line]]
id = "pumps"
as_written = "Ankle pumps, 20, every two hours"
exercise = "ankle-pump"
repetitions = 20
days = "every day"
every_hours = 2

[[line]]
id = "calf"
as_written = "Calf stretch, 3 x 20 seconds, if tight"
exercise = "calf-stretch-wall"
repetitions = 3
hold_seconds = 20
side = "each"
as_needed = { when = "if the calf feels tight", most_a_day = 2 }

[[precaution]]
as_written = "Lift no more than 4.5 kg until the review"
kinds = ["lifting"]
lift_kg = 4.5
until_appointment = "review"

[pain]
as_written = "Over 5: stop. At 4 or 5: half."
ask = "after-it-hurts"

[[pain.rule]]
as_written = "Over 5: stop"
where = "either"
over = 5
when = "during"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[pain.rule]]
as_written = "At 4 or 5: half"
where = "either"
at_least = 4
when = "during"
then = "less"
percent = 50
rounding = "down"
lasts = "next-time"

[bad_day]
as_written = "Do number 1 and one walk."
minimum = [{ line = "brace", bouts = 1 }, { line = "walk", bouts = 1 }]

[[day_off]]
as_written = "Sunday: nothing but the walk"
weekdays = ["sun"]
except = ["walk"]
then = "skip"

[re_entry]
as_written = "After a break, half for three days"
percent = 50
rounding = "up"
for_days = 3

[[note]]
about = "general"
as_written = "Bring this sheet."

[[contact]]
name = "Ward line"
number = "555-0134"
"#;

/// What the sheet says with `from` replaced by `to`.
pub(super) fn full_with(from: &str, to: &str) -> PlanFile {
    assert_eq!(FULL.matches(from).count(), 1, "{from:?} stands once on the sheet");
    PlanFile::open(FULL.replace(from, to).as_bytes(), "sheet", embedded())
}

#[test]
fn the_sheet_with_every_table_is_right() {
    let file = full_with("format = 1", "format = 1");
    assert_eq!((file.problems, file.remarks), (Vec::new(), Vec::new()));
}
