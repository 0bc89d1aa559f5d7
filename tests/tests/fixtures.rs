//! Writes what the screens are tried with: true answers of the journal, as JSON under
//! `ui/src/host/fixtures/`. When an answer has changed, the file is written anew and the test fails
//! once, so that somebody looks at the difference.

use std::collections::BTreeMap;
use std::path::PathBuf;

use backwise_core::catalogue::{Exercise, embedded};
use backwise_core::figure::{Movement, movement};
use backwise_core::ids::{ClearanceId, LineId};
use backwise_core::person::{DischargeSign, Floor, PersonFact, TERMS_VERSION};
use backwise_core::plan::{Contact, Fusion};
use backwise_core::record::{
    ClearanceAnswer, EnteredBy, EvidenceKind, Outcome, PauseReason, PauseWhy, SkipReason,
    UsualMorning,
};
use backwise_core::reminder::ReminderKey;
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{Agenda, AgendaItem};
use backwise_core::time::{Day, ZoneDatabase};
use backwise_core::topics;
use backwise_store::clock::Clock;
use backwise_store::views::ImportKind;
use backwise_store::{Journal, ResidentLock};
use serde::Serialize;
use serde_json::Value;

use crate::window::desktop::repository;

mod drafts;
mod measures;
mod progress;
mod sessions;

const NAME: &str = "weeks-3-to-6.backwise";
const SHEET: &str = include_str!("../../exercises/plans/examples/weeks-3-to-6.backwise");
/// Wednesday of the third week, just after the morning round has begun.
const NOW: &str = "2026-11-18T09:03:00Z";

fn journal(folder: &tempfile::TempDir, now: &str) -> Journal {
    let zone = ZoneDatabase::of_this_machine().zone("Europe/London").unwrap();
    Journal::open(folder.path(), Clock::fixed(Some(now.parse().unwrap()), Some(zone))).unwrap()
}

fn day(journal: &Journal, day: &str) -> Agenda {
    journal.agenda(day.parse::<Day>().unwrap()).unwrap().unwrap()
}

fn bout(journal: &mut Journal, item: &AgendaItem, outcome: &Outcome) {
    journal.record_bout(&item.bout, outcome, None, EnteredBy::Person).unwrap();
}

/// What somebody says of themselves on the evening before, and what they walked and asked without a plan.
fn tell(journal: &mut Journal) {
    let signs = vec![DischargeSign::LegNumbness];
    let contact = Contact {
        name: "Out-of-hours line".to_owned(),
        number: "555-0170".to_owned(),
        hours: Some("nights and weekends".to_owned()),
        about: None,
    };
    let day = |text: &str| text.parse::<Day>().unwrap();
    for fact in [
        PersonFact::Terms { version: TERMS_VERSION },
        PersonFact::Operation { date: day("2026-11-01") },
        PersonFact::Operation { date: day("2026-11-02") },
        PersonFact::Fusion { fusion: Fusion::No },
        PersonFact::Floor { floor: Floor::NotTried },
        PersonFact::AtDischarge { signs, note: None },
        PersonFact::Contact { contact },
    ] {
        journal.say(fact, EnteredBy::Person).unwrap();
    }
    journal.record_walk(day("2026-11-14"), 8).unwrap();
    let walk = journal.record_walk(day("2026-11-15"), 9).unwrap();
    journal.correct_walk(walk, 10).unwrap();
    let lift = "How much may I lift, and until when?";
    let asked = journal.add_question(lift).unwrap();
    journal.change_question(asked, lift, true, Some("2 kg until the review")).unwrap();
    journal.add_question("When may I drive again?").unwrap();
    measures::first(journal);
}

