//! What the person lies, sits or leans on. It is placed where the body rests in the first key pose.

use super::body::{HALF_FOREARM, HALF_TRUNK, Joints, NEAR, Vector};
use super::keys::Solved;
use super::seen::{HEAD, MIDDLE_HEIGHT, looked_down_on, short};
use super::{Bounds, Thing, ThingKind};
use crate::catalogue::View;

/// How far bed and floor go on beyond the person.
const MARGIN: f64 = 0.08;
/// How thick the floor is drawn.
const FLOOR: f64 = 0.03;
/// How thick the mattress is.
const MATTRESS: f64 = 0.09;
/// A bed that is seen from above goes from behind the back to before the knees.
const BED_BEHIND: f64 = -0.2;
const BED_BEFORE: f64 = 0.26;

/// The things behind the person, in the order of painting.
pub(super) fn things(solved: &Solved, person: Bounds) -> Vec<Thing> {
    let Some((_, joints)) = solved.frames.first() else { return Vec::new() };
    let (left, right) = (f64::from(person.left) - MARGIN, f64::from(person.right) + MARGIN);
    if solved.first_rests.shoulder.is_some() {
        return match solved.view {
            View::Front => bed_from_above(joints, left, right),
            View::Side | View::Feet => bed(joints, left, right),
        };
    }
    let mut things = vec![thing(ThingKind::Floor, left, -FLOOR, right, 0.0)];
    if let Some(hip) = solved.first_rests.hip {
        things.extend(chair(hip));
    }
    if let Some(hand) = solved.first_rests.limbs[NEAR].hand {
        things.extend(worktop(hand));
    }
    let all = things.iter().map(|thing| thing.bounds).fold(person, Bounds::with);
    things[0].bounds = Bounds { left: all.left, right: all.right, ..things[0].bounds };
    things
}

fn bed(joints: &Joints, left: f64, right: f64) -> Vec<Thing> {
    let mut things = vec![thing(ThingKind::Bed, left, -MATTRESS, right, 0.0)];
    let below_head = joints.head.y - HEAD;
    if below_head > 0.02 {
        let (from, to) = (joints.head.x - HEAD * 1.5, joints.head.x + HEAD * 1.3);
        things.push(thing(ThingKind::Pillow, from, 0.0, to, below_head + 0.012));
    }
    things
}

fn bed_from_above(joints: &Joints, left: f64, right: f64) -> Vec<Thing> {
    let edge = |depth: f64| looked_down_on(Vector { x: 0.0, y: joints.hip.y + depth }, 0.0).y;
    let (top, bottom) = (edge(BED_BEHIND), edge(BED_BEFORE) - MATTRESS);
    let head = looked_down_on(joints.head, MIDDLE_HEIGHT);
    let pillow = (head.x - HEAD * 1.7, head.y - HEAD * 1.5, head.x + HEAD * 1.4, head.y + HEAD);
    vec![
        thing(ThingKind::Bed, left, bottom, right, top),
        thing(ThingKind::Pillow, pillow.0, pillow.1, pillow.2, pillow.3),
    ]
}

/// Legs, back and seat of a chair whose seat is under `hip`.
fn chair(hip: Vector) -> [Thing; 4] {
    let seat = hip.y - HALF_TRUNK;
    let (back, front) = (hip.x - 0.16, hip.x + 0.12);
    let part = |left, bottom, right, top| thing(ThingKind::Chair, left, bottom, right, top);
    [
        part(back, 0.0, back + 0.03, seat),
        part(front - 0.04, 0.0, front - 0.01, seat),
        part(back - 0.01, seat - 0.03, back + 0.025, seat + 0.3),
        part(back - 0.01, seat - 0.035, front, seat),
    ]
}

/// Cupboard and plate of a worktop under `hand`.
fn worktop(hand: Vector) -> [Thing; 2] {
    let top = hand.y - HALF_FOREARM;
    let edge = hand.x - 0.04;
    let part = |left, bottom, right, top| thing(ThingKind::Worktop, left, bottom, right, top);
    [part(edge + 0.06, 0.0, edge + 0.29, top - 0.01), part(edge, top - 0.035, edge + 0.31, top)]
}

fn thing(kind: ThingKind, left: f64, bottom: f64, right: f64, top: f64) -> Thing {
    let bounds =
        Bounds { left: short(left), bottom: short(bottom), right: short(right), top: short(top) };
    Thing { kind, bounds }
}
