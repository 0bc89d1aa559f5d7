//! Scenario 11: it hurts, and the sheet says what then.

use backwise_core::ids::LineId;
use backwise_core::record::{Hurt, HurtPlace, Outcome, PainMoment, SkipReason, UsualMorning};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{PainOutcome, State, StopBecause};

use super::sheet::SHEET;
use super::{Person, bout, day};

/// Stop above 5 of 10, and half of it after a morning that is worse than usual.
fn person() -> Person {
    Person::with(&format!(
        r#"{SHEET}
[[pain.rule]]
as_written = "Stop an exercise if it hurts more than 5 out of 10. Ring us."
where = "either"
over = 5
when = "during"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[pain.rule]]
as_written = "Worse the next morning: do half the next time."
where = "either"
worse = true
when = "next-morning"
then = "less"
percent = 50
rounding = "down"
lasts = "next-time"

[[contact]]
name = "Ward line"
number = "555-0134"
"#
    ))
}

/// In the heel slides of Monday morning: so much, in the leg.
fn hurt(score: u8) -> Hurt {
    let slides = bout("slides", "morning", "2026-11-16");
    Hurt {
        line: Some(slides.line),
        bout: Some(slides.place),
        place: HurtPlace::Leg,
        score: Some(score),
        when: PainMoment::During,
        spreading: false,
        usual: None,
    }
}

/// The repetitions of the heel slides on a day, morning, noon and evening.
fn slides(person: &Person, now: &str, on: &str) -> Vec<u16> {
    let agenda = person.day(now, on);
    let slides = agenda.items().filter(|item| item.bout.line.as_str() == "slides");
    slides.map(|item| item.dose.repetitions.unwrap()).collect()
}

#[test]
fn scenario_11_seven_of_ten_stops_that_exercise_and_its_prompts_and_no_other() {
    let person = person();
    assert_eq!(person.wakes("2026-11-16T09:00:00+01:00").len(), 1);
    let now = "2026-11-16T09:10:00+01:00";
    let answer = person.at(now).record_hurt(&hurt(7), None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopExercise);
    assert_eq!(answer.follows.ring.as_deref(), Some("Ward line"));
    assert!(answer.follows.as_written.unwrap().starts_with("Stop an exercise"));
    let skipped = Outcome::Skipped { reason: SkipReason::Pain };
    person.records(now, &bout("slides", "morning", "2026-11-16"), &skipped);
    for line in ["brace", "bridge", "squeeze"] {
        person.records(now, &bout(line, "morning", "2026-11-16"), &Outcome::Done);
    }
    // Noon and evening have nothing but the slides: nothing rings. The morning has three others.
    assert_eq!(person.wakes("2026-11-16T14:00:00+01:00"), []);
    assert_eq!(person.wakes("2026-11-16T20:00:00+01:00"), []);
    assert_eq!(person.coming(now, 2), ["2026-11-17 morning 09:00"]);
    let today = person.day("2026-11-16T15:00:00+01:00", "2026-11-16");
    let [stop] = &today.stops[..] else { panic!("{:?}", today.stops) };
    assert_eq!((stop.because, stop.bouts), (StopBecause::Rule, None));
    assert_eq!(person.states(now, "2026-11-16", "noon"), [State::Withheld]);

    // The report: what the rule held back stands apart, and nobody is said to have missed it.
    let total = person.figures("2026-11-17T08:00:00+01:00", "2026-11-16", "2026-11-16");
    assert_eq!((total.prescribed, total.done, total.skipped, total.withheld), (6, 3, 1, 2));
    assert_eq!(total.no_entry + total.not_reminded, 0);

    // The release: somebody of the team was spoken to. From then on the slides are asked for again.
    let tuesday = "2026-11-17T11:00:00+01:00";
    let on = day("2026-11-17");
    person.at(tuesday).spoken_to(&[answer.record], Some("Ward line"), on, None).unwrap();
    assert_eq!(person.states(tuesday, "2026-11-17", "noon"), [State::Upcoming]);
    assert_eq!(person.coming(tuesday, 1)[0], "2026-11-17 noon 14:00");
    assert_eq!(person.states(tuesday, "2026-11-16", "noon"), [State::Withheld], "as it was lived");
}