/// The example plan since Monday: a mixed first day, an empty second one, and this morning.
fn person() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    tell(&mut journal(&folder, "2026-11-15T19:00:00Z"));
    journal(&folder, "2026-11-16T06:00:00Z").import_plan(SHEET.as_bytes(), NAME, true).unwrap();

    journal(&folder, "2026-11-16T09:00:00Z").app_opened().unwrap();
    let mut monday = journal(&folder, "2026-11-16T19:30:00Z");
    monday.app_opened().unwrap();
    let agenda = day(&monday, "2026-11-16");
    let evening = &agenda.rounds[2].items;
    bout(&mut monday, &evening[0], &Outcome::Done);
    let mistaken =
        monday.record_bout(&evening[1].bout, &Outcome::Done, None, EnteredBy::Person).unwrap();
    let partly = Outcome::Partly {
        sets: None,
        repetitions: Some(6),
        seconds: None,
        counted: None,
        reason: None,
    };
    monday
        .correct_bout(mistaken.record, &partly, Some("Only the left leg"), EnteredBy::Person)
        .unwrap();
    let outcomes = [
        Outcome::Done,
        Outcome::SaidNotDone,
        Outcome::Skipped { reason: SkipReason::Pain },
        Outcome::Done,
    ];
    for (item, outcome) in agenda.any_time.iter().zip(&outcomes) {
        bout(&mut monday, item, outcome);
    }

    let mut now = journal(&folder, NOW);
    now.set_reminders(true).unwrap();
    now.app_opened().unwrap();
    let agenda = day(&now, "2026-11-18");
    let called = |exercise: &str| {
        agenda.any_time.iter().find(|item| item.exercise.as_str() == exercise).unwrap()
    };
    bout(&mut now, called("sit-to-stand"), &Outcome::Done);
    bout(&mut now, called("heel-raise"), &Outcome::Skipped { reason: SkipReason::Tired });
    bout(&mut now, called("walk-level"), &Outcome::Done);
    let key = ReminderKey {
        plan: agenda.plan.clone(),
        round: agenda.rounds[0].round.clone(),
        day: agenda.day,
    };
    assert!(now.claim_reminder(&key).unwrap());
    now.reminder_shown(&key).unwrap();
    now.saw(&key, EvidenceKind::Shown).unwrap();
    folder
}

/// The later sheet: the clam more often, the review two days later.
fn later_sheet() -> String {
    SHEET
        .replace("revision = 1", "revision = 2")
        .replace("review = 2026-12-14", "review = 2026-12-16")
        .replace("Clam: 2 x 8", "Clam: 2 x 10")
        .replace(
            "sets = 2\nrepetitions = 8\nhold_seconds = 2",
            "sets = 2\nrepetitions = 10\nhold_seconds = 2",
        )
}

/// The plan of the page about the format that has every kind of rule: its last example.
fn sheet_with_everything() -> &'static str {
    const PAGE: &str = include_str!("../../docs/plan-format.md");
    let block = PAGE.split("```toml\n").last().unwrap();
    block.split("```").next().unwrap()
}

/// Somebody with that plan, on a Wednesday on which much happens: a round of two hours is open, the wall
/// push-up may be done, the first turn of a programme was done on Monday, the calf was stretched once.
fn person_with_everything() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet_with_everything().as_bytes();
    journal(&folder, "2026-11-16T06:00:00Z")
        .import_plan(sheet, "everything.backwise", true)
        .unwrap();
    let done = |now: &str, wanted: &[&str]| {
        let mut journal = journal(&folder, now);
        journal.app_opened().unwrap();
        let agenda = journal.today().unwrap().agenda.unwrap();
        let as_needed = agenda.as_needed.iter().filter_map(|line| line.next.as_ref());
        let items: Vec<AgendaItem> = agenda.items().chain(as_needed).cloned().collect();
        for item in items.iter().filter(|item| wanted.contains(&item.bout.line.as_str())) {
            bout(&mut journal, item, &Outcome::Done);
        }
    };
    done("2026-11-16T18:30:00Z", &["sit-to-stand", "clam", "wall-push-up"]);
    done("2026-11-18T08:40:00Z", &["calf-stretch"]);
    folder
}

/// The sheet with slips of the pen.
fn sheet_with_slips() -> String {
    SHEET
        .replace("exercise = \"bridge\"", "exercise = \"brigde\"")
        .replace("at = \"13:30\"", "at = \"25:30\"")
        .replace("side = \"each\"\ndays = [\"mon\", \"tue\"", "days = [\"mon\", \"tue\"")
}

