//! What is offered keeps the sheet's gap, cap and latest start, whatever was recorded and when.

use std::fmt::Debug;

use backwise_core::record::BoutPlace;
use backwise_core::schedule::{Agenda, AgendaItem, NotRequired, State};
use backwise_core::time::Zone;
use chrono::NaiveDate;
use toml::{Table, Value};

use super::clock::Second;
use super::dice::Dice;
use super::entries::{Stands, enter};
use super::facts::Said;
use super::here::{Here, instant};
use super::people::{bout, plan_records, records};
use super::properties::{each_case, say_anything};
use super::sheet::{minutes, number, plus, text};
use super::walk::Case;

/// How many plans it is tried with, and how often each with other entries.
const PLANS: usize = 200;
const TIMES: usize = 8;

/// A bout that was done, for whatever day it counts, and when, as far as anybody knows.
#[derive(Debug)]
struct Done {
    line: String,
    place: String,
    day: NaiveDate,
    at: Option<Second>,
}

/// A key of the missed-dose rule at a place of the day.
fn rule<'t>(case: &'t Case, round: Option<&'t Table>, key: &str) -> Option<&'t Value> {
    let plan = || case.sheet.table.get("missed_dose")?.as_table()?.get(key);
    round.and_then(|round| round.get(key)).or_else(plan)
}

/// Looks for a later moment of the day at which something is offered: in half of the cases one after midnight, if the day is
/// not over then.
fn go_on(case: &mut Case, zone: &Zone, dice: &mut Dice) {
    let ends = case.sheet.begins(plus(case.today, 1));
    let midnight = case.sheet.clock.moment(plus(case.today, 1), 0).map_or(ends, |moment| moment.at);
    let since = if dice.one_in(2) { case.now } else { case.now.max(midnight.min(ends - 1)) };
    for _ in 0..6 {
        case.now = dice.within(since, ends - 1);
        if !offered(&case.agendas(zone, &[case.today])[0], case.now).is_empty() {
            return;
        }
    }
}

fn is_offered(item: &&AgendaItem) -> bool {
    matches!(item.state, State::Due | State::Available)
}

/// What is offered now.
fn offered(agenda: &Agenda, now: Second) -> Vec<&AgendaItem> {
    let now = instant(now);
    let has_begun = agenda.rounds.iter().filter(|round| (round.starts..round.ends).contains(&now));
    let items = has_begun.flat_map(|round| &round.items).chain(&agenda.any_time);
    items.filter(is_offered).collect()
}

/// Whether it is not later than the latest start of the round, or the plan.
fn is_in_time(case: &Case, round: Option<&Table>) -> bool {
    let Some(latest) = rule(case, round, "latest_start").and_then(Value::as_str) else {
        return true;
    };
    let shown = case.sheet.clock.local(case.now).time().format("%H:%M").to_string();
    let into_day = |time: &str| case.sheet.minutes_into_day(case.today, minutes(time));
    into_day(&shown) <= into_day(latest)
}

/// How often what was tried.
#[derive(Debug, Default)]
struct Tried {
    due: usize,
    left_to_choose: usize,
    needed: usize,
    /// What would be offered, had nothing been counted for the date that has begun.
    held_by_next_date: usize,
    put_right: usize,
}

/// What was done of all that was said, and when: a tick after its window was done in that, and what a session saw was
/// done when it saw it.
fn done(case: &Case, stands: &[Stands]) -> Vec<Done> {
    let walker = case.walker();
    let ended = |said: &Said| {
        // Days ago no gap matters any more.
        (said.live && plus(said.day, 2) >= case.today).then(|| walker.ended(said))
    };
    let of = |said: Said, at| Done { line: said.line, place: said.place, day: said.day, at };
    let seen = stands.iter().filter_map(|one| {
        let answered =
            Some(Said { live: one.at.is_some(), ..one.said()? }).filter(|_| one.told.is_some());
        let at = answered.as_ref().and_then(ended).max(one.seen);
        one.is_work().then(|| of(one.said().unwrap(), at))
    });
    let said = case.facts.said.iter().filter(|said| said.told.is_work());
    said.map(|said| of(said.clone(), ended(said))).chain(seen).collect()
}

/// The round of the bout, if it is of one, and the gap before it.
fn round_and_gap<'t>(case: &'t Case, item: &AgendaItem) -> (Option<&'t Table>, Option<i64>) {
    match &item.bout.place {
        BoutPlace::Round(id) => {
            let mut rounds = case.sheet.all("round").into_iter();
            let round = rounds.find(|round| text(round, "id") == Some(id.as_str()));
            (round, rule(case, round, "gap_minutes").and_then(Value::as_integer))
        }
        BoutPlace::AnyTime(_) => {
            let line = Some(item.bout.line.as_str());
            let mut lines = case.sheet.lines().into_iter();
            let line = lines.find(|table| text(table, "id") == line).unwrap();
            (None, number(&case.walker().on_day(line, case.today), "gap_minutes"))
        }
    }
}

