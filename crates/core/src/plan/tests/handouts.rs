//! What each line of the two paper handouts became. The tables are written to be checked by hand, with the
//! paper beside them.

use std::collections::BTreeSet;

use crate::catalogue::embedded;
use crate::plan::{PlanFile, Revision, write};
use crate::time::Day;

pub(super) const WEEKS_3_TO_6: &str =
    include_str!("../../../../../exercises/plans/examples/weeks-3-to-6.backwise");
pub(super) const EARLY_DAYS: &str =
    include_str!("../../../../../exercises/plans/examples/early-days.backwise");

/// A line of the paper, and what the plan says of it, as the plan file writes it.
type Carried = (&'static str, &'static [&'static str]);

/// The sheet of a clinic, from top to bottom.
#[rustfmt::skip]
const WEEKS: &[Carried] = &[
    ("Operation: L4/5 decompression (laminectomy), no fusion.",
     &["operation = \"L4/5 decompression (laminectomy)\"", "fusion = \"no\""]),
    ("Surgery on 2 November 2026. Clinic review on 14 December 2026.",
     &["date = 2026-11-02", "review = 2026-12-14"]),
    ("Start of this sheet: 16 November 2026 (two weeks after surgery).", &["starts = 2026-11-16"]),
    ("- no bending, lifting or twisting; lift no more than 4.5 kg (10 lb)",
     &["kinds = [\"bending\", \"lifting\", \"twisting\"]\nlift_kg = 4.5\nuntil_appointment = \"review\""]),
    ("- sit no longer than 30 minutes at a time, then get up for 2 minutes",
     &["kinds = [\"sitting\"]\nsit_minutes = 30\nup_minutes = 2\nuntil_appointment = \"review\""]),
    ("- stop an exercise if leg pain goes further down the leg or pain is over 5 out of 10; ring the ward line 555-0134",
     &["where = \"leg\"\nspreading = true\nwhen = \"during\"\nthen = \"stop\"\nlasts = \"until-told\"\nring = \"Ward line\"",
       "where = \"either\"\nover = 5\nwhen = \"during\"\nthen = \"stop\"\nlasts = \"until-told\"\nring = \"Ward line\"",
       "name = \"Ward line\"\nnumber = \"555-0134\""]),
    ("Every day, three times (after breakfast, early afternoon, evening; at least 3 hours apart):",
     &["at = \"08:30\"\nroutine = \"after breakfast\"\ngap_minutes = 180", "title = \"Early afternoon\"\nat = \"13:30\"\ngap_minutes = 180",
       "title = \"Evening\"\nat = \"19:00\"\ngap_minutes = 180"]),
    ("1. Belly brace lying down: 10 x, hold 5 seconds",
     &["sheet_no = \"1\"", "repetitions = 10\nhold_seconds = 5\nside = \"both\"\ndays = \"every day\"\nrounds = [\"morning\", \"afternoon\", \"evening\"]"]),
    ("2. Heel slides: 10 each leg",
     &["sheet_no = \"2\"", "repetitions = 10\nside = \"each\"\ndays = \"every day\"\nrounds = [\"morning\", \"afternoon\", \"evening\"]"]),
    ("Once a day:",
     &["as_written = \"Once a day: Bridge: 2", "as_written = \"Once a day: Clam: 2", "as_written = \"Once a day: Sit to stand: 2",
       "as_written = \"Once a day: Heel raises at the worktop: 2", "as_written = \"Once a day: Stand heel to toe: 3"]),
    ("3. Bridge: 2 sets of 8, hold 3 seconds, one minute rest. Half height for the first week.",
     &["sheet_no = \"3\"", "sets = 2\nrepetitions = 8\nhold_seconds = 3\nrest_seconds = 60\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1",
       "from = 2026-11-16\nuntil = 2026-11-23\nrange = \"half height\"", "[[line.stage]]\nfrom = 2026-11-23\n"]),
    ("4. Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)",
     &["sheet_no = \"4\"", "sets = 2\nrepetitions = 8\nhold_seconds = 2\nnot_given = [\"rest\"]\nside = \"each\"\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\"]\ntimes_a_day = 1"]),
    ("5. Sit to stand: 2 x 8",
     &["sheet_no = \"5\"", "sets = 2\nrepetitions = 8\nnot_given = [\"rest\"]\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1"]),
    ("6. Heel raises at the worktop: 2 x 10",
     &["sheet_no = \"6\"", "sets = 2\nrepetitions = 10\nnot_given = [\"rest\"]\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1"]),
    ("7. Stand heel to toe: 3 x 10 seconds each foot forward (Mon, Wed, Fri, Sat)",
     &["sheet_no = \"7\"", "repetitions = 3\nhold_seconds = 10\nside = \"each\"\ndays = [\"mon\", \"wed\", \"fri\", \"sat\"]\ntimes_a_day = 1"]),
    ("Three times a week, any days but not two days running:", &["times_a_week = 3\nnot_two_days_running = true\ntimes_a_day = 1"]),
    ("8. Wall push-up: 2 x 8", &["sheet_no = \"8\"", "sets = 2\nrepetitions = 8\nnot_given = [\"rest\"]\nside = \"both\"\ntimes_a_week = 3"]),
    ("Walking: weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day.",
     &["from_week = 3\nuntil_day = 28\nminutes = 15\ndays = \"every day\"\ntimes_a_day = 3", "from_week = 5\nuntil_day = 42\nminutes = 25\ndays = \"every day\"\ntimes_a_day = 2"]),
    ("Bad day? Do number 1 and one walk; that is enough.", &["minimum = [{ line = \"belly-brace\", bouts = 1 }, { line = \"walk\", bouts = 1 }]"]),
    ("Getting out of bed: log roll, every time.", &["technique = true"]),
    ("Calf stretch: may be done up to twice a day, 3 x 20 seconds each leg, if the calf feels tight.",
     &["safety_question = \"calf\"\nrepetitions = 3\nhold_seconds = 20\nside = \"each\"\nas_needed = { when = \"if the calf feels tight\", most_a_day = 2 }"]),
    ("If you miss a round, leave it. Never do two rounds at once. Nothing after 9 in the evening.",
     &["latest_start = \"21:00\"\nlatest_ring = \"21:00\""]),
];

/// The leaflet of a ward, from top to bottom.
#[rustfmt::skip]
const EARLY: &[Carried] = &[
    ("Operation: lumbar laminectomy on 20 November 2026, home on 22 November.",
     &["date = 2026-11-20\nfusion = \"unknown\"\noperation = \"lumbar laminectomy\"\ndischarge = 2026-11-22"]),
    ("Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December:",
     &["as_written = \"Do these every two hours while you are awake (8 in the morning to 8 in the evening), until the two-week check on 4 December: ankle",
       "every_hours = 2\nbetween = [\"08:00\", \"20:00\"]\nuntil = 2026-12-05", "title = \"Two-week check\"\ndate = 2026-12-04"]),
    ("- ankle pumps, both feet, 20", &["repetitions = 20\nside = \"both\"\ndays = \"every day\"\nevery_hours = 2"]),
    ("- squeeze the buttocks, 5 times, hold 5 seconds", &["repetitions = 5\nhold_seconds = 5\nside = \"both\"\ndays = \"every day\"\nevery_hours = 2"]),
    ("- squeeze the thighs, 5 each leg, hold 5 seconds", &["repetitions = 5\nhold_seconds = 5\nside = \"each\"\ndays = \"every day\"\nevery_hours = 2"]),
    ("Morning and evening: deep belly breathing, 8 slow breaths.", &["breaths = 8\nside = \"both\"\ndays = \"every day\"\nrounds = [\"morning\", \"evening\"]"]),
    ("Walk indoors 4 to 6 times a day: 3 minutes on the first two days, then one minute more every second day, no more than 10 minutes.",
     &["minutes = 3\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = [4, 6]", "key = \"minutes\"\nby = 1\nevery_days = 2\nat_most = 10\nfrom = \"discharge + 2\""]),
    ("Sit 20 minutes at most.", &["kinds = [\"sitting\"]\nsit_minutes = 20\nuntil_told_otherwise = true"]),
    ("Nothing heavier than a kettle.", &["as_written = \"Nothing heavier than a kettle.\"\nkinds = [\"lifting\"]\nuntil_told_otherwise = true"]),
    ("No driving.", &["kinds = [\"driving\"]\nuntil_told_otherwise = true"]),
    ("Keep the wound dry.", &["kinds = [\"wound\", \"water\"]\nuntil_told_otherwise = true"]),
    ("From day 7, if the nurse agrees: heel raises at the worktop, 8, once a day.",
     &["repetitions = 8\nside = \"both\"\ndays = \"every day\"\ntimes_a_day = 1\nfrom_day = 7\nclearance = \"heel-raises-ok\""]),
];

/// What the head of the paper says in fields of its own, and words that join its lines.
const IN_FIELDS: &[&str] =
    &["operation", "surgery", "clinic", "start", "this", "sheet", "home", "until"];

fn opened(text: &str) -> Revision {
    let file = PlanFile::open(text.as_bytes(), "handout", embedded());
    assert_eq!(file.problems, []);
    file.revision.unwrap()
}

fn check(text: &str, paper: &[Carried]) {
    let plan = opened(text);
    let written = write(&plan);
    for (line, became) in paper {
        for part in *became {
            assert!(written.contains(part), "{line:?} became {part:?}:\n{written}");
        }
    }
    // Nothing is lost: each word of the paper stands somewhere in the plan.
    let words = |text: &str| -> BTreeSet<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        words.map(str::to_owned).collect()
    };
    let kept = words(&written);
    for (line, _) in paper {
        for word in words(line) {
            // Dates and the year stand in fields.
            let is_field = IN_FIELDS.contains(&word.as_str())
                || ["november", "december", "2026"].contains(&word.as_str());
            assert!(
                kept.contains(&word) || is_field,
                "{word:?} of {line:?} is nowhere in the plan"
            );
        }
    }
}

#[test]
fn each_line_of_the_clinics_sheet_is_a_field_a_rule_or_a_note() {
    check(WEEKS_3_TO_6, WEEKS);
}

#[test]
fn each_line_of_the_wards_leaflet_is_a_field_a_rule_or_a_note() {
    check(EARLY_DAYS, EARLY);
}

#[test]
fn the_paper_in_the_tables_is_all_of_the_paper_that_has_numbers() {
    let numbers: Vec<_> = WEEKS.iter().filter_map(|(line, _)| line.split_once(". ")).collect();
    let numbers: BTreeSet<&str> = numbers.iter().map(|(number, _)| *number).collect();
    for number in ["1", "2", "3", "4", "5", "6", "7", "8"] {
        assert!(numbers.contains(number), "{number}");
    }
}

/// Minutes of the walk on each day from `from`, one after the other.
fn walked(plan: &Revision, line: &str, from: &str, days: i32) -> Vec<u16> {
    let line = plan.lines.iter().find(|known| known.id.as_str() == line).unwrap();
    let from: Day = from.parse().unwrap();
    let on = |day: i32| plan.line_on(line, from.plus(day)).dose.minutes.unwrap();
    (0..days).map(on).collect()
}

#[test]
fn the_walk_grows_by_a_minute_every_second_day_up_to_ten() {
    let expected = [3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 10, 10];
    assert_eq!(walked(&opened(EARLY_DAYS), "walk-indoors", "2026-11-22", 18), expected);
}

#[test]
fn the_walk_of_weeks_5_and_6_begins_on_day_28_and_the_last_row_stays() {
    let minutes = walked(&opened(WEEKS_3_TO_6), "walk", "2026-11-16", 60);
    assert!(minutes[..14].iter().all(|minutes| *minutes == 15));
    assert!(minutes[14..].iter().all(|minutes| *minutes == 25));
}

#[test]
fn the_bridge_is_half_height_for_the_first_week_of_the_sheet() {
    let plan = opened(WEEKS_3_TO_6);
    let bridge = plan.lines.iter().find(|line| line.id.as_str() == "bridge").unwrap();
    let range = |day: &str| plan.line_on(bridge, day.parse().unwrap()).dose.range;
    assert_eq!(range("2026-11-16").as_deref(), Some("half height"));
    assert_eq!(range("2026-11-22").as_deref(), Some("half height"));
    assert_eq!(range("2026-11-23"), None);
    assert_eq!(range("2026-12-20"), None);
}
