//! What was said of the plan, looked at later: corrected, taken back, put back.

use backwise_core::ids::ClearanceId;
use backwise_core::record::{ClearanceAnswer, Entered, PauseReason, PauseWhy, PlanFact};

use super::*;
use crate::rows::plan_facts;

const MORNING: &str = "2026-11-18T08:30:00Z";

fn nurse() -> ClearanceId {
    ClearanceId::new("nurse").unwrap()
}

fn walk() -> LineId {
    LineId::new("walk").unwrap()
}

/// A folder with a sheet on which the bridge waits for the nurse, and the walk gets longer on the 19th.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        .replace("id = \"bridge\"", "id = \"bridge\"\nclearance = \"nurse\"")
        + r#"
[[line.stage]]
as_written = "then 15 minutes"
from = 2026-11-19
minutes = 15

[[clearance]]
id = "nurse"
as_written = "if the nurse agrees"
"#;
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    folder
}

fn told(journal: &Journal) -> Vec<(Option<String>, bool, bool)> {
    let said = journal.said().unwrap();
    said.into_iter().map(|one| (one.about, one.stands, one.corrected)).collect()
}

fn asks_for_bridge(journal: &Journal) -> bool {
    let agenda = journal.today().unwrap().agenda.unwrap();
    agenda.items().any(|item| item.bout.line.as_str() == "bridge")
}

#[test]
fn an_answer_is_corrected_taken_back_and_put_back() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.said().unwrap(), []);
    let (yes, no) = (ClearanceAnswer::Yes, ClearanceAnswer::No);
    let today = day("2026-11-18");
    let first = journal.answer_clearance(&nurse(), yes, Some("Ann"), None, today).unwrap();
    let words = Some("if the nurse agrees".to_owned());
    assert_eq!(told(&journal), [(words.clone(), true, false)]);
    assert!(asks_for_bridge(&journal));

    let corrected =
        journal.correct_answer(first, no, Some(" Ben "), None, day("2026-11-17")).unwrap();
    assert!(!asks_for_bridge(&journal));
    assert_eq!(told(&journal), [(words.clone(), true, true)]);
    let PlanFact::Clearance { who, said_on, answer, .. } = &journal.said().unwrap()[0].fact else {
        panic!("another fact")
    };
    assert_eq!((who.as_deref(), *said_on, *answer), (Some("Ben"), day("2026-11-17"), no));
    assert!(
        journal.correct_answer(first, yes, None, None, today).is_err(),
        "the chain has one end"
    );
    assert!(journal.correct_answer(corrected, yes, None, None, day("2026-11-19")).is_err());

    let again = journal.correct_answer(corrected, yes, None, None, today).unwrap();
    let taken = journal.withdraw_plan_fact(again).unwrap();
    assert_eq!(told(&journal), [(words.clone(), false, true)]);
    assert!(!asks_for_bridge(&journal));
    assert!(journal.withdraw_plan_fact(taken).is_err());
    journal.put_back_plan_fact(taken).unwrap();
    assert_eq!(told(&journal), [(words, true, true)]);
    assert!(asks_for_bridge(&journal));
    assert!(journal.put_back_plan_fact(taken).is_err(), "put back once");
    let kept: u32 = raw(folder.path())
        .query_row("SELECT count(*) FROM plan_fact", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 5, "all of it stays in the file");
}