/// Names of records and of the folder are of their moment: here they stand for any.
fn plain(value: &mut Value, names: &mut BTreeMap<String, String>) {
    match value {
        Value::String(text) if uuid::Uuid::try_parse(text).is_ok() => {
            let next = format!("record-{}", names.len() + 1);
            *text = names.entry(text.clone()).or_insert(next).clone();
        }
        Value::Array(values) => values.iter_mut().for_each(|value| plain(value, names)),
        Value::Object(values) => values.values_mut().for_each(|value| plain(value, names)),
        _ => {}
    }
}

struct Fixtures {
    folder: PathBuf,
    changed: Vec<String>,
}

impl Fixtures {
    fn keep(&mut self, name: &str, answer: &impl Serialize) {
        // As the window sends it: through text, in which a short number stays short.
        let mut value = serde_json::from_str(&serde_json::to_string(answer).unwrap()).unwrap();
        plain(&mut value, &mut BTreeMap::new());
        let text = serde_json::to_string_pretty(&value).unwrap() + "\n";
        self.keep_text(name, &text);
    }

    fn keep_text(&mut self, name: &str, text: &str) {
        let path = self.folder.join(format!("{name}.json"));
        if std::fs::read_to_string(&path).unwrap_or_default() != text {
            std::fs::write(&path, text).unwrap();
            self.changed.push(name.to_owned());
        }
    }
}

