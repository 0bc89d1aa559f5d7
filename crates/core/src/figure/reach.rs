//! What rests in its place while the rest of the body moves: two-bone inverse kinematics.

use super::body::{
    FAR, FOOT, FOREARM, HALF_FOOT, HALF_TRUNK, Joints, NEAR, ORIGIN, Posture, SHANK, THIGH, TRUNK,
    UPPER_ARM, Vector, ankle_above_heel, joints,
};

/// What rests, and where. `None` does not rest.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rests {
    /// The shoulders on the bed.
    pub(super) shoulder: Option<Vector>,
    /// The hips on the seat or the bed.
    pub(super) hip: Option<Vector>,
    /// What rests of each side.
    pub(super) limbs: [LimbRests; 2],
}

/// What rests of one side.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct LimbRests {
    /// The heel of a foot that stands flat.
    pub(super) heel: Option<Vector>,
    /// The ball of the foot.
    pub(super) toes: Option<Vector>,
    /// The height of a heel that may slide.
    pub(super) heel_height: Option<f64>,
    /// The palm.
    pub(super) hand: Option<Vector>,
}

impl Rests {
    /// What the words of a key pose say, at the places that `at` has.
    pub(super) fn of(contacts: &[String], at: &Joints) -> Self {
        let said =
            |words: &[&str]| contacts.iter().any(|contact| words.contains(&contact.as_str()));
        let limb = |side: usize, foot: &[&str], toes: &[&str], heel: &[&str]| {
            let joints = &at.limbs[side];
            let flat = said(foot);
            let ground = |point: Vector| Vector { y: HALF_FOOT, ..point };
            let heel_at = ground(joints.heel);
            let toes_at =
                if flat { heel_at + Vector { x: FOOT, y: 0.0 } } else { ground(joints.toes) };
            LimbRests {
                heel: flat.then_some(heel_at),
                toes: (flat || said(toes)).then_some(toes_at),
                heel_height: (flat || said(heel)).then_some(HALF_FOOT),
                hand: said(&["hands"]).then_some(joints.hand),
            }
        };
        Self {
            shoulder: said(&["back", "side", "shoulders"]).then_some(at.shoulder),
            hip: said(&["back", "side", "seat"]).then_some(at.hip),
            limbs: [
                limb(NEAR, &["feet", "near-foot"], &["toes", "near-toes"], &["heels", "near-heel"]),
                limb(FAR, &["feet", "far-foot"], &["toes", "far-toes"], &["heels"]),
            ],
        }
    }

    /// What rests here and in the next key pose too.
    pub(super) fn shared_with(&self, next: &Self) -> Self {
        let limb = |side: usize| {
            let (here, there) = (&self.limbs[side], &next.limbs[side]);
            LimbRests {
                heel: here.heel.filter(|_| there.heel.is_some()),
                toes: here.toes.filter(|_| there.toes.is_some()),
                heel_height: here.heel_height.filter(|_| there.heel_height.is_some()),
                hand: here.hand.filter(|_| there.hand.is_some()),
            }
        };
        Self {
            shoulder: self.shoulder.filter(|_| next.shoulder.is_some()),
            hip: self.hip.filter(|_| next.hip.is_some()),
            limbs: [limb(NEAR), limb(FAR)],
        }
    }

    /// What rests here; what rested before keeps the place that it had.
    pub(super) fn kept_from(&self, before: &Self) -> Self {
        let limb = |side: usize| {
            let (here, there) = (&self.limbs[side], &before.limbs[side]);
            LimbRests {
                heel: here.heel.map(|new| there.heel.unwrap_or(new)),
                toes: here.toes.map(|new| there.toes.unwrap_or(new)),
                heel_height: here.heel_height,
                hand: here.hand.map(|new| there.hand.unwrap_or(new)),
            }
        };
        Self {
            shoulder: self.shoulder.map(|new| before.shoulder.unwrap_or(new)),
            hip: self.hip.map(|new| before.hip.unwrap_or(new)),
            limbs: [limb(NEAR), limb(FAR)],
        }
    }
}

