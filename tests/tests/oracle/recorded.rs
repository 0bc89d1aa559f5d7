//! Whatever the person says can be recorded, once, and no later revision changes a day before it.

use backwise_core::ids::{PlanId, RecordId};
use backwise_core::plan::{Revision, write};
use backwise_core::record::{BoutPlace, EnteredBy, Outcome, Record, SkipReason};
use backwise_core::schedule::{Agenda, AgendaItem};
use backwise_core::time::Day;
use backwise_store::Journal;
use backwise_store::clock::Clock;
use uuid::Uuid;

use super::here::{Here, instant, revision};
use super::people::{bout, plan_records, records};
use super::plans::plan;
use super::properties::{each_case, say_anything};
use super::sheet::{plus, text};

/// Each of these writes to a disk.
const JOURNALS: usize = 12;

#[test]
fn whatever_the_person_says_can_be_recorded_once() {
    let mut left = JOURNALS;
    let mut seen = [0; 3];
    each_case(JOURNALS, |mut case, zone, dice| {
        let folder = tempfile::tempdir().unwrap();
        let at = |seconds| {
            let clock = Clock::fixed(Some(instant(seconds)), Some(zone.clone()));
            Journal::open(folder.path(), clock).unwrap()
        };
        let file = write(&case.revision);
        let first = case.sheet.begins(case.sheet.starts());
        at(first).import_plan(file.as_bytes(), "oracle.backwise", true).unwrap();
        case.facts.said.clear();
        say_anything(&mut case, dice);
        let rounds: Vec<&str> =
            case.sheet.all("round").into_iter().map(|round| text(round, "id").unwrap()).collect();
        let mut journal = at(case.now);
        for said in &case.facts.said {
            let bout = bout(&said.line, &said.place, said.day);
            let is_known = |round: &str| rounds.contains(&round) || round.starts_with("clock-");
            if said.day < case.sheet.starts()
                || matches!(&bout.place, BoutPlace::Round(round) if !is_known(round.as_str()))
            {
                continue;
            }
            let outcome = dice.pick(&[
                Outcome::Done,
                Outcome::Partly {
                    sets: None,
                    repetitions: Some(2),
                    seconds: None,
                    counted: None,
                    reason: None,
                },
                Outcome::Skipped { reason: SkipReason::Tired },
                Outcome::SaidNotDone,
            ]);
            let mut record =
                || journal.record_bout(&bout, outcome, None, EnteredBy::Person).unwrap();
            let (first, again) = (record(), record());
            assert!(!first.already && again.already && first.record == again.record, "{bout:?}");
            let agenda = journal.agenda(bout.day).unwrap().unwrap();
            // It stands in the day exactly once: asked for, beyond what was asked, or as needed.
            let needed = agenda.as_needed.iter().flat_map(|line| &line.recorded);
            let places: [Vec<&AgendaItem>; 3] =
                [agenda.items().collect(), agenda.extras.iter().collect(), needed.collect()];
            let found = places.map(|items| {
                let of_bout = items.into_iter().filter(|item| item.bout == bout);
                of_bout.inspect(|item| assert_eq!(item.record, Some(first.record))).count()
            });
            assert_eq!(found.iter().sum::<usize>(), 1, "{bout:?} stands {found:?} times");
            seen.iter_mut().zip(found).for_each(|(seen, found)| *seen += found);
        }
        left -= 1;
    });
    assert_eq!(left, 0);
    assert!(seen.iter().all(|found| *found > 0), "asked, beyond, as needed: {seen:?}");
}

#[test]
fn of_two_records_of_one_bout_the_first_stands() {
    each_case(60, |mut case, zone, dice| {
        say_anything(&mut case, dice);
        let days = case.days();
        let (mut bouts, facts) = (records(&case.facts), plan_records(&case.facts, case.now));
        let again = |(nth, known): (usize, &Record)| Record {
            id: RecordId(Uuid::from_u128(1_000_000 + nth as u128)),
            at: instant(case.now + 1),
            ..known.clone()
        };
        let again: Vec<Record> = bouts.iter().enumerate().map(again).collect();
        bouts.extend(again);
        let here =
            Here::new(case.revision.clone(), instant(case.now), zone).knowing(&bouts, &facts);
        let found: Vec<Agenda> = days.iter().map(|day| here.agenda(*day)).collect();
        assert_eq!(found, case.agendas(zone, &days), "{}", case.text);
    });
}

#[test]
fn a_revision_changes_no_day_before_it() {
    let mut compared = 0;
    each_case(100, |case, zone, dice| {
        let starts = plus(case.today, dice.within(2, 9));
        let text = plan(dice, starts);
        let Some(mut next) = revision(&text) else { return };
        next.number = 2;
        assert_eq!(next.plan, PlanId::new("oracle").unwrap());
        // The day before a sheet that begins its days at another hour is as much longer or shorter.
        let day_start = |revision: &Revision| revision.day_start_on(Day(starts));
        let is_longer = day_start(&next) != day_start(&case.revision);
        let until = if is_longer { plus(starts, -1) } else { starts };
        let days: Vec<_> = case.days().into_iter().filter(|day| *day < until).collect();
        let (bouts, facts) = (records(&case.facts), plan_records(&case.facts, case.now));
        let mut here =
            Here::new(case.revision.clone(), instant(case.now), zone).knowing(&bouts, &facts);
        here.take_in(next, Day(starts), instant(case.now));
        let found: Vec<Agenda> = days.iter().map(|day| here.agenda(*day)).collect();
        assert_eq!(found, case.agendas(zone, &days), "{starts}\n{}\n{text}", case.text);
        compared += days.len();
    });
    assert!(compared > 1000, "only {compared} days were compared");
}
