//! Reading the sheet as a whole: its head, its tables, and what must fit together among them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::around::Around;
use super::circles::remark_circles;
use super::fits::{Whole, phase_problems, report_round};
use super::line::read_line;
use super::pain::read_pain;
use super::parts::{Counting, Names, problem_of_beginning, read_weekday, report_order};
use super::rules::{
    read_appointment, read_awake, read_bad_day, read_clearance, read_day_off, read_day_type,
    read_missed_dose, read_phase, read_precaution, read_programme, read_quiet, read_re_entry,
    read_round,
};
use crate::catalogue::Catalogue;
use crate::error::{Problem, ProblemCode};
use crate::ids::PlanId;
use crate::plan::by_clock::UsualDay;
use crate::plan::limits::{
    GAP_DAYS, LONG_TEXT, MOST_APPOINTMENTS, MOST_CLEARANCES, MOST_CONTACTS, MOST_DAY_TYPES,
    MOST_DAYS_OFF, MOST_LINES, MOST_NOTES, MOST_PHASES, MOST_PRECAUTIONS, MOST_PROGRAMMES,
    MOST_ROUNDS, REVISION, SHEET_NUMBER, SHORT_TEXT,
};
use crate::plan::{
    AwakeHours, Contact, DayType, FORMAT, Fusion, Note, NoteAbout, REVIEW, Revision, Surgery,
    USUAL_GAP_DAYS, USUAL_WEEK_START,
};
use crate::table::{Table, Value};
use crate::time::{
    Anchors, Day, QuietHours, USUAL_DAY_START, WallTime, WeeksCounted, weekday_name,
};

/// The keys at the top of the file. TOML wants them before the first `[table]`.
pub(super) const TOP_KEYS: [&str; 14] = [
    "format",
    "plan",
    "revision",
    "title",
    "author",
    "written",
    "caution",
    "starts",
    "review",
    "ends",
    "weeks_counted",
    "week_starts",
    "gap_days",
    "checksum",
];

/// The words for [`Fusion`].
pub(in crate::plan) const FUSIONS: [(&str, Fusion); 3] =
    [("yes", Fusion::Yes), ("no", Fusion::No), ("unknown", Fusion::Unknown)];

/// The words for [`WeeksCounted`].
pub(in crate::plan) const WEEKS_COUNTED: [(&str, WeeksCounted); 2] =
    [("from-1", WeeksCounted::FromOne), ("completed", WeeksCounted::Completed)];

/// The words for [`NoteAbout`].
pub(in crate::plan) const NOTE_ABOUTS: [(&str, NoteAbout); 5] = [
    ("pain", NoteAbout::Pain),
    ("bad-day", NoteAbout::BadDay),
    ("missed-round", NoteAbout::MissedRound),
    ("technique", NoteAbout::Technique),
    ("general", NoteAbout::General),
];

/// A sheet that was read.
pub(super) struct Sheet {
    pub(super) revision: Revision,
    /// What somebody should look at although the plan can be read.
    pub(super) remarks: Vec<Problem>,
}

/// What the head of a sheet says; a plan states it, a template has it from whoever uses it.
pub(super) struct Head {
    pub(super) plan: Option<PlanId>,
    pub(super) number: Option<u32>,
    pub(super) written: Option<Day>,
    pub(super) surgery: Option<Surgery>,
    pub(super) starts: Option<Day>,
    pub(super) review: Option<Day>,
    pub(super) ends: Option<Day>,
    pub(super) is_template: bool,
}

/// Reads a plan but for its checksum. `None` when a problem that stops the plan was reported.
pub(super) fn read_plan(top: &mut Table<'_>, catalogue: &Catalogue) -> Option<Sheet> {
    let plan = top.needed("plan").and_then(|value| value.name(PlanId::new));
    let number = top.needed("revision").and_then(|value| value.number(&REVISION));
    let written = top.given("written").and_then(Value::day);
    let starts = top.needed("starts").and_then(Value::day);
    let review = read_later_day(top, "review", starts);
    let ends = read_later_day(top, "ends", starts);
    let surgery = top.needed("surgery").and_then(|value| value.table(read_surgery)).flatten();
    let is_template = false;
    read_sheet(
        top,
        catalogue,
        Head { plan, number, written, surgery, starts, review, ends, is_template },
    )
}

