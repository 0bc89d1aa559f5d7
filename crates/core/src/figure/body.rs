//! The body: how long its parts are, and where its joints are when they bend.

use std::ops::{Add, Mul, Sub};

use crate::catalogue::Pose;

/// Lengths as parts of the body height, rounded from the usual tables of body measurements.
pub(super) const TRUNK: f64 = 0.288;
pub(super) const THIGH: f64 = 0.245;
pub(super) const SHANK: f64 = 0.246;
pub(super) const UPPER_ARM: f64 = 0.186;
/// From the elbow to the palm.
pub(super) const FOREARM: f64 = 0.166;
/// From the shoulder to the middle of the head.
const NECK: f64 = 0.114;
/// From the heel to the ball of the foot.
pub(super) const FOOT: f64 = 0.13;
/// From the middle of the heel forward to the ankle.
const HEEL: f64 = 0.03;
/// From the middle line of the foot up to the ankle.
const INSTEP: f64 = 0.019;

/// Half the thickness of the parts that rest on something.
pub(super) const HALF_TRUNK: f64 = 0.05;
pub(super) const HALF_FOOT: f64 = 0.02;
pub(super) const HALF_FOREARM: f64 = 0.019;

/// How far the middle of the belly's disc lies before the middle line of the trunk, and how far it
/// moves. A belly that is drawn in does not show.
const BELLY: f64 = 0.012;
const BELLY_MOVES: f64 = 0.012;

/// The two sides of the body, as the viewer sees them.
pub(super) const NEAR: usize = 0;
pub(super) const FAR: usize = 1;

/// A place or a way in the plane in which the body bends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Vector {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Where the hip is before anything says where it is.
pub(super) const ORIGIN: Vector = Vector { x: 0.0, y: 0.0 };

impl Vector {
    /// The way of `length` in the direction of `degrees`.
    pub(super) fn along(degrees: f64, length: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: cos * length, y: sin * length }
    }

    pub(super) fn length(self) -> f64 {
        self.x.hypot(self.y)
    }

    /// Its direction in degrees.
    pub(super) fn direction(self) -> f64 {
        self.y.atan2(self.x).to_degrees()
    }
}

impl Add for Vector {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Vector {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f64> for Vector {
    type Output = Self;
    fn mul(self, times: f64) -> Self {
        Self { x: self.x * times, y: self.y * times }
    }
}

/// How much each joint bends, in degrees, in the notation of `exercises/README.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Posture {
    pub(super) trunk: f64,
    pub(super) neck: f64,
    pub(super) belly: f64,
    pub(super) limbs: [Bend; 2],
}

/// How much the joints of one side bend, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bend {
    pub(super) hip: f64,
    pub(super) knee: f64,
    pub(super) ankle: f64,
    pub(super) shoulder: f64,
    pub(super) elbow: f64,
    pub(super) open: f64,
}

/// Numbers in a posture.
pub(super) const NUMBERS: usize = 15;

impl Posture {
    /// The posture that a key pose writes down. What it leaves out is straight.
    pub(super) fn of(pose: &Pose) -> Self {
        let pair = |joint: &str| pose.angles.get(joint).copied().unwrap_or((0.0, 0.0));
        let one = |joint: &str| pair(joint).0;
        let bend = |side: fn((f64, f64)) -> f64| Bend {
            hip: side(pair("hip")),
            knee: side(pair("knee")),
            ankle: side(pair("ankle")),
            shoulder: side(pair("shoulder")),
            elbow: side(pair("elbow")),
            open: side(pair("open")),
        };
        Self {
            trunk: one("trunk"),
            neck: one("neck"),
            belly: one("belly"),
            limbs: [bend(|(near, _)| near), bend(|(_, far)| far)],
        }
    }

    /// The same posture with the near and the far limbs exchanged.
    pub(super) fn exchanged(self) -> Self {
        let [near, far] = self.limbs;
        Self { limbs: [far, near], ..self }
    }

    /// All its numbers in a fixed order, so that one rule can carry each from pose to pose.
    pub(super) fn numbers(&self) -> [f64; NUMBERS] {
        let [n, f] = &self.limbs;
        [
            self.trunk, self.neck, self.belly, n.hip, n.knee, n.ankle, n.shoulder, n.elbow, n.open,
            f.hip, f.knee, f.ankle, f.shoulder, f.elbow, f.open,
        ]
    }

