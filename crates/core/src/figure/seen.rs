//! What the viewer sees: solved joints become shapes in the order of painting.

use super::body::{FAR, HALF_FOOT, HALF_HAND, HALF_SHANK, HALF_TRUNK, NEAR};
use super::camera::{Camera, short};
use super::joints::{Axes, Joints, Leg};
use super::keys::{Solved, Still};
use super::space::Vector;
use super::things::{held, things};
use super::{Bounds, Disc, Frame, Movement, PartKind, Point, Shape};
use crate::catalogue::{View, Working};

pub(super) const HEAD: f64 = 0.062;
const NECK_WIDTH: f64 = 0.045;
const UPPER_ARM_WIDTH: f64 = 0.045;
const FOREARM_WIDTH: f64 = 0.038;
const THIGH_WIDTH: f64 = 0.066;
const SHANK_WIDTH: f64 = 2.0 * HALF_SHANK;
const FOOT_WIDTH: f64 = 2.0 * HALF_FOOT;

type Part = (PartKind, Shape);

/// The movement as it is painted.
pub(super) fn paint(solved: &Solved<'_>) -> Movement {
    let painted: Vec<Vec<Part>> = solved.frames.iter().map(|still| person(solved, still)).collect();
    let parts = painted.first().map(|frame| frame.iter().map(|part| part.0).collect());
    let frames: Vec<Frame> = painted
        .iter()
        .zip(&solved.frames)
        .map(|(parts, still)| Frame {
            shapes: parts.iter().map(|part| part.1).collect(),
            effort: short(still.effort),
        })
        .collect();
    let nothing = Bounds::around(Point { x: 0.0, y: 0.0 }, 0.0);
    let person = frames
        .iter()
        .flat_map(|frame| frame.shapes.iter().map(Shape::bounds))
        .reduce(Bounds::with)
        .unwrap_or(nothing);
    let things = things(solved, person);
    let bounds = things.iter().map(|thing| thing.shape.bounds()).fold(person, Bounds::with);
    Movement {
        view: solved.scene.view,
        things,
        parts: parts.unwrap_or_default(),
        frames,
        key_frames: solved.key_frames.clone(),
        bounds,
    }
}

/// The parts of the person in the order of painting, with what moves along.
fn person(solved: &Solved<'_>, still: &Still) -> Vec<Part> {
    let camera = Camera::of(solved.scene.view);
    let joints = &still.joints;
    let far = |limb: Vec<Shape>| limb.into_iter().map(|shape| (PartKind::Far, shape)).collect();
    let near = |limb: Vec<Shape>| limb.into_iter().map(|shape| (PartKind::Near, shape)).collect();
    let far_leg: Vec<Part> = far(leg(camera, joints, FAR));
    let near_leg: Vec<Part> = near(leg(camera, joints, NEAR));
    let mut far_arm: Vec<Part> = far(arm(camera, joints, FAR));
    far_arm.push((PartKind::FarHand, hand(camera, joints, FAR)));
    let near_arm: Vec<Part> = near(arm(camera, joints, NEAR));
    let near_hand = vec![(PartKind::Skin, hand(camera, joints, NEAR))];
    let body = body(camera, joints);
    let working: Vec<Part> = solved
        .working
        .map(|part| (PartKind::Working, working(camera, still, part)))
        .into_iter()
        .collect();
    let held: Vec<Part> =
        held(solved, still, camera).into_iter().map(|shape| (PartKind::Held, shape)).collect();
    let layers = match solved.scene.view {
        // An arm beside it would hide what works. A hand on the belly lies over it.
        View::Side | View::LyingSide
            if matches!(
                solved.working,
                Some(Working::ShoulderBlades | Working::Belly | Working::Buttocks)
            ) =>
        {
            [far_arm, far_leg, body, near_leg, held, near_arm, working, near_hand]
        }
        View::Side | View::LyingSide => {
            [far_arm, far_leg, body, near_leg, working, held, near_arm, near_hand]
        }
        // The arms are in front of the body, away from a viewer behind it.
        View::Behind => [held, far_arm, near_arm, near_hand, far_leg, near_leg, body, working],
        View::Feet => [body, working, far_arm, near_arm, near_hand, held, far_leg, near_leg],
    };
    layers.concat()
}

fn leg(camera: Camera, joints: &Joints, side: usize) -> Vec<Shape> {
    let limb = &joints.limbs[side];
    [
        camera.line(limb.hip, limb.knee, THIGH_WIDTH),
        camera.line(limb.knee, limb.ankle, SHANK_WIDTH),
        camera.line(limb.heel, limb.toes, FOOT_WIDTH),
    ]
    .map(Shape::Line)
    .to_vec()
}

fn arm(camera: Camera, joints: &Joints, side: usize) -> Vec<Shape> {
    let limb = &joints.limbs[side];
    [
        camera.line(limb.shoulder, limb.elbow, UPPER_ARM_WIDTH),
        camera.line(limb.elbow, limb.hand, FOREARM_WIDTH),
    ]
    .map(Shape::Line)
    .to_vec()
}

fn hand(camera: Camera, joints: &Joints, side: usize) -> Shape {
    disc(camera, joints.limbs[side].hand, HALF_HAND)
}

fn body(camera: Camera, joints: &Joints) -> Vec<Part> {
    vec![
        (PartKind::Skin, Shape::Line(camera.line(joints.shoulder, joints.head, NECK_WIDTH))),
        (PartKind::Skin, disc(camera, joints.head, HEAD)),
        (PartKind::Trunk, Shape::Trunk(camera.trunk(joints))),
        (PartKind::Trunk, disc(camera, joints.belly, HALF_TRUNK)),
    ]
}

fn disc(camera: Camera, middle: Vector, radius: f64) -> Shape {
    Shape::Disc(Disc { middle: camera.point(middle), radius: short(radius) })
}

/// What shows where the work is done.
fn working(camera: Camera, still: &Still, part: Working) -> Shape {
    let (joints, axes) = (&still.joints, Axes::of(&still.posture));
    let leg = |side: usize| (Leg::of(&still.posture, side), &joints.limbs[side]);
    let between = |from: Vector, to: Vector, share: f64| from + (to - from) * share;
    let line = |from, to, width| Shape::Line(camera.line(from, to, width));
    match part {
        Working::Belly => disc(camera, joints.belly + axes.front * 0.014, 0.032),
        Working::Buttocks => disc(camera, joints.hip - axes.front * 0.028 - axes.up * 0.008, 0.032),
        Working::ShoulderBlades => {
            let back = joints.shoulder - axes.front * 0.036;
            line(back - axes.up * 0.01, back - axes.up * 0.1, 0.028)
        }
        Working::FrontOfThigh | Working::BackOfThigh => {
            let (leg, limb) = leg(NEAR);
            let aside = if part == Working::FrontOfThigh { 0.012 } else { -0.012 };
            let at = |share| between(limb.hip, limb.knee, share) + leg.before_thigh * aside;
            line(at(0.3), at(0.78), 0.028)
        }
        Working::FarCalf => {
            let (leg, limb) = leg(FAR);
            let at = |share| between(limb.knee, limb.ankle, share) - leg.before_shank * 0.008;
            line(at(0.15), at(0.55), 0.026)
        }
        Working::FarHip => {
            let (leg, limb) = leg(FAR);
            line(
                between(limb.hip, limb.knee, -0.05) + leg.before_thigh * 0.014,
                between(limb.hip, limb.knee, 0.4) + leg.before_thigh * 0.014,
                0.028,
            )
        }
    }
}
