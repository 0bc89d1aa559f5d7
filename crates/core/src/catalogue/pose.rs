//! The figure of an exercise: its scene and its key poses.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::entry::all;
use super::{NearOrFar, Pose, Prop, Scene, View, Working};
use crate::table::Table;

/// The joints that a pose may name, with the least and the most that each can bend, in degrees.
/// `belly` alone is no angle: 1 is out, -1 is drawn in.
pub(super) const JOINTS: [(&str, RangeInclusive<f64>); 15] = [
    ("trunk", -30.0..=240.0),
    ("roll", 0.0..=90.0),
    ("neck", -60.0..=60.0),
    ("lumbar", -30.0..=45.0),
    ("belly", -1.0..=1.0),
    ("crank", -360.0..=360.0),
    ("hip", -30.0..=135.0),
    ("out", -45.0..=45.0),
    ("open", -70.0..=70.0),
    ("knee", 0.0..=150.0),
    ("ankle", -75.0..=35.0),
    ("shoulder", -60.0..=180.0),
    ("spread", -40.0..=120.0),
    ("flare", -90.0..=90.0),
    ("elbow", 0.0..=150.0),
];

/// What can rest on a surface. Feet and toes stay where they are; a heel may slide.
pub(super) const CONTACTS: [&str; 34] = [
    "back",
    "shoulders",
    "side",
    "seat",
    "saddle",
    "back-on-wall",
    "feet",
    "near-foot",
    "far-foot",
    "feet-on-step",
    "near-foot-on-step",
    "toes",
    "near-toes",
    "far-toes",
    "heels",
    "near-heel",
    "pedals",
    "calves",
    "knees",
    "near-knee",
    "far-knee",
    "forearms",
    "far-forearm",
    "hands",
    "far-hand",
    "hands-on-floor",
    "near-hand-on-floor",
    "hands-on-wall",
    "hands-on-thigh",
    "far-hand-on-thigh",
    "hands-behind-thigh",
    "hands-on-belly",
    "near-hand-on-belly",
    "far-hand-on-chest",
];

pub(super) const VIEWS: [(&str, View); 5] = [
    ("side", View::Side),
    ("lying-side", View::LyingSide),
    ("corner", View::Corner),
    ("behind", View::Behind),
    ("feet", View::Feet),
];

const SIDES: [(&str, NearOrFar); 2] = [("near", NearOrFar::Near), ("far", NearOrFar::Far)];

/// Lines of "How to begin" that a key may name.
const LINES: RangeInclusive<u16> = 1..=9;

pub(super) const PROPS: [(&str, Prop); 15] = [
    ("bed", Prop::Bed),
    ("bedside", Prop::Bedside),
    ("mat", Prop::Mat),
    ("chair", Prop::Chair),
    ("stool", Prop::Stool),
    ("wall", Prop::Wall),
    ("worktop", Prop::Worktop),
    ("worktop-beside", Prop::WorktopBeside),
    ("rail", Prop::Rail),
    ("step", Prop::Step),
    ("towel", Prop::Towel),
    ("cushion", Prop::Cushion),
    ("bike", Prop::Bike),
    ("band", Prop::Band),
    ("box", Prop::Box),
];

pub(super) const WORKING: [(&str, Working); 8] = [
    ("belly", Working::Belly),
    ("buttocks", Working::Buttocks),
    ("shoulder-blades", Working::ShoulderBlades),
    ("front-of-thigh", Working::FrontOfThigh),
    ("back-of-thigh", Working::BackOfThigh),
    ("near-calf", Working::NearCalf),
    ("near-hip", Working::NearHip),
    ("side-of-hip", Working::SideOfHip),
];

pub(super) fn scene(table: &mut Table<'_>) -> Option<Scene> {
    let view = table.needed("view").and_then(|value| value.choice(&VIEWS));
    let things = all(table, "things", |value| value.choice(&PROPS));
    let side = table.given("side").map(|value| value.choice(&SIDES));
    let posture = if table.has("posture") {
        all(table, "posture", |value| value.number(&LINES))
    } else {
        Some(vec![1])
    };
    Some(Scene {
        view: view?,
        things: things?,
        side: side.unwrap_or(Some(NearOrFar::Near))?,
        posture: posture?,
    })
}

pub(super) fn pose(table: &mut Table<'_>) -> Option<Pose> {
    let angles = table.needed("angles").and_then(|value| value.table(angles));
    let choices = CONTACTS.map(|contact| (contact, contact));
    let contacts = all(table, "contacts", |value| value.choice(&choices).map(str::to_owned));
    let works = table.given("works").map(|value| value.choice(&WORKING));
    let works = match works {
        Some(works) => Some(works?),
        None => None,
    };
    Some(Pose { angles: angles?, contacts: contacts?, works })
}

fn angles(table: &mut Table<'_>) -> BTreeMap<String, (f64, f64)> {
    let pair = |(joint, range): &(&'static str, RangeInclusive<f64>)| {
        Some(((*joint).to_owned(), table.given(joint)?.one_or_two(range)?))
    };
    JOINTS.iter().filter_map(pair).collect()
}
