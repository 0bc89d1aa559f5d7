//! A body stays a body: lengths, limits, and the angles that were written.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::body::{
    FOOT, FOREARM, NEAR, NUMBERS, Posture, SHANK, SIDE, THIGH, TRUNK, UPPER_ARM, WHOLE,
};
use super::super::joints::{Axes, LimbJoints, joints};
use super::super::keys::Still;
use super::super::reach::{corners, reach_with_arm, reach_with_leg};
use super::super::space::{ORIGIN, Vector};
use super::super::{PartKind, Shape, TURN};
use super::{NEAR_ENOUGH, all, apart, named, names, to_bone};
use crate::catalogue::View;

/// The line of a key pose in which the angles are as they were solved.
fn mended(posture: &Posture) -> String {
    let mut angles: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (index, number) in posture.numbers().into_iter().enumerate() {
        let number = number.round() + 0.0;
        if index < WHOLE.len() + SIDE.len() {
            angles.insert(index, (number, number));
        } else if let Some(pair) = angles.get_mut(&(index - SIDE.len())) {
            pair.1 = number;
        }
    }
    let written =
        angles.iter().filter(|(_, pair)| **pair != (0.0, 0.0)).map(|(index, (near, far))| {
            let name = names()[*index].1;
            if near == far {
                format!("{name} = {near}")
            } else {
                format!("{name} = [{near}, {far}]")
            }
        });
    format!("angles = {{ {} }}", written.collect::<Vec<_>>().join(", "))
}

/// The written angles are true: where a contact moves a joint by more than this, the key pose is
/// mended and not the test. No joint is excepted.
const TRUE_WITHIN: f64 = 5.0;

