//! Where the joints are when they bend.

use super::body::{
    BELOW_WAIST, FAR, FOOT, FOREARM, HALF_HIPS, HALF_SHOULDERS, HEEL, INSTEP, NEAR, NECK, Posture,
    SHANK, THIGH, TRUNK, UPPER_ARM,
};
use super::space::Vector;

/// How far the middle of the belly's disc moves before the middle line of the trunk. Only a belly
/// that is out shows.
const BELLY: f64 = 0.026;

/// Where the joints are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Joints {
    /// The middle between the hips, the waist, the middle between the shoulders.
    pub(super) hip: Vector,
    pub(super) waist: Vector,
    pub(super) shoulder: Vector,
    pub(super) head: Vector,
    pub(super) belly: Vector,
    pub(super) limbs: [LimbJoints; 2],
}

/// Where the joints of one side are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LimbJoints {
    pub(super) hip: Vector,
    pub(super) knee: Vector,
    pub(super) ankle: Vector,
    pub(super) heel: Vector,
    pub(super) toes: Vector,
    pub(super) shoulder: Vector,
    pub(super) elbow: Vector,
    pub(super) hand: Vector,
}

/// The directions of the trunk: upwards, to the front, and to the near side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axes {
    pub(super) up: Vector,
    pub(super) front: Vector,
    pub(super) near: Vector,
}

/// The directions of the parts of a leg. `before_*` stand upright on thigh and shank towards the
/// side to which the knee bends; `above_foot` from the sole to the instep.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg {
    pub(super) thigh: Vector,
    pub(super) before_thigh: Vector,
    pub(super) shank: Vector,
    pub(super) before_shank: Vector,
    pub(super) foot: Vector,
    pub(super) above_foot: Vector,
}

impl Axes {
    pub(super) fn of(posture: &Posture) -> Self {
        let up = Vector::along(posture.trunk, 1.0);
        let (sin, cos) = posture.roll.to_radians().sin_cos();
        let front = Vector::along(posture.trunk - 90.0, cos) + Vector { x: 0.0, y: 0.0, z: sin };
        Self { up, front, near: front.cross(up) * posture.near }
    }

    /// From the middle to the side `side`.
    pub(super) fn outward(&self, side: usize) -> Vector {
        if side == NEAR { self.near } else { -self.near }
    }

    /// The direction in the middle plane of the body that is `degrees` in front of straight down.
    pub(super) fn forward(&self, degrees: f64) -> Vector {
        let (sin, cos) = degrees.to_radians().sin_cos();
        self.front * sin - self.up * cos
    }

    /// Which way round the leg of `side` turns when its knee opens outwards.
    fn handed(side: usize, posture: &Posture) -> f64 {
        if side == NEAR { posture.near } else { -posture.near }
    }
}

impl Leg {
    /// The leg of `side` before it turns about the line from hip to ankle.
    pub(super) fn of(posture: &Posture, side: usize) -> Self {
        let (axes, bend) = (Axes::of(posture), &posture.limbs[side]);
        let (sin_out, cos_out) = bend.out.to_radians().sin_cos();
        let thigh = axes.forward(bend.hip) * cos_out + axes.outward(side) * sin_out;
        let before_thigh = axes.forward(bend.hip + 90.0);
        let (sin, cos) = bend.knee.to_radians().sin_cos();
        let shank = thigh * cos - before_thigh * sin;
        let before_shank = thigh * sin + before_thigh * cos;
        let (sin, cos) = bend.ankle.to_radians().sin_cos();
        Self {
            thigh,
            before_thigh,
            shank,
            before_shank,
            foot: before_shank * cos - shank * sin,
            above_foot: -shank * cos - before_shank * sin,
        }
    }

    /// From the middle of the heel to the ankle.
    pub(super) fn ankle_above_heel(&self) -> Vector {
        self.foot * HEEL + self.above_foot * INSTEP
    }
}

/// The directions of upper arm and forearm before they turn about the line from shoulder to hand,
/// and the direction that stands upright on the upper arm towards the side to which it bends.
pub(super) fn arm(posture: &Posture, side: usize) -> (Vector, Vector, Vector) {
    let (axes, bend) = (Axes::of(posture), &posture.limbs[side]);
    let (sin_out, cos_out) = bend.spread.to_radians().sin_cos();
    let upper = axes.forward(bend.shoulder) * cos_out + axes.outward(side) * sin_out;
    let before = axes.forward(bend.shoulder + 90.0);
    let (sin, cos) = bend.elbow.to_radians().sin_cos();
    (upper, upper * cos + before * sin, before)
}

/// Where the joints are when the middle of the hips is at `hip`.
pub(super) fn joints(posture: &Posture, hip: Vector) -> Joints {
    let axes = Axes::of(posture);
    let below = axes.forward(180.0 + posture.lumbar * (1.0 - BELOW_WAIST));
    let above_angle = 180.0 - posture.lumbar * BELOW_WAIST;
    let waist = hip + below * (TRUNK * BELOW_WAIST);
    let shoulder = waist + axes.forward(above_angle) * (TRUNK * (1.0 - BELOW_WAIST));
    let head = shoulder + axes.forward(above_angle - posture.neck) * NECK;
    let belly = waist + axes.front * (BELLY * posture.belly.max(0.0));
    let limb = |side: usize| limb(posture, &axes, side, hip, shoulder);
    Joints { hip, waist, shoulder, head, belly, limbs: [limb(NEAR), limb(FAR)] }
}

fn limb(posture: &Posture, axes: &Axes, side: usize, hip: Vector, shoulder: Vector) -> LimbJoints {
    let bend = &posture.limbs[side];
    let handed = Axes::handed(side, posture);
    let hip = hip + axes.outward(side) * HALF_HIPS;
    let leg = Leg::of(posture, side);
    let reach = leg.thigh * THIGH + leg.shank * SHANK;
    let ankle = hip + reach;
    let heel = ankle - leg.ankle_above_heel();

    let shoulder = shoulder + axes.outward(side) * HALF_SHOULDERS;
    let (upper, fore, _) = arm(posture, side);
    let grasp = upper * UPPER_ARM + fore * FOREARM;
    LimbJoints {
        hip,
        // The foot keeps its direction when the knee opens: it rolls onto its edge.
        knee: hip + (leg.thigh * THIGH).turned(reach.unit(), bend.open * handed),
        ankle,
        heel,
        toes: heel + leg.foot * FOOT,
        shoulder,
        elbow: shoulder + (upper * UPPER_ARM).turned(grasp.unit(), -bend.flare * handed),
        hand: shoulder + grasp,
    }
}
