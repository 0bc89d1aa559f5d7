//! The figure stays a person: its bones keep their length, it rests where it says, and it moves.

mod body;
mod contacts;
mod motion;
mod sides;
mod touches;

use super::body::{NUMBERS, SIDE, WHOLE};
use super::joints::Joints;
use super::keys::{Solved, solve};
use super::space::Vector;
use super::{Movement, movement};
use crate::catalogue::{Exercise, embedded};

/// How far a joint may be from where it should be: 2 % of the body height.
const NEAR_ENOUGH: f64 = 0.02;

fn all() -> impl Iterator<Item = (&'static Exercise, Solved<'static>, Movement)> {
    embedded().exercises.values().map(|exercise| {
        (exercise, solve(exercise).expect("has poses"), movement(exercise).expect("has poses"))
    })
}

fn named(id: &str) -> (&'static Exercise, Solved<'static>, Movement) {
    all().find(|(exercise, ..)| exercise.id.as_str() == id).unwrap()
}

fn apart(a: Vector, b: Vector) -> f64 {
    (a - b).length()
}

/// Every point of the joints, with its name.
fn points(joints: &Joints) -> Vec<(String, Vector)> {
    let mut points = vec![
        ("hip".to_owned(), joints.hip),
        ("waist".to_owned(), joints.waist),
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

/// The names of the numbers of a posture, with the side.
fn names() -> [(&'static str, &'static str); NUMBERS] {
    let mut names = [("", ""); NUMBERS];
    let near = SIDE.map(|joint| ("near ", joint));
    let far = SIDE.map(|joint| ("far ", joint));
    for (to, from) in
        names.iter_mut().zip(WHOLE.map(|joint| ("", joint)).into_iter().chain(near).chain(far))
    {
        *to = from;
    }
    names
}

/// How far `place` is from the line of a bone.
fn to_bone(place: Vector, from: Vector, to: Vector) -> f64 {
    let along = (to - from).unit();
    apart(place, from + along * along.dot(place - from))
}
