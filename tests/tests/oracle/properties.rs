//! What always holds of random plans, whatever was recorded and when.

use std::collections::BTreeSet;

use backwise_core::ids::RecordId;
use backwise_core::record::{
    BodySide, BoutPlace, Entered, EnteredBy, Evidence, EvidenceKind, Fact, Opened, PlanFact,
    PlanRecord, Record,
};
use backwise_core::report::{Figures, figures};
use backwise_core::safety::SafetyQuestion;
use backwise_core::schedule::{Agenda, AgendaItem, State};
use backwise_core::time::{Day, Zone};
use chrono::NaiveDate;

use super::dice::Dice;
use super::facts::{Said, Told};
use super::here::{Here, instant};
use super::people::{plan_records, records};
use super::sheet::{plus, text};
use super::walk::Case;
use super::zones::places;

/// How many plans each property is tried with.
const PLANS: usize = 180;

/// Where a bout may stand in a day, whatever its line asks for.
pub(super) const PLACES: [&str; 9] =
    ["1", "2", "3", "morning", "noon", "tea", "evening", "night", "clock-1000"];

/// So many random plans and people, each with the zone they live in and dice for what else happens.
pub(super) fn each_case(count: usize, mut check: impl FnMut(Case, &Zone, &mut Dice)) {
    let places = places();
    let cases = (100_000..).filter_map(|nth: u64| {
        let place = &places[usize::try_from(nth).unwrap() % places.len()];
        Some((nth, place, Case::of(nth, place, &[])?))
    });
    for (nth, place, case) in cases.take(count) {
        check(case, &place.zone, &mut Dice::of(nth + 1_000_000));
    }
}

/// Bouts that nobody asked for, at any moment up to now: what is said can be anything.
pub(super) fn say_anything(case: &mut Case, dice: &mut Dice) {
    let lines: Vec<String> =
        case.sheet.lines().iter().map(|line| text(line, "id").unwrap().to_owned()).collect();
    for _ in 0..dice.below(12) {
        let (line, place) = (dice.pick(&lines).clone(), (*dice.pick(&PLACES)).to_owned());
        let day = plus(case.today, -dice.within(0, 2));
        let (begins, ends) = (case.sheet.begins(day), case.sheet.begins(plus(day, 1)));
        let at = dice.within(begins, ends.min(case.now + 1) - 1);
        // Some of it is entered on a later day, or from paper.
        let live = !dice.one_in(4);
        let at = if live { at } else { case.now };
        if at <= case.now && case.facts.said(&line, day, &place).is_none() {
            let told = *dice.pick(&[Told::Done, Told::Partly, Told::Skipped, Told::NotDone]);
            case.facts.said.push(Said { line, place, day, told, at, live });
        }
    }
}

#[test]
fn a_bout_has_one_place_and_the_order_of_records_no_meaning() {
    each_case(PLANS, |mut case, zone, dice| {
        say_anything(&mut case, dice);
        let days = case.days();
        let agendas = case.agendas(zone, &days);
        for agenda in &agendas {
            let keys: BTreeSet<_> = agenda.items().map(|item| &item.bout).collect();
            assert_eq!(keys.len(), agenda.items().count(), "{}\n{}", agenda.day, case.text);
        }
        let (mut bouts, mut facts) = (records(&case.facts), plan_records(&case.facts, case.now));
        bouts.reverse();
        facts.reverse();
        let turn = dice.below(bouts.len().max(1));
        bouts.rotate_left(turn);
        let here =
            Here::new(case.revision.clone(), instant(case.now), zone).knowing(&bouts, &facts);
        let turned: Vec<Agenda> = days.iter().map(|day| here.agenda(*day)).collect();
        assert_eq!(turned, agendas, "{}", case.text);
    });
}

#[test]
fn a_day_that_is_over_stays_as_it_is() {
    each_case(PLANS, |case, zone, _| {
        let past: Vec<_> = case.days().into_iter().filter(|day| *day < case.today).collect();
        let before = case.agendas(zone, &past);
        let (bouts, facts) = (records(&case.facts), plan_records(&case.facts, case.now));
        let later = instant(case.now + 5 * 86_400);
        let here = Here::new(case.revision.clone(), later, zone).knowing(&bouts, &facts);
        for (day, before) in past.iter().zip(before) {
            let now = here.agenda(*day);
            let states = |agenda: &Agenda| {
                let item = |item: &AgendaItem| (item.bout.clone(), item.state, item.dose.clone());
                agenda.items().map(item).collect::<Vec<_>>()
            };
            assert_eq!(states(&now), states(&before), "{day}\n{}", case.text);
        }
    });
}

#[test]
fn a_bad_day_that_is_said_late_changes_that_day_alone() {
    let mut changed = 0;
    each_case(PLANS, |mut case, zone, dice| {
        say_anything(&mut case, dice);
        let days = case.days();
        let over: Vec<_> = days.iter().copied().filter(|day| *day < case.today).collect();
        let mut before = case.agendas(zone, &days);
        for _ in 0..3 {
            let said = *dice.pick(&over);
            if case.facts.bad_days.contains(&said) {
                continue;
            }
            case.facts.bad_days.push(said);
            let after = case.agendas(zone, &days);
            for (before, after) in before.iter().zip(&after) {
                if after.day == Day(said) {
                    changed += u32::from(after.items().ne(before.items()));
                    for (before, after) in before.items().zip(after.items()) {
                        let is_kept = before.state == after.state || !before.state.is_answered();
                        assert!(is_kept, "{said} {before:?} {after:?}\n{}", case.text);
                    }
                } else {
                    assert_eq!(after, before, "{said}\n{}", case.text);
                }
            }
            before = after;
        }
    });
    assert!(changed > 20, "only {changed} days became less");
}

