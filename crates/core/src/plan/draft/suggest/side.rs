//! On which side, and with which load, in the words of a line.

use super::dose::{either, plain};
use super::text::Text;
use super::{Meaning, Said};
use crate::plan::draft::{Asked, LinePart};
use crate::plan::limits::KILOGRAMS;
use crate::plan::{Kilograms, NotGiven, Side};

/// Each side, the left one; both, which is asked.
pub(super) fn side(text: &Text<'_>, at: usize) -> Option<Said> {
    const PARTS: [&str; 22] = [
        "side",
        "sides",
        "leg",
        "legs",
        "foot",
        "feet",
        "arm",
        "arms",
        "knee",
        "knees",
        "way",
        "direction",
        "hip",
        "hips",
        "thigh",
        "calf",
        "heel",
        "hand",
        "hands",
        "shoulder",
        "ankle",
        "ankles",
    ];
    let next = text.skip(at, &["on", "with", "to", "on the", "with the", "for"]);
    let with_part = |next: usize| {
        let end = text.phrase(next, &PARTS)?;
        Some(text.skip(end, &["forward", "in front", "only", "at a time"]))
    };
    let side = |end, side| plain(end, vec![LinePart::Side(side)]);
    if let Some(end) = text.phrase(next, &["each", "per", "either"]).and_then(with_part) {
        return side(end, Side::Each);
    }
    if let Some(end) = text.phrase(at, &["one leg at a time", "one side at a time", "each"]) {
        return text.is_edge(end).then(|| side(end, Side::Each)).flatten();
    }
    if let Some(end) = text.phrase(next, &["both", "left and right", "right and left", "l + r"]) {
        // Together, or one after the other?
        let readings = vec![vec![LinePart::Side(Side::Both)], vec![LinePart::Side(Side::Each)]];
        let end = with_part(end).or_else(|| (!text.is(next, &["both"])).then_some(end))?;
        return Some(Said::new(end, Meaning::Either(Asked::Side, readings)));
    }
    let alternate = [
        "alternate legs",
        "alternating legs",
        "alternate sides",
        "alternating sides",
        "alternating",
        "alternate arms",
        "alternate",
    ];
    if let Some(end) = text.phrase(next, &alternate) {
        let readings = vec![vec![LinePart::Side(Side::Each)], vec![LinePart::Side(Side::Both)]];
        return Some(Said::new(end, Meaning::Either(Asked::Side, readings)));
    }
    for (words, which) in [(["left", "l"], Side::Left), (["right", "r"], Side::Right)] {
        if let Some(end) = text.phrase(next, &words) {
            let end = with_part(end).or_else(|| text.is(end, &["only"]).then_some(end + 1))?;
            return side(end, which);
        }
    }
    None
}

/// As many as you can: the sheet leaves it open.
pub(super) fn as_you_can(text: &Text<'_>, at: usize) -> Option<Said> {
    let words = [
        "as many as you can",
        "as tolerated",
        "as able",
        "as comfortable",
        "as many as comfortable",
        "as you can manage",
        "as many as possible",
        "as long as you can",
        "until tired",
    ];
    let end = text.phrase(at, &words)?;
    either(end, vec![vec![LinePart::NotGiven(NotGiven::Dose)]])
}

/// A weight, or a band.
pub(super) fn load(text: &Text<'_>, at: usize) -> Option<Said> {
    if let Some(digits) = text.digits(at) {
        if let Some(end) = text.phrase(at + 1, &["kg", "kilo", "kilos", "kilograms"]) {
            let weight: f64 = digits.parse().ok().filter(|kg| KILOGRAMS.contains(kg))?;
            return plain(end, vec![LinePart::LoadKg(Kilograms(weight))]);
        }
        let end = text.phrase(at + 1, &["lb", "lbs", "pound", "pounds"])?;
        return plain(end, vec![LinePart::Load(text.words(at..end).text)]);
    }
    const BANDS: [&str; 12] = [
        "yellow", "red", "green", "blue", "black", "grey", "gray", "light", "medium", "heavy",
        "strong", "purple",
    ];
    text.is(at, &BANDS).then_some(())?;
    let end =
        text.phrase(at + 1, &["band", "resistance band", "theraband", "loop band", "tube"])?;
    plain(end, vec![LinePart::Load(text.words(at..end).text)])
}