#[test]
fn a_stop_until_a_day_that_the_team_named_rings_again_from_that_day_by_itself() {
    let person = person();
    let now = "2026-11-16T09:10:00+01:00";
    let stop = person.at(now).record_hurt(&hurt(7), None).unwrap().record;
    let (on, from) = (day("2026-11-16"), day("2026-11-18"));
    person.at(now).spoken_to(&[stop], Some("Ward line"), on, Some(from)).unwrap();
    let until = person.day(now, "2026-11-16").stops[0].until.clone().unwrap();
    assert_eq!((until.day, until.who.as_deref()), (from, Some("Ward line")));
    // Noon and evening have nothing but the slides.
    assert_eq!(person.wakes("2026-11-16T14:00:00+01:00"), []);
    assert_eq!(person.wakes("2026-11-17T14:00:00+01:00"), []);
    assert_eq!(person.states(now, "2026-11-17", "noon"), [State::Withheld]);
    let coming = person.coming(now, 3);
    assert_eq!(coming[1..3], ["2026-11-18 morning 09:00", "2026-11-18 noon 14:00"]);
    let wednesday = "2026-11-18T14:00:00+01:00";
    assert_eq!(person.states(wednesday, "2026-11-18", "noon"), [State::Due]);
    assert_eq!(person.wakes(wednesday).len(), 1);
    let total = person.figures(wednesday, "2026-11-16", "2026-11-18");
    assert_eq!(total.withheld, 6, "three on each of two days");
}

#[test]
fn scenario_11_five_of_ten_and_what_was_not_rated_stop_nothing() {
    let person = person();
    let now = "2026-11-16T09:10:00+01:00";
    for score in [Some(5), None] {
        let answer = person.at(now).record_hurt(&Hurt { score, ..hurt(0) }, None).unwrap();
        assert_eq!(answer.follows.outcome, PainOutcome::NothingWritten);
    }
    assert!(person.day(now, "2026-11-16").stops.is_empty());
}

#[test]
fn scenario_11_after_each_round_back_and_leg_are_numbers_of_their_own_and_the_sheet_judges_each() {
    let person = Person::with(&format!(
        r#"{SHEET}
[pain]
as_written = "After each round write down back and leg. Leg over 5: stop and ring us."
ask = "each-round"

[[pain.rule]]
as_written = "Leg over 5: stop and ring us."
where = "leg"
over = 5
when = "after"
then = "stop"
lasts = "until-told"
ring = "Ward line"

[[contact]]
name = "Ward line"
number = "555-0134"
"#
    ));
    let (morning, noon) = ("2026-11-16T09:30:00+01:00", "2026-11-16T14:30:00+01:00");
    let says = |now: &str, back, leg| {
        let answers = person.at(now).answer_pain(PainMoment::After, back, leg).unwrap();
        answers.into_iter().map(|answer| answer.follows.outcome).collect::<Vec<_>>()
    };
    // Nine for the back is no business of this rule, and nobody made one for it.
    let nothing = PainOutcome::NothingWritten;
    assert_eq!(says(morning, Some(9), Some(5)), [nothing, nothing]);
    assert_eq!(says(noon, None, None), [], "both may be left");
    assert_eq!(says(noon, Some(2), Some(6)), [nothing, PainOutcome::StopSome]);
    let monday = day("2026-11-16");
    let scores = person.at(noon).pain_scores(monday, monday).unwrap();
    let kept: Vec<_> = scores.iter().map(|one| (one.place, one.score, one.when)).collect();
    let after = Some(PainMoment::After);
    let of = |place, score| (place, score, after);
    use HurtPlace::{Back, Leg};
    assert_eq!(kept, [of(Back, 9), of(Leg, 5), of(Back, 2), of(Leg, 6)]);
    assert_eq!(person.wakes("2026-11-16T20:00:00+01:00"), [], "what is stopped does not ring");
}

