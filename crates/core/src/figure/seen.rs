//! What the viewer sees: solved joints become thick lines, with the things behind them.

use super::body::{
    FAR, HALF_FOOT, HALF_FOREARM, HALF_TRUNK, Joints, LimbJoints, NEAR, Posture, Vector,
};
use super::keys::Solved;
use super::things::things;
use super::{Bounds, Disc, Frame, Limbs, Movement, Point, Segment};
use crate::catalogue::View;

pub(super) const HEAD: f64 = 0.062;
const BELLY: f64 = HALF_TRUNK;
const TRUNK_WIDTH: f64 = 2.0 * HALF_TRUNK;
const UPPER_ARM_WIDTH: f64 = 0.045;
const FOREARM_WIDTH: f64 = 2.0 * HALF_FOREARM;
const THIGH_WIDTH: f64 = 0.064;
const SHANK_WIDTH: f64 = 0.05;
const FOOT_WIDTH: f64 = 2.0 * HALF_FOOT;

/// The movement as it is painted.
pub(super) fn paint(solved: &Solved) -> Movement {
    let frames: Vec<Frame> = match solved.view {
        View::Front => {
            solved.frames.iter().map(|(posture, joints)| on_side(posture, joints)).collect()
        }
        View::Side | View::Feet => {
            solved.frames.iter().map(|(_, joints)| from_the_side(joints)).collect()
        }
    };
    let nothing = Bounds::around(Point { x: 0.0, y: 0.0 }, 0.0);
    let person = frames.iter().flat_map(Frame::boxes).reduce(Bounds::with).unwrap_or(nothing);
    let things = things(solved, person);
    let bounds = things.iter().map(|thing| thing.bounds).fold(person, Bounds::with);
    Movement { view: solved.view, things, frames, key_frames: solved.key_frames.clone(), bounds }
}

fn from_the_side(joints: &Joints) -> Frame {
    let limbs = |limb: &LimbJoints| Limbs {
        upper_arm: line(joints.shoulder, limb.elbow, UPPER_ARM_WIDTH),
        forearm: line(limb.elbow, limb.hand, FOREARM_WIDTH),
        thigh: line(joints.hip, limb.knee, THIGH_WIDTH),
        shank: line(limb.knee, limb.ankle, SHANK_WIDTH),
        foot: line(limb.heel, limb.toes, FOOT_WIDTH),
    };
    Frame {
        far: limbs(&joints.limbs[FAR]),
        trunk: line(joints.hip, joints.shoulder, TRUNK_WIDTH),
        belly: Disc { middle: point(joints.belly), radius: short(BELLY) },
        head: Disc { middle: point(joints.head), radius: short(HEAD) },
        near: limbs(&joints.limbs[NEAR]),
    }
}

/// A person who lies on the side is thicker from shoulder to shoulder than from front to back.
const TRUNK_ON_SIDE: f64 = 0.14;
/// How high above the bed the parts lie: the upper limbs, the middle of the body, the lower limbs.
const UPPER_ARM_HEIGHT: f64 = 0.145;
const UPPER_HIP_HEIGHT: f64 = 0.115;
const UPPER_FOOT_HEIGHT: f64 = 0.085;
pub(super) const MIDDLE_HEIGHT: f64 = 0.08;
const LOWER_HEIGHT: f64 = 0.03;
/// How much from above the viewer looks down on the bed, in degrees.
const LOOK_DOWN: f64 = 32.0;

/// A person on the side, seen from in front and a little above. The plane in which the body bends
/// lies flat: its y goes towards the viewer.
fn on_side(posture: &Posture, joints: &Joints) -> Frame {
    let limbs = |side: usize| {
        let limb = &joints.limbs[side];
        let (arm, hip, foot) = match side {
            NEAR => (UPPER_ARM_HEIGHT, UPPER_HIP_HEIGHT, UPPER_FOOT_HEIGHT),
            _ => (LOWER_HEIGHT, LOWER_HEIGHT, LOWER_HEIGHT),
        };
        let (knee, rise) = on_side_knee(posture, joints, side);
        let knee = looked_down_on(knee, (hip + foot) / 2.0 + rise);
        let at = |place: Vector, height: f64| looked_down_on(place, height);
        Limbs {
            upper_arm: line(at(joints.shoulder, arm), at(limb.elbow, arm), UPPER_ARM_WIDTH),
            forearm: line(at(limb.elbow, arm), at(limb.hand, arm), FOREARM_WIDTH),
            thigh: line(at(joints.hip, hip), knee, THIGH_WIDTH),
            shank: line(knee, at(limb.ankle, foot), SHANK_WIDTH),
            foot: line(at(limb.heel, foot), at(limb.toes, foot), FOOT_WIDTH),
        }
    };
    let middle = |place: Vector| looked_down_on(place, MIDDLE_HEIGHT);
    Frame {
        far: limbs(FAR),
        trunk: line(middle(joints.hip), middle(joints.shoulder), TRUNK_ON_SIDE),
        belly: Disc { middle: point(middle(joints.belly)), radius: short(BELLY) },
        head: Disc { middle: point(middle(joints.head)), radius: short(HEAD) },
        near: limbs(NEAR),
    }
}

/// Where the knee is, and how much higher, when the bent leg has turned up about the line from the
/// hip to the ankle. Hip and foot stay where they are: that is the clamshell.
pub(super) fn on_side_knee(posture: &Posture, joints: &Joints, side: usize) -> (Vector, f64) {
    let (hip, limb, open) = (joints.hip, &joints.limbs[side], posture.limbs[side].open);
    let (axis, thigh) = (limb.ankle - hip, limb.knee - hip);
    let along = (thigh.x * axis.x + thigh.y * axis.y) / (axis.length() * axis.length());
    let foot_of_knee = hip + axis * along;
    let away = limb.knee - foot_of_knee;
    let (sin, cos) = open.to_radians().sin_cos();
    (foot_of_knee + away * cos, away.length() * sin)
}

pub(super) fn looked_down_on(place: Vector, height: f64) -> Vector {
    let (sin, cos) = LOOK_DOWN.to_radians().sin_cos();
    Vector { x: place.x, y: height * cos - place.y * sin }
}

impl Frame {
    /// A box around each part of the person.
    pub(super) fn boxes(&self) -> impl Iterator<Item = Bounds> {
        let limbs =
            |limbs: &Limbs| [limbs.upper_arm, limbs.forearm, limbs.thigh, limbs.shank, limbs.foot];
        let segments = limbs(&self.far).into_iter().chain(limbs(&self.near)).chain([self.trunk]);
        segments
            .flat_map(|segment| {
                let half = segment.width / 2.0;
                [Bounds::around(segment.from, half), Bounds::around(segment.to, half)]
            })
            .chain([self.head, self.belly].map(|disc| Bounds::around(disc.middle, disc.radius)))
    }
}

impl Bounds {
    fn around(middle: Point, reach: f32) -> Self {
        Self {
            left: middle.x - reach,
            bottom: middle.y - reach,
            right: middle.x + reach,
            top: middle.y + reach,
        }
    }

    /// A box around both.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }
}

fn line(from: Vector, to: Vector, width: f64) -> Segment {
    Segment { from: point(from), to: point(to), width: short(width) }
}

fn point(place: Vector) -> Point {
    Point { x: short(place.x), y: short(place.y) }
}

/// Four digits are a tenth of a millimetre on a person; more would only make the files longer.
#[expect(clippy::cast_possible_truncation, reason = "lengths are parts of a body height")]
pub(super) fn short(length: f64) -> f32 {
    ((length * 10_000.0).round() / 10_000.0) as f32
}
