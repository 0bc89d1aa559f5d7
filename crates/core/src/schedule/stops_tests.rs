//! A warning sign stops the day, whatever else the day says, and nothing but somebody's word ends it.

use super::{State, WhyAsked, agenda, last_hurt, signs_asked};
use crate::ids::{LineId, PlanId, RoundId};
use crate::plan::Prescription;
use crate::record::{
    BoutPlace, Hurt, HurtPlace, Outcome, PainMoment, PlanFact, SignFact, SignRecord, SignStanding,
    SkipReason, settle_signs,
};
use crate::samples::{
    World, any_time, bout, closed, day, instant, line, plan_record, record, revision, sign,
};

const TODAY: &str = "2026-11-18";

const YES: SignFact = SignFact::Answer { any: true };
const NO: SignFact = SignFact::Answer { any: false };

fn go_on() -> SignFact {
    SignFact::GoOn { who: "Ward sister".to_owned(), said_on: day(TODAY) }
}

/// The record `id` as the answer to the question asked again, because `of` was a mistaken tap.
fn again(id: u128, at: &str, of: &SignRecord, fact: SignFact) -> SignRecord {
    SignRecord { corrects: Some(of.id), ..sign(id, at, fact) }
}

fn lines() -> Vec<Prescription> {
    vec![line("bridge", &["morning", "noon", "evening"]), any_time(line("walk", &[]), 2)]
}

/// The rounds at 8, 14 and 20 o'clock in Berlin, which is an hour ahead of UTC, then the two walks.
fn states(signs: &[SignRecord], now: &str) -> Vec<State> {
    let mut world = World::new(revision(lines()), now);
    world.signs = signs.to_vec();
    states_of(&world, TODAY)
}

fn states_of(world: &World, on: &str) -> Vec<State> {
    let agenda = world.ask(|situation| agenda(situation, day(on))).unwrap();
    agenda.items().map(|item| item.state).collect()
}

#[test]
fn a_yes_stops_what_is_due_and_what_is_to_come_and_nothing_that_is_over() {
    use State::{Due, NotReminded, StoppedByRedFlag as Stopped, Upcoming};
    let yes = sign(1, "2026-11-18T10:00:00Z", YES);
    let ended = sign(2, "2026-11-18T15:00:00Z", go_on());
    let noon = "2026-11-18T14:00:00Z";
    // What was entered, when it is asked, and what becomes of the day.
    let cases: [(&str, &[SignRecord], &str, [State; 5]); 6] = [
        ("nothing", &[], noon, [NotReminded, Due, Upcoming, Due, Due]),
        ("a no", &[sign(1, noon, NO)], noon, [NotReminded, Due, Upcoming, Due, Due]),
        // The morning's window was open when the sign came.
        ("a yes", std::slice::from_ref(&yes), noon, [Stopped; 5]),
        // The morning ended in the stop; what is still open is asked for again.
        (
            "a yes and somebody's word",
            &[yes.clone(), ended.clone()],
            "2026-11-18T15:01:00Z",
            [Stopped, Due, Upcoming, Due, Due],
        ),
        // The sign came after the morning was over.
        (
            "a later yes",
            &[sign(1, "2026-11-18T13:30:00Z", YES)],
            noon,
            [NotReminded, Stopped, Stopped, Stopped, Stopped],
        ),
        // A no that replaces nothing is nobody's word.
        ("a yes and a no", &[yes.clone(), sign(2, "2026-11-18T11:00:00Z", NO)], noon, [Stopped; 5]),
    ];
    for (name, signs, now, expected) in cases {
        assert_eq!(states(signs, now), expected, "{name}");
        let mut turned = signs.to_vec();
        turned.reverse();
        assert_eq!(states(&turned, now), expected, "{name}, entered in another order");
    }
}