#[test]
fn scenario_11_a_morning_two_above_the_usual_one_steps_down_and_one_above_does_not() {
    let person = person();
    let asked = |now: &str| person.at(now).today().unwrap().pain;
    let tuesday = "2026-11-17T07:30:00+01:00";
    let [question] = asked(tuesday)[..] else { panic!("one question") };
    assert_eq!((question.when, question.compares), (PainMoment::NextMorning, true));
    assert_eq!(question.usual, None, "the usual morning is to be asked first");
    let usual = UsualMorning { back: Some(2), leg: Some(0) };
    person.at(tuesday).usual_morning(usual).unwrap();
    assert_eq!(asked(tuesday)[0].usual, Some(usual));
    let morning = |now: &str, back| {
        let answers = person.at(now).answer_pain(PainMoment::NextMorning, back, None).unwrap();
        answers.into_iter().map(|answer| answer.follows.outcome).collect::<Vec<_>>()
    };
    // Nobody who leaves it is taken to have answered.
    assert_eq!(morning(tuesday, None), []);
    assert_eq!(slides(&person, tuesday, "2026-11-17"), [10, 10, 10]);
    assert_eq!(morning(tuesday, Some(3)), [PainOutcome::NothingWritten], "one more");
    assert_eq!(slides(&person, tuesday, "2026-11-17"), [10, 10, 10]);
    assert_eq!(asked(tuesday), [], "once a day");

    let wednesday = "2026-11-18T07:30:00+01:00";
    assert_eq!(asked(wednesday).len(), 1);
    assert_eq!(morning(wednesday, Some(4)), [PainOutcome::Lighter], "two more");
    person.records(
        "2026-11-18T09:20:00+01:00",
        &bout("slides", "morning", "2026-11-18"),
        &Outcome::Done,
    );
    let later = "2026-11-18T10:00:00+01:00";
    assert_eq!(slides(&person, later, "2026-11-18"), [5, 10, 10], "the next time alone");
    // After the morning nobody is asked about it.
    assert_eq!(asked("2026-11-19T12:00:00+01:00"), []);
}

#[test]
fn scenario_11_a_calf_that_is_newly_swollen_stops_the_legs_until_the_team_has_spoken() {
    let person = person();
    let now = "2026-11-16T08:30:00+01:00";
    let slides = LineId::new("slides").unwrap();
    let stop = person.at(now).asked_and_yes(Some(&slides), SafetyQuestion::Calf).unwrap();
    assert_eq!(person.states(now, "2026-11-16", "evening"), [State::Withheld]);
    let why = person.day(now, "2026-11-16").stops[0].because;
    assert_eq!(why, StopBecause::Asked(SafetyQuestion::Calf));
    let morning = person.states(now, "2026-11-16", "morning");
    assert!(morning.iter().all(|state| *state == State::Withheld), "{morning:?}");
    // Days go by, and nothing lifts it.
    assert_eq!(person.coming("2026-11-23T08:30:00+01:00", 1), [""; 0]);
    let monday = "2026-11-23T08:30:00+01:00";
    assert_eq!(person.states(monday, "2026-11-23", "evening"), [State::Withheld]);
    person.at(monday).spoken_to(&[stop], None, day("2026-11-23"), None).unwrap();
    assert_eq!(person.states(monday, "2026-11-23", "evening"), [State::Upcoming]);
}

#[test]
fn scenario_11_pain_that_moves_down_the_leg_ends_all_of_it_whatever_the_sheet_says() {
    let person = person();
    let now = "2026-11-16T09:10:00+01:00";
    let moves = Hurt { score: None, spreading: true, ..hurt(0) };
    let answer = person.at(now).record_hurt(&moves, None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopSessionSpreading);
    assert_eq!(person.states(now, "2026-11-16", "noon"), [State::Withheld]);
    let morning = person.states(now, "2026-11-16", "morning");
    assert!(morning.iter().all(|state| *state == State::Withheld), "{morning:?}");
    assert_eq!(person.coming("2026-11-23T08:30:00+01:00", 1), [""; 0]);
    // A second exercise that is stopped on the day ends all of it, too.
    let bridge = bout("bridge", "morning", "2026-11-16");
    let second = Hurt { line: Some(bridge.line), bout: Some(bridge.place), ..hurt(8) };
    let answer = person.at(now).record_hurt(&second, None).unwrap();
    assert_eq!(answer.follows.outcome, PainOutcome::StopSessionSecondStop);
}
