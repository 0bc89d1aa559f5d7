//! Every exercise moves, smoothly, and its pictures fit together.

use super::super::{Bounds, FRAMES, Shape, TURN, movement};
use super::{NEAR_ENOUGH, all, apart, named, names, points};
use crate::catalogue::{Exercise, embedded};

fn first() -> Exercise {
    embedded().exercises.values().next().unwrap().clone()
}

#[test]
fn every_exercise_has_a_movement_of_24_frames() {
    assert_eq!(embedded().exercises.len(), 48);
    for (exercise, solved, movement) in all() {
        assert_eq!(movement.frames.len(), FRAMES, "{}", exercise.id);
        assert_eq!(movement.key_frames.len(), exercise.poses.len(), "{}", exercise.id);
        assert_eq!(movement.key_frames.last(), Some(&TURN), "{}", exercise.id);
        assert_eq!(movement.view, solved.scene.view, "{}", exercise.id);
        for frame in &movement.frames {
            assert_eq!(frame.shapes.len(), movement.parts.len(), "{}", exercise.id);
            let kind = std::mem::discriminant::<Shape>;
            let same = frame.shapes.iter().zip(&movement.frames[0].shapes);
            assert!(same.clone().all(|(a, b)| kind(a) == kind(b)), "{}", exercise.id);
        }
    }
}

#[test]
fn a_cycle_ends_as_it_began_with_the_limbs_exchanged() {
    for id in ["walk-level", "heel-toe-walk", "stationary-bike"] {
        let (_, solved, _) = named(id);
        let (first, last) = (solved.frames[0].posture.exchanged(), solved.frames[TURN].posture);
        for ((wanted, found), (side, joint)) in
            first.numbers().into_iter().zip(last.numbers()).zip(names())
        {
            // Only a bike has a crank; it goes on turning.
            let turns = joint == "crank" && id != "stationary-bike";
            assert!(turns || (wanted - found).abs() < 2.0, "{id}: {side}{joint} {wanted} {found}");
        }
    }
}

/// How far a point may go from one frame to the next.
const LONGEST_WAY: f64 = 0.16;

#[test]
fn every_movement_moves_or_shows_its_work_and_nothing_jumps() {
    for (exercise, solved, _) in all() {
        let (mut most, mut effort) = (0.0_f64, 0.0_f64);
        for number in 0..FRAMES {
            let here = &solved.frames[number];
            let next = &solved.frames[(number + 1) % FRAMES].joints;
            let start = points(&solved.frames[0].joints);
            effort = effort.max(here.effort);
            for (((name, a), (_, b)), (_, first)) in
                points(&here.joints).into_iter().zip(points(next)).zip(start)
            {
                assert!(a.length().is_finite(), "{} frame {number}: {name}", exercise.id);
                let way = apart(a, b);
                assert!(way < LONGEST_WAY, "{} frame {number}: {name} jumps {way}", exercise.id);
                most = most.max(apart(a, first));
            }
        }
        assert!(most > NEAR_ENOUGH || effort > 0.9, "{} moves by {most}", exercise.id);
    }
}

#[test]
fn everything_painted_is_inside_the_bounds() {
    let inside = |outer: Bounds, part: Bounds| outer.with(part) == outer;
    for (exercise, _, movement) in all() {
        let parts = movement.frames.iter().flat_map(|frame| &frame.shapes).map(Shape::bounds);
        let things = movement.things.iter().map(|thing| thing.shape.bounds());
        assert!(parts.chain(things).all(|part| inside(movement.bounds, part)), "{}", exercise.id);
    }
}

#[test]
fn an_exercise_without_poses_has_no_figure() {
    let bare = Exercise { poses: Vec::new(), ..first() };
    assert_eq!(movement(&bare), None);
}

#[test]
fn one_pose_is_a_still_picture() {
    let mut still = first();
    still.poses.truncate(1);
    let movement = movement(&still).unwrap();
    assert_eq!(movement.key_frames, [0]);
    assert!(movement.frames.iter().all(|frame| *frame == movement.frames[0]));
}
