//! Saying long afterwards what became of a day, as sentences about somebody's week.

use backwise_core::ids::LineId;
use backwise_core::record::{
    BodySide, BoutKey, BoutPlace, EnteredBy, EntryFact, Outcome, SkipReason, settle,
};
use backwise_core::report::{Figures, ReportDays};
use backwise_core::schedule::{GridMark, State};
use backwise_core::time::{Day, Instant};

use super::{MORNING, TODAY, bout, day, done, folder_with_plan, open, states};
use crate::op::Area;
use crate::rows::records;
use crate::views::{GapAnswer, Kept, WeekEntry};
use crate::{Journal, StoreError};

fn entry(line: &str, round: &str, on: &str, outcome: &Outcome) -> WeekEntry {
    WeekEntry { bout: bout(line, round, on), outcome: outcome.clone() }
}

fn total(journal: &Journal) -> Figures {
    journal.report(day("2026-11-16"), day(TODAY)).unwrap().unwrap().total
}

/// The boxes of the paper week: every bout that can be ticked on `days`.
fn boxes(journal: &Journal, days: &[&str]) -> Vec<BoutKey> {
    let days: Vec<Day> = days.iter().map(|on| day(on)).collect();
    let grid = journal.week(day("2026-11-16")).unwrap().unwrap();
    let cells = grid.rows.into_iter().flat_map(|row| row.cells).flatten();
    cells
        .filter(|cell| cell.mark == GridMark::Empty && days.contains(&cell.bout.day))
        .map(|cell| cell.bout)
        .collect()
}

fn ticked(boxes: &[BoutKey]) -> Vec<WeekEntry> {
    let tick = |bout: &BoutKey| WeekEntry { bout: bout.clone(), outcome: Outcome::Done };
    boxes.iter().map(tick).collect()
}

#[test]
fn boxes_that_are_not_kept_wait_in_the_file_and_record_nothing_until_they_are() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let before = total(&journal);
    let all = ticked(&boxes(&journal, &["2026-11-16"]));
    for count in 1..=all.len() {
        journal.keep_ticks(&all[..count]).unwrap();
    }
    drop(journal);
    let mut journal = open(folder.path(), MORNING);
    assert_eq!((journal.ticks().unwrap(), total(&journal)), (all.clone(), before));
    // A week that is refused loses no tick; one that is kept leaves none behind.
    let wrong = entry("gone", "morning", "2026-11-16", &Outcome::Done);
    assert!(journal.record_week(&[wrong]).is_err());
    assert_eq!(journal.ticks().unwrap(), all);
    journal.record_week(&all).unwrap();
    assert_eq!(journal.ticks().unwrap(), []);
    journal.keep_ticks(&all).unwrap();
    journal.keep_ticks(&[]).unwrap();
    assert_eq!(journal.ticks().unwrap(), []);
}

#[test]
fn a_ticked_paper_week_is_kept_at_once_says_that_it_was_entered_later_and_is_taken_back_at_once() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let before = total(&journal);
    // Seven bouts a day, of three days; those of today that are still to come have a box, too.
    let entries = ticked(&boxes(&journal, &["2026-11-16", "2026-11-17", TODAY]));
    assert_eq!(entries.len(), 21);
    journal.take_changes();
    let kept = journal.record_week(&entries).unwrap();
    assert_eq!((kept.records.len(), kept.already), (21, 0));
    assert_eq!(journal.take_changes().into_iter().collect::<Vec<_>>(), [Area::Records]);
    let after = total(&journal);
    assert_eq!((after.done, after.entered_later, after.prescribed), (21, 21, before.prescribed));
    let morning = journal.agenda(day(TODAY)).unwrap().unwrap().rounds[0].items[0].clone();
    assert_eq!((morning.state, morning.entered_later), (State::Done, true), "paper has no hour");
    // One commit: the same instant stands on each of them.
    let at = |on| journal.history(&bout("bridge", "noon", on)).unwrap()[0].at;
    assert_eq!(at("2026-11-16"), at("2026-11-17"));

    journal.withdraw_together(&kept).unwrap();
    assert_eq!(total(&journal), before);
    assert_eq!(
        journal.data_place().unwrap().records,
        42,
        "what was taken back stays in the record"
    );
    journal.withdraw_together(&kept).unwrap();
    assert_eq!(journal.data_place().unwrap().records, 42, "and is taken back once");
}

