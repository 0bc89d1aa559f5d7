//! The vocabulary of safety: what an exercise asks of the body, so that a limit can name it.
//!
//! Where the words come from stands in `docs/sources.md`. No clinician has reviewed them yet. The
//! warning signs are on their card in `ui/`, which must show them even when nothing else works.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an exercise asks of the body, so that a limit can name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each word is in GLOSSARY.md under \"flag\"")]
pub enum Flag {
    Supine,
    Prone,
    SideLying,
    Quadruped,
    Kneeling,
    Sitting,
    Standing,
    SingleLeg,
    Hinge,
    Lift,
    PullLoad,
    SpineFlexion,
    SpineFlexionSmall,
    SpineExtension,
    Rotation,
    NerveTension,
    FloorTransfer,
    WoundPressure,
    Transfer,
}

impl Flag {
    /// Whether the person lies or kneels on all fours, from where standing up needs care.
    #[must_use]
    pub fn is_lying(self) -> bool {
        matches!(self, Self::Supine | Self::Prone | Self::SideLying | Self::Quadruped)
    }
}

/// Every flag with the word that data files use for it.
pub const FLAGS: [(&str, Flag); 19] = [
    ("supine", Flag::Supine),
    ("prone", Flag::Prone),
    ("side_lying", Flag::SideLying),
    ("quadruped", Flag::Quadruped),
    ("kneeling", Flag::Kneeling),
    ("sitting", Flag::Sitting),
    ("standing", Flag::Standing),
    ("single_leg", Flag::SingleLeg),
    ("hinge", Flag::Hinge),
    ("lift", Flag::Lift),
    ("pull_load", Flag::PullLoad),
    ("spine_flexion", Flag::SpineFlexion),
    ("spine_flexion_small", Flag::SpineFlexionSmall),
    ("spine_extension", Flag::SpineExtension),
    ("rotation", Flag::Rotation),
    ("nerve_tension", Flag::NerveTension),
    ("floor_transfer", Flag::FloorTransfer),
    ("wound_pressure", Flag::WoundPressure),
    ("transfer", Flag::Transfer),
];
