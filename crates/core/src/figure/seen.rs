//! What the viewer sees: solved joints become shapes in the order of painting.

use super::body::{FAR, HALF_FOOT, HALF_HAND, HALF_SHANK, HALF_TRUNK, NEAR};
use super::camera::{Camera, short};
use super::joints::{Axes, Joints, Leg};
use super::keys::{Solved, Still};
use super::space::Vector;
use super::things::{held, things};
use super::{Bounds, Disc, Frame, Movement, PartKind, Point, Segment, Shape};
use crate::catalogue::{Exercise, NearOrFar, Position, Sided, View, Working};

pub(super) const HEAD: f64 = 0.062;
const NECK_WIDTH: f64 = 0.045;
const UPPER_ARM_WIDTH: f64 = 0.045;
const FOREARM_WIDTH: f64 = 0.038;
const THIGH_WIDTH: f64 = 0.066;
const SHANK_WIDTH: f64 = 2.0 * HALF_SHANK;
const FOOT_WIDTH: f64 = 2.0 * HALF_FOOT;

/// A painted part. What it is of a limb is its side and the number of the bone, so that near and far
/// can be exchanged.
#[derive(Debug, Clone, Copy)]
struct Part {
    kind: PartKind,
    shape: Shape,
    limb: Option<(usize, usize)>,
}

/// The number of a hand, after upper arm and forearm; the three bones of a leg follow.
const HAND: usize = 2;
const LEG: usize = 3;

/// The movement as it is painted.
pub(super) fn paint(exercise: &Exercise, solved: &Solved<'_>) -> Movement {
    let painted: Vec<Vec<Part>> = solved.frames.iter().map(|still| person(solved, still)).collect();
    let first = painted.first().map_or(&[][..], Vec::as_slice);
    let parts = first.iter().map(|part| part.kind).collect();
    let frames: Vec<Frame> = painted
        .iter()
        .zip(&solved.frames)
        .map(|(parts, still)| Frame {
            shapes: parts.iter().map(|part| part.shape).collect(),
            effort: short(still.effort),
        })
        .collect();
    let nothing = Bounds::around(Point { x: 0.0, y: 0.0 }, 0.0);
    let person = frames
        .iter()
        .flat_map(|frame| frame.shapes.iter().map(Shape::bounds))
        .reduce(Bounds::with)
        .unwrap_or(nothing);
    let scene = solved.scene;
    let in_turn = exercise.sided == Sided::Alternate;
    let exchanges = in_turn && scene.view == View::Side;
    // What is mirrored at every other repetition stays in the middle.
    let person = if in_turn && !exchanges { person.with(person.mirrored()) } else { person };
    let things = things(solved, person);
    let bounds = things.iter().map(|thing| thing.shape.bounds()).fold(person, Bounds::with);
    Movement {
        view: scene.view,
        things,
        parts,
        frames,
        key_frames: solved.key_frames.clone(),
        bounds,
        // The near limbs are the right ones, but for somebody who lies on the right side.
        shows_left: scene.view.is_on_side() == (scene.side == NearOrFar::Near),
        in_turn,
        exchanged: if exchanges { exchanged(first) } else { Vec::new() },
        to_and_fro: exercise.tempo.is_some_and(|tempo| tempo.hold == 0)
            && exercise.position != Position::Moving,
    }
}

/// For each part the place of the same part of the other side.
fn exchanged(parts: &[Part]) -> Vec<usize> {
    let place = |limb| parts.iter().position(|part| part.limb == Some(limb));
    let other = |part: &Part| part.limb.and_then(|(side, bone)| place((1 - side, bone)));
    parts.iter().enumerate().map(|(at, part)| other(part).unwrap_or(at)).collect()
}

