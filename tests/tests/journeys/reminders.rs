//! Scenarios 1, 2 and 9: the phone was off, the phone was off for days, it was done already, it is night.

use backwise_core::record::Outcome;
use backwise_core::reminder::Why;
use backwise_core::schedule::{AgendaRound, Ended, Reminded, State};
use backwise_core::time::WallTime;
use backwise_store::views::GapAnswer;

use super::sheet::{SHEET, with};
use super::{Person, bout, day};

const TODAY: &str = "2026-11-18";

fn late(round: &str) -> Vec<(String, Why)> {
    vec![(round.to_owned(), Why::Late)]
}

fn due(round: &str) -> Vec<(String, Why)> {
    vec![(round.to_owned(), Why::Due)]
}

/// When a round was planned, what became of its reminder, and what became of it.
fn times_of(round: &AgendaRound) -> (String, Reminded, Option<Ended>) {
    let times = round.times.as_ref().unwrap();
    (round.at.unwrap().to_string(), times.reminded.unwrap(), times.ended)
}

fn wall(at: &str) -> WallTime {
    at.parse().unwrap()
}

#[test]
fn scenario_1_a_phone_that_was_off_in_the_morning_tells_once_and_moves_only_what_must_move() {
    let person = Person::with(SHEET);
    assert_eq!(person.wakes("2026-11-18T11:00:00+01:00"), late("morning"));
    for later in ["2026-11-18T11:00:30+01:00", "2026-11-18T11:02:00+01:00"] {
        assert_eq!(person.wakes(later), [], "no second copy at {later}");
    }
    assert_eq!(person.finishes("2026-11-18T11:40:00+01:00", "morning", TODAY), 4);
    let ahead = person.coming("2026-11-18T11:41:00+01:00", 1);
    assert_eq!(ahead, ["2026-11-18 noon 14:40", "2026-11-18 evening 20:00"]);
    assert_eq!(person.wakes("2026-11-18T14:00:00+01:00"), []);
    assert_eq!(person.states("2026-11-18T14:20:00+01:00", TODAY, "noon"), [State::Upcoming]);
    assert_eq!(person.wakes("2026-11-18T14:40:00+01:00"), due("noon"));
    assert_eq!(person.wakes("2026-11-18T20:00:00+01:00"), due("evening"));
    // What was told and not answered has no entry; what was done stays done.
    let night = "2026-11-18T23:00:00+01:00";
    assert_eq!(person.states(night, TODAY, "morning"), [State::Done; 4]);
    assert_eq!(person.states(night, TODAY, "noon"), [State::NoEntry]);
    assert_eq!(person.states(night, TODAY, "evening"), [State::NoEntry]);
    // Planned, reminded and done stand side by side.
    let done = Ended::Done { at: Some(wall("11:40")) };
    let shown = |at| Reminded::Shown { at: wall(at) };
    for later in [night, "2026-12-24T10:00:00+01:00"] {
        let day = person.day(later, TODAY);
        let told: Vec<_> = day.rounds.iter().map(times_of).collect();
        assert_eq!(
            told,
            [
                ("09:00".to_owned(), shown("11:00"), Some(done)),
                ("14:00".to_owned(), shown("14:40"), Some(Ended::NoEntry)),
                ("20:00".to_owned(), shown("20:00"), Some(Ended::NoEntry)),
            ],
            "at {later}"
        );
        assert_eq!(day.rounds[0].times.as_ref().unwrap().each, [Some(done); 4]);
    }
}

#[test]
fn scenario_1_a_phone_that_comes_back_after_the_last_start_offers_nothing_and_blames_nobody() {
    let person = Person::with(SHEET);
    let night = "2026-11-18T21:35:00+01:00";
    assert_eq!(person.wakes(night), []);
    assert_eq!(person.at(night).today().unwrap().next, None);
    assert_eq!(person.state_of_all(night, TODAY), State::NotReminded);
    assert_eq!(person.coming(night, 1), Vec::<String>::new());
    let silent = |at: &str| (at.to_owned(), Reminded::Not, Some(Ended::NoEntry));
    let told: Vec<_> = person.day(night, TODAY).rounds.iter().map(times_of).collect();
    assert_eq!(told, [silent("09:00"), silent("14:00"), silent("20:00")]);
}

#[test]
fn scenario_2_after_three_days_without_the_phone_there_is_one_notice() {
    let person = Person::with(SHEET);
    person.wakes("2026-11-16T09:00:00+01:00");
    person.finishes("2026-11-16T09:20:00+01:00", "morning", "2026-11-16");
    person.wakes("2026-11-16T14:00:00+01:00");
    person.wakes("2026-11-16T20:00:00+01:00");
    let back = "2026-11-20T10:00:00+01:00";
    assert_eq!(person.wakes(back), late("morning"));
    assert_eq!(person.wakes("2026-11-20T10:01:00+01:00"), []);
    for on in ["2026-11-17", "2026-11-18", "2026-11-19"] {
        assert_eq!(person.state_of_all(back, on), State::NotReminded, "{on}");
    }
    let before = person.figures(back, "2026-11-16", "2026-11-19");
    assert_eq!((before.prescribed, before.done, before.no_entry), (24, 4, 2));
    assert_eq!((before.not_reminded, before.entered_later), (18, 0));
}

