//! What a pose says to rest touches what it rests on: in its own frame, and between two poses that
//! both say it in every frame on the way out and back.

use super::super::body::{
    FAR, HALF_FOOT, HALF_HAND, HALF_KNEE, HALF_SHANK, HALF_SIDE, HALF_TRUNK, NEAR,
};
use super::super::camera::Camera;
use super::super::joints::{Axes, LimbJoints};
use super::super::keys::Solved;
use super::super::rests::{hip_lift, shoulder_lift};
use super::super::space::Vector;
use super::super::{Bounds, FRAMES, Movement, PartKind, Segment, Shape, TURN, ThingKind};
use super::{NEAR_ENOUGH, all, apart, to_bone};
use crate::catalogue::{Exercise, Position, Prop, View};

/// A frame of an exercise that is looked at.
struct Look<'a> {
    exercise: &'a Exercise,
    solved: &'a Solved<'a>,
    movement: &'a Movement,
    frame: usize,
}

/// How far a place is from a line, both as they are seen.
fn to_line(place: Vector, line: &Segment) -> f64 {
    let end = |x: f32, y: f32| Vector::flat(f64::from(x), f64::from(y));
    let (from, to) = (end(line.from.x, line.from.y), end(line.to.x, line.to.y));
    let along = (place - from).dot((to - from).unit()).clamp(0.0, apart(from, to));
    apart(place, from + (to - from).unit() * along)
}

impl Look<'_> {
    fn things(&self, kind: ThingKind) -> Vec<Shape> {
        self.movement
            .things
            .iter()
            .filter(|thing| thing.kind == kind)
            .map(|thing| thing.shape)
            .collect()
    }

    /// The last box of a kind: the seat of a chair, the plate of a worktop.
    fn last(&self, kind: ThingKind) -> Bounds {
        self.things(kind).pop().expect("what it rests on is painted").bounds()
    }

    /// How far a round part of half the thickness `half` is from the nearest of `lines`.
    fn off_lines(place: Vector, half: f64, lines: &[Shape]) -> f64 {
        let off = |shape: &Shape| match shape {
            Shape::Line(line) => Some(to_line(place, line) - half - f64::from(line.width) / 2.0),
            _ => None,
        };
        lines.iter().filter_map(off).fold(f64::INFINITY, f64::min)
    }

    fn off_plate(&self, hand: Vector) -> f64 {
        let seen = Camera::of(self.movement.view).place(hand);
        if self.exercise.scene.things.contains(&Prop::Bike) {
            return Self::off_lines(seen, HALF_HAND, &self.things(ThingKind::Bike));
        }
        let plate = self.last(ThingKind::Worktop);
        let outside = |place: f64, least: f32, most: f32| {
            (f64::from(least) - place).max(place - f64::from(most)).max(0.0)
        };
        let aside = outside(seen.x, plate.left, plate.right);
        if self.movement.view == View::Behind {
            return aside.max(outside(seen.y, plate.bottom, plate.top));
        }
        aside.max((hand.y - HALF_HAND - f64::from(plate.top)).abs())
    }

    /// How far the hand is from the skin of the trunk, before which it lies.
    fn off_trunk(&self, limb: &LimbJoints, side: usize) -> f64 {
        let (at, posture) =
            (&self.solved.frames[self.frame].joints, &self.solved.frames[self.frame].posture);
        let outward = Axes::of(posture).outward(side);
        let aside = (limb.hand - at.hip).dot(outward);
        let hand = limb.hand - outward * aside;
        let off = to_bone(hand, at.hip, at.waist).min(to_bone(hand, at.waist, at.shoulder));
        if aside.abs() > HALF_SIDE { aside.abs() } else { off - HALF_TRUNK - HALF_HAND }
    }

    /// How far what `word` says of `side` is from its surface.
    fn gap(&self, word: &str, side: usize) -> f64 {
        let still = &self.solved.frames[self.frame];
        let (at, posture) = (&still.joints, &still.posture);
        let limb = &at.limbs[side];
        let walks = self.exercise.position == Position::Moving;
        let sole = |top: f64| {
            // The foot of somebody who walks rolls from the heel to the ball.
            let height =
                if walks { limb.heel.y.min(limb.toes.y) } else { limb.heel.y.max(limb.toes.y) };
            height - HALF_FOOT - top
        };
        let both = |one: f64, other: f64| if one.abs() > other.abs() { one } else { other };
        match word {
            "feet" | "foot" => sole(0.0),
            "feet-on-step" | "foot-on-step" => sole(f64::from(self.last(ThingKind::Step).top)),
            "toes" => limb.toes.y - HALF_FOOT,
            "heels" | "heel" => limb.heel.y - HALF_FOOT,
            "knees" | "knee" => limb.knee.y - HALF_KNEE,
            "forearms" | "forearm" => both(limb.elbow.y - HALF_HAND, limb.hand.y - HALF_HAND),
            "hands-on-floor" | "hand-on-floor" => limb.hand.y - HALF_HAND,
            "hands" | "hand" => self.off_plate(limb.hand),
            "hands-on-wall" => limb.hand.x + HALF_HAND - f64::from(self.last(ThingKind::Wall).left),
            "hands-on-thigh" | "hand-on-thigh" => to_bone(limb.hand, limb.hip, limb.knee) - 0.045,
            "hands-behind-thigh" => {
                to_bone(limb.hand, at.limbs[NEAR].hip, at.limbs[NEAR].knee) - 0.045
            }
            "hands-on-belly" | "hand-on-belly" | "hand-on-chest" => self.off_trunk(limb, side),
            "back" | "side" => both(
                at.shoulder.y - HALF_TRUNK - shoulder_lift(posture),
                at.hip.y - HALF_TRUNK - hip_lift(posture),
            ),
            "shoulders" => at.shoulder.y - HALF_TRUNK,
            "seat" if self.exercise.scene.things.contains(&Prop::Bedside) => {
                at.hip.y - HALF_TRUNK - hip_lift(posture)
            }
            "seat" => at.hip.y - HALF_TRUNK - f64::from(self.last(ThingKind::Chair).top),
            "saddle" => Self::off_lines(at.hip, HALF_TRUNK, &self.things(ThingKind::Bike)),
            "back-on-wall" => {
                let wall = f64::from(self.last(ThingKind::Wall).right);
                both(at.hip.x - HALF_TRUNK - wall, at.shoulder.x - HALF_TRUNK - wall)
            }
            // The cushions are put under the shanks, which lie level on them.
            "calves" => both(
                limb.knee.y - limb.ankle.y,
                limb.ankle.y - HALF_SHANK - f64::from(self.last(ThingKind::Pillow).top),
            ),
            "pedals" => {
                let frame = &self.movement.frames[self.frame];
                let held = self.movement.parts.iter().zip(&frame.shapes);
                let held: Vec<_> =
                    held.filter(|(kind, _)| **kind == PartKind::Held).map(|(_, it)| *it).collect();
                // After the crank come the near and the far pedal.
                let held = [held[1 + side]];
                Self::off_lines(Camera::of(self.movement.view).place(limb.toes), HALF_FOOT, &held)
            }
            other => panic!("{}: nothing measures {other}", self.exercise.id),
        }
    }

    /// Which of `words` do not touch. `exchanged` where a walk has come to its second step.
    fn off(&self, words: &[String], exchanged: bool) -> Vec<String> {
        let mut off = Vec::new();
        for contact in words {
            for (side, name, other) in [(NEAR, "near-", "far-"), (FAR, "far-", "near-")] {
                if contact.starts_with(other) {
                    continue;
                }
                let word = contact.trim_start_matches(name);
                let gap = self.gap(word, if exchanged { 1 - side } else { side });
                if gap.abs() >= NEAR_ENOUGH {
                    let id = &self.exercise.id;
                    off.push(format!("{id} frame {}: {name}{word} is {gap:.3} away", self.frame));
                }
            }
        }
        off
    }
}

