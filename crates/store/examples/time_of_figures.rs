//! How long the numbers of Progress take on a data folder, and a year of a full plan, for `./dev bench`:
//!
//! `cargo run --release -p backwise-store --example time_of_figures -- FOLDER`
//!
//! Prints the records, the microseconds for the numbers of one year and of ten, and those for the bouts of every
//! day of one year of the example plan with nothing recorded: core alone.

use std::error::Error;
use std::path::PathBuf;

use backwise_core::catalogue::embedded;
use backwise_core::plan::{Revision, read};
use backwise_core::record::{DaysSeen, PlanStanding, Standing};
use backwise_core::schedule::{InForce, Situation, bouts_of};
use backwise_core::time::{Day, Whereabouts};
use backwise_store::Journal;
use backwise_store::clock::{Clock, monotonic};

const NAME: &str = "weeks-3-to-6.backwise";
const PLAN: &str = include_str!("../../../exercises/plans/examples/weeks-3-to-6.backwise");
/// An odd number, so that one of them stands in the middle.
const TIMES: usize = 11;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("which folder?")?);
    let clock = Clock::of_this_machine();
    let today = Day(clock.now().date_naive());
    let journal = Journal::open(&folder, clock)?;
    let progress = |days: i32| {
        microseconds(|| {
            journal.report(today.plus(-days), today)?;
            Ok(())
        })
    };
    let (year, ten_years) = (progress(365)?, progress(3652)?);
    let plan = read(PLAN, NAME, embedded()).map_err(|_| "the example is a plan")?;
    let expanded = microseconds(|| expand_a_year(&plan))?;
    println!("{} {year} {ten_years} {expanded}", journal.data_place()?.records);
    Ok(())
}

/// What the example plan asks for on each day of a year, for somebody who has not begun.
fn expand_a_year(plan: &Revision) -> Result<(), Box<dyn Error>> {
    let revision = plan.clone();
    let clock = Clock::of_this_machine();
    let (now, first) = (clock.now(), revision.starts);
    let revisions = [InForce { from: first, revision, imported_at: now }];
    let situation = Situation {
        revisions: &revisions,
        plan_facts: &PlanStanding::default(),
        standing: &Standing::default(),
        seen: &DaysSeen::default(),
        first_opened: None,
        now,
        is_looking_back: false,
        whereabouts: &Whereabouts::always_in(clock.zone()),
    };
    let days = first.through(first.plus(364)).filter_map(|day| bouts_of(&situation, day));
    let bouts: usize = days.map(|day| day.items.len()).sum();
    if bouts < 1000 { Err("a year has more bouts than that".into()) } else { Ok(()) }
}

/// The middle one of several.
fn microseconds(
    mut work: impl FnMut() -> Result<(), Box<dyn Error>>,
) -> Result<u128, Box<dyn Error>> {
    let mut taken = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = monotonic();
        work()?;
        taken.push(monotonic() - begun);
    }
    taken.sort();
    Ok(taken[TIMES / 2].as_micros())
}
