//! Brings what rests to its place while the rest of the body gives way.

use super::body::{
    FAR, FOOT, HALF_SHOULDERS, HALF_TRUNK, HEEL, INSTEP, NEAR, Posture, SHANK, THIGH, UPPER_ARM,
};
use super::joints::{Axes, Joints, Leg, joints};
use super::reach::{
    corners, lay_shank, lean_on_elbow, point_foot, reach_with_arm, reach_with_leg, reach_with_thigh,
};
use super::rests::{Hand, LimbRests, Rests, hip_lift, on_pedal, shoulder_lift, standing};
use super::space::{ORIGIN, Vector, around_zero};

/// The direction of the toes of a foot that stands.
const AHEAD: Vector = Vector { x: 1.0, y: 0.0, z: 0.0 };

/// Bends the body until what rests is in its place, and says where the joints are then.
pub(super) fn settle(posture: &mut Posture, rests: &Rests) -> Joints {
    let hip = hip_of(posture, rests);
    for side in [NEAR, FAR] {
        settle_leg(posture, hip, side, &rests.limbs[side]);
    }
    for side in [NEAR, FAR] {
        settle_arm(posture, hip, side, &rests.limbs[side]);
    }
    let mut joints = joints(posture, hip);
    for (limb, rest) in joints.limbs.iter_mut().zip(&rests.limbs) {
        if rest.foot.is_some() {
            // A sole that stands does not turn with a knee that leans to its side.
            limb.heel = limb.ankle - Vector::flat(HEEL, INSTEP);
            limb.toes = limb.heel + AHEAD * FOOT;
        }
    }
    joints
}

/// Where the hip is when what rests is in its place. The trunk says it where the trunk rests, then
/// the seat, a knee, and a foot. Without any of them, the lower foot stands on the ground below
/// the origin.
fn hip_of(posture: &mut Posture, rests: &Rests) -> Vector {
    let raised = |place: Vector, lift: f64| Vector { y: place.y + lift, ..place };
    if let Some(shoulder) = rests.shoulder {
        let free = joints(posture, ORIGIN).shoulder;
        return raised(shoulder, shoulder_lift(posture)) - free;
    }
    if let Some(hip) = rests.hip {
        return raised(hip, hip_lift(posture));
    }
    for (side, rest) in rests.limbs.iter().enumerate() {
        if let Some(knee) = rest.knee {
            let hip = knee - joints(posture, ORIGIN).limbs[side].knee;
            lean(posture, hip, rests);
            return hip;
        }
    }
    let hip = on_feet(posture, rests);
    rests.wall.map_or(hip, |x| Vector { x, ..hip })
}

fn on_feet(posture: &Posture, rests: &Rests) -> Vector {
    let free = joints(posture, ORIGIN);
    for (rest, limb) in rests.limbs.iter().zip(&free.limbs) {
        if let Some(ankle) = rest.foot {
            return ankle - limb.ankle;
        }
        if let Some(toes) = rest.toes {
            return toes - limb.toes;
        }
    }
    standing(posture)
}

/// Tips the trunk until a shoulder is as far above its resting elbow as the upper arm is long. The
/// legs keep their directions.
fn lean(posture: &mut Posture, hip: Vector, rests: &Rests) {
    let at = joints(posture, hip);
    let resting = (0..2).rev().find_map(|side| Some((side, rests.limbs[side].elbow?)));
    let Some((side, elbow)) = resting else { return };
    let flat = |way: Vector| Vector { z: 0.0, ..way };
    let (trunk, way) = (flat(at.limbs[side].shoulder - hip), flat(elbow - hip));
    let (at_hip, _) = corners(way.length(), trunk.length(), UPPER_ARM);
    let above = if way.x > 0.0 { at_hip } else { -at_hip };
    let change = around_zero(way.direction() + above - trunk.direction());
    posture.trunk += change;
    for limb in &mut posture.limbs {
        limb.hip -= change * posture.roll.to_radians().cos();
    }
}

fn settle_leg(posture: &mut Posture, hip: Vector, side: usize, rest: &LimbRests) {
    let root = joints(posture, hip).limbs[side].hip;
    if let Some(knee) = rest.knee {
        reach_with_thigh(posture, side, knee - root);
        lay_shank(posture, side);
        return;
    }
    if let Some(ankle) = rest.foot {
        reach_with_leg(posture, side, ankle - root);
        point_foot(posture, side, AHEAD);
        return;
    }
    let toes = rest.pedal.map(|()| on_pedal(posture, hip, side)).or(rest.toes);
    let leg = Leg::of(posture, side);
    if let Some(toes) = toes {
        let ankle = toes - leg.foot * FOOT + leg.ankle_above_heel();
        reach_with_leg(posture, side, ankle - root);
        return;
    }
    let Some(height) = rest.heel_height else { return };
    // The heel slides: it keeps its way along the bed as far as the leg reaches.
    let free = joints(posture, hip).limbs[side].ankle - root;
    let rise = height + leg.ankle_above_heel().y - root.y;
    let longest = ((THIGH + SHANK).powi(2) - rise * rise).max(0.0).sqrt();
    let ahead = free.x.clamp(-longest, longest);
    reach_with_leg(posture, side, Vector { x: ahead, y: rise, ..free });
}

fn settle_arm(posture: &mut Posture, hip: Vector, side: usize, rest: &LimbRests) {
    let at = joints(posture, hip);
    let root = at.limbs[side].shoulder;
    if let Some(elbow) = rest.elbow {
        lean_on_elbow(posture, side, elbow - root);
    } else if let Some(hand) = rest.hand {
        let place = match hand {
            Hand::At(place) => place,
            Hand::Thigh => along_thigh(posture, &at, side, side, ON_THIGH),
            Hand::BehindThigh => {
                // The hands hold it from both sides.
                let aside = Axes::of(posture).outward(side) * ASIDE;
                along_thigh(posture, &at, side, NEAR, -BEHIND_THIGH) + aside
            }
            Hand::Belly => on_trunk(posture, at.belly * 0.75 + at.hip * 0.25, side, BESIDE),
            Hand::Chest => {
                on_trunk(posture, at.shoulder * 0.6 + at.waist * 0.4, side, HALF_SHOULDERS)
            }
        };
        reach_with_arm(posture, side, place - root);
    }
}

/// How far a hand lies before the middle line of the trunk, and beside the middle of the belly.
const ON_TRUNK: f64 = HALF_TRUNK + 0.014;
const BESIDE: f64 = 0.045;
/// How far a hand lies before or behind the middle line of the thigh.
const ON_THIGH: f64 = 0.045;
const BEHIND_THIGH: f64 = 0.04;
const ASIDE: f64 = 0.03;

/// The place on the front of the trunk before `middle`, `beside` it towards `side`.
fn on_trunk(posture: &Posture, middle: Vector, side: usize, beside: f64) -> Vector {
    let axes = Axes::of(posture);
    middle + axes.front * ON_TRUNK + axes.outward(side) * beside
}

/// The place on the thigh of `of` that is nearest to the hand of `side` as it is written.
fn along_thigh(posture: &Posture, at: &Joints, side: usize, of: usize, before: f64) -> Vector {
    let (leg, root) = (Leg::of(posture, of), at.limbs[of].hip);
    let along = (at.limbs[side].hand - root).dot(leg.thigh).clamp(0.25 * THIGH, 0.95 * THIGH);
    root + leg.thigh * along + leg.before_thigh * before
}
