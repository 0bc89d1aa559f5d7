//! What pain of no exercise does to each line of a plan, and what it does to the bout that is under way.

use super::pain_tests::{follows, hurt, on, rule, said, stopped, times, world};
use super::{PainOutcome, State};
use crate::ids::{LineId, RoundId};
use crate::plan::{Frequency, PainAction, PainLasts, PainRule, PainTrigger, Part, Rounding};
use crate::record::{BodySide, BoutPlace, Fact, Hurt, Outcome, PainMoment, PlanFact};
use crate::safety::SafetyQuestion;
use crate::samples::{World, bout, closed, day, plan_record, record};
use crate::time::{DayRef, Stretch};

const NOW: &str = "2026-11-18T07:30:00Z";
const TODAY: &str = "2026-11-18";

fn of_line(id: &str, over: u8, then: PainAction) -> PainRule {
    let lines = vec![LineId::new(id).unwrap()];
    let as_written = format!("{id}: over {over}");
    PainRule { as_written, lines, ..rule(PainTrigger::Over(over), then, PainLasts::UntilTold) }
}

/// A score of no exercise.
fn of_no_line(score: u8) -> Hurt {
    Hurt { line: None, bout: None, when: PainMoment::Before, ..hurt(score) }
}

/// Of bridge and squat, whether each is stopped at noon, and the repetitions that are asked for.
fn at_noon(world: &World) -> [(bool, u16); 2] {
    ["bridge", "squat"].map(|title| {
        let agenda = on(world, TODAY);
        let item = agenda.rounds[1].items.iter().find(|item| item.title == title).unwrap();
        (item.state == State::Withheld, item.dose.repetitions.unwrap())
    })
}

#[test]
fn a_number_of_no_exercise_is_judged_for_each_line_by_its_own_first_rule() {
    let stop = || PainAction::Stop;
    let go_on = || PainAction::GoOn;
    let half = || PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    let anything = |over, then| rule(PainTrigger::Over(over), then, PainLasts::UntilTold);
    let (is_asked, is_stopped, is_less) = ((false, 10), (true, 10), (false, 5));
    let (stops, lighter) = (PainOutcome::StopSome, PainOutcome::Lighter);
    let (goes_on, nothing) = (PainOutcome::GoOn, PainOutcome::NothingWritten);
    let bridge_goes_on = || vec![of_line("bridge", 3, go_on()), anything(5, stop())];
    for (name, rules, score, lines, told) in [
        ("8: only the bridge goes on", bridge_goes_on(), 8, [is_asked, is_stopped], stops),
        ("4: of the squat nothing is written", bridge_goes_on(), 4, [is_asked; 2], nothing),
        (
            "4: both may go on",
            vec![of_line("bridge", 3, go_on()), anything(3, go_on())],
            4,
            [is_asked; 2],
            goes_on,
        ),
        (
            "8: the bridge stops by its own rule, the rest is half",
            vec![of_line("bridge", 5, stop()), anything(3, half())],
            8,
            [is_stopped, is_less],
            stops,
        ),
        (
            "8: each by the first that names it",
            vec![of_line("squat", 2, half()), of_line("bridge", 2, go_on()), anything(2, stop())],
            8,
            [is_asked, is_less],
            lighter,
        ),
        (
            "8: the first that fits anything holds for all",
            vec![anything(2, go_on()), of_line("squat", 2, stop())],
            8,
            [is_asked; 2],
            goes_on,
        ),
        (
            "8: the bridge alone",
            vec![of_line("bridge", 5, stop())],
            8,
            [is_stopped, is_asked],
            stops,
        ),
    ] {
        let mut world = world(rules, NOW);
        let told_now = follows(&world, &of_no_line(score), day(TODAY));
        assert_eq!(told_now.outcome, told, "{name}");
        world.plan_records = vec![said(7, "2026-11-18T06:50:00Z", of_no_line(score))];
        assert_eq!(at_noon(&world), lines, "{name}");
    }
}

#[test]
fn what_is_told_of_a_number_of_no_exercise_has_the_words_of_the_strictest_rule() {
    let rules = vec![of_line("bridge", 3, PainAction::GoOn), of_line("squat", 5, PainAction::Stop)];
    let world = world(rules, NOW);
    let words = |score| follows(&world, &of_no_line(score), day(TODAY)).as_written;
    assert_eq!(words(8).as_deref(), Some("squat: over 5"));
    assert_eq!(words(4), None);
    // A line that is off is asked for nowhere, and its rule stops nothing.
    let mut off = world;
    off.revisions[0].revision.lines[1].off = true;
    let told = follows(&off, &of_no_line(8), day(TODAY));
    assert_eq!(told.outcome, PainOutcome::GoOn);
}

/// Six of the ten of this morning's bridge were seen.
fn half_a_bridge(rules: Vec<PainRule>) -> World {
    let mut world = world(rules, NOW);
    let seen = Fact::Work {
        bout: bout("bridge", "morning", TODAY),
        set: 1,
        side: BodySide::Both,
        repetitions: 6,
        seconds: 0,
    };
    world.records = vec![record(1, "2026-11-18T07:10:00Z", seen)];
    world
}

