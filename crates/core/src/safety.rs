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

/// What is asked before an exercise is offered for one leg whenever it is needed. Whoever says yes
/// is sent to the team and not to the exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SafetyQuestion {
    /// Whether the calf of that leg is newly swollen, warm or painful, before it is stretched.
    Calf,
}

/// Every question with the word that data files use for it.
pub const SAFETY_QUESTIONS: [(&str, SafetyQuestion); 1] = [("calf", SafetyQuestion::Calf)];

/// The exercises of the catalogue that leave the legs still: a calf that must be looked at first stops every other one.
pub const LEGS_STILL: [&str; 4] =
    ["diaphragmatic-breathing", "shoulder-blade-squeeze", "dead-bug-arms", "band-row"];

/// What a limit forbids or bounds, so that an exercise that clashes with it can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each word is in GLOSSARY.md under \"kind of limit\"")]
pub enum LimitKind {
    Bending,
    Lifting,
    Twisting,
    Arching,
    Sitting,
    Driving,
    Wound,
    Water,
    Floor,
    LyingOnFront,
    OneLeg,
    Kneeling,
    Brace,
    Load,
    Other,
}

/// Every kind of limit with the word that plan files use for it.
pub const LIMIT_KINDS: [(&str, LimitKind); 15] = [
    ("bending", LimitKind::Bending),
    ("lifting", LimitKind::Lifting),
    ("twisting", LimitKind::Twisting),
    ("arching", LimitKind::Arching),
    ("sitting", LimitKind::Sitting),
    ("driving", LimitKind::Driving),
    ("wound", LimitKind::Wound),
    ("water", LimitKind::Water),
    ("floor", LimitKind::Floor),
    ("lying-on-front", LimitKind::LyingOnFront),
    ("one-leg", LimitKind::OneLeg),
    ("kneeling", LimitKind::Kneeling),
    ("brace", LimitKind::Brace),
    ("load", LimitKind::Load),
    ("other", LimitKind::Other),
];

/// What a limit means for an exercise with a certain flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LimitEffect {
    /// The limit stands beside the exercise.
    Show,
    /// The person is asked once whether their team knows that both stand on the sheet.
    Ask,
    /// The exercise waits until the limit is over or the team has said otherwise.
    Lock,
}

/// Which limit touches which flag, and how. A pair that is not here does not touch. Published in `docs/limits.md`.
pub const LIMIT_EFFECTS: [(LimitKind, Flag, LimitEffect); 18] = [
    (LimitKind::Bending, Flag::SpineFlexion, LimitEffect::Lock),
    (LimitKind::Bending, Flag::SpineFlexionSmall, LimitEffect::Ask),
    (LimitKind::Bending, Flag::Hinge, LimitEffect::Show),
    (LimitKind::Lifting, Flag::Lift, LimitEffect::Ask),
    (LimitKind::Lifting, Flag::PullLoad, LimitEffect::Show),
    (LimitKind::Twisting, Flag::Rotation, LimitEffect::Lock),
    (LimitKind::Twisting, Flag::Transfer, LimitEffect::Show),
    (LimitKind::Arching, Flag::SpineExtension, LimitEffect::Lock),
    (LimitKind::Sitting, Flag::Sitting, LimitEffect::Show),
    (LimitKind::Wound, Flag::WoundPressure, LimitEffect::Ask),
    (LimitKind::Floor, Flag::FloorTransfer, LimitEffect::Lock),
    (LimitKind::Floor, Flag::Quadruped, LimitEffect::Show),
    (LimitKind::LyingOnFront, Flag::Prone, LimitEffect::Lock),
    (LimitKind::OneLeg, Flag::SingleLeg, LimitEffect::Lock),
    (LimitKind::Kneeling, Flag::Kneeling, LimitEffect::Lock),
    (LimitKind::Kneeling, Flag::Quadruped, LimitEffect::Ask),
    (LimitKind::Load, Flag::Lift, LimitEffect::Lock),
    (LimitKind::Load, Flag::PullLoad, LimitEffect::Lock),
];

/// What limits of the kinds `limits` mean for an exercise with `flags`: the strictest that the table
/// says, with the kind it comes from; `None` when they do not touch.
#[must_use]
pub fn effect_of_limits(limits: &[LimitKind], flags: &[Flag]) -> Option<(LimitKind, LimitEffect)> {
    // Each set as its bits: this is asked of every line for every day, and the table is longer than either.
    let kinds = limits.iter().fold(0_u32, |kinds, kind| kinds | 1 << *kind as u32);
    let asked = flags.iter().fold(0_u32, |asked, flag| asked | 1 << *flag as u32);
    LIMIT_EFFECTS
        .iter()
        .filter(|(kind, flag, _)| kinds & 1 << *kind as u32 != 0 && asked & 1 << *flag as u32 != 0)
        .max_by_key(|(_, _, effect)| *effect)
        .map(|(kind, _, effect)| (*kind, *effect))
}

#[cfg(test)]
mod tests {
    use super::effect_of_limits;
    use super::{FLAGS, Flag, LIMIT_EFFECTS, LIMIT_KINDS, LimitEffect, LimitKind};

    /// Physiotherapists read the table on a page: it must be the one that holds.
    #[test]
    fn the_published_table_is_the_one_that_holds() {
        let word = |words: &[(&'static str, LimitKind)], of| {
            words.iter().find(|(_, kind)| *kind == of).map(|(word, _)| *word)
        };
        let rows = LIMIT_EFFECTS.iter().map(|(kind, flag, effect)| {
            let limit = word(&LIMIT_KINDS, *kind).unwrap();
            let (flag, _) = FLAGS.iter().find(|(_, known)| known == flag).unwrap();
            let effect = match effect {
                LimitEffect::Show => "show",
                LimitEffect::Ask => "ask",
                LimitEffect::Lock => "lock",
            };
            format!("| `{limit}` | `{flag}` | `{effect}` |")
        });
        let page = include_str!("../../../docs/limits.md");
        let published: Vec<_> = page.lines().filter(|line| line.starts_with("| `")).collect();
        assert_eq!(published, rows.collect::<Vec<_>>());
    }

    #[test]
    fn the_strictest_of_several_limits_holds() {
        let limits = [LimitKind::Lifting, LimitKind::Load, LimitKind::Bending];
        let flags = [Flag::Hinge, Flag::Lift];
        assert_eq!(effect_of_limits(&limits, &flags), Some((LimitKind::Load, LimitEffect::Lock)));
        assert_eq!(effect_of_limits(&[LimitKind::Driving], &flags), None);
    }
}
