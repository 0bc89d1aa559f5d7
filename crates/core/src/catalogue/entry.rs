//! One exercise from the text of its TOML file.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::dose::usual_dose;
use super::{Category, Exercise, Position, Review, Sided, Tempo, TypicalStart, pose};
use crate::error::{Place, Problem, ProblemCode};
use crate::ids::{ExerciseId, is_slug};
use crate::safety::{FLAGS, SAFETY_QUESTIONS};
use crate::table::{Table, TomlText, Value};

pub(super) const CATEGORIES: [(&str, Category); 11] = [
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

pub(super) const POSITIONS: [(&str, Position); 8] = [
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

/// Weeks after surgery that an entry may speak of: two years.
const WEEKS: RangeInclusive<u16> = 0..=104;

/// Seconds that one part of a movement may take.
const SECONDS: RangeInclusive<u16> = 0..=60;

/// Characters of the words for a dose, of a source and of a synonym.
pub(super) const LONGEST_TEXT: usize = 300;

/// Entries of any list.
const LONGEST_LIST: usize = 40;

/// An exercise that was read, still without guidance, and the places that later checks point at.
pub(super) struct Entry {
    /// The exercise.
    pub(super) exercise: Exercise,
    /// The gentler exercises that it links to, with the places of the links.
    pub(super) easier: Vec<(ExerciseId, Place)>,
    /// The harder ones.
    pub(super) harder: Vec<(ExerciseId, Place)>,
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
    let (entry, problems) =
        TomlText::parse(text, file).read("exercise", &[], |root| entry(root, folder, name));
    (entry.flatten().filter(|_| problems.is_empty()), problems)
}

fn entry(root: &mut Table<'_>, folder: &str, name: &str) -> Option<Entry> {
    let id = root.needed("id").and_then(|value| identity(value, name));
    let category = root.needed("category").and_then(|value| category(value, folder));
    let position = root.needed("position").and_then(|value| value.choice(&POSITIONS));
    let flags = all(root, "flags", |value| value.choice(&FLAGS));
    let equipment =
        all(root, "equipment", |value| value.name(|text| is_slug(text).then(|| text.to_owned())));
    let sided = root.needed("sided").and_then(|value| value.choice(&SIDED));
    let tempo = root.given("tempo").map(|value| value.table(tempo).flatten());
    let safety_question =
        root.given("safety_question").map(|value| value.choice(&SAFETY_QUESTIONS));
    let easier = all(root, "easier", link);
    let harder = all(root, "harder", link);
    let synonyms = all(root, "synonyms", |value| value.text(LONGEST_TEXT));
    let review = root.needed("review").and_then(review);
    let typical_start = root.needed("typical_start").and_then(|value| value.table(typical_start));
    let usual_dose = root.needed("usual_dose").and_then(|value| value.table(usual_dose));
    let scene = root.needed("figure").and_then(|value| value.table(pose::scene));
    let poses = root.needed("pose").and_then(|value| value.tables(LONGEST_LIST, pose::pose));

    let (easier, harder) = (easier?, harder?);
    let ids = |links: &[(ExerciseId, Place)]| links.iter().map(|(id, _)| id.clone()).collect();
    let exercise = Exercise {
        id: id?,
        category: category?,
        position: position?,
        flags: flags?,
        equipment: equipment?,
        sided: sided?,
        tempo: match tempo {
            Some(tempo) => Some(tempo?),
            None => None,
        },
        safety_question: match safety_question {
            Some(question) => Some(question?),
            None => None,
        },
        typical_start: typical_start??,
        usual_dose: usual_dose??,
        easier: ids(&easier),
        harder: ids(&harder),
        synonyms: synonyms?,
        scene: scene??,
        poses: poses?,
        review: review?,
        guidance: BTreeMap::new(),
    };
    Some(Entry { exercise, easier, harder })
}

/// What `read` makes of each value of the list under `key`. All are read; `None` if one failed.
pub(crate) fn all<'a, T>(
    table: &mut Table<'a>,
    key: &'static str,
    read: impl Fn(Value<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<_> = table.needed(key)?.list(LONGEST_LIST)?.into_iter().map(read).collect();
    read.into_iter().collect()
}

fn identity(value: Value<'_>, name: &str) -> Option<ExerciseId> {
    let id = value.name(ExerciseId::new)?;
    value.choice(&[(name, ())])?;
    Some(id)
}

fn category(value: Value<'_>, folder: &str) -> Option<Category> {
    let category = value.choice(&CATEGORIES)?;
    let wanted = value.as_text().unwrap_or_default();
    if wanted != folder {
        let problem = value.problem(ProblemCode::WrongFolder);
        value.book().report(problem.with("found", folder).with("wanted", wanted));
        return None;
    }
    Some(category)
}

fn tempo(table: &mut Table<'_>) -> Option<Tempo> {
    let mut seconds = |key| table.needed(key).and_then(|value| value.number(&SECONDS));
    let (out, hold, back) = (seconds("out"), seconds("hold"), seconds("back"));
    Some(Tempo { out: out?, hold: hold?, back: back? })
}

fn link(value: Value<'_>) -> Option<(ExerciseId, Place)> {
    value.name(ExerciseId::new).map(|id| (id, value.place()))
}

pub(crate) fn review(value: Value<'_>) -> Option<Review> {
    match value.text_of("text")?.strip_prefix("reviewed by ") {
        Some(by) if !by.trim().is_empty() => Some(Review::Reviewed(by.trim().to_owned())),
        _ => {
            let choices = [("not-reviewed", ()), ("reviewed by NAME, PROFESSION, DATE", ())];
            value.choice(&choices).map(|()| Review::NotReviewed)
        }
    }
}

fn typical_start(table: &mut Table<'_>) -> Option<TypicalStart> {
    let mut week = |key| table.given(key).and_then(|value| value.number(&WEEKS));
    let (decompression_week, fusion_week) = (week("decompression_week"), week("fusion_week"));
    let mut answer = |key| table.needed(key).and_then(Value::yes_or_no);
    let (needs_clearance, fusion_needs_clearance) =
        (answer("needs_clearance"), answer("fusion_needs_clearance"));
    let source = source(table, "typical_start");
    Some(TypicalStart {
        decompression_week,
        fusion_week,
        needs_clearance: needs_clearance?,
        fusion_needs_clearance: fusion_needs_clearance?,
        source: source?,
    })
}

/// Where the numbers of the table come from. A number without a source is nobody's number.
pub(super) fn source(table: &mut Table<'_>, name: &str) -> Option<String> {
    let value = table.given("source");
    let is_blank = value.and_then(Value::as_text).is_some_and(|text| text.trim().is_empty());
    if is_blank || !table.has("source") {
        let problem = table.problem_of("source", ProblemCode::SourceMissing);
        table.report(problem.with("key", name));
        return None;
    }
    value?.text(LONGEST_TEXT)
}
