//! What pain withholds is worked out quickly for many days, and the same as by the long way: from everything that was
//! ever said, for each bout by itself.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::agenda::asked_of;
use super::pain::{Does, changed, effect};
use super::{BoutsOfDay, Situation, State, bouts_of, bouts_of_days};
use crate::ids::{LineId, PlanId, RoundId};
use crate::plan::{
    Dose, Pain, PainAction, PainLasts, PainRule, PainTrigger, PainWhen, PainWhere, Part, Rounding,
};
use crate::record::{
    BodySide, BoutKey, BoutPlace, Fact, Hurt, HurtPlace, Outcome, PainMoment, PlanFact, PlanRecord,
    SaidOfLine, StandingBout, StandingStop,
};
use crate::safety::SafetyQuestion;
use crate::samples::{World, bout, closed, day, line, plan_record, record, revision};
use crate::time::{Day, Instant, Span};

const FIRST: &str = "2026-11-16";
/// Long enough for what holds for so many bouts to be over.
const DAYS: i32 = 45;
const ROUNDS: [&str; 3] = ["morning", "noon", "evening"];

fn rule(over: u8, then: PainAction, lasts: PainLasts) -> PainRule {
    PainRule {
        as_written: "the sheet's words".to_owned(),
        lines: Vec::new(),
        place: PainWhere::Either,
        trigger: PainTrigger::Over(over),
        when: PainWhen::Any,
        then,
        lasts,
        ring: None,
    }
}

/// Something that is said on one of the days: how many hours after their beginning, how bad, of which line, whether
/// of a bout, whether it spreads, and what the team said, if they were spoken to.
type Told = (i64, u8, u8, bool, bool, Option<Released>);

/// After how many days somebody of the team was spoken to, and how many days later the person may go on, if they
/// said so.
type Released = (i64, Option<i32>);

fn any_world() -> impl Strategy<Value = World> {
    let told = (0..i64::from(DAYS) * 24, 0u8..=10, 0u8..4, any::<bool>(), any::<bool>());
    let told = (told, option::of((0i64..20, option::of(0..12))));
    let told = told.prop_map(|((hour, score, of, bout, spreads), spoken)| {
        (hour, score, of, bout, spreads && score > 8, spoken)
    });
    let done = vec((0..DAYS, 0usize..3, any::<bool>(), any::<bool>()), 0..60);
    (vec(told, 0..14), done, 1u8..4, 0..i64::from(DAYS) * 24).prop_map(
        |(told, done, bouts, now)| {
            let rules = vec![
                rule(7, PainAction::Stop, PainLasts::UntilTold),
                rule(5, PainAction::Stop, PainLasts::Bouts(bouts)),
                rule(3, PainAction::Part(half()), PainLasts::NextTime),
                rule(1, PainAction::Part(half()), PainLasts::Bouts(bouts)),
            ];
            let mut plan = revision(vec![line("bridge", &ROUNDS), line("squat", &ROUNDS)]);
            plan.pain = Some(Pain { as_written: None, ask: None, rules });
            let mut world = World::new(plan, FIRST_MOMENT);
            let first = world.now;
            world.now = first + Span::hours(now);
            for (n, told) in (0u128..).zip(told) {
                world.plan_records.extend(said(n * 2 + 1, first, told));
            }
            world.plan_records.retain(|record| record.at <= world.now);
            for (n, (days, round, is_bridge, later)) in (0u128..).zip(done) {
                let on = day(FIRST).plus(days).to_string();
                let title = if is_bridge { "bridge" } else { "squat" };
                let of = bout(title, ROUNDS[round], &on);
                let hour = if later { 23 } else { 8 + 6 * round };
                if n % 2 == 0 {
                    let bout = of.clone();
                    let (set, side, repetitions, seconds) = (1, BodySide::Both, 4, 0);
                    let seen = Fact::Work { bout, set, side, repetitions, seconds };
                    let begun = format!("{on}T{:02}:40:00Z", hour - 5);
                    world.records.push(record(5000 + n, &begun, seen));
                }
                let fact = closed(of, Outcome::Done);
                world.records.push(record(1000 + n, &format!("{on}T{hour:02}:10:00Z"), fact));
            }
            world
        },
    )
}

const FIRST_MOMENT: &str = "2026-11-16T04:00:00Z";

fn half() -> Part {
    Part { percent: 50, rounding: Rounding::Up }
}

/// What was said, and that the team was spoken to, if so.
fn said(
    id: u128,
    first: Instant,
    (hour, score, of, in_bout, spreading, spoken): Told,
) -> Vec<PlanRecord> {
    let at = first + Span::hours(hour);
    let on = Day(at.date_naive());
    let plan = PlanId::new("sample").unwrap();
    let line = LineId::new(if of == 0 { "squat" } else { "bridge" });
    let fact = if of == 3 {
        let question = SafetyQuestion::Calf;
        PlanFact::AskedAndYes { plan, revision: 1, line, question, day: on }
    } else {
        let bout = RoundId::new("morning").map(BoutPlace::Round).filter(|_| in_bout && of != 2);
        let hurt = Hurt {
            line: line.filter(|_| of != 2),
            bout,
            place: HurtPlace::Back,
            score: Some(score),
            when: PainMoment::During,
            spreading,
            usual: None,
        };
        PlanFact::Hurt { plan, revision: 1, day: on, hurt }
    };
    let told = plan_record(id, &at.to_rfc3339(), fact);
    let spoken = spoken.map(|(days, later)| {
        let at = at + Span::days(days);
        let on = Day(at.date_naive());
        let fact = PlanFact::SpokenTo {
            stop: told.id,
            who: None,
            said_on: on,
            from: later.map(|later| on.plus(later)),
            day: on,
        };
        plan_record(id + 1, &at.to_rfc3339(), fact)
    });
    [told].into_iter().chain(spoken).collect()
}

