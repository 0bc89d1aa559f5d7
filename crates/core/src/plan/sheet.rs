//! Reading the sheet as a whole: its head, its tables, and what must fit together among them.

use super::limits::{
    LONG_TEXT, MOST_CONTACTS, MOST_LINES, MOST_NOTES, MOST_PHASES, MOST_PRECAUTIONS, MOST_ROUNDS,
    REVISION, SHEET_NUMBER, SHORT_TEXT,
};
use super::line::{Around, read_line};
use super::parts::{Names, read_day_ref, read_span, report_order};
use super::{
    Contact, FORMAT, Fusion, Note, NoteAbout, Phase, Precaution, Revision, Round, Surgery,
};
use crate::catalogue::Catalogue;
use crate::error::ProblemCode;
use crate::ids::{PhaseId, PlanId, RoundId};
use crate::table::{Table, Value};
use crate::time::{Day, QuietHours, USUAL_DAY_START, WallTime};

/// The keys at the top of the file. TOML wants them before the first `[table]`.
pub(super) const TOP_KEYS: [&str; 11] = [
    "format", "plan", "revision", "title", "author", "written", "caution", "starts", "review",
    "ends", "checksum",
];

/// The words for [`Fusion`].
pub(super) const FUSIONS: [(&str, Fusion); 3] =
    [("yes", Fusion::Yes), ("no", Fusion::No), ("unknown", Fusion::Unknown)];

/// The words for [`NoteAbout`].
pub(super) const NOTE_ABOUTS: [(&str, NoteAbout); 5] = [
    ("pain", NoteAbout::Pain),
    ("bad-day", NoteAbout::BadDay),
    ("missed-round", NoteAbout::MissedRound),
    ("technique", NoteAbout::Technique),
    ("general", NoteAbout::General),
];

/// Reads everything but the checksum. `None` when a problem that stops the plan was reported.
pub(super) fn read_sheet(top: &mut Table<'_>, catalogue: &Catalogue) -> Option<Revision> {
    top.needed("format").and_then(|value| value.number(&(1..=FORMAT)));
    let plan = top.needed("plan").and_then(|value| value.name(PlanId::new));
    let number = top.needed("revision").and_then(|value| value.number(&REVISION));
    let title = top.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let author = top.given("author").and_then(|value| value.text(SHORT_TEXT));
    let written = top.given("written").and_then(Value::day);
    let caution = top.given("caution").and_then(|value| value.lines(LONG_TEXT));
    let starts = top.needed("starts").and_then(Value::day);
    let review = read_later_day(top, "review", starts);
    let ends = read_later_day(top, "ends", starts);
    let surgery = top.needed("surgery").and_then(|value| value.table(read_surgery));
    let surgery_date = surgery.and_then(|(date, _)| date);
    let day = top.table("day", read_day);
    let (day_start, quiet_hours) = day.unwrap_or((USUAL_DAY_START, None));

    let mut phase_names = Names::of("phase");
    let phases =
        top.tables("phase", MOST_PHASES, |table| read_phase(table, &mut phase_names, surgery_date));
    let mut round_names = Names::of("round");
    let mut times = Vec::new();
    let rounds = top.tables("round", MOST_ROUNDS, |table| {
        let round = read_round(table, &mut round_names)?;
        report_same_time(table, &times, &round);
        times.push((round.at, round.id.clone()));
        Some(round)
    });
    let mut around = Around {
        catalogue,
        surgery: surgery_date,
        starts,
        ends,
        phases: phases.unwrap_or_default(),
        phase_names,
        rounds: rounds.unwrap_or_default(),
        round_names,
        line_names: Names::of("line"),
    };
    around.rounds.sort_by_key(|round| round.at.minutes_into_day(day_start));
    let lines = top.tables("line", MOST_LINES, |table| read_line(table, &mut around));
    if lines.as_ref().is_some_and(Vec::is_empty) {
        top.report(top.problem_of("line", ProblemCode::NoLines));
    }
    let precautions = top.tables("precaution", MOST_PRECAUTIONS, read_precaution);
    let notes = top.tables("note", MOST_NOTES, read_note);
    let contacts = top.tables("contact", MOST_CONTACTS, read_contact);

    let surgery = Surgery { date: surgery_date?, fusion: surgery?.1? };
    around.phases.sort_by_key(|phase| phase.from.resolve(surgery.date));
    Some(Revision {
        plan: plan?,
        number: number?,
        title: title?,
        author,
        written,
        caution,
        surgery,
        starts: starts?,
        review,
        ends,
        day_start,
        quiet_hours,
        phases: around.phases,
        rounds: around.rounds,
        lines: lines?,
        precautions: precautions?,
        notes: notes?,
        contacts: contacts?,
    })
}

/// A day at the top of the file that must be later than the first day of the plan.
fn read_later_day(top: &mut Table<'_>, key: &'static str, starts: Option<Day>) -> Option<Day> {
    let day = top.given(key).and_then(Value::day)?;
    if let Some(starts) = starts {
        report_order(top, key, starts, day);
    }
    Some(day)
}

fn read_surgery(table: &mut Table<'_>) -> (Option<Day>, Option<Fusion>) {
    let date = table.needed("date").and_then(Value::day);
    let fusion = table.needed("fusion").and_then(|value| value.choice(&FUSIONS));
    (date, fusion)
}

fn read_day(table: &mut Table<'_>) -> (WallTime, Option<QuietHours>) {
    let start = table.given("start").and_then(Value::time).unwrap_or(USUAL_DAY_START);
    let from = table.given("quiet_from").and_then(Value::time);
    let until = table.given("quiet_until").and_then(Value::time);
    match (table.has("quiet_from"), table.has("quiet_until")) {
        (true, false) => table.report_missing("quiet_until"),
        (false, true) => table.report_missing("quiet_from"),
        _ => {}
    }
    (start, from.zip(until).map(|(from, until)| QuietHours { from, until }))
}

fn read_phase(table: &mut Table<'_>, names: &mut Names, surgery: Option<Day>) -> Option<Phase> {
    let id = names.take(table, PhaseId::new);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let (from, until) = read_span(table, surgery);
    if !table.has("from_day") && !table.has("from") {
        table.report_missing("from_day");
    }
    Some(Phase { id: id?, title: title?, from: from?, until })
}

fn read_round(table: &mut Table<'_>, names: &mut Names) -> Option<Round> {
    let id = names.take(table, RoundId::new);
    let title = table.needed("title").and_then(|value| value.text(SHORT_TEXT));
    let at = table.needed("at").and_then(Value::time);
    let routine = table.given("routine").and_then(|value| value.text(SHORT_TEXT));
    Some(Round { id: id?, title: title?, at: at?, routine })
}

/// Two rounds at the same time have no order, and their reminders would be one.
fn report_same_time(table: &Table<'_>, times: &[(WallTime, RoundId)], round: &Round) {
    if let Some((at, first)) = times.iter().find(|(at, _)| *at == round.at) {
        let problem = table.problem_of("at", ProblemCode::RoundsAtSameTime);
        table.report(problem.with("first", first).with("second", &round.id).with("at", at));
    }
}

fn read_precaution(table: &mut Table<'_>) -> Option<Precaution> {
    let as_written = table.needed("as_written").and_then(|value| value.lines(LONG_TEXT));
    let until = read_day_ref(table, "until_day", "until");
    Some(Precaution { as_written: as_written?, until })
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