pub(super) fn read_sheet(top: &mut Table<'_>, catalogue: &Catalogue, head: Head) -> Option<Sheet> {
    top.needed("format").and_then(|value| value.number(&(1..=FORMAT)));
    let title = top.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let author = top.given("author").and_then(|value| value.text(SHORT_TEXT));
    let caution = top.given("caution").and_then(|value| value.lines(LONG_TEXT));
    let weeks_counted = top.given("weeks_counted").and_then(|value| value.choice(&WEEKS_COUNTED));
    let week_starts = top.given("week_starts").and_then(read_weekday).unwrap_or(USUAL_WEEK_START);
    let gap_days = top.given("gap_days").and_then(|value| value.number(&GAP_DAYS));
    let (day_start, quiet_hours, awake) =
        top.table("day", read_day).unwrap_or((USUAL_DAY_START, None, None));
    let anchors = head.surgery.as_ref().zip(head.starts).map(|(surgery, starts)| Anchors {
        surgery: surgery.date,
        discharge: surgery.discharge,
        starts,
        weeks_counted,
    });
    let counting = Counting {
        anchors,
        weeks_are_counted: top.has("weeks_counted"),
        discharge_is_given: head.surgery.as_ref().is_some_and(|s| s.discharge.is_some()),
        is_template: head.is_template,
    };

    let mut appointment_names = Names::of("appointment");
    if head.review.is_some() {
        appointment_names.take_silently(REVIEW);
    }
    let appointments = top.tables("appointment", MOST_APPOINTMENTS, |table| {
        read_appointment(table, &mut appointment_names, &counting)
    });
    let mut clearance_names = Names::of("clearance");
    let mut clearance_places = Vec::new();
    let clearances = top.tables("clearance", MOST_CLEARANCES, |table| {
        let clearance = read_clearance(table, &mut clearance_names, &counting)?;
        clearance_places.push(table.problem(ProblemCode::ClearanceUnused));
        Some(clearance)
    });
    let missed_dose = top.table("missed_dose", read_missed_dose).unwrap_or_default();
    let mut around = Around {
        catalogue,
        counting,
        ends: head.ends,
        may_be_fused: head.surgery.as_ref().is_some_and(|s| s.fusion != Fusion::No),
        usual_day: UsualDay { start: day_start, awake },
        day_types: Vec::new(),
        missed_dose,
        phases: Vec::new(),
        phase_names: Names::of("phase"),
        programmes: Vec::new(),
        programme_names: Names::of("programme"),
        rounds: Vec::new(),
        round_names: Names::of("round"),
        line_names: Names::of("line"),
        appointment_names,
        clearance_names,
        clearances_used: RefCell::new(BTreeSet::new()),
        named_lines: RefCell::default(),
        remarks: RefCell::default(),
    };
    read_phases(top, &mut around);
    let mut names = Names::of("programme");
    let programmes = top
        .tables("programme", MOST_PROGRAMMES, |table| read_programme(table, &mut names, &around));
    (around.programme_names, around.programmes) = (names, programmes.unwrap_or_default());
    read_rounds(top, &mut around, quiet_hours);
    let mut day_type_names = Names::of("day_type");
    let mut taken_days = BTreeSet::new();
    let day_types = top.tables("day_type", MOST_DAY_TYPES, |table| {
        let day_type = read_day_type(table, &mut day_type_names, &around)?;
        report_days_of_two_kinds(table, &day_type, &mut taken_days);
        Some(day_type)
    });
    around.day_types = day_types.unwrap_or_default();
    let mut line_places = Vec::new();
    let lines = top.tables("line", MOST_LINES, |table| {
        line_places.push(table.problem_of("exercise", ProblemCode::LimitTouchesLine));
        read_line(table, &mut around)
    });
    if lines.as_ref().is_some_and(Vec::is_empty) {
        top.report(top.problem_of("line", ProblemCode::NoLines));
    }
    let precautions =
        top.tables("precaution", MOST_PRECAUTIONS, |table| read_precaution(table, &around));
    let contacts = top.tables("contact", MOST_CONTACTS, read_contact);
    let known_contacts = contacts.clone().unwrap_or_default();
    let pain = top
        .given("pain")
        .map(|value| value.table(|t| read_pain(t, &known_contacts, &around)).flatten());
    let mut bad_day_places = Vec::new();
    let bad_day = top
        .given("bad_day")
        .map(|value| value.table(|t| read_bad_day(t, &around, &mut bad_day_places)).flatten());
    let days_off = top.tables("day_off", MOST_DAYS_OFF, |table| read_day_off(table, &around));
    let re_entry = top.given("re_entry").map(|value| value.table(read_re_entry).flatten());
    let notes = top.tables("note", MOST_NOTES, read_note);
    report_names(top, &around, clearances.as_deref().unwrap_or_default(), &clearance_places);

    let surgery = head.surgery?;
    let anchors = anchors?;
    around.phases.sort_by_key(|phase| phase.stretch.first_day(&anchors));
    let revision = Revision {
        plan: head.plan?,
        number: head.number?,
        title: title?,
        author,
        written: head.written,
        caution,
        surgery,
        starts: head.starts?,
        review: head.review,
        ends: head.ends,
        weeks_counted,
        week_starts,
        gap_days: gap_days.unwrap_or(USUAL_GAP_DAYS),
        day_start,
        quiet_hours,
        awake,
        day_types: std::mem::take(&mut around.day_types),
        phases: std::mem::take(&mut around.phases),
        clearances: clearances?,
        appointments: appointments?,
        programmes: std::mem::take(&mut around.programmes),
        rounds: std::mem::take(&mut around.rounds),
        missed_dose: std::mem::take(&mut around.missed_dose),
        lines: lines?,
        precautions: precautions?,
        pain: read_or_absent(pain)?,
        bad_day: read_or_absent(bad_day)?,
        days_off: days_off?,
        re_entry: read_or_absent(re_entry)?,
        notes: notes?,
        contacts: contacts?,
    };
    let whole = Whole { revision: &revision, line_places: &line_places };
    remark_circles(&revision.lines, &line_places, |problem| around.remark(problem));
    whole.report_bad_day(&bad_day_places, |problem| top.report(problem));
    whole.remark(&around);
    Some(Sheet { revision, remarks: around.remarks.into_inner() })
}