#[test]
fn staying_is_kept_in_its_own_table_and_can_be_taken_back_too() {
    let folder = folder();
    let mut early = open(folder.path(), "2026-11-17T08:30:00Z");
    assert!(early.stay_at_stage(&walk(), 1).is_err(), "two days before nothing is announced");
    let mut evening = open(folder.path(), "2026-11-18T18:30:00Z");
    let steps = evening.today().unwrap().agenda.unwrap().next_steps;
    assert_eq!((steps.len(), steps[0].stage, steps[0].begins), (1, 1, day("2026-11-19")));
    assert!(evening.stay_at_stage(&walk(), 2).is_err());
    assert!(
        evening.agree_to_stage(&walk(), 1).is_err(),
        "nothing that would be refused is offered"
    );
    let stayed = evening.stay_at_stage(&walk(), 1).unwrap();
    let minutes = |now: &str| {
        let agenda = open(folder.path(), now).today().unwrap().agenda.unwrap();
        let walk = agenda.items().find(|item| item.bout.line.as_str() == "walk").unwrap();
        walk.dose.minutes.unwrap()
    };
    let next = "2026-11-19T08:30:00Z";
    let before = minutes("2026-11-18T18:30:00Z");
    assert_eq!(minutes(next), before);
    let mut morning = open(folder.path(), next);
    morning.agree_to_stage(&walk(), 1).unwrap();
    assert_eq!(minutes(next), 15);
    let said = morning.said().unwrap();
    assert!(
        said.iter().all(|one| one.about.as_deref() == Some("Level walking: then 15 minutes")),
        "{said:?}"
    );
    morning.withdraw_plan_fact(said[0].record).unwrap();
    assert_eq!(minutes(next), before);
    let taken = morning.withdraw_plan_fact(stayed).unwrap();
    assert_eq!(minutes(next), 15, "without a word the step comes by its day");
    morning.put_back_plan_fact(taken).unwrap();
    assert_eq!(minutes(next), before);
}

#[test]
fn a_growth_is_stayed_at_and_gone_on_with_and_both_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let growth = "\n[line.growth]\nkey = \"minutes\"\nby = 2\nevery_days = 7\nat_most = 40\nfrom = 2026-11-19\n";
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    let sheet = sheet("ward", 1, "2026-11-16") + growth;
    journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    let minutes = |now: &str| {
        let agenda = open(folder.path(), now).today().unwrap().agenda.unwrap();
        let walk = agenda.items().find(|item| item.bout.line == walk()).unwrap();
        walk.dose.minutes.unwrap()
    };
    let before = minutes(MORNING);
    assert_eq!(minutes("2026-11-19T08:30:00Z"), before + 2);
    let mut evening = open(folder.path(), "2026-11-18T18:30:00Z");
    let steps = evening.today().unwrap().agenda.unwrap().next_steps;
    let grown = steps[0].grown.as_ref().unwrap().dose.minutes;
    assert_eq!((steps[0].stage, grown), (1, Some(before + 2)));
    assert!(evening.stay_at_stage(&walk(), 2).is_err());
    assert!(evening.agree_to_stage(&walk(), 1).is_err(), "nothing waits");
    let stayed = evening.stay_at_stage(&walk(), 1).unwrap();
    assert!(evening.stay_at_stage(&walk(), 1).is_err(), "it was said already");
    // The date of a week later passes, too, and on a day between two dates the person goes on.
    let (friday, thursday) = ("2026-11-27T08:30:00Z", "2026-12-03T08:30:00Z");
    assert_eq!((minutes("2026-11-19T08:30:00Z"), minutes(friday)), (before, before));
    let mut later = open(folder.path(), friday);
    assert!(later.agree_to_stage(&walk(), 2).is_err());
    let agreed = later.agree_to_stage(&walk(), 1).unwrap();
    assert_eq!((minutes(friday), minutes(thursday)), (before + 2, before + 4));
    let said = later.said().unwrap();
    assert!(
        said.iter()
            .all(|one| one.about.as_deref() == Some("Level walking: Walk twice a day, 10 minutes")),
        "{said:?}"
    );

    let agreed = later.withdraw_plan_fact(agreed).unwrap();
    assert_eq!((minutes(friday), minutes(thursday)), (before, before));
    later.put_back_plan_fact(agreed).unwrap();
    assert_eq!((minutes(friday), minutes(thursday)), (before + 2, before + 4));
    let stayed = later.withdraw_plan_fact(stayed).unwrap();
    // Who no longer stays goes on with one step from that day: the dates that passed are not made up for.
    assert_eq!((minutes(friday), minutes(thursday)), (before + 2, before + 4));
    // Put back at once it is all as it was: the person went on since.
    later.put_back_plan_fact(stayed).unwrap();
    assert_eq!((minutes(friday), minutes(thursday)), (before + 2, before + 4));
}

