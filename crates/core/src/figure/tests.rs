//! The figure stays a person: its bones keep their length, it rests where it says, and it moves.

use proptest::prelude::*;

use super::body::{
    FOOT, FOREARM, HALF_FOOT, HALF_TRUNK, Joints, SHANK, THIGH, TRUNK, UPPER_ARM, Vector,
};
use super::keys::{Solved, solve};
use super::reach::{Rests, two_bones};
use super::seen::{on_side_knee, short};
use super::{Bounds, FRAMES, Frame, Movement, TURN, ThingKind, movement};
use crate::catalogue::{Exercise, Position, View, embedded};

/// How far a joint may be from where it should be: 2 % of the body height.
const NEAR_ENOUGH: f64 = 0.02;

fn all() -> impl Iterator<Item = (&'static Exercise, Solved, Movement)> {
    embedded().exercises.values().map(|exercise| {
        (exercise, solve(exercise).expect("has poses"), movement(exercise).expect("has poses"))
    })
}

fn apart(a: Vector, b: Vector) -> f64 {
    (a - b).length()
}

/// Every point of the joints, with its name.
fn points(joints: &Joints) -> Vec<(String, Vector)> {
    let mut points = vec![
        ("hip".to_owned(), joints.hip),
        ("shoulder".to_owned(), joints.shoulder),
        ("head".to_owned(), joints.head),
        ("belly".to_owned(), joints.belly),
    ];
    for (side, limb) in ["near", "far"].iter().zip(&joints.limbs) {
        let parts = [
            ("elbow", limb.elbow),
            ("hand", limb.hand),
            ("knee", limb.knee),
            ("ankle", limb.ankle),
            ("heel", limb.heel),
            ("toes", limb.toes),
        ];
        points.extend(parts.map(|(part, place)| (format!("{side} {part}"), place)));
    }
    points
}

#[test]
fn every_exercise_has_a_movement_of_24_frames() {
    for (exercise, _, movement) in all() {
        assert_eq!(movement.frames.len(), FRAMES, "{}", exercise.id);
        assert_eq!(movement.key_frames.len(), exercise.poses.len(), "{}", exercise.id);
        assert_eq!(movement.key_frames.last(), Some(&TURN), "{}", exercise.id);
        let expected = if exercise.position == Position::OnSide { View::Front } else { View::Side };
        assert_eq!(movement.view, expected, "{}", exercise.id);
    }
}

#[test]
fn bones_keep_their_length() {
    for (exercise, solved, movement) in all() {
        for (number, (posture, joints)) in solved.frames.iter().enumerate() {
            let mut bones = vec![("trunk", apart(joints.hip, joints.shoulder), TRUNK)];
            for (side, limb) in joints.limbs.iter().enumerate() {
                // Lying on the side, the knee leaves the plane; its way up counts too.
                let (knee, rise) = match solved.view {
                    View::Front => on_side_knee(posture, joints, side),
                    View::Side | View::Feet => (limb.knee, 0.0),
                };
                bones.extend([
                    ("thigh", apart(joints.hip, knee).hypot(rise), THIGH),
                    ("shank", apart(knee, limb.ankle).hypot(rise), SHANK),
                    ("foot", apart(limb.heel, limb.toes), FOOT),
                    ("upper arm", apart(joints.shoulder, limb.elbow), UPPER_ARM),
                    ("forearm", apart(limb.elbow, limb.hand), FOREARM),
                ]);
            }
            for (bone, length, expected) in bones {
                let off = (length - expected).abs() / expected;
                assert!(off < 0.01, "{} frame {number}: {bone} is {length}", exercise.id);
            }
        }
        if solved.view == View::Side {
            for frame in &movement.frames {
                let trunk = frame.trunk;
                let length = (trunk.to.x - trunk.from.x).hypot(trunk.to.y - trunk.from.y);
                assert!((length - short(TRUNK)).abs() < 0.003, "{}: painted trunk", exercise.id);
            }
        }
    }
}