/// Somebody who did all of Monday morning, and had no phone from Tuesday through Thursday.
fn without_phone() -> Person {
    let person = Person::with(SHEET);
    person.finishes("2026-11-16T09:20:00+01:00", "morning", "2026-11-16");
    person
}

const BACK: &str = "2026-11-20T10:00:00+01:00";

#[test]
fn scenario_2_the_days_without_the_phone_are_one_question_with_one_answer() {
    let person = without_phone();
    person.wakes(BACK);
    let gap = person.at(BACK).today().unwrap().gap.unwrap();
    let days = ["2026-11-17", "2026-11-18", "2026-11-19"].map(day);
    assert_eq!((gap.from, gap.through, gap.is_long), (days[0], days[2], false));
    assert_eq!(gap.days, days);
    let kept = person.at(BACK).answer_gap(gap.from, gap.through, GapAnswer::All).unwrap();
    assert_eq!((kept.records.len(), kept.already), (18, 0));
    assert_eq!(person.at(BACK).today().unwrap().gap, None, "asked once");
    let figures = person.figures(BACK, "2026-11-17", "2026-11-19");
    assert_eq!((figures.prescribed, figures.done, figures.entered_later), (18, 18, 18));
    let slides = &person.day(BACK, "2026-11-18").rounds[0].items[0];
    assert!(slides.entered_later);
    // What was entered later has no time of day, so that it pushes nothing.
    assert_eq!(person.day(BACK, "2026-11-18").rounds[1].items[0].not_before, None);
    // A slip of the finger is taken back as it was made: together.
    person.at(BACK).withdraw_together(&kept).unwrap();
    assert_eq!(person.figures(BACK, "2026-11-17", "2026-11-19").not_reminded, 18);
    assert_eq!(person.at(BACK).today().unwrap().gap, Some(gap));
}

#[test]
fn scenario_2_whoever_leaves_the_question_has_no_entry_made_up_for_them() {
    let person = without_phone();
    let gap = person.at(BACK).today().unwrap().gap.unwrap();
    person.at(BACK).answer_gap(gap.from, gap.through, GapAnswer::Leave).unwrap();
    assert_eq!(person.at(BACK).today().unwrap().gap, None);
    let figures = person.figures(BACK, "2026-11-17", "2026-11-19");
    assert_eq!((figures.not_reminded, figures.entered_later), (18, 0));
}

#[test]
fn scenario_2_each_day_can_be_answered_by_itself() {
    let person = without_phone();
    for on in ["2026-11-17", "2026-11-18", "2026-11-19"] {
        person.records(BACK, &bout("slides", "morning", on), &Outcome::Done);
        person.records(BACK, &bout("slides", "noon", on), &Outcome::SaidNotDone);
    }
    // Nothing is doubled when it is said twice, from another opening.
    let again = person.records(BACK, &bout("slides", "noon", "2026-11-19"), &Outcome::Done);
    assert!(again.already);
    let figures = person.figures(BACK, "2026-11-17", "2026-11-19");
    assert_eq!((figures.done, figures.said_not_done, figures.entered_later), (3, 3, 6));
    assert_eq!((figures.prescribed, figures.not_reminded), (18, 12));
}

#[test]
fn scenario_9_what_was_done_early_is_not_asked_for() {
    let person = Person::with(SHEET);
    assert_eq!(person.wakes("2026-11-18T09:00:00+01:00"), due("morning"));
    person.finishes("2026-11-18T09:20:00+01:00", "morning", TODAY);
    person.records("2026-11-18T13:30:00+01:00", &bout("slides", "noon", TODAY), &Outcome::Done);
    assert_eq!(person.coming("2026-11-18T13:31:00+01:00", 1), ["2026-11-18 evening 20:00"]);
    assert_eq!(person.wakes("2026-11-18T14:00:00+01:00"), []);
    assert_eq!(person.states("2026-11-18T21:00:00+01:00", TODAY, "noon"), [State::Done]);
}

#[test]
fn scenario_9_nothing_rings_in_the_quiet_hours() {
    let person = Person::with(SHEET);
    for quiet in
        ["2026-11-18T21:30:01+01:00", "2026-11-19T02:00:00+01:00", "2026-11-19T06:59:00+01:00"]
    {
        assert_eq!(person.wakes(quiet), [], "{quiet}");
    }
}

#[test]
fn scenario_9_what_fell_due_in_the_quiet_hours_comes_as_one_notice_when_they_end() {
    let sheet = with("quiet_until = \"07:00\"", "quiet_until = \"09:30\"");
    let pumps = "\n[[line]]\nid = \"pumps\"\nas_written = \"Ankle pumps every two hours\"\nexercise = \"ankle-pump\"\n\
                 repetitions = 20\nside = \"both\"\ndays = \"every day\"\nevery_hours = 2\nbetween = [\"08:00\", \"20:00\"]\n";
    let person = Person::with(&(sheet + pumps));
    assert_eq!(person.wakes("2026-11-18T08:00:00+01:00"), []);
    assert_eq!(person.wakes("2026-11-18T09:00:00+01:00"), []);
    let mut shown = person.wakes("2026-11-18T09:30:00+01:00");
    shown.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(shown, [("clock-0800".to_owned(), Why::Late), ("morning".to_owned(), Why::Late)]);
    assert_eq!(person.wakes("2026-11-18T09:31:00+01:00"), []);
}