#[test]
fn the_written_angles_are_the_true_ones() {
    let mut wrong = Vec::new();
    for (exercise, solved, _) in all() {
        for (number, (pose, frame)) in exercise.poses.iter().zip(&solved.key_frames).enumerate() {
            let written = Posture::of(pose, exercise.scene.view);
            let found = solved.frames[*frame].posture;
            let off = written.numbers().into_iter().zip(found.numbers()).zip(names());
            let off: Vec<_> = off
                .filter(|((wanted, found), _)| (wanted - found).abs() > TRUE_WITHIN)
                .map(|((wanted, found), (side, joint))| {
                    format!("{side}{joint} {wanted} is {found:.0}")
                })
                .collect();
            if !off.is_empty() {
                let pose = number + 1;
                wrong.push(format!(
                    "{} {pose}: {}\n  MEND {} {number} {}",
                    exercise.id,
                    off.join(", "),
                    exercise.id,
                    mended(&found)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn bones_keep_their_length() {
    for (exercise, solved, _) in all() {
        for (number, still) in solved.frames.iter().enumerate() {
            let joints = &still.joints;
            let mut bones = vec![
                ("below the waist", apart(joints.hip, joints.waist), TRUNK * 0.35),
                ("above the waist", apart(joints.waist, joints.shoulder), TRUNK * 0.65),
            ];
            for limb in &joints.limbs {
                bones.extend([
                    ("thigh", apart(limb.hip, limb.knee), THIGH),
                    ("shank", apart(limb.knee, limb.ankle), SHANK),
                    ("foot", apart(limb.heel, limb.toes), FOOT),
                    ("upper arm", apart(limb.shoulder, limb.elbow), UPPER_ARM),
                    ("forearm", apart(limb.elbow, limb.hand), FOREARM),
                ]);
            }
            for (bone, length, expected) in bones {
                let off = (length - expected).abs() / expected;
                assert!(off < 0.01, "{} frame {number}: {bone} is {length}", exercise.id);
            }
        }
    }
}

#[test]
fn from_the_side_every_painted_bone_has_its_full_length() {
    for (exercise, _, movement) in all().filter(|(_, solved, _)| solved.scene.view == View::Side) {
        let flat = exercise.poses.iter().all(|pose| {
            ["out", "open", "spread", "flare", "roll"]
                .iter()
                .all(|turn| !pose.angles.contains_key(*turn))
        });
        let known = [UPPER_ARM, FOREARM, THIGH, SHANK, FOOT];
        for frame in movement.frames.iter().filter(|_| flat) {
            for (kind, shape) in movement.parts.iter().zip(&frame.shapes) {
                let (PartKind::Near | PartKind::Far, Shape::Line(line)) = (kind, shape) else {
                    continue;
                };
                let length = f64::from((line.to.x - line.from.x).hypot(line.to.y - line.from.y));
                let right = known.iter().any(|bone| (length - bone).abs() < 0.01 * bone);
                assert!(right, "{}: painted bone of {length}", exercise.id);
            }
        }
    }
}

/// How far the joints of healthy grown-ups bend, in degrees, rounded outwards by at most ten: the tables that
/// clinics measure against are general knowledge, and no page was read for them. `docs/figures.md` says so, too.
/// The low back is straight at 0; its own curve is a hollow. `open` and `flare` turn a limb about its own line, as a hip and a shoulder do that turn in and out. `roll` is
/// no joint: nobody is drawn who lies on the front by rolling further than onto the side.
#[test]
fn joints_bend_as_joints_do() {
    for (exercise, solved, _) in all() {
        for (number, still) in solved.frames.iter().enumerate() {
            let posture = &still.posture;
            let whole = [
                ("neck", posture.neck, -60.0, 50.0),
                ("lumbar", posture.lumbar, -30.0, 45.0),
                ("roll", posture.roll, 0.0, 90.0),
            ];
            for (joint, angle, least, most) in whole {
                assert!(
                    (least..=most).contains(&angle),
                    "{} frame {number}: {joint} {angle}",
                    exercise.id
                );
            }
            for bend in &still.posture.limbs {
                let limits = [
                    ("hip", bend.hip, -30.0, 135.0),
                    ("out", bend.out, -45.0, 45.0),
                    ("knee", bend.knee, -0.5, 150.0),
                    ("ankle", bend.ankle, -75.0, 35.0),
                    ("open", bend.open, -45.0, 50.0),
                    ("flare", bend.flare, -70.0, 90.0),
                    ("shoulder", bend.shoulder, -60.0, 180.0),
                    ("spread", bend.spread, -40.0, 120.0),
                    ("elbow", bend.elbow, -0.5, 150.0),
                ];
                for (joint, angle, least, most) in limits {
                    assert!(
                        (least..=most).contains(&angle),
                        "{} frame {number}: {joint} {angle}",
                        exercise.id
                    );
                }
            }
        }
    }
}

#[test]
fn the_other_side_is_the_mirror_image() {
    for (exercise, solved, _) in all() {
        for (number, still) in solved.frames.iter().enumerate() {
            let here = joints(&still.posture, ORIGIN);
            let other = joints(&still.posture.exchanged(), ORIGIN);
            let near = Axes::of(&still.posture).near;
            let mirrored = |place: Vector| place - near * (2.0 * place.dot(near));
            let places = |limb: &LimbJoints| {
                let LimbJoints { hip, knee, ankle, heel, toes, shoulder, elbow, hand } = *limb;
                [hip, knee, ankle, heel, toes, shoulder, elbow, hand]
            };
            for (side, limb) in here.limbs.iter().enumerate() {
                for (wanted, found) in places(limb).into_iter().zip(places(&other.limbs[1 - side]))
                {
                    let off = apart(mirrored(wanted), found);
                    assert!(off < 1e-9, "{} frame {number}: {off}", exercise.id);
                }
            }
        }
    }
}

#[test]
fn an_upright_person_has_the_head_above_the_shoulders() {
    for (exercise, solved, _) in all() {
        for (number, Still { posture, joints, .. }) in solved.frames.iter().enumerate() {
            let upright = (75.0..=105.0).contains(&posture.trunk);
            let above = joints.head.y - joints.shoulder.y;
            assert!(
                !upright || (above > 0.08 && joints.shoulder.y > joints.hip.y),
                "{} {number}",
                exercise.id
            );
        }
    }
}

#[test]
fn shoulder_hip_and_knee_line_up_in_bridge_and_planks() {
    for id in ["bridge", "plank-knees", "side-plank-knees"] {
        let (_, solved, _) = named(id);
        let at = &solved.frames[TURN].joints;
        let knee = (at.limbs[0].knee + at.limbs[1].knee) * 0.5;
        let off = to_bone(at.hip, at.shoulder, knee);
        assert!(off < NEAR_ENOUGH, "{id}: the hip is {off} from the line");
    }
}

proptest! {
    #[test]
    fn two_bones_reach_what_they_can(x in -0.6..0.6_f64, y in -0.6..0.6_f64, z in -0.1..0.1_f64, trunk in 0.0..180.0_f64) {
        let mut posture = Posture::from_numbers(1.0, [0.0; NUMBERS]);
        posture.trunk = trunk;
        let way = Vector { x, y, z };
        // Too near, a limb folds; too far out, it does not point there in the plane of the knee.
        prop_assume!(way.length() > 0.25 && z.abs() < 0.3 * way.length());
        reach_with_leg(&mut posture, NEAR, way);
        let limb = joints(&posture, ORIGIN).limbs[NEAR];
        let reached = limb.ankle - limb.hip;
        if way.length() <= THIGH + SHANK {
            prop_assert!(apart(reached, way) < 1e-6, "{reached:?} is not {way:?}");
        } else {
            prop_assert!((reached.length() - THIGH - SHANK).abs() < 1e-6, "stretched as far as it goes");
        }
        prop_assert!(posture.limbs[NEAR].knee > -0.1, "a knee bends backwards only");

        reach_with_arm(&mut posture, NEAR, way);
        let limb = joints(&posture, ORIGIN).limbs[NEAR];
        let short = (UPPER_ARM + FOREARM).min(way.length());
        prop_assert!(((limb.hand - limb.shoulder).length() - short).abs() < 1e-6);
        let (start, end) = corners(way.length(), UPPER_ARM, FOREARM);
        prop_assert!(start >= 0.0 && end >= 0.0);
    }
}