#[test]
fn the_screens_are_tried_with_true_answers() {
    let mut fixtures =
        Fixtures { folder: repository().join("ui/src/host/fixtures"), changed: Vec::new() };
    let folder = person();
    let _resident = ResidentLock::take(folder.path()).unwrap().expect("no other resident");
    let now = journal(&folder, NOW);
    let today = now.today().unwrap();
    fixtures.keep("session", &sessions::sessions(today.agenda.as_ref().unwrap()));
    fixtures.keep("today", &today);
    let monday = day(&now, "2026-11-16");
    fixtures.keep("past-days", &now.past_days(None).unwrap());
    fixtures.keep("progress", &progress::all(&now));
    fixtures.keep("week", &now.week(monday.day).unwrap());
    let present = today.agenda.as_ref().unwrap();
    let items = monday.items().chain(present.items()).filter(|item| item.record.is_some());
    let histories: Vec<_> =
        items.map(|item| (item.bout.clone(), now.history(&item.bout).unwrap())).collect();
    fixtures.keep("histories", &histories);
    fixtures.keep("agenda", &monday);
    fixtures.keep("plan", &now.plan().unwrap());
    fixtures.keep("settings", &now.settings().unwrap());
    fixtures.keep("reminder-health", &now.reminder_health(true).unwrap());
    fixtures.keep("person", &now.person().unwrap());
    fixtures.keep("walks", &now.walks(28).unwrap());
    fixtures.keep("questions", &now.questions().unwrap());
    fixtures.keep("measures", &now.measures().unwrap());
    let seventh_week = measures::person();
    let later = journal(&seventh_week, measures::NOW);
    fixtures.keep("measures-later", &later.measures().unwrap());
    let mut place = now.data_place().unwrap();
    place.folder = PathBuf::from("/home/anna/.local/share/backwise");
    fixtures.keep("data-place", &place);
    fixtures.keep("catalogue", &embedded().exercises.values().collect::<Vec<_>>());
    fixtures.keep("topics", &topics::embedded());
    fixtures.keep("topics-of-week", &now.topics_of_the_week().unwrap().unwrap());
    // On one line: there is nothing in it for people to read. Three exercises move; of the others the
    // key poses are enough, for the pictures of the list and the strip of their page.
    let moving = ["abdominal-brace", "bridge", "heel-slide"];
    let painted = |exercise: &Exercise| {
        let whole = movement(exercise)?;
        Some(if moving.contains(&exercise.id.as_str()) { whole } else { key_poses(&whole) })
    };
    let movements: BTreeMap<_, _> = embedded()
        .exercises
        .values()
        .map(|exercise| (exercise.id.to_string(), painted(exercise)))
        .collect();
    fixtures.keep_text("movements", &serde_json::to_string(&movements).unwrap());

    let everything = person_with_everything();
    let mut there = journal(&everything, NOW);
    fixtures.keep("plan-full", &there.plan().unwrap());
    fixtures.keep("today-full", &there.today().unwrap());
    there.not_a_good_day("2026-11-18".parse().unwrap()).unwrap();
    fixtures.keep("today-bad-day", &there.today().unwrap());
    let day_of = |text: &str| text.parse::<Day>().unwrap();
    let reason = PauseReason { why: PauseWhy::Team, words: Some("Dr Berger".to_owned()) };
    there.pause(day_of("2026-11-15"), None, Some(reason)).unwrap();
    fixtures.keep("today-paused", &there.today().unwrap());
    there
        .answer_clearance(
            &ClearanceId::new("nurse").unwrap(),
            ClearanceAnswer::Yes,
            Some("Sister Ann"),
            Some("On the phone"),
            day_of("2026-11-17"),
        )
        .unwrap();
    let mistaken = there
        .answer_clearance(
            &ClearanceId::new("surgeon").unwrap(),
            ClearanceAnswer::No,
            None,
            None,
            day_of("2026-11-18"),
        )
        .unwrap();
    there.withdraw_plan_fact(mistaken).unwrap();
    let calf = there.asked_and_yes(LineId::new("walk").as_ref(), SafetyQuestion::Calf).unwrap();
    let third = Some(day_of("2026-12-03"));
    there.spoken_to(&[calf], Some("Ward line"), day_of("2026-11-18"), third).unwrap();
    let limit = there.today().unwrap().agenda.unwrap().precautions[0].as_written.clone();
    there.limit_is_over(&limit, None, day_of("2026-11-18")).unwrap();
    there.usual_morning(UsualMorning { back: Some(2), leg: None }).unwrap();
    there.pain_of_day(Some(3), None, None).unwrap();
    fixtures.keep("said", &there.said().unwrap());
    let shown = ["lami-2-6", "walk-lami"];
    let shown = backwise_store::templates()
        .into_iter()
        .filter(|known| shown.contains(&known.template.id.as_str()));
    fixtures.keep("templates", &shown.collect::<Vec<_>>());

    for (name, draft) in drafts::drafts(&folder) {
        fixtures.keep(name, &draft);
    }
    fixtures.keep("draft-made", &drafts::made());
    let known = day_of("2026-09-01").through(day_of("2027-03-31"));
    fixtures.keep("days", &known.collect::<Vec<_>>());
    fixtures.keep("suggested", &drafts::suggested());
    let (plan, changes) = drafts::versions();
    fixtures.keep("versions", &plan);
    fixtures.keep("versions-changes", &changes);

    let empty = tempfile::tempdir().unwrap();
    fixtures.keep("person-fresh", &journal(&empty, NOW).person().unwrap());
    let first = journal(&empty, NOW).check_plan(SHEET.as_bytes(), NAME).unwrap();
    assert_eq!(first.kind, ImportKind::FirstPlan);
    fixtures.keep("check-first", &first);
    let later = now.check_plan(later_sheet().as_bytes(), NAME).unwrap();
    assert_eq!(later.kind, ImportKind::Revision);
    fixtures.keep("check-revision", &later);
    let refused = now.check_plan(sheet_with_slips().as_bytes(), NAME).unwrap();
    assert!(refused.problems.len() >= 3, "{:?}", refused.problems);
    fixtures.keep("check-refused", &refused);
    assert!(
        fixtures.changed.is_empty(),
        "written anew, because the answers have changed: {:?}. Look at the difference, try the screens, commit.",
        fixtures.changed
    );
}

/// `whole` with nothing between its key poses.
fn key_poses(whole: &Movement) -> Movement {
    Movement {
        frames: whole.key_frames.iter().map(|at| whole.frames[*at].clone()).collect(),
        key_frames: (0..whole.key_frames.len()).collect(),
        ..whole.clone()
    }
}
