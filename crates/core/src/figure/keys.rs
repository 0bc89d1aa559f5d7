//! From key poses to 24 solved frames.

use super::body::{CRANK, NUMBERS, Posture};
use super::joints::{Joints, joints};
use super::rests::{Rests, first_hip};
use super::settle::settle;
use super::{FRAMES, TURN};
use crate::catalogue::{Exercise, Pose, Position, Scene, Working};

/// The frames of an exercise in space.
pub(super) struct Solved<'a> {
    /// From where it is seen, and with which things.
    pub(super) scene: &'a Scene,
    /// The part that the movement is about, where hardly anything moves.
    pub(super) working: Option<Working>,
    /// The frames.
    pub(super) frames: Vec<Still>,
    /// The frames that show a key pose.
    pub(super) key_frames: Vec<usize>,
    /// The contacts of each key pose, in their places.
    pub(super) rests: Vec<Rests>,
}

/// One frame: how the joints bend, where they are, and how hard the working part works, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Still {
    pub(super) posture: Posture,
    pub(super) joints: Joints,
    pub(super) effort: f64,
}

/// A key pose whose contacts are in their places.
struct Key {
    posture: Posture,
    rests: Rests,
}

/// The frames of `exercise`; `None` where it has no key poses.
pub(super) fn solve(exercise: &Exercise) -> Option<Solved<'_>> {
    let poses = exercise.poses.as_slice();
    let (first, last) = (poses.first()?, poses.last()?);
    // A person who walks stays in the middle of the picture, so the feet must be free to slide.
    let walks = exercise.position == Position::Moving;
    let cycles = walks || last.contacts.iter().any(|contact| contact == "pedals");
    let keys = keys(exercise, walks);
    let postures: Vec<_> = keys.iter().map(|key| key.posture).collect();
    let works =
        |key: usize| f64::from(u8::from(poses.get(key).is_some_and(|pose| pose.works.is_some())));

    let way_out = (0..=TURN).map(|frame| {
        let (key, part) = between(frame, keys.len());
        let mut posture = carry(&postures, cycles, key, part);
        let here = &keys[key].rests;
        let rests = keys.get(key + 1).map_or(*here, |next| here.shared_with(&next.rests));
        let joints = settle(&mut posture, &rests);
        let effort = works(key) + (works(key + 1) - works(key)) * part;
        Still { posture, joints, effort: if keys.len() == 1 { works(0) } else { effort } }
    });
    let mut frames: Vec<Still> = way_out.collect();
    for frame in TURN + 1..FRAMES {
        let back = if cycles {
            let mut posture = frames[frame - TURN].posture.exchanged();
            let rests = keys.first().map(|key| key.rests).unwrap_or_default();
            let joints = settle(&mut posture, &rests);
            Still { posture, joints, ..frames[frame - TURN] }
        } else {
            frames[FRAMES - frame]
        };
        frames.push(back);
    }

    let steps = keys.len().saturating_sub(1).max(1);
    Some(Solved {
        scene: &exercise.scene,
        working: first.works.or_else(|| poses.iter().find_map(|pose| pose.works)),
        frames,
        key_frames: (0..keys.len()).map(|key| key * TURN / steps).collect(),
        rests: keys.iter().map(|key| key.rests).collect(),
    })
}

/// The key poses with their contacts in place. What goes on resting keeps its place.
fn keys(exercise: &Exercise, walks: bool) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::with_capacity(exercise.poses.len());
    for pose in &exercise.poses {
        let mut posture = Posture::of(pose, exercise.scene.view);
        let rests = match keys.last() {
            _ if walks => Rests::default(),
            Some(before) => rests_after(pose, posture, &before.rests),
            None => {
                let at = joints(&posture, first_hip(&pose.contacts, &posture));
                Rests::of(&pose.contacts, &posture, &at)
            }
        };
        settle(&mut posture, &rests);
        keys.push(Key { posture, rests });
    }
    keys
}

/// What rests in `pose` after what rested `before`.
fn rests_after(pose: &Pose, mut posture: Posture, before: &Rests) -> Rests {
    let written = posture;
    let said =
        Rests::of(&pose.contacts, &posture, &joints(&posture, first_hip(&pose.contacts, &posture)));
    let at = settle(&mut posture, &before.shared_with(&said));
    // What begins to rest does so where the written angles bring it.
    let free = joints(&written, at.hip);
    Rests::of(&pose.contacts, &written, &free).kept_from(before)
}

/// The key pose before `frame`, and how much of the way to the next one has gone by, 0 to 1.
fn between(frame: usize, keys: usize) -> (usize, f64) {
    let steps = keys.saturating_sub(1);
    if steps == 0 {
        return (0, 0.0);
    }
    let key = (frame * steps / TURN).min(steps - 1);
    let gone = f64::from(u32::try_from(frame * steps - key * TURN).unwrap_or(0));
    (key, gone / f64::from(u32::try_from(TURN).unwrap_or(1)))
}

/// The posture that has gone `part` of the way from the key pose `key` to the next.
///
/// Each angle follows a curve that never overshoots a key pose and comes to rest where the
/// movement turns round, as muscles do. In a walk, as on a bike, nothing turns round.
fn carry(postures: &[Posture], cycles: bool, key: usize, part: f64) -> Posture {
    let last = postures.len() - 1;
    let at = |index: isize| -> [f64; NUMBERS] {
        let clamped = |index: isize| usize::try_from(index).unwrap_or(0).min(last);
        let end = isize::try_from(last).unwrap_or(0);
        match index {
            // Beyond an end a cycle goes on with the other leg; everything else turns round.
            before if before < 0 && cycles => postures[clamped(end + before)].exchanged().numbers(),
            before if before < 0 => postures[clamped(-before)].numbers(),
            after if after > end && cycles => postures[clamped(after - end)].exchanged().numbers(),
            after if after > end => postures[clamped(2 * end - after)].numbers(),
            inside => postures[clamped(inside)].numbers(),
        }
    };
    let key = isize::try_from(key).unwrap_or(0);
    let (before, from, to, after) = (at(key - 1), at(key), at(key + 1), at(key + 2));
    let mut numbers = [0.0; NUMBERS];
    for (index, number) in numbers.iter_mut().enumerate() {
        let leave = slope(from[index] - before[index], to[index] - from[index]);
        let arrive = slope(to[index] - from[index], after[index] - to[index]);
        *number = hermite(from[index], leave, to[index], arrive, part);
    }
    numbers[CRANK] = from[CRANK] + (to[CRANK] - from[CRANK]) * part;
    Posture::from_numbers(postures[0].near, numbers)
}

/// The slope at a key pose between two steps: none where the movement turns round.
fn slope(step_before: f64, step_after: f64) -> f64 {
    if step_before * step_after <= 0.0 {
        return 0.0;
    }
    2.0 * step_before * step_after / (step_before + step_after)
}

fn hermite(from: f64, leave: f64, to: f64, arrive: f64, part: f64) -> f64 {
    let (square, cube) = (part * part, part * part * part);
    from * (2.0 * cube - 3.0 * square + 1.0)
        + leave * (cube - 2.0 * square + part)
        + to * (3.0 * square - 2.0 * cube)
        + arrive * (cube - square)
}
