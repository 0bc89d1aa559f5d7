//! Fills an empty data folder with a made-up history, for `./dev run --demo` and `./dev bench`:
//!
//! `cargo run -p backwise-store --example made_up_history -- FOLDER DAYS [stops]`
//!
//! The plan is the example of `exercises/`, with its dates moved so that it began DAYS ago. On most
//! days most of it was done; there are bad days, skipped exercises, days without an entry and
//! entries made the morning after. With `stops` an exercise is stopped by pain each week, until the
//! team was spoken to two days later.

use std::error::Error;
use std::path::{Path, PathBuf};

use backwise_core::ids::RecordId;
use backwise_core::person::{DischargeSign, Floor, PersonFact, TERMS_VERSION};
use backwise_core::record::{
    BodySide, EnteredBy, Hurt, HurtPlace, Outcome, PainMoment, PainPlace, SkipReason,
};
use backwise_core::schedule::{Agenda, AgendaItem};
use backwise_core::time::{Day, Instant, Span};
use backwise_store::Journal;
use backwise_store::clock::Clock;

const PLAN: &str = include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise");
/// The day on which that plan begins as it is written.
const WRITTEN_START: &str = "2026-11-16";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let days: i32 =
        arguments.next().and_then(|days| days.to_str()?.parse().ok()).ok_or("how many days?")?;
    let with_stops = arguments.next().is_some_and(|word| word == "stops");

    let now = Clock::of_this_machine().now();
    let today = Day(now.date_naive());
    let first = today.plus(-days);
    let mut journal = at(&folder, now - Span::days(i64::from(days)))?;
    // The person has gone through the first run; what their plan says was not asked.
    for fact in [
        PersonFact::Terms { version: TERMS_VERSION },
        PersonFact::Floor { floor: Floor::NotTried },
        PersonFact::AtDischarge { signs: vec![DischargeSign::LegNumbness], note: None },
    ] {
        journal.say(fact, EnteredBy::Person)?;
    }
    journal.import_plan(plan_beginning(first)?.as_bytes(), "example.backwise", true)?;
    journal.set_reminders(true)?;
    for day in first.through(today) {
        if let Some(agenda) = journal.agenda(day)? {
            speak_and_stop(&folder, &agenda, day.days_after(first), with_stops)?;
            live_through(&folder, &agenda, day.days_after(first), now)?;
        }
    }
    println!("{} records", journal.data_place()?.records);
    Ok(())
}

/// The journal as it would be used at that moment.
fn at(folder: &Path, moment: Instant) -> Result<Journal, Box<dyn Error>> {
    Ok(Journal::open(folder, Clock::fixed(Some(moment), None))?)
}

/// The plan with all its dates moved.
fn plan_beginning(first: Day) -> Result<String, Box<dyn Error>> {
    let moved_by = first.days_after(WRITTEN_START.parse()?);
    let mut plan = String::new();
    for line in PLAN.lines().filter(|line| !line.starts_with('#')) {
        let date = line.rsplit(' ').next().and_then(|word| Some((word, word.parse::<Day>().ok()?)));
        let moved = date.map(|(word, day)| line.replace(word, &day.plus(moved_by).to_string()));
        plan.push_str(moved.as_deref().unwrap_or(line));
        plan.push('\n');
    }
    Ok(plan)
}

/// The team is spoken to about what was stopped two days ago. With `stops` the first exercise hurts so much on one day of
/// each week that the sheet stops it.
fn speak_and_stop(
    folder: &Path,
    agenda: &Agenda,
    n: i32,
    stops: bool,
) -> Result<(), Box<dyn Error>> {
    let Some(round) = agenda.rounds.first() else { return Ok(()) };
    let mut journal = at(folder, round.starts + Span::minutes(5))?;
    let open = journal.today()?.agenda.map(|agenda| agenda.stops).unwrap_or_default();
    let open = open.into_iter().filter(|stop| agenda.day.days_after(stop.since) >= 2);
    let records: Vec<RecordId> = open.flat_map(|stop| stop.records).collect();
    if !records.is_empty() {
        journal.spoken_to(&records, Some("Ward line"), agenda.day, None)?;
    }
    if let Some(item) = round.items.first().filter(|_| stops && n % 7 == 3) {
        let hurt = Hurt {
            line: Some(item.bout.line.clone()),
            bout: Some(item.bout.place.clone()),
            place: HurtPlace::Back,
            score: Some(6),
            when: PainMoment::During,
            spreading: false,
            usual: None,
        };
        journal.record_hurt(&hurt, None)?;
    }
    Ok(())
}

/// What the person did of `agenda`, the `n`-th day of the plan, as far as it lies before `now`.
fn live_through(
    folder: &Path,
    agenda: &Agenda,
    n: i32,
    now: Instant,
) -> Result<(), Box<dyn Error>> {
    if n % 29 == 20 {
        return Ok(()); // The machine was off.
    }
    let bad_day = n % 13 == 9;
    for (at_place, round) in agenda.rounds.iter().enumerate() {
        let moment = round.starts + Span::minutes(12);
        if moment >= now {
            return Ok(());
        }
        let mut journal = at(folder, moment)?;
        journal.app_opened()?;
        if at_place == 0 {
            let eases = 5 - (n / 14).min(4);
            journal.record_pain(PainPlace::Back, u8::try_from(eases + n % 3)?)?;
            journal.record_pain(PainPlace::Leg, u8::try_from((eases - 1).max(0) + n % 2)?)?;
        }
        if bad_day && at_place > 0 {
            continue;
        }
        for (index, item) in round.items.iter().enumerate() {
            let repetitions = item.dose.repetitions.unwrap_or(1);
            journal.record_work(
                &item.bout,
                1,
                BodySide::Both,
                repetitions,
                u32::from(repetitions) * 5,
            )?;
            enter(&mut journal, item, n, at_place * 3 + index)?;
        }
        if at_place + 1 == agenda.rounds.len() {
            let next_morning = moment + Span::hours(12);
            let mut journal =
                if n % 17 == 4 && next_morning < now { at(folder, next_morning)? } else { journal };
            for (index, item) in agenda.any_time.iter().enumerate() {
                enter(&mut journal, item, n, 20 + index)?;
            }
        }
    }
    Ok(())
}

/// What became of one exercise. Looks like chance and is the same each time.
fn enter(
    journal: &mut Journal,
    item: &AgendaItem,
    n: i32,
    index: usize,
) -> Result<(), Box<dyn Error>> {
    let throw = (usize::try_from(n)? * 37 + index * 23) % 100;
    let outcome = match throw {
        0..5 => return Ok(()),
        5..8 => Outcome::Skipped { reason: SkipReason::Tired },
        8..10 => Outcome::Skipped { reason: SkipReason::Pain },
        10..18 => {
            let sets = item.dose.sets.map(|_| 1);
            let seconds = item.dose.minutes.map(|minutes| u32::from(minutes) * 60 / 2);
            Outcome::Partly { sets, repetitions: None, seconds, counted: None, reason: None }
        }
        _ => Outcome::Done,
    };
    journal.record_bout(&item.bout, &outcome, None, EnteredBy::Person)?;
    Ok(())
}
