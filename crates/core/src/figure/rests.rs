//! What rests, and where: the words of a key pose become places.

use super::body::{
    FAR, FOOT, HALF_FOOT, HALF_HAND, HALF_HIPS, HALF_KNEE, HALF_SIDE, HALF_TRUNK, HEEL, INSTEP,
    NEAR, Posture,
};
use super::joints::{Joints, joints};
use super::space::{ORIGIN, Vector};

/// How high a step and a saddle are.
pub(super) const STEP: f64 = 0.085;
const SADDLE: f64 = 0.6;
/// The crank of a bike: from the hip on the saddle to its middle, and its length.
pub(super) const CRANK_FROM_HIP: (f64, f64) = (0.16, -0.41);
pub(super) const CRANK_LENGTH: f64 = 0.09;

/// What rests, and where. `None` does not rest.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rests {
    /// The shoulders on the bed.
    pub(super) shoulder: Option<Vector>,
    /// The hips on the seat or the bed.
    pub(super) hip: Option<Vector>,
    /// How far to the right the hips are when the back slides along a wall.
    pub(super) wall: Option<f64>,
    /// What rests of each side.
    pub(super) limbs: [LimbRests; 2],
}

/// What rests of one side.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct LimbRests {
    /// The ankle of a foot that stands flat.
    pub(super) foot: Option<Vector>,
    /// The ball of the foot.
    pub(super) toes: Option<Vector>,
    /// The height of a heel that may slide.
    pub(super) heel_height: Option<f64>,
    /// Whether the foot is on a pedal.
    pub(super) pedal: Option<()>,
    /// The knee, with the shank level behind it.
    pub(super) knee: Option<Vector>,
    /// The palm.
    pub(super) hand: Option<Hand>,
    /// The elbow, with the forearm level.
    pub(super) elbow: Option<Vector>,
}

/// What a palm rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Hand {
    /// Something that does not move.
    At(Vector),
    /// The front of the thigh, along which it may slide.
    Thigh,
    /// The back of the near thigh, along which it may slide.
    BehindThigh,
    /// The belly, with which it rises and sinks.
    Belly,
    /// The chest.
    Chest,
}

/// The words of one side and of both: `feet`, `near-foot`, `far-foot`.
fn of_side(side: usize, both: &str, one: &str, after: &str) -> [String; 2] {
    let word = if side == NEAR { "near" } else { "far" };
    [format!("{both}{after}"), format!("{word}-{one}{after}")]
}

impl Rests {
    /// What the words of a key pose say, at the places that `at` has.
    pub(super) fn of(contacts: &[String], posture: &Posture, at: &Joints) -> Self {
        let said = |words: &[&str]| words.iter().any(|word| contacts.iter().any(|c| c == word));
        let lower = |place: Vector, lift: f64| Vector { y: place.y - lift, ..place };
        Self {
            shoulder: said(&["back", "side", "shoulders"])
                .then_some(lower(at.shoulder, shoulder_lift(posture))),
            hip: said(&["back", "side", "seat", "saddle"])
                .then_some(lower(at.hip, hip_lift(posture))),
            wall: said(&["back-on-wall"]).then_some(at.hip.x),
            limbs: [NEAR, FAR].map(|side| LimbRests::of(contacts, side, at)),
        }
    }

    /// Each rest that both have, as `choose` picks it from here and there.
    fn merged(&self, other: &Self, keep: bool) -> Self {
        // Of two that both rest, the place of `other` counts; what rests only here stays or goes.
        fn one<T: Copy>(here: Option<T>, there: Option<T>, keep: bool) -> Option<T> {
            match (here, there) {
                (Some(_), Some(there)) => Some(there),
                (Some(here), None) if keep => Some(here),
                _ => None,
            }
        }
        let limb = |side: usize| {
            let (a, b) = (&self.limbs[side], &other.limbs[side]);
            let same_kind = matches!(
                (a.hand, b.hand),
                (Some(Hand::At(_)), Some(Hand::At(_)))
                    | (Some(Hand::Thigh), Some(Hand::Thigh))
                    | (Some(Hand::BehindThigh), Some(Hand::BehindThigh))
                    | (Some(Hand::Belly), Some(Hand::Belly))
                    | (Some(Hand::Chest), Some(Hand::Chest))
            );
            LimbRests {
                foot: one(a.foot, b.foot, keep),
                toes: one(a.toes, b.toes, keep),
                heel_height: one(a.heel_height, b.heel_height, keep),
                pedal: one(a.pedal, b.pedal, keep),
                knee: one(a.knee, b.knee, keep),
                hand: one(a.hand, b.hand.filter(|_| same_kind), keep),
                elbow: one(a.elbow, b.elbow, keep),
            }
        };
        Self {
            shoulder: one(self.shoulder, other.shoulder, keep),
            hip: one(self.hip, other.hip, keep),
            wall: one(self.wall, other.wall, keep),
            limbs: [limb(NEAR), limb(FAR)],
        }
    }

