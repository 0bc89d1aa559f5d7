//! Paints exercises as stills: `contact_sheet FILE [--frames] [NAME...]`, or
//! `contact_sheet FOLDER --unlabelled`.
//!
//! The picture is an SVG with the key poses of each exercise side by side, or with `--frames` every
//! other frame of the way out. It paints as `ui/src/components/Stills.svelte` does, with the ghost of
//! the next key pose and the arrow to it, and with the colours of `ui/src/styles/tokens.css`, light or
//! dark as the viewer is. Without names it paints all.
//!
//! With `--unlabelled` it writes what a stranger is shown, to see whether the figures say what they
//! are: `sheet-1.svg` and so on with numbers in place of names, in an order that gives nothing away
//! and is the same each time, and `key.txt` with the name of each number.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use backwise_core::catalogue::{Exercise, embedded};
use backwise_core::figure::{Frame, Movement, Shape, TURN, movement};

/// Stills side by side. No exercise has more key poses than half of it.
const COLUMNS: usize = 8;
/// Exercises on one sheet without names.
const ON_A_SHEET: usize = 12;
/// Size of one still in pixels, and of the line with the name above it.
const WIDTH: f32 = 150.0;
const HEIGHT: f32 = 100.0;
const NAME: f32 = 20.0;

const STYLE: &str = "\
:root{color-scheme:light dark}
.ground{fill:#e2efeb}text{font:12px sans-serif;fill:#0d5a53}
.pose>*{--c:#d9cfbd;fill:var(--c)}path{stroke:var(--c);stroke-linecap:round;stroke-linejoin:round}
.pose>:is(.mat,.pillow,.worktop,.step,.towel,.bike,.held){--c:#c9b48f}
.pose>.far{--c:#8fbfb6}.pose>.far-hand{--c:#d9b79c}.pose>.trunk{--c:#0d5a53}
.pose>.floor{opacity:.55}.ghost{opacity:.25}.then{font-size:20px;text-anchor:middle}
.pose>.near{--c:#1d776d}.pose>.skin{--c:#c98f66}.pose>.working{--c:#f7c948}
@media(prefers-color-scheme:dark){
.ground{fill:#1a302d}text{fill:#84d8ca}
.pose>*{--c:#35504c}.pose>:is(.mat,.pillow,.worktop,.step,.towel,.bike,.held){--c:#58716b}
.pose>.far{--c:#477c74}.pose>.far-hand{--c:#9c7d68}.pose>.trunk{--c:#4fb3a5}
.pose>.near{--c:#84d8ca}.pose>.skin{--c:#e2b08d}.pose>.working{--c:#7c2a0d}
}";

/// An exercise and what stands above its poses.
struct Entry<'a> {
    exercise: &'a Exercise,
    label: String,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(place) = arguments.next().map(PathBuf::from) else {
        eprintln!("contact_sheet FILE [--frames] [NAME...], or contact_sheet FOLDER --unlabelled");
        return ExitCode::FAILURE;
    };
    let (flags, names): (Vec<String>, Vec<String>) =
        arguments.partition(|argument| argument.starts_with("--"));
    let given = |wanted: &str| flags.iter().any(|flag| flag == wanted);
    let exercises: Vec<_> = embedded()
        .exercises
        .values()
        .filter(|exercise| {
            names.is_empty() || names.iter().any(|name| name == exercise.id.as_str())
        })
        .collect();
    let written = if given("--unlabelled") {
        write_unlabelled(&place, exercises)
    } else {
        let entry =
            |exercise: &'static Exercise| Entry { exercise, label: exercise.id.to_string() };
        let entries: Vec<_> = exercises.into_iter().map(entry).collect();
        std::fs::write(&place, sheet(&entries, given("--frames")))
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{}: {problem}", place.display());
            ExitCode::FAILURE
        }
    }
}

fn write_unlabelled(folder: &Path, mut exercises: Vec<&Exercise>) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    shuffle(&mut exercises);
    let entries: Vec<_> = exercises
        .into_iter()
        .zip(1..)
        .map(|(exercise, number): (_, usize)| Entry { exercise, label: number.to_string() })
        .collect();
    let mut key = String::new();
    for (some, number) in entries.chunks(ON_A_SHEET).zip(1..) {
        let name = format!("sheet-{number}");
        std::fs::write(folder.join(format!("{name}.svg")), sheet(some, false))?;
        for entry in some {
            let _ = writeln!(key, "{} {} ({name})", entry.label, entry.exercise.id);
        }
    }
    std::fs::write(folder.join("key.txt"), key)
}

/// The same disorder each time, so that answers of different days can be compared.
fn shuffle<T>(things: &mut [T]) {
    let mut state: u64 = 20_261_125;
    for last in (1..things.len()).rev() {
        // The generator of Knuth's MMIX; its upper half is the better one.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).unwrap_or(0) % (last + 1);
        things.swap(last, other);
    }
}

/// The frames that are painted of a movement.
fn chosen_frames(movement: &Movement, all_frames: bool) -> Vec<usize> {
    if all_frames { (0..=TURN).step_by(2).collect() } else { movement.key_frames.clone() }
}

/// The picture of `entries`, one after the other, as many in a row as fit.
fn sheet(entries: &[Entry], all_frames: bool) -> String {
    let mut stills = String::new();
    let (mut row, mut column) = (0, 0);
    for entry in entries {
        let Some(movement) = movement(entry.exercise) else { continue };
        let frames = chosen_frames(&movement, all_frames);
        if column + frames.len() > COLUMNS {
            (row, column) = (row + 1, 0);
        }
        let (left, top) = (across(column) * WIDTH, across(row) * (HEIGHT + NAME));
        let _ = writeln!(
            stills,
            "<text x=\"{}\" y=\"{}\">{}</text>",
            left + 6.0,
            top + 14.0,
            entry.label
        );
        for (number, frame) in frames.iter().enumerate() {
            let left = across(column) * WIDTH;
            let next = frames.get(number + 1).copied();
            stills.push_str(&still(&movement, *frame, next, left, top + NAME));
            if next.is_some() {
                let (x, y) = (left + WIDTH, top + NAME + HEIGHT / 2.0 + 6.0);
                let arrow = if movement.to_and_fro { "⇄" } else { "›" };
                let _ = writeln!(stills, "<text class=\"then\" x=\"{x}\" y=\"{y}\">{arrow}</text>");
            }
            column += 1;
        }
    }
    let (width, height) = (across(COLUMNS) * WIDTH, across(row + 1) * (HEIGHT + NAME) + 8.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <style>{STYLE}</style>\n<rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n{stills}</svg>\n"
    )
}

fn across(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(0))
}

fn still(movement: &Movement, frame: usize, next: Option<usize>, left: f32, top: f32) -> String {
    let bounds = movement.bounds;
    let margin = 0.03;
    let box_of = [
        bounds.left - margin,
        -bounds.top - margin,
        bounds.right - bounds.left + 2.0 * margin,
        bounds.top - bounds.bottom + 2.0 * margin,
    ];
    let mut svg = format!(
        "<svg x=\"{left}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"{}\">\
         <g class=\"pose\" transform=\"scale(1 -1)\">\n",
        box_of.map(short).join(" ")
    );
    for thing in &movement.things {
        svg.push_str(&painted(&thing.shape, &word(&thing.kind), 1.0));
    }
    if let Some(next) = next.and_then(|next| movement.frames.get(next)) {
        let _ = write!(svg, "<g class=\"pose ghost\">{}</g>", person(movement, next, false));
    }
    if let Some(frame) = movement.frames.get(frame) {
        svg.push_str(&person(movement, frame, true));
    }
    svg.push_str("</g></svg>\n");
    svg
}

/// The person in one frame. A ghost has no mark on the part that works.
fn person(movement: &Movement, frame: &Frame, is_marked: bool) -> String {
    let mut svg = String::new();
    for (kind, shape) in movement.parts.iter().zip(&frame.shapes) {
        let kind = word(kind);
        let works = kind == "working";
        if is_marked || !works {
            svg.push_str(&painted(shape, &kind, if works { frame.effort } else { 1.0 }));
        }
    }
    svg
}

/// The word of a kind, by which the screens paint it, too.
fn word(kind: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(kind).ok();
    word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// In thousandths of the body height: less than that nobody sees.
fn short(number: f32) -> String {
    format!("{:.0}", number * 1000.0)
}

fn painted(shape: &Shape, kind: &str, strength: f32) -> String {
    let kind = if strength < 1.0 {
        format!("class=\"{kind}\" opacity=\"{strength:.2}\"")
    } else {
        format!("class=\"{kind}\"")
    };
    match shape {
        Shape::Line(line) => {
            let [x1, y1, x2, y2, width] =
                [line.from.x, line.from.y, line.to.x, line.to.y, line.width].map(short);
            format!(
                "<path {kind} d=\"M{x1} {y1}L{x2} {y2}\" stroke-width=\"{width}\"/>
"
            )
        }
        Shape::Disc(disc) => {
            let [x, y, radius] = [disc.middle.x, disc.middle.y, disc.radius].map(short);
            format!("<circle {kind} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>\n")
        }
        Shape::Box(rounded) => {
            let bounds = rounded.bounds;
            let (width, height) = (bounds.right - bounds.left, bounds.top - bounds.bottom);
            let [x, y, width, height, corner] =
                [bounds.left, bounds.bottom, width, height, rounded.corner].map(short);
            format!(
                "<rect {kind} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\"/>\n"
            )
        }
        Shape::Trunk(trunk) => {
            let points =
                trunk.outline.map(|point| format!("{} {}", short(point.x), short(point.y)));
            let [a, b, c, d, e, f] = points;
            let width = short(trunk.width);
            format!("<path {kind} d=\"M{a}Q{b} {c}L{d}Q{e} {f}Z\" stroke-width=\"{width}\"/>\n")
        }
    }
}