#[test]
fn the_same_week_kept_twice_is_kept_once_and_what_was_there_stays() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    let hurt = bout("bridge", "noon", "2026-11-17");
    journal.record_bout(&hurt, &skipped, Some("my leg"), EnteredBy::Person).unwrap();
    let mut entries = ticked(&boxes(&journal, &["2026-11-17"]));
    assert_eq!(entries.len(), 6, "what is recorded has no empty box");
    // Another window still shows it empty, and has one box twice.
    entries.push(WeekEntry { bout: hurt.clone(), outcome: Outcome::Done });
    entries.push(entries[0].clone());
    let first = journal.record_week(&entries).unwrap();
    assert_eq!((first.records.len(), first.already), (6, 2));
    let again = journal.record_week(&entries).unwrap();
    assert_eq!((again.records.len(), again.already), (0, 8));
    let history = journal.history(&hurt).unwrap();
    assert_eq!(history.len(), 1);
    let note = Some("my leg".to_owned());
    assert_eq!(history[0].fact, EntryFact::Became { outcome: skipped, note });
}

#[test]
fn of_a_week_with_one_wrong_entry_nothing_is_kept() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let good = entry("bridge", "noon", "2026-11-17", &Outcome::Done);
    let too_many = Outcome::Partly {
        sets: Some(101),
        repetitions: None,
        seconds: None,
        counted: None,
        reason: None,
    };
    for wrong in [
        entry("swimming", "noon", "2026-11-17", &Outcome::Done),
        entry("bridge", "midnight", "2026-11-17", &Outcome::Done),
        entry("bridge", "noon", "2026-11-19", &Outcome::Done),
        entry("bridge", "noon", "2026-11-16", &too_many),
    ] {
        let refused = journal.record_week(&[good.clone(), wrong]);
        assert!(
            matches!(refused, Err(StoreError::NotFound { .. } | StoreError::OutOfRange { .. })),
            "{refused:?}"
        );
        assert_eq!(journal.data_place().unwrap().records, 0);
        assert!(journal.today().unwrap().gap.is_some(), "and nothing was answered");
    }
    let refused = journal.record_week(&vec![good; 1001]);
    assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
}

/// Scenario 2: the phone was off from Monday to Wednesday; it is Thursday morning.
const THURSDAY: &str = "2026-11-19T08:03:00Z";

fn gap_of(journal: &Journal) -> Option<(Day, Day)> {
    journal.today().unwrap().gap.map(|gap| (gap.from, gap.through))
}

const THREE_DAYS: (&str, &str) = ("2026-11-16", "2026-11-18");

fn answer(journal: &mut Journal, answer: GapAnswer) -> Kept {
    journal.answer_gap(day(THREE_DAYS.0), day(THREE_DAYS.1), answer).unwrap()
}

#[test]
fn after_three_days_without_the_phone_one_answer_is_enough_for_all_of_them() {
    for (said, state, later) in [
        (GapAnswer::All, State::Done, 21),
        (GapAnswer::None, State::SaidNotDone, 21),
        (GapAnswer::Leave, State::NotReminded, 0),
    ] {
        let folder = folder_with_plan();
        let mut journal = open(folder.path(), THURSDAY);
        journal.app_opened().unwrap();
        assert_eq!(gap_of(&journal), Some((day(THREE_DAYS.0), day(THREE_DAYS.1))));
        let kept = answer(&mut journal, said);
        assert_eq!(gap_of(&journal), None, "{said:?}: asked once");
        assert_eq!(states(&journal, "2026-11-17"), [state; 5], "{said:?}");
        assert_eq!(total(&journal).entered_later, later);
        let friday = open(folder.path(), "2026-11-20T08:03:00Z");
        let thursday = Some((day("2026-11-19"), day("2026-11-19")));
        assert_eq!(gap_of(&friday), thursday, "{said:?}: a new day is another question");
        // The answer is taken back as a whole, and then it is asked again.
        journal.withdraw_together(&kept).unwrap();
        assert_eq!(gap_of(&journal), Some((day(THREE_DAYS.0), day(THREE_DAYS.1))));
        assert_eq!(states(&journal, "2026-11-17"), [State::NotReminded; 5]);
    }
}

