//! Two-bone inverse kinematics: the angles that bring an ankle or a hand to its place.

use super::body::{FOREARM, Posture, SHANK, THIGH, UPPER_ARM};
use super::joints::{Axes, Leg, arm};
use super::space::{Vector, around_zero};

/// The corners at the root and at the end of two bones that together go `length`. A way that is
/// too long is gone as far as they reach.
pub(super) fn corners(length: f64, first: f64, second: f64) -> (f64, f64) {
    let length = length.clamp((first - second).abs() + 1e-6, first + second - 1e-9);
    let corner = |opposite: f64, a: f64, b: f64| {
        ((a * a + b * b - opposite * opposite) / (2.0 * a * b)).clamp(-1.0, 1.0).acos().to_degrees()
    };
    (corner(second, first, length), corner(first, second, length))
}

/// How far in front, and how far out, the first bone points when the second one ends in the
/// direction `way`, and the first is `corner` in front of that direction.
fn aim(axes: &Axes, outward: Vector, way: Vector, corner: f64) -> (f64, f64) {
    let way = way.unit();
    let (sin, cos) = corner.to_radians().sin_cos();
    let out = (way.dot(outward) / cos.max(1e-6)).clamp(-1.0, 1.0).asin();
    let flat = way.dot(axes.front).atan2(-way.dot(axes.up)).to_degrees();
    let ahead = flat + sin.atan2(cos * out.cos()).to_degrees();
    (around_zero(ahead), out.to_degrees())
}

/// Bends the leg of `side` so that its ankle is `way` from its hip. The foot keeps its direction
/// in the plane of the leg.
pub(super) fn reach_with_leg(posture: &mut Posture, side: usize, way: Vector) {
    let foot = Leg::of(posture, side).foot;
    let (at_hip, at_ankle) = corners(way.length(), THIGH, SHANK);
    let axes = Axes::of(posture);
    let (hip, out) = aim(&axes, axes.outward(side), way, at_hip);
    let bend = &mut posture.limbs[side];
    (bend.hip, bend.out, bend.knee) = (hip, out, at_hip + at_ankle);
    point_foot(posture, side, foot);
}

/// Bends the arm of `side` so that its hand is `way` from its shoulder.
pub(super) fn reach_with_arm(posture: &mut Posture, side: usize, way: Vector) {
    let (at_shoulder, at_hand) = corners(way.length(), UPPER_ARM, FOREARM);
    let axes = Axes::of(posture);
    let (shoulder, spread) = aim(&axes, axes.outward(side), way, -at_shoulder);
    let bend = &mut posture.limbs[side];
    (bend.shoulder, bend.spread, bend.elbow) = (shoulder, spread, at_shoulder + at_hand);
}

/// Points the upper arm of `side` along `way` and lays the forearm level.
pub(super) fn lean_on_elbow(posture: &mut Posture, side: usize, way: Vector) {
    let axes = Axes::of(posture);
    let (shoulder, spread) = aim(&axes, axes.outward(side), way, 0.0);
    let bend = &mut posture.limbs[side];
    (bend.shoulder, bend.spread, bend.flare) = (shoulder, spread, 0.0);
    let (upper, _, before) = arm(posture, side);
    posture.limbs[side].elbow = (-upper.y).atan2(before.y).to_degrees();
}

/// Bends the ankle of `side` so that the foot points along `way` as well as it can.
pub(super) fn point_foot(posture: &mut Posture, side: usize, way: Vector) {
    let leg = Leg::of(posture, side);
    let ankle = (-way.dot(leg.shank)).atan2(way.dot(leg.before_shank)).to_degrees();
    posture.limbs[side].ankle = ankle;
}

/// Bends the knee of `side` so that the shank lies level behind the knee.
pub(super) fn lay_shank(posture: &mut Posture, side: usize) {
    let leg = Leg::of(posture, side);
    posture.limbs[side].knee = (-leg.thigh.y).atan2(-leg.before_thigh.y).to_degrees();
}

/// Points the thigh of `side` along `way`. The shank keeps its bend.
pub(super) fn reach_with_thigh(posture: &mut Posture, side: usize, way: Vector) {
    let axes = Axes::of(posture);
    let (hip, out) = aim(&axes, axes.outward(side), way, 0.0);
    let bend = &mut posture.limbs[side];
    (bend.hip, bend.out) = (hip, out);
}
