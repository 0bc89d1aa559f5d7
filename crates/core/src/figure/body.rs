//! The body: how long its parts are, and how much its joints bend.

use crate::catalogue::{Pose, View};

/// Lengths as parts of the body height, rounded from the usual tables of body measurements.
pub(super) const TRUNK: f64 = 0.288;
pub(super) const THIGH: f64 = 0.245;
pub(super) const SHANK: f64 = 0.246;
pub(super) const UPPER_ARM: f64 = 0.186;
/// From the elbow to the palm.
pub(super) const FOREARM: f64 = 0.166;
/// From the shoulders to the middle of the head.
pub(super) const NECK: f64 = 0.114;
/// From the heel to the ball of the foot.
pub(super) const FOOT: f64 = 0.13;
/// From the middle of the heel forward to the ankle.
pub(super) const HEEL: f64 = 0.03;
/// From the middle line of the foot up to the ankle.
pub(super) const INSTEP: f64 = 0.019;
/// The part of the trunk below the waist, where it bends.
pub(super) const BELOW_WAIST: f64 = 0.35;

/// From the middle line of the body to a shoulder and to a hip.
pub(super) const HALF_SHOULDERS: f64 = 0.095;
pub(super) const HALF_HIPS: f64 = 0.05;

/// Half the thickness of the parts that rest on something.
pub(super) const HALF_TRUNK: f64 = 0.05;
pub(super) const HALF_SIDE: f64 = 0.105;
pub(super) const HALF_SHANK: f64 = 0.026;
pub(super) const HALF_FOOT: f64 = 0.02;
pub(super) const HALF_HAND: f64 = 0.022;
pub(super) const HALF_KNEE: f64 = 0.032;

/// The two sides of the body, as the viewer sees them.
pub(super) const NEAR: usize = 0;
pub(super) const FAR: usize = 1;

/// How much each joint bends, in degrees, in the notation of `exercises/README.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Posture {
    /// 1 where the near limbs are those towards a viewer at the side, -1 where they are the upper
    /// limbs of a person who lies on the side.
    pub(super) near: f64,
    pub(super) trunk: f64,
    pub(super) roll: f64,
    pub(super) neck: f64,
    pub(super) lumbar: f64,
    pub(super) belly: f64,
    pub(super) crank: f64,
    pub(super) limbs: [Bend; 2],
}

/// How much the joints of one side bend, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bend {
    pub(super) hip: f64,
    pub(super) out: f64,
    pub(super) open: f64,
    pub(super) knee: f64,
    pub(super) ankle: f64,
    pub(super) shoulder: f64,
    pub(super) spread: f64,
    pub(super) flare: f64,
    pub(super) elbow: f64,
}

/// The names of the numbers of a posture, in the order of [`Posture::numbers`]: first those of the
/// whole body, then those of one side.
pub(super) const WHOLE: [&str; 6] = ["trunk", "roll", "neck", "lumbar", "belly", "crank"];
pub(super) const SIDE: [&str; 9] =
    ["hip", "out", "open", "knee", "ankle", "shoulder", "spread", "flare", "elbow"];

/// Numbers in a posture.
pub(super) const NUMBERS: usize = 24;

/// Which of the numbers is the crank of a bike: it turns evenly.
pub(super) const CRANK: usize = 5;

impl Posture {
    /// The posture that a key pose writes down. What it leaves out is straight.
    pub(super) fn of(pose: &Pose, view: View) -> Self {
        let pair = |joint: &str| pose.angles.get(joint).copied().unwrap_or((0.0, 0.0));
        let whole = WHOLE.map(|joint| pair(joint).0);
        let (near, far) = (SIDE.map(|joint| pair(joint).0), SIDE.map(|joint| pair(joint).1));
        let mut numbers = [0.0; NUMBERS];
        for (to, from) in numbers.iter_mut().zip(whole.into_iter().chain(near).chain(far)) {
            *to = from;
        }
        Self::from_numbers(if view.is_on_side() { -1.0 } else { 1.0 }, numbers)
    }

    /// The same posture with the near and the far limbs exchanged, as in the second step of a walk.
    pub(super) fn exchanged(self) -> Self {
        let [near, far] = self.limbs;
        Self { limbs: [far, near], crank: self.crank - 180.0, ..self }
    }

    /// All its numbers in a fixed order, so that one rule can carry each from pose to pose.
    pub(super) fn numbers(&self) -> [f64; NUMBERS] {
        let [n, f] = &self.limbs;
        [
            self.trunk,
            self.roll,
            self.neck,
            self.lumbar,
            self.belly,
            self.crank, // whole
            n.hip,
            n.out,
            n.open,
            n.knee,
            n.ankle,
            n.shoulder,
            n.spread,
            n.flare,
            n.elbow, // near
            f.hip,
            f.out,
            f.open,
            f.knee,
            f.ankle,
            f.shoulder,
            f.spread,
            f.flare,
            f.elbow,
        ]
    }

    /// The posture with these numbers.
    pub(super) fn from_numbers(near: f64, numbers: [f64; NUMBERS]) -> Self {
        let [trunk, roll, neck, lumbar, belly, crank, sides @ ..] = numbers;
        let bend = |first: usize| Bend {
            hip: sides[first],
            out: sides[first + 1],
            open: sides[first + 2],
            knee: sides[first + 3],
            ankle: sides[first + 4],
            shoulder: sides[first + 5],
            spread: sides[first + 6],
            flare: sides[first + 7],
            elbow: sides[first + 8],
        };
        Self { near, trunk, roll, neck, lumbar, belly, crank, limbs: [bend(0), bend(SIDE.len())] }
    }
}