/// The words that two poses share. Who rolls over lies all the way.
fn shared(here: &[String], next: &[String]) -> Vec<String> {
    let lies = |words: &[String]| words.iter().any(|word| word == "back" || word == "side");
    let mut words: Vec<_> = here.iter().filter(|word| next.contains(word)).cloned().collect();
    if lies(here) && lies(next) {
        words.push("side".to_owned());
    }
    words
}

#[test]
fn what_a_pose_says_to_rest_touches_its_surface_in_every_frame() {
    let mut off = Vec::new();
    for (exercise, solved, movement) in all() {
        let look = |frame| Look { exercise, solved: &solved, movement: &movement, frame };
        let walks = exercise.position == Position::Moving;
        for (pose, frame) in exercise.poses.iter().zip(&solved.key_frames) {
            off.extend(look(*frame).off(&pose.contacts, false));
        }
        for (poses, keys) in exercise.poses.windows(2).zip(solved.key_frames.windows(2)) {
            let words = shared(&poses[0].contacts, &poses[1].contacts);
            for frame in keys[0]..=keys[1] {
                off.extend(look(frame).off(&words, false));
                if walks {
                    off.extend(look((frame + TURN) % FRAMES).off(&words, true));
                } else {
                    off.extend(look((FRAMES - frame) % FRAMES).off(&words, false));
                }
            }
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}

#[test]
fn a_walking_person_has_a_foot_on_the_ground_in_every_frame() {
    for (exercise, solved, _) in all().filter(|(it, ..)| it.position == Position::Moving) {
        for (number, still) in solved.frames.iter().enumerate() {
            let ends = still.joints.limbs.iter().flat_map(|limb| [limb.heel.y, limb.toes.y]);
            let above = ends.fold(f64::INFINITY, f64::min) - HALF_FOOT;
            assert!(above.abs() < NEAR_ENOUGH, "{} frame {number}: {above}", exercise.id);
        }
    }
}
