//! The four things that would make a physiotherapist forbid Backwise, each named after itself. They are tried over
//! the journal that window and resident share, with the real exercises and templates; the third is tried in the
//! real window.

use std::fmt::Write as _;

use backwise_core::catalogue::{Exercise, embedded};
use backwise_core::ids::{ClearanceId, LineId};
use backwise_core::person::{Floor, PersonFact, TERMS_VERSION};
use backwise_core::plan::{ChangeKind, ChangedThing, Dose, Fusion, NotGiven, embedded_templates};
use backwise_core::record::{
    ClearanceAnswer, EnteredBy, Hurt, HurtPlace, Outcome, PainMoment, SkipReason,
};
use backwise_core::schedule::{Agenda, AgendaItem};
use backwise_core::session::{SessionChoices, Step, script};
use backwise_core::time::{Day, ZoneDatabase};
use backwise_store::clock::Clock;
use backwise_store::{Journal, StoreError};

use crate::window::card;
use crate::window::desktop::repository;

const MONDAY: &str = "2026-11-16T08:05:00Z";

fn journal(folder: &tempfile::TempDir, now: &str) -> Journal {
    let zone = ZoneDatabase::of_this_machine().zone("Europe/Berlin").unwrap();
    let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
    Journal::open(folder.path(), clock).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn agenda(journal: &Journal, on: &str) -> Agenda {
    journal.agenda(day(on)).unwrap().unwrap()
}

/// A sheet whose lines are `lines`, from Monday 16 November 2026, two weeks after the operation.
fn sheet(lines: &str) -> String {
    format!(
        "format = 1\nplan = \"ward\"\nrevision = 1\ntitle = \"Ward sheet\"\nstarts = 2026-11-16\n\n\
         [surgery]\ndate = 2026-11-02\nfusion = \"no\"\n\n\
         [[round]]\nid = \"morning\"\ntitle = \"Morning\"\nat = \"08:00\"\n\n{lines}"
    )
}

/// A line of the morning with `exercise`, and what the sheet says of how much.
fn line(exercise: &Exercise, dose: &str) -> String {
    format!(
        "[[line]]\nid = \"{0}\"\nas_written = \"{0}, as we showed you\"\nexercise = \"{0}\"\n{dose}\n\
         side = \"both\"\ndays = \"every day\"\nrounds = [\"morning\"]\n\n",
        exercise.id
    )
}

/// A folder with the sheet.
fn taken_in(sheet: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(&folder, MONDAY);
    let check = journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    folder
}

/// All doses that a day asks for.
fn doses(agenda: &Agenda) -> Vec<Dose> {
    agenda.items().map(|item| item.dose.clone()).collect()
}

/// The numbers by which a session would count or time the work of `item`.
fn timed(item: &AgendaItem) -> Vec<u16> {
    let steps = script(std::slice::from_ref(item), SessionChoices::default()).steps;
    steps.into_iter().filter(Step::is_work).filter_map(|step| step.seconds).collect()
}

#[test]
fn veto_1_a_dose_that_nobody_wrote() {
    // Every exercise has a usual dose, for people who write plans. On a sheet that does not say how much, none of
    // it is asked, shown or timed.
    let nothing = Dose { not_given: vec![NotGiven::Dose], ..Dose::default() };
    let mut open = String::new();
    for exercise in embedded().exercises.values() {
        open += &line(exercise, "not_given = [\"dose\"]");
    }
    let folder = taken_in(&sheet(&open));
    let monday = agenda(&journal(&folder, MONDAY), "2026-11-16");
    assert_eq!(monday.items().count(), 48);
    for item in monday.items() {
        assert_eq!(item.dose, nothing, "{}", item.exercise);
        assert!(timed(item).is_empty(), "{}", item.exercise);
    }
    // Half a dose stays half a dose: no set, hold, rest or second side is added to ten repetitions.
    let mut half = String::new();
    for exercise in embedded().exercises.values() {
        half += &line(exercise, "repetitions = 10");
    }
    let folder = taken_in(&sheet(&half));
    let ten = Dose { repetitions: Some(10), ..Dose::default() };
    assert!(
        doses(&agenda(&journal(&folder, MONDAY), "2026-11-16")).iter().all(|dose| *dose == ten)
    );
    // A line that says nothing of how much is refused; leaving it open is a thing that somebody has to write.
    let bridge = embedded().exercises.values().find(|it| it.id.as_str() == "bridge").unwrap();
    let silent = sheet(&line(bridge, ""));
    let refused = journal(&folder, MONDAY).import_plan(silent.as_bytes(), "silent.backwise", true);
    assert!(matches!(refused, Err(StoreError::Refused(_))), "{refused:?}");
}

#[test]
fn veto_1_a_dose_that_nobody_wrote_is_not_made_of_scores_skips_or_weeks() {
    let bridge = embedded().exercises.values().find(|it| it.id.as_str() == "bridge").unwrap();
    let folder = taken_in(&sheet(&line(bridge, "sets = 2\nrepetitions = 8\nhold_seconds = 3")));
    let dose =
        Dose { sets: Some(2), repetitions: Some(8), hold_seconds: Some(3), ..Dose::default() };
    let written = [dose];
    assert_eq!(doses(&agenda(&journal(&folder, MONDAY), "2026-11-16")), written);
    for (on, score) in [("2026-11-16", 10), ("2026-11-17", 9), ("2026-11-18", 0)] {
        let mut journal = journal(&folder, &format!("{on}T08:05:00Z"));
        let bout = agenda(&journal, on).items().next().unwrap().bout.clone();
        let hurt = Hurt {
            line: Some(bout.line.clone()),
            bout: Some(bout.place.clone()),
            place: HurtPlace::Back,
            score: Some(score),
            when: PainMoment::During,
            spreading: false,
            usual: None,
        };
        journal.record_hurt(&hurt, None).unwrap();
        let skipped = Outcome::Skipped { reason: SkipReason::Pain };
        journal.record_bout(&bout, &skipped, None, EnteredBy::Person).unwrap();
    }
    // The days after, a week that nobody opened, and a quarter of a year.
    for on in ["2026-11-19", "2026-11-26", "2027-02-16"] {
        let there = journal(&folder, &format!("{on}T08:05:00Z"));
        assert_eq!(doses(&agenda(&there, on)), written, "{on}");
    }
}

/// Limits of each kind of end: a day, an appointment that is the day, an OK, both, and "until we tell you".
const LIMITS: &str = r#"
[[clearance]]
id = "surgeon"
as_written = "until the surgeon says so"

[[appointment]]
id = "review"
title = "Review"
date = 2026-12-14

[[precaution]]
as_written = "No lifting over 2 kg before 14 December"
until = 2026-12-14

[[precaution]]
as_written = "No driving before the review"
until_appointment = "review"

[[precaution]]
as_written = "No twisting until the surgeon says so"
clearance = "surgeon"

[[precaution]]
as_written = "No bending before 14 December, and not before the surgeon says so"
until = 2026-12-14
clearance = "surgeon"

[[precaution]]
as_written = "No bath until we tell you"
until_told_otherwise = true
"#;

fn limits(journal: &Journal, on: &str) -> Vec<String> {
    let limits = agenda(journal, on).precautions;
    limits.into_iter().map(|limit| limit.as_written).collect()
}

#[test]
fn veto_2_a_precaution_that_lapsed_by_silence() {
    let bridge = embedded().exercises.values().find(|it| it.id.as_str() == "bridge").unwrap();
    let with_limits = sheet(&(line(bridge, "repetitions = 8") + LIMITS));
    let folder = taken_in(&with_limits);
    let all = limits(&journal(&folder, MONDAY), "2026-11-16");
    assert_eq!(all.len(), 5, "{all:?}");
    // Days, weeks and years pass without a word; a pause, a bad day and a stop come and go.
    journal(&folder, "2026-11-18T08:00:00Z").not_a_good_day(day("2026-11-18")).unwrap();
    journal(&folder, "2026-11-20T08:00:00Z").pause(day("2026-11-20"), None, None).unwrap();
    journal(&folder, "2026-12-01T08:00:00Z").resume().unwrap();
    for on in ["2026-12-13", "2026-12-14", "2026-12-15", "2027-01-11", "2031-11-16"] {
        let there = journal(&folder, &format!("{on}T08:05:00Z"));
        assert_eq!(limits(&there, on), all, "{on}");
    }
    // "Not yet" and "they said no" are answers, and end nothing.
    let surgeon = ClearanceId::new("surgeon").unwrap();
    let (late, on) = ("2027-01-11T08:05:00Z", "2027-01-11");
    for answer in [ClearanceAnswer::NotYet, ClearanceAnswer::No] {
        journal(&folder, late).answer_clearance(&surgeon, answer, None, None, day(on)).unwrap();
        assert_eq!(limits(&journal(&folder, late), on), all, "{answer:?}");
    }
    // A sheet that leaves them out says so before it is taken in, and the old one says them until it holds.
    let next = sheet(&line(bridge, "repetitions = 8"))
        .replace("revision = 1", "revision = 2")
        .replace("starts = 2026-11-16", "starts = 2027-01-20");
    let check = journal(&folder, late).check_plan(next.as_bytes(), "next.backwise").unwrap();
    let gone = check.changes.iter().filter(|change| {
        (change.kind, change.thing) == (ChangeKind::Removed, ChangedThing::Precaution)
    });
    assert_eq!(gone.count(), all.len(), "{:?}", check.changes);
    let refused = journal(&folder, late).import_plan(next.as_bytes(), "next.backwise", false);
    assert!(matches!(refused, Err(StoreError::NotConfirmed)), "{refused:?}");
    assert_eq!(limits(&journal(&folder, late), on), all);
    // Somebody's word ends the one that it was about, and no other.
    journal(&folder, late).limit_is_over(&all[0], Some("surgeon"), day(on)).unwrap();
    assert_eq!(limits(&journal(&folder, late), on), all[1..]);
}

#[tokio::test(flavor = "multi_thread")]
async fn veto_3_a_red_flag_card_that_is_hard_to_reach() {
    card::is_one_action_away_on_every_screen().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn veto_3_a_red_flag_card_that_is_hard_to_reach_in_a_session_or_goes_by_accident() {
    card::is_one_action_away_in_a_session_and_stays_after_a_yes().await;
}

/// A folder of somebody for whom templates are open: operated long ago, no fusion, up from the floor alone.
fn somebody() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(&folder, MONDAY);
    for fact in [
        PersonFact::Terms { version: TERMS_VERSION },
        PersonFact::Operation { date: day("2026-05-04") },
        PersonFact::Fusion { fusion: Fusion::No },
        PersonFact::Floor { floor: Floor::Yes },
    ] {
        journal.say(fact, EnteredBy::Person).unwrap();
    }
    folder
}

/// The files of the templates, as somebody finds them in the repository.
fn template_files() -> Vec<(String, String)> {
    let folder = repository().join("exercises/plans/templates");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn veto_4_a_template_switched_on_unseen() {
    assert!(embedded_templates().len() >= 12);
    for template in embedded_templates() {
        let lines = &template.sheet.lines;
        assert!(lines.iter().all(|line| line.off), "{}: every line is off", template.id);
    }
    for (name, text) in template_files() {
        let folder = somebody();
        let refused = journal(&folder, MONDAY).import_plan(text.as_bytes(), &name, true);
        assert!(matches!(refused, Err(StoreError::Refused(_))), "{name} is no plan: {refused:?}");
    }
    // Nobody has a plan by answering questions or by looking at templates.
    let folder = somebody();
    let there = journal(&folder, MONDAY);
    let open: Vec<_> =
        there.templates().unwrap().into_iter().filter(|view| view.lock.is_none()).collect();
    assert!(open.len() > 2, "some are open to this person");
    assert!(there.today().unwrap().agenda.is_none() && there.plan().unwrap().is_none());
    for view in &open {
        let id = &view.template.id;
        let lines: Vec<LineId> =
            view.template.sheet.lines.iter().map(|line| line.id.clone()).collect();
        assert!(there.plan_from_template(id, &[]).is_err(), "{id}: nothing is on by itself");
        let Some(chosen) = lines.iter().find(|line| !view.locked_lines.contains(line)) else {
            continue;
        };
        let on = std::slice::from_ref(chosen);
        let file = there.plan_from_template(id, on).unwrap();
        assert!(there.plan().unwrap().is_none(), "{id}: making a file takes nothing in");
        let taking = somebody();
        let mut taker = journal(&taking, MONDAY);
        taker.import_plan(file.as_bytes(), "example.backwise", true).unwrap();
        let mut asked = String::new();
        for ahead in 0..28 {
            let Some(agenda) = taker.agenda(day("2026-11-16").plus(ahead)).unwrap() else { break };
            let lines = agenda.items().map(|item| &item.bout.line);
            let lines = lines.chain(agenda.as_needed.iter().map(|line| &line.line));
            for line in lines.filter(|line| *line != chosen) {
                let _ = writeln!(asked, "{id}: {line} on {}", agenda.day);
            }
            assert!(agenda.caution.is_some(), "{id}: each day says that nobody has prescribed it");
        }
        assert!(asked.is_empty(), "only {chosen} was switched on:\n{asked}");
    }
    assert!(!journal(&folder, MONDAY).settings().unwrap().reminders, "and nothing rings");
}
