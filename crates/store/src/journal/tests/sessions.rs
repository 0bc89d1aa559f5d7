use backwise_core::ids::{LineId, RoundId};
use backwise_core::record::{
    BodySide, BoutPlace, EnteredBy, Hurt, HurtPlace, Outcome, PainMoment, SkipReason,
};
use backwise_core::safety::{Flag, SafetyQuestion};
use backwise_core::schedule::{AgendaItem, State};
use backwise_core::session::{Counting, Ground, HowItGoes, SessionChoices, SessionOrder};

use super::{MORNING, TODAY, bout, day, done, folder_with_plan, open, sheet};
use crate::views::SessionOf;
use crate::{Journal, SessionTime};

fn round(name: &str) -> SessionOf {
    SessionOf { round: Some(RoundId::new(name).unwrap()), ..SessionOf::default() }
}

fn any_time(name: &str) -> SessionOf {
    SessionOf { line: Some(LineId::new(name).unwrap()), nth: Some(1), ..SessionOf::default() }
}

fn lines(items: &[AgendaItem]) -> Vec<&str> {
    items.iter().map(|item| item.bout.line.as_str()).collect()
}

/// What is taken up again by a program that starts at `now`.
fn cut_off(folder: &tempfile::TempDir, now: &str) -> Vec<AgendaItem> {
    open(folder.path(), now).session_cut_off().unwrap().items
}

#[test]
fn a_session_that_was_cut_off_is_found_again_with_what_was_seen_of_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&round("morning")).unwrap();
    assert!(!begun.is_empty());
    journal.record_work(&begun[0].bout, 1, BodySide::Both, 4, 0).unwrap();
    // The program is gone, and nothing was tidied up.
    drop(journal);
    let found = cut_off(&folder, "2026-11-18T08:20:00Z");
    assert_eq!(lines(&found), lines(&begun));
    assert_eq!(found[0].seen.repetitions, 4);
}

#[test]
fn where_what_came_before_may_have_left_the_person_is_found_again() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&round("morning")).unwrap();
    let rest = || open(folder.path(), MORNING).session_cut_off().unwrap();
    assert_eq!((rest().items.len(), rest().may_lie), (begun.len(), None), "nothing was done yet");
    let (first, others) = begun.split_first().unwrap();
    assert!(!others.is_empty() && first.flags.contains(&Flag::Supine), "{first:?}");
    journal.close_bout(&first.bout, &Outcome::Done, None).unwrap();
    assert_eq!((rest().items.len(), rest().may_lie), (others.len(), Some(Ground::Bed)));
}

#[test]
fn what_is_stopped_is_told_apart_from_what_was_answered() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let of = |line: &str| bout(line, "morning", TODAY);
    let slides = of("heel-slide");
    let is_stopped =
        |journal: &Journal| journal.is_any_stopped(std::slice::from_ref(&slides)).unwrap();
    let skipped = |reason| Outcome::Skipped { reason };
    let tired = journal.record_bout(&slides, &skipped(SkipReason::Tired), None, EnteredBy::Person);
    assert!(!is_stopped(&journal), "it did not hurt");
    let pain = skipped(SkipReason::Pain);
    let left = journal.correct_bout(tired.unwrap().record, &pain, None, EnteredBy::Person).unwrap();
    assert!(is_stopped(&journal), "it hurt");
    assert!(!journal.is_any_stopped(&[of("bridge")]).unwrap(), "the other goes on");
    journal.withdraw(left).unwrap();
    assert!(!is_stopped(&journal));
    // A yes about the calf stops what was begun, too.
    journal.record_work(&slides, 1, BodySide::Both, 4, 0).unwrap();
    assert!(!is_stopped(&journal));
    journal.asked_and_yes(LineId::new("bridge").as_ref(), SafetyQuestion::Calf).unwrap();
    assert!(is_stopped(&journal));
    assert!(!journal.is_any_stopped(&[]).unwrap(), "nothing is open any more");
}