/// A table that may be left out; `None` where it is there and no good.
fn read_or_absent<T>(table: Option<Option<T>>) -> Option<Option<T>> {
    match table {
        Some(read) => read.map(Some),
        None => Some(None),
    }
}

fn read_phases(top: &mut Table<'_>, around: &mut Around<'_>) {
    let mut names = Names::of("phase");
    let mut placed = Vec::new();
    top.tables("phase", MOST_PHASES, |table| {
        let phase = read_phase(table, &mut names, around)?;
        placed.push((phase, problem_of_beginning(table, ProblemCode::PhaseGap)));
        Some(())
    });
    phase_problems(&placed, around, |problem| top.report(problem));
    around.phases = placed.into_iter().map(|(phase, _)| phase).collect();
    around.phase_names = names;
}

fn read_rounds(top: &mut Table<'_>, around: &mut Around<'_>, quiet: Option<QuietHours>) {
    let mut names = Names::of("round");
    let mut times = Vec::new();
    let rounds = top.tables("round", MOST_ROUNDS, |table| {
        let round = read_round(table, &mut names)?;
        // Two rounds at the same time have no order, and their reminders would be one.
        if let Some(at) = round.at {
            let same = times.iter().find(|(time, _)| *time == at);
            if let Some((at, first)) = same {
                let problem = table.problem_of("at", ProblemCode::RoundsAtSameTime);
                table.report(problem.with("first", first).with("second", &round.id).with("at", at));
            }
            times.push((at, round.id.clone()));
        }
        report_round(table, &round, around, quiet);
        Some(round)
    });
    around.round_names = names;
    around.rounds = rounds.unwrap_or_default();
    let day_start = around.usual_day.start;
    around
        .rounds
        .sort_by_key(|round| round.at.map_or(u16::MAX, |at| at.minutes_into_day(day_start)));
}