#[test]
fn a_stop_ends_a_bout_that_was_begun() {
    let over_five = rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold);
    let mut world = half_a_bridge(vec![over_five]);
    assert_eq!(on(&world, TODAY).rounds[0].items[0].state, State::InProgress);
    world.plan_records = vec![said(7, "2026-11-18T07:20:00Z", of_no_line(7))];
    let today = on(&world, TODAY);
    assert_eq!(
        today.rounds[0].items[0].state,
        State::Partly { reason: None },
        "what was done stays"
    );
    assert_eq!(stopped(&world, TODAY), ".ss");
    assert!(today.rounds[0].is_settled(), "nothing of the round is begun");
    assert_eq!(today.next_round(world.now), None);
}

#[test]
fn another_dose_from_the_next_time_on_leaves_the_bout_in_which_it_hurt_as_it_was() {
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    let expected = [10, 5, 5];
    for lasts in [PainLasts::NextTime, PainLasts::UntilTold] {
        // Of the exercise, or a number of none that was said while it was done.
        for hurt in [hurt(4), of_no_line(4)] {
            let rule = rule(PainTrigger::AtLeast(4), half.clone(), lasts);
            let mut world = half_a_bridge(vec![rule]);
            world.plan_records = vec![said(7, "2026-11-18T07:20:00Z", hurt)];
            assert_eq!(times(&world, TODAY), expected, "{lasts:?}, begun");
            let done = closed(bout("bridge", "morning", TODAY), Outcome::Done);
            world.records.push(record(2, "2026-11-18T07:25:00Z", done));
            assert_eq!(times(&world, TODAY), expected, "{lasts:?}, done since");
        }
    }
}

#[test]
fn a_number_that_was_said_before_it_was_begun_changes_it() {
    let half = PainAction::Part(Part { percent: 50, rounding: Rounding::Down });
    let mut world = half_a_bridge(vec![rule(PainTrigger::AtLeast(4), half, PainLasts::NextTime)]);
    world.plan_records = vec![said(7, "2026-11-18T07:05:00Z", of_no_line(4))];
    assert_eq!(times(&world, TODAY), [5, 10, 10], "it is the next time");
}

#[test]
fn a_lower_number_is_told_by_its_own_rule_once_the_stop_is_over() {
    let lasts = [PainLasts::NextTime, PainLasts::UntilTold];
    for lasts in lasts {
        let rules = vec![
            rule(PainTrigger::Over(5), PainAction::Stop, lasts),
            rule(PainTrigger::AtLeast(1), PainAction::GoOn, PainLasts::NextTime),
        ];
        let mut world = world(rules, "2026-11-18T19:30:00Z");
        world.plan_records = vec![said(7, "2026-11-18T08:00:00Z", hurt(7))];
        let place = |round: &str| RoundId::new(round).map(BoutPlace::Round);
        let told = |world: &World, round: &str| {
            follows(world, &Hurt { bout: place(round), ..hurt(2) }, day(TODAY)).outcome
        };
        // In the bout in which it hurt, and in the one that is left out, a lower number takes no stop back.
        let stop = PainOutcome::StopExercise;
        assert_eq!([told(&world, "morning"), told(&world, "noon")], [stop; 2], "{lasts:?}");
        let none = Hurt { bout: None, ..hurt(2) };
        let later = follows(&world, &none, day(TODAY)).outcome;
        let is_over = lasts == PainLasts::NextTime;
        let expected = if is_over { PainOutcome::GoOn } else { stop };
        assert_eq!([told(&world, "evening"), later], [expected; 2], "{lasts:?}");
        let stop = world.plan_records[0].id;
        let date = day(TODAY);
        let word = PlanFact::SpokenTo { stop, who: None, said_on: date, from: None, day: date };
        world.plan_records.push(plan_record(8, "2026-11-18T10:00:00Z", word));
        assert_eq!(told(&world, "evening"), PainOutcome::GoOn, "{lasts:?}, after their word");
    }
}

/// What a number of no exercise is told on 18 November, and the lines that Today lists.
fn told_and_listed(world: &mut World) -> (PainOutcome, Vec<String>) {
    let told = follows(world, &of_no_line(7), day(TODAY)).outcome;
    world.plan_records.push(said(7, "2026-11-18T07:20:00Z", of_no_line(7)));
    let stops = on(world, TODAY).stops;
    let lines = stops.into_iter().flat_map(|stop| stop.lines);
    (told, lines.map(|line| line.title).collect())
}

