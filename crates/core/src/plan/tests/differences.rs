//! What a revision changes is told in the order of the sheet.

use super::opened;
use crate::catalogue::Tempo;
use crate::ids::ExerciseId;
use crate::plan::read::WEEKS_COUNTED;
use crate::plan::{Change, Revision, Told, ToldArg, changes};
use crate::safety::Flag;
use crate::time::{Stretch, weekday_name};

fn sheet() -> Revision {
    changed("format = 1", "format = 1")
}

fn changed(from: &str, to: &str) -> Revision {
    let file = opened(from, to);
    assert_eq!(file.problems, []);
    let mut plan = file.revision.unwrap();
    // The titles come from the catalogue, whose words may change.
    plan.lines[0].title = "Brace".to_owned();
    plan.lines[1].title = "Clam".to_owned();
    plan
}

/// A change in short.
fn told(change: &Change) -> String {
    let Change { kind, thing, title, sheet_no, before, after } = change;
    let number = sheet_no.as_ref().map_or_else(String::new, |number| format!("{number}. "));
    let (before, after) = (in_short(before), in_short(after));
    format!("{thing:?} {kind:?}: {number}{title}: {before} => {after}")
}

/// What is told in short: each code with its arguments in the order of their names.
fn in_short(parts: &[Told]) -> String {
    let argument = |argument: &ToldArg| match argument {
        ToldArg::Text(text) => text.clone(),
        ToldArg::Number(number) => number.to_string(),
        ToldArg::Day(day) => day.to_string(),
        ToldArg::Days(days) => days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        ToldArg::Time(time) => time.to_string(),
        ToldArg::Weekdays(days) => {
            days.iter().map(|day| weekday_name(*day)).collect::<Vec<_>>().join(" ")
        }
    };
    let part = |part: &Told| {
        let arguments: Vec<String> = part.args.values().map(argument).collect();
        format!("{:?}({})", part.code, arguments.join(", "))
    };
    if parts.is_empty() {
        "-".to_owned()
    } else {
        parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }
}

fn told_all(before: Option<&Revision>, after: &Revision) -> Vec<String> {
    changes(before, after).iter().map(told).collect()
}

const BRACE: &str = "SheetNo(1) Words(Belly brace: 10 x, hold 5 seconds) Repetitions(10) Hold(5) InRounds(Morning, Evening) EveryDay()";
const CLAM: &str = "Words(Clam: 2 x 8 each side) SetsOf(8, 2) SideEach() TimesADay(1) OnWeekdays(mon wed) InPhase(First weeks)";

#[test]
fn a_first_plan_is_all_new() {
    let expected = [
        "Phase Added: First weeks: - => FromCounted(2026-11-16, 14, surgery) LastDayCounted(2026-11-29, 27, surgery)",
        "Round Added: Morning: - => At(08:30)",
        "Round Added: Evening: - => At(19:00)",
        &format!("Line Added: 1. Brace: - => {BRACE}"),
        &format!("Line Added: Clam: - => {CLAM}"),
        "Note Added: Stop if it hurts more.: - => Words(Stop if it hurts more.) About(pain)",
        "Contact Added: Ward line: - => Number(555-0134)",
    ];
    assert_eq!(told_all(None, &sheet()), expected);
}

