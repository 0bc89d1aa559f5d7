//! The program as it is built, run in a folder of its own. What it says is pinned by snapshots; the
//! clock and the zone are always given.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod answers;
mod contract;
mod entries;
mod refusals;
mod rig;