#[test]
fn a_mistaken_tap_restores_the_plan_and_a_second_yes_does_not() {
    let yes = sign(1, "2026-11-18T10:00:00Z", YES);
    let now = "2026-11-18T14:00:00Z";
    let without = states(&[], now);
    let mistaken = again(2, "2026-11-18T10:01:00Z", &yes, NO);
    assert_eq!(states(&[yes.clone(), mistaken], now), without);
    let yes_again = again(2, "2026-11-18T10:01:00Z", &yes, YES);
    assert_eq!(states(&[yes.clone(), yes_again.clone()], now), [State::StoppedByRedFlag; 5]);
    let after_all = again(3, "2026-11-18T10:02:00Z", &yes_again, NO);
    assert_eq!(states(&[yes.clone(), yes_again, after_all], now), without);
    // A mistake of one yes takes nothing from another.
    let other = sign(4, "2026-11-18T10:03:00Z", YES);
    let mistaken = again(5, "2026-11-18T10:04:00Z", &yes, NO);
    assert_eq!(states(&[yes, other, mistaken], now), [State::StoppedByRedFlag; 5]);
}

#[test]
fn days_that_pass_end_no_stop() {
    let mut world = World::new(revision(lines()), "2026-11-25T10:00:00Z");
    world.signs = vec![sign(1, "2026-11-18T10:00:00Z", YES)];
    for on in ["2026-11-18", "2026-11-20", "2026-11-25", "2026-12-24"] {
        assert_eq!(states_of(&world, on), [State::StoppedByRedFlag; 5], "{on}");
    }
    assert_eq!(
        states_of(&world, "2026-11-17")[0],
        State::NotReminded,
        "the day before is as it was"
    );
    world.signs.push(sign(2, "2026-11-24T10:00:00Z", go_on()));
    assert_eq!(states_of(&world, "2026-11-20"), [State::StoppedByRedFlag; 5]);
    assert_eq!(states_of(&world, "2026-11-25")[1], State::Upcoming);
}

#[test]
fn what_was_answered_stays_and_a_pause_or_a_bad_day_does_not_hide_the_stop() {
    let mut world = World::new(revision(lines()), "2026-11-18T14:00:00Z");
    let done = closed(bout("bridge", "morning", TODAY), Outcome::Done);
    world.records = vec![record(1, "2026-11-18T08:00:00Z", done)];
    world.signs = vec![sign(2, "2026-11-18T10:00:00Z", YES)];
    world.plan_records = vec![
        plan_record(3, "2026-11-18T09:00:00Z", PlanFact::BadDay { day: day(TODAY) }),
        plan_record(
            4,
            "2026-11-18T09:30:00Z",
            PlanFact::Pause { from: day(TODAY), through: None, reason: None },
        ),
    ];
    let states = states_of(&world, TODAY);
    assert_eq!(states[0], State::Done);
    assert_eq!(states[1..], [State::StoppedByRedFlag; 4]);
    let agenda = world.ask(|situation| agenda(situation, day(TODAY))).unwrap();
    assert!(
        agenda.rounds.iter().all(super::AgendaRound::is_settled),
        "nothing is left to prompt for"
    );
    assert_eq!(agenda.next_round(world.now), None);
}

fn asked(signs: &[SignRecord], on: &str, surgery: Option<&str>) -> Option<WhyAsked> {
    let after = surgery.map(|surgery| day(on).days_after(day(surgery)));
    signs_asked(&settle_signs(signs), day(on), after, None)
}

#[test]
fn the_list_is_asked_daily_for_two_weeks_then_weekly_and_never_before() {
    use WhyAsked::{Daily, Weekly};
    let surgery = Some("2026-11-02");
    let no = |on: &str| [sign(1, &format!("{on}T08:00:00Z"), NO)];
    type Case<'a> = (&'a str, &'a [SignRecord], Option<&'a str>, Option<WhyAsked>);
    let cases: [Case<'_>; 11] = [
        ("2026-11-01", &[], surgery, None),
        ("2026-11-02", &[], surgery, Some(Daily)),
        ("2026-11-10", &no("2026-11-10"), surgery, None),
        ("2026-11-11", &no("2026-11-10"), surgery, Some(Daily)),
        ("2026-11-15", &no("2026-11-14"), surgery, Some(Daily)),
        // Day 14 is the first of the third week.
        ("2026-11-16", &no("2026-11-15"), surgery, None),
        ("2026-11-21", &no("2026-11-15"), surgery, None),
        ("2026-11-22", &no("2026-11-15"), surgery, Some(Weekly)),
        ("2026-11-30", &[], surgery, Some(Weekly)),
        ("2026-11-05", &[], None, Some(Weekly)),
        ("2026-11-05", &no("2026-11-04"), None, None),
    ];
    for (on, signs, surgery, expected) in cases {
        assert_eq!(asked(signs, on, surgery), expected, "{on} {surgery:?} {signs:?}");
    }
    let yes = [sign(1, "2026-11-10T08:00:00Z", YES)];
    assert_eq!(
        asked(&yes, "2026-11-12", surgery),
        None,
        "whoever is stopped sees the card instead"
    );
}