/// From, to, and what is told.
#[rustfmt::skip]
const CHANGES: &[(&str, &str, &str)] = &[
    // The head
    ("title = \"Weeks 3 to 6\"", "title = \"Later\"", "Title Changed: : Plain(Weeks 3 to 6) => Plain(Later)"),
    ("revision = 2", "revision = 2\nauthor = \"A. Meier\"", "Author Added: : - => Plain(A. Meier)"),
    ("fusion = \"no\"", "fusion = \"yes\"", "Fusion Changed: : Fusion(no) => Fusion(yes)"),
    ("fusion = \"no\"", "fusion = \"no\"\ndischarge = 2026-11-04", "Discharge Added: : - => OnDay(2026-11-04)"),
    ("starts = 2026-11-16", "starts = 2026-11-17", "Starts Changed: : OnDay(2026-11-16) => OnDay(2026-11-17)"),
    ("review = 2026-12-14\n", "", "Review Removed: : OnDay(2026-12-14) => -"),
    ("review =", "ends = 2027-01-04\nreview =", "Ends Added: : - => OnDay(2027-01-04)"),
    ("review =", "weeks_counted = \"completed\"\nreview =", "WeeksCounted Added: : - => WeeksCounted(completed)"),
    ("review =", "week_starts = \"sun\"\nreview =", "WeekStarts Changed: : WeekStarts(mon) => WeekStarts(sun)"),
    ("review =", "gap_days = 5\nreview =", "GapDays Changed: : GapDays(7) => GapDays(5)"),
    ("quiet_from = \"21:00\"", "quiet_from = \"22:00\"", "DayHours Changed: : DayStart(03:00) Quiet(21:00, 07:00) => DayStart(03:00) Quiet(22:00, 07:00)"),
    ("[day]", "[day]\nstart = \"04:00\"", "DayHours Changed: : DayStart(03:00) Quiet(21:00, 07:00) => DayStart(04:00) Quiet(21:00, 07:00)"),
    ("[day]", "[day]\nawake_from = \"08:00\"\nawake_until = \"20:00\"", "DayHours Changed: : DayStart(03:00) Quiet(21:00, 07:00) => DayStart(03:00) Quiet(21:00, 07:00) Awake(08:00, 20:00)"),
    // Rounds
    ("at = \"19:00\"", "at = \"20:00\"", "Round Changed: Evening: At(19:00) => At(20:00)"),
    ("at = \"19:00\"", "at = \"19:00\"\nlatest_start = \"21:00\"", "Round Changed: Evening: At(19:00) => At(19:00) LatestStart(21:00)"),
    ("[[note]]", "[missed_dose]\nas_written = \"3 hours apart\"\ngap_minutes = 180\n[[note]]", "MissedDose Added: : - => Words(3 hours apart) Gap(180)"),
    // A line
    ("repetitions = 10", "repetitions = 12", "LineDose Changed: 1. Brace: Repetitions(10) Hold(5) => Repetitions(12) Hold(5)"),
    ("repetitions = 10", "repetitions = 10\nup_to = { repetitions = 12 }", "LineDose Changed: 1. Brace: Repetitions(10) Hold(5) => Repetitions(10) Hold(5) UpTo(12, repetitions)"),
    ("repetitions = 8", "repetitions = 8\nnot_given = [\"rest\"]", "LineDose Changed: Clam: SetsOf(8, 2) => SetsOf(8, 2) NotGiven(rest)"),
    ("[\"morning\", \"evening\"]", "[\"evening\"]", "LineHowOften Changed: 1. Brace: InRounds(Morning, Evening) EveryDay() => InRounds(Evening) EveryDay()"),
    ("side = \"each\"", "side = \"left\"", "LineSide Changed: Clam: SideEach() => SideLeft()"),
    ("side = \"each\"", "side = \"both\"", "LineSide Changed: Clam: SideEach() => SideBoth()"),
    ("[\"mon\", \"wed\"]", "\"every day\"", "LineHowOften Changed: Clam: TimesADay(1) OnWeekdays(mon wed) => TimesADay(1) EveryDay()"),
    ("times_a_day = 1", "times_a_day = [1, 3]\ngap_minutes = 60", "LineHowOften Changed: Clam: TimesADay(1) OnWeekdays(mon wed) => TimesADayUpTo(3, 1) Gap(60) OnWeekdays(mon wed)"),
    ("phase = \"first\"", "from_day = 20", "LineSpan Changed: Clam: InPhase(First weeks) => FromCounted(2026-11-22, 20, surgery)"),
    ("phase = \"first\"\n", "", "LineSpan Changed: Clam: InPhase(First weeks) => -"),
    ("phase = \"first\"", "phase = \"first\"\noff = true", "LineWaits Changed: Clam: - => SwitchedOff()"),
    ("phase = \"first\"", "phase = \"first\"\n[[line.stage]]\nafter_done_days = 5\nsets = 3", "LineStages Changed: Clam: - => AfterDoneDays(5) Sets(3)"),
    ("phase = \"first\"", "phase = \"first\"\n[[line.stage]]\nas_written = \"again\"\nfrom_day = 21\nuntil_day = 25\nside = \"both\"\nreplaces = [\"brace\"]", "LineStages Changed: Clam: - => Words(again) FromCounted(2026-11-23, 21, surgery) SideBoth() Replaces(Brace) WrittenUpTo(2026-11-26)"),
    ("phase = \"first\"", "phase = \"first\"\n[line.growth]\nkey = \"sets\"\nby = 1\nevery_days = 7\nat_most = 4\nfrom = \"start + 7\"", "LineStages Changed: Clam: - => Grows(1, 2026-11-23, 4, 7, sets)"),
    ("sheet_no = 1", "sheet_no = 2", "LineWords Changed: 2. Brace: SheetNo(1) Words(Belly brace: 10 x, hold 5 seconds) => SheetNo(2) Words(Belly brace: 10 x, hold 5 seconds)"),
    // The rules
    ("[[note]]", "[[precaution]]\nas_written = \"No lifting\"\nkinds = [\"lifting\"]\nlift_kg = 4.5\nuntil_appointment = \"review\"\n[[note]]", "Precaution Added: No lifting: - => Words(No lifting) LimitKinds(lifting) LiftKg(4.5) UntilAppointment(2026-12-14, review)"),
    ("[[note]]", "[bad_day]\nas_written = \"One is enough\"\nminimum = [{ line = \"brace\", bouts = 1 }]\n[[note]]", "BadDay Added: : - => Words(One is enough) Minimum(1, Brace)"),
    ("[[note]]", "[[day_off]]\nas_written = \"Sunday off\"\nweekdays = [\"sun\"]\nexcept = [\"brace\"]\nthen = \"shift\"\n[[note]]", "DayOff Added: Sunday off: - => Words(Sunday off) OnWeekdays(sun) Except(Brace) OffShift()"),
    ("[[note]]", "[re_entry]\nas_written = \"Begin with half\"\npercent = 50\nrounding = \"up\"\nfor_days = 3\n[[note]]", "ReEntry Added: : - => Words(Begin with half) PartOfDose(50, up) ForDays(3)"),
    ("[[note]]", "[pain]\n[[pain.rule]]\nas_written = \"over 5: stop\"\nwhere = \"either\"\nover = 5\nwhen = \"during\"\nthen = \"stop\"\nlasts = \"until-told\"\nring = \"Ward line\"\n[[note]]", "Pain Added: : - => Words(over 5: stop) PainOver(5, either, during) Stop() UntilSaid() Ring(Ward line)"),
    ("[[note]]", "[pain]\n[[pain.rule]]\nas_written = \"up to 10: go on\"\nwhere = \"either\"\nat_least = 1\nwhen = \"during\"\nthen = \"go-on\"\nlasts = \"until-told\"\nring = \"Ward line\"\n[[note]]", "Pain Added: : - => Words(up to 10: go on) PainAtLeast(1, either, during) GoOn() Ring(Ward line)"),
    ("[[note]]", "[[day_type]]\nid = \"late\"\ntitle = \"Late shift\"\nweekdays = [\"fri\"]\ntimes = [{ round = \"morning\", at = \"10:00\" }]\nleave_out = [\"evening\"]\n[[note]]", "DayType Added: Late shift: - => OnWeekdays(fri) RoundAt(10:00, Morning) WithoutRounds(Evening)"),
    ("[[note]]", "[[appointment]]\nid = \"check\"\ntitle = \"Check\"\ndate = 2026-11-20\n[[note]]", "Appointment Added: Check: - => OnDay(2026-11-20)"),
    ("[[note]]", "[[programme]]\nid = \"ab\"\ntitle = \"In turn\"\nturns = [\"A\", \"B\"]\ndays = [\"mon\"]\nadvance = \"calendar\"\nturns_from = 2026-11-16\n[[note]]", "Programme Added: In turn: - => Turns(A, B) OnWeekdays(mon) AdvanceCalendar(2026-11-16)"),
    ("number = \"555-0134\"", "number = \"555-0135\"", "Contact Changed: Ward line: Number(555-0134) => Number(555-0135)"),
    ("about = \"pain\"", "about = \"general\"", "Note Changed: Stop if it hurts more.: Words(Stop if it hurts more.) About(pain) => Words(Stop if it hurts more.) About(general)"),
];

