//! The first run, and what the person says of themselves: four ways from an empty folder to the first day.

use backwise_core::person::{
    AnswerDiffers, ContactSource, DischargeSign, Floor, PersonFact, Step, StepStands,
    TERMS_VERSION, TeamLimits, TemplateLock,
};
use backwise_core::plan::draft::Asked;
use backwise_core::plan::{Contact, Fusion};

use super::*;
use crate::StoreError;
use crate::views::{DraftStart, HandsFree, ImportKind, ScreenInRound, Volume};

pub(super) fn operation(date: &str) -> PersonFact {
    PersonFact::Operation { date: day(date) }
}

fn contact(name: &str, number: &str) -> Contact {
    Contact { name: name.to_owned(), number: number.to_owned(), hours: None, about: None }
}

pub(super) fn say(journal: &mut Journal, fact: PersonFact) -> RecordId {
    journal.say(fact, EnteredBy::Person).unwrap()
}

fn next(journal: &Journal) -> Option<Step> {
    journal.person().unwrap().first_run.next
}

/// Everything that is asked before the plan, by somebody whose operation was 16 days ago, without fusion.
pub(super) fn answer_until_the_plan(journal: &mut Journal) {
    say(journal, PersonFact::Terms { version: TERMS_VERSION });
    say(journal, operation("2026-11-02"));
    say(journal, PersonFact::Fusion { fusion: Fusion::No });
    say(journal, PersonFact::Floor { floor: Floor::Yes });
    say(journal, PersonFact::AtDischarge { signs: vec![DischargeSign::LegNumbness], note: None });
    say(journal, PersonFact::Limits { limits: TeamLimits::None });
    say(journal, PersonFact::Contact { contact: contact("Ward", "555-0134") });
}

#[test]
fn a_sheet_does_not_ask_again_what_was_said_of_the_operation() {
    let asked = |journal: &mut Journal| -> (Day, Vec<Asked>) {
        let draft = journal.begin_draft(&DraftStart::EmptySheet, true).unwrap().draft;
        (draft.revision.surgery.date, draft.open.iter().map(|one| one.asked).collect())
    };
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let all = [Asked::Title, Asked::SurgeryDate, Asked::Fusion, Asked::FirstDay];
    assert_eq!(asked(&mut journal).1, all);

    say(&mut journal, operation("2026-11-02"));
    say(&mut journal, PersonFact::Fusion { fusion: Fusion::Unknown });
    let may_say_it = vec![Asked::Title, Asked::Fusion, Asked::FirstDay];
    assert_eq!(asked(&mut journal), (day("2026-11-02"), may_say_it));

    say(&mut journal, PersonFact::Fusion { fusion: Fusion::No });
    assert_eq!(asked(&mut journal).1, [Asked::Title, Asked::FirstDay]);
}

#[test]
fn each_answer_is_kept_at_once_and_the_first_run_goes_on_where_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let answers = [
        (Step::Terms, PersonFact::Terms { version: TERMS_VERSION }),
        (Step::Operation, operation("2026-11-02")),
        (Step::Fusion, PersonFact::Fusion { fusion: Fusion::Unknown }),
        (Step::Floor, PersonFact::Skipped { step: Step::Floor }),
        (Step::Discharge, PersonFact::AtDischarge { signs: vec![], note: Some(" A bit ".into()) }),
        (Step::Limits, PersonFact::Skipped { step: Step::Limits }),
        (Step::Contacts, PersonFact::Contact { contact: contact("Ward", "555-0134") }),
        (Step::Plan, PersonFact::Skipped { step: Step::Plan }),
    ];
    for (step, fact) in answers {
        // Opened anew each time, as after a kill.
        let mut journal = open(folder.path(), MORNING);
        assert_eq!(next(&journal), Some(step));
        say(&mut journal, fact);
    }
    let person = open(folder.path(), MORNING).person().unwrap();
    assert_eq!(person.first_run.next, None);
    assert_eq!(person.operation.unwrap().days_ago, 16);
    assert_eq!(person.fusion, Some(Fusion::Unknown));
    assert_eq!(person.floor, None);
    assert_eq!(person.at_discharge, Some(vec![]));
    assert_eq!(person.discharge_note.as_deref(), Some("A bit"));
    assert_eq!(person.terms, Some((TERMS_VERSION, day(TODAY))));
}

