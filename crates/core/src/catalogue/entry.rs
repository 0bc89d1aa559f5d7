//! One exercise from the text of its TOML file.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::table::{Reading, Table, Written};
use super::{
    Category, Exercise, Pose, Position, Review, Sided, Tempo, TypicalStart, UsualDose, View,
};
use crate::error::{Place, Problem, ProblemCode};
use crate::ids::{ExerciseId, is_slug};
use crate::safety::FLAGS;

/// The joints that a pose may name, with the least and the most that each can bend, in degrees.
/// `belly` alone is no angle: 1 is out, -1 is drawn in.
pub(super) const JOINTS: [(&str, RangeInclusive<f64>); 9] = [
    ("trunk", -30.0..=240.0),
    ("neck", -60.0..=60.0),
    ("hip", -30.0..=135.0),
    ("knee", 0.0..=150.0),
    ("ankle", -60.0..=35.0),
    ("shoulder", -60.0..=180.0),
    ("elbow", 0.0..=150.0),
    ("open", 0.0..=60.0),
    ("belly", -1.0..=1.0),
];

/// What can rest on a surface. `foot` and `toes` stay where they are; a `heel` may slide.
pub(super) const CONTACTS: [&str; 13] = [
    "back",
    "shoulders",
    "side",
    "seat",
    "feet",
    "near-foot",
    "far-foot",
    "toes",
    "near-toes",
    "far-toes",
    "heels",
    "near-heel",
    "hands",
];

const CATEGORIES: [(&str, Category); 11] = [
    ("mobility", Category::Mobility),
    ("breathing", Category::Breathing),
    ("core-stability", Category::CoreStability),
    ("activation", Category::Activation),
    ("posture", Category::Posture),
    ("functional", Category::Functional),
    ("recovery", Category::Recovery),
    ("leg-strength", Category::LegStrength),
    ("nerve-mobility", Category::NerveMobility),
    ("balance", Category::Balance),
    ("aerobic", Category::Aerobic),
];

const POSITIONS: [(&str, Position); 8] = [
    ("on-back", Position::OnBack),
    ("on-side", Position::OnSide),
    ("on-front", Position::OnFront),
    ("all-fours", Position::AllFours),
    ("kneeling", Position::Kneeling),
    ("sitting", Position::Sitting),
    ("standing", Position::Standing),
    ("moving", Position::Moving),
];

const SIDED: [(&str, Sided); 3] =
    [("no", Sided::No), ("yes", Sided::Yes), ("alternate", Sided::Alternate)];

/// The views that the figure can paint.
const VIEWS: [(&str, View); 2] = [("side", View::Side), ("front", View::Front)];

/// Weeks after surgery that an entry may speak of: two years.
const WEEKS: RangeInclusive<u16> = 0..=104;

/// Seconds that one part of a movement may take.
const SECONDS: RangeInclusive<u16> = 0..=60;

/// An exercise that was read, still without guidance, and the places that later checks point at.
pub(super) struct Entry {
    /// The exercise.
    pub(super) exercise: Exercise,
    /// Every exercise that it links to, with the place of the link.
    pub(super) links: Vec<(ExerciseId, Place)>,
}

/// The exercise in `text`, and everything that is wrong with it. `folder` and `name` are those of
/// the file, which the entry must repeat: a copied file that kept the old name would otherwise
/// replace another exercise.
pub(super) fn read(
    file: &str,
    folder: &str,
    name: &str,
    text: &str,
) -> (Option<Entry>, Vec<Problem>) {
    let (mut reading, mut root) = Reading::begin(file, text);
    let entry = entry(&mut reading, &mut root, folder, name);
    reading.finish(&root);
    let whole = reading.problems.is_empty();
    (entry.filter(|_| whole), reading.problems)
}

fn entry<'t>(
    reading: &mut Reading<'t>,
    root: &mut Table<'t>,
    folder: &str,
    name: &str,
) -> Option<Entry> {
    let id = identity(reading, root, name);
    let category = category(reading, root, folder);
    let position = reading.choice(root, "position", &POSITIONS);
    let flags = reading.choices(root, "flags", &FLAGS);
    let equipment = equipment(reading, root);
    let sided = reading.choice(root, "sided", &SIDED);
    let tempo = if root.has("tempo") { Some(tempo(reading, root)) } else { None };
    let easier = links(reading, root, "easier");
    let harder = links(reading, root, "harder");
    let synonyms = reading.texts(root, "synonyms");
    let review = review(reading, root);
    let typical_start = typical_start(reading, root);
    let usual_dose = usual_dose(reading, root);
    let poses = poses(reading, root);

    let (easier, harder) = (easier?, harder?);
    let links = easier.iter().chain(&harder).cloned().collect();
    let exercise = Exercise {
        id: id?,
        category: category?,
        position: position?.value,
        flags: flags?,
        equipment: equipment?,
        sided: sided?.value,
        tempo: match tempo {
            Some(tempo) => Some(tempo?),
            None => None,
        },
        typical_start: typical_start?,
        usual_dose: usual_dose?,
        easier: easier.into_iter().map(|(id, _)| id).collect(),
        harder: harder.into_iter().map(|(id, _)| id).collect(),
        synonyms: synonyms?.into_iter().map(|synonym| synonym.value).collect(),
        poses: poses?,
        review: review?,
        guidance: BTreeMap::new(),
    };
    Some(Entry { exercise, links })
}

fn identity<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>, name: &str) -> Option<ExerciseId> {
    let written = reading.text(root, "id")?;
    let id = exercise_id(reading, "id", &written)?;
    if written.value != name {
        reading.unknown_word("id", &written, [name].into_iter());
        return None;
    }
    Some(id)
}