/// The state and the dose of each bout of `day`, by the long way.
fn by_the_long_way(
    situation: &Situation<'_>,
    days: &DaysAsked,
    day: Day,
) -> Vec<(BoutKey, State, Dose)> {
    let asked = asked_of(situation, day).unwrap();
    let (agenda, revision) = (&asked.agenda, asked.revision);
    let day_ends = situation.span(day).1;
    let of =
        |bout: &BoutKey| days[&day].iter().find(|(known, _)| known == bout).map(|(_, end)| *end);
    let items = agenda.items().map(|item| {
        let at = situation.now.min(of(&item.bout).unwrap_or(day_ends));
        let known = situation.standing.bouts.get(&item.bout);
        let is_begun = item.state == State::InProgress;
        let ended = known.filter(|_| !is_begun).and_then(|known| known.ended);
        let (mut state, mut doses) = (item.state, Vec::new());
        for said in &situation.plan_facts.stops {
            let line = revision.line(&item.bout.line).unwrap();
            let Some(effect) = effect(situation, said, &revision.plan, line) else {
                continue;
            };
            let is_stop = matches!(effect.does, Does::Stop(..));
            let is_used_up = effect.bouts.is_some_and(|bouts| {
                came_before(situation, days, said, &item.bout, is_stop) >= usize::from(bouts)
            });
            if ended.is_some_and(|ended| ended <= said.at)
                || said.at >= of(&item.bout).unwrap_or(day_ends)
                || (!is_stop && was_begun(situation, said, &item.bout))
                || !effect.holds_at(situation, day, at)
                || (is_used_up && effect.left_until(situation, day, at).is_none())
            {
                continue;
            }
            let is_open = !item.state.is_answered() && item.state != State::Unknown;
            match effect.does {
                Does::Stop(..) if is_begun => {
                    state = State::Partly { reason: None };
                }
                Does::Stop(..) if is_open => state = State::Withheld,
                Does::Stop(..) => {}
                Does::Change(rule) => {
                    doses.push(changed(rule, &revision.line(&item.bout.line).unwrap().dose));
                }
            }
        }
        let dose = doses.into_iter().min_by_key(|dose| dose.repetitions);
        (item.bout.clone(), state, dose.unwrap_or_else(|| item.dose.clone()))
    });
    items.collect()
}

/// What each day asked for, with the ends of the windows.
type DaysAsked = BTreeMap<Day, Vec<(BoutKey, Instant)>>;

fn occurrences(situation: &Situation<'_>, day: Day) -> Vec<(BoutKey, Instant)> {
    let asked = asked_of(situation, day).unwrap();
    let rounds = asked.agenda.rounds.iter();
    rounds
        .flat_map(|round| round.items.iter().map(|item| (item.bout.clone(), round.ends)))
        .collect()
}

/// Whether it was in `bout` that it hurt, as far as the place in the day says.
fn hurt_in(said: &StandingStop, bout: &BoutKey) -> bool {
    let came_in = match &said.said {
        SaidOfLine::Hurt(hurt) => hurt.bout.as_ref(),
        SaidOfLine::AskedAndYes(..) | SaidOfLine::AllStopped(_) => None,
    };
    bout.day == said.day && came_in == Some(&bout.place)
}

/// Whether `bout` had been begun when it was said.
fn was_begun(situation: &Situation<'_>, said: &StandingStop, bout: &BoutKey) -> bool {
    let begun = situation.standing.bouts.get(bout).and_then(|known| known.begun);
    hurt_in(said, bout) || begun.is_some_and(|begun| begun <= said.at)
}

/// How many bouts of the line came between what was said and `bout`; of a change those that were done. Four weeks end
/// another dose, and no stop.
fn came_before(
    situation: &Situation<'_>,
    days: &DaysAsked,
    said: &StandingStop,
    bout: &BoutKey,
    is_stop: bool,
) -> usize {
    if !is_stop && bout.day.days_after(said.day) > 28 {
        return usize::MAX;
    }
    let all = said.day.through(bout.day).filter_map(|day| days.get(&day)).flatten();
    all.filter(|(one, _)| one.line == bout.line)
        .take_while(|(one, _)| one != bout)
        .filter(|(one, ends)| {
            let known = situation.standing.bouts.get(one);
            let was_over = known.and_then(|known| known.ended).is_some_and(|at| at <= said.at);
            *ends > said.at
                && !was_over
                && if is_stop {
                    !hurt_in(said, one)
                } else {
                    !was_begun(situation, said, one) && known.is_some_and(StandingBout::was_done)
                }
        })
        .count()
}

proptest! {
    #[test]
    fn many_days_are_worked_out_as_each_by_itself_and_as_by_the_long_way(world in any_world()) {
        world.ask(|situation| {
            let (first, last) = (day(FIRST), day(FIRST).plus(DAYS));
            let together: Vec<BoutsOfDay> = bouts_of_days(situation, first, last).collect();
            let days: DaysAsked =
                first.through(last).map(|day| (day, occurrences(situation, day))).collect();
            let alone: Vec<BoutsOfDay> = first.through(last).filter_map(|day| bouts_of(situation, day)).collect();
            prop_assert_eq!(&together, &alone);
            for bouts in &together {
                let quick: Vec<_> =
                    bouts.items.iter().map(|item| (item.bout.clone(), item.state, item.dose.clone())).collect();
                prop_assert_eq!(quick, by_the_long_way(situation, &days, bouts.day), "{}", bouts.day);
            }
            Ok(())
        })?;
    }
}