#[test]
fn the_path_by_file_a_difference_is_asked_about_and_the_plan_counts_from_its_own_date() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    say(&mut journal, operation("2026-11-01"));
    let file = backwise_core::plan::write(
        &crate::check_first_plan(
            sheet("ward", 1, "2026-11-16").as_bytes(),
            "ward.backwise",
            &clock(MORNING),
        )
        .revision
        .unwrap(),
    );
    let check = journal.check_plan(file.as_bytes(), "ward.backwise").unwrap();
    let (plan, person) = (day("2026-11-02"), day("2026-11-01"));
    assert_eq!(check.differs, [AnswerDiffers::Operation { plan, person }]);
    assert!(check.needs_confirmation, "the checksum is right, and still somebody must look");
    assert!(journal.import_plan(file.as_bytes(), "ward.backwise", false).is_err());
    journal.import_plan(file.as_bytes(), "ward.backwise", true).unwrap();
    assert_eq!(next(&journal), None);
    assert_eq!(journal.today().unwrap().agenda.unwrap().after_surgery, 16);
    let said = journal.person().unwrap();
    assert_eq!(said.operation.unwrap().date, person, "what the person said is not written over");
    // The person corrects it: both stay in the record.
    say(&mut journal, operation("2026-11-02"));
    let said = journal.person().unwrap();
    assert_eq!(said.operation.unwrap().date, plan);
    let earlier: Vec<_> = said.earlier.into_iter().map(|one| one.fact).collect();
    assert_eq!(earlier, [operation("2026-11-01"), operation("2026-11-02")]);
    assert_eq!(journal.check_plan(file.as_bytes(), "ward.backwise").unwrap().differs, []);
}

#[test]
fn the_path_by_template_asks_for_what_was_switched_on_and_for_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let id = PlanId::new("lami-2-6").unwrap();
    let walk = LineId::new("walk-level").unwrap();
    let lock = |journal: &Journal| {
        let all = journal.templates().unwrap();
        all.into_iter().find(|view| view.template.id == id).unwrap().lock
    };
    assert_eq!(lock(&journal), Some(TemplateLock::FusionUnknown));
    assert!(
        journal.plan_from_template(&id, std::slice::from_ref(&walk)).is_err(),
        "a closed one gives no plan"
    );
    answer_until_the_plan(&mut journal);
    assert_eq!(lock(&journal), None);
    assert!(journal.plan_from_template(&id, &[]).is_err(), "nothing is on by itself");
    let gone = LineId::new("gone").unwrap();
    assert!(journal.plan_from_template(&id, &[walk.clone(), gone]).is_err());

    let file = journal.plan_from_template(&id, std::slice::from_ref(&walk)).unwrap();
    assert_eq!(journal.plan().unwrap(), None, "making the file changes nothing");
    let check = journal.check_plan(file.as_bytes(), "example.backwise").unwrap();
    assert_eq!(
        (check.kind, check.differs.len()),
        (ImportKind::FirstPlan, 0),
        "{:?}",
        check.problems
    );
    journal.import_plan(file.as_bytes(), "example.backwise", true).unwrap();
    let agenda = journal.today().unwrap().agenda.unwrap();
    assert!(agenda.items().count() > 0);
    assert!(agenda.items().all(|item| item.bout.line == walk));
    assert!(agenda.as_needed.is_empty());
    assert_eq!(next(&journal), None);
    // Once more with another line is another revision.
    let again = journal.plan_from_template(&id, &[walk]).unwrap();
    let check = journal.check_plan(again.as_bytes(), "example.backwise").unwrap();
    assert_eq!(check.kind, ImportKind::Revision, "{:?}", check.problems);
}

#[test]
fn on_the_floor_nothing_is_switched_on_for_somebody_who_does_not_get_up_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    say(&mut journal, operation("2026-09-16"));
    say(&mut journal, PersonFact::Floor { floor: Floor::NotTried });
    let views = journal.templates().unwrap();
    let view = views
        .iter()
        .find(|view| view.lock.is_none() && !view.locked_lines.is_empty())
        .expect("a template of later weeks has something on the floor");
    let id = &view.template.id;
    assert!(journal.plan_from_template(id, &view.locked_lines[..1]).is_err());
    say(&mut journal, PersonFact::Floor { floor: Floor::Yes });
    journal.plan_from_template(id, &view.locked_lines[..1]).unwrap();
}

