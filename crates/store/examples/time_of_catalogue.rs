//! How long it takes to read all exercises, and to search them, in microseconds, for `./dev bench`:
//!
//! `cargo run --release -p backwise-store --example time_of_catalogue`
//!
//! It stands here and not in core because core has no clock.

use std::error::Error;

use backwise_core::catalogue::{FILES, embedded, load, search};
use backwise_store::clock::monotonic;

/// An odd number, so that one of them stands in the middle.
const TIMES: usize = 301;

fn main() -> Result<(), Box<dyn Error>> {
    let (catalogue, problems) = load(FILES);
    if !problems.is_empty() {
        return Err(format!("the exercises have {} faults", problems.len()).into());
    }
    let reading = median(|| drop(load(FILES)));
    // A word with a slip takes longest: every name is compared with it.
    let searching = median(|| drop(search(embedded(), "en", "buttok squezes")));
    println!("{} {reading} {searching}", catalogue.exercises.len());
    Ok(())
}

fn median(act: impl Fn()) -> u128 {
    let mut taken: Vec<_> = (0..TIMES)
        .map(|_| {
            let begun = monotonic();
            act();
            monotonic() - begun
        })
        .collect();
    taken.sort();
    taken[TIMES / 2].as_micros()
}