    /// The posture with these numbers.
    pub(super) fn from_numbers(numbers: [f64; NUMBERS]) -> Self {
        let [trunk, neck, belly, near @ .., a, b, c, d, e, f] = numbers;
        let bend = |[hip, knee, ankle, shoulder, elbow, open]: [f64; 6]| Bend {
            hip,
            knee,
            ankle,
            shoulder,
            elbow,
            open,
        };
        Self { trunk, neck, belly, limbs: [bend(near), bend([a, b, c, d, e, f])] }
    }

    /// The direction of the thigh of `side`.
    fn thigh(&self, side: usize) -> f64 {
        self.trunk + 180.0 + self.limbs[side].hip
    }

    /// The direction of the foot of `side`, from the heel to the toes.
    pub(super) fn foot(&self, side: usize) -> f64 {
        self.thigh(side) - self.limbs[side].knee + 90.0 + self.limbs[side].ankle
    }

    /// Points the foot of `side` in `direction` by bending the ankle.
    pub(super) fn point_foot(&mut self, side: usize, direction: f64) {
        let change = around_zero(direction - self.foot(side));
        self.limbs[side].ankle += change;
    }

    /// Gives the leg of `side` these directions; the foot keeps its own.
    pub(super) fn point_leg(&mut self, side: usize, thigh: f64, shank: f64) {
        let foot = self.foot(side);
        self.limbs[side].hip = around_zero(thigh - self.trunk - 180.0);
        self.limbs[side].knee = around_zero(thigh - shank);
        self.point_foot(side, foot);
    }

    /// Gives the arm of `side` these directions.
    pub(super) fn point_arm(&mut self, side: usize, upper_arm: f64, forearm: f64) {
        self.limbs[side].shoulder = around_zero(upper_arm - self.trunk - 180.0);
        self.limbs[side].elbow = around_zero(forearm - upper_arm);
    }
}

/// The same direction between -180 and 180 degrees.
fn around_zero(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

/// Where the joints are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Joints {
    pub(super) hip: Vector,
    pub(super) shoulder: Vector,
    pub(super) head: Vector,
    pub(super) belly: Vector,
    pub(super) limbs: [LimbJoints; 2],
}

/// Where the joints of one side are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LimbJoints {
    pub(super) elbow: Vector,
    pub(super) hand: Vector,
    pub(super) knee: Vector,
    pub(super) ankle: Vector,
    pub(super) heel: Vector,
    pub(super) toes: Vector,
}

/// Where the joints are when the hip is at `hip`.
pub(super) fn joints(posture: &Posture, hip: Vector) -> Joints {
    let shoulder = hip + Vector::along(posture.trunk, TRUNK);
    let head = shoulder + Vector::along(posture.trunk - posture.neck, NECK);
    let belly = hip
        + Vector::along(posture.trunk, TRUNK * 0.36)
        + Vector::along(posture.trunk - 90.0, BELLY + BELLY_MOVES * posture.belly);
    let limb = |side: usize| {
        let bend = &posture.limbs[side];
        let thigh = posture.thigh(side);
        let knee = hip + Vector::along(thigh, THIGH);
        let ankle = knee + Vector::along(thigh - bend.knee, SHANK);
        let heel = ankle - ankle_above_heel(posture.foot(side));
        let upper_arm = posture.trunk + 180.0 + bend.shoulder;
        let elbow = shoulder + Vector::along(upper_arm, UPPER_ARM);
        LimbJoints {
            elbow,
            hand: elbow + Vector::along(upper_arm + bend.elbow, FOREARM),
            knee,
            ankle,
            heel,
            toes: heel + Vector::along(posture.foot(side), FOOT),
        }
    };
    Joints { hip, shoulder, head, belly, limbs: [limb(NEAR), limb(FAR)] }
}

/// The way from the middle of the heel to the ankle of a foot that points in `direction`.
pub(super) fn ankle_above_heel(direction: f64) -> Vector {
    Vector::along(direction, HEEL) + Vector::along(direction + 90.0, INSTEP)
}