/// Where the hip is when what rests is in its place. The trunk says it where the trunk rests, then
/// the seat, then a foot that stands. Without any of them, the lower foot stands on the ground
/// below the origin.
pub(super) fn hip_of(posture: &mut Posture, rests: &Rests) -> Vector {
    if let Some(shoulder) = rests.shoulder {
        return shoulder - Vector::along(posture.trunk, TRUNK);
    }
    if let Some(hip) = rests.hip {
        return hip;
    }
    for side in [NEAR, FAR] {
        let rest = &rests.limbs[side];
        if let Some(heel) = rest.heel {
            posture.point_foot(side, 0.0);
            return heel - joints(posture, ORIGIN).limbs[side].heel;
        }
        if let Some(toes) = rest.toes {
            return toes - joints(posture, ORIGIN).limbs[side].toes;
        }
    }
    standing(posture)
}

/// Where the hip is, above the origin, when the lowest point of the feet touches the ground.
pub(super) fn standing(posture: &Posture) -> Vector {
    let free = joints(posture, ORIGIN);
    let lowest =
        free.limbs.iter().flat_map(|limb| [limb.heel.y, limb.toes.y]).fold(f64::INFINITY, f64::min);
    Vector { x: 0.0, y: HALF_FOOT - lowest }
}

/// Where the shoulders of a person are who lies on the back.
pub(super) fn lying() -> Vector {
    Vector { x: 0.0, y: HALF_TRUNK }
}

/// Bends arms and legs until what rests is in its place, and says where the joints are then.
pub(super) fn settle(posture: &mut Posture, hip: Vector, rests: &Rests) -> Joints {
    for (side, rest) in rests.limbs.iter().enumerate() {
        if let Some(ankle) = ankle_of(posture, hip, side, rest) {
            let (thigh, shank) = two_bones(ankle - hip, THIGH, SHANK, 1.0);
            posture.point_leg(side, thigh, shank);
        }
        if let Some(hand) = rest.hand {
            let shoulder = joints(posture, hip).shoulder;
            let (upper_arm, forearm) = two_bones(hand - shoulder, UPPER_ARM, FOREARM, -1.0);
            posture.point_arm(side, upper_arm, forearm);
        }
    }
    joints(posture, hip)
}

/// Where the ankle of a leg that rests must be.
fn ankle_of(posture: &mut Posture, hip: Vector, side: usize, rest: &LimbRests) -> Option<Vector> {
    if let Some(heel) = rest.heel {
        posture.point_foot(side, 0.0);
        return Some(heel + ankle_above_heel(0.0));
    }
    let foot = posture.foot(side);
    if let Some(toes) = rest.toes {
        return Some(toes - Vector::along(foot, FOOT) + ankle_above_heel(foot));
    }
    let height = rest.heel_height? + ankle_above_heel(foot).y;
    // The heel slides: it keeps its way along the bed as far as the leg reaches.
    let free = joints(posture, hip).limbs[side].ankle;
    let rise = height - hip.y;
    let longest = ((THIGH + SHANK).powi(2) - rise * rise).max(0.0).sqrt();
    Some(Vector { x: hip.x + (free.x - hip.x).clamp(-longest, longest), y: height })
}

/// The directions of two bones that together go `way`, with the joint between them on the left
/// (1) or on the right (-1) of the way. A way that is too long is gone as far as they reach.
pub(super) fn two_bones(way: Vector, first: f64, second: f64, joint: f64) -> (f64, f64) {
    let length = way.length().clamp((first - second).abs() + 1e-6, first + second - 1e-9);
    let corner = |opposite: f64, a: f64, b: f64| {
        ((a * a + b * b - opposite * opposite) / (2.0 * a * b)).clamp(-1.0, 1.0).acos().to_degrees()
    };
    let at_start = corner(second, first, length);
    let at_end = corner(first, second, length);
    let direction = way.direction();
    (direction + joint * at_start, direction - joint * at_end)
}