#[test]
fn what_a_number_of_no_exercise_stops_is_listed_by_today_also_in_a_pause() {
    for lasts in [PainLasts::NextTime, PainLasts::UntilTold] {
        let over_five =
            |lines| PainRule { lines, ..rule(PainTrigger::Over(5), PainAction::Stop, lasts) };
        let both = vec!["bridge".to_owned(), "squat".to_owned()];
        for is_paused in [false, true] {
            let mut world = world(vec![over_five(Vec::new())], NOW);
            if is_paused {
                let (from, through) = (day(TODAY), Some(day("2026-11-20")));
                let pause = PlanFact::Pause { from, through, reason: None };
                world.plan_records = vec![plan_record(5, "2026-11-18T05:00:00Z", pause)];
            }
            let found = told_and_listed(&mut world);
            assert_eq!(found, (PainOutcome::StopSome, both.clone()), "{lasts:?}, {is_paused}");
        }
    }
    // The bridge is over: a stop for so many bouts has none to leave out.
    let bridge = vec![LineId::new("bridge").unwrap()];
    let over_five = PainRule {
        lines: bridge,
        ..rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::NextTime)
    };
    let mut world = world(vec![over_five], NOW);
    world.revisions[0].revision.lines[0].stretch =
        Stretch::Days { from: None, until: Some(DayRef::On(day("2026-11-17"))) };
    assert_eq!(told_and_listed(&mut world), (PainOutcome::NothingWritten, Vec::new()));
}

#[test]
fn a_way_of_moving_is_never_said_to_be_stopped() {
    for lasts in [PainLasts::NextTime, PainLasts::UntilTold] {
        for spreading in [false, true] {
            let rules = vec![rule(PainTrigger::Over(5), PainAction::Stop, lasts)];
            let mut world = world(rules, NOW);
            world.revisions[0].revision.lines[0].frequency = Frequency::Technique;
            world.plan_records =
                vec![said(7, "2026-11-18T07:20:00Z", Hurt { spreading, ..of_no_line(7) })];
            let stops = on(&world, TODAY).stops;
            let lines: Vec<_> =
                stops.iter().flat_map(|stop| &stop.lines).map(|line| &line.title).collect();
            assert_eq!(lines, ["squat"], "{lasts:?}, {spreading}");
        }
    }
    let rules = vec![rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold)];
    let mut world = world(rules, NOW);
    world.revisions[0].revision.lines[0].frequency = Frequency::Technique;
    let question = SafetyQuestion::Calf;
    let (plan, line) = (world.revisions[0].revision.plan.clone(), LineId::new("squat"));
    let yes = PlanFact::AskedAndYes { plan, revision: 1, line, question, day: day(TODAY) };
    world.plan_records = vec![plan_record(8, "2026-11-18T07:00:00Z", yes)];
    let lines = |world: &World| {
        let stops = on(world, TODAY).stops.into_iter();
        stops.flat_map(|stop| stop.lines).map(|line| line.title).collect::<Vec<_>>()
    };
    assert_eq!(lines(&world), ["squat"]);
    // Whom to ring is told also where the sheet has nothing else.
    world.revisions[0].revision.lines[1].off = true;
    assert_eq!(on(&world, TODAY).stops.len(), 1);
}

#[test]
fn nobody_is_told_to_go_on_while_what_was_said_before_still_stops_it() {
    let rules = vec![
        rule(PainTrigger::Over(5), PainAction::Stop, PainLasts::UntilTold),
        rule(PainTrigger::AtLeast(1), PainAction::GoOn, PainLasts::NextTime),
    ];
    let (goes_on, nothing) = (PainOutcome::GoOn, PainOutcome::NothingWritten);
    let stop = PainOutcome::StopExercise;
    let down_the_leg = || Hurt { line: None, spreading: true, ..hurt(2) };
    // What was said, and what is told of a number of the bridge, of the squat and of none.
    for (name, before, expected) in [
        ("down the leg, today", ("2026-11-18T06:40:00Z", down_the_leg()), [stop, stop, nothing]),
        ("down the leg, before", ("2026-11-17T06:40:00Z", down_the_leg()), [stop, stop, nothing]),
        ("by a clock a day ahead", ("2026-11-19T06:40:00Z", down_the_leg()), [stop, stop, nothing]),
        ("the bridge, today", ("2026-11-18T06:40:00Z", hurt(7)), [stop, goes_on, nothing]),
        ("the bridge, the day before", ("2026-11-17T08:00:00Z", hurt(7)), [stop, goes_on, nothing]),
    ] {
        let mut world = world(rules.clone(), NOW);
        let (at, before) = before;
        world.plan_records = vec![said(7, at, before)];
        let of = |line: &str| Hurt { line: LineId::new(line), bout: None, ..hurt(2) };
        let numbers = [of("bridge"), of("squat"), of_no_line(2)];
        let told = |world: &World| {
            numbers.clone().map(|number| follows(world, &number, day(TODAY)).outcome)
        };
        assert_eq!(told(&world), expected, "{name}");
        let date = day(TODAY);
        let stop = world.plan_records[0].id;
        let word = PlanFact::SpokenTo { stop, who: None, said_on: date, from: None, day: date };
        world.plan_records.push(plan_record(8, "2026-11-18T06:45:00Z", word));
        assert_eq!(told(&world), [goes_on; 3], "{name}, after their word");
    }
}
