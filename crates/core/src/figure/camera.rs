//! From where the person is seen.

use super::body::{HALF_TRUNK, NEAR};
use super::joints::Joints;
use super::space::Vector;
use super::{Point, Segment, Trunk};
use crate::catalogue::View;

/// How much from above each view looks, in degrees.
const DOWN_ON_SIDE: f64 = 22.0;
const DOWN_ON_CORNER: f64 = 26.0;
const DOWN_FROM_BEHIND: f64 = 10.0;
const DOWN_FROM_FEET: f64 = 38.0;

/// How far a viewer at the corner of the bed stands towards its foot end, in degrees.
const TO_THE_CORNER: f64 = 38.0;

/// Which ways in space go to the right and upwards in the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Camera {
    pub(super) right: Vector,
    pub(super) up: Vector,
}

impl Camera {
    pub(super) fn of(view: View) -> Self {
        // Round the person to the right of a viewer at the side, and down.
        let (round, down) = match view {
            View::Side => (0.0, 0.0),
            View::LyingSide => (0.0, DOWN_ON_SIDE),
            View::Corner => (TO_THE_CORNER, DOWN_ON_CORNER),
            View::Behind => (-90.0, DOWN_FROM_BEHIND),
            View::Feet => (90.0, DOWN_FROM_FEET),
        };
        let (sin_round, cos_round) = f64::to_radians(round).sin_cos();
        let (sin, cos) = f64::to_radians(down).sin_cos();
        let towards = Vector { x: sin_round, y: 0.0, z: cos_round };
        Self {
            right: Vector { x: cos_round, y: 0.0, z: -sin_round },
            up: Vector::flat(0.0, cos) - towards * sin,
        }
    }

    /// Where a place in space is in the picture.
    pub(super) fn place(self, place: Vector) -> Vector {
        Vector::flat(place.dot(self.right), place.dot(self.up))
    }

    pub(super) fn point(self, place: Vector) -> Point {
        let seen = self.place(place);
        Point { x: short(seen.x), y: short(seen.y) }
    }

    pub(super) fn line(self, from: Vector, to: Vector, width: f64) -> Segment {
        Segment { from: self.point(from), to: self.point(to), width: short(width) }
    }

    /// The trunk as a border of constant width around the joints, pulled in by the border.
    pub(super) fn trunk(self, joints: &Joints) -> Trunk {
        let limbs = &joints.limbs;
        let side = |side: usize| {
            let half = |from: Vector, to: Vector, share: f64| from + (to - from) * share;
            let shoulder = half(joints.shoulder, limbs[side].shoulder, 0.55);
            let hip = half(joints.hip, limbs[side].hip, 0.6);
            let outward = limbs[side].hip - joints.hip;
            // The middle of the curve goes through the waist.
            let through = joints.waist + outward * 0.55;
            let waist = through * 2.0 - (shoulder + hip) * 0.5;
            (self.point(shoulder), self.point(waist), self.point(hip))
        };
        let (near, far) = (side(NEAR), side(1 - NEAR));
        Trunk {
            outline: [near.0, near.1, near.2, far.2, far.1, far.0],
            width: short(2.0 * HALF_TRUNK),
        }
    }
}

/// Four digits are a tenth of a millimetre on a person; more would only make the files longer.
#[expect(clippy::cast_possible_truncation, reason = "lengths are parts of a body height")]
pub(super) fn short(length: f64) -> f32 {
    ((length * 10_000.0).round() / 10_000.0) as f32
}
