//! What only shows when the parts stand together: one program, so that they are linked once.

// All of this is tests, but clippy takes only functions marked as such for tests.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that meets what it does not expect ends there"
)]

mod bus;
mod fixtures;
mod journeys;
mod metamorphic;
mod never_said;
mod no_network;
mod oracle;
mod red_flags;
mod resident;
mod the_house;
mod vetoes;
mod window;