#[test]
fn saying_which_answers_for_the_other_days_too() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), THURSDAY);
    let one = [entry("bridge", "noon", "2026-11-17", &Outcome::Done)];
    let kept = journal.record_week(&one).unwrap();
    assert!(kept.went_on.is_some());
    assert_eq!(gap_of(&journal), None);
    assert_eq!(states(&journal, "2026-11-18"), [State::NotReminded; 5], "no entry stays no entry");
    journal.withdraw_together(&kept).unwrap();
    assert_eq!(gap_of(&journal), Some((day(THREE_DAYS.0), day(THREE_DAYS.1))));
}

#[test]
fn a_word_about_the_days_before_ends_no_pause_that_begins_today() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), THURSDAY);
    journal.pause(day("2026-11-19"), Some(day("2026-11-26")), None).unwrap();
    let one = [entry("bridge", "noon", "2026-11-17", &Outcome::Done)];
    let kept = journal.record_week(&one).unwrap();
    assert_eq!(kept.went_on, None);
    let all = |state| states(&journal, "2026-11-19").iter().all(|known| *known == state);
    assert!(all(State::Paused), "{:?}", states(&journal, "2026-11-19"));
    if let Some((from, through)) = gap_of(&journal) {
        journal.answer_gap(from, through, GapAnswer::None).unwrap();
    }
    assert!(journal.agenda(day("2026-11-19")).unwrap().unwrap().pause.is_some());
}

#[test]
fn an_answer_to_other_days_than_those_that_are_empty_is_refused() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), THURSDAY);
    done(&mut journal, "bridge", "noon", "2026-11-17");
    let refused = journal.answer_gap(day(THREE_DAYS.0), day(THREE_DAYS.1), GapAnswer::None);
    assert!(matches!(refused, Err(StoreError::NotFound { what: "gap", .. })), "{refused:?}");
    assert_eq!(journal.data_place().unwrap().records, 1);
}

#[test]
fn a_wrong_tap_three_days_ago_is_corrected_and_every_figure_agrees_at_once() {
    // Scenario 15: "done" was tapped on Monday evening, and it hurt.
    let folder = folder_with_plan();
    let monday = bout("bridge", "evening", "2026-11-16");
    let tapped = {
        let mut journal = open(folder.path(), "2026-11-16T19:30:00Z");
        journal.record_bout(&monday, &Outcome::Done, None, EnteredBy::Person).unwrap().record
    };
    let mut journal = open(folder.path(), THURSDAY);
    let before = total(&journal);
    let hurt = Outcome::Skipped { reason: SkipReason::Pain };
    journal.correct_bout(tapped, &hurt, None, EnteredBy::Helper).unwrap();

    let evening = journal.agenda(monday.day).unwrap().unwrap().rounds[2].items[0].clone();
    assert_eq!(evening.state, State::Skipped { reason: SkipReason::Pain });
    assert!(evening.corrected && evening.entered_later);
    let after = total(&journal);
    assert_eq!((after.done + 1, after.skipped), (before.done, before.skipped + 1));
    assert_eq!(after.corrected, 1);
    let past = journal.past_days(None).unwrap();
    let of_monday = past.days.last().unwrap();
    assert_eq!((of_monday.day, of_monday.figures.skipped), (monday.day, 1));
    assert_eq!(of_monday.figures.done, 0);
    let grid = journal.week(monday.day).unwrap().unwrap();
    let cells = grid.rows.iter().flat_map(|row| row.cells[0].as_ref());
    let marks: Vec<_> = cells.filter(|cell| cell.bout == monday).map(|cell| cell.mark).collect();
    assert_eq!(marks, [GridMark::Recorded(State::Skipped { reason: SkipReason::Pain })]);

    // The original stays in the record.
    let history = journal.history(&monday).unwrap();
    let became: Vec<_> = history.iter().map(|entry| (&entry.fact, entry.by)).collect();
    let fact = |outcome| EntryFact::Became { outcome, note: None };
    assert_eq!(
        became,
        [(&fact(Outcome::Done), EnteredBy::Person), (&fact(hurt), EnteredBy::Helper)]
    );
    assert_eq!(history[0].record, tapped);
}

