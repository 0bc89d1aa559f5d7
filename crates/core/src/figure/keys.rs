//! From key poses to 24 solved frames.

use super::body::{Joints, NUMBERS, ORIGIN, Posture, joints};
use super::reach::{LimbRests, Rests, hip_of, lying, settle, standing};
use super::{FRAMES, TURN};
use crate::catalogue::{Exercise, Pose, Position, View};

/// The frames of an exercise in the plane in which the body bends.
pub(super) struct Solved {
    /// From where they are seen.
    pub(super) view: View,
    /// Each frame: how the joints bend, and where they are.
    pub(super) frames: Vec<(Posture, Joints)>,
    /// The frames that show a key pose.
    pub(super) key_frames: Vec<usize>,
    /// What rests in the first key pose.
    pub(super) first_rests: Rests,
}

/// A key pose whose contacts are in their places.
struct Key {
    posture: Posture,
    rests: Rests,
}

/// The frames of `exercise`; `None` where it has no key poses.
pub(super) fn solve(exercise: &Exercise) -> Option<Solved> {
    let poses = exercise.poses.as_slice();
    let first = poses.first()?;
    // A person who walks stays in the middle of the picture, so the feet must be free to slide.
    let walks = exercise.position == Position::Moving;
    let keys = keys(poses, walks);
    let postures: Vec<_> = keys.iter().map(|key| key.posture).collect();

    let way_out = (0..=TURN).map(|frame| {
        let (key, part) = between(frame, keys.len());
        let mut posture = carry(&postures, walks, key, part);
        let here = &keys[key].rests;
        let rests = keys.get(key + 1).map_or(*here, |next| here.shared_with(&next.rests));
        let joints = place(&mut posture, &rests, walks);
        (posture, joints)
    });
    let mut frames: Vec<(Posture, Joints)> = way_out.collect();
    for frame in TURN + 1..FRAMES {
        let back = if walks {
            let mut posture = frames[frame - TURN].0.exchanged();
            let joints = place(&mut posture, &Rests::default(), walks);
            (posture, joints)
        } else {
            frames[FRAMES - frame]
        };
        frames.push(back);
    }

    let steps = keys.len().saturating_sub(1).max(1);
    let key_frames = (0..keys.len()).map(|key| key * TURN / steps).collect();
    let first_rests = keys.first().map(|key| key.rests).unwrap_or_default();
    Some(Solved { view: first.view, frames, key_frames, first_rests })
}

/// The key poses with their contacts in place. What goes on resting keeps its place.
fn keys(poses: &[Pose], walks: bool) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::with_capacity(poses.len());
    for pose in poses {
        let mut posture = Posture::of(pose);
        if walks {
            keys.push(Key { posture, rests: Rests::default() });
            continue;
        }
        let before = keys.last().map(|key| key.rests).unwrap_or_default();
        let known = known_places(pose, &posture, &before);
        let hip = hip_of(&mut posture, &known);
        let free = joints(&posture, hip);
        let rests = Rests::of(&pose.contacts, &free).kept_from(&before);
        settle(&mut posture, hip, &rests);
        keys.push(Key { posture, rests });
    }
    keys
}

/// What is known to rest, and where, before the pose has a place of its own: what rested before,
/// and where nothing did, the bed or the ground.
fn known_places(pose: &Pose, posture: &Posture, before: &Rests) -> Rests {
    let said = Rests::of(&pose.contacts, &joints(posture, ORIGIN));
    let known = before.shared_with(&said);
    if known != Rests::default() {
        known
    } else if said.shoulder.is_some() {
        Rests { shoulder: Some(lying()), ..Rests::default() }
    } else {
        let feet = said.limbs.map(|limb| LimbRests { hand: None, ..limb });
        Rests { limbs: feet, ..Rests::default() }
    }
}

fn place(posture: &mut Posture, rests: &Rests, walks: bool) -> Joints {
    let hip = if walks { standing(posture) } else { hip_of(posture, rests) };
    settle(posture, hip, rests)
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
/// movement turns round, as muscles do.
fn carry(postures: &[Posture], walks: bool, key: usize, part: f64) -> Posture {
    let last = postures.len() - 1;
    let at = |index: isize| -> [f64; NUMBERS] {
        let clamped = |index: isize| usize::try_from(index).unwrap_or(0).min(last);
        let end = isize::try_from(last).unwrap_or(0);
        match index {
            // Beyond an end a walk goes on with the other leg; everything else turns round.
            before if before < 0 && walks => postures[clamped(end + before)].exchanged().numbers(),
            before if before < 0 => postures[clamped(-before)].numbers(),
            after if after > end && walks => postures[clamped(after - end)].exchanged().numbers(),
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
    Posture::from_numbers(numbers)
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