#[test]
fn what_was_left_out_the_next_time_is_taken_up_again_after_that() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        + "[[pain.rule]]\nas_written = \"Leave it out the next time\"\nover = 5\nwhere = \"either\"\n"
        + "when = \"any\"\nthen = \"stop\"\nlasts = \"next-time\"\n";
    let mut before = open(folder.path(), "2026-11-15T18:00:00Z");
    before.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    let seven = Hurt {
        line: LineId::new("bridge"),
        bout: RoundId::new("morning").map(BoutPlace::Round),
        place: HurtPlace::Back,
        score: Some(7),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    open(folder.path(), MORNING).record_hurt(&seven, None).unwrap();
    // It is left out at noon, and asked for in the evening.
    let at_noon = open(folder.path(), "2026-11-18T13:05:00Z");
    assert_eq!(at_noon.agenda(day(TODAY)).unwrap().unwrap().stops.len(), 1);
    let evening = "2026-11-18T19:05:00Z";
    let mut journal = open(folder.path(), evening);
    assert_eq!(journal.agenda(day(TODAY)).unwrap().unwrap().stops, []);
    let round = self::round("evening");
    assert!(!journal.begin_session(&round).unwrap().is_empty());
    let bridge = bout("bridge", "evening", TODAY);
    journal.record_work(&bridge, 1, BodySide::Both, 3, 0).unwrap();
    let rest = open(folder.path(), evening).session_cut_off().unwrap().items;
    assert_eq!(rest[0].bout, bridge, "killed in the middle of it, it goes on there");
    assert!(!journal.is_any_stopped(&[bridge]).unwrap());
}

#[test]
fn what_was_closed_before_is_not_asked_for_again() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&round("morning")).unwrap();
    for item in &begun {
        journal.close_bout(&item.bout, &Outcome::Done, None).unwrap();
    }
    assert!(cut_off(&folder, MORNING).is_empty());
}

#[test]
fn a_session_that_is_over_is_not_taken_up_again() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert!(cut_off(&folder, MORNING).is_empty(), "none was begun");
    journal.begin_session(&round("morning")).unwrap();
    journal.session_is_over().unwrap();
    assert!(cut_off(&folder, MORNING).is_empty());
}

#[test]
fn neither_after_its_round_nor_on_another_day() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.begin_session(&round("morning")).unwrap();
    // The next round begins at 14:00 in Berlin.
    assert!(!cut_off(&folder, "2026-11-18T12:59:00Z").is_empty());
    assert!(cut_off(&folder, "2026-11-18T13:00:00Z").is_empty());
    journal.begin_session(&any_time("walk")).unwrap();
    assert!(!cut_off(&folder, "2026-11-18T22:30:00Z").is_empty(), "its day lasts all day");
    assert!(cut_off(&folder, "2026-11-19T08:03:00Z").is_empty());
}

#[test]
fn a_session_lasts_as_long_as_its_round_and_its_day() {
    use SessionTime::{Lasts, Over, RoundOver};
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let at = |now: &str| open(folder.path(), now).session_time().unwrap();
    assert_eq!(at(MORNING), RoundOver, "none is under way");
    journal.begin_session(&round("morning")).unwrap();
    assert_eq!(at("2026-11-18T12:59:00Z"), Lasts);
    assert_eq!(at("2026-11-18T13:00:00Z"), RoundOver, "the next round has begun");
    let evening = "2026-11-18T19:05:00Z";
    open(folder.path(), evening).begin_session(&round("evening")).unwrap();
    assert_eq!(at("2026-11-18T22:30:00Z"), Lasts);
    assert_eq!(at("2026-11-19T08:03:00Z"), Over, "it was the evening before");
    journal.begin_session(&any_time("walk")).unwrap();
    assert_eq!(at("2026-11-18T22:30:00Z"), Lasts);
    assert_eq!(at("2026-11-19T08:03:00Z"), Over);
}

#[test]
fn a_round_that_runs_over_the_start_of_the_day_goes_on_for_whoever_says_in_it_that_it_hurts() {
    use SessionTime::{Over, RoundOver};
    let folder = folder_with_plan();
    let begun =
        open(folder.path(), "2026-11-18T19:05:00Z").begin_session(&round("evening")).unwrap();
    // The next day begins at three o'clock in Berlin.
    let at = |now: &str| open(folder.path(), now).session_time().unwrap();
    assert_eq!(at("2026-11-19T02:01:00Z"), Over, "nobody did anything in it");
    let mut near = open(folder.path(), "2026-11-19T01:58:00Z");
    near.record_work(&begun[0].bout, 1, BodySide::Both, 4, 0).unwrap();
    assert_eq!(at("2026-11-19T02:57:00Z"), RoundOver, "somebody has stopped for breath");
    assert_eq!(at("2026-11-19T02:59:00Z"), Over);
    let hurt = Hurt {
        line: Some(begun[0].bout.line.clone()),
        bout: Some(begun[0].bout.place.clone()),
        place: HurtPlace::Back,
        score: Some(2),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    };
    let mut later = open(folder.path(), "2026-11-19T02:30:00Z");
    later.record_hurt(&hurt, Some(day(TODAY))).unwrap();
    assert_eq!(at("2026-11-19T03:29:00Z"), RoundOver);
    assert_eq!(at("2026-11-19T03:31:00Z"), Over);
    // The number stays with the day of the bout, and the signs are asked about on the day of the word.
    let of_day = |of: &str| later.pain_scores(day(of), day(of)).unwrap().len();
    assert_eq!((of_day(TODAY), of_day("2026-11-19")), (1, 0));
    let asked = later.today().unwrap().signs.asked;
    assert_eq!(asked, Some(backwise_core::schedule::WhyAsked::Hurt));
    later.answer_signs(true, false).unwrap();
    assert_eq!(at("2026-11-19T02:31:00Z"), Over, "a warning sign stops it");
}