#[test]
fn one_more_than_was_asked_is_an_extra_and_counts_toward_nothing() {
    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    let slide = LineId::new("heel-slide").unwrap();
    let monday = day("2026-11-16");
    let one_more = |journal: &mut Journal| {
        journal.record_another(monday, &slide, &Outcome::Done, None).unwrap();
    };
    let asked = total(&journal).prescribed;
    // The day asked for two, so the third is one too many.
    for _ in 0..4 {
        one_more(&mut journal);
    }
    let agenda = journal.agenda(monday).unwrap().unwrap();
    let places: Vec<_> = agenda.extras.iter().map(|item| item.bout.place.clone()).collect();
    assert_eq!(places, [BoutPlace::AnyTime(1), BoutPlace::AnyTime(2)]);
    let after = total(&journal);
    assert_eq!((after.prescribed, after.done, after.extra), (asked, 2, 2));
    let unknown = LineId::new("swimming").unwrap();
    let refused = journal.record_another(monday, &unknown, &Outcome::Done, None);
    assert!(matches!(refused, Err(StoreError::NotFound { .. })), "{refused:?}");
}

/// When the bridge of the evening was done.
fn ended(journal: &Journal) -> Option<Instant> {
    let standing = settle(&records::between(&journal.connection, day(TODAY), day(TODAY)).unwrap());
    standing.bouts.get(&bout("bridge", "evening", TODAY)).and_then(|known| known.ended)
}

#[test]
fn a_tick_after_midnight_counts_for_the_day_before_and_can_be_put_on_the_other() {
    // 00:20 on Thursday in Berlin.
    let folder = folder_with_plan();
    let mut night = open(folder.path(), "2026-11-18T23:20:00Z");
    let today = night.today().unwrap();
    assert_eq!((today.agenda.unwrap().day, today.date), (day(TODAY), day("2026-11-19")));
    let ticked = done(&mut night, "bridge", "evening", TODAY).record;
    let moved = night.move_bout(ticked, day("2026-11-19")).unwrap();
    assert!(!moved.already);
    assert_eq!(states(&night, TODAY)[3], State::Due);
    assert_eq!(states(&night, "2026-11-19")[3], State::Done);
    let history = night.history(&bout("bridge", "evening", TODAY)).unwrap();
    assert_eq!(history[1].fact, EntryFact::TakenBack);
    // And back again, as the way back does: it was done when it was ticked.
    drop(night);
    let mut night = open(folder.path(), "2026-11-18T23:50:00Z");
    night.move_bout(moved.record, day(TODAY)).unwrap();
    assert_eq!(states(&night, TODAY)[3], State::Done);
    assert_eq!(ended(&night), "2026-11-18T23:20:00Z".parse().ok());
    let noon = done(&mut night, "bridge", "noon", TODAY).record;
    let there = done(&mut night, "bridge", "noon", "2026-11-17").record;
    let kept = night.move_bout(noon, day("2026-11-17")).unwrap();
    assert_eq!((kept.record, kept.already), (there, true), "nothing is overwritten");
    let refused = night.move_bout(noon, day("2026-11-20"));
    assert!(matches!(refused, Err(StoreError::OutOfRange { .. })), "{refused:?}");
    assert_eq!(states(&night, TODAY)[2], State::Done, "and nothing is taken back");
}

