//! Finding an exercise by what people call it: by its names, its muscles, its kind and position, and
//! by what it is for.

use super::entry::{CATEGORIES, POSITIONS};
use super::{Catalogue, Exercise, Position};
use crate::ids::ExerciseId;
use crate::safety::FLAGS;
use crate::search::{Known, SYNONYM, TITLE, likeliest};

/// What each kind of word is worth, beside the names.
const MUSCLE: f64 = 0.6;
const KIND: f64 = 0.5;

/// The exercises that `query` speaks of, the likeliest first. `language` is that of the titles.
///
/// Every word must fit. Where no exercise fits them all, those that fit at least half of them by
/// more than a slip are the answer. A query without a letter or a digit finds all, in the order of
/// their names.
#[must_use]
pub fn search(catalogue: &Catalogue, language: &str, query: &str) -> Vec<ExerciseId> {
    let exercises: Vec<&Exercise> = catalogue.exercises.values().collect();
    let known: Vec<Known> = exercises.iter().map(|exercise| known(exercise, language)).collect();
    likeliest(&known, query).into_iter().map(|at| exercises[at].id.clone()).collect()
}

fn known(exercise: &Exercise, language: &str) -> Known {
    let guidance = exercise.guidance_in(language);
    let titles = guidance.map(|guidance| guidance.title.as_str());
    let titles = titles.into_iter().chain([exercise.id.as_str()]).map(|name| (TITLE, name));
    let synonyms = exercise.synonyms.iter().map(|name| (SYNONYM, name.as_str()));
    let muscles = guidance.into_iter().flat_map(|guidance| &guidance.muscles);
    let muscles = muscles.map(|muscle| (MUSCLE, muscle.as_str()));
    let kinds = kinds_of(exercise);
    let aim = guidance.map(|guidance| guidance.aim.as_str());
    Known::new(titles.chain(synonyms), muscles.chain([(KIND, kinds.as_str())]), aim.into_iter())
}

/// The category and the position in their own words, and in those that people use, with what the
/// exercise asks of the body and what it needs.
fn kinds_of(exercise: &Exercise) -> String {
    let category = CATEGORIES.iter().filter(|(_, category)| *category == exercise.category);
    let position = POSITIONS.iter().filter(|(_, position)| *position == exercise.position);
    let flags = FLAGS.iter().filter(|(_, flag)| exercise.flags.contains(flag));
    let lies = match exercise.position {
        Position::OnBack | Position::OnSide | Position::OnFront => "lying bed",
        Position::AllFours => "hands knees floor",
        Position::Kneeling | Position::Sitting | Position::Standing | Position::Moving => "",
    };
    let words = category.map(|(word, _)| *word).chain(position.map(|(word, _)| *word));
    let words = words.chain(flags.map(|(word, _)| *word)).chain([lies]);
    words.chain(exercise.equipment.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
}
