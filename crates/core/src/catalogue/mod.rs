//! The exercises Backwise knows, as data files under `exercises/` describe them.

mod dose;
mod embedded;
mod entry;
mod guidance;
mod load;
mod pose;
mod search;

#[cfg(test)]
mod fault_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use dose::{FromTo, UsualDose};
pub use embedded::{FILES, embedded};
pub(crate) use entry::{all, review};
pub use load::{SourceFile, load};
pub use search::search;

use crate::ids::ExerciseId;
use crate::safety::{Flag, SafetyQuestion};

/// All exercises, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    /// The exercises.
    pub exercises: BTreeMap<ExerciseId, Exercise>,
}

/// One exercise.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Exercise {
    /// Its name, for ever the same movement.
    pub id: ExerciseId,
    /// What kind of exercise it is; also its folder.
    pub category: Category,
    /// The position it is done in.
    pub position: Position,
    /// What it asks of the body.
    pub flags: Vec<Flag>,
    /// What is needed for it.
    pub equipment: Vec<String>,
    /// Whether it is done on one side at a time.
    pub sided: Sided,
    /// Its pace; `None` where it has none, such as a walk.
    pub tempo: Option<Tempo>,
    /// What is asked before it is offered for one leg, as needed; `None` where nothing is.
    pub safety_question: Option<SafetyQuestion>,
    /// When it is typically first used. Locks templates, never a physiotherapist's plan.
    pub typical_start: TypicalStart,
    /// A usual first dose, for people who write plans. Never filled in for anybody.
    pub usual_dose: UsualDose,
    /// Gentler exercises of the same kind, for people who write plans.
    pub easier: Vec<ExerciseId>,
    /// Harder exercises of the same kind, for people who write plans.
    pub harder: Vec<ExerciseId>,
    /// Other words people search for.
    pub synonyms: Vec<String>,
    /// From where the figure is seen, and with which things.
    pub scene: Scene,
    /// Key poses of the figure, in order, in the notation of `exercises/README.md`.
    pub poses: Vec<Pose>,
    /// Whether a clinician has reviewed the entry.
    pub review: Review,
    /// What to tell people, by language tag.
    pub guidance: BTreeMap<String, Guidance>,
}

/// What kind of exercise it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in GLOSSARY.md under \"category\"")]
pub enum Category {
    Mobility,
    Breathing,
    CoreStability,
    Activation,
    Posture,
    Functional,
    Recovery,
    LegStrength,
    NerveMobility,
    Balance,
    Aerobic,
}

/// The position an exercise is done in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in GLOSSARY.md under \"position\"")]
pub enum Position {
    OnBack,
    OnSide,
    OnFront,
    AllFours,
    Kneeling,
    Sitting,
    Standing,
    Moving,
}

/// Whether an exercise is done on one side at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Sided {
    /// Both sides at once, or it has no side.
    No,
    /// One side, then the other.
    Yes,
    /// Left and right in turn.
    Alternate,
}

/// Seconds to move out, to hold and to return. Drives the figure and the pace, not the dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tempo {
    /// Seconds to move out.
    pub out: u16,
    /// Seconds to hold where the dose does not say.
    pub hold: u16,
    /// Seconds to return.
    pub back: u16,
}

impl Tempo {
    /// Seconds of one repetition.
    #[must_use]
    pub fn seconds(self) -> u32 {
        u32::from(self.out) + u32::from(self.hold) + u32::from(self.back)
    }
}

/// When an exercise is typically first used, in completed weeks after surgery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TypicalStart {
    /// After decompression only.
    pub decompression_week: Option<u16>,
    /// After decompression with fusion.
    pub fusion_week: Option<u16>,
    /// Whether the care team's clearance comes first, after either operation.
    pub needs_clearance: bool,
    /// Whether the care team's clearance comes first after a fusion. From completed week 6 on it
    /// always does.
    pub fusion_needs_clearance: bool,
    /// Where the numbers come from.
    pub source: String,
}

/// Whether a clinician has reviewed an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Nobody has.
    NotReviewed,
    /// Somebody has: name, profession and date.
    Reviewed(String),
}

/// What to tell people about an exercise, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Guidance {
    /// Its title.
    pub title: String,
    /// What it is for, in a sentence or two.
    pub aim: String,
    /// What works: the muscles, in everyday words.
    pub muscles: Vec<String>,
    /// How to begin, a step a line.
    pub start: Vec<String>,
    /// How to move, a step a line.
    pub steps: Vec<String>,
    /// What often goes wrong.
    pub watch_for: Vec<String>,
    /// When to stop this exercise.
    pub stop_if: Vec<String>,
    /// What speaks against it until the care team has agreed.
    pub ask_first: Vec<String>,
}

/// What all key poses of an exercise share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Scene {
    /// From where the person is seen.
    pub view: View,
    /// What the person lies, sits or leans on, in the order of painting.
    pub things: Vec<Prop>,
    /// Which limbs "the side" of a dose means.
    pub side: NearOrFar,
    /// The lines of "How to begin" that tell the posture, counted from 1. They say to somebody who
    /// does not see the figure how it begins.
    pub posture: Vec<u16>,
}

/// The limbs of one side, as key poses name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NearOrFar {
    /// The limbs towards the viewer, and on the side the upper ones: most often those that work.
    Near,
    /// The others, where the side that is named is the one that a person lies on or rolls to.
    Far,
}

/// One key pose of the figure: named angles in degrees, and what touches what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Pose {
    /// Angles in degrees by the name of the joint: near limb, far limb (the same where one is given).
    pub angles: BTreeMap<String, (f64, f64)>,
    /// What rests on its surface.
    pub contacts: Vec<String>,
    /// The part that works in this pose, where hardly anything moves.
    pub works: Option<Working>,
}

/// From where the figure is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in exercises/README.md")]
pub enum View {
    Side,
    LyingSide,
    Corner,
    Behind,
    Feet,
}

/// What stands or lies around the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in exercises/README.md")]
pub enum Prop {
    Bed,
    Bedside,
    Mat,
    Chair,
    Stool,
    Wall,
    Worktop,
    WorktopBeside,
    Rail,
    Step,
    Towel,
    Cushion,
    Bike,
    Band,
    Box,
}

/// A part of the figure that shows its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in exercises/README.md")]
pub enum Working {
    Belly,
    Buttocks,
    ShoulderBlades,
    FrontOfThigh,
    BackOfThigh,
    NearCalf,
    NearHip,
    SideOfHip,
}

impl View {
    /// Whether it shows somebody who lies on the side, whose upper limbs are the near ones.
    #[must_use]
    pub fn is_on_side(self) -> bool {
        matches!(self, Self::LyingSide | Self::Corner)
    }
}

impl Catalogue {
    /// The exercise `id`.
    #[must_use]
    pub fn get(&self, id: &ExerciseId) -> Option<&Exercise> {
        self.exercises.get(id)
    }
}

impl Exercise {
    /// Its guidance in `language`, or in English where there is none.
    #[must_use]
    pub fn guidance_in(&self, language: &str) -> Option<&Guidance> {
        self.guidance.get(language).or_else(|| self.guidance.get("en"))
    }
}
