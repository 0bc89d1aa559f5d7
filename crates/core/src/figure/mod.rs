//! The figure: a pictogram person that moves through the key poses of an exercise.
//!
//! Everything is geometry. Lengths are parts of the body height, x grows to the right, y grows
//! upwards, and 0 is the floor, or the top of the bed for a person who lies down. The body bends in
//! space (`body`, `joints`), what rests is brought to its place (`rests`, `reach`, `settle`), the
//! angles are carried from key pose to key pose (`keys`), and a camera makes flat shapes of it all
//! (`camera`, `seen`, `things`). The screens paint the shapes in the order in which they come.

mod body;
mod bounds;
mod camera;
mod joints;
mod keys;
mod reach;
mod rests;
mod seen;
mod settle;
mod space;
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

/// One movement of an exercise, ready to be painted. After the last frame comes the first. For the
/// other side of the body the whole picture is mirrored, left to right. What goes left and right in
/// turn stays where it is as long as it is seen from the side: there near and far limbs exchange.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Movement {
    /// From where the person is seen.
    pub view: View,
    /// What stands behind the person and never moves, in the order of painting.
    pub things: Vec<Thing>,
    /// What each shape of a frame is, in the order of painting.
    pub parts: Vec<PartKind>,
    /// The frames, 24 of them: 0 to 12 go out, 12 to the end come back.
    pub frames: Vec<Frame>,
    /// The frames that show a key pose, for a strip of stills. The last one is the turn.
    pub key_frames: Vec<usize>,
    /// A box around everything that is ever painted.
    pub bounds: Bounds,
    /// Whether the side that a dose names is the left one in the picture as it is.
    pub shows_left: bool,
    /// Whether it goes left and right in turn, so that every other repetition shows the other side.
    pub in_turn: bool,
    /// Which of the shapes stands at each place when near and far limbs exchange. Empty where the
    /// other side is the mirror image.
    pub exchanged: Vec<usize>,
    /// Whether the way back begins at once, so that the last key pose is not held. A walk goes on.
    pub to_and_fro: bool,
}

/// One picture of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Frame {
    /// The parts. Each place holds the same part in every frame of a movement.
    pub shapes: Vec<Shape>,
    /// How hard the working part works, 0 to 1.
    pub effort: f32,
}

/// What a part of the picture is. The words are classes of the painted shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// A limb away from the viewer.
    Far,
    /// Its hand.
    FarHand,
    /// A limb towards the viewer: the one that works.
    Near,
    /// Trunk and belly.
    Trunk,
    /// Head, neck and near hand.
    Skin,
    /// Something that the person moves: a box, a band, a pedal.
    Held,
    /// The part that the movement is about, as strong as the effort of the frame.
    Working,
}

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A thick line with round ends.
    Line(Segment),
    /// A disc.
    Disc(Disc),
    /// A box with rounded corners.
    Box(Rounded),
    /// The trunk, or a flat piece of a bed or a mat that is seen from a corner.
    Trunk(Trunk),
}

/// The trunk: a filled outline with a thick, round border. It goes from the near shoulder along
/// the near waist to the near hip, and on the far side back. The waists say how the sides curve. A
/// flat piece has its four corners in place of shoulders and hips, and straight sides.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Trunk {
    /// Near shoulder, near waist, near hip, far hip, far waist, far shoulder.
    pub outline: [Point; 6],
    /// How thick the border is.
    pub width: f32,
}

/// A box with rounded corners.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Rounded {
    /// Its sides.
    pub bounds: Bounds,
    /// The radius of its corners.
    pub corner: f32,
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

/// A thing that the person lies, sits or leans on, or a part of it: a chair is several of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// Its shape.
    pub shape: Shape,
}

/// What a thing is. The words are classes of the painted shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ThingKind {
    Floor,
    Mat,
    Bed,
    Pillow,
    Chair,
    Wall,
    Worktop,
    Step,
    Towel,
    Bike,
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
    Some(seen::paint(exercise, &solved))
}