#[test]
fn a_gap_that_is_told_as_a_pause_is_over_and_says_that_it_was_entered_later() {
    // Anywhere on earth: the date of Greenwich is not the person's.
    for (zone, now) in
        [("Europe/Berlin", "2026-11-26T09:00:00Z"), ("Pacific/Auckland", "2026-11-25T19:00:00Z")]
    {
        let folder = folder();
        let zone = ZoneDatabase::embedded().zone(zone).unwrap();
        let clock = Clock::fixed(Some(now.parse().unwrap()), Some(zone));
        let mut journal = Journal::open(folder.path(), clock).unwrap();
        let gap = journal.today().unwrap().gap.unwrap();
        assert_eq!((gap.from, gap.through), (day("2026-11-16"), day("2026-11-25")));
        let pause = journal.pause(gap.from, Some(gap.through), None).unwrap();
        let today = journal.today().unwrap();
        assert_eq!(today.gap, None);
        let today = today.agenda.unwrap();
        assert_eq!(today.pause, None);
        assert_eq!(today.re_entry.unwrap().since, day("2026-11-26"));
        assert!(journal.agenda(gap.through).unwrap().unwrap().pause.is_some());
        // The step of the 19th lay in it: it waits.
        let walk = today.any_time.iter().chain(today.rounds.iter().flat_map(|round| &round.items));
        let walk = walk.clone().find(|item| item.bout.line.as_str() == "walk").unwrap();
        assert_ne!(walk.dose.minutes, Some(15));
        let said = journal.said().unwrap();
        assert_eq!((said.len(), said[0].entered), (1, Entered::Later));
        // Its days can be corrected, also long after the person went on.
        let shorter =
            journal.correct_pause(pause, gap.from, Some(day("2026-11-20")), None).unwrap();
        assert!(journal.agenda(gap.through).unwrap().unwrap().pause.is_none());
        assert!(journal.correct_pause(shorter, gap.through, Some(gap.from), None).is_err());
        assert!(journal.today().unwrap().agenda.unwrap().pause.is_none());
        // Put right to a later day it is as long as that, and is over as before.
        let longer = journal.correct_pause(shorter, gap.from, Some(gap.through), None).unwrap();
        assert!(journal.agenda(gap.through).unwrap().unwrap().pause.is_some());
        assert!(journal.today().unwrap().agenda.unwrap().pause.is_none());
        // Taken back, the question about those days comes back, too; put back, it is a pause that is over.
        let taken = journal.withdraw_plan_fact(longer).unwrap();
        assert_eq!(journal.today().unwrap().gap, Some(gap));
        journal.put_back_plan_fact(taken).unwrap();
        let today = journal.today().unwrap();
        assert_eq!((today.gap, today.agenda.unwrap().pause), (None, None));
    }
}

