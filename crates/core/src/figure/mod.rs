//! The figure: a pictogram person that moves through the key poses of an exercise.
//!
//! Everything is geometry. Lengths are parts of the body height, x grows to the right, y grows
//! upwards, and 0 is the floor, or the top of the bed for a person who lies down. The screens
//! paint what they are given: the things behind the person first, then the far limbs, then trunk,
//! belly and head, then the near limbs, each segment as a thick line with round ends.

mod body;
mod keys;
mod reach;
mod seen;
mod things;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::{Exercise, View};

/// Frames of one movement, out and back.
pub const FRAMES: usize = 24;

/// The frame in which the last key pose is reached. A hold stays here; the way back begins here.
pub const TURN: usize = FRAMES / 2;

/// One movement of an exercise, ready to be painted. After the last frame comes the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Movement {
    /// From where the person is seen.
    pub view: View,
    /// What stands behind the person and never moves, in the order of painting.
    pub things: Vec<Thing>,
    /// The frames, 24 of them: 0 to 12 go out, 12 to the end come back.
    pub frames: Vec<Frame>,
    /// The frames that show a key pose, for a strip of stills. The last one is the turn.
    pub key_frames: Vec<usize>,
    /// A box around everything that is ever painted.
    pub bounds: Bounds,
}

/// One picture of the person.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Frame {
    /// The limbs away from the viewer.
    pub far: Limbs,
    /// From the hip to the shoulder.
    pub trunk: Segment,
    /// The belly, a disc that stands out from the trunk and is drawn in.
    pub belly: Disc,
    /// The head.
    pub head: Disc,
    /// The limbs towards the viewer.
    pub near: Limbs,
}

/// The arm and the leg of one side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Limbs {
    /// From the shoulder to the elbow.
    pub upper_arm: Segment,
    /// From the elbow to the palm.
    pub forearm: Segment,
    /// From the hip to the knee.
    pub thigh: Segment,
    /// From the knee to the ankle.
    pub shank: Segment,
    /// From the heel to the toes.
    pub foot: Segment,
}

/// A thick line with round ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Segment {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// How thick it is.
    pub width: f32,
}

/// A disc.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Disc {
    /// Its middle.
    pub middle: Point,
    /// Its radius.
    pub radius: f32,
}

/// A point in parts of the body height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Upwards.
    pub y: f32,
}

/// A thing that the person lies, sits or leans on: a box with slightly rounded corners. A chair is
/// several of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// Where it is.
    pub bounds: Bounds,
}

/// What a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ThingKind {
    Floor,
    Bed,
    Pillow,
    Chair,
    Worktop,
}

/// The sides of a box.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[expect(missing_docs, reason = "the words say it")]
pub struct Bounds {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// The movement of `exercise`; `None` where it has no key poses.
#[must_use]
pub fn movement(exercise: &Exercise) -> Option<Movement> {
    let solved = keys::solve(exercise)?;
    Some(seen::paint(&solved))
}
