//! What rests stays where it rests, and nothing goes through anything.

use super::super::body::{HALF_FOOT, HALF_HAND, HALF_SHANK, HALF_TRUNK, NEAR};
use super::super::joints::Joints;
use super::super::keys::Solved;
use super::super::rests::{Hand, Rests};
use super::super::space::Vector;
use super::super::things::{BED_EDGE, BED_HEIGHT};
use super::super::{Bounds, FRAMES, TURN, ThingKind};
use super::{NEAR_ENOUGH, all, apart, named, points};
use crate::catalogue::{Exercise, Position, Prop, View};

/// The lowest height that the body may reach: the floor beside a bed on whose edge one sits.
fn ground(exercise: &Exercise) -> f64 {
    if exercise.scene.things.contains(&Prop::Bedside) { -BED_HEIGHT } else { 0.0 }
}

#[test]
fn nothing_sinks_into_bed_floor_chair_worktop_wall_or_step() {
    for (exercise, solved, movement) in all() {
        let boxes = |kind: ThingKind| -> Vec<Bounds> {
            let of_kind = movement.things.iter().filter(|thing| thing.kind == kind);
            of_kind.map(|thing| thing.shape.bounds()).collect()
        };
        // The plate of the worktop and the seat of the chair are painted last.
        let (seat, plate) = (boxes(ThingKind::Chair).pop(), boxes(ThingKind::Worktop).pop());
        let steps = boxes(ThingKind::Step);
        for (number, still) in solved.frames.iter().enumerate() {
            let at = &still.joints;
            let say = |what: &str| format!("{} frame {number}: {what}", exercise.id);
            for (part, place) in points(at) {
                let half =
                    if part.ends_with("hip") || part == "shoulder" { HALF_TRUNK } else { 0.018 };
                let skipped = ["belly", "waist"].contains(&part.as_str());
                let low = place.y - half - ground(exercise);
                assert!(skipped || low > -NEAR_ENOUGH, "{} {low}", say(&part));
            }
            if solved.scene.view != View::Side {
                away_from_the_side(exercise, &solved, number);
                continue;
            }
            let above = |thing: &Bounds, place: Vector, half: f64| {
                let over = (f64::from(thing.left)..f64::from(thing.right)).contains(&place.x);
                !over || place.y - half > f64::from(thing.top) - NEAR_ENOUGH
            };
            let sits = exercise.position == Position::Sitting;
            assert!(
                !sits || seat.is_none_or(|seat| above(&seat, at.hip, HALF_TRUNK)),
                "{}",
                say("seat")
            );
            let faced = solved.scene.things.contains(&Prop::Worktop);
            for limb in &at.limbs {
                assert!(
                    !faced || plate.is_none_or(|plate| above(&plate, limb.hand, HALF_HAND)),
                    "{}",
                    say("worktop")
                );
                for step in &steps {
                    assert!(
                        [limb.heel, limb.toes].iter().all(|end| above(step, *end, HALF_FOOT)),
                        "{}",
                        say("step")
                    );
                }
            }
            if solved.scene.things.contains(&Prop::Wall) {
                for wall in boxes(ThingKind::Wall) {
                    let (left, right) = (f64::from(wall.left), f64::from(wall.right));
                    let before = |x: f64, half: f64| {
                        x + half < left + NEAR_ENOUGH || x - half > right - NEAR_ENOUGH
                    };
                    assert!(
                        before(at.head.x, 0.062) && before(at.shoulder.x, HALF_TRUNK),
                        "{}",
                        say("wall")
                    );
                    assert!(
                        at.limbs
                            .iter()
                            .all(|limb| before(limb.hand.x, HALF_HAND)
                                && before(limb.toes.x, HALF_FOOT)),
                        "{}",
                        say("wall")
                    );
                }
            }
        }
    }
}

/// What stands beside the person where it is not seen from the side: the bed on whose edge one comes
/// to sit, and the worktop behind which the viewer does not see.
fn away_from_the_side(exercise: &Exercise, solved: &Solved<'_>, number: usize) {
    let at = &solved.frames[number].joints;
    for (part, place) in points(at) {
        let say = |what: &str| format!("{} frame {number}: {part} {what} {place:?}", exercise.id);
        if exercise.scene.things.contains(&Prop::Bedside) {
            let hangs = place.y < -NEAR_ENOUGH;
            assert!(!hangs || place.z > BED_EDGE - NEAR_ENOUGH, "{}", say("is inside the bed"));
        }
        if exercise.scene.things.contains(&Prop::Worktop) && !part.ends_with("hand") {
            let edge = at.limbs.iter().fold(f64::INFINITY, |x, limb| x.min(limb.hand.x)) - 0.05;
            assert!(place.x < edge + NEAR_ENOUGH, "{}", say("is inside the worktop"));
        }
    }
}

