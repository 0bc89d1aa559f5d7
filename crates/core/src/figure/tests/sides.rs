//! The picture shows the side that the words name, and both sides where they go in turn.

use std::collections::BTreeSet;

use super::super::body::{FAR, NEAR};
use super::super::joints::{Axes, LimbJoints};
use super::super::keys::{Solved, Still};
use super::super::{Movement, PartKind, Shape, TURN};
use super::{NEAR_ENOUGH, all, apart, named};
use crate::catalogue::{NearOrFar, Sided};

/// How the limb that the words of an exercise name is told from the other one, and the words.
type Named = (&'static str, &'static str, fn(&Solved<'_>) -> usize);

const NAMED: [Named; 17] = [
    ("bent-knee-fallout", "Let one knee sink", moves_most),
    ("calf-stretch-wall", "The side is the leg behind you", |it| {
        most(it, TURN, |limb| -limb.heel.x)
    }),
    ("clamshell", "The side is the leg on top", |it| most(it, TURN, |limb| limb.knee.y)),
    ("hamstring-stretch-supine", "Straighten the raised knee", moves_most),
    ("heel-slide", "slide one heel away", moves_most),
    ("hip-flexor-stretch", "The side is the leg that kneels", |it| {
        most(it, TURN, |limb| -limb.knee.y)
    }),
    ("log-roll", "The side is the one you roll onto", |it| {
        most(it, it.key_frames[1], |limb| -limb.shoulder.y)
    }),
    ("quad-set", "Press the back of your straight knee down", moves_most),
    ("sciatic-slider-seated", "Straighten one knee", moves_most),
    ("sciatic-slider-supine", "Straighten the raised knee", moves_most),
    ("side-plank-knees", "The side is the one underneath", |it| {
        most(it, TURN, |limb| -limb.shoulder.y)
    }),
    ("single-knee-to-chest", "draw the knee gently towards", moves_most),
    ("single-leg-stance", "The side is the leg you stand on", |it| {
        most(it, TURN, |limb| -limb.heel.y)
    }),
    ("standing-hip-abduction", "The side is the leg that you lift", moves_most),
    ("step-up", "The side is the foot that goes up first", |it| most(it, 0, |limb| limb.heel.y)),
    ("supported-lunge", "The side is the leg in front", |it| most(it, TURN, |limb| limb.heel.x)),
    ("tandem-stance", "The side is the foot in front", |it| most(it, TURN, |limb| limb.heel.x)),
];

/// The side that has more of something in a frame.
fn most(solved: &Solved<'_>, frame: usize, of: fn(&LimbJoints) -> f64) -> usize {
    let [near, far] = &solved.frames[frame].joints.limbs;
    let (near, far) = (of(near), of(far));
    assert!((near - far).abs() > NEAR_ENOUGH, "the two sides differ: {near} {far}");
    if near > far { NEAR } else { FAR }
}

/// The side whose leg moves.
fn moves_most(solved: &Solved<'_>) -> usize {
    let (first, last) = (&solved.frames[0].joints, &solved.frames[TURN].joints);
    let way = |side: usize| {
        let (from, to) = (&first.limbs[side], &last.limbs[side]);
        apart(from.knee, to.knee).max(apart(from.ankle, to.ankle))
    };
    assert!((way(NEAR) - way(FAR)).abs() > NEAR_ENOUGH / 2.0, "one leg moves");
    if way(NEAR) > way(FAR) { NEAR } else { FAR }
}

/// Whether a limb is a left one, told from where the chest faces and where the head is.
fn is_left(still: &Still, side: usize) -> bool {
    let axes = Axes::of(&still.posture);
    let right = axes.front.cross(axes.up);
    let outward = still.joints.limbs[side].shoulder - still.joints.shoulder;
    outward.dot(right) < 0.0
}

#[test]
fn the_limb_that_the_words_name_is_on_the_side_that_the_picture_shows() {
    let sided: BTreeSet<_> = all()
        .filter(|(exercise, ..)| exercise.sided == Sided::Yes)
        .map(|(exercise, ..)| exercise.id.to_string())
        .collect();
    assert_eq!(sided, NAMED.map(|(id, ..)| id.to_owned()).into(), "every one-sided exercise");
    for (id, words, which) in NAMED {
        let (exercise, solved, movement) = named(id);
        let guidance = &exercise.guidance["en"];
        assert!(
            guidance.steps.join(" ").contains(words) || guidance.start.join(" ").contains(words),
            "{id}: {words}"
        );
        let limb = which(&solved);
        let written = if exercise.scene.side == NearOrFar::Near { NEAR } else { FAR };
        assert_eq!(limb, written, "{id}: the limb that is named is the one that the data names");
        for still in &solved.frames {
            assert_eq!(is_left(still, limb), movement.shows_left, "{id}: the side of that limb");
        }
    }
}

#[test]
fn the_side_of_a_painted_limb_is_seen_from_its_place() {
    // Somebody who stands and faces right turns the right side to the viewer, so the near leg is painted last.
    let (_, solved, movement) = named("single-leg-stance");
    let order = |kind| movement.parts.iter().position(|part| *part == kind).unwrap();
    assert!(
        order(PartKind::Far) < order(PartKind::Trunk)
            && order(PartKind::Trunk) < order(PartKind::Near)
    );
    assert!(!is_left(&solved.frames[0], NEAR) && !movement.shows_left);
    // Who lies with the head at the left and faces the viewer lies on the right side.
    let (_, solved, movement) = named("clamshell");
    assert!(is_left(&solved.frames[0], NEAR) && movement.shows_left);
}

/// The place and the thickness of a line that is painted.
fn lines(movement: &Movement, frame: usize) -> Vec<(PartKind, Shape)> {
    movement.parts.iter().copied().zip(movement.frames[frame].shapes.iter().copied()).collect()
}

#[test]
fn in_turn_the_other_limb_does_the_same_in_the_same_place() {
    let in_turn: Vec<_> =
        all().filter(|(exercise, ..)| exercise.sided == Sided::Alternate).collect();
    assert_eq!(in_turn.len(), 9);
    for (exercise, _, movement) in all() {
        assert_eq!(movement.in_turn, exercise.sided == Sided::Alternate, "{}", exercise.id);
        assert!(movement.in_turn || movement.exchanged.is_empty(), "{}", exercise.id);
    }
    for (exercise, _, movement) in in_turn.iter().filter(|(_, _, it)| !it.exchanged.is_empty()) {
        let id = &exercise.id;
        let other = |at: usize| movement.exchanged[at];
        for frame in [0, TURN] {
            let painted = lines(movement, frame);
            for (at, (kind, shape)) in painted.iter().enumerate() {
                assert_eq!(other(other(at)), at, "{id}: two go to each other's place");
                let (kind_there, there) = painted[other(at)];
                let pair = match kind {
                    PartKind::Far => PartKind::Near,
                    PartKind::Near => PartKind::Far,
                    PartKind::FarHand => PartKind::Skin,
                    _ if other(at) != at => PartKind::FarHand,
                    kept => *kept,
                };
                assert_eq!(kind_there, pair, "{id}: near and far");
                if let (Shape::Line(here), Shape::Line(there)) = (shape, there) {
                    let long = |line: &super::super::Segment| {
                        (line.to.x - line.from.x).hypot(line.to.y - line.from.y)
                    };
                    assert!((here.width - there.width).abs() < 1e-6, "{id}: the same bone");
                    assert!((long(here) - long(&there)).abs() < 0.02, "{id}: of the same length");
                }
            }
        }
        let moved = |at: usize| movement.frames[0].shapes[at] != movement.frames[TURN].shapes[at];
        let most_moved = |kind: PartKind| {
            (0..movement.parts.len()).filter(|at| movement.parts[*at] == kind && moved(*at)).count()
        };
        let exchanged = |kind: PartKind| {
            (0..movement.parts.len())
                .filter(|at| movement.parts[*at] == kind && moved(other(*at)))
                .count()
        };
        assert_eq!(most_moved(PartKind::Near), exchanged(PartKind::Far), "{id}");
        assert_eq!(most_moved(PartKind::Far), exchanged(PartKind::Near), "{id}");
        assert_ne!(most_moved(PartKind::Near), most_moved(PartKind::Far), "{id}: one side moves");
    }
}

#[test]
fn what_is_mirrored_in_turn_begins_in_the_same_place() {
    let mirrored = |id: &str| {
        let (_, solved, movement) = named(id);
        assert!(movement.exchanged.is_empty());
        let middle = (movement.bounds.left + movement.bounds.right) / 2.0;
        assert!(middle.abs() < 1e-3, "{id}: the middle of the box is {middle}");
        let [near, far] = solved.frames[0].joints.limbs;
        for (a, b) in [(near.knee, far.knee), (near.hand, far.hand), (near.toes, far.toes)] {
            assert!((a.z + b.z).abs() < 1e-3, "{id}: {a:?} {b:?}");
        }
    };
    ["knee-roll", "weight-shift"].into_iter().for_each(mirrored);
}

#[test]
fn what_must_not_be_held_turns_back_at_once() {
    for id in ["sciatic-slider-supine", "sciatic-slider-seated", "cat-camel-small"] {
        assert!(named(id).2.to_and_fro, "{id}");
    }
    for id in ["hamstring-stretch-supine", "walk-level", "heel-toe-walk", "stationary-bike"] {
        assert!(!named(id).2.to_and_fro, "{id} is held, or goes on");
    }
}