    /// What rests here and in the next key pose too.
    pub(super) fn shared_with(&self, next: &Self) -> Self {
        next.merged(self, false)
    }

    /// What rests here; what rested before keeps the place that it had.
    pub(super) fn kept_from(&self, before: &Self) -> Self {
        self.merged(before, true)
    }
}

impl LimbRests {
    fn of(contacts: &[String], side: usize, at: &Joints) -> Self {
        let said = |both: &str, one: &str, after: &str| {
            of_side(side, both, one, after).iter().any(|word| contacts.contains(word))
        };
        let joints = &at.limbs[side];
        let height = |place: Vector, y: f64| Vector { y, ..place };
        let stands_on = if said("feet", "foot", "") {
            Some(0.0)
        } else {
            said("feet", "foot", "-on-step").then_some(STEP)
        };
        let foot = stands_on.map(|top| height(joints.ankle, top + HALF_FOOT + INSTEP));
        let ball = |ankle| ankle + Vector::flat(FOOT - HEEL, -INSTEP);
        let hand = if said("hands", "hand", "") || said("hands", "hand", "-on-wall") {
            Some(Hand::At(joints.hand))
        } else if said("hands", "hand", "-on-floor") {
            Some(Hand::At(height(joints.hand, HALF_HAND)))
        } else if said("hands", "hand", "-on-thigh") {
            Some(Hand::Thigh)
        } else if said("hands", "hand", "-behind-thigh") {
            Some(Hand::BehindThigh)
        } else if said("hands", "hand", "-on-belly") {
            Some(Hand::Belly)
        } else {
            said("hands", "hand", "-on-chest").then_some(Hand::Chest)
        };
        Self {
            foot,
            toes: foot
                .map(ball)
                .or(said("toes", "toes", "").then_some(height(joints.toes, HALF_FOOT))),
            heel_height: foot
                .map(|ankle| ankle.y - INSTEP)
                .or(said("heels", "heel", "").then_some(HALF_FOOT)),
            pedal: contacts.iter().any(|word| word == "pedals").then_some(()),
            knee: said("knees", "knee", "").then_some(height(joints.knee, HALF_KNEE)),
            hand,
            elbow: said("forearms", "forearm", "").then_some(height(joints.elbow, HALF_HAND)),
        }
    }
}

/// How much higher the shoulders of a person are who has rolled onto the side.
pub(super) fn shoulder_lift(posture: &Posture) -> f64 {
    (HALF_SIDE - HALF_TRUNK) * posture.roll.to_radians().sin().abs()
}

/// The same for the hips, which lie on their bone as long as the trunk lies.
pub(super) fn hip_lift(posture: &Posture) -> f64 {
    shoulder_lift(posture) * posture.trunk.to_radians().cos().abs()
}

/// Where the hips of the first key pose are: on the bed, the saddle, the knees or the feet.
pub(super) fn first_hip(contacts: &[String], posture: &Posture) -> Vector {
    let said = |words: &[&str]| words.iter().any(|word| contacts.iter().any(|c| c == word));
    let free = joints(posture, ORIGIN);
    if said(&["back", "side", "shoulders"]) {
        return Vector::flat(0.0, HALF_TRUNK + shoulder_lift(posture)) - free.shoulder;
    }
    if said(&["saddle"]) {
        return Vector::flat(0.0, SADDLE);
    }
    let kneels =
        |side: usize| of_side(side, "knees", "knee", "").iter().any(|w| contacts.contains(w));
    match [NEAR, FAR].into_iter().find(|side| kneels(*side)) {
        Some(side) => Vector::flat(0.0, HALF_KNEE - free.limbs[side].knee.y),
        None => standing(posture),
    }
}

/// Where the hip is, above the origin, when the lowest point of the feet touches the ground.
pub(super) fn standing(posture: &Posture) -> Vector {
    let free = joints(posture, ORIGIN);
    let lowest =
        free.limbs.iter().flat_map(|limb| [limb.heel.y, limb.toes.y]).fold(f64::INFINITY, f64::min);
    Vector::flat(0.0, HALF_FOOT - lowest)
}

/// Where the ball of the foot of `side` is on its pedal.
pub(super) fn on_pedal(posture: &Posture, hip: Vector, side: usize) -> Vector {
    let (turn, depth) = if side == NEAR { (0.0, HALF_HIPS) } else { (180.0, -HALF_HIPS) };
    let middle = hip + Vector { x: CRANK_FROM_HIP.0, y: CRANK_FROM_HIP.1 + HALF_FOOT, z: depth };
    middle + Vector::along(posture.crank + turn, CRANK_LENGTH)
}
