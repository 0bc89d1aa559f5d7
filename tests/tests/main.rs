//! What only shows when the parts stand together: one program, so that they are linked once.

mod bus;
mod metamorphic;
mod no_network;
mod oracle;
mod resident;
mod the_house;
mod window;