#[test]
fn what_a_session_saw_goes_with_the_entry_to_the_other_day() {
    let folder = folder_with_plan();
    let mut night = open(folder.path(), "2026-11-18T23:20:00Z");
    let evening = bout("bridge", "evening", TODAY);
    night.record_work(&evening, 1, BodySide::Both, 4, 20).unwrap();
    // It is a quarter past when it is ticked, and moved, and moved back.
    let mut night = open(folder.path(), "2026-11-18T23:35:00Z");
    let seen_at = ended(&night);
    assert!(seen_at.is_some());
    let partly = Outcome::Partly {
        sets: None,
        repetitions: None,
        seconds: None,
        counted: None,
        reason: None,
    };
    let ticked = night.record_bout(&evening, &partly, None, EnteredBy::Person).unwrap().record;
    let seen = |journal: &Journal, on: &str| {
        let agenda = journal.agenda(day(on)).unwrap().unwrap();
        let item = agenda.items().find(|item| item.bout == bout("bridge", "evening", on)).unwrap();
        (item.state, item.seen.repetitions)
    };
    let before = seen(&night, TODAY);
    assert_eq!(before.1, 4);
    let moved = night.move_bout(ticked, day("2026-11-19")).unwrap();
    assert_eq!(seen(&night, TODAY), (State::Due, 0), "no day counts it twice");
    assert_eq!(seen(&night, "2026-11-19"), before);
    night.move_bout(moved.record, day(TODAY)).unwrap();
    assert_eq!(seen(&night, TODAY), before);
    assert_eq!(seen(&night, "2026-11-19").1, 0);
    assert_eq!(ended(&night), seen_at, "and it ended when it did");
    // Where something was seen already, nothing is moved.
    night.record_work(&bout("bridge", "evening", "2026-11-19"), 1, BodySide::Both, 1, 5).unwrap();
    let back = night.history(&evening).unwrap().last().unwrap().record;
    assert!(night.move_bout(back, day("2026-11-19")).unwrap().already);
}

#[test]
fn past_days_come_twelve_weeks_at_a_time_and_end_where_everything_began() {
    let folder = folder_with_plan();
    let journal = open(folder.path(), "2027-03-01T08:00:00Z");
    let first = journal.past_days(None).unwrap();
    assert_eq!((first.days.len(), first.days[0].day), (84, day("2027-02-28")));
    let second = journal.past_days(first.earlier).unwrap();
    assert_eq!(second.days[0].day.plus(1), first.days[83].day);
    assert_eq!(second.days.last().unwrap().day, day("2026-11-16"));
    assert_eq!(second.earlier, None);
    let on_the_first_day = open(folder.path(), "2026-11-16T08:00:00Z").past_days(None).unwrap();
    assert_eq!((on_the_first_day.days.len(), on_the_first_day.earlier), (0, None));
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(open(empty.path(), MORNING).past_days(None).unwrap().days, []);
    assert_eq!(open(empty.path(), MORNING).week(day(TODAY)).unwrap(), None);
}

#[test]
fn progress_counts_whole_weeks_of_the_plan_up_to_today_and_knows_days_without_a_plan() {
    let empty = tempfile::tempdir().unwrap();
    let none = open(empty.path(), MORNING).progress(ReportDays::SinceStart).unwrap();
    assert_eq!((none.from, none.through, none.report), (day(TODAY), day(TODAY), None));

    let folder = folder_with_plan();
    let mut journal = open(folder.path(), MORNING);
    journal.record_week(&ticked(&boxes(&journal, &["2026-11-16"]))).unwrap();
    let of = |stretch| {
        let found = journal.progress(stretch).unwrap();
        let total = found.report.unwrap().total;
        (found.from, found.through, total.prescribed, total.done)
    };
    // Three days of seven bouts each.
    let week = (day("2026-11-16"), day(TODAY), 21, 7);
    assert_eq!(of(ReportDays::ThisWeek), week);
    assert_eq!(of(ReportDays::SinceStart), week);
    assert_eq!(of(ReportDays::FourWeeks), (day("2026-10-26"), day(TODAY), 21, 7));
    let before = (day("2026-11-09"), day("2026-11-15"), 0, 0);
    assert_eq!(of(ReportDays::LastWeek), before, "the plan had not begun");
}