#[test]
fn the_path_without_a_plan_keeps_walks_and_questions() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    say(&mut journal, PersonFact::Skipped { step: Step::Plan });
    let run = journal.person().unwrap().first_run;
    assert_eq!((run.next, run.comes_first), (None, false));
    assert_eq!(run.steps.last().unwrap().stands, StepStands::Skipped);
    assert!(journal.today().unwrap().agenda.is_none());

    let first = journal.record_walk(day(TODAY), 8).unwrap();
    journal.record_walk(day("2026-11-17"), 5).unwrap();
    let corrected = journal.correct_walk(first, 10).unwrap();
    assert!(journal.correct_walk(first, 12).is_err(), "the end of the chain is corrected");
    let shown = |journal: &Journal| -> Vec<(String, u16, bool, bool)> {
        let walks = journal.walks(28).unwrap().walks.into_iter();
        walks.map(|it| (it.day.to_string(), it.minutes, it.entered_later, it.corrected)).collect()
    };
    let both = [(TODAY.to_owned(), 10, false, true), ("2026-11-17".to_owned(), 5, true, false)];
    assert_eq!(shown(&journal), both);
    assert_eq!(shown(&open(folder.path(), MORNING)), both);
    journal.withdraw_walk(corrected).unwrap();
    assert_eq!(shown(&journal), both[1..]);
    assert!(journal.record_walk(day("2026-11-19"), 5).is_err(), "a day to come");
    assert!(journal.record_walk(day(TODAY), 0).is_err());
    assert!(journal.record_walk(day(TODAY), 601).is_err());
    // However much later somebody looks, they are there.
    assert_eq!(shown(&open(folder.path(), "2031-12-15T08:00:00Z")), both[1..]);
    let kept: u32 =
        raw(folder.path()).query_row("SELECT count(*) FROM walk", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 4);

    let lift = journal.add_question(" What may I lift? ").unwrap();
    journal.add_question("When may I drive?").unwrap();
    assert!(journal.add_question("  ").is_err());
    let asked = journal.change_question(lift, "What may I lift?", true, Some("2 kg")).unwrap();
    let mut later = open(folder.path(), "2026-11-20T08:00:00Z");
    let words: Vec<_> = later.questions().unwrap().into_iter().map(|it| it.text).collect();
    assert_eq!(
        words,
        ["When may I drive?", "What may I lift?"],
        "what is still to ask comes first"
    );
    let again = later.change_question(asked, "What may I lift?", true, Some("4 kg")).unwrap();
    let last = later.questions().unwrap().pop().unwrap();
    assert_eq!((last.asked_on, last.answer.as_deref()), (Some(day(TODAY)), Some("4 kg")));
    later.withdraw_question(again).unwrap();
    assert_eq!(later.questions().unwrap().len(), 1);
    assert!(later.withdraw_question(again).is_err());
}

#[test]
fn walks_reach_back_as_far_as_they_go_some_days_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    // Two on one day, one long before the others, and one that is taken back.
    for (on, minutes) in [(TODAY, 9), (TODAY, 8), ("2026-11-10", 7), ("2026-10-30", 6)] {
        journal.record_walk(day(on), minutes).unwrap();
    }
    let oldest = journal.record_walk(day("2025-01-05"), 5).unwrap();
    let shown = |journal: &Journal, days| -> (Vec<u16>, bool) {
        let found = journal.walks(days).unwrap();
        (found.walks.iter().map(|walk| walk.minutes).collect(), found.earlier)
    };
    for (days, minutes, earlier) in [
        (0, vec![], true),
        (1, vec![8, 9], true),
        (3, vec![8, 9, 7, 6], true),
        (4, vec![8, 9, 7, 6, 5], false),
        (u32::MAX, vec![8, 9, 7, 6, 5], false),
    ] {
        assert_eq!(shown(&journal, days), (minutes, earlier), "{days} days");
    }
    journal.correct_walk(oldest, 4).unwrap();
    assert_eq!(shown(&journal, 4), (vec![8, 9, 7, 6, 4], false));
}