fn category<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>, folder: &str) -> Option<Category> {
    let written = reading.choice(root, "category", &CATEGORIES)?;
    let wanted = CATEGORIES
        .iter()
        .find(|(_, category)| *category == written.value)
        .map_or("", |(word, _)| *word);
    if wanted != folder {
        let problem = reading.problem(ProblemCode::WrongFolder, written.place);
        reading.note(problem.with("found", folder).with("wanted", wanted));
        return None;
    }
    Some(written.value)
}

fn exercise_id(
    reading: &mut Reading<'_>,
    key: &str,
    written: &Written<String>,
) -> Option<ExerciseId> {
    let id = ExerciseId::new(&written.value);
    if id.is_none() {
        let problem = reading.problem(ProblemCode::BadName, written.place);
        reading.note(problem.with("key", key).with("found", &written.value));
    }
    id
}

fn equipment<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<Vec<String>> {
    let words = reading.texts(root, "equipment")?;
    for word in words.iter().filter(|word| !is_slug(&word.value)) {
        let problem = reading.problem(ProblemCode::BadName, word.place);
        reading.note(problem.with("key", "equipment").with("found", &word.value));
    }
    Some(words.into_iter().map(|word| word.value).collect())
}

fn tempo<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<Tempo> {
    let mut table = reading.table(root, "tempo")?;
    let out = reading.whole(&mut table, "out", &SECONDS);
    let hold = reading.whole(&mut table, "hold", &SECONDS);
    let back = reading.whole(&mut table, "back", &SECONDS);
    reading.finish(&table);
    Some(Tempo { out: out?, hold: hold?, back: back? })
}

fn links<'t>(
    reading: &mut Reading<'t>,
    root: &mut Table<'t>,
    key: &'static str,
) -> Option<Vec<(ExerciseId, Place)>> {
    let words = reading.texts(root, key)?;
    let ids: Vec<_> = words
        .iter()
        .map(|word| exercise_id(reading, key, word).map(|id| (id, word.place)))
        .collect();
    ids.into_iter().collect()
}

fn review<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<Review> {
    let written = reading.text(root, "review")?;
    match written.value.strip_prefix("reviewed by ") {
        Some(by) if !by.trim().is_empty() => Some(Review::Reviewed(by.trim().to_owned())),
        _ if written.value == "not-reviewed" => Some(Review::NotReviewed),
        _ => {
            let choices = ["not-reviewed", "reviewed by NAME, PROFESSION, DATE"];
            reading.unknown_word("review", &written, choices.into_iter());
            None
        }
    }
}

fn typical_start<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<TypicalStart> {
    let mut table = reading.table(root, "typical_start")?;
    let decompression_week = week(reading, &mut table, "decompression_week");
    let fusion_week = week(reading, &mut table, "fusion_week");
    let needs_clearance = reading.yes_no(&mut table, "needs_clearance");
    let fusion_needs_clearance = reading.yes_no(&mut table, "fusion_needs_clearance");
    let source = source(reading, &mut table, "typical_start");
    reading.finish(&table);
    Some(TypicalStart {
        decompression_week,
        fusion_week,
        needs_clearance: needs_clearance?,
        fusion_needs_clearance: fusion_needs_clearance?,
        source: source?,
    })
}

fn week<'t>(reading: &mut Reading<'t>, table: &mut Table<'t>, key: &'static str) -> Option<u16> {
    if table.has(key) { reading.whole(table, key, &WEEKS) } else { None }
}

fn usual_dose<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<UsualDose> {
    let mut table = reading.table(root, "usual_dose")?;
    let words = reading.filled(&mut table, "words", 200);
    let source = source(reading, &mut table, "usual_dose");
    reading.finish(&table);
    Some(UsualDose { words: words?, source: source? })
}

/// Where the numbers of the table come from. A number without a source is nobody's number.
fn source<'t>(reading: &mut Reading<'t>, table: &mut Table<'t>, name: &str) -> Option<String> {
    if !table.has("source") {
        let problem = reading.problem(ProblemCode::SourceMissing, table.place());
        reading.note(problem.with("key", name));
        return None;
    }
    let written = reading.text(table, "source")?;
    if written.value.trim().is_empty() {
        let problem = reading.problem(ProblemCode::SourceMissing, written.place);
        reading.note(problem.with("key", name));
        return None;
    }
    Some(written.value)
}

fn poses<'t>(reading: &mut Reading<'t>, root: &mut Table<'t>) -> Option<Vec<Pose>> {
    let tables = reading.tables(root, "pose")?;
    let poses: Vec<_> = tables.into_iter().map(|table| pose(reading, table)).collect();
    poses.into_iter().collect()
}

fn pose<'t>(reading: &mut Reading<'t>, mut table: Table<'t>) -> Option<Pose> {
    let view = reading.choice(&mut table, "view", &VIEWS);
    let angles = angles(reading, &mut table);
    let choices = CONTACTS.map(|contact| (contact, contact));
    let contacts = reading.choices(&mut table, "contacts", &choices);
    reading.finish(&table);
    Some(Pose {
        view: view?.value,
        angles: angles?,
        contacts: contacts?.into_iter().map(str::to_owned).collect(),
    })
}

fn angles<'t>(
    reading: &mut Reading<'t>,
    pose: &mut Table<'t>,
) -> Option<BTreeMap<String, (f64, f64)>> {
    let mut table = reading.table(pose, "angles")?;
    let mut angles = BTreeMap::new();
    for (joint, range) in &JOINTS {
        if table.has(joint)
            && let Some(pair) = reading.near_and_far(&mut table, joint, range)
        {
            angles.insert((*joint).to_owned(), pair);
        }
    }
    reading.finish(&table);
    Some(angles)
}
