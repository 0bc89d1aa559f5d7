//! The rules of Backwise, as functions of their inputs.
//!
//! This crate knows no clock, no file, no SQL, no screen and no network. Everything that depends on
//! the moment takes `now`; everything that depends on the place takes a [`time::Zone`]. The same
//! inputs always give the same answer, so a question about any day of any year can be asked again.
//!
//! The modules stand in reading order, and each may use only those above it; the test
//! `the_house` in `tests/` holds the table.

pub mod error;
pub mod ids;
pub mod time;

mod table;

mod page;

mod search;

pub mod safety;

pub mod catalogue;

pub mod topics;

pub mod plan;

pub mod record;

pub mod person;

pub mod schedule;

pub mod measure;

pub mod session;

pub mod reminder;

pub mod report;

pub mod figure;

#[cfg(test)]
mod samples;