/// A weekday or a date is of one kind.
fn report_days_of_two_kinds(
    table: &Table<'_>,
    day_type: &DayType,
    taken: &mut BTreeSet<(&'static str, String)>,
) {
    let weekdays = day_type.weekdays.iter().map(|day| ("weekdays", weekday_name(*day).to_owned()));
    let dates = day_type.dates.iter().map(|day| ("dates", day.to_string()));
    for (key, day) in weekdays.chain(dates) {
        if !taken.insert((key, day.clone())) {
            let problem = table.problem_of(key, ProblemCode::SameNameTwice);
            table.report(problem.with("kind", "day_type").with("found", day));
        }
    }
}

/// Reports what was named and is not there, and the clearances that nothing waits for.
fn report_names(
    top: &Table<'_>,
    around: &Around<'_>,
    clearances: &[crate::plan::Clearance],
    places: &[Problem],
) {
    for (found, problem) in around.named_lines.borrow().iter() {
        if let Some(problem) = around.line_names.problem_unless_taken(problem, found) {
            top.report(problem);
        }
    }
    for (clearance, place) in clearances.iter().zip(places) {
        if !around.clearances_used.borrow().contains(clearance.id.as_str()) {
            top.report(place.clone().with("found", &clearance.id));
        }
    }
}

/// A day at the top of the file that must be later than the first day of the plan.
fn read_later_day(top: &mut Table<'_>, key: &'static str, starts: Option<Day>) -> Option<Day> {
    let day = top.given(key).and_then(Value::day)?;
    if let Some(starts) = starts {
        report_order(top, key, starts, day);
    }
    Some(day)
}

fn read_surgery(table: &mut Table<'_>) -> Option<Surgery> {
    let date = table.needed("date").and_then(Value::day);
    let fusion = table.needed("fusion").and_then(|value| value.choice(&FUSIONS));
    let operation = table.given("operation").and_then(|value| value.text(SHORT_TEXT));
    let discharge = table.given("discharge").and_then(Value::day);
    if let (Some(date), Some(discharge)) = (date, discharge)
        && discharge < date
    {
        report_order(table, "discharge", date, discharge);
    }
    Some(Surgery { date: date?, fusion: fusion?, operation, discharge })
}

fn read_day(table: &mut Table<'_>) -> (WallTime, Option<QuietHours>, Option<AwakeHours>) {
    let start = table.given("start").and_then(Value::time).unwrap_or(USUAL_DAY_START);
    (start, read_quiet(table), read_awake(table, start))
}

fn read_note(table: &mut Table<'_>) -> Option<Note> {
    let about = table.needed("about").and_then(|value| value.choice(&NOTE_ABOUTS));
    let sheet_no = table.given("sheet_no").and_then(|value| value.text_or_number(SHEET_NUMBER));
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    Some(Note { sheet_no, as_written: as_written?, about: about? })
}

fn read_contact(table: &mut Table<'_>) -> Option<Contact> {
    let name = table.needed("name").and_then(|value| value.text(SHORT_TEXT));
    let number = table.needed("number").and_then(|value| value.text(SHORT_TEXT));
    let hours = table.given("hours").and_then(|value| value.text(SHORT_TEXT));
    let about = table.given("about").and_then(|value| value.text(SHORT_TEXT));
    Some(Contact { name: name?, number: number?, hours, about })
}