/// Tries what is offered now, once `bouts` were recorded, of which stands what was `done`. `plain` was offered before.
fn check(
    case: &Case,
    here: &Here,
    (plain, done): (&[AgendaItem], &[Done]),
    tried: &mut Tried,
    say: &dyn Fn(&dyn Debug) -> String,
) {
    let agenda = here.agenda(case.today);
    let others = |item: &AgendaItem| -> Vec<&Done> {
        let is_other = |done: &&Done| {
            let line = item.bout.line.as_str();
            done.line == line && bout(line, &done.place, done.day) != item.bout
        };
        done.iter().filter(is_other).collect()
    };
    for item in offered(&agenda, case.now) {
        let is_due = item.state == State::Due;
        tried.due += usize::from(is_due);
        tried.left_to_choose += usize::from(!is_due);
        let (round, gap) = round_and_gap(case, item);
        let others = others(item);
        // The gap is elapsed time, whatever day it was counted for.
        for other in &others {
            let apart = other.at.map(|at| (case.now - at) / 60);
            let is_apart = gap.zip(apart).is_none_or(|(gap, apart)| apart >= gap);
            assert!(is_apart, "{other:?}\n{}", say(item));
        }
        let today = others.iter().filter(|done| done.day == case.today).count();
        let most = rule(case, None, "most_a_day").and_then(Value::as_integer);
        let is_round = matches!(item.bout.place, BoutPlace::Round(_));
        let is_full = most.is_some_and(|most| i64::try_from(today).unwrap() >= most);
        assert!(!is_round || !is_full, "{}", say(item));
        assert!(is_in_time(case, round), "{}", say(item));
    }
    for item in plain {
        let gap = round_and_gap(case, item).1;
        let is_of_next = |done: &&Done| done.day > case.today;
        let near = others(item).into_iter().filter(is_of_next).filter_map(|done| done.at).max();
        let is_held = gap.zip(near).is_some_and(|(gap, at)| case.now < at + 60 * gap);
        tried.held_by_next_date += usize::from(is_held);
    }
    // What the person needs it for has a cap of its own.
    for line in agenda.as_needed.iter().filter(|line| line.next.is_some()) {
        tried.needed += 1;
        let is_it = |done: &&Done| done.line == line.line.as_str() && done.day == case.today;
        let today = done.iter().filter(is_it).count();
        let is_full = line.most_a_day.is_some_and(|most| today >= usize::from(most));
        assert!(!is_full && is_in_time(case, None), "{}", say(line));
    }
    // What turned out not to have been done takes nothing away.
    for item in agenda.items().filter(|item| item.record.is_none()) {
        let is_near = |done: &&Done| plus(done.day, 1) >= case.today;
        let is_taken = matches!(item.not_required, Some(NotRequired::Gap | NotRequired::MostADay));
        assert!(!is_taken || others(item).iter().any(is_near), "{}", say(item));
    }
}

#[test]
fn what_is_due_keeps_the_gap_the_cap_and_the_latest_start() {
    let mut tried = Tried::default();
    each_case(PLANS, |mut case, zone, dice| {
        if !["gap_minutes", "most_a_day", "latest_start"].iter().any(|key| case.text.contains(key))
        {
            return;
        }
        go_on(&mut case, zone, dice);
        say_anything(&mut case, dice);
        let agenda = case.agendas(zone, &[case.today]).remove(0);
        let plain: Vec<_> = offered(&agenda, case.now).into_iter().cloned().collect();
        let mut lines: Vec<_> = plain.iter().map(|item| item.bout.line.to_string()).collect();
        lines.extend(agenda.as_needed.iter().map(|line| line.line.to_string()));
        let facts = case.facts.clone();
        for _ in 0..TIMES {
            case.facts = facts.clone();
            let (entered, stands) = enter(&case, dice, &lines);
            tried.put_right += entered.iter().filter(|record| record.corrects.is_some()).count();
            let bouts: Vec<_> = records(&case.facts).into_iter().chain(entered).collect();
            let done = done(&case, &stands);
            let known = plan_records(&case.facts, case.now);
            let here =
                Here::new(case.revision.clone(), instant(case.now), zone).knowing(&bouts, &known);
            // Stages that come after so many days count them, too.
            case.facts.said.extend(stands.iter().filter_map(Stands::said));
            let say = |of: &dyn Debug| {
                let at = instant(case.now);
                format!("{of:?}\nat {at}\n{stands:#?}\n{done:#?}\n{bouts:#?}\n{}", case.text)
            };
            check(&case, &here, (&plain, &done), &mut tried, &say);
        }
    });
    let Tried { due, left_to_choose, needed, held_by_next_date, put_right } = tried;
    assert!(due > 500 && left_to_choose > 100 && needed > 100, "{tried:?}");
    assert!(held_by_next_date > 20 && put_right > 2000, "{tried:?}");
}
