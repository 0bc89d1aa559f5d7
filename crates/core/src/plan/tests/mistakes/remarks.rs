//! What somebody should look at although nothing is wrong.

use super::super::full::FULL;
use super::told;
use crate::catalogue::embedded;
use crate::error::Problem;
use crate::plan::PlanFile;

/// From, to, and the remarks: line, column, code and what they name.
#[rustfmt::skip]
const REMARKS: &[super::Mistake] = &[
    // More by the clock than the most of a day
    ("most_a_day = 7\nlatest", "most_a_day = 6\nlatest", &["137:15 MoreThanTheMost line=pumps most=6 times=7"]),
    ("leave_out = [\"noon\"]", "awake_from = \"07:00\"\nawake_until = \"21:30\"", &["138:15 MoreThanTheMost line=pumps most=7 times=8"]),
    // Stages that let each other rest
    ("from_week = 4\nsets = 3", "from_week = 4\nsets = 3\nreplaces = [\"other\"]\n\n[[line]]\nid = \"other\"\nas_written = \"8\"\nexercise = \"bridge\"\nrepetitions = 8\ndays = \"every day\"\ntimes_a_day = 1\n\n[[line.stage]]\nfrom_week = 5\nreplaces = [\"bridge\"]", &["86:12 ReplacedInCircle found=bridge → other → bridge"]),
    // Earlier than is usual
    ("exercise = \"clamshell\"", "exercise = \"bird-dog\"", &["120:12 EarlierThanUsual from=2026-11-16 line=clam week=6"]),
    ("fusion = \"no\"", "fusion = \"yes\"", &[
        "86:12 EarlierThanUsual from=2026-11-16 line=bridge week=6",
        "86:12 ClearanceIsUsual line=bridge",
        "120:12 EarlierThanUsual from=2026-11-16 line=clam week=6",
        "120:12 ClearanceIsUsual line=clam",
    ]),
    ("fusion = \"no\"", "fusion = \"unknown\"", &[
        "86:12 EarlierThanUsual from=2026-11-16 line=bridge week=6",
        "86:12 ClearanceIsUsual line=bridge",
        "120:12 EarlierThanUsual from=2026-11-16 line=clam week=6",
        "120:12 ClearanceIsUsual line=clam",
    ]),
    // A limit that touches a line
    ("exercise = \"bridge\"", "exercise = \"bridge\"\nflags = [\"supine\", \"lift\"]", &["86:12 LimitTouchesLine limit=Lift no more than 4.5 kg until the review line=bridge"]),
    // Two sheets
    ("exercise = \"calf-stretch-wall\"", "exercise = \"bridge\"\nsource = \"ward leaflet\"", &["142:12 SheetsDisagree first=none line=calf other=bridge second=ward leaflet"]),
    ("exercise = \"calf-stretch-wall\"", "exercise = \"walk-level\"\nsource = \"ward leaflet\"\nuntil = 2026-11-17", &["142:12 SheetsDisagree first=none line=calf other=walk second=ward leaflet"]),
    // Quiet hours
    ("awake_until = \"20:00\"", "awake_until = \"20:00\"\nquiet_from = \"13:00\"\nquiet_until = \"14:00\"", &["63:6 RoundInQuietHours at=13:30 round=noon"]),
    // A stage whose row is over before the line begins
    ("not_two_days_running = true", "not_two_days_running = true\nfrom_week = 4", &["94:1 StageOutsideLine line=bridge stage=1"]),
];

fn read(from: &str, to: &str) -> PlanFile {
    assert_eq!(FULL.matches(from).count(), 1, "{from:?} stands once on the sheet");
    let file = PlanFile::open(FULL.replace(from, to).as_bytes(), "sheet", embedded());
    assert_eq!(file.problems, [], "{from:?} -> {to:?}");
    file
}

/// A late shift that begins at noon, with a round at four in the morning, when the next day has begun.
fn after_the_day() -> PlanFile {
    let text = FULL.replace("latest_start = \"21:00\"\n", "");
    let (usual, late) = ("leave_out = [\"noon\"]", "leave_out = [\"noon\"]\nstart = \"09:00\"");
    let text = text.replace(usual, late).replace("at = \"10:00\" }]", "at = \"04:00\" }]");
    PlanFile::open(text.as_bytes(), "sheet", embedded())
}

#[test]
fn a_round_that_the_next_day_overtakes_is_remarked_on() {
    let file = after_the_day();
    assert_eq!(file.problems, []);
    let found: Vec<String> = file.remarks.iter().map(remark).collect();
    assert_eq!(found, ["22:36 RoundAfterDay at=04:00 next=03:00 round=morning"]);
}

/// A night that begins when the person is usually awake no longer, with its morning round in it.
fn after_the_hours() -> PlanFile {
    let night = "leave_out = [\"noon\"]\nstart = \"20:30\"";
    let text = FULL.replace("leave_out = [\"noon\"]", night);
    let text = text.replace("at = \"10:00\" }]", "at = \"20:45\" }]");
    PlanFile::open(text.as_bytes(), "sheet", embedded())
}

#[test]
fn a_kind_of_day_that_begins_after_the_last_time_by_the_clock_is_remarked_on() {
    let file = after_the_hours();
    assert_eq!(file.problems, []);
    let found: Vec<String> = file.remarks.iter().map(remark).collect();
    assert_eq!(found, ["138:15 NoTimeOnKindOfDay day=Late shift line=pumps start=20:30"]);
}

/// Every remark that the table produces.
pub(super) fn remarks() -> Vec<Problem> {
    let of_table = REMARKS.iter().flat_map(|(from, to, _)| read(from, to).remarks);
    of_table.chain(after_the_day().remarks).chain(after_the_hours().remarks).collect()
}

#[test]
fn each_remark_has_its_place_and_the_plan_is_read() {
    let mut wrong = Vec::new();
    for (from, to, expected) in REMARKS {
        let file = read(from, to);
        assert!(file.revision.is_some());
        let found: Vec<String> = file.remarks.iter().map(remark).collect();
        if found != *expected || found.is_empty() {
            wrong
                .push(format!("{from:?} -> {to:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A remark in short, with its arguments.
fn remark(problem: &Problem) -> String {
    let arguments: Vec<String> =
        problem.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    told(problem).trim_end_matches(" -").to_owned() + " " + &arguments.join(" ")
}