#[test]
fn why_somebody_pauses_is_kept_as_it_was_said_and_can_be_corrected() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let on = day(TODAY);
    let because =
        |why, words: Option<&str>| Some(PauseReason { why, words: words.map(str::to_owned) });
    let reasons = [
        None,
        because(PauseWhy::Team, Some("Dr Berger")),
        because(PauseWhy::Team, None),
        because(PauseWhy::Ill, None),
        because(PauseWhy::Pain, None),
        because(PauseWhy::Away, Some("My sister's wedding")),
        because(PauseWhy::Other, None),
    ];
    let stands = |journal: &Journal| {
        let pause = journal.today().unwrap().agenda.unwrap().pause.unwrap();
        let said = journal.said().unwrap().into_iter().find(|one| one.stands).unwrap();
        assert_eq!(
            said.fact,
            PlanFact::Pause { from: on, through: None, reason: pause.reason.clone() }
        );
        (pause.reason, said.corrected)
    };
    for reason in &reasons {
        let pause = journal.pause(on, None, reason.clone()).unwrap();
        assert_eq!(stands(&journal), (reason.clone(), false));
        // Any reason can take the place of any other, and the first is kept.
        let mut last = pause;
        for other in &reasons {
            last = journal.correct_pause(last, on, None, other.clone()).unwrap();
            assert_eq!(stands(&journal), (other.clone(), true));
        }
        let (first, _) = plan_facts::by_id(&journal.connection, pause).unwrap().unwrap();
        assert_eq!(first.fact, PlanFact::Pause { from: on, through: None, reason: reason.clone() });
        let taken = journal.withdraw_plan_fact(last).unwrap();
        let again = journal.put_back_plan_fact(taken).unwrap();
        assert_eq!(stands(&journal).0, reasons[6]);
        journal.withdraw_plan_fact(again).unwrap();
    }
    let blank = because(PauseWhy::Other, Some("  "));
    let pause = journal.pause(on, None, blank).unwrap();
    assert_eq!(stands(&journal).0, because(PauseWhy::Other, None));
    let long = because(PauseWhy::Team, Some(&"x".repeat(121)));
    assert!(journal.correct_pause(pause, on, None, long.clone()).is_err());
    assert!(journal.pause(on, None, long).is_err());
}

#[test]
fn a_pause_of_an_older_backwise_has_no_reason() {
    let folder = folder();
    let mut journal = open(folder.path(), MORNING);
    let ill = Some(PauseReason { why: PauseWhy::Ill, words: None });
    journal.pause(day(TODAY), None, ill.clone()).unwrap();
    // As a program that does not know of reasons writes it.
    raw(folder.path())
        .execute(
            "INSERT INTO plan_fact (id, at, zone, entered, entered_by, day, kind)
             SELECT replace(id, substr(id, 1, 4), 'ffff'), at + 1000, zone, entered, entered_by, day, kind FROM plan_fact",
            [],
        )
        .unwrap();
    let said = journal.said().unwrap();
    let reasons: Vec<_> = said
        .iter()
        .map(|one| match &one.fact {
            PlanFact::Pause { reason, .. } => reason.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(reasons, [None, ill]);
}

#[test]
fn why_a_pause_was_taken_ends_it_no_sooner_than_the_person_did() {
    let (from, last) = (day("2026-11-18"), day("2026-11-20"));
    let ill = Some(PauseReason { why: PauseWhy::Ill, words: None });
    let waits =
        |journal: &Journal, on: &str| journal.agenda(day(on)).unwrap().unwrap().pause.is_some();
    for ended in [true, false] {
        let folder = folder_with_plan();
        let mut pause =
            open(folder.path(), "2026-11-18T09:00:00Z").pause(from, Some(last), None).unwrap();
        if ended {
            open(folder.path(), "2026-11-24T09:00:00Z").resume().unwrap();
        }
        let mut journal = open(folder.path(), "2026-11-25T09:00:00Z");
        let stands = |journal: &Journal| {
            assert!(
                waits(journal, "2026-11-21") && waits(journal, "2026-11-23"),
                "they waited for a word"
            );
            assert_eq!(
                waits(journal, "2026-11-25"),
                !ended,
                "the question is open until it is answered"
            );
        };
        stands(&journal);
        for reason in [ill.clone(), None] {
            pause = journal.correct_pause(pause, from, Some(last), reason).unwrap();
            stands(&journal);
        }
        let taken = journal.withdraw_plan_fact(pause).unwrap();
        assert!(!waits(&journal, "2026-11-19"));
        let again = journal.put_back_plan_fact(taken).unwrap();
        stands(&journal);
        // Another last day that is over is the end of it, and its Undo is the way back.
        drop(journal);
        let mut journal = open(folder.path(), "2026-11-25T09:01:00Z");
        let other = journal.correct_pause(again, from, Some(day("2026-11-22")), None).unwrap();
        assert!(waits(&journal, "2026-11-22") && !waits(&journal, "2026-11-23"));
        journal.correct_pause(other, from, Some(last), None).unwrap();
        stands(&journal);
    }
}