/// The parts of the person in the order of painting, with what moves along.
fn person(solved: &Solved<'_>, still: &Still) -> Vec<Part> {
    let camera = Camera::of(solved.scene.view);
    let joints = &still.joints;
    let far_leg = leg(camera, joints, FAR);
    let near_leg = leg(camera, joints, NEAR);
    let mut far_arm = arm(camera, joints, FAR);
    far_arm.push(hand(camera, joints, FAR));
    let near_arm = arm(camera, joints, NEAR);
    let near_hand = vec![hand(camera, joints, NEAR)];
    let body = body(camera, joints);
    let working: Vec<Part> = solved
        .working
        .map(|part| Part::of(PartKind::Working, working(camera, still, part)))
        .into_iter()
        .collect();
    let held: Vec<Part> = held(solved, still, camera)
        .into_iter()
        .map(|shape| Part::of(PartKind::Held, shape))
        .collect();
    let layers = match solved.scene.view {
        // An arm beside it would hide what works. A hand on the belly lies over it.
        View::Side | View::LyingSide | View::Corner
            if matches!(
                solved.working,
                Some(Working::ShoulderBlades | Working::Belly | Working::Buttocks)
            ) =>
        {
            [far_arm, far_leg, body, near_leg, held, near_arm, working, near_hand]
        }
        View::Side | View::LyingSide | View::Corner => {
            [far_arm, far_leg, body, near_leg, working, held, near_arm, near_hand]
        }
        // The arms are in front of the body, away from a viewer behind it.
        View::Behind => [held, far_arm, near_arm, near_hand, far_leg, near_leg, body, working],
        View::Feet => [body, working, far_arm, near_arm, near_hand, held, far_leg, near_leg],
    };
    layers.concat()
}

impl Part {
    /// A part that is none of a limb.
    fn of(kind: PartKind, shape: Shape) -> Self {
        Self { kind, shape, limb: None }
    }
}

/// The bones of the limb of `side`, numbered from `number`.
fn bones(side: usize, number: usize, lines: &[Segment]) -> Vec<Part> {
    let kind = if side == NEAR { PartKind::Near } else { PartKind::Far };
    let bone = |(line, bone): (&Segment, usize)| Part {
        kind,
        shape: Shape::Line(*line),
        limb: Some((side, bone)),
    };
    lines.iter().zip(number..).map(bone).collect()
}

fn leg(camera: Camera, joints: &Joints, side: usize) -> Vec<Part> {
    let limb = &joints.limbs[side];
    let lines = [
        camera.line(limb.hip, limb.knee, THIGH_WIDTH),
        camera.line(limb.knee, limb.ankle, SHANK_WIDTH),
        camera.line(limb.heel, limb.toes, FOOT_WIDTH),
    ];
    bones(side, LEG, &lines)
}

fn arm(camera: Camera, joints: &Joints, side: usize) -> Vec<Part> {
    let limb = &joints.limbs[side];
    let lines = [
        camera.line(limb.shoulder, limb.elbow, UPPER_ARM_WIDTH),
        camera.line(limb.elbow, limb.hand, FOREARM_WIDTH),
    ];
    bones(side, 0, &lines)
}

fn hand(camera: Camera, joints: &Joints, side: usize) -> Part {
    let kind = if side == NEAR { PartKind::Skin } else { PartKind::FarHand };
    let shape = disc(camera, joints.limbs[side].hand, HALF_HAND);
    Part { kind, shape, limb: Some((side, HAND)) }
}

fn body(camera: Camera, joints: &Joints) -> Vec<Part> {
    let neck = Shape::Line(camera.line(joints.shoulder, joints.head, NECK_WIDTH));
    vec![
        Part::of(PartKind::Skin, neck),
        Part::of(PartKind::Skin, disc(camera, joints.head, HEAD)),
        Part::of(PartKind::Trunk, Shape::Trunk(camera.trunk(joints))),
        Part::of(PartKind::Trunk, disc(camera, joints.belly, HALF_TRUNK)),
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
        Working::NearCalf => {
            let (leg, limb) = leg(NEAR);
            let at = |share| between(limb.knee, limb.ankle, share) - leg.before_shank * 0.008;
            line(at(0.15), at(0.55), 0.026)
        }
        Working::NearHip => {
            let (leg, limb) = leg(NEAR);
            line(
                between(limb.hip, limb.knee, -0.05) + leg.before_thigh * 0.014,
                between(limb.hip, limb.knee, 0.4) + leg.before_thigh * 0.014,
                0.028,
            )
        }
        Working::SideOfHip => {
            let (aside, limb) = (axes.outward(NEAR) * 0.012, &joints.limbs[NEAR]);
            line(
                limb.hip + axes.up * 0.02 + aside,
                between(limb.hip, limb.knee, 0.3) + aside,
                0.028,
            )
        }
    }
}