#[test]
fn contacts_are_corrected_and_taken_back_and_stand_after_those_of_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    let own = say(&mut journal, PersonFact::Contact { contact: contact("Wrd", "555-0199") });
    let ward = journal.change_contact(own, contact("Ward", "555-0199")).unwrap();
    assert!(journal.change_contact(own, contact("Other", "1")).is_err());
    let plan = sheet("ward", 1, "2026-11-16")
        + "\n[[contact]]\nname = \"Physio\"\nnumber = \"555-0134\"\n";
    journal.import_plan(plan.as_bytes(), "ward.backwise", true).unwrap();
    let known = journal.person().unwrap().contacts;
    let names: Vec<_> = known.iter().map(|one| one.contact.name.as_str()).collect();
    assert_eq!(names, ["Physio", "Ward"]);
    assert_eq!(known[1].source, ContactSource::Person(ward));
    journal.withdraw_contact(ward).unwrap();
    assert_eq!(journal.person().unwrap().contacts.len(), 1);
    let empty = PersonFact::Contact { contact: contact(" ", "555") };
    assert!(journal.say(empty, EnteredBy::Person).is_err());
    let long = PersonFact::Contact { contact: contact("Ward", &"5".repeat(121)) };
    assert!(journal.say(long, EnteredBy::Person).is_err());
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    for fact in [
        PersonFact::Terms { version: TERMS_VERSION + 1 },
        PersonFact::Skipped { step: Step::Terms },
        operation("2029-01-01"),
        operation("1900-01-01"),
        PersonFact::AtDischarge { signs: vec![], note: Some("x".repeat(2001)) },
    ] {
        assert!(journal.say(fact.clone(), EnteredBy::Person).is_err(), "{fact:?}");
    }
    let query = "SELECT count(*) FROM person_fact";
    let kept: u32 = raw(folder.path()).query_row(query, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
}

#[test]
fn what_the_team_said_of_limits_is_kept_as_it_was_said() {
    let folder = tempfile::tempdir().unwrap();
    for limits in [TeamLimits::NotTold, TeamLimits::None, TeamLimits::Given] {
        let mut journal = open(folder.path(), MORNING);
        say(&mut journal, PersonFact::Limits { limits });
        assert_eq!(open(folder.path(), MORNING).person().unwrap().limits, Some(limits));
    }
    let earlier = open(folder.path(), MORNING).person().unwrap().earlier;
    let earlier: Vec<_> = earlier.into_iter().map(|one| one.fact).collect();
    let before =
        [TeamLimits::None, TeamLimits::NotTold].map(|limits| PersonFact::Limits { limits });
    assert_eq!(earlier, before);
}

#[test]
fn nothing_that_the_person_said_is_ever_changed_or_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    answer_until_the_plan(&mut journal);
    journal.record_walk(day(TODAY), 8).unwrap();
    journal.add_question("What may I lift?").unwrap();
    let file = raw(folder.path());
    for (table, change) in
        [("person_fact", "zone = 'UTC'"), ("walk", "minutes = 9"), ("question", "answer = 'no'")]
    {
        assert!(file.execute(&format!("UPDATE {table} SET {change}"), []).is_err(), "{table}");
        assert!(file.execute(&format!("DELETE FROM {table}"), []).is_err(), "{table}");
    }
}

#[test]
fn not_now_is_remembered_and_switches_nothing_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert!(!journal.settings().unwrap().reminders_asked);
    journal.no_reminders_for_now().unwrap();
    let set = open(folder.path(), MORNING).settings().unwrap();
    assert!(set.reminders_asked && !set.reminders);
    journal.set_language("de").unwrap();
    assert_eq!(journal.settings().unwrap().language.as_deref(), Some("de"));
    assert!(journal.set_language("").is_err());
}

#[test]
fn how_a_round_is_led_is_kept_for_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.settings().unwrap().hands_free, HandsFree::default());
    let quiet = HandsFree {
        tones: Volume::Soft,
        voice: Volume::Off,
        screen: ScreenInRound::AsDevice,
        big: true,
    };
    journal.set_hands_free(quiet).unwrap();
    journal.set_language("de").unwrap();
    assert_eq!(open(folder.path(), MORNING).settings().unwrap().hands_free, quiet);
}

#[test]
fn the_emergency_number_is_the_persons_own_until_it_is_emptied() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let mut kept = |number| {
        journal.set_emergency_number(number)?;
        Ok::<_, StoreError>(journal.settings()?.emergency_number)
    };
    assert_eq!(kept(Some(" 15 ")).unwrap().as_deref(), Some("15"));
    for wrong in ["1", "ward", "112 or 113", "+49 112", "1 2 3 4 5 6 7 8 9 0 1"] {
        assert!(matches!(kept(Some(wrong)), Err(StoreError::OutOfRange { .. })), "{wrong}");
    }
    let journal = open(folder.path(), MORNING);
    assert_eq!(journal.settings().unwrap().emergency_number.as_deref(), Some("15"), "as it was");
    let mut journal = open(folder.path(), MORNING);
    journal.set_emergency_number(Some("  ")).unwrap();
    assert_eq!(journal.settings().unwrap().emergency_number, None);
}