#[test]
fn a_session_whose_last_done_is_taken_back_is_found_again_and_takes_no_others_place() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&round("morning")).unwrap();
    let closed = begun.iter().map(|item| {
        let mut journal = open(folder.path(), MORNING);
        journal.close_bout(&item.bout, &Outcome::Done, None).unwrap().record
    });
    let closed: Vec<_> = closed.collect();
    let ended = journal.session_is_over().unwrap().unwrap();
    assert_eq!(journal.session_is_over().unwrap(), None);
    journal.withdraw(*closed.last().unwrap()).unwrap();
    assert!(cut_off(&folder, MORNING).is_empty());
    journal.session_goes_on(&ended).unwrap();
    assert_eq!(lines(&cut_off(&folder, MORNING)), lines(&begun[begun.len() - 1..]));
    journal.begin_session(&any_time("walk")).unwrap();
    journal.session_goes_on(&ended).unwrap();
    assert_eq!(lines(&cut_off(&folder, MORNING)), ["walk"]);
}

#[test]
fn a_warning_sign_stops_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.begin_session(&round("morning")).unwrap();
    journal.answer_signs(true, false).unwrap();
    assert!(cut_off(&folder, MORNING).is_empty());
    assert!(journal.begin_session(&round("morning")).unwrap().is_empty());
}

#[test]
fn what_was_changed_of_a_session_in_the_middle_of_it_is_found_again_with_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let kept =
        |folder: &tempfile::TempDir| open(folder.path(), MORNING).how_session_goes().unwrap();
    journal.begin_session(&round("morning")).unwrap();
    let usual = SessionChoices { lead_seconds: Some(60), ..SessionChoices::default() };
    journal.set_session(usual).unwrap();
    assert_eq!(kept(&folder), (usual, 0));
    for goes in [
        HowItGoes { pace: 2, counting: Counting::ByTap },
        HowItGoes { pace: -1, counting: Counting::ByPace },
    ] {
        journal.keep_how_session_goes(goes).unwrap();
        assert_eq!(kept(&folder), (SessionChoices { counting: goes.counting, ..usual }, goes.pace));
    }
    // It belongs to that session: the next one goes as the person has it in the settings.
    journal.set_session(SessionChoices { counting: Counting::ByTap, ..usual }).unwrap();
    journal.begin_session(&round("morning")).unwrap();
    assert_eq!(kept(&folder), (SessionChoices { counting: Counting::ByTap, ..usual }, 0));
    journal.session_is_over().unwrap();
    journal.keep_how_session_goes(HowItGoes { pace: 3, counting: Counting::ByPace }).unwrap();
    assert_eq!(kept(&folder).1, 0, "none is under way");
}

#[test]
fn how_sessions_go_is_kept_and_a_lead_is_one_of_those_offered() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    assert_eq!(journal.settings().unwrap().session, SessionChoices::default());
    let chosen = SessionChoices {
        order: SessionOrder::AsWritten,
        lead_seconds: Some(90),
        counting: Counting::ByTap,
    };
    journal.set_session(chosen).unwrap();
    let hurried = SessionChoices { lead_seconds: Some(5), ..chosen };
    assert_eq!(journal.set_session(hurried).unwrap_err().code(), "out-of-range");
    assert_eq!(open(folder.path(), MORNING).settings().unwrap().session, chosen);
}

#[test]
fn where_nothing_is_open_none_begins() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let asked = journal.begin_session(&round("morning")).unwrap();
    for item in &asked {
        done(&mut journal, item.bout.line.as_str(), "morning", TODAY);
    }
    assert!(journal.begin_session(&round("morning")).unwrap().is_empty());
    assert!(cut_off(&folder, MORNING).is_empty());
    let noon: &mut Journal = &mut open(folder.path(), "2026-11-18T13:05:00Z");
    let items = noon.begin_session(&round("noon")).unwrap();
    assert_eq!(items[0].bout, bout("bridge", "noon", TODAY));
}