#[test]
fn each_change_is_told_with_before_and_after() {
    for (from, to, expected) in CHANGES {
        let after = changed(from, to);
        assert_eq!(told_all(Some(&sheet()), &after), [*expected], "{from:?} -> {to:?}");
        // The other way round, what was added is removed.
        let back = told_all(Some(&after), &sheet());
        assert_eq!(back.len(), 1, "{from:?} -> {to:?}");
    }
}

#[test]
fn another_movement_under_the_same_name_is_told() {
    let mut before = sheet();
    (before.lines[1].flags, before.lines[1].tempo) = (vec![Flag::SideLying], None);
    let mut after = before.clone();
    after.lines[1].exercise = ExerciseId::new("own-clam").unwrap();
    after.lines[1].flags = vec![Flag::SideLying, Flag::Rotation];
    after.lines[1].tempo = Some(Tempo { out: 1, hold: 0, back: 2 });
    let expected = "LineExercise Changed: Clam: Exercise(clamshell, Clam) Flags(side_lying) NoPace() => Exercise(own-clam, Clam) Flags(side_lying, rotation) Pace(2, 0, 1)";
    assert_eq!(told_all(Some(&before), &after), [expected]);
}

#[test]
fn where_only_a_name_differs_both_names_are_told() {
    let after = changed("title = \"First weeks\"", "title = \"The first weeks\"");
    let expected = [
        "Phase Changed: The first weeks: Plain(First weeks) => Plain(The first weeks)",
        "LineSpan Changed: Clam: InPhase(First weeks) => InPhase(The first weeks)",
    ];
    assert_eq!(told_all(Some(&sheet()), &after), expected);
}