/// Each place that rests, with its name, and where the body has it.
fn resting(rests: &Rests, joints: &Joints) -> Vec<(&'static str, Vector, Vector)> {
    let mut pairs: Vec<(&'static str, Option<Vector>, Vector)> = Vec::new();
    // The height of trunk and hips changes as a person rolls over.
    let level = |place: Option<Vector>, y: f64| place.map(|place| Vector { y, ..place });
    pairs.push(("shoulder", level(rests.shoulder, joints.shoulder.y), joints.shoulder));
    pairs.push(("hip", level(rests.hip, joints.hip.y), joints.hip));
    for (rest, limb) in rests.limbs.iter().zip(&joints.limbs) {
        let hand = match rest.hand {
            Some(Hand::At(place)) => Some(place),
            _ => None,
        };
        pairs.extend([
            ("foot", rest.foot, limb.ankle),
            ("toes", rest.toes, limb.toes),
            ("heel", rest.heel_height.map(|y| Vector { y, ..limb.heel }), limb.heel),
            ("knee", rest.knee, limb.knee),
            ("hand", hand, limb.hand),
            ("elbow", rest.elbow, limb.elbow),
        ]);
    }
    pairs.into_iter().filter_map(|(name, wanted, found)| Some((name, wanted?, found))).collect()
}

#[test]
fn what_rests_stays_where_it_rests() {
    for (exercise, solved, _) in
        all().filter(|(exercise, ..)| exercise.position != Position::Moving)
    {
        for (key, frames) in solved.key_frames.windows(2).enumerate() {
            let rests = solved.rests[key].shared_with(&solved.rests[key + 1]);
            // On the way back the same frames come in the other order.
            let back = (frames[0].max(1)..=frames[1]).map(|number| FRAMES - number);
            for number in (frames[0]..=frames[1]).chain(back) {
                for (part, wanted, found) in resting(&rests, &solved.frames[number].joints) {
                    let off = apart(wanted, found);
                    assert!(
                        off < NEAR_ENOUGH,
                        "{} frame {number}: {part} is off by {off}",
                        exercise.id
                    );
                }
            }
        }
        for (rests, frame) in solved.rests.iter().zip(&solved.key_frames) {
            for (part, wanted, found) in resting(rests, &solved.frames[*frame].joints) {
                let off = apart(wanted, found);
                assert!(
                    off < NEAR_ENOUGH,
                    "{} key at {frame}: {part} is off by {off}",
                    exercise.id
                );
            }
        }
    }
}

#[test]
fn the_feet_of_a_clamshell_stay_and_the_knee_rises() {
    let (_, solved, _) = named("clamshell");
    let (closed, open) = (&solved.frames[0].joints, &solved.frames[TURN].joints);
    assert_eq!(closed.limbs[1], open.limbs[1]);
    assert_eq!(closed.limbs[NEAR].toes, open.limbs[NEAR].toes);
    assert!(open.limbs[NEAR].knee.y - closed.limbs[NEAR].knee.y > 0.1);
}

#[test]
fn heel_to_toe_the_hands_leave_the_worktop_and_stay_near_it() {
    let (_, solved, movement) = named("tandem-stance");
    let plate = movement.things.iter().rfind(|thing| thing.kind == ThingKind::Worktop).unwrap();
    let plate = plate.shape.bounds();
    let [near, far] = solved.frames[TURN].joints.limbs;
    // The soles are rounded at both ends: they touch when their middle lines end this far apart.
    let touching = far.toes.x + 2.0 * HALF_FOOT;
    assert!((near.heel.x - touching).abs() < NEAR_ENOUGH, "{:?} {:?}", near.heel, far.toes);
    for hand in [near.hand, far.hand] {
        let above = hand.y - f64::from(plate.top);
        assert!(hand.x > f64::from(plate.left), "{hand:?} is over the worktop");
        assert!((0.03..0.08).contains(&above), "{hand:?} is {above} above the worktop");
    }
}

#[test]
fn shanks_on_cushions_lie_on_the_uppermost() {
    let (_, solved, movement) = named("positional-rest-90-90");
    let uppermost = movement.things.iter().rfind(|thing| thing.kind == ThingKind::Pillow).unwrap();
    let limb = solved.frames[0].joints.limbs[NEAR];
    let top = f64::from(uppermost.shape.bounds().top);
    assert!((limb.ankle.y - HALF_SHANK - top).abs() < NEAR_ENOUGH);
}
