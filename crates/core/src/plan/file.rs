//! A plan as a file: bytes in, text out, and whether anybody changed it on the way.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Revision;
use super::read::read_stating;
use super::write::{checksum_of, write};
use crate::catalogue::Catalogue;
use crate::error::{Place, Problem, ProblemCode};

/// The version of the format that this program writes, and the highest it reads.
pub const FORMAT: i64 = 1;

/// The largest plan file, in bytes. The longest sheet known takes a fiftieth of it.
pub const LARGEST_FILE: usize = 512 * 1024;

/// Whether a plan file is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Checksum {
    /// It carries none: it was written by hand.
    Absent,
    /// It was changed after it was written.
    Wrong,
    /// It is as it was written.
    Right,
}

/// A plan file as read.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    /// The plan, if nothing is wrong with the file.
    pub revision: Option<Revision>,
    /// Everything that is wrong with it, in the order of the file.
    pub problems: Vec<Problem>,
    /// What somebody should look at although nothing is wrong, in the order of the file: an exercise earlier
    /// than is usual, a limit that touches a line, two sheets that disagree.
    pub remarks: Vec<Problem>,
    /// Whether it is as it was written. The checksum is that of the meaning, not of the bytes:
    /// comments and spacing may change. A file with problems is never as it was written.
    pub checksum: Checksum,
}

impl PlanFile {
    /// Reads `bytes` as the plan file `name`. Exercises that the file does not describe itself are
    /// looked up in `catalogue`.
    #[must_use]
    pub fn open(bytes: &[u8], name: &str, catalogue: &Catalogue) -> Self {
        let refused = |problem| Self {
            revision: None,
            problems: vec![problem],
            remarks: Vec::new(),
            checksum: Checksum::Absent,
        };
        if bytes.len() > LARGEST_FILE {
            return refused(too_large(name));
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                let place = Place::of(&good, good.len());
                return refused(Problem::new(ProblemCode::NotText, name).at(place));
            }
        };
        let reading = read_stating(text, name, catalogue);
        match reading.plan {
            // What was taken in can be handed out again: its text fits into a file.
            Ok(revision) if write(&revision).len() > LARGEST_FILE => refused(too_large(name)),
            Ok(revision) => {
                let checksum = match reading.checksum {
                    None => Checksum::Absent,
                    Some(stated) if stated == checksum_of(&revision) => Checksum::Right,
                    Some(_) => Checksum::Wrong,
                };
                Self {
                    revision: Some(revision),
                    problems: Vec::new(),
                    remarks: reading.remarks,
                    checksum,
                }
            }
            Err(problems) => {
                let checksum = match reading.checksum {
                    None => Checksum::Absent,
                    Some(_) => Checksum::Wrong,
                };
                Self { revision: None, problems, remarks: Vec::new(), checksum }
            }
        }
    }
}

fn too_large(name: &str) -> Problem {
    Problem::new(ProblemCode::TooLarge, name).with("limit", LARGEST_FILE / 1024)
}