#[test]
fn joints_bend_as_joints_do() {
    for (exercise, solved, _) in all() {
        for (number, (posture, _)) in solved.frames.iter().enumerate() {
            for bend in &posture.limbs {
                let limits = [
                    ("hip", bend.hip, -30.0, 135.0),
                    ("knee", bend.knee, -0.5, 150.0),
                    ("ankle", bend.ankle, -60.0, 35.0),
                    ("shoulder", bend.shoulder, -60.0, 180.0),
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
fn nothing_sinks_into_bed_floor_chair_or_worktop() {
    for (exercise, solved, movement) in all() {
        if solved.view != View::Side {
            continue;
        }
        let tops = |kind: ThingKind| {
            movement.things.iter().filter(move |thing| thing.kind == kind).map(|thing| thing.bounds)
        };
        // The worktop's plate and the seat of the chair are painted last.
        let (seat, plate) =
            (tops(ThingKind::Chair).next_back(), tops(ThingKind::Worktop).next_back());
        for (number, (frame, (_, joints))) in movement.frames.iter().zip(&solved.frames).enumerate()
        {
            let lowest = frame.boxes().map(|part| part.bottom).fold(f32::INFINITY, f32::min);
            assert!(lowest > -short(NEAR_ENOUGH), "{} frame {number}: {lowest}", exercise.id);
            let above = |thing: Bounds, place: Vector, half: f64| {
                let over = (f64::from(thing.left)..f64::from(thing.right)).contains(&place.x);
                !over || place.y - half > f64::from(thing.top) - NEAR_ENOUGH
            };
            assert!(
                seat.is_none_or(|seat| above(seat, joints.hip, HALF_TRUNK)),
                "{} {number}",
                exercise.id
            );
            for limb in &joints.limbs {
                assert!(
                    plate.is_none_or(|plate| above(plate, limb.hand, 0.019)),
                    "{} {number}",
                    exercise.id
                );
            }
        }
    }
}

#[test]
fn what_rests_stays_where_it_rests() {
    for (exercise, solved, _) in
        all().filter(|(exercise, ..)| exercise.position != Position::Moving)
    {
        for (pair, keys) in exercise.poses.windows(2).zip(solved.key_frames.windows(2)) {
            let at = &solved.frames[keys[0]].1;
            let here = Rests::of(&pair[0].contacts, at);
            let rests = here.shared_with(&Rests::of(&pair[1].contacts, at));
            for number in keys[0]..=keys[1] {
                let joints = &solved.frames[number].1;
                let mut pairs = vec![
                    ("shoulder", rests.shoulder, joints.shoulder),
                    ("hip", rests.hip, joints.hip),
                ];
                for (rest, limb) in rests.limbs.iter().zip(&joints.limbs) {
                    pairs.extend([
                        ("heel", rest.heel, limb.heel),
                        ("toes", rest.toes, limb.toes),
                        ("hand", rest.hand, limb.hand),
                        ("heel", rest.heel_height.map(|y| Vector { y, ..limb.heel }), limb.heel),
                    ]);
                }
                for (part, place, found) in pairs {
                    let off = place.map_or(0.0, |place| apart(place, found));
                    assert!(
                        off < NEAR_ENOUGH,
                        "{} frame {number}: {part} is off by {off}",
                        exercise.id
                    );
                }
            }
        }
    }
}

#[test]
fn a_walking_person_has_a_foot_on_the_ground() {
    for (exercise, solved, _) in
        all().filter(|(exercise, ..)| exercise.position == Position::Moving)
    {
        for (pose, frame) in exercise.poses.iter().zip(&solved.key_frames) {
            let joints = &solved.frames[*frame].1;
            for (side, word) in [(0, "near"), (1, "far")] {
                let limb = &joints.limbs[side];
                let carries = pose.contacts.iter().any(|contact| contact.starts_with(word));
                let above = limb.heel.y.min(limb.toes.y) - HALF_FOOT;
                assert!(
                    !carries || above < NEAR_ENOUGH,
                    "{} frame {frame}: {word} {above}",
                    exercise.id
                );
            }
        }
    }
}

#[test]
fn every_movement_moves_and_nothing_jumps() {
    for (exercise, solved, _) in all() {
        let (mut most, mut opens) = (0.0_f64, 0.0_f64);
        for number in 0..FRAMES {
            let (posture, here) = &solved.frames[number];
            let (_, next) = &solved.frames[(number + 1) % FRAMES];
            let start = points(&solved.frames[0].1);
            opens = opens.max(posture.limbs[0].open);
            for (((name, a), (_, b)), (_, first)) in
                points(here).into_iter().zip(points(next)).zip(start)
            {
                assert!(
                    a.x.is_finite() && a.y.is_finite(),
                    "{} frame {number}: {name}",
                    exercise.id
                );
                assert!(
                    apart(a, b) < 0.13,
                    "{} frame {number}: {name} jumps {}",
                    exercise.id,
                    apart(a, b)
                );
                most = most.max(apart(a, first));
            }
        }
        assert!(most > NEAR_ENOUGH || opens > 20.0, "{} moves by {most}", exercise.id);
    }
}

#[test]
fn everything_painted_is_inside_the_bounds() {
    let inside = |outer: Bounds, part: Bounds| outer.with(part) == outer;
    for (exercise, _, movement) in all() {
        let parts = movement.frames.iter().flat_map(Frame::boxes);
        let things = movement.things.iter().map(|thing| thing.bounds);
        assert!(parts.chain(things).all(|part| inside(movement.bounds, part)), "{}", exercise.id);
    }
}

#[test]
fn the_feet_of_a_clamshell_stay_and_the_knee_rises() {
    let (_, _, movement) =
        all().find(|(exercise, ..)| exercise.id.as_str() == "clamshell").unwrap();
    let (closed, open) = (movement.frames[0], movement.frames[TURN]);
    assert_eq!(closed.near.foot, open.near.foot);
    assert_eq!(closed.trunk, open.trunk);
    assert_eq!(closed.far, open.far);
    assert!(open.near.thigh.to.y - closed.near.thigh.to.y > 0.1);
}

#[test]
fn heel_to_toe_the_hands_leave_the_worktop_and_stay_near_it() {
    let (_, solved, movement) =
        all().find(|(exercise, ..)| exercise.id.as_str() == "tandem-stance").unwrap();
    let plate = movement.things.last().unwrap();
    assert_eq!(plate.kind, ThingKind::Worktop);
    let [near, far] = solved.frames[TURN].1.limbs;
    // The soles are rounded at both ends: they touch when their middle lines end this far apart.
    let touching = far.toes + Vector { x: 2.0 * HALF_FOOT, y: 0.0 };
    assert!(apart(near.heel, touching) < NEAR_ENOUGH, "{:?} {:?}", near.heel, far.toes);
    for hand in [near.hand, far.hand] {
        let above = hand.y - f64::from(plate.bounds.top);
        assert!(hand.x > f64::from(plate.bounds.left), "{hand:?} is over the worktop");
        assert!((0.03..0.08).contains(&above), "{hand:?} is {above} above the worktop");
    }
}

#[test]
fn an_exercise_without_poses_has_no_figure() {
    let bare =
        Exercise { poses: Vec::new(), ..embedded().exercises.values().next().unwrap().clone() };
    assert_eq!(movement(&bare), None);
}

#[test]
fn one_pose_is_a_still_picture() {
    let mut still = embedded().exercises.values().next().unwrap().clone();
    still.poses.truncate(1);
    let movement = movement(&still).unwrap();
    assert_eq!(movement.key_frames, [0]);
    assert!(movement.frames.iter().all(|frame| *frame == movement.frames[0]));
}

proptest! {
    #[test]
    fn two_bones_reach_what_they_can(x in -0.6..0.6_f64, y in -0.6..0.6_f64) {
        let way = Vector { x, y };
        prop_assume!(way.length() > 0.01);
        let (thigh, shank) = two_bones(way, THIGH, SHANK, 1.0);
        let end = Vector::along(thigh, THIGH) + Vector::along(shank, SHANK);
        if way.length() <= THIGH + SHANK {
            prop_assert!(apart(end, way) < 1e-6, "{end:?} is not {way:?}");
        } else {
            prop_assert!((end.length() - THIGH - SHANK).abs() < 1e-6, "stretched as far as it goes");
        }
        let bent = (thigh - shank).rem_euclid(360.0);
        prop_assert!(bent < 180.1, "a knee bends backwards only: {bent}");
    }
}