#[test]
fn after_it_hurt_the_list_is_asked_until_it_is_answered() {
    let surgery_days = Some(30);
    let mut world = World::new(revision(lines()), "2026-11-18T10:00:00Z");
    let hurt = |world: &World| world.ask(|situation| last_hurt(situation, day(TODAY)));
    assert_eq!(hurt(&world), None);
    let fact = |reason| closed(bout("bridge", "morning", TODAY), Outcome::Skipped { reason });
    world.records = vec![record(1, "2026-11-18T08:00:00Z", fact(SkipReason::Tired))];
    assert_eq!(hurt(&world), None, "being tired is no pain");
    world.records = vec![record(1, "2026-11-18T08:00:00Z", fact(SkipReason::Pain))];
    assert_eq!(hurt(&world), Some(instant("2026-11-18T08:00:00Z")));
    let answered = |at: &str| settle_signs(&[sign(1, at, NO)]);
    let asked = |signs: SignStanding| signs_asked(&signs, day(TODAY), surgery_days, hurt(&world));
    assert_eq!(asked(answered("2026-11-18T07:00:00Z")), Some(WhyAsked::Hurt));
    assert_eq!(asked(answered("2026-11-18T08:30:00Z")), None);
}

#[test]
fn something_that_hurts_asks_for_the_list_though_no_exercise_is_named_and_a_number_of_the_day_does_not()
 {
    let hurt = |place, score, spreading| {
        let mut world = World::new(revision(lines()), "2026-11-18T10:00:00Z");
        let hurt = Hurt {
            line: None,
            bout: None,
            place,
            score,
            when: PainMoment::After,
            spreading,
            usual: None,
        };
        let plan = PlanId::new("sample").unwrap();
        let fact = PlanFact::Hurt { plan, revision: 1, day: day(TODAY), hurt };
        world.plan_records = vec![plan_record(1, "2026-11-18T09:00:00Z", fact)];
        world.ask(|situation| last_hurt(situation, day(TODAY)))
    };
    let told = Some(instant("2026-11-18T09:00:00Z"));
    assert_eq!(hurt(HurtPlace::Leg, None, true), told);
    for place in [HurtPlace::Back, HurtPlace::Leg] {
        assert_eq!(hurt(place, None, false), told, "nobody asked for it");
        assert_eq!(hurt(place, Some(4), false), None);
    }
    for place in [HurtPlace::Elsewhere, HurtPlace::NotSaid] {
        assert_eq!(hurt(place, Some(4), false), told);
    }
}

#[test]
fn what_hurts_in_a_round_that_runs_over_the_start_of_the_day_is_asked_about_on_the_day_it_is_said()
{
    // The day begins at three o'clock in Berlin.
    let (before, after) = ("2026-11-18T01:50:00Z", "2026-11-18T02:10:00Z");
    let hurt = |at, of: &str| {
        let mut world = World::new(revision(lines()), "2026-11-18T02:30:00Z");
        let bridge = Hurt {
            line: LineId::new("bridge"),
            bout: RoundId::new("evening").map(BoutPlace::Round),
            place: HurtPlace::Back,
            score: Some(4),
            when: PainMoment::During,
            spreading: false,
            usual: None,
        };
        let plan = PlanId::new("sample").unwrap();
        let fact = PlanFact::Hurt { plan, revision: 1, day: day(of), hurt: bridge };
        world.plan_records = vec![plan_record(1, at, fact)];
        let said = world.ask(|situation| last_hurt(situation, day(TODAY)));
        let left = Outcome::Skipped { reason: SkipReason::Pain };
        world.plan_records.clear();
        world.records = vec![record(1, at, closed(bout("bridge", "evening", of), left))];
        (said, world.ask(|situation| last_hurt(situation, day(TODAY))))
    };
    let told = Some(instant(after));
    assert_eq!(hurt(after, "2026-11-17"), (told, told));
    assert_eq!(hurt(before, "2026-11-17"), (None, None), "the day before has asked");
    assert_eq!(hurt(after, "2026-11-16").0, None, "looking back");
}
