//! Paints exercises as stills: `contact_sheet FOLDER [--frames] [--unlabelled] [NAME...]`.
//!
//! Each picture is an SVG of some exercises, one a row: its key poses, or with `--frames` every
//! other frame of the way out. It paints as `ui/src/components/Figure.svelte` does, with the
//! colours of `ui/src/styles/tokens.css`, light and dark. Without names it paints all.
//!
//! With `--unlabelled` it writes what a stranger is shown, to see whether the figures say what they
//! are: `sheet-1.svg` and so on with numbers in place of names, in an order that gives nothing away
//! and is the same each time, and `key.txt` with the name of each number.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use backwise_core::catalogue::{Exercise, embedded};
use backwise_core::figure::{Movement, PartKind, Shape, TURN, ThingKind, movement};

/// Exercises in one picture.
const ROWS: usize = 6;
/// Size of one still in pixels.
const WIDTH: f32 = 300.0;
const HEIGHT: f32 = 200.0;

/// Ground, thing, thing that stands out, far, trunk, near, skin, skin of the far hand, work.
type Colours = [&'static str; 9];
const LIGHT: Colours = [
    "#e2efeb", "#d9cfbd", "#c9b48f", "#8fbfb6", "#0d5a53", "#1d776d", "#c98f66", "#d9b79c",
    "#f7c948",
];
const DARK: Colours = [
    "#1a302d", "#35504c", "#58716b", "#477c74", "#4fb3a5", "#84d8ca", "#e2b08d", "#9c7d68",
    "#7c2a0d",
];

/// An exercise and what stands above its row.
struct Row<'a> {
    exercise: &'a Exercise,
    label: String,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("contact_sheet FOLDER [--frames] [--unlabelled] [NAME...]");
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
    let written = std::fs::create_dir_all(&folder).and_then(|()| {
        if given("--unlabelled") {
            write_unlabelled(&folder, exercises, given("--frames"))
        } else {
            write_labelled(&folder, exercises, given("--frames"))
        }
    });
    match written {
        Ok(pictures) => {
            println!("{pictures} pictures in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn write_labelled(folder: &Path, exercises: Vec<&Exercise>, all_frames: bool) -> io::Result<usize> {
    let rows: Vec<_> = exercises
        .into_iter()
        .map(|exercise| Row { exercise, label: exercise.id.to_string() })
        .collect();
    let mut pictures = 0;
    for (look, colours) in [("light", LIGHT), ("dark", DARK)] {
        for (page, some) in rows.chunks(ROWS).enumerate() {
            let file = folder.join(format!("figures-{look}-{:02}.svg", page + 1));
            std::fs::write(file, sheet(some, all_frames, &colours))?;
            pictures += 1;
        }
    }
    Ok(pictures)
}

fn write_unlabelled(
    folder: &Path,
    mut exercises: Vec<&Exercise>,
    all_frames: bool,
) -> io::Result<usize> {
    shuffle(&mut exercises);
    let rows: Vec<_> = exercises
        .into_iter()
        .zip(1..)
        .map(|(exercise, number): (_, usize)| Row { exercise, label: number.to_string() })
        .collect();
    let mut key = String::new();
    let mut pictures = 0;
    for some in rows.chunks(ROWS) {
        pictures += 1;
        std::fs::write(
            folder.join(format!("sheet-{pictures}.svg")),
            sheet(some, all_frames, &LIGHT),
        )?;
        for row in some {
            let _ = writeln!(key, "{} {} (sheet-{pictures})", row.label, row.exercise.id);
        }
    }
    std::fs::write(folder.join("key.txt"), key)?;
    Ok(pictures)
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

fn sheet(rows: &[Row], all_frames: bool, colours: &Colours) -> String {
    let movements: Vec<_> =
        rows.iter().filter_map(|row| Some((&row.label, movement(row.exercise)?))).collect();
    let most = movements
        .iter()
        .map(|(_, movement)| chosen_frames(movement, all_frames).len())
        .max()
        .unwrap_or(1);
    let (width, height) = (across(most) * WIDTH, across(movements.len()) * (HEIGHT + 22.0));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        colours[0]
    );
    for (row, (label, movement)) in movements.iter().enumerate() {
        let top = across(row) * (HEIGHT + 22.0);
        for (column, frame) in chosen_frames(movement, all_frames).iter().enumerate() {
            let left = across(column) * WIDTH;
            let _ = writeln!(
                svg,
                "<text x=\"{}\" y=\"{}\" font-size=\"14\" font-family=\"sans-serif\" fill=\"{}\">{label} · {}</text>",
                left + 6.0,
                top + 16.0,
                colours[4],
                column + 1
            );
            svg.push_str(&still(movement, *frame, left, top + 22.0, colours));
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn across(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(0))
}

fn still(movement: &Movement, frame: usize, left: f32, top: f32, colours: &Colours) -> String {
    let bounds = movement.bounds;
    let margin = 0.03;
    let mut svg = format!(
        "<svg x=\"{left}\" y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"{} {} {} {}\">\
         <g transform=\"scale(1 -1)\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n",
        bounds.left - margin,
        -bounds.top - margin,
        bounds.right - bounds.left + 2.0 * margin,
        bounds.top - bounds.bottom + 2.0 * margin
    );
    for thing in &movement.things {
        let colour = match thing.kind {
            ThingKind::Floor | ThingKind::Bed | ThingKind::Wall | ThingKind::Chair => colours[1],
            ThingKind::Mat
            | ThingKind::Pillow
            | ThingKind::Worktop
            | ThingKind::Step
            | ThingKind::Towel
            | ThingKind::Bike => colours[2],
        };
        svg.push_str(&painted(&thing.shape, colour, 1.0));
    }
    let Some(frame) = movement.frames.get(frame) else { return svg };
    for (kind, shape) in movement.parts.iter().zip(&frame.shapes) {
        let (colour, strength) = match kind {
            PartKind::Far => (colours[3], 1.0),
            PartKind::FarHand => (colours[7], 1.0),
            PartKind::Near => (colours[5], 1.0),
            PartKind::Trunk => (colours[4], 1.0),
            PartKind::Skin => (colours[6], 1.0),
            PartKind::Held => (colours[2], 1.0),
            PartKind::Working => (colours[8], frame.effort),
        };
        svg.push_str(&painted(shape, colour, strength));
    }
    svg.push_str("</g></svg>\n");
    svg
}

fn painted(shape: &Shape, colour: &str, strength: f32) -> String {
    match shape {
        Shape::Line(line) => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\" opacity=\"{strength}\"/>\n",
            line.from.x, line.from.y, line.to.x, line.to.y, line.width
        ),
        Shape::Disc(disc) => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{colour}\" opacity=\"{strength}\"/>\n",
            disc.middle.x, disc.middle.y, disc.radius
        ),
        Shape::Box(rounded) => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{colour}\"/>\n",
            rounded.bounds.left,
            rounded.bounds.bottom,
            rounded.bounds.right - rounded.bounds.left,
            rounded.bounds.top - rounded.bounds.bottom,
            rounded.corner
        ),
        Shape::Trunk(trunk) => {
            let [a, b, c, d, e, f] = trunk.outline.map(|point| format!("{} {}", point.x, point.y));
            format!(
                "<path d=\"M{a}Q{b} {c}L{d}Q{e} {f}Z\" fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"{}\"/>\n",
                trunk.width
            )
        }
    }
}
