//! How long the first screen's answer takes on a data folder, for `./dev bench`:
//!
//! `cargo run --release -p backwise-store --example time_of_today -- FOLDER`

use std::error::Error;
use std::path::PathBuf;

use backwise_store::Journal;
use backwise_store::clock::{Clock, monotonic};

/// An odd number, so that one of them stands in the middle.
const TIMES: usize = 301;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("which folder?")?);
    let journal = Journal::open(&folder, Clock::of_this_machine())?;
    let mut taken = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = monotonic();
        journal.today()?;
        taken.push(monotonic() - begun);
    }
    taken.sort();
    println!("{} {}", journal.data_place()?.records, taken[TIMES / 2].as_micros());
    Ok(())
}
