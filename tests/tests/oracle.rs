//! Independent readers of plans that must agree with Backwise.
//!
//! - `walk`: a walker that goes through a plan day by day, written from docs/plan-format.md, on plans that use
//!   all of it, with people who do this and that (`plans`, `beyond`, `people`; `lines`, `growth`, `week`, `weeks`, `day`, `needed`, `shown`, `sheet`, `clock`, `zone_file`).
//!   It reads rounds, days, stages, weekly lines, pauses and how to begin again after one (`re_entry`), bad days, travel, what was put right later
//!   or is under way (`corrections`), the review (`review`),
//!   and on most plans what follows from pain, from limits that lock and from warning signs (`stops`, `kept_back`, on what `troubles`
//!   throws), what is told of stops (`told`), what is announced (`announced`), days without an entry (`silence`), until when
//!   rounds may ring (`rings`), and the day on which a newer sheet is taken in (`taken_in`). It does not read the rest of what is told at once when it hurts.
//!   What stands of weeks that are over is compared for all of it, and where a newer sheet cuts them (`weeks`).
//! - `recurrence`: python-dateutil, on the instants of rounds around changes of the clocks.
//! - `handouts`: two tables written by hand from two paper handouts.
//! - `raw_file`: which plans are refused for a line that no day asks for.
//! - `precedence`: which of two states holds whose causes meet, pair by pair.
//! - `properties`, `offered` (on what `entries` enters), `recorded`, `states`: what always holds.
//!
//! Plans come from seeded dice: the same on every machine, and a difference names its plan.

mod announced;
mod beyond;
mod clock;
mod corrections;
mod day;
mod dice;
mod entries;
mod facts;
mod growth;
mod handouts;
mod here;
mod journeys;
mod kept_back;
mod lines;
mod lived;
mod needed;
mod newer;
mod offered;
mod pain_put_right;
mod people;
mod plans;
mod precedence;
mod properties;
mod put_off;
mod python;
mod raw_file;
mod re_entry;
mod recorded;
mod recurrence;
mod review;
mod rings;
mod sheet;
mod shifts;
mod shown;
mod silence;
mod states;
mod stops;
mod taken_in;
mod told;
mod trouble_records;
mod troubles;
mod walk;
mod week;
mod weeks;
mod words;
mod zone_file;
mod zones;