#[test]
fn what_is_done_when_it_is_needed_goes_on_where_nobody_saw_on() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = sheet("ward", 1, "2026-11-16")
        + "[[line]]\nid = \"calf\"\nas_written = \"Stretch the calf, 3 x 20 s\"\nexercise = \"calf-stretch-wall\"\n"
        + "sets = 1\nrepetitions = 3\nhold_seconds = 20\nside = \"both\"\n"
        + "as_needed = { when = \"when tight\", most_a_day = 1 }\n";
    let mut journal = open(folder.path(), "2026-11-15T18:00:00Z");
    journal.import_plan(sheet.as_bytes(), "ward.backwise", true).unwrap();
    let of = any_time("calf");
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&of).unwrap();
    assert_eq!(lines(&begun), ["calf"]);
    let calf = begun[0].bout.clone();
    journal.record_work(&calf, 1, BodySide::Both, 1, 20).unwrap();
    let found = cut_off(&folder, MORNING);
    assert_eq!(found.iter().map(|item| &item.bout).collect::<Vec<_>>(), [&calf], "it was killed");
    assert_eq!(found[0].seen.repetitions, 1);
    let of_now =
        |journal: &Journal| journal.agenda(day(TODAY)).unwrap().unwrap().as_needed[0].clone();
    assert_eq!(of_now(&journal).recorded[0].state, State::InProgress);
    let is_stopped =
        |journal: &Journal| journal.is_any_stopped(std::slice::from_ref(&calf)).unwrap();
    assert!(!is_stopped(&journal));
    // The person ended it in the middle, and goes on later.
    journal.session_is_over().unwrap();
    assert_eq!(journal.begin_session(&of).unwrap(), found);
    // A stop reaches what was begun of it.
    let yes =
        journal.asked_and_yes(Some(&LineId::new("calf").unwrap()), SafetyQuestion::Calf).unwrap();
    assert!(is_stopped(&journal));
    assert_eq!(of_now(&journal).recorded[0].state, State::Partly { reason: None });
    assert!(cut_off(&folder, MORNING).is_empty());
    assert!(journal.begin_session(&of).unwrap().is_empty());
    journal.withdraw_plan_fact(yes).unwrap();
    assert_eq!(journal.begin_session(&of).unwrap(), found);
    // Once it is answered, nothing is open of it.
    journal.close_bout(&calf, &Outcome::Done, None).unwrap();
    assert!(cut_off(&folder, MORNING).is_empty());
    assert!(journal.begin_session(&of).unwrap().is_empty());
}

#[test]
fn what_a_newer_sheet_leaves_out_is_asked_of_no_round_that_began_with_it() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let begun = journal.begin_session(&round("morning")).unwrap();
    let bouts: Vec<_> = begun.iter().map(|item| item.bout.clone()).collect();
    let before = journal.asked_of(&bouts).unwrap();
    let as_begun = |item: &AgendaItem| Some((item.exercise.clone(), item.dose.clone(), item.side));
    assert_eq!(before, begun.iter().map(as_begun).collect::<Vec<_>>());
    // The day is under way, so what it asks more of holds from tomorrow, and only what it takes away is over today.
    let more = sheet("ward", 2, TODAY).replacen("repetitions = 10", "repetitions = 15", 1);
    journal.import_plan(more.as_bytes(), "ward.backwise", true).unwrap();
    assert_eq!(journal.asked_of(&bouts).unwrap(), before, "the same is asked");
    let at = more.find("[[line]]\nid = \"heel-slide\"").unwrap();
    let end = more.find("[[line]]\nid = \"walk\"").unwrap();
    let without = (more[..at].to_owned() + &more[end..]).replace("revision = 2", "revision = 3");
    let check = journal.import_plan(without.as_bytes(), "ward.backwise", true).unwrap();
    assert!(check.problems.is_empty(), "{:?}", check.problems);
    // A second sheet at the same moment is kept a little later.
    let journal = open(folder.path(), "2026-11-18T08:04:00Z");
    let after = journal.asked_of(&bouts).unwrap();
    assert_eq!(after, [before[0].clone(), None], "it is not on the sheet any more");
    assert_eq!(journal.asked_of(&[]).unwrap(), []);
    let fewer = without
        .replace("repetitions = 15", "repetitions = 5")
        .replace("revision = 3", "revision = 4");
    let mut journal = journal;
    journal.import_plan(fewer.as_bytes(), "ward.backwise", true).unwrap();
    let journal = open(folder.path(), "2026-11-18T08:06:00Z");
    let less = journal.asked_of(&bouts).unwrap()[0].as_ref().map(|asked| asked.1.repetitions);
    assert_eq!(less, Some(Some(5)), "less is asked, so the round ends");
}