#[test]
fn the_words_of_a_round_are_told() {
    let after = changed("at = \"19:00\"", "at = \"19:00\"\nas_written = \"3 hours after\"");
    let expected = "Round Changed: Evening: At(19:00) => Words(3 hours after) At(19:00)";
    assert_eq!(told_all(Some(&sheet()), &after), [expected]);
}

#[test]
fn what_was_removed_comes_last() {
    let after = changed("id = \"clam\"", "id = \"clam-2\"");
    let expected =
        [format!("Line Added: Clam: - => {CLAM}"), format!("Line Removed: Clam: {CLAM} => -")];
    assert_eq!(told_all(Some(&sheet()), &after), expected);
}

#[test]
fn a_corrected_date_of_surgery_shows_what_moves_with_it() {
    let after = changed("date = 2026-11-02", "date = 2026-11-03");
    let expected = [
        "SurgeryDate Changed: : OnDay(2026-11-02) => OnDay(2026-11-03)",
        "Phase Changed: First weeks: FromCounted(2026-11-16, 14, surgery) LastDayCounted(2026-11-29, 27, surgery) => FromCounted(2026-11-17, 14, surgery) LastDayCounted(2026-11-30, 27, surgery)",
    ];
    assert_eq!(told_all(Some(&sheet()), &after), expected);
}

#[test]
fn weeks_that_are_counted_otherwise_move_what_is_written_in_weeks() {
    let weeks = |counted: &str| {
        let mut plan = sheet();
        plan.weeks_counted = WEEKS_COUNTED.iter().find(|(word, _)| *word == counted).map(|w| w.1);
        plan.phases[0].stretch = Stretch::Weeks { first: 3, last: Some(4) };
        plan
    };
    let expected = [
        "WeeksCounted Changed: : WeeksCounted(from-1) => WeeksCounted(completed)",
        "Phase Changed: First weeks: Weeks(3, 2026-11-16, 4, 2026-11-29) => Weeks(3, 2026-11-23, 4, 2026-11-29)",
    ];
    assert_eq!(told_all(Some(&weeks("from-1")), &weeks("completed")), expected);
}

#[test]
fn another_order_of_the_lines_is_told() {
    let mut after = sheet();
    after.lines.reverse();
    let expected = "LineOrder Changed: Weeks 3 to 6: Plain(Brace, Clam) => Plain(Clam, Brace)";
    assert_eq!(told_all(Some(&sheet()), &after), [expected]);
}

#[test]
fn a_new_number_alone_is_no_difference() {
    let after = changed("revision = 2", "revision = 3\nwritten = 2026-11-15");
    assert_eq!(told_all(Some(&sheet()), &after), [""; 0]);
}