/// A case with work that sessions saw, reminders that were shown, and days on which the app was opened.
fn with_evidence(case: &Case, zone: &Zone, dice: &mut Dice) -> Here {
    let mut bouts = records(&case.facts);
    let unsaid: Vec<_> = case
        .agendas(zone, &case.days())
        .iter()
        .flat_map(Agenda::items)
        .filter(|item| item.record.is_none() && item.bout.day <= Day(case.today))
        .map(|item| item.bout.clone())
        .collect();
    for bout in unsaid.iter().filter(|_| dice.one_in(20)) {
        let at = instant(case.sheet.begins(bout.day.0).min(case.now));
        let id = RecordId(uuid::Uuid::from_u128(1_000_000 + bouts.len() as u128));
        let work = Fact::Work {
            bout: bout.clone(),
            set: 1,
            side: BodySide::Both,
            repetitions: 3,
            seconds: 9,
        };
        bouts.push(Record {
            id,
            at,
            fact: work,
            ..bouts.first().cloned().unwrap_or_else(|| blank(at))
        });
    }
    let mut facts = plan_records(&case.facts, case.now);
    let days = case.days();
    if dice.one_in(3) {
        facts.push(asked_and_yes(case, *dice.pick(&days), dice));
    }
    let mut here =
        Here::new(case.revision.clone(), instant(case.now), zone).knowing(&bouts, &facts);
    match dice.below(6) {
        0 => here.stop(),
        1 => here.known_since(instant(case.sheet.begins(*dice.pick(&days)))),
        _ => {}
    }
    let (mut evidence, mut opened) = (Vec::new(), Vec::new());
    for bout in &unsaid {
        let (plan, day, at) = (bout.plan.clone(), bout.day, instant(case.now));
        match (&bout.place, dice.below(3)) {
            (BoutPlace::Round(round), 0) => {
                let (round, kind) = (round.clone(), EvidenceKind::Shown);
                evidence.push(Evidence { plan, round, day, kind, at });
            }
            (_, 1) => opened.push(Opened { day, at }),
            _ => {}
        }
    }
    here.having_seen(evidence, &opened);
    here
}

/// A question that comes before some line was answered with yes: it is stopped from then on.
fn asked_and_yes(case: &Case, day: NaiveDate, dice: &mut Dice) -> PlanRecord {
    let line = Some(dice.pick(&case.revision.lines).id.clone());
    let (plan, day_said) = (case.revision.plan.clone(), Day(day));
    let question = SafetyQuestion::Calf;
    let fact = PlanFact::AskedAndYes { plan, revision: 1, line, question, day: day_said };
    PlanRecord {
        id: RecordId(uuid::Uuid::from_u128(2_000_000)),
        at: instant(case.sheet.begins(day).min(case.now)),
        zone: "UTC".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact,
    }
}

fn blank(at: backwise_core::time::Instant) -> Record {
    use backwise_core::record::{Entered, EnteredBy};
    Record {
        id: RecordId(uuid::Uuid::nil()),
        at,
        zone: "UTC".to_owned(),
        entered: Entered::Live,
        by: EnteredBy::Person,
        corrects: None,
        fact: Fact::Withdrawn,
    }
}

#[test]
fn figures_add_up() {
    let (mut prescribed, mut seen) = (0, [0; 12]);
    each_case(PLANS, |case, zone, dice| {
        let here = with_evidence(&case, zone, dice);
        let days = case.days();
        let report = figures(&here.situation(), Day(days[0]), Day(days[days.len() - 1]));
        for found in report.lines.iter().map(|line| line.figures).chain([report.total]) {
            let Figures {
                prescribed,
                done,
                partly,
                skipped,
                said_not_done,
                withheld,
                stopped,
                paused,
                not_required,
                no_entry,
                not_reminded,
                unknown,
                open,
                entered_later,
                corrected,
                extra: _,
            } = found;
            let parts = [
                done,
                partly,
                skipped,
                said_not_done,
                withheld,
                stopped,
                paused,
                not_required,
                no_entry,
                not_reminded,
                unknown,
                open,
            ];
            assert_eq!(prescribed, parts.iter().sum::<u32>(), "{}", case.text);
            seen.iter_mut().zip(parts).for_each(|(seen, part)| *seen += part);
            let answered = done + partly + skipped + said_not_done;
            assert!(entered_later <= answered && corrected <= answered);
        }
        let sum: u32 = report.lines.iter().map(|line| line.figures.prescribed).sum();
        assert_eq!(report.total.prescribed, sum);
        let asked = days.iter().flat_map(|day| {
            let agenda = here.agenda(*day);
            let states: Vec<State> = agenda.items().map(|item| item.state).collect();
            states.into_iter().filter(|state| *state != State::Available)
        });
        assert_eq!(u32::try_from(asked.count()).unwrap(), report.total.prescribed);
        // What was done and nothing asked for counts toward nothing, and is told beside it.
        let is_work = |item: &&AgendaItem| matches!(item.state, State::Done | State::Partly { .. });
        let extras = days.iter().map(|day| here.agenda(*day).extras.iter().filter(is_work).count());
        assert_eq!(extras.sum::<usize>(), usize::try_from(report.total.extra).unwrap());
        prescribed += report.total.prescribed;
    });
    assert!(prescribed > 10_000, "only {prescribed} bouts were counted");
    assert!(seen.iter().all(|part| *part > 0), "a part that none of them has: {seen:?}");
}
